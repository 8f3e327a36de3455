/**
 * Settings of a document → what they say of each API key: its rights, its IP list, its kind. Names are those of Binance’s
 * own endpoints (apiRestrictions, sub-account, broker and Link keys) and of the configuration of bots, in every style of
 * writing. Source: docs/facts.md; https://developers.binance.com/docs/wallet/account/api-key-permission.
 */
import { languages } from '../../read/languages.ts';
import { addToGroup, addToSet } from '../../grouped.ts';
import { clue } from '../../signals.ts';
import type { Risk, Setting, Span, Subject, Value } from '../../types.ts';
import { isOfTests } from '../of-tests.ts';
import { folded } from '../subject.ts';
import { asking, credential, type Group, groupsOf, isOfKeyMethod } from './groups.ts';
import { isOfForm } from './form-state.ts';
import { ipBare, ipList, ipOfOne, ipOpen, ipSettingOf, ipSwitch, type IpSetting } from './ip-settings.ts';
import {
  bare,
  type Grant,
  isListOfRights,
  listedGrants,
  listOfRights,
  listsByName,
  permissionStep,
  rightNamed,
  strong,
} from './rights.ts';
import { configuredAt } from './configured.ts';
import { isAddress } from './ip-list.ts';
import { ownersOf } from './owner-of.ts';
import { calledOf, partsOf, switched, wordOf } from './values.ts';

/** What the settings beside each other say of one key. */
export interface KeySettings {
  readonly grants: readonly Grant[];
  readonly ips: readonly IpSetting[];
  /** It says that the key may not trade. */
  readonly isTradingOff: boolean;
  /** `address_whitelist: true` and the like: withdrawals go to known addresses only. */
  readonly addressList: 'on' | 'off' | undefined;
  readonly weakTypes: readonly { readonly called: string; readonly span: Span }[];
  /** Names that only Binance has are among them. */
  readonly isBinances: boolean;
}

/** Endpoints and fields of Binance’s API, as it writes them. */
const binances =
  /^(?:permitsUniversalTransfer|enableInternalTransfer|enableVanillaOptions|enableSpotAndMarginTrading|enablePortfolioMarginTrading|enableFixApiTrade|enableFixReadOnly|ipRestrict|tradingAuthorityExpirationTime)$/;
/** Lists of others, whoever’s they are called: who may open the bot’s pages and databases, and peers of a network. */
const surelyOthers =
  /dashboard|admin|login|nginx|firewall|cors|webhook|ssh|metrics|grafana|redis|postgres|mysql|mongo|database|vpn|wireguard|ingress|telegram|prox(?:y|ies)|^peers?$|^wg\d?$|cloudflare|waf$|^ddos|guard|middleware|framework|telescope|horizon|sidekiq|resque|celery|^flower|^oban|rabbit_?mq|pghero|flipper|prometheus|kibana|elastic|jenkins|traefik|haproxy|apache|caddy|portainer|jupyter|sentry|zabbix|netdata|swagger|graphi?ql|actuator|smtp|kafka|mqtt|amqp|memcache|bastion|security_?group|back_?office|ip_?filter|rack_?attack|rate_?limit|throttl|limiter|defender|management/i;
/** Lists of others, where nothing says Binance: the bot’s own ports. */
const others =
  /dashboard|admin|web(?!socket)|login|server|http|\bui\b|proxy|proxies|nginx|firewall|cors|webhook|ssh|metrics|grafana|redis|postgres|mysql|mongo|database|\bdb\b|vpn|wireguard|ingress|network|docker|router|host|telegram|bind|listen|listener|callback|internal_?ips|gateway|session|health|queue|monitoring|status_?page|debug|console|panel|staff|office|scrape|exporter|user(?:s|name)?_?(?:allow|white)/i;

const addressSwitch =
  /(?:withdraw(?:al)?)?(?:address)(?:white|allow)list(?:ed|only|enabled)?$|withdraw(?:al)?(?:white|allow)list(?:ed|only|enabled)?$/;
