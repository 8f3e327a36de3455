/** What the current state of a repository, HEAD and a few branches, says of the project and of the keys that it still has. */
import type { Observation, Repository } from '@bnguard/engine';
import type { Database } from '../../git/database.ts';
import { ObjectReader } from '../../git/objects.ts';
import { UserError } from '../../user-error.ts';
import type { Gap } from '../gaps.ts';
import { InventoryVersions } from '../inventory-versions.ts';
import { ProjectEvidence } from '../project.ts';
import type { ObjectTable } from './object-table.ts';
import type { Refs } from './refs.ts';

/** So many branches are asked at most whether their files speak of Binance. */
const mostTips = 3;

export interface CurrentState extends Pick<Repository, 'services' | 'inventory'> {
  readonly gaps: readonly Gap[];
}

/**
 * What the files of the current state say of their project, for the credentials whose own file says nothing. Two
 * files, since one may be the credential's own.
 */
export async function projectEvidence(
  store: Database,
  table: ObjectTable,
  refs: Refs,
  keyFiles: boolean,
): Promise<Observation[]> {
  const heads = refs.tips.filter(({ name }) => name.startsWith('refs/heads/')).map(({ id }) => id);
  const tips = [...new Set([refs.head ?? [], ...heads].flat())].slice(0, mostTips);
  const objects = new ObjectReader(store);
  try {
    const evidence = new ProjectEvidence(store, objects);
    for (const tip of tips) {
      if (table.findHex(tip) < 0) continue;
      const first = await evidence.of(tip, new Set(), keyFiles);
      if (first.length === 0) continue;
      const paths = new Set(first.map(({ path }) => Buffer.from(path).toString('latin1')));
      return [...first, ...(await evidence.of(tip, paths, keyFiles))];
    }
    return [];
  } catch (error) {
    // A tree that git cannot list is told where it is read.
    if (error instanceof UserError) return [];
    throw error;
  } finally {
    objects.close();
  }
}

/** What HEAD says of the keys that it still has: where services begin, and the key inventory. */
export async function currentState(store: Database, table: ObjectTable, { head }: Refs): Promise<CurrentState> {
  if (head === undefined || table.findHex(head) < 0) return { gaps: [] };
  const objects = new ObjectReader(store);
  const inventories = new InventoryVersions(objects, { dir: store.dir, git: true });
  const { gaps } = inventories;
  try {
    const inventory = await inventories.in(head, { kind: 'history' });
    return {
      gaps,
      services: await new ProjectEvidence(store, objects).services(head),
      ...(inventory && { inventory }),
    };
  } catch (error) {
    // A tree that git cannot list is told where it is read.
    if (error instanceof UserError) return { gaps };
    throw error;
  } finally {
    objects.close();
  }
}
