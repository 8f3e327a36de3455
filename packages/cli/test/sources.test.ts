/** What is scanned on disk (docs/contracts.md): which files are listed, and what is counted as left out. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isGitFolder } from '../src/git/repository.ts';
import { openStore } from '../src/git/store.ts';
import { dependencyPrefixes } from '../src/sources/names.ts';
import { UserError } from '../src/user-error.ts';
import { git, list, put, repository, stage } from './scan-stage.ts';

describe('in a git repository', () => {
  test('what git tracks or would track is listed, ignored files are counted', async () => {
    const top = repository({ 'src/a.ts': '', '.gitignore': '.env\n*.log\ndist/\n' });
    put(top, { 'new/b.ts': '', '.env': '', 'new/c.log': '', 'dist/x/1.js': '', 'dist/x/2.js': '' });
    const { files, ledger } = await list(top);
    expect(files).toEqual(['.gitignore', 'new/b.ts', 'src/a.ts']);
    expect(ledger).toMatchObject({ ignored: 4, dependencyFolders: 0, gaps: [] });
  });

  test('--include-ignored lists them all, dependency folders too', async () => {
    const top = repository({ 'a.ts': '', '.gitignore': '.env\nnode_modules\n' });
    put(top, { '.env': '', 'node_modules/x/i.js': '', 'vendor/y.go': '' });
    const { files, ledger } = await list(top, [], true);
    expect(files).toEqual(['.env', '.gitignore', 'a.ts', 'node_modules/x/i.js', 'vendor/y.go']);
    expect(ledger).toMatchObject({ ignored: 0, dependencyFolders: 0 });
  });

  test('a tracked file that is ignored too is listed', async () => {
    const top = repository({ '.env': '', '.gitignore': '.env\n' });
    expect((await list(top)).files).toEqual(['.env', '.gitignore']);
  });

  test('a subfolder, a file, an ignored file and an ignored folder can be named', async () => {
    const top = repository({ 'src/a.ts': '', 'lib/b.ts': '', '.gitignore': '.env\nlogs/\n' });
    put(top, { 'src/.env': '', 'src/new.ts': '', 'logs/deep/1.txt': '', 'logs/2.txt': '' });
    expect((await list(top, ['src'])).files).toEqual(['src/a.ts', 'src/new.ts']);
    expect((await list(top, ['src'])).ledger.ignored).toBe(1);
    expect((await list(top, ['src/.env', 'lib/b.ts'])).files).toEqual(['lib/b.ts', 'src/.env']);
    expect((await list(top, ['logs'])).files).toEqual(['logs/2.txt', 'logs/deep/1.txt']);
    expect((await list(top, ['logs/deep'])).files).toEqual(['logs/deep/1.txt']);
  });

  test('a folder named like a pattern is taken literally', async () => {
    const top = repository({ '[ab]/x.ts': '', 'a/y.ts': '', ':(top)/z.ts': '' });
    expect((await list(top, ['[ab]'])).files).toEqual(['[ab]/x.ts']);
    expect((await list(top, [':(top)'])).files).toEqual([':(top)/z.ts']);
  });

  test('untracked dependency folders are counted, tracked ones are listed with what is new in them', async () => {
    const top = repository({ 'main.go': '', 'vendor/mod/a.go': '' });
    put(top, {
      'vendor/mod/new.go': '',
      'node_modules/x/i.js': '',
      'web/node_modules/y/i.js': '',
      'vendor/mod/node_modules/z.js': '',
      '.venv/.gitignore': '*\n',
      '.venv/lib/site-packages/b.py': '',
    });
    const { files, ledger } = await list(top);
    expect(files).toEqual(['main.go', 'vendor/mod/a.go', 'vendor/mod/new.go']);
    expect(ledger).toMatchObject({ ignored: 0, dependencyFolders: 4 });
  });

  test('a dependency folder that is named is listed whole', async () => {
    const top = repository({ 'a.ts': '', '.gitignore': 'node_modules\n' });
    put(top, {
      'node_modules/x/i.js': '',
      'node_modules/x/node_modules/y.js': '',
      '.venv/.gitignore': '*\n',
      '.venv/b.py': '',
    });
    expect((await list(top, ['node_modules'])).files).toEqual([
      'node_modules/x/i.js',
      'node_modules/x/node_modules/y.js',
    ]);
    expect((await list(top, ['node_modules/x'])).files).toHaveLength(2);
    expect((await list(top, ['.venv'])).files).toEqual(['.venv/.gitignore', '.venv/b.py']);
  });

  test('nested repositories are entered by their own rules, ignored by the outer one or not', async () => {
    const top = repository({ 'a.ts': '', '.gitignore': 'mine/\nnode_modules\n' });
    for (const folder of ['nested', 'mine/deep', 'empty', 'node_modules/x']) {
      put(join(top, folder), { 'f.ts': '', '.env': '', '.gitignore': '.env\n' });
      git(join(top, folder), 'init', '-q');
    }
    git(join(top, 'nested'), 'add', 'f.ts');
    const { files, ledger } = await list(top);
    expect(files).toEqual([
      '.gitignore',
      'a.ts',
      'empty:.gitignore',
      'empty:f.ts',
      'mine/deep:.gitignore',
      'mine/deep:f.ts',
      'nested:.gitignore',
      'nested:f.ts',
    ]);
    expect(ledger).toMatchObject({ ignored: 3, dependencyFolders: 1 });
    expect(ledger.roots.size).toBe(4);
  });

  test('a nested repository that is named is its own root', async () => {
    const top = repository({ 'a.ts': '' });
    put(join(top, 'nested'), { 'src/f.ts': '' });
    git(join(top, 'nested'), 'init', '-q');
    expect((await list(top, ['nested/src'])).files).toEqual(['nested:src/f.ts']);
    expect((await list(top, ['nested', '.', 'nested/src/f.ts'])).files).toEqual(['a.ts', 'nested:src/f.ts']);
  });

  test('submodules are entered; one that was never fetched is no gap', async () => {
    const library = repository({ 'lib.ts': '' });
    const top = repository({ 'a.ts': '' });
    git(top, 'submodule', '--quiet', 'add', library, 'lib');
    git(top, 'submodule', '--quiet', 'add', library, 'absent');
    git(top, 'commit', '-q', '-m', 'submodules');
    git(top, 'submodule', '--quiet', 'deinit', 'absent');
    put(top, { 'lib/new.ts': '' });
    const { files, ledger } = await list(top);
    expect(files).toEqual(['.gitmodules', 'a.ts', 'lib:lib.ts', 'lib:new.ts']);
    expect(ledger.gaps).toEqual([]);
    put(top, { 'absent/left.ts': '' });
    expect((await list(top)).files).toContain('absent/left.ts');
    rmSync(join(top, 'absent'), { recursive: true });
    expect((await list(top)).ledger.gaps).toEqual([]);
  });

  test('a linked work tree is a repository', async () => {
    const top = repository({ 'a.ts': '' });
    const other = stage();
    git(top, 'worktree', 'add', '-q', join(other, 'tree'));
    put(other, { 'tree/b.ts': '' });
    expect((await list(join(other, 'tree'))).files).toEqual(['a.ts', 'b.ts']);
  });

  test('both sides of a conflict are one file', async () => {
    const top = repository({ 'a.ts': 'base' });
    for (const side of ['left', 'right']) {
      git(top, 'checkout', '-q', '-b', side, 'main');
      writeFileSync(join(top, 'a.ts'), side);
      git(top, 'commit', '-qam', side);
    }
    expect(() => git(top, 'merge', 'left')).toThrow();
    expect((await list(top)).files).toEqual(['a.ts']);
  });

  test('names of every kind arrive as they are', async () => {
    const names = ['a\nb.txt', 'q"uo\'te', 'tab\t', '\u001b[31mred', ' space ', 'back\\slash', 'é', '-dash', '🔑', '*'];
    const top = repository(Object.fromEntries(names.map((name) => [name, ''])));
    put(top, Object.fromEntries(names.map((name) => [`new/${name}`, ''])));
    expect((await list(top)).files).toEqual([...names, ...names.map((name) => `new/${name}`)].sort());
  });

  test('a repository inside a folder named like a pathspec, beside a colon', async () => {
    const outer = stage();
    mkdirSync(join(outer, 'x:y'));
    put(join(outer, 'x:y'), { 'a.ts': '' });
    git(join(outer, 'x:y'), 'init', '-q');
    expect((await list(join(outer, 'x:y'))).files).toEqual(['a.ts']);
  });
});

describe('outside git', () => {
  test('a bare repository is told, with the command that looks into it; its files are listed all the same', async () => {
    const folder = stage({ 'notes.txt': '' });
    git(folder, 'init', '-q', '--bare', 'srv/bare.git');
    put(folder, { 'like/HEAD': '', 'like/objects/a': '', 'like/refs/a': '' });
    const { files, ledger } = await list(folder);
    expect(files).toEqual(expect.arrayContaining(['notes.txt', 'srv/bare.git/config', 'like/HEAD']));
    expect(ledger.gaps.map(({ skip, harmless }) => ({ ...skip, harmless }))).toEqual([
      {
        path: 'srv/bare.git',
        why: 'archive',
        detail: 'a bare repository: bnguard scan --history PATH looks into it',
        harmless: true,
      },
    ]);
  });

  test('every file below is listed, but for what .gitignore files exclude and dependency folders', async () => {
    const folder = stage({
      'a.ts': '',
      '.hidden/b.ts': '',
      '.gitignore': '*.log\n/out/\n',
      'x/.gitignore': '!keep.log\nsecret*\n',
      'x/keep.log': '',
      'x/other.log': '',
      'x/secret.txt': '',
      'out/1': '',
      'out/2/3': '',
      'x/out/4': '',
      'node_modules/m/i.js': '',
      'x/target/5': '',
    });
    const { files, ledger } = await list(folder);
    expect(files).toEqual(['.gitignore', '.hidden/b.ts', 'a.ts', 'x/.gitignore', 'x/keep.log', 'x/out/4']);
    expect(ledger).toMatchObject({ ignored: 4, dependencyFolders: 2, gaps: [] });
    expect((await list(folder, [], true)).files).toHaveLength(12);
    expect((await list(folder, ['node_modules', 'x/secret.txt', 'out'])).files).toEqual([
      'node_modules:m/i.js',
      'out:1',
      'out:2/3',
      'x:secret.txt',
    ]);
  });

  test('repositories in it are entered by their own rules; .git folders are not', async () => {
    const folder = stage({
      'a.ts': '',
      'r/.gitignore': '.env\n',
      'r/.env': '',
      'r/b.ts': '',
      'fake/.git/HEAD': 'x',
      'fake/c': '',
    });
    git(join(folder, 'r'), 'init', '-q');
    const { files, ledger } = await list(folder);
    expect(files).toEqual(['a.ts', 'fake/c', 'r:.gitignore', 'r:b.ts']);
    expect(ledger).toMatchObject({ ignored: 1 });
  });

  test('names of every kind, also of folders, arrive as they are', async () => {
    const names = [
      'a\nb',
      'd\nir/x',
      'd\nir/e\r/y',
      ' s /p',
      'back\\slash/z',
      '\u001b[2J',
      'é/ü',
      '!bang',
      '#hash',
      '**',
      '🔑',
    ];
    const folder = stage(Object.fromEntries(names.map((name) => [name, ''])));
    expect((await list(folder)).files).toEqual([...names].sort());
  });

  test('links are listed for reading to judge, and never followed', async () => {
    const elsewhere = stage({ 'far/x': '' });
    const folder = stage({ 'a/b': '' });
    symlinkSync(join(elsewhere, 'far'), join(folder, 'out'));
    symlinkSync('..', join(folder, 'a/loop'));
    expect((await list(folder)).files).toEqual(['a/b', 'a/loop', 'out']);
  });
});

describe('paths', () => {
  test('what is named twice or overlaps is listed once', async () => {
    const plain = stage({ 'a/b.ts': '', 'a/c/d.ts': '' });
    expect((await list(plain, ['.', 'a', 'a/c/d.ts', './a/c'])).files).toEqual(['a/b.ts', 'a/c/d.ts']);
    const top = repository({ 'a/b.ts': '', 'a/c/d.ts': '' });
    expect((await list(top, ['a/c', '.', 'a', 'a/c/d.ts', '.'])).files).toEqual(['a/b.ts', 'a/c/d.ts']);
  });

  test('a file in a folder that is named too has that folder as its root', async () => {
    const folder = stage({ 'a/.gitignore': 'x\n', 'a/x': '', 'a/y': '' });
    expect((await list(folder, ['a', 'a/x'])).files).toEqual(['a:.gitignore', 'a:x', 'a:y']);
  });

  test('a link that is named is followed', async () => {
    const real = stage({ 'a.ts': '' });
    const folder = stage();
    symlinkSync(real, join(folder, 'link'));
    const scopes = await list(real, [join(folder, 'link')]);
    expect(scopes.files).toEqual(['a.ts']);
  });

  test('a bare repository is none of files, nor is a folder in it; an empty path is none', async () => {
    const top = repository({ 'a.ts': '' });
    const bare = join(stage(), 'bare.git');
    git(top, 'clone', '-q', '--bare', top, bare);
    for (const path of [bare, join(bare, 'objects')]) {
      await expect(list(top, [path])).rejects.toThrow(/bare\.git is a bare repository.*--history/);
    }
    // A hook of its own may check out files into it.
    put(bare, { 'site/a.ts': '' });
    expect((await list(top, [join(bare, 'site')])).files).toEqual([expect.stringMatching(/a\.ts$/)]);
    expect((await list(top, [join(bare, 'config')])).files).toEqual([expect.stringMatching(/config$/)]);
    await expect(list(top, ['a.ts', ''])).rejects.toThrow('a PATH is empty');
    await expect(list(top, ['-'])).rejects.toThrow('- (no such file or folder; a text: --stdin)');
  });

  test('files that are named like those of a bare repository make none', async () => {
    const top = repository({ HEAD: '', objects: '', refs: '', 'sub/HEAD': 'x', 'sub/objects/a': '', 'sub/refs/a': '' });
    expect((await list(top)).files).toHaveLength(6);
    expect((await list(top, ['sub'])).files).toHaveLength(3);
    expect((await list(join(top, 'sub'), ['.'])).files).toHaveLength(3);
    // Where --staged, --range and --history look.
    expect(openStore(join(top, 'sub'))).toMatchObject({ dir: top, gitFolder: join(top, '.git') });
    expect(openStore(top, 'sub')).toMatchObject({ dir: top });
  });

  test('a work tree is scanned although all that makes a bare repository lies at its top', async () => {
    const top = repository({ HEAD: 'ref: refs/heads/main\n', 'objects/a': '', 'refs/a': '', 'a.ts': '' });
    expect((await list(top)).files).toHaveLength(4);
  });

  test('what git takes for a repository is one', () => {
    const one = (head: string): string => stage({ HEAD: head, 'objects/a': '', 'refs/a': '' });
    for (const head of ['ref: refs/heads/main\n', 'ref:\trefs/heads/x', 'a'.repeat(40), `${'0'.repeat(64)}\n`]) {
      expect(isGitFolder(one(head)), head).toBe(true);
    }
    for (const head of ['', 'main', 'ref: heads/main', 'a'.repeat(39), '../HEAD']) {
      expect(isGitFolder(one(head)), head).toBe(false);
    }
    const linked = stage({ 'all/objects/a': '', 'all/refs/heads/main': '' });
    symlinkSync('refs/heads/main', join(linked, 'HEAD'));
    for (const name of ['objects', 'refs']) symlinkSync(`all/${name}`, join(linked, name));
    expect(isGitFolder(linked)).toBe(true);
    const latin = stage({ 'objects/a': '', 'refs/a': '' });
    put(latin, { HEAD: Buffer.from('ref: refs/heads/\xe4\n', 'latin1') });
    expect(isGitFolder(latin)).toBe(true);
  });

  test('a git folder that was put elsewhere is none of files, and is not called bare', async () => {
    const [top, elsewhere] = [stage({ 'a.ts': '' }), join(stage(), 'elsewhere')];
    git(top, 'init', '-q', `--separate-git-dir=${elsewhere}`);
    for (const path of [elsewhere, join(elsewhere, 'objects')]) {
      await expect(list(top, [path])).rejects.toThrow(
        /elsewhere is git's own folder, not a part of the work tree\. Use --history/,
      );
    }
    expect((await list(top)).files).toEqual(['a.ts']);
  });

  test('every path that cannot be reached is named, and nothing is scanned', async () => {
    const folder = stage({ 'a.ts': '' });
    symlinkSync('nowhere', join(folder, 'broken'));
    const failure = list(folder, ['a.ts', 'absent', 'broken', 'a.ts/x']);
    await expect(failure).rejects.toThrow(UserError);
    await expect(failure).rejects.toThrow(
      /Nothing was scanned.*absent \(no such file or folder\), broken \(a link.*a\.ts\/x/s,
    );
    await expect(list(folder, ['ab\u001b[31m'])).rejects.toThrow(/"ab\\u001b\[31m"/);
  });

  test('the folder .git is refused', async () => {
    await expect(list(repository(), ['.git'])).rejects.toThrow(/git's own folder/);
    await expect(list(repository(), ['.git/objects'])).rejects.toThrow(/--history/);
  });
});

test('dependency folders of a path', () => {
  expect(dependencyPrefixes('src/vendors/a')).toEqual([]);
  expect(dependencyPrefixes('node_modules')).toEqual([]);
  expect(dependencyPrefixes('a/vendor/b/node_modules/c')).toEqual(['a/vendor/', 'a/vendor/b/node_modules/']);
  expect(dependencyPrefixes('venv/site-packages/')).toEqual(['venv/', 'venv/site-packages/']);
});
