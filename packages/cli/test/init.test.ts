// `bnguard init`: what it finds, what it would write, what it writes, and that undo gives every byte back.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { apply } from '../src/init/edit.ts';
import { withRules } from '../src/init/eslint.ts';
import { stageOf } from '../src/init/gitlab.ts';
import { inserted } from '../src/init/insert.ts';
import { oldHook } from '../src/init/old-hook.ts';
import {
  bin,
  bnguard,
  environment,
  expectGuarded,
  fake,
  git,
  leak,
  ok,
  project,
  remoteOf,
  stopped,
} from './hook-stage.ts';
import { put, repository, stage } from './scan-stage.ts';

/** Every file of a repository with its mode and content, git's own hooks too. */
function everything(top: string): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(top, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && (!path.startsWith('.git/') || path.startsWith('.git/hooks'))) walk(path);
      } else if (entry.isSymbolicLink()) found[path] = `-> ${readlinkSync(join(top, path))}`;
      else if (!/^\.git\/(?!hooks\/)|\.sample$/.test(path)) {
        found[path] =
          `${(statSync(join(top, path)).mode & 0o777).toString(8)} ${readFileSync(join(top, path), 'latin1')}`;
      }
    }
  };
  walk('');
  walk('.git/hooks');
  return found;
}

/** Writes everything, and again, which changes nothing; what `check` does; then takes it back. */
function trial(top: string, check: () => void, ...flags: string[]): void {
  const before = everything(top);
  const shown = bnguard(top, 'init', ...flags);
  expect([shown.status, everything(top)]).toEqual([0, before]);
  const first = bnguard(top, 'init', '--yes', ...flags);
  expect([first.status, first.stderr]).toEqual([0, '']);
  const after = everything(top);
  const again = bnguard(top, 'init', '--yes', ...flags);
  expect([again.stdout, everything(top)]).toEqual([expect.stringContaining('nothing was written'), after]);
  check();
  const undone = bnguard(top, 'init', '--undo');
  expect([undone.status, undone.stderr]).toEqual([0, '']);
  expect(everything(top)).toEqual(before);
  expect(bnguard(top, 'init', '--undo').stdout).toContain('There is nothing to take back');
}

