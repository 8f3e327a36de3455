/**
 * What words mean in programming languages, all of them at once: keywords, literals, numbers. The lexer asks once for
 * each word and keeps the answer as bits.
 */

import { Sieve } from './sieve.ts';

/** Meanings of a word, as bits. */
export const Word = {
  /** Begins a statement whose head holds no values of its own: `if`, `class`. */
  block: 1,
  /** Names what follows it: `class Bot`. */
  declares: 2,
  /** Stands before a new variable: `const [a, b]`. */
  variable: 4,
  /** A colon may end what it begins: `if x: …`, `case 1: …`. */
  clause: 8,
  /** An operator or a modifier before an expression: `return …`, `await …`. */
  prefix: 16,
  /** What stands on either side may be the value: `a or b`. */
  alternating: 32,
  /** `as`: a type follows. */
  cast: 64,
  /** `new` */
  new: 128,
  /** A number, a truth value, nothing. */
  scalar: 256,
  /** Stands before a name and is none: `var x`. */
  beforeName: 512,
  /** A slash after it begins a regular expression. */
  beforeRegex: 1024,
  /** Declares all that stands in the parentheses after it: Go's `const ( … )`. */
  group: 2048,
  /** What follows is what the function stands for. */
  returns: 4096,
} as const;

const exact: readonly (readonly [meaning: number, words: string])[] = [
  [
    Word.block,
    `if else elif elsif unless for foreach while switch case match when with try catch finally do func fun fn function
    def class struct interface trait impl enum namespace module constructor extension protocol`,
  ],
  [
    Word.declares,
    'class struct interface trait impl enum namespace module object record func fun fn function def package',
  ],
  [Word.variable, 'const let var val auto final my our local readonly'],
  [Word.clause, 'if else elif for while case with try when default except finally unless'],
  [Word.alternating, 'or else if unless and then in'],
  [Word.cast, 'as satisfies'],
  [Word.new, 'new'],
  [Word.scalar, 'true false null nil none undefined nan NULL True False None'],
  [Word.beforeName, 'var const return case if for else switch range go defer func type'],
  [Word.beforeRegex, 'return case typeof in of do else'],
  [Word.group, 'const var import type'],
  [Word.returns, 'return'],
];
/** These mean it in any case: `RETURN`, `Not`. */
const inAnyCase: readonly (readonly [meaning: number, words: string])[] = [
  [
    Word.prefix,
    `new return await throw yield raise in and or not is as typeof delete void mut ref out const let var val final lazy
    global local my our echo print puts assert`,
  ],
];

const inAnyCaseMeanings = tableOf(inAnyCase);
const meanings = tableOf([...exact, ...inAnyCase]);
const sieve = new Sieve();
for (const word of meanings.keys()) sieve.add(word);
for (const word of inAnyCaseMeanings.keys()) sieve.add(word.toUpperCase());

const number = /^-?\d[\d_.a-z]*$/;

/** The meanings of the word [start, end), 0 for most. */
export function meaningOfWord(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) <= nine) return number.test(text.slice(start, end)) ? Word.scalar : 0;
  return sieve.passes(text, start, end) ? meaningOf(text.slice(start, end)) : 0;
}

const nine = 57;

/** The meanings of a word that is no number. */
export function meaningOf(word: string): number {
  return meanings.get(word) ?? inAnyCaseMeanings.get(word.toLowerCase()) ?? 0;
}

function tableOf(rows: readonly (readonly [meaning: number, words: string])[]): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const [meaning, words] of rows)
    for (const word of words.split(/\s+/)) table.set(word, (table.get(word) ?? 0) | meaning);
  return table;
}

const isAlphanumeric = new Uint8Array(128);
/** The alphabet of base64 without `=`. */
const isBase64 = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const char = String.fromCharCode(code);
  if (/[A-Za-z0-9]/.test(char)) isAlphanumeric[code] = 1;
  if (/[A-Za-z0-9+/]/.test(char)) isBase64[code] = 1;
}

/** Whether so many letters and digits stand in a row that a key may be among them: no name is that long. */
export function holdsLongRun(text: string, start: number, end: number): boolean {
  return holdsRun(text, start, end, 60, isAlphanumeric);
}

/** Whether a credential, or a part of one, could stand there. */
export function holdsShortRun(text: string, start: number, end: number): boolean {
  return holdsRun(text, start, end, 16, isBase64);
}

/** A run covers one of any `length` characters that follow each other: only there it is looked for. */
function holdsRun(text: string, start: number, end: number, length: number, member: Uint8Array): boolean {
  for (let last = start + length - 1; last < end;) {
    let at = last;
    while (at > last - length && member[text.charCodeAt(at)] === 1) at -= 1;
    if (at === last - length) return true;
    last = at + length;
  }
  return false;
}
