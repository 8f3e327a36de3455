/** `bnguard scan`: flags to settings, a report to texts and an exit code. What is read is decided in scan.ts. */
import { resolve } from 'node:path';
import { exitCode, shownPart } from '../exit-code.ts';
import { textWidth, wantsColor, type Io } from '../io.ts';
import type { Setting } from '../main.ts';
import { progressLine } from '../progress.ts';
import { redactAll } from '../redact.ts';
import type { Outcome, ReportRequest, ScanFlags, ScanRequest } from '../requests.ts';
import type { Plan } from '../scan-settings.ts';
import type { StagedGit } from '../sources/staged-git.ts';
import type { Report, Source } from '../types.ts';

export async function runScan(request: ScanRequest, setting: Setting): Promise<Outcome> {
  const { io, cwd } = setting;
  const { source } = request;
  // A commit waits for this one: git works while the rest is loaded.
  const staged =
    source.kind === 'staged' ? (await import('../sources/staged-git.ts')).askStaged(cwd, request.paths[0]) : undefined;
  try {
    if (request.reports.some(({ format }) => format === 'text')) void import('../reports/text.ts');
    void import('../scan.ts');
    const { planScan } = await import('../scan-settings.ts');
    const plan = await planScan(request, cwd);
    const given = await sourceOf(request, io, staged);
    const whole = await scanWith(plan, { ...request, progress: request.progress && !request.quiet }, setting, given);
    return await outcomeOf(request, setting, plan, whole);
  } finally {
    // A git that waits for questions would keep this program waiting too.
    void staged?.objects.then((objects) => objects.close()).catch(() => {});
  }
}

async function outcomeOf(request: ScanRequest, { io, cwd }: Setting, plan: Plan, whole: Report): Promise<Outcome> {
  const { report, hidden } = shownPart(whole, plan.thresholds);

  const render = async ({ format, file }: ReportRequest): Promise<string> => {
    if (format === 'json') return (await import('../reports/json.ts')).jsonReport(report);
    const { textReport } = await import('../reports/text.ts');
    // The engine takes longer to load than all else together, and what is clean needs no advice.
    const rules = report.findings.length > 0 ? (await import('@bnguard/engine')).rules : [];
    const forTerminal = file === undefined;
    return textReport(report, {
      color: forTerminal ? wantsColor(request.color, io) : request.color === 'always',
      width: forTerminal ? textWidth(io) : 80,
      verbose: request.verbose,
      quiet: request.quiet,
      rules,
      hidden,
    });
  };
  const texts = await Promise.all(request.reports.map(async (one) => ({ ...one, text: await render(one) })));
  return {
    code: exitCode(report, plan.thresholds),
    stdout: texts.map(({ file, text }) => (file === undefined ? text : '')).join(''),
    files: texts.flatMap(({ file, text }) => (file === undefined ? [] : [{ path: resolve(cwd, file), text }])),
    notes: request.quiet ? [] : plan.notes,
  };
}

/** Scans with a progress line where one is wanted; the report holds no value, in whatever path or name it was. */
export async function scanWith(
  plan: Plan,
  flags: Pick<ScanFlags, 'progress'>,
  { io, scan }: Setting,
  source: Source = { kind: 'disk' },
): Promise<Report> {
  const wanted = flags.progress && io.isTTY.stderr;
  const line = wanted ? progressLine(io.stderr, io.columns ?? 80) : undefined;
  try {
    const report = await scan({ ...plan.settings, source, ...(line && { onProgress: line.onProgress }) });
    return redactAll(report);
  } finally {
    await line?.end();
  }
}

async function sourceOf({ source }: ScanRequest, io: Io, staged: StagedGit | undefined): Promise<Source> {
  if (source.kind === 'stdin') return { ...source, bytes: await readAll(io) };
  return source.kind === 'staged' && staged !== undefined ? { ...source, git: staged } : source;
}

async function readAll({ stdin }: Io): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
