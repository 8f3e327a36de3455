/** What a setting of an IP list says: none, or which addresses. Whether these are any good is ip-list.ts’s question. */
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
  /(?:iprestrict(?:ed|ion|ions)?|restrict(?:ed)?(?:to)?ips?|ip(?:white|allow)list(?:ed|enabled)|enableip(?:white|allow)list|iprestrictionenabled)$/;
export const ipList: RegExp =
  /(?:(?:white|allow)list(?:ed)?ips?|ips?(?:white|allow)list(?:ed)?|(?:trusted|allowed|restricted|bound|permitted)ip(?:s|address|addresses|list)?|iplist|ipsallowed|ipallowed|accessips?)$/;
export const ipBare: RegExp = /^(?:ips?|ipaddress(?:es)?|ipaddrs?|whitelist|allowlist|iprestrictions?)$/;
/** The address of a machine, or of a request, as well as a list: blank it is a field that nobody filled in. */
const ipOfOne = /^ip(?:addr(?:ess)?)?$/;

/** A list with nothing in it, in the languages that do not write `[]`. */
const emptySource =
  /^(?:new\s+)?(?:[\w.:]*(?:list|set|array|vec|sequence|slice|of|empty)\w*!?(?:<[^<>()]{0,60}>|\[\w*\])?)?\s*(?:(?:::|\.)(?:new|empty|of))?\s*(?:\[\s*\]|\(\s*\)|\{\s*\})(?:\s+as\s+[\w<>[\]]+)?$|^(?:\[\s*\])?\s*(?:string|net\.IP)\s*\{\s*\}$|^(?:nil|null|none|undefined)$/i;
const anyone = /^(?:\*|any|all|none|no|false|off|unrestricted|disabled|0)?$/i;

export function ipSettingOf(list: readonly Setting[], subject: Subject): IpSetting[] {
  const { text } = subject.document;
  const named = list.find(({ path }) => !/^\d+$/.test(path.at(-1) ?? ''));
  const whole = named && { ...named, span: withBrackets(named.span, text) };
  const items = list.filter(({ path, value }) => /^\d+$/.test(path.at(-1) ?? '') && value.kind === 'text');
  const [first = whole] = list;
  if (!first) return [];
  const called = calledOf(first);
  const isSwitch = ipSwitch.test(first.name);
  const source = whole ? text.slice(whole.span.start, whole.span.end) : '';
  const off = (span: Span): IpSetting[] => [{ called, span, state: 'off', entries: [], length: 0 }];
  if (items.length === 0 && whole) {
    const { value, span } = whole;
    const word = wordOf(value)?.trim();
    // A field of a record that is filled elsewhere says nothing.
    if (value.kind === 'list' && value.items.length === 0) return off(span);
    if ((value.kind === 'unknown' || value.kind === 'ref') && source.length < 120 && emptySource.test(source.trim())) {
      return off(span);
    }
    const inSource = value.kind === 'text' || word !== undefined ? [] : literalsIn(source, span.start);
    if (value.kind === 'ref' && word === undefined && inSource.length === 0) return [];
    if (word !== undefined && (anyone.test(word) || (isSwitch && switched(value) === 'off'))) {
      // A blank in a template, and a bare key in YAML, wait for a value.
      const isBlank = /^(?:none|null|nil|undefined)?$/i.test(word);
      const waits =
        (word === '' && (value.kind === 'scalar' || toldByPath(subject.document.path).sample)) ||
        (isBlank && ipOfOne.test(first.name));
      return waits ? [] : off(span);
    }
    if (isSwitch) return switched(value) === 'on' ? [{ called, span, state: 'on', entries: [], length: 0 }] : [];
    const told = value.kind === 'text' ? wordsIn(value, span) : argumentsIn(whole, subject);
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

/** `[]string{…}` of Go begins with its brackets, `%w[…]` of Ruby with its sign. */
function withBrackets({ start, end }: Span, text: string): Span {
  const lead = text.slice(start - 2, start);
  return { start: lead === '[]' ? start - 2 : /%$/.test(lead) ? start - 1 : start, end };
}

function isAddressLike(text: string): boolean {
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

/** The entries of one text: an only one with its quotes, several without. */
function wordsIn(value: Extract<Value, { kind: 'text' }>, span: Span): IpSetting['entries'] {
  const parts = partsOf(value.text);
  if (parts.length === 1) return [{ text: parts[0]!.text, span }];
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
