/**
 * The search for a set of literals in raw bytes: in any case, in UTF-8 and in UTF-16, all in one pass. Knows nothing of
 * what they mean.
 */
import { addToGroup } from './grouped.ts';
import { WordSearch } from './word-search.ts';

/** Half-open, in bytes. */
export interface FoundLiteral {
  readonly start: number;
  readonly end: number;
  readonly literal: string;
}

/** Every fourth byte is looked at, as the first of a word: seven letters in a row have one of these in them. */
const WORD = 4;
const SHORTEST = 2 * WORD - 1;

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
  readonly slot: number;
}

export class LiteralSearch {
  readonly #words: WordSearch;
  readonly #candidates: readonly Candidate[];
  /** By the slot of the word. Made when the first word is found. */
  #bySlot: ReadonlyMap<number, readonly Candidate[]> | undefined;

  /**
   * @param literals in lower case
   * @throws RangeError when one is shorter than seven letters: some would be overlooked
   */
  constructor(literals: readonly string[], words: WordSearch = new WordSearch(WORD, WORD)) {
    this.#words = words;
    const candidates: Candidate[] = [];
    for (const literal of literals) {
      if (literal.length < SHORTEST) throw new RangeError(`literal '${literal}' is shorter than ${SHORTEST} letters`);
      for (const bytes of [Buffer.from(literal, 'latin1'), Buffer.from(literal, 'utf16le').subarray(0, -1)])
        for (let offset = 0; offset < WORD; offset++)
          candidates.push({ literal, bytes, offset, slot: words.add(bytes, offset) });
    }
    this.#candidates = candidates;
  }

  /** Whether `look` says yes to a literal in `bytes[from, end)`; it is shown them in the order of their starts. */
  some(bytes: Uint8Array, from: number, end: number, look: (found: FoundLiteral) => boolean): boolean {
    return this.#words.inBytes(bytes, from, end, (at, slot) => this.#around(bytes, at, slot, from, end).some(look));
  }

  /** All literals there, in the order of their starts. */
  all(bytes: Uint8Array, from: number, end: number): FoundLiteral[] {
    const found: FoundLiteral[] = [];
    this.some(bytes, from, end, (one) => {
      found.push(one);
      return false;
    });
    return found;
  }

  /** Those that have their word at `at`. One of a literal's first four places is looked at, so each is found once. */
  #around(bytes: Uint8Array, at: number, slot: number, from: number, end: number): FoundLiteral[] {
    const found: FoundLiteral[] = [];
    for (const { literal, bytes: letters, offset } of (this.#bySlot ??= grouped(this.#candidates)).get(slot) ?? []) {
      const start = at - offset;
      if (start < from || start + letters.length > end) continue;
      let index = 0;
      while (index < letters.length && FOLD[bytes[start + index]!] === letters[index]) index++;
      if (index === letters.length) found.push({ start, end: start + index, literal });
    }
    return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
  }
}

function grouped(candidates: readonly Candidate[]): ReadonlyMap<number, readonly Candidate[]> {
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) addToGroup(groups, candidate.slot, candidate);
  return groups;
}
