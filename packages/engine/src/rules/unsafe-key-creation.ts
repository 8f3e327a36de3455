/** Code that makes keys which work from anywhere. Not keys that people make, and not reading or deleting them. */
import { addToGroup } from '../grouped.ts';
import { argumentsOf, type Given } from '../risks/calls/arguments.ts';
import { namedEndpoints } from '../risks/calls/endpoint-names.ts';
import { type Endpoint, endpointsIn, isSdkSource } from '../risks/calls/endpoints.ts';
import { type Mappings, mappingsOf } from '../risks/calls/mappings.ts';
import { isEmpty, judged, openStatus } from '../risks/calls/key-requests.ts';
import { askedOf } from '../risks/calls/queries.ts';
import { holdersIn, oftenAt } from '../risks/calls/calls.ts';
import { calleeOf, isCalled, type Receivers, receiversOf } from '../risks/calls/receivers.ts';
import { folded } from '../risks/subject.ts';
import { switched, wordOf } from '../risks/settings/values.ts';
import { clue } from '../signals.ts';
import type { Call, Risk, Rule, Setting, Span, Subject, Value } from '../types.ts';
import { keyEndpoints, keyMethods, linkRights, onlyLinkRights } from './key-calls.ts';

const endpoints = new Map(keyEndpoints.map(({ path, kind }) => [path.toLowerCase(), kind]));
/** After its version each, or the whole of Link’s. */
const paths = new RegExp(
  `(?:(\\/?\\bsapi\\/v\\d\\/|(?<=["'\`/}])\\/?(?=oauth-api\\/))|(?<=["'\`}]\\/?(?:v\\d\\/)?))(${keyEndpoints
    .map(({ path }) => path)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\w/-])`,
  'gi',
);

