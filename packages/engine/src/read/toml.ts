/** Reads TOML into bindings from the syntax tree of toml-eslint-parser, which keeps places but not those of escapes. */
import { type AST, parseTOML } from 'toml-eslint-parser';
import type { Reading, TextValue } from '../types.ts';
import { Entries, hasMore, MAX_DEPTH } from './entries.ts';
import { TextBuilder, verbatim } from './pieces.ts';

/** toml-eslint-parser reads about 1.5 MB a second: beyond this the lexer is the better reader. */
const MAX_LENGTH = 1_000_000;
/** Its tree takes some two kilobytes for each of these marks. */
const MAX_MARKS = 60_000;
const MARKS = /[[{,=\n]/g;
/** Keys of more parts than this take it quadratic time. */
const LONG_KEY = /(?:\.[ \t]{0,9}(?:[\w-]{1,99}|"[^"\n]{0,99}"|'[^'\n]{0,99}')[ \t]{0,9}){65}/;

class Rejected extends Error {}

/**
 * Tables and dotted keys become paths, tables of an array with their index. `undefined` for any syntax error, since
 * the parser stops at the first, for nesting deeper than MAX_DEPTH, and for files of over 1,000,000 characters or MAX_MARKS marks.
 */
export function readToml(text: string): Reading | undefined {
  if (text.length > MAX_LENGTH || hasMore(text, MARKS, MAX_MARKS) || LONG_KEY.test(text)) return undefined;
  const entries = new Entries('toml');
  try {
    const program = parseTOML(text, { tomlVersion: 'next' });
    for (const { range } of program.comments) entries.comment(range[0], range[1]);
    for (const node of program.body[0].body) {
      if (node.type === 'TOMLTable') addTable(entries, text, node);
      else addKeyValue(entries, text, node);
    }
  } catch {
    // A syntax error, Rejected, or a stack that overflowed in the parser: in each case the lexer takes over.
    return undefined;
  }
  return entries.reading();
}

function addTable(entries: Entries, text: string, table: AST.TOMLTable): void {
  const path = table.resolvedKey.map(String);
  if (path.length > MAX_DEPTH) throw new Rejected();
  const isItem = table.kind === 'array';
  if (isItem) {
    entries.path.push(...path.slice(0, -1));
    // The tables of an array have no bracket around them all: the file is what holds them together.
    entries.open(0, 'list');
    entries.path.push(path.at(-1)!);
  } else {
    entries.path.push(...path);
  }
  entries.open(table.range[0]);
  for (const node of table.body) addKeyValue(entries, text, node);
  entries.close();
  if (isItem) entries.close();
  entries.path.length = 0;
}

function addKeyValue(entries: Entries, text: string, { key, value }: AST.TOMLKeyValue): void {
  const { length } = entries.path;
  for (const part of key.keys) entries.path.push(part.type === 'TOMLBare' ? part.name : part.value);
  if (entries.path.length > 2 * MAX_DEPTH) throw new Rejected();
  addValue(entries, text, value);
  entries.path.length = length;
}

function addValue(entries: Entries, text: string, node: AST.TOMLContentNode): void {
  if (entries.depth >= MAX_DEPTH) throw new Rejected();
  const [start, end] = node.range;
  switch (node.type) {
    case 'TOMLValue':
      if (node.kind === 'string') entries.add(decoded(text, node), { start, end });
      else entries.add({ kind: 'scalar', text: text.slice(start, end) }, { start, end });
      return;
    case 'TOMLArray':
      entries.open(start, 'list');
      for (const [index, element] of node.elements.entries()) {
        entries.path.push(String(index));
        addValue(entries, text, element);
        entries.path.pop();
      }
      entries.close();
      if (node.elements.length === 0) entries.add({ kind: 'list', items: [] }, { start, end });
      return;
    case 'TOMLInlineTable':
      entries.open(start);
      for (const entry of node.body) addKeyValue(entries, text, entry);
      entries.close();
      return;
    default:
      return node satisfies never;
  }
}

/** The inside of a string; the line break after opening triple quotes does not belong to it. */
function decoded(text: string, node: AST.TOMLStringValue): TextValue {
  const quotes = node.multiline ? 3 : 1;
  let start = node.range[0] + quotes;
  const end = node.range[1] - quotes;
  if (node.multiline && text.startsWith('\r\n', start)) start += 2;
  else if (node.multiline && text[start] === '\n') start += 1;
  if (node.style === 'literal' && !node.multiline) return verbatim(text, start, end);
  return unescaped(text, start, end, node.style === 'literal' ? 13 : 92);
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};
const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Decodes escapes, unless only CR is a `mark`, and reads CRLF as LF, as the parser does. */
function unescaped(text: string, start: number, end: number, mark: 13 | 92): TextValue {
  const builder = new TextBuilder(text);
  let copied = start;
  for (let at = nextMark(text, start, end, mark); at < end; at = nextMark(text, copied, end, mark)) {
    builder.copy(copied, at);
    copied = text.charCodeAt(at) === 13 ? at + 1 : addEscape(builder, text, at, end);
  }
  return builder.copy(copied, end).value();
}

/** The next backslash or the CR of a CRLF, or `end`. */
function nextMark(text: string, start: number, end: number, mark: 13 | 92): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark && code === 92) return at;
    if (code === 13 && text.charCodeAt(at + 1) === 10) return at;
  }
  return end;
}

/** Adds what the escape at `at` stands for and returns where it ends. */
function addEscape(builder: TextBuilder, text: string, at: number, end: number): number {
  const escaped = text[at + 1]!;
  const hexLength = HEX_LENGTHS[escaped];
  const short = ESCAPES[escaped];
  let next = at + 2 + (hexLength ?? 0);
  if (hexLength !== undefined) {
    builder.replace(String.fromCodePoint(Number.parseInt(text.slice(at + 2, next), 16)), at, next);
  } else if (short !== undefined) {
    builder.replace(short, at, next);
  } else {
    // A backslash at the line's end takes away all blanks up to the next text.
    next = at + 1;
    while (next < end && ' \t\r\n'.includes(text[next]!)) next++;
  }
  return next;
}
