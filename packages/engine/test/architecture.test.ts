// The lines that the architecture draws, as far as imports can show them. That the engine uses no clock, no chance
// and no process is eslint.config.mjs's to say.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(`${src}/${name}`, 'utf8') }));

/** Statements only: rule examples and tables hold imports of other programs in their strings. */
const statement =
  /^(?:import|export)\s+(?:type\s+)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+(?:,\s*\{[^}]*\})?)\s+from\s+'([^']+)'/gm;
const other = /^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf(text: string): string[] {
  return [statement, other].flatMap((form) => [...text.matchAll(form)].map(([, a, b]) => a ?? b ?? ''));
}

describe('the engine is pure', () => {
  test.each(sources)('$name imports only parsers, the IP library and node:crypto', ({ text }) => {
    const outside = importsOf(text).filter((module) => !module.startsWith('.'));
    const allowed = ['node:crypto', 'jsonc-parser', 'yaml', 'toml-eslint-parser', 'ipaddr.js'];
    expect(outside.filter((module) => !allowed.includes(module))).toEqual([]);
  });
});

test('rules do not import each other', () => {
  const rules = sources.filter(({ name, text }) => name.startsWith('rules/') && /: Rule = \{/.test(text));
  const ids = rules.map(({ name }) => `./${name.slice('rules/'.length)}`);
  for (const { name, text } of rules) {
    expect(
      importsOf(text).filter((module) => ids.includes(module)),
      name,
    ).toEqual([]);
  }
});

test('a raw value is revealed in few files only', () => {
  const files = sources.filter(({ text }) => /\.reveal\(\)/.test(text)).map(({ name }) => name);
  expect(files.filter((name) => !['observe.ts'].includes(name))).toEqual([]);
});
