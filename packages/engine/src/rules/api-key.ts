/** API keys: they name an account's key and go into a header. Alone they sign nothing; beside their secret they are half of it. */
import type { Rule } from '../types.ts';

export const apiKey: Rule = {
  id: 'api-key',
  title: 'Binance API key',
  severity: 'medium',
  finds:
    'An API key of Binance, 64 letters and digits. Together with its secret it is reported as critical, since the pair is what opens the account.',
  why: 'The official documentation calls both halves sensitive. With the API key alone a thief can open a user data stream and read balances and orders, and needs only the secret, which often lies in the same place or its history.',
  advice: [
    'Delete the key in Binance’s API Management. Alone it signs nothing, but its secret often lies nearby or in the history.',
    'Look for the other half, in the history too.',
    'Read the key from the environment or a secret manager, like its secret.',
  ],
  references: ['https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security'],
  examples: {
    leaks: [
      'BINANCE_API_KEY=<key64:a>',
      { path: 'curl.sh', text: 'curl -H "X-MBX-APIKEY: <key64:a>" https://api.binance.com/api/v3/account' },
      {
        path: 'bot.js',
        text: "const Binance = require('node-binance-api');\nconst binance = new Binance().options({\n  APIKEY: '<key64:a>',\n});",
      },
      { path: 'bot.py', text: 'import ccxt\nexchange = ccxt.binance({\n    "apiKey": "<key64:a>",\n})' },
      { path: 'config.yml', text: 'binance:\n  api_key: <key64:a>' },
      {
        path: 'client.go',
        text: 'import "github.com/binance/binance-connector-go"\n\nclient := binance_connector.NewClient("<key64:a>", secret)',
      },
      { path: 'config.toml', text: '[binance]\napi_key = "<key64:a>"' },
      { path: 'App.kt', text: 'val factory = BinanceApiClientFactory.newInstance("<key64:a>", secret)' },
      { path: 'headers.ts', text: "const headers = { 'X-MBX-APIKEY': '<key64:a>' }; // api.binance.com" },
      { path: 'user.ini', text: '[binance_user_config]\napi_key = <key64:a>' },
    ],
    clean: [
      'BINANCE_API_KEY=',
      { path: 'bot.py', text: 'client = Client(os.environ["BINANCE_API_KEY"], os.environ["BINANCE_API_SECRET"])' },
      { path: 'binance.js', text: "const jwtSecret = '<key64:a>';" },
      { path: 'exchanges.json', text: '[{ "exchange": "kraken", "key": "<key64:a>" }]' },
    ],
    missed: [
      {
        path: 'binance.svg',
        text: '<text>BINANCE API KEY</text><image href="qr.png"/>',
        because: 'pictures are not read',
      },
    ],
  },
};
