import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../src/read/csv.ts';
import { expectSoundReading, linesOf } from './sound.ts';

const read = (text: string): string[] => linesOf(readCsv(text), text);

describe('CSV', () => {
  it('names the fields by the header row', () => {
    const text = 'Name,API Key,API Secret\r\nmain, abc ,"d""e,\r\nf"\r\n\r\nother,ghi\r\n';
    expect(read(text)).toEqual([
      'Name = main @main',
      'API Key = abc @abc',
      'API Secret = d"e,␍⏎f @"d""e,␍⏎f"',
      'Name = other @other',
      'API Key = ghi @ghi',
    ]);
    const { bindings } = readCsv(text)!;
    expect(bindings.map(({ via }) => via)).toEqual(Array.from({ length: 5 }, () => 'column'));
    expect(new Set(bindings.map(({ container }) => container))).toEqual(
      new Set([text.indexOf('main'), text.indexOf('other')]),
    );
  });

  it.each([';', '\t', '|'])('reads fields separated by %j', (separator) => {
    expect(read(`key${separator}secret\na${separator}b`)).toEqual(['key = a @a', 'secret = b @b']);
  });

  it('reads rows without a header', () => {
    const text = 'main,0x12,3.5\nother,a b';
    expect(read(text)).toEqual(['main @main', '0x12 @0x12', '3.5 @3.5', 'other @other', 'a b @a b']);
    expect(readCsv(text)!.bindings.every(({ via, path }) => via === 'bare' && path.length === 0)).toBe(true);
  });

  it('survives a quote that never closes', () => {
    expect(read('a,b\n"open,x\ny,z')).toEqual(['a = "open @"open', 'b = x @x', 'a = y @y', 'b = z @z']);
  });

  it('leaves text without separators to the lexer', () => expect(readCsv('one\ntwo, three')).toBeUndefined());

  it('is sound on any text, and reads back what was written', () => {
    const word = fc.constantFrom('a', 'key', ',', ';', '\t', '"', '""', '\n', '\r\n', '\r', ' ', '😀', '1');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word).map((words) => words.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const reading = readCsv(text);
          if (reading !== undefined) expectSoundReading(reading, text);
        },
      ),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string({ minLength: 1 })), { minLength: 1 }),
        (rows) => {
          const text = `a,b\n${rows.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')).join('\n')}`;
          expect(
            readCsv(text)!
              .bindings.filter(({ path, span }) => path.length === 1 && text[span.start] === '"')
              .map(({ value }) => 'text' in value && value.text),
          ).toEqual(rows.flat());
        },
      ),
    );
  });

  it('comes to an end, whatever is repeated', () => {
    for (const unit of [',', '"', ',"', ',"\n', '"a"b', 'a,b\n', ' ', '\n', ',""\n', 'x'])
      readCsv(`a,b\n${unit.repeat(3_000_000 / unit.length)}`);
  });
});
