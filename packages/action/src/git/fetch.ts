/** Asks the server for commits and objects, and says what is wrong when it does not give them. */
import { redact, UserError, visible, type Answer } from 'bnguard/for-action';
import type { Remote } from '../remote.ts';
import type { OwnRepository } from './own-repository.ts';
import { noGit, wholeCheckout } from './remedies.ts';

/** The server does not have this one, or does not show it. */
export class NotThere extends Error {
  readonly what: string;

  constructor(what: string) {
    super(`the server has no ${what}`);
    this.what = what;
  }
}

const always = ['--no-tags', '--no-write-fetch-head', '--recurse-submodules=no', '--no-auto-gc', '--quiet'];
/** Nothing is offered as known, so that an object that is asked for by its id comes alone. */
const alone = ['-c', 'fetch.negotiationAlgorithm=noop'];

/**
 * `git fetch` with these arguments. Throws NotThere for an object or ref that cannot be had, a UserError where the server
 * cannot be asked. What may be a passing fault is tried once more.
 */
export async function fetchFrom(
  repository: OwnRepository,
  remote: Remote,
  args: readonly string[],
  input?: string,
): Promise<void> {
  const ask = (): Promise<Answer> =>
    repository.askServer(remote, [...(input === undefined ? [] : alone), 'fetch', ...always, ...args], input);
  let answer = await ask();
  if (answer.failure !== undefined && passing.test(answer.complaints)) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    answer = await ask();
  }
  if (answer.failure === undefined) return;
  const [, id, ref] = absent.exec(answer.complaints) ?? [];
  const what = id ?? ref;
  if (what !== undefined) throw new NotThere(what);
  throw fetchFailure(remote, answer);
}

const absent =
  /(?:not our ref|unadvertised object|no such remote ref:?|bad object) ([0-9a-f]{40,64})|couldn't find remote ref (\S+)/i;
const passing = /\b(?:500|502|503|504|429)\b|timed out|reset by peer|early EOF|hung up unexpectedly|too slow/i;

/** What is wrong when the server could not be asked. */
export function fetchFailure({ url, header }: Remote, { complaints, failure }: Answer): UserError {
  const said = visible(redact(complaints.trim().split('\n').at(-1) || `git ended with ${failure}`));
  const from = `Nothing was scanned: what the checkout lacks cannot be fetched from ${visible(url)}`;
  if (failure === 'ENOENT') return new UserError(noGit);
  if (/could not read Username|Authentication failed|\b40[13]\b|not found/i.test(complaints)) {
    const why = header === undefined ? 'no token was given' : 'the token may not read it';
    const remedy = `Give the job permissions: contents: read, or ${wholeCheckout}.`;
    return new UserError(`${from}: ${why} (${said}). ${remedy}`);
  }
  return new UserError(`${from} (${said}). Run the job again, or ${wholeCheckout}.`);
}
