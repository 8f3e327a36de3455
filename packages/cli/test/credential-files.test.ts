/** Files with credentials by their names, and bnguard fix: real git, real ignore files, whatever they hold. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expand } from '@bnguard/engine';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { scan } from '../src/scan.ts';
import type { ScanSettings, Source } from '../src/types.ts';
import { runIn } from './fake-terminal.ts';
import { git, put, stage } from './scan-stage.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const fake = (label: string): string => expand(`<key64:files.${label}>`).text;
const env = (label = 'a'): string => `BINANCE_API_SECRET=${fake(label)}\n`;
const bot = 'from binance.client import Client\nfrom dotenv import load_dotenv\n\nload_dotenv()\n';

function settingsFor(cwd: string, source: Source, more: Partial<ScanSettings> = {}): ScanSettings {
  return {
    ...{ cwd, paths: [], includeIgnored: false, source, jobs: 1, noIgnores: false },
    ...{ asOf: '2026-11-22T12:00:00Z', configFor: async () => [] },
    ...more,
  };
}

/** `path rule severity` of each finding about files. */
async function told(
  cwd: string,
  source: Source = { kind: 'disk' },
  more: Partial<ScanSettings> = {},
): Promise<string[]> {
  const { findings } = await scan(settingsFor(cwd, source, more));
  return findings
    .filter(({ rule, confidence }) => rule.startsWith('env-') && confidence !== 'possible')
    .map(({ path, rule, severity }) => `${path} ${rule} ${severity}`);
}

/** A repository in which nothing is tracked yet. */
function fresh(files: Readonly<Record<string, string>>): string {
  const folder = stage(files);
  git(folder, 'init', '-q', '-b', 'main');
  return folder;
}
function commit(top: string, ...paths: readonly string[]): void {
  git(top, 'add', '-f', ...(paths.length > 0 ? paths : ['.']));
  git(top, 'commit', '-q', '-m', 'one');
}

