/**
 * Text values that know where each of their characters stands in the source. Readers build them here; this file
 * knows nothing of any format's escapes.
 */
import type { Piece, Span, TextValue } from '../types.ts';

/** Collects a decoded text run by run, in text order. Runs that follow each other in the source become one piece. */
export class TextBuilder {
  readonly #source: string;
  readonly #pieces: Piece[] = [];
  #text = '';
  /** Whether the last piece is a copy, which a following copy may lengthen. */
  #copied = false;

  /** @param source the text of the whole document: all spans are offsets into it. */
  constructor(source: string) {
    this.#source = source;
  }

  get length(): number {
    return this.#text.length;
  }

  /** Appends the source's own characters [start, end). */
  copy(start: number, end: number): this {
    if (end <= start) return this;
    const last = this.#pieces.at(-1);
    const joins = this.#copied && last !== undefined && last.source.end === start;
    if (joins) this.#pieces.pop();
    const from = joins ? last.text.start : this.#text.length;
    this.#text += this.#source.slice(start, end);
    const source = { start: joins ? last.source.start : start, end };
    this.#pieces.push({ text: { start: from, end: this.#text.length }, source });
    this.#copied = true;
    return this;
  }

  /**
   * Appends `text` for which the source [start, end) stands: an escape, an entity, a folded line break. The text may
   * not be longer than its source, or a part of it could be taken for a copy.
   */
  replace(text: string, start: number, end: number): this {
    if (text === '') return this;
    if (text.length > 1 && text.length === end - start) {
      // Equal lengths would read as "character by character", which is not so: two unequal pieces say what is true.
      return this.replace(text.slice(0, 1), start, end - 1).replace(text.slice(1), end - 1, end);
    }
    const from = this.#text.length;
    this.#text += text;
    this.#pieces.push({ text: { start: from, end: this.#text.length }, source: { start, end } });
    this.#copied = false;
    return this;
  }

  /** Takes back everything from `length` on: trailing blanks that turned out not to belong. */
  truncate(length: number): this {
    if (length >= this.#text.length) return this;
    this.#text = this.#text.slice(0, length);
    for (let last = this.#pieces.pop(); last !== undefined; last = this.#pieces.pop()) {
      if (last.text.start >= length) continue;
      this.#pieces.push(last.text.end <= length ? last : cut(last, last.text.start, length));
      break;
    }
    this.#copied = false;
    return this;
  }

  /** What was collected. The builder is done with: it must not be used afterwards. */
  value(): TextValue {
    return { kind: 'text', text: this.#text, pieces: this.#pieces };
  }
}

/** The source's own characters [start, end) as a value: no escapes, one piece (none when empty). */
export function verbatim(source: string, start: number, end: number): TextValue {
  const text = source.slice(start, end);
  if (text === '') return { kind: 'text', text, pieces: [] };
  return { kind: 'text', text, pieces: [{ text: { start: 0, end: text.length }, source: { start, end } }] };
}

/** Whether the piece maps character by character (its spans are equally long); otherwise it maps as a whole. */
export function isOneToOne(piece: Piece): boolean {
  return piece.text.end - piece.text.start === piece.source.end - piece.source.start;
}

/** Where the whole value stands in the source. */
export function extentOf(value: TextValue): Span {
  return sourceSpan(value, { start: 0, end: value.text.length });
}

/**
 * Where `span` of the value's text stands in the source: the smallest source span that holds all of it. Pieces that
 * map as a whole count whole. Of an empty span, the place before its character; of an empty value, 0 to 0.
 */
export function sourceSpan(value: TextValue, span: Span): Span {
  const { pieces } = value;
  const first = pieces[pieceAt(pieces, span.start)];
  if (first === undefined) {
    const end = pieces.at(-1)?.source.end ?? 0;
    return { start: end, end };
  }
  if (span.end <= span.start) {
    const at = cut(first, span.start, first.text.end).source.start;
    return { start: at, end: at };
  }
  let start = Infinity;
  let end = 0;
  for (let i = pieceAt(pieces, span.start); i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (piece.text.start >= span.end) break;
    const { source } = cut(piece, Math.max(span.start, piece.text.start), Math.min(span.end, piece.text.end));
    // Joined strings need not stand in the source in the order in which they are joined.
    start = Math.min(start, source.start);
    end = Math.max(end, source.end);
  }
  return { start, end };
}

/** The part `span` of a value, with its own pieces; a piece that maps as a whole keeps its whole source. */
export function slice(value: TextValue, span: Span): TextValue {
  const pieces: Piece[] = [];
  for (let i = pieceAt(value.pieces, span.start); i < value.pieces.length; i++) {
    const piece = value.pieces[i]!;
    if (piece.text.start >= span.end) break;
    const part = cut(piece, Math.max(span.start, piece.text.start), Math.min(span.end, piece.text.end));
    if (part.text.end > part.text.start) pieces.push(moved(part, -span.start));
  }
  return { kind: 'text', text: value.text.slice(span.start, span.end), pieces };
}

/** The values' texts one after the other: what `'a' + 'b'` means. */
export function concat(values: readonly TextValue[]): TextValue {
  const [only] = values;
  if (only && values.length === 1) return only;
  const pieces: Piece[] = [];
  let length = 0;
  for (const value of values) {
    for (const piece of value.pieces) pieces.push(moved(piece, length));
    length += value.text.length;
  }
  return { kind: 'text', text: values.map((value) => value.text).join(''), pieces };
}

/** The index of the piece that holds the character at `offset`; `pieces.length` when there is none. */
export function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.text.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The part of a piece for the text [start, end) within it. */
function cut(piece: Piece, start: number, end: number): Piece {
  if (!isOneToOne(piece)) return { text: { start, end }, source: piece.source };
  const shift = piece.source.start - piece.text.start;
  return { text: { start, end }, source: { start: start + shift, end: end + shift } };
}

function moved(piece: Piece, by: number): Piece {
  return { text: { start: piece.text.start + by, end: piece.text.end + by }, source: piece.source };
}
