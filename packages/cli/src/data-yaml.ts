/** YAML without tags, for data-file.ts. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document as YamlDocument,
  type Node as YamlNode,
} from 'yaml';
import { parserWords, type Builder, type Entry, type Tree } from './data-file.ts';

/** The parser's own messages quote the text. */
const words: Readonly<Record<string, string>> = {
  MISSING_CHAR: 'a closing quote or bracket is missing',
  BAD_INDENT: 'the indentation is not that of the lines around it, or a closing bracket is missing',
  BLOCK_AS_IMPLICIT_KEY: 'a value with a colon and a space in it needs quotes',
  TAB_AS_INDENT: 'a tab stands where spaces are needed',
};

/** In UTF-16 code units. What the parser takes longest for, one mistake behind the other, takes four seconds at this size. */
const longest = 256 * 1024;

export function fromYaml(text: string, build: Builder): Tree {
  if (text.length > longest)
    build.fail(longest, `YAML of more than the ${longest >> 10} KB that such a file may have. Make it smaller`);
  const options = { schema: 'core', logLevel: 'error', prettyErrors: false } as const;
  // Its own search for keys that occur twice compares each with all others, and the builder finds them too.
  const document: YamlDocument = parseDocument(text, { ...options, uniqueKeys: false });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem)
    build.fail(
      placeBefore(text, problem.pos[0]),
      `not valid YAML (${words[problem.code] ?? parserWords(problem.code.toLowerCase().replaceAll('_', ' '))})`,
    );
  const startOf = (node: unknown): number => (node as YamlNode | null)?.range?.[0] ?? 0;
  // Asking the document for each alias would walk it as often.
  const anchors = new Map<string, unknown>();
  const convert = (node: unknown, depth: number, at: number): Tree => {
    const start = startOf(node) || at;
    build.check(start, depth);
    if (isAlias(node)) return convert(anchors.get(node.source), depth + 1, start);
    const { anchor } = (node ?? {}) as { anchor?: string };
    if (anchor !== undefined) anchors.set(anchor, node);
    if (isSeq(node)) return { start, items: node.items.map((item) => convert(item, depth + 1, start)) };
    if (isMap(node)) {
      const entries = new Map<string, Entry>();
      for (const { key, value } of node.items) {
        if (!isScalar(key)) build.fail(startOf(key) || start, 'a key must be a plain word');
        const place = startOf(key) || start;
        build.add(entries, String((key as { value: unknown }).value), {
          start: place,
          value: convert(value, depth + 1, place),
        });
      }
      return { start, entries };
    }
    return { start, scalar: isScalar(node) ? (node.value as string | number | boolean | null) : null };
  };
  return document.contents === null ? { start: 0, entries: new Map() } : convert(document.contents, 0, 0);
}

/** What is missing at the end of a line is told there, and not where the next one begins. */
function placeBefore(text: string, at: number): number {
  const before = text.slice(0, at);
  const written = before.trimEnd();
  const isAtEnd = before.includes('\n', written.length) && text.slice(at).trim() === '';
  return isAtEnd ? Math.max(0, written.length - 1) : at;
}
