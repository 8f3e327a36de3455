// What an inventory must not say, each alone; and that a well-kept one is left in peace.
import { describe, expect, test } from 'vitest';
import { conclude } from '../src/conclude.ts';
import type { Inventory, InventoryKey } from '../src/types.ts';

const asOf = '2026-11-28T12:00:00Z';
let made = 0;

/** A key that is kept well, but for what is given. */
function key(more: Partial<InventoryKey> = {}): InventoryKey {
  made += 1;
  return {
    ...{ name: `k${made}`, fingerprints: [String(made).padStart(32, '0')], state: 'active', environment: 'live' },
    ...{
      purpose: 'trading',
      strategies: [`s${made}`],
      permissions: ['reading', 'spot'],
      ips: [{ address: '8.8.4.4' }],
    },
    ...{ account: 'main', subAccount: `sub${made}`, created: '2026-11-01' },
    ...more,
  };
}
function without(...fields: (keyof InventoryKey)[]): InventoryKey {
  return Object.fromEntries(Object.entries(key()).filter(([name]) => !fields.includes(name as never))) as never;
}

/** `PATH message` of each problem. */
function problems(keys: readonly InventoryKey[], repository: { keyAge?: number } = {}): string[] {
  const paths: string[] = [];
  const inventory: Inventory = {
    ...{ path: 'bnguard.keys.yaml', origin: { kind: 'file' }, keys, isJudged: true },
    placeOf: (path) => ({ line: paths.push(path.slice(1).join('.')), column: 1 }),
  };
  return conclude([], { inventory, asOf, ...repository }).findings.map(({ rule, severity, message, start }) => {
    expect([rule, severity]).toEqual(['inventory-mismatch', 'medium']);
    return `${paths[start.line - 1]} ${message.replace(/“k\d+”/g, '“k”')}`;
  });
}

test('a well-kept inventory', () => {
  expect(problems([key(), key({ purpose: 'dashboard', permissions: ['reading'], strategies: [], ips: [] })])).toEqual(
    [],
  );
  expect(problems([key({ purpose: 'transfers', permissions: ['reading', 'universal-transfer'] })])).toEqual([]);
  // The last day still counts.
  expect(problems([key({ created: '2026-08-30', ips: [{ address: '8.8.4.4', until: '2026-11-28' }] })])).toEqual([]);
  expect(problems([key({ created: '2025-01-01', rotated: '2026-11-20' })])).toEqual([]);
  expect(problems([key({ created: '2026-01-01' })], { keyAge: 365 })).toEqual([]);
});

test('what is not live, not yet or no more is not judged', () => {
  const bad = { permissions: ['withdrawals'], ips: [], created: '2020-01-01' } as const;
  expect(
    problems([
      key({ ...bad, state: 'revoked' }),
      key({ ...bad, state: 'planned' }),
      key({ ...bad, environment: 'testnet' }),
    ]),
  ).toEqual([]);
});

