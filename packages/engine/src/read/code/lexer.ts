/**
 * Text → tokens, for any language of languages.ts. Tolerant: every text has tokens, a quote without its partner is
 * punctuation, and no input takes more than linear time. It knows nothing of grammar; parse.ts does.
 */
import type { Language, StringForm } from '../languages.ts';
import { matchBrackets } from './brackets.ts';
import {
  Char,
  charactersOf,
  isWideBlank,
  isWidePunctuation,
  type Characters,
  type NumberedForm,
} from './characters.ts';
import { endOfHeredoc, heredocAt } from './heredocs.ts';
import { lengthOf, operatorAt } from './operators.ts';
import { Kind, Tokens } from './tokens.ts';
import { meaningOfWord, Word } from './words.ts';

/** So many kinds of strings and heredocs without an end, and no more heredocs are looked for. */
const maxUnclosed = 50;
/** So much room tokens have before they need more: half of what dense code takes. */
const minTokens = 16;
const charactersPerToken = 10;
/** No regular expression is longer. */
const maxRegex = 500;

/** A document is lexed to be read, and once more by each rule that looks at its words: what is this long is kept meanwhile. */
const worthKeeping = 4096;
/** Of the last whole text; weakly, since there may be credentials in it. */
let latest: WeakRef<Tokens> | undefined;

/** Lexes the part [from, to) of a text. Offsets in tokens are offsets in the whole text. */
export function lex(text: string, language: Language, from = 0, to: number = text.length): Tokens {
  const isKept = text.length >= worthKeeping && to - from === text.length;
  const known = isKept ? latest?.deref() : undefined;
  if (known && known.language === language && known.text === text) return known;
  const tokens = new Lexer(text, language, from, to).run();
  matchBrackets(tokens);
  if (isKept) latest = new WeakRef(tokens);
  return tokens;
}

/** Each of its methods reads one kind of token at an offset, and returns where that ends: where it began if none is there. */
class Lexer {
  readonly #text: string;
  readonly #language: Language;
  readonly #from: number;
  readonly #to: number;
  readonly #tokens: Tokens;
  readonly #characters: Characters;
  /** Openings of multi-line forms and tags of heredocs that have no end from some offset on, and so none further on. */
  readonly #unclosed = new Set<string>();
  /** For a form of a single line the offset up to which it has no end. */
  readonly #gaveUp = new Map<StringForm, number>();
  /** Tags of the heredocs that begin on the next line. */
  #heredocs: string[] = [];
  /** Whether the string whose end was found last has escapes. */
  #escaped = false;

  constructor(text: string, language: Language, from: number, to: number) {
    this.#text = text;
    this.#language = language;
    this.#from = from;
    this.#to = to;
    this.#characters = charactersOf(language);
    const capacity = minTokens + Math.ceil((to - from) / charactersPerToken);
    this.#tokens = new Tokens(text, language, this.#characters.forms, capacity);
  }

