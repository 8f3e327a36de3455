/** HMAC where Binance recommends Ed25519. Settings only: how code signs is nobody’s fault. */
import { keysIn } from '../risks/settings/key-settings.ts';
import type { Rule } from '../types.ts';

export const weakKeyType: Rule = {
  id: 'weak-key-type',
  title: 'HMAC key where Ed25519 is recommended',
  severity: 'info',
  finds: 'A setting that makes or uses an HMAC key: `key_type: HMAC`.',
  why: 'Binance has declared HMAC keys deprecated and recommends Ed25519. The secret of an HMAC key is known to both sides and travels when the key is made; the private key of an Ed25519 pair never leaves the machine that made it.',
  advice: [
    'Make an Ed25519 key pair on the machine that runs the bot, register its public key with Binance, and delete the HMAC key.',
    'Encrypt the private key with a passphrase where the SDK can open it.',
  ],
  references: ['https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types'],
  *look(subject) {
    for (const { weakTypes } of keysIn(subject)) {
      for (const { called, span } of weakTypes)
        yield {
          ...{
            span,
            name: called,
            message: `${called} is HMAC, which Binance calls deprecated; Ed25519 is recommended`,
          },
          ...(subject.isProse ? { confidence: 'possible' as const } : {}),
        };
    }
  },
  examples: {
    leaks: [
      { path: 'binance.yml', text: 'binance:\n  main:\n    key_type: «hmac»' },
      { path: 'application.properties', text: 'binance.key-type=«HMAC»' },
      { path: 'main.go', text: 'import "github.com/adshao/go-binance/v2"\nfunc f() { client.KeyType = «"HMAC"» }' },
    ],
    clean: [
      { path: 'binance.yml', text: 'key_type: ed25519' },
      { path: 'binance.yml', text: 'session:\n  jwt:\n    key_type: HMAC' },
      { path: 'binance.ts', text: "type Options = { keyType: 'HMAC' | 'RSA' | 'Ed25519' };" },
      { path: 'binance.js', text: "const hook = { signature: 'HMAC' };" },
      {
        path: 'client.go',
        text: 'package binance\n\nfunc NewClient(key, secret string) (*Client, error) {\n\treturn &Client{Key: key, SecretKey: secret, KeyType: "HMAC"}, nil\n}',
      },
    ],
    missed: [],
  },
};
