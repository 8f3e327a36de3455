/** From a report to the exit code, the same in every front (docs/contracts.md). What is not shown does not fail a run. */
import type { Confidence, Severity } from '@bnguard/engine';
import { atLeastAsBad, atLeastAsSure } from '@bnguard/engine/severity';
import type { Report, Thresholds } from './types.ts';

export type ExitCode = 0 | 1 | 2;

/** What `--min-severity` and `--min-confidence` keep from view: how many findings, and what would show them all. */
export interface Hidden {
  readonly count: number;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
}

/** The report with only the findings that the thresholds show. Suppressed findings always stay: they are a record. */
export function shownPart(report: Report, thresholds: Thresholds): { report: Report; hidden: Hidden } {
  const { minSeverity, minConfidence } = thresholds;
  const findings = report.findings.filter(
    (f) => atLeastAsBad(f.severity, minSeverity) && atLeastAsSure(f.confidence, minConfidence),
  );
  const kept = new Set(findings);
  const rest = report.findings.filter((finding) => !kept.has(finding));
  const tooMild = rest.filter((f) => !atLeastAsBad(f.severity, minSeverity)).map((f) => f.severity);
  const tooUnsure = rest.filter((f) => !atLeastAsSure(f.confidence, minConfidence)).map((f) => f.confidence);
  const mildest = tooMild.reduce<Severity | undefined>((a, b) => (a && atLeastAsBad(b, a) ? a : b), undefined);
  const unsurest = tooUnsure.reduce<Confidence | undefined>((a, b) => (a && atLeastAsSure(b, a) ? a : b), undefined);
  return {
    report: { ...report, findings },
    hidden: {
      count: rest.length,
      ...(mildest && { severity: mildest }),
      ...(unsurest && { confidence: unsurest }),
    },
  };
}

/** @param report its shown part (see {@link shownPart}). */
export function exitCode(report: Report, { failOn, allowIncomplete }: Thresholds): ExitCode {
  if (!report.complete && !allowIncomplete) return 2;
  return failOn !== 'never' && report.findings.some((finding) => atLeastAsBad(finding.severity, failOn)) ? 1 : 0;
}
