/** Items: what stands between commas, semicolons and line ends. Statements, entries of an object, arguments, elements. */
import type { Span, TextValue, Via } from '../../types.ts';
import { readExpression } from './expression.ts';
import { isKept, pathTo, type Context, type Operand, type Path, type Run } from './run.ts';
import { soleOperand } from './single-token.ts';
import { endOfItem, hasText, nameAt, purePath } from './structure.ts';
import { assignmentsOf, type Assignment } from './targets.ts';
import { Kind } from './tokens.ts';
import { maxTuple, Tuple, type Item } from './tuple.ts';
import { Word } from './words.ts';

/** An element that names the one after it: `put("api_key", "…")`, `--secret …`. */
const label = /^-{0,2}[A-Za-z_$][\w .$-]{0,47}:?$/;
/** What names the item after it in a list of many, where anything may stand before a value. */
export function isTelling(label: string): boolean {
  return /^-|^[A-Z][A-Z\d_]+$|[^\x00-\x7f]/.test(label) || /key|secret|token|pass|api|auth|cred|sign|mbx/i.test(label);
}

/** First arguments that name no second one: `createHmac('sha256', secret)`. */
const noLabel =
  /^(?:hmac[-_]?)?(?:sha|md)-?\d*$|^(?:hex|base64|utf-?8|ascii|get|post|put|delete|binance|live|test|testnet|prod|main|default)$/i;

/** Reads all statements of [from, to), but for those that tell of no value. */
export function readStatements(run: Run, from: number, to: number, context: Context): void {
  const { tokens, marks } = run;
  const tuple = new Tuple();
  for (let at = tokens.skipNewlines(from, to); at < to;) {
    const end = endOfItem(tokens, at, to, context.newlines);
    const isPart = tokens.kind[end] === Kind.comma;
    if (end > at) {
      if (!isPart && tuple.isEmpty && marks.none(at, end)) run.passedOver.push(at, end);
      else {
        const item = readItem(run, at, end, context, 0, tuple.firstName);
        const name = tuple.nameOf(item);
        if (name) for (const operand of item.values) run.bind(context, name, 'assign', operand);
        if (!isPart) tuple.end();
      }
    }
    at = tokens.skipNewlines(end < to ? end + 1 : to, to);
  }
}

/** Reads the entries, arguments or elements of [from, to) and returns the values of those that have no name. */
export function readElements(run: Run, from: number, to: number, context: Context): Operand[] {
  const { tokens } = run;
  const unnamed: Operand[] = [];
  let index = 0;
  for (let at = tokens.skipNewlines(from, to); at < to;) {
    const end = endOfItem(tokens, at, to, context.newlines);
    if (end > at) {
      const { values, target } = readItem(run, at, end, context, index);
      if (!target) {
        bindUnnamed(run, values, unnamed.at(-1), context, index);
        for (const operand of values) if (isKept(unnamed, operand.value)) unnamed.push(operand);
        index += 1;
      }
    }
    at = tokens.skipNewlines(end < to ? end + 1 : to, to);
  }
  return unnamed;
}

/** Binds an element's values to its index and, where the element before it is a label, to that. */
function bindUnnamed(
  run: Run,
  values: readonly Operand[],
  before: Operand | undefined,
  context: Context,
  index: number,
): void {
  const isArgument = context.kind === 'args';
  const via: Via = isArgument ? 'argument' : 'entry';
  for (const operand of values) {
    const isText = operand.value.kind === 'text';
    // Arguments are resolved by their names; what else a list holds besides texts says nothing.
    if (!isArgument && !isText) continue;
    run.bind(context, [String(index)], via, operand);
    if (!(isText || operand.value.kind === 'ref') || before?.value.kind !== 'text') continue;
    const { text } = before.value;
    if (label.test(text) && !noLabel.test(text) && (isArgument || isTelling(text)))
      run.bind(context, [text], via, operand);
  }
}

/** One item: `name = value`, `"key": value`, `a="1" b="2"`, or a value alone. */
function readItem(run: Run, from: number, to: number, context: Context, index: number, tupleName?: Path): Item {
  const { tokens } = run;
  const isBlock = context.kind === 'block';
  const only = soleOperand(tokens, from, to);
  // In a block a name alone may be one of a tuple.
  if (only && (!isBlock || only.value.kind === 'text')) return { values: [only] };
  const control = tokens.means(from, Word.block);
  const assignments = assignmentsOf(tokens, from, to);
  const [first] = assignments;
  if (first) {
    if (first.start > from && !control) readExpression(run, from, first.start, context, true, true);
    return readAssignments(run, assignments, to, context, control, tokens.means(from, Word.clause), tupleName);
  }
  const path = isBlock && !control ? purePath(tokens, from, to) : undefined;
  if (path) return { values: [], path };
  const isIndexed = context.kind === 'args' || context.kind === 'list';
  const inner = isIndexed ? { ...context, path: [...context.path, String(index)] } : context;
  const values = readExpression(run, from, to, inner, isBlock, control);
  // What a function returns, with the keyword or as its last expression, is known by its name.
  if (isBlock && (tokens.means(from, Word.returns) || (context.depth > 0 && tokens.kind[from] === Kind.string)))
    bindReturned(run, from, values, context);
  return { values };
}

