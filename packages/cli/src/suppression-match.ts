/** What an entry of the configuration or the baseline sets aside, as data: it can travel in a shard's report. */
import type { Finding, Severity, SuppressionEntry } from '@bnguard/engine';
import { pathPattern } from './path-pattern.ts';
import { atLeastAsBad } from '@bnguard/engine/severity';
import { UserError } from './user-error.ts';

/** All that is given must hold of a finding. */
export interface SuppressionMatch {
  /** Picomatch patterns, of which one must match. */
  readonly paths?: readonly string[];
  readonly rules?: readonly string[];
  readonly fingerprint?: string;
  /** The worst that is accepted. */
  readonly severity?: Severity;
  /** Its last day has passed: it sets nothing aside. */
  readonly expired?: true;
}

/** An entry that knows what it is made of. */
export interface MatchEntry extends SuppressionEntry {
  readonly match: SuppressionMatch;
}

/**
 * @param placeOf names a pattern, for the UserError of one that takes too long to match
 * @throws what picomatch throws for a pattern that is none
 */
export function matchEntry(
  entry: Omit<MatchEntry, 'covers'>,
  placeOf: (pattern: number) => string = () => entry.at,
): MatchEntry {
  const { paths, rules, fingerprint, severity, expired } = entry.match;
  const patterns = paths?.map((pattern, i) => {
    const matches = pathPattern(pattern);
    return (path: string): boolean => {
      try {
        return matches(path);
      } catch {
        throw new UserError(`${placeOf(i)}: the pattern takes too long to match; use fewer wildcards.`);
      }
    };
  });
  const means = (finding: Finding): boolean =>
    !expired &&
    (!patterns || patterns.some((matches) => matches(finding.path))) &&
    (!rules || rules.includes(finding.rule)) &&
    (fingerprint === undefined || fingerprint === finding.fingerprint);
  return {
    ...entry,
    ...(expired && { isExpired: true }),
    ...(severity !== undefined && { upTo: { severity, means } }),
    covers: (finding) => means(finding) && (severity === undefined || atLeastAsBad(severity, finding.severity)),
  };
}
