// Packs what the compiler wrote into a few files. packages/cli/bundle/: what every command loads in one, the engine
// and the parsers in others that are loaded when they are needed; bin.cjs falls back to the modules where the bundle is
// missing or older than they are, so that nobody ever runs yesterday's code. packages/eslint-plugin/bundle/: our own
// code in one file, without what it depends on. packages/action/dist/: the command line once more and the Action, with
// all they need, to run from a plain clone; it is committed, so `npm run docs` writes it.
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * What is always loaded together stands in one file: a file costs a millisecond to find and open, and every hundred KB in it
 * two to be parsed, whether they run or not. Each takes along what its modules import, unless one before has it.
 */
const together = {
  // Before git is asked: every command waits for it.
  first: [
    /packages\/cli\/dist\/(?:[a-z-]+|git\/[a-z-]+|reports\/(?:gap|log-safe|other-half|visible|weakness|words|worst)|commands\/scan)\.js$/,
    /packages\/cli\/dist\/(?:sources\/(?:range-git|staged-git|names)|way-out\/leaks)\.js$/,
    /packages\/engine\/dist\/severity\.js$/,
  ],
  // Of the Action the same.
  front: [
    /packages\/action\/build\/(?:happened|look|own-environment|remote|write-report|github\/(?:action|event|inputs|runner|summary)|look\/(?:job|range)|git\/(?:checkout|complete|own-repository|remedies))\.js$/,
    /packages\/cli\/dist\/(?:for-action|flag-values)\.js$/,
  ],
  // Where something was found.
  findings: [
    /packages\/cli\/dist\/(?:reports\/(?:text(?:-(?:exposure|finding|place|summary))?|layout)|way-out\/(?:out-of-history|purge|step|ticket|way-out)|hooks\/ways-on)\.js$/,
    /node_modules\/(?:picocolors|fast-[a-z-]*width|fast-wrap-ansi)\//,
  ],
  // While git works: what says of most files that there is nothing in them …
  gates: [/packages\/engine\/dist\/gates\.js$/],
  // … and what reports that.
  meanwhile: [
    /packages\/cli\/dist\/sources\/(?:brought|versions|gaps|range|project|inventory-versions)\.js$/,
    /packages\/cli\/dist\/(?:overrule|git\/tree-files|reports\/for-action)\.js$/,
  ],
};
/** Belongs to other commands, or to repositories that have a configuration. */
const later =
  /packages\/cli\/dist\/(?:worker|start|schema|answers|main|hook-line|command-line|help|needles|for-action|suppression-match|baseline(?:-of|-schema)?|check-data|config-of|data-(?:file|json|toml|yaml)|for-editors|config-schema|flag-values|key-words|inventory(?:-schema)?|ignore-edits|ignore-entries|path-pattern|overrule|git\/(?:tree-files|object-stream|fifo|batch-output|list-objects|database|not-fetched|list|ignored))\.js$/;

const groups = Object.entries(together).map(([name, patterns]) => ({
  name,
  test: (id) =>
    patterns.some((pattern) => pattern.test(id.replaceAll('\\', '/'))) && !(name === 'first' && later.test(id)),
}));
// CommonJS: what `require` loads is there 10 ms sooner than what `import` loads.
const chunks = {
  format: 'cjs',
  strict: true,
  sourcemap: false,
  codeSplitting: { groups },
  entryFileNames: '[name].cjs',
  // Names without hashes: the same on every machine, and a change is to be seen where it is.
  chunkFileNames: '[name].cjs',
};

/** What a file exports, as it is: the functions that rolldown puts before each of them are called once a run, and compiled. */
function plainExports(code) {
  const getter =
    /Object\.defineProperty\(exports, "([\w$]+)", \{\s+enumerable: true,\s+get: function ?\(\) \{\s+return ([\w$]+);\s+\}\s+\}\);/g;
  // Of a variable that changes whoever imports it must see the change.
  const constants = new Set(
    [
      ...code.matchAll(
        /^(?:const|class|(?:async )?function\*?|var(?= __| [\w$]+ = (?:class|\/\* @__PURE__ ))) ([\w$]+)/gm,
      ),
    ].map(([, name]) => name),
  );
  return code.replace(getter, (whole, name, local) => (constants.has(local) ? `exports.${name} = ${local};` : whole));
}

/** The file of findings is loaded when something in it is first used, by whatever imports it: most runs never do. */
function lateFindings(code) {
  const loads = 'const require_findings = require("./findings.cjs");';
  if (!code.includes(loads)) return code;
  const late = 'let loaded_findings;\nconst require_findings = () => loaded_findings ??= require("./findings.cjs");';
  return code
    .split(loads)
    .map((part) => part.replaceAll(/\brequire_findings\b/g, 'require_findings()'))
    .join(late);
}

