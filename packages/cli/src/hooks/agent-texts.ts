/** The texts that an agent's event carries: what is to be written, run, sent or read, each under the name it goes by. */
import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { credentialFile } from '@bnguard/engine/gates';
import type { GivenText } from '../sources/texts.ts';
import type { AgentEvent, Fields } from './agent-protocols.ts';

/** A file that an agent reads may be any; the rest of a larger one is left to other checks. */
const largestFile = 8 << 20;
const mostDepth = 20;

const pathNames = [
  'file_path',
  'filePath',
  'path',
  'notebook_path',
  'absolute_path',
  'target_file',
  'filename',
] as const;
const readers = /read|view|open|cat|fetch_file|grep/i;

/** @param cwd absolute; what relative paths are typed from, and what paths are shown from */
export async function textsOf({ parts, tool, name }: AgentEvent, cwd: string): Promise<GivenText[]> {
  const texts: GivenText[] = [];
  for (const part of parts) {
    const path = pathIn(part);
    const strings = stringsIn(part);
    for (const [key, text] of strings) {
      if (text === path) continue;
      const name = /command|script|cmd/i.test(key)
        ? 'command.sh'
        : /^prompt$|message/i.test(key)
          ? ''
          : shown(path, cwd);
      texts.push({ path: name, bytes: Buffer.from(text) });
      if (name !== 'command.sh') continue;
      for (const file of shownBy(text)) {
        const bytes = await contentOf(resolve(cwd, file));
        if (bytes) texts.push({ path: shown(file, cwd), bytes });
      }
    }
    // A value without a word around it goes by the name of its field.
    const named = strings.filter(([key]) => !/^(?:content|command|prompt|new_str|new_string)$/.test(key));
    if (named.length > 0) texts.push({ path: 'tool-input.json', bytes: Buffer.from(JSON.stringify(fieldsOf(named))) });
    // What is to be read is not there yet: the file has it.
    const isRead = readers.test(tool) || readers.test(name) || strings.length === 0;
    if (path !== '' && isRead && !strings.some(([key]) => key === 'content')) {
      const bytes = await contentOf(resolve(cwd, path));
      if (bytes) texts.push({ path: shown(path, cwd), bytes });
    }
  }
  return texts;
}

/** Programs that print files. */
const printers =
  /(?:^|[\s;&|(`])(?:cat|bat|head|tail|less|more|nl|tac|strings|xxd|od|base64|grep|rg|sed|awk|type|Get-Content|gc)\s/i;
const mostNamed = 20;

/** Files of credentials that a command would show the agent, by their names. */
function shownBy(command: string): string[] {
  if (!printers.test(command)) return [];
  const words = command.split(/[\s;&|<>()`"']+/).filter((word) => word !== '' && !word.startsWith('-'));
  return [...new Set(words)]
    .filter((word) => credentialFile(word.split(sep).join('/')) !== undefined)
    .slice(0, mostNamed);
}

const fieldsOf = (strings: readonly [string, string][]): object[] => strings.map(([key, text]) => ({ [key]: text }));

function pathIn(part: Fields): string {
  const name = pathNames.find((key) => typeof part[key] === 'string' && part[key] !== '');
  return name === undefined ? '' : (part[name] as string);
}

/** All strings, with the keys that they stand under. What an edit replaces is there already, and not brought. */
function stringsIn(value: unknown, key = '', depth = 0): [string, string][] {
  if (typeof value === 'string') {
    return value === '' || (pathNames as readonly string[]).includes(key) ? [] : [[key, value]];
  }
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

async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() && found.size <= largestFile ? await readFile(path) : undefined;
  } catch {
    // The agent will hear from its own tool that it is not there.
    return undefined;
  }
}
