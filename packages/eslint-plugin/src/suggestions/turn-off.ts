/** The suggestion to turn a dangerous setting off, where it is one word that has an opposite and sets nothing else. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isProgram, type Found, type SourceCode } from '../analysis.ts';
import { pathOf } from '../ast/fold.ts';
import { propertyName } from '../ast/names.ts';
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
const moving = /withdraw|transfer/i;
/** The name, and between it and the value what assigns: no anchor, no other word. */
const assigned = /(?:withdraw|transfer)[\w-]*["'\]]*(?:\s*(?:[:=]|=>|:=)\s*|>)["'`]?$/i;

export function turningOff({ span }: Found, sourceCode: SourceCode): readonly Suggestion[] {
  const { text } = sourceCode;
  const [, open = '', word = '', close = ''] = /^(["'`]?)(\w+)(["'`]?)$/.exec(text.slice(span.start, span.end)) ?? [];
  const opposite = Object.hasOwn(opposites, word) ? opposites[word] : undefined;
  if (opposite === undefined || open !== close) return [];
  const isOwn = isProgram(sourceCode)
    ? moving.test(nameOf(sourceCode.getNodeByRangeIndex(span.start)) ?? '')
    : assigned.test(text.slice(Math.max(0, span.start - 120), span.start));
  if (!isOwn) return [];
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

/** The name whose value an expression is, and nothing but that. */
function nameOf(node: TSESTree.Node | null): string | undefined {
  if (node?.type !== 'Literal') return undefined;
  const parent = node.parent.type === 'JSXExpressionContainer' ? node.parent.parent : node.parent;
  switch (parent.type) {
    case 'Property':
    case 'PropertyDefinition':
      return parent.value === node ? propertyName(parent) : undefined;
    case 'VariableDeclarator':
    case 'AssignmentExpression':
      return pathOf(parent.type === 'VariableDeclarator' ? parent.id : parent.left).at(-1);
    case 'JSXAttribute':
      return typeof parent.name.name === 'string' ? parent.name.name : undefined;
    default:
      return undefined;
  }
}