const typeName =
  /(?<!(?:public|ssh|host|pgp|gpg|license|map|cache))key(?:type|algo|algorithm|kind)$|^(?:api|binance)?(?:auth|sign|signature)type$|^signing(?:type|method|algorithm)$/;
const bareType =
  /^(?:type|kind|alg|algo|algorithm|signature|signing|signer|signingmethod|signmethod|auth|authtype|authmethod|scheme)$/;
/** What else is signed by HMAC: `jwt: { key_type: … }`. */
const ofTokens = /jwt|jws|session|cookie|csrf|webhook|oauth|oidc|saml|licen[cs]e/i;
const hmac = /^(?:key_?type_?)?hmac(?:[-_]?sha[-_]?256)?$/i;

/** What a form, a page or a message shows, and what an API’s description says, is no key’s right. */
const notKeys =
  /^(?:notif\w*|alerts?|emails?|mail|events?|hooks?|webhooks?|menu|pages?|routes?|tabs?|features?|ui|views?|columns?|display|show|reports?|logs?|logging|history|metrics|roles?|staff|examples?|schemas?|enum|fixtures?|mocks?|expected|has|supports?|maintenance|match|when|term|limits?|cache|fetch|import|download|sync|export|include|system|status|vaults?|pools?|contracts?|staking|monitor\w*|watch\w*|(?:initial|empty|blank)(?:[A-Z_]\w*)?)$/i;

/** What is traded, not what a key may do: only names that are strong of their own are heard there. */
const ofMarkets = /^(?:markets?|streams?|feeds?|instruments?|symbols?|pairs?)$/i;

/** What an exchange, or a client of one, can do at all: `FEATURES`, `supportedMarkets`. There too only strong names are heard. */
const ofFeatures =
  /(?:^|_)(?:features?|supports?|supported|FEATURES?|SUPPORTS?|SUPPORTED)$|[a-z](?:Features?|Supports|Supported)$/;
/** Beside rights it tells that these are the methods of a client, as ccxt lists them. */
const ofMethods =
  /^(?:fetch|create|cancel|edit|watch|close)(?:order|balance|ticker|deposit|withdraw|ledger|trade|position|market|my|ohlcv|funding|open|closed|all|currenc)/;
/** Whose `canWithdraw` is a key’s, where the answer about an account has it too. */
const ofKeys = /key|polic(?:y|ies)|permission|rights$|restriction|privilege|scopes?$/i;

/** What a policy forbids, and what a query or a test looks for, is not given. */
const forbidding =
  /^alert|^notif|^warn|^bad$|^worst|^risky|^demo(?!binance)|^sample|^mock|^fake|^dummy|^example|^monitor|^watch|^track|forbid|forbidden|den(?:y|ied)|disallow|refus|block|illegal|danger|unsafe|revoke|missing|invalid|exclud|never|notallowed|unwanted/;
const watching = /^(?:monitor|watch|track)\w{0,12}$/i;
/** A switch of what is told of a list, and of what looks at it. */
const aboutLists =
  /^(?:binance)?(?:report|audit|log(?!in)|check|verif|validat|show|display|print|has|support|mock|skip|ignore|alert|notif|warn|monitor|watch|track|export|metric|stat)/;
/** A map of coins and their networks, and a product of savings, have rights of their own. */
const ofCoins =
  /^(?:can|is|all)?deposit|^networklist$|^withdrawall|^can(?:purchase|redeem)$|^(?:product|project|position)id$/;

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

