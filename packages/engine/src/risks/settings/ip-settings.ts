/** What a setting of an IP list says: none, or which addresses. Whether these are any good is ip-list.ts’s question. */
import { languages } from '../../read/languages.ts';
import { toldByPath } from '../../clues/surroundings.ts';
import { sourceSpan } from '../../read/pieces.ts';
import type { Setting, Span, Subject, Value } from '../../types.ts';
import { callsWithin } from '../calls/calls.ts';
import { isAddress } from './ip-list.ts';
import { calledOf, longestList, partsOf, switched, wordOf } from './values.ts';

/** An IP restriction as one setting tells it. */
export interface IpSetting {
  readonly called: string;
  /** Of the whole value. */
  readonly span: Span;
  /** `off`: it says that there is none. */
  readonly state: 'off' | 'on';
  readonly entries: readonly { readonly text: string; readonly span: Span }[];
  /** The whole list in characters, where it is one text. */
  readonly length: number;
}

export const ipSwitch: RegExp =
  /(?:iprestrict(?:ed|ion|ions)?|restrict(?:ed)?(?:to)?ips?|ip(?:white|allow)list(?:ed|enabled)|enableip(?:white|allow)list|iprestrictionenabled|ipaccess(?:restrict(?:ed|ion))?)$/;
/** The contrary: on, it leaves the key open. */
export const ipOpen: RegExp =
  /(?:allow|accept|permit)(?:any|all)ips?$|unrestrictedips?$|ip(?:is)?unrestricted$|(?:any|all)ips?(?:allowed|accepted)$/;
export const ipList: RegExp =
  /(?:(?:white|allow)list(?:ed)?ips?|ips?(?:white|allow)list(?:ed)?|(?:trusted|allow(?:ed)?|authori[sz]ed|approved|accepted|restricted|(?<!in|out)bound|permitted)ip(?:s|address|addresses|list)?|iplist|ipsallowed|ipallow(?:ed)?|accessips?|(?:key|binance)ips)$/;
export const ipBare: RegExp = /^(?:ips?|ipaddress(?:es)?|ipaddrs?|whitelist|allowlist|iprestrictions?)$/;
/** The address of a machine, or of a request, as well as a list: that it is a key’s must be told by what stands beside it. */
export const ipOfOne: RegExp = /^ip(?:addr(?:ess)?)?$/;

const typeArgument = String.raw`(?:<[^<>()\n]{0,60}>|\[\w{1,40}\])`;
const nothing = String.raw`(?:\[\s*0?\s*\]|\(\s*0?\s*\)|\{\s*\})`;
const collection = String.raw`(?:(?:mutable|immutable|array|linked|hash|tree|frozen|unmodifiable)?_?(?:list|set|array|vec(?:tor)?|seq|sequence|slice|collection)(?:_?of)?|tuple|of|empty_?(?:list|set|array)?)`;
/** A list with nothing in it, in the languages that do not write `[]`, up to where the expression ends. */
const emptySource = new RegExp(
  [
    '(?:new\\s+|const\\s+|&(?:mut\\s+)?)?(?:',
    [
      nothing,
      'new\\(\\)',
      '%[wWiI](?:\\[\\s*\\]|\\(\\s*\\)|\\{\\s*\\})',
      // `List.of()`, `new String[] {}`, `HashSet::new()`, `vec![]`, `List.empty[String]`
      `(?:[A-Za-z_]\\w{0,40}(?:\\.|::)){0,4}${collection}!?${typeArgument}?(?:(?:\\.|::)(?:new|empty|of))?${typeArgument}?\\s*(?:\\(\\s*0?\\s*\\)|\\{\\s*\\})`,
      // `string[]` without `new` is a type.
      `vec!\\[\\s*\\]|new\\s+[\\w.]{1,60}${typeArgument}?\\s*\\[\\s*0?\\s*\\](?:\\s*\\{\\s*\\})?`,
      'List\\.empty\\[\\w{1,40}\\]',
      // `[]string{}`, `[]string(nil)`, `make([]string, 0)`, `[String]()`, `<String>[]`
      '(?:\\[\\s*\\])?\\s*(?:string|net\\.IP)\\s*(?:\\{\\s*\\}|\\(\\s*nil\\s*\\))',
      'make\\(\\s*\\[\\][\\w.]{1,40}\\s*,\\s*0\\s*(?:,\\s*\\d+\\s*)?\\)',
      '\\[\\w{1,40}\\]\\(\\s*\\)',
      '<\\w{1,40}>\\s*\\[\\s*\\]',
      // `Object.freeze([])`, `toset([])`
      '(?:[A-Za-z_]\\w{0,20}\\.)?(?:freeze|to_?set|to_?list|set|list|tuple|frozenset|array)\\(\\s*(?:\\[\\s*\\]|\\(\\s*\\)|\\{\\s*\\})\\s*\\)',
      'nil|null|none|undefined|~',
    ].join('|'),
    ')(?:\\s+as\\s+[\\w<>[\\]. ]{1,60})?(?:\\.(?:freeze|to_vec\\(\\)|into\\(\\)))?(?=\\s*(?:[;,)\\]}\\n#]|//|$))',
  ].join(''),
  'iy',
);
const anyone =
  /^(?:\*|\[\s*\]|\{\s*\}|any|all|none|no|false|off|unrestricted|disabled|open|public|everyone|everywhere|anywhere|0|null|nil|undefined|~)?$/i;

