/**
 * Private keys in text, in every wrapping that people give them: PEM (whole, indented, commented out, escaped, joined
 * from string literals, cut), bare base64, base64 of a PEM, and .NET XML. Knows no languages: it follows the base64 from
 * line to line or from literal to literal. Each character is looked at a bounded number of times.
 */
import { type DerKey, type KeyAlgorithm, canonical, readKey, rsaFromNumbers } from './der.ts';
import type { Span } from '../types.ts';

export interface PrivateKeyMatch {
  /** From the first dash of `-----BEGIN` to the last of `-----END …-----` (a cut key: its last letter), or the base64. */
  readonly span: Span;
  readonly algorithm: KeyAlgorithm;
  readonly encrypted: boolean;
  /** Base64 of the key's DER: the same for one key in every wrapping. Encrypted and cut keys: of what stands there. */
  readonly der: string;
  readonly form: 'pem' | 'der' | 'xml';
}

/** Shorter bodies are placeholders. An Ed25519 key has 64 letters. */
const SHORTEST = 60;
/** More than an RSA key of 8192 bits has. */
const LONGEST = 8192;
/** So far apart may two pieces of a key be: a quote, a line end, `sb.append(`, a comment. */
const LONGEST_GAP = 300;

const HEADER = /-----BEGIN (|RSA |EC |DSA |ENCRYPTED )PRIVATE KEY-----/g;
const FOOTER = /-----END (?:[A-Z0-9]+ ){0,2}PRIVATE KEY-----/y;
/** Where base64 of DER may begin: 0x30 and a length of at least 32. After a letter only if that is of an escape. */
const BARE = /M(?<=(?:^|[^A-Za-z0-9+/]|\\[nrt])M)[C-I][A-Za-z0-9+/]{2}/g;
/** Where base64 of `-----BEGIN ` begins. */
const WRAPPED = /L(?<=(?:^|[^A-Za-z0-9+/]|\\[nrt])L)S0tLS1CRUdJTi/g;

/**
 * All private keys in decoded text (the source of a program as well as the value of a literal), in text order. Public
 * keys, certificates, OpenSSH and PGP keys and placeholders are none.
 */
export function findPrivateKeys(text: string): PrivateKeyMatch[] {
  const found = [...pemKeys(text), ...xmlKeys(text), ...wrappedKeys(text)];
  const taken = found.map(({ span }) => span).sort((a, b) => a.start - b.start);
  return [...found, ...bareKeys(text, taken)].sort((a, b) => a.span.start - b.span.start);
}

function* pemKeys(text: string): Generator<PrivateKeyMatch> {
  for (const header of text.matchAll(HEADER)) {
    const start = header.index;
    const body = follow(text, start + header[0].length, styleAt(text, start));
    if (body.letters.length < SHORTEST || body.elided) continue;
    const bytes = bytesOf(body.letters);
    const span = { start, end: body.end };
    if (body.encrypted) {
      const algorithm = header[1] === 'RSA ' ? 'rsa' : header[1] === 'EC ' ? 'ec' : 'other';
      if (varied(bytes)) yield { span, algorithm, encrypted: true, der: base64(bytes), form: 'pem' };
      continue;
    }
    const key = readKey(bytes);
    if (key === undefined) continue;
    // A body with an end, of which most is missing, was shortened for show.
    if (body.closed && bytes.length * 2 < key.length) continue;
    const match = matchOf(bytes, key, span, 'pem');
    if (match !== undefined) yield match;
  }
}

function* bareKeys(text: string, taken: readonly Span[]): Generator<PrivateKeyMatch> {
  let next = 0;
  let done = 0;
  for (const { index: start } of text.matchAll(BARE)) {
    while (next < taken.length && taken[next]!.end <= start) next++;
    if (start < done || (taken[next]?.start ?? Infinity) <= start) continue;
    if (!beginsKey(tokenAt(text, start, BEGINNING)?.letters ?? '')) continue;
    const body = follow(text, start, styleAt(text, start));
    const bytes = bytesOf(body.letters);
    const key = readKey(bytes);
    // Without a header only a key that ends where it says is one.
    if (key === undefined || bytes.length !== key.length) continue;
    const match = matchOf(bytes, key, { start, end: body.end }, 'der');
    if (match === undefined) continue;
    done = body.end;
    yield match;
  }
}

function* wrappedKeys(text: string): Generator<PrivateKeyMatch> {
  for (const { index: start } of text.matchAll(WRAPPED)) {
    const body = follow(text, start, { ...styleAt(text, start), longest: 8 * LONGEST });
    const inner = new TextDecoder('latin1').decode(bytesOf(body.letters));
    for (const key of pemKeys(inner)) yield { ...key, span: { start, end: body.end } };
  }
}

