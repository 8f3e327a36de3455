/** Dependencies in files that programs write line by line, and in those that have no parser here. */
import type { Ecosystem } from '../../rules/unsafe-packages.ts';
import type { Dependency } from './dependencies.ts';
import { normalName, pythonRequirement } from './package-names.ts';

export type Lines = (text: string) => Iterable<Dependency>;

/** The reader for a file of this name. */
export function linesOf(path: string): Lines | undefined {
  return readers.find(([file]) => file.test(path))?.[1];
}

const readers: readonly (readonly [RegExp, Lines])[] = [
  [/(?:requirements|constraints)[^/]*(?:\/[\w.-]+)?\.(?:txt|in)$/, requirements],
  [/setup\.cfg$/, setupCfg],
  [/yarn\.lock$/, yarnLock],
  [/pnpm-lock\.yaml$/, pnpmLock],
  [/(?:poetry|uv|pdm)\.lock$/, (text) => packageTables(text, 'pypi')],
  [/Cargo\.lock$/, (text) => packageTables(text, 'cargo')],
  [
    /go\.mod$/,
    (text) =>
      matched(
        text,
        'go',
        /^\s*(?:(?:require|replace)\s+)?(?:\S+\s+(?:\S+\s+)?=>\s+)?([\w.-]{1,253}\.[\w-]{1,63}\/\S+)\s+(v\S+)/d,
      ),
  ],
  [/go\.sum$/, (text) => matched(text, 'go', /^([\w.-]{1,253}\.[\w-]{1,63}\/\S+) (v[^\s/]+) /d)],
  [/Gemfile\.lock$/, (text) => matched(text, 'rubygems', /^ {4}([\w.-]+) \(([^)]+)\)/d)],
  [
    /(?:Gemfile|\.gemspec)$/,
    (text) =>
      matched(
        text,
        'rubygems',
        /^\s*(?:gem|[\w.]{1,80}\.add\w{0,40}_dependency)[\s(]\s*(["'][\w.-]+["'])(?:\s*,\s*["']([^"']*)["'])?/d,
      ),
  ],
  [/gradle\.lockfile$/, (text) => matched(text, 'maven', /^([\w.-]+:[\w.-]+):([^=\s]+)=/d)],
  [
    /(?:build\.gradle(?:\.kts)?|libs\.versions\.toml)$/,
    (text) => matched(text, 'maven', /["']([\w.-]+:[\w.-]+)(?::([\w.+-]+))?["']/d),
  ],
];

interface Line {
  readonly start: number;
  readonly text: string;
}

/** Longer ones hold no name of a package. */
const longestLine = 4000;

function* lines(text: string): Generator<Line> {
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start <= longestLine) yield { start, text: text.slice(start, end).replace(/\r$/, '') };
    start = end + 1;
  }
}

/** One dependency a line: the first group is the name, the second the version. */
function* matched(text: string, ecosystem: Ecosystem, pattern: RegExp): Generator<Dependency> {
  for (const { start, text: line } of lines(text)) {
    const found = pattern.exec(line);
    const at = found?.indices?.[1];
    if (!found?.[1] || !at) continue;
    yield {
      ...{ ecosystem, name: normalName(found[1].replace(/["']/g, ''), ecosystem), isLocked: false },
      ...(found[2] === undefined ? {} : { version: found[2] }),
      span: { start: start + at[0], end: start + at[1] },
    };
  }
}

function requirement({ start, text }: Line): Dependency | undefined {
  const found = pythonRequirement(text);
  if (!found) return undefined;
  const at = start + text.indexOf(found.name);
  return {
    ...{ ecosystem: 'pypi', name: normalName(found.name, 'pypi'), isLocked: false },
    ...(found.version === undefined ? {} : { version: found.version }),
    span: { start: at, end: at + found.name.length },
  };
}

function* requirements(text: string): Generator<Dependency> {
  for (const line of lines(text)) {
    const found = /^\s*(?:#|-)/.test(line.text) ? undefined : requirement(line);
    if (found) yield found;
  }
}

/** What stands indented under `install_requires =` and under the extras. */
function* setupCfg(text: string): Generator<Dependency> {
  let section = '';
  let isList = false;
  for (const line of lines(text)) {
    const key = /^([\w.-]+)\s*[=:]\s*/.exec(line.text);
    if (line.text.startsWith('[')) {
      section = line.text;
      isList = false;
    } else if (key) {
      isList = /requires$/.test(key[1] ?? '') || section.startsWith('[options.extras_require]');
      const rest = { start: line.start + key[0].length, text: line.text.slice(key[0].length) };
      const found = isList ? requirement(rest) : undefined;
      if (found) yield found;
    } else if (isList && /^\s+[\w]/.test(line.text)) {
      const found = requirement(line);
      if (found) yield found;
    }
  }
}

/** `axios@^1.0.0, axios@npm:1.14.1:` and, indented below, its version. */
function* yarnLock(text: string): Generator<Dependency> {
  let entry: { readonly name: string; readonly start: number; readonly end: number } | undefined;
  for (const { start, text: line } of lines(text)) {
    const head = /^(["']?)((?:@[^/@\s"']+\/)?[^/@\s"':]+)@([^\s"',]*)/.exec(line);
    if (head) {
      const [whole, quote = '', name = '', range = ''] = head;
      const alias = /^npm:((?:@[^/@]+\/)?[^/@]+)@/.exec(range)?.[1];
      const end = start + whole.length;
      const isClosed = quote !== '' && line.charAt(whole.length) === quote;
      entry = { name: alias ?? name, start, end: isClosed ? end + 1 : end };
      continue;
    }
    const version = /^ {2}version:? "?([^"\s]+)"?/.exec(line)?.[1];
    // Berry says under which name it came.
    const resolved = /^ {2}resolution: "((?:@[^/@]+\/)?[^/@]+)@npm:/.exec(line)?.[1];
    if (!entry || version === undefined || resolved !== undefined) continue;
    yield {
      ...{ ecosystem: 'npm', name: normalName(entry.name, 'npm'), version, isLocked: true },
      span: { start: entry.start, end: entry.end },
    };
    entry = undefined;
  }
}

/** Keys of `packages:`, in all versions of the format: `/axios/1.14.1:`, `/axios@1.14.1:`, `axios@1.14.1:`. */
function* pnpmLock(text: string): Generator<Dependency> {
  let isPackages = false;
  for (const { start, text: line } of lines(text)) {
    if (/^\w/.test(line)) isPackages = line.startsWith('packages:');
    if (!isPackages) continue;
    const found =
      /^ {2}((["']?)\/?((?:@[^/@\s]{1,214}\/)?[^/@\s"']{1,214})[@/](\d[^\s"'():_]{0,100})[^\s"']{0,2000}\2):/.exec(
        line,
      );
    if (!found) continue;
    const [, key = '', , name = '', version = ''] = found;
    yield {
      ...{ ecosystem: 'npm', name: normalName(name, 'npm'), version, isLocked: true },
      span: { start: start + 2, end: start + 2 + key.length },
    };
  }
}

/** `[[package]]` with name and version: Poetry, uv, PDM, Cargo. */
function* packageTables(text: string, ecosystem: Ecosystem): Generator<Dependency> {
  let named: Dependency | undefined;
  for (const { start, text: line } of lines(text)) {
    if (line.startsWith('[')) {
      if (named) yield named;
      named = undefined;
    }
    const [, key, value = ''] = /^(name|version)\s*=\s*("[^"]*"|'[^']*')/.exec(line) ?? [];
    if (key === 'name') {
      const at = start + line.indexOf(value);
      named = {
        ...{ ecosystem, name: normalName(value.slice(1, -1), ecosystem), isLocked: true },
        span: { start: at, end: at + value.length },
      };
    } else if (key === 'version' && named) {
      yield { ...named, version: value.slice(1, -1) };
      named = undefined;
    }
  }
  if (named) yield named;
}
