/** One report in every format that was asked for: what goes to standard output, what to files. Writes nothing. */
import { resolve } from 'node:path';
import type { Rule } from '@bnguard/engine';
import type { Hidden } from '../exit-code.ts';
import { textWidth, wantsColor } from '../io.ts';
import type { Setting } from '../main.ts';
import type { ColorChoice, Outcome, ReportFormat, ReportRequest, Text } from '../requests.ts';
import type { Report } from '../types.ts';
import { listed } from './words.ts';

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
): Promise<Required<Pick<Outcome, 'stdout' | 'files'>> & Pick<Outcome, 'written'>> {
  const asText = async (forTerminal: boolean): Promise<Text> => {
    // A hook that has nothing to say loads nothing to say it with.
    if (request.quiet && report.findings.length === 0 && report.complete) return '';
    const { textReport } = await import('./text.ts');
    return textReport(report, {
      color: forTerminal ? wantsColor(request.color, io) : request.color === 'always',
      width: forTerminal ? textWidth(io) : 80,
      verbose: request.verbose,
      quiet: request.quiet,
      // The engine takes longer to load than all else together, and what is clean needs no advice.
      rules: report.findings.length > 0 ? await allRules() : [],
      hidden,
    });
  };
  const texts = await Promise.all(
    request.reports.map(async ({ format, file }) => ({
      file,
      text: format === 'text' ? await asText(file === undefined) : await render(report, format),
    })),
  );
  const names = request.reports.flatMap(({ file }) => file ?? []);
  // A person who sees nothing else wants to know how it ended.
  const isSilent = names.length === request.reports.length && !request.quiet && io.isTTY.stderr;
  return {
    ...(isSilent && {
      written: `${(await import('./text-summary.ts')).endSentence(report, hidden)} See ${listed(names)}.`,
    }),
    stdout: texts.find(({ file }) => file === undefined)?.text ?? '',
    files: texts.flatMap(({ file, text }) => (file === undefined ? [] : [{ path: resolve(cwd, file), text }])),
  };
}

const allRules = async (): Promise<readonly Rule[]> => (await import('@bnguard/engine')).rules;

/** Each format is loaded when it is asked for. */
async function render(report: Report, format: Exclude<ReportFormat, 'text'>): Promise<Text> {
  switch (format) {
    case 'json':
      return (await import('./json.ts')).jsonReport(report);
    case 'jsonl':
      return (await import('./jsonl.ts')).jsonlReport(report);
    case 'sarif':
      return (await import('./sarif.ts')).sarifReport(report, await allRules());
    case 'html':
      return (await import('./html/html.ts')).htmlReport(report, await allRules());
    case 'markdown':
      return (await import('./markdown.ts')).markdownReport(report, await allRules());
    case 'github':
      return (await import('./github.ts')).githubReport(report);
    case 'gitlab':
      return (await import('./gitlab.ts')).gitlabReport(report, await allRules());
    case 'junit':
      return (await import('./junit.ts')).junitReport(report);
    case 'csv':
      return (await import('./csv.ts')).csvReport(report);
    default:
      return format satisfies never;
  }
}
