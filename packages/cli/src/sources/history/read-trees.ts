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

/** Memory for a tree, by bytes and by words of four. */
class TreeBytes {
  readonly bytes: Buffer = Buffer.alloc(mostKeptBytes);
  readonly words: Int32Array = new Int32Array(this.bytes.buffer, this.bytes.byteOffset, mostKeptBytes / 4);
  size = 0;
}

/** What the tree that was read last had in which place, and how far the one at hand is the same. */
class LastTree {
  /** Where each entry begins, and the last one ends. */
  readonly #starts: Int32Array = new Int32Array(mostKept + 1);
  /** What an entry leads to, and the number of its name; -1: it does not lead on. */
  readonly #objects: Int32Array = new Int32Array(mostKept);
  readonly #names: Int32Array = new Int32Array(mostKept);
  /** How many entries are known. */
  #count = 0;
  #last = new TreeBytes();
  #own = new TreeBytes();
  /** Up to here the bytes from some entry on are as they were. */
  #same = 0;

  begin(bytes: Buffer): void {
    [this.#last, this.#own] = [this.#own, this.#last];
    this.#own.size = bytes.copy(this.#own.bytes);
    this.#same = this.#sameFrom(0);
  }

  /** Passes over the entries from `at` on that are as they were: gives the place behind them, and `use` those that lead on. */
  pass(place: number, at: number, use: number[]): number {
    const starts = this.#starts;
    if (place >= this.#count || starts[place] !== at) return place;
    if (this.#same < at) this.#same = this.#sameFrom(at);
    for (; place < this.#count && starts[place + 1]! <= this.#same; place++) {
      if (this.#names[place]! >= 0) use.push(this.#objects[place]!, this.#names[place]!);
    }
    return place;
  }

  /** Where the entry begins that follows those that were passed over. */
  startOf(place: number): number {
    return this.#starts[place]!;
  }

  /** @param name the number of its name; -1: it does not lead on */
  note(place: number, start: number, next: number, object: number, name: number): void {
    if (place >= mostKept) return;
    const starts = this.#starts;
    starts[place] = start;
    // Behind an entry of another length all stands elsewhere.
    if (place >= this.#count || starts[place + 1] !== next) this.#count = place + 1;
    starts[place + 1] = next;
    this.#objects[place] = object;
    this.#names[place] = name;
  }

  /** All entries were noted or passed over. */
  end(count: number): void {
    this.#count = Math.min(this.#count, count);
    while (this.#count > 0 && this.#starts[this.#count]! > mostKeptBytes) this.#count--;
  }

  /** Words are compared where that can be: most trees are as they were but for one entry. */
  #sameFrom(from: number): number {
    const [last, own] = [this.#last, this.#own];
    const end = Math.min(last.size, own.size);
    let at = from;
    for (; at < end && at % 4 !== 0; at++) if (last.bytes[at] !== own.bytes[at]) return at;
    let word = at / 4;
    const [before, now] = [last.words, own.words];
    for (const stop = Math.floor(end / 4); word < stop && before[word] === now[word];) word++;
    for (at = 4 * word; at < end && last.bytes[at] === own.bytes[at];) at++;
    return at;
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

  whole(index: number, _: ObjectType, bytes: Buffer): void {
    this.#sizes.push(index, bytes.length);
    this.#read(index, bytes);
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

  /** Entries are `<mode> <name>\0<id>`. A tree mostly differs in one from the one before, of which it is another version. */
  #read(index: number, bytes: Buffer): void {
    const { idBytes } = this.#table;
    const before = this.#entries.length;
    const last = this.#last;
    last.begin(bytes);
    let place = 0;
    for (let at = 0; at < bytes.length; place++) {
      const passed = last.pass(place, at, this.#entries);
      if (passed > place) {
        place = passed;
        at = last.startOf(place);
        if (at >= bytes.length) break;
      }
      let nameStart = at;
      while (bytes[nameStart] !== 0x20 && nameStart < bytes.length) nameStart++;
      nameStart++;
      let nameEnd = nameStart;
      while (bytes[nameEnd] !== 0 && nameEnd < bytes.length) nameEnd++;
      const next = nameEnd + 1 + idBytes;
      if (next > bytes.length) break;
      const object = this.#table.find(bytes, nameEnd + 1);
      last.note(place, at, next, object, this.#entry(bytes, at, nameStart, nameEnd, object));
      at = next;
    }
    last.end(place);
    this.#trees.push(index, (this.#entries.length - before) / 2);
  }

  /** The number of the entry's name, if it leads on; else -1. */
  #entry(bytes: Buffer, at: number, nameStart: number, nameEnd: number, object: number): number {
    while (bytes[at] === 0x30) at++; // Old tools wrote 040000.
    const isTree = bytes[at] === 0x34; // 40000; files are 100644, links 120000.
    const isSubmodule = bytes[at] === 0x31 && bytes[at + 1] === 0x36; // 160000: a commit of another repository.
    const isFile = bytes[at] === 0x31 && bytes[at + 1] === 0x30; // 100644, 100755.
    const table = this.#table;
    if (object < 0) {
      if (!isSubmodule) this.#miss(bytes, nameEnd + 1);
      return -1;
    }
    const kind = table.kinds[object]!;
    // Only the entry that names it counts, so that the order of the trees does not.
    const isNamed = isFile && (kind & typeMask) === kinds.blob && isCredentialFile(bytes, nameStart, nameEnd);
    if (isNamed) table.kinds[object]! |= namedBit;
    if (!(isTree ? (kind & typeMask) === kinds.tree : isNamed || (kind & hitBit) !== 0)) return -1;
    const number = this.#nameOf(bytes.toString('latin1', nameStart, nameEnd));
    this.#entries.push(object, number);
    return number;
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
