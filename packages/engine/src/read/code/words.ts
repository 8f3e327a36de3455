/**
 * What words mean in programming languages, all of them at once: keywords, literals, numbers. The lexer asks once for
 * each word and keeps the answer as bits.
 */

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
];
/** These mean it in any case: `RETURN`, `Not`. */
const inAnyCase: readonly (readonly [meaning: number, words: string])[] = [
  [
    Word.prefix,
    `new return await throw yield raise in and or not is as typeof delete void mut ref out const let var val final lazy
    global local my our echo print puts assert`,
  ],
];

const meanings = tableOf(exact);
const foldedMeanings = tableOf(inAnyCase);
/** For each ASCII letter, folded: bit n is set where a word of the tables begins with it and has n letters. */
const lengthsByFirst = new Uint32Array(128);
for (const word of [...meanings.keys(), ...foldedMeanings.keys()])
  lengthsByFirst[word.toLowerCase().charCodeAt(0)]! |= 1 << word.length;

const number = /^-?\d[\d_.a-z]*$/;

/** The meanings of the word [start, end), 0 for most. */
export function meaningOfWord(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (first < 58) return isNumber(text, start, end) ? Word.scalar : 0;
  // Most words are told apart by their length and first letter, without a copy of them.
  if (end - start > 11 || first >= 128 || ((lengthsByFirst[first | 32]! >> (end - start)) & 1) === 0) return 0;
  return meaningOf(text.slice(start, end));
}

/** The meanings of a word that is no number. */
export function meaningOf(word: string): number {
  return (meanings.get(word) ?? 0) | (foldedMeanings.get(word.toLowerCase()) ?? 0);
}

function isNumber(text: string, start: number, end: number): boolean {
  return number.test(text.slice(start, end));
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
