/** What a version of a file says that no version before it said: the lines that are new in it. Knows nothing of risks. */

/** Lines that are known, by numbers: two lines as good as never have the same. */
export type Lines = Set<number>;

const LINE_FEED = 0x0a;

/** The lines that are not among the known ones, in their order, each with its line feed. They are known from then on. */
export function takeFreshLines(bytes: Uint8Array, known: Lines): Buffer {
  const fresh: Uint8Array[] = [];
  let start = 0;
  let at = 0;
  while (at < bytes.length) {
    const feed = bytes.indexOf(LINE_FEED, at);
    const end = feed < 0 ? bytes.length : feed;
    const number = numberOf(bytes, at, end);
    if (known.has(number)) {
      if (start < at) fresh.push(bytes.subarray(start, at));
      start = end + 1;
    } else known.add(number);
    at = end + 1;
  }
  if (start < bytes.length) fresh.push(bytes.subarray(start));
  return Buffer.concat(fresh);
}

/** Two hashes that go different ways, in the 53 bits that a number has. */
function numberOf(bytes: Uint8Array, from: number, to: number): number {
  let [one, other] = [0x811c9dc5, to - from];
  for (let at = from; at < to; at++) {
    one = Math.imul(one ^ bytes[at]!, 0x01000193);
    other = Math.imul(other ^ bytes[at]!, 0x5bd1e995) ^ (other >>> 15);
  }
  return (one >>> 0) * 2 ** 21 + (other >>> 11);
}
