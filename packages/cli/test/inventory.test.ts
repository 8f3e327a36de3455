// The key inventory in every source, as the side has it; keys that are old or serve several, in git's history.
import { expand } from '@bnguard/engine';
import { describe, expect, test } from 'vitest';
import { merged } from '../src/commands/merge.ts';
import { readInventory } from '../src/inventory.ts';
import { scan } from '../src/scan.ts';
import type { Report, ScanSettings } from '../src/types.ts';
import { UserError } from '../src/user-error.ts';
import { git, put, repository, stage } from './scan-stage.ts';

const [a, b] = ['<key64:inventory.a>', '<key64:inventory.b>'].map((one) => expand(one).text) as [string, string];
const bot = (key: string): string => `# Binance\nBINANCE_API_KEY = "${key}"\n`;

async function scanIn(cwd: string, more: Partial<ScanSettings> = {}): Promise<Report> {
  return scan({
    ...{ cwd, paths: [], includeIgnored: false, source: { kind: 'disk' }, jobs: 1, noIgnores: false },
    ...{ asOf: '2026-11-28T00:00:00Z', configFor: async () => [], ...more },
  });
}
const told = ({ findings }: Report, rule = 'inventory-mismatch'): string[] =>
  findings
    .filter((one) => one.rule === rule && one.confidence !== 'possible')
    .map(({ path, start, message }) => `${path}:${start.line} ${message}`);

async function fingerprintOf(key: string): Promise<string> {
  const report = await scanIn(stage({ 'bot.py': bot(key) }));
  return report.findings.find(({ rule }) => rule === 'api-key')!.fingerprint;
}

const well = (fingerprint: string, more = ''): string =>
  `keys:\n  - name: grid\n    fingerprints: [${fingerprint}]\n    permissions: [reading]\n    created: 2026-11-01\n${more}`;

describe('the inventory against the code', () => {
  test('a key that no entry knows, and one that is known', async () => {
    const print = await fingerprintOf(a);
    const top = repository({ 'bnguard.keys.yaml': well(print), 'a.py': bot(a), 'b.py': bot(b) });
    expect(told(await scanIn(top))).toEqual(['b.py:2 This Binance API key is in no entry of bnguard.keys.yaml']);
    expect(told(await scanIn(top, { paths: ['a.py'] }))).toEqual([]);
  });

  test('promises', async () => {
    const print = await fingerprintOf(a);
    const cases: [string, string[]][] = [
      [
        '    inCode: false\n',
        ['a.py:2 This Binance API key is “grid” (bnguard.keys.yaml:2), which is to stand in no file, and stands here'],
      ],
      [
        '    state: revoked\n',
        [
          'a.py:2 This Binance API key is “grid” (bnguard.keys.yaml:2), which is marked as revoked, and still stands here',
        ],
      ],
      [
        '    expectedIn: ["deploy/**"]\n',
        [
          'a.py:2 This Binance API key is “grid” (bnguard.keys.yaml:2), which may stand only in deploy/**, and stands here',
        ],
      ],
      ['    expectedIn: [a.py]\n', []],
      ['    inCode: true\n', []],
    ];
    for (const [more, expected] of cases) {
      expect(told(await scanIn(repository({ 'bnguard.keys.yaml': well(print, more), 'a.py': bot(a) })))).toEqual(
        expected,
      );
    }
  });

  test('an entry that no file has any more, and one that may stand in a file which is not read', async () => {
    const print = await fingerprintOf(a);
    const files = { 'bnguard.keys.yaml': well(print, '    expectedIn: [.env]\n') };
    const gone =
      'bnguard.keys.yaml:6 “grid” is expected in .env, and no file has it any more: correct the entry, or mark it as revoked';
    expect(told(await scanIn(repository(files)))).toEqual([gone]);
    expect(told(await scanIn(repository({ ...files, '.env': 'LOG=1\n' })))).toEqual([gone]);
    const ignoring = repository({ ...files, '.gitignore': '.env\n' });
    put(ignoring, { '.env': 'LOG=1\n' });
    expect(told(await scanIn(ignoring))).toEqual([]);
    expect(told(await scanIn(repository({ ...files, '.env': `BINANCE_API_KEY=${a}\n` })))).toEqual([]);
  });

  test('a faulty one hides no leak, and is told', async () => {
    const top = repository({ 'bnguard.keys.yaml': 'keys:\n  - nam: x\n', 'a.py': bot(a) });
    const report = await scanIn(top);
    expect(report.complete).toBe(false);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['api-key']);
    expect(report.skipped[0]?.detail).toMatch(/^bnguard\.keys\.yaml:2:5: keys\[0\]/);
  });
});

