/** `bnguard scan`: flags to settings, a report to texts and an exit code. What is read is decided in scan.ts. */
import { exitCode, shownPart } from '../exit-code.ts';
import { endChildren } from '../git/children.ts';
import type { Io } from '../io.ts';
import type { Setting } from '../main.ts';
import { coveredText, progressLine } from '../progress.ts';
import { redactAll } from '../redact.ts';
import { renderReports } from '../reports/render.ts';
import type { Outcome, ScanFlags, ScanRequest } from '../requests.ts';
import { planScan, type Plan } from '../scan-settings.ts';
import type { Progress, Report, Source } from '../types.ts';

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

export async function readAll({ stdin }: Io): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
