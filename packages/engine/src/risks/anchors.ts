/**
 * One pass over a text for many short literals, in any case: where one of them stands, a pattern is worth trying. The
 * search of Wu and Manber, two letters at a time, so that most letters are never looked at.
 */

import { addToGroup } from '../grouped.ts';

/** Called for each place; false ends the search. */
export type OnAnchor = (anchor: number, at: number) => boolean;

const block = 2;
const shortest = 3;

export class Anchors {
  readonly #anchors: readonly string[];
  /** By two letters: how many letters may be passed over where these stand; 0: an anchor may begin one before. */
  readonly #shift = new Uint8Array(1 << 14).fill(shortest - block + 1);
  /** By the first three letters. */
  readonly #begins = new Uint8Array(1 << 15);
  readonly #buckets = new Map<number, number[]>();

  /** @param anchors lower case, of ASCII, three letters or more */
  constructor(anchors: readonly string[]) {
    this.#anchors = anchors;
    for (const [index, anchor] of anchors.entries()) {
      for (let end = block; end <= shortest; end += 1)
        for (const place of placesOf(anchor.charAt(end - 2), anchor.charAt(end - 1)))
          this.#shift[place] = Math.min(this.#shift[place]!, shortest - end);
      const begin = beginOf(anchor, 0);
      this.#begins[begin] = 1;
      addToGroup(this.#buckets, begin, index);
    }
  }

  /** Every place of every anchor, in the order of the text. */
  search(text: string, onAnchor: OnAnchor): void {
    const shift = this.#shift;
    const begins = this.#begins;
    const { length } = text;
    for (let at = shortest - 1; at < length;) {
      // Letters beyond ASCII fall on others: what stands there is compared.
      const step = shift[((text.charCodeAt(at - 1) & 127) << 7) | (text.charCodeAt(at) & 127)]!;
      if (step > 0) {
        at += step;
        continue;
      }
      const start = at - shortest + 1;
      const begin = beginOf(text, start);
      at += 1;
      if (begins[begin] === 0) continue;
      for (const index of this.#buckets.get(begin)!)
        if (isAt(text, start, this.#anchors[index]!) && !onAnchor(index, start)) return;
    }
  }
}

/** The first three letters as a number, the same in either case. */
function beginOf(text: string, at: number): number {
  return ((text.charCodeAt(at) & 31) << 10) | ((text.charCodeAt(at + 1) & 31) << 5) | (text.charCodeAt(at + 2) & 31);
}

/** In either case of each letter. */
function placesOf(first: string, second: string): number[] {
  return [first, first.toUpperCase()].flatMap((one) =>
    [second, second.toUpperCase()].map((two) => (one.charCodeAt(0) << 7) | two.charCodeAt(0)),
  );
}

function isAt(text: string, start: number, anchor: string): boolean {
  for (let i = 0; i < anchor.length; i += 1) {
    const code = text.charCodeAt(start + i);
    if ((code >= 65 && code <= 90 ? code | 32 : code) !== anchor.charCodeAt(i)) return false;
  }
  return true;
}
