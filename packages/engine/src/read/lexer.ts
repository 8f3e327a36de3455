/**
 * Text → tokens, for any language of languages.ts. Tolerant: every text has tokens, a quote without its partner is
 * punctuation, and no input takes more than linear time. It knows nothing of grammar; parse.ts does.
 */
import type { Span, TextValue } from '../types.ts';
import type { Language, StringForm } from './languages.ts';
import { TextBuilder } from './pieces.ts';

/** Kinds of tokens. A word may begin with a digit: numbers and unquoted keys are words. */
export const Kind = { word: 1, string: 2, punct: 3, newline: 4 } as const;

/** A string token's content: inside its quotes, by the rules of its form. */
export interface Content {
  readonly start: number;
  readonly end: number;
  readonly form: StringForm;
}

/** What a heredoc is: its lines, as they stand. */
const rawForm: StringForm = { open: '', close: '', escape: 'none', multiline: true };

/** Tokens as parallel typed arrays, so that a file of a million tokens takes a few megabytes and not a million objects. */
export class Tokens {
  readonly text: string;
  readonly language: Language;
  readonly comments: Span[] = [];
  length = 0;
  kind: Uint8Array = new Uint8Array(256);
  start: Int32Array = new Int32Array(256);
  end: Int32Array = new Int32Array(256);
  /** For an opening bracket the index of its partner and back; -1 for all else and for brackets without partner. */
  match: Int32Array = new Int32Array(256);
  /** Of punctuation: its number in `opTexts`. Of a string: its form's number and how long its opening is. */
  #detail: Uint16Array = new Uint16Array(256);
  /** A language's forms, the same without escapes, and that of heredocs. */
  readonly #forms: readonly StringForm[];

  constructor(text: string, language: Language) {
    this.text = text;
    this.language = language;
    this.#forms = [rawForm, ...language.strings.flatMap((form) => [form, { ...form, escape: 'none' as const }])];
  }

  push(kind: number, start: number, end: number, detail = 0): void {
    const index = this.length;
    if (index === this.kind.length) this.#grow();
    this.kind[index] = kind;
    this.start[index] = start;
    this.end[index] = end;
    this.match[index] = -1;
    this.#detail[index] = detail;
    this.length = index + 1;
  }

  pushOperator(op: string, start: number, end: number): void {
    this.push(Kind.punct, start, end, opNumbers.get(op) ?? 0);
  }

  /** @param form the number of its form in the language, 0-based; -1: a heredoc. `raw`: escapes mean nothing. */
  pushString(start: number, end: number, form: number, opening = 0, raw = false): void {
    this.push(Kind.string, start, end, ((form < 0 ? 0 : 1 + 2 * form + (raw ? 1 : 0)) << 6) | Math.min(opening, 63));
  }

