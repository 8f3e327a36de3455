/** Code that makes keys which work from anywhere. Not keys that people make, and not reading or deleting them. */
import { addToGroup } from '../grouped.ts';
import { argumentsOf, type Given, mappingsOf, type Mappings } from '../risks/arguments.ts';
import { endpointsIn, isSdkSource } from '../risks/endpoints.ts';
import { calleeOf, isCalled, type Receivers, receiversOf } from '../risks/receivers.ts';
import { folded } from '../risks/subject.ts';
import { switched, wordOf } from '../risks/values.ts';
import { clue } from '../signals.ts';
import type { Call, Clue, Risk, Rule, Setting, Span, Subject } from '../types.ts';
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
    ],
    clean: [
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

function* found(subject: Subject, mappings: Mappings): Generator<Risk> {
  yield* byLink(subject);
  for (const endpoint of endpointsIn(subject, paths)) {
    const kind = endpoints.get(endpoint.path);
    const { call, query, span } = endpoint;
    if (
      !kind ||
      endpoint.method === 'GET' ||
      (endpoint.method === 'DELETE') !== (kind === 'list') ||
      endpoint.method === 'PUT'
    ) {
      continue;
    }
    const asked = queried(query, span, subject.document.text).flatMap((one) => expanded(one, subject));
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
  for (const call of subject.reading.calls) {
    yield* byConstant(call, subject, mappings);
    const name = folded(call.callee.at(-1) ?? '').replace(/(?:async|withhttpinfo)$/, '');
    const method = keyMethods.find((one) => one.name.test(name));
    if (!method) continue;
    const { given, hasUnknown } = argumentsOf(call, subject, mappings);
    const callee = calleeOf(call, subject.document.text);
    if (!isCalled(call, callee, subject)) continue;
    receivers ??= receiversOf(subject);
    const owner = receivers.ownerOf(callee);
    if (owner === 'other' || (owner === 'unknown' && !method.isDistinctive && receivers.isElsewhere)) continue;
    const clues =
      owner === 'binance'
        ? [clue('sdk-call', 'it is called on a client of Binance')]
        : method.isDistinctive
          ? [clue('binance-setting', `${callee.method} is a method of Binance’s SDKs`)]
          : [];
    const span = { start: callee.start, end: callee.end };
    // `subAccountApiToggleIpRestriction(email, key, false)`
    const toggled = /toggle/.test(name)
      ? given.find((one) => /^\d+$/.test(one.name) && wordOf(one.value) === 'false')
      : undefined;
    const all = toggled ? [...given, { ...toggled, name: 'iprestrict' }] : given;
    yield* judged(subject, method.kind, all, !hasUnknown, call, span, `${callee.method}()`, clues);
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
    const { given, hasUnknown } = argumentsOf(call, subject, mappings);
    const clues = /sapi/.test(value.text) ? [clue('binance-setting', `${path} is an endpoint of Binance’s API`)] : [];
    const isWhole = !hasUnknown && !hasMore(call, span, mappings);
    yield* judged(subject, kind, given, isWhole, call, span, `The endpoint ${path}`, clues);
  }
}

/** What a query says, each value where it stands. */
function queried(query: string, { start, end }: Span, text: string): Given[] {
  const given: Given[] = [];
  let at = query === '' ? -1 : text.slice(start, end).indexOf(query) + start;
  for (const part of query === '' ? [] : query.split('&')) {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/.exec(part) ?? [];
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

/** `?$q&signature=…` of a shell: what the variable holds is part of the query. */
function expanded(one: Given, { settings, reading }: Subject): Given[] {
  const name = /^\$\{?(\w{1,60})\}?$/.exec(one.name)?.[1];
  if (name === undefined) return [one];
  const held = settings.find(({ path, via }) => via === 'assign' && path.length === 1 && path[0] === name);
  if (reading.language !== 'shell' || held?.value.kind !== 'text' || !held.value.text.includes('=')) return [one];
  return held.value.text.split('&').map((part) => {
    const [, key = '', text = ''] = /^([^=]*)=?(.*)$/.exec(part) ?? [];
    return { name: folded(key), value: { kind: 'text', text, pieces: [] }, span: one.span };
  });
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
