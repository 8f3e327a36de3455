/** Connections to Binance that anyone between can read or change: certificate checks off, or no encryption at all. */
import { shownInLowerCase } from '../clues/names.ts';
import { lineStart } from '../lines.ts';
import { extentOf } from '../read/pieces.ts';
import { hostOf, ownerOf } from '../risks/calls/hosts.ts';
import { isOfAnotherService } from '../risks/calls/names-around.ts';
import { occurrences } from '../risks/calls/parts.ts';
import { targetOf } from '../risks/calls/targets.ts';
import { isCompared, switched } from '../risks/settings/values.ts';
import { clue } from '../signals.ts';
import type { Binding, Call, Clue, Confidence, Risk, Rule, Setting, Span, Subject } from '../types.ts';

// -- settings ----------------------------------------------------------------------------------------------------

/** Settings that check certificates, and must not be off; folded. */
const checks =
  /(?:^|[a-z])(?:rejectunauthorized|(?:ssl|tls|https?|certs?|certificates?|peer|host|hostname)_?(?:verify|verification|verifypeer|verifyhost|verifymode|validation|validate|checking)(?:enabled|ssl|on)?|verify(?:ssl|tls|https|certs?|certificates?|peer|peername|host|hostnames?|servercert)|validate(?:certs?|certificates?|ssl|tls|servercertificate)|check(?:certs?|certificates?|ssl|sslcertificate)|strictssl|curloptsslverify(?:peer|host)|socks5proxysslverification|requiresslverification)$|^(?:check|verify)hostname$|^lwpsslverifyhostname$/;
/** Settings that switch the checks off, and must not be on. */
const skips =
  /(?:^|[a-z])(?:insecureskipverify|skip(?:ssl|tls|cert|certificate|https)?(?:verify|verification|validation|check|certificatecheck)|(?:ssl|tls)(?:skipverify|insecure|noverify)|noverify(?:ssl|tls)?|no(?:ssl|tls)verify|danger(?:ous(?:ly)?)?acceptinvalid(?:certs?|certificates?|hostnames?)|acceptinvalid(?:certs?|certificates?|hostnames?)|(?:accept|trust|allow)(?:all|any|every|invalid|untrusted|insecure|selfsigned|badssl|unsafe)(?:ssl|tls|certs?|certificates?|servercertificates?|connections?|hosts?)?|ignore(?:ssl|tls|cert|certificate|https)(?:errors?|verification|validation|s)?|disable(?:ssl|tls|cert|certificate|hostname|peer)(?:verify|verification|validation|checks?|checking|certificatevalidation)?|insecuretls|insecuressl|tlsinsecure|allowinsecure)$/;
/** What is talked to with another protocol than Binance's: databases, queues, mail. */
const otherCalls =
  /^(?:pool|sequelize|datasource|createconnection|createpool|knex|drizzle|postgres|redis|ioredis|createclient|kafka|mongoclient|mongoose|createtransport|createserver|server|listen|connectasync|ftp|typeormmodule|forroot|pgpromise|influxdb|elasticsearch|client_pg|connectdb|imap|smtp|ldap|amqp|mqtt)$/i;
const otherSiblings =
  /^(?:connectionstring|database|dialect|dialectoptions|username|dbname|requestcert|bootstrapservers|brokers|migrations|entities|synchronize|pool)$/;

/** Whether it belongs to a database, a mail server or this program's own server. */
function isOtherProtocol({ path, call, container }: Setting, subject: Subject): boolean {
  const steps = [...path.slice(0, -1), ...(call?.callee ?? [])];
  if (
    steps.some((step) =>
      /^(?:dialectoptions|database|db|postgres|redis|mysql|mongo|kafka|smtp|mail|mqtt|sasl|imap|ldap)/i.test(step),
    )
  )
    return true;
  if (call?.callee.some((step) => otherCalls.test(step)) === true) return true;
  if (call && hasOtherSibling(call)) return true;
  return otherContainers(subject).has(container);
}

const fold = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const siblings = new WeakMap<Call, boolean>();

