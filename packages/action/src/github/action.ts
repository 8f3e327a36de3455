/** The Action: event and inputs in, annotations, summary, files and outputs out. Ends like the command line. */
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  annotations,
  codeSpan,
  count,
  crashText,
  isGap,
  json,
  redact,
  sarif,
  UserError,
  visible,
  type ExitCode,
  type Io,
  type Report,
} from 'bnguard/for-action';
import type { Target } from '../happened.ts';
import { isId, targetOf } from '../happened.ts';
import { look, type Found, type Job } from '../look.ts';
import { remoteOf } from '../remote.ts';
import type { Api } from './api.ts';
import { readEvent, type Event } from './event.ts';
import { readInputs, type Inputs } from './inputs.ts';
import { checkPlace, writeReport } from '../write-report.ts';
import { Runner } from './runner.ts';
import { summaryText } from './summary.ts';

/** GitHub takes 1 MiB of summary from a step. */
const summaryBytes = 1_000_000;

/** What was not read, in the log; the JSON report has all of it. */
const mostGaps = 20;

/** Never throws. `io.env` has the runner's variables. */
export async function runAction(io: Io): Promise<ExitCode> {
  const runner = new Runner(io.env, (text) => void io.stdout.write(text));
  try {
    return await run(io, runner);
  } catch (error) {
    return await failed(error, runner);
  }
}

async function run(io: Io, runner: Runner): Promise<ExitCode> {
  const { env } = io;
  const warnings: string[] = [];
  const inputs = readInputs(env, (text) => warnings.push(text));
  for (const text of warnings) await runner.annotate('warning', 'bnguard: unknown input', text);
  const { event, target } = await asked(inputs, env);
  const job = jobOf(inputs, event, target, io);
  const places = reportPlaces(inputs, job);
  const looked = await look(job);
  if ('nothing' in looked) return nothingNew(looked.nothing, inputs, runner);
  const found = { ...looked, notes: looked.notes.map(asInputs) };

  if (inputs.annotations) runner.emit(await annotations(found.report, runner.taken));
  await writeFiles(found.report, places);
  if (inputs.summary) runner.summary(await fitting(found));
  if (event?.pullRequest !== undefined) await comment(found, inputs, { runner, event, io });
  const { report, code } = found;
  runner.output({
    result: code === 2 ? 'error' : report.findings.length > 0 ? 'findings' : 'clean',
    'exit-code': code,
    'findings-count': report.findings.length,
    'suppressed-count': report.suppressed.length,
    'self-excused-count': found.excused.length,
    'commits-scanned': report.coverage.commits ?? 0,
    range: found.range === undefined ? '' : [found.range.head, ...found.range.exclude.map((id) => `^${id}`)].join(' '),
    'sarif-file': places.sarif,
    'json-file': places.json,
  });
  tell(found, runner);
  return code;
}

/** What is to be looked at: what inputs name, or what happened. */
async function asked(inputs: Inputs, env: Io['env']): Promise<{ event?: Event; target: Job['target'] }> {
  const { scan, base, head, pullRequest } = inputs;
  if (scan === 'history') return { target: { kind: 'history' } };
  const isNamed = base !== undefined && scan !== 'tree';
  let event: Event | undefined;
  try {
    const isRun = env['GITHUB_EVENT_NAME'] === 'workflow_run' && pullRequest !== '';
    event = isRun
      ? await (await import('./workflow-run.ts')).eventOfRun(pullRequest, env, await apiOf(inputs, env))
      : readEvent(env);
  } catch (error) {
    if (!isNamed && scan !== 'tree') throw error;
  }
  const withEvent = event ? { event } : {};
  const happened = event && targetOf(event.happened);
  if (scan === 'tree') {
    const [from] = happened?.kind === 'range' ? happened.exclude : [];
    return { ...withEvent, target: { kind: 'tree', ...(from && { base: from }) } };
  }
  if (!isNamed) {
    if (head !== undefined) throw new UserError('input head: name base too, the commit that it is held against.');
    if (scan === 'diff' && happened?.kind === 'history') {
      throw new UserError('input scan: diff needs base and head here, for this event names no commits.');
    }
    return { ...withEvent, target: happened! };
  }
  const own = env['GITHUB_SHA'] ?? '';
  const tip = head ?? (happened?.kind === 'range' ? happened.head : { id: own });
  if (tip.id === own && !isId(own)) throw new UserError('input base: name head too, for GITHUB_SHA is not set.');
  const target: Target = { kind: 'range', head: tip, exclude: [base], instead: [], mayBeAll: false };
  return { ...withEvent, target };
}

function jobOf(inputs: Inputs, event: Event | undefined, target: Job['target'], io: Io): Job {
  const { env, cwd } = io;
  const workspace = env['GITHUB_WORKSPACE'] || cwd;
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
  const repository = inputs.repository || env['GITHUB_REPOSITORY'] || '';
  if (repository === '' && target.kind !== 'nothing' && target.kind !== 'tree' && inputs.fetch === 'auto') {
    throw new UserError(
      'Nothing was scanned: GITHUB_REPOSITORY is not set. Name a repository with the input repository.',
    );
  }
  const isProposal = event?.happened.kind === 'proposal';
  const { failOn, minSeverity, minConfidence, allowIncomplete, config, baseline, shard, cache } = inputs;
  return {
    target,
    folder: resolve(workspace, inputs.path),
    temp: env['RUNNER_TEMP'] || tmpdir(),
    io,
    remote: remoteOf(server, repository || 'none/none', 'x-access-token', inputs.token),
    mayFetch: inputs.fetch === 'auto',
    configFrom: inputs.configFrom === 'auto' ? (isProposal ? 'base' : 'head') : inputs.configFrom,
    flags: {
      allowIncomplete,
      ...(failOn && { failOn }),
      ...(minSeverity && { minSeverity }),
      ...(minConfidence && { minConfidence }),
      ...(config !== '' && { config }),
      ...(baseline !== '' && { baseline }),
    },
    proposals: inputs.pullRefs ? ['refs/pull/*/head'] : [],
    shard,
    cache: cache === '' ? undefined : resolve(workspace, cache),
  };
}

