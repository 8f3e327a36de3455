/** One question to git with a short answer. For long ones see gitRecords (hardened.ts) and ObjectReader (objects.ts). */
import { spawn } from 'node:child_process';
import { gitEnvironment, gitFailure, gitOptions, silenceLimit } from './hardened.ts';
import type { Store } from './store.ts';

export interface Answer {
  readonly stdout: Buffer;
  /** What git wrote to standard error. */
  readonly complaints: string;
  /** Absent where git ended well; else its exit code, signal, or why it could not be started. */
  readonly failure?: string;
}

/** Never throws: see {@link answered}. `input`: for its standard input. */
export function askGit(
  { dir, leads }: Pick<Store, 'dir' | 'leads'>,
  args: readonly string[],
  input?: Uint8Array,
): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn('git', [...gitOptions, ...args], {
      cwd: dir,
      env: gitEnvironment(dir, leads),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    // A git that does not read its input to the end says why itself.
    child.stdin.on('error', () => {}).end(input);
    const chunks: Buffer[] = [];
    let complaints = '';
    let failure: string | undefined;
    const watchdog = setTimeout(() => {
      failure = 'no answer for five minutes';
      child.kill('SIGKILL');
    }, silenceLimit);
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      watchdog.refresh();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (complaints.length < 65_536) complaints += text;
    });
    const end = (reason: string | undefined): void => {
      clearTimeout(watchdog);
      const ended = failure ?? reason;
      resolve({ stdout: Buffer.concat(chunks), complaints, ...(ended !== undefined && { failure: ended }) });
    };
    child.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
    child.on('close', (code, signal) => end(code === 0 ? undefined : (signal ?? String(code))));
  });
}

/** The answer's bytes. Throws a UserError where git failed. */
export function answered({ dir }: Pick<Store, 'dir'>, { stdout, complaints, failure }: Answer): Buffer {
  if (failure !== undefined) throw gitFailure(dir, failure, complaints);
  return stdout;
}
