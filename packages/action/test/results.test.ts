/** What people and other steps get to see: annotations, summary, files, outputs, the comment. */
import { symlinkSync, mkdirSync, readFileSync, writeFileSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FakeGitHub, type Comment } from './fake-github.ts';
import { addCommits, type Ids } from './history.ts';
import { pullRequest } from './payloads.ts';
import { runAction, scratch, type ActionEnd, type ActionRun } from './run-action.ts';
import { fake, leak, oddNames } from './story.ts';

const github = new FakeGitHub();
let ids: Ids = {};

beforeAll(async () => {
  await github.start();
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`many/f${i}.ts`, leak(`many${i}`)]));
  const thousand = Array.from(
    { length: 1200 },
    (_, i) => [`${'deep/'.repeat(20)}x${i}.ts`, leak(`t${i % 9}`)] as const,
  );
  const twoInALine = `new Spot('${fake('k1')}', '${fake('k2')}'); const binanceSecretKey = '${fake('k3')}';\n`;
  const folder = github.repository('o/r');
  ids = addCommits(
    folder,
    [
      { name: 'base', files: { 'package.json': '{"dependencies":{"@binance/connector":"3"}}\n', 'a.ts': '1\n' } },
      { name: 'clean', files: { 'a.ts': '2\n' } },
      { name: 'many', parents: ['base'], files: many },
      { name: 'odd', parents: ['base'], files: Object.fromEntries(oddNames.map((name, i) => [name, leak(`o${i}`)])) },
      { name: 'thousand', parents: ['base'], files: Object.fromEntries(thousand) },
      {
        name: 'two',
        parents: ['base'],
        files: {
          'two.ts': `import { Spot } from '@binance/connector';\n${twoInALine}const [apiSecret1, apiSecret2] = ['${fake('s1')}', '${fake('s2')}'];\n`,
        },
      },
      {
        name: 'config',
        parents: ['base'],
        files: { 'bnguard.config.yaml': 'ignore:\n  - paths: [known.ts]\n    reason: known\n' },
      },
      { name: 'known', parents: ['config'], files: { 'known.ts': leak('known'), 'new.ts': leak('new') } },
    ],
    { 'refs/heads/main': 'base', 'refs/heads/configured': 'config', 'refs/pull/7/head': 'many' },
  );
});
afterAll(() => github.stop());
afterEach(() => {
  github.comments = [];
  github.instead = undefined;
});

function run(head: string, more: Partial<ActionRun> & { base?: string; isFork?: boolean } = {}): Promise<ActionEnd> {
  const { base = 'base', isFork = false, ...rest } = more;
  const baseRef = base === 'base' ? 'main' : 'configured';
  const payload = pullRequest({ head: ids[head]!, base: ids[base]!, isFork, baseRef });
  return runAction(github, { event: 'pull_request', payload, env: { GITHUB_SHA: '' }, ...rest });
}
const ofLevel = ({ annotations }: ActionEnd, level: string): ActionEnd['annotations'] =>
  annotations.filter((one) => one.level === level);

describe('annotations', () => {
  test('of 25 findings nine and one that tells of the others; the summary has them all', async () => {
    const end = await run('many');
    const errors = ofLevel(end, 'error');
    expect(errors).toHaveLength(10);
    expect(errors[9]!.message).toContain('16 more findings');
    for (let i = 0; i < 25; i++) expect(end.summary).toContain(`many/f${i}.ts:1`);
    // The file may be gone again: the commit is what people need.
    expect(end.summary).toContain(`in \`${ids['many']!.slice(0, 12)}\``);
    expect(errors[0]!.message).toContain(
      `Commit ${ids['many']!.slice(0, 12)} brings it; deleting it in a later commit does not`,
    );
    expect(end.outputs['findings-count']).toBe('25');
  });

  test('stand where the key does, whatever the file is called, and nothing else is taken for a command', async () => {
    const end = await run('odd');
    expect(
      ofLevel(end, 'error')
        .map(({ properties }) => properties['file'])
        .sort(),
    ).toEqual(oddNames.map((name) => name.replaceAll('\n', '\\n').replaceAll('##[', '\\x23#[')).sort());
    expect(new Set(end.annotations.map(({ level }) => level))).toEqual(new Set(['error']));
    expect(ofLevel(end, 'error').every(({ properties }) => properties['line'] === '1')).toBe(true);
  });

  test('can be left out, and the summary too', async () => {
    const end = await run('many', { inputs: { annotations: 'false', summary: 'false' } });
    expect([end.code, end.annotations, end.summary]).toEqual([1, [], '']);
  });

  test('leave room for the step’s own', async () => {
    const end = await run('many', { inputs: { fail_on: 'low' } });
    expect(ofLevel(end, 'warning')[0]!.message).toContain('no input fail_on (did you mean fail-on?)');
    expect(ofLevel(end, 'error')).toHaveLength(10);
  });
});

