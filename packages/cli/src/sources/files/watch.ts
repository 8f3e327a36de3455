/** Gathers, while files are listed, the few names that say something about credential files: theirs, and of what ships them. */
import { credentialFile } from '@bnguard/engine/gates';
import { shownName, type Name } from '../names.ts';
import type { Root } from '../paths.ts';

export interface Candidate {
  readonly name: Name;
  /** As reports show it. */
  readonly path: string;
  /** Listed as one that git tracks. */
  readonly tracked: boolean;
}

/** Of one root. */
export interface Watched {
  /** Files that hold credentials by their names, ignored ones too. */
  readonly candidates: Candidate[];
  /** Dockerfiles, compose files and package.json: what makes images and packages. */
  readonly makers: string[];
}

/** A repository of nothing but such files is no bot’s. */
const most = 5000;
const maker =
  /(?:^|\/)(?:(?:Docker|Container)file(?:\.[\w.-]+)?|[\w.-]+\.(?:docker|container)file|(?:docker-)?compose[\w.-]*\.ya?ml|package\.json)$/i;

export class Watch {
  readonly #roots = new Map<Root, Watched>();

  look(root: Root, names: readonly Name[], tracked: boolean): void {
    for (const name of names) {
      const path = shownName(name);
      if (credentialFile(path) !== undefined) {
        const { candidates } = this.of(root);
        if (candidates.length < most) candidates.push({ name, path, tracked });
      } else if (maker.test(path) && typeof name === 'string' && !path.endsWith('.dockerignore')) {
        const { makers } = this.of(root);
        if (makers.length < most) makers.push(path);
      }
    }
  }

  of(root: Root): Watched {
    const known = this.#roots.get(root) ?? { candidates: [], makers: [] };
    this.#roots.set(root, known);
    return known;
  }
}
