/** What a whole document says about every credential in it: imports, hosts, the word Binance, its path. */
import { binanceHosts, demoHosts, liveHosts, sdkPackages, testnetHosts } from './rules/sdks.ts';
import { lineEnd, lineStart } from './lines.ts';
import { binanceWord, meaningOf, shown } from './names.ts';
import { importsOf } from './read/imports.ts';
import { clue } from './signals.ts';
import type { Binding, Clue, Document, Environment, ProjectObservation, Reading } from './types.ts';

export interface Surroundings {
  /** Clues to whose the credentials are, good for all of the document. */
  readonly clues: readonly Clue[];
  readonly environment: Environment;
  readonly sample: boolean;
  /** Offsets of the word Binance, ascending. */
  readonly mentions: readonly number[];
  /** Entries such as `exchange: binance`, with the container and the path they stand in. */
  readonly exchanges: readonly ExchangeEntry[];
  /** What the entries of a container tell of the environment of all values in it. */
  readonly containers: ReadonlyMap<number, Environment>;
}

export interface ExchangeEntry {
  readonly container: number;
  readonly prefix: string;
  readonly exchange: string;
  readonly binance: boolean;
}

const mention = new RegExp(`${binanceWord.source}|x-mbx|\\bbnc_|bncli`, 'giu');
const maxMentions = 2000;
const maxExchanges = 200;
/** Imports stand near the top, and a manifest is short. */
const maxLooks = 60;
const samplePath =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|mocks?|specs?|testing|testdata|test[-_]data|fixtures?|examples?|samples?|e2e|stubs?)\/|(?:\.|_|-)(?:test|tests|spec|e2e|mock)\.\w+$|(?:^|\/)(?:test_|conftest)[^/]*$|\.(?:example|sample|dist|template|tmpl|tpl)(?:\.\w+)?$|(?:^|\/)[^/]*(?:[._-])?(?:example|sample)s?\.[\w.]+$/i;
const manifest =
  /(?:^|\/)(?:package\.json|requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|environment\.ya?ml|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|[^/]+\.[cf]sproj|packages\.config|Cargo\.toml|composer\.json|Gemfile|mix\.exs|DESCRIPTION|pubspec\.yaml|Package\.swift)$/;
/** The name of an entry that says which exchange its neighbours are for. */
const exchangeKey =
  /^(?:exchange|exchange_?name|exchange_?id|name|id|platform|provider|broker|brokerage|venue|market|type|connector|driver|service|source)$/i;

/** True of the document as a whole; computed once for all its candidates. */
export function surroundingsOf(document: Document, reading: Reading): Surroundings {
  const { text, path, head = '' } = document;
  const mentions: number[] = [];
  for (const { index } of text.matchAll(mention)) {
    mentions.push(index);
    if (mentions.length >= maxMentions) break;
  }
  const clues: Clue[] = [];
  const sdk = reading.imports.find((name) => sdkPackages.test(`"${name}"`) || /(?:^|[./@:\\])binance/i.test(name));
  if (sdk) clues.push(clue('binance-import', `the file imports ${shown(sdk)}`));
  if (binanceHosts.test(text) || binanceHosts.test(head))
    clues.push(clue('binance-host', 'the file names a Binance host'));
  if (mentions.length > 0 || /binance/i.test(head)) clues.push(clue('binance-word', 'the file speaks of Binance'));
  if (!sdk && reading.imports.some((name) => /^ccxt/.test(name)))
    clues.push(clue('ccxt-import', 'the file imports ccxt'));
  clues.push(...pathClues(path));
  return {
    clues,
    environment: hostsEnvironment(text),
    sample: samplePath.test(path),
    mentions,
    exchanges: [...reading.bindings, ...reading.calls.flatMap(({ args }) => args)]
      .flatMap(exchangeEntry)
      .slice(0, maxExchanges),
    containers: containerEnvironments(reading.bindings),
  };
}

function containerEnvironments(bindings: readonly Binding[]): ReadonlyMap<number, Environment> {
  const told = new Map<number, Environment>();
  for (const binding of bindings) {
    if (binding.container === 0 || told.has(binding.container)) continue;
    const environment = bindingEnvironment(binding);
    if (environment !== 'unknown') told.set(binding.container, environment);
  }
  return told;
}

