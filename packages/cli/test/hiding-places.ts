/**
 * One repository with every place in which git can hold a value, and where each of them is: written down from the
 * story that is told here, never computed by the code under test. `last` is the newest commit whose files (or, for
 * messages, whose own words) still hold the value.
 */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Exposure, Moment, Place } from '@bnguard/engine';
import {
  dateOf,
  gitIn,
  looseFile,
  objectsOf,
  secretLine,
  valueOf,
  writeBlob,
  writeCommit,
  writeTree,
} from './history-stage.ts';

/** A value, and all that a report must say of it. */
export interface HidingPlace extends Pick<
  Exposure,
  'firstCommit' | 'lastCommit' | 'atHead' | 'pushed' | 'reachable' | 'heldBy'
> {
  /** Also the label of its fake. */
  readonly name: string;
  readonly path: string;
  /** Absent where it is a matter of taste: in bytes that are no text, and in messages (which may be counted with their header). */
  readonly start?: Place;
  readonly object: { readonly type: 'blob' | 'commit' | 'tag'; readonly id: string };
  /** Full names, sorted, but for refs/stash. */
  readonly refs: readonly string[];
  /** Paths of the other places. */
  readonly others: readonly string[];
}

export interface HidingPlaces {
  /** The repository, a work tree with HEAD on `main`. */
  readonly top: string;
  /** A work tree of the same repository, elsewhere, with a detached HEAD. */
  readonly linked: string;
  readonly places: readonly HidingPlace[];
}

type Content = string | Uint8Array;
type Life = Pick<HidingPlace, 'firstCommit' | 'lastCommit' | 'atHead' | 'pushed' | 'reachable' | 'heldBy' | 'refs'>;

