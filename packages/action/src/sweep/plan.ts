/** How the histories of many repositories, or one very large one, are shared out among jobs. Pure. */

export interface Listed {
  /** `owner/name` */
  readonly repository: string;
  /** Kilobytes, as the server tells; 0: not known. */
  readonly size: number;
  /** When something was last pushed, as the server tells. */
  readonly pushedAt?: string;
}

/** One history, or a part of it. */
export interface Task extends Listed {
  readonly shard?: { readonly index: number; readonly count: number };
}

export interface Plan {
  readonly schema: 1;
  /** What each job does, in this order. */
  readonly jobs: readonly (readonly Task[])[];
  /** What was looked at by an earlier sweep and has not changed since. */
  readonly unchanged: readonly Listed[];
}

export interface PlanOptions {
  /** Jobs at most. GitHub takes 256 in a matrix. */
  readonly jobs: number;
  /** Into how many parts each history is cut; 0: by its size. */
  readonly shards: number;
}

export const mostJobs = 256;
/** What a repository costs besides its size, in kilobytes: starting, asking, writing. */
const startCost = 5_000;
/** A larger history is cut: about ten minutes of a job with two processors, by docs/action.md. */
const largestWhole = 4_000_000;
const mostShards = 64;

/** The largest first, each to the job that has least to do. The same list makes the same plan. */
export function planJobs(listed: readonly Listed[], unchanged: readonly Listed[], { jobs, shards }: PlanOptions): Plan {
  const tasks = listed.flatMap((one) => tasksOf(one, shards)).sort(byCost);
  const count = Math.max(1, Math.min(jobs, mostJobs, tasks.length));
  const bins = Array.from({ length: count }, () => ({ cost: 0, tasks: [] as Task[] }));
  for (const task of tasks) {
    const idlest = bins.reduce((a, b) => (b.cost < a.cost ? b : a));
    idlest.tasks.push(task);
    idlest.cost += costOf(task);
  }
  return { schema: 1, jobs: tasks.length === 0 ? [] : bins.map((bin) => bin.tasks), unchanged };
}

function tasksOf(one: Listed, shards: number): Task[] {
  const wanted = shards > 0 ? shards : Math.ceil(one.size / largestWhole);
  const count = Math.min(Math.max(wanted, 1), mostShards);
  if (count === 1) return [one];
  return Array.from({ length: count }, (_, i) => ({ ...one, shard: { index: i + 1, count } }));
}

/** Every part of a history fetches all of it, reads all commits and trees, and its share of the contents. */
const costOf = ({ size, shard }: Task): number => startCost + (shard ? size / 2 + size / (2 * shard.count) : size);

function byCost(a: Task, b: Task): number {
  return (
    costOf(b) - costOf(a) ||
    (a.repository < b.repository ? -1 : a.repository > b.repository ? 1 : 0) ||
    (a.shard?.index ?? 0) - (b.shard?.index ?? 0)
  );
}

/** The name of a task's files. */
export const fileOf = ({ repository, shard }: Task): string =>
  `${repository.replace('/', '+')}${shard ? `.${shard.index}of${shard.count}` : ''}`;
