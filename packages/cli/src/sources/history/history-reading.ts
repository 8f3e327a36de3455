/** Reads what git stores, by a crew: all objects once, then trees, then hits. Knows what was read, and decides nothing. */
import { compileLess } from './compile-less.ts';
import { lonePacks } from '../../git/list-objects.ts';
import type { Database } from '../../git/database.ts';
import type { Shard } from '../../requests.ts';
import type { ScanSettings } from '../../types.ts';
import { commitGraph } from './commit-graph.ts';
import type { Crew } from './crew.ts';
import type { Chunk, Job, Outcomes } from './crew-member.ts';
import type { ExposureInput } from './exposure.ts';
import type { HistoryGaps } from './history-gaps.ts';
import type { Known } from './known.ts';
import { chunkOf, inChunks, listAll, objectsAtOnce, type Listed } from './listing.ts';
import type { Facts } from './object-facts.ts';
import { hitBit, kinds } from './object-table.ts';
import { PackPlans, type ReadyPack } from './pack-plan.ts';
import type { Hit, HitOutcome } from './read-hits.ts';
import { shallowCommits, type Refs } from './refs.ts';
import { isOwn } from './shard.ts';

/** Takes a tenth of a second to read. */
const largeHit = 1 << 18;
/** With fewer bytes of hits to judge anew, one thread does it sooner than another has loaded what it takes. */
const muchToJudge = 1 << 20;

export class HistoryReading {
  readonly #onProgress: ScanSettings['onProgress'];
  readonly #shard: Shard | undefined;
  readonly #store: Database;
  readonly #crew: Crew;
  readonly #known: Known;
  readonly #gaps: HistoryGaps;
  readonly #listing: Promise<Listed>;
  #haveBegun: () => void = () => {};
  readonly #readersBegan = new Promise<void>((resolve) => (this.#haveBegun = resolve));
  #ready: Promise<readonly ReadyPack[] | undefined> | undefined;
  #packs: PackPlans | undefined;
  #isBrief = false;
  #newTrees: readonly number[] = [];
  readonly #progress = { unit: 'object' as const, documents: 0, bytes: 0, findings: 0 };
  #total: number | undefined;

