/** A sweep in its three steps, as the jobs of the workflow run them. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FakeGitHub } from './fake-github.ts';
import { addCommits } from './history.ts';
import { home, scratch } from './run-action.ts';
import { leak } from './story.ts';

const github = new FakeGitHub();
const listed: { full_name: string; size: number; pushed_at: string }[] = [];

beforeAll(async () => {
  await github.start();
  for (let i = 0; i < 5; i++) {
    const folder = github.repository(`org/r${i}`);
    const files = { 'bot.ts': leak(`sweep${i}`), 'package.json': '{"dependencies":{"@binance/connector":"3"}}\n' };
    const more = { name: 'b', parents: ['a'], files: { 'bot.ts': '', 'late.ts': leak(`late${i}`) } };
    addCommits(folder, [{ name: 'a', files }, more], { 'refs/heads/main': 'a', 'refs/pull/1/head': 'b' });
    listed.push({ full_name: `org/r${i}`, size: 100 * i, pushed_at: `2026-11-0${i + 1}T00:00:00Z` });
  }
  // One that the list has and the server has not: it must not pass for clean.
  listed.push({ full_name: 'org/gone', size: 1, pushed_at: '2026-11-01T00:00:00Z' });
  github.instead = ({ path }, response) => {
    if (!path.startsWith('/api/v3/orgs/org/repos')) return false;
    const page = Number(new URL(path, 'http://x').searchParams.get('page') ?? 1);
    const next = { link: `<${github.url}/api/v3/orgs/org/repos?per_page=100&page=${page + 1}>; rel="next"` };
    response.writeHead(200, page < 3 ? next : {}).end(JSON.stringify(listed.slice(2 * page - 2, 2 * page)));
    return true;
  };
});
afterAll(() => github.stop());

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
}

function step(folder: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const temp = join(folder, '..', 'temp');
  mkdirSync(temp, { recursive: true });
  const env = {
    ...{
      PATH: process.env['PATH'],
      HOME: temp,
      RUNNER_TEMP: temp,
      BNGUARD_FOLDER: folder,
      BNGUARD_TOKEN: github.token,
    },
    ...{ GITHUB_SERVER_URL: github.url, GITHUB_API_URL: `${github.url}/api/v3`, GITHUB_OUTPUT: join(temp, 'output') },
    ...{ GITHUB_STEP_SUMMARY: join(temp, 'summary'), BNGUARD_ORGANIZATION: 'org', ...more },
  };
  return new Promise((resolve) => {
    const program = join(home, 'packages/action/dist/sweep.cjs');
    const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.on('close', (code) => resolve({ code, stdout }));
  });
}
const json = (folder: string, name: string): any => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** What download-artifact does with merge-multiple. */
function gather(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('job-')) continue;
    cpSync(join(folder, name), folder, { recursive: true });
    rmSync(join(folder, name), { recursive: true });
  }
}

test('plan, scan, merge: each history has its SARIF file, all have one report, and what failed is no clean one', async () => {
  const folder = join(scratch(), 'sweep');
  expect((await step(folder, ['plan'], { BNGUARD_JOBS: '2' })).code).toBe(0);
  const plan = json(folder, 'plan.json');
  expect(plan.jobs.flat()).toHaveLength(6);
  for (const job of ['1', '2']) expect((await step(folder, ['scan', job])).code).toBe(0);
  gather(folder);
  const end = await step(folder, ['merge']);
  expect(end.code).toBe(2);
  const all = json(folder, 'all.json');
  expect(all.complete).toBe(false);
  // The second half of each was only ever in a pull request.
  expect(all.findings).toHaveLength(10);
  expect(JSON.stringify(all.skipped)).toContain('org/gone');
  expect(readdirSync(folder).filter((name) => name.endsWith('.sarif'))).toHaveLength(5);
  expect(readFileSync(join(folder, 'all.html'), 'utf8')).toContain('</html>');

  // The next sweep looks only at what was pushed to, and tells the same.
  listed[1]!.pushed_at = '2026-11-20T00:00:00Z';
  await step(folder, ['plan'], { BNGUARD_JOBS: '2' });
  expect(json(folder, 'plan.json').unchanged).toHaveLength(4);
  expect(
    json(folder, 'plan.json')
      .jobs.flat()
      .map((task: any) => task.repository)
      .sort(),
  ).toEqual(['org/gone', 'org/r1']);
  for (const job of ['1', '2']) await step(folder, ['scan', job]);
  gather(folder);
  expect((await step(folder, ['merge'])).code).toBe(2);
  expect(json(folder, 'all.json').findings).toHaveLength(10);
});

test('one history in parts is what one scan of it would tell; a part that is missing is told', async () => {
  const folder = join(scratch(), 'sweep');
  const names = { BNGUARD_ORGANIZATION: '', BNGUARD_REPOSITORIES: 'org/r1' };
  await step(folder, ['plan'], { ...names, BNGUARD_SHARDS: '3', BNGUARD_JOBS: '3' });
  for (const job of ['1', '2', '3']) await step(folder, ['scan', job]);
  gather(folder);
  expect((await step(folder, ['merge'])).code).toBe(1);
  const parts = json(folder, 'all.json');
  const whole = join(scratch(), 'whole');
  await step(whole, ['plan'], names);
  await step(whole, ['scan', '1']);
  gather(whole);
  expect((await step(whole, ['merge'])).code).toBe(1);
  expect(parts.findings).toEqual(json(whole, 'all.json').findings);
  expect(existsSync(join(folder, 'org+r1.sarif'))).toBe(true);
  rmSync(join(folder, 'org+r1.2of3.json'));
  expect((await step(folder, ['merge'])).code).toBe(2);
});

test('what cannot be planned fails', async () => {
  const folder = join(scratch(), 'sweep');
  const cases: [Record<string, string>, string][] = [
    [{ BNGUARD_ORGANIZATION: '' }, 'neither an organization nor repositories'],
    [{ BNGUARD_ORGANIZATION: 'a/b' }, 'is no name of an organisation'],
    [{ BNGUARD_REPOSITORIES: 'o/../x' }, 'is not owner/name'],
    [{ BNGUARD_ORGANIZATION: 'nobody' }, 'cannot be listed'],
    [{ BNGUARD_JOBS: 'many' }, 'jobs: expected'],
  ];
  for (const [more, why] of cases) {
    const end = await step(folder, ['plan'], more);
    expect([end.code, end.stdout]).toEqual([2, expect.stringContaining(why)]);
  }
  expect((await step(folder, ['scan', '1'])).code).toBe(2);
  expect((await step(folder, ['merge'])).code).toBe(2);
});
