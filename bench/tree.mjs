// Generates a tree of source files, always the same one, and times `bnguard scan` on it against ripgrep looking for
// 64-character runs and against an empty Node process. Not an accuracy test: see the corpus for that.
//
//   node bench/tree.mjs [--files 20000] [--megabytes 300] [--runs 5] [--plain] [--dir FOLDER] [--generate-only]
import './plain-environment.mjs';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    files: { type: 'string', default: '20000' },
    megabytes: { type: 'string', default: '300' },
    runs: { type: 'string', default: '5' },
    plain: { type: 'boolean', default: false },
    dir: { type: 'string' },
    'generate-only': { type: 'boolean', default: false },
  },
});

// ---------------------------------------------------------------------------------------------------------------
// The tree

/** mulberry32: small, seeded, good enough for filler text. */
const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const words =
  'account order price market client stream signal candle balance position strategy exchange request response config handler service event buffer index update create remove result error value entry symbol ticker trade depth volume window average limit close open high low user session token cache worker batch parser reader writer report module'.split(
    ' ',
  );
const upper = (word) => word[0].toUpperCase() + word.slice(1);

/** Writers of one plausible line each; `w` draws a word, `n` a number below its argument. */
const languages = {
  ts: (w, n) =>
    [
      `  const ${w()}${upper(w())} = await this.${w()}.${w()}${upper(w())}(${w()}, { ${w()}: ${n(1000)}, ${w()}: '${w()}-${w()}' });`,
      `export function ${w()}${upper(w())}(${w()}: ${upper(w())}, ${w()}: number): ${upper(w())}${upper(w())} {`,
      `  if (${w()}.${w()} > ${n(500)}) return ${w()}${upper(w())}(${w()}, ${n(9)});`,
      `import { ${upper(w())}, ${w()}${upper(w())} } from './${w()}/${w()}-${w()}';`,
      `  // ${w()} the ${w()} before the ${w()} is ${w()}, otherwise the ${w()} would ${w()} twice`,
      '}',
      '',
    ][n(7)],
  py: (w, n) =>
    [
      `    ${w()}_${w()} = self.${w()}.${w()}_${w()}(${w()}, ${w()}=${n(1000)}, ${w()}="${w()}")`,
      `def ${w()}_${w()}(self, ${w()}, ${w()}=None):`,
      `    if ${w()}["${w()}"] >= ${n(100)}.${n(99)}:`,
      `from ${w()}.${w()} import ${upper(w())}${upper(w())}`,
      `    # ${w()} ${w()} of the ${w()} in ${w()} order`,
      `    logger.info("${w()} %s ${w()} %d", ${w()}, ${w()})`,
      '',
    ][n(7)],
  go: (w, n) =>
    [
      `\t${w()}, err := c.${upper(w())}${upper(w())}(ctx, ${w()}.${upper(w())}, ${n(1000)})`,
      '\tif err != nil {\n\t\treturn nil, err\n\t}',
      `func (s *${upper(w())}) ${upper(w())}${upper(w())}(${w()} string, ${w()} int64) (*${upper(w())}, error) {`,
      `\tfmt.Printf("${w()} %s ${w()} %d\\n", ${w()}, ${w()})`,
      `// ${upper(w())} ${w()} the ${w()} ${w()}.`,
      '}',
    ][n(6)],
  json: (w, n) =>
    `  "${w()}${upper(w())}": { "${w()}": ${n(100000)}, "${w()}": "${w()} ${w()}", "${w()}": [${n(9)}, ${n(9)}] },`,
  md: (w, n) =>
    [
      `## ${upper(w())} ${w()}`,
      `The ${w()} ${w()} reads the ${w()} and the ${w()}; with \`${w()}.${w()}\` the ${w()} is ${w()} ${n(100)} times.`,
      `- **${w()}**: ${w()} ${w()} of ${w()}, see [${w()}](./${w()}.md)`,
      '',
    ][n(4)],
};
const mix = ['ts', 'ts', 'ts', 'py', 'py', 'go', 'go', 'json', 'md'];

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Writes the tree: ordinary lines; one file in 25 speaks of Binance, one in 40 holds a SHA-256, one in 400 a list of
 * them, and one in 1,000 a planted key. Returns how many keys it planted.
 */
