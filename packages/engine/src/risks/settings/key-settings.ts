/**
 * Settings of a document → what they say of each API key: its rights, its IP list, its kind. Names are those of Binance’s
 * own endpoints (apiRestrictions, sub-account, broker and Link keys) and of the configuration of bots, in every style of
 * writing. Source: docs/facts.md; https://developers.binance.com/docs/wallet/account/api-key-permission.
 */
import { languages } from '../../read/languages.ts';
import { sourceSpan } from '../../read/pieces.ts';
import { addToGroup, addToSet } from '../../grouped.ts';
import { clue } from '../../signals.ts';
import type { Risk, Setting, Span, Subject, Value } from '../../types.ts';
import { toldByPath } from '../../clues/surroundings.ts';
import { isAddress } from './ip-list.ts';
import { isOfTests } from '../of-tests.ts';
import { keyMethods } from '../../rules/key-calls.ts';
import { callsWithin, holdersIn, type HolderOf } from '../calls/calls.ts';
import { folded } from '../subject.ts';
import { switched, wordOf } from './values.ts';

export type Right = 'read' | 'trade' | 'margin' | 'futures' | 'options' | 'transfer' | 'withdraw';

/** A right that is given, where it is written. */
export interface Grant {
  readonly right: Right;
  /** How people call it, for messages: the setting’s own path. */
  readonly called: string;
  readonly span: Span;
}

/** An IP restriction as one setting tells it. */
export interface IpSetting {
  readonly called: string;
  /** Of the whole value. */
  readonly span: Span;
  /** `off`: it says that there is none. */
  readonly state: 'off' | 'on';
  readonly entries: readonly { readonly text: string; readonly span: Span }[];
  /** The whole list in characters, where it is one text. */
  readonly length: number;
}

/** What the settings beside each other say of one key. */
export interface KeySettings {
  readonly grants: readonly Grant[];
  readonly ips: readonly IpSetting[];
  /** `address_whitelist: true` and the like: withdrawals go to known addresses only. */
  readonly addressList: 'on' | 'off' | undefined;
  readonly weakTypes: readonly { readonly called: string; readonly span: Span }[];
  /** Names that only Binance has are among them. */
  readonly isBinances: boolean;
}

// ---------------------------------------------------------------------------------------------------------------
// Names, folded: lower case, letters and digits alone

const giving = '(?:enable|allow|permit|grant)(?:s|d|ed)?';
const withdrawing = 'withdraw(?:al)?s?';
/** Of their own enough, whatever stands beside them. */
const strong: readonly (readonly [Right, RegExp])[] = [
  [
    'withdraw',
    new RegExp(`${giving}${withdrawing}$|(?<!can)${withdrawing}(?:enabled|allowed|permitted|permissions?|rights?)$`),
  ],
  [
    'transfer',
    new RegExp(
      `(?:permits?|${giving}|can)(?:universal|internal|funds?|asset)?transfers?$|(?:universal|internal|funds)transfers?(?:enabled|allowed)?$`,
    ),
  ],
  ['margin', new RegExp(`${giving}margin(?:trading|loan)?$`)],
  ['futures', new RegExp(`${giving}futures?(?:trading)?$`)],
  ['options', new RegExp(`${giving}(?:vanilla|european)?options?(?:trading)?$`)],
  ['trade', new RegExp(`${giving}(?:spot(?:andmargin)?|portfoliomargin|fixapi)?trad(?:e|ing)$|${giving}spot$`)],
  ['read', new RegExp(`${giving}(?:read(?:ing|only)?|fixreadonly)$`)],
];
/** Rights by their bare names, where something else says that a key’s rights are told. */
const bare: readonly (readonly [Right, RegExp])[] = [
  ['withdraw', /^withdraw(?:al)?s?$/],
  ['transfer', /^(?:universal|internal|funds?)?transfers?$/],
  ['margin', /^margin(?:trading)?$/],
  ['futures', /^(?:usdm|coinm|um|cm)?futures?(?:trading)?$|^delivery$/],
  ['options', /^(?:vanilla|european)?options?(?:trading)?$/],
  ['trade', /^(?:spot|trad(?:e|ing)|spottrading|spotandmargintrading)$/],
  ['read', /^(?:read(?:ing|only)?|view|info)$/],
];
/** Endpoints and fields of Binance’s API, as it writes them. */
const binances =
  /^(?:permitsUniversalTransfer|enableInternalTransfer|enableVanillaOptions|enableSpotAndMarginTrading|enablePortfolioMarginTrading|enableFixApiTrade|enableFixReadOnly|ipRestrict|tradingAuthorityExpirationTime)$/;

