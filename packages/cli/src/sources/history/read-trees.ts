/**
 * The look at every tree, once it is known which blobs are hits: which of its entries lead to one, which objects are
 * named and not here. Keeps names and numbers only.
 */
import { credentialFile } from '@bnguard/engine/gates';
import type { ObjectSink, ObjectType } from '../../git/batch-output.ts';
import type { ObjectTable } from './object-table.ts';
import { typeMask, hitBit, kinds, namedBit } from './object-table.ts';
import type { LostObject } from './object-facts.ts';

/** Plain data, which crosses threads. */
export interface TreeOutcome {
  /** [tree, number of its entries below] of each. */
  readonly trees: Int32Array;
  /** [object, name] of each entry that is a tree or a hit, in the order of the trees. */
  readonly entries: Int32Array;
  /** Names that no earlier outcome of this reading had, one character a byte. Numbers go on from outcome to outcome. */
  readonly names: readonly string[];
  /** Ids (in hex) of objects that trees name and that are not here, each once. */
  readonly missing: readonly string[];
  readonly lost: readonly LostObject[];
  /** [tree, bytes] of each. */
  readonly sizes: Float64Array;
}

export class TreeReading implements ObjectSink {
  readonly #table: ObjectTable;
  readonly #names = new Map<string, number>();
  readonly #missed = new Set<string>();
  #newNames: string[] = [];
  #trees: number[] = [];
  #entries: number[] = [];
  #missing: string[] = [];
  #lost: LostObject[] = [];
  #sizes: number[] = [];

  constructor(table: ObjectTable) {
    this.#table = table;
  }

  whole(index: number, _: ObjectType, bytes: Uint8Array): void {
    this.#sizes.push(index, bytes.length);
    this.#read(index, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  /** A tree of more than 8 MB: read when it is whole all the same, since its entries are few bytes each. */
  piece(index: number, _: ObjectType, bytes: Uint8Array, isLast: boolean): void {
    this.#pieces.push(Buffer.from(bytes));
    if (!isLast) return;
    const whole = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#sizes.push(index, whole.length);
    this.#read(index, whole);
  }
  #pieces: Buffer[] = [];

  lost(index: number, why: LostObject['why'], detail: string): void {
    this.#lost.push({ index, why, detail });
  }

  take(): TreeOutcome {
    const outcome: TreeOutcome = {
      trees: Int32Array.from(this.#trees),
      entries: Int32Array.from(this.#entries),
      names: this.#newNames,
      missing: this.#missing,
      lost: this.#lost,
      sizes: Float64Array.from(this.#sizes),
    };
    this.#trees = [];
    this.#entries = [];
    this.#newNames = [];
    this.#missing = [];
    this.#lost = [];
    this.#sizes = [];
    return outcome;
  }

  /** Entries are `<mode> <name>\0<id>`. */
  #read(index: number, bytes: Buffer): void {
    const table = this.#table;
    const { idBytes } = table;
    const before = this.#entries.length;
    for (let at = 0; at < bytes.length;) {
      while (bytes[at] === 0x30) at++; // Old tools wrote 040000.
      const isTree = bytes[at] === 0x34; // 40000; files are 100644, links 120000.
      const isSubmodule = bytes[at] === 0x31 && bytes[at + 1] === 0x36; // 160000: a commit of another repository.
      const isFile = bytes[at] === 0x31 && bytes[at + 1] === 0x30; // 100644, 100755.
      let nameStart = at;
      while (bytes[nameStart] !== 0x20 && nameStart < bytes.length) nameStart++;
      nameStart++;
      let nameEnd = nameStart;
      while (bytes[nameEnd] !== 0 && nameEnd < bytes.length) nameEnd++;
      const id = nameEnd + 1;
      at = id + idBytes;
      if (at > bytes.length) break;
      const object = table.find(bytes, id);
      if (object < 0) {
        if (!isSubmodule) this.#miss(bytes, id);
        continue;
      }
      const kind = table.kinds[object]!;
      // Only the entry that names it counts, so that the order of the trees does not.
      const isNamed = isFile && (kind & typeMask) === kinds.blob && isCredentialFile(bytes, nameStart, nameEnd);
      if (isNamed) table.kinds[object]! |= namedBit;
      if (isTree ? (kind & typeMask) === kinds.tree : isNamed || (kind & hitBit) !== 0) {
        this.#entries.push(object, this.#nameOf(bytes.toString('latin1', nameStart, nameEnd)));
      }
    }
    this.#trees.push(index, (this.#entries.length - before) / 2);
  }

  #nameOf(name: string): number {
    let number = this.#names.get(name);
    if (number === undefined) {
      number = this.#names.size;
      this.#names.set(name, number);
      this.#newNames.push(name);
    }
    return number;
  }

  #miss(bytes: Buffer, at: number): void {
    const id = bytes.toString('hex', at, at + this.#table.idBytes);
    if (this.#missed.has(id)) return;
    this.#missed.add(id);
    this.#missing.push(id);
  }
}

const botsFiles: ReadonlySet<string> = new Set(['user.cfg', 'creds.yml', 'creds.yaml', 'api-keys.json']);

/** Whether nothing but credentials goes by this name; most names are told by a byte or two. */
function isCredentialFile(bytes: Buffer, start: number, end: number): boolean {
  const first = bytes[start];
  // `.env`
  if (first === 0x2e) {
    return bytes[start + 1] === 0x65 && credentialFile(bytes.toString('latin1', start, end))?.isDedicated === true;
  }
  if ((first !== 0x75 && first !== 0x63 && first !== 0x61) || end - start < 8 || end - start > 13) return false;
  return botsFiles.has(bytes.toString('latin1', start, end));
}
