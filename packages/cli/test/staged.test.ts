/** What the index would bring: real git, real hooks, and everything that git's index can hold. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expand } from '@bnguard/engine';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { scan } from '../src/scan.ts';
import type { Report, ScanSettings } from '../src/types.ts';
import { UserError } from '../src/user-error.ts';
import { runIn } from './fake-terminal.ts';
import { git, put, repository, stage } from './scan-stage.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const fake = (label: string): string => expand(`<key64:staged.${label}>`).text;
const leakOf = (label: string): string => `const binanceSecretKey = '${fake(label)}';\n`;
const leak = leakOf('a');
/** A key without a word of Binance around it. */
const bare = (label: string): string => `const apiSecret = '${fake(label)}';\n`;
const lines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `let line${from + at} = ${from + at};\n`).join('');

function settingsFor(cwd: string, more: Partial<ScanSettings> = {}): ScanSettings {
  return {
    cwd,
    paths: [],
    includeIgnored: false,
    source: { kind: 'staged' },
    jobs: 1,
    noIgnores: false,
    asOf: '2026-11-22T12:00:00Z',
    configFor: async () => [],
    ...more,
  };
}
const staged = (cwd: string, more?: Partial<ScanSettings>): Promise<Report> => scan(settingsFor(cwd, more));
const placesIn = ({ findings }: Report): string[] => findings.map(({ path, start }) => `${path}:${start.line}`);
async function placesOf(cwd: string, more?: Partial<ScanSettings>): Promise<string[]> {
  return placesIn(await staged(cwd, more));
}
function add(top: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  put(top, files);
  git(top, 'add', '-A', '-f');
}

describe('what is new', () => {
  test('a staged leak, as the index has it and not as the disk has it', async () => {
    const top = repository();
    add(top, { 'src/bot.ts': leak });
    put(top, { 'src/bot.ts': 'clean', 'unstaged.ts': leakOf('b') });
    const report = await staged(join(top, 'src'));
    expect(placesIn(report)).toEqual(['src/bot.ts:1']);
    expect(report.findings[0]).toMatchObject({ origin: { kind: 'staged' }, repository: top.split('/').at(-1) });
    expect(report).toMatchObject({
      complete: true,
      skipped: [],
      coverage: { documents: 1, bytes: leak.length, staged: 1, repositories: 1 },
    });
  });

  test('nothing staged', async () => {
    expect(await staged(repository({ 'a.ts': leak }))).toMatchObject({
      findings: [],
      complete: true,
      coverage: { documents: 0, staged: 0 },
    });
  });

  test('before the first commit all is new', async () => {
    const top = stage({ 'a.ts': leak, 'b.ts': 'x' });
    git(top, 'init', '-q');
    git(top, 'add', 'a.ts');
    expect(await placesOf(top)).toEqual(['a.ts:1']);
  });

  test('an old key in a touched file, on a moved line, in a copied line', async () => {
    const top = repository({ 'a.ts': leak });
    add(top, { 'a.ts': `// one more line\n${leak}${leak}` });
    expect(await staged(top)).toMatchObject({ findings: [], coverage: { documents: 1 } });
  });

  test('a new key on an old line', async () => {
    const top = repository({ 'a.ts': leak });
    add(top, { 'a.ts': leakOf('b') });
    expect(await placesOf(top)).toEqual(['a.ts:1']);
  });

  test('a renamed and edited file brings only its new key', async () => {
    const top = repository({ 'src/old.ts': `${lines(0, 40)}${leak}` });
    git(top, 'mv', 'src/old.ts', 'new.ts');
    add(top, { 'new.ts': `${leakOf('b')}${lines(3, 40)}${leak}` });
    expect(await placesOf(top)).toEqual(['new.ts:1']);
  });

  test('a key in a file that is like no other is new at its path', async () => {
    const top = repository({ 'old.ts': `${lines(0, 40)}${leak}` });
    git(top, 'rm', '-q', 'old.ts');
    add(top, { 'new.ts': `${leak}${lines(100, 130)}` });
    expect(await placesOf(top)).toEqual(['new.ts:1']);
  });

  test('a copy is a new place', async () => {
    const top = repository({ 'a.ts': leak });
    add(top, { 'b.ts': leak });
    expect(await placesOf(top)).toEqual(['b.ts:1']);
  });

  test('a passphrase, whose fingerprint is of its place, is not new because its file is renamed', async () => {
    const text = `import { Spot } from '@binance/connector';\nconst c = new Spot('', '', { privateKeyPassphrase: 'correct-horse-7-battery' });\n${lines(0, 30)}`;
    const top = repository({ 'a.ts': text, 'k.txt': 'x' });
    git(top, 'mv', 'a.ts', 'b.ts');
    expect(await staged(top)).toMatchObject({ findings: [] });
    add(top, { 'c.ts': `// another\n${text}` });
    expect((await staged(top)).findings.map(({ rule, path }) => [rule, path])).toEqual([['key-passphrase', 'c.ts']]);
  });

  test('deleting a file brings nothing', async () => {
    const top = repository({ 'a.ts': leak, 'b.ts': leakOf('b') });
    git(top, 'rm', '-q', 'a.ts');
    expect(await staged(top)).toMatchObject({ findings: [], coverage: { staged: 0 } });
  });

  test('halves in two staged files are a pair', async () => {
    const top = repository();
    add(top, {
      'config/one.ini': `BINANCE_API_KEY=${fake('key')}\n`,
      'config/two.ini': `BINANCE_API_SECRET=${fake('secret')}\n`,
    });
    const { findings } = await staged(top);
    expect(findings.map(({ rule, severity, pair }) => [rule, severity, pair !== undefined])).toEqual([
      ['api-key', 'critical', true],
      ['secret-key', 'critical', true],
    ]);
  });
});

