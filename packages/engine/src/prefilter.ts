/**
 * The gates: which bytes are worth decoding at all. They serve every rule at once, over raw bytes, with no decoding
 * and no copy. They are no rules: a hit says "look here", and where no gate hits there is nothing that we can find.
 */

/**
 * What the literal gate looks for, in any case, in UTF-8 and in UTF-16. Each at least seven letters long: the
 * shortest one sets the stride of the search. Lower case here.
 */
export const GATE_LITERALS: readonly string[] = [
  'private key',
  // Bare bodies of private keys: Ed25519; RSA in PKCS#8; RSA in PKCS#1; encrypted ones (PBES2) at two alignments.
  'mc4caqawbqydk2vwbciei',
  'ibadanbgkqhkig9w0baqefaasc',
  'ibaakca',
  'gkqhkig9w0bbq0w',
  'sqgsib3dqefdt',
  'rsakeyvalue',
  // The base64 of `-----BEGIN `.
  'ls0tls1crudjti',
  'bnguard-ignore',
  'binance',
  'x-mbx-apikey',
  'freqtrade',
  'listenkey',
  'listen_key',
  'privatekeypass',
  'private_key_pass',
];

/** `run`: at least 64 letters and digits in a row; else the literal that was found. */
export type Gate = string;

/** Half-open, in bytes. Of a run, all of it. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly gate: Gate;
}

/** Letters and digits in a row that make a run: a Binance key is exactly that long. */
const RUN = 64;
/** The literal search looks at the aligned words of four bytes: seven letters in a row cover one of them. */
const WORD = 4;
const SHORTEST = 2 * WORD - 1;

/**
 * A stream that is tested chunk by chunk with `passes` must repeat this many bytes of one chunk at the front of the
 * next: one less than the longest thing that must be seen whole, a run in UTF-16.
 */
export const OVERLAP: number = 2 * RUN - 2;

const ALNUM: Uint8Array = new Uint8Array(256);
const FOLD: Uint8Array = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  const upper = byte >= 0x41 && byte <= 0x5a;
  FOLD[byte] = upper ? byte | 0x20 : byte;
  ALNUM[byte] = upper || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39) ? 1 : 0;
}

/** A literal in one of its two forms, and where in it the word stands that leads here. */
interface Candidate {
  readonly gate: Gate;
  /** Folded. The UTF-16 form begins and ends with a letter, so it is the same in both byte orders. */
  readonly bytes: Uint8Array;
  readonly offset: number;
}

/**
 * Which words may stand in a literal, by their hash, and in which literals. Fixed steps over a table beat a shifting
 * window here: no step waits for the one before. Node's typed arrays read four bytes as fast as one.
 */
const HASH_BITS = 14;
const SEEN: Uint8Array = new Uint8Array(1 << HASH_BITS);
const CANDIDATES: Candidate[][] = compile();

function compile(): Candidate[][] {
  const candidates = Array.from({ length: 1 << HASH_BITS }, (): Candidate[] => []);
  for (const gate of GATE_LITERALS) {
    if (gate.length < SHORTEST) throw new RangeError(`gate literal '${gate}' is shorter than ${SHORTEST} letters`);
    const narrow = Uint8Array.from(gate, (letter) => letter.charCodeAt(0));
    const wide = new Uint8Array(2 * narrow.length - 1);
    narrow.forEach((byte, index) => (wide[2 * index] = byte));
    for (const bytes of [narrow, wide]) {
      for (let offset = 0; offset < WORD; offset++) {
        const key = keyOf(new Int32Array(bytes.slice(offset, offset + WORD).buffer)[0]!);
        SEEN[key] = 1;
        candidates[key]!.push({ gate, bytes, offset });
      }
    }
  }
  return candidates;
}

/** Hashes a word in any case. */
function keyOf(word: number): number {
  return Math.imul(word | 0x20202020, 0x9e3779b1) >>> (32 - HASH_BITS);
}

/** The aligned words of the memory that `bytes` is a view of, and the number of bytes before `bytes[0]` in them. */
function wordsOf(bytes: Uint8Array): { words: Int32Array; lead: number } {
  const lead = bytes.byteOffset % WORD;
  const length = Math.floor((lead + bytes.length) / WORD);
  return { words: new Int32Array(bytes.buffer, bytes.byteOffset - lead, length), lead };
}

/** Whether any gate hits in `bytes[start, end)`. Stops at the first hit and copies nothing. */
export function passes(bytes: Uint8Array, start = 0, end: number = bytes.length): boolean {
  return nextRun(bytes, start, end) >= 0 || nextLiteral(wordsOf(bytes), bytes, start, end) !== undefined;
}

