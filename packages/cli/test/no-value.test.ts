// Plants values wherever a person could put one and searches everything that is printed, at every verbosity, for any
// eight characters of them beyond the mask.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expand } from '../../engine/src/examples.ts';
import { scan } from '../src/scan.ts';
import { folderWith, runIn } from './fake-terminal.ts';

const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n'].map(
  (label) => expand(`<key64:${label}>`).text,
);
const [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = values as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const pem = expand('<pem-ed25519:p>').text;

/** Every carrier at once, and names, paths and reasons that hold a value themselves. */
const files: Readonly<Record<string, string>> = {
  '.env': `BINANCE_API_KEY=${a}\nBINANCE_API_SECRET=${b}\n`,
  'bot.ts': `import { Spot } from '@binance/connector';\nconst client = new Spot('${c}', '${d}');\n`,
  'names.json': JSON.stringify({ binance: { [e]: f, secret: { [`x_${g}`]: h } } }),
  'names.py': `import binance\nsecret_${i} = "${j}"\nclient = Client("${j.slice(0, 32)}" "${j.slice(32)}")\n`,
  'binance.pem': pem,
  'binance.yaml': `binance:\n  private_key: |\n${pem.replace(/^/gm, '    ')}\n`,
  [`keys/${k}.txt`]: `Binance API key: ${k}\n`,
  [`binance/secret=${l}`]: `secret ${l}\n`,
  [`half-${k.slice(0, 32)}.js`]: `const binanceSecret = '${k}';\n`,
  'reason.js': `const binanceSecret = '${m}'; // bnguard-ignore secret-key -- old key ${m}\n`,
  'unused.js': `const x = 1; // bnguard-ignore secret-key -- was ${n}\n`,
  'notes.md': `Binance ${a} and secret: ${b} and again ${n}\n\n| key | ${c} |\n`,
  'broken.json': `{ "binance": { "secret": "${d}", `,
  'k8s.yaml': `data:\n  BINANCE_SECRET: ${Buffer.from(e).toString('base64')}\n`,
};

function eights(value: string): string[] {
  return Array.from({ length: value.length - 7 }, (_, at) => value.slice(at, at + 8));
}

/** What of the values stands in the text, told by place so that a failure leaks nothing either. */
function leaks(printed: string): string[] {
  const forms = [...values, ...values.map((value) => Buffer.from(value).toString('base64')), pem.split('\n')[1] ?? ''];
  return forms.flatMap((value, which) =>
    eights(value).flatMap((piece, at) =>
      printed.includes(piece) &&
      !/^(?:MC4CAQAw|C4CAQAwB|4CAQAwBQ|CAQAwBQY|AQAwBQYD|QAwBQYDK|AwBQYDK2|wBQYDK2V|BQYDK2Vw|QYDK2VwB|YDK2VwBC|DK2VwBCI|K2VwBCIE|2VwBCIEI)$/.test(
        piece,
      )
        ? [`value ${String(which)} at ${String(at)}`]
        : [],
    ),
  );
}

test('no command prints a piece of a value', async () => {
  const folder = folderWith(files);
  mkdirSync(join(folder, 'conf'));
  spawnSync('git', ['init', '-q', `--initial-branch=b-${a}`], { cwd: folder });
  spawnSync('git', ['remote', 'add', 'origin', `https://user:${b}@github.com/o/${c}.git`], { cwd: folder });
  writeFileSync(
    join(folder, 'conf/bad.json'),
    `{ "ignore": [{ "${d}": "${e}", "reason": 3, "fingerprint": "${f}" }] }`,
  );
  const commands = [
    ['scan', '--min-confidence', 'possible', '--verbose'],
    ['scan', '--min-confidence', 'possible', '--format', 'json'],
    ['scan', '--no-ignores', '--quiet'],
    ['scan', `keys/${k}.txt`, '--verbose'],
    ['scan', `no-such-${g}`],
    ['scan', '--config', 'conf/bad.json'],
    ['scan', '--config', `conf/${h}.json`],
    ['scan', '--format', a],
    ['scan', `--${b}`],
    ['scan', `--bogus=${b.slice(0, 40)}`],
    ['explain', c],
    ['explain', '--text', `binance secret = "${d}"`],
    ['explain', '--text', `BINANCE_${e}=${f}`, '--filename', `${g}.env`],
    ['baseline', '--dry-run'],
    ['baseline', '--reason', `accepted ${h}`],
    ['scan', '--verbose'],
    ['baseline', 'add', i, '--reason', j],
  ];
  for (const command of commands) {
    const { code, stdout, stderr } = await runIn(folder, command, scan);
    expect(stdout + stderr, 'something is printed').not.toBe('');
    expect([command.slice(0, 2).map((word) => word.slice(0, 12)), leaks(stdout + stderr)]).toEqual([
      command.slice(0, 2).map((word) => word.slice(0, 12)),
      [],
    ]);
    expect([0, 1, 2]).toContain(code);
  }
});

test('standard input is as silent', async () => {
  const { stdout, stderr } = await runIn(
    folderWith(),
    ['scan', '--stdin', '--verbose', '--stdin-filename', `${a}.env`],
    scan,
    {
      stdin: (await import('node:stream')).Readable.from([Buffer.from(`BINANCE_SECRET=${b}\n`)]),
    },
  );
  expect(leaks(stdout + stderr)).toEqual([]);
  expect(stdout).toContain(`${b.slice(0, 4)}…`);
});
