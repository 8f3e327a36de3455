/** What makes an address the base URL of a client that is given a key of Binance’s, or the target of a request that has one. */
import { meaningOf, meaningOfPath } from '../../clues/names.ts';
import { addToSet } from '../../grouped.ts';
import { countBefore } from '../../sorted.ts';
import type { Call, Setting, Subject } from '../../types.ts';
import { exchangeOf } from '../settings/exchange-of.ts';
import { folded } from '../subject.ts';
import { withoutAlias } from './aliases.ts';
import { baseNames, otherNames, ownNames, proxyNames, setters, shortNames, takers } from './base-names.ts';
import { callsWithin, holdersIn } from './calls.ts';
import { clientNames, isGivenKey, isKeyName, isSdkCall, isSdkClass, optionNames } from './clients.ts';
import { isMaker } from './endpoints.ts';
import { isJoined } from './joined-paths.ts';
import { keyClientsOf } from './key-clients.ts';
import { getsHeader, hasOtherHeaders, isHeaderSent, sendsKey } from './key-header.ts';

/** How an address is known to be a client’s. */
export type Reason = 'sdk' | 'own-name' | 'with-keys' | 'header';

/** What a setting is, by what it is called. */
interface Named {
  /** The steps of its path that are no indices. */
  readonly steps: readonly string[];
  /** It says where requests go. */
  readonly isBase: boolean;
  /** It stands in a mapping of addresses. */
  readonly inUrls: boolean;
  /** It may say so, of a client or beside its keys. */
  readonly isShort: boolean;
}

/** Undefined where nothing tells that the address of the setting gets a key of Binance’s. */
export function reasonOf(setting: Setting, subject: Subject): Reason | undefined {
  const { name, path, call } = setting;
  const steps = path.filter((step) => !/^\d*$/.test(step));
  if (isJoined(setting, subject) && !isOfOtherExchange(setting, subject)) return 'header';
  if (isForOthers(setting, steps) || isOfOtherExchange(setting, subject)) return undefined;
  const isBase = baseNames.test(name);
  const inUrls = steps.slice(0, -1).some((step) => /^(?:urls?|api|hosts?|endpoints?|environment)$/i.test(step));
  const named: Named = { steps, isBase, inUrls, isShort: shortNames.test(name) || inUrls };
  if (isOfKeyClient(setting, subject, named)) return 'header';
  return call ? reasonOfArgument({ ...setting, call }, subject, named) : reasonOfMember(setting, subject, named);
}

/** The same for a host without a scheme: of a request with the header, or of a connection on which one is made. */
export function takesKeyAtHost(setting: Setting, subject: Subject): boolean {
  const { name, path, call } = setting;
  if (!sendsKey(subject) || path.some((step) => /^(?:headers?|proxy|proxies|agent)$/i.test(step))) return false;
  const isHost = /^host(?:name)?$/.test(name);
  if (!call) return isHost && hasHeadersBeside(setting, subject);
  if (isHost && isHeaderSent(call, subject)) return true;
  if (!connections.test(call.callee.at(-1) ?? '') || !(isHost || (path.length === 1 && path[0] === '0'))) return false;
  const held = holdersIn(subject.reading)(call)?.path.at(-1);
  return (
    held !== undefined &&
    /^\w+$/.test(held) &&
    (getsHeader(held, call, subject) || isAskedWithHeader(held, call, subject))
  );
}

/** `{ hostname: "…", headers: { "X-MBX-APIKEY": key } }` */
function hasHeadersBeside({ container }: Setting, subject: Subject): boolean {
  return knowledgeOf(subject).withHeaders.has(container);
}

const connections = /^https?_?connection(?:_?pool)?$/i;
const longestUse = 4000;

/** `connection.request("GET", path, headers={"X-MBX-APIKEY": key})`, before the name stands for another one. */
function isAskedWithHeader(name: string, { span }: Call, subject: Subject): boolean {
  const { reading, document } = subject;
  const until = span.end + longestUse;
  const bound = new RegExp(`(?<![\\w.])${name}\\s{0,4}=(?!=)`);
  return callsWithin(reading, { start: span.end, end: until }, 200).some(
    (one) =>
      one.callee.at(-2) === name &&
      isHeaderSent(one, subject) &&
      !bound.test(document.text.slice(span.end, one.span.start)),
  );
}