function hasOtherSibling(call: Call): boolean {
  let has = siblings.get(call);
  if (has === undefined) {
    has = call.args.some(({ path }) => otherSiblings.test(fold(path.at(-1) ?? '')));
    siblings.set(call, has);
  }
  return has;
}

const known = new WeakMap<Subject, ReadonlySet<number>>();

/** The containers with settings of a database or a server. */
function otherContainers(subject: Subject): ReadonlySet<number> {
  let containers = known.get(subject);
  if (!containers) {
    const found = subject.settings.filter(
      ({ call, name, container: own }) => !call && own !== 0 && otherSiblings.test(name),
    );
    known.set(subject, (containers = new Set(found.map(({ container: own }) => own))));
  }
  return containers;
}

/** `verify` is a word of many. */
const requestCalls =
  /^(?:get|post|put|delete|patch|head|request|options|send|stream|session|client|asyncclient|create|spot|umfutures|cmfutures|futures|httpadapter|binance\w*|configuration\w*|.*client|.*manager|new|faraday|websocketapi|connection)$/i;

function isVerify({ name, path, call, via, value }: Setting, { reading }: Subject): boolean {
  if (value.kind === 'text' && reading.language === 'python') return false;
  if (name !== 'verify') return false;
  if (call) {
    if (call.callee.some((step) => /jwt|jose|token|otp|captcha|password/i.test(step))) return false;
    if (
      /^(?:requests?_?params|requests?_?kwargs|requests?_?options|http_?options|ssl|ssl_?options|connection|tls|options|kwargs|config|session)$/i.test(
        path.at(-2) ?? '',
      )
    )
      return true;
    return requestCalls.test(call.callee.at(-1) ?? '');
  }
  const above = path.at(-2) ?? '';
  if (via === 'assign' && path.length > 1)
    return /sess|client|http|request|^s$|binance|exchange|conn|adapter|api/i.test(above);
  return /request|session|http|ssl|tls|binance|kwargs|params|options/i.test(above);
}

/** aiohttp and websockets: `ssl=False`. */
function isAiohttp({ name, call, value, path }: Setting, { reading }: Subject): boolean {
  if (reading.language !== 'python' && reading.language !== 'notebook') return false;
  if ((name !== 'ssl' && name !== 'verifyssl') || value.kind !== 'scalar' || value.text !== 'False') return false;
  if (call)
    return /^(?:tcpconnector|get|post|put|delete|patch|request|ws_connect|clientsession|connect|create|.*client)$/i.test(
      call.callee.at(-1) ?? '',
    );
  return /request|session|connector|aiohttp|kwargs|params/i.test(path.at(-2) ?? '');
}

const onOrOff = (setting: Setting, { document: { text } }: Subject): 'on' | 'off' | undefined => {
  const told = switched(setting.value) ?? numeric(setting);
  // `!0` and `!1` of minified code.
  if (told && text.charAt(setting.span.start - 1) === '!' && text.charAt(setting.span.start - 2) !== '!')
    return told === 'on' ? 'off' : 'on';
  return told;
};

/** `0L` */
function numeric({ value }: Setting): 'on' | 'off' | undefined {
  const word = value.kind === 'scalar' ? value.text : value.kind === 'ref' ? value.path.join('.') : '';
  return /^0+[lLuU]*$/.test(word) ? 'off' : undefined;
}

function* settingRisks(subject: Subject): Generator<Found> {
  for (const setting of subject.settings) {
    const { name, value, call, path } = setting;
    if (setting.via !== 'entry' && isCompared(subject.document.text, setting.span)) continue;
    if (value.kind === 'unknown' || value.kind === 'list' || name.endsWith('nodetlsrejectunauthorized')) continue;
    const isCheck = checks.test(name) || isVerify(setting, subject) || isAiohttp(setting, subject);
    const isSkip = !isCheck && skips.test(name);
    if (isCheck || isSkip) {
      if (onOrOff(setting, subject) !== (isCheck ? 'off' : 'on')) continue;
      if (isOtherProtocol(setting, subject)) continue;
      yield { span: asWritten(setting, subject), what: `${path.at(-1) ?? name} ${isCheck ? 'is off' : 'is on'}` };
    } else if (call && path.length === 1 && /^\d+$/.test(path[0]!)) {
      // `.danger_accept_invalid_certs(true)`, `curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, false)`
      const option = optionOf(setting);
      if (option === undefined) continue;
      const isCheckOption = checks.test(option);
      if (!isCheckOption && !skips.test(option)) continue;
      if (onOrOff(setting, subject) === (isCheckOption ? 'off' : 'on') && !isOtherProtocol(setting, subject))
        yield { span: asWritten(setting, subject), what: `${option} is ${isCheckOption ? 'off' : 'on'}` };
    }
  }
}

