/** Keys that are older than a key should become, by the date that stands beside their rights, or by git’s history. */
import { meaningOf } from '../clues/names.ts';
import { bracketsAround } from '../read/code/brackets.ts';
import { dated, dateOf } from '../risks/keys/age.ts';
import { nameAt } from '../risks/names-in-text.ts';
import { folded } from '../risks/subject.ts';
import { clue } from '../signals.ts';
import { countBefore } from '../sorted.ts';
import type { Risk, Rule, Setting, Unread } from '../types.ts';

/** `createTime`, `created_at`, `date_created`, `rotatedAt`: says nothing yet of what was made. */
const madeName =
  /^(?:creat(?:ed|e|ion)(?:at|on|time|date|timestamp|ms)?|(?:date|time)created|issued(?:at|on)?|(?:last)?rotat(?:ed|ion)(?:at|on|date|time)?|daterotated)$/;
/** The same with the key in its name: `BINANCE_API_KEY_CREATED`. */
const ownName =
  /keys?(?:was)?(?:last)?(?:creat(?:ed|ion)|issued|rotat(?:ed|ion))(?:at|on|date|time)?$|creat(?:ed|ion)(?:date)?of(?:api)?key$/;
/** Of another day than the one that counts, or of another kind of key. */
const otherDay =
  /next|due|expir|until|interval|policy|max|foreign|primary|ssh|gpg|pgp|jwt|jwk|tls|ssl|host|encrypt|deploy|cache/;
const rotation = /rotat/;
/** Things that have keys too: `DB_KEY_CREATED_AT`. */
const otherThing =
  /^(?:db|database|disk|volume|backup|storage|bucket|vault|kms|root|master|admin|user|session|cookie|license|licence|signing|webhook|server|node|vpn|wg|wireguard|cluster|etcd|app|site|web|cdn|mail|smtp|push)$/i;

/** Whether the words before `key` say what else it is of. */
function isOfOtherThing(name: string): boolean {
  const before = /^(.{1,60}?)[_-]?keys?(?![a-z])/i.exec(name)?.[1] ?? '';
  const { service, exchange, use, binance } = meaningOf(`${before}_key`);
  if (binance === 'name') return false;
  return (
    [service, exchange, use].some((one) => one !== undefined) || otherThing.test(before.split(/[_-]/).at(-1) ?? '')
  );
}

/** Fields of Binance’s answer about a key, and of no other. Source: GET /sapi/v1/account/apiRestrictions. */
const restriction =
  /^(?:iprestrict|enablewithdrawals|enableinternaltransfer|permitsuniversaltransfer|enablevanillaoptions|enablefixapitrade|enablefixreadonly|enablespotandmargintrading|enableportfoliomargintrading|tradingauthorityexpirationtime|canmarginloanrepay|canfuturestrade|canvanillaoptions|canfixapitrading)$/;
const keyField =
  /^(?:(?:binance)?api_?keys?(?:id|name|label|alias)?|accesskey|apisecret(?:key)?|secretkey|keytype|keyalias|keylabel|enable(?:reading|margin|futures|trading|spot)|cantrade|futurestrade|margintrade)$/;
const rightsField =
  /^(?:permissions?|rights|scopes?|restrictions|withdraw(?:als?|al)?|trad(?:e|ing)|read(?:only|ing)?|ip(?:s|list|address(?:es)?|restrictions?|whitelist)|(?:allowed|trusted|whitelist(?:ed)?)ips?|whitelist|allowlist)$/;
/** What people, orders and keys of another kind have: the date is theirs. */
const otherField =
  /^(?:password(?:hash)?|username|userid|order(?:id|no|number|status)|clientorderid|symbol|side|quantity|qty|price|amount|txid|transactionid|kid|kty|publicexponent|thumbprint|uuid|commit|image|version|strategyversion|size)$/;
const personField = /^(?:e?mail|firstname|lastname|role)$/;

