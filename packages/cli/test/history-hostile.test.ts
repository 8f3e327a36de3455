/**
 * Repositories that are broken, strange or out to harm: nothing of theirs runs, nothing hides, what is not there or
 * cannot be read is said, and no value is printed on the way.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../src/types.ts';
import { UserError } from '../src/user-error.ts';
import {
  coverageOf,
  fingerprintOf,
  foundPlaces,
  gitIn,
  jsonHistory,
  objectsOf,
  originOf,
  runHistory,
  scanHistory,
  secretLine,
  valueOf,
  writeBlob,
  writeCommit,
  writeRaw,
  writeTree,
} from './history-stage.ts';
import {
  bomb,
  commitTree,
  damageObject,
  deleteObject,
  idOf,
  leaky,
  leakyPlaces,
  manyObjects,
  moveObjects,
  nested,
  offsetInPack,
  overwrite,
  packAll,
  piecesIn,
  trap,
  treeEntry,
  writeLoose,
} from './hostile-repositories.ts';
import { put, stage } from './scan-stage.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const all = [...leakyPlaces];
const foundIn = (report: Report, ...more: readonly string[]): string[] => foundPlaces(report, [...all, ...more]);
const without = (...names: readonly string[]): string[] => all.filter((name) => !names.includes(name));

/** Everything is found, and the report says that everything was read. */
async function expectWhole(path: string, places: readonly string[] = all): Promise<Report> {
  const report = await scanHistory(path);
  expect(foundPlaces(report, places)).toEqual(places.toSorted());
  expect(report.skipped.filter(({ why }) => why !== 'binary')).toEqual([]);
  expect(report.complete).toBe(true);
  return report;
}

/** What is left is found; the report, the exit code and a sentence with a remedy say that it is not all. */
async function expectIncomplete(path: string, places: readonly string[], remedy: RegExp): Promise<Report> {
  const { code, report } = await jsonHistory(path);
  expect(foundPlaces(report, places)).toEqual(places.toSorted());
  expect([code, report.complete]).toEqual([2, false]);
  const text = await runHistory(path);
  expect(text.code).toBe(2);
  expect(text.stdout).toContain('INCOMPLETE');
  expect(flat(text.stdout + text.stderr)).toMatch(remedy);
  return report;
}
/** Text as it was before lines were broken. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

const lack = ({ skipped }: Report): unknown[] => skipped.map(({ path, object, why }) => [path, object, why]);

/** It does not scan, says why and what to do, and the exit code is 2. */
async function expectRefusal(path: string, says: RegExp): Promise<void> {
  await expect(scanHistory(path)).rejects.toThrow(UserError);
  const { code, stdout, stderr } = await runHistory(path);
  expect([code, stdout]).toEqual([2, '']);
  expect(flat(stderr)).toMatch(says);
}

