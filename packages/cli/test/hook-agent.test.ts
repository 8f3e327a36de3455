// `bnguard hook agent`: events as coding agents write them, answers as they read them; nothing of a value in any.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expand } from '@bnguard/engine';
import { run } from '../src/main.ts';
import { folderWith } from './fake-terminal.ts';
import { repository } from './scan-stage.ts';

const [key, secret] = ['key', 'secret'].map((label) => expand(`<key64:agent.${label}>`).text) as [string, string];
const code = `import { Spot } from '@binance/connector';\nnew Spot('${key}', '${secret}');\n`;
const prompt = `my binance api secret is ${secret}, why does it answer -1022?`;

/** What the hook answers to an event: its exit code, and the JSON that it wrote. */
async function answer(event: unknown, cwd = folderWith({})): Promise<{ code: number; told: unknown; stderr: string }> {
  const out = { stdout: '', stderr: '' };
  const text = typeof event === 'string' ? event : JSON.stringify(event);
  const exit = await run(['hook', 'agent'], {
    stdin: (async function* () {
      yield Buffer.from(text);
    })(),
    stdout: { write: (piece) => void (out.stdout += piece) },
    stderr: { write: (piece) => void (out.stderr += piece) },
    ...{ cwd, env: {}, isTTY: { stdout: false, stderr: false } },
  });
  for (const value of [key, secret]) {
    for (let at = 0; at < 56; at += 8) expect(out.stdout + out.stderr).not.toContain(value.slice(at, at + 8));
  }
  return { code: exit, told: out.stdout === '' ? undefined : JSON.parse(out.stdout), stderr: out.stderr };
}

const reason = expect.stringMatching(/^bnguard stopped this: it carries .*secret-key .{4}….*delete the key at Binance/);

describe('each agent by its own protocol', () => {
  const denied = {
    hookSpecificOutput: { hookEventName: 'PreToolUse', permissionDecision: 'deny', permissionDecisionReason: reason },
  };
  test.each([
    ['Claude Code, a prompt', { hook_event_name: 'UserPromptSubmit', prompt }, { decision: 'block', reason }],
    [
      'Claude Code, a command',
      {
        hook_event_name: 'PreToolUse',
        tool_name: 'Bash',
        tool_input: { command: `export BINANCE_API_SECRET=${secret}` },
      },
      denied,
    ],
    [
      'Claude Code, a new file',
      { hook_event_name: 'PreToolUse', tool_name: 'Write', tool_input: { file_path: '/x/bot.ts', content: code } },
      denied,
    ],
    [
      'Claude Code, an edit',
      {
        hook_event_name: 'PreToolUse',
        tool_name: 'Edit',
        tool_input: { file_path: 'bot.ts', old_string: 'a', new_string: code },
      },
      denied,
    ],
    [
      'Claude Code, several edits',
      {
        hook_event_name: 'PreToolUse',
        tool_name: 'MultiEdit',
        tool_input: {
          file_path: 'bot.ts',
          edits: [
            { old_string: 'a', new_string: 'b' },
            { old_string: 'c', new_string: code },
          ],
        },
      },
      denied,
    ],
    [
      'Claude Code, a tool’s result',
      {
        hook_event_name: 'PostToolUse',
        tool_name: 'Bash',
        tool_input: { command: 'env' },
        tool_response: { stdout: `BINANCE_SECRET_KEY=${secret}` },
      },
      { decision: 'block', reason },
    ],
    [
      'Claude Code, a tool of a server',
      {
        hook_event_name: 'PreToolUse',
        tool_name: 'mcp__db__query',
        tool_input: { sql: `insert into binance_keys (api_secret) values ('${secret}')` },
      },
      denied,
    ],
    [
      'Cursor, a prompt',
      { hook_event_name: 'beforeSubmitPrompt', prompt, workspace_roots: ['/x'] },
      { continue: false, user_message: reason },
    ],
    [
      'Cursor, a command',
      { hook_event_name: 'beforeShellExecution', command: `BINANCE_API_SECRET=${secret} node bot.js`, cwd: '/x' },
      { permission: 'deny', user_message: reason, agent_message: reason },
    ],
    [
      'Cursor, a file',
      { hook_event_name: 'beforeReadFile', file_path: '/x/bot.ts', content: code },
      { permission: 'deny', user_message: reason, agent_message: reason },
    ],
    [
      'Cursor, a tool',
      { hook_event_name: 'beforeMCPExecution', tool_name: 'q', tool_input: JSON.stringify({ binance_secret: secret }) },
      { permission: 'deny', user_message: reason, agent_message: reason },
    ],
    [
      'Gemini CLI, a tool',
      { hook_event_name: 'BeforeTool', tool_name: 'write_file', tool_input: { file_path: 'bot.ts', content: code } },
      { decision: 'deny', reason },
    ],
    ['Gemini CLI, a prompt', { hook_event_name: 'BeforeAgent', prompt }, { decision: 'deny', reason }],
    [
      'Copilot CLI',
      {
        timestamp: 1,
        cwd: '/x',
        toolName: 'bash',
        toolArgs: JSON.stringify({
          command: `curl -H 'X-MBX-APIKEY: ${key}' https://api.binance.com -d secret=${secret}`,
        }),
      },
      { permissionDecision: 'deny', permissionDecisionReason: expect.stringContaining('bnguard stopped this') },
    ],
    ['an agent that nobody knows', { prompt }, { decision: 'block', reason }],
  ])('%s', async (_, event, expected) => {
    expect(await answer(event)).toEqual({ code: 0, told: expected, stderr: '' });
  });

  test.each([
    ['UserPromptSubmit', undefined],
    ['PreToolUse', undefined],
    ['beforeSubmitPrompt', { continue: true }],
    ['beforeShellExecution', {}],
    ['BeforeTool', {}],
  ])('%s: what carries none goes on, and no permission is given', async (hook_event_name, told) => {
    const tool_input = { command: 'git log --oneline 4b825dc642cb6eb9a060e54bf8d69288fbee4904', description: 'x' };
    const event = { hook_event_name, prompt: 'sort these orders', command: 'ls', tool_name: 'Bash', tool_input };
    expect(await answer(event)).toEqual({ code: 0, told, stderr: '' });
  });
});

