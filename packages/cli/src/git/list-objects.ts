/**
 * Lists every object of a repository and its alternates, packed and loose, reachable or not, in the order of the packs; or
 * some of them.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectType } from './batch-output.ts';
import { gitFailure } from './hardened.ts';
import { spawnGit, type Access, type Database } from './database.ts';
import { outputOf, Watchdog } from './watchdog.ts';

export interface ListedObjects {
  /** Ids in bytes, one after the other. */
  readonly ids: Uint8Array;
  readonly types: readonly (ObjectType | undefined)[];
}

/**
 * Yields them in batches; a type is undefined where git cannot tell it. Returns what git said on the way: a pack that
 * it cannot open is named there and nowhere else. Throws a UserError when git refuses or fails.
 * @param some ids (in hex) of those that are asked for; absent: all
 */
export async function* listObjects(store: Access, some?: readonly string[]): AsyncGenerator<ListedObjects, string> {
  if (some?.length === 0) return '';
  const format = '--batch-check=%(objectname) %(objecttype)';
  const all = some ? [] : ['--batch-all-objects', '--unordered'];
  const git = spawnGit(store, ['cat-file', ...all, '--buffer', format]);
  let complaints = '';
  git.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaints.length < 1_048_576) complaints += text;
  });
  git.stdin.on('error', () => {});
  git.stdin.end(some?.map((id) => `${id}\n`).join(''));
  const ended = new Promise<string>((resolve) => {
    git.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    git.on('close', (code, signal) => resolve(code === 0 ? '' : (signal ?? String(code))));
  });
  const watchdog = new Watchdog(git);
  try {
    let rest = '';
    for await (const chunk of outputOf(git, watchdog)) {
      const text = rest + chunk.toString('latin1');
      const end = text.lastIndexOf('\n') + 1;
      rest = text.slice(end);
      if (end > 0) yield parse(text.slice(0, end), store.idBytes);
    }
    const failure = await watchdog.wait(ended);
    if (failure !== '') throw gitFailure(store.dir, watchdog.failure ?? failure, complaints);
    return complaints;
  } finally {
    git.kill();
  }
}

/** Packs that have lost their index. git passes over them without a word. */
export async function lonePacks({ commonDir }: Pick<Database, 'commonDir'>): Promise<string[]> {
  const names = await readdir(join(commonDir, 'objects/pack')).catch(() => [] as string[]);
  const indexes = new Set(names.filter((name) => name.endsWith('.idx')).map((name) => name.slice(0, -4)));
  return names.filter((name) => name.endsWith('.pack') && !indexes.has(name.slice(0, -5))).sort();
}

/** Lines of `<id> <type>`, or `<id> missing`. */
function parse(lines: string, idBytes: number): ListedObjects {
  const ids: string[] = [];
  const types: (ObjectType | undefined)[] = [];
  for (let at = 0; at < lines.length;) {
    const space = at + 2 * idBytes;
    const end = lines.indexOf('\n', space);
    ids.push(lines.slice(at, space));
    types.push(typeAt(lines, space + 1));
    at = end + 1;
  }
  return { ids: Buffer.from(ids.join(''), 'hex'), types };
}

/** By the first two letters, without a text for each: there are very many. */
function typeAt(lines: string, at: number): ObjectType | undefined {
  switch (lines.charCodeAt(at)) {
    case 98: // b
      return 'blob';
    case 99: // c
      return 'commit';
    case 116: // t
      return lines.charCodeAt(at + 1) === 114 ? 'tree' : 'tag';
    default:
      return undefined;
  }
}
