/**
 * What people write before a value in notes, logs, tables and chats: the label of a run of characters that no reader
 * of code or configuration has named. `API Key: …`, `| Secret | … |`, a heading and the value below it.
 */

import { lineEnd, lineStart, withoutExcuses } from '../lines.ts';

/** What is said of a value. A remark need not be about the value alone: `// TODO remove after test`. */
export interface Label {
  readonly says: string;
  readonly isRemark?: true;
}

const maxLabel = 100;
const decoration = /[\s"'`*_~()[\]{}<>,;|\\#\-•·.!]+$/u;
const separator = /(?:[:=：＝→➜>|]|-+>|\bis|\bare|\bсоставляет|是|为)\s*$/u;

/** The labels of what stands at [start, end): nearest first, none if nothing is near; then the remark after it. */
export function labelsOf(text: string, start: number, end: number): Label[] {
  const from = lineStart(text, start);
  const before = text.slice(from, start);
  const labels: string[] = [];
  const cells = before.includes('|') && inTable(text, from, end) ? tableLabels(text, from, before) : [];
  labels.push(...cells);
  const own = formatLabel(before) ?? clean(assigned(before));
  if (own !== '' && cells.length === 0) labels.push(own);
  // What stands above names the first value of a line, not those after it.
  if (own === '' && !/[A-Za-z0-9]{60}/.test(before)) {
    const above = labelAbove(text, from);
    if (above !== '') labels.push(above);
  }
  return [...labels.map((says) => ({ says })), ...remarkAfter(text, end)];
}

/** The words right before a value, without quotes, bullets and separators. */
function clean(before: string): string {
  let label = before;
  for (let length = -1; length !== label.length;) {
    length = label.length;
    label = label.replace(decoration, '').replace(separator, '');
  }
  // Only the last clause names the value: `key=… secret=`, `first, api key`.
  const clause = label.split(/[,;，。；\t]|[A-Za-z0-9]{60,}|\s{3,}|"\s+"|\s\|\s/u).at(-1) ?? '';
  return clause.replace(/^[\s"'`*_>#\-•·\d.()[\]|]+/u, '').slice(-maxLabel);
}

/** `api_key: SecretStr = Field("…"`: the value's label is the name that the call is assigned to. */
function assigned(before: string): string {
  const call = /(?<![\w$.-])([\w$.-]+)\s*(?::[^=;(]{1,60})?:?=\s*(?:await\s+|new\s+)?[\w$.:<>[\]\\]+\(\s*["'`]?$/.exec(
    before,
  );
  return call?.[1] ?? before;
}

/** `"key=%s secret=%s", "…", "…"`: the n-th value after a format belongs to its n-th blank. */
function formatLabel(before: string): string | undefined {
  const format = /(["'`])([^"'`]*(?:%[sdvqr]|\{\w*\})[^"'`]*)\1\s*,([^()]*)$/.exec(before);
  if (!format) return undefined;
  const parts = (format[2] ?? '').split(/%[sdvqr]|\{\w*\}/);
  const nth = (format[3] ?? '').split(',').length - 1;
  return nth < parts.length - 1 ? clean(parts[nth] ?? '') : undefined;
}

/** Whether the line is a row: it begins with a bar, or a neighbouring line has bars too. A shell's pipe is none. */
function inTable(text: string, from: number, end: number): boolean {
  if (/^\s*\|/.test(text.slice(from, from + 20))) return true;
  const to = lineEnd(text, end);
  const above = from > 0 ? text.slice(Math.max(lineStart(text, from - 1), from - 400), from) : '';
  const below = text.slice(to + 1, Math.min(lineEnd(text, to + 1), to + 400));
  return above.includes('|') || below.includes('|');
}

/** In a table: the cell to the left, and the head of the column. */
function tableLabels(text: string, from: number, before: string): string[] {
  const cells = before.split('|');
  const left = (cells.at(-2) ?? '').trim();
  const labels = left === '' ? [] : [clean(left)];
  const column = cells.length - 1;
  let line = from;
  for (let up = 0; up < 50 && line > 0; up += 1) {
    const previous = lineStart(text, line - 1);
    const row = text.slice(previous, line - 1);
    if (!row.includes('|')) break;
    if (/^[\s|:+-]+$/.test(row)) {
      const headStart = lineStart(text, previous - 1);
      const head =
        text
          .slice(headStart, Math.max(headStart, previous - 1))
          .split('|')
          [column]?.trim() ?? '';
      if (head !== '') labels.unshift(clean(head));
      break;
    }
    line = previous;
  }
  return labels.filter((label) => label !== '');
}

/** A line of a program says nothing of the value below it. */
const statement = /^(?:>>>|\.\.\.)|^(?:import|from\s.*\simport|def|class|return|if|for|while|try|@\w)\b.*|[({[;]$/;

/** The nearest line above that says something, if it is short enough to be a label. */
function labelAbove(text: string, from: number): string {
  let line = from;
  for (let up = 0; up < 4 && line > 0; up += 1) {
    const previous = lineStart(text, line - 1);
    const above = withoutExcuses(text.slice(Math.max(previous, line - 200), line - 1)).trim();
    line = previous;
    if (above === '' || /^[#/*;%!<>-]+$|^[`~'"=+*_-]{3,}\w*$/.test(above)) continue;
    if (/[A-Za-z0-9]{60,}/.test(above)) continue;
    if (statement.test(above)) return '';
    // Of two values their order tells which is which.
    if (namesBoth(above)) return '';
    return above.length <= 120 ? clean(above) : '';
  }
  return '';
}

/** What a comment on the line right above says, if that line is one: `// Secret key`. */
export function commentAbove(text: string, start: number): Label[] {
  const from = lineStart(text, start);
  if (from === 0) return [];
  const above = withoutExcuses(text.slice(lineStart(text, from - 1), from - 1)).trim();
  return above.length <= 100 && comment.test(above) && !namesBoth(above) && !/[A-Za-z0-9]{60,}/.test(above)
    ? remarks(clean(above.replace(/\*\/|-->/g, '')))
    : [];
}

const comment = /^(?:\/\/|\/\*|\*|#|--|;|%|'|<!--|\{-|\(\*|rem\b)/i;

const twoThings =
  /\bkey\b[^\n]{0,40}(?:[;,:/&|+]|\band\b|\bthen\b|\bline\b)[^\n]{0,20}\bsecret\b|\bsecret\b[^\n]{0,40}(?:[;,:/&|+]|\band\b|\bthen\b)[^\n]{0,20}\bkey\b/i;

/** Whether a line speaks of a key and of a secret, as two things: `key;secret`, `API key first, then the secret`. */
function namesBoth(line: string): boolean {
  return twoThings.test(line);
}

/** A remark after the value, if there is one: `… // secret key`, `… (api key)`. */
export function remarkAfter(text: string, end: number): Label[] {
  const rest = text.slice(end, lineEnd(text, end, 120));
  const remark = /^["'`]?\s*[,;)]*\s*(?:\/\/|#|--|<!--|\/\*|\(|←|<-)\s*([^\r\n]{2,80})/u.exec(rest)?.[1] ?? '';
  return /[A-Za-z0-9]{60,}/.test(remark)
    ? []
    : remarks(
        withoutExcuses(remark)
          .replace(/[\s,;/*#-]+$/, '')
          .replace(/\s*(?:\*\/|-->|\))\s*$/, ''),
      );
}

const remarks = (says: string): Label[] => (says === '' ? [] : [{ says, isRemark: true }]);
