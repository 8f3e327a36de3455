/** The second look at what a gate let through: every hit is observed under each way in which its paths make it read. */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  credentialFile,
  decode,
  detectEncoding,
  documents,
  isWanted,
  observeCredentials,
  observeFile,
  observeRisks,
  readingClass,
  type ByteSource,
  type Document,
  type Observation,
  type Origin,
} from '@bnguard/engine';
import { dependencyFile, rulesFor } from '@bnguard/engine/gates';
import type { ObjectSink, ObjectType } from '../../git/batch-output.ts';
import { takeFreshLines, type Lines } from './fresh-lines.ts';
import { wordsOf } from './messages.ts';
import type { LostObject } from './object-facts.ts';

/** A hit and its paths; `['']` for what has none. */
export interface Hit {
  readonly index: number;
  readonly id: string;
  readonly paths: readonly string[];
  /** What is looked for: credentials, or else settings and calls, of which every path has its own. */
  readonly risks?: 'all' | Version;
}

/** One of the versions that a file has in HEAD and the branches, which come one after the other, each with one path. */
export interface Version {
  readonly isFirst: boolean;
  /** An earlier scan has looked at it and found nothing. */
  readonly isEmpty: boolean;
  /** Whether it is told what is found. */
  readonly isAsked: boolean;
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
  /** What is expected of each object, in this order. */
  readonly #hits = new Map<number, Hit[]>();
  #observed: Observed[] = [];
  #lost: LostObject[] = [];
  /** A large object comes in pieces and is read to and fro, so it waits in a file without a name. */
  #spool: { readonly file: number; readonly path: string | undefined } | undefined;
  #spoolFailure: string | undefined;
  /** The lines of the file's versions so far; undefined where something was found in one. */
  #lines: Lines | undefined;

  expect(hits: readonly Hit[]): void {
    for (const hit of hits) {
      const known = this.#hits.get(hit.index);
      if (known) known.push(hit);
      else this.#hits.set(hit.index, [hit]);
    }
  }

  whole(index: number, type: ObjectType, bytes: Buffer): void {
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
    this.#take(index);
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

  #observe(index: number, type: ObjectType, source: ByteSource, bytes?: Buffer): void {
    const hit = this.#take(index);
    if (!hit) return;
    try {
      if (type === 'blob') {
        const origin: Origin = { kind: 'history', blob: hit.id };
        const content = bytes && new Content(bytes);
        const seen = (path: string, observe: Observe): Observation[] =>
          content ? content.observations(path, origin, observe) : observeAll([source], path, origin, observe);
        if (hit.risks) {
          const look = (path: string, rules: AskedRules = 'all'): Observation[] =>
            seen(path, (one) => observeRisks(one, undefined, rules === 'all' ? undefined : rules));
          if (hit.risks === 'all') {
            for (const path of hit.paths) this.#observed.push({ index, paths: [path], observations: look(path) });
          } else {
            const [path = ''] = hit.paths;
            const rules = this.#rulesFor(path, hit.risks, bytes);
            const observations = rules === undefined ? [] : look(path, rules);
            // Where one version has something all are looked at: since when it is there is asked too.
            if (observations.length > 0) this.#lines = undefined;
            if (hit.risks.isAsked) this.#observed.push({ index, paths: [path], observations });
          }
          return;
        }
        // What is too large to be one text is told apart by its paths alone.
        for (const paths of classesOf(hit.paths, content?.text ?? '')) {
          const observations = seen(paths[0]!, observeCredentials);
          const file = fileAt(paths[0]!, observations, origin, content?.text);
          this.#observed.push({ index, paths, observations: file ? [...observations, file] : observations });
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

  /**
   * The rules about risks that may find something in a version that the versions before it do not have, in which nothing
   * is: branches are mostly HEAD once more. Undefined where there is none.
   */
  #rulesFor(path: string, { isFirst, isEmpty }: Version, bytes: Uint8Array | undefined): AskedRules | undefined {
    if (isFirst) this.#lines = new Set();
    if (bytes === undefined || detectEncoding(bytes).encoding !== 'utf-8') return isEmpty ? undefined : 'all';
    if (!isWanted(path, bytes)) return undefined;
    if (!this.#lines) return isEmpty ? undefined : 'all';
    const fresh = takeFreshLines(bytes, this.#lines);
    if (isEmpty) return undefined;
    if (isFirst || dependencyFile.test(path)) return 'all';
    return rulesFor(fresh.toString());
  }

  /** What is expected of an object that has come. */
  #take(index: number): Hit | undefined {
    const hits = this.#hits.get(index);
    const hit = hits?.shift();
    if (hits?.length === 0) this.#hits.delete(index);
    return hit;
  }
}

function partsOf(bytes: Buffer): ByteSource[] {
  const { headers, message } = wordsOf(bytes);
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

/** What a path's name says of the file; of a name that may be anything, only where a credential stands in it. */
function fileAt(
  path: string,
  observations: readonly Observation[],
  origin: Origin,
  text: string | undefined,
): Observation | undefined {
  const file = credentialFile(path);
  if (file === undefined || !(file.isDedicated || observations.some(({ kind }) => kind === 'credential')))
    return undefined;
  return observeFile({ path, origin, state: 'stored', exists: true, because: '' }, text);
}

type AskedRules = 'all' | ReadonlySet<string>;
type Observe = (document: Document) => readonly Observation[];

/** A whole file, decoded once for all its paths. */
class Content {
  readonly #bytes: Uint8Array;
  #decoded: ReturnType<typeof decode> | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Undefined where it is none. */
  get text(): string | undefined {
    this.#decoded ??= decode(this.#bytes);
    return this.#decoded.kind === 'text' ? this.#decoded.text : undefined;
  }

  /** What there is to observe in it at a path; see `documents`. */
  observations(path: string, origin: Origin, observe: Observe): Observation[] {
    if (this.#bytes.length === 0 || !isWanted(path, this.#bytes) || this.text === undefined) return [];
    return [...observe({ path, origin, text: this.text })];
  }
}

function observeAll(
  sources: readonly ByteSource[],
  path: string,
  origin: Origin,
  observe: Observe = observeCredentials,
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