/** The value as it is written: with the `!` of minified code, without the name before it in one text, `NAME=false`. */
function asWritten({ span, value }: Setting, { document: { text } }: Subject): Span {
  if (value.kind === 'text' && value.pieces.length > 0) {
    const own = extentOf(value);
    if (text.charAt(own.start - 1) === '=' && own.start > span.start) return own;
  }
  return text.charAt(span.start - 1) === '!' ? { start: span.start - 1, end: span.end } : span;
}

const positions = new WeakMap<Call, ReadonlyMap<number, Binding>>();

/** The positional arguments by their numbers, of each the first. */
function positionsOf(call: Call): ReadonlyMap<number, Binding> {
  let known = positions.get(call);
  if (!known) {
    const found = new Map<number, Binding>();
    for (const one of call.args)
      if (one.path.length === 1 && !found.has(Number(one.path[0]))) found.set(Number(one.path[0]), one);
    positions.set(call, (known = found));
  }
  return known;
}

/** What a positional argument sets: the setter's own name, or the option named by the argument before it. */
function optionOf({ call, path }: Setting): string | undefined {
  const at = Number(path[0]);
  if (at > 0) {
    const before = positionsOf(call!).get(at - 1);
    if (before?.value.kind === 'ref') return fold(before.value.path.at(-1) ?? '');
    return before?.value.kind === 'text' ? fold(before.value.text.slice(0, 60)) : undefined;
  }
  return fold((call!.callee.at(-1) ?? '').replace(/^(?:set|with|use|enable)_?(?=[A-Za-z])/i, ''));
}

// -- texts -------------------------------------------------------------------------------------------------------

interface Found {
  readonly span: Span;
  readonly what: string;
  /** Nothing about where it goes is left open. */
  readonly toBinance?: boolean;
  readonly confidence?: Confidence;
}

