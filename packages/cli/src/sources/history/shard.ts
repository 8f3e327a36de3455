/**
 * A part of a history as its report carries it: what was observed and what git tells of it, so that `bnguard merge` can
 * conclude over all parts as one scan would. Holds no value. Which part an object belongs to follows from its id.
 */
import { createHash } from 'node:crypto';
import type {
  Inventory,
  InventoryKey,
  ObjectHistory,
  Observation,
  Repository,
  SuppressionEntry,
} from '@bnguard/engine';
import type { Shard } from '../../requests.ts';
import { expectedPlace } from '../../inventory.ts';
import type { MatchEntry } from '../../suppression-match.ts';
import type { ObjectTable } from './object-table.ts';
import type { Refs } from './refs.ts';

/** As it stands in the JSON report. */
export interface ShardPart extends Shard {
  readonly repository: string;
  /** Which state of the repository it is a part of. */
  readonly state: ShardState;
  readonly noIgnores: boolean;
  readonly suppressions: readonly Omit<MatchEntry, 'covers'>[];
  /** What HEAD says of keys, as data. */
  readonly head?: {
    readonly keyAge?: number;
    readonly services?: readonly string[];
    readonly inventory?: InventoryPart;
  };
  readonly observations: readonly Observation[];
  /** All refs that hold something, and each object's as bits in this order, in hex: base64 would look like a key and be cut. */
  readonly refs: readonly string[];
  readonly objects: Readonly<Record<string, Omit<ObjectHistory, 'refs'> & { readonly refs: string }>>;
}

/** Equal where git stores the same objects, and refs lead to the same of them. */
export interface ShardState {
  readonly objects: number;
  readonly refs: number;
  /** In hex, of all ids, and of all refs with what they lead to. */
  readonly digest: string;
}

/** Of the objects that are here, and of what leads to them. Reflogs and indexes are of one clone, and do not count. */
export function shardState(
  table: Pick<ObjectTable, 'count' | 'ids' | 'idBytes' | 'isPresent'>,
  { tips, head, stash }: Pick<Refs, 'tips' | 'head' | 'stash'>,
): ShardState {
  const { count, ids, idBytes } = table;
  // In every clone they come in another order.
  const all = Buffer.alloc(idBytes);
  let objects = 0;
  for (let index = 0; index < count; index++) {
    if (!table.isPresent(index)) continue;
    objects++;
    for (let at = 0; at < idBytes; at++) all[at]! ^= ids[index * idBytes + at]!;
  }
  const named = [...tips.map(({ name, id }) => `${id} ${name}`), `${head ?? ''} HEAD`, ...stash].sort();
  const digest = createHash('sha256').update(all).update(named.join('\n')).digest('hex').slice(0, 32);
  return { objects, refs: tips.length, digest };
}

/** Each key with the line that it stands on. */
export interface InventoryPart {
  readonly path: string;
  readonly keys: readonly (Omit<InventoryKey, 'expectedIn'> & {
    readonly expectedIn?: readonly string[];
    readonly line: number;
  })[];
}

type Head = Pick<Repository, 'keyAge' | 'services' | 'inventory'>;

function headPart({ inventory, ...rest }: Head): NonNullable<ShardPart['head']> {
  if (!inventory) return rest;
  const keys = inventory.keys.map(({ expectedIn, ...key }, i) => ({
    ...key,
    ...(expectedIn && { expectedIn: expectedIn.map(({ pattern }) => pattern) }),
    line: inventory.placeOf(['keys', i]).line,
  }));
  return { ...rest, inventory: { path: inventory.path, keys } };
}

/** What `conclude` takes of it. */
export function headOf({ head = {} }: Pick<ShardPart, 'head'>): Head {
  const { inventory, ...rest } = head;
  if (!inventory) return rest;
  const { path, keys: parts } = inventory;
  const whole: Inventory = {
    path,
    origin: { kind: 'history' },
    keys: parts.map(({ line: _, expectedIn, ...key }) => ({
      ...key,
      ...(expectedIn && { expectedIn: expectedIn.map((pattern) => expectedPlace(pattern, `${path}: ${key.name}`)) }),
    })),
    placeOf: ([, i]) => ({ line: parts[Number(i)]?.line ?? 1, column: 1 }),
    isJudged: false,
  };
  return { ...rest, inventory: whole };
}

/** Whether an object is this part's, by its id. Parts are about equally large and the same in every clone. */
export function isOwn({ index, count }: Shard, ids: Uint8Array, at: number): boolean {
  const first = ids[at]! * 2 ** 24 + (ids[at + 1]! << 16) + (ids[at + 2]! << 8) + ids[at + 3]!;
  return Math.floor((first * count) / 2 ** 32) === index - 1;
}

export interface ShardContent {
  readonly observations: readonly Observation[];
  readonly objects: ReadonlyMap<string, ObjectHistory>;
}

export function shardPart(
  shard: Shard,
  about: Pick<ShardPart, 'repository' | 'state' | 'noIgnores'> & {
    readonly suppressions: readonly SuppressionEntry[];
    readonly head: Head;
  },
  { observations, objects }: ShardContent,
): ShardPart {
  const refs = [...new Set([...objects.values()].flatMap((history) => history.refs))].sort();
  const numbers = new Map(refs.map((name, number) => [name, number]));
  return {
    ...shard,
    repository: about.repository,
    state: about.state,
    noIgnores: about.noIgnores,
    suppressions: about.suppressions.flatMap((entry) =>
      'match' in entry ? [withoutFunction(entry as MatchEntry)] : [],
    ),
    head: headPart(about.head),
    observations,
    refs,
    objects: Object.fromEntries(
      [...objects].map(([id, history]) => {
        const bits = Buffer.alloc((refs.length + 7) >>> 3);
        for (const name of history.refs) bits[numbers.get(name)! >>> 3]! |= 1 << (numbers.get(name)! & 7);
        return [id, { ...history, refs: bits.toString('hex') }];
      }),
    ),
  };
}

function withoutFunction({ by, at, place, reason, mayBeUnused, match }: MatchEntry): Omit<MatchEntry, 'covers'> {
  return { by, at, place, ...(reason !== undefined && { reason }), ...(mayBeUnused && { mayBeUnused }), match };
}

/** What several parts hold together. */
export function joinedContent(parts: readonly ShardPart[]): ShardContent {
  const objects = new Map<string, ObjectHistory>();
  for (const { refs, objects: own } of parts) {
    for (const [id, history] of Object.entries(own)) {
      const bits = Buffer.from(history.refs, 'hex');
      objects.set(id, {
        ...history,
        refs: refs.filter((_, number) => (bits[number >>> 3]! & (1 << (number & 7))) !== 0),
      });
    }
  }
  // What the project says of itself is in every part.
  const observations = new Map<string, Observation>();
  for (const part of parts) for (const one of part.observations) observations.set(JSON.stringify(one), one);
  return { observations: [...observations.values()], objects };
}
