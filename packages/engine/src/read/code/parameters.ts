/**
 * The names of what a function, a constructor or a record takes, in order: `def make(key, secret)`, `Account =
 * namedtuple("Account", "name key secret")`. Looked for in the text around a name, in the forms of all languages, since
 * the parser passes over declarations, which hold no values.
 */

/** A signature or the fields of a record are not longer. */
const maxSignature = 2000;
const maxOccurrences = 30;
/** Not names of parameters. */
const receiver = /^(?:self|cls|this)$/;

/** What stands before a name that is being declared. */
const declared = /\b(?:def|function|func|fn|fun|sub|proc|procedure|record|class|struct)\s+(?:\([^()]{0,80}\)\s*)?$/;
const declaredType = /\b(?:class|struct|record|object|type)\s+$/;
/** A return type or modifiers, as methods of typed languages have. */
const typed = /(?:^|[\n;{}])[ \t]*(?:[\w<>[\],.?*&:]{1,60}[ \t]+){1,6}[*&]?$/;
const notTyped = /\b(?:new|return|throw|await|yield|else|case|go|defer|in|of|not|and|or)[ \t]+$/;
const constructorOf = (name: string): RegExp =>
  new RegExp(`\\b(?:constructor|__init__|__construct|initialize|init|${name})\\s*\\(`);

/** The names that the function or type called `name` takes by position; none where it is not declared in the text. */
export function parametersOf(text: string, name: string, nameFirst: boolean): readonly string[] {
  let at = -1;
  for (let seen = 0; seen < maxOccurrences; seen += 1) {
    at = text.indexOf(name, at + 1);
    if (at < 0) return [];
    if (/\w/.test(text.charAt(at - 1)) || /\w/.test(text.charAt(at + name.length))) continue;
    const before = text.slice(Math.max(0, at - 200), at);
    const after = text.slice(at + name.length, at + name.length + maxSignature);
    const names = declaredAt(name, before, after, nameFirst);
    if (names.length > 0) return names;
  }
  return [];
}

function declaredAt(name: string, before: string, after: string, nameFirst: boolean): readonly string[] {
  const head = /^(?:<[^<>()]{0,80}>)?\s*\(/.exec(after);
  if (head && declared.test(before)) return namesIn(inParentheses(after, head[0].length), nameFirst);
  if (head && typed.test(before) && !notTyped.test(before)) {
    const inner = inParentheses(after, head[0].length);
    if (/^\s*(?:\{|throws\b|:|=>|->|const\b|async\b)/.test(after.slice(head[0].length + inner.length + 1)))
      return namesIn(inner, nameFirst);
  }
  const bound = /^\s*(?::[^=\n]{0,80})?=\s*(?:async\s+)?(?:function\b[^(]{0,40}|func\s*)?\(/.exec(after);
  if (bound) {
    const inner = inParentheses(after, bound[0].length);
    const rest = after.slice(bound[0].length + inner.length + 1);
    if (/func/.test(bound[0]) || /^\s*(?::[^=\n]{0,80})?=>/.test(rest)) return namesIn(inner, nameFirst);
  }
  const lambda = /^\s*=\s*lambda\s+([^:\n]{1,200}):/.exec(after)?.[1];
  if (lambda !== undefined) return namesIn(lambda, nameFirst);
  const tuple = /^\s*=\s*(?:\w+\.)?(?:namedtuple|NamedTuple)\(\s*["']\w+["']\s*,([^()]{1,600})/.exec(after)?.[1];
  if (tuple !== undefined) return tuple.match(/[A-Za-z_]\w*/g) ?? [];
  const typedTuple = /^\s*=\s*(?:\w+\.)?NamedTuple\(\s*["']\w+["']\s*,\s*\[([^\]]{1,600})\]/.exec(after)?.[1];
  if (typedTuple !== undefined) return [...typedTuple.matchAll(/["'](\w+)["']/g)].map(([, field]) => field ?? '');
  const struct = /^\s*=\s*Struct\.new\(([^()]{1,300})/.exec(after)?.[1];
  if (struct !== undefined) return [...struct.matchAll(/:(\w+)(?!\s*:)/g)].map(([, field]) => field ?? '');
  return declaredType.test(before) ? membersOf(name, after, nameFirst) : [];
}

/** What a class's constructor takes, or the fields of a record without one. */
function membersOf(name: string, after: string, nameFirst: boolean): readonly string[] {
  // The body ends where a line begins without an indent.
  const end = after.search(/\n(?=[^\s})\]{#/@])/);
  const body = end < 0 ? after : after.slice(0, end);
  const constructor = constructorOf(name).exec(body);
  if (constructor) return namesIn(inParentheses(body, constructor.index + constructor[0].length), nameFirst);
  const fields: string[] = [];
  for (const line of body.split(/\r?\n/).slice(1)) {
    const field =
      // `key: str = …`, `Key string`, `std::string key;`
      /^\s+(\w+)\s*:\s*[\w.[\], |"'?]+(?:=.*)?[,;]?$/.exec(line)?.[1] ??
      (nameFirst ? /^\s+(\w+)\s+[\w.*[\]]+\s*(?:`[^`]*`)?$/ : /^\s+(?:[\w:<>*&]+\s+){1,4}[*&]?(\w+)\s*(?:=.*)?;$/).exec(
        line,
      )?.[1];
    if (field !== undefined) fields.push(field);
    else if (/^\s*$|^\s*(?:#|\/\/|@|"""|\{)/.test(line)) continue;
    else break;
  }
  return fields;
}

/** The text up to the parenthesis that closes the one before `from`. */
function inParentheses(text: string, from: number): string {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 0) return text.slice(from, at);
  }
  return '';
}

/** `self, key: str, secret="…"` → key, secret. */
function namesIn(parameters: string, nameFirst: boolean): string[] {
  const names: string[] = [];
  for (const part of split(parameters.replace(/\/\*.*?\*\/|(?:#|\/\/)[^\n]*/gs, ''))) {
    const plain = part
      .replace(/=[^>][\s\S]*$/, '')
      .replace(/@\w+(?:\([^)]*\))?/g, '')
      .trim();
    if (plain === '' || plain === '/' || /^this\s/.test(plain)) continue;
    if (/^(?:\.\.\.|\*)\s*\w*$/.test(plain)) break;
    const head = plain.split(':')[0] ?? '';
    const words = head.match(/[A-Za-z_]\w*/g) ?? [];
    const name = (nameFirst && !plain.includes(':') ? words[0] : words.at(-1)) ?? '';
    if (!receiver.test(name)) names.push(name === '_' ? '' : name);
  }
  return names;
}

/** Cuts at the commas that no bracket holds. */
function split(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < list.length; at += 1) {
    const char = list.charAt(at);
    if ('([{<'.includes(char)) depth += 1;
    else if (')]}>'.includes(char)) depth -= 1;
    else if (char === ',' && depth <= 0) {
      parts.push(list.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, list.slice(from)];
}
