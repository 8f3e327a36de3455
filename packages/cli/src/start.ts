/** Starts the program in this process. Everything else is in main.ts. */
import { crashText } from './crash.ts';
import { processIo } from './io.ts';
import { run } from './main.ts';

export async function start(): Promise<void> {
  process.on('uncaughtException', (error) => {
    process.stderr.write(crashText(error), () => process.exit(2));
  });
  process.exitCode = await run(process.argv.slice(2), processIo());
  // All is written: nobody waits for a git that was told to end.
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
}
