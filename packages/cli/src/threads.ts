/** Where the code of a worker thread is. */
export interface Threads {
  readonly entry: URL;
  readonly execArgv?: readonly string[];
  /** Start them from so many files on; absent: from where it pays. */
  readonly from?: number;
}

/** Workers run from what is built; from sources everything is read in one thread. Tests bring a loader along. */
export const builtThreads: Threads | undefined = import.meta.url.endsWith('.js')
  ? { entry: new URL('./worker.js', import.meta.url) }
  : undefined;
