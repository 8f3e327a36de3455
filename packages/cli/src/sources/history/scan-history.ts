/**
 * Scans everything that a repository's object database holds, reachable or not: list, gate, find the paths of the hits,
 * observe them, tell since when and by what they are held, conclude.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readingClass, type ObjectHistory, type Observation } from '@bnguard/engine';
import { concludeRoot, nameRoot, reportOf, type Seen } from '../../conclude-root.ts';
import { listObjects } from '../../git/list-objects.ts';
import { openStore, type Store } from '../../git/store.ts';
import type { Shard } from '../../requests.ts';
import type { Coverage, Report, ScanSettings, Source } from '../../types.ts';
import { bySkip, type Gap } from '../gaps.ts';
import type { Root } from '../paths.ts';
import type { Threads } from '../pool.ts';
import { commitGraph, type CommitGraph } from './commit-graph.ts';
import { Crew, type Chunk } from './crew.ts';
import { holdersOf, placesOf, type PlaceInHistory } from './exposure.ts';
import { hitBit, kinds, ObjectTable } from './object-table.ts';
import type { Hit } from './read-hits.ts';
import type { CommitRows, LostObject } from './read-objects.ts';
import { readRefs, shallowCommits, type Refs } from './refs.ts';
import { isOwn, shardPart } from './shard.ts';
import { TreePaths } from './tree-paths.ts';

/** With fewer objects than this, one thread does it all: a thread takes 100 ms to load. */
const manyObjects = 5000;
const objectsAtOnce = 1024;
const hitsAtOnce = 4;

export async function scanHistory(
  settings: ScanSettings,
  source: Extract<Source, { readonly kind: 'history' }>,
  threads: Threads | undefined,
): Promise<Report> {
  const store = await openStore(settings.cwd, settings.paths[0]);
  const crew = new Crew(store, threads);
  try {
    return await new HistoryScan(settings, source.shard, store, crew).run();
  } finally {
    await crew.dismiss();
  }
}

class HistoryScan {
  readonly #settings: ScanSettings;
  readonly #shard: Shard | undefined;
  readonly #store: Store;
  readonly #crew: Crew;
  readonly #root: Root;
  readonly #table: ObjectTable;
  readonly #gaps: Gap[] = [];
  readonly #tagTargets = new Map<number, number>();
  readonly #commitRows: CommitRows[] = [];
  readonly #progress = { unit: 'object' as const, documents: 0, bytes: 0, findings: 0 };
  #total: number | undefined;
  #blobs = 0;
  /** Objects of this shard; all of them where there is none. */
  #owned = 0;

  constructor(settings: ScanSettings, shard: Shard | undefined, store: Store, crew: Crew) {
    this.#settings = settings;
    this.#shard = shard;
    this.#store = store;
    this.#crew = crew;
    this.#root = { dir: store.dir, git: true };
    this.#table = new ObjectTable(store.idBytes);
  }

