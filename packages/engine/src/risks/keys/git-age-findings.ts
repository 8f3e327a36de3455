/** Keys that git has held too long and HEAD still has → findings of `key-age`. Of a folded history only. */
import { lessened } from '../../severity.ts';
import type { Finding, Repository } from '../../types.ts';
import { isOverdue, keyAgeOf } from './age.ts';
import { nounOf } from './held-keys.ts';

/**
 * One for each pair, at the API key: it is one key to Binance, and its two halves came in together. Not for what is only
 * in the past, since its own finding says all there is to say; nor for samples and what is not live, since nobody renews
 * them.
 * @param real the fingerprints that stand anywhere else than in samples
 */
export function gitAgeFindings(
  folded: readonly Finding[],
  real: ReadonlySet<string>,
  repository: Repository,
): Finding[] {
  const keys = folded.filter(
    ({ rule, environment, fingerprint, confidence }) =>
      (rule === 'api-key' || rule === 'secret-key' || rule === 'private-key') &&
      environment !== 'testnet' &&
      environment !== 'demo' &&
      confidence !== 'possible' &&
      real.has(fingerprint),
  );
  const aged = keys.filter(
    ({ origin }) => origin.kind === 'history' && origin.atHead && isOverdue(origin.exposedDays ?? 0, repository),
  );
  const apiKeys = new Set(aged.filter(({ rule }) => rule === 'api-key').map(({ fingerprint }) => fingerprint));
  return aged
    .filter(({ rule, pair }) => rule === 'api-key' || pair === undefined || !apiKeys.has(pair))
    .map((finding) => agedFinding(finding, repository));
}

function agedFinding(finding: Finding, repository: Repository): Finding {
  const { origin, environment } = finding;
  const exposed = origin.kind === 'history' ? origin : undefined;
  const day = exposed?.firstCommit?.date.slice(0, 10) ?? '';
  const since = exposed?.isCut ? `since ${day} at least` : `since ${day}`;
  return {
    ...finding,
    rule: 'key-age',
    severity: lessened('low', { sample: false, environment }),
    message: `This Binance ${nounOf(finding)} is in git ${since}, ${String(exposed?.exposedDays)} days, and still in use here; a key is to be renewed within ${String(keyAgeOf(repository))} days`,
  };
}
