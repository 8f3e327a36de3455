/** The report for people: findings by file, then a summary. Holds no judgement of its own. */
import type { Finding, Rule } from '@bnguard/engine';
import picocolors from 'picocolors';
import { everyString } from '../every-string.ts';
import type { Hidden } from '../exit-code.ts';
import type { Report } from '../types.ts';
import { findingLines } from './text-finding.ts';
import { placeName } from './text-place.ts';
import { summaryLines } from './text-summary.ts';
import { visible } from './visible.ts';

export type Colors = ReturnType<typeof picocolors.createColors>;

export interface TextOptions {
  readonly color: boolean;
  /** Terminal columns. */
  readonly width: number;
  /** Every clue, every suppressed and every skipped. */
  readonly verbose?: boolean;
  /** Findings only; nothing when there are none. */
  readonly quiet?: boolean;
  readonly rules: readonly Rule[];
  readonly hidden?: Hidden;
}

/** @param report its shown part; findings appear in its order. Every string in it may come from a stranger. */
export function textReport(report: Report, options: TextOptions): string {
  const colors = picocolors.createColors(options.color);
  const safe = everyString(report, visible);
  const lines: string[] = [];
  for (const [heading, findings] of byFile(safe.findings)) {
    lines.push(colors.bold(colors.underline(heading)));
    const advised = new Set<string>();
    for (const finding of findings) {
      lines.push(...findingLines(finding, { ...options, colors, all: safe.findings, siblings: findings, advised }), '');
    }
  }
  lines.push(...summaryLines(safe, { ...options, colors }));
  while (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${line}\n`).join('');
}

/** In order of appearance. The repository is named where there are several. */
function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const several = new Set(findings.flatMap((finding) => finding.repository ?? [])).size > 1;
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = placeName(finding);
    const heading = several && finding.repository ? `${finding.repository}: ${place}` : place;
    groups.set(heading, [...(groups.get(heading) ?? []), finding]);
  }
  return groups;
}
