/**
 * The search of words.wat, made ready: where one of many words may stand, in any case, by one pass over bytes or over a
 * text. A word is three or four letters of what somebody looks for; whether it stands there is for the caller to see.
 */
import { exportsOf } from './web-assembly.ts';
import { wordsCode } from './words-code.ts';

/** What the module exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly find: (at: number, end: number, stride: number, mask: number, table: number) => number;
}

const SLOT_BITS = 16;
const TABLE = 1 << SLOT_BITS;
/** What the table has where several words belong, besides zero and what `entryOf` gives. */
const SHARED = 255;
/** So much is copied at a time: little at first, as the search may end soon; never more than a processor's cache holds. */
const [FIRST, MOST] = [1 << 12, 1 << 16];
const PAGE = 1 << 16;
/** What one search takes: a table, behind it room for a copy and the bytes after the last word. */
const PAGES = (TABLE + MOST) / PAGE + 1;

/** Where searches have their tables and copies, and what finds words in them. */
interface Machine {
  /** All of it. Anew after each `take`. */
  readonly bytes: Buffer;
  /** Room for one more search; where it begins. */
  readonly take: () => number;
  readonly find: Exports['find'];
}

class FastMachine implements Machine {
  bytes: Buffer = Buffer.alloc(0);
  readonly find: Exports['find'];
  readonly #memory: Exports['memory'];

  /** @throws whatever WebAssembly does where there is none, or no address space for it */
  constructor() {
    const { memory, find } = exportsOf(wordsCode) as Exports;
    this.#memory = memory;
    this.find = find;
  }

  take(): number {
    const at = this.#memory.grow(PAGES) * PAGE;
    this.bytes = Buffer.from(this.#memory.buffer);
    return at;
  }
}

/** The same without WebAssembly. */
class PlainMachine implements Machine {
  readonly bytes: Buffer = Buffer.alloc(PAGES * PAGE);
  readonly take = (): number => 0;
  readonly find: Exports['find'] = (at, end, stride, mask) => {
    const { bytes } = this;
    for (; at < end; at += stride) {
      const hash = hashOf(wordAt(bytes, at), mask);
      const entry = bytes[hash >>> SLOT_BITS];
      if (entry === SHARED || entry === entryOf(hash)) break;
    }
    return at;
  };
}

/** One for all searches, as each reserves gigabytes of addresses. Null: it was tried, and there is none. */
let shared: FastMachine | null | undefined;

/** A machine with room for one more search, and where that begins. */
function machineFor(isFast: boolean): readonly [Machine, number] {
  if (isFast && shared !== null) {
    try {
      shared ??= new FastMachine();
      return [shared, shared.take()];
    } catch {
      shared = null;
    }
  }
  return [new PlainMachine(), 0];
}

export class WordSearch {
  readonly #letters: number;
  readonly #stride: number;
  readonly #mask: number;
  readonly #machine: Machine;
  readonly #table: number;
  readonly #copy: number;

  /**
   * @param letters how many a word has: three or four
   * @param stride words are looked for at every so many bytes
   */
  constructor(letters: 3 | 4, stride: number, isFast: boolean = true) {
    this.#letters = letters;
    this.#stride = stride;
    this.#mask = letters === 4 ? -1 : 0xffffff;
    [this.#machine, this.#table] = machineFor(isFast);
    this.#copy = this.#table + TABLE;
  }

  /** Adds a word, which stands in `bytes` at `at`; gives its slot, which other words may have too. */
  add(bytes: Uint8Array, at: number): number {
    const hash = hashOf(wordAt(bytes, at), this.#mask);
    const slot = hash >>> SLOT_BITS;
    const [before, entry] = [this.#machine.bytes[this.#table + slot]!, entryOf(hash)];
    this.#machine.bytes[this.#table + slot] = before === 0 || before === entry ? entry : SHARED;
    return slot;
  }

  /** Whether `look` says yes to a place in `bytes[from, end)` where a word may begin. `slot`: as `add` gave it. */
  inBytes(bytes: Uint8Array, from: number, end: number, look: (at: number, slot: number) => boolean): boolean {
    return this.#search(from, end, (start, to) => this.#machine.bytes.set(bytes.subarray(start, to), this.#copy), look);
  }

  /** The same of a text. Of letters beyond Latin-1 the lower halves count: they may be taken for others. */
  inText(text: string, look: (at: number, slot: number) => boolean): boolean {
    const copy = (start: number, to: number): void =>
      void this.#machine.bytes.write(text.slice(start, to), this.#copy, 'latin1');
    return this.#search(0, text.length, copy, look);
  }

  #search(
    from: number,
    end: number,
    copy: (start: number, to: number) => void,
    look: (at: number, slot: number) => boolean,
  ): boolean {
    const stride = this.#stride;
    for (let start = from, size = FIRST; start + this.#letters <= end; size = Math.min(2 * size, MOST)) {
      const to = Math.min(end, start + size);
      copy(start, to);
      const last = this.#copy + to - start - this.#letters + 1;
      let at = this.#copy;
      for (;;) {
        at = this.#machine.find(at, last, stride, this.#mask, this.#table);
        if (at >= last) break;
        if (look(start + at - this.#copy, this.#slotAt(this.#machine.bytes, at))) return true;
        at += stride;
      }
      start += at - this.#copy;
    }
    return false;
  }

  /** Where the table has the word at `at`, the same in any case. */
  #slotAt(bytes: Uint8Array, at: number): number {
    return hashOf(wordAt(bytes, at), this.#mask) >>> SLOT_BITS;
  }
}

/** Four bytes, the lowest first. */
function wordAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

/** 32 bits. */
function hashOf(word: number, mask: number): number {
  return Math.imul((word | 0x20202020) & mask, 0x9e3779b1);
}

/** What the table has for a word of this hash. */
function entryOf(hash: number): number {
  return ((hash >>> 8) & 127) + 1;
}