export const unsafeKeyCreation: Rule = {
  id: 'unsafe-key-creation',
  title: 'Keys made without an IP list',
  severity: 'medium',
  finds:
    'Calls that make an API key for a sub-account, a broker’s customer or margin trading, or change its restriction, so that it works from any address: `status: 1`, no `ip`, trading rights without a list, addresses taken off the list.',
  why: 'A key that is bound to addresses is worth little to a thief. A program that makes keys without that makes many such keys, and nobody looks at each of them. For Binance `status` 1 is “unrestricted” and 2 is “trusted addresses only”; some guides have it the other way round.',
  advice: [
    'Make sub-account keys with `status: 2` and `ipAddress`, special margin keys with `ip`.',
    'Give each key only the rights that it needs; `permissionMode: READ` is enough for watching.',
    'Restrict the keys that exist already, or delete them.',
  ],
  references: [
    'https://developers.binance.com/docs/sub_account/api-management',
    'https://developers.binance.com/docs/margin_trading/trade/Create-Special-Key-of-Low-Latency-Trading',
    'https://developers.binance.com/docs/binance_link/link-and-trade/fast-api',
  ],
  *look(subject) {
    if (subject.isProse || isSdkSource(subject.document.text)) return;
    const mappings = mappingsOf(subject);
    const seen = new Set<number>();
    for (const risk of found(subject, mappings)) {
      if (seen.has(risk.span.start)) continue;
      seen.add(risk.span.start);
      yield risk;
    }
  },
  examples: {
    leaks: [
      {
        path: 'keys.js',
        text: "const params = sign({ email, subAccountApiKey, status: «1» });\nawait axios.post('https://api.binance.com/sapi/v2/sub-account/subAccountApi/ipRestriction', null, { params, headers });",
      },
      {
        path: 'keys.ts',
        text: "const url = new URL('https://api.binance.com/sapi/v2/sub-account/subAccountApi');\nurl.searchParams.set('status', «'1'»);\nawait fetch(url, { method: 'POST', headers });",
      },
      {
        path: 'Keys.java',
        text: '// api.binance.com\nclass Keys { void open() { String body = "subAccountId=" + id + "&status=«1»"; post("https://api.binance.com/sapi/v2/sub-account/subAccountApi", body); } }',
      },
      {
        path: 'Keys.java',
        text: 'import com.binance.connector.client.SpotClient;\nclass Keys { void open(SpotClient client) {\n    Map<String, Object> parameters = new LinkedHashMap<>();\n    parameters.put("status", «"1"»);\n    client.createSubAccount().updateIpRestriction(parameters);\n} }',
      },
      {
        path: 'Keys.cs',
        text: 'using Binance.Net.Clients;\nvar client = new BinanceRestClient();\nawait client.GeneralApi.SubAccount.UpdateIpRestrictionForSubAccountApiKeyAsync(key, «false», null);\nawait client.GeneralApi.Brokerage.CreateApiKeyForSubAccountAsync(id, isSpotTradingEnabled: «true»);',
      },
      {
        path: 'keys.go',
        text: 'package main // api.binance.com\nfunc f() { c.do("POST", "/sapi/v2/sub-account/subAccountApi", url.Values{"subAccountId": {id}, "status": {«"1"»}}) }',
      },
      {
        path: 'keys.js',
        text: "signed('POST', '/sapi/v2/sub-account/subAccountApi', { subAccountId: id, status: «1», canTrade: true });",
      },
      { path: 'keys.js', text: "// api.binance.com\nsigned('POST', «'/sapi/v1/margin/apiKey'», { apiName: name });" },
      {
        path: 'keys.py',
        text: 'from binance import Client\nclient = Client(key, secret)\n«client.create_special_key»(apiName="bot")',
      },
      {
        path: 'keys.ts',
        text: "import { MarginTrading } from '@binance/margin-trading';\nconst client = new MarginTrading({ configurationRestAPI });\nawait «client.restAPI.createSpecialKey»({ apiName });",
      },
      {
        path: 'keys.ts',
        text: "import { MainClient } from 'binance';\nconst api = new MainClient({ api_key, api_secret });\nawait api.createApiKeyBrokerSubAccount({ subAccountId, canTrade: «true» });",
      },
      {
        path: 'keys.py',
        text: 'params = {"email": e, "subAccountApiKey": k}\nparams["status"] = «"1"»\nrequests.post(BINANCE + "/sapi/v2/sub-account/subAccountApi/ipRestriction", params=params)',
      },
      {
        path: 'Keys.java',
        text: 'import com.binance.connector.client.impl.SpotClientImpl;\nclass Keys { void make() {\n    Map<String, Object> parameters = new LinkedHashMap<>();\n    parameters.put("status", «1»);\n    client.createSubAccount().createSubAccountApiKey(parameters);\n} }',
      },
      {
        path: 'keys.sh',
        text: 'curl -X POST «"https://api.binance.com/sapi/v1/margin/apiKey?apiName=x&timestamp=$T&signature=$S"»',
      },
      {
        path: 'keys.sh',
        text: 'q="apiName=x&timestamp=$T"\ncurl -X POST «"https://api.binance.com/sapi/v1/margin/apiKey?$q&signature=$(./sign "$q")"»',
      },
      {
        path: 'Keys.kt',
        text: '// api.binance.com\nfun open(email: String) =\n    post("/sapi/v2/sub-account/subAccountApi", mapOf("subAccountId" to email, "status" to «1»))',
      },
      {
        path: 'link.js',
        text: "// Binance Link\npost('/oauth-api/v1/key', { apiName: 'x', enableTrade: true, enableFutureTrade: true, status: «1» });",
      },
      {
        path: 'keys.sh',
        text: 'curl -X POST https://api.binance.com/sapi/v2/sub-account/subAccountApi/ipRestriction -H "X-MBX-APIKEY: $K" \\\n  -d "email=$E&subAccountApiKey=$S&status=«1»&timestamp=$T"',
      },
      {
        path: 'keys.go',
        text: 'import binance "github.com/binance/binance-connector-go"\n\nfunc open(c *binance.Client) {\n\ts := c.NewUpdateIPRestrictionForSubAccountAPIKeyService()\n\ts = s.Email(e).Status(«"1"»)\n}',
      },
      {
        path: 'Keys.java',
        text: '// api.binance.com\nclass Keys { void open() { rest.post("https://api.binance.com/sapi/v2/sub-account/subAccountApi/ipRestriction?email=" + e + "&status=«1»"); } }',
      },
      {
        path: 'Keys.cs',
        text: '// api.binance.com\nclass Keys { Task Open() => Signed("/sapi/v2/sub-account/subAccountApi", new Dictionary<string, string> { ["subAccountId"] = id, ["status"] = «"1"» }); }',
      },
      {
        path: 'keys.rs',
        text: '// api.binance.com\nc.post("/sapi/v2/sub-account/subAccountApi/ipRestriction", &[("email", e), ("status", «"1"»)]);',
      },
      {
        path: 'keys.js',
        text: "const q = new URLSearchParams({ email, status: «'1'» });\nfetch(`https://api.binance.com/sapi/v2/sub-account/subAccountApi/ipRestriction?${q}`, { method: 'POST' });",
      },
      {
        path: 'Keys.java',
        text: 'import com.binance.connector.client.sub_account.rest.api.SubAccountRestApi;\nclass Keys { void open(SubAccountRestApi api) {\n  AddIpRestrictionForSubAccountApiKeyRequest r = new AddIpRestrictionForSubAccountApiKeyRequest();\n  r.status(«"1"»);\n  api.addIpRestrictionForSubAccountApiKey(r);\n} }',
      },
      {
        path: 'keys.ex',
        text: 'defmodule Keys do\n  @base "https://api.binance.com"\n  @path "/sapi/v2/sub-account/subAccountApi/ipRestriction"\n  def open(e), do: Signed.post(@base <> @path, %{email: e, status: «1»})\n  def bind(e, ips), do: Signed.post(@base <> @path, %{email: e, status: 2, ipAddress: ips})\nend',
      },
      {
        path: 'keys.R',
        text: 'base <- "https://api.binance.com"\nPOST(paste0(base, "/sapi/v2/sub-account/subAccountApi/ipRestriction"), h,\n     query = sign(list(email = e, status = «1»)))',
      },
      {
        path: 'keys.py',
        text: 'BASE = "https://api.binance.com"\nSPECIAL = "/sapi/v1/margin/apiKey"\nrequests.post(«f"{BASE}{SPECIAL}"», params=signed(apiName="bot"))\nrequests.post(BASE + SPECIAL, params=signed(apiName="bot", ip="5.9.1.2"))',
      },
      {
        path: 'keys.ps1',
        text: '# api.binance.com\n$Path = "/sapi/v2/sub-account/subAccountApi/ipRestriction"\nInvoke-RestMethod -Method Post -Uri "$Base$Path" -Body @{ email = $e; status = «1» }',
      },
      {
        path: 'Keys.java',
        text: 'import com.binance.connector.client.sub_account.rest.api.SubAccountRestApi;\nclass Keys { void open(SubAccountRestApi api) {\n  api.addIpRestrictionForSubAccountApiKey(new AddIpRestrictionForSubAccountApiKeyRequest()\n      .email(e)\n      .status(«"1"»));\n} }',
      },
      {
        path: 'keys.rs',
        text: 'use binance_sdk::margin_trading::rest_api::{CreateSpecialKeyParams, RestApi};\nasync fn open(client: &RestApi) -> R {\n    let params = CreateSpecialKeyParams::builder("a".into()).symbol("BTCUSDT".into()).build()?;\n    «client.create_special_key»(params).await\n}\nasync fn bound(client: &RestApi) -> R {\n    let params = CreateSpecialKeyParams::builder("a".into())\n        .ip("5.9.1.2".into())\n        .build()?;\n    client.create_special_key(params).await\n}',
      },
      {
        path: 'link.py',
        text: '# Binance Link\npost("/oauth-api/v1/key", token, {"apiName": "reader", "enableTrade": False, "status": «1»})\npost("/oauth-api/v1/key", token, {"apiName": "bound", "status": 2, "ipAddress": ips})',
      },
    ],
    clean: [
      {
        path: 'keys.go',
        text: 'import "github.com/adshao/go-binance/v2"\n\nfunc f(c *binance.Client) { c.NewSubAccountApiIpRestrictionService().Email(e).SubAccountApiKey(k).Do(ctx) }',
      },
      {
        path: 'keys.rs',
        text: '// api.binance.com\nlet params = CreateSpecialKeyParams::builder(name).ip("52.1.1.1".to_string()).build()?;\nclient.create_special_key(params).await?;',
      },
      {
        path: 'keys.js',
        text: "// api.binance.com\nconst KEYS = '/sapi/v1/margin/apiKey';\nhttp.post(BASE + KEYS, sign(params));\nhttp.post(BASE + KEYS + '?' + query);\nhttp.delete(BASE + KEYS, sign({ apiName }));\nconst send = (path, body) => http.post(path, { ...body, status: 1 });",
      },
      {
        path: 'azure.js',
        text: '// for Binance\nawait client.webApps.updateIpRestriction(group, name, { status: 1 });',
      },
      {
        path: 'Keys.java',
        text: '// api.binance.com\nclass Keys { void see() { client.createSubAccount().ipRestriction(Map.of("email", e, "subAccountApiKey", k)); } }',
      },
      {
        path: 'keys.sh',
        text: 'curl -X POST https://api.binance.com/sapi/v1/margin/apiKey -H "X-MBX-APIKEY: $K" -d "apiName=bot&ip=5.9.1.2&timestamp=$T"',
      },
      {
        path: 'keys.js',
        text: "// api.binance.com\nsigned('POST', '/sapi/v2/sub-account/subAccountApi', { subAccountId: id, status: 2, ipAddress: ips });\nsigned('GET', '/sapi/v1/fiat/orders', { status: 1 });\nsigned('DELETE', '/sapi/v1/margin/apiKey', { apiName: name });",
      },
      {
        path: 'keys.py',
        text: 'from binance import Client\nclient = Client(key, secret)\nclient.create_special_key(apiName="bot", ip="1.2.3.4")\nclient.get_special_key(apiKey=k)',
      },
      {
        path: 'sdk.d.ts',
        text: 'export interface Binance { createSpecialKey(params: { apiName: string }): Promise<void>; }',
      },
      {
        path: 'api.md',
        text: 'POST /sapi/v1/margin/apiKey makes a key.\n```js\nclient.createSpecialKey({ apiName });\n```',
      },
    ],
    missed: [
      {
        path: 'keys.py',
        text: 'import binance\nclient.create_special_key(**params)',
        because: 'what params holds is made elsewhere',
      },
    ],
  },
};

