// What is looked at before a text is read must let through all that reading would find: raw bytes in every encoding,
// then the text itself.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHold } from '../src/carriers.ts';
import { decode } from '../src/decode.ts';
import { expand } from '../src/examples.ts';
import { observe, observeCredentials } from '../src/observe.ts';
import { rules } from '../src/rules/index.ts';
import { mayBeWorthReading, worthReading } from '../src/worth-reading.ts';
import { cook, fixtures, recipe, type CorpusFile } from './mutations.ts';

const examples: readonly CorpusFile[] = rules.flatMap(({ examples: { leaks, clean, missed } }) =>
  [...leaks, ...clean, ...missed].map((one) => {
    const { path = '', text } = typeof one === 'string' ? { text: one } : one;
    return { path, text: expand(text).text };
  }),
);

/** A credential or an ignore comment, whatever it is worth. */
function holdsSomething({ path, text }: CorpusFile): boolean {
  return observe({ path, text, origin: { kind: 'file' } }).some(
    ({ kind }) => kind === 'credential' || kind === 'ignore',
  );
}

function encodings(text: string): Uint8Array[] {
  const wide = Buffer.from(text, 'utf16le');
  const marked = Buffer.from(`\ufeff${text}`, 'utf16le');
  // The array begins at an odd place of its memory: words of four bytes are aligned otherwise.
  const shifted = new Uint8Array(Buffer.byteLength(text) + 3).subarray(3);
  shifted.set(Buffer.from(text));
  return [Buffer.from(text), shifted, Buffer.from(text, 'latin1'), wide, marked, Buffer.from(marked).swap16()];
}

/** No text in what fails: it may have values in it. */
function expectHeld(file: CorpusFile): void {
  for (const may of [mayHold, mayBeWorthReading]) {
    expect(encodings(file.text).map((bytes) => may(bytes))).not.toContain(false);
  }
  expect(worthReading(file.text)).toBe(true);
}