/** A web hook, a page, a forward proxy. */
function isForOthers(setting: Setting, steps: readonly string[]): boolean {
  const last = steps.at(-1) ?? '';
  // ccxt puts it before each address, so that host gets the request itself; nautilus_trader means a forward proxy.
  if (/proxy_?url$/i.test(last)) {
    if (/ClientConfig$/.test(setting.call?.callee.at(-1) ?? '')) return true;
  } else if (otherNames.test(setting.name) || (proxyNames.test(last) && !isRelay(setting))) return true;
  return steps.some((step) => /^(?:proxy|proxies|agent)$/i.test(step)) && !isRelay(setting);
}

/** A forward proxy has no path: what has one, as ccxt’s `proxy`, is put before each address and gets the request itself. */
function isRelay({ name, value }: Setting): boolean {
  return name === 'proxy' && value.kind === 'text' && /^https?:\/\/[^/?#\s]{1,253}\/[^\s/]/.test(value.text);
}

/** `.baseUrl("…")` of a builder whose client has the header from an interceptor. */
function isOfKeyClient({ name, span, call }: Setting, subject: Subject, { isBase, isShort }: Named): boolean {
  const setter = call?.callee.at(-1) ?? '';
  return (
    keyClientsOf(subject).has(span) &&
    (isBase || isShort || takers.test(name) || setters.test(setter) || takers.test(setter))
  );
}

function reasonOfArgument(
  setting: Setting & { readonly call: Call },
  subject: Subject,
  named: Named,
): Reason | undefined {
  const { name, path, call, via } = setting;
  const { steps, isBase, isShort } = named;
  const handedOn = handedOnTo(setting, subject);
  if (handedOn) return reasonOf(handedOn, subject);
  if (call.callee.some((step) => /builder|^Configuration/i.test(step)) && !isGivenKey(call, subject)) return undefined;
  const isSetter = (steps.length === 0 || via === 'argument') && /^\d*$/.test(path[0] ?? '');
  if (isSetter && setters.test(call.callee.at(-1) ?? '')) return reasonOfSetter(call, subject);
  if (isSdkCall(call, subject)) {
    if (!isGivenKey(call, subject)) return undefined;
    // Of positional arguments any URL is where it sends to, but for the proxy of NewProxiedClient.
    if (steps.length === 0) return call.callee.at(-1) === 'NewProxiedClient' ? undefined : 'sdk';
    return isBase || isShort || ofClient.test(name) ? 'sdk' : undefined;
  }
  if (isOwnName(name, subject)) return 'sdk';
  if ((isBase || shortNames.test(name)) && steps.length > 0 && hasKeysBeside(setting, subject)) return 'with-keys';
  if (isBase && isOnlyClient(subject) && !hasOtherHeaders(call, subject)) return 'header';
  const holder = holdersIn(subject.reading)(call)?.path.at(-1);
  if (holder !== undefined && (steps.length === 0 || /^ur[il]$/.test(name)) && getsHeader(holder, call, subject))
    return 'header';
  if (isHeaderSent(call, subject))
    return (steps.length === 0 && path[0] === '0') || isBase || /^(?:url|uri)$/.test(name) ? 'header' : undefined;
  // `cleanEnv(process.env, { BINANCE_BASE_URL: url({ default: '…' }) })`
  return via === 'entry' && isBase && saysBinance(steps) ? 'own-name' : undefined;
}

/** `newBuilder(URI.create("…" + query))`: what only makes an address hands it to the call around it. */
function handedOnTo({ path, value, call }: Setting & { readonly call: Call }, subject: Subject): Setting | undefined {
  if (path.length !== 1 || !/^(?:0|string|str|ur[il])$/i.test(path[0]!) || !isMaker(call)) return undefined;
  const holder = holdersIn(subject.reading)(call);
  return holder?.call && { ...holder, value, name: folded(holder.path.findLast((step) => !/^\d*$/.test(step)) ?? '') };
}

const ofClient = /proxyurl$|^proxy$|^(?:ws|wss|websocket)(?:api|base|stream)?(?:url|endpoint)$/;

/** `.base_path("…")`, `client.setUrl("…")` */
function reasonOfSetter(call: Call, subject: Subject): Reason | undefined {
  const clients = clientsOf(subject);
  const isOfClient = call.callee
    .slice(0, -1)
    .some(
      (step) =>
        meaningOf(step).binance === 'name' ||
        clients.names.has(step) ||
        /^Configuration|signatureConf|clientConf|Credentials$/i.test(step),
    );
  if (isOfClient || (distinctSetter.test(call.callee.at(-1) ?? '') && importsBinance(subject))) return 'sdk';
  return isHeaderSent(call, subject) ? 'header' : undefined;
}

const distinctSetter = /path|base|proxy_?url|rest|uri|^(?:with|set)_?ws_?(?:endpoint|url)/i;

function reasonOfMember(setting: Setting, subject: Subject, named: Named): Reason | undefined {
  const { name, via } = setting;
  const { steps, isBase, isShort } = named;
  if (isOwnName(name, subject)) return 'sdk';
  if (via === 'entry' && (isBase || isShort) && clientsOf(subject).options.has(steps.at(-2) ?? '')) return 'sdk';
  if (via === 'assign' && steps.length > 1 && isOfClient(subject, named)) return 'sdk';
  if (saysBinance(steps) && (isBase || isShort || /url$|uri$|endpoint$|host$/.test(name))) return 'own-name';
  if (ofFrontEnd.test(steps.at(-1) ?? '')) return undefined;
  if (exchangeOf(setting, subject) === 'binance' && (isBase || isShort)) return 'own-name';
  if (
    isOnlyClient(subject) &&
    (isBase || /^(?:base|host|endpoint|api|url)$/.test(name)) &&
    (via === 'assign' || via === 'entry')
  )
    return 'header';
  if (isBase && via === 'assign' && isInClassOfBinance(setting, subject)) return 'own-name';
  return (isBase || /^(?:url|endpoint|httpbase)$/.test(name)) && hasKeysBeside(setting, subject)
    ? 'with-keys'
    : undefined;
}

/** What a build puts into pages says where these ask, unless it names Binance: `NEXT_PUBLIC_API_URL`. */
const ofFrontEnd =
  /^(?:(?:NEXT|EXPO|NUXT)_PUBLIC|PUBLIC|VITE|REACT_APP|VUE_APP|NG_APP|NUXT|GATSBY|STORYBOOK|PLASMO_PUBLIC)_/;

/** `client.BaseURL = "…"`, `exchange.urls['api'] = '…'` */
function isOfClient(subject: Subject, { steps, isBase, inUrls }: Named): boolean {
  const { names } = clientsOf(subject);
  if (
    (isBase || inUrls || /^(?:api_?url|base_?url|.*_url|url|urls|api|proxy)$/i.test(steps.at(-1) ?? '')) &&
    steps.slice(0, -1).some((step) => names.has(step) || meaningOf(step).binance === 'name')
  )
    return true;
  return isBase && /^Client|^AsyncClient$/.test(steps.at(-2) ?? '');
}

function saysBinance(steps: readonly string[]): boolean {
  return steps.some((step) => meaningOf(step).binance === 'name');
}

function importsBinance({ reading: { imports } }: Subject): boolean {
  return imports.some((one) => /binance/i.test(one));
}

function isOwnName(name: string, subject: Subject): boolean {
  return ownNames.test(name) && importsBinance(subject);
}

/** The file sends the header, and nothing tells by which of its clients. */
function isOnlyClient(subject: Subject): boolean {
  return sendsKey(subject) && !keyClientsOf(subject).any;
}

interface Clients {
  /** Names that hold clients with a key. */
  readonly names: ReadonlySet<string>;
  /** Names of the options that they are given. */
  readonly options: ReadonlySet<string>;
}

const clientsKnown = new WeakMap<Subject, Clients>();

function clientsOf(subject: Subject): Clients {
  let clients = clientsKnown.get(subject);
  if (!clients) clientsKnown.set(subject, (clients = { names: clientNames(subject), options: optionNames(subject) }));
  return clients;
}

/** Of a chain its beginning and its end. */
function outermost(callee: readonly string[]): readonly string[] {
  return callee.length > 12 ? [...callee.slice(0, 6), ...callee.slice(-6)] : callee;
}

function isOfOtherExchange(setting: Setting, subject: Subject): boolean {
  const callee = setting.call ? withoutAlias(setting.call.callee, subject) : [];
  const { binance, exchange } = meaningOfPath([...outermost(callee), ...setting.path]);
  if (binance === 'name') return false;
  const beside = exchangeOf(setting, subject);
  return exchange !== undefined || (beside !== undefined && beside !== 'binance');
}

/** The names of the keys that stand beside it. */
function keysBeside({ call, container, path }: Setting, subject: Subject): readonly string[] {
  if (!call) return [...(knowledgeOf(subject).keysAt.get(`${String(container)}\0${placeOf(path)}`) ?? [])];
  return call.args
    .slice(0, 100)
    .filter(({ path: steps, via }) => via !== 'argument' || /\D/.test(steps[0] ?? ''))
    .map(({ path: steps }) => steps.at(-1) ?? '')
    .filter(isKeyName);
}

/**
 * Keys whose names say whose they are leave open whose an address beside them is that says nothing: `BINANCE_API_KEY` and
 * `API_BASE_URL` of one file are a bot’s key and, as often, the bot’s own server. So do others beside a whole pair of them,
 * as a server’s `SECRET_KEY`.
 */
function hasKeysBeside(setting: Setting, subject: Subject): boolean {
  const keys = keysBeside(setting, subject).map(meaningOf);
  if (keys.length === 0 || setting.path.some((step) => meaningOf(step).binance !== undefined)) return keys.length > 0;
  const named = keys.filter(({ binance }) => binance !== undefined);
  const isPair = named.some(({ role }) => role === 'api-key') && named.some(({ role }) => role !== 'api-key');
  return named.length < keys.length && !isPair;
}

interface Known {
  /** By where they stand, container and path, the names of keys. */
  readonly keysAt: ReadonlyMap<string, ReadonlySet<string>>;
  /** The mappings that have headers with the key in them. */
  readonly withHeaders: ReadonlySet<number>;
  /** The classes, in the order of the text. */
  readonly classes: readonly { readonly at: number; readonly isBinance: boolean }[];
}

const known = new WeakMap<Subject, Known>();
const classHead =
  /\b(?:class|struct|impl|object|module|trait|interface)\s+([A-Za-z_]\w{0,80})(?:(?:\s{0,9}[(<]\s{0,9}|\s{0,9}:[ \t]{0,9})([A-Za-z_][\w.]{0,80})|\s{1,9}extends\s{1,9}([A-Za-z_][\w.]{0,80}))?/g;

function knowledgeOf(subject: Subject): Known {
  let knows = known.get(subject);
  if (knows) return knows;
  const keysAt = new Map<string, Set<string>>();
  for (const { path, container, call } of subject.settings) {
    const name = path.at(-1) ?? '';
    if (!call && isKeyName(name)) addToSet(keysAt, `${String(container)}\0${placeOf(path)}`, name);
  }
  const withHeaders = new Set<number>();
  const { text } = subject.document;
  for (const { name, container, span } of sendsKey(subject) ? subject.settings : [])
    if (
      /^headers?$/.test(name) &&
      /x-mbx-apikey/i.test(text.slice(span.start, Math.min(span.end, span.start + longestUse)))
    )
      withHeaders.add(container);
  const classes = [...text.matchAll(classHead)].map(({ index, 1: name, 2: base, 3: extended }) => ({
    at: index,
    isBinance: meaningOf(name!).binance === 'name' || isSdkClass(base ?? extended, subject),
  }));
  knows = { keysAt, withHeaders, classes };
  known.set(subject, knows);
  return knows;
}

/** The steps above the last, of properties too: `binance.api.url` stands in `binance.api`. */
function placeOf(path: readonly string[]): string {
  return path
    .flatMap((step) => step.split('.'))
    .slice(0, -1)
    .join('\0');
}

/** `class BinanceClient: BASE_URL = …` */
function isInClassOfBinance({ span }: Setting, subject: Subject): boolean {
  const { classes } = knowledgeOf(subject);
  const before = countBefore(classes.length, (index) => classes[index]!.at < span.start);
  return before > 0 && classes[before - 1]!.isBinance;
}
