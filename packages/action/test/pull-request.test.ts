/** Pull requests, against the committed bundle: whatever the checkout has, every commit is looked at. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakeGitHub } from './fake-github.ts';
import { git } from './history.ts';
import { mergeGroup, pullRequest } from './payloads.ts';
import { hasNode24, node24, runAction, scratch, type ActionRun } from './run-action.ts';
import { checkout, fake, leaks, placed, tellStory, type Story } from './story.ts';

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

describe('every commit, whatever the checkout has', () => {
  const nodes = [
    ['this Node', process.execPath],
    ['Node 24', node24],
  ] as const;
  test.each(nodes)('of depth 1, without credentials kept in it, on %s', async (_, node) => {
    if (node === node24 && !hasNode24) return;
    const workspace = checkout(github, scratch(), { commit: id('trial') });
    const before = stateOf(workspace);
    const end = await runAction(github, event({ workspace, node }));
    expect(end.stderr).toBe('');
    expect(placed(end.findings, story.ids).sort()).toEqual([...leaks].sort());
    expect(end.code).toBe(1);
    expect(end.outputs).toMatchObject({ result: 'findings', 'exit-code': '1', 'findings-count': `${leaks.length}` });
    expect(end.report).toMatchObject({ complete: true, coverage: { commits: 40 } });
    expect(stateOf(workspace)).toBe(before);
  });

  test('of everything, without a question to the server', async () => {
    const workspace = checkout(github, scratch(), { commit: id('trial'), depth: 0 });
    const asked = github.asked.length;
    const end = await runAction(github, event({ workspace, inputs: { token: '' } }));
    expect(placed(end.findings, story.ids).sort()).toEqual([...leaks].sort());
    expect(github.asked.length).toBe(asked);
  });
});

/** What a checkout is, for later steps of the job. */
function stateOf(workspace: string): string {
  const files = execFileSync('find', ['.git', '-type', 'f', '-not', '-name', 'index'], { cwd: workspace });
  return files.toString() + readFileSync(join(workspace, '.git/config'), 'utf8') + git(workspace, 'for-each-ref');
}
void [mergeGroup, writeFileSync, fake];