describe('as the side has it', () => {
  test('staged: what the change brings, of the inventory too', async () => {
    const print = await fingerprintOf(a);
    const top = repository({ 'bnguard.keys.yaml': well(print), 'a.py': bot(a) });
    const staged = { source: { kind: 'staged' } } as const;
    put(top, { 'b.py': bot(b) });
    git(top, 'add', '-A');
    expect(told(await scanIn(top, staged))).toEqual([
      'b.py:2 This Binance API key is in no entry of bnguard.keys.yaml',
    ]);
    git(top, 'rm', '-qf', 'b.py');
    put(top, {
      'bnguard.keys.yaml': well(print, '  - name: dca\n    created: 2026-11-01\n    permissions: [withdrawals]\n'),
    });
    // Only the index counts.
    expect(told(await scanIn(top, staged))).toEqual([]);
    git(top, 'add', '-A');
    expect(told(await scanIn(top, staged)).map((one) => one.slice(0, 40))).toEqual([
      'bnguard.keys.yaml:6 “dca” has no IP list',
      'bnguard.keys.yaml:6 “dca” has no fingerp',
      'bnguard.keys.yaml:8 “dca” may withdraw: ',
    ]);
    git(top, 'commit', '-qam', 'two');
    put(top, { 'c.txt': 'x' });
    git(top, 'add', '-A');
    expect(told(await scanIn(top, staged))).toEqual([]);
  });

  test('range: the inventory that the range ends with', async () => {
    const print = await fingerprintOf(a);
    const top = repository({ 'x.txt': '' });
    const commit = (files: Record<string, string>): void => {
      put(top, files);
      git(top, 'add', '-A');
      git(top, 'commit', '-qm', 'c');
    };
    commit({ 'a.py': bot(a), 'bnguard.keys.yaml': 'keys: []\n' });
    commit({ 'bnguard.keys.yaml': well(print) });
    commit({ 'bnguard.keys.yaml': well(print, '    purpose: reporting\n    ips: [10.0.0.1]\n') });
    const report = await scanIn(top, { source: { kind: 'range', revisions: ['HEAD~3..HEAD'] } });
    expect(told(report)).toEqual([
      'bnguard.keys.yaml:7 “grid” has in its IP list a private address, which Binance never sees: it sees the public one of the network',
    ]);
    expect(report.findings.find(({ rule }) => rule === 'inventory-mismatch')?.origin.kind).toBe('range');
  });
});