function matchOf(
  bytes: Uint8Array,
  key: DerKey,
  span: Span,
  form: PrivateKeyMatch['form'],
): PrivateKeyMatch | undefined {
  if (key.kind === 'public' || !varied(bytes.subarray(0, key.length))) return undefined;
  const der = base64(canonical(bytes, key));
  return { span, algorithm: key.algorithm, encrypted: key.kind === 'encrypted', der, form };
}

/** A key's last bytes are random; those of `AAAA…` and `xxxx…` are not. 32 random bytes have some 30 values. */
function varied(bytes: Uint8Array): boolean {
  return new Set(bytes.subarray(-32)).size >= 16;
}

/** So many letters show what a key is, also where the parameters of an encryption come first. */
const BEGINNING = 192;

function beginsKey(letters: string): boolean {
  if (!/^M[C-I]/.test(letters) || letters.length < 24) return false;
  const kind = readKey(bytesOf(letters.slice(0, BEGINNING)))?.kind;
  return kind === 'private' || kind === 'encrypted';
}

/** What the pieces of a key stand in. */
interface Style {
  /** The quote around the literal that the key begins in, with its backslashes; empty outside of one-line literals. */
  readonly quote: string;
  /** The comment or diff mark that each of its lines begins with. */
  readonly mark: string;
  readonly longest?: number;
}

