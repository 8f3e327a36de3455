/**
 * Inflates what zlib deflated, into memory that is there already. One state serves all streams: node:zlib itself makes one
 * for each, and memory for what comes out, which costs more than inflating the few hundred bytes of a usual delta.
 */
import { constants, createInflate, deflateSync, inflateSync } from 'node:zlib';

/**
 * Whether `deflated` begins with a whole and right stream of just `size` bytes; they are put to `memory[at]`. One byte more
 * must be there and may be written over.
 */
export type Inflate = (deflated: Uint8Array, memory: Uint8Array, at: number, size: number) => boolean;

/** With what every Node has. */
export const inflateAnew: Inflate = (deflated, memory, at, size) => {
  try {
    const bytes = inflateSync(deflated, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) });
    if (bytes.length !== size) return false;
    memory.set(bytes, at);
    return true;
  } catch {
    return false;
  }
};

/** What is under a stream of node:zlib since Node 10. No documentation speaks of it, so nobody promises that it stays. */
interface Handle {
  reset?(): void;
  writeSync?(
    ...what: [
      ...[flush: number, input: Uint8Array, at: number, length: number],
      ...[output: Uint8Array, at: number, length: number],
    ]
  ): void;
  onerror?: (message: string) => void;
}

/** Always with the same state; undefined where Node is not made as we know it. */
export function inflateAgain(): Inflate | undefined {
  const stream = createInflate() as unknown as { readonly _handle?: Handle; readonly _writeState?: Uint32Array };
  const { _handle: handle, _writeState: state } = stream;
  if (!handle?.reset || !handle.writeSync || !state) return undefined;
  let failures = 0;
  handle.onerror = () => failures++;
  const inflate: Inflate = (deflated, memory, at, size) => {
    const before = failures;
    handle.reset!();
    handle.writeSync!(constants.Z_FINISH, deflated, 0, deflated.length, memory, at, size + 1);
    // A stream that has more to give leaves no room, and one that is not whole is a failure.
    return failures === before && state[0] === 1;
  };
  return isRight(inflate) ? inflate : undefined;
}

function isRight(inflate: Inflate): boolean {
  const text = Buffer.from('It is what we know, or it is not used. It is what we know.');
  const right = deflateSync(text);
  const broken = Buffer.from(right);
  broken[broken.length - 1]! ^= 1;
  const memory = Buffer.alloc(text.length + 2);
  const into = (deflated: Uint8Array, size = text.length): boolean => inflate(deflated, memory, 1, size);
  try {
    const isRefused = [into(broken), into(right.subarray(0, -1)), into(right, text.length - 1), into(right, 9)];
    return isRefused.every((took) => !took) && into(right) && memory.subarray(1, -1).equals(text);
  } catch {
    return false;
  }
}
