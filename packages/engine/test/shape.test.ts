// What has the letters of a key and is a piece of something longer, or something else in base64.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRandom, runsOf } from '../src/candidates/shape.ts';
import { expand } from '../src/examples.ts';

const of = (template: string): string => expand(template).text;
const key = of('<key64:a>');
const other = of('<key64:b>');
const telling = of('<base64-64:c>');
const shapes = (text: string): number => runsOf(text).length;

describe('a block of base64 in one literal', () => {
  it.each(['\\n', '\\r\\n'])('with lines that end in %s is no key', (end) => {
    const block = (...lines: string[]): string => `const pem = '${lines.join(end)}';`;
    expect(shapes(block('-----BEGIN CERTIFICATE-----', key, other, '-----END CERTIFICATE-----'))).toBe(0);
    expect(shapes(block(telling, key, other))).toBe(0);
    expect(shapes(block(other, key, telling, ''))).toBe(0);
    expect(shapes(block(other, key, '-----END CERTIFICATE-----'))).toBe(0);
    expect(shapes(`CERT=-----BEGIN CERTIFICATE-----${end}${key}${end}${telling}${end}${other}`)).toBe(0);
  });

  it('is none without a line that tells', () => {
    expect(shapes(`keys = "${key}\\n${other}\\n"`)).toBe(2);
    expect(shapes(`keys = "${key}\\n"`)).toBe(1);
    expect(shapes(`say("secret\\n${key}\\nand so on\\n${telling}")`)).toBe(1);
    expect(shapes(`say("secret=${key}\\n${telling}")`)).toBe(1);
    expect(shapes(`cert: "${key}\\n" + "${telling}\\n"`)).toBe(1);
    // A key beside its own private key, and beside a third value.
    expect(shapes(`{ "binance": "${key}\\n${of('<pem-ed25519:a>').replaceAll('\n', '\\n')}" }`)).toBeGreaterThan(0);
    expect(shapes(`${key}\n-----BEGIN CERTIFICATE-----\nMIIB+/\n`)).toBe(1);
    expect(shapes(`-----END PRIVATE KEY-----\n${key}\n`)).toBe(1);
    expect(shapes(`"-----END PRIVATE KEY-----\\n${key}"`)).toBe(1);
    expect(shapes(`"${key}\\n${other}\\nc2VjcmV0cGFzc3dvcmQ="`)).toBe(2);
  });

  it('is looked for near a run only', () => {
    const line = `${key}\\n`;
    expect(shapes(`a = "${telling}\\n${line.repeat(40)}"`)).toBeGreaterThan(30);
  });
});

describe('letters that say something else', () => {
  it.each([
    '1234567890abcdef'.repeat(4),
    'abcdef1234567890'.repeat(4),
    '00112233445566778899aabbccddeeff'.repeat(2),
    '0123456789abcdef012345'.repeat(3).slice(0, 64),
    key.slice(0, 32).repeat(2),
    `1qaz2wsx${key.slice(8)}`,
    [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].reverse().join('') +
      [...'abcdefghijklmnopqrstuvwxyz'].reverse().join('') +
      key.slice(52),
  ])('is what people write who need 64 characters', (value) => {
    expect(value).toHaveLength(64);
    expect(shapes(`client = Client("${value}")`)).toBe(0);
  });

  it('is text in base64, also with a few bytes that are none', () => {
    const text = 'orders/limit/BNBUSDT,price=612.5,volume=0.0131,ok?';
    const encoded = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('base64').slice(0, 64);
    const message = encoded(`\x12\x2e\x0a\x2c${text}`);
    expect(message).toMatch(/^[A-Za-z0-9]{64}$/);
    expect(isRandom(message)).toBe(true);
    expect(shapes(`data = "${message}"`)).toBe(0);
    expect(shapes(`data = "${encoded(text.slice(0, 48))}"`)).toBe(0);
  });

  it('is base64 that goes on with two slashes', () => {
    const line = of('<base64-76:d>');
    expect(shapes(`image: ${line} ${key}//Bq7Zr9Lw22`)).toBe(0);
    for (const comment of [' mine', 'production', 'TODO2remove before release', 'apiKey/secretKey', 'MainAccount1'])
      expect(shapes(`API_KEY: ${key}//${comment}`)).toBe(1);
  });

  it('is no random key', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
    const random = fc.string({ unit: fc.constantFrom(...letters), minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(random, (value) => {
        fc.pre(isRandom(value));
        expect(shapes(`key = "${value}"`)).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });
});
