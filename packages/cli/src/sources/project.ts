/**
 * What the unchanged files of a tree say of their project: whether it has to do with Binance, which decides whether a
 * key without any such word in its own file is shown. Asked only where something was found, and bounded.
 */
import { passes, serviceFolder } from '@bnguard/engine/gates';
import type { Observation, ProjectObservation } from '@bnguard/engine';
import { entriesOf, isFile } from '../git/entries.ts';
import type { ObjectReader } from '../git/objects.ts';
import type { Store } from '../git/store.ts';
import { nameOf, shownName } from './names.ts';

interface Entry {
  readonly path: string;
  readonly key: string;
  readonly blob: string;
}

/** Enough to find an import in a project of any usual size; half a second of reading. */
const mostFiles = 4000;
const mostEntries = 100_000;
const mostBytes = 64 * 1024 * 1024;
const largest = 1024 * 1024;
const atOnce = 64;
/** In a partial clone nearly everything may be missing. */
const mostMissing = 64;
/** Trees that are searched at most in one scan; later ones get what was found last. */
const mostTrees = 64;

/** Where an answer is likely: a manifest names the SDK in the first lines. */
const manifest =
  /(?:^|\/)(?:package\.json|requirements[^/]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|environment\.ya?ml|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|[^/]+\.[cf]sproj|packages\.config|Cargo\.toml|composer\.json|Gemfile|mix\.exs|DESCRIPTION|pubspec\.yaml|Package\.swift)$/;
const source = /\.(?:[cm]?[jt]sx?|py|go|java|kts?|cs|rs|php|rb|sh|ipynb|swift|scala|dart|vue)$/;

/** Whether private keys are judged: programs name the files of their keys. */
export function needsKeyFiles(observations: readonly Observation[]): boolean {
  return observations.some((one) => one.kind === 'credential' && one.shape.endsWith('private-key'));
}

/** Files of which it is known that they say nothing of their project. */
export interface SilentFiles {
  readonly has: (blob: string, path: string) => boolean;
  readonly add: (blob: string, path: string) => void;
  /** In bytes. */
  readonly sizeOf: (blob: string) => number;
}

export class ProjectEvidence {
  readonly #store: Store;
  readonly #objects: ObjectReader;
  readonly #silent: SilentFiles | undefined;
  readonly #known = new Map<string, ProjectObservation | undefined>();
  readonly #lists = new Map<string, Promise<readonly Entry[]>>();
  #last: readonly ProjectObservation[] = [];
  #trees = 0;

  constructor(store: Store, objects: ObjectReader, silent?: SilentFiles) {
    this.#store = store;
    this.#objects = objects;
    this.#silent = silent;
  }

