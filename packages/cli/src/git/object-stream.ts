/**
 * Reads git objects by their ids through `git cat-file --batch`, at the speed at which git delivers them and without
 * ever holding more than one of up to 8 MB. Goes on after an object that git cannot read. Knows nothing of content.
 */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { BatchOutput, type Expected, type ObjectSink } from './batch-output.ts';
import { stopChild } from './children.ts';
import { gitFailure } from './hardened.ts';
import { spawnGit, type Access } from './database.ts';
import { Watchdog } from './watchdog.ts';

/** git ends at an object that it cannot read. So often in a row without a single good one means another fault. */
const mostDeaths = 100;

export class ObjectStream {
  readonly #store: Access;
  readonly #arguments: readonly string[];
  readonly #onStart: (pid: number) => void;
  readonly #onFailure: (error: Error) => void;
  readonly #sink: ObjectSink;
  readonly #asked: Asked;
  readonly #output: BatchOutput;
  #git: ChildProcessWithoutNullStreams | undefined;
  /** Of the git that runs; armed while something is to come from it. */
  #watchdog: Watchdog | undefined;
  #deaths = 0;
  #ending = false;
  #done = (): void => {};

  /**
   * `buffered`: git writes when it has 4 KB to write, and not after each object, which is faster for many. `room`:
   * `roomSize` bytes of memory, in which the sink sees the objects. `onStart` hears of the process of each git, `onFailure`
   * when git fails as a whole: then no more comes.
   */
  constructor(
    store: Access,
    sink: ObjectSink,
    options: {
      readonly buffered: boolean;
      readonly room: Uint8Array;
      readonly onStart: (pid: number) => void;
      readonly onFailure: (error: Error) => void;
    },
  ) {
    this.#store = store;
    this.#sink = sink;
    this.#onStart = options.onStart;
    this.#onFailure = options.onFailure;
    this.#arguments = ['cat-file', '--batch', ...(options.buffered ? ['--buffer'] : [])];
    this.#asked = new Asked(store.idBytes);
    this.#output = new BatchOutput(sink, store.idBytes, this.#asked, options.room);
  }

  /** Asks for objects by their ids, one after the other in `ids`. They come in this order. */
  ask(indexes: Int32Array, ids: Uint8Array): void {
    this.#asked.add(indexes, ids);
    this.#git ??= this.#start();
    this.#git.stdin.write(linesOf(ids, this.#store.idBytes));
    this.#watchdog?.arm();
  }

  /** No more will be asked. Resolves when everything has come; never where git has failed. */
  async finish(): Promise<void> {
    this.#ending = true;
    if (this.#git === undefined) return;
    const done = new Promise<void>((resolve) => (this.#done = resolve));
    this.#git.stdin.end();
    this.#watchdog?.arm();
    await done;
    this.#ending = false;
  }

  /** Ends git at once. Nothing comes any more, also of what it has written. */
  stop(): void {
    this.#asked.clear();
    this.#watchdog?.disarm();
    this.#git?.stdout.destroy();
    stopChild(this.#git, 'SIGKILL');
  }

  #start(): ChildProcessWithoutNullStreams {
    const git = spawnGit(this.#store, this.#arguments);
    if (git.pid !== undefined) this.#onStart(git.pid);
    const watchdog = new Watchdog(git);
    this.#watchdog = watchdog;
    let complaints = '';
    git.stdin.on('error', () => {});
    git.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (complaints.length < 8192) complaints += text;
    });
    git.stdout.on('data', (chunk: Buffer) => this.#copy(chunk));
    let failure = '';
    git.on('error', (error: NodeJS.ErrnoException) => (failure = error.code ?? error.message));
    git.on('close', (code, signal) => {
      watchdog.disarm();
      failure = watchdog.failure ?? (failure || (code === 0 ? '' : (signal ?? String(code))));
      this.#ended(failure, complaints);
    });
    return git;
  }

  #copy(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;) {
      const count = chunk.copy(this.#output.free(), 0, at);
      at += count;
      this.#took(count);
    }
  }

  #took(count: number): void {
    this.#output.took(count);
    if (this.#asked.count > 0 || this.#ending) this.#watchdog?.hear();
    else this.#watchdog?.disarm();
  }

  #ended(failure: string, complaints: string): void {
    this.#git = undefined;
    if (this.#asked.hasCome) this.#deaths = 0;
    if (this.#asked.count === 0) {
      this.#done();
      return;
    }
    const isOver = failure === 'ENOENT' || this.#watchdog?.failure !== undefined || this.#deaths >= mostDeaths;
    if (isOver) {
      this.#asked.clear();
      this.#onFailure(gitFailure(this.#store.dir, failure, complaints));
      return;
    }
    // git dies at an object that it cannot read, wherever in it that shows. The others are asked for again.
    this.#deaths++;
    this.#output.reset();
    this.#sink.lost(this.#asked.shift(), 'unreadable', lastLine(complaints) || `git ended with ${failure}`);
    this.#asked.hasCome = false;
    if (this.#asked.count === 0) {
      this.#done();
      return;
    }
    this.#git = this.#start();
    this.#git.stdin.write(this.#asked.lines());
    this.#watchdog?.arm();
    if (this.#ending) this.#git.stdin.end();
  }
}

/** What was asked for and has not come, in order. */
class Asked implements Expected {
  readonly #idBytes: number;
  readonly #blocks: { readonly indexes: Int32Array; readonly ids: Uint8Array }[] = [];
  /** In the first block. */
  #at = 0;
  count = 0;
  /** Whether something has come since this was set to false. */
  hasCome = false;

  constructor(idBytes: number) {
    this.#idBytes = idBytes;
  }

  add(indexes: Int32Array, ids: Uint8Array): void {
    if (indexes.length > 0) this.#blocks.push({ indexes, ids });
    this.count += indexes.length;
  }

  first(): number {
    return this.#blocks[0]!.indexes[this.#at]!;
  }

  shift(): number {
    const first = this.first();
    this.count--;
    this.hasCome = true;
    if (++this.#at === this.#blocks[0]!.indexes.length) {
      this.#blocks.shift();
      this.#at = 0;
    }
    return first;
  }

  clear(): void {
    this.#blocks.splice(0);
    this.#at = 0;
    this.count = 0;
  }

  lines(): string {
    const from = this.#at * this.#idBytes;
    return this.#blocks
      .map(({ ids }, block) => linesOf(block === 0 ? ids.subarray(from) : ids, this.#idBytes))
      .join('');
  }
}

/** The ids in hex, a line each. */
function linesOf(ids: Uint8Array, idBytes: number): string {
  const hex = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength).toString('hex');
  const lines: string[] = [];
  for (let at = 0; at < hex.length; at += 2 * idBytes) lines.push(hex.slice(at, at + 2 * idBytes), '\n');
  return lines.join('');
}

/** The last line that git wrote, without what kind of line it is. */
export function lastLine(complaints: string): string {
  return (
    complaints
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^(?:fatal|error|warning): /, '') ?? ''
  );
}