/** Builds it in an empty folder: the repository, a linked work tree and an object store that it borrows from. */
export function buildHidingPlaces(folder: string): HidingPlaces {
  const top = join(folder, 'repository');
  const linked = join(folder, 'linked');
  mkdirSync(top);
  gitIn(top, ['init', '-q', '-b', 'main']);
  gitIn(top, ['config', 'gc.auto', '0']);

  let today = 0;
  const nextDay = (): number => (today += 1);
  const git = (...args: string[]): string => gitIn(top, args, { day: today });
  /** Writes (null: deletes) files and commits everything on the branch that is checked out. */
  const commit = (files: Readonly<Record<string, Content | null>>, message = 'change', ...flags: string[]): Moment => {
    const day = nextDay();
    put(top, files);
    git('add', '-A', '-f');
    git('commit', '-q', '--allow-empty', ...flags, '-m', message);
    return { id: git('rev-parse', 'HEAD'), date: dateOf(day) };
  };
  /** A branch off a commit, with one commit for each group of files; `main` is checked out afterwards. */
  const branch = (name: string, from: Moment, ...groups: Readonly<Record<string, Content | null>>[]): Moment[] => {
    git('checkout', '-q', '-b', name, from.id);
    const made = groups.map((files) => commit(files));
    git('checkout', '-q', 'main');
    return made;
  };
  /** Merges branches, with these files put into the merge itself, and forgets the branches. */
  const merge = (branches: readonly string[], files: Readonly<Record<string, Content>> = {}): Moment => {
    const day = nextDay();
    try {
      git('merge', '-q', '--no-ff', '--no-commit', ...branches);
    } catch {
      // A conflict; the files resolve it.
    }
    put(top, files);
    git('add', '-A', '-f');
    git('commit', '-q', '-m', 'merge');
    git('branch', '-q', '-D', ...branches);
    return { id: git('rev-parse', 'HEAD'), date: dateOf(day) };
  };

  const places: HidingPlace[] = [];
  const encoded: Readonly<Record<string, Place>> = {
    'utf16-le': { line: 2, column: 14 },
    'utf16-be': { line: 2, column: 14 },
  };
  const inFile = (name: string, path: string, content: Content, life: Life, ...others: string[]): void => {
    const start = typeof content === 'string' ? startIn(content, name) : encoded[name];
    const object = { type: 'blob', id: blobId(content) } as const;
    places.push({ name, path, ...(start && { start }), object, ...life, others });
  };
  const inWords = (name: string, type: 'commit' | 'tag', id: string, life: Life): void => {
    places.push({ name, path: '', object: { type, id }, ...life, others: [] });
  };
  const span = (first: Moment, last: Moment): Pick<Life, 'firstCommit' | 'lastCommit'> => ({
    firstCommit: first,
    lastCommit: last,
  });
  const reachable = { atHead: false, pushed: false, reachable: true } as const;
  const lost = { atHead: false, pushed: false, reachable: false, refs: [] } as const;
  const onMain = { ...reachable, refs: ['refs/heads/main'] } as const;

  // -- The first commit has no value; most branches begin here, so that few refs lead to each value.
  const root = commit({
    '.gitattributes': '*.nodiff -diff\n*.opaque binary\nunpublished/** export-ignore\n',
    'README.md': 'A trading bot.\n',
    'notes.txt': 'Ideas for later.\n',
    'conflict.py': 'mode = "base"\n',
    'renamed-from.py': 'import time\n\n\ndef wait():\n    time.sleep(1)\n\n\ndef again():\n    wait()\n    wait()\n',
    'kind.cfg': 'a file\n',
  });

  // -- A branch deleted long ago: its reflog and HEAD's have expired since, so nothing leads to its commit.
  const [expired] = branch('expired', root, { 'expired.cfg': secretLine('expired-branch') });
  git('branch', '-q', '-D', 'expired');
  git('reflog', 'expire', '--expire=now', '--expire-unreachable=now', '--all');
  inFile('expired-branch', 'expired.cfg', secretLine('expired-branch'), {
    ...lost,
    ...span(expired!, expired!),
    heldBy: 'nothing',
  });

  // -- Published on main, then deleted: still there.
  const old = commit({ 'deploy/old.cfg': secretLine('deleted') });
  const unrelated = commit({ 'README.md': 'A trading bot, documented.\n' });
  const deleted = commit({ 'deploy/old.cfg': null });
  git('update-ref', 'refs/remotes/origin/main', deleted.id);
  inFile('deleted', 'deploy/old.cfg', secretLine('deleted'), {
    ...reachable,
    ...span(old, unrelated),
    pushed: true,
    refs: ['refs/heads/main', 'refs/remotes/origin/main'],
  });

  // -- On main and still at HEAD; each with its place among the things that a text diff does not show.
  const script = `#!/bin/sh\nexport BINANCE_API_SECRET=${valueOf('mode-change')}\n`;
  const keeping = commit({
    'bot/current.cfg': secretLine('at-head'),
    'run.sh': script,
    'unpublished/setup.txt': `Set this:\n\n    ${secretLine('export-ignore')}`,
    'left/shared/deep/same.cfg': secretLine('same-subtree'),
    'right/shared/deep/same.cfg': secretLine('same-subtree'),
    'came-back.cfg': secretLine('came-back'),
    'a/first.cfg': secretLine('two-files'),
  });

  // -- A lot that stands on main for one commit.
  const odd: Readonly<Record<string, string>> = {
    'odd-newline': 'odd/new\nline.cfg',
    'odd-quotes': `odd/"double" and 'single'.cfg`,
    'odd-tab': 'odd/tab\there.cfg',
    'odd-dash': '-rf.cfg',
    'odd-emoji': 'odd/\u{1f511} \u00e9.cfg',
    'odd-backslash': 'odd/back\\slash.cfg',
    'odd-space': 'odd/ space .cfg ',
  };
  const filler = (line: string, bytes: number): string => line.repeat(Math.ceil(bytes / line.length));
  const line = 'an ordinary line of an ordinary log file\n';
  const deep = filler(line, 1_600_000) + secretLine('deep-in-3-mb') + filler(line, 1_500_000);
  const words = filler('"some words", ', 200_000);
  const wide = `{"before": [${words}0], "binance": {"apiSecret": "${valueOf('wide-line')}"}, "after": [${words}0]}\n`;
  const huge = filler(line, 6_000_000) + secretLine('over-8-mb') + filler(line, 3_000_000);
  const withoutBom = `[binance]\r\napi_secret = ${valueOf('utf16-be')}\r\nmode = live\r\n`;
  const withBom = `[binance]\r\napi_secret = ${valueOf('utf16-le')}\r\nmode = live\r\n`;
  const files: readonly [name: string, path: string, content: Content][] = [
    ['minus-diff', 'exchange.nodiff', secretLine('minus-diff')],
    ['binary-attribute', 'exchange.opaque', secretLine('binary-attribute')],
    [
      'between-nuls',
      'memory.bin',
      Buffer.from(`\0\0\x01\xff\xfe\0BINANCE_API_SECRET=${valueOf('between-nuls')}\0\0\x03\xf0\0end\0`, 'latin1'),
    ],
    ['utf16-le', 'windows.ini', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(withBom, 'utf16le')])],
    ['utf16-be', 'old-windows.ini', Buffer.from(withoutBom, 'utf16le').swap16()],
    ['deep-in-3-mb', 'log/deep.log', deep],
    ['wide-line', 'data/wide.json', wide],
    ['over-8-mb', 'log/huge.log', huge],
    ...Object.entries(odd).map(([name, path]): [string, string, Content] => [name, path, secretLine(name)]),
  ];
  const link = `../keys?BINANCE_API_SECRET=${valueOf('link-target')}`;
  symlinkSync(link, join(top, 'latest.cfg'));
  writeBytesName(top, Buffer.from('latin-\xe9.cfg', 'latin1'), secretLine('odd-bytes'));
  const lot = commit(Object.fromEntries(files.map(([, path, content]) => [path, content])));
  for (const name of ['latest.cfg', Buffer.from(`${top}/latin-\xe9.cfg`, 'latin1')]) {
    rmSync(typeof name === 'string' ? join(top, name) : name);
  }
  commit({ ...Object.fromEntries(files.map(([, path]) => [path, null])), 'came-back.cfg': null });
  for (const [name, path, content] of files) inFile(name, path, content, { ...onMain, ...span(lot, lot) });
  inFile('link-target', 'latest.cfg', link, { ...onMain, ...span(lot, lot) });
  inFile('odd-bytes', 'latin-\ufffd.cfg', secretLine('odd-bytes'), { ...onMain, ...span(lot, lot) });

  // -- From here on objects are loose; what refs lead to so far is packed, and so are the refs.
  git('repack', '-q', '-a', '-d');
  git('pack-refs', '--all');

  // -- More of main: only the mode changes; back again; in a second file; renamed and changed; a link becomes a file.
  chmodSync(join(top, 'run.sh'), 0o755);
  commit({});
  const second = `client = Client("some key", "${valueOf('two-files')}")  # binance\n`;
  rmSync(join(top, 'kind.cfg'));
  symlinkSync('README.md', join(top, 'kind.cfg'));
  commit({ 'came-back.cfg': secretLine('came-back'), 'b/second.py': second });
  rmSync(join(top, 'kind.cfg'));
  const moved = `import time\n\n\ndef wait():\n    time.sleep(1)\n\n\ndef again():\n    wait()\n    wait()\n\n\n${secretLine('renamed-and-changed')}`;
  const moving = commit({
    'renamed-from.py': null,
    'renamed-to.py': moved,
    'kind.cfg': secretLine('type-change'),
    'a/first.cfg': null,
  });
  commit({ 'renamed-to.py': null, 'kind.cfg': null });
  inFile('renamed-and-changed', 'renamed-to.py', moved, { ...onMain, ...span(moving, moving) });
  inFile('type-change', 'kind.cfg', secretLine('type-change'), { ...onMain, ...span(moving, moving) });

  // -- What only merges brought: in the resolution of a conflict, beside a merge without one, in an octopus.
  branch('conflicting', root, { 'conflict.py': 'mode = "theirs"\n' });
  commit({ 'conflict.py': 'mode = "ours"\n' });
  const resolved = `mode = "both"\n${secretLine('conflict-resolution')}`;
  const resolution = merge(['conflicting'], { 'conflict.py': resolved });
  commit({ 'conflict.py': 'mode = "both"\n' });
  branch('harmless', root, { 'harmless.txt': 'nothing here\n' });
  const evil = merge(['harmless'], { 'evil.cfg': secretLine('evil-merge') });
  commit({ 'evil.cfg': null });
  branch('arm-1', root, { 'arm-1.txt': '1\n' });
  branch('arm-2', root, { 'arm-2.txt': '2\n' });
  const octopus = merge(['arm-1', 'arm-2'], { 'octopus.cfg': secretLine('octopus-merge') });
  commit({ 'octopus.cfg': null });
  inFile('conflict-resolution', 'conflict.py', resolved, { ...onMain, ...span(resolution, resolution) });
  inFile('evil-merge', 'evil.cfg', secretLine('evil-merge'), { ...onMain, ...span(evil, evil) });
  inFile('octopus-merge', 'octopus.cfg', secretLine('octopus-merge'), { ...onMain, ...span(octopus, octopus) });

  // -- Pull requests: one that nobody merged, and one that added and removed a value before it was merged.
  const proposed = writeCommit(
    top,
    { 'pr-7.cfg': secretLine('pull-request-head') },
    {
      ...{ day: nextDay(), parents: [root.id], ref: 'refs/pull/7/head' },
    },
  );
  inFile('pull-request-head', 'pr-7.cfg', secretLine('pull-request-head'), {
    ...{ ...reachable, ...span(proposed, proposed), refs: ['refs/pull/7/head'] },
  });
  const [added, removed] = branch(
    'pr-8',
    root,
    { 'pr-8.cfg': secretLine('within-pull-request') },
    { 'pr-8.cfg': null },
  );
  git('update-ref', 'refs/pull/8/head', removed!.id);
  merge(['pr-8']);
  inFile('within-pull-request', 'pr-8.cfg', secretLine('within-pull-request'), {
    ...{ ...reachable, ...span(added!, added!), refs: ['refs/heads/main', 'refs/pull/8/head'] },
  });

  // -- Branches and other refs of their own.
  const alone = (
    name: string,
    path: string,
    ref: string,
    parents: readonly string[],
    more: Partial<Life> = {},
  ): void => {
    const only = writeCommit(top, { [path]: secretLine(name) }, { day: nextDay(), parents, ref });
    inFile(name, path, secretLine(name), { ...reachable, ...span(only, only), refs: [ref], ...more });
  };
  alone('orphan-branch', 'orphan.cfg', 'refs/heads/orphan', []);
  alone('remote-branch', 'remote.cfg', 'refs/remotes/origin/feature', [root.id], { pushed: true });
  alone('filter-branch-backup', 'original.cfg', 'refs/original/refs/heads/main', [root.id]);
  alone('odd-ref-name', 'ref.cfg', 'refs/heads/caf\u00e9/\u{1f511}', [root.id]);
  const early = writeCommit(
    top,
    { 'picked.cfg': secretLine('picked-twice') },
    {
      ...{ day: nextDay(), parents: [root.id], ref: 'refs/heads/picked-from' },
    },
  );
  const later = writeCommit(
    top,
    { 'picked.cfg': secretLine('picked-twice') },
    {
      ...{ day: nextDay(), parents: [root.id], ref: 'refs/heads/picked-to' },
    },
  );
  inFile('picked-twice', 'picked.cfg', secretLine('picked-twice'), {
    ...{ ...reachable, ...span(early, later), refs: ['refs/heads/picked-from', 'refs/heads/picked-to'] },
  });

  // -- Words: of commits, tags and notes.
  const told = commit({}, `Rotate the key\n\nThe old one was\n${secretLine('commit-message')}`);
  inWords('commit-message', 'commit', told.id, { ...onMain, ...span(told, told) });
  nextDay();
  git('tag', '-a', 'v1', root.id, '-m', `Version 1\n\n${secretLine('tag-message')}`);
  git('tag', '-a', 'inner', root.id, '-m', `Inner\n\n${secretLine('inner-tag')}`);
  git('tag', '-a', 'outer', 'inner', '-m', `Outer\n\n${secretLine('outer-tag')}`);
  git('tag', '-a', 'withdrawn', root.id, '-m', `Withdrawn\n\n${secretLine('deleted-tag')}`);
  for (const [name, tag] of [
    ['tag-message', 'v1'],
    ['outer-tag', 'outer'],
  ] as const) {
    inWords(name, 'tag', git('rev-parse', `refs/tags/${tag}`), { ...reachable, refs: [`refs/tags/${tag}`] });
  }
  inWords('inner-tag', 'tag', git('rev-parse', 'refs/tags/inner'), { ...reachable, refs: ['refs/tags/outer'] });
  inWords('deleted-tag', 'tag', git('rev-parse', 'refs/tags/withdrawn'), { ...lost, heldBy: 'nothing' });
  git('tag', '-d', 'inner', 'withdrawn');
  nextDay();
  git('notes', 'add', '-m', secretLine('note').trimEnd(), root.id);
  const noted = { id: git('rev-parse', 'refs/notes/commits'), date: dateOf(today) };
  inFile('note', root.id, secretLine('note'), {
    ...{ ...reachable, ...span(noted, noted), refs: ['refs/notes/commits'] },
  });
  const merged = writeMergeTag(top, root, nextDay());
  git('update-ref', 'refs/heads/merged-tag', merged.id);
  inWords('embedded-tag', 'commit', merged.id, {
    ...{ ...reachable, ...span(merged, merged), refs: ['refs/heads/merged-tag'] },
  });

  // -- Tags that lead to no commit.
  git('tag', 'to-a-blob', writeBlob(top, secretLine('tagged-blob')));
  inFile('tagged-blob', '', secretLine('tagged-blob'), { ...reachable, refs: ['refs/tags/to-a-blob'] });
  git('tag', 'to-a-tree', writeTree(top, { 'in-tree.cfg': secretLine('tagged-tree') }));
  inFile('tagged-tree', 'in-tree.cfg', secretLine('tagged-tree'), { ...reachable, refs: ['refs/tags/to-a-tree'] });

  // -- Amended: content and message, each in a commit that only reflogs know.
  const amended = commit({ 'amended.cfg': secretLine('amended') });
  commit({ 'amended.cfg': 'BINANCE_API_SECRET=from the vault\n' }, 'change', '--amend', '--reset-author');
  inFile('amended', 'amended.cfg', secretLine('amended'), { ...lost, ...span(amended, amended), heldBy: 'reflog' });
  const reworded = commit({ 'reworded.txt': 'x\n' }, `Add a file\n\n${secretLine('amended-message')}`);
  commit({}, 'Add a file', '--amend', '--reset-author');
  inWords('amended-message', 'commit', reworded.id, { ...lost, ...span(reworded, reworded), heldBy: 'reflog' });

  // -- A deleted branch that HEAD's reflog still knows.
  const [gone] = branch('gone', root, { 'gone.cfg': secretLine('deleted-branch') });
  git('branch', '-q', '-D', 'gone');
  inFile('deleted-branch', 'gone.cfg', secretLine('deleted-branch'), {
    ...lost,
    ...span(gone!, gone!),
    heldBy: 'reflog',
  });

  // -- Stashes: one dropped, one of an untracked file, one of a change to a tracked file.
  const stash = (files: Readonly<Record<string, string>>, ...flags: string[]): Moment => {
    const day = nextDay();
    put(top, files);
    git('stash', 'push', '-q', ...flags);
    return { id: git('rev-parse', 'stash@{0}'), date: dateOf(day) };
  };
  const stashed = (name: string): string => `Ideas for later.\n${secretLine(name)}`;
  const dropped = stash({ 'notes.txt': stashed('dropped-stash') });
  git('stash', 'drop', '-q');
  const untracked = stash({ 'scratch.cfg': secretLine('untracked-stash') }, '--include-untracked');
  const third = { id: git('rev-parse', 'stash@{0}^3'), date: untracked.date };
  const changed = stash({ 'notes.txt': stashed('tracked-stash') });
  const heldByStash = { ...lost, heldBy: 'stash' } as const;
  inFile('dropped-stash', 'notes.txt', stashed('dropped-stash'), {
    ...lost,
    ...span(dropped, dropped),
    heldBy: 'nothing',
  });
  inFile('untracked-stash', 'scratch.cfg', secretLine('untracked-stash'), { ...heldByStash, ...span(third, third) });
  inFile('tracked-stash', 'notes.txt', stashed('tracked-stash'), { ...heldByStash, ...span(changed, changed) });

  // -- Things that no commit ever had: dangling, loose and packed, and a tree that still tells the name.
  put(top, { 'staged.cfg': secretLine('staged-then-reset') });
  git('add', 'staged.cfg');
  git('reset', '-q');
  rmSync(join(top, 'staged.cfg'));
  inFile('staged-then-reset', '', secretLine('staged-then-reset'), { ...lost, heldBy: 'nothing' });
  const packed = writeBlob(top, secretLine('packed-dangling'));
  gitIn(top, ['pack-objects', '-q', '.git/objects/pack/pack'], { input: `${packed}\n` });
  git('prune-packed');
  inFile('packed-dangling', '', secretLine('packed-dangling'), { ...lost, heldBy: 'nothing' });
  writeTree(top, { 'tree-only.cfg': secretLine('dangling-tree') });
  inFile('dangling-tree', 'tree-only.cfg', secretLine('dangling-tree'), { ...lost, heldBy: 'nothing' });

  // -- A linked work tree: its HEAD is detached, its index is its own.
  git('worktree', 'add', '-q', '--detach', linked, root.id);
  const detachedDay = nextDay();
  put(linked, { 'detached.cfg': secretLine('detached-head') });
  gitIn(linked, ['add', '-A'], { day: detachedDay });
  gitIn(linked, ['commit', '-q', '-m', 'detached'], { day: detachedDay });
  const detached = { id: gitIn(linked, ['rev-parse', 'HEAD']), date: dateOf(detachedDay) };
  put(linked, { 'linked.cfg': secretLine('staged-in-linked') });
  gitIn(linked, ['add', '-A']);
  inFile('detached-head', 'detached.cfg', secretLine('detached-head'), {
    ...{ ...reachable, ...span(detached, detached), refs: [] },
  });
  inFile('staged-in-linked', 'linked.cfg', secretLine('staged-in-linked'), { ...lost, heldBy: 'index' });

  // -- Borrowed from another object store.
  const store = join(folder, 'shared.git');
  mkdirSync(store);
  gitIn(store, ['init', '-q', '--bare']);
  const borrowed = writeCommit(store, { 'borrowed.cfg': secretLine('borrowed') }, { day: nextDay() });
  writeBlob(store, secretLine('borrowed-dangling'));
  put(top, { '.git/objects/info/alternates': '../../../shared.git/objects\n' });
  git('update-ref', 'refs/heads/borrowed', borrowed.id);
  inFile('borrowed', 'borrowed.cfg', secretLine('borrowed'), {
    ...{ ...reachable, ...span(borrowed, borrowed), refs: ['refs/heads/borrowed'] },
  });
  inFile('borrowed-dangling', '', secretLine('borrowed-dangling'), { ...lost, heldBy: 'nothing' });

  // -- Hidden by replacement: a commit that git shows without its file, and a blob that git shows with other content.
  const real = writeCommit(
    top,
    { 'real.cfg': secretLine('replaced-commit'), 'swap.cfg': secretLine('replaced-blob') },
    {
      ...{ day: nextDay(), parents: [root.id] },
    },
  );
  writeCommit(top, { 'after.txt': 'x\n' }, { day: nextDay(), parents: [real.id], ref: 'refs/heads/replaced' });
  const shown = writeCommit(top, { 'shown.txt': 'x\n' }, { day: nextDay(), parents: [root.id] });
  const swapped = blobId(secretLine('replaced-blob'));
  const instead = writeBlob(top, secretLine('replacement'));
  inFile('replaced-commit', 'real.cfg', secretLine('replaced-commit'), {
    ...{ ...reachable, ...span(real, real), refs: ['refs/heads/replaced'] },
  });
  inFile('replaced-blob', 'swap.cfg', secretLine('replaced-blob'), {
    ...{ ...reachable, ...span(real, real), refs: ['refs/heads/replaced'] },
  });
  inFile('replacement', '', secretLine('replacement'), { ...reachable, refs: [`refs/replace/${swapped}`] });

  // -- The last commit of main: what is still at HEAD is in it.
  const tip = commit({ 'README.md': 'A trading bot, finished.\n' });
  const stays = { ...onMain, ...span(keeping, tip), atHead: true } as const;
  inFile('at-head', 'bot/current.cfg', secretLine('at-head'), stays);
  inFile('mode-change', 'run.sh', script, stays);
  inFile('export-ignore', 'unpublished/setup.txt', `Set this:\n\n    ${secretLine('export-ignore')}`, stays);
  inFile('same-subtree', 'left/shared/deep/same.cfg', secretLine('same-subtree'), stays, 'right/shared/deep/same.cfg');
  inFile('came-back', 'came-back.cfg', secretLine('came-back'), stays);
  inFile('two-files', 'a/first.cfg', secretLine('two-files'), stays, 'b/second.py');

  // -- Staged and nowhere else.
  put(top, { 'next.cfg': secretLine('staged-only') });
  git('add', 'next.cfg');
  inFile('staged-only', 'next.cfg', secretLine('staged-only'), { ...lost, heldBy: 'index' });

  // -- A graft hides a parent. Last of all, with the replacements, for they change what git itself sees from here on.
  const behind = writeCommit(top, { 'behind.cfg': secretLine('grafted-parent') }, { day: nextDay() });
  const grafted = writeCommit(
    top,
    { 'before.txt': 'x\n' },
    {
      ...{ day: nextDay(), parents: [behind.id], ref: 'refs/heads/grafted' },
    },
  );
  inFile('grafted-parent', 'behind.cfg', secretLine('grafted-parent'), {
    ...{ ...reachable, ...span(behind, behind), refs: ['refs/heads/grafted'] },
  });
  git('replace', real.id, shown.id);
  git('replace', swapped, instead);
  put(top, { '.git/info/grafts': `${grafted.id}\n` });

  return { top, linked, places };
}

