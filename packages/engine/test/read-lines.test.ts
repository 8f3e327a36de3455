import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnv } from '../src/read/env.ts';
import { readIni } from '../src/read/ini.ts';
import { readProperties } from '../src/read/properties.ts';
import { commentsOf, expectSoundReading, linesOf } from './sound.ts';

describe('.env', () => {
  it('reads assignments in every quoting', () => {
    const text = [
      'A=plain  # note',
      'export B = "two words" # note',
      "C='it \\n is'",
      'D="line\\nbreak \\x"',
      'E: yaml-like',
      'F=',
      'G=a#b',
      'H="a"junk',
      'I=true',
      'J=`tick`',
      'set K=1.5',
      'L=${L:-fallback}',
      'M="',
    ].join('\n');
    expect(linesOf(readEnv(text), text)).toEqual([
      'A = plain @plain',
      'B = two words @"two words"',
      "C = it \\n is @'it \\n is'",
      'D = line⏎break \\x @"line\\nbreak \\x"',
      'E = yaml-like @yaml-like',
      'F =  @',
      'G = a#b @a#b',
      'H = a @"a"',
      'I = (true) @true',
      'J = tick @`tick`',
      'K = (1.5) @1.5',
      'L = ${L:-fallback} @${L:-fallback}',
      'M = " @"',
    ]);
    expect(commentsOf(readEnv(text), text)).toEqual(['# note', '# note']);
  });

  it('reads values over several lines, unless a quote was forgotten', () => {
    const pem = 'KEY="-----BEGIN\r\nabc=\r\n-----END" # tail\r\nB=2x';
    expect(linesOf(readEnv(pem), pem)).toEqual([
      'KEY = -----BEGIN␍⏎abc=␍⏎-----END @"-----BEGIN␍⏎abc=␍⏎-----END"',
      'B = 2x @2x',
    ]);
    expect(commentsOf(readEnv(pem), pem)).toEqual(['# tail']);
    const forgotten = "A='one\nB=two\nC='three'";
    expect(linesOf(readEnv(forgotten), forgotten)).toEqual(["A = 'one @'one", 'B = two @two', "C = three @'three'"]);
  });

  it('reads what is commented out, and lines without a name', () => {
    const text = '# SECRET=old # why\n#KEY="x y"\n# just prose = no, it is two words\nA=1x\npasted\n';
    expect(linesOf(readEnv(text), text)).toEqual([
      'SECRET = old @old',
      'KEY = x y @"x y"',
      'A = 1x @1x',
      'pasted @pasted',
    ]);
    expect(commentsOf(readEnv(text), text)).toEqual([
      '# SECRET=old # why',
      '#KEY="x y"',
      '# just prose = no, it is two words',
    ]);
  });

  it('leaves programs and prose to the lexer', () => {
    expect(readEnv('')).toBeUndefined();
    expect(readEnv('# only a comment')).toBeUndefined();
    expect(readEnv('Some words.\nMore words.\nA=b')).toBeUndefined();
  });
});

