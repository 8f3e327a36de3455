/**
 * Shares out objects among readers, of which one is in this thread and the others, once there is much to read, in threads
 * of their own: parts of packs, which each reads itself, and chunks, for which each has a git of its own. Outcomes come in
 * any order; whoever needs an order sorts.
 */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { gateRoom } from '@bnguard/engine/gates';
import { noteChild } from '../../git/children.ts';
import { roomSize, type ObjectSink } from '../../git/batch-output.ts';
import { ObjectStream } from '../../git/object-stream.ts';
import type { Access, Database } from '../../git/database.ts';
import { PackWalk, walkRoomSize } from '../../git/packs/pack-walk.ts';
import type { Needle } from '../../needles.ts';
import { UserError } from '../../user-error.ts';
import type { Threads } from '../../threads.ts';
import { ObjectTable, type SharedTable } from './object-table.ts';
import { takePart, type PackPlan } from './pack-plan.ts';
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
  readonly foreign?: boolean;
}

/** What a crew is to read. */
export interface Work {
  readonly plans?: readonly PackPlan[];
  readonly chunks: Iterable<Chunk>;
}

/** An object of a pack that only git may be able to read. */
export interface Unread {
  readonly index: number;
  readonly foreign: boolean;
}

/** What goes to a reader, and what comes back: `unread` with the outcome of a part, and not with that of a chunk. */
export type Order = { readonly job: Job; readonly plans: readonly PackPlan[] } | { readonly chunk: Chunk } | 'end';
export type Answer =
  | { readonly outcome: Outcomes[Job['kind']]; readonly unread?: readonly Unread[] }
  | 'done'
  /** The git that a reader has started. */
  | { readonly pid: number }
  | { readonly failure: string; readonly isUserError: boolean };

type Reading = ObjectSink & { isForeign?: boolean; take(): Outcomes[Job['kind']] };

/** One reader with its git; works the same in any thread. */
export class CrewMember {
  readonly #store: Access;
  readonly #answer: (answer: Answer) => void;
  readonly #whenFree: () => Promise<unknown> | undefined;
  #reading: Reading | undefined;
  #stream: ObjectStream | undefined;
  /** How many objects of each chunk are still to come, and whose they are. */
  #open: { left: number; readonly isForeign: boolean }[] = [];
  /** Ends when no part of a pack is left. */
  #walking: Promise<void> = Promise.resolve();
  #isStopped = false;

  /** @param whenFree what is to be done in this thread before packs are read */
  constructor(
    store: Access,
    answer: (answer: Answer) => void,
    whenFree: () => Promise<unknown> | undefined = () => undefined,
  ) {
    this.#store = store;
    this.#answer = answer;
    this.#whenFree = whenFree;
  }

  obey(order: Order): void {
    if (order === 'end') {
      void this.#walking.then(() => this.#stream?.finish()).then(() => this.#answer('done'));
    } else if ('job' in order) this.#begin(order.job, order.plans);
    else this.#ask(order.chunk);
  }

  stop(): void {
    this.#isStopped = true;
    this.#stream?.stop();
  }

