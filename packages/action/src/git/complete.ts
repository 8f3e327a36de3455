/** Says which commits a range has, and brings what a checkout lacks of them. Most lack nothing. */
import {
  askRange,
  configNames,
  defaultBaseline,
  headerOf,
  nearNames,
  objectsIn,
  UserError,
  type RangeGit,
  type StoredObject,
} from 'bnguard/for-action';
import type { RangeTarget, Tip } from '../happened.ts';
import type { Remote } from '../remote.ts';
import type { Checkout } from './checkout.ts';
import type { OwnRepository } from './own-repository.ts';
import { wholeCheckout } from './remedies.ts';

/** A range with all that it takes to scan it. */
export interface Range {
  /** Full ids. */
  readonly head: string;
  readonly exclude: readonly string[];
  /** The newest that it is held against: the commit that decides what counts. */
  readonly base: string | undefined;
  /** The commit that decides was asked for a configuration, and has none. */
  readonly hasNoConfig?: boolean;
  /** False: what the head says of configuration and baseline is what counts. */
  readonly bringsConfig?: false | undefined;
  /** Names in the head that look like a configuration's and are none, where they were asked for. */
  readonly near?: readonly string[];
  /** What had to be fetched, for people. */
  readonly notes: readonly string[];
  /** Where git was asked for it already. */
  readonly git?: RangeGit;
}

export interface Means {
  readonly repository: OwnRepository;
  readonly checkout: Checkout | undefined;
  /** Absent: nothing may be fetched. */
  readonly remote: Remote | undefined;
  /** Whose configuration counts. */
  readonly decides: 'base' | 'head';
}

/** Throws a UserError that says what to do where the range cannot be had whole. */
export async function complete(target: RangeTarget, means: Means): Promise<Range> {
  const { repository, checkout, remote } = means;
  // Then all that leads to its commits is here, too.
  const isWhole = checkout !== undefined && checkout.shallow.length === 0 && !checkout.isPartial;
  const trial = target.trial === undefined ? [] : [{ id: target.trial }];
  const ends = idsOf([target.head, ...target.exclude, ...trial, ...target.instead]);
  const deciding = means.decides === 'head' ? target.head.id : decidingBase(target);
  const filesOf = (commit: string | undefined): string[] =>
    commit === undefined ? [] : [...configNames, defaultBaseline].map((name) => `${commit}:${name}`);
  const [counting, proposed] = [filesOf(deciding), filesOf(target.head.id)];
  // Most likely the range is as it seems: git is asked for it while it is asked for the ends.
  // Where the head decides these are the same files.
  const nearOf = (name: string): string => `${target.head.id}:${name}`;
  const near = target.head.id === undefined ? [] : nearNames.map(nearOf);
  const names = [...new Set([...ends, ...counting, ...proposed, ...near])];
  const git = isWhole ? askedFor(target, repository, names) : undefined;
  const found = await (git?.named ?? objectsIn(repository, names)).catch((error: unknown) => {
    git?.close();
    throw error;
  });
  const known = commitsIn(found);
  const parents = target.trial === undefined ? undefined : known.get(target.trial);
  // A trial of another state of the head says nothing of this one.
  const trialBase = parents?.[1] === target.head.id ? parents?.[0] : undefined;
  const isAsItSeems = target.trial === undefined || trialBase !== undefined;
  const bases = [...target.exclude, ...(trialBase !== undefined ? [{ id: trialBase }] : [])];
  const wanted = isAsItSeems ? bases : [...bases, ...target.instead];

  const here = (tip: Tip): boolean => tip.id !== undefined && known.has(tip.id);
  // Of a base that is known by its name only nobody can tell whether it is here.
  const isHere =
    here(target.head) && wanted.every((tip) => here(tip) || (trialBase !== undefined && tip.id === trialBase));
  const [head, exclude] = [target.head.id!, idsOf(wanted)];
  if (git && isHere && isAsItSeems) {
    // Where all is here, what git does not know is not there.
    const ids = new Map(found.map((object) => [object.asked, object.kind === 'object' ? object.id : object.kind]));
    const hasNone = (files: readonly string[]): boolean =>
      files.length > 0 && files.slice(0, configNames.length).every((name) => ids.get(name) === 'missing');
    const hasNoConfig = hasNone(counting);
    // A configuration may name other files, for which nobody has asked.
    const isSame = hasNoConfig && hasNone(proposed) && ids.get(counting.at(-1)!) === ids.get(proposed.at(-1)!);
    const bringsConfig = isSame ? false : undefined;
    const like = nearNames.filter((name) => ids.get(nearOf(name)) !== 'missing');
    return { head, exclude, base: exclude.at(-1), hasNoConfig, bringsConfig, near: like, notes: [], git };
  }
  git?.close();
  const { asRange, fetchCommits, fetchContents } = await import('./fetch-range.ts');
  const range = isHere ? await asRange(repository, head, exclude, []) : undefined;
  if (range && !checkout?.isPartial) return range;
  if (remote === undefined) {
    throw new UserError(
      `Nothing was scanned: the checkout lacks commits of the range, and fetch: never forbids to fetch them. Leave it out, or ${wholeCheckout}.`,
    );
  }
  const fetched = range ?? (await fetchCommits(target, wanted, repository, remote));
  const contents = await fetchContents(fetched, repository, remote);
  return { ...fetched, notes: [...fetched.notes, ...contents] };
}

/** Asks git for the range, if all is as it seems; undefined where something is known by its ref only. */
function askedFor(
  { head, exclude, trial }: RangeTarget,
  repository: OwnRepository,
  names: readonly string[],
): RangeGit | undefined {
  if ([head, ...exclude].some(({ id }) => id === undefined)) return undefined;
  const bases = [...idsOf(exclude), ...(trial === undefined ? [] : [`${trial}^1`])];
  return askRange(repository, { kind: 'range', revisions: [head.id!, '--not', ...bases] }, names);
}

/** The base that will decide if all is here, as git may be asked for it. */
const decidingBase = ({ trial, exclude }: RangeTarget): string | undefined =>
  trial === undefined ? exclude.at(-1)?.id : `${trial}^1`;

const idsOf = (tips: readonly Tip[]): string[] => [...new Set(tips.flatMap(({ id }) => id ?? []))];

/** The commits and tags among these objects, with their parents. */
function commitsIn(objects: readonly StoredObject[]): ReadonlyMap<string, readonly string[]> {
  const commits = new Map<string, readonly string[]>();
  for (const object of objects) {
    if (object.kind !== 'object' || !/^(?:commit|tag)$/.test(object.type)) continue;
    const parents = headerOf(object.bytes).matchAll(/^parent ([0-9a-f]+)$/gm);
    commits.set(
      object.asked,
      Array.from(parents, ([, parent]) => parent!),
    );
  }
  return commits;
}
