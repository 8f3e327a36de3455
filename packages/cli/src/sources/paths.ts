/** Turns the PATHs that a person typed into scopes: which root, which part of it. Reads no file's content. */
import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { findTop, isBare, isGitFolder } from '../git/repository.ts';
import { UserError } from '../user-error.ts';
import { dependencyFolders, dependencyPrefixes, isInside } from './names.ts';

/** A folder whose files share relative paths, a configuration and a name: a work tree's top, or a PATH outside git. */
export interface Root {
  /** Absolute, without links. */
  readonly dir: string;
  readonly git: boolean;
}

/** A part of a root that was asked for. */
export interface Scope {
  readonly root: Root;
  /** POSIX, below the root; `''` is all of it. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** Asked for by name although it is a dependency folder: nothing in it is left out. */
  readonly everything: boolean;
}

/** Absolute, without links, in place of what was typed. */
interface Target {
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * The scopes of all PATHs. A PATH may be a link: the person named it. Throws a UserError that names every PATH which
 * cannot be reached, before anything is scanned: a mistyped path must not end in a clean report.
 */
export async function resolvePaths(cwd: string, paths: readonly string[]): Promise<readonly Scope[]> {
  const targets: Target[] = [];
  const lost: string[] = [];
  for (const path of paths.length > 0 ? paths : ['.']) {
    if (path === '') throw new UserError(emptyPath);
    const found = await reach(resolve(cwd, path));
    if (typeof found === 'string') lost.push(`${quoted(path)} (${found}${path === '-' ? '; a text: --stdin' : ''})`);
    else targets.push(found);
  }
  if (lost.length > 0) {
    throw new UserError(`Nothing was scanned. These paths cannot be reached from ${quoted(cwd)}: ${lost.join(', ')}.`);
  }

  const located = targets.map((target) => {
    const folder = target.isFolder ? target.path : dirname(target.path);
    return { target, folder, top: findTop(folder) };
  });
  const inGit = targets.find(({ path, isFolder }) => isFolder && path.split(sep).includes('.git'));
  if (inGit !== undefined) throw new UserError(ownFolder(inGit.path));
  const store = located
    .map(({ target, top }) => (target.isFolder ? storeOf(target.path, top) : undefined))
    .find(Boolean);
  if (store !== undefined) {
    if (!isBare(store)) throw new UserError(ownFolder(store));
    throw new UserError(
      `Nothing was scanned: ${quoted(store)} is a bare repository, in which no file is checked out. Use --history to scan what git stores.`,
    );
  }
  const plain = located.filter(({ target, top }) => top === undefined && target.isFolder).map(({ folder }) => folder);
  const roots = new Map<string, Root>();
  return located.map(({ target, folder, top }) => {
    // Outside git the outermost PATH is the root of what lies in it.
    const outer = plain.filter((other) => isInside(folder, other)).sort((a, b) => a.length - b.length)[0];
    const dir = top ?? outer ?? folder;
    const root = roots.get(dir) ?? { dir, git: top !== undefined };
    roots.set(dir, root);
    const path = relative(dir, target.path).split(sep).join('/');
    const everything =
      target.isFolder &&
      (root.git ? dependencyPrefixes(`${path}/`).length > 0 : dependencyFolders.has(basename(target.path)));
    return { root, path, kind: target.isFolder ? 'folder' : 'file', everything };
  });
}

/** A variable that is not set must not lead to a clean report of whatever is here. */
const emptyPath = 'Nothing was scanned: a PATH is empty. For the folder that you are in write a dot.';

const ownFolder = (path: string): string =>
  `${quoted(path)} is git's own folder, not a part of the work tree. Use --history to scan what git stores.`;

/** The git folder that a folder is, or whose objects it holds. Other folders in one may have files of people. */
function storeOf(folder: string, top: string | undefined): string | undefined {
  // Whoever writes into a work tree could put all of a git folder there, and nothing would be scanned.
  if (folder !== top && isGitFolder(folder)) return folder;
  for (let at = folder; top === undefined && at !== dirname(at); at = dirname(at)) {
    if (/^(?:objects|refs|logs|info)$/.test(basename(at)) && isGitFolder(dirname(at))) return dirname(at);
  }
  return undefined;
}

/** What a path leads to, or the reason why it leads nowhere. */
async function reach(path: string): Promise<Target | string> {
  try {
    const [real, found] = await Promise.all([realpath(path), stat(path)]);
    return { path: real, isFolder: found.isDirectory() };
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    const isLink = await lstat(path).then(
      (entry) => entry.isSymbolicLink(),
      () => false,
    );
    if (isLink) return `a link that leads nowhere, ${code}`;
    return code === 'ENOENT' ? 'no such file or folder' : code;
  }
}

/** A path as a message may show it: control characters escaped. */
const quoted = (path: string): string => (/[\x00-\x1f\x7f-\x9f]/.test(path) ? JSON.stringify(path) : path);