interface Company {
  restriction: boolean;
  key: boolean;
  rights: boolean;
  other: boolean;
  person: boolean;
  rotated: boolean;
}
const alone: Company = {
  ...{ restriction: false, key: false, rights: false, other: false, person: false, rotated: false },
};

export const keyAge: Rule = {
  id: 'key-age',
  title: 'A key that is older than it should be',
  severity: 'low',
  finds:
    'A key whose own entry says that it was made, or last renewed, more than 90 days ago (`createTime` beside the fields of Binance’s apiRestrictions, `created` in a list of keys, `BINANCE_KEY_CREATED`), judged on the day of the scan or of `--as-of`. With `--history` also a key that came into git longer ago and is still there: once for each pair, not for examples, tests, testnet or listen keys. `keyAge` in the configuration sets another number of days.',
  why: 'A key stays valid until somebody deletes it. The longer it lives, the more backups, laptops, logs and former colleagues know it, and a leak that nobody noticed ends on the day on which the key is replaced.',
  advice: [
    'Make a new key (Ed25519, with an IP list and only the rights that the bot needs), let the bot use it, then delete the old one in Binance’s API Management.',
    'Write the new date into the file, and put the next one into your calendar: bnguard keys due tells it from bnguard.keys.yaml.',
  ],
  references: [
    'https://developers.binance.com/docs/wallet/account/api-key-permission',
    'https://www.binance.com/en/my/settings/api-management',
  ],
  mayFind: mayDateKey,
  *look({ settings, document }) {
    // The inventory is judged as a whole: inventory-mismatch.
    if (/(?:^|\/)bnguard\.keys\.ya?ml$/.test(document.path)) return;
    const dated = settings.filter(
      ({ name, path }) =>
        madeName.test(name) || (ownName.test(name) && !otherDay.test(name) && !isOfOtherThing(path.at(-1) ?? '')),
    );
    if (dated.length === 0) return;
    const companyOf = companies(settings);
    for (const setting of dated) {
      const risk = riskOf(setting, companyOf(setting));
      if (risk) yield risk;
    }
  },
  examples: {
    leaks: [
      {
        path: 'ops/key.json',
        text: '{\n  "ipRestrict": true,\n  "createTime": «1698710400000»,\n  "enableReading": true,\n  "enableSpotAndMarginTrading": true\n}',
      },
      {
        path: 'keys.yaml',
        text: 'binance:\n  keys:\n    - name: grid\n      created: «2025-03-01»\n      permissions: [read, trade]\n    - name: dca\n      created: 2026-11-01\n      permissions: [read, trade]',
      },
      { path: '.env', text: 'BINANCE_API_KEY_CREATED=«2025-11-22»' },
      {
        path: 'keys.toml',
        text: '[[binance.api_keys]]\nlabel = "grid"\ncreated_at = 2024-02-01\nrotated_at = «2026-05-01T08:00:00Z»',
      },
      {
        path: 'keys.py',
        text: '# Binance\nKEYS = [{"label": "grid", "api_key": load("grid"), "created_at": «1735689600», "ips": ["8.8.4.4"]}]',
      },
    ],
    clean: [
      { path: 'ops/key.json', text: '{ "ipRestrict": true, "createTime": 1794960000000, "enableReading": true }' },
      {
        path: 'orders.json',
        text: '{ "source": "https://api.binance.com", "data": [{ "orderNumber": "20219", "asset": "BUSD", "createTime": 1619361369000 }] }',
      },
      {
        path: 'users.json',
        text: '{ "exchange": "binance", "users": [{ "email": "a@example.org", "apiKey": "", "createdAt": "2023-01-01" }] }',
      },
      {
        path: 'keys.yaml',
        text: 'binance:\n  keys:\n    - name: grid\n      created: 2024-03-01\n      rotated: 2026-10-30\n      permissions: [read, trade]',
      },
      {
        path: 'types.ts',
        text: "import { Spot } from '@binance/connector';\ninterface K { createTime: number; ipRestrict: boolean }",
      },
      {
        path: 'tests/fixtures/key.json',
        text: '{ "ipRestrict": true, "createTime": 1698710400000, "enableReading": true }',
      },
      {
        path: '.env',
        text: 'BINANCE_KEY_ROTATION_DUE=2025-11-22\nSSH_KEY_CREATED=2020-01-01\nREDIS_KEY_CREATED=2020-01-01\nDATABASE_KEY_ROTATED_AT=2020-01-01',
      },
    ],
    missed: [
      {
        path: 'bot.py',
        text: 'import binance\nKEY_CREATED = datetime(2024, 1, 1)',
        because: 'a date that a call puts together is not computed',
      },
      {
        path: '.env',
        text: '# Binance key, made on 2024-01-01\nBINANCE_API_KEY=',
        because: 'prose in comments is not read',
      },
    ],
  },
};

