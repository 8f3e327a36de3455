import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fake } from '../src/fakes.ts';
import { passes } from '../src/prefilter.ts';
import { findPrivateKeys } from '../src/candidates/private-keys.ts';

const PEM = { type: 'pkcs8', format: 'pem' } as const;
const ed25519 = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rsa4096 = generateKeyPairSync('rsa', { modulusLength: 4096 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pemOf = (pair: { privateKey: typeof rsa.privateKey }): string => pair.privateKey.export(PEM).toString().trim();
const derOf = (pair: { privateKey: typeof rsa.privateKey }): string =>
  pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const wrap = (text: string, width: number): string => (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');

const keys = {
  ed25519: { algorithm: 'ed25519', pem: pemOf(ed25519), der: derOf(ed25519) },
  rsa: { algorithm: 'rsa', pem: pemOf(rsa), der: derOf(rsa) },
  rsa4096: { algorithm: 'rsa', pem: pemOf(rsa4096), der: derOf(rsa4096) },
  ec: { algorithm: 'ec', pem: pemOf(ec), der: derOf(ec) },
} as const;

/** Ways to write a PEM into a file. `«` and `»` mark where the span must begin and end. */
const literals = (glue: string, quote: string, end: string) => (pem: string) =>
  `key = ${quote}«${pem.split('\n').join(`${end}${quote}${glue}${quote}`)}»${quote}`;
const wrappings: Record<string, (pem: string) => string> = {
  'a file': (pem) => `«${pem}»\n`,
  'CRLF lines': (pem) => `a\r\n«${pem.replaceAll('\n', '\r\n')}»\r\n`,
  'a YAML block': (pem) => `key: |\n    «${pem.replaceAll('\n', '\n    ')}»\nother: 1\n`,
  'a template literal': (pem) => `const key = \`«${pem}»\`;`,
  'a Python text': (pem) => `key = """«${pem}»\n"""`,
  'a heredoc': (pem) => `cat <<EOF\n«${pem}»\nEOF`,
  'an escaped JSON string': (pem) => JSON.stringify({ key: `«${pem}»\n` }),
  'JSON as PHP writes it': (pem) => JSON.stringify({ key: `«${pem}»` }).replaceAll('/', '\\/'),
  'JSON as .NET writes it': (pem) => JSON.stringify({ key: `«${pem}»` }).replaceAll('+', '\\u002B'),
  'JSON in a string': (pem) => JSON.stringify(JSON.stringify({ key: `«${pem}»` })),
  'an .env line': (pem) => `API_SECRET=«${pem.replaceAll('\n', '\\n')}»\nX=1`,
  'one line with blanks': (pem) => `KEY=«${pem.replaceAll('\n', ' ')}»`,
  'an XML attribute': (pem) => `<add value="«${pem.replaceAll('\n', '&#xA;')}»"/>`,
  'an XML element': (pem) => `<key>\n«${pem}»\n</key>`,
  'JavaScript concatenation': literals(' +\n  ', "'", '\\n'),
  'Java concatenation without line ends': literals('\n    + ', '"', ''),
  'Python adjacent literals': literals('\n    ', '"', '\\n'),
  'a PHP concatenation': literals(` . "\\n" .\n `, "'", ''),
  'Java with lineSeparator()': literals(' + System.lineSeparator()\n + ', '"', ''),
  'an array of lines': literals(', ', '"', ''),
  'a string builder': literals(');\nsb.append(', '"', '\\n'),
  'a notebook': literals(',\n    ', '"', '\\n'),
  'a notebook with a quote inside': (pem) => `"k = '''«${pem.replaceAll('\n', '\\n",\n    "')}»'''\\n",`,
  'a shell comment': (pem) => `# «${pem.replaceAll('\n', '\n# ')}»\n`,
  'a // comment': (pem) => `  //«${pem.replaceAll('\n', '\n  //')}»\n`,
  'a block comment': (pem) => `/**\n * «${pem.replaceAll('\n', '\n * ')}»\n */`,
  'a diff': (pem) => `@@\n+«${pem.replaceAll('\n', '\n+')}»\n`,
  'a diff that removes it': (pem) => `@@\n-«${pem.replaceAll('\n', '\n-')}»\n`,
  'a quotation': (pem) => `> «${pem.replaceAll('\n', '\n> ')}»\n`,
  'commented-out code': (pem) => `// k = "«${pem.split('\n').join('\\n" +\n//  "')}»";`,
  'base64 on one line': (pem) => `data: «${base64(pem)}»\n`,
  'base64 with a line end': (pem) => `"«${base64(`${pem}\n`)}»"`,
  'base64 in lines of 76': (pem) => `«${wrap(base64(`${pem}\n`), 76)}»\n`,
  'base64 in an indented block': (pem) => `tls.key: |\n  «${wrap(base64(`${pem}\n`), 76).replaceAll('\n', '\n  ')}»\n`,
};

/** Takes the marks out of a text, and out of the base64 letters that they may have come between. */
function marked(text: string): { text: string; start: number; end: number } {
  const start = text.indexOf('«');
  return { text: text.replace(/[«»]/g, ''), start, end: text.indexOf('»') - 1 };
}

describe('one key in every wrapping', () => {
  for (const [wrapping, write] of Object.entries(wrappings)) {
    test(wrapping, () => {
      for (const { algorithm, pem, der } of Object.values(keys)) {
        const { text, start, end } = marked(write(pem));
        const form = 'pem';
        expect(passes(Buffer.from(text))).toBe(true);
        expect(findPrivateKeys(text)).toEqual([{ span: { start, end }, algorithm, encrypted: false, der, form }]);
      }
    });
  }

  test('without header, in one line or in several', () => {
    const bodies: Record<string, (body: string) => string> = {
      'a literal': (body) => `const key = "«${body}»";`,
      'a bytes literal': (body) => `key = b'«${body}»'`,
      'an env line': (body) => `KEY=«${body}»\nOTHER=value\n`,
      'a file': (body) => `«${body}»`,
      'after an escape': (body) => `"key:\\n«${body}»\\nmore words"`,
      lines: (body) => `key: |\n  «${wrap(body, 64).replaceAll('\n', '\n  ')}»\nother: 1\n`,
      'wide lines': (body) => `«${wrap(body, 76)}»\n\nwords that follow\n`,
      literals: (body) => `k = "«${wrap(body, 64).replaceAll('\n', '" +\n "')}»";\nconst other = "abc";`,
    };
    for (const [name, write] of Object.entries(bodies)) {
      for (const { algorithm, der } of Object.values(keys)) {
        const { text, start, end } = marked(write(der));
        const form = 'der';
        // A bare EC key may pass no gate: Binance takes none.
        if (algorithm !== 'ec') expect(passes(Buffer.from(text))).toBe(true);
        expect(findPrivateKeys(text), name).toEqual([{ span: { start, end }, algorithm, encrypted: false, der, form }]);
      }
    }
  });

  test('PKCS#1 and .NET XML are the same key as PKCS#8', () => {
    const pkcs1 = rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
    expect(pkcs1).toContain('BEGIN RSA');
    expect(findPrivateKeys(pkcs1)).toMatchObject([{ algorithm: 'rsa', der: keys.rsa.der, form: 'pem' }]);
    const jwk = rsa.privateKey.export({ format: 'jwk' });
    const plain = (value = ''): string => Buffer.from(value, 'base64url').toString('base64');
    const names = { Modulus: 'n', Exponent: 'e', P: 'p', Q: 'q', DP: 'dp', DQ: 'dq', InverseQ: 'qi', D: 'd' } as const;
    const entry = (name: keyof typeof names): string => `<${name}>${plain(jwk[names[name]])}</${name}>`;
    const xml = `<RSAKeyValue>${(Object.keys(names) as (keyof typeof names)[]).map(entry).join('\n')}</RSAKeyValue>`;
    for (const text of [xml, xml.replaceAll('<', '&lt;').replaceAll('>', '&gt;'), JSON.stringify(xml)]) {
      expect(findPrivateKeys(text)).toMatchObject([{ algorithm: 'rsa', der: keys.rsa.der, form: 'xml' }]);
    }
    const short = `<RSAKeyValue>${entry('Modulus')}${entry('D')}</RSAKeyValue>`;
    expect(findPrivateKeys(`a${short}b`)).toMatchObject([{ span: { start: 1, end: short.length + 1 }, form: 'xml' }]);
    expect(findPrivateKeys(`<RSAKeyValue>${entry('Modulus')}${entry('Exponent')}</RSAKeyValue>`)).toEqual([]);
  });

  test('the DER is a key that Node reads', () => {
    for (const { pem } of Object.values(keys)) {
      const [found] = findPrivateKeys(pem);
      const key = createPrivateKey({ key: Buffer.from(found!.der, 'base64'), format: 'der', type: 'pkcs8' });
      expect(key.export(PEM)).toBe(`${pem}\n`);
    }
  });

  test('several keys, each in its place', () => {
    const text = `${keys.rsa.pem}\n${keys.ed25519.der}\n"${keys.ed25519.pem.replaceAll('\n', '\\n')}"\n${keys.ec.pem}`;
    expect(findPrivateKeys(text).map(({ algorithm, form }) => [algorithm, form])).toEqual([
      ['rsa', 'pem'],
      ['ed25519', 'der'],
      ['ed25519', 'pem'],
      ['ec', 'pem'],
    ]);
  });

  test('the fakes of the examples', () => {
    for (const kind of ['pem-ed25519', 'pem-rsa', 'pem-rsa-pkcs1', 'pem-ec', 'der-ed25519', 'der-rsa', 'xml-rsa']) {
      const value = fake(kind, 'a');
      expect(findPrivateKeys(`x ${value} y`), kind).toMatchObject([
        { span: { start: 2, end: 2 + value.length }, encrypted: false },
      ]);
    }
    expect(findPrivateKeys(fake('pem-encrypted', 'a'))).toMatchObject([{ algorithm: 'ed25519', encrypted: true }]);
    for (const kind of ['pem-public', 'pem-cert', 'jwt', 'key64']) expect(findPrivateKeys(fake(kind, 'a'))).toEqual([]);
  });
});

describe('encrypted keys', () => {
  const cipher = 'aes-256-cbc';
  const passphrase = 'not a secret';

  test('PKCS#8, with and without its header', () => {
    for (const [pair, algorithm] of [
      [rsa, 'rsa'],
      [ed25519, 'ed25519'],
    ] as const) {
      const pem = pair.privateKey
        .export({ ...PEM, cipher, passphrase })
        .toString()
        .trim();
      const span = { start: 0, end: pem.length };
      expect(findPrivateKeys(pem)).toMatchObject([{ span, algorithm, encrypted: true, form: 'pem' }]);
      const body = pem.split('\n').slice(1, -1).join('');
      expect(findPrivateKeys(`"${body}"`)).toMatchObject([{ algorithm, encrypted: true, der: body, form: 'der' }]);
    }
  });

  test('PKCS#1 with the old header, also escaped and in literals', () => {
    const pem = rsa.privateKey.export({ type: 'pkcs1', format: 'pem', cipher, passphrase }).toString().trim();
    expect(pem).toContain('Proc-Type');
    const der = pem.split('\n').slice(4, -1).join('');
    for (const wrapping of [
      'a file',
      'CRLF lines',
      'an escaped JSON string',
      'a YAML block',
      'JavaScript concatenation',
    ]) {
      const { text, start, end } = marked(wrappings[wrapping]!(pem));
      expect(findPrivateKeys(text), wrapping).toEqual([
        { span: { start, end }, algorithm: 'rsa', encrypted: true, der, form: 'pem' },
      ]);
    }
  });
});

describe('cut keys', () => {
  test('without the footer', () => {
    const text = keys.rsa.pem.split('\n').slice(0, 8).join('\n');
    for (const after of ['', '\n', '\n\nSome words follow here\n', '"\nconst x = 1;']) {
      const [found, ...others] = findPrivateKeys(text + after);
      expect(others).toEqual([]);
      expect(found).toMatchObject({ span: { start: 0, end: text.length }, algorithm: 'rsa' });
    }
  });

  test('a whole body without the footer is the whole key', () => {
    for (const { pem, der } of Object.values(keys)) {
      const text = pem.split('\n').slice(0, -1).join('\n');
      expect(findPrivateKeys(`${text}\n\nmore words and words`)).toMatchObject([
        { der, span: { start: 0, end: text.length } },
      ]);
    }
  });
});

describe('clean', () => {
  const { pem, der } = keys.rsa;
  const [header, first, second] = pem.split('\n') as [string, string, string];
  const footer = header.replace('BEGIN', 'END');
  const clean: Record<string, string> = {
    'code that names the header': `if (key.startsWith("${header}")) { return key.replace("${footer}", ""); }`,
    'a header around a variable': `"${header}\\n" + body + "\\n${footer}"`,
    'an interpolation': `\`${header}\n\${process.env.KEY}\n${footer}\``,
    'a placeholder': `${header}\nyour private key goes here, in several lines of base64\n${footer}`,
    'x for letters': `${header}\n${'x'.repeat(64)}\n${'x'.repeat(64)}\n${footer}`,
    'a real beginning, then x': `${header}\n${first.slice(0, 38)}${'x'.repeat(26)}\n${'x'.repeat(64)}\n${footer}`,
    'dots after the first line': `${header}\n${first}...\n${footer}`,
    'dots in the second line': `${header}\n${first}\n...\n${footer}`,
    'an ellipsis, and no footer': `"${header}\\n${first}…"`,
    'a snip': `${header}\n${first}\n${second}\n[snip]\n${footer}`,
    'a short body': `${header}\n${first.slice(0, 50)}\n${footer}`,
    'a public key': rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    'a PKCS#1 public key': rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    'a bare public key': `"${rsa.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}"`,
    'an Ed25519 public key': ed25519.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    'an EC public key': ec.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    'an OpenSSH key': pem
      .replaceAll('PRIVATE', 'OPENSSH PRIVATE')
      .replace(first, `b3BlbnNzaC1rZXktdjEA${first.slice(20)}`),
    'a PGP block': '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOYBF\n-----END PGP PRIVATE KEY BLOCK-----',
    'a bare beginning': `"${der.slice(0, 200)}"`,
    'a bare body with more behind': `"${der.slice(0, -2)}AAAA${der.slice(50, 90)}"`,
    'an Ed25519 beginning in something longer': `"${keys.ed25519.der}${first}"`,
    'an Ed25519 placeholder': `"${keys.ed25519.der.slice(0, 22)}${'A'.repeat(42)}"`,
    'a base64 public key': base64(rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString()),
  };
  for (const [name, text] of Object.entries(clean)) {
    test(name, () => {
      expect(findPrivateKeys(text)).toEqual([]);
    });
  }
});

describe('hostile text', () => {
  const header = '-----BEGIN PRIVATE KEY-----';
  const letters = base64(
    Buffer.from(Array.from({ length: 30_000 }, (_, index) => (index * 7919) % 251)).toString('latin1'),
  );
  const line = keys.rsa.der.slice(0, 64);
  const texts: Record<string, string> = {
    headers: header.repeat(400_000),
    'headers in lines': `${header}\n`.repeat(400_000),
    'headers in quotes': `"${header}",\n`.repeat(300_000),
    'quotes that never close': `"${header}" `.repeat(300_000),
    'base64 on one line': letters.repeat(250),
    'base64 in lines': wrap(letters, 64).repeat(250),
    'a header and base64': `${header}\n${letters.repeat(250)}`,
    'headers, each with a little base64': `${header}\n${letters.slice(0, 64)}\n`.repeat(100_000),
    'beginnings of keys': `${line}\n`.repeat(150_000),
    'beginnings of keys in base64 lines': `${line}\n${letters.slice(0, 64)}\n`.repeat(80_000),
    'beginnings of base64 PEM': `${base64(header)}\n`.repeat(200_000),
    'blanks after headers': `${header}${' '.repeat(290)}`.repeat(30_000),
    backslashes: `${header}${'\\'.repeat(10_000_000)}`,
    'escapes in keys': `M${'\\/'.repeat(30)}MIIE`.repeat(120_000),
    'XML that never closes': '<RSAKeyValue><D>'.repeat(600_000),
    letters: 'M'.repeat(10_000_000),
  };
  for (const [name, text] of Object.entries(texts)) {
    // What is quadratic here takes longer than a test may.
    test(`${name}: comes to an end`, () => {
      expect(() => findPrivateKeys(text)).not.toThrow();
    });
  }

  test('never throws, and spans lie in the text and in order', () => {
    const parts = fc.constantFrom(
      header,
      header.replace('BEGIN', 'END'),
      '"',
      "'",
      '\\n',
      '\n',
      ' + ',
      line,
      keys.ed25519.der,
      keys.ed25519.pem,
      '# ',
      '\\',
      '=',
      '…',
      '<RSAKeyValue>',
      '</RSAKeyValue>',
      '<D>',
      base64(header),
      'words',
      '\\u002b',
      'MIIE',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { span } of findPrivateKeys(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          last = span.end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
