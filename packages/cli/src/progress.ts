/**
 * What a long scan says while it runs, on standard error: one line on a terminal, gone without a trace when it ends;
 * elsewhere a plain line every ten seconds, so that nobody takes it for dead.
 */
import type { Output } from './io.ts';
import { count, grouped, size } from './reports/words.ts';
import type { Progress } from './types.ts';

/** Milliseconds before anything appears, and between two changes. */
const patience = 500;
const interval = 100;
const plainInterval = 10_000;

export interface ProgressLine {
  readonly onProgress: (progress: Progress) => void;
  /** Clears the line. */
  readonly end: () => Promise<void>;
}

/**
 * `columns`: of the terminal, whose last one the line never fills; undefined: there is none. `now`: milliseconds of any
 * steady clock.
 */
export function progressLine(
  stderr: Output,
  columns: number | undefined,
  now: () => number = () => 1000 * process.uptime(),
): ProgressLine {
  const began = now();
  let next = began + (columns === undefined ? plainInterval : patience);
  let shown = false;
  const write = (text: string): void => void Promise.resolve(stderr.write(text)).catch(() => {});
  return {
    onProgress: (progress) => {
      if (now() < next) return;
      next = now() + (columns === undefined ? plainInterval : interval);
      const text = progressText(progress, now() - began);
      if (columns === undefined) write(`bnguard: ${text}\n`);
      else {
        shown = true;
        write(`\r\x1b[2K${text.slice(0, columns - 1)}`);
      }
    },
    end: async () => {
      if (shown) await stderr.write('\r\x1b[2K');
    },
  };
}

/** `12,000 of 170,841 objects (1.2 GB)`. */
export function coveredText(progress: Progress): string {
  return `${counted(progress)} (${size(progress.bytes)})`;
}

function counted({ documents, total, unit = 'file' }: Progress): string {
  return total === undefined ? count(documents, unit) : `${grouped(documents)} of ${count(total, unit)}`;
}

/**
 * `Looking ... 1,200 of 20,000 files, 34 MB`; for objects also how fast, how long still (`milliseconds` went by), and how
 * many may hold something. Plain letters, so that one is one column.
 */
export function progressText(progress: Progress, milliseconds = 0): string {
  const { documents, total, bytes, findings, unit } = progress;
  const parts = [`Looking ... ${counted(progress)}`, size(bytes)];
  if (unit === 'object' && milliseconds > 0 && documents > 0) {
    const rate = (1000 * documents) / milliseconds;
    parts.push(`${grouped(Math.round(rate))}/s`);
    if (total !== undefined) parts.push(`${duration((total - documents) / rate)} left`);
    if (findings > 0) parts.push(`${count(findings, 'hit')} to look into`);
  }
  return parts.join(', ');
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.max(0, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
}
