/** The texts that an agent's event carries: what is to be written, run, sent or read, each under the name it goes by. */
import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GivenText } from '../sources/texts.ts';
import type { AgentEvent, Fields } from './agent-protocols.ts';
import { filesShownBy } from './commands.ts';

/** A file that an agent reads may be any; a larger one is left to other checks. */
const largestFile = 8 << 20;
const mostDepth = 20;

const pathKey = /^(?:file_?path|path|notebook_path|absolute_path|target_file|filename|paths|files|uri)$/i;
const commandKey = /^(?:command|cmd|script|code)$/i;
/** What a person or a tool says, which stands in no file. */
const speechKey = /^(?:prompt|message|text|query|output|stdout|stderr)$/i;
/** Names that tell nothing of a value. */
const plainKey = /^(?:content|command|cmd|prompt|new_?str(?:ing)?|type|description)$/i;
const reads = /^(?:read|view|open|cat|fetch|grep|search)|_?read_?|readfile/i;

/** @param cwd absolute; what relative paths are typed from, and what paths are shown from */
export function textsOf({ parts, tool, name, attached }: AgentEvent, cwd: string): GivenText[] {
  const texts: GivenText[] = [];
  const add = (path: string, text: string | Uint8Array, before?: string): void => {
    const bytes = typeof text === 'string' ? bytesOf(text) : text;
    texts.push({ path: shown(path, cwd), bytes, ...(before !== undefined && { before: bytesOf(before) }) });
  };
  const addFile = (path: string): void => {
    const text = textAt(resolve(cwd, path));
    if (text !== undefined) add(path, text);
  };

  for (const part of parts) {
    const all = stringsIn(part);
    const paths = all.filter(([key]) => pathKey.test(key)).map(([, text]) => pathOf(text));
    const strings = all.filter(([key]) => !pathKey.test(key));
    const [path = ''] = paths;
    const edited = editOf(part, path === '' ? undefined : textAt(resolve(cwd, path)));
    if (edited) add(path, edited.after, edited.before);
    for (const [key, text] of strings) {
      if (commandKey.test(key)) add('command.sh', text);
      else if (!edited || !/^new_?str(?:ing)?$/i.test(key)) add(speechKey.test(key) ? '' : path, text);
    }
    const command = strings.filter(([key]) => commandKey.test(key)).map(([, text]) => text);
    for (const file of filesShownBy(command.join(' '), cwd)) addFile(file);
    // A value without a word around it goes by the name of its field.
    const named = strings.filter(([key]) => !plainKey.test(key));
    if (named.length > 0) add('tool-input.json', JSON.stringify(named.map(([key, text]) => ({ [key]: text }))));
    // What is to be read is not there yet: the files have it.
    if (reads.test(tool) || reads.test(name) || strings.length === 0) {
      if (!strings.some(([key]) => key === 'content')) paths.forEach(addFile);
    }
  }
  for (const part of attached) for (const [key, text] of stringsIn(part)) if (pathKey.test(key)) addFile(pathOf(text));
  return texts;
}

/** An agent that could write this comment could excuse itself. */
const bytesOf = (text: string): Uint8Array => Buffer.from(text.replaceAll(/bnguard-ignore/gi, 'ignored by nobody'));

const pathOf = (text: string): string => {
  try {
    return text.startsWith('file:') ? fileURLToPath(text) : text;
  } catch {
    return text;
  }
};

/** The file as it would be, and as it is: what surrounds an edit says what a value is. */
function editOf(part: Fields, before: string | undefined): { before: string; after: string } | undefined {
  if (before === undefined) return undefined;
  const edits = Array.isArray(part['edits']) ? (part['edits'] as unknown[]) : [part];
  let after = before;
  for (const edit of edits) {
    const fields = (typeof edit === 'object' && edit !== null ? edit : {}) as Fields;
    const [old, now] = [fields['old_string'] ?? fields['old_str'], fields['new_string'] ?? fields['new_str']];
    if (typeof old !== 'string' || typeof now !== 'string' || old === '' || !after.includes(old)) return undefined;
    after = fields['replace_all'] === true ? after.split(old).join(now) : after.replace(old, () => now);
  }
  return after === before ? undefined : { before, after };
}

/** All strings, with the keys that they stand under. What an edit replaces is there already, and not brought. */
function stringsIn(value: unknown, key = '', depth = 0): [string, string][] {
  if (typeof value === 'string') return value === '' ? [] : [[key, value]];
  if (typeof value !== 'object' || value === null || depth > mostDepth) return [];
  if (Array.isArray(value)) return value.flatMap((item) => stringsIn(item, key, depth + 1));
  return Object.entries(value).flatMap(([name, item]) =>
    /^old_?(?:str|string|text|content)$/i.test(name) ? [] : stringsIn(item, name, depth + 1),
  );
}

/** As configurations name it: POSIX, from the work tree where it lies in there. */
function shown(path: string, cwd: string): string {
  if (path === '') return '';
  const inside = relative(cwd, resolve(cwd, path));
  const own = inside.startsWith('..') || isAbsolute(inside) ? path : inside;
  return own.split(sep).join('/');
}

function textAt(path: string): string | undefined {
  try {
    const found = statSync(path);
    return found.isFile() && found.size <= largestFile ? readFileSync(path, 'utf8') : undefined;
  } catch {
    // The agent will hear from its own tool that it is not there.
    return undefined;
  }
}
