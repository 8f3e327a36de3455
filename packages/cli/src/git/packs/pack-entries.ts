/**
 * The entries of a pack by number, in the order in which they lie there: where each begins, what it is, and which are
 * deltas of it. Lies in shared memory, so that every thread can walk it. Inflates nothing.
 */
import { readSync } from 'node:fs';
import { idBytes, placeOf, type PackIndex } from './pack-index.ts';

export interface PackEntries {
  readonly count: number;
  /** Where each begins, ascending; then where the last one ends at the latest. */
  readonly offsets: Float64Array;
  /** Bytes of each before its deflated data: type and size, and of a delta what its base is. */
  readonly heads: Uint8Array;
  /** How long the data is when it is inflated: the object, or the delta. `tooLarge` stands for all that are longer. */
  readonly sizes: Uint32Array;
  /** The type that the object has, as git numbers them. 0: what cannot be told from this pack alone. */
  readonly types: Uint8Array;
  /** The deltas of entry `e` are deltas[deltaStarts[e]] and so on, up to deltaStarts[e + 1]. */
  readonly deltaStarts: Int32Array;
  readonly deltas: Int32Array;
}

/** What only the thread needs that reads the index. */
export interface EntryOrder {
  /** The entry of each id of the index. */
  readonly entryOf: Int32Array;
  /** Entries whose base is in the pack, or that have none: every one behind its base. */
  readonly order: Int32Array;
  /** The base of each entry, -1: none, or none that is here. */
  readonly bases: Int32Array;
}

export const tooLarge = 0xffffffff;
const [WHOLE_LAST, OFS_DELTA, REF_DELTA] = [4, 6, 7];
/** Type and size take ten bytes at most, a base up to twenty more. */
const longestHead = 32;
/** What follows a large entry is read anew, so that most of its bytes are not. */
const blockBytes = 1 << 16;
const trailerBytes = 20;

/** Undefined where two objects begin at one place, or outside of the pack. `size`: of the pack, in bytes. */
export function readPackEntries(
  file: number,
  size: number,
  index: PackIndex,
): { readonly entries: PackEntries; readonly order: EntryOrder } | undefined {
  const { count } = index;
  const entries: PackEntries = {
    count,
    offsets: new Float64Array(new SharedArrayBuffer(8 * (count + 1))),
    heads: new Uint8Array(new SharedArrayBuffer(count)),
    sizes: new Uint32Array(new SharedArrayBuffer(4 * count)),
    types: new Uint8Array(new SharedArrayBuffer(count)),
    deltaStarts: new Int32Array(new SharedArrayBuffer(4 * (count + 1))),
    deltas: new Int32Array(new SharedArrayBuffer(4 * count)),
  };
  const { offsets } = entries;
  offsets.set(index.offsets);
  offsets[count] = size - trailerBytes;
  offsets.sort();
  for (let entry = 0; entry < count; entry++) if (offsets[entry]! >= offsets[entry + 1]!) return undefined;
  if (offsets[count] !== size - trailerBytes) return undefined;
  const entryAt = entriesAt(offsets);
  const bases = readHeads(file, entries, index, entryAt);
  linkDeltas(entries, bases);
  const entryOf = new Int32Array(count);
  for (let place = 0; place < count; place++) entryOf[place] = entryAt(index.offsets[place]!);
  return { entries, order: { entryOf, order: fromBases(entries), bases } };
}

/** Fills in what the entries' heads say; gives their bases. A head that makes no sense has type 0. */
function readHeads(
  file: number,
  { count, offsets, heads, sizes, types }: PackEntries,
  index: PackIndex,
  entryAt: (offset: number) => number,
): Int32Array {
  const bases = new Int32Array(count).fill(-1);
  const block = Buffer.allocUnsafeSlow(blockBytes);
  let [from, have] = [0, 0];
  for (let entry = 0; entry < count; entry++) {
    const offset = offsets[entry]!;
    if (offset + longestHead > from + have) {
      from = offset;
      have = readSync(file, block, 0, blockBytes, from);
      block.fill(0, have, Math.min(have + longestHead, blockBytes));
    }
    let at = offset - from;
    let byte = block[at++]!;
    const type = (byte >> 4) & 7;
    let length = byte & 15;
    for (let factor = 16; byte >= 0x80; factor *= 128) {
      byte = block[at++]!;
      length += (byte & 0x7f) * factor;
      if (factor > 2 ** 52) break;
    }
    if (type === OFS_DELTA) {
      byte = block[at++]!;
      let back = byte & 0x7f;
      while (byte >= 0x80 && back < 2 ** 45) {
        byte = block[at++]!;
        back = (back + 1) * 128 + (byte & 0x7f);
      }
      bases[entry] = entryAt(offset - back);
    } else if (type === REF_DELTA) {
      const place = placeOf(index, block.subarray(at, at + idBytes));
      at += idBytes;
      if (place >= 0) bases[entry] = entryAt(index.offsets[place]!);
    } else if (type <= WHOLE_LAST) types[entry] = type;
    if (bases[entry] === entry) bases[entry] = -1;
    heads[entry] = at - (offset - from);
    sizes[entry] = Math.min(length, tooLarge);
  }
  return bases;
}

/** Gives the entry that begins at an offset, or -1. `offsets` ascend; the last of them is no entry's. */
function entriesAt(offsets: Float64Array): (offset: number) => number {
  const count = offsets.length - 1;
  const end = offsets[count]!;
  // About one entry begins in each stretch of so many bytes: which are the first in each is known, the rest is searched.
  const stretch = Math.max(1, end / (count + 1));
  const firsts = new Int32Array(Math.floor(end / stretch) + 2).fill(count);
  for (let entry = count - 1; entry >= 0; entry--) firsts[Math.floor(offsets[entry]! / stretch)] = entry;
  for (let at = firsts.length - 2; at >= 0; at--) firsts[at] = Math.min(firsts[at]!, firsts[at + 1]!);
  return (offset) => {
    if (!(offset >= 0 && offset < end)) return -1;
    const at = Math.floor(offset / stretch);
    let [low, high] = [firsts[at]!, firsts[at + 1]! - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (offsets[middle]! < offset) low = middle + 1;
      else if (offsets[middle]! > offset) high = middle - 1;
      else return middle;
    }
    return -1;
  };
}

function linkDeltas({ count, deltaStarts, deltas }: PackEntries, bases: Int32Array): void {
  for (const base of bases) if (base >= 0) deltaStarts[base + 1]!++;
  for (let entry = 0; entry < count; entry++) deltaStarts[entry + 1]! += deltaStarts[entry]!;
  const next = deltaStarts.slice(0, count);
  for (let entry = 0; entry < count; entry++) {
    const base = bases[entry]!;
    if (base >= 0) deltas[next[base]!++] = entry;
  }
}

/** The entries that lead to a whole object, bases first; deltas get their base's type. Those in a circle are not among them. */
function fromBases({ count, types, deltaStarts, deltas }: PackEntries): Int32Array {
  const order = new Int32Array(count);
  let end = 0;
  for (let entry = 0; entry < count; entry++) if (types[entry] !== 0) order[end++] = entry;
  for (let at = 0; at < end; at++) {
    const base = order[at]!;
    for (let next = deltaStarts[base]!; next < deltaStarts[base + 1]!; next++) {
      types[deltas[next]!] = types[base]!;
      order[end++] = deltas[next]!;
    }
  }
  return order.subarray(0, end);
}
