/**
 * Which runs of letters and digits have the shape of a Binance key, and which only look like it: judged by the
 * characters alone and by what touches them. Names and context come later (observe.ts).
 */

import { lineEnd, lineStart } from '../lines.ts';
import type { Span } from '../types.ts';

export interface Run {
  readonly kind: 'alnum64' | 'hex64';
  /** Where the value stands in the text that was searched; for `base64` the whole encoded run with its padding. */
  readonly start: number;
  readonly end: number;
  /** The value itself; handle as a secret. */
  readonly value: string;
  readonly encoding: 'plain' | 'base64';
}

const isAlphanumeric = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);

/**
 * The whole runs of at least `least` letters and digits. Such a run covers an offset that is a multiple of `least`, so
 * only those are looked at: on code this is many times as fast as a regular expression.
 */
export function longRuns(text: string, least: number): Span[] {
  const found: Span[] = [];
  for (let run = nextLongRun(text, 0, least); run !== undefined; run = nextLongRun(text, run.end, least))
    found.push(run);
  return found;
}

/** Whether there is such a run. */
export function hasLongRun(text: string, least: number): boolean {
  return text.length >= least && nextLongRun(text, 0, least) !== undefined;
}

/** The first such run that begins at or after `from`, where no other one ends later. */
function nextLongRun(text: string, from: number, least: number): Span | undefined {
  const half = least >> 1;
  for (let probe = from + least - 1; probe < text.length; probe += least) {
    if (!isAlphanumeric(text.charCodeAt(probe))) continue;
    // Half of the run stands on one side of the probe.
    const left = isAlphanumeric(text.charCodeAt(probe - half)) && isAlphanumeric(text.charCodeAt(probe - (half >> 1)));
    if (!left) {
      if (probe + half >= text.length || !isAlphanumeric(text.charCodeAt(probe + half))) continue;
      if (!isAlphanumeric(text.charCodeAt(probe + (half >> 1)))) continue;
    }
    let start = probe;
    while (start > from && isAlphanumeric(text.charCodeAt(start - 1))) start -= 1;
    let end = probe + 1;
    while (end < text.length && isAlphanumeric(text.charCodeAt(end))) end += 1;
    if (end - start >= least) return { start, end };
    // The next run begins behind this one.
    probe = end - 1;
  }
  return undefined;
}

/** Every key-shaped run of the text, in order. Linear; finds nothing in text without runs of 64. */
export function runsOf(text: string, long: readonly Span[] = longRuns(text, 64)): Run[] {
  const found: Run[] = [];
  const isInBlock = base64BlocksIn(text);
  for (const { start, end } of long) {
    const run = text.slice(start, end);
    const candidate = key(text, start, run, isInBlock) ?? encodedKey(text, start, run);
    if (candidate) found.push(candidate);
  }
  return found;
}

/** What a long run by itself may be, whatever block it stands in: a dozen letters before it and four behind it tell. */
export function shapeOfRun(text: string, { start, end }: Span): Run['kind'] | undefined {
  const run = text.slice(start, end);
  return (key(text, start, run, () => false) ?? encodedKey(text, start, run))?.kind;
}

function key(
  text: string,
  index: number,
  run: string,
  isInBlock: (start: number, end: number) => boolean,
): Run | undefined {
  const start = index + gluedPrefix(text, index, run);
  const value = text.slice(start, index + run.length);
  if (value.length !== 64 || !standsAlone(text, start, start + 64)) return undefined;
  if (isHex(value))
    return isRandomHex(value) ? { kind: 'hex64', start, end: start + 64, value, encoding: 'plain' } : undefined;
  if (!isRandom(value) || isEncodedText(value)) return undefined;
  return isInBlock(start, start + 64)
    ? undefined
    : { kind: 'alnum64', start, end: start + 64, value, encoding: 'plain' };
}

