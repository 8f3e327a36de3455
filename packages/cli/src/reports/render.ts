/** One report in every format that was asked for: what goes to standard output, what to files. Writes nothing. */
import { resolve } from 'node:path';
import type { Hidden } from '../exit-code.ts';
import { textWidth, wantsColor } from '../io.ts';
import type { Setting } from '../main.ts';
import type { ColorChoice, Outcome, ReportRequest } from '../requests.ts';
import type { Report } from '../types.ts';

export interface RenderRequest {
  readonly reports: readonly ReportRequest[];
  readonly color: ColorChoice;
  readonly verbose: boolean;
  readonly quiet: boolean;
}

/** @param report its shown part */
export async function renderReports(
  report: Report,
  hidden: Hidden,
  request: RenderRequest,
  { io, cwd }: Pick<Setting, 'io' | 'cwd'>,
): Promise<Required<Pick<Outcome, 'stdout' | 'files'>>> {
  const render = async ({ format, file }: ReportRequest): Promise<string> => {
    if (format === 'json') return (await import('./json.ts')).jsonReport(report);
    const { textReport } = await import('./text.ts');
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
    stdout: texts.map(({ file, text }) => (file === undefined ? text : '')).join(''),
    files: texts.flatMap(({ file, text }) => (file === undefined ? [] : [{ path: resolve(cwd, file), text }])),
  };
}
