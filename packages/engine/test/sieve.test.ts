// The gate with vectors and the one without must say the same of all bytes: wherever something stands, however the
// memory is cut, whatever stands around it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateRoom, mayHold, mayHoldPlainly } from '../src/carriers.ts';
import { expand } from '../src/examples.ts';
import { Sieve } from '../src/sieve.ts';
import { cook, fixtures, recipe } from './mutations.ts';

/** Both answers, for bytes that are copied and for those that lie in the sieve's own memory. */
function answers(bytes: Uint8Array, start = 0, end: number = bytes.length): boolean[] {
  const room = gateRoom(bytes.length + 7).subarray(7, 7 + bytes.length);
  room.set(bytes);
  return [mayHoldPlainly(bytes, start, end), mayHold(bytes, start, end), mayHold(room, start, end)];
}

function expectAlike(bytes: Uint8Array, start?: number, end?: number): void {
  expect(new Set(answers(bytes, start, end)).size).toBe(1);
}

const encodings: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(text, 'utf16le').swap16(),
];

const [half, otherHalf] = [expand('<key64:a[0,32]>').text, expand('<key64:a[32,64]>').text];
const marks = [
  ...['bnguard-ignore', 'PRIVATE KEY', 'RSAKeyValue', 'LS0tLS1CRUdJTi', 'MC4CAQAwBQYDK2VwBCIEI', 'IBAAKCA', 'IBAQKCA'],
  ...[
    'KoZIhvcNAQ',
    'qGSIb3DQ',
    'qhkiG9w0B',
    'gAAAAAA',
    'gAAAAAD',
    'quoted-printable',
    'private_keypass',
    'PEM_Key_Pass',
    'rsa--pass',
  ],
];
/** What the gates ask for, what comes near it, and what stands between. */
const pieces = [
  ...marks,
  ...['binance', 'BiNance', 'ccxt', 'CCXT', 'Ccxt', 'cCxt', 'binanc', 'cxt', 'gAAAAAE', 'pass', 'bin', 'IBAAKC'],
  ...['private key', 'Private Key', 'rsakeyvalue', 'ibaakca', 'keypass', 'ey_pass', '---pass', 'rsa', 'signing'],
  ...[' ', '\n', '"', "'", '`', '" + "', "' 'x", '", r"', '"(\n"', '=', '-', '\0', 'é', '\u2028', ')', '.'],
  ...[half.slice(0, 15), half.slice(0, 16), half, otherHalf, half + otherHalf.slice(0, 27), half + otherHalf],
  ...[otherHalf.slice(0, 7), otherHalf.slice(0, 8), 'a'.repeat(59), 'a'.repeat(60), 'Z9'.repeat(46), '0'.repeat(93)],
];

describe('the sieve', () => {
  it('is there', () => {
    expect(Sieve.of([])).toBeInstanceOf(Sieve);
  });

  it('says what is said without it, of all files', () => {
    for (const { text } of fixtures) for (const encode of encodings) expectAlike(encode(text));
  });

  it('says so of files that something became of', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(recipe, (one) => {
        for (const encode of encodings) expectAlike(encode(cook(one).text));
      }),
      { seed: 20261128, numRuns: 200 },
    );
  });

  it('says so of pieces in any order', { timeout: 60_000 }, () => {
    const bytes = fc.tuple(
      fc.array(fc.constantFrom(...pieces), { maxLength: 24 }),
      fc.constantFrom(...encodings),
      fc.nat(40),
      fc.nat(40),
    );
    fc.assert(
      fc.property(bytes, ([parts, encode, before, after]) => {
        const text = encode(parts.join(''));
        expectAlike(text);
        expectAlike(text, Math.min(before, text.length), Math.max(Math.min(before, text.length), text.length - after));
      }),
      { seed: 20261128, numRuns: 4000 },
    );
  });

  it('says so of bytes of all kinds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => expectAlike(bytes)),
      { seed: 20261128, numRuns: 1000 },
    );
  });

  it.each([...marks, half + otherHalf, `ccxt "${half}" + "${otherHalf}"`])('finds %# wherever it stands', (holder) => {
    for (const encode of encodings) {
      for (let before = 0; before < 34; before++) {
        expect(answers(encode(`${'- '.repeat(before / 2)}${'-'.repeat(before % 2)}${holder}`))).not.toContain(false);
      }
      // Around where one copied slice ends and the next begins.
      for (let before = 65_536 - 2 * holder.length - 20; before < 65_540; before += 3) {
        const bytes = Buffer.concat([Buffer.alloc(before, '. '), encode(holder), Buffer.alloc(20, '.')]);
        expect(answers(bytes)).not.toContain(false);
        expect(mayHold(bytes, 0, before + 3)).toBe(mayHoldPlainly(bytes, 0, before + 3));
      }
    }
  });

  it('sees nothing of what stands beside the bytes', () => {
    const key = Buffer.from(half + otherHalf);
    for (let start = 0; start < key.length; start++) expectAlike(key, start, Math.min(key.length, start + 59));
    expect(answers(key, 5, 64)).not.toContain(true);
    const mark = Buffer.from('  PRIVATE KEY');
    expect(answers(mark, 3)).not.toContain(true);
    expect(answers(mark, 0, mark.length - 1)).not.toContain(true);
  });
});
