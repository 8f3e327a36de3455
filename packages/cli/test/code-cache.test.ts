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
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { put, stage } from './scan-stage.ts';

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
  const code = `require(${JSON.stringify(loader)}).load(${JSON.stringify(join(folder, 'start.cjs'))}, ${keeps}).start()`;
  const home = { PATH: process.env['PATH'], HOME: join(folder, 'home') };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', code], {
    encoding: 'utf8',
    env: { ...home, ...env },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Ran;
}

const kept = (folder: string): string => join(folder, 'home/.cache/bnguard/code');
const keptFiles = (folder: string): string[] =>
  readdirSync(kept(folder))
    .map((name) => join(kept(folder), name))
    .toSorted();
/** What changes when a file is kept anew. */
const inodes = (folder: string): number[] => keptFiles(folder).map((path) => statSync(path).ino);

test('the next run has the functions that ran, without compiling them', () => {
  const folder = stage(program);
  const first = run(folder, { WARM: '1' });
  expect(first).toMatchObject({ says: 'one', file: 'start.cjs' });
  expect(keptFiles(folder).map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
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
    expect(existsSync(join(folder, 'home'))).toBe(false);
  }
});

test('XDG_CACHE_HOME counts when it is absolute', () => {
  const folder = stage(program);
  const caches = stage();
  run(folder, { XDG_CACHE_HOME: caches });
  expect(readdirSync(join(caches, 'bnguard/code'))).toHaveLength(2);
  run(folder, { XDG_CACHE_HOME: 'caches' });
  expect(readdirSync(kept(folder))).toHaveLength(2);
  expect(existsSync(join(folder, 'caches'))).toBe(false);
});

test.each<[string, (path: string) => void]>([
  ['cut off', (path) => truncateSync(path, statSync(path).size - 100)],
  ['cut off within the source', (path) => truncateSync(path, 10)],
  ...[0, 1, 2, 3, 4, 5, 6].map((part): [string, (path: string) => void] => [
    `damaged in its ${part}. seventh`,
    (path) => {
      const bytes = readFileSync(path);
      const size = Math.floor(bytes.length / 7);
      bytes.fill(0, size * part, size * (part + 1));
      writeFileSync(path, bytes);
    },
  ]),
  [
    'damaged in one bit',
    (path) => {
      const bytes = readFileSync(path);
      bytes[bytes.length - 100]! ^= 4;
      writeFileSync(path, bytes);
    },
  ],
  ['without its code', (path) => truncateSync(path, program['later.cjs'].length)],
  ['one that others may write', (path) => chmodSync(path, 0o666)],
  ['one that its group may write', (path) => chmodSync(path, 0o660)],
  [
    'a link',
    (path) => {
      const elsewhere = `${path}.elsewhere`;
      writeFileSync(elsewhere, readFileSync(path), { mode: 0o600 });
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
  expect({ isFile: now.isFile(), mode: now.mode & 0o777 }).toEqual({ isFile: true, mode: 0o600 });
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

test('a folder in its place, or a home that cannot be written, is no error', () => {
  const folder = stage(program);
  run(folder);
  const [first] = keptFiles(folder);
  rmSync(first!);
  mkdirSync(first!);
  expect(run(folder).says).toBe('one');
  put(folder, { file: '' });
  expect(run(folder, { HOME: join(folder, 'file') }).says).toBe('one');
  expect(readdirSync(kept(folder)).filter((name) => /\.\d+$/.test(name))).toEqual([]);
});

test('what was not kept anew for months is of a version that is gone', () => {
  const folder = stage(program);
  run(folder);
  const [first] = keptFiles(folder);
  const old = join(kept(folder), 'gone.cjs-00000000-v1.0.0-x64');
  const recent = join(kept(folder), 'other.cjs-00000000-v1.0.0-x64');
  for (const path of [old, recent]) writeFileSync(path, '');
  utimesSync(old, new Date(Date.now() - 91 * 86_400_000), new Date(Date.now() - 91 * 86_400_000));
  rmSync(first!);
  run(folder);
  expect([existsSync(first!), existsSync(old), existsSync(recent)]).toEqual([true, false, true]);
});

test('several at once leave whole files', async () => {
  const folder = stage(program);
  const { spawn } = await import('node:child_process');
  const code = `require(${JSON.stringify(loader)}).load(${JSON.stringify(join(folder, 'start.cjs'))}, true).start()`;
  const env = { PATH: process.env['PATH'], HOME: join(folder, 'home') };
  const ends = await Promise.all(
    Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, ['-e', code], { env, stdio: 'ignore' });
      return new Promise((resolve) => child.on('close', resolve));
    }),
  );
  expect(ends).toEqual([0, 0, 0, 0, 0, 0]);
  expect(keptFiles(folder)).toHaveLength(2);
  const before = inodes(folder);
  expect(run(folder).says).toBe('one');
  expect(inodes(folder)).toEqual(before);
});
