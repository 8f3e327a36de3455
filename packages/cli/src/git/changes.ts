/** Asks git which content is new: in the index against what the next commit's parents have, or commit by commit. */
import { join } from 'node:path';
import { readSmallFile } from '../small-file.ts';
import { nameOf, shownName } from '../sources/names.ts';
import { UserError } from '../user-error.ts';
import { answered, askGit, type Answer } from './ask.ts';
import { entryOf } from './entries.ts';
import { gitRecords } from './hardened.ts';
import { RawDiff, readRawDiff, type Bare, type Change, type Version } from './raw-diff.ts';
import type { Store } from './store.ts';

/** What is new, and how many parents each change was held against. */
export interface Changes {
  readonly changes: readonly Change[];
  readonly parents: number;
  /** What was there and is no more. */
  readonly gone: readonly Bare[];
  /** Paths in conflict, as reports show them. */
  readonly unmerged: readonly string[];
}

/**
 * The same for index and commits. Renames as git sees them by default: half of the content is the same. Beyond 1,000
 * added or deleted files only those that are alike to the byte: the repository's own limit does not count.
 */
const rawDiff = ['--raw', '-z', '-r', '--no-abbrev', '--no-ext-diff', '--no-textconv', '-l1000'];
const renames = '-M';
/** Needs no content, which a partial clone may lack. */
const exactRenames = '-M100%';
const lacksContent = /unable to read|could not fetch|promisor/i;

/** What the next commit would bring, as the index has it; `heads`: parents that MERGE_HEAD does not name. Throws a UserError where git cannot say. */
export async function stagedChanges(store: Store, heads: readonly string[] = []): Promise<Changes> {
  const merging = [...new Set([...mergeHeads(store), ...heads])];
  const diffs = await Promise.all([indexAgainstHead(store), ...merging.map((head) => indexAgainst(store, head))]);
  const [first = [], ...others] = diffs.map((answer) => readRawDiff(answered(store, answer)));

  const elsewhere = others.map((entries) => new Map(entries.map((entry) => [entry.key, entry])));
  const changes: Change[] = [];
  const unmerged: Bare[] = [];
  const gone: Bare[] = [];
  for (const entry of first) {
    if ('status' in entry) {
      if (entry.status === 'unmerged') unmerged.push(entry);
      if (entry.status === 'gone') gone.push(entry);
      continue;
    }
    const olds: (Version | undefined)[] = [...entry.olds];
    for (const entries of elsewhere) {
      const other = entries.get(entry.key);
      if (other !== undefined && !('status' in other)) olds.push(...other.olds);
    }
    // What one of the parents has the very same is brought by none.
    if (olds.length === diffs.length) changes.push({ ...entry, olds });
  }
  if (unmerged.length > 0) changes.push(...(await conflicts(store, merging.length)));
  return { changes, parents: diffs.length, gone, unmerged: unmerged.map(({ path }) => path) };
}

/** An octopus of git's own has some dozens. */
const mostHeads = 256;

/** The other parents that the commit will have where a merge is under way. */
function mergeHeads({ gitFolder }: Store): readonly string[] {
  const text = readSmallFile(join(gitFolder, 'MERGE_HEAD'), { name: 'MERGE_HEAD', mostMegabytes: 1 });
  const heads = new Set((text ?? '').split('\n').filter((line) => /^[0-9a-f]{40,64}$/.test(line)));
  if (heads.size <= mostHeads) return [...heads];
  throw new UserError(`MERGE_HEAD names ${heads.size} commits, which no merge has. End the merge: git merge --abort.`);
}

async function indexAgainst(store: Store, tree: string): Promise<Answer> {
  const ask = (similar: string): Promise<Answer> =>
    askGit(store, ['diff-index', '--cached', '--ita-invisible-in-index', ...rawDiff, similar, tree, '--']);
  const answer = await ask(renames);
  return answer.failure !== undefined && lacksContent.test(answer.complaints) ? ask(exactRenames) : answer;
}

async function indexAgainstHead(store: Store): Promise<Answer> {
  const answer = await indexAgainst(store, 'HEAD');
  if (answer.failure === undefined || !answer.complaints.includes("bad revision 'HEAD'")) return answer;
  // Before the first commit all is new: git knows the empty tree without storing it.
  const empty = await askGit(store, ['hash-object', '-t', 'tree', '--stdin']);
  return indexAgainst(store, answered(store, empty).toString('latin1').trim());
}

/**
 * What conflicts hold: "theirs" against "ours". In a merge both are parents' content, so nothing is new; a
 * cherry-pick or a rebase brings "theirs".
 */
async function conflicts(store: Store, merging: number): Promise<Change[]> {
  if (merging > 0) return [];
  const stages = new Map<string, { path: string; ours?: string; theirs?: string }>();
  const answer = answered(store, await askGit(store, ['ls-files', '--unmerged', '-z']));
  for (let from = 0, to = answer.indexOf(0); to >= 0; from = to + 1, to = answer.indexOf(0, from)) {
    const { mode, id, stage, name } = entryOf(answer.subarray(from, to));
    const key = name.toString('latin1');
    const known = stages.get(key) ?? { path: shownName(nameOf(name)) };
    if (mode !== '160000' && stage === 2) known.ours = id;
    if (mode !== '160000' && stage === 3) known.theirs = id;
    stages.set(key, known);
  }
  return [...stages].flatMap(([key, { path, ours, theirs }]) =>
    theirs === undefined
      ? []
      : [{ path, key, blob: theirs, olds: [ours === undefined ? undefined : { path, blob: ours }] }],
  );
}

/** What a commit brings. */
export interface CommitChanges extends Pick<Changes, 'changes' | 'gone'> {
  readonly commit: string;
}

/**
 * What each of these commits brings, in their order, against all its parents; a commit without parents brings all it
 * has. One process of git for all. Throws a UserError where git cannot say.
 */
export async function* commitChanges(store: Store, commits: readonly string[]): AsyncGenerator<CommitChanges> {
  let done = 0;
  let similar = renames;
  while (done < commits.length) {
    const args = ['diff-tree', '--stdin', '-c', '--combined-all-paths', '--root', '--always', ...rawDiff, similar];
    const input = lines(commits.slice(done));
    let open: { commit: string; changes: Change[]; gone: Bare[] } | undefined;
    const raw = new RawDiff();
    try {
      for await (const tokens of gitRecords(store.dir, args, store.leads, { input, ending: store.ending })) {
        for (const token of tokens) {
          const found = raw.take(token);
          if (found === undefined) continue;
          if ('status' in found) {
            if (found.status === 'gone') open?.gone.push(found);
            continue;
          }
          if ('commit' in found) {
            if (open !== undefined) {
              done++;
              yield open;
            }
            open = { commit: found.commit, changes: [], gone: [] };
          } else open?.changes.push(found);
        }
      }
    } catch (error) {
      if (similar === exactRenames || !(error instanceof Error) || !lacksContent.test(error.message)) throw error;
      similar = exactRenames;
      continue;
    }
    if (open !== undefined) yield open;
    return;
  }
}

const lines = (items: readonly string[]): string => items.map((item) => `${item}\n`).join('');
