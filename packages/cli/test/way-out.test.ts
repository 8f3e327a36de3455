// The way out of a leak, with its facts. What its commands do: purge.test.ts.
import { writeFileSync } from 'node:fs';
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
    expect(textOf(stash)).toContain('git stash list');
    expect(textOf(stash)).not.toContain('filter-repo');
    const everywhere = finding({ origin: { ...past.origin, placeCount: 99 } as Finding['origin'] });
    expect(textOf(everywhere)).toContain('all versions of files (more have it than a report names)');
    expect(textOf(everywhere)).toContain('and others in up to 99 more places');
    expect(textOf(everywhere)).toContain('scan what is left, and do it again');
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
      expect.stringMatching(
        /^bnguard: report.json has no finding with the fingerprint ffffffff. It has: [0-9a-f]{8} \(.{5}\) and [0-9a-f]{8} \(.{5}\)\.\n$/,
      ),
    ]);
    const byMask = await runIn(folder, ['explain', first!.masked, '--report', 'report.json']);
    expect(byMask).toEqual(told);
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
