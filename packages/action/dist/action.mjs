import { crashText, processIo } from "./chunks/first.mjs";
import { runAction, takeEnvironment } from "./chunks/front.mjs";
// build/action.js
/** Starts the Action in this process: the file that action.yml names. */
process.on("uncaughtException", (error) => {
	process.stderr.write(crashText(error), () => process.exit(2));
});
const io = processIo();
process.exitCode = await runAction({
	...io,
	env: takeEnvironment("INPUT_TOKEN")
});
export {};