const permissionStep =
  /^(?:api|key|apikey)?(?:permissions?|perms?|rights?|scopes?|capabilities|grants?|restrictions?|access|privileges?)$/;
const listOfRights = /(?:permissions?|perms|rights?|scopes?|capabilities|privileges?|grants)$/;
const credential =
  /^(?:.*(?:api|access|secret)_?(?:key|secret)(?:id)?|key|secret|label|apilabel|keylabel|fingerprint)$/;
const keyStep = /key|binance|exchange|account|credential|restriction|permission|^api$/i;

const ipSwitch =
  /(?:iprestrict(?:ed|ion|ions)?|restrict(?:ed)?(?:to)?ips?|ip(?:white|allow)list(?:ed|enabled)|enableip(?:white|allow)list|iprestrictionenabled)$/;
const ipList =
  /(?:(?:white|allow)list(?:ed)?ips?|ips?(?:white|allow)list(?:ed)?|(?:trusted|allowed|restricted|bound|permitted)ip(?:s|address|addresses|list)?|iplist|ipsallowed|ipallowed|accessips?)$/;
const ipBare = /^(?:ips?|ipaddress(?:es)?|ipaddrs?|whitelist|allowlist|iprestrictions?)$/;
/** The address of a machine, or of a request, as well as a list: blank it is a field that nobody filled in. */
const ipOfOne = /^ip(?:addr(?:ess)?)?$/;
/** Lists of others: who may open the bot’s own pages and ports. */
const others =
  /dashboard|admin|web(?!socket)|login|server|http|\bui\b|proxy|proxies|nginx|firewall|cors|webhook|ssh|metrics|grafana|redis|postgres|mysql|mongo|database|\bdb\b|vpn|wireguard|ingress|network|docker|router|host|telegram|bind|listen|listener|callback|internal_?ips|gateway|session|user(?:s|name)?_?(?:allow|white)/i;

const addressSwitch =
  /(?:withdraw(?:al)?)?(?:address)(?:white|allow)list(?:ed|only|enabled)?$|withdraw(?:al)?(?:white|allow)list(?:ed|only|enabled)?$/;
const typeName =
  /(?<!(?:public|ssh|host|pgp|gpg|license|map|cache))key(?:type|algo|algorithm|kind)$|^(?:api|binance)?(?:auth|sign|signature)type$|^signing(?:type|method|algorithm)$/;
const bareType =
  /^(?:type|kind|alg|algo|algorithm|signature|signing|signer|signingmethod|signmethod|auth|authtype|authmethod|scheme)$/;
const hmac = /^(?:key_?type_?)?hmac(?:[-_]?sha[-_]?256)?$/i;

/** What a form, a page or a message shows, and what an API’s description says, is no key’s right. */
const notKeys =
  /^(?:notif\w*|alerts?|emails?|mail|events?|hooks?|webhooks?|menu|pages?|routes?|tabs?|features?|ui|views?|columns?|display|show|reports?|logs?|logging|history|metrics|roles?|staff|examples?|schemas?|enum|fixtures?|mocks?|expected)$/i;

/** What is traded, not what a key may do: only names that are strong of their own are heard there. */
const ofMarkets = /^(?:markets?|streams?|feeds?|instruments?|symbols?|pairs?)$/i;