/** @param list the settings of one name in a group; @param hasRights whether a right is given beside them */
export function ipSettingOf(list: readonly Setting[], hasRights: boolean, subject: Subject): IpSetting[] {
  const { text } = subject.document;
  // `trustedIps: Array<String> = …` has its type first.
  const named = list.find(
    ({ path, span }) =>
      !/^\d+$/.test(path.at(-1) ?? '') && !/^\??\s{0,9}=(?![=>])/.test(text.slice(span.end, span.end + 12)),
  );
  const whole = named && { ...named, span: withBrackets(named.span, text) };
  // Elements of XML, and steps of a builder.
  const isRepeated =
    list.length > 1 &&
    (subject.reading.language === 'xml' || list.every(({ value }) => value.kind === 'text' && isAddress(value.text)));
  const items = list.filter(
    ({ path, value }) => (isRepeated || /^\d+$/.test(path.at(-1) ?? '')) && value.kind === 'text',
  );
  const [first = whole] = list;
  if (!first) return [];
  const called = calledOf(first);
  const isSwitch = ipSwitch.test(first.name);
  if (ipOpen.test(first.name)) {
    return switched(first.value) === 'on' ? [{ called, span: first.span, state: 'off', entries: [], length: 0 }] : [];
  }
  const source = whole ? text.slice(whole.span.start, whole.span.end) : '';
  const off = (span: Span): IpSetting[] =>
    isFilledLater(first, subject) ? [] : [{ called, span, state: 'off', entries: [], length: 0 }];
  if (items.length === 0 && whole) {
    const { value, span } = whole;
    const word = wordOf(value)?.trim();
    // A field of a record that is filled elsewhere says nothing.
    if (value.kind === 'list' && value.items.length === 0) return off(span);
    if (value.kind !== 'text' && value.kind !== 'scalar') {
      emptySource.lastIndex = span.start;
      if (emptySource.test(text)) return off({ start: span.start, end: emptySource.lastIndex });
    }
    const inCall = value.kind === 'ref' ? literalsOfCall(span, text) : [];
    if (inCall.some((one) => isAddressLike(one.text)))
      return [{ called, span, state: 'on', entries: inCall, length: 0 }];
    const inSource = value.kind === 'text' || word !== undefined ? [] : literalsIn(source, span.start);
    if (value.kind === 'ref' && word === undefined && inSource.length === 0) return [];
    if (word !== undefined && (anyone.test(word) || (isSwitch && switched(value) === 'off'))) {
      // A blank in a template, and a name with nothing behind it, wait for a value.
      const isBlank = /^(?:none|null|nil|undefined)?$/i.test(word);
      const waits =
        (word === '' &&
          (span.start === span.end || value.kind === 'scalar' || toldByPath(subject.document.path).sample)) ||
        (isBlank && !hasRights && ipOfOne.test(first.name));
      return waits ? [] : off(span);
    }
    if (isSwitch) return switched(value) === 'on' ? [{ called, span, state: 'on', entries: [], length: 0 }] : [];
    const told =
      value.kind === 'text'
        ? wordsIn(value, span)
        : word !== undefined && isAddress(word)
          ? [{ text: word, span }]
          : argumentsIn(whole, subject);
    const entries = told.length > 0 ? told : inSource;
    if (entries.length === 0 || !entries.some(({ text }) => isAddressLike(text))) return [];
    return [{ called, span, state: 'on', entries, length: word?.length ?? 0 }];
  }
  const entries = items.flatMap(({ value, span }) => (value.kind === 'text' ? wordsIn(value, span) : []));
  const [only] = entries;
  if (entries.length === 1 && only && anyone.test(only.text)) return off(only.span);
  if (!entries.some(({ text }) => isAddressLike(text))) return [];
  const start = whole?.span.start ?? items[0]?.container ?? 0;
  const span = whole?.span ?? { start, end: Math.max(items.at(-1)?.span.end ?? start, start) };
  return [{ called, span, state: 'on', entries, length: 0 }];
}

const longestFilling = 5000;

/** `ips = []` and then `ips.append(…)`: what a program collects is told only when it runs. */
function isFilledLater({ via, path, span }: Setting, { document: { text }, reading: { language } }: Subject): boolean {
  const name = path.at(-1) ?? '';
  if (via !== 'assign' || !(language in languages) || language === 'shell' || !/^[$@\w]+$/.test(name)) return false;
  const rest = text.slice(span.end, span.end + longestFilling);
  return new RegExp(
    String.raw`(?<![\w.])[$@]?${name.replace(/[$@]/g, '')}\s{0,9}(?:\.\s{0,9}(?:push|append|add|extend|insert|concat|unshift|update|emplace)\w{0,8}\s{0,9}[(<]|\+=|<<|\[[^\]\n]{0,40}\]\s{0,9}=(?!=)|:?=(?![=>~]))`,
    'i',
  ).test(rest);
}

