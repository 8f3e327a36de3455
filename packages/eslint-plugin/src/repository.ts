/** Where a linted file stands: the top of its repository, its path as findings name it, and what is decided there. */
import { statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import { decisionsOf, UserError, type Decisions } from 'bnguard/for-editors';

export interface Standing {
  /** POSIX, relative to the top of the repository; `''` for text without a file. */
  readonly path: string;
  readonly decisions: Decisions;
  /** What is wrong with the configuration or the baseline, which then do not count. */
  readonly problem?: string;
}

const none: Decisions = { suppressions: [] };

/** @param filename as ESLint has it: a path, `<input>`, or with the part of a file that a processor made */
export function standingOf(filename: string, cwd: string): Standing {
  const file = /^<\w+>$/.test(filename) ? undefined : resolve(cwd, filename);
  const top = topOf(file === undefined ? cwd : dirname(file)) ?? cwd;
  return { path: file === undefined ? '' : pathIn(top, file), ...decided(top) };
}

function pathIn(top: string, filename: string): string {
  const path = relative(top, filename);
  return path === '' || path.startsWith('..') || isAbsolute(path) ? basename(filename) : path.split(sep).join('/');
}

/** An editor runs for weeks, in which repositories are made and configurations change. */
const shortWhile = 2000;
const tops = new Map<string, { readonly top: string | undefined; readonly until: number }>();

/** The nearest folder above that git calls the top. */
function topOf(folder: string): string | undefined {
  const before = tops.get(folder);
  if (before && before.until > Date.now()) return before.top;
  const isTop = stampOf(join(folder, '.git')) !== absent;
  const top = isTop ? folder : folder === parse(folder).root ? undefined : topOf(dirname(folder));
  tops.set(folder, { top, until: Date.now() + shortWhile });
  return top;
}

interface Known {
  readonly stamp: string;
  readonly decided: Omit<Standing, 'path'>;
  readonly files: readonly string[];
}
const known = new Map<string, Known>();

/** Read anew when a file changes or a day ends. A file that comes or goes changes its folder. */
function decided(top: string): Omit<Standing, 'path'> {
  const today = new Date().toISOString().slice(0, 10);
  const stampsOf = (files: readonly string[]): string => [today, ...[top, ...files].map(stampOf)].join(' ');
  const before = known.get(top);
  if (before && before.stamp === stampsOf(before.files)) return before.decided;
  const files: string[] = [];
  const now = read(top, today, files);
  known.set(top, { stamp: stampsOf(files), decided: now, files });
  return now;
}

const absent = '-';

/** What changes when a file does; `absent` for whatever cannot be looked at, such as a part of a file. */
function stampOf(path: string): string {
  try {
    const { mtimeMs, size } = statSync(path);
    return `${mtimeMs}:${size}`;
  } catch {
    return absent;
  }
}

/** @param files gets the files that count, there or not */
function read(top: string, today: string, files: string[]): Omit<Standing, 'path'> {
  try {
    const { suppressions, ...rest } = decisionsOf(top, today, (file) => void files.push(file));
    // One file cannot tell that an entry matches nothing.
    return { decisions: { ...rest, suppressions: suppressions.map((one) => ({ ...one, mayBeUnused: true })) } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { decisions: none, problem: error.message };
  }
}
