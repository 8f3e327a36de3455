/**
 * What an attacker would write: files that make a reader slow, overflow a stack or end the reading, and pieces of
 * values where names and reasons are shown. The slow ones took minutes before they were made linear, so that the time
 * limit of a test is bound enough.
 */
import { describe, expect, it } from 'vitest';
import { conclude, detect } from '../src/conclude.ts';
import { expand } from '../src/examples.ts';
import { explain } from '../src/explain.ts';
import { observe } from '../src/observe.ts';
import { clue } from '../src/signals.ts';
import type { CredentialObservation } from '../src/types.ts';
import { file, key, many as repeated } from './hostile-texts.ts';

const size = 200_000;
const many = (unit: Parameters<typeof repeated>[0], length = size): string => repeated(unit, length);

const [a, b] = [key('a'), key('b')];
const js = `const binanceApiSecret = "${a}";\n`;
const py = `binance_api_secret = "${a}"\n`;
const half = a.slice(0, 20);

/** Each holds the key `a` and takes linear time; the names say what once did not. */
const slow: readonly (readonly [name: string, path: string, text: string])[] = [
  ['marks before ignore comments', 'a.js', js + many(`${'#'.repeat(1800)} x ${'/* bnguard-ignore a */'.repeat(90)}\n`)],
  ['blanks in an ignore comment', 'a.js', `${js}// bnguard-ignore secret-key -- ${' '.repeat(3900)}x\n`],
  ['stacked ignore comments', 'a.js', js + many('// bnguard-ignore api-key\n', 2 * size)],
  ['comments before ignore comments', 'a.js', js + many('/*c*/') + many('/* bnguard-ignore api-key */\n')],
  ['blanks behind an import', 'a.js', `${js}load${' '.repeat(size)}x`],
  ['a path that never ends', 'a.go', `${js}"${many('a.bb/')}\n`],
  ['names of hosts', 'a.js', js + many('a.') + many('a-') + many('demo-')],
  ['backslashes in a .NET key', 'a.xml', `${js}<RSAKeyValue>${many(`<D>${'\\'.repeat(8100)}</D>`)}`],
  ['backslashes in a PEM', 'a.txt', js + many(`-----BEGIN PRIVATE KEY-----\na${'\\'.repeat(8100)}/\n`)],
  ['plus signs beside a key', 'a.txt', js + many(`${'+'.repeat(300)} ${b}!\n`)],
  ['one literal of many keys in many calls', 'a.js', `${js}k = "${many(`${b} `, size / 16)}";\n${many('f(k);')}`],
  ['joined literals', 'a.js', `${js}x = ${many(`"${half}" + `)}""`],
  ['adjacent literals', 'a.py', `${py}x = (${many(`"${half}"\n`)})`],
  ['a name of many steps', 'a.js', `${js}${many('a.')}b = "${b}"`],
  ['escaped quotes', 'a.js', js + many('\\"')],
  ['heredocs without an end', 'a.sh', py + many((i) => `cat <<A${String(i)}\n`)],
  ['comments of HTML', 'a.md', js + many('<!--')],
  ['commented-out code', 'a.py', py + many((i) => `# k${String(i)} = "${b}"\n`)],
  ['JSON in JSON', 'a.json', nested(nested(nested(`{"binance":[${many(`{"apiSecret":"${a}"},`, size / 8)}1]}`)))],
  ['lines of a notebook', 'a.ipynb', `{"cells":[{"source":[${many(`"k = '${half}'\\n",`)}"api_secret='${a}'"]}]}`],
  ['inserts', 'a.sql', `-- binance\n${many(`insert into t (api_secret) values ('${a}')\n`, size / 2)}`],
  [
    'a long name above many keys',
    'a.json',
    `{"binance${'x'.repeat(size)}":{${many(`"secret":"${a}",`, size / 8)}"x":1}}`,
  ],
  [
    'aliases of a long text',
    'a.yaml',
    `k: &a |\n${many('  A=b\n', size / 2)}  K=${a}\n${many((i) => `x${String(i)}: *a\n`)}`,
  ],
  ['merges of merges', 'a.yaml', `k: ${a}\na: &a {}\nb: &b {<<: *a}\nc:\n${many('  <<: *b\n')}`],
  ['brackets in YAML', 'a.yaml', `k: ${a}\nb: ${many('[')}`],
  ['brackets in TOML', 'a.toml', `k = "${a}"\nb = ${many('[')}`],
  ['a key of many parts', 'a.toml', `k = "${a}"\n${many('a.')}b = 1\n`],
  ['private keys', 'a.js', js + many(`k = "${expand('<der-ed25519:a>').text}";\n`)],
  ['assignments of assignments', 'a.js', js + many('a=') + `"${b}"`],
  ['headers of mail', 'a.eml', py + many('Content-Transfer-Encoding: quoted-printable\n', 8 * size)],
  ['rows that begin rows', 'a.sql', py + many('COPY t (api_key) FROM stdin;\n', 4 * size)],
  ['a long list in many calls', 'a.js', `${js}const k = [${many('"x",')}1];\n${many('f(...k);', 2 * size)}`],
  ['values in one call', 'a.py', `${py}binance(${many(`value="${b}",`, 2 * size)}1)`],
  ['signatures beside keys', 'a.log', py + many(`${b} timestamp=1&signature=${'aB3+'.repeat(22)}\n`, 4 * size)],
  ['exchanges beside keys', 'a.py', py + many((i) => `c${String(i)} = {"exchange": "x", "k": "${b}"}\n`, 2 * size)],
  ['calls in calls', 'a.js', js + many(`${'f('.repeat(140)}"${b}"${')'.repeat(140)};\n`)],
];