const environmentSwitch =
  /\b(NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY|PERL_LWP_SSL_VERIFY_HOSTNAME)\b["'`\]})]{0,3}(?:\s*[:=,]\s*|\s+value:\s*|[ \t]+)("0"|'0'|`0`|\\"0\\"|0(?![\w.]))/g;
/** `- name: NODE_TLS…` with its value on the next line, and `{ "name": …, "value": "0" }`. */
const environmentEntry =
  /\bname["']?\s*:\s*["']?(NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY)["']?\s{0,200}(?:,\s{0,200})?["']?value["']?\s*:\s*("0"|'0'|0(?![\w.]))/g;
const noneName =
  /(?<![\w.$])(?:[A-Za-z_$][\w$]*(?:\.|::|->)){0,6}(?:CERT_NONE|(?:SSL_)?VERIFY_NONE|VerifyNone|verify_none|_create_unverified_context|NoopHostnameVerifier|AllowAllHostnameVerifier|ALLOW_ALL_HOSTNAME_VERIFIER|TrustAllStrategy|InsecureTrustManagerFactory|DisabledTrustEvaluator|DisabledEvaluator)\b(?:\.INSTANCE|\(\))?/g;
const callback =
  /\b(?:ServerCertificateCustomValidationCallback|ServerCertificateValidationCallback|RemoteCertificateValidationCallback|CertificateValidationCallback|badCertificateCallback|setHostnameVerifier|hostnameVerifier|HostnameVerifier|checkServerIdentity)\b\s*(?:\+?=>?|:|\(|(?=\{))\s*/g;
const acceptsAll =
  /^(?:new\s+[\w.]+\(\s*)?(?:static\s+)?(?:\([^()\n]{0,160}\)\s*(?:=>|->)\s*(?:(?:true|undefined|null|void 0)\b|\{\s*(?:return\s+(?:true|undefined|null)\s*;?)?\s*\})|\w+\s*=>\s*true\b|delegate\s*(?:\([^()\n]{0,160}\)\s*)?\{\s*return\s+true\s*;|\{\s*(?:[\w, ]{1,40}->)?\s*true\s*\}|(?:[\w.]+\.)?DangerousAcceptAnyServerCertificateValidator\b|function\s*\([^()\n]{0,160}\)\s*\{\s*(?:return\s+(?:undefined|null|true)\s*;?)?\s*\})/;
const emptyTrust =
  /\bcheckServerTrusted\s*\([^()]{0,200}\)\s*(?:throws\s+[\w.]+\s*)?(?::\s*Unit\s*)?(?:=\s*Unit\b|\{\s*(?:\/\/[^\n]{0,200}\s*|\/\*[^*]{0,200}\*\/\s*|return;\s*){0,3}\})/g;
const proxied = /(?<![\w.])((?:[A-Za-z_]\w{0,80}\.){0,6}NewProxiedClient)\s{0,40}\(/g;
const withoutVerifying = /(?<![\w$>:\\])\$?[\w\\]{1,200}(?:::|->)(?:[^\n;]{0,200}?->)?withoutVerifying\(\)/g;
const skipCertificateCheck = /(?<=\s)-SkipCertificateCheck\b(?!:\s*\$false)/gi;

function* textRisks(subject: Subject): Generator<Found> {
  for (const pattern of [environmentSwitch, environmentEntry])
    for (const { part, match, at } of occurrences(subject, pattern)) {
      const value = match[2]!;
      const start = at + match[0].length - value.length;
      const span = value.startsWith('\\')
        ? { start: start + 1, end: start + value.length }
        : { start, end: start + value.length };
      yield { span: part.source(span), what: `${match[1]!} is 0 for every connection of the program` };
    }
  for (const { part, match, at } of occurrences(subject, noneName)) {
    const line = lineOf(part.text, at);
    if (/^\s*(?:import|from|use|using|require|include|#include|package|export \{)\b/.test(line)) continue;
    const before = part.text.slice(Math.max(0, at - 40), at);
    const after = part.text.slice(at + match[0].length, at + match[0].length + 12);
    if (
      /(?:==|!=|===|is|is not|in|!==|case|class|def|fn|func)\s*$/.test(before) ||
      /^\s*(?:==|!=|is\b|=[^=>])/.test(after)
    )
      continue;
    const start = before.endsWith(':') && /\s:$/.test(before) ? at - 1 : at;
    yield {
      span: part.source({ start, end: at + match[0].length }),
      what: `${match[0].replace(/\(\)$/, '')} checks no certificate`,
    };
  }
  for (const { part, match, at } of occurrences(subject, callback)) {
    const start = at + match[0].length;
    const accepted = acceptsAll.exec(part.text.slice(start, start + 400))?.[0];
    if (accepted === undefined) continue;
    yield { span: part.source({ start, end: start + accepted.length }), what: 'a callback accepts every certificate' };
  }
  for (const { part, match, at } of occurrences(subject, emptyTrust))
    yield {
      span: part.source({ start: at, end: at + match[0].indexOf('(') }),
      what: 'a trust manager accepts every certificate',
    };
  for (const { part, match, at } of occurrences(subject, withoutVerifying))
    yield {
      span: part.source({ start: at, end: at + match[0].length }),
      what: 'withoutVerifying checks no certificate',
    };
  for (const { part, at } of occurrences(subject, skipCertificateCheck))
    yield { span: part.source({ start: at, end: at + 21 }), what: '-SkipCertificateCheck is given' };
  for (const { part, match, at } of occurrences(subject, proxied)) {
    if (/\bfunc\s+(?:\([^)]*\)\s*)?$/.test(part.text.slice(Math.max(0, at - 60), at))) continue;
    yield {
      span: part.source({ start: at, end: at + match[1]!.length }),
      what: 'NewProxiedClient of go-binance switches certificate checks off',
      toBinance: true,
    };
  }
}

function lineOf(text: string, at: number): string {
  return text.slice(lineStart(text, at, 2000), at);
}

// -- commands ----------------------------------------------------------------------------------------------------

const command = /(?<![\w./-])(curl|wget|httpie|https?|websocat|wscat|xh)(?:\.exe)?(?=[ \t]+(?:-|["'$h]))/g;
const commandFlags: Readonly<Record<string, RegExp>> = {
  curl: /(?<=\s)(?:--insecure|-k|-[sSfLvigGIjNOpqR#0-46]*k[sSfLvigGIjNOpqR#0-46]*)(?=[\s"'\\]|$)/,
  wget: /(?<=\s)--no-check-certificate\b/,
  websocat: /(?<=\s)(?:-k|--insecure)(?=\s|$)/,
  wscat: /(?<=\s)(?:-n|--no-check)(?=\s|$)/,
  http: /(?<=\s)--verify[= ](?:no|false)\b/,
};
const longestCommand = 1500;

function* commandRisks(subject: Subject): Generator<Found> {
  const hostNamed = hostsByName(subject.document.text);
  let looked = 0;
  for (const { part, match, at } of occurrences(subject, command)) {
    if ((looked += 1) > mostCommands) return;
    if (/^\s*#/.test(lineOf(part.text, at))) continue;
    const end = endOfCommand(part.text, at);
    const source = part.text.slice(at, end);
    const flags = commandFlags[match[1]!] ?? commandFlags['http']!;
    const flag = flags.exec(source);
    if (!flag) continue;
    const span = part.source({ start: at + flag.index, end: at + flag.index + flag[0].length });
    const target = commandTarget(source, hostNamed);
    if (target === 'other') continue;
    yield { span, what: `${match[1]!} is told ${flag[0]}`, toBinance: target === 'binance' };
  }
}

function endOfCommand(text: string, from: number): number {
  const limit = Math.min(text.length, from + longestCommand);
  const lastQuote = from + text.slice(from, limit).lastIndexOf("'");
  let quote = '';
  for (let at = from; at < limit; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (quote !== '') {
      if (char === quote) quote = '';
      else if (char === '\n' && quote === "'" && lastQuote < at) return at;
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '\n' || char === ';' || char === '|' || (char === '&' && /\s/.test(text.charAt(at - 1))))
      return at;
  }
  return limit;
}

/** Scripts have no more. */
const mostCommands = 5000;
const mostNames = 200;

/** The hosts of the URLs that a file gives to its variables. */
function hostsByName(text: string): (name: string) => string | undefined {
  const hosts = new Map<string, string | undefined>();
  return (name) => {
    if (hosts.has(name) || hosts.size >= mostNames) return hosts.get(name);
    const url = new RegExp(`\\b${name}["']?\\s*[:=]\\s*["']?((?:https?|wss?)://[^\\s"'\`]{1,200})`).exec(text)?.[1];
    hosts.set(name, url === undefined ? undefined : hostOf(url));
    return hosts.get(name);
  };
}

/** Whose host a command names, by itself or by a variable that the file sets. */
function commandTarget(
  source: string,
  hostNamed: (name: string) => string | undefined,
): 'binance' | 'other' | undefined {
  if (/x-mbx-apikey/i.test(source)) return 'binance';
  let told: 'binance' | 'other' | undefined;
  for (const [url] of source.matchAll(/(?:https?|wss?):\/\/[^\s"'`<>\\]{1,200}/gi)) {
    const host = hostOf(url);
    if (host === undefined) continue;
    if (ownerOf(host) === 'binance') return 'binance';
    told = 'other';
  }
  for (const [, name] of source.matchAll(/\$\{?([A-Za-z_]\w{0,60})/g)) {
    const host = hostNamed(name!);
    if (host === undefined) continue;
    if (ownerOf(host) === 'binance') return 'binance';
    told ??= 'other';
  }
  if (told) return told;
  const bare = /\s["']?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/:?"'\s]|$)/i.exec(source)?.[1];
  return bare === undefined ? undefined : ownerOf(bare.toLowerCase()) === 'binance' ? 'binance' : 'other';
}

// -- plain http --------------------------------------------------------------------------------------------------

const plainUrl =
  /(?:http|ws):\/\/(?:[^/?#\s@"'`]{0,100}@)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,10})(?![\w.-])[^\s"'`<>\\]{0,200}/gi;
/** Scripts and formats in which a URL need not stand in quotes. */
const bareLanguages: ReadonlySet<string> = new Set([
  'shell',
  'powershell',
  'batch',
  'env',
  'yaml',
  'ini',
  'properties',
  'toml',
  'xml',
  'text',
  'csv',
  'hash',
]);
/** Pages for people, not for programs. */
const page =
  /^(?:http):\/\/(?:www\.)?(?:binance\.\w+|tokocrypto\.com)(?!\/(?:api|bapi|fapi|dapi|sapi|gateway-api|exchange-api)\/)/i;

function* plainRisks(subject: Subject): Generator<Found> {
  for (const { part, match, at } of occurrences(subject, plainUrl)) {
    if (ownerOf(match[1]!.toLowerCase()) !== 'binance') continue;
    const before = part.text.slice(Math.max(0, at - 60), at);
    if (page.test(match[0]) || /\b(?:href|src|xmlns)\s*=\s*["']?$/i.test(before)) continue;
    if (
      /(?:\b(?:nock|replace\w*|startsWith|starts_with|startswith|HasPrefix|sub|gsub|indexOf|includes|intercept|respond|stub_request|add_response)\(\s*["'`]|==\s*["'`]|!=\s*["'`])$/.test(
        before,
      )
    )
      continue;
    const opening = /(?:(?<!\w)[A-Za-z$@]{1,2})?["'`]$/.exec(before)?.[0] ?? '';
    if (opening === '' && !bareLanguages.has(part.language)) continue;
    if (opening === '' && !/(?:^|[\s=:(,[>{'"-])$/.test(before)) continue;
    // In JSON in a string the quote is escaped.
    const start = at - opening.length;
    yield {
      span: part.source({ start, end: at + match[0].length + (opening === '' ? 0 : 1) }),
      what: `${match[0].slice(0, match[0].indexOf(':'))}:// to ${shownInLowerCase(match[1]!.toLowerCase())} is not encrypted`,
      toBinance: true,
    };
  }
}

// -- the rule ----------------------------------------------------------------------------------------------------

/** A list of a thousand is data. */
const mostLooked = 1000;

const toBinance: Clue = clue('binance-setting', 'it is on the way to Binance');

function* all(subject: Subject): Generator<Found> {
  yield* settingRisks(subject);
  yield* textRisks(subject);
  yield* commandRisks(subject);
  yield* plainRisks(subject);
}

export const insecureTransport: Rule = {
  id: 'insecure-transport',
  title: 'Connection to Binance without protection',
  severity: 'high',
  finds:
    'Certificate checks that are off (`verify=False`, `rejectUnauthorized: false`, `NODE_TLS_REJECT_UNAUTHORIZED=0`, `InsecureSkipVerify`, `curl -k` and their like), `http://` or `ws://` to a host of Binance, and `NewProxiedClient` of go-binance, which switches the checks off. Not for other hosts or this machine.',
  why: 'Whoever stands between the bot and Binance, such as a proxy, a hotel’s Wi-Fi or a taken-over router, can then pose as Binance: read the API key and every signed request, hold orders back, and answer with prices and balances of their own.',
  advice: [
    'Leave certificate checks on, and use https:// and wss:// only.',
    'If a company proxy needs its own certificate, add that to the trusted ones (`verify="/path/ca.pem"`, `NODE_EXTRA_CA_CERTS`) instead of trusting all.',
    'With go-binance make a client with NewClient and give it an http.Client with your proxy.',
    'If the bot has run like this over a network that is not yours, make a new key.',
  ],
  references: [
    'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information',
    'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
  ],
  *look(subject) {
    const seen = new Set<number>();
    let count = 0;
    for (const { span, what, toBinance: sure, confidence } of all(subject)) {
      if (seen.has(span.start)) continue;
      if ((count += 1) > mostLooked) return;
      const target = sure === true ? 'binance' : targetOf(span, subject);
      if (target === 'other' || (target === undefined && isOfAnotherService(span, subject))) continue;
      seen.add(span.start);
      const risk: Risk = {
        span,
        name: what,
        message: `${what}${/check|encrypted|accepts/.test(what) ? '' : ': certificates are not checked'}; whoever is between can read and change what goes to Binance`,
        confidence: confidence ?? (target === 'binance' ? 'certain' : 'likely'),
        clues: target === 'binance' ? [toBinance] : [],
      };
      yield risk;
    }
  },
  examples: {
    leaks: [
      {
        path: 'bot.py',
        text: 'from binance.client import Client\nclient = Client(k, s, {"verify": «False», "timeout": 20})',
      },
      { path: 'bot.py', text: 'import binance, aiohttp\nconnector = aiohttp.TCPConnector(ssl=«False»)' },
      { path: 'ws.py', text: 'import binance\nws.run_forever(sslopt={"cert_reqs": «ssl.CERT_NONE»})' },
      {
        path: 'bot.js',
        text: "const { Spot } = require('@binance/connector');\nconst agent = new https.Agent({ rejectUnauthorized: «false» });",
      },
      { path: '.env', text: 'BINANCE_API_KEY=\nNODE_TLS_REJECT_UNAUTHORIZED=«0»' },
      {
        path: 'main.go',
        text: 'package main\nimport "github.com/adshao/go-binance/v2/futures"\nfunc f() { c := «futures.NewProxiedClient»(k, s, p) }',
      },
      {
        path: 'main.go',
        text: 'package main\nimport "github.com/adshao/go-binance/v2"\nvar t = &tls.Config{InsecureSkipVerify: «true»}',
      },
      {
        path: 'bot.php',
        text: '<?php\n$ch = curl_init("https://api.binance.com/api/v3/time");\ncurl_setopt($ch, CURLOPT_SSL_VERIFYPEER, «false»);',
      },
      {
        path: 'Bot.cs',
        text: 'using Binance.Net;\nhandler.ServerCertificateCustomValidationCallback = «(m, c, ch, e) => true»;',
      },
      { path: 'bot.rb', text: "require 'binance'\nhttp.verify_mode = «OpenSSL::SSL::VERIFY_NONE»" },
      { path: 'probe.sh', text: 'curl -s «-k» https://fapi.binance.com/fapi/v1/ping' },
      { path: 'bot.ts', text: "const time = () => axios.get(«'http://api.binance.com/api/v3/time'»);" },
    ],
    clean: [
      {
        path: 'prod.exs',
        text: 'import Config # Binance desk\nconfig :desk, Desk.Repo, ssl: [verify: :verify_none], hostname: "db.desk.lan"',
      },
      {
        path: 'bot.py',
        text: 'import binance, ssl\nBROKER_USE_SSL = {"ssl_cert_reqs": ssl.CERT_NONE}\nstore = redis.Redis(host="r", ssl_cert_reqs=ssl.CERT_NONE)',
      },
      {
        path: 'bot.py',
        text: 'import binance, requests\nrequests.get("https://api.binance.com/api/v3/time", verify="/etc/ca.pem")\nrequests.post("https://localhost:3000/note", verify=False)',
      },
      {
        path: 'bot.js',
        text: "import 'binance-api-node';\nconst pool = new Pool({ connectionString, ssl: { rejectUnauthorized: false } });",
      },
      {
        path: 'bot.js',
        text: "import 'binance-api-node';\nconst agent = new https.Agent({ rejectUnauthorized: false });\naxios.get('https://grafana.corp.net/x', { httpsAgent: agent });",
      },
      {
        path: 'probe.sh',
        text: '# binance\ncurl -k https://grafana.local/health\nwget --no-check-certificate https://ta-lib.org/x.tgz',
      },
      {
        path: 'README.md',
        text: '# Binance bot\nNever use `curl -k https://api.binance.com` or http://api.binance.com.',
      },
      { path: 'page.html', text: '<a href="http://www.binance.com/en">Binance</a>' },
    ],
    missed: [
      {
        path: 'bot.py',
        text: 'import binance, requests\nsession = make()\nsession.get(url, **{"verify": check})',
        because: 'what a name is when it runs is not known',
      },
    ],
  },
};
