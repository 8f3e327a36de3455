/**
 * The SDKs that take Binance credentials: which import brings them, which call takes which role at which place.
 * Data only. Sources: docs/facts.md, each library's own documentation.
 */

export type ArgumentRole = 'api-key' | 'secret' | 'private-key';

export interface SdkCall {
  readonly sdk: string;
  /** Matches the callee's path joined by dots: `binance.NewClient`, `Spot`. */
  readonly callee: RegExp;
  /** The import that goes with it; absent: the callee alone says enough. */
  readonly imports?: RegExp;
  /** No other library has a callee of this name. */
  readonly distinctive?: boolean;
  /** Positional arguments, 0-based. Named arguments and options tell their roles by their names. */
  readonly args: Readonly<Record<number, ArgumentRole>>;
}

const keyThenSecret: SdkCall['args'] = { 0: 'api-key', 1: 'secret' };
const byName: SdkCall['args'] = {};
const call = (sdk: string, callee: RegExp, args: SdkCall['args'], imports?: RegExp, distinctive = false): SdkCall => ({
  sdk,
  callee,
  args,
  distinctive,
  ...(imports ? { imports } : {}),
});

const connectorJs = /^@binance\//;
const pythonBinance = /^binance(?:[./]|$)/;
const goBinance = /go-binance|binance-connector-go|binance_connector/;
const rustBinance = /^binance(?:_|::|$)/;

