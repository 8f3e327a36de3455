/** Ed25519 and RSA private keys that sign Binance requests, in every wrapping people give them. */
import type { Rule } from '../types.ts';

export const privateKey: Rule = {
  id: 'private-key',
  title: 'Private key for Binance requests',
  severity: 'critical',
  finds:
    'An Ed25519 or RSA private key in a Binance context: PEM as a file or in a string, with escaped or real line ends, joined from literals, as bare base64, as base64 of a PEM, or as .NET XML. An encrypted key is medium: its passphrase is still to be guessed or found.',
  why: 'The private key signs requests as the secret does for HMAC keys; the public half at Binance is no secret. Whoever has it and the API key trades with your money.',
  advice: [
    'Delete the API key that belongs to it in Binance’s API Management now.',
    'Make a new key pair; keep the private half in a file outside the repository or in a secret manager, and encrypt it.',
    'Then remove it from the code and from git’s history.',
  ],
  references: [
    'https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types',
    'https://github.com/binance/asymmetric-key-generator',
  ],
  examples: {
    leaks: [
      { path: 'binance_ed25519.pem', text: '<pem-ed25519:a>' },
      { path: 'binance.env', text: 'BINANCE_PRIVATE_KEY="<pem-rsa:a|escaped>"' },
      { path: 'binance.json', text: '{ "privateKey": "<pem-ed25519:a|escaped>" }' },
      {
        path: 'bot.py',
        text: 'from binance.client import Client\nclient = Client(api_key=key, private_key="<der-ed25519:a>")',
      },
      { path: 'binance.yaml', text: 'binance:\n  private_key: |\n    <pem-rsa:a>' },
    ],
    clean: [
      { path: 'binance_public.pem', text: '<pem-public:a>' },
      { path: 'binance.crt', text: '<pem-cert:a>' },
      { path: 'binance.py', text: 'private_key = "-----BEGIN PRIVATE KEY-----\\n...\\n-----END PRIVATE KEY-----"' },
      { path: 'binance.ts', text: "if (secret.includes('PRIVATE KEY')) return 'rsa';" },
    ],
    missed: [
      {
        path: 'binance.jks',
        text: 'a Java key store',
        because: 'key stores are encrypted archives; the file is named, not opened',
      },
    ],
  },
};