  run(): Tokens {
    const { classes } = this.#characters;
    const text = this.#text;
    const to = this.#to;
    for (let at = this.#from; at < to;) {
      const code = text.charCodeAt(at);
      if (code === Kind.newline) {
        at = this.#newline(at);
        continue;
      }
      const bits =
        code < 128 ? classes[code]! : isWideBlank(code) ? Char.blank : isWidePunctuation(code) ? 0 : Char.word;
      if (bits & Char.blank) {
        at += 1;
        continue;
      }
      let end = at;
      if (bits & Char.comment) end = this.#comment(at);
      if (end === at && bits & Char.string) end = this.#string(at, at, false);
      if (end === at && bits & Char.word) end = this.#word(at);
      if (end === at && code === Kind.slash && this.#language.regex) end = this.#regex(at);
      if (end === at && code === Kind.less && this.#language.heredoc) end = this.#heredoc(at);
      at = end === at ? this.#operator(at) : end;
    }
    return this.#tokens;
  }

  #newline(at: number): number {
    this.#tokens.push(Kind.newline, at, at + 1);
    at += 1;
    if (this.#heredocs.length === 0) return at;
    for (const tag of this.#heredocs) {
      const search = !this.#unclosed.has(tag) && this.#unclosed.size <= maxUnclosed;
      const end = search ? endOfHeredoc(this.#text, at, this.#to, tag) : at;
      if (end > at) this.#tokens.pushHeredoc(at, end);
      else this.#unclosed.add(tag);
      at = end;
    }
    this.#heredocs = [];
    return at;
  }

  #operator(at: number): number {
    const kind = operatorAt(this.#text, at);
    const end = at + lengthOf[kind]!;
    this.#tokens.push(kind, at, end);
    return end;
  }

  #word(at: number): number {
    const { classes } = this.#characters;
    const text = this.#text;
    const to = this.#to;
    let end = at + 1;
    for (; end < to; end += 1) {
      const code = text.charCodeAt(end);
      if (code < 128 ? !(classes[code]! & Char.word) : isWidePunctuation(code)) break;
    }
    const { prefixes } = this.#language;
    if (prefixes && end - at <= 3 && end < to && (classes[text.charCodeAt(end)] ?? 0) & Char.string) {
      const prefix = text.slice(at, end);
      const after = prefixes.test(prefix) ? this.#string(at, end, /r/i.test(prefix)) : end;
      if (after > end) return after;
    }
    this.#tokens.push(Kind.word, at, end, meaningOfWord(text, at, end));
    return end;
  }

  // -- strings ---------------------------------------------------------------------------------------------------

  /** @param quote where its opening begins, behind its prefix. `raw`: escapes mean nothing. Without a string `quote` is returned. */
  #string(at: number, quote: number, raw: boolean): number {
    const form = this.#formAt(quote);
    if (!form) return quote;
    const content = quote + form.open.length;
    const close = this.#closeOf(form, content);
    const end = close + form.close.length;
    if (close < 0 || end > this.#to) return quote;
    this.#tokens.pushString(at, end, form.number, content - at, raw || !this.#escaped);
    return end;
  }

  #formAt(at: number): NumberedForm | undefined {
    const forms = this.#characters.opening[this.#text.charCodeAt(at)]!;
    for (const form of forms) if (form.open.length === 1 || this.#text.startsWith(form.open, at)) return form;
    return undefined;
  }

  /**
   * Offset of the closing delimiter, negative without one. A form that found no end once is not looked for again where
   * it cannot have one: this keeps files and lines of openings linear.
   */
  #closeOf(form: StringForm, at: number): number {
    if (form.multiline ? this.#unclosed.has(form.open) : at <= (this.#gaveUp.get(form) ?? -1)) return -1;
    const end = this.#endOfString(form, at);
    if (end < 0 && form.multiline) this.#unclosed.add(form.open);
    else if (end < 0 && form.escape !== 'doubled') this.#gaveUp.set(form, ~end);
    return end;
  }

  /** Offset of the closing delimiter; without one `~at`, where `at` is the offset up to which there is none. */
  #endOfString({ close, escape, multiline }: StringForm, from: number): number {
    const text = this.#text;
    const to = this.#to;
    const closeCode = close.charCodeAt(0);
    this.#escaped = false;
    if (multiline && escape === 'none') {
      const end = text.indexOf(close, from);
      return end < 0 || end >= to ? -1 : end;
    }
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      if (code === closeCode && (close.length === 1 || text.startsWith(close, at))) {
        if (escape !== 'doubled' || text.charCodeAt(at + 1) !== closeCode || at + 1 >= to) return at;
        this.#escaped = true;
        at += 1;
      } else if (code === 10 && !multiline) return ~at;
      else if ((code === 92 && escape === 'backslash') || (code === 96 && escape === 'backtick')) {
        this.#escaped = true;
        at += 1;
        // A backslash at the line's end goes on in the next line, in every language that has one.
        if (code === 92 && text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at += 1;
      }
    }
    return ~to;
  }

  #heredoc(at: number): number {
    const heredoc = this.#language.heredoc && heredocAt(this.#text, at, this.#language.heredoc);
    if (!heredoc) return at;
    this.#heredocs.push(heredoc.tag);
    return heredoc.after;
  }

  // -- comments and regular expressions --------------------------------------------------------------------------

  #comment(at: number): number {
    const end = this.#endOfComment(at);
    if (end > at) this.#tokens.comments.push({ start: at, end });
    return end;
  }

  #endOfComment(at: number): number {
    const text = this.#text;
    const to = this.#to;
    for (const [open, close] of this.#language.blockComments) {
      if (!text.startsWith(open, at)) continue;
      const end = text.indexOf(close, at + open.length);
      return end < 0 ? to : Math.min(to, end + close.length);
    }
    const before = at > this.#from ? text.charAt(at - 1) : '\n';
    for (const marker of this.#language.lineComments) {
      if (!text.startsWith(marker, at)) continue;
      // `#` begins a comment only after a blank or a few marks: `a#b`, `$#` and `http://` hold none.
      if (marker === '#' && before > ' ' && !';{}),"\''.includes(before)) continue;
      if (marker === '//' && before === ':') continue;
      const end = text.indexOf('\n', at);
      return end < 0 || end > to ? to : end;
    }
    return at;
  }

  #regex(at: number): number {
    if (!this.#regexMayBegin()) return at;
    const text = this.#text;
    const limit = Math.min(this.#to, at + maxRegex);
    let inClass = false;
    for (let end = at + 1; end < limit; end += 1) {
      const char = text.charAt(end);
      if (char === '\n') return at;
      if (char === '\\') end += 1;
      else if (char === '[') inClass = true;
      else if (char === ']') inClass = false;
      else if (char === '/' && !inClass) {
        end = this.#endOfFlags(end + 1);
        this.#tokens.push(Kind.word, at, end);
        return end;
      }
    }
    return at;
  }

  /** Whether a slash here cannot divide. */
  #regexMayBegin(): boolean {
    const { length, kind, detail } = this.#tokens;
    if (length === 0) return true;
    const last = kind[length - 1]!;
    if (last === Kind.word) return (detail[length - 1]! & Word.beforeRegex) !== 0;
    return last !== Kind.string && last !== Kind.closeParen && last !== Kind.closeBracket && last !== Kind.closeBrace;
  }

  #endOfFlags(at: number): number {
    while (
      at < this.#to &&
      /[\w\u0080-\uffff]/.test(this.#text.charAt(at)) &&
      !isWidePunctuation(this.#text.charCodeAt(at))
    )
      at += 1;
    return at;
  }
}
