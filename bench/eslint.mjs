// What our rules cost beside others in the same run of ESLint, by its own timing of rules: typescript-eslint's
// recommended set (without types) and eslint-plugin-no-secrets, which is no dependency of ours and is installed with
//
//   npm i --no-save --prefix FOLDER eslint-plugin-no-secrets@2.3.3
//
// Then how long the plugin takes to load beside eslint-plugin-n, and how large its own code is. Every run is a process
// of its own, since that is what `eslint .` is; the runs take turns.
//
//   node bench/eslint.mjs CHECKOUT… --no-secrets FOLDER [--runs 5] [--loads 21]
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-secrets': { type: 'string' },
    runs: { type: 'string', default: '5' },
    loads: { type: 'string', default: '21' },
    /** What a process does that this script starts: all rules once over one folder. */
    once: { type: 'boolean', default: false },
  },
});
const packages = fileURLToPath(new URL('../packages/', import.meta.url));
const ours = pathToFileURL(join(packages, 'eslint-plugin/bundle/index.js')).href;

/** The file that a package is imported by, from where its manifest says. */
function entryOf(folder, name) {
  try {
    return createRequire(join(resolve(folder), 'package.json')).resolve(name);
  } catch {
    return undefined;
  }
}
const noSecrets = entryOf(options['no-secrets'] ?? '.', 'eslint-plugin-no-secrets');
if (!noSecrets) {
  console.error(
    'eslint-plugin-no-secrets is not there. Install it somewhere, and say where:\n' +
      '  npm i --no-save --prefix /tmp/peers eslint-plugin-no-secrets@2.3.3\n' +
      '  node bench/eslint.mjs CHECKOUT --no-secrets /tmp/peers',
  );
  process.exit(2);
}
if (positionals.length === 0) {
  console.error(
    'Name a folder with at least 500 files of TypeScript or JavaScript, a checkout of a public repository.',
  );
  process.exit(2);
}

if (options.once) await once(resolve(positionals[0]));
else main();

// ---------------------------------------------------------------------------------------------------------------
// All rules once

async function once(folder) {
  const [{ ESLint }, { default: tseslint }, { default: bnguard }, secrets] = await Promise.all([
    import('eslint'),
    import('typescript-eslint'),
    import(ours),
    import(pathToFileURL(noSecrets).href),
  ]);
  const files = ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'];
  const eslint = new ESLint({
    cwd: folder,
    stats: true,
    ignore: false,
    allowInlineConfig: false,
    overrideConfigFile: true,
    overrideConfig: [
      ...tseslint.configs.recommended.map((config) => ({ ...config, files })),
      {
        files,
        plugins: { bnguard, 'no-secrets': secrets.default },
        rules: { ...bnguard.configs.recommended[0].rules, 'no-secrets/no-secrets': 'error' },
      },
    ],
  });
  const results = await eslint.lintFiles(['.']);
  const sums = {};
  const found = {};
  for (const { stats, messages } of results) {
    for (const { rules = {} } of stats?.times.passes ?? []) {
      for (const [rule, { total }] of Object.entries(rules)) sums[rule] = (sums[rule] ?? 0) + total;
    }
    for (const { ruleId } of messages) if (ruleId) found[ruleId] = (found[ruleId] ?? 0) + 1;
  }
  const broken = results.filter(({ messages }) => messages.some(({ fatal }) => fatal)).length;
  console.log(JSON.stringify({ files: results.length, broken, sums, found }));
}

// ---------------------------------------------------------------------------------------------------------------
// Runs that take turns

function main() {
  const runs = Object.fromEntries(positionals.map((folder) => [folder, []]));
  for (let run = 0; run < Number(options.runs); run++) {
    for (const folder of positionals) {
      const result = runOnce(folder);
      runs[folder].push(result);
      const [all, own, secrets] = ['', 'bnguard/', 'no-secrets/'].map((plugin) => sum(result.sums, plugin).toFixed(0));
      console.error(`${folder}: of ${all} ms bnguard ${own} ms, no-secrets ${secrets} ms`);
    }
  }
  console.log(
    `| repository | files | all rules | bnguard | share | share without no-secrets | no-secrets | share | told by bnguard, no-secrets |`,
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const folder of positionals) {
    const [{ files, broken, found }] = runs[folder];
    const told = (plugin) => sum(found, plugin);
    const figures = runs[folder].map(({ sums }) => {
      const [all, bnguard, secrets] = ['', 'bnguard/', 'no-secrets/'].map((plugin) => sum(sums, plugin));
      const share = { share: bnguard / all, alone: bnguard / (all - secrets), secretsShare: secrets / all };
      return { all, bnguard, secrets, ...share };
    });
    const of = (name) => median(figures.map((one) => one[name]));
    const percent = (share) => `${(share * 100).toFixed(2)} %`;
    console.log(
      `| ${folder} | ${files}${broken > 0 ? ` (${broken} with syntax errors)` : ''} | ${of('all').toFixed(0)} ms ` +
        `| ${of('bnguard').toFixed(0)} ms | **${percent(of('share'))}** | ${percent(of('alone'))} | ${of('secrets').toFixed(0)} ms ` +
        `| ${percent(of('secretsShare'))} | ${told('bnguard/')}, ${told('no-secrets/')} |`,
    );
    console.log(`  shares of the runs: ${figures.map(({ share }) => percent(share)).join(', ')}`);
  }
  console.log(`medians of ${options.runs} runs, ${cpus().length} cores, Node ${process.version}`);
  loads();
  size();
}

function runOnce(folder) {
  const args = [fileURLToPath(import.meta.url), '--once', folder];
  if (options['no-secrets']) args.push('--no-secrets', options['no-secrets']);
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 64 << 20 }));
}

function sum(counts, plugin) {
  return Object.entries(counts).reduce((total, [rule, count]) => total + (rule.startsWith(plugin) ? count : 0), 0);
}

function median(list) {
  return list.toSorted((a, b) => a - b)[list.length >> 1];
}

// ---------------------------------------------------------------------------------------------------------------
// Loading and size

/** ESLint is loaded before: it always is, and each plugin may use what it has loaded. */
function loads() {
  const own = entryOf(join(packages, 'eslint-plugin'), 'eslint-plugin-n');
  const contestants = { bnguard: ours, 'eslint-plugin-n': own && pathToFileURL(own).href };
  const program = (url) =>
    `await import('eslint'); const from = performance.now(); await import(${JSON.stringify(url)}); console.log(performance.now() - from)`;
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let run = -1; run < Number(options.loads); run++) {
    for (const [name, url] of Object.entries(contestants)) {
      if (!url) continue;
      const args = ['--input-type=module', '-e', program(url)];
      const time = Number(
        execFileSync(process.execPath, args, { cwd: join(packages, 'eslint-plugin'), encoding: 'utf8' }),
      );
      if (run >= 0) times[name].push(time);
    }
  }
  for (const [name, list] of Object.entries(times)) {
    if (list.length > 0) console.log(`loading ${name}: median ${median(list).toFixed(0)} ms of ${list.length}`);
  }
}

function size() {
  const bundle = join(packages, 'eslint-plugin/bundle');
  const bytes = readdirSync(bundle).reduce((total, name) => total + statSync(join(bundle, name)).size, 0);
  console.log(`own code, as it is published: ${(bytes / 1000).toFixed(1)} KB`);
}
