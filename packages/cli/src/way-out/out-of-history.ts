/**
 * The step that takes a leak out of git's history: in a mirror of the remote that has it, in a copy of this clone where
 * none has, or by tidying up where no branch leads to it.
 */
import type { HistoryOrigin } from '@bnguard/engine';
import { listed } from '../reports/words.ts';
import type { Leak } from './leaks.ts';
import { purgeCommands } from './purge.ts';
import { docs, type Draft } from './step.ts';
import { ticketFor } from './ticket.ts';

const title = 'Take it out of git’s history';

/**
 * Undefined for what never was in a file.
 * @param isWhole whether `leak` stands for all leaks of a report
 */
export function outOfHistory(leak: Leak, isWhole = false): Draft | undefined {
  const { findings } = leak;
  if (findings.every(({ origin }) => origin.kind === 'stdin' || origin.kind === 'editor')) return undefined;
  const origins = findings.flatMap(({ origin }) => (origin.kind === 'history' ? [origin] : []));
  if (origins.length === 0) {
    return {
      title,
      says: [
        'Only once the key is deleted: what is in a commit stays there when the file changes.',
        'A scan of the history tells which objects hold it, and then the command that removes them.',
      ],
      commands: [
        {
          says: 'The command for this leak:',
          text: `bnguard scan --history --format json --output history.json\nbnguard explain ${leak.id} --report history.json`,
        },
      ],
    };
  }
  const reachable = origins.filter((origin) => origin.reachable !== false);
  if (reachable.length === 0) return unreachable(origins);
  const step = reachable.some(({ pushed }) => pushed) ? published(leak, reachable) : local(leak, reachable);
  return isWhole ? step : { ...step, says: [...step.says, allAtOnce] };
}

const filterRepo =
  'git filter-repo is a program of its own (Debian: git-filter-repo; pip install git-filter-repo). It gives every commit after the first change a new id.';
const allAtOnce =
  'Are there other leaks? A second rewrite is as much trouble as the first: bnguard explain purge --report FILE writes one command for all that a report of --history has.';
const note = {
  says: 'Many guides use git filter-repo --replace-text or BFG with a file that lists the secrets. That writes the value down once more; ids and a fingerprint do the same without it.',
  source: docs.purge,
};
/** Without it the old ids would be published with the new ones. */
const noReplaceRefs = '--replace-refs update-no-add';

function published(leak: Leak, origins: readonly HistoryOrigin[]): Draft {
  const ticket = ticketFor(leak);
  const isPartly = origins.some(({ pushed }) => !pushed);
  return {
    title,
    says: [
      'Only once the key is deleted. Agree on it with everybody who has a clone, merge or close open pull requests first, and have them clone anew afterwards, yourself too: one old clone that is pushed brings it all back.',
      `Work in a fresh mirror, so that nothing unsaved is lost. ${filterRepo} From version 2.47 add --sensitive-data-removal, which also tells what the ticket below asks for.`,
      ...(isPartly
        ? [
            'Some commits that have it were not pushed from here, so they are not in the mirror. Do not push them: write them anew on top of the new history, without the value.',
          ]
        : []),
      'What a force-push does not reach: forks, refs of pull requests (GitHub refuses to change those, and the push says so), cached views of the host, logs and artifacts of CI, built images and packages, and every clone. Delete those that are yours, ask for the rest.',
    ],
    commands: [
      {
        says: 'A fresh mirror:',
        text: `git clone --mirror "$(git remote get-url ${remoteOf(origins)})" purge.git && cd purge.git`,
      },
      ...purgeCommands(leak.findings, `git filter-repo ${noReplaceRefs}`),
      {
        says: 'See that it is gone (exit code 0), then publish:',
        text: 'bnguard scan --history . && git push --force --mirror origin',
      },
    ],
    notes: [note],
    ...(ticket && { ticket }),
  };
}

/** No remote has it: nothing is to be published, and no host to be asked. */
function local(leak: Leak, origins: readonly HistoryOrigin[]): Draft {
  const program = `git filter-repo --force ${noReplaceRefs} --refs ${holders(origins)} $(git for-each-ref --format='^%(refname)' refs/remotes)`;
  return {
    title,
    says: [
      'Only once the key is deleted. No remote-tracking branch of this clone has it, so there is nothing to publish and no host to ask: the branches of this clone are rewritten before they are pushed. Do not push them as they are.',
      `Work in a copy, since what is not committed is lost in it: commit first. ${filterRepo} What a remote has already keeps its ids.`,
    ],
    commands: [
      {
        says: 'A copy of this clone:',
        text: 'top="$(git rev-parse --show-toplevel)" && cp -a "$top" "$top-purged" && cd "$top-purged"',
      },
      ...purgeCommands(leak.findings, program),
      {
        says: 'Tidy up (this also ends the reflog’s memory and the stash of the copy), and see that it is gone (exit code 0):',
        text: 'git reflog expire --expire=now --all && git gc --quiet --prune=now && bnguard scan --history .',
      },
      { says: 'Go on in the copy, and delete the old clone:', text: 'rm -rf "$top"' },
    ],
    notes: [note],
  };
}

const plainRef = /^[\w./@+-]+$/;

/** The branches and tags to rewrite, as arguments: by name if all are known and none needs care in a shell. */
function holders(origins: readonly HistoryOrigin[]): string {
  const isCut = origins.some(({ refs = [], refCount = 0 }) => refs.length < refCount);
  const refs = [...new Set(origins.flatMap(({ refs = [] }) => refs))].filter((ref) => !ref.startsWith('refs/remotes/'));
  const own = refs.filter((ref) => /^refs\/(?:heads|tags)\//.test(ref));
  if (isCut || own.length === 0 || own.length < refs.length || !own.every((ref) => plainRef.test(ref)))
    return "$(git for-each-ref --format='%(refname)' refs/heads refs/tags refs/notes)";
  return own.join(' ');
}

/** The name of a remote that has it; `origin` where it is one that a shell would not take as it is. */
function remoteOf(origins: readonly HistoryOrigin[]): string {
  const names = origins.flatMap(({ refs = [] }) =>
    refs.flatMap((ref) => /^refs\/remotes\/([^/]+)\//.exec(ref)?.[1] ?? []),
  );
  return names.includes('origin') ? 'origin' : (names.find((name) => plainRef.test(name)) ?? 'origin');
}

function unreachable(origins: readonly HistoryOrigin[]): Draft {
  const held = [...new Set(origins.map(({ heldBy = 'nothing' }) => heldBy))];
  return {
    title,
    says: [
      `No branch and no tag has it${held.some((one) => one !== 'nothing') ? `; the ${listed(held.filter((one) => one !== 'nothing'))} of this clone does` : ''}. Nothing must be rewritten: it goes when git tidies up.`,
    ],
    commands: [
      ...(held.includes('stash')
        ? [{ says: 'Find the entry and drop it:', text: 'git stash list\ngit stash drop stash@{0}' }]
        : []),
      ...(held.includes('index') ? [{ says: 'Take it out of the index:', text: 'git restore --staged .' }] : []),
      {
        says: 'Tidy up now (this also ends the reflog’s memory of other work):',
        text: 'git reflog expire --expire=now --all\ngit gc --prune=now',
      },
    ],
  };
}
