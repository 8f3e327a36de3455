// Placeholders and the fakes that they stand for.
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expand } from '../src/examples.ts';

const label = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,8}$/);
const only = (template: string): string => expand(template).text;

describe('expand', () => {
  test('puts each value where its placement says', () => {
    const prose = fc.stringMatching(/^[^<]{0,20}$/);
    const kind = fc.constantFrom('key64', 'alnum10', 'hex64', 'HEX40', 'base64-88', 'der-ed25519', 'jwt');
    fc.assert(
      fc.property(fc.array(fc.tuple(prose, kind, label)), prose, (parts, end) => {
        const template = parts.map(([before, k, l]) => `${before}<${k}:${l}>`).join('') + end;
        const { text, placements } = expand(template);
        expect(placements.map((p) => [p.kind, p.label])).toEqual(parts.map(([, k, l]) => [k, l]));
        let rest = text;
        for (const { span, value } of placements.toReversed()) {
          expect(text.slice(span.start, span.end)).toBe(value);
          rest = rest.slice(0, span.start) + rest.slice(span.end);
        }
        expect(rest).toBe(parts.map(([before]) => before).join('') + end);
        expect(expand(template)).toEqual({ text, placements });
      }),
    );
  });

  test('leaves everything else alone', () => {
    const markup = '<xs:element name="a"> <a:b> <key:a> <key64> Map<string, hex64> a<b:c <pem-dsa:a> <toString:a>';
    expect(expand(markup)).toEqual({ text: markup, placements: [] });
  });

  test.each([
    '<key64:A>',
    '<key64:a',
    '<key64:>',
    '<key64:a[1]>',
    '<key64:a[0,65]>',
    '<key64:a[8,8]>',
    '<key64:a|rot13>',
  ])('refuses %s', (template) => expect(() => expand(template)).toThrow('placeholder'));

  test('cuts slices and applies filters', () => {
    const whole = only('<key64:a>');
    expect(only('<key64:a[0,32]>') + only('<key64:a[32,]>')).toBe(whole);
    expect(Buffer.from(only('<key64:a|base64>'), 'base64').toString()).toBe(whole);
    expect(Buffer.from(only('<key64:a|base64nl>'), 'base64').toString()).toBe(`${whole}\n`);
    expect(Buffer.from(only('<key64:a[,8]|hex>'), 'hex').toString()).toBe(whole.slice(0, 8));
    expect([...only('<key64:a|reversed>')].toReversed().join('')).toBe(whole);
    expect(only('<pem-rsa:a|escaped>').replaceAll('\\n', '\n')).toBe(only('<pem-rsa:a>'));
  });

  test('hands the indentation of a placeholder on to its lines', () => {
    expect(only('key: |\n  <pem-ed25519:a>\nb')).toMatch(/^key: \|\n {2}-----BEGIN .*\n {2}M.*\n {2}-----END .*\nb$/);
    expect(only(' k: <pem-ed25519:a>')).toMatch(/^ k: -----BEGIN .*\nM.*\n-----END .*$/);
  });

  test('knows credentials from look-alikes', () => {
    const credential = (template: string): boolean | undefined => expand(template).placements[0]?.credential;
    for (const kind of [
      'key64',
      'hex64',
      'pem-ed25519',
      'pem-rsa',
      'pem-rsa-pkcs1',
      'pem-encrypted',
      'der-rsa',
      'xml-rsa',
    ]) {
      expect(credential(`<${kind}:a>`), kind).toBe(true);
      expect(credential(`<${kind}:not.a>`), kind).toBe(false);
    }
    for (const kind of ['alnum64', 'hex40', 'base64-64', 'pem-ec', 'pem-public', 'pem-cert', 'jwt']) {
      expect(credential(`<${kind}:a>`), kind).toBe(false);
    }
  });
});

describe('fakes', () => {
  test('key64 lies where real keys lie', () => {
    fc.assert(
      fc.property(label, (name) => {
        const key = only(`<key64:${name}>`);
        expect(key).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?!.*(.)\1\1)[A-Za-z0-9]{64}$/);
        const shares = [...new Set(key)].map((char) => key.split(char).length - 1).map((count) => count / 64);
        expect(shares.length).toBeGreaterThanOrEqual(34);
        expect(shares.length).toBeLessThanOrEqual(45);
        expect(-shares.reduce((sum, share) => sum + share * Math.log2(share), 0)).toBeGreaterThanOrEqual(4.9);
      }),
    );
  });

  test('the sized kinds have their length and alphabet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), label, (size, name) => {
        expect(only(`<alnum${size}:${name}>`)).toMatch(new RegExp(`^[A-Za-z0-9]{${size}}$`));
        expect(only(`<hex${size}:${name}>`)).toMatch(new RegExp(`^[0-9a-f]{${size}}$`));
        expect(only(`<HEX${size}:${name}>`)).toMatch(new RegExp(`^[0-9A-F]{${size}}$`));
        expect(only(`<base64-${size}:${name}>`)).toMatch(new RegExp(`^(?=.*[+/])[A-Za-z0-9+/]{${size}}$`));
      }),
    );
  });

  test('the structures are what readers of keys accept', () => {
    expect(createPrivateKey(only('<pem-ed25519:a>')).asymmetricKeyType).toBe('ed25519');
    for (const kind of ['pem-rsa', 'pem-rsa-pkcs1']) {
      const key = createPrivateKey(only(`<${kind}:a>`));
      expect(key.asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65_537n });
    }
    for (const type of ['ed25519', 'rsa']) {
      const key = Buffer.from(only(`<der-${type}:a>`), 'base64');
      expect(createPrivateKey({ key, format: 'der', type: 'pkcs8' }).asymmetricKeyType).toBe(type);
    }
    // The envelope is right when only the passphrase is wrong.
    expect(() => createPrivateKey({ key: only('<pem-encrypted:a>'), passphrase: 'x' })).toThrow(/decrypt/i);
    expect(createPublicKey(only('<pem-public:a>')).asymmetricKeyType).toBe('rsa');
    expect(new X509Certificate(only('<pem-cert:a>')).subject).toBe('CN=example.org');
    expect(only('<xml-rsa:a>')).toMatch(
      /^<RSAKeyValue><Modulus>.*<\/Modulus>.*<D>[A-Za-z0-9+/]{342}==<\/D>.*<\/RSAKeyValue>$/,
    );
    expect(only('<jwt:a>')).toMatch(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{43}$/);
  });

  test('the prefixes are those of real files', () => {
    expect(only('<der-ed25519:a>')).toMatch(/^MC4CAQAwBQYDK2VwBCIEI[A-Za-z0-9+/]{43}$/);
    expect(only('<pem-encrypted:a>').split('\n')[1]).toMatch(/^MIGbMFcGCSqGSIb3DQEFDTBK/);
    expect(only('<der-rsa:a>')).toMatch(/^MIIE[u-w].IBADANBgkqhkiG9w0BAQEFAASC/);
    expect(only('<pem-rsa-pkcs1:a>').split('\n')[1]).toMatch(/^MIIE[o-q]..?IBAAKCAQEA/);
  });
});
