/** Small files as one commit has them, for --config-from: what decides is then not what the scanned side says. */
import { UserError } from '../user-error.ts';
import { answered, askGit } from './ask.ts';
import { openStore, type Store } from './store.ts';
import { isAboutName, noCommit } from './unknown-commit.ts';

export interface TreeFiles {
  /** As it was typed, for messages. */
  readonly ref: string;
  /** The commit's full id. */
  readonly commit: string;
  readonly store: Store;
  /** The texts at those of these paths below the top that the commit has. Rejects with a UserError for what cannot be data. */
  readonly read: (paths: readonly string[], mostMegabytes: number) => Promise<ReadonlyMap<string, string>>;
}

/** Throws a UserError where `folder` is in no repository, or the repository does not know the commit. */
export async function treeFiles(folder: string, ref: string): Promise<TreeFiles> {
  const store = openStore(folder, '.');
  const commit = isId(ref) ? ref : await commitOf(store, ref);
  return { ref, commit, store, read: (paths, most) => readAt(store, { ref, commit }, paths, most) };
}

/** In full, it names nothing else; whether it is there shows when it is read. */
const isId = (ref: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);

async function commitOf(store: Store, ref: string): Promise<string> {
  const asked = await askGit(store, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  const commit = asked.stdout.toString('latin1').trim();
  if (asked.failure !== undefined && !isAboutName(asked.complaints)) answered(store, asked);
  if (!isId(commit)) throw await notKnown(store, ref);
  return commit;
}

const notKnown = async (store: Store, ref: string): Promise<UserError> =>
  new UserError(`--config-from: ${await noCommit(store, ref)}`);

async function readAt(
  store: Store,
  { ref, commit }: { readonly ref: string; readonly commit: string },
  paths: readonly string[],
  mostMegabytes: number,
): Promise<ReadonlyMap<string, string>> {
  const listed = await askGit(store, ['ls-tree', '-z', '-l', '--full-tree', commit, '--', ...paths]);
  if (/not a (?:tree|valid object)|bad object/i.test(listed.complaints)) throw await notKnown(store, ref);
  const texts = new Map<string, string>();
  for (const record of answered(store, listed).toString('utf8').split('\0').filter(Boolean)) {
    const path = record.slice(record.indexOf('\t') + 1);
    texts.set(path, await textOf(store, `${ref}:${path}`, entryIn(record), mostMegabytes));
  }
  return texts;
}

async function textOf(
  store: Store,
  name: string,
  { mode, id, size }: TreeEntry,
  mostMegabytes: number,
): Promise<string> {
  if (!/^100/.test(mode)) throw new UserError(`${name} is not a regular file. Put a file there, or remove it.`);
  if (size > mostMegabytes * 1_048_576) {
    throw new UserError(`${name} is larger than the ${mostMegabytes} MB that such a file may have. Make it smaller.`);
  }
  const bytes = answered(store, await askGit(store, ['cat-file', 'blob', id]));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UserError(`${name} is not UTF-8 text. Save it as UTF-8.`);
  }
}

interface TreeEntry {
  readonly mode: string;
  readonly id: string;
  readonly size: number;
}

/** `MODE TYPE ID SIZE\tPATH`; a size is missing where the object is. */
function entryIn(record: string): TreeEntry {
  const [mode = '', , id = '', size = ''] = record.split('\t')[0]!.split(/ +/);
  return { mode, id, size: Number(size) || 0 };
}
