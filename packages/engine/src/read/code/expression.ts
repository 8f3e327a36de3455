/** Expressions: literals, what joins them to one, and what offers another value instead. */
import type { Binding, TextValue, Value } from '../../types.ts';
import { concat, verbatim } from '../pieces.ts';
import { readElements, readStatements } from './items.ts';
import { readNamed } from './named.ts';
import { accessing, alternating, joining } from './operators.ts';
import { maxDepth, pathTo, type Context, type Operand, type Path, type Run } from './run.ts';
import { isScalar } from './single-token.ts';
import { stringValue } from './strings.ts';
import { isLongWord } from './structure.ts';
import { Kind } from './tokens.ts';
import { Word } from './words.ts';

const maxAlternatives = 200;

/**
 * The values that [from, to) may stand for: `a ?? "b"` has two, `"a" + "b"` one. What it binds inside, in objects and
 * calls, goes to the context's sink.
 * @param statement it is one, so that braces hold statements. `control`: it is the head of one
 */
export function readExpression(
  run: Run,
  from: number,
  to: number,
  context: Context,
  statement: boolean,
  control: boolean,
): Operand[] {
  return new Expression(run, from, to, context, statement, control).read();
}

/** The literals that are being joined, and the source that they take. */
interface Literal {
  readonly values: TextValue[];
  readonly start: number;
  end: number;
}

class Expression {
  readonly #run: Run;
  readonly #from: number;
  readonly #to: number;
  readonly #context: Context;
  readonly #isStatement: boolean;
  readonly #control: boolean;
  readonly #operands: Operand[] = [];
  #literal: Literal | undefined;
  /** An operator that joins stands before what comes next. */
  #joins = false;
  #afterString = false;
  /** A brace at the beginning holds statements. */
  #statement: boolean;
  #constructing = false;
  /** The word before, which names a value that follows it without an operator: `--secret abc`. */
  #wordBefore: string | undefined;

  constructor(run: Run, from: number, to: number, context: Context, statement: boolean, control: boolean) {
    this.#run = run;
    this.#from = from;
    this.#to = to;
    this.#context = context;
    this.#isStatement = this.#statement = statement;
    this.#control = control;
  }

  read(): Operand[] {
    const { kind } = this.#run.tokens;
    for (let at = this.#from; at < this.#to;) {
      const here = kind[at]!;
      if (here === Kind.newline) at += 1;
      else if (here === Kind.string) at = this.#string(at);
      else {
        this.#afterString = false;
        if (here === Kind.word) at = this.#word(at);
        else at = this.#run.tokens.match[at]! > at ? this.#brackets(at) : this.#operator(at);
      }
    }
    this.#endLiteral();
    return this.#operands;
  }

  // -- literals --------------------------------------------------------------------------------------------------

