/**
 * What a text says about the environment of the keys in it: live, testnet or demo, by hosts, flags, calls, remarks above
 * and the blocks around. A wrong "testnet" makes a live key look harmless, so what says both says nothing.
 */
import { actingNear } from './acting.ts';
import { headAbove, lineEnd, lineStart, linesAbove, linesAround, withoutExcuses } from '../lines.ts';
import { meaningOf } from './names.ts';
import { demoHosts, liveHosts, testnetHosts } from '../rules/sdks.ts';
import type { Binding, Environment, Span } from '../types.ts';

/** What an entry or an argument tells: `testnet: true`, `mode: "live"`, a base URL. */
export function bindingEnvironment({ path, value }: Binding): Environment {
  if (value.kind === 'ref') return referenceEnvironment(path.at(-1) ?? '', value.path.at(-1) ?? '');
  // An address under a name that says testnet is an option, and sets nothing.
  if (value.kind === 'text' && optional.test(path.at(-1) ?? '')) return 'unknown';
  const word = value.kind === 'scalar' || (value.kind === 'text' && value.text.length < 60) ? value.text : '';
  if (word === '') return value.kind === 'text' && value.text.length < 300 ? hostsEnvironment(value.text) : 'unknown';
  const told = flagEnvironment(path.at(-1) ?? '', word);
  if (told !== 'unknown') return told;
  if (/\btest-?net\b/i.test(word) || /^sandbox$/i.test(word)) return 'testnet';
  // A name or a label may be anything, `paper` too.
  if (!labelling.test(path.at(-1) ?? '')) {
    if (/^(?:live|production|prod|mainnet|real)$/i.test(word)) return 'live';
    if (/^(?:demo|paper)$/i.test(word)) return 'demo';
  }
  return value.kind === 'text' ? hostsEnvironment(word) : 'unknown';
}

const optional = /(?:test_?net|sandbox|demo|paper).*(?:ur[il]|host|endpoint|base|address|server|domain)/i;
const labelling = /(?:^|_)(?:name|id|label|owner|user|title|bot|status|description|comment|note)$/i;

/** `testnet: True`, `base_path: SPOT_REST_API_TESTNET_URL`; a name alone, `testnet: isTestnet`, leaves it open. */
function referenceEnvironment(name: string, value: string): Environment {
  const told = flagEnvironment(name, value);
  if (told !== 'unknown' || meaningOf(name).environment !== 'unknown') return told;
  const { environment } = meaningOf(value);
  return /test(?!net)/i.test(value) ? 'unknown' : environment;
}

const flagName =
  /^(?:binance_?|bn_?)?(?:use_?|is_?|enable_?)?(testnet|test|sandbox|sandboxed|sandbox_?mode|demo|demo_?trading|paper)$/i;

/** What a flag of this name and value tells. */
function flagEnvironment(name: string, value: string): Environment {
  const flag = flagName.exec(name)?.[1];
  if (!flag || !/^(?:true|false|1|0|yes|no)$/i.test(value)) return 'unknown';
  if (!/^(?:true|1|yes)$/i.test(value)) return 'live';
  return /demo|paper/i.test(flag) ? 'demo' : 'testnet';
}

/** The environment that the hosts of a text tell, when they all tell the same. */
export function hostsEnvironment(text: string): Environment {
  const live = liveHosts.test(text);
  if (testnetHosts.test(text)) return live ? 'unknown' : 'testnet';
  if (demoHosts.test(text)) return live ? 'unknown' : 'demo';
  return live ? 'live' : 'unknown';
}

/** The environment that the entries of a container tell of all values in it. */
export function containerEnvironments(bindings: readonly Binding[]): ReadonlyMap<number, Environment> {
  const told = new Map<number, Set<Environment>>();
  for (const binding of bindings) {
    const environment = binding.container === 0 ? 'unknown' : bindingEnvironment(binding);
    if (environment === 'unknown') continue;
    const known = told.get(binding.container);
    if (known) known.add(environment);
    else told.set(binding.container, new Set([environment]));
  }
  return new Map([...told].map(([container, environments]) => [container, agreed(environments)]));
}

