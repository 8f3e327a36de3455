/** Settings by which a program does not check certificates. */
import { extentOf } from '../../read/pieces.ts';
import type { Binding, Call, Setting, Span, Subject } from '../../types.ts';
import { isCompared, switched } from '../settings/values.ts';
import type { WeakLink } from './weak-links.ts';

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

export function* uncheckedSettings(subject: Subject): Generator<WeakLink> {
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
