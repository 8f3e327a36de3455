/**
 * Values that get another name on their way: as an argument that a function calls `key`, as the third field of a
 * record, as what a loop takes from each row of a list. Each such name is a binding of its own.
 */
import type { Binding, Call, TextValue } from '../../types.ts';
import type { Run } from './run.ts';
import { parametersOf } from './parameters.ts';
import type { Tokens } from './tokens.ts';

/** A text that could be a credential. */
const longValue = 60;
/** More functions than this are not looked for in one text. */
const maxCallees = 40;
const maxHandedOn = 2000;
const maxLoops = 60;

interface Loop {
  /** The list that is looped over; undefined where it stands in the loop's head, after `end`. */
  readonly list: string | undefined;
  readonly end: number;
  readonly names: readonly string[];
}

/** The bindings of texts to the names that functions, records and loops have for them. */
export function handedOn({ tokens, language, bindings, calls }: Run): Binding[] {
  // Prose declares nothing.
  if (language.name === 'text') return [];
  return [...toParameters(tokens, calls, language.nameFirst === true), ...toLoops(tokens.text, bindings)];
}

/** A text is read several times, as more of it turns out to be worth it: what its functions take is looked for once. */
const signatures = new WeakMap<Tokens, Map<string, readonly string[]>>();

function signatureIn(tokens: Tokens, owner: string, nameFirst: boolean): readonly string[] {
  let known = signatures.get(tokens);
  if (!known) signatures.set(tokens, (known = new Map<string, readonly string[]>()));
  let names = known.get(owner);
  if (!names) known.set(owner, (names = parametersOf(tokens.text, owner, nameFirst)));
  return names;
}

function toParameters(tokens: Tokens, calls: readonly Call[], nameFirst: boolean): Binding[] {
  const found: Binding[] = [];
  const known = new Map<string, readonly string[]>();
  for (const { callee, args } of calls) {
    const name = callee.at(-1) ?? '';
    const owner = name === 'new' ? (callee.at(-2) ?? '') : name;
    if (!/^[A-Za-z_]\w+$/.test(owner)) continue;
    for (const arg of args) {
      const [step = ''] = arg.path;
      if (arg.path.length !== 1 || !/^\d{1,2}$/.test(step) || !(isLong(arg.value) || arg.value.kind === 'ref'))
        continue;
      let names = known.get(owner);
      if (!names && known.size < maxCallees) known.set(owner, (names = signatureIn(tokens, owner, nameFirst)));
      const parameter = names?.[Number(step)];
      if (parameter) found.push({ ...arg, path: [owner, parameter] });
      if (found.length >= maxHandedOn) return found;
    }
  }
  return found;
}

function toLoops(text: string, bindings: readonly Binding[]): Binding[] {
  const found: Binding[] = [];
  let loops: readonly Loop[] | undefined;
  for (const binding of bindings) {
    const { path, value, span } = binding;
    const position = path.at(-1) ?? '';
    const row = path.at(-2) ?? '';
    if (!isLong(value) || !/^\d{1,2}$/.test(position)) continue;
    if (found.length >= maxHandedOn) break;
    loops ??= [...loopsIn(text)].slice(0, maxLoops);
    for (const { list, end, names } of loops) {
      // `for k, s in [("…", "…")]`, or rows of a list that has a name.
      const isRow = /^\d+$/.test(row) && (list === undefined ? isInHead(text, end, span.start) : path.at(-3) === list);
      const name = isRow ? names[Number(position)] : undefined;
      if (name) found.push({ ...binding, path: [...path.slice(0, -1), name] });
    }
    for (const { list, names } of loops) {
      // `for k, s in zip(keys, secrets)`.
      const name = list?.startsWith('zip(') ? names[list.slice(4).split(',').indexOf(row)] : undefined;
      if (name) found.push({ ...binding, path: [row, name] });
    }
  }
  return found;
}

/** Whether the value stands in the list that begins where the head of the loop ends. */
function isInHead(text: string, end: number, at: number): boolean {
  if (at <= end || at > end + longestList) return false;
  let depth = 0;
  for (let index = end; index < at; index += 1) {
    const char = text.charAt(index);
    if (char === '[' || char === '(') depth += 1;
    else if (char === ']' || char === ')') depth -= 1;
    if (depth === 0 && char !== ' ') return false;
  }
  return true;
}

/** Lists in the head of a loop are short. */
const longestList = 4000;

const heads: readonly RegExp[] = [
  // Python, Ruby, Julia, Rust: `for a, b in list`
  /\bfor[ \t]{1,8}\(?([A-Za-z_]\w{0,60}(?:[ \t]{0,8},[ \t]{0,8}[A-Za-z_]\w{0,60}){1,8})\)?[ \t]{1,8}in[ \t]{1,8}(?:&|enumerate\()?(zip\([\w ,]{1,200}|\w{1,60})?/g,
  // JavaScript: `for (const [a, b] of list)`; Kotlin, Scala: `for ((a, b) in list)`
  /\bfor[ \t]{0,8}\([ \t]{0,8}(?:(?:const|let|var)[ \t]{1,8})?[[(]([^\])\n]{3,120})[\])][ \t]{1,8}(?:of|in|<-)[ \t]{1,8}(\w{1,60})?/g,
  // PHP: `foreach ($list as [$a, $b])`
  /\bforeach[ \t]{0,8}\([ \t]{0,8}\$?(?<list>\w{1,60})?[^()\n]{0,40}?\bas[ \t]{0,8}\[(?<names>[^\]\n]{3,120})\]/g,
  // `list.map(([a, b]) => …)`, `list.each do |a, b|`
  /\b(?<list>\w{1,60})\.(?:map|forEach|flatMap|each|each_with_index|for_each)[ \t]{0,8}(?:\((?:async )?\(?[[(]|(?:do|\{)[ \t]{0,8}\|)(?<names>[^\])|\n]{3,120})[\])|]/g,
];

function* loopsIn(text: string): Generator<Loop> {
  for (const head of heads)
    for (const match of text.matchAll(head)) {
      const names = match.groups?.['names'] ?? match[1] ?? '';
      const list = match.groups ? match.groups['list'] : match[2];
      yield {
        list: list?.replace(/ /g, ''),
        end: match.index + match[0].length,
        names: names.split(',').map((name) => /[A-Za-z_]\w*(?=\W*$)/.exec(name)?.[0] ?? ''),
      };
    }
}

function isLong(value: Binding['value']): value is TextValue {
  return value.kind === 'text' && value.text.length >= longValue;
}
