/**
 * Both fronts say the same: for every JavaScript and TypeScript example of the engine's rules and every such file of the
 * open corpora, what ESLint's tree brings finds what the text alone finds, in the same place and role.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parser } from 'typescript-eslint';
import { Linter, type Rule } from 'eslint';
import { describe, expect, test } from 'vitest';
import { conclude, expand, observe, rules, type Document, type Finding } from '@bnguard/engine';
import { readAst } from '../src/ast/read-ast.ts';

interface Case {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

const isProgram = /\.[cm]?[jt]sx?$/;

function* examples(): Generator<Case> {
  for (const { id, examples } of rules) {
    for (const kind of ['leaks', 'clean', 'missed'] as const) {
      for (const [index, example] of examples[kind].entries()) {
        const { path = '', text } = typeof example === 'string' ? { path: 'bot.ts', text: example } : example;
        if (isProgram.test(path)) yield { name: `${id}, ${kind} ${index}`, path, text };
      }
    }
  }
}

function* corpus(): Generator<Case> {
  for (const half of ['corpus/open', 'settings/open']) {
    const folder = fileURLToPath(new URL(`../../../fixtures/${half}/`, import.meta.url));
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.txtar'))) {
      const parts = readFileSync(folder + file, 'utf8').split(/^-- (.+) --\n/m);
      for (let at = 1; at < parts.length; at += 2) {
        const path = parts[at]!;
        if (isProgram.test(path)) yield { name: `${half}/${file}`, path, text: parts[at + 1]! };
      }
    }
  }
}

const told = ({ rule, role, start, end }: Finding): string =>
  `${rule} ${role} ${start.line}:${start.column}-${end.line}:${end.column}`;

/** What the front of ESLint finds; undefined where ESLint cannot parse the text. */
function ofTree(document: Document): readonly Finding[] | undefined {
  let found: readonly Finding[] | undefined;
  const look: Rule.RuleModule = {
    create: ({ sourceCode }) => ({
      Program: () => {
        found = conclude(observe(document, readAst(sourceCode as never))).findings;
      },
    }),
  };
  new Linter().verify(
    document.text,
    [
      {
        files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
        plugins: { law: { rules: { look } } },
        rules: { 'law/look': 'error' },
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(document.path) } } },
        linterOptions: { reportUnusedDisableDirectives: 'off' },
      },
    ],
    { filename: document.path.replace(/^.*\//, '') },
  );
  return found;
}

const documentOf = (path: string, template: string): Document => ({
  path,
  text: expand(template).text,
  origin: { kind: 'editor' },
});

describe('both fronts', () => {
  const all = [...examples(), ...corpus()];

  test('there is enough to compare', () => {
    expect(all.length).toBeGreaterThan(250);
    expect(all.filter((one) => ofTree(documentOf(one.path, one.text)) !== undefined).length).toBeGreaterThan(240);
  });

  test.each(all)('agree on $name', (one) => {
    const document = documentOf(one.path, one.text);
    const found = ofTree(document);
    if (found) expect(new Set(found.map(told))).toEqual(new Set(conclude(observe(document)).findings.map(told)));
  });

  // What only scopes and folding tell: the text front finds these values, and not what they are passed to.
  const imports = "import { Spot as S } from '@binance/connector';\n";
  test.each([
    ['an import under another name', "new S('<key64:a>', '<key64:b>');"],
    ['a constant', "const one = '<key64:a>', two = '<key64:b>';\nnew S(one, two);"],
    [
      'parts of an object',
      "const x = { k: '<key64:a>', s: '<key64:b>' };\nconst { k: one, s: two } = x;\nnew S(one, two);",
    ],
    ['members of an object', "const x = { k: '<key64:a>', s: '<key64:b>' };\nnew S(x.k, x['s']);"],
    ['a list that is spread', "const x = ['<key64:a>', '<key64:b>'];\nnew S(...x);"],
    ['an enumeration', "enum E { A = '<key64:a>', B = '<key64:b>' }\nnew S(E.A, E.B);"],
    ['static fields', "class C { static a = '<key64:a>'; static b = '<key64:b>' }\nnew S(C.a, C.b);"],
    ['defaults', "new S(process.env.A ?? '<key64:a>', process.env.B || '<key64:b>');"],
    ['branches', "new S(live ? '<key64:a>' : a, live ? '<key64:b>' : b);"],
    ['casts', "new S('<key64:a>' as string, ('<key64:b>' satisfies string)!);"],
    ['base64', "new S(atob('<key64:a|base64>'), Buffer.from('<key64:b|base64>', 'base64').toString());"],
    ['a text that is reversed', "new S('<key64:a|reversed>'.split('').reverse().join(''), '<key64:b>');"],
    [
      'texts that are joined',
      "new S(['<key64:a[0,30]>', '<key64:a[30,]>'].join(''), '<key64:b[0,30]>'.concat('<key64:b[30,]>'));",
    ],
    ['another name of the class', "const T = S;\nnew T('<key64:a>', '<key64:b>');"],
    ['defaults of parameters', "function f(a = '<key64:a>', b = '<key64:b>') {\n  return new S(a, b);\n}"],
  ])('%s', (_, code) => {
    const found = ofTree(documentOf('bot.ts', imports + code))!;
    expect(found.map(({ role, confidence }) => [role, confidence]).sort()).toEqual([
      ['api-key', 'certain'],
      ['secret', 'certain'],
    ]);
    expect(found.every(({ message }) => message.includes('Spot'))).toBe(true);
  });

  // Each alone in its file: nothing else there looks like a value.
  test.each([
    ['concat', "new S('<key64:a[0,30]>'.concat('<key64:a[30,]>'));"],
    ['concat of the empty text', "new S(''.concat('<key64:a[0,30]>', '<key64:a[30,]>'));"],
    ['casts around halves', "new S(('<key64:a[0,30]>' satisfies string) + ('<key64:a[30,]>' as unknown as string)!);"],
    ['hex', "new S(Buffer.from('<key64:a|hex>', 'hex').toString());"],
    ['static fields', "class K { static a = '<key64:a[0,30]>'; static b = '<key64:a[30,]>' }\nnew S(K.a + K.b);"],
    [
      'fields of this',
      "class K { a = '<key64:a[0,30]>'; b = '<key64:a[30,]>'; make() { return new S(this.a + this.b); } }",
    ],
    [
      'a list that is taken apart',
      "const [a, b] = ['<key64:a[0,30]>', '<key64:a[30,]>'];\nconst f = () => new S(a + b);",
    ],
    ['members of an enumeration', "enum E { P = '<key64:a[0,30]>', Q = '<key64:a[30,]>' }\nnew S(E.P + E.Q);"],
    ['a comment between halves', "new S('<key64:a[0,30]>' /* why */ + '<key64:a[30,]>');"],
    ['a template', "const p = '<key64:a[0,30]>';\nnew S(`${p}<key64:a[30,]>`);"],
    ['a spread object', "const o = { ...{ p: '<key64:a[0,30]>' }, q: '<key64:a[30,]>' };\nnew S(o.p + o.q);"],
    [
      'base64 in halves',
      "const h = '<key64:a|base64>'.slice(0, 44);\nnew S(Buffer.from(h + '<key64:a|base64>'.slice(44), 'base64').toString());",
    ],
  ])('%s, alone', (_, code) => {
    const found = ofTree(documentOf('bot.ts', imports + code))!;
    expect(found.map(({ role }) => role)).toContain('api-key');
  });
});