describe('what got worse', () => {
  test('the testnet host goes', async () => {
    const host = "const url = 'https://testnet.binance.vision';\n";
    const top = repository({ 'a.ts': `${host}${leak}` });
    add(top, { 'a.ts': `${host}// edited\n${leak}` });
    expect(await placesOf(top)).toEqual([]);
    add(top, { 'a.ts': `// edited\n${leak}` });
    expect((await staged(top)).findings).toMatchObject([{ path: 'a.ts', severity: 'critical' }]);
  });

  test('the other half comes', async () => {
    const key = `BINANCE_API_KEY=${fake('key')}\n`;
    const top = repository({ '.env': key });
    add(top, { '.env': `${key}BINANCE_API_SECRET=${fake('secret')}\n` });
    expect((await staged(top)).findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['api-key', 'critical'],
      ['secret-key', 'critical'],
    ]);
  });

  test('the other half goes: what is left is no news', async () => {
    const key = `BINANCE_API_KEY=${fake('key')}\n`;
    const top = repository({ '.env': `${key}BINANCE_API_SECRET=${fake('secret')}\n` });
    add(top, { '.env': key });
    expect(await placesOf(top)).toEqual([]);
  });

  test('the ignore comment goes, and what stays set aside is no news', async () => {
    const ignored = `// bnguard-ignore secret-key -- revoked\n${leak}`;
    const top = repository({ 'a.ts': ignored });
    add(top, { 'a.ts': `${ignored}// edited\n` });
    expect(await staged(top)).toMatchObject({ findings: [], suppressed: [] });
    add(top, { 'a.ts': leak });
    expect(await placesOf(top)).toEqual(['a.ts:1']);
    add(top, { 'a.ts': leak, 'b.ts': `// bnguard-ignore secret-key -- revoked\n${leakOf('b')}` });
    expect((await staged(top)).suppressed.map(({ path, suppression }) => [path, suppression.by])).toEqual([
      ['b.ts', 'comment'],
    ]);
    expect(await placesOf(top, { noIgnores: true })).toEqual(['b.ts:2']);
  });

  test('out of the tests: a renamed file whose path no longer makes it milder', async () => {
    const top = repository({ 'tests/bot.ts': `${lines(0, 20)}${leak}` });
    git(top, 'mv', 'tests/bot.ts', 'bot.ts');
    expect((await staged(top)).findings).toMatchObject([{ path: 'bot.ts', severity: 'critical' }]);
  });

  test('what was only possible becomes likely', async () => {
    const top = repository({ 'a.ts': bare('a') });
    add(top, { 'a.ts': `// edited\n${bare('a')}` });
    expect(await placesOf(top)).toEqual([]);
    add(top, { 'a.ts': `import { Spot } from '@binance/connector';\n${bare('a')}` });
    const { findings } = await staged(top);
    expect(findings.map(({ path, confidence }) => [path, confidence !== 'possible'])).toEqual([['a.ts', true]]);
  });
});

