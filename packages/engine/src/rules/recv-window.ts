/** Replay windows: how long after its timestamp a signed request is still taken. Not clocks that are off. */
import { numberOf } from '../risks/values.ts';
import { clue } from '../signals.ts';
import type { Rule } from '../types.ts';

/** In milliseconds. Source: Binance’s REST API, “Timing security”. */
const mostAllowed = 60_000;

export const recvWindow: Rule = {
  id: 'recv-window',
  title: 'Replay window over the maximum',
  severity: 'info',
  finds: 'A `recvWindow` of more than 60,000 milliseconds, in any SDK, request or configuration.',
  why: 'Binance takes a signed request for as long after its timestamp as `recvWindow` says, and whoever records one can send it again in that time. More than 60,000 ms is refused, so the bot fails; 5,000 ms is the default and enough.',
  advice: [
    'Set `recvWindow` to 5000, or leave it out.',
    'If requests fail with -1021, synchronise the clock instead of widening the window.',
  ],
  references: ['https://developers.binance.com/docs/binance-spot-api-docs/rest-api/endpoint-security-type'],
  *look({ settings }) {
    for (const { name, value, span, path } of settings) {
      if (!/recvwindow(?:ms)?$/.test(name)) continue;
      const window = numberOf(value);
      if (window === undefined || window <= mostAllowed) continue;
      yield {
        span,
        name: path.join('.'),
        message: `A recvWindow of ${String(window)} ms; Binance takes ${String(mostAllowed)} at most`,
        clues: [clue('binance-setting', 'recvWindow is a parameter of Binance’s API')],
      };
    }
  },
  examples: {
    leaks: [
      {
        path: 'bot.js',
        text: "const Binance = require('node-binance-api');\nconst binance = new Binance().options({ recvWindow: «600000» });",
      },
      { path: 'config.yml', text: 'binance:\n  recv_window: «120000»' },
      { path: '.env', text: 'BINANCE_RECV_WINDOW=«90000»' },
      { path: 'bot.py', text: 'import binance\nclient.get_account(recvWindow=«60_001»)' },
    ],
    clean: [
      { path: 'bot.js', text: "const binance = require('node-binance-api')().options({ recvWindow: 60000 });" },
      { path: 'config.yml', text: 'binance:\n  recv_window: 5000' },
      { path: 'bot.py', text: 'client.get_account(recvWindow=window)' },
    ],
    missed: [
      {
        path: 'bot.py',
        text: 'import binance\nclient.get_account(recvWindow=5000 * 60)',
        because: 'arithmetic is not done',
      },
    ],
  },
};