/** What a program’s tests hold is what the API may answer, and what is expected of that: no key of anybody’s. Nor has a contract or a schema one. */
function isAnswer({ document: { path }, reading: { language } }: Subject): boolean {
  return (
    (language in languages && isOfTests(path)) || /\.(?:sol|vy|cairo|move|proto|graphqls?|gql|thrift|avsc)$/.test(path)
  );
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
/** The first argument of `updateMany({ withdraw: true }, …)` says which are meant. */
function isWhichToChange({ call, path }: Setting): boolean {
  return (
    path[0] === '0' &&
    /^(?:update|delete|remove|replace|find)\w{0,12}(?:one|many)\w{0,12}$/i.test(call?.callee.at(-1) ?? '')
  );
}

/** `ipRestrict: true` says that there is a list, which then is kept elsewhere where the one beside it is empty. */
function withoutContrary(ips: readonly IpSetting[]): readonly IpSetting[] {
  const isOn = ips.some(({ state, entries }) => state === 'on' && entries.length === 0);
  return isOn ? ips.filter(({ state }) => state === 'on') : ips;
}

/** What a call asks for a sub-account’s key is unsafe-key-creation’s too. */
function isRequest(settings: readonly Setting[]): boolean {
  return settings.some(({ name }) => name === 'subaccountapikey') && settings.some(({ name }) => name === 'status');
}
/** `dashboard.allowed_ips`, also within what is Binance’s; `server.allowed_ips` where it is not. */
function isOfOthers({ path, call, span }: Setting, isOfKey: boolean, subject: Subject): boolean {
  const names = call
    ? [...path, ...call.callee, ...call.args.slice(0, 3).flatMap(({ value }) => nameIn(value))]
    : [...path, ...configuredAt(span.start, subject)];
  if (names.some((step) => surelyOthers.test(step))) return true;
  return !isOfKey && names.some((step) => others.test(step)) && !names.some((step) => /binance/i.test(step));
}

/** What a first argument names: `config :desk, Oban.Web, allowed_ips: …` */
function nameIn(value: Value): readonly string[] {
  if (value.kind === 'ref') return value.path;
  return value.kind === 'text' && value.text.length <= 60 ? [value.text] : [];
}

/** `ip` stands beside a key or its rights, not beside a port. */
function isOfKeyAlone(settings: readonly Setting[]): boolean {
  return (
    settings.some(
      ({ name }) =>
        (credential.test(name) && !/label$/.test(name)) ||
        listOfRights.test(name) ||
        ipSwitch.test(name) ||
        strong.some(([, pattern]) => pattern.test(name)),
    ) && !settings.some(({ name }) => /^(?:port|host|hostname|mac|user|username)$/.test(name))
  );
}

/** Several addresses are a list, whatever the name says. */
function isSeveral(value: Value): boolean {
  return (
    value.kind === 'text' &&
    value.text.length < 2000 &&
    partsOf(value.text).filter((one) => isAddress(one.text)).length > 1
  );
}

/** What asks a request for its address, and what opens a firewall. */
const asksAddress =
  /remote_?(?:ip_?)?addr|\breq(?:uest)?(?:\(\))?\.(?:ip|connection|socket|client|remote)|client_?ip\b|x-forwarded-for|x-real-ip|peername|ip_?filter|\bufw\b|iptables|\bnft\b|\bipset\b|security_?group/i;
const askers = new WeakMap<Subject, boolean>();

/** `if request.remote_addr not in ALLOWED_IPS`: a list by which the program itself lets others in. */
function isOfServer({ path, via }: Setting, subject: Subject): boolean {
  // Of a list each item.
  if ((via !== 'assign' && !/^\d+$/.test(path.at(-1) ?? '')) || path.some((step) => /binance|api_?key/i.test(step)))
    return false;
  let asks = askers.get(subject);
  if (asks === undefined) askers.set(subject, (asks = asksAddress.test(subject.document.text)));
  return asks;
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
  const isOfOneKey = isOfKeyAlone(settings);
  const listed = listsByName(settings, subject.document.text);
  const isChoice = choicesIn(settings);
  const isOfClient = settings.some(({ name }) => ofMethods.test(name));
  const tellsTrading = settings.some(({ name }) => name === 'cantrade');
  const isHeld = settings.some(({ name }) => credential.test(name) && !/label$/.test(name));
  const isRestricted = settings.some((one) => ipSwitch.test(one.name) || ipList.test(one.name));
  for (const setting of settings) {
    const { name, value, span, path } = setting;
    const isPermission = permissionStep.test(
      folded(path.findLast((step, i) => i < path.length - 1 && !/^\d*$/.test(step)) ?? ''),
    );
    // The list of a key that is held for reports is that key’s.
    const isOfKey = isHeld && (ipSwitch.test(name) || ipList.test(name));
    if (isOfOthers(setting, isOfKey, subject)) continue;
    if (isOfForm(setting, subject)) continue;
    if (!isOfKey && path.slice(0, -1).some((step) => notKeys.test(step))) continue;
    if (path.some((step) => !(isOfKey && watching.test(step)) && forbidding.test(folded(step)))) continue;
    if (asking.test(setting.call?.callee.at(-1) ?? '') || isWhichToChange(setting)) continue;
    if (
      ipSwitch.test(name) ||
      ipList.test(name) ||
      ipOpen.test(name) ||
      (isKeys && ipBare.test(name) && (!ipOfOne.test(name) || isOfOneKey || isSeveral(value)))
    ) {
      if (isOfKeyMethod(setting.call) || (!told && isOfServer(setting, subject)) || aboutLists.test(name)) continue;
      addToGroup(lists, name, setting);
      continue;
    }
    if (addressSwitch.test(name)) addressList = switched(value);
    if ((typeName.test(name) || (isKeys && bareType.test(name))) && hmac.test(lastWord(value))) {
      if (!path.some((step) => ofTokens.test(step)) && !isChoice(setting) && !isOfCallers(setting, settings, subject))
        weakTypes.push({ called: calledOf(setting), span });
      continue;
    }
    if (isListOfRights(setting, subject.document.text)) {
      for (const grant of listedGrants(setting, listed(setting.name), isKeys, subject.document.text))
        grants.push(grant);
      continue;
    }
    // `canWithdraw` alone is the account’s; beside an IP list it is the key’s.
    const bareName = isPermission || isRestricted ? name.replace(/^(?:can|is|has)/, '') : name;
    const isMarkets =
      isOfClient || ofMarkets.test(path.at(-2) ?? '') || path.slice(0, -1).some((step) => ofFeatures.test(step));
    const isOwn = tellsTrading && /^can/.test(name) && ownersOf(setting, subject).some((one) => ofKeys.test(one));
    const byName =
      rightNamed(name, strong) ??
      (isKeys && !isMarkets ? rightNamed(bareName, bare) : undefined) ??
      (isOwn ? rightNamed(name.slice('can'.length), bare) : undefined);
    if (byName && switched(value) === 'on' && !isOfCoins)
      grants.push({ right: byName, called: calledOf(setting), span });
  }
  const hasRights =
    grants.length > 0 ||
    settings.some(({ name, value }) => /^can\w*trad|^trad(?:e|ing)$/.test(name) && switched(value) === 'on');
  grants.sort((a, b) => a.span.start - b.span.start);
  return {
    grants,
    ips: isRequest(settings)
      ? []
      : withoutContrary([...lists.values()].flatMap((list) => ipSettingOf(list, hasRights, subject))).filter(
          ({ state }) => state === 'on' || !isBlankForm(settings, subject),
        ),
    isTradingOff: settings.some(({ name, value }) => trading.test(name) && switched(value) === 'off'),
    addressList,
    weakTypes,
    isBinances: settings.some(({ path }) => binances.test(path.at(-1) ?? '')),
  };
}

const trading =
  /^(?:can|is|may|enabled?|allow(?:ed)?|permit)?(?:spot(?:andmargin)?)?trad(?:e|ing)(?:enabled|allowed)?$/;

/** `{ apiKey: '', ipWhitelist: [] }` of a program is how a form begins: no key is there that could have a list. */
function isBlankForm(settings: readonly Setting[], { reading: { language } }: Subject): boolean {
  if (!(language in languages) && language !== 'markup') return false;
  const held = settings.filter(({ name, value }) => /(?:key|secret|token)$/.test(name) && value.kind !== 'unknown');
  return held.length > 0 && held.every(({ value }) => /^(?:null|none|nil|undefined|)$/i.test(lastWord(value).trim()));
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
