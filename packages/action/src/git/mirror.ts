/** All that a server has of a repository: branches, tags, and what was proposed and perhaps never merged. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefName } from '../github/event.ts';
import type { Remote } from '../remote.ts';
import { fetchFailure, fetchFrom } from './fetch.ts';
import type { OwnRepository } from './own-repository.ts';

/** Brings a repository of ours up to date. Throws a UserError where the server cannot be asked. */
export async function mirror(repository: OwnRepository, remote: Remote, proposals: readonly string[]): Promise<void> {
  const kept = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];
  const more = proposals.map((refs) => `+${refs}:${refs}`);
  await fetchFrom(repository, remote, ['--prune', '--update-head-ok', 'origin', ...kept, ...more]);
  const answer = await repository.askServer(remote, ['ls-remote', '--symref', 'origin', 'HEAD']);
  if (answer.failure !== undefined) throw fetchFailure(remote, answer);
  const told = answer.stdout.toString('utf8');
  const [, branch] = /^ref: (refs\/heads\/\S+)\tHEAD$/m.exec(told) ?? [];
  const [, id] = /^([0-9a-f]{40,64})\tHEAD$/m.exec(told) ?? [];
  const head = branch !== undefined && isRefName(branch) ? `ref: ${branch}` : id;
  if (head !== undefined) writeFileSync(join(repository.dir, 'HEAD'), `${head}\n`);
}

/** A commit and the files of its tree, nothing before it. */
export async function fetchCommit(repository: OwnRepository, remote: Remote, id: string): Promise<void> {
  await fetchFrom(repository, remote, ['--depth=1', 'origin', `+${id}:refs/bnguard/base`]);
}
