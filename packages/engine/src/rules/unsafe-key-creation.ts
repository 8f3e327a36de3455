/** Code that makes keys which work from anywhere. Not keys that people make, and not reading or deleting them. */
import { addToGroup } from '../grouped.ts';
import { argumentsOf, type Given, mappingsOf, type Mappings } from '../risks/calls/arguments.ts';
import { type Endpoint, endpointsIn, isSdkSource } from '../risks/calls/endpoints.ts';
import { holdersIn, oftenAt } from '../risks/calls/calls.ts';
import { calleeOf, isCalled, type Receivers, receiversOf } from '../risks/calls/receivers.ts';
import { folded } from '../risks/subject.ts';
import { switched, wordOf } from '../risks/settings/values.ts';
import { clue } from '../signals.ts';
import type { Call, Clue, Risk, Rule, Setting, Span, Subject, Value } from '../types.ts';
import { brokerRights, keyEndpoints, type KeyKind, keyMethods, linkRights, onlyLinkRights } from './key-calls.ts';

const endpoints = new Map(keyEndpoints.map(({ path, kind }) => [path.toLowerCase(), kind]));
const paths = new RegExp(
  `(?:(\\/?\\bsapi\\/v\\d\\/)|(?<=["'\`}]\\/?(?:v\\d\\/)?))(${keyEndpoints
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
  for (const endpoint of endpointsIn(subject, paths)) {
    const kind = endpoints.get(endpoint.path);
    const { call, span } = endpoint;
    if (
      !kind ||
      endpoint.method === 'GET' ||
      (endpoint.method === 'DELETE') !== (kind === 'list') ||
      endpoint.method === 'PUT'
    ) {
      continue;
    }
    const asked = askedOf(endpoint, subject, mappings);
    const handed = call ? argumentsOf(call, subject, mappings) : { given: [], hasUnknown: true };
    const isWhole =
      asked.length > 0
        ? !asked.some(({ name, value }) => value.kind === 'text' && value.text === '' && /[{$]/.test(name))
        : !handed.hasUnknown && !hasMore(call, span, mappings);
    const clues = endpoint.hasPrefix
      ? [clue('binance-setting', `${endpoint.path} is an endpoint of Binance’s API`)]
      : [];
    yield* judged(
      subject,
      kind,
      [...handed.given, ...asked],
      isWhole,
      call,
      span,
      `The endpoint ${endpoint.path}`,
      clues,
    );
  }
  let receivers: Receivers | undefined;
  const isOften = oftenAt(mostSteps);
  for (const call of subject.reading.calls) {
    yield* byConstant(call, subject, mappings);
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

/** A path that comes by its name: `post(CREATE_KEY_PATH, { status: 1 })`. */
function* byConstant(call: Call, subject: Subject, mappings: Mappings): Generator<Risk> {
  for (const { value, span } of call.args) {
    if (value.kind !== 'text' || value.text.length > 200 || value.text.length === span.end - span.start - 2) continue;
    const path = value.text.replace(/^.*\/?\bsapi\/v\d\/|^\//, '').toLowerCase();
    const kind = endpoints.get(path);
    if (!kind || kind === 'list' || subject.document.text.slice(span.start, span.end).includes('/') || reads(call))
      continue;
    const { given: handed, hasUnknown } = argumentsOf(call, subject, mappings);
    // `url.searchParams.set('status', '1')` before `fetch(url)`
    const given = [...handed, ...mappings(subject.document.text.slice(span.start, span.end), span.start)];
    const clues = /sapi/.test(value.text) ? [clue('binance-setting', `${path} is an endpoint of Binance’s API`)] : [];
    const isWhole = !hasUnknown && !hasMore(call, span, mappings);
    yield* judged(subject, kind, given, isWhole, call, span, `The endpoint ${path}`, clues);
  }
}

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

/** What a query says, each value where it stands. */
function queried({ start, end }: Span, text: string): Given[] {
  const given: Given[] = [];
  let at = start;
  for (const part of start < end ? text.slice(start, end).split('&') : []) {
    const [, name = '', value = ''] = /^([^=]*)=?([^]*)$/.exec(part) ?? [];
    const from = at + part.length - value.length;
    given.push({
      // A variable in place of an entry keeps its sign.
      name: /[{$]/.test(name) ? name : folded(name),
      value: { kind: 'text', text: value, pieces: [] },
      span: { start: from, end: from + value.length },
    });
    at += part.length + 1;
  }
  return given;
}

const mostArguments = 300;

/** What an endpoint is asked: by its query, by what is joined to it, by the data of a shell’s command. */
function askedOf({ query, span }: Endpoint, subject: Subject, mappings: Mappings): Given[] {
  const { text } = subject.document;
  const at = query === '' ? -1 : text.slice(span.start, span.end).indexOf(query) + span.start;
  const own = at < 0 ? [] : queried({ start: at, end: at + query.length }, text);
  const more = /['"`]/.test(text.charAt(span.end - 1)) ? joinedTo(span, text) : [];
  const data = isShell(subject) ? dataBeside(span, text) : [];
  return [...own, ...more.flatMap((part) => queried(part, text)), ...data].flatMap((one) =>
    expanded(one, subject, mappings),
  );
}