function generate(top, files, megabytes) {
  const random = generator(20_000);
  const n = (below) => Math.floor(random() * below);
  const w = () => words[n(words.length)];
  const hash = () => createHash('sha256').update(String(random())).digest('hex');
  const key = () => Array.from({ length: 64 }, () => alphabet[n(62)]).join('');

  // Filler is drawn once per language and then cut into files: 300 MB of fresh draws would take a minute.
  const pools = Object.fromEntries(
    Object.entries(languages).map(([language, line]) => [language, Array.from({ length: 20_000 }, () => line(w, n))]),
  );
  const average = (megabytes * 1e6) / files;
  let planted = 0;
  for (let i = 0; i < files; i++) {
    const extension = mix[i % mix.length];
    const pool = pools[extension];
    // Log-normal sizes: many small files, few large ones, as real trees have.
    const gauss = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const size = Math.min(2e6, average * Math.exp(1.1 * gauss - 0.605));
    const lines = [];
    let length = 0;
    for (let at = n(pool.length); length < size; at = (at + 1) % pool.length) {
      lines.push(pool[at]);
      length += pool[at].length + 1;
    }
    const insert = (line) => lines.splice(n(lines.length), 0, line);
    if (i % 25 === 0) insert(extension === 'py' ? '# talks to binance' : '// talks to api.binance.com');
    if (i % 40 === 0) insert(`  "sha256": "${hash()}",`);
    if (i % 400 === 0) for (let j = 0; j < 20; j++) insert(`${hash()}  ${w()}-${n(99)}.tar.gz`);
    if (i % 1000 === 7) {
      insert(extension === 'py' ? `client = Client("${key()}", "${key()}")` : `const binanceSecretKey = '${key()}';`);
      planted += extension === 'py' ? 2 : 1;
    }
    const path = join(top, `packages/${words[i % 41]}/src/${words[(i * 7) % 29]}`);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, `${w()}-${i}.${extension}`), lines.join('\n') + '\n');
  }
  return planted;
}

const folder = options.dir ?? mkdtempSync(join(tmpdir(), 'bnguard-tree-'));
const fresh = !existsSync(join(folder, 'packages'));
if (fresh) {
  const planted = generate(folder, Number(options.files), Number(options.megabytes));
  console.log(`generated ${options.files} files with ${planted} planted keys in ${folder}`);
  if (!options.plain) {
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['add', '.'], { cwd: folder });
  }
}
if (options['generate-only']) process.exit();

// ---------------------------------------------------------------------------------------------------------------
// The race

const bin = fileURLToPath(new URL('../packages/cli/dist/bin.cjs', import.meta.url));
const contestants = {
  bnguard: [process.execPath, bin, 'scan', folder, '--no-progress', '--format', 'json'],
  rg: ['rg', '-c', '--no-ignore', '--hidden', '[A-Za-z0-9]{64}', folder],
  'node -e 0': [process.execPath, '-e', '0'],
};

const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
// One round to warm the page cache, then interleaved, so that a busy moment hits all alike.
for (let run = -1; run < Number(options.runs); run++) {
  for (const [name, [command, ...args]] of Object.entries(contestants)) {
    const from = process.hrtime.bigint();
    const { status, error, stderr } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const milliseconds = Number(process.hrtime.bigint() - from) / 1e6;
    if (error) console.log(`${name}: ${error.message}`);
    else if (status > 1) console.log(`${name} ended with ${status}: ${stderr}`);
    else if (run >= 0) times[name].push(milliseconds);
  }
}
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
for (const [name, list] of Object.entries(times)) {
  if (list.length > 0)
    console.log(
      `${name.padEnd(10)} median ${median(list).toFixed(0)} ms of ${list.map((t) => t.toFixed(0)).join(', ')}`,
    );
}
console.log(`ratio bnguard / rg: ${(median(times.bnguard) / median(times.rg)).toFixed(2)} (${cpus().length} cores)`);

// ---------------------------------------------------------------------------------------------------------------
// Where the time goes: one thread, each step over all files; the first pass is as cold as a scan is

const { listFiles } = await import('../packages/cli/dist/sources/list.js');
const { resolvePaths } = await import('../packages/cli/dist/sources/paths.js');
const { decode, observe, passes } = await import('../packages/engine/dist/index.js');

const timed = async (work) => {
  const from = performance.now();
  const result = await work();
  return [result, (performance.now() - from).toFixed(0).padStart(5)];
};
for (const pass of ['cold', 'warm']) {
  const [paths, listing] = await timed(async () => {
    const ledger = { ignored: 0, dependencyFolders: 0, roots: new Set(), gaps: [] };
    const found = [];
    for await (const { root, names } of listFiles(await resolvePaths(folder, []), false, ledger)) {
      found.push(...names.map((name) => `${root.dir}/${name}`));
    }
    return found;
  });
  const buffer = Buffer.allocUnsafeSlow(8 << 20);
  const readAll = (use) => {
    for (const path of paths) {
      const file = openSync(path);
      const { size } = fstatSync(file);
      const length = readSync(file, buffer, 0, Math.min(size + 1, buffer.length), null);
      closeSync(file);
      use?.(buffer.subarray(0, length), path);
    }
  };
  const [, reading] = await timed(() => readAll());
  const hits = [];
  const [, gates] = await timed(() => readAll((bytes, path) => passes(bytes) && hits.push([path, Buffer.from(bytes)])));
  const [documents, decoding] = await timed(() =>
    hits.map(([path, bytes]) => ({ path, origin: { kind: 'file' }, text: decode(bytes).text })),
  );
  const [, observing] = await timed(() => documents.forEach((document) => observe(document)));
  const bytes = hits.reduce((sum, [, { length }]) => sum + length, 0);
  console.log(
    `${pass}: listing ${listing} ms, reading ${reading} ms, reading and gates ${gates} ms, ` +
      `decoding ${decoding} ms, observing ${observing} ms (${hits.length} files that a gate lets through, ${(bytes / 1e6).toFixed(1)} MB)`,
  );
}
if (!options.dir) rmSync(folder, { recursive: true, force: true });
