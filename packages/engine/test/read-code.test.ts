// What the lexer and the parser see in code: names, values and calls, in every family of languages, printed one a
// line. Values are long, since statements without one are passed over.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forCredentials } from '../src/read/interest.ts';
import { languages, type LanguageName } from '../src/read/languages.ts';
import { parse } from '../src/read/parse.ts';
import { sourceSpan } from '../src/read/pieces.ts';
import type { Binding, Value } from '../src/types.ts';

const K = 'K'.repeat(64);
const S = 'S'.repeat(64);

/** `K` and `S` stand for values of 64 characters. */
function read(language: LanguageName, code: string): string[] {
  const text = code.replace(/\bK\b/g, K).replace(/\bS\b/g, S);
  const { bindings, calls } = parse(text, languages[language], forCredentials);
  const shown = (value: Value): string => {
    if (value.kind === 'text') return value.text.replaceAll(K, 'K').replaceAll(S, 'S');
    if (value.kind === 'ref') return `@${value.path.join('.')}`;
    return value.kind === 'scalar' ? value.text : `(${value.kind})`;
  };
  const entry = ({ path, value }: Binding): string => `${path.join('.')}=${shown(value)}`;
  return [
    ...bindings.filter(({ value }) => value.kind === 'text').map(entry),
    ...calls
      .filter(({ args }) => args.length > 0)
      .map(({ callee, args }) => `${callee.join('.')}(${args.map(entry).join(', ')})`),
  ];
}

describe('names before values', () => {
  test.each<[LanguageName, string, string[]]>([
    ['javascript', `const apiKey = 'K'; exchange.secret = "S"`, ['apiKey=K', 'exchange.secret=S']],
    ['javascript', `const [a, b] = ['K', 'S'];`, ['0=K', '1=S', 'a=K', 'b=S']],
    ['javascript', `const { apiKey = 'K' } = process.env;`, ['apiKey=K']],
    ['javascript', `class Bot {\n  private key: string = 'K';\n}`, ['Bot.key=K']],
    ['javascript', `config["binance"]['key'] = 'K'`, ['config.binance.key=K']],
    ['javascript', `const key =\n  'K'`, ['key=K']],
    ['javascript', `const cfg: Config = { binance: { key: 'K' as string } };`, ['cfg.binance.key=K']],
    ['python', `key, secret = "K", "S"`, ['key=K', 'secret=S']],
    ['python', `api_key: str = (\n    "K"\n)`, ['api_key=K']],
    ['python', `if testnet: key = "K"`, ['key=K']],
    ['go', `key, secret := "K", "S"`, ['key=K', 'secret=S']],
    ['go', `const (\n\tapiKey string = "K"\n\tsecret = "S"\n)`, ['apiKey=K', 'secret=S']],
    ['java', `private static final String KEY = "K";`, ['KEY=K']],
    ['rust', `const KEY: &str = "K";`, ['KEY=K']],
    ['php', `$config['binance']['key'] = 'K';`, ['config.binance.key=K']],
    [
      'ruby',
      `Binance.config = { :api_key => 'K', secret_key: 'S' }`,
      ['Binance.config.api_key=K', 'Binance.config.secret_key=S'],
    ],
    ['shell', `export BINANCE_KEY="K" OTHER=x`, ['BINANCE_KEY=K', 'OTHER=@x'].slice(0, 1)],
    ['shell', `trade --secret K`, ['--secret=K']],
    ['c', `const char key[] = "K";`, ['key=K']],
    ['sql', `UPDATE accounts SET api_key = 'K' WHERE id = 1;`, ['api_key=K']],
    ['hash', `variable "binance_secret" {\n  default = "S"\n}`, ['binance_secret.default=S']],
  ])('%s: %s', (language, code, expected) => {
    expect(read(language, code)).toEqual(expected);
  });
});

