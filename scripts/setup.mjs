// Brings a fresh clone to the point where it can run: installs what the lockfile names and, with --build,
// compiles. Prints only to standard error, so that `npm run -s scan` keeps standard output for the report.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path) => {
  try {
    return readFileSync(`${root}/${path}`, 'utf8');
  } catch {
    return undefined;
  }
};

/** Runs a command with its output on standard error; ends this process with its exit code if it fails. */
const run = (command, ...args) => {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (error) console.error(`Could not start ${command}: ${error.message}`);
  if (status !== 0) process.exit(2);
};

if (read('node_modules/.pnpm/lock.yaml') !== read('pnpm-lock.yaml')) {
  console.error('Installing the dependencies (once) …');
  const { packageManager } = JSON.parse(read('package.json'));
  run('npx', '--yes', packageManager, 'install', '--frozen-lockfile');
}
if (process.argv.includes('--build')) run(process.execPath, 'node_modules/typescript/bin/tsc', '-b');
