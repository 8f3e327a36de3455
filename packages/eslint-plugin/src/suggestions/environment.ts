/** The suggestion to read a credential from the environment: the expression that takes the literal's place. */
import type { Role } from '@bnguard/engine';
import type { TSESTree } from '@typescript-eslint/utils';
import { isProgram, type Found, type SourceCode } from '../analysis.ts';
import { pathOf, unwrapped } from '../ast/fold.ts';
import { propertyName } from '../ast/names.ts';
import type { Suggestion } from '../define-rule.ts';
import { isReplaceable, wholeAt, type Whole } from './whole.ts';
import { isTestnet } from '@bnguard/engine/severity';

type Node = TSESTree.Node;

const browsers = new WeakMap<object, boolean>();

/** A file that a browser gets, or that a bundler copies its variables into. */
export function isForBrowsers({ ast, text }: SourceCode, filename: string): boolean {
  const known = browsers.get(ast);
  if (known !== undefined) return known;
  const body: unknown = ast.body;
  const [first] = Array.isArray(body) ? (body as readonly Node[]) : [];
  const isClient =
    first?.type === 'ExpressionStatement' &&
    first.expression.type === 'Literal' &&
    first.expression.value === 'use client';
  const isOne = isClient || text.includes('import.meta.env') || /\.(?:vue|svelte|astro|html?)$/.test(filename);
  browsers.set(ast, isOne);
  return isOne;
}

export function readingEnvironment(found: Found, sourceCode: SourceCode, filename: string): readonly Suggestion[] {
  // Of other languages there is no tree, which would tell where an expression may stand.
  if (!isProgram(sourceCode) || isForBrowsers(sourceCode, filename) || /\.d\.[cm]?ts$/.test(filename)) return [];
  const whole = wholeAt(found, sourceCode);
  if (!whole || !isReplaceable(whole.node)) return [];
  const { node } = whole;
  const { parent } = node;
  const isTyped = /\.[cm]?tsx?$/.test(filename);
  if (parent.type === 'LogicalExpression' && parent.right === node && parent.operator !== '&&') {
    const paths = environmentPaths(parent.left);
    if (paths) return withoutDefault(parent, paths, whole.value, isTyped, sourceCode);
  }
  const expression = environmentOf(sourceCode.text, variableName(found, whole));
  const needsNone = /^(?:TSNonNullExpression|TSAsExpression|TSTypeAssertion|LogicalExpression|TemplateLiteral)$/;
  const typed = isTyped && !needsNone.test(parent.type) ? `${expression}!` : expression;
  const [start, end] = node.range;
  const text = parent.type === 'JSXAttribute' ? `{${typed}}` : apart(typed, sourceCode.text, start, end);
  return [{ messageId: 'useEnvironment', data: { expression }, start, end, text }];
}

/** With blanks where it would grow together with what stands around: `return'…'`, `'…'==x`. */
function apart(expression: string, text: string, start: number, end: number): string {
  const before = /[\w$]/.test(text.charAt(start - 1)) ? ' ' : '';
  return `${before}${expression}${/[\w$=]/.test(text.charAt(end)) ? ' ' : ''}`;
}

function environmentOf(text: string, name: string): string {
  if (/\bDeno\.\w/.test(text)) return `Deno.env.get('${name}')`;
  return /\bBun\.\w/.test(text) ? `Bun.env.${name}` : `process.env.${name}`;
}

// -- defaults ------------------------------------------------------------------------------------------------------

/** The paths of `process.env.A ?? process.env.B`. */
function environmentPaths(node: Node): readonly (readonly string[])[] | undefined {
  const at = unwrapped(node);
  if (at.type !== 'LogicalExpression') {
    const path = pathOf(at);
    return /^(?:process|Bun)\.env\../.test(path.join('.')) ? [path] : undefined;
  }
  const [left, right] = [environmentPaths(at.left), environmentPaths(at.right)];
  return left && right && [...left, ...right];
}

