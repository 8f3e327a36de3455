/**
 * `bnguard hook NAME`: what git's hooks call. Reads what git hands to that hook, scans what would come in, and says the
 * ways on where it stops something. Silent where there is nothing to say.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PushedRef } from '../hooks/pushed.ts';
import { textWidth } from '../io.ts';
import type { Setting } from '../main.ts';
import type { HookRequest, Outcome, ScanRequest, SourceRequest, Text } from '../requests.ts';
import { UserError } from '../user-error.ts';
import { readAll, runScan } from './scan.ts';

export async function runHook(request: HookRequest, setting: Setting): Promise<Outcome> {
  const { name } = request;
  if (name === 'agent') return (await import('./hook-agent.ts')).runAgentHook(setting);
  try {
    const source = await sourceFor(request, setting);
    if (source === undefined) return { code: 0 };
    const outcome = await runScan(scanOf(source, await decides(request, setting)), setting);
    if (outcome.code === 0) return outcome;
    const { unchecked, waysOn } = await import('../hooks/ways-on.ts');
    const end = outcome.code === 1 ? waysOn(name, textWidth(setting.io)) : `\n${unchecked(name)}\n`;
    return { ...outcome, stdout: joined(outcome.stdout ?? '', end) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { unchecked } = await import('../hooks/ways-on.ts');
    throw new UserError(`${error.message}\n${unchecked(name)}`);
  }
}

function* joined(first: Text, last: string): Generator<string> {
  if (typeof first === 'string') yield first;
  else yield* first;
  yield last;
}

function scanOf(source: SourceRequest, from: Partial<ScanRequest>): ScanRequest {
  return {
    ...{ kind: 'scan', source, paths: [], reports: [{ format: 'text' }], color: 'auto', ignores: true },
    ...{ progress: true, allowIncomplete: false, verbose: false, quiet: 'passed' },
    ...from,
  };
}

/** A server takes its configuration from what it has; where it has nothing yet, nothing that arrives may excuse itself. */
async function decides({ name }: HookRequest, { cwd }: Setting): Promise<Partial<ScanRequest>> {
  if (name !== 'pre-receive') return {};
  const [{ openStore }, { hasHead }] = await Promise.all([import('../git/store.ts'), import('../git/ask.ts')]);
  return (await hasHead(openStore(cwd))) ? { configFrom: 'HEAD' } : { config: false, ignores: false };
}

// A commit does not wait for what only a push needs.
const pushed = (): Promise<typeof import('../hooks/pushed.ts')> => import('../hooks/pushed.ts');
const arrival = (): Promise<typeof import('../hooks/arrival.ts')> => import('../hooks/arrival.ts');

async function sourceFor({ name, args }: HookRequest, setting: Setting): Promise<SourceRequest | undefined> {
  const { io, cwd } = setting;
  switch (name) {
    case 'pre-commit':
      refuseEmpty(name, args);
      return { kind: 'staged' };
    case 'pre-merge-commit':
      refuseEmpty(name, args);
      return { kind: 'staged', merging: headsOf(io.env) };
    case 'commit-msg':
      return {
        kind: 'texts',
        texts: [{ path: '', bytes: withoutDiff(messageIn(args[0], cwd)) }],
        origin: { kind: 'staged' },
      };
    case 'pre-push': {
      const [remote = io.env['PRE_COMMIT_REMOTE_NAME'], address = io.env['PRE_COMMIT_REMOTE_URL']] = args;
      const { refsOfPush } = await pushed();
      const refs = pushedByFramework(io.env) ?? refsOfPush(await linesFrom(setting, name));
      return (await arrival()).arrivalOf(cwd, refs, { kind: 'remote', remote, address });
    }
    case 'pre-receive': {
      const { refsOfReceive } = await pushed();
      return (await arrival()).arrivalOf(cwd, refsOfReceive(await linesFrom(setting, name)), { kind: 'all' });
    }
    default:
      throw new UserError(`${name} is no hook that bnguard knows.`);
  }
}

/** A variable that is not set is no repository, and the one that is here would be looked at. */
function refuseEmpty(name: string, args: readonly string[]): void {
  if (args.includes('')) throw new UserError(`${name}: an argument is empty, and git hands none to this hook.`);
}

/** Before the hook for clean merges git writes no MERGE_HEAD, but tells the other heads by the names of variables. */
const headsOf = (env: Setting['io']['env']): string[] =>
  Object.keys(env).flatMap((name) => /^GITHEAD_([0-9a-f]{40}|[0-9a-f]{64})$/.exec(name)?.[1] ?? []);

/**
 * The pre-commit framework reads standard input itself, and tells one ref in variables. Where it tells no commit (a push
 * with a root commit) it means everything: the branch's whole history. Where it tells no remote, nothing is pushed.
 */
function pushedByFramework(env: Setting['io']['env']): PushedRef[] | undefined {
  if (env['PRE_COMMIT'] !== '1') return undefined;
  const { PRE_COMMIT_FROM_REF: old = '0', PRE_COMMIT_TO_REF: now, PRE_COMMIT_REMOTE_BRANCH: ref = '' } = env;
  if (now === undefined && env['PRE_COMMIT_REMOTE_NAME'] === undefined) return [];
  return [{ ref, old, new: now ?? env['PRE_COMMIT_LOCAL_BRANCH'] ?? 'HEAD' }];
}

function messageIn(file: string | undefined, cwd: string): Buffer {
  if (file === undefined || file === '') {
    throw new UserError(
      'commit-msg: git hands over the file with the message, and here is none. By hand: bnguard hook commit-msg .git/COMMIT_EDITMSG.',
    );
  }
  try {
    return readFileSync(resolve(cwd, file));
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new UserError(`${file} cannot be read (${code}): it should be the file with the commit’s message.`);
  }
}

/**
 * `git commit --verbose` shows the change beneath a line of scissors, which git cuts off with all that follows. Of what
 * stands there only the lines of a diff are left out: a message given on the command line keeps everything.
 */
function withoutDiff(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const [scissors] = /^. -{24} >8 -{24}\n(?:\S .*\n)*(?=diff --git )/m.exec(text) ?? [];
  if (scissors === undefined) return bytes;
  const at = text.indexOf(scissors);
  const rest = text
    .slice(at)
    .split('\n')
    .filter((line) => !/^(?:[-+@ \\]|diff |index |new |old |deleted |similarity |rename |copy |Binary )/.test(line));
  return Buffer.from(text.slice(0, at) + rest.join('\n'), 'latin1');
}

async function linesFrom(setting: Setting, name: string): Promise<string> {
  if (setting.io.isTTY.stdin === true) {
    throw new UserError(
      `${name}: git writes what is pushed to this hook’s standard input, and here is a terminal. By hand: bnguard scan --range '@{upstream}..HEAD'.`,
    );
  }
  return Buffer.from(await readAll(setting.io)).toString('utf8');
}
