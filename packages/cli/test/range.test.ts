/** What the commits of a range bring: one by one, against all their parents. */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expand } from '@bnguard/engine';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { scan } from '../src/scan.ts';
import type { Report, ScanSettings } from '../src/types.ts';
import { UserError } from '../src/user-error.ts';
import { runIn } from './fake-terminal.ts';
import { git, put, repository, stage } from './scan-stage.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const fake = (label: string): string => expand(`<key64:range.${label}>`).text;
const leakOf = (label: string): string => `const binanceSecretKey = '${fake(label)}';\n`;
const leak = leakOf('a');
const bare = (label: string): string => `const apiSecret = '${fake(label)}';\n`;
const lines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `let line${from + at} = ${from + at};\n`).join('');

function settingsFor(cwd: string, range: string, more: Partial<ScanSettings> = {}): ScanSettings {
  return {
    cwd,
    paths: [],
    includeIgnored: false,
    source: { kind: 'range', revisions: range.split(' ') },
    jobs: 1,
    noIgnores: false,
    asOf: '2026-11-22T12:00:00Z',
    configFor: async () => [],
    ...more,
  };
}
const scanRange = (cwd: string, range: string, more?: Partial<ScanSettings>): Promise<Report> =>
  scan(settingsFor(cwd, range, more));

/** `path:line` and the subject of the commit that brings it. */
function broughtIn(top: string, { findings }: Report): string[] {
  return findings.map(({ path, start, origin }) => {
    const commit = origin.kind === 'range' ? origin.commit : '';
    const message = origin.kind === 'range' && origin.message ? ' (message)' : '';
    return `${path}:${start.line} in ${git(top, 'show', '-s', '--format=%s', commit).trim()}${message}`;
  });
}
async function brought(top: string, range: string, more?: Partial<ScanSettings>): Promise<string[]> {
  return broughtIn(top, await scanRange(top, range, more));
}

/** Commits these files (undefined: deletes them) and returns the commit's id. */
function commit(top: string, subject: string, files: Readonly<Record<string, string | undefined>> = {}): string {
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) git(top, 'rm', '-q', path);
    else put(top, { [path]: content });
  }
  git(top, 'add', '-A', '-f');
  git(top, 'commit', '-q', '--allow-empty', '-m', subject);
  return git(top, 'rev-parse', 'HEAD').trim();
}

