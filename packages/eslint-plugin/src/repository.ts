/** Where a linted file stands: the top of its repository, its path as findings name it, and what is decided there. */
import { lstatSync } from 'node:fs';
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

const tops = new Map<string, string | undefined>();

/** The nearest folder above that git calls the top. */
function topOf(folder: string): string | undefined {
  if (tops.has(folder)) return tops.get(folder);
  const isTop = lstatSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
  const top = isTop ? folder : folder === parse(folder).root ? undefined : topOf(dirname(folder));
  tops.set(folder, top);
  return top;
}

interface Known {
  readonly stamp: string;
  /** Of the files below, those that are there. */
  readonly present: readonly string[];
  readonly decided: Omit<Standing, 'path'>;
}
const known = new Map<string, Known>();
const files = ['bnguard.config.json', 'bnguard.config.yaml', 'bnguard.config.toml', 'bnguard-baseline.json'];

/**
 * Read anew when a file changes or a day ends: an editor runs for weeks. A file that comes or goes changes its folder,
 * so in most repositories one question is all.
 */
function decided(top: string): Omit<Standing, 'path'> {
  const today = new Date().toISOString().slice(0, 10);
  const before = known.get(top);
  if (before && before.stamp === stampsOf(top, before.present, today)) return before.decided;
  const present = files.filter((name) => stampOf(join(top, name)) !== '-');
  const now = { stamp: stampsOf(top, present, today), present, decided: read(top, today) };
  known.set(top, now);
  return now.decided;
}

function stampsOf(top: string, present: readonly string[], today: string): string {
  return [today, stampOf(top), ...present.map((name) => stampOf(join(top, name)))].join(' ');
}

function stampOf(path: string): string {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs}:${found.size}` : '-';
}

function read(top: string, today: string): Omit<Standing, 'path'> {
  try {
    const { suppressions, ...rest } = decisionsOf(top, today);
    // One file cannot tell that an entry matches nothing.
    return { decisions: { ...rest, suppressions: suppressions.map((one) => ({ ...one, mayBeUnused: true })) } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { decisions: none, problem: error.message };
  }
}
