/** Payloads as GitHub sends them, with the ids of our repositories in place of theirs. */
import { createRequire } from 'node:module';

interface Example {
  readonly name: string;
  readonly examples: readonly any[];
}
const all = createRequire(import.meta.url)('@octokit/webhooks-examples') as
  | readonly Example[]
  | { default: readonly Example[] };
const events = Array.isArray(all) ? (all as readonly Example[]) : (all as { default: readonly Example[] }).default;

/** A copy of a real one of this event. */
export function example(event: string, wanted: (payload: any) => boolean = () => true): any {
  const found = events.find(({ name }) => name === event)?.examples.find(wanted);
  if (found === undefined) throw new Error(`there is no example of ${event}`);
  return structuredClone(found);
}

export interface PullRequest {
  readonly head: string;
  readonly base: string;
  readonly commits?: number;
  readonly number?: number;
  readonly baseRef?: string;
  readonly action?: string;
  readonly isFork?: boolean;
}

export function pullRequest({
  head,
  base,
  commits = 1,
  number = 7,
  baseRef = 'main',
  action,
  isFork,
}: PullRequest): any {
  const payload = example('pull_request', (one) => one.action === (action ?? 'synchronize'));
  const { pull_request: pull } = payload;
  payload.number = number;
  Object.assign(pull, { number, commits });
  Object.assign(pull.head, { sha: head, ref: 'feature' });
  Object.assign(pull.base, { sha: base, ref: baseRef });
  pull.base.repo.full_name = 'o/r';
  pull.head.repo.full_name = isFork ? 'stranger/r' : 'o/r';
  if (isFork) Object.assign(pull.head.repo, { fork: true, owner: { ...pull.head.repo.owner, login: 'stranger' } });
  return payload;
}

export interface Push {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly forced?: boolean;
}

export const zero = '0'.repeat(40);

export function push({ ref, before, after, forced = false }: Push): any {
  const payload = example('push');
  Object.assign(payload, { ref, before, after, forced, created: before === zero, deleted: after === zero });
  payload.repository.default_branch = 'main';
  if (after === zero) Object.assign(payload, { head_commit: null, commits: [] });
  return payload;
}

export function mergeGroup(head: string, base: string): any {
  const payload = example('merge_group', (one) => one.action === 'checks_requested');
  Object.assign(payload.merge_group, { head_sha: head, base_sha: base });
  return payload;
}
