/**
 * The step that takes leaks out of git's history: in mirrors of the remotes that have them, in this clone where no remote
 * has, or by tidying up where no branch leads to them. Every script stops where it could do harm.
 */
import type { Finding, HistoryOrigin } from '@bnguard/engine';
import { listed } from '../reports/words.ts';
import { callbacks, purgeOf, whatItDoes, type Command, type Purge } from './purge.ts';
import { docs, type Draft, type Note } from './step.ts';
import { ticketFor } from './ticket.ts';

const title = 'Take it out of git’s history';

/** Of one leak, or of all leaks of a report at once. Undefined for what never was in a file. */
export function outOfHistory(findings: readonly Finding[]): Draft | undefined {
  if (findings.every(({ origin }) => origin.kind === 'stdin' || origin.kind === 'editor')) return undefined;
  const past = findings.filter(({ origin }) => origin.kind === 'history');
  if (past.length === 0) return unknown(findings.some(({ origin }) => origin.kind === 'range'));
  const of = (wanted: (origin: HistoryOrigin) => boolean): Finding[] =>
    past.filter(({ origin }) => origin.kind === 'history' && wanted(origin));
  const reachable = of((origin) => origin.reachable !== false);
  // No tracking ref tells which tags a remote has: the rewrite of its mirror is told of everything.
  const isPublished = reachable.some(({ origin }) => origin.kind === 'history' && origin.pushed === true);
  const ways = [
    isPublished ? published(reachable) : local(reachable),
    unreachable(of((origin) => origin.reachable === false)),
  ].filter((way) => way !== undefined);
  const several = ways.length > 1;
  const ticket = ticketFor(past);
  return {
    title,
    says: [
      'Only once the key is deleted.',
      ...ways.flatMap(({ of: whose, says: [first = '', ...rest] }) => [
        several ? `${namesOf(whose)}: ${first}` : first,
        ...rest,
      ]),
    ],
    commands: [
      ...ways.flatMap(({ commands }) => commands),
      {
        says: isPublished
          ? 'When it is published, clone anew from the address of the remote and look there: the exit code is 0.'
          : 'At the end, see that it is gone: the exit code is 0.',
        text: check(purgeOf(past)),
      },
    ],
    notes: ways.some(({ isRewritten }) => isRewritten) ? [note] : [],
    ...(ticket && { ticket }),
  };
}

interface Way {
  readonly of: readonly Finding[];
  readonly says: readonly string[];
  readonly commands: readonly Command[];
  readonly isRewritten: boolean;
}

/** `FkYV…, cSIz…`: so many that one recognises them. */
function namesOf(findings: readonly Finding[]): string {
  const names = [...new Set(findings.map(({ masked, rule }) => masked || rule))];
  return [...names.slice(0, 6), ...(names.length > 6 ? ['…'] : [])].join(', ');
}

/** Nobody has looked into the history; of a range it is known that a commit has it. */
const unknown = (isCommitted: boolean): Draft => ({
  title,
  says: [
    'Only once the key is deleted: what is in a commit stays there when the file changes.',
    isCommitted
      ? 'A commit has it, and a later one that deletes it does not take it back. What takes it out, all leaks at once, a scan of the history tells.'
      : 'Whether git has it, a scan of the history tells, and then what takes it out, all leaks at once. What was never committed, staged or stashed is not there, and nothing is to be done.',
  ],
  commands: [
    {
      says: 'What the history has, and the way out of it:',
      text: 'bnguard scan --history --format json --output history.json\nbnguard explain purge --report history.json',
    },
  ],
});

const note: Note = {
  says: 'Many guides use git filter-repo --replace-text or BFG with a file that lists the secrets. That writes the value down once more; ids and a fingerprint do the same without it.',
  source: docs.purge,
};
const program =
  'git filter-repo is a program of its own (Debian: git-filter-repo; pip install git-filter-repo). It gives every commit after the first change a new id, and takes signatures off';
