/** --config-from: what decides which findings count is a commit's to say, and not the scanned side's. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expand } from '@bnguard/engine';
import { describe, expect, test } from 'vitest';
import { scan } from '../src/scan.ts';
import type { Report } from '../src/types.ts';
import { runIn, type Ran } from './fake-terminal.ts';
import { git, put, repository } from './scan-stage.ts';

const fake = (label: string): string => expand(`<key64:from.${label}>`).text;
const leak = (label: string): string => `const binanceSecretKey = '${fake(label)}';\n`;
const excused = (label: string): string => `// bnguard-ignore secret-key -- a test\n${leak(label)}`;
const everything = 'ignore:\n  - paths: ["**"]\n    reason: mine\nfailOn: never\n';

function commit(top: string, files: Readonly<Record<string, string>>): void {
  put(top, files);
  git(top, 'add', '-A', '-f');
  git(top, 'commit', '-q', '--allow-empty', '-m', 'more');
}
const scanIn = (top: string, ...argv: string[]): Promise<Ran> =>
  runIn(top, ['scan', '--format', 'json', '--no-progress', ...argv], scan);
async function reportIn(top: string, ...argv: string[]): Promise<Report & { code: number }> {
  const { code, stdout, stderr } = await scanIn(top, ...argv);
  expect(stderr).toBe('');
  return { ...(JSON.parse(stdout) as Report), code };
}
const pathsIn = (list: readonly { readonly path: string }[] = []): string[] => list.map(({ path }) => path);

describe('a change cannot excuse itself', () => {
  test('by a configuration, in whatever source it is', async () => {
    const top = repository({ 'old.ts': 'x\n' });
    commit(top, { 'bnguard.config.yaml': everything, 'a.ts': leak('a') });
    for (const source of [['--range', 'main~1..main'], ['--history', '--no-cache'], []]) {
      expect((await reportIn(top, ...source)).code).toBe(0);
      const report = await reportIn(top, ...source, '--config-from', 'main~1');
      expect([report.code, pathsIn(report.findings), report.suppressed]).toEqual([1, ['a.ts'], []]);
    }
    put(top, { 'b.ts': leak('b') });
    git(top, 'add', '-A');
    expect((await reportIn(top, '--staged', '--config-from', 'main~1')).code).toBe(1);
  });

  test('by a baseline, nor by a comment, which is told', async () => {
    const top = repository({ 'old.ts': 'x\n' });
    const { findings } = await reportIn(top);
    expect(findings).toEqual([]);
    commit(top, { 'a.ts': excused('a'), 'b.ts': leak('b') });
    const [{ fingerprint }] = (await reportIn(top)).findings as unknown as [{ fingerprint: string }];
    const entry = { rule: '*', fingerprint, severity: 'critical', state: 'accepted', reason: 'x', date: '2026-11-01' };
    commit(top, { 'bnguard-baseline.json': JSON.stringify({ schema: 1, findings: [entry] }) });
    for (const source of [['--range', 'main~2..main'], ['--history', '--no-cache'], []]) {
      const without = await reportIn(top, ...source);
      expect([without.code, pathsIn(without.suppressed)]).toEqual([0, ['a.ts', 'b.ts']]);
      const report = await reportIn(top, ...source, '--config-from', 'main~2');
      expect([report.code, pathsIn(report.findings), pathsIn(report.suppressed)]).toEqual([1, ['a.ts', 'b.ts'], []]);
      expect(report.overruled?.map(({ path, suppression }) => [path, suppression.at])).toEqual([['a.ts', 'a.ts:1']]);
    }
    const { stdout } = await runIn(top, ['scan', '--range', 'main~2..main', '--config-from', 'main~2'], scan);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '1 finding above has an ignore comment that does not count, since --config-from has none there: a.ts:1.',
    );
  });

  test('what the commit excuses stays excused, also where the file is edited', async () => {
    const top = repository({
      'a.ts': excused('a'),
      'c.ts': leak('c'),
      'bnguard.config.yaml': 'ignore:\n  - paths: [c.ts]\n    reason: known\n',
    });
    commit(top, { 'a.ts': `// edited\n${excused('a')}`, 'c.ts': `// edited\n${leak('c')}`, 'bnguard.config.yaml': '' });
    const report = await reportIn(top, '--config-from', 'main~1');
    expect([report.code, pathsIn(report.suppressed), report.overruled]).toEqual([0, ['a.ts', 'c.ts'], undefined]);
    expect((await reportIn(top, '--range', 'main~1..main', '--config-from', 'main~1')).code).toBe(0);
    // Another value under an old comment is not excused by it.
    commit(top, { 'a.ts': excused('other') });
    expect(pathsIn((await reportIn(top, '--config-from', 'main~1')).overruled)).toEqual(['a.ts']);
  });
});

describe('files that are named', () => {
  test('are meant as the commit has them', async () => {
    const top = repository({ 'ci/bn.yaml': everything, 'a.ts': leak('a') });
    commit(top, { 'ci/bn.yaml': 'failOn: critical\n' });
    expect((await reportIn(top, '--config', 'ci/bn.yaml', '--config-from', 'main~1')).code).toBe(0);
    const { code, stderr } = await scanIn(top, '--config', 'ci/no.yaml', '--config-from', 'main');
    expect([code, stderr]).toEqual([2, expect.stringContaining('--config ci/no.yaml: main has no such file.')]);
    expect((await scanIn(top, '--config', '../x.yaml', '--config-from', 'main')).stderr).toContain(
      '--config ../x.yaml: with --config-from it must lie in the repository.',
    );
  });

  test('a mistake in one names the commit, the file and the line', async () => {
    const top = repository({ 'bnguard.config.yaml': 'failOn: sometimes\n' });
    const { code, stderr } = await scanIn(top, '--config-from', 'main');
    expect([code, stderr]).toEqual([2, expect.stringContaining('main:bnguard.config.yaml:1:9')]);
  });

  test('a link and a folder are none', async () => {
    const top = repository({ 'x.yaml': everything });
    symlinkSync('x.yaml', join(top, 'bnguard.config.yaml'));
    commit(top, {});
    expect((await scanIn(top, '--config-from', 'HEAD')).stderr).toContain(
      'HEAD:bnguard.config.yaml is not a regular file',
    );
    unlinkSync(join(top, 'bnguard.config.yaml'));
    mkdirSync(join(top, 'bnguard.config.yaml'));
    commit(top, { 'bnguard.config.yaml/a': 'x' });
    expect((await scanIn(top, '--config-from', 'HEAD')).stderr).toContain('is not a regular file');
  });
});

test('a commit that is not known, no repository, several of them, and parts of a history', async () => {
  const top = repository({ 'a.ts': 'x\n' });
  const other = repository({ 'a.ts': 'x\n' });
  for (const name of ['nowhere', '--all', 'HEAD~1^{}']) {
    expect((await scanIn(top, '--config-from', name)).stderr).toContain(
      '--config-from: this repository knows no commit',
    );
  }
  git(top, 'tag', '-a', '-m', 'x', 'tree-tag', 'HEAD^{tree}');
  for (const [name, told] of [
    ['', 'expected a commit, got nothing.'],
    ['main:a.ts', 'main:a.ts names a file, which is no commit.'],
    ['tree-tag', 'tree-tag leads to a tree, which is no commit.'],
    ['@{u}', 'the branch main has no upstream.'],
    ['HEAD@{99}', 'the reflog of HEAD does not go so far back'],
    ['HEAD~9', 'HEAD has not so many parents (~9)'],
  ] as const) {
    expect((await scanIn(top, '--config-from', name)).stderr).toContain(told);
  }
  expect((await scanIn(top, '.', other, '--config-from', 'main')).stderr).toContain('is about one repository');
  expect((await scanIn(top, '--history', '--shard', '1/2', '--config-from', 'main')).stderr).toContain('exclude each');
  execFileSync('rm', ['-rf', join(top, '.git')]);
  expect((await scanIn(top, '--config-from', 'main')).stderr).toContain('not in a git repository');
});
