/** What may be wrong around a job: each has an outcome that says what to do, and none is green. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakeGitHub } from './fake-github.ts';
import { addCommits, type Ids } from './history.ts';
import { example, pullRequest, push } from './payloads.ts';
import { metadata, runAction, scratch, type ActionEnd, type ActionRun } from './run-action.ts';
import { checkout, leak } from './story.ts';
import { inputDefaults } from '../src/github/inputs.ts';

const github = new FakeGitHub();
let ids: Ids = {};
beforeAll(async () => {
  await github.start();
  ids = addCommits(
    github.repository('o/r'),
    [
      { name: 'base', files: { 'a.ts': '1\n' } },
      { name: 'head', files: { 'bot.ts': leak('bad') } },
    ],
    { 'refs/heads/main': 'base', 'refs/pull/7/head': 'head' },
  );
});
afterAll(() => github.stop());

const payload = (): any => pullRequest({ head: ids['head']!, base: ids['base']! });
const run = (more: Partial<ActionRun> = {}): Promise<ActionEnd> =>
  runAction(github, { event: 'pull_request', payload: payload(), ...more, env: { GITHUB_SHA: '', ...more.env } });

/** Red, said in all three places, and why. */
function failsWith(end: ActionEnd, why: RegExp): void {
  expect(end.code).toBe(2);
  expect(end.outputs).toMatchObject({ result: 'error', 'exit-code': '2' });
  expect(end.annotations.map(({ level }) => level)).toContain('error');
  expect(end.annotations.find(({ level }) => level === 'error')!.message).toMatch(why);
  expect(end.summary).toContain('nothing was checked');
  expect(end.stderr).toBe('');
  expect(JSON.stringify(end.annotations) + end.summary).not.toContain(github.token);
}

describe('the event', () => {
  test.each([
    ['no payload', undefined, /payload \(GITHUB_EVENT_PATH\) is missing/],
    ['one that is no JSON', '{"pull_request":', /missing or no JSON/],
    ['null', 'null', /missing or no JSON/],
    ['one without a pull request', '{}', /pull_request of the event’s payload is not an object/],
    ['one without a head', '{"pull_request":{"number":7,"base":{}}}', /pull_request\.head of/],
    ['ids that are none', '{"pull_request":{"number":7,"head":{"sha":"--upload-pack=x"},"base":{}}}', /head\.sha/],
    ['a deep one', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /missing|not an object/],
  ])('%s', async (_, broken, why) => {
    failsWith(await run({ payload: broken }), why);
  });

  test('a branch that git would take for an option', async () => {
    const bad = payload();
    bad.pull_request.base.ref = '--upload-pack=touch /tmp/x';
    failsWith(await run({ payload: bad }), /pull_request\.base\.ref of the event’s payload is not the name of a ref/);
    const odd = push({ ref: 'refs/heads/x:refs/heads/y', before: ids['base']!, after: ids['head']! });
    failsWith(await run({ event: 'push', payload: odd }), /ref of the event’s payload/);
  });

  test('one that names no commits, and none at all', async () => {
    failsWith(await run({ event: 'issue_comment', payload: {} }), /the event issue_comment names no commits/);
    failsWith(await run({ env: { GITHUB_EVENT_NAME: '' } }), /no job of GitHub Actions.*bnguard scan/);
    failsWith(
      await run({ event: 'workflow_dispatch', payload: example('workflow_dispatch'), inputs: { scan: 'diff' } }),
      /scan: diff needs base and head/,
    );
  });

  test('a huge one', async () => {
    const huge = payload();
    huge.pull_request.body = 'x'.repeat(24_000_000);
    expect((await run({ payload: huge })).code).toBe(1);
  });
});

describe('inputs', () => {
  test('are those of action.yml, each described', () => {
    expect(Object.keys(inputDefaults)).toEqual(Object.keys(metadata.inputs));
    for (const [name, { description, default: given }] of Object.entries(metadata.inputs)) {
      expect(description.length, name).toBeGreaterThan(20);
      if (name !== 'token') expect(String(given), name).toBe(inputDefaults[name]);
    }
    expect(metadata.runs).toEqual({ using: 'node24', main: 'packages/action/dist/action.cjs' });
  });

  test.each([
    ['scan', 'everything', /input scan: expected auto, diff, history, tree/],
    ['fail-on', 'hihg', /input fail-on: expected .*did you mean high/],
    ['min-confidence', 'sure', /input min-confidence/],
    ['annotations', 'yes', /input annotations: expected true, false/],
    ['config-from', 'main', /input config-from/],
    ['comment', 'review', /input comment/],
    ['shard', '3/2', /input shard: expected I\/N/],
    ['base', '--output=x', /input base: expected the full id/],
    ['base', 'abcdef12', /input base: expected the full id of a commit/],
    ['head', 'main', /input head: name base too/],
    ['repository', 'o/r/../x', /input repository: expected owner\/name/],
    ['config', 'nowhere.yaml', /input config: nowhere\.yaml: [0-9a-f]+ has no such file/],
  ])('%s: %s', async (name, value, why) => {
    failsWith(await run({ inputs: { [name]: value } }), why);
  });

  test('one that there is not is a warning', async () => {
    const end = await run({ inputs: { 'fail-no': 'never' } });
    expect([end.code, end.annotations[0]?.level]).toEqual([1, 'warning']);
    expect(end.annotations[0]!.message).toContain('There is no input fail-no (did you mean fail-on?)');
  });
});

