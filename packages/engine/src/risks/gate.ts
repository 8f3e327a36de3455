/**
 * Which documents may hold a risk: for every rule about risks the words without which it finds nothing. Loaded without
 * the rest of the engine, so that a commit of files that hold none waits for nothing.
 */
import type { Document } from '../types.ts';

/** What some rules find nothing without. */
interface Need {
  readonly rules: readonly string[];
  /**
   * Parts of the words as they are written: to look for these is many times as fast as for a pattern, the more so the rarer
   * their first letters are.
   */
  readonly parts: readonly string[];
  /** The statements that it looks at have one of these, or are its neighbours. Global: for `search` and `matchAll`. */
  readonly words: RegExp;
  /** And somewhere in the document there is one of these. */
  readonly beside?: RegExp;
}

/** @param parts without their first letters, which are capital or not; looked for as they are and in capitals. '': whatever is written */
const need = (rules: string, parts: string, words: RegExp, beside?: RegExp): Need => ({
  rules: rules.split(' '),
  parts: [...new Set(parts.split(' ').flatMap((part) => [part, part.toUpperCase()]))],
  words: new RegExp(words.source, 'gi'),
  ...(beside && { beside }),
});

const rights = '(?:permission|rights?\\b|scope|privilege|capabilit|grants?\\b|restriction|access)';
const given =
  '["\'\\])]{0,3}(?:\\s{0,20}(?:=>|:=|[:=,(])\\s{0,4}|[ \\t]{1,4})["\']?(?:true|yes|on|1|enabled?|allow)\\b';
const secretParts = 'cret vate priv Priv pi_sec pisec piSec';
/** A URL that is not Binance’s. */
const foreign =
  '(?:https?|wss?)://(?![\\w.-]*(?:binance\\.(?:com|us|vision|th)|binancefuture\\.com|localhost|127\\.0\\.0\\.1)(?:[/:"\'\\s]|$))[\\w.-]+\\.\\w';
const secret = /secret|private_?key|priv_?key|api_?sec\b/;

/** What switches the checks of certificates off, by its name: each is in one of the patterns of rules/insecure-transport.ts. */
const unprotected = [
  'reject[_-]?unauthorized',
  '(?:ssl|tls|https?|cert|certs|certificates?|peer|host|hostname)[^a-z0-9\\n]{0,3}(?:verif|validat|check)',
  '(?:verify|validate|check)[^a-z0-9\\n]{0,3}(?:ssl|tls|http|cert|peer|host|server)',
  '(?<![a-z0-9])verify["\'\\]}]{0,3}\\s{0,40}(?:=>|[:=,])',
  '--verify\\b',
  '(?:verify|cert)_?NONE\\b',
  'unverified_?context',
  'insecure[_-]?(?:skip|tls|ssl|trust|conn)',
  '(?:ssl|tls|allow|trust|accept)[_-]?insecure',
  '--insecure',
  'skip[_-]?(?:ssl|tls|cert|http|verif|valid|check)',
  'no[_-]?(?:ssl|tls)?[_-]?verif',
  'danger(?:ous|ously)?[_-]?accept',
  'accept[_-]?(?:all|any|invalid)',
  'trust[_-]?(?:all|any|self|manager)',
  'allow[_-]?(?:all|any|self|invalid)',
  'ignore[_-]?(?:ssl|tls|cert|http)',
  'disable[_-]?(?:ssl|tls|cert|hostname|trust|peer)',
  'strict[_-]?ssl',
  'validat\\w{0,40}callback',
  'badcertificate',
  'hostname_?verifier',
  'without_?verifying',
  'proxiedclient',
  'no-?check-?cert',
  '\\bcurl\\b(?:(?!\\bcurl\\b)[^\\n]){0,1500}? -\\w{0,30}k',
  '(?:http|ws)://[^/\\s]*(?:binance|tokocrypto)',
  '\\bssl["\']?\\s*[:=]\\s*false',
];

