/** One job of a sweep: the histories that the plan gives it, one after the other. One that fails does not stop the others. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { json, sarif, UserError, type Io } from 'bnguard/for-action';
import { look } from '../look.ts';
import { remoteOf } from '../remote.ts';
import { writePieces } from '../write-report.ts';
import { fileOf, type Task } from './plan.ts';

export interface SweepJob {
  readonly io: Io;
  readonly server: string;
  readonly token: string;
  readonly temp: string;
  /** Absolute; where the reports go. */
  readonly out: string;
  readonly pullRefs: boolean;
  readonly say: (text: string) => void;
}

/** A history that could not be looked at. */
export interface Failed {
  readonly repository: string;
  readonly message: string;
}

export async function scanTasks(tasks: readonly Task[], job: SweepJob): Promise<void> {
  mkdirSync(job.out, { recursive: true });
  for (const [i, task] of tasks.entries()) {
    const began = performance.now();
    const outcome = await scanTask(task, job);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    job.say(`${i + 1} of ${tasks.length}: ${fileOf(task)}: ${outcome}, ${seconds} s`);
  }
}

async function scanTask(task: Task, { io, server, token, temp, out, pullRefs }: SweepJob): Promise<string> {
  const file = join(out, fileOf(task));
  for (const end of ['json', 'sarif', 'failed']) rmSync(`${file}.${end}`, { force: true });
  try {
    const found = await look({
      target: { kind: 'history' },
      ...{ folder: temp, temp, io, mayFetch: true, configFrom: 'head' },
      remote: remoteOf(server, task.repository, 'x-access-token', token),
      // Everything is kept: what is shown and what fails is decided when all is joined.
      flags: { allowIncomplete: false, failOn: 'never', minSeverity: 'info', minConfidence: 'possible' },
      proposals: pullRefs ? ['refs/pull/*/head'] : [],
      shard: task.shard,
    });
    if ('nothing' in found) return found.nothing;
    const { report } = found;
    writePieces(`${file}.json`, await json(report));
    if (!task.shard) writePieces(`${file}.sarif`, await sarif(report));
    const { objects = 0, bytes } = report.coverage;
    return `${objects} objects, ${Math.round(bytes / 1_048_576)} MB, ${report.findings.length} findings`;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const failed: Failed = { repository: task.repository, message: error.message };
    writeFileSync(`${file}.failed`, JSON.stringify(failed));
    return error.message;
  }
}
