/**
 * Document → Reading: chooses the reader by the file's name, falls back to the lexer where a format is broken, and
 * reads what stands inside comments, strings, fences and notebook cells.
 */
import type { Binding, Call, Document, Parsed, Reading, Span } from '../types.ts';
import { cellsOf } from './cells.ts';
import { readCsv } from './csv.ts';
import { readEnv } from './env.ts';
import { fencesOf } from './fences.ts';
import { importsOf } from './imports.ts';
import { readIni } from './ini.ts';
import { readInside } from './inside.ts';
import { forCredentials, type Interest } from './interest.ts';
import { readJson } from './json.ts';
import { isLanguage, languageOf, languageOfFence, languages, type FormatName, type LanguageName } from './languages.ts';
import { attributeBindings } from './markup.ts';
import { parse } from './parse.ts';
import { withParsed } from './parsed.ts';
import { TextBuilder, verbatim } from './pieces.ts';
import { readProperties } from './properties.ts';
import { quotedPrintable } from './quoted-printable.ts';
import { resolve } from './resolve.ts';
import { columnBindings, copiedBindings } from './sql.ts';
import { readToml } from './toml.ts';
import { readXml } from './xml.ts';
import { readYaml } from './yaml.ts';

const maxNesting = 3;

/** What the document says. Never throws; a text that no reader understands has no bindings. */
export function read(document: Document, interest: Interest = forCredentials, parsed?: Parsed): Reading {
  const { text, path, head } = document;
  const language = languageOf(path, text);
  const { bindings, ...reading } = readAs(language, text, interest, 0, parsed);
  const imports = importsOf(head === undefined ? text : `${head}\n${text}`);
  return { ...reading, language, imports, bindings: [...bindings, ...quotedPrintable(text)] };
}

/** Reads as one language, with everything that stands inside it. */
function readAs(
  language: LanguageName | FormatName,
  text: string,
  interest: Interest,
  nesting: number,
  parsed?: Parsed,
): Reading {
  const own = isLanguage(language) ? code(language, text, interest) : format(language, text, interest, nesting);
  const plain = parsed ? withParsed(own, parsed) : own;
  const commented = interest.comments ? commentedOut(plain, language, text, interest, nesting) : [];
  const parts = [plain, ...commented, ...insideValues(plain, interest, nesting)];
  const calls = parts.flatMap((part) => part.calls);
  const bindings = parts.flatMap((part) => part.bindings);
  if (language === 'sql') {
    for (const binding of columnBindings(text, bindings, calls)) bindings.push(binding);
    for (const binding of copiedBindings(text)) bindings.push(binding);
  }
  return { ...plain, ...resolve(text, bindings, calls) };
}

function code(language: LanguageName, text: string, interest: Interest): Reading {
  return { language, imports: [], ...parse(text, languages[language], interest) };
}

function format(name: FormatName, text: string, interest: Interest, nesting: number): Reading {
  switch (name) {
    case 'json':
      return readJson(text) ?? code('javascript', text, interest);
    case 'yaml':
      return readYaml(text) ?? code('hash', text, interest);
    case 'toml':
      return readToml(text) ?? code('hash', text, interest);
    case 'ini':
      return readIni(text) ?? code('hash', text, interest);
    case 'env':
      return readEnv(text) ?? code('shell', text, interest);
    case 'properties':
      return readProperties(text) ?? code('hash', text, interest);
    case 'csv':
      return readCsv(text) ?? code('text', text, interest);
    case 'xml':
      return readXml(text) ?? code('javascript', text, interest);
    case 'markup': {
      const scripts = code('javascript', text, interest);
      return { ...scripts, bindings: [...scripts.bindings, ...attributeBindings(text)] };
    }
    case 'notebook':
      return notebook(text, interest, nesting) ?? code('python', text, interest);
    case 'markdown':
      return markdown(text, interest, nesting);
    default:
      return name satisfies never;
  }
}

const none: Reading = { language: 'text', imports: [], bindings: [], calls: [], comments: [] };

// -- comments ----------------------------------------------------------------------------------------------------

