// In an editor: ESLint's own language server, the one of VS Code, over its standard streams.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expand } from '@bnguard/engine';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const project = mkdtempSync(join(tmpdir(), 'bnguard-editor-'));

const config = `import { defineConfig } from 'eslint/config';
import bnguard from 'eslint-plugin-bnguard';
import json from '@eslint/json';
import markdown from '@eslint/markdown';
import yml from 'eslint-plugin-yml';
import * as parser from '@typescript-eslint/parser';

export default defineConfig(
  { plugins: { bnguard }, extends: ['bnguard/recommended'] },
  { plugins: { bnguard }, extends: ['bnguard/files'] },
  { files: ['**/*.ts'], languageOptions: { parser } },
  { files: ['**/*.json'], plugins: { json }, language: 'json/json' },
  { files: ['**/*.md'], plugins: { markdown }, language: 'markdown/gfm' },
  { files: ['**/*.yaml'], plugins: { yml }, language: 'yml/yaml' },
);
`;

const files: readonly (readonly [file: string, language: string, text: string])[] = [
  [
    'bot.ts',
    'typescript',
    "import { Spot as S } from '@binance/connector';\nconst one = '<key64:a>';\nnew S(one, process.env.SECRET!);\n",
  ],
  ['bot.json', 'json', '{ "binance": { "apiKey": "<key64:a>" } }\n'],
  ['bot.yaml', 'yaml', 'binance:\n  api_key: <key64:a>\n'],
  ['notes.md', 'markdown', '# Binance\n\nAPI key: <key64:a>\n'],
  ['bot.py', 'python', 'from binance.client import Client\nc = Client("<key64:a>", secret)\n'],
  ['.env', 'dotenv', 'BINANCE_API_KEY=<key64:a>\n'],
];

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: any;
  readonly result?: any;
  readonly error?: { readonly message: string };
}

/** Speaks the language server protocol; answers what the server asks. */
class Client {
  readonly #server: ChildProcess;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly edits: any[] = [];
  complaints = '';
  #rest = Buffer.alloc(0);
  #next = 1;

  constructor(server: ChildProcess) {
    this.#server = server;
    server.stdout!.on('data', (chunk: Buffer) => this.#read(chunk));
    server.stderr!.on('data', (chunk: Buffer) => (this.complaints += String(chunk)));
  }

  ask(method: string, params: object): Promise<any> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
      this.#send({ id, method, params });
    });
  }

  tell(method: string, params: object = {}): void {
    this.#send({ method, params });
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const head = this.#rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.toString('latin1', 0, Math.max(head, 0)))?.[1]);
      if (head < 0 || this.#rest.length < head + 4 + length) return;
      const message = JSON.parse(this.#rest.toString('utf8', head + 4, head + 4 + length)) as Message;
      this.#rest = this.#rest.subarray(head + 4 + length);
      if (message.method === undefined) this.#answers.get(message.id!)?.(message);
      else if (message.id !== undefined) this.#send({ id: message.id, result: this.#answerTo(message) });
    }
  }

  #answerTo({ method, params }: Message): unknown {
    switch (method) {
      case 'workspace/configuration':
        return params.items.map(() => ({
          validate: 'on',
          run: 'onType',
          nodePath: null,
          experimental: {},
          problems: {},
          rulesCustomizations: [],
          codeAction: {
            disableRuleComment: { enable: true, location: 'separateLine' },
            showDocumentation: { enable: true },
          },
        }));
      case 'workspace/applyEdit':
        this.edits.push(params.edit);
        return { applied: true };
      case 'eslint/confirmESLintExecution':
        return 4;
      case 'client/registerCapability':
        return null;
      default:
        return {};
    }
  }
}

let server: ChildProcess;
let client: Client;

beforeAll(async () => {
  const link = (name: string, to: string): void => {
    const at = join(project, 'node_modules', name);
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(to, at);
  };
  link('eslint-plugin-bnguard', root);
  for (const name of ['eslint', '@eslint/json', '@eslint/markdown', 'eslint-plugin-yml', '@typescript-eslint/parser'])
    link(name, join(root, 'node_modules', name));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(project, 'eslint.config.js'), config);
  const bin = join(
    dirname(require.resolve('vscode-langservers-extracted/package.json')),
    'bin/vscode-eslint-language-server',
  );
  server = spawn(process.execPath, [bin, '--stdio'], { cwd: project });
  client = new Client(server);
  const uri = pathToFileURL(project).href;
  await client.ask('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'project' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, applyEdit: true },
      textDocument: { diagnostic: { dynamicRegistration: true } },
    },
  });
  client.tell('initialized');
});

afterAll(async () => {
  await client.ask('shutdown', {});
  const ended = once(server, 'exit');
  client.tell('exit');
  await ended;
  rmSync(project, { recursive: true, force: true });
});

/** Opens a file and gives its diagnostics. */
async function open(file: string, languageId: string, text: string): Promise<{ uri: string; items: any[] }> {
  const path = join(project, file);
  writeFileSync(path, text);
  const uri = pathToFileURL(path).href;
  client.tell('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  const { items } = await client.ask('textDocument/diagnostic', { textDocument: { uri } });
  return { uri, items };
}

describe('the language server', () => {
  test.each(files)('underlines the key in %s', async (file, language, template) => {
    const { text, placements } = expand(template);
    const { items } = await open(file, language, text);
    expect(items, client.complaints).toHaveLength(1);
    const [{ range, code, source, message, codeDescription }] = items;
    const before = text.slice(0, placements[0]!.span.start).split('\n');
    const start = { line: before.length - 1, character: before.at(-1)!.length };
    expect(range).toEqual({ start, end: { ...start, character: start.character + 64 } });
    expect({ source, code }).toEqual({ source: 'eslint', code: 'bnguard/no-hardcoded-credentials' });
    expect(codeDescription.href).toContain('#no-hardcoded-credentials');
    expect(message).toMatch(/^Binance API key .+ Delete it at Binance/);
    expect(message).not.toContain(placements[0]!.value.slice(0, 8));
  });

  test('replaces the literal by one action', async () => {
    const { text, placements } = expand(files[0]![2]);
    const { uri, items } = await open('again.ts', 'typescript', text);
    const actions: any[] = await client.ask('textDocument/codeAction', {
      textDocument: { uri },
      range: items[0].range,
      context: { diagnostics: items },
    });
    const action = actions.find(({ title }) => /^Read it from process\.env\.BINANCE_API_KEY/.test(title));
    expect(action, JSON.stringify(actions.map(({ title }) => title))).toBeDefined();
    expect(actions.some(({ title }) => /^Ignore it with a comment/.test(title))).toBe(true);
    await client.ask('workspace/executeCommand', {
      command: action.command.command,
      arguments: action.command.arguments,
    });
    const [{ edits }] = client.edits.at(-1).documentChanges;
    expect(edits).toHaveLength(1);
    const { start, end } = edits[0].range;
    const line = text.split('\n')[start.line]!;
    expect(line.slice(start.character, end.character)).toBe(`'${placements[0]!.value}'`);
    expect(edits[0].newText).toBe('process.env.BINANCE_API_KEY!');
  });
});
