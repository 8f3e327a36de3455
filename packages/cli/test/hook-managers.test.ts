// Hook managers, each the real one in a repository of its own, set up by `bnguard init` or by the recipe in docs/hooks.md.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { withValue } from '../src/init/json-value.ts';
import { bin, bnguard, environment, expectGuarded, git, leak, ok, project, remoteOf, stopped } from './hook-stage.ts';
import { put, repository, stage } from './scan-stage.ts';

const root = join(import.meta.dirname, '../../..');

function run(cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', env: environment() });
  expect([command, status, status === 0 ? '' : `${error?.message ?? ''}${stderr}${stdout}`]).toEqual([command, 0, '']);
  return stdout;
}

const manifest = (more: object): string => `${JSON.stringify({ name: 'bot', version: '1.0.0', ...more }, null, 2)}\n`;

/** A second run of init changes nothing, and undo gives every byte back. */
function expectUndone(top: string, files: Readonly<Record<string, string>>): void {
  expect(bnguard(top, 'init', '--yes', '--only', 'hook').stdout).toContain('nothing was written');
  expect(bnguard(top, 'init', '--undo').status).toBe(0);
  for (const [path, text] of Object.entries(files)) expect(readFileSync(join(top, path), 'utf8')).toBe(text);
}

describe('husky', () => {
  test('its hooks are kept, also one that reads what git pushes', () => {
    const files = {
      'package.json': manifest({ devDependencies: { husky: '^9' } }),
      '.husky/pre-commit': 'echo own hook\n',
      '.husky/pre-push': '# own\ncat > "$(git rev-parse --git-dir)/pushed"\n',
    };
    const top = project(files, ['husky']);
    run(top, 'node_modules/.bin/husky');
    expect(bnguard(top, 'init', '--yes', '--only', 'hook')).toMatchObject({ status: 0 });
    ok(top, 'add', '--all');
    ok(top, 'commit', '-qm', 'hooks');
    expectGuarded(top);
    expect(readFileSync(join(top, '.git/pushed'), 'utf8')).toMatch(/^HEAD [0-9a-f]{40} refs\/heads\/main 0{40}\n$/);
    const clean = git(top, ['commit', '--allow-empty', '-m', 'x']);
    expect(clean.stdout + clean.stderr).toContain('own hook');
    expectUndone(top, files);
  });

  test('what is not active is said, and only a real husky is one', () => {
    const top = project({ 'package.json': manifest({ devDependencies: { husky: '^9' } }) });
    const shown = (): string => bnguard(top, 'init', '--only', 'hook').stdout;
    expect(shown()).toContain('husky is in package.json, but not set up: npx husky init');
    put(top, { '.husky/pre-commit': '# bnguard hook pre-commit\n' });
    expect(shown()).toMatch(/\.husky\/pre-commit\n[^]*The hooks in \.husky are not active until: npx husky\n/);
    rmSync(join(top, '.husky'), { recursive: true });
    put(top, { 'package.json': manifest({ keywords: ['husky'] }) });
    expect(shown()).toContain('Hooks (git’s own hooks)');
    put(top, { 'package.json': manifest({ husky: { hooks: { 'pre-commit': 'npm test' } } }) });
    expect(shown()).toMatch(/Hooks \(husky 4\)[^]*By hand: Add to the hooks of husky 4/);
  });

  test('in a folder below, with a generated folder that nothing is written to', () => {
    const top = project({
      'web/package.json': manifest({}),
      'web/.husky/pre-push': 'cat\n',
      '.pre-commit-config.yaml': '',
    });
    mkdirSync(join(top, 'web/node_modules'));
    cpSync(join(top, 'node_modules/.bin'), join(top, 'web/node_modules/.bin'), { recursive: true });
    rmSync(join(top, 'node_modules'), { recursive: true });
    put(top, { 'web/.husky/_/h': readFileSync(join(root, 'packages/cli/node_modules/husky/husky'), 'utf8') });
    for (const hook of ['pre-commit', 'pre-merge-commit', 'commit-msg', 'pre-push']) {
      writeFileSync(join(top, 'web/.husky/_', hook), '#!/usr/bin/env sh\n. "$(dirname "$0")/h"', { mode: 0o755 });
    }
    ok(top, 'config', 'core.hooksPath', 'web/.husky/_');
    const generated = readdirSync(join(top, 'web/.husky/_'));
    expect(bnguard(top, 'init', '--yes', '--only', 'hook').stdout).not.toContain('By hand');
    expect(readdirSync(join(top, 'web/.husky/_'))).toEqual(generated);
    ok(top, 'add', 'web/.husky');
    ok(top, 'commit', '-qm', 'hooks');
    expectGuarded(top);
    expectUndone(top, { 'web/.husky/pre-push': 'cat\n' });
  });

  test('husky 8: behind the line that runs the hook again', () => {
    const head = '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n';
    const files = {
      'package.json': manifest({ devDependencies: { husky: '^8' } }),
      '.husky/pre-commit': `${head}\necho own\n`,
    };
    const top = project(files);
    // What husky 8 writes, as far as it matters here.
    const rerun = 'if [ -z "$husky_skip_init" ]; then export husky_skip_init=1; sh -e "$0" "$@"; exit $?; fi\n';
    put(top, { '.husky/_/husky.sh': rerun });
    chmodSync(join(top, '.husky/pre-commit'), 0o755);
    expect(bnguard(top, 'init', '--only', 'hook').stdout).toContain('not active until: npx husky install');
    ok(top, 'config', 'core.hooksPath', '.husky');
    expect(bnguard(top, 'init', '--yes', '--only', 'hook').status).toBe(0);
    expect(readFileSync(join(top, '.husky/pre-commit'), 'utf8')).toBe(
      `${head}node_modules/.bin/bnguard hook pre-commit "$@" || exit $?\n\necho own\n`,
    );
    ok(top, 'add', '--all');
    ok(top, 'commit', '-qm', 'hooks');
    expectGuarded(top);
    expectUndone(top, files);
  });
});

