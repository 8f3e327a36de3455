/** Pull requests, against the committed bundle: whatever the checkout has, every commit is looked at. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakeGitHub } from './fake-github.ts';
import { addCommits, git } from './history.ts';
import { mergeGroup, pullRequest } from './payloads.ts';
import { hasNode24, node24, runAction, scratch, type ActionEnd, type ActionRun } from './run-action.ts';
import { checkout, fake, leak, leaks, placed, tellStory, type Story } from './story.ts';

const github = new FakeGitHub();
let story: Story;
beforeAll(async () => {
  await github.start();
  story = tellStory(github);
});
afterAll(() => github.stop());

const id = (name: string): string => story.ids[name]!;
const event = (more: Partial<ActionRun> = {}): ActionRun => ({
  event: 'pull_request',
  payload: pullRequest({ head: id('p38'), base: id('m3'), commits: 38 }),
  ...more,
  env: { GITHUB_SHA: id('trial'), ...more.env },
});

/** Everything that anybody can see of it. */
const shownBy = ({ stdout, stderr, summary, outputs }: ActionEnd): string =>
  [stdout, stderr, summary, ...Object.values(outputs)].join('\n');

function isWhole(end: ActionEnd): void {
  expect(placed(end.findings, story.ids).sort()).toEqual([...leaks].sort());
  expect(end.code).toBe(1);
  expect(end.outputs).toMatchObject({ result: 'findings', 'exit-code': '1', 'findings-count': `${leaks.length}` });
  expect(end.report).toMatchObject({ complete: true, coverage: { commits: 40 } });
  for (const label of ['gone', 'side', 'evil', 'message']) expect(shownBy(end)).not.toContain(fake(label));
  expect(shownBy(end)).not.toContain(github.token);
}

describe('every commit, whatever the checkout has', () => {
  test.each([
    ['this Node', process.execPath],
    ['Node 24', node24],
  ])('of depth 1, without credentials kept in it, on %s', async (_, node) => {
    if (node === node24 && !hasNode24) return;
    const workspace = checkout(github, scratch(), { commit: id('trial') });
    const before = stateOf(workspace);
    const end = await runAction(github, event({ workspace, node }));
    expect(end.stderr).toBe('');
    isWhole(end);
    expect(stateOf(workspace)).toBe(before);
  });

  test('of everything, without a question to the server', async () => {
    const workspace = checkout(github, scratch(), { commit: id('trial'), depth: 0 });
    const asked = github.asked.length;
    isWhole(await runAction(github, event({ workspace, inputs: { fetch: 'never', token: '' } })));
    expect(github.asked.length).toBe(asked);
  });

  test('of everything but the trial merge, with the base as it is now instead', async () => {
    // What was merged from it meanwhile is not new, though only its name is known.
    const of = (inputs: Record<string, string>): ActionRun =>
      event({ workspace: checkout(github, scratch(), { commit: id('p38'), depth: 0 }), inputs });
    isWhole(await runAction(github, of({})));
    isWhole(await runAction(github, of({ fetch: 'never' })));
  });

  test('of some commits', async () => {
    isWhole(
      await runAction(github, event({ workspace: checkout(github, scratch(), { commit: id('trial'), depth: 9 }) })),
    );
  });

  test('no checkout at all, with the base as it is now instead of a trial merge', async () => {
    isWhole(await runAction(github, event()));
  });

  // Only root can give files away, as those do who run tests in a container.
  test.skipIf(process.getuid?.() !== 0)('one that belongs to another user, as in a container', async () => {
    const workspace = checkout(github, scratch(), { commit: id('trial'), depth: 0 });
    execFileSync('chown', ['-R', '12345', workspace]);
    isWhole(await runAction(github, event({ workspace })));
  });

  test('a server that knows no filters', async () => {
    const plain = tellStory(github, 'o/plain', { filters: false });
    const workspace = checkout(github, scratch(), { commit: plain.ids['trial']!, name: 'o/plain' });
    isWhole(await runAction(github, event({ workspace, env: { GITHUB_REPOSITORY: 'o/plain' } })));
  });
});

/** What a checkout is, for later steps of the job. */
function stateOf(workspace: string): string {
  const files = execFileSync('find', ['.git', '-type', 'f', '-not', '-name', 'index'], { cwd: workspace });
  return files.toString() + readFileSync(join(workspace, '.git/config'), 'utf8') + git(workspace, 'for-each-ref');
}

