/** Lists all objects into the table, and says which of them are new. */
import type { Database } from '../../git/database.ts';
import { listObjects, type ListedObjects } from '../../git/list-objects.ts';
import { packedObjects } from '../../git/packs/packs.ts';
import { looseObjects, newlyPacked, packStamps, type PackStamps } from '../../git/packs/pack-stamps.ts';
import type { Chunk } from './crew-member.ts';
import type { Known } from './known.ts';
import { kindOf, kinds, packedBit, type ObjectTable } from './object-table.ts';

/** With fewer objects to read than this, one thread does it all: a thread takes 100 ms to load. */
const manyObjects = 5000;
export const objectsAtOnce = 1024;
/** Memory is made for no more objects before they are seen: sizes of files tell nothing for sure. */
const mostExpected = 1 << 20;

export interface Listed {
  /** What git said on the way. */
  readonly complaints: string;
  /** New trees, and all else that is new, in the order in which git has them. */
  readonly trees: readonly number[];
  readonly others: readonly number[];
  /** Objects of which git cannot tell what they are. */
  readonly unknown: readonly number[];
  /** Whether git was asked for all. Then it is still to be seen what lies in packs. */
  readonly isWhole: boolean;
  /** The packs before git listed them. */
  readonly packs: PackStamps | undefined;
}

/**
 * Rejects with a UserError when git refuses or fails.
 * @param onSize called once, as soon as it is known whether there is much to read
 */
export async function listAll(store: Database, known: Known, onSize: (areMany: boolean) => void): Promise<Listed> {
  const news = new News(known);
  const complaints = await listNew(store, known, news);
  if (complaints !== undefined) {
    onSize(news.areMany);
    return { complaints, ...news, isWhole: false, packs: known.packs };
  }
  const packs = packStamps(store);
  const listing = listObjects(store);
  // git begins before this thread has something to do.
  let next = listing.next();
  next.catch(() => {}); // Told where it is waited for.
  const packed = known.remembered === 0 ? packedObjects(store) : 0;
  let isTold = packed > manyObjects;
  if (isTold) onSize(true);
  known.table.makeRoom(Math.min(packed, mostExpected));
  for (; ; next = listing.next()) {
    const { value, done } = await next;
    if (!isTold && (done || news.areMany)) {
      isTold = true;
      onSize(news.areMany);
    }
    if (done) return { complaints: value, ...news, isWhole: true, packs };
    news.add(value);
  }
}

/** Sorts what git lists. */
class News implements Pick<Listed, 'trees' | 'others' | 'unknown'> {
  readonly trees: number[] = [];
  readonly others: number[] = [];
  readonly unknown: number[] = [];
  readonly #known: Known;

  constructor(known: Known) {
    this.#known = known;
  }

  get areMany(): boolean {
    return this.trees.length + this.others.length > manyObjects;
  }

  add({ ids, types }: ListedObjects): void {
    const { trees, others, unknown } = this;
    const known = this.#known;
    const { idBytes } = known.table;
    for (let i = 0; i < types.length; i++) {
      const kind = kindOf[types[i]!]!;
      const index = known.list(ids, i * idBytes, kind);
      if (kind === 0) unknown.push(index < 0 ? -1 - index : index);
      else if (index >= 0) (kind === kinds.tree ? trees : others).push(index);
    }
  }
}

/**
 * Asks git only for what does not lie in packs that are as they were. Gives what it said; undefined where not all that is
 * remembered is found so, or git knows something less than well: then it is to be asked for all.
 */
async function listNew(store: Database, known: Known, news: News): Promise<string | undefined> {
  const { packs: before, table } = known;
  if (!before) return undefined;
  // In this order: what moves into a pack meanwhile is seen twice, not never.
  const loose = looseObjects(store);
  const now = packStamps(store);
  const packed = now && newlyPacked(store, before, now);
  if (!loose || !packed) return undefined;
  const asked = [...new Set([...known.listPacked(), ...loose, ...packed])];
  for (const id of asked) known.see(id);
  const batches: ListedObjects[] = [];
  if (!known.hasLost()) {
    const listing = listObjects(store, asked);
    for (;;) {
      const { value, done } = await listing.next();
      if (!done) batches.push(value);
      else if (value !== '' || batches.some(({ types }) => types.includes(0))) break;
      else {
        for (const batch of batches) news.add(batch);
        for (const id of packed) table.kinds[table.findHex(id)]! |= packedBit;
        known.rememberPacks(now);
        return value;
      }
    }
  }
  known.unlist();
  return undefined;
}

/** These objects, with their ids. */
export function chunkOf({ ids, idBytes }: Pick<ObjectTable, 'ids' | 'idBytes'>, indexes: readonly number[]): Chunk {
  const bytes = new Uint8Array(indexes.length * idBytes);
  indexes.forEach((index, i) => bytes.set(ids.subarray(index * idBytes, (index + 1) * idBytes), i * idBytes));
  return { indexes: Int32Array.from(indexes), ids: bytes };
}

export function inChunks<T>(all: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, i) => all.slice(i * most, (i + 1) * most));
}
