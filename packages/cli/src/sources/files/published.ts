/** Which images and packages would carry a file that git ignores: their own ignore files decide, and they are others. */
import type { FileObservation } from '@bnguard/engine';
import { posix } from 'node:path';
import { carriedBy, type Carrying } from './docker.ts';
import { packedBy } from './npm.ts';

type State = Pick<FileObservation, 'state' | 'because' | 'remedy'>;
export type ReadText = (path: string) => string | undefined;

/** Asks each maker once, and only where there is a file that may be carried. */
export function publishers(makers: readonly string[], read: ReadText): (path: string) => State | undefined {
  let images: readonly Carrying[] | undefined;
  const packages = makers.filter((path) => posix.basename(path) === 'package.json');
  return (path) => {
    images ??= carriedBy(
      makers.filter((maker) => posix.basename(maker) !== 'package.json'),
      read,
    );
    for (const image of images) {
      const state = image(path);
      if (state) return { state: 'published', ...state };
    }
    const state = packedBy(path, packages, read);
    return state && { state: 'published', ...state };
  };
}
