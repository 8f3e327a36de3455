// Times `bnguard scan --history` against what git alone needs to inflate every object, the second run with a cache
// against the first, and our memory. Prints Markdown tables. Not an accuracy test: see the hiding places of the tests.
//
//   node bench/history.mjs [--runs 5] [--jobs N] [--program FILE] REPOSITORY…
//   node bench/history.mjs --synthetic [--sizes 1,2,4,8] [--commits 1000] [--runs 5]
import './plain-environment.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    jobs: { type: 'string' },
    /** Another build, to compare with. */
    program: { type: 'string', default: fileURLToPath(new URL('../packages/cli/dist/bin.cjs', import.meta.url)) },
    synthetic: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '1,2,4,8' },
    /** Of the history of size 1. */
    commits: { type: 'string', default: '1000' },
  },
});
const runs = Math.max(Number(options.runs), 1);
const work = mkdtempSync(join(tmpdir(), 'bnguard-history-'));
const cache = join(work, 'cache');

// ---------------------------------------------------------------------------------------------------------------
// What is timed

const git = (repository, ...args) => ({ command: 'git', args: ['-C', repository, ...args] });
const floorOf = (repository) =>
  git(repository, 'cat-file', '--batch-all-objects', '--batch', '--buffer', '--unordered');
const scanOf = (repository, ...flags) => ({
  command: process.execPath,
  args: [
    ...[resolve(options.program), 'scan', '--history', '--format', 'json', '--no-progress', '--no-config'],
    ...[
      '--fail-on',
      'never',
      '--min-confidence',
      'possible',
      ...(options.jobs ? ['--jobs', options.jobs] : []),
      ...flags,
      repository,
    ],
  ],
});
const env = { ...process.env, XDG_CACHE_HOME: cache };

/** Seconds, exit code and (where it is kept) output of one run. */
async function timed({ command, args }, keep) {
  const from = performance.now();
  const child = spawn(command, args, { env, stdio: ['ignore', keep ? 'pipe' : 'ignore', 'pipe'] });
  const output = collect(child.stdout);
  const complaints = collect(child.stderr);
  const [code] = await once(child, 'close');
  return { seconds: (performance.now() - from) / 1000, code, output: output(), complaints: complaints() };
}

