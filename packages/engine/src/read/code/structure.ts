/** How tokens group: where an item ends, what goes on over a line end, where type arguments end, which words are names. */
import { accessing, afterTypeArguments, continuesAfter, continuesBefore, insideTypeArguments } from './operators.ts';
import { Kind, type Tokens } from './tokens.ts';
import { holdsLongRun } from './words.ts';

/** Names longer than this are cut. */
const maxName = 200;
/** Type arguments take fewer tokens. */
const maxTypeArguments = 40;

/** The comma, semicolon or line end behind the item that begins at `from`; `to` without one. */
export function endOfItem(tokens: Tokens, from: number, to: number, newlines: boolean): number {
  const { kind, match } = tokens;
  for (let at = from; at < to; at += 1) {
    const here = kind[at]!;
    if (here === Kind.comma || here === Kind.semicolon) return at;
    if (match[at]! > at) at = match[at]!;
    else if (here === Kind.newline) {
      if (newlines && !goesOn(tokens, at, from, to)) return at;
      at = tokens.skipNewlines(at, to) - 1;
    } else if (here === Kind.less && at > from && kind[at - 1] === Kind.word) {
      const after = endOfTypeArguments(tokens, at, to);
      if (after > 0) at = after - 1;
    }
  }
  return to;
}

/** Whether the item that begins at `from` goes on behind the line end at `index`. */
function goesOn(tokens: Tokens, index: number, from: number, to: number): boolean {
  const { kind, language } = tokens;
  let before = index - 1;
  while (before >= from && kind[before] === Kind.newline) before -= 1;
  const last = before >= from ? kind[before]! : Kind.newline;
  if (continuesAfter[last] && !(last === Kind.colon && language.dictBraces)) return true;
  const after = tokens.skipNewlines(index, to);
  if (after >= to) return false;
  const next = kind[after]!;
  // C: literals below each other are one. Elsewhere that takes brackets around them.
  if (last === Kind.string && next === Kind.string) return language.name === 'c';
  // A bracket on a line of its own opens the body of what stands before it.
  if (next === Kind.openBrace)
    return !language.dictBraces && (last === Kind.word || last === Kind.closeParen || last === Kind.greater);
  if (next === Kind.colon && language.name === 'ruby') return false;
  return continuesBefore[next] === 1;
}

/** The token behind the `>` that closes type arguments opened at `at`; -1 where a `<` only compares. */
export function endOfTypeArguments(tokens: Tokens, at: number, to: number): number {
  const { kind } = tokens;
  const limit = Math.min(to, at + maxTypeArguments);
  let depth = 0;
  for (let index = at; index < limit; index += 1) {
    const here = kind[index]!;
    if (here === Kind.less) depth += 1;
    else if (here === Kind.greater) {
      depth -= 1;
      if (depth === 0) return afterTypeArguments[kind[index + 1]!] ? index + 1 : -1;
    } else if (!insideTypeArguments[here]) return -1;
  }
  return -1;
}

/** Whether there is a literal that could be a value. */
export function hasText(tokens: Tokens, from: number, to: number): boolean {
  const { kind } = tokens;
  for (let at = from; at < to; at += 1) if (kind[at] === Kind.string || isLongWord(tokens, at)) return true;
  return false;
}

/** Whether the token is a word that is no name, for it is long enough to be a credential. */
export function isLongWord(tokens: Tokens, index: number): boolean {
  return tokens.kind[index] === Kind.word && holdsLongRun(tokens.text, tokens.start[index]!, tokens.end[index]!);
}

/** The word as a name: without the sigils of shell, PHP, Perl and Ruby. */
export function nameAt(tokens: Tokens, index: number): string {
  const { text } = tokens;
  const end = tokens.end[index]!;
  let start = tokens.start[index]!;
  while (start < end && isSigil(text.charCodeAt(start))) start += 1;
  return text.slice(start, Math.min(end, start + maxName));
}

function isSigil(code: number): boolean {
  return code === 36 || code === 64 || code === 35;
}

/** The path if [from, to) is nothing but a name, perhaps after `const`, `let` or a type. */
export function purePath(tokens: Tokens, from: number, to: number): readonly string[] | undefined {
  const { kind } = tokens;
  let begin = -1;
  for (let at = from; at < to; at += 1) {
    if (kind[at] === Kind.word) {
      if (isLongWord(tokens, at)) return undefined;
      if (begin < 0 || !accessing[kind[at - 1]!]) begin = at;
    } else if (kind[at] !== Kind.newline && !accessing[kind[at]!]) return undefined;
  }
  if (begin < 0) return undefined;
  const path: string[] = [];
  for (let at = begin; at < to; at += 1) if (kind[at] === Kind.word) path.push(nameAt(tokens, at));
  return path;
}