/** `[]string{…}` of Go begins with its brackets, `%w[…]` of Ruby with its sign, `new …` with its word. */
function withBrackets({ start, end }: Span, text: string): Span {
  if (text.slice(start - 4, start) === 'new ') return { start: start - 4, end };
  if (text.slice(start - 3, start) === '[].') return { start: start - 3, end };
  if (text.charAt(start - 1) === '<' && /^>\s*\[/.test(text.slice(end, end + 4))) return { start: start - 1, end };
  const lead = text.slice(start - 2, start);
  return { start: lead === '[]' ? start - 2 : /%$/.test(lead) ? start - 1 : start, end };
}

/** Whether it is written as an address, a range or a host name is. */
export function isAddressLike(text: string): boolean {
  return (
    isAddress(text.split('/')[0] ?? '') ||
    /^(?:\d{1,3}|\*)(?:\.(?:\d{1,3}|\*)){3}/.test(text) ||
    /^localhost$|\.[a-z]{2,}$/i.test(text)
  );
}

/** A list that no reader takes for one: `vec!["…".into(), "…".into()]`, `%w[… …]`. */
const listInSource = /^&?(?:vec!\s*[[(]|%[wWiI][[({]|new\s+[\w<>]+(?:\[\])?\s*\{|\[|\{)/;

function literalsIn(source: string, start: number): IpSetting['entries'] {
  const open = source.length <= longestList ? listInSource.exec(source) : null;
  if (!open) return [];
  const items = open[0].startsWith('%') ? /[^\s[\](){}]+/g : /(["'])[^"'\n]{1,80}\1/g;
  return [...source.slice(open[0].length).matchAll(items)].map(({ 0: item, index }) => {
    const at = start + open[0].length + index;
    return { text: item.replace(/^["']|["']$/g, ''), span: { start: at, end: at + item.length } };
  });
}

/** `new HashSet<>(Arrays.asList("…", "…"))`, of which readers know the name alone. */
function literalsOfCall({ start, end }: Span, text: string): IpSetting['entries'] {
  const rest = text.slice(end, end + longestList);
  const open = /^(?:<[^<>()]{0,60}>)?\(/.exec(rest)?.[0].length;
  if (open === undefined) return [];
  let level = 1;
  let at = open;
  for (; at < rest.length && level > 0; at += 1)
    level += rest.charAt(at) === '(' ? 1 : rest.charAt(at) === ')' ? -1 : 0;
  return literalsIn(`[${text.slice(start, end + at)}`, start - 1);
}

/** `["52.1.1.1", "52.1.1.2"]` in a format without lists: each with its quotes. */
function quotedIn(text: string): ReturnType<typeof partsOf> {
  return [...text.matchAll(/"[^"\n]*"|'[^'\n]*'|[^\s,;|[\](){}]+/g)].map(({ 0: whole, index }) => ({
    text: whole.replace(/^["']|["']$/g, ''),
    start: index,
    end: index + whole.length,
  }));
}

/** The entries of one text: an only one with its quotes, several without. */
function wordsIn(value: Extract<Value, { kind: 'text' }>, span: Span): IpSetting['entries'] {
  const parts = /^\s*\[.*[,"']/.test(value.text) ? quotedIn(value.text) : partsOf(value.text);
  if (parts.length === 1 && parts[0]!.text === value.text.trim()) return [{ text: parts[0]!.text, span }];
  return parts.map(({ text, start, end }) => ({ text, span: sourceSpan(value, { start, end }) }));
}

/** A list is made by one call, or by one for each entry. */
const mostCalls = 1000;

/** `List.of("…", "…")`, `[]string{"…"}`: the texts of the call that the value is. */
function argumentsIn({ span }: Setting, { reading }: Subject): IpSetting['entries'] {
  return callsWithin(reading, span, mostCalls)
    .flatMap(({ args }) => args)
    .flatMap(({ value, span: at }) => (value.kind === 'text' ? wordsIn(value, at) : []));
}

const longestGiven = 600;

/** The addresses that a request is given, each where it stands: of a text, and of texts that are joined there. */
export function entriesGiven(value: Value, span: Span, text: string): IpSetting['entries'] {
  if (value.kind === 'text' && value.pieces.length > 0) return wordsIn(value, span);
  const source = text.slice(span.start, Math.min(span.end, span.start + longestGiven));
  if (value.kind !== 'text') return literalsIn(`[${source}`, span.start - 1);
  const at = span.start + source.indexOf(value.text);
  const parts = partsOf(value.text);
  if (parts.length === 1) return [{ text: parts[0]!.text, span }];
  return parts.map(({ text: entry, start, end }) => ({ text: entry, span: { start: at + start, end: at + end } }));
}