describe('what a repository configures', () => {
  const settings: readonly (readonly [string, (command: string) => Readonly<Record<string, string>>])[] = [
    ['core.fsmonitor', (command) => ({ 'core.fsmonitor': command })],
    [
      'include.path',
      (command) => ({ 'include.path': `${command}.config`, 'includeIf.gitdir:**.path': `${command}.config` }),
    ],
    ['hooks', (command) => ({ 'core.hooksPath': join(command, '..', 'hooks') })],
    [
      'filters',
      (command) => ({
        'filter.x.clean': command,
        'filter.x.smudge': command,
        'filter.x.process': command,
        'filter.x.required': 'true',
      }),
    ],
    [
      'textconv and external diff',
      (command) => ({
        'diff.x.textconv': command,
        'diff.x.cachetextconv': 'true',
        'diff.x.command': command,
        'diff.external': command,
      }),
    ],
    [
      'aliases',
      (command) =>
        Object.fromEntries(
          ['cat-file', 'rev-list', 'log', 'for-each-ref', 'ls-files', 'diff-tree', 'show-ref', 'reflog', 'config'].map(
            (name) => [`alias.${name}`, `!${command}`],
          ),
        ),
    ],
    [
      'pagers',
      (command) =>
        Object.fromEntries([
          ['core.pager', command],
          ...['cat-file', 'rev-list', 'log', 'for-each-ref', 'ls-files', 'diff-tree', 'reflog', 'config'].map(
            (name) => [`pager.${name}`, command],
          ),
        ]) as Record<string, string>,
    ],
    [
      'ssh, proxy, passwords and signatures',
      (command) => ({
        'core.sshCommand': command,
        'core.gitProxy': command,
        'core.askPass': command,
        'credential.helper': `!${command}`,
        'gpg.program': command,
        'gpg.ssh.program': command,
        'log.showSignature': 'true',
        'core.editor': command,
      }),
    ],
    ['alternate refs', (command) => ({ 'core.alternateRefsCommand': command, 'core.alternateRefsPrefixes': 'refs/x' })],
    [
      'merge drivers and upload packs',
      (command) => ({ 'merge.x.driver': command, 'uploadpack.packObjectsHook': command }),
    ],
  ];

  /** A partial clone whose missing objects would be fetched by running a command. */
  const promisor = (command: string): Readonly<Record<string, string>> => ({
    ...{ 'core.repositoryFormatVersion': '1', 'extensions.partialClone': 'origin', 'remote.origin.promisor': 'true' },
    ...{
      'remote.origin.partialclonefilter': 'blob:none',
      'remote.origin.url': `ext::${command}`,
      'protocol.ext.allow': 'always',
    },
  });

  test.each(settings)('%s: nothing runs', async (_, make) => {
    const { top } = leaky();
    // Behind an alternate, so that git would ask for the refs of the other repository.
    const lender = leaky().top;
    put(top, { '.git/objects/info/alternates': `${lender}/.git/objects\n` });
    const before = await scanHistory(top);
    const { command, sprung } = trap();
    writeFileSync(
      `${command}.config`,
      `[core]\n  fsmonitor = ${command}\n  hooksPath = ${command}\n  pager = ${command}\n`,
    );
    for (const folder of [join(command, '..', 'hooks'), join(top, '.git/hooks')]) {
      mkdirSync(folder, { recursive: true });
      for (const hook of [
        'post-index-change',
        'fsmonitor-watchman',
        'reference-transaction',
        'pre-auto-gc',
        'post-checkout',
      ]) {
        symlinkSync(command, join(folder, hook));
      }
    }
    for (const [name, value] of Object.entries(make(command))) gitIn(top, ['config', name, value]);
    expect(await scanHistory(top)).toEqual(before);
    expect(sprung()).toBe(false);
    expect(foundIn(before)).toEqual(all.toSorted());
  });

  test('the traps are real: git springs them when it is called without care', () => {
    const springs: readonly (readonly [(command: string) => Readonly<Record<string, string>>, readonly string[]])[] = [
      [(command) => ({ 'core.fsmonitor': command }), ['status']],
      [(command) => ({ 'diff.external': command }), ['diff', 'HEAD~1', 'HEAD']],
      [(command) => ({ 'diff.x.textconv': command }), ['log', '-p', '--all']],
      [(command) => ({ 'filter.x.smudge': command }), ['checkout', 'HEAD~2', '--', 'deleted.cfg']],
      [promisor, ['cat-file', '-p', 'HEAD~2:deleted.cfg']],
    ];
    for (const [make, args] of springs) {
      const { top, commits } = leaky();
      const { command, sprung } = trap();
      for (const [name, value] of Object.entries(make(command))) gitIn(top, ['config', name, value]);
      if (make === promisor) deleteObject(top, idOf(top, `${commits[0]}:deleted.cfg`));
      expect([args, sprung()]).toEqual([args, false]);
      spawnSync('git', args, { cwd: top });
      expect([args, sprung()]).toEqual([args, true]);
    }
  });

  test('what changes how git prints changes nothing', async () => {
    const { top } = leaky();
    const before = await scanHistory(top);
    const odd: Readonly<Record<string, string>> = {
      ...{ 'color.ui': 'always', 'color.diff': 'always', 'core.abbrev': '5', 'core.quotePath': 'true' },
      ...{ 'log.showRoot': 'false', 'log.date': 'relative', 'log.follow': 'true', 'log.diffMerges': 'off' },
      ...{
        'log.mailmap': 'true',
        'log.decorate': 'full',
        'log.excludeDecoration': 'refs/heads/*',
        'format.pretty': 'oneline',
      },
      ...{ 'format.notes': '*', 'i18n.logOutputEncoding': 'UTF-16', 'diff.renames': 'copies', 'diff.noprefix': 'true' },
      ...{
        'diff.orderFile': '/nonexistent',
        'diff.ignoreSubmodules': 'all',
        'diff.relative': 'true',
        'diff.context': '0',
      },
      ...{
        'transfer.hideRefs': 'refs',
        'uploadpack.hideRefs': 'refs',
        'core.notesRef': 'refs/notes/x',
        'core.bigFileThreshold': '1',
      },
      ...{
        'core.logAllRefUpdates': 'false',
        'core.ignoreCase': 'true',
        'core.precomposeUnicode': 'true',
        'core.packedGitLimit': '1m',
      },
      ...{ 'pack.threads': '1', 'diff.renameLimit': '1', 'core.deltaBaseCacheLimit': '1' },
    };
    for (const [name, value] of Object.entries(odd)) gitIn(top, ['config', name, value]);
    put(top, { '.mailmap': `Other <o@example.org> <ada@example.org>\n` });
    expect(await scanHistory(top)).toEqual(before);
    expect(foundIn(before)).toEqual(all.toSorted());
  });

  test('core.worktree and core.bare lead nowhere', async () => {
    const { top } = leaky();
    const before = await scanHistory(top);
    gitIn(top, ['config', 'core.worktree', stage({ 'far.cfg': secretLine('hostile-far') })]);
    expect(await scanHistory(top)).toEqual(before);
    gitIn(top, ['config', '--unset', 'core.worktree']);
    gitIn(top, ['config', 'core.bare', 'true']);
    expect(await scanHistory(top)).toEqual(before);
  });

  test('a promisor remote is not asked for what is missing', async () => {
    const { top, commits } = leaky();
    const { command, sprung } = trap();
    for (const [name, value] of Object.entries(promisor(command))) gitIn(top, ['config', name, value]);
    deleteObject(top, idOf(top, `${commits[0]}:deleted.cfg`));
    const report = await expectIncomplete(top, without('hostile-deleted'), /git (?:fetch|clone|backfill)/);
    expect(coverageOf(report)).toMatchObject({ partial: true, missing: 1 });
    expect(sprung()).toBe(false);
  });

  test('a scan changes nothing in .git but its own cache', async () => {
    const { top } = leaky();
    packAll(top);
    put(top, { 'src/kept.cfg': 'changed' });
    vi.stubEnv('XDG_CACHE_HOME', stage());
    const state = (): string[] =>
      readdirSync(join(top, '.git'), { recursive: true, encoding: 'utf8' })
        .filter((name) => !name.startsWith('bnguard'))
        .map((name) => `${name} ${statSync(join(top, '.git', name)).mtimeMs}`);
    const before = state();
    await scanHistory(top);
    expect(existsSync(join(top, '.git/bnguard'))).toBe(false);
    await scanHistory(top, { source: { cache: true } });
    expect(state()).toEqual(before);
    expect(readdirSync(join(top, '.git/bnguard'))).toEqual(['history.cache']);
  });

  test('the environment of a hook does not lead git elsewhere', async () => {
    const { top } = leaky();
    const before = await scanHistory(top);
    const other = stage();
    gitIn(other, ['init', '-q']);
    const environment = {
      ...{ GIT_DIR: join(other, '.git'), GIT_WORK_TREE: other, GIT_INDEX_FILE: join(other, 'index') },
      ...{ GIT_OBJECT_DIRECTORY: join(other, '.git/objects'), GIT_COMMON_DIR: join(other, '.git'), GIT_NAMESPACE: 'x' },
      ...{ GIT_ALTERNATE_OBJECT_DIRECTORIES: '/nonexistent', GIT_EXTERNAL_DIFF: 'false', GIT_TRACE: '1' },
      ...{ GIT_GRAFT_FILE: '/nonexistent', GIT_SHALLOW_FILE: '/nonexistent', GIT_REPLACE_REF_BASE: 'refs/heads/' },
    };
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    expect(await scanHistory(top)).toEqual(before);
    expect(foundIn(before)).toEqual(all.toSorted());
  });

  test('refs, tags and paths that look like options', async () => {
    const { top, commits } = leaky();
    const pwned = join(stage(), 'pwned');
    for (const name of ['--all', '--output=x', `--output=${pwned}`, '-n', '--upload-pack=touch']) {
      const id = writeCommit(
        top,
        { [`--output=${basename(pwned)}`]: 'x\n', '-c': 'y\n' },
        { day: 9, parents: [commits[2]!] },
      ).id;
      put(top, {
        [`.git/refs/heads/${name.replaceAll('/', '_')}`]: `${id}\n`,
        [`.git/refs/tags/${name.replaceAll('/', '_')}`]: `${id}\n`,
      });
    }
    await expectWhole(top);
    expect(existsSync(pwned)).toBe(false);
    expect(existsSync(join(top, 'x'))).toBe(false);
  });
});

