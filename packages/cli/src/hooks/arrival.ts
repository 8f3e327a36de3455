/**
 * The source of a scan for what a push brings: all new commits of all its refs, what its tags say, and what stands below a
 * ref that is no commit. What the receiving side has already is left out, by its refs as this repository knows them.
 */
import { askGit } from '../git/ask.ts';
import { entriesOf } from '../git/entries.ts';
import { ObjectReader } from '../git/objects.ts';
import type { Version } from '../git/raw-diff.ts';
import { remoteName } from '../git/repository.ts';
import { openStore, type Store } from '../git/store.ts';
import type { SourceRequest } from '../requests.ts';
import { nameOf, shownName } from '../sources/names.ts';
import { arriving, replaced, type PushedRef } from './pushed.ts';

/** What the other side has: every ref of this repository, those of a remote, or nothing that we know of. */
export type Known =
  | { readonly kind: 'all' }
  /** As git tells its hook: a name, or the address itself where none is configured. */
  | { readonly kind: 'remote'; readonly remote: string | undefined; readonly address: string | undefined };

/** Undefined where nothing arrives. */
export async function arrivalOf(
  cwd: string,
  refs: readonly PushedRef[],
  known: Known,
): Promise<Extract<SourceRequest, { kind: 'range' }> | undefined> {
  const store = openStore(cwd);
  const objects = new ObjectReader(store);
  try {
    const commits: string[] = [];
    const tags: string[] = [];
    const trees: string[] = [];
    const blobs: Version[] = [];
    const names = new Map(refs.map((one) => [one.new, one.ref]));
    // A tag may point to a tag; a chain of hashes has no loop.
    for (let ids = arriving(refs); ids.length > 0;) {
      const next: string[] = [];
      for await (const object of objects.read(ids)) {
        // What cannot be read is asked for as a commit: git says what is wrong with it.
        if (object.kind !== 'object') commits.push(object.asked);
        else if (object.type === 'tag') {
          tags.push(object.id);
          const [, target] = /^object ([0-9a-f]{40,64})\n/.exec(object.bytes.toString('latin1', 0, 100)) ?? [];
          if (target === undefined) continue;
          names.set(target, names.get(object.asked) ?? '');
          next.push(target);
        } else if (object.type === 'blob') blobs.push({ blob: object.id, path: names.get(object.asked) ?? '' });
        else if (object.type === 'tree') trees.push(object.id);
        else commits.push(object.id);
      }
      ids = next;
    }
    for (const tree of trees) blobs.push(...(await blobsBelow(store, tree)));
    // A force-push replaces what was never fetched: git cannot leave out what it does not know.
    const old: string[] = [];
    for await (const object of objects.read(replaced(refs))) {
      if (object.kind === 'object' && object.type !== 'blob' && object.type !== 'tree') old.push(`^${object.id}`);
    }
    if (commits.length + tags.length + blobs.length === 0) return undefined;
    const revisions = commits.length === 0 ? [] : [...commits, ...old, ...(await knownTo(store, known))];
    return { kind: 'range', revisions, tags, blobs };
  } finally {
    objects.close();
  }
}

async function blobsBelow(store: Store, tree: string): Promise<Version[]> {
  const found: Version[] = [];
  for await (const entries of entriesOf(store, tree)) {
    // Submodules have no content here.
    for (const { mode, id, name } of entries) {
      if (mode !== '160000') found.push({ blob: id, path: shownName(nameOf(name)) });
    }
  }
  return found;
}

/** Arguments of git rev-list for what the other side has. */
async function knownTo(store: Store, known: Known): Promise<string[]> {
  if (known.kind === 'all') return ['--not', '--all'];
  const { remote, address } = known;
  if (remote === undefined || !/^\w[\w./-]*$/.test(remote)) return [];
  const remotes = (await askGit(store, ['remote'])).stdout.toString('utf8').split('\n');
  if (!remotes.includes(remote)) return [];
  // Fetched from elsewhere, a tracking branch says nothing of where the push goes.
  const fetched = (await askGit(store, ['ls-remote', '--get-url', remote])).stdout.toString('utf8').trim();
  if (address !== undefined && address !== fetched && placeOf(address) !== placeOf(fetched)) return [];
  // `origin` has no part in the branches of a remote named `origin/private`.
  const longer = remotes.filter((name) => name.startsWith(`${remote}/`));
  return ['--not', ...longer.map((name) => `--exclude=${name}/*`), `--remotes=${remote}`];
}

/** The same for one repository by https and by ssh. */
const placeOf = (address: string): string => remoteName(address) ?? address;
