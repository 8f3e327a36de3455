/**
 * Reads JSON (comments allowed), YAML and TOML into plain data that remembers where everything stood, so that an
 * error can name line and column. Data only: no tags, no code, bounded depth and size. Knows nothing of our keys.
 */
import type { Place } from '@bnguard/engine';
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
export type Tree =
  | { readonly start: number; readonly scalar: string | number | boolean | null }
  | { readonly start: number; readonly items: Tree[] }
  | { readonly start: number; readonly entries: Map<string, Entry> };
export interface Entry {
  readonly start: number;
  readonly value: Tree;
}

/** Far beyond any honest file of ours; YAML aliases count each time they are used. */
const limits = { nodes: 100_000, depth: 20 };

/** How one of the syntaxes is read. Its parser is loaded with it. */
export type Syntax = (text: string, build: Builder) => Tree;

/** Throws a UserError that names file, line and column where the text is not well-formed. */
export async function readData(name: string, text: string): Promise<DataFile> {
  if (name.endsWith('.toml')) return dataFile(name, text, (await import('./data-toml.ts')).fromToml);
  if (/\.ya?ml$/.test(name)) return dataFile(name, text, (await import('./data-yaml.ts')).fromYaml);
  // A baseline may have any name, and bnguard writes JSON.
  return dataFile(name, text, (await import('./data-json.ts')).fromJson);
}

/** The same once the syntax is loaded. */
export function dataFile(name: string, text: string, syntax: Syntax): DataFile {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const placeAt = placesIn(body);
  const fail = (offset: number, what: string): never => {
    const { line, column } = placeAt(offset);
    throw new UserError(`${name}:${line}:${column}: ${what}.`);
  };
  let tree: Tree;
  try {
    tree = syntax(body, new Builder(fail));
  } catch (error) {
    if (error instanceof RangeError) return fail(0, 'the data is nested too deeply to be read');
    throw error;
  }
  const placeOf = (path: readonly PropertyKey[], part: 'key' | 'value' = 'value'): Place =>
    placeAt(offsetOf(tree, path, part));
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
export class Builder {
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
    if (entries.has(key)) this.fail(entry.start, `the key ${shownKey(key)} stands here a second time: keep one`);
    entries.set(key, entry);
  }
}

/** A key of a data file as messages name it: somebody may have put a value there. */
export function shownKey(key: string): string {
  return key.replace(/[A-Za-z0-9+/_=-]{20,}/g, (long) => `${long.slice(0, 4)}…`);
}

/** How a parser names a mistake, in words: `CommaExpected` → `comma expected`. */
export function parserWords(code: string): string {
  return code.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
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

/** Offset → place, by one table of where lines begin: a baseline asks for thousands. */
function placesIn(text: string): (offset: number) => Place {
  // Made when it is first needed: a file of twenty million empty lines has as many.
  let table: Uint32Array | undefined;
  return (offset) => {
    const starts = (table ??= lineStarts(text));
    let low = 0;
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}

/** A line ends with LF, CR, or both. */
function lineStarts(text: string): Uint32Array {
  let starts = new Uint32Array(1024);
  let count = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && (code !== 13 || text.charCodeAt(at + 1) === 10)) continue;
    if (count === starts.length) {
      const more = new Uint32Array(count * 2);
      more.set(starts);
      starts = more;
    }
    starts[count++] = at + 1;
  }
  return starts.subarray(0, count);
}
