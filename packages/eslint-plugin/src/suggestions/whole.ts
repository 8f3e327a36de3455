/** The expression that is a finding's value and nothing else, and whether another may take its place. */
import type { Span } from '@bnguard/engine';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Found, SourceCode } from '../analysis.ts';
import { pathOf } from '../ast/fold.ts';
import { memberName } from '../ast/names.ts';

type Node = TSESTree.Node;

export interface Whole {
  readonly node: Node & { readonly parent: Node };
  readonly value: string;
}

/** Undefined where one cannot tell, as of a value that is written in another form. */
export function wholeAt({ finding, span }: Found, sourceCode: SourceCode): Whole | undefined {
  let node: Node | undefined = sourceCode.getNodeByRangeIndex(span.start) ?? undefined;
  while (node && (node.type === 'TemplateElement' || node.range[1] < span.end)) node = node.parent;
  const written = node && textIn(node, span);
  if (!node || written === undefined) return undefined;
  // What is not the key as it is written is so once it is decoded: its length and first characters tell.
  const isKey = /^(?:secret|api)-key$/.test(finding.rule);
  if (isKey && !(written.length === 64 && written.startsWith(finding.masked.slice(0, 4)))) return undefined;
  const made = node.type === 'ArrayExpression' ? joinedBy(node) : node;
  if (!made || sourceCode.getCommentsInside(made).length > 0) return undefined;
  const whole = asserted(made);
  return whole.parent && { node: whole as Whole['node'], value: written };
}

/** The text of literals, put together by `+`, templates and lists, all of it in the span. */
function textIn(node: Node, span: Span): string | undefined {
  const all = (parts: readonly (Node | null)[]): string | undefined => {
    const texts = parts.map((part) => part && textIn(part, span));
    return texts.every((text) => typeof text === 'string') ? texts.join('') : undefined;
  };
  const [start, end] = node.range;
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' && start + 1 >= span.start && end - 1 <= span.end ? node.value : undefined;
    case 'TemplateLiteral':
      if (node.expressions.length === 0)
        return start + 1 >= span.start && end - 1 <= span.end ? node.quasis[0]!.value.raw : undefined;
      return node.quasis.every(({ value }) => value.raw === '') ? all(node.expressions) : undefined;
    case 'BinaryExpression':
      return node.operator === '+' ? all([node.left, node.right]) : undefined;
    case 'ArrayExpression':
      return all(node.elements);
    default:
      return undefined;
  }
}

/** `[…].join('')`; undefined where something else, or nothing, makes a text of it. */
function joinedBy({ type, parent }: Node): Node | undefined {
  const isJoin = type === 'ArrayExpression' && parent?.type === 'MemberExpression' && memberName(parent) === 'join';
  return isJoin && parent.parent.type === 'CallExpression' ? parent.parent : undefined;
}

/** With `as const` around it, which only literals may have. */
function asserted(node: Node): Node {
  const { parent } = node;
  const type =
    parent?.type === 'TSAsExpression' || parent?.type === 'TSTypeAssertion' ? parent.typeAnnotation : undefined;
  const isConst = type?.type === 'TSTypeReference' && pathOf(type.typeName).join('.') === 'const';
  return isConst ? parent! : node;
}

/** Where an expression may stand, by what holds it. */
const roles = new RegExp(
  `^(?:${[
    'VariableDeclarator.init|(?:AssignmentExpression|AssignmentPattern).right|(?:Property|PropertyDefinition).value',
    'ArrayExpression.elements|(?:Call|New)Expression.arguments|(?:Logical|Binary)Expression.(?:left|right)',
    'ConditionalExpression.(?:consequent|alternate)|(?:ReturnStatement|YieldExpression|AwaitExpression).argument',
    'ArrowFunctionExpression.body|ExportDefaultDeclaration.declaration|TemplateLiteral.expressions|JSXAttribute.value',
    '(?:JSXExpressionContainer|TSAsExpression|TSTypeAssertion|TSSatisfiesExpression|TSNonNullExpression).expression',
  ].join('|')})$`,
);

/** Whether what reads the environment may take its place: neither what only declares, nor what sets the environment. */
export function isReplaceable(node: Whole['node']): boolean {
  const { parent } = node;
  const isHeld = Object.entries(parent).some(
    ([role, held]) =>
      (held === node || (Array.isArray(held) && held.includes(node))) && roles.test(`${parent.type}.${role}`),
  );
  for (let at: Node | undefined = parent; isHeld && at; at = at.parent) {
    if ('declare' in at && at.declare) return false;
    if (at.type === 'AssignmentExpression' && pathOf(at.left).includes('env')) return false;
    if (at.type !== 'CallExpression') continue;
    const names = [at.callee, ...at.arguments].map((one) => pathOf(one).join('.'));
    if (names.some((name) => /\benv(?:\.set)?$|^require$/.test(name))) return false;
  }
  return isHeld;
}
