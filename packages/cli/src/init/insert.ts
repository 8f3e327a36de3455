/** Adds to YAML without touching a character of what is there; what comes out must mean what it should, or nothing is added. */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, parseDocument, type Document, type YAMLMap, type YAMLSeq } from 'yaml';

/** Where in a document something is put: keys of maps, from the top. */
type Path = readonly string[];

/**
 * An item at the end of the list at `path`, or a pair in the map there; `text` is YAML without indentation.
 * Undefined where that would not give what is wanted: an odd document, a flow style, an alias.
 */
export function inserted(yaml: string, path: Path, text: string): string | undefined {
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return undefined;
  const wanted = expected(document, path, text);
  if (wanted === undefined) return undefined;
  const result = textWith(yaml, document, path, text);
  if (result === undefined) return undefined;
  const again = parseDocument(result);
  return again.errors.length === 0 && isDeepStrictEqual(again.toJS(), wanted) ? result : undefined;
}

function expected(document: Document, path: Path, text: string): unknown {
  const data: unknown = document.toJS() ?? {};
  const added: unknown = parseDocument(text).toJS();
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
  const place = (lines: string, indent: string, at: number): string => {
    const open = at > 0 && yaml[at - 1] !== '\n' ? end : '';
    const body = lines
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => (line === '' ? '' : indent + line) + end)
      .join('');
    return yaml.slice(0, at) + open + body + yaml.slice(at);
  };
  // From the deepest collection that is there.
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (node === null || node === undefined) {
      if (depth === 0) return place(wrapped(path, text), '', yaml.length);
      continue;
    }
    if (!isMap(node) && !isSeq(node)) return undefined;
    if (node.flow) return undefined;
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
