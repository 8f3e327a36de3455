/**
 * Since when, where and by what git holds each hit: one pass over the commits in their order for first and last, one
 * from parents to children for all that leads to it. Pure; only hits are looked at, however many objects there are.
 */
import type { ObjectHistory, RankedMoment } from '@bnguard/engine';
import { byInterest } from '@bnguard/engine/gates';
import type { CommitGraph } from './commit-graph.ts';
import { kinds, type ObjectTable } from './object-table.ts';
import type { Refs } from './refs.ts';
import type { TreePaths } from './tree-paths.ts';

export interface ExposureInput {
  readonly table: ObjectTable;
  readonly graph: CommitGraph;
  readonly paths: TreePaths;
  readonly refs: Refs;
  /** What each tag object points to, by number. */
  readonly tagTargets: ReadonlyMap<number, number>;
  /** Objects in question: blobs, and commits and tags for their messages. Ascending. */
  readonly hits: readonly number[];
}

export type PlaceInHistory = ObjectHistory['places'][number];
type Place = PlaceInHistory;

function messagePlace(graph: CommitGraph, object: number): Place {
  const commit = graph.numberOf(object);
  if (commit < 0) return { path: '' };
  const moment = momentOf(graph, commit);
  return { path: '', first: moment, last: moment };
}

function momentOf(graph: CommitGraph, commit: number): RankedMoment {
  return {
    id: graph.idOf(commit),
    date: new Date(1000 * graph.authored[commit]!).toISOString().replace('.000Z', 'Z'),
    time: graph.times[commit]!,
    generation: graph.generations[commit]!,
    ...(graph.isCut(commit) && { isCut: true as const }),
  };
}

/**
 * Where each hit stands: a blob in commits with first and last, else in the index, else in a tree that no commit has,
 * else nowhere; a message without path.
 */
export function placesOf({ table, graph, paths, refs, hits }: ExposureInput): Map<number, readonly Place[]> {
  const isHit = new Set(hits);
  const firsts = new Map<number, number>();
  const lasts = new Map<number, number>();
  for (const commit of graph.order) {
    const set = setOf(paths, graph.trees[commit]!);
    if (set === 0) continue;
    if (!firsts.has(set)) firsts.set(set, commit);
    lasts.set(set, commit);
  }
  const position = new Map<number, number>();
  const isKnown = new Set([...firsts.values(), ...lasts.values()]);
  graph.order.forEach((commit, i) => isKnown.has(commit) && position.set(commit, i));
  const byPath = new Map<number, { first: number; last: number }>();
  for (const [set, first] of firsts) {
    const last = lasts.get(set)!;
    for (const path of paths.pathsIn(set)) {
      const known = byPath.get(path);
      if (!known) byPath.set(path, { first, last });
      else {
        if (position.get(first)! < position.get(known.first)!) known.first = first;
        if (position.get(last)! > position.get(known.last)!) known.last = last;
      }
    }
  }
  const head = graph.numberOf(table.findHex(refs.head ?? ''));
  const atHead = new Set(head < 0 ? [] : paths.pathsIn(setOf(paths, graph.trees[head]!)));
  const found = new Map<number, Place[]>();
  const add = (blob: number, place: Place): void => {
    const known = found.get(blob);
    if (known) known.push(place);
    else found.set(blob, [place]);
  };
  for (const [number, { first, last }] of byPath) {
    const { path, blob } = paths.path(number);
    const moments = { first: momentOf(graph, first), last: momentOf(graph, last) };
    add(blob, { path: shown(path), ...(atHead.has(number) && { atHead: true as const }), ...moments });
  }
  for (const { id, path } of refs.index) {
    const blob = table.findHex(id);
    if (isHit.has(blob) && !found.get(blob)?.some((place) => place.path === shown(path)))
      add(blob, { path: shown(path) });
  }
  if (hits.some((object) => table.typeOf(object) === kinds.blob && !found.has(object))) {
    const homeless = danglingPaths(graph, paths);
    for (const [blob, path] of homeless) if (!found.has(blob)) add(blob, { path: shown(path) });
  }
  for (const list of found.values()) list.sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const object of hits) if (table.typeOf(object) !== kinds.blob) found.set(object, [messagePlace(graph, object)]);
  return found;
}

/** A path of each hit below a tree that neither a commit nor another tree has. */
function danglingPaths(graph: CommitGraph, paths: TreePaths): Map<number, string> {
  const held = new Set<number>(graph.trees);
  for (const tree of paths.trees()) for (const below of paths.subtrees(tree)) held.add(below);
  const found = new Map<number, string>();
  for (const tree of paths.trees()) {
    if (held.has(tree)) continue;
    for (const number of paths.pathsIn(paths.setOf(tree))) {
      const { path, blob } = paths.path(number);
      const known = found.get(blob);
      if (known === undefined || path < known) found.set(blob, path);
    }
  }
  return found;
}

const setOf = (paths: TreePaths, tree: number): number => (tree < 0 ? 0 : paths.setOf(tree));

/** A path as reports show it: git's bytes as UTF-8. */
const shown = (path: string): string => Buffer.from(path, 'latin1').toString('utf8');

/** Columns of sets that may be kept for the next commit: 1 MB. */
const mostKept = 1 << 18;

/** Numbers of 32 bits that one pass may take for its rows: 64 MB. */
const mostWords = 1 << 24;

