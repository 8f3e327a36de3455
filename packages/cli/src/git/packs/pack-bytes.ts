/**
 * The bytes of a pack's entries. Deltas of one object lie all over a pack, but of many objects some always lie side by
 * side: so what will be asked for is read ahead, in the order in which it lies, with few calls.
 */
import { closeSync, readSync } from 'node:fs';
import { openRegular, type Pack } from './packs.ts';

/** So much is read ahead at once, and so much room it has with what lies between. */
const [aheadBytes, roomBytes] = [1 << 20, 2 << 20];
/** What lies between two entries is read with them up to here. */
const widestGap = 4 << 10;
/** What deflate adds to bytes that it cannot make smaller is less. */
const mostDeflated = (size: number): number => size + (size >> 8) + 64;

export class PackBytes {
  readonly #pack: Pack;
  readonly #file: number | undefined;
  readonly #room: Buffer = Buffer.allocUnsafeSlow(roomBytes);
  /** Where in the room the bytes of an entry are; -1: nowhere. */
  readonly #places: Int32Array;
  /** The entries that are in the room. */
  #held: number[] = [];
  /** What will be asked for, and how much of that was. */
  #expected: readonly number[] = [];
  #asked = 0;
  /** For what is too large for the room. */
  #large = Buffer.alloc(0);

  constructor(pack: Pack) {
    this.#pack = pack;
    this.#file = openRegular(pack.path);
    this.#places = new Int32Array(pack.count).fill(-1);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
  }

  /** These entries will be asked for in this order; some may be left out. */
  expect(entries: readonly number[]): void {
    this.#expected = entries;
    this.#asked = 0;
  }

  /** The deflated bytes of an entry, and perhaps some behind; undefined where there are none. Valid until the next call. */
  of(entry: number): Uint8Array | undefined {
    const length = this.#lengthOf(entry);
    if (this.#file === undefined || length <= 0) return undefined;
    if (this.#places[entry]! < 0 && length <= aheadBytes) this.#readAhead(this.#file, entry);
    const place = this.#places[entry]!;
    return place < 0 ? this.#read(this.#file, entry, length) : this.#room.subarray(place, place + length);
  }

  #lengthOf(entry: number): number {
    const { offsets, heads, sizes } = this.#pack;
    const from = offsets[entry]! + heads[entry]!;
    return Math.min(offsets[entry + 1]! - from, mostDeflated(sizes[entry]!));
  }

  /** Fills the room with an entry and those that will be asked for after it. */
  #readAhead(file: number, entry: number): void {
    const { offsets, heads } = this.#pack;
    const next = this.#expected.indexOf(entry, this.#asked);
    if (next < 0) return;
    for (const held of this.#held) this.#places[held] = -1;
    let left = 0;
    let end = next;
    for (; end < this.#expected.length; end++) {
      const length = this.#lengthOf(this.#expected[end]!);
      if (left + length > aheadBytes) break;
      left += Math.max(0, length);
    }
    this.#asked = next;
    // Entries are numbered in the order in which they lie. Of those that lie over one another some have no length.
    const sorted = Int32Array.from(this.#expected.slice(next, end).filter((one) => this.#lengthOf(one) > 0)).sort();
    this.#held = [];
    let at = 0;
    for (let first = 0; first < sorted.length;) {
      const from = offsets[sorted[first]!]! + heads[sorted[first]!]!;
      let size = 0;
      let last = first;
      for (; last < sorted.length; last++) {
        const one = sorted[last]!;
        const start = offsets[one]! + heads[one]! - from;
        const length = this.#lengthOf(one);
        // What is still to come has its room.
        if (last > first && (start - size > widestGap || at + start + left > roomBytes)) break;
        left -= length;
        size = start + length;
      }
      if (!readFully(file, this.#room, at, size, from)) {
        // It is not what it was: each is tried by itself.
        this.#expected = [];
        break;
      }
      for (; first < last; first++) {
        const one = sorted[first]!;
        this.#places[one] = at + offsets[one]! + heads[one]! - from;
        this.#held.push(one);
      }
      at += size;
    }
  }

  #read(file: number, entry: number, length: number): Uint8Array | undefined {
    if (this.#large.length < length) this.#large = Buffer.allocUnsafeSlow(length);
    const from = this.#pack.offsets[entry]! + this.#pack.heads[entry]!;
    return readFully(file, this.#large, 0, length, from) ? this.#large.subarray(0, length) : undefined;
  }
}

/** Whether so many bytes were there. */
function readFully(file: number, into: Buffer, at: number, length: number, from: number): boolean {
  try {
    return readSync(file, into, at, length, from) >= length;
  } catch {
    return false;
  }
}
