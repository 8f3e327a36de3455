import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../src/read/xml.ts';
import { commentsOf, expectSoundReading, linesOf } from './sound.ts';

const read = (text: string): string[] => linesOf(readXml(text), text);

describe('XML', () => {
  it('reads elements and attributes', () => {
    const text =
      '<?xml version="1.0"?>\r\n<config a=\'1x\'>\r\n  <binance>\r\n    <apiKey> a&amp;b </apiKey><secret><![CDATA[c<d]]></secret>\r\n    <on>true</on>\r\n  </binance>\r\n</config>';
    expect(read(text)).toEqual([
      "config.a = 1x @'1x'",
      'config.binance.apiKey = a&b @a&amp;b',
      'config.binance.secret = c<d @<![CDATA[c<d]]>',
      'config.binance.on = (true) @true',
    ]);
    expect(
      readXml(text)!
        .bindings.slice(1)
        .map(({ container }) => container),
    ).toEqual([1, 2, 3].map(() => text.indexOf('<binance')));
  });

  it('reads values that an attribute names', () => {
    const text = [
      '<configuration><appSettings>',
      '<add key="BinanceKey" value="a&#x41;"/>',
      '<add key="BinanceSecret" value="b" />',
      '<string name="other">c</string>',
      '<setting name="third" serializeAs="String"><value>d</value></setting>',
      '<meta android:name="fourth" android:value="e"/>',
      '</appSettings></configuration>',
    ].join('\n');
    const named = readXml(text)!.bindings.filter(
      ({ path }) => path.length === 3 && /^(Binance|other|third|fourth)/.test(path[2]!),
    );
    expect(named.map(({ path, value }) => `${path.join('.')} = ${'text' in value && value.text}`)).toEqual([
      'configuration.appSettings.BinanceKey = aA',
      'configuration.appSettings.BinanceSecret = b',
      'configuration.appSettings.other = c',
      'configuration.appSettings.third = d',
      'configuration.appSettings.fourth = e',
    ]);
    expect(new Set(named.map(({ container }) => container))).toEqual(new Set([text.indexOf('<appSettings')]));
  });

  it('reads plists', () => {
    const text =
      '<plist version="1.0"><dict><key>Env</key><dict><key>API_KEY</key><string>abc</string><key>On</key><true/></dict><key>List</key><array><string>x</string></array></dict></plist>';
    expect(read(text)).toEqual([
      'version = (1.0) @"1.0"',
      'Env.API_KEY = abc @abc',
      'Env.On = (true) @<true/>',
      'List.string = x @x',
    ]);
  });

  it('reads what is commented out', () => {
    const text = '<a><!-- old: <add key="K" value="v"/> <b>c --> <d>e</d></a>';
    expect(read(text)).toEqual([
      'a.add.key = K @"K"',
      'a.add.value = v @"v"',
      'a.K = v @"v"',
      'a.b = c @c',
      'a.d = e @e',
    ]);
    expect(commentsOf(readXml(text), text)).toEqual(['<!-- old: <add key="K" value="v"/> <b>c -->']);
  });

  it('forgives what XML does not', () => {
    expect(read('<a><b x=1y z>c<d>e</a>f < g &nope; <h i="j')).toEqual([
      'a.b.x = 1y @1y',
      'a.b = c @c',
      'a.b.d = e @e',
    ]);
  });

  it.each(['', 'words', 'a < b', '{"a": "<b>"}', '<a><!-- open', '<a><![CDATA[ open'])(
    'leaves %j to the lexer',
    (text) => expect(readXml(text)).toBeUndefined(),
  );

  it('is sound on any text', () => {
    const word = fc.constantFrom(
      '<a>',
      '</a>',
      '<b c="d"',
      "<e f='&#65;'",
      '/>',
      '>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<key>k</key>',
      '<dict>',
      '&amp;',
      '&',
      'x',
      ' ',
      '\r\n',
      '"',
      "'",
      '=',
      '<?',
      '<!',
      '<',
      '</',
      'A=b',
      '<i name="n" value="v"/>',
      '😀',
    );
    const texts = fc.oneof(
      fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
      fc.string({ unit: 'binary' }).map((text) => `<a>${text}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readXml(text);
        if (reading !== undefined) expectSoundReading(reading, text);
      }),
      { numRuns: 3000 },
    );
  });

  it('comes to an end, whatever is repeated', () => {
    expect(readXml('<a>'.repeat(100_000))).toBeUndefined();
    for (const unit of [
      '<',
      '<a ',
      '<a b="',
      "<a b='c",
      '</a>',
      '<a/>',
      '&',
      '&amp;',
      '<!--',
      '<?',
      ' ',
      '=',
      'a = ',
      '<a b=\n',
      '"',
      '<!-- <a> -->',
    ]) {
      readXml(`<r>${unit.repeat(2_000_000 / unit.length)}`);
      readXml(`<r ${unit.repeat(2_000_000 / unit.length)}`);
    }
  });
});
