/** File names as they are (bytes) and as they are shown (text), and the folders that hold other people's code. */
import { isAbsolute, relative, sep } from 'node:path';

/** A path below a root, `/` between its parts: text where it is valid UTF-8, else its bytes. */
export type Name = string | Uint8Array;

/** The name that these bytes spell. */
export function nameOf(bytes: Buffer): Name {
  const text = bytes.toString('utf8');
  // U+FFFD appears where bytes are not UTF-8, and (rarely) where a name really holds it.
  return text.includes('\ufffd') && !Buffer.from(text).equals(bytes) ? Uint8Array.from(bytes) : text;
}

/** As reports show it: bytes that are no text become U+FFFD. */
export function shownName(name: Name): string {
  return typeof name === 'string' ? name : Buffer.from(name).toString('utf8');
}

/** What the operating system is asked for. */
export function absoluteName(folder: string, name: Name): string | Buffer {
  return typeof name === 'string' ? `${folder}/${name}` : Buffer.concat([Buffer.from(`${folder}/`), name]);
}

/** True when `path` is `folder` or lies in it; both absolute. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/**
 * Folders that package managers and builds fill, by name. Their content counts as somebody else's when git does not
 * track it. `env`, `build`, `dist` and `lib` are left out on purpose: people keep their own code under such names.
 */
export const dependencyFolders: ReadonlySet<string> = new Set([
  '.bundle',
  '.eggs',
  '.gradle',
  '.m2',
  '.mypy_cache',
  '.nox',
  '.nuget',
  '.pnpm-store',
  '.pytest_cache',
  '.ruff_cache',
  '.tox',
  '.venv',
  '.yarn',
  '__pycache__',
  '__pypackages__',
  'bower_components',
  'Carthage',
  'DerivedData',
  'dist-packages',
  'jspm_packages',
  'node_modules',
  'Pods',
  'site-packages',
  'target',
  'vendor',
  'venv',
  'virtualenv',
]);
const dependency = new RegExp(
  `(?<=^|/)(?:${[...dependencyFolders].map((name) => name.replaceAll('.', '\\.')).join('|')})/`,
  'g',
);

/** The dependency folders that a path lies in, outermost first, each with its closing slash. */
export function dependencyPrefixes(path: string): readonly string[] {
  if (path.search(dependency) < 0) return none;
  return [...path.matchAll(dependency)].map((match) => path.slice(0, match.index + match[0].length));
}
const none: readonly string[] = [];
