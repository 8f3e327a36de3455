/** git's hooks, as git calls them: real repositories, real commits, merges and pushes, with `bnguard hook` in .git/hooks. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bin, fake, git, leak, ok, remoteOf, stopped, type Ran } from './hook-stage.ts';
import { put, repository, stage } from './scan-stage.ts';

/** Lines of code, so that changes far apart are changes of their own. */
const lines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `let line${from + at} = ${from + at};\n`).join('');

function hook(folder: string, name: string, text = `exec node '${bin}' hook ${name} "$@"`): void {
  const path = join(resolve(folder, ok(folder, 'rev-parse', '--git-path', 'hooks')), name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}

/** A repository whose hooks are ours. */
function hooked(
  files?: Readonly<Record<string, string>>,
  names = ['pre-commit', 'pre-merge-commit', 'commit-msg'],
): string {
  const top = repository(files);
  for (const name of names) hook(top, name);
  return top;
}

const head = (top: string): string => ok(top, 'rev-parse', 'HEAD');

describe('a commit', () => {
  test('is stopped, says why and the ways on, and goes on when it is clean', () => {
    const top = hooked();
    put(top, { 'bot.ts': leak('a') });
    ok(top, 'add', '.');
    const told = stopped(git(top, ['commit', '-m', 'x']));
    expect(told).toMatch(/bot\.ts\n {2}1:\d+ {2}critical {2}secret-key/);
    for (const way of [
      /1\. Take it out/,
      /2\. It is no key[^]*bnguard-ignore RULE --\s+reason/,
      /3\. Past this check: git commit --no-verify/,
    ])
      expect(told).toMatch(way);
    ok(top, 'rm', '-q', '--cached', 'bot.ts');
    put(top, { 'clean.ts': 'let a = 1;\n' });
    ok(top, 'add', 'clean.ts');
    const clean = git(top, ['commit', '-m', 'x']);
    expect([clean.status, clean.stderr]).toEqual([0, '']);
    expect(clean.stdout).not.toContain('bnguard');
  });

  test('--no-verify goes past it, an ignore comment with a reason sets it aside', () => {
    const top = hooked();
    put(top, { 'bot.ts': leak('a') });
    ok(top, 'add', '.');
    ok(top, 'commit', '-qm', 'x', '--no-verify');
    put(top, { 'other.ts': `// bnguard-ignore secret-key -- dead since 2024\n${leak('b')}` });
    ok(top, 'add', '.');
    ok(top, 'commit', '-qm', 'x');
  });

  test('-a, -- path, --amend: what comes in and nothing else', () => {
    const top = hooked({ 'a.ts': 'a\n', 'b.ts': 'b\n' });
    put(top, { 'a.ts': leak('a') });
    stopped(git(top, ['commit', '-am', 'x']));
    put(top, { 'b.ts': 'clean\n' });
    // A leak that is staged elsewhere does not come in with another path.
    ok(top, 'add', 'a.ts');
    ok(top, 'commit', '-qm', 'x', '--', 'b.ts');
    stopped(git(top, ['commit', '-m', 'x', '--', 'a.ts']));
    stopped(git(top, ['commit', '--amend', '--no-edit']));
    ok(top, 'restore', '--staged', '--worktree', 'a.ts');
    ok(top, 'commit', '-q', '--amend', '-m', 'clean');
  });

  test('-p, partial staging: the index decides, never the disk', () => {
    const top = hooked({ 'a.ts': lines(0, 40) });
    put(top, { 'a.ts': `let first = 1;\n${lines(0, 40)}${leak('a')}` });
    expect(git(top, ['commit', '-p', '-m', 'first'], { input: 'y\nn\n' }).status).toBe(0);
    expect(ok(top, 'show', 'HEAD:a.ts')).not.toContain('binance');
    stopped(git(top, ['commit', '-p', '-m', 'second'], { input: 'y\n' }));
    ok(top, 'add', 'a.ts');
    put(top, { 'a.ts': 'clean on disk\n' });
    stopped(git(top, ['commit', '-m', 'x']));
  });

  test('the first one, on no branch, in a worktree, in a folder below, with a name of any kind', () => {
    const first = stage({ 'söme folder/bot ☃ é.ts': leak('a') });
    ok(first, 'init', '-q', '-b', 'main');
    hook(first, 'pre-commit');
    ok(first, 'add', '.');
    expect(stopped(git(join(first, 'söme folder'), ['commit', '-m', 'x']))).toContain('söme folder/bot ☃ é.ts');

    const top = hooked();
    const tree = join(stage(), 'tree');
    ok(top, 'worktree', 'add', '-q', '--detach', tree);
    put(tree, { 'bot.ts': leak('a') });
    ok(tree, 'add', '.');
    stopped(git(tree, ['commit', '-m', 'x']));
    ok(tree, 'reset', '-q');
    put(tree, { 'c.ts': 'c\n' });
    ok(tree, 'add', 'c.ts');
    ok(tree, 'commit', '-qm', 'x');
  });

  test('renames bring nothing, a changed type and a new line do', () => {
    const top = repository({ 'old.ts': `${lines(0, 30)}${leak('a')}`, 'link.ts': 'x\n' });
    for (const name of ['pre-commit', 'commit-msg']) hook(top, name);
    ok(top, 'mv', 'old.ts', 'new.ts');
    ok(top, 'commit', '-qm', 'moved');
    put(top, { 'new.ts': `${lines(0, 30)}${leak('a')}${leak('b')}` });
    stopped(git(top, ['commit', '-am', 'x']));
    ok(top, 'checkout', '-q', '.');
    rmSync(join(top, 'link.ts'));
    symlinkSync(`BINANCE_SECRET_KEY=${fake('c')}`, join(top, 'link.ts'));
    stopped(git(top, ['commit', '-am', 'x']));
  });

  test('a submodule is its own matter', () => {
    const inner = repository({ 'bot.ts': leak('a') });
    const top = hooked();
    ok(top, 'submodule', '--quiet', 'add', inner, 'inner');
    ok(top, 'commit', '-qm', 'x');
    hook(join(top, 'inner'), 'pre-commit');
    put(join(top, 'inner'), { 'b.ts': leak('b') });
    ok(join(top, 'inner'), 'add', '.');
    stopped(git(join(top, 'inner'), ['commit', '-m', 'x']));
  });
});

describe('merges, and what git calls no hook for', () => {
  function branches(): string {
    const top = hooked({ 'a.ts': lines(0, 30) });
    ok(top, 'checkout', '-qb', 'side');
    put(top, { 'side.ts': leak('a') });
    ok(top, 'add', '.');
    ok(top, 'commit', '-qnm', 'side');
    ok(top, 'checkout', '-q', 'main');
    put(top, { 'main.ts': 'm\n' });
    ok(top, 'add', '.');
    ok(top, 'commit', '-qm', 'main');
    return top;
  }

  test('a clean merge brings nothing that a parent has', () => {
    const top = branches();
    ok(top, 'merge', '-q', '--no-edit', 'side');
    expect(ok(top, 'rev-list', '--count', '--merges', 'HEAD')).toBe('1');
  });

  test('a clean merge with something of its own is stopped', () => {
    const top = branches();
    put(top, { 'evil.ts': leak('b') });
    // What a merge driver or a rerere could do: the hook before ours adds to the index.
    hook(top, 'pre-merge-commit', `git add evil.ts; exec node '${bin}' hook pre-merge-commit`);
    const told = stopped(git(top, ['merge', '--no-edit', 'side']), /bnguard stopped this merge/);
    expect(told).toContain('evil.ts');
    expect(told).not.toContain('side.ts');
  });

  test('a merge with a conflict brings what its solution adds', () => {
    const top = hooked({ 'a.ts': 'one\n' });
    ok(top, 'checkout', '-qb', 'side');
    put(top, { 'a.ts': `side\n${leak('a')}` });
    ok(top, 'commit', '-qnam', 'side');
    ok(top, 'checkout', '-q', 'main');
    put(top, { 'a.ts': 'main\n' });
    ok(top, 'commit', '-qam', 'main');
    expect(git(top, ['merge', 'side']).status).toBe(1);
    put(top, { 'a.ts': `both\n${leak('a')}${leak('b')}` });
    ok(top, 'add', 'a.ts');
    stopped(git(top, ['commit', '--no-edit']));
    put(top, { 'a.ts': `both\n${leak('a')}` });
    ok(top, 'add', 'a.ts');
    ok(top, 'commit', '-q', '--no-edit');
  });

  test('rebase and cherry-pick run no pre-commit: the push finds it', () => {
    const top = hooked({ 'a.ts': 'one\n' }, ['pre-commit', 'pre-push']);
    remoteOf(top);
    ok(top, 'push', '-q', '-u', 'origin', 'main');
    ok(top, 'checkout', '-qb', 'side');
    put(top, { 'side.ts': leak('a') });
    ok(top, 'add', '.');
    ok(top, 'commit', '-qnm', 'side');
    ok(top, 'checkout', '-q', 'main');
    ok(top, 'cherry-pick', 'side');
    stopped(git(top, ['push', 'origin', 'main']), /bnguard stopped this push/);
    put(top, { 'b.ts': 'b\n' });
    ok(top, 'reset', '-q', '--hard', 'origin/main');
    put(top, { 'b.ts': 'b\n' });
    ok(top, 'add', '.');
    ok(top, 'commit', '-qm', 'b');
    ok(top, 'rebase', '-q', 'main', 'side');
    stopped(git(top, ['push', 'origin', 'side']), /bnguard stopped this push/);
  });
});

describe('a message', () => {
  test('with a key is stopped, also where only the project speaks of Binance', () => {
    const top = hooked({ 'package.json': '{ "dependencies": { "binance-api-node": "1.0.0" } }\n' });
    put(top, { 'a.ts': 'a\n' });
    ok(top, 'add', '.');
    const told = stopped(git(top, ['commit', '-m', `add bot\n\napi secret ${fake('a')}`]));
    expect(told).toContain('message of the commit');
    stopped(git(top, ['commit', '-m', `BINANCE_SECRET_KEY=${fake('b')}`]));
    ok(top, 'commit', '-qm', `sha256 ${'0123456789abcdef'.repeat(4)} of the lock file`);
  });

  test('what git cuts off is none', () => {
    const top = hooked({ 'a.ts': leak('a') });
    put(top, { 'a.ts': 'clean\n' });
    // Not what only looks like it.
    const cut = `x\n\n# ${'-'.repeat(24)} >8 ${'-'.repeat(24)}\nBINANCE_SECRET_KEY=${fake('c')}`;
    stopped(git(top, ['commit', '--allow-empty', '-m', cut]));
    const editor = `sh -c 'printf "message\\n" | cat - "$1" > "$1.new" && mv "$1.new" "$1"' -`;
    const ran = git(top, ['commit', '-av'], { env: { GIT_EDITOR: editor } });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(ok(top, 'log', '-1', '--format=%s')).toBe('message');
  });
});

describe('a push', () => {
  const commit = (top: string, path: string, text: string, message = path): string => {
    put(top, { [path]: text });
    ok(top, 'add', path);
    ok(top, 'commit', '-qnm', message);
    return head(top);
  };
  function pushing(): string {
    const top = hooked({ 'a.ts': 'a\n' }, ['pre-push']);
    remoteOf(top);
    ok(top, 'push', '-q', '-u', 'origin', 'main');
    return top;
  }

  test('of several refs: each is looked at, whatever comes first', () => {
    const top = pushing();
    ok(top, 'checkout', '-qb', 'clean');
    commit(top, 'b.ts', 'b\n');
    ok(top, 'checkout', '-qb', 'dirty');
    commit(top, 'c.ts', leak('a'));
    stopped(git(top, ['push', 'origin', 'clean', 'dirty']));
    stopped(git(top, ['push', 'origin', 'dirty', 'clean']));
    ok(top, 'push', '-q', 'origin', 'clean');
    expect(git(top, ['push', 'origin', 'clean']).status).toBe(0);
    ok(top, 'push', '-q', 'origin', '--delete', 'clean');
  });

  test('what was added and taken out again is found; what the remote has is not', () => {
    const top = pushing();
    commit(top, 'c.ts', leak('a'));
    commit(top, 'c.ts', 'clean\n');
    const told = stopped(git(top, ['push']), /git push --no-verify/);
    expect(told).toContain('commit ');
    ok(top, 'push', '-q', '--no-verify');
    commit(top, 'd.ts', 'd\n');
    ok(top, 'push', '-q');
  });

  test('a first push to an empty remote brings everything, whatever another remote has', () => {
    const top = pushing();
    commit(top, 'c.ts', leak('a'));
    ok(top, 'push', '-q', '--no-verify');
    const other = join(stage(), 'public.git');
    ok(top, 'init', '-q', '--bare', other);
    ok(top, 'remote', 'add', 'public', other);
    stopped(git(top, ['push', 'public', 'main']));
    stopped(git(top, ['push', other, 'main']));
  });

  test('what is known of a remote is its own: not of a longer name, not of where it fetches from', () => {
    const top = pushing();
    const bare = join(stage(), 'private.git');
    ok(top, 'init', '-q', '--bare', bare);
    ok(top, 'remote', 'add', 'origin/private', bare);
    commit(top, 'c.ts', leak('a'));
    ok(top, 'push', '-q', '--no-verify', 'origin/private', 'main');
    stopped(git(top, ['push', 'origin', 'main']));
    ok(top, 'push', '-q', '--no-verify', 'origin', 'main');
    const other = join(stage(), 'other.git');
    ok(top, 'init', '-q', '--bare', other);
    ok(top, 'remote', 'set-url', '--push', 'origin', other);
    stopped(git(top, ['push', 'origin', 'main']));
  });

  test('a force-push over commits that were never fetched', () => {
    const top = pushing();
    const elsewhere = join(stage(), 'clone');
    ok(top, 'clone', '-q', ok(top, 'remote', 'get-url', 'origin'), elsewhere);
    commit(elsewhere, 'theirs.ts', 't\n');
    ok(elsewhere, 'push', '-q');
    commit(top, 'ours.ts', 'o\n');
    ok(top, 'push', '-q', '--force', 'origin', 'main');
    commit(top, 'key.ts', leak('a'));
    commit(elsewhere, 'theirs2.ts', 't\n');
    ok(elsewhere, 'push', '-q', '--force');
    stopped(git(top, ['push', '--force', 'origin', 'main']));
  });

  test('tags: their commits, their messages, and what they point to', () => {
    const top = pushing();
    ok(top, 'tag', '-a', 'v1', '-m', 'fine');
    ok(top, 'push', '-q', 'origin', 'v1');
    ok(top, 'tag', '-a', 'v2', '-m', `BINANCE_SECRET_KEY=${fake('a')}`);
    stopped(git(top, ['push', 'origin', 'v2']));
    const blob = git(top, ['hash-object', '-w', '--stdin'], { input: leak('b') }).stdout.trim();
    ok(top, 'tag', 'v3', blob);
    expect(stopped(git(top, ['push', 'origin', 'v3']))).toContain('refs/tags/v3');
    put(top, { 'folder/key.ts': leak('d') });
    ok(top, 'add', 'folder');
    const tree = ok(top, 'write-tree');
    ok(top, 'reset', '-q', '--hard');
    expect(stopped(git(top, ['push', 'origin', `${tree}:refs/x/tree`]))).toContain('folder/key.ts');
    ok(top, 'tag', '-a', 'v5', '-m', 'a tree', tree);
    stopped(git(top, ['push', 'origin', 'v5']));
    ok(top, 'checkout', '-q', '--detach');
    commit(top, 'c.ts', leak('c'));
    ok(top, 'tag', '-a', 'v4', '-m', 'on no branch');
    stopped(git(top, ['push', 'origin', 'v4']));
    // However deep.
    for (let i = 0; i < 120; i += 1) ok(top, 'tag', '-a', `n${i}`, '-m', 'x', i === 0 ? 'v4' : `n${i - 1}`);
    stopped(git(top, ['push', 'origin', 'n119']));
  });

  test('by hand: no standard input, lines that git does not write, no repository', () => {
    const top = pushing();
    const run = (cwd: string, args: string[], input: string): Ran =>
      spawnSync(process.execPath, [bin, 'hook', ...args], { cwd, input, encoding: 'utf8' });
    expect(run(top, ['pre-push', 'origin', 'x'], '').status).toBe(0);
    const odd = run(top, ['pre-push', 'origin', 'x'], 'not a line of git\n');
    expect([odd.status, odd.stderr]).toEqual([2, expect.stringContaining('git does not write to this hook')]);
    expect(odd.stderr).toContain('could not be checked');
    const lost = run(
      top,
      ['pre-push', 'origin', 'x'],
      `refs/heads/x ${'a'.repeat(40)} refs/heads/x ${'0'.repeat(40)}\n`,
    );
    expect([lost.status, lost.stderr]).toEqual([
      2,
      expect.stringContaining('was stopped, because it could not be checked'),
    ]);
    const nowhere = run(stage(), ['pre-commit'], '');
    expect([nowhere.status, nowhere.stderr]).toEqual([2, expect.stringContaining('is not in a git repository')]);
    const closed = spawnSync('sh', ['-c', `node '${bin}' hook pre-push origin x <&-`], { cwd: top, encoding: 'utf8' });
    expect([closed.status, closed.stderr]).toEqual([0, '']);
    const none = run(top, ['commit-msg'], '');
    expect([none.status, none.stderr]).toEqual([
      2,
      expect.stringContaining('the file with the message, and here is none'),
    ]);
    for (const [name, told] of [
      ['pre-commit', 'pre-commit: an argument is empty'],
      ['pre-merge-commit', 'pre-merge-commit: an argument is empty'],
      ['commit-msg', 'the file with the message, and here is none'],
    ] as const) {
      const empty = run(top, [name, ''], '');
      expect([empty.status, empty.stderr]).toEqual([2, expect.stringContaining(told)]);
    }
    const wrong = run(top, ['pre-comit'], '');
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('did you mean pre-commit')]);
  });
});

