/**
 * Which files are read for their settings, in which order, and how each is remembered that showed nothing. Pure: what is
 * known of objects is asked.
 */
import { createHash } from 'node:crypto';
import type { Hit, Version } from './read-hits.ts';
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
  /** The versions of a file one after the other, HEAD's first. */
  readonly hits: readonly Hit[];
  /** The name under which a version is remembered in which nothing was found. */
  readonly nameOf: (index: number, path: string) => string;
}

/** @param all every version is read by itself, at the path that is known of it */
export function planSettings(files: readonly SettingFile[], known: KnownBlobs, all: boolean): SettingsPlan {
  const versions = new Map<string, { readonly index: number; readonly id: string }[]>();
  for (const { id, path } of files) {
    const index = known.indexOf(id);
    if (index < 0) continue;
    const others = versions.get(path);
    if (!others) versions.set(path, [{ index, id }]);
    else if (!others.some((one) => one.index === index)) others.push({ index, id });
  }
  const names = new Map<string, string>();
  const hits: Hit[][] = [];
  for (const [path, list] of versions) {
    // What is found in a version may depend on those before it.
    let before = '';
    const own = list.map(({ index, id }, i): Hit & { readonly risks: Version } => {
      const name = `settings\0${path}\0${before}`;
      before = createHash('sha256').update(`${before}${id}`).digest('hex');
      names.set(`${index} ${path}`, name);
      const isEmpty = known.isEmpty(index, name);
      const version = { isFirst: i === 0, isEmpty, isAsked: !isEmpty && known.isOwn(index) };
      return { index, id, paths: [path], risks: version };
    });
    if (all) hits.push(...own.filter(({ risks }) => risks.isAsked).map((hit) => [{ ...hit, risks: 'all' as const }]));
    else hits.push(own.slice(0, 1 + own.findLastIndex(({ risks }) => risks.isAsked)));
  }
  const inOrder = hits.filter((some) => some.length > 0).sort(([a], [b]) => a!.index - b!.index);
  return { hits: inOrder.flat(), nameOf: (index, path) => names.get(`${index} ${path}`) ?? '' };
}
