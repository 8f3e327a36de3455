/**
 * All objects of a repository by number: their ids, their types, and the way back from an id to the number. Numbers
 * follow the order in which git stores them. Lies in shared memory, so that every thread can look ids up.
 */
import type { ObjectType } from '../../git/batch-output.ts';

/** Bits of an object's byte in `kinds`: its type, and whether a gate lets it through. */
export const kinds: Readonly<Record<ObjectType, number>> = { blob: 1, tree: 2, commit: 3, tag: 4 };
/** By the number that git has for a type; 0: none. */
export const kindOf: readonly number[] = [0, kinds.commit, kinds.tree, kinds.blob, kinds.tag];
export const nameOfKind = (kind: number): string => Object.entries(kinds).find(([, one]) => one === kind)?.[0] ?? '';
export const typeMask = 7;
/** Its text may hold a candidate, so it is to be observed. */
export const hitBit = 8;
/** A tree calls it by a name that only files with credentials have, so it is to be observed too. */
export const namedBit = 32;
/** The repository has it now; others are known from an earlier scan. */
export const presentBit = 16;
/** It lies in one of the packs that are remembered: as long as these are there, so is it. */
export const packedBit = 64;

/** What crosses threads; `shared` makes a table of it again without copying. */
export interface SharedTable {
  readonly idBytes: number;
  readonly count: number;
  readonly ids: SharedArrayBuffer;
  readonly kinds: SharedArrayBuffer;
  readonly slots: SharedArrayBuffer;
}

export class ObjectTable {
  readonly idBytes: number;
  count = 0;
  /** The ids, one after the other. */
  ids: Uint8Array;
  kinds: Uint8Array;
  /** In bytes, as far as they were read. */
  sizes: Float64Array;
  /** Open addressing: 1 + the number of an object, or 0. Ids are random, so their first bytes are the hash. */
  #slots: Int32Array;

  constructor(idBytes: number, room: number = 1 << 12) {
    this.idBytes = idBytes;
    this.ids = shared(room * idBytes);
    this.kinds = shared(room);
    this.sizes = new Float64Array(room);
    this.#slots = new Int32Array(new SharedArrayBuffer(8 * room));
  }

  /** A table of known objects, none of which is present yet. */
  static of(
    idBytes: number,
    { count, ids, kinds, sizes }: Pick<ObjectTable, 'count' | 'ids' | 'kinds' | 'sizes'>,
  ): ObjectTable {
    const table = new ObjectTable(idBytes, 2 ** Math.ceil(Math.log2(Math.max(4096, count + 1))));
    table.count = count;
    table.ids.set(ids);
    table.kinds.set(kinds);
    table.sizes.set(sizes);
    for (let index = 0; index < count; index++) table.#link(index);
    return table;
  }

  static from({ idBytes, count, ids, kinds, slots }: SharedTable): ObjectTable {
    const table = new ObjectTable(idBytes, 1);
    table.count = count;
    table.ids = new Uint8Array(ids);
    table.kinds = new Uint8Array(kinds);
    table.#slots = new Int32Array(slots);
    return table;
  }

  share(): SharedTable {
    return {
      idBytes: this.idBytes,
      count: this.count,
      ids: this.ids.buffer as SharedArrayBuffer,
      kinds: this.kinds.buffer as SharedArrayBuffer,
      slots: this.#slots.buffer as SharedArrayBuffer,
    };
  }

  /** The number of the object with the id at `bytes[at…]`, or -1. */
  find(bytes: Uint8Array, at: number): number {
    return this.#slots[this.#slotOf(bytes, at)]! - 1;
  }

  /** The number of the object, which is added if it is new. */
  add(bytes: Uint8Array, at: number, kind: number): number {
    const slot = this.#slotOf(bytes, at);
    const known = this.#slots[slot]! - 1;
    if (known >= 0) return known;
    if (this.count === this.kinds.length) {
      this.makeRoom(2 * this.count);
      return this.add(bytes, at, kind);
    }
    const index = this.count++;
    const { ids, idBytes } = this;
    for (let byte = 0; byte < idBytes; byte++) ids[index * idBytes + byte] = bytes[at + byte]!;
    this.kinds[index] = kind;
    this.#slots[slot] = index + 1;
    return index;
  }

  /** The slot of the id, or the empty one where it would be. */
  #slotOf(bytes: Uint8Array, at: number): number {
    const { ids, idBytes } = this;
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hashAt(bytes, at) & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot]!;
      if (entry === 0) return slot;
      let left = (entry - 1) * idBytes;
      const end = left + idBytes;
      let right = at;
      while (left < end && ids[left] === bytes[right]) {
        left++;
        right++;
      }
      if (left === end) return slot;
    }
  }

  /** In full, as git prints it. */
  hex(index: number): string {
    return Buffer.from(this.ids.buffer, index * this.idBytes, this.idBytes).toString('hex');
  }

  findHex(hex: string): number {
    const bytes = Buffer.from(hex, 'hex');
    return bytes.length === this.idBytes ? this.find(bytes, 0) : -1;
  }

  typeOf(index: number): number {
    return this.kinds[index]! & typeMask;
  }

  isPresent(index: number): boolean {
    return (this.kinds[index]! & presentBit) !== 0;
  }

  isHit(index: number): boolean {
    return (this.kinds[index]! & (hitBit | namedBit)) !== 0;
  }

  #link(index: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashAt(this.ids, index * this.idBytes) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
  }

  /** For so many objects, so that it need not be made again and again. */
  makeRoom(count: number): void {
    if (count <= this.kinds.length) return;
    const room = 2 ** Math.ceil(Math.log2(count));
    const { ids, kinds, sizes } = this;
    this.ids = shared(room * this.idBytes);
    this.ids.set(ids);
    this.kinds = shared(room);
    this.kinds.set(kinds);
    this.sizes = new Float64Array(room);
    this.sizes.set(sizes);
    this.#slots = new Int32Array(new SharedArrayBuffer(8 * room));
    for (let index = 0; index < this.count; index++) this.#link(index);
  }
}

const shared = (bytes: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(bytes));

function hashAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | ((bytes[at + 3]! & 0x7f) << 24);
}