describe('in a history', () => {
  function aged(): string {
    const top = stage({
      ...{ 'grid/package.json': '{}', 'dca/package.json': '{}', 'grid/a.py': bot(a), 'dca/a.py': bot(a) },
      ...{ 'old.py': bot(b), 'bnguard.keys.yaml': 'keys: []\n' },
    });
    git(top, 'init', '-q', '-b', 'main');
    git(top, 'add', '-A');
    git(top, 'commit', '-qm', 'one', '--date', '2026-01-01T00:00:00Z');
    git(top, 'rm', '-q', 'old.py');
    git(top, 'commit', '-qm', 'two');
    return top;
  }

  test('age, reuse and the inventory are told of what HEAD still has', async () => {
    const report = await scanIn(aged(), { source: { kind: 'history' } });
    const rules = report.findings.map(({ rule, path }) => `${rule} ${path}`);
    expect(rules).toEqual([
      'api-key dca/a.py',
      'inventory-mismatch dca/a.py',
      'key-age dca/a.py',
      'key-reused dca/a.py',
      'api-key old.py',
    ]);
    expect(told(report, 'key-age')).toEqual([
      'dca/a.py:2 This Binance API key is in git since 2026-01-01, 331 days, and still in use here; a key is to be renewed within 90 days',
    ]);
    expect(report.findings.find(({ rule }) => rule === 'key-age')?.severity).toBe('low');
  });

  test('the parts of one say the same, and the limit is the configuration’s', async () => {
    const top = aged();
    const more = { keyAgeFor: async () => 400 };
    const whole = await scanIn(top, { ...more, source: { kind: 'history' } });
    expect(whole.findings.map(({ rule }) => rule)).not.toContain('key-age');
    const parts = [];
    for (const index of [1, 2]) {
      parts.push(await scanIn(top, { ...more, source: { kind: 'history', shard: { index, count: 2 } } }));
    }
    const read = JSON.parse(JSON.stringify(parts)) as Report[];
    expect(merged(read).findings).toEqual(whole.findings);
  });
});

test('several repositories of one run', async () => {
  const folder = stage({ 'one/a.py': bot(a), 'two/a.py': bot(a), 'three/a.py': bot(b) });
  const report = await scanIn(folder, { paths: ['one', 'two', 'three'] });
  expect(told(report, 'key-reused')).toEqual([
    'a.py:2 This Binance API key serves other repositories too: two',
    'a.py:2 This Binance API key serves other repositories too: one',
  ]);
});

describe('mistakes in the file', () => {
  test.each([
    ['keys: 5\n', 'bnguard.keys.yaml:1:7: keys: expected a list.'],
    ['- a\n', 'bnguard.keys.yaml:1:1: expected keys and values, got a list.'],
    ['keys:\n  - name: x\n    created: yesterday\n', 'bnguard.keys.yaml:3:14: keys[0].created: expected a day'],
    ['keys:\n  - name: x\n    permissions: [trade]\n', 'keys[0].permissions[0]: expected one of reading'],
    ['keys:\n  - name: x\n    ips: [{ adress: 8.8.4.4 }]\n', 'keys[0].ips[0]: expected an address'],
    ['keys:\n  - name: x\n  - name: x\n', 'bnguard.keys.yaml:3:11: keys[1].name: an entry above has this name'],
    ['keys:\n  - name: x\n    name: y\n', 'bnguard.keys.yaml:3:5: the key name stands here a second time: keep one.'],
    [
      `keys: []\n${'# a note\n'.repeat(30_000)}`,
      'YAML of more than the 256 KB that such a file may have. Make it smaller.',
    ],
    ['keys: &a\n  - *a\n', 'nested more than 20 levels deep'],
    [
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'.replace(/./g, (c) => `${c}: &${c} [${`*${String.fromCharCode(c.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
      'more than 100000 values',
    ],
    [`keys:\n  - name: x\n    note: ${a}\n`, 'bnguard.keys.yaml:3:11: what stands here looks like a key.'],
    ['keys:\n  - name: x\n    expectedIn: [../x]\n', 'keys[0].expectedIn[0]: a pattern is relative'],
    ['keys: [\n', 'not valid YAML'],
  ])('%s', async (text, message) => {
    const failed = await readInventory(text).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(UserError);
    expect((failed as UserError).message).toContain(message);
    expect((failed as UserError).message).not.toContain(a.slice(4));
  });

  test('a huge one', async () => {
    const top = repository({ 'bnguard.keys.yaml': `# ${'x'.repeat(1_100_000)}\nkeys: []\n`, 'a.py': bot(a) });
    expect((await scanIn(top)).skipped[0]?.detail).toContain('larger than the 1 MB');
  });
});
