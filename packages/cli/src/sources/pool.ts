/**
 * Shares out batches of files: to this thread while they are few, to worker threads once they are many. The outcomes
 * come in any order; whoever needs an order sorts.
 */
import { Worker } from 'node:worker_threads';
import type { Batch } from './list.ts';
import { shownName } from './names.ts';
import { Reader, type Outcome, type ReadSettings, type Task } from './read.ts';

/** Where a worker's code is. Tests, which run from sources, bring a loader along. */
export interface Threads {
  readonly entry: URL;
  readonly execArgv?: readonly string[];
}

export interface Pool {
  /** Resolves when there is room for the next batch. */
  take(batch: Batch): Promise<void>;
  /** Resolves when everything is read and the threads have ended. */
  finish(): Promise<void>;
}

/**
 * With fewer files than this, starting a thread (about 50 ms with the engine) costs more than it brings: see
 * bench/README.md.
 */
const manyFiles = 1500;
/** Batches that wait in each worker, so that it never waits for this thread. */
const queued = 3;

interface Helper {
  readonly worker: Worker;
  readonly tasks: Batch[];
}

/** `done` is called with each batch's outcome, in this thread. */
export function createPool(
  jobs: number,
  settings: ReadSettings,
  done: (batch: Batch, outcome: Outcome) => void,
  threads: Threads | undefined,
): Pool {
  const helpers = new Set<Helper>();
  let inline: Reader | undefined;
  let files = 0;
  let started = false;
  let wake: (() => void) | undefined;

  const readHere = (batch: Batch): void => {
    inline ??= new Reader(settings);
    done(batch, inline.read(taskOf(batch)));
  };

  const start = ({ entry, execArgv = [] }: Threads): void => {
    started = true;
    for (let i = 0; i < jobs; i++) {
      const worker = new Worker(entry, { workerData: settings, execArgv: [...execArgv], name: `bnguard reader ${i + 1}` });
      const helper: Helper = { worker, tasks: [] };
      helpers.add(helper);
      worker.on('message', (outcome: Outcome) => {
        const batch = helper.tasks.shift();
        if (batch !== undefined) done(batch, outcome);
        wake?.();
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        helpers.delete(helper);
        // What the thread had in hand may be what ended it: say so rather than try again here.
        const [failed, ...rest] = helper.tasks;
        if (failed !== undefined) done(failed, lost(failed, error.code ?? error.name));
        for (const batch of rest) readHere(batch);
        wake?.();
      });
    }
  };

  const room = (): Helper | undefined => {
    let best: Helper | undefined;
    for (const helper of helpers) {
      if (helper.tasks.length < queued && helper.tasks.length < (best?.tasks.length ?? queued)) best = helper;
    }
    return best;
  };
  const change = (): Promise<void> => new Promise((resolve) => (wake = resolve));

  return {
    async take(batch) {
      files += batch.names.length;
      if (!started && threads !== undefined && jobs > 1 && files > manyFiles) start(threads);
      if (helpers.size === 0) {
        readHere(batch);
        return;
      }
      let helper = room();
      while (helper === undefined && helpers.size > 0) {
        await change();
        helper = room();
      }
      if (helper === undefined) {
        readHere(batch);
        return;
      }
      helper.tasks.push(batch);
      helper.worker.postMessage(taskOf(batch));
    },
    async finish() {
      while ([...helpers].some(({ tasks }) => tasks.length > 0)) await change();
      await Promise.all([...helpers].map(({ worker }) => worker.terminate()));
    },
  };
}

const taskOf = ({ root, names, tracked }: Batch): Task => ({ dir: root.dir, names, tracked });

function lost(batch: Batch, reason: string): Outcome {
  const gaps = batch.names.map((name) => ({
    skip: { path: shownName(name), why: 'unreadable' as const, detail: `its reader ended: ${reason}` },
    harmless: false,
  }));
  return { observations: [], gaps, documents: 0, bytes: 0 };
}
