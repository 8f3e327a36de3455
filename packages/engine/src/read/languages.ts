/**
 * What the lexer must know of each family of languages: comments, strings, word characters. Data only; one row
 * serves every language that writes these things alike. Which file has which language stands at the end.
 */

/** One way of writing a string. Forms are tried in order, so longer openings come first. */
export interface StringForm {
  readonly open: string;
  readonly close: string;
  readonly escape: 'backslash' | 'doubled' | 'backtick' | 'none';
  /** May it go on over line ends? Otherwise a string without its end on the line is no string. */
  readonly multiline?: boolean;
}

export interface Language {
  readonly name: string;
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [string, string])[];
  readonly strings: readonly StringForm[];
  /** Letters that may stand before a string's opening and belong to it; `r` or `R` among them turns escapes off. */
  readonly prefixes?: RegExp;
  /** Characters of words beside letters, digits and `_`. */
  readonly wordExtra: string;
  /** Literals side by side are one string. */
  readonly adjacency?: boolean;
  /** `/…/` after an operator is a regular expression. */
  readonly regex?: boolean;
  readonly heredoc?: 'shell' | 'php' | 'ruby';
  /** Braces hold mappings, never statements: line ends inside them mean nothing. */
  readonly dictBraces?: boolean;
  /** Declarations put the name before the type: `var key string = …`. */
  readonly nameFirst?: boolean;
  /** Words may stand unquoted as values: `--secret abc`, `ENV KEY abc`. */
  readonly bareWords?: boolean;
}

const double: StringForm = { open: '"', close: '"', escape: 'backslash' };
const single: StringForm = { open: "'", close: "'", escape: 'backslash' };
const doubleMulti: StringForm = { ...double, multiline: true };
const singleMulti: StringForm = { ...single, multiline: true };
const tripleDouble: StringForm = { open: '"""', close: '"""', escape: 'backslash', multiline: true };
const tripleSingle: StringForm = { open: "'''", close: "'''", escape: 'backslash', multiline: true };
const backtick: StringForm = { open: '`', close: '`', escape: 'backslash', multiline: true };
const rawBacktick: StringForm = { open: '`', close: '`', escape: 'none', multiline: true };
const doubledSingle: StringForm = { open: "'", close: "'", escape: 'doubled' };
const doubledDouble: StringForm = { open: '"', close: '"', escape: 'doubled' };

const cComments: Pick<Language, 'lineComments' | 'blockComments'> = {
  lineComments: ['//'],
  blockComments: [['/*', '*/']],
};
const hashComments: Pick<Language, 'lineComments' | 'blockComments'> = { lineComments: ['#'], blockComments: [] };

export type LanguageName =
  | 'javascript'
  | 'python'
  | 'go'
  | 'java'
  | 'csharp'
  | 'rust'
  | 'c'
  | 'php'
  | 'ruby'
  | 'shell'
  | 'powershell'
  | 'batch'
  | 'hash'
  | 'sql'
  | 'dashes'
  | 'semicolon'
  | 'basic'
  | 'pascal'
  | 'text';

