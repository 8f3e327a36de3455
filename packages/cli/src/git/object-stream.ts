/**
 * Reads git objects by their ids through `git cat-file --batch`, at the speed at which git delivers them and without
 * ever holding more than one of up to 8 MB. Goes on after an object that git cannot read. Knows nothing of content.
 */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { gitFailure } from './hardened.ts';
import { spawnGit, type Access } from './database.ts';

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

/** Who asks for objects. Bytes are valid during the call only. */
export interface ObjectSink {
  /** All of an object of at most `wholeSize` bytes. */
  whole(index: number, type: ObjectType, bytes: Uint8Array): void;
  /** A larger one, piece by piece; `isLast` tells its end. */
  piece(index: number, type: ObjectType, bytes: Uint8Array, isLast: boolean, size: number): void;
  /** git has no such object (any more), or cannot read it. */
  lost(index: number, why: 'missing' | 'unreadable', detail: string): void;
}

/** Objects up to here come in one piece: as large as a document may be. */
export const wholeSize: number = 8 << 20;
/** git ends at an object that it cannot read. So often in a row without a single good one means another fault. */
const mostDeaths = 100;

export class ObjectStream {
  readonly #store: Access;
  readonly #sink: ObjectSink;
  readonly #arguments: readonly string[];
  readonly #onStart: (pid: number) => void;
  /** Asked for and not yet here, oldest first from `#next` on. */
  #asked: { readonly index: number; readonly id: string }[] = [];
  #next = 0;
  #git: ChildProcessWithoutNullStreams | undefined;
  #complaints = '';
  #deaths = 0;
  #ending = false;
  #done: (error?: Error) => void = () => {};

  /** The object that is being read: its bytes so far, unless it comes in pieces. */
  #type: ObjectType = 'blob';
  #size = -1;
  #got = 0;
  #buffer: Buffer = Buffer.allocUnsafeSlow(256 << 10);
  /** The beginning of a header line whose rest is to come. */
  #header = '';

  /**
   * `buffered`: git writes when it has 8 KB to write, and not after each object, which is faster for many. `onStart`
   * hears of the process of each git.
   */
  constructor(
    store: Access,
    sink: ObjectSink,
    { buffered, onStart }: { readonly buffered: boolean; readonly onStart: (pid: number) => void },
  ) {
    this.#store = store;
    this.#sink = sink;
    this.#onStart = onStart;
    this.#arguments = ['cat-file', '--batch', ...(buffered ? ['--buffer'] : [])];
  }

