/** The git processes that are running for us, in this thread and in others, so that all of them end with the program. */
import type { ChildProcess } from 'node:child_process';

const living = new Set<number>();

/** Notes a process; returns what takes the note back. */
export function noteChild(pid: number | undefined): () => void {
  if (pid === undefined) return () => {};
  living.add(pid);
  return () => void living.delete(pid);
}

/** Ends a git. Of one that could not be started Node 20 would end our own group of processes instead, the caller's too. */
export function stopChild(child: Pick<ChildProcess, 'pid' | 'kill'> | undefined, signal?: NodeJS.Signals): void {
  if (child?.pid !== undefined) child.kill(signal);
}

/** Why git was not asked. */
export const givenUp = 'no wish to know any more';

/** What was asked for one end, and is ended together where that is given up. */
export class Ending {
  readonly #children = new Set<ChildProcess>();
  #isOver = false;

  get isOver(): boolean {
    return this.#isOver;
  }

  note(child: ChildProcess): void {
    this.#children.add(child);
    child.once('close', () => this.#children.delete(child));
  }

  /** Nothing is to be started any more. */
  now(): void {
    this.#isOver = true;
    for (const child of this.#children) stopChild(child);
  }
}

/**
 * Waits until a git has ended and all that it wrote was read. Undefined where it ended well; else its exit code, its signal,
 * or why it could not be started.
 */
export function endOf(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    let left = 3;
    let failure: string | undefined;
    // Node says `close` some rounds later, when its own ends are closed too.
    const part = (): void => {
      left--;
      if (left === 0) resolve(failure);
    };
    const exit = (code: number | null, signal: string | null): void => {
      failure = code === 0 ? undefined : (signal ?? String(code));
    };
    child.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    child.on('exit', exit).on('exit', part);
    for (const output of [child.stdout, child.stderr]) output?.on('end', part);
    // Output that nobody reads to its end.
    child.on('close', (code, signal) => {
      exit(code, signal);
      resolve(failure);
    });
  });
}

/** Ends all of them at once. Only processes that we started are noted. */
export function endChildren(): void {
  for (const pid of living) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
  living.clear();
}
