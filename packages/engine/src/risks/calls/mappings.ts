/** The entries of mappings by their names: what a dictionary, a form, a builder or a request is told before it is handed over. */
import { addToGroup } from '../../grouped.ts';
import { countBefore } from '../../sorted.ts';
import { pairsIn as pairsOf } from './calls.ts';
import { folded } from '../subject.ts';
import type { Setting, Span, Subject } from '../../types.ts';
import type { Given } from './arguments.ts';

/** Names of mappings that hold what a request says. */
export const carries: RegExp =
  /param|opt(?:s|ions)|body|data|payload|query|args|config|request|^req$|input|fields|form|json/i;

/** Of the place of an argument its name, folded; of one without a name its number. */
export function nameOf(path: readonly string[]): string {
  return folded(path.findLast((step) => !/^\d*$/.test(step)) ?? path.at(-1) ?? '');
}

/**
 * The entries of the mapping that has this name: what it was made with and what was put into it between there and a
 * place, else those of the one that is made after.
 */
export type Mappings = (name: string, before: number) => readonly Given[];

/** Calls that put a value in by its name. */
export const puts: RegExp =
  /^(?:put|set|add|append|insert|push|store|(?:add|set)?(?:query|form|body|url)?_?param(?:eter)?|add_?query_?item|set_?query|query)$/i;
/** Calls that make a mapping of their arguments, two by two. */
export const makes: RegExp = /^(?:of|mapof|dictionary|hashmap|map|immutablemap|dict)$/i;

export function mappingsOf({ settings, reading: { calls }, document: { text } }: Subject): Mappings {
  const made = new Map<string, Span[]>();
  const entries = new Map<string, Given[]>();
  const inside: Given[] = [];
  for (const [index, { path, via, call, span, value, name, container }] of settings.entries()) {
    const pair = call ? undefined : pairAt(settings, index);
    if (pair) addToGroup(entries, folded(path.at(-3) ?? ''), pair);
    if (!call && via === 'assign') addToGroup(made, folded(path.at(-1) ?? ''), span);
    const isDeclared =
      !call &&
      via === 'entry' &&
      path.length === 1 &&
      declared.test(text.slice(Math.max(0, span.start - 160), span.start));
    // Readers take the first statement of a block for its entry.
    if (isDeclared) addToGroup(made, folded(path[0] ?? ''), { start: span.start, end: endOfStatement(text, span) });
    if (/^\d*$/.test(path.at(-1) ?? '')) continue;
    if (!call && path.length > 1) addToGroup(entries, folded(path.at(-2) ?? ''), { name, value, span, container });
    if (call || (via === 'entry' && path.length === 1 && !isDeclared)) inside.push({ name, value, span });
  }
  for (const { callee, args, span: place } of calls) {
    const last = callee.at(-1) ?? '';
    const isPut = callee.length > 1 && puts.test(last);
    const [only] = args;
    // `URLQueryItem(name: "status", value: "1")`
    if (
      args.length === 2 &&
      only?.path.at(-1) === 'name' &&
      args[1]!.path.at(-1) === 'value' &&
      only.value.kind === 'text'
    )
      inside.push({ name: folded(only.value.text.slice(0, 60)), value: args[1]!.value, span: args[1]!.span });
    if (callee.length > 1 && args.length === 1 && only?.path.length === 1 && !isPut) {
      const step = {
        name: folded(last).replace(/^set|^with/, ''),
        value: only.value,
        span: only.span,
        isStep: true as const,
      };
      addToGroup(entries, folded(callee[0] ?? ''), step);
      inside.push(step);
    } else if (args.length === 1 && only?.path.length === 1 && isLaterStep(text, place.start)) {
      inside.push({ name: folded(last).replace(/^set|^with/, ''), value: only.value, span: only.span, isStep: true });
    }
    for (const { path, value, span } of pairsOf({ args })) inside.push({ name: nameOf(path), value, span });
    if (!isPut && !makes.test(last)) continue;
    for (const [i, { path, value }] of args.entries()) {
      const next = args[i + 1];
      // `params.put("status", "1")`
      if (value.kind !== 'text' || !/^\d*[02468]$/.test(path[0] ?? '') || next?.path[0] !== String(Number(path[0]) + 1))
        continue;
      const pair = { name: folded(value.text.slice(0, 60)), value: next.value, span: next.span };
      if (isPut) {
        addToGroup(entries, folded(callee.at(-2) ?? ''), pair);
        // `url.searchParams.set(…)`
        if (callee.length > 2 && carries.test(callee.at(-2)!)) addToGroup(entries, folded(callee.at(-3)!), pair);
      } else inside.push(pair);
    }
  }
  inside.sort(byStart);
  for (const list of entries.values()) list.sort(byStart);
  for (const list of made.values()) list.sort((a, b) => a.start - b.start);
  return (name, before) => {
    const all = entries.get(folded(name)) ?? [];
    const from = lastBefore(made.get(folded(name)) ?? [], before);
    if (!from) {
      const told = all.slice(0, most).filter(({ isStep }) => !isStep);
      return told.filter(({ container }) => container === told[0]?.container);
    }
    // A parameter of another function only has the name.
    if (!/^[A-Z_\d]+$/.test(name) && (before - from.start > reach || definition.test(text.slice(from.end, before)))) {
      return [];
    }
    const own = within(all, from.start, before);
    // `components.queryItems = [URLQueryItem(…)]`
    const lists = own.filter(({ value: { kind } }) => kind === 'list' || kind === 'unknown').slice(0, mostLists);
    const listed = lists.flatMap(({ span }) => within(inside, span.start, span.end));
    const found = [...own, ...listed, ...within(inside, from.start, from.end), ...queryIn(from, text)];
    // What makes it tells whether that is all there is.
    const isMade = requestMaker.test(text.slice(from.start, from.start + 120));
    return isMade ? found.map(({ name: one, value, span }) => ({ name: one, value, span })) : found;
  };
}

