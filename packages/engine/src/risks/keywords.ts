/** EDN and Clojure: mappings of keywords, `{:enable-withdrawals true :rights #{:read :withdraw}}` → settings by their names. */
import { countBefore } from '../sorted.ts';
import type { Binding, Span, Value } from '../types.ts';

const token = /"(?:[^"\\]|\\[^])*"|;[^\n]*|#_|#?\{|[[\](){}]|[^\s,;"[\](){}]+/g;
const maxTokens = 100_000;

interface Level {
  readonly open: string;
  readonly start: number;
  readonly path: readonly string[];
  /** Of a mapping: the keyword that waits for its value. */
  key?: string;
}

/** What keywords stand for in every mapping; a list or a set as a whole, without its items. */
export function keywordBindings(text: string): Binding[] {
  const found: Binding[] = [];
  const levels: Level[] = [];
  let count = 0;
  const entry = (level: Level, span: Span, value: Value): void => {
    const path = [...level.path, level.key!];
    found.push({ path, container: level.start, via: 'entry', span, value });
    delete level.key;
  };
  for (const { 0: word, index: start } of text.matchAll(token)) {
    if ((count += 1) > maxTokens) break;
    const level = levels.at(-1);
    const end = start + word.length;
    if (word.startsWith(';')) continue;
    if (/^#?[{[(]$/.test(word)) {
      levels.push({
        open: word,
        start,
        path: level?.key === undefined ? (level?.path ?? []) : [...level.path, level.key],
      });
    } else if (/^[})\]]$/.test(word)) {
      levels.pop();
      const outer = levels.at(-1);
      if (outer?.open !== '{' || outer.key === undefined) continue;
      if (level && level.open !== '{' && level.open !== '(')
        entry(outer, { start: level.start, end }, { kind: 'unknown' });
      delete outer.key;
    } else if (level?.open !== '{') continue;
    else if (level.key === undefined) level.key = word.replace(/^:+|^"|"$/g, '');
    else entry(level, { start, end }, valueOf(word, start));
  }
  return found;
}

function valueOf(word: string, start: number): Value {
  if (/^(?:true|false|nil|-?\d[\d.]*)$/.test(word)) return { kind: 'scalar', text: word };
  const text = word.startsWith('"') ? word.slice(1, -1) : word.startsWith(':') ? word.replace(/^:+/, '') : undefined;
  if (text === undefined || text.includes('\\')) return { kind: 'unknown' };
  const from = start + (word.startsWith('"') ? 1 : word.length - text.length);
  const source = { start: from, end: from + text.length };
  return { kind: 'text', text, pieces: [{ text: { start: 0, end: text.length }, source }] };
}

/** The flags of command lines, `--enable-withdrawals=true`, where no quote is open. `comments` in their order. */
export function flagBindings(text: string, comments: readonly Span[]): Binding[] {
  const found: Binding[] = [];
  for (const { 0: whole, 1: name = '', 2: value = '', index } of text.matchAll(flag)) {
    const line = text.lastIndexOf('\n', index) + 1;
    if (/["'`]/.test(text.slice(line, index).replace(/"[^"]*"|'[^']*'/g, ''))) continue;
    const before = countBefore(comments.length, (i) => comments[i]!.start <= index);
    if (before > 0 && index < comments[before - 1]!.end) continue;
    const span = { start: index + whole.length - value.length, end: index + whole.length };
    // All flags of one line are one command's.
    found.push({ path: [name], container: -1 - line, via: 'entry', span, value: { kind: 'scalar', text: value } });
  }
  return found;
}

const flag = /(?<=\s)--([A-Za-z][\w.-]{1,60})=([^\s"'`;|&$]{1,200})(?=\s|$)/g;
