/**
 * Lists every object of a repository and its alternates, packed and loose, reachable or not, in the order of the packs; or
 * some of them.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { endOf, stopChild } from './children.ts';
import { gitFailure } from './hardened.ts';
import { spawnGit, type Access, type Database } from './database.ts';
import { outputOf, Watchdog } from './watchdog.ts';

export interface ListedObjects {
  /** Ids in bytes, one after the other. */
  readonly ids: Uint8Array;
  /** As git numbers them: commit, tree, blob, tag are 1 to 4. 0: git cannot tell. */
  readonly types: Uint8Array;
}

/**
 * Yields them in batches. Returns what git said on the way: a pack that it cannot open is named there and nowhere else.
 * Throws a UserError when git refuses or fails.
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
  const ended = endOf(git);
  const watchdog = new Watchdog(git);
  try {
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of outputOf(git, watchdog)) {
      const lines = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = lines.lastIndexOf(lineFeed) + 1;
      rest = lines.subarray(end);
      if (end > 0) yield parse(lines.subarray(0, end), store.idBytes);
    }
    const failure = await watchdog.wait(ended);
    if (failure !== undefined) throw gitFailure(store.dir, watchdog.failure ?? failure, complaints);
    return complaints;
  } finally {
    stopChild(git);
  }
}

/** Packs that have lost their index. git passes over them without a word. */
export async function lonePacks({ commonDir }: Pick<Database, 'commonDir'>): Promise<string[]> {
  const names = await readdir(join(commonDir, 'objects/pack')).catch(() => [] as string[]);
  const indexes = new Set(names.filter((name) => name.endsWith('.idx')).map((name) => name.slice(0, -4)));
  return names.filter((name) => name.endsWith('.pack') && !indexes.has(name.slice(0, -5))).sort();
}

const lineFeed = 0x0a;
/** What each byte is worth as a hexadecimal digit. */
const digits: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => parseInt(String.fromCharCode(byte), 16) || 0);

/** Lines of `<id> <type>`, or `<id> missing`. There are very many: nothing is made of each but what is asked for. */
function parse(lines: Buffer, idBytes: number): ListedObjects {
  const most = Math.ceil(lines.length / (2 * idBytes));
  const ids = new Uint8Array(most * idBytes);
  const types = new Uint8Array(most);
  let count = 0;
  for (let at = 0; at < lines.length;) {
    const space = at + 2 * idBytes;
    for (let to = count * idBytes; at < space; at += 2) ids[to++] = digits[lines[at]!]! * 16 + digits[lines[at + 1]!]!;
    types[count++] = typeAt(lines, space + 1);
    while (at < lines.length && lines[at++] !== lineFeed);
  }
  return { ids: ids.subarray(0, count * idBytes), types: types.subarray(0, count) };
}

/** By the first two letters. */
function typeAt(lines: Buffer, at: number): number {
  switch (lines[at]) {
    case 99: // c
      return 1;
    case 98: // b
      return 3;
    case 116: // t
      return lines[at + 1] === 114 ? 2 : 4;
    default:
      return 0;
  }
}
