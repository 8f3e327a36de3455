/** Changes to files: shown as a diff, written only where a file still is what it was, and taken back as they were made. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Absolute paths; contents are UTF-8 text. */
export type Edit =
  | {
      readonly kind: 'write';
      readonly path: string;
      /** Undefined: there is no such file. */
      readonly before: string | undefined;
      readonly after: string;
      readonly isExecutable?: boolean;
    }
  /** Keeps what is there, under another name. */
  | { readonly kind: 'move'; readonly path: string; readonly to: string };

/** What was written, by which it is taken back. */
export type Done =
  | { readonly kind: 'write'; readonly path: string; readonly before: string | null; readonly after: string }
  | { readonly kind: 'move'; readonly path: string; readonly to: string };

/** The text of a file; undefined where there is none, or what there is is no text. Throws what the system says else. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

export const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Throws an Error with a reason that people understand. Follows no link. */
export function apply(edit: Edit): Done {
  if (edit.kind === 'move') {
    if (isThere(edit.to)) throw new Error(`${edit.to} is there already`);
    renameSync(edit.path, edit.to);
    return edit;
  }
  const { path, before, after, isExecutable } = edit;
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new Error('it is no file');
  if ((found ? textOf(path) : undefined) !== before) throw new Error('it has changed meanwhile');
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  if (realpathSync(folder) !== folder) throw new Error('there is a link in its path');
  writeFileSync(path, after);
  if (isExecutable) chmodSync(path, 0o755);
  return { kind: 'write', path, before: before ?? null, after: hashOf(after) };
}

/** Undefined: it is as it was before. Else why it was left alone. */
export function takeBack(done: Done): string | undefined {
  if (done.kind === 'move') {
    if (!isThere(done.to)) return 'what was kept beside it is gone';
    if (isThere(done.path)) return 'there is something in its place';
    renameSync(done.to, done.path);
    return undefined;
  }
  const found = lstatSync(done.path, { throwIfNoEntry: false });
  if (!found) return done.before === null ? undefined : 'it was deleted';
  if (!found.isFile() || hashOf(readFileSync(done.path, 'utf8')) !== done.after) return 'it was changed since';
  if (done.before === null) rmSync(done.path);
  else writeFileSync(done.path, done.before);
  return undefined;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The changed lines, each with its sign, beneath the file's name. @param name and `to`: as people know the files */
export function diffOf(edit: Edit, name: string, to: string): string[] {
  if (edit.kind === 'move') return [`${name} is kept as ${to}`];
  const old = linesOf(edit.before ?? '');
  const now = linesOf(edit.after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return [
    `${name}${edit.before === undefined ? ' (new)' : ''}`,
    ...old.slice(start, old.length - end).map((line) => `  - ${line}`),
    ...now.slice(start, now.length - end).map((line) => `  + ${line}`),
  ];
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split(/\r?\n/));
