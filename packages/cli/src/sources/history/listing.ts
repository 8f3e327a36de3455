/** Lists all objects into the table, and says which of them are new. */
import type { Database } from '../../git/database.ts';
import { listObjects } from '../../git/list-objects.ts';
import type { Chunk } from './crew-member.ts';
import type { Known } from './known.ts';
import { kinds, type ObjectTable } from './object-table.ts';

/** With fewer objects to read than this, one thread does it all: a thread takes 100 ms to load. */
const manyObjects = 5000;
export const objectsAtOnce = 1024;

export interface Listed {
  /** What git said on the way. */
  readonly complaints: string;
  /** New trees, and all else that is new, in the order in which git has them. */
  readonly trees: readonly number[];
  readonly others: readonly number[];
  /** Objects of which git cannot tell what they are. */
  readonly unknown: readonly number[];
}

/**
 * Rejects with a UserError when git refuses or fails.
 * @param onSize called once, as soon as it is known whether there is much to read
 */
export async function listAll(store: Database, known: Known, onSize: (areMany: boolean) => void): Promise<Listed> {
  const listing = listObjects(store);
  const trees: number[] = [];
  const others: number[] = [];
  const unknown: number[] = [];
  let areMany = false;
  for (;;) {
    const { value, done } = await listing.next();
    if (done) {
      if (!areMany) onSize(false);
      return { complaints: value, trees, others, unknown };
    }
    value.types.forEach((type, i) => {
      const kind = type === undefined ? 0 : kinds[type];
      const { index, isNew } = known.list(value.ids, i * known.table.idBytes, kind);
      if (type === undefined) unknown.push(index);
      else if (isNew) (type === 'tree' ? trees : others).push(index);
    });
    if (!areMany && trees.length + others.length > manyObjects) {
      areMany = true;
      onSize(true);
    }
  }
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
