/** The commits of a repository with their parents, in an order in which none comes before its parents. Pure. */
import { kinds, type ObjectTable } from './object-table.ts';
import type { CommitRows } from './object-facts.ts';

/** Earlier is what has a smaller time, of equals a smaller generation, then a smaller id. */
export interface CommitGraph {
  readonly count: number;
  /** Object numbers of the commits and of their trees (-1: not here). */
  readonly objects: Int32Array;
  readonly trees: Int32Array;
  /** Commits by number; those of `c` stand in `[parentsFrom[c], parentsFrom[c + 1])`; -1: not here. */
  readonly parents: Int32Array;
  readonly parentsFrom: Int32Array;
  /** Seconds since 1970. */
  readonly authored: Float64Array;
  /** The same: the committer's date, or the parents' where that is later, since clocks are wrong now and then. */
  readonly times: Float64Array;
  /** The number of commits on the longest way to it. */
  readonly generations: Int32Array;
  /** All commits, earliest first. */
  readonly order: Int32Array;
  /** Whether a shallow clone lacks what came before. */
  readonly isCut: (commit: number) => boolean;
  /** In full. */
  readonly idOf: (commit: number) => string;
  /** From an object's number to its commit's, or -1. */
  readonly numberOf: (object: number) => number;
  /** What commits name and is not here. */
  readonly missing: readonly { readonly id: string; readonly commit: number }[];
}

/** @param isCut whether it is on purpose that a commit (by its object's number) lacks its parents: a shallow clone. */
export function commitGraph(
  rows: readonly CommitRows[],
  table: ObjectTable,
  isCut: (object: number) => boolean,
): CommitGraph {
  const { idBytes } = table;
  const count = rows.reduce((sum, { numbers }) => sum + numbers.length / 4, 0);
  const objects = new Int32Array(count);
  const trees = new Int32Array(count).fill(-1);
  const authored = new Float64Array(count);
  const committed = new Float64Array(count);
  const parentsFrom = new Int32Array(count + 1);
  const numbers = new Int32Array(table.count).fill(-1);
  const missing: { id: string; commit: number }[] = [];

  let c = 0;
  for (const row of rows) {
    for (let at = 0; at < row.numbers.length; at += 4, c++) {
      const object = row.numbers[at]!;
      objects[c] = object;
      numbers[object] = c;
      authored[c] = row.numbers[at + 2]!;
      committed[c] = row.numbers[at + 3]!;
      parentsFrom[c + 1] = parentsFrom[c]! + row.numbers[at + 1]!;
    }
  }

  const parents = new Int32Array(parentsFrom[count]!).fill(-1);
  c = 0;
  for (const { numbers: row, ids } of rows) {
    let id = 0;
    for (let at = 0; at < row.length; at += 4, c++) {
      const object = objects[c]!;
      const tree = table.find(ids, id);
      // What is here and cannot be read is told where it is read.
      if (tree >= 0) trees[c] = table.typeOf(tree) === kinds['tree'] ? tree : -1;
      else missing.push({ id: hexAt(ids, id, idBytes), commit: object });
      id += idBytes;
      for (let p = parentsFrom[c]!; p < parentsFrom[c + 1]!; p++, id += idBytes) {
        const named = table.find(ids, id);
        if (named >= 0) parents[p] = numbers[named]!;
        else if (!isCut(object)) missing.push({ id: hexAt(ids, id, idBytes), commit: object });
      }
    }
  }

  const { times, generations } = ranks({ count, parents, parentsFrom, committed });
  const graph = { count, objects, trees, parents, parentsFrom, authored, times, generations };
  const order = inOrder(
    times,
    (a, b) =>
      generations[a]! - generations[b]! || compareIds(table.ids, objects[a]! * idBytes, objects[b]! * idBytes, idBytes),
  );
  const idOf = (commit: number): string => table.hex(objects[commit]!);
  return {
    ...graph,
    order,
    idOf,
    isCut: (commit) => isCut(objects[commit]!),
    numberOf: (object) => numbers[object] ?? -1,
    missing,
  };
}

/** Numbers from 0 on by their times; `compare` decides between equals. */
function inOrder(times: Float64Array, compare: (a: number, b: number) => number): Int32Array {
  const count = times.length;
  const latest = times.reduce((a, b) => Math.max(a, b), 0);
  if ((latest + 1) * count > Number.MAX_SAFE_INTEGER) {
    return Int32Array.from(times.keys()).sort((a, b) => times[a]! - times[b]! || compare(a, b));
  }
  // Plain numbers are sorted several times as fast: each stands for a time and, below that, for whose time it is.
  const keys = times.map((time, i) => time * count + i).sort();
  const order = Int32Array.from(keys, (key) => key % count);
  for (let from = 0, to = 1; from < count; from = to++) {
    while (to < count && times[order[to]!] === times[order[from]!]) to++;
    if (to > from + 1) order.subarray(from, to).sort(compare);
  }
  return order;
}

function ranks({
  count,
  parents,
  parentsFrom,
  committed,
}: Pick<CommitGraph, 'count' | 'parents' | 'parentsFrom'> & { committed: Float64Array }): {
  times: Float64Array;
  generations: Int32Array;
} {
  const times = Float64Array.from(committed);
  const generations = new Int32Array(count);
  const children = childrenOf(count, parents, parentsFrom);
  const waiting = new Int32Array(count);
  const ready: number[] = [];
  for (let c = 0; c < count; c++) {
    for (let p = parentsFrom[c]!; p < parentsFrom[c + 1]!; p++) if (parents[p]! >= 0) waiting[c]!++;
    if (waiting[c] === 0) ready.push(c);
  }
  for (let c = ready.pop(); c !== undefined; c = ready.pop()) {
    for (let i = children.from[c]!; i < children.from[c + 1]!; i++) {
      const child = children.list[i]!;
      times[child] = Math.max(times[child]!, times[c]!);
      generations[child] = Math.max(generations[child]!, generations[c]! + 1);
      if (--waiting[child]! === 0) ready.push(child);
    }
  }
  return { times, generations };
}

function childrenOf(
  count: number,
  parents: Int32Array,
  parentsFrom: Int32Array,
): { from: Int32Array; list: Int32Array } {
  const from = new Int32Array(count + 1);
  for (const parent of parents) if (parent >= 0) from[parent + 1]!++;
  for (let c = 0; c < count; c++) from[c + 1]! += from[c]!;
  const list = new Int32Array(from[count]!);
  const next = from.slice();
  for (let c = 0; c < count; c++) {
    for (let p = parentsFrom[c]!; p < parentsFrom[c + 1]!; p++) {
      const parent = parents[p]!;
      if (parent >= 0) list[next[parent]!++] = c;
    }
  }
  return { from, list };
}

const hexAt = (ids: Uint8Array, at: number, idBytes: number): string =>
  Buffer.from(ids.buffer, ids.byteOffset + at, idBytes).toString('hex');

function compareIds(ids: Uint8Array, a: number, b: number, idBytes: number): number {
  for (let i = 0; i < idBytes; i++) if (ids[a + i] !== ids[b + i]) return ids[a + i]! - ids[b + i]!;
  return 0;
}
