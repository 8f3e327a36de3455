// The baseline: what is recorded, what it sets aside later, and what a damaged one says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expand } from '@bnguard/engine';
import { describe, expect, test } from 'vitest';
import { scan } from '../src/scan.ts';
import { finding, folderWith, report, runIn, scanThatFinds } from './fake-terminal.ts';
import { repository } from './scan-stage.ts';

const name = 'bnguard-baseline.json';
const fp = (letter: string): string => letter.repeat(32);
const high = finding({ severity: 'high', fingerprint: fp('a') });
const medium = finding({ severity: 'medium', rule: 'api-key', role: 'api-key', fingerprint: fp('b') });
const read = (cwd: string): string => readFileSync(join(cwd, name), 'utf8');
const day = ['--as-of', '2026-11-22'];

describe('bnguard baseline', () => {
  test('records what is found, sorted, one entry a line, and later scans are clean', async () => {
    const cwd = folderWith();
    const { code, stdout } = await runIn(cwd, ['baseline', ...day], [high, medium]);
    expect(code).toBe(0);
    expect(stdout).toContain('bnguard-baseline.json accepts 2 findings.');
    expect(stdout).toContain('  + high  secret-key  Nhqp…  src/bot.ts:3:35');
    expect(read(cwd)).toBe(
      [
        '{',
        '  "schema": 1,',
        '  "findings": [',
        `    {"rule":"api-key","fingerprint":"${fp('b')}","severity":"medium","state":"accepted","date":"2026-11-22"},`,
        `    {"rule":"secret-key","fingerprint":"${fp('a')}","severity":"high","state":"accepted","date":"2026-11-22"}`,
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
    const scanned = await runIn(cwd, ['scan'], [high, medium]);
    expect(scanned.code).toBe(0);
    expect(scanned.stdout).toContain('2 suppressed: 2 by baseline.');
    expect((await runIn(cwd, ['scan', '--no-ignores'], [high, medium])).code).toBe(1);
  });

  test('a finding that got worse surfaces, and is accepted again with its reason kept', async () => {
    const cwd = folderWith();
    await runIn(cwd, ['baseline', ...day, '--reason', 'old account'], [medium]);
    const grown = { ...medium, severity: 'high' as const };
    expect((await runIn(cwd, ['scan'], [grown])).code).toBe(1);
    await runIn(cwd, ['baseline', '--as-of', '2026-12-01'], [grown]);
    expect(read(cwd)).toContain('"severity":"high","state":"accepted","reason":"old account","date":"2026-12-01"');
    expect((await runIn(cwd, ['scan'], [grown])).code).toBe(0);
  });

  test('a live critical needs a reason; without one nothing is written', async () => {
    const cwd = folderWith();
    const { code, stderr } = await runIn(cwd, ['baseline'], [finding(), medium]);
    expect(code).toBe(2);
    expect(stderr).toContain('accepting 1 live critical finding needs --reason');
    expect(stderr).toContain('  critical  secret-key  Nhqp…  src/bot.ts:3:35');
    expect(existsSync(join(cwd, name))).toBe(false);
    expect((await runIn(cwd, ['baseline', '--reason', 'revoked yesterday'], [finding(), medium])).code).toBe(0);
  });

  test('--dry-run writes nothing; nothing new writes nothing', async () => {
    const cwd = folderWith();
    expect((await runIn(cwd, ['baseline', '--dry-run'], [high])).stdout).toContain('would accept 1 finding');
    await runIn(cwd, ['baseline'], []);
    expect(existsSync(join(cwd, name))).toBe(false);
  });

  test('what is gone stays until --prune', async () => {
    const cwd = folderWith();
    await runIn(cwd, ['baseline', ...day], [high, medium]);
    const kept = await runIn(cwd, ['baseline', ...day], [medium]);
    expect(kept.stdout).toContain('1 entry matches nothing any more (kept; --prune drops them)');
    expect(read(cwd)).toContain(fp('a'));
    await runIn(cwd, ['baseline', '--prune', ...day], [medium]);
    expect(read(cwd)).not.toContain(fp('a'));
    expect(read(cwd)).toContain(fp('b'));
  });

  test('of files that are too large to be read --prune drops nothing', async () => {
    const cwd = folderWith();
    await runIn(cwd, ['baseline', ...day], [high, medium]);
    const skipped = [{ path: 'big.py', why: 'too-large' as const, detail: '9000 bytes' }];
    const ran = await runIn(cwd, ['baseline', '--prune', ...day], scanThatFinds([medium], { skipped }));
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('1 file is larger than what is read')]);
    expect(read(cwd)).toContain(fp('a'));
  });

  test('--prune accepts nothing, and keeps what is there for the history', async () => {
    const cwd = folderWith();
    await runIn(cwd, ['baseline', ...day], [high]);
    await runIn(cwd, ['baseline', 'add', fp('c'), '--state', 'revoked', '--reason', 'gone', ...day], []);
    const critical = finding({ fingerprint: fp('d') });
    const ran = await runIn(cwd, ['baseline', '--prune', ...day], [medium, critical]);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toContain('keeps 1 entry.');
    expect(ran.stdout).toContain('1 entry matches nothing any more (dropped)');
    expect(ran.stdout).toContain('2 findings are in no entry. bnguard baseline without --prune accepts what it shows.');
    expect(read(cwd)).toContain(fp('c'));
    for (const letter of ['a', 'b', 'd']) expect(read(cwd)).not.toContain(fp(letter));
  });

  test('--prune drops what expired, and names what it keeps because the finding got worse', async () => {
    const cwd = folderWith({
      [name]: JSON.stringify({
        schema: 1,
        findings: [
          { rule: 'secret-key', fingerprint: fp('a'), severity: 'high', state: 'accepted', date: '2026-01-01' },
          { rule: '*', fingerprint: fp('b'), severity: 'low', state: 'accepted', reason: 'r', date: '2026-01-01' },
          { rule: '*', fingerprint: fp('c'), severity: 'high', state: 'revoked', date: '2026-01-01' },
        ].map((entry, i) => (i === 1 ? entry : { ...entry, expires: '2026-02-01' })),
      }),
    });
    const before = read(cwd);
    const tried = await runIn(cwd, ['baseline', '--prune', '--dry-run', ...day], [high, medium]);
    expect(tried.stdout).toBe(
      [
        `${name} would keep 2 entries.`,
        '1 entry has expired (would be dropped):',
        `  - high  secret-key  ${fp('a')}  until 2026-02-01`,
        '1 entry accepts less than what is found (kept):',
        `  - low  *  ${fp('b')}`,
        '1 finding is in no entry, 1 finding is worse than its entry. bnguard baseline without --prune accepts what it shows.',
        '',
      ].join('\n'),
    );
    expect(read(cwd)).toBe(before);
    const ran = await runIn(cwd, ['baseline', '--prune', ...day], [high, medium]);
    expect(ran.stdout).toContain('1 entry has expired (dropped):');
    expect(read(cwd)).not.toContain(fp('a'));
    for (const letter of ['b', 'c']) expect(read(cwd)).toContain(fp(letter));

    // Accepted anew, by its rule; the old entry then is of no use.
    expect((await runIn(cwd, ['baseline', ...day], [high, medium])).stdout).toContain('accepts 2 findings and keeps');
    const again = await runIn(cwd, ['baseline', '--prune', ...day], [high, medium]);
    expect(again.stdout).toContain('1 entry accepts less than something else sets aside (dropped):\n  - low  *');
    expect(again.stdout).not.toContain('bnguard baseline without');
    expect((await runIn(cwd, ['scan', '--fail-on', 'info'], [high, medium])).code).toBe(0);
  });

  test('an entry whose finding got worse says so', async () => {
    const cwd = repository({
      'bot.py': expand('from binance.client import Client\nClient("<key64:a>", "<key64:b>")\n').text,
    });
    await runIn(cwd, ['baseline', '--reason', 'r', ...day], scan);
    writeFileSync(join(cwd, name), read(cwd).replaceAll('"critical"', '"low"'));
    const { stdout } = await runIn(cwd, ['scan'], scan);
    expect(stdout.replace(/\s+/g, ' ')).toContain(`entry at ${name}:4 accepts low; the finding is critical`);
    expect(stdout).not.toContain('matches nothing');
  });

  test.each([[''], ['  ']])('--reason %j is none', async (reason) => {
    for (const more of [[], ['--prune']]) {
      const cwd = folderWith();
      const ran = await runIn(cwd, ['baseline', '--reason', reason, ...more], [finding(), medium]);
      expect([ran.code, ran.stderr]).toEqual([
        2,
        'bnguard: --reason: expected a sentence that says why, got nothing.\n',
      ]);
      expect(existsSync(join(cwd, name))).toBe(false);
    }
  });

  test('entries for the past are not told as useless, nor those for the present by who looks at the past', async () => {
    const cwd = repository({ 'a.txt': 'a' });
    writeFileSync(
      join(cwd, name),
      JSON.stringify(
        {
          schema: 1,
          findings: [
            { rule: '*', fingerprint: fp('a'), severity: 'critical', state: 'revoked', date: '2026-11-22' },
            { rule: '*', fingerprint: fp('b'), severity: 'high', state: 'accepted', date: '2026-11-22' },
          ],
        },
        null,
        1,
      ),
    );
    const unusedIn = async (...flags: string[]): Promise<string[]> => {
      const { stdout } = await runIn(cwd, ['scan', ...flags, '--format', 'json', '--min-severity', 'info'], scan);
      const { findings } = JSON.parse(stdout) as { findings: { rule: string; start: { line: number } }[] };
      return findings.filter(({ rule }) => rule === 'unused-ignore').map(({ start }) => `line ${start.line}`);
    };
    // The accepted one; the revoked one is for the history, of which a scan may see a part.
    expect(await unusedIn()).toEqual(['line 11']);
    expect(await unusedIn('--history')).toEqual([]);
  });

  test('--prune is refused where the scan did not see everything', async () => {
    const cwd = folderWith();
    await runIn(cwd, ['baseline', ...day], [high]);
    const ran = await runIn(cwd, ['baseline', '--prune'], scanThatFinds([], { complete: false }));
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('--prune would drop entries although the scan is not complete');
    expect(read(cwd)).toContain(fp('a'));
  });

  test('an incomplete scan ends with 2, and says so', async () => {
    const ran = await runIn(folderWith(), ['baseline'], scanThatFinds([high], { complete: false }));
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('INCOMPLETE');
  });

  test('complaints about unused entries are not accepted themselves', async () => {
    const cwd = folderWith();
    const unused = finding({ rule: 'unused-ignore', severity: 'info' });
    await runIn(cwd, ['baseline'], async () => report({ findings: [unused] }));
    expect(existsSync(join(cwd, name))).toBe(false);
  });

  test('what is not shown is not accepted', async () => {
    const cwd = folderWith();
    const possible = { ...high, confidence: 'possible' as const };
    await runIn(cwd, ['baseline'], [possible]);
    expect(existsSync(join(cwd, name))).toBe(false);
    await runIn(cwd, ['baseline', '--min-confidence', 'possible'], [possible]);
    expect(read(cwd)).toContain(fp('a'));
  });

  test('folders with a baseline each need a run each', async () => {
    const cwd = folderWith({ 'a/x': '', 'b/x': '' });
    expect((await runIn(cwd, ['baseline', 'a', 'b'])).stderr).toContain('each has its own baseline');
  });
});

