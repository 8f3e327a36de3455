/**
 * Tells most words that are none of a few known ones by their first character and their length, without a copy of them.
 */
export class Sieve {
  /** For each first character a bit for each length; of both only the lowest bits count. */
  readonly #lengths = new Int32Array(128);

  add(word: string): void {
    this.#lengths[word.charCodeAt(0) & 127]! |= 1 << word.length;
  }

  /** Whether [start, end) may be one of the words. */
  passes(text: string, start: number, end: number): boolean {
    return ((this.#lengths[text.charCodeAt(start) & 127]! >> (end - start)) & 1) !== 0;
  }
}
