/**
 * What the next scan of the same history need not find out again: which objects were looked at and which of them were
 * hits, which packs there were, what commits and trees say, at which paths a hit showed nothing and at which something, and
 * which files are silent. No evidence, no piece of a value: hits are always judged anew. Lives in the git directory, or where that is read-only in the user's cache.
 */
import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from '../../git/database.ts';
import type { PackStamps } from '../../git/packs/pack-stamps.ts';
import type { Shard } from '../../requests.ts';
import type { CommitRows } from './object-facts.ts';
import type { SettingFile } from './setting-files.ts';

/** All that is remembered. Objects have the numbers that they have in `ids`. */
export interface Remembered {
  readonly count: number;
  readonly ids: Uint8Array;
  readonly kinds: Uint8Array;
  readonly sizes: Float64Array;
  readonly commits: CommitRows;
  /** [tag, what it points to] of each tag. */
  readonly tags: Int32Array;
  /** Trees above hits, as a TreeOutcome has them. */
  readonly trees: Int32Array;
  readonly entries: Int32Array;
  readonly names: readonly string[];
  /** Hashes of the paths at which a hit showed nothing, by its number. */
  readonly empty: Readonly<Record<number, readonly string[]>>;
  /** Ids of objects that were named and not there. */
  readonly missing: readonly string[];
  /** The packs that hold all objects with a `packedBit`. */
  readonly packs?: PackStamps;
  /** At these tips (by a hash) the files of which some version showed something; of others none is to be looked at. */
  readonly settings?: { readonly tips: string; readonly files: readonly SettingFile[] };
  /** Hits that showed something, by their numbers, with all paths that they were judged at. */
  readonly judged: Readonly<Record<number, readonly string[]>>;
}

const magic = 'bnguard history 2';

/** A run as long as a value in which not all are hex digits, as they are in names made of hashes. */
const mayHoldValue = (name: string): boolean =>
  (name.match(/[A-Za-z0-9]{60,}/g) ?? []).some((run) => !/^[0-9a-f]+$/i.test(run));

/** Where the cache of one repository, and of one shard of it, is kept. Never throws. */
export class HistoryCache {
  readonly #places: readonly string[];
  readonly #idBytes: number;
  readonly #key: Buffer | undefined;

  /** @param userCache the user's folder for caches (absolute): see userCacheFolder */
  constructor(store: Database, shard: Shard | undefined, userCache: string) {
    const name = `history${shard ? `-${shard.index}of${shard.count}` : ''}.cache`;
    const path = createHash('sha256').update(store.commonDir).digest('hex').slice(0, 16);
    this.#places = [join(store.commonDir, 'bnguard', name), join(userCache, `${path}-${name}`)];
    this.#idBytes = store.idBytes;
    this.#key = userKey(userCache);
  }

