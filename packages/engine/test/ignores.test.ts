/** A comment that is meant to set a finding aside and does not is told, with what is wrong. */
import { expect, test } from 'vitest';
import { detect } from '../src/index.ts';
import { expand } from '../src/examples.ts';

function told(comment: string): { rules: string[]; messages: string[] } {
  const text = expand(`const binanceSecretKey = "<key64:ignored.a>"; // ${comment}\n`).text;
  const { findings } = detect({ path: 'bot.js', text, origin: { kind: 'file' } });
  return {
    rules: findings.map(({ rule }) => rule).sort(),
    messages: findings.filter(({ rule }) => rule === 'unused-ignore').map(({ message }) => message),
  };
}

test.each([
  'bnguard-ignore secret-key was revoked in March',
  'bnguard-ignore secret-key: dead',
  'bnguard-ignore * -- dead',
  'bnguard-ignore-line secret-key -- dead',
  'bnguard-ignore-next-line secret-key -- dead',
  'bnguard:ignore secret-key -- dead',
  'bnguard ignore secret-key -- dead',
  'bnguard: ignore',
  'bnguard-disable secret-key -- dead',
  'bnguard-ignore: secret_key -- dead',
  'Bnguard-ignore secret-key -- dead',
  'bnguard-ignore Secret-Key -- dead',
  'bnguard-ignore "secret-key" -- dead',
  'bnguard-ignore rule=secret-key',
  'bnguard: disable=secret-key',
  'bnguard-ignore-all',
])('%s', (comment) => {
  const { rules, messages } = told(comment);
  expect(rules).toEqual(['secret-key', 'unused-ignore']);
  expect(messages).toEqual([
    'The ignore comment is not read, since it is written otherwise than bnguard-ignore RULE -- reason',
  ]);
});

test.each([
  'bnguard ignores other things',
  'bnguard allows this',
  'see bnguard ignore comments',
  'ask bnguard: ignore it?',
  'bnguard',
  'bnguard skip dependencies: handled in the other job',
  'bnguard: allow-incomplete is set on purpose',
  'bnguard ignore list lives in bnguard.config.json',
  'bnguard ignore: this tool is our secret scanner, see README',
  'bnguard skip = false would be the default',
  'bnguard-ignore comments are described in docs/rules.md',
])('%s: a sentence is none', (comment) => {
  expect(told(comment)).toEqual({ rules: ['secret-key'], messages: [] });
});

test('what is read sets aside, and a rule that does not exist is asked about', () => {
  expect(told('bnguard-ignore secret-key -- dead').rules).toEqual([]);
  expect(told('bnguard-ignore secretkeys -- dead').messages).toEqual([
    'The ignore comment for secretkeys matches nothing; there is no rule secretkeys (did you mean secret-key?)',
  ]);
});

test('what is not read leads no other comment past it', () => {
  const over = (between: string): string[] => {
    const text = expand(
      `# bnguard-ignore secret-key -- dead\n${between}\nBINANCE_SECRET_KEY = "<key64:ignored.b>"\n`,
    ).text;
    return detect({ path: 'bot.py', text, origin: { kind: 'file' } }).findings.map(({ rule }) => rule);
  };
  expect(over('# bnguard-disable')).toContain('secret-key');
  expect(over('# bnguard-ignore')).toContain('secret-key');
  expect(over('# bnguard-ignore api-key -- another')).not.toContain('secret-key');
});

test('a comment whose opening never ends is passed over', () => {
  const text = `/*${'!'.repeat(300_000)}${'\nbnguard-disable'.repeat(100_000)}\n*/\n// bnguard-ignore api-key -- dead\n`;
  expect(detect({ path: 'a.js', text, origin: { kind: 'file' } }).findings.map(({ rule }) => rule)).toEqual([
    'unused-ignore',
  ]);
});
