/** Turns what a person typed as a range into commits. What is typed can select commits and do nothing else. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../user-error.ts';
import { answered, askGit } from './ask.ts';
import type { Store } from './store.ts';
import { isAboutName, isCommit, isNone, noCommit } from './unknown-commit.ts';

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
  const ends = wantedEnds(typed);
  const [answer] = await Promise.all([
    askGit(store, args),
    refuseOthers(
      store,
      ends.filter((end) => !plain.test(end)),
    ),
  ]);
  if (answer.failure !== undefined) {
    const { complaints } = answer;
    const told = /(?:bad revision|ambiguous argument|bad object|Invalid [a-z ]+) '?([^\s']+)/i.exec(complaints)?.[1];
    // Of these git does not say in which argument they are.
    const unknown = told ?? (isAboutName(complaints) ? typed.find((word) => word.includes('@{')) : undefined);
    if (unknown !== undefined) throw await notKnown(store, unknown);
  }
  const commits = answered(store, answer)
    .toString('latin1')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', ...parents] = line.split(' ');
      return { id, parents };
    });
  if (commits.length === 0) await refuseOthers(store, ends);
  return commits;
}

/** What is a commit wherever it is anything, or in all but strange cases. */
const plain = /^(?:HEAD|@|[0-9a-f]{40}|[0-9a-f]{64})(?:[~^]\d*)*$/;

/** The ends of all ranges, and what is to be looked at besides. */
function wantedEnds(typed: readonly string[]): string[] {
  const not = typed.indexOf('--not');
  const wanted = (not < 0 ? typed : typed.slice(0, not)).filter((word) => !/^[-^]/.test(word));
  return wanted.flatMap(endsOf).filter((end) => !end.includes('\n'));
}

/** `a..b` → a and b; an end that is left out is HEAD. */
const endsOf = (expression: string): string[] =>
  /\.{2,3}/.test(expression) ? expression.split(/\.{2,3}/).map((end) => end || 'HEAD') : [expression];

/** git rev-list passes over what is a tree or a file's content, and a scan of nothing would be clean. */
async function refuseOthers(store: Store, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const input = names.map((name) => `${name}^{}\n`).join('');
  const { stdout } = await askGit(store, ['cat-file', '--batch-check=%(objecttype)'], Buffer.from(input));
  const types = stdout.toString('utf8').split('\n');
  const at = types.findIndex((type) => type === 'tree' || type === 'blob');
  if (at >= 0) throw new UserError(`--range: ${isNone(names[at]!, types[at]!)} Name commits: main..HEAD.`);
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
  let unknown = expression;
  for (const end of endsOf(expression.replace(/^\^/, ''))) {
    if (await isCommit(store, end)) continue;
    unknown = end || expression;
    break;
  }
  const isPath = /^(?!HEAD$)[^~^]/.test(unknown) && existsSync(resolve(store.dir, unknown));
  return new UserError(
    isPath
      ? `--range: this repository knows no commit ${unknown}, which is a path: --range takes revisions such as main..HEAD, and PATH comes after them.`
      : `--range: ${await noCommit(store, unknown)}`,
  );
}
