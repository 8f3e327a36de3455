/**
 * What tests of the history scan share: git with a fixed clock, objects made by hand, and the scan itself. Knows
 * nothing of what a scan should find; for that see hiding-places.ts.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { devNull } from 'node:os';
import { expand, type HistoryOrigin, type Moment } from '@bnguard/engine';
import { userCacheFolder } from '../src/io.ts';
import { run } from '../src/main.ts';
import { scan } from '../src/scan.ts';
import type { Threads } from '../src/threads.ts';
import type { Coverage, Report, ScanSettings } from '../src/types.ts';
import { runIn, type Ran } from './fake-terminal.ts';

/** When the reports of these tests are made. */
export const asOf = '2026-11-22T12:00:00Z';

/** Numbered days of authors from 2024 on, half past midnight UTC, which their clocks (nine hours ahead) call morning. */
const authorSeconds = (day: number): number => Date.UTC(2024, 0, 1, 0, 30) / 1000 + day * 86_400;
/** Committers come much later, in the same order. */
const committerSeconds = (day: number): number => Date.UTC(2025, 5, 1) / 1000 + day * 3600;

/** The author's date of a day, as reports tell it. */
export const dateOf = (day: number): string => new Date(authorSeconds(day) * 1000).toISOString().replace('.000Z', 'Z');

export interface GitOptions {
  /** Sets both clocks. */
  readonly day?: number;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs git in a folder, with no configuration but the repository's, and gives what it printed, without the last newline. */
export function gitIn(folder: string, args: readonly string[], { day = 0, input, env = {} }: GitOptions = {}): string {
  return gitBytes(folder, args, { day, ...(input !== undefined && { input }), env })
    .toString('utf8')
    .replace(/\n$/, '');
}

/** The same in bytes. */
export function gitBytes(
  folder: string,
  args: readonly string[],
  { day = 0, input, env = {} }: GitOptions = {},
): Buffer {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return execFileSync('git', ['-c', 'protocol.file.allow=always', '-c', 'core.quotePath=false', ...args], {
    cwd: folder,
    env: {
      ...Object.fromEntries(inherited),
      LC_ALL: 'C',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_SYSTEM: devNull,
      GIT_AUTHOR_NAME: 'Ada Author',
      GIT_AUTHOR_EMAIL: 'ada@example.org',
      GIT_AUTHOR_DATE: `@${authorSeconds(day)} +0900`,
      GIT_COMMITTER_NAME: 'Carl Committer',
      GIT_COMMITTER_EMAIL: 'carl@example.org',
      GIT_COMMITTER_DATE: `@${committerSeconds(day)} -0500`,
      ...env,
    },
    input: input ?? '',
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  });
}

// ---------------------------------------------------------------------------------------------------------------
// Objects made by hand: no index, no work tree, no reflog

export const writeBlob = (top: string, content: string | Uint8Array): string =>
  gitIn(top, ['hash-object', '-w', '--stdin'], { input: content });

/** Any object, however wrong its content is. */
export const writeRaw = (top: string, type: string, content: string | Uint8Array): string =>
  gitIn(top, ['hash-object', '-w', '-t', type, '--literally', '--stdin'], { input: content });

/** A tree of one level: names to contents. */
export function writeTree(top: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const entries = Object.entries(files).map(([name, content]) => `100644 blob ${writeBlob(top, content)}\t${name}\0`);
  return gitIn(top, ['mktree', '-z'], { input: entries.join('') });
}

export interface NewCommit {
  readonly day: number;
  readonly parents?: readonly string[];
  readonly message?: string;
  /** Points this ref to it. */
  readonly ref?: string;
}

/** A commit of a tree, or of files of one level. */
export function writeCommit(
  top: string,
  content: string | Readonly<Record<string, string | Uint8Array>>,
  { day, parents = [], message = 'change', ref }: NewCommit,
): Moment {
  const tree = typeof content === 'string' ? content : writeTree(top, content);
  const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])];
  const id = gitIn(top, args, { day, input: `${message}\n` });
  if (ref !== undefined) gitIn(top, ['update-ref', ref, id]);
  return { id, date: dateOf(day) };
}

/** Every object that git stores for a repository: id to type. */
export function objectsOf(top: string): Map<string, string> {
  const lines = gitIn(
    top,
    ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectname) %(objecttype)'],
    {
      env: { GIT_NO_REPLACE_OBJECTS: '1' },
    },
  );
  return new Map(
    lines
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' ') as [string, string]),
  );
}

