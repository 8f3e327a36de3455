/** What V8 made of a program is kept for its next run, is never believed when it may be another's, and is never needed. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { detectEncoding } from '@bnguard/engine/gates';
import { git, put, stage } from './scan-stage.ts';

const loader = join(import.meta.dirname, '../dist/code-cache.cjs');

/** Two files, one of which is only loaded when it is called; says how much bytecode there is before any of it runs. */
const program = {
  'start.cjs': `'use strict';
const { getHeapCodeStatistics } = require('node:v8');
exports.start = () => {
  const before = getHeapCodeStatistics().bytecode_and_metadata_size;
  console.log(JSON.stringify({ says: require('./later.cjs').say(), file: require('node:path').basename(__filename), before }));
};
${Array.from({ length: 300 }, (_, i) => `exports.f${i} = function (a) { return a.map((b) => b + ${i}).join('-'); };`).join('\n')}
for (const one of Object.values(exports)) if (one !== exports.start && process.env.WARM) one([1]);
`,
  'later.cjs': `'use strict';\nexports.say = () => 'one';\n`,
};

interface Ran {
  readonly says: string;
  readonly file: string;
  /** Bytes of bytecode when the program has been loaded and nothing of it was called. */
  readonly before: number;
}

function run(folder: string, env: Readonly<Record<string, string>> = {}, keeps = true): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', programOf(folder, keeps)], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Ran;
}

const programOf = (folder: string, keeps = true): string =>
  `require(${JSON.stringify(loader)}).load(${JSON.stringify(join(folder, 'start.cjs'))}, ${JSON.stringify({ folder: kept(folder), keeps })}).start()`;

const kept = (folder: string): string => join(folder, 'compiled');
const keptFiles = (folder: string): string[] =>
  readdirSync(kept(folder))
    .filter((name) => name !== '.gitignore')
    .map((name) => join(kept(folder), name))
    .toSorted();
/** What changes when a file is kept anew. */
const inodes = (folder: string): number[] => keptFiles(folder).map((path) => statSync(path).ino);

test('the next run has the functions that ran, without compiling them', () => {
  const folder = stage(program);
  const first = run(folder, { WARM: '1' });
  expect(first).toMatchObject({ says: 'one', file: 'start.cjs' });
  expect(keptFiles(folder).map((path) => statSync(path).mode & 0o777)).toEqual([0o400, 0o400]);
  expect(statSync(kept(folder)).mode & 0o777).toBe(0o700);
  const before = inodes(folder);
  const cold = run(folder, { NODE_DISABLE_COMPILE_CACHE: '1' });
  const second = run(folder);
  expect(second.says).toBe('one');
  // 300 functions of some hundred bytes each.
  expect(second.before - cold.before).toBeGreaterThan(30_000);
  expect(inodes(folder)).toEqual(before);
});

test('nothing is kept where nobody asks for it', () => {
  for (const [env, keeps] of [
    [{}, false],
    [{ NODE_DISABLE_COMPILE_CACHE: '1' }, true],
    [{ NODE_V8_COVERAGE: join(stage(), 'coverage') }, true],
  ] as const) {
    const folder = stage(program);
    expect(run(folder, env, keeps).says).toBe('one');
    expect(existsSync(kept(folder))).toBe(false);
  }
});

/** Nobody may write what is kept, without asking first. */
function overwrite(path: string, change: (bytes: Buffer) => Uint8Array | string): void {
  const changed = change(readFileSync(path));
  chmodSync(path, 0o600);
  writeFileSync(path, changed);
  chmodSync(path, 0o400);
}

test.each<[string, (path: string) => void]>([
  ['cut off', (path) => overwrite(path, (bytes) => bytes.subarray(0, -100))],
  ['cut off early', (path) => overwrite(path, (bytes) => bytes.subarray(0, 10))],
  ...[0, 1, 2, 3, 4, 5, 6].map((part): [string, (path: string) => void] => [
    `damaged in its ${part}. seventh`,
    (path) =>
      overwrite(path, (bytes) => {
        const size = Math.floor(bytes.length / 7);
        return bytes.fill(0, size * part, size * (part + 1));
      }),
  ]),
  ['damaged in one bit', (path) => overwrite(path, (bytes) => ((bytes[100]! ^= 4), bytes))],
  ['without its code', (path) => overwrite(path, () => program['later.cjs'])],
  ['one that others may write', (path) => chmodSync(path, 0o666)],
  ['one that its group may write', (path) => chmodSync(path, 0o460)],
  ['one that could have been checked out', (path) => chmodSync(path, 0o600)],
  [
    'a link',
    (path) => {
      const elsewhere = `${path}.elsewhere`;
      writeFileSync(elsewhere, readFileSync(path), { mode: 0o400 });
      rmSync(path);
      symlinkSync(elsewhere, path);
    },
  ],
  [
    'a day old',
    (path) => utimesSync(path, new Date(Date.now() - 25 * 3_600_000), new Date(Date.now() - 25 * 3_600_000)),
  ],
])('what is kept is %s: it is kept anew', (_, change) => {
  const folder = stage(program);
  run(folder);
  const later = keptFiles(folder).find((path) => path.includes('later.cjs'))!;
  const before = statSync(later).ino;
  change(later);
  expect(run(folder).says).toBe('one');
  const now = statSync(later);
  expect({ isFile: now.isFile(), mode: now.mode & 0o777 }).toEqual({ isFile: true, mode: 0o400 });
  expect(now.ino).not.toBe(before);
  const again = statSync(later).ino;
  run(folder);
  expect(statSync(later).ino).toBe(again);
});

