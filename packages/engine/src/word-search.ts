/**
 * The search of words.wat, made ready: where one of many words may stand, in any case, by one pass over bytes or over a
 * text. A word is three or four letters of what somebody looks for; whether it stands there is for the caller to see.
 */
import { wordsCode } from './words-code.ts';

/** What the module exports. The compiler knows no WebAssembly without the types of a browser. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly find: (at: number, end: number, stride: number, mask: number) => number;
}
declare const WebAssembly:
  | {
      readonly Module: new (code: Uint8Array) => object;
      readonly Instance: new (module: object) => { readonly exports: unknown };
    }
  | undefined;

const HASH_BITS = 16;
/** Where what is searched is copied to, above the table. */
const COPY = 1 << HASH_BITS;
/** So much is copied at a time: little at first, as the search may end soon; never more than a processor's cache holds. */
const [FIRST, MOST] = [1 << 12, 1 << 16];

const isFast = typeof WebAssembly !== 'undefined';
const module = isFast ? new WebAssembly.Module(Buffer.from(wordsCode, 'base64')) : undefined;

export class WordSearch {
  readonly #letters: number;
  readonly #stride: number;
  readonly #mask: number;
  readonly #memory: Buffer;
  readonly #find: Exports['find'];

  /**
   * @param letters how many a word has: three or four
   * @param stride words are looked for at every so many bytes
   */
  constructor(letters: 3 | 4, stride: number, fast: boolean = isFast) {
    this.#letters = letters;
    this.#stride = stride;
    this.#mask = letters === 4 ? -1 : 0xffffff;
    if (fast && module !== undefined) {
      const exports = new WebAssembly!.Instance(module).exports as Exports;
      this.#memory = Buffer.from(exports.memory.buffer);
      this.#find = exports.find;
    } else {
      this.#memory = Buffer.alloc(COPY + MOST + 4);
      this.#find = (at, end, step, mask) => findPlainly(this.#memory, at, end, step, mask);
    }
  }

  /** Adds a word, which stands in `bytes` at `at`; gives its hash. */
  add(bytes: Uint8Array, at: number): number {
    const hash = this.hashAt(bytes, at);
    this.#memory[hash] = 1;
    return hash;
  }

  /** Of the word at `at`, the same in any case. */
  hashAt(bytes: Uint8Array, at: number): number {
    return hashOf(wordAt(bytes, at), this.#mask);
  }

  /** Whether `look` says yes to a place in `bytes[from, end)` where a word may begin. */
  inBytes(bytes: Uint8Array, from: number, end: number, look: (at: number, hash: number) => boolean): boolean {
    return this.#search(from, end, (start, to) => this.#memory.set(bytes.subarray(start, to), COPY), look);
  }

  /** The same of a text. Of letters beyond Latin-1 the lower halves count: they may be taken for others. */
  inText(text: string, look: (at: number, hash: number) => boolean): boolean {
    return this.#search(0, text.length, (start, to) => this.#memory.write(text.slice(start, to), COPY, 'latin1'), look);
  }

  #search(
    from: number,
    end: number,
    copy: (start: number, to: number) => void,
    look: (at: number, hash: number) => boolean,
  ): boolean {
    const stride = this.#stride;
    for (let start = from, size = FIRST; start + this.#letters <= end; size = Math.min(2 * size, MOST)) {
      const to = Math.min(end, start + size);
      copy(start, to);
      const last = COPY + to - start - this.#letters + 1;
      let at = COPY;
      for (;;) {
        at = this.#find(at, last, stride, this.#mask);
        if (at >= last) break;
        if (look(start + at - COPY, this.hashAt(this.#memory, at))) return true;
        at += stride;
      }
      start += at - COPY;
    }
    return false;
  }
}

/** What words.wat does, where there is no WebAssembly. */
function findPlainly(memory: Uint8Array, at: number, end: number, stride: number, mask: number): number {
  while (at < end && memory[hashOf(wordAt(memory, at), mask)] === 0) at += stride;
  return at;
}

/** Four bytes, the lowest first. */
function wordAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

function hashOf(word: number, mask: number): number {
  return Math.imul((word | 0x20202020) & mask, 0x9e3779b1) >>> (32 - HASH_BITS);
}