/** What a policy forbids, and what a query or a test looks for, is not given. */
const forbidding =
  /forbid|forbidden|den(?:y|ied)|disallow|refus|block|illegal|danger|unsafe|revoke|missing|invalid|exclud|never|notallowed|unwanted/;
const asking =
  /^(?:where|filter|filter_?by|find\w*|exists|exclude|rewhere|not|count|query|select|assert\w*|expect\w*|\w*equals?|to_?be|to_?equal|includes?|contains?|has)$/i;

/** A map of coins and their networks, and a product of savings, have rights of their own. */
const ofCoins =
  /^(?:can|is|all)?deposit|^networklist$|^withdrawall|^can(?:purchase|redeem)$|^(?:product|project|position)id$/;

// ---------------------------------------------------------------------------------------------------------------

const known = new WeakMap<Subject, readonly KeySettings[]>();

/** One entry for each key that the document has settings of; worked out once for each document. */
export function keysIn(subject: Subject): readonly KeySettings[] {
  let keys = known.get(subject);
  if (!keys)
    known.set(
      subject,
      (keys = (isAnswer(subject) ? [] : groupsOf(subject)).map((group) => settingsOf(group, subject)).filter(isAny)),
    );
  return keys;
}

/** What a program’s tests hold is what the API may answer, and what is expected of that: no key of anybody’s. */
function isAnswer({ document: { path }, reading: { language } }: Subject): boolean {
  return language in languages && isOfTests(path);
}

/**
 * What a risk of a key’s setting has besides: in prose it is at most possible, and a field that only Binance has is a
 * clue. `isField`: the setting itself may be one.
 */
export function toldOf(
  { isBinances }: KeySettings,
  { isProse }: Pick<Subject, 'isProse'>,
  isField = false,
): Pick<Risk, 'confidence' | 'clues'> {
  const says = isField
    ? 'it is a field of Binance’s API, or stands beside one'
    : 'a field beside it is one of Binance’s API';
  return {
    ...(isProse && { confidence: 'possible' }),
    ...(isBinances && { clues: [clue('binance-setting', says)] }),
  };
}

const isAny = ({ grants, ips, weakTypes }: KeySettings): boolean =>
  grants.length > 0 || ips.length > 0 || weakTypes.length > 0;

/** Settings that stand together, and what else stands there. */
interface Group {
  readonly settings: Setting[];
  /** Something there says that it is about a key: a credential beside, a path of that name, a strong name. */
  isKeys: boolean;
}

const ipNames: ReadonlyMap<string, string> = new Map([
  ...['restrict', 'restricted', 'enabled', 'enforced', 'status'].map((name) => [name, 'iprestrict'] as const),
  ...['list', 'addresses', 'entries', 'allowed', 'whitelist', 'allowlist', 'values'].map(
    (name) => [name, 'iplist'] as const,
  ),
]);

