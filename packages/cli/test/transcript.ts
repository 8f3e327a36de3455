/** Reads a transcript and plays it: see fixtures/transcripts/README.md for what counts in one. */
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { expand } from '../../engine/src/examples.ts';
import { run } from '../src/main.ts';

export interface Played {
  /** The Markdown as it would be if every expectation were what was printed. */
  readonly markdown: string;
  /** All that was printed, and the fake credentials that must not be in it. */
  readonly printed: string;
  readonly values: readonly string[];
}

interface Fence {
  /** The lines between the fences, as indices into the Markdown's lines: [first, end). */
  readonly first: number;
  readonly end: number;
  readonly language: string;
  /** The path that stands in backticks on the line above. */
  readonly path?: string;
}

/**
 * Plays a transcript in a folder of its own, which is gone afterwards.
 * @throws Error when it has no command
 */
export async function play(markdown: string): Promise<Played> {
  const lines = markdown.split('\n');
  const fences = readFences(lines);
  const consoles = fences.filter(({ language }) => language === 'console');
  if (consoles.length === 0) throw new Error('The transcript has no console block.');

  const tmp = await realpath(await mkdtemp(join(tmpdir(), 'bnguard-transcript-')));
  try {
    const stage = new Stage(tmp);
    await mkdir(stage.cwd);
    if (!lines.includes('Not a git repository.')) await stage.enter('git init --quiet --initial-branch=main');
    for (const { path, first, end } of fences) {
      if (path !== undefined) await stage.put(path, `${lines.slice(first, end).join('\n')}\n`);
    }
    let shown: string[] = [];
    let done = 0;
    for (const { first, end } of consoles) {
      shown = shown.concat(lines.slice(done, first));
      for (const line of lines.slice(first, end).filter((text) => text.startsWith('$ '))) {
        shown.push(line, ...(await stage.enter(line.slice(2))));
      }
      done = end;
    }
    return { markdown: shown.concat(lines.slice(done)).join('\n'), printed: stage.printed, values: stage.values };
  } finally {
    await rm(tmp, { recursive: true, force: true });
  }
}

function readFences(lines: readonly string[]): Fence[] {
  const fences: Fence[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, marks, language = ''] = /^(`{3,})(\S*)$/.exec(lines[at] ?? '') ?? [];
    if (marks === undefined) continue;
    const end = lines.indexOf(marks, at + 1);
    if (end < 0) throw new Error(`Line ${at + 1}: the fence is never closed.`);
    const above = lines.slice(0, at).findLast((line) => line !== '');
    const path = /^`([^`]+)`$/.exec(above ?? '')?.[1];
    fences.push({ first: at + 1, end, language, ...(path !== undefined && { path }) });
    at = end;
  }
  return fences;
}

/** The folder, the shell and the terminal of one transcript. */
class Stage {
  readonly #tmp: string;
  readonly #env: Record<string, string>;
  cwd: string;
  printed = '';
  readonly values: string[] = [];

  constructor(tmp: string) {
    this.#tmp = tmp;
    this.cwd = join(tmp, 'project');
    const who = { NAME: 'A. Trader', EMAIL: 'trader@example.org', DATE: '2026-01-01T00:00:00Z' };
    this.#env = {
      PATH: process.env['PATH'] ?? '',
      HOME: tmp,
      LC_ALL: 'C',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_NOSYSTEM: '1',
      ...Object.fromEntries(
        Object.entries(who).flatMap(([key, value]) =>
          [`GIT_AUTHOR_${key}`, `GIT_COMMITTER_${key}`].map((k) => [k, value]),
        ),
      ),
    };
  }

  async put(path: string, content: string): Promise<void> {
    const file = resolve(this.cwd, this.#expand(path));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, this.#expand(content));
  }

  /** What one command prints, as the lines of a transcript. */
  async enter(command: string): Promise<string[]> {
    const line = this.#expand(command);
    if (line.startsWith('cd ')) {
      this.cwd = resolve(this.cwd, line.slice(3));
      return [];
    }
    const output = /^(?:[A-Z_]+=\S* )*bnguard(?: |$)/.test(line) ? await this.#bnguard(line) : this.#shell(line);
    this.printed += output;
    const ended = output === '' || output.endsWith('\n') ? output : `${output}\n`;
    return this.#normal(ended).split('\n').slice(0, -1);
  }

  async #bnguard(line: string): Promise<string> {
    const words = shellWords(line);
    const start = words.indexOf('bnguard');
    const variables = Object.fromEntries(words.slice(0, start).map((word) => word.split('=', 2)));
    const from = words.indexOf('<');
    const input = from < 0 ? undefined : words[from + 1];
    const argv = words.slice(start + 1, from < 0 ? undefined : from);

    let output = '';
    const writer = (mark: string): { write(text: string): void } => ({
      write: (text) => void (output += text.replaceAll(/^(?=.)/gm, mark)),
    });
    const code = await run(argv, {
      stdin: input === undefined ? Readable.from([]) : createReadStream(resolve(this.cwd, input)),
      stdout: writer(''),
      stderr: writer('stderr: '),
      cwd: this.cwd,
      env: { ...this.#env, ...variables },
      isTTY: { stdout: false, stderr: false },
      columns: 80,
    });
    return `${output}${output === '' || output.endsWith('\n') ? '' : '\n'}(exit ${code})\n`;
  }

  #shell(line: string): string {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
      cwd: this.cwd,
      env: this.#env,
      encoding: 'utf8',
    });
    return stdout + stderr.replaceAll(/^(?=.)/gm, 'stderr: ') + (status === 0 ? '' : `(exit ${status})\n`);
  }

  #expand(template: string): string {
    const { text, placements } = expand(template);
    this.values.push(...placements.filter(({ credential }) => credential).map(({ value }) => value));
    return text;
  }

  #normal(output: string): string {
    return output.replaceAll(this.#tmp, '<folder>').replaceAll(versionPattern, '<version>');
  }
}

const manifest = await readFile(new URL('../package.json', import.meta.url), 'utf8');
const { version } = JSON.parse(manifest) as { version: string };
const versionPattern = new RegExp(`(?<![\\d.])${version.replaceAll('.', '\\.')}(?![\\d.])`, 'g');

/** Splits as a shell does, as far as blanks and the two kinds of quotes go. */
function shellWords(line: string): string[] {
  return [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  );
}
