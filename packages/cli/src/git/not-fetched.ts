/** What the hosts of a repository's remotes keep beside branches and tags, and a usual clone does not bring. */
import type { Remote } from './database.ts';
import { remoteName } from './repository.ts';

export interface NotFetched {
  /** Where the remote keeps it: `refs/pull/*`. */
  readonly refs: string;
  /** What brings it. */
  readonly command: string;
}

/** Which refs hosts keep for pull requests, whether or not they were merged or closed; by the host's name. */
const kept: readonly (readonly [host: RegExp, folder: string, leaf: string])[] = [
  [/(?:^|\.)github\.|(?:^|\.)(?:codeberg|gitea|forgejo)\b/, 'refs/pull/', '/head'],
  [/(?:^|\.)gitlab\./, 'refs/merge-requests/', '/head'],
  [/bitbucket(?!\.org)|(?:^|\.)stash\./, 'refs/pull-requests/', '/from'],
];

/** For each remote whose host keeps such refs, none of which is among `refs` (full names). No network. */
export function notFetched(remotes: readonly Remote[], refs: readonly string[]): readonly NotFetched[] {
  const found = new Map<string, NotFetched>();
  for (const { name: remote, url } of remotes) {
    const host = remoteName(url)?.split('/')[0];
    // A name that a shell would take apart is not worth a command that fools people.
    if (host === undefined || !/^[\w./-]+$/.test(remote) || remote.startsWith('-')) continue;
    const [, folder, leaf] = kept.find(([pattern]) => pattern.test(host)) ?? [];
    if (folder === undefined || refs.some((name) => name.startsWith(folder) || name.includes(folder.slice(4))))
      continue;
    found.set(folder, { refs: `${folder}*`, command: `git fetch ${remote} '+${folder}*${leaf}:${folder}*${leaf}'` });
  }
  return [...found.values()];
}
