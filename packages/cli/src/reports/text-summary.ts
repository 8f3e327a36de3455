/** The end of the text report: what was found, set aside, skipped and not looked at; loud when incomplete. */
import type { Finding, Skip } from '@bnguard/engine';
import { severities } from '@bnguard/engine/severity';
import type { Coverage, Report } from '../types.ts';
import { paragraph } from './layout.ts';
import { placeName } from './text-place.ts';
import { visible } from './visible.ts';
import { count, grouped, listed, size } from './words.ts';
import { worstFirst as worst } from './worst.ts';
import type { Colors, TextOptions } from './text.ts';

interface SummaryOptions extends TextOptions {
  readonly colors: Colors;
}

/** How many skipped files are named without --verbose. */
const named = 3;

const alarm =
  'INCOMPLETE: not everything could be read, so there may be more than this report shows. --verbose says what.';

/** All that a person must know who does not see the report. */
export function endSentence(report: Report, hidden: TextOptions['hidden']): string {
  const parts = [foundSentence(report), ...hiddenSentences(hidden), ...(report.complete ? [] : [alarm])];
  return parts.join(' ');
}

export function summaryLines(report: Report, options: SummaryOptions): string[] {
  const { colors, width, quiet, verbose } = options;
  const incomplete = report.complete ? [] : paragraph(alarm, width, 0).map((line) => colors.bold(colors.red(line)));
  if (quiet) return incomplete;
  return [
    ...paragraph(foundSentence(report), width, 0).map(headline(report, colors)),
    ...hiddenLines(options),
    ...suppressedLines(report, width, verbose),
    ...overruledLines(report, width),
    ...skippedLines(report.skipped, width, verbose),
    ...coverageLines(report, width).map(colors.dim),
    ...incomplete,
  ];
}

function headline(report: Report, colors: Colors): (line: string) => string {
  if (report.findings.length > 0) return (line) => colors.bold(line);
  return report.complete && looksAtSomething(report.coverage)
    ? (line) => colors.bold(colors.green(line))
    : (line) => line;
}

/** So many findings fit a screen: of more the summary names the worst. */
const onScreen = 8;
const namedWorst = 5;

/** `3 findings: 2 critical, 1 medium.` */
function foundSentence({ findings }: Pick<Report, 'findings'>): string {
  if (findings.length === 0) return 'No findings.';
  const counts = severities.toReversed().flatMap((severity) => {
    const n = findings.filter((finding) => finding.severity === severity).length;
    return n > 0 ? [`${n} ${severity}`] : [];
  });
  return [`${count(findings.length, 'finding')}: ${counts.join(', ')}.`, ...worstPlaces(findings)].join(' ');
}

/** Where the worst ones stand, if others are between them: `The worst: a.py:3, z.js:7.` */
function worstPlaces(findings: readonly Finding[]): string[] {
  if (findings.length <= onScreen) return [];
  const most = severities.findLast((severity) => findings.some((finding) => finding.severity === severity));
  const places = findings.filter(({ severity }) => severity === most);
  if (places.length === findings.length) return [];
  const distinct = [...new Set(places.map((finding) => `${visible(placeName(finding))}:${finding.start.line}`))];
  const more = distinct.length - namedWorst;
  return [`The worst: ${distinct.slice(0, namedWorst).join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}.`];
}

const hiddenLines = ({ hidden, width }: SummaryOptions): string[] =>
  hiddenSentences(hidden).flatMap((sentence) => paragraph(sentence, width, 0));

function hiddenSentences(hidden: TextOptions['hidden']): string[] {
  if (!hidden?.count) return [];
  const flags = [
    ...(hidden.severity ? [`--min-severity ${hidden.severity}`] : []),
    ...(hidden.confidence ? [`--min-confidence ${hidden.confidence}`] : []),
  ];
  const shows = flags.length > 1 ? 'show' : 'shows';
  return [`${count(hidden.count, 'weaker finding')} not shown; ${listed(flags)} ${shows} all.`];
}

function suppressedLines({ suppressed }: Report, width: number, verbose = false): string[] {
  if (suppressed.length === 0) return [];
  const by = tally(suppressed.map((finding) => finding.suppression.by));
  const total = paragraph(
    `${suppressed.length} suppressed: ${by.map(([what, n]) => `${n} by ${what}`).join(', ')}.`,
    width,
    0,
  );
  if (!verbose) {
    const shown = worst(suppressed).slice(0, named);
    const more = suppressed.length - shown.length;
    return [
      ...total,
      ...shown.flatMap(({ rule, masked, path, suppression: { by: what, reason } }) =>
        paragraph(
          `${[rule, masked].filter(Boolean).join(' ')} in ${path || 'a message'}, by ${what}: ${reason ?? 'no reason given'}`,
          width,
          2,
        ),
      ),
      ...(more > 0 ? [`  and ${grouped(more)} more; --verbose names all`] : []),
    ];
  }
  const each = suppressed.flatMap(({ path, start, severity, rule, masked, suppression }) => {
    const what = [`${path}:${start.line}:${start.column}`, severity, rule, masked].filter(Boolean).join('  ');
    const why = `by ${suppression.by}${suppression.at ? ` ${suppression.at}` : ''}: ${suppression.reason ?? 'no reason given'}`;
    return [...paragraph(what, width, 2), ...paragraph(why, width, 6)];
  });
  return [...total, ...each];
}

