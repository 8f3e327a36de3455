/**
 * Which files of a history are judged for their settings: a key that was deleted is still alive, a setting that was
 * changed is not. So by default it is those of the trees at which HEAD and the branches stand; of a branch what HEAD does
 * not have.
 */
import type { Database } from '../../git/database.ts';
import { entriesOf, isFile } from '../../git/entries.ts';
import { gitRecords } from '../../git/hardened.ts';
import { silence } from '../../git/watchdog.ts';
import { UserError } from '../../user-error.ts';
import { nameOf, shownName } from '../names.ts';
import type { Refs } from './refs.ts';

/** A file to be judged, at one of its paths. */
export interface SettingFile {
  /** Its blob, in hex. */
  readonly id: string;
  readonly path: string;
}

/** Names that no host moves by itself: branches, here and as they were last fetched, and what work trees stand at. */
const branch = /^(?:refs\/heads\/|refs\/remotes\/|HEAD$|worktrees\/)/;

/** What a build makes out of what stands elsewhere: branches of pages have thousands. */
const built = /\.(?:html?|css|svg|map)$|\.min\.\w+$|(?:^|\/)search_index\.json$/;

/** All that decides which files these are: of HEAD's all paths count. `all`: see settingFiles. */
export function settingPlace(refs: Pick<Refs, 'head' | 'tips'>, all: boolean): string {
  return [refs.head ?? 'no HEAD', ...settingTips(refs, all)].join();
}

/** The commits whose files they are: HEAD's first, if there is one. */
function settingTips({ head, tips }: Pick<Refs, 'head' | 'tips'>, all: boolean): readonly string[] {
  const own = all ? tips : tips.filter(({ name }) => branch.test(name));
  return [...new Set([...(head === undefined ? [] : [head]), ...own.map(({ id }) => id)])];
}

/**
 * HEAD's files, then those of the branches that HEAD does not have, in their order; and whether git could list them all.
 * @param all every file of every commit that a ref leads to; at one of its paths
 */
export async function settingFiles(
  store: Database,
  refs: Refs,
  all: boolean,
): Promise<{ readonly files: readonly SettingFile[]; readonly isWhole: boolean }> {
  const ids = settingTips(refs, all);
  const files: SettingFile[] = [];
  let isWhole = true;
  const onDamage = (): void => void (isWhole = false);
  if (ids.length === 0) return { files, isWhole };
  if (refs.head !== undefined) files.push(...(await filesAt(store, refs.head, onDamage)));
  const known = new Set(files.map(({ id }) => id));
  for await (const line of objectsOf(store, ids, all, onDamage)) {
    const space = line.indexOf(32);
    // Commits have no path, and neither has the tree at the top.
    if (space <= 0 || space === line.length - 1) continue;
    const id = line.toString('latin1', 0, space);
    if (!all && known.has(id)) continue;
    const path = shownName(nameOf(line.subarray(space + 1)));
    if (!built.test(path)) files.push({ id, path });
  }
  return { files, isWhole };
}

/** Of each object git names one path; of what is checked out all of them count. */
async function filesAt(store: Database, commit: string, onDamage: () => void): Promise<SettingFile[]> {
  const files: SettingFile[] = [];
  try {
    for await (const entries of entriesOf(store, commit)) {
      for (const { id, name } of entries.filter(isFile)) {
        const path = shownName(nameOf(name));
        if (!built.test(path)) files.push({ id, path });
      }
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    onDamage();
  }
  return files;
}

/** `ID PATH` of everything that the commits lead to. What is missing is told by those who need it. */
async function* objectsOf(
  store: Database,
  ids: readonly string[],
  all: boolean,
  onDamage: () => void,
): AsyncGenerator<Buffer> {
  // In the order of the branches: of a file’s versions the first ones count.
  const depth = all ? [] : ['--no-walk=unsorted'];
  const args = ['rev-list', '--objects', ...depth, '--missing=allow-any', '--ignore-missing', '--stdin'];
  const records = gitRecords(store.dir, args, store.leads, { input: `${ids.join('\n')}\n`, separator: '\n' });
  try {
    for await (const lines of records) yield* lines;
  } catch (error) {
    if (!isDamage(error)) throw error;
    onDamage();
  }
}

/** What git cannot list is told where it is read; that it says nothing at all, or is ended by others, is not. */
function isDamage(error: unknown): boolean {
  return error instanceof UserError && !error.message.includes(silence) && !/ended with SIG[A-Z]+/.test(error.message);
}
