// The search with WebAssembly and the one without must stop at the same places, wherever words stand: at the ends of what is
// copied at a time, at any stride, in bytes and in texts.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiteralSearch } from '../src/literals.ts';
import { Anchors } from '../src/risks/anchors.ts';
import { WordSearch } from '../src/word-search.ts';

const words = ['abcd', 'b_a/', '://x', 'éé  '];

function places(letters: 3 | 4, stride: number, isFast: boolean, input: Uint8Array | string, from = 0): number[] {
  const search = new WordSearch(letters, stride, isFast);
  for (const word of words) search.add(Buffer.from(word, 'latin1'), 0);
  const found: number[] = [];
  const look = (at: number): boolean => {
    found.push(at);
    return false;
  };
  if (typeof input === 'string') search.inText(input, look);
  else search.inBytes(input, from, input.length, look);
  return found;
}

/** By looking at each place by itself, without hashes. */
function naive(letters: 3 | 4, stride: number, bytes: Uint8Array, from = 0): number[] {
  const fold = (text: string): string =>
    text.replace(/[^]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) | 0x20));
  const folded = new Set(words.map((word) => fold(word.slice(0, letters))));
  const found: number[] = [];
  for (let at = from; at + letters <= bytes.length; at += stride)
    if (folded.has(fold(Buffer.from(bytes).toString('latin1', at, at + letters)))) found.push(at);
  return found;
}

const texts = fc
  .array(fc.constantFrom(...'abcdABCD_:/x é\n', 'abcd', 'B_A/', '://x', 'ÉÉ  '), { maxLength: 60 })
  .map((parts) => parts.join(''));

describe.each([true, false])('words are found (WebAssembly: %s)', (isFast) => {
  it('at each place where one stands, in any case', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(3, 4), fc.constantFrom(1, 2, 4), fc.nat(5), (text, letters, stride, from) => {
        const bytes = Buffer.from(text, 'latin1');
        expect(places(letters, stride, isFast, bytes, from)).toEqual(naive(letters, stride, bytes, from));
        if (stride === 1) expect(places(letters, 1, isFast, text)).toEqual(naive(letters, 1, bytes));
      }),
      { seed: 20261129, numRuns: 500 },
    );
  });

  it.each([4096, 4096 + 8192, 4096 + 8192 + 16_384 + 32_768 + 65_536])('around %i, where a piece ends', (end) => {
    for (let at = end - 9; at < end + 9; at++) {
      const bytes = Buffer.alloc(end + 40, '.');
      bytes.write('abcd', at, 'latin1');
      expect(places(3, 1, isFast, bytes)).toEqual([at]);
      expect(places(4, 4, isFast, bytes)).toEqual(at % 4 === 0 ? [at] : []);
      expect(places(3, 1, isFast, bytes.toString('latin1'))).toEqual([at]);
    }
  });

  it('not beyond the end', () => {
    expect(places(4, 1, isFast, Buffer.from('.abcd').subarray(0, 4))).toEqual([]);
    expect(places(3, 1, isFast, '.ab')).toEqual([]);
    expect(places(3, 1, isFast, '')).toEqual([]);
  });
});

it('a process without room for WebAssembly finds the same', () => {
  const gates = pathToFileURL(join(import.meta.dirname, '../dist/gates.js')).href;
  const program = `
    import { mayHoldRisk, passes } from '${gates}';
    const bytes = Buffer.from('x binance y');
    const text = 'withdraw'.replace(/^/, 'enable_') + ': true';
    console.log(passes(bytes), passes(Buffer.from('x binanc y')), mayHoldRisk({ path: 'a.yml', text }));
  `;
  const flags = ['--wasm-max-mem-pages=1', '--input-type=module', '-e', program];
  expect(execFileSync(process.execPath, flags, { encoding: 'utf8' })).toBe('true false true\n');
});

it('literals and anchors are found by either', () => {
  const literals = ['binance', 'listen_key', 'private key'];
  const inBytes = [true, false].map((isFast) => new LiteralSearch(literals, new WordSearch(4, 4, isFast)));
  const inText = [true, false].map((isFast) => new Anchors(['abc', '://'], 3, new WordSearch(3, 1, isFast)));
  const pieces = fc
    .array(fc.constantFrom('binance', 'Listen_Key', 'PRIVATE KEY', 'binanc', 'abC', '://', 'é', '\u2028', ' '))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(pieces, fc.constantFrom('utf8', 'utf16le', 'latin1'), (text, encoding) => {
      const bytes = Buffer.from(text, encoding);
      const [fast, plain] = inBytes.map((search) => search.all(bytes, 0, bytes.length));
      expect(fast).toEqual(plain);
      if (encoding !== 'latin1') expect(fast?.length === 0).toBe(!/binance|listen_key|private key/i.test(text));
      const [found, foundPlainly] = inText.map((anchors) => {
        const all: string[] = [];
        anchors.search(text, (anchor, at) => all.push(`${anchor} ${at}`) > 0);
        return all;
      });
      expect(found).toEqual(foundPlainly);
      expect(found).toHaveLength([...text.matchAll(/abc|:\/\//gi)].length);
    }),
    { seed: 20261129, numRuns: 500 },
  );
});
