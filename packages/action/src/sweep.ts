/**
 * A sweep over many histories, in three steps that are jobs of a workflow (.github/workflows/sweep.yml): `plan` shares them
 * out, `scan N` looks at the N-th share, `merge` joins everything. Told by its environment, like the Action.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  codeSpan,
  countFlag,
  crashText,
  markdown,
  oneOf,
  ownProcess,
  processIo,
  UserError,
  type ExitCode,
} from 'bnguard/for-action';
import { Api } from './github/api.ts';
import { Runner } from './github/runner.ts';
import { takeEnvironment } from './own-environment.ts';
import { namedRepositories, repositoriesOf, withSize } from './sweep/list.ts';
import { mergeSweep } from './sweep/merge.ts';
import { fileOf, mostJobs, planJobs, type Listed, type Plan, type Task } from './sweep/plan.ts';
import { scanTasks } from './sweep/scan.ts';

const io = processIo();
const env = takeEnvironment('BNGUARD_TOKEN');
const runner = new Runner(env, (text) => void process.stdout.write(text));
const setting = (name: string, otherwise = ''): string => env[`BNGUARD_${name}`]?.trim() || otherwise;
/** Where the plan and the reports are. */
const folder = resolve(setting('FOLDER', 'bnguard-sweep'));
const token = setting('TOKEN');

async function plan(): Promise<ExitCode> {
  const url = (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, '');
  const api = new Api({ url, token, patience: 30_000 });
  const [organization, names] = [setting('ORGANIZATION'), namedRepositories(setting('REPOSITORIES'))];
  if (organization === '' && names.length === 0) {
    throw new UserError('Nothing was scanned: neither an organization nor repositories are named.');
  }
  const all = organization === '' ? [] : await repositoriesOf(api, organization);
  for (const name of names) all.push(await withSize(api, name));
  const listed = [...new Map(all.map((one) => [one.repository, one])).values()];
  const unchanged = listed.filter((one) => isUnchanged(one));
  const kept = new Set(unchanged);
  const made = planJobs(
    listed.filter((one) => !kept.has(one)),
    unchanged,
    {
      jobs: Math.min(countFlag('jobs')(setting('JOBS', '20')), mostJobs),
      shards: /^0?$/.test(setting('SHARDS')) ? 0 : countFlag('shards')(setting('SHARDS')),
    },
  );
  forgetOthers(unchanged);
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(made));
  runner.output({ jobs: JSON.stringify(made.jobs.map((_, i) => i + 1)), repositories: listed.length });
  runner.say(`${listed.length} repositories, ${unchanged.length} of them unchanged, in ${made.jobs.length} jobs.`);
  return 0;
}

/** Whether the last sweep's report is there and nothing was pushed since. */
function isUnchanged({ repository, size, pushedAt }: Listed): boolean {
  if (pushedAt === undefined) return false;
  const file = join(folder, fileOf({ repository, size }));
  try {
    const before = JSON.parse(readFileSync(join(folder, 'pushed.json'), 'utf8')) as Record<string, unknown>;
    return before[repository] === pushedAt && existsSync(`${file}.json`);
  } catch {
    return false;
  }
}

/** An old report of what is looked at anew must not pass for the new one, should that not come. */
function forgetOthers(unchanged: readonly Listed[]): void {
  mkdirSync(folder, { recursive: true });
  const kept = new Set(unchanged.flatMap((one) => ['json', 'sarif'].map((end) => `${fileOf(one)}.${end}`)));
  for (const name of readdirSync(folder)) {
    if (!kept.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function readPlan(): Plan {
  try {
    return JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as Plan;
  } catch {
    throw new UserError(`Nothing was scanned: there is no plan in ${folder}. The job that plans writes it.`);
  }
}

async function scan(index: string): Promise<ExitCode> {
  const tasks = readPlan().jobs[Number(index) - 1];
  if (tasks === undefined) throw new UserError(`Nothing was scanned: the plan has no job ${index}.`);
  await scanTasks(tasks, {
    ...{ io, token, server: env['GITHUB_SERVER_URL'] || 'https://github.com' },
    ...{ temp: env['RUNNER_TEMP'] || tmpdir(), out: join(folder, `job-${index}`) },
    pullRefs: setting('PULL_REFS', 'true') === 'true',
    say: (text) => runner.say(text),
  });
  return 0;
}

async function merge(): Promise<ExitCode> {
  const made = readPlan();
  const severities = ['info', 'low', 'medium', 'high', 'critical', 'never'] as const;
  const { report, code, repositories, failed } = await mergeSweep(made, folder, {
    failOn: oneOf('fail-on', severities)(setting('FAIL_ON', 'medium')),
    ...{ minSeverity: 'info', minConfidence: 'likely', allowIncomplete: false },
  });
  const tasks: readonly Task[] = [...made.jobs.flat(), ...made.unchanged];
  const pushed = tasks.filter(({ repository, pushedAt, shard }) => {
    return pushedAt !== undefined && !shard && !failed.some((one) => one.repository === repository);
  });
  writeFileSync(
    join(folder, 'pushed.json'),
    JSON.stringify(Object.fromEntries(pushed.map(({ repository, pushedAt }) => [repository, pushedAt]))),
  );
  const lines = await Promise.all(
    failed
      .slice(0, 100)
      .map(async ({ repository, message }) => `- ${await codeSpan(repository)}: ${await codeSpan(message)}`),
  );
  runner.summary(
    `${await markdown(report, 500_000)}\n- ${repositories} repositories, ${failed.length} of them failed.\n${lines.join('\n')}\n`,
  );
  runner.output({ 'exit-code': code, 'findings-count': report.findings.length, failed: failed.length });
  runner.say(
    `${repositories} repositories, ${report.findings.length} findings, ${failed.length} failed: exit code ${code}.`,
  );
  return code;
}

const steps: Readonly<Record<string, (argument: string) => Promise<ExitCode>>> = { plan, scan, merge };
void ownProcess(async () => {
  try {
    const [name = '', argument = ''] = process.argv.slice(2);
    const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
    if (step === undefined) throw new UserError('sweep.cjs takes plan, scan N or merge.');
    return await step(argument);
  } catch (error) {
    await runner.annotate(
      'error',
      'bnguard: the sweep failed',
      error instanceof UserError ? error.message : crashText(error),
    );
    return 2;
  }
});
