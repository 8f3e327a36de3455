/**
 * Which addresses a document gives to clients that send the header X-MBX-APIKEY, where another statement gives them the
 * header: an interceptor, default headers, a block around both. By lines and how far these are indented, in any language.
 */
import { addToSet } from '../../grouped.ts';
import { countBefore } from '../../sorted.ts';
import type { Span, Subject } from '../../types.ts';
import { carriersOf, sendsKey } from './key-header.ts';

export interface KeyClients {
  /** Whether what stands there is the address of a client that has the header. */
  readonly has: (span: Span) => boolean;
  /** Whether any is known: then others send what is theirs. */
  readonly any: boolean;
}

const known = new WeakMap<Subject, KeyClients>();

export function keyClientsOf(subject: Subject): KeyClients {
  let clients = known.get(subject);
  if (!clients) known.set(subject, (clients = sendsKey(subject) ? find(subject) : none));
  return clients;
}

const none: KeyClients = { has: () => false, any: false };
const header = /x-mbx-apikey/gi;
const url = /(?:https?|wss?):\/\/[\w.-]{3,}/gi;
/** Names of modules, which all requests go by. */
const modules = /^(?:axios|requests?|https?|httpx|fetch|reqwest|aiohttp|curl|net|this|self|super|return|await|const)$/i;
/** Names that a block has of its own. */
const passing = /^(?:\w{1,2}|req|res|cfg|config|chain|it|builder|headers?)$/i;
/** What a line binds or begins with, and what a block is called. */
const bound =
  /^[ \t]*(?:(?:export|public|private|protected|internal|static|final|readonly|override|const|let|var|val|auto|my|local|mut|lazy|pub|fn|fun|func|def|defp|function|async|class|object|struct|impl|interface|module|defmodule|data|open|abstract|sealed|suspend)[ \t]+){0,6}(?:[\w.<>\[\]?:*&]{1,80}[ \t]+)?[$@]{0,2}([A-Za-z_]\w{0,60})[ \t]*(?::[ \t]*[\w.<>\[\]? ]{1,80})?(?:=(?![=>])|:=|\.|->|\[|\(|\{|:[ \t]*$|<|$)/;
const mostEvidence = 400;
const mostNames = 30;
const mostLines = 200;
const mostLevels = 4;

function find(subject: Subject): KeyClients {
  const { text } = subject.document;
  const lines = new Lines(text);
  const addresses = addressesIn(subject);
  const places = [...text.matchAll(header)].slice(0, mostEvidence).map(({ index }) => index);
  const names = new Set([...carriersOf(subject)].filter((name) => !modules.test(name)));
  const firm = new Set<number>();
  const told = (at: number): void => {
    const block = lines.around(at).find((one) => addresses.in(one).length > 0);
    const [only, ...more] = block ? addresses.in(block) : [];
    if (only !== undefined && more.length === 0) firm.add(only);
  };
  const nameOf = (at: number): void => {
    // The smallest block that has a name, unless it holds addresses, which may be others' too.
    for (const block of lines.around(at)) {
      if (addresses.in(block).length > 0) return;
      const line = text.slice(block.start, Math.min(block.end, block.start + 400)).split('\n', 1)[0]!;
      const name = /^\s*@[A-Z]/.test(line) ? undefined : bound.exec(line)?.[1];
      if (name !== undefined && !modules.test(name) && !passing.test(name) && names.size < mostNames) names.add(name);
    }
  };
  places.forEach(told);
  places.forEach(nameOf);
  const seen = new Set<string>();
  for (let hop = 0; hop < 2; hop += 1) {
    const fresh = [...names].filter((name) => !seen.has(name));
    if (fresh.length === 0) break;
    for (const name of fresh) seen.add(name);
    const found = new Map<string, Set<number>>();
    const uses = [...text.matchAll(new RegExp(`(?<![\\w.])(?:${fresh.join('|')})\\b`, 'g'))].slice(0, mostEvidence);
    for (const { 0: name, index } of uses) {
      const own = lines.around(index, 2).find((one) => addresses.in(one).length > 0);
      const [only, ...more] = own ? addresses.in(own) : [];
      if (only !== undefined && more.length === 0) addToSet(found, name, only);
      else if (!own && hop === 0) nameOf(index);
    }
    for (const [name, those] of found)
      if (those.size === 1 || !passing.test(name)) for (const one of those) firm.add(one);
  }
  const sorted = [...firm].sort((a, b) => a - b);
  return {
    any: sorted.length > 0,
    has: ({ start, end }) => {
      const next = sorted[countBefore(sorted.length, (i) => sorted[i]! < start)];
      return next !== undefined && next <= end;
    },
  };
}

/** Where addresses stand, and names that stand for some. */
function addressesIn({ document: { text }, reading: { comments }, settings }: Subject): {
  readonly in: (span: Span) => readonly number[];
} {
  const isComment = (at: number): boolean => {
    const before = countBefore(comments.length, (i) => comments[i]!.start <= at);
    return before > 0 && at < comments[before - 1]!.end;
  };
  const found = new Set<number>();
  for (const { index } of text.matchAll(url)) if (!isComment(index)) found.add(index);
  for (const { value, span } of settings)
    if (value.kind === 'text' && /^https?:/i.test(value.text) && !text.slice(span.start, span.end).includes('://'))
      found.add(span.start);
  const sorted = [...found].sort((a, b) => a - b);
  return {
    in: ({ start, end }) => {
      const first = countBefore(sorted.length, (i) => sorted[i]! < start);
      return sorted.slice(
        first,
        countBefore(sorted.length, (i) => sorted[i]! < end),
      );
    },
  };
}

/** The lines of a text with how far each is indented. */
class Lines {
  readonly #starts: number[] = [0];
  /** -1: blank. */
  readonly #indents: number[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
    for (const start of this.#starts) this.#indents.push(this.#indentAt(start));
  }

  /** The blocks around a place, from its own statement outwards. */
  *#blocks(at: number, most: number): Generator<Span> {
    let line = countBefore(this.#starts.length, (i) => this.#starts[i]! <= at) - 1;
    for (let level = 0; level < most && line >= 0; level += 1) {
      yield this.#blockAt(line);
      const indent = this.#indents[line]!;
      let head = line - 1;
      while (head >= 0 && line - head < mostLines && (this.#indents[head] === -1 || this.#indents[head]! >= indent))
        head -= 1;
      if (head < 0 || line - head >= mostLines) {
        // At the margin: all of it.
        if (indent === 0 || head < 0) yield { start: 0, end: this.#text.length };
        return;
      }
      line = head;
    }
  }

  around(at: number, most: number = mostLevels): Span[] {
    return [...this.#blocks(at, most)];
  }

  /** A line with those that are indented further below it, the bracket that closes it, and the annotations above. */
  #blockAt(line: number): Span {
    const indent = this.#indents[line]!;
    let last = line;
    for (let next = line + 1; next < this.#starts.length && next - line < mostLines; next += 1) {
      const here = this.#indents[next]!;
      if (here === -1) continue;
      const first = this.#text.charAt(this.#starts[next]! + here);
      if (here > indent || (here === indent && /[.)}\]|]/.test(first))) last = next;
      else break;
    }
    let from = line;
    while (from > 0 && line - from < 20 && this.#indents[from - 1] === indent && this.#isAnnotation(from - 1))
      from -= 1;
    return { start: this.#starts[from]!, end: this.#starts[last + 1] ?? this.#text.length };
  }

  #isAnnotation(line: number): boolean {
    const start = this.#starts[line]! + this.#indents[line]!;
    return /^(?:@[A-Z]|#\[|\[[A-Z])/.test(this.#text.slice(start, start + 3));
  }

  #indentAt(start: number): number {
    let at = start;
    while (at < this.#text.length && (this.#text[at] === ' ' || this.#text[at] === '\t')) at += 1;
    return at === this.#text.length || this.#text[at] === '\n' || this.#text[at] === '\r' ? -1 : at - start;
  }
}
