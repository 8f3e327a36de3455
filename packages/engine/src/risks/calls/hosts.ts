/** Whose a URL is: Binance's, another exchange's, this machine's, a placeholder, a well-known site's, or a stranger's. */
import { namesExchange } from '../../clues/names.ts';

export type Owner = 'binance' | 'exchange' | 'local' | 'placeholder' | 'site' | 'stranger';

const url = /^\s*(?:https?|wss?):\/\/(?:[^/?#\s@]{0,200}@)?(\[[0-9a-f:.]{2,45}\]|[^/?#\s:"'`\\]{1,253})/i;

/** The host of a text that begins with a URL, in lower case; undefined where there is none, or where it is computed. */
export function hostOf(text: string): string | undefined {
  const start = text.slice(0, 600);
  const host = url.exec(start)?.[1]?.toLowerCase().replace(/\.$/, '');
  if (host === undefined || !/[{}$<>%*()]/.test(host)) return host;
  return wholeBefore.exec(start)?.[1]?.toLowerCase();
}

/**
 * A host with what is filled in directly behind it: `https://h.dev${path}?…`, `{path}`, `{}`, `%s`, `$path`, `(path)`. It
 * is whole where it ends like a domain or an address, and where no more of a host can follow.
 */
const filled =
  '(?:[$#]?\\{[^{}\\n]{0,80}\\}|\\([^()\\n]{1,80}\\)|\\$[A-Za-z_]\\w{0,60}(?:->\\w{1,60})?|%(?:\\d\\$)?[svd@]|%\\(\\w{1,40}\\)s)';
const wholeBefore = new RegExp(
  `^\\s*(?:https?|wss?)://((?:[a-z0-9-]{1,63}\\.){1,8}(?:com|net|org|io|dev|app|xyz|info|biz|cloud|online|site|tech|pro|finance|trade|exchange|network|host|space|store|live|vision|me|[a-z]{2})|(?:\\d{1,3}\\.){3}\\d{1,3})${filled}(?:$|[/?#&\\s"'\`]|${filled})`,
  'i',
);

/** A text that is a host and perhaps a port, in lower case, as a socket is given it; undefined for any other. */
export function bareHostOf(text: string): string | undefined {
  return bareHost.exec(text.trim())?.[1]?.toLowerCase();
}

const bareHost = /^((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}|(?:\d{1,3}\.){3}\d{1,3})(?::\d{1,5})?$/i;

/** Sites of Binance, its testnets and its branches. Sources: docs/facts.md and the SDKs’ own constants. */
const binance =
  /(?:^|\.)(?:binance\.(?:com|us|vision|th|cloud|tr|je|sg|kz|info|org)|binancefuture\.com|binanceops\.com|binanceapi\.com|binance(?:zh|cnt)\.\w{2,10}|trbinance\.com|binanceru\.net|tokocrypto\.(?:com|site|id)|bnbstatic\.com|cloudme-toko\.2meta\.app|saasexch\.\w{2,4})$/;
const local =
  /^(?:localhost|ip6-localhost|\[?::1?\]?|0\.0\.0\.0|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|host\.docker\.internal|[a-z0-9_-]+)$|\.(?:localhost|local|internal|lan|test|invalid|home|corp|cluster\.local)$/;
const mock = /(?:^|[.-])(?:mock\w*|stub\w*|fake\w*|wiremock|mockserver|httpbin|dummy|pretend|nock|msw)(?:[.-]|$)/;
const placeholder =
  /^(?:(?:www|api|my|your|the|host|server|domain|base|url|some|foo|bar|test)[.-]?){0,4}example\.(?:com|org|net)$|^your[.-]?[\w-]{0,40}\.(?:com|org|net|io|dev|app|xyz)$|(?:^|[.-])your-|yourdomain|your_|placeholder|xxx|changeme|\.\.\./;

/** Services that serve other things than relays: code, messages, prices, models. Nobody can run a relay there. */
const sites =
  /(?:^|\.)(?:github\.com|githubusercontent\.com|gitlab\.com|bitbucket\.org|npmjs\.(?:org|com)|pypi\.org|google(?:apis)?\.com|twitter\.com|x\.com|t\.me|telegram\.org|discord(?:app)?\.(?:com|gg)|slack\.com|youtube\.com|medium\.com|wikipedia\.org|stackoverflow\.com|coingecko\.com|coinmarketcap\.com|cryptocompare\.com|coinglass\.com|glassnode\.com|alternative\.me|tradingview\.com|taapi\.io|etherscan\.io|bscscan\.com|bnbchain\.org|openai\.com|anthropic\.com|deepseek\.com|sentry\.io|infura\.io|alchemy\.com|w3\.org|schema\.org|json-schema\.org|mozilla\.org|apache\.org|python\.org|nodejs\.org|readthedocs\.io|twelvedata\.com|polygon\.io|alphavantage\.co|finnhub\.io|yahoo\.com|stlouisfed\.org|newsapi\.org|microsoft\.com)$/;

export function ownerOf(host: string): Owner {
  if (binance.test(host)) return 'binance';
  if (local.test(host)) return 'local';
  if (mock.test(host)) return 'placeholder';
  if (placeholder.test(host)) return 'placeholder';
  if (sites.test(host)) return 'site';
  if (clones.test(host) || host.split('.').some((label) => namesOther(label))) return 'exchange';
  return 'stranger';
}

/** Exchanges whose API is Binance’s once more, with its header. Source: ccxt; docs/facts.md. */
const clones = /(?:^|\.)(?:(?:asterdex|apollox|bitrue)\.\w{2,10}|crypto\.com)$/;

/** A label that is the name of another exchange, alone: `bybit`, `gateio`. */
function namesOther(label: string): boolean {
  return !label.includes('binance') && !label.includes('-') && namesExchange(label);
}
