/**
 * Reads JSON, JSON with comments and trailing commas, and streams of JSON values (NDJSON) into bindings. Texts that
 * need more of JavaScript (single quotes, bare keys, templates) are left to the lexer.
 */
import { type JSONVisitor, type ParseErrorCode, visit } from 'jsonc-parser';
import type { Reading, TextValue } from '../types.ts';
import { Entries, MAX_DEPTH } from './entries.ts';
import { TextBuilder, verbatim } from './pieces.ts';

/** Thrown out of the visitor, which knows no other way to stop early. */
class Rejected extends Error {}

/**
 * Errors after which the visitor has lost nothing: it goes on with the token that it was looking at. (The constants
 * of jsonc-parser are a `const enum`, which erases to nothing.)
 */
const HARMLESS: ReadonlySet<ParseErrorCode> = new Set<ParseErrorCode>([
  6 /* CommaExpected */, 14 /* InvalidUnicode */, 15 /* InvalidEscapeCharacter */, 16 /* InvalidCharacter */,
]);
const END_OF_FILE_EXPECTED: ParseErrorCode = 9;

/**
 * A file that is cut off keeps all that stands before the cut. Any other syntax error gives `undefined`: the parser
 * then skips to the next comma or brace, and what it skips may be the key that the lexer would find. Also `undefined`
 * when nested deeper than MAX_DEPTH.
 */
export function readJson(text: string): Reading | undefined {
  const entries = new Entries('json');
  let at: number | undefined = 0;
  try {
    while (at !== undefined) at = readRoot(text, at, entries);
  } catch (error) {
    if (error instanceof Rejected) return undefined;
    throw error;
  }
  return entries.reading();
}

/** Reads the value that begins at or after `from`; returns where the next one begins, if there is one. */
function readRoot(text: string, from: number, entries: Entries): number | undefined {
  const { path } = entries;
  /** For each open container the length of its path, and of a list the index of its latest item. */
  const open: { readonly length: number; index: number }[] = [];
  let hasBegun = false;
  /** Where the list begins that has no item yet. */
  let empty: number | undefined;
  let next: number | undefined;

  const beginItem = (): void => {
    hasBegun = true;
    empty = undefined;
    if (entries.inList) path.push(String(++open.at(-1)!.index));
  };
  const begin = (offset: number, isList: boolean): void => {
    beginItem();
    if (entries.depth >= MAX_DEPTH) throw new Rejected();
    entries.open(from + offset, isList ? 'list' : 'map');
    open.push({ length: path.length, index: -1 });
    if (isList) empty = from + offset;
  };
  const end = (offset: number, length: number): void => {
    entries.close();
    // A cut may leave a key without its value on the path.
    path.length = open.pop()!.length;
    if (empty !== undefined) entries.add({ kind: 'list', items: [] }, { start: empty, end: from + offset + length });
    empty = undefined;
    path.pop();
  };
  const visitor: JSONVisitor = {
    onObjectBegin: (offset) => begin(offset, false),
    onArrayBegin: (offset) => begin(offset, true),
    onObjectEnd: end,
    onArrayEnd: end,
    onObjectProperty: (key) => void path.push(key),
    onLiteralValue: (value: unknown, offset, length) => {
      beginItem();
      const span = { start: from + offset, end: from + offset + length };
      if (typeof value !== 'string') entries.add({ kind: 'scalar', text: text.slice(span.start, span.end) }, span);
      else if (value.length === length - 2) entries.add(verbatim(text, span.start + 1, span.end - 1), span);
      else entries.add(unescaped(text, span.start + 1, span.end - 1), span);
      path.pop();
    },
    onComment: (offset, length) => entries.comment(from + offset, from + offset + length),
    onError: (code, offset, length) => {
      if (HARMLESS.has(code)) return;
      if (code === END_OF_FILE_EXPECTED && '{['.includes(text[from + offset]!)) next = from + offset;
      else if (!hasBegun || length > 0) throw new Rejected();
    },
  };
  visit(from === 0 ? text : text.slice(from), visitor, { allowTrailingComma: true, allowEmptyContent: false });
  return next;
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  '/': '/',
};
const HEX4 = /^[0-9a-fA-F]{4}$/;

/** The inside of a string. What is no escape of JSON loses its backslash, as in JavaScript. */
function unescaped(text: string, start: number, end: number): TextValue {
  const builder = new TextBuilder(text);
  let copied = start;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== 92) continue;
    builder.copy(copied, at);
    const escaped = text[at + 1]!;
    const hex = escaped === 'u' ? text.slice(at + 2, Math.min(at + 6, end)) : '';
    const length = HEX4.test(hex) ? 6 : 2;
    const decoded = length === 6 ? String.fromCharCode(Number.parseInt(hex, 16)) : ESCAPES[escaped];
    if (decoded === undefined) copied = at + 1;
    else {
      builder.replace(decoded, at, at + length);
      copied = at + length;
    }
    at += length - 1;
  }
  return builder.copy(copied, end).value();
}
