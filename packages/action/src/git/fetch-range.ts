/**
 * Brings what a range needs and a checkout lacks, no more than that: commits first, without the content of files, until
 * nothing in the range is cut off; then, in one request, the contents that a scan of the range reads.
 */
import { count, UserError } from 'bnguard/for-action';
import { isId, type RangeTarget, type Tip } from '../happened.ts';
import type { Remote } from '../remote.ts';
import type { Range } from './complete.ts';
import { contentsOf } from './contents.ts';
import { fetchFrom, NotThere } from './fetch.ts';
import { forgetShallow, type OwnRepository } from './own-repository.ts';
import { wholeCheckout } from './remedies.ts';

/** Depths to fetch to, one after the other; the last one is all there is. */
const depths = (commits = 0): readonly number[] => {
  const first = Math.min(Math.max(2 * commits, 50), 2000);
  return [first, 10 * first, 2 ** 31 - 1];
};

/** Commits of history, without contents, until the range is whole. */
export async function fetchCommits(
  target: RangeTarget,
  first: readonly Tip[],
  repository: OwnRepository,
  remote: Remote,
): Promise<Range> {
  forgetShallow(repository);
  let head = target.head.id ?? target.head.ref!;
  let wanted = first;
  for (const depth of depths(target.commits)) {
    for (;;) {
      const specs = [head, ...wanted.map((tip) => tip.id ?? tip.ref!)];
      const refs = specs.map((spec, i) => `+${spec}:refs/bnguard/${i}`);
      try {
        await fetchFrom(repository, remote, ['--filter=blob:none', `--depth=${depth}`, 'origin', ...refs]);
        break;
      } catch (error) {
        if (!(error instanceof NotThere)) throw error;
        if (error.what === head) head = otherName(target.head, head);
        else wanted = without(wanted, error.what, target);
      }
    }
    const refs = ['refs/bnguard/0', ...wanted.map((_, i) => `refs/bnguard/${i + 1}`)];
    const [tip, ...exclude] = await idsOfRefs(repository, [target.head.id ?? refs[0]!, ...refs.slice(1)]);
    const range = await asRange(
      repository,
      tip!,
      [...new Set(exclude)],
      ['fetched the commits that the checkout lacked'],
    );
    if (range) return range;
  }
  throw new UserError(
    `Nothing was scanned: the history of ${head} is cut off on the server itself, so nobody can tell what is new in it. Name a commit that is there with base.`,
  );
}

/** By what else the head can be fetched. */
function otherName({ id, ref }: Tip, tried: string): string {
  if (ref !== undefined && ref !== tried) return ref;
  throw new UserError(
    `Nothing was scanned: the server has no ${id ?? tried} any more. If it was pushed over, the run of the new commit looks at everything.`,
  );
}

/** What is left to exclude where one of it cannot be had. */
function without(wanted: readonly Tip[], lost: string, { instead, mayBeAll }: RangeTarget): readonly Tip[] {
  const left = wanted.filter(({ id, ref }) => id !== lost && ref !== lost);
  if (left.length === wanted.length) throw new UserError(`Nothing was scanned: the server has no ${lost}.`);
  const others = instead.filter(({ ref }) => ref !== lost && !left.some((tip) => tip.ref === ref));
  if (left.length + others.length === 0 && !mayBeAll) {
    throw new UserError(
      `Nothing was scanned: the server has no base commit ${lost} any more, so nobody can tell what is new. Name one with the input base.`,
    );
  }
  return [...left, ...others];
}

/** Their commits: pushes of tags name the tag. */
async function idsOfRefs(repository: OwnRepository, names: readonly string[]): Promise<string[]> {
  const { stdout, failure } = await repository.ask(['rev-parse', ...names.map((name) => `${name}^{commit}`)]);
  const ids = stdout.toString('latin1').split('\n').filter(isId);
  if (failure === undefined && ids.length === names.length) return ids;
  throw new UserError(
    `Nothing was scanned: the server no longer has ${names[0]} as a commit, for its ref has moved on. The run of the new commit looks at everything.`,
  );
}

/**
 * The range, if nothing in it is cut off: a commit whose parents are not here may have others before it. Where a base is cut
 * off, the beginning of the whole history in the range says that the base was not seen to its end.
 */
export async function asRange(
  repository: OwnRepository,
  head: string,
  exclude: readonly string[],
  notes: readonly string[],
): Promise<Range | undefined> {
  const range: Range = { head, exclude, base: exclude.at(-1), notes };
  const shallow = new Set(repository.shallow());
  const { stdout, failure } = await repository.ask(['rev-list', '--parents', head, '--not', ...exclude, '--']);
  if (failure !== undefined) return undefined;
  if (shallow.size === 0) return range;
  const commits = stdout.toString('latin1').split('\n').filter(Boolean);
  const isCut = commits.some((line) => shallow.has(line.split(' ')[0]!));
  const beginsHistory = exclude.length > 0 && commits.some((line) => !line.includes(' '));
  return isCut || beginsHistory ? undefined : range;
}

/** What the scan will read of the range: what its commits bring and replace, and the files of both ends. */
export async function fetchContents(range: Range, repository: OwnRepository, remote: Remote): Promise<string[]> {
  const missing = await contentsOf(repository, range);
  if (missing.length === 0) return [];
  const input = missing.map((id) => `${id}\n`).join('');
  const args = ['--filter=blob:none', '--stdin', 'origin'];
  try {
    await fetchFrom(repository, remote, args, input);
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    throw new UserError(
      `Nothing was scanned: the server does not give the file contents that the range needs (${error.what}). Instead, ${wholeCheckout}.`,
    );
  }
  return [`fetched ${count(missing.length, 'file version')}`];
}
