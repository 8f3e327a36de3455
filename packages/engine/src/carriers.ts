/**
 * What could carry a credential, by its raw bytes: a long run of letters and digits, a literal that is joined to
 * another, a private key's marks, the name of a passphrase. Where nothing does, the text has no candidate and no ignore
 * comment, however often it speaks of Binance. No decoding, no copy; worth-reading.ts then asks the text itself.
 */
import { ALNUM, nextRun, runAround, runEnd } from './byte-runs.ts';
import { hasWideMark, markAround, nextMark, OWNER, owners, PARTS } from './marks.ts';
import { found, Sieve } from './sieve.ts';

/** A listen key has 60 letters and digits at least, all others more. */
const RUN = 60;
const SIEVE = Sieve.of(PARTS);

/** What makes of something that may carry a credential more than that, in UTF-8 or Latin-1. False is certain. */
export interface Doubts {
  /** Of a whole run of letters and digits, `bytes[start, end)`. */
  readonly isValue: (start: number, end: number) => boolean;
  /** Of a literal that ends at `quote`, and that another is joined to. */
  readonly isSplitKey: (quote: number) => boolean;
  /** Of words that mark something, all that there are. */
  readonly isMark: () => boolean;
}

/**
 * Whether `bytes[start, end)` may hold a candidate or an ignore comment. False is certain, true is a reason to decode
 * and to ask `worthReading`. Reads UTF-8, Latin-1 and UTF-16.
 * @param doubts absent: all that may carry one counts
 */
export function mayHold(bytes: Uint8Array, start = 0, end: number = bytes.length, doubts?: Doubts): boolean {
  return SIEVE === undefined
    ? mayHoldPlainly(bytes, start, end, doubts)
    : mayHoldSieved(SIEVE, bytes, start, end, doubts);
}

/** Whether so many letters and digits (60 to 64) stand in a row in `bytes[start, end)`, in UTF-8 or in UTF-16. */
export function hasRun(bytes: Uint8Array, start: number, end: number, least: number): boolean {
  let isWide = false as boolean;
  const holds = SIEVE?.some(bytes, start, end, (at, _marks, _quote, wide) => {
    isWide = wide !== 0;
    const isRun = ALNUM[bytes[at]!] === 1 && runAround(bytes, at, start, end, least) >= 0;
    return isWide || isRun ? found : start;
  });
  return holds === undefined || isWide ? nextRun(bytes, start, end, least) >= 0 : holds;
}

/** Memory for bytes that `mayHold` looks at without copying them, valid until more is asked for. */
export function gateRoom(size: number): Uint8Array {
  return SIEVE?.room(size) ?? new Uint8Array(size);
}

/** What `gateRoom` gives pieces of, for WebAssembly that works in it too; undefined where there is none. */
export function gateMemory(): { readonly buffer: ArrayBufferLike } | undefined {
  return SIEVE?.memory;
}

/** The same as `mayHoldPlainly`, several times as fast: only what the sieve stops at is looked at. */
function mayHoldSieved(sieve: Sieve, bytes: Uint8Array, start: number, end: number, doubts?: Doubts): boolean {
  let [isOwn, isWide] = [false, false];
  /** Where literals end that another is joined to, as long as nobody has looked at them. */
  let splits: number[] = [];
  /** Where the last long run ends that is no value. */
  let passed = start;
  const holds = sieve.some(bytes, start, end, (at, marks, quote, wide) => {
    if (wide !== 0 && mayBeWide(bytes, at, start, end) && isWideNear(bytes, at, start, end)) isWide = true;
    if (isWide) return found;
    if (at >= passed && ALNUM[bytes[at]!] === 1) {
      const run = runAround(bytes, at, start, end, RUN);
      if (run >= 0) {
        if (doubts === undefined) return found;
        passed = runEnd(bytes, run + RUN, end);
        if (doubts.isValue(run, passed)) return found;
      }
    }
    for (let rest = marks; rest !== 0; rest &= rest - 1) {
      const mark = markAround(bytes, at + lowest(rest) - 2, start, end);
      if (mark === OWNER) isOwn = true;
      else if (mark !== undefined && (doubts === undefined || doubts.isMark())) return found;
    }
    if (quote !== 0 && splits.length < MOST_SPLITS) {
      const place = at + lowest(quote);
      if (place < end && endsLiteral(bytes, place, start, end)) splits.push(place);
    }
    if (!isOwn || splits.length === 0) return passed;
    if (doubts === undefined || splits.length === MOST_SPLITS || splits.some(doubts.isSplitKey)) return found;
    splits = [];
    return passed;
  });
  return isWide ? mayHoldPlainly(bytes, start, end, doubts) : holds;
}