function isShell({ reading, document }: Subject): boolean {
  return reading.language === 'shell' || /\.(?:http|rest)$/.test(document.path);
}

const joint = /\s{0,20}(?:\+|\.\.?|<>|&|~)\s{0,20}(?:(["'`])([^"'`\n]{0,400})\1|[\w.$()[\]>-]{1,80})/y;
const longestJoined = 1000;

/** `"…?email=" + email + "&status=1"`: the texts that follow a string in one expression. */
function joinedTo({ end }: Span, text: string): Span[] {
  const parts: Span[] = [];
  for (let at = end; at < end + longestJoined; at = joint.lastIndex) {
    joint.lastIndex = at;
    const found = joint.exec(text);
    if (!found) break;
    const [, quote, part] = found;
    if (quote === undefined || part === undefined) continue;
    const lead = /^[?&]*/.exec(part)![0].length;
    parts.push({ start: joint.lastIndex - 1 - part.length + lead, end: joint.lastIndex - 1 });
  }
  return parts;
}

const data =
  /(?<=\s)(?:(?:-d|-F|--data(?:-raw|-urlencode|-binary|-ascii)?|--form(?:-string)?|--url-query|--body|--post-data|-Body)[=\s]\s{0,9}(?:"([^"\n]{0,2000})"|'([^'\n]{0,2000})'|([^\s"'`;|]{1,400}))|([A-Za-z]\w{1,40})={1,2}([^\s"'`;|&]{1,200})(?=\s|$))/g;
const longestCommand = 2000;

/** What a shell’s command hands over beside the address: `-d "status=1"` of curl, `status==1` of httpie. */
function dataBeside({ start, end }: Span, text: string): Given[] {
  const lead = text.slice(Math.max(0, start - longestCommand), start);
  const from = start - (/(?:[^\n]|\\\r?\n)*$/.exec(lead.slice(lastBreak(lead)))?.[0].length ?? 0);
  const rest = text.slice(end, end + longestCommand);
  const to = end + (/(?<!\\)(?<!\\\r)\n/.exec(rest)?.index ?? rest.length);
  return [...text.slice(from, to).matchAll(data)].flatMap(
    ({ 0: whole, 1: double, 2: single, 3: bare, 4: name, 5: value, index }) => {
      const close = from + index + whole.length;
      if (name !== undefined && value !== undefined)
        return [
          {
            name: folded(name),
            value: { kind: 'text' as const, text: value, pieces: [] },
            span: { start: close - value.length, end: close },
          },
        ];
      const part = double ?? single ?? bare ?? '';
      const shut = bare === undefined ? close - 1 : close;
      return queried({ start: shut - part.length, end: shut }, text);
    },
  );
}

/** Behind the last line end that is not continued. */
function lastBreak(text: string): number {
  for (let at = text.lastIndexOf('\n'); at >= 0; at = at === 0 ? -1 : text.lastIndexOf('\n', at - 1))
    if (!/\\\r?$/.test(text.slice(Math.max(0, at - 2), at))) return at + 1;
  return 0;
}

/** `?$q&signature=…`, `?${q}`, `?{urlencode(params)}`: what the variable holds is part of the query. */
function expanded(one: Given, { settings, document: { text } }: Subject, mappings: Mappings): Given[] {
  if (!/^[#$]*\{?.{1,80}\}?$|^\$\w/.test(one.name) || !/[{$]/.test(one.name)) return [one];
  for (const [name] of one.name.matchAll(/[A-Za-z_]\w{0,60}/g)) {
    const entries = mappings(name, one.span.start);
    if (entries.some(({ isStep }) => !isStep)) return [...entries];
    const held = settings.find(({ path, via, call }) => via === 'assign' && !call && path.at(-1) === name);
    const source = held ? text.slice(held.span.start, Math.min(held.span.end, held.span.start + 1000)) : '';
    if (!held || !/\w=/.test(source)) continue;
    // With its quotes, or without them.
    const open = /^[fFrR$@]{0,2}["'`]/.exec(source)?.[0].length;
    if (open === undefined && held.value.kind !== 'text') continue;
    const { start } = held.span;
    return queried({ start: start + (open ?? 0), end: start + source.length - (open === undefined ? 0 : 1) }, text);
  }
  return [one];
}

