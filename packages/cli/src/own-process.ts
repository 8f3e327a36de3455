/** This process as one run of a program: how it ends whatever happens. */
import { crashText } from './crash.ts';
import type { ExitCode } from './exit-code.ts';
import { isWritten } from './io.ts';
import { ownVersion } from './version.ts';

/** Ends with the code that `program` gives; with 2 where something is thrown past it, or it waits for what never comes. */
export async function ownProcess(program: () => Promise<ExitCode>): Promise<void> {
  process.exitCode = 2;
  const tellUnfinished = (): void => {
    process.stderr.write(
      `bnguard ${ownVersion()} ended before it was done: it waits for what never comes. Report it in the issue tracker of bnguard.\n`,
    );
  };
  process.once('beforeExit', tellUnfinished);
  process.on('uncaughtException', (error) => {
    process.stderr.write(crashText(error), () => process.exit(2));
  });
  process.exitCode = await program();
  process.off('beforeExit', tellUnfinished);
  // All is written: nobody waits for a git that was told to end.
  if (isWritten()) process.exit();
}
