/**
 * Which tokens are worth the parser's time. In most files nearly every statement holds no value that could be a
 * credential, nor the name of one: these are passed over.
 */
import type { Binding } from '../../types.ts';
import { namesExchange } from '../../names.ts';
import { Kind, type Tokens } from './tokens.ts';
import { holdsShortRun } from './words.ts';

/** From this length on a word is, and a text may be, a credential. */
const longValue = 60;
/** Shorter strings hold no part of a credential; they may name an exchange. */
const shortString = 16;
const exchangeWord = /^[A-Za-z][\w.]{1,20}$/;

/** Marks that can be counted over any range of tokens. */
export class Marks {
  readonly #marks: Uint8Array;
  #counts: Int32Array;

  constructor(length: number) {
    this.#marks = new Uint8Array(length);
    this.#counts = new Int32Array(length + 1);
  }

  has(index: number): boolean {
    return this.#marks[index] === 1;
  }

  /** Counts know of it after `count()`. */
  add(index: number): void {
    this.#marks[index] = 1;
  }

  count(): void {
    const marks = this.#marks;
    const counts = this.#counts;
    for (let index = 0, count = 0; index < marks.length; index += 1) counts[index + 1] = count += marks[index]!;
  }

  none(from: number, to: number): boolean {
    return this.#counts[from] === this.#counts[to];
  }
}

/** Marks the tokens that are, or tell of, values worth knowing; undefined when no token could be a credential. */
export function markValues(tokens: Tokens): Marks | undefined {
  const { length, kind, start, end, text } = tokens;
  const marks = new Marks(length);
  let found = false;
  for (let index = 0; index < length; index += 1) {
    const here = kind[index];
    if (here === Kind.word) {
      if (end[index]! - start[index]! < longValue) continue;
      marks.add(index);
      found = true;
    } else if (here === Kind.string) {
      const content = tokens.content(index);
      if (content.end - content.start < shortString) {
        const inner = text.slice(content.start, content.end);
        if (exchangeWord.test(inner) && namesExchange(inner)) marks.add(index);
      } else if (holdsShortRun(text, content.start, content.end)) {
        marks.add(index);
        found = true;
      }
    }
  }
  if (!found) return undefined;
  marks.count();
  return marks;
}

/**
 * Marks, in the ranges of tokens that were passed over, the words that name one of the values found there or
 * elsewhere; whether there was any.
 * @param ranges where each begins and ends, in turn
 */
export function markNames(
  tokens: Tokens,
  bindings: Iterable<Binding>,
  ranges: readonly number[],
  marks: Marks,
): boolean {
  const names = new Set<string>();
  const lengths = new Uint8Array(256);
  for (const { path, value } of bindings) {
    if (value.kind !== 'text' || value.text.length < longValue) continue;
    const name = path.at(-1) ?? '';
    names.add(name);
    // A name stands as a word, perhaps with a sigil (`$key`), or as a key in quotes (`config["key"]`).
    lengths[name.length] = 1;
    lengths[name.length + 1] = 1;
  }
  if (names.size === 0) return false;
  const { kind, start, end, text } = tokens;
  let marked = false;
  for (let range = 0; range < ranges.length; range += 2)
    for (let index = ranges[range]!; index < ranges[range + 1]!; index += 1) {
      const here = kind[index];
      if ((here !== Kind.word && here !== Kind.string) || marks.has(index)) continue;
      const inner = here === Kind.string ? tokens.content(index) : { start: start[index]!, end: end[index]! };
      if (lengths[inner.end - inner.start] !== 1) continue;
      const word = text.slice(inner.start, inner.end);
      if (!names.has(word) && !names.has(word.slice(1))) continue;
      marks.add(index);
      marked = true;
    }
  if (marked) marks.count();
  return marked;
}
