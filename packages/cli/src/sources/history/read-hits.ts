/** The second look at what a gate let through: every hit is observed under each way in which its paths make it read. */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  decode,
  documents,
  observeCredentials,
  observeRisks,
  readingClass,
  type ByteSource,
  type Document,
  type Observation,
  type Origin,
} from '@bnguard/engine';
import type { ObjectSink, ObjectType } from '../../git/object-stream.ts';
import { wordsOf } from './messages.ts';
import type { LostObject } from './object-facts.ts';

/** A hit and its paths; `['']` for what has none. */
export interface Hit {
  readonly index: number;
  readonly id: string;
  readonly paths: readonly string[];
  /** What is looked for: credentials, or else settings and calls. Of these every path has its own. */
  readonly risks?: true;
}

/** Plain data, which crosses threads. */
export interface HitOutcome {
  /** One for each class of paths of each hit. */
  readonly observed: readonly Observed[];
  readonly lost: readonly LostObject[];
}

interface Observed {
  readonly index: number;
  /** Paths under which it reads the same; observed at the first one. */
  readonly paths: readonly string[];
  readonly observations: readonly Observation[];
}

export class HitReading implements ObjectSink {
  readonly #hits = new Map<number, Hit>();
  #observed: Observed[] = [];
  #lost: LostObject[] = [];
  /** A large object comes in pieces and is read to and fro, so it waits in a file without a name. */
  #spool: { readonly file: number; readonly path: string | undefined } | undefined;
  #spoolFailure: string | undefined;

  expect(hits: readonly Hit[]): void {
    for (const hit of hits) this.#hits.set(hit.index, hit);
  }

  whole(index: number, type: ObjectType, bytes: Uint8Array): void {
    this.#observe(index, type, sourceOf(bytes), bytes);
  }

  piece(index: number, type: ObjectType, bytes: Uint8Array, isLast: boolean, size: number): void {
    try {
      if (this.#spoolFailure === undefined) {
        this.#spool ??= openSpool();
        for (let at = 0; at < bytes.length;) at += writeSync(this.#spool.file, bytes, at);
      }
    } catch (error) {
      // A full disk, say. The rest of the object is still to come, and is passed over.
      this.#spoolFailure = (error as NodeJS.ErrnoException).code ?? (error as Error).name;
    }
    if (!isLast) return;
    if (this.#spoolFailure !== undefined) this.lost(index, 'unreadable', `no room for it: ${this.#spoolFailure}`);
    else if (this.#spool) this.#observe(index, type, spoolSource(this.#spool.file, size));
    this.#endSpool();
  }

  lost(index: number, why: LostObject['why'], detail: string): void {
    this.#hits.delete(index);
    this.#lost.push({ index, why, detail });
    this.#endSpool();
  }

  #endSpool(): void {
    if (this.#spool) closeSpool(this.#spool);
    this.#spool = undefined;
    this.#spoolFailure = undefined;
  }

  take(): HitOutcome {
    const outcome = { observed: this.#observed, lost: this.#lost };
    this.#observed = [];
    this.#lost = [];
    return outcome;
  }

  #observe(index: number, type: ObjectType, source: ByteSource, bytes?: Uint8Array): void {
    const hit = this.#hits.get(index);
    if (!hit) return;
    this.#hits.delete(index);
    try {
      if (type === 'blob') {
        const origin: Origin = { kind: 'history', blob: hit.id };
        if (hit.risks) {
          for (const path of hit.paths)
            this.#observed.push({
              index,
              paths: [path],
              observations: observeAll([source], path, origin, observeRisks),
            });
          return;
        }
        // What is too large to be one text is told apart by its paths alone.
        const decoded = bytes && decode(bytes);
        for (const paths of classesOf(hit.paths, decoded?.kind === 'text' ? decoded.text : '')) {
          this.#observed.push({ index, paths, observations: observeAll([source], paths[0]!, origin) });
        }
      } else {
        const origin: Origin = { kind: 'history', object: hit.id };
        const parts = bytes ? partsOf(bytes) : [source];
        this.#observed.push({ index, paths: [''], observations: observeAll(parts, '', origin) });
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

/** Paths that read this text alike, together. */
function classesOf(paths: readonly string[], text: string): string[][] {
  const classes = new Map<string, string[]>();
  for (const path of paths) {
    const name = readingClass({ path, text });
    const same = classes.get(name);
    if (same) same.push(path);
    else classes.set(name, [path]);
  }
  return [...classes.values()];
}

function observeAll(
  sources: readonly ByteSource[],
  path: string,
  origin: Origin,
  observe: (document: Document) => readonly Observation[] = observeCredentials,
): Observation[] {
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

function spoolSource(file: number, size: number): ByteSource {
  let buffer = Buffer.alloc(0);
  return {
    size,
    read: (offset, length) => {
      if (buffer.length < length) buffer = Buffer.allocUnsafeSlow(length);
      return buffer.subarray(0, readSync(file, buffer, 0, length, offset));
    },
  };
}

function closeSpool({ file, path }: { readonly file: number; readonly path: string | undefined }): void {
  closeSync(file);
  if (path !== undefined) unlinkSync(path);
}
