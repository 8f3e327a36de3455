/** How reports name a place that has no path, and ids of git's objects. */
import type { Finding } from '@bnguard/engine';

/** As git shows an id to people; long enough for every repository there is. */
export const shortId = (id: string): string => id.slice(0, 12);

/** The path of a finding, or what stands for it where it has none. */
export function placeName({ path, origin }: Pick<Finding, 'path' | 'origin'>): string {
  if (path !== '') return path;
  switch (origin.kind) {
    case 'range':
      return `message of commit ${shortId(origin.commit)}`;
    case 'history':
      return origin.object !== undefined
        ? `commit or tag ${shortId(origin.object)}, as git cat-file -p shows it`
        : `blob ${shortId(origin.blob ?? '')}, which no tree names`;
    case 'staged':
      return 'message of the commit';
    default:
      return 'standard input';
  }
}

/** The commit that brings a finding of a range, where its place does not say so itself. */
export function broughtBy({ path, origin }: Pick<Finding, 'path' | 'origin'>): string | undefined {
  return origin.kind === 'range' && path !== '' ? shortId(origin.commit) : undefined;
}
