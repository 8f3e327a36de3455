/**
 * Scans texts that are on their way: the message of a commit that is about to be made, what somebody hands to a coding
 * agent. They stand in no file yet, but in a project, which the files of the index tell of.
 */
import { isWanted } from '@bnguard/engine/gates';
import type { Finding, Observation, Origin } from '@bnguard/engine';
import { byPlace, concludeRoot, keyAgeOf, nameRoot, nameStore, reportOf, type Concluded } from '../conclude-root.ts';
import { ObjectReader } from '../git/objects.ts';
import { findStore, type Store } from '../git/store.ts';
import type { Report, ScanSettings } from '../types.ts';

export interface GivenText {
  /** POSIX, relative to the work tree where it lies in there; `''` for what has no name. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What stands there now: only what is new counts. */
  readonly before?: Uint8Array;
}

/** @param origin of all of them */
export async function scanTexts(settings: ScanSettings, texts: readonly GivenText[], origin: Origin): Promise<Report> {
  const coverage = {
    ...{ documents: texts.length, bytes: texts.reduce((sum, { bytes }) => sum + bytes.length, 0) },
    ...{ ignored: 0, dependencyFolders: 0, repositories: 1 },
  };
  const telling = texts.filter(({ path, bytes }) => isWanted(path, bytes));
  const part = telling.length > 0 ? await judge(settings, telling, origin) : undefined;
  const old = telling.flatMap(({ path, before }) => (before === undefined ? [] : [{ path, bytes: before }]));
  if (part && part.findings.length > 0 && old.length > 0) {
    const former = new Set((await judge(settings, old, origin)).findings.map(nameOf));
    const findings = part.findings.filter((finding) => !former.has(nameOf(finding)));
    return reportOf(settings, [{ ...part, findings }], [], coverage);
  }
  return reportOf(settings, part ? [part] : [], [], coverage);
}

const nameOf = ({ rule, fingerprint, path }: Finding): string => [rule, fingerprint, path].join('\0');

async function judge(settings: ScanSettings, texts: readonly GivenText[], origin: Origin): Promise<Concluded> {
  const [engine, { observeBytes }] = await Promise.all([import('@bnguard/engine'), import('./versions.ts')]);
  const found: Observation[] = [];
  for (const { path, bytes } of texts) for (const one of observeBytes(engine, bytes, path, origin)) found.push(one);
  const store = findStore(settings.cwd, settings.paths[0]);
  if (store === undefined) {
    const root = { dir: settings.cwd, git: false };
    return concludeRoot(settings, root, { observations: found, name: nameRoot(root) });
  }
  return judgeIn(store, settings, found, origin);
}

async function judgeIn(
  store: Store,
  settings: ScanSettings,
  more: readonly Observation[],
  origin: Origin,
): Promise<Concluded> {
  const [{ broughtBy }, { needsKeyFiles, ProjectEvidence }, { Versions }] = await Promise.all([
    import('./brought.ts'),
    import('./project.ts'),
    import('./versions.ts'),
  ]);
  const objects = new ObjectReader(store);
  try {
    const versions = new Versions(objects, { dir: store.dir, git: true }, origin, settings.maxFileSize);
    const project = new ProjectEvidence(store, objects);
    const step = {
      ...{ changes: [], parents: 0, origin, more },
      evidence: (fresh: readonly Observation[]) => project.of('', new Set<string>(), needsKeyFiles(fresh)),
      services: () => project.services(''),
    };
    const { findings, suppressed } = await broughtBy(step, versions, async () => {
      const [name, suppressions] = await Promise.all([nameStore(store), settings.configFor(store.dir)]);
      return {
        ...{ name, suppressions, noIgnores: settings.noIgnores, asOf: settings.asOf },
        ...(await keyAgeOf(settings, store.dir)),
      };
    });
    return { findings: findings.toSorted(byPlace), suppressed: suppressed.toSorted(byPlace) };
  } finally {
    objects.close();
  }
}
