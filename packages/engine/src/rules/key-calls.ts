/**
 * How the SDKs and the API name what makes keys for sub-accounts, brokers’ customers and margin trading, or changes
 * whence they work. Data only. Source: Binance’s API reference (sub-account, broker, margin special keys, Fast API).
 */

/**
 * `sub-account`: `status` 1 is any address, 2 trusted ones. `restriction`: the same, for a key that exists. `broker`: made
 * without a list; one is set by another call. `special`: `ip` is the list. `list`: DELETE takes addresses off it. `link`:
 * `status` 1 or none is any address, and a right to trade needs a list. `edit`: PUT gives a key that exists another list.
 */
export type KeyKind = 'sub-account' | 'restriction' | 'broker' | 'special' | 'list' | 'link' | 'edit';

export const keyEndpoints: readonly { readonly path: string; readonly kind: KeyKind }[] = [
  { path: 'sub-account/subAccountApi', kind: 'sub-account' },
  { path: 'sub-account/subAccountApi/ipRestriction', kind: 'restriction' },
  { path: 'broker/subAccountApi', kind: 'broker' },
  { path: 'broker/subAccountApi/permission', kind: 'broker' },
  { path: 'broker/subAccountApi/ipRestriction', kind: 'restriction' },
  { path: 'margin/apiKey', kind: 'special' },
  { path: 'margin/apiKey/ip', kind: 'edit' },
  { path: 'oauth-api/v1/key', kind: 'link' },
  { path: 'sub-account/subAccountApi/ipRestriction/ipList', kind: 'list' },
  { path: 'broker/subAccountApi/ipRestriction/ipList', kind: 'list' },
];

export interface KeyMethod {
  /** Matches a callee’s last step, folded. */
  readonly name: RegExp;
  readonly kind: KeyKind;
  readonly isDistinctive?: true;
}

export const keyMethods: readonly KeyMethod[] = [
  {
    name: /^(?:new)?create(?:margin)?special(?:lowlatency)?(?:api)?key\w{0,30}$/,
    kind: 'special',
    isDistinctive: true,
  },
  {
    name: /^(?:new)?(?:create)?margin(?:create)?(?:special|lowlatency)(?:api)?key$|^marginapikeycreate$/,
    kind: 'special',
  },
  {
    name: /^(?:new)?(?:edit|update|change)ip(?:list)?for(?:a|the)?special(?:low\w{0,9})?key\w{0,12}$|put(?:v\d)?marginapikeyip$/,
    kind: 'edit',
    isDistinctive: true,
  },
  { name: /post(?:v\d)?marginapikey$/, kind: 'special', isDistinctive: true },
  {
    name: /^(?:new)?create(?:an?)?subaccountapi(?:key)?(?:service)?$|^subaccountcreateapi(?:key)?$|^createvirtualsubaccountapi(?:key)?$/,
    kind: 'sub-account',
  },
  { name: /post(?:v\d)?subaccountsubaccountapi$/, kind: 'sub-account', isDistinctive: true },
  {
    name: /^(?:new)?(?:add|set|update|enable|change|toggle)?iprestriction(?:for)?(?:an?)?subaccountapi(?:key)?(?:service)?$|^(?:new)?subaccount(?:api)?(?:toggle|update|enable|enableordisable)ip(?:restriction)?(?:service)?$|^(?:toggle|enableordisable|update)iprestrictionforsubaccountapi(?:key)?$/,
    kind: 'restriction',
    isDistinctive: true,
  },
  {
    name: /^(?!.*(?:get|query|fetch|list|delete|remove|check|request|response|params|builder|error|test|mock))\w{0,30}(?:subaccount\w{0,12}iprestriction|iprestriction\w{0,8}subaccount)\w{0,16}$/,
    kind: 'restriction',
    isDistinctive: true,
  },
  // Called on a part of the SDK that says whose: `client.createSubAccount().updateIpRestriction(…)`.
  { name: /^(?:add|set|update|change|toggle|enable(?:ordisable)?)?ip(?:access)?restrictions?$/, kind: 'restriction' },
  { name: /post(?:v\d)?(?:subaccount|broker)subaccountapiiprestriction$/, kind: 'restriction', isDistinctive: true },
  {
    name: /^(?:new)?(?:create|changepermission)apikeybrokersubaccount$|^createapikeyforsubaccount$|^changeapikeypermissions?forsubaccount$|^changesubaccountapikeypermissions?$|^(?:create|change)broker(?:age)?subaccountapi(?:key)?(?:permission)?$|^changesubaccountapipermission$/,
    kind: 'broker',
    isDistinctive: true,
  },
  {
    name: /^(?:new)?(?:delete|remove)ip(?:list|restriction)?(?:fora?)?subaccountapi(?:key)?(?:service)?$|^subaccountapideleteip$|delete(?:v\d)?(?:subaccount|broker)subaccountapiiprestrictioniplist$/,
    kind: 'list',
    isDistinctive: true,
  },
  { name: /post(?:v\d)?brokersubaccountapi(?:permission)?$/, kind: 'broker', isDistinctive: true },
];

/** Rights of a broker’s key, folded. */
export const brokerRights: RegExp =
  /^(?:cantrade|margintrade|futurestrade|caneuropeanoptions?trade|is(?:spot|margin|futures)tradingenabled)$/;
/** Rights of a key that a Link partner makes, folded: only Fast API calls them so. */
export const linkRights: RegExp = /^enable(?:futuretrade|europeanoptions|trade|margin)$/;
export const onlyLinkRights: RegExp = /^enable(?:futuretrade|europeanoptions)$/;
