/** Where the history holds a value: in which objects and names, and what holds these. Remembers nothing. */
import { createHash } from 'node:crypto';
import type { ObjectHistory } from '@bnguard/engine';
import { openDatabase, type Database } from '../../git/database.ts';
import { firstNeedle, type Needle } from '../../needles.ts';
import { builtThreads, type Threads } from '../../threads.ts';
import type { ScanSettings } from '../../types.ts';
import type { Gap } from '../gaps.ts';
import { Crew } from './crew.ts';
import { holdersOf, placesOf } from './exposure.ts';
import { HistoryGaps } from './history-gaps.ts';
import { HistoryReading } from './history-reading.ts';
import { Known } from './known.ts';
import { hitBit, kinds, nameOfKind, presentBit } from './object-table.ts';
import type { FoundNeedle } from './read-needles.ts';
import { readRefs } from './refs.ts';

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

/**
 * The objects that hold a needle, and what holds them.
 * @param read where the scanner read the value: lines by the ids of objects. Those without a needle are told too.
 */
export async function findInHistory(
  settings: Omit<ScanSettings, 'source'>,
  needles: readonly Needle[],
  read: ReadonlyMap<string, number>,
  threads: Threads | undefined = builtThreads,
): Promise<FoundInHistory> {
  const store = await openDatabase(settings.cwd, settings.paths[0]);
  const crew = new Crew(store, threads);
  try {
    const known = new Known(store.idBytes);
    const gaps = new HistoryGaps(store, { dir: store.dir, git: true }, known);
    const reading = new HistoryReading(settings, undefined, store, crew, known, gaps);
    return await find(needles, read, { store, known, gaps, reading });
  } finally {
    await crew.dismiss();
  }
}

interface Search {
  readonly store: Database;
  readonly known: Known;
  readonly gaps: HistoryGaps;
  readonly reading: HistoryReading;
}

async function find(
  needles: readonly Needle[],
  read: ReadonlyMap<string, number>,
  search: Search,
): Promise<FoundInHistory> {
  const { store, known, gaps, reading } = search;
  const { table } = known;
  const found: FoundNeedle[] = [];
  const asked = readRefs(store);
  asked.catch(() => {});
  await reading.readObjects({ kind: 'needles', needles }, (outcome) => found.push(...outcome.found));
  found.push(...putTogether(read, found, known));
  reading.markHits(found.map(({ index }) => index));
  const objects = table.count;
  const names = await findNames(needles, search);
  await reading.readTrees();
  const named = addNames(names, known);
  const refs = await asked;
  const about = { ...(await reading.about(refs)), hits: reading.hits() };
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
    gaps: gaps.all(),
  };
}

/** What only the scanner sees: joined from pieces, say. */
function putTogether(
  read: ReadonlyMap<string, number>,
  found: readonly FoundNeedle[],
  { table }: Known,
): FoundNeedle[] {
  const plain = new Set(found.map(({ index }) => index));
  return [...read]
    .map(([id, line]): FoundNeedle => ({ index: table.findHex(id), line, form: 'put together' }))
    .filter(({ index }) => index >= 0 && !plain.has(index));
}

async function findNames(needles: readonly Needle[], { reading }: Search): Promise<Map<string, NameInTrees>> {
  const names = new Map<string, NameInTrees>();
  await reading.findNames({ kind: 'needles', needles }, ({ found }) => {
    for (const { index, form, name = '' } of found) {
      const known = names.get(name) ?? { form, trees: [] };
      names.set(name, known);
      known.trees.push(index);
    }
  });
  return names;
}

/** Each name becomes an object below all trees that have it, so that its places are found as those of any hit. */
function addNames(names: ReadonlyMap<string, NameInTrees>, { table, paths }: Known): Map<number, NameInTrees> {
  const added = new Map<number, NameInTrees>();
  for (const [name, own] of names) {
    const id = createHash('sha512').update(name).digest();
    const object = table.add(id, 0, kinds.blob | hitBit | presentBit);
    for (const tree of own.trees) paths.extend(tree, object, name);
    added.set(object, own);
  }
  return added;
}
