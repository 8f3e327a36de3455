/** Inflates what zlib deflated, into memory that is there already. */
import { inflateSync } from 'node:zlib';

/** Whether `deflated` begins with a whole and right stream that is inflated to just as many bytes as `room` has; they are put there. */
export function inflateInto(deflated: Uint8Array, room: Uint8Array): boolean {
  try {
    const size = room.length + 1;
    const bytes = inflateSync(deflated, { maxOutputLength: size, chunkSize: Math.max(64, size) });
    if (bytes.length !== room.length) return false;
    room.set(bytes);
    return true;
  } catch {
    return false;
  }
}
