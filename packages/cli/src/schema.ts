/** The JSON Schemas that are published with the package. For scripts/docs.mjs: the program itself never loads this. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { baselineSchema } from './baseline-schema.ts';
import { configSchema } from './config-schema.ts';
import { inventorySchema } from './inventory-schema.ts';
import { reportSchema } from './reports/report-schema.ts';

/** Path from the top of the clone → JSON Schema. `ruleIds`: the ids that a configuration may name. */
export function schemas(ruleIds: readonly string[]): readonly (readonly [path: string, schema: object])[] {
  const described = [
    ['config', 'bnguard configuration: bnguard.config.json, .yaml or .toml', configSchema(ruleIds)],
    ['baseline', 'bnguard baseline: bnguard-baseline.json', baselineSchema],
    ['keys', 'bnguard key inventory: bnguard.keys.yaml', inventorySchema],
    ['report', 'bnguard report, schema 1: bnguard scan --format json', reportSchema],
  ] as const;
  return described.map(([name, title, schema]) => {
    // Checks that JSON Schema cannot say (a day that exists) are left to the program.
    const { $schema, ...rest } = toJsonSchema(schema, { errorMode: 'ignore' });
    return [`packages/cli/schema/${name}.schema.json`, { $schema, title, ...rest }];
  });
}
