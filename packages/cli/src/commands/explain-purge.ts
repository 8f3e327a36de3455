/** `bnguard explain purge --report FILE`: one rewrite of git's history for all leaks of a report. */
import picocolors from 'picocolors';
import { textWidth, wantsColor } from '../io.ts';
import type { Setting } from '../main.ts';
import { redactAll } from '../redact.ts';
import { logSafe } from '../reports/log-safe.ts';
import { readReport } from '../reports/read-report.ts';
import { stepLines } from '../reports/text-way-out.ts';
import { placeName } from '../reports/text-place.ts';
import { count, listed } from '../reports/words.ts';
import type { ExplainPurgeRequest, Outcome } from '../requests.ts';
import { UserError } from '../user-error.ts';
import { isCredential, leaksOf, type Leak } from '../way-out/leaks.ts';
import { outOfHistory } from '../way-out/out-of-history.ts';

export async function runExplainPurge(request: ExplainPurgeRequest, { io, cwd }: Setting): Promise<Outcome> {
  const { findings, suppressed } = redactAll(await readReport(request.report, cwd));
  const past = findings.filter(({ origin }) => origin.kind === 'history');
  const aside = suppressed.filter((finding) => finding.origin.kind === 'history' && isCredential(finding)).length;
  const leaks = leaksOf(past);
  const credentials = leaks.flatMap((leak) => leak.findings);
  const step = outOfHistory(credentials);
  if (leaks.length === 0 || !step) {
    throw new UserError(
      `${request.report} has no credential that git’s history holds${aside > 0 ? ` and that is not set aside (${aside} are)` : ''}. bnguard scan --history --format json --output ${request.report} looks for them.`,
    );
  }
  const colors = picocolors.createColors(wantsColor(request.color, io));
  const [first = '', ...rest] = step.says;
  const says = [first, ...leaks.map(nameOfLeak), ...asideNote(aside), ...rest];
  const whole = { commands: [], notes: [], ...step, title: `${step.title}: ${count(leaks.length, 'leak')}`, says };
  const lines = stepLines(whole, textWidth(io), colors);
  return { code: 0, stdout: logSafe(lines.map((line) => `${line}\n`).join('')) };
}

/** What would be taken out, as people know it. */
function nameOfLeak({ halves, findings }: Leak): string {
  const names = halves.map(({ rule, masked }) => [rule, masked].filter(Boolean).join(' '));
  const paths = [...new Set(findings.map(placeName))];
  const more = paths.length - 3;
  return `- ${listed(names)}, in ${listed([...paths.slice(0, 3), ...(more > 0 ? [count(more, 'other file')] : [])])}`;
}

const asideNote = (n: number): string[] =>
  n === 0
    ? []
    : [
        `${count(n, 'finding')} that ${n === 1 ? 'is' : 'are'} set aside stay; a report of a scan with --no-ignores has them too.`,
      ];
