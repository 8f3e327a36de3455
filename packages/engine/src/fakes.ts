/**
 * Fake credentials and look-alikes, made from a name: the same name always gives the same value. For examples and
 * tests only; none was ever anyone's key, and the RSA primes are not even prime.
 */
import { createHash } from 'node:crypto';

/** The kinds that have a fixed name; `alnumN`, `hexN`, `HEXN` and `base64-N` carry their length. */
const MAKERS: Readonly<Record<string, (bytes: Bytes) => string>> = {
  key64: (bytes) => redraw(() => letters(bytes, BASE62, 64), looksLikeAKey),
  jwt: (bytes) =>
    [
      base64url('{"alg":"HS256","typ":"JWT"}'),
      base64url(`{"sub":"${letters(bytes, DIGITS, 10)}"}`),
      bytes(32).toString('base64url'),
    ].join('.'),
  'pem-ed25519': (bytes) => pem('PRIVATE KEY', ed25519(bytes)),
  'pem-rsa': (bytes) => pem('PRIVATE KEY', rsaPkcs8(bytes)),
  'pem-rsa-pkcs1': (bytes) => pem('RSA PRIVATE KEY', rsaPkcs1(rsaNumbers(bytes))),
  'pem-encrypted': (bytes) => pem('ENCRYPTED PRIVATE KEY', encrypted(bytes)),
  'pem-ec': (bytes) => pem('EC PRIVATE KEY', ec(bytes)),
  'pem-public': (bytes) => pem('PUBLIC KEY', rsaPublic(bytes)),
  'pem-cert': (bytes) => pem('CERTIFICATE', certificate(bytes)),
  'der-ed25519': (bytes) => ed25519(bytes).toString('base64'),
  'der-rsa': (bytes) => rsaPkcs8(bytes).toString('base64'),
  'xml-rsa': (bytes) => rsaXml(rsaNumbers(bytes)),
};

const SIZED = /^(alnum|hex|HEX|base64-)([1-9]\d{0,4})$/;
const made = new Map<string, string>();

/** Whether `fake` knows the kind: `key64`, `hex40`, `pem-rsa`, … */
export function isFakeKind(kind: string): boolean {
  return Object.hasOwn(MAKERS, kind) || SIZED.test(kind);
}

/**
 * The fake value of this kind and label; several lines for `pem-…` (no newline at the end), else one.
 * @throws Error when the kind is unknown
 */
export function fake(kind: string, label: string): string {
  const name = `${kind}:${label}`;
  let value = made.get(name);
  if (value === undefined) {
    value = make(kind, byteStream(name));
    made.set(name, value);
  }
  return value;
}

function make(kind: string, bytes: Bytes): string {
  const maker = Object.hasOwn(MAKERS, kind) ? MAKERS[kind] : undefined;
  if (maker) return maker(bytes);
  const [, alphabet, digits] = SIZED.exec(kind) ?? [];
  const length = Number(digits);
  switch (alphabet) {
    case 'alnum':
      return letters(bytes, BASE62, length);
    case 'hex':
      return letters(bytes, HEX, length);
    case 'HEX':
      return letters(bytes, HEX.toUpperCase(), length);
    case 'base64-':
      return redraw(
        () => letters(bytes, `${BASE62}+/`, length),
        (text) => /[+/]/.test(text),
      );
    default:
      throw new Error(`There is no fake of the kind "${kind}".`);
  }
}

// Random-looking characters

type Bytes = (count: number) => Buffer;

const DIGITS = '0123456789';
const HEX = `${DIGITS}abcdef`;
const BASE62 = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz${DIGITS}`;

/** SHA-256 over the name and a counter, as an endless stream. */
function byteStream(name: string): Bytes {
  let counter = 0;
  let rest: Buffer = Buffer.alloc(0);
  return (count) => {
    while (rest.length < count) {
      const block = createHash('sha256').update(`bnguard example\0${name}\0${counter++}`).digest();
      rest = Buffer.concat([rest, block]);
    }
    const taken = rest.subarray(0, count);
    rest = rest.subarray(count);
    return taken;
  };
}

function letters(bytes: Bytes, alphabet: string, length: number): string {
  const fair = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    const byte = bytes(1).readUInt8();
    if (byte < fair) text += alphabet.charAt(byte % alphabet.length);
  }
  return text;
}

function redraw(draw: () => string, good: (text: string) => boolean): string {
  let text = draw();
  while (!good(text)) text = draw();
  return text;
}

/** The range in which the true keys of 59 public histories lie, a little tighter. */
function looksLikeAKey(text: string): boolean {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / text.length) * Math.log2(count / text.length);
  const classes = /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
  return classes && counts.size >= 34 && counts.size <= 45 && entropy >= 4.9 && !/(.)\1\1/.test(text);
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

// DER, as far as these few structures need it

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const size = body.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...contents: readonly Buffer[]): Buffer => der(0x30, ...contents);
const octets = (...contents: readonly Buffer[]): Buffer => der(0x04, ...contents);
const bits = (content: Buffer): Buffer => der(0x03, Buffer.from([0]), content);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const nothing: Buffer = der(0x05);

/** An unsigned integer below 2^15, or of any size as bytes: a zero byte goes before a set top bit. */
function integer(value: Buffer | number): Buffer {
  if (typeof value === 'number') return der(0x02, Buffer.from(value < 0x80 ? [value] : [value >> 8, value & 0xff]));
  return der(0x02, ...(value.readUInt8() >= 0x80 ? [Buffer.from([0])] : []), value);
}

const RSA_ENCRYPTION = sequence(oid('2a864886f70d010101'), nothing);
const SHA256_WITH_RSA = sequence(oid('2a864886f70d01010b'), nothing);

function pem(title: string, content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${title}-----`, ...lines, `-----END ${title}-----`].join('\n');
}

