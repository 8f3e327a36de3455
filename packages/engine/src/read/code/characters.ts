/**
 * What single characters may begin in a language, as tables over character codes, and the string forms by their first
 * character. Made once for each language.
 */
import type { Language, StringForm } from '../languages.ts';

/** What a character may be, as bits. */
export const Char = { word: 1, string: 2, comment: 4, blank: 8 } as const;

/** A string form with its number in the language. */
export interface NumberedForm extends StringForm {
  readonly number: number;
}

export interface Characters {
  /** Bits of `Char` for each ASCII code. */
  readonly classes: Uint8Array;
  /** By the first character's code, in the language's order. */
  readonly opening: readonly (readonly NumberedForm[])[];
  /** What string tokens refer to: heredocs, then each form with and without its escapes. */
  readonly forms: readonly StringForm[];
}

/** Its lines, as they stand. */
const heredoc: StringForm = { open: '', close: '', escape: 'none', multiline: true };

const known = new WeakMap<Language, Characters>();

export function charactersOf(language: Language): Characters {
  const before = known.get(language);
  if (before) return before;
  const classes = new Uint8Array(128);
  const mark = (texts: readonly string[], bit: number): void => {
    for (const text of texts) classes[text.charCodeAt(0)]! |= bit;
  };
  for (let code = 0; code < 128; code += 1) if (/\w/.test(String.fromCharCode(code))) classes[code] = Char.word;
  mark([' ', '\t', '\r'], Char.blank);
  mark([...language.wordExtra], Char.word);
  mark([...language.lineComments, ...language.blockComments.map(([open]) => open)], Char.comment);
  const forms: StringForm[] = [heredoc];
  const opening: NumberedForm[][] = Array.from({ length: 128 }, () => []);
  for (const [number, form] of language.strings.entries()) {
    mark([form.open], Char.string);
    opening[form.open.charCodeAt(0)]!.push({ ...form, number });
    forms.push(form, { ...form, escape: 'none' });
  }
  const characters = { classes, opening, forms };
  known.set(language, characters);
  return characters;
}

/** Full-width punctuation that people type between a label and a value: `密钥：…`. */
export function isWidePunctuation(code: number): boolean {
  return (
    code === 0xff1a ||
    code === 0xff1d ||
    code === 0xff0c ||
    code === 0xff1b ||
    code === 0x3000 ||
    code === 0xa0 ||
    (code >= 0x2018 && code <= 0x201f) ||
    (code >= 0x3001 && code <= 0x3011)
  );
}

/** Blanks beyond ASCII: a no-break space, a byte-order mark, a full-width space. */
export function isWideBlank(code: number): boolean {
  return code === 0xa0 || code === 0xfeff || code === 0x3000;
}
