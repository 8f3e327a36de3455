/**
 * Reads JSON (comments allowed), YAML and TOML into plain data that remembers where everything stood, so that an
 * error can name line and column. Data only: no tags, no code, bounded depth and size. Knows nothing of our keys.
 */
import type { Place } from '@bnguard/engine';
import type { Node as JsonNode, ParseError } from 'jsonc-parser';
import type { AST as TomlAst } from 'toml-eslint-parser';
import type { Document as YamlDocument, Node as YamlNode } from 'yaml';
import { UserError } from './user-error.ts';

export interface DataFile {
  /** As it is named in messages. */
  readonly name: string;
  /** Plain data; an empty file is an empty object. */
  readonly value: unknown;
  /** `file:line:column` of the value at a path or, for `key`, of its key; of the nearest parent where it is absent. */
  at(path: readonly PropertyKey[], part?: 'key' | 'value'): string;
  /** The same as a place. */
  placeOf(path: readonly PropertyKey[], part?: 'key' | 'value'): Place;
}

/** What all three syntaxes come to. `start` is an offset into the text. */
type Tree =
  | { readonly start: number; readonly scalar: string | number | boolean | null }
  | { readonly start: number; readonly items: Tree[] }
  | { readonly start: number; readonly entries: Map<string, Entry> };
interface Entry {
  readonly start: number;
  readonly value: Tree;
}

/** Far beyond any honest file of ours; YAML aliases count each time they are used. */
const limits = { nodes: 100_000, depth: 20 };

/** Throws a UserError that names file, line and column where the text is not well-formed. */
export async function readData(name: string, text: string): Promise<DataFile> {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const fail = (offset: number, what: string): never => {
    const { line, column } = placeAt(body, offset);
    throw new UserError(`${name}:${line}:${column}: ${what}.`);
  };
  let tree: Tree;
  try {
    const build = new Builder(fail);
    if (name.endsWith('.json')) tree = await fromJson(body, build);
    else if (name.endsWith('.toml')) tree = await fromToml(body, build);
    else tree = await fromYaml(body, build);
  } catch (error) {
    if (error instanceof RangeError) return fail(0, 'the data is nested too deeply to be read');
    throw error;
  }
  const placeOf = (path: readonly PropertyKey[], part: 'key' | 'value' = 'value'): Place =>
    placeAt(body, offsetOf(tree, path, part));
  return {
    name,
    value: plain(tree),
    placeOf,
    at: (path, part) => {
      const { line, column } = placeOf(path, part);
      return `${name}:${line}:${column}`;
    },
  };
}

/** Checks what every syntax must keep: depth, number of nodes, keys that occur once. */
class Builder {
  readonly fail: (offset: number, what: string) => never;
  #nodes = 0;

  constructor(fail: (offset: number, what: string) => never) {
    this.fail = fail;
  }

  check(start: number, depth: number): void {
    if (depth > limits.depth) this.fail(start, `nested more than ${limits.depth} levels deep`);
    if (++this.#nodes > limits.nodes) this.fail(start, `more than ${limits.nodes} values`);
  }

  add(entries: Map<string, Entry>, key: string, entry: Entry): void {
    if (entries.has(key)) this.fail(entry.start, `the key ${key} stands here a second time: keep one`);
    entries.set(key, entry);
  }
}

async function fromJson(text: string, build: Builder): Promise<Tree> {
  const { parseTree, printParseErrorCode } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const [first] = errors;
  if (first && !(root === undefined && text.trim() === '')) {
    build.fail(first.offset, `not valid JSON (${words(printParseErrorCode(first.error))})`);
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

/** `CommaExpected` → `comma expected`. */
function words(code: string): string {
  return code.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

async function fromYaml(text: string, build: Builder): Promise<Tree> {
  const { isAlias, isMap, isScalar, isSeq, parseDocument } = await import('yaml');
  const document: YamlDocument = parseDocument(text, { schema: 'core', logLevel: 'error', prettyErrors: false });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) build.fail(problem.pos[0], `not valid YAML (${words(problem.code.toLowerCase().replaceAll('_', ' '))})`);
  const startOf = (node: unknown): number => (node as YamlNode | null)?.range?.[0] ?? 0;
  const convert = (node: unknown, depth: number, at: number): Tree => {
    const start = startOf(node) || at;
    build.check(start, depth);
    if (isAlias(node)) return convert(node.resolve(document), depth + 1, start);
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

async function fromToml(text: string, build: Builder): Promise<Tree> {
  const { parseTOML, ParseError } = await import('toml-eslint-parser');
  let program: TomlAst.TOMLProgram;
  try {
    program = parseTOML(text);
  } catch (error) {
    if (error instanceof ParseError) return build.fail(error.index, `not valid TOML (${error.message})`);
    throw error;
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

function plain(tree: Tree): unknown {
  if ('scalar' in tree) return tree.scalar;
  if ('items' in tree) return tree.items.map(plain);
  return Object.fromEntries([...tree.entries].map(([key, { value }]) => [key, plain(value)]));
}

function offsetOf(tree: Tree, path: readonly PropertyKey[], part: 'key' | 'value'): number {
  let at = tree;
  let start = tree.start;
  for (const [i, step] of path.entries()) {
    const entry: Entry | undefined =
      'entries' in at
        ? at.entries.get(String(step))
        : 'items' in at && at.items[Number(step)]
          ? { start: at.items[Number(step)]!.start, value: at.items[Number(step)]! }
          : undefined;
    if (!entry) return start;
    start = part === 'key' && i === path.length - 1 ? entry.start : entry.value.start;
    at = entry.value;
  }
  return start;
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
