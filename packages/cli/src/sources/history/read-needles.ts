/** Looks for needles in every object, as it is, and in the names that trees give: for `bnguard find`. */
import type { ObjectSink, ObjectType } from '../../git/batch-output.ts';
import { firstNeedle, LineCounter, overlapFor, type Needle } from '../../needles.ts';
import { ObjectFacts, type Facts, type LostObject } from './object-facts.ts';

export interface NeedleOutcome extends Facts {
  readonly hits: readonly number[];
  readonly found: readonly FoundNeedle[];
}
export interface FoundNeedle {
  readonly index: number;
  readonly line: number;
  /** How the value stands there; see Needle. */
  readonly form: string;
  /** Of a tree: the name that holds it, one character a byte, a folder's with its slash. */
  readonly name?: string;
}

export class NeedleReading implements ObjectSink {
  readonly #needles: readonly Needle[];
  readonly #idBytes: number;
  readonly #facts: ObjectFacts;
  #found: FoundNeedle[] = [];
  /** Of an object that comes in pieces. */
  #tail: Buffer = Buffer.alloc(0);
  #lines = new LineCounter();
  #isFound = false;

  constructor(idBytes: number, needles: readonly Needle[]) {
    this.#needles = needles;
    this.#idBytes = idBytes;
    this.#facts = new ObjectFacts(idBytes);
  }

  whole(index: number, type: ObjectType, bytes: Buffer): void {
    this.#facts.note(index, type, bytes);
    const hit = firstNeedle(bytes, this.#needles);
    if (type === 'tree') {
      if (hit) this.#readNames(index, bytes);
    } else if (hit) this.#found.push({ index, line: new LineCounter().at(bytes, hit.offset), form: hit.form });
  }

  piece(index: number, type: ObjectType, bytes: Uint8Array, isLast: boolean, size: number): void {
    if (type === 'tree') {
      // Read when it is whole: its entries are few bytes each.
      this.#tail = Buffer.concat([this.#tail, bytes]);
      if (isLast) this.#readNames(index, this.#tail);
      if (isLast) this.#reset();
      return;
    }
    this.#facts.notePiece(index, type, bytes, isLast, size);
    const piece = Buffer.concat([this.#tail, bytes]);
    const hit = this.#isFound ? undefined : firstNeedle(piece, this.#needles);
    if (hit) this.#found.push({ index, line: this.#lines.at(piece, hit.offset), form: hit.form });
    this.#isFound ||= hit !== undefined;
    const past = Math.max(0, piece.length - overlapFor(this.#needles));
    this.#lines.pass(piece, past);
    this.#tail = piece.subarray(past);
    if (isLast) this.#reset();
  }

  lost(index: number, why: LostObject['why'], detail: string): void {
    this.#reset();
    this.#facts.lose(index, why, detail);
  }

  take(): NeedleOutcome {
    const found = this.#found;
    this.#found = [];
    return { ...this.#facts.take(), hits: found.map(({ index }) => index), found };
  }

  /** Entries are `<mode> <name>\0<id>`. */
  #readNames(index: number, tree: Buffer): void {
    for (let at = 0; at < tree.length;) {
      const from = tree.indexOf(0x20, at) + 1;
      const to = tree.indexOf(0, from);
      if (from === 0 || to < 0) return;
      const hit = firstNeedle(tree.subarray(from, to), this.#needles);
      const isFolder = /^0*4/.test(tree.toString('latin1', at, from));
      if (hit) {
        const name = tree.toString('latin1', from, to) + (isFolder ? '/' : '');
        this.#found.push({ index, line: 0, form: hit.form, name });
      }
      at = to + 1 + this.#idBytes;
    }
  }

  #reset(): void {
    this.#tail = Buffer.alloc(0);
    this.#lines = new LineCounter();
    this.#isFound = false;
  }
}