const changes = /add|set|update|enable|toggle|change|modify|edit|create|post|put/;
/** Whose restriction it is, only the receiver tells. */
const isOfPart = /^(?:add|set|update|change|toggle|enable(?:ordisable)?)?ip(?:access)?restrictions?$/;

/** Of a chain with more such steps, which one finding tells of, the first ones are looked at. */
const mostSteps = 200;

function* found(subject: Subject, mappings: Mappings): Generator<Risk> {
  yield* byLink(subject);
  const named = [...endpointsIn(subject, paths)];
  for (const endpoint of named) yield* byEndpoint(endpoint, subject, mappings);
  const defined = named.filter(({ call }) => !call);
  for (const endpoint of namedEndpoints(subject, defined)) {
    const { name, definition, span } = endpoint;
    // `url.searchParams.set('status', '1')` before `fetch(url)`
    const before = mappings(name, span.start);
    yield* byEndpoint(endpoint, subject, mappings, [...before, ...askedOf(definition, subject, mappings)]);
  }
  let receivers: Receivers | undefined;
  const isOften = oftenAt(mostSteps);
  for (const call of subject.reading.calls) {
    const name = methodOf(call);
    const method = keyMethods.find((one) => one.name.test(name));
    if (!method || isOften(call.span.start)) continue;
    const { given, hasUnknown } = argumentsOf(call, subject, mappings);
    const callee = calleeOf(call, subject.document.text);
    if (!isCalled(call, callee, subject)) continue;
    receivers ??= receiversOf(subject);
    const owner = receivers.ownerOf(callee);
    if (isOfPart.test(name) && owner !== 'binance' && !/sub_?account/i.test(callee.receiver.join('.'))) continue;
    if (owner === 'other' || (owner === 'unknown' && !method.isDistinctive && receivers.isElsewhere)) continue;
    const clues =
      owner === 'binance'
        ? [clue('sdk-call', 'it is called on a client of Binance')]
        : method.isDistinctive
          ? [clue('binance-setting', `${callee.method} is a method of Binance’s SDKs`)]
          : [];
    const span = { start: callee.start, end: callee.end };
    // `subAccountApiToggleIpRestriction(email, key, false)`
    const toggled =
      method.kind === 'restriction'
        ? given.find((one) => /^\d+$/.test(one.name) && /^false$/i.test(wordOf(one.value) ?? ''))
        : undefined;
    // `updateIpRestriction(email, key, "1")`
    const third = method.kind === 'restriction' ? given.find((one) => one.name === '2') : undefined;
    // `CreateApiKeyForSubAccountAsync(id, true)`
    const right =
      method.kind === 'broker'
        ? given.find((one) => /^[1-9]$/.test(one.name) && switched(one.value) === 'on')
        : undefined;
    const all = [
      ...given,
      ...(right ? [{ ...right, name: 'cantrade' }] : []),
      ...stepsAfter(call, subject, mappings),
      ...(toggled ? [{ ...toggled, name: 'iprestrict' }] : []),
      ...(third ? [{ ...third, name: 'status', value: literalAt(third, subject.document.text) }] : []),
    ];
    // `ipRestriction(…)` alone may only ask; what fills the arguments of a call makes no key yet.
    const isAsking = (method.kind === 'restriction' && !changes.test(name)) || isOfParams(call);
    yield* judged(subject, method.kind, all, !hasUnknown && !isAsking, call, span, `${callee.method}()`, clues);
  }
}

