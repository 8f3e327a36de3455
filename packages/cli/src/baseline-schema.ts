/** The shape of bnguard-baseline.json: read by baseline.ts, published as schema/baseline.schema.json. */
import * as v from 'valibot';
import type { BaselineEntry } from './baseline.ts';
import { daySchema, expected, fingerprintSchema, reasonSchema, strictly, word } from './config-schema.ts';
import { severities } from '@bnguard/engine/severity';

export interface BaselineFile {
  readonly schema: 1;
  readonly findings: readonly BaselineEntry[];
}

/** Rule ids are not checked: a baseline outlives the versions of the program. */
export const baselineSchema: v.GenericSchema<BaselineFile> = strictly({
  $schema: v.exactOptional(v.string(expected('text'))),
  schema: v.literal(1, expected('1, the only schema there is')),
  findings: v.array(
    strictly({
      rule: v.string(expected('the id of a rule, or *')),
      fingerprint: fingerprintSchema,
      severity: word(severities),
      state: word(['accepted', 'revoked']),
      reason: v.exactOptional(reasonSchema),
      date: daySchema,
      expires: v.exactOptional(daySchema),
    }),
    expected('a list'),
  ),
});
