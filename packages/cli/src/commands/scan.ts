/** `bnguard scan`: flags to settings, a report to texts and an exit code. What is read is decided in scan.ts. */
import { exitCode, shownPart } from '../exit-code.ts';
import type { Io } from '../io.ts';
import type { Setting } from '../main.ts';
import { progressLine } from '../progress.ts';
import { redactAll } from '../redact.ts';
import { renderReports } from '../reports/render.ts';
import type { Outcome, ScanFlags, ScanRequest } from '../requests.ts';
import { planScan, type Plan } from '../scan-settings.ts';
import type { Report, Source } from '../types.ts';

export async function runScan(request: ScanRequest, setting: Setting): Promise<Outcome> {
  const { io, cwd } = setting;
  const plan = await planScan(request, cwd);
  const { source } = request;
  const given: Source = source.kind === 'stdin' ? { ...source, bytes: await readAll(io) } : source;
  const whole = await scanWith(plan, { ...request, progress: request.progress && !request.quiet }, setting, given);
  const { report, hidden } = shownPart(whole, plan.thresholds);

  return {
    code: exitCode(report, plan.thresholds),
    ...(await renderReports(report, hidden, request, setting)),
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

async function readAll({ stdin }: Io): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
