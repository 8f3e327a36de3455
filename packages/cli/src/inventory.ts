/**
 * The key inventory: which keys there are, what each may do, who answers for it, in bnguard.keys.yaml at the top of the
 * scanned repository. Labels and fingerprints, never values (docs/inventory.md). Reads and checks; judges nothing.
 */
import { join } from 'node:path';
import type { ExpectedPlace, Inventory, InventoryKey, Origin } from '@bnguard/engine';
import { inventoryName, mostInventoryMegabytes } from './defaults.ts';
import type { DataFile } from './data-file.ts';
import type { InventoryEntry } from './inventory-schema.ts';
import { checkedPattern } from './ignore-entries.ts';
import { pathPattern } from './path-pattern.ts';
import { redact } from './redact.ts';
import { readSmallFile } from './small-file.ts';
import { UserError } from './user-error.ts';

export interface InventoryText {
  readonly entries: readonly InventoryEntry[];
  readonly keys: readonly InventoryKey[];
  readonly placeOf: Inventory['placeOf'];
}

/** The text of a root's inventory, undefined where it has none. Throws a UserError where it must not be read. */
export function inventoryText(root: string): string | undefined {
  return readSmallFile(join(root, inventoryName), {
    name: inventoryName,
    mostMegabytes: mostInventoryMegabytes,
    inside: root,
  });
}

/** Throws a UserError that names file, line, column and key for whatever is wrong. */
export async function readInventory(text: string): Promise<InventoryText> {
  const [{ readData }, { check }, { inventorySchema }] = await Promise.all([
    import('./data-file.ts'),
    import('./check-data.ts'),
    import('./inventory-schema.ts'),
  ]);
  const file = await readData(inventoryName, text);
  refuseValues(file, file.value, []);
  const { keys: entries } = check(file, inventorySchema);
  refuseTwins(file, entries);
  return {
    entries,
    keys: entries.map((entry, i) =>
      keyOf(entry, (j) => `${file.at(['keys', i, 'expectedIn', j])}: keys[${i}].expectedIn[${j}]`),
    ),
    placeOf: (path) => file.placeOf(path),
  };
}

/** As the engine takes it. */
export function inventoryOf({ keys, placeOf }: InventoryText, origin: Origin, isJudged: boolean): Inventory {
  return { path: inventoryName, origin, keys, placeOf, isJudged };
}

function keyOf(entry: InventoryEntry, patternAt: (j: number) => string): InventoryKey {
  const { name, state = 'active', environment = 'live', fingerprints = [], strategy, ips, expectedIn } = entry;
  const { purpose, permissions, account, subAccount, created, rotated, inCode } = entry;
  return {
    ...{ name, state, environment, fingerprints },
    strategies: strategy === undefined ? [] : typeof strategy === 'string' ? [strategy] : strategy,
    ...(purpose !== undefined && { purpose }),
    ...(permissions && { permissions }),
    ...(ips && { ips: ips.map((one) => (typeof one === 'string' ? { address: one } : one)) }),
    ...(account !== undefined && { account }),
    ...(subAccount !== undefined && { subAccount }),
    ...(created !== undefined && { created }),
    ...(rotated !== undefined && { rotated }),
    ...(inCode !== undefined && { inCode }),
    ...(expectedIn && { expectedIn: expectedIn.map((pattern, j) => expectedPlace(pattern, patternAt(j))) }),
  };
}

/** @param at names the pattern in messages */
export function expectedPlace(written: string, at: string): ExpectedPlace {
  const pattern = checkedPattern(written, (what) => new UserError(`${at}: ${what}.`));
  const matches = pathPattern(pattern);
  return {
    pattern,
    covers: (path) => {
      try {
        return matches(path);
      } catch {
        throw new UserError(`${at}: the pattern takes too long to match; use fewer wildcards.`);
      }
    },
  };
}

export const looksLikeKey = (text: string): boolean =>
  /[A-Za-z0-9]{64}|PRIVATE KEY/.test(text) || redact(text) !== text;

/** Who pastes a key into a field has put it into a file that is committed. */
function refuseValues(file: DataFile, value: unknown, path: readonly (string | number)[]): void {
  if (typeof value === 'string') {
    if (!looksLikeKey(value)) return;
    throw new UserError(
      `${file.at(path)}: what stands here looks like a key. An inventory holds fingerprints, never values: take it out, and let bnguard keys add --stdin make the entry.`,
    );
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [step, below] of Object.entries(value)) {
    if (Array.isArray(value)) refuseValues(file, below, [...path, Number(step)]);
    else {
      // A key of a mapping can hold one too.
      if (/[A-Za-z0-9]{64}/.test(step)) refuseValues(file, step, path);
      refuseValues(file, below, [...path, step]);
    }
  }
}

function refuseTwins(file: DataFile, entries: readonly InventoryEntry[]): void {
  const known = new Set<string>();
  entries.forEach(({ name }, i) => {
    if (known.has(name)) {
      throw new UserError(
        `${file.at(['keys', i, 'name'])}: keys[${i}].name: an entry above has this name: give each its own.`,
      );
    }
    known.add(name);
  });
}
