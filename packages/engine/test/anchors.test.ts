/** The search for many literals at once finds what looking for each by itself does. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Anchors } from '../src/risks/anchors.ts';

const literals = ['abc', 'cab', 'b_a', 'abcab', '://', 'ip '];

function naive(text: string): string[] {
  return literals
    .flatMap((literal, index) =>
      Array.from(text.slice(literal.length - 1), (_, at) => at)
        .filter((at) => text.slice(at, at + literal.length).toLowerCase() === literal)
        .map((at) => `${String(at)} ${String(index)}`),
    )
    .sort();
}

test('every place of every literal, in either case', () => {
  const anchors = new Anchors(literals);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'abcABC_:/ip é\n')).map((letters) => letters.join('')),
      (text) => {
        const found: string[] = [];
        anchors.search(text, (index, at) => {
          found.push(`${String(at)} ${String(index)}`);
          return true;
        });
        expect(found.sort()).toEqual(naive(text));
      },
    ),
  );
});

test('it ends where it is told to', () => {
  let calls = 0;
  new Anchors(literals).search('abc abc abc', () => (calls += 1) < 2);
  expect(calls).toBe(2);
});