  /** The text of punctuation, `''` for all else. */
  op(index: number): string {
    return this.kind[index] === Kind.punct ? (opTexts[this.#detail[index]!] ?? '') : '';
  }

  /** What is inside a string token. */
  content(index: number): Content {
    const detail = this.#detail[index]!;
    const form = this.#forms[detail >> 6] ?? rawForm;
    return { start: this.start[index]! + (detail & 63), end: this.end[index]! - form.close.length, form };
  }

  #grow(): void {
    const capacity = this.kind.length * 2;
    const longer = <T extends Uint8Array | Uint16Array | Int32Array>(array: T, copy: T): T => {
      copy.set(array);
      return copy;
    };
    this.kind = longer(this.kind, new Uint8Array(capacity));
    this.start = longer(this.start, new Int32Array(capacity));
    this.end = longer(this.end, new Int32Array(capacity));
    this.match = longer(this.match, new Int32Array(capacity));
    this.#detail = longer(this.#detail, new Uint16Array(capacity));
  }
}

/** Operators of more than one character that mean something to the parser, longest first. */
const operators = [
  '===',
  '!==',
  '??=',
  '||=',
  '<=>',
  '...',
  '=>',
  ':=',
  '==',
  '!=',
  '->',
  '::',
  '?.',
  '??',
  '||',
  '&&',
  '<-',
  '+=',
  '.=',
  '?:',
  '..',
  '<>',
  '//=',
  '<<',
];
const operatorsByFirst = new Map<string, string[]>();
for (const operator of operators) {
  const first = operator.charAt(0);
  operatorsByFirst.set(first, [...(operatorsByFirst.get(first) ?? []), operator]);
}

/** Punctuation by number: the operators, then every ASCII character; 0 is anything else. */
const opTexts: readonly string[] = [
  '',
  ...operators,
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
];
const opNumbers: ReadonlyMap<string, number> = new Map(opTexts.map((op, number) => [op, number]));

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  (code > 127 && !isWidePunctuation(code));

/** Full-width punctuation that people type between a label and a value: `密钥：…`. */
const isWidePunctuation = (code: number): boolean =>
  code === 0xff1a ||
  code === 0xff1d ||
  code === 0xff0c ||
  code === 0xff1b ||
  code === 0x3000 ||
  code === 0xa0 ||
  (code >= 0x2018 && code <= 0x201f) ||
  (code >= 0x3001 && code <= 0x3011);

/** So many kinds of strings and heredocs without an end, and no more heredocs are looked for. */
const maxUnclosed = 50;

const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Lexes the part [from, to) of a text. Offsets in tokens are offsets in the whole text. */
export function lex(text: string, language: Language, from = 0, to: number = text.length): Tokens {
  const tokens = new Tokens(text, language);
  const { strings, lineComments, blockComments, prefixes } = language;
  const classes = classesOf(language);
  const unclosed = new Set<string>();
  const gaveUp = new Map<StringForm, number>();
  const heredocs: string[] = [];

  const closeOf = (form: StringForm, at: number): number => {
    // A form that found no end once finds none further on, one of a single line none up to where that line gave up:
    // this keeps files and lines of openings linear.
    if (form.multiline ? unclosed.has(form.open) : at <= (gaveUp.get(form) ?? -1)) return -1;
    const end = endOfString(text, at, to, form);
    if (end < 0 && form.multiline) unclosed.add(form.open);
    else if (end < 0 && form.escape !== 'doubled') gaveUp.set(form, ~end);
    return end;
  };

  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      tokens.push(Kind.newline, at, at + 1);
      at += 1;
      for (const tag of heredocs.splice(0)) {
        const end = unclosed.has(tag) || unclosed.size > maxUnclosed ? at : endOfHeredoc(text, at, to, tag);
        if (end > at) tokens.pushString(at, end, -1);
        else unclosed.add(tag);
        at = end;
      }
      continue;
    }
    if (code === 32 || code === 9 || code === 13 || code === 0xa0 || code === 0xfeff || code === 0x3000) {
      at += 1;
      continue;
    }
    const kinds = code < 128 ? (classes[code] ?? 0) : isWidePunctuation(code) ? 0 : wordClass;
    if (kinds & commentClass) {
      const end = endOfComment(text, at, from, to, lineComments, blockComments);
      if (end > at) {
        tokens.comments.push({ start: at, end });
        at = end;
        continue;
      }
    }
    if (kinds & stringClass) {
      const form = strings.find(({ open }) => text.startsWith(open, at));
      if (form) {
        const end = closeOf(form, at + form.open.length);
        if (end >= 0 && end + form.close.length <= to) {
          tokens.pushString(at, end + form.close.length, strings.indexOf(form), form.open.length);
          at = end + form.close.length;
          continue;
        }
      }
    }
    if (kinds & wordClass) {
      let end = at + 1;
      while (end < to) {
        const next = text.charCodeAt(end);
        if (next < 128 ? !((classes[next] ?? 0) & wordClass) : isWidePunctuation(next)) break;
        // A comment may begin in a word's extra characters (`--` in shell words is none of them).
        end += 1;
      }
      if (prefixes && end - at <= 3 && end < to && ((classes[text.charCodeAt(end)] ?? 0) & stringClass) !== 0) {
        const prefix = text.slice(at, end);
        const form = prefixes.test(prefix) ? strings.find(({ open }) => text.startsWith(open, end)) : undefined;
        const close = form ? closeOf(form, end + form.open.length) : -1;
        if (form && close >= 0 && close + form.close.length <= to) {
          tokens.pushString(
            at,
            close + form.close.length,
            strings.indexOf(form),
            end - at + form.open.length,
            /r/i.test(prefix),
          );
          at = close + form.close.length;
          continue;
        }
      }
      tokens.push(Kind.word, at, end);
      at = end;
      continue;
    }
    if (code === 47 && language.regex) {
      const end = endOfRegex(tokens, at, to);
      if (end > at) {
        tokens.push(Kind.word, at, end);
        at = end;
        continue;
      }
    }
    if (code === 60 && language.heredoc) {
      const heredoc = heredocAt(text, at, language.heredoc);
      if (heredoc) {
        heredocs.push(heredoc.tag);
        at = heredoc.after;
        continue;
      }
    }
    const char = text.charAt(at);
    const operator = operatorsByFirst.get(char)?.find((candidate) => text.startsWith(candidate, at));
    tokens.pushOperator(operator ?? wideOperator(char), at, at + (operator?.length ?? 1));
    at += operator?.length ?? 1;
  }
  matchBrackets(tokens);
  return tokens;
}

