// Brings a fresh clone to the point where it can run: installs what the lockfile names and, with --build,
// compiles and bundles. What only tests need and is large is installed without --build alone. Prints only to standard error, so that `npm run -s scan` keeps standard output for the report.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function read(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}

/** Runs a command with its output on standard error; ends this process with code 2 if it fails. */
function run(what, command, ...args) {
  const shell = process.platform === 'win32' && command === 'npx';
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell });
  if (status === 0) return;
  console.error(`Could not ${what}: ${error?.message ?? `${command} ended with ${signal ?? `code ${status}`}`}.`);
  process.exit(2);
}

// npm takes flags before a lone `--` for its own, without a word: `npm run -s scan --history` would scan the files alone.
const flags = [
  'history',
  'staged',
  'range',
  'stdin',
  'shard',
  'format',
  'output',
  'fail-on',
  'min-severity',
  'baseline',
];
const taken = flags.find((flag) => process.env[`npm_config_${flag.replaceAll('-', '_')}`] !== undefined);
if (taken !== undefined && process.env.npm_lifecycle_event?.startsWith('pre')) {
  console.error(`npm took --${taken} for itself. Write -- before the flags: npm run -s scan -- --${taken} …`);
  process.exit(2);
}

const isBuild = process.argv.includes('--build');
/** The lockfile by which all but the tests' large packages were installed. */
const note = 'node_modules/.bnguard-lock.yaml';
const lock = read('pnpm-lock.yaml');
if (read('node_modules/.pnpm/lock.yaml') !== lock && !(isBuild && read(note) === lock)) {
  console.error('Installing the dependencies (once) …');
  const { packageManager } = JSON.parse(read('package.json'));
  const without = isBuild ? ['--filter', '!@bnguard/node-24'] : [];
  run('install the dependencies', 'npx', '--yes', packageManager, 'install', '--frozen-lockfile', ...without);
  writeFileSync(join(root, note), lock);
}
if (isBuild) {
  if (read('packages/cli/dist/bin.cjs') === undefined) console.error('Building (once, about half a minute) …');
  run('build', process.execPath, 'node_modules/typescript/bin/tsc', '-b');
  const { bundle, isStale } = await import('./bundle.mjs');
  if (isStale(root)) await bundle(root);
}
