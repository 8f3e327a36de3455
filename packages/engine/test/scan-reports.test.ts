// A report of a scanner quotes what is dangerous elsewhere: it sets nothing. What has leaked into it has leaked.
import { describe, expect, test } from 'vitest';
import { expectedFiles } from '../src/clues/expected-files.ts';
import { detect } from '../src/conclude.ts';
import { expand } from '../src/examples.ts';

const quoted =
  'process.env.NODE_TLS_REJECT_UNAUTHORIZED = 0 with https://api.binance.com; load_dotenv reads config/.env; enableWithdrawals: true';
const log = (more: object = {}): string =>
  JSON.stringify(
    {
      ...{ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0' },
      ...{ runs: [{ tool: { driver: { name: 'bnguard', rules: [{ help: { text: quoted } }] } } }], ...more },
    },
    null,
    2,
  );
const sarif = log();
const rulesOf = (path: string, text: string): string[] =>
  detect({ path, text: expand(text).text, origin: { kind: 'file' } }).findings.map(({ rule }) => rule);

describe('a report in SARIF', () => {
  test.each(['bnguard.sarif', 'out/results.SARIF.json', 'report.json'])(
    'has no settings, and reads no files: %s',
    (path) => {
      expect(rulesOf(path, sarif)).toEqual([]);
      expect(rulesOf(path, `\uFEFF${sarif}`)).toEqual([]);
      expect(expectedFiles({ path, text: sarif })).toEqual([]);
    },
  );

  test.each([
    ['without the shape of a report', 'bnguard.sarif', JSON.stringify({ runs: [{ rules: [quoted] }] })],
    ['with a setting of its own', 'config.json', log({ note: 'a' })],
    ['with runs of nothing', 'config.json', sarif.replace('"driver"', '"other"')],
    ['a program that begins like one', 'bot.js', `{/* "$schema": "sarif-2.1.0" */}\n${quoted}`],
    ['a program by this name', 'bot.py.sarif', `# "$schema": "sarif"\n${quoted}`],
    ['a script with one in it', 'bot.ts', `${sarif};\n${quoted}`],
  ])('is told from what is none: %s', (_, path, text) => {
    expect(rulesOf(path, text)).toContain('insecure-transport');
  });

  test('may have a key in it like any other file', () => {
    const leaked = sarif.replace('with https', 'const binanceSecretKey = <key64:a> with https');
    expect(rulesOf('bnguard.sarif', leaked)).toEqual(['secret-key']);
  });
});
