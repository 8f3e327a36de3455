/**
 * How the SDKs and the API name what moves money out of an account: withdrawals, transfers to other accounts, gift cards.
 * Data only. Sources: Binance’s API reference (wallet, sub-account, gift card, broker), and each SDK’s own methods.
 */

export type FundMove = 'withdraws' | 'transfers to another account' | 'makes a gift card';

export interface FundEndpoint {
  /** After the version: `/sapi/v1/` and the like. */
  readonly path: string;
  readonly moves: FundMove;
  /** GET of the same path only lists what was moved. */
  readonly listsToo?: true;
  /** Also another API’s: it counts only with Binance’s prefix before it. */
  readonly needsPrefix?: true;
}

const out = 'withdraws';
const over = 'transfers to another account';
const card = 'makes a gift card';

/**
 * `/asset/transfer` and `/futures/transfer` are not among them: they move between the wallets of one account.
 */
export const fundEndpoints: readonly FundEndpoint[] = [
  { path: 'capital/withdraw/apply', moves: out },
  { path: 'localentity/withdraw/apply', moves: out },
  { path: 'localentity/broker/withdraw/apply', moves: out },
  { path: 'broker/withdraw/apply', moves: out, needsPrefix: true },
  { path: 'fiat/withdraw', moves: out, needsPrefix: true },
  { path: 'managed-subaccount/withdraw', moves: out },
  { path: 'managed-subaccount/deposit', moves: over },
  { path: 'withdraw.html', moves: out, needsPrefix: true },
  { path: 'sub-account/transfer/subToSub', moves: over },
  { path: 'sub-account/transfer/subToMaster', moves: over },
  { path: 'sub-account/universalTransfer', moves: over, listsToo: true },
  { path: 'sub-account/futures/transfer', moves: over },
  { path: 'sub-account/futures/internalTransfer', moves: over, listsToo: true },
  { path: 'sub-account/margin/transfer', moves: over },
  { path: 'broker/transfer', moves: over, listsToo: true, needsPrefix: true },
  { path: 'broker/transfer/futures', moves: over, listsToo: true, needsPrefix: true },
  { path: 'broker/universalTransfer', moves: over, listsToo: true, needsPrefix: true },
  { path: 'giftcard/createCode', moves: card },
  { path: 'giftcard/buyCode', moves: card },
];

export interface FundMethod {
  /** Matches a callee’s last step, folded: `withdrawtravelrule`. */
  readonly name: RegExp;
  readonly moves: FundMove;
  /** No other library has a method of this name. */
  readonly isDistinctive?: true;
  /** Only with an argument that names another account. */
  readonly needsAccount?: true;
}

/** First match wins. What only reads is told by `reading` before. */
export const fundMethods: readonly FundMethod[] = [
  // Withdrawals with the facts that the travel rule asks for; of Binance alone.
  {
    name: /^(?:submit|new|create)?(?:travelrulewithdraw|withdrawtravelrule)\w{0,12}$/,
    moves: out,
    isDistinctive: true,
  },
  { name: /(?:post|_)(?:capital|localentity)\w{0,6}withdrawapply$/, moves: out, isDistinctive: true },
  { name: /^newcreatewithdrawservice$/, moves: out, isDistinctive: true },
  { name: /^(?:new)?managedsubaccountwithdraw(?:al)?(?:service)?$/, moves: out, isDistinctive: true },
  { name: /^withdrawl?assetsfrom(?:the)?managedsubaccount$/, moves: out, isDistinctive: true },
  { name: /^(?:broker|localentity|capital|fiat|crypto|asset)withdraw(?:al|apply)?$/, moves: out },
  {
    name: /^(?:new|submit|create|make|request|apply|do|post|execute|initiate)?withdraw(?:al)?(?:apply|crypto|fiat|asset|coin|request|service|tocrypto|toaddress|funds)?$/,
    moves: out,
  },
  // Sub-accounts.
  {
    name: /^(?:new|make|create|submit|do)?subaccount(?:to(?:sub(?:account)?|master)transfer|transferto(?:sub|master|same|the)\w{0,16}|(?:futures?|margin|universal|futuresasset|futuresinternal)transfer)(?:service)?$/,
    moves: over,
    isDistinctive: true,
  },
  {
    name: /^(?:new|make|create|submit|do)?(?:managed)?subaccount(?:asset|internal)?transfer(?:service)?$/,
    moves: over,
  },
  {
    name: /^(?:new)?(?:transferto(?:subaccountofsamemaster|samemaster|master|subaccount)|(?:futures|margin|universal)transferforsubaccount)(?:service|account)?$/,
    moves: over,
  },
  {
    name: /^transfer(?:between|from|to)?sub(?:accounts?|tosub|tomaster)\w{0,20}$|^transfermasterto\w{1,20}$/,
    moves: over,
  },
  {
    name: /^(?:new)?(?:managedsubaccountdeposit|depositassetsinto(?:the)?managedsubaccount)(?:service)?$/,
    moves: over,
    isDistinctive: true,
  },
  {
    name: /^(?:universaltransferbroker|transferbrokersubaccount|submitbrokersubfuturestransfer)$/,
    moves: over,
    isDistinctive: true,
  },
  { name: /^(?:new)?broker(?:age)?(?:subaccount)?(?:universal|futures)?transfer(?:service)?$/, moves: over },
  {
    name: /post(?:subaccount(?:transfersubtosub|transfersubtomaster|universaltransfer|futurestransfer|futuresinternaltransfer|margintransfer)|broker(?:universaltransfer|transfer(?:futures)?)|managedsubaccount(?:withdraw|deposit))$/,
    moves: over,
    isDistinctive: true,
  },
  { name: /^(?:new|make|submit)?universaltransfer(?:service)?$|^transfer$/, moves: over, needsAccount: true },
  // Gift cards.
  {
    name: /^(?:new)?(?:giftcard(?:create\w{0,16}|buycode)|create(?:a|an)?(?:single|dual)tokengiftcard)(?:service)?$/,
    moves: card,
    isDistinctive: true,
  },
  { name: /^(?:new)?(?:creategiftcards?|buygiftcards?|createcode)$/, moves: card },
  { name: /postgiftcard(?:createcode|buycode)$/, moves: card, isDistinctive: true },
];

/** Steps that only read, or that answer to what others did. */
export const reading: RegExp =
  /^(?:get|query|fetch|list|show|find|search|load|read|count|parse|has|is|can|check|on|handle|log|watch|estimate|enable|disable|max|redeem|verify|test|mock|assert|validate|cancel)|history|histories|quota|(?:fee|fees|addresslist|status|limit|limits|info|log|logs|record|records|list|address|addresses|enabled|switch|able|response|error|params|schema|type|permission|permissions)$/;

/** Names that shops, banks and other exchanges share: they count only on a client of Binance. */
export const sharedNames: RegExp = /^createcode$|^(?:create|buy)giftcards?$|^transfer$/;
