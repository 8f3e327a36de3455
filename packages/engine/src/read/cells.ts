/** The cells of a notebook (.ipynb): source lines and outputs, joined to texts that map back to the file. */
import { addToGroup } from '../grouped.ts';
import type { TextValue } from '../types.ts';
import { readJson } from './json.ts';
import { concat } from './pieces.ts';

export interface Cell {
  /** `source`: what people wrote. `output`: what it printed. */
  readonly kind: 'source' | 'output';
  readonly value: TextValue;
}

const holders: ReadonlySet<string> = new Set(['source', 'text', 'text/plain', 'text/html', 'input']);

/** Undefined where the text is no JSON. `isWanted` is asked of each line; a cell without a wanted one is left out. */
export function cellsOf(text: string, isWanted: (line: string) => boolean): readonly Cell[] | undefined {
  const json = readJson(text);
  if (!json) return undefined;
  const lines = new Map<string, TextValue[]>();
  for (const { path, value } of json.bindings) {
    const at = path.findIndex((step) => holders.has(step));
    if (value.kind !== 'text' || path[0] !== 'cells' || at < 0) continue;
    addToGroup(lines, path.slice(0, at + 1).join('\0'), value);
  }
  const cells: Cell[] = [];
  for (const [path, values] of lines) {
    if (!values.some((line) => isWanted(line.text))) continue;
    cells.push({ kind: /(?:source|input)$/.test(path) ? 'source' : 'output', value: concat(values) });
  }
  return cells;
}
