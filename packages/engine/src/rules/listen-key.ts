/** Listen keys: they open the stream of an account's events for an hour. They sign nothing. */
import type { Rule } from '../types.ts';

export const listenKey: Rule = {
  id: 'listen-key',
  title: 'Binance listen key',
  severity: 'low',
  finds:
    'A listen key, 60 to 64 letters and digits, by its name or by the URL of a user data stream. It is no API key, though most look like one.',
  why: 'Whoever has a listen key reads the account’s balances, orders and positions as they change. It lapses an hour after it was last kept alive, so one in old code is dead, and one in a log of today is not.',
  advice: [
    'Close the stream (DELETE on the same endpoint) if the key may still be alive; otherwise it lapses by itself within an hour.',
    'Ask for a listen key when the program starts, and keep it out of logs and recordings.',
    'Spot has no listen keys any more: its user data stream is subscribed to over the WebSocket API.',
  ],
  references: [
    'https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Start-User-Data-Stream',
  ],
  examples: {
    leaks: [
      { path: 'binance.js', text: "const listenKey = '<key64:a>';" },
      { path: 'stream.py', text: 'url = "wss://fstream.binance.com/ws/<key64:a>"' },
      { path: 'stream.log', text: 'connected wss://stream.binance.com:9443/stream?streams=<key64:a>' },
      { path: 'response.json', text: '{ "binance": { "listenKey": "<alnum60:a>" } }' },
    ],
    clean: [
      { path: 'binance.js', text: 'const listenKey = await client.createListenKey();' },
      { path: 'binance.ts', text: 'interface Stream { listenKey: string }' },
      { path: 'stream.py', text: 'url = "wss://stream.binance.com:9443/ws/btcusdt@trade"' },
    ],
    missed: [
      {
        path: 'binance.py',
        text: 'k = "<alnum60:a>"\nws = connect("wss://stream.binance.com/ws/" + k)',
        because: 'a short listen key whose own name says nothing has no shape',
      },
    ],
  },
};
