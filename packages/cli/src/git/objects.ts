/**
 * Reads objects out of git's store through one `git cat-file --batch`. An object that is missing or damaged is said
 * and does not stop the others; nothing is fetched.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { endOf, stopChild } from './children.ts';
import { gitEnvironment, gitFailure, gitOptions } from './hardened.ts';
import { answered, askGit } from './ask.ts';
import type { Store } from './store.ts';
import { Watchdog } from './watchdog.ts';

export type StoredObject =
  | {
      readonly kind: 'object';
      readonly asked: string;
      readonly id: string;
      readonly type: string;
      readonly bytes: Buffer;
    }
  /** `size`: in bytes; its content was not kept. */
  | { readonly kind: 'too-large'; readonly asked: string; readonly size: number }
  | { readonly kind: 'missing' | 'unreadable'; readonly asked: string };

/** A larger object is not held in memory. git itself holds all of what is smaller. */
const largest = 512 * 1024 * 1024;

/** What git says when it dies of one object. Its own ways of fetching lead nowhere: see hardenedVariables. */
const absent = /could not fetch|promisor|unable to find|missing/i;
const damaged = /corrupt|unable to read|inflate|unpack|loose object|packed object|packfile|bad object|hash mismatch/i;

/** Bytes that git may be ahead of its reader. */
const mostWaiting = 8 * 1024 * 1024;

/** A git before 2.45 dies of every object that a partial clone lacks: after so many it is asked what there is. */
const mostDeaths = 3;

type Git = ChildProcessByStdio<Writable, Readable, Readable>;

export class ObjectReader {
  readonly #store: Store;
  #git: Running | undefined;
  /** What git was asked and nobody has read, reading by reading. */
  #ahead: (readonly string[])[] = [];
  #isClosed = false;

  /** @param atOnce whether to start git now: so it is ready when the first object is asked for */
  constructor(store: Store, atOnce: boolean = true) {
    this.#store = store;
    if (atOnce) this.#git = new Running(store);
  }

