/**
 * Whether a key may stand in a text in pieces, literals that a program joins. Only literals that follow each other at
 * once or by an operator are looked at, in lists only where the text joins lists.
 */
import { isRandom } from './candidates/shape.ts';
import type { Span } from './types.ts';

/** What may stand between two literals that make one: an end quote, an operator or a line end, the next quote. */
const junctionOf = (operators: string): RegExp =>
  new RegExp(
    `["'\`]\\)?[\\s\\\\]{0,40}(?:[${operators}]{1,2}|\\.\\.|<>)?[\\s\\\\]{0,40}[A-Za-z@$]{0,2}["'\`](?=[A-Za-z0-9]{8})`,
    'y',
  );
const junction: RegExp = junctionOf('+.&~|');
/** The same where the text joins lists of literals. */
const listJunction: RegExp = junctionOf('+.,&~|');
const joinsLists = /\bjoin\b|implode/;
/** See `owners` in carriers.ts. */
const speaksOfBinance = /binance/i;
const speaksOfCcxt = /ccxt|CCXT|Ccxt/;

/**
 * Whether a literal of at least 16 characters is joined to others so that together they are as long as a key. `quotes`:
 * where such literals end, as the raw bytes have them; there may be more than the text has.
 */
export function holdsSplitKey(text: string, quotes: readonly number[]): boolean {
  return (
    quotes.length > 0 && (speaksOfBinance.test(text) || speaksOfCcxt.test(text)) && quotes.some(endsPartOfKey(text))
  );
}

/** Of a text that names Binance: whether a literal that ends at `quote` is one. */
export function endsPartOfKey(text: string): (quote: number) => boolean {
  const between = joinsLists.test(text) ? listJunction : junction;
  let known: boolean | undefined;
  const isAboutListenKeys = (): boolean => (known ??= listens.test(text));
  return (end) => {
    between.lastIndex = end;
    const joined = between.exec(text);
    if (!joined) return false;
    const start = end + joined[0].length;
    const [first, second] = [
      { start: runStart(text, end), end },
      { start, end: runEnd(text, start) },
    ];
    return isPartOfKey(text, first, second, isAboutListenKeys);
  };
}

/** So much may an escape add to the first part: `u003d`. */
const glued = 5;
/** A key in base64. */
const longest = 87 + glued;
/** So far apart may the other parts be, a comment between them. */
const reach = 200;

/** Whether two parts of a key, with those before and behind them, can be a whole one. */
function isPartOfKey(text: string, first: Span, second: Span, isAboutListenKeys: () => boolean): boolean {
  const room = longest - lengthOf(first) - lengthOf(second);
  const before = neighbours(text, first, room, partBefore);
  const behind = neighbours(text, second, room, partBehind);
  for (let from = 0; from <= before.length; from += 1) {
    for (let to = 0; to <= behind.length; to += 1) {
      const parts = [...before.slice(0, from).reverse(), first, second, ...behind.slice(0, to)];
      if (mayBeKey(parts.map(({ start, end }) => text.slice(start, end)).join(''), isAboutListenKeys)) return true;
    }
  }
  return false;
}

/** The parts on one side of another, nearest first, as many as there is room for. */
function neighbours(
  text: string,
  part: Span,
  room: number,
  next: (text: string, part: Span) => Span | undefined,
): Span[] {
  const found: Span[] = [];
  let left = room;
  for (let one = next(text, part); one !== undefined && lengthOf(one) <= left; one = next(text, one)) {
    found.push(one);
    left -= lengthOf(one);
  }
  return found;
}

/** The next literal, if a part ends its own. */
function partBehind(text: string, { end }: Span): Span | undefined {
  if (!isQuote(text, end)) return undefined;
  for (let at = end + 1; at <= end + reach && at < text.length; at += 1) {
    if (!isQuote(text, at)) continue;
    const stop = runEnd(text, at + 1);
    return stop > at + 1 ? { start: at + 1, end: stop } : undefined;
  }
  return undefined;
}

/** The literal before, if a part begins its own. */
function partBefore(text: string, { start }: Span): Span | undefined {
  if (!isQuote(text, start - 1)) return undefined;
  for (let at = start - 2; at >= start - reach && at > 0; at -= 1) {
    if (!isQuote(text, at)) continue;
    const from = runStart(text, at);
    return from < at ? { start: from, end: at } : undefined;
  }
  return undefined;
}

/** What a listen key needs beside it. */
const listens = /listen|\/ws\/|streams?=/i;

/**
 * Whether joined parts look like a key of their length, in whatever order they are joined. What refuses lists of words
 * refuses fewer than 1 in 10,000 hex keys and 1 in 200 listen keys.
 */
function mayBeKey(letters: string, isAboutListenKeys: () => boolean): boolean {
  const { length } = letters;
  if (length < 60 || !/\d/.test(letters)) return false;
  if (length > 64 + glued) return isEncoded(letters, 86) || isEncoded(letters, 87);
  const key = letters.slice(-64);
  if (length >= 64 && isRandom(key)) return true;
  const distinct = new Set(letters).size;
  if (length >= 64 && /^[0-9a-f]{64}$/.test(key)) return distinct >= 13 && /(?:[a-f]\d*){10}/.test(key);
  return distinct >= 24 && /[g-z]/i.test(letters) && /\d.*\d.*\d/.test(letters) && isAboutListenKeys();
}

/** Whether the last so many letters are the base64 of a key. */
function isEncoded(letters: string, length: number): boolean {
  const extra = letters.length - length;
  if (extra < 0 || extra > glued) return false;
  return /^[A-Za-z0-9]{64}[\r\n]*$/.test(atob(letters.slice(extra)));
}

function isQuote(text: string, at: number): boolean {
  const letter = text[at];
  return letter === '"' || letter === "'" || letter === '`';
}

function runStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start <= longest && /[A-Za-z0-9]/.test(text[start - 1]!)) start -= 1;
  return start;
}

function runEnd(text: string, start: number): number {
  let end = start;
  while (end - start <= longest && /[A-Za-z0-9]/.test(text[end] ?? '')) end += 1;
  return end;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
