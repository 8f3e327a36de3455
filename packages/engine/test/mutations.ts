/**
 * The open corpus with mutations: what the fuzzer feeds. A recipe names files and places by numbers, so that a failure
 * is told without any value, and so that the same recipe always gives the same text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expand } from '../src/examples.ts';

export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

/** Every file of a folder of fixtures, its placeholders expanded. */
function filesIn(name: string): readonly CorpusFile[] {
  const folder = join(import.meta.dirname, '../../../fixtures', name);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txtar'))
    .sort()
    .flatMap((name) => {
      const [, ...parts] = readFileSync(join(folder, name), 'utf8').split(/^-- (.+) --\n/m);
      return parts.flatMap((path, at) => (at % 2 === 0 ? [{ path, text: expand(parts[at + 1] ?? '').text }] : []));
    });
}

/** The open half of the settings. */
export const settings: readonly CorpusFile[] = filesIn('settings/open');
/** The open corpus. */
export const corpus: readonly CorpusFile[] = filesIn('corpus/open');
/** Both halves of the corpus and of what only looks like a leak: for laws that hold for any text. */
export const fixtures: readonly CorpusFile[] = ['open', 'frozen'].flatMap((half) => [
  ...filesIn(`corpus/${half}`),
  ...filesIn(`lookalikes/${half}`),
]);

/** One of each language, format and carrier of their own; the last has no meaning for any reader. */
const extensions = (
  'js ts py go java cs rs c php rb sh ps1 bat r sql lua clj vb pas txt json yaml toml ini env properties xml html csv ' +
  'md ipynb log http tf jsonl har vue cfg unknown'
).split(' ');

/** What readers stumble over: openings without ends, escapes, odd characters. */
const stumbles: readonly string[] = [
  ...'"\'`()[]{}<>\\/=:;,.+-*#$%&|!?@~^_ \t\n\r\0',
  ...['"""', "'''", '```', '~~~', '${', '#{', '$(', '<<<', '<<EOF\n', '<<~A\n', '<<-"B"\n', '%q(', 'r#"', '@"', '$@"'],
  ...['/*', '*/', '//', '--', '--[[', ']]', '{-', '-}', '<!--', '-->', '<![CDATA[', ']]>', '=begin\n', 'rem ', '<#'],
  ...['\\u00', '\\u0041', '\\x4', '\\n', '\\\\', '\\"', '&amp;', '&#x41;', '%3D', '=3D', '\r\n', '\n\n', '\n---\n'],
  ...['\u2028', '\ufeff', '\ud83d', '\ude00', '😀', 'é', '：', '\u00a0', '\u200b', '\x01', '\x7f'],
  ...[
    '-----BEGIN PRIVATE KEY-----',
    '-----END PRIVATE KEY-----',
    '-----BEGIN',
    'LS0tLS1CRUdJTi',
    'MC4CAQAwBQYDK2VwBCIEI',
  ],
  ...[
    '<RSAKeyValue><D>',
    'listenKey=',
    'signature=',
    'X-MBX-APIKEY: ',
    'bnguard-ignore',
    '// bnguard-ignore api-key\n',
  ],
  ...[
    '*alias',
    '&anchor ',
    '<<: *a',
    '!!binary |\n',
    '|\n',
    '>-\n',
    '? ',
    '- ',
    ': ',
    '[[a.b]]\n',
    '[s]\n',
    'a.b.c = 1\n',
  ],
  ...[
    'binance',
    'new Spot(',
    'apiKey',
    'insert into t (a) values (',
    'constructor',
    '__proto__',
    '| a | b |\n|---|---|\n',
  ],
];

const place = fc.nat(9999);
const length = fc.oneof(fc.nat(8), fc.nat(120), fc.nat(3000));

/** One change; places are ten-thousandths of the text. */
const change = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('insert' as const), at: place, what: fc.nat(stumbles.length - 1) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('delete', 'duplicate', 'reverse'), at: place, length }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('splice' as const), at: place, from: place, length }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('swap' as const), at: place, from: place, length }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('head', 'tail'), at: place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('nest' as const),
      at: place,
      what: fc.nat(stumbles.length - 1),
      times: fc.nat(200),
    }),
  },
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const file = fc.nat(corpus.length - 1);

/** A file, another to take pieces from, what is done to the first, and the extension it gets; -1 keeps its own. */
export const recipe = fc.record({
  file,
  other: file,
  changes: fc.array(change, { maxLength: 6 }),
  extension: fc.oneof(fc.constant(-1), fc.nat(extensions.length - 1)),
});
export type Recipe = typeof recipe extends fc.Arbitrary<infer T> ? T : never;

/** The text that a recipe makes, under its path. */
export function cook({ file: at, other, changes, extension }: Recipe): CorpusFile {
  const from = corpus[at]!;
  const spare = corpus[other]!;
  const path = extension < 0 ? from.path : `${from.path.replace(/\.\w+$/, '')}.${extensions[extension]!}`;
  const text = changes.reduce((made, one) => changed(made, spare.text, one), from.text);
  return { path, text };
}

function changed(text: string, spare: string, one: Change): string {
  const start = offset(text, one.at);
  const before = text.slice(0, start);
  const after = text.slice(start);
  switch (one.do) {
    case 'insert':
      return before + stumbles[one.what]! + after;
    case 'nest':
      return before + stumbles[one.what]!.repeat(one.times) + after;
    case 'delete':
      return before + after.slice(one.length);
    case 'duplicate':
      return before + after.slice(0, one.length) + after;
    case 'reverse':
      return before + after.slice(0, one.length).split('').toReversed().join('') + after.slice(one.length);
    case 'splice': {
      const source = offset(spare, one.from);
      return before + spare.slice(source, source + one.length) + after;
    }
    case 'swap': {
      const source = offset(text, one.from);
      const piece = text.slice(source, source + one.length);
      return before + piece + after.slice(piece.length);
    }
    case 'head':
      return before;
    case 'tail':
      return after;
  }
}

function offset(text: string, tenThousandth: number): number {
  return Math.floor((text.length * tenThousandth) / 10_000);
}
