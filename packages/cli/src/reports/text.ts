/** The report for people: findings by file, then a summary. Holds no judgement of its own. */
import type { Finding, Rule } from '@bnguard/engine';
import picocolors from 'picocolors';
import { everyString } from '../every-string.ts';
import type { Hidden } from '../exit-code.ts';
import type { Report } from '../types.ts';
import { halfFinder } from './other-half.ts';
import { columnsOf, findingLines } from './text-finding.ts';
import { placeName } from './text-place.ts';
import { summaryLines } from './text-summary.ts';
import { isCredential } from '../way-out/leaks.ts';
import { paragraph } from './layout.ts';
import { logSafe } from './log-safe.ts';
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

const everyStep = (isHistory: boolean): string =>
  `Every step of the way out of a leak: bnguard scan ${isHistory ? '--history ' : ''}--format json --output report.json, then bnguard explain FINGERPRINT --report report.json.`;

/**
 * The report in pieces, one for each finding.
 * @param report its shown part; findings appear in its order. Every string in it may come from a stranger.
 */
export function* textReport(report: Report, options: TextOptions): Generator<string> {
  const colors = picocolors.createColors(options.color);
  const half = halfFinder(report.findings);
  const { findings, ...rest } = report;
  let isFirst = true;
  for (const [heading, group] of byFile(findings)) {
    const columns = columnsOf(group);
    const advised = new Set<string>();
    for (const [i, finding] of group.entries()) {
      const other = half(finding);
      const around = { ...options, colors, columns, advised, ...(other && { other: everyString(other, visible) }) };
      const head = i === 0 ? [colors.bold(colors.underline(visible(heading)))] : [];
      yield joined([...(isFirst ? [] : ['']), ...head, ...findingLines(everyString(finding, visible), around)]);
      isFirst = false;
    }
  }
  if (options.verbose && findings.some(isCredential))
    yield joined(['', ...paragraph(everyStep(report.coverage.objects !== undefined), options.width, 0)]);
  const summary = summaryLines({ ...everyString(rest, visible), findings }, { ...options, colors });
  yield joined([...(isFirst || summary.length === 0 ? [] : ['']), ...summary]);
}

const joined = (lines: readonly string[]): string => logSafe(lines.map((line) => `${line}\n`).join(''));

/** In order of appearance. The repository is named where there are several. */
function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const several = new Set(findings.flatMap((finding) => finding.repository ?? [])).size > 1;
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = placeName(finding);
    const heading = several && finding.repository ? `${finding.repository}: ${place}` : place;
    const group = groups.get(heading);
    if (group) group.push(finding);
    else groups.set(heading, [finding]);
  }
  return groups;
}
