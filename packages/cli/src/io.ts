/** What the program sees of the world besides files: streams, folder, environment, terminal. Tests bring their own. */
import { readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';

/** Where text goes. A promise is waited for; a rejected one is a failed write. */
export interface Output {
  write(text: string): unknown;
}

export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Which of the outputs a person reads on a terminal, and whether one types the input there. */
  readonly isTTY: { readonly stdout: boolean; readonly stderr: boolean; readonly stdin?: boolean };
  /**
   * Calls `say` when somebody stops the program (Ctrl-C), writes what it says to standard error and ends. Returns what
   * takes that back.
   */
  readonly onInterrupt?: (say: () => Promise<string>) => () => void;
  /** Terminal columns, where known. */
  readonly columns?: number | undefined;
}

/**
 * The real world; `env` is what the program may see of the environment. A reader that went away (`| head`) is no failure;
 * any other failed write is.
 */
export function processIo(env: Io['env'] = process.env): Io {
  return {
    // Streams are opened where somebody needs them, which takes a while: whoever spreads this object reads this one.
    get stdin() {
      return process.stdin;
    },
    stdout: outputTo(() => process.stdout),
    stderr: outputTo(() => process.stderr),
    cwd: process.cwd(),
    env,
    isTTY: { stdout: isatty(1), stderr: isatty(2), stdin: isatty(0) },
    onInterrupt,
    // Some terminals do not know and say 0.
    columns: (isatty(1) ? process.stdout.columns : isatty(2) ? process.stderr.columns : 0) || undefined,
  };
}

/** What shells say of a program that a signal ended. */
const endings = { SIGINT: 130, SIGTERM: 143 } as const;

function onInterrupt(say: () => Promise<string>): () => void {
  const stop = (signal: keyof typeof endings): void => {
    const end = (): never => process.exit(endings[signal]);
    // A second time ends it whatever happens.
    process.once('SIGINT', end);
    say().then((text) => process.stderr.write(text, end), end);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return () => void process.off('SIGINT', stop).off('SIGTERM', stop);
}

const opened = new Set<NodeJS.WriteStream>();

/** Whether all is written that was given to standard output, or to an output of `processIo`. */
export const isWritten = (): boolean => [process.stdout, ...opened].every(({ writableLength }) => writableLength === 0);

function outputTo(open: () => NodeJS.WriteStream): Output {
  const stream = (): NodeJS.WriteStream => {
    const it = open();
    // Without a listener a failed write would end the process with code 1, which means findings.
    if (!opened.has(it)) opened.add(it.on('error', () => {}));
    return it;
  };
  return {
    write: (text) =>
      new Promise<void>((resolve, reject) => {
        stream().write(text, (error) =>
          !error || ('code' in error && error.code === 'EPIPE') ? resolve() : reject(error),
        );
      }),
  };
}

/**
 * The folder where the person typed the command. `npm run scan` in a clone of this project starts in the clone's top
 * and tells the real folder in INIT_CWD. We believe it only when npm says that it runs this very clone's own script:
 * in the script of any other project relative paths mean that project's folder.
 */
export function workingFolder({ cwd, env }: Pick<Io, 'cwd' | 'env'>): string {
  const ours = ['scan', 'bnguard'].includes(env['npm_lifecycle_event'] ?? '');
  if (!ours || !env['INIT_CWD'] || !env['npm_package_json']) return cwd;
  try {
    const clone = realpathSync(fileURLToPath(new URL('../../../package.json', import.meta.url)));
    if (realpathSync(env['npm_package_json']) !== clone) return cwd;
    const { name } = JSON.parse(readFileSync(clone, 'utf8')) as { name?: unknown };
    return name === 'bnguard-workspace' ? env['INIT_CWD'] : cwd;
  } catch {
    return cwd;
  }
}

/** The user's folder for our caches, absolute. A relative XDG_CACHE_HOME does not count, as its specification has it. */
export function userCacheFolder({ env }: Pick<Io, 'env'>): string {
  const { XDG_CACHE_HOME: given = '' } = env;
  return join(isAbsolute(given) ? given : join(env['HOME'] || homedir(), '.cache'), 'bnguard');
}

/** Whether to colour what goes to standard output: the flag, then NO_COLOR, FORCE_COLOR, then whether it is a terminal. */
export function wantsColor(choice: 'auto' | 'always' | 'never', { env, isTTY }: Pick<Io, 'env' | 'isTTY'>): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  return isTTY.stdout && env['TERM'] !== 'dumb';
}

/** Columns for text: the terminal's within reason, else 80. */
export function textWidth({ columns, isTTY }: Pick<Io, 'columns' | 'isTTY'>): number {
  return isTTY.stdout && columns ? Math.min(Math.max(columns, 40), 100) : 80;
}
