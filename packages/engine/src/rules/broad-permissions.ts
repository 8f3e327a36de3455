/** One key for every market: margin, futures and options. What moves money out has rules of its own. */
import { keysIn, toldOf } from '../risks/settings/key-settings.ts';
import type { Rule } from '../types.ts';

const kinds = ['margin', 'futures', 'options'] as const;

export const broadPermissions: Rule = {
  id: 'broad-permissions',
  title: 'API key with more rights than one strategy needs',
  severity: 'low',
  finds: 'A key that may trade margin, futures and options at once: more than one strategy needs.',
  why: 'Each right is one more way to lose: with futures and options a thief needs minutes to turn a balance into losses against an account of his own. A key that has only what its strategy uses limits what its leak can cost.',
  advice: [
    'Make one key for each strategy, best on a sub-account of its own, and switch on only the market that it trades.',
    'Switch off the rights of this key that its last month’s orders did not use.',
  ],
  references: ['https://developers.binance.com/docs/wallet/account/api-key-permission'],
  *look(subject) {
    for (const key of keysIn(subject)) {
      const { grants } = key;
      const firsts = kinds.flatMap((kind) => grants.find(({ right }) => right === kind) ?? []);
      const third = firsts.sort((a, b) => a.span.start - b.span.start)[kinds.length - 1];
      if (!third) continue;
      yield {
        span: third.span,
        name: third.called,
        message: `This API key may trade margin, futures and options; one strategy needs one of them`,
        ...toldOf(key, subject),
      };
    }
  },
  examples: {
    leaks: [
      {
        path: 'key.json',
        text: '{ "ipRestrict": true, "enableMargin": true, "enableFutures": true, "enableVanillaOptions": «true» }',
      },
      { path: 'binance.yml', text: 'key:\n  permissions: [read, spot, options, margin, «futures»]' },
      {
        path: 'binance.rb',
        text: "require 'binance'\ndesk = { margin: true, futures: true, options: «true», ip_list: ['78.46.201.11'] }",
      },
    ],
    clean: [
      {
        path: 'key.json',
        text: '{ "ipRestrict": true, "enableMargin": false, "enableFutures": true, "enableVanillaOptions": true }',
      },
      {
        path: 'venues.py',
        text: 'import ccxt\nSUPPORTED = {"binance": {"spot": True, "margin": True, "futures": True, "options": True}}',
      },
      { path: 'binance.yml', text: 'markets:\n  margin: true\n  futures: true\n  options: true' },
      {
        path: 'binance.ts',
        text: 'interface Rights { enableMargin: boolean; enableFutures: boolean; enableVanillaOptions: boolean }',
      },
    ],
    missed: [],
  },
};