describe('what would hide something', () => {
  test('replacements and grafts', async () => {
    const { top, commits } = leaky();
    const empty = writeCommit(top, { 'x.txt': 'x\n' }, { day: 1 }).id;
    const before = await scanHistory(top);
    gitIn(top, ['replace', commits[0]!, empty]);
    gitIn(top, ['replace', idOf(top, 'HEAD:src/kept.cfg'), idOf(top, 'HEAD:src/more.txt')]);
    put(top, { '.git/info/grafts': `${commits[2]}\n` });
    expect(gitIn(top, ['log', '--format=%H', 'main'])).not.toContain(commits[0]);
    const after = await expectWhole(top);
    expect(origins(after)).toEqual(origins(before));
  });

  const origins = (report: Report): unknown =>
    report.findings.map((finding) => {
      const { firstCommit, lastCommit, reachable, atHead } = originOf(finding);
      return [finding.path, firstCommit, lastCommit, reachable, atHead];
    });

  test.each(['commit-graph', 'multi-pack-index', 'bitmap'])('a damaged %s', async (what) => {
    const { top } = leaky();
    gitIn(top, ['repack', '-q', '-a', '-d', '--write-bitmap-index']);
    gitIn(top, ['commit-graph', 'write', '--reachable']);
    gitIn(top, ['multi-pack-index', 'write']);
    const objects = join(top, '.git/objects');
    const file = readdirSync(objects, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith(what))!;
    const size = statSync(join(objects, file)).size;
    overwrite(join(objects, file), size >> 1, Buffer.alloc(16, 0xff));
    await expectWhole(top);
  });

  test('garbage among the objects hides nothing', async () => {
    const { top } = leaky();
    packAll(top);
    put(top, {
      '.git/objects/garbage': 'x',
      '.git/objects/ab/garbage': 'x',
      '.git/objects/ab/tmp_obj_x1y2z3': 'x',
      '.git/objects/zz/file': 'x',
      '.git/objects/pack/garbage.txt': 'x',
      '.git/objects/pack/tmp_pack_x1y2z3': 'x',
      '.git/objects/info/garbage': 'x',
      '.git/refs/heads/x.lock': 'x',
    });
    await expectWhole(top);
  });

  test('a commit whose words imitate what git prints', async () => {
    const { top, commits } = leaky();
    const value = idOf(top, 'HEAD:src/kept.cfg');
    const forged = `x\n\0\0${commits[0]}\0:000000 100644 ${'0'.repeat(40)} ${value} A\0forged.cfg\0\n${commits[0]} commit 5\nabcde\n`;
    const tree = writeTree(top, { 'x.txt': 'x\n' });
    commitTree(top, tree, 'forged', { message: `${forged}${secretLine('hostile-after-nul')}` });
    const report = await expectWhole(top, [...all, 'hostile-after-nul']);
    const kept = report.findings.find(({ fingerprint }) => fingerprint === fingerprintOf('hostile-kept'))!;
    expect([kept.path, originOf(kept).firstCommit?.id]).toEqual(['src/kept.cfg', commits[1]]);
  });

  test('trees with names that no file could have', async () => {
    const { top } = leaky();
    const names = ['..', '.git', 'a/../../b.cfg', '', 'same.cfg', 'same.cfg'];
    const places = names.map((_, index) => `hostile-name-${index}`);
    const entries = names.map((name, index) => treeEntry('100644', name, writeBlob(top, secretLine(places[index]!))));
    commitTree(top, writeRaw(top, 'tree', Buffer.concat(entries)), 'names');
    expect(foundPlaces(await scanHistory(top), [...all, ...places])).toEqual([...all, ...places].toSorted());
  });
});

