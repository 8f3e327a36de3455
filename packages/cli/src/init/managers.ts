/** Which program looks after the hooks, by its files and by package.json. */
import { basename, dirname, join } from 'node:path';
import { isThere } from '../small-file.ts';
import { type Found } from './look.ts';

export type Manager = 'pre-commit' | 'lefthook' | 'husky' | 'husky 4' | 'simple-git-hooks' | 'git';

export type Manifest = Readonly<Record<string, unknown>>;

const ends = ['yml', 'yaml', 'toml', 'json', 'jsonc'];
/** Those of YAML can be added to. */
export const lefthookNames: readonly string[] = ends.flatMap((end) =>
  ['lefthook', '.lefthook', '.config/lefthook'].map((name) => `${name}.${end}`),
);
/** These win over package.json. */
export const simpleNames: readonly string[] = ['.simple-git-hooks', 'simple-git-hooks'].flatMap((name) =>
  ['cjs', 'js', 'mjs', 'json', 'ts'].map((end) => `${name}.${end}`),
);
const husky4Names = ['', '.json', '.js', '.cjs', '.yml', '.yaml'].map((end) => `.huskyrc${end}`);

/** Undefined where it is no JSON object. */
export function manifestOf(found: Found): Manifest | undefined {
  if (found.kind !== 'text') return undefined;
  try {
    const data: unknown = JSON.parse(found.text.replace(/^\ufeff/, ''));
    return isObject(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

export const isObject = (data: unknown): data is Manifest =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** What a package asks for of another, such as `^9`. */
export function versionOf(manifest: Manifest | undefined, name: string): string | undefined {
  const lists = ['dependencies', 'devDependencies', 'optionalDependencies'].map((list) => manifest?.[list]);
  const found = lists.find((list) => isObject(list) && Object.hasOwn(list, name)) as Manifest | undefined;
  return found && String(found[name]);
}

/** Husky's folder for people, where git looks into it or into the one that husky generates in it. */
export function huskyOf(hooksFolder: string): string | undefined {
  const folder = basename(hooksFolder) === '_' ? dirname(hooksFolder) : hooksFolder;
  return basename(folder) === '.husky' ? folder : undefined;
}

/** @param husky the folder that git looks into, if it is husky's */
export function managerOf(top: string, manifest: Manifest | undefined, husky: string | undefined): Manager {
  const has = (names: readonly string[]): boolean => names.some((name) => isThere(join(top, name)));
  if (husky !== undefined) return 'husky';
  if (has(['.pre-commit-config.yaml'])) return 'pre-commit';
  if (has(lefthookNames)) return 'lefthook';
  const config = manifest?.['husky'];
  if ((isObject(config) && 'hooks' in config) || has(husky4Names)) return 'husky 4';
  if (has(['.husky']) || versionOf(manifest, 'husky') !== undefined) return 'husky';
  if (manifest && Object.hasOwn(manifest, 'simple-git-hooks')) return 'simple-git-hooks';
  if (versionOf(manifest, 'simple-git-hooks') !== undefined || has(simpleNames)) return 'simple-git-hooks';
  return 'git';
}
