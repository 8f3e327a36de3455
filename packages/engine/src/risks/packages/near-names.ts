/** Names of packages that are nearly those of SDKs: a misspelling, or the bait for one. */
import {
  imitated,
  knownScopes,
  nearButKnown,
  scopedImitations,
  type Ecosystem,
  unsafePackages,
} from '../../rules/unsafe-packages.ts';
import type { Confidence } from '../../types.ts';

export interface NearName {
  /** The name that it is nearly. */
  readonly of: string;
  readonly confidence: Confidence;
}

/** In a name of so many letters two wrong ones are a misspelling, in one of half as many one is. */
const long = 12;
const short = 7;
/** Without its scope a name of fewer letters, `binance-wallet`, may be anybody’s for what it says. */
const longFlat = 16;
/** What is left of `binance`, or `ccxt`, after one or two slips: a quick look before the slow one. */
const trace = /bi|nan|ce|ina|ccx|cxt|cct|cxc/;
const longest = 60;

/** Undefined for names that are known, and for those that are like none. `name` as normalised. */
export function nearName(name: string, ecosystem: Ecosystem, ownScope?: string): NearName | undefined {
  const targets = imitated[ecosystem];
  if (!targets || name.length > longest || !trace.test(name)) return undefined;
  if (nearButKnown[ecosystem]?.has(name) || targets.includes(name)) return undefined;
  if (unsafePackages.some((one) => one.ecosystem === ecosystem && one.name === name)) return undefined;
  if (name.startsWith('@')) return scopedNear(name, ownScope);
  for (const target of targets) {
    const confidence = nearness(name, target);
    if (confidence) return { of: target, confidence };
  }
  return undefined;
}

function nearness(name: string, target: string): Confidence | undefined {
  if (target.startsWith('@')) {
    // `binance-connector` for `@binance/connector`: without its scope anybody can own it.
    const flat = target.slice(1).replace('/', '-');
    if (flat.length < longFlat) return name === flat ? 'possible' : undefined;
    return distance(name, flat, 1) <= 1 ? 'likely' : undefined;
  }
  if (target.length < short) return isSlip(name, target) ? 'likely' : undefined;
  if (squeezed(name) === squeezed(target)) return 'likely';
  const family = 'binance-sdk-';
  // Another SDK of the family is no misspelling of this one.
  if (name.startsWith(family) && target.startsWith(family)) {
    const [tail, other] = [name.slice(family.length), target.slice(family.length)];
    return other.length >= 5 && distance(tail, other, 1) <= 1 ? 'likely' : undefined;
  }
  if (target.length >= long) return distance(name, target, 2) <= 2 ? 'likely' : undefined;
  return name[0] === target[0] && distance(name, target, 1) <= 1 ? 'likely' : undefined;
}

/** Two neighbours swapped, a letter twice: of a short name, all else may be a name of its own. */
function isSlip(name: string, target: string): boolean {
  if (name.length === target.length) return distance(name, target, 1) === 1 && sorted(name) === sorted(target);
  return name.length === target.length + 1 && distance(name, target, 1) === 1 && once(name) === once(target);
}

function sorted(name: string): string {
  return [...name].sort().join('');
}

function once(name: string): string {
  return name.replace(/(.)\1+/g, '$1');
}

function scopedNear(name: string, ownScope: string | undefined): NearName | undefined {
  const [scope = '', base = ''] = name.slice(1).split('/');
  if (scope === ownScope || scope === 'binance') return undefined;
  const official = `@binance/${base}`;
  if (!knownScopes.has(scope) && distance(scope, 'binance', 2) <= 2 && scope.length >= 5) {
    const isOne = (imitated.npm ?? []).includes(official);
    return { of: isOne ? official : '@binance/…', confidence: isOne || scope[0] === 'b' ? 'likely' : 'possible' };
  }
  if (scopedImitations.has(base)) return { of: '@binance/…', confidence: 'likely' };
  if (/^binance[-_.]?\w/.test(scope) && !knownScopes.has(scope) && (imitated.npm ?? []).includes(official)) {
    return { of: official, confidence: 'likely' };
  }
  return undefined;
}

function squeezed(name: string): string {
  return name.replace(/[-_.]/g, '');
}

/**
 * How many letters must be put in, taken out, replaced or swapped with their neighbours to make one of the other; any
 * number above `most` where it is more.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}
