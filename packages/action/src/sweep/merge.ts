/** The end of a sweep: all reports as one, one SARIF file for each history, and what is missing against the plan. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { html, json, mergedReport, sarif, type Judged, type Report } from 'bnguard/for-action';
import { writePieces } from '../write-report.ts';
import { fileOf, type Plan, type Task } from './plan.ts';
import type { Failed } from './scan.ts';

export interface Merged extends Judged {
  readonly repositories: number;
  readonly failed: readonly Failed[];
}

type Thresholds = Parameters<typeof mergedReport>[1];

/** Reads the reports in `folder` (absolute) and writes the joined ones there. What the plan has and `folder` has not, failed. */
export async function mergeSweep(plan: Plan, folder: string, thresholds: Thresholds): Promise<Merged> {
  const write = (name: string, pieces: Iterable<string>): void => {
    rmSync(join(folder, name), { force: true });
    writePieces(join(folder, name), pieces);
  };
  const tasks: readonly Task[] = [...plan.jobs.flat(), ...plan.unchanged];
  const failed = new Map<string, Failed>();
  const present: Task[] = [];
  for (const task of tasks) {
    const file = join(folder, fileOf(task));
    if (existsSync(`${file}.json`)) present.push(task);
    else failed.set(fileOf(task), failureOf(file, task.repository));
  }
  const shards = present.filter(({ shard }) => shard);
  for (const repository of new Set(shards.map((task) => task.repository))) {
    const parts = shards.filter((task) => task.repository === repository).map((task) => pathOf(folder, task));
    const { report } = await mergedReport(parts, thresholds, folder);
    write(`${fileOf({ repository, size: 0 })}.sarif`, await sarif(report));
  }
  const judged = await mergedReport(
    present.map((task) => pathOf(folder, task)),
    thresholds,
    folder,
  );
  const complete = judged.report.complete && failed.size === 0;
  const report: Report = {
    ...judged.report,
    complete,
    skipped: [
      ...judged.report.skipped,
      ...[...failed.values()].map(({ repository, message }) => ({
        ...{ path: '', why: 'unreadable' as const, detail: `${repository}: ${message}` },
      })),
    ],
  };
  write('all.json', await json(report));
  write('all.html', await html(report));
  return {
    ...judged,
    report,
    code: complete || thresholds.allowIncomplete ? judged.code : 2,
    repositories: new Set(tasks.map(({ repository }) => repository)).size,
    failed: [...failed.values()],
  };
}

const pathOf = (folder: string, task: Task): string => join(folder, `${fileOf(task)}.json`);

function failureOf(file: string, repository: string): Failed {
  try {
    const { message } = JSON.parse(readFileSync(`${file}.failed`, 'utf8')) as Failed;
    return { repository, message: String(message) };
  } catch {
    return { repository, message: 'there is no report of it: its job did not come to its end' };
  }
}
