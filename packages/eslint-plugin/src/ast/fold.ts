/**
 * Expression → the values that it may have when the program runs, with the place of each of their characters: literals
 * joined, sliced, reversed or decoded, constants by their names, and every branch of `??`, `||` and `?:`.
 */
import { concat as concatAll, escapedText, slice, verbatim } from '@bnguard/engine/values';
import type { Span, TextValue, Value } from '@bnguard/engine';
import type { TSESTree } from '@typescript-eslint/utils';
import { memberName, propertyName, type Names } from './names.ts';

type Node = TSESTree.Node;

/** One value that an expression may have. */
export interface Operand {
  readonly value: Value;
  /** Where it is written. */
  readonly span: Span;
}

/** So many names may lead from one to the next. */
const maxHops = 8;
const maxDepth = 60;
const maxAlternatives = 40;
/** Longer texts are not taken apart. */
const longest = 4096;
/** Texts that are joined to more are data. */
const longestSum = 100_000;
/** So many expressions are looked at in one file; names that stand for sums of names would ask for more than any. */
const maxEffort = 300_000;

export const spanOf = ({ range }: Node): Span => ({ start: range[0], end: range[1] });
const unknown = { kind: 'unknown' } as const;

/** What surrounds an expression without changing its value. */
export function unwrapped(node: Node): Node {
  for (let at = node; ;) {
    switch (at.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
        at = at.expression;
        break;
      case 'AwaitExpression':
        at = at.argument;
        break;
      case 'JSXExpressionContainer':
        at = at.expression;
        break;
      case 'SequenceExpression':
        at = at.expressions.at(-1)!;
        break;
      default:
        return at;
    }
  }
}

export class Constants {
  readonly #text: string;
  readonly #names: Names;
  readonly #known = new Map<Node, readonly Operand[]>();
  #effort = 0;

  constructor(text: string, names: Names) {
    this.#text = text;
    this.#names = names;
  }

  /** Counts one step; false once a file has asked for too many. */
  spend(): boolean {
    return ++this.#effort <= maxEffort;
  }

  /** At least one. */
  valuesOf(node: Node, hops: number = maxHops, depth = 0): readonly Operand[] {
    const known = this.#known.get(node);
    if (known) return known;
    const found =
      depth > maxDepth || !this.spend() ? [] : this.#fold(unwrapped(node), hops, depth + 1).slice(0, maxAlternatives);
    const values = found.length > 0 ? found : [{ value: unknown, span: spanOf(node) }];
    if (hops === maxHops) this.#known.set(node, values);
    return values;
  }

  /** The one text that an expression has; undefined where it may have others. */
  textOf(node: Node, hops: number = maxHops, depth = 0): TextValue | undefined {
    const values = this.valuesOf(node, hops, depth);
    const value = values.length === 1 ? values[0]!.value : undefined;
    return value?.kind === 'text' ? value : undefined;
  }

  /** The expression that a name or a member stands for, by constants only: an object, a list, a class. */
  origin(node: Node, hops: number = maxHops): Node {
    const at = unwrapped(node);
    if (hops === 0 || !this.spend()) return at;
    if (at.type === 'ThisExpression') return classAround(at) ?? at;
    if (at.type === 'Identifier') {
      const bound = this.#names.boundTo(at);
      const part = bound && this.#partOf(bound.node, bound.steps, hops - 1);
      return part ? this.origin(part, hops - 1) : at;
    }
    if (at.type === 'MemberExpression') {
      const name = memberName(at);
      const part = name === undefined ? undefined : this.#partOf(at.object, [name], hops - 1);
      return part ? this.origin(part, hops - 1) : at;
    }
    // `Object.freeze({ … })`, `structuredClone(options)`
    if (
      at.type === 'CallExpression' &&
      at.arguments.length === 1 &&
      /^(?:Object\.freeze|structuredClone)$/.test(nameOf(at))
    )
      return this.origin(at.arguments[0]!, hops - 1);
    return at;
  }

  /** What stands under a name in an object, or at an index of a list, where that is told. */
  part(node: Node, step: string): Node | undefined {
    return this.#partOf(node, [step], maxHops);
  }

