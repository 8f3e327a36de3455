/** Which requests carry the header of Binance’s keys, X-MBX-APIKEY, whoever they go to. */
import { addToSet } from '../../grouped.ts';
import type { Call, Subject } from '../../types.ts';
import { callsWithin } from './calls.ts';

const sending = new WeakMap<Subject, boolean>();

/** Whether the file sends that header at all. */
export function sendsKey(subject: Subject): boolean {
  let sends = sending.get(subject);
  if (sends === undefined)
    sending.set(subject, (sends = !subject.isProse && /x-mbx-apikey/i.test(subject.document.text)));
  return sends;
}

const carriersKnown = new WeakMap<Subject, ReadonlySet<string>>();

/** The names of requests, sessions and headers that have it. */
export function carriersOf(subject: Subject): ReadonlySet<string> {
  let carriers = carriersKnown.get(subject);
  if (!carriers) carriersKnown.set(subject, (carriers = carriersIn(subject)));
  return carriers;
}

/** Whether what a call makes is given the header by its name, before the name stands for another thing. */
export function getsHeader(name: string, { span }: Call, subject: Subject): boolean {
  if (!carriersOf(subject).has(name) || !/^\w+$/.test(name)) return false;
  const { text } = subject.document;
  const binding = new RegExp(`(?<![\\w.])${name}\\b[^\\n.[(=]{0,60}=(?!=)`, 'g');
  const behind = text.slice(span.end, span.end + longestChain);
  const next = behind.search(binding);
  if (anyHeader.test(next < 0 ? behind : behind.slice(0, next))) return true;
  // Of one thing it does not matter where.
  return next < 0 && [...text.slice(Math.max(0, span.start - longestChain), span.start).matchAll(binding)].length < 2;
}

/** A request that carries the key of Binance, whoever it goes to. */
export function isHeaderSent(call: Call, subject: Subject): boolean {
  let sent = headerSent.get(call);
  if (sent === undefined)
    headerSent.set(call, (sent = hasHeader(call) || isCarried(call, subject) || isBuiltWithHeader(call, subject)));
  return sent;
}

/** What sends headers of its own sends those, and not the ones of other calls. */
export function hasOtherHeaders(call: Call, subject: Subject): boolean {
  return (
    !isHeaderSent(call, subject) &&
    call.args.slice(0, 100).some(({ path }) => path.some((step) => /^headers?$/i.test(step)))
  );
}

const headerSent = new WeakMap<Call, boolean>();

function hasHeader(call: Call): boolean {
  return call.args.some(
    ({ path, value }) =>
      path.some((step) => /^x-mbx-apikey$/i.test(step)) ||
      (value.kind === 'text' && /^x-mbx-apikey\b/i.test(value.text)),
  );
}

const header = /^x-mbx-apikey$/i;
const anyHeader = /x-mbx-apikey/i;
const ofHeaders = /^(?:headers?|common|defaults|this|self|update|set|add)$/i;

/** What gives a header to what it is called on; a request that has one of its own gives it to nothing else. */
const sets = /header|^(?:set|add|with|insert|append|put|update|default|assign|merge|config)/i;

/** `WebClient.builder().defaultHeader(…)`, `resty.New().SetHeader(…)`: what is called there has a name of its own, or none. */
function isMade(callee: readonly string[]): boolean {
  return (
    /^[A-Z]\w*[a-z]/.test(callee[0]!) ||
    callee.slice(1, -1).some((step) => /^(?:builder|new|create|extend)$/i.test(step))
  );
}

