// The plugin as such: its shape, what it loads, its options, broken and hostile input, the repository's decisions.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import markdown from '@eslint/markdown';
import { ESLint, Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { afterAll, describe, expect, test } from 'vitest';
import { expand, rules as engineRules } from '@bnguard/engine';
import plugin from '../src/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'bnguard-eslint-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const leak = expand("import { Spot } from '@binance/connector';\nnew Spot('<key64:a>', '<key64:b>');\n").text;
const config = (...more: object[]) => [...plugin.configs.recommended, ...plugin.configs.files, ...more] as never;
const lint = (text: string, filename = 'bot.js', ...more: object[]) =>
  new Linter({ cwd: work }).verify(text, config(...more), { filename: join(work, filename) });

describe('the plugin', () => {
  test('names itself', () => {
    expect(plugin.meta).toEqual({ name: 'eslint-plugin-bnguard', version, namespace: 'bnguard' });
  });

  test('has a rule of the engine behind every finding', () => {
    const known = new Set(engineRules.map(({ id }) => id));
    for (const { meta } of Object.values(plugin.rules)) {
      expect(meta.docs!.finds.filter((id) => !known.has(id))).toEqual([]);
      expect(meta.hasSuggestions).toBe(true);
    }
  });

  test.each(Object.entries(plugin.rules))('the examples of %s are what they say', (name, { meta }) => {
    const ids = (template: string): (string | null)[] =>
      lint(expand(template).text, 'bot.ts', { files: ['**/*.ts'], languageOptions: { parser } }).map(
        ({ ruleId }) => ruleId,
      );
    expect(new Set(ids(meta.docs!.wrong))).toEqual(new Set([`bnguard/${name}`]));
    expect(ids(meta.docs!.right)).toEqual([]);
  });

  test('shows each finding of a document in one rule', () => {
    const shown = Object.values(plugin.rules).flatMap(({ meta }) => meta.docs!.finds);
    expect(new Set(shown).size).toBe(shown.length);
  });

  test('loads neither ESLint nor TypeScript', () => {
    const script = `
      import { createRequire } from 'node:module';
      const plugin = await import(${JSON.stringify(join(root, 'bundle/index.js'))});
      const cached = Object.keys(createRequire(import.meta.url).cache);
      console.log(JSON.stringify(cached.filter((path) => /node_modules\\/(?:eslint|typescript)\\//.test(path))));
      console.log(Object.keys(plugin.default.rules).length);`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(printed.trim().split('\n')).toEqual(['[]', String(Object.keys(plugin.rules).length)]);
  });

  test('has at most 60 KB of code of its own', () => {
    const bytes = statSync(join(root, 'bundle/index.js')).size;
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(60_000);
  });

  test.each(['recommended', 'strict', 'all', 'files'] as const)('can be extended by name: bnguard/%s', async (name) => {
    const eslint = new ESLint({
      cwd: work,
      overrideConfigFile: true,
      overrideConfig: [
        { files: ['**/*'], plugins: { bnguard: plugin as never }, rules: {} },
        ...(plugin.configs[name] as never[]),
      ],
    });
    const file = name === 'files' ? 'bot.py' : 'bot.js';
    const text = name === 'files' ? leak.replace(/^.*\n/, 'from binance import Client\n') : leak;
    const [result] = await eslint.lintText(text, { filePath: join(work, file) });
    expect(result!.errorCount).toBe(2);
  });

  test('two copies do not disturb each other', () => {
    const other = { ...plugin, meta: { ...plugin.meta, namespace: 'other' } };
    const found = lint(leak, 'bot.js', { plugins: { other }, rules: { 'other/no-hardcoded-credentials': 'error' } });
    expect(found.map(({ ruleId }) => ruleId).sort()).toEqual([
      'bnguard/no-hardcoded-credentials',
      'bnguard/no-hardcoded-credentials',
      'other/no-hardcoded-credentials',
      'other/no-hardcoded-credentials',
    ]);
  });
});

describe('options', () => {
  const withOptions = (options: object) =>
    lint(leak, 'bot.js', { rules: { 'bnguard/no-hardcoded-credentials': ['error', options] } });

  test.each([
    [{ minSeverity: 'severe' }, /option minSeverity is one of info, low/],
    [{ minConfidence: 3 }, /option minConfidence is one of possible, likely/],
    [{ minSevrity: 'high' }, /minSevrity/],
  ])('%j is refused by name', (options, message) => {
    expect(() => withOptions(options)).toThrow(message);
  });

  test('every property is described', () => {
    for (const { meta } of Object.values(plugin.rules)) {
      const [schema] = meta.schema as unknown as [{ properties: Record<string, { description?: string }> }];
      for (const property of Object.values(schema.properties)) expect(property.description).toMatch(/\w/);
    }
  });

  test('a severity hides what is below', () => {
    expect(withOptions({ minSeverity: 'critical' })).toHaveLength(2);
    expect(
      lint(expand("const binanceApiKey = '<key64:a>';").text, 'bot.js', {
        rules: { 'bnguard/no-hardcoded-credentials': ['error', { minSeverity: 'high' }] },
      }),
    ).toEqual([]);
  });
});

describe('comments', () => {
  test.each([
    [
      'bot.py',
      'from binance import Client\nc = Client("<key64:a>", "<key64:b>")  # eslint-disable-line bnguard/no-hardcoded-credentials -- x\n',
    ],
    ['bot.py', 'from binance import Client\n# eslint-disable-next-line\nc = Client("<key64:a>", "<key64:b>")\n'],
    [
      'bot.go',
      'package main\nimport "github.com/adshao/go-binance/v2"\n// eslint-disable-next-line bnguard/no-hardcoded-credentials\nvar c = binance.NewClient("<key64:a>", "<key64:b>")\n',
    ],
    [
      'bot.sql',
      "-- eslint-disable bnguard/no-hardcoded-credentials\nINSERT INTO binance (api_key, api_secret) VALUES ('<key64:a>', '<key64:b>');\n",
    ],
    ['bot.ini', '; eslint-disable\n[binance]\napi_key = <key64:a>\napi_secret = <key64:b>\n'],
    ['bot.xml', '<binance>\n<!-- eslint-disable-next-line -->\n<apiKey><key64:a></apiKey>\n</binance>\n'],
    [
      'bot.py',
      'from binance import Client\n# bnguard-ignore api-key, secret-key -- revoked\nc = Client("<key64:a>", "<key64:b>")\n',
    ],
    [
      'bot.js',
      "require('node-binance-api')().options({ APIKEY: '<key64:a>' }); // bnguard-ignore api-key -- revoked\n",
    ],
  ])('%s: %j', (filename, template) => {
    const { text } = expand(template);
    expect(lint(text, filename)).toEqual([]);
    const bare = text.replace(/(?:#|\/\/|--|;|<!--) (?:eslint-disable|bnguard-ignore).*/, '');
    expect(lint(bare, filename).length).toBeGreaterThan(0);
  });

  test('a directive that hides nothing is reported where the user wants so', () => {
    const found = lint('# eslint-disable-next-line bnguard/no-hardcoded-credentials\nx = 1\n', 'bot.py', {
      linterOptions: { reportUnusedDisableDirectives: 'error' },
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ line: 1 });
  });
});

describe('what the repository decided', () => {
  const project = (name: string, files: Readonly<Record<string, string>>): string => {
    const top = join(work, name);
    mkdirSync(join(top, '.git'), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(top, file), text);
    return top;
  };
  const lintIn = (top: string, file: string) =>
    new Linter({ cwd: top }).verify(leak, config(), { filename: join(top, file) });

  test('ignore entries and thresholds of bnguard.config.yaml count', () => {
    const top = project('ignores', { 'bnguard.config.yaml': 'ignore:\n  - paths: [old/**]\n    reason: revoked\n' });
    mkdirSync(join(top, 'old'));
    expect(lintIn(top, 'old/bot.js')).toEqual([]);
    expect(lintIn(top, 'bot.js')).toHaveLength(2);
  });

  test('a change of the configuration counts at once', () => {
    const top = project('changes', { 'bnguard.config.json': '{}' });
    expect(lintIn(top, 'bot.js')).toHaveLength(2);
    writeFileSync(join(top, 'bnguard.config.json'), '{ "ignore": [{ "paths": ["bot.js"], "reason": "revoked" }] }');
    expect(lintIn(top, 'bot.js')).toEqual([]);
  });

  test('a mistake in it is told once, with its place, and the file is looked at all the same', () => {
    const top = project('mistake', { 'bnguard.config.yaml': 'ignroe: []\n' });
    const found = lintIn(top, 'bot.js');
    expect(found.filter(({ messageId }) => messageId === 'problem')).toHaveLength(1);
    expect(found[0]!.message).toMatch(/bnguard\.config\.yaml:1:1: .*ignroe.*Did you mean ignore/i);
    expect(found).toHaveLength(3);
  });

  test('no message about it holds a value', () => {
    const { text: value } = expand('<key64:a>');
    const top = project('value', { 'bnguard.config.json': `{ "${value}": 1 }` });
    const [problem] = lintIn(top, 'bot.js').filter(({ messageId }) => messageId === 'problem');
    expect(problem!.message).toContain('bnguard.config.json:1:');
    for (let at = 0; at + 8 <= value.length; at++) expect(problem!.message).not.toContain(value.slice(at, at + 8));
  });

  test('another baseline that the configuration names is read anew when it changes', () => {
    const top = project('other', { 'bnguard.config.json': '{ "baseline": "b.json" }' });
    expect(lintIn(top, 'bot.js')).toHaveLength(2);
    writeFileSync(join(top, 'b.json'), 'no data');
    expect(lintIn(top, 'bot.js').filter(({ messageId }) => messageId === 'problem')).toHaveLength(1);
  });

  test('the baseline counts', () => {
    const top = project('baseline', {});
    writeFileSync(join(top, 'bot.js'), leak);
    execFileSync(process.execPath, [join(root, '../cli/dist/bin.cjs'), 'baseline', '--reason', 'revoked in May', '.'], {
      cwd: top,
      stdio: 'pipe',
    });
    expect(lintIn(top, 'bot.js')).toEqual([]);
  });
});

describe('broken and hostile input', () => {
  test('a syntax error is ESLint’s to tell; as text the file is looked at all the same', () => {
    const broken = `${leak}\nconst = ;`;
    expect(lint(broken)).toMatchObject([{ fatal: true }]);
    const asText = lint(broken, 'bot.js', { files: ['**/*.js'], language: 'bnguard/text' });
    expect(asText).toHaveLength(2);
  });

  // ESLint itself takes a minute for 5 MB of small statements; data is what such files hold.
  test.each(['bot.js', 'bot.py'])('5 MB in %s', (filename) => {
    const [open, close] = filename === 'bot.js' ? ['`', '`;'] : ['"""', '"""'];
    const data = 'Lorem ipsum dolor sit amet 0123456789, binance withdraw.\n'.repeat(90_000);
    const start =
      filename === 'bot.js' ? leak : leak.replace(/^.*\n/, 'from binance import Client\n').replace('new ', 'c = ');
    expect(lint(`${start}${open}${data}${close}\n`, filename)).toHaveLength(2);
  });

  test.each([
    ['parentheses', `${'('.repeat(500)}1${')'.repeat(500)}`],
    ['lists', `${'['.repeat(500)}${']'.repeat(500)}`],
    ['objects', `(${'{ a: '.repeat(300)}1${'}'.repeat(300)})`],
    ['sums', Array(1000).fill("'x'").join(' + ')],
    ['branches', `${'a ? 1 : '.repeat(500)}2`],
    ['calls', `f${'(1)'.repeat(500)}`],
    ['members', `f${'.a'.repeat(1000)}`],
  ])('deep %s', (_, expression) => {
    expect(lint(`${leak}\nvar deep = ${expression};`)).toHaveLength(2);
  });

  test('names that stand for sums of names', () => {
    const names = Array.from({ length: 12 }, (_, i) => `const n${i + 1} = ${Array(30).fill(`n${i}`).join(' + ')};`);
    expect(lint(`${leak}\nconst n0 = 'x';\n${names.join('\n')}\nnew Spot(n12, n12);`)).toHaveLength(2);
  });

  // What grows faster than the text would not end at these sizes.
  const K = expand('<key64:a>').text;
  const chain = (count: number, next: (before: string) => string, first: string): string =>
    Array.from({ length: count }, (_, i) => `const n${i + 1} = ${next(`n${i}`)};`).reduce(
      (all, one) => `${all}\n${one}`,
      `const n0 = ${first};`,
    );
  test.each([
    ['templates of templates', chain(6, (one) => `\`${`\${${one}}`.repeat(60)}\``, `'${'x'.repeat(1000)}'`)],
    ['joined lists of joined lists', chain(6, (one) => `[${`${one},`.repeat(60)}].join('')`, `'${'x'.repeat(1000)}'`)],
    ['objects that spread an object twice', chain(40, (one) => `{ ...${one}, ...${one} }`, '{ a: 1 }')],
    ['lists of two that hold lists of two', `const n = ${'["ab",'.repeat(60)}1${']'.repeat(60)};`],
    [
      'a name in objects that spread many times',
      `${chain(10, (one) => `{ ${`...${one},`.repeat(30)} }`, '{ a: 1 }')}\nf(n10.zip);`,
    ],
    ['a row of slashes', `${'/'.repeat(200)}\nexport const binanceSecret = '${K}';`],
    ['many comments at the top', `${'/** a */\n'.repeat(200)}export const binanceSecret = '${K}';`],
    ['numbers that are no characters', 'const n = String.fromCharCode(65.5, -1, 1e9);'],
  ])('%s', (_, code) => {
    expect(lint(`${code}\n${leak}`, 'bot.mjs').every(({ fatal }) => !fatal)).toBe(true);
  });

  test.each([
    ['a directive and blanks', `# eslint-disable${' '.repeat(100_000)}x`],
    ['blank lines', '\n'.repeat(200_000)],
  ])('%s in a text', (_, text) => {
    expect(lint(`${text}\nc = binance.Client("${K}", 1)\n`, 'bot.py').length).toBeGreaterThan(0);
  });

  test('an address is no comment', () => {
    expect(lint(`URL=http://x//eslint-disable\nBINANCE_API_KEY=${K}\n`, '.env')).toHaveLength(1);
  });

  test('parts of files that a processor makes', () => {
    const found = new Linter({ cwd: work }).verify(
      `# Binance\n\n\`\`\`js\n${leak}\`\`\`\n`,
      [...(markdown.configs['processor'] as object[]), ...plugin.configs.recommended] as never,
      { filename: join(work, 'README.md') },
    );
    expect(found.filter(({ ruleId }) => ruleId === 'bnguard/no-hardcoded-credentials')).toHaveLength(2);
  });

  test('names that stand for themselves', () => {
    const text = `${leak}\nconst a = { ...a, b: a.b };\nconst c = d;\nconst d = c;\nconst { e } = e;\nnew Spot(a.b, c, e, ...a);`;
    expect(lint(text)).toHaveLength(2);
  });

  test('no message and no suggestion holds a value', () => {
    const template =
      "const binanceSecretKey = '<key64:a>';\nnew (require('@binance/connector').Spot)('<key64:b>', binanceSecretKey);";
    const { text, placements } = expand(template);
    const found = lint(text, 'bot.ts', { files: ['**/*.ts'], languageOptions: { parser } });
    expect(found.length).toBeGreaterThan(1);
    const said = JSON.stringify(
      found.map(({ message, suggestions = [] }) => [message, suggestions.map(({ desc, fix }) => [desc, fix.text])]),
    );
    for (const { value } of placements) {
      for (let at = 0; at + 8 <= value.length; at++) expect(said).not.toContain(value.slice(at, at + 8));
    }
  });
});