describe('what the project says', () => {
  test.each([
    ['a manifest', { 'package.json': '{ "dependencies": { "@binance/connector": "^3.0.0" } }' }],
    ['a manifest below', { 'bots/grid/requirements.txt': 'requests\npython-binance==1.0.19\n' }],
    ['an import elsewhere', { 'src/other.py': 'from binance.client import Client\n' }],
  ])('%s makes a bare key likely', async (_, files) => {
    const without = repository({ 'other.ts': 'x' });
    add(without, { 'a.ts': bare('a') });
    expect((await staged(without)).findings).toMatchObject([{ confidence: 'possible' }]);
    const top = repository(files);
    add(top, { 'a.ts': bare('a') });
    expect((await staged(top)).findings).toMatchObject([{ path: 'a.ts', confidence: 'likely' }]);
  });

  test('so does the name of the repository, and a staged manifest', async () => {
    const top = repository();
    add(top, { 'a.ts': bare('a') });
    git(top, 'remote', 'add', 'origin', 'https://github.com/me/binance-bot.git');
    expect((await staged(top)).findings).toMatchObject([
      { confidence: 'likely', repository: 'github.com/me/binance-bot' },
    ]);
    const other = repository({ 'package.json': '{}' });
    add(other, { 'a.ts': bare('a'), 'package.json': '{ "dependencies": { "@binance/connector": "^3.0.0" } }' });
    expect((await staged(other)).findings).toMatchObject([{ confidence: 'likely' }]);
  });

  test('from the index, not from the disk or from what is deleted', async () => {
    const top = repository({ 'package.json': '{ "dependencies": { "@binance/connector": "^3.0.0" } }' });
    git(top, 'rm', '-q', 'package.json');
    add(top, { 'a.ts': bare('a') });
    put(top, { 'package.json': '{ "dependencies": { "@binance/connector": "^3.0.0" } }' });
    expect((await staged(top)).findings).toMatchObject([{ confidence: 'possible' }]);
  });
});

