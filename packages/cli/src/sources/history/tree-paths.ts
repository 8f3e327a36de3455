/**
 * Which paths lead from a tree to the hits below it. Trees of thousands of commits that hold the same hits under the
 * same names share one set, so the work is that of the different sets and not of the trees. Pure.
 */
import type { TreeOutcome } from './read-trees.ts';

/** A hit at a path below some tree. */
export interface BlobPath {
  /** One character a byte, as git stores it. */
  readonly path: string;
  /** Its object number. */
  readonly blob: number;
}

/** Room for numbers of paths and objects in one key. */
const keyWidth = 2 ** 27;

/** Of one blob in one tree no more paths are followed: a tree may name the same folder over and over. */
const mostPaths = 64;

/** Entries of every tree that lead on, by the object number of the tree. */
export class TreePaths {
  readonly #names: string[] = [];
  readonly #nameNumbers = new Map<string, number>();
  /** [object, name] of all entries; those of a tree stand from `#from` on, `#counts` of them. */
  readonly #entries: Int32Array[] = [];
  readonly #place = new Map<number, { readonly entries: Int32Array; readonly from: number; readonly count: number }>();
  /** The set below each tree that was asked for; 0 is the empty one. */
  readonly #setOf = new Map<number, number>();
  readonly #sets: (readonly number[])[] = [[]];
  readonly #setNumbers = new Map<string, number>();
  /** The numbers of the paths in each set, once it was asked for. */
  readonly #paths: (Int32Array | undefined)[] = [new Int32Array(0)];
  /** Of each path: its first name, the path that follows (-1: none) and its blob. */
  readonly #firstNames: number[] = [];
  readonly #following: number[] = [];
  readonly #blobs: number[] = [];
  readonly #pathNumbers = new Map<number, number>();
  /** How many paths each set has to a blob, where they are more than are followed. */
  readonly #overflow = new Map<number, ReadonlyMap<number, number>>();
  readonly #isHit: (object: number) => boolean;

  constructor(isHit: (object: number) => boolean) {
    this.#isHit = isHit;
  }

