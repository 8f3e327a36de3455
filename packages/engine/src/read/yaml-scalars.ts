/**
 * Decodes the five ways in which YAML writes text, character by character. Says nothing about what a scalar means
 * (number, boolean) or where it stands in the document.
 */
import type { CST } from 'yaml';
import type { Span, TextValue } from '../types.ts';
import { TextBuilder, verbatim } from './pieces.ts';

export interface YamlText {
  readonly value: TextValue;
  /** Quotes or the block scalar's header included. */
  readonly span: Span;
}

/** The text of a scalar token of `source`; `undefined` when its quote never closes. */
export function yamlText(source: string, token: CST.FlowScalar | CST.BlockScalar): YamlText | undefined {
  const start = token.offset;
  const end = start + token.source.length;
  const span = { start, end };
  const isOneLine = !token.source.includes('\n');
  switch (token.type) {
    case 'scalar':
    case 'alias':
      return { value: isOneLine ? verbatim(source, start, end) : folded(source, start, end), span };
    case 'single-quoted-scalar':
      if (token.source.length < 2 || !token.source.endsWith("'")) return undefined;
      return { value: folded(source, start + 1, end - 1, 39, doubledQuote), span };
    case 'double-quoted-scalar':
      if (token.source.length < 2 || !token.source.endsWith('"')) return undefined;
      if (isOneLine && !token.source.includes('\\')) return { value: verbatim(source, start + 1, end - 1), span };
      return { value: folded(source, start + 1, end - 1, 92, escapeAt), span };
    case 'block-scalar':
      return blockScalar(source, token);
  }
}

interface Fold {
  readonly text: string;
  readonly end: number;
  readonly hasBreak: boolean;
}

/** The blanks and line breaks from `at` on. One break folds to a space, n breaks to n - 1 line feeds. */
function foldAt(source: string, at: number, end: number): Fold {
  let breaks = 0;
  for (; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === 10) breaks++;
    else if (code !== 32 && code !== 9 && !(code === 13 && source.charCodeAt(at + 1) === 10)) break;
  }
  return { text: breaks === 1 ? ' ' : '\n'.repeat(Math.max(0, breaks - 1)), end: at, hasBreak: breaks > 0 };
}

function isFoldable(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

/** What stands for other text at a place, and where it ends; undefined: what is there stays as it is written. */
type Decode = (source: string, at: number, end: number) => { readonly text: string; readonly end: number } | undefined;

/** Text over one or more lines: line breaks fold, and what begins with the character `mark` is decoded. */
function folded(source: string, start: number, end: number, mark = -1, decode?: Decode): TextValue {
  const builder = new TextBuilder(source);
  let copied = start;
  for (let at = start; at < end;) {
    const code = source.charCodeAt(at);
    if (isFoldable(code)) {
      const fold = foldAt(source, at, end);
      if (fold.hasBreak) {
        builder.copy(copied, at).replace(fold.text, at, fold.end);
        copied = fold.end;
      }
      at = Math.max(fold.end, at + 1);
    } else if (code === mark) {
      const decoded = decode?.(source, at, end);
      if (decoded !== undefined) {
        builder.copy(copied, at).replace(decoded.text, at, decoded.end);
        copied = decoded.end;
      }
      at = decoded?.end ?? at + 2;
    } else {
      at++;
    }
  }
  return builder.copy(copied, end).value();
}

/** In single quotes a quote is doubled. */
const doubledQuote: Decode = (_, at) => ({ text: "'", end: at + 2 });

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};
const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function escapeAt(source: string, at: number, end: number): ReturnType<Decode> {
  const escaped = source[at + 1]!;
  const isBreak = escaped === '\n' || (escaped === '\r' && source[at + 2] === '\n');
  if (isBreak) {
    let next = at + (escaped === '\n' ? 2 : 3);
    while (next < end && (source[next] === ' ' || source[next] === '\t')) next++;
    return { text: '', end: next };
  }
  const hexLength = HEX_LENGTHS[escaped];
  if (hexLength !== undefined) {
    const hex = source.slice(at + 2, Math.min(at + 2 + hexLength, end));
    const point = /^[0-9a-fA-F]+$/.test(hex) && hex.length === hexLength ? Number.parseInt(hex, 16) : Infinity;
    return point > 0x10ffff ? undefined : { text: String.fromCodePoint(point), end: at + 2 + hexLength };
  }
  const text = ESCAPES[escaped];
  return text === undefined ? undefined : { text, end: at + 2 };
}

interface BlockLine {
  readonly start: number;
  /** Spaces before the content. */
  readonly indent: number;
  /** Where the content ends, without CR and LF. */
  readonly end: number;
}

