/** Looks at the files that are checked out. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from 'bnguard/for-action';
import { findCheckout } from '../git/checkout.ts';
import { fetchCommit } from '../git/mirror.ts';
import { ownRepository } from '../git/own-repository.ts';
import { wholeCheckout } from '../git/remedies.ts';
import type { Tip } from '../happened.ts';
import { excuses, notCheckedOut, requestFor, scanByBase, scanIn, withTrust, type Found, type Job } from './job.ts';

/** `base`: whose configuration counts, where the base decides. Throws a UserError where there are no files. */
export async function lookAtTree(base: Tip | undefined, job: Job, temp: string): Promise<Found> {
  const checkout = findCheckout(job.folder);
  const files = readdirSync(job.folder, { withFileTypes: false });
  if (files.length === 0) throw new UserError(notCheckedOut(job.folder));
  return withTrust(job.folder, async () => {
    const request = requestFor(job, job.folder, { kind: 'disk' });
    if (job.configFrom !== 'base' || base?.id === undefined) {
      return { ...(await scanIn(request, job, job.folder)), excused: [], steps: [] };
    }
    const own = ownRepository(join(temp, 'repository.git'), {
      url: job.remote.url,
      checkout,
      isSha256: base.id.length === 64,
    });
    if ((await own.ask(['cat-file', '-e', `${base.id}^{tree}`])).failure !== undefined || checkout?.isPartial) {
      if (!job.mayFetch) {
        throw new UserError(
          `Nothing was scanned: the checkout lacks the base commit ${base.id}, whose configuration counts. Set config-from: head, or ${wholeCheckout}.`,
        );
      }
      await fetchCommit(own, job.remote, base.id);
    }
    const byBase = { request: { ...request, commitsIn: own.dir }, own: request, base: base.id };
    const found = await scanByBase(byBase, job, job.folder);
    return { ...found, ...(await excuses(found, request, job.folder)), steps: [] };
  });
}