  /** What stands at the end of some steps into an object, a list, an enumeration or the static side of a class. */
  #partOf(node: Node, steps: readonly string[], hops: number): Node | undefined {
    const [step, ...rest] = steps;
    if (step === undefined) return node;
    if (hops < 0) return undefined;
    const holder = this.origin(node, hops);
    const part = this.#member(holder, step, hops);
    return part && this.#partOf(part, rest, hops);
  }

  #member(holder: Node, step: string, hops: number): Node | undefined {
    if (!this.spend()) return undefined;
    switch (holder.type) {
      case 'ObjectExpression':
        for (const property of holder.properties.toReversed()) {
          if (property.type === 'SpreadElement') {
            const part = hops > 0 ? this.#member(this.origin(property.argument, hops - 1), step, hops - 1) : undefined;
            if (part) return part;
          } else if (propertyName(property) === step) return property.value;
        }
        return undefined;
      case 'ArrayExpression':
        return holder.elements.some((one) => one?.type === 'SpreadElement')
          ? undefined
          : (holder.elements[Number(step)] ?? undefined);
      case 'TSEnumDeclaration':
        return holder.body.members.find((one) => propertyName(one) === step)?.initializer;
      case 'ClassDeclaration':
      case 'ClassExpression': {
        const field = holder.body.body.find((one) => one.type === 'PropertyDefinition' && propertyName(one) === step);
        return field?.type === 'PropertyDefinition' ? (field.value ?? undefined) : undefined;
      }
      default:
        return undefined;
    }
  }

  #fold(node: Node, hops: number, depth: number): readonly Operand[] {
    const one = (value: Value): readonly Operand[] => [{ value, span: spanOf(node) }];
    switch (node.type) {
      case 'Literal':
        return one(this.#literal(node));
      case 'JSXText':
        return one(verbatim(this.#text, ...node.range));
      case 'TemplateLiteral':
        return this.#template(node, hops, depth);
      case 'TaggedTemplateExpression':
        return nameOf(node) === 'String.raw' && node.quasi.expressions.length === 0
          ? one(this.#quasi(node.quasi.quasis[0]!, true))
          : [];
      case 'BinaryExpression':
        return node.operator === '+' ? this.#sum(node, hops, depth) : [];
      case 'UnaryExpression':
        return this.#unary(node, hops, depth);
      case 'LogicalExpression':
        return [...this.valuesOf(node.left, hops, depth), ...this.valuesOf(node.right, hops, depth)];
      case 'ConditionalExpression':
        return [...this.valuesOf(node.consequent, hops, depth), ...this.valuesOf(node.alternate, hops, depth)];
      case 'AssignmentExpression':
        return this.valuesOf(node.right, hops, depth);
      case 'AssignmentPattern':
        return this.valuesOf(node.right, hops, depth);
      case 'ArrayExpression':
        return one({ kind: 'list', items: this.#items(node, hops, depth).map(({ value }) => value) });
      case 'ArrowFunctionExpression':
        return node.body.type === 'BlockStatement' ? [] : this.valuesOf(node.body, hops, depth);
      case 'Identifier':
      case 'MemberExpression':
        return this.#named(node, hops, depth);
      case 'CallExpression':
        return this.#call(node, hops, depth);
      case 'NewExpression':
        // An address goes by the text that it is made of.
        return /^(?:String|URL)$/.test(nameOf(node)) && node.arguments.length === 1
          ? this.valuesOf(node.arguments[0]!, hops, depth)
          : [];
      default:
        return [];
    }
  }

  #literal({ value, raw, range }: TSESTree.Literal): Value {
    if (typeof value === 'string') {
      const quote = raw.charAt(0);
      // Attributes of JSX know no escapes.
      return raw.includes('\\') && raw.length - 2 !== value.length
        ? escapedText(this.#text, range[0] + 1, range[1] - 1)
        : verbatim(this.#text, range[0] + (/["']/.test(quote) ? 1 : 0), range[1] - 1);
    }
    return value instanceof RegExp ? unknown : { kind: 'scalar', text: raw };
  }

  #template(node: TSESTree.TemplateLiteral, hops: number, depth: number): readonly Operand[] {
    const { quasis, expressions } = node;
    const parts: TextValue[] = [];
    for (const [index, quasi] of quasis.entries()) {
      parts.push(this.#quasi(quasi, false));
      const expression = expressions[index];
      const text = expression && this.textOf(expression, hops, depth);
      // What is between is known only when it runs; the texts around it are values of their own.
      if (expression && !text) return quasis.map((one) => ({ value: this.#quasi(one, false), span: spanOf(one) }));
      if (text) parts.push(text);
    }
    const value = concat(parts);
    return value ? [{ value, span: spanOf(node) }] : [];
  }

  /** A parser's range of it may hold the marks around it, and its text has lost what ends lines. */
  #quasi({ range: [from, to], value }: TSESTree.TemplateElement, isRaw: boolean): TextValue {
    const bounds = [[from, to] as const, [from + 1, to - 1] as const, [from + 1, to - 2] as const];
    const isText = (start: number, end: number): boolean =>
      this.#text.slice(start, end).replace(/\r\n?/g, '\n') === value.raw;
    const [start, end] = bounds.find((one) => isText(...one)) ?? [from, to];
    return isRaw || !value.raw.includes('\\') ? verbatim(this.#text, start, end) : escapedText(this.#text, start, end);
  }

  /** Long sums lean to the left: they are taken apart without a call for each. */
  #sum(node: TSESTree.BinaryExpression, hops: number, depth: number): readonly Operand[] {
    const terms: Node[] = [];
    let at: Node = node;
    for (; at.type === 'BinaryExpression' && at.operator === '+'; at = unwrapped(at.left)) terms.unshift(at.right);
    terms.unshift(at);
    const values = terms.map((term) => this.valuesOf(term, hops, depth));
    const texts = values.map((some) =>
      some.length === 1 && some[0]!.value.kind === 'text' ? some[0]!.value : undefined,
    );
    if (!texts.every((text) => text !== undefined)) return values.flat();
    const value = concat(texts);
    return value ? [{ value, span: spanOf(node) }] : [];
  }

  #unary(node: TSESTree.UnaryExpression, hops: number, depth: number): readonly Operand[] {
    const { operator, argument } = node;
    const inner = this.valuesOf(argument, hops, depth)[0]?.value;
    const span = spanOf(node);
    if (inner?.kind !== 'scalar') return [];
    if (operator === '!' && /^(?:0|1|true|false)$/.test(inner.text))
      return [{ value: { kind: 'scalar', text: String(/^(?:0|false)$/.test(inner.text)) }, span }];
    return operator === '-' ? [{ value: { kind: 'scalar', text: `-${inner.text}` }, span }] : [];
  }

  #named(node: TSESTree.Identifier | TSESTree.MemberExpression, hops: number, depth: number): readonly Operand[] {
    const span = spanOf(node);
    const path = pathOf(node);
    const itself: readonly Operand[] = path.length > 0 ? [{ value: { kind: 'ref', path }, span }] : [];
    if (hops === 0) return itself;
    const origin = this.origin(node, hops);
    const isFound = origin !== node && origin.type !== 'Identifier' && origin.type !== 'MemberExpression';
    const fallback = node.type === 'Identifier' ? this.#names.defaultOf(node) : undefined;
    // A text knows itself where it stands; a number is told where it is written.
    const found = isFound
      ? this.valuesOf(origin, hops - 1, depth).map((one) => (one.value.kind === 'scalar' ? one : { ...one, span }))
      : [];
    // `Right.Withdraw` says as much as the short text that it stands for, and where it is used.
    const isNameEnough = node.type === 'MemberExpression' && found.every(({ value }) => isShort(value));
    const values = isFound && !isNameEnough ? found : itself;
    return fallback ? [...values, ...this.valuesOf(fallback, hops - 1, depth)] : values;
  }

  #items({ elements }: TSESTree.ArrayExpression, hops: number, depth: number): readonly Operand[] {
    return elements.flatMap((element): readonly Operand[] => {
      if (element === null) return [];
      if (element.type !== 'SpreadElement') return this.valuesOf(element, hops, depth).slice(0, 1);
      const spread = hops > 0 ? this.origin(element.argument, hops) : element;
      return spread.type === 'ArrayExpression' ? this.#items(spread, hops - 1, depth) : [];
    });
  }

  // -- calls -----------------------------------------------------------------------------------------------------

  #call(node: TSESTree.CallExpression, hops: number, depth: number): readonly Operand[] {
    const span = spanOf(node);
    const one = (value: Value | undefined): readonly Operand[] => (value ? [{ value, span }] : []);
    const text = (index: number): TextValue | undefined => {
      const argument = node.arguments[index];
      return argument && argument.type !== 'SpreadElement' ? this.textOf(argument, hops, depth) : undefined;
    };
    const name = nameOf(node);
    if (name === 'atob') return one(decoded(text(0), 'base64'));
    if (name === 'Buffer.from') return one(decoded(text(0), text(1)?.text ?? 'utf8'));
    if (/^(?:String|Object\.freeze|decodeURIComponent|decodeURI|encodeURIComponent|unescape)$/.test(name)) {
      const [argument] = node.arguments;
      return argument ? this.valuesOf(argument, hops, depth).map(({ value }) => ({ value, span })) : [];
    }
    if (/^String\.from(?:CharCode|CodePoint)$/.test(name)) return one(this.#characters(node, hops, depth));
    const callee = unwrapped(node.callee);
    const method = callee.type === 'MemberExpression' ? memberName(callee) : undefined;
    if (callee.type === 'MemberExpression' && method !== undefined) {
      const value = this.valuesOf(callee.object, hops, depth)[0]?.value;
      const made = value && this.#method(value, method, node, text, hops, depth);
      if (made) return one(made);
    }
    return [];
  }

  /** Of what a method of a text or a list makes what can be told; undefined where it cannot. */
  #method(
    value: Value,
    method: string,
    { arguments: args }: TSESTree.CallExpression,
    text: (index: number) => TextValue | undefined,
    hops: number,
    depth: number,
  ): Value | undefined {
    const numbers = args.map((one) => Number(numeral(this.valuesOf(one, hops, depth)[0]?.value)));
    if (value.kind === 'list') {
      if (method === 'join') return joined(value.items, args.length === 0 ? commaText : text(0));
      if (method === 'reverse' || method === 'toReversed') return { kind: 'list', items: value.items.toReversed() };
      if (method === 'slice' && numbers.every(Number.isInteger))
        return { kind: 'list', items: value.items.slice(...numbers) };
      return method === 'flat' || method === 'filter' ? value : undefined;
    }
    if (value.kind !== 'text' || value.text.length > longest) return undefined;
    switch (method) {
      case 'trim':
      case 'trimStart':
      case 'trimEnd':
      case 'valueOf':
      case 'normalize':
        return value;
      case 'toString':
        // Of a buffer: what it holds was decoded when it was made.
        return value;
      case 'concat': {
        const parts = args.map((_, index) => text(index));
        return parts.every((part) => part !== undefined) ? concat([value, ...parts]) : undefined;
      }
      case 'split': {
        const separator = text(0)?.text;
        return separator === undefined ? undefined : { kind: 'list', items: split(value, separator) };
      }
      case 'slice':
      case 'substring': {
        const { length } = value.text;
        const [from = 0, to = length] = numbers.map((at) => (at < 0 ? Math.max(0, length + at) : Math.min(at, length)));
        return from <= to ? slice(value, { start: from, end: to }) : undefined;
      }
      case 'replace':
      case 'replaceAll': {
        const [from, to] = [text(0), text(1)];
        if (!from || !to || from.text === '') return undefined;
        const parts = split(value, from.text);
        const most = method === 'replace' ? 1 : parts.length;
        return concat(parts.flatMap((part, i) => (i === 0 ? [part] : [i <= most ? to : from, part])));
      }
      default:
        return undefined;
    }
  }

  #characters(node: TSESTree.CallExpression, hops: number, depth: number): TextValue | undefined {
    const codes = node.arguments.flatMap((one): readonly number[] => {
      if (one.type !== 'SpreadElement') return [Number(numeral(this.valuesOf(one, hops, depth)[0]?.value))];
      const list = this.valuesOf(one.argument, hops, depth)[0]?.value;
      return list?.kind === 'list' ? list.items.map((item) => Number(numeral(item))) : [Number.NaN];
    });
    if (codes.length === 0 || !codes.every((code) => Number.isInteger(code) && code >= 0 && code <= 0xffff))
      return undefined;
    return whole(String.fromCodePoint(...codes.slice(0, longest)), spanOf(node));
  }
}

/** The class whose `this` it is. */
function classAround(node: Node): Node | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'ClassDeclaration' || at.type === 'ClassExpression') return at;
    if (
      at.type === 'FunctionDeclaration' ||
      (at.type === 'FunctionExpression' && at.parent.type !== 'MethodDefinition')
    )
      return undefined;
  }
  return undefined;
}