describe('bytes that hold a credential or an ignore comment', () => {
  it('may hold one, in all files, look-alikes and examples', () => {
    const holding = [...fixtures, ...examples].filter(holdsSomething);
    expect(holding.length).toBeGreaterThan(500);
    for (const file of holding) expectHeld(file);
  });

  it('may hold one whatever becomes of a file', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(recipe, (one) => {
        const made = cook(one);
        return !holdsSomething(made) || encodings(made.text).every((bytes) => mayBeWorthReading(bytes));
      }),
      { seed: 20261128, numRuns: 400 },
    );
  });

  it('may hold a hex value for the testnet, in whatever words that is told', () => {
    const [a, b] = ['<hex64:a>', '<hex64:b>'].map((one) => expand(one).text);
    const names = [
      'testnet_api_key testnet_api_secret',
      'TESTNET_KEY TESTNET_SECRET',
      'apiKeyTestnet secretKeyTestnet',
    ];
    const plain = ['api_key api_secret', 'apiKey apiSecret'];
    const say = (one: string, pairs: readonly string[]): string[] =>
      pairs.map((pair) => {
        const [k = '', s = ''] = pair.split(' ');
        return one.replaceAll('%k', k).replaceAll('%s', s).replaceAll('%a', a!).replaceAll('%b', b!);
      });
    const told = [
      ...['%k = "%a"\n%s = "%b"', '{ "%k": "%a", "%s": "%b" }', '%k: %a\n%s: %b', '<%k>%a</%k><%s>%b</%s>'],
      ...['tool --%k %a --%s %b', 'm.put("%k", "%a"); m.put("%s", "%b");', '%k,%s\n%a,%b\n', 'self.%k = "%a"'],
      ...['x.%k = process.env.%k || "%a";\nx.%s = process.env.%s ?? "%b";', 'k = os.getenv("%k", "%a")'],
      ...['| %k | %s |\n|---|---|\n| %a | %b |', 'set %k=%a\nset %s=%b', '$%k = "%a"\n$%s = "%b"', '%k => "%a",'],
      ...['insert into k (%k, %s) values ("%a", "%b");', 'connect(%k="%a", %s="%b")', 'const %k string = "%a"'],
    ].flatMap((one) => say(one, names));
    const around = [
      ...['# testnet\n#\n', '[my_testnet]\n#\n', '// my_testnet keys\n#\n', 'testnet:\n  #\n', 'testnet = True\n#\n'],
      ...[
        'if use_testnet\n  #\nend',
        'if testnet:\n    #\n',
        'def make_testnet():\n    #\n',
        'class MyTestnet {\n #\n}',
      ],
      ...[
        'x_testnet = {\n  #\n}',
        'my_testnet: {\n  #\n}',
        '"x_testnet": {\n #\n},',
        'const t = { useTestnet: true,\n #\n};',
      ],
      ...[
        'myTestnet.config = {\n #\n};',
        'set_environment(Environment.TESTNET)\n#\n',
        'connect(SPOT_TESTNET_URL,\n #\n)',
      ],
    ].flatMap((one) =>
      ['%k = "%a"\n%s = "%b"', '%k: "%a",\n%s: "%b",'].flatMap((two) => say(one.replace('#', two), plain)),
    );
    const nothing = { bindings: [], calls: [] };
    let found = 0;
    for (const text of [...told, ...around])
      for (const path of [
        'a.py',
        'a.js',
        'a.yaml',
        'a.json',
        'a.toml',
        'a.ini',
        '.env',
        'a.csv',
        'a.md',
        'a.xml',
        'a.sh',
        'a.rb',
        'a.sql',
        'a.go',
      ]) {
        // A parser asks before: what it is given is always read.
        const read = observeCredentials({ path, text, origin: { kind: 'file' } }, nothing);
        if (!read.some(({ kind }) => kind === 'credential')) continue;
        found += 1;
        expect(worthReading(text), `${path} ${text.replaceAll(/[0-9a-f]{64}/g, '…')}`).toBe(true);
      }
    expect(found).toBeGreaterThan(300);
    // Names that are only used tell nothing, unless they stand beside it.
    const used = (gap: number): string =>
      `import x\n\nf(api_key="${a}", api_secret="${b}",${' '.repeat(gap)}domain=DEX_TESTNET_DOMAIN)`;
    expect([100, 500].map((gap) => worthReading(used(gap)))).toEqual([true, false]);
  });

  it.each([
    ['a.md', 'Binance API secret for BTC: #'],
    ['a.json', '{"binance":{"api_secret":{"BTC":"#","ETH":"#"}}}'],
    ['a.py', 'BINANCE_SECRET["eth"] = "#"'],
    ['a.yaml', 'binance:\n  secret:\n    version: #\n'],
    ['a.js', 'const binance = { secret: { build: "#", sol: "#" } }'],
    ['a.py', 'binance.Client(api_key, sign_private="#")'],
    ['a.yaml', 'env:\n\n- name: TESTNET_API_SECRET\n  value: "#"\n'],
    ['a.go', 'package x\n\nconst testnetAPISecret string = "#"'],
    ['a.R', 'x <- 1\n\ntestnet_api_secret <- "#"'],
    ['b.gradle', 'android {\n\nbuildConfigField("String", "TESTNET_API_SECRET", "\\"#\\"")'],
    ['a.js', 'let x\n\nnew Client({apiKey:"#", apiSecret:"#", baseUrl: testnetBase})'],
    ['a.py', `BASE = "https://testnet.binancefuture.com"\n${'x = 1 + 2 + 3 + 4\n'.repeat(20)}ak = "#"\nsk = "#"\n`],
  ])('finds a hex value: %s %j', (path, text) => {
    let count = 0;
    const told = text.replaceAll('#', () => expand(`<hex64:h${String(count++)}>`).text);
    const found = observeCredentials({ path, text: told, origin: { kind: 'file' } });
    expect(found.filter(({ kind }) => kind === 'credential')).toHaveLength(count);
  });

  it('holds none where its name says hash, and nothing above says secret', () => {
    const hash = expand('<hex64:h>').text;
    expect(worthReading(`const binance = [{ client: 1, txHash: "${hash}" }];`)).toBe(false);
    expect(worthReading(`const binance = { secret: { hash: "${hash}" } };`)).toBe(true);
  });

  it('may hold one wherever it stands', () => {
    const [a, b] = [expand('<key64:a[0,32]>').text, expand('<key64:a[32,64]>').text];
    const holders = [
      expand('<key64:a>').text,
      expand('<alnum60:a>').text,
      `"${a}" + "${b}"`,
      `'${a}' \\\n  '${b}'`,
      `["${a}", "${b}"]`,
      expand('<pem-ed25519:a>').text,
      expand('<der-rsa:a>').text,
      expand('<der-ed25519:a>').text,
      expand('<xml-rsa:a>').text,
      expand('gAAAAAB<alnum100:a>').text,
      'private_key_pass',
      'rsa-pass',
      'pemFilePassword',
      'ed25519_passphrase',
      'privateKeyPass',
      'signing_key_file_pass',
      '// bnguard-ignore api-key',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Transfer-Encoding: Quoted-Printable',
      'CONTENT-TRANSFER-ENCODING: QUOTED-PRINTABLE',
    ];
    for (const holder of holders) {
      for (let before = 0; before < 34; before += 1) {
        const text = `${'-'.repeat(before)} ${holder}; x binance`;
        expect(encodings(text).map((bytes) => mayHold(bytes))).not.toContain(false);
        const inside = Buffer.from(`aaaa${text}aaaa`);
        expect(mayHold(inside, 4, inside.length - 4)).toBe(true);
      }
    }
  });
});

