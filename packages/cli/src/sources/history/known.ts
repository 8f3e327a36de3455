/** What a scan of the history knows so far: of its objects, of commits, trees and hits; from the cache and by reading. */
import { createHash } from 'node:crypto';
import type { Remembered } from './cache.ts';
import type { PackStamps } from '../../git/packs/pack-stamps.ts';
import { kinds, ObjectTable, packedBit, presentBit, typeMask } from './object-table.ts';
import type { CommitRows } from './object-facts.ts';
import type { SettingFile } from './setting-files.ts';
import { TreePaths } from './tree-paths.ts';

export class Known {
  readonly table: ObjectTable;
  readonly paths: TreePaths;
  readonly commits: CommitRows[];
  /** What each tag points to, by number; -1: not here. */
  readonly tagTargets: Map<number, number> = new Map();
  /** Ids (in hex) of objects that trees name and that are not here. */
  readonly missing: Set<string>;
  /** The same of what commits, tags, refs and indexes name: found anew each time. */
  readonly missingNow: Set<string> = new Set();
  /** Objects up to here come from the cache. */
  readonly remembered: number;
  /** The packs that hold all objects with a `packedBit`; undefined where that is not known. */
  #packs: PackStamps | undefined;
  /** Hashes of the paths at which a hit showed nothing. */
  readonly #empty = new Map<number, Set<string>>();
  /** Whether there is something that the cache does not hold. */
  #isNews = false;
  readonly #lost = new Set<number>();
  #settings: Remembered['settings'];
  #judged: Remembered['judged'] = {};

  constructor(idBytes: number, from?: Remembered) {
    this.table = from ? ObjectTable.of(idBytes, from) : new ObjectTable(idBytes);
    this.remembered = from?.count ?? 0;
    this.#packs = from?.packs;
    this.#settings = from?.settings;
    this.#judged = from?.judged ?? {};
    const { table } = this;
    this.paths = new TreePaths((object) => table.isHit(object));
    this.commits = from ? [from.commits] : [];
    this.missing = new Set(from?.missing);
    if (!from) return;
    this.paths.add(from, []);
    for (let at = 0; at < from.tags.length; at += 2) this.tagTargets.set(from.tags[at]!, from.tags[at + 1]!);
    for (const [hit, paths] of Object.entries(from.empty)) this.#empty.set(Number(hit), new Set(paths));
  }

  /** Notes that an object is there: gives its number, or -1 - its number if it was read before. `kind` 0: git cannot tell. */
  list(ids: Uint8Array, at: number, kind: number): number {
    const { table } = this;
    const before = table.count;
    const index = table.add(ids, at, kind);
    const known = table.kinds[index]!;
    table.kinds[index] = known | kind | presentBit;
    // What could not be read last time has no kind.
    if (index < before && (known & typeMask) !== 0) return -1 - index;
    this.#isNews = true;
    return index;
  }

  get packs(): PackStamps | undefined {
    return this.#packs;
  }

