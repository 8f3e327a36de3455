// Suggestions where they could be wrong: each is applied, and what comes out is read again.
import json from '@eslint/json';
import markdown from '@eslint/markdown';
import { Linter } from 'eslint';
import yml from 'eslint-plugin-yml';
import { parser } from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { expand } from '@bnguard/engine';
import plugin from '../src/index.ts';

const config = [
  ...plugin.configs.recommended,
  ...plugin.configs.files,
  { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parser } },
  { files: ['**/*.json'], plugins: { json }, language: 'json/json' },
  { files: ['**/*.md'], plugins: { markdown }, language: 'markdown/gfm' },
  { files: ['**/*.yaml'], plugins: { yml }, language: 'yml/yaml' },
  { files: ['**/*.{rst,unknown,php,m}'], language: 'bnguard/text' },
  { files: ['**/*.jsx'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
];
const rules = { 'bnguard/no-hardcoded-credentials': ['error', { minSeverity: 'info' }] };
const lint = (text: string, filename: string) =>
  new Linter({ cwd: '/nowhere' }).verify(text, [...config, { rules }] as never, { filename: `/nowhere/${filename}` });

interface Edit {
  readonly message: string;
  readonly after: string;
  readonly rule: string | null;
}

/** What the suggestions of the first finding make of a text, by their message. */
function edits(template: string, filename: string): Readonly<Record<string, Edit>> {
  const { text, placements } = expand(template);
  const [problem] = lint(text, filename);
  expect(problem, text).toBeDefined();
  expect(problem).not.toHaveProperty('fatal');
  const made: Record<string, Edit> = {};
  for (const { messageId, desc, fix } of problem!.suggestions ?? []) {
    const after = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
    for (const { kind, value } of placements.filter(({ kind }) => kind !== 'marked')) {
      for (let at = 0; at + 8 <= value.length; at++)
        expect(`${desc}\n${fix.text}`, kind).not.toContain(value.slice(at, at + 8));
    }
    const again = lint(after, filename);
    expect(again.filter(({ fatal }) => fatal)).toEqual([]);
    if (messageId === 'ignore') {
      expect(again.filter(({ message }) => message.includes('ignore comment')).map(({ message }) => message)).toEqual(
        [],
      );
      expect(again.length).toBeLessThan(lint(text, filename).length);
    }
    made[messageId!] = { message: desc, after, rule: problem!.ruleId };
  }
  return made;
}

const spot = "import { Spot } from '@binance/connector';\n";
const halves = ["'<key64:a[0,30]>'", "'<key64:a[30,]>'"] as const;
/** What makes a file of halves worth reading. */
const other = "'<key64:b>'";
const own = 'process.env.BINANCE_API_KEY';

describe('reads from the environment', () => {
  test.each([
    ['bot.js', "function f(){return'<key64:a>'}\nnew Spot(f());", `function f(){return ${own}}\nnew Spot(f());`],
    ['bot.js', "new Spot('<key64:a>'in x);", `new Spot(${own} in x);`],
    ['bot.ts', "new Spot('<key64:a>'==x);", `new Spot(${own}! ==x);`],
    ['bot.ts', "const k = '<key64:a>' as const;\nnew Spot(k);", `const k = ${own}!;\nnew Spot(k);`],
    ['bot.ts', "const k = <const>'<key64:a>';\nnew Spot(k);", `const k = ${own}!;\nnew Spot(k);`],
    ['bot.js', `new Spot([${halves.join()}].join(''));`, `new Spot(${own});`],
    ['bot.js', `new Spot((${halves.join(') + (')}));`, `new Spot(${own});`],
  ])('%s: %s', (filename, code, wanted) => {
    const rest = `\nnew Spot(process.env.A, ${other});`;
    const { after } = edits(`${spot}${code}${rest}`, filename)['useEnvironment']!;
    expect(after.replace('API_SECRET', 'API_KEY')).toBe(expand(`${spot}${wanted}${rest}`).text);
  });

  test.each([
    ['bot.js', `new Spot((prefix(), ${halves[0]}) + ${halves[1]});`],
    ['bot.js', `new Spot(${halves.join(' + /* why */ ')});`],
    ['bot.js', "new Spot(decode('<key64:a|base64>'));"],
    ['bot.js', "new Spot(Buffer.from('<key64:a|base64>', 'base64'));"],
    ['bot.js', "class A { '<key64:a>'() {} }"],
    ['bot.ts', "interface A { '<key64:a>': string }"],
    ['bot.ts', "type A = '<key64:a>';"],
    ['bot.ts', "declare module '<key64:a>' {}"],
    ['bot.ts', "import x = require('<key64:a>');"],
    ['bot.js', "require('<key64:a>');"],
    ['bot.js', "export { Spot as '<key64:a>' };"],
    ['bot.js', "export * from '<key64:a>';"],
    ['bot.js', "f({ '<key64:a>': 1 });"],
    ['bot.js', "new Spot(atob('<key64:a|base64>'));"],
    ['bot.js', "new Spot(Buffer.from('<key64:a|base64>', 'base64').toString());"],
    ['bot.js', "new Spot('<key64:a|reversed>'.split('').reverse().join(''));"],
    ['bot.js', "new Spot('<key64:a>'.split('').join('-'));"],
    ['bot.js', "new Spot('<key64:a>'.length);"],
    ['bot.js', "process.env.X = '<key64:a>';"],
    ['bot.js', "process.env.X ??= '<key64:a>';"],
    ['bot.js', "Object.assign(process.env, { BINANCE_API_KEY: '<key64:a>' });"],
    ['bot.ts', "declare const binanceApiKey = '<key64:a>';"],
    ['bot.d.ts', "export const binanceApiKey = '<key64:a>';"],
  ])('not in %s: %s', (filename, code) => {
    const made = edits(`${spot}new Spot(process.env.A);\n${code}\nnew Spot(process.env.A, ${other});`, filename);
    expect(made).not.toHaveProperty('useEnvironment');
    expect(made).not.toHaveProperty('dropDefault');
  });

  test.each([
    ['bot.js', "new Spot(process.env.A ?? process.env.B ?? '<key64:a>');", 'new Spot(process.env.A ?? process.env.B);'],
    [
      'bot.ts',
      "new Spot(process.env.A ?? process.env.B ?? '<key64:a>');",
      'new Spot(process.env.A ?? process.env.B!);',
    ],
    ['bot.ts', "new Spot((process.env.A) ?? ('<key64:a>'));", 'new Spot((process.env.A)!);'],
    ['bot.ts', "new Spot((process.env.A as string) ?? '<key64:a>');", 'new Spot((process.env.A as string));'],
    ['bot.js', "new Spot(process.env['<key64:a>'] ?? '<key64:a>');", "new Spot(process.env['<key64:a>']);"],
    [
      'bot.js',
      "new Spot(process.env /* <key64:a> */ .SECRET ?? '<key64:a>');",
      'new Spot(process.env /* <key64:a> */ .SECRET);',
    ],
  ])('leaves the default out in %s: %s', (filename, code, wanted) => {
    const text = expand(spot + code).text;
    const found = lint(text, filename).flatMap(({ suggestions = [] }) => suggestions);
    const drop = found.find(({ messageId }) => messageId === 'dropDefault');
    expect(drop, JSON.stringify(found)).toBeDefined();
    expect(drop!.desc).toMatch(/read (?:the environment|process\.env\.\w{1,6}(?: \?\? process\.env\.\w)?) alone/);
    const after = text.slice(0, drop!.fix.range[0]) + drop!.fix.text + text.slice(drop!.fix.range[1]);
    expect(after).toBe(expand(spot + wanted).text);
  });

  test.each([
    ['Bot.cs', 'using System;\nclass Bot {\n  string binanceApiKey = $"<key64:a>";\n}\n'],
    ['Bot.cs', 'using System;\nclass Bot {\n  string binanceApiKey = @"<key64:a>";\n}\n'],
    ['Bot.cs', 'using System;\nclass Bot {\n  const string binanceApiKey = "<key64:a>";\n}\n'],
    ['Bot.cs', 'using System;\nclass Bot {\n  void Run(string binanceApiKey = "<key64:a>") {}\n}\n'],
    ['bot.go', 'package main\nimport "os"\nconst binanceApiKey = "<key64:a>"\n'],
    ['bot.go', 'package main\nimport "os"\nconst (\n\tx = 1\n\tbinanceApiKey = "<key64:a>"\n)\n'],
    ['bot.go', 'package main\nimport "os"\nvar binanceConfig = `\napi_key = "<key64:a>"\n`\n'],
    ['bot.php', '<?php\nconst BINANCE_API_KEY = "<key64:a>";\n'],
    ['bot.php', '<?php\nclass Bot {\n  private $binanceApiKey = "<key64:a>";\n}\n'],
    ['Bot.kt', 'const val BINANCE_API_KEY = "<key64:a>"\n'],
    ['Bot.java', 'class Bot {\n  @Value("<key64:a>") String binanceApiKey;\n}\n'],
    ['Bot.java', 'class Bot {\n  @Key(\n    binanceApiKey = "<key64:a>"\n  ) String x;\n}\n'],
    ['bot.rb', 'binance = %q(api_key = "<key64:a>")\n'],
    ['bot.py', 'import os\nbinance_api_keys = {"<key64:a>": 1}\n'],
    ['bot.py', 'import os\nbinance_api_key = os.environ.get("X", "<key64:a>")\n'],
    ['bot.py', 'import os\nbinance_api_key = os.getenv(\n    "X",\n    "<key64:a>",\n)\n'],
    ['bot.py', 'import os\nbinance = """\napi_key = "<key64:a>"\n"""\n'],
  ])('not in %s: %j', (filename, code) => {
    expect(edits(code, filename)).not.toHaveProperty('useEnvironment');
  });
});

test.each([`${'// ----- banner\n'.repeat(5000)}`, `${'/** a */ '.repeat(5000)}\n`])(
  'comments before a key are no hindrance',
  (comments) => {
    expect(edits(`${comments}${spot}new Spot('<key64:a>');`, 'bot.js')).toHaveProperty('useEnvironment');
  },
);

test.each(["'use client';\n", '"use client"\n', "// x\n'use client';\n"])(
  'nothing is read in browsers: %j',
  (first) => {
    expect(edits(`${first}${spot}new Spot('<key64:a>');`, 'bot.js')).not.toHaveProperty('useEnvironment');
  },
);

describe('turns off', () => {
  test.each([
    ['bot.ts', 'const binanceKey = { enableWithdrawals: «true», ipRestrict: true };'],
    ['bot.ts', 'const binanceKey = { ipRestrict: true, enableReading: true };\nbinanceKey.enableWithdrawals = «true»;'],
    ['bot.yaml', 'binance:\n  enableReading: true\n  enableWithdrawals: «true»\n'],
    ['bot.json', '{ "binance": { "enableReading": true, "enableWithdrawals": «true» } }\n'],
  ])('%s: %j', (filename, code) => {
    expect(edits(code, filename)['turnOff']?.after).toBe(expand(code.replace(/«\w+»/, 'false')).text);
  });

  test.each([
    [
      'bot.ts',
      'const yes = true;\nexport const binanceKey = { enableReading: yes, enableWithdrawals: yes, ipRestrict: yes };',
    ],
    ['bot.ts', 'enum Is { Yes = 1 }\nexport const binanceKey = { enableReading: Is.Yes, enableWithdrawals: Is.Yes };'],
    ['bot.yaml', 'binance:\n  ipRestrict: &t true\n  enableReading: true\n  enableWithdrawals: *t\n'],
    ['bot.yaml', 'binance:\n  enableReading: true\n  enableWithdrawals: &t true\n  ipRestrict: *t\n'],
  ])('nothing that others share, %s: %j', (filename, code) => {
    for (const { suggestions = [] } of lint(code, filename))
      expect(suggestions.map(({ messageId }) => messageId)).not.toContain('turnOff');
  });
});

describe('ignores', () => {
  const binance = 'binance api_key = "<key64:a>"';
  test.each([
    [
      'bot.xml',
      '<binance>\n  <apiKey><key64:a></apiKey>\n</binance>\n',
      '  <!-- bnguard-ignore api-key — say why this may stay -->\n',
    ],
    ['notes.md', '# Binance\n\nAPI key: <key64:a>\n', '<!-- bnguard-ignore api-key -- say why this may stay -->\n'],
    ['bot.bat', 'set BINANCE_API_KEY=<key64:a>\r\n', 'REM bnguard-ignore api-key -- say why this may stay\r\n'],
    ['bot.mq5', 'string binance_api_key = "<key64:a>";\n', '// bnguard-ignore'],
    ['bot.ini', '[binance]\napi_key = <key64:a>\n', '; bnguard-ignore'],
    ['.env.local', 'BINANCE_API_KEY=<key64:a>\n', '# bnguard-ignore'],
    ['Dockerfile', 'FROM node\nENV BINANCE_API_KEY=<key64:a>\n', '# bnguard-ignore'],
    ['bot.yaml', 'binance:\n  api_key: <key64:a>\n', '  # bnguard-ignore'],
    ['bot.yaml', 'x: |\n  text\nbinance:\n  api_key: <key64:a>\n', '  # bnguard-ignore'],
    ['bot.py', '"""Text."""\nfrom binance import Client\nc = Client("<key64:a>", s)\n', '# bnguard-ignore'],
    ['bot.php', '<?php\n$binanceApiKey = "<key64:a>";\n', '// bnguard-ignore'],
  ])('%s: %j', (filename, code, comment) => {
    expect(edits(code, filename)['ignore']?.after).toContain(comment);
  });

  test.each([
    ['app.jsx', 'export const a = <p>\n<Binance apiKey="<key64:a>" />\n</p>;\n'],
    ['app.jsx', 'export const a = <>\n{binance({ apiKey: "<key64:a>" })}\n</>;\n'],
    ['bot.py', `x = """\n${binance}\n"""\n`],
    ['bot.yaml', 'script: |\n  export BINANCE_API_KEY=<key64:a>\n'],
    ['bot.yaml', 'script: >-\n  a\n\n    binance_api_key: <key64:a>\n'],
    ['notes.md', '# Binance\n\n```sh\nexport BINANCE_API_KEY=<key64:a>\n```\n'],
    ['notes.md', '# Binance\n\n    export BINANCE_API_KEY=<key64:a>\n'],
    ['bot.py', 'binance_api_key = \\\n"<key64:a>"\n'],
    ['bot.sh', 'curl -H \\\n"X-MBX-APIKEY: <key64:a>" https://api.binance.com/api/v3/account\n'],
    ['bot.sh', 'cat > binance.ini <<EOF\n[binance]\napi_key=<key64:a>\nEOF\n'],
    ['bot.sh', 'curl https://api.binance.com -d \'{\n  "binanceApiKey": "<key64:a>"\n}\'\n'],
    ['bot.php', '<p>\nbinance api key: <key64:a>\n</p>\n<?php\n'],
    ['page.html', '<script>\nconst binanceApiKey = "<key64:a>";\n</script>\n'],
    ['bot.js', `// a\rconst binanceApiKey = '<key64:a>';\r`],
    ['bot.js', `// a\u2028const binanceApiKey = '<key64:a>';\n`],
    ['bot.rst', 'Binance\n=======\n\nbinance api_key = <key64:a>\n'],
    ['bot.m', "binance_api_key = '<key64:a>';\n"],
    ['bot.unknown', 'binance_api_key = "<key64:a>"\n'],
  ])('not in %s: %j', (filename, code) => {
    expect(edits(code, filename)).not.toHaveProperty('ignore');
  });

  test('not what is itself about an ignore comment', () => {
    const found = lint(`${spot}// bnguard-ignore api-key -- why\nnew Spot(process.env.KEY);`, 'bot.js');
    expect(found).toHaveLength(1);
    expect(found[0]!.suggestions ?? []).toEqual([]);
  });
});
