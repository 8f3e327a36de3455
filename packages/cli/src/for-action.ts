/**
 * What the Action takes from the command line: the same scan, the same exit rules, the same reports. Reports are loaded when
 * they are asked for: starting is most of what a small scan costs.
 */
import { redact, redactAll } from './redact.ts';
import { judged, scanWith, type Judged } from './commands/scan.ts';
import { exitCode, shownPart } from './exit-code.ts';
import type { Io } from './io.ts';
import { userCacheFolder } from './io.ts';
import type { ScanRequest } from './requests.ts';
import { scan } from './scan.ts';
import { planScan, type Plan } from './scan-settings.ts';
import type { RangeGit } from './sources/range-git.ts';
import type { Report, Source } from './types.ts';
import { ownVersion } from './version.ts';
import type { Finding, Suppression } from '@bnguard/engine';
import type { Level } from './reports/github.ts';

export { crashText } from './crash.ts';
export type { ExitCode } from './exit-code.ts';
export { oneOf, countFlag, shardFlag } from './flag-values.ts';
export { nearNames, nearNotes } from './config.ts';
export { configNames, defaultBaseline } from './defaults.ts';
export { askGit, type Answer } from './git/ask.ts';
export { headerOf } from './git/commits.ts';
export { objectsIn, type StoredObject } from './git/objects.ts';
export { gitFolderOf } from './git/repository.ts';
export type { Store } from './git/store.ts';
export { processIo, type Io } from './io.ts';
export { ownProcess } from './own-process.ts';
export { visible } from './reports/visible.ts';
export { isGap } from './reports/gap.ts';
export { redact };
export type { ScanRequest, Shard, SourceRequest } from './requests.ts';
export { count } from './reports/words.ts';
export { readSmallFile } from './small-file.ts';
export { isInside } from './sources/names.ts';
export { askRange, type RangeGit } from './sources/range-git.ts';
export { didYouMean } from './suggest.ts';
export type { Report } from './types.ts';
export { UserError } from './user-error.ts';

export type { Finding } from '@bnguard/engine';
export type { Level } from './reports/github.ts';

export type { Judged } from './commands/scan.ts';

/** A scan that is over: its shown part, how it ends, and notes for people. */
export interface Scanned extends Judged {
  readonly notes: readonly string[];
}

/** `bnguard scan`, without its texts. Throws a UserError like the command. `cwd`: absolute; `git`: what was asked of a range. */
export async function scanned(
  request: ScanRequest,
  { io, cwd, git }: { readonly io: Io; readonly cwd: string; readonly git?: RangeGit | undefined },
): Promise<Scanned> {
  const given = sourceOf(request, io, git);
  const plan = await planScan(request, cwd);
  const whole = await scanWith(plan, request, { io, cwd, scan }, given);
  return { ...(await judged(whole, plan)), notes: plan.notes };
}

function sourceOf({ source }: ScanRequest, io: Io, git: RangeGit | undefined): Source {
  if (source.kind === 'stdin') throw new TypeError('the Action has no standard input');
  if (source.kind === 'range') return { ...source, ...(git && { git }) };
  if (source.kind !== 'history') return source;
  const { cache, ...rest } = source;
  return { ...rest, ...(cache && { userCache: userCacheFolder(io) }) };
}

/** An excuse that would set a finding aside, if another commit decided. */
export interface Excused {
  readonly finding: Finding;
  readonly suppression: Suppression;
}

/** Which of these findings the configuration and the baseline of another request would set aside, and its thresholds. */
export async function excusedBy(
  findings: readonly Finding[],
  request: ScanRequest,
  cwd: string,
): Promise<{ readonly excused: readonly Excused[]; readonly thresholds: Plan['thresholds'] }> {
  const plan = await planScan(request, cwd);
  const [root] = plan.roots.keys();
  const entries = await plan.settings.configFor(root!);
  const excused = findings.flatMap((finding) => {
    const entry = entries.find((one) => one.covers(finding));
    return entry === undefined
      ? []
      : [{ finding, suppression: { by: entry.by, at: entry.at, ...(entry.reason && { reason: entry.reason }) } }];
  });
  return { excused: redactAll(excused), thresholds: plan.thresholds };
}

