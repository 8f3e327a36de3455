/** Everything that keeps objects alive: refs, the heads of work trees, the stash, reflogs and indexes. */
import { existsSync, lstatSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLine } from '../../git/object-stream.ts';
import { answered, askGit } from '../../git/ask.ts';
import { endOf } from '../../git/children.ts';
import { spawnGit, type Database } from '../../git/database.ts';
import { Watchdog } from '../../git/watchdog.ts';
import { trySmallFile } from '../../small-file.ts';

/** A ref or head, and the id (in hex) of the object that it points to, which may be a tag. */
export interface Tip {
  /** In full: `refs/heads/main`, `HEAD`, `worktrees/w/HEAD`. */
  readonly name: string;
  readonly id: string;
}

export interface Refs {
  /** All but the stash, those that people look at first come first. */
  readonly tips: readonly Tip[];
  readonly head: string | undefined;
  readonly stash: readonly string[];
  readonly reflog: readonly string[];
  /** Ids of what an index would bring into the next commit, with their paths (one character a byte). */
  readonly index: readonly { readonly id: string; readonly path: string }[];
  /** Refs that git passes over because they are broken, in its words. */
  readonly complaints: readonly string[];
}

export async function readRefs(store: Database): Promise<Refs> {
  const has = (name: string): boolean => existsSync(join(store.commonDir, name));
  // Each question takes ten milliseconds, and a bare repository has none of what most are about.
  const hasTrees = has('worktrees');
  const hasLogs = hasTrees || has('logs') || has('reftable');
  const ask = async (isWanted: boolean, ...args: readonly string[]): Promise<Buffer> =>
    isWanted ? (await askGit(store, args)).stdout : Buffer.alloc(0);
  const revisions = ['rev-list', '--no-walk=unsorted', '--ignore-missing'];
  const [listed, branch, worktrees, reflog, stash, index] = await Promise.all([
    askGit(store, ['for-each-ref', '--format=%(objectname) %(refname)']),
    ask(true, 'symbolic-ref', '--quiet', 'HEAD'),
    ask(hasTrees, 'worktree', 'list', '--porcelain'),
    ask(hasLogs, ...revisions, '--reflog'),
    ask(hasLogs, ...revisions, '--walk-reflogs', 'refs/stash', '--'),
    indexEntries(store),
  ]);
  const refs = lines(listed.stdout).map((line): Tip => {
    const space = line.indexOf(' ');
    return { id: line.slice(0, space), name: line.slice(space + 1) };
  });
  if (listed.failure !== undefined) answered(store, listed);
  const current = lines(branch)[0];
  const headId =
    refs.find(({ name }) => name === current)?.id ??
    lines(await ask(true, 'rev-parse', '--verify', '--quiet', 'HEAD'))[0];
  const heads = detachedHeads(lines(worktrees));
  if (headId !== undefined && current === undefined) heads.unshift({ name: 'HEAD', id: headId });
  return {
    tips: [...refs.filter(({ name }) => name !== 'refs/stash'), ...heads].sort(
      (a, b) => interest(a.name, current) - interest(b.name, current) || (a.name < b.name ? -1 : 1),
    ),
    head: headId,
    stash: [...new Set([...refs.flatMap(({ name, id }) => (name === 'refs/stash' ? [id] : [])), ...lines(stash)])],
    reflog: lines(reflog),
    index: index.entries,
    complaints: lines(Buffer.from(listed.complaints))
      .filter((line) => /^(?:error|warning|fatal): /.test(line))
      .map((line) => line.replace(/^\w+: /, ''))
      .concat(index.complaints),
  };
}

const lines = (bytes: Buffer): string[] => bytes.toString('utf8').split('\n').filter(Boolean);

/** The current branch, branches, remote-tracking branches, tags, all else. */
function interest(name: string, current: string | undefined): number {
  if (name === current) return 0;
  const kinds = ['refs/heads/', 'refs/remotes/', 'refs/tags/', ''];
  return 1 + kinds.findIndex((kind) => name.startsWith(kind));
}

/** Heads of linked work trees that are on no branch. */
function detachedHeads(porcelain: readonly string[]): Tip[] {
  const tips: Tip[] = [];
  let folder = '';
  let id = '';
  let first = true;
  for (const line of [...porcelain, 'worktree ']) {
    if (line.startsWith('worktree ')) {
      first = folder === '';
      folder = line.slice('worktree '.length);
      id = '';
    } else if (line.startsWith('HEAD ')) id = line.slice('HEAD '.length);
    // The first one is the main work tree, whose head is HEAD.
    else if (line === 'detached' && !first) tips.push({ name: `worktrees/${folder.split('/').at(-1)}/HEAD`, id });
  }
  return tips;
}

/** The index of the main work tree and of each linked one. */
async function indexEntries(store: Database): Promise<{ entries: Refs['index']; complaints: string[] }> {
  const linked = await readdir(join(store.commonDir, 'worktrees')).catch(() => [] as string[]);
  const folders = [store.commonDir, ...linked.map((name) => join(store.commonDir, 'worktrees', name))];
  const entries: { id: string; path: string }[] = [];
  const complaints: string[] = [];
  for (const folder of folders) {
    const { found, complaint } = await readIndex(store, join(folder, 'index'));
    for (const entry of found) entries.push(entry);
    if (complaint !== '') complaints.push(`an index, in which staged files may be: ${complaint}`);
  }
  return { entries, complaints };
}

async function readIndex(
  store: Database,
  file: string,
): Promise<{ found: { id: string; path: string }[]; complaint: string }> {
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return { found: [], complaint: '' };
  const git = spawnGit(store, ['ls-files', '-z', '--stage', '--cached', '--full-name'], { GIT_INDEX_FILE: file });
  const out: Buffer[] = [];
  const watchdog = new Watchdog(git);
  git.stdout.on('data', (chunk: Buffer) => {
    out.push(chunk);
    watchdog.hear();
  });
  let said = '';
  git.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  git.stdin.on('error', () => {}).end();
  const failure = await watchdog.wait(endOf(git));
  const records = Buffer.concat(out).toString('latin1').split('\0').filter(Boolean);
  const found = records.flatMap((record) => {
    const [, mode = '', id = '', path = ''] = /^(\d+) ([0-9a-f]+) \d\t([^]*)$/.exec(record) ?? [];
    return mode === '160000' || id === '' ? [] : [{ id, path }];
  });
  return {
    found,
    complaint: failure === undefined ? '' : (watchdog.failure ?? (lastLine(said) || 'git cannot read it')),
  };
}

/** The commits whose parents a shallow clone lacks on purpose, in hex. */
export async function shallowCommits(store: Database): Promise<ReadonlySet<string>> {
  const text = trySmallFile(join(store.commonDir, 'shallow'), { name: 'shallow', mostMegabytes: 64 });
  return new Set(text.split('\n').filter(Boolean));
}
