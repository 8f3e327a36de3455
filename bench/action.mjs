// The Action on a pull request of 50 commits and 200 files, from the start of its process to its result, against what it
// cannot do without: the git commands that tell which contents are new and deliver them, and an empty Node process. Beside
// it a bare program for Node that only asks git the same, one question after the other: no program for Node that scans can
// be faster; and the Action on a machine that never ran it, where none of its code is kept, as on each of GitHub's own. All of
// the history is checked out, so that no network is measured. Interleaved; medians. `--runs N`, `--node PATH`, `--trace`.
import './plain-environment.mjs';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const argument = (name) => process.argv[process.argv.indexOf(name) + 1];
const runs = process.argv.includes('--runs') ? Number(argument('--runs')) : 15;
const node = process.argv.includes('--node') ? resolve(argument('--node')) : process.execPath;
const entry = fileURLToPath(new URL('../packages/action/dist/action.cjs', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'bnguard-bench-'));
const repository = join(work, 'repository');
mkdirSync(repository);

const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull };
const git = (args, input) => execFileSync('git', args, { cwd: repository, env, input, maxBuffer: 2 ** 30 });

/** A module of some length that has to do with nothing in particular. */
function source(seed) {
  const lines = Array.from(
    { length: 120 },
    (_, i) => `export function order${seed}_${i}(price, amount) {\n  return round(price * ${i + seed}, amount);\n}`,
  );
  return `import { round } from './numbers.js';\n${lines.join('\n')}\n`;
}

/** 400 files in the base; 50 commits that change or add 200, four each. */
function makeHistory() {
  const parts = [];
  const commit = (mark, files, from) => {
    parts.push(
      `commit refs/heads/${mark > 1 ? 'feature' : 'main'}\nmark :${mark}\ncommitter n <e@x> ${1790000000 + mark} +0000\n`,
    );
    parts.push(`data 1\nx\n${from ? `from :${from}\n` : ''}`);
    for (const [path, text] of files) parts.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  };
  commit(
    1,
    Array.from({ length: 400 }, (_, i) => [`src/module${i}.js`, source(i)]),
  );
  for (let n = 0; n < 50; n++) {
    const files = Array.from({ length: 4 }, (_, i) => {
      const at = 4 * n + i;
      return [at % 2 ? `src/module${at}.js` : `src/new${at}.js`, source(1000 + at)];
    });
    commit(n + 2, files, n + 1);
  }
  git(['init', '-q', '-b', 'main']);
  git(['fast-import', '--quiet'], parts.join(''));
  const id = (name) => git(['rev-parse', name]).toString().trim();
  const parents = ['-p', 'main', '-p', 'feature'];
  const who = ['-c', 'user.name=n', '-c', 'user.email=e@x'];
  const trial = git([...who, 'commit-tree', 'feature^{tree}', ...parents, '-m', 'trial'])
    .toString()
    .trim();
  git(['checkout', '-q', '--detach', trial]);
  return { base: id('main'), head: id('feature'), trial };
}

const { base, head, trial } = makeHistory();
const event = {
  number: 7,
  pull_request: { number: 7, commits: 50, head: { sha: head }, base: { sha: base, ref: 'main' } },
};
writeFileSync(join(work, 'event.json'), JSON.stringify(event));

/** One run of the Action; milliseconds. @param more of its environment */
function action(more = {}) {
  const temp = mkdtempSync(join(work, 't-'));
  for (const name of ['output', 'summary']) writeFileSync(join(temp, name), '');
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(node, [entry], {
    cwd: repository,
    env: {
      ...{
        PATH: process.env.PATH,
        HOME: work,
        GITHUB_ACTIONS: 'true',
        RUNNER_TEMP: temp,
        GITHUB_WORKSPACE: repository,
      },
      ...{ GITHUB_REPOSITORY: 'o/r', GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: join(work, 'event.json') },
      ...{ GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary'), GITHUB_SHA: trial },
      ...more,
    },
  });
  const time = performance.now() - began;
  const output = readFileSync(join(temp, 'output'), 'utf8');
  if (status !== 0 || !/commits-scanned<<\S+\n50\n/.test(output)) throw new Error(`${status}: ${stdout}${stderr}`);
  return time;
}

/**
 * The git commands alone, one after the other as each needs the one before: what the trial merge was made of, the base's
 * configuration, which commits, what they change, the contents.
 */
const configs = ['json', 'yaml', 'toml'].map((end) => `${trial}^1:bnguard.config.${end}`);
const asked = `${[head, base, trial, ...configs].join('\n')}\n`;
const revList = ['rev-list', '--reverse', '--topo-order', '--parents', head, '--not', base];
const diffTree = ['diff-tree', '--stdin', '-c', '--root', '--raw', '-r', '--no-abbrev', '-M'];

function gitAlone() {
  const began = performance.now();
  git(['cat-file', '--batch'], asked);
  const commits = git(revList);
  const ids = commits
    .toString()
    .split('\n')
    .map((line) => line.split(' ')[0])
    .join('\n');
  const raw = git(diffTree, ids).toString();
  const blobs = [...raw.matchAll(/^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+)/gm)].map(([, id]) => id);
  git(['cat-file', '--batch'], [...ids.split('\n').filter(Boolean), ...blobs].join('\n'));
  return performance.now() - began;
}

