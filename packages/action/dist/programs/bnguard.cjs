"use strict";
const require_first = require("../chunks/first.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
// ../cli/dist/hook-line.js
/**
* Reads the few command lines that hooks and tools call all day, without the framework that reads all others: loading
* that takes a commit longer than reading its files. What it does not know it leaves to command-line.ts, flag for flag.
*/
const flags = [
	"--staged",
	"--quiet",
	"--verbose",
	"--no-progress",
	"--allow-incomplete"
];
/** `hook NAME …`, or `scan --staged` with flags that take no value; else undefined. Gives what command-line.ts would. */
function hookRequest([command, ...typed]) {
	if (command === "hook") {
		const [name, ...args] = typed;
		return isHookName(name) ? {
			kind: "hook",
			name,
			args
		} : void 0;
	}
	const has = (flag) => typed.includes(flag);
	if (command !== "scan" || !has("--staged") || has("--quiet") && has("--verbose")) return void 0;
	if (!typed.every((flag) => flags.includes(flag))) return void 0;
	return {
		kind: "scan",
		source: { kind: "staged" },
		paths: [],
		reports: [{ format: "text" }],
		color: "auto",
		ignores: true,
		progress: !has("--no-progress"),
		allowIncomplete: has("--allow-incomplete"),
		verbose: has("--verbose"),
		quiet: has("--quiet")
	};
}
const isHookName = (name) => require_first.hookNames.includes(name);
/** Whether only the version is asked for. */
const asksVersion = (argv) => argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V");
// ../cli/dist/main.js
/** The program without its process: a command line in, texts out, an exit code back. The one place that writes. */
/**
* Runs one command line (without node and the program's name). Never throws, never ends the process.
* `scanner` stands in for the scan where a test needs a certain report.
*/
async function run(argv, io, scanner = require_first.scan) {
	try {
		const request = await parse(argv, io);
		if (request.kind === "told") {
			await io.stdout.write(request.text);
			return 0;
		}
		return await write(await perform(request, {
			io,
			cwd: require_first.workingFolder(io),
			scan: scanner
		}), io);
	} catch (error) {
		const text = error instanceof require_first.UserError ? complaint(error.message) : require_first.crashText(error);
		await Promise.resolve(io.stderr.write(text)).catch(() => {});
		return 2;
	}
}
async function parse(argv, io) {
	if (asksVersion(argv)) return {
		kind: "told",
		text: `${require_first.ownVersion()}\n`
	};
	const hook = hookRequest(argv);
	if (hook) return hook;
	const { parseCommandLine } = await Promise.resolve().then(() => require("../chunks/command-line.cjs"));
	return parseCommandLine(argv, require_first.ownVersion(), Math.min(require_first.textWidth(io), 100));
}
/** Commands are loaded when they are called for: starting is most of what a small scan costs. */
async function perform(request, setting) {
	switch (request.kind) {
		case "scan": return (await Promise.resolve().then(() => require("../chunks/first.cjs")).then((n) => n.scan_exports)).runScan(request, setting);
		case "baseline": return (await Promise.resolve().then(() => require("../chunks/baseline2.cjs"))).runBaseline(request, setting);
		case "baseline-add": return (await Promise.resolve().then(() => require("../chunks/baseline-add.cjs"))).runBaselineAdd(request, setting);
		case "merge": return (await Promise.resolve().then(() => require("../chunks/merge.cjs"))).runMerge(request, setting);
		case "find": return (await Promise.resolve().then(() => require("../chunks/find.cjs"))).runFind(request, setting);
		case "fix": return (await Promise.resolve().then(() => require("../chunks/fix.cjs"))).runFix(request, setting);
		case "keys-add": return (await Promise.resolve().then(() => require("../chunks/keys-add.cjs"))).runKeysAdd(request, setting);
		case "keys-list": return (await Promise.resolve().then(() => require("../chunks/keys.cjs"))).runKeysList(request, setting);
		case "keys-due": return (await Promise.resolve().then(() => require("../chunks/keys.cjs"))).runKeysDue(request, setting);
		case "keys-check": return (await Promise.resolve().then(() => require("../chunks/keys-check.cjs"))).runKeysCheck(request, setting);
		case "hook": return (await Promise.resolve().then(() => require("../chunks/hook.cjs"))).runHook(request, setting);
		case "init": return (await Promise.resolve().then(() => require("../chunks/init.cjs"))).runInit(request, setting);
		case "rules": return (await Promise.resolve().then(() => require("../chunks/rules.cjs"))).runRules(request, setting);
		case "explain-rule": return (await Promise.resolve().then(() => require("../chunks/explain-rule.cjs"))).runExplainRule(request, setting);
		case "explain-code": return (await Promise.resolve().then(() => require("../chunks/explain-code.cjs"))).runExplainCode(request, setting);
		case "explain-finding": return (await Promise.resolve().then(() => require("../chunks/explain-finding.cjs"))).runExplainFinding(request, setting);
		case "explain-purge": return (await Promise.resolve().then(() => require("../chunks/explain-purge.cjs"))).runExplainPurge(request, setting);
		case "explain-text": return (await Promise.resolve().then(() => require("../chunks/explain-text.cjs"))).runExplainText(request, setting);
		default: return request;
	}
}
/** A text in pieces of a size that is worth writing. */
function* inPieces(text) {
	if (typeof text === "string") {
		if (text !== "") yield text;
		return;
	}
	let piece = "";
	for (const more of text) {
		piece += more;
		if (piece.length < 65536) continue;
		yield piece;
		piece = "";
	}
	if (piece !== "") yield piece;
}
/** What could not be written. */
async function writeFiles(files, io) {
	const failures = [];
	for (const { path, text } of files) await node_fs.promises.writeFile(path, inPieces(text)).catch((error) => {
		failures.push(`${(0, node_path.relative)(require_first.workingFolder(io), path) || path} cannot be written (${error.code ?? "unknown error"}): ${remedy(error.code)}.`);
	});
	return failures;
}
/** Writes everything that can be written; what cannot makes the exit code 2. */
async function write({ code, stdout = "", files = [], notes = [], written }, io) {
	const failures = files.length > 0 ? await writeFiles(files, io) : [];
	try {
		for (const piece of inPieces(stdout)) await io.stdout.write(piece);
	} catch (error) {
		const { code: reason = "unknown error" } = error;
		failures.push(`standard output cannot be written (${reason}): ${remedy(reason)}.`);
	}
	const done = failures.length === 0 && written !== void 0 ? [written] : [];
	const lines = [
		...notes,
		...done,
		...failures
	].map(complaint);
	if (lines.length > 0) await Promise.resolve(io.stderr.write(lines.join(""))).catch(() => {});
	return failures.length > 0 ? 2 : code;
}
function remedy(code) {
	if (code === "ENOENT" || code === "ENOTDIR") return "its folder does not exist, make it first";
	if (code === "EISDIR") return "it is a folder, name a file in it";
	if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "no permission, choose another place";
	if (code === "ENOSPC" || code === "EDQUOT") return "the disk is full, make room";
	return "choose another place";
}
/** `bnguard: …`, every line safe to show. */
function complaint(message) {
	const [first = "", ...more] = message.split("\n").map((line) => require_first.visible(require_first.redact(line)));
	return [`bnguard: ${first}`, ...more.map((line) => `  ${line}`)].map((line) => `${line}\n`).join("");
}
// ../cli/dist/start.js
/** Starts the program in this process. Everything else is in main.ts. */
function start() {
	return require_first.ownProcess(() => run(process.argv.slice(2), require_first.processIo()));
}
// build/bnguard.js
/** The command line as one program that a plain clone can run: nothing to install, nothing to build. */
start();