describe('git’s own hooks', () => {
  test('a new repository: all four guard it', () => {
    const top = project({ 'a.ts': 'a\n' });
    trial(top, () => expectGuarded(top), '--only', 'hook');
  });

  test('hooks that are there are kept and called, with their arguments and their input', () => {
    const top = project({ 'a.ts': 'a\n' });
    const own = join(stage(), 'own.py');
    writeFileSync(
      own,
      '#!/usr/bin/env python3\nimport sys\nprint("own", sys.argv[1:], sys.stdin.read() if not sys.stdin.isatty() else "")\n',
    );
    chmodSync(own, 0o755);
    for (const name of ['pre-push', 'commit-msg']) {
      rmSync(join(top, '.git/hooks', name), { force: true });
      symlinkSync(own, join(top, '.git/hooks', name));
    }
    writeFileSync(join(top, '.git/hooks/pre-commit'), '#!/bin/sh\necho own pre-commit\nexit 0\n', { mode: 0o755 });
    writeFileSync(join(top, '.git/hooks/pre-merge-commit'), '#!/bin/sh\nexit 1\n', { mode: 0o644 });
    trial(
      top,
      () => {
        expectGuarded(top);
        const commit = git(top, ['commit', '--allow-empty', '-m', 'x']);
        expect(commit.stdout + commit.stderr).toMatch(/own pre-commit[^]*own \['\.git\/COMMIT_EDITMSG'\]/);
        const push = git(top, ['push', '--force', 'origin', 'HEAD']);
        expect(push.stdout + push.stderr).toMatch(
          /own \['origin', '.*'\] HEAD [0-9a-f]{40} refs\/heads\/main [0-9a-f]{40}\n/,
        );
      },
      '--only',
      'hook',
    );
  });

  test('core.hooksPath: in the work tree for the team, elsewhere left alone', () => {
    const top = project({ '.githooks/pre-commit': '#!/bin/sh\nexit 0\n' });
    chmodSync(join(top, '.githooks/pre-commit'), 0o755);
    ok(top, 'config', 'core.hooksPath', '.githooks');
    trial(
      top,
      () => {
        ok(top, 'add', '--all');
        ok(top, 'commit', '-qm', 'hooks');
        expectGuarded(top);
        // Committed, so nothing of this machine is in it.
        expect(readFileSync(join(top, '.githooks/pre-push'), 'utf8')).not.toContain(process.execPath);
      },
      '--only',
      'hook',
    );
    const other = project({});
    const shared = stage({ 'pre-commit': '#!/bin/sh\n' });
    ok(other, 'config', 'core.hooksPath', shared);
    const { status, stdout } = bnguard(other, 'init', '--yes', '--only', 'hook');
    expect([status, stdout]).toEqual([0, expect.stringContaining(`The hooks are in ${shared}, which may serve other`)]);
    expect(readdirSync(shared)).toEqual(['pre-commit']);
  });

  test('a work tree of its own, a folder below, names with spaces and signs', () => {
    const top = project({ 'a b/☃ é.ts': 'a\n' });
    const tree = join(stage(), "it's a tree");
    ok(top, 'worktree', 'add', '-q', '--detach', tree);
    expect(bnguard(join(tree, 'a b'), 'init', '--yes', '--only', 'hook').status).toBe(0);
    put(tree, { 'a b/☃ é.ts': leak('a') });
    ok(tree, 'add', '--all');
    expect(stopped(git(join(tree, 'a b'), ['commit', '-m', 'x']))).toContain('a b/☃ é.ts');
    // Each work tree takes back its own, the hooks are of all, and a clone may move.
    expect(bnguard(tree, 'init', '--yes', '--only', 'config').status).toBe(0);
    expect(bnguard(top, 'init', '--undo').stdout).toMatch(/^Taken back:\n(?: {2}\.git\/hooks\/.*\n){4}$/);
    const moved = join(stage(), 'moved');
    ok(top, 'worktree', 'move', tree, moved);
    expect(bnguard(moved, 'init', '--undo').stdout).toBe('Taken back:\n  bnguard.config.yaml\n');
    bnguard(top, 'init', '--yes', '--only', 'hook,config');
    const other = join(stage(), 'other');
    renameSync(top, other);
    expect(bnguard(other, 'init', '--undo').stdout).toMatch(/^Taken back:\n(?: {2}\S+\n){5}$/);
  });

  test('a shell hook keeps its name, folder and input; one that looks at its name and cannot is left to people', () => {
    const top = project({ 'a.ts': 'a\n' });
    const hooks = join(top, '.git/hooks');
    const dispatcher = '#!/usr/bin/env bash\nset -eu\nfor one in "$0.d"/*; do "$one" "$(basename "$0")"; done\n';
    put(hooks, { 'pre-push': dispatcher, 'pre-push.d/one': '#!/bin/sh\necho "one of $1: $(cat)"\n' });
    put(hooks, { 'pre-merge-commit': '#!/usr/bin/env python3\nprint(__file__)\n' });
    // Latin-1, which is not to be changed either.
    put(hooks, { 'commit-msg': Buffer.from('#!/bin/sh\n# \xe9\necho own \xe9 message\n', 'latin1') });
    for (const name of ['pre-push', 'pre-push.d/one', 'pre-merge-commit', 'commit-msg'])
      chmodSync(join(hooks, name), 0o755);
    const before = everything(top);
    const told = bnguard(top, 'init', '--yes', '--only', 'hook').stdout;
    expect(told).toMatch(/By hand:\n {2}\.git\/hooks\/pre-merge-commit looks at its own name or folder/);
    expect(readFileSync(join(hooks, 'pre-push'), 'utf8')).toMatch(/^#!\/usr\/bin\/env bash\n# Written by bnguard/);
    expectGuarded(top);
    const push = git(top, ['push', '--force', 'origin', 'HEAD']);
    expect(push.stdout + push.stderr).toMatch(/one of pre-push: HEAD [0-9a-f]{40} refs\/heads\/main [0-9a-f]{40}\n/);
    // Nothing to push, no line.
    const script = spawnSync(join(hooks, 'pre-push'), ['origin', 'url'], { cwd: top, encoding: 'utf8', input: '' });
    expect([script.status, script.stdout]).toEqual([0, 'one of pre-push: \n']);
    expect(bnguard(top, 'init', '--undo').status).toBe(0);
    expect(everything(top)).toEqual(before);
  });

  test.each([
    ['dash', '#!/bin/dash -e\nexit 0\n', 'shell'],
    ['no first line', 'exit 0\n', 'shell'],
    ['bash by env', '#! /usr/bin/env bash\nexec "$(dirname "$0")/other" "$@"\n', 'shell'],
    ['a call of ours', '#!/bin/sh\nexec bnguard hook commit-msg "$@"\n', 'ours'],
    ['a comment', '#!/bin/sh\n# bnguard hook commit-msg\n', 'shell'],
    ['two languages', '#!/bin/sh\n"exec" "python3" "$0" "$@"\nprint(1)\n', 'byHand'],
    ['Python, its argument', '#!/usr/bin/python3\nimport sys\nopen(sys.argv[1])\n', 'kept'],
    ['Python, its name', '#!/usr/bin/python3\nimport sys\nprint(sys.argv[0])\n', 'byHand'],
    ['Ruby', '#!/usr/bin/env ruby\nload File.basename($0)\n', 'byHand'],
    ['zsh', '#!/bin/zsh\nexit 0\n', 'kept'],
    ['a program', '\x7fELF\0 argv[0]\xff', 'kept'],
  ])('an old hook: %s', (_, text, kind) => {
    const path = join(stage(), 'commit-msg');
    writeFileSync(path, Buffer.from(text, 'latin1'), { mode: 0o755 });
    expect(oldHook(path, 'commit-msg').kind).toBe(kind);
  });

  test('another tool takes our place: its hook is kept under a name that is free, and the others are finished', () => {
    const top = project({ 'a.ts': 'a\n' });
    const hooks = join(top, '.git/hooks');
    const tool = (n: number): void => {
      writeFileSync(join(hooks, 'pre-commit'), `#!/usr/bin/env python3\nprint("tool ${n}")\n`, { mode: 0o755 });
    };
    mkdirSync(hooks, { recursive: true });
    tool(1);
    writeFileSync(join(hooks, 'commit-msg'), '#!/bin/sh\nexit 1\n', { mode: 0o644 });
    expect(bnguard(top, 'init', '--yes', '--only', 'hook').stdout).toContain(
      '.git/hooks/commit-msg may not be executed, so git never called it, and neither does ours.',
    );
    tool(2);
    rmSync(join(hooks, 'pre-push'));
    const again = bnguard(top, 'init', '--yes', '--only', 'hook');
    expect([again.status, again.stdout]).toEqual([
      0,
      expect.stringMatching(
        /pre-commit; the old one is kept as \.git\/hooks\/pre-commit\.before-bnguard-2\n[^]*pre-push\n/,
      ),
    ]);
    const commit = git(top, ['commit', '--allow-empty', '-m', 'x']);
    expect([commit.status, commit.stdout + commit.stderr]).toEqual([0, expect.stringContaining('tool 2')]);
  });

  test('a program that the repository brings is not run', () => {
    const top = project({ 'a.ts': 'a\n' });
    put(top, { 'node_modules/.bin/bnguard': '#!/bin/sh\ntouch ran\n' });
    ok(top, 'add', '--force', 'node_modules');
    ok(top, 'commit', '-qm', 'hostile');
    ok(top, 'config', 'core.hooksPath', '.githooks');
    rmSync(join(top, 'node_modules'), { recursive: true });
    expect(bnguard(top, 'init', '--yes', '--only', 'hook').stdout).toContain('bnguard must be in the PATH');
    ok(top, 'checkout', '-q', 'node_modules');
    put(top, { 'leak.ts': leak('a') });
    ok(top, 'add', 'leak.ts');
    stopped(git(top, ['commit', '-m', 'x']), /bnguard is not installed \(a committed node_modules does not count\)/);
    ok(top, 'config', '--unset', 'core.hooksPath');
    expect(bnguard(top, 'init', '--yes', '--only', 'hook').status).toBe(0);
    stopped(git(top, ['commit', '-m', 'x']));
    expect(existsSync(join(top, 'ran'))).toBe(false);
    // Nor one that a later commit could bring.
    expect(bnguard(top, 'init', '--undo').status).toBe(0);
    symlinkSync(bin, join(top, 'own.js'));
    const args = [join(top, 'own.js'), 'init', '--yes', '--only', 'hook'];
    expect(spawnSync(process.execPath, args, { cwd: top, env: environment() }).status).toBe(0);
    expect(readFileSync(join(top, '.git/hooks/pre-push'), 'utf8')).not.toMatch(/own\.js|dist/);
  });

  test('a bare repository: pre-receive', () => {
    const top = repository({ 'a.ts': 'a\n' });
    const bare = remoteOf(top);
    expect(bnguard(bare, 'init').stdout).toContain('no push brings a key');
    expect(bnguard(bare, 'init', '--yes').status).toBe(0);
    ok(top, 'push', '-q', 'origin', 'main');
    put(top, { 'b.ts': leak('a') });
    ok(top, 'add', '.');
    ok(top, 'commit', '-qm', 'b');
    stopped(git(top, ['push', 'origin', 'main']));
  });

  test('a hooks folder or .github that leads outside: nothing there is touched, and the rest is written', () => {
    const top = project({ 'a.ts': 'a\n', '.gitmodules': '' });
    const outside = stage({ 'pre-commit': '#!/usr/bin/env python3\n' });
    chmodSync(join(outside, 'pre-commit'), 0o755);
    rmSync(join(top, '.git/hooks'), { recursive: true, force: true });
    symlinkSync(outside, join(top, '.git/hooks'));
    symlinkSync(outside, join(top, '.github'));
    const { status, stderr, stdout } = bnguard(top, 'init', '--yes', '--only', 'hook,config,workflow');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/Written:\n {2}bnguard\.config\.yaml\n/);
    expect(stdout).toContain(`The hooks are in ${outside}`);
    expect(stdout).toContain('.github/workflows/bnguard.yml has a link in its path. Put there:');
    expect(readdirSync(outside)).toEqual(['pre-commit']);
    // Where nothing at all could be written, that is said.
    expect(bnguard(top, 'init', '--yes', '--only', 'hook').stdout).toMatch(/^Nothing could be written; by hand:\n/);
    expect(bnguard(top, 'init', '--only', 'hook').stdout).toContain('Nothing can be written');
  });

  test('undo leaves alone what was changed since, and says so', () => {
    const top = project({ 'a.ts': 'a\n' });
    bnguard(top, 'init', '--yes', '--only', 'hook,config');
    writeFileSync(join(top, 'bnguard.config.yaml'), 'failOn: high\n');
    const { status, stdout } = bnguard(top, 'init', '--undo');
    expect([status, stdout]).toEqual([
      2,
      expect.stringContaining('bnguard.config.yaml was left alone: it was changed since'),
    ]);
    expect(readFileSync(join(top, 'bnguard.config.yaml'), 'utf8')).toBe('failOn: high\n');
  });

  test('a record that somebody made up touches nothing outside', () => {
    const top = project({ 'a.ts': 'a\n' });
    const outside = stage({ 'precious.txt': 'x' });
    symlinkSync(outside, join(top, 'link'));
    symlinkSync(outside, join(top, '.git/link'));
    const hash = createHash('sha256').update('x').digest('hex');
    const one = { path: 'a.ts', keptAs: null, before: 'y', after: hash, folder: null };
    const books = [
      '{',
      '[]',
      ...[{ before: { a: 1 } }, { path: 7 }, { path: join(outside, 'precious.txt') }, { path: '../precious.txt' }]
        .concat([{ path: '.git/config' }, { keptAs: 'b.ts' }, { folder: '..' }, { after: '' }] as never[])
        .map((wrong) => JSON.stringify({ done: [{ ...one, ...wrong }] })),
    ];
    for (const text of books) {
      writeFileSync(join(top, '.git/bnguard-init.json'), text);
      const { status, stderr } = bnguard(top, 'init', '--undo');
      expect([text, status, stderr]).toEqual([
        text,
        2,
        expect.stringContaining('is damaged, so nothing was taken back'),
      ]);
    }
    expect(bnguard(top, 'init', '--yes', '--only', 'hook').stderr).toContain('is damaged, so nothing was written');
    // A link on the way is not followed.
    const linked = { ...one, path: 'link/precious.txt' };
    writeFileSync(join(top, '.git/bnguard-init.json'), JSON.stringify({ done: [linked] }));
    expect(bnguard(top, 'init', '--undo').stdout).toContain('was left alone: it has a link in its path');
    rmSync(join(top, '.git/bnguard-init.json'));
    symlinkSync(join(outside, 'precious.txt'), join(top, '.git/bnguard-init-hooks.json'));
    expect(bnguard(top, 'init', '--yes', '--only', 'hook').stderr).toContain('is damaged, so nothing was written');
    expect(readFileSync(join(outside, 'precious.txt'), 'utf8')).toBe('x');
  });
});

