/** What the tests of rules share: texts with placeholders for keys, and the testers. */
import { RuleTester } from '@typescript-eslint/rule-tester';
import { RuleTester as Newest } from 'eslint';
import { RuleTester as Oldest } from 'eslint-9';
import { parser } from 'typescript-eslint';
import { afterAll, describe, it } from 'vitest';
import { expand } from '@bnguard/engine';
import type { BnguardRule, MessageId, Options } from '../src/define-rule.ts';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;

/** JavaScript and TypeScript, with JSX. */
const tester = new RuleTester({ languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } });

export type Tests = Parameters<typeof tester.run<MessageId, readonly [Options?]>>[2];

/** ESLint's own testers: of the oldest and the newest that the plugin is for. */
const others = [Oldest, Newest].map((Tester) => {
  Tester.describe = describe;
  Tester.it = it;
  return new Tester({ languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } });
});

/** Tests a rule by typescript-eslint's tester, whose types are of a release of its own, and by ESLint's two. */
export function run(name: string, rule: BnguardRule, tests: Tests): void {
  tester.run(name, rule as never, tests);
  for (const other of others) other.run(name, rule as never, tests as never);
}

/** The text with its placeholders expanded. */
export const text = (template: string): string => expand(template).text;

/** Where placeholders and marks stand, as ESLint has places: lines and columns from 1. */
export function places(template: string): { line: number; column: number; endLine: number; endColumn: number }[] {
  const expanded = expand(template);
  const at = (offset: number): [number, number] => {
    const before = expanded.text.slice(0, offset).split('\n');
    return [before.length, before.at(-1)!.length + 1];
  };
  return expanded.placements
    .filter(({ credential }) => credential)
    .map(({ span }) => {
      const [line, column] = at(span.start);
      const [endLine, endColumn] = at(span.end);
      return { line, column, endLine, endColumn };
    });
}

type Output = { readonly messageId: never; readonly output: string; readonly data?: Readonly<Record<string, string>> };

/** A suggestion as testers expect it. */
export function suggestion(messageId: string, output: string, data?: Readonly<Record<string, string>>): Output {
  return { messageId: messageId as never, output: text(output), ...(data && { data }) };
}

/** The code with an ignore comment above a line (1-based). */
export function ignored(code: string, rule: string, line: number, open = '//', close = ''): Output {
  const lines = code.split('\n');
  const indent = /^\s*/.exec(lines[line - 1]!)![0];
  lines.splice(line - 1, 0, `${indent}${open} bnguard-ignore ${rule} -- say why this may stay${close}`);
  return suggestion('ignore', lines.join('\n'));
}
