// One file of each language, under the oldest and the newest ESLint that the plugin is for.
import css from '@eslint/css';
import json from '@eslint/json';
import markdown from '@eslint/markdown';
import { Linter as Newest } from 'eslint';
import { Linter as Oldest } from 'eslint-9';
import toml from 'eslint-plugin-toml';
import yml from 'eslint-plugin-yml';
import { parser } from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { expand } from '@bnguard/engine';
import plugin from '../src/index.ts';
import { places } from './cases.ts';

const languages = [
  { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parser } },
  { files: ['**/*.json'], plugins: { json }, language: 'json/json' },
  { files: ['**/*.jsonc'], plugins: { json }, language: 'json/jsonc' },
  { files: ['**/*.json5'], plugins: { json }, language: 'json/json5' },
  { files: ['**/*.md'], plugins: { markdown }, language: 'markdown/gfm' },
  { files: ['**/*.css'], plugins: { css }, language: 'css/css' },
  { files: ['**/*.yaml'], plugins: { yml }, language: 'yml/yaml' },
  { files: ['**/*.toml'], plugins: { toml }, language: 'toml/toml' },
];

const samples: Readonly<Record<string, string>> = {
  'bot.js': "const { Spot } = require('@binance/connector');\nnew Spot('<key64:a>', '<key64:b>');\n",
  'bot.ts': "import { Spot } from '@binance/connector';\nnew Spot('<key64:a>' as string, '<key64:b>');\n",
  'app.tsx': 'export const el = <Binance apiKey="<key64:a>" apiSecret="<key64:b>" />;\n',
  'bot.json': '{ "binance": { "apiKey": "<key64:a>", "apiSecret": "<key64:b>" } }\n',
  'bot.jsonc': '{ "binance": { "apiKey": "<key64:a>", /* x */ "apiSecret": "<key64:b>" } }\n',
  'bot.json5': "{ binance: { apiKey: '<key64:a>', apiSecret: '<key64:b>' } }\n",
  'notes.md': '# Binance\n\nAPI key: <key64:a>\nSecret key: <key64:b>\n',
  'site.css': '/* binance api key: <key64:a> binance secret key: <key64:b> */\na { color: red }\n',
  'bot.yaml': 'binance:\n  api_key: <key64:a>\n  api_secret: <key64:b>\n',
  'bot.toml': '[binance]\napi_key = "<key64:a>"\napi_secret = "<key64:b>"\n',
  '.env': 'BINANCE_API_KEY=<key64:a>\nBINANCE_API_SECRET=<key64:b>\n',
  'bot.py': 'from binance.client import Client\nclient = Client("<key64:a>", "<key64:b>")\n',
  'main.go':
    'package main\nimport "github.com/adshao/go-binance/v2"\nvar c = binance.NewClient("<key64:a>", "<key64:b>")\n',
  Dockerfile: 'FROM node\nENV BINANCE_API_KEY=<key64:a> BINANCE_API_SECRET=<key64:b>\n',
  'bot.properties': 'binance.api.key=<key64:a>\nbinance.api.secret=<key64:b>\n',
};

describe.each([
  ['9.38', Oldest],
  ['10', Newest as unknown as typeof Oldest],
])('ESLint %s', (version, Linter) => {
  test('is that version', () => {
    expect(Linter.version.startsWith(version)).toBe(true);
  });

  const lint = (text: string, filename: string) => {
    // Each config has types of its own ESLint.
    const config: any = [...plugin.configs.recommended, ...plugin.configs.files, ...languages];
    const problems = new Linter({ cwd: '/nowhere' }).verify(text, config, {
      filename: `/nowhere/${filename}`,
    });
    return problems.map(({ ruleId, line, column, endLine, endColumn, message }) => {
      expect(message, message).toMatch(/^Binance (?:API|secret) key .+\. Delete it at Binance/);
      return { ruleId, line, column, endLine, endColumn };
    });
  };

  const variants: readonly (readonly [string, (template: string) => string])[] = [
    ['as it is', (template) => template],
    ['with a byte-order mark', (template) => `\ufeff${template}`],
    ['with CRLF', (template) => template.replaceAll('\n', '\r\n')],
  ];
  for (const [filename, sample] of Object.entries(samples)) {
    test.each(variants)(`${filename}, %s`, (_, made) => {
      const template = made(sample);
      const wanted = places(template.replace(/^\ufeff/, '')).map((place) => ({
        ruleId: 'bnguard/no-hardcoded-credentials',
        ...place,
      }));
      expect(wanted).toHaveLength(2);
      expect(lint(expand(template).text, filename)).toEqual(wanted);
    });
  }

  test('characters of two code units before a value', () => {
    const template =
      "/* 🔑🔑 */ import { Spot } from '@binance/connector';\n/* 🔑 */ new Spot('<key64:a>', '<key64:b>');";
    expect(lint(expand(template).text, 'bot.js')).toEqual(
      places(template).map((place) => ({ ruleId: 'bnguard/no-hardcoded-credentials', ...place })),
    );
  });
});