describe('git and the server', () => {
  test('no git', async () => {
    failsWith(await run({ env: { PATH: scratch() } }), /there is no git program here.*Install git/);
  });

  test('an old git, which knows less', async () => {
    const folder = scratch();
    const real = process.env['PATH'];
    writeFileSync(
      join(folder, 'git'),
      `#!/bin/sh\nfor a; do case "$a" in --version) echo "git version 2.20.1"; exit;; fetch) echo "error: unknown option" >&2; exit 129;; esac; done\nPATH='${real}' exec git "$@"\n`,
    );
    chmodSync(join(folder, 'git'), 0o755);
    failsWith(await run({ env: { PATH: `${folder}:${real}` } }), /git is 2\.20, and 2\.29 or newer is needed/);
  });

  test('a git that fails and says nothing', async () => {
    const folder = scratch();
    const real = process.env['PATH'];
    writeFileSync(
      join(folder, 'git'),
      `#!/bin/sh\nfor a; do case "$a" in rev-list|diff-tree) exit 1;; esac; done\nPATH='${real}' exec git "$@"\n`,
    );
    chmodSync(join(folder, 'git'), 0o755);
    expect((await run({ env: { PATH: `${folder}:${real}` } })).code).toBe(2);
  });

  test('a token that may not read, or none', async () => {
    failsWith(await run({ inputs: { token: 'ghs_other' } }), /the token may not read it.*permissions: contents: read/);
    failsWith(await run({ inputs: { token: '' } }), /no token was given/);
  });

  test('no such repository, and no server', async () => {
    failsWith(await run({ inputs: { repository: 'o/none' } }), /cannot be fetched from http.*o\/none/);
    failsWith(await run({ env: { GITHUB_SERVER_URL: 'http://127.0.0.1:9' } }), /cannot be fetched.*fetch-depth: 0/);
  });

  test('nothing checked out and nothing to be fetched', async () => {
    failsWith(await run({ inputs: { fetch: 'never' } }), /fetch: never forbids/);
  });

  test('a checkout that is only files, as one without git makes it', async () => {
    const workspace = scratch();
    writeFileSync(join(workspace, 'a.ts'), '1');
    expect((await run({ workspace })).code).toBe(1);
  });

  test('a broken checkout does not stop what the server has', async () => {
    const workspace = scratch();
    mkdirSync(join(workspace, '.git/refs'), { recursive: true });
    mkdirSync(join(workspace, '.git/objects'));
    writeFileSync(join(workspace, '.git/HEAD'), 'ref: refs/heads/main\n');
    writeFileSync(join(workspace, '.git/config'), '[core]\n\tfsmonitor = "touch pwned"\n[broken\n');
    writeFileSync(join(workspace, '.git/shallow'), `${ids['head']}\nrubbish\n`);
    expect((await run({ workspace })).code).toBe(1);
  });

  test('a configuration of the checkout runs nothing', async () => {
    const workspace = checkout(github, scratch(), { commit: ids['head']! });
    const pwned = join(workspace, 'pwned');
    writeFileSync(
      join(workspace, '.git/config'),
      `[core]\n\tfsmonitor = "touch ${pwned}"\n\tsshCommand = "touch ${pwned}"\n\tgitProxy = "touch ${pwned}"\n[uploadpack]\n\tpackObjectsHook = "touch ${pwned}"\n[http]\n\tproxy = http://127.0.0.1:9\n`,
    );
    const end = await run({ workspace });
    expect(end.code).toBe(1);
    expect(() => writeFileSync(pwned, '', { flag: 'wx' })).not.toThrow();
  });

  test('variables of git that lead elsewhere', async () => {
    const env = {
      GIT_DIR: '/nowhere',
      GIT_WORK_TREE: '/nowhere',
      GIT_OBJECT_DIRECTORY: '/nowhere',
      GIT_INDEX_FILE: 'x',
    };
    expect((await run({ env })).code).toBe(1);
    const workspace = checkout(github, scratch(), { commit: ids['head']!, depth: 0 });
    expect((await run({ env, workspace, inputs: { scan: 'tree' } })).code).toBe(1);
  });

  test('a pipe in the checkout is not waited for', async () => {
    const workspace = checkout(github, scratch(), { commit: ids['head']!, depth: 0 });
    execFileSync('mkfifo', [join(workspace, '.git/shallow')]);
    const end = await run({ workspace });
    expect([end.code, end.stdout]).toEqual([2, expect.stringContaining('is not a regular file')]);
  });

  test('what looks like a token in an address is not shown', async () => {
    const end = await run({ env: { GITHUB_SERVER_URL: github.url.replace('//', '//user:hunter2@') } });
    expect(end.code).toBe(1);
    expect(end.stdout + end.summary + JSON.stringify(end.report)).not.toContain('hunter2');
    failsWith(await run({ env: { GITHUB_SERVER_URL: 'file:///etc' } }), /GITHUB_SERVER_URL/);
  });
});
