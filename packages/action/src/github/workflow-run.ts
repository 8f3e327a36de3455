/**
 * The pull request behind a workflow_run event, whose job has the rights that a fork's own run lacks. What the first run
 * says of it is a stranger's word: only the number is taken, and GitHub is asked whether it is the commit that ran.
 */
import { UserError } from 'bnguard/for-action';
import { isId } from '../happened.ts';
import type { Api } from './api.ts';
import { eventOfPullRequest, payloadOf, type Event } from './event.ts';

/** Throws a UserError where the number is not that of a pull request with the commit of the run. */
export async function eventOfRun(
  number: string,
  env: Readonly<Record<string, string | undefined>>,
  api: Api,
): Promise<Event> {
  const run = payloadOf(env).at('workflow_run');
  const commit = run.id('head_sha');
  const answer = await api.ask('GET', `/repos/${env['GITHUB_REPOSITORY'] ?? ''}/pulls/${number}`);
  const body = answer.body as { readonly head?: { readonly sha?: unknown } } | undefined;
  if (answer.status !== 200 || typeof body !== 'object') {
    throw new UserError(
      `Nothing was scanned: pull request ${number} cannot be read (GitHub answered ${answer.status}). The job needs pull-requests: read or write.`,
    );
  }
  const sha = body.head?.sha;
  if (typeof sha !== 'string' || !isId(sha) || sha !== commit) {
    throw new UserError(
      `Nothing was scanned: the run was of ${commit}, which is not the head of pull request ${number} any more. The run of the new head looks at everything.`,
    );
  }
  return eventOfPullRequest({ pull_request: body }, env);
}
