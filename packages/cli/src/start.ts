/** Starts the program in this process. Everything else is in main.ts. */
import { processIo } from './io.ts';
import { run } from './main.ts';
import { ownProcess } from './own-process.ts';

export function start(): Promise<void> {
  return ownProcess(() => run(process.argv.slice(2), processIo()));
}