/** What several remarks together tell: nothing where one says live and another does not. Testnet is the better word for demo. */
export function agreed(environments: Iterable<Environment>): Environment {
  const told = new Set(environments);
  told.delete('unknown');
  if (told.has('live')) return told.size === 1 ? 'live' : 'unknown';
  return told.has('testnet') ? 'testnet' : told.has('demo') ? 'demo' : 'unknown';
}

/** What every remark, flag, host and call that tells an environment has in it. */
export const environmentWord: RegExp =
  /test[ _]?net|sandbox|demo|live|mainnet|production|real|prod|binance(?:future|api|ops)?\.|实盘|實盤|실거래|测试网|測試網|테스트넷|тестнет|テストネット|模拟盘|模擬盘|本番|боевой/giu;
/** A dozen lines above a value are looked at, and some below. */
const reach = 5000;

/**
 * What the lines around the value say: flags, hosts and calls near it, the remark above, the head of its block.
 * @param mayTellEnvironment says where no `environmentWord` is near, and so nothing need be looked at
 */
export function environmentNear(
  text: string,
  span: Span,
  prose: boolean,
  {
    mayTellEnvironment,
    acting,
  }: { readonly mayTellEnvironment: (start: number, end: number) => boolean; readonly acting: () => string },
  names: readonly string[] = [],
): Environment {
  if (!mayTellEnvironment(span.start - reach, span.end + reach)) return 'unknown';
  const lines = linesAround(text, span, 5);
  const nearIn = (part: string): string =>
    `${own(part.slice(0, span.start - lines.start), 'above')}\0${own(part.slice(span.end - lines.start), 'below')}`;
  const said = nearIn(text.slice(lines.start, lines.end));
  const line = { start: lineStart(text, span.start), end: lineEnd(text, span.end) };
  // What only speaks speaks of what is on its line.
  const done = (): string =>
    isSaid(acting(), text, span)
      ? `${text.slice(line.start, span.start)}\0${text.slice(span.end, line.end)}`
      : nearIn(actingNear(acting(), lines, span, names));
  // Flags and hosts ask for the same.
  let known: string | undefined;
  const told = (tell: (near: string) => Environment): Environment =>
    alsoDone(toldApart(said, tell), () => tell((known ??= done())));
  for (const environment of [
    blockEnvironment(text, span.start),
    told(flagsEnvironment),
    remarkEnvironment(text, span.start, prose),
  ])
    if (environment !== 'unknown') return environment;
  return prose ? toldApart(paragraph(text, span), hostsEnvironment) : told(hostsEnvironment);
}

/** The line of a value in prose, and the short ones above it up to a blank one: a sentence speaks of many things. */
function paragraph(text: string, span: Span): string {
  const lines = [text.slice(lineStart(text, span.start), span.start), text.slice(span.end, lineEnd(text, span.end))];
  for (const above of linesAbove(text, span.start, 5)) {
    if (above.trim() === '' || above.length > longest || boundary.test(above)) break;
    lines.push(above);
  }
  return lines.join('\n');
}

/** Whether a place is in a comment or in another text that does nothing. */
export const isSaid = (acting: string, text: string, { start, end }: Span): boolean =>
  acting.slice(start, end) !== text.slice(start, end);

/** What is said makes a key harmless only where it is done as well. */
export function alsoDone(said: Environment, done: () => Environment): Environment {
  return said === 'unknown' || said === 'live' || done() === said ? said : 'unknown';
}