describe('calls', () => {
  test.each<[LanguageName, string, string]>([
    ['javascript', `new Spot('K', 'S', { baseURL: 'u' })`, 'Spot(0=K, 1=S, 2.baseURL=u)'],
    [
      'javascript',
      `new MainClient({\n  api_key: 'K',\n  api_secret: process.env.S2 ?? 'S',\n})`,
      'MainClient(0.api_key=K, 0.api_secret=@process.env.S2, 0.api_secret=S)',
    ],
    ['python', `Client("K", api_secret="S", testnet=True)`, 'Client(0=K, api_secret=S, testnet=True)'],
    ['python', `ccxt.binance({'apiKey': 'K'})`, 'ccxt.binance(0.apiKey=K)'],
    ['go', `futures.NewClient("K", secret)`, 'futures.NewClient(0=K, 1=@secret)'],
    ['go', `x := &Config{APIKey: "K"}`, 'Config(APIKey=K)'],
    ['csharp', `var c = new Opt\n{\n  ApiKey = "K"\n};`, 'Opt(ApiKey=K)'],
    ['rust', `Binance::new(Some("K".into()), None)`, 'Binance.new(0=K, 1=None)'],
    ['php', `new \\Binance\\Spot(['key' => 'K'])`, '\\Binance\\Spot(0.key=K)'],
    ['ruby', `Binance::Spot.new(key: 'K')`, 'Binance.Spot.new(key=K)'],
    ['java', `client.setApiKey("K");`, 'client.setApiKey(0=K)'],
  ])('%s: %s', (language, code, expected) => {
    expect(read(language, code)).toContain(expected);
  });
});

describe('literals', () => {
  test.each<[LanguageName, string, string]>([
    ['javascript', `k = 'KK' + "SS"`, 'k=KKSS'],
    ['python', `k = ("KK"\n     "SS")`, 'k=KKSS'],
    ['php', `$k = 'KK' . 'SS';`, 'k=KKSS'],
    ['dashes', `k = "KK" .. "SS"`, 'k=KKSS'],
    ['csharp', `k = @"KK""SS";`, 'k=KK"SS'],
    ['rust', `k = r#"KK"SS"#;`, 'k=KK"SS'],
    ['javascript', 'k = `KK`', 'k=KK'],
    ['powershell', `$k = 'KK''SS'`, "k=KK'SS"],
    ['python', `k = b"\\x4B\\u004b"`, 'k=KK'],
  ])('%s: %s', (language, code, expected) => {
    // Doubled letters stand for runs of 32, so that the literals are long enough to be read.
    const text = code.replace(/KK/g, 'K'.repeat(32)).replace(/SS/g, 'S'.repeat(32));
    const long = expected.replace(/KK/g, 'K'.repeat(32)).replace(/SS/g, 'S'.repeat(32));
    const padded = text === code ? `${code.replace('"', `"${'K'.repeat(30)}`)}` : text;
    const found = parse(padded, languages[language], forCredentials).bindings.map(
      ({ path, value }) => `${path.join('.')}=${value.kind === 'text' ? value.text : ''}`,
    );
    expect(found).toContain(text === code ? `k=${'K'.repeat(32)}` : long);
  });
});

test('any text is read without harm, and values map back to their source', () => {
  const names = Object.keys(languages) as LanguageName[];
  const bit = fc.constantFrom(
    '"',
    "'",
    '`',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    '=',
    ':',
    ',',
    ';',
    '\n',
    '\\',
    '//',
    '/*',
    '#',
    '<<EOF',
    ' ',
    '+',
    '.',
    'new ',
    'key',
    K,
    '?',
    '=>',
    '${',
  );
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.array(bit, { maxLength: 60 }), (name, bits) => {
      const text = bits.join('');
      const { bindings, calls } = parse(text, languages[name], forCredentials);
      for (const { value } of [...bindings, ...calls.flatMap(({ args }) => args)]) {
        if (value.kind !== 'text' || value.text === '') continue;
        const span = sourceSpan(value, { start: 0, end: value.text.length });
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        for (const piece of value.pieces) {
          if (
            piece.text.end - piece.text.start !== piece.source.end - piece.source.start ||
            piece.text.end - piece.text.start < 2
          )
            continue;
          expect(value.text.slice(piece.text.start, piece.text.end)).toBe(
            text.slice(piece.source.start, piece.source.end),
          );
        }
      }
    }),
    { numRuns: 3000 },
  );
});