describe('what an index can hold', () => {
  test('names with newlines, spaces, tabs, and bytes that are not UTF-8', async () => {
    const top = repository();
    add(top, { 'a b\n\tc.ts': leak, ':(glob)x.ts': leakOf('b') });
    writeFileSync(Buffer.concat([Buffer.from(`${top}/caf`), Buffer.from([0xe9]), Buffer.from('.ts')]), leakOf('c'));
    git(top, 'add', '-A');
    expect(await placesOf(top)).toEqual([':(glob)x.ts:1', 'a b\n\tc.ts:1', 'caf\ufffd.ts:1']);
  });

  test('intent to add is no content, and comes with the content', async () => {
    const top = repository();
    put(top, { 'new.ts': leak });
    git(top, 'add', '-N', 'new.ts');
    expect(await staged(top)).toMatchObject({ findings: [], coverage: { staged: 0 } });
  });

  test('a file becomes a link: where it leads to is its content', async () => {
    const top = repository({ 'a.env': leak });
    rmSync(join(top, 'a.env'));
    symlinkSync(`/srv/BINANCE_SECRET_KEY=${fake('b')}`, join(top, 'a.env'));
    git(top, 'add', '-A');
    expect(await placesOf(top)).toEqual(['a.env:1']);
  });

  test('submodules are left alone', async () => {
    const inner = repository({ 'in.ts': leak });
    const top = repository();
    git(top, 'submodule', '--quiet', 'add', inner, 'sub');
    expect(await staged(top)).toMatchObject({ findings: [], complete: true, coverage: { staged: 1 } });
  });

  test('attributes hide nothing, UTF-16 neither; binary content is told', async () => {
    const top = repository({ '.gitattributes': '* -diff -text binary\n' });
    add(top, {
      'a.ts': leak,
      'wide.ts': Buffer.from(`\ufeff${leakOf('b')}`, 'utf16le'),
      'image.png': Buffer.from([137, 80, 0, 0, 26, 0, 255]),
    });
    const report = await staged(top);
    expect(placesIn(report)).toEqual(['a.ts:1', 'wide.ts:1']);
    expect(report).toMatchObject({
      complete: true,
      skipped: [{ path: 'image.png', why: 'binary' }],
      coverage: { documents: 2, staged: 3 },
    });
  });

  test('files over 8 MB are read in windows; a chosen limit leaves them out', async () => {
    const top = repository();
    add(top, { 'big.txt': `${'line of text\n'.repeat(700_000)}${leak}` });
    expect(await placesOf(top)).toEqual(['big.txt:700001']);
    expect(await staged(top, { maxFileSize: 1000 })).toMatchObject({
      findings: [],
      complete: true,
      skipped: [{ path: 'big.txt', why: 'too-large' }],
    });
  });

  test('a missing and a damaged object make the scan incomplete, and hide no other file', async () => {
    const top = repository();
    add(top, { 'a.ts': 'gone', 'b.ts': 'damaged', 'c.ts': leak, 'd.ts': leakOf('d') });
    const objectOf = (path: string): string => {
      const id = git(top, 'rev-parse', `:${path}`).trim();
      return join(top, '.git/objects', id.slice(0, 2), id.slice(2));
    };
    rmSync(objectOf('a.ts'));
    chmodSync(objectOf('b.ts'), 0o644);
    writeFileSync(objectOf('b.ts'), 'no zlib stream');
    const report = await staged(top);
    expect(placesIn(report)).toEqual(['c.ts:1', 'd.ts:1']);
    expect(report.complete).toBe(false);
    expect(report.skipped.map(({ path, why }) => [path, why])).toEqual([
      ['a.ts', 'missing'],
      ['b.ts', expect.stringMatching(/missing|unreadable/)],
    ]);
    expect(report.skipped[0]?.object).toMatch(/^[0-9a-f]{40}$/);
  });
});

/** A merge of `theirs` into main that is in conflict over both.ts. */
function conflict(theirs: Readonly<Record<string, string>> = {}): string {
  const top = repository({ 'both.ts': 'base\n', 'old.ts': leakOf('old') });
  git(top, 'checkout', '-q', '-b', 'theirs');
  add(top, { 'both.ts': 'theirs\n', ...theirs });
  git(top, 'commit', '-q', '-m', 'theirs');
  git(top, 'checkout', '-q', 'main');
  add(top, { 'both.ts': `ours\n${leakOf('ours')}` });
  git(top, 'commit', '-q', '-m', 'ours');
  expect(() => git(top, 'merge', 'theirs')).toThrow();
  return top;
}

