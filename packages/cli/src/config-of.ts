/** What a configuration file says, once its text was read as data: checked, with its ignore entries ready to be asked. */
import { basename, resolve } from 'node:path';
import { rules } from '@bnguard/engine';
import { check } from './check-data.ts';
import { pathFrom, type FoundConfig, type RootConfig } from './config.ts';
import { configSchema } from './config-schema.ts';
import type { DataFile } from './data-file.ts';
import { defaultBaseline } from './defaults.ts';
import { parseSize } from './flag-values.ts';
import { ignoreEntries } from './ignore-entries.ts';
import { isInside } from './sources/names.ts';
import { UserError } from './user-error.ts';

/**
 * @param typed the baseline that the person named, absolute; wins over the configuration
 * @param today YYYY-MM-DD
 * @throws UserError that names file, line, column and key for whatever is wrong in it
 */
export function configOf(
  root: string,
  file: DataFile,
  found: FoundConfig,
  typed: string | undefined,
  today: string,
): RootConfig {
  const config = check(file, configSchema(rules.map(({ id }) => id)));
  const { ignore = [], maxFileSize, baseline, ...settings } = config;
  return {
    ...settings,
    name: found.name,
    ...(maxFileSize !== undefined && { maxFileSize: parseSize(String(maxFileSize))! }),
    baseline: typed ?? baselineIn(root, baseline, file),
    entries: ignoreEntries(ignore, file, pathFrom(root, found.path), today),
  };
}

/** The configuration may name any file of its repository, and none outside. */
function baselineIn(root: string, baseline: string | undefined, file: DataFile): string {
  const path = resolve(root, baseline ?? defaultBaseline);
  if (baseline !== undefined && (basename(path) === '' || path === root || !isInside(path, root))) {
    throw new UserError(
      `${file.at(['baseline'])}: baseline: expected a file inside the repository. Use --baseline for another.`,
    );
  }
  return path;
}
