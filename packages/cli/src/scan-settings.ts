/** Joins flags, configuration and defaults into what a scan is given. Flags win; see config.ts for the files. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import type { Finding, SuppressionEntry } from '@bnguard/engine';
import { loadConfig, nearNotesIn, pathFrom, pathIn, type RootConfig } from './config.ts';
import { defaultFailOn, defaultMinConfidence, defaultMinSeverity } from './defaults.ts';
import { findTop } from './git/repository.ts';
import { openStore } from './git/store.ts';
import type { TreeFiles } from './git/tree-files.ts';
import type { ScanFlags, ScanRequest } from './requests.ts';
import { confidences, severities } from '@bnguard/engine/severity';
import type { ScanSettings, Thresholds } from './types.ts';
import { UserError } from './user-error.ts';

export interface Plan {
  readonly settings: Omit<ScanSettings, 'source'>;
  readonly thresholds: Thresholds;
  /** The roots of the PATHs, and whether all of each is scanned. */
  readonly roots: ReadonlyMap<string, { readonly whole: boolean; readonly config: RootConfig }>;
  /** For `baseline`, after the scan: whether this root's baseline is the one that speaks about a finding. */
  readonly owns: (root: string, finding: Finding) => boolean;
  /** With --config-from: the commit that decides what is set aside. */
  readonly from?: TreeFiles;
  /** For people: entries that have expired, configurations that weaken the check. Grows while scanning. */
  readonly notes: string[];
}

type Flags = ScanFlags &
  Partial<Pick<ScanRequest, 'failOn' | 'source' | 'ignores' | 'configFrom' | 'filesFrom' | 'commitsIn'>> & {
    readonly kind: 'scan' | 'baseline';
  };

/** Reads the configuration of every root that the PATHs lie in. Throws a UserError for a path or file that is wrong. */
export async function planScan(flags: Flags, cwd: string): Promise<Plan> {
  const asOf = flags.asOf ?? new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const today = asOf.slice(0, 10);
  const notes: string[] = [];

  const named = await rootsFor(flags, cwd);
  const from = await decidingCommit(flags, named);
  const choice = { cwd, today, ...pick(flags, 'config', 'baseline'), ...(from && { from }) };
  const loaded = new Map<string, Promise<RootConfig>>();
  const load = (root: string): Promise<RootConfig> => {
    // The commit knows nothing of the repositories in this one.
    const own = from && !named.has(root) ? { cwd, today, config: false as const } : choice;
    const known = loaded.get(root) ?? loadConfig(root, own);
    loaded.set(root, known);
    return known;
  };
  const roots = new Map<string, { whole: boolean; config: RootConfig }>();
  for (const [root, whole] of named) {
    roots.set(root, { whole, config: await load(root) });
    // What is looked at, not what decides: somebody takes it for the file that counts.
    if (flags.config === undefined && (!from || flags.source?.kind === 'disk')) notes.push(...nearNotesIn(root));
  }

  /** Entries that match nothing are no fault where only a part is scanned, or where one file serves many roots. */
  const lenient = (root: string, named: boolean, entries: readonly SuppressionEntry[]): readonly SuppressionEntry[] =>
    named || roots.get(root)?.whole === false ? entries.map((entry) => ({ ...entry, mayBeUnused: true })) : entries;
  const owners = new Set<string>();
  const configFor = async (root: string): Promise<readonly SuppressionEntry[]> => {
    const config = await load(root);
    const { baselineEntries, noBaseline, readBaseline, readBaselineIn } = await import('./baseline.ts');
    const name = flags.baseline ?? basename(config.baseline);
    const baseline = !from
      ? await readBaseline(config.baseline, name, flags.baseline === undefined ? root : undefined)
      : named.has(root)
        ? await readBaselineIn(from, pathIn(root, config.baseline, `--baseline ${name}`))
        : noBaseline;
    if (!baseline.exists && flags.baseline !== undefined && flags.kind === 'scan') {
      throw new UserError(`--baseline ${name}: there is no such file. bnguard baseline --baseline ${name} makes it.`);
    }
    const fromBaseline = baselineEntries(
      baseline,
      pathFrom(root, config.baseline),
      today,
      flags.source?.kind === 'history',
    );
    for (const { at, isExpired } of [...config.entries, ...fromBaseline]) {
      if (isExpired) notes.push(`${at}: it no longer sets anything aside.`);
    }
    return [
      ...(flags.kind === 'baseline' ? [listener((finding) => owners.add(`${root}\0${identity(finding)}`))] : []),
      ...lenient(root, typeof flags.config === 'string', config.entries),
      ...lenient(root, flags.baseline !== undefined, fromBaseline),
    ];
  };

  const configs = [...roots.values()].map(({ config }) => config);
  const maxFileSize = flags.maxFileSize ?? largest(configs.map((config) => config.maxFileSize));
  return {
    settings: {
      cwd,
      paths: flags.paths,
      includeIgnored: flags.includeIgnored ?? configs.some((config) => config.includeIgnored === true),
      ...(maxFileSize !== undefined && { maxFileSize }),
      jobs: flags.jobs ?? availableParallelism(),
      noIgnores: flags.ignores === false,
      asOf,
      configFor,
      keyAgeFor: async (root) => (await load(root)).keyAge,
    },
    thresholds: thresholdsFrom(flags, configs),
    ...(from && flags.configFrom !== undefined && { from }),
    roots,
    owns: (root, finding) => owners.has(`${root}\0${identity(finding)}`),
    notes,
  };
}

