// Packs what the compiler wrote into a few files. packages/cli/bundle/: what every command loads in one, the engine
// and the parsers in others that are loaded when they are needed; bin.js falls back to the modules where the bundle is
// missing or older than they are, so that nobody ever runs yesterday's code. packages/eslint-plugin/bundle/: our own
// code in one file, without what it depends on.
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** What a scan of staged files loads when it finds nothing. None of it imports the engine as a whole. */
const first = [
  /packages\/cli\/dist\/(?:[a-z-]+|git\/[a-z-]+|reports\/text[a-z-]*|reports\/(?:layout|visible|words|other-half)|way-out\/leaks|commands\/scan)\.js$/,
  /packages\/cli\/dist\/sources\/(?:staged|staged-git|versions|names|paths|gaps)\.js$/,
  /packages\/engine\/dist\/(?:gates|prefilter|decode|severity)\.js$/,
  /node_modules\/(?:picocolors|fast-[a-z-]*width|fast-wrap-ansi|fastest-levenshtein)\//,
];
/** Belongs to other commands, or to repositories that have a configuration. */
const later =
  /packages\/cli\/dist\/(?:worker|schema|answers|reports\/text-way-out|command-line|help|needles|suppression-match|baseline(?:-of|-schema)?|check-data|config-of|data-(?:file|json|toml|yaml)|for-editors|config-schema|ignore-entries|path-pattern)\.js$/;

/** @param {string} root of the clone */
export async function bundle(root) {
  await bundlePlugin(join(root, 'packages/eslint-plugin'));
  const cli = join(root, 'packages/cli');
  const dir = join(cli, 'bundle');
  rmSync(dir, { recursive: true, force: true });
  const build = await rolldown({
    input: { start: join(cli, 'dist/start.js'), worker: join(cli, 'dist/worker.js') },
    platform: 'node',
    // The form of jsonc-parser that node would take looks up its own parts at run time.
    resolve: { mainFields: ['module', 'main'] },
    cwd: cli,
    logLevel: 'silent',
  });
  const isFirst = (id) => !later.test(id) && first.some((pattern) => pattern.test(id.replaceAll('\\', '/')));
  await build.write({
    dir,
    format: 'esm',
    sourcemap: false,
    codeSplitting: { groups: [{ name: 'first', test: isFirst }] },
  });
  await build.close();
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
  const written = Math.min(time('cli/bundle/start.js'), time('eslint-plugin/bundle/index.js'));
  return ['cli', 'engine', 'eslint-plugin'].some((name) => time(`${name}/dist/.tsbuildinfo`) >= written);
}
