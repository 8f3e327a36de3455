/** `bnguard explain purge --report FILE`: one rewrite of git's history for all leaks of a report. */
import picocolors from 'picocolors';
import { textWidth, wantsColor } from '../io.ts';
import type { Setting } from '../main.ts';
import { redactAll } from '../redact.ts';
import { logSafe } from '../reports/log-safe.ts';
import { readReport } from '../reports/read-report.ts';
import { stepLines } from '../reports/text-way-out.ts';
import { count } from '../reports/words.ts';
import type { ExplainPurgeRequest, Outcome } from '../requests.ts';
import { UserError } from '../user-error.ts';
import { leaksOf } from '../way-out/leaks.ts';
import { outOfHistory } from '../way-out/out-of-history.ts';

export async function runExplainPurge(request: ExplainPurgeRequest, { io, cwd }: Setting): Promise<Outcome> {
  const { findings, suppressed } = redactAll(await readReport(request.report, cwd));
  const past = [...findings, ...suppressed].filter(({ origin }) => origin.kind === 'history');
  const leaks = leaksOf(past);
  const credentials = leaks.flatMap((leak) => leak.findings);
  const step = outOfHistory(credentials);
  if (leaks.length === 0 || !step) {
    throw new UserError(
      `${request.report} has no credential that git’s history holds. bnguard scan --history --format json --output ${request.report} looks for them.`,
    );
  }
  const colors = picocolors.createColors(wantsColor(request.color, io));
  const titled = { commands: [], notes: [], ...step, title: `${step.title}: ${count(leaks.length, 'leak')}` };
  const lines = stepLines(titled, textWidth(io), colors);
  return { code: 0, stdout: logSafe(lines.map((line) => `${line}\n`).join('')) };
}
