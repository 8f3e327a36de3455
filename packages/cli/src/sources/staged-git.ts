/** What --staged asks git. It stands apart so that git can be asked before the rest of the program is loaded. */
import { stagedChanges, type Changes } from '../git/changes.ts';
import { ObjectReader } from '../git/objects.ts';
import { openStore, type Store } from '../git/store.ts';

/** The promises may fail with a UserError; whoever waits for them tells. */
export interface StagedGit {
  readonly store: Store;
  readonly changes: Promise<Changes>;
  readonly objects: ObjectReader;
  /** Ends git, whatever it is at. */
  readonly close: () => void;
}

/** Asks at once: which repository `path` means, and what its index would bring. `merging`: see SourceRequest. Throws a UserError. */
export function askStaged(cwd: string, path: string | undefined, merging: readonly string[] = []): StagedGit {
  const store = openStore(cwd, path);
  // The one first whose answer the other waits for.
  const staged = stagedChanges(store, merging);
  const objects = new ObjectReader(store);
  const changes = staged.then((found) => {
    objects.ahead([...new Set(found.changes.map(({ blob }) => blob))]);
    return found;
  });
  changes.catch(() => {});
  return { store, changes, objects, close: () => objects.close() };
}
