/**
 * A document without what is said and does nothing to a key: comments, docstrings, addresses under names that nobody uses, what
 * is chosen under a condition or for other keys. `# client = Client(k, s, testnet=True)` is what people leave behind when they
 * go live. Tells no environment itself: environment.ts asks what is said and what is done.
 */
import { headAbove, lineEnd, lineStart } from '../lines.ts';
import { testnetHosts } from '../rules/sdks.ts';
import type { Binding, Document, Reading, Span } from '../types.ts';
import { meaningOf } from './names.ts';

const docstring = /^[ \t]*[rRbBuUfF]{0,2}("""|''')[^]*?\1/gm;

/** As long as the document's text; what speaks of no key in particular and does nothing is blank. */
export function actingText({ text }: Document, reading: Reading): string {
  const said: Span[] = [...reading.comments, ...unusedAddresses(text)];
  if (reading.language === 'python')
    for (const { 0: whole, index } of text.matchAll(docstring)) said.push({ start: index, end: index + whole.length });
  return blanked(text, said);
}

/** The addresses that stand in one mapping with keys: they are those keys'. */
export function ownedAddresses(bindings: readonly Binding[]): Span[] {
  const addresses = bindings.filter(
    ({ container, value }) => container !== 0 && value.kind === 'text' && testnetHosts.test(value.text.slice(0, 300)),
  );
  if (addresses.length === 0) return [];
  const owning = new Set(
    bindings.flatMap(({ container, path }) => (meaningOf(path.at(-1) ?? '').role === undefined ? [] : [container])),
  );
  return addresses.filter(({ container }) => owning.has(container)).map(({ span }) => span);
}

/** Line breaks stay, so that lines are what they were. */
export function blanked(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\r\n]/g, ' '));
    at = end;
  }
  return at === 0 ? text : parts.join('') + text.slice(at);
}

const namedAddress =
  /(?<![\w$])([A-Za-z_]\w{0,60})["'\]]{0,2}[ \t]{0,9}(?::[ \t]{0,4}[\w&']{1,20}[ \t]{0,9})?(?::=|=|:)[ \t]{0,9}["'`]?(?:https?|wss?):\/\/[^"'`\s]{1,100}/g;
/** Documents have few. */
const mostAddresses = 50;

/** `TESTNET_URL = "https://testnet…"`, where nothing reads that name. */
function unusedAddresses(text: string): Span[] {
  const unused: Span[] = [];
  let looked = 0;
  for (const { 0: whole, 1: name = '', index } of text.matchAll(namedAddress)) {
    if (!/test/i.test(name) || !testnetHosts.test(whole)) continue;
    if ((looked += 1) > mostAddresses) break;
    const first = text.indexOf(name);
    if (text.indexOf(name, first + name.length) < 0) unused.push({ start: index, end: index + whole.length });
  }
  return unused;
}

/** What chooses an environment: a flag, a call, an address. */
const choice =
  /(?:test_?net|sandbox|demo|paper)\w{0,20}["']?\s{0,4}(?:[:=]>?|,)\s{0,4}["']?(?:true|1|yes)\b|set_?sandbox_?mode\(\s{0,4}true|(?:https?|wss?):\/\/[\w.-]{0,40}(?:testnet|binancefuture|demo)[\w.-]{0,40}|test_?net/gi;
const conditional = /^\s*[})]?\s*(?:if|elif|elsif|else|case|when|unless|switch|default)\b/;

/**
 * The part of it around a value, without what is chosen there for others: under a condition that the value does not stand under,
 * in a call that names other keys, of a client that was made of others.
 * @param near holds the value's span
 * @param names by which the value may be meant
 */
export function actingNear(acting: string, near: Span, span: Span, names: readonly string[]): string {
  const part = acting.slice(near.start, near.end);
  const others: Span[] = [];
  for (const { 0: whole, index } of part.matchAll(choice)) {
    const chosen = { start: near.start + index, end: near.start + index + whole.length };
    if (isConditional(acting, chosen.start, span) || isOfOthers(acting, chosen, span, names))
      others.push({ start: index, end: index + whole.length });
  }
  return blanked(part, others);
}

const address = /(?:https?|wss?):\/\/[\w.-]{0,40}(?:testnet|binancefuture|demo)[\w.-]{0,40}/gi;
/** What a text leads to in more places it leads to altogether. */
const mostLed = 20;

/** Where a text has addresses of a testnet; one too many where it has more than are looked at. */
export function testnetAddresses(acting: string): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: whole, index } of acting.matchAll(address)) {
    found.push({ start: index, end: index + whole.length });
    if (found.length > mostLed) break;
  }
  return found;
}

/** Whether all of these addresses lead other keys there than this one. */
export function leadOthersOnly(
  addresses: readonly Span[],
  acting: string,
  span: Span,
  names: readonly string[],
): boolean {
  return (
    addresses.length > 0 &&
    addresses.length <= mostLed &&
    addresses.every((one) => isOfOthers(acting, one, span, names))
  );
}

const madeAs =
  /([A-Za-z_$][\w$]*(?:(?:\.|->)\w+){0,3})\s{0,4}(?::\s{0,4}[\w.<>]{1,60}\s{0,4})?:?=\s{0,4}(?:await\s+)?(?:new\s+)?(?:[\w.]{1,60})?$/;
/** So far behind its making a client is led elsewhere. */
const ledWithin = 3000;

/** Whether the client that a call makes is led to a testnet afterwards, by its own address or switch and under no condition. */
export function isLedLater(acting: string, { start, end }: Span): boolean {
  const client = madeAs.exec(acting.slice(Math.max(0, start - 200), start))?.[1];
  if (client === undefined) return false;
  const own = client.replace(/[$.]/g, '\\$&');
  const led = new RegExp(
    `^([ \\t]*)${own}(?:\\.|->)(?:\\w{0,20}(?:url|base|host|endpoint|api)\\w{0,20}\\s{0,4}=\\s{0,4}["'\`](?:https?|wss?)://[\\w.-]{0,40}(?:testnet|binancefuture)|set_?sandbox_?mode\\(\\s{0,4}true)`,
    'im',
  ).exec(acting.slice(end, end + ledWithin));
  return led !== null && led[1]!.length <= indent(acting, start);
}

function isConditional(text: string, at: number, span: Span): boolean {
  const line = text.slice(lineStart(text, at), at);
  if (conditional.test(line))
    return !text.slice(at, span.start).includes('\n') ? false : lineStart(text, at) !== lineStart(text, span.start);
  const head = headAbove(text, at, 6);
  return head !== undefined && conditional.test(head) && indent(text, span.start) < indent(text, at);
}

const indent = (text: string, at: number): number =>
  /^[ \t]*/.exec(text.slice(lineStart(text, at), lineEnd(text, at)))![0].length;

function isOfOthers(text: string, chosen: Span, span: Span, names: readonly string[]): boolean {
  const meansIt = (from: number, to: number): boolean =>
    (from <= span.start && span.end <= to) || names.some((name) => name.length > 1 && hasName(text, name, from, to));
  if (isOfService(text, chosen, span)) return true;
  for (let at = chosen.start, level = 0; level < 3; level += 1) {
    const around = bracketsAround(text, at);
    if (around === undefined) break;
    if (meansIt(around.start, around.end)) return false;
    // `"kraken": { … }`, `new Stripe(…)`
    if (
      isAnothers(
        /([\w-]{2,40})["'`]?\s{0,4}[:=]?\s{0,4}$/.exec(text.slice(Math.max(0, around.start - 60), around.start))?.[1],
      )
    )
      return true;
    const source = text.slice(around.start, around.end);
    if (ownKeys.test(source) || twoArguments.test(source)) return true;
    at = around.start;
  }
  const [, receiver] =
    /(?<![\w.$])([A-Za-z_$]\w{0,40})(?:\.|->)(?:[\w.]{1,40}\s{0,4}=\s{0,4}["'`]?)?$/.exec(
      text.slice(Math.max(0, chosen.start - 120), chosen.start),
    ) ?? [];
  if (receiver === undefined) return false;
  const before = text.slice(Math.max(0, chosen.start - 3000), chosen.start);
  const made = [
    ...before.matchAll(
      new RegExp(`(?<![\\w.$])${receiver.replaceAll('$', '\\$')}\\s{0,4}(?::[^=\\n]{0,40})?:?=(?!=)`, 'g'),
    ),
  ].at(-1);
  return made !== undefined && !meansIt(chosen.start - before.length + made.index, chosen.start);
}

/** A name that says another service or exchange, and not Binance. */
function isAnothers(name: string | undefined): boolean {
  if (name === undefined) return false;
  const { binance, service, exchange } = meaningOf(name);
  return binance === undefined && (service !== undefined || exchange !== undefined);
}

const section = /^\s*(?:\[[^\]\n]+\]|---)\s*$/m;

/** `BYBIT_TESTNET=true`, `testnet: true` below `bybit:`, and what stands in another section than the value. */
function isOfService(text: string, { start, end }: Span, span: Span): boolean {
  const line = text.slice(lineStart(text, start), end);
  if (isAnothers(/([\w-]{2,60})["'\]]{0,2}\s{0,4}(?:[:=]>?|,)?\s{0,4}["']?\w*$/.exec(line)?.[1])) return true;
  const head = headAbove(text, start, 6);
  if (head !== undefined && isAnothers(/^\s*(?:-\s*)?["']?([\w-]{2,40})["']?\s*[:=]?\s*\{?\s*$/.exec(head)?.[1]))
    return true;
  const between = start > span.end ? text.slice(span.end, start) : text.slice(end, span.start);
  return section.test(between);
}

const ownKeys = /[(,{\n]\s*[\w.$"'[\]]{0,40}(?:key|secret)[\w.$"'[\]()]{0,40}\s*[,=:)]/i;
const twoArguments = /^\(\s*[\w.$"'[\]]{1,80}\s*,\s*[\w.$"'[\]]{1,80}\s*,/;
/** Calls and mappings are no longer. */
const longest = 1500;

/** Whether a name stands in a part of a text, and not as a part of another one. */
function hasName(text: string, name: string, from: number, to: number): boolean {
  const part = text.slice(from, to);
  for (let at = part.indexOf(name); at >= 0; at = part.indexOf(name, at + 1))
    // In quotes it is the name of something else.
    if (!/[\w"'`]/.test(part.charAt(at - 1)) && !/\w/.test(part.charAt(at + name.length))) return true;
  return false;
}

/** 1: opens, -1: closes. */
function bracket(code: number): number {
  if (code === 0x28 || code === 0x5b || code === 0x7b) return 1;
  return code === 0x29 || code === 0x5d || code === 0x7d ? -1 : 0;
}

/** The call or the mapping that a place stands in, with its brackets. */
function bracketsAround(text: string, at: number): Span | undefined {
  let depth = 0;
  for (let start = at - 1; start >= Math.max(0, at - longest); start -= 1) {
    depth -= bracket(text.charCodeAt(start));
    if (depth >= 0) continue;
    const stop = Math.min(text.length, start + longest);
    for (let end = start + 1, open = 1; end < stop; end += 1) {
      open += bracket(text.charCodeAt(end));
      if (open === 0) return { start, end: end + 1 };
    }
    return undefined;
  }
  return undefined;
}
