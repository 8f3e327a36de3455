/**
 * Scans everything that a repository's object database holds, reachable or not: list, gate, find the paths of the hits,
 * observe them, tell since when and by what they are held, conclude.
 */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { ObjectHistory, Observation, Repository } from '@bnguard/engine';
import { concludeRoot, keyAgeOf, nameStore, reportOf, type Seen } from '../../conclude-root.ts';
import { listObjects, lonePacks } from '../../git/list-objects.ts';
import { openDatabase, type Database } from '../../git/database.ts';
import { notFetched } from '../../git/not-fetched.ts';
import { ObjectReader } from '../../git/objects.ts';
import { firstNeedle, type Needle } from '../../needles.ts';
import type { Shard } from '../../requests.ts';
import { readSmallFile } from '../../small-file.ts';
import { UserError } from '../../user-error.ts';
import type { Coverage, Report, ScanSettings, Source } from '../../types.ts';
import { bySkip, type Gap } from '../gaps.ts';
import { InventoryVersions } from '../inventory-versions.ts';
import { needsKeyFiles, ProjectEvidence } from '../project.ts';
import type { Root } from '../paths.ts';
import { builtThreads, type Threads } from '../../threads.ts';
import { HistoryCache } from './cache.ts';
import { commitGraph, type CommitGraph } from './commit-graph.ts';
import { Crew, type Chunk, type Job, type Outcomes } from './crew.ts';
import { holdersOf, placesOf, type ExposureInput, type PlaceInHistory } from './exposure.ts';
import { Known } from './known.ts';
import { hitBit, kinds, nameOfKind, presentBit } from './object-table.ts';
import type { Hit, HitOutcome } from './read-hits.ts';
import type { LostObject, Facts } from './object-facts.ts';
import type { FoundNeedle } from './read-needles.ts';
import { readRefs, shallowCommits, type Refs } from './refs.ts';
import { settingBlobs } from './setting-blobs.ts';
import { isOwn, shardPart, shardState } from './shard.ts';

/** With fewer objects to read than this, one thread does it all: a thread takes 100 ms to load. */
const manyObjects = 5000;
const objectsAtOnce = 1024;
const hitsAtOnce = 4;
/** Most files hold no risk. */
const manyAtOnce = 64;
/** So many branches are asked at most whether their files speak of Binance. */
const mostTips = 3;
/** So many missing objects are named; all are counted. */
const mostNamed = 1000;

type HistorySource = Extract<Source, { readonly kind: 'history' }>;

/** Throws a UserError when PATH is in no repository, or when git is absent, refuses it or fails as a whole. */
export async function scanHistory(
  settings: ScanSettings,
  source: HistorySource,
  threads: Threads | undefined,
): Promise<Report> {
  const store = await openDatabase(settings.cwd, settings.paths[0]);
  const crew = new Crew(store, threads);
  try {
    const report = await new HistoryScan(settings, source, store, crew, true).run();
    // Objects that are gone may have led to others: then nothing of what was known is believed.
    return report ?? (await new HistoryScan(settings, source, store, crew, false).run())!;
  } finally {
    await crew.dismiss();
  }
}

export interface FoundInHistory {
  readonly found: readonly FoundObject[];
  /** Refs whose names hold a needle. */
  readonly refs: readonly { readonly name: string; readonly form: string }[];
  readonly objects: number;
  readonly gaps: readonly Gap[];
}

/** An object whose content holds a needle, or a tree that gives such a name to something. */
export interface FoundObject {
  /** Its id; of a name that of one of the trees. */
  readonly object: string;
  readonly type: string;
  readonly where: 'content' | 'name';
  /** Of content. */
  readonly line?: number;
  readonly form: string;
  readonly history: ObjectHistory;
}

/** A name that holds a needle, and the trees that have it. */
interface NameInTrees {
  readonly form: string;
  readonly trees: number[];
}

/** The objects that hold a needle, and what holds them. Remembers nothing. */
export async function findInHistory(
  settings: Omit<ScanSettings, 'source'>,
  needles: readonly Needle[],
  threads: Threads | undefined = builtThreads,
): Promise<FoundInHistory> {
  const store = await openDatabase(settings.cwd, settings.paths[0]);
  const crew = new Crew(store, threads);
  const source = { kind: 'history' } as const;
  try {
    return await new HistoryScan({ ...settings, source }, source, store, crew, false).find(needles);
  } finally {
    await crew.dismiss();
  }
}