test('lefthook: commands and jobs, comments and all', () => {
  const files = {
    'package.json': manifest({}),
    'lefthook.yml':
      '# our hooks\npre-commit:\n  parallel: true # fast\n  commands:\n    own:\n      run: echo own hook\n\n\ncommit-msg:\n  jobs:\n    - name: own\n      run: echo own message\n# the end\n',
  };
  const top = project(files, ['lefthook']);
  expect(bnguard(top, 'init', '--yes', '--only', 'hook')).toMatchObject({ status: 0 });
  const text = readFileSync(join(top, 'lefthook.yml'), 'utf8');
  for (const line of files['lefthook.yml'].split('\n')) expect(text).toContain(line);
  ok(top, 'add', '--all');
  ok(top, 'commit', '-qm', 'hooks');
  run(top, 'node_modules/.bin/lefthook', 'install');
  expectGuarded(top);
  expectUndone(top, files);
});

test('lefthook: what is empty gets a list, a mention in a comment is none, other syntaxes are left to people', () => {
  const files = { 'lefthook.yml': '# bnguard hook pre-commit\npre-commit:\n  commands: {} # none\n' };
  const top = project(files);
  expect(bnguard(top, 'init', '--yes', '--only', 'hook').status).toBe(0);
  const text = readFileSync(join(top, 'lefthook.yml'), 'utf8');
  expect(text).toContain('  commands: # none\n    bnguard:\n      run: bnguard hook pre-commit\n');
  expectUndone(top, files);
  renameSync(join(top, 'lefthook.yml'), join(top, 'lefthook.toml'));
  expect(bnguard(top, 'init', '--yes', '--only', 'hook').stdout).toMatch(
    /^Nothing could be written; by hand:\n {2}Add to pre-commit in lefthook\.toml:/,
  );
});

test('the pre-commit framework: an empty list, a mention in a comment', () => {
  const files = { '.pre-commit-config.yaml': '# not bnguard\nrepos: []\n' };
  const top = project(files);
  expect(bnguard(top, 'init', '--yes', '--only', 'hook').status).toBe(0);
  const text = readFileSync(join(top, '.pre-commit-config.yaml'), 'utf8');
  expect(text).toMatch(
    /^# not bnguard\nrepos:\n  - repo: https:\/\/github\.com\/owner\/bnguard\n    rev: a{40} .*\n    hooks:\n      - id: bnguard\n/,
  );
  expectUndone(top, files);
  ok(top, 'config', 'core.hooksPath', '.githooks');
  expect(bnguard(top, 'init', '--only', 'hook').stdout).toContain('git config --unset core.hooksPath');
});

