/** Forms of settings that the readers of code do not see as names and values: one function for each. */
import { countBefore } from '../../sorted.ts';
import type { Binding, Span, Value } from '../../types.ts';

const token = /"(?:[^"\\]|\\[^])*"|;[^\n]*|#_|#?\{|[[\](){}]|[^\s,;"[\](){}]+/g;
const maxTokens = 100_000;

interface Level {
  readonly open: string;
  readonly start: number;
  readonly path: readonly string[];
  /** Of a mapping: the keyword that waits for its value. */
  key?: string;
}

/**
 * EDN and Clojure, `{:enable-withdrawals true :rights #{:read :withdraw}}`: what keywords stand for in every mapping; a
 * list or a set as a whole, without its items.
 */
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
  return commandBindings(text, comments, /(?<=\s)--([A-Za-z][\w.-]{1,60})=([^\s"'`;|&$]{1,200})(?=\s|$)/g, 'entry');
}

/** Variables that are set for a command, `NAME=true ./bot`, also in a line of a Makefile. */
export function variableBindings(text: string, comments: readonly Span[]): Binding[] {
  const variable =
    /(?<=^|[\s;&|])([A-Z][A-Z0-9_]{2,80})=("[^"$`\n]{0,400}"|'[^'\n]{0,400}'|[^\s"'`;|&$()<>]{1,200})(?=[\s;&|]|$)/gm;
  return commandBindings(text, comments, variable, 'assign');
}

function commandBindings(text: string, comments: readonly Span[], pattern: RegExp, via: Binding['via']): Binding[] {
  const found: Binding[] = [];
  let line = 0;
  let quote = '';
  let at = 0;
  for (const { 0: whole, 1: name = '', 2: value = '', index } of text.matchAll(pattern)) {
    for (; at < index; at += 1) {
      const letter = text.charAt(at);
      if (letter === '\n') {
        line = at + 1;
        quote = '';
      } else if (quote === '' ? /["'`]/.test(letter) : letter === quote) quote = quote === '' ? letter : '';
    }
    if (quote !== '') continue;
    const before = countBefore(comments.length, (i) => comments[i]!.start <= index);
    if (before > 0 && index < comments[before - 1]!.end) continue;
    // All flags of one line are one command's.
    const container = via === 'entry' ? -1 - line : 0;
    found.push({ path: [name], container, via, ...written(value, index + whole.length - value.length) });
  }
  return found;
}

/** Attributes of Elixir’s modules: `@permissions [:read, :withdraw]`. */
export function attributeBindings(text: string): Binding[] {
  const attribute =
    /^[ \t]{1,20}@(\w{1,80})[ \t]+(\[[^[\]]{0,2000}\]|true|false|-?\d[\w.]{0,30}|"[^"\n]{0,400}")[ \t]*$/gm;
  return [...text.matchAll(attribute)].map(({ 0: whole, 1: name = '', 2: value = '', index }) => {
    const start = index + whole.lastIndexOf(value);
    const place = { path: [name], container: 0, via: 'assign' as const };
    if (!value.startsWith('[')) return { ...place, ...written(value, start) };
    const span = { start, end: start + value.length };
    return { ...place, span, value: /^\[\s*\]$/.test(value) ? { kind: 'list', items: [] } : { kind: 'unknown' } };
  });
}

/** `ENV NAME value` of a Dockerfile, the older form of `ENV NAME=value`. */
export function dockerBindings(text: string): Binding[] {
  return [...text.matchAll(/^[ \t]*(?:ENV|ARG)[ \t]+([A-Za-z]\w{1,80})[ \t]+([^\s=][^\n]{0,400}?)[ \t]*$/gim)].map(
    ({ 0: whole, 1: name = '', 2: value = '', index }) => {
      const start = index + whole.lastIndexOf(value);
      return { path: [name], container: 0, via: 'assign', ...written(value, start) };
    },
  );
}

/** `public bool AllowWithdraw { get; set; } = true;` of C#, in its class. `= false` is what the type has of itself. */
export function propertyBindings(text: string): Binding[] {
  const classes = [...text.matchAll(/\b(?:class|record|struct)\s+(\w{1,80})/g)];
  const property =
    /\b(\w{1,80})\s{0,9}\{\s{0,9}get;[^{}]{0,40}\}\s{0,9}=\s{0,9}(true|-?\d[\w.]{0,30}|"[^"\n]{1,400}")\s{0,9};/g;
  return [...text.matchAll(property)].map(({ 0: whole, 1: name = '', 2: value = '', index }) => {
    const owner = classes[countBefore(classes.length, (i) => classes[i]!.index < index) - 1];
    const start = index + whole.lastIndexOf(value);
    return {
      path: [...(owner ? [owner[1]!] : []), name],
      container: owner?.index ?? 0,
      via: 'assign',
      ...written(value, start),
    };
  });
}

const nameAndValue =
  /(?<![\w.])name["']?\s{0,20}[=:]\s{0,4}"([A-Za-z]\w{1,80})"\s{0,4}[,\n]\s{0,80}["']?value["']?\s{0,20}[=:]\s{0,4}("[^"$\n]{0,400}"|true|false|\d{1,12}\b)|(?<![\w.])value["']?\s{0,20}[=:]\s{0,4}("[^"$\n]{0,400}"|true|false|\d{1,12}\b)\s{0,4}[,\n]\s{0,80}["']?name["']?\s{0,20}[=:]\s{0,4}"([A-Za-z]\w{1,80})"/g;

/** Terraform’s `{ name = "…", value = "…" }` of a list and `env { … }` of a resource: the variables of one resource. */
export function namedValueBindings(text: string, comments: readonly Span[]): Binding[] {
  const resources = [...text.matchAll(/^[ \t]*(?:resource|module|data|locals|variable|job)\b[^\n{]{0,200}\{/gm)];
  return [...text.matchAll(nameAndValue)].flatMap(({ 0: whole, 1: first, 2: after, 3: before, 4: last, index }) => {
    const name = first ?? last!;
    const value = after ?? before!;
    const commented = countBefore(comments.length, (i) => comments[i]!.start <= index);
    if (commented > 0 && index < comments[commented - 1]!.end) return [];
    const owner = resources[countBefore(resources.length, (i) => resources[i]!.index < index) - 1]?.index ?? 0;
    const start = index + (after === undefined ? whole.indexOf(value) : whole.length - value.length);
    return [{ path: ['env', name], container: owner, via: 'entry' as const, ...written(value, start) }];
  });
}

/** Macros of Ruby’s classes, `base_uri 'https://…'`. */
export function macroBindings(text: string): Binding[] {
  const macro =
    /^[ \t]{1,20}((?:base_?|root_?|api_?)?(?:ur[il]|host|site|endpoint))[ \t]{1,9}("[^"\n#]{1,400}"|'[^'\n]{1,400}')[ \t]*$/gm;
  return [...text.matchAll(macro)].map(({ 0: whole, 1: name = '', 2: value = '', index }) => ({
    ...{ path: [name], container: index, via: 'assign' as const },
    ...written(value, index + whole.lastIndexOf(value)),
  }));
}

/** `#define BASE_URL "…"` */
export function defineBindings(text: string): Binding[] {
  const define =
    /^[ \t]*#[ \t]*define[ \t]+([A-Za-z_]\w{0,80})[ \t]+("[^"\n]{1,400}"|true|false|\d[\w.]{0,30})[ \t]*(?:\/[/*][^\n]*)?$/gm;
  return [...text.matchAll(define)].map(({ 0: whole, 1: name = '', 2: value = '', index }) => ({
    ...{ path: [name], container: 0, via: 'assign' as const },
    ...written(value, index + whole.indexOf(value, whole.indexOf(name) + name.length)),
  }));
}

/** `{ "enableWithdrawals", true }` in a mapping of C# or C++. */
export function pairBindings(text: string): Binding[] {
  const pair =
    /\{\s{0,20}"([A-Za-z][\w.]{1,60})"\s{0,9},\s{0,9}(true|false|-?\d[\w.]{0,30}|"[^"\n]{0,400}")\s{0,20}\}/g;
  return [...text.matchAll(pair)].map(({ 0: whole, 1: name = '', 2: value = '', index }) => ({
    ...{ path: [name], container: 0, via: 'entry' as const },
    ...written(value, index + whole.lastIndexOf(value)),
  }));
}

const powershell =
  /#[^\n]*|(?:\$(?:\w{1,20}:)?)?["']?([A-Za-z][\w.-]{0,80})["']?\s{0,9}=\s{0,9}(?:(\$(?:true|false)\b|"[^"`$\n]{0,400}"|'[^'\n]{0,400}'|\d{1,12}\b)|(?=(@?\{))|@\(([^()\n]{0,2000})\))?|"[^"\n]*"|'[^'\n]*'|[{}]/gi;

/** PowerShell: `$env:NAME = "…"`, and the entries of `@{ Name = $true }`. */
export function powershellBindings(text: string): Binding[] {
  const found: Binding[] = [];
  const levels: { readonly start: number; readonly path: readonly string[] }[] = [];
  let pending: string | undefined;
  for (const { 0: whole, 1: name, 2: value, 3: opens, 4: list, index } of text.matchAll(powershell)) {
    const level = levels.at(-1);
    if (whole === '{')
      levels.push({ start: index, path: [...(level?.path ?? []), ...(pending === undefined ? [] : [pending])] });
    else if (whole === '}') levels.pop();
    pending = opens === undefined ? undefined : name;
    if (name === undefined) continue;
    const place = { container: level?.start ?? 0, via: level ? ('entry' as const) : ('assign' as const) };
    const path = [...(level?.path ?? []), name];
    const end = index + whole.length;
    if (value !== undefined)
      found.push({
        ...place,
        path,
        ...written(value.replace('$', ''), end - value.replace('$', '').length),
        ...(value.startsWith('$') && { span: { start: end - value.length, end } }),
      });
    if (list === undefined) continue;
    const start = end - 1 - list.length;
    for (const [order, item] of [...list.matchAll(/"[^"]*"|'[^']*'/g)].entries())
      found.push({
        path: [...path, String(order)],
        container: start - 1,
        via: 'entry',
        ...written(item[0], start + item.index),
      });
    if (list.trim() === '')
      found.push({ ...place, path, value: { kind: 'list', items: [] }, span: { start: start - 2, end } });
  }
  return found;
}

/** A text in quotes, else a scalar or a bare word, where it is written. */
function written(source: string, start: number): Pick<Binding, 'span' | 'value'> {
  const span = { start, end: start + source.length };
  if (/^(?:true|false|-?\d[\d_]*(?:\.\d+)?)$/i.test(source)) return { span, value: { kind: 'scalar', text: source } };
  const isQuoted = /^(["']).*\1$/.test(source);
  const text = isQuoted ? source.slice(1, -1) : source;
  const from = isQuoted ? start + 1 : start;
  if (text === '') return { span, value: { kind: 'text', text, pieces: [] } };
  const pieces = [{ text: { start: 0, end: text.length }, source: { start: from, end: from + text.length } }];
  return { span, value: { kind: 'text', text, pieces } };
}