/** What was seen in a hit. */
interface ObservedHit {
  readonly observations: Observation[];
  /** The path that each of its paths was observed at. */
  readonly readAs: Map<string, string>;
}

class HistoryScan {
  readonly #settings: ScanSettings;
  readonly #shard: Shard | undefined;
  readonly #allSettings: boolean;
  readonly #store: Database;
  readonly #crew: Crew;
  readonly #root: Root;
  readonly #cache: HistoryCache | undefined;
  readonly #known: Known;
  readonly #gaps: Gap[] = [];
  readonly #newTrees: number[] = [];
  readonly #progress = { unit: 'object' as const, documents: 0, bytes: 0, findings: 0 };
  #total: number | undefined;

  constructor(
    settings: ScanSettings,
    { shard, userCache, allSettings = false }: HistorySource,
    store: Database,
    crew: Crew,
    remembers: boolean,
  ) {
    this.#settings = settings;
    this.#shard = shard;
    this.#allSettings = allSettings;
    this.#store = store;
    this.#crew = crew;
    this.#root = { dir: store.dir, git: true };
    this.#cache = userCache === undefined ? undefined : new HistoryCache(store, shard, userCache);
    this.#known = new Known(store.idBytes, remembers ? this.#cache?.load() : undefined);
  }

  async find(needles: readonly Needle[]): Promise<FoundInHistory> {
    const { table } = this.#known;
    const found: FoundNeedle[] = [];
    const asked = readRefs(this.#store);
    asked.catch(() => {});
    await this.#readObjects({ kind: 'needles', needles }, (outcome) => found.push(...outcome.found));
    const objects = table.count;
    const names = await this.#findNames(needles);
    await this.#readTrees();
    const named = this.#addNames(names);
    const refs = await asked;
    const about = { ...(await this.#about(refs)), hits: this.#hits() };
    const places = placesOf(about);
    const held = holdersOf(about);
    const historyOf = (index: number): ObjectHistory => ({ places: places.get(index) ?? [], ...held.get(index)! });
    const isIn = (name: string): { name: string; form: string }[] => {
      const hit = firstNeedle(Buffer.from(name), needles);
      return hit ? [{ name, form: hit.form }] : [];
    };
    return {
      found: [
        ...found
          .filter(({ index }) => held.has(index))
          .map(({ index, line, form }): FoundObject => {
            const type = nameOfKind(table.typeOf(index));
            return { object: table.hex(index), type, where: 'content', line, form, history: historyOf(index) };
          }),
        ...[...named].map(([index, { form, trees }]): FoundObject => {
          const [object = ''] = trees.map((tree) => table.hex(tree)).sort();
          return { object, type: 'tree', where: 'name', form, history: historyOf(index) };
        }),
      ],
      refs: refs.tips.flatMap(({ name }) => isIn(name)),
      objects,
      gaps: this.#allGaps(),
    };
  }

  async #findNames(needles: readonly Needle[]): Promise<Map<string, NameInTrees>> {
    const names = new Map<string, NameInTrees>();
    const chunks = inChunks(this.#newTrees, objectsAtOnce).map((some) => this.#chunk(some));
    // What cannot be read is told by the reading of all trees, which follows.
    await this.#crew.read({ kind: 'needles', needles }, chunks, ({ found }) => {
      for (const { index, form, name = '' } of found) {
        const known = names.get(name) ?? { form, trees: [] };
        names.set(name, known);
        known.trees.push(index);
      }
    });
    return names;
  }

  /** Each name becomes an object below all trees that have it, so that its places are found as those of any hit. */
  #addNames(names: ReadonlyMap<string, NameInTrees>): Map<number, NameInTrees> {
    const { table, paths } = this.#known;
    const added = new Map<number, NameInTrees>();
    for (const [name, own] of names) {
      const id = createHash('sha512').update(name).digest();
      const object = table.add(id, 0, kinds.blob | hitBit | presentBit);
      for (const tree of own.trees) paths.extend(tree, object, name);
      added.set(object, own);
    }
    return added;
  }

