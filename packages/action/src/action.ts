/** Starts the Action in this process: the file that action.yml names. */
import { crashText, processIo } from 'bnguard/for-action';
import { runAction } from './github/action.ts';

process.on('uncaughtException', (error) => {
  process.stderr.write(crashText(error), () => process.exit(2));
});
const io = processIo();
// Whoever reads the environment of the git processes that are started must not find it.
const env = { ...io.env };
delete process.env['INPUT_TOKEN'];
process.exitCode = await runAction({ ...io, env });
