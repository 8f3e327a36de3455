/**
 * The search for a set of literals in raw bytes: in any case, in UTF-8 and in UTF-16, all in one pass. Knows nothing of
 * what they mean.
 */

/** Half-open, in bytes. */
export interface FoundLiteral {
  readonly start: number;
  readonly end: number;
  readonly literal: string;
}

/** The search looks at the aligned words of four bytes: seven letters in a row cover one of them. */
export const WORD = 4;
const SHORTEST = 2 * WORD - 1;
/** Wide enough that hardly a word of a text is taken for another of the 700 or fewer in a table. */
const HASH_BITS = 16;

/** Upper case to lower case, all else as it is. */
export const FOLD: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte,
);

/** A literal in one of its two forms, and where in it the word stands that leads here. */
interface Candidate {
  readonly literal: string;
  /** Folded. The UTF-16 form begins and ends with a letter, so it is the same in both byte orders. */
  readonly bytes: Uint8Array;
  readonly offset: number;
}

/** The aligned words of the memory that some bytes are a view of, and the number of bytes before the first in them. */
export interface Words {
  readonly words: Int32Array;
  readonly lead: number;
}

export function wordsOf(bytes: Uint8Array): Words {
  const lead = bytes.byteOffset % WORD;
  const length = Math.floor((lead + bytes.length) / WORD);
  return { words: new Int32Array(bytes.buffer, bytes.byteOffset - lead, length), lead };
}

/** Hashes a word in any case. */
function keyOf(word: number): number {
  return Math.imul(word | 0x20202020, 0x9e3779b1) >>> (32 - HASH_BITS);
}

/**
 * A table of the words that may stand in the literals, by their hash. Fixed steps over a table beat a shifting window
 * here: no step waits for the one before. Node's typed arrays read four bytes as fast as one.
 */
export class LiteralSearch {
  readonly #seen = new Uint8Array(1 << HASH_BITS);
  readonly #candidates = new Map<number, Candidate[]>();

  /**
   * @param literals in lower case
   * @throws RangeError when one is shorter than seven letters: some would be overlooked
   */
  constructor(literals: readonly string[]) {
    for (const literal of literals) {
      if (literal.length < SHORTEST) throw new RangeError(`literal '${literal}' is shorter than ${SHORTEST} letters`);
      const narrow = Uint8Array.from(literal, (letter) => letter.charCodeAt(0));
      const wide = new Uint8Array(2 * narrow.length - 1);
      narrow.forEach((byte, index) => (wide[2 * index] = byte));
      for (const bytes of [narrow, wide]) {
        for (let offset = 0; offset < WORD; offset++) {
          const key = keyOf(new Int32Array(bytes.slice(offset, offset + WORD).buffer)[0]!);
          this.#seen[key] = 1;
          const known = this.#candidates.get(key);
          if (known) known.push({ literal, bytes, offset });
          else this.#candidates.set(key, [{ literal, bytes, offset }]);
        }
      }
    }
  }

  /** The next literal in `bytes[from, end)`. */
  next({ words, lead }: Words, bytes: Uint8Array, from: number, end: number): FoundLiteral | undefined {
    const seen = this.#seen;
    const last = Math.floor((lead + end) / WORD);
    let index = Math.ceil((lead + from) / WORD);
    while (index < last) {
      // Four words at a time while nothing is seen: half the branches.
      while (
        index + 4 <= last &&
        (seen[keyOf(words[index]!)]! |
          seen[keyOf(words[index + 1]!)]! |
          seen[keyOf(words[index + 2]!)]! |
          seen[keyOf(words[index + 3]!)]!) ===
          0
      ) {
        index += 4;
      }
      for (const stop = Math.min(index + 4, last); index < stop; index++) {
        const key = keyOf(words[index]!);
        if (seen[key] === 0) continue;
        const hit = literalAt(this.#candidates.get(key)!, bytes, index * WORD - lead, from, end);
        if (hit !== undefined) return hit;
      }
    }
    return undefined;
  }
}

/** The first literal that has its word at `at`. */
function literalAt(
  candidates: readonly Candidate[],
  bytes: Uint8Array,
  at: number,
  from: number,
  end: number,
): FoundLiteral | undefined {
  let found: FoundLiteral | undefined;
  for (const { literal, bytes: letters, offset } of candidates) {
    const start = at - offset;
    if (start < from || start + letters.length > end || (found !== undefined && found.start <= start)) continue;
    let index = 0;
    while (index < letters.length && FOLD[bytes[start + index]!] === letters[index]) index++;
    if (index === letters.length) found = { start, end: start + index, literal };
  }
  return found;
}
