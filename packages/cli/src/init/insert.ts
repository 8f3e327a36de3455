/** Adds to YAML without touching a character of what is there; what comes out must mean what it should, or nothing is added. */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, parseDocument, type Document, type YAMLMap, type YAMLSeq } from 'yaml';

/** Where in a document something is put: keys of maps, from the top. */
type Path = readonly string[];

/** Undefined where it is none, or more than a file that people write (aliases of aliases, nested without end). */
export function readYaml(yaml: string): { readonly document: Document; readonly data: unknown } | undefined {
  if (isNestedWithoutEnd(yaml)) return undefined;
  try {
    const document = parseDocument(yaml, { logLevel: 'error' });
    return document.errors.length > 0 ? undefined : { document, data: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    // What the parser throws for too many aliases and for a stack that is too deep.
    if (error instanceof ReferenceError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * The parser calls itself for each level, and where that fills the stack while a regular expression is made, node
 * ends at once. Levels by indentation are few in a file of 1 MB.
 */
function isNestedWithoutEnd(yaml: string): boolean {
  let depth = 0;
  for (const [sign] of yaml.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (sign === '[' || sign === '{' ? 1 : -1));
    if (depth > mostLevels) return true;
  }
  return new RegExp(`(?:[-?:][ \\t]+){${mostLevels}}`).test(yaml);
}

/** People nest to ten or so; a bracket in a text counts too. */
const mostLevels = 100;

/** All strings in data, at any depth. */
export function strings(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(strings) : [];
}

/**
 * An item at the end of the list at `path`, or a pair in the map there; `text` is YAML without indentation.
 * Undefined where that would not give what is wanted: an odd document, a flow style that is not empty, an alias.
 */
export function inserted(yaml: string, path: Path, text: string): string | undefined {
  const read = readYaml(yaml);
  const wanted = read && expected(read.data ?? {}, path, text);
  if (wanted === undefined) return undefined;
  const result = textWith(yaml, read!.document, path, text);
  return result !== undefined && isDeepStrictEqual(readYaml(result)?.data, wanted) ? result : undefined;
}

/** Changes the data that it is given. */
function expected(data: unknown, path: Path, text: string): unknown {
  const added = readYaml(text)?.data;
  if (typeof data !== 'object' || data === null) return undefined;
  let at = data as Record<string, unknown>;
  for (const [i, key] of path.entries()) {
    const isLast = i === path.length - 1;
    at[key] ??= isLast && Array.isArray(added) ? [] : {};
    if (typeof at[key] !== 'object' || at[key] === null) return undefined;
    at = at[key] as Record<string, unknown>;
  }
  if (Array.isArray(at) !== Array.isArray(added)) return undefined;
  if (Array.isArray(at) && Array.isArray(added)) at.push(...(added as unknown[]));
  else Object.assign(at, added);
  return data;
}

function textWith(yaml: string, document: Document, path: Path, text: string): string | undefined {
  const end = /\r\n/.test(yaml) ? '\r\n' : '\n';
  const place = (lines: string, indent: string, at: number, whole = yaml): string => {
    const open = at > 0 && whole[at - 1] !== '\n' ? end : '';
    const body = lines
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => (line === '' ? '' : indent + line) + end)
      .join('');
    return whole.slice(0, at) + open + body + whole.slice(at);
  };
  // From the deepest collection that is there.
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (node === null || node === undefined) {
      if (depth === 0) return place(wrapped(path, text), '', yaml.length);
      continue;
    }
    if (!isMap(node) && !isSeq(node)) return undefined;
    if (node.flow) {
      const [start = 0, close = 0] = node.range ?? [];
      if (depth === 0 || !/^(?:\[\s*\]|\{\s*\})$/.test(yaml.slice(start, close))) return undefined;
      // Empty brackets make room for lines beneath their key.
      const whole = yaml.slice(0, start).trimEnd() + yaml.slice(close);
      const next = whole.indexOf('\n', yaml.slice(0, start).trimEnd().length);
      const indent = /^ */.exec(yaml.slice(yaml.lastIndexOf('\n', start) + 1))?.[0] ?? '';
      return place(wrapped(path.slice(depth), text), `${indent}  `, next < 0 ? whole.length : next + 1, whole);
    }
    const at = endOf(node, yaml);
    const indent = columnOf(node, yaml);
    return at === undefined || indent === undefined ? undefined : place(wrapped(path.slice(depth), text), indent, at);
  }
  return undefined;
}

/** The text beneath keys that are not there yet. */
function wrapped(path: Path, text: string): string {
  return path.reduceRight((inner, key) => `${key}:\n${inner.replace(/^(?=.)/gm, '  ')}`, text);
}

/** Behind the last line of a collection, before comments and empty lines that follow it. */
function endOf(node: YAMLMap | YAMLSeq, yaml: string): number | undefined {
  const [, valueEnd] = node.range ?? [];
  if (valueEnd === undefined) return undefined;
  const text = yaml.slice(0, valueEnd).trimEnd();
  const line = yaml.indexOf('\n', text.length);
  return line < 0 ? yaml.length : line + 1;
}

/** What stands before its first item or key. */
function columnOf(node: YAMLMap | YAMLSeq, yaml: string): string | undefined {
  const [start] = node.range ?? [];
  if (start === undefined) return undefined;
  const before = yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start);
  return /^ *$/.test(before) ? before : undefined;
}
