/** Settings that let a key move funds to other accounts. Transfers that code makes are fund-moving-call’s. */
import { keysIn, toldOf } from '../risks/settings/key-settings.ts';
import type { Rule } from '../types.ts';

export const transfersEnabled: Rule = {
  id: 'transfers-enabled',
  title: 'API key that may transfer',
  severity: 'medium',
  finds:
    'A setting that gives an API key the right to transfer: universal transfers, between accounts and sub-accounts, and internal ones, to other users of Binance.',
  why: 'An internal transfer pays another user of Binance at once and without a fee, as good as a withdrawal for a thief. Universal transfers bring the funds of all sub-accounts to the place that a stolen key can trade away.',
  advice: [
    'Switch “Permits Universal Transfer” and “Enable Internal Transfer” off for this key, unless moving funds is what it is for.',
    'Give a treasury program a key of its own with an IP list, apart from the keys that trade.',
  ],
  references: ['https://developers.binance.com/docs/wallet/account/api-key-permission'],
  *look(subject) {
    for (const key of keysIn(subject)) {
      const { grants } = key;
      for (const { right, called, span } of grants) {
        if (right !== 'transfer') continue;
        yield {
          span,
          name: called,
          message: `${called} lets this API key transfer funds to other accounts`,
          ...toldOf(key, subject, true),
        };
      }
    }
  },
  examples: {
    leaks: [
      { path: 'key.json', text: '{ "permitsUniversalTransfer": «true», "enableWithdrawals": false }' },
      { path: 'policy.php', text: "<?php return ['binance' => ['enableInternalTransfer' => «true»]];" },
      { path: 'Dockerfile', text: 'FROM node\nENV BINANCE_UNIVERSAL_TRANSFER «true»' },
      { path: '.env', text: 'BINANCE_ALLOW_FUNDS_TRANSFER=«1»' },
      { path: 'binance.yml', text: 'key:\n  permissions: [read, «universal_transfer»]' },
    ],
    clean: [
      { path: 'key.json', text: '{ "permitsUniversalTransfer": false, "enableInternalTransfer": false }' },
      { path: 'binance.yml', text: 'transfer:\n  from: spot\n  to: futures\n  enabled: true' },
      { path: 'binance.ts', text: 'type Rights = { permitsUniversalTransfer: boolean };' },
      {
        path: 'earn.json',
        text: '{ "binance": [{ "asset": "USDT", "canTransfer": true, "projectId": "P14", "interest": "0.1" }] }',
      },
      { path: 'binance.py', text: 'ssh = {"allow_file_transfer": True}' },
    ],
    missed: [],
  },
};
