/**
 * Tells whether a repository's packs are still the files that they were. A pack never changes, so what was once listed of it
 * need not be listed again. Reads no pack.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../database.ts';
import { idBytes } from './pack-index.ts';
import { indexedPack } from './packs.ts';

/** By file name. Sizes and times as the file system has them: nobody sets the time of a change. */
export type PackStamps = Readonly<Record<string, string>>;

/** What git keeps beside packs to be faster, and notes for itself: no object depends on it. */
const beside = /\.(?:rev|bitmap|keep|promisor|mtimes)$/;
const isId = /^[0-9a-f]{38}$/;
/** Of more new objects in a pack than this git is asked by listing all. */
const most = 20_000;

/**
 * All of the packs, now; none where there is no folder for them. Undefined where objects may lie elsewhere, too, or in what
 * git passes over, and where a file cannot be looked at, as one that is just being renamed. Throws nothing.
 */
export function packStamps(store: Pick<Database, 'commonDir' | 'leads' | 'idBytes'>): PackStamps | undefined {
  const { commonDir, leads } = store;
  const isLed = leads['GIT_OBJECT_DIRECTORY'] ?? leads['GIT_ALTERNATE_OBJECT_DIRECTORIES'];
  if (store.idBytes !== idBytes || isLed !== undefined) return undefined;
  const objects = join(commonDir, 'objects');
  const stamps: Record<string, string> = {};
  try {
    if (statSync(join(objects, 'info/alternates'), { throwIfNoEntry: false })) return undefined;
    for (const name of namesIn(join(objects, 'pack'))) {
      if (beside.test(name)) continue;
      const { size, mtimeMs, ctimeMs, ino } = statSync(join(objects, 'pack', name));
      stamps[name] = [size, mtimeMs, ctimeMs, ino].join();
    }
    const isWhole = Object.keys(stamps).every(
      (name) => `${name.replace(/\.idx$/, '')}.pack` in stamps || name.endsWith('.pack'),
    );
    return isWhole ? stamps : undefined;
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Ids (in hex) of what lies in packs that were not there before. Undefined where a pack is gone or another, or there is
 * something that we cannot read.
 */
export function newlyPacked(
  { commonDir }: Pick<Database, 'commonDir'>,
  before: PackStamps,
  now: PackStamps,
): string[] | undefined {
  if (Object.keys(before).some((name) => now[name] !== before[name])) return undefined;
  const ids: string[] = [];
  for (const name of Object.keys(now)) {
    if (name in before || !name.endsWith('.idx')) continue;
    const index = indexedPack(join(commonDir, 'objects/pack', name.slice(0, -4)));
    if (index === undefined || index.count > most) return undefined;
    for (let at = 0; at < index.ids.length; at += idBytes) ids.push(index.ids.toString('hex', at, at + idBytes));
  }
  return ids;
}

/** Ids (in hex) of the objects that lie in files of their own; undefined where their folders cannot be read. */
export function looseObjects({ commonDir }: Pick<Database, 'commonDir'>): string[] | undefined {
  const objects = join(commonDir, 'objects');
  try {
    const folders = readdirSync(objects).filter((name) => /^[0-9a-f]{2}$/.test(name));
    return folders.flatMap((folder) =>
      readdirSync(join(objects, folder)).flatMap((name) => (isId.test(name) ? [folder + name] : [])),
    );
  } catch {
    return undefined;
  }
}
