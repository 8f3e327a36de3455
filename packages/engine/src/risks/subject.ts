/** Document → Subject: everything that it says, with settings by what they are called. */
import { lineStart } from '../lines.ts';
import { countBefore } from '../sorted.ts';
import { slice, sourceSpan } from '../read/pieces.ts';

import { read } from '../read/index.ts';
import {
  attributeBindings,
  defineBindings,
  dockerBindings,
  flagBindings,
  keywordBindings,
  macroBindings,
  namedValueBindings,
  pairBindings,
  powershellBindings,
  propertyBindings,
  variableBindings,
} from './settings/unread-forms.ts';
import { defaultOfLookup, lookedUp, lookupBindings, shellBindings } from './settings/lookups.ts';
import { withDefault } from './settings/placeholder-defaults.ts';
import { holdersIn, pairsIn } from './calls/calls.ts';
import { nameBefore } from './calls/endpoint-names.ts';
import { forRisks } from './interest.ts';
import { type Chance, dependencyFile } from './gate.ts';
import { isReadByLines } from './packages/dependencies.ts';
import { languageOf, languages } from '../read/languages.ts';
import type { Binding, Call, Document, Parsed, Reading, Setting, Span, Subject } from '../types.ts';

/** Other lists of dependencies are read whole. */
const everything = /\w/g;
/** What a setup.py may call its lists of dependencies. */
const ofSetup = /requir|dep(?:s|endencies)\b|reqs|setup/gi;

/** Of what no rule wants read. */
function unreadOf({ path, text }: Document): Reading {
  return { language: languageOf(path, text), imports: [], bindings: [], calls: [], comments: [] };
}

