/** Finds the git repository that a folder belongs to, from files alone, and names it. Runs git only for the name. */
import { closeSync, constants, lstatSync, openSync, readlinkSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { trySmallFile } from '../small-file.ts';
import { gitEnvironment, hardenedConfig } from './hardened.ts';
import { patience } from './watchdog.ts';

/**
 * True when `folder` is the top of a work tree. The test is git's own: `.git` is a folder with HEAD, objects and
 * refs, or a file that names a folder with a HEAD (submodules and linked work trees).
 */
export function isRepository(folder: string): boolean {
  return gitFolderOf(folder) !== undefined;
}

/** The git folder of the work tree whose top is `folder` (absolute): `.git`, or what a file of that name leads to. */
export function gitFolderOf(folder: string): string | undefined {
  const git = join(folder, '.git');
  try {
    const found = statSync(git, { throwIfNoEntry: false });
    if (found?.isDirectory()) return isGitFolder(git) ? git : undefined;
    if (!found?.isFile()) return undefined;
    const [, target] = /^gitdir: (.*?)\n*$/s.exec(trySmallFile(git, { name: '.git', mostMegabytes: 1 })) ?? [];
    if (target === undefined) return undefined;
    lstatSync(join(resolve(folder, target), 'HEAD'));
    return resolve(folder, target);
  } catch {
    return undefined;
  }
}

/**
 * Whether git keeps a repository right in `folder`: a bare one, or a folder named `.git`. The test is git's own
 * (is_git_directory in its setup.c): a work tree may have files of these names, and they make no repository of it.
 */
export function isGitFolder(folder: string): boolean {
  try {
    return isFolder(join(folder, 'objects')) && isFolder(join(folder, 'refs')) && isHead(join(folder, 'HEAD'));
  } catch {
    return false;
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** A link to a ref, or a file that names one or a commit. Bytes, since a branch's name may be in any encoding. */
function isHead(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return readlinkSync(path).startsWith('refs/');
  if (!found?.isFile()) return false;
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const start = Buffer.alloc(128);
    const text = start.toString('latin1', 0, readSync(file, start, 0, start.length, 0));
    return /^(?:ref:\s*refs\/|[0-9a-f]{40})/i.test(text);
  } finally {
    closeSync(file);
  }
}

/** Whether a folder of git's says itself that it has no work tree. */
export function isBare(gitFolder: string): boolean {
  return /^\s*bare\s*(?:=\s*(?:true|yes|on|1)\s*)?$/im.test(
    trySmallFile(join(gitFolder, 'config'), { name: 'config', mostMegabytes: 1 }),
  );
}

/** The top of the work tree that holds `folder` (absolute), or undefined outside git. */
export function findTop(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (isRepository(at)) return at;
    if (at === dirname(at)) return undefined;
  }
}

/** `host/owner/name` of a remote's URL, without user, password, port and query; undefined for a local path. */
export function remoteName(url: string): string | undefined {
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(url);
  const [, host, path] =
    (isUrl
      ? /^[^:]+:\/\/(?:[^/@]*@)*([^/:@]+)(?::\d+)?\/+([^?#]+)/.exec(url)
      : /^(?:[^/@]*@)*([^/:@]{2,}):\/*([^?#]+)/.exec(url)) ?? [];
  if (host === undefined || path === undefined || path.startsWith(':')) return undefined;
  const name = path.replace(/\/+$/, '').replace(/\.git$/, '');
  return name === '' ? undefined : `${host.toLowerCase()}/${name}`;
}

/**
 * simple-git's guards against arguments and variables that make git run programs. Those that reach it here are our
 * own, which switch such things off, or come from the user's own environment; none is the repository's.
 */
const guards =
  'Alias AskPass CommandBinaries ConfigEnvCount ConfigPaths CredentialHelper DiffExternal DiffTextConv Editor Exec ' +
  'Filter FsMonitor GitProxy GpgProgram HooksPath Include MergeDriver Pack Pager ProtocolOverride SshCommand Submodule ' +
  'TemplateDir UrlRewrite';
const unsafe = Object.fromEntries(guards.split(' ').map((guard) => [`allowUnsafe${guard}`, true]));

/** The remote `origin` without credentials; the folder's name if there is none or git cannot say. Never throws. */
export async function repositoryName(top: string): Promise<string> {
  try {
    // Imported here because it takes 27 ms to load and a clean scan never asks.
    const { simpleGit } = await import('simple-git');
    const environment = gitEnvironment(top);
    const allowEnvironment = Object.keys(environment).filter((name) => name.startsWith('GIT_'));
    const git = simpleGit({
      ...{ baseDir: top, config: [...hardenedConfig], unsafe, allowEnvironment, timeout: { block: patience } },
    }).env(environment);
    const url = await git.raw('config', '--get', 'remote.origin.url');
    return remoteName(url.trim()) ?? basename(top);
  } catch {
    return basename(top);
  }
}
