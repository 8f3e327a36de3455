/**
 * What the line-based settings formats (.env, .ini, .properties) share: walking lines, and assignments that are
 * commented out, which are as much of a leak as live ones.
 */
import type { Entries } from './entries.ts';
import { verbatim } from './pieces.ts';

export interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** Where the next line begins; the text's length after the last line. */
  readonly next: number;
}

/** The line that begins at `start`. Line breaks are LF, CRLF and lone CR. */
export function lineAt(text: string, start: number): Line {
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 10) return { start, end, next: end + 1 };
    if (code === 13) return { start, end, next: text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1 };
  }
  return { start, end, next: end };
}

/** The offset of the first character in [start, end) that is no blank, or `end`. */
export function skipBlanks(text: string, start: number, end: number): number {
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  return start;
}

/** The end of [start, end) without the blanks before it. */
export function trimEnd(text: string, start: number, end: number): number {
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Space, tab, form feed, line breaks, no-break space. */
function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}

/** Where a comment begins that follows a value: the first of `marks` after a blank; `end` when there is none. */
export function inlineComment(text: string, start: number, end: number, marks: string): number {
  for (let at = start + 1; at < end; at++) {
    if (marks.includes(text[at]!) && isBlank(text.charCodeAt(at - 1))) return at;
  }
  return end;
}

const ASSIGNMENT = /^[#;!/]+[ \t]*(?:export[ \t]+|set[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]{0,80})[ \t]*=[ \t]*(?=[^\s=])/;

/**
 * The assignment that a comment line takes out of use: its key, and where its value begins. Only `name = value`
 * counts; `# note: text` is prose.
 */
export function commentedAssignment(text: string, line: Line): { key: string; value: number } | undefined {
  const start = skipBlanks(text, line.start, line.end);
  const match = ASSIGNMENT.exec(text.slice(start, Math.min(line.end, start + 200)));
  return match === null ? undefined : { key: match[1]!, value: start + match[0].length };
}

/** A line that is no assignment is still text: people paste keys without a name. */
export function addBare(entries: Entries, text: string, start: number, end: number): void {
  if (end > start) entries.add(verbatim(text, start, end), { start, end }, 'bare');
}