/** The names of a reference, `process.env.KEY`; empty where one is not told. */
export function pathOf(node: Node): readonly string[] {
  const path: string[] = [];
  for (let at = unwrapped(node); ;) {
    if (at.type === 'Identifier') return [at.name, ...path];
    if (at.type === 'ThisExpression') return ['this', ...path];
    if (at.type === 'Super') return ['super', ...path];
    if (at.type !== 'MemberExpression') return [];
    const name = memberName(at);
    if (name === undefined || path.length > 20) return [];
    path.unshift(name);
    at = unwrapped(at.object);
  }
}

/** The name of what is called, with dots. */
function nameOf(node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression): string {
  return pathOf(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee).join('.');
}

/** The texts as one; undefined where that is longer than any value. */
function concat(texts: readonly TextValue[]): TextValue | undefined {
  let length = 0;
  for (const { text } of texts) length += text.length;
  return length > longestSum ? undefined : concatAll(texts);
}

const commaText: TextValue = { kind: 'text', text: ',', pieces: [] };

function joined(items: readonly Value[], separator: TextValue | undefined): TextValue | undefined {
  if (!separator || items.length === 0) return undefined;
  const texts: TextValue[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind !== 'text') return undefined;
    if (index > 0 && separator.text !== '') texts.push(separator);
    texts.push(item);
  }
  return concat(texts);
}

