// Speed of reading files in which every line holds keys, the worst that a reader meets: the reader of code alone (lex
// and parse), and whole readings. Beside it a floor of the same run, a plain loop over the character codes of the text.
// Interleaved runs, medians. `node bench/reading.mjs [MEGABYTES] [FOLDER…]`; of a folder the source files of its most
// frequent language are one text with one key at its end, as most of a real file is no candidate.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { argv } from 'node:process';
import { read } from '../packages/engine/dist/read/index.js';
import { languageOf, languages } from '../packages/engine/dist/read/languages.js';
import { parse } from '../packages/engine/dist/read/parse.js';

const rounds = 9;
const warmUp = 3;
const [megabytes = '2', ...folders] = argv.slice(2);
const size = Number(megabytes) * 1e6;

let seed = 1;
const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const key = () => Array.from({ length: 64 }, () => letters[Math.floor(random() * letters.length)]).join('');

/** Lines of each file by its name: one form after the other, `i` counts lines. */
const forms = {
  'bot.py': [
    (i) => `account_${i}_key = "${key()}"`,
    () => `clients.append(Client("${key()}", "${key()}"))`,
    (i) => `"name${i}": {"apiKey": "${key()}", "secret": "${key()}"},`,
  ],
  'bot.ts': [
    () => `new Spot('${key()}', '${key()}');`,
    (i) => `const account${i} = { apiKey: '${key()}', apiSecret: '${key()}', test: true };`,
    (i) => `const key${i} = \`${key()}\`;`,
  ],
  'bot.go': [
    (i) => `client${i} := binance.NewClient("${key()}", "${key()}")`,
    (i) => `\t{Name: "n${i}", APIKey: "${key()}", Secret: "${key()}"},`,
    (i) => `const apiKey${i} string = "${key()}"`,
  ],
  'Bot.java': [
    (i) => `private static final String KEY_${i} = "${key()}";`,
    () => `clients.add(new SpotClientImpl("${key()}", "${key()}"));`,
    () => `BinanceApiClientFactory.newInstance("${key()}", "${key()}").newRestClient();`,
  ],
  'Bot.cs': [
    () => `options.ApiCredentials = new ApiCredentials("${key()}", "${key()}");`,
    (i) => `var c${i} = new Options { ApiKey = "${key()}", Secret = "${key()}" };`,
    (i) => `public const string Key${i} = "${key()}";`,
  ],
  'bot.rs': [
    (i) => `let account_${i} = Account::new(Some("${key()}".into()), Some("${key()}".into()));`,
    (i) => `const KEY_${i}: &str = "${key()}";`,
  ],
  'bot.php': [
    (i) => `$config['account${i}']['key'] = '${key()}';`,
    () => `$api = new Binance\\API('${key()}', '${key()}');`,
  ],
  'bot.sh': [
    (i) => `export BINANCE_KEY_${i}="${key()}"`,
    (i) => `KEY_${i}=${key()}`,
    () => `curl -H "X-MBX-APIKEY: ${key()}" --secret ${key()}`,
  ],
  'bots.yaml': [(i) => `account${i}:\n  apiKey: ${key()}\n  secret: "${key()}"`],
  'bots.json': [(i) => `${i ? ',' : '{'}"account${i}": {"apiKey": "${key()}", "secret": "${key()}"}`],
  'bots.toml': [(i) => `[account${i}]\napi_key = "${key()}"\nsecret = '${key()}'`],
  'bots.ini': [(i) => `[account${i}]\napi_key = ${key()}\nsecret = ${key()}`],
  'bots.md': [
    (i) => `- account ${i}: \`${key()}\`, secret ${key()}`,
    (i) => `\n\`\`\`python\naccount_${i} = Client("${key()}", "${key()}")\n\`\`\`\n`,
  ],
  'bots.csv': [(i) => (i ? `bot${i},${key()},${key()}` : 'name,api_key,api_secret')],
};

function dense(path) {
  const lines = [];
  for (let i = 0, length = 0; length < size; i++) {
    const line = forms[path][i % forms[path].length](i);
    lines.push(line);
    length += line.length + 1;
  }
  return `${lines.join('\n')}\n${path.endsWith('.json') ? '}' : ''}`;
}

/** The files of a folder that have the most frequent extension of a language. */
function sparse(folder) {
  const texts = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const extension = extname(entry.name);
    const language = languageOf(entry.name, '');
    if (!entry.isFile() || extension === '' || language === 'text' || !(language in languages)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    texts.set(extension, `${texts.get(extension) ?? ''}${text}\n`);
  }
  const [[extension, text]] = [...texts].sort(([, a], [, b]) => b.length - a.length);
  const repeated = text.repeat(Math.ceil(size / text.length)).slice(0, size);
  return { path: `${basename(folder)}${extension}`, text: `${repeated}\nbinance_secret = "${key()}";\n` };
}

function floor(text) {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}

const cases = [...Object.keys(forms).map((path) => ({ path, text: dense(path) })), ...folders.map(sparse)];
for (const one of cases) {
  const language = languages[languageOf(one.path, one.text)];
  one.document = { path: one.path, text: one.text, origin: { kind: 'file' } };
  one.runs = {
    floor: () => floor(one.text),
    code: language && (() => parse(one.text, language)),
    reading: () => read(one.document),
  };
  one.times = { floor: [], code: [], reading: [] };
}
for (let round = 0; round < rounds + warmUp; round++)
  for (const { runs, times } of cases)
    for (const name of Object.keys(runs)) {
      if (!runs[name]) continue;
      const begin = performance.now();
      runs[name]();
      if (round >= warmUp) times[name].push(performance.now() - begin);
    }

/** MB/s; `text.length` is in characters, which here take a byte each. */
const rate = ({ text, times }, name) => {
  const median = times[name].toSorted((a, b) => a - b)[times[name].length >> 1];
  return median === undefined ? undefined : text.length / median / 1000;
};
const column = (value, digits) => (value === undefined ? '–' : value.toFixed(digits)).padStart(10);
console.log(`${'MB/s'.padEnd(24)}${['code', 'reading', 'floor'].map((name) => name.padStart(10)).join('')}`);
for (const one of cases)
  console.log(
    `${one.path.slice(-23).padEnd(24)}${['code', 'reading', 'floor'].map((name) => column(rate(one, name), 1)).join('')}`,
  );
