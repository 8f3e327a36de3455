/** HMAC secrets: 64 letters and digits without prefix or checksum. Shape proves little; surroundings decide. */
import type { Rule } from '../types.ts';

export const secretKey: Rule = {
  id: 'secret-key',
  title: 'Binance secret key',
  severity: 'critical',
  finds:
    'An HMAC secret key of Binance, 64 letters and digits, in any code, configuration, note or encoding. A key whose role cannot be told is reported here too, as high.',
  why: 'Whoever has the secret and its API key signs requests as you: orders, transfers, and withdrawals where the key allows them. Keys without the right to withdraw have been drained by trades against the thief’s own orders.',
  advice: [
    'Delete the key in Binance’s API Management now; it stays live until you do, whatever happens to this file.',
    'Look at orders, withdrawals and transfers since it was written here.',
    'Make a new key (Ed25519, with an IP list, only the rights it needs) and read it from the environment or a secret manager.',
    'Then remove it from the code and from git’s history: git keeps what was committed.',
  ],
  references: [
    'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security',
    'https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types',
  ],
  examples: {
    leaks: [
      'BINANCE_API_SECRET=<key64:a>',
      {
        path: 'bot.ts',
        text: "import { Spot } from '@binance/connector';\nconst client = new Spot(process.env.KEY, '<key64:a>');",
      },
      {
        path: 'bot.py',
        text: 'from binance.client import Client\nsecret = "<key64:a>"\nclient = Client(os.environ["KEY"], secret)',
      },
      {
        path: 'accounts.py',
        text: 'from binance.client import Client\nmain = {"word": "<key64:a>"}\nclient = Client(key, main["word"])',
      },
      {
        path: 'main.go',
        text: 'import "github.com/adshao/go-binance/v2"\n\nvar client = binance.NewClient(os.Getenv("KEY"), "<key64:a>")',
      },
      { path: 'config.json', text: '{ "exchange": { "name": "binance", "secret": "<key64:a>" } }' },
      { path: 'k8s.yaml', text: 'kind: Secret\ndata:\n  BINANCE_API_SECRET: <key64:a|base64>' },
      {
        path: 'Bot.java',
        text: 'class Bot {\n  static final String BINANCE_SECRET = "<key64:a[0,32]>"\n      + "<key64:a[32,64]>";\n}',
      },
      { path: 'bot.php', text: "<?php\n$client = new \\Binance\\Spot(['secret' => '<key64:a>']);" },
      { path: 'notes.md', text: '## Binance\n\nSecret key: `<key64:a>`' },
      {
        path: 'lib.rs',
        text: 'use binance::api::*;\nlet account: Account = Binance::new(None, Some("<key64:a>".into()));',
      },
      { path: 'Bot.cs', text: 'using Binance.Net;\nvar credentials = new BinanceCredentials(key, "<key64:a>");' },
      { path: 'bot.rb', text: "require 'binance'\nclient = Binance::Spot.new(secret: '<key64:a>')" },
      {
        path: 'user/config.json',
        text: '{ "exchanges": { "binance": { "api-key": "env:KEY", "api-secret": "gAAAAAB<alnum100:a>" } } }',
      },
      { path: 'old.js', text: "// binance.options({ APISECRET: '<key64:a>' });" },
    ],
    clean: [
      'BINANCE_API_SECRET=your_api_secret_here',
      'BINANCE_API_SECRET=${{ secrets.BINANCE_API_SECRET }}',
      { path: 'binance/package.json', text: '{ "integrity": "sha384-<base64-64:a>" }' },
      { path: 'binance.lock', text: 'binance 1.0 sha256:<hex64:a>' },
      { path: 'bybit.env', text: 'BYBIT_API_SECRET=<key64:a>' },
      { path: 'binance.pem', text: '<pem-public:a>' },
    ],
    missed: [
      {
        text: 'a = "<key64:a[0,20]>"\nb = "<key64:a[20,64]>"\nbinance_secret = a + b',
        because: 'halves bound to names are only joined at run time',
      },
    ],
  },
};
