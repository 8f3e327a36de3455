/** The second look at what a gate let through: every hit is observed under each way in which its paths make it read. */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documents, observe, type ByteSource, type Observation, type Origin } from '@bnguard/engine';
import type { ObjectSink, ObjectType } from '../../git/object-stream.ts';
import { wordsOf } from './messages.ts';
import type { LostObject } from './object-facts.ts';

/** A hit, and one path of each class (see readingClass); `['']` for what has no path. */
export interface Hit {
  readonly index: number;
  readonly id: string;
  readonly paths: readonly string[];
}

/** Plain data, which crosses threads. */
export interface HitOutcome {
  /** One for each path of each hit. */
  readonly observed: readonly Observed[];
  readonly lost: readonly LostObject[];
}

interface Observed {
  readonly index: number;
  readonly path: string;
  readonly observations: readonly Observation[];
}

export class HitReading implements ObjectSink {
  readonly #hits = new Map<number, Hit>();
  #observed: Observed[] = [];
  #lost: LostObject[] = [];
  /** A large object comes in pieces and is read to and fro, so it waits in a file without a name. */
  #spool: { readonly file: number; readonly path: string | undefined } | undefined;

  expect(hits: readonly Hit[]): void {
    for (const hit of hits) this.#hits.set(hit.index, hit);
  }

  whole(index: number, type: ObjectType, bytes: Uint8Array): void {
    this.#observe(index, type, sourceOf(bytes), bytes);
  }

  piece(index: number, type: ObjectType, bytes: Uint8Array, isLast: boolean, size: number): void {
    try {
      this.#spool ??= openSpool();
      for (let at = 0; at < bytes.length;) at += writeSync(this.#spool.file, bytes, at);
      if (!isLast) return;
      const { file } = this.#spool;
      let buffer = Buffer.alloc(0);
      const read = (offset: number, length: number): Uint8Array => {
        if (buffer.length < length) buffer = Buffer.allocUnsafeSlow(length);
        return buffer.subarray(0, readSync(file, buffer, 0, length, offset));
      };
      this.#observe(index, type, { size, read });
    } catch (error) {
      // A full disk, say. The rest of the object is still to come, and is passed over.
      if (isLast) this.lost(index, 'unreadable', (error as NodeJS.ErrnoException).code ?? (error as Error).name);
    }
    if (isLast && this.#spool) closeSpool(this.#spool);
    if (isLast) this.#spool = undefined;
  }

  lost(index: number, why: LostObject['why'], detail: string): void {
    this.#hits.delete(index);
    this.#lost.push({ index, why, detail });
  }

  take(): HitOutcome {
    const outcome = { observed: this.#observed, lost: this.#lost };
    this.#observed = [];
    this.#lost = [];
    return outcome;
  }

  #observe(index: number, type: ObjectType, source: ByteSource, message?: Uint8Array): void {
    const hit = this.#hits.get(index);
    if (!hit) return;
    this.#hits.delete(index);
    try {
      if (type === 'blob') {
        const origin: Origin = { kind: 'history', blob: hit.id };
        for (const path of hit.paths)
          this.#observed.push({ index, path, observations: observeAll([source], path, origin) });
      } else {
        const origin: Origin = { kind: 'history', object: hit.id };
        const parts = message === undefined ? [source] : partsOf(message);
        this.#observed.push({ index, path: '', observations: observeAll(parts, '', origin) });
      }
    } catch (error) {
      // Not the object's fault but ours. The message may quote what was read, so only its kind is told.
      this.#lost.push({ index, why: 'unreadable', detail: `internal error: ${(error as Error).name}` });
    }
  }
}

function partsOf(bytes: Uint8Array): ByteSource[] {
  const { headers, message } = wordsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return [sourceOf(message), sourceOf(headers)];
}

const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (at, length) => bytes.subarray(at, at + length),
});

function observeAll(sources: readonly ByteSource[], path: string, origin: Origin): Observation[] {
  const found: Observation[] = [];
  for (const source of sources) {
    // One by one: a document of many keys has more observations than a call takes arguments.
    for (const document of documents(source, path, origin)) for (const one of observe(document)) found.push(one);
  }
  return found;
}

function openSpool(): { file: number; path: string | undefined } {
  const path = join(tmpdir(), `bnguard-${randomUUID()}`);
  const file = openSync(path, 'wx+', 0o600);
  try {
    unlinkSync(path);
    return { file, path: undefined };
  } catch {
    return { file, path }; // Windows keeps the name as long as the file is open.
  }
}

function closeSpool({ file, path }: { readonly file: number; readonly path: string | undefined }): void {
  closeSync(file);
  if (path !== undefined) unlinkSync(path);
}
