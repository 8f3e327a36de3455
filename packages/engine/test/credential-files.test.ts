// Which names are those of files with credentials, what counts as filled, and what documents expect.
import { describe, expect, test } from 'vitest';
import { expectedFiles } from '../src/clues/expected-files.ts';
import { credentialFile, filledTemplate, holdsSecrets } from '../src/credential-files.ts';
import { expand } from '../src/examples.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

describe('names', () => {
  test.each(
    words(`.env .env.local .env.production .env-prod .env_live .env.bak .env~ .envrc a/b/.env user.cfg bot/creds.yml
      api-keys.json conf/connectors/binance.yml conf/connectors/binance_perpetual.yml .bnc/credentials`),
  )('%s holds credentials and nothing else', (path) => {
    expect(credentialFile(path)?.isDedicated).toBe(true);
  });

  test.each(
    words(`binance.env key.pem prv.pem a.key user/config.json user_data/config.json config.json config-private.json
      conf/app.conf conf.js secrets.yaml credentials.json api_keys.csv`),
  )('%s may hold some', (path) => {
    expect(credentialFile(path)?.isDedicated).toBe(false);
  });

  test.each(
    words(`.env.example .env.sample .env.dist .env.template .env.local.example example.env env.example .env.vault
      .env.gpg .env.d.ts .env.js env env.py environment.ts .envoy README.md .user.cfg.example creds.example.yml
      api-keys.json.example conf.example.js package.json tsconfig.json src/config.js keyboard.json monkey.js app.py`),
  )('%s is none', (path) => {
    expect(credentialFile(path)).toBe(undefined);
  });

  test.each([
    ['.env.example', '.env'],
    ['a/.env.sample', 'a/.env'],
    ['.env.dist', '.env'],
    ['.env.template', '.env'],
    ['.env.local.example', '.env.local'],
    ['.env.example.local', '.env.local'],
    ['env.example', '.env'],
    ['example.env', '.env'],
    ['.user.cfg.example', 'user.cfg'],
    ['creds.example.yml', 'creds.yml'],
    ['api-keys.json.example', 'api-keys.json'],
    ['package.example.json', undefined],
    ['.env', undefined],
  ])('%s is copied to %s', (template, path) => {
    expect(filledTemplate(template)).toBe(path);
  });
});

describe('filled', () => {
  const key = expand('<key64:files.a>').text;
  test.each([
    `BINANCE_API_SECRET=${key}`,
    `export BINANCE_API_KEY="${key}"`,
    'API_PASSWORD=correct-horse',
    'TELEGRAM_TOKEN: 12345:abcdef-ghi',
    'DATABASE_URL=postgres://bot:hunter22@localhost/db',
    '-----BEGIN PRIVATE KEY-----\nx',
    `SOMETHING=${key}`,
  ])('%s', (text) => {
    expect(holdsSecrets('.env', `# a comment\nPORT=3000\n${text}\n`)).toBe(true);
  });

  test.each([
    '',
    'BINANCE_API_SECRET=',
    'BINANCE_API_SECRET=""',
    'BINANCE_API_SECRET=your_api_secret',
    'BINANCE_API_SECRET=<secret>',
    'BINANCE_API_SECRET=xxxxxxxxxxxxxxxx',
    'BINANCE_API_SECRET=${SECRET_FROM_VAULT}',
    'BINANCE_API_SECRET=changeme',
    'BINANCE_API_SECRET=op://vault/binance/secret',
    'BINANCE_API_SECRET=encrypted:BD7HQzbmjb8u',
    'BINANCE_PRIVATE_KEY_PATH=./keys/private.pem',
    'BINANCE_WS_URL=wss://stream.binance.com:9443/ws',
    'SYMBOLS=BTCUSDT,ETHUSDT,SOLUSDT',
    'BINANCE_TESTNET=true',
    `# BINANCE_API_SECRET=${key}`,
  ])('not: %s', (text) => {
    expect(holdsSecrets('.env', `PORT=3000\n${text}\n`)).toBe(false);
  });

  test('freqtrade’s configuration, and any other of that name', () => {
    const exchange = `"exchange": {\n "name": "binance",\n "key": "${key}"\n}`;
    expect(holdsSecrets('config.json', `{\n"stake_currency": "USDT",\n${exchange}\n}`)).toBe(true);
    expect(holdsSecrets('config.json', `{\n${exchange}\n}`)).toBe(false);
  });
});

