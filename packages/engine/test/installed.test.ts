// What a package manager put into a repository is another project: that the repository has to do with Binance says nothing
// of the keys in it.
import { describe, expect, test } from 'vitest';
import { conclude } from '../src/conclude.ts';
import { expand } from '../src/examples.ts';
import { observe } from '../src/observe.ts';

/** The confidence of the private key at a path, in a repository with these other files. */
function told(path: string, others: Readonly<Record<string, string>>): string {
  const files = { ...others, [path]: '<pem-rsa:a>\n' };
  const observations = Object.entries(files).flatMap(([name, text]) =>
    observe({ path: name, text: expand(text).text, origin: { kind: 'file' } }),
  );
  return conclude(observations).findings.find(({ rule }) => rule === 'private-key')?.confidence ?? 'none';
}

const bot =
  "import { Spot } from '@binance/connector';\nconst client = new Spot(process.env.KEY, process.env.SECRET);\n";

describe('a private key of a test', () => {
  test.each([
    'node_modules/public-encrypt/test/1024.pem',
    'web/node_modules/@scope/tls/fixtures/key.pem',
    '.venv/lib/python3.12/site-packages/Crypto/SelfTest/key.pem',
    'Pods/AFNetworking/Tests/key.pem',
  ])('is not the project’s in %s', (path) => {
    expect(told(path, { 'src/bot.ts': bot })).toBe('possible');
    expect(told(path, { 'node_modules/other/index.js': bot })).toBe('possible');
  });

  test('is the project’s elsewhere', () => {
    expect(told('keys/1024.pem', { 'src/bot.ts': bot })).toBe('likely');
    expect(told('vendor/keys/1024.pem', { 'src/bot.ts': bot })).toBe('likely');
  });

  test('is its package’s, if that has to do with Binance', () => {
    expect(told('node_modules/@me/bot/key.pem', { 'node_modules/@me/bot/index.js': bot })).toBe('likely');
  });
});
