// 40 snippets, 28 with a Binance key or secret in them and 12 harmless ones that look like it, through four linters:
// what each finds, and whether it prints what it found. Writes a Markdown table, which docs/compared.md has.
// The other three are no dependencies of ours:
//
//   npm i --no-save --prefix FOLDER eslint-plugin-no-secrets@2.3.3 eslint-plugin-sonarjs@4.2.2 typescript@6.0.3 \
//     secretlint@12 @secretlint/secretlint-rule-preset-recommend@13
//   node bench/eslint-compared.mjs FOLDER
//
// No key stands here: placeholders are expanded when it runs (packages/engine/src/examples.ts).
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expand } from '../packages/engine/dist/examples.js';

const K = '<key64:k>';
const S = '<key64:s>';

/** What it shows, the file, its text. What is a credential in it, `expand` says. */
const leaks = [
  [
    'constructor arguments',
    'a.js',
    `import { Spot } from '@binance/connector';\nconst client = new Spot('${K}', '${S}');`,
  ],
  [
    'the import under another name',
    'a.js',
    `import { Spot as S } from '@binance/connector';\nexport default new S('${K}', '${S}');`,
  ],
  [
    'constructor on several lines',
    'a.ts',
    `import { Spot } from '@binance/connector';\nnew Spot(\n  '${K}',\n  '${S}',\n);`,
  ],
  ['options object', 'a.ts', `import ccxt from 'ccxt';\nnew ccxt.binance({ apiKey: '${K}', secret: '${S}' });`],
  [
    'options spread into another',
    'a.ts',
    `import { MainClient } from 'binance';\nconst keys = { api_key: '${K}', api_secret: '${S}' };\nnew MainClient({ ...keys, testnet: false });`,
  ],
  ['constants', 'a.ts', `const BINANCE_API_KEY = '${K}';\nconst BINANCE_API_SECRET = '${S}';`],
  [
    'constants with short names',
    'a.ts',
    `import Binance from 'node-binance-api';\nconst k = '${K}';\nconst s = '${S}';\nnew Binance().options({ APIKEY: k, APISECRET: s });`,
  ],
  ['list', 'binance.js', `const binanceKeys = ['${K}', '${S}'];`],
  [
    'class fields',
    'a.ts',
    `import { Spot } from '@binance/connector';\nclass Bot {\n  private readonly apiKey = '${K}';\n  #secret = '${S}';\n}`,
  ],
  ['enum', 'a.ts', `enum Binance {\n  ApiKey = '${K}',\n  ApiSecret = '${S}',\n}`],
  ['default after `??`', 'a.ts', `const binanceSecret = process.env.BINANCE_API_SECRET ?? '${S}';`],
  ['default parameters', 'a.ts', `export function binance(apiKey = '${K}', apiSecret = '${S}') {}`],
  ['default in a pattern', 'a.js', `const { BINANCE_KEY = '${K}', BINANCE_SECRET = '${S}' } = process.env;`],
  ['branches of a condition', 'a.ts', `const binanceApiSecret = isLive ? '${S}' : '<key64:t>';`],
  ['JSX attributes', 'a.tsx', `export const App = () => <Binance apiKey="${K}" apiSecret="${S}" />;`],
  ['joined with `+`', 'a.js', `const binanceSecret = '<key64:s[,32]>' + '<key64:s[32,]>';`],
  [
    'joined from a list',
    'a.js',
    `const binanceSecret = ['<key64:s[,20]>', '<key64:s[20,44]>', '<key64:s[44,]>'].join('');`,
  ],
  ['template', 'a.js', 'const binanceSecret = `<key64:s>`;'],
  ['base64', 'a.js', `const binanceSecret = Buffer.from('<key64:s|base64>', 'base64').toString();`],
  ['header', 'a.js', `fetch('https://api.binance.com/api/v3/account', { headers: { 'X-MBX-APIKEY': '${K}' } });`],
  [
    'HMAC',
    'a.js',
    `import { createHmac } from 'node:crypto';\n// Binance\nconst sign = (query) => createHmac('sha256', '${S}').update(query).digest('hex');`,
  ],
  ['commented out', 'a.js', `// const client = new Spot('${K}', '${S}'); // binance`],
  ['private key', 'a.js', 'const binancePrivateKey = `<pem-ed25519:p>`;'],
  ['freqtrade JSON', 'config.json', `{ "exchange": { "name": "binance", "key": "${K}", "secret": "${S}" } }`],
  ['YAML', 'config.yaml', `binance:\n  api_key: ${K}\n  api_secret: ${S}\n`],
  ['.env', '.env', `BINANCE_API_KEY=${K}\nBINANCE_API_SECRET=${S}\n`],
  ['Python', 'bot.py', `from binance.client import Client\nclient = Client("${K}", "${S}")\n`],
  ['Markdown table', 'KEYS.md', `| Binance | value |\n|---|---|\n| API key | ${K} |\n| Secret key | ${S} |\n`],
];
const harmless = [
  ['SHA-256 of a file', 'a.js', `const binanceSha256 = '<hex64:not.sum>';`],
  [
    'integrity in a lock file',
    'package-lock.json',
    `{ "node_modules/binance": { "integrity": "sha512-<base64-86:not.integrity>==" } }`,
  ],
  [
    'integrity of a script',
    'a.tsx',
    `export const Chart = () => <script src="https://cdn.example.com/binance.js" integrity="sha384-<base64-64:not.sri>" />;`,
  ],
  ['UUID', 'a.js', `const binanceSecretId = '<hex8:u.a>-<hex4:u.b>-4<hex3:u.c>-a<hex3:u.d>-<hex12:u.e>';`],
  ['git commit', 'a.js', `const binanceConnectorCommit = '<hex40:not.commit>';`],
  ['address', 'a.ts', `export const BINANCE_HOT_WALLET = '0x<hex40:not.address>';`],
  ['transaction', 'a.ts', `const binanceTx = '0x<hex64:not.tx>';`],
  ['placeholder', 'a.js', `const client = new Spot('YOUR_BINANCE_API_KEY', 'YOUR_BINANCE_API_SECRET');`],
  ['environment', 'a.ts', `const apiSecret: string = process.env.BINANCE_API_SECRET!;`],
  [
    'names of headers and errors',
    'a.js',
    `const apiKeyHeader = 'X-MBX-APIKEY';\nconst secretError = 'Binance: API-key format invalid, secret missing';`,
  ],
  ['alphabet', 'a.js', `const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' + 'abcdefghijklmnopqrstuvwxyz0123456789';`],
  ['.env example', '.env.example', `BINANCE_API_KEY=your-api-key-here\nBINANCE_API_SECRET=changeme\n`],
];

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Name the folder in which the other linters are installed; the head of this file says how.');
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), 'compared-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const snippets = [...leaks, ...harmless].map(([title, file, template], index) => {
  const { text, placements } = expand(template);
  const path = join(work, String(index), file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const isLeak = index < leaks.length;
  const lineOf = (offset) => text.slice(0, offset).split('\n').length;
  const places = placements.map(({ value, span }) => ({ value, from: lineOf(span.start), to: lineOf(span.end) }));
  const values = [...new Set(places.map(({ value }) => value))];
  const shown = placements.map(({ span }) => text.slice(span.start, span.end));
  return { title, file, text, path, isLeak, places, values, shown };
});

