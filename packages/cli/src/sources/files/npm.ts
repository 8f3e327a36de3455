/** Whether `npm publish` would put a file into its package: `files` of package.json, else .npmignore, else .gitignore. */
import { posix } from 'node:path';
import { parse, type ParseError } from 'jsonc-parser';
import { matches } from './docker.ts';
import { IgnoreRules } from './ignore-rules.ts';
import type { ReadText } from './published.ts';

interface Packed {
  readonly because: string;
  readonly remedy: { readonly file: string; readonly line: string };
}

/** Asks the package that the file lies in. Where .gitignore decides, what git ignores is not in the package. */
export function packedBy(path: string, packages: readonly string[], read: ReadText): Packed | undefined {
  const manifest = packages.filter((one) => path.startsWith(folderOf(one))).sort((a, b) => b.length - a.length)[0];
  if (manifest === undefined || path.includes('node_modules/')) return undefined;
  const folder = folderOf(manifest);
  const inside = path.slice(folder.length);
  const errors: ParseError[] = [];
  const content: unknown = parse(read(manifest) ?? '', errors);
  // What is broken, private or without a name is not published.
  if (errors.length > 0 || typeof content !== 'object' || content === null) return undefined;
  const { name, version, private: isPrivate, files } = content as Record<string, unknown>;
  if (isPrivate === true || typeof name !== 'string' || typeof version !== 'string') return undefined;

  const ignoreFile = `${folder}.npmignore`;
  const rules = new IgnoreRules((at) => read(folder + at), '.npmignore');
  const remedy = { file: ignoreFile, line: posix.basename(path) };
  if (Array.isArray(files)) {
    const listed = files.filter((one) => typeof one === 'string').slice(0, 1000);
    const taking = listed.findLast((one) => matches(normal(one.replace(/^!/, '')), inside));
    if (taking === undefined || taking.startsWith('!')) return undefined;
    const below = inside.includes('/') && rules.decide(inside);
    if (below && below.isIgnored && below.source !== '.npmignore') return undefined;
    const written = /^[\w./*-]{1,40}$/.test(taking) ? ` (${taking})` : '';
    return {
      because: `files in ${manifest}${written} takes it into the npm package`,
      remedy: { file: manifest, line: `"!${inside}"` },
    };
  }
  if (!rules.hasRulesFor(inside) || rules.decide(inside).isIgnored) return undefined;
  return { because: `npm publish takes it: ${ignoreFile} stands in for .gitignore and does not name it`, remedy };
}

const folderOf = (path: string): string => (posix.dirname(path) === '.' ? '' : `${posix.dirname(path)}/`);

/** `./dist/` and `/dist` are `dist`; `.` and `*` take all. */
function normal(pattern: string): string {
  const clean = posix.normalize(pattern.replace(/^\/+/, '')).replace(/\/$/, '');
  return clean === '.' || clean === '' ? '**' : clean;
}
