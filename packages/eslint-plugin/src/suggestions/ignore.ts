/** The suggestion to set a finding aside: a comment above its line, which must say why. */
import { isProgram, type Found, type SourceCode } from '../analysis.ts';
import { commentStyle, type CommentStyle } from '../comments.ts';
import type { Suggestion } from '../define-rule.ts';

export function ignoring({ finding, span }: Found, sourceCode: SourceCode, filename: string): readonly Suggestion[] {
  const style = isScript(span.start, sourceCode) ? slashes : commentStyle(filename);
  const { text } = sourceCode;
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  if (!style || (isProgram(sourceCode) && !isBetweenTokens(start, sourceCode))) return [];
  const indent = /^[ \t]*/.exec(text.slice(start, span.start))![0];
  const end = text.slice(0, text.indexOf('\n') + 1).endsWith('\r\n') ? '\r\n' : '\n';
  const comment = `${style.open} bnguard-ignore ${finding.rule} -- say why this may stay${style.close}`;
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
  return !sourceCode.getAllComments().some(holds);
}