describe('what is fetched', () => {
  test('a few commits of a long history, and only the contents that are read', async () => {
    const folder = github.repository('o/long');
    const old = Array.from({ length: 2000 }, (_, i) => ({
      name: `c${i}`,
      files: { [`f${i % 50}`]: randomBytes(2000) },
    }));
    const more = [{ name: 'tip', files: { 'bot.ts': leak('long') } }];
    const ids = addCommits(folder, [...old, ...more], { 'refs/heads/main': 'c1999', 'refs/pull/7/head': 'tip' });
    const before = github.served;
    const end = await runAction(github, {
      event: 'pull_request',
      payload: pullRequest({ head: ids['tip']!, base: ids['c1999']! }),
      env: { GITHUB_REPOSITORY: 'o/long', GITHUB_SHA: '' },
    });
    expect([end.code, placed(end.findings, ids)]).toEqual([1, ['bot.ts tip']]);
    const whole = execFileSync('du', ['-sk', folder]).toString().split('\t')[0];
    expect(github.served - before).toBeLessThan(300_000);
    expect(Number(whole) * 1024).toBeGreaterThan(1_000_000);
  });
});

describe('the same commits by other events', () => {
  test('pull_request_target: nothing is checked out, and the job is of the base', async () => {
    const workspace = checkout(github, scratch(), { commit: id('m4') });
    const end = await runAction(
      github,
      event({ event: 'pull_request_target', workspace, env: { GITHUB_SHA: id('m4') } }),
    );
    isWhole(end);
  });

  test('merge_group', async () => {
    const payload = mergeGroup(id('trial'), id('m4'));
    const end = await runAction(github, { event: 'merge_group', payload, env: { GITHUB_SHA: id('trial') } });
    expect(placed(end.findings, story.ids).sort()).toEqual([...leaks].sort());
    expect([end.code, end.report.coverage.commits]).toEqual([1, 41]);
  });

  test('base and head by hand, on any event', async () => {
    const inputs = { base: 'main', head: id('p38') };
    isWhole(await runAction(github, { event: 'issue_comment', payload: {}, inputs }));
    const workspace = checkout(github, scratch(), { commit: id('trial'), depth: 0 });
    isWhole(
      await runAction(undefined, { event: 'release', payload: {}, workspace, inputs: { ...inputs, fetch: 'never' } }),
    );
  });
});

describe('a base that moved', () => {
  test('on, and was merged into the pull request: its own leak is nobody’s here', async () => {
    // isWhole says so: main.ts came with m4, and the event still names m3.
    const end = await runAction(github, event({ payload: pullRequest({ head: id('p38'), base: id('m1') }) }));
    isWhole(end);
  });

  test('away, so that the event’s commit is gone: the base as it is now counts', async () => {
    const payload = pullRequest({ head: id('p38'), base: 'd'.repeat(40) });
    const workspace = checkout(github, scratch(), { commit: id('trial') });
    isWhole(await runAction(github, event({ payload, workspace })));
  });

  test('and a branch that is gone too: nobody can tell what is new', async () => {
    const payload = pullRequest({ head: id('p38'), base: 'd'.repeat(40), baseRef: 'gone' });
    const end = await runAction(github, event({ payload, env: { GITHUB_SHA: '' } }));
    expect(end.code).toBe(2);
    expect(end.annotations[0]).toMatchObject({ level: 'error' });
    expect(end.annotations[0]!.message).toMatch(/no base commit .* any more.*input base/);
  });

  test('head and base are one commit: there is nothing new', async () => {
    const payload = pullRequest({ head: id('m4'), base: id('m4') });
    const end = await runAction(github, event({ payload }));
    expect([end.code, end.outputs['result'], end.annotations.map(({ level }) => level)]).toEqual([
      0,
      'clean',
      ['notice'],
    ]);
    expect(end.summary).toContain('nothing new');
  });

  test('a head that was pushed over and is gone', async () => {
    const payload = pullRequest({ head: 'e'.repeat(40), base: id('m3') });
    const end = await runAction(github, event({ payload }));
    expect([end.code, end.outputs['result']]).toEqual([2, 'error']);
    expect(end.stdout).toContain('no longer has');
  });
});