  /**
   * The objects of these names (ids, or `COMMIT:PATH` without line breaks), in their order. The bytes are valid until
   * the next one is asked for. Only one reading at a time; none after `close`.
   */
  async *read(names: readonly string[]): AsyncGenerator<StoredObject> {
    let done = 0;
    let deaths = 0;
    while (done < names.length && !this.#isClosed) {
      if (deaths === mostDeaths) {
        yield* this.#readPresent(names.slice(done));
        return;
      }
      const isAsked = done === 0 && this.#isAhead(names);
      // What others asked for ahead would be answered first.
      if (!isAsked && this.#ahead.length > 0) this.#end();
      const git = (this.#git ??= new Running(this.#store));
      if (!isAsked) git.ask(names.slice(done));
      for (;;) {
        const asked = names[done];
        if (asked === undefined) return;
        const found = await git.next(asked);
        if (found === undefined) break;
        done++;
        yield found;
      }
      // git has died of this object: it is told, and another git goes on behind it.
      this.#git = undefined;
      this.#ahead = [];
      deaths++;
      const complaints = await git.end();
      const kind = absent.test(complaints) ? 'missing' : damaged.test(complaints) ? 'unreadable' : undefined;
      if (kind === undefined) throw gitFailure(this.#store.dir, git.failure, complaints);
      yield { kind, asked: names[done++]! };
    }
  }

  /** Small ones, all at once; their bytes stay. */
  async all(names: readonly string[]): Promise<StoredObject[]> {
    const all: StoredObject[] = [];
    for await (const object of this.read(names))
      all.push(object.kind === 'object' ? { ...object, bytes: Buffer.from(object.bytes) } : object);
    return all;
  }

  /** Asks for what the next `read`, or the one after those that were asked for so, will ask for, so that git can begin. */
  ahead(names: readonly string[]): void {
    if (names.length === 0 || this.#isClosed) return;
    (this.#git ??= new Running(this.#store)).ask(names);
    this.#ahead.push(names);
  }

  #isAhead(names: readonly string[]): boolean {
    const [ahead] = this.#ahead;
    if (ahead?.length !== names.length || !ahead.every((name, at) => name === names[at])) return false;
    this.#ahead.shift();
    return true;
  }

  /** Asks only for what is there, so that git does not die of each of thousands of objects. */
  async *#readPresent(names: readonly string[]): AsyncGenerator<StoredObject> {
    const args = ['cat-file', '--batch-all-objects', '--unordered', '--buffer', '--batch-check=%(objectname)'];
    const lost = new Set(names.filter((name) => /^[0-9a-f]{40,64}$/.test(name)));
    const ids = answered(this.#store, await askGit(this.#store, args)).toString('latin1');
    for (const id of ids.split('\n')) lost.delete(id);
    const there = this.read(names.filter((name) => !lost.has(name)));
    for (const asked of names) {
      if (lost.has(asked)) yield { kind: 'missing', asked };
      else {
        const next = await there.next();
        if (next.done !== true) yield next.value;
      }
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#end();
  }

  #end(): void {
    this.#git?.kill();
    this.#git = undefined;
    this.#ahead = [];
  }
}

/** Small objects by their names, with bytes that stay. */
export async function objectsIn(store: Store, names: readonly string[]): Promise<StoredObject[]> {
  const objects = new ObjectReader(store);
  try {
    return await objects.all(names);
  } finally {
    objects.close();
  }
}

/** One git process. */
class Running {
  readonly #child: Git;
  readonly #watchdog: Watchdog;
  /** What git has written and nobody has read. */
  readonly #chunks: Buffer[] = [];
  #waiting = 0;
  #isOver = false;
  #wake = (): void => {};
  readonly #ended: Promise<string | undefined>;
  #complaints = '';
  #rest: Buffer = Buffer.alloc(0);
  failure = 'no reason';

  constructor({ dir, leads }: Store) {
    this.#child = spawn('git', [...gitOptions, 'cat-file', '--batch'], {
      cwd: dir,
      env: gitEnvironment(dir, leads),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#watchdog = new Watchdog(this.#child);
    this.#child.stdin.on('error', () => {});
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (this.#complaints.length < 65_536) this.#complaints += text;
    });
    this.#ended = endOf(this.#child);
    const { stdout } = this.#child;
    stdout.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#waiting += chunk.length;
      if (this.#waiting > mostWaiting) stdout.pause();
      this.#wake();
    });
    for (const end of ['end', 'error', 'close']) {
      stdout.on(end, () => {
        this.#isOver = true;
        this.#wake();
      });
    }
  }

  ask(names: readonly string[]): void {
    this.#child.stdin.write(names.map((name) => `${name}\n`).join(''));
  }

  /** The next object, or undefined when git has ended. */
  async next(asked: string): Promise<StoredObject | undefined> {
    let at = this.#rest.indexOf(0x0a);
    while (at < 0) {
      if (!(await this.#more())) return undefined;
      at = this.#rest.indexOf(0x0a);
    }
    const header = this.#rest.toString('utf8', 0, at);
    const [, id, type, length] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(header) ?? [];
    if (id === undefined || type === undefined) {
      this.#rest = this.#rest.subarray(at + 1);
      return { kind: 'missing', asked };
    }
    const size = Number(length);
    let left = size + 1 - (this.#rest.length - at - 1);
    if (left <= 0) {
      const bytes = this.#rest.subarray(at + 1, at + 1 + size);
      this.#rest = this.#rest.subarray(at + 2 + size);
      return { kind: 'object', asked, id, type, bytes };
    }
    const parts = [this.#rest.subarray(at + 1)];
    const keep = size <= largest;
    while (left > 0) {
      const chunk = await this.#chunk();
      if (chunk === undefined) return undefined;
      const part = chunk.length > left ? chunk.subarray(0, left) : chunk;
      if (keep) parts.push(part);
      this.#rest = chunk.subarray(part.length);
      left -= part.length;
    }
    if (!keep) return { kind: 'too-large', asked, size };
    return { kind: 'object', asked, id, type, bytes: Buffer.concat(parts, size + 1).subarray(0, size) };
  }

  async #more(): Promise<boolean> {
    const chunk = await this.#chunk();
    if (chunk !== undefined) this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    return chunk !== undefined;
  }

  async #chunk(): Promise<Buffer | undefined> {
    if (this.#chunks.length === 0 && !this.#isOver) {
      await this.#watchdog.wait(new Promise<void>((resolve) => (this.#wake = resolve)));
    }
    const chunk = this.#chunks.shift();
    this.#waiting -= chunk?.length ?? 0;
    if (this.#waiting <= mostWaiting) this.#child.stdout.resume();
    return chunk;
  }

  /** Waits until git has ended; what it wrote to standard error. */
  async end(): Promise<string> {
    const failure = await this.#watchdog.wait(this.#ended);
    this.failure = this.#watchdog.failure ?? failure ?? '0';
    return this.#complaints;
  }

  kill(): void {
    stopChild(this.#child);
  }
}
