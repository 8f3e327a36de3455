/**
 * The names that a document joins with a path of Binance’s API which needs a key, in a file that sends one:
 * `gateway + "/api/v3/account"`, `f"{ROOT}/fapi/v2/balance"`. What they stand for gets the key.
 */
import type { Call, Subject } from '../../types.ts';
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

const known = new WeakMap<Subject, ReadonlySet<string>>();

export function joinedNames(subject: Subject): ReadonlySet<string> {
  let names = known.get(subject);
  if (!names) known.set(subject, (names = sendsKey(subject) ? collect(subject) : new Set()));
  return names;
}

function collect(subject: Subject): ReadonlySet<string> {
  const { text } = subject.document;
  const names = new Set<string>();
  let count = 0;
  for (const { 0: whole, 1: family, 2: rest = '', index } of text.matchAll(apiPath)) {
    if ((count += 1) > mostPaths) break;
    if (open.test(rest) || (family === 'api' && !ofSpot.test(rest))) continue;
    const source = text.slice(Math.max(0, index - reach), index);
    const told =
      nameBefore(source) ?? nameBehind(source, text.slice(index + whole.length, index + whole.length + reach));
    if (told !== undefined) names.add(told);
  }
  for (const call of subject.reading.calls) for (const one of namesInUrl(call, subject)) names.add(one);
  return names;
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
  `^(?:[a-zA-Z$@]{0,2}["'\`]\\s{0,2}(?:\\$\\{|\\{\\$?|#\\{|\\\\\\(|\\$))?${name}\\s{0,4}(?=[}+.)/~*]|<>)`,
);

/** `fetch(root + path, { headers })`: the name that the address of a request with the key begins with. */
function namesInUrl(call: Call, subject: Subject): string[] {
  const { args } = call;
  if (args.length === 0 || args.length > 12) return [];
  const parts = args.filter(({ path, value }) => value.kind === 'unknown' && ofUrl.test(path.at(-1) ?? ''));
  if (parts.length === 0) return [];
  const holder = holdersIn(subject.reading)(call)?.path.at(-1);
  if (!isHeaderSent(call, subject) && !(holder !== undefined && carriersOf(subject).has(holder))) return [];
  return parts.flatMap(({ span }) => {
    const told = beginning.exec(subject.document.text.slice(span.start, Math.min(span.end, span.start + reach)))?.[1];
    return told === undefined ? [] : [told];
  });
}
