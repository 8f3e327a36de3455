/** What is to be looked at and how, what came of it, and what all ways of looking share. */
import {
  excusedBy,
  scanned,
  UserError,
  type Excused,
  type Io,
  type RangeGit,
  type Scanned,
  type ScanRequest,
  type Shard,
} from 'bnguard/for-action';
import type { Range } from '../git/complete.ts';
import type { Target, Tip } from '../happened.ts';
import { trusting, type Remote } from '../remote.ts';

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

/** A request of the command line for this repository. */
export function requestFor({ flags }: Job, repository: string, source: ScanRequest['source']): ScanRequest {
  return {
    ...flags,
    ...{ kind: 'scan', source, paths: [repository], reports: [{ format: 'json' }], ignores: true },
    ...{ verbose: false, quiet: false, progress: true, color: 'never' },
  };
}

/** Paths of flags are meant from the top of the repository. `git`: what was asked of a range. */
export async function scanIn(request: ScanRequest, { io }: Job, cwd: string, git?: RangeGit): Promise<Scanned> {
  return scanned(request, { io, cwd, git });
}

/**
 * The same where the commit `base` decides. A mistake in its files is told as the base's, with whether the change, by its
 * own request, mends it.
 */
export async function scanByBase(
  { request, own, base }: { readonly request: ScanRequest; readonly own: ScanRequest; readonly base: string },
  job: Job,
  cwd: string,
  git?: RangeGit,
): Promise<Scanned> {
  try {
    return await scanIn({ ...request, configFrom: base }, job, cwd, git);
  } catch (error) {
    if (!(error instanceof UserError) || !error.message.includes(`${base}:`)) throw error;
    const said = error.message.replaceAll(`${base}:`, '');
    const isMended = await excusedBy([], own, cwd).then(
      () => true,
      () => false,
    );
    const hope = isMended
      ? 'This change mends it: merge it although this check fails, and the next one works again.'
      : 'This change does not mend it: every check fails until the base branch is mended.';
    throw new UserError(`The base's configuration, which counts here, is faulty (commit ${base}). ${hope}\n${said}`);
  }
}

/**
 * What the scanned side itself would have set aside, and what is wrong with its configuration. `own`: the request by which
 * it would decide. `bringsConfig`: false where its configuration is the one that counts.
 */
export async function excuses(
  { report, notes }: Scanned,
  own: ScanRequest | undefined,
  cwd: string,
  bringsConfig = true,
): Promise<{ readonly excused: readonly Excused[]; readonly notes: readonly string[] }> {
  if (own === undefined || (report.findings.length === 0 && !bringsConfig)) return { excused: [], notes };
  const shown = new Set(report.findings.map(({ rule, fingerprint, path }) => `${rule} ${fingerprint} ${path}`));
  const byComment = (report.overruled ?? [])
    .filter(({ rule, fingerprint, path }) => shown.has(`${rule} ${fingerprint} ${path}`))
    .map((finding) => ({ finding, suppression: finding.suppression }));
  try {
    const { excused, thresholds } = await excusedBy(report.findings, own, cwd);
    const isLax = thresholds.failOn === 'never' && own.failOn === undefined;
    const lax = isLax ? ['Its configuration would let everything pass (failOn: never).'] : [];
    return { excused: [...byComment, ...excused], notes: [...notes, ...lax] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // Its files are named as those of a commit.
    const said = error.message.replaceAll(`${own.filesFrom}:`, '');
    return { excused: byComment, notes: [...notes, `${faulty} ${said}`] };
  }
}

const faulty =
  'Its own configuration is faulty. It does not count yet; once it is merged, every run fails until it is mended:';

/** Lets git read a folder of another user while this runs: in a container the checkout belongs to the runner. */
export async function withTrust<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, trusting(folder));
  try {
    return await run();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

export const notCheckedOut = (folder: string): string =>
  `Nothing was scanned: ${folder} is empty, so the repository was not checked out. Put actions/checkout before this step, or leave out scan and fetch: commits need no checkout.`;