describe('one problem each', () => {
  test.each<[string, InventoryKey, string]>([
    ['withdrawals', key({ permissions: ['reading', 'withdrawals'] }), '0.permissions.1 “k” may withdraw'],
    [
      'transfers',
      key({ permissions: ['spot', 'internal-transfer'] }),
      '0.permissions.1 “k” may move funds (internal-transfer)',
    ],
    [
      'a dashboard that trades',
      key({ purpose: 'dashboard' }),
      '0.permissions.1 “k” is for a dashboard and may do more than read (spot)',
    ],
    [
      'transfers that trade',
      key({ purpose: 'transfers', permissions: ['spot', 'universal-transfer'] }),
      '0.permissions.0 “k” is for transfers and may trade too',
    ],
    [
      'too broad',
      key({ permissions: ['spot', 'margin', 'futures', 'options'] }),
      '0.permissions.3 “k” may trade more than one strategy needs',
    ],
    ['master account', without('subAccount'), '0 “k” trades on the master account'],
    ['two strategies', key({ strategies: ['a', 'b'] }), '0.strategy “k” serves 2 strategies'],
    ['no IP list', without('ips'), '0 “k” has no IP list'],
    ['an empty IP list', key({ ips: [] }), '0.ips “k” has no IP list'],
    [
      'a private address',
      key({ ips: [{ address: '192.168.1.7' }] }),
      '0.ips.0 “k” has in its IP list a private address',
    ],
    ['a range', key({ ips: [{ address: '8.8.4.0/24' }] }), '0.ips.0 “k” has in its IP list a range'],
    ['twice', key({ ips: [{ address: '8.8.4.4' }, { address: '8.8.4.4' }] }), '0.ips.1 “k” has an address twice'],
    [
      'temporary no more',
      key({ ips: [{ address: '8.8.4.4', until: '2026-11-27' }] }),
      '0.ips.0.until “k” has an address that was to leave',
    ],
    [
      'too many addresses',
      key({ ips: Array.from({ length: 31 }, (_, i) => ({ address: `8.8.4.${i}` })) }),
      '0.ips.30 “k” has 31 addresses',
    ],
    ['no rights given', without('permissions'), '0 “k” does not say what it may do'],
    ['no date', without('created'), '0 “k” has no created date'],
    ['old', key({ created: '2026-08-29' }), '0.created “k” was last renewed on 2026-08-29, 91 days ago'],
    [
      'old since renewal',
      key({ created: '2024-01-01', rotated: '2026-02-01' }),
      '0.rotated “k” was last renewed on 2026-02-01',
    ],
    ['to come', key({ created: '2027-01-01' }), '0.created “k” is created on a day that is still to come'],
    [
      'the wrong order',
      key({ created: '2026-11-10', rotated: '2026-11-01' }),
      '0.rotated “k” was renewed before it was created',
    ],
    ['no fingerprint', key({ fingerprints: [] }), '0 “k” has no fingerprint'],
  ])('%s', (_, one, message) => {
    const told = problems([one]);
    expect(told.map((text) => text.slice(0, message.length))).toEqual([message]);
  });
});

describe('between entries', () => {
  test('one value, one strategy, one sub-account', () => {
    expect(problems([key({ fingerprints: ['a'] }), key({ fingerprints: ['a'] })])).toEqual([
      '1.fingerprints.0 “k” is the same value as “k”: keep one entry',
    ]);
    expect(problems([key({ strategies: ['a'] }), key({ strategies: ['a'] })])[0]).toMatch(
      /^1\.strategy .* trades the strategy of/,
    );
    expect(problems([key({ strategies: ['a'] }), key({ strategies: ['a'], state: 'retiring' })])).toEqual([]);
    expect(problems([key({ subAccount: 'a' }), key({ subAccount: 'a' })])[0]).toMatch(
      /^1\.subAccount .* trades on the sub-account of/,
    );
    expect(problems([key({ subAccount: 'a' }), key({ subAccount: 'a', permissions: ['reading'] })])).toEqual([]);
  });

  test('crowds', () => {
    const readers = (count: number, more: (i: number) => Partial<InventoryKey>): InventoryKey[] =>
      Array.from({ length: count }, (_, i) => key({ permissions: ['reading'], ...more(i) }));
    expect(problems(readers(30, () => ({ subAccount: 'a' })))).toEqual([]);
    expect(problems(readers(32, () => ({ subAccount: 'a' })))).toEqual([
      '30 “k” is key 31 of its account; one account is to have 30 at most',
    ]);
    expect(problems(readers(200, (i) => ({ subAccount: `s${i}` })))).toEqual([]);
    expect(problems(readers(202, (i) => ({ subAccount: `s${i}` })))).toEqual([
      '200.subAccount “k” is on sub-account 201 of its account; one account is to have 200 at most',
    ]);
  });
});
