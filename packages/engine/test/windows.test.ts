import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAs } from '../src/decode.ts';
import { locate } from '../src/locate.ts';
import { type Hit, gateHits } from '../src/prefilter.ts';
import type { Document, Origin } from '../src/types.ts';
import { type ByteSource, type Content, type Limits, documents } from '../src/windows.ts';

const origin: Origin = { kind: 'file' };
const KEY = 'k9Qz'.repeat(16);
const MB = 1 << 20;

/** A file in memory that gives at most `most` bytes a read, and always in the same array. */
function fileOf(bytes: Uint8Array, most = Infinity): ByteSource & { taken: number } {
  const shared = new Uint8Array(Math.min(bytes.length, most));
  return {
    size: bytes.length,
    taken: 0,
    read(offset, length) {
      const part = bytes.subarray(offset, offset + Math.min(length, most));
      this.taken += part.length;
      shared.set(part);
      return shared.subarray(0, part.length);
    },
  };
}

/** A file of any size that exists only where something is planted. */
function sparse(size: number, fill: number, planted: Readonly<Record<number, string>>): ByteSource {
  const pieces = Object.entries(planted).map(([at, text]) => ({
    at: Number(at),
    bytes: new TextEncoder().encode(text),
  }));
  const shared = new Uint8Array(8 * MB);
  return {
    size,
    read(offset, length) {
      const part = shared.subarray(0, Math.max(0, Math.min(length, shared.length, size - offset))).fill(fill);
      for (const { at, bytes } of pieces) {
        const from = Math.max(at, offset);
        const to = Math.min(at + bytes.length, offset + part.length);
        if (from < to) part.set(bytes.subarray(from - at, to - at), from - offset);
      }
      return part;
    },
  };
}

function run(source: ByteSource, limits?: Limits): { found: Document[]; content: Content } {
  const found: Document[] = [];
  const generator = documents(source, 'a/file.txt', origin, limits);
  for (let next = generator.next(); ; next = generator.next()) {
    if (next.done) return { found, content: next.value };
    found.push(next.value);
  }
}

const LIMITS: Limits = { whole: 900, pad: 128, head: 64, longestRun: 100, chunk: 256 };
type Encoded = 'utf-8' | 'utf-16le' | 'utf-16be';

const lines = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('x = 1\n', 'été 配置\r\n', '😀😀', '\n', 'plain words and words ') },
      {
        weight: 2,
        arbitrary: fc.integer({ min: 60, max: 110 }).map((length) => `${'a1B2'.repeat(40).slice(0, length)}\n`),
      },
      fc.constantFrom('binance', '# bnguard-ignore', 'X-MBX-APIKEY', '-----BEGIN PRIVATE KEY-----\n'),
      fc.integer({ min: 100, max: 700 }).map((length) => 'wörd und 😀 wort '.repeat(50).slice(0, length)),
    ),
    { minLength: 5, maxLength: 60 },
  )
  .map((parts) => Buffer.from(parts.join('')).toString());

function encode(text: string, encoding: Encoded): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return Uint8Array.from(encoding === 'utf-16le' ? bytes : bytes.swap16());
}

/** Every hit in the bytes that a window is due for. */
function hitsIn(bytes: Uint8Array): Hit[] {
  return gateHits(bytes).filter(({ start, end, gate }) => {
    const letters = bytes[start + 1] === 0 ? (end - start + 1) / 2 : end - start;
    return gate !== 'run' || letters <= LIMITS.longestRun;
  });
}

