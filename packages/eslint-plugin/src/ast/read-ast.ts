/**
 * ESLint's syntax tree → what the engine calls parsed: every binding and call of a program. It goes over all nodes once;
 * what values are is fold.ts's to say, what names stand for names.ts's.
 */
import type { Binding, Call, Parsed, Via } from '@bnguard/engine';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { Constants, pathOf, spanOf, unwrapped, type Operand } from './fold.ts';
import { memberName, Names, propertyName } from './names.ts';

type Node = TSESTree.Node;
type Path = readonly string[];

/** Objects are nested deeper by machines only. */
const maxDepth = 40;
/** Steps of a chain of calls: the last ones tell. */
const maxChain = 12;

/** What a program binds and calls. Takes the trees of every parser for JavaScript and TypeScript, also of `.vue` files. */
export function readAst(sourceCode: Readonly<TSESLint.SourceCode>): Parsed {
  const reader = new AstReader(sourceCode);
  reader.read(sourceCode.ast);
  return reader;
}

class AstReader implements Parsed {
  readonly bindings: Binding[] = [];
  readonly calls: Call[] = [];
  readonly #sourceCode: Readonly<TSESLint.SourceCode>;
  readonly #names: Names;
  readonly #constants: Constants;

  constructor(sourceCode: Readonly<TSESLint.SourceCode>) {
    this.#sourceCode = sourceCode;
    this.#names = new Names(sourceCode);
    this.#constants = new Constants(sourceCode.text, this.#names);
  }

  /** All nodes, without a call for each level: trees may be deep. */
  read(root: Node): void {
    const keys = this.#sourceCode.visitorKeys;
    const open: Node[] = [root];
    for (let node = open.pop(); node; node = open.pop()) {
      this.#node(node);
      const children = (keys[node.type] ?? []).map((key) => (node as unknown as Record<string, unknown>)[key]).flat();
      for (const child of children.reverse()) if (isNode(child)) open.push(child);
    }
  }