describe('bytes in which a decoder would find nothing', () => {
  it.each([
    ['base64 and long hashes', expand('binance "<alnum100:a>+<alnum100:b>" <hex128:a>').text],
    ['a hash that nothing names', expand('<hex64:a> is binance').text],
    ['a named hash of something else', expand('{"privateKey": "<hex64:a>"}').text],
    ['letters of a listen key in a file that has none', expand('binance: <alnum62:a>').text],
    ['a key after what makes it a piece of something', expand('sk_<key64:a> <key64:b>=').text],
    ['words', 'the private key of binance, and its passphrase'],
  ])('%s', (_, text) => {
    expect(
      encodings(text)
        .slice(0, 3)
        .map((bytes) => mayBeWorthReading(bytes)),
    ).not.toContain(true);
    expect(worthReading(text)).toBe(false);
  });
});

describe('bytes that speak of Binance and hold nothing', () => {
  it.each([
    'binance freqtrade X-MBX-APIKEY listenKey listen_key',
    expand('sha1: <hex40:a>').text,
    'const aVeryLongNameOfSomething = "anotherLongName"; // binance',
    'api_passphrase = getPass(); password = "private"',
  ])('%#', (text) => {
    for (const bytes of encodings(`${text}\n`.repeat(50))) expect(mayHold(bytes)).toBe(false);
  });
});

describe('texts that are not worth reading', () => {
  const prose = 'Binance';
  it.each([
    ['a mark of a private key and no key', `-----BEGIN PRIVATE KEY-----\n${expand('<der-rsa:a[0,32]>').text}\n`],
    [
      'a picture with the letters of a token',
      expand('data:image/png;base64,<alnum100:a>gAAAAAB<alnum155:b>').text.replace(/[a-z]{2}/g, '$&+'),
    ],
    ['hashes beside a listen key', `listenKey = get(); // ${expand('<hex64:a>').text}`],
    ['words that are joined', `["aVeryLongNameOfSomething", "anotherLongName2"].join(", ") // ${prose}`],
    ['mail without a key', 'Content-Transfer-Encoding: quoted-printable\n\nBinance =\nkey'],
  ])('%s', (_, text) => {
    expect(worthReading(text)).toBe(false);
  });
});

describe('a binary file', () => {
  it('may name Binance as in UTF-16, beside what is no UTF-16', () => {
    const bytes = Buffer.concat([
      Buffer.from([0x7f, 0xff, 0x90, 0xe8, 3, 0, 0x0a]),
      Buffer.from('https://api.binance.com\n', 'utf16le'),
      Buffer.from(expand(`\napi_secret=<hex64:a>\n${'A'.repeat(80)}`).text),
    ]);
    const decoded = decode(bytes);
    expect(decoded.kind === 'text' && worthReading(decoded.text)).toBe(true);
    expect(mayBeWorthReading(bytes)).toBe(true);
  });
});