/** @param told what is known of the request beside its call */
function* byEndpoint(
  endpoint: Endpoint & { readonly isCut?: boolean },
  subject: Subject,
  mappings: Mappings,
  told: readonly Given[] = [],
): Generator<Risk> {
  const { call, span, path, method, makers, hasPrefix } = endpoint;
  const kind = endpoints.get(path);
  if (!kind || method === 'GET' || (method === 'DELETE') !== (kind === 'list') || method === 'PUT') return;
  const asked = [...askedOf(endpoint, subject, mappings), ...told];
  const handed = call ? argumentsOf(call, subject, mappings) : { given: [], hasUnknown: true };
  const made = makers.flatMap((maker) => argumentsOf(maker, subject, mappings).given);
  const after = call && makesRequest.test(call.callee.at(-1) ?? '') ? stepsAfter(call, subject, mappings) : [];
  const isWhole =
    !endpoint.isCut &&
    !after.some(({ name }) => carriesLater.test(name)) &&
    (asked.length > 0
      ? !asked.some(({ name, value }) => value.kind === 'text' && value.text === '' && /[{$]/.test(name))
      : !handed.hasUnknown && !hasMore(call, span, mappings));
  const clues = hasPrefix ? [clue('binance-setting', `${path} is an endpoint of Binance’s API`)] : [];
  const given = [...handed.given, ...made, ...asked, ...after];
  yield* judged(subject, kind, given, isWhole, call, span, `The endpoint ${path}`, clues);
}

const makesRequest = /request\w{0,12}$|message$|builder$|^http_?post$/i;
/** What a request is told after it was made, and is more than the document shows: `request.Content = …`. */
const carriesLater = /^(?:content|body|data|entity|httpbody|rawquery|query|params|parameters|form|json)$/;

/** `s := client.NewService()`, and then `s.Status("1")` in the same block. */
function stepsAfter(call: Call, { reading, document: { text } }: Subject, mappings: Mappings): readonly Given[] {
  const name = holdersIn(reading)(call)?.path.at(-1);
  if (name === undefined || /^\d*$/.test(name)) return [];
  const rest = text.slice(call.span.end, call.span.end + longestCall);
  const end = call.span.end + (/\n\}/.exec(rest)?.index ?? rest.length);
  return mappings(name, end);
}

