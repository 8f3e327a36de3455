/** One scan of what is on disk, or of standard input: list, read, observe, conclude for each repository, report. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ByteSource, Finding, Observation, Place, Repository, SuppressedFinding } from '@bnguard/engine';
import { findTop, repositoryName } from './git/repository.ts';
import type { Gap } from './sources/gaps.ts';
import { listFiles, type Ledger } from './sources/list.ts';
import { resolvePaths, type Root } from './sources/paths.ts';
import type { Threads } from './sources/pool.ts';
import type { Coverage, Report, ScanSettings } from './types.ts';

/** Workers run from what is built; from sources (under test) everything is read in this thread. */
const built: Threads | undefined = import.meta.url.endsWith('.js')
  ? { entry: new URL('./worker.js', import.meta.url) }
  : undefined;

/**
 * Scans and reports. The report is the same whatever the number of jobs and the order of files. Throws a UserError
 * when a PATH cannot be reached or a repository cannot be read; a single file that cannot be read is a skip instead.
 */
export async function scan(settings: ScanSettings, threads: Threads | undefined = built): Promise<Report> {
  return settings.stdin ? scanBytes(settings, settings.stdin) : scanDisk(settings, threads);
}

async function scanDisk(settings: ScanSettings, threads: Threads | undefined): Promise<Report> {
  const scopes = await resolvePaths(settings.cwd, settings.paths);
  const ledger: Ledger = { ignored: 0, dependencyFolders: 0, roots: new Set(), gaps: [] };
  const seen = new Map<Root, Seen>();
  const progress = { documents: 0, bytes: 0, findings: 0 };
  let listed = 0;
  let total: number | undefined;

  // Loading the engine takes as long as git takes to list 20,000 files, so git is asked first.
  const listing = listFiles(scopes, settings.includeIgnored, ledger);
  const first = listing.next();
  first.catch(() => {}); // Told below, where it is waited for.
  const { createPool } = await import('./sources/pool.ts');

  const trees = scopes.map(({ root, path }) => (path === '' ? root.dir : `${root.dir}/${path}`));
  const reading = { trees, maxFileSize: settings.maxFileSize };
  const pool = createPool(
    settings.jobs,
    reading,
    (root, outcome) => {
      if (outcome.observations.length > 0) {
        const known: Seen = seen.get(root) ?? { observations: [], name: undefined };
        seen.set(root, known);
        for (const observation of outcome.observations) {
          known.observations.push(observation);
          if (observation.kind === 'project') continue;
          // The name costs a call of git: a clean repository goes without, the others ask while reading goes on.
          known.name ??= nameRoot(root);
          if (observation.kind === 'credential') progress.findings++;
        }
      }
      for (const gap of outcome.gaps) ledger.gaps.push({ root, ...gap });
      progress.documents += outcome.documents;
      progress.bytes += outcome.bytes;
      settings.onProgress?.(total === undefined ? progress : { ...progress, total });
    },
    threads,
  );
  try {
    for (let next = await first; !next.done; next = await listing.next()) {
      listed += next.value.names.length;
      await pool.take(next.value);
    }
    total = listed;
  } finally {
    await pool.finish();
  }

  const roots = [...ledger.roots].sort((a, b) => compare(a.dir, b.dir));
  const concluded = await Promise.all(roots.map(async (root) => concludeRoot(settings, root, seen.get(root))));
  const order = new Map(roots.map((root, index) => [root, index]));
  const gaps = ledger.gaps.sort(
    (a, b) => (order.get(a.root) ?? 0) - (order.get(b.root) ?? 0) || compare(a.skip.path, b.skip.path),
  );
  return report(settings, concluded, gaps, {
    documents: progress.documents,
    bytes: progress.bytes,
    ignored: ledger.ignored,
    dependencyFolders: ledger.dependencyFolders,
    repositories: roots.filter(({ git }) => git).length,
  });
}

async function scanBytes(
  settings: ScanSettings,
  { bytes, filename = '' }: NonNullable<ScanSettings['stdin']>,
): Promise<Report> {
  const { documents, observe } = await import('@bnguard/engine');
  const top = await findTop(settings.cwd);
  const root: Root = { dir: top ?? settings.cwd, git: top !== undefined };
  const source: ByteSource = { size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) };
  const observations: Observation[] = [];
  const found = documents(source, filename, { kind: 'stdin' });
  let next = found.next();
  // One by one: a document of many keys has more observations than a call takes arguments.
  for (; !next.done; next = found.next()) for (const one of observe(next.value)) observations.push(one);

  const isBinary = next.value === 'binary';
  const gaps: Gap[] = isBinary ? [{ root, skip: { path: filename, why: 'binary' }, harmless: true }] : [];
  const coverage = { documents: isBinary ? 0 : 1, bytes: isBinary ? 0 : bytes.length };
  return report(settings, [await concludeRoot(settings, root, { observations, name: nameRoot(root) })], gaps, {
    ...coverage,
    ignored: 0,
    dependencyFolders: 0,
    repositories: 0,
  });
}

/** What reading brought for one root. */
interface Seen {
  readonly observations: Observation[];
  name: Promise<string> | undefined;
}
interface Concluded {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

async function concludeRoot(settings: ScanSettings, root: Root, seen?: Seen): Promise<Concluded> {
  const { conclude } = await import('@bnguard/engine');
  const suppressions = await settings.configFor(root.dir);
  const name = await (seen?.name ?? (suppressions.length > 0 ? nameRoot(root) : undefined));
  const repository: Repository = { ...(name !== undefined && { name }), suppressions, noIgnores: settings.noIgnores };
  const { findings, suppressed } = conclude(seen?.observations.sort(byPlace) ?? [], repository);
  return { findings: findings.toSorted(byPlace), suppressed: suppressed.toSorted(byPlace) };
}

const nameRoot = async ({ dir, git }: Root): Promise<string> => (git ? repositoryName(dir) : basename(dir));

function report(settings: ScanSettings, parts: readonly Concluded[], gaps: readonly Gap[], coverage: Coverage): Report {
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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The one order of observations and findings: path, place, rule, and whatever is left to tell two apart. */
function byPlace(a: Placed, b: Placed): number {
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