describe('on disk, by what git says', () => {
  test.each([
    ['.env\n', []],
    ['*.env\n', []],
    ['.env*\n!.env.example\n', []],
    ['# .env\n', ['.env env-not-ignored high']],
    ['.env/\n', ['.env env-not-ignored high']],
    ['.env\n!.env\n', ['.env env-not-ignored high']],
    ['!.env\n.env\n', []],
    ['\\.env\n', []],
    [' .env\n', ['.env env-not-ignored high']],
    ['.env \n', []],
    ['.env # secrets\n', ['.env env-not-ignored high']],
    ['.ENV\n', ['.env env-not-ignored high']],
    ['/*\n!/bot.py\n', []],
    ['.en[vw]\n', []],
    ['.env\r\n', []],
    ['[\n.env[\n**a**b**\n', ['.env env-not-ignored high']],
  ])('.gitignore %j', async (rules, expected) => {
    const top = fresh({ '.gitignore': rules, '.env': env(), 'bot.py': bot });
    expect(await told(top)).toEqual(expected);
  });

  test('nested files, exceptions in them, info/exclude and the person’s own excludes', async () => {
    const top = fresh({
      '.gitignore': '.env\n',
      'a/.env': env('a'),
      'b/.gitignore': '!.env\n',
      'b/.env': env('b'),
      'c/.env.local': env('c'),
      'bot.py': bot,
    });
    expect(await told(top)).toEqual(['b/.env env-not-ignored high', 'c/.env.local env-not-ignored high']);
    put(top, { '.git/info/exclude': '.env.local\n' });
    expect(await told(top)).toEqual(['b/.env env-not-ignored high']);
    const config = stage({ gitconfig: '', ignore: 'user.cfg\n' });
    put(config, { gitconfig: `[core]\n\texcludesFile = ${config}/ignore\n` });
    put(top, { 'user.cfg': `[binance_user_config]\napi_secret_key=${fake('d')}\n` });
    expect(await told(top)).toContain('user.cfg env-not-ignored high');
    vi.stubEnv('GIT_CONFIG_GLOBAL', join(config, 'gitconfig'));
    expect(await told(top)).not.toContain('user.cfg env-not-ignored high');
  });

  test('tracked beats ignored; blanks are low; links and pipes are nothing', async () => {
    const top = fresh({
      '.gitignore': '.env*\n',
      '.env': env(),
      '.env.production': 'LOG_LEVEL=warn\n',
      '.env.blank': 'BINANCE_API_SECRET=your-secret-here\n',
      'bot.py': bot,
    });
    symlinkSync('.env', join(top, '.env.link'));
    commit(top, '.env', '.env.production', '.env.link');
    execFileSync('mkfifo', [join(top, 'user.cfg')]);
    expect(await told(top)).toEqual(['.env env-tracked high', '.env.production env-tracked low']);
  });

  test('one that is deleted on disk is tracked until that is committed', async () => {
    const top = fresh({ '.env': env(), 'bot.py': bot });
    commit(top);
    rmSync(join(top, '.env'));
    expect(await told(top)).toEqual(['.env env-tracked high']);
  });

  test('what is expected, where it would stand, and only where it is not there', async () => {
    const top = fresh({
      'README.md': '# A bot for Binance\n\n    cp .env.example .env\n',
      '.env.example': 'BINANCE_API_KEY=\nBINANCE_API_SECRET=\n',
      'worker/package.json': '{ "dependencies": { "dotenv": "*", "binance": "*" } }',
      'worker/src/index.js': "import 'dotenv/config';\nimport { MainClient } from 'binance';\n",
      'hedge/compose.yml': 'services:\n  bot:\n    image: binance-bot\n    env_file:\n      - hedge.env\n',
    });
    expect(await told(top)).toEqual([
      '.env env-not-ignored low',
      'hedge/hedge.env env-not-ignored low',
      'worker/.env env-not-ignored low',
    ]);
    put(top, { '.gitignore': '*.env\n' });
    expect(await told(top)).toEqual([]);
  });

  test('a page that shows how keys are made, where no program is; what frameworks commit for their tests', async () => {
    const page = '# Keys for Binance\n\n    openssl genpkey -algorithm ed25519 -out prv-key.pem\n';
    const top = fresh({
      'docs/keys.md': page,
      '.env.testing.example': 'BINANCE_API_KEY=\nBINANCE_API_SECRET=\n',
    });
    expect(await told(top)).toEqual([]);
    put(top, { 'package.json': '{ "dependencies": { "binance": "*" } }' });
    expect(await told(top)).toEqual(['prv-key.pem env-not-ignored low']);
  });

  test('a project that has nothing to do with Binance', async () => {
    const top = fresh({ '.env': 'STRIPE_KEY=correct-horse-battery\n', 'app.js': "require('dotenv').config();\n" });
    expect(await told(top)).toEqual([]);
  });

  test('nested repositories and submodules, each by its own rules', async () => {
    const top = fresh({ '.gitignore': '.env\n', '.env': env('a'), 'bot.py': bot });
    put(top, { 'inner/.env': env('b'), 'inner/bot.py': bot });
    git(join(top, 'inner'), 'init', '-q');
    expect(await told(top)).toEqual(['.env env-not-ignored high']);
    commit(top, 'bot.py');
    git(top, 'worktree', 'add', '-q', '../linked', 'HEAD');
    const linked = join(top, '../linked');
    put(linked, { '.env': env('c') });
    expect(await told(linked)).toEqual(['.env env-not-ignored high']);
    rmSync(linked, { recursive: true });
  });

  test('names of every kind', async () => {
    const odd = ['.env', ':(exclude).env', '-x.env', "a'b/.env", 'é/.env.prod', 'a\nb/.env', '[x].env'];
    const top = fresh(Object.fromEntries(odd.map((path, at) => [path, env(String(at))])));
    put(top, { 'bot.py': bot });
    expect((await told(top)).map((line) => line.split(' env-')[0])).toEqual(odd.toSorted());
  });
});

