/** Calls that make clients of Binance, the names that hold these, and whether a client is given a key at all. */
import { meaningOf } from '../../clues/names.ts';
import { sdkCalls } from '../../rules/sdks.ts';
import type { Binding, Call, Subject } from '../../types.ts';
import { aliasesOf, packageName, withoutAlias } from './aliases.ts';
import { callsWithin, holdersIn } from './calls.ts';
import { secretName } from './secret-names.ts';

/** Whether a call makes a client of Binance, by the tables of SDKs. */
export function isSdkCall(call: Call, subject: Subject): boolean {
  let is = sdkCallsKnown.get(call);
  if (is === undefined) sdkCallsKnown.set(call, (is = makesClient(call, subject)));
  return is;
}

const sdkCallsKnown = new WeakMap<Call, boolean>();

function makesClient(call: Call, subject: Subject): boolean {
  const { imports } = subject.reading;
  const callee = withoutAlias(call.callee, subject).join('.');
  const found = sdkCalls.find(
    (one) => one.callee.test(callee) && (!one.imports || imports.some((name) => one.imports!.test(name))),
  );
  if (found) return true;
  if (!namesBinance(subject)) return false;
  if (subject.reading.language === 'c' && call.callee.length === 1) {
    // `BinanceClient client(key, secret, "…")`
    const type = declaredType.exec(
      subject.document.text.slice(Math.max(0, call.span.start - 100), call.span.start),
    )?.[1];
    if (type !== undefined && meaningOf(type).binance === 'name') return true;
  }
  if (call.callee.some((step) => meaningOf(step).binance === 'name')) return true;
  // By an alias: what configures clients, of the same package, is none.
  return !/config/i.test(callee) && callee.split('.').some((step) => meaningOf(step).binance === 'name');
}

const declaredType = /(?<![\w.>])([A-Z]\w{1,80})\s{1,9}$/;

/** `class Relay(Client)`: whether a client of an SDK is what a class is made from. */
export function isSdkClass(base: string | undefined, { reading: { imports } }: Subject): boolean {
  if (base === undefined) return false;
  return (
    meaningOf(base).binance === 'name' ||
    sdkCalls.some((one) => one.imports && one.callee.test(base) && imports.some((name) => one.imports!.test(name)))
  );
}

const binanceNamed = new WeakMap<Subject, boolean>();

function namesBinance(subject: Subject): boolean {
  let names = binanceNamed.get(subject);
  if (names === undefined) binanceNamed.set(subject, (names = /binance/i.test(subject.document.text)));
  return names;
}

/** Whether a name is that of a key or a secret, whoever’s. */
export function isKeyName(name: string): boolean {
  if (secretName(name) !== undefined) return true;
  const { role, use, service } = meaningOf(name);
  return (
    (role === 'api-key' || role === 'secret' || role === 'private-key') && use === undefined && service === undefined
  );
}

/** Names of variables that hold clients with a key: `client = Client(k, s)`. */
export function clientNames(subject: Subject): ReadonlySet<string> {
  const names = new Set<string>();
  const starts = new Map<number, string>();
  for (const { path, via, span, value } of subject.reading.bindings) {
    if (via === 'assign' && value.kind !== 'text') starts.set(span.start, path.at(-1) ?? '');
  }
  const { text } = subject.document;
  for (const call of subject.reading.calls.slice(0, 20_000)) {
    // `new` and `await` stand before it.
    const at = [
      call.span.start,
      ...['new ', 'await ', '&', 'new \\', 'await new ', '*'].map((word) => call.span.start - word.length),
    ].find((start) => starts.has(start));
    if (at === undefined || (at !== call.span.start && !/^(?:new |await |&|\*|new \\)/.test(text.slice(at, at + 6))))
      continue;
    if (isConfiguration(call, subject) || isKeyed(call, subject)) names.add(starts.get(at)!);
  }
  // A package of Binance’s stands for its clients: `futures.BaseApiMainUrl = …`.
  if (subject.reading.language === 'go')
    for (const one of subject.reading.imports) {
      if (!/binance/i.test(one)) continue;
      names.add(one.split('/').at(-1)!).add(packageName(one));
      for (const [alias, name] of aliasesOf(subject)) if (name === packageName(one)) names.add(alias);
    }
  return names;
}

/** The names of mappings that clients with a key are given: `new Spot(key, secret, options)`. */
export function optionNames(subject: Subject): ReadonlySet<string> {
  const names = new Set<string>();
  for (const call of subject.reading.calls.slice(0, 20_000)) {
    const named = call.args
      .slice(0, 20)
      .flatMap(({ path, value }) => (path.length === 1 && value.kind === 'ref' ? value.path.slice(-1) : []));
    if (named.length > 0 && isKeyed(call, subject)) for (const name of named) if (!isKeyName(name)) names.add(name);
  }
  return names;
}

