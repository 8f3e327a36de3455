/** Document → Subject: everything that it says, with settings by what they are called. */
import { lineStart } from '../lines.ts';
import { slice, sourceSpan } from '../read/pieces.ts';

import { read } from '../read/index.ts';
import { flagBindings, keywordBindings } from './keywords.ts';
import { forRisks } from './interest.ts';
import { chanceIn, dependencyFile } from './gate.ts';
import type { Binding, Call, Document, Parsed, Reading, Setting, Subject } from '../types.ts';

/** A list of dependencies is read whole, also one that is a program. */
const everything = /\w/g;
/** Matches nowhere. */
const nothing = /(?!)/g;

export function subjectOf(document: Document, parsed?: Parsed): Subject {
  const reading = read(document, forRisks(wordsOf(document)), parsed);
  const { text } = document;
  const settings: Setting[] = [...reading.bindings, ...ownBindings(reading, document)]
    .filter((one) => !isCompared(one, text) && !isMade(one, text))
    .map((one) => settingOf(placed(one, text)));
  for (const call of reading.calls) {
    for (const argument of call.args) settings.push(settingOf(argument, call));
    // Not all at once: a call may have more arguments than a call has room for.
    for (const named of namedByArguments(call)) settings.push(named);
  }
  const named = new Set(settings.map(({ name }) => name));
  for (const inText of settings.flatMap(namedInText)) if (!named.has(inText.name)) settings.push(inText);
  const isProse = /^(?:markdown|text)$/.test(reading.language) && !dependencyFile.test(document.path);
  return { document, reading, settings, isProse };
}

/** What the readers of code do not see as names and values. */
function ownBindings({ language, comments, bindings }: Reading, { text }: Document): Binding[] {
  if (language === 'semicolon') return keywordBindings(text);
  if (language !== 'shell') return [];
  const known = new Set(bindings.map(({ span, path }) => `${String(span.start)} ${path.at(-1) ?? ''}`));
  return flagBindings(text, comments).filter(({ span, path }) => !known.has(`${String(span.start)} ${path[0]!}`));
}

function wordsOf({ path, text }: Document): RegExp {
  return dependencyFile.test(path) ? everything : (chanceIn(text)?.words ?? nothing);
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

/** `if (key.canTrade === true)`: what is compared is not set. */
function isCompared({ via, span }: Binding, text: string): boolean {
  if (/[=!<>]=\s*$/.test(text.slice(Math.max(0, span.start - 6), span.start))) return true;
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
  const step = binding.path.findLast((one) => !/^\d*$/.test(one)) ?? '';
  return { ...binding, name: folded(step), ...(call && { call }) };
}

const pairing =
  /^(?:of|ofEntries|entry|put|set|setProperty|set_property|hash|dict|array|add|with|insert|setdefault|define|option|setenv)$/;
const setting = /^(?:set|with|put)_?(?=[A-Z_a-z])/;
const identifier = /^[A-Za-z][\w.-]{1,60}$/;

/** `Map.of("withdraw", true)`, `config.set("key.withdraw", true)`, `setWithdraw(true)`: names that are no names of the language. */
function namedByArguments(call: Call): Setting[] {
  const { callee, args } = call;
  const last = callee.at(-1) ?? '';
  const positional = args.filter(({ path }) => path.length === 1 && /^\d+$/.test(path[0]!));
  if (positional.length !== args.length) return [];
  const [only] = args;
  if (args.length === 1 && only && last !== 'set' && setting.test(last)) {
    return [settingOf({ ...only, path: [last.replace(setting, '')] }, call)];
  }
  if (!pairing.test(last)) return [];
  return args.flatMap(({ value }, index) => {
    const next = args[index + 1];
    if (index % 2 > 0 || !next || value.kind !== 'text' || !identifier.test(value.text)) return [];
    return [settingOf({ ...next, path: value.text.split('.') }, call)];
  });
}

/** `--enable-withdrawals=true`, `Environment="WITHDRAW=yes"`: an entry that is a text of its own. */
const entryInText = /^-{0,2}([A-Za-z][\w.-]{1,60})=(?!=)/;

/** Aliases may give a long text to many names. */
const longestEntry = 4000;

function namedInText(given: Setting): Setting[] {
  const { value, path, span } = given;
  const match = value.kind === 'text' && value.text.length <= longestEntry ? entryInText.exec(value.text) : null;
  if (value.kind !== 'text' || !match || value.text.includes('\n')) return [];
  const part = slice(value, { start: match[0].length, end: value.text.length });
  const steps = /^\d*$/.test(path.at(-1) ?? '') ? path.slice(0, -1) : path;
  const name = match[1]!;
  if (steps.at(-1) === name) return [];
  const at = part.text === '' ? span : sourceSpan(part, { start: 0, end: part.text.length });
  return [settingOf({ ...given, path: [...steps.slice(0, -1), name], value: part, span: at }, given.call)];
}

/** A name without what styles write in it: `enable_withdrawals`, `enable-withdrawals` and `enableWithdrawals` are one. */
export function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
