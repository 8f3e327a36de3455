/**
 * Shares out objects among readers, of which one is in this thread and the others, once there is much to read, in threads
 * of their own: parts of packs, which each reads itself, and chunks, for which each has a git of its own. Outcomes come in
 * any order; whoever needs an order sorts.
 */
import { Worker } from 'node:worker_threads';
import { noteChild } from '../../git/children.ts';
import type { Database } from '../../git/database.ts';
import { UserError } from '../../user-error.ts';
import type { Threads } from '../../threads.ts';
import {
  CrewMember,
  type Answer,
  type Chunk,
  type CrewData,
  type Job,
  type Order,
  type Outcomes,
  type Unread,
} from './crew-member.ts';
import type { PackPlan, ReadyPack } from './pack-plan.ts';

/** What a crew is to read. */
export interface Work {
  readonly plans?: readonly PackPlan[];
  /** Are handed out one after the other. */
  readonly chunks?: Iterable<Chunk>;
  /** Are taken by whoever has time. */
  readonly pile?: readonly Chunk[];
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
  #answered: (hand: number, answer: Exclude<Answer, { readonly packs: unknown }>) => void = () => {};
  /** Of a reader, at any time: what it was told to do is not done. */
  #failure: Error | undefined;
  /** Resolves when all are gone that were dismissed. */
  #leaving: Promise<unknown> = Promise.resolve();
  /** Of the readers that there are: others come after `dismiss`. */
  #generation = 0;
  /** Of whoever waits for answers: something has come, or will not come. */
  #wake: () => void = () => {};
  #opened: (packs?: readonly ReadyPack[]) => void = () => {};

  constructor(store: Database, threads: Threads | undefined) {
    this.#store = store;
    this.#threads = threads;
  }

  /**
   * Makes a crew of `size` readers, unless there is one. Without threads it is one.
   * @param forHits whether they will read hits: then they load what that takes at once
   */
  gather(size: number, forHits = false): void {
    if (this.#hands.length > 0) return;
    const others = this.#threads === undefined ? 0 : size - 1;
    const generation = this.#generation;
    const answerOf =
      (hand: number) =>
      (answer: Answer): void => {
        // Whoever was dismissed has nothing to say.
        if (generation !== this.#generation) return;
        if (answer !== 'done' && 'failure' in answer) {
          this.#failure ??= answer.isUserError ? new UserError(answer.failure) : new Error(answer.failure);
          this.#opened();
        }
        if (answer !== 'done' && 'packs' in answer) this.#opened(answer.packs);
        else this.#answered(hand, answer);
      };
    for (let number = 0; number < others; number++) {
      this.#hands.push(this.#hire(this.#threads!, number, forHits, answerOf(number)));
    }
    const member = new CrewMember(this.#store, answerOf(others), () => this.#first);
    this.#hands.push({ tell: (order) => member.obey(order), stop: async () => member.stop(), chunks: 0 });
  }

  /** Has another thread open the packs, while git lists. Undefined where there is none, or it fails: then reading does. */
  async openPacks(): Promise<readonly ReadyPack[] | undefined> {
    if (this.#hands.length < 2) return undefined;
    const opened = new Promise<readonly ReadyPack[] | undefined>((resolve) => (this.#opened = resolve));
    this.#hands[0]!.tell({ packsOf: this.#store.commonDir });
    return opened;
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
    { plans = [], chunks = [], pile = [] }: Work,
    use: (outcome: Outcomes[K], reader: number) => void,
  ): Promise<readonly Unread[]> {
    // One that was dismissed is one reader from then on.
    this.gather(1);
    this.#check();
    const generation = this.#generation;
    let working = 0;
    const unread: Unread[] = [];
    const taken = new Int32Array(new SharedArrayBuffer(4));
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
      }
      this.#wake();
    };
    const change = (): Promise<void> => new Promise((resolve) => (this.#wake = resolve));
    const check = (): void => {
      if (generation !== this.#generation) throw new Error('The readers were dismissed.');
      this.#check();
    };
    const begin = (): void => {
      for (const hand of this.#hands) {
        hand.chunks = 0;
        hand.tell({ job, plans, pile: { chunks: pile, taken } });
      }
      working = this.#hands.length;
    };
    if (plans.length + pile.length > 0) begin();
    for (const chunk of chunks) {
      if (working === 0) begin();
      for (;;) {
        check();
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
    for (; working > 0; await change()) check();
    check();
    return unread;
  }

  #check(): void {
    if (this.#failure) throw this.#failure;
  }

  /**
   * Makes as many readers anew, for hits, when they have nothing to do: the memory that they keep is given back. The new
   * ones load what they take from now on, whatever this thread does.
   */
  async renew(): Promise<void> {
    const size = this.#hands.length;
    const dismissed = this.dismiss();
    this.gather(size, true);
    await dismissed;
  }

  /** Ends all readers and their git processes, whatever they do. Resolves when these and all before them are gone. */
  async dismiss(): Promise<void> {
    const hands = this.#hands.splice(0);
    this.#answered = () => {};
    this.#opened();
    // Also of one that fails while it ends.
    this.#generation++;
    this.#failure = undefined;
    this.#wake();
    const leave = async (hand: Hand): Promise<void> => {
      await hand.stop();
      hand.forget?.();
    };
    this.#leaving = Promise.all([this.#leaving, ...hands.map(leave)]);
    await this.#leaving;
  }

  #hire({ entry, execArgv = [] }: Threads, number: number, forHits: boolean, answer: (answer: Answer) => void): Hand {
    const { dir, leads, idBytes } = this.#store;
    const workerData: CrewData = { kind: 'history', store: { dir, leads, idBytes }, forHits };
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
    worker.on('exit', (code) => answer({ failure: `A reader ended with ${code}`, isUserError: false }));
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