/** `params = [("status", "1")]`: what pairs of a list say, by the names in them. */
function pairAt(settings: readonly Setting[], index: number): Given | undefined {
  const { path, value, container } = settings[index]!;
  const next = settings[index + 1];
  if (path.at(-1) !== '0' || path.length < 3 || !/^\d+$/.test(path.at(-2)!) || value.kind !== 'text') return undefined;
  if (next?.path.at(-1) !== '1' || next.container !== container || !/^[A-Za-z]\w{0,60}$/.test(value.text))
    return undefined;
  return { name: folded(value.text), value: next.value, span: next.span };
}

const declared = /\b(?:let|const|var|val|auto)\s{1,9}(?:mut\s{1,9})?\w{1,60}\s{0,9}(?::[^=;\n]{0,80})?=\s{0,9}$/;
const longestStatement = 2000;

function endOfStatement(text: string, { start, end }: Span): number {
  const rest = text.slice(start, start + longestStatement);
  return Math.max(end, start + (/;\s*(?:\n|\/\/|$)/.exec(rest)?.index ?? 0));
}

/** A step of a chain on a line of its own, which readers take for a call by itself. */
function isLaterStep(text: string, start: number): boolean {
  return /\n\s{0,80}\??\.\s{0,9}$/.test(text.slice(Math.max(0, start - 100), start));
}

const longestQuery = 1000;
const entryOfQuery = /(?<=["'`&?])([A-Za-z]\w{1,40})=([^&"'`\s%{$]{0,80})(?=[&"'`])/g;

/** `"email=" + email + "&status=1"`: what the texts of an expression say, as a query is written. */
function queryIn({ start, end }: Span, text: string): Given[] {
  const source = text.slice(start, Math.min(end, start + longestQuery));
  return [...source.matchAll(entryOfQuery)].map(({ 0: whole, 1: name = '', 2: value = '', index }) => {
    const at = start + index + whole.length - value.length;
    return {
      name: folded(name),
      // What is joined to it is told by a run.
      value: value === '' ? { kind: 'unknown' } : { kind: 'text', text: value, pieces: [] },
      span: { start: at, end: at + value.length },
    };
  });
}

/** What makes a request that holds only what the document puts into it. */
const requestMaker = /^\s*(?:new\s+|&)?[\w.:<>]{0,100}(?:Request|Params|Builder|Values|Dictionary|Map|Form|builder)\b/;

/** For sorting by where things begin. */
export const byStart = (a: { readonly span: Span }, b: { readonly span: Span }): number => a.span.start - b.span.start;

function lastBefore(spans: readonly Span[], before: number): Span | undefined {
  return spans[countBefore(spans.length, (i) => spans[i]!.start < before) - 1];
}

function within(given: readonly Given[], start: number, end: number): readonly Given[] {
  const first = countBefore(given.length, (i) => given[i]!.span.start < start);
  return given.slice(first, first + most).filter(({ span }) => span.end <= end);
}

const mostLists = 5;
/** A function begins. */
const definition =
  /\b(?:def|function|func|fn|fun)\b\s*\w|\b(?:public|private|protected|async(?!\s+(?:with|for)\b))\s+[\w<>[\]., ]{1,80}\(/;
const reach = 6000;
/** A request has no more entries. */
const most = 100;