/** Without it the old ids would be published with the new ones. */
const filterRepo = 'git filter-repo --quiet --replace-refs update-no-add';

/** These values and no others, whatever sets findings aside. */
const check = ({ fingerprints }: Purge): string =>
  `bnguard scan --history --no-cache --fingerprint ${fingerprints.join(',')} .`;

/** One block: pasted line by line, what comes behind a failed command would still run. */
const script = (...lines: readonly string[]): string =>
  ['(', 'set -eu', 'stop() { echo "$1" >&2; exit 1; }', ...lines, ')'].join('\n');
/** Said before anything is done. */
const needs = [
  "command -v bnguard >/dev/null || stop 'There is no bnguard in the PATH. Its README says how to put it there.'",
  "git filter-repo --version >/dev/null 2>&1 || stop 'There is no git filter-repo: apt install git-filter-repo, or pip install git-filter-repo.'",
];
const toTop = 'cd "$(git rev-parse --show-toplevel 2>/dev/null || git rev-parse --absolute-git-dir)"';

function published(findings: readonly Finding[]): Way | undefined {
  if (findings.length === 0) return undefined;
  const purge = purgeOf(findings);
  return {
    of: findings,
    isRewritten: true,
    says: [
      `A remote has it. Agree on the rewrite with everybody who has a clone, and merge or close open pull requests first. ${program}.`,
      'It is done in fresh mirrors of the remotes, so nothing in this clone is lost. Afterwards everybody clones anew, yourself too: one old clone that is pushed brings it all back. Work that is in this clone alone is to be written anew on top of the new history, without the value.',
      'What a force-push does not reach: forks, refs of pull requests (GitHub refuses to change those, and the push says so), cached views of the host, logs and artifacts of CI, built images and packages, and every clone. Delete those that are yours, ask for the rest.',
    ],
    commands: [
      {
        says: `A mirror of each remote that has it, rewritten and checked. ${whatItDoes(purge)} Nothing is published yet: it prints the command that does.`,
        text: script(
          ...needs,
          toTop,
          'for remote in $(git remote); do',
          '  purge="$(mktemp -d)/purge.git"',
          '  git clone --quiet --mirror "$(git remote get-url "$remote")" "$purge"',
          `  printf '%s\\n' ${[...purge.blobs.keys(), ...purge.messages.keys()].join(' ')} |`,
          '    git -C "$purge" cat-file --batch-check | grep -q -v \' missing$\' || { echo "$remote has none of it."; continue; }',
          '  (',
          '  cd "$purge"',
          `  ${filterRepo} ${callbacks(purge)}`,
          `  ${check(purge)}`,
          '  )',
          '  echo "$remote is clean in $purge. Look at it, publish it, then delete it:"',
          '  echo "  git -C $purge push --force --mirror origin"',
          'done',
        ),
      },
    ],
  };
}

