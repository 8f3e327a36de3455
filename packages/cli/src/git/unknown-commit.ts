/** Says why git knows no commit by a name that a person typed, and what brings it here or was meant. */
import { didYouMean } from '../suggest.ts';
import { askGit, hasHead } from './ask.ts';
import type { Store } from './store.ts';

/** What git complains of where a name means nothing to it, and nothing is wrong with the repository. */
const aboutNames =
  /is ambiguous|expected \w+ type|no upstream configured|no such branch|does not point to a branch|only has \d+ entr|ignoring broken ref/;

/** Whether git's complaints are all about a name that it was given. */
export function isAboutName(complaints: string): boolean {
  const lines = complaints.split('\n').filter((line) => line !== '' && !/^(?:hint:|fatal: Needed a single)/.test(line));
  return lines.every((line) => aboutNames.test(line));
}

/** A sentence that may go on after the name of a flag. */
export async function noCommit(store: Store, unknown: string): Promise<string> {
  if (unknown === '') return 'expected a commit, got nothing.';
  if (/^[^:{]+:/.test(unknown)) return `${unknown} names a file, which is no commit.`;
  if (/^[~^]/.test(unknown)) {
    return `${unknown} names no commit: a name stands before ~ and behind the ^ that leaves a commit out, as in HEAD~1 or ^main.`;
  }
  const names = await linesOf(store, 'for-each-ref', '--count=5000', '--format=%(refname:short)');
  const head = (await hasHead(store)) ? 'known' : (await idOf(store, 'HEAD')) === undefined ? 'unborn' : 'lost';
  if (names.length === 0 && head === 'unborn') return 'there is no commit yet.';
  if (head === 'unborn' && /^(?:HEAD|@)(?=$|[~^])/.test(unknown))
    return `HEAD is at a branch without a commit. There are others: ${names.slice(0, 3).join(', ')}.`;

  const [, base = '', steps = ''] = /^(.+?)((?:[~^]\d*)+)$/.exec(unknown) ?? [];
  if (base !== '' && !(await isCommit(store, base))) return noCommit(store, base);
  return (await whyNot(store, unknown)) ?? remedyFor(store, unknown, { names, base, steps });
}

/** Whether git knows a commit by this name. */
export const isCommit = async (store: Store, name: string): Promise<boolean> =>
  (await askGit(store, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])).failure ===
  undefined;

/** Where what is named is there and is of no use, or what names it is not as it should be. */
async function whyNot(store: Store, unknown: string): Promise<string | undefined> {
  const { complaints } = await askGit(store, ['rev-parse', '--verify', '--end-of-options', `${unknown}^{commit}`]);
  const told = (pattern: RegExp): string | undefined => pattern.exec(complaints)?.[1];
  const short = told(/short (?:object ID|SHA1) ([0-9a-f]+) is ambiguous/i);
  if (short !== undefined) return `several objects begin with ${short}. Write more of its digits.`;
  const kind = told(/\^\{commit\}: expected commit type, but the object dereferences to (\w+) type/);
  if (kind !== undefined) return isNone(unknown, kind);
  const alone = told(/no upstream configured for branch '(.*)'/);
  if (alone !== undefined) {
    return `the branch ${alone} has no upstream. Name a commit, or set one: git branch --set-upstream-to.`;
  }
  const nowhere = told(/no such branch: '(.*)'/);
  if (nowhere !== undefined) return `there is no branch ${nowhere}.`;
  if (complaints.includes('does not point to a branch')) return 'HEAD is on no branch, so it has no upstream.';
  const [, log, entries] = /log for '(.*)' only has (\d+) entr/.exec(complaints) ?? [];
  if (log !== undefined) return `the reflog of ${log} does not go so far back (entries: ${entries}).`;
  const broken = told(/ignoring broken ref (\S+)/);
  if (broken !== undefined) {
    return `${broken} is damaged and names no object. Fetch it again, or remove it: git update-ref -d ${broken}`;
  }
  const id = await idOf(store, unknown);
  return id === undefined || id === unknown
    ? undefined
    : `${unknown} leads to ${id}, an object that is not here. Fetch it, or check the repository with git fsck.`;
}

/** What a person named is there, and is a tree or a file's content. */
export const isNone = (name: string, kind: string): string =>
  `${name} leads to a ${kind === 'blob' ? "file's content" : kind}, which is no commit.`;

/** Of an object that need not be there. */
async function idOf(store: Store, name: string): Promise<string | undefined> {
  const [id] = await linesOf(store, 'rev-parse', '--verify', '--quiet', '--end-of-options', name);
  return id;
}

const linesOf = async (store: Store, ...args: string[]): Promise<string[]> =>
  (await askGit(store, args)).stdout.toString('utf8').split('\n').filter(Boolean);

interface Around {
  readonly names: readonly string[];
  /** Of `HEAD~2`: HEAD, and ~2. */
  readonly base: string;
  readonly steps: string;
}

/** What brings a commit that is not here, or what was meant. */
async function remedyFor(store: Store, unknown: string, { names, base, steps }: Around): Promise<string> {
  const [[isShallow], remotes] = await Promise.all([
    linesOf(store, 'rev-parse', '--is-shallow-repository'),
    linesOf(store, 'remote'),
  ]);
  const knows = `this repository knows no commit ${unknown}`;
  const near = didYouMean(unknown, names);
  const inCi = 'in CI check out the whole history (fetch-depth: 0)';
  if (isShallow === 'true') {
    return `${knows}${near}, which may be cut off: this clone is shallow. Complete it (git fetch --unshallow), and ${inCi}.`;
  }
  if (base !== '') return `${knows}: ${base} has not so many parents (${steps}).`;
  if (remotes.length === 0) return `${knows}${near}, and has no remote that could have it.`;
  return `${knows}${near}. Fetch it (git fetch ${remotes.includes('origin') ? 'origin' : remotes[0]}), and ${inCi}.`;
}
