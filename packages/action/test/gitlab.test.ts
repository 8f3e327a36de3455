/** The same commits in GitLab CI, against the committed file and a server that demands the job's token. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FakeGitHub } from './fake-github.ts';
import { home, scratch } from './run-action.ts';
import { checkout, leaks, placed, tellStory, type Story } from './story.ts';

const server = new FakeGitHub();
let story: Story;
beforeAll(async () => {
  await server.start();
  story = tellStory(server, 'group/sub/project.git');
});
afterAll(() => server.stop());

const id = (name: string): string => story.ids[name]!;

async function run(
  variables: Readonly<Record<string, string>>,
  folder: string,
): Promise<{ code: number | null; stdout: string; report?: any; widget?: any }> {
  const env = {
    ...{ PATH: process.env['PATH'], HOME: folder, CI_SERVER_URL: server.url, CI_PROJECT_PATH: 'group/sub/project' },
    ...{ CI_JOB_TOKEN: server.token, CI_PROJECT_DIR: folder, CI_DEFAULT_BRANCH: 'main', ...variables },
  };
  const program = join(home, 'packages/action/dist/gitlab.cjs');
  const [code, stdout] = await new Promise<[number | null, string]>((resolve) => {
    const child = spawn(process.execPath, [program], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    child.on('close', (end) => resolve([end, text]));
  });
  const read = (name: string): any =>
    existsSync(join(folder, name)) ? JSON.parse(readFileSync(join(folder, name), 'utf8')) : undefined;
  return { code, stdout, report: read('bnguard.json'), widget: read('gl-secret-detection-report.json') };
}

test('a merge request, in a clone of one commit', async () => {
  const variables = {
    ...{ CI_PIPELINE_SOURCE: 'merge_request_event', CI_COMMIT_SHA: id('p38'), CI_MERGE_REQUEST_IID: '7' },
    ...{ CI_MERGE_REQUEST_DIFF_BASE_SHA: id('m4'), CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' },
  };
  const folder = checkout(server, scratch(), { commit: id('p38'), name: 'group/sub/project.git' });
  const { code, stdout, report, widget } = await run(variables, folder);
  expect(code).toBe(1);
  expect(placed(report.findings, story.ids).sort()).toEqual([...leaks].sort());
  expect(widget.vulnerabilities).toHaveLength(leaks.length);
  expect(stdout).toContain('src/bot.ts');
  expect(stdout).not.toContain(server.token);
});

test('a push, a new branch, a schedule, and what is not right', async () => {
  const push = { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'feature', CI_COMMIT_SHA: id('p32') };
  const short = await run({ ...push, CI_COMMIT_BEFORE_SHA: id('p30') }, scratch());
  expect([short.code, placed(short.report.findings, story.ids)]).toEqual([1, ['src/bot.ts p31']]);
  const fresh = await run({ ...push, CI_COMMIT_BEFORE_SHA: '0'.repeat(40) }, scratch());
  expect([fresh.code, fresh.report.coverage.commits]).toEqual([1, 32]);
  const all = await run({ ...push, CI_PIPELINE_SOURCE: 'schedule' }, scratch());
  expect(all.report.findings.length).toBeGreaterThan(leaks.length);
  const wrong = await run({ ...push, CI_JOB_TOKEN: 'other' }, scratch());
  expect([wrong.code, wrong.stdout]).toEqual([2, expect.stringContaining('the token may not read it')]);
  expect((await run({ CI_PIPELINE_SOURCE: 'push' }, scratch())).code).toBe(2);
});
