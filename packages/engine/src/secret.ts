/**
 * The one place where a raw credential lives. A Secret prints as its mask in every way of printing;
 * `grep -rn 'reveal()'` is the security review.
 */
import { createHash } from 'node:crypto';

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

  /** The first four characters and an ellipsis: enough to recognise a key in the account's own list. */
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

  /** A text about the value without the pieces of it, in any case, that a name or a label may have brought along. */
  removedFrom(text: string): string {
    if (!mayHoldPiece(text)) return text;
    const value = this.#value.toLowerCase();
    return text.replace(/[A-Za-z0-9+/]{8,}/g, (run) => (sharesPiece(value, run.toLowerCase()) ? '…' : run));
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

/** Whether a text has what could be a piece of any value: 8 letters and digits that no word is. */
export function mayHoldPiece(text: string): boolean {
  return mixedRun.test(text);
}

const mixedRun = /(?=[A-Za-z+/]*\d|[A-Za-z]*[a-z][A-Z])[A-Za-z0-9+/]{8}/;
const piece = 8;

function sharesPiece(value: string, run: string): boolean {
  for (let at = 0; at + piece <= run.length; at += 1) if (value.includes(run.slice(at, at + piece))) return true;
  return false;
}

Object.defineProperty(Secret.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value(this: Secret): string {
    return `Secret(${this.masked})`;
  },
});