function collect(stream) {
  const chunks = [];
  stream?.on('data', (chunk) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

// ---------------------------------------------------------------------------------------------------------------
// Memory: in a run of its own, because looking takes time

/** The process and those it started that are ours: git's maps are the pages of its packs, which cost nobody memory. */
function ownProcesses(pid) {
  const below = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );
  return [pid, ...below.filter((child) => read(`/proc/${child}/comm`).startsWith('node')).flatMap(ownProcesses)];
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Resident memory that no file stands behind, heap included, in bytes; undefined where the system does not tell. */
function anonymousMemory(pid) {
  const [, rollup] = /^Anonymous:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
  const [, status] = /^RssAnon:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`)) ?? [];
  const kilobytes = rollup ?? status;
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** The most that our processes held at once, looked at every 20 ms. */
async function peakOf({ command, args }) {
  const child = spawn(command, args, { env, stdio: 'ignore' });
  const ended = once(child, 'close').then(() => true);
  let peak;
  while (!(await Promise.race([ended, setTimeout(20, false)]))) {
    try {
      const held = ownProcesses(child.pid).map(anonymousMemory);
      if (held[0] !== undefined)
        peak = Math.max(
          peak ?? 0,
          held.reduce((sum, one = 0) => sum + one, 0),
        );
    } catch {
      // It ended while we looked, or this system has no /proc.
    }
  }
  return peak;
}

// ---------------------------------------------------------------------------------------------------------------
// One repository

/** Objects and their bytes, inflated. */
function sizeOf(repository) {
  const { command, args } = git(
    repository,
    'cat-file',
    '--batch-all-objects',
    '--unordered',
    '--batch-check=%(objectsize)',
  );
  const { stdout, status, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 31 - 1 });
  if (status !== 0) throw new Error(`${repository} cannot be measured: ${stderr}`);
  const sizes = stdout.split('\n').filter(Boolean);
  return { objects: sizes.length, bytes: sizes.reduce((sum, size) => sum + Number(size), 0) };
}

async function measure(repository, name) {
  const contestants = {
    floor: () => timed(floorOf(repository), false),
    whole: () => timed(scanOf(repository, '--no-cache'), true),
    first: () => {
      rmSync(cache, { recursive: true, force: true });
      return timed(scanOf(repository), true);
    },
    second: () => timed(scanOf(repository), true),
  };
  const seconds = Object.fromEntries(Object.keys(contestants).map((contestant) => [contestant, []]));
  const seen = new Set();
  // One round to warm the page cache, then interleaved, so that a busy moment hits all alike.
  for (let run = -1; run < runs; run++) {
    for (const [contestant, start] of Object.entries(contestants)) {
      const { seconds: took, code, output, complaints } = await start();
      if (code !== 0 && !(contestant !== 'floor' && code === 2 && output !== '')) {
        throw new Error(`${name}: ${contestant} ended with ${code}: ${complaints.slice(0, 500)}`);
      }
      if (run >= 0) seconds[contestant].push(took);
      if (contestant !== 'floor') {
        const { findings, complete } = JSON.parse(output);
        seen.add(`${findings.length}${complete ? '' : ' (incomplete)'}`);
      }
    }
  }
  const medians = Object.fromEntries(Object.entries(seconds).map(([contestant, list]) => [contestant, median(list)]));
  // Different numbers of hits would mean that a cache changes what is found.
  return {
    name,
    ...sizeOf(repository),
    ...medians,
    peak: await peakOf(scanOf(repository, '--no-cache')),
    hits: [...seen].join(' or '),
  };
}

const header = [
  '| repository | objects | MB | git alone | scan | ratio | first with cache | second | second / first | peak | hits |',
  '|---|---|---|---|---|---|---|---|---|---|---|',
];
function row({ name, objects, bytes, floor, whole, first, second, peak, hits }) {
  const cells = [
    ...[name, objects.toLocaleString('en'), (bytes / 1e6).toFixed(0), `${floor.toFixed(2)} s`, `${whole.toFixed(2)} s`],
    ...[
      `**${(whole / floor).toFixed(2)}**`,
      `${first.toFixed(2)} s`,
      `${second.toFixed(2)} s`,
      (second / first).toFixed(3),
    ],
    ...[peak === undefined ? '–' : `${(peak / 2 ** 20).toFixed(0)} MB`, hits],
  ];
  return `| ${cells.join(' | ')} |`;
}

// ---------------------------------------------------------------------------------------------------------------
// Histories made to measure

const words =
  'account order price market client stream signal candle balance position strategy exchange request response config handler service event buffer index update create remove result error value entry symbol ticker trade depth volume window average limit close open high low user session token cache worker batch'.split(
    ' ',
  );

/**
 * A history of so many commits, always the same: 400 files of 1 to 60 KB, of which every commit changes one to four by
 * a few lines. One file in 25 speaks of Binance, one commit in 40 brings a checksum, and one in 250 a key that the next
 * change of its file takes away. Gives how many keys it planted. The engine is loaded for its placeholders.
 */
async function synthesize(folder, commits) {
  const { expand } = await import('../packages/engine/dist/index.js');
  let seed = 20_000;
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const n = (below) => Math.floor(random() * below);
  const w = () => words[n(words.length)];
  const newLine = () => `  const ${w()}_${w()} = ${w()}.${w()}(${w()}, ${n(1000)}); // ${w()} the ${w()}`;
  const pool = Array.from({ length: 20_000 }, newLine);
  const line = () => pool[n(pool.length)];
  const files = Array.from({ length: 400 }, (_, index) => ({
    path: `packages/${words[index % 13]}/src/${words[index % 29]}/${w()}-${index}.ts`,
    lines: [
      ...(index % 25 === 0 ? ['// talks to api.binance.com'] : []),
      // Log-normal, as real trees are: many small files, few large ones.
      ...Array.from({ length: Math.min(900, Math.ceil(60 * Math.exp(1.1 * gauss(random)))) }, line),
    ],
    planted: -1,
  }));

  const run = (...args) => spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  spawnSync('git', ['init', '-q', '--bare', folder]);
  const importer = spawn('git', ['-C', folder, 'fast-import', '--quiet'], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(importer, 'close');
  let planted = 0;
  for (let commit = 0; commit < commits; commit++) {
    const changed = commit === 0 ? files : Array.from({ length: 1 + n(4) }, () => files[n(files.length)]);
    const parts = [
      `commit refs/heads/main\ncommitter C <c@example.org> ${1_500_000_000 + commit * 3600} +0000\ndata 7\nchange\n\n`,
    ];
    for (const file of new Set(changed)) {
      if (file.planted >= 0) file.lines.splice(file.planted, 1);
      file.planted = -1;
      for (let i = n(5); i >= 0; i--) file.lines.splice(n(file.lines.length), n(2), line());
      if (commit % 40 === 39) file.lines.push(`  "sha256": "${expand(`<hex64:not.${commit}>`).text}",`);
    }
    if (commit % 250 === 249) {
      const [file] = changed;
      file.planted = n(file.lines.length);
      file.lines.splice(file.planted, 0, expand(`const binanceSecretKey = '<key64:bench-${commit}>';`).text);
      planted++;
    }
    for (const { path, lines } of new Set(changed)) {
      const text = `${lines.join('\n')}\n`;
      parts.push(`M 100644 inline ${path}\ndata ${text.length}\n${text}\n`);
    }
    if (!importer.stdin.write(parts.join(''))) await once(importer.stdin, 'drain');
  }
  importer.stdin.end();
  await ended;
  const { status, stderr } = run('repack', '-a', '-d', '-q');
  if (status !== 0) throw new Error(`the history cannot be packed: ${stderr}`);
  return planted;
}

/** One draw of the standard normal distribution, by Box and Muller. */
function gauss(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

// ---------------------------------------------------------------------------------------------------------------

async function main() {
  if (!options.synthetic && positionals.length === 0) {
    console.error('Name repositories, or --synthetic. The usage stands at the head of this file.');
    process.exitCode = 2;
    return;
  }
  console.log(`Medians of ${runs} interleaved runs, ${availableParallelism()} cores, Node ${process.versions.node}.\n`);
  const rows = [];
  for (const line of header) console.log(line);
  for (const repository of positionals)
    console.log(row(await measure(resolve(repository), basename(resolve(repository)))));
  if (!options.synthetic) return;
  const sizes = options.sizes.split(',').map(Number);
  for (const size of sizes) {
    const folder = join(work, `history-${size}`);
    const planted = await synthesize(folder, size * Number(options.commits));
    const result = await measure(folder, `${size}×, ${planted} planted`);
    rows.push({ size, ...result });
    console.log(row(result));
    rmSync(folder, { recursive: true });
  }
  // Linear work takes as many times longer as there are more bytes; the seconds of the program's start are in there too.
  const [base] = rows;
  console.log('\n| size | bytes | git alone | scan | second |\n|---|---|---|---|---|');
  for (const { size, ...result } of rows) {
    const times = ['bytes', 'floor', 'whole', 'second'].map((what) => (result[what] / base[what]).toFixed(2));
    console.log(`| ${size / base.size}× | ${times.join('× | ')}× |`);
  }
}

try {
  await main();
} finally {
  rmSync(work, { recursive: true, force: true });
}