  /** These packs hold all objects with a `packedBit`. */
  rememberPacks(packs: PackStamps | undefined): void {
    if (JSON.stringify(packs) === JSON.stringify(this.#packs)) return;
    this.#packs = packs;
    this.#isNews = true;
  }

  /**
   * Notes that all that lies in the packs that are remembered is there. Ids (in hex) of those of which an earlier scan could
   * not tell all there is to know, and which are to be listed like new ones.
   */
  listPacked(): string[] {
    const { table } = this;
    const unknown: string[] = [];
    for (let index = 0; index < this.remembered; index++) {
      if ((table.kinds[index]! & packedBit) === 0) continue;
      if ((table.kinds[index]! & typeMask) === 0) unknown.push(table.hex(index));
      else table.kinds[index]! |= presentBit;
    }
    return unknown;
  }

  /** Notes that a remembered object is there, if it is one. */
  see(id: string): void {
    const index = this.table.findHex(id);
    if (index >= 0) this.table.kinds[index]! |= presentBit;
  }

  /** Takes back what was said of remembered objects: which are there, and what lies in packs. */
  unlist(): void {
    for (let index = 0; index < this.remembered; index++) this.table.kinds[index]! &= ~(presentBit | packedBit);
  }

  /** Whether objects of an earlier scan are gone: what it knew of the others may build on them. */
  hasLost(): boolean {
    for (let index = 0; index < this.remembered; index++) if (!this.table.isPresent(index)) return true;
    return false;
  }

  /** An object that could not be read: the next scan tries again. */
  lose(index: number): void {
    this.#lost.add(index);
  }

  isLost(index: number): boolean {
    return this.#lost.has(index);
  }

  /** Whether an earlier look at a hit at this path showed nothing. */
  isEmpty(hit: number, path: string): boolean {
    return this.#empty.get(hit)?.has(hashOf(path)) ?? false;
  }

  markEmpty(hit: number, path: string): void {
    const known = this.#empty.get(hit) ?? new Set();
    this.#empty.set(hit, known);
    if (known.size === known.add(hashOf(path)).size) return;
    this.#isNews = true;
  }

  /** Of the files that are judged for their settings there (see settingPlace) those with which a scan is not done; undefined: not known. */
  openSettings(place: string): readonly SettingFile[] | undefined {
    return this.#settings?.tips === hashOf(place) ? this.#settings.files : undefined;
  }

  rememberSettings(place: string, files: readonly SettingFile[]): void {
    const settings = { tips: hashOf(place), files };
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
    this.#settings = settings;
    this.#isNews = true;
  }

  /** Hits that showed something, with all paths that they were judged at: the next scan will judge them anew. */
  noteJudged(judged: Readonly<Record<number, readonly string[]>>): void {
    if (JSON.stringify(judged) === JSON.stringify(this.#judged)) return;
    this.#judged = judged;
    this.#isNews = true;
  }

  /** The same of an earlier scan. */
  get judged(): ReadonlyMap<number, readonly string[]> {
    return new Map(Object.entries(this.#judged).map(([hit, paths]) => [Number(hit), paths]));
  }

  /** What the next scan may rely on, or undefined where that would be no news. */
  remember(): Remembered | undefined {
    const { table } = this;
    if (!this.#isNews) return undefined;
    const kept = table.kinds.slice(0, table.count);
    for (let index = 0; index < table.count; index++) {
      kept[index]! &= this.isLost(index) ? packedBit : ~presentBit;
    }
    // What a tag points to and is not here is told by reading the tag again.
    for (const [tag, target] of this.tagTargets) if (target < 0) kept[tag]! &= packedBit;
    return {
      ...(this.#packs && { packs: this.#packs }),
      ...(this.#settings && { settings: this.#settings }),
      judged: this.#judged,
      count: table.count,
      ids: table.ids.subarray(0, table.count * table.idBytes),
      kinds: kept,
      sizes: table.sizes.subarray(0, table.count),
      commits: {
        numbers: Float64Array.from(this.commits.flatMap(({ numbers }) => [...numbers])),
        ids: Buffer.concat(this.commits.map(({ ids }) => ids)),
      },
      tags: Int32Array.from([...this.tagTargets].flat()),
      ...this.paths.dump(),
      empty: Object.fromEntries([...this.#empty].map(([hit, paths]) => [hit, [...paths].sort()])),
      missing: [...this.missing].sort(),
    };
  }

  /** Objects that were read, by type and size; `isOwn` leaves out those of other shards. */
  tally(isOwn: (index: number) => boolean): {
    objects: number;
    read: number;
    blobs: number;
    bytes: number;
    cached: number;
  } {
    const { table } = this;
    const sums = { objects: 0, read: 0, blobs: 0, bytes: 0, cached: 0 };
    for (let index = 0; index < table.count; index++) {
      if (!table.isPresent(index) || !isOwn(index)) continue;
      sums.objects++;
      if (this.isLost(index)) continue;
      sums.read++;
      sums.bytes += table.sizes[index]!;
      if (table.typeOf(index) === kinds['blob']) sums.blobs++;
      if (index < this.remembered) sums.cached++;
    }
    return sums;
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
