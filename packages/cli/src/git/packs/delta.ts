/** Applies deltas as packs hold them: copies of pieces of a base, and new bytes between. Believes no number in them. */

import { exportsOf, gateMemory } from '@bnguard/engine/gates';
import { deltaCode } from './delta-code.ts';

/** How long the base of a delta is, how long its result is, and where its steps begin; in bytes. */
export interface DeltaHead {
  readonly base: number;
  readonly result: number;
  readonly at: number;
}

/** git takes nothing shorter for a delta. */
const shortest = 4;
/** Up to here a loop is faster than a call. */
const few = 32;

/** The head of the delta `bytes[start, end)`; undefined where it is not whole. */
export function readDeltaHead(bytes: Uint8Array, start: number, end: number): DeltaHead | undefined {
  if (end - start < shortest) return undefined;
  let at = start;
  const sizes = [0, 0];
  for (let which = 0; which < 2; which++) {
    let byte = 0x80;
    for (let factor = 1; byte >= 0x80; factor *= 128) {
      if (at >= end || factor > 2 ** 45) return undefined;
      byte = bytes[at++]!;
      sizes[which]! += (byte & 0x7f) * factor;
    }
  }
  return { base: sizes[0]!, result: sizes[1]!, at };
}

/**
 * Takes the steps `bytes[at, end)` of a delta: makes `size` bytes at `to` from the base, which are `baseSize` bytes at
 * `base`. All lie in the same memory and must not overlap. Whether the steps are right and make just so many; if not, only
 * these bytes were written.
 */
export function applyDelta(
  bytes: Uint8Array,
  at: number,
  end: number,
  base: number,
  baseSize: number,
  to: number,
  size: number,
): boolean {
  const stop = to + size;
  while (at < end) {
    const step = bytes[at++]!;
    let from = at;
    let length = step;
    if (step >= 0x80) {
      let offset = 0;
      length = 0;
      if (step & 0x01) offset = bytes[at++]!;
      if (step & 0x02) offset |= bytes[at++]! << 8;
      if (step & 0x04) offset |= bytes[at++]! << 16;
      if (step & 0x08) offset += bytes[at++]! * 0x1000000;
      if (step & 0x10) length = bytes[at++]!;
      if (step & 0x20) length |= bytes[at++]! << 8;
      if (step & 0x40) length |= bytes[at++]! << 16;
      if (length === 0) length = 0x10000;
      if (at > end || offset + length > baseSize) return false;
      from = base + offset;
    } else {
      at += length;
      if (length === 0 || at > end) return false;
    }
    if (length > stop - to) return false;
    if (length > few) bytes.copyWithin(to, from, from + length);
    else for (let byte = 0; byte < length; byte++) bytes[to + byte] = bytes[from + byte]!;
    to += length;
  }
  return to === stop;
}

/** What takes the steps of deltas in this memory: see `applyDelta`. */
export type ApplyDelta = (at: number, end: number, base: number, baseSize: number, to: number, size: number) => boolean;

/** By WebAssembly where that works in the memory; bytes may be read up to seven behind the end of a delta. */
export function deltasIn(bytes: Uint8Array): ApplyDelta {
  const memory = gateMemory();
  if (memory !== undefined && memory.buffer === bytes.buffer) {
    try {
      const { apply } = exportsOf(deltaCode, { gates: { memory } }) as { apply: (...of: number[]) => number };
      const zero = bytes.byteOffset;
      return (at, end, base, baseSize, to, size) =>
        apply(zero + at, zero + end, zero + base, baseSize, zero + to, size) === 1;
    } catch {
      // Without it then.
    }
  }
  return (...of) => applyDelta(bytes, ...of);
}
