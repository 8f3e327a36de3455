/**
 * Which files with credentials a document reads, or tells people to make: what will be on disk sooner or later, and must
 * be ignored before. Looks at code, manifests, compose files, shell and documentation alike.
 */
import { credentialFile, filledTemplate } from '../credential-files.ts';
import { lineEnd, lineStart } from '../lines.ts';
import { isScanReport } from './scan-reports.ts';

/** So many are told of one document. */
const mostNames = 10;
/** A word is looked for so often at most. */
const mostLooks = 200;

/** Libraries that read `.env` where nobody says otherwise; each as code or a manifest writes it. */
const loaders: readonly RegExp[] = [
  // JavaScript: an import, a dependency, a flag of node.
  /["']dotenv(?:\/config|-cli|-expand|-flow|-safe|-webpack|-rails)?["']|-r dotenv\b|["']@dotenvx\/dotenvx["']|\bloadEnvFile\(\s*\)/,
  // Python: python-dotenv, decouple, environs, django-environ, pydantic-settings.
  /\bload_dotenv\b|\bdotenv_values\b|\bfrom dotenv\b|\bimport dotenv\b|\bfrom decouple\b|\bpython[-_]d(?:otenv|ecouple)\b|\bfrom environs\b|\bread_env\(\s*\)/i,
  // Go, Rust, Dart, Elixir.
  /\bjoho\/godotenv\b|\bgodotenv\.|\bdotenvy?::|^[ \t]*dotenvy?[ \t]*=|\bflutter_dotenv\b|:dotenvy\b/m,
  // PHP, Ruby, Java, .NET, Swift.
  /\bphpdotenv\b|\bDotenv\\|\bsymfony\/dotenv\b|["']dotenv(?:-rails)?\/load["']|\bdotenv-(?:java|kotlin|rails)\b|\bDotenv\.(?:load|configure)\b|\bDotNetEnv\b|\bdotenv\.net\b|\bSwiftDotenv\b/,
];

/** A path that ends in the name of such a file, after what may stand before a path. */
const namedPath =
  /(?<![\w.@$}/-])(?!process\.|meta\.|import\.|globalThis\.|Deno\.|Bun\.)((?:\.{1,2}\/)?(?:[\w-][\w.-]{0,60}\/){0,6}(?:\.env(?:\.[\w-]{1,40}){0,3}|[\w-]{1,60}\.env|user\.cfg|creds\.ya?ml|api-keys\.json|app\.conf|conf\.js|config[\w-]{0,30}\.json|binance\w{0,30}\.ya?ml|connect_binance\w{0,30}\.json))(?![\w/-]|\.\w)/g;

/** Without one of these there is no such path. A search for a path looks at every word, this one at hardly any. */
const anyName =
  /\.env(?!\w)|user\.cfg|creds\.ya?ml|api-keys\.json|app\.conf|conf\.js|config[\w-]{0,30}\.json|binance\w{0,30}\.ya?ml/;
/** Without one of these no library is named. */
const anyLoader = /dotenv|dotnetenv|loadenvfile|decouple|environs|read_env/i;

/** What says that the file is read: in code, shell, compose and make. */
const reads =
  /env[-_]?file|dotenv|load|read|open|parse|config|path|source\b|^\s*-?include\b|\bcat\b|xargs|^\s*\.\s|^\s*-\s|set -a|exists|from_file|SetConfigFile/i;
/** The same of a bot’s file, whose name may be that of anything. */
const opens = /\b(?:open|read|load|parse|from_file|exists)|(?:open|read|load|parse)[A-Z_]?\w*\(|Path\(/;
/** What says that people make it, in sentences and commands. */
const makes =
  /\b(?:cp|copy|mv|ren|rename|create|make|touch|nano|vim?|code|notepad|edit|fill|put|add|save|store|write|set|enter|paste|place|populate|configure|provide|export|generate|source|load)s?\b|复制|创建|填|создайте|скопируйте|copie|crea|kopier|erstell|créez|copiez|作成|コピー|複製/i;
/** What says that the file is kept out, or may be left out. */
const keepsOut =
  /\b(?:never|not|n[’']t|without|avoid|ignored?|gitignore|exclude)\b.{0,60}\b(?:commit|push|track|share|upload|add)|gitignore/i;
/** `openssl genpkey … -out private.pem`. */
const makesKey =
  /\b(?:genpkey|genrsa|ssh-keygen)\b[^\n]{0,80}?-(?:out|f)[ \t]+(?:\.\/)?((?:[\w-]{1,60}\/){0,4}[\w.-]{1,60}\.(?:pem|key|prv))\b/g;

const prose = /\.(?:md|markdown|rst|adoc|txt|html?)$|(?:^|\/)(?:readme|install|setup|usage|llms)[\w.-]*$/i;
/** What only lists names: ignoring files, a lock file’s packages. */
const list =
  /(?:^|\/)(?:\.\w*ignore|\.gitattributes|[\w-]*lock\.(?:json|ya?ml)|[\w.-]+\.lock|go\.sum|CHANGELOG[\w.-]*)$/i;

const sample =
  /(?:^|\/)(?:tests?|__tests__|specs?|testing|testdata|fixtures?|examples?|samples?|mocks?|e2e)\/|[._-](?:test|spec)\.\w+$/i;
const shell = /\.(?:sh|bash|zsh|ps1|bat|cmd)$|(?:^|\/)(?:Makefile|justfile)$/i;

/** Paths as written, relative to wherever it runs; `.env` for a library that reads it by default. Linear. */
export function expectedFiles({ path, text }: { readonly path: string; readonly text: string }): string[] {
  const names = new Set<string>();
  const template = filledTemplate(path);
  if (template !== undefined) {
    if (speaksOfKeys(text)) names.add(template.slice(template.lastIndexOf('/') + 1));
    return [...names];
  }
  // What tests and examples expect, they bring along.
  if (list.test(path) || sample.test(path) || credentialFile(path)?.isDedicated) return [];
  if (isScanReport({ path, text })) return [];
  const isProse = prose.test(path);
  let looked = 0;
  for (const { index, 1: found = '' } of anyName.test(text) ? text.matchAll(namedPath) : []) {
    if (++looked > mostLooks || names.size >= mostNames) break;
    const named = found.replace(/^\.\//, '');
    const file = credentialFile(named);
    if (file === undefined || named.startsWith('../')) continue;
    const line = around(text, index, 120, 80);
    if (keepsOut.test(line)) continue;
    const isTold = isProse
      ? makes.test(around(text, index, 60, found.length + 40))
      : file.kind === 'env'
        ? reads.test(line)
        : /["']/.test(text[index - 1] ?? '') && opens.test(line);
    const isNamed = isCopied(text, index) || isEnvFile(text, index);
    if (file.isDedicated ? isTold || isNamed : isNamed && (file.kind === 'env' || isForKeys(text, index))) {
      names.add(named);
    }
  }
  if (
    !isProse &&
    anyLoader.test(text) &&
    loaders.some((loader) => loader.test(text)) &&
    ![...names].some((name) => /(?:^|\/)\.env/.test(name))
  ) {
    names.add('.env');
  }
  if (!isProse && !shell.test(path)) return [...names];
  for (const { 1: found = '' } of text.matchAll(makesKey)) if (names.size < mostNames) names.add(found);
  return [...names];
}

/** What stands around a place on its line. */
function around(text: string, index: number, before: number, after: number): string {
  return text.slice(Math.max(lineStart(text, index), index - before), Math.min(lineEnd(text, index), index + after));
}

/** `cp .env.example .env`: the second of the two. */
function isCopied(text: string, index: number): boolean {
  const before = around(text, index, 300, 0);
  return /\b(?:cp|mv|copy|ren|rename)\b[^|;&]*(?:example|sample|dist|template)[\w.-]*[`'"]?[ \t]+(?:to[ \t]+|as[ \t]+)?[`'"]?$/i.test(
    before,
  );
}

/** A configuration that is to be filled in with keys. */
function isForKeys(text: string, index: number): boolean {
  return /api[ _-]?(?:key|secret)|secret/i.test(text.slice(Math.max(0, index - 300), index + 300));
}

/** After `--env-file`, or below `env_file:` of a compose file. */
function isEnvFile(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 200), index);
  if (/--env-file(?:-if-exists)?[ =]["']?(?:\.\/)?$/.test(before)) return true;
  return /\benv_file:[ \t]*(?:\[?[ \t]*["']?|(?:\r?\n[ \t]*-[ \t]*(?:path:[ \t]*)?["']?[\w./-]*["']?(?:[ \t]*#[^\n]*)?){0,6})(?:\.\/)?$/.test(
    before,
  );
}

/** A template that asks for keys. */
function speaksOfKeys(text: string): boolean {
  return /binance|tokocrypto|\bbn[bc]?_/i.test(text) && /key|secret/i.test(text);
}
