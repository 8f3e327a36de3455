/**
 * Shares out chunks of objects among readers, each with a git of its own: in this thread while they are few, in worker
 * threads once they are many. Outcomes come in any order; whoever needs an order sorts.
 */
import { Worker } from 'node:worker_threads';
import { gateRoom } from '@bnguard/engine/gates';
import { noteChild } from '../../git/children.ts';
import { roomSize, type ObjectSink } from '../../git/batch-output.ts';
import { ObjectStream } from '../../git/object-stream.ts';
import type { Access, Database } from '../../git/database.ts';
import type { Needle } from '../../needles.ts';
import { UserError } from '../../user-error.ts';
import type { Threads } from '../../threads.ts';
import { ObjectTable, type SharedTable } from './object-table.ts';
import { NeedleReading, type NeedleOutcome } from './read-needles.ts';
import { HitReading, type Hit, type HitOutcome } from './read-hits.ts';
import { ObjectReading, type ReadOutcome } from './read-objects.ts';
import { TreeReading, type TreeOutcome } from './read-trees.ts';

/** What the crew is to do with the objects of its chunks. */
export type Job =
  | { readonly kind: 'objects' }
  | { readonly kind: 'needles'; readonly needles: readonly Needle[] }
  | { readonly kind: 'trees'; readonly table: SharedTable }
  | { readonly kind: 'hits' };

export interface Outcomes {
  readonly objects: ReadOutcome;
  readonly needles: NeedleOutcome;
  readonly trees: TreeOutcome;
  readonly hits: HitOutcome;
}

export interface Chunk {
  readonly indexes: Int32Array;
  /** Their ids in bytes, one after the other. */
  readonly ids: Uint8Array;
  /** For the job `hits`, as many. */
  readonly hits?: readonly Hit[];
  /** Another shard's: only what they point to is of interest, and they are not counted. */
  readonly foreign?: true;
}

/** What goes to a reader, and what comes back. */
export type Order = { readonly job: Job } | { readonly chunk: Chunk } | 'end';
export type Answer =
  | { readonly outcome: Outcomes[Job['kind']] }
  | 'done'
  /** The git that a reader has started. */
  | { readonly pid: number }
  | { readonly failure: string; readonly isUserError: boolean };

type Reading = ObjectSink & { isForeign?: boolean; take(): Outcomes[Job['kind']] };

/** One reader with its git; works the same in any thread. */
export class CrewMember {
  readonly #store: Access;
  readonly #answer: (answer: Answer) => void;
  readonly #isLong: boolean;
  #reading: Reading | undefined;
  #stream: ObjectStream | undefined;
  /** How many objects of each chunk are still to come, and whose they are. */
  #open: { left: number; readonly isForeign: boolean }[] = [];

  /** `isLong`: it will have much to read. */
  constructor(store: Access, answer: (answer: Answer) => void, isLong: boolean) {
    this.#store = store;
    this.#answer = answer;
    this.#isLong = isLong;
  }