describe('a merge under way', () => {
  test('brings only what no parent has', async () => {
    const top = conflict({ 'theirs.ts': leakOf('theirs') });
    add(top, { 'both.ts': `resolved\n${leakOf('ours')}${leakOf('evil')}` });
    expect(await placesOf(top)).toEqual(['both.ts:3']);
  });

  test('conflicts are told, and their sides are no news', async () => {
    const top = conflict();
    const report = await staged(top);
    expect(report).toMatchObject({ findings: [], complete: true });
    expect(report.skipped).toMatchObject([{ path: 'both.ts', why: 'unreadable' }]);
    expect(report.skipped[0]?.detail).toContain('in conflict');
  });

  test('several heads', async () => {
    const top = repository({ 'a.ts': 'a' });
    for (const name of ['one', 'two']) {
      git(top, 'checkout', '-q', '-b', name, 'main');
      add(top, { [`${name}.ts`]: leakOf(name) });
      git(top, 'commit', '-q', '-m', name);
    }
    git(top, 'checkout', '-q', 'main');
    git(top, 'merge', '--no-ff', '--no-commit', 'one', 'two');
    expect(await placesOf(top)).toEqual([]);
    add(top, { 'evil.ts': leakOf('evil') });
    expect(await placesOf(top)).toEqual(['evil.ts:1']);
  });

  test('a list of its heads that is a pipe, endless or no list is refused, not waited for', async () => {
    const top = conflict();
    const heads = join(top, '.git/MERGE_HEAD');
    const many = Array.from({ length: 1000 }, (_, at) => at.toString(16).padStart(40, '0'));
    for (const [spoil, says] of [
      [() => execFileSync('mkfifo', [heads]), /MERGE_HEAD is not a regular file/],
      [() => writeFileSync(heads, 'x'.repeat(2 << 20)), /MERGE_HEAD is larger than/],
      [() => writeFileSync(heads, many.join('\n')), /MERGE_HEAD names 1000 commits.*git merge --abort/],
    ] as const) {
      rmSync(heads);
      spoil();
      await expect(staged(top)).rejects.toThrow(says);
    }
  });

  test('a cherry-pick brings what it picks', async () => {
    const top = repository({ 'both.ts': 'base\n' });
    git(top, 'checkout', '-q', '-b', 'side');
    add(top, { 'both.ts': `theirs\n${leak}`, 'new.ts': leakOf('new') });
    git(top, 'commit', '-q', '-m', 'side');
    git(top, 'checkout', '-q', 'main');
    add(top, { 'both.ts': 'ours\n' });
    git(top, 'commit', '-q', '-m', 'main');
    expect(() => git(top, 'cherry-pick', 'side')).toThrow();
    const report = await staged(top);
    expect(placesIn(report)).toEqual(['both.ts:2', 'new.ts:1']);
    expect(report.skipped).toMatchObject([{ path: 'both.ts' }]);
  });
});

describe('which repository', () => {
  test('a work tree, a folder in it, its .git, from elsewhere', async () => {
    const top = repository();
    add(top, { 'src/a.ts': leak, 'b.ts': leakOf('b') });
    for (const path of ['.', 'src', 'src/a.ts', '.git']) {
      expect(await placesOf(stage(), { paths: [join(top, path)] }), path).toEqual(['b.ts:1', 'src/a.ts:1']);
    }
  });

  test('a bare repository with an index of its own', async () => {
    const top = repository();
    add(top, { 'a.ts': leak });
    const bareOne = join(stage(), 'bare.git');
    git(top, 'clone', '-q', '--bare', top, bareOne);
    writeFileSync(join(bareOne, 'index'), readFileSync(join(top, '.git/index')));
    const id = git(top, 'rev-parse', ':a.ts').trim();
    mkdirSync(join(bareOne, 'objects', id.slice(0, 2)), { recursive: true });
    writeFileSync(
      join(bareOne, 'objects', id.slice(0, 2), id.slice(2)),
      readFileSync(join(top, '.git/objects', id.slice(0, 2), id.slice(2))),
    );
    expect(await placesOf(stage(), { paths: [bareOne] })).toEqual(['a.ts:1']);
  });

  test('a linked work tree has its own index', async () => {
    const top = repository();
    const linked = join(stage(), 'linked');
    git(top, 'worktree', 'add', '-q', linked);
    add(linked, { 'a.ts': leak });
    expect(await placesOf(top)).toEqual([]);
    expect(await placesOf(linked)).toEqual(['a.ts:1']);
  });

  test('a repository of SHA-256 ids', async () => {
    const top = stage({ 'a.ts': leak });
    git(top, 'init', '-q', '--object-format=sha256');
    git(top, 'add', '-A');
    expect(await placesOf(top)).toEqual(['a.ts:1']);
    git(top, 'commit', '-q', '-m', 'first');
    add(top, { 'a.ts': `${leak}${leakOf('b')}` });
    expect(await placesOf(top)).toEqual(['a.ts:2']);
  });

  test('none: the remedy', async () => {
    const folder = stage();
    await expect(staged(folder)).rejects.toThrow(UserError);
    await expect(staged(folder)).rejects.toThrow(/is not in a git repository\. Name one/);
    await expect(staged(repository(), { paths: [folder] })).rejects.toThrow(/Name a work tree/);
    await expect(staged(repository(), { paths: ['no-such'] })).rejects.toThrow(/no-such cannot be reached/);
    const { code, stderr } = await runIn(folder, ['scan', '--staged'], scan);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not in a git repository')]);
  });

  test('configuration and baseline of the work tree count; what they do not use is no fault', async () => {
    const top = repository({
      'bnguard.config.json': JSON.stringify({
        ignore: [
          { paths: ['tests/**'], reason: 'made up' },
          { paths: ['never/**'], reason: 'matches nothing' },
        ],
      }),
    });
    add(top, { 'tests/a.ts': leak, 'b.ts': leakOf('b') });
    const { code, stdout } = await runIn(join(top, 'tests'), ['scan', '--staged'], scan);
    expect(code).toBe(1);
    expect(stdout).toContain('1 suppressed: 1 by config.');
    expect(stdout).toContain('1 finding: 1 critical.');
    git(top, 'commit', '-q', '-m', 'second');
    git(top, 'mv', 'tests/a.ts', 'a.ts');
    expect((await runIn(top, ['scan', '--staged'], scan)).stdout).toContain('a.ts\n  1:27  critical');
  });
});