const anyDated = new RegExp(dated.source, 'gi');
const assigned = /^["'`\]]{0,3}\s{0,8}:?=(?!>)/;
/** How a value is joined to a name by a call. */
const joint = /["'`\\]{0,3}\s{0,20}[(,]/y;
/** The fields of `restriction` and `keyField` as programs write them, and what a mapping of keys is called. */
const besideDate = new RegExp(
  [
    ...['ip restrict', 'permits universal', 'trading authority', 'access key', 'secret key', 'api (?:key|secret)'],
    ...['enable (?:withdraw|internal|vanilla|fix|spot|portfolio|reading|margin|futures|trading)'],
    ...['can (?:margin|futures|vanilla|fix|trade)', 'key (?:type|alias|label)', '(?:futures|margin) trade'],
  ]
    .join('|')
    .replaceAll(' ', '[-_ ]?'),
  'i',
);
const aboveDate = /key|credential/i;
/** A builder's steps lie so near. */
const builderReach = 1500;
const longestField = 40;
/** What stands beside a date stands in the same brackets; of longer ones nothing is told. */
const longestEntry = 6000;
/** So far before a bracket its name may begin, and so many brackets may lie between a date and the name of its mapping. */
const [nameReach, levels] = [600, 6];

/** Whether a date stands in a program under a name of its own, or beside what a key has. */
function mayDateKey({ text, tokens }: Unread): boolean {
  let around: Int32Array | undefined;
  let lookedTo = 0;
  const isSeen = new Set<number>();
  for (const { index } of text.matchAll(anyDated)) {
    const span = nameAt(text, index);
    const name = text.slice(span.start, span.end);
    const words = /[\w .-]*$/.exec(text.slice(Math.max(0, index - longestField), index))?.[0] ?? '';
    if (ownName.test(folded(words + text.slice(index, span.end)))) return true;
    if (!madeName.test(folded(name)) && !madeName.test(folded(name.slice(name.lastIndexOf('.') + 1)))) continue;
    // `.created("2024-01-01")`, `put("created", …)`: what is beside it are other steps.
    joint.lastIndex = span.end;
    if (joint.test(text)) {
      const from = Math.max(0, index - builderReach, lookedTo - longestField);
      lookedTo = index + builderReach;
      if (besideDate.test(text.slice(from, lookedTo))) return true;
    }
    const { start, length, match, end } = tokens();
    around ??= bracketsAround(tokens());
    const at = countBefore(length, (one) => start[one]! <= index) - 1;
    // In a comment nothing is read.
    if (at < 0 || end[at]! <= index) continue;
    let open = around[at]!;
    // What is assigned has nothing beside it.
    if (isSeen.has(open) || (open < 0 && assigned.test(text.slice(span.end, span.end + longestField)))) continue;
    isSeen.add(open);
    const [from, to] = open < 0 ? [0, text.length] : [start[open]!, end[match[open]!]!];
    // What is as long is read.
    if ((open >= 0 && to - from > longestEntry) || besideDate.test(text.slice(from, to))) return true;
    for (let level = 0; level < levels && open >= 0; level += 1) {
      if (aboveDate.test(text.slice(Math.max(0, start[open]! - nameReach), start[open]))) return true;
      open = around[open]!;
    }
  }
  return false;
}

function riskOf(setting: Setting, company: Company): Risk | undefined {
  const { value, name, path, span } = setting;
  const since = value.kind === 'text' || value.kind === 'scalar' ? dateOf(value.text) : undefined;
  if (since === undefined) return undefined;
  const isRotation = rotation.test(name);
  if (!isRotation && company.rotated) return undefined;
  const isOwn = ownName.test(name);
  if (!isOwn && !company.restriction && !isKeyEntry(path, company)) return undefined;
  return {
    ...{ span, since, name: path.join('.') },
    message: `A key that was ${isRotation ? 'last renewed' : 'made'} on ${since.slice(0, 10)}`,
    ...(company.restriction
      ? { clues: [clue('binance-setting', 'beside it stand fields of Binance’s apiRestrictions')] }
      : { confidence: 'likely' as const }),
  };
}

/** Whether what stands beside the date, or what it stands in, is a key. */
function isKeyEntry(path: readonly string[], { key, rights, other, person }: Company): boolean {
  if (other || (person && !rights)) return false;
  const steps = path.slice(0, -1).filter((step) => !/^\d*$/.test(step));
  const near = steps.slice(-2).map(folded);
  if (near.some((step) => otherDay.test(step))) return false;
  if (near.some((step) => /(?:api|trading|access|binance)keys?$/.test(step))) return true;
  return key || (rights && near.some((step) => /^(?:keys?|credentials?|keyring|keyinventory)$/.test(step)));
}

/** What stands beside each setting, in its own mapping and in those below it. */
function companies(settings: readonly Setting[]): (setting: Setting) => Company {
  const known = new Map<string, Company>();
  const at = (place: string): Company => {
    let company = known.get(place);
    if (!company) known.set(place, (company = { ...alone }));
    return company;
  };
  for (const setting of settings) {
    if (setting.via === 'assign') continue;
    const { path } = setting;
    // Of a list such as `permissions: [read]` each item has the list’s name.
    if (/^\d+$/.test(path.at(-1) ?? '')) note(at(belowKey(path.slice(0, -2))), setting.name, true);
    else {
      note(at(besideKey(setting)), setting.name);
      if (isRenewal(setting)) at(besideKey(setting)).rotated = true;
      if (path.length > 1) for (const step of path.slice(-2)) note(at(belowKey(path.slice(0, -2))), folded(step), true);
    }
  }
  return (setting) => {
    if (setting.via === 'assign') return alone;
    const beside = known.get(besideKey(setting)) ?? alone;
    const below = known.get(belowKey(setting.path.slice(0, -1))) ?? alone;
    return Object.fromEntries(
      Object.keys(alone).map((one) => [one, beside[one as keyof Company] || below[one as keyof Company]]),
    ) as unknown as Company;
  };
}

const besideKey = ({ container, path }: Setting): string => `${String(container)}\0${path.slice(0, -1).join('\0')}`;
const belowKey = (path: readonly string[]): string => `below\0${path.join('\0')}`;

/** @param isBelow in a mapping within the entry: only rights speak of the entry too */
function note(company: Company, name: string, isBelow = false): void {
  company.restriction ||= restriction.test(name);
  company.rights ||= rightsField.test(name);
  if (isBelow) return;
  company.key ||= keyField.test(name);
  company.other ||= otherField.test(name);
  company.person ||= personField.test(name);
}

function isRenewal({ name, value }: Setting): boolean {
  if (!rotation.test(name) || !madeName.test(name)) return false;
  return (value.kind === 'text' || value.kind === 'scalar') && dateOf(value.text) !== undefined;
}
