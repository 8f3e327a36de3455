/** What every scan ends with: the observations of each root become findings, and all of them one report. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Finding, Observation, Place, Repository, SuppressedFinding } from '@bnguard/engine';
import { remoteName, repositoryName } from './git/repository.ts';
import type { Store } from './git/store.ts';
import type { Gap } from './sources/gaps.ts';
import type { Root } from './sources/paths.ts';
import type { Coverage, Report, ScanSettings } from './types.ts';

/** What reading brought for one root. */
export interface Seen {
  readonly observations: Observation[];
  name: Promise<string> | undefined;
}
export interface Concluded {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** The findings of one root, with its configuration and baseline. */
export async function concludeRoot(
  settings: ScanSettings,
  root: Root,
  seen?: Seen,
  more: Pick<Repository, 'objects' | 'services' | 'elsewhere' | 'inventory'> = {},
): Promise<Concluded> {
  const { conclude } = await import('@bnguard/engine');
  const suppressions = await settings.configFor(root.dir);
  const name = await (seen?.name ?? (suppressions.length > 0 || more.inventory ? nameRoot(root) : undefined));
  const repository: Repository = {
    ...(name !== undefined && { name }),
    suppressions,
    noIgnores: settings.noIgnores,
    asOf: settings.asOf,
    ...(await keyAgeOf(settings, root.dir)),
    ...more,
  };
  const { findings, suppressed } = conclude(seen?.observations.sort(byPlace) ?? [], repository);
  return { findings: findings.toSorted(byPlace), suppressed: suppressed.toSorted(byPlace) };
}

/** The limit that a root's configuration sets, for `conclude`. */
export async function keyAgeOf({ keyAgeFor }: ScanSettings, root: string): Promise<Pick<Repository, 'keyAge'>> {
  const keyAge = await keyAgeFor?.(root);
  return keyAge === undefined ? {} : { keyAge };
}

/** What reports call a root. */
export const nameRoot = async ({ dir, git }: Root): Promise<string> => (git ? repositoryName(dir) : basename(dir));

/** The same for a repository that git's variables may have led to. */
export async function nameStore(store: Store): Promise<string> {
  const { askGit } = await import('./git/ask.ts');
  const { stdout } = await askGit(store, ['config', '--get', 'remote.origin.url']);
  return remoteName(stdout.toString('utf8').trim()) ?? basename(store.dir);
}

/** The report of a whole scan. */
export function reportOf(
  settings: ScanSettings,
  parts: readonly Concluded[],
  gaps: readonly Gap[],
  coverage: Coverage,
): Report {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return {
    schema: 1,
    tool: { name: 'bnguard', version },
    asOf: settings.asOf,
    complete: gaps.every(({ harmless }) => harmless),
    findings: parts.flatMap(({ findings }) => findings),
    suppressed: parts.flatMap(({ suppressed }) => suppressed),
    skipped: gaps.map(({ skip }) => skip),
    coverage,
  };
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The one order of observations and findings: path, place, rule, and whatever is left to tell two apart. */
export function byPlace(a: Placed, b: Placed): number {
  return (
    compare(a.path, b.path) ||
    (a.start?.line ?? 0) - (b.start?.line ?? 0) ||
    (a.start?.column ?? 0) - (b.start?.column ?? 0) ||
    compare(a.rule ?? '', b.rule ?? '') ||
    compare(a.kind ?? '', b.kind ?? '') ||
    compare(a.fingerprint ?? '', b.fingerprint ?? '') ||
    compare(JSON.stringify(a), JSON.stringify(b))
  );
}
interface Placed {
  readonly path: string;
  readonly start?: Place;
  readonly rule?: string;
  readonly kind?: string;
  readonly fingerprint?: string;
}