describe('where the repository is', () => {
  test('a bare repository', async () => {
    const bare = join(stage(), 'bare.git');
    gitIn(leaky().top, ['clone', '-q', '--mirror', '.', bare]);
    const report = await expectWhole(bare);
    const kept = report.findings.find(({ fingerprint }) => fingerprint === fingerprintOf('hostile-kept'))!;
    expect(originOf(kept)).toMatchObject({ atHead: true, pushed: false, refs: ['refs/heads/main', 'refs/tags/v1'] });
  });

  test('a .git that is a file', async () => {
    const [top, elsewhere] = [stage(), join(stage(), 'elsewhere.git')];
    leaky(top, `--separate-git-dir=${elsewhere}`);
    expect(statSync(join(top, '.git')).isFile()).toBe(true);
    await expectWhole(top);
    await expectWhole(join(top, 'src'));
  });

  test('a linked work tree, and a folder below', async () => {
    const { top, commits } = leaky();
    const linked = join(stage(), 'linked');
    gitIn(top, ['worktree', 'add', '-q', '--detach', linked, commits[0]!]);
    const report = await expectWhole(linked);
    const deleted = report.findings.find(({ fingerprint }) => fingerprint === fingerprintOf('hostile-deleted'))!;
    expect(originOf(deleted).atHead).toBe(true);
    await expectWhole(join(top, 'src'));
    await expectWhole(join(top, '.git'));
    // What only the other work tree holds is found from either.
    put(linked, { 'staged.cfg': secretLine('hostile-linked') });
    gitIn(linked, ['add', 'staged.cfg']);
    for (const path of [top, linked]) await expectWhole(path, [...all, 'hostile-linked']);
    // Its folder may be gone without git having been told.
    rmSync(linked, { recursive: true });
    await expectWhole(top, [...all, 'hostile-linked']);
  });

  test('PATH names it from elsewhere, also through a link', async () => {
    const { top } = leaky();
    const elsewhere = stage();
    symlinkSync(join(top, 'src'), join(elsewhere, 'link'));
    for (const path of [top, 'link']) {
      expect(foundIn(await scanHistory(elsewhere, { paths: [path] }))).toEqual(all.toSorted());
    }
  });

  test('a submodule is left alone, and its commit is not missing', async () => {
    const { top } = leaky();
    const inner = join(top, 'inner');
    mkdirSync(inner);
    gitIn(inner, ['init', '-q']);
    writeCommit(inner, { 'inner.cfg': secretLine('hostile-inner') }, { day: 1, ref: 'HEAD' });
    gitIn(top, ['add', 'inner']);
    gitIn(top, ['commit', '-q', '-m', 'with a submodule'], { day: 4 });
    expect(gitIn(top, ['ls-tree', 'HEAD', 'inner'])).toMatch(/^160000 commit/);
    await expectWhole(top);
    await expectWhole(inner, ['hostile-inner']);
  });

  test('SHA-256: ids of 64 digits are no values', async () => {
    const { top, commits } = leaky(stage(), '--object-format=sha256');
    expect(commits[0]).toHaveLength(64);
    // A commit with many ids around the word binance, and ids in its message.
    writeCommit(
      top,
      { 'binance.txt': 'x\n' },
      { day: 5, parents: commits, message: `binance ${commits.join(' ')}`, ref: 'refs/heads/x' },
    );
    gitIn(top, ['notes', 'add', '-m', 'a note', commits[0]!]);
    const report = await expectWhole(top);
    for (const finding of report.findings) expect(originOf(finding).blob ?? originOf(finding).object).toHaveLength(64);
  });

  test('reftable: read where this git can, else a clear refusal', async () => {
    const top = stage();
    const able = spawnSync('git', ['init', '-q', '--ref-format=reftable', top]).status === 0;
    if (able) {
      leaky(top);
      await expectWhole(top);
      return;
    }
    leaky(top);
    gitIn(top, ['config', 'core.repositoryFormatVersion', '1']);
    gitIn(top, ['config', 'extensions.refStorage', 'reftable']);
    await expectRefusal(top, /refstorage/i);
  });
});

describe('alternates', () => {
  test('objects elsewhere are read, and that they are is told', async () => {
    const { top } = leaky();
    const store = stage();
    moveObjects(join(top, '.git/objects'), store);
    put(top, { '.git/objects/info/alternates': `${store}\n` });
    const report = await expectWhole(top);
    expect(JSON.stringify([report.coverage, report.skipped])).toMatch(new RegExp(`alternate|${basename(store)}`));
  });

  test('two stores that borrow from each other, and one from itself', async () => {
    const [one, two] = [leaky().top, stage()];
    gitIn(two, ['init', '-q']);
    writeCommit(two, { 'two.cfg': secretLine('hostile-lent') }, { day: 1, ref: 'refs/heads/main' });
    put(one, { '.git/objects/info/alternates': `${two}/.git/objects\n${one}/.git/objects\n` });
    put(two, { '.git/objects/info/alternates': `${one}/.git/objects\n` });
    const report = await scanHistory(one);
    expect(foundIn(report, 'hostile-lent')).toEqual([...all, 'hostile-lent'].toSorted());
    expect(report.complete).toBe(true);
  });

  test('a store that is gone', async () => {
    const { top } = leaky();
    const store = stage();
    moveObjects(join(top, '.git/objects'), store);
    put(top, { '.git/objects/info/alternates': `${store}\n` });
    rmSync(store, { recursive: true });
    const { code, stdout, stderr } = await runHistory(top);
    expect(code).toBe(2);
    expect(stdout).toContain('INCOMPLETE');
    expect(flat(stdout + stderr)).toMatch(/alternate|git fsck/);
  });
});

