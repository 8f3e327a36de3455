/**
 * Which documents may hold a risk: for every rule about risks the words without which it finds nothing. Loaded without
 * the rest of the engine, so that a commit of files that hold none waits for nothing.
 */
import { addToGroup } from '../grouped.ts';
import type { Document } from '../types.ts';
import { Anchors } from './anchors.ts';
import { dated } from './keys/age.ts';

/** What some rules find nothing without. */
interface Need {
  readonly rules: readonly string[];
  /** Each match of `words` has one of these in it, with at most so many letters before and after: see `near`. */
  readonly anchors: readonly Anchor[];
  /** The statements that it looks at have one of these, or are its neighbours. Global: for `search` and `matchAll`. */
  readonly words: RegExp;
  /** And somewhere in the document there is one of these. */
  readonly beside?: RegExp;
  /** What is read besides, where the others are there. */
  readonly also?: RegExp;
}

interface Anchor {
  readonly literal: string;
  readonly before: number;
  readonly after: number;
}

/** Literals of three letters or more, in lower case: found as they are and in capitals. */
const near = (before: number, after: number, literals: string): Anchor[] =>
  literals.split(' ').map((literal) => ({ literal, before, after }));

const need = (rules: string, anchors: readonly Anchor[], words: RegExp, beside?: RegExp, also?: RegExp): Need => ({
  rules: rules.split(' '),
  anchors,
  words: new RegExp(words.source, 'gi'),
  ...(beside && { beside }),
  ...(also && { also }),
});

/** Of names whose parts are joined by nothing, or by one of several signs. */
const joined = (first: string, second: string, signs = '_-.'): string =>
  first
    .split(' ')
    .flatMap((one) => second.split(' ').flatMap((two) => ['', ...signs].map((sign) => one + sign + two)))
    .join(' ');

const rights = '(?:permission|rights?\\b|scope|privilege|capabilit|grants?\\b|restriction|access)';
const given =
  '["\'\\])]{0,3}(?:\\s{0,20}(?:=>|:=|[:=,(])\\s{0,4}|[ \\t]{1,4})["\']?(?:true|yes|on|1|enabled?|allow)\\b';
const secrets = near(0, 0, `secret ${joined('private priv', 'key', '_')} ${joined('api', 'sec', '_')}`);
/** A URL that is not Binance’s. */
const foreign =
  '(?:https?|wss?)://(?![\\w.-]*(?:binance\\.(?:com|us|vision|th)|binancefuture\\.com|localhost|127\\.0\\.0\\.1)(?:[/:"\'\\s]|$))[\\w.-]+\\.\\w';
const secret = /secret|private_?key|priv_?key|api_?sec\b/;

/** What switches the checks of certificates off, by its name: each is in one of the patterns of risks/transport/. */
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
  '[cC]ookie|use client|(?:Environment|Define)Plugin',
];