/** `AddIpRestrictionParams::builder(` */
function isOfParams({ callee }: Call): boolean {
  return /^(?:builder|new)$/.test(folded(callee.at(-1) ?? '')) && /params$/.test(folded(callee.at(-2) ?? ''));
}

/** What is called; of what makes the arguments of a call, that. */
function methodOf(call: Call): string {
  const last = folded(call.callee.at(-1) ?? '');
  const made = isOfParams(call) ? folded(call.callee.at(-2) ?? '').replace(/params$/, '') : undefined;
  return made ?? last.replace(/(?:async|withhttpinfo)$/, '');
}

/** `"1".to_string()` is the text. */
function literalAt({ value, span }: Given, text: string): Value {
  const word = /^"(\w{1,20})"\.(?:to_string|into|to_owned)\(\)$/.exec(
    text.slice(span.start, Math.min(span.end, span.start + 60)),
  )?.[1];
  return word === undefined ? value : { kind: 'text', text: word, pieces: [] };
}

const mostArguments = 300;
const longestCall = 4000;

/** Whether something is handed over after the path that the document doesn’t show. */
function hasMore(call: Call | undefined, { start }: Span, mappings: Mappings): boolean {
  return (
    call?.args
      .slice(0, mostArguments)
      .some(
        ({ path, value, span }) =>
          span.start > start &&
          path.length === 1 &&
          /^\d+$/.test(path[0] ?? '') &&
          value.kind === 'ref' &&
          mappings(value.path.at(-1) ?? '', span.start).length === 0,
      ) ?? false
  );
}

