// How long a commit hook takes: the one that `bnguard init` writes, called as git calls it, with 60 staged files (1.6 MB),
// against a Node that does nothing. Interleaved, with a warm cache, medians, and how the runs spread. Some of the files
// speak of Binance and some hold hashes; none holds a key. `no code kept` is the first run on a machine.
import './plain-environment.mjs';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '21' },
    files: { type: 'string', default: '60' },
    megabytes: { type: 'string', default: '1.6' },
    dir: { type: 'string' },
  },
});

let state = 20261122;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const n = (below) => Math.floor(random() * below);
const words =
  'order price book trade client stream balance account retry limit symbol candle strategy signal config logger'.split(
    ' ',
  );
const w = () => words[n(words.length)];
const line = {
  ts: () => `  const ${w()}${n(99)} = await this.${w()}.${w()}({ ${w()}: ${n(9999)}, ${w()}: '${w()}-${w()}' });`,
  py: () => `    self.${w()}_${w()} = ${w()}.${w()}(${w()}=${n(9999)}, ${w()}="${w()} ${w()}")`,
  json: () => `  "${w()}${n(999)}": { "${w()}": ${n(9999)}, "${w()}": "${w()}/${w()}" },`,
  md: () => `${w()} the ${w()} and ${w()} it, so that ${w()} ${w()}s are not ${w()}ed twice.`,
};
const hash = () => Array.from({ length: 64 }, () => '0123456789abcdef'[n(16)]).join('');

/** A file of about this size. */
function content(extension, size, at) {
  const lines = [];
  for (let length = 0; length < size; length += lines.at(-1).length + 1) lines.push(line[extension]());
  if (at % 5 === 0)
    lines[1] = extension === 'py' ? 'from binance.client import Client' : "import { Spot } from '@binance/connector';";
  if (at % 5 === 0) lines[9] = `// see https://api.binance.com/api/v3/ticker and BINANCE_API_KEY in the environment`;
  if (at % 12 === 7) lines[20] = `  "sha256": "${hash()}",`;
  return `${lines.join('\n')}\n`;
}

const folder = options.dir ?? mkdtempSync(join(tmpdir(), 'bnguard-staged-'));
const git = (...args) =>
  execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=e@x', ...args], {
    cwd: folder,
    env: { ...process.env, GIT_CONFIG_GLOBAL: devNull },
  });
const extensions = Object.keys(line);
const count = Number(options.files);
const size = (Number(options.megabytes) * 1e6) / count;
const paths = Array.from({ length: count }, (_, at) => `src/${words[at % 16]}/${w()}-${at}.${extensions[at % 4]}`);
mkdirSync(folder, { recursive: true });
git('init', '-q');
// Half of the files are new, half are changed.
for (const half of [paths.filter((_, at) => at % 2 === 0), paths]) {
  for (const path of half) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    const at = paths.indexOf(path);
    writeFileSync(join(folder, path), content(extensions[at % 4], size * (0.2 + 1.6 * random()), at));
  }
  git('add', '-A');
  if (half !== paths) git('commit', '-q', '-m', 'first');
}

const bin = fileURLToPath(new URL('../packages/cli/dist/bin.cjs', import.meta.url));
execFileSync(process.execPath, [bin, 'init', '--yes', '--only', 'hook'], { cwd: folder, stdio: 'ignore' });
const contestants = {
  'whole hook': [join(folder, '.git/hooks/pre-commit')],
  'hook pre-commit': [process.execPath, bin, 'hook', 'pre-commit'],
  'no code kept': [process.execPath, bin, 'hook', 'pre-commit'],
  'from a clone': [
    process.execPath,
    fileURLToPath(new URL('../packages/action/dist/bnguard.cjs', import.meta.url)),
    ...['hook', 'pre-commit'],
  ],
  '--version': [process.execPath, bin, '--version'],
  'node -e 0': [process.execPath, '-e', '0'],
};
const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
for (let run = -1; run < Number(options.runs); run++) {
  // Who comes first changes from run to run.
  const order = Object.entries(contestants);
  order.push(...order.splice(0, Math.max(run, 0) % order.length));
  for (const [name, [command, ...args]] of order) {
    const from = process.hrtime.bigint();
    const env = { ...process.env, ...(name === 'no code kept' && { NODE_DISABLE_COMPILE_CACHE: '1' }) };
    const { status, stderr, stdout } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env });
    const milliseconds = Number(process.hrtime.bigint() - from) / 1e6;
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}${stdout}`);
    if (run >= 0) times[name].push(milliseconds);
  }
}
const at = (list, share) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))];
const floor = at(times['node -e 0'], 0.5);
console.log(`${cpus().length} cores, Node ${process.version}, ${options.runs} runs\n`);
console.log('| | least | 10 % | median | 90 % | 99 % | median / `node -e 0` |\n|---|---|---|---|---|---|---|');
for (const [name, list] of Object.entries(times)) {
  const shown = [0, 0.1, 0.5, 0.9, 0.99].map((share) => `${at(list, share).toFixed(0)} ms`);
  console.log(`| ${name} | ${shown.join(' | ')} | ${(at(list, 0.5) / floor).toFixed(2)} |`);
}
if (!options.dir) rmSync(folder, { recursive: true, force: true });
