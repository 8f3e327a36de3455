/**
 * Tokens → bindings and calls, for every language at once. It is no grammar: it looks for what carries values in all
 * of them (names before `=`, `:` or `=>`, arguments in parentheses, entries in braces and brackets, literals joined by
 * operators) and takes the rest as noise. Works on fragments and broken code; linear in the number of tokens.
 */
import type { Binding, Call, Span, TextValue, Value, Via } from '../types.ts';
import { Kind, lex, stringValue, type Tokens } from './lexer.ts';
import type { Language } from './languages.ts';
import { concat, verbatim } from './pieces.ts';
import { namesExchange } from '../names.ts';

export interface Parsed {
  readonly bindings: Binding[];
  readonly calls: Call[];
  readonly comments: readonly Span[];
}

/**
 * Reads the part [from, to) of a text as code of the language. Statements that hold no value worth knowing, nor the
 * name of one, are passed over: in most files that is nearly all of them.
 */
export function parse(text: string, language: Language, from = 0, to: number = text.length): Parsed {
  const tokens = lex(text, language, from, to);
  const { interesting, found } = interestingTokens(tokens);
  if (!found) return { bindings: [], calls: [], comments: tokens.comments };
  const first = new Parser(tokens, runningCount(interesting)).run();
  // Where a value was bound to a name, the statements that use the name are read too.
  const named = [...first.bindings, ...first.calls.flatMap(({ args }) => args)];
  return markNames(tokens, named, interesting) ? new Parser(tokens, runningCount(interesting)).run() : first;
}

/** A run that a credential, or a part of one, could be. */
const shortRun = /[A-Za-z0-9+/]{16}/;
const exchangeWord = /^[A-Za-z][\w.]{1,20}$/;

/** Marks the tokens that are, or tell of, values worth knowing: 1 for each. */
function interestingTokens(tokens: Tokens): { interesting: Uint8Array; found: boolean } {
  const { length, kind, start, end, text } = tokens;
  const interesting = new Uint8Array(length);
  let found = false;
  for (let index = 0; index < length; index += 1) {
    if (kind[index] === Kind.word && end[index]! - start[index]! >= 60) interesting[index] = 1;
    else if (kind[index] === Kind.string) {
      const content = tokens.content(index);
      const inner = text.slice(content.start, content.end);
      if (inner.length >= 16 ? shortRun.test(inner) : exchangeWord.test(inner) && namesExchange(inner))
        interesting[index] = 1;
      if (inner.length < 16) continue;
    }
    found ||= interesting[index] === 1;
  }
  return { interesting, found };
}

/** Marks the words that name a value found; whether there were any new ones. */
function markNames(tokens: Tokens, bindings: readonly Binding[], interesting: Uint8Array): boolean {
  const { length, kind, start, end, text } = tokens;
  const names = new Set<string>();
  for (const { path, value } of bindings) {
    if (value.kind === 'text' && value.text.length >= 60) names.add(path.at(-1) ?? '');
  }
  const lengths = new Set([...names].map((name) => name.length));
  if (names.size === 0) return false;
  let marked = false;
  for (let index = 0; index < length; index += 1) {
    if (interesting[index] || (kind[index] !== Kind.word && kind[index] !== Kind.string)) continue;
    // A name stands as a word, perhaps with a sigil (`$key`), or as a key in quotes (`config["key"]`).
    const inner = kind[index] === Kind.string ? tokens.content(index) : { start: start[index]!, end: end[index]! };
    const size = inner.end - inner.start;
    if (!lengths.has(size) && !lengths.has(size - 1)) continue;
    const word = text.slice(inner.start, inner.end);
    if (!names.has(word) && !names.has(word.slice(1))) continue;
    interesting[index] = 1;
    marked = true;
  }
  return marked;
}

/** How many are marked before each index. */
function runningCount(marks: Uint8Array): Int32Array {
  const counts = new Int32Array(marks.length + 1);
  for (let index = 0; index < marks.length; index += 1) counts[index + 1] = counts[index]! + marks[index]!;
  return counts;
}

interface Context {
  readonly kind: 'block' | 'object' | 'args' | 'list';
  readonly path: readonly string[];
  readonly container: number;
  readonly sink: Binding[];
  /** Line ends separate items. */
  readonly newlines: boolean;
  readonly depth: number;
}

/** A value with the source that it takes. */
interface Operand {
  readonly value: Value;
  readonly span: Span;
}

