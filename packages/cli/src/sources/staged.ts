/** Scans what the index would bring: the content of the next commit, never that of the disk. */
import type { Repository } from '@bnguard/engine';
import { byPlace, compare, nameStore, reportOf } from '../conclude-root.ts';
import { stagedChanges } from '../git/changes.ts';
import { ObjectReader } from '../git/objects.ts';
import { openStore } from '../git/store.ts';
import type { Report, ScanSettings } from '../types.ts';
import { broughtBy } from './brought.ts';
import type { Gap } from './gaps.ts';
import type { Root } from './paths.ts';
import { ProjectEvidence } from './project.ts';
import { Versions } from './versions.ts';

/** Throws a UserError where there is no repository, or git cannot read it. */
export async function scanStaged(settings: ScanSettings): Promise<Report> {
  const store = await openStore(settings.cwd, settings.paths[0]);
  const root: Root = { dir: store.dir, git: true };
  const objects = new ObjectReader(store);
  try {
    const { changes, parents, unmerged } = await stagedChanges(store);
    const versions = new Versions(objects, root, { kind: 'staged' }, settings.maxFileSize);
    await versions.look(changes);
    settings.onProgress?.({ documents: versions.documents, total: changes.length, bytes: versions.bytes, findings: 0 });

    const project = new ProjectEvidence(store, objects);
    const changed = new Set(changes.map(({ key }) => key));
    const repositoryOf = async (): Promise<Repository> => {
      const [name, suppressions] = await Promise.all([nameStore(store), settings.configFor(root.dir)]);
      return { name, suppressions, noIgnores: settings.noIgnores };
    };
    const { findings, suppressed } = await broughtBy(
      {
        changes,
        parents,
        origin: { kind: 'staged' },
        more: [],
        evidence: (fresh) => project.of('', changed, fresh),
      },
      versions,
      repositoryOf,
    );
    const inConflict = unmerged.map((path): Gap => {
      const detail = 'it is in conflict: git commits nothing until it is resolved and added';
      return { root, skip: { path, why: 'unreadable', detail }, harmless: true };
    });
    const gaps = [...versions.gaps, ...inConflict].sort((a, b) => compare(a.skip.path, b.skip.path));
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
