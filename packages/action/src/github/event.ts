/** GitHub's events as what happened: reads the payload that the runner leaves in a file, and the runner's variables. */
import { readFileSync } from 'node:fs';
import { UserError } from 'bnguard/for-action';
import { isId, isZero, type Happened } from '../happened.ts';

export interface Event {
  readonly happened: Happened;
  /** Of a pull request. */
  readonly pullRequest?: number;
  /** A change that comes from outside of the repository's own branches. */
  readonly isFork: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Throws a UserError for an event that says nothing of commits, and for a payload that is not what GitHub sends. */
export function readEvent(env: Variables): Event {
  const name = env['GITHUB_EVENT_NAME'] ?? '';
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return pullRequest(name, payloadOf(env), env);
    case 'merge_group': {
      const group = payloadOf(env).at('merge_group');
      const [head, base] = [group.id('head_sha'), group.id('base_sha')];
      return { happened: { kind: 'proposal', head: { id: head }, base: { id: base } }, isFork: false };
    }
    case 'push':
      return { happened: push(payloadOf(env)), isFork: false };
    case 'workflow_dispatch':
    case 'schedule':
      return { happened: { kind: 'occasion' }, isFork: false };
    case '':
      throw new UserError(
        'Nothing was scanned: GITHUB_EVENT_NAME is not set, so this is no job of GitHub Actions. On the command line: bnguard scan.',
      );
    case 'workflow_run':
      throw new UserError(
        'Nothing was scanned: workflow_run tells nothing of a pull request from a fork. Give its number: pull-request.',
      );
    default:
      throw new UserError(
        `Nothing was scanned: the event ${name} names no commits to look at. Say what to look at: scan: history, scan: tree, or base and head.`,
      );
  }
}

function pullRequest(name: string, payload: Fields, env: Variables): Event {
  const pull = payload.at('pull_request');
  const [head, base] = [pull.at('head'), pull.at('base')];
  const number = pull.number('number');
  const trial = env['GITHUB_SHA'] ?? '';
  const commits = pull.optionalNumber('commits');
  const happened: Happened = {
    kind: 'proposal',
    head: { id: head.id('sha'), ref: `refs/pull/${number}/head` },
    base: { id: base.id('sha') },
    // With pull_request_target it is a commit of the default branch.
    ...(name === 'pull_request' && isId(trial) && { trial }),
    target: { ref: `refs/heads/${base.text('ref')}` },
    ...(commits !== undefined && { commits }),
  };
  return { happened, pullRequest: number, isFork: repositoryIn(head) !== repositoryIn(base) };
}

/** The same as pull_request_target says it, from what GitHub's API tells. */
export function eventOfPullRequest(payload: Record<string, unknown>, env: Variables): Event {
  return pullRequest('pull_request_target', new Fields(payload, ''), env);
}

/** Of a fork that is gone there is none. */
const repositoryIn = (side: Fields): unknown => side.optional('repo')?.value('full_name');

function push(payload: Fields): Happened {
  const ref = payload.text('ref');
  const [before, after] = [payload.id('before'), payload.id('after')];
  if (!/^refs\/(?:heads|tags)\/./.test(ref)) {
    return { kind: 'nothing', why: `${ref} is neither a branch nor a tag.` };
  }
  const branch = payload.optional('repository')?.value('default_branch');
  const commits = payload.value('commits');
  return {
    ...{ kind: 'push', ref, before, after },
    ...(typeof branch === 'string' && branch !== '' && { defaultBranch: branch }),
    ...(Array.isArray(commits) && !isZero(before) && { commits: commits.length }),
  };
}

/** GitHub's limit for a payload is 25 MB. */
const largest = 64 * 1_048_576;

/** The event's payload. Throws a UserError where there is none. */
export function payloadOf(env: Variables): Fields {
  const path = env['GITHUB_EVENT_PATH'] ?? '';
  let payload: unknown;
  try {
    const text = readFileSync(path);
    payload = text.length > largest ? undefined : JSON.parse(text.toString('utf8'));
  } catch {
    payload = undefined;
  }
  if (typeof payload !== 'object' || payload === null) {
    throw new UserError(
      'Nothing was scanned: the event’s payload (GITHUB_EVENT_PATH) is missing or no JSON. In a container the job must mount it; GitHub’s runner does.',
    );
  }
  return new Fields(payload as Record<string, unknown>, '');
}

/** A part of the payload. What is not as GitHub sends it is told by its name. */
export class Fields {
  readonly #data: Readonly<Record<string, unknown>>;
  readonly #name: string;

  constructor(data: Readonly<Record<string, unknown>>, name: string) {
    this.#data = data;
    this.#name = name;
  }

  value(key: string): unknown {
    return Object.hasOwn(this.#data, key) ? this.#data[key] : undefined;
  }

  optional(key: string): Fields | undefined {
    const value = this.value(key);
    return typeof value === 'object' && value !== null
      ? new Fields(value as Record<string, unknown>, `${this.#name}${key}.`)
      : undefined;
  }

  at(key: string): Fields {
    return this.optional(key) ?? this.#fail(key, 'an object');
  }

  id(key: string): string {
    const value = this.value(key);
    return typeof value === 'string' && isId(value) ? value : this.#fail(key, 'the id of a commit');
  }

  /** A name of a ref: git would take what else there may be for an option or a pattern. */
  text(key: string): string {
    const value = this.value(key);
    return typeof value === 'string' && isRefName(value) ? value : this.#fail(key, 'the name of a ref');
  }

  number(key: string): number {
    return this.optionalNumber(key) ?? this.#fail(key, 'a number');
  }

  optionalNumber(key: string): number | undefined {
    const value = this.value(key);
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  }

  #fail(key: string, expected: string): never {
    throw new UserError(
      `Nothing was scanned: ${this.#name}${key} of the event’s payload is not ${expected}. If GitHub sent it so, report it.`,
    );
  }
}

/** What `git check-ref-format` takes, and nothing that a refspec would read otherwise. */
export function isRefName(name: string): boolean {
  return (
    name !== '' &&
    name.length < 1000 &&
    !/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|\.lock(?:\/|$)|(?:^|\/)\.|^[-/+]|[/.]$/.test(name) &&
    name !== '@'
  );
}
