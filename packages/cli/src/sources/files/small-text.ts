/** Reads a small file of a repository that may be hostile, as text, or says that there is none. Follows no link. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { decode } from '@bnguard/engine/gates';

/** Eight times what 100,000 lines of an ignore file take. */
const mostBytes = 16 << 20;
// Without O_NONBLOCK, opening a named pipe waits for a writer.
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** `none`: nothing there. `other`: a link, a folder, a pipe. `unread`: it is there, and cannot be read or is too large. */
export type SmallText =
  | { readonly kind: 'none' | 'other' | 'unread' }
  | { readonly kind: 'text'; readonly bytes: Buffer };

export function readSmall(path: string | Buffer): SmallText {
  let file;
  try {
    file = openSync(path, flags);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'none' };
    return { kind: code === 'ELOOP' || code === 'EMLINK' || code === 'ENXIO' ? 'other' : 'unread' };
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return { kind: 'other' };
    if (stats.size > mostBytes) return { kind: 'unread' };
    const bytes = Buffer.alloc(stats.size);
    let length = 0;
    for (let got = -1; got !== 0 && length < bytes.length; length += got) {
      got = readSync(file, bytes, length, bytes.length - length, null);
    }
    return { kind: 'text', bytes: bytes.subarray(0, length) };
  } catch {
    return { kind: 'unread' };
  } finally {
    closeSync(file);
  }
}

/** As text in any encoding; undefined where there is none. */
export function textOf(read: SmallText): string | undefined {
  if (read.kind !== 'text') return undefined;
  const decoded = decode(read.bytes);
  return decoded.kind === 'text' ? decoded.text : undefined;
}
