/** Recorded requests: an API key and a signature made with its secret, in a log, a recording or a collection. */
import type { Rule } from '../types.ts';

export const signedRequest: Rule = {
  id: 'signed-request',
  title: 'Recorded signed request',
  severity: 'medium',
  finds:
    'A request as it was sent, with API key, time and signature: in logs, HAR recordings, Postman collections, curl lines, WebSocket messages and FIX logons. It is placed at the signature; the API key is a finding of its own.',
  why: 'Within its receive window, at most a minute, whoever has the request can send it again. Later it shows an API key that is in use, from which account data and by which tool; and where one request was recorded, others lie nearby.',
  advice: [
    'Delete the API key in Binance’s API Management if the recording left your hands.',
    'Look for what else the same tool recorded, and turn the recording of headers and query strings off.',
    'Replace key and signature by placeholders in what must stay.',
  ],
  references: [
    'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security#signed-trade-and-user_data-endpoint-security',
  ],
  examples: {
    leaks: [
      {
        path: 'account.sh',
        text: 'curl -H "X-MBX-APIKEY: <key64:api-key.a>" "https://api.binance.com/api/v3/account?timestamp=1700000000000&signature=<hex64:signed-request.a>"',
      },
      {
        path: 'requests.log',
        text: 'POST https://fapi.binance.com/fapi/v1/order?symbol=BTCUSDT&timestamp=1700000000000&signature=<hex64:signed-request.a> headers={"X-MBX-APIKEY": "<key64:api-key.a>"}',
      },
      {
        path: 'logon.json',
        text: '{"url": "wss://ws-api.binance.com/ws-api/v3", "method": "session.logon", "params": {"apiKey": "<key64:api-key.a>", "timestamp": 1700000000000, "signature": "<hex64:signed-request.a>"}}',
      },
      {
        path: 'trace.har',
        text: '{"log": {"entries": [{"request": {"method": "GET", "url": "https://api.binance.com/api/v3/openOrders",\n"headers": [{"name": "X-MBX-APIKEY", "value": "<key64:api-key.a>"}],\n"queryString": [{"name": "timestamp", "value": "1700000000000"}, {"name": "signature", "value": "<hex64:signed-request.a>"}]}}]}}',
      },
    ],
    clean: [
      { path: 'binance.md', text: 'GET /api/v3/account?timestamp=1499827319559&signature=<hex64:a>' },
      { path: 'binance.py', text: 'params["signature"] = sign(query)' },
      { path: 'release.txt', text: 'binance 1.0\nsignature: <hex64:a>' },
    ],
    missed: [],
  },
};