describe('a pull request cannot excuse itself', () => {
  const everything = 'ignore:\n  - paths: ["**"]\n    reason: "trust me"\nfailOn: never\n';

  test('its configuration and its comments do not count, and the summary says so', async () => {
    const excusing = addCommits(
      story.folder,
      [
        {
          name: 'x1',
          parents: [id('m4')],
          files: {
            'bnguard.config.yaml': everything,
            'x.ts': `// bnguard-ignore secret-key -- only ![a](http://x) test\n${leak('x')}`,
            'y.ts': leak('y'),
          },
        },
      ],
      { 'refs/pull/8/head': 'x1' },
    );
    const payload = pullRequest({ head: excusing['x1']!, base: id('m4'), number: 8 });
    const run: ActionRun = { event: 'pull_request', payload, env: { GITHUB_SHA: '' } };
    const end = await runAction(github, run);
    expect([end.code, end.findings.map(({ path }) => path)]).toEqual([1, ['x.ts', 'y.ts']]);
    expect(end.outputs).toMatchObject({ 'self-excused-count': '3', 'suppressed-count': '0' });
    expect(end.summary).toContain('would be hidden by what this change itself says');
    expect(end.summary).toContain('`secret-key` at `x.ts:2`, by comment `x.ts:1`: `only ![a](http://x) test`');
    expect(end.summary).toContain('by config `bnguard.config.yaml:2`: `trust me`');
    expect(end.summary).toContain('failOn: never');
    // By name, the pull request decides.
    expect((await runAction(github, { ...run, inputs: { 'config-from': 'head' } })).code).toBe(0);
  });

  test('what the base says counts, whatever the pull request does to it', async () => {
    const ids = addCommits(
      github.repository('o/own'),
      [
        { name: 'b', files: { 'bnguard.config.yaml': 'ignore:\n  - paths: [known/**]\n    reason: examples\n' } },
        { name: 'h', files: { 'bnguard.config.yaml': 'failOn: [what', 'known/a.ts': leak('k'), 'b.ts': leak('b') } },
      ],
      { 'refs/heads/main': 'b', 'refs/pull/7/head': 'h' },
    );
    const payload = pullRequest({ head: ids['h']!, base: ids['b']! });
    const whole = checkout(github, scratch(), { commit: ids['h']!, depth: 0, name: 'o/own' });
    for (const workspace of [scratch(), whole]) {
      const end = await runAction(github, {
        ...{ event: 'pull_request', payload, workspace, env: { GITHUB_REPOSITORY: 'o/own', GITHUB_SHA: '' } },
      });
      expect([end.code, end.findings.map(({ path }) => path)]).toEqual([1, ['b.ts']]);
      expect(end.outputs['suppressed-count']).toBe('1');
      expect(end.summary).toContain('Its own configuration is faulty');
      expect(end.summary).toContain('until it is mended: bnguard.config.yaml:1:');
    }
    // Also where there is nothing else to say, in each kind of checkout.
    const own = join(github.folder, 'o/own');
    for (const [name, file, inputs] of [
      ['c', 'bnguard.config.yaml', {}],
      ['d', 'bnguard-baseline.json', {}],
      ['e', 'ci.yaml', { config: 'ci.yaml' }],
    ] as const) {
      const base = name === 'e' ? { 'ci.yaml': 'failOn: high\n' } : {};
      const plain = addCommits(own, [{ name: 'p', parents: [], files: { 'a.ts': 'let a = 1;\n', ...base } }], {
        'refs/heads/main': 'p',
      })['p']!;
      const clean = addCommits(
        own,
        [{ name, parents: [plain], files: { [file]: 'failOn: [what', 'c.ts': 'let c = 1;\n' } }],
        {
          [`refs/pull/8${name}/head`]: name,
        },
      )[name]!;
      const trial = addCommits(own, [{ name: 't', parents: [plain, clean] }], { [`refs/pull/8${name}/merge`]: 't' })[
        't'
      ]!;
      for (const [commit, sha] of [
        [undefined, ''],
        [clean, ''],
        [trial, trial],
      ] as const) {
        const workspace =
          commit === undefined ? scratch() : checkout(github, scratch(), { commit, depth: 0, name: 'o/own' });
        const end = await runAction(github, {
          ...{ event: 'pull_request', payload: pullRequest({ head: clean, base: plain }), workspace, inputs },
          env: { GITHUB_REPOSITORY: 'o/own', GITHUB_SHA: sha },
        });
        expect([end.code, end.findings.length, end.stdout]).toEqual([0, 0, expect.any(String)]);
        expect(end.summary.replaceAll('\\', '')).toContain('Its own configuration is faulty');
        expect(end.summary.replaceAll('\\', '')).toContain(file);
      }
    }
    // The same with a trial merge, whose first parent decides.
    const trial = addCommits(own, [{ name: 't', parents: [ids['b']!, ids['h']!] }], { 'refs/pull/7/merge': 't' })['t']!;
    const workspace = checkout(github, scratch(), { commit: trial, depth: 0, name: 'o/own' });
    const env = { GITHUB_REPOSITORY: 'o/own', GITHUB_SHA: trial };
    const end = await runAction(github, { event: 'pull_request', payload, workspace, env, inputs: { fetch: 'never' } });
    expect([end.code, end.outputs['suppressed-count'], end.findings.map(({ path }) => path)]).toEqual([
      1,
      '1',
      ['b.ts'],
    ]);
  });

  test.each([
    ['mends it', 'failOn: high\n', 'This change mends it: merge it although this check fails'],
    [
      'leaves it as it is',
      undefined,
      'This change does not mend it: every check fails until the base branch is mended.',
    ],
  ])('a faulty configuration of the base is told as the base’s: the change %s', async (_, mended, hope) => {
    const own = github.repository(`o/faulty${String(mended !== undefined)}`);
    const file = 'bnguard.config.yaml';
    const ids = addCommits(
      own,
      [
        { name: 'b', files: { [file]: 'failOn: sometimes\n' } },
        { name: 'h', files: { 'a.ts': 'let a = 1;\n', ...(mended !== undefined && { [file]: mended }) } },
      ],
      { 'refs/heads/main': 'b', 'refs/pull/7/head': 'h' },
    );
    const name = `o/faulty${String(mended !== undefined)}`;
    const end = await runAction(github, {
      ...{ event: 'pull_request', payload: pullRequest({ head: ids['h']!, base: ids['b']! }), workspace: scratch() },
      env: { GITHUB_REPOSITORY: name, GITHUB_SHA: '' },
    });
    expect([end.code, end.outputs['result']]).toEqual([2, 'error']);
    const said = `The base's configuration, which counts here, is faulty (commit ${ids['b']!.slice(0, 7)}). ${hope}`;
    for (const text of [end.summary, end.stdout]) expect(text).toContain(said);
    expect(end.summary).toContain(`    ${file}:1:9: failOn: expected one of`);
    expect(end.summary + end.stdout).not.toContain(ids['b']);
  });

  test('an almost right name and a faulty inventory are told, with nothing that only a terminal has', async () => {
    const own = github.repository('o/near');
    const ids = addCommits(
      own,
      [
        { name: 'b', files: { 'a.ts': '1\n' } },
        { name: 'h', files: { 'bnguard.config.yml': 'failOn: high\n', 'bnguard.keys.yaml': 'keys: 5\n' } },
      ],
      { 'refs/heads/main': 'b', 'refs/pull/7/head': 'h' },
    );
    const whole = checkout(github, scratch(), { commit: ids['h']!, depth: 0, name: 'o/near' });
    for (const [scan, workspace] of [
      ['auto', scratch()],
      ['auto', whole],
      ['tree', whole],
    ] as const) {
      const end = await runAction(github, {
        ...{ event: 'pull_request', payload: pullRequest({ head: ids['h']!, base: ids['b']! }), workspace },
        ...{ env: { GITHUB_REPOSITORY: 'o/near', GITHUB_SHA: '' }, inputs: { scan } },
      });
      expect([end.code, end.summary.replaceAll('\\', '')]).toEqual([
        2,
        expect.stringContaining('bnguard.config.yml is not read: the name is bnguard.config.yaml.'),
      ]);
      expect(end.stdout).toContain(
        'Not read: bnguard.keys.yaml: unreadable: bnguard.keys.yaml:1:7: keys: expected a list',
      );
      expect(end.stdout).not.toContain('--');
    }
  });
});