// ---------------------------------------------------------------------------------------------------------------
// The four: each from a snippet to reports, { from, to, says }, in lines

async function loaded(name, from = folder) {
  const entry = createRequire(join(resolve(from), 'package.json')).resolve(name);
  return (await import(pathToFileURL(entry).href)).default;
}
const plugin = fileURLToPath(new URL('../packages/eslint-plugin', import.meta.url));
const bnguard = await loaded('eslint-plugin-bnguard', plugin).catch(
  async () => (await import(pathToFileURL(join(plugin, 'bundle/index.js')).href)).default,
);
const [json, markdown, yml] = await Promise.all(
  ['@eslint/json', '@eslint/markdown', 'eslint-plugin-yml'].map((name) => loaded(name, plugin)),
);
const code = ['**/*.{js,ts,tsx}'];
/** The same for all: a parser for TypeScript and JSX, and ESLint's languages for JSON, YAML and Markdown. */
const languages = [
  { files: code, languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ['**/*.json'], plugins: { json }, language: 'json/json' },
  { files: ['**/*.yaml'], plugins: { yml }, language: 'yml/yaml' },
  { files: ['**/*.md'], plugins: { markdown }, language: 'markdown/gfm' },
];

function eslint(config) {
  const linter = new ESLint({ cwd: work, overrideConfigFile: true, ignore: false, overrideConfig: config });
  return async ({ text, path }) => {
    if ((await linter.calculateConfigForFile(path)) === undefined) return undefined;
    const [{ messages = [] } = {}] = await linter.lintText(text, { filePath: path });
    const fatal = messages.find((one) => one.fatal);
    if (fatal) throw new Error(`${path}: ${fatal.message}`);
    return messages.map(({ line, endLine = line, message }) => ({ from: line, to: endLine, says: message }));
  };
}

