// A report of a scanner quotes what is dangerous elsewhere: it sets nothing. What has leaked into it has leaked.
import { describe, expect, test } from 'vitest';
import { expectedFiles } from '../src/clues/expected-files.ts';
import { detect } from '../src/conclude.ts';
import { expand } from '../src/examples.ts';

const quoted =
  'process.env.NODE_TLS_REJECT_UNAUTHORIZED = 0 with https://api.binance.com; load_dotenv reads config/.env; enableWithdrawals: true';
const log = (schema: string): string =>
  JSON.stringify({ ...(schema && { $schema: schema }), runs: [{ rules: [{ help: { text: quoted } }] }] }, null, 2);
const sarif = log('https://json.schemastore.org/sarif-2.1.0.json');
const plain = log('');
const rulesOf = (path: string, text: string): string[] =>
  detect({ path, text: expand(text).text, origin: { kind: 'file' } }).findings.map(({ rule }) => rule);

describe('a report in SARIF', () => {
  test.each([
    ['bnguard.sarif', plain],
    ['out/results.SARIF.json', plain],
    ['report.json', sarif],
  ])('has no settings, and reads no files: %s', (path, text) => {
    expect(rulesOf(path, text)).toEqual([]);
    expect(expectedFiles({ path, text })).toEqual([]);
  });

  test('is told from what is none', () => {
    expect(rulesOf('config.json', plain)).toContain('insecure-transport');
    expect(expectedFiles({ path: 'config.json', text: plain })).not.toEqual([]);
  });

  test('may have a key in it like any other file', () => {
    const leaked = sarif.replace('with https', 'const binanceSecretKey = <key64:a> with https');
    expect(rulesOf('bnguard.sarif', leaked)).toEqual(['secret-key']);
  });
});