describe('outside of git', () => {
  test.each([
    [{ '.gitignore': '*.log\n' }, ['.env env-not-ignored high', 'sub/.env env-not-ignored high']],
    [{ '.gitignore': '/.env\n' }, ['sub/.env env-not-ignored high']],
    [{ '.gitignore': '.env\n', 'sub/.gitignore': '!.env\n' }, ['sub/.env env-not-ignored high']],
    [{ '.gitignore': 'sub/\n.env\n', 'sub/.gitignore': '!.env\n' }, []],
    [{ '.gitignore': `${'a*a*a*a*a*a*a*a*b\n'.repeat(1000)}.env\n` }, []],
    [{}, []],
  ])('%j', async (rules, expected) => {
    const folder = stage({ ...(rules as Record<string, string>), '.env': env('a'), 'sub/.env': env('b') });
    put(folder, { 'bot.py': bot });
    expect(await told(folder)).toEqual(expected);
    expect(await told(folder, { kind: 'disk' }, { includeIgnored: true })).toEqual(expected);
  });

  test('a .gitignore of 100,000 lines', async () => {
    const rules = Array.from({ length: 100_000 }, (_, at) => `file-${at}-*.log\n`).join('');
    const folder = stage({ '.gitignore': `${rules}.env\n`, '.env': env(), 'bot.py': bot });
    expect(await told(folder, { kind: 'disk' }, { includeIgnored: true })).toEqual([]);
    git(folder, 'init', '-q');
    expect(await told(folder)).toEqual([]);
    put(folder, { '.gitignore': rules });
    expect(await told(folder)).toEqual(['.env env-not-ignored high']);
  });
});

describe('images and packages', () => {
  const image = 'FROM node:22\nWORKDIR /app\nCOPY . .\n';
  const open = ['.env env-not-ignored high'];
  test.each([
    ['no .dockerignore', { Dockerfile: image }, open],
    ['a .dockerignore without it', { Dockerfile: image, '.dockerignore': 'node_modules\n' }, open],
    ['with it', { Dockerfile: image, '.dockerignore': '.env\n' }, []],
    ['by a pattern', { Dockerfile: image, '.dockerignore': '**/.env*\n' }, []],
    ['taken back', { Dockerfile: image, '.dockerignore': '.*\n!.env\n' }, open],
    ['all but some', { Dockerfile: image, '.dockerignore': '*\n!src\n' }, []],
    ['only the sources', { Dockerfile: 'FROM node\nCOPY src ./src\nCOPY package*.json ./\n' }, []],
    ['by its name', { Dockerfile: 'FROM node\nCOPY package.json .env ./\n' }, open],
    ['JSON form', { Dockerfile: 'FROM node\nADD --chown=a ["./", "/app/"]\n' }, open],
    [
      'a stage that is left behind',
      {
        Dockerfile: 'FROM node AS build\nWORKDIR /app\nCOPY . .\nFROM nginx\nCOPY --from=build /app/dist /www\n',
      },
      [],
    ],
    [
      'a stage that is taken whole',
      {
        Dockerfile: 'FROM node AS build\nWORKDIR /app\nCOPY . .\nFROM node\nCOPY --from=build /app /app\n',
      },
      open,
    ],
    ['a stage that is gone on with', { Dockerfile: 'FROM node AS base\nCOPY . /app\nFROM base\nCMD run\n' }, open],
    [
      'a context elsewhere',
      {
        'docker/Dockerfile': image,
        'compose.yml': 'services:\n  bot:\n    build:\n      context: .\n      dockerfile: docker/Dockerfile\n',
      },
      open,
    ],
    ['another context', { 'docker/Dockerfile': image }, []],
    ['an own .dockerignore', { Dockerfile: image, 'Dockerfile.dockerignore': '.env\n', '.dockerignore': '' }, []],
    ['.npmignore', { 'package.json': '{ "name": "a", "version": "1.0.0" }', '.npmignore': 'test\n' }, open],
    ['.gitignore counts', { 'package.json': '{ "name": "a", "version": "1.0.0" }' }, []],
    ['private', { 'package.json': '{ "name": "a", "version": "1.0.0", "private": true }', '.npmignore': '' }, []],
    ['files', { 'package.json': '{ "name": "a", "version": "1.0.0", "files": ["."] }' }, open],
    [
      'files without it',
      { 'package.json': '{ "name": "a", "version": "1.0.0", "files": ["dist"] }', '.npmignore': '' },
      [],
    ],
    ['broken', { 'package.json': '{ "name": ', '.npmignore': '' }, []],
  ])('%s', async (_, files, expected) => {
    const top = fresh({ '.gitignore': '.env\n', '.env': env(), 'bot.py': bot });
    put(top, files);
    expect(await told(top)).toEqual(expected);
  });

  test('a tracked file is told once', async () => {
    const top = fresh({ '.env': env(), Dockerfile: image, 'bot.py': bot });
    commit(top);
    expect(await told(top)).toEqual(['.env env-tracked high']);
  });
});

