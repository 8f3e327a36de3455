/** Where the code of a worker thread is. */
export interface Threads {
  readonly entry: URL;
  readonly execArgv?: readonly string[];
  /** Start them from so many files on; absent: from where it pays. */
  readonly from?: number;
}

const [built] = /\.c?js$/.exec(import.meta.url) ?? [];

/** Workers run from what is built; from sources everything is read in one thread. Tests bring a loader along. */
export const builtThreads: Threads | undefined =
  built === undefined ? undefined : { entry: new URL(`./worker${built}`, import.meta.url) };