export const languages: Readonly<Record<LanguageName, Language>> = {
  javascript: { name: 'javascript', ...cComments, strings: [double, single, backtick], wordExtra: '$@#', regex: true },
  python: {
    name: 'python',
    ...hashComments,
    strings: [tripleDouble, tripleSingle, double, single],
    prefixes: /^(?:[rbfu]|rb|br|fr|rf)$/i,
    wordExtra: '@',
    adjacency: true,
    dictBraces: true,
  },
  go: { name: 'go', ...cComments, strings: [double, rawBacktick, single], wordExtra: '', nameFirst: true },
  /** Java, Kotlin, Scala, Groovy, Dart, Swift: C's comments, `"""` blocks. */
  java: {
    name: 'java',
    ...cComments,
    strings: [tripleDouble, tripleSingle, double, single],
    prefixes: /^[rsf]$/,
    wordExtra: '$@',
  },
  csharp: {
    name: 'csharp',
    ...cComments,
    strings: [
      { open: '"""', close: '"""', escape: 'none', multiline: true },
      { open: '@"', close: '"', escape: 'doubled', multiline: true },
      { open: '$@"', close: '"', escape: 'doubled', multiline: true },
      { open: '@$"', close: '"', escape: 'doubled', multiline: true },
      { open: '$"', close: '"', escape: 'backslash' },
      double,
      single,
    ],
    wordExtra: '@',
  },
  rust: {
    name: 'rust',
    ...cComments,
    strings: [
      { open: 'r##"', close: '"##', escape: 'none', multiline: true },
      { open: 'r#"', close: '"#', escape: 'none', multiline: true },
      { open: 'r"', close: '"', escape: 'none', multiline: true },
      doubleMulti,
      { open: "b'", close: "'", escape: 'backslash' },
    ],
    prefixes: /^(?:b|c|br)$/,
    wordExtra: '!',
  },
  c: {
    name: 'c',
    ...cComments,
    strings: [
      { open: 'R"(', close: ')"', escape: 'none', multiline: true },
      { open: '@"', close: '"', escape: 'backslash' },
      double,
      single,
    ],
    prefixes: /^(?:L|u8|u|U)$/,
    wordExtra: '',
    adjacency: true,
  },
  php: {
    name: 'php',
    lineComments: ['//', '#'],
    blockComments: [['/*', '*/']],
    strings: [doubleMulti, singleMulti],
    wordExtra: '$\\',
    heredoc: 'php',
  },
  ruby: {
    name: 'ruby',
    lineComments: ['#'],
    blockComments: [['=begin', '=end']],
    strings: [
      { open: '%q(', close: ')', escape: 'none', multiline: true },
      { open: '%Q(', close: ')', escape: 'backslash', multiline: true },
      { open: '%(', close: ')', escape: 'backslash', multiline: true },
      doubleMulti,
      singleMulti,
    ],
    wordExtra: '@$?!',
    adjacency: true,
    heredoc: 'ruby',
  },
  /** Shell, Dockerfile, Makefile, crontab, systemd: words without quotes are values. */
  shell: {
    name: 'shell',
    ...hashComments,
    strings: [
      { open: "$'", close: "'", escape: 'backslash' },
      doubleMulti,
      { open: "'", close: "'", escape: 'none', multiline: true },
    ],
    wordExtra: '$-@',
    heredoc: 'shell',
    bareWords: true,
  },
  powershell: {
    name: 'powershell',
    lineComments: ['#'],
    blockComments: [['<#', '#>']],
    strings: [
      { open: '@"', close: '"@', escape: 'none', multiline: true },
      { open: "@'", close: "'@", escape: 'none', multiline: true },
      { open: '"', close: '"', escape: 'backtick', multiline: true },
      doubledSingle,
    ],
    wordExtra: '$-@',
    bareWords: true,
  },
  batch: {
    name: 'batch',
    lineComments: ['rem ', 'REM ', '::'],
    blockComments: [],
    strings: [doubledDouble],
    wordExtra: '%-@',
    bareWords: true,
  },
  /** R, Julia, Elixir, Perl, Nim, Tcl, GraphQL, HCL: `#` comments, both quotes. */
  hash: {
    name: 'hash',
    lineComments: ['#'],
    blockComments: [
      ['/*', '*/'],
      ['#=', '=#'],
    ],
    strings: [tripleDouble, tripleSingle, doubleMulti, singleMulti],
    prefixes: /^[rbq]$/,
    wordExtra: '$@%!?',
    heredoc: 'shell',
  },
  sql: {
    name: 'sql',
    lineComments: ['--', '#'],
    blockComments: [['/*', '*/']],
    strings: [{ open: "'", close: "'", escape: 'doubled', multiline: true }, doubledDouble, rawBacktick],
    prefixes: /^[NEBX]$/i,
    wordExtra: '@$',
  },
  /** Lua, Haskell, Elm, Ada, VHDL. */
  dashes: {
    name: 'dashes',
    lineComments: ['--'],
    blockComments: [
      ['--[[', ']]'],
      ['{-', '-}'],
    ],
    strings: [{ open: '[[', close: ']]', escape: 'none', multiline: true }, double, single],
    wordExtra: "'",
  },
  /** Lisp, Clojure, Scheme, AutoHotkey, assembler. */
  semicolon: { name: 'semicolon', lineComments: [';'], blockComments: [], strings: [doubleMulti], wordExtra: '-!?*' },
  /** Visual Basic, Pascal, MATLAB: quotes are doubled. */
  basic: {
    name: 'basic',
    lineComments: ["'", '//', '%'],
    blockComments: [
      ['{', '}'],
      ['(*', '*)'],
    ],
    strings: [doubledDouble],
    wordExtra: '',
  },
  pascal: {
    name: 'pascal',
    lineComments: ['//'],
    blockComments: [['(*', '*)']],
    strings: [doubledSingle, doubledDouble],
    wordExtra: '',
  },
  /** Anything else that may be code or notes: no comments, all common quotes. */
  text: {
    name: 'text',
    lineComments: [],
    blockComments: [],
    strings: [double, single, { ...rawBacktick, multiline: false }],
    wordExtra: '$-',
    bareWords: true,
  },
};

