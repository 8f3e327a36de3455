/** The suggestion to turn a dangerous setting off, where it is one word that has an opposite and sets nothing else. */
import { isProgram, type Found, type SourceCode } from '../analysis.ts';
import type { Suggestion } from '../define-rule.ts';

const opposites: Readonly<Record<string, string>> = {
  true: 'false',
  True: 'False',
  TRUE: 'FALSE',
  yes: 'no',
  Yes: 'No',
  on: 'off',
  On: 'Off',
  enabled: 'disabled',
  1: '0',
};
/** The name, and between it and the value only what assigns: no anchor, no other word. */
const assigned = /(?:withdraw|transfer)[\w-]*["'\]]*(?:\s*(?:[:=]|=>|:=)\s*\{?|>)["'`]?$/i;
const holders = /^(?:Property|PropertyDefinition|VariableDeclarator|AssignmentExpression|JSX\w+)$/;

export function turningOff({ span }: Found, sourceCode: SourceCode): readonly Suggestion[] {
  const { text } = sourceCode;
  const [, open = '', word = '', close = ''] = /^(["'`]?)(\w+)(["'`]?)$/.exec(text.slice(span.start, span.end)) ?? [];
  const opposite = Object.hasOwn(opposites, word) ? opposites[word] : undefined;
  if (opposite === undefined || open !== close) return [];
  const node = isProgram(sourceCode) ? sourceCode.getNodeByRangeIndex(span.start) : undefined;
  // A constant may set other things, too.
  if (node && !(node.type === 'Literal' && holders.test(node.parent.type))) return [];
  if (!assigned.test(text.slice(Math.max(0, span.start - 120), span.start))) return [];
  return [
    {
      messageId: 'turnOff',
      data: { value: opposite },
      start: span.start,
      end: span.end,
      text: `${open}${opposite}${close}`,
    },
  ];
}