describe('a server', () => {
  test('pre-receive: objects in quarantine, all refs, the server’s own configuration', () => {
    const top = repository({ 'a.ts': 'a\n' });
    const bare = remoteOf(top);
    hook(bare, 'pre-receive');
    ok(top, 'push', '-q', 'origin', 'main');
    put(top, { 'b.ts': leak('a') });
    ok(top, 'add', '.');
    ok(top, 'commit', '-qm', 'b');
    const told = stopped(
      git(top, ['push', 'origin', 'main']),
      /remote: +3\. Past this check: only whoever runs this server/,
    );
    expect(told).toContain('b.ts');
    // What arrives cannot excuse itself.
    put(top, { 'bnguard.config.yaml': 'ignore:\n  - paths: ["**"]\n    reason: none of your business\n' });
    ok(top, 'add', '.');
    ok(top, 'commit', '-qm', 'excuse');
    stopped(git(top, ['push', 'origin', 'main']));
    ok(top, 'reset', '-q', '--hard', 'origin/main');
    put(top, { 'c.ts': 'c\n' });
    ok(top, 'add', '.');
    ok(top, 'commit', '-qm', 'c');
    ok(top, 'checkout', '-q', '-b', 'other');
    put(top, { 'd.ts': leak('b') });
    ok(top, 'add', '.');
    ok(top, 'commit', '-qm', 'd');
    stopped(git(top, ['push', 'origin', 'main', 'other']));
    ok(top, 'push', '-q', 'origin', 'main');
    ok(top, 'push', '-q', 'origin', 'main:gone');
    ok(top, 'push', '-q', 'origin', '--delete', 'gone');
  });
});

