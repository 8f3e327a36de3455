/** Credential files that git has: in the index, or anywhere in its history. What it would add is env-not-ignored. */
import type { Rule } from '../types.ts';

const bot = { path: 'bot.js', text: "require('dotenv').config();\nconst { Spot } = require('@binance/connector');" };

export const envTracked: Rule = {
  id: 'env-tracked',
  title: 'Credential file that git has',
  severity: 'high',
  finds:
    'A `.env`, a private key or the credential file of a trading bot that git tracks, whether or not .gitignore names it; with `--history` also one that git has ever stored. Without credentials in it the finding is `low`: they will come.',
  why: 'Whoever gets the repository gets the file, in every version that was ever committed. Neither a line in .gitignore nor deleting the file takes it out: git goes on tracking what it tracks, and keeps what it had.',
  advice: [
    'Treat the credentials in it as known to others: delete the keys in Binance’s API Management and make new ones.',
    'Take the file out of the next commit and leave it on disk: `git rm --cached .env`.',
    'Keep it out: `bnguard fix` writes the missing line into .gitignore.',
    'The history keeps the old versions. If it must not, rewrite it with git filter-repo; clones, forks and the host’s caches keep theirs all the same, so the keys come first.',
  ],
  references: [
    'https://git-scm.com/docs/gitignore',
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository',
  ],
  examples: {
    leaks: [
      {
        path: '.env',
        git: 'tracked',
        text: 'BINANCE_API_KEY=<key64:api-key.a>\nBINANCE_API_SECRET=<key64:secret-key.a>\n',
        beside: [bot],
      },
      {
        path: 'api-keys.json',
        git: 'tracked',
        text: '{ "binance_01": { "exchange": "binance", "key": "<key64:api-key.b>", "secret": "<key64:secret-key.b>" } }',
      },
      { path: '.env', git: 'tracked', text: 'BINANCE_TESTNET=true\nPORT=3000\n', beside: [bot] },
      { path: '.env', git: 'stored', text: 'BINANCE_API_SECRET=<key64:secret-key.c>\n' },
      {
        path: 'keys/ed25519.pem',
        git: 'tracked',
        text: '<pem-ed25519:private-key.a>\n',
        beside: [
          {
            path: 'bot.py',
            text: "from binance.spot import Spot\nprivate_key = open('keys/ed25519.pem').read()\nSpot(private_key=private_key)",
          },
        ],
      },
    ],
    clean: [
      { path: '.env.sample', text: 'BINANCE_API_KEY=paste-key-here\n', beside: [bot] },
      { path: '.env', git: 'tracked', text: 'PORT=3000\n' },
      { path: 'keys/public.pem', git: 'tracked', text: '<pem-public:a>\n', beside: [bot] },
      { path: 'secrets.yaml', git: 'tracked', text: 'wifi_password: correct-horse\n', beside: [bot] },
    ],
    missed: [
      {
        path: 'notes/keys-of-the-bot',
        git: 'tracked',
        text: 'password=correct-horse\n',
        beside: [bot],
        because: 'nothing in its name says that credentials are in it; if they are keys, their own rules find them',
      },
    ],
  },
};