function nested(text: string): string {
  return JSON.stringify({ text });
}

describe('hostile files', () => {
  it.each(slow)('are read to the end: %s', (_, path, text) => {
    const found = observe(file(path, text)).filter((one) => one.kind === 'credential');
    expect(found.some(({ masked }) => masked === `${a.slice(0, 4)}…`)).toBe(true);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])('name things %s', (name) => {
    const texts = [
      file(`a.${name}`, js),
      file(name, js),
      file('a.md', `binance\n\`\`\`${name}\nsecret = "${a}"\n\`\`\`\n`),
      file('a.json', JSON.stringify({ binance: { [`${name}`]: `the secret is ${a}` } })),
      file('a.js', `binance.${name} = { ${name}: "${a}" };`),
      file('a.csv', `${name},binance\n${a},1\n`),
    ];
    for (const one of texts) expect(detect(one).findings, `${one.path} ${one.text}`).toHaveLength(1);
  });

  it('hold one value more often than a call has room for arguments', () => {
    const observation: CredentialObservation = {
      kind: 'credential',
      shape: 'alnum64',
      fingerprint: '0'.repeat(32),
      masked: '',
      documented: false,
      clues: [clue('random-64', ''), clue('binance-name', '')],
      environment: 'unknown',
      use: '',
      stem: '',
      containers: [],
      sample: false,
      path: '',
      origin: { kind: 'file' },
      start: { line: 1, column: 1 },
      end: { line: 1, column: 65 },
    };
    const count = 130_000;
    const observations = Array.from({ length: count }, (_, line) => ({ ...observation, start: { line, column: 1 } }));
    expect(conclude(observations).findings).toHaveLength(count);
  });
});

describe('pieces of values', () => {
  const pieces = (value: string): string[] =>
    Array.from({ length: value.length - 7 }, (_, at) => value.slice(at, at + 8)).filter((one) => /\d/.test(one));
  const der = expand('<der-ed25519:d>').text;

  it.each([
    ['a property', `binance = { "${b}": "${a}", "${b.slice(0, 16)}": "${a}", x${b.slice(20, 32)}: "${a}" };`],
    ['a property of base64', `binance = { "${der}": "${a}" };`],
    ['a callee', `binance.${b.slice(1, 20)}_client("${a}"); new Binance${b.slice(0, 13)}({ secret: "${a}" });`],
    ['an import', `import x from '@binance/connector${b.slice(0, 19)}';\nnew Spot("${b}", "${a}");`],
    ['an argument before', `binance.set("${b.slice(0, 16)}", "${a}"); new Spot("${a.slice(0, 15)}", "${a}");`],
    ['a label', `// binance ${b.slice(4, 30)}: ${a}\n// ${b.slice(9, 21)} secret ${a}\n`],
    ['a reason', `binanceSecret = "${a}"; // bnguard-ignore secret-key -- was ${b}, then ${b.slice(7, 19)}\n`],
    ['a container', `class Binance${b.slice(0, 18)} { secret = "${a}"; }`],
  ])('stay out of all that is told: %s', (_, text) => {
    const document = file('a.js', text);
    const told = JSON.stringify([observe(document), detect(document), explain(document)]).toLowerCase();
    expect(told).toContain(`${a.slice(0, 4)}…`.toLowerCase());
    for (const piece of [a, b, der.slice(22)].flatMap(pieces)) expect(told).not.toContain(piece.toLowerCase());
  });
});