describe("git's variables", () => {
  const other = (): string => {
    const top = repository({ 'other.txt': 'x' });
    add(top, { 'other.ts': leakOf('other') });
    return top;
  };

  test('count without PATH, and for the repository that they were set for', async () => {
    const led = other();
    const top = repository();
    add(top, { 'a.ts': leak });
    vi.stubEnv('GIT_DIR', join(led, '.git'));
    vi.stubEnv('GIT_WORK_TREE', led);
    expect(await placesOf(top)).toEqual(['other.ts:1']);
    expect(await placesOf(top, { paths: [led] })).toEqual(['other.ts:1']);
    expect(await placesOf(top, { paths: [top] })).toEqual(['a.ts:1']);
  });

  test('an index of its own counts, unless PATH names another repository', async () => {
    const top = repository();
    add(top, { 'a.ts': leak });
    const index = join(top, '.git/other-index');
    writeFileSync(index, readFileSync(join(top, '.git/index')));
    git(top, 'reset', '-q');
    vi.stubEnv('GIT_INDEX_FILE', '.git/other-index');
    expect(await placesOf(join(top))).toEqual(['a.ts:1']);
    expect(await placesOf(stage(), { paths: [top] })).toEqual([]);
    expect(await placesOf(top, { paths: ['.'] })).toEqual(['a.ts:1']);
    const led = other();
    expect(await placesOf(top, { paths: [led] })).toEqual(['other.ts:1']);
  });

  test('new objects that a push keeps apart', async () => {
    const top = repository();
    const quarantine = join(stage(), 'incoming');
    mkdirSync(quarantine);
    put(top, { 'a.ts': leak });
    execFileSync('git', ['add', '-A'], { cwd: top, env: { ...process.env, GIT_OBJECT_DIRECTORY: quarantine } });
    expect((await staged(top)).complete).toBe(false);
    vi.stubEnv('GIT_OBJECT_DIRECTORY', quarantine);
    vi.stubEnv('GIT_ALTERNATE_OBJECT_DIRECTORIES', join(top, '.git/objects'));
    vi.stubEnv('GIT_QUARANTINE_PATH', quarantine);
    expect(await placesOf(top)).toEqual(['a.ts:1']);
  });

  test('a bare repository with a work tree elsewhere, as people keep their dotfiles', async () => {
    const home = stage({ '.binancerc': `BINANCE_SECRET_KEY=${fake('home')}\n` });
    const dotfiles = join(home, '.dotfiles');
    git(home, 'init', '-q', '--bare', dotfiles);
    git(home, `--git-dir=${dotfiles}`, `--work-tree=${home}`, 'add', '.binancerc');
    vi.stubEnv('GIT_DIR', '.dotfiles');
    vi.stubEnv('GIT_WORK_TREE', '.');
    expect(await placesOf(home)).toEqual(['.binancerc:1']);
  });

  test('others that lead git elsewhere or run something do not count', async () => {
    const top = repository();
    add(top, { 'a.ts': leak });
    vi.stubEnv('GIT_EXTERNAL_DIFF', 'false');
    vi.stubEnv('GIT_DIFF_OPTS', '--stat');
    vi.stubEnv('GIT_NAMESPACE', 'x');
    vi.stubEnv('GIT_TRACE', '1');
    expect(await placesOf(top)).toEqual(['a.ts:1']);
  });
});

