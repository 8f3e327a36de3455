/**
 * Which tokens are worth the parser's time. In most files nearly every statement holds no value that could be a
 * credential, nor the name of one: these are passed over.
 */
import type { Binding, Value } from '../../types.ts';
import { namesExchange } from '../../clues/names.ts';
import { mentionsPassphrase } from '../../clues/passphrase-names.ts';
import { linesAround } from '../../lines.ts';
import { assigning } from './operators.ts';
import type { Run } from './run.ts';
import { Sieve } from './sieve.ts';
import { Kind, type Tokens } from './tokens.ts';
import { holdsShortRun } from './words.ts';

/** From this length on a word is, and a text may be, a credential. */
const longValue = 60;
/** A key, or a line of a private key. */
const holdsValue = /[A-Za-z0-9+/]{60}/;
/** Shorter strings hold no part of a credential; they may name an exchange. */
const shortString = 16;
const exchangeWord = /^[A-Za-z][\w.]{1,20}$/;

/** A list of texts that make a key when they are joined. */
function isPieces(value: Value): boolean {
  if (value.kind !== 'list' || value.items.length < 2 || value.items.length > 64) return false;
  return value.items.reduce((sum, item) => sum + (item.kind === 'text' ? item.text.length : 1000), 0) === 64;
}

/** Marks that can be counted over any range of tokens. */
export class Marks {
  readonly #marks: Uint8Array;
  #counts: Int32Array;

  constructor(length: number) {
    this.#marks = new Uint8Array(length);
    this.#counts = new Int32Array(length + 1);
  }

  has(index: number): boolean {
    return this.#marks[index] === 1;
  }

  /** Counts know of it after `count()`. */
  add(index: number): void {
    this.#marks[index] = 1;
  }

  count(): void {
    const marks = this.#marks;
    const counts = this.#counts;
    for (let index = 0, count = 0; index < marks.length; index += 1) counts[index + 1] = count += marks[index]!;
  }

  none(from: number, to: number): boolean {
    return this.#counts[from] === this.#counts[to];
  }
}

/** Marks the tokens that are, or tell of, values worth knowing; undefined when no token could be a credential. */
export function markValues(tokens: Tokens): Marks | undefined {
  const { length, kind, start, end, text } = tokens;
  const marks = new Marks(length);
  let found = false;
  // A passphrase may be any text: only its name tells.
  const named = length > 0 && mentionsPassphrase(text.slice(start[0], end[length - 1]));
  for (let index = 0; index < length; index += 1) {
    const here = kind[index];
    if (here === Kind.word) {
      const length = end[index]! - start[index]!;
      if (length < longValue && !(named && length > 6 && mentionsPassphrase(tokens.slice(index)))) continue;
      marks.add(index);
      found = true;
    } else if (here === Kind.string) {
      const from = tokens.contentStart(index);
      const to = tokens.contentEnd(index);
      if (to - from < shortString) {
        const inner = text.slice(from, to);
        if (exchangeWord.test(inner) && namesExchange(inner)) marks.add(index);
      } else if (holdsShortRun(text, from, to)) {
        marks.add(index);
        found = true;
      }
    }
  }
  if (!found) return undefined;
  marks.count();
  return marks;
}

/** So many lines around what matches are read too: its neighbours say what it is. */
const linesBeside = 3;
/** In a file of one line, so many characters. */
const reach = 1000;

/** Marks the tokens around all that matches a global pattern; undefined where nothing does. Linear in text and matches. */
export function markMatching(tokens: Tokens, pattern: RegExp): Marks | undefined {
  const { length, kind, start, end, text } = tokens;
  if (length === 0) return undefined;
  const marks = new Marks(length);
  const [from, to] = [start[0]!, end[length - 1]!];
  let index = 0;
  let found = false;
  let done = -1;
  for (const { index: at } of text.slice(from, to).matchAll(pattern)) {
    const here = from + at;
    if (here < done - reach) continue;
    const lines = linesAround(text, { start: here, end: here }, linesBeside);
    const window = { start: Math.max(lines.start, here - reach), end: Math.min(lines.end, here + reach) };
    done = window.end;
    while (index < length && end[index]! <= window.start) index += 1;
    for (; index < length && start[index]! < window.end; index += 1) {
      if (kind[index] !== Kind.word && kind[index] !== Kind.string) continue;
      marks.add(index);
      found = true;
    }
  }
  if (!found) return undefined;
  marks.count();
  return marks;
}

/**
 * Marks the statements that were passed over and give a value to a name that was met: where a client is made, what a
 * constant stands for. Whether there was any.
 */
