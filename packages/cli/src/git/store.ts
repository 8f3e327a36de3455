/**
 * Which repository --staged and --range look into, and which of git's variables lead there. Git sets such variables
 * for its hooks: `git commit -a` hands over an index of its own, a push keeps new objects apart until they are
 * accepted. They count only for the repository that they were set for (docs/decisions/0010-what-a-change-brings.md).
 */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isInside } from '../sources/names.ts';
import { UserError } from '../user-error.ts';
import type { Ending } from './children.ts';
import type { Leads } from './hardened.ts';
import { gitFolderOf, isGitFolder } from './repository.ts';

/** PATH is in no git repository. */
class NoRepository extends UserError {}

export interface Store {
  /** Where git runs: the work tree's top, or the git folder of a bare repository. Absolute, without links. */
  readonly dir: string;
  /** Of a linked work tree, its own one: where HEAD and MERGE_HEAD are. */
  readonly gitFolder: string;
  readonly leads: Leads;
  /** What git is asked here ends with this. */
  readonly ending?: Ending;
}

/** What git sets for hooks that read the index or new objects, and a person for the same end. */
const honoured = [
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_QUARANTINE_PATH',
  'GIT_COMMON_DIR',
];

/**
 * The repository that `path` (as typed) lies in or is; without `path` the one that git means here, which is GIT_DIR
 * where that is set. Throws a UserError where there is none.
 */
export function openStore(cwd: string, path?: string): Store {
  const here = calledFor(cwd);
  if (path === undefined) {
    if (here !== undefined) return here;
    throw new NoRepository(
      `${cwd} is not in a git repository. Name one (PATH), or scan the folder itself: bnguard scan.`,
    );
  }
  if (path === '') {
    throw new UserError('Nothing was scanned: PATH is empty. For the repository that you are in leave it out.');
  }
  const named = reach(resolve(cwd, path), path);
  const found = storeAround(named);
  if (found === undefined) {
    throw new NoRepository(
      `${path} is not in a git repository. Name a work tree, a folder inside one, or a bare repository.`,
    );
  }
  return found.gitFolder === here?.gitFolder ? here : found;
}

/** The same; undefined where there is none. Throws a UserError where the folder cannot be reached. */
export function findStore(cwd: string, path?: string): Store | undefined {
  try {
    return openStore(cwd, path);
  } catch (error) {
    if (error instanceof NoRepository) return undefined;
    throw error;
  }
}

/** The repository that the environment and the folder mean, with the variables that were set for it. */
function calledFor(cwd: string): Store | undefined {
  const set = (name: string): string | undefined => process.env[name] || undefined;
  const around = storeAround(reach(cwd, cwd));
  const leads = Object.fromEntries(honoured.flatMap((name) => (set(name) === undefined ? [] : [[name, set(name)!]])));
  const typed = set('GIT_DIR');
  if (typed === undefined) return around && { ...around, leads };

  const named = resolve(cwd, typed);
  // A file of that name leads to the folder.
  const led = basename(named) === '.git' ? gitFolderOf(dirname(named)) : undefined;
  const gitFolder = led === undefined ? reach(named, `GIT_DIR=${typed}`) : realpathSync.native(led);
  if (around?.gitFolder === gitFolder) return { ...around, leads };
  const top = set('GIT_WORK_TREE');
  const folder = realpathSync.native(cwd);
  const dir =
    top !== undefined
      ? reach(resolve(cwd, top), `GIT_WORK_TREE=${top}`)
      : isInside(folder, gitFolder)
        ? gitFolder
        : folder;
  return { dir, gitFolder, leads: { ...leads, GIT_DIR: gitFolder } };
}

/** The nearest repository around a folder, bare or not, from files alone. */
function storeAround(folder: string): Store | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const gitFolder = gitFolderOf(at);
    if (gitFolder !== undefined) return { dir: at, gitFolder: realpathSync.native(gitFolder), leads: {} };
    // What is named `.git` belongs to the work tree around it.
    if (!(basename(at) === '.git' && gitFolderOf(dirname(at)) !== undefined) && isGitFolder(at)) {
      return { dir: at, gitFolder: at, leads: {} };
    }
    if (at === dirname(at)) return undefined;
  }
}

/** A folder without links in its path; of a file, the folder that it lies in. */
function reach(path: string, typed: string): string {
  try {
    const real = realpathSync.native(path);
    return statSync(real).isDirectory() ? real : dirname(real);
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    throw new UserError(
      `Nothing was scanned: ${typed} cannot be reached (${code === 'ENOENT' ? 'no such file or folder' : code}).`,
    );
  }
}
