/** Reads Java .properties files into bindings `[key]`, the key as a whole: `binance.api-key`. */
import type { Reading, TextValue } from '../types.ts';
import { Entries, scalarOrText } from './entries.ts';
import { commentedAssignment, lineAt, skipBlanks, trimEnd } from './lines.ts';
import { TextBuilder, verbatim } from './pieces.ts';

/**
 * Every text is a properties file, so this is `undefined` only when it has no entry at all. Trailing blanks, which
 * Java keeps, are dropped.
 */
export function readProperties(text: string): Reading | undefined {
  const entries = new Entries('properties');
  let count = 0;
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    const start = skipBlanks(text, line.start, line.end);
    at = line.next;
    if (start === line.end) continue;
    if (text[start] === '#' || text[start] === '!') {
      entries.comment(start, line.end);
      const commented = commentedAssignment(text, line);
      if (commented !== undefined) {
        const end = trimEnd(text, commented.value, line.end);
        add(entries, commented.key, verbatim(text, commented.value, end), commented.value, end);
      }
      continue;
    }
    const separator = separatorAt(text, start, line.end);
    const key = unescaped(text, start, separator.start).text;
    const value = logicalValue(text, separator.end);
    add(entries, key, value.value, separator.end, value.end);
    at = value.next;
    count++;
  }
  return count > 0 ? entries.reading() : undefined;
}

function add(entries: Entries, key: string, value: TextValue, start: number, end: number): void {
  entries.path.push(key);
  entries.add(scalarOrText(value), { start, end: Math.max(start, end) });
  entries.path.pop();
}

/** Blanks, one `=` or `:` (both may be missing), blanks; empty at the line's end when there is only a key. */
function separatorAt(text: string, start: number, end: number): { start: number; end: number } {
  let at = start;
  while (at < end && !'=: \t\f'.includes(text[at]!)) at += text[at] === '\\' ? 2 : 1;
  const keyEnd = Math.min(at, end);
  at = skipBlanks(text, keyEnd, end);
  if (at < end && (text[at] === '=' || text[at] === ':')) at = skipBlanks(text, at + 1, end);
  return { start: keyEnd, end: at };
}

/** The value from `start` on, over all lines that end in an odd number of backslashes. */
function logicalValue(text: string, start: number): { value: TextValue; end: number; next: number } {
  const builder = new TextBuilder(text);
  let line = lineAt(text, start);
  let from = start;
  while (isContinued(text, from, line.end) && line.next < text.length) {
    append(builder, text, from, line.end - 1);
    line = lineAt(text, line.next);
    from = skipBlanks(text, line.start, line.end);
  }
  const end = trimEnd(text, from, line.end);
  append(builder, text, from, end);
  return { value: builder.value(), end, next: line.next };
}

function isContinued(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && text[at - 1] === '\\') at--;
  return (end - at) % 2 === 1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };

function unescaped(text: string, start: number, end: number): TextValue {
  const builder = new TextBuilder(text);
  append(builder, text, start, end);
  return builder.value();
}

/** Appends [start, end) with its escapes decoded; a backslash before any other character only goes away. */
function append(builder: TextBuilder, text: string, start: number, end: number): void {
  let copied = start;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== 92) continue;
    builder.copy(copied, at);
    const hex = text[at + 1] === 'u' ? text.slice(at + 2, Math.min(at + 6, end)) : '';
    if (/^[0-9a-fA-F]{4}$/.test(hex)) {
      builder.replace(String.fromCharCode(Number.parseInt(hex, 16)), at, at + 6);
      copied = at + 6;
    } else if (at + 1 < end) {
      const escape = ESCAPES[text[at + 1]!];
      if (escape === undefined) builder.copy(at + 1, at + 2);
      else builder.replace(escape, at, at + 2);
      copied = at + 2;
    } else {
      copied = end;
    }
    at = copied - 1;
  }
  builder.copy(copied, end);
}