/** `HEADERS = { 'X-MBX-APIKEY': k }`, `session.headers.update(…)`, `req.Header.Set(…)`: by the last name that says which. */
function carriersIn({ settings, reading, document: { text } }: Subject): ReadonlySet<string> {
  const carriers = new Set<string>();
  if (!/x-mbx-apikey/i.test(text)) return carriers;
  /** Where mappings of a name begin that have the header, and others. */
  const having = new Map<string, Set<number>>();
  const others = new Map<string, Set<number>>();
  for (const { path, container, call } of settings) {
    if (call || path.length < 2) continue;
    const at = path.findIndex((step) => header.test(step));
    const owner = path.slice(0, at < 0 ? -1 : at);
    const name = owner.findLast((step) => !ofHeaders.test(step)) ?? owner[0];
    if (name !== undefined) addToSet(at < 0 ? others : having, name, container);
  }
  // A name that is given to other headers too says nothing.
  for (const [name, containers] of having)
    if ([...(others.get(name) ?? [])].every((container) => containers.has(container))) carriers.add(name);
  for (const { callee, args, span } of reading.calls) {
    if (
      callee.length < 2 ||
      !args
        .slice(0, 20)
        .some(
          ({ path, value }) =>
            path.some((step) => header.test(step)) || (value.kind === 'text' && header.test(value.text)),
        )
    )
      continue;
    const name = callee.slice(0, -1).findLast((step) => !ofHeaders.test(step));
    if (name !== undefined && callee.slice(0, -1).some((step) => /^headers?$/i.test(step))) carriers.add(name);
    else if (sets.test(callee.at(-1)!) && !isMade(callee)) carriers.add(callee[0]!);
    // `with ClientSession(headers={…}) as session`
    const opened = /^\s{1,9}as\s{1,9}(\w{1,60})/.exec(text.slice(span.end, span.end + 80))?.[1];
    if (opened !== undefined) carriers.add(opened);
  }
  for (const { 1: name, 2: given = '' } of text.matchAll(entityNamed)) if (hasAny(given, carriers)) carriers.add(name!);
  return carriers;
}

/** What carries headers to a request: `new HttpEntity<>(body, headers)`, and the name of it. */
const entity = /\b\w{0,20}Entity\s{0,2}(?:<[^<>()\n]{0,80}>)?\(([^()\n]{1,120})\)/g;
const entityNamed =
  /\b(\w{1,60})\s{0,4}=\s{0,4}(?:new\s{1,4})?\w{0,20}Entity\s{0,2}(?:<[^<>()\n]{0,80}>)?\(([^()\n]{1,120})\)/g;

function hasAny(given: string, carriers: ReadonlySet<string>): boolean {
  return given.split(',').some((one) => carriers.has(one.trim()));
}

/** `Request.Builder().url(…).header('X-MBX-APIKEY', key)` */
function isBuiltWithHeader({ span: { start } }: Call, subject: Subject): boolean {
  if (!sendsKey(subject)) return false;
  return callsWithin(subject.reading, { start, end: start + longestChain }, mostOfChain).some(
    (one) => one.span.start === start && one.callee.length > 1 && hasHeader(one),
  );
}

const longestChain = 2000;
const mostOfChain = 40;

/** A request by what has the header: `session.get(…)`, `fetch(url, { headers })`. */
function isCarried({ callee, args, span }: Call, subject: Subject): boolean {
  const carriers = carriersOf(subject);
  if (carriers.size === 0) return false;
  const source = subject.document.text.slice(span.start, Math.min(span.end, span.start + longestChain));
  if (/Entity/.test(source) && [...source.matchAll(entity)].some(([, given = '']) => hasAny(given, carriers)))
    return true;
  if (carriers.has('headers') && /[{,]\s{0,40}headers\s{0,40}[,}]/.test(source)) return true;
  return (
    (/^(?:get|post|put|delete|patch|request|head)$/i.test(callee.at(-1) ?? '') && carriers.has(callee.at(-2) ?? '')) ||
    args
      .slice(0, 100)
      .some(
        ({ path, value }) =>
          value.kind === 'ref' &&
          /^(?:headers?|\d*)$/i.test(path.at(-1) ?? '') &&
          carriers.has(value.path.at(-1) ?? ''),
      )
  );
}