/** Of so many one is taken for a key, unseen. */
const MOST_SPLITS = 1000;

/** So much may lie on either side of a step of the sieve: the shortest mark in UTF-16 has 13 bytes. */
const BESIDE = 12;

/** Whether six zero bytes with letters between them stand around the step at `at`: a mark in UTF-16 has as many. */
function mayBeWide(bytes: Uint8Array, at: number, from: number, end: number): boolean {
  const [first, last] = [Math.max(from, at - BESIDE), Math.min(end, at + 16 + BESIDE)];
  for (const phase of [first, first + 1]) {
    let zeros = 0;
    for (let here = phase; here < last; here += 2) {
      const before = bytes[here - 1]!;
      if (bytes[here] !== 0) zeros = 0;
      else if (zeros > 0 && before >= 0x20 && before < 0x7f) zeros++;
      else zeros = 1;
      if (zeros === 6) return true;
    }
  }
  return false;
}

/** The longest mark in UTF-16 has fewer bytes. */
const LONGEST_WIDE = 64;

/** Whether a mark or half a key stands there in UTF-16: programs have many short words with zero bytes between. */
function isWideNear(bytes: Uint8Array, at: number, from: number, end: number): boolean {
  const [first, last] = [Math.max(from, at - LONGEST_WIDE), Math.min(end, at + 16 + LONGEST_WIDE)];
  return hasWideRun(bytes, first, last) || hasWideMark(bytes, first, last);
}

/** Whether so many letters or digits as a part of a key has stand there with zero bytes between. */
function hasWideRun(bytes: Uint8Array, from: number, end: number): boolean {
  for (const phase of [from, from + 1]) {
    let length = 0;
    for (let at = phase; at < end; at += 2) {
      length = ALNUM[bytes[at]!] === 1 && (length === 0 || bytes[at - 1] === 0) ? length + 1 : 0;
      if (length === PART) return true;
    }
  }
  return false;
}

/** The number of the lowest bit that is set. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** `mayHold` without vectors; what it says is what counts. */
export function mayHoldPlainly(bytes: Uint8Array, start = 0, end: number = bytes.length, doubts?: Doubts): boolean {
  for (let run = nextRun(bytes, start, end, RUN); run >= 0;) {
    const isWide = bytes[run + 1] === 0;
    const stop = runEnd(bytes, run, end);
    if (doubts === undefined || isWide || doubts.isValue(run, stop)) return true;
    run = nextRun(bytes, stop, end, RUN);
  }
  const { mark, isOwn } = nextMark(bytes, start, end);
  if (mark !== undefined) return true;
  // Of all searches for a few letters Buffer's is by far the fastest: 6 to 12 GB/s.
  const some = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  if ((isOwn || owners.some((name) => some.includes(name))) && hasSplitLiterals(bytes, start, end)) {
    return true;
  }
  // Only UTF-16 and binary files have zero bytes.
  return some.includes(0) && hasWideLiteral(bytes, start, end);
}

/** For bytes of which each is a letter: where literals end that may be parts of a key and have another joined to them. */
export function splitLiterals(bytes: Uint8Array): number[] {
  const ends: number[] = [];
  if (SIEVE === undefined) {
    for (let at = 0; at < bytes.length; at++)
      if (KIND[bytes[at]!] === QUOTE && endsLiteral(bytes, at, 0, bytes.length)) ends.push(at);
    return ends;
  }
  SIEVE.some(bytes, 0, bytes.length, (at, _, quote) => {
    const place = at + lowest(quote);
    if (quote !== 0 && place < bytes.length && endsLiteral(bytes, place, 0, bytes.length)) ends.push(place);
    return bytes.length;
  });
  return ends;
}

/** Whether one of the words stands there that tell of what has no shape of its own. */
export function hasMark(bytes: Uint8Array): boolean {
  return nextMark(bytes, 0, bytes.length).mark !== undefined;
}

/** So long a part of a key tells that a literal may be one. */
const PART = 16;
const WORD = 4;
/** And so long one that follows it. */
const NEXT_PART = 8;
/** Two parts that are longer than a key in base64 make none; an escape may stick to the first. */
const LONGEST_PARTS = 92;

