/**
 * Reads what `git cat-file --batch` writes: a header and the bytes of each object that it was asked for. Collects what
 * comes until an object is whole; larger ones than that go on in pieces. Starts no process and reads no pipe.
 */
export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

/** Who asks for objects. Bytes are valid during the call only. */
export interface ObjectSink {
  /** All of an object of at most `wholeSize` bytes. */
  whole(index: number, type: ObjectType, bytes: Buffer): void;
  /** A larger one, piece by piece; `isLast` tells its end. */
  piece(index: number, type: ObjectType, bytes: Buffer, isLast: boolean, size: number): void;
  /** git has no such object (any more), or cannot read it. */
  lost(index: number, why: 'missing' | 'unreadable', detail: string): void;
}

/** The objects that git was asked for and that have not come. */
export interface Expected {
  /** The index of the one whose turn it is. */
  first(): number;
  /** The same; its turn is over. */
  shift(): number;
}

/** Objects up to here come in one piece: as large as a document may be. */
export const wholeSize: number = 8 << 20;
/** As much as a pipe holds. */
const mostAtOnce = 64 << 10;
/** From here on what is left is moved to the front: so much stays in the processor's cache. */
const longWay = 512 << 10;
/** The largest whole object, its header and line feed, and room to read on. */
export const roomSize: number = wholeSize + 1024 + mostAtOnce;

export class BatchOutput {
  readonly #sink: ObjectSink;
  readonly #idBytes: number;
  readonly #expected: Expected;
  /** What has come and was not yet taken is [begin, end) of it. */
  readonly #room: Buffer;
  #begin = 0;
  #end = 0;
  /** Of the object at hand, once its header has come. */
  #type: ObjectType = 'blob';
  #size = -1;
  /** Of one that goes on in pieces. */
  #got = 0;

  /** @param room `roomSize` bytes of memory, in which the sink sees the objects */
  constructor(sink: ObjectSink, idBytes: number, expected: Expected, room: Uint8Array) {
    this.#sink = sink;
    this.#idBytes = idBytes;
    this.#expected = expected;
    this.#room = Buffer.from(room.buffer, room.byteOffset, room.byteLength);
  }

  /** Where the next bytes go. */
  free(): Buffer {
    return this.#room.subarray(this.#end, this.#end + mostAtOnce);
  }

  /** Notes that so many have come there, and takes what is complete. */
  took(bytes: number): void {
    this.#end += bytes;
    while (this.#takeOne());
    if (this.#begin === this.#end) {
      this.#begin = 0;
      this.#end = 0;
    } else if (this.#begin > 0 && this.#end > longWay) {
      this.#room.copyWithin(0, this.#begin, this.#end);
      this.#end -= this.#begin;
      this.#begin = 0;
    }
  }

  /** Forgets what has come of the object at hand: another git begins anew. */
  reset(): void {
    this.#begin = 0;
    this.#end = 0;
    this.#size = -1;
  }

  /** Whether there was something to take: a header, an object, a piece of one. */
  #takeOne(): boolean {
    if (this.#size < 0) return this.#takeHeader();
    const left = this.#size - this.#got;
    const have = this.#end - this.#begin;
    if (this.#size > wholeSize && left > 0) {
      if (have === 0) return false;
      const stop = this.#begin + Math.min(left, have);
      const piece = this.#room.subarray(this.#begin, stop);
      this.#got += piece.length;
      this.#begin = stop;
      this.#sink.piece(this.#expected.first(), this.#type, piece, left === piece.length, this.#size);
      return true;
    }
    // The line feed behind it is waited for as well.
    if (have <= left) return false;
    if (left > 0 || this.#size === 0) {
      const bytes = this.#room.subarray(this.#begin, this.#begin + left);
      this.#sink.whole(this.#expected.first(), this.#type, bytes);
    }
    this.#begin += left + 1;
    this.#size = -1;
    this.#expected.shift();
    return true;
  }

  /** `<id> <type> <size>`, or `<id> missing`. Read byte by byte: there is one for each object. */
  #takeHeader(): boolean {
    const room = this.#room;
    const idEnd = this.#begin + 2 * this.#idBytes;
    let at = idEnd + 1;
    let size = 0;
    let spaces = 0;
    for (; at < this.#end && room[at] !== LINE_FEED; at++) {
      if (room[at] === SPACE) spaces++;
      else if (spaces > 0) size = size * 10 + room[at]! - ZERO;
    }
    if (at >= this.#end) return false;
    this.#begin = at + 1;
    this.#got = 0;
    if (spaces === 1) {
      this.#type = typeAt(room, idEnd + 1);
      this.#size = size;
    } else {
      const told = room.toString('latin1', idEnd + 1, at);
      this.#sink.lost(this.#expected.shift(), told === 'missing' ? 'missing' : 'unreadable', told);
    }
    return true;
  }
}

const [LINE_FEED, SPACE, ZERO] = [0x0a, 0x20, 0x30];

/** The type that is named there. */
function typeAt(bytes: Uint8Array, at: number): ObjectType {
  if (bytes[at] === 0x62) return 'blob';
  if (bytes[at] === 0x63) return 'commit';
  return bytes[at + 1] === 0x72 ? 'tree' : 'tag';
}
