/** Pushes, schedules and buttons, against the committed bundle. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakeGitHub } from './fake-github.ts';
import { addCommits, git, type Ids } from './history.ts';
import { example, push, zero } from './payloads.ts';
import { hasNode24, node24, runAction, scratch, type ActionEnd, type ActionRun } from './run-action.ts';
import { checkout, fake, leak, placed } from './story.ts';

const github = new FakeGitHub();
let folder = '';
let ids: Ids = {};

beforeAll(async () => {
  await github.start();
  folder = github.repository('o/r');
  const plain = { 'package.json': '{"dependencies":{"@binance/connector":"3"}}\n' };
  ids = addCommits(
    folder,
    [
      { name: 'm1', files: plain },
      { name: 'm2', files: { 'old.ts': leak('old') } },
      { name: 'm3', files: { 'a.ts': leak('a') } },
      { name: 'm4', files: { 'a.ts': 'removed\n' } },
      { name: 'b1', parents: ['m2'], files: { 'b.ts': leak('b') } },
      { name: 'b2', files: { 'b.ts': 'removed\n' } },
      { name: 'forced', parents: ['m3'], files: { 'f.ts': leak('f') } },
      { name: 'orphan', parents: [], files: { 'o.ts': leak('o') } },
      { name: 'pull', parents: ['m4'], files: { 'pull.ts': leak('pull') } },
    ],
    {
      ...{ 'refs/heads/main': 'm4', 'refs/heads/topic': 'b2', 'refs/heads/twin': 'b2', 'refs/heads/again': 'forced' },
      ...{ 'refs/heads/orphan': 'orphan', 'refs/tags/v1': 'b1', 'refs/pull/9/head': 'pull' },
    },
  );
  git(folder, 'update-ref', '-d', 'refs/made/tip');
  git(folder, 'tag', '-a', '-m', 'a version', 'v2', ids['b1']!);
  git(folder, 'tag', '-a', '-m', `binance secret key ${fake('tag')}`, 'v3', ids['m4']!);
});
afterAll(() => github.stop());

const id = (name: string): string => ids[name] ?? name;

function pushed(ref: string, before: string, after: string, more: Partial<ActionRun> = {}): Promise<ActionEnd> {
  const payload = push({ ref, before: id(before), after: id(after) });
  return runAction(github, { event: 'push', payload, env: { GITHUB_SHA: id(after) }, ...more });
}
const seen = (end: ActionEnd): unknown[] => [end.code, end.report?.coverage.commits, placed(end.findings, ids)];

describe('a push', () => {
  test('of commits to a branch: those, and not what was there', async () => {
    const workspace = checkout(github, scratch(), { commit: id('m4') });
    const node = hasNode24 ? node24 : process.execPath;
    expect(seen(await pushed('refs/heads/main', 'm2', 'm4', { workspace, node }))).toEqual([1, 2, ['a.ts m3']]);
    expect(seen(await pushed('refs/heads/main', 'm3', 'm4'))).toEqual([0, 1, []]);
  });

  test('of a new branch: all that the default branch has not', async () => {
    const workspace = checkout(github, scratch(), { commit: id('b2') });
    expect(seen(await pushed('refs/heads/topic', zero, 'b2', { workspace }))).toEqual([1, 2, ['b.ts b1']]);
  });

  test('of a new branch, where all is checked out: the same', async () => {
    for (const fetch of ['auto', 'never']) {
      const workspace = checkout(github, scratch(), { commit: id('b2'), depth: 0 });
      expect(seen(await pushed('refs/heads/topic', zero, 'b2', { workspace, inputs: { fetch } }))).toEqual([
        1,
        2,
        ['b.ts b1'],
      ]);
    }
  });

  test('of two new branches at once: each is looked at, though the other has the same commits', async () => {
    for (const ref of ['refs/heads/topic', 'refs/heads/twin']) {
      expect(seen(await pushed(ref, zero, 'b2'))).toEqual([1, 2, ['b.ts b1']]);
    }
  });

  test('of a new branch where the default one is: nothing new', async () => {
    const end = await pushed('refs/heads/copy', zero, 'm4');
    expect([end.code, end.outputs['result'], end.annotations[0]?.level]).toEqual([0, 'clean', 'notice']);
  });

  test('of the default branch itself, for the first time: everything', async () => {
    expect(seen(await pushed('refs/heads/main', zero, 'm4'))).toEqual([1, 4, ['a.ts m3', 'old.ts m2']]);
  });

  test('of a branch without anything in common', async () => {
    expect(seen(await pushed('refs/heads/orphan', zero, 'orphan'))).toEqual([1, 1, ['o.ts orphan']]);
  });

  test('by force, over commits that the server still has: what they had not', async () => {
    expect(seen(await pushed('refs/heads/again', 'm4', 'forced'))).toEqual([1, 1, ['f.ts forced']]);
  });

  test('by force, over commits that are gone: all that the default branch has not', async () => {
    const gone = 'c'.repeat(40);
    expect(seen(await pushed('refs/heads/again', gone, 'forced'))).toEqual([1, 1, ['f.ts forced']]);
    expect(seen(await pushed('refs/heads/main', gone, 'm4'))).toEqual([1, 4, ['a.ts m3', 'old.ts m2']]);
  });

  test('of a tag, plain or with a message', async () => {
    expect(seen(await pushed('refs/tags/v1', zero, 'b1'))).toEqual([1, 1, ['b.ts b1']]);
    const tag = git(folder, 'rev-parse', 'v2').trim();
    expect(seen(await pushed('refs/tags/v2', zero, tag))).toEqual([1, 1, ['b.ts b1']]);
    // The tag is of an old commit, and its message is new.
    const end = await pushed('refs/tags/v3', zero, git(folder, 'rev-parse', 'v3').trim());
    expect([end.code, end.findings.length]).toEqual([1, 1]);
  });

  test.each([
    ['that deletes a branch', 'refs/heads/main', 'm4', zero],
    ['that moves nothing', 'refs/heads/main', 'm4', 'm4'],
    ['of notes', 'refs/notes/commits', zero, 'm4'],
  ])('%s: a notice', async (_, ref, before, after) => {
    const end = await pushed(ref, before, after);
    expect([end.code, end.outputs['result'], end.annotations.map(({ level }) => level)]).toEqual([
      0,
      'clean',
      ['notice'],
    ]);
  });
});

describe('an occasion', () => {
  const all = ['a.ts', 'b.ts', 'f.ts', 'o.ts', 'old.ts', 'pull.ts'];
  const pathsOf = (end: ActionEnd): string[] =>
    end.findings
      .map(({ path }) => path as string)
      .filter(Boolean)
      .sort();

  test('a schedule looks at all there ever was, unmerged pull requests too, without a checkout', async () => {
    const end = await runAction(github, { event: 'schedule', payload: { schedule: '0 3 * * *' } });
    expect([end.code, pathsOf(end)]).toEqual([1, all]);
    expect(end.report.complete).toBe(true);
    const without = {
      event: 'workflow_dispatch',
      payload: example('workflow_dispatch'),
      inputs: { 'pull-refs': 'false' },
    };
    expect(pathsOf(await runAction(github, without))).toEqual(all.filter((path) => path !== 'pull.ts'));
  });

  test('with a folder for the next time it fetches and reads only what is new', async () => {
    const workspace = scratch();
    const run: ActionRun = { event: 'schedule', payload: {}, workspace, inputs: { cache: '.cache/bnguard' } };
    const first = await runAction(github, run);
    const before = github.served;
    const second = await runAction(github, run);
    expect(second.findings).toEqual(first.findings);
    expect(second.report.coverage.cached).toBe(second.report.coverage.objects);
    expect(github.served - before).toBeLessThan(10_000);
    expect(readdirSync(join(workspace, '.cache/bnguard')).sort()).toEqual(['bnguard', 'repository.git']);
  });

  test('in parts that are joined it is the same', async () => {
    const whole = await runAction(github, { event: 'schedule', payload: {} });
    const folder = scratch();
    for (const part of ['1/2', '2/2']) {
      const inputs = { shard: part, 'json-file': `${part[0]}.json` };
      expect((await runAction(github, { event: 'schedule', payload: {}, workspace: folder, inputs })).code).not.toBe(2);
    }
    const { merged } = await import('../../cli/src/commands/merge.ts');
    const { readReport } = await import('../../cli/src/reports/read-report.ts');
    const joined = merged(await Promise.all(['1.json', '2.json'].map((name) => readReport(name, folder))));
    expect(joined.findings).toEqual(whole.findings);
  });

  test('the checkout as it is, where nothing may be fetched; a shallow one fails', async () => {
    const workspace = checkout(github, scratch(), { commit: id('m4'), depth: 0 });
    const inputs = { fetch: 'never' };
    expect((await runAction(undefined, { event: 'schedule', payload: {}, workspace, inputs })).code).toBe(1);
    const shallow = checkout(github, scratch(), { commit: id('m4') });
    const end = await runAction(undefined, { event: 'schedule', payload: {}, workspace: shallow, inputs });
    expect([end.code, end.outputs['result']]).toEqual([2, 'error']);
  });

  test('an empty repository has nothing in it', async () => {
    github.repository('o/empty');
    const end = await runAction(github, { event: 'schedule', payload: {}, inputs: { repository: 'o/empty' } });
    expect([end.code, end.outputs['result']]).toEqual([0, 'clean']);
  });
});

describe('the files that are checked out', () => {
  test('and not what is ignored', async () => {
    const workspace = checkout(github, scratch(), { commit: id('m2') });
    writeFileSync(join(workspace, 'new.ts'), leak('new'));
    const end = await runAction(github, { event: 'push', payload: undefined, workspace, inputs: { scan: 'tree' } });
    expect([end.code, end.findings.map(({ path }) => path)]).toEqual([1, ['new.ts', 'old.ts']]);
  });

  test('an empty workspace is no clean one', async () => {
    const end = await runAction(github, { event: 'push', payload: undefined, inputs: { scan: 'tree' } });
    expect([end.code, end.outputs['result']]).toEqual([2, 'error']);
    expect(end.annotations[0]!.message).toContain('actions/checkout before this step');
  });

  test('a pull request’s own configuration does not count there either', async () => {
    const own = addCommits(
      folder,
      [{ name: 'x', parents: [id('m4')], files: { 'x.ts': leak('x'), 'bnguard.config.yaml': 'failOn: never\n' } }],
      { 'refs/pull/10/head': 'x' },
    );
    const workspace = checkout(github, scratch(), { commit: own['x']! });
    const { pullRequest } = await import('./payloads.ts');
    const payload = pullRequest({ head: own['x']!, base: id('m4') });
    const inputs = { scan: 'tree' };
    const end = await runAction(github, { event: 'pull_request', payload, workspace, inputs });
    expect([end.code, end.findings.map(({ path }) => path)]).toEqual([1, ['old.ts', 'x.ts']]);
    const never = { ...inputs, fetch: 'never' };
    expect((await runAction(github, { event: 'pull_request', payload, workspace, inputs: never })).code).toBe(2);
  });
});