/** First match wins; more telling rows come first. */
export const sdkCalls: readonly SdkCall[] = [
  // ccxt, every language
  call(
    'ccxt',
    /(?:^|\.)ccxt(?:\.(?:pro|async_support|async|rest))*\.binance(?:usdm|coinm|us)?$/i,
    byName,
    undefined,
    true,
  ),
  call('ccxt', /(?:^|\.)ccxt(?:pro)?\.NewBinance\w*$/i, byName, undefined, true),
  call('ccxt', /(?:^|\.)Binance(?:usdm|coinm|us)?$/i, byName, /ccxt/i),
  // JavaScript, TypeScript
  call('@binance/connector', /(?:^|\.)(?:Spot|WebsocketAPI|WebsocketStream)$/, keyThenSecret, connectorJs),
  call(
    '@binance/futures-connector',
    /(?:^|\.)(?:UMFutures|CMFutures|UMStream|CMStream)$/,
    keyThenSecret,
    /^@binance\/futures-connector|^binance/,
  ),
  call(
    '@binance SDK',
    /(?:^|\.)(?:Configuration(?:RestAPI|WebsocketAPI|WebsocketStreams)|Wallet|Margin\w*|SubAccount|Derivatives\w*|Convert|Staking|Algo)$/i,
    byName,
    connectorJs,
  ),
  call(
    'binance',
    /(?:^|\.)(?:MainClient|USDMClient|CoinMClient|PortfolioClient|WebsocketClient|WebsocketAPIClient)$/,
    byName,
    /^binance$/,
  ),
  call(
    'node-binance-api',
    /(?:^|\.)Binance(?:\.default)?(?:\.options)?$|(?:^|\.)binance\.options$/,
    byName,
    /node-binance-api|binance-api-node|binance/i,
  ),
  // Python
  call(
    'python-binance',
    /(?:^|\.)(?:Client|AsyncClient)(?:\.create)?$/,
    { ...keyThenSecret, 7: 'private-key' },
    pythonBinance,
  ),
  call(
    'python-binance',
    /(?:^|\.)(?:ThreadedWebsocketManager|ThreadedDepthCacheManager|BinanceSocketManager)$/,
    keyThenSecret,
    undefined,
    true,
  ),
  call(
    'binance-connector',
    /(?:^|\.)(?:Spot|SpotWebsocketAPIClient|UMFutures|CMFutures|Futures)$/,
    keyThenSecret,
    pythonBinance,
  ),
  call(
    'binance-sdk',
    /(?:^|\.)Configuration(?:RestAPI|WebSocketAPI|WebSocketStreams)$/,
    keyThenSecret,
    /^binance_/,
    true,
  ),
  call(
    'unicorn-binance',
    /(?:^|\.)Binance(?:RestApi|WebSocketApi|LocalDepthCache)Manager$/,
    keyThenSecret,
    undefined,
    true,
  ),
  call('unicorn-binance', /(?:^|\.)create_stream$/, byName, /unicorn_binance/),
  call('nautilus_trader', /(?:^|\.)Binance(?:Exec|Data)ClientConfig$/, byName, undefined, true),
  // Go
  call(
    'go-binance',
    /(?:^|\.)binance(?:_connector)?\.New(?:Futures|Delivery|Options|Proxied|Websocket\w*)?(?:Client|APIClient)$/,
    keyThenSecret,
    goBinance,
    true,
  ),
  call(
    'go-binance',
    /(?:^|\.)(?:futures|delivery|options|portfolio|eoptions)\.New(?:Proxied)?Client$/,
    keyThenSecret,
    goBinance,
  ),
  call('go-binance', /(?:^|\.)New\w+WsService$|(?:^|\.)NewBinance\w*$/, keyThenSecret, goBinance),
  call('binance-connector-go', /(?:^|\.)With(?:Ws)?ApiKey$/, { 0: 'api-key' }, goBinance),
  call('binance-connector-go', /(?:^|\.)With(?:Ws)?ApiSecret$/, { 0: 'secret' }, goBinance),
  call('binance-connector-go', /(?:^|\.)With(?:Ws)?PrivateKey$/, { 0: 'private-key' }, goBinance),
  // Java, Kotlin, Scala
  call(
    'binance-connector-java',
    /(?:^|\.)(?:Spot|UMFutures|CMFutures|Futures|WebSocketApi|PortfolioMargin|Websocket\w*)ClientImpl$/,
    keyThenSecret,
    /binance/,
    true,
  ),
  call('binance-connector-java', /(?:^|\.)HmacSignatureGenerator$/, { 0: 'secret' }, undefined, true),
  call(
    'binance-api',
    /(?:^|\.)BinanceApi(?:Rest|Async|Margin|WebSocket|Swap)?ClientFactory(?:\.newInstance)?$/,
    keyThenSecret,
    undefined,
    true,
  ),
  call(
    'binance-connector-java',
    /(?:^|\.)setApiKey$/,
    { 0: 'api-key' },
    /^(?!.*binance[-_]?chain).*(?:binance|xchange)/i,
  ),
  call(
    'binance-connector-java',
    /(?:^|\.)setSecretKey$/,
    { 0: 'secret' },
    /^(?!.*binance[-_]?chain).*(?:binance|xchange)/i,
  ),
  call('binance-connector-java', /(?:^|\.)setPrivateKey$/, { 0: 'private-key' }, /^(?!.*binance[-_]?chain).*binance/i),
  // C#
  call('Binance.Net', /(?:^|\.)Binance(?:Api)?Credentials$/, keyThenSecret, undefined, true),
  call('Binance.Net', /(?:^|\.)Binance(?:Api)?Credentials\.With\w+$/, keyThenSecret, undefined, true),
  call(
    'Binance.Net',
    /(?:^|\.)(?:ApiCredentials|HMACCredential|WithHMAC)$/,
    keyThenSecret,
    /^Binance\.Net|CryptoExchange\.Net/i,
  ),
  call('binance-connector-dotnet', /(?:^|\.)BinanceHmac$/, { 0: 'secret' }, undefined, true),
  call('binance-connector-dotnet', /(?:^|\.)WebSocketApi$/, { 1: 'api-key' }, /^Binance/),
  // Rust
  call('binance-rs', /(?:^|\.)Binance\.new(?:_with_config|_with_env)?$/, keyThenSecret, rustBinance, true),
  call(
    'binance-rs',
    /(?:^|\.)(?:General|Account|Market|FuturesAccount|FuturesGeneral|Savings|Withdraw|UserStream)\.new$/,
    keyThenSecret,
    rustBinance,
  ),
  call('binance-connector-rust', /(?:^|\.)Credentials\.from_(?:hmac|rsa|ed25519)\w*$/, keyThenSecret, rustBinance),
  call('binance-sdk', /(?:^|\.)api_key$/, { 0: 'api-key' }, rustBinance),
  call('binance-sdk', /(?:^|\.)api_secret$/, { 0: 'secret' }, rustBinance),
  // PHP, Ruby, R, Python notebooks
  call('php-binance-api', /(?:^|\.)Binance\.API$/i, keyThenSecret, undefined, true),
  call('php-binance-api', /(?:^|\.)API$/, keyThenSecret, /^Binance/),
  call('binance-connector-php', /(?:^|\.)Binance\.(?:Spot|WebsocketAPI)$/i, byName, undefined, true),
  call('binance-connector-ruby', /(?:^|\.)Binance\.(?:Spot|Client|Session)(?:\.\w+)*\.new$/, byName, undefined, true),
  call('binancer', /(?:^|\.)binance_credentials$/, keyThenSecret, undefined, true),
  call('binance (R)', /(?:^|\.)authenticate$/, keyThenSecret, /^binance$/),
  call('OpenBB', /(?:^|\.)keys\.binance$/, keyThenSecret, undefined, true),
];