/** The loose file of an object, below the git directory. */
export const looseFile = (id: string): string => `objects/${id.slice(0, 2)}/${id.slice(2)}`;

// ---------------------------------------------------------------------------------------------------------------
// Values

/** The fake that stands for the value of a place. */
export const valueOf = (place: string): string => expand(`<key64:${place}>`).text;

/** A line that is a leak whatever stands around it. The value begins at column 20. */
export const secretLine = (place: string): string => `BINANCE_API_SECRET=${valueOf(place)}\n`;

/** See docs/decisions/0003-fingerprints.md. */
export const fingerprintOf = (place: string): string =>
  createHash('sha256')
    .update(`credential\0${valueOf(place)}`)
    .digest('hex')
    .slice(0, 32);

// ---------------------------------------------------------------------------------------------------------------
// The scan

/** Real threads, from sources, started at once. */
export const threads: Threads = {
  entry: new URL('../src/worker.ts', import.meta.url),
  execArgv: ['--import', new URL('scan-loader.mjs', import.meta.url).href],
  from: 1,
};

export type HistorySource = Extract<ScanSettings['source'], { kind: 'history' }>;

/** How a history is scanned in a test; without `source` whole and without cache, in this thread. */
export interface HowToScan extends Partial<Omit<ScanSettings, 'source'>> {
  readonly source?: Pick<HistorySource, 'shard'> & { readonly cache?: boolean };
  readonly threads?: Threads;
}

/** Scans what git stores for the repository at `path` (absolute). */
export async function scanHistory(path: string, { source, threads: given, ...more }: HowToScan = {}): Promise<Report> {
  const { cache = false, shard } = source ?? {};
  const settings: ScanSettings = {
    cwd: path,
    paths: [],
    includeIgnored: false,
    jobs: 1,
    noIgnores: false,
    asOf,
    configFor: async () => [],
    // What the tests hide is years old; its age has tests of its own.
    keyAgeFor: async () => 36_500,
    ...more,
    source: { kind: 'history', ...(shard && { shard }), ...(cache && { userCache: userCacheFolder(process) }) },
  };
  return scan(settings, given);
}

/** `bnguard scan --history --no-cache …` in a folder, with everything real. */
export async function runHistory(folder: string, ...flags: readonly string[]): Promise<Ran> {
  return runIn(folder, ['scan', '--history', '--no-cache', '--as-of', asOf.slice(0, 10), ...flags], scan);
}

/** The same as JSON. */
export async function jsonHistory(
  folder: string,
  ...flags: readonly string[]
): Promise<{ readonly code: number; readonly report: Report; readonly stderr: string }> {
  const { code, stdout, stderr } = await runHistory(folder, '--format', 'json', ...flags);
  return { code, stderr, report: JSON.parse(stdout) as Report };
}

/** Joins reports of shards with `bnguard merge`. */
export async function mergeFiles(folder: string, files: readonly string[]): Promise<Report> {
  const written = { stdout: '', stderr: '' };
  await run(['merge', ...files, '--format', 'json'], {
    stdin: (async function* () {})(),
    stdout: { write: (text) => void (written.stdout += text) },
    stderr: { write: (text) => void (written.stderr += text) },
    cwd: folder,
    env: {},
    isTTY: { stdout: false, stderr: false },
  });
  if (written.stdout === '') throw new Error(`bnguard merge printed nothing, and said: ${written.stderr}`);
  return JSON.parse(written.stdout) as Report;
}

/** What the coverage of a history tells besides what every coverage does. */
export interface HistoryCoverage extends Coverage {
  readonly objects: number;
  readonly blobs: number;
  readonly refs: number;
  readonly shallow: boolean;
  readonly partial: boolean;
  readonly missing: number;
  readonly cached: number;
}
export const coverageOf = ({ coverage }: Report): HistoryCoverage => coverage as HistoryCoverage;

/** Where in git a finding of a history is. */
export function originOf({ origin }: Report['findings'][number]): HistoryOrigin {
  if (origin.kind !== 'history') throw new Error(`a finding of ${origin.kind} in a history`);
  return origin;
}

/** Which of these places a report found, sorted; anything else goes by its path. That the keys are old is told beside. */
export function foundPlaces({ findings }: Report, places: readonly string[]): string[] {
  const names = new Map(places.map((place) => [fingerprintOf(place), place]));
  return findings
    .filter(({ rule }) => rule !== 'key-age')
    .map(({ fingerprint, rule, path }) => names.get(fingerprint) ?? `${rule} in '${path}'`)
    .toSorted();
}
