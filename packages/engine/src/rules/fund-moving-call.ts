/** Code that moves money out of an account. Not what reads about it, and not transfers between wallets of one account. */
import { argumentsOf } from '../risks/calls/arguments.ts';
import { isFixed, looksLikeWithdrawal, namesAccount } from '../risks/calls/destinations.ts';
import { type Endpoint, endpointsIn, isSdkSource } from '../risks/calls/endpoints.ts';
import { type Mappings, mappingsOf } from '../risks/calls/mappings.ts';
import { oftenAt } from '../risks/calls/calls.ts';
import { type Callee, calleeOf, isCalled, type Receivers, receiversOf } from '../risks/calls/receivers.ts';
import { nameAt } from '../risks/names-in-text.ts';
import { folded } from '../risks/subject.ts';
import { clue } from '../signals.ts';
import type { Call, Clue, Risk, Rule, Subject } from '../types.ts';
import { fundEndpoints, fundMethods, type FundMethod, type FundMove, reading, sharedNames } from './fund-calls.ts';

const endpoints = new Map(fundEndpoints.map((one) => [one.path.toLowerCase(), one]));
/** The prefix, then the path; the longest first. */
const paths = new RegExp(
  `(?:(\\/?\\b(?:sapi|wapi|api)\\/v\\d\\/)|(?<=["'\`}]\\/?(?:v\\d\\/)?))(${fundEndpoints
    .map(({ path }) => path)
    .sort((a, b) => b.length - a.length)
    .map((path) => path.replace('.', '\\.'))
    .join('|')})(?![\\w/-])`,
  'gi',
);

/** More ways out than this are named by lists of what there is, as of what may not be called. */
const mostOfABot = 7;

/** What of a name says only how it is called. */
function methodName(method: string): string {
  return folded(method).replace(/(?:async|sync|withhttpinfo|call)$/, '');
}

/** Names in which one of these stands may be of a method that moves money. */
const methodWord = /withdraw|card|code|account|transfer|brok/gi;

/** Whether a text names one of the methods, in whatever way it is called. */
function namesMethod(text: string): boolean {
  const seen = new Set<string>();
  for (const { index } of text.matchAll(methodWord)) {
    const { start, end } = nameAt(text, index);
    const name = text.slice(start, end);
    if (seen.has(name)) continue;
    seen.add(name);
    for (const one of new Set([name, ...name.split(/[-.]/)])) if (methodOf(methodName(one)) !== undefined) return true;
  }
  return false;
}

/** What a method of a folded name moves, if anything. */
function methodOf(name: string): FundMethod | undefined {
  return reading.test(name) ? undefined : fundMethods.find((one) => one.name.test(name));
}

