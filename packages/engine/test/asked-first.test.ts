// What a rule is asked about a program before it is read must let through all that the rule would find in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isForOtherExchange } from '../src/clues/other-exchange.ts';
import { expand } from '../src/examples.ts';
import { lex } from '../src/read/code/lexer.ts';
import { isLanguage, languageOf, languages } from '../src/read/languages.ts';
import { chanceIn } from '../src/risks/gate.ts';
import { observeRisks } from '../src/risks/observe-risks.ts';
import { subjectOf } from '../src/risks/subject.ts';
import { rules } from '../src/rules/index.ts';
import { cook, recipe, settings, type CorpusFile } from './mutations.ts';

const asked = rules.filter(({ mayFind }) => mayFind);
/** Ways in which programs say how old a key is. */
const dated: readonly CorpusFile[] = [
  ...[
    'KEYS = [{"label": "a", "api_key": load("a"), "created_at": 1735689600}]',
    'KEYS = {"api_keys": [{"name": "a", "created": "2024-01-01"}]}',
    'key = Key(api_key=k, created="2024-01-01")',
    'CONFIG = {"binance": {"keys": {"grid": {"created": "2024-01-01", "permissions": ["read"]}}}}',
    'BINANCE_API_KEY_CREATED = "2024-01-01"',
    'text = \'{"createTime": 1698710400000, "ipRestrict": true}\'',
    'settings.api_key_created = "2024-01-01"',
    'store.put("binance", {"meta": {"created": date("2024-01-01")}, "apiKey": k, "created": date("2024-01-01")})',
  ].map((text) => ({ path: 'keys.py', text: `# Binance\n${text}\n` })),
  ...[
    'const key = { ipRestrict: true, enableReading: true, createTime: 1698710400000 };',
    "export const apiKeys = [\n  { label: 'grid', createdAt: '2024-02-01', trade: true },\n];",
    "const apiKey = Key.builder().created('2024-01-01').accessKey(k).build();",
    "config.set('binance.apiKey.created', '2024-01-01');",
    "const credentials = {\n  binance: {\n    rotatedAt: '2024-02-01',\n    permissions: ['trade'],\n  },\n};",
  ].map((text) => ({ path: 'keys.js', text: `// Binance\n${text}\n` })),
];
const programs: readonly CorpusFile[] = [
  ...settings,
  ...dated,
  ...rules
    .flatMap(({ examples: { leaks, clean, missed } }) => [...leaks, ...clean, ...missed])
    .map((one) => (typeof one === 'string' ? { text: one } : one))
    .map(({ path = 'bot.py', text }) => ({ path, text: expand(text).text })),
].filter(({ path, text }) => isLanguage(languageOf(path, text)));

/** The rules that find something there, and those of them that are refused by the words alone. */
function judged({ path, text }: CorpusFile): { readonly found: string[]; readonly refused: string[] } {
  const language = languageOf(path, text);
  const chance = chanceIn(text);
  if (!chance || !isLanguage(language)) return { found: [], refused: [] };
  const subject = subjectOf({ path, text, origin: { kind: 'file' } }, chance);
  const found = asked.filter(({ id, look }) => chance.rules.has(id) && [...look!(subject)].length > 0);
  const tokens = () => lex(text, languages[language]);
  return {
    found: found.map(({ id }) => id),
    refused: found.filter(({ mayFind }) => !mayFind!({ text, language, tokens })).map(({ id }) => id),
  };
}

/** The same program for an exchange that nobody knows. */
const elsewhere = (text: string): string =>
  text.replace(/binance/gi, (word) => (word[0] === 'B' ? 'Aceman' : 'aceman')).replace(/x-mbx/gi, 'x-ace');

