/** From a target to what a scan of it found, whatever the system: gets what is missing, scans, compares excuses. */
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  askGit,
  count,
  excusedBy,
  loadAhead,
  scanned,
  UserError,
  type Excused,
  type Io,
  type Scanned,
  type ScanRequest,
  type Shard,
} from 'bnguard/for-action';
import { findCheckout, type Checkout } from './git/checkout.ts';
import { complete, type Range } from './git/complete.ts';
import { noGit, wholeCheckout } from './git/fetch.ts';
import { fetchCommit, mirror } from './git/mirror.ts';
import { ownRepository, temporaryRepository, type OwnRepository } from './git/own-repository.ts';
import type { RangeTarget, Target, Tip } from './happened.ts';
import { trusting, type Remote } from './remote.ts';

export interface Job {
  readonly target: Target | { readonly kind: 'tree'; readonly base?: Tip };
  /** Absolute; where the checkout is, if there is one. */
  readonly folder: string;
  /** Absolute; for what is fetched. */
  readonly temp: string;
  readonly io: Io;
  readonly remote: Remote;
  readonly mayFetch: boolean;
  /** Whose configuration, baseline and ignore comments count in a range or a tree. */
  readonly configFrom: 'base' | 'head';
  /** Flags of the command line. */
  readonly flags: Pick<
    ScanRequest,
    'failOn' | 'minSeverity' | 'minConfidence' | 'allowIncomplete' | 'config' | 'baseline'
  >;
  /** Refs beside branches and tags, for a history. */
  readonly proposals: readonly string[];
  readonly shard?: Shard | undefined;
  /** Absolute; a history is kept there for the next time. */
  readonly cache?: string | undefined;
}

export interface Found extends Scanned {
  readonly range?: Range;
  /** Findings that the scanned side excuses itself, though that does not count. */
  readonly excused: readonly Excused[];
  /** What was done to get there, for people. */
  readonly steps: readonly string[];
}

export type Looked = Found | { readonly nothing: string };

