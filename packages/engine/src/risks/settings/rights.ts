/** Names of rights, in every style of writing, and the lists that they stand in: `enableWithdrawals`, `permissions: [read, withdraw]`. */
import { sourceSpan } from '../../read/pieces.ts';
import { addToGroup } from '../../grouped.ts';
import { folded } from '../subject.ts';
import type { Setting, Span } from '../../types.ts';
import { calledOf, longestList, partsOf } from './values.ts';

export type Right = 'read' | 'trade' | 'margin' | 'futures' | 'options' | 'transfer' | 'withdraw';

/** A right that is given, where it is written. */
export interface Grant {
  readonly right: Right;
  /** How people call it, for messages: the setting’s own path. */
  readonly called: string;
  readonly span: Span;
}

// ---------------------------------------------------------------------------------------------------------------
// Names, folded: lower case, letters and digits alone

const giving = '(?:enable|allow|permit|grant)(?:s|d|ed)?';
const withdrawing = 'withdraw(?:al)?s?';
/** Of their own enough, whatever stands beside them. */
export const strong: readonly (readonly [Right, RegExp])[] = [
  [
    'withdraw',
    new RegExp(`${giving}${withdrawing}$|(?<!can)${withdrawing}(?:enabled|allowed|permitted|permissions?|rights?)$`),
  ],
  [
    'transfer',
    new RegExp(
      `(?:permits?|${giving}|can)(?:universal|internal|funds?|asset)?transfers?$|(?:universal|internal|funds)transfers?(?:enabled|allowed)?$`,
    ),
  ],
  ['margin', new RegExp(`${giving}margin(?:trading|loan)?$`)],
  ['futures', new RegExp(`${giving}futures?(?:trading)?$`)],
  ['options', new RegExp(`${giving}(?:vanilla|european)?options?(?:trading)?$`)],
  ['trade', new RegExp(`${giving}(?:spot(?:andmargin)?|portfoliomargin|fixapi)?trad(?:e|ing)$|${giving}spot$`)],
  ['read', new RegExp(`${giving}(?:read(?:ing|only)?|fixreadonly)$`)],
];
/** Rights by their bare names, where something else says that a key’s rights are told. */
export const bare: readonly (readonly [Right, RegExp])[] = [
  ['withdraw', /^withdraw(?:al)?s?$/],
  ['transfer', /^(?:universal|internal|funds?)?transfers?$/],
  ['margin', /^margin(?:trading)?$/],
  ['futures', /^(?:usdm|coinm|um|cm)?futures?(?:trading)?$|^delivery$/],
  ['options', /^(?:vanilla|european)?options?(?:trading)?$/],
  ['trade', /^(?:spot|trad(?:e|ing)|spottrading|spotandmargintrading)$/],
  ['read', /^(?:read(?:ing|only)?|view|info)$/],
];
/** What the rights of a key stand under. */
export const permissionStep: RegExp =
  /^(?:api|key|apikey)?(?:permissions?|perms?|rights?|scopes?|capabilities|grants?|restrictions?|access|privileges?)$/;
export const listOfRights: RegExp = /(?:permissions?|perms|rights?|scopes?|capabilities|privileges?|grants)$/;

const enumOfRights = /\b\w*(?:Permission|Right|Scope|Privilege)s?(?:\.|::)(\w+)/g;

