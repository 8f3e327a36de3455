/** Scans what the index would bring: the content of the next commit, never that of the disk. */
import type { Observation } from '@bnguard/engine';
import { byPlace, compare, keyAgeOf, nameStore, reportOf, type Concluded } from '../conclude-root.ts';
import type { Changes } from '../git/changes.ts';
import { inventoryName } from '../defaults.ts';
import type { ObjectReader } from '../git/objects.ts';
import type { Store } from '../git/store.ts';
import type { Report, ScanSettings } from '../types.ts';
import { concernsFiles, concernsFilesByName } from './files/concerns.ts';
import type { Gap } from './gaps.ts';
import type { Root } from './paths.ts';
import { askStaged, type StagedGit } from './staged-git.ts';
import { Versions } from './versions.ts';

/** Throws a UserError where there is no repository, or git cannot read it. */
export async function scanStaged(
  settings: ScanSettings,
  git: StagedGit = askStaged(settings.cwd, settings.paths[0]),
): Promise<Report> {
  const { store, objects } = git;
  const root: Root = { dir: store.dir, git: true };
  try {
    const { changes, parents, gone, unmerged } = await git.changes;
    const versions = new Versions(objects, root, { kind: 'staged' }, settings.maxFileSize);
    await versions.look(changes);
    settings.onProgress?.({ documents: versions.documents, total: changes.length, bytes: versions.bytes, findings: 0 });

    const changesInventory = changes.some(({ path }) => path === inventoryName);
    const judged =
      versions.hasSeenAny || changesInventory || concernsFilesByName({ changes, gone })
        ? await judge(settings, versions, objects, root, store, { changes, parents, gone })
        : { findings: [], suppressed: [], gaps: [] };
    const { findings, suppressed } = judged;
    const inConflict = unmerged.map((path): Gap => {
      const detail = 'it is in conflict: git commits nothing until it is resolved and added';
      return { root, skip: { path, why: 'unreadable', detail }, harmless: true };
    });
    const gaps = [...versions.gaps, ...judged.gaps, ...inConflict].sort((a, b) => compare(a.skip.path, b.skip.path));
    return reportOf(
      settings,
      [{ findings: findings.toSorted(byPlace), suppressed: suppressed.toSorted(byPlace) }],
      gaps,
      {
        documents: versions.documents,
        bytes: versions.bytes,
        ignored: 0,
        dependencyFolders: 0,
        repositories: 1,
        staged: changes.length,
      },
    );
  } finally {
    objects.close();
  }
}

async function judge(
  settings: ScanSettings,
  versions: Versions,
  objects: ObjectReader,
  root: Root,
  store: Store,
  { changes, parents, gone }: Pick<Changes, 'changes' | 'parents' | 'gone'>,
): Promise<Concluded & { readonly gaps: readonly Gap[] }> {
  const [{ broughtBy }, { needsKeyFiles, ProjectEvidence }, { InventoryVersions }] = await Promise.all([
    import('./brought.ts'),
    import('./project.ts'),
    import('./inventory-versions.ts'),
  ]);
  const project = new ProjectEvidence(store, objects);
  const changed = new Set(changes.map(({ key }) => key));
  const evidence = (fresh: readonly Observation[]): Promise<Observation[]> =>
    project.of('', changed, needsKeyFiles(fresh));
  const files = concernsFiles({ changes, gone })
    ? await (
        await import('./files/changed-files.ts')
      ).filesOfStep({ ...{ store, objects, project, tree: '' }, changes, parents, gone })
    : undefined;
  const inventories = new InventoryVersions(objects, root);
  const origin = { kind: 'staged' } as const;
  const now = await inventories.in('', origin);
  const change = changes.find(({ path }) => path === inventoryName);
  const before = change && (await inventories.ofChange(change, origin));
  const inventory = {
    ...(now && { now: before ? { ...now, isJudged: true } : now }),
    ...(before && { before }),
  };
  const services = (): Promise<readonly string[]> => project.services('');
  const step = { changes, parents, origin, more: [], files, evidence, services, inventory } as const;
  const brought = await broughtBy(step, versions, async () => {
    const [name, suppressions] = await Promise.all([nameStore(store), settings.configFor(store.dir)]);
    return {
      ...{ name, suppressions, noIgnores: settings.noIgnores, asOf: settings.asOf },
      ...(await keyAgeOf(settings, store.dir)),
    };
  });
  return { ...brought, gaps: inventories.gaps };
}