describe('a hostile repository', () => {
  test('runs nothing and hides nothing', async () => {
    const top = repository({ 'a.ts': leak });
    const mark = join(stage(), 'mark');
    const trap = join(stage(), 'trap');
    writeFileSync(trap, `#!/bin/sh\ntouch '${mark}'\ncat\n`);
    chmodSync(trap, 0o755);
    add(top, { '.gitattributes': '* filter=x diff=x merge=x\n', 'b.ts': leakOf('b') });
    const settings = {
      'core.fsmonitor': trap,
      'core.hooksPath': join(trap, '..'),
      'core.worktree': stage(),
      'filter.x.smudge': trap,
      'filter.x.clean': trap,
      'diff.x.textconv': trap,
      'diff.x.command': trap,
      'diff.external': trap,
      'diff.renames': 'false',
      'diff.renameLimit': '1',
      'diff.relative': 'true',
      'diff.orderFile': '/nonexistent',
      'diff.ignoreSubmodules': 'all',
      'core.pager': trap,
      'alias.diff-index': `!${trap}`,
      'core.abbrev': '4',
    };
    for (const [name, value] of Object.entries(settings)) git(top, 'config', name, value);
    expect(await placesOf(top)).toEqual(['b.ts:1']);
    expect(existsSync(mark)).toBe(false);
  });

  test('no object stands in for another', async () => {
    const top = repository();
    add(top, { 'a.ts': leak, 'clean.ts': 'clean\n' });
    git(top, 'replace', git(top, 'rev-parse', ':a.ts').trim(), git(top, 'rev-parse', ':clean.ts').trim());
    expect(await placesOf(top)).toEqual(['a.ts:1']);
  });

  test('what a partial clone lacks is told and not fetched', async () => {
    const source = repository({ 'a.ts': 'first\n', 'b.ts': 'b\n' });
    add(source, { 'a.ts': 'second\n' });
    git(source, 'commit', '-q', '-m', 'second');
    git(source, 'config', 'uploadpack.allowFilter', 'true');
    const clone = join(stage(), 'clone');
    git(source, 'clone', '-q', '--no-checkout', '--filter=blob:none', `file://${source}`, clone);
    git(clone, 'read-tree', 'HEAD');
    for (const path of ['a.ts', 'b.ts']) {
      const id = git(source, 'rev-parse', `HEAD~:${path}`).trim();
      git(clone, 'update-index', '--add', '--cacheinfo', `100644,${id},${path}`);
    }
    put(clone, { 'c.ts': leak });
    git(clone, 'add', 'c.ts');
    const mark = join(stage(), 'mark');
    git(clone, 'config', 'remote.origin.url', `ext::touch ${mark}`);
    git(clone, 'config', 'protocol.ext.allow', 'always');
    const report = await staged(clone);
    expect(placesIn(report)).toEqual(['c.ts:1']);
    expect(report.skipped).toMatchObject([{ path: 'a.ts', why: 'missing' }]);
    expect(report.complete).toBe(false);
    expect(existsSync(mark)).toBe(false);
    // A rename with edits can be seen from content only: without it the scan goes on.
    git(clone, 'rm', '-q', '--cached', 'b.ts');
    expect(placesIn(await staged(clone))).toEqual(['c.ts:1']);
  });
});

