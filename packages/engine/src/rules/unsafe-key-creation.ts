/** Code that makes keys which work from anywhere. Not keys that people make, and not reading or deleting them. */
import { addToGroup } from '../grouped.ts';
import { isSdkSource } from '../risks/calls/endpoints.ts';
import { faultsOf, isEmpty, openStatus } from '../risks/calls/key-request-faults.ts';
import { keyRequestsIn } from '../risks/calls/key-requests.ts';
import { switched } from '../risks/settings/values.ts';
import { clue } from '../signals.ts';
import type { Risk, Rule, Setting, Subject } from '../types.ts';
import { linkRights, onlyLinkRights } from './key-calls.ts';

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
    if (subject.isProse) return;
    if (isSdkSource(subject.document.text)) return;
    const seen = new Set<number>();
    for (const risk of found(subject)) {
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

function* found(subject: Subject): Generator<Risk> {
  yield* byLink(subject);
  for (const request of keyRequestsIn(subject)) yield* faultsOf(request, subject);
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