describe('what is not all there', () => {
  test('is said however one asks, and only whoever says so gets another exit code', async () => {
    const { top, commits } = leaky();
    deleteObject(top, idOf(top, `${commits[0]}:deleted.cfg`));
    for (const flags of [[], ['--quiet'], ['--verbose'], ['--fail-on', 'never'], ['--min-severity', 'critical']]) {
      const { code, stdout } = await runHistory(top, ...flags);
      expect([flags, code, stdout.includes('INCOMPLETE')]).toEqual([flags, 2, true]);
    }
    const allowed = await jsonHistory(top, '--allow-incomplete');
    expect([allowed.code, allowed.report.complete]).toEqual([1, false]);
    const calm = await jsonHistory(top, '--allow-incomplete', '--fail-on', 'never');
    expect([calm.code, calm.report.complete]).toEqual([0, false]);
  });

  test('a shallow clone', async () => {
    const { top, commits } = leaky();
    const clone = join(stage(), 'clone');
    gitIn(top, ['clone', '-q', '--depth', '1', `file://${top}`, clone]);
    const report = await expectIncomplete(clone, ['hostile-kept', 'hostile-tag'], /git fetch --unshallow/);
    expect(coverageOf(report)).toMatchObject({ shallow: true, missing: 0 });
    const kept = report.findings.find(({ fingerprint }) => fingerprint === fingerprintOf('hostile-kept'))!;
    expect(originOf(kept).firstCommit?.id).toBe(commits[2]);
    gitIn(clone, ['fetch', '-q', '--unshallow', '--tags']);
    expect(coverageOf(await expectWhole(clone)).shallow).toBe(false);
  });

  test('a partial clone: what is missing is counted and named, and nothing is fetched', async () => {
    const { top, commits } = leaky();
    gitIn(top, ['config', 'uploadpack.allowFilter', 'true']);
    gitIn(top, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
    const clone = join(stage(), 'clone');
    gitIn(top, ['clone', '-q', '--no-checkout', '--filter=blob:none', `file://${top}`, clone]);
    const before = objectsOf(clone);
    const blobs = [...objectsOf(top)].flatMap(([id, type]) => (type === 'blob' ? [id] : []));
    expect([...before.values()]).not.toContain('blob');
    const report = await expectIncomplete(clone, ['hostile-message', 'hostile-tag'], /git (?:fetch|clone|backfill)/);
    expect(coverageOf(report)).toMatchObject({ partial: true, shallow: false, missing: blobs.length, blobs: 0 });
    expect(lack(report).toSorted()).toEqual(blobs.map((id) => ['', id, 'missing']).toSorted());
    expect(objectsOf(clone)).toEqual(before);
    expect(blobs).toContain(idOf(top, `${commits[0]}:deleted.cfg`));
  });

  test.each([
    ['blob', (commits: readonly string[]) => `${commits[0]}:deleted.cfg`, ['hostile-deleted']],
    ['tree', (commits: readonly string[]) => `${commits[1]}^{tree}`, []],
    ['tree below', (commits: readonly string[]) => `${commits[1]}:src`, []],
    ['commit', (commits: readonly string[]) => commits[1]!, ['hostile-message']],
    ['first commit', (commits: readonly string[]) => commits[0]!, []],
    ['commit at HEAD', (commits: readonly string[]) => commits[2]!, []],
    ['tag', () => 'v1', ['hostile-tag']],
  ])('a missing %s', async (_, revision, lost) => {
    const { top, commits } = leaky();
    const id = idOf(top, revision(commits));
    deleteObject(top, id);
    const report = await expectIncomplete(top, without(...lost), /git (?:fsck|fetch|clone)/);
    expect(lack(report)).toEqual([['', id, 'missing']]);
    expect(coverageOf(report).missing).toBe(1);
  });

  const damages: readonly (readonly [string, (bytes: Buffer) => Uint8Array])[] = [
    ['cut in half', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['not compressed', () => Buffer.from('garbage garbage garbage')],
    ['flipped', (bytes) => bytes.map((byte, at) => (at > bytes.length >> 1 ? byte ^ 0x55 : byte))],
  ];
  test.each(damages)('a loose object that is %s', async (_, damage) => {
    const { top, commits } = leaky();
    const id = idOf(top, `${commits[0]}:deleted.cfg`);
    damageObject(top, id, damage);
    const report = await expectIncomplete(top, without('hostile-deleted'), /git (?:fsck|fetch|clone)/);
    expect(lack(report)).toEqual([['', id, expect.stringMatching(/^(?:missing|unreadable)$/)]]);
  });

  test.each(['tree', 'commit'])('a damaged %s: what it leads to is read all the same', async (what) => {
    const { top, commits } = leaky();
    const id = idOf(top, what === 'tree' ? `${commits[1]}^{tree}` : commits[0]!);
    damageObject(top, id, (bytes) => bytes.subarray(0, bytes.length >> 1));
    const report = await expectIncomplete(top, all, /git (?:fsck|fetch|clone)/);
    expect(lack(report)).toEqual([['', id, expect.stringMatching(/^(?:missing|unreadable)$/)]]);
  });

  test('a pack with damage in the middle: only what stands there is lost', async () => {
    const { top, commits } = leaky();
    const id = idOf(top, `${commits[0]}:deleted.cfg`);
    const { pack, index } = packAll(top);
    overwrite(pack, offsetInPack(top, index, id) + 6, Buffer.alloc(24, 0xff));
    const report = await expectIncomplete(top, without('hostile-deleted'), /git (?:fsck|fetch|clone)/);
    expect(lack(report)).toContainEqual(['', id, expect.stringMatching(/^(?:missing|unreadable)$/)]);
  });

  test.each(['whole', 'damaged'])(
    'a %s pack whose index is gone: nothing leads to it, and yet it is told',
    async (state) => {
      const { top } = leaky();
      const packed = writeBlob(top, secretLine('hostile-packed'));
      const name = gitIn(top, ['pack-objects', '-q', '.git/objects/pack/pack'], { input: `${packed}\n` });
      gitIn(top, ['prune-packed']);
      await expectWhole(top, [...all, 'hostile-packed']);
      const file = join(top, `.git/objects/pack/pack-${name}`);
      rmSync(`${file}.idx`);
      if (state === 'damaged') overwrite(`${file}.pack`, 20, Buffer.alloc(8, 0xff));
      const report = await expectIncomplete(top, all, /git (?:index-pack|fsck|fetch|clone)/);
      expect(JSON.stringify(report.skipped)).toContain(`pack-${name}`);
    },
  );

  test('an index of a pack that is damaged or leads to no pack', async () => {
    for (const harm of [
      (pack: string, index: string): void => (rmSync(pack), void index),
      (_: string, index: string): void => overwrite(index, 0, Buffer.from('garbage!')),
    ]) {
      const { top } = leaky();
      const { pack, index } = packAll(top);
      harm(pack, index);
      const { code, stdout, stderr } = await runHistory(top);
      expect(code).toBe(2);
      expect(stdout + stderr).not.toBe('');
    }
  });

  test('a ref that leads to nothing, and one that is no ref', async () => {
    const { top } = leaky();
    const nothing = '1234567890123456789012345678901234567890';
    put(top, { '.git/refs/heads/broken': `${nothing}\n` });
    const report = await expectIncomplete(top, all, /git (?:fsck|fetch|clone)/);
    expect(lack(report)).toEqual([['', nothing, 'missing']]);
    put(top, { '.git/refs/heads/broken': 'no object id at all\n' });
    await expectIncomplete(top, all, /git (?:fsck|fetch|clone)|refs\/heads\/broken/);
  });

  test('a damaged index: what is staged may be in it', async () => {
    const { top } = leaky();
    put(top, { '.git/index': 'damaged' });
    const { code, stdout, stderr } = await runHistory(top);
    expect(code).toBe(2);
    expect(flat(stdout + stderr)).toMatch(/index/);
  });

  test('what only a reflog remembers may have been pruned: that is no gap', async () => {
    const { top, commits } = leaky();
    gitIn(top, ['commit', '-q', '--amend', '-m', 'third, again'], { day: 5 });
    gitIn(top, ['tag', '-d', 'v1']);
    deleteObject(top, commits[2]!);
    const report = await scanHistory(top);
    expect(foundIn(report)).toEqual(all.toSorted());
    // The commit is gone for good, and nobody can bring it back; a scan may say so, but every value is there.
    expect(report.skipped.every(({ object }) => object === commits[2])).toBe(true);
  });
});

describe('strange but whole', () => {
  test('no commits at all: nothing was looked at, and that is said', async () => {
    const top = stage();
    gitIn(top, ['init', '-q']);
    const report = await expectWhole(top, []);
    expect(coverageOf(report)).toMatchObject({ objects: 0, blobs: 0, documents: 0, refs: 0 });
    const { code, stdout } = await runHistory(top);
    expect(code).toBe(0);
    expect(flat(stdout)).toMatch(/no objects|nothing was looked at/i);
  });

  test('nothing but what is staged', async () => {
    const top = stage({ 'a.cfg': secretLine('hostile-staged') });
    gitIn(top, ['init', '-q']);
    gitIn(top, ['add', '-A']);
    const report = await expectWhole(top, ['hostile-staged']);
    expect(report.findings[0]).toMatchObject({
      path: 'a.cfg',
      origin: { reachable: false, heldBy: 'index', atHead: false },
    });
  });

  test('HEAD that leads nowhere', async () => {
    const { top } = leaky();
    gitIn(top, ['symbolic-ref', 'HEAD', 'refs/heads/nowhere']);
    const report = await expectWhole(top);
    expect(report.findings.map((finding) => originOf(finding).atHead)).toEqual(all.map(() => false));
  });

  test('a tree with 100,000 entries: places are counted, not all told', { timeout: 30_000 }, async () => {
    const { top } = leaky();
    const blob = writeBlob(top, secretLine('hostile-crowd'));
    const names = Array.from({ length: 100_000 }, (_, index) => `f${String(index).padStart(6, '0')}.cfg`);
    const tree = writeLoose(top, 'tree', Buffer.concat(names.map((name) => treeEntry('100644', name, blob))));
    commitTree(top, tree, 'crowd');
    const report = await expectWhole(top, [...all, 'hostile-crowd']);
    const crowd = report.findings.find(({ fingerprint }) => fingerprint === fingerprintOf('hostile-crowd'))!;
    expect(crowd.path).toBe('f000000.cfg');
    expect(originOf(crowd).placeCount).toBe(99_999);
    expect(JSON.stringify(report).length).toBeLessThan(1_000_000);
  });

  test('20,000 refs: they are counted, not all told', { timeout: 30_000 }, async () => {
    const { top, commits } = leaky();
    const refs = Array.from(
      { length: 20_000 },
      (_, index) => `${commits[2]} refs/heads/b${String(index).padStart(5, '0')}\n`,
    );
    put(top, { '.git/packed-refs': `# pack-refs with: peeled fully-peeled sorted \n${refs.join('')}` });
    const report = await expectWhole(top);
    const deleted = report.findings.find(({ fingerprint }) => fingerprint === fingerprintOf('hostile-deleted'))!;
    // Those, main and the tag.
    expect(originOf(deleted).refCount).toBe(20_002);
    expect(JSON.stringify(report).length).toBeLessThan(1_000_000);
  });

  test('folders 2,000 deep', { timeout: 30_000 }, async () => {
    const { top } = leaky();
    commitTree(top, nested(top, 2000, 'deep.cfg', writeBlob(top, secretLine('hostile-deep'))), 'deep');
    const report = await expectWhole(top, [...all, 'hostile-deep']);
    const deep = report.findings.find(({ fingerprint }) => fingerprint === fingerprintOf('hostile-deep'))!;
    expect(deep.path).toBe(`${'d/'.repeat(2000)}deep.cfg`);
  });

  test('a bomb of trees ends soon and stays small', { timeout: 20_000 }, async () => {
    const { top } = leaky();
    commitTree(top, bomb(top, 10, 10, writeBlob(top, secretLine('hostile-bomb'))), 'bomb');
    const before = process.memoryUsage().rss;
    const report = await expectWhole(top, [...all, 'hostile-bomb']);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 2 ** 20);
    const found = report.findings.find(({ fingerprint }) => fingerprint === fingerprintOf('hostile-bomb'))!;
    expect(found.path).toMatch(/^(?:f\d\/){9}f\d$/);
    expect(originOf(found)).toMatchObject({ refs: ['refs/heads/bomb'], reachable: true });
    expect(JSON.stringify(report).length).toBeLessThan(1_000_000);
  });

  const authors: readonly (readonly [string, Buffer | string])[] = [
    ['at the beginning of time', 'A <a@example.org> 0 +0000'],
    ['in the year 2100', 'A <a@example.org> 4102444800 +0000'],
    ['before all time', 'A <a@example.org> -86400 +0000'],
    ['that overflows', 'A <a@example.org> 99999999999999999999 +0000'],
    ['with an impossible zone', 'A <a@example.org> 1704069000 +9999'],
    ['that is no date', 'A <a@example.org> yesterday'],
    ['that is missing', 'A <a@example.org>'],
    ['without any author', ''],
    ['of an author whose name is no text', Buffer.from('\xc4\xd6\xff <\xfe@x> 1704069000 +0000', 'latin1')],
  ];
  test.each(authors)('a commit with a date %s', async (_, author) => {
    const { top } = leaky();
    const tree = writeTree(top, { 'dated.cfg': secretLine('hostile-dated') });
    const message = Buffer.concat([Buffer.from('caf\xe9 \xff\n', 'latin1'), Buffer.from(secretLine('hostile-worded'))]);
    commitTree(top, tree, 'dated', { author, message });
    const report = await scanHistory(top);
    expect(foundIn(report, 'hostile-dated', 'hostile-worded')).toEqual(
      [...all, 'hostile-dated', 'hostile-worded'].toSorted(),
    );
    const dated = report.findings.find(({ fingerprint }) => fingerprint === fingerprintOf('hostile-dated'))!;
    const { firstCommit, exposedDays = 0 } = originOf(dated);
    if (firstCommit !== undefined)
      expect(new Date(firstCommit.date).toISOString().replace('.000Z', 'Z')).toBe(firstCommit.date);
    expect(exposedDays).toBeGreaterThanOrEqual(0);
    expect(Number.isInteger(exposedDays)).toBe(true);
    const { code, stdout } = await runHistory(top, '--verbose');
    expect([code, stdout.includes('Invalid'), stdout.includes('NaN')]).toEqual([1, false, false]);
  });

  test('a commit message of 3 MB', async () => {
    const { top } = leaky();
    const message = `${'words of a very long message\n'.repeat(50_000)}${secretLine('hostile-long')}${'and more words\n'.repeat(100_000)}`;
    commitTree(top, writeTree(top, { 'x.txt': 'x\n' }), 'long', { message });
    await expectWhole(top, [...all, 'hostile-long']);
  });

  test('a blob of 30 MB with values at both ends', { timeout: 30_000 }, async () => {
    const { top } = leaky();
    const middle = 'an ordinary line of an ordinary log file\n'.repeat(750_000);
    const blob = writeLoose(
      top,
      'blob',
      Buffer.from(`${secretLine('hostile-head')}${middle}${secretLine('hostile-end')}`),
    );
    commitTree(top, writeLoose(top, 'tree', treeEntry('100644', 'big.log', blob)), 'big');
    const report = await expectWhole(top, [...all, 'hostile-head', 'hostile-end']);
    const end = report.findings.find(({ fingerprint }) => fingerprint === fingerprintOf('hostile-end'))!;
    expect([end.path, end.start]).toEqual(['big.log', { line: 750_002, column: 20 }]);
  });
});

test('no output holds a piece of a value, whatever is named after one', async () => {
  const names = ['branch', 'author', 'tag', 'path', 'folder', 'remote', 'subject', 'email', 'note'].map(
    (what) => `hostile-named-${what}`,
  );
  const [branch, author, tag, path, folder, remote, subject, email, note] = names.map(valueOf);
  const top = join(stage(), folder!);
  mkdirSync(top);
  const { commits } = leaky(top);
  const line = secretLine('hostile-named-carrier');
  const tree = writeTree(top, { [`${path}.cfg`]: line });
  const commit = commitTree(top, tree, branch!, {
    author: `${author} <${email}@x> 1704069000 +0000`,
    message: `${subject}\n\n${line}`,
  });
  gitIn(top, ['tag', tag!, commit]);
  gitIn(top, ['notes', `--ref=${note}`, 'add', '-m', line, commits[0]!]);
  gitIn(top, ['remote', 'add', 'origin', `https://user:${remote}@example.org/${remote}/x.git`]);
  gitIn(top, ['update-ref', `refs/remotes/origin/${branch}`, commit]);
  // What is missing is named after one as well.
  put(top, { [`.git/refs/heads/${branch}-broken`]: 'no object id at all\n' });
  deleteObject(top, idOf(top, `${commits[0]}:deleted.cfg`));
  const known = [...all, ...names, 'hostile-named-carrier'];
  for (const flags of [
    [],
    ['--verbose'],
    ['--quiet'],
    ['--format', 'json'],
    ['--min-confidence', 'possible', '--verbose'],
  ]) {
    const { stdout, stderr } = await runHistory(top, ...flags);
    expect(stdout).not.toBe('');
    expect([flags, piecesIn(stdout + stderr, known)]).toEqual([flags, []]);
  }
});

describe('what stands in the way is said', () => {
  test.skipIf(process.getuid?.() !== 0)("another user's repository: the remedy, never an empty scan", async () => {
    const { top } = leaky();
    for (const path of [top, join(top, '.git')]) chownSync(path, 4321, 4321);
    await expectRefusal(top, /git config --global --add safe\.directory/);
    const bare = join(stage(), 'bare.git');
    gitIn(leaky().top, ['clone', '-q', '--mirror', '.', bare]);
    chownSync(bare, 4321, 4321);
    await expectRefusal(bare, /git config --global --add safe\.directory/);
    vi.stubEnv('GIT_CONFIG_COUNT', '1');
    vi.stubEnv('GIT_CONFIG_KEY_0', 'safe.directory');
    vi.stubEnv('GIT_CONFIG_VALUE_0', '*');
    await expectWhole(top);
    await expectWhole(bare);
  });

  test('no git program', async () => {
    const { top } = leaky();
    vi.stubEnv('PATH', ['/nonexistent', '/none'].join(delimiter));
    await expectRefusal(top, /no git program.*Install git; what git stores cannot be read without it\. ?$/);
  });

  test('a folder that is no repository, or only looks like one', async () => {
    const plain = stage({ 'a.cfg': secretLine('hostile-plain') });
    await expectRefusal(plain, /git/);
    put(plain, { '.git/HEAD': 'x', '.git/objects/x': '', '.git/refs/x': '' });
    await expectRefusal(plain, /git/);
    await expectRefusal(join(plain, 'nowhere'), /./);
    const { top } = leaky();
    put(top, { '.git/HEAD': 'garbage\n' });
    await expectRefusal(top, /git/);
    // A repository further up is not this folder's, when what stands here is broken.
    put(top, { '.git/HEAD': 'ref: refs/heads/main\n', 'below/.git': 'gitdir: ../gone\n' });
    const { code } = await runHistory(join(top, 'below'));
    expect([1, 2]).toContain(code);
  });
});

describe('while others are at work', () => {
  test('packs that are rewritten during the scan', { timeout: 60_000 }, async () => {
    const top = stage();
    const places = manyObjects(top, 1000);
    const loop = `i=0; while :; do i=$((i+1)); git repack -q -a -d -f --depth=$((i % 3)) --window=2; git gc -q --prune=never; sleep 0.1; done`;
    const worker = spawn('sh', ['-c', loop], { cwd: top, stdio: 'ignore', detached: true });
    const ended = new Promise((resolve) => worker.on('close', resolve));
    try {
      for (let round = 0; round < 3; round++) {
        const report = await scanHistory(top);
        expect(foundPlaces(report, places)).toEqual(places.toSorted());
        expect([report.complete, report.skipped]).toEqual([true, []]);
      }
    } finally {
      process.kill(-worker.pid!, 'SIGKILL');
      await ended;
    }
  });

  const program = fileURLToPath(new URL('../dist/bin.cjs', import.meta.url));

  /** Starts the built program with a git that hangs as soon as it is asked for objects, and waits until it does. */
  async function startAndHang(): Promise<{
    readonly child: ReturnType<typeof spawn>;
    readonly gitPids: () => number[];
    readonly said: () => string;
  }> {
    const { top } = leaky();
    const folder = stage();
    const real = realpathSync(spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim());
    const pids = join(folder, 'pids');
    const script = `#!/bin/sh\ncase " $* " in\n*" --batch "*|*" --batch="*|*" --batch-command"*) echo $$ >>'${pids}'; exec sleep 300;;\nesac\nexec '${real}' "$@"\n`;
    put(folder, { git: script });
    chmodSync(join(folder, 'git'), 0o755);
    const child = spawn(process.execPath, [program, 'scan', '--history', '--no-cache', '--no-progress', top], {
      cwd: top,
      env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    const gitPids = (): number[] =>
      existsSync(pids) ? readFileSync(pids, 'utf8').split('\n').filter(Boolean).map(Number) : [];
    for (let waited = 0; waited < 100 && gitPids().length === 0 && child.exitCode === null; waited++)
      await setTimeout(100);
    if (gitPids().length === 0) {
      child.kill('SIGKILL');
      throw new Error(`the program never asked git for objects, and said: ${said}`);
    }
    return { child, gitPids, said: () => said };
  }

  /** A process that has ended but that nobody has asked about counts as ended. */
  function isAlive(pid: number): boolean {
    const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
    return stdout.trim() !== '' && !stdout.startsWith('Z');
  }

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends the program and its gits at once',
    { timeout: 20_000 },
    async (signal) => {
      const { child, gitPids, said } = await startAndHang();
      const ended = new Promise<readonly [number | null, string | null]>((resolve) =>
        child.on('close', (code, killed) => resolve([code, killed])),
      );
      child.kill(signal);
      const [code, killed] = await Promise.race([ended, setTimeout(5000, ['still running', null] as never)]);
      const alive = gitPids().filter(isAlive);
      for (const pid of alive) process.kill(pid, 'SIGKILL');
      child.kill('SIGKILL');
      expect(alive).toEqual([]);
      expect(killed ?? code).toSatisfy((end: unknown) => end === 2 || end === (signal === 'SIGINT' ? 130 : 143));
      expect(flat(said())).toMatch(/interrupted|stopped|INCOMPLETE/i);
      expect(flat(said())).toMatch(/\d+ (?:of [\d,]+ )?objects?/);
    },
  );
});

test('a repository whose objects are all gone does not pass for a clean one', async () => {
  const { top } = leaky();
  renameSync(join(top, '.git/objects'), join(top, '.git/objects-away'));
  mkdirSync(join(top, '.git/objects'));
  const { code, stdout } = await runHistory(top);
  expect(code).toBe(2);
  expect(stdout).toContain('INCOMPLETE');
});