describe('a real hook', () => {
  // The built program: from its sources it would take seconds to start, each time.
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const program = `'${process.execPath}' '${join(root, 'packages/cli/dist/bin.cjs')}'`;
  beforeAll(() => {
    execFileSync(process.execPath, [join(root, 'scripts/setup.mjs'), '--build'], { cwd: root, stdio: 'ignore' });
  }, 120_000);

  /** Whether a commit goes through, and what the hook printed. */
  function commit(folder: string, ...args: string[]): { ok: boolean; printed: string } {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
    const { status, stdout, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=n', '-c', 'user.email=e@x', 'commit', '-m', 'x', ...args],
      {
        cwd: folder,
        env: { ...env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
        encoding: 'utf8',
      },
    );
    return { ok: status === 0, printed: stdout + stderr };
  }
  function withHook(top: string): string {
    const hook = join(git(top, 'rev-parse', '--path-format=absolute', '--git-common-dir').trim(), 'hooks/pre-commit');
    mkdirSync(join(hook, '..'), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\nexec ${program} scan --staged --no-progress\n`);
    chmodSync(hook, 0o755);
    return top;
  }

  test('git commit: refused with a leak, accepted without', () => {
    const top = withHook(repository({ 'a.ts': 'a\n' }));
    add(top, { 'a.ts': leak });
    const refused = commit(top);
    expect(refused.ok).toBe(false);
    expect(refused.printed).toContain('Looked at 1 staged file');
    expect(refused.printed).toContain('a.ts\n  1:27  critical');
    add(top, { 'a.ts': 'clean\n' });
    expect(commit(top).ok).toBe(true);
  });

  test('git commit -a, from a subfolder: the index that git hands over', () => {
    const top = withHook(repository({ 'src/a.ts': 'a\n' }));
    put(top, { 'src/a.ts': leak });
    const refused = commit(join(top, 'src'), '-a');
    expect([refused.ok, refused.printed]).toEqual([false, expect.stringContaining('src/a.ts\n  1:27')]);
  });

  test('git commit -- path: only what it commits', () => {
    const top = withHook(repository({ 'a.ts': 'a\n', 'b.ts': 'b\n' }));
    put(top, { 'a.ts': leak, 'b.ts': 'clean\n' });
    git(top, 'add', 'a.ts');
    expect(commit(top, '--', 'b.ts').ok).toBe(true);
    const refused = commit(top, '--', 'a.ts');
    expect([refused.ok, refused.printed]).toEqual([false, expect.stringContaining('a.ts\n  1:27')]);
  });

  test('a linked work tree', () => {
    const top = withHook(repository({ 'a.ts': 'a\n' }));
    const linked = join(stage(), 'linked');
    git(top, 'worktree', 'add', '-q', linked);
    add(linked, { 'new.ts': leak });
    add(top, { 'main.ts': leakOf('b') });
    const refused = commit(linked);
    expect(refused.ok).toBe(false);
    expect(refused.printed).toContain('new.ts\n  1:27');
    expect(refused.printed).not.toContain('main.ts');
  });

  test('the first commit', () => {
    const top = stage({ 'a.ts': leak });
    git(top, 'init', '-q');
    withHook(top);
    git(top, 'add', '-A');
    expect(commit(top).printed).toContain('a.ts\n  1:27');
  });

  test('a merge with conflicts: what both sides had before goes through', () => {
    const top = withHook(conflict({ 'theirs.ts': leakOf('theirs') }));
    add(top, { 'both.ts': `resolved\n${leakOf('evil')}` });
    const refused = commit(top);
    expect([refused.ok, refused.printed]).toEqual([false, expect.stringContaining('both.ts\n  2:27')]);
    expect(refused.printed).not.toContain('theirs.ts');
    add(top, { 'both.ts': `resolved\n${leakOf('ours')}` });
    expect(commit(top).ok).toBe(true);
  });

  test('the scan changes nothing in the repository', async () => {
    const top = repository();
    add(top, { 'a.ts': leak });
    const state = (): string =>
      execFileSync('find', ['.git', '-type', 'f', '-newer', 'a.ts'], { cwd: top, encoding: 'utf8' }) +
      readFileSync(join(top, '.git/index')).toString('hex');
    const before = state();
    await staged(top);
    expect(state()).toBe(before);
  });
});