function local(findings: readonly Finding[]): Way | undefined {
  if (findings.length === 0) return undefined;
  const purge = purgeOf(findings);
  return {
    of: findings,
    isRewritten: true,
    says: [
      'No remote-tracking branch of this clone has it. Unless it was pushed all the same and the branch deleted again, or pushed to an address (hosts keep such commits), or as a tag (git ls-remote --tags tells), nothing is to be published and nobody to be asked: the branches of this clone are rewritten before they are pushed. Do not push them as they are.',
      `${program}; what a remote has keeps its ids. Commit or put away what is changed first: the script stops otherwise.`,
    ],
    commands: [
      {
        says: `A mirror of this clone, rewritten, checked, and brought back. ${whatItDoes(purge)}`,
        text: script(
          ...needs,
          toTop,
          'repo="$(git rev-parse --absolute-git-dir)"',
          '[ "$(git worktree list | wc -l)" -eq 1 ] || stop \'Other work trees keep the old commits: git worktree list, then git worktree remove.\'',
          "! git rev-parse -q --verify refs/stash >/dev/null || stop 'Stashes keep the old commits: apply or drop them first (git stash list).'",
          "git symbolic-ref -q HEAD >/dev/null || stop 'HEAD is on no branch: git switch -c NAME first.'",
          'isBare="$(git rev-parse --is-bare-repository)"',
          '[ "$isBare" = true ] || [ -z "$(git status --porcelain --untracked-files=no)" ] || stop \'Commit what is changed first: git status.\'',
          'purge="$(mktemp -d)/purge.git"',
          'git clone --quiet --no-local --mirror "$repo" "$purge"',
          '(',
          'cd "$purge"',
          `${filterRepo} --force --refs $(git for-each-ref --format='%(refname)' | grep -v '^refs/remotes/') \\`,
          `    $(git for-each-ref --format='^%(refname)' refs/remotes) ${callbacks(purge)}`,
          'git reflog expire --expire=now --all',
          'git gc --quiet --prune=now',
          check(purge),
          ')',
          "git fetch --quiet --force --update-head-ok \"$purge\" '+refs/*:refs/*' '^refs/remotes/*'",
          '[ "$isBare" = true ] || git reset --quiet',
          'rm -rf "$(dirname "$purge")"',
          'git reflog expire --expire=now --all',
          'git gc --quiet --prune=now',
          'echo "The branches are rewritten. Files on disk are as they were: git status shows where they still have it."',
        ),
      },
    ],
  };
}

/** Nothing must be rewritten: it goes when what holds it lets go, and git tidies up. */
function unreachable(findings: readonly Finding[]): Way | undefined {
  if (findings.length === 0) return undefined;
  const origins = findings.flatMap(({ origin }) => (origin.kind === 'history' ? [origin] : []));
  const held = [...new Set(origins.map(({ heldBy = 'nothing' }) => heldBy))];
  const holders = held.filter((one) => one !== 'nothing');
  const blobs = [...new Set(origins.flatMap(({ blob }) => blob ?? []))].filter((id) => /^[0-9a-f]{40,64}$/.test(id));
  return {
    of: findings,
    isRewritten: false,
    says: [
      `No branch and no tag leads to ${holders.length > 0 ? `it; the ${listed(holders)} of this clone does` : 'it, and nothing else does'}. Nothing must be rewritten.`,
    ],
    commands: [
      ...(held.includes('stash')
        ? [
            {
              says: 'Which entries of the stash hold it; it prints the commands that drop these, in the order to run them:',
              text: script(
                "git stash list --format='%gd' | sort -t'{' -k2 -rn | while read -r entry; do",
                '  for part in "$entry" "$entry^2" "$entry^3"; do git ls-tree -r "$part" 2>/dev/null || true; done |',
                `    grep -q ${blobs.map((id) => `-e ${id}`).join(' ')} && echo "git stash drop $entry" || true`,
                'done',
              ),
            },
          ]
        : []),
      ...(held.includes('index')
        ? [
            {
              says: 'Which staged files hold it; it prints the commands that take these out of the index, and leaves them on disk:',
              text: script(
                toTop,
                `git ls-files --stage | grep ${blobs.map((id) => `-e ${id}`).join(' ')} | cut -f2- | while read -r path; do`,
                '  echo "git reset -q -- $path"',
                'done',
              ),
            },
          ]
        : []),
      ...(held.includes('reflog')
        ? [
            {
              says: 'Let the reflog forget, but not the stash. With it goes the way back to any commit that was amended, rebased or reset:',
              text: "git reflog expire --expire=now --expire-unreachable=now HEAD $(git for-each-ref --format='%(refname)' refs/heads refs/remotes)",
            },
          ]
        : []),
      {
        says: 'Tidy up. This deletes everything that nothing leads to, such as stashes that were dropped before:',
        text: 'git gc --quiet --prune=now',
      },
    ],
  };
}
