/** One key that serves several bots, services or repositories. Told in conclude: see risks/keys/reuse-findings.ts. */
import type { Rule } from '../types.ts';

export const keyReused: Rule = {
  id: 'key-reused',
  title: 'One key in several bots or services',
  severity: 'medium',
  finds:
    'The same key, secret or private key in several services: in folders with a manifest of their own (`package.json`, `pyproject.toml`, `go.mod`, `Dockerfile`, …), in folders of a folder of bots, in several services of one compose, supervisor or pm2 file, or in several repositories of one run. Every place is reported. Not: several files of one service, tests and examples, a `.env` above the services that read it, keys that Binance’s documentation publishes. `--staged` and `--range` see only what the change touches.',
  why: 'When one of the bots leaks the key, all of them are open, and all of them stop when it is deleted. The rights and the IP list must fit the neediest of them, nobody can tell whose order an order was, and their requests count against one limit.',
  advice: [
    'Make a key for each bot, best on a sub-account of its own, with the rights and the IP list of that bot alone.',
    'Delete the shared key in Binance’s API Management once all of them use their own.',
  ],
  references: [
    'https://www.binance.com/en/my/settings/api-management',
    'https://developers.binance.com/docs/sub_account/general-info',
  ],
  examples: {
    leaks: [
      {
        path: 'docker-compose.yml',
        text: 'services:\n  grid:\n    environment:\n      BINANCE_API_KEY: «key-reused|<key64:api-key.a>»\n  dca:\n    environment:\n      BINANCE_API_KEY: «key-reused|<key64:api-key.a>»',
      },
      {
        path: 'ecosystem.config.js',
        text: "module.exports = {\n  apps: [\n    { name: 'grid', env: { BINANCE_SECRET_KEY: '«key-reused|<key64:secret-key.a>»' } },\n    { name: 'dca', env: { BINANCE_SECRET_KEY: '«key-reused|<key64:secret-key.a>»' } },\n  ],\n};",
      },
      {
        path: 'supervisord.conf',
        text: '[program:grid]\nenvironment=BINANCE_API_KEY="«key-reused|<key64:api-key.a>»"\n\n[program:dca]\nenvironment=BINANCE_API_KEY="«key-reused|<key64:api-key.a>»"',
      },
    ],
    clean: [
      {
        path: 'docker-compose.yml',
        text: 'services:\n  grid:\n    environment:\n      BINANCE_API_KEY: ${GRID_KEY}\n  dca:\n    environment:\n      BINANCE_API_KEY: ${DCA_KEY}',
      },
      {
        path: 'docker-compose.yml',
        text: 'services:\n  grid:\n    env_file: grid.env\n  dca:\n    env_file: dca.env',
      },
      { path: 'README.md', text: 'Both bots trade on Binance, each with a key of its own.' },
    ],
    missed: [
      {
        path: 'run.sh',
        text: 'BINANCE_API_KEY=$(cat key) ./grid &\nBINANCE_API_KEY=$(cat key) ./dca &',
        because: 'only values are compared, not where they are read from',
      },
    ],
  },
};
