/** Credential files that the next `git add` would take along, or an image or a package. What git has is env-tracked. */
import type { Rule } from '../types.ts';

const bot = {
  path: 'bot.py',
  text: 'from binance.client import Client\nfrom dotenv import load_dotenv\nload_dotenv()',
};

export const envNotIgnored: Rule = {
  id: 'env-not-ignored',
  title: 'Credential file that git would add',
  severity: 'high',
  finds:
    'A `.env`, a private key or the credential file of a trading bot (`user.cfg`, `creds.yml`, `api-keys.json`, …) that no ignore rule covers, so that the next `git add .` takes it along. Also one that git ignores and that a Docker image or an npm package would carry. Where nobody has made the file yet, but code or documentation expect it, the finding is `low`. Ignore rules count as git applies them: nested files, exceptions with `!`, your own excludes; a rule that is commented out is none.',
  why: 'Most keys get into a repository not by a decision but by `git add .` on a day when nobody thinks of the file. From then on they are in every clone and every fork, and deleting the file takes them out of none. An image or a package that is pushed is as public.',
  advice: [
    'Run `bnguard fix`: it writes the missing line into .gitignore or .dockerignore and touches no other.',
    'Or write it yourself, above all exceptions with `!`: `.env`, and for variants `.env.*` with `!.env.example`.',
    'Check it: `git check-ignore -v .env` names the rule that decides.',
  ],
  references: [
    'https://git-scm.com/docs/gitignore',
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    'https://docs.npmjs.com/cli/using-npm/developers#keeping-files-out-of-your-package',
  ],
  examples: {
    leaks: [
      {
        path: '.env',
        git: 'addable',
        text: 'BINANCE_API_KEY=<key64:api-key.a>\nBINANCE_API_SECRET=<key64:secret-key.a>\n',
        beside: [bot],
      },
      {
        path: 'user.cfg',
        git: 'addable',
        text: '[binance_user_config]\napi_key=<key64:api-key.b>\napi_secret_key=<key64:secret-key.b>\n',
      },
      { path: '.env', git: 'addable', text: '', beside: [bot] },
      { path: 'bot/.env.production', git: 'addable', text: 'API_PASSWORD=correct-horse\n', beside: [bot] },
      {
        path: '.env',
        git: 'published',
        text: 'BINANCE_API_SECRET=<key64:secret-key.c>\n',
        beside: [{ path: 'Dockerfile', text: 'FROM node:22\nCOPY . .\n' }],
      },
    ],
    clean: [
      { path: '.env', git: 'ignored', text: 'BINANCE_TESTNET=true\n', beside: [bot] },
      { path: '.env.example', text: 'BINANCE_API_KEY=your-key\nBINANCE_API_SECRET=your-secret\n', beside: [bot] },
      { path: '.env', git: 'addable', text: 'STRIPE_KEY=whatever-it-is\n' },
      { path: 'certs/server.pem', git: 'addable', text: '<pem-cert:server>\n', beside: [bot] },
      { path: 'config.json', git: 'addable', text: '{ "stake_currency": "USDT", "exchange": { "name": "binance" } }' },
    ],
    missed: [
      {
        path: 'my settings',
        git: 'addable',
        text: 'password=correct-horse\n',
        beside: [bot],
        because: 'nothing in its name says that credentials are in it; if they are keys, their own rules find them',
      },
    ],
  },
};