describe('commit by commit', () => {
  test('what was added and removed again is found, with the full id of its commit', async () => {
    const top = repository();
    const id = commit(top, 'leak', { 'a.ts': leak });
    commit(top, 'clean', { 'a.ts': 'clean\n', 'b.ts': 'b\n' });
    const report = await scanRange(top, 'main~2..main');
    expect(broughtIn(top, report)).toEqual(['a.ts:1 in leak']);
    expect(report.findings[0]?.origin).toEqual({ kind: 'range', commit: id });
    expect(report).toMatchObject({
      complete: true,
      skipped: [],
      coverage: { commits: 2, documents: 3, bytes: leak.length + 6 + 2, repositories: 1 },
    });
    expect(await brought(top, 'main~1..main')).toEqual([]);
  });

  test('an old key in a touched file is not new; a new key on an old line, a rename with edits', async () => {
    const top = repository({ 'a.ts': `${lines(0, 30)}${leak}` });
    commit(top, 'edit', { 'a.ts': `// more\n${lines(0, 30)}${leak}` });
    git(top, 'mv', 'a.ts', 'b.ts');
    commit(top, 'rename', { 'b.ts': `// less\n${lines(5, 30)}${leak}` });
    commit(top, 'rotate', { 'b.ts': `// less\n${lines(5, 30)}${leakOf('b')}` });
    expect(await brought(top, 'main~3..main')).toEqual(['b.ts:27 in rotate']);
  });

  test('a value that several commits bring is one finding, at the first of them', async () => {
    const top = repository();
    commit(top, 'first', { 'a.ts': leak });
    commit(top, 'removed', { 'a.ts': 'x\n' });
    commit(top, 'again', { 'a.ts': `// again\n${leak}` });
    commit(top, 'elsewhere', { 'b.ts': leak });
    expect(await brought(top, 'main~4..main')).toEqual(['a.ts:1 in first', 'b.ts:1 in elsewhere']);
  });

  test('or at the one that made it worse', async () => {
    const top = repository();
    commit(top, 'testnet', { 'a.ts': `const url = 'https://testnet.binance.vision';\n${leak}` });
    commit(top, 'live', { 'a.ts': `${leak}` });
    commit(top, 'ignored', { 'b.ts': `// bnguard-ignore secret-key -- why\n${leakOf('b')}` });
    commit(top, 'no longer', { 'b.ts': leakOf('b') });
    const report = await scanRange(top, 'main~4..main');
    expect(broughtIn(top, report)).toEqual(['a.ts:1 in live', 'b.ts:1 in no longer']);
    expect(report.findings.map(({ severity }) => severity)).toEqual(['critical', 'critical']);
    expect(report.suppressed).toEqual([]);
    expect((await scanRange(top, 'main~4..main~1')).suppressed).toMatchObject([{ path: 'b.ts' }]);
  });

  test('root commits bring all they have', async () => {
    const top = repository({ 'a.ts': leak });
    git(top, 'checkout', '-q', '--orphan', 'other');
    commit(top, 'other root', { 'a.ts': leak, 'b.ts': leakOf('b') });
    expect(await brought(top, 'main')).toEqual(['a.ts:1 in first']);
    expect(await brought(top, 'main..other')).toEqual(['a.ts:1 in other root', 'b.ts:1 in other root']);
  });

  test('pairs in one commit, evidence in its own tree', async () => {
    const top = repository();
    commit(top, 'pair', {
      'config/key.env': `BINANCE_API_KEY=${fake('key')}\n`,
      'config/secret.env': `BINANCE_API_SECRET=${fake('secret')}\n`,
    });
    commit(top, 'bare', { 'src/bare.ts': bare('bare') });
    commit(top, 'manifest', { 'package.json': '{ "dependencies": { "@binance/connector": "^3.0.0" } }' });
    commit(top, 'later', { 'src/later.ts': bare('later') });
    commit(top, 'more', { 'src/more.ts': bare('more') });
    const plain = repository();
    commit(plain, 'bare', { 'bare.ts': bare('bare') });
    commit(plain, 'manifest', { 'package.json': '{ "dependencies": { "@binance/connector": "^3.0.0" } }' });
    commit(plain, 'later', { 'later.ts': bare('later') });
    const { findings } = await scanRange(plain, 'main~3..main');
    expect(findings.map(({ path, confidence }) => [path, confidence])).toEqual([
      ['bare.ts', 'possible'],
      ['later.ts', 'likely'],
    ]);
    const report = await scanRange(top, 'main~5..main');
    const values = report.findings.filter(({ rule }) => rule !== 'env-tracked');
    expect(values.map(({ path, severity, pair }) => [path, severity, pair !== undefined])).toMatchObject([
      ['config/key.env', 'critical', true],
      ['config/secret.env', 'critical', true],
      ['src/bare.ts', expect.any(String), false],
      ['src/later.ts', expect.any(String), false],
      ['src/more.ts', expect.any(String), false],
    ]);
  });

  test('many commits and versions are the same whatever the batches', async () => {
    const top = repository();
    const script: string[] = [];
    // More commits and versions than are held at once; every tenth commit brings a key and the next removes it.
    for (let at = 0; at < 600; at++) {
      const content = at % 10 === 0 ? leakOf(`many-${at}`) : `let x = ${at};\n`;
      script.push(
        `commit refs/heads/many`,
        `committer n <e@x> ${1_700_000_000 + at} +0000`,
        `data ${String(at).length}`,
        String(at),
        ...(at === 0 ? ['from refs/heads/main^0'] : []),
        `M 100644 inline src/${at % 7}.ts`,
        `data ${Buffer.byteLength(content)}`,
        content,
        `M 100644 inline all.txt`,
        `data ${String(at).length}`,
        String(at),
      );
    }
    execFileSync('git', ['fast-import', '--quiet'], { cwd: top, input: `${script.join('\n')}\n` });
    const report = await scanRange(top, 'main..many');
    expect(report.coverage.commits).toBe(600);
    expect(report.findings).toHaveLength(60);
    const atTop = report.findings.filter(({ path }) => path === 'src/0.ts');
    expect(broughtIn(top, { ...report, findings: atTop })).toContain('src/0.ts:1 in 0');
    expect(await scanRange(top, 'main..many')).toEqual(report);
  });
});

