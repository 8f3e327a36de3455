/**
 * Reads the objects of a pack along its deltas: each is inflated once and made once, from the bytes of its base, which lie
 * there still. What it cannot read it says, and goes on.
 */
import { wholeSize, type ObjectType } from '../batch-output.ts';
import { deltasIn, readDeltaHead, type ApplyDelta } from './delta.ts';
import { inflateAgain, inflateAnew } from './inflate.ts';
import { PackBytes } from './pack-bytes.ts';
import type { Pack } from './packs.ts';

/** Which entries of a pack are read, and in which order. Plain data, most of it in shared memory. */
export interface Route {
  /** The number of the object that an entry has; -1: nobody asks for it, only for what is made from it. */
  readonly objects: Int32Array;
  /** How many of an entry and what is made from it are asked for. */
  readonly counts: Int32Array;
  /** The delta of an entry from which most is made; it comes last, since then its base is no longer needed. */
  readonly last: Int32Array;
}

/** Bytes that are valid during the call only. */
export type TakeObject = (object: number, type: ObjectType, bytes: Buffer) => void;

/**
 * So much may bases take that wait for the last of their deltas. Each that waits stands for more objects than all that
 * are made from the next one, so that there are few.
 */
const basesBytes = 32 << 20;
/** Where they begin. Before is room for one delta. */
const basesStart = wholeSize + 16;
/** In which a pack's objects are made. */
export const walkRoomSize: number = basesStart + basesBytes;

const typeNames: readonly (ObjectType | undefined)[] = [undefined, 'commit', 'tree', 'blob', 'tag'];

/** An object from which others are to be made. */
interface Base {
  readonly entry: number;
  readonly at: number;
  readonly size: number;
  /** Whether it lies at the lower end of the room for bases. */
  readonly isLow: boolean;
  /** The next delta, by its place in `deltas`. */
  next: number;
}

export class PackWalk {
  readonly #pack: Pack;
  readonly #room: Buffer;
  readonly #bytes: PackBytes;
  readonly #apply: ApplyDelta;
  readonly #inflateInto = inflateAgain() ?? inflateAnew;
  /** Bases lie at both ends of the room from here on; between is free. */
  #low = basesStart;
  #high = walkRoomSize;

  /** @param room `walkRoomSize` bytes of memory, in which the objects are seen */
  constructor(pack: Pack, room: Uint8Array) {
    this.#pack = pack;
    this.#room = Buffer.from(room.buffer, room.byteOffset, room.byteLength);
    this.#apply = deltasIn(room);
    this.#bytes = new PackBytes(pack);
  }

  close(): void {
    this.#bytes.close();
  }

  /** Reads what is asked for of whole objects and all that is made from them. Gives the objects that it cannot read. */
  read(roots: Iterable<number>, route: Route, take: TakeObject): number[] {
    const unread: number[] = [];
    this.#bytes.expect(this.#visits(roots, route));
    for (const root of roots) this.#readFrom(root, route, take, unread);
    return unread;
  }

  /** The entries that lead to what is asked for, in the order in which they are read. */
  #visits(roots: Iterable<number>, { counts, last }: Route): number[] {
    const { deltaStarts, deltas } = this.#pack;
    const visits: number[] = [];
    for (const root of roots) {
      // What is pushed first comes last.
      const open = [root];
      for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
        visits.push(entry);
        if (last[entry]! >= 0) open.push(last[entry]!);
        for (let next = deltaStarts[entry + 1]! - 1; next >= deltaStarts[entry]!; next--) {
          const delta = deltas[next]!;
          if (counts[delta]! > 0 && delta !== last[entry]) open.push(delta);
        }
      }
    }
    return visits;
  }

  #readFrom(root: number, route: Route, take: TakeObject, unread: number[]): void {
    const type = typeNames[this.#pack.types[root]!]!;
    this.#low = basesStart;
    this.#high = walkRoomSize;
    const first = this.#makeWhole(root);
    if (first === undefined) {
      this.#leave(root, route, unread);
      return;
    }
    const see = ({ entry, at, size }: Base): void => {
      const object = route.objects[entry]!;
      if (object >= 0) take(object, type, this.#room.subarray(at, at + size));
    };
    see(first);
    // Bases whose deltas are not all made, the last one on top.
    const bases = [first];
    for (let base = bases.at(-1); base !== undefined; base = bases.at(-1)) {
      const delta = this.#nextDelta(base, route);
      if (delta === undefined) {
        this.#release(bases.pop()!);
        continue;
      }
      const made = this.#makeFrom(base, delta);
      if (made === undefined) {
        this.#leave(delta, route, unread);
        continue;
      }
      see(made);
      // The base lies at the other end, so that it can go before what was made from it.
      if (delta === route.last[base.entry]) this.#release(bases.pop()!);
      if (route.last[delta]! < 0) this.#release(made);
      else bases.push(made);
    }
  }

  /** The next delta of a base that leads to something; `last` comes last. */
  #nextDelta(base: Base, { counts, last }: Route): number | undefined {
    const { deltaStarts, deltas } = this.#pack;
    const end = deltaStarts[base.entry + 1]!;
    while (base.next < end) {
      const delta = deltas[base.next++]!;
      if (counts[delta]! > 0 && delta !== last[base.entry]) return delta;
    }
    if (base.next > end) return undefined;
    base.next++;
    return last[base.entry]! < 0 ? undefined : last[base.entry];
  }

  #makeWhole(entry: number): Base | undefined {
    const size = this.#pack.sizes[entry]!;
    const at = this.#low;
    if (size > wholeSize || !this.#inflate(entry, at, size)) return undefined;
    this.#low += size;
    return { entry, at, size, isLow: true, next: this.#pack.deltaStarts[entry]! };
  }

  #makeFrom(base: Base, entry: number): Base | undefined {
    const deltaSize = this.#pack.sizes[entry]!;
    if (deltaSize > wholeSize || !this.#inflate(entry, 0, deltaSize)) return undefined;
    const head = readDeltaHead(this.#room, 0, deltaSize);
    const free = Math.min(this.#high - this.#low, wholeSize);
    if (head === undefined || head.base !== base.size || head.result > free) return undefined;
    const { result: size } = head;
    const isLow = !base.isLow;
    const at = isLow ? this.#low : this.#high - size;
    if (!this.#apply(head.at, deltaSize, base.at, base.size, at, size)) return undefined;
    if (isLow) this.#low += size;
    else this.#high -= size;
    return { entry, at, size, isLow, next: this.#pack.deltaStarts[entry]! };
  }

  #release({ at, size, isLow }: Base): void {
    if (isLow) this.#low = at;
    else this.#high = at + size;
  }

  /** Notes all that is asked for of an entry and what is made from it. */
  #leave(entry: number, { objects, counts }: Route, unread: number[]): void {
    const { deltaStarts, deltas } = this.#pack;
    const open = [entry];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (objects[at]! >= 0) unread.push(objects[at]!);
      for (let next = deltaStarts[at]!; next < deltaStarts[at + 1]!; next++) {
        if (counts[deltas[next]!]! > 0) open.push(deltas[next]!);
      }
    }
  }

  /** Puts what an entry holds there; whether it is as it should be. */
  #inflate(entry: number, at: number, size: number): boolean {
    const deflated = this.#bytes.of(entry);
    return deflated !== undefined && this.#inflateInto(deflated, this.#room, at, size);
  }
}
