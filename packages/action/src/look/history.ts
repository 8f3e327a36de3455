/** Looks at everything that a repository ever had: a clone of ours brought up to date, or the checkout as it is. */
import { join } from 'node:path';
import { count, UserError } from 'bnguard/for-action';
import { findCheckout } from '../git/checkout.ts';
import { mirror } from '../git/mirror.ts';
import { ownRepository, type OwnRepository } from '../git/own-repository.ts';
import { notCheckedOut, requestFor, scanIn, withTrust, type Found, type Job } from './job.ts';

/** `temp`: absolute, for what is fetched and not kept. Throws a UserError where the server cannot be asked. */
export async function lookAtHistory(job: Job, temp: string): Promise<Found> {
  const { shard, cache, remote, proposals } = job;
  const source = { kind: 'history', cache: cache !== undefined, ...(shard && { shard }) } as const;
  if (!job.mayFetch) {
    const checkout = findCheckout(job.folder);
    if (checkout === undefined) throw new UserError(notCheckedOut(job.folder));
    return withTrust(checkout.top, async () => ({
      ...(await scanIn(requestFor(job, checkout.top, source), job, checkout.top)),
      ...{ excused: [], steps: ['read the checkout as it is'] },
    }));
  }
  const options = { url: remote.url, isSha256: false };
  const repository = ownRepository(join(cache ?? temp, 'repository.git'), options);
  await mirror(repository, remote, proposals);
  const hasHead = (await repository.ask(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])).failure === undefined;
  const request = { ...requestFor(job, repository.dir, source), ...(hasHead && { filesFrom: 'HEAD' }) };
  // The key that seals what a scan remembers is kept beside it.
  const io = cache ? { ...job.io, env: { ...job.io.env, XDG_CACHE_HOME: cache } } : job.io;
  return {
    ...(await scanIn(request, { ...job, io }, repository.dir)),
    ...{ excused: [], steps: [`fetched ${count(await refsOf(repository), 'ref')}`] },
  };
}

async function refsOf(repository: OwnRepository): Promise<number> {
  const { stdout } = await repository.ask(['for-each-ref', '--format=x']);
  return stdout.length / 2;
}
