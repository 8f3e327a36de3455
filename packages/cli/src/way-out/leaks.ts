/** Findings → leaks: all places of a key and of its other half are one leak, with one way out. Pure; for every format. */
import type { Finding } from '@bnguard/engine';

export interface Leak {
  /** Fingerprint of the half that people know the key by: the API key where it was found. */
  readonly id: string;
  /** One finding of each half, the API key first. */
  readonly halves: readonly Finding[];
  /** Every finding of either half, in the order of the report. */
  readonly findings: readonly Finding[];
}

const credentialRules = new Set([
  ...['secret-key', 'api-key', 'private-key', 'key-passphrase'],
  ...['signed-request', 'listen-key'],
]);

/** Whether somebody who reads it holds something that opens an account: such findings have a way out. */
export const isCredential = ({ rule }: Pick<Finding, 'rule'>): boolean => credentialRules.has(rule);

/** In the order of the report. What is no credential is part of none. */
export function leaksOf(findings: readonly Finding[]): Leak[] {
  const credentials = findings.filter(isCredential);
  const keyOf = keysOf(credentials);
  const groups = new Map<string, Finding[]>();
  for (const finding of credentials) {
    const group = groups.get(keyOf(finding));
    if (group) group.push(finding);
    else groups.set(keyOf(finding), [finding]);
  }
  return [...groups.values()].map(leakOf);
}

/** The leak that a finding is part of: of `others`, what has its value or is its other half. */
export function leakWith(finding: Finding, others: readonly Finding[]): Leak {
  const credentials = others.filter(isCredential);
  const keyOf = keysOf([finding, ...credentials]);
  const id = keyOf(finding);
  const same = credentials.filter((other) => keyOf(other) === id);
  return leakOf(same.length > 0 ? same : [finding]);
}

function leakOf(findings: readonly Finding[]): Leak {
  const halves = [...new Map(findings.toReversed().map((one) => [one.fingerprint, one])).values()];
  halves.sort((a, b) => Number(b.rule === 'api-key') - Number(a.rule === 'api-key'));
  return { id: halves[0]!.fingerprint, halves, findings };
}

/** The same for both halves of a pair, and for a half that elsewhere stands alone. */
function keysOf(findings: readonly Finding[]): (finding: Finding) => string {
  const pairs = new Map<string, string>();
  for (const { fingerprint, pair } of findings) {
    if (pair === undefined) continue;
    const key = [fingerprint, pair].sort().join(' ');
    for (const half of [fingerprint, pair]) if (!pairs.has(half)) pairs.set(half, key);
  }
  return ({ fingerprint, pair }) =>
    pair === undefined ? (pairs.get(fingerprint) ?? fingerprint) : [fingerprint, pair].sort().join(' ');
}