/** Commented-out code is read as code: a leak behind `//` is a leak. Adjacent line comments are one text. */
function commentedOut(
  plain: Reading,
  language: LanguageName | FormatName,
  text: string,
  interest: Interest,
  nesting: number,
): Reading[] {
  if (
    nesting >= maxNesting ||
    !(isLanguage(language) || language === 'markup' || language === 'yaml' || language === 'toml')
  )
    return [];
  const inner: LanguageName = isLanguage(language) ? language : language === 'markup' ? 'javascript' : 'hash';
  const groups: Span[][] = [];
  for (const comment of plain.comments) {
    const last = groups.at(-1);
    const gap = last ? text.slice(last.at(-1)?.end ?? 0, comment.start) : '';
    if (last && /^\s*$/.test(gap) && gap.split('\n').length === 2) last.push(comment);
    else groups.push([comment]);
  }
  return groups
    .filter((group) => group.some(({ start, end }) => interest.inText(text.slice(start, end))))
    .map((group) => {
      const builder = new TextBuilder(text);
      for (const { start, end } of group) {
        const marker =
          /^(?:\/\/+!?|\/\*+|#+!?|--+(?:\[\[)?|<!--|;+|%+|'|rem |REM |::|<#|\{-|\(\*)[ \t]?/.exec(
            text.slice(start, start + 8),
          )?.[0].length ?? 0;
        const closing = /(?:\*\/|-->|\]\]|#>|-\}|\*\))$/.exec(text.slice(end - 3, end))?.[0].length ?? 0;
        builder.copy(start + marker, Math.max(start + marker, end - closing));
        if (text.charAt(end) === '\n' || text.charAt(end) === '\r') builder.copy(end, end + 1);
      }
      return readInside(builder.value(), (commented) => readAs(inner, commented, interest, nesting + 1));
    });
}

// -- texts inside texts ------------------------------------------------------------------------------------------

/** Configuration and code that stand in a string: JSON in JSON, a script in YAML, a header in a command. */
function insideValues(plain: Reading, interest: Interest, nesting: number): Reading[] {
  if (nesting >= maxNesting) return [];
  const found: Reading[] = [];
  const seen = new Set<number>();
  const look = ({ value, path }: Binding): void => {
    if (value.kind !== 'text' || !interest.inValue(value.text)) return;
    const at = value.pieces[0]?.source.start ?? -1;
    if (seen.has(at)) return;
    seen.add(at);
    const language = languageOf(path.at(-1) ?? '', value.text);
    found.push(
      readInside(value, (text) => readAs(language === 'markdown' ? 'text' : language, text, interest, nesting + 1)),
    );
  };
  plain.bindings.forEach(look);
  for (const { args } of plain.calls) args.forEach(look);
  return found;
}

// -- Markdown ----------------------------------------------------------------------------------------------------

/** Fences by their languages, the rest as text. Loose values have no binding: prose.ts finds their labels. */
function markdown(text: string, interest: Interest, nesting: number): Reading {
  const parts: Reading[] = [];
  let at = 0;
  const prose = (start: number, end: number): void => {
    if (interest.comments && end > start && interest.inText(text.slice(start, end)))
      parts.push({ ...none, ...parse(text, languages.text, interest, start, end), comments: [] });
  };
  for (const { info, body, span } of fencesOf(text)) {
    prose(at, span.start);
    at = span.end;
    const code = text.slice(body.start, body.end);
    if (!interest.inText(code)) continue;
    const language = languageOfFence(info, code);
    parts.push(
      readInside(verbatim(text, body.start, body.end), (inner) =>
        readAs(language === 'markdown' ? 'text' : language, inner, interest, nesting + 1),
      ),
    );
  }
  prose(at, text.length);
  return {
    language: 'markdown',
    imports: [],
    bindings: parts.flatMap(({ bindings }) => bindings),
    calls: parts.flatMap(({ calls }) => calls),
    comments: markupComments(text),
  };
}

/** The comments of HTML. One that never ends is none, and neither is any after it. */
function markupComments(text: string): Span[] {
  const comments: Span[] = [];
  for (let start = text.indexOf('<!--'); start >= 0;) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) break;
    comments.push({ start, end: close + 3 });
    start = text.indexOf('<!--', close + 3);
  }
  return comments;
}

// -- notebooks ---------------------------------------------------------------------------------------------------

/** The cells of an .ipynb: source lines joined and read as code, outputs as text. */
function notebook(text: string, interest: Interest, nesting: number): Reading | undefined {
  const parts = cellsOf(text, interest.inText)?.map(({ kind, value }) =>
    readInside(value, (inner) => readAs(kind === 'source' ? 'python' : 'text', inner, interest, nesting + 1)),
  );
  if (!parts) return undefined;
  return {
    language: 'notebook',
    imports: [],
    bindings: parts.flatMap(({ bindings }) => bindings),
    calls: parts.flatMap(({ calls }: { calls: readonly Call[] }) => calls),
    comments: [],
  };
}