test('simple-git-hooks: a command that is there runs behind ours, whatever its signs, with what git pushes', () => {
  const files = {
    'package.json': manifest({
      devDependencies: { 'simple-git-hooks': '^2' },
      'simple-git-hooks': {
        'pre-commit': 'test -e none && echo none || echo own hook',
        'pre-push': 'cat > "$(git rev-parse --git-dir)/pushed"',
      },
    }),
  };
  const top = project(files, ['simple-git-hooks']);
  expect(bnguard(top, 'init', '--yes', '--only', 'hook')).toMatchObject({ status: 0 });
  run(top, 'node_modules/.bin/simple-git-hooks');
  ok(top, 'add', '--all');
  const first = git(top, ['commit', '-m', 'hooks']);
  expect([first.status, first.stdout + first.stderr]).toEqual([0, expect.stringContaining('own hook')]);
  expectGuarded(top);
  expect(readFileSync(join(top, '.git/pushed'), 'utf8')).toMatch(/^HEAD [0-9a-f]{40} refs\/heads\/main 0{40}\n$/);
  expectUndone(top, files);
  put(top, { '.simple-git-hooks.cjs': 'module.exports = {};\n' });
  const { stdout } = bnguard(top, 'init', '--yes', '--only', 'hook');
  expect(stdout).toMatch(/^Nothing could be written; by hand:\n {2}Add to \.simple-git-hooks\.cjs, in front/);
});

test.each([
  [
    'tabs',
    '{\n\t"a": { "b": 1 },\n\t"c": []\n}\n',
    '{\n\t"a": { "b": 1 },\n\t"c": [],\n\t"x": {\n\t\t"y": "z"\n\t}\n}\n',
  ],
  ['one line', '{"a":{"b":1}}', '{"a":{"b":1},"x": {"y":"z"}}'],
  ['CRLF', '{\r\n    "a": 1\r\n}\r\n', '{\r\n    "a": 1,\r\n    "x": {\r\n        "y": "z"\r\n    }\r\n}\r\n'],
  ['a value that is there', '{ "x":   {"y":"a",  "b":1} }\n', '{ "x":   {"y":"z",  "b":1} }\n'],
  ['a key that stands twice', '{ "x": {}, "x": {} }\n', undefined],
])('JSON keeps its form: %s', (_, before, after) => expect(withValue(before, ['x', 'y'], 'z')).toBe(after));

test('lint-staged: the recipe, which passes no file names', () => {
  const top = project(
    {
      'package.json': manifest({ type: 'module' }),
      'lint-staged.config.js': "export default { '*': () => 'bnguard hook pre-commit' };\n",
      'a.ts': 'a\n',
    },
    ['lint-staged'],
  );
  mkdirSync(join(top, '.git/hooks'), { recursive: true });
  writeFileSync(join(top, '.git/hooks/pre-commit'), '#!/bin/sh\nexec node_modules/.bin/lint-staged --quiet\n', {
    mode: 0o755,
  });
  put(top, { 'a.ts': leak('a') });
  ok(top, 'add', 'a.ts');
  put(top, { 'a.ts': 'clean on disk\n' });
  stopped(git(top, ['commit', '-m', 'x']));
  ok(top, 'add', 'a.ts');
  ok(top, 'commit', '-qm', 'x');
});

/** Debian's, and the newest, which .ci/run installs. Where one is not there this fails: nothing is skipped. */
const frameworks: [string, string][] = [
  ['3.0', process.env['BNGUARD_PRE_COMMIT_OLD'] ?? '/usr/bin/pre-commit'],
  [
    '4.6',
    process.env['BNGUARD_PRE_COMMIT_NEW'] ?? join(homedir(), '.cache/bnguard-tests/pre-commit-4.6.2/bin/pre-commit'),
  ],
];

