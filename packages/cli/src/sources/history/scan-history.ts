/**
 * Scans everything that a repository's object database holds, reachable or not: list, gate, find the paths of the hits,
 * observe them, tell since when and by what they are held, conclude.
 */
import { basename, join } from 'node:path';
import type { ObjectHistory, Observation, Repository } from '@bnguard/engine';
import { concludeRoot, keyAgeOf, reportOf, type Seen } from '../../conclude-root.ts';
import { nameDatabase, openDatabase, type Database } from '../../git/database.ts';
import { notFetched } from '../../git/not-fetched.ts';
import { trySmallFile } from '../../small-file.ts';
import type { Coverage, Report, ScanSettings, Source } from '../../types.ts';
import { needsKeyFiles } from '../project.ts';
import type { Root } from '../paths.ts';
import type { Threads } from '../../threads.ts';
import { HistoryCache } from './cache.ts';
import { Crew } from './crew.ts';
import { holdersOf, placesOf, type ExposureInput, type PlaceInHistory } from './exposure.ts';
import { HistoryGaps } from './history-gaps.ts';
import { HistoryReading } from './history-reading.ts';
import { Known } from './known.ts';
import { kinds } from './object-table.ts';
import { planSettings, type KnownBlobs } from './plan-settings.ts';
import type { Hit } from './read-hits.ts';
import { readRefs, type Refs } from './refs.ts';
import { settingFiles, settingPlace } from './setting-files.ts';
import { shardPart, shardState } from './shard.ts';
import { StateOfHead } from './state-of-head.ts';