/** What an entry or an argument tells: `testnet: true`, `mode: "live"`, a base URL. */
export function bindingEnvironment({ path, value }: Binding): Environment {
  const word =
    value.kind === 'scalar'
      ? value.text
      : value.kind === 'ref'
        ? (value.path.at(-1) ?? '')
        : value.kind === 'text' && value.text.length < 60
          ? value.text
          : '';
  if (word === '') return value.kind === 'text' && value.text.length < 300 ? hostsEnvironment(value.text) : 'unknown';
  const told = flagEnvironment(path.at(-1) ?? '', word);
  if (told !== 'unknown') return told;
  if (/\btest-?net\b/i.test(word) || /^sandbox$/i.test(word)) return 'testnet';
  if (/^(?:live|production|prod|mainnet|real)$/i.test(word)) return 'live';
  if (/^(?:demo|paper)$/i.test(word)) return 'demo';
  return value.kind === 'text' ? hostsEnvironment(word) : 'unknown';
}

/** What a flag of this name and value tells. */
export function flagEnvironment(name: string, value: string): Environment {
  const flag =
    /^(?:use_?|is_?|enable_?)?(testnet|test|sandbox|sandboxed|sandbox_?mode|demo|demo_?trading|paper)$/i.exec(
      name,
    )?.[1];
  if (!flag || !/^(?:true|false|1|0|yes|no)$/i.test(value)) return 'unknown';
  if (!/^(?:true|1|yes)$/i.test(value)) return 'live';
  return /demo|paper/i.test(flag) ? 'demo' : 'testnet';
}

function pathClues(path: string): Clue[] {
  const steps = path.split('/').map((step) => meaningOf(step));
  if (steps.some(({ binance }) => binance === 'name')) return [clue('binance-path', 'its path says Binance')];
  const other = steps.at(-1)?.exchange ?? steps.at(-2)?.exchange;
  return other ? [clue('other-service-file', `its path says ${other}`)] : [];
}

/** The environment that the hosts of a text tell, when they all tell the same. */
export function hostsEnvironment(text: string): Environment {
  const live = liveHosts.test(text);
  if (testnetHosts.test(text)) return live ? 'unknown' : 'testnet';
  if (demoHosts.test(text)) return live ? 'unknown' : 'demo';
  return live ? 'live' : 'unknown';
}

function exchangeEntry({ path, value, container }: Binding): ExchangeEntry[] {
  const key = path.at(-1) ?? '';
  if (
    value.kind !== 'text' ||
    value.text.length > 40 ||
    !exchangeKey.test(key.replace(/^.*[_.-](?=exchange|name|id)/i, ''))
  )
    return [];
  const { exchange, binance } = meaningOf(value.text);
  if (!exchange && binance !== 'name') return [];
  return [
    { container, prefix: path.slice(0, -1).join('\0'), exchange: exchange ?? 'binance', binance: binance === 'name' },
  ];
}

/** What the document says about its project, for the credentials of other files. Looks only where Binance is named. */
export function projectObservations({ path, text }: Document): ProjectObservation[] {
  const observe = (found: Clue): ProjectObservation[] => [{ kind: 'project', path, clue: found }];
  const isManifest = manifest.test(path);
  let host = false;
  let looked = 0;
  for (const { index } of text.matchAll(/binance|tokocrypto/gi)) {
    const line = text.slice(lineStart(text, index), lineEnd(text, index));
    const name = isManifest ? sdkPackages.exec(line)?.[0].replace(/["'\s]/g, '') : undefined;
    if (name)
      return observe(clue('binance-dependency', `${path.slice(path.lastIndexOf('/') + 1)} names ${shown(name)}`));
    const sdk = importsOf(line).find((imported) => sdkPackages.test(`"${imported}"`));
    if (sdk) return observe(clue('binance-sibling', `another file imports ${shown(sdk)}`));
    host ||= liveHosts.test(line) || testnetHosts.test(line) || demoHosts.test(line);
    looked += 1;
    if (looked >= maxLooks) break;
  }
  return host ? observe(clue('binance-sibling', 'another file calls a Binance host')) : [];
}
