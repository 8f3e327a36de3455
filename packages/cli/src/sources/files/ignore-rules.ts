/**
 * What .gitignore files say of a path where git is not asked: outside of a repository, and of a tree that is not checked
 * out. Git’s rules for one file are the `ignore` library’s; here is how several files decide together.
 */
import createIgnore, { type Ignore } from 'ignore';
import type { Decision } from '../../git/ignored.ts';

/** The text of the ignore file at this path, or undefined where there is none. */
export type ReadRules = (path: string) => string | undefined;

/** More stars in one rule cost more time than any real one is worth. */
const mostStars = 6;
const longestRule = 1000;

export class IgnoreRules {
  readonly #read: ReadRules;
  readonly #name: string;
  readonly #lines = new Map<string, readonly string[]>();

  /** @param name of the ignore files: `.gitignore`, `.npmignore` */
  constructor(read: ReadRules, name = '.gitignore') {
    this.#read = read;
    this.#name = name;
  }

  /** The deepest file that says something decides; what lies in an ignored folder is ignored whatever else is said. */
  decide(path: string): Decision {
    const steps = path.split('/');
    let last: Decision = { isIgnored: false };
    for (let depth = 1; depth <= steps.length; depth++) {
      const at = steps.slice(0, depth).join('/') + (depth < steps.length ? '/' : '');
      last = { isIgnored: false };
      for (let level = depth - 1; level >= 0; level--) {
        const folder = steps.slice(0, level).join('/');
        const source = folder === '' ? this.#name : `${folder}/${this.#name}`;
        const said = decideBy(this.#linesOf(source), folder === '' ? at : at.slice(folder.length + 1));
        if (said === undefined) continue;
        last = { ...said, source };
        break;
      }
      if (last.isIgnored) return last;
    }
    return last;
  }

  /** Whether any of the files that could speak about this path is there. */
  hasRulesFor(path: string): boolean {
    const steps = path.split('/');
    return steps.some((_, level) => {
      const folder = steps.slice(0, level).join('/');
      return this.#read(folder === '' ? this.#name : `${folder}/${this.#name}`) !== undefined;
    });
  }

  #linesOf(source: string): readonly string[] {
    let lines = this.#lines.get(source);
    if (lines === undefined) {
      lines = (this.#read(source) ?? '').replace(/^\ufeff/, '').split(/\r?\n/);
      this.#lines.set(source, lines);
    }
    return lines;
  }
}

/** The last line that matches wins. Only lines that could match are handed to the library: files of 100,000 exist. */
function decideBy(lines: readonly string[], path: string): Omit<Decision, 'source'> | undefined {
  const steps = new Set(path.split('/'));
  for (let at = lines.length - 1; at >= 0; at--) {
    const written = lines[at]!;
    if (written === '' || written.startsWith('#') || !mayMatch(written, steps)) continue;
    const isBack = written.startsWith('!');
    if (matcherOf(isBack ? written.slice(1) : written)?.ignores(path)) {
      return { isIgnored: !isBack, line: at + 1, pattern: written };
    }
  }
  return undefined;
}

function mayMatch(pattern: string, steps: ReadonlySet<string>): boolean {
  if (pattern.length > longestRule) return false;
  if (/[*?[\\]/.test(pattern)) return (pattern.match(/\*+/g)?.length ?? 0) <= mostStars;
  const plain = pattern.trimEnd().replace(/^!/, '').replace(/\/$/, '');
  return steps.has(plain.slice(plain.lastIndexOf('/') + 1));
}

const matchers = new Map<string, Ignore | undefined>();

function matcherOf(pattern: string): Ignore | undefined {
  if (matchers.size > 50_000) matchers.clear();
  if (!matchers.has(pattern)) {
    let matcher: Ignore | undefined;
    try {
      matcher = createIgnore({ ignorecase: false }).add({ pattern });
      matcher.ignores('x');
    } catch {
      // What is no pattern matches nothing, as git has it.
      matcher = undefined;
    }
    matchers.set(pattern, matcher);
  }
  return matchers.get(pattern);
}
