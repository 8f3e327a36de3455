/**
 * Where endpoints are called by a name that stands for their path: `post(BASE + PATH, …)`, where `PATH` was given its
 * text elsewhere in the document. By the text of names, since each language joins them in its own way.
 */
import { lineStart } from '../../lines.ts';
import { countBefore } from '../../sorted.ts';
import type { Call, Setting, Span, Subject } from '../../types.ts';
import { type Endpoint, isCompared, isMaker, methodOf, placesOf, stringAt, tells } from './endpoints.ts';

export interface NamedEndpoint extends Endpoint {
  /** It stands in a text whose rest only a run tells. */
  readonly isCut: boolean;
  /** What was given the name. */
  readonly definition: Endpoint;
  readonly name: string;
}

interface Definition {
  readonly endpoint: Endpoint;
  readonly name: string;
  /** The scope that it has: up to where a line stands further left than its own. */
  readonly scope: Span;
  /** An entry of a mapping, which is named with what holds it: `PATHS.key`. */
  readonly isEntry: boolean;
}

const mostNames = 60;
const mostOfAName = 50;
const mostMentions = 600;
const longestCall = 4000;

/** @param defined endpoints that are no part of a call */
export function* namedEndpoints(subject: Subject, defined: readonly Endpoint[]): Generator<NamedEndpoint> {
  const { text } = subject.document;
  const isCommands = /^(?:shell|powershell)$/.test(subject.reading.language);
  const definitions = definitionsOf(subject, defined);
  if (definitions.size === 0) return;
  const { isComment, around } = placesOf(subject);
  const mention = new RegExp(`(?<![\\w-])(?:${[...definitions.keys()].join('|')})(?![\\w-])`, 'g');
  let count = 0;
  for (const { 0: name, index: at } of text.matchAll(mention)) {
    if ((count += 1) > mostMentions) return;
    const of = definitions.get(name)!;
    const end = at + name.length;
    if (isComment(at) || isSomethingElse.test(text.slice(end, end + 40))) continue;
    const lead = text.slice(Math.max(0, at - 120), at);
    const definition = of.findLast((one) => isMeant(one, at, lead, text));
    const isText = isInText(text, at);
    if (!definition || (isText && !inserted.test(lead))) continue;
    const own = { start: at - access.exec(lead)![0].length, end };
    if (isCompared(text, own)) continue;
    const { call, makers } = around({ start: at, end });
    if (call ? !isHandedTo(call, own.start) : !isCommands || !isText) continue;
    const { path, hasPrefix } = definition.endpoint;
    // An argument that is the name alone has its sign too: `@path`, `&PATH`.
    const argument = call?.args.find(({ span }) => span.start <= at && span.end >= end)?.span;
    const whole = isText ? stringAt(text, own.start, own.end) : undefined;
    const isAlone = argument && /^[^\s"'`(){}+,]{1,100}$/.test(text.slice(argument.start, argument.end));
    const span = whole ?? (isAlone ? argument : own);
    const query = whole ? (/^[)\]}]*\?([^"'`\s]*)/.exec(text.slice(end, whole.end))?.[1] ?? '') : '';
    const method = methodOf(text, span, call);
    const isCut = isText && !whole;
    yield { path, hasPrefix, query, span, method, call, makers, isCut, definition: definition.endpoint, name };
  }
}

function isHandedTo({ span, callee }: Call, at: number): boolean {
  return span.start < at && span.end - span.start <= longestCall && !tells.test(callee.join('.'));
}

/** A new value, a key, a call, or a part of it. */
const isSomethingElse =
  /^\s{0,9}(?:\(|<-|:=|=(?![=>])|:(?![:/])(?!\s*null)|=>)|^(?:\?\.|->|::|\.)(?!\s|\.|(?:to_?string|href|value|raw_?value|as_?str|into|clone|format|concat|absolute_?string|freeze|path|url|name|str|strip|trim\w*)\b)/i;
const access = /(?:[&*]\s?)?[$@]{0,2}(?:[\w$@]{1,40}(?:\[:?["'])?(?:\.|->|::|\?\.)?)?$/;
const member = /(?:\.|->|::|\[:?["']?|@|\.(?:get|fetch|at|dig)\(\s{0,3}[:"']{0,2})\s{0,3}$/;
/** Into a text by what it is at that place: `${PATH}`, `#{PATH}`, `\(path)`, `$path`. */
const inserted = /(?:\.(?:get|fetch|at|dig)\(\s{0,3}["']|\[["']|[{$(]|[{(]\s{0,3}[\w.@$:>-]{1,60})$/;

function isMeant({ scope, isEntry, name }: Definition, at: number, lead: string, text: string): boolean {
  if (isEntry && !member.test(lead)) return false;
  // Constants are known everywhere.
  if (/^[A-Z]/.test(name) || /^k[A-Z]/.test(name) || (isEntry && member.test(lead))) return true;
  if (at < scope.start || at > scope.end) return false;
  return member.test(lead) || !isShadowed(text.slice(Math.max(scope.start, at - 4000), at), name);
}

const parameters =
  /\b(?:def|defp|func|function|fn|fun|sub)\b[^\n(]{0,80}\(([^()]{0,400})\)|\(([^()\n]{0,300})\)\s{0,9}(?:->[^\n{]{1,60}|throws [\w.]{1,60}|:\s?[\w<>[\], ]{1,60})?\s{0,9}(?:=>|\{)/g;

/** A parameter, or a later variable, of the same name is another. */
function isShadowed(between: string, name: string): boolean {
  const last = [...between.matchAll(parameters)].at(-1);
  const has = new RegExp(`(?<![\\w.])${name}(?!\\w)`);
  return (
    (last !== undefined && has.test(last[1] ?? last[2] ?? '')) ||
    new RegExp(`(?<![\\w.>:])[$@]?${name}\\s{0,9}(?::[^=\\n(){},]{1,40})?(?::=|<-|=(?![=>]))`).test(between)
  );
}

/** An odd number of quotes before it on its line. */
function isInText(text: string, at: number): boolean {
  const line = text.slice(lineStart(text, at, 400), at).replace(/\\["'`]|(?<=\w)'(?=\w)/g, '');
  return ['"', "'", '`'].some((quote) => line.split(quote).length % 2 === 0);
}

function definitionsOf(subject: Subject, defined: readonly Endpoint[]): Map<string, Definition[]> {
  const { text } = subject.document;
  const found = new Map<string, Definition[]>();
  if (defined.length === 0) return found;
  const settings = subject.settings
    .filter(
      ({ call, via, path }) =>
        (!call || isMaker(call)) && (via === 'assign' || via === 'entry') && named.test(path.at(-1) ?? ''),
    )
    .sort((a, b) => a.span.start - b.span.start);
  for (const endpoint of defined) {
    const setting = settingAround(settings, endpoint.span);
    const name = setting?.path.at(-1)?.replace(/^[$@]+/, '') ?? nameBefore(text, endpoint.span.start);
    if (name === undefined || found.size >= mostNames || found.get(name)?.length === mostOfAName) continue;
    const scope = scopeFrom(text, endpoint.span.end);
    const isEntry =
      setting !== undefined && setting.via === 'entry' && (setting.path.length > 1 || setting.call !== undefined);
    const others = found.get(name) ?? [];
    found.set(name, [...others, { endpoint, name, scope, isEntry }]);
  }
  return found;
}

const named = /^[$@]{0,2}[A-Za-z_]\w{1,60}$/;
const farthest = 20;
const longestValue = 400;

/** The smallest setting whose value the span stands in. */
function settingAround(settings: readonly Setting[], { start, end }: Span): Setting | undefined {
  const last = countBefore(settings.length, (i) => settings[i]!.span.start <= start);
  for (let i = last - 1; i >= 0 && i >= last - farthest; i -= 1) {
    const { span } = settings[i]!;
    // Some readers leave out the quotes.
    if (span.end >= end - 1 && span.end - span.start <= longestValue) return settings[i];
  }
  return undefined;
}

/** The name that the line of a text gives it: `#define PATH "…"`, `static let path = "…"`. */
export function nameBefore(text: string, at: number): string | undefined {
  const line = text.slice(lineStart(text, at, longestValue), at);
  return (
    /#define\s+(\w{2,60})\s/.exec(line)?.[1] ??
    /([A-Za-z_]\w{1,60})["'\]]?\s{0,9}(?::[^=\n"'`]{1,60})?(?::=|=>?|<-|:)\s{0,9}(?:[\w.:@$!+(, "'`/{}#%-]{0,140})$/.exec(
      line,
    )?.[1]
  );
}

const longestScope = 40_000;

/** To the first line that stands further left than the one where the name gets its value. */
function scopeFrom(text: string, start: number): Span {
  const from = lineStart(text, start, 2000);
  const indent = /^[ \t]*/.exec(text.slice(from, from + 80))![0].length;
  const rest = text.slice(start, start + longestScope);
  if (indent === 0) return { start, end: text.length };
  const further = new RegExp(`\\n[ \\t]{0,${String(indent - 1)}}(?=[^\\s])`).exec(rest);
  return { start, end: start + (further?.index ?? rest.length) };
}
