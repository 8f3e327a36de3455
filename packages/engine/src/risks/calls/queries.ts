/** What a request is asked beside its arguments: by the query behind an address, and by the data of a shell’s command. */
import { countBefore } from '../../sorted.ts';
import { folded } from '../subject.ts';
import type { Span, Subject } from '../../types.ts';
import { type Given, sortedSettings } from './arguments.ts';
import type { Endpoint } from './endpoints.ts';
import type { Mappings } from './mappings.ts';

/** What an endpoint is asked: by its query, by what is joined to it, by the data of a shell’s command. */
export function askedOf({ query, span }: Endpoint, subject: Subject, mappings: Mappings): Given[] {
  const { text } = subject.document;
  const at = query === '' ? -1 : text.slice(span.start, span.end).indexOf(query) + span.start;
  const own = at < 0 ? [] : queried({ start: at, end: at + query.length }, text);
  const more =
    /['"`\w]/.test(text.charAt(span.end - 1)) && !isShell(subject) && !isPowershell(subject)
      ? joinedTo(span, text)
      : [];
  // `"…?ip=" + ip`: what a name holds is told by a run.
  if (joins(span.end, text)) own.push(...own.splice(-1).map(filled));
  const data = isShell(subject) ? dataBeside(span, text) : isPowershell(subject) ? bodyBeside(span, subject) : [];
  return [...own, ...more, ...data].flatMap((one) => expanded(one, subject, mappings));
}

function isShell({ reading, document }: Subject): boolean {
  return reading.language === 'shell' || /\.(?:http|rest)$/.test(document.path);
}

function isPowershell({ reading }: Subject): boolean {
  return reading.language === 'powershell';
}

const mostInCommand = 100;

/** `-Body @{ status = 1 }`: the tables in what is left of a command of PowerShell. */
function bodyBeside({ end }: Span, { settings, document: { text } }: Subject): Given[] {
  const rest = text.slice(end, end + longestCommand);
  const to = end + (/(?<![`{;,(\s])\s*\n(?!\s*[}\w-]+\s*[=}]|\s*\})/.exec(rest)?.index ?? rest.length);
  const sorted = sortedSettings(settings);
  const first = countBefore(sorted.length, (at) => sorted[at]!.span.start <= end);
  return sorted
    .slice(first, first + mostInCommand)
    .filter(({ via, call, span }) => via === 'entry' && !call && span.end <= to)
    .map(({ name, value, span }) => ({ name, value, span }));
}

const joint =
  /\s{0,20}(?:\+|\.\.|<>|&|~|\.(?=[\s'"$]))\s{0,20}(?:(["'`])([^"'`\n]{0,400})\1|([$@]?[\w.$()[\]>-]{1,80}))/y;
const longestJoined = 1000;

/** `"…?email=" + email + "&status=1"`: what follows a text, or a name for one, in one expression; names as a query has them. */
function joinedTo({ start, end }: Span, text: string): Given[] {
  const given: Given[] = [];
  let isValue = /=["'`]$/.test(text.slice(Math.max(start, end - 2), end));
  for (let at = end; at < end + longestJoined; at = joint.lastIndex) {
    joint.lastIndex = at;
    const found = joint.exec(text);
    if (!found) break;
    const [, , part, name] = found;
    const { lastIndex } = joint;
    if (part !== undefined) {
      const lead = /^[?&]*/.exec(part)![0].length;
      given.push(...queried({ start: lastIndex - 1 - part.length + lead, end: lastIndex - 1 }, text));
    } else if (!isValue) {
      const span = { start: lastIndex, end: lastIndex };
      given.push({ name: `{${name ?? ''}}`, value: { kind: 'text', text: '', pieces: [] }, span });
    } else given.push(...given.splice(-1).map(filled));
    isValue = part?.endsWith('=') ?? false;
  }
  return given;
}

function joins(at: number, text: string): boolean {
  joint.lastIndex = at;
  return joint.test(text);
}

/** The entry before which a text ends: its value is what is joined to it. */
function filled(given: Given): Given {
  const isOpen = given.value.kind === 'text' && given.value.text === '';
  return isOpen && !/[{$]/.test(given.name) ? { ...given, value: { kind: 'unknown' } } : given;
}

const data =
  /(?<=\s)(?:(?:-d|-F|--data(?:-raw|-urlencode|-binary|-ascii)?|--form(?:-string)?|--url-query|--body|--post-data|-Body)[=\s]\s{0,9}(?:"([^"\n]{0,2000})"|'([^'\n]{0,2000})'|([^\s"'`;|]{1,400}))|([A-Za-z]\w{1,40})={1,2}([^\s"'`;|&]{1,200})(?=\s|$))/g;
const longestCommand = 2000;

/** What a shell’s command hands over beside the address: `-d "status=1"` of curl, `status==1` of httpie. */
function dataBeside({ start, end }: Span, text: string): Given[] {
  const lead = text.slice(Math.max(0, start - longestCommand), start);
  const from = start - (/(?:[^\n]|\\\r?\n)*$/.exec(lead.slice(lastBreak(lead)))?.[0].length ?? 0);
  const rest = text.slice(end, end + longestCommand);
  const to = end + (/(?<!\\)(?<!\\\r)\n/.exec(rest)?.index ?? rest.length);
  return [...text.slice(from, to).matchAll(data)].flatMap(
    ({ 0: whole, 1: double, 2: single, 3: bare, 4: name, 5: value, index }) => {
      const close = from + index + whole.length;
      if (name !== undefined && value !== undefined)
        return [
          {
            name: folded(name),
            value: { kind: 'text' as const, text: value, pieces: [] },
            span: { start: close - value.length, end: close },
          },
        ];
      const part = double ?? single ?? bare ?? '';
      const shut = bare === undefined ? close - 1 : close;
      return queried({ start: shut - part.length, end: shut }, text);
    },
  );
}

/** Behind the last line end that is not continued. */
function lastBreak(text: string): number {
  for (let at = text.lastIndexOf('\n'); at >= 0; at = at === 0 ? -1 : text.lastIndexOf('\n', at - 1))
    if (!/\\\r?$/.test(text.slice(Math.max(0, at - 2), at))) return at + 1;
  return 0;
}

/** `?$q&signature=…`, `?${q}`, `?{urlencode(params)}`: what the variable holds is part of the query. */
function expanded(one: Given, { settings, document: { text } }: Subject, mappings: Mappings): Given[] {
  if (!/^[#$]*\{?.{1,80}\}?$|^\$\w/.test(one.name) || !/[{$]/.test(one.name)) return [one];
  for (const [name] of one.name.matchAll(/[A-Za-z_]\w{0,60}/g)) {
    const entries = mappings(name, one.span.start);
    if (entries.some(({ isStep }) => !isStep)) return [...entries];
    const held = settings.find(({ path, via, call }) => via === 'assign' && !call && path.at(-1) === name);
    const source = held ? text.slice(held.span.start, Math.min(held.span.end, held.span.start + 1000)) : '';
    if (!held || !/\w=/.test(source)) continue;
    // With its quotes, or without them.
    const open = /^[fFrR$@]{0,2}["'`]/.exec(source)?.[0].length;
    if (open === undefined && held.value.kind !== 'text') continue;
    const { start } = held.span;
    return queried({ start: start + (open ?? 0), end: start + source.length - (open === undefined ? 0 : 1) }, text);
  }
  return [one];
}

/** What a query says, each value where it stands. */
function queried({ start, end }: Span, text: string): Given[] {
  const given: Given[] = [];
  let at = start;
  for (const part of start < end ? text.slice(start, end).split('&') : []) {
    const [, name = '', value = ''] = /^([^=]*)=?([^]*)$/.exec(part) ?? [];
    const from = at + part.length - value.length;
    given.push({
      // A variable in place of an entry keeps its sign.
      name: /[{$]/.test(name) ? name : folded(name),
      value: { kind: 'text', text: value, pieces: [] },
      span: { start: from, end: from + value.length },
    });
    at += part.length + 1;
  }
  return given;
}
