/** What the current state of a repository, HEAD and a few branches, says of the project and of the keys that it still has. */
import type { Observation, Repository } from '@bnguard/engine';
import type { Database } from '../../git/database.ts';
import { ObjectReader } from '../../git/objects.ts';
import { UserError } from '../../user-error.ts';
import type { Gap } from '../gaps.ts';
import { InventoryVersions } from '../inventory-versions.ts';
import { ProjectEvidence } from '../project.ts';
import type { Known } from './known.ts';
import type { Refs } from './refs.ts';

/** So many branches are asked at most whether their files speak of Binance. */
const mostTips = 3;

export interface CurrentState extends Pick<Repository, 'services' | 'inventory'> {
  readonly gaps: readonly Gap[];
}

/** One question is answered after the other. */
export class StateOfHead {
  readonly #store: Database;
  readonly #known: Known;
  readonly #refs: Refs;
  readonly #objects: ObjectReader;
  readonly #evidence: ProjectEvidence;

  constructor(store: Database, known: Known, refs: Refs) {
    this.#store = store;
    this.#known = known;
    this.#refs = refs;
    this.#objects = new ObjectReader(store, false);
    const { table } = known;
    // Files that showed nothing, as those of hits: an earlier look at them is enough.
    const nameOf = (path: string): string => `project\0${path}`;
    this.#evidence = new ProjectEvidence(store, this.#objects, {
      has: (blob, path) => known.isEmpty(table.findHex(blob), nameOf(path)),
      add: (blob, path) => {
        const index = table.findHex(blob);
        if (index >= 0) known.markEmpty(index, nameOf(path));
      },
      sizeOf: (blob) => table.sizes[table.findHex(blob)] ?? 0,
    });
  }

  /**
   * What the files of the current state say of their project, for the credentials whose own file says nothing. Two
   * files, since one may be the credential's own.
   */
  async project(keyFiles: boolean): Promise<Observation[]> {
    const { head, tips } = this.#refs;
    const heads = tips.filter(({ name }) => name.startsWith('refs/heads/')).map(({ id }) => id);
    try {
      for (const tip of [...new Set([head ?? [], ...heads].flat())].slice(0, mostTips)) {
        if (!this.#has(tip)) continue;
        const first = await this.#evidence.of(tip, new Set(), keyFiles);
        if (first.length === 0) continue;
        const paths = new Set(first.map(({ path }) => Buffer.from(path).toString('latin1')));
        return [...first, ...(await this.#evidence.of(tip, paths, keyFiles))];
      }
      return [];
    } catch (error) {
      // A tree that git cannot list is told where it is read.
      if (error instanceof UserError) return [];
      throw error;
    }
  }

  /** What HEAD says of the keys that it still has: where services begin, and the key inventory. */
  async current(): Promise<CurrentState> {
    const { head } = this.#refs;
    if (head === undefined || !this.#has(head)) return { gaps: [] };
    const inventories = new InventoryVersions(this.#objects, { dir: this.#store.dir, git: true });
    const { gaps } = inventories;
    try {
      const inventory = await inventories.in(head, { kind: 'history' });
      return { gaps, services: await this.#evidence.services(head), ...(inventory && { inventory }) };
    } catch (error) {
      // A tree that git cannot list is told where it is read.
      if (error instanceof UserError) return { gaps };
      throw error;
    }
  }

  close(): void {
    this.#objects.close();
  }

  #has(id: string): boolean {
    return this.#known.table.findHex(id) >= 0;
  }
}