describe('what a change brings', () => {
  test('a .env in the index, and one that gets worse', async () => {
    const top = fresh({ 'bot.py': bot });
    commit(top);
    put(top, { '.env': 'BINANCE_API_SECRET=\n' });
    git(top, 'add', '.env');
    expect(await told(top, { kind: 'staged' })).toEqual(['.env env-tracked low']);
    commit(top);
    put(top, { '.env': 'BINANCE_API_SECRET=\nBINANCE_TESTNET=true\n' });
    git(top, 'add', '.env');
    expect(await told(top, { kind: 'staged' })).toEqual([]);
    put(top, { '.env': env() });
    git(top, 'add', '.env');
    expect(await told(top, { kind: 'staged' })).toEqual(['.env env-tracked high']);
    commit(top);
    put(top, { '.env': env('b') });
    git(top, 'add', '.env');
    expect(await told(top, { kind: 'staged' })).toEqual([]);
    git(top, 'mv', '-f', '.env', 'moved.txt');
    git(top, 'reset', '-q', '--hard');
    git(top, 'mv', '.env', '.env.prod');
    expect(await told(top, { kind: 'staged' })).toEqual([]);
  });

  test('a staged file whose folder is a link by now is told all the same', async () => {
    const top = fresh({ 'bot.py': bot, 'd/.env': env() });
    git(top, 'add', '-A', '-f');
    rmSync(join(top, 'd'), { recursive: true });
    symlinkSync('/', join(top, 'd'));
    expect(await told(top, { kind: 'staged' })).toEqual(['d/.env env-tracked high']);
  });

  test('what a change brings is not told as what git tracks', async () => {
    const top = fresh({ 'bot.py': bot });
    commit(top);
    const says = async (source: Source): Promise<string | undefined> =>
      (await scan(settingsFor(top, source))).findings.find(({ rule }) => rule === 'env-tracked')?.message;
    put(top, { '.env': env() });
    git(top, 'add', '.env');
    const change =
      'The commit has .env with credentials in it: whoever gets the commit gets the file, also where a later one deletes it';
    const before = '; before it is made, git rm --cached .env takes it out';
    expect(await says({ kind: 'staged' })).toBe(`${change}${before}, and the line .env in .gitignore keeps it out`);
    put(top, { '.gitignore': '.env\n' });
    expect(await says({ kind: 'staged' })).toBe(change + before);
    git(top, 'commit', '-q', '-m', 'two');
    expect(await says({ kind: 'disk' })).toMatch(/^git tracks \.env .*takes it out of the next commit/);
    git(top, 'rm', '-q', '.env');
    git(top, 'commit', '-q', '-m', 'three');
    // It is too late for that.
    expect(await says({ kind: 'range', revisions: ['HEAD~2..HEAD'] })).toBe(change);
  });

  test.each([
    ['the line is deleted', '.env\nlogs\n', 'logs\n', ['.env env-not-ignored high']],
    ['the line is commented out', '.env\n', '#.env\n', ['.env env-not-ignored high']],
    ['an exception is added', '.env*\n', '.env*\n!.env\n', ['.env env-not-ignored high']],
    ['another line covers it', '.env\n', '*.env\n', []],
    ['it was open before', 'logs\n', 'tmp\n', []],
    ['the file is deleted', '.env\n', undefined, ['.env env-not-ignored high']],
  ])('%s', async (_, before, after, expected) => {
    const top = fresh({ '.gitignore': before, 'bot.py': bot });
    commit(top);
    put(top, { '.env': env() });
    if (after === undefined) git(top, 'rm', '-q', '.gitignore');
    else put(top, { '.gitignore': after });
    git(top, 'add', '-A', '--', ...(after === undefined ? [] : ['.gitignore']), 'bot.py');
    expect(await told(top, { kind: 'staged' })).toEqual(expected);
    git(top, 'commit', '-q', '-m', 'two');
    expect(await told(top, { kind: 'range', revisions: ['HEAD~1..HEAD'] })).toEqual(expected);
    rmSync(join(top, '.env'));
    const low = expected.map((line) => line.replace('high', 'low'));
    expect(await told(top, { kind: 'range', revisions: ['HEAD~1..HEAD'] })).toEqual(low);
  });

  test('commit by commit, also what is gone again; and ever stored', async () => {
    const top = fresh({ 'bot.py': bot });
    commit(top);
    put(top, { 'a/.env': env('a'), 'user.cfg': '[binance_user_config]\napi_key=\n' });
    commit(top);
    git(top, 'rm', '-q', 'a/.env');
    git(top, 'commit', '-q', '-m', 'gone');
    const expected = ['a/.env env-tracked high', 'user.cfg env-tracked low'];
    expect(await told(top, { kind: 'range', revisions: ['HEAD~2..HEAD'] })).toEqual(expected);
    expect(await told(top)).toEqual(['.env env-not-ignored low', 'user.cfg env-tracked low']);
    const userCache = stage();
    for (const remembering of [{ userCache }, { userCache }, {}]) {
      expect(await told(top, { kind: 'history', ...remembering })).toEqual(expected);
    }
    const { findings } = await scan(settingsFor(top, { kind: 'history' }));
    expect(findings.find(({ rule, path }) => rule === 'env-tracked' && path === 'a/.env')?.origin).toMatchObject({
      ...{ kind: 'history', atHead: false, reachable: true, refs: ['refs/heads/main'] },
    });
    const bare = stage();
    git(bare, 'clone', '-q', '--bare', top, 'bare');
    expect(await told(join(bare, 'bare'), { kind: 'history' })).toEqual(expected);
  });

  test('nothing of a value is in what is told', async () => {
    const top = fresh({ '.env': env('told'), 'bot.py': bot });
    commit(top);
    const report = JSON.stringify(await scan(settingsFor(top, { kind: 'disk' })));
    expect(report).not.toContain(fake('told').slice(4, 12));
  });
});