function renderChunk(code, { name }) {
  // code-cache.cts has no `import` for what it loads: Node would warn of that.
  const [, builtin] = /\bimport\(["'](node:[\w/]+)["']\)/.exec(code) ?? [];
  if (builtin !== undefined) throw new Error(`${name} loads ${builtin} by import(): import it at the top.`);
  return plainExports(lateFindings(code));
}

/** A build of programs with all they depend on: name to module. */
function buildOf(cwd, input) {
  return rolldown({
    input,
    platform: 'node',
    // The form of jsonc-parser that node would take looks up its own parts at run time.
    resolve: { mainFields: ['module', 'main'] },
    cwd,
    plugins: [{ name: 'fast', renderChunk }],
    logLevel: 'silent',
  });
}

/** @param {string} root of the clone */
export async function bundle(root) {
  await bundlePlugin(join(root, 'packages/eslint-plugin'));
  const cli = join(root, 'packages/cli');
  const dir = join(cli, 'bundle');
  rmSync(dir, { recursive: true, force: true });
  const build = await buildOf(cli, { start: join(cli, 'dist/start.js'), worker: join(cli, 'dist/worker.js') });
  await build.write({ dir, ...chunks });
  await build.close();
}

/**
 * The files of packages/action/dist, which are committed: path to text. The same on every machine: names without
 * hashes, no path of this clone, no time. Whoever reads them finds our comments and the names that we gave.
 */
export async function actionFiles(root) {
  const action = join(root, 'packages/action');
  const build = await buildOf(action, {
    'programs/action': join(action, 'build/action.js'),
    'programs/bnguard': join(action, 'build/bnguard.js'),
    gitlab: join(action, 'build/gitlab.js'),
    sweep: join(action, 'build/sweep.js'),
    // Beside the code that starts it.
    'chunks/worker': join(root, 'packages/cli/dist/worker.js'),
  });
  const { output } = await build.generate({
    ...chunks,
    chunkFileNames: 'chunks/[name].cjs',
    // So that a change is to be seen where it is, and not in all that imports from there.
    minifyInternalExports: false,
  });
  await build.close();
  const { name, version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'));
  const files = new Map(output.map(({ fileName, code }) => [fileName, code]));
  files.set(
    'code-cache.cjs',
    readFileSync(join(root, 'packages/cli/dist/code-cache.cjs'), 'utf8').replace(/^\/\/# source.*$/m, ''),
  );
  // GitHub's runner fetches the Action anew for each job: what is kept beside it is gone with it.
  files.set('action.cjs', launcher('action', 'process.env.RUNNER_ENVIRONMENT === undefined'));
  files.set('bnguard.cjs', `#!/usr/bin/env node\n${launcher('bnguard', 'isDaily(process.argv.slice(2))')}`);
  // What may be called by path (docs/contracts.md) keeps the names that it had before all became CommonJS.
  for (const program of ['action', 'bnguard', 'gitlab']) {
    const head = program === 'bnguard' ? '#!/usr/bin/env node\n' : '';
    files.set(`${program}.mjs`, `${head}/** The same as ${program}.cjs. */\nimport './${program}.cjs';\n`);
  }
  files.set('package.json', `${JSON.stringify({ name, version, private: true }, null, 2)}\n`);
  files.set('licenses.txt', licensesOf(root, output));
  return new Map([...files].map(([path, text]) => [`packages/action/dist/${path}`, text]));
}

/**
 * Loads a program with the code that V8 made of it before, and keeps that where `keeps` says so. Beside the program: whoever
 * can write there can change the program itself.
 */
const launcher = (program, keeps) => `'use strict';
/** Starts programs/${program}.cjs. */
const { load, isDaily } = require('./code-cache.cjs');
load(\`\${__dirname}/programs/${program}.cjs\`, { folder: \`\${__dirname}/compiled\`, keeps: ${keeps} });
`;

/** What the licenses of the packages that are part of these files want to go along with them. */
function licensesOf(root, output) {
  const folders = new Set();
  for (const id of output.flatMap(({ modules = {} }) => Object.keys(modules))) {
    const [, folder] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id) ?? [];
    if (folder !== undefined) folders.add(folder);
  }
  const texts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    if (file === undefined && license === undefined) throw new Error(`${name} says nothing of its license.`);
    const text = file === undefined ? `License: ${license}` : readFileSync(join(folder, file), 'utf8');
    return `${name} ${version}\n\n${text.replace(/\r\n?/g, '\n').trim()}\n`;
  });
  return texts.sort().join(`\n${'-'.repeat(80)}\n\n`);
}

async function bundlePlugin(plugin) {
  const dir = join(plugin, 'bundle');
  rmSync(dir, { recursive: true, force: true });
  const build = await rolldown({
    input: join(plugin, 'dist/index.js'),
    platform: 'node',
    external: /^[^./]/,
    cwd: plugin,
    logLevel: 'silent',
  });
  // Names stay as they are: whoever reads the package understands it.
  await build.write({ dir, format: 'esm', sourcemap: false, minify: { compress: false, mangle: false } });
  await build.close();
}

/** Whether something was compiled after the bundle was written. */
export function isStale(root) {
  const time = (path) => statSync(join(root, 'packages', path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const written = Math.min(time('cli/bundle/start.cjs'), time('eslint-plugin/bundle/index.js'));
  return ['cli', 'engine', 'eslint-plugin'].some((name) => time(`${name}/dist/.tsbuildinfo`) >= written);
}
