// Paths of one class give one text the same observations: the law that lets a scan of a history read each text once.
import { describe, expect, it } from 'vitest';
import { expand } from '../src/examples.ts';
import { addToGroup } from '../src/grouped.ts';
import { observeCredentials } from '../src/observe.ts';
import { readingClass } from '../src/reading-class.ts';
import { rules } from '../src/rules/index.ts';
import type { Observation } from '../src/types.ts';
import { fixtures, type CorpusFile } from './mutations.ts';

/** Of every language, and with all that a path can tell. */
const paths: readonly string[] = [
  ...[
    'a.py',
    'b.py',
    'src/a.py',
    'a.ts',
    'b.js',
    'lib/c.go',
    'Dockerfile',
    'x/Makefile',
    'notes',
    'NOTICE',
    'a.unknown',
  ],
  ...['tests/a.py', 'test/b.py', 'a.example.py', 'docs/example.ts', 'testnet/a.py', 'live/a.py', 'config.live.py'],
  ...['binance/a.py', 'binance.ts', 'a/binance_client.ts', 'bybit/a.py', 'kraken.ts', 'okx/keys.env', 'x/okx/.env'],
  ...[
    '.env',
    'prod/.env',
    'app.env.local',
    'config.json',
    'user_data/config.json',
    'a/b.json',
    'user.cfg',
    'x/user.cfg',
  ],
  ...['api-keys.json', 'creds.yml', 'connect_binance.json', 'a.yaml', 'b.yml', 'docker-compose.yml', 'a.toml', 'a.ini'],
  ...[
    'package.json',
    'web/package.json',
    'requirements.txt',
    'pyproject.toml',
    'go.mod',
    'a.csv',
    'a.xml',
    'a.md',
    'b.txt',
  ],
  ...[
    'id_rsa',
    'key.pem',
    'ssl/key.pem',
    'certs/server.pem',
    'binance.pem',
    'telegram.pem',
    'secret_key',
    'api_key.txt',
    '',
  ],
];

const texts: readonly CorpusFile[] = [
  ...fixtures,
  ...rules.flatMap(({ examples: { leaks, missed } }) =>
    [...leaks, ...missed].map((one) => {
      const { path = '', text } = typeof one === 'string' ? { text: one } : one;
      return { path, text: expand(text).text };
    }),
  ),
  { path: 'binance_secret', text: `${expand('<key64:a>').text}\n` },
  { path: 'binance_secret', text: expand('<key64:a|base64>').text },
];

/** What is observed, without the path. */
function observed(path: string, text: string): string {
  const observations: readonly Observation[] = observeCredentials({ path, text, origin: { kind: 'file' } });
  return JSON.stringify(observations.map((one) => ({ ...one, path: '' })));
}

describe('paths of one class', () => {
  it('give the same observations', { timeout: 120_000 }, () => {
    let compared = 0;
    for (const { path: own, text } of texts) {
      // A sixth of the paths for each text, so that all meet all kinds of texts in little time.
      const some = [own, `deep/${own}`, ...paths.filter((_, at) => (at + text.length) % 6 === 0)];
      const byClass = new Map<string, string[]>();
      for (const path of some) addToGroup(byClass, readingClass({ path, text }), path);
      for (const same of byClass.values()) {
        const [first = '', ...others] = same;
        if (others.length === 0) continue;
        const expected = observed(first, text);
        for (const other of others) {
          if (observed(other, text) !== expected) throw new Error(`${own}: ${first} and ${other} differ`);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });

  it('are many: folders and names that tell nothing make no difference', () => {
    const text = 'binance';
    const classes = new Set(
      ['a.py', 'b.py', 'src/a.py', 'x/y/z.py', 'freqtrade/strategy.py', 'user_data/notes/m.py'].map((path) =>
        readingClass({ path, text: text.repeat(20) }),
      ),
    );
    expect(classes.size).toBe(1);
  });

  it('are of one path each where a text speaks of a passphrase', () => {
    const text = 'private_key_pass = "correct horse"';
    expect(readingClass({ path: 'a.py', text })).not.toBe(readingClass({ path: 'b.py', text }));
  });

  it('have one name where a file holds nothing but a value', () => {
    const { text } = expand('<key64:a>');
    expect(readingClass({ path: 'run/api_key', text })).not.toBe(readingClass({ path: 'run/secret_key', text }));
    expect(readingClass({ path: 'run/api_key', text })).toBe(readingClass({ path: 'etc/api_key', text }));
  });
});
