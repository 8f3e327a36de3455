import { UserError, readAll, runScan, textWidth } from "./first.mjs";
import { resolve } from "node:path";
import { readFile } from "node:fs/promises";
// ../cli/dist/commands/hook.js
/**
* `bnguard hook NAME`: what git's hooks call. Reads what git hands to that hook, scans what would come in, and says the
* ways on where it stops something. Silent where there is nothing to say.
*/
async function runHook(request, setting) {
	const { name } = request;
	if (name === "agent") return (await import("./hook-agent.mjs")).runAgentHook(setting);
	try {
		const source = await sourceFor(request, setting);
		if (source === void 0) return { code: 0 };
		const outcome = await runScan(scanOf(source, await decides(request, setting)), setting);
		if (outcome.code === 0) return outcome;
		const { unchecked, waysOn } = await import("./ways-on.mjs");
		const end = outcome.code === 1 ? waysOn(name, textWidth(setting.io)) : `\n${unchecked(name)}\n`;
		return {
			...outcome,
			stdout: joined(outcome.stdout ?? "", end)
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const { unchecked } = await import("./ways-on.mjs");
		throw new UserError(`${error.message}\n${unchecked(name)}`);
	}
}
function* joined(first, last) {
	if (typeof first === "string") yield first;
	else yield* first;
	yield last;
}
function scanOf(source, from) {
	return {
		kind: "scan",
		source,
		paths: [],
		reports: [{ format: "text" }],
		color: "auto",
		ignores: true,
		progress: true,
		allowIncomplete: false,
		verbose: false,
		quiet: "passed",
		...from
	};
}
/** A server takes its configuration from what it has, and not from what arrives. */
async function decides({ name }, { cwd }) {
	if (name !== "pre-receive") return {};
	const [{ openStore }, { askGit }] = await Promise.all([import("./store.mjs"), import("./ask.mjs")]);
	return (await askGit(await openStore(cwd), [
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	])).failure === void 0 ? { configFrom: "HEAD" } : {};
}
const pushed = () => import("./pushed.mjs");
const arrival = () => import("./arrival.mjs");
async function sourceFor({ name, args }, setting) {
	const { io, cwd } = setting;
	switch (name) {
		case "pre-commit": return { kind: "staged" };
		case "pre-merge-commit": return {
			kind: "staged",
			merging: headsOf(io.env)
		};
		case "commit-msg": return {
			kind: "texts",
			texts: [{
				path: "",
				bytes: withoutDiff(await messageIn(args[0], cwd))
			}],
			origin: { kind: "staged" }
		};
		case "pre-push": {
			const [remote = io.env["PRE_COMMIT_REMOTE_NAME"], url] = args;
			const { refsOfPush } = await pushed();
			const refs = pushedByFramework(io.env) ?? refsOfPush(await linesFrom(setting, name));
			const isNamed = remote !== void 0 && remote !== url && /^[\w./-]+$/.test(remote);
			return (await arrival()).arrivalOf(cwd, refs, isNamed ? [`--remotes=${remote}`] : []);
		}
		case "pre-receive": {
			const { refsOfReceive } = await pushed();
			return (await arrival()).arrivalOf(cwd, refsOfReceive(await linesFrom(setting, name)), ["--all"]);
		}
		default: throw new UserError(`${name} is no hook that bnguard knows.`);
	}
}
/** Before the hook for clean merges git writes no MERGE_HEAD, but tells the other heads by the names of variables. */
const headsOf = (env) => Object.keys(env).flatMap((name) => /^GITHEAD_([0-9a-f]{40}|[0-9a-f]{64})$/.exec(name)?.[1] ?? []);
/**
* The pre-commit framework reads standard input itself, and tells one ref in variables. Where it tells none it means
* everything: the branch's whole history. During a commit, when a hook for all stages is called too, nothing is pushed.
*/
function pushedByFramework(env) {
	if (env["PRE_COMMIT"] !== "1") return void 0;
	const { PRE_COMMIT_FROM_REF: old = "0", PRE_COMMIT_TO_REF: now, PRE_COMMIT_REMOTE_BRANCH: ref = "" } = env;
	if (now === void 0 && env["GIT_INDEX_FILE"] !== void 0) return [];
	return [{
		ref,
		old,
		new: now ?? "HEAD"
	}];
}
async function messageIn(file, cwd) {
	if (file === void 0) throw new UserError("commit-msg: git hands over the file with the message, and here is none. By hand: bnguard hook commit-msg .git/COMMIT_EDITMSG.");
	try {
		return await readFile(resolve(cwd, file));
	} catch (error) {
		const { code = "unknown error" } = error;
		throw new UserError(`${file} cannot be read (${code}): it should be the file with the commit’s message.`);
	}
}
/** `git commit --verbose` shows the change beneath a line of scissors, which git cuts off with all that follows. */
function withoutDiff(bytes) {
	const at = bytes.indexOf(" ------------------------ >8 ------------------------\n");
	const start = bytes.lastIndexOf(10, at) + 1;
	return at < 0 || at - start !== 1 ? bytes : bytes.subarray(0, start);
}
async function linesFrom(setting, name) {
	if (setting.io.isTTY.stdin === true) throw new UserError(`${name}: git writes what is pushed to this hook’s standard input, and here is a terminal. By hand: bnguard scan --range '@{upstream}..HEAD'.`);
	return Buffer.from(await readAll(setting.io)).toString("utf8");
}
export { runHook };
