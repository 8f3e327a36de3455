/** What a step hands to GitHub's runner: lines of the log, annotations, outputs, the job summary. The one place that writes. */
import { randomUUID } from 'node:crypto';
import { appendFileSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isInside, redact, UserError, visible, workflowCommand, type Level } from 'bnguard/for-action';

type Variables = Readonly<Record<string, string | undefined>>;

export class Runner {
  /** How many annotations of each level there are: GitHub shows ten a step, and drops the rest silently. */
  readonly taken: Record<Level, number> = { error: 0, warning: 0, notice: 0 };
  readonly #env: Variables;
  readonly #write: (text: string) => void;

  constructor(env: Variables, write: (text: string) => void) {
    this.#env = env;
    this.#write = write;
  }

  /** A line of the log. Nothing in it is taken for a command, whoever chose the words. */
  say(text: string): void {
    for (const line of text.split('\n')) this.#write(`bnguard: ${harmless(line)}\n`);
  }

  async annotate(level: Level, title: string, text: string): Promise<void> {
    this.taken[level]++;
    this.#write(await workflowCommand(level, { title }, redact(text)));
  }

  /** Annotations that are ready. */
  emit(pieces: Iterable<string>): void {
    for (const piece of pieces) this.#write(piece);
  }

  /** A value may hold line breaks: its end is a word that nobody can guess. */
  output(values: Readonly<Record<string, string | number>>): void {
    const entries = Object.entries(values).map(([name, value]) => {
      const end = `end_${randomUUID()}`;
      return `${name}<<${end}\n${value}\n${end}\n`;
    });
    this.#append('GITHUB_OUTPUT', entries.join(''));
  }

  summary(text: string): void {
    this.#append('GITHUB_STEP_SUMMARY', text);
  }

  #append(variable: string, text: string): void {
    const path = this.#env[variable];
    if (path === undefined || path === '') return;
    try {
      appendFileSync(path, text);
    } catch (error) {
      this.say(`${variable} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`);
    }
  }
}

/** Commands of the older kind are obeyed anywhere in a line. */
const harmless = (line: string): string => visible(redact(line)).replaceAll('##[', '## [');

/**
 * Writes a report to a file of the job (absolute path), inside one of these folders: what lies there may come from the pull
 * request, so no link is followed out of them, and one in the file's place is replaced.
 */
export function writeReport(path: string, folders: readonly string[], pieces: Iterable<string>): void {
  const beside = `${path}.${randomUUID()}`;
  try {
    const allowed = folders.map((folder) => realpathSync(folder));
    let existing = dirname(path);
    while (lstatSync(existing, { throwIfNoEntry: false }) === undefined) existing = dirname(existing);
    if (!allowed.some((folder) => isInside(realpathSync(existing), folder))) {
      throw new UserError(`${path} lies outside of the workspace and of RUNNER_TEMP. Name a file in one of them.`);
    }
    mkdirSync(dirname(path), { recursive: true });
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      throw new UserError(`${path} is a folder. Name a file in it.`);
    }
    writeFileSync(beside, [...pieces].join(''), { flag: 'wx' });
    renameSync(beside, join(realpathSync(dirname(path)), basename(path)));
  } catch (error) {
    rmSync(beside, { force: true });
    if (error instanceof UserError) throw error;
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new UserError(`${path} cannot be written (${code}). Name another file.`);
  }
}