  #node(node: Node): void {
    switch (node.type) {
      case 'VariableDeclarator':
        if (node.init) this.#declare(node.id, node.init);
        break;
      case 'AssignmentExpression':
        this.#declare(node.left, node.right);
        break;
      case 'PropertyDefinition':
      case 'AccessorProperty': {
        const name = propertyName(node);
        if (node.value && name !== undefined) {
          const owner = node.parent.parent.id?.name;
          const path = owner === undefined ? [name] : [owner, name];
          this.#bind(path, node.value, 'assign', node.parent.range[0], this.bindings);
        }
        break;
      }
      case 'TSEnumMember': {
        const name = propertyName(node);
        if (node.initializer && name !== undefined) this.#enumMember(node, node.initializer, name);
        break;
      }
      case 'JSXAttribute':
        if (node.value && node.name.type === 'JSXIdentifier')
          this.#bind([node.name.name], node.value, 'assign', this.#blockOf(node), this.bindings);
        break;
      case 'CallExpression':
      case 'NewExpression':
        this.#call(node);
        break;
      case 'TaggedTemplateExpression':
        this.#taggedTemplate(node);
        break;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        this.#defaults(node);
        break;
      case 'ExportDefaultDeclaration':
        if (node.declaration.type === 'ObjectExpression') this.#bind([], node.declaration, 'assign', 0, this.bindings);
        break;
      default:
    }
  }

  // -- names and their values ------------------------------------------------------------------------------------

  /** `key = …`, `config.binance["key"] = …`, `const { a: { b } = …, c = … } = …`. */
  #declare(target: Node, value: Node): void {
    const container = this.#blockOf(target);
    if (target.type === 'ObjectPattern' || target.type === 'ArrayPattern') {
      this.#pattern(target, value, container, 0);
      // What is taken apart is also read as the object or list that it is.
      this.#bind([], value, 'assign', container, this.bindings);
    } else {
      const path = pathOf(target);
      if (path.length > 0) this.#bind(path, value, 'assign', container, this.bindings);
    }
  }

  /** Names that take their value out of another one, or their default. */
  #pattern(pattern: Node, value: Node | undefined, container: number, depth: number): void {
    if (depth > maxDepth) return;
    const parts: readonly (readonly [string | undefined, Node])[] =
      pattern.type === 'ObjectPattern'
        ? pattern.properties.flatMap((one) =>
            one.type === 'Property' ? [[propertyName(one), one.value] as const] : [],
          )
        : pattern.type === 'ArrayPattern'
          ? pattern.elements.flatMap((one, index) => (one ? [[String(index), one] as const] : []))
          : [];
    for (const [step, part] of parts) {
      const target = part.type === 'AssignmentPattern' ? part.left : part;
      const own = value && step !== undefined ? this.#constants.part(value, step) : undefined;
      if (target.type !== 'Identifier' && target.type !== 'MemberExpression') {
        this.#pattern(target, own, container, depth + 1);
        continue;
      }
      const names = [step, ...pathOf(target)].filter((name) => name !== undefined && !/^\d+$/.test(name));
      for (const name of new Set(names as string[])) {
        if (own) this.#bind([name], own, 'assign', container, this.bindings);
        if (part.type === 'AssignmentPattern') this.#bind([name], part.right, 'assign', container, this.bindings);
      }
    }
  }

  /** A value, with all that stands in it where it is an object or a list, under its name. */
  #bind(path: Path, node: Node, via: Via, container: number, sink: Binding[], depth = 0): void {
    const at = unwrapped(node);
    if (depth > maxDepth || !this.#constants.spend()) return;
    if (at.type === 'ConditionalExpression' || at.type === 'LogicalExpression') {
      const [one, other] = at.type === 'LogicalExpression' ? [at.left, at.right] : [at.consequent, at.alternate];
      if (holdsObject(one) || holdsObject(other)) {
        this.#bind(path, one, via, container, sink, depth + 1);
        this.#bind(path, other, via, container, sink, depth + 1);
        return;
      }
    }
    if (at.type === 'ObjectExpression') this.#entries(path, at, sink, depth);
    else if (at.type === 'ArrayExpression') this.#elements(path, at, sink, depth);
    if (path.length === 0) return;
    for (const { value, span } of this.#valuesOf(at)) sink.push({ path, via, value, span, container });
  }

  /** Wrappers hand on what they are given: `required("…")`. */
  #valuesOf(node: Node): readonly Operand[] {
    const values = this.#constants.valuesOf(node);
    const [argument, ...more] = node.type === 'CallExpression' ? node.arguments : [];
    if (!argument || more.length > 0 || values.some(({ value }) => value.kind !== 'unknown')) return values;
    const texts = this.#constants.valuesOf(argument).filter(({ value }) => value.kind === 'text');
    return texts.length > 0 ? texts : values;
  }

  #entries(path: Path, { properties, range }: TSESTree.ObjectExpression, sink: Binding[], depth: number): void {
    for (const property of properties) {
      if (property.type === 'SpreadElement') {
        const spread = this.#constants.origin(property.argument);
        if (spread.type === 'ObjectExpression' && depth < maxDepth) this.#entries(path, spread, sink, depth + 1);
        continue;
      }
      const name = propertyName(property) ?? this.#keyOf(property);
      if (name !== undefined) this.#bind([...path, name], property.value, 'entry', range[0], sink, depth + 1);
    }
  }

  /** `[KEY]: …`, where the name is a constant’s. */
  #keyOf({ key, computed }: TSESTree.Property): string | undefined {
    return computed ? (this.#constants.textOf(key)?.text ?? pathOf(key).at(-1)) : undefined;
  }

  #elements(path: Path, { elements, range }: TSESTree.ArrayExpression, sink: Binding[], depth: number): void {
    const [first, second, ...more] = elements;
    const label = first && more.length === 0 ? this.#constants.textOf(first)?.text : undefined;
    // `["X-MBX-APIKEY", "…"]`: an entry of a map.
    const isEntry = second && label !== undefined && /^[A-Za-z_][\w.-]{1,60}$/.test(label);
    if (isEntry) this.#bind([...path, label], second, 'entry', range[0], sink, depth + 1);
    for (const [index, element] of elements.entries()) {
      if (!element || element.type === 'SpreadElement' || (index === 1 && isEntry)) continue;
      // What else a list holds is said by the list.
      const isHeard =
        holdsObject(element) || this.#constants.valuesOf(element).some(({ value }) => value.kind === 'text');
      if (isHeard) this.#bind([...path, String(index)], element, 'entry', range[0], sink, depth + 1);
    }
  }

  #enumMember(node: TSESTree.TSEnumMember, value: Node, name: string): void {
    const owner = node.parent.type === 'TSEnumBody' ? node.parent.parent : undefined;
    const container = node.parent.range[0];
    this.#bind(owner ? [owner.id.name, name] : [name], value, 'assign', container, this.bindings);
  }

  /** Where the smallest block begins that holds the node; 0 for the program. */
  #blockOf(node: Node): number {
    for (let at = node.parent; at; at = at.parent) {
      if (/^(?:BlockStatement|StaticBlock|ClassBody|TSModuleBlock)$/.test(at.type)) return at.range[0];
    }
    return 0;
  }

  // -- calls -----------------------------------------------------------------------------------------------------

  #call(node: TSESTree.CallExpression | TSESTree.NewExpression): void {
    const callee = this.#calleeOf(node.callee);
    if (callee.length === 0) return;
    const open = this.#sourceCode.getTokenAfter(node.typeArguments ?? node.callee, isOpeningParenthesis);
    const container = open && open.range[0] < node.range[1] ? open.range[0] : node.range[0];
    const args: Binding[] = [];
    let index = 0;
    for (const argument of node.arguments) {
      if (argument.type !== 'SpreadElement') this.#argument(String(index++), argument, container, args);
      else {
        const list = this.#constants.origin(argument.argument);
        if (list.type !== 'ArrayExpression') break;
        for (const element of list.elements) if (element) this.#argument(String(index++), element, container, args);
      }
    }
    this.calls.push({ callee, args, span: { start: node.callee.range[0], end: node.range[1] } });
  }

  #argument(index: string, node: Node, container: number, args: Binding[]): void {
    const origin = this.#constants.origin(node);
    const isHeld = origin.type === 'ObjectExpression' || origin.type === 'ArrayExpression';
    this.#bind([index], isHeld ? origin : node, 'argument', container, args);
  }

  /** The names of what is called, by the names that their modules give them; of chained calls those of all links. */
  #calleeOf(node: Node): Path {
    const at = unwrapped(node);
    switch (at.type) {
      case 'Identifier':
        return this.#ownName(at);
      case 'ThisExpression':
        return ['this'];
      case 'Super':
        return ['super'];
      case 'ImportExpression':
        return ['import'];
      case 'MemberExpression': {
        const name = memberName(at) ?? this.#constants.textOf(at.property)?.text ?? pathOf(at.property).at(-1);
        const path = this.#calleeOf(at.object);
        return name === undefined ? path : [...path, name].slice(-maxChain);
      }
      case 'CallExpression':
        // `require("…")` and `require("…").default`: the names behind it tell.
        return isRequire(at) ? [] : this.#calleeOf(at.callee);
      case 'NewExpression':
        return this.#calleeOf(at.callee);
      default:
        return [];
    }
  }

  #ownName(identifier: TSESTree.Identifier, hops = 4): Path {
    const imported = this.#names.importedAs(identifier);
    if (imported) return [imported.name === 'default' || imported.name === '*' ? identifier.name : imported.name];
    const bound = hops > 0 ? this.#names.boundTo(identifier) : undefined;
    if (!bound) return [identifier.name];
    const { node, steps } = bound;
    const at = unwrapped(node);
    // `const { Spot: S } = require("…")`, `const S = connector.Spot`
    if (steps.length > 0) return steps.every((step) => !/^\d+$/.test(step)) ? [steps.at(-1)!] : [identifier.name];
    if (at.type === 'Identifier') return this.#ownName(at, hops - 1);
    if (at.type === 'MemberExpression' && /^[A-Z]/.test(memberName(at) ?? '')) return [memberName(at)!];
    return [identifier.name];
  }

  #taggedTemplate(node: TSESTree.TaggedTemplateExpression): void {
    const { tag, quasi } = node;
    const callee = this.#calleeOf(tag);
    if (callee.length === 0) return;
    const args: Binding[] = [];
    this.#bind(['0'], quasi, 'argument', quasi.range[0], args);
    this.calls.push({ callee, args, span: spanOf(node) });
  }

  /** The defaults of parameters count as arguments of the function. */
  #defaults(node: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression): void {
    const args: Binding[] = [];
    const open = this.#sourceCode.getFirstToken(node, isOpeningParenthesis)?.range[0] ?? node.range[0];
    for (const parameter of node.params) {
      const at = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
      if (at.type !== 'AssignmentPattern') {
        if (at.type === 'ObjectPattern') this.#pattern(at, undefined, open, 0);
        continue;
      }
      const { left, right } = at;
      if (left.type === 'Identifier') this.#bind([left.name], right, 'argument', open, args);
      else {
        this.#pattern(left, right, open, 0);
        this.#bind([], right, 'argument', open, args);
      }
    }
    const name = functionName(node);
    if (args.length > 0 && name !== undefined) this.calls.push({ callee: [name], args, span: spanOf(node) });
    else for (const one of args) this.bindings.push({ ...one, via: 'assign' });
  }
}

const isOpeningParenthesis = ({ value, type }: TSESTree.Token): boolean => value === '(' && type === 'Punctuator';

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}

function holdsObject(node: Node): boolean {
  const at = unwrapped(node);
  return at.type === 'ObjectExpression' || at.type === 'ArrayExpression';
}

function isRequire({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'Identifier' && callee.name === 'require';
}

/** The function's own name, or that of what it is given to. */
function functionName(node: Node): string | undefined {
  if ('id' in node && node.id?.type === 'Identifier') return node.id.name;
  const { parent } = node;
  if (parent?.type === 'MethodDefinition' || parent?.type === 'Property')
    return parent.key.type === 'Identifier' || parent.key.type === 'PrivateIdentifier' ? parent.key.name : undefined;
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined;
}
