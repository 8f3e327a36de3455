/** The logging statements of a program: where each is called, and the tokens that it is given. For code, not for shells. */
import { Kind, type Tokens } from '../../read/code/tokens.ts';
import { flat } from '../../flat.ts';
import type { Span } from '../../types.ts';

export interface LogCall {
  /** The callee as it is written: `console.log`. */
  readonly callee: string;
  readonly span: Span;
  /** The tokens of its arguments, one range for each call of a chain. */
  readonly given: readonly (readonly [from: number, to: number])[];
}

/** Functions that print or log, by their own name alone; in lower case. */
const alone =
  /^(?:print|println|printf|eprintln|eprint|eprintf|pprint|rprint|cprint|log|logger|logging|logf|logmessage|log_message|logdebug|loginfo|logerror|log_info|log_debug|log_error|debug|debugprint|nslog|os_log|puts|var_dump|print_r|var_export|error_log|syslog|dump|dd|ddd|dbg|echo|write_log|writelog|trace|info|warn|console|cat|message|ic|say|printstderr|print_debug|debug_print|log4|alert_log|tlog|slog|outputdebugstring|qdebug|qinfo|qwarning|qcritical)$/;
/** A thing that logs. */
const logs =
  /^(?:console|.*log|.*logs|.*logger|.*logging|winston|pino|bunyan|log4js|signale|consola|tracing|slog|logrus|glog|klog|zerolog|zap|sugar|sugared|spdlog|timber|nlog|serilog|loguru|structlog|syslog|.*logcat|oslog|debug|trace|tracer|reporter)$/;
/** What things that log are asked to do. */
const levels =
  /^(?:(?:log|l)?_?(?:info|information|debug|warn|warning|error|err|trace|fatal|panic|critical|crit|exception|notice|verbose|silly|success|log|audit|alert|emergency|severe|fine|config|entry|http|dir|table|group|assert|dpanic|write|writeline|write_line|print|println|printf|put|puts|output|message|msg|send|msgf|[dweivt]|wtf|fail|start|done|note|pending|complete|dump|inspect|emit))(?:f|ln|w|ctx|context|s|async|if|line|event)?$/;
/** Streams that people see, and what writes to them. */
const streams =
  /^(?:stdout|stderr|out|err|io|console|screen|terminal|click|typer|tqdm|rich|st|streamlit|debug|trace|spinner|ora|host|ui)$/;
const writes =
  /^(?:write|writeln|writeline|write_line|print|println|printf|format|puts|echo|secho|inspect|write_all|text|update|succeed|markdown|code|json|writelines)$/;
/** Statements without parentheses, by language. */
const statements: Readonly<Record<string, RegExp>> = {
  ruby: /^(?:puts|p|pp|print|warn|printf|ap)$/,
  php: /^(?:echo|print|dump|dd)$/,
  python: /^print$/,
  hash: /^(?:print|say|puts|printf|warn)$/,
  java: /^(?:println|print|debugPrint)$/,
  dashes: /^print$/,
};

/** In the order of the text. */
export function* logCallsOf(tokens: Tokens): Generator<LogCall> {
  const { kind } = tokens;
  const language = tokens.language.name;
  const ends = new Map<number, number>();
  for (let at = 0; at < tokens.length; at += 1) {
    if (kind[at] !== Kind.word || isAccess(kind[at - 1]) || !mayLog(tokens, at)) continue;
    const chain = chainAt(tokens, at);
    const { steps, given, end } = chain;
    const isBare = given.length === 0 || (given.length === 1 && given[0]!.range[0] === given[0]!.range[1]);
    const streamed = isBare ? shiftedInto(tokens, end, steps, ends) : undefined;
    if (streamed) {
      yield { callee: steps.join('::'), span: tokens.span(at, end), given: [streamed] };
      at = streamed[1] - 1;
      continue;
    }
    if (given.length > 0) {
      const first = isBuilder(steps)
        ? given[0]
        : given.find(({ upTo }) => isLog(steps.slice(0, upTo), language, tokens, given[0]!.range));
      if (first) {
        yield {
          callee: steps.slice(0, first.upTo).join('.'),
          span: { start: tokens.start[at]!, end: tokens.end[first.last]! },
          given: given.slice(given.indexOf(first)).map(({ range }) => range),
        };
      }
      continue;
    }
    const plain = statements[language];
    const isReceiver = steps.length > 1 && (language === 'ruby' || language === 'java') && isLog(steps, language);
    if ((steps.length === 1 && plain?.test(steps[0]!)) || isReceiver) {
      const to = endOfStatement(tokens, end, ends);
      if (startsStatement(tokens, at) && to > end && isOperandStart(tokens, end)) {
        yield { callee: steps.join('.'), span: tokens.span(at, end), given: [[end, to]] };
      }
    }
  }
}

