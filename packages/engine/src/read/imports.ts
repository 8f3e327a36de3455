/**
 * The modules, packages and namespaces that a text names, in the import syntax of any language. No parsing. Patterns
 * that can begin anywhere have bounded parts, or a long line would take quadratic time.
 */

/** Patterns with what a text must have for them to match: a quick look spares most of the slow ones. */
const statements: readonly (readonly [pattern: RegExp, hint: RegExp])[] = [
  // JavaScript, Python, Java, Kotlin, Scala, Swift, Dart, Haskell, Go's single import
  [
    /^[ \t>#/*]*(?:export\s.{0,200}?\bfrom|import(?:\s+(?:static|type|qualified))?|from)\s+["'<]?([@\w][\w./\\:@-]*)/gm,
    /(?:import|from)\s/,
  ],
  [/^.{0,300}?\bfrom\s+["']([^"'\n]{1,200})["']/gm, /from\s+["']/],
  // require, dynamic import, Ruby, Lua, R, PHP, Julia
  [
    /\b(?:require|require_once|include|include_once|require_relative|import|library|requireNamespace|load)(?:\s{0,40}\()?\s{0,40}["']([^"'\n]{1,200})["']/g,
    /(?:require|require_once|include|include_once|require_relative|import|library|requireNamespace|load)[\s("']/,
  ],
  [/\blibrary\(\s{0,40}(\w{1,100})\s{0,40}\)/g, /library\(/],
  // C#, Rust, PHP, Perl, Elixir, Julia
  [
    /^[ \t]*(?:pub\s+)?(?:using|use|alias|extern crate|open)\s+(?:static\s+|[A-Za-z]\w*\s*=\s*)?\\?([A-Za-z][\w.\\:]*)/gm,
    /(?:using|use|alias|extern crate|open)\s/,
  ],
  // Go's import blocks, C's includes
  [
    /^[ \t]*(?:[\w.]{1,100}[ \t]{1,40})?"([\w.-]{1,100}\.[a-z]{2,20}\/[\w./-]{1,200})"[ \t]*$/gm,
    /"[\w.-]{1,100}\.[a-z]{2,20}\/[\w./-]{1,200}"[ \t]*$/m,
  ],
  [/^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]{1,200})[>"]/gm, /#[ \t]*include/],
];

/** Distinct names, in no order that means anything. */
export function importsOf(text: string): string[] {
  const found = new Set<string>();
  for (const [pattern, hint] of statements) {
    if (!hint.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      if (match[1]) found.add(match[1]);
      if (found.size > 500) return [...found];
    }
  }
  return [...found];
}
