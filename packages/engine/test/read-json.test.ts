import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../src/read/json.ts';
import { commentsOf, expectSoundReading, linesOf } from './sound.ts';

describe('JSON', () => {
  it('reads leaves with their paths', () => {
    const text =
      '{"exchange": {"key": "abc", "secret": "d\\ne\\u0041\\/", "n": -1.5e3, "ok": true, "no": null},\r\n "pairs": ["x", 2, {"y": "z"}], "none": []}';
    expect(linesOf(readJson(text), text)).toEqual([
      'exchange.key = abc @"abc"',
      'exchange.secret = d⏎eA/ @"d\\ne\\u0041\\/"',
      'exchange.n = (-1.5e3) @-1.5e3',
      'exchange.ok = (true) @true',
      'exchange.no = (null) @null',
      'pairs.0 = x @"x"',
      'pairs.2.y = z @"z"',
      'none = [] @[]',
    ]);
    const inner = text.indexOf('{', 1);
    expect(readJson(text)!.bindings.map(({ container }) => container)).toEqual([
      ...Array.from({ length: 5 }, () => inner),
      text.indexOf('["x"'),
      text.indexOf('{"y"'),
      // The outermost mapping, which is more than the file (0).
      1,
    ]);
  });

  it('reads comments, trailing commas and missing commas', () => {
    const text = '// top\n{"a": "1", /* "b": 2 */ "c": "d" "e": "f",}\n// end';
    expect(linesOf(readJson(text), text)).toEqual(['a = 1 @"1"', 'c = d @"d"', 'e = f @"f"']);
    expect(commentsOf(readJson(text), text)).toEqual(['// top', '/* "b": 2 */', '// end']);
  });

  it('reads one value a line, or simply one after the other', () => {
    const text = '{"a": "1"}\r\n{"a": "2"} ["3"]\n';
    expect(linesOf(readJson(text), text)).toEqual(['a = 1 @"1"', 'a = 2 @"2"', '0 = 3 @"3"']);
  });

  it('keeps what stands before a cut', () => {
    const text = '{"a": "1", "list": [{"b": "2"}, {"c":  ';
    expect(linesOf(readJson(text), text)).toEqual(['a = 1 @"1"', 'list.0.b = 2 @"2"']);
  });

  it('tolerates wrong escapes', () => {
    const text = '{"path": "C:\\qx", "u": "\\u12", "tab": "a\tb"}';
    expect(linesOf(readJson(text), text)).toEqual(['path = C:qx @"C:\\qx"', 'u = u12 @"\\u12"', 'tab = a\tb @"a\tb"']);
  });

  it.each([
    '',
    '// nothing',
    "{'a': 'b'}",
    '{a: "b"}',
    '{"a": {{ x }}, "b": "c"}',
    '{"a": "x\ny"}',
    '{"a": "x',
    'key = 1',
    '"a" "b"',
    '<<<<<<< HEAD\n{}',
  ])('leaves %j to the lexer', (text) => expect(readJson(text)).toBeUndefined());

  it('reads values that a neighbour names, as entries of the list around them', () => {
    const text =
      '{"values": [{"key": "api-key", "value": "abc", "type": "secret"}, {"name": "N", "value": 2}], "env": {"name": "M", "value": "m"}}';
    expect(linesOf(readJson(text), text).slice(3, 4)).toEqual(['values.api-key = abc @"abc"']);
    expect(linesOf(readJson(text), text)).toContain('values.N = (2) @2');
    expect(linesOf(readJson(text), text)).toContain('env.M = m @"m"');
    const named = readJson(text)!.bindings.find(({ path }) => path.join('.') === 'values.api-key');
    expect(named?.container).toBe(text.indexOf('['));
  });

  it('agrees with JSON.parse', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.boolean(), (json, pretty) => {
        const text = pretty ? JSON.stringify(JSON.parse(json), undefined, '\t').replaceAll('\n', '\r\n') : json;
        const reading = readJson(text)!;
        expectSoundReading(reading, text);
        const leaves = reading.bindings.map(({ value }) => (value.kind === 'text' ? value.text : ''));
        for (const leaf of stringsOf(JSON.parse(text))) expect(leaves).toContain(leaf);
        for (const { value, span } of reading.bindings) {
          if (value.kind !== 'text') continue;
          const parsed: string = JSON.parse(text.slice(span.start, span.end));
          // `NAME=value` is a binding of its own, for a part of the string.
          expect(parsed.includes('=') ? parsed.endsWith(value.text) : parsed === value.text).toBe(true);
        }
      }),
    );
  });

  it('is sound on any text', () => {
    const word = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"a"',
      '"\\',
      '"',
      ':',
      ',',
      '\\u00',
      '1',
      '-',
      'null',
      '\n',
      '\r',
      '//',
      '/*',
      '"name":"x"',
      '"value":"y"',
      '😀',
      '"k=v"',
    );
    const texts = fc.oneof(
      fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readJson(text);
        if (reading !== undefined) expectSoundReading(reading, text);
      }),
      { numRuns: 3000 },
    );
  });

  it('comes to an end, whatever is repeated, in bounded memory', () => {
    for (const unit of ['[', '{"a":', '"', '{}\n', '"\\', '/*', '{"a":"b",', '"a",', '\\u0041']) {
      const text = unit.repeat(3_000_000 / unit.length);
      readJson(text);
      readJson(`[${text}`);
      readJson(`["${text}"]`);
    }
    expect(readJson('['.repeat(100_000))).toBeUndefined();
    const many = readJson(`[${'"a",'.repeat(500_000)}"${'k'.repeat(64)}"]`)!;
    expect(many.bindings.length).toBe(50_001);
    expect(many.bindings.at(-1)!.path).toEqual(['500000']);
  });
});

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