/** Calls that sign: their literal is a secret, though not surely Binance's. */
export const signingCalls: readonly SdkCall[] = [
  call('HMAC', /(?:^|\.)createHmac$/, { 1: 'secret' }),
  call('HMAC', /(?:^|\.)(?:HmacUtils|Hmac|HMAC)$/, { 1: 'secret' }),
  call('HMAC', /(?:^|\.)computeHmacSha256Signature$/, { 1: 'secret' }),
  call('HMAC', /(?:^|\.)hmac_sha(?:256|512)_(?:hex|base64)$/, { 1: 'secret' }),
  call('HMAC', /(?:^|\.)crypto\.(?:mac|hmac)$/, { 2: 'secret' }),
  call('HMAC', /(?:^|\.)hmac\.Key\.new$/, { 1: 'secret' }),
  call('HMAC', /(?:^|\.)(?:HMAC\.new|SymmetricKey)$/, { 0: 'secret' }),
  call('HMAC', /(?:^|\.)HmacSHA256$/i, { 1: 'secret' }),
  call('HMAC', /(?:^|\.)hmac\.new$/, { 0: 'secret' }),
  call('HMAC', /(?:^|\.)hmac\.New$/, { 1: 'secret' }),
  call('HMAC', /(?:^|\.)hash_hmac$/, { 2: 'secret' }),
  call('HMAC', /(?:^|\.)(?:HMACSHA256|SecretKeySpec|new_from_slice|hmac_sha256)$/, { 0: 'secret' }),
  call('HMAC', /(?:^|\.)HMAC\.(?:hex)?digest$/, { 1: 'secret' }),
];

/** Calls that take a secret of their own: sessions, cookies, JWTs. Their literal is no credential of an exchange. */
export const otherCalls: readonly (readonly [callee: RegExp, use: string])[] = [
  [
    /(?:^|\.)(?:session|expressSession|cookieSession|cookieParser|SessionMiddleware|CookieStore|cookie_session)(?:\.new)?$/,
    'session',
  ],
  [
    /(?:^|\.)(?:jwt|JWT|jsonwebtoken|jose)\.\w+$|(?:^|\.)(?:expressjwt|expressJwt|JwtModule\.register|JwtStrategy|JWTManager)$/,
    'JWT',
  ],
];

/** What a manifest or an import must name to make a project one of Binance's. */
export const sdkPackages: RegExp =
  /python-binance|binance-connector|binance-sdk|binance-futures-connector|node-binance-api|binance-api-node|@binance\/|go-binance|binance-api|Binance\.Net|binance-rs|binance_spot_connector|unicorn-binance|php-binance|binance-client|binance-ruby|xchange-binance|"binance"|(?:^|[\s"'/:])binance(?=[\s"'=<>~:@,[]|$)/im;

/** Hosts that only Binance's programs call. */
export const binanceHosts: RegExp =
  /\b(?:binance\.(?:com|us|vision|th)|binancefuture\.com|binanceops\.com|tokocrypto\.com|binanceapi\.com)\b/i;
export const testnetHosts: RegExp =
  /\btestnet\.binance(?:\.vision|future\.com)|\bstream(?:-api)?\.testnet\.binance|\btestnet\.binanceops|binancefuture\.com/i;
export const demoHosts: RegExp = /\bdemo(?:-[a-z]{1,20}){0,3}\.binance\.com/i;
export const liveHosts: RegExp =
  /(?<![\w-])(?:api|api[1-4]|api-gcp|fapi|dapi|eapi|papi|ws-api|ws-fapi|fix-oe)\.binance\.(?:com|us|th)|\bbpay\.binanceapi\.com/i;
