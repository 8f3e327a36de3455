/**
 * The sieve of sieve.wat, made ready: one pass over raw bytes by the processor's vector instructions. It only says where
 * to look, and of UTF-16 only that it may be there. Decides nothing.
 */
import { ALNUM } from './byte-runs.ts';
import { sieveCode } from './sieve-code.ts';
import { exportsOf } from './web-assembly.ts';

/**
 * Looks at a step of the sieve, of 16 bytes, in which there may be something. Bits stand for its bytes, the lowest for the
 * first.
 * @param marks letters that may be the third of one of the marks' parts
 * @param quote the one that stands behind 16 letters or digits
 * @param wide 0 unless letters stand between zero bytes, as in UTF-16
 * @returns `found`, or from where on long runs of letters and digits are shown: one is enough of each
 */
export type Look = (at: number, marks: number, quote: number, wide: number) => number;
export const found = -1;

/** What the module exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  sieve(at: number, end: number, fresh: number): number;
}

const STEP = 16;
const PAGE = 1 << 16;
/** So far beyond what it is asked about the sieve may look. */
const BESIDE = 48;
/** Bytes that lie elsewhere are copied, so many at a time: they stay in the processor's cache. */
const SLICE = 1 << 16;
/** Where they are copied to. The answer and the tables lie below. */
const COPY = 256;
/** Where the room begins for those that need not be copied. */
const ROOM = COPY + BESIDE + SLICE + BESIDE;

const [ANSWER, TABLES] = [0, 16];
const [QUOTE, BACKTICK, ZERO] = [8, 16, 128];

export class Sieve {
  readonly #exports: Exports;
  #bytes: Uint8Array;
  #words: Int32Array;

  private constructor(exports: Exports, groups: readonly (readonly string[])[]) {
    this.#exports = exports;
    this.#bytes = new Uint8Array(exports.memory.buffer);
    this.#words = new Int32Array(exports.memory.buffer);
    this.#makeRoom(0);
    for (let byte = 0; byte < 256; byte++) {
      const letter = String.fromCharCode(byte);
      // Three bits, since a table of upper and one of lower halves tell only what is a product of both.
      if (ALNUM[byte] === 1) this.#enter(0, byte, byte < 0x40 ? 1 : (byte & 0x10) === 0 ? 2 : 4);
      if (letter === '"' || letter === "'") this.#enter(0, byte, QUOTE);
      if (letter === '`') this.#enter(0, byte, BACKTICK);
    }
    this.#enter(0, 0, ZERO);
    groups.forEach((parts, group) => {
      for (const part of parts) {
        for (let place = 0; place < 3; place++) this.#enter(1 + place, part.charCodeAt(place), 1 << group);
      }
    });
  }

  /**
   * Undefined where there is no WebAssembly with vectors. @param groups at most eight, of parts of marks, three letters
   * each, as they are written; parts in one group may be taken for each other
   */
  static of(groups: readonly (readonly string[])[]): Sieve | undefined {
    try {
      return new Sieve(exportsOf(sieveCode) as Exports, groups);
    } catch {
      return undefined;
    }
  }

  /** Memory for `size` bytes that need not be copied to be sieved. Asking for more takes back what was given before. */
  room(size: number): Uint8Array {
    this.#makeRoom(size);
    return this.#bytes.subarray(ROOM, ROOM + size);
  }

  /** The memory itself, for other modules that work in such a room. */
  get memory(): Exports['memory'] {
    return this.#exports.memory;
  }

  /**
   * Whether `look` says yes to a step in `bytes[start, end)`. Steps begin at `at`, and every one that it is not shown
   * has nothing. A step may begin with the middle of something, or reach beyond the end.
   */
  some(bytes: Uint8Array, start: number, end: number, look: Look): boolean {
    const words = this.#words;
    const isHere = bytes.buffer === this.#bytes.buffer;
    let fresh = start;
    for (let from = start, to = end; from < end; from = to) {
      // Where byte 0 of `bytes` is, or would be.
      let zero = bytes.byteOffset;
      if (!isHere) {
        to = Math.min(end, from + SLICE);
        const lead = Math.min(BESIDE, from - start);
        this.#bytes.set(bytes.subarray(from - lead, Math.min(end, to + BESIDE)), COPY);
        zero = COPY + lead - from;
      }
      const stop = zero + to;
      for (let at = zero + from; ; at += STEP) {
        at = this.#exports.sieve(at, stop, zero + fresh);
        if (at >= stop) break;
        fresh = look(at - zero, words[ANSWER]!, words[ANSWER + 1]!, words[ANSWER + 2]!);
        if (fresh === found) return true;
      }
    }
    return false;
  }

  /** Notes in the two tables of a question that the answer for `byte` has this bit. */
  #enter(question: number, byte: number, bit: number): void {
    const low = TABLES + 32 * question;
    this.#bytes[low + (byte & 15)]! |= bit;
    this.#bytes[low + 16 + (byte >> 4)]! |= bit;
  }

  #makeRoom(size: number): void {
    const pages = Math.ceil((ROOM + size + BESIDE - this.#bytes.length) / PAGE);
    if (pages <= 0) return;
    this.#exports.memory.grow(pages);
    this.#bytes = new Uint8Array(this.#exports.memory.buffer);
    this.#words = new Int32Array(this.#exports.memory.buffer);
  }
}
