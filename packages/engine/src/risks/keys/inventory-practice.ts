/**
 * What is not good practice in a key inventory (bnguard.keys.yaml), judged by what its entries say of themselves.
 * Limits and their sources: docs/inventory.md.
 */
import type { Inventory, InventoryKey, Permission, Repository } from '../../types.ts';
import { daysBetween, isOverdue, keyAgeOf } from './age.ts';
import { faultOfAddress, isAddress, mostAddresses, normalAddress } from '../settings/ip-list.ts';

/** Good practice as this project states it; the documentation of the API names neither. */
export const mostKeys = 30;
export const mostSubAccounts = 200;

export interface Problem {
  /** Where in the file. */
  readonly at: readonly (string | number)[];
  /** A sentence without its full stop. */
  readonly message: string;
  /** Which entry and which fault, whatever place it moves to. */
  readonly name: string;
}

const trading: readonly Permission[] = ['spot', 'margin', 'futures', 'options', 'portfolio-margin', 'fix-trading'];
const derived: readonly Permission[] = ['margin', 'futures', 'options', 'portfolio-margin'];
const transfers: readonly Permission[] = ['universal-transfer', 'internal-transfer'];
const readingOnly: readonly Permission[] = ['reading', 'fix-reading'];

const words = (list: readonly string[]): string => list.join(', ');
const trades = ({ permissions = [] }: InventoryKey): boolean => permissions.some((one) => trading.includes(one));
/** Whether it counts as a key that works: testnet keys move no money, revoked ones nothing. */
const works = ({ state, environment }: InventoryKey): boolean =>
  (state === 'active' || state === 'retiring') && environment === 'live';

/** In the order of the entries. */
export function practiceProblems({ keys }: Inventory, repository: Repository): Problem[] {
  const problems: Problem[] = [];
  keys.forEach((key, i) => {
    const tell = (field: readonly (string | number)[], what: string, fact: string): void => {
      problems.push({ at: ['keys', i, ...field], message: `“${key.name}” ${fact}`, name: `${key.name}\0${what}` });
    };
    if (!works(key)) return;
    aboutRights(key, tell);
    aboutAddresses(key, repository, tell);
    aboutAge(key, repository, tell);
    if (key.fingerprints.length === 0) {
      tell(
        [],
        'fingerprints',
        'has no fingerprint, so no scan can know it; bnguard keys add --stdin takes it from the key',
      );
    }
  });
  return [...problems, ...sharedProblems(keys), ...crowds(keys)];
}

type Tell = (field: readonly (string | number)[], what: string, fact: string) => void;

function aboutRights(key: InventoryKey, tell: Tell): void {
  const { permissions, purpose, strategies } = key;
  if (permissions === undefined) {
    tell([], 'permissions', 'does not say what it may do: list its permissions');
    return;
  }
  const at = (which: (one: Permission) => boolean): (string | number)[] => [
    'permissions',
    permissions.findIndex(which),
  ];
  const having = (some: readonly Permission[]): Permission[] => permissions.filter((one) => some.includes(one));
  if (permissions.includes('withdrawals')) {
    tell(
      at((one) => one === 'withdrawals'),
      'withdrawals',
      'may withdraw: switch withdrawals off',
    );
  }
  const moving = having(transfers);
  if (moving.length > 0 && purpose !== 'transfers') {
    tell(
      at((one) => transfers.includes(one)),
      'transfers',
      `may move funds (${words(moving)}), which its purpose does not ask for: switch it off, or keep a key for transfers alone`,
    );
  }
  if (purpose === 'dashboard' || purpose === 'reporting') {
    const more = permissions.filter((one) => !readingOnly.includes(one));
    if (more.length > 0) {
      tell(
        at((one) => !readingOnly.includes(one)),
        'read-only',
        `is for ${purpose === 'dashboard' ? 'a dashboard' : 'reporting'} and may do more than read (${words(more)}): give it a key that only reads`,
      );
    }
  } else if (purpose === 'transfers' && trades(key)) {
    tell(
      at((one) => trading.includes(one)),
      'transfers-trade',
      'is for transfers and may trade too: one key for each',
    );
  }
  const kinds = having(derived);
  if (kinds.length > 2) {
    tell(
      at((one) => one === kinds[2]),
      'broad',
      `may trade more than one strategy needs (${words(kinds)}): leave only what its strategy uses`,
    );
  }
  if (trades(key) && key.subAccount === undefined) {
    tell([], 'master', 'trades on the master account: give its strategy a sub-account, and name it as subAccount');
  }
  if (strategies.length > 1) {
    tell(
      ['strategy'],
      'strategies',
      `serves ${String(strategies.length)} strategies: one key and one sub-account for each`,
    );
  }
}

