import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GATE_LITERALS, OVERLAP, gateHits, passes } from '../src/prefilter.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const wide = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
const run = (length: number): string => 'a1B2'.repeat(Math.ceil(length / 4)).slice(0, length);

/** The same answers from one regular expression: slow, and plain enough to trust. */
function expected(bytes: Uint8Array): { start: number; end: number; gate: string }[] {
  const text = Buffer.from(bytes).toString('latin1');
  const hits = [];
  for (const match of text.matchAll(/[A-Za-z0-9]{64,}/g)) hits.push({ at: match.index, text: match[0], gate: 'run' });
  for (const match of text.matchAll(/[A-Za-z0-9](?:\0[A-Za-z0-9]){63,}/g)) {
    hits.push({ at: match.index, text: match[0], gate: 'run' });
  }
  for (const gate of GATE_LITERALS) {
    for (const form of [gate, [...gate].join('\0')]) {
      for (let at = -1; (at = text.toLowerCase().indexOf(form, at + 1)) >= 0;) hits.push({ at, text: form, gate });
    }
  }
  return order(hits.map((hit) => ({ start: hit.at, end: hit.at + hit.text.length, gate: hit.gate })));
}
const order = <T extends { start: number; gate: string }>(hits: T[]): T[] =>
  hits.sort((a, b) => a.start - b.start || (a.gate < b.gate ? -1 : 1));

/** Bytes with things in them that nearly or really hit, at any alignment. */
const soup: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      fc.integer({ min: 55, max: 200 }).map((length) => bytesOf(run(length))),
      fc.integer({ min: 60, max: 70 }).map((length) => wide(run(length))),
      fc.constantFrom(...GATE_LITERALS).map(bytesOf),
      fc.constantFrom(...GATE_LITERALS).map((literal) => bytesOf(literal.toUpperCase())),
      fc.constantFrom(...GATE_LITERALS).map(wide),
      fc.constantFrom('binanc', 'BiNaNcE', 'rivate key', 'const x = 1;\n', ' ', '-', '/', '+').map(bytesOf),
      fc.integer({ min: 0, max: 70 }).map((length) => new Uint8Array(length)),
      fc.uint8Array({ maxLength: 40 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Uint8Array.from(Buffer.concat(parts)));

describe('gates', () => {
  test('hit exactly what a regular expression finds, at any alignment in memory', () => {
    fc.assert(
      fc.property(soup, fc.nat(9), (bytes, shift) => {
        const moved = new Uint8Array(bytes.length + shift + 3).subarray(shift, shift + bytes.length);
        moved.set(bytes);
        expect(order(gateHits(moved))).toEqual(expected(bytes));
        expect(passes(moved)).toBe(expected(bytes).length > 0);
      }),
      { numRuns: 2000 },
    );
  });

  test('look at nothing outside start and end', () => {
    fc.assert(
      fc.property(soup, fc.nat(), fc.nat(), (bytes, a, b) => {
        const [start, end] = [a % (bytes.length + 1), b % (bytes.length + 1)].sort((x, y) => x - y) as [number, number];
        const inside = expected(bytes.slice(start, end));
        expect(passes(bytes, start, end)).toBe(inside.length > 0);
        const moved = inside.map((hit) => ({ ...hit, start: hit.start + start, end: hit.end + start }));
        expect(order(gateHits(bytes, start, end))).toEqual(moved);
      }),
      { numRuns: 1000 },
    );
  });

  test('give one answer for a stream, however it is cut, when the overlap is repeated', () => {
    fc.assert(
      fc.property(soup, fc.integer({ min: 1, max: 300 }), (bytes, size) => {
        let any = false;
        for (let at = 0; at < bytes.length; at += size) {
          any ||= passes(bytes, Math.max(0, at - OVERLAP), Math.min(bytes.length, at + size));
        }
        expect(any).toBe(passes(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  test('open at 64 letters and digits, not at 63', () => {
    for (let before = 0; before < 130; before++) {
      expect(passes(bytesOf(`${'-'.repeat(before)}${run(64)}`))).toBe(true);
      expect(passes(bytesOf(`${'-'.repeat(before)}${run(63)}-${run(63)}`))).toBe(false);
      expect(passes(Buffer.concat([new Uint8Array(before), wide(run(64))]))).toBe(true);
      expect(passes(Buffer.concat([new Uint8Array(before), wide(`${run(63)}-${run(63)}`)]))).toBe(false);
    }
  });

  test('know UTF-16 of both byte orders', () => {
    for (const text of [run(64), 'X-MBX-APIKEY', '-----BEGIN PRIVATE KEY-----']) {
      expect(passes(wide(`\ufeff// 配置\n${text}`))).toBe(true);
      expect(passes(Uint8Array.from(Buffer.from(`\ufeff// 配置\n${text}`, 'utf16le').swap16()))).toBe(true);
    }
  });

  test('stay shut on empty and on plain bytes', () => {
    expect(passes(new Uint8Array(0))).toBe(false);
    expect(gateHits(bytesOf('export const answer = 42;\n'.repeat(500)))).toEqual([]);
  });
});
