/**
 * The packs of a repository and of its alternates that we can read ourselves. What is left out here is no loss: git reads
 * the objects in it.
 */
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import type { Database } from '../database.ts';
import { readPackEntries, type EntryOrder, type PackEntries } from './pack-entries.ts';
import { idBytes, parsePackIndex, type PackIndex } from './pack-index.ts';

/** What a thread needs to read a pack. Plain data, most of it in shared memory. */
export interface Pack extends PackEntries {
  readonly path: string;
}

/** The path of a pack without its ending, and what its index says. */
export interface IndexedPack extends PackIndex {
  readonly path: string;
  /** When it was written, in milliseconds. */
  readonly written: number;
}

/** An index of four million objects; larger packs are left to git, since what we know of their entries would take more. */
const largestIndex = 128 << 20;
/** As deep as git follows alternates of alternates. */
const deepest = 5;
const headBytes = 12;

/** In the order in which git looks for objects: what is the repository's own first, then what is newest. */
export function indexedPacks(store: Pick<Database, 'commonDir' | 'leads' | 'idBytes'>): IndexedPack[] {
  if (store.idBytes !== idBytes) return [];
  return objectFolders(store).flatMap((folder) => {
    const packs = indexFiles(folder).flatMap((path) => indexedPack(path.slice(0, -4)) ?? []);
    return packs.sort((a, b) => b.written - a.written);
  });
}

/** About how many objects lie in packs, by the sizes of their indexes. Reads none; throws nothing. */
export function packedObjects(store: Pick<Database, 'commonDir' | 'leads' | 'idBytes'>): number {
  const bytes = objectFolders(store).flatMap(indexFiles).map(sizeOf);
  // An id, a checksum and an offset for each.
  return bytes.reduce((sum, size) => sum + size, 0) / (store.idBytes + 8);
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** A pack whose entries were listed. */
export interface OpenedPack {
  readonly pack: Pack;
  readonly order: EntryOrder;
}

/** Undefined where the pack is not what its index says, or cannot be read. Throws nothing. */
export function openPack(index: IndexedPack): OpenedPack | undefined {
  const path = `${index.path}.pack`;
  const read = withFile(path, (file, { size }) => {
    const head = Buffer.alloc(headBytes);
    const sum = Buffer.alloc(index.packSum.length);
    readSync(file, head, 0, head.length, 0);
    readSync(file, sum, 0, sum.length, size - sum.length);
    const isIts =
      head.toString('latin1', 0, 4) === 'PACK' && head.readUInt32BE(4) === 2 && head.readUInt32BE(8) === index.count;
    return isIts && sum.equals(index.packSum) ? readPackEntries(file, size, index) : undefined;
  });
  return read && { pack: { path, ...read.entries }, order: read.order };
}

/** The pack of this path (without ending), if its index is one that we read. */
export function indexedPack(path: string): IndexedPack | undefined {
  return withFile(`${path}.idx`, (file, { size, mtimeMs }) => {
    const index = size > largestIndex ? undefined : parsePackIndex(readFileSync(file));
    return index && { path, written: mtimeMs, ...index };
  });
}

/** Undefined where it is no file, or is not there any more: git knows where the objects are now. Never waits: it may be a pipe. */
export function openRegular(path: string): number | undefined {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if (fstatSync(file).isFile()) return file;
    closeSync(file);
  } catch {
    // The same.
  }
  return undefined;
}

/** Undefined also where reading it fails. */
function withFile<T>(path: string, use: (file: number, facts: { size: number; mtimeMs: number }) => T): T | undefined {
  const file = openRegular(path);
  if (file === undefined) return undefined;
  try {
    return use(file, fstatSync(file));
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}

/** Where objects lie: the repository's own folder, those that it was led to, and their alternates. */
function objectFolders({ commonDir, leads }: Pick<Database, 'commonDir' | 'leads'>): string[] {
  const found = new Set<string>();
  const add = (folder: string, depth: number): void => {
    let real: string;
    try {
      real = realpathSync(folder);
    } catch {
      return;
    }
    if (found.has(real)) return;
    found.add(real);
    if (depth === deepest) return;
    for (const other of alternatesOf(real)) add(isAbsolute(other) ? other : resolve(real, other), depth + 1);
  };
  const own = leads['GIT_OBJECT_DIRECTORY'] ?? join(commonDir, 'objects');
  const led = (leads['GIT_ALTERNATE_OBJECT_DIRECTORIES'] ?? '').split(delimiter);
  for (const folder of [own, ...led]) if (isAbsolute(folder)) add(folder, 0);
  return [...found];
}

/** Paths in quotes are left to git. */
function alternatesOf(folder: string): string[] {
  const bytes = withFile(join(folder, 'info/alternates'), (file, { size }) =>
    size < 1 << 20 ? readFileSync(file) : undefined,
  );
  return (bytes?.toString() ?? '').split('\n').filter((line) => line !== '' && !/^[#"]/.test(line));
}

/** The paths of the indexes below a folder of objects. */
function indexFiles(folder: string): string[] {
  const names = namesIn(join(folder, 'pack')).filter((name) => name.endsWith('.idx'));
  return names.map((name) => join(folder, 'pack', name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