  async run(): Promise<Report> {
    const refs = readRefs(this.#store);
    refs.catch(() => {}); // Told below, where it is waited for.
    const cut = await shallowCommits(this.#store);
    const hits = await this.#readObjects();
    const graph = commitGraph(this.#commitRows, this.#table, (object) => cut.has(this.#table.hex(object)));
    const { paths, missing } = await this.#readTrees();
    const circumstances = { table: this.#table, graph, paths, refs: await refs, tagTargets: this.#tagTargets };
    const places = placesOf({ ...circumstances, hits });
    const observed = await this.#observe(hits, places);

    const held = holdersOf({ ...circumstances, hits: [...observed.keys()] });
    const objects = new Map<string, ObjectHistory>();
    for (const object of observed.keys()) {
      objects.set(this.#table.hex(object), { places: places.get(object) ?? [], ...held.get(object)! });
    }
    const seen: Seen = { observations: [...observed.values()].flat(), name: nameRoot(this.#root) };
    const concluded = await concludeRoot(this.#settings, this.#root, seen, { objects });
    const report = reportOf(
      this.#settings,
      [concluded],
      this.#gapsWith(graph, missing),
      await this.#coverage(await refs, missing.size),
    );
    if (this.#shard === undefined) return report;
    const about = {
      repository: await nameRoot(this.#root),
      noIgnores: this.#settings.noIgnores,
      suppressions: await this.#settings.configFor(this.#root.dir),
    };
    return { ...report, shard: shardPart(this.#shard, about, { observations: seen.observations, objects }) };
  }

  /** Every object but the trees: what may hold a candidate is marked in the table and returned, in order of ids. */
  async #readObjects(): Promise<number[]> {
    const hits: number[] = [];
    const tags: { index: number; target: string }[] = [];
    await this.#crew.read({ kind: 'objects' }, this.#list(), (outcome) => {
      for (const hit of outcome.hits) {
        hits.push(hit);
        this.#table.kinds[hit]! |= hitBit;
      }
      this.#commitRows.push(outcome.commits);
      for (const { index, target } of outcome.tags) tags.push({ index, target });
      this.#lose(outcome.lost);
      this.#blobs += outcome.blobs;
      this.#progress.bytes += outcome.bytes;
      this.#progress.findings = hits.length;
      this.#tell(outcome.count);
    });
    // Only now is everything listed that a tag may point to.
    for (const { index, target } of tags) this.#tagTargets.set(index, this.#table.findHex(target));
    return hits.sort((a, b) => (this.#table.hex(a) < this.#table.hex(b) ? -1 : 1));
  }

  /** Lists the objects into the table and yields all but the trees to be read, in the order in which git has them. */
  async *#list(): AsyncGenerator<Chunk> {
    const table = this.#table;
    const listing = listObjects(this.#store);
    const waiting: Chunk[] = [];
    const open = { own: [] as number[], foreign: [] as number[] };
    const close = (least: number): void => {
      if (open.own.length >= least) waiting.push(this.#chunk(open.own.splice(0)));
      if (open.foreign.length >= least) waiting.push({ ...this.#chunk(open.foreign.splice(0)), foreign: true });
    };
    let gathered = false;
    const gather = (size: number): void => {
      this.#crew.gather(size);
      gathered = true;
    };
    for (let next = await listing.next(); ; next = await listing.next()) {
      if (next.done) {
        this.#complain(next.value);
        break;
      }
      const { ids, types } = next.value;
      types.forEach((type, i) => {
        const index = table.add(ids, i * table.idBytes, type === undefined ? 0 : kinds[type]);
        if (type === undefined) this.#lose([{ index, why: 'unreadable', detail: 'git cannot tell what it is' }]);
        else if (type === 'tree') return;
        else if (this.#isOwn(index)) open.own.push(index);
        else if (type !== 'blob') open.foreign.push(index);
      });
      close(objectsAtOnce);
      // While it is not known whether there are many, they wait.
      if (!gathered && table.count < manyObjects) continue;
      if (!gathered) gather(this.#settings.jobs);
      yield* waiting.splice(0);
    }
    this.#total = table.count;
    if (!gathered) gather(1);
    close(1);
    yield* waiting;
  }

  #isOwn(index: number): boolean {
    const { ids, idBytes } = this.#table;
    return this.#shard === undefined || isOwn(this.#shard, ids, index * idBytes);
  }

  #chunk(indexes: readonly number[], hits?: readonly Hit[]): Chunk {
    const { ids, idBytes } = this.#table;
    const bytes = new Uint8Array(indexes.length * idBytes);
    indexes.forEach((index, i) => bytes.set(ids.subarray(index * idBytes, (index + 1) * idBytes), i * idBytes));
    return { indexes: Int32Array.from(indexes), ids: bytes, ...(hits && { hits }) };
  }

  async #readTrees(): Promise<{ paths: TreePaths; missing: Set<string> }> {
    const table = this.#table;
    const paths = new TreePaths((object) => table.isHit(object));
    const missing = new Set<string>();
    const names = new Map<number, number[]>();
    const own: number[] = [];
    const foreign: number[] = [];
    for (let index = 0; index < table.count; index++) {
      if (this.#isOwn(index)) this.#owned++;
      if (table.typeOf(index) === kinds.tree) (this.#isOwn(index) ? own : foreign).push(index);
    }
    const chunks = [
      ...inChunks(own, objectsAtOnce).map((some) => this.#chunk(some)),
      ...inChunks(foreign, objectsAtOnce).map((some) => ({ ...this.#chunk(some), foreign: true as const })),
    ];
    await this.#crew.read({ kind: 'trees', table: table.share() }, chunks, (outcome, reader) => {
      if (!names.has(reader)) names.set(reader, []);
      paths.add(outcome, names.get(reader)!);
      for (const { id } of outcome.missing) missing.add(id);
      this.#lose(outcome.lost);
      this.#progress.bytes += outcome.bytes;
      this.#tell(outcome.count);
    });
    return { paths, missing };
  }

  /** The observations of the hits that have any, by object. */
  async #observe(
    hits: readonly number[],
    places: ReadonlyMap<number, readonly PlaceInHistory[]>,
  ): Promise<Map<number, readonly Observation[]>> {
    const tasks = hits.map((index): Hit => {
      const classes = new Map<string, string>();
      for (const { path } of places.get(index) ?? [{ path: '' }]) {
        const name = readingClass(path);
        if (!classes.has(name)) classes.set(name, path);
      }
      return { index, id: this.#table.hex(index), paths: [...classes.values()] };
    });
    // In the order in which git has them, which is the one that it reads fastest.
    tasks.sort((a, b) => a.index - b.index);
    const chunks = inChunks(tasks, hitsAtOnce).map((some) =>
      this.#chunk(
        some.map(({ index }) => index),
        some,
      ),
    );
    const observed = new Map<number, readonly Observation[]>();
    await this.#crew.read({ kind: 'hits' }, chunks, (outcome) => {
      for (const { index, observations } of outcome.observed)
        if (observations.length > 0) observed.set(index, observations);
      this.#lose(outcome.lost);
    });
    return observed;
  }

  #tell(documents: number): void {
    this.#progress.documents += documents;
    this.#settings.onProgress?.(this.#total === undefined ? this.#progress : { ...this.#progress, total: this.#total });
  }

  #lose(lost: readonly LostObject[]): void {
    for (const { index, why, detail } of lost) this.#addGap(this.#table.hex(index), why, detail);
  }

  #addGap(object: string, why: 'missing' | 'unreadable', detail?: string): void {
    const skip = { path: '', ...(object !== '' && { object }), why, ...(detail !== undefined && { detail }) };
    this.#gaps.push({ root: this.#root, skip, harmless: false });
  }

  /** What git says while it lists: a pack that it cannot open shows nowhere else. */
  #complain(complaints: string): void {
    for (const line of new Set(complaints.split('\n'))) {
      if (/^(?:error|fatal): /.test(line)) this.#addGap('', 'unreadable', line.replace(/^\w+: /, ''));
    }
  }

  #gapsWith(graph: CommitGraph, missing: Set<string>): readonly Gap[] {
    for (const { id } of graph.missing) missing.add(id);
    for (const id of [...missing].sort().slice(0, mostNamed)) this.#addGap(id, 'missing');
    if (this.#store.isShallow) {
      this.#addGap('', 'missing', 'the commits before a shallow clone: git fetch --unshallow brings them');
    }
    return this.#gaps.sort((a, b) => bySkip(a.skip, b.skip));
  }

  async #coverage(refs: Refs, missing: number): Promise<Coverage> {
    const alternates = await readFile(join(this.#store.commonDir, 'objects/info/alternates'), 'utf8').catch(() => '');
    const others = alternates.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return {
      documents: this.#progress.documents,
      bytes: this.#progress.bytes,
      ignored: 0,
      dependencyFolders: 0,
      repositories: 1,
      objects: this.#owned,
      blobs: this.#blobs,
      refs: refs.tips.length,
      shallow: this.#store.isShallow,
      partial: this.#store.isPartial,
      missing,
      cached: 0,
      ...(others.length > 0 && { alternates: others.map((path) => basename(path)) }),
    };
  }
}

function inChunks<T>(all: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, i) => all.slice(i * most, (i + 1) * most));
}

/** So many missing objects are named; all are counted. */
const mostNamed = 1000;
