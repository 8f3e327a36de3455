/** One question to git with a short answer. For long ones see gitRecords (hardened.ts) and ObjectReader (objects.ts). */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { endOf, givenUp } from './children.ts';
import { gitEnvironment, gitFailure, gitOptions } from './hardened.ts';
import type { Store } from './store.ts';
import { Watchdog } from './watchdog.ts';

export interface Answer {
  readonly stdout: Buffer;
  /** What git wrote to standard error. */
  readonly complaints: string;
  /** Absent where git ended well; else its exit code, signal, or why it could not be started. */
  readonly failure?: string;
}

/** Never throws: see {@link answered}. `input`: for its standard input. */
export async function askGit(
  { dir, leads, ending }: Pick<Store, 'dir' | 'leads' | 'ending'>,
  args: readonly string[],
  input?: Uint8Array,
): Promise<Answer> {
  if (ending?.isOver) return { stdout: Buffer.alloc(0), complaints: '', failure: givenUp };
  const child = spawn('git', [...gitOptions, ...args], {
    cwd: dir,
    env: gitEnvironment(dir, leads),
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  }) as ChildProcessByStdio<Writable | null, Readable, Readable>;
  ending?.note(child);
  // A git that does not read its input to the end says why itself.
  child.stdin?.on('error', () => {}).end(input);
  const watchdog = new Watchdog(child);
  const chunks: Buffer[] = [];
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    watchdog.hear();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaints.length < 65_536) complaints += text;
  });
  const reason = await watchdog.wait(endOf(child));
  const failure = watchdog.failure ?? reason;
  return { stdout: Buffer.concat(chunks), complaints, ...(failure !== undefined && { failure }) };
}

/** The answer's bytes. Throws a UserError where git failed. */
export function answered({ dir }: Pick<Store, 'dir'>, { stdout, complaints, failure }: Answer): Buffer {
  if (failure !== undefined) throw gitFailure(dir, failure, complaints);
  return stdout;
}

/** Whether there is a commit yet. */
export async function hasHead(store: Store): Promise<boolean> {
  return (await askGit(store, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])).failure === undefined;
}
