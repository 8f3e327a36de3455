/**
 * Keeps a document's values out of what is told of it: names and labels may hold a value or a piece of one. Exact for
 * the values of ordinary files; in files of thousands of values it rather cuts a word too many.
 */
import type { Secret } from './secret.ts';

/** Letters and digits in a row that could be a piece. */
const run = /[A-Za-z0-9+/]{8,}/g;
/** Bits of the filter for each value, of which a value sets 57. */
const bitsPerValue = 4096;
const maxBits = 2 ** 26;
/** From so many values on a hit of the filter is not looked into. */
const maxExact = 500;
const maxKnown = 2000;

export class Withheld {
  readonly #secrets: readonly Secret[];
  readonly #made: readonly Secret[];
  readonly #filter: Uint32Array;
  readonly #known = new Map<string, string>();

  constructor(secrets: readonly Secret[]) {
    this.#secrets = secrets;
    // What people make up may hold anything, so it is looked for as it is.
    this.#made = secrets.filter(({ isMadeUp }) => isMadeUp);
    const bits = Math.min(maxBits, 2 ** Math.ceil(Math.log2(Math.max(1, secrets.length) * bitsPerValue)));
    this.#filter = new Uint32Array(bits / 32);
    for (const secret of secrets) for (const hash of secret.pieceHashes()) this.#set(hash);
  }

  /** The words without any value and without any piece of eight characters of one; `…` stands for what was cut. */
  from(words: string): string {
    const known = this.#known.get(words);
    if (known !== undefined) return known;
    let safe = words.replace(run, (letters) => (this.#holdsPiece(letters) ? '…' : letters));
    for (const secret of this.#made) safe = secret.cutFrom(safe);
    if (this.#known.size < maxKnown) this.#known.set(words, safe);
    return safe;
  }

  #holdsPiece(letters: string): boolean {
    const folded = letters.toLowerCase();
    for (let at = 0; at + pieceLength <= folded.length; at += 1) {
      const hash = hashOf(folded, at);
      const bit = hash % (this.#filter.length * 32);
      if ((this.#filter[bit >>> 5]! & (1 << (bit & 31))) === 0) continue;
      if (this.#secrets.length > maxExact || this.#secrets.some((secret) => secret.holds(folded, at))) return true;
    }
    return false;
  }

  #set(hash: number): void {
    const bit = hash % (this.#filter.length * 32);
    this.#filter[bit >>> 5]! |= 1 << (bit & 31);
  }
}

/** A piece of a value is as long as no mask shows. */
export const pieceLength = 8;

/** FNV-1a of the piece that begins at `at`. */
export function hashOf(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let index = at; index < at + pieceLength; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
