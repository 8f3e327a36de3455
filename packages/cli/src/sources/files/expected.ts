/** Where the files stand that code and documentation expect, and whether they are there already. */
import { lstatSync } from 'node:fs';
import { posix } from 'node:path';
import { credentialFile, type Observation } from '@bnguard/engine';

export interface Expected {
  readonly path: string;
  /** Who expects it, as a sentence: `README.md tells people to make .env`. */
  readonly because: string;
}

const most = 200;
const prose = /\.(?:md|markdown|rst|adoc|txt|html?)$|(?:^|\/)readme/i;
const template = /(?:^|[._-])(?:examples?|samples?|dist|templates?|tmpl|tpl)(?=$|[._-])/i;
/** Frameworks commit these, with values that only tests know: only a filled one is told. */
const ofTests = /(?:^|\/)\.env\.test(?:ing)?$/;
/** Where programs are started from: the folder that has one of these. */
const homes = [
  'package.json', 'requirements.txt', 'pyproject.toml', 'Pipfile', 'setup.py', 'go.mod', 'Cargo.toml', 'composer.json',
  'Gemfile', 'pom.xml', 'build.gradle', 'pubspec.yaml', 'mix.exs', 'docker-compose.yml', 'docker-compose.yaml',
  'compose.yml', 'compose.yaml', 'Dockerfile', '.env.example', '.env.sample', '.env.dist', '.env.template', '.git',
]; // prettier-ignore

/** Whether something is at this path below the root. */
export type IsThere = (path: string) => boolean;

/** Asks the disk, each path once. */
export function onDisk(root: string): IsThere {
  const known = new Map<string, boolean>();
  return (path) => {
    let isThere = known.get(path);
    if (isThere === undefined) {
      isThere = lstatSync(`${root}/${path}`, { throwIfNoEntry: false }) !== undefined;
      known.set(path, isThere);
    }
    return isThere;
  };
}

/** What the observations of a root expect, each path once, without what is there. */
export function expectedOf(observations: readonly Observation[], isThere: IsThere): Expected[] {
  const found = new Map<string, { because: string; rank: number }>();
  for (const one of observations) {
    if (one.kind !== 'project') continue;
    for (const name of one.expects ?? []) {
      if (ofTests.test(name)) continue;
      const path = placeOf(name, one.path, isThere);
      if (path === undefined) continue;
      const { because, rank } = told(one.path, name);
      const known = found.get(path);
      if (known === undefined || rank > known.rank) found.set(path, { because, rank });
      if (found.size >= most) break;
    }
  }
  return [...found].map(([path, { because }]) => ({ path, because })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function told(document: string, name: string): { because: string; rank: number } {
  const file = name.slice(name.lastIndexOf('/') + 1);
  if (template.test(document.slice(document.lastIndexOf('/') + 1)) && !prose.test(document))
    return { because: `${document} is there to be copied to ${file}`, rank: 2 };
  if (prose.test(document)) return { because: `${document} tells people to make ${file}`, rank: 1 };
  return { because: `${document} reads ${file}`, rank: 0 };
}

/** Undefined where it is there: in the folder of its document, or in one above, where programs look for it too. */
function placeOf(name: string, document: string, isThere: IsThere): string | undefined {
  const own = posix.dirname(document) === '.' ? '' : posix.dirname(document);
  const chain: string[] = [];
  for (let at = own; ; at = posix.dirname(at) === '.' ? '' : posix.dirname(at)) {
    chain.push(at);
    if (at === '') break;
  }
  const join = (folder: string): string => posix.normalize(folder === '' ? name : `${folder}/${name}`);
  if (chain.some((folder) => isThere(join(folder)))) return undefined;
  const file = document.slice(document.lastIndexOf('/') + 1);
  const isBeside = template.test(file) && !prose.test(document);
  const has = (folder: string, mark: string): boolean => isThere(folder === '' ? mark : `${folder}/${mark}`);
  const mark = chain.flatMap((folder) => homes.filter((one) => one !== '.git' && has(folder, one))).at(0);
  const home = isBeside ? own : (chain.find((folder) => homes.some((one) => has(folder, one))) ?? '');
  // A page that shows how keys are made, where no program is, shows it to readers that make them elsewhere.
  if (mark === undefined && prose.test(document) && credentialFile(name)?.kind === 'key') return undefined;
  const path = join(home);
  return path.startsWith('../') || path.startsWith('/') || isThere(path) ? undefined : path;
}
