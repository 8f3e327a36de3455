/**
 * Lists all objects into the table, and shares out the new ones but the trees in chunks to be read, in the order in which
 * git has them. Goes on by itself, whoever reads: what needs the whole list need not wait for them.
 */
import type { ObjectType } from '../../git/batch-output.ts';
import type { Database } from '../../git/database.ts';
import { listObjects } from '../../git/list-objects.ts';
import type { Chunk } from './crew.ts';
import type { Known } from './known.ts';
import { kinds, type ObjectTable } from './object-table.ts';

/** With fewer objects to read than this, one thread does it all: a thread takes 100 ms to load. */
const manyObjects = 5000;
export const objectsAtOnce = 1024;

export interface Listed {
  /** What git said on the way. */
  readonly complaints: string;
  /** New trees. */
  readonly trees: readonly number[];
  /** How many objects are new. */
  readonly fresh: number;
  /** Objects of which git cannot tell what they are. */
  readonly unknown: readonly number[];
}

export class Listing {
  /** Rejects with a UserError when git refuses or fails. */
  readonly whole: Promise<Listed>;
  readonly #known: Known;
  readonly #isOwn: (index: number) => boolean;
  readonly #onSize: (areMany: boolean) => void;
  readonly #waiting: Chunk[] = [];
  readonly #open = { own: [] as number[], foreign: [] as number[] };
  /** While it is not known whether there are many, they wait. */
  #areMany = false;
  #isOver = false;
  #wake = (): void => {};

  /** @param onSize called once, before the first chunk: as soon as it is known whether there is much to read */
  constructor(store: Database, known: Known, isOwn: (index: number) => boolean, onSize: (areMany: boolean) => void) {
    this.#known = known;
    this.#isOwn = isOwn;
    this.#onSize = onSize;
    this.whole = this.#run(store).finally(() => {
      this.#isOver = true;
      this.#wake();
    });
    this.whole.catch(() => {}); // Told to those who wait for it.
  }

  async *chunks(): AsyncGenerator<Chunk> {
    for (;;) {
      const chunk = this.#areMany || this.#isOver ? this.#waiting.shift() : undefined;
      if (chunk) yield chunk;
      else if (this.#isOver) break;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    await this.whole;
  }

  async #run(store: Database): Promise<Listed> {
    const listing = listObjects(store);
    const trees: number[] = [];
    const unknown: number[] = [];
    let fresh = 0;
    for (;;) {
      const { value, done } = await listing.next();
      if (done) {
        this.#close(1);
        if (!this.#areMany) this.#onSize(false);
        return { complaints: value, trees, fresh, unknown };
      }
      value.types.forEach((type, i) => {
        const { index, isNew } = this.#add(value.ids, i, type);
        if (type === undefined) unknown.push(index);
        if (type === undefined || !isNew) return;
        fresh++;
        if (type === 'tree') trees.push(index);
        else if (this.#isOwn(index)) this.#open.own.push(index);
        else if (type !== 'blob') this.#open.foreign.push(index);
      });
      this.#close(objectsAtOnce);
      if (!this.#areMany && fresh > manyObjects) {
        this.#areMany = true;
        this.#onSize(true);
      }
      if (this.#areMany) this.#wake();
    }
  }

  /** Notes an object; its number if it is to be read. */
  #add(ids: Uint8Array, i: number, type: ObjectType | undefined): { index: number; isNew: boolean } {
    return this.#known.list(ids, i * this.#known.table.idBytes, type === undefined ? 0 : kinds[type]);
  }

  #close(least: number): void {
    const { own, foreign } = this.#open;
    const { table } = this.#known;
    if (own.length >= least) this.#waiting.push(chunkOf(table, own.splice(0)));
    if (foreign.length >= least) this.#waiting.push({ ...chunkOf(table, foreign.splice(0)), foreign: true });
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