describe('.ini', () => {
  it('reads sections, both separators and inline comments', () => {
    const text = [
      '; top',
      'global = yes ; note',
      '[binance_user_config]',
      'api_key=abc',
      'api secret : "q#u;o" # note',
      '# current_coin=old',
      ';tld = com',
      '[remote "origin"]',
      '\turl = https://example.org/x',
      '\tfetch = +refs',
      'empty =',
      "quoted = 'x",
    ].join('\r\n');
    expect(linesOf(readIni(text), text)).toEqual([
      'global = yes @yes',
      'binance_user_config.api_key = abc @abc',
      'binance_user_config.api secret = q#u;o @"q#u;o"',
      'binance_user_config.current_coin = old @old',
      'binance_user_config.tld = com @com',
      'remote "origin".url = https://example.org/x @https://example.org/x',
      'remote "origin".fetch = +refs @+refs',
      'remote "origin".empty =  @',
      'remote "origin".quoted = \'x @\'x',
    ]);
    expect(commentsOf(readIni(text), text)).toEqual(['; top', '; note', '# note', '# current_coin=old', ';tld = com']);
    const containers = readIni(text)!.bindings.map((binding) => binding.container);
    expect(new Set(containers)).toEqual(new Set([0, text.indexOf('[b'), text.indexOf('[r')]));
  });

  it('joins continuation lines', () => {
    const text = '[k]\npem =\n  abc\n  def=\nlong = one \\\n  two\n  key: x\nnext = 1x';
    expect(linesOf(readIni(text), text)).toEqual([
      'k.pem = abc⏎def= @abc⏎  def=',
      'k.long = one two @one \\⏎  two',
      'k.key = x @x',
      'k.next = 1x @1x',
    ]);
  });

  it('leaves block formats to the lexer', () => {
    expect(readIni('server {\n  listen = 80;\n}')).toBeUndefined();
    expect(readIni('just words\nand words\n')).toBeUndefined();
  });
});

describe('.properties', () => {
  it('reads keys, separators, escapes and continuations', () => {
    const text = [
      '# secret=old',
      '! note',
      'binance.apiKey=abc  ',
      'b : c\\u0041\\n\\q',
      'd e f',
      'long = one\\',
      '   two\\',
      '   three',
      'a\\ b=1x',
      'path=C\\\\',
      'alone',
    ].join('\r\n');
    expect(linesOf(readProperties(text), text)).toEqual([
      'secret = old @old',
      'binance.apiKey = abc @abc',
      'b = cA⏎q @c\\u0041\\n\\q',
      'd = e f @e f',
      'long = onetwothree @one\\␍⏎   two\\␍⏎   three',
      'a b = 1x @1x',
      'path = C\\ @C\\\\',
      'alone =  @',
    ]);
  });
});

describe('named values', () => {
  it('are read out of texts of the form NAME=value', () => {
    const text = 'OPTS="API_KEY=abc"\nBOTH="A_KEY=1x\\n# note\\nB_KEY=\'2x\'"\nNO="a == b"\n';
    expect(linesOf(readEnv(text), text)).toEqual([
      'OPTS = API_KEY=abc @"API_KEY=abc"',
      'OPTS.API_KEY = abc @"API_KEY=abc"',
      "BOTH = A_KEY=1x⏎# note⏎B_KEY='2x' @\"A_KEY=1x\\n# note\\nB_KEY='2x'\"",
      'BOTH.A_KEY = 1x @"A_KEY=1x\\n# note\\nB_KEY=\'2x\'"',
      'BOTH.B_KEY = 2x @"A_KEY=1x\\n# note\\nB_KEY=\'2x\'"',
      'NO = a == b @"a == b"',
    ]);
  });
});

const word = fc.constantFrom(
  'A',
  'key',
  '=',
  ':',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '"',
  "'",
  '`',
  '#',
  ';',
  '!',
  '\\',
  '\\u0041',
  '[s]',
  '{',
  'x=y',
  '😀',
  '\u00a0',
);
const texts = fc.oneof(
  fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
  fc.string({ unit: 'binary' }),
);

describe.each([
  ['readEnv', readEnv],
  ['readIni', readIni],
  ['readProperties', readProperties],
] as const)('%s', (_, read) => {
  it('is sound on any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = read(text);
        if (reading !== undefined) expectSoundReading(reading, text);
      }),
      { numRuns: 2000 },
    );
  });

  it('comes to an end, whatever is repeated', () => {
    for (const unit of [
      'A="',
      "A='\n",
      'A="x\n',
      '\\',
      ' ',
      '=',
      '#',
      'A=\\\n',
      'k = v\n  more\n',
      'A=`\nB="\n',
      '\n',
      '[',
      'a:',
    ]) {
      read(unit.repeat(2_000_000 / unit.length));
    }
  });
});
