/**
 * How git is called: so that nothing which a scanned repository brings can run, reach the network or change the
 * repository. Says nothing about what is asked; for that see list.ts and name.ts.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { devNull } from 'node:os';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { UserError } from '../user-error.ts';
import { endOf, givenUp, stopChild, type Ending } from './children.ts';
import { outputOf, Watchdog } from './watchdog.ts';

/**
 * Settings that beat the repository's own (git reads them last). Aliases need no entry, because only built-in
 * commands are called, and neither do filters, textconv and merge drivers: no command is called that applies them.
 */
export const hardenedConfig: readonly string[] = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  'core.pager=cat',
  'core.askPass=',
  'core.sshCommand=false',
  'core.alternateRefsCommand=true',
  // A file that the repository brings, and could lie about what comes after what.
  'core.commitGraph=false',
  'credential.helper=',
  'diff.external=',
  'gpg.program=false',
  'log.showSignature=false',
  'submodule.recurse=false',
  'core.quotePath=false',
];

/** What git must find in its environment, over anything inherited. */
export const hardenedVariables: Readonly<Record<string, string>> = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  // An environment list beats every protocol.*.allow of the configuration; no protocol has this name.
  GIT_ALLOW_PROTOCOL: 'none',
  // What git stores is what is looked at: no object stands in for another, no commit gets other parents.
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: devNull,
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
};

/** The user's own configuration may come through the environment (`safe.directory` in containers, say). */
const kept = /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|PARAMETERS|KEY_\d+|VALUE_\d+)|EXEC_PATH)$/;

/** Leads git elsewhere or names programs for it to run. */
const dropped = /^(?:GIT_.*|EDITOR|VISUAL|PAGER|SSH_ASKPASS|PREFIX)$/i;

/** Variables that lead git to a certain repository, index or object store; see store.ts for who may set them. */
export type Leads = Readonly<Record<string, string>>;

/** The environment for a git that looks at `top` and at no repository above it, unless `leads` lead it elsewhere. */
export function gitEnvironment(top: string, leads: Leads = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => kept.test(name) || !dropped.test(name));
  return { ...Object.fromEntries(inherited), ...hardenedVariables, GIT_CEILING_DIRECTORIES: dirname(top), ...leads };
}

/** The arguments of git that come before the command's own. `top` is the work tree whatever `core.worktree` says. */
export const gitOptions: readonly string[] = [
  '--no-pager',
  '--literal-pathspecs',
  '--work-tree=.',
  ...hardenedConfig.flatMap((setting) => ['-c', setting]),
];

/**
 * Runs git in `top`, the folder that holds `.git`, and yields the records of its output, which end with NUL or else with
 * `separator`, in batches.
 * Yields bytes: a path need not be text. Returns what git wrote to standard error. Throws a UserError when git is
 * absent, refuses the repository or fails; `withoutGit`: see gitFailure.
 */
export async function* gitRecords(
  top: string,
  args: readonly string[],
  leads: Leads = {},
  {
    input,
    ending,
    withoutGit,
    separator = '\0',
  }: {
    readonly input?: string;
    readonly ending?: Ending | undefined;
    readonly withoutGit?: string;
    readonly separator?: '\0' | '\n';
  } = {},
): AsyncGenerator<Buffer[], string> {
  if (ending?.isOver) throw gitFailure(top, givenUp, '');
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn('git', [...gitOptions, ...args], {
    cwd: top,
    env: gitEnvironment(top, leads),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  ending?.note(child);
  // A git that does not read its input to the end says why itself.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaints.length < 65_536) complaints += text;
  });
  const ended = endOf(child);
  const watchdog = new Watchdog(child);
  try {
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of outputOf(child, watchdog)) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const records: Buffer[] = [];
      let from = 0;
      for (let to = bytes.indexOf(separator); to >= 0; to = bytes.indexOf(separator, from)) {
        records.push(bytes.subarray(from, to));
        from = to + 1;
      }
      rest = bytes.subarray(from);
      if (records.length > 0) yield records;
    }
    const failure = await watchdog.wait(ended);
    if (failure !== undefined) throw gitFailure(top, watchdog.failure ?? failure, complaints, withoutGit);
    return complaints;
  } finally {
    stopChild(child);
  }
}

/**
 * Turns git's failure into a line that says what to do. `withoutGit`: what else helps where there is no git; only
 * who reads files has something.
 */
export function gitFailure(top: string, failure: string, complaints: string, withoutGit?: string): UserError {
  if (failure === 'ENOENT') {
    const remedy = `Install git${withoutGit ? `, or ${withoutGit}` : '; what git stores cannot be read without it'}.`;
    return new UserError(`${top} is a git repository, but there is no git program to read it with. ${remedy}`);
  }
  if (complaints.includes('dubious ownership') || complaints.includes('unsafe repository')) {
    return new UserError(
      `git refuses to read ${top}, because the folder belongs to another user. If you trust it: ` +
        `git config --global --add safe.directory ${/^[\w./@+-]+$/.test(top) ? `'${top}'` : 'FOLDER'}`,
    );
  }
  const said = complaints.trim().split('\n').at(-1) || `git ended with ${failure}`;
  return new UserError(`git could not read the repository at ${top}: ${said}. Check it with git fsck.`);
}
