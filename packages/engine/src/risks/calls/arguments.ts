/** What a call is given: its arguments, those of the calls within, the entries of a mapping by its name, a builder’s steps. */
import { addToGroup } from '../../grouped.ts';
import { sourceSpan } from '../../read/pieces.ts';
import { countBefore } from '../../sorted.ts';
import { callsWithin, pairsIn as pairsOf } from './calls.ts';
import { folded } from '../subject.ts';
import type { Call, Setting, Span, Subject, Value } from '../../types.ts';

export interface Given {
  /** Folded; of a positional argument its number. */
  readonly name: string;
  readonly value: Value;
  readonly span: Span;
  readonly container?: number;
  /** A step of what a builder or a request is told after it was made: `request.status("1")`. */
  readonly isStep?: true;
}

export interface Arguments {
  readonly given: readonly Given[];
  /** Whether a name stands among them for more that the document doesn’t show: `params`. */
  readonly hasUnknown: boolean;
}

/** Names of what is sent, as a property without a value of its own. */
const shorthand = /(?<=[{,]\s{0,40})(params|data|body|form|query|qs|payload)\s{0,40}(?=[,}])/g;
/** Of a call with more, each endpoint among them would ask for all. */
const mostArguments = 300;
const longestChain = 800;
const link = /\s*(?:\\\r?\n\s*)?(?:\/\/[^\n]*\n\s*)?\.\s*(\w{1,60})\(((?:[^()]|\([^()]{0,200}\)){0,200})\)/y;
/** `.addQueryParameter("status", "1")` */
const putPair = /^\s*["'](\w{1,60})["']\s*,\s*([^]*)$/;
const literal =
  /^\s*(?:(["'`])([^"'`\n]{0,200})\1|(true|false|\d[\w.]{0,30}))(?:\.(?:to_string|into|to_owned)\(\))?\s*$/i;

/** `entries` as `mappingsOf` gives them. */
export function argumentsOf(call: Call, subject: Subject, mappings: Mappings): Arguments {
  const given: Given[] = [];
  let hasUnknown = false;
  for (const { path, value, span } of call.args.slice(0, mostArguments)) {
    given.push({ name: nameOf(path), value, span }, ...queryOf(value));
    // A mapping by its name, also spread: `client.withdraw(params)`, `**params`.
    if (value.kind === 'ref' && path.length <= 2) {
      const entries = mappings(value.path.at(-1) ?? '', span.start);
      for (const { name, value: inner, span: at } of entries) given.push({ name, value: inner, span: at });
      if (entries.every(({ isStep }) => isStep) && mayCarry(value.path, path, call)) hasUnknown = true;
    }
  }
  const { text } = subject.document;
  // `post(url, null, { params, headers })`
  for (const [, name = ''] of text
    .slice(call.span.start, Math.min(call.span.end, call.span.start + longestChain))
    .matchAll(shorthand)) {
    const entries = mappings(name, call.span.end);
    for (const { name: one, value, span } of entries) given.push({ name: one, value, span });
    if (entries.every(({ isStep }) => isStep)) hasUnknown = true;
  }
  for (const { path, value, span } of pairsOf(call)) given.push({ name: nameOf(path), value, span });
  given.push(...stepsBefore(call, subject), ...entriesWithin(call, subject), ...entriesBehind(call, subject));
  const { path: file } = subject.document;
  if (kotlin.test(file)) given.push(...pairsIn(text, call.span));
  const end = Math.min(text.length, call.span.end + longestChain);
  for (let at = call.span.end; at < end;) {
    const step = stepAt(at, subject);
    if (!step) break;
    given.push(step);
    at = step.next;
  }
  return { given, hasUnknown };
}

interface Step extends Given {
  /** Where the step after it may begin. */
  readonly next: number;
}

const steps = new WeakMap<Subject, Map<number, Step | undefined>>();

/** The step of a chain that begins there. Each is read once, however many calls of the chain ask. */
function stepAt(at: number, subject: Subject): Step | undefined {
  const known = steps.get(subject) ?? new Map<number, Step | undefined>();
  if (known.size === 0) steps.set(subject, known);
  if (!known.has(at)) known.set(at, readStep(at, subject.document.text));
  return known.get(at);
}

function readStep(at: number, text: string): Step | undefined {
  link.lastIndex = at;
  const found = link.exec(text);
  if (!found) return undefined;
  const next = link.lastIndex;
  const [whole, name = '', argument = ''] = found;
  const start = found.index + whole.length - argument.length - 1;
  const put = puts.test(name) ? putPair.exec(argument) : null;
  const told = literal.exec(put?.[2] ?? argument);
  const value: Value = !told
    ? { kind: 'unknown' }
    : told[3] === undefined
      ? { kind: 'text', text: told[2] ?? '', pieces: [] }
      : { kind: 'scalar', text: told[3] };
  const own = put ? argument.length - put[2]!.length : 0;
  return {
    name: folded(put?.[1] ?? name).replace(/^set|^with/, ''),
    ...{ value, span: { start: start + own, end: start + argument.trimEnd().length }, next },
  };
}

/** Of a chain that ends with this call the steps before: `parse(…).addQueryParameter("status", "1").build()`. */
function stepsBefore(call: Call, { reading }: Subject): Given[] {
  const { start } = call.span;
  const chain = callsWithin(reading, call.span, mostWithin).filter((one) => one !== call && one.span.start === start);
  return chain.flatMap(({ callee, args }) => {
    const [first, second] = args;
    const last = callee.at(-1) ?? '';
    if (args.length > 3 || !first || callee.length < 2) return [];
    if (second && puts.test(last) && first.value.kind === 'text')
      return [{ name: folded(first.value.text.slice(0, 60)), value: second.value, span: second.span }];
    if (args.length > 1 || !/^\d*$/.test(first.path[0] ?? '')) return [];
    return [{ name: folded(last).replace(/^set|^with/, ''), value: first.value, span: first.span }];
  });
}

/** `map[string]string{"status": "1"}`, `new Dictionary<…> { ["status"] = "1" }`: a mapping that is made by a call within. */
function entriesWithin({ span }: Call, { reading }: Subject): Given[] {
  const inside = callsWithin(reading, { start: span.start + 1, end: span.end }, mostWithin);
  return inside.flatMap(({ callee, args }) =>
    args
      .filter(
        ({ via, path }) =>
          (via === 'entry' || makes.test(callee.at(-1) ?? '')) && path.some((step) => !/^\d*$/.test(step)),
      )
      .slice(0, mostArguments)
      .map(({ path, value, span: at }) => ({ name: nameOf(path), value, span: at })),
  );
}

const mostWithin = 20;

/** `post(path) { |request| request.params = { status: 1 } }`: what the block behind a call says. */
function entriesBehind({ span }: Call, { settings, document: { text } }: Subject): Given[] {
  const rest = text.slice(span.end, span.end + longestBlock);
  const open = /^\s{0,9}(?:\{|do\b)/.exec(rest)?.[0];
  if (open === undefined) return [];
  const to = span.end + (open.endsWith('{') ? endOfBraces(rest) : (/\n\s*end\b/.exec(rest)?.index ?? rest.length));
  const sorted = sortedSettings(settings);
  const first = countBefore(sorted.length, (i) => sorted[i]!.span.start <= span.end);
  return sorted
    .slice(
      first,
      countBefore(sorted.length, (i) => sorted[i]!.span.start < to),
    )
    .slice(0, most)
    .filter((one) => one.span.end <= to && !/^\d*$/.test(one.path.at(-1) ?? ''))
    .map(({ name, value, span: at }) => ({ name, value, span: at }));
}

const longestBlock = 800;
const byPlace = new WeakMap<readonly Setting[], readonly Setting[]>();

function sortedSettings(settings: readonly Setting[]): readonly Setting[] {
  let sorted = byPlace.get(settings);
  if (!sorted) byPlace.set(settings, (sorted = [...settings].sort(byStart)));
  return sorted;
}

function endOfBraces(text: string): number {
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '{') open += 1;
    else if (letter === '}' && (open -= 1) === 0) return at;
  }
  return text.length;
}

const kotlin = /\.(?:kts?|scala|sc)$/;
const pair =
  /"([\w.]{1,60})"\s{1,9}(?:to|->)\s{1,9}(?:("[^"\n$]{0,200}")|(true|false|null|\d[\w.]{0,30})|[\w.]{1,100})/g;
const longestCall = 4000;

/** `mapOf("status" to 1)`, in the call or in one within it. */
function pairsIn(text: string, { start, end }: Span): Given[] {
  const source = text.slice(start, Math.min(end, start + longestCall));
  return [...source.matchAll(pair)].map(({ 0: whole, 1: name = '', 2: quoted, 3: scalar, index }) => {
    const value: Value =
      quoted !== undefined
        ? { kind: 'text', text: quoted.slice(1, -1), pieces: [] }
        : scalar === undefined
          ? { kind: 'unknown' }
          : { kind: 'scalar', text: scalar };
    const at = start + index + whole.length - (/\s(\S+)$/.exec(whole)?.[1]?.length ?? 0);
    const length = (quoted ?? scalar)?.length;
    const from = length === undefined ? at : start + index + whole.length - length;
    return { name: folded(name), value, span: { start: from, end: start + index + whole.length } };
  });
}

function mayCarry(named: readonly string[], path: readonly string[], { args }: Call): boolean {
  if (carries.test(named.at(-1) ?? '') || carries.test(path.at(-1) ?? '')) return true;
  // An object that is handed over alone is a request, whatever its name.
  return (
    args.length === 1 && path[0] === '0' && path.length === 1 && !/name|label|^ctx$|context/i.test(named.at(-1) ?? '')
  );
}

/** Names of mappings that hold what a request says. */
const carries = /param|opt(?:s|ions)|body|data|payload|query|args|config|request|^req$|input|fields|form|json/i;

function nameOf(path: readonly string[]): string {
  return folded(path.findLast((step) => !/^\d*$/.test(step)) ?? path.at(-1) ?? '');
}

/**
 * The entries of the mapping that has this name: what it was made with and what was put into it between there and a
 * place, else those of the one that is made after.
 */
export type Mappings = (name: string, before: number) => readonly Given[];

const puts =
  /^(?:put|set|add|append|insert|push|store|(?:add|set)?(?:query|form|body|url)?_?param(?:eter)?|add_?query_?item|set_?query|query)$/i;
/** Calls that make a mapping of their arguments, two by two. */
const makes = /^(?:of|mapof|dictionary|hashmap|map|immutablemap|dict)$/i;

export function mappingsOf({ settings, reading: { calls }, document: { text } }: Subject): Mappings {
  const made = new Map<string, Span[]>();
  const entries = new Map<string, Given[]>();
  const inside: Given[] = [];
  for (const { path, via, call, span, value, name, container } of settings) {
    if (!call && via === 'assign') addToGroup(made, folded(path.at(-1) ?? ''), span);
    if (/^\d*$/.test(path.at(-1) ?? '')) continue;
    if (!call && path.length > 1) addToGroup(entries, folded(path.at(-2) ?? ''), { name, value, span, container });
    if (call || (via === 'entry' && path.length === 1)) inside.push({ name, value, span });
  }
  for (const { callee, args } of calls) {
    const last = callee.at(-1) ?? '';
    const isPut = callee.length > 1 && puts.test(last);
    const [only] = args;
    // `URLQueryItem(name: "status", value: "1")`
    if (
      args.length === 2 &&
      only?.path.at(-1) === 'name' &&
      args[1]!.path.at(-1) === 'value' &&
      only.value.kind === 'text'
    )
      inside.push({ name: folded(only.value.text.slice(0, 60)), value: args[1]!.value, span: args[1]!.span });
    if (callee.length > 1 && args.length === 1 && only?.path.length === 1 && !isPut) {
      const step = {
        name: folded(last).replace(/^set|^with/, ''),
        value: only.value,
        span: only.span,
        isStep: true as const,
      };
      addToGroup(entries, folded(callee[0] ?? ''), step);
      inside.push(step);
    }
    for (const { path, value, span } of pairsOf({ args })) inside.push({ name: nameOf(path), value, span });
    if (!isPut && !makes.test(last)) continue;
    for (const [i, { path, value }] of args.entries()) {
      const next = args[i + 1];
      // `params.put("status", "1")`
      if (value.kind !== 'text' || !/^\d*[02468]$/.test(path[0] ?? '') || next?.path[0] !== String(Number(path[0]) + 1))
        continue;
      const pair = { name: folded(value.text.slice(0, 60)), value: next.value, span: next.span };
      if (isPut) {
        addToGroup(entries, folded(callee.at(-2) ?? ''), pair);
        // `url.searchParams.set(…)`
        if (callee.length > 2 && carries.test(callee.at(-2)!)) addToGroup(entries, folded(callee.at(-3)!), pair);
      } else inside.push(pair);
    }
  }
  inside.sort(byStart);
  for (const list of entries.values()) list.sort(byStart);
  for (const list of made.values()) list.sort((a, b) => a.start - b.start);
  return (name, before) => {
    const all = entries.get(folded(name)) ?? [];
    const from = lastBefore(made.get(folded(name)) ?? [], before);
    if (!from) {
      const told = all.slice(0, most).filter(({ isStep }) => !isStep);
      return told.filter(({ container }) => container === told[0]?.container);
    }
    // A parameter of another function only has the name.
    if (!/^[A-Z_\d]+$/.test(name) && (before - from.start > reach || definition.test(text.slice(from.end, before)))) {
      return [];
    }
    const found = [...within(all, from.start, before), ...within(inside, from.start, from.end), ...queryIn(from, text)];
    // What makes it tells whether that is all there is.
    const isMade = requestMaker.test(text.slice(from.start, from.start + 120));
    return isMade ? found.map(({ name: one, value, span }) => ({ name: one, value, span })) : found;
  };
}

const longestQuery = 1000;
const entryOfQuery = /(?<=["'`&?])([A-Za-z]\w{1,40})=([^&"'`\s%{$]{0,80})(?=[&"'`])/g;

/** `"email=" + email + "&status=1"`: what the texts of an expression say, as a query is written. */
function queryIn({ start, end }: Span, text: string): Given[] {
  const source = text.slice(start, Math.min(end, start + longestQuery));
  return [...source.matchAll(entryOfQuery)].map(({ 0: whole, 1: name = '', 2: value = '', index }) => {
    const at = start + index + whole.length - value.length;
    return {
      name: folded(name),
      // What is joined to it is told by a run.
      value: value === '' ? { kind: 'unknown' } : { kind: 'text', text: value, pieces: [] },
      span: { start: at, end: at + value.length },
    };
  });
}

/** The same of an argument that is such a text, or a name for one. */
function queryOf(value: Value): Given[] {
  if (value.kind !== 'text' || value.text.length > longestQuery || value.pieces.length === 0) return [];
  return [...value.text.matchAll(/(?<=^|[&?])([A-Za-z]\w{1,40})=([\w.,:-]{1,80})(?=&|$)/g)].map(
    ({ 0: whole, 1: name = '', 2: word = '', index }) => {
      const end = index + whole.length;
      return {
        name: folded(name),
        value: { kind: 'text', text: word, pieces: [] },
        span: sourceSpan(value, { start: end - word.length, end }),
      };
    },
  );
}

/** What makes a request that holds only what the document puts into it. */
const requestMaker = /^\s*(?:new\s+|&)?[\w.:<>]{0,100}(?:Request|Params|Builder|Values|Dictionary|Map|Form|builder)\b/;

const byStart = (a: { readonly span: Span }, b: { readonly span: Span }): number => a.span.start - b.span.start;

function lastBefore(spans: readonly Span[], before: number): Span | undefined {
  return spans[countBefore(spans.length, (i) => spans[i]!.start < before) - 1];
}

function within(given: readonly Given[], start: number, end: number): readonly Given[] {
  const first = countBefore(given.length, (i) => given[i]!.span.start < start);
  return given.slice(first, first + most).filter(({ span }) => span.end <= end);
}

/** A function begins. */
const definition = /\b(?:def|function|func|fn|fun)\b\s*\w|\b(?:public|private|protected|async)\s+[\w<>[\]., ]{1,80}\(/;
const reach = 6000;
/** A request has no more entries. */
const most = 100;
