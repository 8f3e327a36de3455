// `bnguard init`: what it finds, what it would write, what it writes, and that undo gives every byte back.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { inserted } from '../src/init/insert.ts';
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
    expect(bnguard(top, 'init', '--undo').status).toBe(0);
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
    const done = [{ kind: 'write', path: join(outside, 'precious.txt'), before: null, after: '' }];
    for (const text of [JSON.stringify({ done }), '{', '[]']) {
      writeFileSync(join(top, '.git/bnguard-init.json'), text);
      const { status, stderr } = bnguard(top, 'init', '--undo');
      expect([status, stderr]).toEqual([2, expect.stringContaining('is damaged, so nothing was taken back')]);
    }
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
      expect(bnguard(top, 'scan').status).toBe(0);
    });
  });

  test('an ESLint configuration that is not plain, or a plugin that is not there: by hand', () => {
    const top = project({ 'eslint.config.js': 'module.exports = (async () => [])();\n' });
    expect(bnguard(top, 'init').stdout).toMatch(/By hand: npm install --save-dev eslint-plugin-bnguard/);
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
      stderr: expect.stringContaining('is not in a git repository'),
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

  test('on a terminal it asks', { timeout: 60_000 }, () => {
    const top = project({ 'a.ts': 'a\n' });
    // A terminal made by Python, which types: take the hooks alone, yes.
    const script = `import fcntl, os, pty, struct, sys, termios, time, select
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
until(b"What shall be set up?")
os.write(fd, b"\\x1b[B \\r")
until(b"Write it?")
os.write(fd, b"\\r")
until(b"takes it back.\\r\\n", 20)
time.sleep(0.5)
until(b"no such words", 1)
sys.stdout.buffer.write(out)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;
    const { status, stdout, stderr } = spawnSync('python3', ['-c', script], { encoding: 'utf8', env: environment() });
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
    ['in brackets', 'a: [1]\n', ['a'], '- 2\n'],
    ['no map', 'a: 1\n', ['a'], 'x: 1\n'],
    ['a list where a map is wanted', 'a:\n  - 1\n', ['a'], 'x: 1\n'],
    ['broken', 'a: [\n', ['a'], 'x: 1\n'],
    ['an alias', 'b: &b\n  c: 1\na: *b\n', ['a'], 'x: 1\n'],
  ])('%s: left to people', (_, yaml, path, text) => expect(inserted(yaml, path, text)).toBeUndefined());
});
