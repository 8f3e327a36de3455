/** What string tokens say: their text as the program sees it, by the escapes of their form. */
import type { TextValue } from '../../types.ts';
import type { StringForm } from '../languages.ts';
import { TextBuilder, verbatim } from '../pieces.ts';
import type { Tokens } from './tokens.ts';

/** A string token's text as the program sees it. */
export function stringValue(tokens: Tokens, index: number): TextValue {
  const { escape, close } = tokens.form(index);
  const start = tokens.contentStart(index);
  const end = tokens.contentEnd(index);
  return escape === 'none' ? verbatim(tokens.text, start, end) : unescape(tokens.text, start, end, escape, close);
}

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
  a: '\x07',
  e: '\x1b',
};

const codeEscape = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x\{?([0-9a-fA-F]{2})\}?|U([0-9a-fA-F]{8}))/y;

/** The source [start, end) with its backslash escapes resolved, as JavaScript, JSON and most others have them. */
export function escapedText(source: string, start: number, end: number): TextValue {
  return unescape(source, start, end, 'backslash', '');
}

/** Resolves the escapes of [start, end). Unknown escapes stand for the escaped character. */
function unescape(text: string, start: number, end: number, escape: StringForm['escape'], close: string): TextValue {
  const marker = escape === 'backslash' ? '\\' : escape === 'backtick' ? '`' : escape === 'doubled' ? close : '';
  const builder = new TextBuilder(text);
  const inner = text.slice(start, end);
  let at = start;
  while (at < end) {
    const found = marker === '' ? -1 : inner.indexOf(marker, at - start);
    if (found < 0) break;
    const next = start + found;
    const [length, stands] =
      escape === 'backslash' ? readEscape(text, next, end) : [2, escape === 'doubled' ? close : text.charAt(next + 1)];
    builder.copy(at, next);
    at = Math.min(end, next + length);
    builder.replace(stands, next, at);
  }
  return builder.copy(at, end).value();
}

/** Length in the source and meaning of the backslash escape at `at`. */
function readEscape(text: string, at: number, end: number): [number, string] {
  const char = text.charAt(at + 1);
  if (char === 'u' || char === 'x' || char === 'U') {
    codeEscape.lastIndex = at;
    const found = codeEscape.exec(text);
    const code = found ? Number.parseInt(found[1] ?? found[2] ?? found[3] ?? found[4] ?? '0', 16) : Number.NaN;
    if (found && at + found[0].length <= end && code <= 0x10ffff) return [found[0].length, String.fromCodePoint(code)];
  }
  if (char === '\n') return [2 + indentAfter(text, at + 2), ''];
  if (char === '\r' && text.charAt(at + 2) === '\n') return [3 + indentAfter(text, at + 3), ''];
  return [2, simpleEscapes[char] ?? char];
}

/** A continued line's indentation is dropped in Rust and Swift and harmless to drop elsewhere. */
function indentAfter(text: string, at: number): number {
  let length = 0;
  while (text.charAt(at + length) === ' ' || text.charAt(at + length) === '\t') length += 1;
  return length;
}