/**
 * A literal (`|`) or folded (`>`) block, by the steps of yaml's own resolve-block-scalar (2.9.1). The line feed that
 * YAML adds to a last line which has none in the source is left out: nothing in the source stands for it.
 */
function blockScalar(source: string, token: CST.BlockScalar): YamlText {
  const header = token.props.find((prop) => prop.type === 'block-scalar-header');
  const marks = header !== undefined && 'source' in header ? header.source : '|';
  let start = token.offset;
  for (const prop of token.props) if ('source' in prop) start += prop.source.length;
  const explicit = Number(/\d/.exec(marks)?.[0] ?? 0);
  const lines = blockLines(source, start, start + token.source.length);
  const block = blockShape(lines, token.indent, explicit);
  const builder = new TextBuilder(source);
  let end = addBlockLines(builder, source, lines, block, marks.startsWith('>'));
  const last = marks.includes('-')
    ? block.chomp
    : marks.includes('+')
      ? lines.length
      : Math.min(block.chomp + 1, lines.length);
  for (let i = Math.max(block.chomp, 1); i < last && block.chomp > 0; i++) {
    const line = lines[i]!;
    builder.replace('\n', end, line.start);
    end = line.start;
    if (!marks.includes('+')) break;
    builder.copy(line.start + Math.min(block.indent, line.indent), line.start + line.indent);
    end = line.start + line.indent;
  }
  return { value: builder.value(), span: { start: token.offset, end: Math.max(end, token.offset + marks.length) } };
}

function blockLines(source: string, start: number, end: number): BlockLine[] {
  const lines: BlockLine[] = [];
  for (let at = start; ;) {
    const newline = source.indexOf('\n', at);
    const next = newline < 0 || newline >= end ? end : newline;
    let indent = 0;
    while (at + indent < next && source.charCodeAt(at + indent) === 32) indent++;
    const isCrlf = next < end && next > at && source.charCodeAt(next - 1) === 13;
    lines.push({ start: at, indent, end: isCrlf ? next - 1 : next });
    if (next === end) return lines;
    at = next + 1;
  }
}

function isEmpty(line: BlockLine): boolean {
  return line.start + line.indent >= line.end;
}

/** The indentation to take off, the first line with content, and the first of the blank lines at the end. */
function blockShape(
  lines: readonly BlockLine[],
  parentIndent: number,
  explicit: number,
): { indent: number; content: number; chomp: number } {
  let chomp = lines.length;
  while (chomp > 0 && isEmpty(lines[chomp - 1]!)) chomp--;
  let indent = parentIndent + explicit;
  let content = 0;
  for (let i = 0; i < chomp; i++) {
    const line = lines[i]!;
    if (isEmpty(line)) {
      if (explicit === 0 && line.indent > indent) indent = line.indent;
    } else {
      if (explicit === 0) indent = line.indent;
      content = i;
      break;
    }
  }
  for (let i = lines.length - 1; i >= chomp; i--) if (lines[i]!.indent > indent) chomp = i + 1;
  return { indent, content, chomp };
}

/** Adds the lines with content and returns where the last one ends. */
function addBlockLines(
  builder: TextBuilder,
  source: string,
  lines: readonly BlockLine[],
  block: { indent: number; content: number; chomp: number },
  isFolded: boolean,
): number {
  let end = lines[0]!.start;
  // What the breaks since the last line mean: `kept` for certain, `separator` depending on what follows.
  let kept = '';
  let separator = '';
  let wasMoreIndented = false;
  for (let i = 0; i < block.chomp; i++) {
    const line = lines[i]!;
    const from = line.start + Math.min(block.indent, line.indent);
    const isMoreIndented = line.indent > block.indent || source.charCodeAt(from) === 9;
    if (i < block.content) {
      builder.copy(from, line.start + line.indent);
      end = lines[i + 1]!.start;
      builder.replace('\n', line.start + line.indent, end);
      continue;
    }
    if (isFolded && !isMoreIndented && isEmpty(line)) {
      if (separator === '\n') kept += '\n';
      else separator = '\n';
      continue;
    }
    if (isFolded && isMoreIndented) {
      if (separator === ' ') separator = '\n';
      else if (!wasMoreIndented && separator === '\n') separator = '\n\n';
    }
    builder.replace(kept + separator, end, from).copy(from, line.end);
    kept = '';
    separator = isFolded && !isMoreIndented ? ' ' : '\n';
    wasMoreIndented = isFolded && isMoreIndented;
    end = line.end;
  }
  return end;
}