function ed25519(bytes: Bytes): Buffer {
  return sequence(integer(0), sequence(oid('2b6570')), octets(octets(bytes(32))));
}

/** n, e, d, p, q, d mod p-1, d mod q-1, 1/q mod p: n is p·q, the rest only has the right size. */
type RsaNumbers = readonly [n: Buffer, e: Buffer, d: Buffer, p: Buffer, q: Buffer, dp: Buffer, dq: Buffer, u: Buffer];

function rsaNumbers(bytes: Bytes): RsaNumbers {
  const p = odd(bytes(128), 0xc0);
  const q = odd(bytes(128), 0xc0);
  const n = (BigInt(`0x${p.toString('hex')}`) * BigInt(`0x${q.toString('hex')}`)).toString(16);
  const [d, dp, dq, u] = [odd(bytes(256), 0x40), odd(bytes(128), 0x40), odd(bytes(128), 0x40), odd(bytes(128), 0x40)];
  return [Buffer.from(n, 'hex'), Buffer.from([1, 0, 1]), d, p, q, dp, dq, u];
}

/** Sets the last bit, and the top bits so that the size is as wanted: 0xc0 the full size, 0x40 one bit less. */
function odd(bytes: Buffer, top: 0xc0 | 0x40): Buffer {
  const number = Buffer.from(bytes);
  number.writeUInt8((number.readUInt8() & 0x3f) | top);
  number.writeUInt8(number.readUInt8(number.length - 1) | 1, number.length - 1);
  return number;
}

function rsaPkcs1(numbers: RsaNumbers): Buffer {
  return sequence(integer(0), ...numbers.map(integer));
}

function rsaPkcs8(bytes: Bytes): Buffer {
  return sequence(integer(0), RSA_ENCRYPTION, octets(rsaPkcs1(rsaNumbers(bytes))));
}

function rsaPublic(bytes: Bytes): Buffer {
  const [n, e] = rsaNumbers(bytes);
  return sequence(RSA_ENCRYPTION, bits(sequence(integer(n), integer(e))));
}

function rsaXml(numbers: RsaNumbers): string {
  const names = ['Modulus', 'Exponent', 'D', 'P', 'Q', 'DP', 'DQ', 'InverseQ'];
  const entries = names.map((name, at) => `<${name}>${numbers[at]?.toString('base64')}</${name}>`);
  return `<RSAKeyValue>${entries.join('')}</RSAKeyValue>`;
}

/** PBES2 with PBKDF2 and AES-256-CBC, as openssl writes it for an Ed25519 key. */
function encrypted(bytes: Bytes): Buffer {
  const hmac = sequence(oid('2a864886f70d0209'), nothing);
  const derive = sequence(oid('2a864886f70d01050c'), sequence(octets(bytes(8)), integer(2048), hmac));
  const cipher = sequence(oid('60864801650304012a'), octets(bytes(16)));
  return sequence(sequence(oid('2a864886f70d01050d'), sequence(derive, cipher)), octets(bytes(64)));
}

function ec(bytes: Bytes): Buffer {
  const point = Buffer.concat([Buffer.from([4]), bytes(64)]);
  return sequence(integer(1), octets(bytes(32)), der(0xa0, oid('2a8648ce3d030107')), der(0xa1, bits(point)));
}

function certificate(bytes: Bytes): Buffer {
  const text = (value: string): Buffer => der(0x0c, Buffer.from(value));
  const name = sequence(der(0x31, sequence(oid('550403'), text('example.org'))));
  const dates = sequence(...['250101000000Z', '350101000000Z'].map((date) => der(0x17, Buffer.from(date))));
  const body = sequence(
    der(0xa0, integer(2)),
    integer(odd(bytes(16), 0x40)),
    SHA256_WITH_RSA,
    name,
    dates,
    name,
    rsaPublic(bytes),
  );
  return sequence(body, SHA256_WITH_RSA, bits(bytes(256)));
}
