/**
 * Where this very program can be had from by a CI system: the public address of the clone that runs, and its commit. A
 * name in a package registry is no address as long as anybody may take it.
 */
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { askGit } from '../git/ask.ts';
import { remoteName } from '../git/repository.ts';
import { openStore } from '../git/store.ts';
import { isThere } from '../small-file.ts';

export interface Address {
  /** `github.com/owner/name`. */
  readonly place: string;
  /** The full id: tags can be moved. */
  readonly commit: string;
}

/** By BNGUARD_SOURCE (`github.com/owner/name@COMMIT`), or by the clone that `program` is part of. */
export async function ownAddress(program: string, given: string | undefined): Promise<Address | undefined> {
  const [place, commit] = given === undefined ? await ofClone(program) : given.split('@');
  const isPlain = /^[\w.-]+(?:\/[\w.-]+){2,}$/.test(place ?? '') && /^[0-9a-f]{40,64}$/.test(commit ?? '');
  return isPlain ? { place: place!, commit: commit! } : undefined;
}

async function ofClone(program: string): Promise<(string | undefined)[]> {
  try {
    const store = openStore(dirname(realpathSync(program)), '.');
    if (!isThere(join(store.dir, 'packages/action/dist/bnguard.cjs'))) return [];
    const [url, head] = await Promise.all([
      askGit(store, ['config', '--get', 'remote.origin.url']),
      askGit(store, ['rev-parse', '--verify', 'HEAD']),
    ]);
    return [remoteName(url.stdout.toString('utf8').trim()), head.stdout.toString('utf8').trim()];
  } catch {
    return [];
  }
}
