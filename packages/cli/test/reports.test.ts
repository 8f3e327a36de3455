// The reports, which are pure: what a person reads at 80 columns, and what a program reads.
import * as fc from 'fast-check';
import stringWidth from 'fast-string-width';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Finding, Rule } from '@bnguard/engine';
import { redact, redactAll } from '../src/redact.ts';
import { jsonText } from '../src/reports/json.ts';
import { count, grouped, size } from '../src/reports/words.ts';
import { reportSchema } from '../src/reports/report-schema.ts';
import { textReport as textPieces, type TextOptions } from '../src/reports/text.ts';
import { visible, visibleJson } from '../src/reports/visible.ts';
import { finding, report } from './fake-terminal.ts';

const rule = (id: string, ...advice: string[]): Rule => ({
  ...{ id, title: id, severity: 'critical', finds: '', why: '', advice, references: [] },
  examples: { leaks: [], clean: [], missed: [] },
});
const plain: TextOptions = {
  color: false,
  width: 80,
  rules: [
    rule(
      'secret-key',
      "Delete the key in Binance's API Management; a key that was in a file counts as leaked.",
      'Then this.',
    ),
    rule('api-key', 'Look for its secret.'),
  ],
};
const textReport = (...args: Parameters<typeof textPieces>): string => [...textPieces(...args)].join('');
const secret = finding({ pair: 'b'.repeat(32) });
const key = finding({
  ...{ rule: 'api-key', role: 'api-key', masked: '7Xab…', fingerprint: 'b'.repeat(32), pair: secret.fingerprint },
  ...{
    start: { line: 2, column: 20 },
    end: { line: 2, column: 84 },
    message: 'Binance API key passed as argument 1 of new Spot(…)',
  },
});

