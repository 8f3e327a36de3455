/**
 * What an expression would show if it were printed: whether a secret is among it, whole. Reads tokens, for every language
 * alike: `secret`, `cfg["secret"]`, `"…${secret}"`, `os.getenv("API_SECRET")` show it; `!!secret`, `secret.length`,
 * `secret[:4]`, `mask(secret)` and `secret ? "set" : "missing"` do not. What a function makes of it is another thing,
 * unless the function is known to hand it on.
 */
import { lex } from '../../read/code/lexer.ts';
import { Kind, type Tokens } from '../../read/code/tokens.ts';
import type { Language } from '../../read/languages.ts';

export interface Shown {
  /** The name that stands for the secret: `apiSecret`, `BINANCE_API_SECRET`. */
  readonly name: string;
  /** The name with the steps before it. */
  readonly path: readonly string[];
}

/** Whether a name, the last step of its path, is that of a secret. */
export type IsSecret = (name: string, path: readonly string[]) => boolean;

/** How a language writes values into its texts. */
interface Interpolation {
  /** Which strings do it, by their opening; absent: all. */
  readonly opening?: RegExp;
  readonly pattern: RegExp;
}

const dollar =
  /\$\{([^{}]{1,300}(?:\{[^{}]{0,100}\}[^{}]{0,100})?)\}|\$\(([^()]{1,300})\)|\$((?:env:)?[A-Za-z_]\w{0,80})/g;