/** A function begins, or a part of a page that is code. */
const boundary = /^\s*(?:(?:async\s+)?(?:def|func|function|fn|class)\b|```|~~~)/;

/** The lines that may speak of the value: of its own function, and without those that hold other values. */
function own(text: string, side: 'above' | 'below'): string {
  const lines = text.split('\n');
  const [nearest] = side === 'above' ? lines.splice(-1) : lines.splice(0, 1);
  const others = side === 'above' ? lines.toReversed() : lines;
  const stop = others.findIndex((line) => boundary.test(line));
  const kept = others.slice(0, stop < 0 ? others.length : stop).filter((line) => !/[A-Za-z0-9]{60}/.test(line));
  return side === 'above' ? [...kept.toReversed(), nearest].join('\n') : [nearest, ...kept].join('\n');
}

/** Path of a file or folder that is for the testnet or the live system alone. A folder named `demo` holds examples, not demo keys. */
export function pathEnvironment(path: string): Environment {
  if (/(?:^|[/._-])(?:testnet|sandbox)(?=[/._-]|$)/i.test(path)) return 'testnet';
  return /(?:^|[/._-])(?:production|mainnet|live)(?=[/._-]|$)/i.test(path) ? 'live' : 'unknown';
}

const flags =
  /["']?\b((?:[A-Z]+_)*(?:use_?|is_?|enable_?)?(?:testnet|sandbox|demo_?trading|demo))["']?\s*(?:[:=]>?|,)\s*["']?(true|false|1|0|yes|no)\b/gi;
/** Calls and members that choose the testnet: `set_sandbox_mode(True)`, `BinanceEnvironment.Testnet`. */
const choices =
  /\bset_?sandbox_?mode\(\s*true|Environment(?:\.|::)testnet\b|\bconfig(?:\.|::)testnet\(|::testnet\(|(?:\bTestnet_?(?:Rest_?)?(?:Api_?)?(?:Url|Host|Endpoint)|_TESTNET_(?:\w+_)?(?:URL|HOST|ENDPOINT))\b(?!\s*(?::\s*\w+\s*)?=(?!=))/i;
const choicesCamel = /[a-z]Testnet(?:Rest)?(?:Api)?(?:Url|Host|Endpoint)\b(?!\s*(?::\s*\w+\s*)?=(?!=))/;

function flagsEnvironment(near: string): Environment {
  const told = new Set<Environment>();
  for (const [, name = '', value = ''] of near.matchAll(flags))
    told.add(flagEnvironment(name.replace(/^.*?(?=(?:use_?|is_?|enable_?)?(?:testnet|sandbox|demo))/i, ''), value));
  const choice = choices.exec(near) ?? choicesCamel.exec(near);
  if (choice && !/\bif\b|\belse\b|\?|\bdef\b/.test(near.slice(lineStart(near, choice.index), choice.index)))
    told.add('testnet');
  return agreed(told);
}

/** Lines of a remark, a heading or a section that stand between values. */
const remark = /^\s*(?:#+|\/\/+|--+|;+|\/?\*+|<!--|\[|=+|%+|rem\b)/i;
const longest = 70;

/** Whether an excuse stands above in a comment that goes on over several lines: it has said all that is in them. */
function isBelowExcuse(text: string, at: number): boolean {
  for (const line of linesAbove(text, at, 8)) {
    if (!/bnguard-ignore/i.test(line)) continue;
    const opener = Math.max(line.lastIndexOf('/*'), line.lastIndexOf('<!--'));
    return opener >= 0 && !line.includes('*/', opener + 2) && !line.includes('-->', opener + 2);
  }
  return false;
}

/** What the nearest remark above says, with nothing but values and blank lines between. In prose any short line is one. */
function remarkEnvironment(text: string, at: number, prose: boolean): Environment {
  for (const line of linesAbove(text, at, 8)) {
    const above = withoutExcuses(line).trim();
    const isExcuse = above.length < line.trim().length;
    if (above === '' || (isExcuse && /^[#/*;%!<>-]*$/.test(above)) || /[A-Za-z0-9]{60}/.test(above)) continue;
    if (above.length > longest || !(prose || remark.test(above))) return 'unknown';
    return isBelowExcuse(text, at) ? 'unknown' : toldApart(line.trim(), remarkedEnvironment);
  }
  return 'unknown';
}

/**
 * What a remark tells. That a key is for the testnet only where the remark is a label, a few words about keys: `tested on
 * testnet first` is none. What makes a key live needs no proof.
 */
export function remarkedEnvironment(line: string): Environment {
  // Names fall apart: `disableTestnet`, `NOT_TESTNET`.
  const remark = line
    .replace(/^[\s/*#-]+/, '')
    .replace(/_/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2');
  const told = agreed(spoken.flatMap(([environment, word]) => (word.test(remark) ? [environment] : [])));
  if (denied.test(remark)) return 'unknown';
  return told === 'unknown' || told === 'live' || isLabel(remark) ? told : 'unknown';
}

/** Says the opposite, that something was or will be, or that somebody does something. */
const denied =
  /[:=]\s*(?:true|false|yes|no|on|off|[01])\b|n['’]t\b|!\s*\w|\b(?:not|no|non|none|never|without|before|from|instead|rather|than|skip|switch|change[sd]?|or|vs|both|was|were|except|excluding|unlike|off|ex|former|previous(?:ly)?|after|once|todo|fixme|add|use[sd]?|works?|tested|disabled?|turn|replaced?|moved|ran|runs?|expired?|another|different|false|https?|kein|keine|ohne|niet|nicht|pas|sans|senza|sem|sin)\b|non-?testnet|[?/]\s*\w|[=:(]\W{0,2}0\b|->|=>|不|非|(?<!\p{L})(?:не|без|вместо|кроме)(?!\p{L})|ない/iu;

const labelWord =
  /^(?:test|net|testnet|sandbox|demo|mode|account|trading|binance|bn|spot|futures?|usd|usdm|usdt|coin|coinm|margin|options?|smart|chain|api|apikey|key|keys|llaves|claves|clés|secret|secrets|secretkey|private|public|hmac|rsa|ed|credentials?|creds|pair|tokens?|values?|config(?:uration)?|settings?|section|block|env|environment|network|host|server|dev|exchange|connector|bot|user|only|true|yes|created|for|the|a|an|my|our|your|this|these|is|are|of|on|in|and|with|de|la|binancefuture|vision|com|[a-z]|тестнет\p{L}{0,3}|ключ\p{L}{0,2}|для|от|\d+)$/iu;
/** The same of scripts that put no blanks between words. */
const labelSigns =
  /测试网|測試網|模拟盘|模擬盘|币安|幣安|密钥|密鑰|秘钥|访问|安全|账户|帳戶|现货|合约|这是|的|테스트넷|바이낸스|키|용|의|テストネット|バイナンス|キー|用|の/gu;
/** `testnet keys of the grid bot`: the name of something. */
const whose = /\b(?:of|for)\s+(?:(?:the|my|our|a)\s+)?[\w-]+(?:\s+[\w-]+)?\s*$/i;

/** Whether a remark has nothing but what labels of keys have. */
function isLabel(remark: string): boolean {
  const words =
    remark
      .replace(whose, '')
      .replace(labelSigns, '')
      .match(/\p{L}+|\d+/gu) ?? [];
  return words.length <= 10 && words.every((word) => labelWord.test(word));
}

/**
 * What a text tells with the excuses of findings in it. Whoever excuses a finding would else decide how bad it is, or another:
 * a key is harmless only where the text says so without them, and live with them, too.
 */
export function toldApart(text: string, tell: (text: string) => Environment): Environment {
  const whole = tell(text);
  if (whole === 'unknown' || whole === 'live') return whole;
  return tell(withoutExcuses(text)) === whole ? whole : 'unknown';
}

const spoken: readonly (readonly [Environment, RegExp])[] = [
  [
    'live',
    /\b(?:live|main ?net|prd|prod|production|real)\b|实盘|實盤|실거래|本番|боевой|主网|主網|мейннет|메인넷|メインネット/i,
  ],
  ['testnet', /testnet|test net|\bsandbox\b|测试网|測試網|테스트넷|тестнет|テストネット/i],
  ['demo', /\bdemo (?:account|trading|keys?|api|mode)\b|模拟盘|模擬盤/i],
];

const condition = /\b(?:if|elif|elsif|case|when)\b(?!.*(?:!|\bnot\b|\bfalse\b|\bunless\b|\bor\b|\|\|)).*test_?net/i;
const maker = /\b(?:def|func|function|fn|fun)\s+(?:\([^)]*\)\s*)?\w*test_?net\w*\s*[(<]/i;

/** `if testnet:` above the value's block, or a function `testnet_client()`: the head of the lines that are indented with it. */
function blockEnvironment(text: string, at: number): Environment {
  const head = headAbove(text, at, 12);
  return head === undefined ? 'unknown' : toldApart(head, headEnvironment);
}

const headEnvironment = (head: string): Environment =>
  condition.test(head) || maker.test(head) ? 'testnet' : 'unknown';
