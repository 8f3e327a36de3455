/** Which spans lie inside others. */
import { countBefore } from '../sorted.ts';
import type { Span } from '../types.ts';

/** Tells whether one of the spans, or several that overlap, cover another one. */
export function coverOf(spans: readonly Span[]): (span: Span) => boolean {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return ({ start, end }) => {
    const before = merged[countBefore(merged.length, (index) => merged[index]!.start <= start) - 1];
    return before !== undefined && end <= before.end;
  };
}