async function decidingCommit(
  { configFrom, filesFrom, commitsIn }: Flags,
  roots: ReadonlyMap<string, unknown>,
): Promise<TreeFiles | undefined> {
  const ref = configFrom ?? filesFrom;
  if (ref === undefined) return undefined;
  const [root, ...others] = roots.keys();
  if (root === undefined || others.length > 0) {
    throw new UserError('--config-from is about one repository, but the PATHs lie in several. Run it once for each.');
  }
  return (await import('./git/tree-files.ts')).treeFiles(commitsIn ?? root, ref);
}

/** Where the configurations of several roots differ, the strictest one counts: none may excuse another's findings. */
export function thresholdsFrom(
  flags: Pick<ScanRequest, 'allowIncomplete'> & Partial<Pick<ScanRequest, 'failOn' | 'minSeverity' | 'minConfidence'>>,
  configs: readonly RootConfig[],
): Thresholds {
  const failOns = [...severities, 'never'] as const;
  return {
    failOn:
      flags.failOn ??
      first(
        failOns,
        configs.map((config) => config.failOn ?? defaultFailOn),
        defaultFailOn,
      ),
    minSeverity:
      flags.minSeverity ??
      first(
        severities,
        configs.map((config) => config.minSeverity ?? defaultMinSeverity),
        defaultMinSeverity,
      ),
    minConfidence:
      flags.minConfidence ??
      first(
        confidences.toReversed(),
        configs.map((config) => config.minConfidence ?? defaultMinConfidence),
        defaultMinConfidence,
      ),
    allowIncomplete: flags.allowIncomplete,
  };
}

/** The one of `chosen` that comes first in `order`; `otherwise` where nothing was chosen. */
function first<T>(order: readonly T[], chosen: readonly T[], otherwise: T): T {
  return order.find((item) => chosen.includes(item)) ?? otherwise;
}

/** Undefined means no limit. */
function largest(sizes: readonly (number | undefined)[]): number | undefined {
  return sizes.reduce((a, b) => (a === undefined || b === undefined ? undefined : Math.max(a, b)));
}

/** Roots, and whether all of each is scanned. */
async function rootsFor({ source, paths }: Flags, cwd: string): Promise<Map<string, boolean>> {
  switch (source?.kind) {
    case 'stdin':
    case 'texts':
      return new Map([[findTop(cwd) ?? cwd, false]]);
    case 'staged':
    case 'range':
    case 'history':
      return new Map([[openStore(cwd, repositoryPath(source.kind, cwd, paths[0])).dir, source.kind === 'history']]);
    case 'disk':
    case undefined:
      return rootsOf(cwd, paths);
    default:
      return source satisfies never;
  }
}

/** What names a repository as a whole must not look as if it named a part of it. */
function repositoryPath(
  kind: 'staged' | 'range' | 'history',
  cwd: string,
  path: string | undefined,
): string | undefined {
  // `.git` as a file leads to the repository.
  if (path !== undefined && basename(path) !== '.git' && isFile(resolve(cwd, path))) {
    throw new UserError(
      `Nothing was scanned: with --${kind} PATH names a repository, all of which is looked at, and ${path} is a file. Leave it out, or scan the file itself: bnguard scan ${path}.`,
    );
  }
  return path;
}

/** False also where it cannot be reached, which opening tells. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

async function rootsOf(cwd: string, paths: readonly string[]): Promise<Map<string, boolean>> {
  const roots = new Map<string, boolean>();
  const { resolvePaths } = await import('./sources/paths.ts');
  for (const { root, path } of await resolvePaths(cwd, paths)) {
    roots.set(root.dir, roots.get(root.dir) === true || path === '');
  }
  return roots;
}

/**
 * An entry that covers nothing and hears of every finding of its root: a report does not say which of several nested
 * repositories a finding belongs to.
 */
function listener(heard: (finding: Finding) => void): SuppressionEntry {
  const start = { line: 1, column: 1 };
  const covers = (finding: Finding): boolean => {
    heard(finding);
    return false;
  };
  return { by: 'baseline', at: '', place: { path: '', start, end: start }, mayBeUnused: true, covers };
}

const identity = ({ rule, fingerprint, start }: Finding): string =>
  `${rule} ${fingerprint} ${start.line}:${start.column}`;

/** Only the keys that are there: an absent flag is not the same as an undefined one. */
function pick<T extends object, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as Pick<T, K>;
}
