/** Changes to files: shown as a diff, written only where a file still is what it was, and taken back as they were made. */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isThere } from '../small-file.ts';
import { lookAt, mostToWrite, type Found } from './look.ts';

/** A file that is to be written. Absolute paths. */
export interface Edit {
  readonly path: string;
  /** Undefined: there is no such file, or what there is is kept. */
  readonly before: string | undefined;
  readonly after: string;
  readonly isExecutable?: boolean;
  /** Under this path what stands there is kept, whatever it is. */
  readonly keptAs?: string;
}

/** What was written, by which it is taken back. */
export interface Done {
  readonly path: string;
  readonly keptAs: string | null;
  readonly before: string | null;
  /** SHA-256 of what was written. */
  readonly after: string;
  /** The topmost folder that was made for it. */
  readonly folder: string | null;
}

/** Throws an Error with a reason that people understand; then everything is as it was. Follows no link. */
export function apply({ path, before, after, isExecutable, keptAs }: Edit): Done {
  const found = lookAt(path, mostToWrite);
  if (keptAs === undefined) {
    if (found.kind === 'other') throw new Error(`it ${found.why}`);
    if (textOf(found) !== before) throw new Error('it has changed meanwhile');
  } else {
    const beside = lookAt(keptAs);
    if (beside.kind !== 'nothing') throw new Error(`${keptAs} ${beside.kind === 'other' ? beside.why : 'is there'}`);
  }
  const folder = mkdirSync(dirname(path), { recursive: true }) ?? null;
  if (keptAs !== undefined) renameSync(path, keptAs);
  try {
    writeFileSync(path, after, { flag: before === undefined ? 'wx' : 'w' });
    if (isExecutable) chmodSync(path, 0o755);
  } catch (error) {
    if (before !== undefined && isThere(path)) restore(() => writeFileSync(path, before));
    if (keptAs !== undefined) restore(() => renameSync(keptAs, path));
    throw error;
  }
  return { path, keptAs: keptAs ?? null, before: before ?? null, after: hashOf(after), folder };
}

/** What went wrong first is told, not this. */
function restore(step: () => void): void {
  try {
    step();
  } catch {
    // The disk takes nothing any more.
  }
}

/** Undefined: it is as it was before. Else why it was left alone. */
export function takeBack({ path, keptAs, before, after, folder }: Done): string | undefined {
  const found = lookAt(path, mostToWrite);
  if (found.kind === 'other') return `it ${found.why}`;
  if (found.kind === 'nothing' && before !== null) return 'it was deleted';
  if (found.kind === 'text' && hashOf(found.text) !== after) return 'it was changed since';
  if (keptAs !== null) {
    if (!isThere(keptAs)) return 'what was kept beside it is gone';
    renameSync(keptAs, path);
  } else if (before === null) rmSync(path, { force: true });
  else writeFileSync(path, before);
  if (folder !== null) removeEmpty(dirname(path), folder);
  return undefined;
}

/** From a folder up to the one that was made first; what somebody has put something into stays. */
function removeEmpty(from: string, to: string): void {
  try {
    for (let at = from; at.length >= to.length; at = dirname(at)) rmdirSync(at);
  } catch {
    // It is in use.
  }
}

const textOf = (found: Found): string | undefined => (found.kind === 'text' ? found.text : undefined);

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The changed lines, each with its sign, beneath the file's name. @param name and `kept`: as people know the files */
export function diffOf(edit: Edit, name: string, kept: string): string[] {
  const old = linesOf(edit.before ?? '');
  const now = linesOf(edit.after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const state = edit.keptAs !== undefined ? ` (new; the old one is kept as ${kept})` : ' (new)';
  return [
    `${name}${edit.before === undefined ? state : ''}`,
    ...old.slice(start, old.length - end).map((line) => `  - ${line}`),
    ...now.slice(start, now.length - end).map((line) => `  + ${line}`),
  ];
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split(/\r?\n/));
