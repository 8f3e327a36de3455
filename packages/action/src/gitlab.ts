/**
 * The same in GitLab CI (docs/gitlab.md): the variables of a job in, reports for GitLab’s widgets and the log out. Ends like
 * the command line.
 */
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import {
  crashText,
  gitlab,
  json,
  oneOf,
  ownProcess,
  processIo,
  redact,
  text,
  UserError,
  visible,
  type ExitCode,
} from 'bnguard/for-action';
import { readVariables } from './gitlab/variables.ts';
import { targetOf } from './happened.ts';
import { look } from './look.ts';
import { takeEnvironment } from './own-environment.ts';
import { remoteOf } from './remote.ts';
import { writeReport } from './write-report.ts';

const io = processIo();
const env = takeEnvironment('CI_JOB_TOKEN', 'CI_REPOSITORY_URL', 'CI_JOB_JWT', 'CI_REGISTRY_PASSWORD');
const setting = (name: string, otherwise = ''): string => env[`BNGUARD_${name}`]?.trim() || otherwise;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(): Promise<ExitCode> {
  const severities = ['info', 'low', 'medium', 'high', 'critical', 'never'] as const;
  const happened = readVariables(env);
  const target = setting('SCAN') === 'history' ? ({ kind: 'history' } as const) : targetOf(happened);
  const failOn = setting('FAIL_ON');
  const folder = env['CI_PROJECT_DIR'] || io.cwd;
  const found = await look({
    ...{ target, folder, temp: tmpdir(), io, mayFetch: setting('FETCH', 'auto') !== 'never' },
    remote: remoteOf(
      env['CI_SERVER_URL'] ?? '',
      `${env['CI_PROJECT_PATH'] ?? ''}.git`,
      'gitlab-ci-token',
      env['CI_JOB_TOKEN'] ?? '',
    ),
    configFrom: happened.kind === 'proposal' ? 'base' : 'head',
    flags: { allowIncomplete: false, ...(failOn !== '' && { failOn: oneOf('BNGUARD_FAIL_ON', severities)(failOn) }) },
    proposals: ['refs/merge-requests/*/head'],
  });
  if ('nothing' in found) {
    say(`bnguard: ${visible(redact(found.nothing))}`);
    return 0;
  }
  const { report, hidden, code, excused, notes, steps } = found;
  const write = (name: string, pieces: Iterable<string>): void => writeReport(resolve(folder, name), [folder], pieces);
  write(setting('REPORT', 'gl-secret-detection-report.json'), await gitlab(report));
  write(setting('JSON', 'bnguard.json'), await json(report));
  for (const piece of await text(report, hidden)) process.stdout.write(piece);
  for (const { finding, suppression } of excused) {
    const where = `${finding.path}:${finding.start.line}`;
    say(
      visible(
        redact(
          `bnguard: ${where} is excused by ${suppression.by} ${suppression.at ?? ''} of this change, which does not count.`,
        ),
      ),
    );
  }
  for (const line of [...steps, ...notes]) say(`bnguard: ${visible(redact(line))}`);
  return code;
}

void ownProcess(() =>
  run().catch((error: unknown) => {
    say(error instanceof UserError ? `bnguard: ${visible(redact(error.message))}` : crashText(error));
    return 2;
  }),
);
