// The published values must not stand in this repository, so the test publishes a fake of its own.
import { expect, test, vi } from 'vitest';
import { expand } from '../src/examples.ts';
import { detect } from '../src/index.ts';
import { Secret } from '../src/secret.ts';

const published = expand('<key64:published>').text;

vi.mock('../src/documented.ts', () => ({
  documentedAs: (sha256: string) => (sha256 === new Secret(published).sha256 ? 'apiKey' : undefined),
}));

const findingsOf = (path: string, text: string): unknown[] =>
  detect({ path, text, origin: { kind: 'file' } }).findings.map(({ rule, severity, confidence }) => [
    rule,
    severity,
    confidence,
  ]);

test('a published value is told, as information, wherever it stands', () => {
  const example = [['documented-example', 'info', 'certain']];
  expect(findingsOf('bot.js', `new Spot('${published}')`)).toEqual(example);
  expect(findingsOf('notes.txt', published)).toEqual(example);
});

test('a value that nobody published is no example, even beside one', () => {
  const text = `BINANCE_API_KEY=${published}\nBINANCE_API_SECRET=${expand('<key64:own>').text}`;
  expect(findingsOf('.env', text)).toEqual([
    ['documented-example', 'info', 'certain'],
    ['secret-key', 'critical', 'certain'],
  ]);
});
