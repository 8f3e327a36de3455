/** Looks for needles in every object, as it is: for `bnguard find`. */
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
}

export class NeedleReading implements ObjectSink {
  readonly #needles: readonly Needle[];
  readonly #facts: ObjectFacts;
  #found: FoundNeedle[] = [];
  /** Of an object that comes in pieces. */
  #tail: Buffer = Buffer.alloc(0);
  #lines = new LineCounter();
  #isFound = false;

  constructor(idBytes: number, needles: readonly Needle[]) {
    this.#needles = needles;
    this.#facts = new ObjectFacts(idBytes);
  }

  whole(index: number, type: ObjectType, bytes: Uint8Array): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#facts.note(index, type, buffer);
    const hit = firstNeedle(buffer, this.#needles);
    if (hit) this.#found.push({ index, line: new LineCounter().at(buffer, hit.offset), form: hit.form });
  }

  piece(index: number, type: ObjectType, bytes: Uint8Array, isLast: boolean, size: number): void {
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

  #reset(): void {
    this.#tail = Buffer.alloc(0);
    this.#lines = new LineCounter();
    this.#isFound = false;
  }
}
