/** What a whole document says about every credential in it: imports, hosts, the word Binance, its path. */
import { hostOf, ownerOf } from '../risks/calls/hosts.ts';
import { binanceHosts, demoHosts, liveHosts, sdkPackages, testnetHosts } from '../rules/sdks.ts';
import { actingText, blanked, ownedAddresses, testnetAddresses } from './acting.ts';
import {
  alsoDone,
  containerEnvironments,
  environmentWord,
  hostsEnvironment,
  pathEnvironment,
  toldApart,
} from './environment.ts';
import { lineEnd, linesAround, lineStart } from '../lines.ts';
import { expectedFiles } from './expected-files.ts';
import { binanceWord, isLatin, latinBinanceWord, meaningOf, namesOther, shown } from './names.ts';
import { importsOf } from '../read/imports.ts';
import { clue } from '../signals.ts';
import type { Binding, Clue, Document, Environment, ProjectObservation, Reading, Span } from '../types.ts';

export interface Surroundings {
  /** Clues to whose the credentials are, good for all of the document. */
  readonly clues: readonly Clue[];
  readonly environment: Environment;
  readonly sample: boolean;
  /** Whether the text names a credential of Binance: `BINANCE_API_KEY`. */
  readonly namesOwn: boolean;
  /** The paths of sections and mappings that are named for Binance, as deep as that name. */
  readonly sections: readonly (readonly string[])[];
  /** Offsets of the word Binance, ascending. */
  readonly mentions: readonly number[];
  /** Whether what may tell an environment stands in a part of the text, or somewhere near that part. */
  readonly mayTellEnvironment: (start: number, end: number) => boolean;
  /** What entries such as `exchange: binance` say of the values that share their container or the path they stand in. */
  readonly exchangesBeside: (container: number, prefix: string) => readonly string[];
  /** The document without what does nothing. */
  readonly acting: () => string;
  /** Where that leads to a testnet. */
  readonly addresses: () => readonly Span[];
  /** Whether a pattern is anywhere in the text; looked for once, however many ask. */
  readonly has: (pattern: RegExp) => boolean;
  /** What the entries of a container tell of the environment of all values in it. */
  readonly containers: ReadonlyMap<number, Environment>;
}

/** The chain that once bore the name is no exchange. */
const mentionOf = ({ source, flags }: RegExp): RegExp =>
  new RegExp(`(?:${source})(?![ _-]?(?:smart[ _-]?)?chain|[ _-]?dex|\\.org|-peg)|x-mbx|\\bbnc_|bncli`, `g${flags}`);
const mention = mentionOf(binanceWord);
const latinMention = mentionOf(latinBinanceWord);
/** Imports stand near the top, and a manifest is short. */
const maxLooks = 60;
const samplePath =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|mocks?|specs?|testing|testdata|test[-_]data|fixtures?|examples?|samples?|e2e|stubs?)\/|(?:\.|_|-)(?:test|tests|spec|e2e|mock)\.\w+$|(?:^|\/)(?:test_|conftest)[^/]*$|\.(?:example|sample|dist|template|tmpl|tpl)(?:\.\w+)?$|(?:^|\/)[^/]*(?:[._-])?(?:example|sample)s?\.[\w.]+$/i;
const manifest =
  /(?:^|\/)(?:package\.json|requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|environment\.ya?ml|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|[^/]+\.[cf]sproj|packages\.config|Cargo\.toml|composer\.json|Gemfile|mix\.exs|DESCRIPTION|pubspec\.yaml|Package\.swift)$/;
/** The name of an entry that says which exchange its neighbours are for. */
const exchangeKey =
  /^(?:exchange|exchange_?name|exchange_?id|name|id|platform|provider|broker|brokerage|venue|market|type|connector|driver|service|source)$/i;

const ownName =
  /(?:binance|\bbn[bc]?_)[\w.-]{0,30}?(?:api_?key|secret|_key|_api|_sec)(?![a-z])|\bbn[bc]?_(?:api|key|sec)(?![a-z])/i;

const maxSections = 20;

function sectionsOf(bindings: readonly Binding[]): readonly (readonly string[])[] {
  const sections = new Map<string, readonly string[]>();
  for (const { path, via } of bindings) {
    if (via !== 'entry' || path.length < 2) continue;
    const level = path.findIndex((step) => /^_*(?:binance|tokocrypto)[\w-]{0,20}$/i.test(step));
    if (level < 0 || level === path.length - 1) continue;
    const section = path.slice(0, level + 1);
    sections.set(section.join('\0'), section);
    if (sections.size >= maxSections) break;
  }
  return [...sections.values()];
}