/** Every hit in `bytes[start, end)`, in the order of their starts; a run comes before a literal that starts with it. */
export function gateHits(bytes: Uint8Array, start = 0, end: number = bytes.length): Hit[] {
  const hits: Hit[] = [];
  for (let at = nextRun(bytes, start, end); at >= 0;) {
    const step = at + 1 < end && bytes[at + 1] === 0 ? 2 : 1;
    let last = at + step * (RUN - 1);
    while (last + step < end && ALNUM[bytes[last + step]!] === 1 && (step === 1 || bytes[last + 1] === 0)) last += step;
    hits.push({ start: at, end: last + 1, gate: 'run' });
    // A run of the other width may begin with the last letter of this one.
    at = nextRun(bytes, last, end);
  }
  const runs = hits.length;
  const view = wordsOf(bytes);
  for (let hit = nextLiteral(view, bytes, start, end); hit !== undefined;) {
    hits.push(hit);
    hit = nextLiteral(view, bytes, hit.start + 1, end);
  }
  return runs === 0 || runs === hits.length ? hits : hits.sort((a, b) => a.start - b.start);
}

/**
 * The start of the next run in `bytes[from, end)`, or -1. 64 bytes in a row cover one of every 64th byte, and with it
 * 32 more on its left or on its right. Only such bytes are looked at; where they are letters and digits, all around.
 * The same probes see runs in UTF-16, letters with zero bytes between them.
 */
function nextRun(bytes: Uint8Array, from: number, end: number): number {
  for (let probe = from + RUN - 1; probe < end; probe += RUN) {
    const byte = bytes[probe]!;
    if (ALNUM[byte] === 1) {
      if ((besides(bytes, probe, -1) | (probe + RUN / 2 < end ? besides(bytes, probe, 1) : 0)) !== 0) {
        const start = runAround(bytes, probe, from, end);
        if (start >= 0) return start;
      }
      if (bytes[probe - 1] !== 0 && bytes[probe + 1] !== 0) continue;
    } else if (byte !== 0) continue;
    const wide = wideRun(bytes, byte === 0 ? probe + 1 : probe, from, end);
    if (wide >= 0) return wide;
  }
  return -1;
}

/** 1 if a few bytes of the 32 on one side of `probe` are all letters or digits, else 0. No branches, on purpose. */
function besides(bytes: Uint8Array, probe: number, side: number): number {
  return (
    ALNUM[bytes[probe + side * 4]!]! &
    ALNUM[bytes[probe + side * 9]!]! &
    ALNUM[bytes[probe + side * 14]!]! &
    ALNUM[bytes[probe + side * 20]!]! &
    ALNUM[bytes[probe + side * 26]!]! &
    ALNUM[bytes[probe + side * 32]!]!
  );
}

/** The start of the run around the letter at `probe`, or -1. It can start no more than 63 bytes before. */
function runAround(bytes: Uint8Array, probe: number, from: number, end: number): number {
  let left = probe;
  while (left > from && ALNUM[bytes[left - 1]!] === 1) left--;
  const enough = left + RUN;
  if (enough > end) return -1;
  let right = probe + 1;
  while (right < enough && ALNUM[bytes[right]!] === 1) right++;
  return right === enough ? left : -1;
}

/** The start of the UTF-16 run around the letter at `at`, or -1. */
function wideRun(bytes: Uint8Array, at: number, from: number, end: number): number {
  if (at >= end || ALNUM[bytes[at]!] === 0) return -1;
  let left = at;
  while (left - 2 >= from && bytes[left - 1] === 0 && ALNUM[bytes[left - 2]!] === 1) left -= 2;
  const last = left + 2 * (RUN - 1);
  if (last >= end) return -1;
  for (let right = at + 2; right <= last; right += 2) {
    if (bytes[right - 1] !== 0 || ALNUM[bytes[right]!] === 0) return -1;
  }
  return left;
}

/** The next literal in `bytes[from, end)`. */
function nextLiteral(
  { words, lead }: { words: Int32Array; lead: number },
  bytes: Uint8Array,
  from: number,
  end: number,
): Hit | undefined {
  const last = Math.floor((lead + end) / WORD);
  let index = Math.ceil((lead + from) / WORD);
  while (index < last) {
    // Four words at a time while nothing is seen: half the branches.
    while (
      index + 4 <= last &&
      (SEEN[keyOf(words[index]!)]! |
        SEEN[keyOf(words[index + 1]!)]! |
        SEEN[keyOf(words[index + 2]!)]! |
        SEEN[keyOf(words[index + 3]!)]!) ===
        0
    ) {
      index += 4;
    }
    for (const stop = Math.min(index + 4, last); index < stop; index++) {
      const key = keyOf(words[index]!);
      if (SEEN[key] === 0) continue;
      const hit = literalAt(CANDIDATES[key]!, bytes, index * WORD - lead, from, end);
      if (hit !== undefined) return hit;
    }
  }
  return undefined;
}

/** The first literal that has its word at `at`. */
function literalAt(
  candidates: readonly Candidate[],
  bytes: Uint8Array,
  at: number,
  from: number,
  end: number,
): Hit | undefined {
  let found: Hit | undefined;
  for (const { gate, bytes: literal, offset } of candidates) {
    const start = at - offset;
    if (start < from || start + literal.length > end || (found !== undefined && found.start <= start)) continue;
    let index = 0;
    while (index < literal.length && FOLD[bytes[start + index]!] === literal[index]) index++;
    if (index === literal.length) found = { start, end: start + index, gate };
  }
  return found;
}