/** What brings a value to browsers: see rules/client-exposed.ts. Either case, but for the names of variables. */
const exposing = [
  '(?:PUBLIC|VITE|APP|GATSBY|STORYBOOK|STUDIO|INERTIA|CRA|WXT|ENV)_\\w{0,80}(?:SEC|PRI|PRV|KEY|[Ss]ec|[Pp]ri|[Pp]rv|[Kk]ey)',
  '[pP]ublicRuntimeConfig|\\b(?:env|ENV)["\']?\\s*[:{=]|[dD]efine["\']?\\s*[:(]|\\b[eE]xtra["\']?\\s*[:{]|\\b[pP]ublic["\']?\\s*[:{]',
  '(?:e|E)nvironment\\w{0,40}["\']?\\s{0,40}[:{(=]',
  '[sS]torage\\b\\s{0,40}[.?!<([-]',
  '[cC]ookie|use client|EnvironmentPlugin',
];

const needs: readonly Need[] = [
  need(
    'withdrawals-enabled',
    'hdraw',
    new RegExp(
      `(?:enable|allow|permit|grant)[a-z]{0,3}[ _.-]?withdraw|withdraw(?:al)?s?(?:${given}|["']?\\s{0,4}[:=]?\\s{0,4}\\{?[^{}]{0,80}?\\b(?:enabled?|allowed)\\b|[ _-]?(?:enabled|allowed|permitted|permission|right))|${rights}[^]{0,400}?withdraw|withdraw[^\\n]{0,60}${rights}`,
    ),
  ),
  need(
    'transfers-enabled',
    'sfer',
    new RegExp(
      `(?:permits?|enable[ds]?|allow(?:s|ed)?|grant(?:s|ed)?|can)[ _.-]?(?:universal|internal|funds?|asset)?[ _.-]?transfer|(?:universal|internal|funds?)[ _.-]?transfers?(?:${given}|[ _-]?(?:enabled|allowed))|${rights}[^]{0,400}?transfer`,
    ),
  ),
  need(
    'broad-permissions',
    'gin',
    new RegExp(
      `enable[ds]?[ _.-]?(?:vanilla|european)?[ _.-]?options?|options(?:trading)?${given}|${rights}[^]{0,400}?options`,
    ),
    /margin/i,
  ),
  need(
    'ip-unrestricted ip-list-invalid',
    '',
    /ip[._-]?restrict|restrict(?:ed)?[._-]?(?:to[._-]?)?ips?|(?:white|allow)[._-]?list(?:ed)?[._-]?ip|ips?[._-]?(?:address(?:es)?[._-]?)?(?:white|allow)[._-]?list|(?:trusted|allowed|bound|permitted|access|any|all|key|unrestricted)[._-]?ips?|ip[._-]?unrestricted|ips?[._-]?(?:access|filter)|ip[._-]?(?:list|addresses|allowed)\b|ip[_-]?addr(?:ess)?["']?\s{0,4}(?:=>|[:=])|["']?\bips?["']?\s{0,4}(?:=>|[:=])/,
  ),
  need('weak-key-type', 'hmac Hmac', /(?:key|type|kind|alg|sign|auth)[^\n]{0,60}hmac/),
  need('recv-window', 'cv ceive cievewindow', /rec(?:ei)?ve?[_-]?window/),
  need(
    'key-age',
    'reate otat ssued',
    /(?:creat|rotat|issued)[\w-]{0,20}["'`\\]{0,3}\s{0,8}(?:=>|[:=,>(])\s{0,8}(?:[\w. ]{0,30}\()?["'`]?(?:20[12]\d[-/]\d|1[4-9]\d{8}|1_[4-9]\d\d_)|[,;\t]["']?createtime["']?[,;\t\r\n]/,
  ),
  need(
    'unsafe-key-creation',
    '',
    /special(?:_?low_?latency)?_?key|low_?latency|sub_?account_?api|margin\/?_?api_?key|api_?key_?(?:broker|for_?sub_?account)|enable_?(?:future_?trade|european_?options)|ip_?restriction/,
  ),
  need(
    'fund-moving-call',
    'hdraw card Card count roker mail sfer code Code',
    /withdraw\w{0,32}\s{0,9}\(|withdraw(?:\/apply|\.html)|(?:fiat|subaccount)\/withdraw|gift_?card(?:\w{0,24}\(|\/)|createcode\(|tokengiftcard|sub[_-]?account\w{0,40}(?:\(|\/transfer|\/futures|\/margin|\/universal|\/deposit)|transfer_?(?:to|between|from|for)_?(?:sub|same_?master|master)|brok\w{0,24}(?:transfer|\/transfer|\/universal)|transfer_?brok|to_?email|transferservice/,
  ),
  need('insecure-transport', '', new RegExp(unprotected.join('|'))),
  need(
    'foreign-endpoint',
    '://',
    // Behind a bracket it is where a link of Markdown leads.
    new RegExp(`(?:["'\`=:]|(?<!\\])\\()\\s{0,4}${foreign}`),
    /x-mbx-apikey|api[_-]?key|secret|binance|ccxt|client\w{0,20}[.\]]|base[_-]?(?:url|path)/i,
  ),
  need('client-exposed', secretParts, secret, new RegExp(exposing.join('|'))),
  need(
    'secret-logged',
    secretParts,
    secret,
    /\blog|log(?:ger|ging)?\b|console|print|\bputs\b|echo|dump|dbg!|write-|stdout|stderr|\bcout\b|inspect|\bcat\(|(?:info|debug|warn|error)[!(]/i,
  ),
];

/** What may be found in a text: by which rules, and around which words. */
export interface Chance {
  readonly rules: ReadonlySet<string>;
  readonly words: RegExp;
}

/** Whether rules may find something in a text; undefined where none may. */
export function chanceIn(text: string): Chance | undefined {
  if (last.text === text) return last.chance;
  const known = new Map<string, boolean>();
  const has = (part: string): boolean => {
    let is = known.get(part);
    if (is === undefined) known.set(part, (is = text.includes(part)));
    return is;
  };
  const open = needs.filter(
    ({ parts, words, beside }) => parts.some(has) && text.search(words) >= 0 && (!beside || beside.test(text)),
  );
  last = { text, chance: open.length > 0 ? chanceOf(open) : undefined };
  return last.chance;
}

/** The same text is asked about by the gate and then by those who read it. */
let last: { readonly text: string; readonly chance: Chance | undefined } = { text: '', chance: undefined };
/** By the words of the rules that may find something: a pattern takes time to make. */
const known = new Map<string, Chance>();

function chanceOf(open: readonly Need[]): Chance {
  const source = [...new Set(open.map(({ words }) => words.source))].join('|');
  const rules = new Set(open.flatMap((one) => one.rules));
  const id = [...rules].join(' ');
  let chance = known.get(id);
  if (!chance) known.set(id, (chance = { rules, words: new RegExp(source, 'gi') }));
  return chance;
}

/** Lists of dependencies. */
export const dependencyFile: RegExp =
  /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|(?:requirements|constraints)(?:[\w.-]*|\/[\w.-]+)\.(?:txt|in)|[\w.-]+[_-](?:requirements|constraints)\.(?:txt|in)|pyproject\.toml|Pipfile(?:\.lock)?|(?:poetry|uv|pdm)\.lock|setup\.(?:py|cfg)|(?:conda[\w-]*|environment[\w.-]*)\.ya?ml|go\.(?:mod|sum)|Cargo\.(?:toml|lock)|[^/]+\.(?:cs|fs|vb)proj|packages\.(?:config|lock\.json)|Directory\.(?:Packages|Build)\.props|pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml|gradle\.lockfile|Gemfile(?:\.lock)?|[^/]+\.gemspec|composer\.(?:json|lock))$/;
/** Files with variables: short, and what they hold may be a risk without naming Binance. */
const variableFile = /(?:^|\/)\.env(?:\.[\w.-]+)?$/;

/** Files that are read whatever their bytes. */
export function isReadByName(path: string): boolean {
  return dependencyFile.test(path) || variableFile.test(path);
}

/** False only where no rule about risks would find anything. */
export function mayHoldRisk({ path, text }: Pick<Document, 'path' | 'text'>): boolean {
  return dependencyFile.test(path) || chanceIn(text) !== undefined;
}
