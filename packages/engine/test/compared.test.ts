// The snippets of docs/compared.md, with what bnguard finds in each: the table's last column.
import { expect, test } from 'vitest';
import { expand } from '../src/examples.ts';
import { detect } from '../src/index.ts';

const K = '<key64:k>';
const S = '<key64:s>';

test.each<[string, string, string, string[]]>([
  [
    'new Spot(K, S)',
    'bot.js',
    `const { Spot } = require('@binance/connector');\nconst client = new Spot('${K}','${S}')`,
    ['api-key', 'secret-key'],
  ],
  [
    'Client(K, S)',
    'bot.py',
    `from binance.client import Client\nclient = Client("${K}","${S}")`,
    ['api-key', 'secret-key'],
  ],
  [
    'NewClient(K, S)',
    'main.go',
    `import "github.com/adshao/go-binance/v2"\n\nvar c = binance.NewClient("${K}", "${S}")`,
    ['api-key', 'secret-key'],
  ],
  [
    'newInstance(K, S)',
    'App.java',
    `var f = BinanceApiClientFactory.newInstance("${K}", "${S}");`,
    ['api-key', 'secret-key'],
  ],
  [
    'Some(K), Some(S)',
    'main.rs',
    `use binance::api::*;\nlet a: Account = Binance::new(Some("${K}".into()), Some("${S}".into()));`,
    ['api-key', 'secret-key'],
  ],
  [
    'Client(api_key=K, api_secret=S)',
    'bot.py',
    `import binance\nclient = Client(api_key="${K}", api_secret="${S}")`,
    ['api-key', 'secret-key'],
  ],
  ['array', 'binance.js', `const binanceKeys = ['${K}', '${S}'];`, ['api-key', 'secret-key']],
  [
    'constructor on several lines',
    'bot.ts',
    `import { Spot } from '@binance/connector';\nnew Spot(\n  '${K}',\n  '${S}',\n);`,
    ['api-key', 'secret-key'],
  ],
  [
    'ApiCredentials(K, S)',
    'Bot.cs',
    `using Binance.Net;\nvar c = new ApiCredentials("${K}", "${S}");`,
    ['api-key', 'secret-key'],
  ],
  [
    'freqtrade JSON',
    'config.json',
    `{ "exchange": { "name": "binance", "key": "${K}", "secret": "${S}" } }`,
    ['api-key', 'secret-key'],
  ],
  [
    'ccxt on one line',
    'bot.js',
    `const ccxt = require('ccxt');\nconst x = new ccxt.binance({ apiKey: '${K}', secret: '${S}' })`,
    ['api-key', 'secret-key'],
  ],
  ['.env BINANCE_API_KEY', '.env', `BINANCE_API_KEY=${K}\nBINANCE_API_SECRET=${S}`, ['api-key', 'secret-key']],
  ['.env BN_KEY, BN_SEC', '.env', `BN_KEY=${K}\nBN_SEC=${S}`, ['api-key', 'secret-key']],
  ['curl', 'run.sh', `curl -H "X-MBX-APIKEY: ${K}" https://api.binance.com/api/v3/account`, ['api-key']],
  [
    'Markdown table',
    'KEYS.md',
    `| Binance | value |\n|---|---|\n| API key | ${K} |\n| Secret key | ${S} |`,
    ['api-key', 'secret-key'],
  ],
])('%s', (_, path, text, expected) => {
  const { findings } = detect({ path, text: expand(text).text, origin: { kind: 'file' } });
  expect(findings.filter(({ confidence }) => confidence !== 'possible').map(({ rule }) => rule)).toEqual(expected);
});
