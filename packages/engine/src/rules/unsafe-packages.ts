/**
 * Packages that steal keys, and the names that such packages imitate. Data only: what `unsafe-package` knows. Every entry
 * says what the package does, who says so and when.
 */

export type Ecosystem = 'npm' | 'pypi' | 'go' | 'cargo' | 'nuget' | 'maven' | 'rubygems' | 'packagist';

export interface UnsafePackage {
  readonly ecosystem: Ecosystem;
  /** As the ecosystem compares names; of npm also a scope, `@scope/*`. */
  readonly name: string;
  /** The bad ones, `>=1.2.3` for that and all later; absent: all. */
  readonly versions?: readonly string[];
  /** An honest package of which only these versions are bad. Else a range that may mean a bad one is as bad. */
  readonly isHijacked?: true;
  /** What it does, as the end of a sentence. */
  readonly does: string;
  readonly source: string;
  /** ISO 8601, of the report. */
  readonly date: string;
}

export const unsafePackages: readonly UnsafePackage[] = [
  {
    ...{ ecosystem: 'npm', name: '@wagni_bot/*' },
    does: 'sends .env files, SSH keys and wallets to a thief when it is installed',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2026-10022', date: '2026-07-09' },
  },
  {
    ...{ ecosystem: 'npm', name: 'axios', versions: ['1.14.1', '0.30.4'], isHijacked: true },
    does: 'installs a remote-access trojan: the maintainer’s account had been taken over',
    ...{ source: 'https://socket.dev/npm/package/axios', date: '2026-03-31' },
  },
  {
    ...{ ecosystem: 'npm', name: 'plain-crypto-js' },
    does: 'is the dropper that the hijacked versions of axios installed',
    ...{ source: 'https://github.com/brix/crypto-js/issues/533', date: '2026-03-31' },
  },
  {
    ...{ ecosystem: 'npm', name: 'js-web3.prc' },
    does: 'sends private keys from the environment to a thief',
    ...{ source: 'https://github.com/ossf/malicious-packages/pull/1286', date: '2026-06-01' },
  },
  {
    ...{ ecosystem: 'npm', name: 'node-pino' },
    does: 'steals credentials under a name like that of pino',
    ...{ source: 'https://github.com/ossf/malicious-packages/pull/1340', date: '2026-07-02' },
  },
  {
    ...{ ecosystem: 'npm', name: 'swap-sdk-87' },
    does: 'steals wallets and .env files',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2026-5359', date: '2026-06-09' },
  },
  {
    ...{ ecosystem: 'npm', name: 'uniswap-sdk-v4' },
    does: 'posts private keys to a thief',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2026-12490', date: '2026-08-05' },
  },
  {
    ...{ ecosystem: 'npm', name: 'binance-connector-node' },
    does: 'is malware that imitates @binance/connector, by the word of its maintainer',
    ...{ source: 'https://github.com/binance/binance-connector-js/issues/89', date: '2022-06-01' },
  },
  {
    ...{ ecosystem: 'pypi', name: 'ccxt-mexc-futures' },
    does: 'hijacks the orders of ccxt and steals its keys',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2025-3439', date: '2025-04-15' },
  },
  {
    ...{ ecosystem: 'pypi', name: 'cryptoaitools' },
    does: 'steals wallets and credentials under the guise of a trading toolkit',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2024-9964', date: '2024-10-30' },
  },
  {
    ...{ ecosystem: 'pypi', name: 'binance-sdk-ebate' },
    does: 'was put under a misspelling of binance-sdk-rebate to run what its author liked',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2025-47747', date: '2025-08-18' },
  },
  {
    ...{ ecosystem: 'pypi', name: 'bitcoinlibdbfix' },
    does: 'steals the wallets of bitcoinlib',
    ...{ source: 'https://www.reversinglabs.com/blog', date: '2025-04-01' },
  },
  {
    ...{ ecosystem: 'pypi', name: 'bitcoinlib-dev' },
    does: 'steals the wallets of bitcoinlib',
    ...{ source: 'https://www.reversinglabs.com/blog', date: '2025-04-01' },
  },
  {
    ...{ ecosystem: 'pypi', name: 'set-utils' },
    does: 'steals Ethereum keys',
    ...{ source: 'https://socket.dev/pypi/package/set-utils', date: '2025-03-01' },
  },
  {
    ...{ ecosystem: 'pypi', name: 'solanapy' },
    does: 'steals Solana key pairs',
    ...{ source: 'https://github.com/michaelhly/solana-py/issues/285', date: '2022-08-01' },
  },
  {
    ...{ ecosystem: 'pypi', name: 'bip-uttils' },
    does: 'runs malware under a misspelling of bip-utils',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2024-4816', date: '2024-06-25' },
  },
  {
    ...{ ecosystem: 'pypi', name: 'electrum-python' },
    does: 'steals the seeds of wallets',
    ...{ source: 'https://github.com/pypi/support/issues/1613', date: '2022-01-01' },
  },
  {
    ...{ ecosystem: 'nuget', name: 'binance.csharp', versions: ['1.1.35', '>=1.56.7'] },
    does: 'is a malicious clone of a Binance library',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2025-191604', date: '2025-12-01' },
  },
  {
    ...{ ecosystem: 'nuget', name: 'binance.library' },
    does: 'is malware under the name of a Binance library',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2024-4308', date: '2024-06-25' },
  },
  {
    ...{ ecosystem: 'nuget', name: 'binance.libary' },
    does: 'is malware under the name of a Binance library',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2024-4307', date: '2024-06-25' },
  },
  {
    ...{ ecosystem: 'nuget', name: 'bybitapi.net' },
    does: 'is a malicious clone of an exchange’s library',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2025-191606', date: '2025-12-01' },
  },
  {
    ...{ ecosystem: 'nuget', name: 'coinbase.net.api' },
    does: 'is a malicious clone of an exchange’s library',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2025-191607', date: '2025-12-01' },
  },
  {
    ...{ ecosystem: 'nuget', name: 'bybit.net.core', versions: ['3.0.8'] },
    does: 'is a malicious clone of JKorf’s library for Bybit',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2024-4385', date: '2024-06-25' },
  },
  {
    ...{ ecosystem: 'nuget', name: 'kucoin.net.core', versions: ['5.0.3'] },
    does: 'is a malicious clone of JKorf’s library for KuCoin',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2024-4524', date: '2024-06-25' },
  },
  {
    ...{ ecosystem: 'nuget', name: 'huobi.net.core', versions: ['5.0.1'] },
    does: 'is a malicious clone of JKorf’s library for Huobi',
    ...{ source: 'https://osv.dev/vulnerability/MAL-2024-4509', date: '2024-06-25' },
  },
];

