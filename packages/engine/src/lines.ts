/** Lines around a place, looked for only so far: a file of one line of 200 MB costs no more than any other. */
import type { Span } from './types.ts';

/** Start of the line that holds `at`, or `at - limit` where the line is longer. */
export function lineStart(text: string, at: number, limit = 400): number {
  const from = Math.max(0, at - limit);
  const found = text.slice(from, at).lastIndexOf('\n');
  return found < 0 ? from : from + found + 1;
}

/** End of the line that holds `at` (its line feed), or `at + limit` where the line is longer. */
export function lineEnd(text: string, at: number, limit = 400): number {
  const found = text.slice(at, at + limit).indexOf('\n');
  return found < 0 ? Math.min(text.length, at + limit) : at + found;
}

/** The span with `count` lines on each side, at most 2,000 characters each. */
export function linesAround(text: string, { start, end }: Span, count: number): Span {
  const before = text.slice(Math.max(0, start - 2000), start);
  const after = text.slice(end, end + 2000);
  let from = before.length;
  for (let k = 0; k <= count && from >= 0; k += 1) from = from === 0 ? -1 : before.lastIndexOf('\n', from - 1);
  let to = -1;
  for (let k = 0; k <= count; k += 1) {
    to = after.indexOf('\n', to + 1);
    if (to < 0) break;
  }
  return { start: start - before.length + from + 1, end: to < 0 ? end + after.length : end + to };
}

/**
 * The head of the block that the line of `at` stands in: the nearest line above with a smaller indent. Undefined where
 * there is none among `count` lines, and for a line without indent.
 */
export function headAbove(text: string, at: number, count: number): string | undefined {
  const line = lineStart(text, at);
  const indent = indentOf(text.slice(line, at));
  if (indent === 0) return undefined;
  for (const above of linesAbove(text, at, count)) if (above.trim() !== '' && indentOf(above) < indent) return above;
  return undefined;
}

/**
 * A text without what excuses findings in it, each to the end of its line: else whoever excuses one would decide how bad it is,
 * or another. Not of the same length.
 */
export function withoutExcuses(text: string): string {
  return text.replace(/bnguard-ignore[^\r\n]*/gi, '');
}

/** The lines above the one that holds `at`, nearest first, at most `count`. */
export function* linesAbove(text: string, at: number, count: number): Generator<string> {
  let line = lineStart(text, at);
  for (let up = 0; up < count && line > 0; up += 1) {
    const previous = lineStart(text, line - 1);
    yield text.slice(previous, line - 1);
    line = previous;
  }
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