/** What leads to each hit and holds it, by the number of its object. */
export function holdersOf({
  table,
  graph,
  paths,
  refs,
  tagTargets,
  hits,
}: ExposureInput): Map<number, Omit<ObjectHistory, 'places'>> {
  const columns = new Map(hits.map((object, column) => [object, column]));
  const names = refs.tips.map(({ name }) => name);
  const refWords = (names.length + 31) >>> 5;
  /** The refs of each column, as bits. */
  const refBits = new Uint32Array(hits.length * refWords);
  const byStash = new Uint8Array(hits.length);
  const byReflog = new Uint8Array(hits.length);

  const blobColumns = new Map<number, Int32Array>();
  let kept = 0;
  const columnsIn = (set: number): Int32Array => {
    let known = blobColumns.get(set);
    if (!known) {
      const all = new Set(Array.from(paths.pathsIn(set), (path) => columns.get(paths.blobOf(path)) ?? -1));
      all.delete(-1);
      known = Int32Array.from(all);
      if ((kept += known.length) > mostKept) {
        blobColumns.clear();
        kept = known.length;
      }
      blobColumns.set(set, known);
    }
    return known;
  };

  /** Commits that refs point to, with the numbers of the refs; what tags hold on the way is noted at once. */
  const tips = new Map<number, number[]>();
  refs.tips.forEach(({ id }, ref) => {
    const mark = (column: number): void => void (refBits[column * refWords + (ref >>> 5)]! |= 1 << (ref & 31));
    let object = table.findHex(id);
    for (let depth = 0; object >= 0 && table.typeOf(object) === kinds.tag && depth < 1000; depth++) {
      if (columns.has(object)) mark(columns.get(object)!);
      object = tagTargets.get(object) ?? -1;
    }
    if (object < 0) return;
    const commit = graph.numberOf(object);
    if (commit >= 0) tips.set(commit, [...(tips.get(commit) ?? []), ref]);
    else if (columns.has(object)) mark(columns.get(object)!);
    else if (table.typeOf(object) === kinds.tree) for (const column of columnsIn(paths.setOf(object))) mark(column);
  });
  const commitsOf = (ids: readonly string[]): Set<number> =>
    new Set(ids.map((id) => graph.numberOf(table.findHex(id))).filter((commit) => commit >= 0));
  const stashTips = commitsOf(refs.stash);
  const reflogTips = commitsOf(refs.reflog);

  const width = Math.max(1, Math.min((hits.length + 31) >>> 5, Math.floor(mostWords / Math.max(1, graph.count))));
  for (let from = 0; from < hits.length && graph.count > 0; from += 32 * width) {
    const rows = new Uint32Array(graph.count * width);
    const isIn = (column: number): boolean => column >= from && column < from + 32 * width;
    for (const commit of graph.order) {
      const row = commit * width;
      const own = (column: number): void => {
        if (isIn(column)) rows[row + ((column - from) >>> 5)]! |= 1 << ((column - from) & 31);
      };
      const set = setOf(paths, graph.trees[commit]!);
      if (set > 0) for (const column of columnsIn(set)) own(column);
      const message = columns.get(graph.objects[commit]!);
      if (message !== undefined) own(message);
      for (let p = graph.parentsFrom[commit]!; p < graph.parentsFrom[commit + 1]!; p++) {
        const parent = graph.parents[p]! * width;
        if (parent >= 0) for (let word = 0; word < width; word++) rows[row + word]! |= rows[parent + word]!;
      }
    }
    const eachIn = (commit: number, use: (column: number) => void): void => {
      for (let word = 0; word < width; word++) {
        for (let bits = rows[commit * width + word]!; bits !== 0; bits &= bits - 1) {
          use(from + 32 * word + (31 - Math.clz32(bits & -bits)));
        }
      }
    };
    for (const [commit, numbers] of tips) {
      eachIn(commit, (column) => {
        for (const ref of numbers) refBits[column * refWords + (ref >>> 5)]! |= 1 << (ref & 31);
      });
    }
    for (const commit of stashTips) eachIn(commit, (column) => (byStash[column] = 1));
    for (const commit of reflogTips) eachIn(commit, (column) => (byReflog[column] = 1));
  }

  const headCommit = graph.numberOf(table.findHex(refs.head ?? ''));
  const atHead = new Set(headCommit < 0 ? [] : columnsIn(setOf(paths, graph.trees[headCommit]!)));
  const inIndex = new Set(refs.index.map(({ id }) => table.findHex(id)));
  const byName = names.map((name, ref) => ({ name, ref })).sort((a, b) => byInterest(a.name, b.name));
  const lists = new Map<string, readonly string[]>();
  const found = new Map<number, Omit<ObjectHistory, 'places'>>();
  hits.forEach((object, column) => {
    const bits = refBits.subarray(column * refWords, (column + 1) * refWords);
    const key = bits.join();
    let list = lists.get(key);
    if (!list) {
      list = byName.flatMap(({ name, ref }) => ((bits[ref >>> 5]! & (1 << (ref & 31))) === 0 ? [] : [name]));
      lists.set(key, list);
    }
    const reachable = list.length > 0;
    const heldBy = inIndex.has(object) ? 'index' : byStash[column] ? 'stash' : byReflog[column] ? 'reflog' : 'nothing';
    found.set(object, {
      atHead: atHead.has(column),
      refs: list,
      pushed: list.some((name) => name.startsWith('refs/remotes/')),
      reachable,
      ...(reachable ? {} : { heldBy }),
    });
  });
  return found;
}
