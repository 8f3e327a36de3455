/**
 * Scans what the commits of a range bring, one by one against all their parents: what was added and removed again
 * inside of the range is found, and so is what only a merge brings, or a commit's message.
 */
import { mayHold } from '@bnguard/engine/gates';
import type { Finding, Observation, Repository, SuppressedFinding } from '@bnguard/engine';
import { byPlace, compare, keyAgeOf, nameStore, reportOf } from '../conclude-root.ts';
import { inventoryName } from '../defaults.ts';
import type { CommitChanges } from '../git/changes.ts';
import { messageOf } from '../git/commits.ts';
import type { ObjectReader } from '../git/objects.ts';
import type { Change } from '../git/raw-diff.ts';
import { openStore } from '../git/store.ts';
import { severities } from '@bnguard/engine/severity';
import type { Report, ScanSettings, Source } from '../types.ts';
import { broughtBy } from './brought.ts';
import { concernsFiles } from './files/concerns.ts';
import type { Gap } from './gaps.ts';
import { InventoryVersions } from './inventory-versions.ts';
import type { Root } from './paths.ts';
import { needsKeyFiles, ProjectEvidence } from './project.ts';
import { askRange } from './range-git.ts';
import { Versions } from './versions.ts';

/** What stands below a pushed ref that is no commit is asked for in parts. */
const blobsAtOnce = 256;

/** Throws a UserError where there is no repository, a revision is not known, or git cannot read the repository. */
export async function scanRange(settings: ScanSettings, source: Extract<Source, { kind: 'range' }>): Promise<Report> {
  const { tags = [], blobs = [] } = source;
  const git = source.git ?? askRange(openStore(settings.cwd, settings.paths[0]), source);
  const { store, objects } = git;
  const root: Root = { dir: store.dir, git: true };
  try {
    const { all: commits, cut, tip } = await git.commits;
    const versions = new Versions(objects, root, { kind: 'staged' }, settings.maxFileSize);
    const project = new ProjectEvidence(store, objects);
    const result = new Worst();
    const gaps: Gap[] = [];
    const parentsOf = new Map(commits.map((commit) => [commit.id, commit.parents.length]));
    let repository: Promise<Repository> | undefined;
    const repositoryOf = (): Promise<Repository> =>
      (repository ??= Promise.all([nameStore(store), settings.configFor(root.dir), keyAgeOf(settings, root.dir)]).then(
        ([name, suppressions, limit]) => ({
          ...{ name, suppressions, noIgnores: settings.noIgnores, asOf: settings.asOf },
          ...limit,
        }),
      ));
    for (const id of cut) {
      const detail =
        'its parents are not in this shallow clone, so nobody can tell what it brings: git fetch --unshallow brings them';
      gaps.push({ root, skip: { path: '', object: id, why: 'missing', detail }, harmless: false });
    }

    // What is in between may be set right again: keys are held against the inventory that the range ends with.
    const inventories = new InventoryVersions(objects, root);
    const inventory = tip === undefined ? undefined : await inventories.in(tip, { kind: 'range', commit: tip });
    let inventoryChange: { readonly commit: string; readonly change: Change } | undefined;
    let firstInventory: Change | undefined;

    // What a tag points to may be no commit; it belongs to no project then.
    const isNoTree = new Set(blobs.map(({ blob }) => blob));
    const finish = async (batch: readonly CommitChanges[]): Promise<void> => {
      const messages = await messagesOf(
        objects,
        versions,
        batch.map(({ commit }) => commit),
      );
      await versions.look(batch.flatMap(({ changes }) => changes));
      for (const { commit, changes, gone } of batch) {
        const changed = new Set(changes.map(({ key }) => key));
        const parents = parentsOf.get(commit) ?? 0;
        const step = {
          changes,
          parents,
          origin: { kind: 'range', commit } as const,
          more: messages.get(commit) ?? [],
          files: concernsFiles({ changes, gone })
            ? await (
                await import('./files/changed-files.ts')
              ).filesOfStep({ ...{ store, objects, project, tree: commit }, changes, parents, gone })
            : undefined,
          evidence: async (fresh: readonly Observation[]) =>
            isNoTree.has(commit) ? [] : project.of(commit, changed, needsKeyFiles(fresh)),
          services: async () => (isNoTree.has(commit) ? [] : project.services(commit)),
          ...(inventory && { inventory: { now: inventory } }),
        };
        const change = changes.find(({ path }) => path === inventoryName);
        if (change) {
          firstInventory ??= change;
          inventoryChange = { commit, change };
        }
        result.add(await broughtBy(step, versions, repositoryOf));
      }
      settings.onProgress?.({ documents: versions.documents, bytes: versions.bytes, findings: result.findings.length });
    };

    for (let next = await git.first; next.done !== true; next = await git.batches.next()) await finish(next.value);
    // Of these only what they say, and of what is no commit only what it is.
    await finish([...cut, ...tags].map((commit) => ({ commit, changes: [], gone: [] })));
    for (let at = 0; at < blobs.length; at += blobsAtOnce) {
      const some = blobs.slice(at, at + blobsAtOnce);
      await finish(
        some.map(({ blob, path }) => ({ commit: blob, changes: [{ path, key: path, blob, olds: [] }], gone: [] })),
      );
    }
    if (inventory && inventoryChange && firstInventory) {
      const { commit, change } = inventoryChange;
      const origin = { kind: 'range', commit } as const;
      const changes = [{ ...change, olds: firstInventory.olds }];
      const before = await inventories.ofChange(firstInventory, origin);
      result.add(
        await broughtBy(
          {
            ...{ changes, parents: firstInventory.olds.length, origin, more: [] },
            evidence: () => Promise.resolve([]),
            services: () => Promise.resolve([]),
            inventory: { now: { ...inventory, origin, isJudged: true }, before },
          },
          versions,
          repositoryOf,
        ),
      );
    }

    const all = [...versions.gaps, ...gaps, ...inventories.gaps].sort((a, b) => compare(a.skip.path, b.skip.path));
    return reportOf(settings, [result.concluded()], all, {
      documents: versions.documents,
      bytes: versions.bytes,
      ignored: 0,
      dependencyFolders: 0,
      repositories: 1,
      commits: commits.length,
    });
  } finally {
    git.close();
  }
}

