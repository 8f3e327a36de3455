/** Ends a git that keeps still while somebody waits for it. Time in which nobody waits does not count against it. */
import type { ChildProcess } from 'node:child_process';
import { stopChild } from './children.ts';

/**
 * Together five minutes and a part of one more tick: long enough for a cold network disk, short enough to end. A FIFO named `.gitignore` would block git
 * for ever.
 */
const [tick, mostQuietTicks] = [50_000, 7];
/** In milliseconds. */
export const patience: number = tick * mostQuietTicks;
/** What git then failed of. */
export const silence = 'no answer for five minutes';

type Git = Pick<ChildProcess, 'pid' | 'kill' | 'exitCode' | 'signalCode'>;

/** Looks now and then: a timer for each wait would take longer than most answers. */
export class Watchdog {
  /** What git failed of where this ended it. */
  failure: string | undefined;
  readonly #child: Git;
  #timer: NodeJS.Timeout | undefined;
  #isAwaited = false;
  /** Ticks in which git was waited for and wrote nothing. */
  #quiet = 0;

  constructor(child: Git) {
    this.#child = child;
  }

  /** Waits for what only git can bring about: a chunk of its output, its end. */
  async wait<T>(answer: Promise<T>): Promise<T> {
    this.arm();
    try {
      return await answer;
    } finally {
      this.disarm();
    }
  }

  /** From now on git is waited for, until `disarm`. */
  arm(): void {
    this.#isAwaited = true;
    this.#timer ??= setTimeout(() => this.#look(), tick).unref();
  }

  disarm(): void {
    this.#isAwaited = false;
    this.#quiet = 0;
  }

  /** git has written something while it was waited for. */
  hear(): void {
    this.#quiet = 0;
  }

  #look(): void {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#timer?.refresh();
    if (!this.#isAwaited || ++this.#quiet < mostQuietTicks) return;
    // This thread may have been busy: what git wrote meanwhile comes in first.
    setImmediate(() => {
      if (this.#quiet < mostQuietTicks || this.#child.exitCode !== null) return;
      this.failure = silence;
      stopChild(this.#child, 'SIGKILL');
    });
  }
}

/** What git writes to its output. Whoever takes long over a chunk does not make it look silent. */
export async function* outputOf(
  { stdout }: { readonly stdout: AsyncIterable<Buffer> },
  watchdog: Watchdog,
): AsyncGenerator<Buffer, void> {
  const chunks = stdout[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await watchdog.wait(chunks.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}