describe('text', () => {
  test('groups by file, ties a pair together, gives advice once for each rule', () => {
    const mild = finding({ path: 'ops/.env', severity: 'low', environment: 'testnet', confidence: 'likely' });
    expect(textReport(report({ findings: [key, secret, mild] }), plain)).toBe(`src/bot.ts
  2:20  critical  api-key  7Xab…  certain
        Binance API key passed as argument 1 of new Spot(…)
        Forms a pair with secret-key Nhqp… in line 3.
        → Delete the key in Binance's API Management; a key that was in a file
          counts as leaked.

  3:35  critical  secret-key  Nhqp…  certain
        Binance secret key passed as argument 2 of new Spot(…)
        Forms a pair with api-key 7Xab… in line 2.

ops/.env
  3:35  low  secret-key  Nhqp…  likely  testnet
        Binance secret key passed as argument 2 of new Spot(…)
        → Delete it where the testnet or demo key was made. No money is at
          stake, but what put it here will put the live one here too.

3 findings: 2 critical, 1 low.
Looked at 1 file (120 bytes). The history keeps what was deleted: --history.
`);
  });

  test('an API key without its secret has its own advice', () => {
    const { pair: _, ...alone } = key;
    expect(textReport(report({ findings: [alone] }), plain)).toContain('→ Look for its secret.');
  });

  test('of more findings than a screen has the summary names the worst', () => {
    const mild = (path: string): Finding => finding({ path, severity: 'info', rule: 'key-age' });
    const many = Array.from({ length: 8 }, (_, at) => mild(`a${at}.py`));
    const summary = (findings: readonly Finding[]): string =>
      textReport(report({ findings }), { ...plain, width: 200 })
        .split('\n')
        .at(-3) ?? '';
    expect(summary([...many.slice(1), secret])).toBe('8 findings: 1 critical, 7 info.');
    expect(summary([...many, key, secret, { ...secret, start: key.start }])).toBe(
      '11 findings: 3 critical, 8 info. The worst: src/bot.ts:2, src/bot.ts:3.',
    );
    const hidden = Array.from({ length: 7 }, (_, at) => ({ ...secret, path: `b\u001b[2J${at}.py` }));
    expect(summary([...many, ...hidden])).toMatch(/^15 findings: .* The worst: b\\x1b\[2J0\.py:3, .* and 2 more\.$/);
    expect(summary([...many, mild('z.py')])).toBe('9 findings: 9 info.');
  });

  test('a half in another file, and one that is not shown', () => {
    const elsewhere = { ...key, path: 'conf/keys.yaml' };
    expect(textReport(report({ findings: [elsewhere, secret] }), plain)).toContain(
      'Forms a pair with api-key 7Xab… at conf/keys.yaml:2:20.',
    );
    expect(textReport(report({ findings: [secret] }), plain)).toContain(`with fingerprint ${'b'.repeat(32)}.`);
  });

  test('nothing found', () => {
    expect(textReport(report(), plain)).toBe(
      'No findings.\nLooked at 1 file (120 bytes). The history keeps what was deleted: --history.\n',
    );
    expect(textReport(report(), { ...plain, quiet: true })).toBe('');
    const nothing = report({ coverage: { ...report().coverage, documents: 0, bytes: 0 } });
    expect(textReport(nothing, plain)).toBe('No findings.\nNothing was looked at.\n');
    const outside = report({ coverage: { ...report().coverage, repositories: 0 } });
    expect(textReport(outside, plain)).toBe('No findings.\nLooked at 1 file (120 bytes).\n');
  });

  test('the summary says what was set aside, skipped and not looked at', () => {
    const suppressed = [
      { ...secret, suppression: { by: 'baseline', at: 'bnguard-baseline.json:4', reason: 'revoked: in May' } },
      { ...key, suppression: { by: 'comment', at: 'src/bot.ts:2' } },
    ] as const;
    const skipped = [
      ...['a', 'b', 'c'].map((name) => ({ path: `${name}.png`, why: 'binary' as const })),
      { path: 'locked.py', why: 'unreadable' as const, detail: 'EACCES' },
    ];
    const coverage = { documents: 12_345, bytes: 3_500_000, ignored: 14, dependencyFolders: 2, repositories: 3 };
    const facts = report({ complete: false, suppressed, skipped, coverage });
    expect(textReport(facts, { ...plain, hidden: { count: 2, severity: 'low', confidence: 'possible' } }))
      .toBe(`No findings.
2 weaker findings not shown; --min-severity low and --min-confidence possible
show all.
2 suppressed: 1 by baseline, 1 by comment.
  secret-key Nhqp… in src/bot.ts, by baseline: revoked: in May
  api-key 7Xab… in src/bot.ts, by comment: no reason given
4 skipped: 3 binary, 1 unreadable.
  locked.py (unreadable: EACCES)
  a.png (binary)
  b.png (binary)
  and 1 more; --verbose names all
Looked at 12,345 files (3.3 MB) in 3 repositories. Not looked at: 14 ignored
files and 2 dependency folders; --include-ignored adds them. The history keeps
what was deleted: --history.
INCOMPLETE: not everything could be read, so there may be more than this report
shows. --verbose says what.
`);
    const verbose = textReport(facts, { ...plain, verbose: true });
    expect(verbose).toContain('  c.png (binary)');
    expect(verbose).toContain(
      '  src/bot.ts:3:35  critical  secret-key  Nhqp…\n      by baseline bnguard-baseline.json:4: revoked: in May',
    );
    expect(verbose).toContain('by comment src/bot.ts:2: no reason given');
  });

  test('--verbose shows every clue with its bits, and the fingerprint', () => {
    const text = textReport(report({ findings: [secret] }), { ...plain, verbose: true });
    expect(text).toContain('           +9  argument 2 of Spot from @binance/connector (sdk-argument)');
    expect(text).toContain(`fingerprint ${secret.fingerprint}`);
  });

  test('names repositories where there are several', () => {
    const text = textReport(
      report({
        findings: [
          { ...secret, repository: 'github.com/o/a' },
          { ...key, repository: 'github.com/o/b' },
        ],
      }),
      plain,
    );
    expect(text).toContain('github.com/o/a: src/bot.ts\n');
  });

  test('a hostile path and message move nothing', () => {
    const path = 'a\nb\x1b[2J\u202ecod\u2066.ts\r\t\u{e0041}\ud800\x9b';
    const text = textReport(
      report({ findings: [{ ...secret, path, message: path }], skipped: [{ path, why: 'binary' }] }),
      plain,
    );
    expect(text).toContain('a\\nb\\x1b[2J\\u202ecod\\u2066.ts\\r\\t\\u{e0041}\\ud800\\x9b\n');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  });

  test('wraps by display width, whatever the letters', () => {
    const letters = fc.constantFrom('a', 'word ', '漢字', '鍵を捨てる', '👩‍👩‍👧', '🇩🇪', 'é', 'x'.repeat(50), ' ');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), fc.integer({ min: 50, max: 100 }), (parts, width) => {
        const text = textReport(report({ findings: [{ ...secret, message: parts.join('') }] }), { ...plain, width });
        for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 200 },
    );
  });

  test('colours only where they are wanted', () => {
    expect(textReport(report({ findings: [secret] }), { ...plain, color: true })).toContain('\x1b[31m');
    expect(textReport(report({ findings: [secret] }), plain)).not.toContain('\x1b');
  });
});

