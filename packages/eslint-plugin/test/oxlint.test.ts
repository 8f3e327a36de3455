// oxlint runs the rules for JavaScript and TypeScript by its interface for ESLint's plugins, which it calls alpha.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { expand } from '@bnguard/engine';
import plugin from '../src/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'bnguard-oxlint-'));
afterAll(() => rmSync(project, { recursive: true, force: true }));

test('finds keys in JavaScript and TypeScript, with the same words', () => {
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(root, join(project, 'node_modules/eslint-plugin-bnguard'));
  const rules = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`bnguard/${name}`, 'error']));
  writeFileSync(join(project, '.oxlintrc.json'), JSON.stringify({ jsPlugins: ['eslint-plugin-bnguard'], rules }));
  const code = "import { Spot as S } from '@binance/connector';\nconst one = '<key64:a>';\nnew S(one, '<key64:b>');\n";
  const { text, placements } = expand(code);
  for (const name of ['a.js', 'b.ts']) writeFileSync(join(project, name), text);
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/oxlint'),
    ['--format', 'json', 'a.js', 'b.ts'],
    {
      cwd: project,
      encoding: 'utf8',
    },
  );
  expect(status, stderr).toBe(1);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { message: string; filename: string; labels: any[] }[] };
  const found = diagnostics.filter(({ message }) => message.startsWith('Binance'));
  expect(found.map(({ filename }) => filename).sort()).toEqual(['a.js', 'a.js', 'b.ts', 'b.ts']);
  for (const { filename, labels, message } of found) {
    const { line, column } = labels[0].span;
    const places = placements.map(({ span }) => {
      const before = text.slice(0, span.start).split('\n');
      return `${before.length}:${before.at(-1)!.length + 1}`;
    });
    expect(places, filename).toContain(`${line}:${column}`);
    expect(message).toMatch(/Binance (?:API|secret) key passed as argument [12] of new Spot/);
  }
});
