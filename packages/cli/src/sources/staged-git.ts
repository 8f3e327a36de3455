/** What --staged asks git. It stands apart so that git can be asked before the rest of the program is loaded. */
import { stagedChanges, type Changes } from '../git/changes.ts';
import { ObjectReader } from '../git/objects.ts';
import { openStore, type Store } from '../git/store.ts';

/** Promises that may fail with a UserError; whoever waits for them tells. */
export interface StagedGit {
  readonly store: Promise<Store>;
  readonly changes: Promise<Changes>;
  readonly objects: Promise<ObjectReader>;
}

/** Asks at once: which repository `path` means, and what its index would bring. `merging`: see SourceRequest. */
export function askStaged(cwd: string, path: string | undefined, merging: readonly string[] = []): StagedGit {
  const store = openStore(cwd, path);
  const objects = store.then((found) => new ObjectReader(found));
  const changes = store.then(async (found) => {
    const staged = await stagedChanges(found, merging);
    (await objects).ahead([...new Set(staged.changes.map(({ blob }) => blob))]);
    return staged;
  });
  const git = { store, changes, objects };
  for (const promise of Object.values(git)) promise.catch(() => {});
  return git;
}
