/** One JSON value a line, for programs that read as they go: what the scan was, then its findings, then the rest. */
import { inOrder } from './json.ts';
import type { Report } from '../types.ts';
import { visibleJson } from './visible.ts';

/** Each line has a `type`: `report`, `finding`, `suppressed` or `skipped`; its other fields are those of the JSON report. */
export function* jsonlReport(report: Report): Generator<string> {
  const { findings, suppressed, skipped, shard: _, ...head } = report;
  const counts = { findings: findings.length, suppressed: suppressed.length, skipped: skipped.length };
  yield line({ type: 'report', ...head, counts });
  for (const finding of findings) yield line({ type: 'finding', ...inOrder(finding) });
  for (const finding of suppressed) yield line({ type: 'suppressed', ...inOrder(finding) });
  for (const skip of skipped) yield line({ type: 'skipped', ...skip });
}

const line = (data: object): string => `${visibleJson(JSON.stringify(data))}\n`;