/** What an escape before the value adds to its run: the `n` of `\n`, the `3D` of `%3D`, the `u003d` of `\u003d`. */
function gluedPrefix(text: string, index: number, run: string): number {
  const extra = run.length - 64;
  const before = text.charAt(index - 1);
  if (extra === 1 && before === '\\' && /^[nrtbf"]/.test(run)) return 1;
  if (extra === 2 && before === '%' && /^(?:3[ADad]|2[0267C]|0[ADad]|7[BCbc])/.test(run)) return 2;
  if (extra === 3 && before === '\\' && /^x(?:3d|3a|22|27)/i.test(run)) return 3;
  if (extra === 5 && before === '\\' && /^u00(?:3d|3a|22|27|26)/i.test(run)) return 5;
  return 0;
}

/**
 * Whether nothing beside the run makes it a piece of something longer: base64 (`+`, `/`, `=` after), a token with a
 * prefix (`sk_live_`), a JWT's dot, a path. `=` before it must be allowed: `KEY=value`.
 */
export function standsAlone(text: string, start: number, end: number): boolean {
  const left = text.charAt(start - 1);
  const left2 = text.charAt(start - 2);
  const right = text.charAt(end);
  const right2 = text.charAt(end + 1);
  if (right === '+' && right2 !== ' ' && right2 !== '\n') return false;
  if (right === '/' && right2 !== '/' && right2 !== '*' && right2 !== ' ') return false;
  if (right === '/' && right2 === '/' && isBase64Line(text, start, end)) return false;
  // Percent-encoded base64: `%2B`, `%2F` and `%3D` are its `+`, `/` and `=`.
  if (
    /^%(?:2[BbFf]|3[Dd])/.test(text.slice(end, end + 3)) ||
    /%2[BbFf]$/.test(text.slice(Math.max(0, start - 3), start))
  )
    return false;
  if (right === '=' || (right === '_' && /\w/.test(right2)) || (right === '-' && /\w/.test(right2))) return false;
  if (left === '+' && !/[\s"'`]/.test(left2)) return false;
  if (left === '/' && left2 !== '/' && left2 !== '*') return false;
  // No part of a host is so long: `exchange://KEY:SECRET@spot`.
  if (left === '/' && left2 === '/' && text.charAt(start - 3) === ':') return right === ':' || right === '@';
  if ((left === '_' || left === '-') && /\w/.test(left2)) return false;
  if (left === '.' && /\w/.test(left2)) return false;
  if (right === '.' && /\w/.test(right2)) return false;
  if (/\bsha-?\d{1,3}[-:=]$/i.test(text.slice(Math.max(0, start - 10), start))) return false;
  if (/base64,$/.test(text.slice(Math.max(0, start - 8), start))) return false;
  return !(left === 'x' && left2 === '0');
}

/**
 * Whether a run and the two slashes behind it are a line of base64 like the one before, which a blank ends, as pictures in
 * addresses have them; and no value with a comment.
 */
function isBase64Line(text: string, start: number, end: number): boolean {
  const [rest = ''] = /^\/\/[A-Za-z0-9+/]{0,64}/.exec(text.slice(end, end + 66)) ?? [];
  const length = end - start + rest.length;
  const before = text.slice(Math.max(0, start - 1 - length), start - 1);
  return (
    /\s/.test(text.charAt(start - 1)) &&
    before.length === length &&
    /^[A-Za-z0-9+/]+$/.test(before) &&
    /[+/]/.test(before)
  );
}

const isHex = (value: string): boolean => /^[0-9a-f]{64}$/.test(value);
/** Digits in a row or few of them are a blank to fill: random hex practically never has 7 in a row or fewer than 8. */
const isRandomHex = (value: string): boolean =>
  !/(.)\1{6}/.test(value) && new Set(value).size >= 8 && !isPeriodic(value);

/** The same piece again and again, `1234567890abcdef` four times: what people write who need 64 characters. */
function isPeriodic(value: string): boolean {
  for (let period = 1; period <= value.length / 2; period += 1)
    if (value[0] === value[period] && value.startsWith(value.slice(period))) return true;
  return false;
}

/** The keys of a keyboard by columns or rows. */
const keyboard = /1qaz2wsx|zaq1xsw2|qwertyuiop|poiuytrewq/i;

/**
 * Upper and lower case and a digit, entropy of at least 4.6 bits, at least 28 distinct characters, none more than 4
 * times in a row, no alphabet in either direction, no piece again and again. Together these refuse fewer than 1 in 10,000 random keys (measured: docs/decisions/0006).
 */
export function isRandom(value: string): boolean {
  if (!/[a-z]/.test(value) || !/[A-Z]/.test(value) || !/\d/.test(value)) return false;
  counts.fill(0);
  let distinct = 0;
  let repeats = 1;
  let ascending = 0;
  let descending = 0;
  let entropy = 0;
  for (let i = 0, before = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    const count = counts[code]!;
    if (count === 0) distinct += 1;
    entropy += shares[count + 1]! - shares[count]!;
    counts[code] = count + 1;
    repeats = code === before ? repeats + 1 : 1;
    if (repeats > 4) return false;
    if (code === before + 1) ascending += 1;
    else if (code === before - 1) descending += 1;
    before = code;
  }
  if (distinct < 28 || ascending > 12 || descending > 12 || entropy < 4.6) return false;
  return !isPeriodic(value) && !keyboard.test(value);
}

/** How often each ASCII character was seen; of the value at hand alone. */
const counts: Uint8Array = new Uint8Array(128);
/** What a character that stands so often in 64 adds to the entropy. */
const shares: readonly number[] = Array.from({ length: 65 }, (_, count) =>
  count === 0 ? 0 : -(count / 64) * Math.log2(count / 64),
);

/** Letters and digits that no word, alphabet or hash is: what a machine made, perhaps of lower case alone. */
export function isVaried(value: string): boolean {
  const distinct = new Set(value).size;
  return (
    distinct >= 18 && /\d/.test(value) && /[g-z]/i.test(value) && !/(.)\1{4}/.test(value) && !/0123|abcdef/i.test(value)
  );
}

/** Of random bytes 19 in 48 are printable. So many, or more, are in no key: see decision 0006. */
const mostlyPrintable = 38;

/** Text in base64 looks like a key too: plain, or with a few bytes between, as messages of Protocol Buffers have. */
function isEncodedText(value: string): boolean {
  return atob(value).replace(/[^\t\n\r -~]/g, '').length >= mostlyPrintable;
}

/** A key in base64, as Kubernetes secrets hold it: 64 bytes are 86 characters and `==`, 65 (with newline) 87 and `=`. */
function encodedKey(text: string, index: number, run: string): Run | undefined {
  const padding = run.length === 86 ? 2 : run.length === 87 ? 1 : -1;
  if (padding < 0) return undefined;
  const end = index + run.length;
  const padded = text.startsWith('='.repeat(padding), end);
  // Unpadded base64 is written too; then nothing of base64 may follow.
  if (!padded && /[+/=_-]/.test(text.charAt(end))) return undefined;
  if (/[+/]/.test(text.charAt(index - 1))) return undefined;
  const decoded = atob(run).replace(/[\r\n]+$/, '');
  if (!/^[A-Za-z0-9]{64}$/.test(decoded) || isHex(decoded) || !isRandom(decoded)) return undefined;
  return { kind: 'alnum64', start: index, end: end + (padded ? padding : 0), value: decoded, encoding: 'base64' };
}

// -- blocks of base64 --------------------------------------------------------------------------------------------

const maxBlockLines = 60;
/**
 * A line of base64 alone, perhaps quoted, joined or commented; what names it would break the pattern. No character fits
 * two of its parts that follow each other, so that it fails at once.
 */
const bareLine =
  /^[\s"'`+.,\\#/*;>|-]*([A-Za-z0-9][A-Za-z0-9+/]{15,}={0,2})(?:\\[nr])*(?:[\s"'`.,\\;)][\s"'`+.,\\;)]*)?$/;

interface Line extends Span {
  /** `begin` and `end`: it says so. `telling`: bare, with a character that no key has. */
  readonly kind: 'bare' | 'telling' | 'begin' | 'end' | 'other';
}

/** A walk from a run looks at lines nearby, so that only so many need be remembered. */
const maxRemembered = 500;

/**
 * Tells for places in a text, best asked in order, whether the run there is a line of a certificate, a key or another
 * block of base64: a bare line among bare lines of which one has `+`, `/` or padding, or below BEGIN or above END. Lines that
 * a name stands on never count, nor do bare lines of nothing but letters and digits: two keys under each other are keys.
 */
export function base64BlocksIn(text: string): (start: number, end: number) => boolean {
  const byStart = new Map<number, Line>();
  const byEnd = new Map<number, Line>();
  const remembered = (start: number, end: number): Line => {
    const line = { start, end, kind: kindOf(text.slice(Math.max(start, end - 400), Math.min(end, start + 400))) };
    if (byStart.size >= maxRemembered) {
      byStart.clear();
      byEnd.clear();
    }
    byStart.set(start, line);
    byEnd.set(end, line);
    return line;
  };
  const below = (start: number): Line => byStart.get(start) ?? remembered(start, lineEnd(text, start));
  const above = (end: number): Line => byEnd.get(end) ?? remembered(lineStart(text, end), end);

  return (start, end) => {
    const from = lineStart(text, start);
    const to = lineEnd(text, end);
    if (to - from > 400 || !bareLine.test(text.slice(from, to))) return isInLiteral(text, start, end);
    for (let k = 0, at = to; k < maxBlockLines && at < text.length; k += 1) {
      const line = below(at + 1);
      if (line.kind === 'telling' || (line.kind === 'end' && k < 3)) return true;
      if (line.kind !== 'bare') break;
      at = line.end;
    }
    for (let k = 0, at = from; k < maxBlockLines && at > 0; k += 1) {
      const line = above(at - 1);
      if (line.kind === 'telling' || (line.kind === 'begin' && k < 3)) return true;
      if (line.kind !== 'bare') break;
      at = line.start;
    }
    return false;
  };
}

/** So much of a literal is looked at on either side of a run: four lines. */
const besideInLiteral = 280;
const escapedEnd = /(?:\\[rn])+/;
const literalEnd = /["'`\n]/;

/**
 * The same of a block in one literal, `-----BEGIN CERTIFICATE-----\nMIIC…\n…`, whose lines end with escapes: below BEGIN,
 * above END, or among two others as long as the run of which one tells. A key and a secret may have a third value beside
 * them.
 */
function isInLiteral(text: string, start: number, end: number): boolean {
  // The run is a whole line.
  const [open, close] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  if (!/(?:\\[rn]|["'`\n]|^)$/.test(open) || !/^(?:\\[rn]|["'`\r\n]|$)/.test(close)) return false;
  const head =
    text
      .slice(Math.max(0, start - besideInLiteral), start)
      .split(literalEnd)
      .at(-1) ?? '';
  const [tail = ''] = text.slice(end, end + besideInLiteral).split(literalEnd, 1);
  const above = head.split(escapedEnd).slice(0, -1).reverse();
  const below = tail.split(escapedEnd).slice(1);
  const [up, down] = [bareLines(above), bareLines(below)];
  if (up.length < 3 && kindOf(above[up.length] ?? '') === 'begin') return true;
  if (down.length < 3 && kindOf(below[down.length] ?? '') === 'end') return true;
  const alike = [...up, ...down].filter((line) => line.length === end - start);
  return alike.length >= 2 && alike.some((line) => kindOf(line) === 'telling');
}

/** Those that stand before the first other one. */
function bareLines(lines: readonly string[]): readonly string[] {
  const stop = lines.findIndex((line) => !/^(?:bare|telling)$/.test(kindOf(line)));
  return stop < 0 ? lines : lines.slice(0, stop);
}

function kindOf(line: string): Line['kind'] {
  if (line.includes('-----BEGIN ')) return 'begin';
  if (line.includes('-----END ')) return 'end';
  const body = bareLine.exec(line)?.[1];
  return body === undefined ? 'other' : /[+/=]/.test(body) ? 'telling' : 'bare';
}