/** @param chance what the rules may find in its text */
export function subjectOf(document: Document, chance: Chance | undefined, parsed?: Parsed): Subject {
  const { text } = document;
  const words = wordsOf(document, chance);
  const reading = inEffect(words ? read(document, forRisks(words), parsed) : unreadOf(document));
  const looked =
    reading.language in languages || /\{\{/.test(text) ? lookupBindings(text, reading.comments, reading.bindings) : [];
  const settings: Setting[] = [...reading.bindings, ...ownBindings(reading, document), ...looked]
    .filter(
      (one) =>
        !isCompared(one, text) &&
        !isMade(one, text) &&
        !isTold(one, text) &&
        !isFlag(one) &&
        !isNegated(one, text) &&
        !isOfType(one, reading, text),
    )
    .map((one) => settingOf(withDefault(placed(reading.language === 'shell' ? spoken(one, text) : one, text), text)));
  const holderOf = holdersIn(reading);
  /** What a name stands for that is given the default of a look-up. */
  const otherwise = new Map<string, Binding>();
  for (const call of reading.calls) {
    for (const argument of call.args)
      if (argument.via !== 'entry' || !isCompared(argument, text)) settings.push(argumentOf(argument, call, text));
    // Not all at once: a call may have more arguments than a call has room for.
    for (const named of namedByArguments(call)) settings.push(named);
    const ifUnset = defaultOfLookup(call);
    const ofField = defaultOf(call);
    const alias = ifUnset ?? (ofField?.value.kind === 'text' ? ofField : undefined);
    if (alias) for (const one of lookedUp(call, alias)) settings.push(settingOf(one));
    const held = wrapped(call) ?? ofField ?? (ifUnset?.value.kind === 'text' ? ifUnset : undefined);
    const holder = held && holderOf(call);
    if (!holder) continue;
    settings.push(settingOf({ ...holder, value: held.value, span: held.span }, holder.call));
    if (held === ifUnset && holder.via === 'assign') otherwise.set(holder.path.at(-1) ?? '', held);
  }
  if (otherwise.size > 0)
    for (const followed of settings.flatMap((one) => followedIn(one, otherwise))) settings.push(followed);
  const named = new Set(settings.map(({ name }) => name));
  for (const inText of settings.flatMap((one) => namedInText(one, text)))
    if (!named.has(inText.name)) settings.push(inText);
  return { document, reading, settings, isProse: isProse(reading, document.path) };
}

/** Formats of texts for people that have no reader of their own. */
const forPeople = /\.(?:tex|eml|pot?|strings|srt|vtt|rtf|diff|patch|[1-8])$/i;

/** A file of an unknown format holds settings, such as of Jsonnet and CUE; one without an extension may be a licence. */
function isProse({ language }: Reading, path: string): boolean {
  if (language !== 'text') return language === 'markdown' && !dependencyFile.test(path);
  return (!/[^/]\.\w{1,12}$/.test(path) || forPeople.test(path)) && !dependencyFile.test(path);
}

/** Readers of lines read what is commented out too: a key there has leaked, a setting there is off. */
function inEffect(reading: Reading): Reading {
  const { language, bindings, comments } = reading;
  if (!/^(?:env|ini|properties)$/.test(language) || comments.length === 0) return reading;
  return { ...reading, bindings: bindings.filter(({ span }) => !isWithin(comments, span.start)) };
}

function isWithin(comments: readonly Span[], at: number): boolean {
  const before = countBefore(comments.length, (i) => comments[i]!.start <= at);
  return before > 0 && at < comments[before - 1]!.end;
}

/** `@Value("${binance.base-url:…}")` says of itself what it sets. */
function argumentOf(argument: Binding, call: Call, text: string): Setting {
  const given = withDefault(argument, text);
  return given.path === argument.path ? settingOf(given, call) : settingOf({ ...given, via: 'assign' });
}

/** A name that stands for the default of a look-up: `Spot(key, secret, base_url=BASE)`. */
function followedIn(one: Setting, otherwise: ReadonlyMap<string, Binding>): Setting[] {
  const held = one.value.kind === 'ref' ? otherwise.get(one.value.path.at(-1) ?? '') : undefined;
  return held && held.span.start !== one.span.start ? [{ ...one, value: held.value, span: held.span }] : [];
}

/** What the readers of code do not see as names and values. */
function ownBindings({ language, comments, bindings }: Reading, { text, path: file }: Document): Binding[] {
  const own = unread(language, text, comments, file);
  if (own.length === 0) return own;
  const placeOf = ({ span, path }: Binding): string => `${String(span.start)} ${path.at(-1) ?? ''}`;
  // With its quotes, or without them.
  const known = new Set(
    bindings.flatMap((one) =>
      [-1, 0, 1].map((more) => placeOf({ ...one, span: { ...one.span, start: one.span.start + more } })),
    ),
  );
  return own.filter((one) => !known.has(placeOf(one)));
}

function unread(language: string, text: string, comments: Reading['comments'], file: string): Binding[] {
  switch (language) {
    case 'semicolon':
      return keywordBindings(text);
    case 'csharp':
      return [...propertyBindings(text), ...pairBindings(text)];
    case 'c':
      return [...pairBindings(text), ...defineBindings(text)];
    case 'ruby':
      return macroBindings(text);
    case 'powershell':
      return powershellBindings(text);
    case 'shell':
      return [
        ...flagBindings(text, comments),
        ...variableBindings(text, comments),
        ...shellBindings(text).filter(({ span }) => !isWithin(comments, span.start)),
        ...(/dockerfile|containerfile/i.test(file) ? dockerBindings(text) : []),
      ];
    case 'hash':
      if (/\.(?:tf|tofu|hcl|nomad)$/.test(file)) return namedValueBindings(text, comments);
      return /\.exs?$/.test(file) ? attributeBindings(text) : [];
    default:
      return [];
  }
}

/** A word of a shell is a text, also without quotes: `RESTRICT=no`. */
function spoken(binding: Binding, text: string): Binding {
  const { value, span, via } = binding;
  if (value.kind !== 'ref' || via !== 'assign' || !/[=\s]/.test(text.charAt(span.start - 1))) return binding;
  bareWord.lastIndex = span.start;
  const word = bareWord.exec(text)?.[0];
  if (word === undefined || /^[$(]/.test(word)) return binding;
  const end = span.start + word.length;
  const pieces = [{ text: { start: 0, end: word.length }, source: { start: span.start, end } }];
  return { ...binding, span: { start: span.start, end }, value: { kind: 'text', text: word, pieces } };
}

const bareWord = /[^\s;&|"'`<>\\()]{1,400}/y;

/** `!0` and `!value` are the contrary of what stands there. */
function isNegated({ value, span }: Binding, text: string): boolean {
  return value.kind === 'scalar' && /[:=,(\s]!$/.test(text.slice(span.start - 2, span.start));
}

/** `"--trusted-ips=…"` in a list of arguments is read as the entry that it is: see namedInText. */
function isFlag({ path, via }: Binding): boolean {
  return via === 'assign' && /^--/.test(path.at(-1) ?? '');
}

/** `'enableWithdrawals: true is dangerous'`: a sentence in a string sets nothing. */
function isTold({ value, span, container }: Binding, text: string): boolean {
  if (container === 0 || !/["'`]/.test(text.charAt(container - 1))) return false;
  if (value.kind !== 'text' && /^[ \t]+[A-Za-z]+[ \t]+\w/.test(text.slice(span.end, span.end + 60))) return true;
  return text.charAt(span.end) === text.charAt(container - 1) && isMessage(text, container);
}

/** `log.Fatal("`, `panic!("`, `throw new Error("`, `msg = "`: what stands before a text that tells. */
const tellers =
  /(?:\b(?:\w{0,30}(?:panic|fatal|print\w{0,3}|echo|puts|error\w?|exception|warn(?:ing)?\w?|logger|log|debug\w?|info\w?|trace|abort|die|bail|anyhow|assert\w{0,20}|unreachable|alert|notify)!?)\s{0,2}\(\s{0,40}|\b(?:raise|throw|die)\s{1,4}|\b\w{0,30}(?:msg|message|error|err|reason|title|label|description|desc|help|hint|warning|note|summary|detail)["']?\s{0,4}(?::\s{0,2}(?:str|string|String|&str)\s{0,4}=|:?=|:)\s{0,4})[a-zA-Z@$]{0,2}["'`]$/i;

/** Whether the text that begins at the offset, behind its quote, is a message. */
function isMessage(text: string, at: number): boolean {
  return tellers.test(text.slice(Math.max(0, at - 120), at));
}

const typeHead =
  /\b(?:interface\s+\w{1,80}(?:<[^<>{}]{0,80}>)?(?:\s+extends\s+[^{}]{1,200})?|type\s+\w{1,80}(?:<[^<>{}]{0,80}>)?\s*=[^;{}=]{0,80})\s*$/;

/** `interface P { enableWithdrawals: true }` says which values there may be. */
function isOfType({ via, container }: Binding, { language }: Reading, text: string): boolean {
  if (via !== 'entry' || language !== 'javascript' || text.charAt(container) !== '{') return false;
  const head = text.slice(Math.max(0, container - 300), container);
  return typeHead.test(head.slice(Math.max(0, head.lastIndexOf('}') + 1)));
}

/** `URL(string: "…")`, `new Uri("…")`, `Url::parse("…")`: the text is what the name stands for. */
function wrapped({ callee, args }: Call): Binding | undefined {
  const [only] = args;
  if (args.length !== 1 || only?.value.kind !== 'text' || only.path.length !== 1) return undefined;
  return /^(?:\w+\.)?(?:ur[il]|string)(?:\.(?:parse|create|from|new|of|init))?$/i.test(callee.slice(-2).join('.'))
    ? only
    : undefined;
}

/** `enable_withdrawals: bool = Field(True, …)`: what a field has when nobody says otherwise. */
function defaultOf({ callee, args }: Call): Binding | undefined {
  if (!/^(?:Field|field)$/.test(callee.at(-1) ?? '')) return undefined;
  return args.find(({ path }) => path.length === 1 && (path[0] === '0' || path[0] === 'default'));
}

const keyPath = /\/(?:subAccountApi|apiKey|key)(?:\/\w{1,20})?["'`]/gi;
const mostNames = 10;

/** The words, and the names that stand for the path of an endpoint: a request may say nothing else. */
function withNames({ words, rules }: Chance, text: string): RegExp {
  if (!rules.has('unsafe-key-creation')) return words;
  const names = new Set<string>();
  let isNamed = false;
  for (const { index } of text.matchAll(keyPath)) {
    isNamed = true;
    const name = nameBefore(text, index);
    if (name !== undefined && name.length > 2) names.add(name);
    if (names.size >= mostNames) break;
  }
  const more = [...names].map((name) => `\\b${name}\\b`);
  return isNamed ? new RegExp([words.source, `["']status["']`, ...more].join('|'), 'gi') : words;
}

/** What to look for; undefined where no rule needs a reading. */
function wordsOf({ path, text }: Document, chance: Chance | undefined): RegExp | undefined {
  const words = chance && withNames(chance, text);
  if (!dependencyFile.test(path) || isReadByLines(path)) return words;
  if (!path.endsWith('setup.py')) return everything;
  return words ? new RegExp(`${words.source}|${ofSetup.source}`, 'gi') : ofSetup;
}

/** `z.boolean().default(true)`: the value that a call makes is known only when it runs. */
function isMade({ value, span }: Binding, text: string): boolean {
  return (
    value.kind === 'scalar' &&
    span.end - span.start > value.text.length + 2 &&
    text.slice(span.start, span.end).includes('(')
  );
}

/** Of SQL and the shell, which compare with one sign. */
const condition =
  /\b(?:where|and|having|when)\b|\b(?:if|elif|while|until|test)\b.*\[|^\s*\[{1,2}\s|^\s*(?:export\s+)?type\s/i;

const asserting = /^\s{0,80}(?:assert\w*|expect|case|raise|throw)\b(?!\s*[:=])/;

/** `if (key.canTrade === true)`: what is compared is not set. */
function isCompared({ via, span, container }: Binding, text: string): boolean {
  if (/[=!<>]=\s*$/.test(text.slice(Math.max(0, span.start - 6), span.start))) return true;
  const line = text.slice(lineStart(text, span.start, 200), span.start);
  if (asserting.test(line)) return true;
  // `if rights == {…}`, and what a pattern of Elixir or of JavaScript takes apart: `{ withdraw = true } = rights`.
  if (via === 'entry' && /[=!]=\s{0,9}%?$/.test(text.slice(Math.max(0, container - 12), container))) return true;
  if (/^[^\n{}]{0,200}\}\s{0,9}=(?![=>~])/.test(text.slice(span.end, span.end + 220))) return true;
  // A pattern of Rust, of C#.
  if (/^[^\n{}]{0,200}\}[^\n{},]{0,40}=>/.test(text.slice(span.end, span.end + 300))) return true;
  if (/\bis\s+(?:not\s+)?(?:\w+\s*)?\{[^{}\n]*$/.test(text.slice(lineStart(text, span.start, 200), span.start)))
    return true;
  if (via !== 'assign') return false;
  return condition.test(text.slice(lineStart(text, span.start, 200), span.start));
}

/** Of `NAME=value` in a list the value’s own place. */
function placed(binding: Binding, text: string): Binding {
  const { value, span } = binding;
  if (value.kind !== 'text' || value.text === '' || !/^["']?[\w.-]{1,80}=/.test(text.slice(span.start, span.end)))
    return binding;
  const own = sourceSpan(value, { start: 0, end: value.text.length });
  return own.start > span.start && own.end <= span.end ? { ...binding, span: own } : binding;
}

function settingOf(binding: Binding, call?: Call): Setting {
  // Of a positional argument, and there may be very many.
  if (binding.path.length === 1 && /^\d*$/.test(binding.path[0]!))
    return { ...binding, name: '', ...(call && { call }) };
  const step = binding.path.findLast((one) => !/^\d*$/.test(one)) ?? '';
  // `variable "enable_withdrawals" { default = true }`
  if (step === 'default' && binding.via === 'assign' && binding.path.length > 1)
    return { ...binding, name: folded(binding.path.at(-2)!), path: binding.path.slice(0, -1) };
  const { value, path } = binding;
  // `binance-base-url: { description: …, default: 'https://…' }`
  if (
    value.kind === 'text' &&
    path.length > 1 &&
    ifNotSet.test(step) &&
    step === path.at(-1) &&
    /^https?:/.test(value.text)
  )
    return {
      ...binding,
      name: folded(path.findLast((one, at) => at < path.length - 1 && !/^\d*$/.test(one)) ?? ''),
      path: path.slice(0, -1),
      ...(call && { call }),
    };
  return { ...binding, name: folded(step), ...(call && { call }) };
}

const ifNotSet = /^(?:default(?:_?value)?|value|fallback)$/i;

const pairing =
  /^(?:of|ofEntries|entry|put|set|setProperty|set_property|hash|dict|array|add|with|insert|setdefault|define|option|setenv)$/i;
const adding = /^(?:add|append|push|insert|push_?back)$/i;
/** Steps of builders that are given several. */
const listing = /ips?$|list$|(?:permission|right|scope)s?$/i;
const setting = /^(?:set|with|put)_?(?=[A-Z_a-z])/;
const identifier = /^[A-Za-z][\w.-]{1,60}$/;

/** `Map.of("withdraw", true)`, `config.set("key.withdraw", true)`, `setWithdraw(true)`, `.withdraw(true)`: names that are no names of the language. */
function namedByArguments(call: Call): Setting[] {
  const { callee, args } = call;
  const last = callee.at(-1) ?? '';
  const flag = isOption.test(last) ? defaultOfFlag(call) : undefined;
  if (flag) return [flag];
  const positional = args.filter(({ path }) => path.length === 1 && /^\d+$/.test(path[0]!));
  if (positional.length !== args.length) return pairsIn(call).map((one) => settingOf(one, call));
  const [only] = args;
  // `key.ipWhitelist.add("10.0.0.1")`
  if (args.length === 1 && only && adding.test(last) && callee.length > 2 && listing.test(callee.at(-2)!))
    return [settingOf({ ...only, path: [...callee.slice(0, -1), '0'] }, call)];
  if (args.length === 1 && only && last !== 'set') {
    if (setting.test(last)) return [settingOf({ ...only, path: [last.replace(setting, '')] }, call)];
    // A step of a builder is called like what it sets: `.ipRestrict(false)`.
    if (callee.length > 1 && !pairing.test(last)) return [settingOf({ ...only, path: [last] }, call)];
  }
  if (callee.length > 1 && listing.test(last) && args.length > 1)
    return args.map((one, order) => settingOf({ ...one, path: [last, String(order)] }, call));
  if (!pairing.test(last)) return [];
  return args.flatMap(({ value }, index) => {
    const next = args[index + 1];
    if (index % 2 > 0 || !next || value.kind !== 'text' || !identifier.test(value.text)) return [];
    return [settingOf({ ...next, path: value.text.split('.') }, call)];
  });
}

const isOption = /^(?:add_?argument|add_?option|option|bool(?:var)?)$/i;

/** `add_argument('--allow-withdrawals', default=True)`, `flag.Bool("allow-withdrawals", true, …)`: off by itself, on where it says so. */
function defaultOfFlag(call: Call): Setting | undefined {
  const named = call.args.find(({ value }) => value.kind === 'text' && /^-{0,2}[A-Za-z][\w-]{2,60}$/.test(value.text));
  const given = call.args.find(
    ({ path, value }) =>
      value.kind === 'scalar' && /^true$/i.test(value.text) && /^(?:default|\d)$/.test(path.at(-1) ?? ''),
  );
  if (named?.value.kind !== 'text' || !given) return undefined;
  return settingOf({ ...given, path: [named.value.text.replace(/^-+/, '')] }, call);
}

/** `--enable-withdrawals=true`, `Environment="WITHDRAW=yes"`: an entry that is a text of its own. */
const entryInText = /^-{0,2}([A-Za-z][\w.-]{1,60})=(?!=)/;

/** Aliases may give a long text to many names. */
const longestEntry = 4000;

function namedInText(given: Setting, text: string): Setting[] {
  const { value, path, span } = given;
  const match = value.kind === 'text' && value.text.length <= longestEntry ? entryInText.exec(value.text) : null;
  if (value.kind !== 'text' || !match || value.text.includes('\n')) return [];
  const part = slice(value, { start: match[0].length, end: value.text.length });
  const steps = /^\d*$/.test(path.at(-1) ?? '') ? path.slice(0, -1) : path;
  const name = match[1]!;
  if (steps.at(-1) === name || isMessage(text, value.pieces[0]?.source.start ?? 0)) return [];
  const at = part.text === '' ? span : sourceSpan(part, { start: 0, end: part.text.length });
  const named = withDefault({ ...given, path: [...steps.slice(0, -1), name], value: part, span: at }, text);
  return [settingOf(named, given.call)];
}

/** A name without what styles write in it: `enable_withdrawals`, `enable-withdrawals` and `enableWithdrawals` are one. */
export function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
