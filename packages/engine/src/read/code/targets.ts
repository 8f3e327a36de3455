/** The names before assigning operators: `exchange.apiKey =`, `config["binance"]["key"] =`, `"api-key":`, `[k, s] =`. */
import { accessing, assigning, beforeAssigning } from './operators.ts';
import { maxChain, type Path } from './run.ts';
import { stringValue } from './strings.ts';
import { nameAt } from './structure.ts';
import { Kind, type Tokens } from './tokens.ts';
import { Word } from './words.ts';

/** An operator with what stands on its left. */
export interface Assignment {
  /** The operator's token. */
  readonly at: number;
  /** Its kind. */
  readonly operator: number;
  /** The first token of the target. */
  readonly start: number;
  readonly name?: Path;
  /** The opening bracket of a group of names, which then has no name itself; else -1. */
  readonly group: number;
}

/** What no program has, and only takes memory: files of megabytes come here too. */
const maxAssignments = 20_000;
const maxName = 200;
/** A label in prose has at most so many words. */
const maxLabelWords = 6;

const none: Assignment[] = [];

/** The assignments of one item, in order: `a = b = "…"` has two. */
export function assignmentsOf(tokens: Tokens, from: number, to: number): readonly Assignment[] {
  const { kind, match, language } = tokens;
  let found = none;
  let ternaries = 0;
  let lower = from;
  for (let at = from; at < to && found.length < maxAssignments; at += 1) {
    if (match[at]! > at) {
      at = match[at]!;
      continue;
    }
    const operator = kind[at]!;
    if (operator === Kind.question && at + 1 < to && beginsTernary(kind[at + 1]!) && language.name !== 'rust')
      ternaries += 1;
    if (!assigning[operator]) continue;
    if (operator === Kind.colon && ternaries > 0) {
      ternaries -= 1;
      continue;
    }
    if (operator === Kind.thinArrow && kind[at - 1] !== Kind.string) continue;
    // `https://`
    if (operator === Kind.colon && tokens.text.startsWith('//', tokens.end[at]) && kind[at - 1] === Kind.word) continue;
    // The colon that ends the head of a block: `for key, secret in [("…", "…")]:`.
    if (operator === Kind.colon && match[at - 1]! >= from && tokens.skipNewlines(at + 1, to) === to) continue;
    const assignment = assignmentAt(tokens, at, lower);
    if (!assignment || (operator === Kind.fatArrow && assignment.group >= 0)) continue;
    // Nearly all items have one or none: an array that grows takes room for many.
    if (found.length === 0) found = [assignment];
    else found.push(assignment);
    lower = at + 1;
  }
  return found;
}

/** By what follows a question mark: `key?: string` and `a?.b` are none. */
function beginsTernary(next: number): boolean {
  return next !== Kind.colon && next !== Kind.dot && next !== Kind.equals;
}

/** The operator `at` with its target, which ends right before it and begins at `lower` or later. */
function assignmentAt(tokens: Tokens, at: number, lower: number): Assignment | undefined {
  const { kind, match, language } = tokens;
  const operator = kind[at]!;
  let path: Path = [];
  let start = at;
  let index = at - 1;
  while (index >= lower && (kind[index] === Kind.newline || beforeAssigning[kind[index]!])) index -= 1;
  while (index >= lower && path.length < maxChain) {
    const here = kind[index]!;
    if (here === Kind.string) {
      path = [keyText(tokens, index), ...path];
      start = index;
      break;
    }
    if (here === Kind.word) {
      start = language.name === 'text' ? startOfLabel(tokens, index, lower) : index;
      path = [wordsOf(tokens, start, index), ...path];
      if (index - 2 < lower || !accessing[kind[index - 1]!]) break;
      index -= 2;
      continue;
    }
    const open = match[index]!;
    if (open < lower || open > index) break;
    const before = open - 1;
    if (here === Kind.closeBracket) {
      const key = soleKey(tokens, open + 1, index);
      if (key !== undefined) path = [key, ...path];
      start = open;
      const indexed =
        (kind[before] === Kind.word && !tokens.means(before, Word.variable)) || kind[before] === Kind.closeBracket;
      if (before >= lower && indexed) {
        index = before;
        continue;
      }
      if (path.length === 0) return { at, operator, start: open, group: open };
    } else if (path.length > 0) start = open;
    else if (
      here === Kind.closeParen &&
      before >= lower &&
      kind[before] === Kind.word &&
      !tokens.means(before, Word.variable)
    ) {
      // `fun apiKey() = "…"`: the function stands for what it returns.
      if (open + 1 !== index) return undefined;
      path = [nameAt(tokens, before)];
      start = before;
    } else return { at, operator, start: open, group: open };
    break;
  }
  if (path.length === 0) return undefined;
  // Visual Basic: `Const KEY As String = …`.
  if (path.length === 1 && start - 2 >= lower && kind[start - 2] === Kind.word && /^as$/i.test(tokens.slice(start - 1)))
    return { at, operator, start: start - 2, name: [nameAt(tokens, start - 2)], group: -1 };
  // Go and SQL name first: `var apiKey string = …`.
  const first = start - 1;
  if (
    language.nameFirst &&
    path.length === 1 &&
    first >= lower &&
    kind[first] === Kind.word &&
    !tokens.means(first, Word.beforeName)
  )
    return { at, operator, start: first, name: [nameAt(tokens, first)], group: -1 };
  return { at, operator, start, name: path, group: -1 };
}

/** In prose a label is several words: `My API key: …`. */
function startOfLabel(tokens: Tokens, last: number, lower: number): number {
  let start = last;
  while (
    start - 1 >= lower &&
    tokens.kind[start - 1] === Kind.word &&
    !tokens.means(start - 1, Word.prefix) &&
    last - start < maxLabelWords - 1
  )
    start -= 1;
  return start;
}

function wordsOf(tokens: Tokens, first: number, last: number): string {
  let words = nameAt(tokens, first);
  for (let index = first + 1; index <= last; index += 1) words += ` ${nameAt(tokens, index)}`;
  return words;
}

/** The one key inside brackets, `["key"]` or `[:key]` or `[KEY]`; `numbers`: also an index. */
export function soleKey(tokens: Tokens, from: number, to: number, numbers = false): string | undefined {
  const first = tokens.skipNewlines(from, to);
  const at = tokens.kind[first] === Kind.colon ? first + 1 : first;
  if (at + 1 !== to) return undefined;
  if (tokens.kind[at] === Kind.string) return keyText(tokens, at);
  if (tokens.kind[at] !== Kind.word || (!numbers && /^\d+$/.test(tokens.slice(at)))) return undefined;
  return nameAt(tokens, at);
}

function keyText(tokens: Tokens, index: number): string {
  return stringValue(tokens, index).text.slice(0, maxName);
}
