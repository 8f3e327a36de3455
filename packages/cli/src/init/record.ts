/**
 * What init wrote, kept beside git's own files, so that it can be taken back. Not committed. Files of the work tree are
 * in that work tree's own git folder, hooks in the one that all work trees share; paths are relative, for clones move.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import * as v from 'valibot';
import { isInside } from '../sources/names.ts';
import { UserError } from '../user-error.ts';
import { hashOf, type Done } from './edit.ts';
import type { Facts } from './facts.ts';
import { allHooks, isKeptName } from './hook-scripts.ts';
import { lookAt, mostToWrite } from './look.ts';

interface Book {
  readonly file: string;
  /** Its paths begin here. */
  readonly base: string;
  /** Whether init would write to this path. The folder may be somebody's who handed it over. */
  readonly holds: (path: string) => boolean;
}

function booksOf({ top, commonFolder, store }: Facts): readonly [tree: Book, hooks: Book] {
  const inGit = (path: string): boolean => isInside(path, commonFolder);
  return [
    {
      file: join(store.gitFolder, 'bnguard-init.json'),
      base: top,
      holds: (path) =>
        isInside(path, top) && !inGit(path) && !relative(top, path).toLowerCase().split(sep).includes('.git'),
    },
    {
      file: join(commonFolder, 'bnguard-init-hooks.json'),
      base: commonFolder,
      holds: (path) => inGit(path) && allHooks.some((hook) => hook === basename(path)),
    },
  ];
}

const place = v.pipe(v.string(), v.minLength(1));
const schema = v.strictObject({
  done: v.array(
    v.strictObject({
      path: place,
      keptAs: v.nullable(place),
      before: v.nullable(v.string()),
      after: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      folder: v.nullable(place),
    }),
  ),
});

/** In the order in which it was written. Throws a UserError where a record is damaged. @param so what that means */
export function recorded(facts: Facts, so: string): Done[] {
  return booksOf(facts).flatMap((book) => {
    const found = lookAt(book.file, mostToWrite);
    if (found.kind === 'nothing') return [];
    const done = found.kind === 'text' ? read(found.text, book) : undefined;
    if (done !== undefined) return done;
    throw new UserError(
      `${book.file} is damaged, so ${so}. git diff shows what is committed, hooks stand in ${facts.hooksFolder}; delete it to go on.`,
    );
  });
}

function read(text: string, { base, holds }: Book): Done[] | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const result = v.safeParse(schema, data);
  if (!result.success) return undefined;
  const at = (path: string | null): string | null => (path === null ? null : resolve(base, path));
  const done = result.output.done.map((one): Done => ({
    ...one,
    path: resolve(base, one.path),
    keptAs: at(one.keptAs),
    folder: at(one.folder),
  }));
  const isOurs = ({ path, keptAs, folder }: Done): boolean =>
    holds(path) &&
    (keptAs === null || (dirname(keptAs) === dirname(path) && isKeptName(basename(keptAs), basename(path)))) &&
    (folder === null || (isInside(dirname(path), folder) && isInside(folder, base) && folder !== base));
  return done.every(isOurs) ? done : undefined;
}

/** Adds to the record: of a file that was written twice in a row the first state counts. */
export function record(facts: Facts, known: readonly Done[], more: readonly Done[]): void {
  const done = [...known];
  for (const one of more) {
    const at = done.findLastIndex(({ path }) => path === one.path);
    const earlier = done[at];
    // Unless something else wrote in between.
    const follows = earlier !== undefined && one.before !== null && hashOf(one.before) === earlier.after;
    if (follows) done[at] = { ...earlier, after: one.after };
    else done.push(one);
  }
  write(facts, done);
}

/** Throws what the system says. */
export function write(facts: Facts, done: readonly Done[]): void {
  const [tree, hooks] = booksOf(facts);
  const isHook = ({ path }: Done): boolean => isInside(path, facts.commonFolder);
  writeBook(
    tree,
    done.filter((one) => !isHook(one)),
  );
  writeBook(hooks, done.filter(isHook));
}

function writeBook({ file, base }: Book, done: readonly Done[]): void {
  const found = lookAt(file, mostToWrite);
  if (found.kind === 'other') throw new Error(`${file} ${found.why}`);
  if (done.length === 0) {
    rmSync(file, { force: true });
    return;
  }
  const from = (path: string): string => relative(base, path).split(sep).join('/');
  const relativeDone = done.map((one) => ({
    ...one,
    path: from(one.path),
    keptAs: one.keptAs && from(one.keptAs),
    folder: one.folder && from(one.folder),
  }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ done: relativeDone }, null, 2)}\n`);
}
