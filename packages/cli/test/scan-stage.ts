/** Folders on disk for tests of what a scan reads: real files, real git, gone afterwards. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { listFiles, type Ledger } from '../src/sources/list.ts';
import { shownName } from '../src/sources/names.ts';
import { resolvePaths } from '../src/sources/paths.ts';

/** A new folder (absolute, without links) with these files in it; it is gone when the test ends. */
export function stage(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bnguard-stage-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  put(folder, files);
  return folder;
}

export function put(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Runs git in a folder as a person would, with no configuration but the repository's. */
export function git(folder: string, ...args: string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  return execFileSync(
    'git',
    ['-c', 'user.name=n', '-c', 'user.email=e@x', '-c', 'protocol.file.allow=always', ...args],
    {
      cwd: folder,
      env: { ...env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/** A repository that tracks these files. */
export function repository(files: Readonly<Record<string, string>> = { 'a.txt': 'a' }): string {
  const folder = stage(files);
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A', '-f');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'first');
  return folder;
}

/** What a scan of these paths would read: paths below `folder`, in order, and what was left out. */
export async function list(
  folder: string,
  paths: readonly string[] = [],
  includeIgnored = false,
): Promise<{ files: string[]; ledger: Ledger }> {
  const ledger: Ledger = { ignored: 0, dependencyFolders: 0, roots: new Set(), gaps: [] };
  const files: string[] = [];
  for await (const { root, names } of listFiles(await resolvePaths(folder, paths), includeIgnored, ledger)) {
    const below = root.dir === folder ? '' : `${root.dir.slice(folder.length + 1)}:`;
    files.push(...names.map((name) => below + shownName(name)));
  }
  return { files: files.sort(), ledger };
}