const ways: readonly ((one: CorpusFile, other: CorpusFile, at: number) => CorpusFile)[] = [
  ({ path, text }) => ({ path, text: elsewhere(text) }),
  ({ path, text }, other) => ({ path, text: `${text}\n${other.text}` }),
  ({ path, text }, other) => ({ path, text: `${elsewhere(text)}\n${elsewhere(other.text)}` }),
  ({ path, text }, other, at) => {
    const lines = text.split('\n');
    lines.splice(at % (lines.length + 1), 0, ...other.text.split('\n').slice(0, 1 + (at % 7)));
    return { path, text: lines.join('\n') };
  },
  // What stood on lines of its own stands on one.
  ({ path, text }) => ({ path, text: text.replace(/([{([,])\s*\n\s*/g, '$1 ').replace(/\n\s*([})\]])/g, ' $1') }),
  // And what stood on one on its own.
  ({ path, text }) => ({ path, text: text.replace(/([{([,]) ?(?=\S)/g, '$1\n  ') }),
  ({ path, text }) => ({ path, text: text.replace(/(["'][\w]*?)_(\w*["'])/g, '$1-$2') }),
  ({ path, text }) => ({ path, text: text.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) }),
];

describe('rules that are asked before a program is read', () => {
  it('find nothing in what they refuse, in all examples and settings', () => {
    const found = new Map(asked.map(({ id }) => [id, 0]));
    let spared = 0;
    for (const one of programs) {
      const here = judged(one);
      expect(here.refused, one.path).toEqual([]);
      for (const id of here.found) found.set(id, found.get(id)! + 1);
      const { text } = one;
      const language = languageOf(one.path, text);
      if (
        isLanguage(language) &&
        asked.some(({ mayFind }) => !mayFind!({ text, language, tokens: () => lex(text, languages[language]) }))
      )
        spared += 1;
    }
    expect(asked.map(({ id }) => id).sort()).toEqual(['fund-moving-call', 'key-age', 'secret-logged']);
    for (const [id, count] of found) expect(count, id).toBeGreaterThan(10);
    expect(spared).toBeGreaterThan(programs.length / 2);
  });

  it('find nothing in what they refuse, however programs are changed', { timeout: 120_000 }, () => {
    let found = 0;
    const change = fc.record({
      ...{ one: fc.nat(programs.length - 1), other: fc.nat(programs.length - 1) },
      ...{ way: fc.nat(ways.length - 1), at: fc.nat(999) },
    });
    fc.assert(
      fc.property(change, ({ one, other, way, at }) => {
        const here = judged(ways[way]!(programs[one]!, programs[other]!, at));
        found += here.found.length;
        expect(here.refused).toEqual([]);
      }),
      { seed: Number(process.env['FUZZ_SEED'] ?? 20261129), numRuns: 4000 },
    );
    expect(found).toBeGreaterThan(300);
  });

  it('find nothing in what they refuse, however it is broken', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(recipe, (made) => {
        expect(judged(cook(made)).refused).toEqual([]);
      }),
      { seed: Number(process.env['FUZZ_SEED'] ?? 20261129), numRuns: 1000 },
    );
  });
});

describe('a text with zero bytes', () => {
  const env = 'BINANCE_IP_WHITELIST=10.0.0.1\n';
  const found = (text: string) => observeRisks({ path: '.env', text, origin: { kind: 'file' } });

  it('may hold risks, unless there are many of them', () => {
    expect(found(`${env}\0`)).toHaveLength(1);
    expect(found(`${env}${'A=1\0\n'.repeat(99)}`)).toEqual([]);
  });
});

describe('files of other exchanges', () => {
  const code = 'client.withdraw(coin="USDT", address=to, amount=1)\n';
  const found = (path: string, text: string) =>
    observeRisks({ path, text, origin: { kind: 'file' } }).map(({ rule }) => rule);

  it.each([
    ['bot.py', `from exchanges.kucoin.auth import Auth\n${code}`],
    ['src/bybit/rest.py', code],
    ['src/gate_io/rest.py', code],
    ['bot.py', `import kucoin\nPAIRS = ["BNB-USDT"]\n${code}`],
    ['bot.ts', "import { RestClient } from 'bitget-api';\nclient.withdraw({ coin, address, amount });\n"],
  ])('hold no risk: %s', (path, text) => {
    expect(isForOtherExchange({ path, text })).toBe(true);
    expect(found(path, text)).toEqual([]);
    expect(found('bot.py', code)).toEqual(['fund-moving-call']);
  });

  it.each([
    ['bot.py', `import binance\nfrom exchanges.kucoin.auth import Auth\n${code}`],
    ['src/binance/bybit.py', code],
    ['src/gate/rest.py', code],
    ['src/stores/coinStore.ts', code],
    ['src/hash_key.py', code],
    ['src/big_one/bot.py', code],
    ['bot.py', `from bybit_client import X\nbn = X(os.environ["BN_API_SECRET"])\nbn.${code.slice(7)}`],
    ['bot.py', `from gemini import Model\n${code}`],
    ['bot.py', `from exchanges.mexc import Auth\nPATH = "/sapi/v1/account"\n${code}`],
    ['bot.py', `# 币安\nfrom exchanges.kucoin.auth import Auth\n${code}`],
  ])('are none of them: %s', (path, text) => {
    expect(isForOtherExchange({ path, text })).toBe(false);
  });
});
