/** One line on standard error while a long scan runs on a terminal; gone without a trace when it ends. */
import type { Output } from './io.ts';
import { count, grouped, size } from './reports/layout.ts';
import type { Progress } from './types.ts';

/** Milliseconds before anything appears, and between two changes. */
const patience = 500;
const interval = 100;

export interface ProgressLine {
  readonly onProgress: (progress: Progress) => void;
  /** Clears the line. */
  readonly end: () => Promise<void>;
}

/** `columns`: of the terminal; the line never fills the last one. `now`: milliseconds of any steady clock. */
export function progressLine(
  stderr: Output,
  columns: number,
  now: () => number = () => performance.now(),
): ProgressLine {
  let next = now() + patience;
  let shown = false;
  return {
    onProgress: (progress) => {
      if (now() < next) return;
      next = now() + interval;
      shown = true;
      void Promise.resolve(stderr.write(`\r\x1b[2K${progressText(progress).slice(0, columns - 1)}`)).catch(() => {});
    },
    end: async () => {
      if (shown) await stderr.write('\r\x1b[2K');
    },
  };
}

/** `Looking … 1,200 of 20,000 files, 34 MB`; plain letters, so that one is one column. */
export function progressText({ documents, total, bytes }: Progress): string {
  const files = total === undefined ? count(documents, 'file') : `${grouped(documents)} of ${count(total, 'file')}`;
  return `Looking ... ${files}, ${size(bytes)}`;
}