describe('the summary', () => {
  test('of a thousand findings is as long as GitHub takes it', async () => {
    const end = await run('thousand', { inputs: { comment: 'always' } });
    expect(end.findings).toHaveLength(1200);
    expect(Buffer.byteLength(end.summary)).toBeLessThan(1024 * 1024);
    expect(end.summary).toContain('1,200');
    expect(github.comments[0]!.body.length).toBeLessThan(65_536);
  });

  test('of nothing says what was looked at', async () => {
    const end = await run('clean');
    expect([end.code, end.outputs['result'], end.annotations]).toEqual([0, 'clean', []]);
    expect(end.summary).toContain('no findings');
    expect(end.summary).toMatch(/Looked at 1 commit up to `[0-9a-f]{12}`/);
    expect(end.sarif.runs[0].results).toEqual([]);
  });
});

describe('files and outputs', () => {
  test('what was set aside is not in the SARIF file; two keys of a line are two alerts', async () => {
    const known = await run('known', { base: 'config' });
    expect(
      known.sarif.runs[0].results.map((one: any) => one.locations[0].physicalLocation.artifactLocation.uri),
    ).toEqual(['new.ts']);
    expect(known.outputs).toMatchObject({ 'findings-count': '1', 'suppressed-count': '1' });
    const two = await run('two');
    const alerts = two.sarif.runs[0].results.map(
      (one: any) =>
        `${one.ruleId} ${one.locations[0].physicalLocation.region.startLine} ${one.partialFingerprints.primaryLocationLineHash}`,
    );
    expect(two.findings.length).toBeGreaterThan(2);
    expect(new Set(alerts).size).toBe(two.findings.length);
  });

  test('go where they are wanted, in the workspace', async () => {
    const workspace = scratch();
    const inputs = { 'sarif-file': 'out/b.sarif', 'json-file': 'b.json' };
    const end = await run('many', { workspace, inputs });
    expect([end.outputs['sarif-file'], end.outputs['json-file']]).toEqual([
      join(workspace, 'out/b.sarif'),
      join(workspace, 'b.json'),
    ]);
    expect(end.outputs['range']).toBe(`${ids['many']} ^${ids['base']}`);
    expect(end.outputs['commits-scanned']).toBe('1');
  });

  test('and no link of the pull request leads them elsewhere', async () => {
    const [workspace, outside] = [scratch(), scratch()];
    writeFileSync(join(outside, 'precious'), 'precious');
    mkdirSync(join(outside, 'folder'));
    symlinkSync(join(outside, 'precious'), join(workspace, 'b.sarif'));
    symlinkSync(join(outside, 'folder'), join(workspace, 'out'));
    expect((await run('many', { workspace, inputs: { 'sarif-file': 'b.sarif' } })).code).toBe(1);
    expect(readFileSync(join(outside, 'precious'), 'utf8')).toBe('precious');
    expect(lstatSync(join(workspace, 'b.sarif')).isSymbolicLink()).toBe(false);
    symlinkSync('/nonexistent/x', join(workspace, 'dangling'));
    symlinkSync('loop', join(workspace, 'loop'));
    mkdirSync(join(workspace, 'taken'));
    writeFileSync(join(workspace, 'file'), '');
    const lost = ['dangling/b.sarif', 'loop/b.sarif', 'taken', 'file/b.sarif'];
    for (const path of ['out/b.sarif', '../b.sarif', outside, ...lost]) {
      const end = await run('many', { workspace, inputs: { 'sarif-file': path } });
      expect([end.code, end.outputs['result']]).toEqual([2, 'error']);
      // Told before anything is looked at: what is found then would be told nowhere else.
      expect(end.annotations.map(({ properties }) => properties['title'])).toEqual(['bnguard: nothing was checked']);
      expect(end.annotations[0]?.message).not.toMatch(/own fault/);
    }
  });

  test('what an input lets pass is not laid to the configuration', async () => {
    const end = await run('many', { inputs: { 'fail-on': 'never' } });
    expect([end.code, end.outputs['result']]).toEqual([0, 'findings']);
    expect(end.summary).not.toMatch(/Its configuration/);
  });

  test('a value of an output cannot be another output', async () => {
    const workspace = scratch();
    const end = await run('clean', { workspace, inputs: { 'json-file': 'x\nresult=clean\ny' } });
    expect(Object.keys(end.outputs)).toHaveLength(9);
    expect(end.outputs['result']).toBe('clean');
  });
});