/** Permissions are settings of what holds them: `key: { permissions: { withdraw: true }, ip: [] }` is one group. */
function groupsOf({ settings, reading }: Subject): Group[] {
  const holderOf = holdersIn(reading);
  const groups = new Map<string, Group>();
  /** The groups of an owner, in their order. */
  const homes = new Map<string, Set<string>>();
  const latest = new Map<string, string>();
  const inner: { readonly setting: Setting; readonly owner: string }[] = [];
  const put = (id: string, setting: Setting): Group => {
    const group = groups.get(id) ?? { settings: [], isKeys: false };
    groups.set(id, group);
    group.settings.push(setting);
    return group;
  };
  for (const one of settings) {
    if (one.name === '') continue;
    const whole = held(one, holderOf);
    const given = dotted(whole);
    const at = given.path.findLastIndex((step) => !/^\d*$/.test(step));
    const above = folded(given.path[at - 1] ?? '');
    // `ip: { restricted: false, list: [] }` is `ipRestricted` and `ipList`.
    const isIp = /^ips?(?:restrictions?|(?:white|allow)list|access|filter)?$/.test(above);
    // `withdraw: { enabled: true }` is `withdrawEnabled`.
    const isSwitch = /^withdraw(?:al)?s?$/.test(above) && /^(?:enabled?|allow(?:ed)?)$/.test(given.name);
    const name = isIp ? (ipNames.get(given.name) ?? given.name) : isSwitch ? 'withdrawenabled' : given.name;
    const setting = { ...given, name };
    const steps = given.path.slice(0, isIp || isSwitch ? at - 1 : at);
    // A flat file is about one key, whatever prefixes its names have.
    const parent =
      given === whole ? steps : whole.path.slice(0, Math.max(0, whole.path.length - 1 - (given.path.length - 1 - at)));
    const call = setting.call ? String(setting.call.span.start) : '';
    const isItem = at < setting.path.length - 1;
    const isPermission = permissionStep.test(folded(steps.at(-1) ?? ''));
    if (isPermission && given === whole) {
      inner.push({ setting, owner: `${call}|${parent.slice(0, -1).join('\0')}` });
      continue;
    }
    // Items of a list stand in the list’s own container: they belong to what holds the list, by its path alone.
    const owner = `${call}|${parent.join('\0')}`;
    const id = isItem
      ? (latest.get(owner) ?? `${owner}|`)
      : `${owner}|${parent.length === 0 ? String(setting.container) : ''}`;
    const own = homes.get(owner) ?? new Set();
    homes.set(owner, own);
    if (!own.has(id)) latest.set(owner, id);
    own.add(id);
    const group = put(id, setting);
    if (isPermission || credential.test(setting.name) || parent.some((step) => keyStep.test(step))) group.isKeys = true;
  }
  for (const { setting, owner } of inner) {
    const group = put(latest.get(owner) ?? `${owner}|`, setting);
    group.isKeys = true;
  }
  return [...groups.values()];
}

/** What a call asks for a sub-account’s key is unsafe-key-creation’s too. */
function isRequest(settings: readonly Setting[]): boolean {
  return settings.some(({ name }) => name === 'subaccountapikey') && settings.some(({ name }) => name === 'status');
}

/** Of `api.permissions.withdraw`, as properties are written, each step. */
function dotted(setting: Setting): Setting {
  if (!setting.path.some((step) => step.includes('.'))) return setting;
  const path = setting.path.flatMap((step) => (/^[\w-]+(?:\.[\w-]+)+$/.test(step) ? step.split('.') : [step]));
  return { ...setting, path, name: folded(path.findLast((one) => !/^\d*$/.test(one)) ?? '') };
}

const deepestCalls = 4;

/** `rights = dict(withdraw=True)` is `rights.withdraw`. */
function held(setting: Setting, holderOf: HolderOf): Setting {
  let one = setting;
  for (let depth = 0; one.call && depth < deepestCalls && !/^\d*$/.test(one.path.at(-1) ?? ''); depth += 1) {
    if (asking.test(one.call.callee.at(-1) ?? '')) break;
    const holder = holderOf(one.call);
    if (!holder) break;
    const { call: _, ...rest } = one;
    one = { ...rest, path: [...holder.path, ...one.path], ...(holder.call && { call: holder.call }) };
  }
  return one;
}

/** What such a call is given is unsafe-key-creation’s. */
function isOfKeyMethod({ call }: Setting): boolean {
  const name = folded(call?.callee.at(-1) ?? '');
  return name.includes('key') || name.includes('restriction') ? keyMethods.some((one) => one.name.test(name)) : false;
}