/** What the messages of these commits show. */
async function messagesOf(
  objects: ObjectReader,
  versions: Versions,
  commits: readonly string[],
): Promise<Map<string, readonly Observation[]>> {
  const messages = new Map<string, readonly Observation[]>();
  for await (const object of objects.read(commits)) {
    if (object.kind !== 'object') continue;
    const message = messageOf(object.bytes);
    if (!mayHold(message)) continue;
    const origin = { kind: 'range', commit: object.asked, message: true } as const;
    messages.set(object.asked, await versions.observe(message, '', origin));
  }
  return messages;
}

/**
 * One finding for each rule, value and path, whatever number of commits bring it: the worst one, and of equals the
 * earliest.
 */
class Worst {
  readonly #kept = new Map<string, Finding>();
  readonly #suppressed = new Map<string, SuppressedFinding>();

  get findings(): Finding[] {
    return [...this.#kept.values()];
  }

  add({ findings, suppressed }: { findings: readonly Finding[]; suppressed: readonly SuppressedFinding[] }): void {
    for (const finding of findings.toSorted(byPlace)) keepWorse(this.#kept, finding);
    for (const finding of suppressed.toSorted(byPlace)) keepWorse(this.#suppressed, finding);
  }

  concluded(): { findings: Finding[]; suppressed: SuppressedFinding[] } {
    const suppressed = [...this.#suppressed].filter(([key]) => !this.#kept.has(key)).map(([, finding]) => finding);
    return { findings: this.findings.sort(byPlace), suppressed: suppressed.sort(byPlace) };
  }
}

function keepWorse<T extends Finding>(known: Map<string, T>, finding: T): void {
  const key = `${finding.rule}\0${finding.fingerprint}\0${finding.path}`;
  const before = known.get(key);
  if (before === undefined || weight(finding) > weight(before)) known.set(key, finding);
}

/** What is shown by default outweighs what is not; then the severity counts. */
const weight = ({ severity, confidence }: Finding): number =>
  (confidence === 'possible' ? 0 : severities.length) + severities.indexOf(severity);