describe('bnguard baseline add', () => {
  const add = (cwd: string, ...argv: string[]): ReturnType<typeof runIn> =>
    runIn(cwd, ['baseline', 'add', fp('a'), '--reason', 'deleted on 3 May', ...day, ...argv]);

  test('covers the value whatever rule reports it', async () => {
    const cwd = folderWith();
    const { code, stdout } = await add(cwd, '--state', 'revoked');
    expect(code).toBe(0);
    expect(stdout).toBe(`bnguard-baseline.json has ${fp('a')} as revoked, whatever rule reports it, up to critical.\n`);
    const scanned = await runIn(cwd, ['scan', '--verbose'], [high, { ...high, rule: 'api-key' }]);
    expect(scanned.stdout).toContain('2 suppressed');
    expect(scanned.stdout).toContain('by baseline bnguard-baseline.json:4: revoked: deleted on 3 May');
  });

  test('for one rule, up to a severity, until a day', async () => {
    const cwd = folderWith();
    await add(cwd, '--state', 'accepted', '--rule', 'secret-key', '--severity', 'high', '--expires', '2026-12-01');
    const code = async (found: typeof high, asOf: string): Promise<number> =>
      (await runIn(cwd, ['scan', '--as-of', asOf, '--fail-on', 'low'], [found])).code;
    expect(await code(high, '2026-12-01')).toBe(0);
    expect(await code(high, '2026-12-02')).toBe(1);
    expect(await code({ ...high, rule: 'api-key' }, '2026-12-01')).toBe(1);
    expect(await code({ ...high, severity: 'critical' }, '2026-12-01')).toBe(1);
  });

  test('takes both fingerprints of a pair, each once', async () => {
    const cwd = folderWith();
    const { stdout } = await add(cwd, fp('b'), fp('a'), '--state', 'revoked');
    expect(stdout.match(/as revoked/g)).toHaveLength(2);
    const pair = [high, { ...high, rule: 'api-key', fingerprint: fp('b') }];
    expect((await runIn(cwd, ['scan'], pair)).stdout).toContain('2 suppressed');
    expect((await add(cwd, 'xyz', '--state', 'revoked')).stderr).toContain('expected the 32 hex digits');
  });

  test('a rule that does not exist', async () => {
    expect((await add(folderWith(), '--state', 'revoked', '--rule', 'secretkey')).stderr).toContain(
      'did you mean secret-key?',
    );
  });

  test('the flags of the parent command do not swallow those of add', async () => {
    const cwd = folderWith();
    await runIn(cwd, [
      'baseline',
      'add',
      fp('c'),
      '--state',
      'revoked',
      '--reason',
      'r',
      '--baseline',
      'other.json',
      ...day,
    ]);
    expect(readFileSync(join(cwd, 'other.json'), 'utf8')).toContain('"reason":"r"');
  });
});