const hitsAtOnce = 1;
/** Bytes of hits that take more than a second. For fewer it does not pay to have another thread warm up. */
const worthSharing = 16 * 2 ** 20;
/** Most files hold no risk. */
const manyAtOnce = 64;

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
    const scan = async (remembers: boolean): Promise<Report | undefined> => {
      // git begins before this thread has something to do.
      const refs = readRefs(store);
      refs.catch(() => {}); // Told where it is waited for.
      return new HistoryScan(settings, source, store, crew, remembers).run(refs);
    };
    // Objects that are gone may have led to others: then nothing of what was known is believed.
    return (await scan(true)) ?? (await scan(false))!;
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
  readonly #source: HistorySource;
  readonly #store: Database;
  readonly #crew: Crew;
  /** Looks at settings beside all else: rules take half a second to warm up, in every thread anew. One reader. */
  readonly #aside: Crew;
  readonly #root: Root;
  readonly #cache: HistoryCache | undefined;
  readonly #known: Known;
  readonly #gaps: HistoryGaps;
  readonly #reading: HistoryReading;
  #about: ReturnType<HistoryReading['about']> | undefined;
  /** The hits that have observations, by object. */
  readonly #observed = new Map<number, ObservedHit>();
  #observing: Promise<void> = Promise.resolve();
  /** The paths at which each hit was observed. */
  readonly #judgedAt = new Map<number, string>();
  /** Called as soon as a private key was seen. */
  #seePrivateKey: () => void = () => {};
  /** The readers of hits, once it is known how much there is to read. Absent where hardly anything was new. */
  #readers: Crew | undefined;

  constructor(settings: ScanSettings, source: HistorySource, store: Database, crew: Crew, remembers: boolean) {
    const { shard, userCache } = source;
    this.#settings = settings;
    this.#source = source;
    this.#store = store;
    this.#crew = crew;
    this.#aside = new Crew(store, undefined);
    this.#root = { dir: store.dir, git: true };
    this.#cache = userCache === undefined ? undefined : new HistoryCache(store, shard, userCache);
    this.#known = new Known(store.idBytes, remembers ? this.#cache?.load() : undefined);
    this.#gaps = new HistoryGaps(store, this.#root, this.#known);
    this.#reading = new HistoryReading(settings, shard, store, crew, this.#known, this.#gaps);
  }

  /** Undefined where the cache tells of objects that are gone. */
  async run(asked: Promise<Refs>): Promise<Report | undefined> {
    try {
      return await this.#scan(asked);
    } finally {
      await this.#aside.dismiss();
    }
  }

  async #scan(asked: Promise<Refs>): Promise<Report | undefined> {
    const reading = this.#reading.readObjects({ kind: 'objects' });
    const looking = this.#source.allSettings
      ? this.#observeRisks(asked, this.#crew, reading)
      : this.#observeRisks(asked, this.#aside, this.#reading.begun());
    looking.catch(() => {}); // Told where it is waited for.
    if (!this.#source.allSettings) this.#crew.doFirst(looking);
    await reading;
    if (this.#known.hasLost()) return undefined;
    // Where nothing is new all hits are known but those of settings, which seldom are others than before.
    const isEarly = (await this.#reading.isUpToDate()) && !this.#source.allSettings;
    if (isEarly) this.#observing = this.#observeRemembered();
    this.#observing.catch(() => {}); // The same.
    const refs = await asked;
    const state = new StateOfHead(this.#store, this.#known, refs);
    try {
      return await this.#conclude(refs, state, looking, isEarly);
    } finally {
      state.close();
    }
  }

  async #conclude(
    refs: Refs,
    state: StateOfHead,
    looking: Promise<Map<number, Observation[]>>,
    isEarly: boolean,
  ): Promise<Report> {
    const { table, paths } = this.#known;
    // While others read, this thread has time.
    let project: ReturnType<typeof state.project> | undefined;
    let current: ReturnType<typeof state.current> | undefined;
    let keyFiles: ReturnType<typeof state.project> | undefined;
    // One question after the other.
    const ask = (): void => {
      project ??= state.project(false);
      current ??= project.then(() => state.current());
      current.catch(() => {}); // Told where it is waited for.
    };
    this.#seePrivateKey = () => {
      ask();
      keyFiles ??= current!.then(() => state.project(true));
      keyFiles.catch(() => {}); // The same.
    };
    if (this.#reading.hits().length > 0) ask();
    const early = isEarly ? this.#judge(refs) : undefined;
    early?.catch(() => {}); // The same.
    const risks = await looking;
    const known = await early;
    const areMore = this.#reading.markHits(risks.keys());
    const about = known && !areMore ? known : await this.#judge(refs);
    // Trees name the files that are hits by their names.
    if (about.hits.length > 0) ask();
    const observed = this.#observed;
    if (this.#source.allSettings) await this.#observeElsewhere(risks, about.places);
    for (const [index, observations] of risks) {
      const hit = observed.get(index) ?? { observations: [], readAs: new Map<string, string>() };
      observed.set(index, hit);
      for (const one of observations) hit.observations.push(one);
    }

    const holders = holdersOf({ ...about, hits: [...observed.keys()] });
    const objects = new Map<string, ObjectHistory>();
    const crowded = paths.crowded();
    for (const object of observed.keys()) {
      const { readAs } = observed.get(object)!;
      const own = (about.places.get(object) ?? []).map((place): PlaceInHistory => {
        const other = readAs.get(place.path);
        return other === undefined || other === place.path ? place : { ...place, readAs: other };
      });
      const more = (crowded.get(object) ?? 0) - own.length;
      objects.set(table.hex(object), { places: own, ...(more > 0 && { morePlaces: more }), ...holders.get(object)! });
    }
    const own = [...observed.values()].flatMap(({ observations }) => observations);
    // Also where the answers are not wanted.
    const evidence = await project;
    const now = await current;
    const seen: Seen = {
      observations: [...own, ...(needsKeyFiles(own) ? await (keyFiles ?? state.project(true)) : (evidence ?? []))],
      name: Promise.resolve(nameDatabase(this.#store)),
    };
    const { gaps, ...held } = (own.length > 0 ? now : undefined) ?? { gaps: [] };
    this.#gaps.addAll(gaps);
    const concluded = await concludeRoot(this.#settings, this.#root, seen, { objects, ...held });
    const report = reportOf(this.#settings, [concluded], this.#gaps.all(), await this.#coverage(refs));
    const remembered = this.#cache && this.#known.remember();
    if (remembered) this.#cache.save(remembered);
    const { shard } = this.#source;
    return shard === undefined
      ? report
      : { ...report, shard: await this.#part(shard, refs, seen.observations, objects, held) };
  }

  /** Reads trees and observes the hits, as far as that is still to be done. */
  async #judge(
    refs: Refs,
  ): Promise<ExposureInput & { readonly places: ReadonlyMap<number, readonly PlaceInHistory[]> }> {
    this.#about ??= this.#reading.about(refs);
    const [about] = await Promise.all([this.#about, this.#reading.readTrees()]);
    const hits = this.#reading.hits();
    // Others load what it takes while this thread looks for the places.
    if (!this.#reading.isBrief) {
      const { judged, remembered, table } = this.#known;
      const open = hits.filter((hit) => hit >= remembered || judged.has(hit));
      this.#readers ??= this.#readersOf(open.reduce((sum, hit) => sum + table.sizes[hit]!, 0));
    }
    const places = placesOf({ ...about, hits });
    await this.#observing;
    const paths = new Map(hits.map((hit) => [hit, (places.get(hit) ?? [{ path: '' }]).map(({ path }) => path)]));
    await this.#observe(paths);
    for (const hit of this.#observed.keys()) if (!paths.has(hit)) this.#observed.delete(hit);
    this.#known.noteJudged(Object.fromEntries([...this.#observed.keys()].map((hit) => [hit, paths.get(hit)!])));
    return { ...about, hits, places };
  }

  /** What is dangerous in the settings and calls of the files that count, by object. Begins when all `objects` are known. */
  async #observeRisks(asked: Promise<Refs>, crew: Crew, objects: Promise<void>): Promise<Map<number, Observation[]>> {
    const { table } = this.#known;
    const { allSettings = false } = this.#source;
    const refs = await asked;
    const place = settingPlace(refs, allSettings);
    const open = allSettings ? undefined : this.#known.openSettings(place);
    const isKnown = open !== undefined && (await this.#reading.isUpToDate());
    const listed = isKnown ? { files: open, isWhole: true } : await settingFiles(this.#store, refs, allSettings);
    await objects;
    const knownBlobs: KnownBlobs = {
      indexOf: (id) => {
        const index = table.findHex(id);
        return index >= 0 && table.isPresent(index) && table.typeOf(index) === kinds.blob ? index : -1;
      },
      isOwn: (index) => this.#reading.isOwn(index),
      isEmpty: (index, name) => this.#known.isEmpty(index, name),
    };
    const { hits, nameOf } = planSettings(listed.files, knownBlobs, allSettings);
    const found = new Map<number, Observation[]>();
    // What cannot be read is told by the reading of all objects.
    await crew.read({ kind: 'hits' }, { chunks: this.#reading.hitChunks(hits, manyAtOnce) }, ({ observed }) => {
      for (const { index, paths, observations } of observed) {
        if (observations.length > 0) found.set(index, [...(found.get(index) ?? []), ...observations]);
        else if (!allSettings) for (const path of paths) this.#known.markEmpty(index, nameOf(index, path));
      }
    });
    if (!allSettings && listed.isWhole) {
      const isOpen = ({ index, paths: [path = ''] }: Hit): boolean =>
        this.#reading.isOwn(index) && !this.#known.isEmpty(index, nameOf(index, path));
      const paths = new Set(hits.filter(isOpen).map(({ paths: [path = ''] }) => path));
      this.#known.rememberSettings(
        place,
        listed.files.filter(({ path }) => paths.has(path)),
      );
    }
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
      return paths.length > 0 ? [{ index, id: this.#known.table.hex(index), paths, risks: 'all' }] : [];
    });
    await this.#reading.readHits(this.#crew, tasks, manyAtOnce, (outcome) => {
      for (const { index, observations } of outcome.observed) risks.get(index)!.push(...observations);
    });
  }

  /** Observes what showed something at the paths that it had, while it is seen which it has now. */
  async #observeRemembered(): Promise<void> {
    const { judged, table } = this.#known;
    await this.#observe(new Map([...judged].filter(([hit]) => table.isHit(hit) && this.#reading.isOwn(hit))));
  }

  /** Observes each hit at its paths, unless that was done. */
  async #observe(hits: ReadonlyMap<number, readonly string[]>): Promise<void> {
    const tasks: Hit[] = [];
    const observed = this.#observed;
    for (const [index, paths] of hits) {
      const name = paths.join('\0');
      if (this.#judgedAt.get(index) === name) continue;
      this.#judgedAt.set(index, name);
      observed.delete(index);
      const open = paths.filter((path) => !this.#known.isEmpty(index, path));
      if (open.length === 0) continue;
      tasks.push({ index, id: this.#known.table.hex(index), paths: open });
    }
    // Nobody is warm where hardly anything was new.
    const crew = this.#readers ?? this.#crew;
    await this.#reading.readHits(crew, tasks, hitsAtOnce, (outcome) => {
      for (const { index, paths, observations } of outcome.observed) {
        if (needsKeyFiles(observations)) this.#seePrivateKey();
        if (observations.length === 0) for (const path of paths) this.#known.markEmpty(index, path);
        else {
          const hit = observed.get(index) ?? { observations: [], readAs: new Map<string, string>() };
          observed.set(index, hit);
          for (const one of observations) hit.observations.push(one);
          for (const path of paths) hit.readAs.set(path, paths[0]!);
        }
      }
    });
  }

  /** Who reads hits of so many bytes, where much was new: few are read by the one who has read settings before. */
  #readersOf(bytes: number): Crew {
    const isShared = bytes >= worthSharing;
    // Those that have read packs would keep their memory while the texts of hits take theirs. Nobody waits until they are
    // gone, before the end.
    if (!this.#source.allSettings) void (isShared ? this.#crew.renew() : this.#crew.dismiss());
    return isShared ? this.#crew : this.#aside;
  }

  async #coverage(refs: Refs): Promise<Coverage> {
    const file = join(this.#store.commonDir, 'objects/info/alternates');
    const alternates = trySmallFile(file, { name: 'alternates', mostMegabytes: 1 });
    const others = alternates.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const unfetched = notFetched(
      this.#store.remotes,
      refs.tips.map(({ name }) => name),
    );
    const { objects, read, blobs, bytes, cached } = this.#known.tally((index) => this.#reading.isOwn(index));
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
      missing: this.#gaps.missing().length,
      cached,
      ...(unfetched.length > 0 && { notFetched: unfetched }),
      ...(others.length > 0 && { alternates: others.map((path) => basename(path)) }),
    };
  }

  async #part(
    shard: NonNullable<HistorySource['shard']>,
    refs: Refs,
    observations: readonly Observation[],
    objects: ReadonlyMap<string, ObjectHistory>,
    state: Pick<Repository, 'services' | 'inventory'>,
  ): Promise<NonNullable<Report['shard']>> {
    const about = {
      repository: nameDatabase(this.#store),
      state: shardState(this.#known.table, refs),
      noIgnores: this.#settings.noIgnores,
      suppressions: await this.#settings.configFor(this.#root.dir),
      head: { ...state, ...(await keyAgeOf(this.#settings, this.#root.dir)) },
    };
    return shardPart(shard, about, { observations, objects });
  }
}