async function nothingNew(why: string, inputs: Inputs, runner: Runner): Promise<ExitCode> {
  await runner.annotate('notice', 'bnguard', why);
  if (inputs.summary) runner.summary(`### bnguard: nothing to look at\n\n${await codeSpan(why)}\n`);
  runner.output({
    ...{ result: 'clean', 'exit-code': 0, 'findings-count': 0, 'suppressed-count': 0, 'self-excused-count': 0 },
    ...{ 'commits-scanned': 0, range: '', 'sarif-file': '', 'json-file': '' },
  });
  return 0;
}

interface Places {
  readonly sarif: string;
  readonly json: string;
  /** What must not lie outside of them. */
  readonly folders: readonly string[];
}

/** Where the reports go; where no place is named, to a folder of their own that the runner tidies up. Throws a UserError. */
function reportPlaces({ sarifFile, jsonFile }: Inputs, { temp, io }: Job): Places {
  const workspace = io.env['GITHUB_WORKSPACE'] || io.cwd;
  const folders = [workspace, temp];
  const place = (named: string, usual: string): string => {
    if (named === '') return join(temp, `bnguard-reports-${process.pid}`, usual);
    const path = resolve(workspace, named);
    checkPlace(path, folders);
    return path;
  };
  return { sarif: place(sarifFile, 'bnguard.sarif'), json: place(jsonFile, 'bnguard.json'), folders };
}

async function writeFiles(report: Report, { sarif: forSarif, json: forJson, folders }: Places): Promise<void> {
  writeReport(forSarif, folders, await sarif(report));
  writeReport(forJson, folders, await json(report));
}

/** The summary as long as GitHub takes it. */
async function fitting(found: Found): Promise<string> {
  for (let limit = summaryBytes; ; limit = Math.floor(limit / 2)) {
    const text = await summaryText(found, limit);
    if (Buffer.byteLength(text) <= summaryBytes) return text;
  }
}

async function comment(
  found: Found,
  inputs: Inputs,
  { runner, event, io }: { readonly runner: Runner; readonly event: Event; readonly io: Io },
): Promise<void> {
  const { comment: when } = inputs;
  if (when === 'never') return;
  const { commentLimit, marker, writeComment } = await import('./comment.ts');
  const problem = await writeComment(await apiOf(inputs, io.env), {
    repository: io.env['GITHUB_REPOSITORY'] ?? '',
    pullRequest: event.pullRequest!,
    text: await summaryText(found, commentLimit - marker.length - 100),
    onlyUpdate: when === 'on-findings' && found.report.findings.length === 0 && found.report.complete,
  });
  if (problem === undefined) return;
  runner.say(problem);
  runner.summary(`\n- ${problem}\n`);
}

async function apiOf({ token }: Inputs, env: Io['env']): Promise<Api> {
  const { Api } = await import('./api.ts');
  return new Api({ url: (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, ''), token });
}

/** The last lines of the log. */
function tell({ report, code, notes, steps }: Found, runner: Runner): void {
  for (const note of [...steps, ...notes]) runner.say(note);
  if (!report.complete)
    for (const { path, object, why, detail } of report.skipped.filter(isGap).slice(0, mostGaps)) {
      runner.say([`Not read: ${path || (object ?? '')}`, why, detail].filter(Boolean).join(': '));
    }
  const { findings, coverage } = report;
  const what = coverage.commits === undefined ? count(coverage.documents, 'file') : count(coverage.commits, 'commit');
  const ends = { 0: 'passes', 1: 'fails', 2: 'could not look at everything, so it fails' } as const;
  runner.say(`Looked at ${what}, found ${findings.length}: ${ends[code]} (exit code ${code}).`);
}

/** The command line's messages name flags; here the same are inputs. Commits are told as GitHub shows them. */
const asInputs = (message: string): string =>
  message
    .replace(/^--(config|baseline) /, 'input $1: ')
    .replace(/(?<!bnguard [a-z]* ?)--(config-from|config|baseline|allow-incomplete|fail-on)\b/g, 'input $1')
    .replace(/\b([0-9a-f]{7})[0-9a-f]{33}(?:[0-9a-f]{24})?\b/g, '$1');

async function failed(error: unknown, runner: Runner): Promise<ExitCode> {
  const text = error instanceof UserError ? asInputs(error.message) : crashText(error);
  await runner.annotate('error', 'bnguard: nothing was checked', text);
  const lines = text.split('\n').map((line) => `    ${visible(redact(line))}`);
  runner.summary(`### bnguard: nothing was checked\n\n${lines.join('\n')}\n`);
  runner.output({ result: 'error', 'exit-code': 2 });
  return 2;
}