/** Takes the operator and the default away, and touches nothing else. */
function withoutDefault(
  whole: TSESTree.LogicalExpression,
  paths: readonly (readonly string[])[],
  value: string,
  isTyped: boolean,
  sourceCode: SourceCode,
): readonly Suggestion[] {
  const { left, parent } = whole;
  const before = sourceCode.getTokenBefore(
    sourceCode.getTokenAfter(left, ({ value: token }) => token === whole.operator)!,
  )!;
  const isCommented = sourceCode.getCommentsInside(whole).some(({ range }) => range[0] >= left.range[1]);
  // Without parentheses of its own, what is left might mix with what is around.
  const mayMix = parent.type === 'LogicalExpression' && left.type === 'LogicalExpression';
  if (isCommented || mayMix) return [];
  const isPlain = paths.every((path) => path.every((name) => /^[A-Za-z_]\w{0,49}$/.test(name) && !shares(name, value)));
  const expression = isPlain ? paths.map((path) => path.join('.')).join(` ${whole.operator} `) : 'the environment';
  const last = left.type === 'LogicalExpression' ? left.right : left;
  const [start, end] = [before.range[1], whole.range[1]];
  const mark = isTyped && /^(?:Member|Chain)Expression$/.test(last.type) ? '!' : '';
  return [{ messageId: 'dropDefault', data: { expression }, start, end, text: apart(mark, sourceCode.text, -1, end) }];
}

/** Whether a name holds a piece of the value. */
function shares(name: string, value: string): boolean {
  const [a = '', b = ''] = [name, value].map((text) => text.replace(/[^A-Za-z\d]/g, '').toUpperCase());
  for (let at = 0; at + 8 <= a.length; at++) if (b.includes(a.slice(at, at + 8))) return true;
  return false;
}

// -- names ---------------------------------------------------------------------------------------------------------

/** `BINANCE_API_SECRET`, or by the name that the value has in the code. */
function variableName(found: Found, { node, value }: Whole): string {
  const given = nameAround(node)
    ?.replace(/([a-z\d])([A-Z])|[^A-Za-z\d]+/g, '$1_$2')
    .toUpperCase()
    .replace(/^(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|PUBLIC|EXPO_PUBLIC|GATSBY|VUE_APP)_|^_+|_+$/g, '');
  const fallback = ownName(found);
  if (given === undefined || !/^[A-Z][A-Z\d_]{4,50}$/.test(given) || !/KEY|SECRET|TOKEN|PASS/.test(given))
    return fallback;
  if (shares(given, value)) return fallback;
  if (given.includes('BINANCE')) return given;
  return given.split('_').length > 2 ? given : given.includes('_') ? `BINANCE_${given}` : fallback;
}

function ownName({ finding }: Found): string {
  return `BINANCE_${isTestnet(finding) ? 'TESTNET_' : ''}${ownNames[finding.role]}`;
}

const ownNames: Readonly<Record<Role, string>> = {
  secret: 'API_SECRET',
  'api-key': 'API_KEY',
  'private-key': 'PRIVATE_KEY',
  unknown: 'API_SECRET',
};

/** The name that a value is given: of a variable, a property, a field, an attribute, a parameter. */
function nameAround(node: Node): string | undefined {
  let from = node;
  for (let at = node.parent; at; from = at, at = at.parent) {
    switch (at.type) {
      case 'VariableDeclarator':
        return pathOf(at.id).at(-1);
      case 'AssignmentExpression':
      case 'AssignmentPattern':
        return pathOf(at.left).at(-1);
      case 'Property':
      case 'PropertyDefinition':
        return propertyName(at);
      case 'JSXAttribute':
        return at.name.type === 'JSXIdentifier' ? at.name.name : undefined;
      case 'CallExpression':
      case 'NewExpression':
        if (at.callee !== from && at.arguments.some((one) => one === from)) return undefined;
        break;
      default:
        if (/Statement|Function|Class|Array/.test(at.type)) return undefined;
    }
  }
  return undefined;
}
