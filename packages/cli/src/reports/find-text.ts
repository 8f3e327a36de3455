/** What `bnguard find` says to people: the files and the objects that hold a value, and never the value. */
import type { Skip } from '@bnguard/engine';
import picocolors from 'picocolors';
import type { FoundInFile } from '../sources/find-files.ts';
import type { FoundObject } from '../sources/history/find-in-history.ts';
import type { Report } from '../types.ts';
import { count, listed, shortRef } from './words.ts';
import { logSafe } from './log-safe.ts';
import { shortId } from './text-place.ts';
import { visible } from './visible.ts';

/** Schema 1 of its JSON. */
export interface FoundReport extends Pick<Report, 'schema' | 'tool' | 'asOf' | 'complete'> {
  /** How findings of this value are called in reports. */
  readonly fingerprints: readonly string[];
  readonly files: readonly FoundInFile[];
  /** Branches, tags and other refs whose names hold it. */
  readonly refs: readonly { readonly name: string; readonly form: string }[];
  readonly objects: readonly FoundObject[];
  readonly skipped: readonly Skip[];
  readonly coverage: { readonly files: number; readonly objects: number };
}

/** Objects that are named without --verbose. */
const mostNamed = 20;

export function findText(
  report: FoundReport,
  { color, verbose }: { readonly color: boolean; readonly verbose: boolean },
): string {
  const { bold, red, dim } = picocolors.createColors(color);
  const { files, refs, objects, coverage, skipped } = report;
  const lines: string[] = [];
  if (files.length > 0) {
    lines.push(bold('On disk'), ...files.map(fileLine), '');
  }
  if (refs.length > 0) {
    lines.push(bold('In the names of branches, tags and other refs'));
    lines.push(...refs.map(({ name, form }) => `  ${name}${inForm(form)}`), '');
  }
  if (objects.length > 0) {
    const shown = verbose ? objects : objects.slice(0, mostNamed);
    lines.push(bold('In what git stores'));
    for (const one of shown) lines.push(...objectLines(one).map((line, i) => (i === 0 ? line : dim(line))));
    const more = objects.length - shown.length;
    lines.push(...(more > 0 ? [`  and ${count(more, 'other object')}; --verbose names all`] : []), '');
  }
  const where = [
    ...(files.length > 0 ? [count(new Set(files.map(({ path }) => path)).size, 'file')] : []),
    ...(refs.length > 0 ? [count(refs.length, 'ref')] : []),
    ...(objects.length > 0 ? [`${count(objects.length, 'object')} of git`] : []),
  ];
  lines.push(bold(where.length > 0 ? `Found in ${listed(where)}.` : 'Not found.'));
  lines.push(
    dim(`Looked at ${count(coverage.files, 'file')} on disk and ${count(coverage.objects, 'object')} of git.`),
  );
  for (const { path, object, why, detail } of skipped.slice(0, verbose ? skipped.length : 3)) {
    lines.push(`  ${[path, object].filter(Boolean).join(' ')} (${detail ? `${why}: ${detail}` : why})`);
  }
  if (!report.complete)
    lines.push(bold(red('INCOMPLETE: not everything could be read, so it may stand elsewhere too.')));
  if (skipped.some(({ detail }) => detail?.includes('shallow clone'))) {
    lines.push('This clone is shallow: git fetch --unshallow brings the commits that it lacks.');
  }
  return logSafe(lines.map((line) => `${line === '' ? '' : visibleKeepingColors(line)}\n`).join(''));
}

function fileLine({ path, where, line, form }: FoundInFile): string {
  const at = { content: `:${line}`, name: ', in its name', link: ', in what the link leads to' }[where];
  return `  ${path}${at}${inForm(form)}`;
}

function objectLines({ object, type, where, line, form, history }: FoundObject): string[] {
  const { places, refs, reachable, heldBy, atHead } = history;
  const paths = [...new Set(places.map(({ path }) => path).filter(Boolean))];
  const isFile = type === 'blob' || where === 'name';
  const what = isFile ? (paths[0] ?? 'a file without a name') : `${type} ${shortId(object)}`;
  const at = where === 'name' ? 'in its name' : `line ${line}`;
  const first = places.flatMap((place) => place.first ?? []).sort((a, b) => a.time - b.time)[0];
  const names = refs.slice(0, 3).map(shortRef);
  const others = refs.length > names.length ? [count(refs.length - names.length, 'other')] : [];
  const held = reachable
    ? `in the history of ${listed([...names, ...others])}`
    : heldBy === 'nothing'
      ? 'held by nothing any more'
      : `held by the ${heldBy ?? 'reflog'} alone`;
  const since = first ? `since ${shortId(first.id)} on ${first.date.slice(0, 10)}, ` : '';
  return [
    `  ${what}, ${at}${inForm(form)}  ${isFile ? `${type} ${shortId(object)}` : ''}`.trimEnd(),
    `    ${since}${held}${atHead ? ', still in HEAD' : ''}`,
    ...(paths.length > 1 ? [`    also as ${listed(paths.slice(1, 4))}`] : []),
  ];
}

const inForm = (form: string): string => (form === '' ? '' : ` (${form})`);

/** Paths may hold what a terminal obeys; our own colours are such marks too. */
const visibleKeepingColors = (line: string): string =>
  line
    .split(/(\x1b\[\d+m)/)
    .map((part, i) => (i % 2 === 1 ? part : visible(part)))
    .join('');
