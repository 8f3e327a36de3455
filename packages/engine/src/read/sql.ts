/** Names the values of SQL inserts by their column list: `INSERT INTO t (api_key, secret) VALUES ('…', '…')`. */
import type { Binding, Call, Value } from '../types.ts';
import { verbatim } from './pieces.ts';

const insert =
  /\b(?:insert|replace)\s+(?:or\s+\w+\s+|ignore\s+)?into\s+[\w."`[\]]+\s*\(([^()]{1,2000})\)\s*(?:output\s[^()]{0,200})?values?\b/gi;

/** `COPY t (key, secret) FROM stdin;` and rows of cells with tabs between them, up to `\.`. */
const copy = /^COPY\s+[\w."]+\s*\(([^()\n]{1,2000})\)\s*FROM\s+stdin[^;\n]*;[ \t]*\r?\n/gim;
const maxRows = 20_000;

/** A binding with the column's name for each cell of PostgreSQL's dumps that could be a value. */
export function copiedBindings(text: string): Binding[] {
  const found: Binding[] = [];
  let done = 0;
  for (const match of text.matchAll(copy)) {
    // Inside the rows of another it is a row.
    if (match.index < done) continue;
    const columns = (match[1] ?? '').split(',').map((column) => column.trim().replaceAll('"', ''));
    let start = match.index + match[0].length;
    for (let row = 0; row < maxRows && start < text.length && !text.startsWith('\\.', start); row += 1) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      let at = start;
      for (const [index, cell] of text.slice(start, end).split('\t').entries()) {
        const span = { start: at, end: at + cell.length };
        at = span.end + 1;
        const column = columns[index];
        // Booleans are written `t` and `f`.
        const plain = cell === 't' ? 'true' : cell === 'f' ? 'false' : undefined;
        if (column === undefined || cell.length > 4000) continue;
        const value: Value =
          plain === undefined ? verbatim(text, span.start, span.end) : { kind: 'scalar', text: plain };
        found.push({ path: [column], via: 'column', value, span, container: Math.max(1, start) });
      }
      start = end + 1;
    }
    done = start;
  }
  return found;
}

/** A binding with the column's name for each positional value of an insert. */
export function columnBindings(text: string, bindings: readonly Binding[], calls: readonly Call[]): Binding[] {
  let semicolon = -1;
  const inserts = [...text.matchAll(insert)].map((match) => {
    const from = match.index + match[0].length;
    if (semicolon < from) semicolon = text.indexOf(';', from);
    if (semicolon < 0) semicolon = text.length;
    const columns = (match[1] ?? '').split(',').map((column) => column.trim().replace(/^["`[]|["`\]]$/g, ''));
    return { from, to: semicolon, columns };
  });
  if (inserts.length === 0) return [];
  const columnsAt = (start: number): readonly string[] => {
    let low = 0;
    let high = inserts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inserts[middle]!.from <= start) low = middle + 1;
      else high = middle;
    }
    const last = inserts[low - 1];
    return last && start < last.to ? last.columns : [];
  };
  const found: Binding[] = [];
  const look = (binding: Binding): void => {
    const index = binding.path.at(-1) ?? '';
    const { start } = binding.span;
    const column = /^\d+$/.test(index) ? columnsAt(start)[Number(index)] : undefined;
    if (column) found.push({ ...binding, path: [column], via: 'column' });
  };
  bindings.forEach(look);
  for (const { args } of calls) args.forEach(look);
  return found;
}
