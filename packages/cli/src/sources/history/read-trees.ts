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

/** Of longer trees the rest is read anew. */
const mostKept = 1024;
const mostKeptBytes = 1 << 16;

/** The tree that was read last: where its entries begin, where their names do, the names' numbers, and their objects. */
class LastTree {
  readonly starts: Int32Array = new Int32Array(mostKept + 1);
  readonly names: Int32Array = new Int32Array(mostKept);
  /** -1: it was not asked for. */
  readonly numbers: Int32Array = new Int32Array(mostKept);
  readonly objects: Int32Array = new Int32Array(mostKept);
  readonly #bytes = Buffer.alloc(mostKeptBytes);
  #count = 0;

  /** Whether the entry at `at`, as the one of this number was, is the same still, its id included. */
  isSame(place: number, at: number, bytes: Buffer): boolean {
    if (place >= this.#count || this.starts[place] !== at) return false;
    const next = this.starts[place + 1]!;
    if (next > bytes.length) return false;
    const own = this.#bytes;
    // Ids differ first.
    for (let i = next - 1; i >= at; i--) if (bytes[i] !== own[i]) return false;
    return true;
  }

  note(place: number, start: number, name: number, next: number, object: number): void {
    this.starts[place] = start;
    // Behind an entry of another length all stands elsewhere.
    if (this.starts[place + 1] !== next) this.#count = Math.min(this.#count, place + 1);
    this.starts[place + 1] = next;
    this.names[place] = name;
    this.numbers[place] = -1;
    this.objects[place] = object;
  }

  /** Keeps the bytes of a tree whose entries were all noted, or are as they were. */
  keep(bytes: Buffer, count: number): void {
    this.#count = Math.min(count, mostKept);
    while (this.#count > 0 && this.starts[this.#count]! > mostKeptBytes) this.#count--;
    bytes.copy(this.#bytes, 0, 0, this.starts[this.#count]);
  }
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
  readonly #last = new LastTree();

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
    const last = this.#last;
    let place = 0;
    for (let at = 0; at < bytes.length; place++) {
      let object: number;
      let next: number;
      let nameStart: number;
      // A tree mostly differs in one entry from the one before, of which it is another version.
      if (last.isSame(place, at, bytes)) {
        object = last.objects[place]!;
        nameStart = last.names[place]!;
        next = last.starts[place + 1]!;
      } else {
        nameStart = at;
        while (bytes[nameStart] !== 0x20 && nameStart < bytes.length) nameStart++;
        nameStart++;
        let nameEnd = nameStart;
        while (bytes[nameEnd] !== 0 && nameEnd < bytes.length) nameEnd++;
        next = nameEnd + 1 + idBytes;
        if (next > bytes.length) break;
        object = table.find(bytes, nameEnd + 1);
        if (place < mostKept) last.note(place, at, nameStart, next, object);
      }
      this.#entry(bytes, place, at, nameStart, next - idBytes, object);
      at = next;
    }
    last.keep(bytes, place);
    this.#trees.push(index, (this.#entries.length - before) / 2);
  }

  /** @param id where its id begins, behind the zero byte that ends its name */
  #entry(bytes: Buffer, place: number, at: number, nameStart: number, id: number, object: number): void {
    while (bytes[at] === 0x30) at++; // Old tools wrote 040000.
    const isTree = bytes[at] === 0x34; // 40000; files are 100644, links 120000.
    const isSubmodule = bytes[at] === 0x31 && bytes[at + 1] === 0x36; // 160000: a commit of another repository.
    const isFile = bytes[at] === 0x31 && bytes[at + 1] === 0x30; // 100644, 100755.
    const nameEnd = id - 1;
    const table = this.#table;
    if (object < 0) {
      if (!isSubmodule) this.#miss(bytes, id);
      return;
    }
    const kind = table.kinds[object]!;
    // Only the entry that names it counts, so that the order of the trees does not.
    const isNamed = isFile && (kind & typeMask) === kinds.blob && isCredentialFile(bytes, nameStart, nameEnd);
    if (isNamed) table.kinds[object]! |= namedBit;
    if (isTree ? (kind & typeMask) === kinds.tree : isNamed || (kind & hitBit) !== 0) {
      const { numbers } = this.#last;
      let number = place < mostKept ? numbers[place]! : -1;
      if (number < 0) number = this.#nameOf(bytes.toString('latin1', nameStart, nameEnd));
      if (place < mostKept) numbers[place] = number;
      this.#entries.push(object, number);
    }
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
