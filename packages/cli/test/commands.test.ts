// The commands that scan nothing: rules, explain, and the schemas that are published.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { rules } from '@bnguard/engine';
import { expand } from '../../engine/src/examples.ts';
import { schemas } from '../src/schema.ts';
import { folderWith, runIn } from './fake-terminal.ts';

describe('bnguard rules', () => {
  test('lists every rule with severity and title, within 80 columns', async () => {
    const { code, stdout } = await runIn('/', ['rules']);
    expect(code).toBe(0);
    for (const { id, severity } of rules) expect(stdout).toMatch(new RegExp(`^${id} +${severity} +\\S`, 'm'));
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('--format json', async () => {
    const listed = JSON.parse((await runIn('/', ['rules', '--format', 'json'])).stdout) as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });
});

describe('bnguard explain RULE', () => {
  test.each(rules.map(({ id }) => id))('%s', async (id) => {
    const { code, stdout } = await runIn('/', ['explain', id]);
    expect(code).toBe(0);
    expect(stdout).toContain('What to do\n  1. ');
    expect(stdout).not.toMatch(/<\w+:[a-z]/);
  });
});

test.each(['6344e7', 'a'.repeat(32), '2MaC', '2MaC…'])('explain %s: a finding is in a report', async (what) => {
  const { code, stderr } = await runIn(folderWith(), ['explain', what]);
  expect(code).toBe(2);
  expect(stderr.replace(/\s+/g, ' ')).toContain(`bnguard explain ${what} --report report.json`);
});

describe('bnguard explain --text', () => {
  const text = expand('const secret = "<key64:a>";').text;

  test('shows clues with their bits, sums and what is missing', async () => {
    const { code, stdout } = await runIn(folderWith(), ['explain', '--text', text, '--filename', 'bot.js']);
    const piped = await runIn(folderWith(), ['explain', '--text', '-', '--filename', 'bot.js'], [], {
      stdin: Readable.from([text]),
    });
    expect(piped).toMatchObject({ code, stdout });
    expect(code).toBe(0);
    expect(stdout).toContain('Is it a credential?');
    expect(stdout).toMatch(/ [+-]\d+ \* /);
    expect(stdout).toContain('in all');
    expect(stdout).toContain('What would have raised the confidence');
    expect(stdout).not.toContain(expand('<key64:a>').text.slice(4, 12));
  });
});

describe('the published schemas', () => {
  const published = new Map(schemas(rules.map(({ id }) => id)));
  test('are named by path', () => {
    expect([...published.keys()]).toEqual(
      ['config', 'baseline', 'keys', 'report'].map((name) => `packages/cli/schema/${name}.schema.json`),
    );
  });

  test('describe every key, and refuse unknown ones where a person writes', () => {
    const config = published.get('packages/cli/schema/config.schema.json') as {
      properties: object;
      additionalProperties: boolean;
    };
    expect(Object.keys(config.properties)).toContain('ignore');
    expect(config.additionalProperties).toBe(false);
    expect(JSON.stringify(config)).toContain('secret-key');
  });
});

test('an inventory by another name is asked about', async () => {
  const none = await runIn(folderWith(), ['keys', 'check']);
  expect([none.code, none.stderr]).toEqual([
    2,
    expect.stringMatching(/There is no bnguard\.keys\.yaml.*keys add --stdin/s),
  ]);
  const near = await runIn(folderWith({ 'bnguard.keys.yml': 'keys: []\n' }), ['keys', 'check']);
  expect(near.stderr).toMatch(/bnguard\.keys\.yml is not read: the name is bnguard\.keys\.yaml\.$/m);
  expect(near.stderr).not.toContain('keys add');
});

test('keys add makes no second file beside one by another name', async () => {
  const cwd = folderWith({ 'bnguard.keys.yml': 'keys: []\n' });
  const ran = await runIn(cwd, ['keys', 'add', '--stdin'], [], { stdin: Readable.from([expand('<key64:a>').text]) });
  expect([ran.code, ran.stdout]).toEqual([2, '']);
  expect(ran.stderr).toContain('the name is bnguard.keys.yaml. Rename it first; nothing was written.');
  expect(existsSync(join(cwd, 'bnguard.keys.yaml'))).toBe(false);
});
