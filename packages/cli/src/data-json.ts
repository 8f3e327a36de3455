/** JSON with comments and trailing commas, for data-file.ts. */
import { parseTree, printParseErrorCode, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import { parserWords, type Builder, type Entry, type Tree } from './data-file.ts';

export function fromJson(text: string, build: Builder): Tree {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const [first] = errors;
  if (first && !(root === undefined && text.trim() === '')) {
    const isBare = /[\p{L}_'`]/u.test(text[first.offset] ?? '');
    const why = isBare ? 'keys and texts stand in double quotes' : parserWords(printParseErrorCode(first.error));
    build.fail(first.offset, `not valid JSON (${why})`);
  }
  const convert = (node: JsonNode, depth: number): Tree => {
    build.check(node.offset, depth);
    const start = node.offset;
    if (node.type === 'array') return { start, items: (node.children ?? []).map((item) => convert(item, depth + 1)) };
    if (node.type !== 'object') return { start, scalar: node.value as string | number | boolean | null };
    const entries = new Map<string, Entry>();
    for (const { children = [] } of node.children ?? []) {
      const [key, value] = children;
      if (key && value) build.add(entries, String(key.value), { start: key.offset, value: convert(value, depth + 1) });
    }
    return { start, entries };
  };
  return root ? convert(root, 0) : { start: 0, entries: new Map() };
}
