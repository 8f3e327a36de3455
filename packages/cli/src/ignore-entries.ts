/** The `ignore` entries of a configuration, made ready for the engine to ask. Decides nothing about comments. */
import type { IgnoreEntry } from './config-schema.ts';
import type { DataFile } from './data-file.ts';
import { pathPattern } from './path-pattern.ts';
import { matchEntry, type MatchEntry } from './suppression-match.ts';
import { UserError } from './user-error.ts';

/**
 * One MatchEntry for each entry, in order. `path`: the configuration's path as findings name paths.
 * `today`: YYYY-MM-DD; an entry that ended before covers nothing, which `unused-ignore` then reports.
 * Throws a UserError for a pattern that picomatch does not take, or that could never match.
 */
export function ignoreEntries(
  entries: readonly IgnoreEntry[],
  file: DataFile,
  path: string,
  today: string,
): readonly MatchEntry[] {
  return entries.map((entry, i) => {
    const { paths, rules, fingerprint, reason, expires } = entry;
    if (!paths && !rules && !fingerprint) {
      throw new UserError(
        `${file.at(['ignore', i])}: ignore[${i}]: expected paths, rules or a fingerprint; an entry without them would cover everything.`,
      );
    }
    const patterns = paths?.map((pattern, j) =>
      checkedPattern(
        pattern,
        (what) => new UserError(`${file.at(['ignore', i, 'paths', j])}: ignore[${i}].paths[${j}]: ${what}.`),
      ),
    );
    const start = file.placeOf(['ignore', i]);
    const expired = isExpired(expires, today);
    return matchEntry(
      {
        by: 'config',
        at: `${path}:${start.line}${expired ? ` (expired on ${expires})` : ''}`,
        place: { path, start, end: start },
        reason,
        match: {
          ...(patterns && { paths: patterns }),
          ...(rules && { rules }),
          ...(fingerprint !== undefined && { fingerprint }),
          ...(expired && { expired }),
        },
      },
      (j) => `${file.at(['ignore', i, 'paths', j])}: ignore[${i}].paths[${j}]`,
    );
  });
}

/** Whether the last day on which something holds has passed. */
export function isExpired(expires: string | undefined, today: string): boolean {
  return expires !== undefined && expires < today;
}

/** The pattern as picomatch takes it. Throws what `wrong` makes where it takes it not, or where it could never match. */
export function checkedPattern(pattern: string, wrong: (what: string) => UserError): string {
  if (pattern.trim() === '') throw wrong('expected a pattern, got nothing');
  if (/^!(?!\()/.test(pattern)) throw wrong('a pattern cannot be negated; name what is to be ignored');
  if (/^(?:\.?\/|[A-Za-z]:|\.\.\/)/.test(pattern)) {
    throw wrong(
      'a pattern is relative to the top of the repository: write "tests/**", not "/tests/**" or "./tests/**"',
    );
  }
  const whole = pattern.endsWith('/') ? `${pattern}**` : pattern;
  try {
    pathPattern(whole);
  } catch (error) {
    throw wrong(`not a picomatch pattern (${error instanceof Error ? error.message : 'unknown error'})`);
  }
  return whole;
}
