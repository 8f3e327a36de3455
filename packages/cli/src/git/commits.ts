/** Turns what a person typed as a range into commits. What is typed can select commits and do nothing else. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { didYouMean } from '../suggest.ts';
import { UserError } from '../user-error.ts';
import { answered, askGit, hasHead } from './ask.ts';
import type { Store } from './store.ts';

export interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
}

/** Of a stored commit or tag what git wrote: what follows the first empty line is the author's. */
export const headerOf = (bytes: Buffer): string => bytes.toString('latin1', 0, bodyAt(bytes));

/** And what its author wrote. */
export const messageOf = (bytes: Buffer): Buffer => bytes.subarray(bodyAt(bytes));

function bodyAt(bytes: Buffer): number {
  const at = bytes.indexOf('\n\n');
  return at < 0 ? bytes.length : at + 2;
}

/** Options of git rev-list that select commits. None writes, reads files, or hides what a merge brings. */
const allowed =
  /^(?:--not|--all|--(?:branches|tags|remotes)(?:=.*)?|--(?:glob|exclude)=.+|-n\d+|-\d+|--max-count=\d+|--(?:since|after|until|before)=.+)$/;
const shownOptions = '--not, --all, --branches, --tags, --remotes, --glob=, --exclude=, -n 5, --since= and --until=';

/**
 * The commits that these arguments of `git rev-list` select, parents first. Throws a UserError that names what is not
 * allowed, or what this repository does not know.
 */
export async function commitsOf(store: Store, revisions: readonly string[]): Promise<Commit[]> {
  const typed = selecting(revisions);
  const args = ['rev-list', '--topo-order', '--reverse', '--parents', '--default', 'HEAD', ...typed, '--'];
  const answer = await askGit(store, args);
  if (answer.failure !== undefined) {
    const told = /(?:bad revision|ambiguous argument|bad object|Invalid [a-z ]+) '?([^\s']+)/i.exec(answer.complaints);
    const unknown = told?.[1];
    if (unknown !== undefined) throw await notKnown(store, unknown);
  }
  return answered(store, answer)
    .toString('latin1')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', ...parents] = line.split(' ');
      return { id, parents };
    });
}

function selecting(revisions: readonly string[]): string[] {
  const args: string[] = [];
  for (let at = 0; at < revisions.length; at++) {
    const word = revisions[at]!;
    const next = revisions[at + 1];
    // git takes it for a file's content, which is no commit, and says nothing.
    if (/^[^:{]+:/.test(word)) throw new UserError(`--range: ${word} names a file. Name commits: main..HEAD.`);
    if (word === '-n' && next !== undefined && /^\d+$/.test(next)) {
      args.push(`--max-count=${next}`);
      at++;
    } else if (!word.startsWith('-') || allowed.test(word)) args.push(word);
    else {
      throw new UserError(
        `--range: ${word} is no revision, and none of the options that are allowed here: ${shownOptions}.`,
      );
    }
  }
  return args;
}

async function notKnown(store: Store, expression: string): Promise<UserError> {
  const ends = expression
    .replace(/^\^/, '')
    .split(/\.{2,3}/)
    .filter((end) => end !== '');
  let unknown = expression;
  for (const end of ends) {
    if (await isCommit(store, end)) continue;
    unknown = end;
    break;
  }
  const isPath = unknown !== 'HEAD' && existsSync(resolve(store.dir, unknown));
  return new UserError(
    isPath
      ? `--range: this repository knows no commit ${unknown}, which is a path: --range takes revisions such as main..HEAD, and PATH comes after them.`
      : `--range: ${await noCommit(store, unknown)}`,
  );
}

/** That a repository knows no such commit, and what brings it here, or what was meant. */
export async function noCommit(store: Store, unknown: string): Promise<string> {
  const names = await linesOf(store, 'for-each-ref', '--count=5000', '--format=%(refname:short)');
  const isUnborn = !(await hasHead(store));
  if (names.length === 0 && isUnborn) return 'there is no commit yet.';
  if (isUnborn && /^(?:HEAD|@)?(?=$|[~^])/.test(unknown))
    return `HEAD is at a branch without a commit. There are others: ${names.slice(0, 3).join(', ')}.`;
  return `this repository knows no commit ${unknown}${await remedyFor(store, unknown, names)}`;
}

const isCommit = async (store: Store, name: string): Promise<boolean> =>
  (await askGit(store, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])).failure ===
  undefined;

const linesOf = async (store: Store, ...args: string[]): Promise<string[]> =>
  (await askGit(store, args)).stdout.toString('utf8').split('\n').filter(Boolean);

/** What brings a commit that is not here, or what was meant. */
async function remedyFor(store: Store, unknown: string, names: readonly string[]): Promise<string> {
  const [[isShallow], remotes] = await Promise.all([
    linesOf(store, 'rev-parse', '--is-shallow-repository'),
    linesOf(store, 'remote'),
  ]);
  const near = didYouMean(unknown, names);
  const inCi = 'in CI check out the whole history (fetch-depth: 0)';
  if (isShallow === 'true') {
    return `${near}, which may be cut off: this clone is shallow. Complete it (git fetch --unshallow), and ${inCi}.`;
  }
  const [, end, steps] = /^(.*?)((?:[~^]\d*)+)$/.exec(unknown) ?? [];
  if (end !== undefined && (await isCommit(store, end || 'HEAD'))) {
    return `: ${end || 'HEAD'} has not so many parents (${steps}).`;
  }
  if (remotes.length === 0) return `${near}, and has no remote that could have it.`;
  return `${near}. Fetch it (git fetch ${remotes.includes('origin') ? 'origin' : remotes[0]}), and ${inCi}.`;
}
