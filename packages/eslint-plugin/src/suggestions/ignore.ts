/** The suggestion to set a finding aside: a comment above its line, which must say why. */
import { isProgram, type Found, type SourceCode } from '../analysis.ts';
import { commentStyle, type CommentStyle } from '../comments.ts';
import type { Suggestion } from '../define-rule.ts';

export function ignoring({ finding, span }: Found, sourceCode: SourceCode, filename: string): readonly Suggestion[] {
  const style = isScript(span.start, sourceCode) ? slashes : commentStyle(filename);
  const { text } = sourceCode;
  // ESLint's lines end as the language's do, the engine's as an editor's: where they differ no comment is right.
  const { column } = sourceCode.getLocFromIndex(span.start);
  const start = span.start - column + sourceCode.getLocFromIndex(0).column;
  if (!style || finding.rule === 'unused-ignore' || span.start - start !== finding.start.column - 1) return [];
  if (isProgram(sourceCode) && !isBetweenTokens(start, sourceCode)) return [];
  if (style !== slashes && isInside(text, start, style, filename)) return [];
  const indent = /^[ \t]*/.exec(text.slice(start, span.start))![0];
  const end = /\r?\n/.exec(text)?.[0] ?? '\n';
  const comment = `${style.open} bnguard-ignore ${finding.rule} ${style.dash ?? '--'} say why this may stay${style.close}`;
  return [{ messageId: 'ignore', start, end: start, text: `${indent}${comment}${end}` }];
}

const slashes: CommentStyle = { open: '//', close: '' };

/** Whether it stands in JavaScript or TypeScript, as that is in a `.vue` file only a part of. */
function isScript(offset: number, sourceCode: SourceCode): boolean {
  const node = isProgram(sourceCode) ? sourceCode.getNodeByRangeIndex(offset) : null;
  return node !== null && !/^(?:Program|Svelte|Astro|V[A-Z])/.test(node.type);
}

/** Inside a template, a text of JSX or a comment a new line would be a part of it. */
function isBetweenTokens(offset: number, sourceCode: SourceCode): boolean {
  const holds = ({ range }: { range: readonly [number, number] }): boolean => range[0] < offset && offset < range[1];
  const node = sourceCode.getNodeByRangeIndex(offset);
  if (node && /^(?:TemplateElement|TemplateLiteral|JSX\w+|Literal)$/.test(node.type) && holds(node)) return false;
  // What begins here may be a child of an element, and all before it is text.
  for (let at = node; at?.range[0] === offset; at = at.parent ?? null)
    if (at.parent?.type === 'JSXElement' || at.parent?.type === 'JSXFragment') return false;
  return !sourceCode.getAllComments().some(holds);
}

// -- other languages -----------------------------------------------------------------------------------------------

/** Whether a line of its own would be a part of something there, as well as can be told without a tree. */
function isInside(text: string, start: number, { open }: CommentStyle, filename: string): boolean {
  const before = text.slice(0, start);
  const line = text.slice(start, start + 400);
  const isOpen = (from: string, to: string): boolean => before.lastIndexOf(from) > before.lastIndexOf(to);
  const isOdd = (form: RegExp): boolean => (before.match(form)?.length ?? 0) % 2 === 1;
  if (/\\\r?[\n\r]$/.test(before) || isOdd(/"""/g) || isOdd(/'''/g) || isOdd(/`/g)) return true;
  if (/^(?:\/|--)/.test(open) && (isOpen('/*', '*/') || isOpen('[[', ']]'))) return true;
  if (/\.php$/i.test(filename)) return !isOpen('<?', '?>') || isInHeredoc(before);
  if (/\.ya?ml$/i.test(filename)) return isInScalar(before, line);
  if (
    /\.(?:md|markdown)$/i.test(filename) &&
    (isOdd(/^[ \t]*~~~/gm) || isOdd(/^[ \t]*```/gm) || /^(?: {4}|\t|\|)/.test(line))
  )
    return true;
  if (open === '<!--')
    return (
      isOpen('<', '>') ||
      isOpen('<!--', '-->') ||
      isOpen('<![', ']]>') ||
      isOpen('<script', '</script') ||
      isOpen('<style', '</style') ||
      isOpen('<pre', '</pre') ||
      /^\s*<\?/.test(line)
    );
  if (open !== '#') return false;
  // Quotes may stay open over lines there, and comments hold apostrophes.
  const told = before.replace(/^[ \t]*#.*$/gm, '').replace(/\\["']/g, '');
  const isShell = !/\.(?:py|pyi|rb|toml|properties|conf|cfg)$/i.test(filename);
  return isInHeredoc(before) || (isShell && ["'", '"'].some((quote) => told.split(quote).length % 2 === 0));
}

/** Perhaps: where one ended is not looked for. */
const isInHeredoc = (before: string): boolean => /<<[-~<]?[ \t]*["'`]?[A-Za-z_]/.test(before);

/** A line of YAML that is no entry continues a text; so does one below a line that ends with `|` or `>`. */
function isInScalar(before: string, line: string): boolean {
  if (!/^\s*(?:(?:- +)*["']?[\w./-]+["']?\s*:(?:\s|$)|- |[{[\]}])/.test(line)) return true;
  let indent = /^[ \t]*/.exec(line)![0].length;
  for (const above of before.split(/\r?\n/).toReversed()) {
    const own = /^[ \t]*/.exec(above)![0].length;
    if (own >= indent || own === above.length) continue;
    if (/[|>][-+\d]*[ \t]*(?:#.*)?$/.test(above)) return true;
    indent = own;
  }
  return false;
}