describe('bnguard fix', () => {
  const fix = (cwd: string, ...more: string[]): ReturnType<typeof runIn> => runIn(cwd, ['fix', ...more], scan);
  const rules = (top: string, name = '.gitignore'): string => readFileSync(join(top, name), 'utf8');

  test.each([
    ['no file', undefined, '.env\n'],
    ['an empty one', '', '.env\n'],
    ['other lines', 'a\n# b\n\n', 'a\n# b\n\n.env\n'],
    ['no final newline', 'a', 'a\n.env\n'],
    ['CRLF', 'a\r\nb\r\n', 'a\r\nb\r\n.env\r\n'],
    ['CRLF without a last one', 'a\r\nb', 'a\r\nb\r\n.env\r\n'],
    ['an exception', '.env\n!.env\n', '.env\n!.env\n.env\n'],
    ['a folder only', '.env/\n', '.env/\n.env\n'],
    ['a line that is none', '# .env', '# .env\n.env\n'],
    ['not ASCII', 'é\n\u{1F98A}', 'é\n\u{1F98A}\n.env\n'],
  ])('%s', async (_, before, after) => {
    const top = fresh({ ...(before !== undefined && { '.gitignore': before }), '.env': env(), 'bot.py': bot });
    const dry = await fix(top, '--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toContain('\n+.env\n');
    expect(existsSync(join(top, '.gitignore')) ? rules(top) : undefined).toBe(before);
    // A diff for people shows lines without their CR.
    if (before !== undefined && !before.includes('\r')) {
      git(top, 'add', '.gitignore');
      execFileSync('git', ['apply', '--unidiff-zero', '--cached', '-'], { cwd: top, input: dry.stdout });
      expect(git(top, 'show', ':.gitignore')).toBe(after);
    }
    expect(await fix(top)).toMatchObject({ code: 0, stderr: '' });
    expect(rules(top)).toBe(after);
    expect(await fix(top)).toMatchObject({ code: 0, stdout: 'No line is missing in any ignore file.\n' });
    expect(rules(top)).toBe(after);
    expect(await told(top)).toEqual([]);
  });

  test('where a nested file takes it back, that one gets the line', async () => {
    const top = fresh({ '.gitignore': '.env\n', 'a/.gitignore': '!.env\n', 'a/.env': env(), 'bot.py': bot });
    expect((await fix(top)).stdout).toBe('a/.gitignore\n  + .env\n');
    expect([rules(top), rules(top, 'a/.gitignore')]).toEqual(['.env\n', '!.env\n.env\n']);
    expect(await told(top)).toEqual([]);
  });

  test('.dockerignore, also where git was open too', async () => {
    const top = fresh({ '.env': env(), Dockerfile: 'FROM node\nCOPY . .\n', 'bot.py': bot });
    expect((await fix(top, '--dry-run')).stdout.match(/^\+(?!\+).*/gm)).toEqual(['+.env', '+**/.env']);
    expect((await fix(top)).code).toBe(0);
    expect([rules(top), rules(top, '.dockerignore')]).toEqual(['.env\n', '**/.env\n']);
    expect(await told(top)).toEqual([]);
  });

  test('names that are patterns', async () => {
    const top = fresh({ 'bot.py': bot });
    const odd = ['[x].env', '!a.env', '#b.env', 'c*.env', String.raw`d\.env`];
    for (const [at, name] of odd.entries()) put(top, { [name]: env(String(at)), 'cXX.env.txt': '' });
    expect(await fix(top)).toMatchObject({ code: 0, stderr: '' });
    expect(await told(top)).toEqual([]);
    expect(git(top, 'status', '--porcelain', '-z').split('\0').filter(Boolean).toSorted()).toEqual([
      '?? .gitignore',
      '?? bot.py',
      '?? cXX.env.txt',
    ]);
  });

  test('what is tracked: the line, and the command for the rest', async () => {
    const top = fresh({ '.env': env(), "it's/.env": env('b'), 'bot.py': bot });
    commit(top);
    const { code, stdout } = await fix(top);
    expect(code).toBe(2);
    expect(rules(top)).toBe('.env\n');
    expect(stdout).toContain('  git rm --cached .env\n');
    expect(stdout).toContain(String.raw`  git rm --cached 'it'\''s/.env'`);
    expect(stdout).toContain('API Management');
    execFileSync('sh', ['-c', /^ {2}git rm .*$/gm.exec(stdout)![0]], { cwd: top });
    expect(git(top, 'ls-files').split('\n')).not.toContain('.env');
  });

  test('what cannot be written: a link, a pipe, no permission', async () => {
    const outside = stage({ rules: '' });
    const linked = fresh({ '.env': env(), 'bot.py': bot });
    symlinkSync(join(outside, 'rules'), join(linked, '.gitignore'));
    expect(await fix(linked)).toMatchObject({ code: 2, stderr: expect.stringContaining('.gitignore was not changed') });
    expect(statSync(join(outside, 'rules')).size).toBe(0);

    const utf16 = fresh({ '.env': env(), 'bot.py': bot });
    put(utf16, { '.gitignore': Buffer.from('\ufeff.env\n', 'utf16le') });
    expect(await fix(utf16)).toMatchObject({ code: 2, stderr: expect.stringContaining('not UTF-8') });

    if (process.getuid?.() === 0) return;
    const locked = fresh({ '.gitignore': '', '.env': env(), 'bot.py': bot });
    chmodSync(join(locked, '.gitignore'), 0o444);
    expect(await fix(locked)).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be written') });
  });

  test('a folder outside of git, and one where nothing is wrong', async () => {
    const folder = stage({ '.gitignore': 'x\n', '.env': env(), 'bot.py': bot });
    expect((await fix(folder)).code).toBe(0);
    expect(rules(folder)).toBe('x\n.env\n');
    expect(await fix(stage({ 'a.txt': 'a' }))).toMatchObject({
      ...{ code: 0, stdout: 'No line is missing in any ignore file.\n', stderr: '' },
    });
  });

  test('several repositories, each its own file; from another folder', async () => {
    const top = fresh({ '.env': env('a'), 'bot.py': bot, 'inner/.env': env('b'), 'inner/bot.py': bot });
    git(join(top, 'inner'), 'init', '-q');
    mkdirSync(join(top, 'sub'));
    const { stdout } = await fix(join(top, 'sub'), '..');
    expect(stdout).toBe('../.gitignore (new)\n  + .env\n../inner/.gitignore (new)\n  + .env\n');
    expect([rules(top), rules(top, 'inner/.gitignore')]).toEqual(['.env\n', '.env\n']);
  });

  test('a package that lists it is for people to change', async () => {
    const top = fresh({ '.gitignore': '.env\n', '.env': env(), 'bot.py': bot });
    put(top, { 'package.json': '{ "name": "a", "version": "1.0.0", "files": ["."] }' });
    expect(await fix(top)).toMatchObject({ code: 2, stdout: expect.stringContaining('By hand: add "!.env"') });
  });

  test('what a configuration sets aside is left alone', async () => {
    const top = fresh({ '.env': env(), 'bot.py': bot });
    put(top, { 'bnguard.config.yaml': 'ignore:\n  - paths: [.env]\n    reason: a test account\n' });
    expect(await fix(top)).toMatchObject({ code: 0, stdout: 'No line is missing in any ignore file.\n' });
  });
});
