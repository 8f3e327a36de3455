/** `bnguard explain FINGERPRINT --report FILE`: one finding with its evidence and every step of the way out. */
import picocolors from 'picocolors';
import { rules, type Finding } from '@bnguard/engine';
import { everyString } from '../every-string.ts';
import { textWidth, wantsColor } from '../io.ts';
import type { Setting } from '../main.ts';
import { redactAll } from '../redact.ts';
import { paragraph } from '../reports/layout.ts';
import { logSafe } from '../reports/log-safe.ts';
import { halfFinder } from '../reports/other-half.ts';
import { readReport } from '../reports/read-report.ts';
import { columnsOf, findingLines } from '../reports/text-finding.ts';
import { placeName } from '../reports/text-place.ts';
import { leakLines } from '../reports/text-way-out.ts';
import { visible } from '../reports/visible.ts';
import { count, listed } from '../reports/words.ts';
import type { ExplainFindingRequest, Outcome } from '../requests.ts';
import { UserError } from '../user-error.ts';
import { isCredential, leakWith } from '../way-out/leaks.ts';

/** Places that are shown with all their evidence. */
const mostShown = 5;

export async function runExplainFinding(request: ExplainFindingRequest, { io, cwd }: Setting): Promise<Outcome> {
  const { findings, suppressed } = redactAll(await readReport(request.report, cwd));
  const all: readonly Finding[] = [...findings, ...suppressed];
  const found = all.filter(({ fingerprint, masked }) =>
    'mask' in request ? masked === `${request.mask}…` : fingerprint.startsWith(request.fingerprint),
  );
  const asked = 'mask' in request ? `value that begins with ${request.mask}` : `fingerprint ${request.fingerprint}`;
  const prints = [...new Set(found.map(({ fingerprint }) => fingerprint))];
  if (prints.length === 0) {
    throw new UserError(`${request.report} has no finding with the ${asked}. It has: ${namesOf(all)}.`);
  }
  if (prints.length > 1) {
    throw new UserError(
      `${count(prints.length, 'fingerprint')} have the ${asked}: ${prints.slice(0, 5).join(', ')}. Write more of one.`,
    );
  }
  const width = textWidth(io);
  const colors = picocolors.createColors(wantsColor(request.color, io));
  const half = halfFinder(all);
  const lines = found.slice(0, mostShown).flatMap((finding) => {
    const other = half(finding);
    const around = {
      ...{ color: false, width, verbose: true, rules, colors, columns: columnsOf([finding]) },
      ...{ advised: new Set<string>(isCredential(finding) ? [finding.rule] : []) },
      ...(other && { other: everyString(other, visible) }),
    };
    const heading = colors.bold(colors.underline(visible(placeName(finding))));
    return [heading, ...findingLines(everyString(finding, visible), around), ''];
  });
  const more = found.length - mostShown;
  if (more > 0) lines.push(`And in ${count(more, 'other place')} of the report.`, '');
  const [first] = found;
  if (first && isCredential(first)) lines.push(...leakLines(leakWith(first, all), width, colors));
  else lines.push(...adviceLines(first, width));
  while (lines.at(-1) === '') lines.pop();
  return { code: 0, stdout: logSafe(lines.map((line) => `${line}\n`).join('')) };
}

/** The leaks by which a report can be asked, for who typed another. */
function namesOf(findings: readonly Finding[]): string {
  const names = [
    ...new Set(
      findings
        .filter(isCredential)
        .map(({ masked, fingerprint }) => `${fingerprint.slice(0, 8)}${masked ? ` (${masked})` : ''}`),
    ),
  ];
  const shown = names.slice(0, 8);
  return names.length === 0
    ? 'none'
    : listed([...shown, ...(names.length > 8 ? [`${count(names.length - 8, 'other')}`] : [])]);
}

function adviceLines(finding: Finding | undefined, width: number): string[] {
  const rule = rules.find(({ id }) => id === finding?.rule);
  if (!rule) return [];
  return ['What to do', ...rule.advice.flatMap((step, i) => paragraph(step, width, 2, `${i + 1}. `))];
}
