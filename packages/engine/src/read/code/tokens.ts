/**
 * The tokens of a text as parallel typed arrays, so that a file of a million tokens takes a few megabytes and not a
 * million objects. lexer.ts fills them.
 */
import type { Span } from '../../types.ts';
import type { Language, StringForm } from '../languages.ts';

/**
 * Kinds of tokens. Each operator is a kind of its own: one character has its character code, longer ones have their
 * numbers in operators.ts. A word may begin with a digit: numbers and unquoted keys are words.
 */
export const Kind = {
  newline: 10,
  openParen: 40,
  closeParen: 41,
  comma: 44,
  dot: 46,
  slash: 47,
  colon: 58,
  semicolon: 59,
  less: 60,
  equals: 61,
  greater: 62,
  question: 63,
  openBracket: 91,
  closeBracket: 93,
  openBrace: 123,
  closeBrace: 125,
  word: 128,
  string: 129,
  /** Any character that is no operator. */
  other: 130,
  /** `=>` */
  fatArrow: 131,
  /** `->` */
  thinArrow: 132,
  /** `::` */
  scope: 133,
  /** `?.` */
  optionalDot: 134,
} as const;

/** An opening takes at most so many characters, prefix included. */
const openingBits = 6;
const openingMask = (1 << openingBits) - 1;

export class Tokens {
  readonly text: string;
  readonly language: Language;
  readonly comments: Span[] = [];
  length = 0;
  kind: Uint8Array;
  start: Int32Array;
  end: Int32Array;
  /** For an opening bracket the index of its partner and back; -1 for all else and for brackets without partner. */
  match: Int32Array;
  /** Of a word: what it means, in bits of words.ts. Of a string: its form's number and how long its opening is. */
  detail: Uint16Array;
  readonly #forms: readonly StringForm[];

  /**
   * @param forms how string tokens may be written: heredocs, then each form of the language with and without escapes
   * @param capacity so many tokens have room before more is needed
   */
  constructor(text: string, language: Language, forms: readonly StringForm[], capacity: number) {
    this.text = text;
    this.language = language;
    this.kind = new Uint8Array(capacity);
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.match = new Int32Array(capacity);
    this.detail = new Uint16Array(capacity);
    this.#forms = forms;
  }

  push(kind: number, start: number, end: number, detail = 0): void {
    const index = this.length;
    // One more than is filled, so that the kind of the token after the last is 0.
    if (index + 1 === this.kind.length) this.#grow();
    this.kind[index] = kind;
    this.start[index] = start;
    this.end[index] = end;
    this.match[index] = -1;
    this.detail[index] = detail;
    this.length = index + 1;
  }

  /** @param form its number in the language, 0-based. `plain`: nothing in it is an escape. */
  pushString(start: number, end: number, form: number, opening: number, plain: boolean): void {
    const number = 2 * form + (plain ? 2 : 1);
    this.push(Kind.string, start, end, (number << openingBits) | Math.min(opening, openingMask));
  }

  pushHeredoc(start: number, end: number): void {
    this.push(Kind.string, start, end);
  }

  /** How a string token is written. */
  form(index: number): StringForm {
    return this.#forms[this.detail[index]! >> openingBits]!;
  }

  /** Where the content of a string token begins, behind its quote. */
  contentStart(index: number): number {
    return this.start[index]! + (this.detail[index]! & openingMask);
  }

  contentEnd(index: number): number {
    return this.end[index]! - this.form(index).close.length;
  }

  /** The characters of a token. */
  slice(index: number): string {
    return this.text.slice(this.start[index], this.end[index]);
  }

  /** Whether it is a word with one of the meanings, bits of words.ts. */
  means(index: number, meanings: number): boolean {
    return this.kind[index] === Kind.word && (this.detail[index]! & meanings) !== 0;
  }

  /** From the beginning of token `from` to the end of the token before `to`. */
  span(from: number, to: number): Span {
    return { start: this.start[from] ?? 0, end: this.end[Math.max(from, to - 1)] ?? 0 };
  }

  /** The closing partner of an opening bracket at `index`, or -1. */
  close(index: number): number {
    const partner = this.match[index] ?? -1;
    return partner > index ? partner : -1;
  }

  /** The first token from `index` on that is no line end; at most `to`. */
  skipNewlines(index: number, to: number): number {
    while (index < to && this.kind[index] === Kind.newline) index += 1;
    return index;
  }

  #grow(): void {
    const capacity = this.kind.length * 2;
    const longer = <T extends Uint8Array | Uint16Array | Int32Array>(array: T, copy: T): T => {
      copy.set(array);
      return copy;
    };
    this.kind = longer(this.kind, new Uint8Array(capacity));
    this.start = longer(this.start, new Int32Array(capacity));
    this.end = longer(this.end, new Int32Array(capacity));
    this.match = longer(this.match, new Int32Array(capacity));
    this.detail = longer(this.detail, new Uint16Array(capacity));
  }
}
