import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPair, isScalar, parseAllDocuments, stringify, visit } from 'yaml';
import { readYaml } from '../src/read/yaml.ts';
import { commentsOf, expectSoundReading, linesOf } from './sound.ts';

const read = (text: string): string[] => linesOf(readYaml(text), text);

describe('YAML', () => {
  it('reads leaves with their paths', () => {
    const text = [
      '# top',
      'exchange:',
      '  name: binance # note',
      "  key: 'it''s'",
      '  secret: "a\\nb\\x41\\u00e9\\',
      '     c"',
      '  number: 12',
      '  "on": true',
      '  nothing:',
      '  tilde: null',
      'pairs: [ A/B, { c: d, e }, f: g ]',
      'list:',
      '- x',
      '- - y',
      '- k: v',
      '  l: w',
      'none: []',
    ].join('\r\n');
    expect(read(text)).toEqual([
      'exchange.name = binance @binance',
      "exchange.key = it's @'it''s'",
      'exchange.secret = a⏎bAéc @"a\\nb\\x41\\u00e9\\␍⏎     c"',
      'exchange.number = (12) @12',
      'exchange.on = (true) @true',
      'exchange.nothing = () @',
      'exchange.tilde = (null) @null',
      'pairs.0 = A/B @A/B',
      'pairs.1.c = d @d',
      'pairs.1.e = () @',
      'pairs.2.f = g @g',
      'list.0 = x @x',
      'list.1.0 = y @y',
      'list.2.k = v @v',
      'list.2.l = w @w',
      'none = [] @[]',
    ]);
    expect(commentsOf(readYaml(text), text)).toEqual(['# top', '# note']);
    const last = readYaml(text)!
      .bindings.slice(-3)
      .map(({ container }) => container);
    expect(last).toEqual([text.indexOf('k: v'), text.indexOf('k: v'), text.indexOf('exchange')]);
  });

  it('maps block scalars and folded lines', () => {
    const text =
      'a: |\n  one\n   two\n\n  three\nb: >-  # note\n  one\n  two\n\n  three\n    more\n  end\nc: one\n  two\n\n  three\nd: |2\n   x\n';
    expect(read(text)).toEqual([
      'a = one⏎ two⏎⏎three⏎ @|⏎  one⏎   two⏎⏎  three⏎',
      'b = one two⏎three⏎  more⏎end @>-  # note⏎  one⏎  two⏎⏎  three⏎    more⏎  end',
      'c = one two⏎three @one⏎  two⏎⏎  three',
      'd =  x⏎ @|2⏎   x⏎',
    ]);
  });

  it('reads every document of a stream', () => {
    expect(read('%YAML 1.2\n---\na: b # x\n...\n---\na: c\n')).toEqual(['a = b @b', 'a = c @c']);
  });

  it('follows anchors, aliases and merge keys', () => {
    const text =
      'base: &b\n  key: k1\n  url: &u http://x\nlive:\n  <<: *b\n  url: y\n  other: *u\nall: *b\nboth:\n  <<: [*b, {z: w}]\n';
    expect(read(text)).toEqual([
      'base.key = k1 @k1',
      'base.url = http://x @http://x',
      'live.key = k1 @k1',
      'live.url = y @y',
      'live.other = http://x @http://x',
      'all.key = k1 @k1',
      'all.url = http://x @http://x',
      'both.key = k1 @k1',
      'both.url = http://x @http://x',
      'both.z = w @w',
    ]);
    expect(read('a: &a\n  b: *a\n  c: d\n  <<: *a\n')).toEqual(['a.c = d @d']);
    expect(read('<<: \n    <<: a')).toEqual(['<< = a @a']);
  });

  it('takes tagged values as text', () => {
    expect(read('a: !!str 12\nb: !vault |\n  x\nc: !ENV ${KEY}\nd: !Ref x\n')).toEqual([
      'a = 12 @12',
      'b = x⏎ @|⏎  x⏎',
      'c = ${KEY} @${KEY}',
      'd = x @x',
    ]);
  });

  it('reads values that are named elsewhere', () => {
    const text = [
      'environment:',
      '  - BINANCE_API_KEY=abc',
      '  - SECRET="x y"',
      'env:',
      '  - name: A_KEY',
      '    value: abc',
      '  - name: B_KEY',
      '    valueFrom: {secretKeyRef: {name: s, key: k}}',
      'data:',
      '  .env: |',
      '    C_KEY=1x',
      '    # note',
      '    D_KEY=2x',
    ].join('\n');
    expect(read(text).filter((line) => /_KEY = |SECRET = /.test(line.split('@')[0]!))).toEqual([
      'environment.BINANCE_API_KEY = abc @BINANCE_API_KEY=abc',
      'environment.SECRET = x y @SECRET="x y"',
      'env.A_KEY = abc @abc',
      'data..env.C_KEY = 1x @|⏎    C_KEY=1x⏎    # note⏎    D_KEY=2x',
      'data..env.D_KEY = 2x @|⏎    C_KEY=1x⏎    # note⏎    D_KEY=2x',
    ]);
    const containers = readYaml(text)!.bindings.filter(({ path }) => path.at(-1) === 'A_KEY');
    expect(containers[0]!.container).toBe(text.indexOf('- name'));
  });

  it.each([
    'just words',
    '{{- if .Values.x }}\nkey: a\n{{- end }}\n',
    'key: {{ .Values.x }}\n',
    'key: {{ .Values.x }}-tail\n',
    '{% if x %}\na: b\n{% endif %}\n',
    'a: b\njunk\nc: d\n',
    'a: "open\n',
    'a: [b\n',
    'a: [b}\n',
  ])('leaves %j to the lexer', (text) => expect(readYaml(text)).toBeUndefined());

  it('reads quoted templates and GitHub expressions', () => {
    expect(read('a: "{{ x }}"\nb: ${{ secrets.KEY }}\nc: x {{ y }}\n')).toEqual([
      'a = {{ x }} @"{{ x }}"',
      'b = ${{ secrets.KEY }} @${{ secrets.KEY }}',
      'c = x {{ y }} @x {{ y }}',
    ]);
  });

  const scalars = fc.oneof(
    fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '\n', "'", '"', '\\', ':', '#', '\t', '-', 'é', '😀'),
      maxLength: 30,
    }),
    fc.string(),
    fc.integer(),
    fc.boolean(),
  );
  const trees = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      scalars,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('node'), { maxKeys: 4 }),
    ),
  })).node;
  const styles = fc.record({
    blockQuote: fc.constantFrom<true | false | 'literal' | 'folded'>(true, false, 'literal', 'folded'),
    lineWidth: fc.constantFrom(20, 80),
    singleQuote: fc.boolean(),
    indent: fc.constantFrom(1, 2, 4),
    collectionStyle: fc.constantFrom<'any' | 'flow'>('any', 'flow'),
    defaultStringType: fc.constantFrom<'PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | 'BLOCK_FOLDED' | 'BLOCK_LITERAL'>(
      'PLAIN',
      'QUOTE_DOUBLE',
      'QUOTE_SINGLE',
      'BLOCK_FOLDED',
      'BLOCK_LITERAL',
    ),
  });

  it('reads a list under a merge key that merges nothing', () => {
    expect(readYaml('<<: \n- a')!.bindings.map(({ value }) => value.kind === 'text' && value.text)).toEqual(['a']);
  });

  it('agrees with yaml on what it writes', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), trees, { minKeys: 1, maxKeys: 4 }),
        styles,
        fc.boolean(),
        (tree, style, crlf) => {
          const written = stringify(tree, style);
          const text = crlf ? written.replaceAll('\n', '\r\n') : written;
          // It does not accept all that it writes itself.
          expect(agreement(text)).toMatch(/^(agrees|yaml rejects it)$/);
        },
      ),
      { numRuns: 1500 },
    );
  });

  const word = fc.constantFrom(
    'a',
    'b: ',
    'key: ',
    '- ',
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    ' ',
    '"',
    "'",
    '|',
    '>',
    '>-\n',
    '|+\n',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '&x ',
    '*x',
    '<<: ',
    '!t ',
    '# c',
    '\\n',
    '\\\n',
    '\t',
    '---',
    '...',
    '? ',
    ': ',
    '{{',
    '%',
    '12',
    '~',
  );
  const texts = fc.oneof(
    fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('is sound on any text, and agrees with yaml where both can read it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readYaml(text);
        if (reading === undefined) return;
        expectSoundReading(reading, text);
        expect(agreement(text)).not.toMatch(/^differs/);
      }),
      { numRuns: 5000 },
    );
  });

  it('takes bounded time, whatever it is given', () => {
    expect(readYaml('['.repeat(100_000))).toBeUndefined();
    expect(readYaml('- '.repeat(20_000))).toBeUndefined();
    expect(readYaml(`a: ${'b'.repeat(5_000_000)}`)).toBeUndefined();
    for (const unit of [
      'a: "',
      'a: "x\n',
      'a: *a\n',
      '<<: *a\n',
      '- |\n',
      '&a ',
      '? ',
      "'",
      'a\n',
      '\n',
      ' ',
      'k: &k\n',
    ]) {
      readYaml(`x: ${unit.repeat(200_000 / unit.length)}`);
      readYaml(unit.repeat(200_000 / unit.length));
    }
    const bomb = Array.from({ length: 12 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}x]`).join('\n');
    expect(readYaml(bomb.replaceAll('*a-1, ', ''))!.bindings.length).toBeLessThan(20_000);
  });
});

/** Compares every text that yaml itself finds with what stands at its place in our reading. */
function agreement(text: string): string {
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return 'yaml rejects it';
  const reading = readYaml(text);
  if (reading === undefined) return 'not read';
  const found = new Map<number, string[]>();
  for (const { span, value } of reading.bindings) {
    if (value.kind === 'text' || value.kind === 'scalar')
      found.set(span.start, [...(found.get(span.start) ?? []), value.text]);
  }
  let result = 'agrees';
  for (const document of documents) {
    visit(document, {
      Pair(_, pair) {
        // Values in keys are no leaves.
        if (isPair(pair.key) || !isScalar(pair.key)) return visit.SKIP;
        return undefined;
      },
      Scalar(key, node) {
        if (key === 'key' || typeof node.value !== 'string' || node.value.trim() === '') return;
        // At the end of a file without a line break the last line feed has no source.
        const expected = node.type?.startsWith('BLOCK') ? [node.value, node.value.replace(/\n$/, '')] : [node.value];
        const ours = found.get(node.range![0]) ?? [];
        if (!expected.some((value) => ours.includes(value))) {
          result = `differs: ${JSON.stringify({ text, expected: node.value, ours })}`;
        }
      },
    });
  }
  return result;
}
