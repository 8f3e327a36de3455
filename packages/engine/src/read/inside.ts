/**
 * Reads a text that stands inside another: commented-out code, a Markdown fence in a quote, a notebook cell, JSON in a
 * string. The inner text is a TextValue, so every position that the inner reader finds maps back to the outer source.
 */
import type { Binding, Call, Reading, Span, TextValue, Value } from '../types.ts';
import { pieceAt, sourceSpan } from './pieces.ts';

/** What `reader` says of the value's text, with all positions in the document that holds the value. */
export function readInside(value: TextValue, reader: (text: string) => Reading): Reading {
  const reading = reader(value.text);
  const span = (inner: Span): Span => sourceSpan(value, inner);
  const mapValue = (inner: Value): Value => {
    if (inner.kind === 'list') return { ...inner, items: inner.items.map(mapValue) };
    if (inner.kind !== 'text') return inner;
    return { ...inner, pieces: inner.pieces.flatMap((piece) => through(value, piece.text, piece.source)) };
  };
  const mapBinding = (binding: Binding): Binding => ({
    ...binding,
    value: mapValue(binding.value),
    span: span(binding.span),
    container: span({ start: binding.container, end: binding.container }).start,
  });
  const mapCall = (call: Call): Call => ({ ...call, args: call.args.map(mapBinding), span: span(call.span) });
  return {
    language: reading.language,
    imports: reading.imports,
    bindings: reading.bindings.map(mapBinding),
    calls: reading.calls.map(mapCall),
    comments: reading.comments.map(span),
  };
}

/** The inner piece cut where the outer text's pieces meet, so that one-to-one stays one-to-one. */
function through(outer: TextValue, text: Span, source: Span): { text: Span; source: Span }[] {
  if (text.end - text.start !== source.end - source.start) return [{ text, source: sourceSpan(outer, source) }];
  const pieces: { text: Span; source: Span }[] = [];
  for (let i = pieceAt(outer.pieces, source.start); i < outer.pieces.length; i++) {
    const piece = outer.pieces[i]!;
    if (piece.text.start >= source.end) break;
    const start = Math.max(source.start, piece.text.start);
    const end = Math.min(source.end, piece.text.end);
    pieces.push({
      text: { start: text.start + start - source.start, end: text.start + end - source.start },
      source: sourceSpan(outer, { start, end }),
    });
  }
  return pieces;
}
