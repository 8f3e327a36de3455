/** Long runs of letters and digits in raw bytes, in UTF-8 and in UTF-16. */

/** 1 for ASCII letters and digits, by byte. */
export const ALNUM: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) ? 1 : 0,
);

/** A probe in a run of 60 has 30 letters on one side at least. */
const REACH = 30;

/**
 * The start of the next run of at least `least` letters and digits (60 to 64) in `bytes[from, end)`, or -1. So many
 * bytes in a row cover one of every so many, and with it half of them on its left or on its right. Only such bytes are
 * looked at; where they are letters and digits, all around. The same probes see runs in UTF-16, letters with zero bytes
 * between them.
 */
export function nextRun(bytes: Uint8Array, from: number, end: number, least: number): number {
  for (let probe = from + least - 1; probe < end; probe += least) {
    const byte = bytes[probe]!;
    if (ALNUM[byte] === 1) {
      if ((besides(bytes, probe, -1) | (probe + REACH < end ? besides(bytes, probe, 1) : 0)) !== 0) {
        const start = runAround(bytes, probe, from, end, least);
        if (start >= 0) return start;
      }
      if (bytes[probe - 1] !== 0 && bytes[probe + 1] !== 0) continue;
    } else if (byte !== 0) continue;
    const wide = wideRun(bytes, byte === 0 ? probe + 1 : probe, from, end, least);
    if (wide >= 0) return wide;
  }
  return -1;
}

/** 1 if a few bytes of the 30 on one side of `probe` are all letters or digits, else 0. No branches, on purpose. */
function besides(bytes: Uint8Array, probe: number, side: number): number {
  return (
    ALNUM[bytes[probe + side * 4]!]! &
    ALNUM[bytes[probe + side * 9]!]! &
    ALNUM[bytes[probe + side * 14]!]! &
    ALNUM[bytes[probe + side * 20]!]! &
    ALNUM[bytes[probe + side * 26]!]! &
    ALNUM[bytes[probe + side * REACH]!]!
  );
}

/** The start of the run of at least so many around the letter at `probe`, or -1. */
export function runAround(bytes: Uint8Array, probe: number, from: number, end: number, least: number): number {
  let left = probe;
  while (left > from && ALNUM[bytes[left - 1]!] === 1) left--;
  const enough = left + least;
  if (enough > end) return -1;
  let right = probe + 1;
  while (right < enough && ALNUM[bytes[right]!] === 1) right++;
  return right === enough ? left : -1;
}

/** Where the run ends that goes up to `at` or beyond. */
export function runEnd(bytes: Uint8Array, at: number, end: number): number {
  let right = at;
  while (right < end && ALNUM[bytes[right]!] === 1) right++;
  return right;
}

/** The start of the UTF-16 run around the letter at `at`, or -1. */
function wideRun(bytes: Uint8Array, at: number, from: number, end: number, least: number): number {
  if (at >= end || ALNUM[bytes[at]!] === 0) return -1;
  let left = at;
  while (left - 2 >= from && bytes[left - 1] === 0 && ALNUM[bytes[left - 2]!] === 1) left -= 2;
  const last = left + 2 * (least - 1);
  if (last >= end) return -1;
  for (let right = at + 2; right <= last; right += 2) {
    if (bytes[right - 1] !== 0 || ALNUM[bytes[right]!] === 0) return -1;
  }
  return left;
}