const assigning = new Set([
  '=',
  ':',
  ':=',
  '=>',
  '==',
  '===',
  '!=',
  '!==',
  '<-',
  '+=',
  '??=',
  '||=',
  '.=',
  '//=',
  '->',
]);
const joining = new Set(['+', '..', '<>', '&', '~', '.', '<<', '||.']);
const separatingAlternatives = new Set(['||', '??', '?:', '?', ':', '|', ',', '&&', ';']);
const accessors = new Set(['.', '::', '->', '?.', '\\']);
/** A line that ends in one of these goes on. */
const continuesAfter = new Set([
  '=',
  ':=',
  '+',
  '.',
  '..',
  '->',
  '=>',
  '==',
  '===',
  '||',
  '&&',
  '??',
  '?:',
  ':',
  '<-',
  '<>',
  '&',
  '|',
  '\\',
  '+=',
  '~',
  '??=',
  '||=',
  '(',
  '[',
  '{',
  '::',
  '?.',
  '<<',
  '^',
]);
/** A line that begins with one of these goes on from the line before. */
const continuesBefore = new Set([
  '.',
  '?.',
  '+',
  '||',
  '&&',
  '??',
  '?',
  '=>',
  '->',
  '..',
  '<>',
  '?:',
  ')',
  ']',
  '=',
  '::',
  '&',
  ':',
  '<<',
]);

const blockKeywords =
  /^(?:if|else|elif|elsif|unless|for|foreach|while|switch|case|match|when|with|try|catch|finally|do|func|fun|fn|function|def|class|struct|interface|trait|impl|enum|namespace|module|constructor|extension|protocol)$/;
const declares =
  /^(?:class|struct|interface|trait|impl|enum|namespace|module|object|record|func|fun|fn|function|def|package)$/;
const declaration = /^(?:const|let|var|val|auto|final|my|our|local|readonly)$/;
const controlKeywords = /^(?:if|else|elif|for|while|case|with|try|when|default|except|finally|unless)$/;
const startsExpression =
  /^(?:new|return|await|throw|yield|raise|in|and|or|not|is|as|typeof|delete|void|mut|ref|out|const|let|var|val|final|lazy|global|local|my|our|echo|print|puts|assert)$/i;
const alternativeWords = /^(?:or|else|if|unless|and|then|in)$/;
const scalarWord = /^(?:true|false|null|nil|none|undefined|nan|NULL|True|False|None|-?\d[\d_.a-z]*)$/;
const longRun = /[A-Za-z0-9]{60}/;
/** Words and strings that can name the value that follows them in a list: `put("api_key", "…")`, `--secret …`. */
/** Words that stand before a name and are none. */
const notAName = /^(?:var|const|return|case|if|for|else|switch|range|go|defer|func|type)$/;
const nameLike = /^-{0,2}[A-Za-z_$][\w .$-]{0,47}:?$/;
/** First arguments that name no second one: `createHmac('sha256', secret)`. */
const algorithm =
  /^(?:hmac[-_]?)?(?:sha|md)-?\d*$|^(?:hex|base64|utf-?8|ascii|get|post|put|delete|binance|live|test|testnet|prod|main|default)$/i;
const maxDepth = 64;
/** What no program has, and only takes memory: files of megabytes come here too. */
const maxAssignments = 20_000;
const maxAlternatives = 200;
const maxCalls = 50_000;
/** From this many on a list is data, of which only texts that could hold a key are kept. */
const maxKept = 50_000;
const maxPath = 8;
const maxTuple = 32;
/** Names longer than this are no names: `a.b.c…`. */
const maxChain = 64;

class Parser {
  readonly #tokens: Tokens;
  readonly #language: Language;
  readonly #bindings: Binding[] = [];
  readonly #calls: Call[] = [];

  /** How many tokens worth reading stand before each. */
  readonly #counts: Int32Array;

  constructor(tokens: Tokens, counts: Int32Array) {
    this.#counts = counts;
    this.#tokens = tokens;
    this.#language = tokens.language;
  }