  #string(at: number): number {
    const { tokens, language } = this.#run;
    const joined = this.#joined(at);
    if (joined >= 0) return joined;
    const joins = this.#joins || (this.#afterString && language.adjacency === true);
    this.#addText(stringValue(tokens, at), tokens.start[at]!, tokens.end[at]!, joins);
    this.#afterString = true;
    return this.#endOfChain(at + 1);
  }

  #addText(value: TextValue, start: number, end: number, joins: boolean): void {
    if (this.#literal && joins) {
      this.#literal.values.push(value);
      this.#literal.end = end;
    } else {
      this.#endLiteral();
      this.#literal = { values: [value], start, end };
      if (this.#wordBefore !== undefined)
        this.#run.bind({ ...this.#context, path: [] }, [this.#wordBefore], 'bare', { value, span: { start, end } });
    }
    this.#joins = false;
    this.#wordBefore = undefined;
  }

  #endLiteral(): void {
    if (this.#literal) {
      const { values, start, end } = this.#literal;
      const value = concat(values);
      if (this.#operands.length < maxAlternatives || value.text.length >= 60)
        this.#operands.push({ value, span: { start, end } });
      this.#literal = undefined;
    }
    this.#joins = false;
  }

  #addValue(value: Value, start: number, end: number): void {
    if (this.#operands.length < maxAlternatives) this.#operands.push({ value, span: { start, end } });
  }

  /** Skips what is called on a literal: `.into()`, `.trim()`, `->value`. */
  #endOfChain(at: number): number {
    const { tokens, language } = this.#run;
    const { kind } = tokens;
    const dot = language.name === 'php' ? Kind.thinArrow : Kind.dot;
    while (at + 1 < this.#to && (kind[at] === dot || kind[at] === Kind.optionalDot) && kind[at + 1] === Kind.word) {
      at += 2;
      const close = kind[at] === Kind.openParen ? tokens.close(at) : -1;
      if (close >= 0 && close < this.#to) at = close + 1;
    }
    return at;
  }

  // -- words -----------------------------------------------------------------------------------------------------

  #word(at: number): number {
    const { tokens, language } = this.#run;
    const start = tokens.start[at]!;
    const end = tokens.end[at]!;
    if (isLongWord(tokens, at)) {
      this.#addText(verbatim(tokens.text, start, end), start, end, this.#joins);
      return at + 1;
    }
    const meaning = tokens.detail[at]!;
    if (meaning & Word.alternating) this.#endLiteral();
    if (meaning & Word.cast) return this.#endOfType(at + 1);
    if (meaning & (Word.prefix | Word.alternating)) {
      if (meaning & Word.new) this.#constructing = true;
      this.#statement = false;
      return at + 1;
    }
    if (isScalar(tokens, at)) {
      this.#addValue({ kind: 'scalar', text: tokens.slice(at) }, start, end);
      return at + 1;
    }
    const operand = readNamed(this.#run, at, this.#to, this.#context, {
      statement: this.#statement,
      control: this.#control,
      constructing: this.#constructing,
    });
    this.#constructing = false;
    const { value } = operand;
    if (value?.kind === 'text') this.#addText(value, operand.start, operand.end, this.#joins);
    else if (value) {
      if (this.#joins) this.#endLiteral();
      this.#addValue(value, operand.start, operand.end);
    }
    this.#wordBefore = language.bareWords && value?.kind === 'ref' ? tokens.slice(at) : undefined;
    return operand.next;
  }

  #endOfType(at: number): number {
    const { kind } = this.#run.tokens;
    while (at < this.#to && (kind[at] === Kind.word || accessing[kind[at]!])) at += 1;
    return at;
  }

  // -- operators and brackets ------------------------------------------------------------------------------------

  #operator(at: number): number {
    const here = this.#run.tokens.kind[at]!;
    if (joining[here]) this.#joins = this.#literal !== undefined;
    else if (alternating[here]) this.#endLiteral();
    else if (here === Kind.fatArrow || here === Kind.thinArrow) this.#statement = false;
    return at + 1;
  }

  #brackets(open: number): number {
    const { tokens } = this.#run;
    const close = tokens.match[open]!;
    if (this.#context.depth <= maxDepth) {
      if (tokens.kind[open] === Kind.openParen) this.#parentheses(open, close);
      else if (tokens.kind[open] === Kind.openBracket)
        this.#addList(
          open,
          close,
          readElements(this.#run, open + 1, close, this.#inside(open, 'list', this.#context.sink)),
        );
      else this.#braces(open, close);
    }
    return close + 1;
  }

  #inside(open: number, kind: Context['kind'], sink: Binding[]): Context {
    const { path, depth } = this.#context;
    return { kind, path, container: this.#run.tokens.start[open]!, sink, newlines: false, depth: depth + 1 };
  }

  /** `"".join(["…", "…"])`: the token behind it; -1 where the string at `at` joins nothing. */
  #joined(at: number): number {
    const { tokens } = this.#run;
    const { kind } = tokens;
    const open = at + 3;
    const isCall = kind[at + 1] === Kind.dot && tokens.slice(at + 2) === 'join' && kind[open] === Kind.openParen;
    const close = isCall ? tokens.close(open) : -1;
    if (close < 0 || close >= this.#to || tokens.contentEnd(at) > tokens.contentStart(at)) return -1;
    const [list] = readElements(this.#run, open + 1, close, this.#inside(open, 'list', []));
    if (list?.value.kind === 'list') this.#addPieces(list.value.items, tokens.start[at]!, tokens.end[close]!);
    return close + 1;
  }

  /** Texts that a call joins without anything between them. */
  #addPieces(items: readonly Value[], start: number, end: number): void {
    const texts = items.filter((item) => item.kind === 'text');
    if (texts.length === items.length && texts.length > 0) this.#addText(concat(texts), start, end, this.#joins);
  }

  #addList(open: number, close: number, items: readonly Operand[]): void {
    if (items.length === 0) return;
    const { kind } = this.#run.tokens;
    // `["…", "…"].join("")`
    if (
      kind[close + 1] === Kind.dot &&
      this.#run.tokens.slice(close + 2) === 'join' &&
      kind[close + 3] === Kind.openParen
    ) {
      const { start, end } = this.#run.tokens.span(open, close + 1);
      this.#addPieces(
        items.map(({ value }) => value),
        start,
        end,
      );
      return;
    }
    const value: Value = { kind: 'list', items: items.map((item) => item.value) };
    this.#operands.push({ value, span: this.#run.tokens.span(open, close + 1) });
  }

  #parentheses(open: number, close: number): void {
    const { path, sink } = this.#context;
    const inner: Binding[] = [];
    const items = readElements(this.#run, open + 1, close, this.#inside(open, 'list', inner));
    if (items.length > 1) {
      for (const binding of inner) sink.push(binding);
      this.#addList(open, close, items);
      return;
    }
    // One value in parentheses is that value (the cast before another operand has none).
    const first = inner.length > 0 ? pathTo(path, ['0']) : path;
    for (const binding of inner) if (!isSamePath(binding.path, first)) sink.push(binding);
    const only = items[0];
    if (only?.value.kind === 'text') this.#addText(only.value, only.span.start, only.span.end, this.#joins);
  }

  #braces(open: number, close: number): void {
    const { tokens, language, bindings } = this.#run;
    const { path, sink, depth } = this.#context;
    // HCL: `variable "binance_secret" { default = "…" }`.
    const isLabelled = this.#isStatement && open > this.#from && tokens.kind[open - 1] === Kind.string;
    if (isLabelled) this.#endLiteral();
    const before = tokens.kind[open - 1];
    const isBlock =
      isLabelled ||
      this.#control ||
      (before === Kind.closeParen && open > this.#from) ||
      before === Kind.fatArrow ||
      (this.#statement && open === this.#from) ||
      before === Kind.thinArrow;
    const inner: Context = {
      kind: isBlock ? 'block' : 'object',
      path: isLabelled ? pathTo(path, [stringValue(tokens, open - 1).text]) : isBlock && !this.#statement ? [] : path,
      container: tokens.start[open]!,
      sink: isBlock ? bindings : sink,
      newlines: !language.dictBraces,
      depth: depth + 1,
    };
    if (isBlock) readStatements(this.#run, open + 1, close, inner);
    else readElements(this.#run, open + 1, close, inner);
  }
}

function isSamePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