  obey(order: Order): void {
    if (order === 'end') {
      void this.#stream?.finish().then(() => this.#answer('done'));
    } else if ('job' in order) this.#begin(order.job);
    else {
      const { indexes, ids, hits, foreign = false } = order.chunk;
      if (hits && this.#reading instanceof HitReading) this.#reading.expect(hits);
      this.#open.push({ left: indexes.length, isForeign: foreign });
      if (this.#reading) this.#reading.isForeign = this.#open[0]!.isForeign;
      this.#stream?.ask(indexes, ids);
    }
  }

  stop(): void {
    this.#stream?.stop();
  }

  #begin(job: Job): void {
    const reading: Reading = readingFor(job, this.#store.idBytes);
    this.#reading = reading;
    this.#open = [];
    const count = (): void => {
      if (--this.#open[0]!.left > 0) return;
      this.#open.shift();
      reading.isForeign = this.#open[0]?.isForeign ?? false;
      this.#answer({ outcome: reading.take() });
    };
    // Few hits may be on their way at a time, so none may wait in git's buffer for the next.
    const isOfHits = job.kind === 'hits';
    this.#stream = new ObjectStream(
      this.#store,
      {
        whole(...args) {
          reading.whole(...args);
          count();
        },
        piece(index, type, bytes, isLast, size) {
          reading.piece(index, type, bytes, isLast, size);
          if (isLast) count();
        },
        lost(...args) {
          reading.lost(...args);
          count();
        },
      },
      {
        buffered: !isOfHits,
        isLong: this.#isLong && !isOfHits,
        // The gates look into their own memory without copying. There is only one of it in a thread, and hits may be read
        // beside other objects.
        room: isOfHits ? Buffer.allocUnsafeSlow(roomSize) : gateRoom(roomSize),
        onStart: (pid) => this.#answer({ pid }),
        onFailure: (error) => {
          const isUserError = error instanceof UserError;
          this.#answer({ failure: isUserError ? error.message : String(error.stack), isUserError });
        },
      },
    );
  }
}

function readingFor(job: Job, idBytes: number): Reading {
  switch (job.kind) {
    case 'objects':
      return new ObjectReading(idBytes);
    case 'needles':
      return new NeedleReading(idBytes, job.needles);
    case 'trees':
      return new TreeReading(ObjectTable.from(job.table));
    case 'hits':
      return new HitReading();
    default:
      return job satisfies never;
  }
}

/** Nearly all that a reader makes is rubbish at once: with less room for it no time is lost, and memory is saved. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/** Chunks in each reader's hands: one to read and one to follow. */
const inHand = 2;

interface Hand {
  readonly tell: (order: Order) => void;
  readonly stop: () => Promise<void>;
  chunks: number;
  /** Takes back the note of its git. */
  forget?: () => void;
}

export class Crew {
  readonly #hands: Hand[] = [];
  readonly #store: Database;
  readonly #threads: Threads | undefined;
  #answered: (hand: number, answer: Answer) => void = () => {};

  constructor(store: Database, threads: Threads | undefined) {
    this.#store = store;
    this.#threads = threads;
  }

  /** Makes a crew of `size` readers, unless there is one. Without threads it is one, in this thread. */
  gather(size: number): void {
    if (this.#hands.length > 0) return;
    const wanted = this.#threads === undefined ? 1 : size;
    while (this.#hands.length < wanted) {
      const number = this.#hands.length;
      const answer = (one: Answer): void => this.#answered(number, one);
      if (wanted === 1) {
        const member = new CrewMember(this.#store, answer, false);
        this.#hands.push({ tell: (order) => member.obey(order), stop: async () => member.stop(), chunks: 0 });
      } else this.#hands.push(this.#hire(this.#threads!, number, answer));
    }
  }

  /**
   * Reads all chunks. `use` gets each outcome with the number of the reader that it comes from. Rejects with a UserError
   * when git fails as a whole.
   */
  async read<K extends Job['kind']>(
    job: Extract<Job, { readonly kind: K }>,
    chunks: AsyncIterable<Chunk> | Iterable<Chunk>,
    use: (outcome: Outcomes[K], reader: number) => void,
  ): Promise<void> {
    let wake = (): void => {};
    let failure: Error | undefined;
    let working = 0;
    this.#answered = (number, answer) => {
      const hand = this.#hands[number]!;
      if (answer === 'done') {
        working--;
        hand.forget?.();
      } else if ('pid' in answer) hand.forget = noteChild(answer.pid);
      else if ('outcome' in answer) {
        hand.chunks--;
        use(answer.outcome as Outcomes[K], number);
      } else failure ??= answer.isUserError ? new UserError(answer.failure) : new Error(answer.failure);
      wake();
    };
    const change = (): Promise<void> => new Promise((resolve) => (wake = resolve));
    for await (const chunk of chunks) {
      // The crew may be gathered while the first chunks are.
      if (working === 0) {
        for (const hand of this.#hands) {
          hand.chunks = 0;
          hand.tell({ job });
        }
        working = this.#hands.length;
      }
      for (;;) {
        if (failure) throw failure;
        const idlest = this.#hands.reduce((a, b) => (b.chunks < a.chunks ? b : a));
        if (idlest.chunks < inHand) {
          idlest.chunks++;
          idlest.tell({ chunk });
          break;
        }
        await change();
      }
    }
    if (working > 0) for (const hand of this.#hands) hand.tell('end');
    while (working > 0 && !failure) await change();
    if (failure) throw failure;
  }

  /** Ends all readers and their git processes. */
  async dismiss(): Promise<void> {
    await Promise.all(this.#hands.splice(0).map((hand) => hand.stop()));
  }

  #hire({ entry, execArgv = [] }: Threads, number: number, answer: (answer: Answer) => void): Hand {
    const { dir, leads, idBytes } = this.#store;
    const workerData: CrewData = { kind: 'history', store: { dir, leads, idBytes } };
    const worker = new Worker(entry, {
      workerData,
      execArgv: [...execArgv],
      name: `history ${number}`,
      resourceLimits,
      // The sockets that read close what was opened as files; the thread would close it once more.
      trackUnmanagedFds: false,
    });
    worker.on('message', answer);
    worker.on('error', (error: NodeJS.ErrnoException) => {
      answer({ failure: `A reader ended: ${error.code ?? error.stack ?? error.name}`, isUserError: false });
    });
    return {
      tell: (order) => worker.postMessage(order),
      stop: async () => {
        worker.postMessage('stop');
        await worker.terminate();
      },
      chunks: 0,
    };
  }
}

/** What a worker thread is started with. */
export interface CrewData {
  readonly kind: 'history';
  readonly store: Access;
}
