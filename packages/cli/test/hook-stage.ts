/** Repositories with hooks for tests: git as a person runs it, and a `bnguard` where npm would put it. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull, homedir } from 'node:os';
import { join } from 'node:path';
import { expand } from '@bnguard/engine';
import { expect } from 'vitest';
import { put, repository, stage } from './scan-stage.ts';

export type Ran = SpawnSyncReturns<string>;

export const bin: string = join(import.meta.dirname, '../dist/bin.cjs');
const fake = (label: string): string => expand(`<key64:hooks.${label}>`).text;
export const leak = (label: string): string => `const binanceSecretKey = '${fake(label)}';\n`;

/** Where bnguard comes from, as far as these tests know. */
export const source = `github.com/owner/bnguard@${'a'.repeat(40)}`;

/** Of the pre-commit framework; a person's own is left alone. */
const caches = join(homedir(), '.cache/bnguard-tests/pre-commit-home');

/** The environment without what this machine's git is told, and with these variables. */
export function environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const person = { GIT_AUTHOR_NAME: 'n', GIT_AUTHOR_EMAIL: 'e@x', GIT_COMMITTER_NAME: 'n', GIT_COMMITTER_EMAIL: 'e@x' };
  return {
    ...clean,
    ...person,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_SYSTEM: devNull,
    GIT_EDITOR: 'true',
    BNGUARD_SOURCE: source,
    PRE_COMMIT_HOME: caches,
    ...more,
  };
}

/** git as a person types it, with hooks. */
export function git(
  folder: string,
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Ran {
  const own = ['-c', 'commit.gpgsign=false', '-c', 'protocol.file.allow=always'];
  return spawnSync('git', [...own, ...args], { cwd: folder, encoding: 'utf8', input, env: environment(env) });
}

/** Expects git to succeed; what it printed. */
export function ok(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = git(folder, args);
  expect([args.join(' '), status, status === 0 ? '' : stderr + stdout]).toEqual([args.join(' '), 0, '']);
  return stdout.trim();
}

/** Expects a hook to stop git, without any piece of a value; what was printed. */
export function stopped(ran: Ran, why: RegExp = /bnguard stopped this/): string {
  const told = ran.stdout + ran.stderr;
  expect([ran.status, told]).toEqual([expect.toSatisfy((code) => code !== 0), expect.stringMatching(why)]);
  // git itself shows what it asks about.
  const ours = told.slice(told.lastIndexOf('[y,n') + 1);
  for (const label of 'abcdef') {
    for (let at = 0; at < 56; at += 8) expect(ours).not.toContain(fake(label).slice(at, at + 8));
  }
  return told;
}

export { fake };

/** A repository in which npm has installed bnguard, and these packages of ours. */
export function project(files: Readonly<Record<string, string>>, packages: readonly string[] = []): string {
  const top = repository({ '.gitignore': 'node_modules\n', ...files });
  const bins = join(top, 'node_modules/.bin');
  mkdirSync(bins, { recursive: true });
  writeFileSync(join(bins, 'bnguard'), `#!/bin/sh\nexec node '${bin}' "$@"\n`);
  chmodSync(join(bins, 'bnguard'), 0o755);
  for (const name of packages) {
    const real = join(import.meta.dirname, '../node_modules', name);
    mkdirSync(join(top, 'node_modules', name, '..'), { recursive: true });
    symlinkSync(real, join(top, 'node_modules', name));
    symlinkSync(join(import.meta.dirname, '../node_modules/.bin', name), join(bins, name));
  }
  return top;
}

/** A bare repository that `top` pushes to as origin. */
export function remoteOf(top: string): string {
  const bare = join(stage(), 'origin.git');
  ok(top, 'init', '-q', '--bare', '-b', 'main', bare);
  ok(top, 'remote', 'add', 'origin', bare);
  return bare;
}

/** Tries a leak in a file, in a message and in a push: all three are stopped, and what is clean goes through. */
export function expectGuarded(top: string, env: NodeJS.ProcessEnv = {}): void {
  const before = ok(top, 'rev-parse', 'HEAD');
  if (ok(top, 'remote') === '') remoteOf(top);
  const run = (...args: string[]): Ran => git(top, args, { env });
  put(top, { 'leak.ts': leak('a') });
  ok(top, 'add', 'leak.ts');
  stopped(run('commit', '-m', 'x'), /bnguard stopped this commit/);
  ok(top, 'rm', '-q', '-f', '--cached', 'leak.ts');
  put(top, { 'clean.ts': 'let a = 1;\n', 'leak.ts': '' });
  ok(top, 'add', 'clean.ts');
  stopped(run('commit', '-m', `BINANCE_SECRET_KEY=${fake('b')}`), /bnguard stopped this commit/);
  const clean = run('commit', '-m', 'clean');
  expect([clean.status, clean.status === 0 ? '' : clean.stdout + clean.stderr]).toEqual([0, '']);
  expect(run('push', 'origin', 'HEAD').status).toBe(0);
  put(top, { 'leak.ts': leak('c') });
  ok(top, 'add', 'leak.ts');
  ok(top, 'commit', '-qnm', 'x');
  stopped(run('push', 'origin', 'HEAD'), /bnguard stopped this push/);
  ok(top, 'reset', '-q', '--hard', before);
}

/** Runs `bnguard` in a folder, as a program. */
export const bnguard = (cwd: string, ...args: string[]): Ran =>
  spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8', env: environment() });
