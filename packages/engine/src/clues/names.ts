/**
 * What a name says about its value: credential or not, which role, whose. Names are variable names, keys, headers,
 * column titles and labels in several languages. Vocabulary is data; sources: docs/facts.md (Names) and the SDKs’ own names.
 */
import { flat } from '../flat.ts';
import type { Environment, Role } from '../types.ts';

export interface NameMeaning {
  /** What the name calls its value; `key` is a key of no told role. */
  readonly role: 'secret' | 'api-key' | 'private-key' | 'key' | undefined;
  /** `name`: binance; `short`: bnb, bn, bnc. */
  readonly binance: 'name' | 'short' | undefined;
  /** Another exchange or service that the name names. */
  readonly service: string | undefined;
  /** The service, if it is an exchange. */
  readonly exchange: string | undefined;
  /** A use that is no API credential: hash, session, wallet … */
  readonly use: string | undefined;
  /** It may be for anything: a token, a client's id. */
  readonly vague: boolean;
  readonly environment: Environment;
  /** Words that are neither role nor environment nor Binance's nor common: whose they are is open. */
  readonly foreign: readonly string[];
  /** The name without the words of its role, folded: what the halves of a pair share. */
  readonly stem: string;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const exchanges =
  set(`kraken bybit okx okex kucoin bitget gateio gate mexc huobi htx bitfinex bittrex coinbase gdax poloniex bitmex
  deribit ftx gemini bitstamp cexio hitbtc bingx phemex coinex whitebit upbit bithumb bitmart ascendex bitmax cryptocom dydx hyperliquid
  woo woox lbank probit bitvavo bitpanda luno wazirx coindcx exmo yobit liquid bitflyer coincheck zaif bitbank korbit coinone indodax
  bitso mercado blofin backpack aster xt toobit orangex deepcoin bitunix weex kcex bitkub paribu btcturk alpaca oanda fxcm ibkr tradier
  bitrue bitopro bigone btcbox btcalpha coinmate coinmetro coinsph krakenfutures mercadobitcoin novadax oceanex foxbit hollaex
  onetrading pionex paymium zonda coincatch coinstore bydfi bequant fmfwio cryptomus wavesexchange ndax mudrex
  coinspot independentreserve btcmarkets digifinex hashkey latoken tidex livecoin cryptopia`);
const services =
  set(`telegram discord slack twitter github gitlab bitbucket aws amazon azure gcp google stripe paypal twilio sendgrid mailgun
  openai anthropic claude deepseek infura alchemy etherscan bscscan polygonscan moralis coingecko coinmarketcap cmc cryptocompare alphavantage
  finnhub newsapi firebase supabase sentry datadog cloudflare digitalocean heroku vercel netlify npm docker redis mongo mongodb postgres
  postgresql mysql rabbitmq jenkins sonar grafana influx influxdb elastic kafka auth0 okta keycloak facebook linkedin reddit dropbox shopify
  pusher algolia mapbox tradingview taapi glassnode santiment messari quandl polygon tiingo coinglass lunarcrush nansen dune pinata ipfs cryptoquant coinalyze amberdata kaiko laevitas covalent bitquery helius quicknode cloudinary
  consul minio backblaze wechat feishu lark dingtalk pushover pushbullet smtp`);
/** Services that hold other people's settings: what stands below their names may be anyone's. */
const hosts = set(
  `aws amazon azure gcp google github gitlab bitbucket docker heroku vercel netlify npm digitalocean cloudflare consul firebase
  supabase jenkins`,
);
const uses: Readonly<Record<string, ReadonlySet<string>>> = {
  hash: set(
    'hash sha sha1 sha256 sha384 sha512 md5 digest checksum integrity etag fingerprint hmacsha256 oid txid txhash merkle crc',
  ),
  signature: set('signature sig signed sign nonce challenge'),
  session: set(
    `session sessions cookie cookies csrf xsrf jwt nextauth authsecret keybase flask django rails laravel express
    appsecret appkey httpsecret jwttoken refreshtoken idtoken accesstoken`,
  ),
  encryption: set('credentialsecret encryption encrypt encrypted encryptor cipher aes fernet salt pepper iv kms vapid'),
  wallet: set(
    'wallet mnemonic seed ethereum eth evm solana sol bitcoin btc tron metamask ledger contract tx transaction block address',
  ),
  'TLS or login': set(
    'ssl tls httpskey httpscert httpspem localhostkey localhostcert localhostpem ssh cert certs certificate ca apns saml oidc oauth x509 gpg pgp deploykey hostkey rsakey idrsa',
  ),
  'listen key': set('listenkey listen'),
  webhook: set('bearer webhook cursor'),
  identifier: set(
    'uuid guid commit revision rev build version cache license serial device checksum deployment idempotency partition dedup trace span request correlation',
  ),
};
/** `sessionhashkey`: words that are written as one. */
const runTogether = /session|cookie|csrf|jwt/;
/** Names of many things, perhaps of a key. */
const vague = set('token tokens clientid loginid password passwd pwd pass passphrase path filename slug title');
/** Words for secret, also in other languages (without the scripts below). */
const secretWords =
  set(`secret secrets secretkey apisecret apisecretkey secretapikey sec apisec apisecretkeys skey seckey sk sapi hmac hmackey secretaccesskey
  keysecret clientsecret signingkey signkey priv
  секрет секретный секретныйключ секретная таємний таємнийключ secreta secreto secretas secretos segredo segreta segreto segrete segreti secrète
  gizli geheim geheime geheimnis geheimer geheimschlüssel geheimschluessel sekret sekretny tajny tajni tajna tajné hemlig hemlighet hemmelig
  salainen titkos titok rahasia rahsia lihim mystiko sekretniy tainiy`);
const apiKeyWords = set(
  `apikey apikeys accesskey accesskeyid publickey apipublickey pubkey pub keyid apikeyid apiid akey ak mbx apk publicapikey`,
);
const privateKeyWords = set('privatekey privkey prvkey privatekeypem privatepem');
/** Words for key, also in other languages. */
const keyWords =
  set(`key keys k api apis ключ ключи ключа anahtar anahtarı clave claves llave llaves chave chaves chiave chiavi
  clé clés cle schlüssel schluessel sleutel klucz klíč klic kľúč ključ kljuc kulcs nyckel nøkkel avain cheie kunci susi khoa klidi kluch klyuch kliuch`);
/** Names that, alone, tell a half of a pair: `{ public: …, private: … }`. */
const wholeNames: Readonly<Record<string, 'secret' | 'api-key' | 'key'>> = {
  private: 'secret',
  hidden: 'secret',
  sign: 'secret',
  signing: 'secret',
  signer: 'secret',
  public: 'api-key',
  access: 'api-key',
  ident: 'key',
  identifier: 'key',
  s: 'secret',
  login: 'key',
};
const common =
  set(`my your the test tests testing live prod production main mainnet real default config settings credentials credential creds cred auth
  account accounts user users client trading trade trader bot exchange spot futures future margin usdm coinm um cm perp perpetual perpetuals delivery options
  option swap rest ws websocket api read readonly write master sub subaccount primary secondary new old current value data env environment const
  str string text var private public id name info us com global x demo testnet sandbox paper dev development staging local a b c d e one two first second
  http https url base host server service app application system profile param params args option opts props header headers row column field fields item items
  self this cls is key of for and in on with de la el le des der die das is it as to from set get load init data0 export row0 zenbot freqtrade hummingbot
  octobot jesse gekko passivbot vnpy ex exch exchanges birzha börse boerse borsa bolsa withdraw withdrawals order orders market scalper grid dca arb arbitrage strategy hft mm l s`);

const otherScripts: readonly (readonly [RegExp, 'secret' | 'api-key' | 'key'])[] = [
  [
    /私钥|私鑰|비밀|시크릿|シークレット|秘密|секрет|таємн|bí mật|gizli|μυστικ|סוד|سري|سرّي|محرمانه|مخفی|गुप्त|ลับ/iu,
    'secret',
  ],
  [/API|公钥|公鑰|访问|訪問|액세스|アクセス|公開/iu, 'api-key'],
  [/密钥|秘钥|密鑰|密匙/u, 'secret'],
  [/khóa|キー|키|ключ|anahtar|κλειδ|מפתח|مفتاح|کلید|कुंजी|คีย์|鍵/iu, 'key'],
];

/** Binance as people write it, in several scripts. */
export const binanceWord: RegExp =
  /binance|biance|bianance|tokocrypto|币安|幣安|バイナンス|바이낸스|бинанс|бінанс|بایننس|باینانس|بينانس|ไบแนนซ์|ביננס|बाइनेंस|बिनांस/iu;
/** The same for a text without other scripts, of which a search takes a fifth of the time. */
export const latinBinanceWord: RegExp = /binance|biance|bianance|tokocrypto/i;

/** Whether a text has no letters of the other scripts in which people write Binance. */
export function isLatin(text: string): boolean {
  return !/[\u0400-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(text);
}

const wordPattern = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\x00-\x7f]+|\d+/g;

/** Longer names say nothing more. */
const maxName = 400;

const testnetWords = set('testnet sandbox tn');
/** Words that say testnet in a value's own name and nothing in that of its container. */
const testWords = set('test testing');
const demoWords = set('demo paper mock');
const liveWords = set('live prod production mainnet real');

/** Meanings of names that come again and again, without those that could have a piece of a value in them. */
const remembered = new Map<string, NameMeaning>();
const maxRemembered = 500;

/** The meaning of one name: a variable, a key, a header or a label. */
export function meaningOf(name: string): NameMeaning {
  const known = remembered.get(name);
  if (known) return known;
  const meaning = toldBy(name);
  if (name.length > 30 || /\d/.test(name)) return meaning;
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(flat(name), meaning);
  return meaning;
}

/**
 * The other exchange that a word of a name says, such as that of a module. Only whole words: two side by side, `coinStore`
 * or `hash_key`, may be anything there.
 */
export function exchangeIn(name: string): string | undefined {
  return (name.slice(0, maxName).match(wordPattern) ?? [])
    .map((word) => word.toLowerCase())
    .find((word) => exchanges.has(word));
}

/** Exchanges whose names are words of other things too: of modules, of libraries. */
const ofOtherThings = /^(?:gate|liquid|gemini|backpack|alpaca|aster|woo|woox|xt|mercado|luno|zonda|kraken|latoken)$/;
/** `gate_io` is found by its first word. */
const sure = /gate[._-]?io|kraken[._-]?(?:ex|api|futures|spot|rest|ws|client|exchange)/i;

/** Whether the name of a module or folder says another exchange, and nothing else. */
export function namesOther(name: string): boolean {
  const exchange = exchangeIn(name);
  return exchange !== undefined && (!ofOtherThings.test(exchange) || sure.test(name));
}

function toldBy(name: string): NameMeaning {
  // A piece of a value in a name is no word of it, and must not get into the stem.
  const spoken = name.slice(0, maxName).replace(/[A-Za-z0-9]{12,}/g, spokenPart);
  const words = (spoken.match(wordPattern) ?? []).map((word) => word.toLowerCase()).slice(-16);
  const joined = words.join('');
  // Pairs of words are looked up as one: `api key`, `secret-key`, `gate.io`.
  const pairs = words.map((word, i) => word + (words[i + 1] ?? ''));
  const all = [...words, ...pairs, joined];
  const has = (vocabulary: ReadonlySet<string>): boolean => all.some((word) => vocabulary.has(word));
  const binance =
    binanceWord.test(joined) || words.includes('mbx')
      ? 'name'
      : words.some((word) => /^(?:bnb|bn|bnc|bnce)$/.test(word))
        ? 'short'
        : undefined;
  const exchange = all.find((word) => exchanges.has(word));
  const service = exchange ?? all.find((word) => services.has(word));
  const use =
    Object.entries(uses).find(
      ([, vocabulary]) => words.some((word) => vocabulary.has(word)) || pairs.some((pair) => vocabulary.has(pair)),
    )?.[0] ?? (runTogether.test(joined) ? 'session' : undefined);
  const role = roleOf(name, words, has);
  const roleWord = (word: string): boolean => secretWords.has(word) || apiKeyWords.has(word) || keyWords.has(word);
  const rest = words.filter((word) => !roleWord(word) && word !== 'access' && word !== 'id');
  return {
    role,
    binance,
    service,
    exchange,
    use,
    vague: !use && (has(vague) || isPlainId(words, binance)),
    environment: environmentOf(words),
    foreign: rest.filter(
      (word) =>
        !common.has(word) &&
        wholeNames[joined] === undefined &&
        !/^[a-z]{1,2}(?:key|sec|secret)$/.test(word) &&
        !/binance|biance|tokocrypto|^bn|^\d+$/.test(word) &&
        !/[^\x00-\x7f]/.test(word),
    ),
    stem: rest.filter((word) => word !== 'api' && word !== 'private' && word !== 'public').join(''),
  };
}

const otherScriptsTestnet = /测试网|測試網|테스트넷|тестнет|テストネット/iu;
const otherScriptsLive = /实盘|實盤|실거래|本番|боевой/iu;

function environmentOf(words: readonly string[]): Environment {
  const joined = words.join('');
  if (otherScriptsTestnet.test(joined)) return 'testnet';
  if (otherScriptsLive.test(joined)) return 'live';
  if (words.some((word) => testnetWords.has(word) || testWords.has(word))) return 'testnet';
  if (words.some((word) => demoWords.has(word))) return 'demo';
  return words.some((word) => liveWords.has(word)) ? 'live' : 'unknown';
}

/** The role that a name tells by being one word, with or without Binance's name: `sign`, `BNC_SIGN`. */
function wholeRole(words: readonly string[]): 'secret' | 'api-key' | 'key' | undefined {
  const own = words.filter(
    (word) => wholeNames[word] !== undefined || !(/binance|^bn[bc]?$/.test(word) || common.has(word)),
  );
  return wholeNames[own.join('')];
}

function roleOf(
  name: string,
  words: readonly string[],
  has: (vocabulary: ReadonlySet<string>) => boolean,
): NameMeaning['role'] {
  const privateKey = words.includes('private') && (words.includes('key') || words.includes('pem'));
  if (privateKey || has(privateKeyWords)) return 'private-key';
  if (words.some((word) => secretWords.has(word)) || has(secretWords)) return 'secret';
  const api = words.includes('api') || words.includes('access') || words.includes('public') || words.includes('mbx');
  if ((api && words.some((word) => keyWords.has(word) && word !== 'api')) || has(apiKeyWords)) return 'api-key';
  // `bn_pass`: whoever calls the key a login calls the secret its password.
  if (
    words.some((word) => /^(?:binance|bn|bnb|bnc)$/.test(word)) &&
    words.some((word) => /^(?:pass|password|passwd|pwd)$/.test(word))
  )
    return 'secret';
  const whole = wholeRole(words);
  if (whole) return whole;
  // `publicPart`, `hiddenPart`
  const part = words.find((word) => word === 'public' || word === 'private' || word === 'hidden');
  const other = words.filter(
    (word) => word !== part && !common.has(word) && !/^(?:part|half|piece|value|key)$/.test(word),
  );
  if (part && other.length === 0) return wholeNames[part];
  // `BKEY`, `bnsec`
  if (words.length === 1 && /^[a-z]{1,2}sec(?:ret)?$/.test(words[0]!)) return 'secret';
  if (words.length === 1 && /^[a-z]{1,2}key$/.test(words[0]!)) return 'key';
  const foreign = /[^\x00-\x7f]/.test(name) ? otherScripts.find(([pattern]) => pattern.test(name))?.[1] : undefined;
  if (foreign) return foreign;
  return words.some((word) => keyWords.has(word)) ? 'key' : undefined;
}

/** Names of what holds values: plural ones, and things that sign. */
const container =
  /(?:secrets|keys|credentials|api|sign|signer|signing|login|access|public|private|hidden|identifier)$/i;

/**
 * The meaning of a path of names, last step first: the last step that tells a role tells it; Binance, services and
 * environments count wherever they stand. Plural containers (`secrets`, `keys`) tell no role.
 */
export function meaningOfPath(path: readonly string[]): NameMeaning {
  const meanings = path.map((step) => meaningOf(step));
  const last = meanings.at(-1) ?? meaningOf('');
  const upward = [...meanings].reverse();
  const above = upward[1]?.foreign.every((word) => word === upward[1]?.service) ? upward[1].service : undefined;
  const containers = upward.filter((_, i) => i > 0 && !/test(?!net)/i.test(path.at(-1 - i) ?? ''));
  const named = upward.find(({ role }, i) => role !== undefined && (i === 0 || !container.test(path.at(-1 - i) ?? '')));
  return {
    role: named?.role,
    binance:
      upward.find(({ binance }) => binance === 'name')?.binance ?? upward.find(({ binance }) => binance)?.binance,
    // A service names what it stands on and its entries; an exchange all that stands below it.
    service:
      last.service ?? upward.find(({ exchange }) => exchange)?.exchange ?? (hosts.has(above ?? '') ? undefined : above),
    exchange: upward.find(({ exchange }) => exchange)?.exchange,
    // The step above tells the use too: `jwt.signing_key`. A session of FIX is a connection.
    use:
      last.use ??
      (meanings.length > 1 && !/^sessions?$/i.test(path.at(-2) ?? '') ? useAbove(meanings.at(-2)) : undefined),
    environment:
      last.environment !== 'unknown'
        ? last.environment
        : (containers.find(({ environment }) => environment !== 'unknown')?.environment ?? 'unknown'),
    vague: last.vague,
    foreign: last.foreign,
    stem: meanings
      .map(({ stem, role }, i) => (i === meanings.length - 1 && !role && isOrdinal(stem) ? '' : stem))
      .join(''),
  };
}

/** What is signed or hashed stands below many a name, `TestSign.cases`: only its own name makes a value a signature. */
function useAbove(meaning: NameMeaning | undefined): string | undefined {
  return /^(?:signature|hash|identifier)$/.test(meaning?.use ?? '') ? undefined : meaning?.use;
}

/** `run_id`, `model_id`: the id of something else. `ID`, `BNC_ID` and `accessKeyId` may be a key's. */
function isPlainId(words: readonly string[], binance: NameMeaning['binance']): boolean {
  const [before, last] = words.slice(-2);
  return (
    words.length > 1 &&
    last === 'id' &&
    binance === undefined &&
    before !== undefined &&
    !common.has(before) &&
    !/^(?:api|key|access|client|trading|exchange)$/.test(before)
  );
}

/** `a` and `b`, `one` and `two`: names that count, and tell no two owners apart. */
function isOrdinal(stem: string): boolean {
  return /^(?:[a-z]|one|two|first|second)?\d?$/.test(stem);
}

/** The service that a callee is a client of: `Mailgun`, `new TwilioClient`, and not `redis.set`. */
export function serviceOfCallee(callee: string): string | undefined {
  const folded = callee.toLowerCase().replace(/(?:rest)?(?:client|api|sdk|service|exchange|pro)$/, '');
  return services.has(folded) && !hosts.has(folded) ? folded : undefined;
}

/** Role of a credential by its name's role: an alphanumeric value called private key is the secret. */
export function credentialRole(role: NameMeaning['role']): Role | undefined {
  if (role === 'secret' || role === 'private-key') return 'secret';
  return role === 'api-key' || role === 'key' ? 'api-key' : undefined;
}

/**
 * Whether letters and digits in a row are more likely a piece of a value than words: seldom are four letters in it a
 * word. Wrong for a few names such as `x509V3Ca2Pem`, which loses only their display.
 */
function looksRandom(run: string): boolean {
  const parts = run.match(wordPattern) ?? [];
  const worded = parts.reduce((sum, part) => sum + (isWord(part) ? part.length : 0), 0);
  const digits = /\d/.test(run);
  if (run.length >= 12) return (digits || parts.length * 3 >= run.length) && worded <= 0.4 * run.length;
  return (
    run.length >= 8 && digits && /[a-z]/.test(run) && /[A-Z]/.test(run) && parts.length > 4 && worded < 0.5 * run.length
  );
}

function isWord(part: string): boolean {
  const word = part.toLowerCase();
  if (part.length < 2 || /\d/.test(part)) return false;
  return (
    (part.length >= 4 && /[aeiouy]/.test(word)) ||
    common.has(word) ||
    secretWords.has(word) ||
    apiKeyWords.has(word) ||
    keyWords.has(word)
  );
}

/** What of a long run a name says: nothing if it is a piece of a value, and nothing of one that follows a word. */
function spokenPart(run: string): string {
  if (looksRandom(run)) return ' ';
  if (!/\d/.test(run)) return run;
  const parts = run.match(wordPattern) ?? [];
  return parts.filter((part) => isWord(part) || /^\d{1,2}$/.test(part)).join('_');
}

/** A text of people's with every run cut that could be a piece of a value. */
export function withoutValues(text: string): string {
  return text.replace(/[A-Za-z0-9]{8,}/g, (run) =>
    (run.length >= 20 && /\d/.test(run)) || looksRandom(run) ? `${run.slice(0, 4)}…` : run,
  );
}

/** A name fit to be shown: cut, and without any run that could be part of a value. */
export function shown(name: string): string {
  const safe = withoutValues(name.slice(0, maxName)).replace(/\s+/g, ' ');
  return safe.length > 60 ? `${safe.slice(0, 59)}…` : safe;
}

/** The same of a host or a package, which keep no capitals: there letters with a digit may be a piece of a value. */
export function shownInLowerCase(name: string): string {
  return name
    .slice(0, 80)
    .replace(/[a-z0-9]{8,}/g, (run) => (/\d/.test(run) && /[a-z]/.test(run) ? `${run.slice(0, 4)}…` : run));
}

/** A path fit to be shown: `exchange.key`. */
export function shownPath(path: readonly string[]): string {
  return path
    .filter((step) => step !== '')
    .slice(-4)
    .map(shown)
    .join('.');
}

/** Whether the word is Binance or another exchange. */
export function namesExchange(word: string): boolean {
  const folded = word.toLowerCase().replace(/[^a-z0-9]/g, '');
  return folded.startsWith('binance') || exchanges.has(folded);
}
