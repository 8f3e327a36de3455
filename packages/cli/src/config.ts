/**
 * Configuration: bnguard.config.json, .yaml or .toml at the top of the scanned repository, or the file that --config
 * names. Data, never code (docs/contracts.md). Finds it, checks it, and hands out its settings and its ignore entries.
 */
import { basename, join, relative, resolve, sep } from 'node:path';
import type { SuppressionEntry } from '@bnguard/engine';
import type { Config } from './config-schema.ts';
import { configNames, defaultBaseline, inventoryName } from './defaults.ts';
import type { TreeFiles } from './git/tree-files.ts';
import { isThere, readSmallFile } from './small-file.ts';
import { isInside } from './sources/names.ts';
import { UserError } from './user-error.ts';

/** What one root's configuration says. */
export interface RootConfig extends Omit<Config, 'ignore' | 'maxFileSize' | 'baseline'> {
  /** The configuration file as messages name it; absent: there is none. */
  readonly name?: string;
  /** Bytes. */
  readonly maxFileSize?: number;
  /** Absolute. */
  readonly baseline: string;
  readonly entries: readonly SuppressionEntry[];
}

export interface ConfigChoice {
  /** Absolute; what relative file names are typed from. */
  readonly cwd: string;
  /** A file as typed; false: no configuration at all. */
  readonly config?: string | false;
  /** A file as typed; wins over the configuration. */
  readonly baseline?: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The files of a commit, which count instead of those on disk. */
  readonly from?: TreeFiles;
}

/**
 * The configuration of one root (absolute folder).
 * Throws a UserError that names file, line, column and key for whatever is wrong in it.
 */
export async function loadConfig(root: string, choice: ConfigChoice): Promise<RootConfig> {
  const { from } = choice;
  const found =
    choice.config === false ? undefined : from ? await findConfigIn(from, root, choice) : findConfig(root, choice);
  const typed = choice.baseline === undefined ? undefined : resolve(choice.cwd, choice.baseline);
  if (!found) return { baseline: typed ?? join(root, defaultBaseline), entries: [] };

  const [{ readData }, { configOf }] = await Promise.all([import('./data-file.ts'), import('./config-of.ts')]);
  return configOf(root, await readData(found.name, found.text), found, typed, choice.today);
}

export interface FoundConfig {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

const mostMegabytes = 1;

/** The configuration file of a root, unread. Throws a UserError where there are several, or none that was asked for. */
export function findConfig(
  root: string,
  { config, cwd }: Pick<ConfigChoice, 'config' | 'cwd'>,
): FoundConfig | undefined {
  if (typeof config === 'string') {
    if (!/\.(?:json|ya?ml|toml)$/.test(config)) {
      throw new UserError(
        `--config ${config}: expected a .json, .yaml or .toml file. Configuration is data, never code.`,
      );
    }
    const path = resolve(cwd, config);
    const text = readSmallFile(path, { name: config, mostMegabytes });
    if (text === undefined) throw new UserError(`--config ${config}: there is no such file.`);
    return { path, name: config, text };
  }
  const found: FoundConfig[] = [];
  for (const name of configNames) {
    const path = join(root, name);
    const text = readSmallFile(path, { name, mostMegabytes, inside: root });
    if (text !== undefined) found.push({ path, name, text });
  }
  return onlyOne(root, found);
}

function onlyOne(root: string, found: readonly FoundConfig[]): FoundConfig | undefined {
  if (found.length > 1) {
    throw new UserError(
      `${root} has ${found.map(({ name }) => name).join(' and ')}: keep one of them, or name one with --config.`,
    );
  }
  return found[0];
}

/** The same of a commit. A file that somebody named is meant as the commit has it. */
async function findConfigIn(
  from: TreeFiles,
  root: string,
  { config, cwd }: Pick<ConfigChoice, 'config' | 'cwd'>,
): Promise<FoundConfig | undefined> {
  const names = typeof config === 'string' ? [pathIn(root, resolve(cwd, config), `--config ${config}`)] : configNames;
  const texts = await from.read(names, mostMegabytes);
  const found = [...texts].map(([name, text]) => ({ path: join(root, name), name: `${from.ref}:${name}`, text }));
  if (typeof config === 'string' && found.length === 0) {
    throw new UserError(`--config ${config}: ${from.ref} has no such file. Commit it there, or leave out the flag.`);
  }
  return onlyOne(from.ref, found);
}

/** A path as a commit names it. Throws a UserError for one that lies elsewhere. */
export function pathIn(root: string, path: string, flag: string): string {
  const inside = isInside(path, root) ? relative(root, path).split(sep).join('/') : '';
  if (inside === '') throw new UserError(`${flag}: with --config-from it must lie in the repository.`);
  return inside;
}

/** Names that somebody may take for ours; one says so, because a file that is not read excuses nothing. */
const nearlyNames = ['yml', 'jsonc', 'json5', 'js', 'cjs', 'mjs', 'ts'].map((end) => `bnguard.config.${end}`);

/** The same of the key inventory. */
const nearlyInventories = ['yml', 'json', 'toml'].map((end) => `bnguard.keys.${end}`);

/** All of them. */
export const nearNames: readonly string[] = [...nearlyNames, ...nearlyInventories];

/** A note for each of these names. */
export const nearNotes = (names: readonly string[]): string[] =>
  names.map((name) => `${name} is not read: the name is ${rightName(name)}.`);

/** A note for each such file at the top of a root. */
export const nearNotesIn = (root: string): string[] => nearNotes(nearNames.filter((name) => isThere(join(root, name))));

const rightName = (name: string): string =>
  nearlyInventories.includes(name) ? inventoryName : name.endsWith('.yml') ? configNames[1]! : listed;
const listed = `${configNames.slice(0, -1).join(', ')} or ${configNames.at(-1)}`;

/** A file's path as findings name paths: from the root inside it, else as the file is called. */
export function pathFrom(root: string, path: string): string {
  return isInside(path, root) ? relative(root, path).split(sep).join('/') : basename(path);
}
