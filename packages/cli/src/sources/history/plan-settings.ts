/**
 * Which files are read for their settings, in which order, and how each is remembered that showed nothing. Pure: what is
 * known of objects is asked.
 */
import type { Hit } from './read-hits.ts';
import type { SettingFile } from './setting-files.ts';

/** What is known of the objects. */
export interface KnownBlobs {
  /** The number of a blob that is there, by its id in hex; -1: there is none. */
  readonly indexOf: (id: string) => number;
  /** Whether it is this part's of the history. */
  readonly isOwn: (index: number) => boolean;
  /** Whether an earlier scan found nothing under this name. */
  readonly isEmpty: (index: number, name: string) => boolean;
}

export interface SettingsPlan {
  /** HEAD's before the branches', which are compared with them; each of both in the order in which git has them. */
  readonly hits: readonly Hit[];
  /** The name under which a file is remembered that showed nothing. */
  readonly nameOf: (index: number, path: string) => string;
}

export function planSettings(files: readonly SettingFile[], known: KnownBlobs): SettingsPlan {
  const own = new Map<number, Hit & { paths: string[]; compared: string[] }>();
  const others = new Map<number, Hit & { paths: string[] }>();
  const besides = new Map<string, string>();
  const nameOf = (index: number, path: string): string => {
    const beside = besides.get(`${index} ${path}`);
    return `settings\0${path}${beside === undefined ? '' : `\0${beside}`}`;
  };
  const ownHit = (index: number, id: string): { paths: string[]; compared: string[] } => {
    let hit = own.get(index);
    if (!hit) own.set(index, (hit = { index, id, paths: [], compared: [], risks: 'all' }));
    return hit;
  };
  for (const { id, path, beside } of files) {
    const index = known.indexOf(id);
    if (index < 0 || !known.isOwn(index)) continue;
    if (beside !== undefined) besides.set(`${index} ${path}`, beside);
    if (known.isEmpty(index, nameOf(index, path))) continue;
    if (beside === undefined) {
      const { paths } = ownHit(index, id);
      if (!paths.includes(path)) paths.push(path);
      continue;
    }
    const hit = others.get(index);
    if (hit) hit.paths.push(path);
    else others.set(index, { index, id, paths: [path], risks: 'fresh' });
    const base = known.indexOf(beside);
    if (base < 0) continue;
    const { compared } = ownHit(base, beside);
    if (!compared.includes(path)) compared.push(path);
  }
  const inOrder = (hits: Iterable<Hit>): Hit[] => [...hits].sort((a, b) => a.index - b.index);
  return { hits: [...inOrder(own.values()), ...inOrder(others.values())], nameOf };
}
