/** What the versions mean that lists of dependencies write, as far as one can say which version will be installed. */
import type { Ecosystem } from '../../rules/unsafe-packages.ts';

const exact = /^\[?(={1,3}|v)?\s*v?(\d[\w.-]*)(?:\+[\w.-]*)?\]?$/i;
const comparison = /(>=|<=|<|>|={1,3})\s*v?(\d[\w.-]*)/g;

/** The only versions that this can mean, each as it is written; undefined where others may be installed as well. */
export function onlyVersions(range: string, ecosystem: Ecosystem): readonly string[] | undefined {
  if (range.length > 200) return undefined;
  const versions: string[] = [];
  for (const part of range.split('||')) {
    const one = onlyVersion(part.trim(), ecosystem);
    if (one === undefined) return undefined;
    versions.push(one);
  }
  return versions;
}

function onlyVersion(text: string, ecosystem: Ecosystem): string | undefined {
  const [, mark, version = ''] = exact.exec(text) ?? [];
  if (version !== '' && !/[x*]/i.test(version.replace(/-.*/, ''))) {
    // `1.14` is a range for npm, and every bare version one for Cargo.
    const isWhole = ecosystem === 'npm' ? /^\d+\.\d+\.\d+/.test(version) : ecosystem !== 'cargo' || mark === '=';
    return isWhole ? version : undefined;
  }
  const [, low, high] = /^v?(\d[\w.-]*)\s+-\s+v?(\d[\w.-]*)$/.exec(text) ?? [];
  if (low !== undefined) return sameVersion(low, high ?? '') ? low : undefined;
  return between(text);
}

/** `>=1.14.1 <=1.14.1`, `>=1.14.1,<1.14.2`. */
function between(text: string): string | undefined {
  const found = [...text.matchAll(comparison)];
  const [first, second] = found;
  if (found.length !== 2 || !first || !second || text.replace(comparison, '').replace(/[\s,]/g, '') !== '') {
    return undefined;
  }
  const [low, high] = first[1] === '>=' ? [first, second] : [second, first];
  if (low[1] !== '>=') return undefined;
  const [from = '', to = ''] = [low[2], high[2]];
  if (high[1] === '<=') return sameVersion(from, to) ? from : undefined;
  return high[1] === '<' && sameVersion(next(from), to) ? from : undefined;
}

function next(version: string): string {
  return version.replace(/\d+$/, (last) => String(Number(last) + 1));
}

export function sameVersion(a: string, b: string): boolean {
  return compareVersions(a, b) === 0;
}

/** Whether a version is one of those that an entry lists: `1.1.35`, `>=1.56.7`. */
export function isListed(version: string, listed: readonly string[]): boolean {
  return listed.some((one) =>
    one.startsWith('>=') ? compareVersions(version, one.slice(2)) >= 0 : sameVersion(version, one),
  );
}

/** By their numbers, left to right, missing ones 0; words after the numbers count as text. */
function compareVersions(a: string, b: string): number {
  const [one, another] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.max(one.numbers.length, another.numbers.length); i += 1) {
    const difference = (one.numbers[i] ?? 0) - (another.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (one.rest === another.rest) return 0;
  // What follows the numbers comes before them: 1.0.0-beta is older than 1.0.0.
  return one.rest === '' ? 1 : another.rest === '' || one.rest > another.rest ? (another.rest === '' ? -1 : 1) : -1;
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly rest: string } {
  const [, numbers = '', rest = ''] = /^v?(\d+(?:\.\d+)*)(.*)$/.exec(version.slice(0, 100).replace(/\+.*$/, '')) ?? [];
  return { numbers: numbers.split('.').map(Number), rest: rest.toLowerCase() };
}
