/** What shell commands print: `echo`, `printf`, `Write-Host` in scripts, in steps of workflows, in Dockerfiles and lists of commands. */
import { lineStart } from '../../lines.ts';
import type { Span } from '../../types.ts';

export interface Printed {
  readonly command: string;
  readonly span: Span;
  /** The names whose values it prints whole, in their order. */
  readonly names: readonly string[];
}

const command =
  /(?<![\w./$-])(echo|printf|printenv|print|logger|Write-(?:Host|Output|Verbose|Debug|Information|Warning|Error)|Out-Host|msg)\b(?=[ \t])/gi;
const captured = /(?:\$\(|`|<\()\s*$/;
const longest = 2000;

/** In the order of the text. Not what is piped on or written to a file. */
export function* printedIn(text: string): Generator<Printed> {
  // One command may stand in what another is given, a thousand times over.
  let left = 100_000 + 20 * text.length;
  for (const { index, 0: word } of text.matchAll(command)) {
    if (captured.test(text.slice(Math.max(0, index - 8), index))) continue;
    if (/^\s*(?:#|\/\/|rem\b|::)/i.test(text.slice(lineStart(text, index, longest), index))) continue;
    const { given, end } = argumentsAt(text, index + word.length);
    left -= end - index + 100;
    if (left < 0) return;
    if (given === undefined) continue;
    const names = word.toLowerCase() === 'printenv' ? given.trim().split(/\s+/) : [...namesIn(given)];
    if (names.length > 0) yield { command: word, span: { start: index, end: index + word.length }, names };
  }
}

/** What stands in single quotes is printed as it is, so it is left out. `given` undefined: it is not for people to see. */
function argumentsAt(text: string, from: number): { readonly given: string | undefined; readonly end: number } {
  let given = '';
  let inDouble = false;
  const limit = Math.min(text.length, from + longest);
  let at = from;
  for (; at < limit; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') {
      // An escaped quote is one of an outer text: JSON, a quoted command.
      if (text.charAt(at + 1) === '"') inDouble = !inDouble;
      else given += text.charAt(at + 1) === '\n' ? ' ' : char + text.charAt(at + 1);
      at += 1;
    } else if (char === '"') inDouble = !inDouble;
    else if (char === '\n' && !inDouble) break;
    else if (char === '$' && text.charAt(at + 1) === '(' && !/^\$\(\w+\)/.test(text.slice(at, at + 80))) {
      at = endOfSubstitution(text, at + 1, limit);
    } else if (!inDouble && char === "'") {
      const length = text.slice(at + 1, limit).indexOf("'");
      if (length < 0) break;
      at += 1 + length;
    } else if (!inDouble && char === '|') {
      if (text.charAt(at + 1) === '|') break;
      return { given: /^\|\s*tee\b/.test(text.slice(at, at + 10)) ? given : undefined, end: at };
    } else if (!inDouble && char === '>') {
      if (text.charAt(at - 1) === '2' && text.charAt(at - 2) === ' ') continue;
      if (!/^>+\s*(?:&[12]|\/dev\/(?:std(?:err|out)|tty))/.test(text.slice(at, at + 20)))
        return { given: undefined, end: at };
    } else if (
      !inDouble &&
      (char === ';' || (char === '&' && text.charAt(at - 1) !== '>') || (char === ')' && !given.includes('(')))
    )
      break;
    else given += char;
  }
  return { given: given.includes('::add-mask::') ? undefined : given, end: at };
}

function endOfSubstitution(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < limit; at += 1) {
    if (text.charAt(at) === '(') depth += 1;
    else if (text.charAt(at) === ')' && (depth -= 1) === 0) return at;
  }
  return limit;
}

const variable =
  /\$\{\{\s*([\w.-]{1,100})\s*\}\}|\$\{([^{}]{1,100})\}|\$\(([A-Za-z_]\w{0,80})\)|\${1,2}((?:env:)?[A-Za-z_]\w{0,80})|%([A-Za-z_]\w{0,80})%|!([A-Za-z_]\w{0,80})!/gi;

/** `$NAME`, `${NAME:-none}`, `${{ secrets.NAME }}`, `$(NAME)` of make, `%NAME%`; not `${#NAME}`, `${NAME:0:4}`, `${NAME:+set}`. */
function* namesIn(given: string): Generator<string> {
  for (const [, expression, braced, make, plain, percent, late] of given.matchAll(variable)) {
    if (expression !== undefined) yield expression.slice(expression.lastIndexOf('.') + 1);
    else if (braced !== undefined) {
      const name = /^(?:env:)?([A-Za-z_]\w*)(?::?[-=?].*)?$/i.exec(braced)?.[1];
      if (name !== undefined) yield name;
    } else yield (make ?? plain ?? percent ?? late ?? '').replace(/^env:/i, '');
  }
}
