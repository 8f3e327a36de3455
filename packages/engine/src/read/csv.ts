/** Reads CSV and TSV into bindings named by the header row; without a header the fields are `bare`. */
import type { Reading, Span, TextValue } from '../types.ts';
import { Entries } from './entries.ts';
import { TextBuilder, verbatim } from './pieces.ts';

/** A field, its quotes included in the span, and where the next one or the next row begins. */
interface Field {
  readonly value: TextValue;
  readonly span: Span;
  readonly next: number;
  readonly isLast: boolean;
}

const MAX_COLUMNS = 500;

/**
 * The separator is the one of `,` `;` tab and `|` that the first line has most of. Rows may differ in length, quoted
 * fields may span lines, and blank lines are skipped. `undefined` when the first line has no separator.
 */
export function readCsv(text: string): Reading | undefined {
  const separator = separatorOf(text);
  if (separator === undefined) return undefined;
  const entries = new Entries('csv');
  const first = rowAt(text, 0, separator);
  const header = isHeader(first.fields) ? first.fields.map(({ value }) => value.text.trim()) : [];
  for (let at = header.length > 0 ? first.next : 0; at < text.length;) {
    const row = rowAt(text, at, separator);
    entries.open(at);
    for (const [column, { value, span }] of row.fields.entries()) {
      const name = header[column];
      if (value.text === '') continue;
      if (name !== undefined && name !== '') entries.path.push(name);
      entries.add(value, span, entries.path.length > 0 ? 'column' : 'bare');
      entries.path.length = 0;
    }
    entries.close();
    at = row.next;
  }
  return entries.reading();
}

function separatorOf(text: string): string | undefined {
  const line = /^[\r\n]*([^\r\n]{0,20000})/.exec(text)?.[1] ?? '';
  let best: string | undefined;
  let most = 0;
  for (const separator of [',', ';', '\t', '|']) {
    const count = line.split(separator).length - 1;
    if (count > most) [best, most] = [separator, count];
  }
  return best;
}

/** A header names its columns: short words, letters in each, no two alike. Values of a first row seldom are all so. */
function isHeader(fields: readonly Field[]): boolean {
  const names = fields.map(({ value }) => value.text.trim()).filter((name) => name !== '');
  const areNames = names.every((name) => /^[\p{L}_$#@][\p{L}\p{M}\p{N}\s_.$#@()/%-]{0,50}$/u.test(name));
  return names.length > 0 && areNames && new Set(names).size === names.length;
}

function rowAt(text: string, start: number, separator: string): { fields: Field[]; next: number } {
  const fields: Field[] = [];
  for (let at = start; ;) {
    const field = fieldAt(text, at, separator);
    // More columns are a broken file: their values are found as loose text.
    if (fields.length < MAX_COLUMNS) fields.push(field);
    at = field.next;
    if (field.isLast) return { fields, next: at };
  }
}

function fieldAt(text: string, start: number, separator: string): Field {
  let from = start;
  while (text[from] === ' ') from++;
  const quoted = text[from] === '"' ? quotedAt(text, from) : undefined;
  let end = quoted?.end ?? from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  const isLast = text[end] !== separator;
  const next = Math.min(text.length, text.startsWith('\r\n', end) ? end + 2 : end + 1);
  if (quoted !== undefined) return { value: quoted.value, span: { start: from, end: quoted.end }, next, isLast };
  let stop = end;
  while (stop > from && text[stop - 1] === ' ') stop--;
  return { value: verbatim(text, from, stop), span: { start: from, end: stop }, next, isLast };
}

/** The quoted text that begins at `start`; doubled quotes stand for one. `undefined` when it never closes. */
function quotedAt(text: string, start: number): { value: TextValue; end: number } | undefined {
  const builder = new TextBuilder(text);
  let copied = start + 1;
  for (let at = text.indexOf('"', copied); at >= 0; at = text.indexOf('"', copied)) {
    builder.copy(copied, at);
    if (text[at + 1] !== '"') return { value: builder.value(), end: at + 1 };
    builder.replace('"', at, at + 2);
    copied = at + 2;
  }
  return undefined;
}
