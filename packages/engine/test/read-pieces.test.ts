import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, slice, sourceSpan, TextBuilder, verbatim } from '../src/read/pieces.ts';
import { expectSound } from './sound.ts';

const run = fc.record({
  source: fc.string({ minLength: 1, maxLength: 8 }),
  text: fc.option(fc.string({ maxLength: 8 })),
});

/** A source of runs that are copied, replaced or left out. */
const built = fc.array(run, { maxLength: 12 }).map((runs) => {
  const source = runs.map((part) => part.source).join('');
  const builder = new TextBuilder(source);
  let at = 0;
  for (const part of runs) {
    if (part.text === null) builder.copy(at, at + part.source.length);
    else builder.replace(part.text.slice(0, part.source.length), at, at + part.source.length);
    at += part.source.length;
  }
  return { source, builder };
});

describe('pieces', () => {
  it('join copies that follow each other in the source', () => {
    const value = new TextBuilder('abcdef').copy(0, 2).copy(2, 4).replace('x', 4, 5).copy(5, 6).value();
    expect(value.text).toBe('abcdxf');
    expect(value.pieces.map((piece) => piece.source)).toEqual([
      { start: 0, end: 4 },
      { start: 4, end: 5 },
      { start: 5, end: 6 },
    ]);
  });

  it('find the source through escapes', () => {
    const value = new TextBuilder('a\\u0041b').copy(0, 1).replace('A', 1, 7).copy(7, 8).value();
    expect(sourceSpan(value, { start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
    expect(sourceSpan(value, { start: 1, end: 2 })).toEqual({ start: 1, end: 7 });
    expect(sourceSpan(value, { start: 1, end: 3 })).toEqual({ start: 1, end: 8 });
    expect(sourceSpan(value, { start: 2, end: 2 })).toEqual({ start: 7, end: 7 });
    expect(sourceSpan(value, { start: 3, end: 3 })).toEqual({ start: 8, end: 8 });
  });

  it('hold joined strings that stand in any order', () => {
    const source = "b = '22'; f('1' + b)";
    const value = concat([verbatim(source, 13, 14), verbatim(source, 5, 7)]);
    expect(value.text).toBe('122');
    expect(sourceSpan(value, { start: 0, end: 3 })).toEqual({ start: 5, end: 14 });
    expect(sourceSpan(value, { start: 0, end: 1 })).toEqual({ start: 13, end: 14 });
  });

  it('are sound however they are built, cut and joined', () => {
    fc.assert(
      fc.property(built, fc.nat(60), fc.nat(60), ({ source, builder }, a, b) => {
        const value = builder.value();
        expectSound(value, source);
        const [start, end] = [Math.min(a, b, value.text.length), Math.min(Math.max(a, b), value.text.length)];
        const part = slice(value, { start, end });
        expect(part.text).toBe(value.text.slice(start, end));
        expectSound(part, source);
        if (end > start)
          expect(sourceSpan(part, { start: 0, end: end - start })).toEqual(sourceSpan(value, { start, end }));
        const both = concat([part, value]);
        expect(both.text).toBe(part.text + value.text);
        expectSound(both, source);
        const { text } = value;
        const shorter = builder.truncate(start).value();
        expect(shorter.text).toBe(text.slice(0, start));
        expectSound(shorter, source);
      }),
    );
  });
});
