/**
 * Whether a program may print a secret, by its words alone: so that most programs, which print something and have a
 * secret somewhere, need not be read for it. What the words stand for is rules/secret-logged.ts's to see.
 */
import { bracketsAround } from '../../read/code/brackets.ts';
import { accessing, assigning, continuesAfter, continuesBefore } from '../../read/code/operators.ts';
import { Kind, type Tokens } from '../../read/code/tokens.ts';
import { logCallsOf } from './log-calls.ts';
import { countBefore } from '../../sorted.ts';
import { secretHint } from './secret-names.ts';

/** In a text a name ends where no letter follows. */
const inText = secretHint.source.replaceAll('$', '(?!\\w)');
const hints = new RegExp(inText, 'gi');
/** Names of secrets, and of what holds one whatever the program says: see `isShown` in rules/secret-logged.ts. */
const telling = new RegExp(`${inText}|cred(?:ential)?s?(?!\\w)|env(?:iron)?\\b`, 'i');
const name = /[\w\u0080-\uffff]+/;
const allNames = new RegExp(name, 'g');
/** So far before a word of its value a name stands, in tokens, brackets not counted: the longest value that a name is known for. */
const reach = 300;
/** So many tokens may the steps take that lead to the one that says secret. */
const mostSteps = 36;
/** Longer texts are no names. */
const longestName = 100;

/** False only where no call that logs is given what tells of a secret, or a name of what was given one. */
export function mayPrintSecret(tokens: Tokens): boolean {
  const { text, start, end } = tokens;
  let names: ReadonlySet<string> | undefined;
  // Calls stand in one another: what was seen once is not looked at again.
  let seen = 0;
  for (const { given } of logCallsOf(tokens))
    for (const [from, to] of given) {
      const first = Math.max(from, seen);
      if (first >= to) continue;
      seen = to;
      const words = text.slice(start[first], end[to - 1]);
      if (telling.test(words)) return true;
      names ??= namesOfHolders(tokens);
      if (names.size > 0) for (const [one] of words.matchAll(allNames)) if (names.has(one)) return true;
    }
  return false;
}

/** What may be the name of something that holds a secret: `s = env.API_SECRET`, `config.secret = …`, `{ secret }` in what is called so. */
function namesOfHolders(tokens: Tokens): ReadonlySet<string> {
  const { text, kind, start, end, length } = tokens;
  const names = new Set<string>();
  const around = bracketsAround(tokens);
  /** Brackets that were looked at: around a hint, and as what takes a value apart. */
  const seen = new Set<number>();
  const taken = new Set<number>();
  let last = -1;
  const addAround = (index: number): void => {
    const open = around[index]!;
    addSteps(tokens, index, names);
    addNames(tokens, index - 1, open >= 0 && kind[open] !== Kind.openBrace, names, taken);
  };
  for (const { index: at } of text.matchAll(hints)) {
    const index = countBefore(length, (one) => start[one]! <= at) - 1;
    // What is commented out holds nothing.
    if (index < 0 || end[index]! <= at || index === last) continue;
    last = index;
    addName(tokens, index, names);
    addAround(index);
    for (let open = around[index]!; open >= 0 && !seen.has(open); open = around[open]!) {
      seen.add(open);
      addAround(open);
    }
  }
  return names;
}

/** The steps that lead to a token: of `config["binance"].secret` both. */
function addSteps(tokens: Tokens, at: number, names: Set<string>): void {
  const { kind } = tokens;
  for (let index = at - 1; index >= Math.max(0, at - mostSteps); index -= 1) {
    const here = kind[index]!;
    addName(tokens, index, names);
    if (
      here !== Kind.word &&
      here !== Kind.string &&
      !accessing[here] &&
      here !== Kind.openBracket &&
      here !== Kind.closeBracket
    )
      break;
  }
}

/**
 * The names that are given the value in which a token stands: back to where its entry or its statement begins.
 * @param isEntry what it is part of ends at a comma, and not where a line does; in a statement a comma may be one of
 *   `a, b = 1, 2`
 * @param taken brackets whose names were added before
 */
function addNames(tokens: Tokens, from: number, isEntry: boolean, names: Set<string>, taken: Set<number>): void {
  const { kind, match, length } = tokens;
  let isOther = false;
  let isNamed = false;
  /** The kind of the token behind, line ends not counted. */
  let next = kind[tokens.skipNewlines(from + 1, length)]!;
  for (let index = from, left = reach; index >= 0 && left > 0; index -= 1, left -= 1) {
    const partner = match[index]!;
    if (partner > index) return;
    const here = kind[index]!;
    if (here === Kind.newline) {
      let before = index;
      while (before >= 0 && kind[before] === Kind.newline) before -= 1;
      const last = before < 0 ? 0 : kind[before]!;
      const goesOn = continuesAfter[last] || continuesBefore[next] || assigning[next] || next === Kind.openBrace;
      if (!isEntry && !goesOn) return;
      index = before + 1;
      continue;
    }
    if (partner >= 0) {
      // `[a, b] = …`, `{ secret: b } = …`
      isNamed ||= assigning[next] === 1;
      if (assigning[next] && !taken.has(partner)) {
        taken.add(partner);
        const last = Math.min(index, partner + reach);
        for (let inner = partner + 1; inner < last; inner += 1) addName(tokens, inner, names);
      }
      index = partner;
    } else if (here === Kind.semicolon || (here === Kind.comma && isEntry)) return;
    else if (here === Kind.comma) isOther = true;
    else if (assigning[next]) {
      addName(tokens, index, names);
      isNamed = true;
    } else if (isNamed) addName(tokens, index, names);
    else if (!isOther && (next === Kind.colon || next === Kind.openBracket || next === Kind.openBrace))
      addName(tokens, index, names);
    next = kind[index]!;
  }
}

/** The name that a token is, or the names of a path in a text: `"config.secret"`. */
function addName(tokens: Tokens, index: number, names: Set<string>): void {
  const { kind, start, end, text } = tokens;
  if (end[index]! - start[index]! > longestName) return;
  if (kind[index] === Kind.word) {
    const [one] = name.exec(tokens.slice(index)) ?? [];
    if (one !== undefined) names.add(one);
  } else if (kind[index] === Kind.string) {
    const inner = text.slice(tokens.contentStart(index), tokens.contentEnd(index));
    if (!/\s/.test(inner)) for (const [one] of inner.matchAll(allNames)) names.add(one);
  }
}
