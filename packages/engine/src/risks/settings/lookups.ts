/** Defaults of what is looked up elsewhere when a program runs: `os.getenv("BASE_URL", "…")`, `process.env.X || '…'`. */
import { countBefore } from '../../sorted.ts';
import { verbatim } from '../../read/pieces.ts';
import type { Binding, Call, Span } from '../../types.ts';
import { isTelling } from './placeholder-defaults.ts';

/** Functions that look up, and take what it is otherwise. */
const looksUp =
  /env|environ|prop(?:s|ert)|conf(?:ig)?|settings?|option|argument|default|lookup|fetch|field|coalesce|try|nvl|first|getor/i;
/** The same, where they stand behind what they look in. */
const looksIn =
  /^(?:get|or|arg|str|string|url|int|bool|boolean|value|get_?(?:value|string|bool|boolean|int)|var|variable)$/i;
const otherwise = /^(?:default(?:_?value)?|unset|fallback|if_?absent|otherwise)$/i;

/** Arguments that name the variable where the first does not. */
const naming = /^(?:env(?:_?var)?|env_?name|(?:validation_?)?alias|variable)$/i;

/** What a look-up in variables or settings gives where nothing is set: the last of its arguments, or the one that is named so. */
export function defaultOfLookup({ callee, args }: Call): Binding | undefined {
  const last = callee.at(-1) ?? '';
  if (args.length === 0 || args.length > 12 || !(looksUp.test(last) || looksIn.test(last))) return undefined;
  const named = args.find(({ path }) => path.length <= 2 && otherwise.test(path.at(-1) ?? ''));
  if (named) return named.value.kind === 'text' || named.value.kind === 'scalar' ? named : undefined;
  const positional = args.filter(({ path }) => path.length === 1 && /^\d+$/.test(path[0]!));
  const [first] = positional;
  // `typer.Option("…", envvar="BASE_URL")`
  if (positional.length === 1 && args.some(({ path }) => naming.test(path.at(-1) ?? '')))
    return first?.value.kind === 'text' && address.test(first.value.text) ? first : undefined;
  const given = positional.at(-1);
  if (positional.length < 2 || positional.length > 3 || given?.value.kind !== 'text') return undefined;
  if (looksIn.test(last) && callee.length === 1 && first?.value.kind !== 'ref') return undefined;
  if (first?.value.kind === 'text' && !variable.test(first.value.text) && !address.test(first.value.text))
    return undefined;
  return isTelling(given.value.text) ? given : undefined;
}

const variable = /^-{0,2}[A-Za-z][\w.:-]{1,80}$/;
/** A name before it that was followed. */
const address = /^(?:https?|wss?):\/\//;

/** What is looked up there, by its name, with its default as its value. */
export function lookedUp({ args }: Call, { value, span }: Binding): Binding[] {
  const names = args.flatMap(({ path, value: told }) =>
    told.kind === 'text' && (path[0] === '0' ? path.length === 1 : naming.test(path.at(-1) ?? '')) ? [told.text] : [],
  );
  return names
    .filter((one) => variable.test(one))
    .map((one) => ({ path: steps(one.replace(/^-+/, '')), container: 0, via: 'assign', value, span }));
}

