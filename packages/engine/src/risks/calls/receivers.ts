/**
 * Whose object a method is called on: a client of Binance, one of another exchange, a contract or an account of something
 * else, or unknown. Told by how the name came to be in the file, else by the name itself.
 */
import { meaningOf } from '../../clues/names.ts';
import { sdkCalls } from '../../rules/sdks.ts';
import type { Call, Subject } from '../../types.ts';

export type Owner = 'binance' | 'other' | 'unknown';

/** A call with what it is called on, as the text has it: the reading loses it behind a bracket or on another line. */
export interface Callee {
  /** The receiver’s names, in order, without the method. */
  readonly receiver: readonly string[];
  readonly method: string;
  /** Where the receiver begins, or the method without one. */
  readonly start: number;
  readonly end: number;
}

const reach = 200;
const joint = /\s{0,40}(?:\?\.|!\.|&\.|\.|->|::)\s{0,40}$/;
const mostSteps = 7;

/** Where the receiver begins that a text ends with, and which ends with what joins it: `(await client).rest?.` */
function receiverAt(text: string): number | undefined {
  let start: number | undefined;
  let at = text.length;
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const before = joint.exec(text.slice(Math.max(0, at - 90), at));
    if (!before) break;
    at -= before[0].length;
    const found =
      stepBefore(text, at) ?? (steps === 0 && text.charAt(at - 1) === ')' ? stepBefore(text, at - 1) : undefined);
    if (found === undefined) break;
    start = at = found;
  }
  if (start === undefined) return undefined;
  const lead = /\(\s{0,9}(?:await\s{1,9})?$/.exec(text.slice(Math.max(0, start - 30), start));
  return lead ? start - lead[0].length : start;
}

/** Where the step begins that ends there: a name, perhaps with what it is called with, on one line. */
function stepBefore(text: string, end: number): number | undefined {
  let at = end;
  if (/[!?]/.test(text.charAt(at - 1))) at -= 1;
  const close = text.charAt(at - 1);
  if (close === ')' || close === ']') {
    const open = openingOf(text, at - 1, close === ')' ? '(' : '[', close);
    if (open === undefined) return undefined;
    at = open;
  }
  if (/[!?]/.test(text.charAt(at - 1))) at -= 1;
  let start = at;
  while (start > 0 && /[\w$@]/.test(text.charAt(start - 1))) start -= 1;
  while (start < at && /\d/.test(text.charAt(start))) start += 1;
  return start < at ? start : undefined;
}

/** The bracket that this one closes, on the same line; one pair deeper at the most. */
function openingOf(text: string, at: number, open: string, close: string): number | undefined {
  let level = 0;
  for (let i = at; i >= 0; i -= 1) {
    const letter = text.charAt(i);
    if (letter === '\n') return undefined;
    if (letter === close) level += 1;
    else if (letter === open && (level -= 1) === 0) return i;
    if (level > 2) return undefined;
  }
  return undefined;
}

export function calleeOf({ callee, span }: Call, text: string): Callee {
  const method = callee.at(-1) ?? '';
  const paren = indexNear(text, '(', span.start);
  const named = callee.length > 1 ? endOfName(text, span.start, span.end, method) : undefined;
  const end = named ?? (paren < 0 ? span.end : text.slice(span.start, paren).trimEnd().length + span.start);
  if (callee.length > 1) return { receiver: callee.slice(0, -1), method, start: span.start, end };
  const lead = text.slice(Math.max(0, span.start - reach), span.start);
  const from = receiverAt(lead);
  if (from === undefined) return { receiver: [], method, start: span.start, end };
  const found = lead.slice(from);
  const receiver = found.replace(/\([^()]*\)|\[[^\]]*\]/g, '').match(/[A-Za-z_$][\w$]*/g) ?? [];
  return { receiver: receiver.filter((one) => one !== 'await'), method, start: span.start - found.length, end };
}