  /**
   * One file of this tree (`''`: of the index) that speaks of Binance, or `all` of them, for the files of private keys that they name. Files whose path has this key in `changed` do not count, for what they
   * say is known.
   */
  async of(tree: string, changed: ReadonlySet<string>, all: boolean): Promise<Observation[]> {
    if (!all && (await this.#stillThere(tree, changed))) return [...this.#last];
    if (this.#trees++ >= mostTrees) return [...this.#last];

    const found: ProjectObservation[] = [];
    let bytes = 0;
    let missing = 0;
    const entries = (await this.#listed(tree)).filter(({ key }) => !changed.has(key));
    for (let at = 0; at < Math.min(entries.length, mostFiles) && bytes < mostBytes; at += atOnce) {
      const some = entries.slice(at, at + atOnce);
      const { unread, silent } = this.#unknown(some);
      // They count as if they were read, so that it does not depend on what is known how far this goes.
      for (const blob of silent) bytes += this.#silent?.sizeOf(blob) ?? 0;
      for await (const object of this.#objects.read(unread)) {
        const content = object.kind === 'object' ? object.bytes : undefined;
        if (content === undefined) missing++;
        bytes += content?.length ?? 0;
        for (const entry of some.filter(({ blob }) => blob === object.asked)) {
          const said = content && (await projectIn(content, entry.path));
          this.#known.set(keyOf(entry), said);
          if (content && !said) this.#silent?.add(entry.blob, entry.path);
        }
      }
      found.push(...some.flatMap((entry) => this.#known.get(keyOf(entry)) ?? []));
      if ((found.some(isEvidence) && !all) || missing > mostMissing) break;
    }
    this.#last = found.filter(isEvidence);
    return [...found];
  }

  /** Blobs of which something is to be read, and those of which it is known that all that is asked for is silent. */
  #unknown(entries: readonly Entry[]): { readonly unread: readonly string[]; readonly silent: readonly string[] } {
    const open = entries.filter((one) => !this.#known.has(keyOf(one)));
    const isSilent = ({ blob, path }: Entry): boolean => this.#silent?.has(blob, path) === true;
    const unread = new Set(open.filter((one) => !isSilent(one)).map(({ blob }) => blob));
    const silent = new Set(open.map(({ blob }) => blob).filter((blob) => !unread.has(blob)));
    for (const one of open) if (silent.has(one.blob)) this.#known.set(keyOf(one), undefined);
    return { unread: [...unread], silent: [...silent] };
  }

  /** The folders of this tree (`''`: of the index) with a manifest of their own. */
  async services(tree: string): Promise<readonly string[]> {
    const entries = await this.#listed(tree);
    return [...new Set(entries.flatMap(({ path }) => serviceFolder(path) ?? []))];
  }

  /** Whether what was found last is in this tree too, so that it need not be searched. */
  async #stillThere(tree: string, changed: ReadonlySet<string>): Promise<boolean> {
    const [last] = this.#last;
    if (last === undefined || /[\n\ufffd]/.test(last.path)) return false;
    if (changed.has(Buffer.from(last.path).toString('latin1'))) return false;
    for await (const object of this.#objects.read([`${tree}:${last.path}`])) {
      return object.kind === 'object' && (await projectIn(object.bytes, last.path)) !== undefined;
    }
    return false;
  }

  /** The files of a tree, those that promise most first. The index may change, and is listed each time. */
  #listed(tree: string): Promise<readonly Entry[]> {
    const known = this.#lists.get(tree);
    if (known) return known;
    const list = this.#list(tree).then(byPromise);
    if (tree !== '') this.#lists.set(tree, list);
    return list;
  }

  async #list(tree: string): Promise<Entry[]> {
    const entries: Entry[] = [];
    for await (const some of entriesOf(this.#store, tree)) {
      // Links and submodules speak for nothing.
      for (const { id, name } of some.filter(isFile))
        entries.push({ path: shownName(nameOf(name)), key: name.toString('latin1'), blob: id });
      // A tree may name the same folders over and over, and never end.
      if (entries.length > mostEntries) break;
    }
    return entries;
  }
}

const keyOf = ({ path, blob }: Entry): string => `${blob}\0${path}`;

/** Manifests first, the ones at the top before others; then what is code. */
function byPromise(entries: readonly Entry[]): Entry[] {
  const ranked = entries.map((entry) => {
    const { path } = entry;
    const kind = manifest.test(path) ? 0 : source.test(path) ? 1 : 2;
    return { entry, kind, depth: path.split('/').length };
  });
  ranked.sort((a, b) => a.kind - b.kind || a.depth - b.depth || (a.entry.key < b.entry.key ? -1 : 1));
  return ranked.map(({ entry }) => entry);
}

/** What only says which files there will be tells nothing of other files. */
const isEvidence = ({ clue }: ProjectObservation): boolean => clue !== undefined;

async function projectIn(bytes: Buffer, path: string): Promise<ProjectObservation | undefined> {
  if (bytes.length > largest || !passes(bytes)) return undefined;
  const { decode, observeCredentials } = await import('@bnguard/engine');
  const decoded = decode(bytes);
  if (decoded.kind !== 'text') return undefined;
  const observations = observeCredentials({ path, origin: { kind: 'file' }, text: decoded.text });
  return observations.find((one) => one.kind === 'project');
}