export const fundMovingCall: Rule = {
  id: 'fund-moving-call',
  title: 'Code that moves money out',
  severity: 'low',
  finds:
    'Calls that withdraw, transfer to another account or make a gift card, by the method of any Binance SDK or by the endpoint’s path. With the destination written in the code: medium.',
  why: 'The key that such code needs can empty the account. Whoever takes the bot’s key, or changes one line of the code, sends the money where they like, and no withdrawal can be called back. Most bots never need this right.',
  advice: [
    'If the bot does not have to pay out, delete the call and leave “Enable Withdrawals” off.',
    'If it does, use a key of its own for it, with an IP list and Binance’s withdrawal address whitelist.',
    'Keep the destination out of the code, and have a person confirm it.',
  ],
  references: [
    'https://developers.binance.com/docs/wallet/capital/withdraw',
    'https://developers.binance.com/docs/sub_account/asset-management/Universal-Transfer',
    'https://developers.binance.com/docs/gift_card/market-data',
  ],
  mayFind: ({ text }) => namesMethod(text) || text.search(paths) >= 0,
  *look(subject) {
    if (subject.isProse || /\.sol$/.test(subject.document.path)) return;
    const mappings = mappingsOf(subject);
    yield* byMethod(subject, mappings);
    if (!isSdkSource(subject.document.text)) yield* byEndpoint(subject, mappings);
  },
  examples: {
    leaks: [
      {
        path: 'pay.py',
        text: 'import ccxt\nbinance = ccxt.binance({"apiKey": key})\ndef pay(row):\n    binance.transfer("USDT", 5, "future", "spot")\n    return «binance.withdraw»(row.coin, row.amount, row.address)',
      },
      {
        path: 'pay.js',
        text: "import { Spot } from '@binance/connector';\nconst client = new Spot(key, secret);\nconst COLD = '0x00000000000000000000000000000000000000a1';\nawait «client.withdraw»('USDT', COLD, 250);\nawait client.withdrawHistory({ coin: 'USDT' });",
      },
      {
        path: 'main.go',
        text: 'import "github.com/adshao/go-binance/v2"\nfunc pay(client *binance.Client) {\n\t«client.NewCreateWithdrawService»().\n\t\tCoin("BTC").\n\t\tDo(ctx)\n}',
      },
      {
        path: 'Pay.cs',
        text: 'using Binance.Net.Clients;\nclass Pay { async Task Go(BinanceRestClient client) { await «client.SpotApi.Account.WithdrawAsync»("USDC", address, 100m); } }',
      },
      {
        path: 'split.py',
        text: 'from binance import Client\nclient = Client(key, secret)\nclient.make_universal_transfer(type="MAIN_UMFUTURE", asset="USDT", amount=1)\n«client.make_subaccount_universal_transfer»(toEmail=partner, asset="USDT", amount=1)\n«client.gift_card_create»(token="USDT", amount=1)',
      },
      {
        path: 'pay.php',
        text: "<?php\n$api = new Binance\\API(getenv('K'), getenv('S'));\n«$api->withdraw»($asset, $address, $amount);\n$api->withdrawFee($asset);",
      },
      { path: 'api.rb', text: "@http.post(«'/sapi/v1/capital/withdraw/apply'», @signer.sign(coin: coin))" },
      {
        path: 'pay.sh',
        text: 'curl -X POST -H "X-MBX-APIKEY: $KEY" «"https://api.binance.com/sapi/v1/giftcard/createCode?token=USDT&signature=$S"»',
      },
      {
        path: 'api.http',
        text: 'POST «https://api.binance.com/sapi/v1/capital/withdraw/apply»\nX-MBX-APIKEY: {{key}}',
      },
      {
        path: 'api.ts',
        text: "const paths = { send: «'/sapi/v1/sub-account/transfer/subToSub'», history: '/sapi/v1/capital/withdraw/history' };",
      },
      {
        path: 'pay.rs',
        text: 'use binance_sdk::wallet::WalletRestApi;\nasync fn pay() {\n    let rest = WalletRestApi::production(configuration);\n    «rest.withdraw»(params).await?;\n}',
      },
      {
        path: 'Pay.java',
        text: 'import com.binance.connector.client.impl.spot.Wallet;\nclass Pay {\n    private final Wallet wallet;\n    String go(Map<String, Object> parameters) { return «wallet.withdraw»(parameters); }\n}',
      },
      {
        path: 'sub.ts',
        text: "import { SubAccount } from '@binance/sub-account';\nexport const send = (sub: SubAccount, toEmail: string) => «sub.restAPI.transferToSubAccountOfSameMaster»({ toEmail, asset, amount });",
      },
    ],
    clean: [
      {
        path: 'pay.go',
        text: 'import "github.com/adshao/go-binance/v2"\n\ntype chain interface{ Withdraw(to string, wei int64) error }\n\nfunc out(c chain, address string) error { return c.Withdraw(address, 5) }',
      },
      {
        path: 'bank.py',
        text: 'import binance\naccount = BankAccount("Ada")\naccount.withdraw(10)\naccount.transfer(other, 5)',
      },
      {
        path: 'vault.ts',
        text: "import { Spot } from '@binance/connector';\nimport { Contract } from 'ethers';\nconst vault = new Contract(address, abi, signer);\nawait vault.withdraw(shares, to, owner);",
      },
      {
        path: 'hedge.py',
        text: 'import ccxt\nbinance = ccxt.binance()\nbinance.transfer("USDT", 5, "spot", "future")\nbinance.fetch_withdrawals()\nkraken = ccxt.kraken()\nkraken.withdraw("XBT", 1, "cold")',
      },
      {
        path: 'client.ts',
        text: 'export interface BinanceClient { withdraw(coin: string, address: string, amount: number): Promise<void>; }',
      },
      {
        path: 'guard.py',
        text: '# api.binance.com\nFORBIDDEN = ["/sapi/v1/capital/withdraw/apply"]\nif path == "/sapi/v1/capital/withdraw/apply":\n    raise ValueError(path)\nWEIGHTS = {"/sapi/v1/capital/withdraw/apply": 600}\n# requests.post("/sapi/v1/capital/withdraw/apply")',
      },
      {
        path: 'list.js',
        text: "signed('GET', '/sapi/v1/sub-account/universalTransfer', {});\nsigned('GET', '/sapi/v1/capital/withdraw/address/list', {});\nsigned('POST', '/sapi/v1/asset/transfer', { type: 'MAIN_MARGIN' });",
      },
      {
        path: 'README.md',
        text: 'Binance withdraws by `POST /sapi/v1/capital/withdraw/apply`:\n```py\nclient.withdraw(coin=c, address=a, amount=1)\n```',
      },
      {
        path: 'client.go',
        text: 'package bot\n\n// Binance\nfunc (b *Bot) Sell() error {\n\treturn b.withdraw("USDT", address, 5)\n}',
      },
    ],
    missed: [
      {
        path: 'pay.ts',
        text: "import { Spot } from '@binance/connector';\nconst send = new Spot(key, secret)['with' + 'draw'];\nsend('USDT', address, 5);",
        because: 'a method that is put together when the program runs has no name to see',
      },
      {
        path: 'pay.py',
        text: 'from mybinance import withdraw\nwithdraw("USDT", address, 5)',
        because: 'a function of the program’s own; where it calls Binance is what is found',
      },
    ],
  },
};