/** Languages in which a statement without parentheses may ask something that logs: `logger.info "…"`. */
const asking = /^(?:ruby|java)$/;

/** Whether a chain of names may be of a call or of a statement that prints. Most are of neither, which their kinds tell. */
function mayLog(tokens: Tokens, from: number): boolean {
  const { kind } = tokens;
  let at = from;
  for (let steps = 1; ; steps += 1) {
    const next = kind[at + 1];
    if (next === Kind.openParen || next === Kind.openBracket) return true;
    const access = accessAfter(tokens, at + 1);
    if (!isAccess(kind[access]) || kind[access + 1] !== Kind.word) break;
    if (steps === maxSteps) return true;
    at = access + 1;
  }
  const isPlain = at === from && tokens.language.name in statements;
  if ((isPlain || asking.test(tokens.language.name)) && isOperandStart(tokens, at + 1)) return true;
  return tokens.slice(at + 1) === '<<';
}

/** Where the next step of a chain would be: on the same line, or at the beginning of the next. */
function accessAfter(tokens: Tokens, at: number): number {
  if (tokens.kind[at] !== Kind.newline) return at;
  const next = tokens.skipNewlines(at, tokens.length);
  return isAccess(tokens.kind[next]) ? next : at;
}

interface Chain {
  readonly steps: readonly string[];
  /** For each call of it: how many steps name it, its last token, its arguments. */
  readonly given: readonly {
    readonly upTo: number;
    readonly last: number;
    readonly range: readonly [number, number];
  }[];
  readonly end: number;
}

const maxSteps = 24;

/** A name without its marks, and without the namespaces of PHP. */
function stepAt(tokens: Tokens, at: number): string {
  const word = tokens.slice(at);
  const first = word.charCodeAt(0);
  if (first !== 36 && first !== 64 && !word.includes('\\')) return word;
  const name = word.replace(/^[$@\\]+/, '');
  return name.slice(name.lastIndexOf('\\') + 1);
}

/** `log.Info().Str("a", b).Msg("c")` */
function chainAt(tokens: Tokens, from: number): Chain {
  const { kind } = tokens;
  const steps: string[] = [];
  const given: { upTo: number; last: number; range: readonly [number, number] }[] = [];
  let at = from;
  while (steps.length < maxSteps && kind[at] === Kind.word) {
    const step = stepAt(tokens, at);
    steps.push(step);
    let next = at + 1;
    // `println!["…"]` is one too.
    const opens = kind[next] === Kind.openParen || (step.endsWith('!') && kind[next] === Kind.openBracket);
    const close = opens ? tokens.close(next) : -1;
    if (close >= 0) {
      given.push({ upTo: steps.length, last: at, range: [next + 1, close] });
      next = close + 1;
    }
    const access = accessAfter(tokens, next);
    if (!isAccess(kind[access]) || kind[access + 1] !== Kind.word) return { steps, given, end: next };
    at = access + 1;
  }
  return { steps, given, end: at };
}

/** What a step of a chain may be, as bits. */
const Step = { alone: 1, logs: 2, level: 4, stream: 8, writes: 16, plain: 32, never: 64 } as const;
/** Steps that say nothing of what they are called on. */
const plainStep =
  /^(?:this|self|window|global|globalthis|std|app|ctx|cls|core|system|sys|process|rails|android|log4net|fmt)$/;
const neverStep = /^(?:math|np|numpy|torch|tf|blog|catalog|dialog|changelog)$/;
/** A receiver may end in a mark, the last step in another. */
const receiverMark = /[?!]$/;

/** Names come again and again, and there are six patterns to try. */
const knownSteps = new Map<string, number>();
const mostSteps = 4000;

function bitsOf(step: string): number {
  let bits = knownSteps.get(step);
  if (bits !== undefined) return bits;
  const receiver = step.replace(receiverMark, '').toLowerCase();
  const last = step.replace(/!$/, '').toLowerCase();
  bits =
    (alone.test(last) ? Step.alone : 0) |
    (logs.test(receiver) ? Step.logs : 0) |
    (levels.test(last) ? Step.level : 0) |
    (streams.test(receiver) ? Step.stream : 0) |
    (writes.test(last) ? Step.writes : 0) |
    (plainStep.test(receiver) ? Step.plain : 0) |
    (neverStep.test(receiver) ? Step.never : 0);
  if (knownSteps.size >= mostSteps) knownSteps.clear();
  if (step.length <= longestStep) knownSteps.set(flat(step), bits);
  return bits;
}

const longestStep = 40;