const needs: readonly Need[] = [
  need(
    'withdrawals-enabled',
    near(440, 130, 'withdraw'),
    new RegExp(
      `(?:enable|allow|permit|grant)[a-z]{0,3}[ _.-]?withdraw|withdraw(?:al)?s?(?:(?:\\s{0,2}:\\s{0,2}bool(?:ean)?\\??)?${given}|["']?\\s{0,4}[:=]?\\s{0,4}\\{?[^{}]{0,80}?\\b(?:enabled?|allowed)\\b|[ _-]?(?:enabled|allowed|permitted|permission|right))|${rights}[^]{0,400}?withdraw|withdraw[^\\n]{0,60}${rights}`,
    ),
  ),
  need(
    'transfers-enabled',
    near(440, 80, 'transfer'),
    new RegExp(
      `(?:permits?|enable[ds]?|allow(?:s|ed)?|grant(?:s|ed)?|can)[ _.-]?(?:universal|internal|funds?|asset)?[ _.-]?transfer|(?:universal|internal|funds?)[ _.-]?transfers?(?:${given}|[ _-]?(?:enabled|allowed))|${rights}[^]{0,400}?transfer`,
    ),
  ),
  need(
    'broad-permissions',
    near(440, 80, 'option'),
    new RegExp(
      `enable[ds]?[ _.-]?(?:vanilla|european)?[ _.-]?options?|options(?:trading)?${given}|${rights}[^]{0,400}?options`,
    ),
    /margin/i,
  ),
  need(
    'ip-unrestricted ip-list-invalid',
    [
      ...near(
        30,
        40,
        `restrict ${joined('white allow', 'list')} ${joined('ted low wed zed sed ved und ess any all key', 'ip')} ${joined('ip ips', 'acc fil')} ${joined('ip', 'list addr allow unre')} ip: ip= ips: ips= ip" ips" ip' ips' ip(" ip('`,
      ),
      ...['ip ', 'ips '].map((literal) => ({ literal, before: 30, after: 40 })),
    ],
    /ip[._-]?restrict|restrict(?:ed)?[._-]?(?:to[._-]?)?ips?|(?:white|allow)[._-]?list(?:ed)?[._-]?ip|ips?[._-]?(?:address(?:es)?[._-]?)?(?:white|allow)[._-]?list|(?:trusted|allow(?:ed)?|authori[sz]ed|approved|accepted|bound|permitted|access|any|all|key|unrestricted)[._-]?ips?|ip[._-]?unrestricted|ips?[._-]?(?:access|filter)|ip[._-]?(?:list|addresses|allow(?:ed)?)\b|ip[_-]?addr(?:ess)?["']?\s{0,4}(?:=>|[:=])|["']?\bips?["']?\s{0,4}(?:=>|[:=])|ip(?:_?address(?:es)?)?["']?\s{0,3}[(,]\s{0,3}["'](?:\d{1,3}\.){3}/,
  ),
  need(
    'weak-key-type',
    near(80, 12, 'hmac'),
    /(?:key|type|kind|alg|sign|auth)[^\n]{0,60}hmac(?:[-_]?sha[-_]?256)?(?![\w(]|\.(?:new|compare|equal|digest|hexdigest|hmac)\b)/,
  ),
  need('recv-window', near(12, 0, joined('cv ve iv', 'window', '_-')), /rec(?:ei)?ve?[_-]?window/),
  need(
    'key-age',
    near(10, 110, 'creat rotat issued'),
    new RegExp(`${dated.source}|[,;\\t]["']?createtime["']?[,;\\t\\r\\n]`),
  ),
  need(
    'unsafe-key-creation',
    near(
      40,
      40,
      `special oauth-api/ ${joined('low', 'latency', '_')} ${joined('account', 'api', '_')} margin/ ${joined('margin', 'api', '_')} ${joined('key', 'broker for', '_')} ${joined('enable', 'future european', '_')} ${joined('ip', 'restriction', '_')}`,
    ),
    /special(?:_?low_?latency)?_?key|oauth-api\/v\d\/key|low_?latency|sub_?account_?api|margin\/?_?api_?key|api_?key_?(?:broker|for_?sub_?account)|enable_?(?:future_?trade|european_?options)|ip_?restriction/,
  ),
  need(
    'fund-moving-call',
    near(
      40,
      70,
      `withdraw ${joined('gift', 'card', '_')} createcode ${joined('sub', 'account', '_-')} transfer brok ${joined('to', 'email', '_')}`,
    ),
    /withdraw\w{0,32}\s{0,9}\(|withdraw(?:\/apply|\.html)|(?:fiat|subaccount)\/withdraw|gift_?card(?:\w{0,24}\(|\/)|createcode\(|tokengiftcard|sub[_-]?account\w{0,40}(?:\(|\/transfer|\/futures|\/margin|\/universal|\/deposit)|transfer_?(?:to|between|from|for)_?(?:sub|same_?master|master)|brok\w{0,24}(?:transfer|\/transfer|\/universal)|transfer_?brok|to_?email|transferservice/,
  ),
  need(
    'insecure-transport',
    [
      ...near(30, 70, 'verif validat'),
      ...near(
        20,
        20,
        'unauthorized check insecure skip danger accept trust allow ignore disable badcertificate proxiedclient',
      ),
      ...near(20, 60, `ssl ${joined('cert', 'none', '_')}`),
      ...near(2, 1560, 'curl'),
      ...near(2, 300, 'http:// ws://'),
    ],
    new RegExp(unprotected.join('|')),
  ),
  need(
    'foreign-endpoint',
    near(16, 280, '://'),
    // Behind a bracket it is where a link of Markdown leads; behind a dash the default of a placeholder.
    new RegExp(`(?:["'\`=:]|(?<!\\])\\(|[:\\w]-)\\s{0,4}${foreign}`),
    /x-mbx-apikey|api[_-]?key|secret|binance|ccxt|client\w{0,20}[.\]]|base[_-]?(?:url|path)/i,
    // Where it is set tells which client has it.
    /x-mbx-apikey/,
  ),
  // A host without its scheme, which only a request with the key makes an address.
  need(
    'foreign-endpoint',
    near(8, 60, 'host connection('),
    /\bhost(?:_?name)?["']?\s{0,4}(?:=>|[:=])\s{0,4}["'][\w-]{1,63}\.[\w.-]+["']|https?connection\(\s{0,4}["'][\w-]{1,63}\.\w/,
    /x-mbx-apikey/i,
    /x-mbx-apikey/,
  ),
  need('client-exposed', secrets, secret, new RegExp(exposing.join('|'))),
  need(
    'secret-logged',
    secrets,
    secret,
    /\blog|log(?:ger|ging)?\b|console|print|\bputs\b|echo|dump|dbg!|write-|stdout|stderr|\bcout\b|inspect|\bcat\(|(?:info|debug|warn|error)[!(]/i,
  ),
];

/** What may be found in a text: by which rules, and around which words. */
export interface Chance {
  readonly rules: ReadonlySet<string>;
  readonly words: RegExp;
}

/** Anchors that are looked for in one pass. */
interface Anchored {
  readonly literals: readonly string[];
  readonly search: Anchors;
  /** By the literal's number: who wants to look around it. */
  readonly wanting: readonly (readonly (Anchor & { readonly need: number })[])[];
}

let allAnchored: readonly Anchored[] | undefined;
/** Made for the first text that is asked about. */
const anchored = (): readonly Anchored[] => (allAnchored ??= anchoredBy(needs));

/** Those of four letters and more apart: there are few others, and a text has many more places at which these may begin. */
function anchoredBy(all: readonly Need[]): readonly Anchored[] {
  const groups = new Map<string, Anchored['wanting'][number][number][]>();
  for (const [need, { anchors }] of all.entries())
    for (const anchor of anchors) addToGroup(groups, anchor.literal, { ...anchor, need });
  return ([4, 3] as const).map((letters) => {
    const some = [...groups].filter(([{ length }]) => length >= 4 === (letters === 4));
    const literals = some.map(([literal]) => literal);
    return { literals, search: new Anchors(literals, letters), wanting: some.map(([, wanting]) => wanting) };
  });
}

/** Whether rules may find something in a text; undefined where none may. */
export function chanceIn(text: string): Chance | undefined {
  const open = openIn(text);
  return open.length > 0 ? chanceOf(open) : undefined;
}

/**
 * The rules that new lines of a text may make find something: those to whose words, or to what they find these with, the
 * lines speak. Undefined where they alone would be nothing to any rule.
 */
export function rulesFor(fresh: string): ReadonlySet<string> | undefined {
  const said = chanceIn(fresh)?.rules;
  if (!said) return undefined;
  const touched = needs.filter(
    ({ rules, beside, also }) => rules.some((id) => said.has(id)) || beside?.test(fresh) || also?.test(fresh),
  );
  return new Set(touched.flatMap(({ rules }) => rules));
}

/** The needs whose words are there: their patterns are tried only around their anchors, once where these overlap. */
function openIn(text: string): readonly Need[] {
  const isOpen = needs.map(() => false);
  const from = needs.map(() => 0);
  const to = needs.map(() => -1);
  let closed = needs.length;
  const tryPart = (index: number): void => {
    if (isOpen[index] || to[index]! < 0) return;
    if (text.slice(from[index], to[index]).search(needs[index]!.words) < 0) return;
    isOpen[index] = true;
    closed -= 1;
  };
  for (const { literals, search, wanting } of anchored()) {
    search.search(text, (anchor, at) => {
      const end = at + literals[anchor]!.length;
      for (const { need: index, before, after } of wanting[anchor]!) {
        if (isOpen[index]) continue;
        const start = Math.max(0, at - before);
        if (start > to[index]!) {
          tryPart(index);
          from[index] = start;
        } else if (start < from[index]!) from[index] = start;
        to[index] = Math.max(to[index]!, end + after);
      }
      return closed > 0;
    });
    for (const index of needs.keys()) tryPart(index);
    to.fill(-1);
  }
  return needs.filter(({ beside }, index) => isOpen[index] && (!beside || beside.test(text)));
}

/** By the words of the rules that may find something: a pattern takes time to make. */
const known = new Map<string, Chance>();

function chanceOf(open: readonly Need[]): Chance {
  const source = [...new Set(open.flatMap(({ words, also }) => [words.source, ...(also ? [also.source] : [])]))].join(
    '|',
  );
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

/** How programs and their documentation end, which list no dependencies: most files are told by this. */
const otherEnding =
  /\.(?:[cm]?[jt]sx?|md|html?|s?css|svg|png|java|kt|rs|rb|php|cs?|h|cpp|sh|ipynb|vue|swift|scala|dart)$/;

/** Files that are read whatever their bytes. */
export function isReadByName(path: string): boolean {
  return variableFile.test(path) || (!otherEnding.test(path) && dependencyFile.test(path));
}

/** False only where no rule about risks would find anything. */
export function mayHoldRisk({ path, text }: Pick<Document, 'path' | 'text'>): boolean {
  return dependencyFile.test(path) || chanceIn(text) !== undefined;
}
