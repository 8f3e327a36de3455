/** What stands at a path of a repository that may be hostile: text, nothing, or something that init leaves to people. */
import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readSmall } from '../sources/files/small-text.ts';
import { isThere } from '../small-file.ts';

/** `text` is exact: written as UTF-8 it gives the same bytes. `why` goes on after the name: "is a link". */
export type Found =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'other'; readonly why: string };

/** More than any file that people write has, and little enough to be parsed at once. */
const mostBytes = 1 << 20;
/** Of files that are taken as they are: a baseline may be long. */
export const mostToWrite: number = 16 << 20;

/** Never throws, follows no link, waits for no pipe. @param most bytes that are read */
export function lookAt(path: string, most: number = mostBytes): Found {
  if (hasLink(path)) return { kind: 'other', why: 'has a link in its path' };
  const found = statusOf(path);
  if (found === undefined) return { kind: 'nothing' };
  if (found.isSymbolicLink()) return { kind: 'other', why: 'is a link' };
  if (!found.isFile()) return { kind: 'other', why: 'is no file' };
  if (found.size > most) return { kind: 'other', why: `is larger than ${most >> 20} MB` };
  const read = readSmall(path);
  if (read.kind === 'none') return { kind: 'nothing' };
  if (read.kind !== 'text') return { kind: 'other', why: 'cannot be read' };
  const text = exact(read.bytes);
  return text === undefined ? { kind: 'other', why: 'is not UTF-8' } : { kind: 'text', text };
}

/** Undefined where writing the text would not give these bytes. */
export function exact(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text at a path; undefined where there is none that can be had. */
export function textAt(path: string, most: number = mostBytes): string | undefined {
  const found = lookAt(path, most);
  return found.kind === 'text' ? found.text : undefined;
}

/** Whether git would run it: links count as what they lead to. Windows knows no such thing. */
export function isExecutable(path: string): boolean {
  try {
    return (statSync(path).mode & 0o111) !== 0 || process.platform === 'win32';
  } catch {
    return false;
  }
}

/** Without links, as far as it is there. */
export function realOf(path: string): string {
  if (path === dirname(path)) return path;
  try {
    return realpathSync(path);
  } catch {
    return join(realOf(dirname(path)), basename(path));
  }
}

/** Whether a folder above it is a link. */
function hasLink(path: string): boolean {
  let folder = dirname(path);
  while (!isThere(folder) && folder !== dirname(folder)) folder = dirname(folder);
  // One that leads nowhere has no real path.
  return realOf(folder) !== folder || statusOf(folder)?.isDirectory() !== true;
}

function statusOf(path: string): ReturnType<typeof lstatSync> {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
