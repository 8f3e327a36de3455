/** One pass over a text for many short literals, in any case: where one of them stands, a pattern is worth trying. */
import { addToGroup } from '../grouped.ts';
import { WordSearch } from '../word-search.ts';

/** Called for each place; false ends the search. */
export type OnAnchor = (anchor: number, at: number) => boolean;

export class Anchors {
  readonly #anchors: readonly string[];
  /** By the slot of their first letters. */
  readonly #begins = new Map<number, number[]>();
  readonly #words: WordSearch;

  /**
   * @param anchors lower case, of ASCII
   * @param letters how many each has at least; with four a text has a quarter of the places to look at that it has with three
   */
  constructor(anchors: readonly string[], letters: 3 | 4, words: WordSearch = new WordSearch(letters, 1)) {
    this.#anchors = anchors;
    this.#words = words;
    for (const [index, anchor] of anchors.entries()) addToGroup(this.#begins, words.add(Buffer.from(anchor), 0), index);
  }

  /** Every place of every anchor, in the order of the text. */
  search(text: string, onAnchor: OnAnchor): void {
    this.#words.inText(text, (at, slot) => {
      for (const index of this.#begins.get(slot) ?? [])
        if (isAt(text, at, this.#anchors[index]!) && !onAnchor(index, at)) return true;
      return false;
    });
  }
}

function isAt(text: string, start: number, anchor: string): boolean {
  for (let i = 0; i < anchor.length; i += 1) {
    const code = text.charCodeAt(start + i);
    if ((code >= 65 && code <= 90 ? code | 32 : code) !== anchor.charCodeAt(i)) return false;
  }
  return true;
}
