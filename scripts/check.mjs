// Everything that must hold before a change goes in: `npm test` here and on CI. Each step runs even when an earlier
// one failed; the last line has the true counts, in which a step that is not the test run counts as one.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tmp = mkdtempSync(join(tmpdir(), 'bnguard-check-'));
const testReport = join(tmp, 'tests.json');

/** What is run, in order: a name, what to do when it fails, and the arguments for this Node. */
const steps = [
  ['format', 'npm run format', 'node_modules/oxfmt/bin/oxfmt', '--check'],
  ['build and types', 'read the compiler above', 'node_modules/typescript/bin/tsc', '-b', '--pretty'],
  ['bundle', 'read the error above', 'scripts/setup.mjs', '--build'],
  [
    'types of the tests',
    'read the compiler above',
    'node_modules/typescript/bin/tsc',
    '-p',
    'tsconfig.tests.json',
    '--pretty',
  ],
  [
    'types of the page',
    'read the compiler above',
    'node_modules/typescript/bin/tsc',
    '-p',
    'packages/cli/page/tsconfig.json',
    '--pretty',
  ],
  ['lint', 'npm run lint -- --fix', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'],
  ['generated files', 'npm run docs', 'scripts/docs.mjs', '--check'],
  ['own scan', 'npm run -s scan -- .', 'packages/cli/dist/bin.cjs', 'scan', '.', '--no-progress'],
  [
    'tests',
    'npx vitest run FILE',
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${testReport}`,
  ],
];

/** Runs one step to its end; never throws. */
function run(args) {
  return new Promise((resolve) => {
    const colour = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
    const env = { ...process.env, ...colour, INIT_CWD: root };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    const end = (ok, why) => resolve({ ok, output: Buffer.concat(output).toString() + why });
    child.on('error', (error) => end(false, `${error.message}\n`));
    child.on('close', (code, signal) => end(code === 0, signal ? `Ended by ${signal}.\n` : ''));
  });
}

/** The counts of a test run. A file that did not load, or a run that broke off, counts as one failure. */
function countTests(ok) {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    const report = JSON.parse(readFileSync(testReport, 'utf8'));
    const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
    counts = {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    };
  } catch {
    // No report: the run ended early, and `ok` is false.
  }
  if (!ok && counts.failed === 0) counts.failed = 1;
  return counts;
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, remedy, ...args] of steps) {
  const began = performance.now();
  const { ok, output } = await run(args);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const counts = name === 'tests' ? countTests(ok) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  for (const key of Object.keys(total)) total[key] += counts[key];
  const detail = name === 'tests' ? `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped` : '';
  if (!ok) console.log(`\n${output.trimEnd()}\n`);
  console.log(
    `${ok ? '✓' : '✗'} ${name.padEnd(20)} ${seconds.padStart(5)} s  ${ok ? detail : `${detail} → ${remedy}`}`.trimEnd(),
  );
}
rmSync(tmp, { recursive: true });
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
