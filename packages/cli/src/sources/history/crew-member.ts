/**
 * One reader: reads parts of packs itself and asks a git of its own for all else, as it is told by messages. Works the same
 * in any thread. What it does with the objects is its job's matter; who tells it is crew.ts.
 */
import { setImmediate } from 'node:timers/promises';
import { gateRoom } from '@bnguard/engine/gates';
import { roomSize, type ObjectSink } from '../../git/batch-output.ts';
import { ObjectStream } from '../../git/object-stream.ts';
import type { Access } from '../../git/database.ts';
import { PackWalk, walkRoomSize } from '../../git/packs/pack-walk.ts';
import type { Needle } from '../../needles.ts';
import { UserError } from '../../user-error.ts';
import { ObjectTable, type SharedTable } from './object-table.ts';
import { readyPacks, takePart, type PackPlan, type ReadyPack } from './pack-plan.ts';
import { NeedleReading, type NeedleOutcome } from './read-needles.ts';
import type { Hit, HitOutcome, HitReading } from './read-hits.ts';
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

/** An object of a pack that only git may be able to read. */
export interface Unread {
  readonly index: number;
  readonly foreign: boolean;
}

/** Chunks of which each reader takes the next when it has time, without being told. */
export interface Pile {
  readonly chunks: readonly Chunk[];
  /** How many were taken; in shared memory. */
  readonly taken: Int32Array;
}

/** What goes to a reader, and what comes back: `unread` with the outcome of a part, and not with that of a chunk. */
export type Order =
  | { readonly job: Job; readonly plans: readonly PackPlan[]; readonly pile: Pile }
  | { readonly chunk: Chunk }
  /** Before the first job: to open the packs of this folder. */
  | { readonly packsOf: string }
  | 'end';
export type Answer =
  | { readonly outcome: Outcomes[Job['kind']]; readonly unread?: readonly Unread[] }
  | 'done'
  | { readonly packs: readonly ReadyPack[] }
  /** The git that a reader has started. */
  | { readonly pid: number }
  | { readonly failure: string; readonly isUserError: boolean };

type Reading = ObjectSink & { isForeign?: boolean; take(): Outcomes[Job['kind']] };

/** Chunks that a reader takes from a pile before it has read them: one to read, and one that git gets ready. */
const ahead = 2;

/** One reader with its git; works the same in any thread. */
export class CrewMember {
  readonly #store: Access;
  readonly #answer: (answer: Answer) => void;
  readonly #whenFree: () => Promise<unknown> | undefined;
  #reading: Reading | undefined;
  #ofHits: HitReading | undefined;
  /** Once there were hits to read: when what that takes is loaded, and the orders so far are obeyed. */
  #loading: Promise<void> | undefined;
  #stream: ObjectStream | undefined;
  /** How many objects of each chunk are still to come, and whose they are. */
  #open: { left: number; readonly isForeign: boolean }[] = [];
  /** Ends when no part of a pack is left. */
  #walking: Promise<void> = Promise.resolve();
  #pile: Pile | undefined;
  /** Called when nothing is left of the pile. */
  #pileEnds: () => void = () => {};
  #piling: Promise<void> = Promise.resolve();
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
    if (asksForHits(order)) this.#loading ??= loadHits();
    // One order after the other, also while what the first one takes is loaded.
    if (this.#loading === undefined) this.#obey(order);
    else this.#loading = this.#loading.then(() => this.#obey(order)).catch((error: Error) => this.#fail(error));
  }

  #obey(order: Order): void {
    if (this.#isStopped) return;
    if (order === 'end') {
      void Promise.all([this.#walking, this.#piling])
        .then(() => this.#stream?.finish())
        .then(() => this.#answer('done'));
    } else if ('job' in order) this.#begin(order.job, order.plans, order.pile);
    else if ('packsOf' in order) this.#answer({ packs: readyPacks({ ...this.#store, commonDir: order.packsOf }) });
    else this.#ask(order.chunk);
  }

  stop(): void {
    this.#isStopped = true;
    this.#stream?.stop();
  }

  #ask({ indexes, ids, hits, foreign = false }: Chunk): void {
    if (hits) this.#ofHits?.expect(hits);
    this.#open.push({ left: indexes.length, isForeign: foreign });
    if (this.#reading) this.#reading.isForeign = this.#open[0]!.isForeign;
    this.#stream?.ask(indexes, ids);
  }

  #take(): void {
    while (this.#pile && !this.#isStopped && this.#open.length < ahead) {
      const chunk = this.#pile.chunks[Atomics.add(this.#pile.taken, 0, 1)];
      if (chunk) this.#ask(chunk);
      else {
        this.#pile = undefined;
        this.#pileEnds();
      }
    }
  }

  #begin(job: Job, plans: readonly PackPlan[], pile: Pile): void {
    this.#ofHits = job.kind === 'hits' ? new Hits!() : undefined;
    const reading: Reading = this.#ofHits ?? readingFor(job as Exclude<Job, { kind: 'hits' }>, this.#store.idBytes);
    this.#reading = reading;
    this.#open = [];
    const count = (): void => {
      if (--this.#open[0]!.left > 0) return;
      this.#open.shift();
      reading.isForeign = this.#open[0]?.isForeign ?? false;
      this.#answer({ outcome: reading.take() });
      this.#take();
    };
    // The gates look into their own memory without copying. There is only one of it in a thread, and hits may be read
    // beside other objects.
    const room = this.#ofHits ? Buffer.allocUnsafeSlow(roomSize) : gateRoom(roomSize + walkRoomSize);
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
        // Few hits may be on their way at a time, so none may wait in git's buffer for the next.
        buffered: this.#ofHits === undefined,
        room: room.subarray(0, roomSize),
        onStart: (pid) => this.#answer({ pid }),
        onFailure: (error) => this.#fail(error),
      },
    );
    this.#pile = pile;
    this.#piling = new Promise((resolve) => (this.#pileEnds = resolve));
    this.#take();
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
          const left = walk.read(part, plan.route, (index, type, bytes) => reading.whole(index, type, bytes));
          const unread = left.map((index): Unread => ({ index, foreign: plan.foreign }));
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

function asksForHits(order: Order): boolean {
  return order !== 'end' && 'job' in order && order.job.kind === 'hits';
}

/** Once it is loaded. */
let Hits: typeof HitReading | undefined;

/** Takes the whole engine, which those that look at packs do without: half the time in which a thread gets ready. */
export async function loadHits(): Promise<void> {
  Hits ??= (await import('./read-hits.ts')).HitReading;
}

function readingFor(job: Exclude<Job, { readonly kind: 'hits' }>, idBytes: number): Reading {
  switch (job.kind) {
    case 'objects':
      return new ObjectReading(idBytes);
    case 'needles':
      return new NeedleReading(idBytes, job.needles);
    case 'trees':
      return new TreeReading(ObjectTable.from(job.table));
    default:
      return job satisfies never;
  }
}

/** What a worker thread is started with. */
export interface CrewData {
  readonly kind: 'history';
  readonly store: Access;
  /** Whether hits are what it will read. */
  readonly forHits: boolean;
}
