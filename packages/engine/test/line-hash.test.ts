// GitHub's line hashes: the vectors that its upload action is tested with, and what must hold of any text.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { conclude, expand, observe } from '../src/index.ts';
import { lineHashes } from '../src/line-hash.ts';

const of = (text: string): string[] => lineHashes(text).map(({ hash }) => hash);

// github/codeql-action, src/fingerprints.test.ts.
test.each([
  ['', ['c129715d7a2bc9a3:1']],
  [' a\nb\n  \t\tc\n d', ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']],
  [
    ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End',
    [
      ...['8b7cf3e952e7aeb2:1', 'b1ae1287ec4718d9:1', 'bff680108adb0fcc:1'],
      ...['c6805c5e1288b612:1', 'b86d3392aea1be30:1', 'e6ceba753e1a442:1'],
    ],
  ],
  ...['\n', '\r', '\r\n'].map((end): [string, string[]] => [
    [' hello; \t', 'world!!!', '', '', '  \t\tGreetings', ' End', ''].join(end),
    [
      ...['e9496ae3ebfced30:1', 'fb7c023a8b9ccb3f:1', 'ce8ba1a563dcdaca:1', 'e20e36e16fcb0cc8:1'],
      ...['b3edc88f2938467e:1', 'c8e28b0b4002a3a0:1', 'c129715d7a2bc9a3:1'],
    ],
  ]),
])('%j', (text, hashes) => expect(of(text)).toEqual(hashes));

test('every line has one; equal lines are counted; where the file lies makes no difference', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
      const text = lines.join('\n').replaceAll('\r', '');
      const hashes = of(text);
      expect(hashes).toHaveLength(text.split('\n').length);
      expect(new Set(hashes).size).toBe(hashes.length);
    }),
  );
});

test('findings carry the hash of their line, and none into which a passphrase would go', () => {
  const key = expand('<key64:a>').text;
  const found = (text: string): [string, string | undefined][] =>
    conclude(observe({ path: 'bot.py', origin: { kind: 'file' }, text })).findings.map(({ rule, lineHash }) => [
      rule,
      lineHash,
    ]);
  const alone = `import binance\n\nsecret = "${key}"\nclient = binance.Client(k, secret)\n`;
  expect(found(alone)).toEqual([['secret-key', of(alone)[2]]]);
  const beside = alone.replace('client', 'BINANCE_PRIVATE_KEY_PASSPHRASE = "open-the-door-Erika9"\nclient');
  expect(found(beside).map(([rule, hash]) => [rule, hash === undefined])).toEqual([
    ['secret-key', true],
    ['key-passphrase', true],
  ]);
  const far = `${alone}${'# a comment of some length\n'.repeat(9)}PASSPHRASE = "open-the-door-Erika9"\n`;
  expect(found(far)[0]).toEqual(['secret-key', of(far)[2]]);
});

test('a part of a big file has none', () => {
  const text = `BINANCE_SECRET=${expand('<key64:a>').text}\n`;
  const [finding] = conclude(
    observe({ path: '.env', origin: { kind: 'file' }, text, start: { line: 9, column: 1 } }),
  ).findings;
  expect(finding).toMatchObject({ rule: 'secret-key', start: { line: 9 } });
  expect(finding).not.toHaveProperty('lineHash');
});
