/** Ends a git that keeps still while somebody waits for it. Time in which nobody waits does not count against it. */
import type { ChildProcess } from 'node:child_process';
import { stopChild } from './children.ts';

/** Long enough for a cold network disk, short enough to end: a FIFO named `.gitignore` would block git for ever. */
const silenceLimit = 300_000;
/** What git then failed of. */
export const silence = 'no answer for five minutes';

export class Watchdog {
  /** What git failed of where this ended it. */
  failure: string | undefined;
  readonly #child: Pick<ChildProcess, 'pid' | 'kill'>;
  #timer: NodeJS.Timeout | undefined;
  /** Changes with every sound, and with every wait that is over. */
  #sounds = 0;

  constructor(child: Pick<ChildProcess, 'pid' | 'kill'>) {
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
    this.#timer ??= setTimeout(() => this.#doubt(), silenceLimit);
  }

  disarm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sounds++;
  }

  /** git has written something while it was waited for. */
  hear(): void {
    this.#sounds++;
    this.#timer?.refresh();
  }

  /** This thread may have been busy for as long: what git wrote meanwhile comes in first. */
  #doubt(): void {
    const before = this.#sounds;
    setImmediate(() => {
      if (before !== this.#sounds) return;
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
