/** Asks git what it tracks or would track in a work tree, and what its rules leave out. Does not open the files. */
import { dependencyPrefixes, nameOf, type Name } from '../sources/names.ts';
import { gitRecords } from './hardened.ts';

/** Files of one repository; `tracked` ones need not exist on disk. */
export interface Listed {
  readonly names: readonly Name[];
  readonly tracked: boolean;
}

/** What a listing adds to, besides the files it yields. */
export interface Aside {
  /** Folders that git ignores as a whole. */
  readonly ignoredFolders: Name[];
  /** Submodules and untracked nested repositories. */
  readonly repositories: Name[];
  readonly unreadable: Name[];
  readonly ledger: { ignored: number; dependencyFolders: number };
  /** Hears of every file that the rules leave out, but for those in folders that they leave out as a whole. */
  readonly onIgnored: (name: Name) => void;
}

const batchSize = 128;
/** What helps where there is no git. */
const withoutGit = 'scan a copy without .git';

/**
 * Yields what git tracks or would track below `path` (`''`: everywhere) in the repository at `top`; with
 * `everything` also what it ignores, and untracked dependency folders. Throws a UserError when git refuses or fails.
 */
export async function* listRepository(
  top: string,
  path: string,
  everything: boolean,
  aside: Aside,
): AsyncGenerator<Listed> {
  const leaving = everything ? undefined : listIgnored(top);
  leaving?.catch(() => {}); // The listing below fails first, and for the same reason.
  // Whoever names an ignored folder wants it scanned.
  if (path !== '' && (await leaving)?.folders.some((folder) => `${path}/`.startsWith(folder))) everything = true;

  const args = ['ls-files', '-z', '-t', '--stage', '--cached', '--others'];
  const rules = everything ? [] : ['--exclude-standard'];
  const records = gitRecords(top, [...args, ...rules, '--', path || '.'], {}, { withoutGit });
  const tracked: Name[] = [];
  const others: Name[] = [];
  const trackedFolders = new Set<string>();
  const held = new Map<string, string[]>();
  let last: Name = '';

  for (;;) {
    const { value, done } = await records.next();
    if (done) {
      for (const folder of unreadableIn(value)) aside.unreadable.push(folder);
      break;
    }
    for (const record of value) {
      const entry = parse(record);
      if (entry.kind === 'other') {
        const [prefix] = everything ? [] : dependencyPrefixes(shown(entry.name));
        if (prefix !== undefined && typeof entry.name === 'string') {
          const names = held.get(prefix);
          if (names) names.push(entry.name);
          else held.set(prefix, [entry.name]);
        } else if (isFolder(entry.name)) aside.repositories.push(withoutSlash(entry.name));
        else others.push(entry.name);
      } else if (entry.kind === 'submodule') aside.repositories.push(entry.name);
      else if (entry.name !== last) {
        // In a conflict git lists a path once for each side.
        last = entry.name;
        tracked.push(entry.name);
        if (!everything) for (const prefix of dependencyPrefixes(shown(entry.name))) trackedFolders.add(prefix);
      }
      if (others.length >= batchSize) yield { names: others.splice(0), tracked: false };
      if (tracked.length >= batchSize) yield { names: tracked.splice(0), tracked: true };
    }
  }

  // Untracked files in a dependency folder: left out, unless the folder is one that git tracks (Go's vendor).
  const left = new Set<string>();
  for (const names of held.values()) {
    for (const name of names) {
      const folder = dependencyPrefixes(name).find((prefix) => !trackedFolders.has(prefix));
      if (folder !== undefined) left.add(folder);
      else if (isFolder(name)) aside.repositories.push(withoutSlash(name));
      else others.push(name);
    }
  }
  if (!everything && leaving !== undefined) {
    const within = (name: string): boolean => path === '' || name.startsWith(`${path}/`);
    const { files, folders } = await leaving;
    for (const name of files) {
      const [prefix] = dependencyPrefixes(name);
      if (!within(name)) continue;
      if (prefix === undefined) {
        aside.ledger.ignored++;
        aside.onIgnored(nameOf(Buffer.from(name, 'latin1')));
      } else left.add(prefix);
    }
    for (const name of folders) {
      const [prefix] = dependencyPrefixes(name);
      if (!within(name)) continue;
      if (prefix === undefined) aside.ignoredFolders.push(nameOf(Buffer.from(name.slice(0, -1), 'latin1')));
      else left.add(prefix);
    }
  }
  aside.ledger.dependencyFolders += left.size;
  if (others.length > 0) yield { names: others, tracked: false };
  if (tracked.length > 0) yield { names: tracked, tracked: true };
}

/**
 * What git's rules leave out: single files, and folders as a whole (with a closing slash). One character per byte.
 * Always for the whole repository: asked for a folder below an ignored one, git 2.39 dies.
 */
async function listIgnored(top: string): Promise<{ files: string[]; folders: string[] }> {
  const files: string[] = [];
  const folders: string[] = [];
  const args = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
  for await (const records of gitRecords(top, args, {}, { withoutGit })) {
    for (const record of records) {
      const name = record.toString('latin1');
      // git lists a folder and then, in some cases, also what lies in it.
      if (name.startsWith(folders.at(-1) ?? '\0')) continue;
      (name.endsWith('/') ? folders : files).push(name);
    }
  }
  return { files, folders };
}

interface Entry {
  readonly kind: 'file' | 'submodule' | 'other';
  readonly name: Name;
}

/** Reads `? path` and `H 100644 <id> <stage>\tpath`. */
function parse(record: Buffer): Entry {
  if (record[0] === 0x3f) return { kind: 'other', name: nameOf(record.subarray(2)) };
  const name = nameOf(record.subarray(record.indexOf(9) + 1));
  return { kind: record.toString('latin1', 2, 8) === '160000' ? 'submodule' : 'file', name };
}

const shown = (name: Name): string => (typeof name === 'string' ? name : Buffer.from(name).toString('latin1'));
const isFolder = (name: Name): boolean => name.at(-1) === '/' || name.at(-1) === 0x2f;
const withoutSlash = (name: Name): Name => (typeof name === 'string' ? name.slice(0, -1) : name.subarray(0, -1));

/** git goes on without a folder that it may not open, and says so in a warning. */
function unreadableIn(complaints: string): string[] {
  return [...complaints.matchAll(/^warning: could not open directory '(.*?)\/?': /gm)].map(([, folder = '']) => folder);
}
