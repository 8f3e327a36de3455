#!/usr/bin/env node
/** Starts the program in a process. Everything else is in main.ts. */
import { crashText } from './crash.ts';
import { processIo } from './io.ts';
import { run } from './main.ts';

process.on('uncaughtException', (error) => {
  process.stderr.write(crashText(error), () => process.exit(2));
});
process.exitCode = await run(process.argv.slice(2), processIo());
