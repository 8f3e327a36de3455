/** What the names of a program stand for, by its scopes: constants, imports under another name, parts of an object. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

type Node = TSESTree.Node;
type Variable = TSESLint.Scope.Variable;

/** What a name was bound to: an expression, perhaps a part of it. */
export interface Bound {
  readonly node: Node;
  /** The steps from the expression to what the name stands for: `['apiKey']` of `const { apiKey: k } = options`. */
  readonly steps: readonly string[];
}

/** What comes from another module: the module's own name of it, `default` or `*`. */
export interface Imported {
  readonly name: string;
  readonly source: string;
}

export class Names {
  readonly #sourceCode: Readonly<TSESLint.SourceCode>;

  constructor(sourceCode: Readonly<TSESLint.SourceCode>) {
    this.#sourceCode = sourceCode;
  }

  /** What a name always stands for; undefined where it may stand for several things or comes from outside. */
  boundTo(identifier: TSESTree.Identifier): Bound | undefined {
    const variable = this.#variable(identifier);
    const definition = variable?.defs.length === 1 ? variable.defs[0]! : undefined;
    if (!variable || !definition || isReassigned(variable)) return undefined;
    const { node, name } = definition;
    if (node.type === 'VariableDeclarator') {
      if (node.init === null) return undefined;
      const steps = stepsTo(node.id, name);
      return steps && { node: node.init, steps };
    }
    if (node.type === 'TSEnumDeclaration' || node.type === 'ClassDeclaration') return { node, steps: [] };
    return undefined;
  }

  /** What a parameter or a part of a pattern is where nothing is given: `secret = "…"`. */
  defaultOf(identifier: TSESTree.Identifier): Node | undefined {
    const definition = this.#variable(identifier)?.defs[0];
    const pattern = definition?.name.parent;
    return pattern?.type === 'AssignmentPattern' && pattern.left === definition?.name ? pattern.right : undefined;
  }

  importedAs(identifier: TSESTree.Identifier): Imported | undefined {
    const node = this.#variable(identifier)?.defs[0]?.node;
    const source = node?.parent?.type === 'ImportDeclaration' ? node.parent.source.value : undefined;
    if (source === undefined) return undefined;
    if (node?.type === 'ImportDefaultSpecifier') return { name: 'default', source };
    if (node?.type === 'ImportNamespaceSpecifier') return { name: '*', source };
    if (node?.type !== 'ImportSpecifier') return undefined;
    return { name: node.imported.type === 'Identifier' ? node.imported.name : node.imported.value, source };
  }

  #variable(identifier: TSESTree.Identifier): Variable | undefined {
    let scope: TSESLint.Scope.Scope | null = this.#sourceCode.getScope(identifier);
    for (; scope; scope = scope.upper) {
      const variable = scope.set.get(identifier.name);
      if (variable) return variable;
    }
    return undefined;
  }
}

function isReassigned({ references }: Variable): boolean {
  return references.some((reference) => reference.isWrite() && reference.init !== true);
}

/** The steps that a pattern takes to reach a name; undefined where they are not told: a rest, a computed key. */
function stepsTo(pattern: Node, name: Node): readonly string[] | undefined {
  if (pattern === name) return [];
  switch (pattern.type) {
    case 'AssignmentPattern':
      return stepsTo(pattern.left, name);
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          if (property.argument === name) return [];
          continue;
        }
        const rest = stepsTo(property.value, name);
        const key = propertyName(property);
        if (rest) return key === undefined ? undefined : [key, ...rest];
      }
      return undefined;
    case 'ArrayPattern':
      for (const [index, element] of pattern.elements.entries()) {
        const rest = element && stepsTo(element, name);
        if (rest) return [String(index), ...rest];
      }
      return undefined;
    default:
      return undefined;
  }
}

type Keyed = TSESTree.Property | TSESTree.PropertyDefinition | TSESTree.AccessorProperty | TSESTree.TSEnumMember;

/** The key of a property, a field or a member of an enumeration; undefined where only running it tells. */
export function propertyName(node: Keyed): string | undefined {
  return node.type === 'TSEnumMember' ? nameIn(node.id, false) : nameIn(node.key, node.computed);
}

/** The property of a member expression; undefined where only running it tells. */
export function memberName({ property, computed }: TSESTree.MemberExpression): string | undefined {
  return nameIn(property, computed);
}

function nameIn(key: Node, computed: boolean): string | undefined {
  if (key.type === 'PrivateIdentifier') return key.name;
  if (key.type === 'Identifier') return computed ? undefined : key.name;
  if (key.type === 'Literal') return String(key.value);
  return key.type === 'TemplateLiteral' && key.expressions.length === 0 ? key.quasis[0]!.value.raw : undefined;
}
