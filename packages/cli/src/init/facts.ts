/** What a repository uses, as far as setting bnguard up depends on it. Looks, and changes nothing. */
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { askGit } from '../git/ask.ts';
import { findStore, type Store } from '../git/store.ts';
import { UserError } from '../user-error.ts';
import { dependencyPrefixes, isInside } from '../sources/names.ts';
import { isThere } from '../small-file.ts';
import { lookAt, realOf, textAt, type Found } from './look.ts';
import { ownAddress, type Address } from './own-address.ts';
import { huskyOf, managerOf, manifestOf, type Manager, type Manifest } from './managers.ts';

export interface Facts {
  readonly store: Store;
  /** The work tree's top, or the folder of a bare repository. */
  readonly top: string;
  readonly isBare: boolean;
  /** Where all work trees of the repository have their hooks, unless core.hooksPath says otherwise. */
  readonly commonFolder: string;
  /** Where git looks for hooks, absolute, without links. */
  readonly hooksFolder: string;
  /** `outside`: it may serve other repositories too. */
  readonly hooksIn: 'git' | 'tree' | 'outside';
  readonly manager: Manager;
  /** Husky's folder for people, if git looks into it or into what husky generates there. */
  readonly husky: string | undefined;
  /** At the top. */
  readonly packageJson: Found;
  /** What it says. */
  readonly manifest: Manifest | undefined;
  /** Whether node_modules has bnguard. */
  readonly isInstalled: boolean;
  readonly host: 'github' | 'gitlab' | undefined;
  readonly eslintConfig: string | undefined;
  /** Where CI systems get this program from, if that is known. */
  readonly address: Address | undefined;
  /** Languages and frameworks, for people. */
  readonly uses: readonly string[];
}

const eslintNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((end) => `eslint.config.${end}`);

/** Throws a UserError outside of a repository. @param program the file that runs; @param source see own-address.ts */
export async function factsOf(cwd: string, program: string, source: string | undefined): Promise<Facts> {
  const store = findStore(cwd);
  if (!store) throw new UserError(`${cwd} is in no git repository. Go to one (cd), or make one: git init.`);
  const top = store.dir;
  const isBare = store.gitFolder === store.dir;
  const [common, hooks, remotes] = await Promise.all([
    lineOf(store, 'rev-parse', '--git-common-dir'),
    lineOf(store, 'config', '--get-all', 'core.hooksPath'),
    lineOf(store, 'config', '--get-regexp', '^remote\\..*\\.url$'),
  ]);
  const commonFolder = realpathSync(resolve(top, common.trim() || '.git'));
  // The last one is ours, which switches hooks off.
  const chosen = hooks.split('\n').filter(Boolean).slice(0, -1).at(-1);
  // A link may lead out of the repository.
  const hooksFolder = realOf(chosen === undefined ? join(commonFolder, 'hooks') : resolve(top, atHome(chosen)));
  const hooksIn = isInside(hooksFolder, commonFolder) ? 'git' : isInside(hooksFolder, top) ? 'tree' : 'outside';
  const husky = hooksIn === 'tree' ? huskyOf(hooksFolder) : undefined;
  const packageJson: Found = isBare ? { kind: 'nothing' } : lookAt(join(top, 'package.json'));
  const manifest = manifestOf(packageJson);
  return {
    ...{ store, top, isBare, commonFolder, hooksFolder, hooksIn, husky, packageJson, manifest },
    manager: isBare ? 'git' : managerOf(top, manifest, husky),
    isInstalled: isThere(join(top, 'node_modules/.bin/bnguard')),
    host: hostOf(top, remotes),
    eslintConfig: eslintNames.find((name) => isThere(join(top, name))),
    address: await ownAddress(program, source),
    uses: isBare ? [] : await usesOf(store, top),
  };
}

async function lineOf(store: Store, ...args: string[]): Promise<string> {
  return (await askGit(store, args)).stdout.toString('utf8');
}

/** `~/hooks` as git takes it; of other users nothing is known. */
const atHome = (path: string): string =>
  path.startsWith('~/') && !isAbsolute(path) ? join(homedir(), path.slice(2)) : path;

function hostOf(top: string, remotes: string): Facts['host'] {
  if (isThere(join(top, '.gitlab-ci.yml'))) return 'gitlab';
  if (isThere(join(top, '.github'))) return 'github';
  return /github\./.test(remotes) ? 'github' : /gitlab\./.test(remotes) ? 'gitlab' : undefined;
}

const languages: Readonly<Record<string, RegExp>> = {
  TypeScript: /\.[cm]?tsx?$/,
  JavaScript: /\.[cm]?jsx?$/,
  Python: /\.(?:py|ipynb)$/,
  Go: /\.go$/,
  Java: /\.java$/,
  Kotlin: /\.kts?$/,
  'C#': /\.cs$/,
  Rust: /\.rs$/,
  PHP: /\.php$/,
  Ruby: /\.rb$/,
};
const manifests = ['package.json', 'requirements.txt', 'pyproject.toml', 'setup.py', 'go.mod', 'Cargo.toml'] as const;
const frameworks =
  /\b(freqtrade|hummingbot|octobot|jesse|ccxt|python-binance|binance-connector|go-binance|node-binance-api|binance-api-node)\b/gi;

async function usesOf(store: Store, top: string): Promise<string[]> {
  const { stdout } = await askGit(store, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  const files = stdout
    .toString('utf8')
    .split('\0')
    .filter((file) => dependencyPrefixes(file).length === 0);
  const found = Object.entries(languages).flatMap(([name, form]) => {
    const count = files.filter((file) => form.test(file)).length;
    return count > 0 ? [{ name, count }] : [];
  });
  const told = manifests.map((name) => textAt(join(top, name)) ?? '').join('\n');
  return [
    ...found.sort((a, b) => b.count - a.count).map(({ name }) => name),
    ...new Set([...told.matchAll(frameworks)].map(([name]) => name.toLowerCase())),
  ];
}
