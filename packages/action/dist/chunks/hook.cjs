"use strict";
const require_first = require("./first.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
// ../cli/dist/commands/hook.js
/**
* `bnguard hook NAME`: what git's hooks call. Reads what git hands to that hook, scans what would come in, and says the
* ways on where it stops something. Silent where there is nothing to say.
*/
async function runHook(request, setting) {
	const { name } = request;
	if (name === "agent") return (await Promise.resolve().then(() => require("./hook-agent.cjs"))).runAgentHook(setting);
	try {
		const source = await sourceFor(request, setting);
		if (source === void 0) return { code: 0 };
		const outcome = await require_first.runScan(scanOf(source, await decides(request, setting)), setting);
		if (outcome.code === 0) return outcome;
		const { unchecked, waysOn } = await Promise.resolve().then(() => require("./findings.cjs")).then((n) => n.ways_on_exports);
		const end = outcome.code === 1 ? waysOn(name, require_first.textWidth(setting.io)) : `\n${unchecked(name)}\n`;
		return {
			...outcome,
			stdout: joined(outcome.stdout ?? "", end)
		};
	} catch (error) {
		if (!(error instanceof require_first.UserError)) throw error;
		const { unchecked } = await Promise.resolve().then(() => require("./findings.cjs")).then((n) => n.ways_on_exports);
		throw new require_first.UserError(`${error.message}\n${unchecked(name)}`);
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
/** A server takes its configuration from what it has; where it has nothing yet, nothing that arrives may excuse itself. */
async function decides({ name }, { cwd }) {
	if (name !== "pre-receive") return {};
	const [{ openStore }, { hasHead }] = await Promise.all([Promise.resolve().then(() => require("./first.cjs")).then((n) => n.store_exports), Promise.resolve().then(() => require("./first.cjs")).then((n) => n.ask_exports)]);
	return await hasHead(openStore(cwd)) ? { configFrom: "HEAD" } : {
		config: false,
		ignores: false
	};
}
const pushed = () => Promise.resolve().then(() => require("./pushed.cjs"));
const arrival = () => Promise.resolve().then(() => require("./arrival.cjs"));
async function sourceFor({ name, args }, setting) {
	const { io, cwd } = setting;
	switch (name) {
		case "pre-commit":
			refuseEmpty(name, args);
			return { kind: "staged" };
		case "pre-merge-commit":
			refuseEmpty(name, args);
			return {
				kind: "staged",
				merging: headsOf(io.env)
			};
		case "commit-msg": return {
			kind: "texts",
			texts: [{
				path: "",
				bytes: withoutDiff(messageIn(args[0], cwd))
			}],
			origin: { kind: "staged" }
		};
		case "pre-push": {
			const [remote = io.env["PRE_COMMIT_REMOTE_NAME"], address = io.env["PRE_COMMIT_REMOTE_URL"]] = args;
			const { refsOfPush } = await pushed();
			const refs = pushedByFramework(io.env) ?? refsOfPush(await linesFrom(setting, name));
			return (await arrival()).arrivalOf(cwd, refs, {
				kind: "remote",
				remote,
				address
			});
		}
		case "pre-receive": {
			const { refsOfReceive } = await pushed();
			return (await arrival()).arrivalOf(cwd, refsOfReceive(await linesFrom(setting, name)), { kind: "all" });
		}
		default: throw new require_first.UserError(`${name} is no hook that bnguard knows.`);
	}
}
/** A variable that is not set is no repository, and the one that is here would be looked at. */
function refuseEmpty(name, args) {
	if (args.includes("")) throw new require_first.UserError(`${name}: an argument is empty, and git hands none to this hook.`);
}
/** Before the hook for clean merges git writes no MERGE_HEAD, but tells the other heads by the names of variables. */
const headsOf = (env) => Object.keys(env).flatMap((name) => /^GITHEAD_([0-9a-f]{40}|[0-9a-f]{64})$/.exec(name)?.[1] ?? []);
/**
* The pre-commit framework reads standard input itself, and tells one ref in variables. Where it tells no commit (a push
* with a root commit) it means everything: the branch's whole history. Where it tells no remote, nothing is pushed.
*/
function pushedByFramework(env) {
	if (env["PRE_COMMIT"] !== "1") return void 0;
	const { PRE_COMMIT_FROM_REF: old = "0", PRE_COMMIT_TO_REF: now, PRE_COMMIT_REMOTE_BRANCH: ref = "" } = env;
	if (now === void 0 && env["PRE_COMMIT_REMOTE_NAME"] === void 0) return [];
	return [{
		ref,
		old,
		new: now ?? env["PRE_COMMIT_LOCAL_BRANCH"] ?? "HEAD"
	}];
}
function messageIn(file, cwd) {
	if (file === void 0 || file === "") throw new require_first.UserError("commit-msg: git hands over the file with the message, and here is none. By hand: bnguard hook commit-msg .git/COMMIT_EDITMSG.");
	try {
		return (0, node_fs.readFileSync)((0, node_path.resolve)(cwd, file));
	} catch (error) {
		const { code = "unknown error" } = error;
		throw new require_first.UserError(`${file} cannot be read (${code}): it should be the file with the commit’s message.`);
	}
}
/**
* `git commit --verbose` shows the change beneath a line of scissors, which git cuts off with all that follows. Of what
* stands there only the lines of a diff are left out: a message given on the command line keeps everything.
*/
function withoutDiff(bytes) {
	const text = bytes.toString("latin1");
	const [scissors] = /^. -{24} >8 -{24}\n(?:\S .*\n)*(?=diff --git )/m.exec(text) ?? [];
	if (scissors === void 0) return bytes;
	const at = text.indexOf(scissors);
	const rest = text.slice(at).split("\n").filter((line) => !/^(?:[-+@ \\]|diff |index |new |old |deleted |similarity |rename |copy |Binary )/.test(line));
	return Buffer.from(text.slice(0, at) + rest.join("\n"), "latin1");
}
async function linesFrom(setting, name) {
	if (setting.io.isTTY.stdin === true) throw new require_first.UserError(`${name}: git writes what is pushed to this hook’s standard input, and here is a terminal. By hand: bnguard scan --range '@{upstream}..HEAD'.`);
	return Buffer.from(await require_first.readAll(setting.io)).toString("utf8");
}
exports.runHook = runHook;
