// Plants values wherever a person could put one and searches everything that is printed, at every verbosity, for any
// eight characters of them beyond the mask.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expand } from '../../engine/src/examples.ts';
import { scan } from '../src/scan.ts';
import type { Report } from '../src/types.ts';
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

const formats = ['text', 'json', 'jsonl', 'sarif', 'html', 'markdown', 'github', 'gitlab', 'junit', 'csv'];

/** Every file below a folder, as text. */
function contentsOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'latin1')}`)
    .join('\n');
}

test.each(['disk', 'history', 'range', 'staged'] as const)(
  '%s: no format, note or cache holds a piece of a value',
  async (source) => {
    const folder = folderWith(files);
    const cache = folderWith();
    const git = (...args: string[]): void => {
      const names = { NAME: `Trader ${l}`, EMAIL: `${m}@example.org`, DATE: '2026-01-01T00:00:00Z' };
      const who = Object.entries(names).flatMap(([key, value]) =>
        ['AUTHOR', 'COMMITTER'].map((role) => [`GIT_${role}_${key}`, value]),
      );
      const { status } = spawnSync('git', args, {
        cwd: folder,
        env: { ...process.env, ...(Object.fromEntries(who) as object) },
      });
      expect(status).toBe(0);
    };
    git('init', '-q', `--initial-branch=main-${a}`);
    git('remote', 'add', 'origin', `https://user:${b}@github.com/o/${c}.git`);
    git('commit', '-q', '--allow-empty', '-m', 'begin');
    git('add', '--all');
    if (source !== 'staged') {
      git('commit', '-qm', `binance secret ${n} of ${k}`);
      git('tag', '-a', `v-${g}`, '-m', `binance api key = ${h}`);
      git('branch', `feature/${i}`);
      git('update-ref', `refs/remotes/origin/${j}`, 'HEAD');
    }
    const flags = { disk: [], history: ['--history'], range: ['--range', 'HEAD~1..HEAD'], staged: ['--staged'] }[
      source
    ];
    const io = { env: { XDG_CACHE_HOME: cache, HOME: cache } };
    for (const format of formats) {
      for (const more of format === 'text' ? [[], ['--verbose'], ['--no-ignores']] : [[]]) {
        const argv = ['scan', ...flags, '--min-confidence', 'possible', ...more, '--format', format];
        const { code, stdout, stderr } = await runIn(folder, argv, scan, io);
        expect([format, code]).toEqual([format, 1]);
        expect(stdout.length).toBeGreaterThan(500);
        expect([format, leaks(stdout + stderr)]).toEqual([format, []]);
      }
    }
    expect(leaks(contentsOf(cache))).toEqual([]);
    const remembered = join(folder, '.git/bnguard');
    if (existsSync(remembered)) expect(leaks(contentsOf(remembered))).toEqual([]);

    // What explains a finding reads what was written, and says no more.
    const { stdout } = await runIn(folder, ['scan', ...flags, '--format', 'json'], scan, io);
    const out = folderWith({ 'report.json': stdout });
    for (const { fingerprint } of (JSON.parse(stdout) as Report).findings.slice(0, 5)) {
      const told = await runIn(out, ['explain', fingerprint, '--report', 'report.json'], scan, io);
      expect([told.code, leaks(told.stdout + told.stderr)]).toEqual([0, []]);
    }
    // Somebody else's report may hold what ours never would.
    const forged = stdout.replaceAll('"message": "', `"message": "${d} `).replaceAll('"path": "', `"path": "${e}/`);
    const other = folderWith({ 'report.json': forged });
    const [first] = (JSON.parse(stdout) as Report).findings;
    const told = await runIn(other, ['explain', first!.fingerprint, '--report', 'report.json'], scan, io);
    expect([told.code, leaks(told.stdout + told.stderr)]).toEqual([0, []]);
    for (const format of formats) {
      const merged = await runIn(other, ['merge', 'report.json', '--format', format], scan, io);
      expect([format, leaks(merged.stdout + merged.stderr)]).toEqual([format, []]);
    }
  },
  240_000,
);
