/**
 * Which objects are read from packs by ourselves, along their deltas, and in which parts; all others are left to git. Parts
 * lie ready in shared memory: whichever reader is free takes the next.
 */
import { packStamps, type PackStamps } from '../../git/packs/pack-stamps.ts';
import type { Route } from '../../git/packs/pack-walk.ts';
import { indexedPacks, openPack, type IndexedPack, type OpenedPack, type Pack } from '../../git/packs/packs.ts';
import type { EntryOrder } from '../../git/packs/pack-entries.ts';
import type { Database } from '../../git/database.ts';
import { kindOf, packedBit, type ObjectTable } from './object-table.ts';

/** What is to be read from one pack. Plain data, which crosses threads. */
export interface PackPlan {
  /** The objects are another shard's; see Chunk. */
  readonly foreign: boolean;
  readonly pack: Pack;
  readonly route: Route;
  /** Entries of whole objects from which what is asked for is made. */
  readonly roots: Int32Array;
  /** Where in `roots` each part begins, and where the last one ends. */
  readonly parts: Int32Array;
  /** How many parts were taken. */
  readonly taken: Int32Array;
}

/** The next part that nobody has taken, as entries; undefined when all are. */
export function takePart({ roots, parts, taken }: PackPlan): Int32Array | undefined {
  const part = Atomics.add(taken, 0, 1);
  return part + 1 < parts.length ? roots.subarray(parts[part], parts[part + 1]) : undefined;
}

/** How many objects a part has at least, if there are as many. This thread hears nothing while it reads one. */
const partSize = 256;

/** A pack whose entries are known. */
interface ReadablePack {
  readonly pack: Pack;
  readonly order: EntryOrder;
  /** The number of each entry's object, if it is to be had from here. */
  readonly objects: Int32Array;
}

/** A pack that was opened while git was still listing; without `opened` it cannot be. Plain data, which crosses threads. */
export interface ReadyPack {
  readonly index: IndexedPack;
  readonly opened: OpenedPack | undefined;
}

/** Opens all packs that there are, whatever will be read of them. */
export function readyPacks(store: Parameters<typeof indexedPacks>[0]): ReadyPack[] {
  return indexedPacks(store).map((index) => ({ index, opened: openPack(index) }));
}

export class PackPlans {
  readonly #table: ObjectTable;
  readonly #packs: ReadablePack[];
  readonly #store: Database;
  #indexed = 0;

  /**
   * Opens the packs of which at least half is to be read: of others git reads what it is asked for sooner than we their
   * entries.
   * @param wanted by object number: 1 if it is to be read
   * @param marks whether to note what lies in packs
   * @param ready the packs, if somebody has opened them
   */
  constructor(
    store: Database,
    table: ObjectTable,
    wanted: Uint8Array,
    marks: boolean = false,
    ready?: readonly ReadyPack[],
  ) {
    this.#table = table;
    this.#store = store;
    // An object may lie in several packs, and is read from the first of them.
    const isFound = new Uint8Array(table.count);
    const packs: readonly { readonly index: IndexedPack; readonly opened?: OpenedPack | undefined }[] =
      ready ?? indexedPacks(store).map((index) => ({ index }));
    this.#packs = packs.flatMap(({ index, opened: before }) => {
      this.#indexed++;
      const numbers = numbersOf(index, table);
      let count = 0;
      for (const number of numbers) {
        if (number < 0) continue;
        if (marks) table.kinds[number]! |= packedBit;
        if (isFound[number] === 0) count += wanted[number]!;
      }
      if (count === 0 || 2 * count < index.count) return [];
      const opened = ready ? before : openPack(index);
      if (opened === undefined) return [];
      const objects = new Int32Array(index.count).fill(-1);
      const { pack, order } = opened;
      for (let place = 0; place < numbers.length; place++) {
        const number = numbers[place]!;
        const entry = order.entryOf[place]!;
        // What git takes for something else is not what it seems.
        if (number < 0 || isFound[number] === 1 || table.typeOf(number) !== kindOf[pack.types[entry]!]) continue;
        isFound[number] = 1;
        objects[entry] = number;
      }
      return [{ ...opened, objects }];
    });
  }

  /** Whether these are all packs that there are, and the indexes of all were read. */
  areAllOf(packs: PackStamps | undefined): boolean {
    const names = Object.keys(packs ?? {}).filter((name) => name.endsWith('.idx'));
    return this.#indexed === names.length && JSON.stringify(packs) === JSON.stringify(packStamps(this.#store));
  }

  /** Plans to read these objects, and says which of them are left to git. `foreign`: they are another shard's. */
  plan(
    objects: readonly number[],
    foreign = false,
  ): { readonly plans: readonly PackPlan[]; readonly left: readonly number[] } {
    if (objects.length === 0) return { plans: [], left: [] };
    const wanted = new Uint8Array(this.#table.count);
    for (const object of objects) wanted[object] = 1;
    const plans = this.#packs.map((pack) => planOf(pack, wanted, foreign)).filter(({ roots }) => roots.length > 0);
    return { plans, left: objects.filter((object) => wanted[object] === 1) };
  }
}

/** The number of each object of a pack; -1 where git has not named it. */
function numbersOf({ count, ids }: IndexedPack, table: ObjectTable): Int32Array {
  const numbers = new Int32Array(count);
  for (let place = 0; place < count; place++) numbers[place] = table.find(ids, place * table.idBytes);
  return numbers;
}

/** Takes what it reads out of `wanted`. */
function planOf(
  { pack, order: { order, bases }, objects }: ReadablePack,
  wanted: Uint8Array,
  foreign: boolean,
): PackPlan {
  const route: Route = {
    objects: new Int32Array(new SharedArrayBuffer(4 * pack.count)).fill(-1),
    counts: new Int32Array(new SharedArrayBuffer(4 * pack.count)),
    last: new Int32Array(new SharedArrayBuffer(4 * pack.count)).fill(-1),
  };
  const { counts, last } = route;
  for (let at = order.length - 1; at >= 0; at--) {
    const entry = order[at]!;
    const object = objects[entry]!;
    if (object >= 0 && wanted[object] === 1) {
      wanted[object] = 0;
      route.objects[entry] = object;
      counts[entry]!++;
    }
    const base = bases[entry]!;
    if (base < 0 || counts[entry] === 0) continue;
    counts[base]! += counts[entry]!;
    if (last[base]! < 0 || counts[entry]! > counts[last[base]!]!) last[base] = entry;
  }
  const roots: number[] = [];
  const parts = [0];
  let count = 0;
  for (const entry of order) {
    if (bases[entry]! >= 0) break;
    if (counts[entry] === 0) continue;
    roots.push(entry);
    count += counts[entry]!;
    if (count < partSize) continue;
    parts.push(roots.length);
    count = 0;
  }
  if (count > 0) parts.push(roots.length);
  return {
    foreign,
    pack,
    route,
    roots: sharedCopy(roots),
    parts: sharedCopy(parts),
    taken: new Int32Array(new SharedArrayBuffer(4)),
  };
}

function sharedCopy(numbers: readonly number[]): Int32Array {
  const copy = new Int32Array(new SharedArrayBuffer(4 * numbers.length));
  copy.set(numbers);
  return copy;
}