  #ask({ indexes, ids, hits, foreign = false }: Chunk): void {
    if (hits && this.#reading instanceof HitReading) this.#reading.expect(hits);
    this.#open.push({ left: indexes.length, isForeign: foreign });
    if (this.#reading) this.#reading.isForeign = this.#open[0]!.isForeign;
    this.#stream?.ask(indexes, ids);
  }

  #begin(job: Job, plans: readonly PackPlan[]): void {
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
    // The gates look into their own memory without copying. There is only one of it in a thread, and hits may be read
    // beside other objects.
    const room = isOfHits ? Buffer.allocUnsafeSlow(roomSize) : gateRoom(roomSize + walkRoomSize);
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
        room: room.subarray(0, roomSize),
        onStart: (pid) => this.#answer({ pid }),
        onFailure: (error) => this.#fail(error),
      },
    );
    this.#walking = this.#walk(reading, plans, room.subarray(roomSize)).catch((error: Error) => this.#fail(error));
  }

  /** Reads parts of packs as long as there are some, and has git read what it cannot. */
  async #walk(reading: Reading, plans: readonly PackPlan[], room: Uint8Array): Promise<void> {
    if (plans.length > 0) await this.#whenFree();
    for (const plan of plans) {
      const walk = new PackWalk(plan.pack, room);
      try {
        for (let part = takePart(plan); part && !this.#isStopped; part = takePart(plan)) {
          const { isForeign = false } = reading;
          reading.isForeign = plan.foreign;
          const unread: Unread[] = [];
          for (const root of part) {
            const left = walk.read(root, plan.route, (index, type, bytes) => reading.whole(index, type, bytes));
            for (const index of left) unread.push({ index, foreign: plan.foreign });
          }
          reading.isForeign = isForeign;
          this.#answer({ outcome: reading.take(), unread });
          // Lets in what else there is to do.
          await setImmediate();
        }
      } finally {
        walk.close();
      }
    }
  }

  #fail(error: Error): void {
    const isUserError = error instanceof UserError;
    this.#answer({ failure: isUserError ? error.message : String(error.stack), isUserError });
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

/** Chunks in each reader's hands: one to read and some to follow, since this thread may be busy when they are asked for. */
const inHand = 4;

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
  #first: Promise<unknown> | undefined;
  #answered: (hand: number, answer: Answer) => void = () => {};

  constructor(store: Database, threads: Threads | undefined) {
    this.#store = store;
    this.#threads = threads;
  }

  /** Makes a crew of `size` readers, unless there is one. Without threads it is one. */
  gather(size: number): void {
    if (this.#hands.length > 0) return;
    const others = this.#threads === undefined ? 0 : size - 1;
    const answerOf =
      (hand: number) =>
      (answer: Answer): void =>
        this.#answered(hand, answer);
    for (let number = 0; number < others; number++) {
      this.#hands.push(this.#hire(this.#threads!, number, answerOf(number)));
    }
    const member = new CrewMember(this.#store, answerOf(others), () => this.#first);
    this.#hands.push({ tell: (order) => member.obey(order), stop: async () => member.stop(), chunks: 0 });
  }

  /** This thread has something else to do first: its reader leaves the packs to the others until that is done. */
  doFirst(work: Promise<unknown>): void {
    this.#first = work.catch(() => {}); // Told to who waits for it.
  }

  /**
   * Reads what there is to read. `use` gets each outcome with the number of the reader that it comes from. Resolves to
   * what of the packs is still to be read, by git. Rejects with a UserError when git fails as a whole.
   */
  async read<K extends Job['kind']>(
    job: Extract<Job, { readonly kind: K }>,
    { plans = [], chunks }: Work,
    use: (outcome: Outcomes[K], reader: number) => void,
  ): Promise<readonly Unread[]> {
    let wake = (): void => {};
    let failure: Error | undefined;
    let working = 0;
    const unread: Unread[] = [];
    this.#answered = (number, answer) => {
      const hand = this.#hands[number]!;
      if (answer === 'done') {
        working--;
        hand.forget?.();
      } else if ('pid' in answer) hand.forget = noteChild(answer.pid);
      else if ('outcome' in answer) {
        if (answer.unread === undefined) hand.chunks--;
        else unread.push(...answer.unread);
        use(answer.outcome as Outcomes[K], number);
      } else failure ??= answer.isUserError ? new UserError(answer.failure) : new Error(answer.failure);
      wake();
    };
    const change = (): Promise<void> => new Promise((resolve) => (wake = resolve));
    const begin = (): void => {
      for (const hand of this.#hands) {
        hand.chunks = 0;
        hand.tell({ job, plans });
      }
      working = this.#hands.length;
    };
    if (plans.length > 0) begin();
    for (const chunk of chunks) {
      if (working === 0) begin();
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
    return unread;
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