export function markReferences({ tokens, marks, bindings, calls, passedOver }: Run): boolean {
  if (passedOver.length === 0) return false;
  const names = new Set<string>();
  const sieve = new Sieve();
  const add = (name: string | undefined): void => {
    if (!name || /^\d*$/.test(name)) return;
    names.add(name);
    sieve.add(name);
  };
  const addReferences = ({ value }: Binding): void => {
    if (value.kind !== 'ref') return;
    add(value.path[0]);
    add(value.path.at(-1));
  };
  bindings.forEach(addReferences);
  for (const { callee, args } of calls) {
    if (callee.length > 1) add(callee.at(-2));
    add(callee.length > 2 ? callee[0] : undefined);
    args.forEach(addReferences);
  }
  const { kind, start, end, text } = tokens;
  let marked = false;
  for (let range = 0; range < passedOver.length; range += 2)
    for (let index = passedOver[range]!; index < passedOver[range + 1]!; index += 1) {
      if (kind[index] !== Kind.word || marks.has(index)) continue;
      const next = kind[index + 1]!;
      if (!assigning[next] && next !== Kind.colon) continue;
      const [from, to] = [start[index]!, end[index]!];
      const isName = (at: number): boolean => sieve.passes(text, at, to) && names.has(text.slice(at, to));
      if (!isName(from) && !isName(from + 1)) continue;
      marks.add(index);
      marked = true;
    }
  if (marked) marks.count();
  return marked;
}

/** So many uses of one name are read. */
const mostUses = 40;

/** Marks where the names of texts of a kind are used, where that was passed over; whether there was any. */
export function markUses(
  { tokens, marks, bindings, calls, passedOver }: Run,
  isWorth: (text: string) => boolean,
): boolean {
  if (passedOver.length === 0) return false;
  const left = new Map<string, number>();
  const sieve = new Sieve();
  const add = ({ path, value }: Binding): void => {
    const name = path.at(-1) ?? '';
    if (value.kind !== 'text' || name.length < 2 || /^\d*$/.test(name) || left.has(name) || !isWorth(value.text))
      return;
    left.set(name, mostUses);
    sieve.add(name);
  };
  bindings.forEach(add);
  // A class is read as a call that has its members.
  for (const { args } of calls) args.forEach(add);
  if (left.size === 0) return false;
  const { kind, start, end, text } = tokens;
  let marked = false;
  for (let range = 0; range < passedOver.length; range += 2)
    for (let index = passedOver[range]!; index < passedOver[range + 1]!; index += 1) {
      if (kind[index] !== Kind.word || marks.has(index)) continue;
      const [from, to] = [start[index]!, end[index]!];
      for (const at of [from, from + 1]) {
        const uses = sieve.passes(text, at, to) ? left.get(text.slice(at, to)) : undefined;
        if (!uses) continue;
        left.set(text.slice(at, to), uses - 1);
        marks.add(index);
        marked = true;
        break;
      }
    }
  if (marked) marks.count();
  return marked;
}

/**
 * Marks the words that name one of the values found, where the run passed them over; whether there was any. Elsewhere
 * a mark would change nothing.
 * @param others further names of the values
 */
export function markNames({ tokens, marks, bindings, calls, passedOver }: Run, others: readonly Binding[]): boolean {
  if (passedOver.length === 0) return false;
  const { kind, start, end, text } = tokens;
  const names = new Set<string>();
  const sieve = new Sieve();
  const add = (name: string | undefined): void => {
    if (!name) return;
    names.add(name);
    sieve.add(name);
  };
  const addName = ({ path, value }: Binding): void => {
    if (isPieces(value)) add(path.at(-1));
    if (value.kind !== 'text' || value.text.length < longValue || !holdsValue.test(value.text)) return;
    const name = path.at(-1) ?? '';
    // An item is known by its list's name.
    add(/^\d+$/.test(name) ? path.findLast((step) => !/^\d+$/.test(step)) : name);
  };
  // Another name for a name that is known.
  const addAlias = ({ path, value }: Binding): void => {
    if (value.kind === 'ref' && names.has(value.path.at(-1) ?? '')) add(path.at(-1));
  };
  bindings.forEach(addName);
  others.forEach(addName);
  for (const { args } of calls) args.forEach(addName);
  bindings.forEach(addAlias);
  others.forEach(addAlias);
  for (const { args } of calls) args.forEach(addAlias);
  if (names.size === 0) return false;
  const isName = (from: number, to: number): boolean => sieve.passes(text, from, to) && names.has(text.slice(from, to));
  let marked = false;
  for (let range = 0; range < passedOver.length; range += 2)
    for (let index = passedOver[range]!; index < passedOver[range + 1]!; index += 1) {
      const here = kind[index];
      if ((here !== Kind.word && here !== Kind.string) || marks.has(index)) continue;
      // A name stands as a word, perhaps with a sigil (`$key`), or as a key in quotes (`config["key"]`).
      const from = here === Kind.string ? tokens.contentStart(index) : start[index]!;
      const to = here === Kind.string ? tokens.contentEnd(index) : end[index]!;
      if (!isName(from, to) && !isName(from + 1, to)) continue;
      marks.add(index);
      marked = true;
    }
  if (marked) marks.count();
  return marked;
}
