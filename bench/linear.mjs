// Time per megabyte on files made to be slow, at growing sizes, through the doors that `bnguard scan` uses for a file:
// documents (whole up to 8 MB, windows beyond), observe, conclude. Linear work has the same figure at every size.
// Usage: node bench/linear.mjs [--sizes 1,4,16,64] [--only PART] [--seconds 60] [--extensions]
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { argv, execPath, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { conclude, documents, expand, observe } from '../packages/engine/dist/index.js';

const MB = 1 << 20;
const { values: flags } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,4,16,64' },
    only: { type: 'string', default: '' },
    /** A size whose predecessor took more than a quarter of this is left out. */
    seconds: { type: 'string', default: '60' },
    /** The mixed file under every extension in place of the generators. */
    extensions: { type: 'boolean', default: false },
    /** Inside a child: one generator. */
    one: { type: 'string' },
  },
});
const sizes = flags.sizes.split(',').map(Number);
const mostSeconds = Number(flags.seconds);

// -- what the files are made of ------------------------------------------------------------------------------------

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
let seed = 1;
const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
/** A fake of the shape of a key, another one every time. */
const key = () => {
  let made = '';
  for (let k = 0; k < 64; k++) made += LETTERS[Math.floor(random() * 62)];
  return made;
};
const base64 = (length) => {
  let made = '';
  for (let k = 0; k < length; k++) made += (LETTERS + '+/')[Math.floor(random() * 64)];
  return made;
};
const one = key();
const half = one.slice(0, 24);
const der = expand('<der-ed25519:a>').text;
const pem = expand('<pem-ed25519:a>').text;
const secret = `binance_api_secret = "${one}"\n`;

/** Head, then units until the size is reached, then tail. */
function* many(unit, size, head = '', tail = '') {
  yield head;
  for (let index = 0, total = 0; total < size - head.length - tail.length; index++) {
    const next = typeof unit === 'string' ? unit : unit(index);
    total += next.length;
    yield next;
  }
  yield tail;
}

/** Separated by each thing in turn. */
const separated = (separators) => (index) => `${key()}${separators[index % separators.length]}`;
const nest = (open, close, inner, levels = 100_000) => `${open.repeat(levels)}${inner}${close.repeat(levels)}\n`;
const g = (path, unit, head = '', tail = '') => ({ path, unit, head, tail });