  /** Asks for objects by their ids, one after the other in `ids`. They come in this order. */
  ask(indexes: Int32Array, ids: Uint8Array): void {
    const { idBytes } = this.#store;
    const hex = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength).toString('hex');
    const width = 2 * idBytes;
    const lines: string[] = [];
    indexes.forEach((index, i) => {
      const id = hex.slice(i * width, (i + 1) * width);
      this.#asked.push({ index, id });
      lines.push(id);
    });
    this.#git ??= this.#start();
    this.#git.stdin.write(`${lines.join('\n')}\n`);
  }

  /** No more will be asked. Resolves when everything has come. */
  async finish(): Promise<void> {
    this.#ending = true;
    if (this.#git === undefined) return;
    const done = new Promise<void>((resolve, reject) => {
      this.#done = (error) => (error === undefined ? resolve() : reject(error));
    });
    this.#git.stdin.end();
    await done;
    this.#asked = [];
    this.#next = 0;
    this.#ending = false;
  }

  /** Ends git at once. */
  stop(): void {
    this.#asked = [];
    this.#next = 0;
    this.#git?.kill('SIGKILL');
  }

  #start(): ChildProcessWithoutNullStreams {
    const git = spawnGit(this.#store, this.#arguments);
    if (git.pid !== undefined) this.#onStart(git.pid);
    this.#complaints = '';
    git.stdin.on('error', () => {});
    git.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (this.#complaints.length < 8192) this.#complaints += text;
    });
    git.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    let failure = '';
    git.on('error', (error: NodeJS.ErrnoException) => (failure = error.code ?? error.message));
    git.on('close', (code, signal) => this.#ended(failure || (code === 0 ? '' : (signal ?? String(code)))));
    return git;
  }

  #ended(failure: string): void {
    this.#git = undefined;
    const left = this.#asked.slice(this.#next);
    if (left.length === 0) {
      this.#done();
      return;
    }
    if (failure === 'ENOENT' || this.#deaths >= mostDeaths) {
      this.#done(gitFailure(this.#store.dir, failure, this.#complaints));
      return;
    }
    // git dies at an object that it cannot read, wherever in it that shows. The others are asked for again.
    this.#deaths++;
    this.#size = -1;
    this.#header = '';
    const [broken, ...rest] = left;
    this.#sink.lost(broken!.index, 'unreadable', lastLine(this.#complaints) || `git ended with ${failure}`);
    this.#asked = rest;
    this.#next = 0;
    if (rest.length === 0) {
      this.#done();
      return;
    }
    this.#git = this.#start();
    this.#git.stdin.write(`${rest.map(({ id }) => id).join('\n')}\n`);
    if (this.#ending) this.#git.stdin.end();
  }

  #take(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#size < 0) {
        const end = chunk.indexOf(10, at);
        if (end < 0) {
          this.#header += chunk.toString('latin1', at);
          return;
        }
        const line = this.#header + chunk.toString('latin1', at, end);
        this.#header = '';
        at = end + 1;
        this.#open(line);
        continue;
      }
      at = this.#fill(chunk, at);
    }
  }

  /** `<id> <type> <size>`, or `<id> missing`. */
  #open(line: string): void {
    const [, type = '', size] = line.split(' ');
    if (size === undefined) {
      const { index } = this.#asked[this.#next]!;
      this.#advance();
      this.#sink.lost(index, type === 'missing' ? 'missing' : 'unreadable', line.slice(2 * this.#store.idBytes).trim());
      return;
    }
    this.#type = type as ObjectType;
    this.#size = Number(size);
    this.#got = 0;
    if (this.#size > 0) return;
    const { index } = this.#asked[this.#next]!;
    this.#advance();
    this.#sink.whole(index, this.#type, this.#buffer.subarray(0, 0));
  }

  /** Takes what belongs to the object at hand, and the line feed behind it. Returns where it stopped. */
  #fill(chunk: Buffer, at: number): number {
    const size = this.#size;
    if (this.#got === size) {
      this.#size = -1;
      return at + 1;
    }
    const { index } = this.#asked[this.#next]!;
    const end = Math.min(chunk.length, at + size - this.#got);
    const isLast = this.#got + end - at === size;
    if (size > wholeSize) {
      if (isLast) this.#advance();
      this.#sink.piece(index, this.#type, chunk.subarray(at, end), isLast, size);
    } else if (this.#got === 0 && isLast) {
      this.#advance();
      this.#sink.whole(index, this.#type, chunk.subarray(at, end));
    } else {
      if (this.#got === 0 && this.#buffer.length < size) this.#buffer = Buffer.allocUnsafeSlow(roomFor(size));
      chunk.copy(this.#buffer, this.#got, at, end);
      if (isLast) {
        this.#advance();
        this.#sink.whole(index, this.#type, this.#buffer.subarray(0, size));
      }
    }
    this.#got += end - at;
    if (end < chunk.length && this.#got === size) {
      this.#size = -1;
      return end + 1;
    }
    return end;
  }

  #advance(): void {
    this.#deaths = 0;
    this.#next++;
    if (this.#next > 65_536) {
      this.#asked = this.#asked.slice(this.#next);
      this.#next = 0;
    }
  }
}

const roomFor = (size: number): number => Math.min(wholeSize, 2 ** Math.ceil(Math.log2(size)));

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