const urls = /\b(?:https?|wss?):\/\/[^\s"'`<>\\)]{4,120}/gi;
/** A document that names more is a list of them. */
const mostUrls = 60;

/**
 * The first host of another exchange: whatever its API looks like, a key for it is no key for Binance. None where a stranger's
 * host has Binance's API, too.
 */
function exchangeHost(text: string): string | undefined {
  let found: string | undefined;
  let looked = 0;
  for (const [url] of text.matchAll(urls)) {
    if ((looked += 1) > mostUrls) return undefined;
    const host = hostOf(url);
    const owner = host === undefined ? undefined : ownerOf(host);
    if (owner === 'stranger' && apiWords.test(url)) return undefined;
    if (owner === 'exchange') found ??= host;
  }
  return found;
}

/** Endpoints, parameters and fields of Binance's API. */
export const apiWords: RegExp =
  /\brecvWindow\b|\bnewClientOrderId\b|\/(?:fapi|dapi|sapi|eapi|papi)\/v\d|\/api\/v3\/|\blistenKey\b|\bquoteOrderQty\b|\bsubaccountId\b|\benable(?:SpotAndMarginTrading|VanillaOptions|Withdrawals)\b|\bpermitsUniversalTransfer\b/;
const symbols = /\b(?:BTC|ETH|BNB|SOL|XRP|ADA|DOGE|LTC)(?:USDT|BUSD|FDUSD|USDC)\b/;

/** True of the document as a whole; computed once for all its candidates. */
export function surroundingsOf(document: Document, reading: Reading): Surroundings {
  const { text, path, head = '' } = document;
  const mentions = offsetsOf(isLatin(text) ? latinMention : mention, text);
  // All of its hosts say it.
  const isNamed = speaksOfBinance.test(text);
  const clues: Clue[] = [];
  const sdk = reading.imports.find(isSdk);
  if (sdk) clues.push(clue('binance-import', `the file imports ${shown(sdk)}`));
  if ((isNamed && binanceHosts.test(text)) || binanceHosts.test(head))
    clues.push(clue('binance-host', 'the file names a Binance host'));
  if (mentions.length > 0 || /binance/i.test(head)) clues.push(clue('binance-word', 'the file speaks of Binance'));
  if (apiWords.test(text)) clues.push(clue('binance-api-word', 'the file has words of Binance’s API'));
  else if (symbols.test(text)) clues.push(clue('binance-symbol', 'the file names pairs as Binance does'));
  const otherHost = sdk || /binance/i.test(text) ? undefined : exchangeHost(text);
  const otherImport = sdk || /binance/i.test(text) ? undefined : reading.imports.find(namesOther);
  if (otherImport !== undefined) clues.push(clue('other-service-file', `the file imports ${shown(otherImport)}`));
  if (otherHost !== undefined) clues.push(clue('other-host', `the file names the host ${shown(otherHost)}`));
  if (!sdk && reading.imports.some((name) => /^ccxt/.test(name)))
    clues.push(clue('ccxt-import', 'the file imports ccxt'));
  const byPath = toldByPath(path);
  clues.push(...byPath.clues);
  let known: string | undefined;
  let addresses: readonly Span[] | undefined;
  const acting = (): string => (known ??= actingText(document, reading));
  // What a page says of one environment it does not say of the keys in it.
  const isPage = reading.language === 'markdown' || reading.language === 'text';
  const told =
    isNamed && !isPage
      ? alsoDone(toldApart(text, hostsEnvironment), () =>
          hostsEnvironment(blanked(acting(), ownedAddresses(reading.bindings))),
        )
      : 'unknown';
  return {
    acting,
    addresses: () => (addresses ??= testnetAddresses(acting())),
    clues,
    environment: told !== 'unknown' ? told : byPath.environment,
    sample: byPath.sample,
    namesOwn: ownName.test(text),
    sections: sectionsOf(reading.bindings),
    mentions,
    mayTellEnvironment: wordsIn(environmentWord, text),
    exchangesBeside: exchangesIn([...reading.bindings, ...reading.calls.flatMap(({ args }) => args)]),
    has: seenIn(text),
    containers: containerEnvironments(reading.bindings),
  };
}

const ccxtBinance = /\bccxt(?:pro)?(?:\.\w+){0,2}\.(?:New)?binance(?:usdm|coinm|us)?\b/i;
const chainPackages = /binance[-_]?chain|bnb-?chain/i;

function isSdk(name: string): boolean {
  return !chainPackages.test(name) && (sdkPackages.test(`"${name}"`) || /(?:^|[./@:\\])binance/i.test(name));
}

/** What a document's path alone tells of every credential in it. */
export function toldByPath(path: string): Pick<Surroundings, 'clues' | 'environment' | 'sample'> {
  return { clues: pathClues(path), environment: pathEnvironment(path), sample: samplePath.test(path) };
}

function pathClues(path: string): Clue[] {
  const steps = path.split('/').map((step) => meaningOf(step));
  if (steps.some(({ binance }) => binance === 'name')) return [clue('binance-path', 'its path says Binance')];
  const other = steps.at(-1)?.exchange ?? steps.at(-2)?.exchange;
  return other ? [clue('other-service-file', `its path says ${other}`)] : [];
}

function seenIn(text: string): Surroundings['has'] {
  const seen = new Map<RegExp, boolean>();
  return (pattern) => {
    let found = seen.get(pattern);
    if (found === undefined) seen.set(pattern, (found = pattern.test(text)));
    return found;
  };
}

const blockSize = 8192;
/** No word that is looked for is longer. */
const longestWord = 40;

/** Whether a pattern is in the blocks that a part of a text lies in: each block is looked at once, and only if it is asked for. */
function wordsIn(pattern: RegExp, text: string): (start: number, end: number) => boolean {
  const known = new Map<number, boolean>();
  const hasBlock = (block: number): boolean => {
    let has = known.get(block);
    if (has === undefined) {
      const part = text.slice(block * blockSize, (block + 1) * blockSize + longestWord);
      known.set(block, (has = part.search(pattern) >= 0));
    }
    return has;
  };
  return (start, end) => {
    for (let block = Math.max(0, Math.floor(start / blockSize)); block * blockSize < end; block += 1)
      if (hasBlock(block)) return true;
    return false;
  };
}

function offsetsOf(pattern: RegExp, text: string): number[] {
  const offsets: number[] = [];
  for (const { index } of text.matchAll(pattern)) offsets.push(index);
  return offsets;
}

function exchangesIn(bindings: readonly Binding[]): Surroundings['exchangesBeside'] {
  const named = new Map<string, Set<string>>();
  const add = (place: string, exchange: string): void => {
    const known = named.get(place);
    if (known) known.add(exchange);
    else named.set(place, new Set([exchange]));
  };
  for (const { path, value, container } of bindings) {
    const key = path.at(-1) ?? '';
    // `exchange: .binance` is a name too.
    const called = value.kind === 'text' ? value.text : value.kind === 'ref' ? (value.path.at(-1) ?? '') : '';
    if (
      called === '' ||
      called.length > 40 ||
      // The name of an application, which stands at the top, is no exchange's.
      (container === 0 && !/exchange|broker|venue|connector/i.test(key)) ||
      !exchangeKey.test(key.replace(/^.*[_.-](?=exchange|name|id)/i, ''))
    )
      continue;
    const { exchange, binance } = meaningOf(called);
    if (!exchange && binance !== 'name') continue;
    const name = binance === 'name' ? 'binance' : (exchange ?? 'binance');
    const prefix = path.slice(0, -1).join('\0');
    // At the top of a file, what stands under no name speaks of what stands under none.
    if (container !== 0) add(`in ${String(container)}`, name);
    if (prefix !== '') add(`under ${prefix}`, name);
    else if (container === 0) add('', name);
  }
  return (container, prefix) => [
    ...new Set([
      ...(named.get(`in ${String(container)}`) ?? []),
      ...(named.get(prefix === '' && container === 0 ? '' : `under ${prefix}`) ?? []),
    ]),
  ];
}

/** The file's name if it is one that lists dependencies. */
export function manifestName(path: string): string | undefined {
  return manifest.test(path) ? path.slice(path.lastIndexOf('/') + 1) : undefined;
}

/**
 * What the document says about its project, for the credentials of other files, and which files with credentials it
 * expects. Looks only where Binance is named.
 */
export function projectObservations(document: Document): ProjectObservation[] {
  const { path, text } = document;
  const manifestFile = manifestName(path);
  const isManifest = manifestFile !== undefined;
  const expects = speaksOfBinance.test(text) ? expectedFiles(document) : [];
  const more = expects.length > 0 ? { expects } : {};
  const observe = (found: Clue): ProjectObservation[] => [
    {
      kind: 'project',
      path,
      clue: found,
      keyFiles: isManifest ? [] : keyFilesIn(text),
      ...variablesOf(text, isManifest),
      ...more,
    },
  ];

  let host = false;
  let looked = 0;
  for (const { index } of text.matchAll(/binance|tokocrypto/gi)) {
    const line = text.slice(lineStart(text, index), lineEnd(text, index));
    if (
      isManifest &&
      /^\s*(?:<artifactId>|["']?name["']?\s*[:=]|module\s)/.test(line) &&
      meaningOf(line).binance === 'name'
    )
      return observe(clue('binance-dependency', `${manifestFile} says that the project is Binance’s`));
    const name = isManifest ? sdkPackages.exec(line)?.[0].replace(/["'\s]/g, '') : undefined;
    if (name) return observe(clue('binance-dependency', `${manifestFile ?? ''} names ${shown(name)}`));
    if (ccxtBinance.test(line))
      return observe(clue('binance-sibling', 'another file makes a client of ccxt for Binance'));
    const sdk = importsOf(line).find(isSdk);
    if (sdk) return observe(clue('binance-sibling', `another file imports ${shown(sdk)}`));
    host ||= liveHosts.test(line) || testnetHosts.test(line) || demoHosts.test(line);
    looked += 1;
    if (looked >= maxLooks) break;
  }
  if (host) return observe(clue('binance-sibling', 'another file calls a Binance host'));
  return expects.length > 0 ? [{ kind: 'project', path, keyFiles: [], ...more }] : [];
}

const speaksOfBinance = /binance|tokocrypto/i;

/** `os.environ["A"]`, `process.env.A`, `getenv("A")`, `env::var("A")`, `ENV.fetch("A")` */
const variable =
  /(?:\benviron(?:\[|\.get\()|\b(?:os\.|sys\.)?get_?env\(|\benv(?:\(|::var\(|\.get\(|\[)|\bENV(?:\[|\.fetch\()|\b(?:process|import\.meta)\.env(?:\.|\[)|\bLookupEnv\(|\bGetEnvironmentVariable\(|\$_?ENV(?:\{|\[))\s{0,4}["'`]?([A-Z][A-Z0-9_]{2,60})\b/gi;
/** What makes a client, on the line of the variable or one of the two before it. */
const client =
  /binance|\b(?:Async)?Client\s*\(|\b(?:Spot|UMFutures|CMFutures|MainClient|USDMClient|CoinMClient|RestClientV\d)\s*\(|\bNew(?:\w{0,20})Client\s*\(/i;
const [mostVariables, mostRead] = [40, 1000];

/** The variables that a program gives to clients: a name alone, `MAX_API_KEY`, tells nobody whose it is. */
function variablesOf(text: string, isManifest: boolean): Pick<ProjectObservation, 'variables'> {
  if (isManifest) return {};
  const names = new Set<string>();
  let read = 0;
  for (const { 1: name = '', index } of text.matchAll(variable)) {
    if ((read += 1) > mostRead || names.size === mostVariables) break;
    const { start } = linesAround(text, { start: index, end: index }, 2);
    if (meaningOf(name).role !== undefined && client.test(text.slice(start, lineEnd(text, index)))) names.add(name);
  }
  return names.size > 0 ? { variables: [...names] } : {};
}

const maxKeyFiles = 20;
const keyFileEnding = /\.(?:pem|key|p8|pk8|prv|priv|der)\b/g;
const keyFileName = /[\w.-]{1,80}$/;
/** A line that loads a private key for signing, and not one for a server's certificate. */
const signs = /priv|prv|sign|secret|binance|rsa|ed25519|api_?key/i;
const serves = /\b(?:https?|tls|ssl|cert|ca|server)\b|createServer|ssl_|localhost/i;

function keyFilesIn(text: string): string[] {
  const names = new Set<string>();
  for (const { index, 0: ending } of text.matchAll(keyFileEnding)) {
    const name = (keyFileName.exec(text.slice(Math.max(0, index - 80), index))?.[0] ?? '') + ending;
    const line = text.slice(lineStart(text, index), lineEnd(text, index));
    if (name !== ending && signs.test(line) && !serves.test(line)) names.add(name);
    if (names.size >= maxKeyFiles) break;
  }
  return [...names];
}
