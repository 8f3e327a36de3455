/** Workflow commands that GitHub Actions shows as annotations; a step may make ten of each kind, the rest it drops silently. */
import type { Finding, Severity, Skip } from '@bnguard/engine';
import type { Report } from '../types.ts';
import { firstStep } from '../way-out/way-out.ts';
import { isGap } from './gap.ts';
import { halfFinder } from './other-half.ts';
import { exposureSentences } from './text-exposure.ts';
import { broughtBy, placeName } from './text-place.ts';
import { visible } from './visible.ts';
import { count } from './words.ts';
import { worstFirst } from './worst.ts';

export type Level = 'error' | 'warning' | 'notice';

const levels: Readonly<Record<Severity, Level>> = {
  ...{ critical: 'error', high: 'error', medium: 'warning', low: 'notice', info: 'notice' },
};
/** GitHub: "limited to 10 warning annotations and 10 error annotations per step". */
const mostOfALevel = 10;
/** What was not read. */
const mostNamed = 3;

/**
 * The worst of each level as annotations; where there are more, the last one says how many.
 * @param taken how many of a level the step makes besides these
 */
export function* githubReport(report: Report, taken: Partial<Record<Level, number>> = {}): Generator<string> {
  const half = halfFinder(report.findings);
  for (const level of ['error', 'warning', 'notice'] as const) {
    const all = worstFirst(report.findings.filter(({ severity }) => levels[severity] === level));
    const room = mostOfALevel - (taken[level] ?? 0) - (level === 'error' && !report.complete ? 1 : 0);
    const shown = all.length > room ? all.slice(0, room - 1) : all;
    for (const finding of shown) yield annotation(level, finding, half(finding));
    const more = all.length - shown.length;
    if (more > 0) {
      const text = `${count(more, 'more finding')} of this kind. GitHub shows ten a step: the job summary or the JSON report has them all.`;
      yield command(level, { title: `bnguard: ${more} more` }, text);
    }
  }
  if (!report.complete) {
    const gaps = report.skipped.filter(isGap);
    const more = gaps.length - mostNamed;
    const text = [
      'Not everything could be read, so there may be more than this shows.',
      ...gaps.slice(0, mostNamed).map(gapLine),
      ...(more > 0 ? [`And ${count(more, 'more', 'more')}: the JSON report has them all.`] : []),
    ];
    yield command('error', { title: 'bnguard: the scan is incomplete' }, text.join('\n'));
  }
}

/** `Not read: PATH: unreadable: why`. */
const gapLine = ({ path, object, why, detail }: Skip): string =>
  [`Not read: ${path || (object ?? '')}`, why, detail].filter(Boolean).join(': ');

function annotation(level: Level, finding: Finding, half: Finding | undefined): string {
  const { rule, masked, start, end, path, origin, message, severity, confidence } = finding;
  // What HEAD does not have cannot be annotated where it stood.
  const isHere = path !== '' && (origin.kind !== 'history' || (origin.atHead === true && origin.headPath === path));
  const place = isHere
    ? { file: path, line: start.line, ...(end.line === start.line && { col: start.column, endColumn: end.column }) }
    : {};
  const commit = broughtBy(finding);
  const sentences = [
    `${isHere ? '' : `${placeName(finding)}:${start.line}: `}${message} (${severity}, ${confidence}).`,
    ...(origin.kind === 'history' ? exposureSentences(origin, path).slice(0, 1) : []),
    ...(commit === undefined
      ? []
      : [`Commit ${commit} brings it; deleting it in a later commit does not take it back.`]),
    ...firstStep(finding, half),
  ];
  const title = ['bnguard:', rule, masked].filter(Boolean).join(' ');
  return command(level, { ...place, title }, sentences.join('\n'));
}

export function command(level: Level, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(visible(String(value)))}`);
  const lines = message.split('\n').map(visible).join('\n');
  return `::${level} ${list.join(',')}::${escapedData(lines)}\n`;
}

/** As the runner takes them back (actions/toolkit, core/src/command.ts). */
const escapedData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string): string => escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
