/** A draft for the support of the host that keeps the repository: what it must drop, and what it needs to find it. */
import type { Finding, HistoryOrigin } from '@bnguard/engine';
import { visible } from '../reports/visible.ts';
import { count } from '../reports/words.ts';

export interface Ticket {
  /** Where it goes. */
  readonly to: string;
  readonly text: string;
}

/** Undefined where the host has nothing of it, as far as this clone knows. */
export function ticketFor(findings: readonly Finding[]): Ticket | undefined {
  const origins = findings.flatMap(({ origin }) =>
    origin.kind === 'history' && origin.reachable !== false && origin.pushed ? [origin] : [],
  );
  if (origins.length === 0) return undefined;
  const repository = visible(findings[0]?.repository ?? 'OWNER/REPOSITORY');
  const pulls = unique(
    origins.flatMap(({ refs = [] }) => refs.filter((ref) => /\/(?:pull|merge-requests)\//.test(ref))),
  ).map(visible);
  const text = [
    `Subject: Please remove cached copies of a leaked credential from ${repository}`,
    '',
    'Hello,',
    '',
    `a credential was committed to ${repository}. It has been revoked, and I have rewritten the history and force-pushed`,
    'all branches and tags. Please',
    '  1. drop the read-only references of pull or merge requests that still lead to the old commits,',
    '  2. run a garbage collection of the repository and of its forks’ shared storage,',
    '  3. clear cached views of the old commits.',
    '',
    `First changed commit (old id): ${firstOf(origins) ?? 'as git filter-repo printed it'}`,
    `Blobs that must no longer be served: ${blobsThat(origins)}`,
    `Pull or merge requests concerned: ${pulls.length > 0 ? pulls.join(', ') : '(number, as git filter-repo tells)'}`,
    'Orphaned LFS objects: (as git filter-repo tells, or none)',
    '',
    'The value itself is not in this message, and I will not send it.',
  ].join('\n');
  return { to: recipient(repository), text };
}

function blobsThat(origins: readonly HistoryOrigin[]): string {
  const named = unique(origins.flatMap(({ blob, places = [] }) => [blob, ...places.map((place) => place.blob)]));
  const rest = origins.reduce(
    (sum, { places = [], placeCount = 0 }) => sum + Math.max(0, placeCount - places.length),
    0,
  );
  if (named.length === 0) return 'none, it stood in messages';
  return `${named.join(', ')}${rest > 0 ? ` and others in up to ${count(rest, 'more place')} (the rewritten history has none of them)` : ''}`;
}

function firstOf(origins: readonly HistoryOrigin[]): string | undefined {
  const moments = origins.flatMap(({ firstCommit }) => firstCommit ?? []);
  return moments.sort((a, b) => (a.date < b.date ? -1 : 1))[0]?.id;
}

const unique = (items: readonly (string | undefined)[]): string[] => [
  ...new Set(items.filter((item) => item !== undefined)),
];

function recipient(repository: string): string {
  if (repository.startsWith('github.com/'))
    return 'GitHub Support, https://support.github.com/request (with an account that owns it)';
  if (repository.startsWith('gitlab.com/'))
    return 'GitLab: first Settings > Repository > Repository maintenance > Redact text or Remove blobs, then its support';
  return 'whoever runs the server that keeps the repository';
}