const farthest = 2000;

function indexNear(text: string, letter: string, from: number): number {
  const at = text.slice(from, from + farthest).indexOf(letter);
  return at < 0 ? -1 : from + at;
}

/** The end of a call’s name, which other calls may stand before: `a(b).name(`. */
function endOfName(text: string, start: number, end: number, name: string): number | undefined {
  const inside = text.slice(start, Math.min(end, start + farthest));
  let level = 0;
  let counted = 0;
  for (let at = inside.lastIndexOf(name); at >= 0; at = at === 0 ? -1 : inside.lastIndexOf(name, at - 1)) {
    // How many parentheses are open there: counted forward once, and then back.
    for (; counted < at; counted += 1) level += opening(inside.charCodeAt(counted));
    for (; counted > at; counted -= 1) level -= opening(inside.charCodeAt(counted - 1));
    // The first one outside of arguments is behind everything that closes before it.
    if (level === 0 && /^\s{0,60}(?:<[^()<>]{0,60}>)?\s{0,60}[({]/.test(inside.slice(at + name.length))) {
      return start + at + name.length;
    }
  }
  return undefined;
}

/** What a letter adds to the number of open parentheses. */
function opening(code: number): number {
  return code === 40 ? 1 : code === 41 ? -1 : 0;
}

/** False for a definition, for a function of the program’s own, and for a method that a class has from itself. */
export function isCalled({ span }: Call, { receiver, start }: Callee, { document, reading }: Subject): boolean {
  const { text } = document;
  if (receiver.length === 0 || /^(?:super|parent)$/.test(receiver[0] ?? '')) return false;
  if (receiver.length === 1 && /^(?:this|self|cls|Self)$/.test(receiver[0] ?? '')) return false;
  if (receiver.length === 1 && reading.language === 'go' && receiver[0] === ownName(text, start)) return false;
  const lead = text.slice(Math.max(0, start - 60), start);
  if (/\b(?:function|func|fun|def|fn|sub|class|interface)\s+(?:\([^)]*\)\s*)?$/.test(lead)) return false;
  // `Response Client::withdraw(…) {`
  const body = /^\s*(?:const\s*)?(?:noexcept\s*)?\{/;
  return !(/^(?:c|php)$/.test(reading.language) && body.test(text.slice(span.end, span.end + 30)));
}

const method = /^func \((\w{1,40}) [*\w.[\]]{1,80}\)/gm;

/** What Go’s method calls the object that it is of: `s` of `func (s *Bot) Pay(`. */
function ownName(text: string, at: number): string | undefined {
  const from = text.lastIndexOf('\nfunc ', at) + 1;
  method.lastIndex = from;
  const found = method.exec(text.slice(0, Math.min(text.length, from + 200)));
  return found?.index === from ? found[1] : undefined;
}

/** A vault’s, a bank’s, a shop’s: whatever withdraws and is no exchange. */
const elsewhere =
  /contract|vault|pool|token|erc20|weth|wbnb|escrow|bridge|router|stak(?:e|ing)|farm|lending|lottery|treasury$|bank|ledger|paypal|stripe|merchant|faucet|safe$|multisig|proxy$|masterchef|gauge|\bcake|aave|venus|methods$|functions$|mock|fake|stub|dummy|paper|simulat|atm$|piggy|savings$|user$|customer|player|game|checking|(?<!sub_?)acc(?:oun)?ts?$/i;
const contracts =
  /(?:^|[.:])(?:Contract|getContract|getContractAt|getContractFactory|BaseContract|attach|deployed|deploy|Bank\w*|Account|BankAccount|SavingsAccount|Wallet|Vault\w*|\w*Contract|\w*__factory\.connect|\w+\.eth\.contract|Safe|ERC20|IERC20)$|^(?:ethers|web3|w3)\b/;
/** Parts of SDKs that say nothing of whose they are. */
const parts =
  /^(?:this|self|rest|restapi|rest_api|api|spotapi|generalapi|account|wallet|capital|funding|subaccount|sub_account|giftcard|gift_card|createwallet|createsubaccount|creategiftcard|sapi|private|v3|client|exchange|spot|trading|service|services|state|data|ctx|app|await|unwrap|expect)$/i;
const chain = /smart[_-]?chain|binance[_-]?chain|bsc|binance[_-]?(?:dex|nft|peg)|bnb[_-]?chain/i;

const named = String.raw`([A-Za-z_$][\w$]{0,60})`;
/** `x = new Spot(`, `x, err := binance.NewClient(`, `val x: T = …`. */
const assigned = new RegExp(
  String.raw`(?<![\w$.])${named}(?:\s{0,9},\s{0,9}\w{1,30})?(?:\s{0,9}[?!]?:\s{0,9}[\w.<>|&*\\ \[\]]{1,80}?)?\s{0,9}(?::=|=)(?!=)\s{0,20}(?:(?:await|new|mut|yield|return)\s{1,9}|[\\&*(])*([A-Za-z_$][\w$.:\\>-]{0,100}?)(?:<[^()<>\n]{0,60}>)?!?\s?\(`,
  'g',
);
/** Members: `self.client = Client(`. */
const member = new RegExp(
  String.raw`(?:\.|->|@)${named}\s{0,9}(?::\s{0,9}[\w.<>|\[\] ]{1,80}?)?=(?!=)\s{0,20}(?:(?:await|new)\s{1,9}|[\\&*(])*([A-Za-z_$][\w$.:\\>-]{0,100}?)(?:<[^()<>\n]{0,60}>)?\s?\(`,
  'g',
);
/** Python: `with Client(…) as c`. */
const opened = new RegExp(String.raw`\bwith\s{1,9}([\w.]{1,100})\([^\n]{0,200}?\)\s{1,9}as\s{1,9}${named}`, 'g');
/** `client: Spot`, `b: "ccxt.binance"`, `api: &MainClient`. */
const typed = new RegExp(
  String.raw`(?<![\w$])${named}\s{0,9}[?!]?:\s{0,9}["'&*]{0,2}(?:mut\s)?([A-Za-z_][\w.:]{2,100})`,
  'g',
);
/** `BinanceRestClient client`, `private final SpotClient client;`, `client *binance.Client`. */
const declared = new RegExp(
  String.raw`\b([A-Z]\w{2,80}|[a-z]\w{1,30}::[A-Z]\w{1,60})[?&*>]{0,2}\s{1,9}\$?${named}\s{0,9}[;,)={]`,
  'g',
);
const pointed = new RegExp(String.raw`(?<![\w$])${named}\s{1,9}\*?(\w{1,40}\.[A-Z]\w{1,60})\b`, 'g');
/** `ccxt[name](`, `getattr(ccxt, 'binance')(`, `getattr(ccxt, name)`. */
const dynamic = new RegExp(
  String.raw`${named}\s{0,9}=\s{0,9}(?:new\s{1,9})?(?:getattr\(\s{0,9}ccxt[\w.]{0,30}\s{0,9},\s{0,9}|ccxt(?:\.\w{1,20})?\[\s{0,9})["'\x60]?([\w.]{1,60})["'\x60]?\s{0,9}[)\]]`,
  'g',
);

/** Clients of the modular SDKs, one for each part of the API. */
const modularTypes = /^(?:GiftCard|SubAccount|Wallet|Fiat|Pay|MarginTrading)$/;

/** Interfaces, traits and protocols that the file itself declares. */
const declaring =
  /\btype\s{1,9}(\w{1,60})\s{1,9}interface\b|\b(?:interface|trait|protocol|abstract\s{1,9}class)\s{1,9}(\w{1,60})|\bclass\s{1,9}(\w{1,60})\((?:\w{1,20}\.)?(?:Protocol|ABC)\b/g;
/** An interface of this name may well be one that Binance’s client is given. */
const ofExchanges = /binance|exchange|\bcex|spot|trad(?:e|ing)|market|broker|venue|custod|account/i;
const mostDeclared = 50;

/** The names that are said to be of such a type: `c chain`, `c: &dyn Chain`, `Chain c`. */
function* ofDeclaredTypes(text: string, isGo: boolean): Generator<string> {
  const types = new Set<string>();
  for (const [, go, word, python] of text.matchAll(declaring)) {
    const type = go ?? word ?? python ?? '';
    if (!ofExchanges.test(type) && types.size < mostDeclared) types.add(type);
  }
  if (types.size === 0) return;
  const type = `(?:${[...types].join('|')})`;
  const typedSo = isGo
    ? String.raw`(?<![\w$])${named}\s{1,9}\*?${type}\b`
    : String.raw`(?<![\w$])${named}\s{0,9}[?!]?:\s{0,9}(?:[&*]|mut\s|dyn\s|impl\s|(?:Box|Arc|Rc|Option|Optional)[<[]){0,5}${type}\b|\b${type}(?:<[^<>\n]{0,60}>)?[&*?]{0,2}\s{1,9}\$?${named}\s{0,9}[;,)={]`;
  for (const [, first, second] of text.matchAll(new RegExp(typedSo, 'g'))) yield first ?? second ?? '';
}

const binanceTypes =
  /(?:^|[.:\\])(?:MainClient|USDMClient|CoinMClient|PortfolioClient|I?Binance\w*(?:Client|Api|API|Exchange|Service|Account|Rest)\w*|Binance|SpotClient(?:Impl)?|SpotRestApi|SpotAccountTrade|WalletRestApi|AsyncClient|UMFutures|CMFutures|binanceusdm|binancecoinm|binanceus)$|(?:^|[.:\\])ccxt(?:\.\w+)?\.binance\w*$|^binance\.(?:Client|Spot|AsyncClient)$|^binance\.(?:client\.)?\w*Client$/;

export interface Receivers {
  ownerOf(callee: Callee): Owner;
  /** Whether the file shows another exchange’s library or a chain’s, and none of Binance’s. */
  readonly isElsewhere: boolean;
}

/** Remembers what the names of a document stand for. Linear in the text: every part of the patterns is bounded. */
export function receiversOf({ document: { text }, reading }: Subject): Receivers {
  const { imports } = reading;
  const owners = new Map<string, Owner>();
  const isSdkFile = imports.some((name) => /binance|^ccxt/i.test(name) && !chain.test(name));
  const isModular = imports.some((name) => /^@binance\/|^binance_sdk/.test(name));
  const isElsewhere =
    !isSdkFile &&
    imports.some(
      (name) =>
        /(?:^|[/.@\\])(?:ethers|web3|viem|wagmi|hardhat|brownie|ape|truffle|solana|starknet|near-api-js|thirdweb)/i.test(
          name,
        ) || meaningOf(name).exchange !== undefined,
    );
  const own = (name: string, owner: Owner): void => {
    // A name that stands for Binance's client anywhere in the file is taken for it, unless it also is another's.
    const known = owners.get(name);
    owners.set(
      name,
      known === undefined || known === 'unknown' || known === owner ? owner : owner === 'unknown' ? known : 'unknown',
    );
  };
  const told = new Map<string, Owner>();
  const toldBy = (name: string): Owner => {
    let owner = told.get(name);
    if (owner === undefined) told.set(name, (owner = named_([name])));
    return owner;
  };
  const makers = new Map<string, Owner>();
  const made = (callee: string): Owner => {
    let owner = makers.get(callee);
    if (owner === undefined) makers.set(callee, (owner = madeBy(callee)));
    return owner;
  };
  const madeBy = (callee: string): Owner => {
    const joined = callee.replaceAll(/::|->|\\/g, '.').replace(/^\.|\.$/g, '');
    if (
      sdkCalls.some((row) => row.callee.test(joined) && (!row.imports || imports.some((one) => row.imports!.test(one))))
    ) {
      return 'binance';
    }
    if (isModular && modularTypes.test(joined)) return 'binance';
    // Rust: `WalletRestApi::production(…)`.
    const type = joined.replace(
      /\.(?:new|production|testnet|demo|builder|default|create|from_\w{1,20}|with_\w{1,20})$/,
      '',
    );
    if (type !== joined && isSdkFile && (binanceTypes.test(type) || (isModular && /RestApi$/.test(type))))
      return 'binance';
    if (contracts.test(joined)) return 'other';
    return named_(joined.split('.'));
  };
  const typeOwner = (type: string): Owner => {
    const joined = type.replaceAll('::', '.');
    if (
      imports.some((name) => /binance/i.test(name) && !chain.test(name) && name.split(/[.:\\/]+/).at(-1) === joined)
    ) {
      return 'binance';
    }
    if (isModular && modularTypes.test(joined)) return 'binance';
    if (contracts.test(joined)) return 'other';
    if (/^(?:Spot|Client|Wallet|RestAPI|RestApi)$/.test(joined)) return isSdkFile ? 'binance' : 'unknown';
    return binanceTypes.test(joined) ? 'binance' : meaningOf(joined).exchange !== undefined ? 'other' : 'unknown';
  };
  for (const [, name = '', callee = ''] of text.matchAll(assigned)) own(name, made(callee));
  for (const [, name = '', callee = ''] of text.matchAll(member)) own(name, made(callee));
  for (const [, callee = '', name = ''] of text.matchAll(opened)) own(name, made(callee));
  for (const [, name = '', exchange = ''] of text.matchAll(dynamic)) {
    const told = named_([exchange]);
    if (told !== 'unknown') own(name, told);
  }
  for (const [, name = '', type = ''] of text.matchAll(typed)) {
    const owner = typeOwner(type);
    if (owner !== 'unknown') own(name, owner);
  }
  for (const [, type = '', name = ''] of text.matchAll(declared)) {
    const owner = typeOwner(type);
    if (owner !== 'unknown') own(name, owner);
  }
  for (const [, name = '', type = ''] of text.matchAll(pointed)) {
    const owner = typeOwner(type);
    if (owner !== 'unknown') own(name, owner);
  }
  for (const name of ofDeclaredTypes(text, reading.language === 'go')) own(name, 'other');
  return {
    isElsewhere,
    ownerOf({ receiver }) {
      const [only = '', ...others] = receiver;
      if (!owners.has(only) && others.every((one) => parts.test(one))) {
        const constructed = made(only);
        if (constructed !== 'unknown') return constructed;
      }
      for (const one of [...receiver].reverse()) {
        const name = one.replace(/^[$@]|[!?]$/g, '');
        const bound = owners.get(name);
        if (bound === 'binance' || bound === 'other') return bound;
        if (parts.test(name)) continue;
        const owner = toldBy(name);
        if (owner !== 'unknown') return owner;
      }
      return made(receiver.join('.'));
    },
  };
}

/** What names say by themselves. */
function named_(steps: readonly string[]): Owner {
  const joined = steps.join('.');
  if (elsewhere.test(joined) && !/binance/i.test(steps.at(-1) ?? '')) return 'other';
  if (/binance/i.test(joined) && !chain.test(joined))
    return /vault|contract|token|pool|bridge|mock|fake|stub|paper/i.test(joined) ? 'other' : 'binance';
  if (/^(?:bn|bnc|bnb_?client|bn_?client)$/i.test(steps.at(-1) ?? '')) return 'binance';
  return steps.some((one) => meaningOf(one).exchange !== undefined) ? 'other' : 'unknown';
}
