/** Scans what is on disk: list, read, observe, conclude for each repository. */
import type { FileObservation } from '@bnguard/engine';
import { compare, concludeRoot, nameRoot, reportOf, type Seen } from '../conclude-root.ts';
import type { Report, ScanSettings } from '../types.ts';
import { UserError } from '../user-error.ts';
import { Watch } from './files/watch.ts';
import { unreadable } from './gaps.ts';
import { Landmarks } from './landmarks.ts';
import { listFiles, type Ledger } from './list.ts';
import type { Name } from './names.ts';
import { resolvePaths, type Root } from './paths.ts';
import type { Threads } from '../threads.ts';

/** Throws a UserError when a PATH cannot be reached or a repository cannot be read. */
export async function scanDisk(settings: ScanSettings, threads: Threads | undefined): Promise<Report> {
  const scopes = await resolvePaths(settings.cwd, settings.paths);
  const watch = new Watch();
  const onIgnored = (root: Root, name: Name): void => watch.look(root, [name], false);
  const ledger: Ledger = { ignored: 0, dependencyFolders: 0, roots: new Set(), gaps: [], onIgnored };
  const seen = new Map<Root, Seen>();
  const progress = { documents: 0, bytes: 0, findings: 0 };
  let listed = 0;
  let total: number | undefined;

  // Loading the engine takes as long as git takes to list 20,000 files, so git is asked first.
  const listing = listFiles(scopes, settings.includeIgnored, ledger);
  const first = listing.next();
  first.catch(() => {}); // Told below, where it is waited for.
  const { createPool } = await import('./pool.ts');

  const landmarks = new Landmarks(scopes);
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
      const { root, names, tracked } = next.value;
      listed += names.length;
      watch.look(root, names, tracked && root.git);
      await landmarks.pass(next.value, ledger.gaps);
      await pool.take(next.value);
    }
    total = listed;
  } finally {
    await pool.finish();
  }

  const roots = [...ledger.roots].sort((a, b) => compare(a.dir, b.dir));
  const credentialFiles = new Map<Root, readonly FileObservation[]>();
  const { filesOnDisk } = await import('./files/disk-files.ts');
  for (const root of roots) {
    try {
      const files = await filesOnDisk(root, watch.of(root), seen.get(root)?.observations ?? []);
      if (files.length === 0) continue;
      const known: Seen = seen.get(root) ?? { observations: [], name: undefined };
      seen.set(root, known);
      known.name ??= nameRoot(root);
      for (const file of files) known.observations.push(file);
      credentialFiles.set(root, files);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      ledger.gaps.push(unreadable(root, '', error.message));
    }
  }
  const elsewhere = await sharedBetween(seen, (root) => landmarks.isPlace(root));
  const concluded = await Promise.all(
    roots.map(async (root) =>
      concludeRoot(settings, root, seen.get(root), {
        ...(await landmarks.of(root)),
        elsewhere: elsewhere.get(root) ?? new Map<string, readonly string[]>(),
      }),
    ),
  );
  for (const [i, root] of roots.entries()) {
    const files = credentialFiles.get(root);
    if (files) settings.onFiles?.(root, files, concluded[i]!.findings);
  }
  const order = new Map(roots.map((root, index) => [root, index]));
  const gaps = ledger.gaps.sort(
    (a, b) => (order.get(a.root) ?? 0) - (order.get(b.root) ?? 0) || compare(a.skip.path, b.skip.path),
  );
  return reportOf(settings, concluded, gaps, {
    documents: progress.documents,
    bytes: progress.bytes,
    ignored: ledger.ignored,
    dependencyFolders: ledger.dependencyFolders,
    repositories: roots.filter(({ git }) => git).length,
  });
}

/**
 * Of each root the values that others hold too, with the names of these. Clones of one repository are the same one.
 * @param isPlace whether a root stands for a repository or folder of its own
 */
async function sharedBetween(
  seen: ReadonlyMap<Root, Seen>,
  isPlace: (root: Root) => boolean,
): Promise<Map<Root, Map<string, readonly string[]>>> {
  const shared = new Map<Root, Map<string, readonly string[]>>();
  if (seen.size < 2) return shared;
  const holders = new Map<string, Set<Root>>();
  for (const [root, { observations }] of seen) {
    if (!isPlace(root)) continue;
    for (const one of observations) {
      if (one.kind !== 'credential' || one.sample || one.documented) continue;
      holders.set(one.fingerprint, (holders.get(one.fingerprint) ?? new Set<Root>()).add(root));
    }
  }
  for (const [fingerprint, roots] of holders) {
    if (roots.size < 2) continue;
    const named = await Promise.all(
      [...roots].map(async (root) => ({ root, name: (await seen.get(root)?.name) ?? '' })),
    );
    for (const { root, name } of named) {
      // A remote has a slash in its name; folders of one name are two all the same.
      const others = named.filter((other) => other.root !== root && (other.name !== name || !name.includes('/')));
      if (others.length === 0) continue;
      const own = shared.get(root) ?? new Map<string, readonly string[]>();
      shared.set(root, own.set(fingerprint, others.map((other) => other.name).sort()));
    }
  }
  return shared;
}