/** Of a chain with more such steps, which one finding tells of, the first ones are looked at. */
const mostSteps = 200;

function* byMethod(subject: Subject, mappings: Mappings): Generator<Risk> {
  const { reading: read, document } = subject;
  let receivers: Receivers | undefined;
  const seen = new Set<number>();
  const isOften = oftenAt(mostSteps);
  for (const call of read.calls) {
    const last = call.callee.at(-1) ?? '';
    const method = methodOf(methodName(last));
    if (!method || isOften(call.span.start)) continue;
    const callee = calleeOf(call, document.text);
    if (seen.has(callee.start) || !isCalled(call, callee, subject)) continue;
    receivers ??= receiversOf(subject);
    const risk = movedBy(call, callee, method, subject, receivers, mappings);
    if (!risk) continue;
    seen.add(callee.start);
    yield risk;
  }
}

function movedBy(
  call: Call,
  callee: Callee,
  method: FundMethod,
  subject: Subject,
  receivers: Receivers,
  mappings: Mappings,
): Risk | undefined {
  const owner = receivers.ownerOf(callee);
  if (owner === 'other') return undefined;
  const { given } = argumentsOf(call, subject, mappings);
  if (method.needsAccount && !namesAccount(given)) return undefined;
  const isOwn = owner === 'binance' || method.isDistinctive === true;
  if (!isOwn) {
    if (receivers.isElsewhere || sharedNames.test(methodName(callee.method))) return undefined;
    if (method.moves === 'withdraws' && !looksLikeWithdrawal(given)) return undefined;
  }
  const name = [...callee.receiver, callee.method].join('.').replace(/^\$/, '');
  const whose: Clue[] =
    owner === 'binance'
      ? [clue('sdk-call', 'it is called on a client of Binance')]
      : method.isDistinctive
        ? [clue('binance-setting', `${callee.method} is a method of Binance’s SDKs`)]
        : [];
  return {
    span: { start: callee.start, end: callee.end },
    name,
    message: said(`${shownName(name)}()`, method.moves, isFixed(given)),
    ...(isFixed(given) ? { severity: 'medium' as const } : {}),
    ...(isOwn ? {} : { confidence: 'likely' as const }),
    clues: whose,
  };
}

function* byEndpoint(subject: Subject, mappings: Mappings): Generator<Risk> {
  const named = [...endpointsIn(subject, paths)];
  if (new Set(named.map(({ path }) => path)).size > mostOfABot) return;
  for (const endpoint of named) {
    const known = endpoints.get(endpoint.path);
    if (!known || (known.needsPrefix && !endpoint.hasPrefix)) continue;
    if (endpoint.method === 'GET' || endpoint.method === 'DELETE') continue;
    if (known.listsToo && endpoint.method === undefined && readsOnly(endpoint)) continue;
    const fixed =
      (endpoint.call !== undefined && isFixed(argumentsOf(endpoint.call, subject, mappings).given)) ||
      isFixed(
        [...new URLSearchParams(endpoint.query)].map(([name, text]) => ({
          ...{ name: folded(name), span: endpoint.span },
          value: { kind: 'text', text, pieces: [] },
        })),
      );
    yield {
      ...{ span: endpoint.span, name: known.path, message: said(`The endpoint ${known.path}`, known.moves, fixed) },
      ...(fixed ? { severity: 'medium' as const } : {}),
      clues: endpoint.hasPrefix ? [clue('binance-setting', `${known.path} is an endpoint of Binance’s API`)] : [],
    };
  }
}

function readsOnly({ call }: Endpoint): boolean {
  return call !== undefined && reading.test(folded(call.callee.at(-1) ?? ''));
}

function said(what: string, moves: FundMove, isFixedThere: boolean): string {
  return `${what} ${moves}${isFixedThere ? ', and the destination stands in the code' : ''}: the key needs the right to move money`;
}

/** Receivers may be long; the end tells the most. */
function shownName(name: string): string {
  return name.length > 80 ? `…${name.slice(-78)}` : name;
}
