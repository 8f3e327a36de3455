/**
 * What a commit, or the index as the next one, does to files that hold credentials by their names: which of them it adds,
 * and which its .gitignore files leave open that the parents’ covered. Both sides are told, so that what was so before is
 * no news (sources/brought.ts).
 */
import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { decode } from '@bnguard/engine/gates';
import { observeFile, credentialFile, type FileObservation, type Observation, type Origin } from '@bnguard/engine';
import type { Changes } from '../../git/changes.ts';
import { entriesOf, isFile } from '../../git/entries.ts';
import { decisions } from '../../git/ignored.ts';
import type { ObjectReader } from '../../git/objects.ts';
import type { Version } from '../../git/raw-diff.ts';
import type { Store } from '../../git/store.ts';
import { absoluteName, nameOf, shownName } from '../names.ts';
import type { ProjectEvidence } from '../project.ts';
import { isRulesFile } from './concerns.ts';
import { expectedOf, onDisk, type IsThere } from './expected.ts';
import { IgnoreRules } from './ignore-rules.ts';
import { gitRemedy } from './remedy.ts';
import { readSmall, textOf } from './small-text.ts';

export interface FilesOfStep {
  readonly fresh: readonly FileObservation[];
  /** For each parent. */
  readonly former: readonly (readonly FileObservation[])[];
}

export interface StepInGit extends Pick<Changes, 'changes' | 'parents' | 'gone'> {
  readonly store: Store;
  readonly objects: ObjectReader;
  readonly project: ProjectEvidence;
  /** The commit; `''`: the index. */
  readonly tree: string;
}

/** As of all that is read out of git’s store (sources/versions.ts); findings get the step’s own. */
const origin: Origin = { kind: 'staged' };
const mostEntries = 200_000;
const mostFolders = 500;
/** What may be expected in any folder; looked at first, since to ask who expects it takes long. */
const expectable = ['.env', 'user.cfg', 'creds.yml', 'api-keys.json'];

export async function filesOfStep(step: StepInGit): Promise<FilesOfStep> {
  const fresh: FileObservation[] = [];
  const former = Array.from({ length: step.parents }, (): FileObservation[] => []);
  await addTracked(step, fresh, former);
  if ([...step.changes, ...step.gone].some(({ path }) => isRulesFile(path))) await addUncovered(step, fresh);
  return { fresh, former };
}

async function addTracked(
  { changes, objects, store, tree }: StepInGit,
  fresh: FileObservation[],
  former: FileObservation[][],
): Promise<void> {
  const touched = changes.filter(({ path, isLink }) => !isLink && credentialFile(path) !== undefined);
  const versions = touched.flatMap((change) => [change, ...change.olds.filter((old) => old !== undefined)]);
  const texts = await textsOf(objects, versions);
  const observed = ({ path, blob }: Version, more: Partial<FileObservation> = {}): FileObservation =>
    observeFile({ path, origin, state: 'tracked', exists: true, because: '', ...more }, texts.get(blob));
  // Whoever takes a file out of a commit that is not made yet adds it again with the next git add.
  const isMade = tree !== '';
  const hasRules = !isMade && touched.length > 0 && store.gitFolder !== store.dir;
  const paths = hasRules ? touched.map(({ path }) => path) : [];
  // git dies of a path behind what is a link by now; then the finding goes without the line.
  const decided = await decisions(store, paths, 'tracked').catch(() => undefined);
  for (const change of touched) {
    const decision = decided?.get(change.path);
    const remedy = decision && !decision.isIgnored ? gitRemedy(change.path, decision) : undefined;
    fresh.push(observed(change, { ...(isMade && { isCommitted: true }), ...(remedy && { remedy }) }));
    for (const [parent, old] of change.olds.entries()) {
      if (old !== undefined && credentialFile(old.path) !== undefined) former[parent]?.push(observed(old));
    }
  }
}

