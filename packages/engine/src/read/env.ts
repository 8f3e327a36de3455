/** Reads .env files and shell-like lists of assignments into bindings `[NAME]`. Expands no variables. */
import type { Reading, TextValue } from '../types.ts';
import { Entries, scalarOrText } from './entries.ts';
import { addBare, commentedAssignment, inlineComment, lineAt, skipBlanks, trimEnd } from './lines.ts';
import { TextBuilder, verbatim } from './pieces.ts';

const ASSIGNMENT = /^(?:export[ \t]+|set[ \t]+)?(["']?)([A-Za-z_][A-Za-z0-9_.-]{0,120})\1[ \t]*(?:=|:[ \t])[ \t]*/;
const LONGEST_NAME = 400;

/**
 * Quoted values may span lines (PEM); double quotes decode `\n` and the like. Other lines become `bare` bindings.
 * `undefined` when less than half of the lines that are no comments are assignments.
 */
export function readEnv(text: string): Reading | undefined {
  const entries = new Entries('env');
  let assignments = 0;
  let others = 0;
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    at = line.next;
    const start = skipBlanks(text, line.start, line.end);
    if (start === line.end) continue;
    if (text[start] === '#') {
      entries.comment(start, line.end);
      const commented = commentedAssignment(text, line);
      if (commented !== undefined) addValue(entries, text, commented.key, commented.value, line.end, true);
      continue;
    }
    const match = ASSIGNMENT.exec(text.slice(start, Math.min(line.end, start + LONGEST_NAME)));
    if (match === null) {
      others++;
      addBare(entries, text, start, trimEnd(text, start, line.end));
    } else {
      assignments++;
      const end = addValue(entries, text, match[2]!, start + match[0].length, line.end, false);
      if (end > line.end) at = lineAt(text, end).next;
    }
  }
  return assignments > 0 && assignments >= others ? entries.reading() : undefined;
}

/**
 * Adds the value that begins at `start`, on a line that ends at `end`, and returns where it ends, which may be lines
 * later. Of a line that is itself a comment (`isComment`) nothing is a comment again, and its quotes close in it.
 */
function addValue(entries: Entries, text: string, key: string, start: number, end: number, isComment: boolean): number {
  const quoted = readQuoted(text, start, end, isComment);
  const lastEnd = quoted === undefined || quoted.end <= end ? end : lineAt(text, quoted.end).end;
  const comment = inlineComment(text, quoted?.end ?? start - 1, lastEnd, '#');
  if (comment < lastEnd && !isComment) entries.comment(comment, lastEnd);
  const stop = quoted?.end ?? trimEnd(text, start, comment);
  entries.path.push(key);
  entries.add(quoted?.value ?? scalarOrText(verbatim(text, start, stop)), { start, end: stop });
  entries.path.pop();
  return lastEnd;
}

/** The next line looks like an assignment of its own; base64 that ends in `=` does not. */
const NEXT_ASSIGNMENT = /(?:^|[\r\n])[ \t]*(?:export[ \t]+)?[A-Za-z_]\w{0,120}[ \t]{0,9}=[ \t]{0,9}[^=\s]/;

/**
 * The quoted value that begins at `start`, or `undefined` when there is none or its quote never closes, or closes
 * only beyond another assignment: then somebody forgot it.
 */
function readQuoted(
  text: string,
  start: number,
  end: number,
  oneLine: boolean,
): { value: TextValue; end: number } | undefined {
  const quote = text[start];
  if (start >= end || (quote !== '"' && quote !== "'" && quote !== '`')) return undefined;
  const close = closingQuote(text, start + 1, quote, oneLine ? end : text.length);
  if (close === undefined) return undefined;
  if (close > end && NEXT_ASSIGNMENT.test(text.slice(end, close))) return undefined;
  const value = quote === '"' ? unescaped(text, start + 1, close) : verbatim(text, start + 1, close);
  return { value, end: close + 1 };
}

function closingQuote(text: string, start: number, quote: string, end: number): number | undefined {
  for (let at = start; at < end; at++) {
    if (text[at] === quote) return at;
    if (quote === '"' && text[at] === '\\') at++;
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$', '`': '`' };

/** The inside of double quotes. A backslash before any other character stands for itself. */
function unescaped(text: string, start: number, end: number): TextValue {
  const builder = new TextBuilder(text);
  let copied = start;
  for (let at = start; at + 1 < end; at++) {
    if (text.charCodeAt(at) !== 92) continue;
    const escape = ESCAPES[text[at + 1]!];
    if (escape !== undefined) {
      builder.copy(copied, at).replace(escape, at, at + 2);
      copied = at + 2;
    }
    at++;
  }
  return builder.copy(copied, end).value();
}
