/**
 * What one run of the parser over a text shares, and what it finds: items.ts, expression.ts and operand.ts read by one
 * another's help, as items hold expressions, expressions operands, and these items again.
 */
import type { Binding, Call, Span, Value, Via } from '../../types.ts';
import type { Language } from '../languages.ts';
import type { Marks } from './relevance.ts';
import type { Tokens } from './tokens.ts';

/** The steps of a name, or of the names around it. */
export type Path = readonly string[];

/** A value with the source that it takes. */
export interface Operand {
  readonly value: Value;
  readonly span: Span;
}

/** Where in the program items stand. */
export interface Context {
  readonly kind: 'block' | 'object' | 'args' | 'list';
  /** Names the container for its entries. */
  readonly path: Path;
  readonly container: number;
  /** What is bound here goes there: the program, or the call whose arguments these are. */
  readonly sink: Binding[];
  /** Line ends separate items. */
  readonly newlines: boolean;
  readonly depth: number;
}

/** Brackets further inside are passed over. */
export const maxDepth = 64;
/** Names longer than this are no names: `a.b.c…`. */
export const maxChain = 64;
const maxPath = 8;
const maxCalls = 50_000;
/** From this many on a list is data, of which only texts that could hold a key are kept. */
const maxKept = 50_000;

export class Run {
  readonly tokens: Tokens;
  readonly language: Language;
  readonly marks: Marks;
  readonly bindings: Binding[] = [];
  readonly calls: Call[] = [];
  /** The ranges of tokens that were not read, where each begins and ends in turn. */
  readonly passedOver: number[] = [];

  constructor(tokens: Tokens, marks: Marks) {
    this.tokens = tokens;
    this.language = tokens.language;
    this.marks = marks;
  }

  bind(context: Context, name: Path, via: Via, { value, span }: Operand): void {
    const { path, container, sink } = context;
    if (isKept(sink, value)) sink.push({ path: pathTo(path, name), via, value, span, container });
  }

  /** @param from first token of the callee. `close`: the bracket that ends the arguments */
  record(callee: Path, from: number, close: number, args: readonly Binding[]): void {
    if (this.calls.length < maxCalls)
      this.calls.push({ callee, args: args.slice(), span: this.tokens.span(from, close + 1) });
  }
}

/** Whether there is room for the value in a list of what was found. */
export function isKept(list: readonly unknown[], value: Value): boolean {
  return list.length < maxKept || (value.kind === 'text' && value.text.length >= 60);
}

/** The path of a name in a container; of long ones the last steps. */
export function pathTo(container: Path, name: Path): Path {
  const path = container.length === 0 ? name : container.concat(name);
  return path.length > maxPath ? path.slice(-maxPath) : path;
}