/** By what stands before a key on its line. */
function styleAt(text: string, start: number): Style {
  const before = text.slice(Math.max(0, start - 100), start);
  const [quote] = /\\*["'`]$/.exec(before) ?? [''];
  // A triple quote opens a text of many lines, and an empty pair none at all.
  if (quote !== '') return { quote: before.endsWith(quote + quote) ? '' : quote, mark: '' };
  return { quote, mark: /(?:^|\n)[ \t]*([#/*;>|+!%<-]{1,4})[ \t]*$/.exec(before)?.[1] ?? '' };
}

interface Body {
  /** The base64, without padding. */
  readonly letters: string;
  /** Behind the footer, else behind the last letter. */
  readonly end: number;
  /** There is a footer, or text that stands for the rest of the key and a footer. */
  readonly closed: boolean;
  /** The old header of encrypted PEM stood before it. */
  readonly encrypted: boolean;
  /** Dots in the place of its rest. */
  readonly elided: boolean;
}

const OLD_HEADER = /(Proc-Type:[ \t]*4,[ \t]*ENCRYPTED)|DEK-Info:[ \t]*[A-Z0-9-]+,[0-9A-Fa-f]+/y;
const LINE_END = /\r?\n|\\+(?:[nr]|u000[aAdD]|x0[aAdD])|&#(?:x0*[aAdD]|0*1[03]);/y;
const BETWEEN = /[ \t\r,]+|["'`]|\\+[t"'`]?/y;
const QUOTE = /\\*["'`]/y;
const LEADING_BLANKS = /[ \t]*/y;
const DOTS = /[ \t]*(?:\.{2,}|…|\*{3,})/y;

/** Collects the base64 that begins at or after an offset, from line to line and from literal to literal. */
function follow(text: string, start: number, style: Style): Body {
  const longest = style.longest ?? LONGEST;
  const pieces: string[] = [];
  let count = 0;
  let needed = Infinity;
  let width = 0;
  let full = true;
  let end = start;
  let endBefore = start;
  let at = start;
  let inside = true;
  let { quote } = style;
  let encrypted = false;

  const body = (closed = false, elided = false): Body => ({ letters: pieces.join(''), end, closed, encrypted, elided });
  while (at < text.length && at - end <= LONGEST_GAP && count <= longest) {
    if (text.startsWith('-----', at)) {
      const footer = matchAt(FOOTER, text, at);
      if (footer === undefined) break;
      end = at + footer.length;
      return body(true);
    }
    if (!inside) {
      // Code between two literals. The next one may have another kind of quotes.
      quote = matchAt(QUOTE, text, at) ?? '';
      inside = quote !== '';
      at += inside ? quote.length : 1;
      continue;
    }
    if (quote !== '' && text.startsWith(quote, at)) {
      inside = false;
      at += quote.length;
      continue;
    }
    const lineEnd = matchAt(LINE_END, text, at);
    if (lineEnd !== undefined) {
      at += lineEnd.length;
      at += matchAt(LEADING_BLANKS, text, at)!.length;
      if (style.mark !== '' && text.startsWith(style.mark, at)) at += style.mark.length;
      continue;
    }
    const old = count === 0 ? matchAt(OLD_HEADER, text, at) : undefined;
    if (old !== undefined) {
      encrypted = true;
      end = at += old.length;
      continue;
    }
    const token = tokenAt(text, at, longest + 1);
    if (token === undefined) {
      const between = matchAt(BETWEEN, text, at);
      if (between === undefined) break;
      at += between.length;
      continue;
    }
    const { letters } = token;
    if (count > 0 && /^[+/]+$/.test(letters) && letters.length < 3 && count + letters.length !== needed) {
      at += token.length;
      continue;
    }
    // All pieces of a key are equally wide but its last; other pieces must be long, or fit exactly.
    if (count >= needed || (!full && letters.length < 16 && count + letters.length !== needed)) break;
    if (!full && needed === Infinity) break;
    if (count > 0 && (beginsKey(letters) || letters.startsWith('LS0tLS1CRUdJTi'))) break;
    if (count === 0) width = letters.length;
    full = letters.length >= width;
    pieces.push(letters);
    count += letters.length;
    endBefore = end;
    end = at += token.length;
    if (!encrypted && needed === Infinity && count >= 8 && style.longest === undefined) {
      const length = readLength(pieces.join(''));
      if (length !== undefined) needed = Math.ceil((length * 4) / 3);
    }
    if (matchAt(DOTS, text, at) !== undefined) return body(false, count < needed);
  }
  const cut = count > 0 && count < needed && needed < Infinity;
  if (cut && pieces.length > 1 && pieces.at(-1)!.length < 16) {
    // More likely a word behind a key that was cut.
    pieces.pop();
    end = endBefore;
  }
  // `[…]` or `(snip)`, then the footer: a key shortened for show.
  return body(cut && text.slice(at, at + 100).includes('-----END '), cut && matchAt(DOTS, text, at) !== undefined);
}

/** The bytes that DER takes by its first bytes. */
function readLength(letters: string): number | undefined {
  const [tag, short = 0, ...more] = bytesOf(letters.slice(0, 8));
  if (tag !== 0x30) return undefined;
  if (short < 0x80) return 2 + short;
  const extra = short & 0x7f;
  return extra >= 1 && extra <= 3
    ? 2 + extra + more.slice(0, extra).reduce((sum, byte) => sum * 256 + byte, 0)
    : undefined;
}

const TOKEN = /(?:[A-Za-z0-9+/]+|\\+\/|\\+u002[bBfF])+(?:=|\\+u003[dD]){0,2}/y;

/** A stretch of base64 and its letters, without padding and without the escapes that JSON writers use in it. */
function tokenAt(
  text: string,
  at: number,
  longest: number,
): { readonly letters: string; readonly length: number } | undefined {
  const token = matchAt(TOKEN, text.slice(at, at + longest), 0);
  if (token === undefined) return undefined;
  const plain = token.includes('\\') ? unescape(token) : token;
  return { letters: plain.replace(/=+$/, ''), length: token.length };
}

function unescape(token: string): string {
  const plain = token.replace(/(?<!\\)\\+u00(2[bBfF]|3[dD])/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return plain.replace(/\\+/g, '');
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function bytesOf(letters: string): Uint8Array {
  return Buffer.from(letters, 'base64');
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

const XML_TAG =
  /(?:<|&lt;|\\u003[cC])(\/?)(RSAKeyValue|Modulus|Exponent|DP|DQ|D|P|Q|InverseQ)[ \t]*(?:>|&gt;|\\u003[eE])/g;
/** The numbers of an RSAKeyValue, in the order of PKCS#1. */
const XML_NUMBERS = ['Modulus', 'Exponent', 'D', 'P', 'Q', 'DP', 'DQ', 'InverseQ'];

/** .NET's RSAKeyValue with a `<D>`. It becomes PKCS#8 like any other RSA key. */
function* xmlKeys(text: string): Generator<PrivateKeyMatch> {
  if (!text.includes('RSAKeyValue')) return;
  let start: number | undefined;
  let opened: { readonly name: string; readonly at: number } | undefined;
  let numbers = new Map<string, Uint8Array>();
  for (const tag of text.matchAll(XML_TAG)) {
    const [whole, slash, name] = tag as unknown as [string, string, string];
    const end = tag.index + whole.length;
    if (slash === '') {
      if (name !== 'RSAKeyValue') opened = { name, at: end };
      else {
        start = tag.index;
        numbers = new Map();
      }
      continue;
    }
    if (name !== 'RSAKeyValue') {
      if (opened?.name === name && tag.index - opened.at <= LONGEST) {
        numbers.set(name, bytesOf(unescape(text.slice(opened.at, tag.index).replace(/(?<!\\)\\+[nrt]|\s+/g, ''))));
      }
      opened = undefined;
      continue;
    }
    const [n, e, d, ...rest] = XML_NUMBERS.map((number) => numbers.get(number));
    if (start !== undefined && n !== undefined && d !== undefined && d.length >= 48 && varied(d)) {
      const der = rsaFromNumbers({
        n,
        e: e ?? Uint8Array.of(1, 0, 1),
        d,
        rest: rest.map((number) => number ?? Uint8Array.of(0)),
      });
      yield { span: { start, end }, algorithm: 'rsa', encrypted: false, der: base64(der), form: 'xml' };
    }
    start = undefined;
  }
}