describe('expected', () => {
  test.each([
    ['README.md', 'A bot for Binance.\n\n    cp .env.example .env\n', ['.env']],
    ['README.md', 'Create a `.env` file with your Binance keys.', ['.env']],
    ['docs/setup.md', 'Rename `.user.cfg.example` to `user.cfg` and put your keys in it.', ['user.cfg']],
    ['README.md', 'cp api-keys.json.example api-keys.json', ['api-keys.json']],
    ['README.md', 'cp conf/app.conf.example conf/app.conf and set the api_key', ['conf/app.conf']],
    ['README.md', 'cp config.example.json config.json', []],
    ['README.md', 'openssl genpkey -algorithm ed25519 -out keys/prv.pem', ['keys/prv.pem']],
    ['README.md', 'Never commit your `.env`.', []],
    ['README.md', 'The `process.env` object holds them.', []],
    ['README.md', 'Add `.env` to .gitignore.', []],
    ['bot.py', 'from dotenv import load_dotenv', ['.env']],
    ['bot.py', "load_dotenv('config/.env.live')", ['config/.env.live']],
    ['bot.py', 'from decouple import config', ['.env']],
    ['settings.py', 'model_config = SettingsConfigDict(env_file=".env")', ['.env']],
    ['bot.js', "require('dotenv').config({ path: './secrets/.env' })", ['secrets/.env']],
    ['bot.mjs', "import 'dotenv/config'", ['.env']],
    ['bot.js', 'const key = process.env.BINANCE_KEY', []],
    ['bot.js', 'const { env } = process; read(process.env)', []],
    ['package.json', '{ "dependencies": { "dotenv": "^16" } }', ['.env']],
    ['package.json', '{ "scripts": { "start": "node --env-file=.env.live bot.js" } }', ['.env.live']],
    ['package-lock.json', '{ "node_modules/dotenv": {}, "dotenv": "16" }', []],
    ['go.mod', 'require github.com/joho/godotenv v1.5.1', ['.env']],
    ['main.go', 'err := godotenv.Load("bot.env", ".env")', ['.env']],
    ['Cargo.toml', '[dependencies]\ndotenvy = "0.15"', ['.env']],
    ['main.rs', 'dotenvy::dotenv().ok();', ['.env']],
    ['run.php', 'Dotenv\\Dotenv::createImmutable(__DIR__)->load();', ['.env']],
    ['compose.yml', 'services:\n  a:\n    env_file: bot.env\n', ['bot.env']],
    ['compose.yml', 'services:\n  a:\n    env_file:\n      - ./a.env\n      - .env\n', ['a.env', '.env']],
    ['compose.yml', 'services:\n  a:\n    env_file: /etc/bot.env\n', []],
    ['run.sh', 'docker run --env-file .env bot', ['.env']],
    ['run.sh', 'set -a; . ./.env; set +a', ['.env']],
    ['run.sh', 'source ~/.env', []],
    ['Makefile', 'include .env\nexport', ['.env']],
    ['.gitignore', '.env\n', []],
    ['.env', 'BINANCE_API_KEY=\n', []],
    ['.env.example', 'BINANCE_API_KEY=\n', ['.env']],
    ['.env.example', 'STRIPE_KEY=\n', []],
    ['.env.example', 'BINANCE_WS_URL=\n', []],
  ])('%s: %s', (path, text, names) => {
    expect(expectedFiles({ path, text })).toEqual(names);
  });

  test('is linear in the text', { timeout: 20_000 }, () => {
    for (const part of [
      '.env ',
      'a/',
      'a.',
      'env_file:\n- ',
      'cp x.example ',
      '--env-file ',
      'genpkey -out ',
      '.env.a',
    ]) {
      const text = part.repeat((4 << 20) / part.length);
      expectedFiles({ path: 'README.md', text });
      expectedFiles({ path: 'bot.py', text });
      holdsSecrets('.env', text);
    }
  });
});
