/** Looks at the commits of a range: completes it, scans it, and compares what the change excuses itself. */
import { join } from 'node:path';
import { askGit, askRange, loadAhead, nearNames, nearNotes, UserError } from 'bnguard/for-action';
import { findCheckout, type Checkout } from '../git/checkout.ts';
import { complete } from '../git/complete.ts';
import { ownRepository, type OwnRepository } from '../git/own-repository.ts';
import type { RangeTarget, Tip } from '../happened.ts';
import { trusting } from '../remote.ts';
import { excuses, requestFor, scanByBase, scanIn, type Job, type Looked } from './job.ts';

/** `temp`: absolute, for what is fetched. Throws a UserError where the range cannot be had whole. */
export async function lookAtRange(target: RangeTarget, job: Job, temp: string): Promise<Looked> {
  const checkout = findCheckout(job.folder);
  const resolved = job.mayFetch ? target : await resolvedHere(target, checkout);
  const repository = ownRepository(join(temp, 'repository.git'), {
    url: job.remote.url,
    checkout,
    isSha256: resolved.head.id?.length === 64,
  });
  const means = { repository, checkout, remote: job.mayFetch ? job.remote : undefined, decides: job.configFrom };
  const completing = complete(resolved, means);
  // While git works there is time to load what comes next.
  const [range] = await Promise.all([completing, loadAhead()]);
  const { head, exclude, base } = range;
  let { git } = range;
  try {
    const tags = await messagesOf(target, repository);
    const source = { kind: 'range', revisions: [head, '--not', ...exclude], tags } as const;
    if (exclude.includes(head) && tags.length === 0) {
      return { nothing: 'Head and base are the same commit, so there is nothing new.' };
    }
    if (job.configFrom === 'base' && base === undefined) {
      throw new UserError(
        'config-from: base needs a base commit, and this event has none. Leave it out, or name one with base.',
      );
    }
    git ??= askRange(repository, source);
    const request = requestFor(job, repository.dir, source);
    const byHead = { ...request, filesFrom: head };
    const none = range.hasNoConfig && job.flags.config === undefined ? ({ config: false } as const) : {};
    const near = range.near ?? nearIn(repository, head);
    const own = job.configFrom === 'base' ? byHead : undefined;
    const found = own
      ? await scanByBase({ request: { ...request, ...none }, own, base: base! }, job, repository.dir, git)
      : await scanIn({ ...byHead, ...none }, job, repository.dir, git);
    // Other files than those that are compared.
    const hasOwnFiles = job.flags.config !== undefined || job.flags.baseline !== undefined;
    const told = await excuses(found, own, repository.dir, hasOwnFiles ? undefined : range.bringsConfig);
    const notes = [...told.notes, ...(job.flags.config === undefined ? nearNotes(await near) : [])];
    return { ...found, range, ...told, notes, steps: range.notes };
  } finally {
    git?.close();
  }
}

/** Of files in the head that look like a configuration and are none: who wrote one should hear it. */
async function nearIn(repository: OwnRepository, head: string): Promise<readonly string[]> {
  const { stdout } = await repository.ask(['ls-tree', '--name-only', head, '--', ...nearNames]);
  return stdout.toString('utf8').split('\n').filter(Boolean);
}

/** The tag that was pushed, if it has a message. */
async function messagesOf({ tag }: RangeTarget, repository: OwnRepository): Promise<string[]> {
  if (tag === undefined) return [];
  const { stdout } = await repository.ask(['cat-file', '-t', tag]);
  return stdout.toString('latin1').trim() === 'tag' ? [tag] : [];
}

/** Names of branches as the checkout knows them, where nothing may be fetched. */
async function resolvedHere(target: RangeTarget, checkout: Checkout | undefined): Promise<RangeTarget> {
  const resolveTip = async (tip: Tip): Promise<Tip> => {
    if (tip.id !== undefined || tip.ref === undefined || checkout === undefined) return tip;
    const store = { dir: checkout.top, leads: trusting(checkout.top) };
    for (const name of [tip.ref.replace(/^refs\/heads\//, 'refs/remotes/origin/'), tip.ref]) {
      const { stdout } = await askGit(store, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
      const id = stdout.toString('latin1').trim();
      if (id !== '') return { id };
    }
    return tip;
  };
  return {
    ...target,
    head: await resolveTip(target.head),
    exclude: await Promise.all(target.exclude.map(resolveTip)),
    instead: await Promise.all(target.instead.map(resolveTip)),
  };
}
