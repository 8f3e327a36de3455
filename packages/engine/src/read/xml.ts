/**
 * Reads XML settings (app.config, run configurations, plists, project files) into bindings whose paths are element
 * and attribute names. Forgives what XML does not: missing end tags, bare attributes, fragments. HTML is not for it.
 */
import type { Reading, TextValue } from '../types.ts';
import { Entries, MAX_DEPTH, scalarOrText } from './entries.ts';
import { skipBlanks, trimEnd } from './lines.ts';
import { TextBuilder, verbatim } from './pieces.ts';

class Rejected extends Error {}

/**
 * Elements that are commented out are read too. `undefined` when the text does not begin with a tag, when a comment
 * or the like never ends, or when nested deeper than MAX_DEPTH.
 */
export function readXml(text: string): Reading | undefined {
  const walk = new Walk(text);
  try {
    walk.read(0, text.length, false);
  } catch (error) {
    if (error instanceof Rejected) return undefined;
    throw error;
  }
  const isMarkup = text[skipBlanks(text, 0, text.length)] === '<';
  return isMarkup && walk.count > 0 ? walk.entries.reading() : undefined;
}

interface Element {
  readonly name: string;
  /** How long the path was before the element. */
  readonly length: number;
  /** In a plist's `dict`: the text of the latest `key`, which names the next element. */
  key?: string;
}

const NAME = /[^\s/>="'<]+/y;
const ATTRIBUTE = /([^\s=>"'/<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'=<`]+)))?/y;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/iy;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

class Walk {
  readonly entries: Entries = new Entries('xml');
  /** Elements met. */
  count = 0;
  readonly #text: string;
  readonly #open: Element[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads [start, end) and closes what it opened. Text between elements that are commented out is prose. */
  read(start: number, end: number, isComment: boolean): void {
    const base = this.#open.length;
    for (let at = start; at < end;) {
      const found = this.#text.indexOf('<', at);
      const tag = found < 0 || found > end ? end : found;
      if (!isComment || this.#open.length > base) this.#content(at, tag);
      at = tag < end ? this.#markup(tag, end, isComment, base) : end;
    }
    while (this.#open.length > base) this.#close();
  }

  /** What begins with the `<` at `at`; returns where it ends. */
  #markup(at: number, end: number, isComment: boolean, base: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', at) && !isComment) {
      const close = this.#find('-->', at + 4, end);
      this.entries.comment(at, close + 3);
      this.read(at + 4, close, true);
      return close + 3;
    }
    if (text.startsWith('<![CDATA[', at)) {
      const close = this.#find(']]>', at + 9, end);
      if (close > at + 9) this.entries.addContent(verbatim(text, at + 9, close), { start: at, end: close + 3 });
      return close + 3;
    }
    if (text[at + 1] === '?' || text[at + 1] === '!') return this.#find('>', at, end) + 1;
    if (text[at + 1] === '/') return this.#endTag(at, end, base);
    NAME.lastIndex = at + 1;
    const name = NAME.exec(text)?.[0];
    return name === undefined ? at + 1 : this.#startTag(at, name, end);
  }

  /** Without its end the rest of the file is lost, and looking for it again and again takes quadratic time. */
  #find(mark: string, start: number, end: number): number {
    const found = this.#text.indexOf(mark, start);
    if (found < 0 || found + mark.length > end) throw new Rejected();
    return found;
  }

  #endTag(at: number, end: number, base: number): number {
    NAME.lastIndex = at + 2;
    const name = NAME.exec(this.#text)?.[0];
    const index = this.#open.findLastIndex((element) => element.name === name);
    while (index >= base && this.#open.length > index) this.#close();
    return this.#find('>', at, end) + 1;
  }

  #startTag(start: number, name: string, end: number): number {
    const text = this.#text;
    if (this.#open.length >= MAX_DEPTH) throw new Rejected();
    this.count++;
    this.#enter(start, name);
    let at = start + 1 + name.length;
    while (at < end && text[at] !== '>' && !text.startsWith('/>', at) && text[at] !== '<') at = this.#attribute(at);
    const isEmpty = text[at] === '/';
    if (isEmpty) {
      if (name === 'true' || name === 'false')
        this.entries.addContent({ kind: 'scalar', text: name }, { start, end: at + 2 });
      this.#close();
    }
    return text[at] === '<' ? at : Math.min(end, at + (isEmpty ? 2 : 1));
  }

  /** In a plist `<key>k</key><string>v</string>` means k = v; its `plist` and `dict` elements name nothing. */
  #enter(start: number, name: string): void {
    const { path } = this.entries;
    const parent = this.#open.at(-1);
    this.#open.push({ name, length: path.length });
    if (parent?.key !== undefined) {
      path.push(parent.key);
      delete parent.key;
    } else if (name !== 'plist' && name !== 'dict') {
      path.push(name);
    }
    this.entries.open(start, 'elements');
  }

  #close(): void {
    this.entries.close();
    this.entries.path.length = this.#open.pop()!.length;
  }

  /** The attribute at `at`, with the blanks before it; returns where it ends, at least one character on. */
  #attribute(from: number): number {
    const at = skipBlanks(this.#text, from, this.#text.length);
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(this.#text);
    // Blanks before the end of the tag, or something that is no attribute.
    if (match === null) return at > from ? at : at + 1;
    const [all, name, double, single, bare] = match;
    const value = double ?? single ?? bare;
    const end = at + all.length;
    if (value === undefined) return end;
    const quotes = bare === undefined ? 1 : 0;
    const start = end - value.length - quotes;
    this.entries.path.push(name!);
    this.entries.add(scalarOrText(decoded(this.#text, start, end - quotes)), { start: start - quotes, end });
    this.entries.path.pop();
    return end;
  }

  #content(start: number, end: number): void {
    const from = skipBlanks(this.#text, start, end);
    const to = trimEnd(this.#text, from, end);
    if (from === to || this.#open.length === 0) return;
    const value = decoded(this.#text, from, to);
    const parent = this.#open.at(-2);
    if (this.#open.at(-1)!.name === 'key' && parent?.name === 'dict') parent.key = value.text;
    else this.entries.addContent(scalarOrText(value), { start: from, end: to });
  }
}

/** [start, end) with its entities decoded; unknown ones stay as they are written. */
function decoded(text: string, start: number, end: number): TextValue {
  const builder = new TextBuilder(text);
  let copied = start;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== 38) continue;
    ENTITY.lastIndex = at;
    const match = ENTITY.exec(text);
    if (match === null || at + match[0].length > end) continue;
    const [all, decimal, hex, name] = match;
    const point = name === undefined ? Number.parseInt(decimal ?? hex!, decimal === undefined ? 16 : 10) : 0;
    if (point > 0x10ffff) continue;
    const character = name === undefined ? String.fromCodePoint(point) : ENTITIES[name.toLowerCase()]!;
    builder.copy(copied, at).replace(character, at, at + all.length);
    copied = at + all.length;
    at = copied - 1;
  }
  return builder.copy(copied, end).value();
}