const wordClass = 1;
const stringClass = 2;
const commentClass = 4;
const knownClasses = new WeakMap<Language, Uint8Array>();

/** For each ASCII code: may it be in a word, open a string, open a comment? */
function classesOf(language: Language): Uint8Array {
  const known = knownClasses.get(language);
  if (known) return known;
  const classes = new Uint8Array(128);
  const mark = (texts: readonly string[], kind: number): void => {
    for (const text of texts) classes[text.charCodeAt(0)]! |= kind;
  };
  for (let code = 0; code < 128; code += 1) if (/\w/.test(String.fromCharCode(code))) classes[code] = wordClass;
  mark([...language.wordExtra], wordClass);
  mark(
    language.strings.map(({ open }) => open),
    stringClass,
  );
  mark([...language.lineComments, ...language.blockComments.map(([open]) => open)], commentClass);
  knownClasses.set(language, classes);
  return classes;
}

/** Full-width `：` and `＝` mean what their narrow twins mean. */
function wideOperator(char: string): string {
  if (char === '：') return ':';
  if (char === '＝') return '=';
  if (char === '，' || char === '、') return ',';
  if (char === '；') return ';';
  return char;
}

/** Offset of the closing delimiter; without one `~at`, where `at` is the offset up to which there is none. */
function endOfString(text: string, from: number, to: number, form: StringForm): number {
  const { close, escape, multiline } = form;
  const closeCode = close.charCodeAt(0);
  if (multiline && escape === 'none') {
    const end = text.indexOf(close, from);
    return end < 0 || end >= to ? -1 : end;
  }
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === closeCode && (close.length === 1 || text.startsWith(close, at))) {
      if (escape === 'doubled' && text.charCodeAt(at + 1) === closeCode && at + 1 < to) {
        at += 1;
        continue;
      }
      return at;
    }
    if (code === 10 && !multiline) return ~at;
    if (code === 92 && escape === 'backslash') {
      at += 1;
      // A backslash at the line's end goes on in the next line, in every language that has one.
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at += 1;
    } else if (code === 96 && escape === 'backtick') at += 1;
  }
  return ~to;
}

function endOfComment(
  text: string,
  at: number,
  from: number,
  to: number,
  lineComments: readonly string[],
  blockComments: readonly (readonly [string, string])[],
): number {
  for (const [open, close] of blockComments) {
    if (!text.startsWith(open, at)) continue;
    const end = text.indexOf(close, at + open.length);
    return end < 0 ? to : Math.min(to, end + close.length);
  }
  for (const marker of lineComments) {
    if (!text.startsWith(marker, at)) continue;
    // `#` and `%` begin a comment only after a space or at the line's start: `a#b`, `$#`, `http://` are none.
    const before = at > from ? text.charCodeAt(at - 1) : 10;
    if (
      marker === '#' &&
      before > 32 &&
      before !== 59 &&
      before !== 123 &&
      before !== 125 &&
      before !== 41 &&
      before !== 44 &&
      before !== 34 &&
      before !== 39
    )
      continue;
    if (marker === '//' && before === 58) continue;
    const end = text.indexOf('\n', at);
    return end < 0 || end > to ? to : end;
  }
  return at;
}

function endOfRegex(tokens: Tokens, at: number, to: number): number {
  const last = tokens.length - 1;
  const lastKind = tokens.kind[last];
  const canBegin =
    last < 0 ||
    lastKind === Kind.newline ||
    (lastKind === Kind.punct && !/^[)\]}]$/.test(tokens.op(last))) ||
    (lastKind === Kind.word &&
      /^(?:return|case|typeof|in|of|do|else)$/.test(tokens.text.slice(tokens.start[last], tokens.end[last])));
  if (!canBegin) return -1;
  let inClass = false;
  const limit = Math.min(to, at + 500);
  for (let end = at + 1; end < limit; end += 1) {
    const code = tokens.text.charCodeAt(end);
    if (code === 10) return -1;
    if (code === 92) end += 1;
    else if (code === 91) inClass = true;
    else if (code === 93) inClass = false;
    else if (code === 47 && !inClass) {
      end += 1;
      while (end < to && isWordCode(tokens.text.charCodeAt(end))) end += 1;
      return end;
    }
  }
  return -1;
}

