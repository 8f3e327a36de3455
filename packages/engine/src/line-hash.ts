/**
 * The hash by which GitHub's code scanning knows a line again when it has moved: a rolling hash over the first hundred
 * characters from the line's start. The same numbers as the upload action computes from a checkout, so that it has nothing
 * to warn of (github/codeql-action, src/fingerprints.ts, read 2026-11-22). No protection: 64 bits without a key.
 */

const windowLength = 100;
const factor = 37;
const endOfFile = 0xffff;
const two32 = 2 ** 32;

/** 37 to the power of `windowLength`, modulo 2^64: what the character that leaves the window weighs. */
const [leavingHigh, leavingLow] = (() => {
  let weight = 1n;
  for (let i = 0; i < windowLength; i += 1) weight = BigInt.asUintN(64, weight * BigInt(factor));
  return [Number(weight >> 32n), Number(weight & 0xffffffffn)] as const;
})();

/** What the hash of a line is made of. */
export interface LineHash {
  /** Hexadecimal, a colon, and which of the lines with this hash it is: `271789c17abda88f:1`. */
  readonly hash: string;
  /** The last line of which a character went into it. */
  readonly lastLine: number;
}

/** The hashes of all lines of a text, the first line's first. `\n`, `\r` and `\r\n` end a line; blanks do not count. */
export function lineHashes(text: string): LineHash[] {
  const window = new Uint16Array(windowLength);
  /** The line that begins at this position of the window; 0: none. */
  const begins = new Uint32Array(windowLength);
  const counts = new Map<string, number>();
  const hashes: LineHash[] = [];
  let [high, low, at, line] = [0, 0, 0, 0];
  let isLineStart = true;
  let afterReturn = false;

  const tell = (): void => {
    const digits = (BigInt(high) * 0x100000000n + BigInt(low)).toString(16);
    const count = (counts.get(digits) ?? 0) + 1;
    counts.set(digits, count);
    hashes.push({ hash: `${digits}:${count}`, lastLine: line });
    begins[at] = 0;
  };
  const push = (character: number): void => {
    const leaving = window[at]!;
    window[at] = character;
    // Halves of 32 bits keep every product below 2^53.
    const sum = low * factor + character - leavingLow * leaving;
    const carry = Math.floor(sum / two32);
    low = sum - carry * two32;
    const upper = high * factor + carry - leavingHigh * leaving;
    high = upper - Math.floor(upper / two32) * two32;
    at = (at + 1) % windowLength;
  };
  const take = (code: number): void => {
    if (code === 32 || code === 9 || (afterReturn && code === 10)) {
      afterReturn = false;
      return;
    }
    afterReturn = code === 13;
    const character = afterReturn ? 10 : code;
    if (begins[at] !== 0) tell();
    if (isLineStart) {
      isLineStart = false;
      line += 1;
      begins[at] = line;
    }
    isLineStart = character === 10;
    push(character);
  };

  for (let i = 0; i < text.length; i += 1) take(text.charCodeAt(i));
  take(endOfFile);
  for (let i = 0; i < windowLength; i += 1) {
    if (begins[at] !== 0) tell();
    push(0);
  }
  return hashes;
}