function overruledLines({ overruled = [] }: Report, width: number): string[] {
  if (overruled.length === 0) return [];
  const places = overruled.slice(0, named).map(({ suppression, path }) => suppression.at ?? path);
  const more = overruled.length > named ? ', …' : '';
  const text = `${count(overruled.length, 'finding')} above ${overruled.length > 1 ? 'have' : 'has'} an ignore comment that does not count, since --config-from has none there: ${places.join(', ')}${more}.`;
  return paragraph(text, width, 0);
}

function skippedLines(skipped: readonly Skip[], width: number, verbose = false): string[] {
  if (skipped.length === 0) return [];
  const worstFirst = skipped.toSorted((a, b) => urgency(a) - urgency(b));
  const shown = verbose ? worstFirst : worstFirst.slice(0, named);
  const why = tally(skipped.map((skip) => skip.why)).map(([what, n]) => `${n} ${what}`);
  const more = skipped.length - shown.length;
  return [
    ...paragraph(`${skipped.length} skipped: ${why.join(', ')}.`, width, 0),
    ...shown.flatMap((skip) =>
      paragraph(`${nameOf(skip)} (${[skip.why, skip.detail].filter(Boolean).join(': ')})`.trim(), width, 2),
    ),
    ...(more > 0 ? [`  and ${more} more; --verbose names all`] : []),
  ];
}

function coverageLines(report: Report, width: number): string[] {
  const { coverage } = report;
  if (coverage.objects !== undefined) return historyLines(report, coverage.objects, width);
  const { ignored, dependencyFolders, repositories } = coverage;
  const inside = repositories > 1 ? ` in ${count(repositories, 'repository', 'repositories')}` : '';
  const left = [
    ...(ignored > 0 ? [count(ignored, 'ignored file')] : []),
    ...(dependencyFolders > 0 ? [count(dependencyFolders, 'dependency folder')] : []),
  ];
  const looked = lookedAt(coverage, inside);
  const rest = left.length > 0 ? ` Not looked at: ${listed(left)}; --include-ignored adds them.` : '';
  // Of what is on the disk: an index or a range is new, whatever was before it.
  const isDisk = coverage.commits === undefined && coverage.staged === undefined;
  const past =
    isDisk && repositories > 0 && coverage.documents > 0 ? ' The history keeps what was deleted: --history.' : '';
  return paragraph(looked + rest + past, width, 0);
}

/** What of the history was read, what is not here, and how to bring it. */
function historyLines({ coverage, skipped }: Report, objects: number, width: number): string[] {
  const { blobs = 0, refs = 0, bytes, missing = 0, cached = 0, alternates = [], notFetched = [] } = coverage;
  const spared = cached > 0 ? `; ${count(cached, 'object was', 'objects were')} known from an earlier scan` : '';
  const read = `Looked at ${count(objects, 'object')} (${count(blobs, 'file version')}, ${size(bytes)}${spared}) and ${count(refs, 'ref')}.`;
  const broken = skipped.filter(({ why }) => why === 'unreadable').length;
  const sentences = [
    objects === 0 ? 'Nothing was looked at: the repository has no objects.' : read,
    ...(alternates.length > 0 ? [`Read too, as alternates: ${listed(alternates)}.`] : []),
    ...(coverage.shallow ? ['This clone is shallow: git fetch --unshallow brings the commits that it lacks.'] : []),
    ...(missing > 0 ? [`${count(missing, 'object is', 'objects are')} not here. ${remedy(coverage)}`] : []),
    ...(broken > 0 ? ['Something is damaged: git fsck tells what, and a fresh clone may have it whole.'] : []),
    ...notFetched.map(({ refs: kept, command }) => `The remote also keeps ${kept}, which this clone lacks: ${command}`),
  ];
  return sentences.flatMap((sentence) => paragraph(sentence, width, 0));
}

const remedy = ({ partial }: Coverage): string =>
  partial
    ? 'This is a partial clone: git fetch --refetch --no-filter brings them.'
    : 'git fsck tells what lacks them; a fresh clone has them.';
function lookedAt(coverage: Coverage, inside: string): string {
  const { documents, bytes, staged, commits } = coverage;
  const amount = `(${size(bytes)})`;
  if (commits !== undefined) {
    if (commits === 0 && documents === 0) return 'The range holds no commits.';
    return `Looked at ${count(commits, 'commit')}, ${count(documents, 'file')} ${amount}.`;
  }
  if (staged === 0) return 'Nothing is staged.';
  if (documents === 0) return 'Nothing was looked at.';
  if (staged !== undefined) return `Looked at ${count(documents, 'staged file')} ${amount}.`;
  return `Looked at ${count(documents, 'file')} ${amount}${inside}.`;
}

const looksAtSomething = ({ documents, commits = 0 }: Coverage): boolean => documents + commits > 0;

const nameOf = ({ path, object }: Skip): string => (path === '' && object ? `object ${object}` : path);

/** What may have made the scan incomplete comes first, then what another scan would look into. */
function urgency({ why }: Skip): number {
  return why === 'unreadable' ? 0 : why === 'missing' ? 1 : why === 'archive' ? 2 : 3;
}

/** Each different item with its number, the most frequent first. */
function tally<T extends string>(items: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
