/**
 * Shares out batches of files: to this thread while they are few, to worker threads once they are many. The outcomes
 * come in any order; whoever needs an order sorts.
 */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Batch } from './list.ts';
import { shownName } from './names.ts';
import type { Root } from './paths.ts';
import { Reader, type Outcome, type ReadSettings, type Task } from './read.ts';
import type { Threads } from '../threads.ts';

export interface Pool {
  /** Resolves when there is room for the next batch. */
  take(batch: Batch): Promise<void>;
  /** Resolves when everything is read and the threads have ended. */
  finish(): Promise<void>;
}

/**
 * With fewer files than this, one thread does it all. A second one takes 100 ms to load, which is what 4,000 files
 * take: see bench/README.md.
 */
const manyFiles = 4000;
/** Batches in each helper's hands, so that it need not wait for this thread. */
const inHand = 3;
/** With more files than this waiting to be observed, the helpers observe too: about what half a second observes. */
const manyHits = 1000;

interface Helper {
  readonly worker: Worker;
  readonly batches: Batch[];
}

/**
 * `jobs` threads read, this one included. Helpers open files and apply the gates; what passes is observed here, as
 * long as this thread keeps up: the engine takes half a second to warm up, in every thread anew. `done` is called with
 * each batch's outcome, in this thread.
 */
export function createPool(
  jobs: number,
  settings: ReadSettings,
  done: (root: Root, outcome: Outcome) => void,
  threads: Threads | undefined,
): Pool {
  const helpers = new Set<Helper>();
  const reader = new Reader(settings);
  const hits: Batch[] = [];
  let waiting = 0;
  // Large files are shared out one by one at the end, when the small ones are under way.
  const large: Batch[] = [];
  let files = 0;
  let started = threads === undefined || jobs < 2;
  let wake = (): void => {};

  const settle = (batch: Batch, outcome: Outcome): void => {
    for (const name of outcome.large) large.push({ ...batch, names: [name] });
    if (outcome.hits.length > 0) {
      hits.push({ ...batch, names: outcome.hits });
      waiting += outcome.hits.length;
    }
    done(batch.root, outcome);
    wake();
  };
  const readHere = async (batch: Batch): Promise<void> => {
    settle(batch, reader.read(taskOf(batch, false)));
    // Lets the helpers' answers in, and the listing go on.
    await setImmediate();
  };
  const nextHits = (): Batch | undefined => {
    const batch = hits.shift();
    waiting -= batch?.names.length ?? 0;
    return batch;
  };

  const start = ({ entry, execArgv = [] }: Threads): void => {
    started = true;
    for (let i = 1; i < jobs; i++) {
      const worker = new Worker(entry, { workerData: settings, execArgv: [...execArgv], name: `reader ${i}` });
      const helper: Helper = { worker, batches: [] };
      helpers.add(helper);
      worker.on('message', (outcome: Outcome) => {
        const batch = helper.batches.shift();
        if (batch !== undefined) settle(batch, outcome);
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        helpers.delete(helper);
        // What it was reading may be what ended it, and would end this thread too.
        const [failed, ...untouched] = helper.batches;
        if (failed !== undefined) settle(failed, lost(failed, error.code ?? error.name));
        for (const batch of untouched) settle(batch, reader.read(taskOf(batch, false)));
      });
    }
  };

  /** Gives the batch to the helper with the least in hand, unless all have enough. */
  const giveAway = (batch: Batch, enough: number, gatesOnly: boolean): boolean => {
    let idlest: Helper | undefined;
    for (const helper of helpers) {
      if (helper.batches.length < (idlest?.batches.length ?? enough)) idlest = helper;
    }
    idlest?.batches.push(batch);
    idlest?.worker.postMessage(taskOf(batch, gatesOnly));
    return idlest !== undefined;
  };

  const isBusy = (): boolean => [...helpers].some(({ batches }) => batches.length > 0);
  const change = (): Promise<void> => new Promise((resolve) => (wake = resolve));

  return {
    async take(batch) {
      files += batch.names.length;
      if (!started && threads !== undefined && files > (threads.from ?? manyFiles)) start(threads);
      while (!giveAway(batch, inHand, waiting <= manyHits)) {
        const own = nextHits();
        await readHere(own ?? batch);
        if (own === undefined) return;
      }
    },
    async finish() {
      if (!started && threads !== undefined && large.length > 1) start(threads);
      for (;;) {
        while (large.length > 0 && giveAway(large.at(-1)!, 1, false)) large.pop();
        while (waiting > manyHits && giveAway(hits.at(-1)!, 1, false)) waiting -= hits.pop()!.names.length;
        const own = nextHits() ?? (helpers.size === 0 ? large.pop() : undefined);
        if (own !== undefined) await readHere(own);
        else if (isBusy()) await change();
        else if (large.length === 0) break;
      }
      await Promise.all([...helpers].map(({ worker }) => worker.terminate()));
    },
  };
}

const taskOf = ({ root, names, tracked }: Batch, gatesOnly: boolean): Task => ({
  dir: root.dir,
  names,
  tracked,
  gatesOnly,
});

function lost(batch: Batch, reason: string): Outcome {
  const gaps = batch.names.map((name) => ({
    skip: { path: shownName(name), why: 'unreadable' as const, detail: `its reader ended: ${reason}` },
    harmless: false,
  }));
  return { observations: [], gaps, large: [], hits: [], documents: 0, bytes: 0 };
}
