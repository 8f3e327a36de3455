/** Names the values of SQL inserts by their column list: `INSERT INTO t (api_key, secret) VALUES ('…', '…')`. */
import type { Binding, Call } from '../types.ts';

const insert =
  /\b(?:insert|replace)\s+(?:or\s+\w+\s+|ignore\s+)?into\s+[\w."`[\]]+\s*\(([^()]{1,2000})\)\s*(?:output\s[^()]{0,200})?values?\b/gi;

/** A binding with the column's name for each positional value of an insert. */
export function columnBindings(text: string, bindings: readonly Binding[], calls: readonly Call[]): Binding[] {
  const inserts = [...text.matchAll(insert)].map((match) => {
    const from = match.index + match[0].length;
    const end = text.indexOf(';', from);
    const columns = (match[1] ?? '').split(',').map((column) => column.trim().replace(/^["`[]|["`\]]$/g, ''));
    return { from, to: end < 0 ? text.length : end, columns };
  });
  if (inserts.length === 0) return [];
  const found: Binding[] = [];
  const look = (binding: Binding): void => {
    const index = binding.path.at(-1) ?? '';
    const { start } = binding.span;
    const target = /^\d+$/.test(index) ? inserts.find(({ from, to }) => start >= from && start < to) : undefined;
    const column = target?.columns[Number(index)];
    if (column) found.push({ ...binding, path: [column], via: 'column' });
  };
  bindings.forEach(look);
  for (const { args } of calls) args.forEach(look);
  return found;
}