const dollarBraces = /\$\{([^{}]{1,300}(?:\{[^{}]{0,100}\}[^{}]{0,100})?)\}/g;
const braces = /\{\{|\{([^{}]{1,300}(?:\{[^{}]{0,100}\})?)\}/g;
const hashBraces = /#\{([^{}]{1,300})\}/g;
const phpInside =
  /\{(\$[^{}]{1,300})\}|\$\{([^{}]{1,300})\}|(\$[A-Za-z_]\w{0,80}(?:->\w{1,80}|\[[^\][]{1,80}\]){0,4})/g;
const swiftInside = /\\\(([^()]{1,300}(?:\([^()]{0,100}\)[^()]{0,100})?)\)/g;

const interpolations: Readonly<Record<string, readonly Interpolation[]>> = {
  javascript: [
    { opening: /^`/, pattern: dollarBraces },
    { opening: /^["']/, pattern: hashBraces },
  ],
  python: [{ opening: /^(?:f|rf|fr)["']/i, pattern: braces }],
  csharp: [{ opening: /^@?\$/, pattern: braces }],
  java: [{ pattern: dollar }, { pattern: swiftInside }],
  rust: [{ pattern: braces }],
  php: [{ opening: /^["<]/, pattern: phpInside }],
  ruby: [{ opening: /^(?!')/, pattern: hashBraces }],
  hash: [
    { opening: /^(?!')/, pattern: hashBraces },
    { opening: /^(?!')/, pattern: dollar },
  ],
  powershell: [{ opening: /^@?"/, pattern: dollar }],
  shell: [{ opening: /^(?!')/, pattern: dollar }],
};

/** Calls and properties that hand their value on: what they give is still the secret. */
const handsOn =
  /^(?:str|string|repr|tostring|to_string|to_s|to_str|tostr|stringify|dumps|dump|json|tojson|to_json|inspect|format|sprintf|sprint|sprintln|fmt|join|concat|append|trim|trimend|trimstart|strip|rstrip|lstrip|chomp|decode|encode|as_str|as_string|asstring|as_ref|as_deref|into|clone|to_owned|unwrap|unwrap_or|unwrap_or_default|unwrap_or_else|expect|value|get|getvalue|get_secret_value|expose_secret|expose|reveal|orelse|or_default|some|ok|object|dict|vars|asdict|assign|merge|pformat|pretty|highlight|b64encode|b64decode|b64|btoa|atob|base64|frombytes|tobytes|bytes|bytearray|from|of|valueof|upper|lower|touppercase|tolowercase|upcase|downcase|text|data|result|await|printable|json_encode|serialize|print_r|var_export|html|htmlspecialchars|escape|quote|encodeuricomponent|deref|unsafestring|c_str|utf8|utf8string|chr|cstr|any|with|add|field|kv|attr|bold|red|green|yellow|blue|cyan|gray|magenta|white|dim|underline|colored|style|buffer|strval|byte|rune|char|print|error|info)$/;
/** Calls that look a name up: what they give is the thing that the name names. */
const looksUp =
  /^(?:get_?env(?:ironment_?variable|_?or_?default)?|env|var|var_os|environ|env_?var|env_?str|must_?get_?env|lookup_?env|fetch_env!?|get_?or_?throw|get_?property|get_?item|get_?(?:config|setting|secret|param|value|string|str)|config|dotenv|prop|property|setting)$/;
/** These do where they are asked of a configuration. */
const looksUpThere = /^(?:get|getvalue|value|fetch!?|required?|read|param|option|opt|str|string|cfg|lookup|at)$/;
const configuration =
  /env|config|cfg|conf\b|viper|settings?|props|properties|secrets?\b|vault|options|decouple|params/i;

/** A call whose own name says that it brings a secret. */
const brings = /^(?:get|load|fetch|read|resolve|decrypt|retrieve|obtain|ask|find)_?/i;
const comparing = /^(?:==|===|!=|!==|<|>|<=|>=|<=>|=~|!~|in|is|isnot|instanceof|eq|ne|matches|contains)$/;
const negating = /^(?:!|not|typeof|sizeof|!!|defined|isset|empty|#|delete|void|defined\?)$/;
const blanks: ReadonlySet<string> = new Set([
  'await',
  'new',
  'return',
  'yield',
  'mut',
  'ref',
  'const',
  'static',
  'string',
]);

const maxDepth = 12;
const maxWork = 20_000;

/** What all logging calls of one program may take together, in tokens: those that stand in each other are looked at again. */
export interface Effort {
  left: number;
}

/** Far more than programs that people write need. */
export function effortFor(tokens: Tokens): Effort {
  return { left: 500_000 + 30 * tokens.length };
}

export class ShownValues {
  readonly #language: Language;
  readonly #isSecret: IsSecret;
  readonly #effort: Effort;
  #work = 0;

  constructor(language: Language, isSecret: IsSecret, effort: Effort = { left: Infinity }) {
    this.#language = language;
    this.#isSecret = isSecret;
    this.#effort = effort;
  }

  /** The first secret that the tokens [from, to) would show. */
  of(tokens: Tokens, from: number, to: number, depth = 0): Shown | undefined {
    this.#work += to - from;
    this.#effort.left -= to - from;
    if (depth > maxDepth || this.#work > maxWork || this.#effort.left < 0 || from >= to) return undefined;
    for (const [start, end] of split(tokens, from, to, (text) => text === ',' || text === ';')) {
      const shown = this.#item(tokens, start, end, depth);
      if (shown) return shown;
    }
    return undefined;
  }

  /** An argument, an element or an entry. */
  #item(tokens: Tokens, from: number, to: number, depth: number): Shown | undefined {
    let start = skipBlank(tokens, from, to);
    // `name: value`, `name => value`, `name=value`: the value alone is shown.
    const colon = entryValue(tokens, start, to);
    if (colon > start) start = colon;
    return this.#expression(tokens, start, to, depth);
  }

  #expression(tokens: Tokens, from: number, to: number, depth: number): Shown | undefined {
    this.#effort.left -= to - from + 8;
    if (from >= to || depth > maxDepth || this.#effort.left < 0) return undefined;
    const conditional = this.#conditional(tokens, from, to, depth);
    if (conditional !== undefined) return conditional === 'none' ? undefined : conditional;
    const alternatives = split(tokens, from, to, (text) => /^(?:\|\||\?\?|or|\?:|\|\|=)$/.test(text));
    if (alternatives.length > 1) return this.#any(tokens, alternatives, depth);
    const both = split(tokens, from, to, (text) => text === '&&' || text === 'and');
    // Of `a && b` what is shown is b, or an empty a.
    if (both.length > 1) return this.#expression(tokens, ...both.at(-1)!, depth + 1);
    const first = tokens.slice(from);
    if (negating.test(first.toLowerCase()) || (first.startsWith('!') && tokens.kind[from] === Kind.word))
      return undefined;
    if (hasTop(tokens, from, to, (text) => comparing.test(text))) return undefined;
    const terms = split(tokens, from, to, (text) => /^(?:\+|%|&|\.\.|<>|<<|~|\+=|\||\^)$/.test(text));
    if (terms.length > 1) return this.#any(tokens, terms, depth);
    // PHP joins with dots between blanks.
    if (this.#language.name === 'php') {
      const joined = split(tokens, from, to, (text) => text === '.');
      if (joined.length > 1) return this.#any(tokens, joined, depth);
    }
    return this.#chain(tokens, from, to, depth);
  }

  #any(tokens: Tokens, ranges: readonly (readonly [number, number])[], depth: number): Shown | undefined {
    for (const [start, end] of ranges) {
      const shown = this.#expression(tokens, skipBlank(tokens, start, end), end, depth + 1);
      if (shown) return shown;
    }
    return undefined;
  }

  /** `a ? b : c` and `b if a else c`: the condition is not shown. `none`: it is one, and shows nothing. */
  #conditional(tokens: Tokens, from: number, to: number, depth: number): Shown | 'none' | undefined {
    const question = indexOfTop(tokens, from, to, (text) => text === '?' || text === 'if');
    if (question < 0) return undefined;
    if (tokens.slice(question) === '?') {
      const colon = indexOfTop(tokens, question + 1, to, (text) => text === ':');
      if (colon < 0) return undefined;
      return (
        this.#expression(tokens, skipBlank(tokens, question + 1, colon), colon, depth + 1) ??
        this.#expression(tokens, skipBlank(tokens, colon + 1, to), to, depth + 1) ??
        'none'
      );
    }
    const otherwise = indexOfTop(tokens, question + 1, to, (text) => text === 'else');
    if (question === from) {
      // `if (secret) "set" else "missing"`, `if secret { … } else { … }`
      const body = skipBlank(tokens, question + 1, to);
      const close = tokens.kind[body] === Kind.openParen ? tokens.close(body) : -1;
      const after = close >= 0 ? close + 1 : indexOfTop(tokens, body, to, (text) => text === 'then') + 1;
      if (after <= 0 || after >= to) return 'none';
      const end = otherwise < 0 ? to : otherwise;
      return (
        this.#expression(tokens, after, end, depth + 1) ??
        (otherwise < 0 ? undefined : this.#expression(tokens, otherwise + 1, to, depth + 1)) ??
        'none'
      );
    }
    return (
      this.#expression(tokens, from, question, depth + 1) ??
      (otherwise < 0 ? undefined : this.#expression(tokens, otherwise + 1, to, depth + 1)) ??
      'none'
    );
  }

  /** Names, literals, brackets, one after the other: `a.b(c)[d].e`. */
  #chain(tokens: Tokens, from: number, to: number, depth: number): Shown | undefined {
    /** The secret that what was read so far stands for. */
    let held: Shown | undefined;
    let found: Shown | undefined;
    const path: string[] = [];
    for (let at = from; at < to; at += 1) {
      const kind = tokens.kind[at]!;
      const text = tokens.slice(at);
      if (kind === Kind.newline) continue;
      if (kind === Kind.string) {
        found ??= this.#string(tokens, at, depth);
        continue;
      }
      if (kind === Kind.word) {
        const name = text.replace(/^[$@:&*]+/, '').replace(/[?!]$/, '');
        const isCall = tokens.kind[at + 1] === Kind.openParen && at + 1 < to;
        const isMacro = text.endsWith('!');
        const follows = isAccess(tokens.kind[at - 1]) && at > from;
        // A part of it, or something about it, is no longer it.
        if (held && follows) held = keeps(tokens, at, name) ? held : undefined;
        else if (held) {
          found ??= held;
          held = undefined;
        }
        if (!follows) path.length = 0;
        path.push(...name.split('\\').slice(-1));
        if (blanks.has(name)) path.length = 0;
        else if (isCall || isMacro) {
          if (held === undefined) held = this.#call(tokens, at, name, path, depth);
          if (isCall) at = Math.max(at + 1, tokens.close(at + 1));
        } else if (held === undefined && this.#isSecret(name, path)) held = { name, path: path.slice() };
        continue;
      }
      const close = tokens.close(at);
      if (close >= 0 && close < to) {
        if (kind === Kind.openBracket && at > from && isValueEnd(tokens, at - 1)) {
          // An index: a name of an entry, or a part of a text.
          const key = keyIn(tokens, at, close);
          held = undefined;
          if (key !== undefined) {
            path.push(key);
            if (this.#isSecret(key, path)) held = { name: key, path: path.slice() };
          }
        } else if (kind === Kind.openParen && at > from && isValueEnd(tokens, at - 1)) {
          held = undefined;
        } else found ??= this.of(tokens, at + 1, close, depth + 1);
        at = close;
      }
    }
    return found ?? held;
  }

  /** What a call at the word `at` gives: what it was given where it hands that on, what it looks up by name. */
  #call(tokens: Tokens, at: number, name: string, path: readonly string[], depth: number): Shown | undefined {
    const open = at + 1;
    const close = tokens.close(open);
    if (close < 0) return undefined;
    const folded = name.toLowerCase();
    if (looksUp.test(folded) || (looksUpThere.test(folded) && configuration.test(path.slice(0, -1).join('.')))) {
      const argument = skipBlank(tokens, open + 1, close);
      if (tokens.kind[argument] === Kind.string) {
        const key =
          contentOf(tokens, argument)
            .split(/[.:/]+/)
            .at(-1) ?? '';
        if (this.#isSecret(key, [...path.slice(0, -1), key])) return { name: key, path: [...path.slice(0, -1), key] };
      } else if (tokens.kind[argument] === Kind.word && /env|var|config/i.test(path.join('.'))) {
        const shown = this.of(tokens, open + 1, close, depth + 1);
        if (shown) return shown;
      }
    }
    if (handsOn.test(folded) || /!$/.test(tokens.slice(at))) return this.of(tokens, open + 1, close, depth + 1);
    if (brings.test(name) && this.#isSecret(name.replace(brings, ''), path)) return { name, path: path.slice() };
    return undefined;
  }

  #string(tokens: Tokens, at: number, depth: number): Shown | undefined {
    const kinds = interpolations[this.#language.name];
    if (!kinds || depth > maxDepth) return undefined;
    const opening = tokens.text.slice(tokens.start[at], tokens.contentStart(at)) || '<';
    const start = tokens.contentStart(at);
    const content = tokens.text.slice(start, Math.max(start, tokens.contentEnd(at)));
    this.#effort.left -= content.length >> 3;
    for (const { opening: wanted, pattern } of kinds) {
      if (wanted && !wanted.test(opening)) continue;
      for (const match of content.matchAll(pattern)) {
        if (content.charAt(match.index - 1) === '\\' && !match[0].startsWith('\\')) continue;
        const groups: readonly (string | undefined)[] = match.slice(1);
        const shown = this.#inside(groups.find((one) => one !== undefined) ?? '', depth);
        if (shown) return shown;
      }
    }
    return undefined;
  }

  /** An expression inside a text, with what some languages write behind it: `secret!r`, `secret:>10`, `secret=`. */
  #inside(source: string, depth: number): Shown | undefined {
    const { name } = this.#language;
    if (name === 'shell') return this.#shell(source);
    let expression = source;
    if (name === 'python' || name === 'rust' || name === 'csharp') {
      const at = formatAt(source);
      // A text cut by its format is not whole.
      if (/\.\d+s?$/.test(source.slice(at))) return undefined;
      expression = source.slice(0, at).replace(/=\s*$/, '');
    }
    if (expression.trim() === '') return undefined;
    const inner = lex(expression, this.#language);
    return this.of(inner, 0, inner.length, depth + 1);
  }

  /** `NAME`, `NAME:-default` show it; `#NAME`, `NAME:0:4`, `NAME:+set` and `NAME//?/x` do not. */
  #shell(source: string): Shown | undefined {
    const name = /^([A-Za-z_]\w*)(?::?[-=?].*)?$/.exec(source)?.[1];
    return name !== undefined && this.#isSecret(name, [name]) ? { name, path: [name] } : undefined;
  }
}

/** Where the format of a value in a text begins: `secret:>10`, `secret!r`. */
function formatAt(source: string): number {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    else if (depth === 0 && char === ':' && source.charAt(at + 1) !== ':' && source.charAt(at - 1) !== ':') return at;
    else if (depth === 0 && char === '!' && /^![rsa]\s*$/.test(source.slice(at))) return at;
  }
  return source.length;
}

function contentOf(tokens: Tokens, at: number): string {
  const start = tokens.contentStart(at);
  return tokens.text.slice(start, Math.max(start, Math.min(tokens.contentEnd(at), start + 200)));
}

/** Whether a property or call of a thing still gives all of it: `.trim()`, and not `.get("api_key")`. */
function keeps(tokens: Tokens, at: number, name: string): boolean {
  if (!handsOn.test(name.toLowerCase())) return false;
  return (
    !/^(?:get|fetch|value|data)$/i.test(name) ||
    tokens.kind[at + 1] !== Kind.openParen ||
    tokens.close(at + 1) === at + 2
  );
}

/** The name in an index: `["secret"]`, `[:secret]`. */
function keyIn(tokens: Tokens, open: number, close: number): string | undefined {
  if (close === open + 2 && tokens.kind[open + 1] === Kind.string) return contentOf(tokens, open + 1);
  if (close === open + 3 && tokens.kind[open + 1] === Kind.colon && tokens.kind[open + 2] === Kind.word)
    return /\D/.test(tokens.slice(open + 2)) ? tokens.slice(open + 2) : undefined;
  return undefined;
}

function isAccess(kind: number | undefined): boolean {
  return kind === Kind.dot || kind === Kind.optionalDot || kind === Kind.thinArrow || kind === Kind.scope;
}

function isValueEnd(tokens: Tokens, at: number): boolean {
  const kind = tokens.kind[at];
  return kind === Kind.word || kind === Kind.closeParen || kind === Kind.closeBracket || kind === Kind.optionalDot;
}

function skipBlank(tokens: Tokens, from: number, to: number): number {
  return tokens.skipNewlines(from, to);
}

/** The ranges between the tokens that separate, outside of brackets. */
function split(
  tokens: Tokens,
  from: number,
  to: number,
  separates: (text: string) => boolean,
): (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    const close = tokens.close(at);
    if (close >= 0 && close < to) at = close;
    else if (tokens.kind[at] !== Kind.string && separates(tokens.slice(at))) {
      ranges.push([start, at]);
      start = at + 1;
    }
  }
  ranges.push([start, to]);
  return ranges;
}

function indexOfTop(tokens: Tokens, from: number, to: number, is: (text: string) => boolean): number {
  for (let at = from; at < to; at += 1) {
    const close = tokens.close(at);
    if (close >= 0 && close < to) at = close;
    else if (tokens.kind[at] !== Kind.string && is(tokens.slice(at))) return at;
  }
  return -1;
}

function hasTop(tokens: Tokens, from: number, to: number, is: (text: string) => boolean): boolean {
  return indexOfTop(tokens, from, to, is) >= 0;
}

/** Where the value of an entry begins; `from` where the range is none. */
function entryValue(tokens: Tokens, from: number, to: number): number {
  let at = from;
  if (tokens.kind[at] !== Kind.word && tokens.kind[at] !== Kind.string) return from;
  // A symbol's colon comes before it in Ruby and Elixir.
  at += 1;
  const kind = tokens.kind[at];
  if (kind === Kind.colon || kind === Kind.fatArrow || kind === Kind.equals) return skipBlank(tokens, at + 1, to);
  return from;
}
