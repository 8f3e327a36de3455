import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locate } from '../src/locate.ts';

const text = fc
  .array(fc.constantFrom('a', 'key = "x"', '\n', '\r\n', '\r', '\u2028', '😀', 'é', '\t'), { maxLength: 40 })
  .map((parts) => parts.join(''));
const start = fc.option(fc.record({ line: fc.integer({ min: 1, max: 9 }), column: fc.integer({ min: 1, max: 9 }) }), {
  nil: undefined,
});

test('offset and place invert each other', () => {
  fc.assert(
    fc.property(text, start, (content, from) => {
      const locator = locate({ text: content, ...(from && { start: from }) });
      for (let at = 0; at <= content.length; at++) expect(locator.offset(locator.place(at))).toBe(at);
    }),
  );
});

test('a place is the line and column that split counts', () => {
  fc.assert(
    fc.property(text, fc.nat(), (content, seed) => {
      const at = seed % (content.length + 1);
      const before = content.slice(0, at).split('\n');
      expect(locate({ text: content }).place(at)).toEqual({ line: before.length, column: before.at(-1)!.length + 1 });
    }),
  );
});

test('a window goes on where its file is', () => {
  const file = 'one\r\ntwo = "😀"\nthree';
  for (let cut = 0; cut <= file.length; cut++) {
    const whole = locate({ text: file });
    const part = locate({ text: file.slice(cut), start: whole.place(cut) });
    for (let at = cut; at <= file.length; at++) expect(part.place(at - cut)).toEqual(whole.place(at));
  }
});

test('what lies outside becomes the nearest offset', () => {
  const locator = locate({ text: 'ab\ncd', start: { line: 5, column: 3 } });
  expect(locator.offset({ line: 1, column: 1 })).toBe(0);
  expect(locator.offset({ line: 5, column: 1 })).toBe(0);
  expect(locator.offset({ line: 5, column: 99 })).toBe(2);
  expect(locator.offset({ line: 6, column: 2 })).toBe(4);
  expect(locator.offset({ line: 7, column: 1 })).toBe(5);
  expect(locator.place(-1)).toEqual({ line: 5, column: 3 });
  expect(locator.place(99)).toEqual({ line: 6, column: 3 });
  expect(locator.places({ start: 1, end: 4 })).toEqual({ start: { line: 5, column: 4 }, end: { line: 6, column: 2 } });
});
