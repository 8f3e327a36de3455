/**
 * Values that get another name on their way: as an argument that a function calls `key`, as the third field of a
 * record, as what a loop takes from each row of a list. Each such name is a binding of its own.
 */
import type { Binding, Call, TextValue } from '../../types.ts';
import type { Run } from './run.ts';
import { parametersOf } from './parameters.ts';

/** A text that could be a credential. */
const longValue = 60;
/** More functions than this are not looked for in one text. */
const maxCallees = 40;
const maxHandedOn = 2000;
const maxLoops = 60;

interface Loop {
  /** The list that is looped over; undefined where it stands in the loop's head. */
  readonly list: string | undefined;
  /** Where the head of the loop ends. */
  readonly end: number;
  readonly names: readonly string[];
}

/** The bindings of texts to the names that functions, records and loops have for them. */
export function handedOn({ tokens: { text }, language, bindings, calls }: Run): Binding[] {
  const nameFirst = language.nameFirst === true;
  return [...toParameters(text, calls, nameFirst), ...toLoops(text, bindings)].slice(0, maxHandedOn);
}

function toParameters(text: string, calls: readonly Call[], nameFirst: boolean): Binding[] {
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
      if (!names && known.size < maxCallees) known.set(owner, (names = parametersOf(text, owner, nameFirst)));
      const parameter = names?.[Number(step)];
      if (parameter) found.push({ ...arg, path: [owner, parameter] });
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
    loops ??= [...loopsIn(text)].slice(0, maxLoops);
    for (const { list, end, names } of loops) {
      // `for k, s in [("…", "…")]`, or rows of a list that has a name.
      const isRow =
        /^\d+$/.test(row) && (list === undefined ? span.start > end && span.start < end + 4000 : path.at(-3) === list);
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

const heads: readonly RegExp[] = [
  // Python, Ruby, Julia, Rust: `for a, b in list`
  /\bfor[ \t]+\(?([A-Za-z_]\w*(?:[ \t]*,[ \t]*[A-Za-z_]\w*){1,8})\)?[ \t]+in[ \t]+(?:&|enumerate\()?(zip\([\w ,]{1,200}|\w{1,60})?/g,
  // JavaScript: `for (const [a, b] of list)`; Kotlin, Scala: `for ((a, b) in list)`
  /\bfor[ \t]*\([ \t]*(?:const|let|var)?[ \t]*[[(]([^\])\n]{3,120})[\])][ \t]*(?:of|in|<-)[ \t]*(\w{1,60})?/g,
  // PHP: `foreach ($list as [$a, $b])`
  /\bforeach[ \t]*\([ \t]*\$?(?<list>\w{1,60})?[^()\n]{0,40}?\bas[ \t]*\[(?<names>[^\]\n]{3,120})\]/g,
  // `list.map(([a, b]) => …)`, `list.each do |a, b|`
  /(?:\b(?<list>\w{1,60}))?\]?\.(?:map|forEach|flatMap|each|each_with_index|for_each)[ \t]*(?:\([ \t]*(?:async[ \t]*)?\(?[ \t]*[[(]|(?:do|\{)[ \t]*\|)(?<names>[^\])|\n]{3,120})[\])|]/g,
];

function* loopsIn(text: string): Generator<Loop> {
  for (const head of heads)
    for (const match of text.matchAll(head)) {
      const names = match.groups?.['names'] ?? match[1] ?? '';
      const list = match.groups ? match.groups['list'] : match[2];
      yield {
        list: list?.replace(/ /g, ''),
        end: match.index,
        names: names.split(',').map((name) => /[A-Za-z_]\w*(?=\W*$)/.exec(name)?.[0] ?? ''),
      };
    }
}

function isLong(value: Binding['value']): value is TextValue {
  return value.kind === 'text' && value.text.length >= longValue;
}
