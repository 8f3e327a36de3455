/**
 * Which files of a history are judged for their settings: a key that was deleted is still alive, a setting that was
 * changed is not. So by default it is those of the trees at which HEAD and the branches stand.
 */
import type { Database } from '../../git/database.ts';
import { spawnGit } from '../../git/database.ts';
import { gitRecords } from '../../git/hardened.ts';
import { UserError } from '../../user-error.ts';
import { nameOf, shownName } from '../names.ts';
import type { Refs } from './refs.ts';

/** The paths of each blob, by its id in hex. */
export type SettingBlobs = ReadonlyMap<string, readonly string[]>;

/** Names that no host moves by itself: branches, here and as they were last fetched, and what work trees stand at. */
const branch = /^(?:refs\/heads\/|refs\/remotes\/|HEAD$|worktrees\/)/;

/** What a build makes out of what stands elsewhere: branches of pages have thousands. */
const built = /\.(?:html?|css|svg|map)$|\.min\.\w+$|(?:^|\/)search_index\.json$/;

/** @param all every file of every commit that a ref leads to; at one of its paths */
export async function settingBlobs(store: Database, refs: Refs, all: boolean): Promise<SettingBlobs> {
  const blobs = new Map<string, string[]>();
  const add = (id: string, path: string): void => {
    const paths = blobs.get(id);
    if (!paths) blobs.set(id, [path]);
    else if (!paths.includes(path)) paths.push(path);
  };
  const tips = all ? refs.tips : refs.tips.filter(({ name }) => branch.test(name));
  const ids = [...new Set([...(refs.head === undefined ? [] : [refs.head]), ...tips.map(({ id }) => id)])];
  if (ids.length === 0) return blobs;
  for await (const line of objectsOf(store, ids, all)) {
    const space = line.indexOf(32);
    // Commits have no path, and neither has the tree at the top.
    if (space <= 0 || space === line.length - 1) continue;
    const path = shownName(nameOf(line.subarray(space + 1)));
    if (!built.test(path)) add(line.toString('latin1', 0, space), path);
  }
  if (refs.head !== undefined) await addTree(store, refs.head, add);
  return blobs;
}

/** Of each object git names one path; of what is checked out all of them count. */
async function addTree(store: Database, commit: string, add: (id: string, path: string) => void): Promise<void> {
  try {
    const listing = gitRecords(store.dir, ['ls-tree', '-r', '-z', '--full-tree', commit], store.leads);
    for await (const records of listing) {
      for (const record of records) {
        const tab = record.indexOf(9);
        const [mode = '', , id = ''] = record.toString('latin1', 0, tab).split(' ');
        const path = shownName(nameOf(record.subarray(tab + 1)));
        if (mode.startsWith('100') && !built.test(path)) add(id, path);
      }
    }
  } catch (error) {
    // What git cannot list is told where it is read.
    if (!(error instanceof UserError)) throw error;
  }
}

/** `ID PATH` of everything that the commits lead to. What is missing is told by those who need it. */
async function* objectsOf(store: Database, ids: readonly string[], all: boolean): AsyncGenerator<Buffer> {
  const depth = all ? [] : ['--no-walk'];
  const git = spawnGit(store, [
    'rev-list',
    '--objects',
    ...depth,
    '--missing=allow-any',
    '--ignore-missing',
    '--stdin',
  ]);
  git.stdin.on('error', () => {});
  git.stdin.end(`${ids.join('\n')}\n`);
  git.stderr.resume();
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of git.stdout as AsyncIterable<Buffer>) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      let from = 0;
      for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
        yield bytes.subarray(from, to);
        from = to + 1;
      }
      rest = bytes.subarray(from);
    }
  } finally {
    git.kill();
  }
}
