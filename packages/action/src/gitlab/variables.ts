/** GitLab's pipelines as what happened, by the variables that GitLab sets. */
import { UserError } from 'bnguard/for-action';
import { isId, isZero, type Happened } from '../happened.ts';
import { isRefName } from '../github/event.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Throws a UserError where a variable is missing or not what GitLab sets. */
export function readVariables(env: Variables): Happened {
  const source = env['CI_PIPELINE_SOURCE'] ?? '';
  const after = id(env, 'CI_COMMIT_SHA');
  switch (source) {
    case 'merge_request_event':
      return mergeRequest(env, after);
    case 'push':
    case 'external_pull_request_event': {
      const branch = env['CI_COMMIT_TAG']
        ? `refs/tags/${env['CI_COMMIT_TAG']}`
        : `refs/heads/${env['CI_COMMIT_BRANCH'] ?? ''}`;
      const ref = refName(branch, env['CI_COMMIT_TAG'] ? 'CI_COMMIT_TAG' : 'CI_COMMIT_BRANCH');
      const main = env['CI_DEFAULT_BRANCH'] ?? '';
      return {
        ...{ kind: 'push', ref, after, before: optionalId(env, 'CI_COMMIT_BEFORE_SHA') ?? '0'.repeat(after.length) },
        ...(isRefName(main) && { defaultBranch: main }),
      };
    }
    case '':
      throw new UserError(
        'Nothing was scanned: CI_PIPELINE_SOURCE is not set, so this is no job of GitLab CI. On the command line: bnguard scan.',
      );
    default:
      return { kind: 'occasion' };
  }
}

/** In a pipeline of merged results the job’s own commit is a merge that nobody made. */
function mergeRequest(env: Variables, commit: string): Happened {
  const head = optionalId(env, 'CI_MERGE_REQUEST_SOURCE_BRANCH_SHA') ?? commit;
  const target = optionalId(env, 'CI_MERGE_REQUEST_TARGET_BRANCH_SHA');
  const branch = refName(
    `refs/heads/${env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'] ?? ''}`,
    'CI_MERGE_REQUEST_TARGET_BRANCH_NAME',
  );
  const number = env['CI_MERGE_REQUEST_IID'] ?? '';
  const base = optionalId(env, 'CI_MERGE_REQUEST_DIFF_BASE_SHA') ?? target;
  return {
    kind: 'proposal',
    head: { id: head, ...(/^\d+$/.test(number) && { ref: `refs/merge-requests/${number}/head` }) },
    base: base === undefined ? { ref: branch } : { id: base },
    target: target === undefined ? { ref: branch } : { id: target },
  };
}

function id(env: Variables, name: string): string {
  const value = env[name] ?? '';
  if (isId(value) && !isZero(value)) return value;
  throw new UserError(`Nothing was scanned: ${name} is not the id of a commit. GitLab sets it in every job.`);
}

/** Zeros stand for none. */
function optionalId(env: Variables, name: string): string | undefined {
  const value = env[name] ?? '';
  if (value === '' || isZero(value)) return undefined;
  return id(env, name);
}

function refName(ref: string, name: string): string {
  if (isRefName(ref)) return ref;
  throw new UserError(`Nothing was scanned: ${name} is not the name of a ref. GitLab sets it in every job.`);
}