function settingsOf({ settings, isKeys: told }: Group, subject: Subject): KeySettings {
  const grants: Grant[] = [];
  const lists = new Map<string, Setting[]>();
  const weakTypes: { called: string; span: Span }[] = [];
  let addressList: KeySettings['addressList'];
  const isOfCoins = settings.some(({ name }) => ofCoins.test(name));
  const strongly = settings.some(
    ({ name }) => strong.some(([, pattern]) => pattern.test(name)) || ipSwitch.test(name) || ipList.test(name),
  );
  const isKeys = told || (strongly && !isOfCoins);
  const listed = listsByName(settings, subject.document.text);
  const isChoice = choicesIn(settings);
  for (const setting of settings) {
    const { name, value, span, path } = setting;
    const isPermission = permissionStep.test(
      folded(path.findLast((step, i) => i < path.length - 1 && !/^\d*$/.test(step)) ?? ''),
    );
    if (path.some((step) => others.test(step)) && !/binance/i.test(path.join('.'))) continue;
    if (path.slice(0, -1).some((step) => notKeys.test(step)) || path.some((step) => forbidding.test(folded(step))))
      continue;
    if (asking.test(setting.call?.callee.at(-1) ?? '')) continue;
    if (ipSwitch.test(name) || ipList.test(name) || (isKeys && ipBare.test(name))) {
      if (isOfKeyMethod(setting)) continue;
      addToGroup(lists, name, setting);
      continue;
    }
    if (addressSwitch.test(name)) addressList = switched(value);
    if ((typeName.test(name) || (isKeys && bareType.test(name))) && hmac.test(lastWord(value))) {
      if (!isChoice(setting) && !isOfCallers(setting, settings, subject))
        weakTypes.push({ called: calledOf(setting), span });
      continue;
    }
    if (isListOfRights(setting, subject.document.text)) {
      for (const grant of listedGrants(setting, listed(setting.name), isKeys, subject.document.text))
        grants.push(grant);
      continue;
    }
    // `canWithdraw` alone is the account’s, not the key’s.
    const bareName = isPermission ? name.replace(/^(?:can|is|has)/, '') : name;
    const isMarkets = ofMarkets.test(path.at(-2) ?? '');
    const byName = rightNamed(name, strong) ?? (isKeys && !isMarkets ? rightNamed(bareName, bare) : undefined);
    if (byName && switched(value) === 'on' && !isOfCoins)
      grants.push({ right: byName, called: calledOf(setting), span });
  }
  grants.sort((a, b) => a.span.start - b.span.start);
  return {
    grants,
    ips: isRequest(settings) ? [] : [...lists.values()].flatMap((list) => ipSettingOf(list, subject)),
    addressList,
    weakTypes,
    isBinances: settings.some(({ path }) => binances.test(path.at(-1) ?? '')),
  };
}

const enumOfRights = /\b\w*(?:Permission|Right|Scope|Privilege)s?(?:\.|::)(\w+)/g;

