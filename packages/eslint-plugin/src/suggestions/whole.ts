/** The expression that is a finding's value and nothing else, and whether another may take its place. */
import type { Span } from '@bnguard/engine';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Found, SourceCode } from '../analysis.ts';
import { pathOf } from '../ast/fold.ts';
import { memberName } from '../ast/names.ts';

type Node = TSESTree.Node;

export interface Whole {
  readonly node: Node & { readonly parent: Node };
  /** The value; undefined where it is written in another form. */
  readonly value: string | undefined;
}

/** With all that decodes it; undefined where one cannot tell. */
export function wholeAt({ finding, span }: Found, sourceCode: SourceCode): Whole | undefined {
  let node: Node | undefined = sourceCode.getNodeByRangeIndex(span.start) ?? undefined;
  while (node && (node.type === 'TemplateElement' || node.range[1] < span.end)) node = node.parent;
  const written = node && textIn(node, span);
  const made = node && written !== undefined ? textOf(node) : undefined;
  if (!node || !made || sourceCode.getCommentsInside(made).length > 0) return undefined;
  // A list is no text, and what has not the length of a key is one in another form.
  const isEncoded = /^(?:secret|api)-key$/.test(finding.rule) && written!.length !== 64;
  if (made === node && (isEncoded || node.type === 'ArrayExpression')) return undefined;
  const whole = asserted(made);
  return whole.parent && { node: whole as Whole['node'], value: made === node ? written : undefined };
}

/** The text of literals, put together by `+`, templates, lists and `concat`, all of it in the span. */
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
    case 'CallExpression':
      return node.callee.type === 'MemberExpression' && memberName(node.callee) === 'concat'
        ? all([node.callee.object, ...node.arguments])
        : undefined;
    default:
      return undefined;
  }
}

/** `atob('…')`, `'…'.split('').reverse().join('')`: all that is done to it; undefined where that makes no text. */
function textOf(node: Node): Node | undefined {
  let at = node;
  let isText = true;
  for (;;) {
    const { parent } = at;
    const isObject = parent?.type === 'MemberExpression' && parent.object === at;
    const call = isObject ? parent.parent : parent;
    if (call?.type !== 'CallExpression' || (isObject && call.callee !== parent))
      return isText && !isObject ? at : undefined;
    const name = isObject ? (memberName(parent) ?? '') : pathOf(call.callee).join('.');
    const isDecoder = isObject || name === 'atob' || (name === 'Buffer.from' && call.arguments.length > 1);
    // Who knows what it makes of a text
    if (!isDecoder) return isText && !/atob|deco|decr|pars|escape|base64|hex|revers/i.test(name) ? at : undefined;
    if (!/^(?:Buffer\.from|atob|split|reverse|toReversed|join|toString|trim)$/.test(name)) return undefined;
    if (!call.arguments.every((one) => one === at || one.type === 'Literal')) return undefined;
    isText = /^(?:atob|join|toString|trim)$/.test(name);
    at = call;
  }
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
const roles: Readonly<Record<string, readonly string[]>> = {
  VariableDeclarator: ['init'],
  AssignmentExpression: ['right'],
  AssignmentPattern: ['right'],
  Property: ['value'],
  PropertyDefinition: ['value'],
  ArrayExpression: ['elements'],
  CallExpression: ['arguments'],
  NewExpression: ['arguments'],
  LogicalExpression: ['left', 'right'],
  BinaryExpression: ['left', 'right'],
  ConditionalExpression: ['consequent', 'alternate'],
  ReturnStatement: ['argument'],
  YieldExpression: ['argument'],
  AwaitExpression: ['argument'],
  ArrowFunctionExpression: ['body'],
  ExportDefaultDeclaration: ['declaration'],
  TemplateLiteral: ['expressions'],
  JSXAttribute: ['value'],
  JSXExpressionContainer: ['expression'],
  TSAsExpression: ['expression'],
  TSTypeAssertion: ['expression'],
  TSSatisfiesExpression: ['expression'],
  TSNonNullExpression: ['expression'],
};

/** Whether what reads the environment may take its place: neither what only declares, nor what sets the environment. */
export function isReplaceable(node: Whole['node']): boolean {
  const { parent } = node;
  const named = Object.hasOwn(roles, parent.type) ? roles[parent.type]! : [];
  const isHeld = named
    .flatMap((role) => (parent as unknown as Record<string, Node | readonly Node[]>)[role])
    .includes(node);
  for (let at: Node | undefined = parent; isHeld && at; at = at.parent) {
    if ('declare' in at && at.declare) return false;
    if (at.type === 'AssignmentExpression' && pathOf(at.left).includes('env')) return false;
    if (at.type !== 'CallExpression') continue;
    const names = [at.callee, ...at.arguments].map((one) => pathOf(one).join('.'));
    if (names.some((name) => /\benv(?:\.set)?$|^require$/.test(name))) return false;
  }
  return isHeld;
}
