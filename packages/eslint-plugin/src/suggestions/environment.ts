/** The suggestion to read a credential from the environment: the expression that takes the literal's place. */
import type { Role } from '@bnguard/engine';
import type { TSESTree } from '@typescript-eslint/utils';
import { isProgram, type Found, type SourceCode } from '../analysis.ts';
import { pathOf, unwrapped } from '../ast/fold.ts';
import { propertyName } from '../ast/names.ts';
import type { Suggestion } from '../define-rule.ts';

type Node = TSESTree.Node;

/** A file that a browser gets, or that a bundler copies its variables into. */
export function isForBrowsers({ text }: SourceCode, filename: string): boolean {
  return (
    /\bimport\.meta\.env\b/.test(text) ||
    /^\s*(?:(?:\/\/[^\n]*|\/\*[^]*?\*\/)\s*)*["']use client["']/.test(text) ||
    /\.(?:vue|svelte|astro|html?)$/.test(filename)
  );
}

export function readingEnvironment(found: Found, sourceCode: SourceCode, filename: string): readonly Suggestion[] {
  if (!isProgram(sourceCode)) return readingElsewhere(found, sourceCode, filename);
  if (isForBrowsers(sourceCode, filename)) return [];
  const node = expressionAt(found, sourceCode);
  if (!node || !isReplaceable(node)) return [];
  const isTyped = /\.[cm]?tsx?$/.test(filename);
  const withDefault = defaulted(node);
  if (withDefault) {
    const { left, whole } = withDefault;
    const expression = sourceCode.text.slice(...left.range);
    const text = `${expression}${isTyped && !expression.endsWith('!') ? '!' : ''}`;
    return [{ messageId: 'dropDefault', data: { expression }, start: whole.range[0], end: whole.range[1], text }];
  }
  const expression = environmentOf(sourceCode.text, variableName(found, node, sourceCode));
  const { parent } = node;
  const needsNone = /^(?:TSNonNullExpression|TSAsExpression|TSTypeAssertion|LogicalExpression|TemplateLiteral)$/;
  const typed = isTyped && !(parent && needsNone.test(parent.type)) ? `${expression}!` : expression;
  const text = parent?.type === 'JSXAttribute' ? `{${typed}}` : typed;
  return [{ messageId: 'useEnvironment', data: { expression }, start: node.range[0], end: node.range[1], text }];
}

function environmentOf(text: string, name: string): string {
  if (/\bDeno\.\w/.test(text)) return `Deno.env.get('${name}')`;
  return /\bBun\.\w/.test(text) ? `Bun.env.${name}` : `process.env.${name}`;
}

/** The smallest expression that is the value and nothing else; undefined where the value is only a part of one. */
function expressionAt({ span }: Found, sourceCode: SourceCode): Node | undefined {
  let node: Node | undefined = sourceCode.getNodeByRangeIndex(span.start) ?? undefined;
  while (node && (node.type === 'TemplateElement' || node.range[1] < span.end)) node = node.parent;
  if (!node || !/^(?:Literal|TemplateLiteral|BinaryExpression|CallExpression)$/.test(node.type)) return undefined;
  if (node.type === 'TemplateLiteral' && node.expressions.length > 0 && !isFolded(node)) return undefined;
  const { text } = sourceCode;
  const around = text.slice(node.range[0], span.start) + text.slice(span.end, node.range[1]);
  const isWhole =
    node.type === 'Literal' || node.type === 'TemplateLiteral' ? /^["'`]{2}$/.test(around) : !/[\w$]{16}/.test(around);
  return isWhole ? node : undefined;
}

/** Whether all that stands in a template is text. */
function isFolded({ expressions }: TSESTree.TemplateLiteral): boolean {
  return expressions.every((one) => one.type === 'Literal');
}

/** Where a call could stand: not in types, keys, imports and enumerations. */
function isReplaceable(node: Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (/^(?:TSLiteralType|TSEnumMember|Import\w+|Export(?:All|Named)Declaration)$/.test(parent.type)) return false;
  if ((parent.type === 'Property' || parent.type === 'PropertyDefinition') && parent.key === node) return false;
  return !(
    parent.type === 'ExpressionStatement' ||
    (parent.type === 'TaggedTemplateExpression' && parent.quasi === node)
  );
}

/** `process.env.KEY ?? "…"`: without the default. */
function defaulted(node: Node): { readonly left: Node; readonly whole: Node } | undefined {
  const { parent } = node;
  if (parent?.type !== 'LogicalExpression' || parent.right !== node || parent.operator === '&&') return undefined;
  const left = unwrapped(parent.left);
  const [first, second] = pathOf(left);
  return (first === 'process' || first === 'Bun') && second === 'env'
    ? { left: parent.left, whole: parent }
    : undefined;
}

// -- names ---------------------------------------------------------------------------------------------------------

/** `BINANCE_API_SECRET`, or by the name that the value has in the code. */
function variableName({ finding, span }: Found, node: Node, { text }: SourceCode): string {
  const given = nameAround(node)
    ?.replace(/([a-z\d])([A-Z])|[^A-Za-z\d]+/g, '$1_$2')
    .toUpperCase()
    .replace(/^(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|PUBLIC|EXPO_PUBLIC|GATSBY|VUE_APP)_|^_+|_+$/g, '');
  const network = finding.environment === 'testnet' || finding.environment === 'demo' ? 'TESTNET_' : '';
  const fallback = `BINANCE_${network}${ownNames[finding.role]}`;
  if (given === undefined || !/^[A-Z][A-Z\d_]{4,50}$/.test(given) || !/KEY|SECRET|TOKEN|PASS/.test(given))
    return fallback;
  // A name could hold a piece of the value.
  const value = text.slice(span.start, span.end).toUpperCase();
  for (let at = 0; at + 8 <= given.length; at++) if (value.includes(given.slice(at, at + 8))) return fallback;
  if (given.includes('BINANCE')) return given;
  return given.split('_').length > 2 ? given : given.includes('_') ? `BINANCE_${given}` : fallback;
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

// -- other languages -----------------------------------------------------------------------------------------------

const others: readonly { readonly file: RegExp; readonly needs: RegExp; readonly read: (name: string) => string }[] = [
  { file: /\.py$/, needs: /^\s*import (?:\w+, )*os\b/m, read: (name) => `os.environ["${name}"]` },
  { file: /\.go$/, needs: /"os"/, read: (name) => `os.Getenv("${name}")` },
  { file: /\.rb$/, needs: /(?:)/, read: (name) => `ENV.fetch("${name}")` },
  { file: /\.php$/, needs: /(?:)/, read: (name) => `getenv('${name}')` },
  { file: /\.(?:java|kts?|scala)$/, needs: /(?:)/, read: (name) => `System.getenv("${name}")` },
  { file: /\.cs$/, needs: /^\s*using System;/m, read: (name) => `Environment.GetEnvironmentVariable("${name}")` },
];

/** In languages whose tree we do not have: a literal in quotes that is the value and nothing else. */
function readingElsewhere({ finding, span }: Found, { text }: SourceCode, filename: string): readonly Suggestion[] {
  const other = others.find(({ file, needs }) => file.test(filename) && needs.test(text));
  const quote = text.charAt(span.start - 1);
  const before = text.slice(Math.max(0, span.start - 4), span.start - 1);
  if (!other || !/["']/.test(quote) || text.charAt(span.end) !== quote || /["'\w]$/.test(before)) return [];
  if (text.charAt(span.end + 1) === quote || /["'\\\n]/.test(text.slice(span.start, span.end))) return [];
  const network = finding.environment === 'testnet' || finding.environment === 'demo' ? 'TESTNET_' : '';
  const expression = other.read(`BINANCE_${network}${ownNames[finding.role]}`);
  return [
    { messageId: 'useEnvironment', data: { expression }, start: span.start - 1, end: span.end + 1, text: expression },
  ];
}
