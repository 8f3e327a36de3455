// The way out of a leak, with its facts; and that the commands in it do what they say, with the real git filter-repo.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expand, type Finding } from '@bnguard/engine';
import { scan } from '../src/scan.ts';
import type { Report } from '../src/types.ts';
import { isCredential, leaksOf, leakWith } from '../src/way-out/leaks.ts';
import { wayOut } from '../src/way-out/way-out.ts';
import { finding, folderWith, runIn } from './fake-terminal.ts';

const secret = finding({ pair: 'b'.repeat(32), masked: 'cSIz…' });
const key = finding({
  rule: 'api-key',
  role: 'api-key',
  masked: 'FkYV…',
  fingerprint: 'b'.repeat(32),
  pair: secret.fingerprint,
});

const titles = (one: Finding, ...others: Finding[]): string[] =>
  wayOut(leakWith(one, [one, ...others])).map(({ title }) => title);
const textOf = (one: Finding, ...others: Finding[]): string => JSON.stringify(wayOut(leakWith(one, [one, ...others])));

describe('steps', () => {
  test('money first, git later, whatever half one looks at', () => {
    const order = [
      ...['Delete the key now', 'Look at what was done with it', 'Close the other doors', 'Know how it leaked'],
      ...['Take it out of the code', 'Take it out of git’s history', 'Make the new key smaller'],
    ];
    expect(titles(secret, key)).toEqual(order);
    expect(wayOut(leakWith(key, [secret, key]))).toEqual(wayOut(leakWith(secret, [secret, key])));
    expect(textOf(secret, key)).toContain('the API key that begins with FkYV (its secret begins with cSIz)');
  });

  test('a secret alone, a testnet key, a listen key, a passphrase', () => {
    expect(textOf(finding())).toContain('delete every one that might');
    expect(titles(finding({ environment: 'testnet' }))[0]).toBe('Delete the testnet key');
    expect(titles(finding({ environment: 'testnet' }))).not.toContain('Look at what was done with it');
    expect(titles(finding({ rule: 'listen-key' }))[0]).toBe('Let the stream end');
    expect(titles(finding({ rule: 'key-passphrase', masked: '' }))[0]).toBe('Treat the private key as open');
  });

  test('what the history knows: since when, where, pushed or not', () => {
    const past = finding({
      repository: 'github.com/o/r',
      origin: {
        ...{ kind: 'history', blob: 'd'.repeat(40), atHead: false, reachable: true, pushed: true, exposedDays: 266 },
        firstCommit: { id: 'e'.repeat(40), date: '2026-03-01T10:00:00Z' },
        refs: ['refs/heads/main', 'refs/pull/7/head'],
        ...{ refCount: 2, places: [], placeCount: 0 },
      },
    });
    const text = textOf(past);
    expect(text).toContain('commit eeeeeeeeeeee, which its author wrote on 2026-03-01 (266 days ago)');
    expect(text).toContain('everything since 2026-03-01');
    expect(text).toContain('A remote has it.');
    expect(text).toContain('https://support.github.com/request');
    expect(text).toContain('refs/pull/7/head');
    const local = finding({ origin: { ...past.origin, pushed: false } as Finding['origin'] });
    expect(textOf(local)).toContain('No remote-tracking branch');
    const stash = finding({ origin: { ...past.origin, reachable: false, heldBy: 'stash' } as Finding['origin'] });
    expect(textOf(stash)).toContain('git stash drop');
    expect(textOf(stash)).not.toContain('filter-repo');
    const everywhere = finding({ origin: { ...past.origin, placeCount: 99 } as Finding['origin'] });
    expect(textOf(everywhere)).toContain('in all blobs (more have it than a report names)');
    expect(textOf(everywhere)).toContain('and others in up to 99 more places');
    expect(textOf({ ...everywhere, end: { line: 2, column: 1 } })).toContain(
      '99 more places may have it in such a form',
    );
  });

  test('one leak for each key, whatever stands between', () => {
    const other = finding({ fingerprint: 'e'.repeat(32), path: 'z.ts' });
    const { pair: _, ...alone } = { ...key, path: 'x.ts' };
    const leaks = leaksOf([
      alone,
      secret,
      other,
      finding({ rule: 'ip-unrestricted' }),
      key,
      { ...secret, path: 'y.ts' },
    ]);
    expect(leaks.map(({ halves, findings }) => [halves.map(({ rule }) => rule), findings.length])).toEqual([
      [['api-key', 'secret-key'], 4],
      [['secret-key'], 1],
    ]);
    expect(wayOut(leakWith(alone, [alone, secret, key]))).toEqual(wayOut(leakWith(key, [alone, secret, key])));
    expect(isCredential({ rule: 'documented-example' })).toBe(false);
  });
});