/** Throws a UserError where it cannot be looked at. */
export async function look(job: Job): Promise<Looked> {
  const { target } = job;
  if (target.kind === 'nothing') return { nothing: target.why };
  mkdirSync(job.temp, { recursive: true });
  const temp = realpathSync(mkdtempSync(join(job.temp, 'bnguard-')));
  try {
    return await lookAt(target, job, temp);
  } catch (error) {
    // A git that is absent or too old says so in many ways.
    await checkGit(temp);
    throw error;
  } finally {
    rmSync(temp, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function lookAt(target: Exclude<Job['target'], { kind: 'nothing' }>, job: Job, temp: string): Promise<Looked> {
  switch (target.kind) {
    case 'range':
      return lookAtRange(target, job, temp);
    case 'history':
      return lookAtHistory(job, temp);
    case 'tree':
      return lookAtTree(target.base, job, temp);
    default:
      return target satisfies never;
  }
}

async function checkGit(folder: string): Promise<void> {
  const { stdout, failure } = await askGit({ dir: folder, leads: {} }, ['--version']);
  if (failure === 'ENOENT') throw new UserError(noGit);
  const [, major, minor] = /^git version (\d+)\.(\d+)/.exec(stdout.toString('latin1')) ?? [];
  if (Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 29)) return;
  const version = major === undefined ? 'of an unknown version' : `${major}.${minor}`;
  throw new UserError(`Nothing was scanned: git is ${version}, and 2.29 or newer is needed. Install a newer one.`);
}

/** A request of the command line for this repository. */
function requestFor({ flags }: Job, repository: string, source: ScanRequest['source']): ScanRequest {
  return {
    ...flags,
    ...{ kind: 'scan', source, paths: [repository], reports: [{ format: 'json' }], ignores: true },
    ...{ verbose: false, quiet: false, progress: true, color: 'never' },
  };
}

async function lookAtRange(target: RangeTarget, job: Job, temp: string): Promise<Looked> {
  const checkout = await findCheckout(job.folder);
  const resolved = job.mayFetch ? target : await resolvedHere(target, checkout);
  const repository = temporaryRepository(temp, {
    url: job.remote.url,
    checkout,
    isSha256: resolved.head.id?.length === 64,
  });
  const means = { repository, checkout, remote: job.mayFetch ? job.remote : undefined };
  const completing = complete(resolved, means);
  // While git works there is time to load what comes next.
  loadAhead();
  const range = await completing;
  const { head, exclude, base } = range;
  if (exclude.includes(head)) return { nothing: 'Head and base are the same commit, so there is nothing new.' };
  if (job.configFrom === 'base' && base === undefined) {
    throw new UserError(
      'config-from: base needs a base commit, and this event has none. Leave it out, or name one with base.',
    );
  }
  const revisions = [head, '--not', ...exclude];
  const request = requestFor(job, repository.dir, { kind: 'range', revisions });
  const decides = job.configFrom === 'base' ? { configFrom: base! } : { filesFrom: head };
  const found = await scanIn({ ...request, ...decides }, job, repository.dir);
  const own = job.configFrom === 'base' ? { ...request, filesFrom: head } : undefined;
  return { ...found, range, ...(await excuses(found, own, repository.dir)), steps: range.notes };
}

/** Paths of flags are meant from the top of the repository. */
async function scanIn(request: ScanRequest, { io }: Job, cwd: string): Promise<Scanned> {
  return scanned(request, { io, cwd });
}

/** What the scanned side itself would have set aside. `own`: the request by which it would decide. */
async function excuses(
  { report, notes }: Scanned,
  own: ScanRequest | undefined,
  cwd: string,
): Promise<{ readonly excused: readonly Excused[]; readonly notes: readonly string[] }> {
  if (own === undefined || report.findings.length === 0) return { excused: [], notes };
  const shown = new Set(report.findings.map(({ rule, fingerprint, path }) => `${rule} ${fingerprint} ${path}`));
  const byComment = (report.overruled ?? [])
    .filter(({ rule, fingerprint, path }) => shown.has(`${rule} ${fingerprint} ${path}`))
    .map((finding) => ({ finding, suppression: finding.suppression }));
  try {
    const { excused, thresholds } = await excusedBy(report.findings, own, cwd);
    const lax = thresholds.failOn === 'never' ? ['Its configuration would let everything pass (failOn: never).'] : [];
    return { excused: [...byComment, ...excused], notes: [...notes, ...lax] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { excused: byComment, notes: [...notes, `Its own configuration is faulty: ${error.message}`] };
  }
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

async function lookAtHistory(job: Job, temp: string): Promise<Found> {
  const { shard, cache, remote, proposals } = job;
  const source = { kind: 'history', cache: cache !== undefined, ...(shard && { shard }) } as const;
  if (!job.mayFetch) {
    const checkout = await findCheckout(job.folder);
    if (checkout === undefined) throw new UserError(notCheckedOut(job.folder));
    return withTrust(checkout.top, async () => ({
      ...(await scanIn(requestFor(job, checkout.top, source), job, checkout.top)),
      ...{ excused: [], steps: ['read the checkout as it is'] },
    }));
  }
  const options = { url: remote.url, isSha256: false };
  const repository = cache ? ownRepository(join(cache, 'repository.git'), options) : temporaryRepository(temp, options);
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

async function lookAtTree(base: Tip | undefined, job: Job, temp: string): Promise<Found> {
  const checkout = await findCheckout(job.folder);
  const files = readdirSync(job.folder, { withFileTypes: false });
  if (files.length === 0) throw new UserError(notCheckedOut(job.folder));
  return withTrust(job.folder, async () => {
    const request = requestFor(job, job.folder, { kind: 'disk' });
    if (job.configFrom !== 'base' || base?.id === undefined) {
      return { ...(await scanIn(request, job, job.folder)), excused: [], steps: [] };
    }
    const own = temporaryRepository(temp, { url: job.remote.url, checkout, isSha256: base.id.length === 64 });
    if ((await own.ask(['cat-file', '-e', `${base.id}^{tree}`])).failure !== undefined || checkout?.isPartial) {
      if (!job.mayFetch) {
        throw new UserError(
          `Nothing was scanned: the checkout lacks the base commit ${base.id}, whose configuration counts. Set config-from: head, or ${wholeCheckout}.`,
        );
      }
      await fetchCommit(own, job.remote, base.id);
    }
    const found = await scanIn({ ...request, configFrom: base.id, commitsIn: own.dir }, job, job.folder);
    return { ...found, ...(await excuses(found, request, job.folder)), steps: [] };
  });
}

/** Lets git read a folder of another user while this runs: in a container the checkout belongs to the runner. */
async function withTrust<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, trusting(resolve(folder)));
  try {
    return await run();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

const notCheckedOut = (folder: string): string =>
  `Nothing was scanned: ${folder} is empty, so the repository was not checked out. Put actions/checkout before this step, or leave out scan and fetch: commits need no checkout.`;