function isLog(
  steps: readonly string[],
  language: string,
  tokens?: Tokens,
  range?: readonly [number, number],
): boolean {
  const name = steps.at(-1) ?? '';
  const last = bitsOf(name);
  let [own, any, receiver] = [0, 0, 0];
  for (let index = 0; index < steps.length - 1; index += 1) {
    const bits = bitsOf(steps[index]!);
    any |= bits;
    if (bits & Step.plain) continue;
    own += 1;
    receiver = bits;
  }
  if (any & Step.never) return false;
  if (own === 0) return isLogAlone(steps, language, tokens, range);
  if (receiver & Step.logs && last & Step.level) return true;
  if (any & Step.logs && last & Step.level && own <= 3) return true;
  return (receiver & Step.stream) !== 0 && (last & Step.writes) !== 0;
}

/** Of a function that is called on nothing, or on what says nothing. */
function isLogAlone(
  steps: readonly string[],
  language: string,
  tokens?: Tokens,
  [from, to]: readonly [number, number] = [0, 0],
): boolean {
  const name = steps.at(-1) ?? '';
  const last = name.replace(/!$/, '').toLowerCase();
  if (/^fprint/.test(last) && steps.slice(0, -1).some((step) => /^fmt[?!]?$/i.test(step)))
    return (
      tokens !== undefined &&
      to > from &&
      /^os$/.test(tokens.slice(from)) &&
      /^Std(?:out|err)$/.test(tokens.slice(from + 2))
    );
  if (language === 'c' && /^(?:fprintf|fputs|dprintf)$/.test(last)) {
    if (!tokens) return false;
    for (let at = from; at < Math.min(to, from + 60); at += 1)
      if (/^std(?:err|out)$/.test(tokens.slice(at))) return true;
    return false;
  }
  if (last === 'p' || last === 'pp' || last === 'ap') return language === 'ruby';
  if (last === 'cat' || last === 'message') return language === 'hash';
  if (last === 'dump' && language === 'python') return false;
  return (bitsOf(name) & Step.alone) !== 0;
}

/** zerolog and zap chain: `log.Info().Str("k", v).Msg("m")`. */
function isBuilder(steps: readonly string[]): boolean {
  return (
    steps.length > 2 &&
    steps.slice(0, 2).some((step) => logs.test(step.toLowerCase())) &&
    steps.some((step) => levels.test(step.toLowerCase()))
  );
}

/** `std::cout << a << b`: the tokens behind the first `<<`. */
function shiftedInto(
  tokens: Tokens,
  at: number,
  steps: readonly string[],
  ends: Map<number, number>,
): readonly [number, number] | undefined {
  const last = (steps.at(-1) ?? '').toLowerCase();
  if (tokens.slice(at) !== '<<') return undefined;
  if (!/^(?:w?cout|w?cerr|w?clog|qdebug|stdout|stderr|log|logger)$/.test(last)) return undefined;
  return [at + 1, endOfStatement(tokens, at + 1, ends)];
}

/**
 * The first line end or semicolon outside of brackets that does not end in an operator or a comma.
 * @param ends where the statement ends that goes on at a token: of one that never ends each token is looked at once
 */
function endOfStatement(tokens: Tokens, from: number, ends: Map<number, number>): number {
  const { kind } = tokens;
  const passed: number[] = [];
  let at = from;
  for (; at < tokens.length; at += 1) {
    const known = ends.get(at);
    if (known !== undefined) {
      at = known;
      break;
    }
    passed.push(at);
    const close = tokens.close(at);
    if (close >= 0) {
      at = close;
      continue;
    }
    if (kind[at] === Kind.semicolon || kind[at] === Kind.closeBrace || kind[at] === Kind.closeParen) break;
    if (kind[at] !== Kind.newline) continue;
    const next = tokens.skipNewlines(at, tokens.length);
    if (/^(?:<<|\+|\.)$/.test(tokens.slice(next))) at = next - 1;
    else if (!/^(?:,|\+|<<|\.|\\|%|&)$/.test(tokens.slice(at - 1))) break;
  }
  for (const one of passed) ends.set(one, at);
  return at;
}

function startsStatement(tokens: Tokens, at: number): boolean {
  if (at === 0) return true;
  const before = tokens.kind[at - 1]!;
  if (before === Kind.newline || before === Kind.semicolon || before === Kind.openBrace || before === Kind.closeBrace)
    return true;
  if (before === Kind.closeParen || before === Kind.colon || before === Kind.greater || before === Kind.question)
    return true;
  return /^(?:then|do|else|and|or|&&|\|\||\||php|=>|->)$/.test(tokens.slice(at - 1));
}

/** Whether a value may begin there, and no operator stands. */
function isOperandStart(tokens: Tokens, at: number): boolean {
  const kind = tokens.kind[at];
  return (
    kind === Kind.word ||
    kind === Kind.string ||
    kind === Kind.openBracket ||
    kind === Kind.openBrace ||
    kind === Kind.colon
  );
}

function isAccess(kind: number | undefined): boolean {
  return kind === Kind.dot || kind === Kind.optionalDot || kind === Kind.thinArrow || kind === Kind.scope;
}
