/**
 * Reads .ini, .cfg and flat .conf files into bindings `[section, key]`, as Python's configparser and git mean them.
 * Block formats that share the endings (nginx, HOCON) are not for this reader.
 */
import type { Reading, TextValue } from '../types.ts';
import { Entries, scalarOrText } from './entries.ts';
import { addBare, commentedAssignment, inlineComment, type Line, lineAt, skipBlanks, trimEnd } from './lines.ts';
import { TextBuilder, verbatim } from './pieces.ts';

const SECTION = /^\[([^\]\r\n]{1,200})\]/;
const KEY = /^(?:export[ \t]+)?([^\s=:;#[\]{}"'][^=:\r\n{}"']{0,120}?)[ \t]{0,40}(?:=|:(?!\/\/))[ \t]*/;
const LONGEST_KEY = 200;

/**
 * Values go on over lines that are indented deeper than their key, or after a backslash at the line's end. Other lines
 * become `bare` bindings. `undefined` when braces open blocks, or less than half of the lines are assignments.
 */
export function readIni(text: string): Reading | undefined {
  const entries = new Entries('ini');
  let assignments = 0;
  let others = 0;
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    at = line.next;
    const start = skipBlanks(text, line.start, line.end);
    const end = trimEnd(text, start, line.end);
    if (start === end) continue;
    if (text[start] === '#' || text[start] === ';') {
      entries.comment(start, end);
      const commented = commentedAssignment(text, line);
      if (commented !== undefined) addValue(entries, commented.key, readValue(text, commented.value, line, Infinity));
      continue;
    }
    if (text[end - 1] === '{') return undefined;
    const section = SECTION.exec(text.slice(start, Math.min(end, start + LONGEST_KEY + 2)));
    if (section !== null) {
      enterSection(entries, section[1]!.trim(), start);
      continue;
    }
    const key = KEY.exec(text.slice(start, Math.min(line.end, start + LONGEST_KEY)));
    if (key === null) {
      others++;
      addBare(entries, text, start, end);
      continue;
    }
    assignments++;
    const read = readValue(text, start + key[0].length, line, start - line.start);
    addValue(entries, key[1]!, read);
    if (read.comment < read.line.end) entries.comment(read.comment, read.line.end);
    at = read.line.next;
  }
  return assignments > 0 && assignments >= others ? entries.reading() : undefined;
}

function enterSection(entries: Entries, name: string, start: number): void {
  if (entries.depth > 0) {
    entries.close();
    entries.path.pop();
  }
  entries.path.push(name);
  entries.open(start);
}

interface ReadValue {
  readonly value: TextValue;
  readonly start: number;
  /** Where the value ends, its quotes included. */
  readonly end: number;
  readonly isQuoted: boolean;
  /** Where a comment after the value begins; the line's end when there is none. */
  readonly comment: number;
  /** The last line that belongs to the value. */
  readonly line: Line;
}

function addValue(entries: Entries, key: string, read: ReadValue): void {
  entries.path.push(key);
  entries.add(read.isQuoted ? read.value : scalarOrText(read.value), { start: read.start, end: read.end });
  entries.path.pop();
}

/** The value that begins at `start` in `line`, under a key that is indented by `indent` characters. */
function readValue(text: string, start: number, line: Line, indent: number): ReadValue {
  const comment = inlineComment(text, start - 1, line.end, ';#');
  const end = trimEnd(text, start, comment);
  const quote = text[start];
  if ((quote === '"' || quote === "'") && end - start >= 2 && text[end - 1] === quote) {
    return { value: verbatim(text, start + 1, end - 1), start, end, isQuoted: true, comment, line };
  }
  if (indent === Infinity) {
    return { value: verbatim(text, start, end), start, end, isQuoted: false, comment, line };
  }
  return readLines(text, start, end, comment, line, indent);
}

/** An unquoted value with the lines that continue it. */
function readLines(
  text: string,
  start: number,
  firstEnd: number,
  comment: number,
  first: Line,
  indent: number,
): ReadValue {
  const builder = new TextBuilder(text);
  let line = first;
  let end = firstEnd;
  let rest = comment;
  let from = start;
  let valueStart = start;
  while (line.next < text.length) {
    const isEscaped = end > from && text[end - 1] === '\\' && rest === line.end;
    const next = lineAt(text, line.next);
    const nextStart = skipBlanks(text, next.start, next.end);
    if (!isEscaped && !continues(text, nextStart, next, indent)) break;
    builder.copy(from, isEscaped ? end - 1 : end);
    // configparser keeps the line break, a backslash takes it away.
    if (!isEscaped && builder.length > 0) builder.replace('\n', end, nextStart);
    if (builder.length === 0) valueStart = nextStart;
    rest = inlineComment(text, nextStart, next.end, ';#');
    [from, end, line] = [nextStart, trimEnd(text, nextStart, rest), next];
  }
  const value = builder.copy(from, end).value();
  return { value, start: Math.min(valueStart, end), end, isQuoted: false, comment: rest, line };
}

function continues(text: string, start: number, line: Line, indent: number): boolean {
  if (start === line.end || start - line.start <= indent || '#;['.includes(text[start]!)) return false;
  const key = KEY.exec(text.slice(start, Math.min(line.end, start + LONGEST_KEY)));
  // Base64 may end in `=`; a key has something after it.
  return key === null || /^=*$/.test(text.slice(start + key[0].length, trimEnd(text, start, line.end)));
}
