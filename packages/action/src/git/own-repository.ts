/**
 * A bare repository of our own, in which whatever is missing is fetched: the job's checkout stays as it was, nothing that it
 * configures counts, and git has no doubts whose it is. It borrows the objects that the checkout has.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askGit, UserError, type Answer, type Store } from 'bnguard/for-action';
import { remoteVariables, type Remote } from '../remote.ts';
import type { Checkout } from './checkout.ts';

export interface OwnRepository extends Store {
  /** Asks git about it. */
  readonly ask: (args: readonly string[], input?: string) => Promise<Answer>;
  /** The same, with the server within reach. */
  readonly askServer: (remote: Remote, args: readonly string[], input?: string) => Promise<Answer>;
  /** Ids of commits whose parents are not here. */
  readonly shallow: () => readonly string[];
}

export interface OwnOptions {
  /** A name for its server, for reports. */
  readonly url: string;
  /** Whose objects are borrowed. */
  readonly checkout?: Checkout | undefined;
  /** An id has 64 digits. */
  readonly isSha256: boolean;
}

/** The one at `dir`, absolute and without links: made where it is not there. Its configuration is ours in any case. */
export function ownRepository(dir: string, { url, checkout, isSha256 }: OwnOptions): OwnRepository {
  // git makes what else it needs when something is fetched, and each folder takes a while to remove.
  for (const folder of ['objects/info', 'refs']) mkdirSync(join(dir, folder), { recursive: true });
  writeFileSync(join(dir, 'config'), configuration(url, isSha256));
  try {
    writeFileSync(join(dir, 'HEAD'), 'ref: refs/heads/main\n', { flag: 'wx' });
  } catch {
    // It says already what the default branch is.
  }
  if (checkout) {
    writeFileSync(join(dir, 'objects/info/alternates'), `${quoted(checkout.objects)}\n`);
    if (checkout.shallow.length > 0) writeFileSync(join(dir, 'shallow'), `${checkout.shallow.join('\n')}\n`);
  }
  // One that was kept may come from elsewhere, and borrows nothing.
  else rmSync(join(dir, 'objects/info/alternates'), { force: true });
  const store: Store = { dir, gitFolder: dir, leads: {} };
  return {
    ...store,
    ask: (args, input) => askGit(store, args, input === undefined ? undefined : Buffer.from(input)),
    askServer: async (remote, args, input) => {
      const reach = { ...store, leads: remoteVariables(remote) };
      const answer = await askGit(reach, args, input === undefined ? undefined : Buffer.from(input));
      // A fetch with a filter notes that objects may be missing. Then git would try to fetch each of them by itself.
      writeFileSync(join(dir, 'config'), configuration(url, isSha256));
      return answer;
    },
    shallow: () => {
      try {
        return readFileSync(join(dir, 'shallow'), 'utf8').split('\n').filter(Boolean);
      } catch {
        return [];
      }
    },
  };
}

/** Forgets what the checkout said of commits without parents: the server says it anew. */
export function forgetShallow({ dir }: Store): void {
  rmSync(join(dir, 'shallow'), { force: true });
}

function configuration(url: string, isSha256: boolean): string {
  if (/[\n"\\]/.test(url)) throw new UserError(`${url} is no address of a repository.`);
  return [
    '[core]',
    `\trepositoryformatversion = ${isSha256 ? 1 : 0}`,
    '\tbare = true',
    ...(isSha256 ? ['[extensions]', '\tobjectformat = sha256'] : []),
    '[gc]',
    '\tauto = 0',
    '[remote "origin"]',
    `\turl = ${url}`,
    '',
  ].join('\n');
}

/** As git reads a path that holds what would end it. */
const quoted = (path: string): string =>
  /^["#]|[\n"\\]/.test(path) ? `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"` : path;
