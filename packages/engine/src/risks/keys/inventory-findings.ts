/** The inventory against good practice, and found keys against the inventory → findings of `inventory-mismatch`. */
import { withoutValues } from '../../clues/names.ts';
import { addToGroup } from '../../grouped.ts';
import type { Finding, Inventory, InventoryKey, Repository } from '../../types.ts';
import { listed, nounOf, type HeldKey } from './held-keys.ts';
import { practiceProblems, type Problem } from './inventory-practice.ts';
import { identityOf } from '../observe-risks.ts';
import { isTestnet } from '../../severity.ts';

const rule = 'inventory-mismatch';

interface Standing {
  readonly key: HeldKey;
  readonly path: string;
}

/** @param seen every fingerprint that was seen at all, finding or not, with the paths that have it now */
export function inventoryFindings(
  keys: readonly HeldKey[],
  seen: ReadonlyMap<string, ReadonlySet<string>>,
  repository: Repository,
): Finding[] {
  const { inventory } = repository;
  if (!inventory) return [];
  const entries = new Map<string, readonly [InventoryKey, number]>();
  inventory.keys.forEach((key, i) => {
    for (const fingerprint of key.fingerprints) if (!entries.has(fingerprint)) entries.set(fingerprint, [key, i]);
  });
  const byValue = new Map<string, Standing[]>();
  for (const key of keys) {
    for (const path of key.paths) addToGroup(byValue, key.finding.fingerprint, { key, path });
  }
  const own = inventory.isJudged
    ? [...practiceProblems(inventory, repository), ...goneProblems(inventory, seen)].map((problem) =>
        entryFinding(problem, inventory, repository),
      )
    : [];
  return [...own, ...unknownKeys(byValue, entries, inventory), ...brokenPromises(byValue, entries, inventory)];
}

function entryFinding(
  { at, message, name }: Problem,
  { path, origin, placeOf }: Inventory,
  repository: Repository,
): Finding {
  const start = placeOf(at);
  return {
    ...{ rule, role: 'unknown', severity: 'medium', confidence: 'certain', masked: '', environment: 'unknown' },
    message: withoutValues(message),
    fingerprint: identityOf(rule, path, name),
    ...(repository.name === undefined ? {} : { repository: repository.name }),
    ...{ path, start, end: start, origin, evidence: [] },
  };
}

/** Entries that name the files which hold them, where those were read, or are no more, and none holds them. */
function goneProblems({ keys }: Inventory, seen: ReadonlyMap<string, ReadonlySet<string>>): Problem[] {
  return keys.flatMap((key, i): Problem[] => {
    const { expectedIn, fingerprints, state, name } = key;
    if (state === 'revoked' || state === 'planned' || expectedIn === undefined || fingerprints.length === 0) return [];
    const isTold = expectedIn.length > 0 && expectedIn.every((place) => place.seen !== undefined);
    if (!isTold || fingerprints.some((one) => (seen.get(one)?.size ?? 0) > 0)) return [];
    const files = listed(expectedIn.map(({ pattern }) => pattern));
    const message = `“${name}” is expected in ${files}, and no file has it any more: correct the entry, or mark it as revoked`;
    return [{ at: ['keys', i, 'expectedIn'], message, name: `${name}\0gone` }];
  });
}

/** One for each pair. Examples, tests and what is not live need no entry. */
function unknownKeys(
  byValue: ReadonlyMap<string, readonly Standing[]>,
  entries: ReadonlyMap<string, unknown>,
  { path }: Inventory,
): Finding[] {
  const unknown = new Map<string, Finding>();
  for (const [fingerprint, standings] of byValue) {
    const at = standings.find(({ key }) => !key.sample && !isTestnet(key.finding))?.key.finding;
    if (at && !entries.has(fingerprint)) unknown.set(fingerprint, at);
  }
  return [...unknown.values()].flatMap((at): Finding[] => {
    if (
      at.pair !== undefined &&
      (entries.has(at.pair) || (at.rule !== 'api-key' && unknown.get(at.pair)?.rule === 'api-key'))
    )
      return [];
    return [{ ...mismatchAt(at), message: `This Binance ${nounOf(at)} is in no entry of ${path}` }];
  });
}

function brokenPromises(
  byValue: ReadonlyMap<string, readonly Standing[]>,
  entries: ReadonlyMap<string, readonly [InventoryKey, number]>,
  inventory: Inventory,
): Finding[] {
  return [...byValue].flatMap(([fingerprint, standings]) => {
    const [entry, i] = entries.get(fingerprint) ?? [];
    if (!entry || i === undefined) return [];
    const line = String(inventory.placeOf(['keys', i]).line);
    const told = new Map<Finding, Finding>();
    for (const { key, path } of standings) {
      const broken = promiseBrokenBy(entry, path);
      if (broken === undefined || told.has(key.finding)) continue;
      const message = withoutValues(
        `This Binance ${nounOf(key.finding)} is “${entry.name}” (${inventory.path}:${line}), ${broken}`,
      );
      told.set(key.finding, { ...mismatchAt(key.finding), message });
    }
    return [...told.values()];
  });
}

function promiseBrokenBy({ state, inCode, expectedIn }: InventoryKey, path: string): string | undefined {
  if (state === 'revoked') return 'which is marked as revoked, and still stands here';
  if (inCode === false) return 'which is to stand in no file, and stands here';
  if (expectedIn?.length && !expectedIn.some((place) => place.covers(path))) {
    return `which may stand only in ${listed(expectedIn.map(({ pattern }) => pattern))}, and stands here`;
  }
  return undefined;
}

function mismatchAt(finding: Finding): Finding {
  return { ...finding, rule, severity: 'medium' };
}
