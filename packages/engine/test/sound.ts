/** The laws that every value and every reading of any reader keeps. */
import { expect } from 'vitest';
import { isOneToOne, sourceSpan } from '../src/read/pieces.ts';
import type { Reading, TextValue, Value } from '../src/types.ts';

/** Pieces are in order, cover the text exactly, lie in the source, and copy what they say they copy. */
export function expectSound(value: TextValue, source: string): void {
  let at = 0;
  for (const piece of value.pieces) {
    expect(piece.text.start).toBe(at);
    expect(piece.text.end).toBeGreaterThan(at);
    at = piece.text.end;
    expect(piece.source.start).toBeGreaterThanOrEqual(0);
    expect(piece.source.end).toBeGreaterThan(piece.source.start);
    expect(piece.source.end).toBeLessThanOrEqual(source.length);
    // A single character may stand for another one (a folded line break); longer runs are copies.
    if (isOneToOne(piece) && piece.text.end - piece.text.start > 1) {
      expect(value.text.slice(piece.text.start, piece.text.end)).toBe(
        source.slice(piece.source.start, piece.source.end),
      );
    }
  }
  expect(at).toBe(value.text.length);
}

/** Every value is sound and stands inside its binding's span. */
export function expectSoundReading(reading: Reading, source: string): void {
  for (const { value, span, container } of reading.bindings) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(source.length);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(container).toBeGreaterThanOrEqual(0);
    expect(container).toBeLessThanOrEqual(source.length);
    for (const text of textsIn(value)) {
      expectSound(text, source);
      if (text.text === '') continue;
      const inside = sourceSpan(text, { start: 0, end: text.text.length });
      expect(inside.start).toBeGreaterThanOrEqual(span.start);
      expect(inside.end).toBeLessThanOrEqual(span.end);
    }
  }
  for (const comment of reading.comments) {
    expect(comment.start).toBeGreaterThanOrEqual(0);
    expect(comment.end).toBeGreaterThan(comment.start);
    expect(comment.end).toBeLessThanOrEqual(source.length);
  }
}

/** The texts that a value is or has in it. */
export function textsIn(value: Value): TextValue[] {
  if (value.kind === 'text') return [value];
  return value.kind === 'list' ? value.items.flatMap(textsIn) : [];
}

/** A reading for people: `path = text @source` a line, scalars in brackets, line breaks as `␍` and `⏎`. */
export function linesOf(reading: Reading | undefined, source: string): string[] {
  if (reading === undefined) return ['(not read)'];
  expectSoundReading(reading, source);
  return reading.bindings.map(({ path, value, span }) => {
    const at = ` @${source.slice(span.start, span.end)}`;
    const name = path.length > 0 ? `${path.join('.')} = ` : '';
    return visible(`${name}${valueOf(value)}${at}`);
  });
}

export function commentsOf(reading: Reading | undefined, source: string): string[] {
  return (reading?.comments ?? []).map(({ start, end }) => visible(source.slice(start, end)));
}

function valueOf(value: Value): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'scalar') return `(${value.text})`;
  return value.kind === 'list' ? `[${value.items.map(valueOf).join(', ')}]` : value.kind;
}

function visible(text: string): string {
  return text.replaceAll('\r', '␍').replaceAll('\n', '⏎');
}