test('a server that has nothing yet: nothing that arrives excuses itself', () => {
  const top = repository({ 'a.ts': 'a\n' });
  const bare = join(stage(), 'server.git');
  ok(top, 'init', '-q', '--bare', '-b', 'master', bare);
  ok(top, 'remote', 'add', 'origin', bare);
  hook(bare, 'pre-receive');
  ok(top, 'push', '-q', 'origin', 'main');
  put(top, { 'b.ts': leak('a').replace('\n', ' // bnguard-ignore secret-key -- because\n') });
  ok(top, 'add', '.');
  ok(top, 'commit', '-qm', 'b');
  stopped(git(top, ['push', 'origin', 'main']));
});

test('a repository that git refuses stops the commit rather than pass it', () => {
  const top = hooked();
  put(top, { 'b.ts': 'b\n' });
  ok(top, 'add', '.');
  const objects = join(top, '.git/objects');
  renameSync(objects, `${objects}.gone`);
  mkdirSync(objects);
  const ran = spawnSync(process.execPath, [bin, 'hook', 'pre-commit'], { cwd: top, encoding: 'utf8' });
  expect([ran.status, ran.stdout + ran.stderr]).toEqual([2, expect.stringContaining('could not be checked')]);
  expect(readFileSync(join(top, 'b.ts'), 'utf8')).toBe('b\n');
});