  /** Undefined where the cache tells of objects that are gone. */
  async run(): Promise<Report | undefined> {
    const asked = readRefs(this.#store);
    asked.catch(() => {}); // Told below, where it is waited for.
    const { table, paths } = this.#known;
    await this.#readObjects({ kind: 'objects' });
    if (this.#known.hasLost()) return undefined;
    const refs = await asked;
    const risks = await this.#observeRisks(refs);
    // While others read trees, this thread has time.
    let project = this.#hits().length > 0 ? this.#projectEvidence(refs, false) : undefined;
    project?.catch(() => {}); // Told where it is waited for.
    const [about] = await Promise.all([this.#about(refs), this.#readTrees()]);
    // Trees name the files that are hits by their names.
    const hits = this.#hits();
    if (hits.length > 0) project ??= this.#projectEvidence(refs, false);
    const places = placesOf({ ...about, hits });
    const observed = await this.#observe(hits, places);
    if (this.#allSettings) await this.#observeElsewhere(risks, places);
    for (const [index, observations] of risks) {
      const hit = observed.get(index) ?? { observations: [], readAs: new Map<string, string>() };
      observed.set(index, hit);
      for (const one of observations) hit.observations.push(one);
    }

    const held = holdersOf({ ...about, hits: [...observed.keys()] });
    const objects = new Map<string, ObjectHistory>();
    const crowded = paths.crowded();
    for (const object of observed.keys()) {
      const { readAs } = observed.get(object)!;
      const own = (places.get(object) ?? []).map((place): PlaceInHistory => {
        const other = readAs.get(place.path);
        return other === undefined || other === place.path ? place : { ...place, readAs: other };
      });
      const more = (crowded.get(object) ?? 0) - own.length;
      objects.set(table.hex(object), { places: own, ...(more > 0 && { morePlaces: more }), ...held.get(object)! });
    }
    const own = [...observed.values()].flatMap(({ observations }) => observations);
    const seen: Seen = {
      observations: [
        ...own,
        ...(needsKeyFiles(own) ? await this.#projectEvidence(refs, true) : ((await project) ?? [])),
      ],
      name: nameStore(this.#store),
    };
    const state = own.length > 0 ? await this.#currentState(refs) : {};
    const concluded = await concludeRoot(this.#settings, this.#root, seen, { objects, ...state });
    const report = reportOf(this.#settings, [concluded], this.#allGaps(), await this.#coverage(refs));
    const remembered = this.#cache && this.#known.remember();
    if (remembered) this.#cache.save(remembered);
    return this.#shard === undefined
      ? report
      : { ...report, shard: await this.#part(this.#shard, refs, seen.observations, objects, state) };
  }

  /** What is known once everything was read. */
  async #about(refs: Refs): Promise<Omit<ExposureInput, 'hits'>> {
    const { table, paths, tagTargets } = this.#known;
    const cut = await shallowCommits(this.#store);
    const graph = commitGraph(this.#known.commits, table, (object) => cut.has(table.hex(object)));
    this.#miss(graph, refs);
    return { table, graph, paths, refs, tagTargets };
  }

  /** What is dangerous in the settings and calls of the files that count, by object. These are hits from then on. */
  async #observeRisks(refs: Refs): Promise<Map<number, Observation[]>> {
    const { table } = this.#known;
    const tasks: Hit[] = [];
    for (const [id, paths] of await settingBlobs(this.#store, refs, this.#allSettings)) {
      const index = table.findHex(id);
      if (index < 0 || table.typeOf(index) !== kinds['blob'] || !this.#isOwn(index)) continue;
      const open = paths.filter((path) => !this.#known.isEmpty(index, settingsAt(path)));
      if (open.length > 0) tasks.push({ index, id, paths: open, risks: true });
    }
    const found = new Map<number, Observation[]>();
    await this.#readHits(tasks, manyAtOnce, (outcome) => {
      for (const { index, paths, observations } of outcome.observed) {
        if (observations.length > 0) found.set(index, [...(found.get(index) ?? []), ...observations]);
        else if (!this.#allSettings) for (const path of paths) this.#known.markEmpty(index, settingsAt(path));
      }
    });
    let isOld = false;
    for (const index of found.keys()) {
      isOld ||= !table.isHit(index) && index < this.#known.remembered;
      table.kinds[index]! |= hitBit;
    }
    // Trees that were read before it was one did not note where it stands.
    if (isOld) this.#readAllTrees();
    return found;
  }

  /** Adds what they say at their other paths: git names only one of each object. */
  async #observeElsewhere(
    risks: Map<number, Observation[]>,
    places: ReadonlyMap<number, readonly PlaceInHistory[]>,
  ): Promise<void> {
    const tasks = [...risks].flatMap(([index, observations]): Hit[] => {
      const known = new Set(observations.map(({ path }) => path));
      const paths = [...new Set(places.get(index)?.map(({ path }) => path))].filter((path) => !known.has(path));
      return paths.length > 0 ? [{ index, id: this.#known.table.hex(index), paths, risks: true }] : [];
    });
    await this.#readHits(tasks, manyAtOnce, (outcome) => {
      for (const { index, observations } of outcome.observed) risks.get(index)!.push(...observations);
    });
  }

  /** Reads hits, in the order in which git has them: the one that it reads fastest. */
  async #readHits(tasks: readonly Hit[], atOnce: number, use: (outcome: HitOutcome) => void): Promise<void> {
    const inOrder = tasks.toSorted((a, b) => a.index - b.index);
    const chunks = inChunks(inOrder, atOnce).map((some) =>
      this.#chunk(
        some.map(({ index }) => index),
        some,
      ),
    );
    await this.#crew.read({ kind: 'hits' }, chunks, (outcome) => {
      use(outcome);
      this.#lose(outcome.lost);
    });
  }

  /** Looks at every new object but the trees, and marks those that the job is after. */
  async #readObjects<K extends 'objects' | 'needles'>(
    job: Extract<Job, { readonly kind: K }>,
    use: (outcome: Outcomes[K]) => void = () => {},
  ): Promise<void> {
    const { table, commits, tagTargets, missingNow } = this.#known;
    const tags: Facts['tags'][number][] = [];
    await this.#crew.read<K>(job, this.#list(), (outcome) => {
      for (const hit of outcome.hits) table.kinds[hit]! |= hitBit;
      if (outcome.commits.numbers.length > 0) commits.push(outcome.commits);
      tags.push(...outcome.tags);
      this.#lose(outcome.lost);
      this.#progress.findings += outcome.hits.length;
      this.#measure(outcome.sizes);
      use(outcome);
    });
    // Only now is everything listed that a tag may point to.
    for (const { index, target } of tags) {
      const object = table.findHex(target);
      tagTargets.set(index, object);
      if (object < 0) missingNow.add(target);
    }
  }

  /** Lists all objects and yields the new ones to be read, without the trees, in the order in which git has them. */
  async *#list(): AsyncGenerator<Chunk> {
    const { table } = this.#known;
    const listing = listObjects(this.#store);
    const waiting: Chunk[] = [];
    const open = { own: [] as number[], foreign: [] as number[] };
    const close = (least: number): void => {
      if (open.own.length >= least) waiting.push(this.#chunk(open.own.splice(0)));
      if (open.foreign.length >= least) waiting.push({ ...this.#chunk(open.foreign.splice(0)), foreign: true });
    };
    let fresh = 0;
    for (;;) {
      const { value, done } = await listing.next();
      if (done) {
        this.#complain(value);
        for (const pack of await lonePacks(this.#store)) {
          this.#addGap('', 'unreadable', `${pack} has no index, so git does not read it: git index-pack makes it one`);
        }
        break;
      }
      value.types.forEach((type, i) => {
        const { index, isNew } = this.#known.list(value.ids, i * table.idBytes, type === undefined ? 0 : kinds[type]);
        if (type === undefined) this.#lose([{ index, why: 'unreadable', detail: 'git cannot tell what it is' }]);
        if (type === undefined || !isNew) return;
        fresh++;
        if (type === 'tree') this.#newTrees.push(index);
        else if (this.#isOwn(index)) open.own.push(index);
        else if (type !== 'blob') open.foreign.push(index);
      });
      close(objectsAtOnce);
      // While it is not known whether there are many, they wait.
      if (fresh <= manyObjects) continue;
      this.#crew.gather(this.#settings.jobs);
      yield* waiting.splice(0);
    }
    this.#total = fresh;
    this.#crew.gather(1);
    close(1);
    yield* waiting;
  }

  async #readTrees(): Promise<void> {
    const { table, paths, missing } = this.#known;
    // An object that was missing and is here now may be a hit below trees that were read without it.
    if ([...missing].some((id) => table.findHex(id) >= 0)) this.#readAllTrees();
    for (const id of missing) if (table.findHex(id) >= 0) missing.delete(id);
    const names = new Map<number, number[]>();
    const chunks = inChunks(this.#newTrees, objectsAtOnce).map((some) => this.#chunk(some));
    await this.#crew.read({ kind: 'trees', table: table.share() }, chunks, (outcome, reader) => {
      if (!names.has(reader)) names.set(reader, []);
      paths.add(outcome, names.get(reader)!);
      for (const id of outcome.missing) missing.add(id);
      this.#lose(outcome.lost);
      this.#measure(outcome.sizes);
    });
  }

  #readAllTrees(): void {
    const { table } = this.#known;
    this.#newTrees.splice(0);
    for (let index = 0; index < table.count; index++) {
      if (table.isPresent(index) && table.typeOf(index) === kinds['tree']) this.#newTrees.push(index);
    }
  }

  /** What may hold a candidate, in order of ids. */
  #hits(): number[] {
    const { table } = this.#known;
    const hits: number[] = [];
    for (let index = 0; index < table.count; index++) {
      if (table.isHit(index) && table.isPresent(index) && !this.#known.isLost(index) && this.#isOwn(index))
        hits.push(index);
    }
    return hits.sort((a, b) => (table.hex(a) < table.hex(b) ? -1 : 1));
  }

  /** The observations of the hits that have any, by object. */
  async #observe(
    hits: readonly number[],
    places: ReadonlyMap<number, readonly PlaceInHistory[]>,
  ): Promise<Map<number, ObservedHit>> {
    const tasks: Hit[] = [];
    for (const index of hits) {
      const paths = (places.get(index) ?? [{ path: '' }]).map(({ path }) => path);
      const open = paths.filter((path) => !this.#known.isEmpty(index, path));
      if (open.length > 0) tasks.push({ index, id: this.#known.table.hex(index), paths: open });
    }
    const observed = new Map<number, ObservedHit>();
    await this.#readHits(tasks, hitsAtOnce, (outcome) => {
      for (const { index, paths, observations } of outcome.observed) {
        if (observations.length === 0) for (const path of paths) this.#known.markEmpty(index, path);
        else {
          const hit = observed.get(index) ?? { observations: [], readAs: new Map<string, string>() };
          observed.set(index, hit);
          for (const one of observations) hit.observations.push(one);
          for (const path of paths) hit.readAs.set(path, paths[0]!);
        }
      }
    });
    return observed;
  }

  /**
   * What the files of the current state say of their project, for the credentials whose own file says nothing. Two
   * files, since one may be the credential's own.
   */
  async #projectEvidence(refs: Refs, keyFiles: boolean): Promise<Observation[]> {
    const heads = refs.tips.filter(({ name }) => name.startsWith('refs/heads/')).map(({ id }) => id);
    const tips = [...new Set([refs.head ?? [], ...heads].flat())].slice(0, mostTips);
    const objects = new ObjectReader(this.#store);
    try {
      const evidence = new ProjectEvidence(this.#store, objects);
      for (const tip of tips) {
        if (this.#known.table.findHex(tip) < 0) continue;
        const first = await evidence.of(tip, new Set(), keyFiles);
        if (first.length === 0) continue;
        const paths = new Set(first.map(({ path }) => Buffer.from(path).toString('latin1')));
        return [...first, ...(await evidence.of(tip, paths, keyFiles))];
      }
      return [];
    } catch (error) {
      // A tree that git cannot list is told where it is read.
      if (error instanceof UserError) return [];
      throw error;
    } finally {
      objects.close();
    }
  }

  /** What HEAD says of the keys that it still has: where services begin, and the key inventory. */
  async #currentState({ head }: Refs): Promise<Pick<Repository, 'services' | 'inventory'>> {
    if (head === undefined || this.#known.table.findHex(head) < 0) return {};
    const objects = new ObjectReader(this.#store);
    try {
      const inventories = new InventoryVersions(objects, this.#root);
      const inventory = await inventories.in(head, { kind: 'history' });
      this.#gaps.push(...inventories.gaps);
      return {
        services: await new ProjectEvidence(this.#store, objects).services(head),
        ...(inventory && { inventory }),
      };
    } catch (error) {
      // A tree that git cannot list is told where it is read.
      if (error instanceof UserError) return {};
      throw error;
    } finally {
      objects.close();
    }
  }

  #chunk(indexes: readonly number[], hits?: readonly Hit[]): Chunk {
    const { ids, idBytes } = this.#known.table;
    const bytes = new Uint8Array(indexes.length * idBytes);
    indexes.forEach((index, i) => bytes.set(ids.subarray(index * idBytes, (index + 1) * idBytes), i * idBytes));
    return { indexes: Int32Array.from(indexes), ids: bytes, ...(hits && { hits }) };
  }

  #isOwn(index: number): boolean {
    const { ids, idBytes } = this.#known.table;
    return this.#shard === undefined || isOwn(this.#shard, ids, index * idBytes);
  }

  /** @param sizes [object, bytes] of each that was read */
  #measure(sizes: Float64Array): void {
    for (let at = 0; at < sizes.length; at += 2) {
      this.#known.table.sizes[sizes[at]!] = sizes[at + 1]!;
      this.#progress.bytes += sizes[at + 1]!;
    }
    this.#progress.documents += sizes.length / 2;
    this.#settings.onProgress?.(this.#total === undefined ? this.#progress : { ...this.#progress, total: this.#total });
  }

  #lose(lost: readonly LostObject[]): void {
    for (const { index, why, detail } of lost) {
      this.#known.lose(index);
      this.#addGap(this.#known.table.hex(index), why, detail);
    }
  }

  #addGap(object: string, why: 'missing' | 'unreadable', detail?: string): void {
    const skip = { path: '', ...(object !== '' && { object }), why, ...(detail !== undefined && { detail }) };
    this.#gaps.push({ root: this.#root, skip, harmless: false });
  }

  /** What git says while it lists: a pack that it cannot open shows nowhere else; an object is told by its id. */
  #complain(complaints: string): void {
    const isTold = this.#gaps.length > 0;
    for (const line of new Set(complaints.split('\n'))) {
      if (/^(?:error|fatal): /.test(line) && !(isTold && !/pack-|packfile|\.idx/.test(line)))
        this.#addGap('', 'unreadable', line.replace(/^\w+: /, ''));
    }
  }

  /** What commits, refs and indexes name and is not here. What only a reflog remembers may have been pruned. */
  #miss(graph: CommitGraph, refs: Refs): void {
    const { table, missingNow } = this.#known;
    for (const { id } of graph.missing) missingNow.add(id);
    const named = [...refs.tips, ...refs.index].map(({ id }) => id).concat(refs.stash.slice(0, 1));
    for (const id of named) if (table.findHex(id) < 0) missingNow.add(id);
    for (const complaint of refs.complaints) this.#addGap('', 'unreadable', complaint);
  }

  #missing(): string[] {
    return [...new Set([...this.#known.missing, ...this.#known.missingNow])].sort();
  }

  #allGaps(): readonly Gap[] {
    for (const id of this.#missing().slice(0, mostNamed)) this.#addGap(id, 'missing');
    if (this.#store.isShallow) {
      this.#addGap('', 'missing', 'the commits before those at which this shallow clone was cut off');
    }
    return this.#gaps.sort((a, b) => bySkip(a.skip, b.skip));
  }

  async #coverage(refs: Refs): Promise<Coverage> {
    const file = join(this.#store.commonDir, 'objects/info/alternates');
    const alternates = await readSmallFile(file, { name: 'alternates', mostMegabytes: 1 }).catch(() => '');
    const others = (alternates ?? '').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const unfetched = await notFetched(
      this.#store,
      refs.tips.map(({ name }) => name),
    );
    const { objects, read, blobs, bytes, cached } = this.#known.tally((index) => this.#isOwn(index));
    return {
      documents: read,
      bytes,
      ignored: 0,
      dependencyFolders: 0,
      repositories: 1,
      objects,
      blobs,
      refs: refs.tips.length,
      shallow: this.#store.isShallow,
      partial: this.#store.isPartial,
      missing: this.#missing().length,
      cached,
      ...(unfetched.length > 0 && { notFetched: unfetched }),
      ...(others.length > 0 && { alternates: others.map((path) => basename(path)) }),
    };
  }

  async #part(
    shard: Shard,
    refs: Refs,
    observations: readonly Observation[],
    objects: ReadonlyMap<string, ObjectHistory>,
    state: Pick<Repository, 'services' | 'inventory'>,
  ): Promise<NonNullable<Report['shard']>> {
    const about = {
      repository: await nameStore(this.#store),
      state: shardState(this.#known.table, refs),
      noIgnores: this.#settings.noIgnores,
      suppressions: await this.#settings.configFor(this.#root.dir),
      head: { ...state, ...(await keyAgeOf(this.#settings, this.#root.dir)) },
    };
    return shardPart(shard, about, { observations, objects });
  }
}

/** What was looked at for its settings is remembered apart from what was looked at for credentials. */
const settingsAt = (path: string): string => `settings\0${path}`;

function inChunks<T>(all: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, i) => all.slice(i * most, (i + 1) * most));
}
