/** Lists the files that a scan reads: by git's index and rules in a repository, by walking elsewhere. Opens none. */
import { lstat, realpath } from 'node:fs/promises';
import { listRepository } from '../git/list.ts';
import { isRepository } from '../git/repository.ts';
import { UserError } from '../user-error.ts';
import { reasonOf, unopened, unreadable, type Gap } from './gaps.ts';
import type { Name } from './names.ts';
import type { Root, Scope } from './paths.ts';
import { newTally, walk, type WalkMode } from './walk.ts';

/** Files of one root to be read. */
export interface Batch {
  readonly root: Root;
  readonly names: readonly Name[];
  /** git tracks them: one that is not on disk was deleted or is sparse, which is no gap. */
  readonly tracked: boolean;
}

/** What listing learns besides the files. */
export interface Ledger {
  ignored: number;
  dependencyFolders: number;
  readonly roots: Set<Root>;
  readonly gaps: Gap[];
  /** Hears of every file that is left out because a rule says so. */
  readonly onIgnored?: (root: Root, name: Name) => void;
}

/** Yields every file of the scopes once. Throws a UserError when a repository that was asked for cannot be listed. */
export async function* listFiles(
  scopes: readonly Scope[],
  includeIgnored: boolean,
  ledger: Ledger,
): AsyncGenerator<Batch> {
  const entered = new Set<string>();
  // Files are remembered only where scopes may overlap.
  const seen = scopes.length > 1 ? new Map<string, Set<string>>() : undefined;
  const roots = new Map(scopes.map(({ root }) => [root.dir, root]));

  const fresh = (root: Root, names: readonly Name[]): readonly Name[] => {
    if (seen === undefined) return names;
    const known = seen.get(root.dir) ?? new Set();
    seen.set(root.dir, known);
    return names.filter((name) => {
      const key = typeof name === 'string' ? name : Buffer.from(name).toString('hex') + '\0';
      return !known.has(key) && known.add(key);
    });
  };

  async function* listScope({ root, path, kind, everything }: Scope): AsyncGenerator<Batch> {
    ledger.roots.add(root);
    if (kind === 'file') {
      yield { root, names: fresh(root, [path]), tracked: false };
      return;
    }
    if (!root.git) {
      yield* walkFolder(root, path, everything || includeIgnored ? 'everything' : 'rules');
      return;
    }
    const ignoredFolders: Name[] = [];
    const repositories: Name[] = [];
    const shut: Name[] = [];
    const onIgnored = (name: Name): void => ledger.onIgnored?.(root, name);
    const aside = { ignoredFolders, repositories, unreadable: shut, ledger, onIgnored };
    for await (const { names, tracked } of listRepository(root.dir, path, everything || includeIgnored, aside)) {
      yield { root, names: fresh(root, names), tracked };
    }
    for (const name of shut) ledger.gaps.push(unreadable(root, name, 'the folder could not be opened'));
    for (const name of repositories) yield* enter(root, name, includeIgnored ? 'everything' : 'rules');
    for (const name of ignoredFolders) yield* enter(root, name, 'count');
  }

  async function* walkFolder(root: Root, path: string, mode: WalkMode): AsyncGenerator<Batch> {
    const prefix = path === '' ? '' : `${path}/`;
    const below = (name: Name): Name =>
      typeof name === 'string' ? prefix + name : Buffer.concat([Buffer.from(prefix), name]);
    const tally = newTally((name) => ledger.onIgnored?.(root, below(name)));
    for await (const names of walk(prefix === '' ? root.dir : `${root.dir}/${path}`, mode, tally)) {
      yield { root, names: fresh(root, prefix === '' ? names : names.map(below)), tracked: false };
    }
    ledger.ignored += tally.ignored;
    ledger.dependencyFolders += tally.dependencyFolders;
    for (const { name, code } of tally.unreadable) ledger.gaps.push(unreadable(root, below(name), reasonOf(code)));
    for (const name of tally.bare) ledger.gaps.push(unopened(root, prefix + name));
    for (const name of tally.repositories) yield* enter(root, below(name), mode);
  }

  /** Goes into a nested repository by its own rules; a folder that turns out to be none is walked. */
  async function* enter(from: Root, name: Name, mode: WalkMode): AsyncGenerator<Batch> {
    if (typeof name !== 'string') {
      ledger.gaps.push(unreadable(from, name, 'a folder whose name is not UTF-8 cannot be handed to git'));
      return;
    }
    const dir = `${from.dir}/${name}`;
    const isFolder = await lstat(dir).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    if (!isFolder || (await realpath(dir)) !== dir) {
      // The folder of a submodule may be gone, or be a link by now: let reading find out.
      yield { root: from, names: [name], tracked: true };
      return;
    }
    if (entered.has(dir)) return;
    entered.add(dir);
    if (!isRepository(dir)) {
      yield* walkFolder(from, name, mode);
      return;
    }
    const root = roots.get(dir) ?? { dir, git: true };
    roots.set(dir, root);
    try {
      yield* listScope({ root, path: '', kind: 'folder', everything: false });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      ledger.gaps.push(unreadable(from, name, error.message));
    }
  }

  for (const scope of scopes) {
    if (scope.path === '' && scope.root.git) {
      if (entered.has(scope.root.dir)) continue;
      entered.add(scope.root.dir);
    }
    yield* listScope(scope);
  }
}