/**
 * What may stand at and between two literals. Blanks are also the bytes of those beyond ASCII, in UTF-8 as well as
 * without their upper halves (see worth-reading.ts): U+2003, U+2028, U+202F, U+205F. A parenthesis is one of them.
 */
const [OTHER, QUOTE, BLANK, OPERATOR, PREFIX] = [0, 1, 2, 3, 4];
const KIND: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  const letter = String.fromCharCode(byte);
  if (byte < 0x20 || byte >= 0x80 || /[ \\()/_]/.test(letter)) return BLANK;
  if (/["'`]/.test(letter)) return QUOTE;
  if (/[+.,&~|<>]/.test(letter)) return OPERATOR;
  return /[A-Za-z@$]/.test(letter) ? PREFIX : OTHER;
});

/**
 * Whether a run of 16 letters and digits ends with a literal that another follows at once or behind a comma: halves of
 * a key that is joined. Such a run covers an offset that is a multiple of 16, and with it eight more bytes on its left
 * or from there on, which are two aligned words: only these are looked at, and most hold a blank or a quote.
 */
function hasSplitLiterals(bytes: Uint8Array, from: number, end: number): boolean {
  // The aligned words of the memory that the bytes are a view of, and how many bytes lie before the first in them.
  const lead = bytes.byteOffset % WORD;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset - lead, Math.floor((lead + bytes.length) / WORD));
  const step = PART / WORD;
  const last = Math.floor((lead + end) / WORD) - 1;
  for (let index = step * Math.ceil((lead + from) / PART); index < last; index += step) {
    const left = marked(words[index - 2]!) & marked(words[index - 1]!) & MARK;
    const right = marked(words[index]!) & marked(words[index + 1]!) & MARK;
    if (left !== MARK && right !== MARK) continue;
    if (endsLiteral(bytes, index * WORD - lead, from, end)) return true;
  }
  return false;
}

/** Letters have 0x40 in them, and digits 0x10. */
const MARK = 0x40404040;

function marked(word: number): number {
  return word | (word << 2);
}

/** Whether the run that covers `at`, or ends there, is part of a key in a literal that is joined to another. */
function endsLiteral(bytes: Uint8Array, at: number, from: number, end: number): boolean {
  let right = at;
  const longest = Math.min(end, at + LONGEST_PARTS);
  while (right < longest && ALNUM[bytes[right]!] === 1) right++;
  if (right === end || KIND[bytes[right]!] !== QUOTE) return false;
  let left = at;
  while (left > from && right - left < LONGEST_PARTS && ALNUM[bytes[left - 1]!] === 1) left--;
  return right - left >= PART && isJoined(bytes, right, end, LONGEST_PARTS - (right - left));
}

/** Whether the quote at `at` ends a literal that another is joined to, one that begins with a part of a key. */
function isJoined(bytes: Uint8Array, at: number, end: number, longest: number): boolean {
  let next = at + 1;
  next = passKind(bytes, next, end, BLANK, 160);
  next = passKind(bytes, next, end, OPERATOR, 2);
  next = passKind(bytes, next, end, BLANK, 160);
  next = passKind(bytes, next, end, PREFIX, 2);
  if (next >= end || KIND[bytes[next]!] !== QUOTE) return false;
  let last = next + 1;
  while (last < end && ALNUM[bytes[last]!] === 1 && last - next <= longest) last++;
  const length = last - next - 1;
  return length >= NEXT_PART && length <= longest;
}

function passKind(bytes: Uint8Array, from: number, end: number, kind: number, most: number): number {
  const stop = Math.min(end, from + most);
  let at = from;
  while (at < stop && KIND[bytes[at]!] === kind) at++;
  return at;
}

/** Whether a UTF-16 run of 16 letters and digits ends with a literal. */
function hasWideLiteral(bytes: Uint8Array, from: number, end: number): boolean {
  for (let probe = from + PART - 1; probe < end; probe += PART) {
    if (bytes[probe] !== 0 && bytes[probe - 1] !== 0 && bytes[probe + 1] !== 0) continue;
    const at = bytes[probe] === 0 ? probe + 1 : probe;
    if (at >= end || ALNUM[bytes[at]!] === 0) continue;
    let left = at;
    while (left - 2 >= from && bytes[left - 1] === 0 && ALNUM[bytes[left - 2]!] === 1) left -= 2;
    let right = at + 2;
    while (right < end && bytes[right - 1] === 0 && ALNUM[bytes[right]!] === 1) right += 2;
    if (right < end && right - left >= 2 * PART && KIND[bytes[right]!] === QUOTE) return true;
  }
  return false;
}
