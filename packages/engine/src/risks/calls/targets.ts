/**
 * Where requests go: the hosts that stand in a call, in the names it uses, and in the calls that use what it makes. A
 * session without certificate checks is a danger only if it talks to Binance.
 */
import { meaningOf } from '../../clues/names.ts';
import type { Span, Subject } from '../../types.ts';
import { hostOf, ownerOf } from './hosts.ts';

/** `other`: a host that is not Binance's, or this machine. Undefined: nothing tells. */
export type Target = 'binance' | 'other' | undefined;

interface Known {
  /** What a name stands for, where it is a URL: `BASE` → its host’s owner. */
  readonly names: ReadonlyMap<string, Target>;
  /** The calls with their places, longest first. */
  readonly calls: readonly Span[];
  /** What the whole document tells. */
  readonly whole: Target;
  /** How many more bindings and calls may be asked: for every name, who uses it. */
  left: number;
}

const known = new WeakMap<Subject, Known>();

const urls = /(?:https?|wss?):\/\/[^\s"'`<>\\)]{1,200}/gi;
const longest = 3000;
const maxCalls = 5000;
const mostAsked = 20_000_000;

export function targetOf(span: Span, subject: Subject): Target {
  const knows = knowledgeOf(subject);
  const { names, calls, whole } = knows;
  const { text } = subject.document;
  // The call that it stands in, from the inside out.
  for (let i = calls.length - 1; i >= 0; i -= 1) {
    const call = calls[i]!;
    if (call.start > span.start || call.end < span.end || call.end - call.start > longest) continue;
    const told = toldIn(text.slice(call.start, call.end), names);
    if (told) return told;
  }
  const told = usesOf(span, subject, knows);
  return told ?? whole;
}

/** What the calls say that use the thing which is made, or set, here. */
function usesOf(span: Span, subject: Subject, knows: Known): Target {
  const { names } = knows;
  const { text } = subject.document;
  let aim: Target;
  let made = namesMadeAt(span, subject, knows);
  const seen = new Set<string>();
  for (let hop = 0; hop < 3 && made.length > 0; hop += 1) {
    const next: string[] = [];
    for (const name of made) {
      if (seen.has(name)) continue;
      seen.add(name);
      if ((knows.left -= Math.min(maxCalls, subject.reading.calls.length)) < 0) return aim;
      for (const { callee, args, span: call } of subject.reading.calls.slice(0, maxCalls)) {
        const uses =
          callee.slice(0, -1).includes(name) ||
          args.some(
            ({ value, path, span: given }) =>
              (value.kind === 'ref' && value.path.includes(name)) ||
              path.at(-1) === name ||
              (given.end - given.start === name.length && text.startsWith(name, given.start)),
          );
        if (!uses || call.end - call.start > longest) continue;
        const told = toldIn(text.slice(call.start, call.end), names) ?? serviceOf(callee);
        if (told === 'binance') return told;
        aim ??= told;
        next.push(...namesMadeAt(call, subject, knows));
      }
    }
    made = next;
  }
  return aim;
}

/** The names that what stands at the span is bound to. */
function namesMadeAt(span: Span, { reading: { bindings }, document: { text } }: Subject, knows: Known): string[] {
  if ((knows.left -= bindings.length) < 0) return [];
  const found: string[] = [];
  for (const { path, via, span: value } of bindings) {
    if (via !== 'assign' || value.start > span.start || value.end < span.end || value.end - value.start > longest)
      continue;
    // `session.verify = …` is about the session; a name that holds a function is about nothing.
    const isMember = value.start === span.start && path.length > 1;
    const name = isMember ? path.at(-2) : path.at(-1);
    if (
      name !== undefined &&
      !/^(?:\d*|exports|module|self|this|default|transport|tlsclientconfig)$/i.test(name) &&
      !/^(?:async\b|function\b|\([^()]*\)\s*=>)/.test(text.slice(value.start, value.start + 80))
    )
      found.push(name);
  }
  return found.slice(0, 4);
}

function serviceOf(callee: readonly string[]): Target {
  for (const step of callee) {
    const { binance, service } = meaningOf(step);
    if (binance === 'name') return 'binance';
    if (service !== undefined) return 'other';
  }
  return undefined;
}

/** Binance's if any host there is; other where all are others'. */
function toldIn(source: string, names: Known['names']): Target {
  let told: Target;
  for (const [url] of source.matchAll(urls)) {
    const host = hostOf(url);
    if (host === undefined) continue;
    const owner = ownerOf(host);
    if (owner === 'binance') return 'binance';
    told = 'other';
  }
  if (/x-mbx-apikey|\/(?:fapi|dapi|sapi|eapi|papi)\/v\d/i.test(source)) return 'binance';
  for (const [word] of source.matchAll(/[A-Za-z_]\w{0,60}/g)) {
    const target = names.get(word);
    if (target === 'binance') return target;
    told ??= target;
    const { binance, service } = meaningOf(word);
    if (binance === 'name') return 'binance';
    if (service !== undefined && /url|hook|host|endpoint|api|client|notify|send|post/i.test(word)) told ??= 'other';
  }
  return told;
}

function knowledgeOf(subject: Subject): Known {
  let knows = known.get(subject);
  if (knows) return knows;
  const names = new Map<string, Target>();
  for (const { path, value, via } of subject.reading.bindings) {
    const name = path.at(-1);
    if (
      via !== 'assign' ||
      name === undefined ||
      value.kind !== 'text' ||
      !/^\s*(?:https?|wss?):\/\//i.test(value.text)
    )
      continue;
    const host = hostOf(value.text);
    if (host !== undefined) names.set(name, ownerOf(host) === 'binance' ? 'binance' : (names.get(name) ?? 'other'));
  }
  const calls = subject.reading.calls
    .slice(0, maxCalls)
    .map(({ span }) => span)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  known.set(subject, (knows = { names, calls, whole: wholeOf(subject), left: mostAsked }));
  return knows;
}

/** A document that names other hosts, and nothing of Binance, speaks to those. */
function wholeOf({ document: { text }, reading }: Subject): Target {
  if (/binance|tokocrypto|x-mbx|币安|幣安/i.test(text)) return undefined;
  if (reading.imports.some((name) => meaningOf(name).service !== undefined)) return 'other';
  for (const [url] of text.matchAll(urls)) {
    const host = hostOf(url);
    if (host !== undefined && ownerOf(host) !== 'placeholder') return 'other';
  }
  return undefined;
}
