/** How git is asked: nothing of the scanned repository runs, and what git refuses is said. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { gitFailure } from '../src/git/hardened.ts';
import { findTop, isRepository, remoteName, repositoryName } from '../src/git/repository.ts';
import { UserError } from '../src/user-error.ts';
import { git, list, put, repository, stage } from './scan-stage.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a hostile repository', () => {
  /** A command that leaves a mark. Whatever git hands it, it ends well. */
  function trap(top: string): { command: string; sprung: () => boolean } {
    const mark = join(top, '..', `${top.slice(-6)}-mark`);
    const command = join(stage(), 'trap');
    writeFileSync(command, `#!/bin/sh\ntouch '${mark}'\ncat 2>/dev/null\n`);
    chmodSync(command, 0o755);
    return { command, sprung: () => existsSync(mark) };
  }

  test.each([
    ['core.fsmonitor', (command: string) => ({ 'core.fsmonitor': command })],
    ['core.fsmonitor through include.path', (command: string) => ({ 'include.path': `${command}.config` })],
    ['hooks', (command: string) => ({ 'core.hooksPath': join(command, '..', 'hooks') })],
    [
      'filters',
      (command: string) => ({ 'filter.x.clean': command, 'filter.x.smudge': command, 'filter.x.process': command }),
    ],
    [
      'textconv and external diff',
      (command: string) => ({ 'diff.x.textconv': command, 'diff.x.command': command, 'diff.external': command }),
    ],
    ['aliases', (command: string) => ({ 'alias.ls-files': `!${command}`, 'alias.config': `!${command}` })],
    ['pagers', (command: string) => ({ 'core.pager': command, 'pager.ls-files': command, 'pager.config': command })],
    [
      'ssh, proxy and password helpers',
      (command: string) => ({
        'core.sshCommand': command,
        'core.gitProxy': command,
        'core.askPass': command,
        'credential.helper': `!${command}`,
      }),
    ],
    ['alternate refs', (command: string) => ({ 'core.alternateRefsCommand': command })],
  ])('%s: nothing runs', async (_, settings) => {
    const top = repository({ 'a.txt': 'a', '.gitattributes': '* filter=x diff=x\n' });
    const { command, sprung } = trap(top);
    writeFileSync(`${command}.config`, `[core]\n  fsmonitor = ${command}\n  hooksPath = ${command}\n`);
    const hooks = [join(command, '..', 'hooks'), join(top, '.git/hooks')];
    for (const folder of hooks) {
      mkdirSync(folder, { recursive: true });
      for (const hook of ['post-index-change', 'fsmonitor-watchman', 'query-watchman', 'reference-transaction']) {
        symlinkSync(command, join(folder, hook));
      }
    }
    for (const [name, value] of Object.entries(settings(command))) git(top, 'config', name, value);
    git(top, 'config', 'remote.origin.url', 'https://github.com/o/r');
    put(top, { 'a.txt': 'changed', 'new.txt': '' });

    expect((await list(top)).files).toEqual(['.gitattributes', 'a.txt', 'new.txt']);
    expect(await repositoryName(top)).toBe('github.com/o/r');
    expect(sprung()).toBe(false);
  });

  test('core.worktree and core.bare lead nowhere', async () => {
    const elsewhere = stage({ 'far.txt': '' });
    const top = repository({ 'a.txt': '' });
    git(top, 'config', 'core.worktree', elsewhere);
    expect((await list(top)).files).toEqual(['a.txt']);
    git(top, 'config', '--unset', 'core.worktree');
    git(top, 'config', 'core.bare', 'true');
    expect((await list(top)).files).toEqual(['a.txt']);
  });

  test('objects that a partial clone lacks are not fetched', async () => {
    const top = repository({ 'a.txt': 'a', 'x/.gitignore': 'secret\n', 'x/b.txt': '' });
    const { command, sprung } = trap(top);
    git(top, 'config', 'core.repositoryFormatVersion', '1');
    git(top, 'config', 'extensions.partialClone', 'origin');
    git(top, 'config', 'remote.origin.promisor', 'true');
    git(top, 'config', 'remote.origin.url', `ext::${command}`);
    git(top, 'config', 'protocol.ext.allow', 'always');
    git(top, 'sparse-checkout', 'set', '--no-cone', '/a.txt');
    rmSync(join(top, '.git/objects'), { recursive: true });
    mkdirSync(join(top, '.git/objects'));
    await list(top);
    expect(sprung()).toBe(false);
  });

  test('a scan changes nothing in .git', async () => {
    const top = repository({ 'a.txt': 'a', 'b.txt': 'b' });
    put(top, { 'a.txt': 'changed' });
    const state = (): string[] =>
      readdirSync(join(top, '.git'), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${name} ${statSync(join(top, '.git', name)).mtimeMs}`,
      );
    const before = state();
    await list(top);
    await repositoryName(top);
    expect(state()).toEqual(before);
  });

  test('the environment of a hook does not lead git elsewhere', async () => {
    const other = repository({ 'other.txt': '' });
    const top = repository({ 'a.txt': '' });
    vi.stubEnv('GIT_DIR', join(other, '.git'));
    vi.stubEnv('GIT_WORK_TREE', other);
    vi.stubEnv('GIT_INDEX_FILE', join(other, '.git/index'));
    vi.stubEnv('GIT_EXTERNAL_DIFF', 'false');
    vi.stubEnv('GIT_TRACE', '1');
    expect((await list(top)).files).toEqual(['a.txt']);
    expect(await repositoryName(top)).toBe(top.split('/').at(-1));
  });
});

describe('what git cannot do is said', () => {
  test.skipIf(process.getuid?.() !== 0)('a folder of another user: the remedy, never an empty scan', async () => {
    const top = repository({ 'a.txt': '' });
    for (const path of [top, join(top, '.git')]) chownSync(path, 4321, 4321);
    await expect(list(top)).rejects.toThrow(UserError);
    await expect(list(top)).rejects.toThrow(`git config --global --add safe.directory '${top}'`);
    const outer = stage({ 'x.txt': '' });
    git(outer, 'init', '-q');
    put(outer, { 'nested/f.txt': '' });
    git(join(outer, 'nested'), 'init', '-q');
    for (const path of ['nested', 'nested/.git']) chownSync(join(outer, path), 4321, 4321);
    const { files, ledger } = await list(outer);
    expect(files).toEqual(['x.txt']);
    expect(ledger.gaps).toMatchObject([{ harmless: false, skip: { path: 'nested', why: 'unreadable' } }]);
    // A person who trusts it says so in their own configuration, also through the environment.
    vi.stubEnv('GIT_CONFIG_COUNT', '1');
    vi.stubEnv('GIT_CONFIG_KEY_0', 'safe.directory');
    vi.stubEnv('GIT_CONFIG_VALUE_0', '*');
    expect((await list(top)).files).toEqual(['a.txt']);
    expect(await repositoryName(top)).toBe(top.split('/').at(-1));
  });

  test('no git program: a repository is refused, a folder is scanned', async () => {
    const top = repository({ 'a.txt': '' });
    const plain = stage({ 'b.txt': '' });
    vi.stubEnv('PATH', ['/nonexistent', '/none'].join(delimiter));
    await expect(list(top)).rejects.toThrow(/no git program.*Install git, or scan a copy without \.git\./s);
    await expect(list(top)).rejects.toThrow(UserError);
    expect((await list(plain)).files).toEqual(['b.txt']);
    expect(await repositoryName(top)).toBe(top.split('/').at(-1));
  });

  test('a damaged index', async () => {
    const top = repository({ 'a.txt': '' });
    writeFileSync(join(top, '.git/index'), 'damaged');
    await expect(list(top)).rejects.toThrow(UserError);
    await expect(list(top)).rejects.toThrow(/could not read the repository at .*index/);
  });

  test("any other failure is told in git's words", () => {
    expect(gitFailure('/r', '128', 'warning: a\nfatal: bad thing\n').message).toBe(
      'git could not read the repository at /r: fatal: bad thing. Check it with git fsck.',
    );
    expect(gitFailure('/r', 'SIGKILL', '').message).toContain('git ended with SIGKILL');
  });
});

describe('which repository', () => {
  test('a .git that never ends, or that waits, is none', () => {
    const top = stage();
    for (const [name, target] of [
      ['endless', '/proc/self/pagemap'],
      ['zero', '/dev/zero'],
    ] as const) {
      mkdirSync(join(top, name));
      symlinkSync(target, join(top, name, '.git'));
      expect(isRepository(join(top, name))).toBe(false);
    }
    mkdirSync(join(top, 'pipe'));
    execFileSync('mkfifo', [join(top, 'pipe/.git')]);
    expect(isRepository(join(top, 'pipe'))).toBe(false);
  });

  test("the nearest one, by git's own test", () => {
    const top = repository({ 'a/b/c.txt': '' });
    expect(findTop(join(top, 'a/b'))).toBe(top);
    put(top, { 'a/.git/HEAD': 'not a repository' });
    expect(isRepository(join(top, 'a'))).toBe(false);
    put(top, { 'a/b/.git': 'gitdir: ../../gone\n' });
    expect(findTop(join(top, 'a/b'))).toBe(top);
    expect(findTop(stage())).toBe(undefined);
  });

  test.each([
    ['https://github.com/o/r.git', 'github.com/o/r'],
    ['https://user:token@GitHub.com:8443/o/r/?token=x#y', 'github.com/o/r'],
    ['https://a@b@host.org/o/r', 'host.org/o/r'],
    ['ssh://git@host.org:2222/o/r.git', 'host.org/o/r'],
    ['git@github.com:o/r.git', 'github.com/o/r'],
    ['host.org:/srv/r', 'host.org/srv/r'],
    ['git+ssh://git@host.org/o/group/r', 'host.org/o/group/r'],
    ['/srv/git/r.git', undefined],
    ['../r', undefined],
    ['file:///srv/r', undefined],
    ['C:\\code\\r', undefined],
    ['ext::sh -c whatever', undefined],
    ['', undefined],
  ])('remote %s is called %s', (url, name) => {
    expect(remoteName(url)).toBe(name);
  });

  test('without a remote the folder names it', async () => {
    const top = repository();
    expect(await repositoryName(top)).toBe(top.split('/').at(-1));
    git(top, 'remote', 'add', 'origin', 'https://me:secret@gitlab.com/g/p.git');
    // Settings that people have in their environment do not stand in the way.
    const settings = { 'core.editor': 'vi', 'url.https://token@host/.insteadOf': 'https://host/', 'alias.x': '!true' };
    vi.stubEnv('GIT_CONFIG_COUNT', '3');
    Object.entries(settings).forEach(([name, value], index) => {
      vi.stubEnv(`GIT_CONFIG_KEY_${index}`, name);
      vi.stubEnv(`GIT_CONFIG_VALUE_${index}`, value);
    });
    vi.stubEnv('EDITOR', 'vi');
    expect(await repositoryName(top)).toBe('gitlab.com/g/p');
    expect(readFileSync(join(top, '.git/config'), 'utf8')).toContain('secret');
  });
});