describe('a large file', () => {
  test('gives the same windows however it is read', () => {
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom<Encoded>('utf-8', 'utf-16le', 'utf-16be'),
        fc.integer({ min: 8, max: 500 }),
        fc.integer({ min: 1, max: 700 }),
        (text, encoding, chunk, most) => {
          const bytes = encode(text, encoding);
          const expected = run(fileOf(bytes), { ...LIMITS, chunk: 1 << 16 });
          expect(run(fileOf(bytes, most), { ...LIMITS, chunk })).toEqual(expected);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('shows each hit with its surroundings in one window, and says truly where the window stands', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom<Encoded>('utf-8', 'utf-16le', 'utf-16be'), (content, encoding) => {
        const bytes = encode(content, encoding);
        const mark = encoding === 'utf-8' ? 0 : 2;
        fc.pre(bytes.length > LIMITS.whole);
        const { offset } = locate({ text: content });
        const textAt = (byte: number): number => {
          const whole = encoding === 'utf-8' ? byte : byte - ((byte - mark) % 2);
          return decodeAs(bytes.subarray(mark, Math.max(mark, whole)), encoding).length;
        };
        const shown = run(fileOf(bytes), LIMITS).found.map((document) => {
          const start = offset(document.start ?? { line: 1, column: 1 });
          const end = start + document.text.length;
          expect(content.slice(start, end)).toBe(document.text);
          expect(document.start === undefined).toBe(start === 0);
          expect(document.head === undefined).toBe(start === 0);
          expect(encode(document.text, encoding).length).toBeLessThanOrEqual(LIMITS.whole + 8);
          const focus = document.focus ?? { start: 0, end: document.text.length };
          return { start, end, from: start + focus.start, to: start + focus.end };
        });
        for (const hit of hitsIn(bytes)) {
          const at = textAt(hit.start);
          const owners = shown.filter(({ from, to }) => from <= at && at < to);
          expect(owners).toHaveLength(1);
          const [{ start, end }] = owners as [(typeof owners)[number]];
          expect(start).toBeLessThanOrEqual(textAt(Math.max(mark, hit.start - LIMITS.pad + 4)));
          expect(end).toBeGreaterThanOrEqual(textAt(Math.min(bytes.length, hit.end + LIMITS.pad)));
        }
        for (const { from, to } of shown) expect(from).toBeLessThanOrEqual(to);
      }),
      { numRuns: 600 },
    );
  });

  test('has no windows where nothing hits, and none for a run that is too long to be a credential', () => {
    expect(run(sparse(9 * MB, 0x20, {}))).toEqual({ found: [], content: 'text' });
    expect(run(sparse(9 * MB, 0, {}))).toEqual({ found: [], content: 'binary' });
    expect(run(sparse(40 * MB, 0x61, {}))).toEqual({ found: [], content: 'text' });
  });

  test('of 3 GB needs little memory, and its places are beyond 2^31 as well', () => {
    const far = 2 ** 31 + 12_345;
    const before = process.memoryUsage.rss();
    const { found, content } = run(sparse(3 * 2 ** 30, 0, { 5000: 'one\ntwo\n', [far]: `\nbinance_key = "${KEY}"\n` }));
    expect(content).toBe('text');
    expect(found).toHaveLength(1);
    const [{ text, start }] = found as [Document];
    const { place } = locate({ text, start: start! });
    expect(place(text.indexOf(KEY))).toEqual({ line: 4, column: 16 });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * MB);
  });

  test('of one line has columns in characters', () => {
    const { found } = run(sparse(200 * MB, 0x20, { 300: 'é😀', [150 * MB]: KEY, [199 * MB]: KEY }));
    const columns = found.map(({ text, start }) => locate({ text, start: start! }).place(text.indexOf(KEY)));
    expect(columns).toEqual([
      { line: 1, column: 150 * MB + 1 - 3 },
      { line: 1, column: 199 * MB + 1 - 3 },
    ]);
    expect(found.every(({ head }) => head?.includes('é😀'))).toBe(true);
  });

  test('is read twice at most', () => {
    const line = `${'words and words '.repeat(6)}\n`;
    const bytes = new TextEncoder().encode(`${line.repeat(120_000)}binance ${line.repeat(120_000)}`);
    const source = fileOf(bytes);
    expect(run(source).found).toHaveLength(1);
    expect(source.taken).toBeLessThan(2 * bytes.length);
    const dense = fileOf(new TextEncoder().encode(`${line}binance\n`.repeat(180_000)));
    expect(run(dense).found.length).toBeGreaterThan(1);
    expect(dense.taken).toBeLessThan(2.3 * dense.size);
  });

  test('may shrink while it is read', () => {
    const bytes = new TextEncoder().encode(`${'some words\n'.repeat(900_000)}`);
    bytes.set(new TextEncoder().encode('binance'), 3 * MB);
    for (const left of [0, 10, 2 * MB, 3 * MB + 3, 3 * MB + 100, 9 * MB]) {
      const source = {
        size: bytes.length,
        read: (at: number, n: number) => bytes.subarray(Math.min(at, left), Math.min(left, at + n)),
      };
      expect(run(source).found.length).toBe(left > 3 * MB + 7 ? 1 : 0);
    }
  });
});

describe('a small file', () => {
  const small = (text: string): { found: Document[]; content: Content } => run(fileOf(new TextEncoder().encode(text)));

  test('is one document if a gate hits', () => {
    const text = `key = "${KEY}"\n`;
    expect(small(`\ufeff${text}`)).toEqual({ found: [{ path: 'a/file.txt', origin, text }], content: 'text' });
  });

  test('is passed over if none does', () => {
    expect(small('key = 1\n')).toEqual({ found: [], content: 'text' });
    expect(small('\0\0\x01\x02')).toEqual({ found: [], content: 'binary' });
    expect(small('')).toEqual({ found: [], content: 'empty' });
  });

  test('is looked at even if it is binary, once a gate hits', () => {
    const { found, content } = small(`\x7fELF\0\0\0\x01${KEY}\0`);
    expect(content).toBe('text');
    expect(found[0]!.text).toContain(KEY);
  });
});
