/**
 * What a repository has decided, for fronts that cannot wait: an ESLint rule has no promises. The same configuration,
 * baseline and errors as on the command line.
 */
import { extname, join } from 'node:path';
import type { SuppressionEntry } from '@bnguard/engine';
import { baselineEntries, baselineFile, noBaseline } from './baseline.ts';
import { baselineOf } from './baseline-of.ts';
import { findConfig, pathFrom, type RootConfig } from './config.ts';
import { configOf } from './config-of.ts';
import { dataFile, type DataFile, type Syntax } from './data-file.ts';
import { fromJson } from './data-json.ts';
import { fromToml } from './data-toml.ts';
import { fromYaml } from './data-yaml.ts';
import { configNames, defaultBaseline } from './defaults.ts';

export { UserError } from './user-error.ts';

/** The thresholds of a repository, and what it sets aside. */
export interface Decisions extends Pick<RootConfig, 'minSeverity' | 'minConfidence'> {
  readonly suppressions: readonly SuppressionEntry[];
}

const syntaxes: Readonly<Record<string, Syntax>> = { '.json': fromJson, '.toml': fromToml };
const read = (name: string, text: string): DataFile => dataFile(name, text, syntaxes[extname(name)] ?? fromYaml);

/**
 * @param root the top of the repository, absolute
 * @param today YYYY-MM-DD
 * @param counts is told each file whose content counts, there or not, before it is read
 * @throws UserError that names file, line, column and key for whatever is wrong
 */
export function decisionsOf(root: string, today: string, counts: (file: string) => void): Decisions {
  for (const file of configNames) counts(join(root, file));
  const found = findConfig(root, { cwd: root });
  const config = found && configOf(root, read(found.name, found.text), found, undefined, today);
  const path = config?.baseline ?? join(root, defaultBaseline);
  counts(path);
  const name = pathFrom(root, path);
  const text = baselineFile(path, name, root);
  const baseline = text === undefined ? noBaseline : baselineOf(read(name, text));
  return {
    ...(config?.minSeverity && { minSeverity: config.minSeverity }),
    ...(config?.minConfidence && { minConfidence: config.minConfidence }),
    suppressions: [...(config?.entries ?? []), ...baselineEntries(baseline, name, today)],
  };
}
