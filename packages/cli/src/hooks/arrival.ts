/**
 * The source of a scan for what a push brings: all new commits of all its refs, and what its tags say. What the receiving
 * side has already is left out, by its refs as this repository knows them.
 */
import { ObjectReader } from '../git/objects.ts';
import { openStore } from '../git/store.ts';
import type { SourceRequest } from '../requests.ts';
import { arriving, replaced, type PushedRef } from './pushed.ts';

/** A tag of a tag of a tag ends somewhere. */
const mostTags = 100;

/**
 * Undefined where nothing arrives.
 * @param known arguments of git rev-list for what is there: `--all`, `--remotes=origin`; none: the refs alone say it
 */
export async function arrivalOf(
  cwd: string,
  refs: readonly PushedRef[],
  known: readonly string[],
): Promise<Extract<SourceRequest, { kind: 'range' }> | undefined> {
  const objects = new ObjectReader(await openStore(cwd));
  try {
    const commits: string[] = [];
    const tags: string[] = [];
    const blobs: string[] = [];
    let ids = arriving(refs);
    for (let round = 0; ids.length > 0 && round < mostTags; round += 1) {
      const next: string[] = [];
      for await (const object of objects.read(ids)) {
        // What cannot be read is asked for as a commit: git says what is wrong with it.
        if (object.kind !== 'object') commits.push(object.asked);
        else if (object.type === 'tag') {
          tags.push(object.id);
          const [, target] = /^object ([0-9a-f]{40,64})\n/.exec(object.bytes.toString('latin1', 0, 100)) ?? [];
          if (target !== undefined) next.push(target);
        } else if (object.type === 'blob') blobs.push(object.id);
        else commits.push(object.id);
      }
      ids = next;
    }
    // A force-push replaces what was never fetched: git cannot leave out what it does not know.
    const old: string[] = [];
    for await (const object of objects.read(replaced(refs))) if (object.kind === 'object') old.push(object.id);
    if (commits.length + tags.length + blobs.length === 0) return undefined;
    const revisions = [...commits, ...old.map((one) => `^${one}`), ...(known.length > 0 ? ['--not', ...known] : [])];
    return { kind: 'range', revisions: commits.length > 0 ? revisions : [], tags, blobs };
  } finally {
    objects.close();
  }
}