  /** Undefined where there is none, or none that this version of the program made for this user. */
  load(): Remembered | undefined {
    if (this.#key === undefined) return undefined;
    for (const place of this.#places) {
      try {
        return this.#parse(readRegular(place), this.#key);
      } catch {
        // Not there, damaged, of another version or of somebody else: the same as none.
      }
    }
    return undefined;
  }

  /**
   * Writes beside and renames, so that a reader sees the old or the new one whole, whenever this is ended. Where a file's
   * name could be a value nothing is kept.
   */
  save(remembered: Remembered): void {
    const paths = [
      ...(remembered.settings?.files.map(({ path }) => path) ?? []),
      ...Object.values(remembered.judged).flat(),
    ];
    if (this.#key === undefined || [...remembered.names, ...paths].some(mayHoldValue)) return;
    const bytes = this.#format(remembered, this.#key);
    for (const place of this.#places) {
      const beside = `${place}.${randomUUID()}`;
      try {
        mkdirSync(dirname(place), { recursive: true });
        // A link in its place would have us write somewhere else.
        if (!lstatSync(dirname(place)).isDirectory()) continue;
        writeFileSync(beside, bytes, { mode: 0o600, flag: 'wx' });
        renameSync(beside, place);
        return;
      } catch {
        rmSync(beside, { force: true });
      }
    }
  }

  #format(remembered: Remembered, key: Buffer): Buffer {
    const { count, names, empty, missing, packs, judged, settings } = remembered;
    const sections = sectionsOf(remembered);
    const head = {
      version: programHash(),
      idBytes: this.#idBytes,
      count,
      names,
      empty,
      missing,
      packs,
      judged,
      settings,
    };
    const lengths = sections.map(({ byteLength }) => byteLength);
    const json = Buffer.from(JSON.stringify({ ...head, lengths }));
    // Numbers must begin at multiples of eight bytes to be read where they lie.
    const line = Buffer.concat([json, Buffer.alloc(7 - ((json.length + prefixLength) % 8), 0x20), Buffer.from('\n')]);
    const padded = sections.map((section) => Buffer.concat([section, Buffer.alloc(-section.byteLength & 7)]));
    const seal = sealOf([line, ...padded], key);
    return Buffer.concat([Buffer.from(`${magic} ${seal}\n`), line, ...padded]);
  }

  #parse(bytes: Buffer, key: Buffer): Remembered {
    const prefix = bytes.toString('latin1', 0, prefixLength);
    const seal = Buffer.from(prefix.slice(magic.length + 1, -1), 'hex');
    const body = bytes.subarray(prefixLength);
    if (!prefix.startsWith(`${magic} `) || !timingSafeEqual(seal, Buffer.from(sealOf([body], key), 'hex'))) {
      throw new Error('not sealed by this user');
    }
    const lineEnd = bytes.indexOf(10, prefixLength);
    const head = JSON.parse(bytes.toString('utf8', prefixLength, lineEnd)) as Head;
    if (head.version !== programHash() || head.idBytes !== this.#idBytes) throw new Error('of another version');
    // A copy at the start of its memory, so that every section begins at a multiple of eight.
    const memory = new Uint8Array(bytes.subarray(lineEnd + 1)).buffer;
    let at = 0;
    const parts = head.lengths.map((length) => {
      const part = { at, length };
      at += length + (-length & 7);
      return part;
    });
    const bytesOf = (i: number): Uint8Array => new Uint8Array(memory, parts[i]!.at, parts[i]!.length);
    const doubles = (i: number): Float64Array => new Float64Array(memory, parts[i]!.at, parts[i]!.length / 8);
    const integers = (i: number): Int32Array => new Int32Array(memory, parts[i]!.at, parts[i]!.length / 4);
    const { lengths: _, version: __, idBytes: ___, ...facts } = head;
    return {
      ...facts,
      ids: bytesOf(0),
      kinds: bytesOf(1),
      sizes: doubles(2),
      commits: { numbers: doubles(3), ids: bytesOf(4) },
      tags: integers(5),
      trees: integers(6),
      entries: integers(7),
    };
  }
}

/** A larger cache would be of more than 20 million objects. */
const largest = 2 ** 30;

/** Never waits: whoever made the repository may have put a pipe there. */
function readRegular(path: string): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const found = fstatSync(file);
    if (!found.isFile() || found.size > largest) throw new Error('not a file of ours');
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

interface Head extends Pick<Remembered, 'count' | 'names' | 'empty' | 'missing' | 'packs' | 'judged' | 'settings'> {
  readonly version: string;
  readonly idBytes: number;
  readonly lengths: readonly number[];
}

const sealLength = 64;
const prefixLength: number = magic.length + 1 + sealLength + 1;

function sectionsOf({ ids, kinds, sizes, commits, tags, trees, entries }: Remembered): Uint8Array[] {
  return [ids, kinds, sizes, commits.numbers, commits.ids, tags, trees, entries].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
}

/**
 * A repository may come with a `.git` that somebody else prepared, a cache in it that calls every key seen and harmless.
 * Only what this user's own scans sealed is believed.
 */
function sealOf(parts: readonly Uint8Array[], key: Buffer): string {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
}

function userKey(folder: string): Buffer | undefined {
  const path = join(folder, 'key');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch {
    // It is there already, or cannot be: reading tells.
  }
  try {
    const key = readRegular(path);
    return key.length === 32 ? key : undefined;
  } catch {
    return undefined;
  }
}

let hash: string | undefined;

/** Changes with everything that decides what is a hit and what is remembered: the engine, how objects are read, the bundle. */
function programHash(): string {
  if (hash !== undefined) return hash;
  const sum = createHash('sha256');
  for (const folder of programFolders()) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/(?<!\.d)\.[cm]?[jt]s$/.test(name)) sum.update(`${name}\0`).update(readFileSync(join(folder, name)));
    }
  }
  return (hash = sum.digest('hex'));
}

/** Of a bundle the folder with all of it; else the engine and what a scan of a history is made of. */
function programFolders(): string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  if (basename(here) !== 'history') return [here];
  const engine = dirname(createRequire(import.meta.url).resolve('@bnguard/engine'));
  return [engine, join(here, '..'), join(here, '../../git')];
}
