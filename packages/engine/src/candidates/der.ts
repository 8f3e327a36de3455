/**
 * Reads as much ASN.1 as tells which key some DER bytes hold, and brings the same key to the same bytes. It checks no
 * mathematics and follows nothing deeper than a key's own numbers.
 */

export type KeyAlgorithm = 'ed25519' | 'rsa' | 'ec' | 'other';

export interface DerKey {
  readonly kind: 'private' | 'encrypted' | 'public';
  /** Of an encrypted key a guess by its size: nothing else shows from outside. */
  readonly algorithm: KeyAlgorithm;
  /** How many bytes the key takes by its own account; more than there are if it is cut. */
  readonly length: number;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BITS = 0x03;
const OCTETS = 0x04;
const OID = 0x06;

const RSA_OID = '2a864886f70d0101';
const ED25519_OID = '2b6570';
const EC_OID = '2a8648ce3d0201';
/** PKCS#5 (PBES1 and PBES2) and the password schemes of PKCS#12. */
const PASSWORD_OIDS = ['2a864886f70d0105', '2a864886f70d010c01'];

/** All the numbers of an RSA key but its version; of `p` to `u` any may be missing. */
export interface RsaNumbers {
  readonly n: Uint8Array;
  readonly e: Uint8Array;
  readonly d: Uint8Array;
  readonly rest: readonly Uint8Array[];
}

/** A tag with its content, [start, end), which may reach beyond the bytes there are. */
interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/**
 * What the bytes are the beginning of: PKCS#8, PKCS#1 and SEC 1 private keys, encrypted PKCS#8, public keys and
 * certificates. Undefined for anything else. Cut bytes are read as far as they go.
 */
export function readKey(bytes: Uint8Array): DerKey | undefined {
  const whole = element(bytes, 0, Infinity);
  if (whole?.tag !== SEQUENCE) return undefined;
  const [first, second, third] = children(bytes, whole, 3);
  const is = (kind: DerKey['kind'], algorithm: KeyAlgorithm): DerKey => ({ kind, algorithm, length: whole.end });
  if (first === undefined || second === undefined) return undefined;

  if (first.tag === INTEGER && first.end - first.start === 1 && bytes[first.start]! <= 1) {
    if (second.tag === SEQUENCE && third?.tag === OCTETS) {
      const algorithm = algorithmOf(oidIn(bytes, second));
      return soundContent(bytes, third, algorithm) ? is('private', algorithm) : undefined;
    }
    if (second.tag === OCTETS && bytes[first.start] === 1) return is('private', 'ec');
    // PKCS#1: n is long and e short. DSA keys begin alike, but have a long number in the place of e.
    if (second.tag !== INTEGER || second.end - second.start < 48) return undefined;
    if (third === undefined || third.tag === INTEGER) {
      return is('private', third === undefined || third.end - third.start <= 8 ? 'rsa' : 'other');
    }
    return undefined;
  }
  if (first.tag === INTEGER && first.end - first.start >= 48 && second.tag === INTEGER) return is('public', 'rsa');
  if (first.tag !== SEQUENCE) return undefined;
  const oid = oidIn(bytes, first);
  if (second.tag === BITS) return is('public', algorithmOf(oid));
  if (second.tag === OCTETS && PASSWORD_OIDS.some((prefix) => oid.startsWith(prefix))) {
    const size = second.end - second.start;
    return is('encrypted', size <= 64 ? 'ed25519' : size >= 300 ? 'rsa' : 'other');
  }
  // A certificate holds its data, an algorithm and a signature.
  return second.tag === SEQUENCE && third?.tag === BITS ? is('public', 'other') : undefined;
}

/**
 * The same bytes for the same key, whatever it was wrapped in: PKCS#8 without attributes for RSA and Ed25519, for all
 * others (and for keys that are cut) what there is.
 */
export function canonical(bytes: Uint8Array, key: DerKey): Uint8Array {
  if (key.length > bytes.length) return bytes;
  const whole = bytes.subarray(0, key.length);
  if (key.kind !== 'private' || (key.algorithm !== 'rsa' && key.algorithm !== 'ed25519')) return whole;
  const [, second, third] = children(whole, element(whole, 0, Infinity)!, 3);
  if (second?.tag !== SEQUENCE) return pkcs8(RSA_HEADER, whole);
  const content = whole.subarray(third!.start, third!.end);
  return pkcs8(key.algorithm === 'rsa' ? RSA_HEADER : ED25519_HEADER, content);
}

/** An RSA key from its numbers, as PKCS#8. What is missing of its rest is 0. */
export function rsaFromNumbers({ n, e, d, rest }: RsaNumbers): Uint8Array {
  const zero = Uint8Array.of(0);
  const numbers = [zero, n, e, d, ...Array.from({ length: 5 }, (_, index) => rest[index] ?? zero)];
  return pkcs8(RSA_HEADER, wrap(SEQUENCE, ...numbers.map(integer)));
}

const RSA_HEADER: readonly number[] = [SEQUENCE, 13, OID, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0];
const ED25519_HEADER: readonly number[] = [SEQUENCE, 5, OID, 3, 0x2b, 0x65, 0x70];

function pkcs8(header: readonly number[], content: Uint8Array): Uint8Array {
  return wrap(SEQUENCE, Uint8Array.of(INTEGER, 1, 0), Uint8Array.from(header), wrap(OCTETS, content));
}

function integer(value: Uint8Array): Uint8Array {
  let from = 0;
  while (from < value.length - 1 && value[from] === 0) from++;
  const digits = value.subarray(from);
  return digits[0]! >= 0x80 ? wrap(INTEGER, Uint8Array.of(0), digits) : wrap(INTEGER, digits);
}

function wrap(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const size = contents.reduce((sum, content) => sum + content.length, 0);
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  const out = new Uint8Array(1 + length.length + size);
  out.set([tag, ...length]);
  let at = 1 + length.length;
  for (const content of contents) {
    out.set(content, at);
    at += content.length;
  }
  return out;
}

/** Whether the content of a PKCS#8 key is what its algorithm says, as far as there are bytes. */
function soundContent(bytes: Uint8Array, content: Element, algorithm: KeyAlgorithm): boolean {
  if (content.start >= bytes.length || (algorithm !== 'rsa' && algorithm !== 'ed25519')) return true;
  const inner = element(bytes, content.start, content.end);
  if (inner === undefined) return content.start + 4 > bytes.length;
  if (algorithm === 'ed25519') return inner.tag === OCTETS && inner.end - inner.start === 32;
  const [version, modulus] = children(bytes, inner, 2);
  return inner.tag === SEQUENCE && [version, modulus].every((number) => number === undefined || number.tag === INTEGER);
}

function algorithmOf(oid: string): KeyAlgorithm {
  if (oid.startsWith(RSA_OID)) return 'rsa';
  return oid === ED25519_OID ? 'ed25519' : oid === EC_OID ? 'ec' : 'other';
}

/** The object identifier that a sequence begins with, in hexadecimal digits; empty if there is none. */
function oidIn(bytes: Uint8Array, sequence: Element): string {
  const oid = element(bytes, sequence.start, sequence.end);
  if (oid?.tag !== OID || oid.end - oid.start > 16) return '';
  return Array.from(bytes.subarray(oid.start, oid.end), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Up to `count` elements inside another one, as far as there are bytes. */
function children(bytes: Uint8Array, parent: Element, count: number): Element[] {
  const found: Element[] = [];
  for (let at = parent.start; found.length < count; at = found.at(-1)!.end) {
    const next = element(bytes, at, parent.end);
    if (next === undefined) break;
    found.push(next);
  }
  return found;
}

/** The element at an offset, if its header is whole and its content ends within `limit`. */
function element(bytes: Uint8Array, at: number, limit: number): Element | undefined {
  const [tag, short] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || short === undefined || at + 2 > limit) return undefined;
  if (short < 0x80) return at + 2 + short <= limit ? { tag, start: at + 2, end: at + 2 + short } : undefined;
  // Lengths of up to three bytes: no key is longer. Without a length (0x80) it is not DER.
  const extra = short & 0x7f;
  if (extra === 0 || extra > 3 || at + 2 + extra > bytes.length) return undefined;
  let length = 0;
  for (let index = 0; index < extra; index++) length = length * 256 + bytes[at + 2 + index]!;
  const start = at + 2 + extra;
  return start + length <= limit ? { tag, start, end: start + length } : undefined;
}
