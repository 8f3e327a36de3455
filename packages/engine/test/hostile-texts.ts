/** What the tests of hostile files share. */
import { expand } from '../src/examples.ts';
import type { Document } from '../src/types.ts';

export const file = (path: string, text: string): Document => ({ path, text, origin: { kind: 'file' } });
export const key = (label: string): string => expand(`<key64:${label}>`).text;

/** Repeats a text, or what a function makes of each number, up to the length. */
export function many(unit: string | ((index: number) => string), length: number): string {
  const units: string[] = [];
  for (let index = 0, total = 0; total < length; index++) {
    const next = typeof unit === 'string' ? unit : unit(index);
    units.push(next);
    total += next.length;
  }
  return units.join('');
}
