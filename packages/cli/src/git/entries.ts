/** The files of a tree or of the index: reads the records of `git ls-tree -r -z` and `git ls-files --stage -z`. */
import { gitRecords } from './hardened.ts';
import type { Store } from './store.ts';

export interface Entry {
  /** `100644`, `120000` of links, `160000` of submodules. */
  readonly mode: string;
  /** In hex. */
  readonly id: string;
  /** Of the index: 0, or a side of a conflict. */
  readonly stage: number;
  /** The path in bytes. */
  readonly name: Buffer;
}

/** One record: `<mode> <type> <id>\t<path>` of a tree, `<mode> <id> <stage>\t<path>` of the index. */
export function entryOf(record: Buffer): Entry {
  const tab = record.indexOf(9);
  const [mode = '', second = '', third = ''] = record.toString('latin1', 0, tab).split(' ');
  const isIndex = third.length === 1;
  return { mode, id: isIndex ? second : third, stage: isIndex ? Number(third) : 0, name: record.subarray(tab + 1) };
}

/** Whether it is a file, and neither a link nor a submodule. */
export const isFile = ({ mode }: Entry): boolean => mode.startsWith('100');

/** All entries of a tree (`''`: of the index), in batches. Throws a UserError where git cannot list them. */
export async function* entriesOf(store: Pick<Store, 'dir' | 'leads'>, tree: string): AsyncGenerator<Entry[]> {
  const args = tree === '' ? ['ls-files', '--stage', '-z'] : ['ls-tree', '-r', '-z', '--full-tree', tree];
  for await (const records of gitRecords(store.dir, args, store.leads)) yield records.map(entryOf);
}