describe.each(frameworks)('the pre-commit framework %s', (version, program) => {
  const installed = (): void => {
    if (!existsSync(program)) throw new Error(`${program} is missing: .ci/run installs it.`);
    expect(run('/', program, '--version')).toContain(` ${version}.`);
  };

  /** This repository's hooks as somebody else's clone has them: its files, with nothing installed. */
  function published(): string {
    const folder = stage();
    cpSync(join(root, '.pre-commit-hooks.yaml'), join(folder, '.pre-commit-hooks.yaml'));
    cpSync(join(root, 'packages/action/dist'), join(folder, 'packages/action/dist'), { recursive: true });
    ok(folder, 'init', '-q', '-b', 'main');
    ok(folder, 'add', '--all', '--force');
    ok(folder, 'commit', '-qm', 'release');
    return folder;
  }

  const install = (top: string): string =>
    run(top, program, 'install', '--hook-type', 'pre-commit', '--hook-type', 'commit-msg', '--hook-type', 'pre-push');

  test('from a clone of this repository, without installing anything', { timeout: 120_000 }, () => {
    installed();
    const repo = published();
    const top = repository({
      '.pre-commit-config.yaml': `repos:\n  - repo: ${repo}\n    rev: ${ok(repo, 'rev-parse', 'HEAD')}\n    hooks:\n      - id: bnguard\n      - id: bnguard-message\n      - id: bnguard-push\n`,
    });
    install(top);
    expectGuarded(top);
    // Unstaged changes are put away meanwhile, and come back.
    put(top, { 'b.ts': 'staged\n' });
    ok(top, 'add', 'b.ts');
    put(top, { 'b.ts': leak('d') });
    ok(top, 'commit', '-qm', 'b');
    expect(readFileSync(join(top, 'b.ts'), 'utf8')).toBe(leak('d'));
    // A first push, of a root commit, for which the framework names no ref.
    const other = repository({
      '.pre-commit-config.yaml': readFileSync(join(top, '.pre-commit-config.yaml'), 'utf8'),
      'a.ts': leak('a'),
    });
    install(other);
    remoteOf(other);
    stopped(git(other, ['push', 'origin', 'main']), /bnguard stopped this push/);
  });

  const own =
    '# ours\nrepos:\n- repo: local\n  hooks:\n  - id: own\n    name: own\n    entry: echo own hook\n    language: system\n';

  test('as init writes it: from where bnguard comes, or the one in the PATH', { timeout: 120_000 }, () => {
    installed();
    const top = project({ '.pre-commit-config.yaml': own });
    const path = join(top, '.pre-commit-config.yaml');
    expect(bnguard(top, 'init', '--yes', '--only', 'hook')).toMatchObject({ status: 0 });
    const text = readFileSync(path, 'utf8');
    expect(text).toBe(
      `${own}- repo: https://github.com/owner/bnguard\n  rev: ${'a'.repeat(40)} # v0.1.0\n  hooks:\n    - id: bnguard\n    - id: bnguard-message\n    - id: bnguard-push\n`,
    );
    bnguard(top, 'init', '--undo');
    const unknown = spawnSync(process.execPath, [bin, 'init', '--yes', '--only', 'hook'], {
      ...{ cwd: top, encoding: 'utf8' },
      env: environment({ BNGUARD_SOURCE: 'nowhere' }),
    });
    expect([unknown.status, unknown.stderr]).toEqual([0, '']);
    ok(top, 'add', '--all');
    install(top);
    const path2 = `${join(top, 'node_modules/.bin')}:${process.env['PATH']}`;
    expect(git(top, ['commit', '-qm', 'hooks'], { env: { PATH: path2 } }).status).toBe(0);
    expectGuarded(top, { PATH: path2 });
  });

  test('by the npm package, as docs/hooks.md has it', { timeout: 180_000 }, () => {
    installed();
    // The package as npm would publish it, from files: these tests reach no registry for our own.
    const hook = (id: string, name: string, more: string): string =>
      `    - {id: ${id}, name: ${id}, entry: bnguard hook ${name}, language: node, additional_dependencies: ${JSON.stringify(packed())}, ${more}}\n`;
    const always = 'pass_filenames: false, always_run: true';
    const config = `${own}- repo: local\n  hooks:\n${hook('bnguard', 'pre-commit', always)}${hook('bnguard-message', 'commit-msg', 'stages: [commit-msg]')}${hook('bnguard-push', 'pre-push', always)}`;
    const top = repository({ '.pre-commit-config.yaml': config });
    install(top);
    expectGuarded(top);
  });
});

// Of all tests here, unlike a stage.
const archives = mkdtempSync(join(tmpdir(), 'bnguard-packed-'));
afterAll(() => rmSync(archives, { recursive: true, force: true }));
let packages: string[] | undefined;
/** Archives of the two packages; npm takes what else they need from the registry. */
function packed(): string[] {
  return (packages ??= ['engine', 'cli'].map((name) => {
    const folder = join(root, 'packages', name);
    const to = join(archives, name);
    const out = run(folder, 'npx', '--yes', 'pnpm@12.21.0', 'pack', '--pack-destination', to);
    const file = out.trim().split('\n').at(-1)!;
    return file.startsWith('/') ? file : join(to, file);
  }));
}