const generators = {
  // Lines and runs.
  'one line, one key': g('a.js', 'x=1;f(a,b);', secret.trim()),
  'one line of keys': g('a.js', () => `k="${key()}";`),
  'one line of text, keys': g('a.txt', () => `binance ${key()} `),
  'lines of 10 MB': g('a.py', (i) => (i % 400_000 === 0 ? `\nbinance_secret = "${key()}"\n` : 'a = b + c; words ')),
  'bare keys, a line each': g('a.txt', () => `${key()}\n`),
  'bare keys, no name': g('keys', () => `${key()}\n`),
  'keys by every separator': g('a.txt', separated([...' \t\n,;:|=+-_./\\"\'`(){}[]<>*&^%$#@!~?\r\0é、'])),
  'keys by pairs of separators': g(
    'a.txt',
    (i) => `${key()}${' ,;:|"\'+/='[i % 10]}${' ,;:|"\'+/='[((i / 10) % 10) | 0]}`,
  ),
  'one key in many places': g('a.js', `f("${one}");\n`, secret),
  'one key without code': g('a.txt', `${one} `, 'binance '),
  'one key in many names': g('a.py', (i) => `binance_secret_${i} = "${one}"\n`),
  'keys under one name': g('a.py', () => `binance_secret = "${key()}"\n`),
  'keys as pairs': g('a.env', (i) => `BINANCE_API_KEY_${i}=${key()}\nBINANCE_API_SECRET_${i}=${key()}\n`),
  'keys in calls': g(
    'a.js',
    () => `new Spot("${key()}", "${key()}");\n`,
    "import { Spot } from '@binance/connector';\n",
  ),
  'runs of 63': g('a.txt', `${'aB3'.repeat(21)} `, secret),
  'one run': g('a.txt', 'aB3x9Z', secret),
  'hashes of binance': g('a.txt', () => `binance secret ${Buffer.from(key()).toString('hex').slice(0, 64)}\n`),
  'hex keys of the testnet': g(
    'a.py',
    () => `api_secret = "${Buffer.from(key()).toString('hex').slice(0, 64)}"\n`,
    '# binance testnet\n',
  ),
  'listen keys': g('a.log', () => `listenKey=${key()}\n`),
  signatures: g('a.log', () => `timestamp=1&signature=${base64(88)}\n`, `binance ${key()}\n`),
  'signatures with keys': g(
    'a.log',
    () => `X-MBX-APIKEY: ${key()} timestamp=1&signature=${Buffer.from(key()).toString('hex').slice(0, 64)}\n`,
  ),
  passphrases: g('a.py', (i) => `private_key_pass = "pa55 ${i}"\n`, secret),
  'ignore comments': g('a.js', `// bnguard-ignore secret-key -- so\n`, secret),
  'ignores and keys': g('a.js', () => `k = "${key()}"; // bnguard-ignore secret-key\n`, '// binance\n'),
  'the word Binance': g('a.txt', 'binance ', secret),
  hosts: g('a.txt', 'https://testnet.binance.vision/api/v3/x ', secret),
  imports: g('a.js', "import { Spot } from '@binance/connector';\n", secret),

  // Code.
  'round brackets': g('a.js', nest('(', ')', ''), secret),
  'square brackets': g('a.js', nest('[', ']', ''), secret),
  braces: g('a.js', nest('{', '}', ''), secret),
  'angle brackets': g('a.java', nest('<', '>', ''), secret),
  'mixed brackets': g('a.js', nest('([{', '}])', ''), secret),
  'calls in calls': g('a.js', nest('f(', ')', `"${half}"`), secret),
  'brackets never closed': g('a.js', '([{', secret),
  'brackets never opened': g('a.js', ')]}', secret),
  'keys in deep brackets': g('a.js', () => nest('f(', ')', `"${key()}"`, 200)),
  'double quotes': g('a.js', '" ', secret),
  'odd quotes': g('a.js', `"' \` `, secret),
  'single quotes, lines': g('a.js', `it's\n`, secret),
  'backticks and holes': g('a.js', '`$' + '{a}$' + '{', secret),
  'triple quotes': g('a.py', `""" '''\n`, secret),
  'quotes of C#': g('a.cs', `@" $" $@" """ `, secret),
  'raw strings of Rust': g('a.rs', `r#" r##" b'\n`, secret),
  'quotes of Ruby': g('a.rb', `%q( %Q( %( ' "\n`, secret),
  'quotes of PowerShell': g('a.ps1', `@" @' \` "\n`, secret),
  'heredocs without end': g('a.sh', (i) => `cat <<A${i}\n`, secret),
  'heredocs of PHP': g('a.php', (i) => `$a = <<<A${i}\n`, secret),
  'heredocs of Ruby': g('a.rb', (i) => `a = <<~A${i}\n`, secret),
  'heredocs, one line': g('a.sh', (i) => `cat <<A${i} `, secret),
  'comments opened': g('a.js', '/* ', secret),
  comments: g('a.js', '/*c*/', secret),
  'line comments': g('a.py', '# a\n', secret),
  'commented keys': g('a.py', () => `# secret = "${key()}"\n\nx\n`, '# binance\n'),
  'comments of Lua': g('a.lua', '--[[ {- ', secret),
  backslashes: g('a.js', '\\', secret),
  regexes: g('a.js', '=/a[', secret),
  equals: g('a.js', 'a=', secret),
  colons: g('a.js', 'a:', secret),
  dots: g('a.js', 'a.', secret),
  arrows: g('a.js', 'a=>', secret),
  commas: g('a.js', 'a,', secret),
  'plus signs': g('a.js', `"${half}" + `, `${secret}k = `),
  'plus signs with keys': g('a.js', () => `"${key()}" + `, `binance = `),
  'adjacent literals': g('a.py', `"${half}"\n`, `${secret}k = (`),
  'adjacent keys': g('a.py', () => `"${key()}"\n`, `${secret}k = (`),
  names: g('a.js', (i) => `a${i}=b${i};`, secret),
  references: g('a.js', (i) => `k${i} = "${key()}"; Client(k${i});\n`, '// binance\n'),
  'one name, many calls': g('a.js', 'Client(k, k);\n', `k = "${one}";\n`),
  'a long name': g('a.js', 'a', '', `="${one}"; // binance`),
  ternaries: g('a.js', `a ? "${half}" : `, secret),
  tuples: g('a.py', () => `a, b = "${key()}", "${key()}"\n`, '# binance\n'),
  options: g('a.js', () => `new Spot({apiKey: "${key()}", apiSecret: "${key()}", testnet: true});\n`),
  'one call of keys': g('a.js', () => `"${key()}",`, 'binance(', ')'),
  'one call of values': g('a.py', () => `value="${key()}",`, 'binance(', ')'),
  'one object of keys': g('a.js', (i) => `k${i}: "${key()}",`, 'binance = {', '}'),
  inserts: g('a.sql', () => `insert into t (api_key, api_secret) values ('${key()}', '${key()}');\n`, '-- binance\n'),
  'one insert': g(
    'a.sql',
    () => `('${key()}', '${key()}'),\n`,
    '-- binance\ninsert into t (api_key, api_secret) values\n',
  ),
  columns: g('a.sql', (i) => `c${i},`, `-- binance ${one}\ninsert into t (`),
  COPY: g('a.sql', () => `1\t${key()}\t${key()}\n`, '-- binance\nCOPY t (id, api_key, secret) FROM stdin;\n'),
  'COPY in COPY': g('a.sql', 'COPY t (api_key) FROM stdin;\n', `-- binance\n${secret}`),
  'user names': g('a.py', () => `username = "${key()}"\n`, '# binance\n'),
  'fields of FIX': g('a.log', () => `553=${key()}\n`, 'binance\n'),
  'secrets of frameworks': g('a.py', () => `secret_key = "${key()}"\n`, '# binance\n'),
  'members of a class': g('a.py', () => `    secret = "${key()}"\n`, 'class Binance:\n'),
  exchanges: g('a.py', (i) => `c${i} = {"exchange": "binance", "secret": "${key()}"}\n`),
  'exchanges at the top': g('a.yaml', () => `exchange: binance\n`, secret.replace(' =', ':')),
  'spread lists': g('a.js', 'f(...a);\n', `const a = [${`"${one}", `.repeat(2000)}];\n`),
  loops: g('a.py', (i) => `for k, s in a${i}:\n  f(k)\n`, `${secret}a0 = [("${one}", "${one}")]\n`),
  'rows and loops': g('a.py', () => `for k, s in [("${key()}", "${key()}")]:\n  f(k)\n`, '# binance\n'),
  functions: g('a.py', (i) => `def f${i}(k, s): pass\nf${i}("${key()}", "${key()}")\n`, '# binance\n'),
  'fields of records': g(
    'a.go',
    (i) => `a${i} := Creds{"${key()}", "${key()}"}\n`,
    '// binance\ntype Creds struct {\n\tKey string\n\tSecret string\n}\n',
  ),
  'names through names': g('a.py', (i) => `a${i + 1} = a${i}\nf(a${i})\n`, `a0 = "${one}" # binance\n`),
  'mail headers': g('a.eml', 'Content-Transfer-Encoding: quoted-printable\n', secret),
  'mail parts': g(
    'a.eml',
    (i) =>
      `Content-Transfer-Encoding: quoted-printable\n\nAPI Secret: ${key().slice(0, 40)}=\n${key().slice(0, 24)}\n--b${i}\n`,
    'Binance\n',
  ),
  'a shell history': g('a.sh', () => `curl -H "X-MBX-APIKEY: ${key()}" https://api.binance.com\n`),
  flags: g('a.sh', () => `bot --api-key ${key()} --secret ${key()}\n`, '# binance\n'),

  // Formats.
  'JSON, flat': g('a.json', (i) => `"k${i}":"${key()}",`, '{"binance":{', '"x":1}}'),
  'JSON, deep lists': g('a.json', '[', `{"binance_secret":"${one}","x":`),
  'JSON, deep objects': g('a.json', '{"a":', `{"binance_secret":"${one}","x":`),
  'JSON, many objects': g('a.json', () => `{"apiKey":"${key()}","secret":"${key()}"},`, '{"binance":[', '1]}'),
  'JSON, one key': g('a.json', `{"apiSecret":"${one}"},`, '{"binance":[', '1]}'),
  'JSON in JSON': g(
    'a.json',
    () => `${JSON.stringify(JSON.stringify({ a: JSON.stringify({ s: key() }) }))},`,
    '{"binance":[',
    '1]}',
  ),
  'JSON in JSON, one string': {
    path: 'a.json',
    unit: () => `{\\\\\\"apiSecret\\\\\\":\\\\\\"${key()}\\\\\\"},`,
    head: '{"text":"{\\"binance\\":\\"[',
    tail: '1]\\"}"}',
  },
  'JSON, broken': g('a.json', () => `{"apiSecret":"${key()}" "x"`, '{"binance":['),
  'JSON, escapes': g('a.json', '\\u0041', `{"binance_secret":"${one}","x":"`, '"}'),
  'JSON lines': g('a.jsonl', () => `{"binance":{"apiSecret":"${key()}"}}\n`),
  'YAML, flat': g('a.yaml', (i) => `  k${i}: ${key()}\n`, 'binance:\n'),
  'YAML, list': g('a.yaml', () => `  - apiKey: ${key()}\n    secret: ${key()}\n`, 'binance:\n'),
  'YAML, deep blocks': { path: 'a.yaml', unit: (i) => `${' '.repeat(i % 2000)}a:\n`, head: secret.replace(' =', ':') },
  'YAML, deep flow': g('a.yaml', '[', `binance_secret: ${one}\nx: `),
  'YAML, deep mappings': g('a.yaml', '{a: ', `binance_secret: ${one}\nx: `),
  'YAML, deep dashes': g('a.yaml', '- ', `# binance_secret: ${one}\n`),
  'YAML, questions': g('a.yaml', '? ', `# binance_secret: ${one}\n`),
  'YAML, aliases': g('a.yaml', (i) => `x${i}: *a\n`, `binance_secret: &a ${one}\n`),
  'YAML, billion laughs': g(
    'a.yaml',
    (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]\n`,
    `a0: &a0 ${one}\nbinance: 1\n`,
  ),
  'YAML, recursion': g('a.yaml', (i) => `r${i}: &r${i} {self: *r${i}, all: *r0}\n`, `binance_secret: ${one}\n`),
  'YAML, merges': g('a.yaml', (i) => `m${i + 1}: &m${i + 1} {<<: *m${i}}\n`, `m0: &m0 {binance_secret: ${one}}\n`),
  'YAML, block text': g('a.yaml', () => `  SECRET=${key()}\n`, 'binance: |\n'),
  'YAML, documents': g('a.yaml', () => `---\nbinance_secret: ${key()}\n`),
  'YAML, quotes': g('a.yaml', `"`, `binance_secret: ${one}\nx: `),
  'YAML, tags and anchors': g('a.yaml', (i) => `- !t &a${i} x\n`, `# ${secret}`),
  'TOML, dotted': g('a.toml', 'a.', `binance_secret = "${one}"\n`, 'b = 1\n'),
  'TOML, tables': g('a.toml', (i) => `[t${i}]\nbinance_secret = "${key()}"\n`),
  'TOML, deep tables': g('a.toml', (i) => `[${'a.'.repeat(i % 300)}b${i}]\nk = "${key()}"\n`, '# binance\n'),
  'TOML, arrays': g('a.toml', '[', `binance_secret = "${one}"\nx = `),
  'TOML, array of tables': g('a.toml', () => `[[binance]]\nsecret = "${key()}"\n`),
  'INI, sections': g('a.ini', (i) => `[s${i}]\nbinance_secret = ${key()}\n`),
  'INI, one section': g('a.ini', (i) => `k${i} = ${key()}\n`, '[binance]\n'),
  'INI, continued': g('a.ini', ` ${half}\n`, `[binance]\nsecret = ${one}\nk =\n`),
  'env, multi-line': g('.env', `A="\n`, `BINANCE_SECRET=${one}\n`),
  'env, open quote': g('.env', () => `K='${key()}\n`, `BINANCE_SECRET=${one}\n`),
  properties: g('a.properties', () => `binance.secret=${key()}\n`),
  'properties, continued': g('a.properties', 'a\\\n', `binance.secret=${one}\nk=`),
  'CSV, rows': g('a.csv', () => `binance,${key()},${key()}\n`, 'exchange,api_key,api_secret\n'),
  'CSV, 100,000 columns': g(
    'a.csv',
    () => `${key()}${',x'.repeat(100_000)}\n`,
    `binance_secret${',a'.repeat(100_000)}\n`,
  ),
  'CSV, open quote': g('a.csv', 'a,"b\n', `binance_secret\n${one}\n`),
  'XML, elements': g('a.xml', () => `<binance secret="${key()}"/>`, '<a>', '</a>'),
  'XML, deep': g('a.xml', '<a>', `<x binance_secret="${one}"/>`),
  'XML, closed only': g('a.xml', '</a>', `<x binance_secret="${one}"/>`),
  'XML, attributes': g('a.xml', (i) => `a${i}="x" `, `<x binance_secret="${one}" `, '/>'),
  'XML, comments opened': g('a.xml', '<!-- ', `<x binance_secret="${one}"/>`),
  'XML, CDATA opened': g('a.xml', '<![CDATA[ ', `<x binance_secret="${one}"/>`),
  'XML, entities': g('a.xml', '&amp;', `<x binance_secret="${one}">`, '</x>'),
  HTML: g('a.html', () => `<script>const secret="${key()}"</script>`, '<!-- binance -->'),
  'Markdown, fences': g('a.md', () => `\`\`\`js\nconst secret = "${key()}";\n\`\`\`\n`, '# Binance\n'),
  'Markdown, open fences': g('a.md', (i) => `${'`'.repeat(3 + (i % 50))}js\nx\n`, `# Binance\n${one}\n`),
  'Markdown, quoted fences': g('a.md', '> > ```\n', `# Binance\n${one}\n`),
  'Markdown, tables': g(
    'a.md',
    () => `| binance | ${key()} | ${key()} |\n`,
    '| name | key | secret |\n|---|---|---|\n',
  ),
  'Markdown, one row': g('a.md', () => `| ${key()} `, '| name | key |\n|---|---|\n'),
  'Markdown, comments': g('a.md', '<!--', `binance ${one}\n`),
  'notebook, cells': g(
    'a.ipynb',
    () => `{"cell_type":"code","source":["binance_secret = '${key()}'\\n"]},`,
    '{"cells":[',
    '1]}',
  ),
  'notebook, one huge cell': g(
    'a.ipynb',
    () => `"secret = '${key()}'\\n",`,
    '{"cells":[{"source":["# binance",',
    '""]}]}',
  ),
  'notebook, huge output': g('a.ipynb', () => `"binance ${key()}\\n",`, '{"cells":[{"outputs":[{"text":[', '""]}]}]}'),
  HAR: g(
    'a.har',
    () => `{"request":{"headers":[{"name":"X-MBX-APIKEY","value":"${key()}"}]}},`,
    '{"log":{"entries":[',
    '1]}}',
  ),
  'minified bundle': g(
    'a.min.js',
    (i) => `function a${i}(b,c){return b.d(c?"e${i}":{f:[1,2,b]})}`,
    `binanceSecret="${one}";`,
  ),
  labels: g('notes.txt', () => `API Key: ${key()}\nSecret: ${key()}\n`, 'Binance\n'),
  'labels of punctuation': g('a.txt', () => `${':- '.repeat(120)}${key()}\n`, 'binance\n'),
  'labels of formats': g('a.txt', () => `"${'%s '.repeat(110)}", ${key()}\n`, 'binance\n'),
  blanks: g('a.txt', ' ', secret, `x ${one}`),
  'line breaks': g('a.txt', '\n', secret, one),
  'carriage returns': g('a.py', '\r', secret, one),
  NUL: g('a.txt', '\0', secret, one),
  astral: g('a.py', '😀', secret, one),
  'bad UTF-8': { path: 'a.txt', unit: 'é\u0080', head: secret, encoding: 'latin1' },
  'UTF-16': { path: 'a.py', unit: () => `binance_secret = "${key()}"\n`, encoding: 'utf16le', head: '\ufeff' },

  // Private keys.
  'base64 block': g('a.txt', () => `${base64(76)}\n`, secret),
  'base64, one line': g('a.txt', () => base64(76), `${secret}x=`),
  'PEM headers': g('a.txt', '-----BEGIN PRIVATE KEY-----\n', secret),
  'PEM without end': g('a.txt', () => `-----BEGIN PRIVATE KEY-----\n${base64(64)}\n`, secret),
  'PEM, one huge body': g('a.txt', () => `${base64(64)}\n`, `${secret}-----BEGIN PRIVATE KEY-----\n`),
  'PEM keys': g('a.pem', `${pem}\n`, '# binance\n'),
  'PEM in code': g('a.js', `k = "${pem.replaceAll('\n', '\\n')}";\n`, '// binance\n'),
  'DER keys': g('a.js', `k = "${der}";\n`, '// binance\n'),
  'DER keys in one literal': g('a.js', `${der} `, '// binance\nk = "', '";'),
  'beginnings of DER': g('a.txt', 'MC4CAQAwBQYDK2VwBCIEI "', secret),
  'beginnings of base64 of PEM': g('a.txt', 'LS0tLS1CRUdJTi "', secret),
  'RSA in XML': g('a.xml', '<RSAKeyValue><Modulus>A</Modulus><D>', secret),

  // Settings and calls.
  'risk: withdrawals': g('a.js', 'c.withdraw("BTC", 1, "0x0");\n', 'const c = new Binance();\n'),
  'risk: withdrawals in a chain': g('a.js', '.withdraw(1)', "import '@binance/connector';\nclient"),
  'risk: a chain of lines': g('a.js', '\n.withdraw(1)', "import '@binance/connector';\nclient"),
  'risk: withdrawals in each other': g('a.js', 'withdraw(', '// binance\n'),
  'risk: one wide call': g('a.js', '"BTC", 1, ', "import '@binance/connector';\nclient.withdraw(", '1)'),
  'risk: pairs in a call': g('a.java', '"enableWithdrawals", true, ', '// binance\nMap.of(', '1)'),
  'risk: endpoints in a call': g('a.js', '"/sapi/v1/capital/withdraw/apply", ', 'get(', '1)'),
  'risk: URLs in a call': g('a.js', "baseURL: 'https://e.fly.dev', ", 'new Spot({', '})'),
  'risk: arguments in YAML': g('a.yaml', '--enable-withdrawals=true,', 'binance: 1\nargs: [', ']'),
  'risk: lines of arguments': g('a.yaml', '  - --enable-withdrawals=true\n', 'binance: 1\nargs:\n'),
  'risk: variables in YAML': g('a.yaml', '  - BINANCE_ENABLE_WITHDRAWALS=true\n', 'env:\n'),
  'risk: rights': g('a.yaml', '    - withdraw\n', 'binance:\n  permissions:\n'),
  'risk: aliases': g('a.yaml', (i) => `k${i}: *a\n`, 'a: &a {enable_withdrawals: true}\n'),
  'risk: pyproject': g('pyproject.toml', (i) => `python-binance${i} = "1.0"\n`, '[tool.poetry.dependencies]\n'),
  'risk: list of pyproject': g('pyproject.toml', (i) => `"binance-${i}==1.0",\n`, '[project]\ndependencies = [\n', ']'),
  'risk: package.json': g('package.json', (i) => `"binanse-${i}":"1",`, '{"dependencies":{', '"x":"1"}}'),
  'risk: tables': g('a.toml', (i) => `[binance.k${i}]\nenable_withdrawals = true\n`),
  'risk: keys in JSON': g('a.json', '{"enableWithdrawals":true,"ips":[]},', '{"binance":[', '1]}'),
  'risk: structs': g(
    'a.go',
    '{Label: "a", CanTrade: true, IPWhitelist: []string{}},',
    '// binance\nvar K = []Key{',
    '}',
  ),
  'risk: addresses': g('a.xml', '<ip>10.0.0.1</ip>', '<binance><ipWhitelist>', '</ipWhitelist></binance>'),
  'risk: empty lists': g('a.py', (i) => `trusted_ips_${i % 7} = []\nx.append(1)\n`, '# binance\n'),
  'risk: clients without a key': g(
    'a.js',
    (i) => `const c${i} = new Spot({ baseURL: 'https://r.fly.dev' });\n`,
    "import { Spot } from '@binance/connector';\n",
  ),
  'risk: builders': g(
    'a.rs',
    '.base_path("https://r.fly.dev")',
    'use binance_sdk::a;\nConfigurationRestApi::builder()',
  ),
  'risk: requests': g('a.js', '.url("https://r.fly.dev")', '// binance x-mbx-apikey\nr'),
  'risk: headers': g(
    'a.js',
    "fetch('https://r.fly.dev/x', { headers });\n",
    "const headers = { 'X-MBX-APIKEY': k };\n",
  ),
  'risk: defaults': g(
    'a.py',
    (i) =>
      `base_${i} = os.getenv("BINANCE_${i}_URL", "https://r${i}.fly.dev")\nspot = Spot(k, s, base_url=base_${i})\n`,
    'from binance.spot import Spot\n',
  ),
  'risk: defaults in YAML': g('a.yaml', (i) => `  BINANCE_${i}_URL: \${X_${i}:-https://r${i}.fly.dev}\n`, 'env:\n'),
  'risk: joined paths': g(
    'a.py',
    (i) => `root_${i} = "https://r${i}.fly.dev"\nget(root_${i} + "/api/v3/account", headers={"X-MBX-APIKEY": k})\n`,
  ),
  'risk: names joined': g('a.js', 'root . ', '// X-MBX-APIKEY "https://r.fly.dev"\nx = ', '"/api/v3/account"'),
  'risk: keyed clients': g(
    'a.kt',
    (i) =>
      `val http${i} = Http.Builder().header("X-MBX-APIKEY", k)\nval spot${i} = Api.Builder()\n  .baseUrl("https://r${i}.fly.dev")\n  .client(http${i})\n`,
  ),
  'risk: keyed clients, further in': g(
    'a.kt',
    (i) => `${' '.repeat(i % 90)}header("X-MBX-APIKEY")\n`,
    'val url = "https://r.fly.dev"\n',
  ),
  'risk: aliases of imports': g(
    'a.go',
    (i) => `\tb${i} "github.com/adshao/go-binance/v2"\n`,
    'package a\nconst url = "https://r.fly.dev"\nimport (\n',
  ),
  'risk: uses of an address': g(
    'a.js',
    'x = f(gateway);\n\n\n\n\n\n',
    "const gateway = 'https://r.fly.dev'; // binance\n",
  ),
  'risk: keys made': g('a.js', 'client.subAccountUpdateIpRestriction(email, key, { status: 1 });\n'),
  'risk: queries': g(
    'a.js',
    'post("/sapi/v2/sub-account/subAccountApi", body);\n',
    'const body = "subAccountId=1&status=1";\n',
  ),
  'risk: logs': g('a.js', 'console.log(apiSecret);\n', 'const apiSecret = 1;\n'),
  'risk: storage': g('a.js', 'localStorage.setItem("binance_secret", x);\n'),
};

/** Every kind of trouble after another: what every extension gets. */
const mixed = (i) =>
  [
    () => `binance_secret_${i} = "${key()}"\n`,
    () => `{"apiKey": "${key()}", "x": [[[{{{((( }\n`,
    () => `key: ${key()} # a\n`,
    () => `"unbalanced ' quotes \` """ ''' <<EOF %q( r#" <![CDATA[ <!-- /* {- --[[\n`,
    () => `new Spot('${key()}', \`${key()}\`, { a: b.c.d = e = f => g })\n`,
    () => `<a b="${key()}">\\u0041\\\\ | ${key()} | , ; = : \n`,
    () => `[section.${i}]\n- *alias &anchor !tag ? x\n\t- ${key()}\n`,
    () => `\`\`\`\n-----BEGIN PRIVATE KEY-----\n${base64(64)}\n`,
  ][i % 8]();
const extensions =
  'js py go java cs rs c php rb sh ps1 bat r sql lua clj vb pas txt json yaml toml ini env properties xml csv md ipynb html log jsonl unknown'.split(
    ' ',
  );
const tried = flags.extensions
  ? Object.fromEntries(extensions.map((name) => [`.${name}`, g(`a.${name}`, mixed)]))
  : generators;

const WHOLE = 8 * MB;
const BETWEEN_HITS = 200_000;

// -- measuring -----------------------------------------------------------------------------------------------------

function bytesOf({ unit, head = '', tail = '', encoding = 'utf8' }, size) {
  const parts = [];
  let batch = [];
  let length = 0;
  for (const piece of many(unit, size, head, tail)) {
    batch.push(piece);
    length += piece.length;
    if (length < BETWEEN_HITS) continue;
    // Larger files are read only around their hits, and all of this shall be read.
    if (size > WHOLE) batch.push(` ${key()} `);
    parts.push(Buffer.from(batch.join(''), encoding));
    batch = [];
    length = 0;
  }
  return Buffer.concat([...parts, Buffer.from(batch.join(''), encoding)]);
}

/** Seconds, and how many findings. */
function scan(bytes, path) {
  const source = { size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) };
  const begin = performance.now();
  const observations = [];
  for (const document of documents(source, path, { kind: 'file' })) {
    for (const one of observe(document)) observations.push(one);
  }
  const observed = performance.now();
  const { findings } = conclude(observations);
  const end = performance.now();
  return { seconds: (end - begin) / 1000, concluding: (end - observed) / 1000, findings: findings.length };
}

/** One generator, in a process of its own, so that its memory is its own. */
function measure(name) {
  const made = tried[name];
  scan(bytesOf(made, MB / 4), made.path);
  let last = 0;
  for (const size of sizes) {
    if (last * 4 > mostSeconds) break;
    const bytes = bytesOf(made, size * MB);
    let best = scan(bytes, made.path);
    // Short ones twice: what interrupts is never the file's fault.
    if (best.seconds < 1) {
      const again = scan(bytes, made.path);
      if (again.seconds < best.seconds) best = again;
    }
    last = best.seconds;
    console.log(JSON.stringify({ size: bytes.length / MB, ...best }));
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[(numbers.length - 1) >> 1];

function report() {
  const head = sizes.map((size) => `${size} MB`.padStart(9)).join('');
  console.log(`${'MB/s at'.padEnd(30)}${head}   ratio  findings  last step`);
  let worst = 0;
  for (const name of Object.keys(tried).filter((name) => name.includes(flags.only))) {
    const self = fileURLToPath(import.meta.url);
    const child = spawnSync(execPath, ['--max-old-space-size=6000', self, ...argv.slice(2), '--one', name], {
      encoding: 'utf8',
      timeout: (mostSeconds + 60) * 1000,
      maxBuffer: MB,
    });
    const results = child.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    const perMB = results.map(({ seconds, size }) => seconds / size);
    const ratio = perMB.length > 0 ? perMB.at(-1) / median(perMB) : NaN;
    const rise = perMB.length > 0 ? Math.max(...perMB) / median(perMB) : NaN;
    if (results.length > 1) worst = Math.max(worst, ratio);
    const rates = sizes
      .map((_, i) => (perMB[i] === undefined ? '–' : (1 / perMB[i]).toPrecision(3)).padStart(9))
      .join('');
    const { findings = 0, concluding = 0, seconds = 1 } = results.at(-1) ?? {};
    const said =
      child.status === 0
        ? ''
        : `  ended: ${child.signal ?? child.stderr.split('\n').find((line) => /Error|heap/.test(line)) ?? child.status}`;
    console.log(
      `${name.padEnd(30)}${rates} ${ratio.toFixed(2).padStart(7)} ${String(findings).padStart(9)}  ${Math.round((100 * concluding) / seconds)} % concluding${rise > 3 ? `  max ${rise.toFixed(1)}` : ''}${said}`,
    );
  }
  console.log(`\nThe worst ratio: ${worst.toFixed(2)}`);
  return worst;
}

if (flags.one !== undefined) measure(flags.one);
else exit(report() > 3 ? 1 : 0);