/** The names that imitations aim at: Binance’s own SDKs and the libraries that most bots use. */
export const imitated: Readonly<Partial<Record<Ecosystem, readonly string[]>>> = {
  npm: [
    ...words('binance ccxt node-binance-api binance-api-node @binance/connector @binance/connector-typescript'),
    ...words('@binance/futures-connector @binance/common @binance/spot @binance/wallet @binance/margin-trading'),
    ...words('@binance/sub-account @binance/derivatives-trading-usds-futures @binance/simple-earn @binance/staking'),
    ...words('@binance/derivatives-trading-coin-futures @binance/derivatives-trading-options @binance/convert'),
    ...words('@binance/derivatives-trading-portfolio-margin @binance/algo @binance/pay @binance/gift-card'),
  ],
  pypi: [
    ...words('binance python-binance binance-connector binance-futures-connector binance-common ccxt binance-sdk-algo'),
    ...words('binance-sdk-c2c binance-sdk-convert binance-sdk-copy-trading binance-sdk-crypto-loan binance-sdk-fiat'),
    ...words('binance-sdk-derivatives-trading-coin-futures binance-sdk-derivatives-trading-options binance-sdk-pay'),
    ...words('binance-sdk-derivatives-trading-portfolio-margin binance-sdk-derivatives-trading-portfolio-margin-pro'),
    ...words('binance-sdk-derivatives-trading-usds-futures binance-sdk-dual-investment binance-sdk-gift-card'),
    ...words('binance-sdk-margin-trading binance-sdk-mining binance-sdk-nft binance-sdk-rebate binance-sdk-spot'),
    ...words('binance-sdk-simple-earn binance-sdk-staking binance-sdk-sub-account binance-sdk-vip-loan'),
    ...words('binance-sdk-wallet binance-sdk-alpha unicorn-binance-websocket-api unicorn-binance-rest-api'),
    ...words('unicorn-binance-local-depth-cache unicorn-binance-trailing-stop-loss unicorn-binance-suite'),
  ],
};

/**
 * Names as near to those as a misspelling, and not one: all that PyPI (886,000 names) and the 227,000 most downloaded
 * packages of npm had on 2026-11-25, and forks and wrappers whose names differ by a word.
 */
export const nearButKnown: Readonly<Partial<Record<Ecosystem, ReadonlySet<string>>>> = {
  npm: new Set(
    words(
      'binance-futures-connector binance-connector-typescript binance-node-api binance-api binance-client binance-us ' +
        'binances binance-js binancejs binance-ts finance yfinance cctx ccxt-pro ccxtpro',
    ),
  ),
  pypi: new Set(
    words(
      'python-binance2 python3-binance pythonic-binance python-finance binance-python binance-sdk-cms binance-sdk ' +
        'binance-sdk-stocks binance-sdk-proxy binance binancepy binance-py binance-us pbinance pybinance trbinance ' +
        'bfinance finance yfinance pinance binance-connectors binance-futures binance-api binance-client binance-common ' +
        'cctx ccxtpro binance-historical-data binance-connector-at',
    ),
  ),
};

/** Scopes of npm as near to `binance`, and none of its imitations. */
export const knownScopes: ReadonlySet<string> = new Set(
  words('binance binance-chain bnb-chain finance yfinance balance binance-us'),
);

/** What an npm package under a scope of its own takes from the official one, `@binance`. */
export const scopedImitations: ReadonlySet<string> = new Set(words('binance-sdk'));

function words(text: string): string[] {
  return text.split(' ');
}