/** Files that no commit has and that were kept out before: what is on disk, and what the project expects. */
async function addUncovered(step: StepInGit, fresh: FileObservation[]): Promise<void> {
  const { store, objects, changes, gone, parents, tree, project } = step;
  if (parents === 0) return;
  const now = await listTree(store, tree);
  const before = Array.from({ length: parents }, (_, parent) => {
    const rules = new Map(now.rules);
    for (const { path, olds = [] } of [...changes, ...gone]) {
      if (!isRulesFile(path)) continue;
      const old = olds[parent];
      if (old === undefined || old.path !== path) rules.delete(path);
      if (old !== undefined && isRulesFile(old.path)) rules.set(old.path, old.blob);
    }
    return rules;
  });
  const ids = new Set([now.rules, ...before].flatMap((rules) => [...rules.values()]));
  const texts = await textsOf(
    objects,
    [...ids].map((blob) => ({ path: '', blob })),
  );
  const rulesOf = (files: ReadonlyMap<string, string>): IgnoreRules =>
    new IgnoreRules((path) => texts.get(files.get(path) ?? ''));
  const rules = rulesOf(now.rules);
  const oldRules = before.map(rulesOf);
  /** Open now, and kept out by every parent. */
  const isUncovered = (path: string): boolean =>
    !now.paths.has(path) && !rules.decide(path).isIgnored && oldRules.every((old) => old.decide(path).isIgnored);

  const hasWorkTree = store.gitFolder !== store.dir;
  const folders = [...now.folders].slice(0, mostFolders);
  const existing = hasWorkTree ? folders.flatMap((folder) => filesIn(store.dir, folder)).filter(isUncovered) : [];
  const isExpectable = folders.some((folder) => expectable.some((name) => isUncovered(posix.join(folder, name))));
  if (existing.length === 0 && !isExpectable) return;

  const disk = hasWorkTree ? onDisk(store.dir) : (): boolean => false;
  const isThere: IsThere = (path) => now.paths.has(path) || disk(path);
  const expecting: Observation[] = isExpectable ? await project.of(tree, new Set(), true) : [];
  const expected = expectedOf(expecting, isThere).filter(({ path }) => isUncovered(path));
  const elsewhere = await keptOutElsewhere(step, hasWorkTree, [...existing, ...expected.map(({ path }) => path)]);

  const add = (path: string, exists: boolean, because: string): void => {
    if (elsewhere.has(path)) return;
    const text = exists ? textOf(readSmall(absoluteName(store.dir, path))) : undefined;
    const decision = rules.decide(path);
    const remedy = gitRemedy(path, decision);
    const why =
      decision.source === undefined
        ? because
        : `${because}, ${decision.source}:${String(decision.line)} takes it back in`;
    fresh.push(observeFile({ path, origin, state: 'addable', exists, because: why, remedy }, text));
  };
  for (const path of existing) add(path, true, 'the rule that covered it is gone');
  for (const { path, because } of expected) add(path, false, `${because}, the rule that covered it is gone`);
}

/** Those that the person’s own excludes cover, whatever the repository’s files say. */
async function keptOutElsewhere(
  { store }: StepInGit,
  hasWorkTree: boolean,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!hasWorkTree) return new Set();
  const decided = await decisions(store, paths, 'tracked');
  return new Set(
    paths.filter((path) => {
      const { isIgnored = false, source = '' } = decided.get(path) ?? {};
      return isIgnored && !isRulesFile(source);
    }),
  );
}

interface Tree {
  readonly paths: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** The blob of each .gitignore. */
  readonly rules: ReadonlyMap<string, string>;
}

async function listTree(store: Store, tree: string): Promise<Tree> {
  const paths = new Set<string>();
  const folders = new Set(['']);
  const rules = new Map<string, string>();
  for await (const entries of entriesOf(store, tree)) {
    for (const entry of entries) {
      const path = shownName(nameOf(entry.name));
      paths.add(path);
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
        if (folders.has(path.slice(0, at))) break;
        folders.add(path.slice(0, at));
      }
      if (isFile(entry) && isRulesFile(path)) rules.set(path, entry.id);
    }
    if (paths.size > mostEntries) break;
  }
  return { paths, folders, rules };
}

/** Credential files that lie right in a folder of the work tree. */
function filesIn(top: string, folder: string): string[] {
  try {
    return readdirSync(posix.join(top, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => (folder === '' ? name : `${folder}/${name}`))
      .filter((path) => credentialFile(path) !== undefined);
  } catch {
    // Not checked out.
    return [];
  }
}

async function textsOf(objects: ObjectReader, versions: readonly Version[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for await (const object of objects.read([...new Set(versions.map(({ blob }) => blob))])) {
    if (object.kind !== 'object' || object.type !== 'blob') continue;
    const decoded = decode(object.bytes);
    if (decoded.kind === 'text') texts.set(object.asked, decoded.text);
  }
  return texts;
}
