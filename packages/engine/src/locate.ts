/** Offsets of a document's text to places in its file, and back. Lines end with a line feed, as split('\n') has it. */
import { countBefore } from './sorted.ts';
import type { Document, Place, Span } from './types.ts';

export interface Locator {
  /** The place of an offset in the text; the text's length is the place behind its last character. */
  readonly place: (offset: number) => Place;
  /** The inverse. A place outside of the text becomes the nearest offset in it. */
  readonly offset: (place: Place) => number;
  /** Both ends of a span, the second exclusive. */
  readonly places: (span: Span) => { readonly start: Place; readonly end: Place };
}

/** Make one for each document: the table of line starts is built when first needed, and kept. */
export function locate(document: Pick<Document, 'text' | 'start'>): Locator {
  const { text, start = { line: 1, column: 1 } } = document;
  let lines: Uint32Array | undefined;
  const starts = (): Uint32Array => (lines ??= lineStarts(text));

  const place = (offset: number): Place => {
    const at = Math.min(Math.max(0, offset), text.length);
    const line = lineAt(starts(), at);
    const before = line === 0 ? start.column : 1;
    return { line: start.line + line, column: before + at - starts()[line]! };
  };
  return {
    place,
    offset({ line, column }) {
      const index = line - start.line;
      if (index < 0) return 0;
      const from = starts()[index];
      if (from === undefined) return text.length;
      const end = (starts()[index + 1] ?? text.length + 1) - 1;
      return Math.min(Math.max(from, from + column - (index === 0 ? start.column : 1)), end);
    },
    places: (span) => ({ start: place(span.start), end: place(span.end) }),
  };
}

function lineStarts(text: string): Uint32Array {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  const starts = new Uint32Array(count);
  let at = 0;
  for (let line = 1; line < count; line++) starts[line] = at = text.indexOf('\n', at) + 1;
  return starts;
}

/** The last line that starts at or before an offset. */
function lineAt(starts: Uint32Array, offset: number): number {
  return countBefore(starts.length, (line) => starts[line]! <= offset) - 1;
}
