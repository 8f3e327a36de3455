"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_child_process = require("node:child_process");
let node_os = require("node:os");
let node_tty = require("node:tty");
let node_url = require("node:url");
// ../cli/dist/every-string.js
/** The same data with every string in it changed. For plain data without cycles, such as a Report; keys stay. */
function everyString(data, change) {
	if (typeof data === "string") return change(data);
	if (Array.isArray(data)) return data.map((item) => everyString(item, change));
	if (typeof data !== "object" || data === null) return data;
	return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, everyString(value, change)]));
}
// ../cli/dist/redact.js
/**
* The last gate before anything is shown. The engine hands out no values, but a path, a branch or an error can hold
* one: every key-shaped run is cut to its first four characters. Not a detector: it knows shape and nothing else.
*/
/** A half of a key and more: shorter pieces are in names by chance. */
const longRun = /[A-Za-z0-9]{20,}/g;
/** Shorter ones count where a key that begins so was found: people name files and branches after their keys. */
const shortRun = /[A-Za-z0-9]{6,}/g;
/**
* Cuts every run that mixes upper case, lower case and digits as a key does: `Nhqp…`. Names and hex stay.
* @param masks the first four characters of values that were found
*/
function redact(text, masks) {
	const safe = text.replace(longRun, (run) => isMixed(run) ? `${run.slice(0, 4)}…` : run);
	if (masks === void 0 || masks.size === 0) return safe;
	return safe.replace(shortRun, (run) => masks.has(run.slice(0, 4)) && !isWord(run) ? `${run.slice(0, 4)}…` : run);
}
/** In a key two neighbours of three are of different classes; in a name of words one of three. */
function isMixed(run) {
	if (!/[a-z]/.test(run) || !/[A-Z]/.test(run) || !/\d/.test(run)) return false;
	return run.length >= 60 || changesIn(run) >= .4 * run.length;
}
/** `Trader`, `test2026`, `HTTP`, `loadKeys`: what people make names of. */
const isWord = (run) => /^[0-9a-f]{32,}$/.test(run) || /^(?:[A-Z]?[a-z]+){1,3}\d*$|^[A-Z]+\d*$|^\d+$/.test(run);
const changesIn = (run) => run.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g)?.length ?? 0;
/** The same data with every string in it redacted. For plain data without cycles, such as a Report. */
function redactAll(data) {
	const masks = masksIn(data);
	return everyString(data, (text) => redact(text, masks));
}
/** The beginnings of all values that a report shows. */
function masksIn(data) {
	const { findings = [], suppressed = [] } = data ?? {};
	const masks = [findings, suppressed].flatMap((list) => Array.isArray(list) ? list : []).map((finding) => finding.masked);
	return new Set(masks.flatMap((mask) => typeof mask === "string" && mask.length === 5 ? [mask.slice(0, 4)] : []));
}
// ../engine/dist/severity.js
/** From harmless to worst. */
const severities = [
	"info",
	"low",
	"medium",
	"high",
	"critical"
];
/** From sure to doubtful. */
const confidences = [
	"certain",
	"likely",
	"possible"
];
/** Whether `severity` is at `floor` or worse. */
function atLeastAsBad(severity, floor) {
	return severities.indexOf(severity) >= severities.indexOf(floor);
}
/** Whether `confidence` is `floor` or surer. */
function atLeastAsSure(confidence, floor) {
	return confidences.indexOf(confidence) <= confidences.indexOf(floor);
}
/** The worse of two severities. */
function worse(a, b) {
	return atLeastAsBad(a, b) ? a : b;
}
/** Whether no money is at stake: on a testnet, or in the demo. */
function isTestnet({ environment }) {
	return environment === "testnet" || environment === "demo";
}
/** One step less in samples and tests, never to nothing; at most low on a testnet. */
function lessened(whole, { sample, environment }) {
	const step = Math.max(0, severities.indexOf(whole) - (sample ? 1 : 0));
	const capped = isTestnet({ environment }) ? Math.min(step, severities.indexOf("low")) : step;
	return severities[capped] ?? "info";
}
// ../cli/dist/exit-code.js
/** The report with only the findings that the thresholds show. Suppressed findings always stay: they are a record. */
function shownPart(report, thresholds) {
	const { minSeverity, minConfidence } = thresholds;
	const findings = report.findings.filter((f) => atLeastAsBad(f.severity, minSeverity) && atLeastAsSure(f.confidence, minConfidence));
	const kept = new Set(findings);
	const rest = report.findings.filter((finding) => !kept.has(finding));
	const tooMild = rest.filter((f) => !atLeastAsBad(f.severity, minSeverity)).map((f) => f.severity);
	const tooUnsure = rest.filter((f) => !atLeastAsSure(f.confidence, minConfidence)).map((f) => f.confidence);
	const mildest = tooMild.reduce((a, b) => a && atLeastAsBad(b, a) ? a : b, void 0);
	const unsurest = tooUnsure.reduce((a, b) => a && atLeastAsSure(b, a) ? a : b, void 0);
	return {
		report: {
			...report,
			findings
		},
		hidden: {
			count: rest.length,
			...mildest && { severity: mildest },
			...unsurest && { confidence: unsurest }
		}
	};
}
/** @param report its shown part (see {@link shownPart}). */
function exitCode(report, { failOn, allowIncomplete }) {
	if (!report.complete && !allowIncomplete) return 2;
	return failOn !== "never" && report.findings.some((finding) => atLeastAsBad(finding.severity, failOn)) ? 1 : 0;
}
// ../cli/dist/git/children.js
const living = /* @__PURE__ */ new Set();
/** Notes a process; returns what takes the note back. */
function noteChild(pid) {
	if (pid === void 0) return () => {};
	living.add(pid);
	return () => void living.delete(pid);
}
/** Ends a git. Of one that could not be started Node 20 would end our own group of processes instead, the caller's too. */
function stopChild(child, signal) {
	if (child?.pid !== void 0) child.kill(signal);
}
/** Why git was not asked. */
const givenUp = "no wish to know any more";
/** What was asked for one end, and is ended together where that is given up. */
var Ending = class {
	#children = /* @__PURE__ */ new Set();
	#isOver = false;
	get isOver() {
		return this.#isOver;
	}
	note(child) {
		this.#children.add(child);
		child.once("close", () => this.#children.delete(child));
	}
	/** Nothing is to be started any more. */
	now() {
		this.#isOver = true;
		for (const child of this.#children) stopChild(child);
	}
};
/**
* Waits until a git has ended and all that it wrote was read. Undefined where it ended well; else its exit code, its signal,
* or why it could not be started.
*/
function endOf(child) {
	return new Promise((resolve) => {
		let left = 3;
		let failure;
		const part = () => {
			left--;
			if (left === 0) resolve(failure);
		};
		const exit = (code, signal) => {
			failure = code === 0 ? void 0 : signal ?? String(code);
		};
		child.on("error", (error) => resolve(error.code ?? error.message));
		child.on("exit", exit).on("exit", part);
		for (const output of [child.stdout, child.stderr]) output?.on("end", part);
		child.on("close", (code, signal) => {
			exit(code, signal);
			resolve(failure);
		});
	});
}
/** Ends all of them at once. Only processes that we started are noted. */
function endChildren() {
	for (const pid of living) try {
		process.kill(pid, "SIGKILL");
	} catch {}
	living.clear();
}
// ../cli/dist/sources/names.js
/** File names as they are (bytes) and as they are shown (text), and the folders that hold other people's code. */
/** The name that these bytes spell. */
function nameOf(bytes) {
	const text = bytes.toString("utf8");
	return text.includes("�") && !Buffer.from(text).equals(bytes) ? Uint8Array.from(bytes) : text;
}
/** As reports show it: bytes that are no text become U+FFFD. */
function shownName(name) {
	return typeof name === "string" ? name : Buffer.from(name).toString("utf8");
}
/** What the operating system is asked for. */
function absoluteName(folder, name) {
	return typeof name === "string" ? `${folder}/${name}` : Buffer.concat([Buffer.from(`${folder}/`), name]);
}
/** True when `path` is `folder` or lies in it; both absolute. */
function isInside(path, folder) {
	const way = (0, node_path.relative)(folder, path);
	return way === "" || way !== ".." && !way.startsWith(`..${node_path.sep}`) && !(0, node_path.isAbsolute)(way);
}
/**
* Folders that package managers and builds fill, by name. Their content counts as somebody else's when git does not
* track it. `env`, `build`, `dist` and `lib` are left out on purpose: people keep their own code under such names.
*/
const dependencyFolders = /* @__PURE__ */ new Set([
	".bundle",
	".eggs",
	".gradle",
	".m2",
	".mypy_cache",
	".nox",
	".nuget",
	".pnpm-store",
	".pytest_cache",
	".ruff_cache",
	".tox",
	".venv",
	".yarn",
	"__pycache__",
	"__pypackages__",
	"bower_components",
	"Carthage",
	"DerivedData",
	"dist-packages",
	"jspm_packages",
	"node_modules",
	"Pods",
	"site-packages",
	"target",
	"vendor",
	"venv",
	"virtualenv"
]);
const dependency = new RegExp(`(?<=^|/)(?:${[...dependencyFolders].map((name) => name.replaceAll(".", "\\.")).join("|")})/`, "g");
/** The dependency folders that a path lies in, outermost first, each with its closing slash. */
function dependencyPrefixes(path) {
	if (path.search(dependency) < 0) return none;
	return [...path.matchAll(dependency)].map((match) => path.slice(0, match.index + match[0].length));
}
const none = [];
// ../cli/dist/user-error.js
/** The error for what the user can fix. It prints without a stack and ends the program with exit code 2. */
/** Its message says the fact, then the place, then the remedy; it never holds a credential. */
var UserError = class extends Error {
	name = "UserError";
};
// ../cli/dist/small-file.js
/** Reads small files of a repository that may be hostile, such as its configuration: regular files of bounded size, no way out. */
/** The text of a file, or undefined where there is none. Throws a UserError where it cannot or must not be read. */
function readSmallFile(path, { name, mostMegabytes, inside }) {
	try {
		if (!(0, node_fs.lstatSync)(path, { throwIfNoEntry: false })) return void 0;
		if (inside !== void 0 && !isInside((0, node_fs.realpathSync)(path), (0, node_fs.realpathSync)(inside))) throw new UserError(`${name} is a link that leads out of the repository. Put the file itself there.`);
		const file = (0, node_fs.openSync)(path, node_fs.constants.O_RDONLY | node_fs.constants.O_NONBLOCK);
		try {
			const found = (0, node_fs.fstatSync)(file);
			if (!found.isFile()) throw new UserError(`${name} is not a regular file. Put a file there, or remove it.`);
			if (found.size > mostMegabytes * 1048576) throw new UserError(`${name} is larger than the ${mostMegabytes} MB that such a file may have. Make it smaller.`);
			const bytes = Buffer.alloc(found.size);
			const bytesRead = (0, node_fs.readSync)(file, bytes, 0, bytes.length, 0);
			return new TextDecoder("utf-8", {
				fatal: true,
				ignoreBOM: true
			}).decode(bytes.subarray(0, bytesRead));
		} finally {
			(0, node_fs.closeSync)(file);
		}
	} catch (error) {
		if (error instanceof UserError) throw error;
		if (error instanceof TypeError) throw new UserError(`${name} is not UTF-8 text. Save it as UTF-8.`);
		const { code = "unknown error" } = error;
		if (code === "ENOENT") {
			if ((0, node_fs.lstatSync)(path, { throwIfNoEntry: false })) throw new UserError(`${name} is a link that leads nowhere. Repair or remove it.`);
			return;
		}
		throw new UserError(`${name} cannot be read (${code}). Check its permissions.`);
	}
}
/** The same; empty where there is none, and where it cannot be read. */
function trySmallFile(path, limits) {
	try {
		return readSmallFile(path, limits) ?? "";
	} catch {
		return "";
	}
}
/** Whether there is something, if only a link that leads nowhere. What cannot be looked at is not. */
function isThere(path) {
	try {
		return (0, node_fs.lstatSync)(path, { throwIfNoEntry: false }) !== void 0;
	} catch {
		return false;
	}
}
// ../cli/dist/git/watchdog.js
/**
* Together five minutes and a part of one more tick: long enough for a cold network disk, short enough to end. A FIFO named `.gitignore` would block git
* for ever.
*/
const [tick, mostQuietTicks] = [5e4, 7];
/** In milliseconds. */
const patience$1 = tick * mostQuietTicks;
/** What git then failed of. */
const silence = "no answer for five minutes";
/** Looks now and then: a timer for each wait would take longer than most answers. */
var Watchdog = class {
	/** What git failed of where this ended it. */
	failure;
	#child;
	#timer;
	#isAwaited = false;
	/** Ticks in which git was waited for and wrote nothing. */
	#quiet = 0;
	constructor(child) {
		this.#child = child;
	}
	/** Waits for what only git can bring about: a chunk of its output, its end. */
	async wait(answer) {
		this.arm();
		try {
			return await answer;
		} finally {
			this.disarm();
		}
	}
	/** From now on git is waited for, until `disarm`. */
	arm() {
		this.#isAwaited = true;
		this.#timer ??= setTimeout(() => this.#look(), tick).unref();
	}
	disarm() {
		this.#isAwaited = false;
		this.#quiet = 0;
	}
	/** git has written something while it was waited for. */
	hear() {
		this.#quiet = 0;
	}
	#look() {
		if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
		this.#timer?.refresh();
		if (!this.#isAwaited || ++this.#quiet < mostQuietTicks) return;
		setImmediate(() => {
			if (this.#quiet < mostQuietTicks || this.#child.exitCode !== null) return;
			this.failure = silence;
			stopChild(this.#child, "SIGKILL");
		});
	}
};
/** What git writes to its output. Whoever takes long over a chunk does not make it look silent. */
async function* outputOf({ stdout }, watchdog) {
	const chunks = stdout[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await watchdog.wait(chunks.next());
			if (next.done === true) return;
			yield next.value;
		}
	} finally {
		await chunks.return?.();
	}
}
// ../cli/dist/git/hardened.js
/**
* How git is called: so that nothing which a scanned repository brings can run, reach the network or change the
* repository. Says nothing about what is asked; for that see list.ts and name.ts.
*/
/**
* Settings that beat the repository's own (git reads them last). Aliases need no entry, because only built-in
* commands are called, and neither do filters, textconv and merge drivers: no command is called that applies them.
*/
const hardenedConfig = [
	"core.fsmonitor=false",
	`core.hooksPath=${node_os.devNull}`,
	`core.attributesFile=${node_os.devNull}`,
	"core.pager=cat",
	"core.askPass=",
	"core.sshCommand=false",
	"core.alternateRefsCommand=true",
	"core.commitGraph=false",
	"credential.helper=",
	"diff.external=",
	"gpg.program=false",
	"log.showSignature=false",
	"submodule.recurse=false",
	"core.quotePath=false"
];
/** What git must find in its environment, over anything inherited. */
const hardenedVariables = {
	GIT_OPTIONAL_LOCKS: "0",
	GIT_TERMINAL_PROMPT: "0",
	GIT_NO_LAZY_FETCH: "1",
	GIT_ALLOW_PROTOCOL: "none",
	GIT_NO_REPLACE_OBJECTS: "1",
	GIT_GRAFT_FILE: node_os.devNull,
	GIT_PAGER: "cat",
	LC_ALL: "C"
};
/** The user's own configuration may come through the environment (`safe.directory` in containers, say). */
const kept = /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|PARAMETERS|KEY_\d+|VALUE_\d+)|EXEC_PATH)$/;
/** Leads git elsewhere or names programs for it to run. */
const dropped = /^(?:GIT_.*|EDITOR|VISUAL|PAGER|SSH_ASKPASS|PREFIX)$/i;
/** The environment for a git that looks at `top` and at no repository above it, unless `leads` lead it elsewhere. */
function gitEnvironment(top, leads = {}) {
	const inherited = Object.entries(process.env).filter(([name]) => kept.test(name) || !dropped.test(name));
	return {
		...Object.fromEntries(inherited),
		...hardenedVariables,
		GIT_CEILING_DIRECTORIES: (0, node_path.dirname)(top),
		...leads
	};
}
/** The arguments of git that come before the command's own. `top` is the work tree whatever `core.worktree` says. */
const gitOptions = [
	"--no-pager",
	"--literal-pathspecs",
	"--work-tree=.",
	...hardenedConfig.flatMap((setting) => ["-c", setting])
];
/**
* Runs git in `top`, the folder that holds `.git`, and yields the records of its output, which end with NUL or else with
* `separator`, in batches.
* Yields bytes: a path need not be text. Returns what git wrote to standard error. Throws a UserError when git is
* absent, refuses the repository or fails; `withoutGit`: see gitFailure.
*/
async function* gitRecords(top, args, leads = {}, { input, ending, withoutGit, separator = "\0" } = {}) {
	if (ending?.isOver) throw gitFailure(top, givenUp, "");
	const child = (0, node_child_process.spawn)("git", [...gitOptions, ...args], {
		cwd: top,
		env: gitEnvironment(top, leads),
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		]
	});
	ending?.note(child);
	child.stdin.on("error", () => {});
	child.stdin.end(input);
	let complaints = "";
	child.stderr.setEncoding("utf8").on("data", (text) => {
		if (complaints.length < 65536) complaints += text;
	});
	const ended = endOf(child);
	const watchdog = new Watchdog(child);
	try {
		let rest = Buffer.alloc(0);
		for await (const chunk of outputOf(child, watchdog)) {
			const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
			const records = [];
			let from = 0;
			for (let to = bytes.indexOf(separator); to >= 0; to = bytes.indexOf(separator, from)) {
				records.push(bytes.subarray(from, to));
				from = to + 1;
			}
			rest = bytes.subarray(from);
			if (records.length > 0) yield records;
		}
		const failure = await watchdog.wait(ended);
		if (failure !== void 0) throw gitFailure(top, watchdog.failure ?? failure, complaints, withoutGit);
		return complaints;
	} finally {
		stopChild(child);
	}
}
/**
* Turns git's failure into a line that says what to do. `withoutGit`: what else helps where there is no git; only
* who reads files has something.
*/
function gitFailure(top, failure, complaints, withoutGit) {
	if (failure === "ENOENT") return new UserError(`${top} is a git repository, but there is no git program to read it with. ${`Install git${withoutGit ? `, or ${withoutGit}` : "; what git stores cannot be read without it"}.`}`);
	if (complaints.includes("dubious ownership") || complaints.includes("unsafe repository")) return new UserError(`git refuses to read ${top}, because the folder belongs to another user. If you trust it: git config --global --add safe.directory ${/^[\w./@+-]+$/.test(top) ? `'${top}'` : "FOLDER"}`);
	return new UserError(`git could not read the repository at ${top}: ${complaints.trim().split("\n").at(-1) || `git ended with ${failure}`}. Check it with git fsck.`);
}
// ../cli/dist/git/repository.js
/** Finds the git repository that a folder belongs to, from files alone, and names it. Runs git only for the name. */
/**
* True when `folder` is the top of a work tree. The test is git's own: `.git` is a folder with HEAD, objects and
* refs, or a file that names a folder with a HEAD (submodules and linked work trees).
*/
function isRepository(folder) {
	return gitFolderOf(folder) !== void 0;
}
/** The git folder of the work tree whose top is `folder` (absolute): `.git`, or what a file of that name leads to. */
function gitFolderOf(folder) {
	const git = (0, node_path.join)(folder, ".git");
	try {
		const found = (0, node_fs.statSync)(git, { throwIfNoEntry: false });
		if (found?.isDirectory()) return isGitFolder(git) ? git : void 0;
		if (!found?.isFile()) return void 0;
		const [, target] = /^gitdir: (.*?)\n*$/s.exec(trySmallFile(git, {
			name: ".git",
			mostMegabytes: 1
		})) ?? [];
		if (target === void 0) return void 0;
		(0, node_fs.lstatSync)((0, node_path.join)((0, node_path.resolve)(folder, target), "HEAD"));
		return (0, node_path.resolve)(folder, target);
	} catch {
		return;
	}
}
/**
* Whether git keeps a repository right in `folder`: a bare one, or a folder named `.git`. The test is git's own
* (is_git_directory in its setup.c): a work tree may have files of these names, and they make no repository of it.
*/
function isGitFolder(folder) {
	try {
		return isFolder((0, node_path.join)(folder, "objects")) && isFolder((0, node_path.join)(folder, "refs")) && isHead((0, node_path.join)(folder, "HEAD"));
	} catch {
		return false;
	}
}
const isFolder = (path) => (0, node_fs.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
/** A link to a ref, or a file that names one or a commit. Bytes, since a branch's name may be in any encoding. */
function isHead(path) {
	const found = (0, node_fs.lstatSync)(path, { throwIfNoEntry: false });
	if (found?.isSymbolicLink()) return (0, node_fs.readlinkSync)(path).startsWith("refs/");
	if (!found?.isFile()) return false;
	const file = (0, node_fs.openSync)(path, node_fs.constants.O_RDONLY | node_fs.constants.O_NONBLOCK);
	try {
		const start = Buffer.alloc(128);
		const text = start.toString("latin1", 0, (0, node_fs.readSync)(file, start, 0, start.length, 0));
		return /^(?:ref:\s*refs\/|[0-9a-f]{40})/i.test(text);
	} finally {
		(0, node_fs.closeSync)(file);
	}
}
/** Whether a folder of git's says itself that it has no work tree. */
function isBare(gitFolder) {
	return /^\s*bare\s*(?:=\s*(?:true|yes|on|1)\s*)?$/im.test(trySmallFile((0, node_path.join)(gitFolder, "config"), {
		name: "config",
		mostMegabytes: 1
	}));
}
/** The top of the work tree that holds `folder` (absolute), or undefined outside git. */
function findTop(folder) {
	for (let at = folder;; at = (0, node_path.dirname)(at)) {
		if (isRepository(at)) return at;
		if (at === (0, node_path.dirname)(at)) return void 0;
	}
}
/** `host/owner/name` of a remote's URL, without user, password, port and query; undefined for a local path. */
function remoteName(url) {
	const [, host, path] = (/^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? /^[^:]+:\/\/(?:[^/@]*@)*([^/:@]+)(?::\d+)?\/+([^?#]+)/.exec(url) : /^(?:[^/@]*@)*([^/:@]{2,}):\/*([^?#]+)/.exec(url)) ?? [];
	if (host === void 0 || path === void 0 || path.startsWith(":")) return void 0;
	const name = path.replace(/\/+$/, "").replace(/\.git$/, "");
	return name === "" ? void 0 : `${host.toLowerCase()}/${name}`;
}
const unsafe = Object.fromEntries("Alias AskPass CommandBinaries ConfigEnvCount ConfigPaths CredentialHelper DiffExternal DiffTextConv Editor Exec Filter FsMonitor GitProxy GpgProgram HooksPath Include MergeDriver Pack Pager ProtocolOverride SshCommand Submodule TemplateDir UrlRewrite".split(" ").map((guard) => [`allowUnsafe${guard}`, true]));
/** The remote `origin` without credentials; the folder's name if there is none or git cannot say. Never throws. */
async function repositoryName(top) {
	try {
		const { simpleGit } = await Promise.resolve().then(() => require("./dist.cjs"));
		const environment = gitEnvironment(top);
		const allowEnvironment = Object.keys(environment).filter((name) => name.startsWith("GIT_"));
		return remoteName((await simpleGit({
			baseDir: top,
			config: [...hardenedConfig],
			unsafe,
			allowEnvironment,
			timeout: { block: patience$1 }
		}).env(environment).raw("config", "--get", "remote.origin.url")).trim()) ?? (0, node_path.basename)(top);
	} catch {
		return (0, node_path.basename)(top);
	}
}
// ../cli/dist/git/store.js
/**
* Which repository --staged and --range look into, and which of git's variables lead there. Git sets such variables
* for its hooks: `git commit -a` hands over an index of its own, a push keeps new objects apart until they are
* accepted. They count only for the repository that they were set for (docs/decisions/0010-what-a-change-brings.md).
*/
var store_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	findStore: () => findStore,
	openStore: () => openStore
});
/** PATH is in no git repository. */
var NoRepository = class extends UserError {};
/** What git sets for hooks that read the index or new objects, and a person for the same end. */
const honoured = [
	"GIT_INDEX_FILE",
	"GIT_OBJECT_DIRECTORY",
	"GIT_ALTERNATE_OBJECT_DIRECTORIES",
	"GIT_QUARANTINE_PATH",
	"GIT_COMMON_DIR"
];
/**
* The repository that `path` (as typed) lies in or is; without `path` the one that git means here, which is GIT_DIR
* where that is set. Throws a UserError where there is none.
*/
function openStore(cwd, path) {
	const here = calledFor(cwd);
	if (path === void 0) {
		if (here !== void 0) return here;
		throw new NoRepository(`${cwd} is not in a git repository. Name one (PATH), or scan the folder itself: bnguard scan.`);
	}
	if (path === "") throw new UserError("Nothing was scanned: PATH is empty. For the repository that you are in leave it out.");
	const found = storeAround(reach((0, node_path.resolve)(cwd, path), path));
	if (found === void 0) throw new NoRepository(`${path} is not in a git repository. Name a work tree, a folder inside one, or a bare repository.`);
	return found.gitFolder === here?.gitFolder ? here : found;
}
/** The same; undefined where there is none. Throws a UserError where the folder cannot be reached. */
function findStore(cwd, path) {
	try {
		return openStore(cwd, path);
	} catch (error) {
		if (error instanceof NoRepository) return void 0;
		throw error;
	}
}
/** The repository that the environment and the folder mean, with the variables that were set for it. */
function calledFor(cwd) {
	const set = (name) => process.env[name] || void 0;
	const around = storeAround(reach(cwd, cwd));
	const leads = Object.fromEntries(honoured.flatMap((name) => set(name) === void 0 ? [] : [[name, set(name)]]));
	const typed = set("GIT_DIR");
	if (typed === void 0) return around && {
		...around,
		leads
	};
	const named = (0, node_path.resolve)(cwd, typed);
	const led = (0, node_path.basename)(named) === ".git" ? gitFolderOf((0, node_path.dirname)(named)) : void 0;
	const gitFolder = led === void 0 ? reach(named, `GIT_DIR=${typed}`) : node_fs.realpathSync.native(led);
	if (around?.gitFolder === gitFolder) return {
		...around,
		leads
	};
	const top = set("GIT_WORK_TREE");
	const folder = node_fs.realpathSync.native(cwd);
	return {
		dir: top !== void 0 ? reach((0, node_path.resolve)(cwd, top), `GIT_WORK_TREE=${top}`) : isInside(folder, gitFolder) ? gitFolder : folder,
		gitFolder,
		leads: {
			...leads,
			GIT_DIR: gitFolder
		}
	};
}
/** The nearest repository around a folder, bare or not, from files alone. */
function storeAround(folder) {
	for (let at = folder;; at = (0, node_path.dirname)(at)) {
		const gitFolder = gitFolderOf(at);
		if (gitFolder !== void 0) return {
			dir: at,
			gitFolder: node_fs.realpathSync.native(gitFolder),
			leads: {}
		};
		if (!((0, node_path.basename)(at) === ".git" && gitFolderOf((0, node_path.dirname)(at)) !== void 0) && isGitFolder(at)) return {
			dir: at,
			gitFolder: at,
			leads: {}
		};
		if (at === (0, node_path.dirname)(at)) return void 0;
	}
}
/** A folder without links in its path; of a file, the folder that it lies in. */
function reach(path, typed) {
	try {
		const real = node_fs.realpathSync.native(path);
		return (0, node_fs.statSync)(real).isDirectory() ? real : (0, node_path.dirname)(real);
	} catch (error) {
		const { code = "error" } = error;
		throw new UserError(`Nothing was scanned: ${typed} cannot be reached (${code === "ENOENT" ? "no such file or folder" : code}).`);
	}
}
// ../cli/dist/io.js
/** What the program sees of the world besides files: streams, folder, environment, terminal. Tests bring their own. */
/**
* The real world; `env` is what the program may see of the environment. A reader that went away (`| head`) is no failure;
* any other failed write is.
*/
function processIo(env = process.env) {
	return {
		get stdin() {
			return process.stdin;
		},
		stdout: outputTo(() => process.stdout),
		stderr: outputTo(() => process.stderr),
		cwd: process.cwd(),
		env,
		isTTY: {
			stdout: (0, node_tty.isatty)(1),
			stderr: (0, node_tty.isatty)(2),
			stdin: (0, node_tty.isatty)(0)
		},
		onInterrupt,
		columns: ((0, node_tty.isatty)(1) ? process.stdout.columns : (0, node_tty.isatty)(2) ? process.stderr.columns : 0) || void 0
	};
}
/** What shells say of a program that a signal ended. */
const endings = {
	SIGINT: 130,
	SIGTERM: 143
};
function onInterrupt(say) {
	const stop = (signal) => {
		const end = () => process.exit(endings[signal]);
		process.once("SIGINT", end);
		say().then((text) => process.stderr.write(text, end), end);
	};
	process.once("SIGINT", stop).once("SIGTERM", stop);
	return () => void process.off("SIGINT", stop).off("SIGTERM", stop);
}
const opened = /* @__PURE__ */ new Set();
/** Whether all is written that was given to standard output, or to an output of `processIo`. */
const isWritten = () => [process.stdout, ...opened].every(({ writableLength }) => writableLength === 0);
function outputTo(open) {
	const stream = () => {
		const it = open();
		if (!opened.has(it)) opened.add(it.on("error", () => {}));
		return it;
	};
	return { write: (text) => new Promise((resolve, reject) => {
		stream().write(text, (error) => !error || "code" in error && error.code === "EPIPE" ? resolve() : reject(error));
	}) };
}
/**
* The folder where the person typed the command. `npm run scan` in a clone of this project starts in the clone's top
* and tells the real folder in INIT_CWD. We believe it only when npm says that it runs this very clone's own script:
* in the script of any other project relative paths mean that project's folder.
*/
function workingFolder({ cwd, env }) {
	if (!["scan", "bnguard"].includes(env["npm_lifecycle_event"] ?? "") || !env["INIT_CWD"] || !env["npm_package_json"]) return cwd;
	try {
		const clone = (0, node_fs.realpathSync)((0, node_url.fileURLToPath)(new URL("../../../package.json", require("url").pathToFileURL(__filename).href)));
		if ((0, node_fs.realpathSync)(env["npm_package_json"]) !== clone) return cwd;
		const { name } = JSON.parse((0, node_fs.readFileSync)(clone, "utf8"));
		return name === "bnguard-workspace" ? env["INIT_CWD"] : cwd;
	} catch {
		return cwd;
	}
}
/** The user's folder for our caches, absolute. A relative XDG_CACHE_HOME does not count, as its specification has it. */
function userCacheFolder({ env }) {
	const { XDG_CACHE_HOME: given = "" } = env;
	return (0, node_path.join)((0, node_path.isAbsolute)(given) ? given : (0, node_path.join)(env["HOME"] || (0, node_os.homedir)(), ".cache"), "bnguard");
}
/** Whether to colour what goes to standard output: the flag, then NO_COLOR, FORCE_COLOR, then whether it is a terminal. */
function wantsColor(choice, { env, isTTY }) {
	if (choice !== "auto") return choice === "always";
	if (env["NO_COLOR"]) return false;
	if (env["FORCE_COLOR"]) return env["FORCE_COLOR"] !== "0" && env["FORCE_COLOR"] !== "false";
	return isTTY.stdout && env["TERM"] !== "dumb";
}
/** Columns for text: the terminal's within reason, else 80. */
function textWidth({ columns, isTTY }) {
	return isTTY.stdout && columns ? Math.min(Math.max(columns, 40), 100) : 80;
}
// ../cli/dist/reports/words.js
/** Numbers with units, lists and names, as sentences have them. */
/** `1 file`, `12,345 files`. */
function count(n, noun, plural = `${noun}s`) {
	return `${grouped(n)} ${n === 1 ? noun : plural}`;
}
/** `12,345`. */
function grouped(n) {
	return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** `120 bytes`, `3.4 MB`; 1 KB is 1024 bytes, as in --max-file-size. */
function size(bytes) {
	const power = bytes < 1024 ? 0 : Math.min(4, Math.floor(Math.log2(bytes) / 10));
	if (power === 0) return count(bytes, "byte");
	const amount = bytes / 1024 ** power;
	return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${[
		"",
		"KB",
		"MB",
		"GB",
		"TB"
	][power]}`;
}
/** `a`, `a and b`, `a, b and c`. */
function listed$1(items) {
	return items.length < 2 ? items[0] ?? "" : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
/** `+9`, `-3`, `+2.5`. */
function signedBits(bits) {
	const rounded = Math.round(bits * 10) / 10;
	return rounded < 0 ? String(rounded) : `+${rounded}`;
}
/** As people call a ref: `main`, `v1`, `origin/main`. */
const shortRef = (name) => name.replace(/^refs\/(?:heads|remotes|tags)\//, "");
// ../cli/dist/progress.js
/** Milliseconds before anything appears, and between two changes. */
const patience = 500;
const interval = 100;
const plainInterval = 1e4;
/**
* `columns`: of the terminal, whose last one the line never fills; undefined: there is none. `now`: milliseconds of any
* steady clock.
*/
function progressLine(stderr, columns, now = () => 1e3 * process.uptime()) {
	const began = now();
	let next = began + (columns === void 0 ? plainInterval : patience);
	let shown = false;
	const write = (text) => void Promise.resolve(stderr.write(text)).catch(() => {});
	return {
		onProgress: (progress) => {
			if (now() < next) return;
			next = now() + (columns === void 0 ? plainInterval : interval);
			const text = progressText(progress, now() - began);
			if (columns === void 0) write(`bnguard: ${text}\n`);
			else {
				shown = true;
				write(`\r\x1b[2K${text.slice(0, columns - 1)}`);
			}
		},
		end: async () => {
			if (shown) await stderr.write("\r\x1B[2K");
		}
	};
}
/** `12,000 of 170,841 objects (1.2 GB)`. */
function coveredText(progress) {
	return `${counted(progress)} (${size(progress.bytes)})`;
}
function counted({ documents, total, unit = "file" }) {
	return total === void 0 ? count(documents, unit) : `${grouped(documents)} of ${count(total, unit)}`;
}
/**
* `Looking ... 1,200 of 20,000 files, 34 MB`; for objects also how fast, how long still (`milliseconds` went by), and how
* many may hold something. Plain letters, so that one is one column.
*/
function progressText(progress, milliseconds = 0) {
	const { documents, total, bytes, findings, unit } = progress;
	const parts = [`Looking ... ${counted(progress)}`, size(bytes)];
	if (unit === "object" && milliseconds > 0 && documents > 0) {
		const rate = 1e3 * documents / milliseconds;
		parts.push(`${grouped(Math.round(rate))}/s`);
		if (total !== void 0) parts.push(`${duration((total - documents) / rate)} left`);
		if (findings > 0) parts.push(`${count(findings, "hit")} to look into`);
	}
	return parts.join(", ");
}
function duration(seconds) {
	return seconds < 90 ? `${Math.max(0, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
}
// ../cli/dist/reports/render.js
/** One report in every format that was asked for: what goes to standard output, what to files. Writes nothing. */
/** @param report its shown part */
async function renderReports(report, hidden, request, { io, cwd }) {
	const asText = async (forTerminal) => {
		if (request.quiet && report.findings.length === 0 && report.complete) return "";
		const { textReport } = await Promise.resolve().then(() => require("./findings.cjs")).then((n) => n.text_exports);
		return textReport(report, {
			color: forTerminal ? wantsColor(request.color, io) : request.color === "always",
			width: forTerminal ? textWidth(io) : 80,
			verbose: request.verbose,
			quiet: request.quiet,
			rules: report.findings.length > 0 ? await allRules() : [],
			hidden
		});
	};
	const texts = await Promise.all(request.reports.map(async ({ format, file }) => ({
		file,
		text: format === "text" ? await asText(file === void 0) : await render(report, format)
	})));
	const names = request.reports.flatMap(({ file }) => file ?? []);
	return {
		...names.length === request.reports.length && !request.quiet && io.isTTY.stderr && { written: `${(await Promise.resolve().then(() => require("./findings.cjs")).then((n) => n.text_summary_exports)).endSentence(report, hidden)} See ${listed$1(names)}.` },
		stdout: texts.find(({ file }) => file === void 0)?.text ?? "",
		files: texts.flatMap(({ file, text }) => file === void 0 ? [] : [{
			path: (0, node_path.resolve)(cwd, file),
			text
		}])
	};
}
const allRules = async () => (await Promise.resolve().then(() => require("./dist4.cjs")).then((n) => n.dist_exports)).rules;
/** Each format is loaded when it is asked for. */
async function render(report, format) {
	switch (format) {
		case "json": return (await Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.json_exports)).jsonReport(report);
		case "jsonl": return (await Promise.resolve().then(() => require("./jsonl.cjs"))).jsonlReport(report);
		case "sarif": return (await Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.sarif_exports)).sarifReport(report, await allRules());
		case "html": return (await Promise.resolve().then(() => require("./html.cjs"))).htmlReport(report, await allRules());
		case "markdown": return (await Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.markdown_exports)).markdownReport(report, await allRules());
		case "github": return (await Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.github_exports)).githubReport(report);
		case "gitlab": return (await Promise.resolve().then(() => require("./gitlab2.cjs"))).gitlabReport(report, await allRules());
		case "junit": return (await Promise.resolve().then(() => require("./junit.cjs"))).junitReport(report);
		case "csv": return (await Promise.resolve().then(() => require("./csv.cjs"))).csvReport(report);
		default: return format;
	}
}
// ../cli/dist/defaults.js
const defaultFailOn = "medium";
const defaultMinConfidence = "likely";
/** At the top of the scanned repository, unless --baseline or the configuration names another. */
const defaultBaseline = "bnguard-baseline.json";
/** The key inventory, at the top of the scanned repository. */
const inventoryName = "bnguard.keys.yaml";
/** The one of a commit, or of the index (`''`), as git names it. */
const inventoryAt = (tree) => `${tree}:${inventoryName}`;
/** At most one of them, at the top of the scanned repository. */
const configNames = [
	"bnguard.config.json",
	"bnguard.config.yaml",
	"bnguard.config.toml"
];
// ../cli/dist/config.js
/**
* Configuration: bnguard.config.json, .yaml or .toml at the top of the scanned repository, or the file that --config
* names. Data, never code (docs/contracts.md). Finds it, checks it, and hands out its settings and its ignore entries.
*/
/**
* The configuration of one root (absolute folder).
* Throws a UserError that names file, line, column and key for whatever is wrong in it.
*/
async function loadConfig(root, choice) {
	const { from } = choice;
	const found = choice.config === false ? void 0 : from ? await findConfigIn(from, root, choice) : findConfig(root, choice);
	const typed = choice.baseline === void 0 ? void 0 : (0, node_path.resolve)(choice.cwd, choice.baseline);
	if (!found) return {
		baseline: typed ?? (0, node_path.join)(root, "bnguard-baseline.json"),
		entries: []
	};
	const [{ readData }, { configOf }] = await Promise.all([Promise.resolve().then(() => require("./data-file.cjs")).then((n) => n.data_file_exports), Promise.resolve().then(() => require("./config-of.cjs"))]);
	return configOf(root, await readData(found.name, found.text), found, typed, choice.today);
}
const mostMegabytes = 1;
/** The configuration file of a root, unread. Throws a UserError where there are several, or none that was asked for. */
function findConfig(root, { config, cwd }) {
	if (typeof config === "string") {
		if (!/\.(?:json|ya?ml|toml)$/.test(config)) throw new UserError(`--config ${config}: expected a .json, .yaml or .toml file. Configuration is data, never code.`);
		const path = (0, node_path.resolve)(cwd, config);
		const text = readSmallFile(path, {
			name: config,
			mostMegabytes
		});
		if (text === void 0) throw new UserError(`--config ${config}: there is no such file.`);
		return {
			path,
			name: config,
			text
		};
	}
	const found = [];
	for (const name of configNames) {
		const path = (0, node_path.join)(root, name);
		const text = readSmallFile(path, {
			name,
			mostMegabytes,
			inside: root
		});
		if (text !== void 0) found.push({
			path,
			name,
			text
		});
	}
	return onlyOne(root, found);
}
function onlyOne(root, found) {
	if (found.length > 1) throw new UserError(`${root} has ${found.map(({ name }) => name).join(" and ")}: keep one of them, or name one with --config.`);
	return found[0];
}
/** The same of a commit. A file that somebody named is meant as the commit has it. */
async function findConfigIn(from, root, { config, cwd }) {
	const names = typeof config === "string" ? [pathIn(root, (0, node_path.resolve)(cwd, config), `--config ${config}`)] : configNames;
	const found = [...await from.read(names, mostMegabytes)].map(([name, text]) => ({
		path: (0, node_path.join)(root, name),
		name: `${from.ref}:${name}`,
		text
	}));
	if (typeof config === "string" && found.length === 0) throw new UserError(`--config ${config}: ${from.ref} has no such file. Commit it there, or leave out the flag.`);
	return onlyOne(from.ref, found);
}
/** A path as a commit names it. Throws a UserError for one that lies elsewhere. */
function pathIn(root, path, flag) {
	const inside = isInside(path, root) ? (0, node_path.relative)(root, path).split(node_path.sep).join("/") : "";
	if (inside === "") throw new UserError(`${flag}: with --config-from it must lie in the repository.`);
	return inside;
}
/** Names that somebody may take for ours; one says so, because a file that is not read excuses nothing. */
const nearlyNames = [
	"yml",
	"jsonc",
	"json5",
	"js",
	"cjs",
	"mjs",
	"ts"
].map((end) => `bnguard.config.${end}`);
/** The same of the key inventory. */
const nearlyInventories = [
	"yml",
	"json",
	"toml"
].map((end) => `bnguard.keys.${end}`);
/** All of them. */
const nearNames = [...nearlyNames, ...nearlyInventories];
/** A note for each of these names. */
const nearNotes = (names) => names.map((name) => `${name} is not read: the name is ${rightName(name)}.`);
/** A note for each such file at the top of a root. */
const nearNotesIn = (root) => nearNotes(nearNames.filter((name) => isThere((0, node_path.join)(root, name))));
const rightName = (name) => nearlyInventories.includes(name) ? inventoryName : name.endsWith(".yml") ? configNames[1] : listed;
const listed = `${configNames.slice(0, -1).join(", ")} or ${configNames.at(-1)}`;
/** A file's path as findings name paths: from the root inside it, else as the file is called. */
function pathFrom(root, path) {
	return isInside(path, root) ? (0, node_path.relative)(root, path).split(node_path.sep).join("/") : (0, node_path.basename)(path);
}
// ../cli/dist/scan-settings.js
/** Joins flags, configuration and defaults into what a scan is given. Flags win; see config.ts for the files. */
/** Reads the configuration of every root that the PATHs lie in. Throws a UserError for a path or file that is wrong. */
async function planScan(flags, cwd) {
	const asOf = flags.asOf ?? (/* @__PURE__ */ new Date()).toISOString().replace(/\.\d+Z$/, "Z");
	const today = asOf.slice(0, 10);
	const notes = [];
	const named = await rootsFor(flags, cwd);
	const from = await decidingCommit(flags, named);
	const choice = {
		cwd,
		today,
		...pick(flags, "config", "baseline"),
		...from && { from }
	};
	const loaded = /* @__PURE__ */ new Map();
	const load = (root) => {
		const own = from && !named.has(root) ? {
			cwd,
			today,
			config: false
		} : choice;
		const known = loaded.get(root) ?? loadConfig(root, own);
		loaded.set(root, known);
		return known;
	};
	const roots = /* @__PURE__ */ new Map();
	for (const [root, whole] of named) {
		roots.set(root, {
			whole,
			config: await load(root)
		});
		if (flags.config === void 0 && (!from || flags.source?.kind === "disk")) notes.push(...nearNotesIn(root));
	}
	/** Entries that match nothing are no fault where only a part is scanned, or where one file serves many roots. */
	const lenient = (root, named, entries) => named || roots.get(root)?.whole === false ? entries.map((entry) => ({
		...entry,
		mayBeUnused: true
	})) : entries;
	const owners = /* @__PURE__ */ new Set();
	const configFor = async (root) => {
		const config = await load(root);
		const { baselineEntries, noBaseline, readBaseline, readBaselineIn } = await Promise.resolve().then(() => require("./baseline.cjs"));
		const name = flags.baseline ?? (0, node_path.basename)(config.baseline);
		const baseline = !from ? await readBaseline(config.baseline, name, flags.baseline === void 0 ? root : void 0) : named.has(root) ? await readBaselineIn(from, pathIn(root, config.baseline, `--baseline ${name}`)) : noBaseline;
		if (!baseline.exists && flags.baseline !== void 0 && flags.kind === "scan") throw new UserError(`--baseline ${name}: there is no such file. bnguard baseline --baseline ${name} makes it.`);
		const fromBaseline = baselineEntries(baseline, pathFrom(root, config.baseline), today, flags.source?.kind === "history");
		for (const { at, isExpired } of [...config.entries, ...fromBaseline]) if (isExpired) notes.push(`${at}: it no longer sets anything aside.`);
		return [
			...flags.kind === "baseline" ? [listener((finding) => owners.add(`${root}\0${identity(finding)}`))] : [],
			...lenient(root, typeof flags.config === "string", config.entries),
			...lenient(root, flags.baseline !== void 0, fromBaseline)
		];
	};
	const configs = [...roots.values()].map(({ config }) => config);
	const maxFileSize = flags.maxFileSize ?? largest$1(configs.map((config) => config.maxFileSize));
	return {
		settings: {
			cwd,
			paths: flags.paths,
			includeIgnored: flags.includeIgnored ?? configs.some((config) => config.includeIgnored === true),
			...maxFileSize !== void 0 && { maxFileSize },
			jobs: flags.jobs ?? (0, node_os.availableParallelism)(),
			noIgnores: flags.ignores === false,
			asOf,
			configFor,
			keyAgeFor: async (root) => (await load(root)).keyAge
		},
		thresholds: thresholdsFrom(flags, configs),
		...from && flags.configFrom !== void 0 && { from },
		roots,
		owns: (root, finding) => owners.has(`${root}\0${identity(finding)}`),
		notes
	};
}
async function decidingCommit({ configFrom, filesFrom, commitsIn }, roots) {
	const ref = configFrom ?? filesFrom;
	if (ref === void 0) return void 0;
	const [root, ...others] = roots.keys();
	if (root === void 0 || others.length > 0) throw new UserError("--config-from is about one repository, but the PATHs lie in several. Run it once for each.");
	return (await Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.tree_files_exports)).treeFiles(commitsIn ?? root, ref);
}
/** Where the configurations of several roots differ, the strictest one counts: none may excuse another's findings. */
function thresholdsFrom(flags, configs) {
	const failOns = [...severities, "never"];
	return {
		failOn: flags.failOn ?? first(failOns, configs.map((config) => config.failOn ?? "medium"), "medium"),
		minSeverity: flags.minSeverity ?? first(severities, configs.map((config) => config.minSeverity ?? "info"), "info"),
		minConfidence: flags.minConfidence ?? first(confidences.toReversed(), configs.map((config) => config.minConfidence ?? "likely"), "likely"),
		allowIncomplete: flags.allowIncomplete
	};
}
/** The one of `chosen` that comes first in `order`; `otherwise` where nothing was chosen. */
function first(order, chosen, otherwise) {
	return order.find((item) => chosen.includes(item)) ?? otherwise;
}
/** Undefined means no limit. */
function largest$1(sizes) {
	return sizes.reduce((a, b) => a === void 0 || b === void 0 ? void 0 : Math.max(a, b));
}
/** Roots, and whether all of each is scanned. */
async function rootsFor({ source, paths }, cwd) {
	switch (source?.kind) {
		case "stdin":
		case "texts": return /* @__PURE__ */ new Map([[findTop(cwd) ?? cwd, false]]);
		case "staged":
		case "range":
		case "history": return /* @__PURE__ */ new Map([[openStore(cwd, repositoryPath(source.kind, cwd, paths[0])).dir, source.kind === "history"]]);
		case "disk":
		case void 0: return rootsOf(cwd, paths);
		default: return source;
	}
}
/** What names a repository as a whole must not look as if it named a part of it. */
function repositoryPath(kind, cwd, path) {
	if (path !== void 0 && (0, node_path.basename)(path) !== ".git" && isFile$1((0, node_path.resolve)(cwd, path))) throw new UserError(`Nothing was scanned: with --${kind} PATH names a repository, all of which is looked at, and ${path} is a file. Leave it out, or scan the file itself: bnguard scan ${path}.`);
	return path;
}
/** False also where it cannot be reached, which opening tells. */
function isFile$1(path) {
	try {
		return (0, node_fs.statSync)(path).isFile();
	} catch {
		return false;
	}
}
async function rootsOf(cwd, paths) {
	const roots = /* @__PURE__ */ new Map();
	const { resolvePaths } = await Promise.resolve().then(() => require("./paths.cjs")).then((n) => n.paths_exports);
	for (const { root, path } of await resolvePaths(cwd, paths)) roots.set(root.dir, roots.get(root.dir) === true || path === "");
	return roots;
}
/**
* An entry that covers nothing and hears of every finding of its root: a report does not say which of several nested
* repositories a finding belongs to.
*/
function listener(heard) {
	const start = {
		line: 1,
		column: 1
	};
	const covers = (finding) => {
		heard(finding);
		return false;
	};
	return {
		by: "baseline",
		at: "",
		place: {
			path: "",
			start,
			end: start
		},
		mayBeUnused: true,
		covers
	};
}
const identity = ({ rule, fingerprint, start }) => `${rule} ${fingerprint} ${start.line}:${start.column}`;
/** Only the keys that are there: an absent flag is not the same as an undefined one. */
function pick(from, ...keys) {
	return Object.fromEntries(keys.filter((key) => from[key] !== void 0).map((key) => [key, from[key]]));
}
// ../cli/dist/git/ask.js
/** One question to git with a short answer. For long ones see gitRecords (hardened.ts) and ObjectReader (objects.ts). */
var ask_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	answered: () => answered,
	askGit: () => askGit,
	hasHead: () => hasHead
});
/** Never throws: see {@link answered}. `input`: for its standard input. */
async function askGit({ dir, leads, ending }, args, input) {
	if (ending?.isOver) return {
		stdout: Buffer.alloc(0),
		complaints: "",
		failure: givenUp
	};
	const child = (0, node_child_process.spawn)("git", [...gitOptions, ...args], {
		cwd: dir,
		env: gitEnvironment(dir, leads),
		stdio: [
			input === void 0 ? "ignore" : "pipe",
			"pipe",
			"pipe"
		]
	});
	ending?.note(child);
	child.stdin?.on("error", () => {}).end(input);
	const watchdog = new Watchdog(child);
	const chunks = [];
	let complaints = "";
	child.stdout.on("data", (chunk) => {
		chunks.push(chunk);
		watchdog.hear();
	});
	child.stderr.setEncoding("utf8").on("data", (text) => {
		if (complaints.length < 65536) complaints += text;
	});
	const reason = await watchdog.wait(endOf(child));
	const failure = watchdog.failure ?? reason;
	return {
		stdout: Buffer.concat(chunks),
		complaints,
		...failure !== void 0 && { failure }
	};
}
/** The answer's bytes. Throws a UserError where git failed. */
function answered({ dir }, { stdout, complaints, failure }) {
	if (failure !== void 0) throw gitFailure(dir, failure, complaints);
	return stdout;
}
/** Whether there is a commit yet. */
async function hasHead(store) {
	return (await askGit(store, [
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	])).failure === void 0;
}
// ../cli/dist/git/entries.js
/** The files of a tree or of the index: reads the records of `git ls-tree -r -z` and `git ls-files --stage -z`. */
/** One record: `<mode> <type> <id>\t<path>` of a tree, `<mode> <id> <stage>\t<path>` of the index. */
function entryOf(record) {
	const tab = record.indexOf(9);
	const [mode = "", second = "", third = ""] = record.toString("latin1", 0, tab).split(" ");
	const isIndex = third.length === 1;
	return {
		mode,
		id: isIndex ? second : third,
		stage: isIndex ? Number(third) : 0,
		name: record.subarray(tab + 1)
	};
}
/** Whether it is a file, and neither a link nor a submodule. */
const isFile = ({ mode }) => mode.startsWith("100");
/** All entries of a tree (`''`: of the index), in batches. Throws a UserError where git cannot list them. */
async function* entriesOf(store, tree) {
	const args = tree === "" ? [
		"ls-files",
		"--stage",
		"-z"
	] : [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		tree
	];
	for await (const records of gitRecords(store.dir, args, store.leads)) yield records.map(entryOf);
}
// ../cli/dist/git/raw-diff.js
/** Reads what `git diff-index` and `git diff-tree` print with `--raw -z --no-abbrev`: which blobs stand in for which. */
const submodule = "160000";
const link = "120000";
const isNull = (id) => /^0+$/.test(id);
/** Takes the NUL-terminated tokens one by one. */
var RawDiff = class {
	#meta = [];
	#parents = 0;
	#paths = [];
	#wanted = 0;
	/** What is complete with this token: a change, an entry without content, the id of a commit, or nothing yet. */
	take(token) {
		if (this.#wanted > 0) {
			this.#paths.push(token);
			return this.#paths.length === this.#wanted ? this.#entry() : void 0;
		}
		if (token[0] !== 58) return { commit: token.toString("latin1") };
		const text = token.toString("latin1");
		this.#parents = text.search(/[^:]/);
		this.#meta = text.slice(this.#parents).split(" ");
		const status = this.#meta.at(-1) ?? "";
		this.#wanted = this.#parents > 1 ? this.#parents + 1 : /^[RC]/.test(status) ? 2 : 1;
	}
	#entry() {
		const paths = this.#paths;
		const count = this.#parents;
		this.#paths = [];
		this.#wanted = 0;
		const own = paths.at(-1);
		const path = shownName(nameOf(own));
		const key = own.toString("latin1");
		const mode = this.#meta[count];
		const ids = this.#meta.slice(count + 1, 2 * count + 2);
		const blob = ids[count] ?? "";
		if (this.#meta.at(-1) === "U") return {
			path,
			key,
			status: "unmerged"
		};
		if (mode === submodule) return {
			path,
			key,
			status: "submodule"
		};
		const olds = ids.slice(0, count).map((id, index) => {
			if (isNull(id) || this.#meta[index] === submodule) return void 0;
			return {
				path: shownName(nameOf(paths[index] ?? own)),
				blob: id
			};
		});
		if (isNull(blob)) return {
			path,
			key,
			status: "gone",
			olds
		};
		return {
			path,
			key,
			blob,
			...mode === link && { isLink: true },
			olds
		};
	}
};
/** The changes in a whole answer of `git diff-index`. */
function readRawDiff(bytes) {
	const raw = new RawDiff();
	const entries = [];
	for (let from = 0, to = bytes.indexOf(0); to >= 0; from = to + 1, to = bytes.indexOf(0, from)) {
		const entry = raw.take(bytes.subarray(from, to));
		if (entry !== void 0 && !("commit" in entry)) entries.push(entry);
	}
	return entries;
}
// ../cli/dist/git/changes.js
/** Asks git which content is new: in the index against what the next commit's parents have, or commit by commit. */
/**
* The same for index and commits. Renames as git sees them by default: half of the content is the same. Beyond 1,000
* added or deleted files only those that are alike to the byte: the repository's own limit does not count.
*/
const rawDiff = [
	"--raw",
	"-z",
	"-r",
	"--no-abbrev",
	"--no-ext-diff",
	"--no-textconv",
	"-l1000"
];
const renames = "-M";
/** Needs no content, which a partial clone may lack. */
const exactRenames = "-M100%";
const lacksContent = /unable to read|could not fetch|promisor/i;
/** What the next commit would bring, as the index has it; `heads`: parents that MERGE_HEAD does not name. Throws a UserError where git cannot say. */
async function stagedChanges(store, heads = []) {
	const merging = [.../* @__PURE__ */ new Set([...mergeHeads(store), ...heads])];
	const diffs = await Promise.all([indexAgainstHead(store), ...merging.map((head) => indexAgainst(store, head))]);
	const [first = [], ...others] = diffs.map((answer) => readRawDiff(answered(store, answer)));
	const elsewhere = others.map((entries) => new Map(entries.map((entry) => [entry.key, entry])));
	const changes = [];
	const unmerged = [];
	const gone = [];
	for (const entry of first) {
		if ("status" in entry) {
			if (entry.status === "unmerged") unmerged.push(entry);
			if (entry.status === "gone") gone.push(entry);
			continue;
		}
		const olds = [...entry.olds];
		for (const entries of elsewhere) {
			const other = entries.get(entry.key);
			if (other !== void 0 && !("status" in other)) olds.push(...other.olds);
		}
		if (olds.length === diffs.length) changes.push({
			...entry,
			olds
		});
	}
	if (unmerged.length > 0) changes.push(...await conflicts(store, merging.length));
	return {
		changes,
		parents: diffs.length,
		gone,
		unmerged: unmerged.map(({ path }) => path)
	};
}
/** An octopus of git's own has some dozens. */
const mostHeads = 256;
/** The other parents that the commit will have where a merge is under way. */
function mergeHeads({ gitFolder }) {
	const text = readSmallFile((0, node_path.join)(gitFolder, "MERGE_HEAD"), {
		name: "MERGE_HEAD",
		mostMegabytes: 1
	});
	const heads = new Set((text ?? "").split("\n").filter((line) => /^[0-9a-f]{40,64}$/.test(line)));
	if (heads.size <= mostHeads) return [...heads];
	throw new UserError(`MERGE_HEAD names ${heads.size} commits, which no merge has. End the merge: git merge --abort.`);
}
async function indexAgainst(store, tree) {
	const ask = (similar) => askGit(store, [
		"diff-index",
		"--cached",
		"--ita-invisible-in-index",
		...rawDiff,
		similar,
		tree,
		"--"
	]);
	const answer = await ask(renames);
	return answer.failure !== void 0 && lacksContent.test(answer.complaints) ? ask(exactRenames) : answer;
}
async function indexAgainstHead(store) {
	const answer = await indexAgainst(store, "HEAD");
	if (answer.failure === void 0 || !answer.complaints.includes("bad revision 'HEAD'")) return answer;
	return indexAgainst(store, answered(store, await askGit(store, [
		"hash-object",
		"-t",
		"tree",
		"--stdin"
	])).toString("latin1").trim());
}
/**
* What conflicts hold: "theirs" against "ours". In a merge both are parents' content, so nothing is new; a
* cherry-pick or a rebase brings "theirs".
*/
async function conflicts(store, merging) {
	if (merging > 0) return [];
	const stages = /* @__PURE__ */ new Map();
	const answer = answered(store, await askGit(store, [
		"ls-files",
		"--unmerged",
		"-z"
	]));
	for (let from = 0, to = answer.indexOf(0); to >= 0; from = to + 1, to = answer.indexOf(0, from)) {
		const { mode, id, stage, name } = entryOf(answer.subarray(from, to));
		const key = name.toString("latin1");
		const known = stages.get(key) ?? { path: shownName(nameOf(name)) };
		if (mode !== "160000" && stage === 2) known.ours = id;
		if (mode !== "160000" && stage === 3) known.theirs = id;
		stages.set(key, known);
	}
	return [...stages].flatMap(([key, { path, ours, theirs }]) => theirs === void 0 ? [] : [{
		path,
		key,
		blob: theirs,
		olds: [ours === void 0 ? void 0 : {
			path,
			blob: ours
		}]
	}]);
}
/**
* What each of these commits brings, in their order, against all its parents; a commit without parents brings all it
* has. One process of git for all. Throws a UserError where git cannot say.
*/
async function* commitChanges(store, commits) {
	let done = 0;
	let similar = renames;
	while (done < commits.length) {
		const args = [
			"diff-tree",
			"--stdin",
			"-c",
			"--combined-all-paths",
			"--root",
			"--always",
			...rawDiff,
			similar
		];
		const input = lines(commits.slice(done));
		let open;
		const raw = new RawDiff();
		try {
			for await (const tokens of gitRecords(store.dir, args, store.leads, {
				input,
				ending: store.ending
			})) for (const token of tokens) {
				const found = raw.take(token);
				if (found === void 0) continue;
				if ("status" in found) {
					if (found.status === "gone") open?.gone.push(found);
					continue;
				}
				if ("commit" in found) {
					if (open !== void 0) {
						done++;
						yield open;
					}
					open = {
						commit: found.commit,
						changes: [],
						gone: []
					};
				} else open?.changes.push(found);
			}
		} catch (error) {
			if (similar === exactRenames || !(error instanceof Error) || !lacksContent.test(error.message)) throw error;
			similar = exactRenames;
			continue;
		}
		if (open !== void 0) yield open;
		return;
	}
}
const lines = (items) => items.map((item) => `${item}\n`).join("");
// ../../node_modules/.pnpm/fastest-levenshtein@1.0.16/node_modules/fastest-levenshtein/esm/mod.js
const peq = /* @__PURE__ */ new Uint32Array(65536);
const myers_32 = (a, b) => {
	const n = a.length;
	const m = b.length;
	const lst = 1 << n - 1;
	let pv = -1;
	let mv = 0;
	let sc = n;
	let i = n;
	while (i--) peq[a.charCodeAt(i)] |= 1 << i;
	for (i = 0; i < m; i++) {
		let eq = peq[b.charCodeAt(i)];
		const xv = eq | mv;
		eq |= (eq & pv) + pv ^ pv;
		mv |= ~(eq | pv);
		pv &= eq;
		if (mv & lst) sc++;
		if (pv & lst) sc--;
		mv = mv << 1 | 1;
		pv = pv << 1 | ~(xv | mv);
		mv &= xv;
	}
	i = n;
	while (i--) peq[a.charCodeAt(i)] = 0;
	return sc;
};
const myers_x = (b, a) => {
	const n = a.length;
	const m = b.length;
	const mhc = [];
	const phc = [];
	const hsize = Math.ceil(n / 32);
	const vsize = Math.ceil(m / 32);
	for (let i = 0; i < hsize; i++) {
		phc[i] = -1;
		mhc[i] = 0;
	}
	let j = 0;
	for (; j < vsize - 1; j++) {
		let mv = 0;
		let pv = -1;
		const start = j * 32;
		const vlen = Math.min(32, m) + start;
		for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		for (let i = 0; i < n; i++) {
			const eq = peq[a.charCodeAt(i)];
			const pb = phc[i / 32 | 0] >>> i & 1;
			const mb = mhc[i / 32 | 0] >>> i & 1;
			const xv = eq | mv;
			const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			let ph = mv | ~(xh | pv);
			let mh = pv & xh;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
	}
	let mv = 0;
	let pv = -1;
	const start = j * 32;
	const vlen = Math.min(32, m - start) + start;
	for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
	let score = m;
	for (let i = 0; i < n; i++) {
		const eq = peq[a.charCodeAt(i)];
		const pb = phc[i / 32 | 0] >>> i & 1;
		const mb = mhc[i / 32 | 0] >>> i & 1;
		const xv = eq | mv;
		const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
		let ph = mv | ~(xh | pv);
		let mh = pv & xh;
		score += ph >>> m - 1 & 1;
		score -= mh >>> m - 1 & 1;
		if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
		if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
		ph = ph << 1 | pb;
		mh = mh << 1 | mb;
		pv = mh | ~(xv | ph);
		mv = ph & xv;
	}
	for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
	return score;
};
const distance = (a, b) => {
	if (a.length < b.length) {
		const tmp = b;
		b = a;
		a = tmp;
	}
	if (b.length === 0) return a.length;
	if (a.length <= 32) return myers_32(a, b);
	return myers_x(a, b);
};
const closest = (str, arr) => {
	let min_distance = Infinity;
	let min_index = 0;
	for (let i = 0; i < arr.length; i++) {
		const dist = distance(str, arr[i]);
		if (dist < min_distance) {
			min_distance = dist;
			min_index = i;
		}
	}
	return arr[min_index];
};
// ../cli/dist/suggest.js
/** The nearest valid name for a mistyped one, for flags' values, configuration keys and rule ids. */
/** The candidate that differs least from `word`, or undefined where none is near (more than about a third differs). */
function nearest(word, candidates) {
	if (candidates.length === 0 || word.length > 40) return void 0;
	const folded = new Map(candidates.map((candidate) => [fold(candidate), candidate]));
	const found = closest(fold(word), [...folded.keys()]);
	const allowed = Math.max(1, Math.round(Math.max(word.length, found.length) * .4));
	return distance(fold(word), found) <= allowed ? folded.get(found) : void 0;
}
/** ` (did you mean high?)`, or nothing. */
function didYouMean(word, candidates) {
	const name = nearest(word, candidates);
	return name === void 0 ? "" : ` (did you mean ${name}?)`;
}
/** `failOn`, `fail-on` and `fail_on` are the same slip. */
function fold(word) {
	return word.toLowerCase().replace(/[-_ ]/g, "");
}
// ../cli/dist/git/unknown-commit.js
/** Says why git knows no commit by a name that a person typed, and what brings it here or was meant. */
/** What git complains of where a name means nothing to it, and nothing is wrong with the repository. */
const aboutNames = /is ambiguous|expected \w+ type|no upstream configured|no such branch|does not point to a branch|only has \d+ entr|ignoring broken ref/;
/** Whether git's complaints are all about a name that it was given. */
function isAboutName(complaints) {
	return complaints.split("\n").filter((line) => line !== "" && !/^(?:hint:|fatal: Needed a single)/.test(line)).every((line) => aboutNames.test(line));
}
/** A sentence that may go on after the name of a flag. */
async function noCommit(store, unknown) {
	if (unknown === "") return "expected a commit, got nothing.";
	if (/^[^:{]+:/.test(unknown)) return `${unknown} names a file, which is no commit.`;
	if (/^[~^]/.test(unknown)) return `${unknown} names no commit: a name stands before ~ and behind the ^ that leaves a commit out, as in HEAD~1 or ^main.`;
	const names = await linesOf(store, "for-each-ref", "--count=5000", "--format=%(refname:short)");
	const head = await hasHead(store) ? "known" : await idOf(store, "HEAD") === void 0 ? "unborn" : "lost";
	if (names.length === 0 && head === "unborn") return "there is no commit yet.";
	if (head === "unborn" && /^(?:HEAD|@)(?=$|[~^])/.test(unknown)) return `HEAD is at a branch without a commit. There are others: ${names.slice(0, 3).join(", ")}.`;
	const [, base = "", steps = ""] = /^(.+?)((?:[~^]\d*)+)$/.exec(unknown) ?? [];
	if (base !== "" && !await isCommit(store, base)) return noCommit(store, base);
	return await whyNot(store, unknown) ?? remedyFor(store, unknown, {
		names,
		base,
		steps
	});
}
/** Whether git knows a commit by this name. */
const isCommit = async (store, name) => (await askGit(store, [
	"rev-parse",
	"--verify",
	"--quiet",
	"--end-of-options",
	`${name}^{commit}`
])).failure === void 0;
/** Where what is named is there and is of no use, or what names it is not as it should be. */
async function whyNot(store, unknown) {
	const { complaints } = await askGit(store, [
		"rev-parse",
		"--verify",
		"--end-of-options",
		`${unknown}^{commit}`
	]);
	const told = (pattern) => pattern.exec(complaints)?.[1];
	const short = told(/short (?:object ID|SHA1) ([0-9a-f]+) is ambiguous/i);
	if (short !== void 0) return `several objects begin with ${short}. Write more of its digits.`;
	const kind = told(/\^\{commit\}: expected commit type, but the object dereferences to (\w+) type/);
	if (kind !== void 0) return isNone(unknown, kind);
	const alone = told(/no upstream configured for branch '(.*)'/);
	if (alone !== void 0) return `the branch ${alone} has no upstream. Name a commit, or set one: git branch --set-upstream-to.`;
	const nowhere = told(/no such branch: '(.*)'/);
	if (nowhere !== void 0) return `there is no branch ${nowhere}.`;
	if (complaints.includes("does not point to a branch")) return "HEAD is on no branch, so it has no upstream.";
	const [, log, entries] = /log for '(.*)' only has (\d+) entr/.exec(complaints) ?? [];
	if (log !== void 0) return `the reflog of ${log} does not go so far back (entries: ${entries}).`;
	const broken = told(/ignoring broken ref (\S+)/);
	if (broken !== void 0) return `${broken} is damaged and names no object. Fetch it again, or remove it: git update-ref -d ${broken}`;
	const id = await idOf(store, unknown);
	return id === void 0 || id === unknown ? void 0 : `${unknown} leads to ${id}, an object that is not here. Fetch it, or check the repository with git fsck.`;
}
/** What a person named is there, and is a tree or a file's content. */
const isNone = (name, kind) => `${name} leads to a ${kind === "blob" ? "file's content" : kind}, which is no commit.`;
/** Of an object that need not be there. */
async function idOf(store, name) {
	const [id] = await linesOf(store, "rev-parse", "--verify", "--quiet", "--end-of-options", name);
	return id;
}
const linesOf = async (store, ...args) => (await askGit(store, args)).stdout.toString("utf8").split("\n").filter(Boolean);
/** What brings a commit that is not here, or what was meant. */
async function remedyFor(store, unknown, { names, base, steps }) {
	const [[isShallow], remotes] = await Promise.all([linesOf(store, "rev-parse", "--is-shallow-repository"), linesOf(store, "remote")]);
	const knows = `this repository knows no commit ${unknown}`;
	const near = didYouMean(unknown, names);
	const inCi = "in CI check out the whole history (fetch-depth: 0)";
	if (isShallow === "true") return `${knows}${near}, which may be cut off: this clone is shallow. Complete it (git fetch --unshallow), and ${inCi}.`;
	if (base !== "") return `${knows}: ${base} has not so many parents (${steps}).`;
	if (remotes.length === 0) return `${knows}${near}, and has no remote that could have it.`;
	return `${knows}${near}. Fetch it (git fetch ${remotes.includes("origin") ? "origin" : remotes[0]}), and ${inCi}.`;
}
// ../cli/dist/git/commits.js
/** Turns what a person typed as a range into commits. What is typed can select commits and do nothing else. */
/** Of a stored commit or tag what git wrote: what follows the first empty line is the author's. */
const headerOf = (bytes) => bytes.toString("latin1", 0, bodyAt(bytes));
/** And what its author wrote. */
const messageOf = (bytes) => bytes.subarray(bodyAt(bytes));
function bodyAt(bytes) {
	const at = bytes.indexOf("\n\n");
	return at < 0 ? bytes.length : at + 2;
}
/** Options of git rev-list that select commits. None writes, reads files, or hides what a merge brings. */
const allowed = /^(?:--not|--all|--(?:branches|tags|remotes)(?:=.*)?|--(?:glob|exclude)=.+|-n\d+|-\d+|--max-count=\d+|--(?:since|after|until|before)=.+)$/;
const shownOptions = "--not, --all, --branches, --tags, --remotes, --glob=, --exclude=, -n 5, --since= and --until=";
/**
* The commits that these arguments of `git rev-list` select, parents first. Throws a UserError that names what is not
* allowed, or what this repository does not know.
*/
async function commitsOf(store, revisions) {
	const typed = selecting(revisions);
	const args = [
		"rev-list",
		"--topo-order",
		"--reverse",
		"--parents",
		"--default",
		"HEAD",
		...typed,
		"--"
	];
	const ends = wantedEnds(typed);
	const [answer] = await Promise.all([askGit(store, args), refuseOthers(store, ends.filter((end) => !plain.test(end)))]);
	if (answer.failure !== void 0) {
		const { complaints } = answer;
		const unknown = /(?:bad revision|ambiguous argument|bad object|Invalid [a-z ]+) '?([^\s']+)/i.exec(complaints)?.[1] ?? (isAboutName(complaints) ? typed.find((word) => word.includes("@{")) : void 0);
		if (unknown !== void 0) throw await notKnown(store, unknown);
	}
	const commits = answered(store, answer).toString("latin1").split("\n").filter((line) => line !== "").map((line) => {
		const [id = "", ...parents] = line.split(" ");
		return {
			id,
			parents
		};
	});
	if (commits.length === 0) await refuseOthers(store, ends);
	return commits;
}
/** What is a commit wherever it is anything, or in all but strange cases. */
const plain = /^(?:HEAD|@|[0-9a-f]{40}|[0-9a-f]{64})(?:[~^]\d*)*$/;
/** The ends of all ranges, and what is to be looked at besides. */
function wantedEnds(typed) {
	const not = typed.indexOf("--not");
	return (not < 0 ? typed : typed.slice(0, not)).filter((word) => !/^[-^]/.test(word)).flatMap(endsOf).filter((end) => !end.includes("\n"));
}
/** `a..b` → a and b; an end that is left out is HEAD. */
const endsOf = (expression) => /\.{2,3}/.test(expression) ? expression.split(/\.{2,3}/).map((end) => end || "HEAD") : [expression];
/** git rev-list passes over what is a tree or a file's content, and a scan of nothing would be clean. */
async function refuseOthers(store, names) {
	if (names.length === 0) return;
	const input = names.map((name) => `${name}^{}\n`).join("");
	const { stdout } = await askGit(store, ["cat-file", "--batch-check=%(objecttype)"], Buffer.from(input));
	const types = stdout.toString("utf8").split("\n");
	const at = types.findIndex((type) => type === "tree" || type === "blob");
	if (at >= 0) throw new UserError(`--range: ${isNone(names[at], types[at])} Name commits: main..HEAD.`);
}
function selecting(revisions) {
	const args = [];
	for (let at = 0; at < revisions.length; at++) {
		const word = revisions[at];
		const next = revisions[at + 1];
		if (/^[^:{]+:/.test(word)) throw new UserError(`--range: ${word} names a file. Name commits: main..HEAD.`);
		if (word === "-n" && next !== void 0 && /^\d+$/.test(next)) {
			args.push(`--max-count=${next}`);
			at++;
		} else if (!word.startsWith("-") || allowed.test(word)) args.push(word);
		else throw new UserError(`--range: ${word} is no revision, and none of the options that are allowed here: ${shownOptions}.`);
	}
	return args;
}
async function notKnown(store, expression) {
	let unknown = expression;
	for (const end of endsOf(expression.replace(/^\^/, ""))) {
		if (await isCommit(store, end)) continue;
		unknown = end || expression;
		break;
	}
	return new UserError(/^(?!HEAD$)[^~^]/.test(unknown) && (0, node_fs.existsSync)((0, node_path.resolve)(store.dir, unknown)) ? `--range: this repository knows no commit ${unknown}, which is a path: --range takes revisions such as main..HEAD, and PATH comes after them.` : `--range: ${await noCommit(store, unknown)}`);
}
// ../cli/dist/git/objects.js
/**
* Reads objects out of git's store through one `git cat-file --batch`. An object that is missing or damaged is said
* and does not stop the others; nothing is fetched.
*/
/** A larger object is not held in memory. git itself holds all of what is smaller. */
const largest = 536870912;
/** What git says when it dies of one object. Its own ways of fetching lead nowhere: see hardenedVariables. */
const absent = /could not fetch|promisor|unable to find|missing/i;
const damaged = /corrupt|unable to read|inflate|unpack|loose object|packed object|packfile|bad object|hash mismatch/i;
/** Bytes that git may be ahead of its reader. */
const mostWaiting = 8388608;
/** A git before 2.45 dies of every object that a partial clone lacks: after so many it is asked what there is. */
const mostDeaths = 3;
var ObjectReader = class {
	#store;
	#git;
	/** What git was asked and nobody has read, reading by reading. */
	#ahead = [];
	#isClosed = false;
	/** @param atOnce whether to start git now: so it is ready when the first object is asked for */
	constructor(store, atOnce = true) {
		this.#store = store;
		if (atOnce) this.#git = new Running(store);
	}
	/**
	* The objects of these names (ids, or `COMMIT:PATH` without line breaks), in their order. The bytes are valid until
	* the next one is asked for. Only one reading at a time; none after `close`.
	*/
	async *read(names) {
		let done = 0;
		let deaths = 0;
		while (done < names.length && !this.#isClosed) {
			if (deaths === mostDeaths) {
				yield* this.#readPresent(names.slice(done));
				return;
			}
			const isAsked = done === 0 && this.#isAhead(names);
			if (!isAsked && this.#ahead.length > 0) this.#end();
			const git = this.#git ??= new Running(this.#store);
			if (!isAsked) git.ask(names.slice(done));
			for (;;) {
				const asked = names[done];
				if (asked === void 0) return;
				const found = await git.next(asked);
				if (found === void 0) break;
				done++;
				yield found;
			}
			this.#git = void 0;
			this.#ahead = [];
			deaths++;
			const complaints = await git.end();
			const kind = absent.test(complaints) ? "missing" : damaged.test(complaints) ? "unreadable" : void 0;
			if (kind === void 0) throw gitFailure(this.#store.dir, git.failure, complaints);
			yield {
				kind,
				asked: names[done++]
			};
		}
	}
	/** Small ones, all at once; their bytes stay. */
	async all(names) {
		const all = [];
		for await (const object of this.read(names)) all.push(object.kind === "object" ? {
			...object,
			bytes: Buffer.from(object.bytes)
		} : object);
		return all;
	}
	/** Asks for what the next `read`, or the one after those that were asked for so, will ask for, so that git can begin. */
	ahead(names) {
		if (names.length === 0 || this.#isClosed) return;
		(this.#git ??= new Running(this.#store)).ask(names);
		this.#ahead.push(names);
	}
	#isAhead(names) {
		const [ahead] = this.#ahead;
		if (ahead?.length !== names.length || !ahead.every((name, at) => name === names[at])) return false;
		this.#ahead.shift();
		return true;
	}
	/** Asks only for what is there, so that git does not die of each of thousands of objects. */
	async *#readPresent(names) {
		const args = [
			"cat-file",
			"--batch-all-objects",
			"--unordered",
			"--buffer",
			"--batch-check=%(objectname)"
		];
		const lost = new Set(names.filter((name) => /^[0-9a-f]{40,64}$/.test(name)));
		const ids = answered(this.#store, await askGit(this.#store, args)).toString("latin1");
		for (const id of ids.split("\n")) lost.delete(id);
		const there = this.read(names.filter((name) => !lost.has(name)));
		for (const asked of names) if (lost.has(asked)) yield {
			kind: "missing",
			asked
		};
		else {
			const next = await there.next();
			if (next.done !== true) yield next.value;
		}
	}
	close() {
		this.#isClosed = true;
		this.#end();
	}
	#end() {
		this.#git?.kill();
		this.#git = void 0;
		this.#ahead = [];
	}
};
/** Small objects by their names, with bytes that stay. */
async function objectsIn(store, names) {
	const objects = new ObjectReader(store);
	try {
		return await objects.all(names);
	} finally {
		objects.close();
	}
}
/** One git process. */
var Running = class {
	#child;
	#watchdog;
	/** What git has written and nobody has read. */
	#chunks = [];
	#waiting = 0;
	#isOver = false;
	#wake = () => {};
	#ended;
	#complaints = "";
	#rest = Buffer.alloc(0);
	failure = "no reason";
	constructor({ dir, leads }) {
		this.#child = (0, node_child_process.spawn)("git", [
			...gitOptions,
			"cat-file",
			"--batch"
		], {
			cwd: dir,
			env: gitEnvironment(dir, leads),
			stdio: [
				"pipe",
				"pipe",
				"pipe"
			]
		});
		this.#watchdog = new Watchdog(this.#child);
		this.#child.stdin.on("error", () => {});
		this.#child.stderr.setEncoding("utf8").on("data", (text) => {
			if (this.#complaints.length < 65536) this.#complaints += text;
		});
		this.#ended = endOf(this.#child);
		const { stdout } = this.#child;
		stdout.on("data", (chunk) => {
			this.#chunks.push(chunk);
			this.#waiting += chunk.length;
			if (this.#waiting > mostWaiting) stdout.pause();
			this.#wake();
		});
		for (const end of [
			"end",
			"error",
			"close"
		]) stdout.on(end, () => {
			this.#isOver = true;
			this.#wake();
		});
	}
	ask(names) {
		this.#child.stdin.write(names.map((name) => `${name}\n`).join(""));
	}
	/** The next object, or undefined when git has ended. */
	async next(asked) {
		let at = this.#rest.indexOf(10);
		while (at < 0) {
			if (!await this.#more()) return void 0;
			at = this.#rest.indexOf(10);
		}
		const header = this.#rest.toString("utf8", 0, at);
		const [, id, type, length] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(header) ?? [];
		if (id === void 0 || type === void 0) {
			this.#rest = this.#rest.subarray(at + 1);
			return {
				kind: "missing",
				asked
			};
		}
		const size = Number(length);
		let left = size + 1 - (this.#rest.length - at - 1);
		if (left <= 0) {
			const bytes = this.#rest.subarray(at + 1, at + 1 + size);
			this.#rest = this.#rest.subarray(at + 2 + size);
			return {
				kind: "object",
				asked,
				id,
				type,
				bytes
			};
		}
		const parts = [this.#rest.subarray(at + 1)];
		const keep = size <= largest;
		while (left > 0) {
			const chunk = await this.#chunk();
			if (chunk === void 0) return void 0;
			const part = chunk.length > left ? chunk.subarray(0, left) : chunk;
			if (keep) parts.push(part);
			this.#rest = chunk.subarray(part.length);
			left -= part.length;
		}
		if (!keep) return {
			kind: "too-large",
			asked,
			size
		};
		return {
			kind: "object",
			asked,
			id,
			type,
			bytes: Buffer.concat(parts, size + 1).subarray(0, size)
		};
	}
	async #more() {
		const chunk = await this.#chunk();
		if (chunk !== void 0) this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
		return chunk !== void 0;
	}
	async #chunk() {
		if (this.#chunks.length === 0 && !this.#isOver) await this.#watchdog.wait(new Promise((resolve) => this.#wake = resolve));
		const chunk = this.#chunks.shift();
		this.#waiting -= chunk?.length ?? 0;
		if (this.#waiting <= mostWaiting) this.#child.stdout.resume();
		return chunk;
	}
	/** Waits until git has ended; what it wrote to standard error. */
	async end() {
		const failure = await this.#watchdog.wait(this.#ended);
		this.failure = this.#watchdog.failure ?? failure ?? "0";
		return this.#complaints;
	}
	kill() {
		stopChild(this.#child);
	}
};
// ../cli/dist/sources/range-git.js
/** What --range asks git. It stands apart so that git can be asked before the rest of the program is loaded. */
/** New versions that are asked for at once, and commits that wait for them. */
const versionsAtOnce = 512;
const commitsAtOnce = 256;
const newBlobs = (batch) => [...new Set(batch.flatMap(({ changes }) => changes.map(({ blob }) => blob)))];
/** Asks at once; `names`: objects that are asked for besides. */
function askRange(repository, { revisions, tags = [], blobs = [] }, names = []) {
	const ending = new Ending();
	const store = {
		...repository,
		ending
	};
	const listed = revisions.length === 0 && tags.length + blobs.length > 0 ? Promise.resolve([]) : commitsOf(store, revisions);
	const objects = new ObjectReader(store);
	const named = objects.all(names);
	const commits = listed.then((all) => rangeCommits(objects, all, named));
	const batches = batchesOf(store, objects, commits);
	const first = batches.next();
	for (const one of [
		named,
		commits,
		first
	]) one.catch(() => {});
	const close = () => {
		objects.close();
		ending.now();
		batches.return();
	};
	return {
		store,
		objects,
		named,
		commits,
		batches,
		first,
		close
	};
}
async function rangeCommits(objects, all, before) {
	const cut = /* @__PURE__ */ new Set();
	const first = all.filter(({ parents }) => parents.length === 0).map(({ id }) => id);
	if (first.length > 0) await before;
	for await (const object of objects.read(first)) if (object.kind === "object" && headerOf(object.bytes).includes("\nparent ")) cut.add(object.asked);
	const parents = new Set(all.flatMap((commit) => commit.parents));
	const tip = all.findLast(({ id }) => !parents.has(id))?.id;
	if (tip !== void 0) objects.ahead([inventoryAt(tip)]);
	return {
		all,
		cut,
		tip
	};
}
async function* batchesOf(store, objects, commits) {
	const { all, cut } = await commits;
	const whole = all.filter(({ id }) => !cut.has(id)).map(({ id }) => id);
	let isFirst = true;
	let batch = [];
	let versions = 0;
	const ready = () => {
		const done = batch;
		[batch, versions] = [[], 0];
		if (isFirst) for (const names of [done.map(({ commit }) => commit), newBlobs(done)]) objects.ahead(names);
		isFirst = false;
		return done;
	};
	for await (const step of commitChanges(store, whole)) {
		batch.push(step);
		versions += step.changes.length;
		if (versions >= versionsAtOnce || batch.length >= commitsAtOnce) yield ready();
	}
	if (batch.length > 0) yield ready();
}
// ../cli/dist/sources/staged-git.js
/** What --staged asks git. It stands apart so that git can be asked before the rest of the program is loaded. */
/** Asks at once: which repository `path` means, and what its index would bring. `merging`: see SourceRequest. Throws a UserError. */
function askStaged(cwd, path, merging = []) {
	const store = openStore(cwd, path);
	const staged = stagedChanges(store, merging);
	const objects = new ObjectReader(store);
	const changes = staged.then((found) => {
		objects.ahead([...new Set(found.changes.map(({ blob }) => blob))]);
		return found;
	});
	changes.catch(() => {});
	return {
		store,
		changes,
		objects,
		close: () => objects.close()
	};
}
// ../cli/dist/commands/scan.js
/** `bnguard scan`: flags to settings, a report to texts and an exit code. What is read is decided in scan.ts. */
var scan_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ runScan: () => runScan });
async function runScan(request, setting) {
	const { cwd } = setting;
	const asked = askedAtOnce(request, cwd);
	try {
		if (!request.quiet && request.reports.some(({ format }) => format === "text")) Promise.resolve().then(() => require("./findings.cjs")).then((n) => n.text_exports);
		const plan = await planScan(request, cwd);
		const given = asked ?? await sourceOf(request, setting);
		return await outcomeOf(request, setting, plan, await scanWith(plan, {
			...request,
			progress: request.progress && !request.quiet
		}, setting, given));
	} finally {
		asked?.git.close();
	}
}
/** With --config-from, ignore comments count as the commit has them. */
async function judged(whole, { from, thresholds }, fingerprints) {
	const ruled = from === void 0 ? whole : await (await Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.overrule_exports)).overrule(whole, from);
	const { report, hidden } = shownPart(onlyOf(ruled, fingerprints), thresholds);
	return {
		report,
		hidden,
		code: exitCode(report, thresholds)
	};
}
const onlyOf = (report, fingerprints) => fingerprints === void 0 ? report : {
	...report,
	findings: report.findings.filter(({ fingerprint }) => fingerprints.includes(fingerprint))
};
/** A scan's texts and exit code. */
async function outcomeOf(request, setting, plan, whole) {
	const { report, hidden, code } = await judged(whole, plan, request.fingerprints);
	const quiet = request.quiet === "passed" ? code === 0 : request.quiet;
	return {
		code,
		...await renderReports(report, hidden, {
			...request,
			quiet
		}, setting),
		notes: quiet ? [] : plan.notes
	};
}
/** Scans with a progress line where one is wanted; the report holds no value, in whatever path or name it was. */
async function scanWith(plan, flags, { io, scan }, source = { kind: "disk" }) {
	const line = flags.progress ? progressLine(io.stderr, io.isTTY.stderr ? io.columns ?? 80 : void 0) : void 0;
	let covered;
	const watch = io.onInterrupt?.(async () => {
		endChildren();
		await line?.end();
		return `bnguard: stopped before the end. Looked at ${coveredText(covered ?? {
			unit: source.kind === "history" ? "object" : "file",
			documents: 0,
			bytes: 0,
			findings: 0
		})}; nothing is reported of a part.\n`;
	});
	try {
		const onProgress = (progress) => {
			covered = progress;
			line?.onProgress(progress);
		};
		return redactAll(await scan({
			...plan.settings,
			source,
			onProgress
		}));
	} finally {
		watch?.();
		await line?.end();
	}
}
function askedAtOnce({ source, paths: [path] }, cwd) {
	if (source.kind === "staged") return {
		...source,
		git: askStaged(cwd, path, source.merging)
	};
	if (source.kind === "range") return {
		...source,
		git: askRange(openStore(cwd, path), source)
	};
}
async function sourceOf({ source }, { io }) {
	if (source.kind === "stdin") return {
		...source,
		bytes: await readAll(io)
	};
	if (source.kind === "history") {
		const { kind, cache, shard } = source;
		return {
			kind,
			...shard && { shard },
			...cache && { userCache: userCacheFolder(io) }
		};
	}
	return source;
}
/** Standard input to its end. Who sits before it is told how it ends. */
async function readAll({ stdin, stderr, isTTY }) {
	if (isTTY.stdin === true) await stderr.write(`bnguard: reads what is typed here until ${process.platform === "win32" ? "Ctrl-Z and Enter" : "Ctrl-D"}.\n`);
	const chunks = [];
	for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}
// ../cli/dist/threads.js
const [built] = /\.c?js$/.exec(require("url").pathToFileURL(__filename).href) ?? [];
/** Workers run from what is built; from sources everything is read in one thread. Tests bring a loader along. */
const builtThreads = built === void 0 ? void 0 : { entry: new URL(`./worker${built}`, require("url").pathToFileURL(__filename).href) };
// ../cli/dist/scan.js
/** One scan, of whatever source: files on disk, standard input, or what git stores. Each source makes its own report. */
/**
* Scans and reports. The report is the same whatever the number of jobs and the order of files. Throws a UserError
* when a PATH cannot be reached or a repository cannot be read; a single file that cannot be read is a skip instead.
*/
async function scan(settings, threads = builtThreads) {
	const { source } = settings;
	switch (source.kind) {
		case "disk": return (await Promise.resolve().then(() => require("./disk.cjs"))).scanDisk(settings, threads);
		case "stdin": return (await Promise.resolve().then(() => require("./stdin.cjs"))).scanBytes(settings, source);
		case "staged": return (await Promise.resolve().then(() => require("./staged.cjs"))).scanStaged(settings, source.git);
		case "texts": return (await Promise.resolve().then(() => require("./texts.cjs"))).scanTexts(settings, source.texts, source.origin);
		case "range": return (await Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.range_exports)).scanRange(settings, source);
		case "history": return (await Promise.resolve().then(() => require("./scan-history.cjs"))).scanHistory(settings, source, threads);
		default: return source;
	}
}
// ../cli/dist/version.js
/** The version of this program. All packages carry the same one. */
/** As package.json says, read each time: it costs less than a millisecond and is asked for once. */
function ownVersion() {
	const text = (0, node_fs.readFileSync)(new URL("../package.json", require("url").pathToFileURL(__filename).href), "utf8");
	return JSON.parse(text).version;
}
// ../cli/dist/crash.js
/** What is printed for an error that is our fault: enough to report it, and nothing that could hold a value. */
/**
* Name, where it happened, and where to report it. The message itself appears only where the engine of the language
* wrote it from names (a TypeError or ReferenceError without code): others quote the data that they choke on.
*/
function crashText(error) {
	const known = error instanceof Error ? error : /* @__PURE__ */ new Error("not an Error");
	const { code } = known;
	const spoken = (known instanceof TypeError || known instanceof ReferenceError) && code === void 0;
	const frames = (known.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
	return redact([
		`bnguard ${ownVersion()} failed by its own fault: ${known.name}${code ? ` ${code}` : ""}${spoken ? `: ${known.message}` : ""}`,
		...frames,
		`Node ${process.version} on ${process.platform}. Nothing that was printed before this is complete.`,
		"Report these lines, which hold no part of a file, in the issue tracker of bnguard.",
		""
	].join("\n"));
}
// ../cli/dist/own-process.js
/** This process as one run of a program: how it ends whatever happens. */
/** Ends with the code that `program` gives; with 2 where something is thrown past it, or it waits for what never comes. */
async function ownProcess(program) {
	process.exitCode = 2;
	const tellUnfinished = () => {
		process.stderr.write(`bnguard ${ownVersion()} ended before it was done: it waits for what never comes. Report it in the issue tracker of bnguard.\n`);
	};
	process.once("beforeExit", tellUnfinished);
	process.on("uncaughtException", (error) => {
		process.stderr.write(crashText(error), () => process.exit(2));
	});
	process.exitCode = await program();
	process.off("beforeExit", tellUnfinished);
	if (isWritten()) process.exit();
}
// ../cli/dist/reports/visible.js
/** Makes characters visible that a terminal would obey or hide: in paths and messages, whoever named the file. */
/**
* Controls (C0, DEL, C1), line and paragraph separators, what Unicode says is shown as nothing (zero-width and bidi marks,
* fillers, tags), interlinear marks, halves of a surrogate pair, and the sign that makes a command of what follows it in
* logs (log-safe.ts). Not the zero-width joiner and the choice of a picture: emoji need them. Made when there is something
* to look for: the tables of Unicode take a millisecond.
*/
const hidden = () => /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb\p{Surrogate}]|(?![\u200d\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}|#(?=#(?:[a-z]+)?\[)/gu;
const short = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
/** Anything but what nearly all text is made of, none of which is hidden: most texts need no closer look. */
const unusual = /##|[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027\u2190-\u21ff]/;
const unusualJson = /##|[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027\u2190-\u21ff]/;
/** One line without surprises: `\n`, `\x1b`, `\u202e`, `\u{e0041}` stand for the characters themselves. */
function visible(text) {
	if (!unusual.test(text)) return text;
	return text.replace(hidden(), (character) => short[character] ?? escaped(character.codePointAt(0)));
}
function escaped(code) {
	const hex = code.toString(16);
	if (code < 256) return `\\x${hex.padStart(2, "0")}`;
	return code > 65535 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
}
/** The same for JSON text, where the result must still be JSON that means the same. */
function visibleJson(json) {
	if (!unusualJson.test(json)) return json;
	return json.replace(hidden(), (character) => character === "\n" ? character : Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""));
}
// ../cli/dist/reports/gap.js
function isGap({ why }) {
	return why === "unreadable" || why === "missing";
}
// ../cli/dist/requests.js
/** What `bnguard hook` is called by; the names of git's own hooks, but for `agent`. */
const hookNames = [
	"pre-commit",
	"pre-merge-commit",
	"commit-msg",
	"pre-push",
	"pre-receive",
	"agent"
];
// ../cli/dist/other-words.js
/** What people write who know other tools, or guess, and what it is called here. */
const options = {
	"-q": "--quiet",
	"-v": "--verbose",
	"-f": "--format",
	"-r": "--range",
	"-o": "--output",
	"-c": "--config",
	"-b": "--baseline",
	"-j": "--jobs",
	"--threads": "--jobs",
	"--cached": "--staged",
	"--all": "--history",
	"--git-history": "--history",
	"--log-opts": "--range",
	"--since": "--range --since=DATE",
	"--report-format": "--format",
	"--report-path": "--output",
	"--report": "--output",
	"--severity": "--min-severity",
	"--confidence": "--min-confidence",
	"--exit-code": "--fail-on",
	"--no-color": "--color never",
	"--no-colors": "--color never"
};
const commands = /^(?:lint|check|detect|protect|audit|analy[sz]e|run|dir|git|filesystem|search|verify|test)$/;
const excludes = /^--(?:exclude|ignore|skip|allow)(?:-|$)/;
/**
* A sentence that says what an unknown option is called here, or nothing.
* @param known whether the command has an option
* @param formats what `--format` takes
*/
function optionHint(word, known, formats) {
	const name = word.replace(/=.*$/s, "");
	if (name === "--fix") return " What can be mended: bnguard fix.";
	if (name === "--redact") return " No report shows values, so there is nothing to switch on.";
	if (excludes.test(name) && known("--config")) return " What is to be passed over stands in bnguard.config.yaml, under ignore: paths and a reason.";
	const format = formats.find((one) => name === `--${one}`);
	const here = format === void 0 ? options[name] : `--format ${format}`;
	return here !== void 0 && known(here.split(" ")[0]) ? ` Here that is ${here}.` : "";
}
/** The same for an unknown command. */
const commandHint = (word) => commands.test(word) ? " Here that is bnguard scan." : "";
// ../cli/dist/shell.js
/** Words as a POSIX shell takes them. */
/** Between single quotes, whatever is in it. */
const quoted = (word) => `'${word.replaceAll("'", `'\\''`)}'`;
// ../cli/dist/reports/log-safe.js
/**
* What the logs of CI systems would obey: GitHub Actions takes a line that begins with `::name::` for a command, and it
* and Azure Pipelines take `##[name]` and `##vso[name]` anywhere in a line. Whoever names a file could write one.
*/
/** The same text for people, and no command. For text of several lines; not for JSON, HTML or commands that are meant. */
function logSafe(text) {
	if (!text.includes("::")) return text;
	return text.replace(/^([^\S\n]*):(?=:[^\n]*::)/gm, "$1\\x3a");
}
// ../cli/dist/reports/other-half.js
/** So many places of one value in one file are compared; beyond that near enough is near. */
const mostCompared = 200;
/** The nearest finding with the value of the other half: in the same file if there is one. */
function halfFinder(findings) {
	const byValue = /* @__PURE__ */ new Map();
	const byValueAndPath = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		if (finding.pair === void 0) continue;
		if (!byValue.has(finding.fingerprint)) byValue.set(finding.fingerprint, finding);
		const key = `${finding.fingerprint}\0${finding.path}`;
		const here = byValueAndPath.get(key);
		if (!here) byValueAndPath.set(key, [finding]);
		else if (here.length < mostCompared) here.push(finding);
	}
	return (finding) => {
		if (finding.pair === void 0) return void 0;
		const here = byValueAndPath.get(`${finding.pair}\0${finding.path}`) ?? [];
		const distance = ({ start }) => Math.abs(start.line - finding.start.line);
		return here.reduce((best, one) => best && distance(best) <= distance(one) ? best : one, void 0) ?? byValue.get(finding.pair);
	};
}
// ../cli/dist/way-out/leaks.js
const credentialRules = /* @__PURE__ */ new Set([...[
	"secret-key",
	"api-key",
	"private-key",
	"key-passphrase"
], ...["signed-request", "listen-key"]]);
/** Whether somebody who reads it holds something that opens an account: such findings have a way out. */
const isCredential = ({ rule }) => credentialRules.has(rule);
/** In the order of the report. What is no credential is part of none. */
function leaksOf(findings) {
	const credentials = findings.filter(isCredential);
	const keyOf = keysOf(credentials);
	const groups = /* @__PURE__ */ new Map();
	for (const finding of credentials) {
		const group = groups.get(keyOf(finding));
		if (group) group.push(finding);
		else groups.set(keyOf(finding), [finding]);
	}
	return [...groups.values()].map(leakOf);
}
/** The leak that a finding is part of: of `others`, what has its value or is its other half. */
function leakWith(finding, others) {
	const credentials = others.filter(isCredential);
	const keyOf = keysOf([finding, ...credentials]);
	const id = keyOf(finding);
	const same = credentials.filter((other) => keyOf(other) === id);
	return leakOf(same.length > 0 ? same : [finding]);
}
function leakOf(findings) {
	const halves = [...new Map(findings.toReversed().map((one) => [one.fingerprint, one])).values()];
	halves.sort((a, b) => Number(b.rule === "api-key") - Number(a.rule === "api-key"));
	return {
		id: halves[0].fingerprint,
		halves,
		findings
	};
}
/** The same for both halves of a pair, and for a half that elsewhere stands alone. */
function keysOf(findings) {
	const pairs = /* @__PURE__ */ new Map();
	for (const { fingerprint, pair } of findings) {
		if (pair === void 0) continue;
		const key = [fingerprint, pair].sort().join(" ");
		for (const half of [fingerprint, pair]) if (!pairs.has(half)) pairs.set(half, key);
	}
	return ({ fingerprint, pair }) => pair === void 0 ? pairs.get(fingerprint) ?? fingerprint : [fingerprint, pair].sort().join(" ");
}
// ../cli/dist/conclude-root.js
/** What every scan ends with: the observations of each root become findings, and all of them one report. */
/** The findings of one root, with its configuration and baseline. */
async function concludeRoot(settings, root, seen, more = {}) {
	const { conclude } = await Promise.resolve().then(() => require("./dist4.cjs")).then((n) => n.dist_exports);
	const suppressions = await settings.configFor(root.dir);
	const name = await (seen?.name ?? (suppressions.length > 0 || more.inventory ? nameRoot(root) : void 0));
	const repository = {
		...name !== void 0 && { name },
		suppressions,
		noIgnores: settings.noIgnores,
		asOf: settings.asOf,
		...await keyAgeOf(settings, root.dir),
		...more
	};
	const { findings, suppressed } = conclude(seen?.observations.sort(byPlace) ?? [], repository);
	return {
		findings: findings.toSorted(byPlace),
		suppressed: suppressed.toSorted(byPlace)
	};
}
/** The limit that a root's configuration sets, for `conclude`. */
async function keyAgeOf({ keyAgeFor }, root) {
	const keyAge = await keyAgeFor?.(root);
	return keyAge === void 0 ? {} : { keyAge };
}
/** What reports call a root. */
const nameRoot = async ({ dir, git }) => git ? repositoryName(dir) : (0, node_path.basename)(dir);
/** The same for a repository that git's variables may have led to. */
async function nameStore(store) {
	const { askGit } = await Promise.resolve().then(() => ask_exports);
	const { stdout } = await askGit(store, [
		"config",
		"--get",
		"remote.origin.url"
	]);
	return remoteName(stdout.toString("utf8").trim()) ?? (0, node_path.basename)(store.dir);
}
/** The report of a whole scan. */
function reportOf(settings, parts, gaps, coverage) {
	const { version } = JSON.parse((0, node_fs.readFileSync)(new URL("../package.json", require("url").pathToFileURL(__filename).href), "utf8"));
	return {
		schema: 1,
		tool: {
			name: "bnguard",
			version
		},
		asOf: settings.asOf,
		complete: gaps.every(({ harmless }) => harmless),
		findings: parts.flatMap(({ findings }) => findings),
		suppressed: parts.flatMap(({ suppressed }) => suppressed),
		skipped: gaps.map(({ skip }) => skip),
		coverage
	};
}
const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** The one order of observations and findings: path, place, rule, and whatever is left to tell two apart. */
function byPlace(a, b) {
	return compare(a.path, b.path) || (a.start?.line ?? 0) - (b.start?.line ?? 0) || (a.start?.column ?? 0) - (b.start?.column ?? 0) || compare(a.rule ?? "", b.rule ?? "") || compare(a.kind ?? "", b.kind ?? "") || compare(a.fingerprint ?? "", b.fingerprint ?? "") || compare(JSON.stringify(a), JSON.stringify(b));
}
// ../cli/dist/reports/worst.js
/** At most `limit` of them, the worst and surest first. Linear. */
function worst(findings, limit) {
	if (findings.length <= limit) return {
		kept: findings,
		cut: 0
	};
	const rankOf = ({ severity, confidence }) => (severities.length - 1 - severities.indexOf(severity)) * confidences.length + confidences.indexOf(confidence);
	const counts = Array.from({ length: severities.length * confidences.length }, () => 0);
	for (const finding of findings) counts[rankOf(finding)] += 1;
	let left = limit;
	const room = counts.map((count) => {
		const taken = Math.min(left, count);
		left -= taken;
		return taken;
	});
	const kept = findings.filter((finding) => room[rankOf(finding)]-- > 0);
	return {
		kept,
		cut: findings.length - kept.length
	};
}
/** Worst first, else as they were. */
function worstFirst(findings) {
	return findings.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity) || confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence));
}
// ../cli/dist/reports/weakness.js
/** The weakness (CWE) that each rule is about, for platforms that sort by it. */
const weaknesses = {
	"secret-key": 798,
	"api-key": 798,
	"private-key": 798,
	"key-passphrase": 798,
	"listen-key": 798,
	"documented-example": 798,
	"signed-request": 522,
	"client-exposed": 522,
	"key-reused": 522,
	"env-not-ignored": 538,
	"env-tracked": 538,
	"secret-logged": 532,
	"withdrawals-enabled": 250,
	"transfers-enabled": 250,
	"broad-permissions": 250,
	"fund-moving-call": 250,
	"ip-unrestricted": 284,
	"ip-list-invalid": 284,
	"unsafe-key-creation": 284,
	"key-age": 324,
	"inventory-mismatch": 324,
	"weak-key-type": 1391,
	"insecure-transport": 295,
	"foreign-endpoint": 201,
	"recv-window": 294,
	"unsafe-package": 506
};
/** The number of a rule's CWE; undefined for what is no weakness, such as an ignore that matches nothing. */
const weaknessOf = (rule) => weaknesses[rule];
exports.ObjectReader = ObjectReader;
exports.UserError = UserError;
exports.Watchdog = Watchdog;
exports.absoluteName = absoluteName;
exports.answered = answered;
exports.askGit = askGit;
exports.askRange = askRange;
exports.askStaged = askStaged;
exports.ask_exports = ask_exports;
exports.atLeastAsBad = atLeastAsBad;
exports.builtThreads = builtThreads;
exports.byPlace = byPlace;
exports.commandHint = commandHint;
exports.compare = compare;
exports.concludeRoot = concludeRoot;
exports.confidences = confidences;
exports.configNames = configNames;
exports.count = count;
exports.crashText = crashText;
exports.defaultBaseline = defaultBaseline;
exports.defaultFailOn = defaultFailOn;
exports.defaultMinConfidence = defaultMinConfidence;
exports.dependencyFolders = dependencyFolders;
exports.dependencyPrefixes = dependencyPrefixes;
exports.didYouMean = didYouMean;
exports.endOf = endOf;
exports.entriesOf = entriesOf;
exports.everyString = everyString;
exports.exitCode = exitCode;
exports.findStore = findStore;
exports.findTop = findTop;
exports.gitEnvironment = gitEnvironment;
exports.gitFailure = gitFailure;
exports.gitFolderOf = gitFolderOf;
exports.gitRecords = gitRecords;
exports.grouped = grouped;
exports.halfFinder = halfFinder;
exports.hardenedConfig = hardenedConfig;
exports.hasHead = hasHead;
exports.headerOf = headerOf;
exports.hookNames = hookNames;
exports.inventoryAt = inventoryAt;
exports.inventoryName = inventoryName;
exports.isAboutName = isAboutName;
exports.isBare = isBare;
exports.isCredential = isCredential;
exports.isFile = isFile;
exports.isGap = isGap;
exports.isGitFolder = isGitFolder;
exports.isInside = isInside;
exports.isRepository = isRepository;
exports.isTestnet = isTestnet;
exports.isThere = isThere;
exports.judged = judged;
exports.keyAgeOf = keyAgeOf;
exports.leakWith = leakWith;
exports.leaksOf = leaksOf;
exports.lessened = lessened;
exports.listed = listed$1;
exports.loadConfig = loadConfig;
exports.logSafe = logSafe;
exports.messageOf = messageOf;
exports.nameOf = nameOf;
exports.nameRoot = nameRoot;
exports.nameStore = nameStore;
exports.nearNames = nearNames;
exports.nearNotes = nearNotes;
exports.nearNotesIn = nearNotesIn;
exports.noCommit = noCommit;
exports.noteChild = noteChild;
exports.objectsIn = objectsIn;
exports.openStore = openStore;
exports.optionHint = optionHint;
exports.outputOf = outputOf;
exports.ownProcess = ownProcess;
exports.ownVersion = ownVersion;
exports.pathFrom = pathFrom;
exports.planScan = planScan;
exports.processIo = processIo;
exports.quoted = quoted;
exports.readAll = readAll;
exports.readSmallFile = readSmallFile;
exports.redact = redact;
exports.redactAll = redactAll;
exports.remoteName = remoteName;
exports.renderReports = renderReports;
exports.reportOf = reportOf;
exports.runScan = runScan;
exports.scan = scan;
exports.scanWith = scanWith;
exports.scan_exports = scan_exports;
exports.severities = severities;
exports.shortRef = shortRef;
exports.shownName = shownName;
exports.shownPart = shownPart;
exports.signedBits = signedBits;
exports.silence = silence;
exports.size = size;
exports.stopChild = stopChild;
exports.store_exports = store_exports;
exports.textWidth = textWidth;
exports.thresholdsFrom = thresholdsFrom;
exports.trySmallFile = trySmallFile;
exports.userCacheFolder = userCacheFolder;
exports.visible = visible;
exports.visibleJson = visibleJson;
exports.wantsColor = wantsColor;
exports.weaknessOf = weaknessOf;
exports.workingFolder = workingFolder;
exports.worse = worse;
exports.worst = worst;
exports.worstFirst = worstFirst;