/** By its name, by that of what it stands in, or by the enumeration that its items are of. */
export function isListOfRights({ name, path, value, span }: Setting, text: string): boolean {
  if (listOfRights.test(name)) return true;
  // An item of a list in a mapping of that name: `PERMISSIONS = {"grid": ["read", "withdraw"]}`.
  if (value.kind === 'text' && /^\d+$/.test(path.at(-1) ?? '')) return listOfRights.test(folded(path.at(-3) ?? ''));
  if (value.kind === 'text' || value.kind === 'scalar' || span.end - span.start > longestList) return false;
  const source = text.slice(span.start, span.end);
  if (listOfRights.test(folded(path.at(-2) ?? '')) && /^(?:\[|\{\s*["'])/.test(source)) return true;
  const rights = new Set([...source.matchAll(enumOfRights)].map(([, word]) => rightOf(word!)));
  // A mapping of several lists is read by its lists.
  return rights.size >= 2 && !/^\{/.test(source);
}
/** What all settings of one name in a group say together. */
export interface Listed {
  readonly rights: ReadonlySet<Right>;
  /** All words. */
  readonly items: number;
  /** Steps of the longest path. */
  readonly deepest: number;
}

export function listsByName(settings: readonly Setting[], text: string): (name: string) => Listed {
  let byName: Map<string, Setting[]> | undefined;
  const known = new Map<string, Listed>();
  return (name) => {
    let listed = known.get(name);
    if (listed) return listed;
    if (!byName) {
      byName = new Map();
      for (const setting of settings) addToGroup(byName, setting.name, setting);
    }
    const rights = new Set<Right>();
    let deepest = 0;
    let items = 0;
    for (const setting of byName.get(name) ?? []) {
      deepest = Math.max(deepest, setting.path.length);
      for (const word of wordsOf(setting, text)) {
        items += 1;
        const right = rightOf(word.text);
        if (right) rights.add(right);
      }
    }
    known.set(name, (listed = { rights, items, deepest }));
    return listed;
  };
}
/** `permissions: [read, withdraw]`, `"read,withdraw"`, `listOf(Right.READ)`. */
export function listedGrants(
  setting: Setting,
  { rights, items, deepest }: Listed,
  isKeys: boolean,
  text: string,
): Grant[] {
  const { value, path } = setting;
  // Of a list whose items stand by themselves, these are heard.
  if (deepest > path.length || isVocabulary(setting, items, text)) return [];
  // One word that is a right may be anybody’s; a second one, or a key beside it, makes it a key’s.
  if (rights.size < 2 && !isKeys) return [];
  const words = wordsOf(setting, text);
  return words.flatMap(({ text: word, start, end }) => {
    const right = rightOf(word);
    if (!right) return [];
    const inSource = value.kind !== 'text' ? { start, end } : sourceSpan(value, { start, end });
    return [
      { right, called: calledOf(setting), span: value.kind === 'text' && words.length === 1 ? setting.span : inSource },
    ];
  });
}

/** More items than a key has rights: the words that a program knows. */
const mostRights = 8;

/** `const permissions = ['read', 'withdraw'] as const`: what there is, not what is given. */
function isVocabulary({ path, span }: Setting, items: number, text: string): boolean {
  if (items > mostRights) return true;
  if (
    /known|max(?:imum)?(?:perm|right|scope)|valid|supported|available|choices|allpermissions|vocabulary/.test(
      folded(path.join('.')),
    )
  )
    return true;
  return /^[^;\n]{0,200}\]\s*(?:as const|satisfies\b)/.test(text.slice(span.end - 1, span.end + 220));
}
const longestText = 300;

/** The words of a text, by their places in it; of a list in source, the texts and names there, by theirs in the source. */
function wordsOf({ value, span }: Setting, text: string): ReturnType<typeof partsOf> {
  if (value.kind === 'text') {
    const words = value.text.length <= longestText ? partsOf(value.text) : [];
    return isSentence(words, value.text) ? [] : words;
  }
  if (value.kind === 'scalar' || span.end - span.start > longestList) return [];
  // A mapping has entries of its own, that say which right is given and which is not.
  if (/\b(?:true|false)\b|^\{[^}]*[:=]/i.test(text.slice(span.start, span.end))) return [];
  const found = text
    .slice(span.start, span.end)
    .matchAll(/(["'])([\w .-]{1,60})\1|(?<![\w:]):[A-Za-z_]\w*|[A-Za-z_][\w.:]*/g);
  return [...found].map((match) => {
    const start = span.start + match.index;
    return { text: match[2] ?? match[0].split(/[.:]+/).at(-1)!, start, end: start + match[0].length };
  });
}

/** `Leave “Enable Withdrawals” off: the bot never withdraws.` Few of its words are rights, and blanks part them. */
function isSentence(words: ReturnType<typeof partsOf>, text: string): boolean {
  if (words.length < 5 || !/\w\s+\w+\s+\w/.test(text)) return false;
  return words.filter(({ text: word }) => rightOf(word) !== undefined).length * 2 < words.length;
}

function rightOf(word: string): Right | undefined {
  const name = folded(word).replace(/^(?:api|key)?(?:perm(?:ission)?s?|rights?|scopes?)(?=.)/, '');
  return rightNamed(name, strong) ?? rightNamed(name, bare);
}

export function rightNamed(name: string, rights: typeof strong): Right | undefined {
  return rights.find(([, pattern]) => pattern.test(name))?.[0];
}
