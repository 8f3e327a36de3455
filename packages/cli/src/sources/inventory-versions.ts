/** The key inventory as git has it: in the index, in a commit, in an old version. */
import type { Inventory, Origin } from '@bnguard/engine';
import { inventoryAt, inventoryName, mostInventoryMegabytes } from '../defaults.ts';
import type { ObjectReader } from '../git/objects.ts';
import type { Change } from '../git/raw-diff.ts';
import { UserError } from '../user-error.ts';
import { unreadable, type Gap } from './gaps.ts';
import type { Root } from './paths.ts';

export class InventoryVersions {
  /** Of a version that cannot be read, which is told where it is the one that counts. */
  readonly gaps: Gap[] = [];
  readonly #objects: ObjectReader;
  readonly #root: Root;

  constructor(objects: ObjectReader, root: Root) {
    this.#objects = objects;
    this.#root = root;
  }

  /** That of the index (`''`) or of a commit; undefined where there is none, or a faulty one, which is a gap. */
  async in(tree: string, origin: Origin): Promise<Inventory | undefined> {
    try {
      return await this.#read(inventoryAt(tree), origin, false);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const detail = error.message.replace(/\.?\n/g, '; ').replace(/\.$/, '');
      this.gaps.push(unreadable(this.#root, inventoryName, detail));
      return undefined;
    }
  }

  /** What stood in for it in each parent. */
  async ofChange({ olds }: Pick<Change, 'olds'>, origin: Origin): Promise<(Inventory | undefined)[]> {
    const before: (Inventory | undefined)[] = [];
    for (const old of olds) before.push(old && (await this.old(old.blob, origin)));
    return before;
  }

  /** An old version. A faulty one said nothing. */
  async old(blob: string, origin: Origin): Promise<Inventory | undefined> {
    try {
      return await this.#read(blob, origin, true);
    } catch (error) {
      if (error instanceof UserError) return undefined;
      throw error;
    }
  }

  async #read(name: string, origin: Origin, isJudged: boolean): Promise<Inventory | undefined> {
    let text: string | undefined;
    for await (const object of this.#objects.read([name])) {
      if (object.kind !== 'object' || object.type !== 'blob') continue;
      if (object.bytes.length > mostInventoryMegabytes * 1_048_576) {
        throw new UserError(
          `${inventoryName} is larger than the ${mostInventoryMegabytes} MB that such a file may have`,
        );
      }
      try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(object.bytes);
      } catch {
        throw new UserError(`${inventoryName} is not UTF-8 text`);
      }
    }
    if (text === undefined) return undefined;
    // Nearly no repository has one.
    const { inventoryOf, readInventory } = await import('../inventory.ts');
    return inventoryOf(await readInventory(text), origin, isJudged);
  }
}
