/**
 * The one place where a raw credential lives. A Secret prints as its mask in every way of printing;
 * `grep -rn 'reveal()'` is the security review.
 */
import { createHash } from 'node:crypto';
import { hashOf, pieceLength } from './withheld.ts';

/** What a fingerprint is taken of, where that is not simply the value. */
export interface Identity {
  /** Keeps fingerprints of different kinds of things apart; `credential` by default. */
  readonly domain?: string;
  /** The decoded bytes: a private key's DER. */
  readonly bytes?: Uint8Array;
  /** For values that people make up: where it stands and what it is called. Then nothing of the value is hashed or shown. */
  readonly place?: string;
}

export class Secret {
  readonly #value: string;
  readonly #identity: Identity;

  /** @param value the decoded credential: the 64 characters of a key, or base64 of a private key's DER. */
  constructor(value: string, identity: Identity = {}) {
    this.#value = value;
    this.#identity = identity;
  }

  /** The first four characters and an ellipsis: enough to recognise a key in the account's own list. `''` for a passphrase. */
  get masked(): string {
    return this.#identity.place === undefined ? `${this.#value.slice(0, 4)}…` : '';
  }

  /**
   * The first 32 hex digits of SHA-256 over the domain, a NUL and the value, so the same in every file, repository and
   * role. Values below 128 bits are never hashed: there the place stands for them (docs/decisions/0003-fingerprints.md).
   */
  get fingerprint(): string {
    const { domain = 'credential', bytes, place } = this.#identity;
    return createHash('sha256')
      .update(`${domain}\0`)
      .update(bytes ?? place ?? this.#value)
      .digest('hex')
      .slice(0, 32);
  }

  /** SHA-256 of the bare value, 64 hex digits: how the list of documented examples names its values. */
  get sha256(): string {
    return createHash('sha256').update(this.#value).digest('hex');
  }

  /** The raw value. Its life must end inside `observe`. */
  reveal(): string {
    return this.#value;
  }

  /** Whether a person made it up: a passphrase. Then it may hold anything, and nothing of it is hashed or shown. */
  get isMadeUp(): boolean {
    return this.#identity.place !== undefined;
  }

  /** Hashes of all pieces of the value, in lower case. For Withheld. */
  *pieceHashes(): Generator<number> {
    const value = this.#value.toLowerCase();
    for (let at = 0; at + pieceLength <= value.length; at += 1) yield hashOf(value, at);
  }

  /** Whether the piece of the folded text that begins at `at` is one of the value. */
  holds(folded: string, at: number): boolean {
    return this.#value.toLowerCase().includes(folded.slice(at, at + pieceLength));
  }

  /** The text without the value, in any case and whatever stands between its words. */
  cutFrom(text: string): string {
    const words = this.#value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.join('').length < 4) return text;
    const folded = text.toLowerCase();
    const first = words.reduce((at, word) => (at < 0 ? at : folded.indexOf(word, at)), 0);
    return first < 0 ? text : words.reduce((left, word) => left.replace(new RegExp(word, 'giu'), '…'), text);
  }

  toString(): string {
    return this.masked;
  }

  toJSON(): string {
    return this.masked;
  }

  get [Symbol.toStringTag](): string {
    return 'Secret';
  }
}

Object.defineProperty(Secret.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value(this: Secret): string {
    return `Secret(${this.masked})`;
  },
});
