/** Reads what `git diff-index` and `git diff-tree` print with `--raw -z --no-abbrev`: which blobs stand in for which. */
import { nameOf, shownName } from '../sources/names.ts';

/** A path that has other content than all parents have there. */
export interface Change {
  /** As reports show it. */
  readonly path: string;
  /** Tells two paths apart that are shown alike: one character a byte. */
  readonly key: string;
  readonly blob: string;
  /** What the blob holds is where a link leads. */
  readonly isLink?: true;
  /** For each parent what stood at this path, or at the path that it was renamed from; undefined: nothing. */
  readonly olds: readonly (Version | undefined)[];
}

/** Content at a path. */
export interface Version {
  readonly path: string;
  readonly blob: string;
}

/** An entry without new content: deleted, or a submodule. Unmerged paths have their content in stages. */
export interface Bare {
  readonly path: string;
  readonly key: string;
  readonly status: 'gone' | 'submodule' | 'unmerged';
  /** Of what is gone: what each parent had. */
  readonly olds?: readonly (Version | undefined)[];
}

const submodule = '160000';
const link = '120000';
const isNull = (id: string): boolean => /^0+$/.test(id);

/** Takes the NUL-terminated tokens one by one. */
export class RawDiff {
  #meta: readonly string[] = [];
  #parents = 0;
  #paths: Buffer[] = [];
  #wanted = 0;

  /** What is complete with this token: a change, an entry without content, the id of a commit, or nothing yet. */
  take(token: Buffer): Change | Bare | { readonly commit: string } | undefined {
    if (this.#wanted > 0) {
      this.#paths.push(token);
      return this.#paths.length === this.#wanted ? this.#entry() : undefined;
    }
    if (token[0] !== 0x3a) return { commit: token.toString('latin1') };
    const text = token.toString('latin1');
    this.#parents = text.search(/[^:]/);
    this.#meta = text.slice(this.#parents).split(' ');
    // A combined entry names the path in each parent, then its own; a plain one only a rename's other path.
    const status = this.#meta.at(-1) ?? '';
    this.#wanted = this.#parents > 1 ? this.#parents + 1 : /^[RC]/.test(status) ? 2 : 1;
    return undefined;
  }

  #entry(): Change | Bare {
    const paths = this.#paths;
    const count = this.#parents;
    this.#paths = [];
    this.#wanted = 0;
    const own = paths.at(-1)!;
    const path = shownName(nameOf(own));
    const key = own.toString('latin1');
    const mode = this.#meta[count];
    const ids = this.#meta.slice(count + 1, 2 * count + 2);
    const blob = ids[count] ?? '';
    if (this.#meta.at(-1) === 'U') return { path, key, status: 'unmerged' };
    if (mode === submodule) return { path, key, status: 'submodule' };
    const olds = ids.slice(0, count).map((id, index): Version | undefined => {
      if (isNull(id) || this.#meta[index] === submodule) return undefined;
      return { path: shownName(nameOf(paths[index] ?? own)), blob: id };
    });
    if (isNull(blob)) return { path, key, status: 'gone', olds };
    return { path, key, blob, ...(mode === link && { isLink: true }), olds };
  }
}

/** The changes in a whole answer of `git diff-index`. */
export function readRawDiff(bytes: Buffer): (Change | Bare)[] {
  const raw = new RawDiff();
  const entries: (Change | Bare)[] = [];
  for (let from = 0, to = bytes.indexOf(0); to >= 0; from = to + 1, to = bytes.indexOf(0, from)) {
    const entry = raw.take(bytes.subarray(from, to));
    if (entry !== undefined && !('commit' in entry)) entries.push(entry);
  }
  return entries;
}
