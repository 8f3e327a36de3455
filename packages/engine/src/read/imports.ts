/**
 * The modules, packages and namespaces that a text names, in the import syntax of any language. No parsing. Patterns
 * that can begin anywhere have bounded parts, or a long line would take quadratic time.
 */

/** One way of naming modules. */
interface Statement {
  /** The words that it has; where one stands the pattern is tried, at the word or at the beginning of its line. */
  readonly words: readonly string[];
  readonly pattern: RegExp;
  readonly isLine: boolean;
}

const statement = (words: string, pattern: RegExp): Statement => ({
  words: words.split('|'),
  pattern: new RegExp(pattern.source, 'my'),
  isLine: pattern.source.startsWith('^'),
});

const statements: readonly Statement[] = [
  // JavaScript, Python, Java, Kotlin, Scala, Swift, Dart, Haskell, Go's single import
  statement(
    'import|from',
    /^[ \t>#/*]*(?:export\s.{0,200}?\bfrom|import(?:\s+(?:static|type|qualified))?|from)\s+["'<]?([@\w][\w./\\:@-]*)/,
  ),
  statement('from', /^.{0,300}?\bfrom\s+["']([^"'\n]{1,200})["']/),
  // require, dynamic import, Ruby, Lua, R, PHP, Julia
  statement(
    'require|include|import|library|load',
    /\b(?:require|require_once|include|include_once|require_relative|import|library|requireNamespace|load)(?:\s{0,40}\()?\s{0,40}["']([^"'\n]{1,200})["']/,
  ),
  statement('library', /\blibrary\(\s{0,40}(\w{1,100})\s{0,40}\)/),
  // C#, Rust, PHP, Perl, Elixir, Julia
  statement(
    'using|use|alias|extern crate|open',
    /^[ \t]*(?:pub\s+)?(?:using|use|alias|extern crate|open)\s+(?:static\s+|[A-Za-z]\w*\s*=\s*)?\\?([A-Za-z][\w.\\:]*)/,
  ),
  // C's includes
  statement('include', /^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]{1,200})[>"]/),
];
const words = [...new Set(statements.flatMap((one) => one.words))];
const anyWord = new RegExp(`(?:${words.join('|')})(?=[\\s("'<_N])`, 'g');
const withWord = new Map(words.map((word) => [word, statements.filter((one) => one.words.includes(word))]));

/** Go's import blocks, which have no word of their own, and a quick look that spares most texts the slow pattern. */
const inBlock = /^[ \t]*(?:[\w.]{1,100}[ \t]{1,40})?"([\w.-]{1,100}\.[a-z]{2,20}\/[\w./-]{1,200})"[ \t]*$/gm;
const mayBeInBlock = /"[\w.-]{1,100}\.[a-z]{2,20}\/[\w./-]{1,200}"[ \t]*$/m;

const most = 500;
const lineEnds = ['\n', '\r', '\u2028', '\u2029'];

/** Distinct names, in no order that means anything. */
export function importsOf(text: string): string[] {
  const named = new Map(statements.map((one) => [one, new Set<string>()]));
  /** Up to where each was tried. */
  const tried = new Map(statements.map((one) => [one, 0]));
  const names = new Set<string>();
  let line = 0;
  let at = 0;
  anyWord.lastIndex = 0;
  for (let found = anyWord.exec(text); found && names.size <= most; found = anyWord.exec(text)) {
    const between = text.slice(at, found.index);
    at = found.index;
    const lineEnd = Math.max(...lineEnds.map((end) => between.lastIndexOf(end)));
    if (lineEnd >= 0) line = at - between.length + lineEnd + 1;
    for (const one of withWord.get(found[0])!) {
      const start = one.isLine ? line : at;
      if (start < tried.get(one)!) continue;
      one.pattern.lastIndex = start;
      const [, name] = one.pattern.exec(text) ?? [];
      tried.set(one, Math.max(start + 1, one.pattern.lastIndex));
      if (name === undefined) continue;
      named.get(one)!.add(name);
      names.add(name);
    }
  }
  const inOrder = new Set([...named.values()].flatMap((some) => [...some]));
  if (mayBeInBlock.test(text))
    for (const [, name = ''] of text.matchAll(inBlock)) {
      if (inOrder.size > most) break;
      inOrder.add(name);
    }
  return [...inOrder];
}
