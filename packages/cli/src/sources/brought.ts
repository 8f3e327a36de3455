/**
 * What a change brings: the findings of the new content that no parent's content at that path has, by rule and
 * fingerprint; and those that got worse (docs/decisions/0010-what-a-change-brings.md). Knows nothing of git: what
 * stands on either side is handed in, so what is true of keys is true of every rule.
 */
import type { Finding, Inventory, Observation, Origin, Repository, SuppressedFinding } from '@bnguard/engine';
import type { Change, Version } from '../git/raw-diff.ts';
import { byPlace, type Concluded } from '../conclude-root.ts';
import { severities } from '@bnguard/engine/severity';
import type { FilesOfStep } from './files/changed-files.ts';
import type { Versions } from './versions.ts';

/** One commit, or the index as the next one. */
export interface Step {
  readonly changes: readonly Change[];
  /** How many versions each change was held against. */
  readonly parents: number;
  readonly origin: Origin;
  /** What else the step says, in its message. */
  readonly more: readonly Observation[];
  /** What it does to files that hold credentials by their names. */
  readonly files?: FilesOfStep | undefined;
  /** What the unchanged files say of the project; asked only where it may matter. */
  readonly evidence: (observations: readonly Observation[]) => Promise<readonly Observation[]>;
  /** The folders with a manifest of their own; asked only where two files hold one value. */
  readonly services: () => Promise<readonly string[]>;
  /** The key inventory on either side; absent: there is none. */
  readonly inventory?: Inventories;
}

/** `before`: of each parent, where the step changes it; absent where it does not, and then nobody judges its entries. */
export interface Inventories {
  readonly now?: Inventory;
  readonly before?: readonly (Inventory | undefined)[];
}

/** Asked for once, and only where there is something to judge. */
export type RepositoryOf = () => Promise<Repository>;

const none: Concluded = { findings: [], suppressed: [] };

/** What a step brings, in no order. Its new versions must have been looked at. */
export async function broughtBy(step: Step, versions: Versions, repositoryOf: RepositoryOf): Promise<Concluded> {
  const files = step.files?.fresh ?? [];
  const told = [...versions.seen(step.changes), ...step.more, ...files];
  if (told.every(({ kind }) => kind === 'project') && step.inventory?.before === undefined) return none;

  // Where the new content holds nothing, the old one decides nothing.
  const paths = new Set(told.flatMap(({ kind, path }) => (kind === 'project' ? [] : [path])));
  const telling = step.changes.filter(({ path }) => paths.has(path));
  const parents = Array.from({ length: step.parents }, (_, parent) =>
    telling.flatMap(({ olds }) => olds[parent] ?? []),
  );
  const fresh = [...(await versions.observationsOf(step.changes)), ...step.more, ...files];
  const former: Observation[][] = [];
  for (const [parent, olds] of parents.entries()) {
    former.push([...(await versions.observationsOf(distinct(olds))), ...(step.files?.former[parent] ?? [])]);
  }

  const services = sharesValue(fresh) ? await step.services() : [];
  const sides = new Sides(step, versions, { ...(await repositoryOf()), services });
  let brought: Concluded = none;
  if (!hasNewValue(step, fresh, former)) {
    // Old values only: where nothing got worse, what the rest of the project says does not matter.
    brought = await sides.difference(fresh, former, []);
    if (brought.findings.length + brought.suppressed.length === 0) return none;
  }
  const evidence = await step.evidence(fresh);
  if (evidence.length > 0 || brought === none) {
    brought = await sides.difference(fresh, former, evidence);
  }
  return brought;
}

/** Whether two files hold one value. */
function sharesValue(observations: readonly Observation[]): boolean {
  const paths = new Map<string, string>();
  return observations.some((one) => {
    if (one.kind !== 'credential') return false;
    const other = paths.get(one.fingerprint);
    if (other === undefined) paths.set(one.fingerprint, one.path);
    return other !== undefined && other !== one.path;
  });
}

/** Whether some value is at a path where no parent has it. */
function hasNewValue({ changes }: Step, fresh: readonly Observation[], former: readonly Observation[][]): boolean {
  const old = former.map((observations) => new Set(observations.map((one) => valueAt(one, one.path))));
  const byPath = new Map(changes.map((change) => [change.path, change]));
  return fresh.some((one) => {
    if (one.kind === 'project') return false;
    const { olds = [] } = byPath.get(one.path) ?? {};
    return !olds.some((version, parent) => version !== undefined && old[parent]?.has(valueAt(one, version.path)));
  });
}

const valueAt = (one: Observation, path: string): string =>
  `${path}\0${one.kind}\0${one.kind === 'credential' || one.kind === 'risk' ? one.fingerprint : ''}`;

function distinct(versions: readonly Version[]): Version[] {
  return [...new Map(versions.map((version) => [version.path, version])).values()];
}

/** The findings of one side by identity: rule, fingerprint and path. */
class Former {
  readonly #kept = new Map<string, { severity: number; isSure: boolean }>();
  readonly #suppressed = new Set<string>();
  readonly #places = new Map<string, Finding>();

