/** Text → HTML. Everything that a stranger could have named goes through here. */
import { visible } from '../visible.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attributes in quotes. */
export const text = (words: string): string => visible(words).replace(/[&<>"']/g, (character) => entities[character]!);

/** JSON inside of a script element: nothing in it can end the element. */
export const scriptJson = (data: unknown): string =>
  JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
