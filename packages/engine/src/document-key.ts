/** Names the document that something was seen in: a path, or in the history a path of one object. */
import { objectOf } from './history.ts';
import type { Finding } from './types.ts';

export function documentKey(seen: Pick<Finding, 'path' | 'origin'>): string {
  const object = objectOf(seen);
  return object === undefined ? seen.path : `${object}\0${seen.path}`;
}
