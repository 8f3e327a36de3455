/** What a step hands to GitHub's runner: lines of the log, annotations, outputs, the job summary. The one place that writes. */
import { appendFileSync } from 'node:fs';
import { redact, visible, workflowCommand, type Level } from 'bnguard/for-action';

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

  output(values: Readonly<Record<string, string | number>>): void {
    const entries = Object.entries(values).map(([name, value]) => {
      // A value may hold line breaks: what ends it is a line that it has not.
      let end = 'end-of-value';
      while (String(value).includes(end)) end += '-';
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
