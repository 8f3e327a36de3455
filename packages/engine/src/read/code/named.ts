/** Operands that begin with a name: references, calls, constructions, and the blocks that a name opens. */
import type { Binding, Value } from '../../types.ts';
import type { Language } from '../languages.ts';
import { readExpression } from './expression.ts';
import { isTelling, readElements, readStatements } from './items.ts';
import { accessing } from './operators.ts';
import { maxChain, maxDepth, pathTo, type Context, type Path, type Run } from './run.ts';
import { endOfTypeArguments, nameAt } from './structure.ts';
import { soleKey } from './targets.ts';
import { Kind, type Tokens } from './tokens.ts';
import { meaningOf, Word } from './words.ts';

/** The keyword that declares a block's name stands at most so many tokens before the brace's name. */
const maxDeclaration = 15;

interface Position {
  readonly statement: boolean;
  readonly control: boolean;
  /** `new` stands before it. */
  readonly constructing: boolean;
}

interface Named {
  /** Undefined where it is no value: a block. */
  readonly value: Value | undefined;
  /** In the source. */
  readonly start: number;
  readonly end: number;
  /** The token behind it. */
  readonly next: number;
}

/** Reads the name at token `from` and what hangs on it. */
export function readNamed(run: Run, from: number, to: number, context: Context, position: Position): Named {
  const { tokens, language } = run;
  const { kind } = tokens;
  let path: Path = [nameAt(tokens, from)];
  let result: Value | undefined;
  let at = from + 1;
  while (at < to) {
    const here = kind[at]!;
    if (accessing[here] && at + 1 < to && kind[at + 1] === Kind.word && !isConcatenation(here, language)) {
      path = withStep(path, nameAt(tokens, at + 1));
      at += 2;
      continue;
    }
    if (here === Kind.newline && position.constructing && kind[at + 1] === Kind.openBrace) {
      at += 1;
      continue;
    }
    if (here === Kind.less && !result) {
      // `new Map<string, string>(…)`.
      const after = endOfTypeArguments(tokens, at, to);
      if (after < 0) break;
      at = after;
      continue;
    }
    const close = tokens.close(at);
    if (close < 0 || close > to || context.depth > maxDepth) break;
    if (here === Kind.openParen) {
      if (language.nameFirst && path.length === 1 && meaningOf(path[0]!) & Word.group) {
        readStatements(run, at + 1, close, inside(run, at, context, 'block', true));
        return named(tokens, from, close + 1, undefined);
      }
      const value = readCall(run, path, from, at, close, context);
      // What is called on a result, `b64decode("…").decode()`, hands it on.
      if (result?.kind !== 'text' || value.kind === 'text') result = value;
    } else if (here === Kind.openBracket && language.name === 'rust' && path.length === 1 && path[0]!.endsWith('!')) {
      // `vec![…]` is a list.
      return named(tokens, from, at, undefined);
    } else if (here === Kind.openBracket && !result) {
      const key = soleKey(tokens, at + 1, close, true);
      if (key !== undefined) path = withStep(path, key);
    } else if (here === Kind.openBrace) {
      const value = readBraces(run, path, from, at, close, context, position, result !== undefined);
      return named(tokens, from, close + 1, value);
    } else break;
    at = close + 1;
  }
  return named(tokens, from, at, result ?? { kind: 'ref', path });
}

/** Of a long chain of calls the last steps: each call keeps its own. */
function withStep(path: Path, step: string): Path {
  return path.length < maxChain ? [...path, step] : [...path.slice(1), step];
}

/** In PHP a dot joins texts. */
function isConcatenation(kind: number, language: Language): boolean {
  return kind === Kind.dot && language.name === 'php';
}

function named({ start, end }: Tokens, from: number, next: number, value: Value | undefined): Named {
  return { value, start: start[from]!, end: end[next - 1]!, next };
}

function inside(run: Run, open: number, context: Context, kind: Context['kind'], newlines: boolean): Context {
  const { path, sink, depth } = context;
  return { kind, path, container: run.tokens.start[open]!, sink, newlines, depth: depth + 1 };
}

