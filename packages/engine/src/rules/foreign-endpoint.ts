/** Base URLs of Binance clients that are not Binance’s: who runs that host gets every signed request. Not forward proxies. */
import { meaningOf, shownInLowerCase } from '../clues/names.ts';
import { otherNames, proxyNames, proxyPort } from '../risks/calls/base-names.ts';
import { type Reason, reasonOf, takesKeyAtHost } from '../risks/calls/base-urls.ts';
import { bareHostOf, hostOf, ownerOf } from '../risks/calls/hosts.ts';
import { extentOf, verbatim } from '../read/pieces.ts';
import { occurrences } from '../risks/calls/parts.ts';
import { dependencyFile } from '../risks/gate.ts';
import { isCompared, literalSpan } from '../risks/settings/values.ts';
import { clue } from '../signals.ts';
import type { Clue, Rule, Subject, TextValue, Value } from '../types.ts';

/** Services of public data need no key. */
const keyless = /^data-api\.|^data\./;

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

const longestTemplate = 300;

/** The tree of an editor has each part of a template by itself: of the first one the whole, as it is read elsewhere. */
function wholeTemplate(value: TextValue, source: string): TextValue {
  if (value.pieces.length === 0) return value;
  const { start, end } = extentOf(value);
  if (!source.startsWith('${', end) || source.charAt(start - 1) !== '`') return value;
  const close = source.slice(end, end + longestTemplate).indexOf('`');
  return close < 0 ? value : verbatim(source, start, end + close);
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
    'A base URL of a Binance client, in any SDK, bot or configuration, whose host is not one of Binance’s, and requests with the header X-MBX-APIKEY to such a host, also where their path is filled in or they are given the host alone. Not this machine, mocks, placeholders, or forward proxies (`httpsProxy`), which see only encrypted traffic.',
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
      for (const given of textsOf(setting.value)) {
        const value = wholeTemplate(given, document.text);
        const host = foreignHost(value.text);
        if (host === undefined) {
          const bare = bareHostOf(value.text);
          if (bare === undefined || ownerOf(bare) !== 'stranger' || !takesKeyAtHost(setting, subject)) continue;
          const span = literalSpan(document.text, value) ?? setting.span;
          if (isProse || seen.has(span.start)) continue;
          seen.add(span.start);
          const name = setting.path.join('.');
          yield { span, name, message: messageOf(bare), confidence: 'likely', clues: clues('header') };
          continue;
        }
        if ((isProse || isTemplate) && /\bexample\.(?:com|org|net)$/.test(host)) continue;
        const reason = reasonOf(setting, subject);
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
      {
        path: 'compose.yaml',
        text: 'services:\n  bot:\n    environment:\n      BINANCE_BASE_URL: ${BINANCE_BASE_URL:-«https://r.fly.dev»}',
      },
      {
        path: 'chart/templates/config.yaml',
        text: 'data:\n  BINANCE_BASE_URL: {{ .Values.binance.url | default «"https://r.fly.dev"» | quote }}',
      },
      {
        path: 'settings.py',
        text: 'import os\nfrom binance.spot import Spot\nGATEWAY = os.getenv("GATEWAY", «"https://r.fly.dev"»)\nspot = Spot(KEY, SECRET, base_url=GATEWAY)\nother = os.environ.get("BINANCE_API_URL") or «"https://s.fly.dev"»',
      },
      {
        path: 'config.rs',
        text: 'fn base() -> String { std::env::var("BINANCE_BASE_URL").unwrap_or_else(|_| «"https://r.fly.dev"».into()) }',
      },
      {
        path: 'rest.cpp',
        text: '#include <cpr/cpr.h>\nconst std::string kRoot = «"https://r.fly.dev"»;\nauto get() { return cpr::Get(cpr::Url{kRoot + "/api/v3/account?" + query}, cpr::Header{{"X-MBX-APIKEY", key}}); }',
      },
      {
        path: 'main.go',
        text: 'package main\n\nimport connector "github.com/binance/binance-connector-go"\n\nconst gateway = «"https://r.fly.dev"»\n\nvar client = connector.NewClient(key, secret, gateway)',
      },
      {
        path: 'Net.kt',
        text: 'val keyed = OkHttpClient.Builder()\n  .addInterceptor { it.proceed(it.request().newBuilder().header("X-MBX-APIKEY", key).build()) }\n  .build()\nval spot = Retrofit.Builder().baseUrl(«"https://r.fly.dev/"»).client(keyed).build()\nval news = Retrofit.Builder().baseUrl("https://news.desk.dev/").build()',
      },
      {
        path: 'api.mjs',
        text: "const call = (path, q) => fetch(«`https://r.fly.dev${path}?${q}`», { headers: { 'X-MBX-APIKEY': key } });",
      },
      {
        path: 'api.py',
        text: 'import requests\na = requests.get(«"https://r.fly.dev%s?%s"» % (path, q), headers={"X-MBX-APIKEY": k})\nb = requests.get(«"https://s.fly.dev{}"».format(path), headers={"X-MBX-APIKEY": k})',
      },
      {
        path: 'api.go',
        text: 'package main\n\nfunc account(path, q string) {\n\tu := fmt.Sprintf(«"https://r.fly.dev%s?%s"», path, q)\n\treq, _ := http.NewRequest("GET", u, nil)\n\treq.Header.Set("X-MBX-APIKEY", apiKey)\n}',
      },
      {
        path: 'api.rs',
        text: 'let res = client.get(format!(«"https://r.fly.dev{}?{}"», path, q)).header("X-MBX-APIKEY", key).send().await?;',
      },
      {
        path: 'Api.java',
        text: 'class Api {\n  HttpRequest a = HttpRequest.newBuilder(URI.create(«"https://r.fly.dev/api/v3/account?"» + q)).header("X-MBX-APIKEY", key).build();\n  HttpRequest b = HttpRequest.newBuilder().uri(URI.create(«"https://s.fly.dev/api/v3/account?"» + q)).header("X-MBX-APIKEY", key).build();\n}',
      },
      {
        path: 'Rest.java',
        text: 'class Rest {\n  Account account(String q) {\n    headers.set("X-MBX-APIKEY", key);\n    return rest.exchange(«"https://r.fly.dev/api/v3/account?"» + q, HttpMethod.GET, new HttpEntity<>(headers), Account.class).getBody();\n  }\n}',
      },
      {
        path: 'api.js',
        text: "https.request({ hostname: «'r.fly.dev'», path, headers: { 'X-MBX-APIKEY': key } });\nconst options = { hostname: «'s.fly.dev'», path, headers: { 'X-MBX-APIKEY': key } };\nhttps.request(options);",
      },
      {
        path: 'conn.py',
        text: 'import http.client\nc = http.client.HTTPSConnection(«"r.fly.dev"»)\nc.request("GET", "/api/v3/account?" + q, headers={"X-MBX-APIKEY": k})',
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
        path: 'application.properties',
        text: 'binance.api-key=${BINANCE_API_KEY}\nbinance.base-url=${BINANCE_BASE_URL:https://api.binance.com}\nbinance.status-url=${STATUS_URL:https://status.desk.dev}',
      },
      {
        path: 'rest.py',
        text: 'import requests\nNEWS = "https://news.desk.dev"\nROOT = "https://api.binance.com"\ndef account(q): return requests.get(f"{ROOT}/api/v3/account?{q}", headers={"X-MBX-APIKEY": KEY})\ndef news(): return requests.get(f"{NEWS}/latest")',
      },
      {
        path: 'two.py',
        text: 'import requests\nclass Binance:\n    ROOT = "https://api.binance.com"\n    def account(self): return requests.get(self.ROOT + "/api/v3/account", headers={"X-MBX-APIKEY": KEY})\nclass News:\n    ROOT = "https://news.desk.dev"\n    def latest(self): return requests.get(self.ROOT + "/latest")',
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
      {
        path: '.env',
        text: 'BINANCE_API_KEY=\nBINANCE_API_SECRET=\nAPI_URL=https://desk.fly.dev\nNEXT_PUBLIC_API_BASE_URL=https://desk.fly.dev',
      },
      {
        path: 'config.py',
        text: 'import ccxt\nclass Settings:\n    binance_api_key: str = ""\n    api_base_url: str = "https://desk.fly.dev"',
      },
      {
        path: 'settings.py',
        text: 'SECRET_KEY = env["SECRET_KEY"]\nBINANCE_API_KEY = env["BINANCE_API_KEY"]\nBINANCE_API_SECRET = env["BINANCE_API_SECRET"]\nAPI_URL = "https://desk.fly.dev"',
      },
      { path: '.env', text: 'EXCHANGE=binance\nAPI_KEY=\nAPI_SECRET=\nVITE_API_URL=https://desk.fly.dev' },
      {
        path: 'api.mjs',
        text: "const call = (path) => fetch(`https://api.binance.com${path}`, { headers: { 'X-MBX-APIKEY': key } });\nconst other = (top, path) => fetch(`https://desk.fly.${top}${path}`, { headers: { 'X-MBX-APIKEY': key } });",
      },
      {
        path: 'conn.py',
        text: 'import http.client\nc = http.client.HTTPSConnection("news.desk.dev")\nc.request("GET", "/latest")\nc = http.client.HTTPSConnection("api.binance.com")\nc.request("GET", "/api/v3/account?" + q, headers={"X-MBX-APIKEY": k})',
      },
      { path: '.env', text: 'BINANCE_API_KEY=\nHTTPS_PROXY=http://1.2.3.4:3128\nAPP_URL=https://bot.foo.dev' },
    ],
    missed: [
      {
        path: 'bot.mjs',
        text: "import { Spot } from '@binance/connector';\nconst client = new Spot(key, secret, { baseURL: 'https://' + host });",
        because: 'what a name is when it runs is not known',
      },
      {
        path: 'config.mjs',
        text: "const { BINANCE_BASE_URL = 'https://r.fly.dev' } = process.env;",
        because: 'what a pattern takes apart is read as what is compared',
      },
    ],
  },
};

function isComment({ reading: { comments } }: Subject, at: number): boolean {
  return comments.some(({ start, end }) => start <= at && at < end);
}