const heredocPattern = {
  shell: /<<-?[ \t]*(['"]?)([A-Za-z_]\w*)\1/y,
  php: /<<<[ \t]*(['"]?)([A-Za-z_]\w*)\1/y,
  ruby: /<<[~-]?(['"`]?)([A-Z_]\w*)\1/y,
};

function heredocAt(
  text: string,
  at: number,
  style: keyof typeof heredocPattern,
): { tag: string; after: number } | undefined {
  const pattern = heredocPattern[style];
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? { tag: found[2] ?? '', after: at + found[0].length } : undefined;
}

/** Where the line with the tag begins; `from` when there is none. */
function endOfHeredoc(text: string, from: number, to: number, tag: string): number {
  for (let line = from; line < to;) {
    const end = text.indexOf('\n', line);
    const stop = end < 0 || end > to ? to : end;
    const word = text.slice(line, Math.min(stop, line + tag.length + 40)).trim();
    if (word.replace(/[;,)]{1,3}$/, '') === tag) return line;
    line = stop + 1;
  }
  return from;
}

/** Pairs brackets. One that fits no open bracket is left alone; ones left open by a foreign closing stay unmatched. */
function matchBrackets(tokens: Tokens): void {
  const open: number[] = [];
  const counts: Record<string, number> = { '(': 0, '[': 0, '{': 0 };
  for (let i = 0; i < tokens.length; i += 1) {
    if (tokens.kind[i] !== Kind.punct) continue;
    const op = tokens.op(i);
    if (op === '(' || op === '[' || op === '{') {
      open.push(i);
      counts[op] = (counts[op] ?? 0) + 1;
      continue;
    }
    const partner = brackets[op];
    if (!partner || !counts[partner]) continue;
    for (let top = open.pop(); top !== undefined; top = open.pop()) {
      const topOp = tokens.op(top);
      counts[topOp] = (counts[topOp] ?? 1) - 1;
      if (topOp !== partner) continue;
      tokens.match[top] = i;
      tokens.match[i] = top;
      break;
    }
  }
}

/** A string token's text as the program sees it. */
export function stringValue(tokens: Tokens, index: number): TextValue {
  const { start, end, form } = tokens.content(index);
  return unescape(tokens.text, start, end, form.escape, form.close);
}

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
  a: '\x07',
  e: '\x1b',
};

/** Resolves the escapes of [start, end). Unknown escapes stand for the escaped character. */
function unescape(text: string, start: number, end: number, escape: StringForm['escape'], close: string): TextValue {
  const marker = escape === 'backslash' ? '\\' : escape === 'backtick' ? '`' : escape === 'doubled' ? close : '';
  const builder = new TextBuilder(text);
  const inner = text.slice(start, end);
  let at = start;
  while (at < end) {
    const found = marker === '' ? -1 : inner.indexOf(marker, at - start);
    if (found < 0) break;
    const next = start + found;
    const [length, stands] =
      escape === 'backslash' ? readEscape(text, next, end) : [2, escape === 'doubled' ? close : text.charAt(next + 1)];
    builder.copy(at, next);
    at = Math.min(end, next + length);
    builder.replace(stands, next, at);
  }
  return builder.copy(at, end).value();
}

/** Length in the source and meaning of the backslash escape at `at`. */
function readEscape(text: string, at: number, end: number): [number, string] {
  const char = text.charAt(at + 1);
  if (char === 'u' || char === 'x' || char === 'U') {
    const pattern = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x\{?([0-9a-fA-F]{2})\}?|U([0-9a-fA-F]{8}))/y;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const code = found ? Number.parseInt(found[1] ?? found[2] ?? found[3] ?? found[4] ?? '0', 16) : Number.NaN;
    if (found && at + found[0].length <= end && code <= 0x10ffff) return [found[0].length, String.fromCodePoint(code)];
  }
  if (char === '\n') return [2 + indentAfter(text, at + 2), ''];
  if (char === '\r' && text.charAt(at + 2) === '\n') return [3 + indentAfter(text, at + 3), ''];
  return [2, simpleEscapes[char] ?? char];
}

/** A continued line's indentation is dropped in Rust and Swift and harmless to drop elsewhere. */
function indentAfter(text: string, at: number): number {
  let length = 0;
  while (text.charAt(at + length) === ' ' || text.charAt(at + length) === '\t') length += 1;
  return length;
}
