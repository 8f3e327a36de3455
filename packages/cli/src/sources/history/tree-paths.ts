/**
 * Which paths lead from a tree to the hits below it. Trees of thousands of commits that hold the same hits under the
 * same names share one set, so the work is that of the different sets and not of the trees. Pure.
 */
import { createHash } from 'node:crypto';
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

/** Numbers that may be kept for the next question: 1 MB. */
const mostKept = 1 << 18;

/** The entries of a tree: `count` pairs of [object, name], from `from` on. */
interface Rows {
  readonly entries: Int32Array;
  readonly from: number;
  readonly count: number;
}

const noRows: Rows = { entries: new Int32Array(0), from: 0, count: 0 };

/** What a set holds. */
interface Expansion {
  /** Numbers of paths, at most 64 of each blob. */
  readonly paths: Int32Array;
  /** How many paths it has to a blob, where they are more than are followed. */
  readonly overflow: ReadonlyMap<number, number>;
}

/** Entries of every tree that lead on, by the object number of the tree. */
export class TreePaths {
  readonly #names: string[] = [];
  readonly #nameNumbers = new Map<string, number>();
  readonly #rows = new Map<number, Rows>();
  /** 1 + the set below each tree that was asked for, by its number; 0: not asked for. The empty set is 0. */
  #setsBelow = new Int32Array(1 << 12);
  /** The rows of the first tree that has the set. */
  readonly #sets: Rows[] = [noRows];
  readonly #setNumbers = new Map<string, number>();
  readonly #expansions = new Map<number, Expansion>();
  /** How many numbers these hold. */
  #kept = 0;
  /** Of each path: its first name, the path that follows (-1: none) and its blob. */
  readonly #firstNames: number[] = [];
  readonly #following: number[] = [];
  readonly #blobs: number[] = [];
  readonly #pathNumbers = new Map<number, number>();
  readonly #crowded = new Map<number, number>();
  readonly #isHit: (object: number) => boolean;

  constructor(isHit: (object: number) => boolean) {
    this.#isHit = isHit;
  }

