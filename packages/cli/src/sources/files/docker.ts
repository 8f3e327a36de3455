/**
 * What a Dockerfile takes from its context into the image that it makes, and what .dockerignore keeps out. Reads COPY and
 * ADD of every stage, and which stages the last one is made of. Runs nothing.
 */
import { posix } from 'node:path';
import type { ReadText } from './published.ts';

/** Why an image would carry a file, and what would prevent it; undefined: none would. */
export type Carrying = (
  path: string,
) => { readonly because: string; readonly remedy: { readonly file: string; readonly line: string } } | undefined;

const mostFiles = 50;

/** One question for each Dockerfile. `makers`: paths of Dockerfiles and compose files. */
export function carriedBy(makers: readonly string[], read: ReadText): Carrying[] {
  const compose = makers.filter((path) => /compose[\w.-]*\.ya?ml$/i.test(path));
  const files = makers.filter((path) => !compose.includes(path)).slice(0, mostFiles);
  const named = contextsIn(compose.slice(0, mostFiles), read);
  return files.flatMap((file): Carrying[] => {
    const text = read(file);
    if (text === undefined) return [];
    const copies = copiesOf(text);
    if (copies.length === 0) return [];
    const contexts = named.get(file) ?? [folderOf(file)];
    return contexts.map((context) => carrying(file, context, copies, read));
  });
}

const folderOf = (path: string): string => (posix.dirname(path) === '.' ? '' : posix.dirname(path));

function carrying(file: string, context: string, copies: readonly Copy[], read: ReadText): Carrying {
  const inContext = (name: string): string => (context === '' ? name : `${context}/${name}`);
  const beside = `${file}.dockerignore`;
  const isOwn = read(beside) !== undefined;
  const ignoreFile = isOwn ? beside : inContext('.dockerignore');
  const rules = read(ignoreFile);
  return (path) => {
    if (context !== '' && !path.startsWith(`${context}/`)) return undefined;
    const inside = path.slice(context === '' ? 0 : context.length + 1);
    const copy = copies.find(({ sources }) => sources.some((source) => takes(source, inside)));
    if (copy === undefined || (rules !== undefined && isKeptOut(rules, inside))) return undefined;
    const isThere =
      rules === undefined ? `there is no ${posix.basename(ignoreFile)}` : `${ignoreFile} does not keep it out`;
    return {
      because: `${copy.written} in ${file}:${String(copy.line)} takes it into the image and ${isThere}`,
      remedy: { file: ignoreFile, line: `**/${posix.basename(path)}` },
    };
  };
}

