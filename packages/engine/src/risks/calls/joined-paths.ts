/**
 * The names that a document joins with a path of Binance’s API which needs a key, in a file that sends one:
 * `gateway + "/api/v3/account"`, `f"{ROOT}/fapi/v2/balance"`. What they stand for gets the key.
 */
import { addToGroup } from '../../grouped.ts';
import { countBefore } from '../../sorted.ts';
import type { Call, Setting, Subject } from '../../types.ts';
import { holdersIn } from './calls.ts';
import { carriersOf, isHeaderSent, sendsKey } from './key-header.ts';

const apiPath = /\/?\b(api|sapi|fapi|dapi|papi|eapi|wapi)\/v\d(?:\/([\w/-]{0,60}))?/g;
/** Endpoints that anyone may ask, in every API of Binance’s. */
const open =
  /^(?:ping|time|exchangeInfo|depth|trades|historicalTrades|aggTrades|klines|uiKlines|continuousKlines|indexPriceKlines|markPriceKlines|premiumIndex\w*|fundingRate|fundingInfo|ticker(?:\/.*)?|avgPrice|openInterest\w*|index|mark|constituents|assetIndex|indexInfo|executionRules|system\/status)\/?$/i;
/** Of `api/v3`, which other services have too, what Binance’s has. */
const ofSpot =
  /^(?:account\w*|order\w*|openOrders?|allOrders?|openOrderList|allOrderList|myTrades|myPreventedMatches|myAllocations|myFilters|rateLimit|sor|userDataStream\w*)(?:\/|$)|^$/i;