  /** @param localNames numbers of the outcome's names, which go on from outcome to outcome of one reader */
  add({ trees, entries, names }: Pick<TreeOutcome, 'trees' | 'entries' | 'names'>, localNames: number[]): void {
    for (const name of names) localNames.push(this.#number(name));
    for (let at = 1; at < entries.length; at += 2) entries[at] = localNames[entries[at]!]!;
    this.#entries.push(entries);
    let from = 0;
    for (let at = 0; at < trees.length; at += 2) {
      const count = trees[at + 1]!;
      if (count > 0) this.#place.set(trees[at]!, { entries, from, count });
      from += 2 * count;
    }
  }

  /** The number of the set of hits below a tree: equal numbers, equal paths. 0: none. */
  setOf(tree: number): number {
    const known = this.#setOf.get(tree);
    if (known !== undefined) return known;
    // Depth first without recursion: a repository may nest folders as deep as it likes.
    const stack = [tree];
    while (stack.length > 0) {
      const at = stack.at(-1)!;
      const place = this.#place.get(at);
      const open = place === undefined ? [] : this.#below(place).filter((child) => !this.#setOf.has(child));
      // A child that is on the stack already cannot be: trees are named by what they hold.
      for (const child of open) stack.push(child);
      if (open.length === 0) {
        stack.pop();
        if (!this.#setOf.has(at)) this.#setOf.set(at, place === undefined ? 0 : this.#intern(place));
      }
    }
    return this.#setOf.get(tree)!;
  }

  /** The path that a number stands for. */
  path(number: number): BlobPath {
    const names: string[] = [];
    for (let at = number; at >= 0; at = this.#following[at]!) names.push(this.#names[this.#firstNames[at]!]!);
    return { path: names.join('/'), blob: this.#blobs[number]! };
  }

  /** Of blobs with more paths in a set than are followed: how many they have in the set where they have most. */
  crowded(): ReadonlyMap<number, number> {
    const most = new Map<number, number>();
    for (const counts of this.#overflow.values()) {
      for (const [blob, count] of counts) most.set(blob, Math.max(count, most.get(blob) ?? 0));
    }
    return most;
  }

  blobOf(number: number): number {
    return this.#blobs[number]!;
  }

  /** The numbers of the paths in a set, at most 64 of each blob; see `path`. Equal numbers, equal paths and blobs. */
  pathsIn(set: number): Int32Array {
    const stack = [set];
    while (stack.length > 0) {
      const at = stack.at(-1)!;
      if (this.#paths[at] !== undefined) {
        stack.pop();
        continue;
      }
      const members = this.#sets[at]!;
      const open: number[] = [];
      for (let i = 0; i < members.length; i += 2) {
        const below = members[i]!;
        if (below > 0 && this.#paths[below] === undefined) open.push(below);
      }
      for (const below of open) stack.push(below);
      if (open.length === 0) {
        stack.pop();
        this.#paths[at] = this.#expand(at, members);
      }
    }
    return this.#paths[set]!;
  }

  /** What of it a later scan needs: the trees above hits, with the entries that lead there. */
  dump(): Pick<TreeOutcome, 'trees' | 'entries' | 'names'> {
    const trees: number[] = [];
    const kept: number[] = [];
    for (const [tree, { entries, from, count }] of this.#place) {
      if (this.setOf(tree) === 0) continue;
      const before = kept.length;
      for (let at = from; at < from + 2 * count; at += 2) {
        const object = entries[at]!;
        if (this.#isHit(object) || this.setOf(object) > 0) kept.push(object, entries[at + 1]!);
      }
      trees.push(tree, (kept.length - before) / 2);
    }
    return { trees: Int32Array.from(trees), entries: Int32Array.from(kept), names: this.#names };
  }

  /** Trees with hits below, of those that were added. */
  *trees(): Generator<number> {
    yield* this.#place.keys();
  }

  /** The trees that a tree names. */
  *subtrees(tree: number): Generator<number> {
    const place = this.#place.get(tree);
    if (place !== undefined) yield* this.#below(place);
  }

  #below({ entries, from, count }: { entries: Int32Array; from: number; count: number }): number[] {
    const trees: number[] = [];
    for (let at = from; at < from + 2 * count; at += 2) if (!this.#isHit(entries[at]!)) trees.push(entries[at]!);
    return trees;
  }

  /** The members of a set: [set number or -1 - blob, name] of each entry that is not empty. */
  #intern({ entries, from, count }: { entries: Int32Array; from: number; count: number }): number {
    const members: number[] = [];
    for (let at = from; at < from + 2 * count; at += 2) {
      const object = entries[at]!;
      const below = this.#isHit(object) ? -1 - object : this.#setOf.get(object)!;
      if (below !== 0) members.push(below, entries[at + 1]!);
    }
    if (members.length === 0) return 0;
    const key = members.join();
    let number = this.#setNumbers.get(key);
    if (number === undefined) {
      number = this.#sets.length;
      this.#sets.push(members);
      this.#setNumbers.set(key, number);
    }
    return number;
  }

  #expand(set: number, members: readonly number[]): Int32Array {
    const found: number[] = [];
    const counts = new Map<number, number>();
    const overflow = new Map<number, number>();
    const add = (name: number, following: number, blob: number): void => {
      const count = counts.get(blob) ?? 0;
      counts.set(blob, count + 1);
      if (count >= mostPaths) {
        overflow.set(blob, count + 1);
        return;
      }
      found.push(this.#pathNumber(name, following, blob));
    };
    for (let at = 0; at < members.length; at += 2) {
      const below = members[at]!;
      const name = members[at + 1]!;
      if (below < 0) add(name, -1, -1 - below);
      else {
        for (const path of this.#paths[below]!) add(name, path, this.#blobs[path]!);
        for (const [blob, total] of this.#overflow.get(below) ?? []) {
          const count = Math.min(counts.get(blob)! + total - mostPaths, Number.MAX_SAFE_INTEGER);
          counts.set(blob, count);
          overflow.set(blob, count);
        }
      }
    }
    if (overflow.size > 0) this.#overflow.set(set, overflow);
    return Int32Array.from(found);
  }

  #pathNumber(name: number, following: number, blob: number): number {
    // Keys of whole paths are below zero, so that they meet none of those that go on.
    const key = following < 0 ? -1 - (name * keyWidth + blob) : name * keyWidth + following;
    let number = this.#pathNumbers.get(key);
    if (number === undefined) {
      number = this.#firstNames.length;
      this.#firstNames.push(name);
      this.#following.push(following);
      this.#blobs.push(blob);
      this.#pathNumbers.set(key, number);
    }
    return number;
  }

  #number(name: string): number {
    let number = this.#nameNumbers.get(name);
    if (number === undefined) {
      number = this.#names.length;
      this.#names.push(name);
      this.#nameNumbers.set(name, number);
    }
    return number;
  }
}