function aboutAddresses(key: InventoryKey, { asOf }: Repository, tell: Tell): void {
  const { ips, permissions = [] } = key;
  const moves = permissions.some((one) => !readingOnly.includes(one));
  if (moves && (ips === undefined || ips.length === 0)) {
    tell(
      ips ? ['ips'] : [],
      'no-ips',
      'has no IP list and may do more than read: restrict it to the addresses of its servers',
    );
  }
  const seen = new Set<string>();
  ips?.forEach(({ address, until }, j) => {
    const fault = faultOfAddress(address) ?? (isAddress(address.trim()) ? undefined : 'what is no IP address');
    if (fault !== undefined) tell(['ips', j], `ip\0${address}`, `has in its IP list ${fault}`);
    else if (seen.has(normalAddress(address)))
      tell(['ips', j], `ip-twice\0${address}`, 'has an address twice in its IP list');
    seen.add(normalAddress(address));
    const late = daysBetween(until, asOf);
    // The last day itself still counts.
    if (late !== undefined && late > 0) {
      tell(
        ['ips', j, 'until'],
        `until\0${address}`,
        `has an address that was to leave its IP list after ${until ?? ''}: take it out at Binance, then here`,
      );
    }
  });
  if (ips !== undefined && ips.length > mostAddresses) {
    tell(
      ['ips', mostAddresses],
      'ips-many',
      `has ${String(ips.length)} addresses in its IP list; Binance takes ${String(mostAddresses)} at most`,
    );
  }
}

function aboutAge(key: InventoryKey, repository: Repository, tell: Tell): void {
  const { created, rotated } = key;
  const since = lastRenewal(key);
  if (since === undefined) {
    tell([], 'created', 'has no created date, so nobody knows when it is to be renewed');
    return;
  }
  const field = since === rotated ? 'rotated' : 'created';
  if (created !== undefined && rotated !== undefined && rotated < created) {
    tell(['rotated'], 'dates', 'was renewed before it was created: correct the dates');
  }
  const days = daysBetween(since, repository.asOf);
  if (days === undefined) return;
  if (days < 0) tell([field], 'future', `is ${field} on a day that is still to come (${since}): correct the date`);
  else if (isOverdue(days, repository)) {
    const limit = String(keyAgeOf(repository));
    tell(
      [field],
      'age',
      `was last renewed on ${since}, ${String(days)} days ago; a key is to be renewed within ${limit} days`,
    );
  }
}

/** The day from which its age counts. */
export function lastRenewal({ created, rotated }: Pick<InventoryKey, 'created' | 'rotated'>): string | undefined {
  if (created === undefined || rotated === undefined) return rotated ?? created;
  return rotated > created ? rotated : created;
}

/** What two entries must not have in common: a value, a strategy, a sub-account. */
function sharedProblems(keys: readonly InventoryKey[]): Problem[] {
  const problems: Problem[] = [];
  const first = { fingerprint: new Map<string, string>(), strategy: new Map<string, string>() };
  const subAccounts = new Map<string, InventoryKey>();
  keys.forEach((key, i) => {
    const tell = (field: readonly (string | number)[], what: string, fact: string): void => {
      problems.push({ at: ['keys', i, ...field], message: `“${key.name}” ${fact}`, name: `${key.name}\0${what}` });
    };
    key.fingerprints.forEach((fingerprint, j) => {
      const other = first.fingerprint.get(fingerprint);
      if (other === undefined) first.fingerprint.set(fingerprint, key.name);
      else tell(['fingerprints', j], `same\0${fingerprint}`, `is the same value as “${other}”: keep one entry`);
    });
    // A retiring key stands beside its successor for as long as that takes.
    if (!works(key) || key.state === 'retiring' || !trades(key)) return;
    for (const strategy of key.strategies) {
      const other = first.strategy.get(strategy);
      if (other === undefined) first.strategy.set(strategy, key.name);
      else if (other !== key.name) {
        tell(
          ['strategy'],
          `strategy\0${strategy}`,
          `trades the strategy of “${other}” too: one key for each, and state: retiring for the one that goes`,
        );
      }
    }
    if (key.subAccount === undefined) return;
    const place = `${key.account ?? ''}\0${key.subAccount}`;
    const beside = subAccounts.get(place);
    if (beside === undefined) subAccounts.set(place, key);
    else if (beside.strategies.join('\0') !== key.strategies.join('\0')) {
      tell(
        ['subAccount'],
        'sub-account',
        `trades on the sub-account of “${beside.name}”, another strategy: one sub-account for each`,
      );
    }
  });
  return problems;
}

/** More keys or sub-accounts than Binance allows, told at the first one too many. */
function crowds(keys: readonly InventoryKey[]): Problem[] {
  const problems: Problem[] = [];
  const perAccount = new Map<string, number>();
  const subAccounts = new Map<string, Set<string>>();
  keys.forEach((key, i) => {
    if (!works(key)) return;
    const { account = '', subAccount = '', name } = key;
    const place = `${account}\0${subAccount}`;
    const count = (perAccount.get(place) ?? 0) + 1;
    perAccount.set(place, count);
    if (count === mostKeys + 1) {
      const message = `“${name}” is key ${String(count)} of its account; one account is to have ${String(mostKeys)} at most`;
      problems.push({ at: ['keys', i], message, name: `${name}\0keys` });
    }
    if (subAccount === '') return;
    const known = subAccounts.get(account) ?? new Set<string>();
    subAccounts.set(account, known);
    const isNew = !known.has(subAccount);
    known.add(subAccount);
    if (isNew && known.size === mostSubAccounts + 1) {
      const message = `“${name}” is on sub-account ${String(known.size)} of its account; one account is to have ${String(mostSubAccounts)} at most`;
      problems.push({ at: ['keys', i, 'subAccount'], message, name: `${name}\0sub-accounts` });
    }
  });
  return problems;
}