/** How far before a `return` the function's head is looked for, in tokens. */
const maxBody = 120;

/** What a function returns is known by its name. */
function bindReturned(run: Run, from: number, values: readonly Operand[], context: Context): void {
  const { tokens } = run;
  if (!values.some(({ value }) => value.kind === 'text')) return;
  let name = context.path.at(-1);
  // Without braces the function is the last one that was declared.
  for (let at = from - 1; name === undefined && at > 0 && at > from - maxBody; at -= 1)
    if (tokens.means(at - 1, Word.declares) && tokens.kind[at] === Kind.word) name = nameAt(tokens, at);
  if (name === undefined) return;
  for (const operand of values)
    if (operand.value.kind === 'text') run.bind({ ...context, path: [] }, [name], 'assign', operand);
}

/** @param clause a colon may end the item's head: `if x: key = "…"` */
function readAssignments(
  run: Run,
  assignments: readonly Assignment[],
  to: number,
  context: Context,
  control: boolean,
  clause: boolean,
  tupleName: Path | undefined,
): Item {
  const { tokens } = run;
  let target: Path | undefined;
  let values: readonly Operand[] = [];
  /** Names that wait for their value: two in `a = b = "…"`. */
  let names: readonly Path[] = [];
  let isType = false;
  for (let k = 0; k < assignments.length; k += 1) {
    const { at, operator, name, group } = assignments[k]!;
    const next = assignments[k + 1];
    if (clause && assignments[k - 1]?.operator === Kind.colon) names = [];
    const isNamed = name !== undefined && !isType;
    if (isNamed && names.length < maxTuple) names = [...names, name];
    const start = tokens.skipNewlines(at + 1, to);
    const end = next?.start ?? to;
    // `name: Type = value`: the type names nothing, unless a keyword shows that the colon ends a clause.
    isType = operator === Kind.colon && next?.operator === Kind.equals && !clause && !hasText(tokens, start, end);
    if (isType || start >= end) continue;
    if (tupleName) names = [tupleName];
    values = readValue(run, start, end, context, names[0] ?? [], control);
    if (group >= 0) readGroup(run, group, values, context, start, end);
    const isEntry = operator === Kind.colon || operator === Kind.fatArrow || context.kind === 'object';
    const via: Via = context.kind === 'args' ? 'argument' : isEntry ? 'entry' : 'assign';
    const bound = values.length > 0 ? values : [{ value: unknown, span: tokens.span(start, end) }];
    for (const waiting of names) for (const operand of bound) run.bind(context, waiting, via, operand);
    if (group >= 0) target = [];
    else if (isNamed) target = name;
    names = [];
  }
  return { values, target };
}

/** What is bound to the name, which is also that of the container where the value is one. */
function readValue(
  run: Run,
  from: number,
  to: number,
  context: Context,
  name: Path,
  control: boolean,
): readonly Operand[] {
  const only = soleOperand(run.tokens, from, to);
  if (only) return [only];
  return readExpression(run, from, to, { ...context, path: pathTo(context.path, name) }, false, control);
}

const unknown = { kind: 'unknown' } as const;

/** `[key, secret] = ["…", "…"]`, `const { apiKey = "…" } = …`, `(k, s) = (…)`. */
function readGroup(
  run: Run,
  open: number,
  values: readonly Operand[],
  context: Context,
  valueStart: number,
  valueEnd: number,
): void {
  const { tokens } = run;
  const close = tokens.close(open);
  if (close < 0) return;
  if (tokens.kind[open] === Kind.openBrace) {
    readElements(run, open + 1, close, { ...context, kind: 'object', newlines: false, depth: context.depth + 1 });
    return;
  }
  const only = values.length === 1 ? values[0]?.value : undefined;
  const items = only?.kind === 'list' ? only.items : values.map(({ value }) => value);
  const span = tokens.span(valueStart, valueEnd);
  let index = 0;
  for (let at = open + 1; at < close;) {
    const end = endOfItem(tokens, at, close, false);
    const name = purePath(tokens, at, end);
    const value = items[index];
    if (name && value)
      run.bind(context, name, 'assign', { value, span: value.kind === 'text' ? extent(value, span) : span });
    index += 1;
    at = end + 1;
  }
}

function extent({ pieces }: TextValue, fallback: Span): Span {
  const first = pieces[0];
  const last = pieces.at(-1);
  return first && last ? { start: first.source.start, end: last.source.end } : fallback;
}