function reads({ callee, args }: Call): boolean {
  const verb = /^(?:GET|DELETE|PUT)$/i;
  return (
    verb.test(callee.at(-1) ?? '') ||
    args
      .slice(0, mostArguments)
      .some(({ value }) =>
        value.kind === 'text' ? verb.test(value.text) : value.kind === 'ref' && verb.test(value.path.at(-1) ?? ''),
      )
  );
}

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

const withdrawRight = /^(?:can|enable|allow|permit)?withdraw(?:al)?s?$/;
const mentionsList = /\bips?\b|ip_?(?:address|list|whitelist)|trusted_?ips?|whitelist/i;
const bindsLater = /ip_?restriction[^;]{0,300}?(?:status\W{1,4}2|ip_?address)/i;
const longestCall = 4000;

const boundLater = new WeakMap<Subject, boolean>();

function isBoundLater(subject: Subject): boolean {
  let is = boundLater.get(subject);
  if (is === undefined) boundLater.set(subject, (is = bindsLater.test(subject.document.text)));
  return is;
}

function* judged(
  subject: Subject,
  kind: KeyKind,
  given: readonly Given[],
  isWhole: boolean,
  call: Call | undefined,
  place: Span,
  what: string,
  clues: readonly Clue[],
): Generator<Risk> {
  const { text } = subject.document;
  const risk = (span: Span, name: string, fault: string): Risk => ({
    ...{ span, name: `${name} ${what}`, message: `${what} ${fault}`, clues },
  });
  const source = call ? text.slice(call.span.start, Math.min(call.span.end + 600, call.span.start + longestCall)) : '';
  const withdraw = given.find(({ name, value }) => withdrawRight.test(name) && switched(value) === 'on');
  if (withdraw && kind !== 'restriction') yield risk(withdraw.span, 'withdraw', 'makes a key that may withdraw');
  if (kind === 'list') {
    // Taking an old address off the list is good practice: it may be that.
    const message = 'takes addresses off a key’s IP list: without the last one it works from any address';
    yield { ...risk(place, 'list', message), confidence: 'possible' };
    return;
  }
  if (kind === 'broker') {
    if (mentionsList.test(source) || isBoundLater(subject)) return;
    for (const { name, value, span } of given) {
      if (!brokerRights.test(name) || switched(value) !== 'on') continue;
      yield risk(span, name, 'gives a key the right to trade, and nothing here binds it to addresses');
    }
    return;
  }
  const open = openStatus(given);
  if (kind !== 'special' && open) {
    yield risk(open.span, 'status', 'lets a key work from any address: 1 is unrestricted, 2 is trusted addresses only');
    return;
  }
  const list = given.find(({ name }) => /^(?:trusted|allowed)?ip(?:address(?:es)?|list|s|whitelist)?$/.test(name));
  if (list && isEmpty(list)) {
    yield risk(list.span, 'list', 'makes a key with an empty IP list: it works from any address');
    return;
  }
  if (list || !isWhole || mentionsList.test(call ? text.slice(call.span.start, call.span.end) : '')) return;
  if (kind !== 'special' && given.some(({ name }) => name === 'status')) return;
  // A restriction that says nothing at all is a call of something else.
  if (kind === 'restriction' && !/email|sub_?account_?(?:api_?key|id)\b/i.test(source)) return;
  if (call || kind === 'special')
    yield risk(place, 'missing', 'makes a key without an IP list: it works from any address');
}

/** `status: 1`, and `ipRestrict: false` as the older version had it. */
function openStatus(given: readonly Given[]): Given | undefined {
  return given.find(({ name, value }) => {
    if (/^(?:ip)?(?:restrict|restriction|iprestrict(?:ion|ed)?|toggleiprestriction)$/.test(name))
      return switched(value) === 'off';
    if (!/^(?:ip)?(?:restriction)?status$/.test(name)) return false;
    const word = wordOf(value)?.trim() ?? (value.kind === 'ref' ? value.path.at(-1) : undefined);
    return word !== undefined && /^(?:1|un_?restricted|ip_?unrestricted|status_?1|one|_1)$/i.test(word);
  });
}

function isEmpty({ value }: Given): boolean {
  if (value.kind === 'list') return value.items.length === 0;
  const word = wordOf(value);
  return word !== undefined && /^\s*(?:\*|null|none|nil|)\s*$/i.test(word);
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
