/**
 * The first look at every object: the gates over blobs and messages, and what commits and tags point to. Marks what may
 * hold a candidate; observes nothing, for the paths of blobs are not known yet.
 */
import { decode, mayHold, mayBeRead, passes } from '@bnguard/engine';
import type { ObjectSink, ObjectType } from '../../git/object-stream.ts';
import { readCommit, readTag, wordsOf } from './messages.ts';

/** Commits as rows of numbers, with the ids that they name one after the other: tree, parents. */
export interface CommitRows {
  /** [object, number of parents, authored, committed] of each, in seconds since 1970. */
  readonly numbers: Float64Array;
  readonly ids: Uint8Array;
}

export interface LostObject {
  readonly index: number;
  readonly why: 'missing' | 'unreadable';
  readonly detail: string;
}

/** What reading a chunk of objects brought: plain data, which crosses threads. */
export interface ReadOutcome {
  readonly hits: number[];
  readonly commits: CommitRows;
  /** What each tag points to, in hex. */
  readonly tags: readonly { readonly index: number; readonly target: string }[];
  readonly lost: readonly LostObject[];
  /** [object, bytes] of each. */
  readonly sizes: Float64Array;
}

/** One chunk must overlap the next by so much that no gate misses what lies across both. */
const overlap = 4096;

export class ObjectReading implements ObjectSink {
  /** Whether what comes is another shard's: then only what it points to is told. */
  isForeign = false;
  readonly #idBytes: number;
  #hits: number[] = [];
  #numbers: number[] = [];
  #ids: string[] = [];
  #tags: { index: number; target: string }[] = [];
  #lost: LostObject[] = [];
  #sizes: number[] = [];
  /** Of an object that comes in pieces: the end of the piece before, and whether a gate has hit. */
  #tail: Buffer = Buffer.alloc(0);
  #hit = false;

  constructor(idBytes: number) {
    this.#idBytes = idBytes;
  }

  whole(index: number, type: ObjectType, bytes: Uint8Array): void {
    this.#sizes.push(index, bytes.length);
    if (type === 'blob') {
      if (isWorthObserving(bytes)) this.#hits.push(index);
      return;
    }
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (type === 'commit') this.#commit(index, buffer);
    else if (type === 'tag') this.#tags.push({ index, target: readTag(buffer).target });
    // Headers and signatures look like keys, so that a message is looked at by itself.
    if (!this.isForeign && passes(bytes) && partsOf(buffer).some(isWorthObserving)) this.#hits.push(index);
  }

  piece(index: number, _: ObjectType, bytes: Uint8Array, isLast: boolean, size: number): void {
    if (!this.#hit) {
      const joined = Buffer.concat([this.#tail, bytes.subarray(0, overlap)]);
      this.#hit = passes(joined) || passes(bytes);
      this.#tail = Buffer.from(bytes.subarray(-overlap));
      if (bytes.length < overlap) this.#tail = joined.subarray(-overlap);
    }
    if (!isLast) return;
    if (this.#hit && !this.isForeign) this.#hits.push(index);
    this.#hit = false;
    this.#tail = Buffer.alloc(0);
    this.#sizes.push(index, size);
  }

  lost(index: number, why: LostObject['why'], detail: string): void {
    this.#lost.push({ index, why, detail });
  }

  /** What has come since the last call. */
  take(): ReadOutcome {
    const outcome: ReadOutcome = {
      hits: this.#hits,
      commits: { numbers: Float64Array.from(this.#numbers), ids: Buffer.from(this.#ids.join(''), 'hex') },
      tags: this.#tags,
      lost: this.#lost,
      sizes: Float64Array.from(this.#sizes),
    };
    this.#hits = [];
    this.#numbers = [];
    this.#ids = [];
    this.#tags = [];
    this.#lost = [];
    this.#sizes = [];
    return outcome;
  }

  #commit(index: number, bytes: Buffer): void {
    const { tree, parents, authored, committed } = readCommit(bytes, this.#idBytes);
    const width = 2 * this.#idBytes;
    this.#numbers.push(index, parents.length, authored, committed);
    for (const at of [tree, ...parents]) this.#ids.push(bytes.toString('latin1', at, at + width));
  }
}

function partsOf(bytes: Buffer): Buffer[] {
  const { headers, message } = wordsOf(bytes);
  return [headers, message];
}

function isWorthObserving(bytes: Uint8Array): boolean {
  if (!passes(bytes) || !mayHold(bytes)) return false;
  const decoded = decode(bytes);
  return decoded.kind === 'text' && mayBeRead(decoded.text);
}