/** Of `build: .`, `context: ./api` and `dockerfile: docker/Dockerfile`: the contexts of each Dockerfile. */
function contextsIn(compose: readonly string[], read: ReadText): ReadonlyMap<string, string[]> {
  const contexts = new Map<string, string[]>();
  for (const path of compose) {
    const lines = (read(path) ?? '').split(/\r?\n/, 20_000);
    const base = folderOf(path);
    lines.forEach((line, at) => {
      const [, indent = '', key = '', written = ''] =
        /^(\s*)(build|context):[ \t]*["']?([^\s"'#{]+)["']?[ \t]*(?:#.*)?$/.exec(line.slice(0, 500)) ?? [];
      if (key === '' || written.includes('$') || written.includes('://')) return;
      let dockerfile = 'Dockerfile';
      if (key === 'context') {
        for (const next of [...lines.slice(Math.max(0, at - 4), at), ...lines.slice(at + 1, at + 8)]) {
          const [, other, name] = /^(\s*)dockerfile:[ \t]*["']?([^\s"'#]+)/.exec(next.slice(0, 500)) ?? [];
          if (other === indent && name !== undefined) dockerfile = name;
        }
      }
      const context = posix.normalize(posix.join(base, written)).replace(/\/$/, '');
      const folder = context === '.' ? '' : context;
      const file = posix.normalize(posix.join(folder, dockerfile));
      const known = contexts.get(file) ?? [];
      contexts.set(file, known);
      if (!known.includes(folder) && !folder.startsWith('..')) known.push(folder);
    });
  }
  return contexts;
}

/** A COPY or ADD of the context that ends in the last stage’s image. */
interface Copy {
  readonly sources: readonly string[];
  /** As a message quotes it: `COPY . .`. */
  readonly written: string;
  readonly line: number;
}

interface Stage {
  readonly names: readonly string[];
  readonly base: string;
  readonly copies: (Copy & { readonly from: string | undefined; readonly to: string })[];
}

/** What the last stage has from the context, itself or through the stages that it is made of. */
function copiesOf(text: string): Copy[] {
  const stages = stagesOf(text);
  const last = stages.at(-1);
  return last === undefined ? [] : carried(last, stages, new Set()).map(({ copy }) => copy);
}

function carried(stage: Stage, stages: readonly Stage[], under: ReadonlySet<Stage>): { copy: Copy; at: string }[] {
  if (under.has(stage)) return [];
  const above = new Set([...under, stage]);
  const named = (name: string): Stage | undefined => stages.find(({ names }) => names.includes(name.toLowerCase()));
  const base = named(stage.base);
  const found = base ? carried(base, stages, above) : [];
  for (const copy of stage.copies) {
    if (copy.from === undefined) {
      found.push({ copy, at: copy.to });
      continue;
    }
    const other = named(copy.from);
    if (other === undefined) continue;
    // Whole folders only: `COPY --from=build /app/dist` takes nothing of what lies beside.
    for (const { copy: first, at } of carried(other, stages, above)) {
      const isTaken = copy.sources.some((source) => {
        const whole = posix.normalize(`/${source}`).replace(/\/$/, '');
        return at === whole || at.startsWith(`${whole}/`);
      });
      if (isTaken && first.sources.some((source) => isWhole(source))) found.push({ copy: first, at: copy.to });
    }
  }
  return found;
}

const isWhole = (source: string): boolean => ['', '.', '*'].includes(plain(source));

function stagesOf(text: string): Stage[] {
  const stages: Stage[] = [];
  let folder = '/';
  for (const { line, words, rest } of instructions(text)) {
    const [name = ''] = words;
    if (/^from$/i.test(name)) {
      const plainWords = words.slice(1).filter((word) => !word.startsWith('--'));
      const as = plainWords.findIndex((word) => /^as$/i.test(word));
      const alias = as < 0 ? undefined : plainWords[as + 1]?.toLowerCase();
      const names = [String(stages.length), ...(alias === undefined ? [] : [alias])];
      stages.push({ names, base: plainWords[0] ?? '', copies: [] });
      folder = '/';
    } else if (/^workdir$/i.test(name)) folder = posix.resolve(folder, words[1] ?? '.');
    else if (/^(?:copy|add)$/i.test(name)) {
      const from = words.find((word) => /^--from=/i.test(word))?.slice('--from='.length);
      const paths = /^\s*(?:--\S+\s+)*\[/.test(rest)
        ? [...rest.matchAll(/"([^"]*)"/g)].map(([, path = '']) => path)
        : words.slice(1).filter((word) => !word.startsWith('--'));
      const to = posix.resolve(folder, paths.at(-1) ?? '.');
      const written = `${name.toUpperCase()} ${paths.join(' ')}`.slice(0, 60);
      stages.at(-1)?.copies.push({ sources: paths.slice(0, -1), written, line, from, to });
    }
  }
  return stages;
}

/** Instructions with their continuation lines; heredocs and comments are none. */
function* instructions(text: string): Generator<{ line: number; words: string[]; rest: string }> {
  const lines = text.split(/\r?\n/, 20_000);
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1;
    let whole = '';
    for (; at < lines.length; at++) {
      const written = lines[at]!.slice(0, 5000);
      if (/^\s*#/.test(written)) continue;
      whole += written.replace(/\\\s*$/, ' ');
      if (!/\\\s*$/.test(written)) break;
    }
    const heredoc = /<<-?["']?(\w+)["']?/.exec(whole)?.[1];
    if (heredoc !== undefined) while (at + 1 < lines.length && lines[++at]!.trim() !== heredoc);
    const words = whole.trim().split(/\s+/);
    if (words[0]) yield { line, words, rest: whole.trim().slice(words[0].length) };
  }
}

const plain = (path: string): string => {
  const clean = posix.normalize(path.replace(/^\/+/, '')).replace(/\/$/, '');
  return clean === '.' ? '.' : clean;
};

/** Whether a source of COPY takes a file: the whole context, a folder above it, itself, or a pattern. */
function takes(source: string, path: string): boolean {
  if (source.includes('$') || source.includes('://')) return false;
  const clean = plain(source);
  return clean === '.' || matches(clean, path);
}

/** The last rule of .dockerignore that matches the file or a folder above it decides. Anchored at the context’s top. */
function isKeptOut(rules: string, path: string): boolean {
  let isOut = false;
  for (const written of rules.replace(/^\ufeff/, '').split(/\r?\n/, 100_000)) {
    const line = written.trim();
    if (line === '' || line.startsWith('#') || line.length > 500) continue;
    const isBack = line.startsWith('!');
    if (isBack !== isOut) continue;
    if (matches(plain(isBack ? line.slice(1).trim() : line), path)) isOut = !isBack;
  }
  return isOut;
}

/** Docker’s patterns, on a path or on one of the folders that it lies in. */
export function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const steps = path.split('/');
  return steps.some((_, at) => matchSteps(wanted, steps.slice(0, at + 1)));
}

/** `**` is any number of steps. A table of what is reachable, so that no pattern takes more than its length times the path’s. */
function matchSteps(pattern: readonly string[], steps: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const part of pattern) {
    const next = new Set<number>();
    for (const at of reached) {
      if (part === '**') for (let to = at; to <= steps.length; to++) next.add(to);
      else if (at < steps.length && matchStep(part, steps[at]!)) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(steps.length);
}

/** One step: `*`, `?`, `[a-z]` and `\` as Go’s filepath.Match has them. */
function matchStep(pattern: string, text: string): boolean {
  const parts = [...pattern.matchAll(/\\(.)|\[(\^?)((?:\\.|[^\]\\])+)\]|(\*+)|(\?)|([^*?])/gsu)];
  let reached = new Set([0]);
  for (const [, escapedLetter, isNot, members, star, any, letter] of parts) {
    const next = new Set<number>();
    for (const at of reached) {
      if (star !== undefined) for (let to = at; to <= text.length; to++) next.add(to);
      else if (at >= text.length) continue;
      else if (any !== undefined) next.add(at + 1);
      else if (members !== undefined) {
        if (isMember(members, text[at]!) !== (isNot === '^')) next.add(at + 1);
      } else if (text[at] === (escapedLetter ?? letter)) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(text.length);
}

function isMember(members: string, letter: string): boolean {
  for (let at = 0; at < members.length; at++) {
    if (members[at] === '\\') at++;
    const from = members[at]!;
    if (members[at + 1] === '-' && at + 2 < members.length) {
      if (from <= letter && letter <= members[at + 2]!) return true;
      at += 2;
    } else if (from === letter) return true;
  }
  return false;
}