/** A Link partner’s keys, told by their rights: only Fast API has these names. */
function* byLink({ settings }: Subject): Generator<Risk> {
  if (!settings.some(({ name }) => onlyLinkRights.test(name))) return;
  const groups = new Map<string, Setting[]>();
  for (const setting of settings)
    addToGroup(groups, `${String(setting.container)} ${setting.path.slice(0, -1).join('.')}`, setting);
  for (const group of groups.values()) {
    if (!group.some(({ name }) => onlyLinkRights.test(name))) continue;
    const right = group.find(({ name, value }) => linkRights.test(name) && switched(value) === 'on');
    if (!right || !group.some(({ name }) => name === 'apiname' || name === 'publickey' || name === 'status')) continue;
    const clues = [clue('binance-setting', 'the rights have the names of Binance Link’s Fast API')];
    const message = 'A Link key with trading rights that works from any address: status 1, or none, is unrestricted';
    const status = group.find(({ name }) => name === 'status');
    if (status && (openStatus(group) || isEmpty(status))) {
      yield { span: status.span, name: 'status link', message, clues };
    } else if (!status && !group.some(({ name }) => /^ip/.test(name))) {
      const { call } = right;
      const end = call ? call.span.start + call.callee.join('.').length : 0;
      yield { span: call ? { start: call.span.start, end } : right.span, name: 'missing link', message, clues };
    }
  }
}