  run(): Parsed {
    const { length, comments } = this.#tokens;
    this.#items(0, length, {
      kind: 'block',
      path: [],
      container: 0,
      sink: this.#bindings,
      newlines: true,
      depth: 0,
    });
    return { bindings: this.#bindings, calls: this.#calls, comments };
  }

  // -- tokens ----------------------------------------------------------------------------------------------------

  #is(index: number, op: string): boolean {
    return this.#tokens.op(index) === op;
  }

  #op(index: number): string {
    return this.#tokens.op(index);
  }

  #word(index: number): string {
    return this.#tokens.kind[index] === Kind.word
      ? this.#tokens.text.slice(this.#tokens.start[index], this.#tokens.end[index])
      : '';
  }

  /** The closing partner of an opening bracket at `index`, or -1. */
  #close(index: number): number {
    const match = this.#tokens.match[index] ?? -1;
    return match > index ? match : -1;
  }

  #span(from: number, to: number): Span {
    const { start, end } = this.#tokens;
    return { start: start[from] ?? 0, end: end[Math.max(from, to - 1)] ?? 0 };
  }

  #skipNewlines(index: number, to: number): number {
    while (index < to && this.#tokens.kind[index] === Kind.newline) index += 1;
    return index;
  }

  // -- items: what stands between separators ---------------------------------------------------------------------

  /** Reads all items of [from, to) and returns the positional values (for lists). */
  #items(from: number, to: number, context: Context): Operand[] {
    const positional: Operand[] = [];
    let index = 0;
    let unassigned: string[][] = [];
    let extraNames: string[][] = [];
    for (let at = this.#skipNewlines(from, to); at < to;) {
      const end = this.#endOfItem(at, to, context.newlines);
      const separator = this.#op(end);
      const passed =
        context.kind === 'block' && separator !== ',' && unassigned.length === 0 && extraNames.length === 0;
      if (end > at && !(passed && this.#counts[end] === this.#counts[at])) {
        const { values, targets, path } = this.#item(at, end, context, index, unassigned[0]);
        if (context.kind === 'block') {
          // Tuples without brackets: `key, secret = "…", "…"`, `k, s := "…", "…"`.
          if (path) unassigned = unassigned.length < maxTuple ? [...unassigned, path] : [];
          else if (targets.length > 0) {
            extraNames = unassigned.length > 0 ? [...unassigned.slice(1), targets.at(-1) ?? []] : [];
            unassigned = [];
          } else if (extraNames.length > 0) {
            const name = extraNames.shift() ?? [];
            for (const operand of values) this.#emit(context, name, 'assign', operand);
          }
          if (separator !== ',') {
            unassigned = [];
            extraNames = [];
          }
        } else if (targets.length === 0) this.#positional(values, positional.at(-1), context, index);
        if (targets.length === 0) {
          if (context.kind !== 'block')
            for (const operand of values) if (isKept(positional, operand.value)) positional.push(operand);
          index += 1;
        }
      }
      at = this.#skipNewlines(
        end + (end < to && (separator === ',' || separator === ';' || this.#tokens.kind[end] === Kind.newline) ? 1 : 0),
        to,
      );
      if (end === at && end < to) at += 1;
    }
    return positional;
  }

  #positional(values: readonly Operand[], before: Operand | undefined, context: Context, index: number): void {
    const name =
      before?.value.kind === 'text' && nameLike.test(before.value.text) && !algorithm.test(before.value.text)
        ? before.value.text
        : undefined;
    for (const operand of values) {
      // Arguments are resolved by their names; what else a list holds besides texts says nothing.
      if (context.kind !== 'args' && operand.value.kind !== 'text') continue;
      this.#emit(context, [String(index)], context.kind === 'args' ? 'argument' : 'entry', operand);
      if (name !== undefined && operand.value.kind === 'text')
        this.#emit(context, [name], context.kind === 'args' ? 'argument' : 'entry', operand);
    }
  }

  #emit(context: Context, target: readonly string[], via: Via, { value, span }: Operand): void {
    const path = [...context.path, ...target].slice(-maxPath);
    if (isKept(context.sink, value)) context.sink.push({ path, via, value, span, container: context.container });
  }

  #endOfItem(from: number, to: number, newlines: boolean): number {
    for (let at = from; at < to;) {
      const close = this.#close(at);
      if (close >= 0) {
        at = close + 1;
        continue;
      }
      const op = this.#op(at);
      if (op === ',' || op === ';') return at;
      if (op === '<' && at > from && this.#tokens.kind[at - 1] === Kind.word) {
        const after = this.#typeArguments(at, to);
        if (after > 0) {
          at = after;
          continue;
        }
      }
      if (this.#tokens.kind[at] === Kind.newline) {
        if (newlines && !this.#goesOn(at, from, to)) return at;
        at = this.#skipNewlines(at, to);
        continue;
      }
      at += 1;
    }
    return to;
  }

  /** Whether the line end at `index` is inside a statement. */
  #goesOn(index: number, from: number, to: number): boolean {
    let before = index - 1;
    while (before >= from && this.#tokens.kind[before] === Kind.newline) before -= 1;
    const last = this.#op(before);
    if (before >= from && continuesAfter.has(last) && !(last === ':' && this.#language.dictBraces)) return true;
    const after = this.#skipNewlines(index, to);
    const next = this.#op(after);
    if (after >= to) return false;
    // A bracket on a line of its own opens the body of what stands before it.
    if (next === '{')
      return (
        before >= from &&
        (this.#tokens.kind[before] === Kind.word || last === ')' || last === '>') &&
        !this.#language.dictBraces
      );
    if (next === ':' && this.#language.name === 'ruby') return false;
    return continuesBefore.has(next);
  }

  /** One item: `name = value`, `"key": value`, `a="1" b="2"`, or a value alone. */
  #item(
    from: number,
    to: number,
    context: Context,
    index: number,
    tupleName?: string[],
  ): { values: Operand[]; targets: string[][]; path?: string[] } {
    const control = blockKeywords.test(this.#word(from));
    const ops = this.#assignments(from, to);
    if (ops.length === 0) {
      const path = context.kind === 'block' && !control ? this.#purePath(from, to) : undefined;
      if (path) return { values: [], targets: [], path };
      const inner =
        context.kind === 'args' || context.kind === 'list'
          ? { ...context, path: [...context.path, String(index)] }
          : context;
      return {
        values: this.#expression(from, to, inner, { statement: context.kind === 'block', control }),
        targets: [],
      };
    }
    const all: string[][] = [];
    let last: Operand[] = [];
    const clause = controlKeywords.test(this.#word(from));
    const firstStart = ops[0]?.start ?? from;
    if (firstStart > from && !control) this.#expression(from, firstStart, context, { statement: true, control: true });
    let pending: string[][] = [];
    for (let k = 0; k < ops.length; k += 1) {
      const current = ops[k];
      if (!current) break;
      const next = ops[k + 1];
      if (k > 0 && ops[k - 1]?.op === ':' && clause) pending = [];
      if (pending.length < maxTuple) pending.push(...current.names);
      const valueStart = this.#skipNewlines(current.at + 1, to);
      const valueEnd = next?.start ?? to;
      // `name: Type = value`: the type names nothing, unless a keyword shows that the colon ends a clause.
      if (current.op === ':' && next?.op === '=' && !clause && !this.#hasText(valueStart, valueEnd)) {
        next.names = [];
        continue;
      }
      if (valueStart >= valueEnd) continue;
      if (tupleName) pending = [tupleName];
      const name = pending[0] ?? [];
      const path = [...context.path, ...name].slice(-maxPath);
      const isCall = context.kind === 'args';
      const values = this.#expression(valueStart, valueEnd, { ...context, path }, { statement: false, control });
      const via: Via = isCall
        ? 'argument'
        : current.op === ':' || current.op === '=>' || context.kind === 'object'
          ? 'entry'
          : 'assign';
      if (current.group >= 0) this.#destructure(current.group, values, context, valueStart, valueEnd);
      for (const target of pending)
        for (const operand of values.length > 0 ? values : [this.#nothing(valueStart, valueEnd)])
          this.#emit(context, target, via, operand);
      all.push(...current.names);
      if (current.group >= 0) all.push([]);
      last = values;
      pending = [];
    }
    return { values: last, targets: all };
  }

  #hasText(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1)
      if (this.#tokens.kind[at] === Kind.string || longRun.test(this.#word(at))) return true;
    return false;
  }

  #nothing(from: number, to: number): Operand {
    return { value: { kind: 'unknown' }, span: this.#span(from, to) };
  }

  /** The assigning operators of an item with the names before them. */
  #assignments(
    from: number,
    to: number,
  ): { at: number; op: string; start: number; names: string[][]; group: number }[] {
    const found: { at: number; op: string; start: number; names: string[][]; group: number }[] = [];
    let ternaries = 0;
    let lower = from;
    for (let at = from; at < to && found.length < maxAssignments; at += 1) {
      const close = this.#close(at);
      if (close >= 0) {
        at = close;
        continue;
      }
      const op = this.#op(at);
      if (op === '?' && at + 1 < to && ![':', '.', '='].includes(this.#op(at + 1)) && this.#language.name !== 'rust')
        ternaries += 1;
      if (!assigning.has(op)) continue;
      if (op === ':' && ternaries > 0) {
        ternaries -= 1;
        continue;
      }
      if (op === '->' && this.#tokens.kind[at - 1] !== Kind.string) continue;
      const target = this.#target(at, lower);
      if (!target || (op === '=>' && target.group >= 0)) continue;
      found.push({ at, op, ...target });
      lower = at + 1;
    }
    return found;
  }

  /** The path that ends right before token `at`: `exchange.apiKey`, `config["binance"]["key"]`, `"api-key"`. */
  #target(at: number, lower: number): { start: number; names: string[][]; group: number } | undefined {
    const path: string[] = [];
    let start = at;
    let index = at - 1;
    while (index >= lower && (this.#tokens.kind[index] === Kind.newline || /^[?!"'`*]$/.test(this.#op(index))))
      index -= 1;
    while (index >= lower && path.length < maxChain) {
      const kind = this.#tokens.kind[index];
      if (kind === Kind.string) {
        path.unshift(stringValue(this.#tokens, index).text.slice(0, 200));
        start = index;
        break;
      }
      if (kind === Kind.word) {
        path.unshift(this.#name(index));
        start = index;
        // In prose a label is several words: `My API key: …`.
        while (
          this.#language.name === 'text' &&
          start - 1 >= lower &&
          this.#tokens.kind[start - 1] === Kind.word &&
          !startsExpression.test(this.#word(start - 1)) &&
          index - start < 5
        ) {
          start -= 1;
          path[0] = `${this.#name(start)} ${path[0] ?? ''}`;
        }
        if (index - 2 >= lower && accessors.has(this.#op(index - 1))) {
          index -= 2;
          continue;
        }
        break;
      }
      const op = this.#op(index);
      const open = this.#tokens.match[index] ?? -1;
      if (open < lower || open > index) break;
      if (op === ']') {
        const key = this.#soleKey(open + 1, index);
        if (key !== undefined) path.unshift(key);
        start = open;
        const indexed =
          (this.#tokens.kind[open - 1] === Kind.word && !declaration.test(this.#word(open - 1))) ||
          this.#is(open - 1, ']');
        if (open - 1 >= lower && indexed) {
          index = open - 1;
          continue;
        }
        if (path.length === 0) return { start: open, names: [], group: open };
        break;
      }
      if (op === '}' || op === ')') {
        if (path.length > 0) {
          start = open;
          break;
        }
        if (
          op === ')' &&
          this.#tokens.kind[open - 1] === Kind.word &&
          open - 1 >= lower &&
          !declaration.test(this.#word(open - 1))
        )
          return undefined;
        return { start: open, names: [], group: open };
      }
      break;
    }
    if (path.length === 0) return undefined;
    // Go and SQL name first: `var apiKey string = …`.
    if (
      this.#language.nameFirst &&
      path.length === 1 &&
      start - 1 >= lower &&
      this.#tokens.kind[start - 1] === Kind.word &&
      !notAName.test(this.#word(start - 1))
    ) {
      return { start: start - 1, names: [[this.#name(start - 1)]], group: -1 };
    }
    return { start, names: [path], group: -1 };
  }

  #name(index: number): string {
    return this.#word(index)
      .replace(/^[$@#]+/, '')
      .slice(0, 200);
  }

  /** The one key inside brackets, `["key"]` or `[:key]` or `[KEY]`. */
  #soleKey(from: number, to: number): string | undefined {
    const first = this.#skipNewlines(from, to);
    const at = this.#is(first, ':') ? first + 1 : first;
    if (at + 1 !== to) return undefined;
    if (this.#tokens.kind[at] === Kind.string) return stringValue(this.#tokens, at).text.slice(0, 200);
    const word = this.#word(at);
    return word === '' || /^\d+$/.test(word) ? undefined : this.#name(at);
  }

  /** `[key, secret] = ["…", "…"]`, `const { apiKey = "…" } = …`, `(k, s) = (…)`. */
  #destructure(
    group: number,
    values: readonly Operand[],
    context: Context,
    valueStart: number,
    valueEnd: number,
  ): void {
    const close = this.#close(group);
    if (close < 0) return;
    if (this.#is(group, '{')) {
      this.#items(group + 1, close, { ...context, kind: 'object', newlines: false, depth: context.depth + 1 });
      return;
    }
    const names: string[][] = [];
    for (let at = group + 1; at < close;) {
      const end = this.#endOfItem(at, close, false);
      const path = this.#purePath(at, end);
      names.push(path ?? []);
      at = end + 1;
    }
    const first = values[0]?.value;
    const span = this.#span(valueStart, valueEnd);
    const items = values.length === 1 && first?.kind === 'list' ? first.items : values.map(({ value }) => value);
    names.forEach((name, k) => {
      const value = items[k];
      if (value && name.length > 0)
        this.#emit(context, name, 'assign', { value, span: value.kind === 'text' ? extent(value, span) : span });
    });
  }

  /** The path if [from, to) is nothing but a name, perhaps after `const`, `let` or a type. */
  #purePath(from: number, to: number): string[] | undefined {
    const path: string[] = [];
    for (let at = from; at < to; at += 1) {
      const kind = this.#tokens.kind[at];
      if (kind === Kind.word) {
        if (longRun.test(this.#word(at))) return undefined;
        if (at > from && !accessors.has(this.#op(at - 1))) path.length = 0;
        path.push(this.#name(at));
      } else if (kind !== Kind.newline && !accessors.has(this.#op(at))) return undefined;
    }
    return path.length > 0 ? path : undefined;
  }

  // -- expressions -----------------------------------------------------------------------------------------------

  /** The alternatives that [from, to) may stand for: `a ?? "b"` has two, `"a" + "b"` one. */
  #expression(
    from: number,
    to: number,
    context: Context,
    position: { statement: boolean; control: boolean },
  ): Operand[] {
    const out: Operand[] = [];
    const pathHere = context.path;
    let current: { values: TextValue[]; start: number; end: number } | undefined;
    let join = false;
    let afterString = false;
    let statement = position.statement;
    let constructing = false;
    let bareName: string | undefined;
    const flush = (): void => {
      const value = current && concat(current.values);
      if (current && value && (out.length < maxAlternatives || value.text.length >= 60))
        out.push({ value, span: { start: current.start, end: current.end } });
      current = undefined;
      join = false;
    };
    const addText = (value: TextValue, start: number, end: number, isString: boolean): void => {
      if (current && (join || (isString && afterString && this.#language.adjacency))) {
        current.values.push(value);
        current.end = end;
      } else {
        flush();
        current = { values: [value], start, end };
        if (bareName !== undefined && this.#language.bareWords)
          this.#emit({ ...context, path: [] }, [bareName], 'bare', { value, span: { start, end } });
      }
      join = false;
      bareName = undefined;
    };
    for (let at = from; at < to;) {
      const { kind, start, end } = this.#tokens;
      const close = this.#close(at);
      const tokenStart = start[at] ?? 0;
      if (kind[at] === Kind.newline) {
        at += 1;
        continue;
      }
      if (kind[at] === Kind.string) {
        const next = this.#skipChain(at + 1, to);
        addText(stringValue(this.#tokens, at), tokenStart, end[at] ?? 0, true);
        afterString = true;
        at = next;
        continue;
      }
      const wasString = afterString;
      afterString = false;
      if (kind[at] === Kind.word) {
        const word = this.#word(at);
        if (longRun.test(word)) {
          addText(verbatim(this.#tokens.text, tokenStart, end[at] ?? 0), tokenStart, end[at] ?? 0, false);
          at += 1;
          continue;
        }
        if (alternativeWords.test(word)) flush();
        if (word === 'as' || word === 'satisfies') {
          // A type follows, no value.
          at += 1;
          while (at < to && (kind[at] === Kind.word || accessors.has(this.#op(at)))) at += 1;
          continue;
        }
        if (startsExpression.test(word) || alternativeWords.test(word)) {
          if (word === 'new') constructing = true;
          statement = false;
          at += 1;
          continue;
        }
        if (scalarWord.test(word) && !accessors.has(this.#op(at + 1))) {
          if (out.length < maxAlternatives)
            out.push({ value: { kind: 'scalar', text: word }, span: { start: tokenStart, end: end[at] ?? 0 } });
          at += 1;
          continue;
        }
        const operand = this.#named(at, to, context, { statement, control: position.control, constructing });
        constructing = false;
        if (operand.value?.kind === 'text') addText(operand.value, operand.start, operand.end, false);
        else if (operand.value) {
          if (join) flush();
          if (out.length < maxAlternatives)
            out.push({ value: operand.value, span: { start: operand.start, end: operand.end } });
        }
        bareName = operand.value?.kind === 'ref' ? word : undefined;
        at = operand.next;
        continue;
      }
      const op = this.#op(at);
      if (close >= 0) {
        if (context.depth > maxDepth) {
          at = close + 1;
          continue;
        }
        const inner: Context = { ...context, container: tokenStart, depth: context.depth + 1, newlines: false };
        if (op === '(') {
          const sink: Binding[] = [];
          const items = this.#items(at + 1, close, { ...inner, kind: 'list', sink });
          const first = [...pathHere, '0'].slice(-maxPath).join('\0');
          for (const binding of sink)
            if (items.length > 1 || binding.path.join('\0') !== first) context.sink.push(binding);
          // One value in parentheses is that value (the cast before another operand has none).
          const only = items[0];
          if (items.length === 1 && only?.value.kind === 'text')
            addText(only.value, only.span.start, only.span.end, false);
          else if (items.length > 1)
            out.push({
              value: { kind: 'list', items: items.map(({ value }) => value) },
              span: this.#span(at, close + 1),
            });
        } else if (op === '[') {
          const items = this.#items(at + 1, close, { ...inner, kind: 'list' });
          if (items.length > 0)
            out.push({
              value: { kind: 'list', items: items.map(({ value }) => value) },
              span: this.#span(at, close + 1),
            });
        } else {
          const before = this.#op(at - 1);
          // HCL: `variable "binance_secret" { default = "…" }`.
          const labelled = position.statement && kind[at - 1] === Kind.string && at > from;
          if (labelled) flush();
          const block =
            labelled ||
            position.control ||
            (before === ')' && at > from) ||
            before === '=>' ||
            (statement && at === from) ||
            before === '->';
          this.#items(at + 1, close, {
            ...inner,
            kind: block ? 'block' : 'object',
            newlines: !this.#language.dictBraces,
            sink: block ? this.#bindings : context.sink,
            path: labelled
              ? [...pathHere, stringValue(this.#tokens, at - 1).text].slice(-maxPath)
              : block && !statement
                ? []
                : pathHere,
          });
        }
        at = close + 1;
        continue;
      }
      if (joining.has(op)) {
        join = current !== undefined;
        if (wasString) afterString = false;
      } else if (separatingAlternatives.has(op)) flush();
      else if (op === '=>' || op === '->') statement = false;
      at += 1;
    }
    flush();
    return out;
  }

  /** Skips what is called on a literal: `.into()`, `.trim()`, `->value`. */
  #skipChain(at: number, to: number): number {
    const dot = this.#language.name === 'php' ? '->' : '.';
    while (at + 1 < to && (this.#is(at, dot) || this.#is(at, '?.')) && this.#tokens.kind[at + 1] === Kind.word) {
      at += 2;
      const close = this.#is(at, '(') ? this.#close(at) : -1;
      if (close >= 0 && close < to) at = close + 1;
    }
    return at;
  }

  /** A name and what hangs on it: a reference, a call, a construction, a block. */
  #named(
    from: number,
    to: number,
    context: Context,
    position: { statement: boolean; control: boolean; constructing: boolean },
  ): { value: Value | undefined; start: number; end: number; next: number } {
    const { kind, start, end } = this.#tokens;
    const path: string[] = [this.#name(from)];
    let at = from + 1;
    let value: Value | undefined;
    let called = false;
    let owner = this.#owner(from, path);
    for (; at < to;) {
      const op = this.#op(at);
      if (
        accessors.has(op) &&
        kind[at + 1] === Kind.word &&
        at + 1 < to &&
        !(op === '.' && this.#language.name === 'php')
      ) {
        path.push(this.#name(at + 1));
        at += 2;
        continue;
      }
      if (kind[at] === Kind.newline && position.constructing && this.#is(at + 1, '{')) {
        at += 1;
        continue;
      }
      const close = this.#close(at);
      if (op === '<' && !called) {
        // Type arguments: `new Map<string, string>(…)`.
        const after = this.#typeArguments(at, to);
        if (after < 0) break;
        at = after;
        continue;
      }
      if (close < 0 || close >= to + 1 || context.depth > maxDepth) break;
      if (op === '(') {
        const declaration =
          this.#language.nameFirst && /^(?:const|var|import|type)$/.test(path[0] ?? '') && path.length === 1;
        if (declaration) {
          this.#items(at + 1, close, {
            ...context,
            kind: 'block',
            newlines: true,
            container: start[at] ?? 0,
            depth: context.depth + 1,
          });
          return { value: undefined, start: start[from] ?? 0, end: end[close] ?? 0, next: close + 1 };
        }
        value = this.#call(path, from, at, close, context);
        called = true;
        owner = path.slice(0, 1);
        at = close + 1;
        continue;
      }
      if (op === '[' && !called) {
        const key = this.#soleKey(at + 1, close);
        if (key !== undefined) path.push(key);
        at = close + 1;
        continue;
      }
      if (op === '{' && path[0] === '' && path.length === 1) {
        // Shell's `${NAME:-default}`: what the default stands for.
        const [only] = this.#expression(
          at + 1,
          close,
          { ...context, depth: context.depth + 1 },
          { statement: false, control: false },
        ).filter((operand) => operand.value.kind === 'text');
        return {
          value: only?.value ?? { kind: 'unknown' },
          start: start[from] ?? 0,
          end: end[close] ?? 0,
          next: close + 1,
        };
      }
      if (op === '{') {
        const literal = !position.control && !position.statement && (!called || position.constructing);
        const container = start[at] ?? 0;
        if (literal) {
          const args: Binding[] = [];
          this.#items(at + 1, close, {
            kind: 'object',
            path: [],
            container,
            sink: args,
            newlines: !this.#language.dictBraces,
            depth: context.depth + 1,
          });
          this.#record(path, from, close, args);
          value = { kind: 'unknown' };
        } else {
          this.#items(at + 1, close, {
            kind: 'block',
            path: [...context.path, ...owner].slice(-maxPath),
            container,
            sink: this.#bindings,
            newlines: true,
            depth: context.depth + 1,
          });
          value = undefined;
        }
        at = close + 1;
        return { value, start: start[from] ?? 0, end: end[close] ?? 0, next: at };
      }
      break;
    }
    const result: Value | undefined = called ? value : { kind: 'ref', path };
    return { value: result, start: start[from] ?? 0, end: end[at - 1] ?? 0, next: at };
  }

  /** What a block belongs to: the name after `class` or `function`, else the last name before the brace. */
  #owner(from: number, path: readonly string[]): readonly string[] {
    for (let at = from - 1; at >= 0 && at > from - 16; at -= 1) {
      if (declares.test(this.#word(at)) && this.#tokens.kind[at + 1] === Kind.word) return [this.#name(at + 1)];
      if (this.#tokens.kind[at] === Kind.newline || /^[;{}]$/.test(this.#op(at))) break;
    }
    return blockKeywords.test(path[0] ?? '') ? [] : path.slice(-1);
  }

  /** The index after the `>` that closes type arguments opened at `at`, or -1. */
  #typeArguments(at: number, to: number): number {
    let depth = 0;
    for (let index = at; index < to && index < at + 40; index += 1) {
      const op = this.#op(index);
      if (op === '<') depth += 1;
      else if (op === '>') {
        depth -= 1;
        if (depth === 0)
          return index < to && (this.#tokens.kind[index + 1] === Kind.word || /^[({=)[,>]?$/.test(this.#op(index + 1)))
            ? index + 1
            : -1;
      } else if (
        this.#tokens.kind[index] !== Kind.word &&
        op !== ',' &&
        op !== '.' &&
        op !== '?' &&
        op !== '[' &&
        op !== ']' &&
        op !== '&' &&
        op !== '::'
      )
        return -1;
    }
    return -1;
  }

  /** Records the call; its value is that of its only text argument, since wrappers hand it on: `Some("…")`. */
  #call(callee: readonly string[], from: number, open: number, close: number, context: Context): Value {
    const args: Binding[] = [];
    const container = this.#tokens.start[open] ?? 0;
    const values = this.#items(open + 1, close, {
      kind: 'args',
      path: [],
      container,
      sink: args,
      newlines: false,
      depth: context.depth + 1,
    });
    this.#record(callee, from, close, args);
    const [only, ...others] = values;
    if (only && others.length === 0 && args.every(({ path }) => path[0] === '0'))
      return only.value.kind === 'ref' ? { kind: 'unknown' } : only.value;
    return { kind: 'unknown' };
  }

  #record(callee: readonly string[], from: number, close: number, args: readonly Binding[]): void {
    if (this.#calls.length < maxCalls)
      this.#calls.push({ callee: [...callee], args, span: this.#span(from, close + 1) });
  }
}

function isKept(list: readonly unknown[], value: Value): boolean {
  return list.length < maxKept || (value.kind === 'text' && value.text.length >= 60);
}

function extent(value: TextValue, fallback: Span): Span {
  const first = value.pieces[0];
  const last = value.pieces.at(-1);
  return first && last ? { start: first.source.start, end: last.source.end } : fallback;
}