/** Whether it is a language, and no format with a reader of its own. */
export function isLanguage(name: string): name is LanguageName {
  return name in languages;
}

/** Reader names beside the lexer's languages. */
export type FormatName =
  | 'json'
  | 'yaml'
  | 'toml'
  | 'ini'
  | 'env'
  | 'properties'
  | 'xml'
  | 'csv'
  | 'markdown'
  | 'notebook'
  | 'markup';

const byExtension: Readonly<Record<string, LanguageName | FormatName>> = Object.fromEntries(
  (
    [
      ['javascript', 'js jsx mjs cjs ts tsx mts cts es6 coffee gs wxs qml sol'],
      ['python', 'py pyw pyi pyx pxd py3 wsgi gyp sage bzl star pine'],
      ['go', 'go'],
      ['java', 'java kt kts scala sc sbt groovy gradle dart swift jsp aj proto cls apex mq4 mq5 mqh zig v odin'],
      ['csharp', 'cs csx cake fs fsx fsi'],
      ['rust', 'rs'],
      ['c', 'c h cc cpp cxx hpp hh hxx ino m mm cu d'],
      ['php', 'php php3 php4 php5 phtml inc'],
      ['ruby', 'rb rake gemspec ru cr jbuilder podspec'],
      [
        'shell',
        'sh bash zsh ksh fish command profile bashrc zshrc bash_history zsh_history mk mak service dockerfile http rest curl history',
      ],
      ['powershell', 'ps1 psm1 psd1'],
      ['batch', 'bat cmd'],
      ['hash', 'r jl ex exs pl pm t tcl nim nims graphql tf tfvars hcl nix awk rmd qmd cfn'],
      ['sql', 'sql psql ddl dml dump'],
      ['dashes', 'lua hs elm adb ads'],
      ['semicolon', 'clj cljs cljc edn lisp el scm rkt ahk asm'],
      ['basic', 'vb vbs bas frm mat'],
      ['pascal', 'pas pp dpr lpr'],
      [
        'json',
        'json jsonc json5 jsonl ndjson har webmanifest geojson avsc tfstate code-workspace postman_collection postman_environment',
      ],
      ['yaml', 'yaml yml sls'],
      ['toml', 'toml'],
      ['ini', 'ini cfg conf cnf config editorconfig gitconfig desktop inf credentials reg'],
      ['env', 'env envrc'],
      ['properties', 'properties'],
      ['xml', 'xml plist csproj fsproj vbproj xaml resx iml wsdl xsd xsl svg storyboard pom nuspec props targets'],
      ['markup', 'html htm xhtml vue svelte astro hbs ejs njk erb cshtml twig mustache'],
      ['csv', 'csv tsv'],
      ['markdown', 'md mdx markdown rst adoc org txt text log out wiki textile'],
      ['notebook', 'ipynb'],
    ] as const
  ).flatMap(([language, extensions]) => extensions.split(' ').map((extension) => [extension, language])),
);

const byName: readonly (readonly [RegExp, LanguageName | FormatName])[] = [
  // `env.ts` is a program.
  [
    /^(?!.*\.(?:[cm]?[jt]sx?|py|go|rb|rs|php|java|kt|cs|swift|json|ya?ml|toml)$)(?:\.?env(?:\.|$)|.*\.env(?:\.|$)|\.envrc$|\.flaskenv$|.*\.env[-_]\w+$)/i,
    'env',
  ],
  [
    /^(?:dockerfile|containerfile)(?:\.|$)|^(?:gnu)?makefile$|^procfile$|^\.(?:bash|zsh|sh)\w*$|^\.?profile$|^crontab$|^jenkinsfile$/i,
    'shell',
  ],
  [/^(?:gemfile|rakefile|podfile|vagrantfile|brewfile|guardfile)$/i, 'ruby'],
  [/^(?:pipfile|cargo\.lock|poetry\.lock)$/i, 'toml'],
  [/^(?:\.babelrc|\.eslintrc|\.prettierrc|composer\.lock|\.mcp)$/i, 'json'],
  [/^(?:\.npmrc|\.pypirc|\.netrc|\.gitconfig|credentials)$/i, 'ini'],
];

/** What a file's name tells of its language. `sure`: whatever its text says. Undefined when it tells nothing. */
export function languageByName(
  path: string,
): { readonly language: LanguageName | FormatName; readonly sure: boolean } | undefined {
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/(?<=.)(?:\.(?:example|sample|dist|template|tmpl|tpl|bak|old|orig|save|local|copy|swp|j2)|~)+$/i, '');
  for (const [pattern, language] of byName) if (pattern.test(name)) return { language, sure: true };
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(byExtension, extension) ? { language: byExtension[extension]!, sure: false } : undefined;
}

