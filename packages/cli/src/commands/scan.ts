/** `bnguard scan`: flags to settings, a report to texts and an exit code. What is read is decided in scan.ts. */
import { exitCode, shownPart, type ExitCode, type Hidden } from '../exit-code.ts';
import { endChildren } from '../git/children.ts';
import { openStore } from '../git/store.ts';
import { userCacheFolder, type Io } from '../io.ts';
import type { Setting } from '../main.ts';
import { coveredText, progressLine } from '../progress.ts';
import { redactAll } from '../redact.ts';
import { renderReports } from '../reports/render.ts';
import type { Outcome, ScanFlags, ScanRequest } from '../requests.ts';
import { planScan, type Plan } from '../scan-settings.ts';
import { askRange } from '../sources/range-git.ts';
import { askStaged } from '../sources/staged-git.ts';
import type { Progress, Report, Source } from '../types.ts';

export async function runScan(request: ScanRequest, setting: Setting): Promise<Outcome> {
  const { cwd } = setting;
  // A commit or a push waits for this one: git works while the rest is loaded.
  const asked = askedAtOnce(request, cwd);
  try {
    if (!request.quiet && request.reports.some(({ format }) => format === 'text')) void import('../reports/text.ts');
    const plan = await planScan(request, cwd);
    const given = asked ?? (await sourceOf(request, setting));
    const flags = { ...request, progress: request.progress && !request.quiet };
    return await outcomeOf(request, setting, plan, await scanWith(plan, flags, setting, given));
  } finally {
    // A git that waits for questions would keep this program waiting too.
    asked?.git.close();
  }
}

/** What a scan comes to: its shown part, what that leaves out, and how it ends. The same for every front. */
export interface Judged {
  readonly report: Report;
  readonly hidden: Hidden;
  readonly code: ExitCode;
}

/** With --config-from, ignore comments count as the commit has them. */
export async function judged(
  whole: Report,
  { from, thresholds }: Plan,
  fingerprints?: readonly string[],
): Promise<Judged> {
  const ruled = from === undefined ? whole : await (await import('../overrule.ts')).overrule(whole, from);
  const { report, hidden } = shownPart(onlyOf(ruled, fingerprints), thresholds);
  return { report, hidden, code: exitCode(report, thresholds) };
}

const onlyOf = (report: Report, fingerprints: readonly string[] | undefined): Report =>
  fingerprints === undefined
    ? report
    : { ...report, findings: report.findings.filter(({ fingerprint }) => fingerprints.includes(fingerprint)) };

/** A scan's texts and exit code. */
async function outcomeOf(request: ScanRequest, setting: Setting, plan: Plan, whole: Report): Promise<Outcome> {
  const { report, hidden, code } = await judged(whole, plan, request.fingerprints);
  const quiet = request.quiet === 'passed' ? code === 0 : request.quiet;
  return {
    code,
    ...(await renderReports(report, hidden, { ...request, quiet }, setting)),
    notes: quiet ? [] : plan.notes,
  };
}

/** Scans with a progress line where one is wanted; the report holds no value, in whatever path or name it was. */
export async function scanWith(
  plan: Plan,
  flags: Pick<ScanFlags, 'progress'>,
  { io, scan }: Setting,
  source: Source = { kind: 'disk' },
): Promise<Report> {
  const line = flags.progress ? progressLine(io.stderr, io.isTTY.stderr ? (io.columns ?? 80) : undefined) : undefined;
  let covered: Progress | undefined;
  const watch = io.onInterrupt?.(async () => {
    endChildren();
    await line?.end();
    const known = coveredText(
      covered ?? { unit: source.kind === 'history' ? 'object' : 'file', documents: 0, bytes: 0, findings: 0 },
    );
    return `bnguard: stopped before the end. Looked at ${known}; nothing is reported of a part.\n`;
  });
  try {
    const onProgress = (progress: Progress): void => {
      covered = progress;
      line?.onProgress(progress);
    };
    return redactAll(await scan({ ...plan.settings, source, onProgress }));
  } finally {
    watch?.();
    await line?.end();
  }
}

function askedAtOnce({ source, paths: [path] }: ScanRequest, cwd: string) {
  if (source.kind === 'staged') return { ...source, git: askStaged(cwd, path, source.merging) };
  if (source.kind === 'range') return { ...source, git: askRange(openStore(cwd, path), source) };
  return undefined;
}

async function sourceOf({ source }: ScanRequest, { io }: Setting): Promise<Source> {
  if (source.kind === 'stdin') return { ...source, bytes: await readAll(io) };
  if (source.kind === 'history') {
    const { kind, cache, shard } = source;
    return { kind, ...(shard && { shard }), ...(cache && { userCache: userCacheFolder(io) }) };
  }
  return source;
}

/** Standard input to its end. Who sits before it is told how it ends. */
export async function readAll({ stdin, stderr, isTTY }: Io): Promise<Uint8Array> {
  if (isTTY.stdin === true) {
    await stderr.write(
      `bnguard: reads what is typed here until ${process.platform === 'win32' ? 'Ctrl-Z and Enter' : 'Ctrl-D'}.\n`,
    );
  }
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