describe('json', () => {
  const full = report({
    findings: [{ ...secret, repository: 'github.com/o/r' }],
    suppressed: [{ ...key, suppression: { by: 'comment', reason: 'r', at: 'src/bot.ts:2' } }],
    skipped: [{ path: 'a\u202e.png', why: 'binary' }],
  });

  test('keys come in the order of the contract, whatever order they had', () => {
    const shuffled = {
      ...full,
      findings: full.findings.map((f) => Object.fromEntries(Object.entries(f).toReversed())),
    };
    const parsed = JSON.parse(jsonText(shuffled as unknown as typeof full)) as typeof full;
    expect(Object.keys(parsed)).toEqual([
      'schema',
      'tool',
      'asOf',
      'complete',
      'findings',
      'suppressed',
      'skipped',
      'coverage',
    ]);
    expect(Object.keys(parsed.findings[0]!)).toEqual(
      'rule role severity confidence message masked fingerprint environment pair repository path start end origin evidence'.split(
        ' ',
      ),
    );
  });

  test('is what was reported, indented by two, and holds no character that a terminal obeys', () => {
    const text = jsonText(full);
    expect(JSON.parse(text)).toEqual(full);
    expect(text).toContain('\n  "schema": 1,\n');
    expect(text).toContain('a\\u202e.png');
    expect(text.endsWith('}\n')).toBe(true);
  });

  test('keeps to the published schema', () => {
    expect(v.safeParse(reportSchema, JSON.parse(jsonText(full))).issues).toBeUndefined();
    expect(v.is(reportSchema, { ...full, complete: 'yes' })).toBe(false);
  });

  test('stays the same JSON when made visible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = JSON.stringify({ text }, null, 2);
        expect(JSON.parse(visibleJson(json))).toEqual(JSON.parse(json));
      }),
    );
  });
});

describe('visible', () => {
  test.each([
    ['plain ünïcödé 漢字 👩‍👩‍👧', 'plain ünïcödé 漢字 👩‍👩‍👧'],
    ['a\nb\tc\r', 'a\\nb\\tc\\r'],
    ['\x1b]0;title\x07', '\\x1b]0;title\\x07'],
    ['a\u200cb\u3164\u115f\u2064\u{e0041}', 'a\\u200cb\\u3164\\u115f\\u2064\\u{e0041}'],
    ['##[group] # ## a #[ ##vso[b', '\\x23#[group] # ## a #[ \\x23#vso[b'],
    ['\u202e\u2066\u200b\ufeff\u2028', '\\u202e\\u2066\\u200b\\ufeff\\u2028'],
  ])('%j', (text, shown) => expect(visible(text)).toBe(shown));
});

describe('redact', () => {
  const run = 'Ab1'.repeat(22);
  test.each([
    [`a/${run}/b`, 'a/Ab1A…/b'],
    [`${run}-${run}`, 'Ab1A…-Ab1A…'],
    ['Ab1'.repeat(19), 'Ab1A…'],
    ['Ab1'.repeat(6), 'Ab1'.repeat(6)],
    ['a/BinanceFuturesV2ClientFactory.ts', 'a/BinanceFuturesV2ClientFactory.ts'],
    ['0123456789abcdef'.repeat(4), '0123456789abcdef'.repeat(4)],
    ['src/bot.ts', 'src/bot.ts'],
  ])('%j', (text, shown) => expect(redact(text)).toBe(shown));

  test('shorter runs are cut where a key that begins so was found, and words are not', () => {
    const data = {
      findings: [{ masked: 'Qx7T…' }, { masked: 'Test…' }, { masked: '' }],
      paths: ['Qx7Tb2/bot.py', 'k-Qx7Tb2Lm9P', 'Qx7T.py', 'Testing.py', 'test/TestRunner.ts', 'Other9Ab2C'],
      id: `Qx7T${'a'.repeat(3)}`,
    };
    expect(redactAll(data).paths).toEqual([
      ...['Qx7T…/bot.py', 'k-Qx7T…', 'Qx7T.py', 'Testing.py', 'test/TestRunner.ts', 'Other9Ab2C'],
    ]);
  });

  test('reaches every string and changes nothing else', () => {
    const data = { a: [run, 1, null, { b: run }], c: true, d: undefined };
    expect(redactAll(data)).toEqual({ a: ['Ab1A…', 1, null, { b: 'Ab1A…' }], c: true, d: undefined });
  });
});

test('numbers with units', () => {
  expect([count(1, 'file'), count(0, 'file'), count(2, 'entry', 'entries')]).toEqual([
    '1 file',
    '0 files',
    '2 entries',
  ]);
  expect([grouped(999), grouped(1000), grouped(1_234_567)]).toEqual(['999', '1,000', '1,234,567']);
  expect([size(1), size(1023), size(1024), size(10_485_760), size(3_221_225_472)]).toEqual([
    '1 byte',
    '1,023 bytes',
    '1.0 KB',
    '10 MB',
    '3.0 GB',
  ]);
});