function secretlint() {
  symlinkSync(join(resolve(folder), 'node_modules'), join(work, 'node_modules'));
  const bin = join(resolve(folder), 'node_modules/secretlint/bin/secretlint.js');
  const rules = JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] });
  const run = (path) => {
    const args = [bin, '--secretlintrcJSON', rules, '--format', 'json', '--no-glob', path];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: work, encoding: 'utf8' });
    if (status !== 0 && status !== 1) throw new Error(`secretlint ended with ${status}: ${stderr}`);
    const results = stdout.trim() === '' ? [] : JSON.parse(stdout);
    return results.flatMap(({ messages }) =>
      messages.map(({ loc, message }) => ({ from: loc.start.line, to: loc.end.line, says: message })),
    );
  };
  // That it runs at all: a private key by its marks is what the preset does know.
  const control = join(work, 'control.txt');
  writeFileSync(control, expand('<pem-rsa:control>\n').text);
  if (run(control).length === 0) throw new Error('secretlint does not find a private key of RSA: is the preset there?');
  return async ({ path }) => run(path);
}

const tools = {
  bnguard: eslint([...languages, ...bnguard.configs.files, ...bnguard.configs.recommended]),
  'no-secrets': eslint([
    ...languages.slice(0, 2),
    { plugins: { 'no-secrets': await loaded('eslint-plugin-no-secrets') } },
    { files: [...code, '**/*.json'], rules: { 'no-secrets/no-secrets': 'error' } },
  ]),
  sonarjs: eslint([
    ...languages.slice(0, 1),
    {
      files: code,
      plugins: { sonarjs: await loaded('eslint-plugin-sonarjs') },
      rules: { 'sonarjs/no-hardcoded-secrets': 'error', 'sonarjs/no-hardcoded-passwords': 'error' },
    },
  ]),
  secretlint: secretlint(),
};

// ---------------------------------------------------------------------------------------------------------------
// The table

const totals = Object.fromEntries(
  Object.keys(tools).map((name) => [name, { snippets: 0, values: 0, alarms: 0, prints: 0, reads: 0 }]),
);
const allValues = snippets.filter(({ isLeak }) => isLeak).reduce((sum, { values }) => sum + values.length, 0);
const examples = {};

/** Whether 16 letters of what stands in the file, or of what it means, stand in a message. */
function isPrinted({ values, shown }, says) {
  return [...values, ...shown].some((value) =>
    Array.from({ length: Math.max(0, value.length - 15) }, (_, at) => value.slice(at, at + 16)).some((part) =>
      says.includes(part),
    ),
  );
}

async function cell(name, snippet) {
  const reports = await tools[name](snippet);
  const total = totals[name];
  if (reports === undefined) return 'not its format';
  total.reads++;
  const isPrinting = reports.some(({ says }) => isPrinted(snippet, says));
  if (isPrinting) total.prints++;
  if (reports.length > 0) examples[name] ??= reports[0].says;
  const mark = isPrinting ? ', printed' : '';
  if (!snippet.isLeak) {
    if (reports.length === 0) return '–';
    total.alarms++;
    return `**false alarm**${mark}`;
  }
  const found = snippet.values.filter((value) =>
    snippet.places.some(
      (place) => place.value === value && reports.some(({ from, to }) => from <= place.to && place.from <= to),
    ),
  ).length;
  total.values += found;
  if (found === snippet.values.length) total.snippets++;
  if (found === 0) return reports.length === 0 ? '–' : 'elsewhere';
  return `${found} of ${snippet.values.length}${mark}`;
}

const names = Object.keys(tools);
console.log(`| snippet | file | ${names.join(' | ')} |`);
console.log(`|---|---|${'---|'.repeat(names.length)}`);
for (const snippet of snippets) {
  const cells = [];
  for (const name of names) cells.push(await cell(name, snippet));
  console.log(`| ${snippet.title} | \`${snippet.file}\` | ${cells.join(' | ')} |`);
}
const row = (title, of) => console.log(`| **${title}** | | ${names.map((name) => of(totals[name])).join(' | ')} |`);
row(`snippets of ${leaks.length} with all found`, ({ snippets: count }) => count);
row(`keys and secrets of ${allValues}`, ({ values }) => values);
row(`false alarms in ${harmless.length}`, ({ alarms }) => alarms);
row('snippets whose value it prints', ({ prints }) => prints);
row(`files of ${snippets.length} that it reads`, ({ reads }) => reads);
console.log();
for (const [name, says] of Object.entries(examples)) {
  console.log(`${name}: ${says.replace(/[A-Za-z0-9+/=]{16,}/g, '…').replaceAll('\n', ' ')}`);
}