  /** @param localNames numbers of the outcome's names, which go on from outcome to outcome of one reader */
  add({ trees, entries, names }: Pick<TreeOutcome, 'trees' | 'entries' | 'names'>, localNames: number[]): void {
    for (const name of names) localNames.push(this.#number(name));
    for (let at = 1; at < entries.length; at += 2) entries[at] = localNames[entries[at]!]!;
    let from = 0;
    for (let at = 0; at < trees.length; at += 2) {
      const count = trees[at + 1]!;
      if (count > 0) this.#rows.set(trees[at]!, { entries, from, count });
      from += 2 * count;
    }
  }

  /** Adds an entry to a tree that was read. To be called before anything is asked. */
  extend(tree: number, object: number, name: string): void {
    const { entries, from, count } = this.#rows.get(tree) ?? noRows;
    const own = Int32Array.from([...entries.subarray(from, from + 2 * count), object, this.#number(name)]);
    this.#rows.set(tree, { entries: own, from: 0, count: count + 1 });
  }

  /** Before trees are added again, of which other entries lead to hits than before. */
  forget(): void {
    this.#setsBelow.fill(0);
    this.#sets.length = 1;
    this.#setNumbers.clear();
    this.#expansions.clear();
    this.#kept = 0;
    this.#crowded.clear();
  }

  /** The number of the set of hits below a tree: equal numbers, equal paths. 0: none. `tree`: the number of an object. */
  setOf(tree: number): number {
    if (!this.#isSetKnown(tree)) {
      depthFirst(
        tree,
        (at) => this.#isSetKnown(at),
        (at, go) => this.#eachSubtree(at, go),
        (at) => this.#noteSet(at, this.#intern(this.#rows.get(at) ?? noRows)),
      );
    }
    return this.#setsBelow[tree]! - 1;
  }

  #isSetKnown(tree: number): boolean {
    return tree < this.#setsBelow.length && this.#setsBelow[tree] !== 0;
  }

  #noteSet(tree: number, set: number): void {
    if (tree >= this.#setsBelow.length) {
      const larger = new Int32Array(2 ** Math.ceil(Math.log2(tree + 1)));
      larger.set(this.#setsBelow);
      this.#setsBelow = larger;
    }
    this.#setsBelow[tree] = set + 1;
  }

  /** The path that a number stands for. */
  path(number: number): BlobPath {
    const names: string[] = [];
    for (let at = number; at >= 0; at = this.#following[at]!) names.push(this.#names[this.#firstNames[at]!]!);
    return { path: names.join('/'), blob: this.#blobs[number]! };
  }

  /** Of blobs with more paths in a set than are followed: how many they have in the set where they have most. */
  crowded(): ReadonlyMap<number, number> {
    return this.#crowded;
  }

  blobOf(number: number): number {
    return this.#blobs[number]!;
  }

  /**
   * The numbers of the paths in a set, at most 64 of each blob; see `path`. Equal numbers, equal paths and blobs. What is
   * found is kept while there is room: a large set differs in one path from the next, and there may be one for each commit.
   */
  pathsIn(set: number): Int32Array {
    if (this.#kept > mostKept) {
      this.#expansions.clear();
      this.#kept = 0;
    }
    depthFirst(
      set,
      (at) => this.#expansions.has(at),
      (at, go) => this.#membersIn(this.#sets[at]!).forEach((below, i) => i % 2 === 0 && below > 0 && go(below)),
      (at) => this.#expand(at),
    );
    return this.#expansions.get(set)!.paths;
  }

  /** What of it a later scan needs: the trees above hits, with the entries that lead there. */
  dump(): Pick<TreeOutcome, 'trees' | 'entries' | 'names'> {
    const trees: number[] = [];
    const kept: number[] = [];
    for (const [tree, { entries, from, count }] of this.#rows) {
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
    yield* this.#rows.keys();
  }

  /** The trees that a tree names. */
  subtrees(tree: number): readonly number[] {
    const trees: number[] = [];
    this.#eachSubtree(tree, (below) => trees.push(below));
    return trees;
  }

  #eachSubtree(tree: number, use: (below: number) => void): void {
    const rows = this.#rows.get(tree);
    if (!rows) return;
    const { entries, from, count } = rows;
    for (let at = from; at < from + 2 * count; at += 2) if (!this.#isHit(entries[at]!)) use(entries[at]!);
  }

  /** The number of the set of a tree with these rows, whose subtrees have theirs. */
  #intern(rows: Rows): number {
    const members = this.#membersIn(rows);
    if (members.length === 0) return 0;
    const key = keyOf(members);
    let number = this.#setNumbers.get(key);
    if (number === undefined) {
      number = this.#sets.length;
      this.#sets.push(rows);
      this.#setNumbers.set(key, number);
    }
    return number;
  }

  /** [set number or -1 - blob, name] of each member. */
  #membersIn({ entries, from, count }: Rows): number[] {
    const members: number[] = [];
    for (let at = from; at < from + 2 * count; at += 2) {
      const object = entries[at]!;
      const below = this.#isHit(object) ? -1 - object : this.#setsBelow[object]! - 1;
      if (below !== 0) members.push(below, entries[at + 1]!);
    }
    return members;
  }

  #expand(set: number): void {
    const members = this.#membersIn(this.#sets[set]!);
    const found: number[] = [];
    const counts = new Map<number, number>();
    const overflow = new Map<number, number>();
    const add = (name: number, following: number, blob: number): void => {
      const count = counts.get(blob) ?? 0;
      counts.set(blob, count + 1);
      if (count < mostPaths) found.push(this.#pathNumber(name, following, blob));
      else overflow.set(blob, count + 1);
    };
    for (let at = 0; at < members.length; at += 2) {
      const below = members[at]!;
      const name = members[at + 1]!;
      if (below < 0) add(name, -1, -1 - below);
      else {
        const inner = this.#expansions.get(below)!;
        for (const path of inner.paths) add(name, path, this.#blobs[path]!);
        for (const [blob, total] of inner.overflow) {
          const count = Math.min(counts.get(blob)! + total - mostPaths, Number.MAX_SAFE_INTEGER);
          counts.set(blob, count);
          overflow.set(blob, count);
        }
      }
    }
    for (const [blob, count] of overflow) this.#crowded.set(blob, Math.max(count, this.#crowded.get(blob) ?? 0));
    this.#expansions.set(set, { paths: Int32Array.from(found), overflow });
    this.#kept += found.length + overflow.size;
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

/**
 * Visits what cannot be finished before all that lies below it, without recursion: a repository may nest folders as deep
 * as it likes. Nothing lies below itself, since trees are named by what they hold.
 */
function depthFirst(
  start: number,
  isFinished: (node: number) => boolean,
  below: (node: number, go: (child: number) => void) => void,
  finish: (node: number) => void,
): void {
  const stack = [start];
  const go = (child: number): void => {
    if (!isFinished(child)) stack.push(child);
  };
  for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
    const height = stack.length;
    if (!isFinished(node)) below(node, go);
    if (stack.length > height) continue;
    stack.pop();
    if (!isFinished(node)) finish(node);
  }
}

/** Names equal lists alike; a long one, of which there may be one for each commit, in few letters. */
function keyOf(members: readonly number[]): string {
  if (members.length <= 16) return members.join();
  return createHash('sha256').update(Int32Array.from(members)).digest('binary');
}
