/**
 * The first look at every object: the gates over blobs and messages. Marks what may hold a candidate; observes nothing,
 * for the paths of blobs are not known yet.
 */
import { decode, mayHold, passes } from '@bnguard/engine/gates';
import { mayBeWorthReading, worthReading } from '@bnguard/engine/worth-reading';
import type { ObjectSink, ObjectType } from '../../git/batch-output.ts';
import { wordsOf } from './messages.ts';
import { ObjectFacts, type Facts, type LostObject } from './object-facts.ts';

export interface ReadOutcome extends Facts {
  readonly hits: readonly number[];
}

/** One piece of an object must overlap the next by so much that no gate misses what lies across both. */
const overlap = 4096;

export class ObjectReading implements ObjectSink {
  /** Whether what comes is another shard's: then only what it points to is told. */
  isForeign = false;
  readonly #facts: ObjectFacts;
  #hits: number[] = [];
  /** Of an object that comes in pieces: the end of the piece before, and whether a gate has hit. */
  #tail: Buffer = Buffer.alloc(0);
  #isHit = false;

  constructor(idBytes: number) {
    this.#facts = new ObjectFacts(idBytes);
  }

  whole(index: number, type: ObjectType, bytes: Buffer): void {
    this.#facts.note(index, type, bytes);
    if (this.isForeign) return;
    // Headers and signatures look like keys, so that a message is looked at by itself.
    const isHit = type === 'blob' ? isWorthObserving(bytes) : isMessageWorth(bytes);
    if (isHit) this.#hits.push(index);
  }

  piece(index: number, type: ObjectType, bytes: Uint8Array, isLast: boolean, size: number): void {
    this.#facts.notePiece(index, type, bytes, isLast, size);
    if (!this.#isHit) {
      const joined = Buffer.concat([this.#tail, bytes.subarray(0, overlap)]);
      this.#isHit = passes(joined) || passes(bytes);
      this.#tail = bytes.length < overlap ? joined.subarray(-overlap) : Buffer.from(bytes.subarray(-overlap));
    }
    if (!isLast) return;
    if (this.#isHit && !this.isForeign) this.#hits.push(index);
    this.#isHit = false;
    this.#tail = Buffer.alloc(0);
  }

  lost(index: number, why: LostObject['why'], detail: string): void {
    this.#isHit = false;
    this.#tail = Buffer.alloc(0);
    this.#facts.lose(index, why, detail);
  }

  /** What has come since the last call. */
  take(): ReadOutcome {
    const hits = this.#hits;
    this.#hits = [];
    return { ...this.#facts.take(), hits };
  }
}

/** The message, and the headers without what git writes: ids, and signatures, which most often stand last. */
function isMessageWorth(bytes: Buffer): boolean {
  const gap = bytes.indexOf('\n\n');
  const signature = bytes.indexOf('\ngpgsig');
  const end = gap < 0 ? bytes.length : gap;
  const words = signature < 0 || signature > end ? end : signature;
  if (!mayHold(bytes, 0, words) && !mayHold(bytes, end) && !bytes.includes('\nmergetag ')) return false;
  const parts = wordsOf(bytes);
  return isWorthObserving(parts.headers) || isWorthObserving(parts.message);
}

function isWorthObserving(bytes: Uint8Array): boolean {
  if (!mayBeWorthReading(bytes) || !passes(bytes)) return false;
  const decoded = decode(bytes);
  return decoded.kind === 'text' && worthReading(decoded.text);
}