describe('merges', () => {
  test('bring what no parent has; side branches are commits of their own', async () => {
    const top = repository({ 'both.ts': 'base\n', 'base.ts': 'x\n' });
    git(top, 'checkout', '-q', '-b', 'side');
    commit(top, 'side', { 'side.ts': leakOf('side'), 'both.ts': `side\n${leakOf('both')}` });
    git(top, 'checkout', '-q', 'main');
    commit(top, 'main', { 'main.ts': leakOf('main'), 'both.ts': 'main\n' });
    expect(() => git(top, 'merge', '-q', 'side')).toThrow();
    commit(top, 'merge', { 'both.ts': `resolved\n${leakOf('both')}${leakOf('resolved')}`, 'evil.ts': leakOf('evil') });
    expect(await brought(top, 'main~1..main')).toEqual([
      'both.ts:2 in side',
      'both.ts:3 in merge',
      'evil.ts:1 in merge',
      'side.ts:1 in side',
    ]);
    expect(await brought(top, 'main ^main~1 ^side')).toEqual(['both.ts:3 in merge', 'evil.ts:1 in merge']);
    expect(await brought(top, 'main...side')).toContain('main.ts:1 in main');
  });

  test('a file that one side renamed', async () => {
    const text = `${lines(0, 30)}${leak}`;
    const top = repository({ 'old.ts': text });
    git(top, 'checkout', '-q', '-b', 'side');
    commit(top, 'side', { 'old.ts': `${text}// side\n` });
    git(top, 'checkout', '-q', 'main');
    git(top, 'mv', 'old.ts', 'new.ts');
    commit(top, 'rename');
    git(top, 'merge', '-q', '--no-commit', 'side');
    commit(top, 'merge', { 'new.ts': `// merged\n${text}// side\n${leakOf('b')}` });
    expect(await brought(top, 'HEAD^1..HEAD')).toEqual(['new.ts:34 in merge']);
  });
});

describe('messages', () => {
  test('are scanned', async () => {
    const top = repository();
    const id = commit(top, `say\n\nBinance secret key: ${fake('message')}`);
    const report = await scanRange(top, 'main~1..main');
    expect(broughtIn(top, report)).toEqual([':3 in say (message)']);
    expect(report.findings[0]).toMatchObject({ path: '', origin: { kind: 'range', commit: id, message: true } });
    const { stdout, code } = await runIn(top, ['scan', '--range', 'main~1..main'], scan);
    expect(code).toBe(1);
    expect(stdout).toContain(`message of commit ${id.slice(0, 12)}\n  3:21`);
  });
});