describe('the comment', () => {
  const inputs = { comment: 'on-findings' };
  const other = (id: number, body: string, type = 'User'): Comment => ({
    ...{ id, body, user: { type }, author_association: 'NONE' },
  });

  test('is one, is brought up to date, and found among hundreds', async () => {
    github.comments = Array.from({ length: 250 }, (_, i) => other(i, 'talk'));
    await run('many', { inputs });
    expect(github.comments).toHaveLength(251);
    const mine = github.comments[250]!;
    expect(mine.body).toContain('25 findings');
    expect((await run('two', { inputs })).code).toBe(1);
    expect(github.comments).toHaveLength(251);
    expect(mine.body).toContain('two.ts');
    await run('clean', { inputs });
    expect(github.comments).toHaveLength(251);
    expect(mine.body).toContain('no findings');
  });

  test('a stranger’s comment with our mark is not it', async () => {
    github.comments = [other(5, '<!-- bnguard: this comment is kept up to date -->\nall is well')];
    await run('many', { inputs });
    expect(github.comments.map(({ body }) => body.includes('25 findings'))).toEqual([false, true]);
  });

  test('does not appear where there is nothing to say, unless always', async () => {
    await run('clean', { inputs });
    expect(github.comments).toEqual([]);
    await run('clean', { inputs: { comment: 'always' } });
    expect(github.comments).toHaveLength(1);
  });

  test.each([401, 403, 404, 422, 429, 500])(
    'is left out where the API answers %i, and all else stays',
    async (status) => {
      github.instead = (_, response) => {
        response.writeHead(status, { 'retry-after': '0' }).end('{}');
        return true;
      };
      const end = await run('many', { inputs, isFork: true });
      expect([end.code, end.outputs['findings-count']]).toEqual([1, '25']);
      expect(ofLevel(end, 'error')).toHaveLength(10);
      expect(end.summary).toContain('The comment could not be read');
      if (status === 403) expect(end.summary).toContain('pull-requests: write');
    },
  );

  test.each(['read', 'written'])('or where it may be read but not written: %s', async (what) => {
    github.instead = ({ method }, response) => {
      if ((method === 'GET') !== (what === 'read')) return false;
      response.writeHead(what === 'read' ? 200 : 403).end(what === 'read' ? '{"not":"a list"}' : '');
      return true;
    };
    const end = await run('many', { inputs });
    expect([end.code, end.summary.includes(`The comment could not be ${what}`)]).toEqual([1, true]);
  });

  test('or where there is no API', async () => {
    const env = { GITHUB_SHA: '', GITHUB_API_URL: 'http://127.0.0.1:9' };
    const end = await run('many', { inputs, env });
    expect([end.code, end.summary.includes('did not answer in time')]).toEqual([1, true]);
  });

  test('on a fork’s pull request is written by a second run, of the commit that ran and of no other', async () => {
    const { pull_request: pull } = pullRequest({ head: ids['many']!, base: ids['base']!, isFork: true });
    github.pulls.set('7', pull);
    const second = (number: string, commit: string): Promise<ActionEnd> =>
      runAction(github, {
        event: 'workflow_run',
        payload: { workflow_run: { event: 'pull_request', head_sha: commit, pull_requests: [] } },
        inputs: { 'pull-request': number, comment: 'on-findings', 'fail-on': 'never' },
      });
    const end = await second('7', ids['many']!);
    expect([end.code, end.outputs['findings-count'], github.comments.length]).toEqual([0, '25', 1]);
    for (const [number, commit, why] of [
      ['7', ids['two']!, 'not the head of pull request 7 any more'],
      ['8', ids['many']!, 'pull request 8 cannot be read'],
      ['', ids['many']!, 'Give its number'],
      ['7; x', ids['many']!, 'expected a number'],
    ]) {
      const wrong = await second(number!, commit!);
      expect([wrong.code, wrong.stdout]).toEqual([2, expect.stringContaining(why!)]);
    }
    expect(github.comments).toHaveLength(1);
  });

  test('a slow API is waited for, but not for ever', async () => {
    github.instead = () => true;
    const end = await run('many', { inputs, env: { GITHUB_SHA: '' } });
    expect([end.code, end.summary.includes('did not answer in time')]).toEqual([1, true]);
  });
});