describe('the purge that it prints removes the values, keeps the rest, and needs no value', () => {
  const [a, b, d, e] = ['a', 'b', 'd', 'e'].map((name) => expand(`<key64:${name}>`).text) as [
    ...[string, string, string, string],
  ];
  const [pem, inMessage] = [expand('<pem-ed25519:p>').text, expand('<pem-ed25519:q>').text];
  const other = '0'.repeat(64);

  function git(cwd: string, ...args: string[]): string {
    const who = ['-c', 'user.name=A. Trader', '-c', 'user.email=trader@example.org', '-c', 'commit.gpgsign=false'];
    const { status, stdout, stderr } = spawnSync('git', [...who, ...args], { cwd, encoding: 'utf8' });
    expect(status, `git ${args.join(' ')}: ${stderr}`).toBe(0);
    return stdout;
  }

  /** A history with values in files, in a message, in an encoded message, in a tag, and in names. */
  function leakyClone(): string {
    const folder = folderWith({ 'README.md': 'a bot for Binance\n' });
    git(folder, 'init', '-q', '--initial-branch=main');
    git(folder, 'add', '--all');
    git(folder, 'commit', '-qm', 'begin');
    return folder;
  }
  function addLeaks(folder: string): void {
    writeFileSync(
      join(folder, 'bot.ts'),
      `import { Spot } from '@binance/connector';\nconst client = new Spot('${a}', '${b}');\nconst sum = '${other}';\n`,
    );
    writeFileSync(join(folder, 'binance.pem'), pem);
    git(folder, 'add', '--all');
    git(folder, 'commit', '-qm', `binance secret = ${b}`);
    git(folder, 'commit', '-q', '--allow-empty', '-m', `binance private key\n\n${inMessage}`);
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'binance', `--author=BINANCE_SECRET_KEY=${d} <x@example.org>`);
    git(folder, 'tag', '-a', 'v1', '-m', `binance_api_secret: "${e}"`);
    writeFileSync(join(folder, 'bot.ts'), 'import { Spot } from "@binance/connector";\n');
    git(folder, 'rm', '-q', 'binance.pem');
    git(folder, 'commit', '-qam', 'no keys any more');
  }

  async function findingsOf(folder: string): Promise<Finding[]> {
    const { stdout } = await runIn(folder, ['scan', '--history', '--format', 'json', '--no-cache'], scan);
    return (JSON.parse(stdout) as Report).findings.filter(isCredential);
  }

  /** What `bnguard explain purge` says, as one session of a shell in the clone; where it ends. */
  async function follow(folder: string): Promise<string> {
    await runIn(folder, ['scan', '--history', '--format', 'json', '--output', '.git/history.json', '--no-cache'], scan);
    const { code, stdout: told } = await runIn(folder, ['explain', 'purge', '--report', '.git/history.json']);
    expect([code, told]).toEqual([0, expect.stringContaining('Take it out of git’s history: 5 leaks\n')]);
    for (const value of [a, b, d, e, pem.split('\n')[1]!, inMessage.split('\n')[1]!]) {
      expect(told.includes(value.slice(5, 25))).toBe(false);
    }
    // Commands are what is indented; notes and the draft of a ticket come last.
    const script = told
      .split('\nNote: ')[0]!
      .split('\n')
      .filter((line) => line.startsWith('  '))
      .map((line) => line.slice(2));
    const bin = folderWith({ bnguard: `#!/bin/sh\nexec node '${join(import.meta.dirname, '../dist/bin.js')}' "$@"\n` });
    chmodSync(join(bin, 'bnguard'), 0o755);
    const { status, stdout, stderr } = spawnSync('sh', ['-ec', `${script.join('\n')}\npwd`], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}:${process.env['PATH']}` },
    });
    expect(status, `${stdout}\n${stderr}`).toBe(0);
    return stdout.trimEnd().split('\n').at(-1)!;
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

  test('what was pushed: in a mirror, then published', { timeout: 60_000 }, async () => {
    const clone = leakyClone();
    addLeaks(clone);
    const origin = join(folderWith({}), 'origin.git');
    git(clone, 'init', '-q', '--bare', '--initial-branch=main', origin);
    git(clone, 'remote', 'add', 'origin', origin);
    git(clone, 'push', '-q', '--tags', 'origin', 'main');
    const found = await findingsOf(clone);
    expect(found.map(({ rule }) => rule).sort()).toEqual([
      ...['api-key', 'private-key', 'private-key', 'secret-key', 'secret-key', 'secret-key'],
    ]);
    await follow(clone);
    const anew = join(folderWith({}), 'anew');
    // Not local, which would copy what nothing leads to any more.
    git(clone, 'clone', '-q', '--no-local', origin, anew);
    expectClean(anew);
    expect(git(anew, 'ls-remote', 'origin')).not.toContain('refs/replace');
    expect(await findingsOf(anew)).toEqual([]);
  });

  test('what was not: in a copy, and what a remote has keeps its ids', { timeout: 60_000 }, async () => {
    const clone = leakyClone();
    const origin = join(folderWith({}), 'origin.git');
    git(clone, 'init', '-q', '--bare', '--initial-branch=main', origin);
    git(clone, 'remote', 'add', 'origin', origin);
    git(clone, 'push', '-q', 'origin', 'main');
    const pushed = git(clone, 'rev-parse', 'main');
    addLeaks(clone);
    const found = await findingsOf(clone);
    expect(JSON.stringify(leaksOf(found).map(wayOut))).not.toMatch(/--mirror|force-pushed/);
    const copy = await follow(clone);
    expect(copy).toBe(`${clone}-purged`);
    expect(existsSync(clone)).toBe(false);
    expectClean(copy);
    expect(git(copy, 'rev-parse', 'origin/main')).toBe(pushed);
    expect(git(copy, 'merge-base', 'origin/main', 'main')).toBe(pushed);
    expect(await findingsOf(copy)).toEqual([]);
    rmSync(copy, { recursive: true });
  });
});

describe('explain', () => {
  test('a fingerprint, whole or its beginning', async () => {
    const folder = folderWith({
      'bot.ts': expand("import { Spot } from '@binance/connector';\nnew Spot('<key64:a>', '<key64:b>');\n").text,
    });
    const { stdout: json } = await runIn(folder, ['scan', '--format', 'json'], scan);
    writeFileSync(join(folder, 'report.json'), json);
    const [first] = (JSON.parse(json) as Report).findings;
    const told = await runIn(folder, ['explain', first!.fingerprint.slice(0, 8), '--report', 'report.json']);
    expect(told.code).toBe(0);
    expect(told.stdout).toMatch(/\+\d+ {2}.+ \([a-z-]+\)/);
    expect(told.stdout).toMatch(/The way out: api-key .{5} and secret-key .{5}\n {2}1\. Delete the key now/);
    const none = await runIn(folder, ['explain', 'ffffffff', '--report', 'report.json']);
    expect([none.code, none.stderr]).toEqual([
      2,
      'bnguard: report.json has no finding with the fingerprint ffffffff.\n',
    ]);
    const alone = await runIn(folder, ['explain', 'f'.repeat(32)]);
    expect(alone.stderr).toContain('--report report.json');
  });

  test.each([
    ['-2015', /^-2015 {2}REJECTED_MBX_KEY\n/],
    ['2015', /^-2015 {2}/],
    ['-4131', /futures are not enabled for the key, as one often reads/],
    ['451', /^HTTP 451 {2}/],
    ['HTTP 418', /banned/],
    ['"HTTP 451"', /^HTTP 451 {2}/],
    ['-1022', /of a leaked key it says that it lives/],
  ])('%s', async (code, expected) => {
    const { code: exit, stdout } = await runIn(folderWith(), ['explain', code]);
    expect([exit, stdout]).toEqual([0, expect.stringMatching(expected)]);
    expect(stdout).toContain('Sources');
  });

  test('every answer has what people need', async () => {
    const { answers } = await import('../src/answers.ts');
    const codes = [-1003, -1015, -1021, -1022, -1034, -2008, -2010, -2014, -2015, -2017, -4131, 403, 418, 429, 451];
    expect(codes.filter((code) => !answers.some((one) => one.code === code))).toEqual([]);
    for (const { means, not, check, sources } of answers) {
      expect([means, not.length > 0, check.length > 0, sources.every((url) => url.startsWith('https://'))]).toEqual([
        expect.stringMatching(/\.$/),
        ...[true, true, true],
      ]);
    }
  });

  test('a code that nobody knows', async () => {
    const { code, stderr } = await runIn(folderWith(), ['explain', '-77']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('There is nothing here about -77. Known: ')]);
  });
});