const step = '[A-Za-z_]\\w{0,60}';
/** A name with what it stands in: `this.base`, `self::ROOT`, `@gateway`, `$this->gw`. */
const name = `[$@]{0,2}(?:${step}\\s{0,2}(?:\\.|->|::)\\s{0,2}\\$?){0,5}(${step})`;
/** What may stand between a name and the path in the text that is joined. */
const before = new RegExp(
  `(?:${[
    // "${ROOT}/…", "{root}/…", "#{root}/…", "\(root)/…", "{$root}/…"
    `[{(]\\s{0,4}${name}(?:\\(\\))?\\s{0,4}[})]{1,2}["']?`,
    // "$ROOT/…"
    `\\$${name}["']?`,
    // ROOT + "/…", ROOT . '/…', ROOT <> "/…", ROOT .. "/…", ROOT "/…", paste0(ROOT, "/…"), urljoin(ROOT, "/…")
    `${name}(?:\\(\\)|\\.\\w{1,12}\\([^()\\n]{0,6}\\)){0,2}\\s{0,20}(?:\\+{1,2}|<<|\\.{1,2}|<>|&|\\*|\\|\\||~|,|\\/|)\\s{0,20}[a-zA-Z@$]{0,2}["'\`]`,
    // ROOT.join("/…"), ROOT.resolve("/…")
    `${name}\\s{0,4}\\.\\s{0,4}(?:join|resolve|concat|append\\w{0,20}|with_?path)\\(\\s{0,9}["'\`]`,
  ].join('|')})$`,
);
/** "%s/…", "{}/…", "{0}/…" */
const slot = /(["'`])(?:%(?:\d\$)?[sv@]|%\d%|\{\d?\})$/;
/** What fills the slot: `, ROOT`, `.format(ROOT)`, `% ROOT` */
const filler = new RegExp(`^\\s{0,20}(?:\\.format(?:ted)?\\(|%\\s{0,4}\\(?|,)\\s{0,20}${name}`);
/** `new URL("/api/v3/account", ROOT)` */
const urlOf = /\bur[li]\(\s{0,9}["'`]$/i;
const reach = 200;
const mostPaths = 2000;

interface Joined {
  /** The names, of which nothing tells where they get their value. */
  readonly names: ReadonlySet<string>;
  /** Where the addresses begin that the other names stand for. */
  readonly addresses: readonly number[];
}

const known = new WeakMap<Subject, Joined>();

/** Whether the setting gives its value to a name that is joined with such a path, or is the address of a request. */
export function isJoined({ path, span, via }: Setting, subject: Subject): boolean {
  let joined = known.get(subject);
  if (!joined) known.set(subject, (joined = sendsKey(subject) ? collect(subject) : none));
  const { names, addresses } = joined;
  if (via !== 'argument' && names.has(path.findLast((step) => !/^\d*$/.test(step)) ?? '')) return true;
  const next = addresses[countBefore(addresses.length, (i) => addresses[i]! < span.start)];
  return next !== undefined && next < span.end;
}

const none: Joined = { names: new Set(), addresses: [] };

function collect(subject: Subject): Joined {
  const { text } = subject.document;
  /** By the name the places where it is joined. */
  const places = new Map<string, number[]>();
  let count = 0;
  for (const { 0: whole, 1: family, 2: rest = '', index } of text.matchAll(apiPath)) {
    if ((count += 1) > mostPaths) break;
    if (open.test(rest) || (family === 'api' && !ofSpot.test(rest))) continue;
    const source = text.slice(Math.max(0, index - reach), index);
    const told =
      nameBefore(source) ?? nameBehind(source, text.slice(index + whole.length, index + whole.length + reach));
    if (told !== undefined) addToGroup(places, told, index);
  }
  /** Of those that are the whole address: they tell of what they are made from, and of nothing else that is called so. */
  const whole = new Map<string, number[]>();
  for (const call of subject.reading.calls)
    for (const { name, isWhole } of namesInUrl(call, subject))
      addToGroup(isWhole ? whole : places, name, call.span.start);
  const joined = definedBy(places, text);
  const addresses = [...joined.addresses, ...madeFor(whole, text)].sort((a, b) => a - b);
  return { names: joined.names, addresses };
}

const mostNames = 60;
/** What may stand before an address that gets a name: the type of it and a sign, in any language. */
const binding =
  '\\b["\'`\\]]{0,2}(?:[ \\t]{1,4}string|[ \\t]{0,4}:[^\\n"\'`=]{1,40}?)?[ \\t]{0,20}(?::?=>?|:|<-|[({]|(?=[ \\t"\']))[ \\t]{0,20}';
const address = '["\'`]?(?=(?:https?|wss?)://)';
/** `fmt.Sprintf("https://…", path)`, `format!("…")`, `URI.create("…" + query)` */
const maker = '(?:new[ \\t]{1,4})?[\\w.:!]{1,40}\\([ \\t]{0,4}[a-zA-Z@$]{0,2}';

/** By the names where the addresses begin that they are given, in the order of the text. */
function definitionsOf(names: readonly string[], text: string, made = ''): Map<string, number[]> {
  const definitions = new Map<string, number[]>();
  const pattern = new RegExp(`(?<!\\w)(${names.join('|')})${binding}${made}${address}`, 'g');
  for (const { 0: whole, 1: name = '', index } of text.matchAll(pattern))
    addToGroup(definitions, name, index + whole.length);
  return definitions;
}

/** Of names that several classes have each place means the definition before it. */
function definedBy(places: ReadonlyMap<string, readonly number[]>, text: string): Joined {
  const names = [...places.keys()].slice(0, mostNames);
  if (names.length === 0) return none;
  const definitions = definitionsOf(names, text);
  const addresses = new Set<number>();
  for (const [name, those] of definitions)
    for (const place of places.get(name) ?? [])
      addresses.add(those[Math.max(0, countBefore(those.length, (i) => those[i]! < place) - 1)]!);
  return {
    names: new Set(names.filter((name) => !definitions.has(name))),
    addresses: [...addresses].sort((a, b) => a - b),
  };
}

const farthest = 4000;

/** The addresses that a call makes of which a name is the whole, at the places: nothing else may get the name between. */
function madeFor(places: ReadonlyMap<string, readonly number[]>, text: string): number[] {
  const names = [...places.keys()].slice(0, mostNames);
  if (names.length === 0) return [];
  const found: number[] = [];
  for (const [name, those] of definitionsOf(names, text, maker)) {
    const bound = new RegExp(`(?<!\\w)${name}\\s{0,4}:?=(?![=>])`);
    for (const place of places.get(name) ?? []) {
      const made = those[countBefore(those.length, (i) => those[i]! < place) - 1];
      if (made !== undefined && place - made < farthest && !bound.test(text.slice(made, place))) found.push(made);
    }
  }
  return found;
}

function nameBefore(source: string): string | undefined {
  return before
    .exec(source)
    ?.slice(1)
    .find((one: string | undefined) => one !== undefined);
}

function nameBehind(source: string, rest: string): string | undefined {
  const quote = slot.exec(source)?.[1] ?? (urlOf.test(source) ? source.at(-1) : undefined);
  if (quote === undefined) return undefined;
  const end = rest.indexOf(quote);
  return end < 0 ? undefined : filler.exec(rest.slice(end + 1))?.[1];
}

const ofUrl = /^(?:0|1|url|uri)$/i;
const beginning = new RegExp(
  `^(?:[a-zA-Z$@]{0,2}["'\`]\\s{0,2}(?:\\$\\{|\\{\\$?|#\\{|\\\\\\(|\\$))?${name}\\s{0,4}(?=[}+)/~*]|\\.{1,2}\\s{0,2}["'\`$]|<>)`,
);

/** The name alone, lent or copied. */
const alone = new RegExp(`^&?\\s{0,2}${name}(?:\\.(?:clone|as_?str|to_?string|get_?url)\\(\\))?$`, 'i');

interface InUrl {
  readonly name: string;
  readonly isWhole: boolean;
}

/** `fetch(root + path, { headers })`: the name that the address of a request with the key begins with, or is. */
function namesInUrl(call: Call, subject: Subject): InUrl[] {
  const { args } = call;
  if (args.length === 0 || args.length > 12) return [];
  const parts = args.filter(
    ({ path, value }) => (value.kind === 'unknown' || value.kind === 'ref') && ofUrl.test(path.at(-1) ?? ''),
  );
  if (parts.length === 0) return [];
  const holder = holdersIn(subject.reading)(call)?.path.at(-1);
  if (!isHeaderSent(call, subject) && !(holder !== undefined && carriersOf(subject).has(holder))) return [];
  return parts.flatMap(({ span }) => {
    const source = subject.document.text.slice(span.start, Math.min(span.end, span.start + reach));
    const isWhole = alone.test(source);
    const name = (isWhole ? alone : beginning).exec(source)?.[1];
    return name === undefined ? [] : [{ name, isWhole }];
  });
}
