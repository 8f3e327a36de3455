/** Reads small files of a repository that may be hostile, such as its configuration: regular files of bounded size, no way out. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { isInside } from './sources/names.ts';
import { UserError } from './user-error.ts';

interface Limits {
  /** As messages name the file. */
  readonly name: string;
  readonly mostMegabytes: number;
  /** The folder that a link must not lead out of; absent: the person named the file, links are followed. */
  readonly inside?: string;
}

/** The text of a file, or undefined where there is none. Throws a UserError where it cannot or must not be read. */
export function readSmallFile(path: string, { name, mostMegabytes, inside }: Limits): string | undefined {
  try {
    // Most files that are looked for are not there, and to throw takes longer than to look.
    if (!lstatSync(path, { throwIfNoEntry: false })) return undefined;
    if (inside !== undefined && !isInside(realpathSync(path), realpathSync(inside))) {
      throw new UserError(`${name} is a link that leads out of the repository. Put the file itself there.`);
    }
    // Without O_NONBLOCK, opening a named pipe waits for a writer.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = fstatSync(file);
      if (!found.isFile()) throw new UserError(`${name} is not a regular file. Put a file there, or remove it.`);
      if (found.size > mostMegabytes * 1_048_576) {
        throw new UserError(
          `${name} is larger than the ${mostMegabytes} MB that such a file may have. Make it smaller.`,
        );
      }
      const bytes = Buffer.alloc(found.size);
      const bytesRead = readSync(file, bytes, 0, bytes.length, 0);
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, bytesRead));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof TypeError) throw new UserError(`${name} is not UTF-8 text. Save it as UTF-8.`);
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      if (lstatSync(path, { throwIfNoEntry: false }))
        throw new UserError(`${name} is a link that leads nowhere. Repair or remove it.`);
      return undefined;
    }
    throw new UserError(`${name} cannot be read (${code}). Check its permissions.`);
  }
}

/** The same; empty where there is none, and where it cannot be read. */
export function trySmallFile(path: string, limits: Limits): string {
  try {
    return readSmallFile(path, limits) ?? '';
  } catch {
    return '';
  }
}

/** Whether there is something, if only a link that leads nowhere. What cannot be looked at is not. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