  /** Begins to list the objects at once. */
  constructor(
    { jobs, onProgress }: Pick<ScanSettings, 'jobs' | 'onProgress'>,
    shard: Shard | undefined,
    store: Database,
    crew: Crew,
    known: Known,
    gaps: HistoryGaps,
  ) {
    this.#onProgress = onProgress;
    this.#shard = shard;
    this.#store = store;
    this.#crew = crew;
    this.#known = known;
    this.#gaps = gaps;
    const bytes = [...known.judged.keys()].reduce((sum, hit) => sum + known.table.sizes[hit]!, 0);
    this.#listing = listAll(store, known, (areMany) => {
      if (areMany) compileLess();
      this.#isBrief = !areMany && known.remembered > 0;
      crew.gather(areMany ? jobs : 1);
      // Where much was known before, few packs are opened at all.
      if (areMany && known.remembered === 0) this.#ready = crew.openPacks();
    });
    this.#listing.catch(() => {}); // Told to those who wait for it.
    if (bytes > muchToJudge) crew.gather(jobs, true);
  }

  /** Whether nearly all was known. To be asked when all objects are listed. */
  get isBrief(): boolean {
    return this.#isBrief;
  }

  /** Resolves when it is known which objects there are, and whoever reads them has begun. */
  async begun(): Promise<void> {
    await this.#listing;
    await this.#readersBegan;
  }

  isOwn(index: number): boolean {
    const { ids, idBytes } = this.#known.table;
    return this.#shard === undefined || isOwn(this.#shard, ids, index * idBytes);
  }

  /** Looks at every new object but the trees, and marks those that the job is after. */
  async readObjects<K extends 'objects' | 'needles'>(
    job: Extract<Job, { readonly kind: K }>,
    use: (outcome: Outcomes[K]) => void = () => {},
  ): Promise<void> {
    const { table, commits, tagTargets, missingNow } = this.#known;
    const others = await this.#list().catch((error: unknown) => {
      this.#haveBegun();
      throw error;
    });
    const tags: Facts['tags'][number][] = [];
    const reading = this.#read<K>(job, others, () => (outcome) => {
      for (const hit of outcome.hits) table.kinds[hit]! |= hitBit;
      if (outcome.commits.numbers.length > 0) commits.push(outcome.commits);
      tags.push(...outcome.tags);
      this.#gaps.lose(outcome.lost);
      this.#progress.findings += outcome.hits.length;
      this.#measure(outcome.sizes);
      use(outcome);
    });
    this.#haveBegun();
    await reading;
    for (const { index, target } of tags) {
      const object = table.findHex(target);
      tagTargets.set(index, object);
      if (object < 0) missingNow.add(target);
    }
  }

  /** Tells what cannot be listed; gives what is new and no tree, opens the packs, and notes the new trees. */
  async #list(): Promise<readonly number[]> {
    const { complaints, trees, others, unknown, isWhole, packs } = await this.#listing;
    this.#total = trees.length + others.length;
    this.#newTrees = trees;
    this.#gaps.lose(unknown.map((index) => ({ index, why: 'unreadable', detail: 'git cannot tell what it is' })));
    this.#gaps.complain(complaints);
    for (const pack of await lonePacks(this.#store)) {
      this.#gaps.add('', 'unreadable', `${pack} has no index, so git does not read it: git index-pack makes it one`);
    }
    const wanted = new Uint8Array(this.#known.table.count);
    for (const objects of [trees, others]) for (const index of objects) wanted[index] = 1;
    if (this.#total > 0 || isWhole)
      this.#packs = new PackPlans(this.#store, this.#known.table, wanted, isWhole, await this.#ready);
    this.#ready = undefined;
    if (isWhole) {
      const isSure = complaints === '' && unknown.length === 0 && this.#packs?.areAllOf(packs);
      this.#known.rememberPacks(isSure ? packs : undefined);
    }
    return others;
  }

  /** Looks for needles in the names that the new trees give. What cannot be read is told by `readTrees`. */
  async findNames(
    job: Extract<Job, { readonly kind: 'needles' }>,
    use: (outcome: Outcomes['needles']) => void,
  ): Promise<void> {
    await this.#read(job, this.#newTrees, () => use);
  }

  async readTrees(): Promise<void> {
    const { table, paths, missing } = this.#known;
    // An object that was missing and is here now may be a hit below trees that were read without it.
    if ([...missing].some((id) => table.findHex(id) >= 0)) this.#readAllTrees();
    for (const id of missing) if (table.findHex(id) >= 0) missing.delete(id);
    await this.#read({ kind: 'trees', table: table.share() }, this.#newTrees, () => {
      const names = new Map<number, number[]>();
      return (outcome, reader) => {
        if (!names.has(reader)) names.set(reader, []);
        paths.add(outcome, names.get(reader)!);
        for (const id of outcome.missing) missing.add(id);
        this.#gaps.lose(outcome.lost);
        this.#measure(outcome.sizes);
      };
    });
    this.#newTrees = [];
    // What is still to be read is little, and what is known of the packs takes memory.
    this.#packs = undefined;
  }

  /**
   * Reads these objects from packs where we can, and by git. Trees are every shard's, of others only what they point to is
   * of interest. `onRound` is called anew for each round, in which readers know nothing of the one before.
   */
  async #read<K extends 'objects' | 'needles' | 'trees'>(
    job: Extract<Job, { readonly kind: K }>,
    objects: readonly number[],
    onRound: () => (outcome: Outcomes[K], reader: number) => void,
  ): Promise<void> {
    if (objects.length === 0) return;
    const { table } = this.#known;
    const isForeign = (index: number): boolean => table.typeOf(index) !== kinds.tree && !this.isOwn(index);
    const own = objects.filter((index) => !isForeign(index));
    const foreign = objects.filter((index) => isForeign(index) && table.typeOf(index) !== kinds.blob);
    const ours = this.#packs?.plan(own) ?? { plans: [], left: own };
    const theirs = this.#packs?.plan(foreign, true) ?? { plans: [], left: foreign };
    const unread = await this.#crew.read<K>(
      job,
      {
        plans: [...ours.plans, ...theirs.plans],
        chunks: [...this.#chunks(ours.left, false), ...this.#chunks(theirs.left, true)],
      },
      onRound(),
    );
    const ofWhom = (foreigners: boolean): number[] =>
      unread.filter((one) => one.foreign === foreigners).map(({ index }) => index);
    const chunks = [...this.#chunks(ofWhom(false), false), ...this.#chunks(ofWhom(true), true)];
    await this.#crew.read<K>(job, { chunks }, onRound());
  }

  #chunks(objects: readonly number[], foreign: boolean): Chunk[] {
    return inChunks(
      objects.toSorted((a, b) => a - b),
      objectsAtOnce,
    ).map((some) => ({ ...chunkOf(this.#known.table, some), ...(foreign && { foreign }) }));
  }

  /**
   * Reads hits, in the order in which git has them: the one that it reads fastest. Large ones come first, so that no reader
   * waits for the last of them.
   */
  async readHits(crew: Crew, tasks: readonly Hit[], atOnce: number, use: (outcome: HitOutcome) => void): Promise<void> {
    // Not sooner: what counts commits and trees gets fast by it.
    if (this.#isBrief) compileLess();
    const { sizes } = this.#known.table;
    const large = ({ index }: Hit): number => (sizes[index]! < largeHit ? 0 : sizes[index]!);
    const inOrder = tasks.toSorted((a, b) => large(b) - large(a) || a.index - b.index);
    await crew.read({ kind: 'hits' }, { pile: this.hitChunks(inOrder, atOnce) }, (outcome) => {
      use(outcome);
      this.#gaps.lose(outcome.lost);
    });
  }

  hitChunks(hits: readonly Hit[], atOnce: number): Chunk[] {
    return inChunks(hits, atOnce).map((some) => ({
      ...chunkOf(
        this.#known.table,
        some.map(({ index }) => index),
      ),
      hits: some,
    }));
  }

  /** Whether an earlier scan knew all that there is. */
  async isUpToDate(): Promise<boolean> {
    const { trees, others, unknown } = await this.#listing;
    return trees.length + others.length + unknown.length === 0;
  }

  /** Makes hits of these, whatever the gates say. Before trees are read. Whether one was none. */
  markHits(indexes: Iterable<number>): boolean {
    const { table, remembered } = this.#known;
    let isOld = false;
    let areMore = false;
    for (const index of indexes) {
      areMore ||= !table.isHit(index);
      isOld ||= !table.isHit(index) && index < remembered;
      table.kinds[index]! |= hitBit;
    }
    // Trees that were read before it was one did not note where it stands.
    if (isOld) this.#readAllTrees();
    return areMore;
  }

  #readAllTrees(): void {
    const { table } = this.#known;
    const trees: number[] = [];
    for (let index = 0; index < table.count; index++) {
      if (table.isPresent(index) && table.typeOf(index) === kinds.tree) trees.push(index);
    }
    this.#newTrees = trees;
    this.#known.paths.forget();
  }

  /** What may hold a candidate, in order of ids. */
  hits(): number[] {
    const { table } = this.#known;
    const hits: number[] = [];
    for (let index = 0; index < table.count; index++) {
      if (table.isHit(index) && table.isPresent(index) && !this.#known.isLost(index) && this.isOwn(index))
        hits.push(index);
    }
    const { ids, idBytes } = table;
    return hits.sort((a, b) =>
      Buffer.compare(ids.subarray(a * idBytes, (a + 1) * idBytes), ids.subarray(b * idBytes, (b + 1) * idBytes)),
    );
  }

  /** What is known of what holds the hits, once all objects were read. */
  async about(refs: Refs): Promise<Omit<ExposureInput, 'hits'>> {
    const { table, paths, tagTargets } = this.#known;
    const cut = await shallowCommits(this.#store);
    const graph = commitGraph(this.#known.commits, table, (object) => cut.has(table.hex(object)));
    this.#gaps.miss(graph, refs);
    return { table, graph, paths, refs, tagTargets };
  }

  /** @param sizes [object, bytes] of each that was read */
  #measure(sizes: Float64Array): void {
    for (let at = 0; at < sizes.length; at += 2) {
      this.#known.table.sizes[sizes[at]!] = sizes[at + 1]!;
      this.#progress.bytes += sizes[at + 1]!;
    }
    this.#progress.documents += sizes.length / 2;
    this.#onProgress?.(this.#total === undefined ? this.#progress : { ...this.#progress, total: this.#total });
  }
}