  constructor({ findings, suppressed }: Concluded) {
    for (const finding of findings) {
      const known = this.#kept.get(identity(finding));
      this.#kept.set(identity(finding), {
        severity: Math.max(rank(finding), known?.severity ?? 0),
        isSure: isSure(finding) || known?.isSure === true,
      });
    }
    for (const finding of suppressed) this.#suppressed.add(identity(finding));
    for (const finding of [...findings, ...suppressed]) this.#places.set(placeOf(finding), finding);
  }

  /** Whether this side has the finding, and no milder: as severe, shown if it is shown, set aside only if it is. */
  has(finding: Finding, isSetAside: boolean): boolean {
    const kept = this.#kept.get(identity(finding));
    if (isSetAside) return kept !== undefined || this.#suppressed.has(identity(finding));
    return kept !== undefined && kept.severity >= rank(finding) && (kept.isSure || !isSure(finding));
  }

  /** What stands at the same place. */
  at(finding: Finding): Finding | undefined {
    return this.#places.get(placeOf(finding));
  }
}

const identity = ({ rule, fingerprint, path }: Finding): string => `${rule}\0${fingerprint}\0${path}`;
const placeOf = ({ rule, path, start }: Finding): string => `${rule}\0${path}\0${start.line}:${start.column}`;
const rank = ({ severity }: Finding): number => severities.indexOf(severity);
/** What is only `possible` is not shown by default: to become likely is to become a finding. */
const isSure = ({ confidence }: Finding): boolean => confidence !== 'possible';

const isOfFile = ({ rule }: Finding): boolean => rule === 'env-tracked' || rule === 'env-not-ignored';

class Sides {
  readonly #step: Step;
  readonly #versions: Versions;
  readonly #repository: Repository;
  readonly #changes = new Map<string, Change[]>();
  /** Old content, read as if it had the path that it was renamed to. */
  readonly #moved = new Map<string, Promise<Concluded>>();
  #evidence: readonly Observation[] = [];

  constructor(step: Step, versions: Versions, repository: Repository) {
    this.#step = step;
    this.#versions = versions;
    this.#repository = repository;
    for (const change of step.changes) {
      const known = this.#changes.get(change.path);
      if (known) known.push(change);
      else this.#changes.set(change.path, [change]);
    }
  }

  /** Concludes both sides, each with the evidence, and keeps of the new one what no parent has. */
  async difference(
    fresh: readonly Observation[],
    former: readonly (readonly Observation[])[],
    evidence: readonly Observation[],
  ): Promise<Concluded> {
    this.#evidence = evidence;
    this.#moved.clear();
    const { now: nowInventory, before } = this.#step.inventory ?? {};
    const now = await this.#conclude(fresh, nowInventory);
    const { origin } = this.#step;
    const put = <T extends Finding>(finding: T): T => (finding.path === '' ? finding : { ...finding, origin });
    if (former.length === 0) return { findings: now.findings.map(put), suppressed: now.suppressed.map(put) };
    const olds: Former[] = [];
    for (const [parent, observations] of former.entries()) {
      const inventory = before ? before[parent] : nowInventory;
      olds.push(new Former(await this.#conclude(observations, inventory)));
    }
    const findings: Finding[] = [];
    const suppressed: SuppressedFinding[] = [];
    for (const finding of now.findings) if (await this.#isNew(finding, olds, false)) findings.push(put(finding));
    for (const finding of now.suppressed) if (await this.#isNew(finding, olds, true)) suppressed.push(put(finding));
    return { findings, suppressed };
  }

  async #conclude(observations: readonly Observation[], inventory?: Inventory): Promise<Concluded> {
    const { conclude } = await import('@bnguard/engine');
    const repository = inventory ? { ...this.#repository, inventory } : this.#repository;
    return conclude([...observations, ...this.#evidence].sort(byPlace), repository);
  }

  async #isNew(finding: Finding, olds: readonly Former[], isSetAside: boolean): Promise<boolean> {
    const changes = this.#changes.get(finding.path);
    // A file that no commit has: what git would do with it is what rules say that stand in other files.
    if (changes === undefined && finding.path !== '') return !olds.some((old) => old.has(finding, isSetAside));
    for (const change of changes ?? []) {
      for (const [parent, version] of change.olds.entries()) {
        const old = olds[parent];
        if (version === undefined || old === undefined) continue;
        if (old.has({ ...finding, path: version.path }, isSetAside)) return false;
        if (version.path === change.path) continue;
        const fingerprint = await this.#fingerprintBefore(finding, version, old);
        if (fingerprint && old.has({ ...finding, path: version.path, fingerprint }, isSetAside)) return false;
      }
    }
    return true;
  }

  /**
   * What the fingerprint was before the file was renamed: that of a passphrase is of its place. Found by reading the
   * old content as if it had the new path.
   */
  async #fingerprintBefore(finding: Finding, { path, blob }: Version, old: Former): Promise<string | undefined> {
    // A finding of the file itself is known by its path.
    if (isOfFile(finding)) return old.at({ ...finding, path })?.fingerprint;
    const key = `${blob}\0${finding.path}`;
    const asMoved = async (): Promise<Concluded> =>
      this.#conclude(await this.#versions.observationsOf([{ path: finding.path, blob }]));
    const known = this.#moved.get(key) ?? asMoved();
    this.#moved.set(key, known);
    const moved = await known;
    for (const other of [...moved.findings, ...moved.suppressed]) {
      if (other.rule !== finding.rule || other.fingerprint !== finding.fingerprint) continue;
      const before = old.at({ ...other, path });
      if (before !== undefined) return before.fingerprint;
    }
    return undefined;
  }
}
