/** The `ignore` entries of a configuration, made ready for the engine to ask. Decides nothing about comments. */
import type { Finding, SuppressionEntry } from '@bnguard/engine';
import type { IgnoreEntry } from './config-schema.ts';
import type { DataFile } from './data-file.ts';
import { pathPattern } from './path-pattern.ts';
import { UserError } from './user-error.ts';

/**
 * One SuppressionEntry for each entry, in order. `path`: the configuration's path as findings name paths.
 * `today`: YYYY-MM-DD; an entry that ended before covers nothing, which `unused-ignore` then reports.
 * Throws a UserError for a pattern that picomatch does not take, or that could never match.
 */
export function ignoreEntries(
  entries: readonly IgnoreEntry[],
  file: DataFile,
  path: string,
  today: string,
): readonly SuppressionEntry[] {
  return entries.map((entry, i) => {
    const { paths, rules, fingerprint, reason, expires } = entry;
    if (!paths && !rules && !fingerprint) {
      throw new UserError(
        `${file.at(['ignore', i])}: ignore[${i}]: expected paths, rules or a fingerprint; an entry without them would cover everything.`,
      );
    }
    const matches = paths?.map((pattern, j) => matcher(pattern, file, ['ignore', i, 'paths', j]));
    const start = file.placeOf(['ignore', i]);
    const expired = isExpired(expires, today);
    return {
      by: 'config',
      at: `${path}:${start.line}${expired ? ` (expired on ${expires})` : ''}`,
      place: { path, start, end: start },
      reason,
      covers: (finding: Finding) =>
        !expired &&
        (!matches || matches.some((match) => match(finding.path))) &&
        (!rules || rules.includes(finding.rule)) &&
        (fingerprint === undefined || fingerprint === finding.fingerprint),
    };
  });
}

/** Whether the last day on which something holds has passed. */
export function isExpired(expires: string | undefined, today: string): boolean {
  return expires !== undefined && expires < today;
}

function matcher(pattern: string, file: DataFile, at: readonly PropertyKey[]): (path: string) => boolean {
  const wrong = (what: string): UserError =>
    new UserError(`${file.at(at)}: ignore[${String(at[1])}].paths[${String(at[3])}]: ${what}.`);
  if (pattern.trim() === '') throw wrong('expected a pattern, got nothing');
  if (/^!(?!\()/.test(pattern)) throw wrong('a pattern cannot be negated; name what is to be ignored');
  if (/^(?:\.?\/|[A-Za-z]:|\.\.\/)/.test(pattern)) {
    throw wrong(
      'a pattern is relative to the top of the repository: write "tests/**", not "/tests/**" or "./tests/**"',
    );
  }
  const whole = pattern.endsWith('/') ? `${pattern}**` : pattern;
  let matches: (path: string) => boolean;
  try {
    matches = pathPattern(whole);
  } catch (error) {
    throw wrong(`not a picomatch pattern (${error instanceof Error ? error.message : 'unknown error'})`);
  }
  return (path) => {
    try {
      return matches(path);
    } catch {
      throw wrong('the pattern takes too long to match; use fewer wildcards');
    }
  };
}
