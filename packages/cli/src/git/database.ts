/**
 * A git repository as its object database: where it is, what it lacks, and how git is asked about it at length. Reads no
 * object; for that see object-stream.ts. For short questions see ask.ts.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { answered, askGit } from './ask.ts';
import { noteChild } from './children.ts';
import { gitEnvironment, hardenedConfig, type Leads } from './hardened.ts';
import { remoteName } from './repository.ts';
import { openStore, type Store } from './store.ts';

export interface Database extends Store {
  /** Absolute; what all work trees share (objects, refs). */
  readonly commonDir: string;
  /** Bytes of an object id: 20 (SHA-1) or 32 (SHA-256). */
  readonly idBytes: number;
  /** Some commits lack their parents: `git fetch --unshallow` brings them. */
  readonly isShallow: boolean;
  /** It was cloned without some of its objects, on purpose (`--filter`). */
  readonly isPartial: boolean;
  readonly remotes: readonly Remote[];
}

/** A remote may have several addresses, and stands here once for each. */
export interface Remote {
  readonly name: string;
  readonly url: string;
}

/** What a thread needs to ask git for objects. */
export type Access = Pick<Database, 'dir' | 'leads' | 'idBytes'>;

/** Starts git in the repository. Its three streams are pipes. `more`: variables for it alone. */
export function spawnGit(
  { dir, leads }: Pick<Store, 'dir' | 'leads'>,
  args: readonly string[],
  more: Leads = {},
): ChildProcessWithoutNullStreams {
  // A bare repository is only found here when somebody named it.
  const config = [...hardenedConfig, 'safe.bareRepository=all'].flatMap((setting) => ['-c', setting]);
  const git = spawn('git', ['--no-pager', '--literal-pathspecs', ...config, ...args], {
    cwd: dir,
    env: gitEnvironment(dir, { ...leads, ...more }),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  git.once('close', noteChild(git.pid));
  return git;
}

/**
 * The database of the repository that PATH names: a work tree, a folder or file in one, or a bare repository. Throws a
 * UserError when there is none, when git refuses it, or when there is no git.
 */
export async function openDatabase(cwd: string, path?: string): Promise<Database> {
  const store = openStore(cwd, path ?? '.');
  const questions = ['--git-common-dir', '--is-shallow-repository', '--show-object-format'];
  const keys = '^(extensions\\.partialclone|remote\\..*\\.(promisor|url))$';
  const [answers, config] = await Promise.all([
    askGit(store, ['rev-parse', ...questions]),
    askGit(store, ['config', '-z', '--get-regexp', keys]),
  ]);
  const settings = config.stdout.toString('utf8').split('\0').filter(Boolean);
  const remotes = settings.flatMap((setting) => {
    const [, name, url] = /^remote\.(.*)\.url\n(.*)$/s.exec(setting) ?? [];
    return name === undefined || url === undefined ? [] : [{ name, url }];
  });
  const [common = '', isShallow, format] = answered(store, answers).toString().split('\n');
  const commonDir = resolve(store.dir, common);
  return {
    ...store,
    commonDir,
    idBytes: format === 'sha256' ? 32 : 20,
    isShallow: isShallow === 'true',
    isPartial:
      settings.some((setting) => !/^remote\..*\.url(?:\n|$)/s.test(setting)) || (await hasPromisorPack(commonDir)),
    remotes,
  };
}

/** A pack of a partial clone says so itself, also where the configuration was lost. */
async function hasPromisorPack(commonDir: string): Promise<boolean> {
  const names = await readdir(join(commonDir, 'objects/pack')).catch(() => [] as string[]);
  return names.some((name) => name.endsWith('.promisor'));
}

/** What reports call the repository: its `origin` without credentials, else its folder's name. */
export function nameDatabase({ dir, remotes }: Pick<Database, 'dir' | 'remotes'>): string {
  const origin = remotes.findLast(({ name }) => name === 'origin');
  return remoteName(origin?.url.trim() ?? '') ?? basename(dir);
}
