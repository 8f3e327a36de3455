/** What --range asks git. It stands apart so that git can be asked before the rest of the program is loaded. */
import { inventoryAt } from '../defaults.ts';
import { commitChanges, type CommitChanges } from '../git/changes.ts';
import { Ending } from '../git/children.ts';
import { commitsOf, headerOf, type Commit } from '../git/commits.ts';
import { ObjectReader, type StoredObject } from '../git/objects.ts';
import type { Store } from '../git/store.ts';
import type { SourceRequest } from '../requests.ts';

/** The promises may fail with a UserError; whoever waits for them tells. */
export interface RangeGit {
  /** What is asked through it ends with `close`, too. */
  readonly store: Store;
  /** It was asked already for the inventory of the tip, the first batch's commits and their new versions, in this order. */
  readonly objects: ObjectReader;
  /** Objects that were asked for by name. */
  readonly named: Promise<readonly StoredObject[]>;
  readonly commits: Promise<RangeCommits>;
  /** What the commits bring, in their order, of many at once. */
  readonly batches: AsyncGenerator<readonly CommitChanges[], void>;
  /** What `batches` yields first. */
  readonly first: ReturnType<RangeGit['batches']['next']>;
  /** Ends git, whatever it is at. */
  readonly close: () => void;
}

export interface RangeCommits {
  readonly all: readonly Commit[];
  /** Those that have parents which git does not know, where a shallow clone ends: nobody can tell what they bring. */
  readonly cut: ReadonlySet<string>;
  /** The commit that the range ends with: the last one that is no other's parent. */
  readonly tip: string | undefined;
}

/** New versions that are asked for at once, and commits that wait for them. */
const versionsAtOnce = 512;
const commitsAtOnce = 256;

const newBlobs = (batch: readonly CommitChanges[]): readonly string[] => [
  ...new Set(batch.flatMap(({ changes }) => changes.map(({ blob }) => blob))),
];

/** Asks at once; `names`: objects that are asked for besides. */
export function askRange(
  repository: Store,
  { revisions, tags = [], blobs = [] }: Extract<SourceRequest, { readonly kind: 'range' }>,
  names: readonly string[] = [],
): RangeGit {
  const ending = new Ending();
  const store = { ...repository, ending };
  const isOnlyBesides = revisions.length === 0 && tags.length + blobs.length > 0;
  // The one first whose answer the others wait for.
  const listed = isOnlyBesides ? Promise.resolve([]) : commitsOf(store, revisions);
  const objects = new ObjectReader(store);
  const named = objects.all(names);
  const commits = listed.then((all) => rangeCommits(objects, all, named));
  const batches = batchesOf(store, objects, commits);
  const first = batches.next();
  for (const one of [named, commits, first]) one.catch(() => {});
  const close = (): void => {
    objects.close();
    ending.now();
    void batches.return();
  };
  return { store, objects, named, commits, batches, first, close };
}

async function rangeCommits(
  objects: ObjectReader,
  all: readonly Commit[],
  before: RangeGit['named'],
): Promise<RangeCommits> {
  const cut = new Set<string>();
  const first = all.filter(({ parents }) => parents.length === 0).map(({ id }) => id);
  if (first.length > 0) await before;
  for await (const object of objects.read(first)) {
    if (object.kind === 'object' && headerOf(object.bytes).includes('\nparent ')) cut.add(object.asked);
  }
  const parents = new Set(all.flatMap((commit) => commit.parents));
  const tip = all.findLast(({ id }) => !parents.has(id))?.id;
  if (tip !== undefined) objects.ahead([inventoryAt(tip)]);
  return { all, cut, tip };
}

async function* batchesOf(
  store: Store,
  objects: ObjectReader,
  commits: Promise<RangeCommits>,
): AsyncGenerator<readonly CommitChanges[], void> {
  const { all, cut } = await commits;
  const whole = all.filter(({ id }) => !cut.has(id)).map(({ id }) => id);
  let isFirst = true;
  let batch: CommitChanges[] = [];
  let versions = 0;
  const ready = (): readonly CommitChanges[] => {
    const done = batch;
    [batch, versions] = [[], 0];
    // Of a later one it is not known yet what was looked at before.
    if (isFirst) for (const names of [done.map(({ commit }) => commit), newBlobs(done)]) objects.ahead(names);
    isFirst = false;
    return done;
  };
  for await (const step of commitChanges(store, whole)) {
    batch.push(step);
    versions += step.changes.length;
    if (versions >= versionsAtOnce || batch.length >= commitsAtOnce) yield ready();
  }
  if (batch.length > 0) yield ready();
}