const reports = (): Promise<typeof import('./reports/for-action.ts')> => import('./reports/for-action.ts');

async function rounds(count: number): Promise<void> {
  for (let round = 0; round < count; round++) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * Loads what a scan of a range and its reports need, so that it is there when it is asked for. All at once: git stops when
 * some 200 KB of its answers wait to be read. Never rejects.
 */
export async function loadAhead(): Promise<void> {
  try {
    // What git has answered by now comes first: it waits for the next question. That it is over is said a round later.
    await rounds(2);
    await import('@bnguard/engine/gates');
    await rounds(2);
    await Promise.all([
      import('./sources/range.ts'),
      import('./git/tree-files.ts'),
      import('./overrule.ts'),
      reports(),
    ]);
  } catch {
    // Whoever asks for it later tells.
  }
}

export async function annotations(report: Report, taken: Partial<Record<Level, number>>): Promise<Iterable<string>> {
  return (await reports()).githubReport(report, taken);
}

/** A workflow command: `properties` and `message` are escaped. */
export async function workflowCommand(
  level: Level,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): Promise<string> {
  return (await reports()).command(level, properties, message);
}

/** Text that a stranger chose, for Markdown. */
export async function codeSpan(text: string): Promise<string> {
  return (await reports()).code(redact(text));
}

export async function markdown(report: Report, limit: number): Promise<string> {
  const rules = await rulesFor(report);
  return (await reports()).markdownReport(report, rules, limit);
}

export async function sarif(report: Report): Promise<Iterable<string>> {
  const rules = await rulesFor(report);
  return (await reports()).sarifReport(report, rules);
}

export async function json(report: Report): Promise<Iterable<string>> {
  return (await reports()).jsonReport(report);
}

export async function gitlab(report: Report): Promise<Iterable<string>> {
  return (await import('./reports/gitlab.ts')).gitlabReport(report, await rulesFor(report));
}

export async function text(report: Report, hidden: Judged['hidden']): Promise<Iterable<string>> {
  const { textReport } = await import('./reports/text.ts');
  return textReport(report, {
    color: false,
    width: 100,
    verbose: false,
    quiet: false,
    rules: await rulesFor(report),
    hidden,
  });
}

export async function html(report: Report): Promise<Iterable<string>> {
  return (await import('./reports/html/html.ts')).htmlReport(report, await rulesFor(report));
}

/** `bnguard merge`: JSON reports (paths from `cwd`) as one, judged by these thresholds. Throws a UserError like the command. */
export async function mergedReport(
  files: readonly string[],
  thresholds: Plan['thresholds'],
  cwd: string,
): Promise<Judged> {
  const [{ merged }, { readReport }] = await Promise.all([
    import('./commands/merge.ts'),
    import('./reports/read-report.ts'),
  ]);
  const reports: Report[] = [];
  // One after the other: there may be thousands.
  for (const file of files) reports.push(await readReport(file, cwd));
  const whole = reports.length > 0 ? merged(reports) : emptyReport();
  const { report, hidden } = shownPart(redactAll(whole), thresholds);
  return { report, hidden, code: exitCode(report, thresholds) };
}

function emptyReport(): Report {
  return {
    ...{ schema: 1, tool: { name: 'bnguard', version: ownVersion() }, asOf: new Date().toISOString(), complete: true },
    ...{ findings: [], suppressed: [], skipped: [] },
    coverage: { documents: 0, bytes: 0, ignored: 0, dependencyFolders: 0, repositories: 0 },
  };
}

/** The engine takes longer to load than all else together, and what is clean needs no rule. */
async function rulesFor({ findings }: Report): Promise<typeof import('@bnguard/engine').rules> {
  return findings.length > 0 ? (await import('@bnguard/engine')).rules : [];
}
