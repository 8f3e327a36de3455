/** Reads a pack's index (`.idx`, version 2): which objects it has, and where. Believes nothing about the pack itself. */

export interface PackIndex {
  readonly count: number;
  /** In order, one after the other. */
  readonly ids: Buffer;
  /** Where the entry of each begins in the pack. */
  readonly offsets: Float64Array;
  /** The checksum that the pack must end with. */
  readonly packSum: Uint8Array;
}

/** Bytes of an id. Packs of other hashes are left to git. */
export const idBytes = 20;
const headBytes = 8;
const fanBytes = 256 * 4;
const sumBytes = 20;

/** Undefined where it is of another version, not as long as it says, or so that git would not find all that is named there. */
export function parsePackIndex(bytes: Buffer): PackIndex | undefined {
  const least = headBytes + fanBytes + 2 * sumBytes;
  if (bytes.length < least || bytes.readUInt32BE(0) !== 0xff744f63 || bytes.readUInt32BE(4) !== 2) return undefined;
  const count = bytes.readUInt32BE(headBytes + fanBytes - 4);
  const large = bytes.length - least - count * (idBytes + 4 + 4);
  if (large < 0 || large % 8 !== 0 || large > 8 * count) return undefined;
  const ids = headBytes + fanBytes;
  if (!isInOrder(bytes, count)) return undefined;
  const small = ids + count * (idBytes + 4);
  const offsets = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const offset = bytes.readUInt32BE(small + 4 * at);
    if (offset < 0x80000000) offsets[at] = offset;
    else {
      // The place of one of 64 bits.
      const place = 8 * (offset - 0x80000000);
      if (place >= large) return undefined;
      offsets[at] = Number(bytes.readBigUInt64BE(small + 4 * count + place));
    }
  }
  return {
    count,
    ids: bytes.subarray(ids, ids + count * idBytes),
    offsets,
    packSum: bytes.subarray(bytes.length - 2 * sumBytes, bytes.length - sumBytes),
  };
}

/** Whether each id is behind the one before, and where the table of first bytes says. */
function isInOrder(bytes: Buffer, count: number): boolean {
  const idAt = (place: number): number => headBytes + fanBytes + place * idBytes;
  let place = 0;
  for (let first = 0; first < 256; first++) {
    const end = bytes.readUInt32BE(headBytes + 4 * first);
    if (end < place || end > count) return false;
    for (; place < end; place++) {
      const at = idAt(place);
      if (bytes[at] !== first) return false;
      if (place === 0) continue;
      const order = bytes.readUInt32BE(at) - bytes.readUInt32BE(at - idBytes);
      if (order < 0) return false;
      if (order === 0 && bytes.compare(bytes, at - idBytes, at, at, at + idBytes) <= 0) return false;
    }
  }
  return place === count;
}

/** The place of an id among those of the index, or -1. */
export function placeOf({ count, ids }: PackIndex, id: Uint8Array): number {
  let [low, high] = [0, count - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = Buffer.compare(ids.subarray(middle * idBytes, (middle + 1) * idBytes), id);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
