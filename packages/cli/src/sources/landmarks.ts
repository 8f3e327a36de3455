/**
 * What the list of files tells of a root besides the files: which folders are services of their own, and whether the
 * files that its inventory expects to hold keys are there and were read.
 */
import { lstat } from 'node:fs/promises';
import { serviceFolder } from '@bnguard/engine/gates';
import type { Inventory, Repository } from '@bnguard/engine';
import { inventoryName } from '../defaults.ts';
import { UserError } from '../user-error.ts';
import { unreadable, type Gap } from './gaps.ts';
import type { Batch } from './list.ts';
import { shownName } from './names.ts';
import type { Root, Scope } from './paths.ts';

export class Landmarks {
  readonly #scopes: readonly Scope[];
  readonly #services = new Map<Root, Set<string>>();
  readonly #inventories = new Map<Root, Inventory | undefined>();
  readonly #read = new Map<Root, Set<string>>();

  constructor(scopes: readonly Scope[]) {
    this.#scopes = scopes;
  }

  /** Looks at what is about to be read. A faulty inventory is a gap: what else is found must be told all the same. */
  async pass({ root, names }: Batch, gaps: Gap[]): Promise<void> {
    let services = this.#services.get(root);
    if (!services) {
      this.#services.set(root, (services = new Set()));
      this.#inventories.set(root, await this.#load(root, gaps));
    }
    const expected = this.#inventories.get(root)?.keys.flatMap(({ expectedIn = [] }) => expectedIn) ?? [];
    for (const name of names) {
      const path = typeof name === 'string' ? name : shownName(name);
      const folder = serviceFolder(path);
      if (folder !== undefined) services.add(folder);
      for (const { pattern, covers } of expected) {
        if (!covers(path)) continue;
        const read = this.#read.get(root) ?? new Set<string>();
        this.#read.set(root, read.add(pattern));
      }
    }
  }

  async of(root: Root): Promise<Pick<Repository, 'services' | 'inventory'>> {
    const inventory = this.#inventories.get(root);
    return {
      services: [...(this.#services.get(root) ?? [])],
      ...(inventory && { inventory: inventory.isJudged ? await this.#withSeen(root, inventory) : inventory }),
    };
  }

  /** False of the folder around single files outside git: it was not asked for, and may be a part of another. */
  isPlace(root: Root): boolean {
    const own = this.#scopes.filter((scope) => scope.root === root);
    return root.git || own.length === 0 || own.some(({ kind }) => kind === 'folder');
  }

  async #load(root: Root, gaps: Gap[]): Promise<Inventory | undefined> {
    if (await isGone(`${root.dir}/${inventoryName}`)) return undefined;
    try {
      const { inventoryOf, inventoryText, readInventory } = await import('../inventory.ts');
      const text = inventoryText(root.dir);
      return text === undefined
        ? undefined
        : inventoryOf(await readInventory(text), { kind: 'file' }, this.#isWhole(root));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      gaps.push(unreadable(root, inventoryName, error.message.replace(/\.?\n/g, '; ').replace(/\.$/, '')));
      return undefined;
    }
  }

  /** A repository inside of another is read as a whole. */
  #isWhole(root: Root): boolean {
    const own = this.#scopes.filter((scope) => scope.root === root);
    return own.length === 0 || own.some(({ path }) => path === '');
  }

  async #withSeen(root: Root, inventory: Inventory): Promise<Inventory> {
    const keys = await Promise.all(
      inventory.keys.map(async (key) => ({
        ...key,
        ...(key.expectedIn && {
          expectedIn: await Promise.all(
            key.expectedIn.map(async (place) => {
              if (this.#read.get(root)?.has(place.pattern)) return { ...place, seen: 'read' as const };
              const isAbsent = !/[*?[\]{}()!]/.test(place.pattern) && (await isGone(`${root.dir}/${place.pattern}`));
              return isAbsent ? { ...place, seen: 'absent' as const } : place;
            }),
          ),
        }),
      })),
    );
    return { ...inventory, keys };
  }
}

const isGone = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT' || error.code === 'ENOTDIR',
  );
