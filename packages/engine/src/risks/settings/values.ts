/** What settings mean: on or off, a number, a list. */
import { extentOf } from '../../read/pieces.ts';
import type { Setting, Span, Value } from '../../types.ts';

/** `on` and `off` as people write them in any format; undefined where it is neither, or only known when it runs. */
export function switched(value: Value): 'on' | 'off' | undefined {
  const word = wordOf(value)?.trim().toLowerCase();
  if (word === undefined) return undefined;
  if (/^(?:true|yes|on|1|enabled?|allow(?:ed)?)$/.test(word)) return 'on';
  if (/^(?:false|no|off|0|disabled?|none|null|nil|deny|denied|)$/.test(word)) return 'off';
  return undefined;
}

/** A text or scalar as it is written; of a name such as `True` or `Boolean.TRUE` its last step. */
export function wordOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'text':
    case 'scalar':
      return value.text;
    case 'ref':
      return /^(?:true|false|none|nil|null)$/i.test(value.path.at(-1) ?? '') ? value.path.at(-1) : undefined;
    default:
      return undefined;
  }
}

/** A number, also one with `_` in it or in quotes; undefined for anything else. */
export function numberOf(value: Value): number | undefined {
  const word = wordOf(value)?.trim().replaceAll('_', '');
  return word !== undefined && /^-?\d+(?:\.\d+)?(?:e\d+)?[lL]?$/i.test(word)
    ? Number(word.replace(/l$/i, ''))
    : undefined;
}

/**
 * Where a text stands, with the quotes and prefix letters around it, also when its name was followed to it. Undefined
 * for a text that stands nowhere as a whole.
 */
export function literalSpan(source: string, value: Value): Span | undefined {
  if (value.kind !== 'text' || value.pieces.length === 0) return undefined;
  const { start, end } = extentOf(value);
  const opening = /(?:(?<![\w$])[A-Za-z$@]{1,3})?(?:"""|'''|["'`])$/.exec(
    source.slice(Math.max(0, start - 6), start),
  )?.[0];
  if (opening === undefined) return { start, end };
  const quote = opening.replace(/^[A-Za-z$@]+/, '');
  return { start: start - opening.length, end: source.startsWith(quote, end) ? end + quote.length : end };
}

/** Whether the value is only compared with: readers take `a == b` for a name and its value. */
export function isCompared(source: string, { start }: Span): boolean {
  return (
    /(?:[=!]==?|[<>]=?|\bis(?: not)?)\s{0,3}$/.test(source.slice(Math.max(0, start - 10), start)) &&
    !/=>\s*$/.test(source.slice(Math.max(0, start - 10), start))
  );
}

/** How people call a setting, for messages: the last steps of its path. */
export function calledOf({ path, call, name }: Setting): string {
  const steps = path.filter((step) => !/^\d*$/.test(step));
  return steps.length > 0 ? steps.slice(-3).join('.') : (call?.callee.at(-1) ?? name);
}

/** The words of a list that is written as one text. */
export function partsOf(text: string): { readonly text: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[^\s,;|]+/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
/** A list in source is read up to so many characters. */
export const longestList = 4000;