/** The language or format of a file by its name, else by what its text looks like. */
export function languageOf(path: string, text: string): LanguageName | FormatName {
  const named = languageByName(path);
  if (named?.sure) return named.language;
  // `.config` and `.conf` may be anything; XML says what it is, or has nothing before its first tag.
  const start = text.slice(0, 200);
  if (/^\s*<\?xml\s/.test(start)) return 'xml';
  if (named?.language === 'ini' && /^\s*<(?:!--|[A-Za-z][\w:.-]*(?:\s[^<>]*)?>)/.test(start)) return 'xml';
  return named?.language ?? sniff(text);
}

/** What a text without a telling name looks like. */
function sniff(text: string): LanguageName | FormatName {
  const start = text.slice(0, 1000).trimStart();
  const shebang = /^#!.*?(python|node|deno|bun|ruby|php|perl|sh)\b/.exec(start)?.[1];
  if (shebang) {
    if (shebang === 'python' || shebang === 'ruby' || shebang === 'php') return shebang;
    return shebang === 'perl' ? 'hash' : shebang === 'sh' ? 'shell' : 'javascript';
  }
  if (/^[{[]\s*(?:["{[\]}]|$)/.test(start)) return 'json';
  if (/^<\?xml|^<[A-Za-z]+[^>]*>\s*</.test(start)) return start.startsWith('<?php') ? 'php' : 'xml';
  if (isAssignments(start)) return 'env';
  return guess(start);
}

/** Nothing but `NAME=value`, comments and empty lines, and at least one of the first. */
function isAssignments(start: string): boolean {
  const lines = start.split('\n').map((line) => line.trim());
  const assignment = /^(?:export\s+)?[A-Za-z_][\w.]*=(?!=)/;
  const fits = lines.every((line) => line === '' || line.startsWith('#') || assignment.test(line));
  return fits && lines.some((line) => assignment.test(line));
}

const tells: readonly (readonly [RegExp, LanguageName])[] = [
  [/^\s*<\?php|^\s*\$\w+\s*=/m, 'php'],
  [/^\s*package \w+\s*$|^\s*func \w+\(|:=\s/m, 'go'],
  [/^\s*(?:from [\w.]+ import |import \w+(?:\.\w+)*\s*$|def \w+\(.*\).*:\s*$|elif |print\()/m, 'python'],
  [/^\s*(?:use \w+(?:::\w+)+|(?:pub )?fn \w+|let mut )/m, 'rust'],
  [/^\s*(?:using [\w.]+;|namespace [\w.]+)/m, 'csharp'],
  [/^\s*(?:import [\w.]+(?:\.\*)?;|public (?:final )?class )/m, 'java'],
  [/^\s*(?:const|let|var|import|export|async) |require\(|=>/m, 'javascript'],
  [/^\s*(?:curl|export|docker|kubectl|sudo|echo) /m, 'shell'],
];

function guess(start: string): LanguageName {
  return tells.find(([pattern]) => pattern.test(start))?.[1] ?? 'text';
}

/** The language of a Markdown fence, by its info string; `''` → guessed from the code. */
export function languageOfFence(info: string, code: string): LanguageName | FormatName {
  const word = /^[\w+#.-]+/.exec(info.trim().replace(/^\{\.?/, ''))?.[0].toLowerCase() ?? '';
  const aliases: Readonly<Record<string, LanguageName | FormatName>> = {
    javascript: 'javascript',
    typescript: 'javascript',
    node: 'javascript',
    python: 'python',
    python3: 'python',
    golang: 'go',
    kotlin: 'java',
    csharp: 'csharp',
    'c#': 'csharp',
    'c++': 'c',
    rust: 'rust',
    ruby: 'ruby',
    console: 'shell',
    terminal: 'shell',
    'shell-session': 'shell',
    shell: 'shell',
    docker: 'shell',
    makefile: 'shell',
    powershell: 'powershell',
    bat: 'batch',
    dotenv: 'env',
    elixir: 'hash',
    perl: 'hash',
    julia: 'hash',
    terraform: 'hash',
    haskell: 'dashes',
    clojure: 'semicolon',
    html: 'markup',
  };
  if (Object.hasOwn(aliases, word)) return aliases[word]!;
  if (Object.hasOwn(byExtension, word)) return byExtension[word]!;
  return word ? 'text' : sniff(code);
}