describe('files', () => {
  const read = (file_path: string, cwd: string): object => ({
    ...{ hook_event_name: 'PreToolUse', tool_name: 'Read', cwd },
    tool_input: { file_path },
  });

  test('that an agent wants to read are looked into, and named from the top', async () => {
    const top = repository({ '.gitignore': '.env\n' });
    writeFileSync(join(top, '.env'), `BINANCE_API_KEY=${key}\nBINANCE_API_SECRET=${secret}\n`);
    writeFileSync(join(top, 'clean.ts'), 'let a = 1;\n');
    const { told } = await answer(read(join(top, '.env'), top));
    expect(JSON.stringify(told)).toMatch(/secret-key .{4}… \(\.env:2\)/);
    expect((await answer(read('.env', top))).told).toEqual(told);
    expect((await answer(read('clean.ts', top))).told).toBeUndefined();
    expect((await answer(read('no such file', top))).told).toBeUndefined();
    expect((await answer(read('/dev/zero', top))).told).toBeUndefined();
  });

  test('that a command would print, by their names', async () => {
    const top = repository();
    mkdirSync(join(top, 'ops'));
    writeFileSync(join(top, 'ops/.env.prod'), `BINANCE_API_SECRET=${secret}\n`);
    const bash = (command: string): object => ({
      ...{ hook_event_name: 'PreToolUse', tool_name: 'Bash', cwd: top, tool_input: { command } },
    });
    expect(JSON.stringify((await answer(bash('cat ops/.env.prod | head -3'))).told)).toContain('deny');
    expect((await answer(bash('set -a; . ops/.env.prod; node bot.js'))).told).toBeUndefined();
  });

  test('an edit is judged in its file, and only what it brings', async () => {
    const top = repository({ 'x.py': 'from binance.client import Client\nclient = X\n' });
    const edit = (old_string: string, new_string: string): object => ({
      ...{ hook_event_name: 'PreToolUse', tool_name: 'Edit', cwd: top },
      tool_input: { file_path: join(top, 'x.py'), old_string, new_string },
    });
    const { told } = await answer(edit('X', `Client("${key}", "${secret}")`));
    expect(JSON.stringify(told)).toMatch(/secret-key .{5} \(x\.py:2\)/);
    writeFileSync(join(top, 'x.py'), `from binance.client import Client\nclient = Client("${key}", "${secret}")\n`);
    expect((await answer(edit('client =', 'bot ='))).told).toBeUndefined();
  });

  test.each([
    [
      'attachments',
      {
        hook_event_name: 'beforeSubmitPrompt',
        prompt: 'why',
        attachments: [{ type: 'file', file_path: 'ops/.env.prod' }],
      },
    ],
    [
      'several paths',
      {
        hook_event_name: 'BeforeTool',
        tool_name: 'read_many_files',
        tool_input: { paths: ['a.txt', 'ops/.env.prod'] },
      },
    ],
    [
      'words of a command',
      { hook_event_name: 'PreToolUse', tool_name: 'shell', tool_input: { command: ['cat', 'ops/.env.prod'] } },
    ],
    ...[
      ...[
        '/bin/cat ops/.env.prod',
        'cat<ops/.env.prod',
        'cat ops/.e*',
        'cd ops && cut -d= -f2 .env.prod',
        'echo $(<ops/.env.prod)',
      ],
      ...[
        'cat "$PWD/ops/.env.prod"',
        'X=1 sort ops/.env.prod | uniq',
        'diff ops/.env.prod x',
        `bash -c 'cat ops/.env.prod'`,
        'sudo head -5 ops/keys.py',
        'git diff --no-index /dev/null ops/.env.prod',
      ],
    ].map((command): [string, object] => [
      command,
      { hook_event_name: 'PreToolUse', tool_name: 'Bash', tool_input: { command } },
    ]),
  ])('read: %s', async (_, event) => {
    const top = repository();
    mkdirSync(join(top, 'ops'));
    writeFileSync(join(top, 'ops/.env.prod'), `BINANCE_API_SECRET=${secret}\n`);
    writeFileSync(join(top, 'ops/keys.py'), `binance_api_secret = '${secret}'\n`);
    expect(JSON.stringify((await answer({ ...event, cwd: top }, top)).told)).toContain('secret-key');
  });

  test.each([
    'cp .env.example .env',
    'git add .env',
    'node --env-file=.env bot.js',
    'ls -la .env && chmod 600 .env',
    'echo .env >> .gitignore',
  ])('not read: %s', async (command) => {
    const top = repository();
    writeFileSync(join(top, '.env'), `BINANCE_API_SECRET=${secret}\n`);
    const event = { hook_event_name: 'PreToolUse', tool_name: 'Bash', cwd: top, tool_input: { command } };
    expect((await answer(event, top)).told).toBeUndefined();
  });

  test('no comment and no configuration that an agent writes excuses it', async () => {
    const top = repository({ 'a.txt': 'a' });
    const command = `export BINANCE_API_SECRET=${secret} # bnguard-ignore secret-key -- x`;
    const event = { hook_event_name: 'PreToolUse', tool_name: 'Bash', cwd: top, tool_input: { command } };
    expect(JSON.stringify((await answer(event, top)).told)).toContain('deny');
    writeFileSync(join(top, 'bnguard.config.yaml'), 'failOn: never\n');
    expect(JSON.stringify((await answer(event, top)).told)).toContain('deny');
    const elsewhere = folderWith({ 'bnguard.config.yaml': 'failOn: never\n' });
    expect(JSON.stringify((await answer({ ...event, cwd: elsewhere }, top)).told)).toContain('deny');
  });

  test('the project decides what a value is, its configuration what is set aside', async () => {
    const top = repository({
      'bot.py': 'from binance.client import Client\n',
      'bnguard.config.yaml': 'ignore:\n  - paths: ["fixtures/**"]\n    reason: made up for tests\n',
    });
    const write = (file_path: string): object => ({
      ...{ hook_event_name: 'PreToolUse', tool_name: 'Write', cwd: top },
      tool_input: { file_path: join(top, file_path), content: `{ "api_secret": "${secret}" }\n` },
    });
    expect(JSON.stringify((await answer(write('config.json'), top)).told)).toContain('deny');
    expect((await answer(write('fixtures/config.json'), top)).told).toBeUndefined();
  });
});

describe('bad input stops, and says so', () => {
  test.each([['no JSON'], ['[]'], ['null'], [''], ['"text"']])('%s', async (text) => {
    expect(await answer(text)).toEqual({
      ...{ code: 2, told: undefined },
      stderr: 'bnguard: agent: standard input is no JSON object, so nothing could be checked.\n',
    });
  });

  test('fields of any kind, however deep, however many', async () => {
    let deep: unknown = prompt;
    for (let i = 0; i < 10_000; i += 1) deep = { deep };
    const odd = {
      hook_event_name: 7,
      tool_name: ['x'],
      tool_input: [1, null, { a: [true] }],
      attachments: 'x',
      workspace_roots: {},
      cwd: 3,
    };
    expect(await answer(odd)).toMatchObject({ code: 0 });
    const text = `{"hook_event_name":"PreToolUse","tool_input":${'{"deep":'.repeat(3000)}1${'}'.repeat(3000)}}`;
    expect(await answer(text)).toMatchObject({ code: 0 });
    const many = { hook_event_name: 'UserPromptSubmit', prompt: `${'x '.repeat(500_000)} ${prompt}` };
    expect((await answer(many)).told).toMatchObject({ decision: 'block' });
  });
});