/** By its name, by that of what it stands in, or by the enumeration that its items are of. */
function isListOfRights({ name, path, value, span }: Setting, text: string): boolean {
  if (listOfRights.test(name)) return true;
  // An item of a list in a mapping of that name: `PERMISSIONS = {"grid": ["read", "withdraw"]}`.
  if (value.kind === 'text' && /^\d+$/.test(path.at(-1) ?? '')) return listOfRights.test(folded(path.at(-3) ?? ''));
  if (value.kind === 'text' || value.kind === 'scalar' || span.end - span.start > longestList) return false;
  const source = text.slice(span.start, span.end);
  if (listOfRights.test(folded(path.at(-2) ?? '')) && /^(?:\[|\{\s*["'])/.test(source)) return true;
  const rights = new Set([...source.matchAll(enumOfRights)].map(([, word]) => rightOf(word!)));
  // A mapping of several lists is read by its lists.
  return rights.size >= 2 && !/^\{/.test(source);
}

/** What a value is, by its last word: `KeyType.HMAC`, `"HMAC"`. */
function lastWord(value: Value): string {
  return value.kind === 'ref' ? (value.path.at(-1) ?? '') : (wordOf(value) ?? '');
}

/** One of several values of a name is a choice: `keyType: 'HMAC' | 'RSA'`. */
function choicesIn(settings: readonly Setting[]): (setting: Setting) => boolean {
  let places: Map<string, Set<number>> | undefined;
  return ({ path }) => {
    if (!places) {
      places = new Map();
      for (const other of settings) addToSet(places, other.path.join('\0'), other.span.start);
    }
    return (places.get(path.join('\0'))?.size ?? 0) > 1;
  };
}

/** What all settings of one name in a group say together. */
interface Listed {
  readonly rights: ReadonlySet<Right>;
  /** All words. */
  readonly items: number;
  /** Steps of the longest path. */
  readonly deepest: number;
}

function listsByName(settings: readonly Setting[], text: string): (name: string) => Listed {
  let byName: Map<string, Setting[]> | undefined;
  const known = new Map<string, Listed>();
  return (name) => {
    let listed = known.get(name);
    if (listed) return listed;
    if (!byName) {
      byName = new Map();
      for (const setting of settings) addToGroup(byName, setting.name, setting);
    }
    const rights = new Set<Right>();
    let deepest = 0;
    let items = 0;
    for (const setting of byName.get(name) ?? []) {
      deepest = Math.max(deepest, setting.path.length);
      for (const word of wordsOf(setting, text)) {
        items += 1;
        const right = rightOf(word.text);
        if (right) rights.add(right);
      }
    }
    known.set(name, (listed = { rights, items, deepest }));
    return listed;
  };
}

const definition =
  /\b(?:func\s{0,9}\([^()\n]{0,80}\)|func|fn|fun|function|def|constructor)[^\n(]{0,80}\(([^()]{0,600})\)/g;
const longestDefinition = 2500;

/** The secret beside it is what callers hand to the function: a library’s default says nothing of their keys. */
function isOfCallers({ span, container }: Setting, settings: readonly Setting[], subject: Subject): boolean {
  const { text } = subject.document;
  const beside = settings.find((one) => one.container === container && /secret(?:key)?$/.test(one.name));
  if (beside?.value.kind !== 'ref' || beside.value.path.length !== 1) return false;
  const before = [...text.slice(Math.max(0, span.start - longestDefinition), span.start).matchAll(definition)];
  const parameters: readonly string[] = before.at(-1)?.[1]?.match(/[A-Za-z_$]\w*/g) ?? [];
  return parameters.includes(beside.value.path[0]!);
}

function calledOf({ path, call, name }: Setting): string {
  const steps = path.filter((step) => !/^\d*$/.test(step));
  return steps.length > 0 ? steps.slice(-3).join('.') : (call?.callee.at(-1) ?? name);
}

/** `permissions: [read, withdraw]`, `"read,withdraw"`, `listOf(Right.READ)`. */
function listedGrants(setting: Setting, { rights, items, deepest }: Listed, isKeys: boolean, text: string): Grant[] {
  const { value, path } = setting;
  // Of a list whose items stand by themselves, these are heard.
  if (deepest > path.length || isVocabulary(setting, items, text)) return [];
  // One word that is a right may be anybody’s; a second one, or a key beside it, makes it a key’s.
  if (rights.size < 2 && !isKeys) return [];
  const words = wordsOf(setting, text);
  return words.flatMap(({ text: word, start, end }) => {
    const right = rightOf(word);
    if (!right) return [];
    const inSource = value.kind !== 'text' ? { start, end } : sourceSpan(value, { start, end });
    return [
      { right, called: calledOf(setting), span: value.kind === 'text' && words.length === 1 ? setting.span : inSource },
    ];
  });
}

/** More items than a key has rights: the words that a program knows. */
const mostRights = 8;

/** `const permissions = ['read', 'withdraw'] as const`: what there is, not what is given. */
function isVocabulary({ path, span }: Setting, items: number, text: string): boolean {
  if (items > mostRights) return true;
  if (/known|valid|supported|available|choices|allpermissions|vocabulary/.test(folded(path.join('.')))) return true;
  return /^[^;\n]{0,200}\]\s*(?:as const|satisfies\b)/.test(text.slice(span.end - 1, span.end + 220));
}

const longestList = 4000;
const longestText = 300;

/** The words of a text, by their places in it; of a list in source, the texts and names there, by theirs in the source. */
function wordsOf({ value, span }: Setting, text: string): ReturnType<typeof partsOf> {
  if (value.kind === 'text') {
    const words = value.text.length <= longestText ? partsOf(value.text) : [];
    return isSentence(words, value.text) ? [] : words;
  }
  if (value.kind === 'scalar' || span.end - span.start > longestList) return [];
  // A mapping has entries of its own, that say which right is given and which is not.
  if (/\b(?:true|false)\b|^\{[^}]*[:=]/i.test(text.slice(span.start, span.end))) return [];
  const found = text
    .slice(span.start, span.end)
    .matchAll(/(["'])([\w .-]{1,60})\1|(?<![\w:]):[A-Za-z_]\w*|[A-Za-z_][\w.:]*/g);
  return [...found].map((match) => {
    const start = span.start + match.index;
    return { text: match[2] ?? match[0].split(/[.:]+/).at(-1)!, start, end: start + match[0].length };
  });
}

/** `Leave “Enable Withdrawals” off: the bot never withdraws.` Few of its words are rights, and blanks part them. */
function isSentence(words: ReturnType<typeof partsOf>, text: string): boolean {
  if (words.length < 5 || !/\w\s+\w+\s+\w/.test(text)) return false;
  return words.filter(({ text: word }) => rightOf(word) !== undefined).length * 2 < words.length;
}

function rightOf(word: string): Right | undefined {
  const name = folded(word);
  return rightNamed(name, strong) ?? rightNamed(name, bare);
}

function rightNamed(name: string, rights: typeof strong): Right | undefined {
  return rights.find(([, pattern]) => pattern.test(name))?.[0];
}

/** The words of a list that is written as one text. */
function partsOf(text: string): { readonly text: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[^\s,;|]+/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A list with nothing in it, in the languages that do not write `[]`. */
const emptySource =
  /^(?:new\s+)?(?:[\w.:]*(?:list|set|array|vec|sequence|slice|of|empty)\w*!?(?:<[^<>()]{0,60}>|\[\w*\])?)?\s*(?:(?:::|\.)(?:new|empty|of))?\s*(?:\[\s*\]|\(\s*\)|\{\s*\})(?:\s+as\s+[\w<>[\]]+)?$|^(?:\[\s*\])?\s*(?:string|net\.IP)\s*\{\s*\}$|^(?:nil|null|none|undefined)$/i;
const anyone = /^(?:\*|any|all|none|no|false|off|unrestricted|disabled|0)?$/i;

function ipSettingOf(list: readonly Setting[], subject: Subject): IpSetting[] {
  const { text } = subject.document;
  const named = list.find(({ path }) => !/^\d+$/.test(path.at(-1) ?? ''));
  const whole = named && { ...named, span: withBrackets(named.span, text) };
  const items = list.filter(({ path, value }) => /^\d+$/.test(path.at(-1) ?? '') && value.kind === 'text');
  const [first = whole] = list;
  if (!first) return [];
  const called = calledOf(first);
  const isSwitch = ipSwitch.test(first.name);
  const source = whole ? text.slice(whole.span.start, whole.span.end) : '';
  const off = (span: Span): IpSetting[] => [{ called, span, state: 'off', entries: [], length: 0 }];
  if (items.length === 0 && whole) {
    const { value, span } = whole;
    const word = wordOf(value)?.trim();
    // A field of a record that is filled elsewhere says nothing.
    if (value.kind === 'list' && value.items.length === 0) return off(span);
    if ((value.kind === 'unknown' || value.kind === 'ref') && source.length < 120 && emptySource.test(source.trim())) {
      return off(span);
    }
    const inSource = value.kind === 'text' || word !== undefined ? [] : literalsIn(source, span.start);
    if (value.kind === 'ref' && word === undefined && inSource.length === 0) return [];
    if (word !== undefined && (anyone.test(word) || (isSwitch && switched(value) === 'off'))) {
      // A blank in a template, and a bare key in YAML, wait for a value.
      const isBlank = /^(?:none|null|nil|undefined)?$/i.test(word);
      const waits =
        (word === '' && (value.kind === 'scalar' || toldByPath(subject.document.path).sample)) ||
        (isBlank && ipOfOne.test(first.name));
      return waits ? [] : off(span);
    }
    if (isSwitch) return switched(value) === 'on' ? [{ called, span, state: 'on', entries: [], length: 0 }] : [];
    const told = value.kind === 'text' ? wordsIn(value, span) : argumentsIn(whole, subject);
    const entries = told.length > 0 ? told : inSource;
    if (entries.length === 0 || !entries.some(({ text }) => isAddressLike(text))) return [];
    return [{ called, span, state: 'on', entries, length: word?.length ?? 0 }];
  }
  const entries = items.flatMap(({ value, span }) => (value.kind === 'text' ? wordsIn(value, span) : []));
  const [only] = entries;
  if (entries.length === 1 && only && anyone.test(only.text)) return off(only.span);
  if (!entries.some(({ text }) => isAddressLike(text))) return [];
  const start = whole?.span.start ?? items[0]?.container ?? 0;
  const span = whole?.span ?? { start, end: Math.max(items.at(-1)?.span.end ?? start, start) };
  return [{ called, span, state: 'on', entries, length: 0 }];
}

/** `[]string{…}` of Go begins with its brackets, `%w[…]` of Ruby with its sign. */
function withBrackets({ start, end }: Span, text: string): Span {
  const lead = text.slice(start - 2, start);
  return { start: lead === '[]' ? start - 2 : /%$/.test(lead) ? start - 1 : start, end };
}

function isAddressLike(text: string): boolean {
  return (
    isAddress(text.split('/')[0] ?? '') ||
    /^(?:\d{1,3}|\*)(?:\.(?:\d{1,3}|\*)){3}/.test(text) ||
    /^localhost$|\.[a-z]{2,}$/i.test(text)
  );
}

/** A list that no reader takes for one: `vec!["…".into(), "…".into()]`, `%w[… …]`. */
const listInSource = /^&?(?:vec!\s*[[(]|%[wWiI][[({]|new\s+[\w<>]+(?:\[\])?\s*\{|\[|\{)/;

function literalsIn(source: string, start: number): IpSetting['entries'] {
  const open = source.length <= longestList ? listInSource.exec(source) : null;
  if (!open) return [];
  const items = open[0].startsWith('%') ? /[^\s[\](){}]+/g : /(["'])[^"'\n]{1,80}\1/g;
  return [...source.slice(open[0].length).matchAll(items)].map(({ 0: item, index }) => {
    const at = start + open[0].length + index;
    return { text: item.replace(/^["']|["']$/g, ''), span: { start: at, end: at + item.length } };
  });
}

/** The entries of one text: an only one with its quotes, several without. */
function wordsIn(value: Extract<Value, { kind: 'text' }>, span: Span): IpSetting['entries'] {
  const parts = partsOf(value.text);
  if (parts.length === 1) return [{ text: parts[0]!.text, span }];
  return parts.map(({ text, start, end }) => ({ text, span: sourceSpan(value, { start, end }) }));
}

/** A list is made by one call, or by one for each entry. */
const mostCalls = 1000;

/** `List.of("…", "…")`, `[]string{"…"}`: the texts of the call that the value is. */
function argumentsIn({ span }: Setting, { reading }: Subject): IpSetting['entries'] {
  return callsWithin(reading, span, mostCalls)
    .flatMap(({ args }) => args)
    .flatMap(({ value, span: at }) => (value.kind === 'text' ? wordsIn(value, at) : []));
}
