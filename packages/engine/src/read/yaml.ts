/**
 * Reads YAML streams into bindings from the concrete syntax tree of `yaml`, which knows every token's place and is
 * built without recursion. Templates that only become YAML later (Helm, Jinja) are left to the lexer.
 */
import { type CST, Parser } from 'yaml';
import type { Reading } from '../types.ts';
import { Entries, hasMore, MAX_DEPTH, scalarOrText } from './entries.ts';
import { yamlText } from './yaml-scalars.ts';

/** `yaml` reads about 2 MB a second: beyond this the lexer is the better reader. */
const MAX_LENGTH = 2_000_000;
/** Its tree takes some kilobyte for each of these marks: beyond this many a file is data, and the lexer reads it. */
const MAX_MARKS = 150_000;
const MARKS = /[,:\n[{?]|- /g;
/**
 * Nodes visited through aliases and merge keys in one file, and 100 characters of their texts count as another. The
 * anchors themselves are always read.
 */
const MAX_ALIASED = 10_000;

class Rejected extends Error {}

type Node = CST.Token | null | undefined;

/**
 * All documents of the stream. An alias is a binding of its own that stands where its anchor stands. `undefined` for
 * what is no YAML, bare text, templates, nesting deeper than MAX_DEPTH, and files of over 2,000,000 characters or
 * MAX_MARKS marks.
 */
export function readYaml(text: string): Reading | undefined {
  if (text.length > MAX_LENGTH || hasMore(text, MARKS, MAX_MARKS)) return undefined;
  const walk = new Walk(text);
  try {
    for (const token of new Parser().parse(text)) walk.top(token);
  } catch {
    // Rejected, or the library choked: either way the lexer takes over.
    return undefined;
  }
  return walk.entries.reading();
}

class Walk {
  readonly entries: Entries = new Entries('yaml');
  readonly #text: string;
  readonly #anchors = new Map<string, { node: Node; isText: boolean }>();
  /** Nodes that are being read, so that an alias inside its own anchor ends. */
  readonly #open = new Set<Node>();
  #aliased = 0;
  #isAliased = false;

  constructor(text: string) {
    this.#text = text;
  }

  top(token: CST.Token): void {
    if (token.type === 'error') throw new Rejected();
    if (token.type === 'comment') this.#comments([token]);
    if (token.type === 'doc-end') this.#comments(token.end);
    if (token.type !== 'document') return;
    this.#anchors.clear();
    this.#comments(token.start);
    if (token.value?.type === 'scalar') throw new Rejected();
    if (token.value !== undefined) this.#value(token.value, token.start, token.offset);
    this.#comments(token.end);
  }

  /** A node with its properties (anchor, tag), at the current path; `at` is where it would stand if it is missing. */
  #value(node: Node, properties: readonly CST.SourceToken[], at: number): void {
    if (this.#isAliased && ++this.#aliased > MAX_ALIASED) return;
    const isText = properties.some((token) => token.type === 'tag' && token.source !== '!!null');
    for (const { type, source } of properties) {
      if (type === 'anchor' && !this.#isAliased) this.#anchors.set(source.slice(1), { node, isText });
    }
    if (node === null || node === undefined) {
      const span = { start: at, end: at };
      this.entries.add({ kind: 'scalar', text: '' }, span);
      return;
    }
    switch (node.type) {
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar':
        return this.#scalar(node, isText);
      case 'alias':
        return this.#alias(node);
      case 'block-map':
      case 'block-seq':
      case 'flow-collection':
        return this.#collection(node);
      default:
        throw new Rejected();
    }
  }

  #scalar(node: CST.FlowScalar | CST.BlockScalar, isText: boolean): void {
    if (this.#isAliased) this.#aliased += node.source.length / 100;
    this.#comments(node.type === 'block-scalar' ? node.props : node.end);
    const read = yamlText(this.#text, node);
    // No plain text begins with these: it is a template, or no YAML.
    if (read === undefined || (node.type === 'scalar' && /^[%@`]/.test(node.source))) throw new Rejected();
    const value = node.type === 'scalar' && !isText ? scalarOrText(read.value) : read.value;
    this.entries.add(value, read.span);
  }

  #alias(node: CST.FlowScalar): void {
    this.#comments(node.end);
    const anchor = this.#anchors.get(node.source.slice(1));
    if (anchor !== undefined) this.#throughAlias(anchor.node, () => this.#again(anchor));
  }

  #again({ node, isText }: { node: Node; isText: boolean }): void {
    const tag: CST.SourceToken[] = isText ? [{ type: 'tag', offset: 0, indent: 0, source: '!!str' }] : [];
    if (node !== null && node !== undefined) this.#value(node, tag, node.offset);
  }

  /** Runs `read` for a node that is read once more, unless it is being read already or there was enough of that. */
  #throughAlias(node: Node, read: () => void): void {
    if (this.#open.has(node) || this.#aliased > MAX_ALIASED) return;
    const before = this.#isAliased;
    this.#isAliased = true;
    read();
    this.#isAliased = before;
  }

  #collection(node: CST.BlockMap | CST.BlockSequence | CST.FlowCollection): void {
    if (this.entries.depth >= MAX_DEPTH) throw new Rejected();
    const isList = node.type === 'block-seq' || (node.type === 'flow-collection' && node.start.source === '[');
    this.#open.add(node);
    this.entries.open(node.offset, isList ? 'list' : 'map');
    const count = isList ? this.#list(node) : this.#map(node);
    this.entries.close();
    this.#open.delete(node);
    if (node.type !== 'flow-collection') return;
    this.#comments(node.end);
    const close = node.end.find((token) => token.type === 'flow-map-end' || token.type === 'flow-seq-end');
    if (close === undefined || (close.source === ']') !== isList) throw new Rejected();
    const span = { start: node.offset, end: close.offset + 1 };
    if (isList && count === 0) this.entries.add({ kind: 'list', items: [] }, span);
  }

  #list(node: CST.BlockSequence | CST.BlockMap | CST.FlowCollection): number {
    let index = 0;
    for (const item of node.items) {
      this.#comments(item.start);
      const isPair = item.key !== undefined || item.sep !== undefined;
      if (item.value === undefined && !isPair && node.type === 'flow-collection') continue;
      this.entries.path.push(String(index++));
      if (isPair) this.#entry(item, true);
      else this.#value(item.value, item.start, endOf(item.start, node.offset));
      this.entries.path.pop();
    }
    return index;
  }

  /** The entries of a mapping; `except` names keys that the mapping into which they are merged has itself. */
  #map(node: CST.BlockSequence | CST.BlockMap | CST.FlowCollection, except: ReadonlySet<string> = new Set()): number {
    const items: readonly CST.CollectionItem[] = node.items;
    const named = items.filter((item) => !isMerge(item));
    const own = named.length < items.length ? new Set([...except, ...named.map(({ key }) => this.#key(key))]) : except;
    if (this.#isAliased) this.#aliased += except.size / 100;
    for (const item of items) {
      if (this.#isAliased && ++this.#aliased > MAX_ALIASED) break;
      this.#comments(item.start);
      const isNothing = item.key === undefined && item.sep === undefined && item.value === undefined;
      if (isNothing) continue;
      if (isMerge(item)) this.#merge(item.value, own);
      else if (except.size === 0 || !except.has(this.#key(item.key)))
        this.#entry(item, node.type === 'flow-collection');
    }
    return items.length;
  }

  #entry(item: CST.CollectionItem, isFlow: boolean): void {
    const { key, sep } = item;
    this.#check(item, isFlow);
    if (key !== null && key !== undefined && 'end' in key) this.#comments(key.end);
    this.#comments(sep);
    this.entries.path.push(this.#key(key));
    const at = endOf(sep, key === null || key === undefined ? endOf(item.start, 0) : key.offset);
    this.#value(item.value, sep ?? [], at);
    this.entries.path.pop();
    for (const { type, source } of item.start) {
      if (type === 'anchor' && !this.#isAliased) this.#anchors.set(source.slice(1), { node: key, isText: false });
    }
  }

  /** What `yaml` itself only finds wrong later: keys over several lines, keys without a colon, `{{` of templates. */
  #check({ start, key, sep }: CST.CollectionItem, isFlow: boolean): void {
    const isExplicit = start.some((token) => token.type === 'explicit-key-ind');
    if (isExplicit || key === null || key === undefined) return;
    const isText = key.type === 'scalar' || key.type.endsWith('quoted-scalar');
    if (!isText && key.type !== 'alias') throw new Rejected();
    if ('source' in key && key.source.includes('\n')) throw new Rejected();
    if (!isFlow && (sep ?? []).every((token) => token.type !== 'map-value-ind')) throw new Rejected();
  }

  #merge(node: Node, own: ReadonlySet<string>): void {
    if (node?.type === 'flow-collection' && node.start.source === '[') {
      for (const item of node.items) this.#merge(item.value, own);
      return;
    }
    const target = node?.type === 'alias' ? this.#anchors.get(node.source.slice(1))?.node : node;
    const isMap = target?.type === 'block-map' || (target?.type === 'flow-collection' && target.start.source === '{');
    if (!isMap) return;
    this.#throughAlias(target, () => {
      this.#open.add(target);
      this.#map(target, own);
      this.#open.delete(target);
    });
  }

  #key(key: Node): string {
    const node = key?.type === 'alias' ? this.#anchors.get(key.source.slice(1))?.node : key;
    const isScalar = node?.type === 'scalar' || node?.type === 'block-scalar' || node?.type.endsWith('quoted-scalar');
    if (!isScalar) return '';
    return yamlText(this.#text, node as CST.FlowScalar | CST.BlockScalar)?.value.text ?? '';
  }

  #comments(tokens: readonly CST.Token[] | undefined): void {
    if (tokens === undefined || this.#isAliased) return;
    for (const token of tokens) {
      if (token.type === 'comment') this.entries.comment(token.offset, token.offset + token.source.length);
      if (token.type === 'error' || token.type === 'flow-error-end') throw new Rejected();
    }
  }
}

/** `<<: *defaults`, `<<: [*a, *b]`. A list of anything else is an entry as any other. */
function isMerge({ key, value }: CST.CollectionItem): boolean {
  if (key?.type !== 'scalar' || key.source !== '<<' || !value) return false;
  const isMergeable = (token: CST.Token | null | undefined): boolean => token?.type === 'alias' || isMapping(token);
  return isMergeable(value) || ('items' in value && value.items.every((item) => isMergeable(item.value)));
}

function isMapping(token: CST.Token | null | undefined): boolean {
  return token?.type === 'block-map' || (token?.type === 'flow-collection' && token.start.source === '{');
}

function endOf(tokens: readonly CST.SourceToken[] | undefined, otherwise: number): number {
  const last = tokens?.at(-1);
  return last === undefined ? otherwise : last.offset + last.source.length;
}
