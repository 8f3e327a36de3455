/** The committed files run by themselves, wherever they are put: what a plain clone offers to hooks. */
import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expand } from '@bnguard/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const leak = `const binanceSecretKey = '${expand('<key64:bundle.a>').text}';\n`;
let work = '';
let program = '';
let repository = '';

beforeAll(() => {
  work = realpathSync(mkdtempSync(join(tmpdir(), 'bnguard-dist-')));
  cpSync(dist, join(work, 'clone/dist'), { recursive: true });
  program = join(work, 'clone/dist/bnguard.cjs');
  repository = join(work, 'repository');
  mkdirSync(repository);
  git('init', '-q', '-b', 'main');
  writeFileSync(join(repository, 'bot.ts'), leak);
  git('add', '-A');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function git(...args: string[]): string {
  const who = ['-c', 'user.name=n', '-c', 'user.email=e@x'];
  return execFileSync('git', [...who, ...args], { cwd: repository, encoding: 'utf8', stdio: 'pipe' });
}

/** As the hook's script is run: by its own first line. */
function bnguard(...args: string[]): SpawnSyncReturns<string> {
  const env = { PATH: process.env['PATH'], HOME: work };
  return spawnSync(program, args, { cwd: repository, env, encoding: 'utf8' });
}

test('it is executable, knows its version, and finds what is staged', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../cli/package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(bnguard('--version').stdout).toBe(`${version}\n`);
  const { status, stdout, stderr } = bnguard('scan', '--staged', '--no-progress');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain('bot.ts');
});

test('what a person waits for is kept compiled beside the program; where GitHub’s runner fetches it anew nothing is', () => {
  const code = join(work, 'clone/dist/compiled');
  rmSync(code, { recursive: true, force: true });
  bnguard('--version');
  expect(existsSync(code)).toBe(false);
  const first = bnguard('scan', '--staged', '--no-progress', '--format', 'jsonl', '--as-of', '2026-11-01').stdout;
  expect(readdirSync(code).some((name) => name.startsWith('first.cjs-'))).toBe(true);
  expect(bnguard('scan', '--staged', '--no-progress', '--format', 'jsonl', '--as-of', '2026-11-01').stdout).toBe(first);
  for (const [machine, isKept] of [
    [{ RUNNER_ENVIRONMENT: 'github-hosted' }, false],
    [{ RUNNER_ENVIRONMENT: 'self-hosted' }, false],
    [{}, true],
  ] as const) {
    rmSync(code, { recursive: true, force: true });
    const env = { PATH: process.env['PATH'], HOME: work, ...machine };
    const action = join(work, 'clone/dist/action.cjs');
    const { status, stdout } = spawnSync(process.execPath, [action], { env, encoding: 'utf8' });
    expect([status, stdout]).toEqual([2, expect.stringContaining('GITHUB_EVENT_NAME')]);
    expect(existsSync(code)).toBe(isKept);
  }
});

test('it reads a history with threads and remembers it', () => {
  git('commit', '-q', '-m', 'first');
  for (let i = 0; i < 20; i++) git('commit', '-q', '--allow-empty', '-m', `more ${i}`);
  expect(bnguard('scan', '--history', '--jobs', '2').status).toBe(1);
  expect(readdirSync(join(repository, '.git/bnguard'))).toEqual(['history.cache']);
  expect(bnguard('scan', '--history').stdout).toMatch(/23 objects were known from an\s+earlier scan/);
});

test('it reads a folder of many files with threads, and a configuration', () => {
  const many = join(work, 'many');
  mkdirSync(many);
  for (let i = 0; i < 4200; i++) writeFileSync(join(many, `f${i}.ts`), i === 4000 ? leak : 'let a = 1;\n');
  writeFileSync(join(many, 'bnguard.config.yaml'), 'failOn: never\n');
  const { status, stdout } = bnguard('scan', many, '--jobs', '2', '--format', 'json');
  const report = JSON.parse(stdout) as { findings: { path: string }[]; complete: boolean };
  expect({ status, complete: report.complete }).toEqual({ status: 0, complete: true });
  expect(report.findings.map(({ path }) => path)).toEqual(['f4000.ts']);
});

test('no file says where it was made', () => {
  const home = fileURLToPath(new URL('../../..', import.meta.url));
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:[cm]js|txt|json)$/.test(name)) continue;
    const text = readFileSync(join(dist, name), 'utf8');
    expect(text.includes(home) || /(?:file:\/\/\/(?!\$)|\/home\/\w+\/)/.test(text.replace(/`[^`]*`/g, ''))).toBe(false);
    expect(text).not.toContain('\r');
  }
});