function put(folder: string, files: Readonly<Record<string, Content | null>>): void {
  for (const [path, content] of Object.entries(files)) {
    const full = join(folder, path);
    if (content === null) rmSync(full);
    else {
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
    }
  }
}

/** A file of the top folder whose name is no text. */
function writeBytesName(top: string, name: Buffer, content: string): void {
  writeFileSync(Buffer.concat([Buffer.from(`${top}/`), name]), content);
}

/** Where the value of a place begins in a text. */
function startIn(text: string, name: string): Place {
  const before = text.slice(0, text.indexOf(valueOf(name)));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}

/** The id that git gives to this content. */
export function blobId(content: Content): string {
  const bytes = Buffer.from(content as Uint8Array);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** A commit that merged a signed tag carries the tag's words in its header, even when the tag is gone. */
function writeMergeTag(top: string, parent: Moment, day: number): Moment {
  const plain = writeCommit(top, { 'merged.txt': 'x\n' }, { day, parents: [parent.id], message: 'Merge tag v9' });
  const [header = '', message = ''] = gitIn(top, ['cat-file', 'commit', plain.id]).split('\n\n');
  const tag = [
    `object ${parent.id}`,
    'type commit',
    'tag v9',
    'tagger Ada Author <ada@example.org> 1704069000 +0900',
    '',
    'Version 9',
    '',
    secretLine('embedded-tag').trimEnd(),
  ];
  const text = `${header}\nmergetag ${tag.join('\n ')}\n\n${message}\n`;
  return { id: gitIn(top, ['hash-object', '-t', 'commit', '-w', '--stdin'], { input: text }), date: dateOf(day) };
}

// ---------------------------------------------------------------------------------------------------------------
// Whether the repository is what it says, asked of git alone

/** What git says of a place, in the words of HidingPlace where they differ. */
export function doubtsAbout({ top, places }: HidingPlaces): string[] {
  const stored = objectsOf(top);
  const honest = { env: { GIT_NO_REPLACE_OBJECTS: '1', GIT_GRAFT_FILE: '/nonexistent' } };
  const listed = (...args: string[]): Set<string> =>
    new Set(
      gitIn(top, ['rev-list', '--objects', ...args], honest)
        .split('\n')
        .map((entry) => entry.slice(0, 40)),
    );
  const fromRefs = listed('--exclude=refs/stash', '--all');
  const fromStash = listed(...gitIn(top, ['stash', 'list', '--format=%H'], honest).split('\n'));
  const fromReflogs = listed('--reflog', '--exclude=refs/stash', '--all');
  const fromIndex = listed('--all', '--indexed-objects');
  const fromHead = new Set(gitIn(top, ['ls-tree', '-r', '--object-only', 'HEAD'], honest).split('\n'));
  const doubts: string[] = [];
  for (const { name, object, reachable, heldBy, atHead, refs } of places) {
    const say = (what: string): void => void doubts.push(`${name}: ${what}`);
    if (stored.get(object.id) !== object.type) say(`${object.id} is ${stored.get(object.id) ?? 'not stored'}`);
    if (fromRefs.has(object.id) !== reachable) say(reachable ? 'no ref leads to it' : 'a ref leads to it');
    const holders = {
      index: fromIndex.has(object.id),
      stash: fromStash.has(object.id),
      reflog: fromReflogs.has(object.id),
      nothing: !fromIndex.has(object.id) && !fromStash.has(object.id) && !fromReflogs.has(object.id),
    };
    if (heldBy !== undefined && !holders[heldBy]) say(`not held by ${heldBy}: ${JSON.stringify(holders)}`);
    if (object.type === 'blob' && name !== 'two-files' && fromHead.has(object.id) !== atHead) say('HEAD disagrees');
    for (const ref of refs) if (!listed(ref).has(object.id)) say(`${ref} does not lead to it`);
  }
  return doubts;
}

/** Which of the places are loose, by the files of the repository and of the store that it borrows from. */
export const isLoose = (exists: (path: string) => boolean, { top }: HidingPlaces, { object }: HidingPlace): boolean =>
  exists(join(top, '.git', looseFile(object.id))) || exists(join(top, '../shared.git', looseFile(object.id)));
