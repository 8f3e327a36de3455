/** What a setting is where nobody says otherwise: the default in its placeholder, `${NAME:-true}`, `{{ x | default "…" }}`. */
import { slice, verbatim } from '../../read/pieces.ts';
import type { Binding, Span, TextValue } from '../../types.ts';
import { literalSpan } from './values.ts';

const telling =
  /^(?:(?:https?|wss?):\/\/[^\s{}]{1,300}|true|false|yes|no|on|off|enabled?|disabled?|\d[\d._]{0,20}|[\da-fA-F.:/,\s]*[\d:][\da-fA-F.:/,\s]*|\*|hmac|rsa|ed25519)$/i;

/** Whether a default says something by itself: an address, a switch, a number, a list of IPs, a type of keys. */
export function isTelling(text: string): boolean {
  return telling.test(text);
}

/** Prefixes that say where a variable comes from. */
const sources = 'env|ENV|oc\\.env|sys|opt|self|param|ssm|file|vault|secret|cf|aws|jndi|lower|upper|bundle';
/** `${NAME:-d}`, `${NAME:d}` of Spring, `%{NAME:-d}`, `${env:NAME:-d}`. */
const withColon = new RegExp(
  `^[$%#]\\{\\s{0,4}(?:(?:${sources}):)?(?!(?:${sources}):)([A-Za-z_][\\w.-]{0,100}|[\\d@*])\\s{0,4}:[-=]?(?![?+]|//)(.{1,400})\\}$`,
);
/** `${NAME-d}`, `${NAME=d}` of shells. */
const withSign = /^\$\{\s{0,4}([A-Za-z_]\w{0,100}|\d)[-=](.{1,400})\}$/;
/** `${env:NAME, 'd'}` of Serverless, `${oc.env:NAME,d}`. */
const withComma = /^\$\{[a-z.]{2,12}:([\w./~-]{1,100})\s{0,4},\s{0,4}(.{1,400})\}$/;
/** Between `{{` and `}}`, `<%=` and `%>`. */
const template = /^(?:\$?\{\{-?|<%[=-]?)(.{1,600}?)-?(?:\}\}|%>)$/;
const inTemplate =
  /(?:\|\s{0,4}(?:default|d)\s{0,4}\(?\s{0,4}|(?<![\w.])default\s{1,4}|\|\|\s{0,4}|\?\?\s{0,4})(?:(["'`])([^"'`]{1,300})\1|(true|false|\d[\d.]{0,20})\b)/;

export interface PlaceholderDefault {
  /** Of the variable; empty where the placeholder is an expression. */
  readonly name: string;
  /** Where the default stands in the text, without quotes. */
  readonly at: Span;
}

/** The default of a text that is one placeholder as a whole; undefined where it has none that tells anything. */
export function defaultInPlaceholder(text: string): PlaceholderDefault | undefined {
  let start = text.length - text.trimStart().length;
  let whole = text.trim();
  let name = '';
  for (let depth = 0; depth < mostNested && whole.length <= longestPlaceholder; depth += 1) {
    const inner = step(whole);
    if (!inner) return undefined;
    name ||= inner.name;
    start += inner.at.start;
    whole = whole.slice(inner.at.start, inner.at.end);
    if (telling.test(whole)) return { name, at: { start, end: start + whole.length } };
  }
  return undefined;
}

const mostNested = 3;
const longestPlaceholder = 700;

function step(whole: string): PlaceholderDefault | undefined {
  const expression = template.exec(whole);
  if (expression) {
    const found = inTemplate.exec(whole);
    const word = found?.[2] ?? found?.[3];
    if (!found || word === undefined) return undefined;
    const end = found.index + found[0].length - (found[1] ? 1 : 0);
    return { name: '', at: { start: end - word.length, end } };
  }
  const [, name = '', rest = ''] = withColon.exec(whole) ?? withSign.exec(whole) ?? withComma.exec(whole) ?? [];
  if (rest === '') return undefined;
  const word = rest.trim().replace(/^(["'])(.*)\1$/, '$2');
  const start = whole.length - 1 - rest.length + rest.indexOf(word);
  return { name, at: { start, end: start + word.length } };
}

/** The binding with the default of its placeholder as its value; itself where it has none. */
export function withDefault(binding: Binding, text: string): Binding {
  const value = placeholderOf(binding, text);
  if (!value) return binding;
  const found = defaultInPlaceholder(value.text);
  if (!found) return binding;
  const part = slice(value, found.at);
  const span = literalSpan(text, part) ?? binding.span;
  // `@Value("${binance.base-url:https://…}")`: of a value without a name the placeholder's is its own.
  const path = binding.path.every((one) => /^\d*$/.test(one)) && found.name !== '' ? found.name.split('.') : undefined;
  return { ...binding, span, value: part, ...(path ? { path } : pairedName(binding, text)) };
}

const opening = /^\s{0,4}(?:[$%#]\{|\{\{|<%)/;

function placeholderOf({ value, span }: Binding, text: string): TextValue | undefined {
  if (value.kind === 'text')
    return opening.test(value.text) && value.text.length < longestPlaceholder ? value : undefined;
  if (value.kind !== 'unknown' || span.end - span.start > longestPlaceholder) return undefined;
  return opening.test(text.slice(span.start, span.start + 8)) ? verbatim(text, span.start, span.end) : undefined;
}

/** `- name: BASE_URL` and `value: {{ … }}` in a template, which is no YAML before it is filled in. */
function pairedName({ path, span }: Binding, text: string): Partial<Binding> {
  if (path.at(-1) !== 'value') return {};
  const name = /\bname:\s{0,4}["']?([\w.-]{1,80})["']?\s{0,9}\n\s{0,40}value:\s{0,4}["']?$/.exec(
    text.slice(Math.max(0, span.start - 240), span.start),
  )?.[1];
  return name === undefined ? {} : { path: [name] };
}