test('what was made of another text of the same length does not run', () => {
  const folder = stage(program);
  expect(run(folder).says).toBe('one');
  put(folder, { 'later.cjs': program['later.cjs'].replace('one', 'two') });
  expect(run(folder).says).toBe('two');
  expect(run(folder).says).toBe('two');
});

test('a folder in its place, or one that cannot be made, is no error', () => {
  const folder = stage(program);
  run(folder);
  const [first] = keptFiles(folder);
  rmSync(first!);
  mkdirSync(first!);
  expect(run(folder).says).toBe('one');
  expect(keptFiles(folder).filter((path) => path.endsWith('.draft'))).toEqual([]);
  rmSync(kept(folder), { recursive: true });
  put(folder, { compiled: 'a file' });
  expect(run(folder).says).toBe('one');
  expect(readFileSync(kept(folder), 'utf8')).toBe('a file');
});

test('a folder that is a link, or that we did not make, is left alone', () => {
  const folder = stage(program);
  const elsewhere = stage();
  symlinkSync(elsewhere, kept(folder));
  expect(run(folder).says).toBe('one');
  expect(readdirSync(elsewhere)).toEqual([]);
  rmSync(kept(folder));
  for (const mode of [0o777, 0o770, 0o1777, 0o755]) {
    mkdirSync(kept(folder));
    chmodSync(kept(folder), mode);
    expect(run(folder).says).toBe('one');
    expect(readdirSync(kept(folder))).toEqual([]);
    rmSync(kept(folder), { recursive: true });
  }
  // What was kept is not believed any more where others may have changed it since.
  const warm = run(folder, { WARM: '1' });
  const cold = run(folder, { NODE_DISABLE_COMPILE_CACHE: '1' });
  chmodSync(kept(folder), 0o777);
  expect(run(folder).before - cold.before).toBeLessThan(15_000);
  expect(warm.says).toBe('one');
});

test('where there is neither home nor user, it is the same', () => {
  const folder = stage(program);
  expect(run(folder, { HOME: '' }).says).toBe('one');
  expect(keptFiles(folder)).toHaveLength(2);
});

test('other flags of V8 have code of their own', () => {
  const folder = stage(program);
  run(folder);
  const before = inodes(folder);
  for (let i = 0; i < 2; i++) expect(run(folder, { NODE_OPTIONS: '--max-old-space-size=300' }).says).toBe('one');
  expect(keptFiles(folder)).toHaveLength(4);
  // What changes with each run is no flag.
  for (const name of ['a', 'b', 'c']) run(folder, { NODE_OPTIONS: `--diagnostic-dir=/tmp/${name}` });
  expect(keptFiles(folder)).toHaveLength(6);
  expect(inodes(folder)).toEqual(expect.arrayContaining(before));
});

test('git does not see it, and no scan takes it for a text', () => {
  const folder = stage(program);
  git(folder, 'init', '-q');
  run(folder);
  expect(git(folder, 'status', '--porcelain', '--untracked-files=all')).not.toContain('compiled');
  for (const path of keptFiles(folder))
    expect(detectEncoding(readFileSync(path))).toMatchObject({ encoding: 'binary' });
});

test('a file that fails when it is loaded fails each time', () => {
  const folder = stage({ ...program, 'later.cjs': "exports.say = () => 'half';\nthrow new Error('no');\n" });
  put(folder, {
    'start.cjs':
      "exports.start = () => { for (let i = 0; i < 2; i++) try { console.log(require('./later.cjs').say()); } catch { console.log('failed'); } };",
  });
  const { stdout } = spawnSync(process.execPath, ['-e', programOf(folder)], { encoding: 'utf8' });
  expect(stdout).toBe('failed\nfailed\n');
});

test('what was not kept anew for months is of a version that is gone', () => {
  const folder = stage(program);
  run(folder);
  const [first] = keptFiles(folder);
  const old = join(kept(folder), 'gone.cjs-00000000-v1.0.0-x64');
  const recent = join(kept(folder), 'other.cjs-00000000-v1.0.0-x64');
  const foreign = join(kept(folder), 'thesis.txt');
  const draft = `${first!}.1-1.draft`;
  for (const path of [old, recent, foreign, draft]) writeFileSync(path, '');
  mkdirSync(join(kept(folder), 'also.cjs-00000000-v1.0.0-x64'));
  for (const path of [foreign, draft]) utimesSync(path, new Date(0), new Date(0));
  utimesSync(old, new Date(Date.now() - 91 * 86_400_000), new Date(Date.now() - 91 * 86_400_000));
  rmSync(first!);
  run(folder);
  expect([first!, old, recent, foreign, draft].map((path) => existsSync(path))).toEqual([
    true,
    false,
    true,
    true,
    false,
  ]);
});

test('several at once leave whole files', async () => {
  const folder = stage(program);
  const { spawn } = await import('node:child_process');
  const ends = await Promise.all(
    Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, ['-e', programOf(folder)], { stdio: 'ignore' });
      return new Promise((resolve) => child.on('close', resolve));
    }),
  );
  expect(ends).toEqual([0, 0, 0, 0, 0, 0]);
  expect(keptFiles(folder)).toHaveLength(2);
  const before = inodes(folder);
  expect(run(folder).says).toBe('one');
  expect(inodes(folder)).toEqual(before);
});
