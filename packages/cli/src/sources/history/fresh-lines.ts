/** What a version of a file says that another version of it does not: the lines that only it has. Knows nothing of risks. */

/** The lines of a version, by numbers: another line with the same number is as good as never. */
export type Lines = ReadonlySet<number>;

const LINE_FEED = 0x0a;

export function linesOf(bytes: Uint8Array): Lines {
  const lines = new Set<number>();
  for (let at = 0; at < bytes.length;) {
    const end = endOfLine(bytes, at);
    lines.add(numberOf(bytes, at, end));
    at = end + 1;
  }
  return lines;
}

/** The lines that are not among the known ones, in their order, each with its line feed. */
export function freshLines(bytes: Uint8Array, known: Lines): Buffer {
  const fresh: Uint8Array[] = [];
  let start = 0;
  let at = 0;
  for (; at < bytes.length;) {
    const end = endOfLine(bytes, at);
    if (known.has(numberOf(bytes, at, end))) {
      if (start < at) fresh.push(bytes.subarray(start, at));
      start = end + 1;
    }
    at = end + 1;
  }
  if (start < bytes.length) fresh.push(bytes.subarray(start));
  return Buffer.concat(fresh);
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LINE_FEED, from);
  return end < 0 ? bytes.length : end;
}

/** 53 bits, since two halves of a hash that go different ways hardly meet by chance. */
function numberOf(bytes: Uint8Array, from: number, to: number): number {
  let [one, other] = [0x811c9dc5, to - from];
  for (let at = from; at < to; at++) {
    one = Math.imul(one ^ bytes[at]!, 0x01000193);
    other = Math.imul(other ^ bytes[at]!, 0x5bd1e995) ^ (other >>> 15);
  }
  return (one >>> 0) * 2 ** 21 + (other >>> 11);
}