describe('which commits', () => {
  test('the options that select, and HEAD where nothing is named', async () => {
    const top = repository();
    commit(top, 'one', { 'a.ts': leak });
    git(top, 'branch', 'topic');
    commit(top, 'two', { 'b.ts': leakOf('b') });
    git(top, 'update-ref', 'refs/remotes/origin/main', 'topic');
    expect(await brought(top, 'HEAD --not --remotes')).toEqual(['b.ts:1 in two']);
    expect(await brought(top, '-n 1')).toEqual(['b.ts:1 in two']);
    expect(await brought(top, '--max-count=1 topic')).toEqual(['a.ts:1 in one']);
    expect(await brought(top, '--all')).toHaveLength(2);
    expect(await brought(top, '--branches=top* --not main~2')).toEqual(['a.ts:1 in one']);
    expect(await brought(top, 'main ^topic')).toEqual(['b.ts:1 in two']);
    expect(await brought(top, '--exclude=main --branches')).toEqual(['a.ts:1 in one']);
  });

  test.each(['--output=x', '--stdin', '--no-merges', '--first-parent', '-p', '--', '--use-bitmap-index', '-n x'])(
    '%s is refused',
    async (option) => {
      const top = repository();
      const { code, stderr } = await runIn(top, ['scan', '--range', `HEAD ${option}`], scan);
      expect([code, stderr]).toEqual([2, expect.stringContaining('--not, --all, --branches')]);
      expect(existsSync(join(top, 'x'))).toBe(false);
    },
  );

  test.each([
    ['nope', 'nope'],
    ['HEAD..nope', 'nope'],
    ['nope...HEAD', 'nope'],
    ['HEAD ^nope', 'nope'],
    [`${'1234567890'.repeat(4)}..HEAD`, '1234567890'.repeat(4)],
  ])('%s: the revision that is not known is named, with the remedy', async (range, unknown) => {
    const top = repository();
    await expect(scanRange(top, range)).rejects.toThrow(UserError);
    await expect(scanRange(top, range)).rejects.toThrow(`knows no commit ${unknown}, and has no remote`);
    git(top, 'remote', 'add', 'upstream', '/nowhere');
    await expect(scanRange(top, range)).rejects.toThrow(`knows no commit ${unknown}. Fetch it (git fetch upstream)`);
    await expect(scanRange(top, range)).rejects.toThrow('fetch-depth: 0');
  });

  test('more steps back than there are, a branch without a commit, a path', async () => {
    const top = repository({ 'a.txt': 'a' });
    await expect(scanRange(top, 'HEAD~9..HEAD')).rejects.toThrow('HEAD~9: HEAD has not so many parents (~9)');
    await expect(scanRange(top, 'a.txt..HEAD')).rejects.toThrow('which is a path');
    git(top, 'checkout', '-q', '--orphan', 'fresh');
    for (const range of ['HEAD', '@', 'HEAD~1..main']) {
      await expect(scanRange(top, range)).rejects.toThrow(
        'HEAD is at a branch without a commit. There are others: main.',
      );
    }
  });

  test('a path, a slip and a shallow clone each have a remedy of their own', async () => {
    const top = repository();
    await expect(scanRange(top, 'a.txt')).rejects.toThrow('which is a path: --range takes revisions');
    git(top, 'branch', 'feature');
    await expect(scanRange(top, 'faeture..HEAD')).rejects.toThrow('knows no commit faeture (did you mean feature?)');
    const shallow = join(stage(), 'clone');
    git(top, 'commit', '-q', '--allow-empty', '-m', 'x');
    git(top, 'clone', '-q', '--depth=1', `file://${top}`, shallow);
    await expect(scanRange(shallow, 'HEAD~1..HEAD')).rejects.toThrow('git fetch --unshallow');
  });

  test('a file is no commit', async () => {
    await expect(scanRange(repository(), 'HEAD:a.txt')).rejects.toThrow('HEAD:a.txt names a file');
  });

  test.each([
    ['~1', '~1 names no commit: a name stands before ~'],
    ['^', '^ names no commit'],
    ['^^', '^ names no commit'],
    ['lost', /lost leads to (?:1234567890){4}, an object that is not here/],
    ['lost..HEAD', /lost leads to (?:1234567890){4}/],
    ['broken', 'refs/heads/broken is damaged and names no object'],
    ['othr~1', 'knows no commit othr (did you mean other?)'],
    ['othr^..HEAD', 'knows no commit othr (did you mean other?)'],
    ['@{u}', 'the branch main has no upstream'],
    ['@{u}..', 'the branch main has no upstream'],
    ['HEAD..nobranch@{u}', 'there is no branch nobranch'],
    ['HEAD@{99}', 'the reflog of HEAD does not go so far back (entries: 1)'],
    ['tree-tag', 'tree-tag leads to a tree, which is no commit. Name commits'],
    ['HEAD..tree-tag', 'tree-tag leads to a tree'],
    ['HEAD tree-tag', 'tree-tag leads to a tree'],
    ['HEAD^{tree}', 'HEAD^{tree} leads to a tree'],
    ['blob-tag', "blob-tag leads to a file's content"],
  ])('%s: what is wrong with it', async (range, told) => {
    const top = repository();
    git(top, 'branch', 'other');
    git(top, 'tag', '-a', '-m', 'x', 'tree-tag', 'HEAD^{tree}');
    git(top, 'tag', 'blob-tag', 'HEAD:a.txt');
    writeFileSync(join(top, '.git/refs/heads/lost'), `${'1234567890'.repeat(4)}\n`);
    writeFileSync(join(top, '.git/refs/heads/broken'), 'bad\n');
    await expect(scanRange(top, range)).rejects.toThrow(told);
    await expect(scanRange(top, range)).rejects.toThrow(UserError);
    await expect(scanRange(top, range)).rejects.not.toThrow('could not read the repository');
  });

  test('the id of a tree is no commit either', async () => {
    const top = repository();
    const tree = git(top, 'rev-parse', 'HEAD^{tree}').trim();
    await expect(scanRange(top, tree)).rejects.toThrow(`${tree} leads to a tree`);
  });

  test('a short id that several objects have', async () => {
    const top = repository(Object.fromEntries(Array.from({ length: 700 }, (_, i) => [`${i}.txt`, `${i}\n`])));
    const ids = git(top, 'rev-list', '--objects', '--no-object-names', 'HEAD').trim().split('\n');
    const short = ids.map((id) => id.slice(0, 4)).find((four, i, all) => all.indexOf(four) < i)!;
    for (const range of [short, `${short}..HEAD`, `${short}~1`]) {
      await expect(scanRange(top, range)).rejects.toThrow(`several objects begin with ${short}. Write more`);
    }
  });

  test('a HEAD without a commit, and one whose commit is gone', async () => {
    const top = repository();
    const head = join(top, '.git/HEAD');
    writeFileSync(head, 'ref: refs/heads/fresh\n');
    await expect(scanRange(top, 'main..')).rejects.toThrow('HEAD is at a branch without a commit');
    await expect(scanRange(top, '~1')).rejects.toThrow('~1 names no commit');
    writeFileSync(head, `${'1234567890'.repeat(4)}\n`);
    for (const range of ['HEAD', 'main..', 'HEAD~1..main']) {
      await expect(scanRange(top, range)).rejects.toThrow('HEAD leads to 1234567890');
    }
  });

  test('an empty range is clean and says so', async () => {
    const top = repository({ 'a.ts': leak });
    const { code, stdout } = await runIn(top, ['scan', '--range', 'main..main'], scan);
    expect([code, stdout]).toEqual([0, 'No findings.\nThe range holds no commits.\n']);
    const empty = stage();
    git(empty, 'init', '-q');
    await expect(scanRange(empty, 'HEAD')).rejects.toThrow('there is no commit yet');
  });

  test('a bare repository, from elsewhere', async () => {
    const top = repository();
    commit(top, 'leak', { 'a.ts': leak });
    const bareOne = join(stage(), 'binance-bot.git');
    git(top, 'clone', '-q', '--bare', top, bareOne);
    const report = await scanRange(stage(), 'main~1..main', { paths: [bareOne] });
    expect(report.findings).toMatchObject([{ path: 'a.ts' }]);
    await expect(scanRange(stage(), 'main')).rejects.toThrow('is not in a git repository');
  });

  test('configuration and baseline count', async () => {
    const top = repository({ 'bnguard.config.json': '{ "ignore": [{ "paths": ["x/**"], "reason": "r" }] }' });
    commit(top, 'leak', { 'a.ts': leak, 'x/b.ts': leakOf('b') });
    const { stdout } = await runIn(top, ['scan', '--range', 'main~1..main'], scan);
    expect(stdout).toMatch(/1 suppressed: 1 by config\.\n  .*by config: r\nLooked at 1 commit, 2 files \(/);
  });
});

describe('what git does not have', () => {
  test('a shallow clone: the commits whose parents are cut off are named, with the remedy', async () => {
    const source = repository({ 'old.ts': leakOf('old') });
    commit(source, 'two', { 'a.ts': 'a\n' });
    commit(source, 'three', { 'b.ts': leak });
    const clone = join(stage(), 'clone');
    git(source, 'clone', '-q', '--depth=2', `file://${source}`, clone);
    const report = await scanRange(clone, 'HEAD');
    expect(broughtIn(clone, report)).toEqual(['b.ts:1 in three']);
    expect(report.complete).toBe(false);
    expect(report.skipped).toMatchObject([
      { path: '', object: git(clone, 'rev-parse', 'HEAD~1').trim(), why: 'missing' },
    ]);
    expect(report.skipped[0]?.detail).toContain('git fetch --unshallow');
    const { code, stdout } = await runIn(clone, ['scan', '--range', 'HEAD', '--quiet'], scan);
    expect([code, stdout]).toEqual([2, expect.stringContaining('INCOMPLETE')]);
    // Where the range ends before the cut, nothing is missing.
    expect((await scanRange(clone, 'HEAD~1..HEAD')).complete).toBe(true);
  });

  test('a partial clone: what it lacks is told and not fetched', async () => {
    const source = repository({ 'a.ts': 'a\n' });
    commit(source, 'two', { 'a.ts': leakOf('lost'), 'gone.ts': `${lines(0, 9)}` });
    git(source, 'mv', 'gone.ts', 'moved.ts');
    commit(source, 'three', { 'moved.ts': `${lines(0, 8)}`, 'a.ts': 'b\n' });
    git(source, 'config', 'uploadpack.allowFilter', 'true');
    const clone = join(stage(), 'clone');
    git(source, 'clone', '-q', '--filter=blob:none', `file://${source}`, clone);
    const mark = join(stage(), 'mark');
    git(clone, 'config', 'remote.origin.url', `ext::touch ${mark}`);
    git(clone, 'config', 'protocol.ext.allow', 'always');
    commit(clone, 'four', { 'c.ts': leak });
    const report = await scanRange(clone, 'HEAD~3..HEAD');
    expect(broughtIn(clone, report)).toEqual(['c.ts:1 in four']);
    expect(report.complete).toBe(false);
    expect(report.skipped.map(({ path, why }) => [path, why])).toEqual([
      ['a.ts', 'missing'],
      ['gone.ts', 'missing'],
    ]);
    expect(existsSync(mark)).toBe(false);
  });

  test('a partial clone that lacks much', async () => {
    const source = repository({ 'a.ts': 'a\n' });
    const many = (round: number): Record<string, string> =>
      Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`many/${at}.ts`, `let x = ${at} + ${round};\n`]));
    commit(source, 'two', many(1));
    commit(source, 'three', { ...many(2), 'a.ts': leak });
    git(source, 'config', 'uploadpack.allowFilter', 'true');
    const clone = join(stage(), 'clone');
    git(source, 'clone', '-q', '--filter=blob:none', `file://${source}`, clone);
    git(clone, 'config', 'remote.origin.url', 'ext::false');
    const report = await scanRange(clone, 'HEAD~2..HEAD');
    expect(broughtIn(clone, report)).toEqual(['a.ts:1 in three']);
    expect(report.coverage.documents).toBe(51);
    expect(report.skipped.filter(({ why }) => why === 'missing')).toHaveLength(51);
  });

  test('a damaged blob is told', async () => {
    const top = repository();
    commit(top, 'damaged', { 'a.ts': 'damaged\n', 'b.ts': leak });
    const id = git(top, 'rev-parse', 'HEAD:a.ts').trim();
    const file = join(top, '.git/objects', id.slice(0, 2), id.slice(2));
    rmSync(file);
    writeFileSync(file, 'no zlib stream');
    const report = await scanRange(top, 'main~1..main');
    expect(broughtIn(top, report)).toEqual(['b.ts:1 in damaged']);
    expect(report.complete).toBe(false);
    expect(report.skipped).toMatchObject([{ path: 'a.ts', object: id }]);
  });

  test('no commit gets other parents: grafts and replaced commits do not count', async () => {
    const top = repository();
    const leaky = commit(top, 'leak', { 'a.ts': leak });
    const head = commit(top, 'clean', { 'a.ts': 'clean\n' });
    writeFileSync(join(top, '.git/info/grafts'), `${head} ${git(top, 'rev-parse', 'main~2').trim()}\n`);
    git(top, 'replace', '-f', leaky, git(top, 'rev-parse', 'main~1').trim());
    const range = `${git(top, 'rev-list', '--max-parents=0', head).trim()}..${head}`;
    expect((await scanRange(top, range)).findings).toMatchObject([{ path: 'a.ts', origin: { commit: leaky } }]);
  });

  test('the variables of a push: new objects in quarantine', async () => {
    const top = repository();
    const bareOne = join(stage(), 'bare.git');
    git(top, 'clone', '-q', '--bare', top, bareOne);
    const id = commit(top, 'pushed', { 'a.ts': leak });
    vi.stubEnv('GIT_DIR', '.');
    vi.stubEnv('GIT_OBJECT_DIRECTORY', join(top, '.git/objects'));
    vi.stubEnv('GIT_ALTERNATE_OBJECT_DIRECTORIES', join(bareOne, 'objects'));
    vi.stubEnv('GIT_QUARANTINE_PATH', join(top, '.git/objects'));
    const report = await scanRange(bareOne, `${id} --not --all`);
    expect(report.findings).toMatchObject([{ path: 'a.ts', origin: { commit: id } }]);
  });
});
