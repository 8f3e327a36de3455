/**
 * Walks a folder that git does not describe: fast-glob visits the folders, and the reading of each folder decides
 * what is entered. Knows .gitignore files, dependency folders and nested repositories; opens no file but .gitignore.
 */
import { readdir, type Dirent } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import type { Ignore } from 'ignore';
import { isGitFolder, isRepository } from '../git/repository.ts';
import { dependencyFolders, nameOf, type Name } from './names.ts';

/**
 * `rules`: leave out and count what .gitignore files exclude, and dependency folders. `everything`: leave out
 * nothing. `count`: the folder is ignored; count its files and yield none of them.
 */
export type WalkMode = 'rules' | 'everything' | 'count';

export interface WalkTally {
  ignored: number;
  dependencyFolders: number;
  /** Names of folders that could not be read, and the error's code. */
  readonly unreadable: { readonly name: Name; readonly code: string }[];
  /** Folders below the start that are git repositories; the walk does not enter them. */
  readonly repositories: Name[];
  /** Those that are bare ones: the walk goes through them, and sees nothing of what they store. */
  readonly bare: string[];
  /** Hears of every file that a rule leaves out. */
  readonly onIgnored: (name: Name) => void;
}

const batchSize = 128;

interface Rules {
  /** Length of the prefix to cut off a path before these rules see it. */
  readonly base: number;
  readonly matcher: Ignore;
}
interface Visit {
  readonly rules: readonly Rules[];
  readonly counting: boolean;
}

// Paths travel as one character per byte, so that names which are not UTF-8 survive fast-glob.
const toBytes = (path: string): Buffer => Buffer.from(path, 'latin1');
const toName = (path: string): Name => (/[\x80-\xff]/.test(path) ? nameOf(toBytes(path)) : path);

/** Yields the names of the files and links below `folder` (absolute), in batches, and adds to the tally. */
export async function* walk(folder: string, mode: WalkMode, tally: WalkTally): AsyncGenerator<Name[]> {
  const [{ default: fastGlob }, { default: createIgnore }] = await Promise.all([import('fast-glob'), import('ignore')]);
  const start = Buffer.from(folder).toString('latin1');
  const visits = new Map<string, Visit>([['', { rules: [], counting: mode === 'count' }]]);
  // fast-glob's patterns stop at a line break in a name: such folders become walks of their own.
  const starts: string[] = [''];
  const found: Name[] = [];

  const enter = (path: string, from: Visit): boolean => {
    visits.set(path, from);
    if (!/[\n\r]/.test(path.slice(path.lastIndexOf('/') + 1))) return true;
    starts.push(path);
    return false;
  };

  /** Sorts the entries of one folder and returns the folders among them that the walk enters. */
  const sort = async (path: string, entries: readonly Dirent[]): Promise<Dirent[]> => {
    const visit = visits.get(path) ?? { rules: [], counting: false };
    visits.delete(path);
    const prefix = path === '' ? '' : `${path}/`;
    if (path !== '' && entries.some((entry) => entry.name === '.git')) {
      const name = toName(path);
      if (typeof name === 'string' && isRepository(`${folder}/${name}`)) {
        tally.repositories.push(name);
        return [];
      }
    }
    if (!visit.counting && ['HEAD', 'objects', 'refs'].every((part) => entries.some((entry) => entry.name === part))) {
      const name = toName(path);
      if (typeof name === 'string' && isGitFolder(`${folder}/${name}`)) tally.bare.push(name);
    }
    let { rules } = visit;
    if (mode === 'rules' && !visit.counting && entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) {
      const file = toBytes(`${start}/${prefix}.gitignore`);
      // A rules file of this size is none; unread rules leave out nothing.
      const text = await lstat(file)
        .then(({ size }) => (size < 1_048_576 ? readFile(file, 'latin1') : ''))
        .catch(() => '');
      rules = [{ base: prefix.length, matcher: createIgnore({ ignorecase: false }).add(text) }, ...rules];
    }
    const below: Dirent[] = [];
    for (const entry of entries) {
      if (entry.name === '.git') continue;
      const at = prefix + entry.name;
      const isFolder = entry.isDirectory();
      if (isFolder && mode !== 'everything' && dependencyFolders.has(entry.name)) {
        tally.dependencyFolders++;
        continue;
      }
      const counting = visit.counting || isIgnored(rules, at, isFolder);
      if (isFolder) {
        if (enter(at, { rules, counting })) below.push(entry);
      } else if (counting) {
        tally.ignored++;
        tally.onIgnored(toName(at));
      } else found.push(toName(at));
    }
    return below;
  };

  for (let from = starts.shift(); from !== undefined; from = starts.shift()) {
    const cwd = from === '' ? start : `${start}/${from}`;
    const read = (path: string, done: (error: null, entries: Dirent[]) => void): void => {
      const relative = path.length <= start.length ? '' : path.slice(start.length + 1);
      readdir(toBytes(path), { withFileTypes: true, encoding: 'latin1' }, (error, entries) => {
        if (error) {
          tally.unreadable.push({ name: toName(relative), code: error.code ?? error.message });
          done(null, []);
        } else void sort(relative, entries).then((below) => done(null, below));
      });
    };
    const folders = fastGlob.stream('**', {
      cwd,
      dot: true,
      onlyDirectories: true,
      followSymbolicLinks: false,
      unique: false,
      // The one method that such a walk calls.
      fs: { readdir: ((path: string, _: unknown, done: never) => read(path, done)) as unknown as typeof readdir },
    });
    for await (const _ of folders) {
      // The folders of a whole level may be read by the time the first one gets here.
      while (found.length >= batchSize) yield found.splice(0, batchSize);
    }
  }
  while (found.length > 0) yield found.splice(0, batchSize);
}

/** The deepest .gitignore that says something about a path decides. */
function isIgnored(rules: readonly Rules[], path: string, isFolder: boolean): boolean {
  for (const { base, matcher } of rules) {
    const { ignored, unignored } = matcher.test(path.slice(base) + (isFolder ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** An empty tally. */
export const newTally = (onIgnored: WalkTally['onIgnored'] = () => {}): WalkTally => ({
  ...{ ignored: 0, dependencyFolders: 0, unreadable: [], repositories: [], bare: [], onIgnored },
});
