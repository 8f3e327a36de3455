/** The search for many literals at once finds what looking for each by itself does. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Anchors } from '../src/risks/anchors.ts';

const sets = [
  [3, ['abc', 'cab', 'b_a', 'abcab', '://', 'ip ']],
  [4, ['abca', 'cab_', 'abcab', 'a://', 'ip ab']],
] as const;

function naive(literals: readonly string[], text: string): string[] {
  return literals
    .flatMap((literal, index) =>
      Array.from(text.slice(literal.length - 1), (_, at) => at)
        .filter((at) => text.slice(at, at + literal.length).toLowerCase() === literal)
        .map((at) => `${String(at)} ${String(index)}`),
    )
    .sort();
}

test.each(sets)('every place of every literal of %i letters and more, in either case', (letters, literals) => {
  const anchors = new Anchors(literals, letters);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'abcABC_:/ip é\n')).map((letters) => letters.join('')),
      (text) => {
        const found: string[] = [];
        anchors.search(text, (index, at) => {
          found.push(`${String(at)} ${String(index)}`);
          return true;
        });
        expect(found.sort()).toEqual(naive(literals, text));
      },
    ),
  );
});

test('it ends where it is told to', () => {
  let calls = 0;
  new Anchors(['abc'], 3).search('abc abc abc', () => (calls += 1) < 2);
  expect(calls).toBe(2);
});
