/** What a call is given: its arguments, those of the calls within, the entries of a mapping by its name, a builder’s steps. */
import { sourceSpan } from '../../read/pieces.ts';
import { countBefore } from '../../sorted.ts';
import { callsWithin, pairsIn as pairsOf } from './calls.ts';
import { byStart, carries, makes, type Mappings, nameOf, puts } from './mappings.ts';
import { folded } from '../subject.ts';
import type { Binding, Call, Setting, Span, Subject, Value } from '../../types.ts';

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

/** Names of what is sent, as a property without a value of its own, or spread into what is: `{ name, ...options }`. */
const shorthand =
  /(?<=[{,]\s{0,40})(params|data|body|form|query|qs|payload)\s{0,40}(?=[,}])|(?:\.{3}|\*\*)\s?\$?([A-Za-z_]\w{0,60})/g;
/** Of a call with more, each endpoint among them would ask for all. */
const mostArguments = 300;
const longestChain = 800;
const link = /\s*(?:\\\r?\n\s*)?(?:\/\/[^\n]*\n\s*)?\.\s*(\w{1,60})\(((?:[^()]|\([^()]{0,200}\)){0,200})\)/y;
/** `.addQueryParameter("status", "1")` */
const putPair = /^\s*["'](\w{1,60})["']\s*,\s*([^]*)$/;
const literal =
  /^\s*(?:(["'`])([^"'`\n]{0,200})\1|(true|false|\d[\w.]{0,30}))(?:\.(?:to_string|into|to_owned)\(\))?\s*$/i;

/** What a call is given, and what the mappings hold that are handed to it by their names. */
export function argumentsOf(call: Call, subject: Subject, mappings: Mappings): Arguments {
  const given: Given[] = [];
  let hasUnknown = false;
  const { text, path: file } = subject.document;
  const inside = callsInside(call, subject);
  const isMadeThere = ({ start }: Span): boolean =>
    inside.some((one) => one.span.start === start || one.span.start === start + 4);
  for (const argument of call.args.slice(0, mostArguments)) {
    const { path, value, span } = argument;
    given.push({ name: nameOf(path), value, span }, ...queryOf(value));
    const named = path.length <= 2 ? namedBy(argument, text) : undefined;
    // What a constructor makes in its place is all there.
    if (!named || isMadeThere(span)) continue;
    // A mapping by its name, also spread: `client.withdraw(params)`, `**params`.
    const entries = mappings(named.at(-1) ?? '', span.start);
    for (const { name, value: inner, span: at } of entries) given.push({ name, value: inner, span: at });
    if (entries.every(({ isStep }) => isStep) && mayCarry(named, path, call)) hasUnknown = true;
  }
  // `post(url, null, { params, headers })`
  for (const [, property, spread = ''] of text
    .slice(call.span.start, Math.min(call.span.end, call.span.start + longestChain))
    .matchAll(shorthand)) {
    const entries = mappings(property ?? spread, call.span.end);
    for (const { name: one, value, span } of entries) given.push({ name: one, value, span });
    if (entries.every(({ isStep }) => isStep)) hasUnknown = true;
  }
  for (const { path, value, span } of pairsOf(call)) given.push({ name: nameOf(path), value, span });
  given.push(...stepsBefore(call, subject, mappings));
  for (const one of inside) {
    given.push(...entriesOf(one));
    const handed = handedTo(one, text, mappings);
    given.push(...handed.given);
    if (handed.hasUnknown) hasUnknown = true;
  }
  given.push(...entriesBehind(call, subject));
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

const onlyName = /^(?:&\s?(?:mut\s)?|\*{1,2}|\.{3})?[$@]?([A-Za-z_]\w{0,60})(?:\.clone\(\))?$/;

/** The names of an argument that is one; a reader may know its value already. */
function namedBy({ value, span }: Binding, text: string): readonly string[] | undefined {
  if (value.kind === 'ref') return value.path;
  const name = span.end - span.start > 80 ? undefined : onlyName.exec(text.slice(span.start, span.end))?.[1];
  return name === undefined || /^(?:true|false|null|none|nil)$/i.test(name) ? undefined : [name];
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
function stepsBefore(call: Call, { reading, document: { text } }: Subject, mappings: Mappings): Given[] {
  const { start } = call.span;
  const chain = callsWithin(reading, call.span, mostWithin).filter((one) => one !== call && one.span.start === start);
  return chain.flatMap(({ callee, args }) => {
    const [first, second] = args;
    const last = callee.at(-1) ?? '';
    if (args.length > 3 || !first || callee.length < 2) return [];
    if (second && puts.test(last) && first.value.kind === 'text')
      return [{ name: folded(first.value.text.slice(0, 60)), value: second.value, span: second.span }];
    if (args.length > 1 || !/^\d*$/.test(first.path[0] ?? '')) return [];
    // `.form(&params)`
    const named = carries.test(last) ? namedBy(first, text) : undefined;
    const entries = named ? mappings(named.at(-1) ?? '', first.span.start) : [];
    const step = { name: folded(last).replace(/^set|^with/, ''), value: first.value, span: first.span };
    return [step, ...entries.map(({ name, value, span }) => ({ name, value, span }))];
  });
}

const mostWithin = 30;

function callsInside({ span }: Call, { reading }: Subject): readonly Call[] {
  return callsWithin(reading, { start: span.start + 1, end: span.end }, mostWithin);
}

/**
 * What a call within makes of what it is told: `map[string]string{"status": "1"}`, `dict(status=1)`, `{{"status", "1"}}`,
 * `.status("1")`.
 */
function entriesOf({ callee, args }: Call): Given[] {
  const named = args
    .filter(({ path }) => path.some((step) => !/^\d*$/.test(step)))
    .slice(0, mostArguments)
    .map(({ path, value, span }) => ({ name: nameOf(path), value, span }));
  const last = callee.at(-1) ?? '';
  const pairs = [
    ...pairsOf({ args }),
    ...bracedPairs(args),
    ...(makes.test(last) || puts.test(last) ? twos(args) : []),
  ];
  const [only] = args;
  const step = args.length === 1 && only?.path.length === 1 && named.length === 0 ? [{ ...only, path: callee }] : [];
  return [
    ...named,
    ...[...pairs, ...step].map(({ path, value, span }) => ({
      ...{ value, span },
      name: folded(path.at(-1) ?? '').replace(/^set|^with/, ''),
    })),
  ];
}

/** `Map.of("status", "1")`, `form.put("status", "1")`. */
function twos(args: Call['args']): Binding[] {
  const placed = args.slice(0, mostArguments).filter(({ path }) => /^\d+$/.test(path[0] ?? '') && path.length === 1);
  return placed.flatMap(({ path, value }, index) => {
    const next = placed[index + 1];
    const isName = Number(path[0]) % 2 === 0 && value.kind === 'text' && /^[A-Za-z]\w{0,60}$/.test(value.text);
    return isName && next ? [{ ...next, path: [value.text] }] : [];
  });
}

/** `{{"status", "1"}}` of C++, which has no names for the places of a list. */
function bracedPairs(args: Call['args']): Binding[] {
  return args.slice(0, mostArguments).flatMap(({ path, via, value, container }, index) => {
    const next = args[index + 1];
    if (via !== 'entry' || path.length > 1 || path[0] !== '0' || next?.path[0] !== '1' || next.container !== container)
      return [];
    return value.kind === 'text' && /^[A-Za-z]\w{0,60}$/.test(value.text) ? [{ ...next, path: [value.text] }] : [];
  });
}

/** Calls that give what they are called on in another form: `form.Encode()`. */
const encodes =
  /^(?:url_?)?encode$|^(?:to|as|into)_?(?:string|query|str|map|json|dict|h|hash|params?)\w{0,8}$|^build$|^entries$|^clone$|^(?:json|dict|copy)$/i;

/** Calls that sign or encode what a request carries. */
const sends =
  /sign|encode|stringify|query|serializ|json|form|reader|bytes|dumps|marshal|to_?value|body|content|params|headers/i;

/** The mappings that go through a call within: `sign(params)`, `strings.NewReader(form.Encode())`. */
function handedTo({ callee, args, span }: Call, text: string, mappings: Mappings): Arguments {
  const given: Given[] = [];
  let hasUnknown = false;
  const names: string[] = [];
  for (const argument of args.slice(0, mostHanded))
    if (argument.path.length === 1 && (/^\d+$/.test(argument.path[0]!) || carries.test(argument.path[0]!))) {
      const name = namedBy(argument, text);
      if (name?.length === 1) names.push(name[0]!);
    }
  const isSending = sends.test(callee.at(-1) ?? '');
  if (callee.length === 2 && encodes.test(callee[1]!)) names.push(callee[0]!);
  for (const name of names) {
    const entries = mappings(name, span.start);
    given.push(...entries.map(({ name: one, value, span: at }) => ({ name: one, value, span: at })));
    if ((carries.test(name) || isSending) && entries.every(({ isStep }) => isStep)) hasUnknown = true;
  }
  return { given, hasUnknown };
}

/** What signs or encodes takes no more. */
const mostHanded = 6;

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
    .slice(0, mostEntries)
    .filter((one) => one.span.end <= to && !/^\d*$/.test(one.path.at(-1) ?? ''))
    .map(({ name, value, span: at }) => ({ name, value, span: at }));
}

const longestBlock = 800;
/** A request has no more entries. */
const mostEntries = 100;
const byPlace = new WeakMap<readonly Setting[], readonly Setting[]>();

/** By their places. */
export function sortedSettings(settings: readonly Setting[]): readonly Setting[] {
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

const longestQuery = 1000;
