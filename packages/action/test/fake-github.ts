/** GitHub on this machine: repositories behind a token over HTTP, and the API for comments. It notes what it is asked. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from './history.ts';

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: string };
  readonly author_association: string;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
}

export class FakeGitHub {
  readonly folder: string = realpathSync(mkdtempSync(join(tmpdir(), 'bnguard-github-')));
  readonly token = 'ghs_loopback';
  readonly asked: Asked[] = [];
  comments: Comment[] = [];
  /** Pull requests by their numbers, as the API tells them. */
  readonly pulls = new Map<string, unknown>();
  /** Answers in place of the comments' own: a status, or nothing at all. */
  instead: ((asked: Asked, response: ServerResponse) => boolean) | undefined;
  /** Bytes that git got. */
  served = 0;
  #server: Server | undefined;

  async start(): Promise<void> {
    const server = createServer((request, response) => this.#answer(request, response));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server!.address() as AddressInfo).port}`;
  }

  /** A new bare repository that it serves; its folder. */
  repository(name: string, { filters = true }: { readonly filters?: boolean } = {}): string {
    const folder = join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    git(folder, 'init', '-q', '--bare', '-b', 'main');
    for (const [key, value] of Object.entries({ allowFilter: filters, allowAnySHA1InWant: true })) {
      git(folder, 'config', `uploadpack.${key}`, String(value));
    }
    return folder;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, search } = new URL(request.url ?? '/', 'http://x');
    const asked = {
      method: request.method ?? 'GET',
      path: pathname + search,
      authorization: request.headers.authorization ?? '',
    };
    this.asked.push(asked);
    if (pathname.startsWith('/api/v3/')) void this.#api(request, response, asked, pathname.slice('/api/v3'.length));
    else this.#git(request, response, asked, { pathname, search });
  }

  #git(
    request: IncomingMessage,
    response: ServerResponse,
    { authorization }: Asked,
    { pathname, search }: { readonly pathname: string; readonly search: string },
  ): void {
    const right = Buffer.from(`x-access-token:${this.token}`).toString('base64');
    const gitlab = Buffer.from(`gitlab-ci-token:${this.token}`).toString('base64');
    if (![right, gitlab].some((secret) => authorization.toLowerCase() === `basic ${secret}`.toLowerCase())) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
      return;
    }
    const header = (name: string): string => String(request.headers[name] ?? '');
    const child = spawn('git', ['http-backend'], {
      env: {
        ...{ PATH: process.env['PATH'], GIT_PROJECT_ROOT: this.folder, GIT_HTTP_EXPORT_ALL: '1' },
        ...{ PATH_INFO: pathname, QUERY_STRING: search.slice(1), REQUEST_METHOD: request.method },
        ...{ CONTENT_TYPE: header('content-type'), HTTP_CONTENT_ENCODING: header('content-encoding') },
        ...{ GIT_PROTOCOL: header('git-protocol'), REMOTE_ADDR: '127.0.0.1', REMOTE_USER: 'x' },
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    request.pipe(child.stdin);
    child.stdin.on('error', () => {});
    let head: Buffer | undefined = Buffer.alloc(0);
    child.stdout.on('data', (chunk: Buffer) => {
      this.served += chunk.length;
      if (head === undefined) {
        response.write(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const lines = head.toString('latin1', 0, end).split('\r\n');
      const fields = lines.map((line) => /^([^:]+): *(.*)$/.exec(line)!.slice(1) as [string, string]);
      const status = fields.find(([name]) => name.toLowerCase() === 'status')?.[1] ?? '200';
      response.writeHead(Number.parseInt(status, 10), Object.fromEntries(fields));
      response.write(head.subarray(end + 4));
      head = undefined;
    });
    child.stdout.on('end', () => response.end());
  }

  async #api(request: IncomingMessage, response: ServerResponse, asked: Asked, path: string): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (this.instead?.(asked, response)) return;
    const reply = (status: number, body: unknown, more: Record<string, string> = {}): void =>
      void response.writeHead(status, { 'content-type': 'application/json', ...more }).end(JSON.stringify(body));
    if (asked.authorization !== `Bearer ${this.token}`) return reply(401, {});
    const text = Buffer.concat(chunks).toString();
    const body = text === '' ? '' : (JSON.parse(text) as { body: string }).body;
    const [, one] = /^\/repos\/o\/r\/issues\/comments\/(\d+)$/.exec(path) ?? [];
    if (one !== undefined && asked.method === 'PATCH') {
      const comment = this.comments.find(({ id }) => id === Number(one));
      if (comment === undefined) return reply(404, {});
      comment.body = body;
      return reply(200, comment);
    }
    const [, pull] = /^\/repos\/o\/r\/pulls\/(\d+)$/.exec(path) ?? [];
    if (pull !== undefined) return reply(this.pulls.has(pull) ? 200 : 404, this.pulls.get(pull) ?? {});
    if (!/^\/repos\/o\/r\/issues\/\d+\/comments$/.test(path)) return reply(404, {});
    if (asked.method === 'POST') {
      if (body.length > 65_536) return reply(422, {});
      const comment = {
        id: 1000 + this.comments.length,
        body,
        user: { type: 'Bot' },
        author_association: 'NONE',
      };
      this.comments.push(comment);
      return reply(201, comment);
    }
    const query = new URL(asked.path, 'http://x').searchParams;
    const [size, page] = [Number(query.get('per_page') ?? 30), Number(query.get('page') ?? 1)];
    const some = this.comments.slice(size * (page - 1), size * page);
    const address = `${this.url}/api/v3${path}?per_page=${size}&page=${page + 1}`;
    reply(200, some, this.comments.length > size * page ? { link: `<${address}>; rel="next"` } : {});
  }
}
