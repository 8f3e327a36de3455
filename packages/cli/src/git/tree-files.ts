/** Small files as one commit has them, for --config-from: what decides is then not what the scanned side says. */
import { TextDecoder } from 'node:util';
import { UserError } from '../user-error.ts';
import { answered, askGit } from './ask.ts';
import { openStore, type Store } from './store.ts';

/** The text at a path below the top, undefined where the commit has none. Rejects with a UserError where it cannot be data. */
export interface TreeFiles {
  /** As it was typed, for messages. */
  readonly ref: string;
  /** The commit's full id. */
  readonly commit: string;
  readonly store: Store;
  readonly read: (path: string, mostMegabytes: number) => Promise<string | undefined>;
}

/** Throws a UserError where `folder` is in no repository, or the repository does not know the commit. */
export async function treeFiles(folder: string, ref: string): Promise<TreeFiles> {
  const store = await openStore(folder);
  const asked = await askGit(store, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  const commit = asked.stdout.toString('latin1').trim();
  if (asked.failure !== undefined && asked.complaints !== '') answered(store, asked);
  if (!/^[0-9a-f]{40,64}$/.test(commit)) {
    throw new UserError(
      `--config-from: this repository knows no commit ${ref}. Fetch it (git fetch origin), and in CI check out the whole history (fetch-depth: 0).`,
    );
  }
  return { ref, commit, store, read: (path, most) => readAt(store, { ref, commit, path }, most) };
}

async function readAt(
  store: Store,
  { ref, commit, path }: { readonly ref: string; readonly commit: string; readonly path: string },
  mostMegabytes: number,
): Promise<string | undefined> {
  const name = `${ref}:${path}`;
  const listed = answered(store, await askGit(store, ['ls-tree', '-z', '-l', '--full-tree', commit, '--', path]));
  if (listed.length === 0) return undefined;
  const { mode, id, size } = entryIn(listed);
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

/** `MODE TYPE ID SIZE\tPATH\0`; a size is missing where the object is. */
function entryIn(record: Buffer): { readonly mode: string; readonly id: string; readonly size: number } {
  const [mode = '', , id = '', size = ''] = record.toString('latin1').split('\t')[0]!.split(/ +/);
  return { mode, id, size: Number(size) || 0 };
}