/** The same questions from a program for Node, which ends as soon as all is answered. */
const bareProgram = `
const { spawn } = require('node:child_process');
const ask = (args, input) => new Promise((resolve) => {
  const git = spawn('git', args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const parts = [];
  git.stdout.on('data', (part) => parts.push(part));
  git.on('close', () => resolve(Buffer.concat(parts)));
  git.stdin.end(input);
});
(async () => {
  await ask(['cat-file', '--batch'], ${JSON.stringify(asked)});
  const commits = await ask(${JSON.stringify(revList)});
  const ids = commits.toString().split('\\n').map((line) => line.split(' ')[0]).join('\\n');
  const raw = (await ask(${JSON.stringify(diffTree)}, ids)).toString();
  const blobs = [...raw.matchAll(/^:\\d+ \\d+ [0-9a-f]+ ([0-9a-f]+)/gm)].map(([, id]) => id);
  await ask(['cat-file', '--batch'], [...ids.split('\\n').filter(Boolean), ...blobs].join('\\n') + '\\n');
  process.exit();
})();
`;
writeFileSync(join(work, 'bare.cjs'), bareProgram);

function bare() {
  const began = performance.now();
  const { status } = spawnSync(node, [join(work, 'bare.cjs')], { cwd: repository, env, stdio: 'inherit' });
  if (status !== 0) throw new Error('the bare program failed');
  return performance.now() - began;
}

function emptyNode() {
  const began = performance.now();
  spawnSync(node, ['-e', '0']);
  return performance.now() - began;
}

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

/** Which git commands the Action runs. */
function trace() {
  const folder = join(work, 'bin');
  mkdirSync(folder);
  const real = execFileSync('sh', ['-c', 'command -v git']).toString().trim();
  writeFileSync(join(folder, 'git'), `#!/bin/sh\necho "$@" >> ${join(work, 'trace')}\nexec ${real} "$@"\n`);
  chmodSync(join(folder, 'git'), 0o755);
  action({ PATH: `${folder}:${process.env.PATH}` });
  for (const line of readFileSync(join(work, 'trace'), 'utf8').trim().split('\n')) {
    console.log(`git ${line.replace(/--no-pager.*?--work-tree=\. |-c \S* /g, '')}`);
  }
}

try {
  if (process.argv.includes('--trace')) trace();
  const times = { action: [], first: [], bare: [], git: [], node: [] };
  for (let i = 0; i < runs + 2; i++) {
    const one = [action(), action({ NODE_DISABLE_COMPILE_CACHE: '1' }), bare(), gitAlone(), emptyNode()];
    if (i >= 2) for (const [at, name] of Object.keys(times).entries()) times[name].push(one[at]);
  }
  const [ours, first, least, theirs, nothing] = Object.values(times).map(median);
  const line = (name, time) => console.log(`${name.padEnd(34)} ${time.toFixed(0).padStart(6)} ms`);
  line('the Action', ours);
  line('the Action, no code kept', first);
  line('a bare program that asks the same', least);
  line('the git commands that it needs', theirs);
  line('node -e 0', nothing);
  for (const [name, time] of [
    ['ratio', ours],
    ['ratio, no code kept', first],
    ['ratio of the bare program', least],
  ])
    console.log(`${name.padEnd(34)} ${(time / (theirs + nothing)).toFixed(2).padStart(6)}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
