/** TOML, for data-file.ts. */
import { parseTOML, ParseError, type AST as TomlAst } from 'toml-eslint-parser';
import type { Builder, Entry, Tree } from './data-file.ts';

export function fromToml(text: string, build: Builder): Tree {
  let program: TomlAst.TOMLProgram;
  try {
    program = parseTOML(text);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return build.fail(error.index, `not valid TOML (${hintAt(text, error.index) ?? error.message})`);
  }
  const root = { start: 0, entries: new Map<string, Entry>() };

  /** Walks to the container that `path` names, making what is missing; the parser has refused contradictions. */
  const reach = (from: Tree, path: readonly (string | number)[], start: number): Map<string, Entry> => {
    let at: Tree = from;
    path.forEach((step, i) => {
      const made: Tree = typeof path[i + 1] === 'number' ? { start, items: [] } : { start, entries: new Map() };
      if ('items' in at) at = at.items[step as number] ??= made;
      else if ('entries' in at) {
        const entry: Entry = at.entries.get(String(step)) ?? { start, value: made };
        at.entries.set(String(step), entry);
        at = entry.value;
      }
    });
    return 'entries' in at ? at.entries : new Map<string, Entry>();
  };
  const fill = (into: Tree, pairs: readonly TomlAst.TOMLKeyValue[], depth: number): void => {
    for (const { key, value } of pairs) {
      const names = key.keys.map((name) => (name.type === 'TOMLBare' ? name.name : name.value));
      const start = key.range[0];
      build.check(start, depth + names.length);
      build.add(reach(into, names.slice(0, -1), start), names.at(-1) ?? '', {
        start,
        value: convert(value, depth + 1),
      });
    }
  };
  const convert = (node: TomlAst.TOMLContentNode, depth: number): Tree => {
    const start = node.range[0];
    build.check(start, depth);
    if (node.type === 'TOMLArray') return { start, items: node.elements.map((item) => convert(item, depth + 1)) };
    if (node.type === 'TOMLInlineTable') {
      const table: Tree = { start, entries: new Map() };
      fill(table, node.body, depth);
      return table;
    }
    return { start, scalar: 'datetime' in node ? node.datetime : node.value };
  };
  const [top] = program.body;
  for (const item of top.body) {
    if (item.type === 'TOMLKeyValue') fill(root, [item], 0);
    else {
      build.check(item.range[0], item.resolvedKey.length);
      fill(
        { start: item.range[0], entries: reach(root, item.resolvedKey, item.range[0]) },
        item.body,
        item.resolvedKey.length,
      );
    }
  }
  return root;
}

/** What those write who are used to other formats. */
function hintAt(text: string, at: number): string | undefined {
  if (text[at] === ':') return 'a key and its value have = between them';
  return /=[ \t]*$/.test(text.slice(Math.max(0, at - 100), at)) && /[\p{L}/~]/u.test(text[at] ?? '')
    ? 'a text needs quotes'
    : undefined;
}
