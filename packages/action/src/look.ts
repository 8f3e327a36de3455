/** From a target to what a scan of it found, whatever the system. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { askGit, UserError } from 'bnguard/for-action';
import { noGit } from './git/remedies.ts';
import type { Job, Looked } from './look/job.ts';
import { lookAtRange } from './look/range.ts';

export type { Found, Job } from './look/job.ts';

/** Throws a UserError where it cannot be looked at. */
export async function look(job: Job): Promise<Looked> {
  const { target } = job;
  if (target.kind === 'nothing') return { nothing: target.why };
  mkdirSync(job.temp, { recursive: true });
  const temp = realpathSync(mkdtempSync(join(job.temp, 'bnguard-')));
  try {
    return await lookAt(target, job, temp);
  } catch (error) {
    // A git that is absent or too old says so in many ways.
    await checkGit(temp);
    throw error;
  } finally {
    rmSync(temp, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function lookAt(target: Exclude<Job['target'], { kind: 'nothing' }>, job: Job, temp: string): Promise<Looked> {
  switch (target.kind) {
    case 'range':
      return lookAtRange(target, job, temp);
    case 'history':
      return (await import('./look/history.ts')).lookAtHistory(job, temp);
    case 'tree':
      return (await import('./look/tree.ts')).lookAtTree(target.base, job, temp);
    default:
      return target satisfies never;
  }
}

async function checkGit(folder: string): Promise<void> {
  const { stdout, failure } = await askGit({ dir: folder, leads: {} }, ['--version']);
  if (failure === 'ENOENT') throw new UserError(noGit);
  const [, major, minor] = /^git version (\d+)\.(\d+)/.exec(stdout.toString('latin1')) ?? [];
  if (Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 29)) return;
  const version = major === undefined ? 'of an unknown version' : `${major}.${minor}`;
  throw new UserError(`Nothing was scanned: git is ${version}, and 2.29 or newer is needed. Install a newer one.`);
}