function isKeyed(call: Call, subject: Subject): boolean {
  return isSdkCall(call, subject) && isGivenKey(call, subject);
}

/** `ClientConfiguration c = SpotRestApiUtil.getClientConfiguration()` */
function isConfiguration({ callee }: Call, { reading }: Subject): boolean {
  return (
    /^(?:get|new)?(?:Client|Rest)?Configuration(?:Rest|RestAPI|RestApi)?$/i.test(callee.at(-1) ?? '') &&
    reading.imports.some((one) => /binance/i.test(one))
  );
}

/** What is handed over beside keys: nothing, and what sends or logs. */
const neutral =
  /^(?:undefined|null|none|nil|true|false|_)$|http|client$|logger|^log$|session|agent|loop|ctx|context|proxy|timeout|testnet|symbol|url|uri|host|base|endpoint/i;
const spread = /\.\.\.\s{0,9}[$\w(]|\*\*\s{0,9}[\w(]/;
/** `{ apiKey, apiSecret }` */
const shorthand = /(?<=[{,]\s{0,40})([A-Za-z_$][\w$]{1,60})\s{0,40}(?=[,}])/g;
const mostOfChain = 60;
const longestCall = 4000;

const given = new WeakMap<Call, boolean>();

/**
 * False only for a client that is given no key: not in its arguments, by a step of its chain or as a member later. Those
 * of nautilus_trader take theirs from the environment.
 */
export function isGivenKey(call: Call, subject: Subject): boolean {
  let is = given.get(call);
  if (is === undefined) given.set(call, (is = takesKey(call, subject)));
  return is;
}

function takesKey(call: Call, subject: Subject): boolean {
  const { text } = subject.document;
  const { span, callee } = call;
  if (/ClientConfig$/.test(callee.at(-1) ?? '') || span.end - span.start > longestCall) return true;
  const source = text.slice(span.start, span.end);
  if (
    spread.test(source) ||
    [...source.matchAll(shorthand)].some(([, name]) => isKeyName(name!) || /cred|auth/i.test(name!))
  )
    return true;
  const chain = callsWithin(subject.reading, { start: span.start, end: span.start + longestCall }, mostOfChain).filter(
    (one) => one.span.start === span.start || one.span.start < span.end,
  );
  if (
    [call, ...chain].some(
      (one) => isKeyStep(one) || one.args.slice(0, 100).some((argument) => mayBeKey(argument, text)),
    )
  )
    return true;
  const holder = holdersIn(subject.reading)(call)?.path.at(-1);
  return holder !== undefined && isGivenLater(holder.replace(/\W/g, ''), subject);
}

/** `.api_key(k)`, `WithApiSecret(s)` */
function isKeyStep({ callee, args }: Call): boolean {
  const last = (callee.at(-1) ?? '').replace(/^(?:with|set)_?/i, '');
  return args.length > 0 && (isKeyName(last) || /cred|auth|hmac|signer|sign/i.test(last));
}

function mayBeKey({ path, value, span, via }: Binding, text: string): boolean {
  const name = path.findLast((step) => !/^\d*$/.test(step)) ?? '';
  const isNamed = name !== '';
  if (isNamed && !isKeyName(name) && !/cred|auth|key|secret|sign/i.test(name)) return false;
  switch (value.kind) {
    case 'text':
      return value.text.trim() !== '' && !/^(?:https?|wss?):/.test(value.text);
    case 'ref':
      return !neutral.test(value.path.at(-1) ?? '');
    case 'unknown':
      // What a mapping or a function holds is told by itself.
      return (
        isNamed ||
        (via === 'argument' &&
          !/^(?:\{|\[|\(?[\w\s,]*\)?\s*=>|function|lambda|new\s)/.test(text.slice(span.start, span.end)) &&
          !neutral.test(text.slice(span.start, span.start + 40)))
      );
    default:
      return false;
  }
}

const keysGiven =
  /(\w{1,80})\s{0,9}[?!]?(?:\.|->|::|\[["'])\s{0,9}(?:set_?)?(?:api_?key|secret|api_?secret|private_?key|key|credentials?|auth\w{0,20}|options|login)\b/gi;
const namesGiven = new WeakMap<Subject, ReadonlySet<string>>();

/** `exchange.apiKey = k`, `client.setApiKey(k)`, `exchange.options({ … })` */
function isGivenLater(name: string, subject: Subject): boolean {
  let names = namesGiven.get(subject);
  if (!names)
    namesGiven.set(subject, (names = new Set([...subject.document.text.matchAll(keysGiven)].map(([, one]) => one!))));
  return name === '' || names.has(name);
}
