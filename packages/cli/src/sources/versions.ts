/**
 * Versions of files, read out of git's store and observed, each once. The engine is loaded when the first of them may
 * hold a candidate; most changes never get there.
 */
import { decode, detectEncoding, isWanted, mayHold, mayHoldRisk } from '@bnguard/engine/gates';
import type { ByteSource, Observation, Origin, Skip } from '@bnguard/engine';
import type { ObjectReader, StoredObject } from '../git/objects.ts';
import type { Version } from '../git/raw-diff.ts';
import type { Gap } from './gaps.ts';
import type { Root } from './paths.ts';

type Engine = typeof import('@bnguard/engine');

const nothing: readonly Observation[] = [];
/** Ids of blobs without any hit are remembered up to so many, some 100 bytes each: to read one again is no mistake. */
const mostQuiet = 200_000;

export class Versions {
  /** What could not be read, each once. */
  readonly gaps: Gap[] = [];
  /** New versions that were looked at. */
  documents = 0;
  bytes = 0;
  readonly #objects: ObjectReader;
  readonly #root: Root;
  readonly #origin: Origin;
  readonly #maxFileSize: number | undefined;
  readonly #known = new Map<string, readonly Observation[]>();
  /** No gate hits. */
  readonly #quiet = new Set<string>();
  /** A gate hits, but there is no candidate: read again only where others are. */
  readonly #waiting = new Set<string>();
  readonly #told = new Set<string>();
  #engine: Promise<Engine> | undefined;

  /** `origin`: what the observations get; whoever knows more of where they came from replaces it. */
  constructor(objects: ObjectReader, root: Root, origin: Origin, maxFileSize: number | undefined) {
    this.#objects = objects;
    this.#root = root;
    this.#origin = origin;
    this.#maxFileSize = maxFileSize;
  }

  /** Looks at new versions and observes those that may hold a candidate. */
  async look(versions: readonly Version[]): Promise<void> {
    for await (const { object, here } of this.#read(versions.filter(({ blob }) => !this.#waiting.has(blob)))) {
      const bytes = this.#bytesOf(object, here);
      if (bytes === undefined) continue;
      if (!here.some(({ path }) => isWanted(path, bytes))) {
        this.#setQuiet(object.asked);
        if (bytes.length > 0 && detectEncoding(bytes).encoding === 'binary') {
          this.#skip(here, 'binary', undefined, true);
          continue;
        }
      } else if (await isWorth(bytes, here)) for (const version of here) await this.#observe(bytes, version);
      else this.#waiting.add(object.asked);
      this.documents++;
      this.bytes += bytes.length;
    }
  }

  /** Whether anything was observed at all. */
  get hasSeenAny(): boolean {
    return [...this.#known.values()].some((observations) => observations.length > 0);
  }

  /** What is known of these versions so far: all of it where they may hold a candidate. */
  seen(versions: readonly Version[]): Observation[] {
    return versions.flatMap((version) => this.#known.get(keyOf(version)) ?? nothing);
  }

  /** All that these versions say, of their project too. */
  async observationsOf(versions: readonly Version[]): Promise<Observation[]> {
    for await (const { object, here } of this.#read(versions)) {
      const bytes = this.#bytesOf(object, here);
      if (bytes === undefined) continue;
      if (here.some(({ path }) => isWanted(path, bytes)))
        for (const version of here) await this.#observe(bytes, version);
      else this.#setQuiet(object.asked);
    }
    return this.seen(versions);
  }

  /** What some bytes say that are no file's: a message. */
  async observe(bytes: Uint8Array, path: string, origin: Origin): Promise<readonly Observation[]> {
    return observeBytes(await (this.#engine ??= import('@bnguard/engine')), bytes, path, origin);
  }

  /** The objects of the versions that nothing is known of yet, each once, with the versions that it is. */
  async *#read(versions: readonly Version[]): AsyncGenerator<{ object: StoredObject; here: readonly Version[] }> {
    const wanted = new Map<string, Map<string, Version>>();
    for (const version of versions) {
      if (this.#quiet.has(version.blob) || this.#known.has(keyOf(version))) continue;
      const here = wanted.get(version.blob) ?? new Map<string, Version>();
      wanted.set(version.blob, here.set(version.path, version));
    }
    for await (const object of this.#objects.read([...wanted.keys()])) {
      yield { object, here: [...(wanted.get(object.asked)?.values() ?? [])] };
    }
  }

  /** The content, or undefined where there is none to look at, which is told. */
  #bytesOf(object: StoredObject, here: readonly Version[]): Buffer | undefined {
    if (object.kind === 'object' && object.type === 'blob') {
      const size = object.bytes.length;
      if (this.#maxFileSize === undefined || size <= this.#maxFileSize) return object.bytes;
      this.#skip(here, 'too-large', `${size} bytes`, true);
    } else if (object.kind === 'missing') {
      this.#skip(here, 'missing', 'git does not have its content; in a partial clone, git fetch --refetch brings it');
    } else if (object.kind === 'too-large') this.#skip(here, 'too-large', `${object.size} bytes`);
    else this.#skip(here, 'unreadable', 'git cannot read its content; see git fsck');
    return undefined;
  }

  #setQuiet(blob: string): void {
    if (this.#quiet.size < mostQuiet) this.#quiet.add(blob);
  }

  async #observe(bytes: Buffer, version: Version): Promise<void> {
    const found = await this.observe(bytes, version.path, this.#origin);
    this.#known.set(keyOf(version), found.length > 0 ? found : nothing);
  }

  #skip(versions: readonly Version[], why: Skip['why'], detail?: string, harmless = false): void {
    for (const { path, blob } of versions) {
      this.#known.set(keyOf({ path, blob }), nothing);
      if (this.#told.has(keyOf({ path, blob }))) continue;
      this.#told.add(keyOf({ path, blob }));
      const skip = { path, object: blob, why, ...(detail !== undefined && { detail }) };
      this.gaps.push({ root: this.#root, skip, harmless });
    }
  }
}

const keyOf = ({ path, blob }: Version): string => `${blob}\0${path}`;

/** All that a file's bytes say, whole or in windows. */
export function observeBytes(
  { documents, observe }: Pick<Engine, 'documents' | 'observe'>,
  bytes: Uint8Array,
  path: string,
  origin: Origin,
): Observation[] {
  const source: ByteSource = { size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) };
  const observations: Observation[] = [];
  for (const document of documents(source, path, origin)) {
    for (const one of observe(document)) observations.push(one);
  }
  return observations;
}

/** Whether the text is worth the engine, which takes longer to load than all else: most hashes are not. */
async function isWorth(bytes: Uint8Array, here: readonly Version[]): Promise<boolean> {
  const decoded = bytes.length > largestText ? undefined : decode(bytes);
  if (decoded?.kind !== 'text') return true;
  const { text } = decoded;
  if (here.some(({ path }) => mayHoldRisk({ path, text }))) return true;
  if (!mayHold(bytes)) return false;
  const { worthReading } = await import('@bnguard/engine/worth-reading');
  return worthReading(text);
}

/** What is larger is read in windows. */
const largestText = 8 << 20;
