/** Names the values of SQL inserts by their column list: `INSERT INTO t (api_key, secret) VALUES ('…', '…')`. */
import type { Binding, Call } from '../types.ts';

const insert =
  /\b(?:insert|replace)\s+(?:or\s+\w+\s+|ignore\s+)?into\s+[\w."`[\]]+\s*\(([^()]{1,2000})\)\s*(?:output\s[^()]{0,200})?values?\b/gi;

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