/** Records the call; its value is that of its only text argument, since wrappers hand it on: `Some("…")`. */
function readCall(run: Run, callee: Path, from: number, open: number, close: number, context: Context): Value {
  const args: Binding[] = [];
  const container = run.tokens.start[open]!;
  const depth = context.depth + 1;
  const values = readElements(run, open + 1, close, {
    kind: 'args',
    path: [],
    container,
    sink: args,
    newlines: false,
    depth,
  });
  run.record(callee, from, close, values.length > 2 ? withoutLabels(args) : args);
  const converts = callee.length > 1 && conversion.test(callee.at(-1)!);
  const only = values[0]?.value;
  const wraps = values.length === 1 && only?.kind === 'ref' && wrapper.test(callee.at(-1)!);
  // `p.getBytes(UTF_8)`
  if (converts && !wraps && args.every(({ value }) => value.kind !== 'text'))
    return { kind: 'ref', path: callee.slice(0, -1) };
  if (values.length > 1 || args.some(({ path }) => path[0] !== '0')) return unknown;
  // `parts.join("")`
  if (callee.length > 1 && callee.at(-1) === 'join' && only?.kind === 'text' && only.text === '')
    return { kind: 'ref', path: [...callee.slice(0, -1), joinedStep] };
  // What a function returns goes by its name.
  if (!only) return args.length > 0 ? unknown : { kind: 'ref', path: callee.slice() };
  // `config.get("key")` is `config.key`.
  if (only.kind === 'text' && only.text.length < longestKey && callee.length > 1 && getter.test(callee.at(-1)!))
    return { kind: 'ref', path: [...callee.slice(0, -1), only.text] };
  return only.kind !== 'ref' || wraps ? only : unknown;
}

/** `Account("anna", "…", "…")`: of more than two arguments one names the next only where it looks like a name of such. */
function withoutLabels(args: readonly Binding[]): readonly Binding[] {
  const unnamed = new Set(args.filter(({ path }) => /^\d+$/.test(path[0]!)).map(({ span }) => span.start));
  return args.filter(
    ({ path, span }) => path.length > 1 || /^\d+$/.test(path[0]!) || !unnamed.has(span.start) || isTelling(path[0]!),
  );
}

/** The step of a path that stands for the texts of a list, joined. */
export const joinedStep = '[joined]';

/** Functions that hand on what they are given, perhaps in another type. */
const wrapper =
  /^(?:str|string|bytes|byte|some|ok|just|option|optional|of|ofNullable|from|encode|encoded|buffer|utf8|utf8encode|to_?bytes|get_bytes|GetBytes|data|secret_?str|secret|trim|strip|strdup|c_str|box|unwrap|String|Bytes|Some|Just|Data|Buffer|SecretStr|Array|toCharArray|list|tuple|raw)$/;
/** Methods that give a text again as it is, or nearly so. */
const conversion =
  /^(?:encode|decode|to_string|to_owned|into|clone|as_str|as_bytes|as_ref|to_bytes|getBytes|get_secret_value|toByteArray|toCharArray|trim|strip|toString|bytes|chars|c_str|data|utf8|unwrap|to_s|freeze|dup|chomp|b|value|get|copy|valueOf|String)$/;
const getter = /^(?:get|getString|getOrDefault|fetch|dig|value|at|item|opt|optString|getProperty|require)$/;
const longestKey = 60;

const unknown: Value = { kind: 'unknown' };

/** What a name with braces stands for; undefined where they hold statements. */
function readBraces(
  run: Run,
  path: Path,
  from: number,
  open: number,
  close: number,
  context: Context,
  position: Position,
  called: boolean,
): Value | undefined {
  const { tokens, language, bindings } = run;
  const container = tokens.start[open]!;
  const depth = context.depth + 1;
  if (path.length === 1 && path[0] === '') {
    // Shell's `${NAME:-default}`: what the default stands for.
    const values = readExpression(run, open + 1, close, { ...context, depth }, false, false);
    return values.find(({ value }) => value.kind === 'text')?.value ?? unknown;
  }
  const isLiteral = !position.control && !position.statement && (!called || position.constructing);
  if (isLiteral) {
    const args: Binding[] = [];
    const newlines = !language.dictBraces;
    readElements(run, open + 1, close, { kind: 'object', path: [], container, sink: args, newlines, depth });
    run.record(path, from, close, args);
    return unknown;
  }
  const owner = called ? path.slice(0, 1) : ownerOf(tokens, from, path[0]!);
  const inner = pathTo(context.path, owner);
  readStatements(run, open + 1, close, {
    kind: 'block',
    path: inner,
    container,
    sink: bindings,
    newlines: true,
    depth,
  });
  return undefined;
}

/** What a block belongs to: the name after `class` or `function`, else the name before the brace. */
function ownerOf(tokens: Tokens, from: number, name: string): Path {
  const { kind } = tokens;
  for (let at = from - 1; at >= 0 && at >= from - maxDeclaration; at -= 1) {
    if (tokens.means(at, Word.declares) && kind[at + 1] === Kind.word) return [nameAt(tokens, at + 1)];
    const here = kind[at];
    if (here === Kind.newline || here === Kind.semicolon || here === Kind.openBrace || here === Kind.closeBrace) break;
  }
  return meaningOf(name) & Word.block ? [] : [name];
}