describe('the rest', () => {
  test('ignore lines, configuration, GitHub, ESLint: what a bot needs', () => {
    const top = project({
      'package.json': '{\r\n  "name": "bot",\r\n  "dependencies": { "ccxt": "4" }\r\n}\r\n',
      'bot.js': "import ccxt from 'ccxt';\nnew ccxt.binance();\n",
      'eslint.config.js': "import js from '@eslint/js';\n\nexport default [\n  js.configs.recommended,\n];\n",
      '.github/dependabot.yml': 'version: 2\n',
    });
    mkdirSync(join(top, 'node_modules/eslint-plugin-bnguard'));
    put(top, { '.env': `BINANCE_API_SECRET=${fake('a')}\n` });
    trial(top, () => {
      expect(readFileSync(join(top, '.gitignore'), 'utf8')).toBe('node_modules\n.env\n');
      expect(readFileSync(join(top, 'eslint.config.js'), 'utf8')).toBe(
        "import bnguard from 'eslint-plugin-bnguard';\nimport js from '@eslint/js';\n\nexport default [\n  ...bnguard.configs.recommended,\n  js.configs.recommended,\n];\n",
      );
      const workflow = parse(readFileSync(join(top, '.github/workflows/bnguard.yml'), 'utf8')) as {
        permissions: unknown;
      };
      expect(workflow.permissions).toEqual({ contents: 'read' });
      expect(JSON.stringify(workflow)).toContain(`owner/bnguard@${'a'.repeat(40)}`);
      expect(bnguard(top, 'scan').status).toBe(0);
    });
  });

  test('hostile files neither hang nor crash: they are left to people', { timeout: 60_000 }, () => {
    const top = project({ 'a.ts': 'a\n' });
    const shown = (): string => {
      const { status, stdout, stderr } = bnguard(top, 'init');
      expect([status, stderr]).toEqual([0, '']);
      return stdout;
    };
    symlinkSync('/dev/zero', join(top, 'package.json'));
    execFileSync('mkfifo', [join(top, '.gitlab-ci.yml')]);
    const bomb = ['a: &a0 [x]', ...Array.from({ length: 30 }, (_, n) => `b${n}: &a${n + 1} [*a${n}, *a${n}]`)];
    put(top, { 'lefthook.yml': bomb.join('\n') });
    const first = shown();
    expect(first).toContain('package.json is a link, so what it says of hooks is not known');
    expect(first).toContain('By hand: Add to .gitlab-ci.yml:');
    expect(first).toContain('By hand: Add to pre-commit in lefthook.yml:');
    rmSync(join(top, 'package.json'));
    rmSync(join(top, 'lefthook.yml'));
    put(top, { '.pre-commit-config.yaml': '['.repeat(100_000), 'package.json': '{' });
    truncateSync(join(top, 'package.json'), 100 << 20);
    const second = shown();
    expect(second).toContain('package.json is larger than 1 MB');
    expect(second).toContain('By hand: Add to repos in .pre-commit-config.yaml:');
  });

  test('what is not UTF-8 is left to people; folders that init made go with what is in them', () => {
    const top = project({ 'a.ts': 'a\n', 'package.json': '{}\n', 'eslint.config.js': 'export default [];\n' });
    ok(top, 'remote', 'add', 'origin', 'https://github.example/o/r');
    put(top, {
      '.gitignore': Buffer.from('node_modules\n# \xe9\n', 'latin1'),
      '.env': `BINANCE_API_SECRET=${fake('a')}\n`,
    });
    mkdirSync(join(top, 'node_modules/eslint-plugin-bnguard'));
    put(top, { 'eslint.config.js': Buffer.from('// \xe9\nexport default [];\n', 'latin1') });
    const before = everything(top);
    const { status, stdout } = bnguard(top, 'init', '--yes', '--only', 'ignore,eslint,workflow');
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(
        /Written:\n {2}\.github\/workflows\/bnguard\.yml\n[^]*Add to \.gitignore \(it is not UTF-8\):\n {4}\.env\n/,
      ),
    ]);
    expect(bnguard(top, 'init', '--undo').status).toBe(0);
    expect([everything(top), existsSync(join(top, '.github'))]).toEqual([before, false]);
  });

  test('a hook that cannot be written leaves the old one in its place', () => {
    const folder = stage({ 'pre-push': 'old' });
    const path = join(folder, 'pre-push');
    expect(() => apply({ path, before: undefined, after: undefined as never, keptAs: `${path}.kept` })).toThrow();
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['pre-push'], 'old']);
  });

  test.each([
    ['no list', '{}', 'test'],
    ['a list elsewhere', '{ include: x.yml }', '.pre'],
    ['a check among them', '{ stages: [deploy, build, unit-test] }', 'unit-test'],
    ['none that is known', '{ stages: [deploy-qa, first, second] }', 'first'],
    ['deploys alone', '{ stages: [deploy, release] }', '.pre'],
  ])('the stage of GitLab: %s', (_, yaml, stageName) => expect(stageOf(parse(yaml))).toBe(stageName));

  test.each([
    [
      'a list',
      "import a from 'a';\nexport default [\n  a,\n];\n",
      'export default [\n  ...bnguard.configs.recommended,\n  a,\n];\n',
    ],
    ['a call', 'export default defineConfig([\n  a,\n]);\n', 'defineConfig([\n  ...bnguard.configs.recommended,\n  a,'],
    ['arguments', 'export default tseslint.config(\n  a,\n);', 'config(\n  ...bnguard.configs.recommended,\n  a,\n);'],
    [
      'CRLF',
      'export default [\r\n  a,\r\n];\r\n',
      "bnguard';\r\nexport default [\r\n  ...bnguard.configs.recommended,\r\n  a,",
    ],
    [
      'a mention',
      '// eslint-plugin-bnguard\nexport default [a];\n',
      'export default [...bnguard.configs.recommended, a];',
    ],
  ])('ESLint: %s', (_, before, after) => expect(withRules(before)).toContain(after));

  test.each([
    'export default antfu({\n  a,\n});\n',
    'export default compat.extends("a");\n',
    'export default withNuxt(\n  a,\n);\n',
    'export default ["a"].map(f);\n',
    'export default defineConfig(["a"].map(f));\n',
    'const a = `\nexport default [\n`;\nexport default f();\n',
    'export default [a] satisfies B;\n',
    '/*\nexport default [\n*/\nexport { a as default };\n',
  ])('ESLint, left to people: %s', (before) => expect(withRules(before)).toBeUndefined());

  test('an ESLint configuration that is not plain, or a plugin that is not there: by hand', () => {
    const top = project({ 'eslint.config.js': 'module.exports = (async () => [])();\n' });
    expect(bnguard(top, 'init').stdout).toMatch(/By hand: Install eslint-plugin-bnguard/);
    mkdirSync(join(top, 'node_modules/eslint-plugin-bnguard'));
    expect(bnguard(top, 'init', '--only', 'eslint').stdout).toMatch(/By hand: .*\n.*Add to eslint\.config\.js/);
  });

  test('GitLab: a job behind the others', () => {
    const top = project({ '.gitlab-ci.yml': 'stages: [test]\n\ntest:\n  script:\n    - npm test\n' });
    trial(
      top,
      () => {
        const text = readFileSync(join(top, '.gitlab-ci.yml'), 'utf8');
        expect(text.startsWith('stages: [test]\n\ntest:\n  script:\n    - npm test\n')).toBe(true);
        expect(Object.keys(parse(text) as object)).toEqual(['stages', 'test', 'bnguard']);
      },
      '--only',
      'workflow',
    );
  });

  test('an old repository: the baseline on word, and no live key in it', () => {
    const top = project({
      'bot.ts': `import { Spot } from '@binance/connector';\nnew Spot('${fake('a')}', '${fake('b')}');\n`,
      'tls.ts':
        "import { Spot } from '@binance/connector';\nnew Spot('', '', { baseURL: 'http://api.binance.com' });\n",
    });
    expect(bnguard(top, 'scan').status).toBe(1);
    const usual = bnguard(top, 'init', '--yes');
    expect(usual.stdout).toContain('Not written: baseline. bnguard init --yes --only baseline writes it.');
    const told = bnguard(top, 'init', '--yes', '--only', 'baseline');
    expect(told.stdout).not.toContain('0 findings');
    expect(told.stdout).toMatch(/2 live keys of critical severity are in no baseline/);
    const baseline = JSON.parse(readFileSync(join(top, 'bnguard-baseline.json'), 'utf8')) as {
      findings: { rule: string; reason: string }[];
    };
    expect(baseline.findings.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['insecure-transport', 'there when bnguard was set up'],
    ]);
    // As it says: the dead keys, with a reason.
    for (const [, fingerprint] of told.stdout.matchAll(/baseline add ([0-9a-f]{32})/g)) {
      const added = bnguard(
        top,
        'baseline',
        'add',
        fingerprint!,
        '--state',
        'revoked',
        '--reason',
        'deleted at Binance',
      );
      expect(added.status).toBe(0);
    }
    const clean = bnguard(top, 'scan');
    expect([clean.status, clean.stdout]).toEqual([0, expect.stringContaining('3 suppressed: 3 by baseline')]);
    ok(top, 'add', '--all');
    ok(top, 'commit', '-qm', 'x');
    expect(bnguard(top, 'scan', '--history', '--no-cache').status).toBe(0);
    expect(bnguard(top, 'scan', '--history', '--no-cache', '--no-ignores').status).toBe(1);
  });

  test('no repository, wrong words', () => {
    expect(bnguard(stage(), 'init')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is in no git repository. Go to one (cd), or make one: git init.'),
    });
    expect(bnguard(stage(), 'init', '--only', 'hooks')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('did you mean hook'),
    });
    expect(bnguard(stage(), 'init', '--yes', '--undo')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('exclude each other'),
    });
  });

  /** Answers on a terminal made by Python, which types what follows each word that it waits for. */
  function onTerminal(top: string, answers: readonly (readonly [wait: string, type: string])[]) {
    const script = `import fcntl, json, os, pty, struct, sys, termios, time, select
pid, fd = pty.fork()
if pid == 0:
    os.chdir(${JSON.stringify(top)})
    os.execvpe("node", ["node", ${JSON.stringify(bin)}, "init"], dict(os.environ, TERM="xterm", COLUMNS="100"))
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
out = b""
def until(word, seconds=30):
    global out
    end = time.time() + seconds
    while word not in out and time.time() < end:
        if select.select([fd], [], [], 0.2)[0]:
            try:
                out += os.read(fd, 65536)
            except OSError:
                return
for word, typed in json.loads(${JSON.stringify(JSON.stringify(answers))}):
    until(word.encode())
    os.write(fd, typed.encode())
until(b"no such words", 5)
sys.stdout.buffer.write(out)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;
    return spawnSync('python3', ['-c', script], { encoding: 'utf8', env: environment() });
  }

  test('on a terminal it asks', { timeout: 60_000 }, () => {
    const top = project({ 'a.ts': 'a\n' });
    // The hooks alone, yes.
    const { status, stdout, stderr } = onTerminal(top, [
      ['What shall be set up?', '\x1b[B \r'],
      ['Write it?', '\r'],
    ]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('This would be written');
    expect(
      readdirSync(join(top, '.git/hooks'))
        .filter((name) => !name.endsWith('.sample'))
        .sort(),
    ).toEqual([...['commit-msg', 'pre-commit', 'pre-merge-commit', 'pre-push']]);
    expect(readdirSync(top)).not.toContain('bnguard.config.yaml');
    expect(execFileSync('git', ['status', '--porcelain'], { cwd: top, encoding: 'utf8' })).toBe('');
  });

  test.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
  ])('%s at either question is a no', { timeout: 60_000 }, (_, key) => {
    for (const answers of [
      [['What shall be set up?', key]],
      [
        ['What shall be set up?', '\r'],
        ['Write it?', key],
      ],
    ] as const) {
      const top = project({ 'a.ts': 'a\n' });
      const { status, stdout } = onTerminal(top, answers);
      expect([status, stdout]).toEqual([0, expect.stringContaining('Nothing was written.')]);
      expect(execFileSync('git', ['status', '--porcelain'], { cwd: top, encoding: 'utf8' })).toBe('');
    }
  });
});

describe('lines in YAML', () => {
  test.each([
    ['an empty file', '', ['a', 'b'], 'x: 1\n', 'a:\n  b:\n    x: 1\n'],
    ['a comment', '# c\n', ['a'], 'x: 1\n', '# c\na:\n  x: 1\n'],
    [
      'a list, its own indentation',
      'a:\n- 1\n\nb: 2\n',
      ['a'],
      '- x: 1\n  y: 2\n',
      'a:\n- 1\n- x: 1\n  y: 2\n\nb: 2\n',
    ],
    [
      'a map, before a comment behind it',
      'a:\n    b: 1 # one\n\n# c\nd: 2\n',
      ['a'],
      'x: 1\n',
      'a:\n    b: 1 # one\n    x: 1\n\n# c\nd: 2\n',
    ],
    ['no line end', 'a:\n  b: 1', ['a'], 'x: 1\n', 'a:\n  b: 1\n  x: 1\n'],
    ['CRLF', 'a:\r\n  b: 1\r\n', ['a'], 'x: 1\n', 'a:\r\n  b: 1\r\n  x: 1\r\n'],
    ['a block at the end', 'a:\n  b: |\n    text\n\n', ['a'], 'x: 1\n', 'a:\n  b: |\n    text\n  x: 1\n\n'],
  ])('%s', (_, yaml, path, text, expected) => expect(inserted(yaml, path, text)).toBe(expected));

  test.each([
    ['in braces', 'a: { b: 1 }\n', ['a'], 'x: 1\n'],
    ['a bomb', `a: &a [x]\nb: [${'*a, '.repeat(200)}*a]\n`, ['c'], 'x: 1\n'],
    ['levels without end', '['.repeat(100_000), ['a'], 'x: 1\n'],
    ['lists in lists', '- '.repeat(100_000), ['a'], 'x: 1\n'],
    ['keys in keys', '? '.repeat(100_000), ['a'], 'x: 1\n'],
    ['deep lines', Array.from({ length: 1_300 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''), ['b', 'c'], '- 1\n'],
    ['in brackets', 'a: [1]\n', ['a'], '- 2\n'],
    ['no map', 'a: 1\n', ['a'], 'x: 1\n'],
    ['a list where a map is wanted', 'a:\n  - 1\n', ['a'], 'x: 1\n'],
    ['broken', 'a: [\n', ['a'], 'x: 1\n'],
    ['an alias', 'b: &b\n  c: 1\na: *b\n', ['a'], 'x: 1\n'],
  ])('%s: left to people', (_, yaml, path, text) => expect(inserted(yaml, path, text)).toBeUndefined());
});