function split(value: TextValue, separator: string): TextValue[] {
  const parts: TextValue[] = [];
  let start = 0;
  for (const part of value.text.split(separator)) {
    parts.push(slice(value, { start, end: start + part.length }));
    start += part.length + separator.length;
  }
  return parts;
}

/** What a text in base64 or hex stands for; each of its characters for all of them. */
function decoded(value: TextValue | undefined, encoding: string): TextValue | undefined {
  if (!value) return undefined;
  const known = /^(?:base64(?:url)?|hex)$/i.test(encoding);
  if (!known) return /^(?:utf-?8|ascii|latin1|binary)$/i.test(encoding) ? value : undefined;
  const text = Buffer.from(value.text, encoding.toLowerCase() as 'base64' | 'hex').toString('utf8');
  const [first] = value.pieces;
  const last = value.pieces.at(-1);
  return first && last ? whole(text, { start: first.source.start, end: last.source.end }) : undefined;
}

/** A text for all of which one place stands. */
function whole(text: string, source: Span): TextValue {
  if (text.length !== source.end - source.start)
    return { kind: 'text', text, pieces: [{ text: { start: 0, end: text.length }, source }] };
  // Pieces that are equally long map character by character.
  const middle = source.end - 1;
  return {
    kind: 'text',
    text,
    pieces: [
      { text: { start: 0, end: text.length - 1 }, source: { start: source.start, end: source.end } },
      { text: { start: text.length - 1, end: text.length }, source: { start: middle, end: source.end } },
    ],
  };
}

/** Shorter than half a credential. */
const shortText = 16;
const isShort = (value: Value): boolean => value.kind === 'text' && value.text.length < shortText;

function numeral(value: Value | undefined): string {
  return value?.kind === 'scalar' ? value.text.replaceAll('_', '') : 'none';
}
