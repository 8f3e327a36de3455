/** Starts the Action in this process: the file that action.yml names. */
import { crashText, processIo } from 'bnguard/for-action';
import { runAction } from './github/action.ts';
import { takeEnvironment } from './own-environment.ts';

process.on('uncaughtException', (error) => {
  process.stderr.write(crashText(error), () => process.exit(2));
});
const io = processIo();
process.exitCode = await runAction({ ...io, env: takeEnvironment('INPUT_TOKEN') });
