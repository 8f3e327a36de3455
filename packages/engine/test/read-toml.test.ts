import fc from 'fast-check';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { describe, expect, it } from 'vitest';
import { readToml } from '../src/read/toml.ts';
import { commentsOf, expectSoundReading, linesOf } from './sound.ts';

const read = (text: string): string[] => linesOf(readToml(text), text);

describe('TOML', () => {
  it('reads tables, dotted and quoted keys, arrays and inline tables', () => {
    const text = [
      'title = "x" # note',
      'a.b."c d" = 1',
      '[exchange.binance]',
      "key = 'lit\\n'",
      'when = 2026-11-22T12:00:00Z',
      'pairs = ["p", 2, {q = "r"}]',
      'none = []',
      'env = { KEY = "v", on = true }',
      '[[bots]]',
      'name = "one"',
      'value = "1x"',
      '[[bots]]',
      'name = "two"',
    ].join('\r\n');
    expect(read(text)).toEqual([
      'title = x @"x"',
      'a.b.c d = (1) @1',
      "exchange.binance.key = lit\\n @'lit\\n'",
      'exchange.binance.when = (2026-11-22T12:00:00Z) @2026-11-22T12:00:00Z',
      'exchange.binance.pairs.0 = p @"p"',
      'exchange.binance.pairs.2.q = r @"r"',
      'exchange.binance.none = [] @[]',
      'exchange.binance.env.KEY = v @"v"',
      'exchange.binance.env.on = (true) @true',
      'bots.0.name = one @"one"',
      'bots.0.value = 1x @"1x"',
      'bots.one = 1x @"1x"',
      'bots.1.name = two @"two"',
    ]);
    expect(commentsOf(readToml(text), text)).toEqual(['# note']);
    const containers = readToml(text)!.bindings.map(({ container }) => container);
    expect(containers.slice(0, 3)).toEqual([0, 0, text.indexOf('[exchange')]);
    expect(containers[7]).toBe(text.indexOf('{ KEY'));
  });

  it('maps multi-line strings and escapes', () => {
    const text = 'a = """\r\none\\\r\n   two\r\n\\u0041\\U0001F600"""\nb = \'\'\'\nx\\y\n\'\'\'\nc = "\\t\\"\\\\"\n';
    expect(read(text)).toEqual([
      'a = onetwo⏎A😀 @"""␍⏎one\\␍⏎   two␍⏎\\u0041\\U0001F600"""',
      "b = x\\y⏎ @'''⏎x\\y⏎'''",
      'c = \t"\\ @"\\t\\"\\\\"',
    ]);
  });

  it.each(['a = ', 'a = 1\na = 2', '[a', 'a = {{ x }}', 'just words'])('leaves %j to the lexer', (text) =>
    expect(readToml(text)).toBeUndefined(),
  );

  const basic = fc.array(
    fc.constantFrom('a', ' ', '\\n', '\\"', '\\\\', '\\u00e9', '\\U0001F600', '\\x41', '\\e', 'é', '😀', "'"),
    { maxLength: 12 },
  );
  const lines = fc.array(
    fc.constantFrom('a', ' ', '\n', '\r\n', '\\\n  ', '\\ \r\n', '\\n', '"', "'", '\\u0041', '\t'),
    { maxLength: 15 },
  );
  const strings = fc.oneof(
    basic.map((parts) => `"${parts.join('')}"`),
    lines.map((parts) => `"""${parts.join('')}"""`),
    lines.map((parts) => `'''${parts.join('')}'''`),
    fc.string().map((text) => JSON.stringify(text)),
  );

  it('agrees with the parser on every string', () => {
    fc.assert(
      fc.property(fc.array(strings, { maxLength: 5 }), (values) => {
        const text = values.map((value, i) => `k${i} = ${value}\n`).join('');
        const reading = readToml(text);
        if (reading === undefined) return;
        expectSoundReading(reading, text);
        const parsed = getStaticTOMLValue(parseTOML(text, { tomlVersion: 'next' }));
        const ours = reading.bindings
          .filter(({ path }) => path.length === 1)
          .map(({ path, value }) => [path[0], 'text' in value ? value.text : '']);
        expect(Object.fromEntries(ours)).toEqual(parsed);
      }),
      { numRuns: 1500 },
    );
  });

  it('is sound on any text', () => {
    const word = fc.constantFrom(
      'a',
      '.',
      ' = ',
      '\n',
      '\r\n',
      '[',
      ']',
      '[[',
      '{',
      '}',
      '"',
      "'",
      '"""',
      "'''",
      '\\',
      '#',
      ',',
      '1',
      'true',
      'k = "v"\n',
      '[t]\n',
      '[[l]]\n',
    );
    const texts = fc.oneof(
      fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readToml(text);
        if (reading !== undefined) expectSoundReading(reading, text);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes bounded time, whatever it is given', () => {
    expect(readToml(`a = ${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBeUndefined();
    expect(readToml(`a${'.a'.repeat(100_000)} = 1`)).toBeUndefined();
    expect(readToml(`a = "${'x'.repeat(5_000_000)}"`)).toBeUndefined();
    for (const unit of ['a = "', '[', '[[a]]\n', '{a=', '"""', '\\', '#', '\n']) {
      readToml(unit.repeat(300_000 / unit.length));
      readToml(`a = ${unit.repeat(300_000 / unit.length)}`);
    }
  });
});
