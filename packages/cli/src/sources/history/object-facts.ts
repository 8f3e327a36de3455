/** What objects say of each other: commits, what tags point to, sizes, and what could not be read. Looks into no text. */
import type { ObjectType } from '../../git/batch-output.ts';
import { readCommit, readTag } from './messages.ts';

/** Commits as rows of numbers, with the ids that they name one after the other: tree, parents. */
export interface CommitRows {
  /** [object, number of parents, authored, committed] of each, in seconds since 1970. */
  readonly numbers: Float64Array;
  readonly ids: Uint8Array;
}

export interface LostObject {
  readonly index: number;
  readonly why: 'missing' | 'unreadable';
  readonly detail: string;
}

/** Plain data, which crosses threads. */
export interface Facts {
  readonly commits: CommitRows;
  /** What each tag points to, in hex. */
  readonly tags: readonly { readonly index: number; readonly target: string }[];
  readonly lost: readonly LostObject[];
  /** [object, bytes] of each. */
  readonly sizes: Float64Array;
}

/** The headers of a commit with thousands of parents have room in this. */
const longestHead = 1 << 20;

export class ObjectFacts {
  readonly #idBytes: number;
  #numbers: number[] = [];
  #ids: string[] = [];
  #tags: { index: number; target: string }[] = [];
  #lost: LostObject[] = [];
  #sizes: number[] = [];
  /** The beginning of a commit or tag that comes in pieces. */
  #head: Buffer = Buffer.alloc(0);

  constructor(idBytes: number) {
    this.#idBytes = idBytes;
  }

  /** A whole object, or the beginning of one, of `size` bytes. */
  note(index: number, type: ObjectType, bytes: Buffer, size: number = bytes.length): void {
    this.#sizes.push(index, size);
    if (type === 'commit') this.#commit(index, bytes);
    else if (type === 'tag') this.#tags.push({ index, target: readTag(bytes).target });
  }

  notePiece(index: number, type: ObjectType, bytes: Uint8Array, isLast: boolean, size: number): void {
    if (type !== 'blob' && this.#head.length < longestHead) this.#head = Buffer.concat([this.#head, bytes]);
    if (!isLast) return;
    this.note(index, type, this.#head, size);
    this.#head = Buffer.alloc(0);
  }

  lose(index: number, why: LostObject['why'], detail: string): void {
    this.#head = Buffer.alloc(0);
    this.#lost.push({ index, why, detail });
  }

  /** What has come since the last call. */
  take(): Facts {
    const facts: Facts = {
      commits: { numbers: Float64Array.from(this.#numbers), ids: Buffer.from(this.#ids.join(''), 'hex') },
      tags: this.#tags,
      lost: this.#lost,
      sizes: Float64Array.from(this.#sizes),
    };
    this.#numbers = [];
    this.#ids = [];
    this.#tags = [];
    this.#lost = [];
    this.#sizes = [];
    return facts;
  }

  #commit(index: number, bytes: Buffer): void {
    const { tree, parents, authored, committed } = readCommit(bytes, this.#idBytes);
    const width = 2 * this.#idBytes;
    this.#numbers.push(index, parents.length, authored, committed);
    for (const at of [tree, ...parents]) this.#ids.push(bytes.toString('latin1', at, at + width));
  }
}
