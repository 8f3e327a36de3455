/** The shape of bnguard.config.*: read by config.ts, published as schema/config.schema.json. */
import * as v from 'valibot';
import { isDay, parseSize, sizeHint } from './flag-values.ts';
import { confidences, severities } from '@bnguard/engine/severity';
import { didYouMean } from './suggest.ts';
import type { Confidence, Severity } from '@bnguard/engine';

/** One reason to set findings aside. All of the conditions that it names must hold. */
export interface IgnoreEntry {
  readonly paths?: readonly string[];
  readonly rules?: readonly string[];
  readonly fingerprint?: string;
  readonly reason: string;
  /** The last day on which the entry holds. */
  readonly expires?: string;
}

export interface Config {
  readonly ignore?: readonly IgnoreEntry[];
  readonly failOn?: Severity | 'never';
  readonly minSeverity?: Severity;
  readonly minConfidence?: Confidence;
  readonly includeIgnored?: boolean;
  readonly maxFileSize?: string | number;
  readonly baseline?: string;
  /** Days. */
  readonly keyAge?: number;
}

/** Messages complete "<key>: …"; none repeats a value, because a value may be a key. */
export function expected(what: string): () => string {
  return () => `expected ${what}`;
}

/** An object whose unknown keys are answered with the nearest known one. */
export function strictly<const T extends v.ObjectEntries>(
  entries: T,
): v.StrictObjectSchema<T, (issue: v.StrictObjectIssue) => string> {
  const known = Object.keys(entries);
  return v.strictObject(entries, (issue) => {
    if (issue.expected === 'never') {
      return `unknown key${didYouMean(String(issue.input), known) || `; known are ${known.join(', ')}`}`;
    }
    return issue.expected === 'Object'
      ? `expected keys and values (${known.join(', ')})`
      : 'is missing and must be given';
  });
}

/** One of a few words. */
export function word<const T extends readonly string[]>(
  choices: T,
): v.PicklistSchema<T, (issue: v.PicklistIssue) => string> {
  return v.picklist(choices, (issue) => {
    const hint = typeof issue.input === 'string' ? didYouMean(issue.input, choices) : '';
    return `expected one of ${choices.join(', ')}${hint}`;
  });
}

export const fingerprintSchema: v.GenericSchema<string> = v.pipe(
  v.string(expected('the 32 hex digits of a fingerprint')),
  v.regex(/^[0-9a-f]{32}$/, expected('the 32 hex digits of a fingerprint, in lower case')),
);
export const reasonSchema: v.GenericSchema<string> = v.pipe(
  v.string(expected('a sentence that says why')),
  v.regex(/\S/, expected('a sentence that says why, not nothing')),
);
export const daySchema: v.GenericSchema<string> = v.pipe(
  v.string(expected('a day such as "2026-11-22"')),
  v.regex(/^\d{4}-\d\d-\d\d$/, expected('a day such as "2026-11-22"')),
  v.check(isDay, expected('a day that exists')),
);

const keyAgeHint = 'a number of days, 1 to 3650';

/** @param ruleIds the ids that an entry may name. */
export function configSchema(ruleIds: readonly string[]): v.GenericSchema<Config> {
  const text = v.string(expected('text'));
  const list = expected('a list');
  const described = <T extends v.GenericSchema>(schema: T, says: string) => v.pipe(schema, v.description(says));
  return strictly({
    $schema: v.exactOptional(text),
    ignore: v.exactOptional(
      described(
        v.array(
          strictly({
            paths: v.exactOptional(
              described(v.array(text, list), 'picomatch patterns, relative to the top of the repository: "tests/**"'),
            ),
            rules: v.exactOptional(described(v.array(word(ruleIds), list), 'rule ids')),
            fingerprint: v.exactOptional(described(fingerprintSchema, 'of one value, as reports show it')),
            reason: described(reasonSchema, 'why this may stay; reports repeat it'),
            expires: v.exactOptional(described(daySchema, 'the last day on which this entry holds')),
          }),
          list,
        ),
        'findings to set aside; an entry covers a finding when all of its conditions hold',
      ),
    ),
    failOn: v.exactOptional(described(word([...severities, 'never']), 'exit with 1 from this severity')),
    minSeverity: v.exactOptional(described(word(severities), 'show nothing below')),
    minConfidence: v.exactOptional(described(word(confidences), 'show nothing below')),
    includeIgnored: v.exactOptional(
      described(v.boolean(expected('true or false')), 'also read files that git ignores, and dependency folders'),
    ),
    maxFileSize: v.exactOptional(
      described(
        v.union(
          [
            v.pipe(v.number(), v.integer(), v.minValue(1)),
            v.pipe(
              v.string(),
              v.check((size) => parseSize(size) !== undefined, expected(sizeHint)),
            ),
          ],
          expected(sizeHint),
        ),
        'skip larger files: 512k, 10MB, or bytes',
      ),
    ),
    baseline: v.exactOptional(described(text, 'the baseline, relative to the top of the repository')),
    keyAge: v.exactOptional(
      described(
        v.pipe(
          v.number(expected(keyAgeHint)),
          v.integer(expected(keyAgeHint)),
          v.minValue(1, expected(keyAgeHint)),
          v.maxValue(3650, expected(keyAgeHint)),
        ),
        'in how many days a key is to be renewed; 90 if absent',
      ),
    ),
  });
}