describe('a baseline that is damaged', () => {
  const entry = { rule: 'secret-key', fingerprint: fp('a'), severity: 'high', state: 'accepted', date: '2026-01-01' };
  const file = (...findings: object[]): string => JSON.stringify({ schema: 1, findings }, null, 1);
  test.each([
    ['{"schema": 1, "findings": [', /bnguard-baseline\.json:1:28: not valid JSON/],
    ['', /bnguard-baseline\.json:1:1: schema: is missing/],
    ['{"schema": 2, "findings": []}', /1:12: schema: expected 1/],
    [file({ ...entry, fingerprint: 'x' }), /findings\[0\]\.fingerprint: expected the 32 hex digits/],
    [file({ ...entry, sevrity: 'low' }), /findings\[0\]\.sevrity: unknown key \(did you mean severity\?\)/],
    [file({ ...entry, severity: 'critical' }), /4:3: findings\[0\]: a critical finding is accepted without a reason/],
    [`{\n<<<<<<< HEAD\n`, /bnguard-baseline\.json:2: the file holds a merge conflict/],
  ])('%j', async (text, expected) => {
    const { code, stderr } = await runIn(folderWith({ [name]: text }), ['scan'], [high]);
    expect(code).toBe(2);
    expect(stderr).toMatch(expected);
  });

  test('one of very many empty lines is read soon', async () => {
    const cwd = folderWith({ [name]: `${'\n'.repeat(19 << 20)}${file({ ...entry, sevrity: 'low' })}` });
    expect((await runIn(cwd, ['scan'], [high])).stderr).toContain(':19922954:4: findings[0].sevrity: unknown key');
  }, 10_000);

  test('a name without an ending is one of JSON', async () => {
    const entries = Array.from({ length: 3000 }, (_, i) => ({ ...entry, fingerprint: String(i).padStart(32, '0') }));
    const cwd = folderWith({ accepted: file(entry, ...entries) });
    expect((await runIn(cwd, ['scan', '--baseline', 'accepted'], [high])).stdout).toContain('1 suppressed');
  });

  test('entries that occur twice are joined', async () => {
    const cwd = folderWith({
      [name]: file(entry, { ...entry, severity: 'medium', date: '2026-02-02', reason: 'later' }),
    });
    expect((await runIn(cwd, ['scan', '--min-severity', 'info', '--fail-on', 'info'], [high])).code).toBe(0);
    await runIn(cwd, ['baseline', ...day], [medium]);
    expect(read(cwd).match(new RegExp(fp('a'), 'g'))).toHaveLength(1);
    expect(read(cwd)).toContain('"severity":"high","state":"accepted","reason":"later","date":"2026-02-02"');
  });

  test('--baseline names another, from where it is typed', async () => {
    const cwd = folderWith({ 'mine.json': file(entry) });
    expect((await runIn(cwd, ['scan', '--baseline', 'mine.json'], [high])).code).toBe(0);
    writeFileSync(join(cwd, 'bnguard.config.json'), '{"baseline": "mine.json"}');
    expect((await runIn(cwd, ['scan'], [high])).code).toBe(0);
  });

  test('--baseline that is not there', async () => {
    const { code, stderr } = await runIn(folderWith(), ['scan', '--baseline', 'no.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('--baseline no.json: there is no such file.');
  });
});

test('a nested repository keeps its own baseline', async () => {
  const cwd = folderWith();
  const inner = finding({ ...medium, fingerprint: fp('e') });
  const { stdout, stderr } = await runIn(cwd, ['baseline', ...day], async (settings) => {
    for (const entry of await settings.configFor(cwd)) entry.covers(high);
    for (const entry of await settings.configFor(join(cwd, 'nested'))) entry.covers(inner);
    return report({ findings: [high, inner] });
  });
  expect(stdout).toContain('accepts 1 finding');
  expect(stderr).toContain('1 finding in nested repositories not recorded');
  expect(read(cwd)).not.toContain(fp('e'));
});