const url = /(["'`])(?:https?|wss?):\/\/[^"'`\s\\]{1,200}\1/g;
const mostLiterals = 2000;
const reach = 240;
const name = '([A-Za-z_][\\w.:-]{2,80})';
const closing = '["\'`]?[\\])}!?\\s]{0,8}';
/** What stands between the name of a variable and the literal that is taken where it is not set. */
const between = [
  // `getenv("NAME", "…")`, `config("NAME", default="…")`, `env = "NAME", default_value = "…"`
  `${name}["'\`]?\\)?\\s{0,4},\\s{0,40}(?:\\w{1,20}\\s{0,4}[=:]\\s{0,4})?`,
  // `process.env.NAME || '…'`, `getenv('NAME') ?: '…'`, `$ENV{NAME} // '…'`, `os.getenv("NAME") or "…"`
  `${name}${closing}(?:\\.(?:presence|trim\\(\\)|strip|toString\\(\\)|nilIfEmpty|orEmpty\\(\\))\\s{0,4})?(?:\\|\\||\\?\\?=?|\\?:|//=?|\\bor(?:else)?\\b|\\belse\\b\\s{0,4}\\{?)\\s{0,40}`,
  // `.orElse("…")`, `.unwrap_or_else(|_| "…")`, `.getOrElse("…")`, `.default('…')`
  `${name}${closing}(?:\\.or_?empty\\(\\)\\s{0,4})?\\.\\s{0,40}(?:or_?else(?:_?get)?|get_?or_?else|unwrap_or(?:_else)?|map_or|default(?:_?value|_?to)?|with_?default|if_?(?:empty|blank)|or_?if_?blank)\\s{0,4}[({]\\s{0,20}(?:\\|_?\\w{0,9}\\|\\s{0,4}|\\(\\)\\s{0,4}[-=]>\\s{0,4})?(?:String::from\\()?`,
  // `.Values.name | default "…"`, `lookup('env', 'NAME') | default('…')`
  `${name}${closing}\\|\\s{0,4}(?:default|d)\\s{0,4}\\(?\\s{0,4}`,
  // `name = var.name == null ? "…" : var.name`
  `${name}[ \\t]{0,20}:?=[ \\t]{0,4}[^\\n"'\`;?]{1,80}(?:""|'')?[ \\t]{0,4}\\?[ \\t]{0,4}`,
  // `ENV.fetch('NAME') { '…' }`
  `${name}["'\`]\\)\\s{0,4}\\{\\s{0,20}`,
  // `x != null ? x : "…"`
  `\\?[^?\\n]{0,100}(?<![\\w.])([A-Za-z_][\\w.:-]{0,80})${closing}:\\s{0,20}`,
  // `os.environ["NAME"] if "NAME" in os.environ else "…"`
  `["']${name}["']\\s{1,4}(?:not\\s{1,4})?in\\s{1,4}[\\w.]{1,40}\\s{1,20}else\\s{1,20}`,
  // `(or (System/getenv "NAME") "…")`
  `\\(or\\s{1,9}\\([\\w/.-]{1,40}\\s{1,9}"${name}"\\)\\s{1,40}`,
  // `env:"NAME" envDefault:"…"`
  `${name}"\\s{1,9}(?:env|\\w{1,10}-)?default:`,
];
/** `default:"…" env:"NAME"` */
const tagBehind = /^\s{1,4}env\w{0,10}:"([A-Za-z]\w{2,80})"/;
const lookup = new RegExp(`(?:${between.join('|')})$`, 'i');
/** A variable that holds what was looked up: `url := os.Getenv("BASE_URL")`. */
const held =
  /(?<![\w.])([A-Za-z_]\w{0,60})\s{0,4}(?::?=|<-)\s{0,4}[^\n=;]{0,60}(?:env|ENV|getProperty)[^\n=;]{0,40}["'`]([A-Za-z][\w.:-]{2,80})["'`]\)?\]?;?\s*$/gm;

const looking = /env|ENV|getProperty/g;
/** So far before that word a variable may begin. */
const longestHead = 140;

/** Each variable with the name that was looked up. Only lines with a word of `held` are looked at, and what may lead to it. */
function* heldIn(text: string): Generator<[variable: string, name: string]> {
  let looked = 0;
  let matched = 0;
  for (const { index } of text.matchAll(looking)) {
    if (index < looked) continue;
    const feed = text.indexOf('\n', index);
    looked = feed < 0 ? text.length : feed;
    // Cut at its end alone: what stands before tells where a name begins.
    const part = text.slice(0, looked);
    held.lastIndex = Math.max(matched, index - longestHead);
    for (let found = held.exec(part); found; found = held.exec(part)) {
      matched = held.lastIndex;
      yield [found[1]!, found[2]!];
    }
  }
}

/** The URLs that stand for variables which are not set, by the names of these. `comments` in their order. */
export function lookupBindings(text: string, comments: readonly Span[], bindings: readonly Binding[]): Binding[] {
  const found: Binding[] = [];
  let count = 0;
  const variables = new Map(heldIn(text));
  for (const { 0: whole, index } of text.matchAll(url)) {
    if ((count += 1) > mostLiterals) break;
    const told =
      lookup
        .exec(text.slice(Math.max(0, index - reach), index))
        ?.slice(1)
        .find((one: string | undefined) => one !== undefined) ??
      tagBehind.exec(text.slice(index + whole.length, index + whole.length + 120))?.[1];
    if (told === undefined) continue;
    const before = countBefore(comments.length, (i) => comments[i]!.start <= index);
    if (before > 0 && index < comments[before - 1]!.end) continue;
    found.push(bindingOf(variables.get(told) ?? told, text, index, whole));
  }
  if (variables.size > 0)
    for (const { path, value, span, via } of bindings) {
      const of = via === 'assign' && value.kind === 'text' ? variables.get(path.at(-1) ?? '') : undefined;
      // `if url == "" { url = "…" }`
      if (of !== undefined) found.push({ path: steps(of), container: 0, via, span, value });
    }
  return found;
}

const inShell =
  /(?:(?<=^|[\s;])-{0,2}([A-Za-z_][\w-]{0,80})=|(?<=^|\n)[ \t]{0,20}:[ \t]{1,9})("?\$\{([A-Za-z_]\w{0,80}|\d):?[-=]([^{}\n]{1,300})\}"?)(?=[\s;&|)]|$)/g;

/** `BASE_URL="${BASE_URL:-…}"`, `--base-url=${BASE_URL:-…}` and `: "${BASE_URL:=…}"` of a shell. */
export function shellBindings(text: string): Binding[] {
  return [...text.matchAll(inShell)].flatMap(
    ({ 0: whole, 1: assigned, 2: placeholder = '', 3: variable = '', 4: given = '', index }) => {
      const start = index + whole.length - placeholder.length;
      const end = index + whole.length;
      const quotes = placeholder.startsWith('"') ? 1 : 0;
      const binding: Binding = {
        ...{ path: [assigned ?? variable], container: 0, via: 'assign', span: { start, end } },
        value: verbatim(text, start + quotes, end - (placeholder.endsWith('"') ? 1 : 0)),
      };
      // `BASE=${BINANCE_BASE_URL:-…}`
      return assigned !== undefined && address.test(given) ? [binding, { ...binding, path: [variable] }] : [binding];
    },
  );
}

function bindingOf(of: string, text: string, index: number, whole: string): Binding {
  return {
    path: steps(of),
    container: 0,
    via: 'assign',
    span: { start: index, end: index + whole.length },
    value: verbatim(text, index + 1, index + whole.length - 1),
  };
}

/** `Binance:BaseUrl`, `binance.base-url`, `process.env.NAME` */
function steps(of: string): readonly string[] {
  return of.split(/[.:]+/).filter((step) => step !== '');
}
