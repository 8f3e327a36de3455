/** What a job's checkout has already, found by its files: it may belong to another user, and git need not agree to it. */
import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gitFolderOf, readSmallFile } from 'bnguard/for-action';

export interface Checkout {
  /** The top of the work tree, absolute. */
  readonly top: string;
  /** Where its objects are, absolute. */
  readonly objects: string;
  /** Commits whose parents it lacks. */
  readonly shallow: readonly string[];
  /** It lacks objects on purpose. */
  readonly isPartial: boolean;
}

/** The repository at `folder` (absolute), if there is one. */
export function findCheckout(folder: string): Checkout | undefined {
  const gitFolder = gitFolderOf(folder);
  if (gitFolder === undefined) return undefined;
  const common = textOf(join(gitFolder, 'commondir'));
  const shared = resolve(gitFolder, common.trim() || '.');
  const objects = realOf(join(shared, 'objects'));
  if (objects === undefined || !lstatSync(objects).isDirectory()) return undefined;
  const shallow = textOf(join(shared, 'shallow'));
  const packs = namesIn(join(objects, 'pack'));
  return {
    top: folder,
    objects,
    shallow: shallow.split('\n').filter((line) => /^[0-9a-f]{40,64}$/.test(line)),
    isPartial: packs.some((name) => name.endsWith('.promisor')),
  };
}

/** Empty where there is no such file. Whoever may write here could put a pipe in its place, which is not waited for. */
const textOf = (path: string): string => readSmallFile(path, { name: path, mostMegabytes: 16 }) ?? '';

function realOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
