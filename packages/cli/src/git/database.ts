/**
 * A git repository as its object database: where it is, what it lacks, and how git is asked about it. Reads no
 * object; for that see object-stream.ts. Nothing that the repository configures can run or change what is read.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { devNull } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../user-error.ts';
import { noteChild } from './children.ts';
import { gitEnvironment, gitFailure, hardenedConfig } from './hardened.ts';
import { findTop } from './repository.ts';

export interface Store {
  /** Absolute, without links: the work tree's top, or the bare repository itself. git runs here. */
  readonly dir: string;
  /** Absolute; what is one per work tree (HEAD, index). */
  readonly gitDir: string;
  /** Absolute; what all work trees share (objects, refs). */
  readonly commonDir: string;
  readonly isBare: boolean;
  /** Bytes of an object id: 20 (SHA-1) or 32 (SHA-256). */
  readonly idBytes: number;
  /** Some commits lack their parents: `git fetch --unshallow` brings them. */
  readonly isShallow: boolean;
  /** It was cloned without some of its objects, on purpose (`--filter`). */
  readonly isPartial: boolean;
}

/** What is asked of every git that reads objects, over hardenedVariables. */
const storeVariables = {
  // Objects are read as they are, whatever refs/replace and info/grafts put in their place.
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: devNull,
};

/** Starts git in the repository. Its three streams are pipes. `more`: variables for it alone. */
export function spawnGit(
  store: Pick<Store, 'dir'>,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  // A bare repository is only found here when somebody named it.
  const config = [...hardenedConfig, 'safe.bareRepository=all'].flatMap((setting) => ['-c', setting]);
  const git = spawn('git', ['--no-pager', '--literal-pathspecs', ...config, ...args], {
    cwd: store.dir,
    env: { ...gitEnvironment(store.dir), ...storeVariables, ...more },
    stdio: 'pipe',
  });
  git.once('close', noteChild(git.pid));
  return git;
}

/** All that git writes. Throws a UserError when it is absent, refuses the repository or fails. */
export async function gitOutput(store: Pick<Store, 'dir'>, args: readonly string[], input = ''): Promise<Buffer> {
  const { code, stdout, stderr } = await runGit(store, args, input);
  if (code !== 0) throw gitFailure(store.dir, String(code), stderr);
  return stdout;
}

/** The same, for questions to which a failure is an answer. Throws a UserError only when there is no git. */
export async function runGit(
  store: Pick<Store, 'dir'>,
  args: readonly string[],
  input = '',
): Promise<{ readonly code: number | string; readonly stdout: Buffer; readonly stderr: string }> {
  const child = spawnGit(store, args);
  const out: Buffer[] = [];
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < 65_536) stderr += text;
  });
  child.stdin.on('error', () => {}); // It ended before it read all: its exit code says why.
  child.stdin.end(input);
  const code = await new Promise<number | string>((done) => {
    child.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    child.on('close', (status, signal) => done(status ?? signal ?? 'an unknown signal'));
  });
  if (code === 'ENOENT') throw gitFailure(store.dir, 'ENOENT', '');
  return { code, stdout: Buffer.concat(out), stderr };
}

/**
 * The repository that PATH names: a work tree, a folder or file in one, or a bare repository. Throws a UserError when
 * there is none, when git refuses it, or when there is no git.
 */
export async function openStore(cwd: string, path = '.'): Promise<Store> {
  const dir = await locateStore(cwd, path);
  const questions = ['--absolute-git-dir', '--git-common-dir', '--is-bare-repository', '--is-shallow-repository'];
  const [answers, promisor] = await Promise.all([
    gitOutput({ dir }, ['rev-parse', ...questions, '--show-object-format']),
    runGit({ dir }, ['config', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.promisor)$']),
  ]);
  const [gitDir = '', common = '', isBare, isShallow, format] = answers.toString().split('\n');
  return {
    dir,
    gitDir,
    commonDir: resolve(dir, common),
    isBare: isBare === 'true',
    isShallow: isShallow === 'true',
    isPartial: promisor.code === 0 || (await hasPromisorPack(resolve(dir, common))),
    idBytes: format === 'sha256' ? 32 : 20,
  };
}

/** PATH is in no git repository. */
export class NoRepository extends UserError {}

async function locateStore(cwd: string, path: string): Promise<string> {
  const typed = resolve(cwd, path);
  let folder: string;
  try {
    folder = await realpath(typed);
    if (!(await lstat(folder)).isDirectory()) folder = dirname(folder);
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    throw new UserError(
      `Nothing was scanned: ${path} cannot be reached (${code === 'ENOENT' ? 'no such file or folder' : code}).`,
    );
  }
  for (let at = folder; ; at = dirname(at)) {
    if (await isBareRepository(at)) {
      // `.git` is the inside of a work tree, which is what people mean.
      const top = await findTop(dirname(at));
      return top !== undefined && join(top, '.git') === at ? top : at;
    }
    if ((await findTop(at)) === at) return at;
    if (at === dirname(at)) break;
  }
  throw new NoRepository(
    `${path === '.' ? folder : path} is not in a git repository, so git stores nothing of it. ` +
      'Name a repository, or leave out the flag to scan the files on disk.',
  );
}

/** A pack of a partial clone says so itself, also where the configuration was lost. */
async function hasPromisorPack(commonDir: string): Promise<boolean> {
  const names = await readdir(join(commonDir, 'objects/pack')).catch(() => [] as string[]);
  return names.some((name) => name.endsWith('.promisor'));
}

async function isBareRepository(folder: string): Promise<boolean> {
  return Promise.all(['HEAD', 'objects', 'refs'].map((name) => lstat(join(folder, name)))).then(
    () => true,
    () => false,
  );
}
