"use strict";
const require_first = require("./first.cjs");
let node_timers_promises = require("node:timers/promises");
let node_fs = require("node:fs");
let node_os = require("node:os");
let node_path = require("node:path");
// ../cli/dist/flag-values.js
/** A value is not what it should be. `expected` completes "expected …". */
function wrongValue(flag, expected, hint = "") {
	return new require_first.UserError(`${flag}: expected ${expected}${hint}.`);
}
/** Fingerprints as reports show them, with commas between. */
function fingerprintsFlag(flag) {
	return (value) => {
		const list = value.toLowerCase().split(",");
		if (!list.every((one) => /^[0-9a-f]{32}$/.test(one))) throw wrongValue(flag, "fingerprints of 32 hex digits, with commas between");
		return list;
	};
}
/** For a flag that takes one of a few words. */
function oneOf(flag, choices) {
	return (value) => {
		const found = choices.find((choice) => choice === value);
		if (found !== void 0) return found;
		const near = choices.filter((choice) => choice !== "never");
		throw wrongValue(flag, choices.join(", "), require_first.didYouMean(value, near));
	};
}
const sizePattern = /^(\d+(?:\.\d+)?)\s*(?:([kmgt])i?)?b?$/i;
const sizeHint = "a size such as 512k, 10MB or 1000000 (bytes)";
/** Bytes of `512k`, `10MB`, `1.5 GiB`, `1000`; units are powers of 1024. Undefined where it is no positive size. */
function parseSize(text) {
	const [, amount, unit = ""] = sizePattern.exec(text.trim()) ?? [];
	const bytes = Math.floor(Number(amount) * 1024 ** " kmgt".indexOf(unit.toLowerCase() || " "));
	return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : void 0;
}
function sizeFlag(flag) {
	return (value) => {
		const bytes = parseSize(value);
		if (bytes === void 0) throw wrongValue(flag, sizeHint);
		return bytes;
	};
}
function countFlag(flag) {
	return (value) => {
		if (!/^[1-9]\d{0,3}$/.test(value)) throw wrongValue(flag, "a whole number from 1 to 9999");
		return Number(value);
	};
}
/** `2/8`: the second of eight parts. */
function shardFlag(flag) {
	return (value) => {
		const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(value) ?? [];
		if (index === void 0 || count === void 0 || Number(index) > Number(count)) throw wrongValue(flag, "I/N such as 2/8, the second of eight parts");
		return {
			index: Number(index),
			count: Number(count)
		};
	};
}
/** Whether `text` is a day that exists, as YYYY-MM-DD. */
function isDay(text) {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const date = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
/** ISO 8601 in UTC of a day (its start) or of a date with time. */
function dateFlag(flag) {
	return (value) => {
		const day = value.slice(0, 10);
		const time = /^(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.test(value.slice(10));
		const date = isDay(day) && time ? new Date(value) : /* @__PURE__ */ new Date(NaN);
		if (Number.isNaN(date.getTime())) throw wrongValue(flag, "a date such as 2026-11-22 or 2026-11-22T12:00:00Z");
		return date.toISOString().replace(".000Z", "Z");
	};
}
/** A number of days, also 0. */
function daysFlag(flag) {
	return (value) => {
		if (!/^\d{1,4}$/.test(value)) throw wrongValue(flag, "a number of days, 0 to 9999");
		return Number(value);
	};
}
function dayFlag(flag) {
	return (value) => {
		if (!isDay(value)) throw wrongValue(flag, "a day such as 2026-11-22");
		return value;
	};
}
// ../cli/dist/reports/gap.js
function isGap({ why }) {
	return why === "unreadable" || why === "missing";
}
// ../cli/dist/for-action.js
/**
* What the Action takes from the command line: the same scan, the same exit rules, the same reports. Reports are loaded when
* they are asked for: starting is most of what a small scan costs.
*/
/** `bnguard scan`, without its texts. Throws a UserError like the command. `cwd`: absolute. */
async function scanned(request, { io, cwd }) {
	const given = await sourceOf(request, io, cwd);
	const plan = await require_first.planScan(request, cwd);
	const whole = await require_first.scanWith(plan, request, {
		io,
		cwd,
		scan: require_first.scan
	}, given);
	return {
		...await require_first.judged(whole, plan),
		notes: plan.notes
	};
}
async function sourceOf({ source, paths }, io, cwd) {
	if (source.kind === "stdin") throw new TypeError("the Action has no standard input");
	if (source.kind === "range") {
		const commits = require_first.commitsOf(require_first.openStore(cwd, paths[0]), source.revisions);
		commits.catch(() => {});
		return {
			...source,
			commits
		};
	}
	if (source.kind !== "history") return source;
	const { cache, ...rest } = source;
	return {
		...rest,
		...cache && { userCache: require_first.userCacheFolder(io) }
	};
}
/** Which of these findings the configuration and the baseline of another request would set aside, and its thresholds. */
async function excusedBy(findings, request, cwd) {
	const plan = await require_first.planScan(request, cwd);
	const [root] = plan.roots.keys();
	const entries = await plan.settings.configFor(root);
	const excused = findings.flatMap((finding) => {
		const entry = entries.find((one) => one.covers(finding));
		return entry === void 0 ? [] : [{
			finding,
			suppression: {
				by: entry.by,
				at: entry.at,
				...entry.reason && { reason: entry.reason }
			}
		}];
	});
	return {
		excused: require_first.redactAll(excused),
		thresholds: plan.thresholds
	};
}
const reports = () => Promise.resolve().then(() => require("./reports.cjs")).then((n) => n.for_action_exports);
/** Loads what a scan of a range and its reports need, so that it is there when it is asked for. Never rejects. */
async function loadAhead() {
	try {
		await Promise.all([
			Promise.resolve().then(() => require("./range.cjs")).then((n) => n.range_exports),
			Promise.resolve().then(() => require("./range.cjs")).then((n) => n.tree_files_exports),
			Promise.resolve().then(() => require("./range.cjs")).then((n) => n.overrule_exports)
		]);
		await (0, node_timers_promises.setImmediate)();
		await reports();
	} catch {}
}
async function annotations(report, taken) {
	return (await reports()).githubReport(report, taken);
}
/** A workflow command: `properties` and `message` are escaped. */
async function workflowCommand(level, properties, message) {
	return (await reports()).command(level, properties, message);
}
/** Text that a stranger chose, for Markdown. */
async function codeSpan(text) {
	return (await reports()).code(require_first.redact(text));
}
async function markdown(report, limit) {
	const rules = await rulesFor(report);
	return (await reports()).markdownReport(report, rules, limit);
}
async function sarif(report) {
	const rules = await rulesFor(report);
	return (await reports()).sarifReport(report, rules);
}
async function json(report) {
	return (await reports()).jsonReport(report);
}
async function gitlab(report) {
	return (await Promise.resolve().then(() => require("./gitlab2.cjs"))).gitlabReport(report, await rulesFor(report));
}
async function text(report, hidden) {
	const { textReport } = await Promise.resolve().then(() => require("./text.cjs")).then((n) => n.text_exports);
	return textReport(report, {
		color: false,
		width: 100,
		verbose: false,
		quiet: false,
		rules: await rulesFor(report),
		hidden
	});
}
async function html(report) {
	return (await Promise.resolve().then(() => require("./html.cjs"))).htmlReport(report, await rulesFor(report));
}
/** `bnguard merge`: JSON reports (paths from `cwd`) as one, judged by these thresholds. Throws a UserError like the command. */
async function mergedReport(files, thresholds, cwd) {
	const [{ merged }, { readReport }] = await Promise.all([Promise.resolve().then(() => require("./merge.cjs")), Promise.resolve().then(() => require("./read-report.cjs"))]);
	const reports = [];
	for (const file of files) reports.push(await readReport(file, cwd));
	const whole = reports.length > 0 ? merged(reports) : emptyReport();
	const { report, hidden } = require_first.shownPart(require_first.redactAll(whole), thresholds);
	return {
		report,
		hidden,
		code: require_first.exitCode(report, thresholds)
	};
}
function emptyReport() {
	return {
		schema: 1,
		tool: {
			name: "bnguard",
			version: require_first.ownVersion()
		},
		asOf: (/* @__PURE__ */ new Date()).toISOString(),
		complete: true,
		findings: [],
		suppressed: [],
		skipped: [],
		coverage: {
			documents: 0,
			bytes: 0,
			ignored: 0,
			dependencyFolders: 0,
			repositories: 0
		}
	};
}
/** The engine takes longer to load than all else together, and what is clean needs no rule. */
async function rulesFor({ findings }) {
	return findings.length > 0 ? (await Promise.resolve().then(() => require("./dist4.cjs")).then((n) => n.dist_exports)).rules : [];
}
// build/happened.js
/**
* What a change is, whatever system it happened in: from what happened to the commits to look at. Pure. The systems' own
* words are read in github/event.ts and gitlab/variables.ts; where the commits come from is git/complete.ts.
*/
/** What is to be looked at. */
function targetOf(happened) {
	switch (happened.kind) {
		case "proposal": return proposed(happened);
		case "push": return pushed(happened);
		case "occasion": return { kind: "history" };
		case "nothing": return happened;
		default: return happened;
	}
}
function proposed({ head, base, trial, target, commits }) {
	if (head.id !== void 0 && head.id === base.id) return {
		kind: "nothing",
		why: "Head and base are the same commit, so there is nothing new."
	};
	return {
		kind: "range",
		head,
		exclude: trial === void 0 && target ? [base, target] : [base],
		...trial !== void 0 && { trial },
		instead: target ? [target] : [],
		mayBeAll: false,
		...commits !== void 0 && { commits }
	};
}
/**
* A new ref is held against the default branch alone. Other branches may be as new as this one and come in the same push:
* if each were held against the other, what they share would be looked at by neither.
*/
function pushed({ ref, before, after, defaultBranch, commits }) {
	if (isZero(after)) return {
		kind: "nothing",
		why: `${ref} was deleted, so there is nothing new.`
	};
	if (before === after) return {
		kind: "nothing",
		why: `${ref} did not move, so there is nothing new.`
	};
	const main = defaultBranch === void 0 ? void 0 : `refs/heads/${defaultBranch}`;
	const others = main === void 0 || main === ref ? [] : [{ ref: main }];
	return {
		kind: "range",
		head: {
			id: after,
			ref
		},
		exclude: isZero(before) ? others : [{ id: before }],
		instead: others,
		mayBeAll: true,
		...ref.startsWith("refs/tags/") && { tag: after },
		...commits !== void 0 && { commits }
	};
}
/** An id that stands for nothing. */
const isZero = (id) => /^0+$/.test(id);
/** Whether a text is the id of an object, in full. */
const isId = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
// build/git/fetch.js
/** Asks the server for commits and objects, and says what is wrong when it does not give them. */
/** The server does not have this one, or does not show it. */
var NotThere = class extends Error {
	what;
	constructor(what) {
		super(`the server has no ${what}`);
		this.what = what;
	}
};
const always = [
	"--no-tags",
	"--no-write-fetch-head",
	"--recurse-submodules=no",
	"--no-auto-gc",
	"--quiet"
];
/** Nothing is offered as known, so that an object that is asked for by its id comes alone. */
const alone = ["-c", "fetch.negotiationAlgorithm=noop"];
/** What a checkout with all of its history makes unnecessary. */
const wholeCheckout = "check out the whole history (actions/checkout with fetch-depth: 0)";
/**
* `git fetch` with these arguments. Throws NotThere for an object or ref that cannot be had, a UserError where the server
* cannot be asked. What may be a passing fault is tried once more.
*/
async function fetchFrom(repository, remote, args, input) {
	const ask = () => repository.askServer(remote, [
		...input === void 0 ? [] : alone,
		"fetch",
		...always,
		...args
	], input);
	let answer = await ask();
	if (answer.failure !== void 0 && passing.test(answer.complaints)) {
		await new Promise((resolve) => setTimeout(resolve, 1e3));
		answer = await ask();
	}
	if (answer.failure === void 0) return;
	const [, id, ref] = absent.exec(answer.complaints) ?? [];
	const what = id ?? ref;
	if (what !== void 0) throw new NotThere(what);
	throw fetchFailure(remote, answer);
}
const absent = /(?:not our ref|unadvertised object|no such remote ref:?|bad object) ([0-9a-f]{40,64})|couldn't find remote ref (\S+)/i;
const passing = /\b(?:500|502|503|504|429)\b|timed out|reset by peer|early EOF|hung up unexpectedly|too slow/i;
/** What is wrong when the server could not be asked. */
function fetchFailure({ url, header }, { complaints, failure }) {
	const said = require_first.visible(require_first.redact(complaints.trim().split("\n").at(-1) || `git ended with ${failure}`));
	const from = `Nothing was scanned: what the checkout lacks cannot be fetched from ${require_first.visible(url)}`;
	if (failure === "ENOENT") return new require_first.UserError(noGit);
	if (/could not read Username|Authentication failed|\b40[13]\b|not found/i.test(complaints)) return new require_first.UserError(`${from}: ${header === void 0 ? "no token was given" : "the token may not read it"} (${said}). ${`Give the job permissions: contents: read, or ${wholeCheckout}.`}`);
	return new require_first.UserError(`${from} (${said}). Run the job again, or ${wholeCheckout}.`);
}
const noGit = "Nothing was scanned: there is no git program here. Install git 2.29 or newer in the container of the job, before this step.";
// build/git/checkout.js
/** What a job's checkout has already, found by its files: it may belong to another user, and git need not agree to it. */
/** The repository at `folder` (absolute), if there is one. */
function findCheckout(folder) {
	const gitFolder = require_first.gitFolderOf(folder);
	if (gitFolder === void 0) return void 0;
	const common = textOf((0, node_path.join)(gitFolder, "commondir"));
	const shared = (0, node_path.resolve)(gitFolder, common.trim() || ".");
	const objects = realOf((0, node_path.join)(shared, "objects"));
	if (objects === void 0 || !(0, node_fs.lstatSync)(objects).isDirectory()) return void 0;
	const shallow = textOf((0, node_path.join)(shared, "shallow"));
	const packs = namesIn((0, node_path.join)(objects, "pack"));
	return {
		top: folder,
		objects,
		shallow: shallow.split("\n").filter((line) => /^[0-9a-f]{40,64}$/.test(line)),
		isPartial: packs.some((name) => name.endsWith(".promisor"))
	};
}
/** Empty where there is no such file. Whoever may write here could put a pipe in its place, which is not waited for. */
const textOf = (path) => require_first.readSmallFile(path, {
	name: path,
	mostMegabytes: 16
}) ?? "";
function realOf(path) {
	try {
		return node_fs.realpathSync.native(path);
	} catch {
		return;
	}
}
function namesIn(folder) {
	try {
		return (0, node_fs.readdirSync)(folder);
	} catch {
		return [];
	}
}
// build/github/event.js
/** GitHub's events as what happened: reads the payload that the runner leaves in a file, and the runner's variables. */
/** Throws a UserError for an event that says nothing of commits, and for a payload that is not what GitHub sends. */
function readEvent(env) {
	const name = env["GITHUB_EVENT_NAME"] ?? "";
	switch (name) {
		case "pull_request":
		case "pull_request_target": return pullRequest(name, payloadOf(env), env);
		case "merge_group": {
			const group = payloadOf(env).at("merge_group");
			const [head, base] = [group.id("head_sha"), group.id("base_sha")];
			return {
				happened: {
					kind: "proposal",
					head: { id: head },
					base: { id: base }
				},
				isFork: false
			};
		}
		case "push": return {
			happened: push(payloadOf(env)),
			isFork: false
		};
		case "workflow_dispatch":
		case "schedule": return {
			happened: { kind: "occasion" },
			isFork: false
		};
		case "": throw new require_first.UserError("Nothing was scanned: GITHUB_EVENT_NAME is not set, so this is no job of GitHub Actions. On the command line: bnguard scan.");
		case "workflow_run": throw new require_first.UserError("Nothing was scanned: workflow_run tells nothing of a pull request from a fork. Give its number: pull-request.");
		default: throw new require_first.UserError(`Nothing was scanned: the event ${name} names no commits to look at. Say what to look at: scan: history, scan: tree, or base and head.`);
	}
}
function pullRequest(name, payload, env) {
	const pull = payload.at("pull_request");
	const [head, base] = [pull.at("head"), pull.at("base")];
	const number = pull.number("number");
	const trial = env["GITHUB_SHA"] ?? "";
	const commits = pull.optionalNumber("commits");
	return {
		happened: {
			kind: "proposal",
			head: {
				id: head.id("sha"),
				ref: `refs/pull/${number}/head`
			},
			base: { id: base.id("sha") },
			...name === "pull_request" && isId(trial) && { trial },
			target: { ref: `refs/heads/${base.text("ref")}` },
			...commits !== void 0 && { commits }
		},
		pullRequest: number,
		isFork: repositoryIn(head) !== repositoryIn(base)
	};
}
/** The same as pull_request_target says it, from what GitHub's API tells. */
function eventOfPullRequest(payload, env) {
	return pullRequest("pull_request_target", new Fields(payload, ""), env);
}
/** Of a fork that is gone there is none. */
const repositoryIn = (side) => side.optional("repo")?.value("full_name");
function push(payload) {
	const ref = payload.text("ref");
	const [before, after] = [payload.id("before"), payload.id("after")];
	if (!/^refs\/(?:heads|tags)\/./.test(ref)) return {
		kind: "nothing",
		why: `${ref} is neither a branch nor a tag.`
	};
	const branch = payload.optional("repository")?.value("default_branch");
	const commits = payload.value("commits");
	return {
		kind: "push",
		ref,
		before,
		after,
		...typeof branch === "string" && branch !== "" && { defaultBranch: branch },
		...Array.isArray(commits) && !isZero(before) && { commits: commits.length }
	};
}
/** GitHub's limit for a payload is 25 MB. */
const largest$1 = 67108864;
/** The event's payload. Throws a UserError where there is none. */
function payloadOf(env) {
	const path = env["GITHUB_EVENT_PATH"] ?? "";
	let payload;
	try {
		const text = (0, node_fs.readFileSync)(path);
		payload = text.length > largest$1 ? void 0 : JSON.parse(text.toString("utf8"));
	} catch {
		payload = void 0;
	}
	if (typeof payload !== "object" || payload === null) throw new require_first.UserError("Nothing was scanned: the event’s payload (GITHUB_EVENT_PATH) is missing or no JSON. In a container the job must mount it; GitHub’s runner does.");
	return new Fields(payload, "");
}
/** A part of the payload. What is not as GitHub sends it is told by its name. */
var Fields = class Fields {
	#data;
	#name;
	constructor(data, name) {
		this.#data = data;
		this.#name = name;
	}
	value(key) {
		return Object.hasOwn(this.#data, key) ? this.#data[key] : void 0;
	}
	optional(key) {
		const value = this.value(key);
		return typeof value === "object" && value !== null ? new Fields(value, `${this.#name}${key}.`) : void 0;
	}
	at(key) {
		return this.optional(key) ?? this.#fail(key, "an object");
	}
	id(key) {
		const value = this.value(key);
		return typeof value === "string" && isId(value) ? value : this.#fail(key, "the id of a commit");
	}
	/** A name of a ref: git would take what else there may be for an option or a pattern. */
	text(key) {
		const value = this.value(key);
		return typeof value === "string" && isRefName(value) ? value : this.#fail(key, "the name of a ref");
	}
	number(key) {
		return this.optionalNumber(key) ?? this.#fail(key, "a number");
	}
	optionalNumber(key) {
		const value = this.value(key);
		return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : void 0;
	}
	#fail(key, expected) {
		throw new require_first.UserError(`Nothing was scanned: ${this.#name}${key} of the event’s payload is not ${expected}. If GitHub sent it so, report it.`);
	}
};
/** What `git check-ref-format` takes, and nothing that a refspec would read otherwise. */
function isRefName(name) {
	return name !== "" && name.length < 1e3 && !/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|\.lock(?:\/|$)|(?:^|\/)\.|^[-/+]|[/.]$/.test(name) && name !== "@";
}
// build/git/mirror.js
/** All that a server has of a repository: branches, tags, and what was proposed and perhaps never merged. */
/** Brings a repository of ours up to date. Throws a UserError where the server cannot be asked. */
async function mirror(repository, remote, proposals) {
	const kept = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];
	const more = proposals.map((refs) => `+${refs}:${refs}`);
	await fetchFrom(repository, remote, [
		"--prune",
		"--update-head-ok",
		"origin",
		...kept,
		...more
	]);
	const answer = await repository.askServer(remote, [
		"ls-remote",
		"--symref",
		"origin",
		"HEAD"
	]);
	if (answer.failure !== void 0) throw fetchFailure(remote, answer);
	const told = answer.stdout.toString("utf8");
	const [, branch] = /^ref: (refs\/heads\/\S+)\tHEAD$/m.exec(told) ?? [];
	const [, id] = /^([0-9a-f]{40,64})\tHEAD$/m.exec(told) ?? [];
	const head = branch !== void 0 && isRefName(branch) ? `ref: ${branch}` : id;
	if (head !== void 0) (0, node_fs.writeFileSync)((0, node_path.join)(repository.dir, "HEAD"), `${head}\n`);
}
/** A commit and the files of its tree, nothing before it. */
async function fetchCommit(repository, remote, id) {
	await fetchFrom(repository, remote, [
		"--depth=1",
		"origin",
		`+${id}:refs/bnguard/base`
	]);
}
// build/remote.js
/** The server that a repository comes from, and how to ask it: the token is only ever in git's environment. */
/**
* The server of a host: `https://github.com`, with its user and token, if there is one. Throws a UserError for an address
* that is none; a user in it is left out, for addresses are shown.
*/
function remoteOf(server, repository, user, token) {
	const address = URL.canParse(server) ? new URL(server) : void 0;
	if (address === void 0 || !/^https?:$/.test(address.protocol)) throw new require_first.UserError("Nothing was scanned: the address of the server (GITHUB_SERVER_URL) is not one of http or https.");
	const url = `${address.origin}${address.pathname.replace(/\/+$/, "")}/${repository}`;
	if (token === "") return { url };
	return {
		url,
		header: `AUTHORIZATION: basic ${Buffer.from(`${user}:${token}`).toString("base64")}`
	};
}
/** Seconds in which next to nothing may come before git gives up. */
const patience = 60;
/** Variables for a git that talks to this server and to no other kind of one. */
function remoteVariables({ url, header }) {
	const key = `http.${new URL(url).origin}/.extraheader`;
	const settings = [
		["http.lowSpeedLimit", "1000"],
		["http.lowSpeedTime", String(patience)],
		...header === void 0 ? [] : [[key, ""], [key, header]]
	];
	const own = Object.entries(process.env).filter(([name]) => /^GIT_(?:PROXY_)?SSL_(?:CA\w+|CERT|KEY)$/.test(name));
	return {
		...Object.fromEntries(own),
		GIT_ALLOW_PROTOCOL: "http:https",
		...withSettings(settings)
	};
}
/** The same for a git that reads a folder of another user, as in the containers of jobs. */
function trusting(folder) {
	return withSettings([["safe.directory", folder]]);
}
/** Settings by environment, behind those that are there. */
function withSettings(settings) {
	const given = /^\d+$/.test(process.env["GIT_CONFIG_COUNT"] ?? "") ? Number(process.env["GIT_CONFIG_COUNT"]) : 0;
	return Object.fromEntries([["GIT_CONFIG_COUNT", String(given + settings.length)], ...settings.flatMap(([key, value], i) => [[`GIT_CONFIG_KEY_${given + i}`, key], [`GIT_CONFIG_VALUE_${given + i}`, value]])]);
}
// build/git/own-repository.js
/**
* A bare repository of our own, in which whatever is missing is fetched: the job's checkout stays as it was, nothing that it
* configures counts, and git has no doubts whose it is. It borrows the objects that the checkout has.
*/
/** A new one in a new folder below `parent`, which the caller removes. */
function temporaryRepository(parent, options) {
	return ownRepository((0, node_path.join)((0, node_fs.realpathSync)((0, node_fs.mkdtempSync)((0, node_path.join)(parent, "bnguard-"))), "repository.git"), options);
}
/** The one at `dir`: made where it is not there. Its configuration is ours in any case. */
function ownRepository(dir, { url, checkout, isSha256 }) {
	for (const folder of [
		"objects/info",
		"objects/pack",
		"refs/heads"
	]) (0, node_fs.mkdirSync)((0, node_path.join)(dir, folder), { recursive: true });
	(0, node_fs.writeFileSync)((0, node_path.join)(dir, "config"), configuration(url, isSha256));
	try {
		(0, node_fs.writeFileSync)((0, node_path.join)(dir, "HEAD"), "ref: refs/heads/main\n", { flag: "wx" });
	} catch {}
	if (checkout) {
		(0, node_fs.writeFileSync)((0, node_path.join)(dir, "objects/info/alternates"), `${quoted(checkout.objects)}\n`);
		if (checkout.shallow.length > 0) (0, node_fs.writeFileSync)((0, node_path.join)(dir, "shallow"), `${checkout.shallow.join("\n")}\n`);
	} else (0, node_fs.rmSync)((0, node_path.join)(dir, "objects/info/alternates"), { force: true });
	const store = {
		dir,
		gitFolder: dir,
		leads: {}
	};
	return {
		...store,
		ask: (args, input) => require_first.askGit(store, args, input === void 0 ? void 0 : Buffer.from(input)),
		askServer: async (remote, args, input) => {
			const reach = {
				...store,
				leads: remoteVariables(remote)
			};
			const answer = await require_first.askGit(reach, args, input === void 0 ? void 0 : Buffer.from(input));
			(0, node_fs.writeFileSync)((0, node_path.join)(dir, "config"), configuration(url, isSha256));
			return answer;
		},
		shallow: () => {
			try {
				return (0, node_fs.readFileSync)((0, node_path.join)(dir, "shallow"), "utf8").split("\n").filter(Boolean);
			} catch {
				return [];
			}
		}
	};
}
/** Forgets what the checkout said of commits without parents: the server says it anew. */
function forgetShallow({ dir }) {
	(0, node_fs.rmSync)((0, node_path.join)(dir, "shallow"), { force: true });
}
function configuration(url, isSha256) {
	if (/[\n"\\]/.test(url)) throw new require_first.UserError(`${url} is no address of a repository.`);
	return [
		"[core]",
		`\trepositoryformatversion = ${isSha256 ? 1 : 0}`,
		"	bare = true",
		...isSha256 ? ["[extensions]", "	objectformat = sha256"] : [],
		"[gc]",
		"	auto = 0",
		"[remote \"origin\"]",
		`\turl = ${url}`,
		""
	].join("\n");
}
/** As git reads a path that holds what would end it. */
const quoted = (path) => /^["#]|[\n"\\]/.test(path) ? `"${path.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"` : path;
// build/look/job.js
/** What is to be looked at and how, what came of it, and what all ways of looking share. */
/** A request of the command line for this repository. */
function requestFor({ flags }, repository, source) {
	return {
		...flags,
		kind: "scan",
		source,
		paths: [repository],
		reports: [{ format: "json" }],
		ignores: true,
		verbose: false,
		quiet: false,
		progress: true,
		color: "never"
	};
}
/** Paths of flags are meant from the top of the repository. */
async function scanIn(request, { io }, cwd) {
	return scanned(request, {
		io,
		cwd
	});
}
/** What the scanned side itself would have set aside. `own`: the request by which it would decide. */
async function excuses({ report, notes }, own, cwd) {
	if (own === void 0 || report.findings.length === 0) return {
		excused: [],
		notes
	};
	const shown = new Set(report.findings.map(({ rule, fingerprint, path }) => `${rule} ${fingerprint} ${path}`));
	const byComment = (report.overruled ?? []).filter(({ rule, fingerprint, path }) => shown.has(`${rule} ${fingerprint} ${path}`)).map((finding) => ({
		finding,
		suppression: finding.suppression
	}));
	try {
		const { excused, thresholds } = await excusedBy(report.findings, own, cwd);
		const lax = thresholds.failOn === "never" ? ["Its configuration would let everything pass (failOn: never)."] : [];
		return {
			excused: [...byComment, ...excused],
			notes: [...notes, ...lax]
		};
	} catch (error) {
		if (!(error instanceof require_first.UserError)) throw error;
		return {
			excused: byComment,
			notes: [...notes, `Its own configuration is faulty: ${error.message}`]
		};
	}
}
/** Lets git read a folder of another user while this runs: in a container the checkout belongs to the runner. */
async function withTrust(folder, run) {
	const before = { ...process.env };
	Object.assign(process.env, trusting(folder));
	try {
		return await run();
	} finally {
		for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
		Object.assign(process.env, before);
	}
}
const notCheckedOut = (folder) => `Nothing was scanned: ${folder} is empty, so the repository was not checked out. Put actions/checkout before this step, or leave out scan and fetch: commits need no checkout.`;
// build/look/history.js
/** Looks at everything that a repository ever had: a clone of ours brought up to date, or the checkout as it is. */
/** `temp`: absolute, for what is fetched and not kept. Throws a UserError where the server cannot be asked. */
async function lookAtHistory(job, temp) {
	const { shard, cache, remote, proposals } = job;
	const source = {
		kind: "history",
		cache: cache !== void 0,
		...shard && { shard }
	};
	if (!job.mayFetch) {
		const checkout = findCheckout(job.folder);
		if (checkout === void 0) throw new require_first.UserError(notCheckedOut(job.folder));
		return withTrust(checkout.top, async () => ({
			...await scanIn(requestFor(job, checkout.top, source), job, checkout.top),
			excused: [],
			steps: ["read the checkout as it is"]
		}));
	}
	const options = {
		url: remote.url,
		isSha256: false
	};
	const repository = cache ? ownRepository((0, node_path.join)(cache, "repository.git"), options) : temporaryRepository(temp, options);
	await mirror(repository, remote, proposals);
	const hasHead = (await repository.ask([
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	])).failure === void 0;
	const request = {
		...requestFor(job, repository.dir, source),
		...hasHead && { filesFrom: "HEAD" }
	};
	const io = cache ? {
		...job.io,
		env: {
			...job.io.env,
			XDG_CACHE_HOME: cache
		}
	} : job.io;
	return {
		...await scanIn(request, {
			...job,
			io
		}, repository.dir),
		excused: [],
		steps: [`fetched ${require_first.count(await refsOf(repository), "ref")}`]
	};
}
async function refsOf(repository) {
	const { stdout } = await repository.ask(["for-each-ref", "--format=x"]);
	return stdout.length / 2;
}
// build/git/contents.js
/** Which contents of files a scan of a range may read, and which of them are not here. Reads trees only. */
/**
* Ids of blobs that are missing: those that the commits of the range bring or replace, and all files of its head and of its
* base, where the project's manifests and the configuration are.
*/
async function contentsOf(repository, { head, exclude, base }) {
	const commits = await answer(repository, [
		"rev-list",
		head,
		"--not",
		...exclude,
		"--"
	]);
	const [changed, ...trees] = await Promise.all([answer(repository, [
		...[
			"diff-tree",
			"--stdin",
			"-c",
			"--combined-all-paths",
			"--root",
			"--raw",
			"-r",
			"-z",
			"--no-renames"
		],
		"--no-abbrev",
		"--no-commit-id"
	], commits), ...[head, ...base === void 0 ? [] : [base]].map((tree) => answer(repository, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		tree
	]))]);
	return (await answer(repository, [
		"cat-file",
		"--batch-check",
		"--buffer"
	], [.../* @__PURE__ */ new Set([...changedIn(changed), ...trees.flatMap(filesIn)])].map((id) => `${id}\n`).join(""))).split("\n").flatMap((line) => line.endsWith(" missing") ? [line.split(" ")[0]] : []);
}
async function answer(repository, args, input) {
	const { stdout, complaints, failure } = await repository.ask(args, input);
	if (failure !== void 0) throw new require_first.UserError(`Nothing was scanned: git cannot tell what the range changes (${complaints.trim().split("\n").at(-1) || failure}). Run the job again.`);
	return stdout.toString("latin1");
}
const submodule = "160000";
/** `::MODE MODE MODE ID ID ID STATUS` and paths: the ids on all sides that are files'. */
function changedIn(raw) {
	return raw.split("\0").flatMap((token) => {
		const [, colons, fields] = /^(:+)([0-7]{6} .*)$/s.exec(token) ?? [];
		if (colons === void 0 || fields === void 0) return [];
		const words = fields.split(" ");
		const sides = colons.length + 1;
		return words.slice(sides, 2 * sides).filter((id, i) => words[i] !== submodule && /^[0-9a-f]{40,64}$/.test(id) && !/^0+$/.test(id));
	});
}
function filesIn(listed) {
	return listed.split("\0").flatMap((record) => {
		const [mode = "", type, id = ""] = record.split("	")[0].split(" ");
		return type === "blob" && mode !== submodule ? [id] : [];
	});
}
// build/git/complete.js
/**
* Brings what a range needs and a checkout lacks, no more than that: commits first, without the content of files, until
* nothing in the range is cut off; then, in one request, the contents that a scan of the range reads.
*/
/** Depths to fetch to, one after the other; the last one is all there is. */
const depths = (commits = 0) => {
	const first = Math.min(Math.max(2 * commits, 50), 2e3);
	return [
		first,
		10 * first,
		2 ** 31 - 1
	];
};
/** Throws a UserError that says what to do where the range cannot be had whole. */
async function complete(target, means) {
	const { repository, checkout, remote } = means;
	const deciding = means.decides === "head" ? target.head.id : decidingBase(target);
	const { commits: known, hasConfig } = await commitsHere(repository, [target.head, ...target.exclude], target.trial, deciding);
	const parents = target.trial === void 0 ? void 0 : known.get(target.trial);
	const trialBase = parents?.[1] === target.head.id ? parents?.[0] : void 0;
	const bases = [...target.exclude, ...trialBase !== void 0 ? [{ id: trialBase }] : []];
	const wanted = target.trial !== void 0 && trialBase === void 0 ? [...bases, ...target.instead] : bases;
	const here = (tip) => tip.id !== void 0 && known.has(tip.id);
	const range = here(target.head) && wanted.every((tip) => here(tip) || tip.id === trialBase) ? await hereAsRange(means, target.head.id, idsOf(wanted), hasConfig) : void 0;
	if (range && !checkout?.isPartial) return range;
	if (remote === void 0) throw new require_first.UserError(`Nothing was scanned: the checkout lacks commits of the range, and fetch: never forbids to fetch them. Leave it out, or ${wholeCheckout}.`);
	const fetched = range ?? await fetchCommits(target, wanted, means, remote);
	const contents = await fetchContents(fetched, repository, remote);
	return {
		...fetched,
		notes: [...fetched.notes, ...contents]
	};
}
/** A checkout that is neither shallow nor partial has all that leads to its commits. */
async function hereAsRange({ repository, checkout }, head, exclude, hasConfig) {
	if (!(checkout !== void 0 && checkout.shallow.length === 0 && !checkout.isPartial)) return asRange(repository, head, exclude, []);
	return {
		head,
		exclude,
		base: exclude.at(-1),
		hasNoConfig: !hasConfig,
		notes: []
	};
}
/** The base that will decide if all is here, as git may be asked for it. */
const decidingBase = ({ trial, exclude }) => trial === void 0 ? exclude.at(-1)?.id : `${trial}^1`;
const idsOf = (tips) => [...new Set(tips.flatMap(({ id }) => id ?? []))];
/** The commits that are here, with their parents, which need not be; and whether `deciding` has a configuration. */
async function commitsHere(repository, tips, trial, deciding) {
	const ids = [...idsOf(tips), ...trial === void 0 ? [] : [trial]];
	const configs = deciding === void 0 ? [] : require_first.configNames.map((name) => `${deciding}:${name}`);
	const asked = [...ids, ...configs].map((name) => `${name}\n`).join("");
	const { stdout } = await repository.ask(["cat-file", "--batch"], asked);
	let absent = 0;
	const commits = /* @__PURE__ */ new Map();
	for (let at = 0; at < stdout.length;) {
		const line = stdout.indexOf(10, at);
		if (line < 0) break;
		const [id = "", type, size] = stdout.toString("latin1", at, line).split(" ");
		const end = size === void 0 ? line : line + 1 + Number(size);
		if (type === "missing" && configs.includes(id)) absent++;
		if (type === "commit" || type === "tag") {
			const header = stdout.toString("latin1", line + 1, end).split("\n\n")[0];
			commits.set(id, [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent]) => parent));
		}
		at = end + 1;
	}
	return {
		commits,
		hasConfig: deciding === void 0 || absent < configs.length
	};
}
/** Commits of history, without contents, until the range is whole. */
async function fetchCommits(target, first, { repository }, remote) {
	forgetShallow(repository);
	let head = target.head.id ?? target.head.ref;
	let wanted = first;
	for (const depth of depths(target.commits)) {
		for (;;) {
			const refs = [head, ...wanted.map((tip) => tip.id ?? tip.ref)].map((spec, i) => `+${spec}:refs/bnguard/${i}`);
			try {
				await fetchFrom(repository, remote, [
					"--filter=blob:none",
					`--depth=${depth}`,
					"origin",
					...refs
				]);
				break;
			} catch (error) {
				if (!(error instanceof NotThere)) throw error;
				if (error.what === head) head = otherName(target.head, head);
				else wanted = without(wanted, error.what, target);
			}
		}
		const refs = ["refs/bnguard/0", ...wanted.map((_, i) => `refs/bnguard/${i + 1}`)];
		const [tip, ...exclude] = await commitsOf(repository, [target.head.id ?? refs[0], ...refs.slice(1)]);
		const range = await asRange(repository, tip, [...new Set(exclude)], ["fetched the commits that the checkout lacked"]);
		if (range) return range;
	}
	throw new require_first.UserError(`Nothing was scanned: the history of ${head} is cut off on the server itself, so nobody can tell what is new in it. Name a commit that is there with base.`);
}
/** By what else the head can be fetched. */
function otherName({ id, ref }, tried) {
	if (ref !== void 0 && ref !== tried) return ref;
	throw new require_first.UserError(`Nothing was scanned: the server has no ${id ?? tried} any more. If it was pushed over, the run of the new commit looks at everything.`);
}
/** What is left to exclude where one of it cannot be had. */
function without(wanted, lost, { instead, mayBeAll }) {
	const left = wanted.filter(({ id, ref }) => id !== lost && ref !== lost);
	if (left.length === wanted.length) throw new require_first.UserError(`Nothing was scanned: the server has no ${lost}.`);
	const others = instead.filter(({ ref }) => ref !== lost && !left.some((tip) => tip.ref === ref));
	if (left.length + others.length === 0 && !mayBeAll) throw new require_first.UserError(`Nothing was scanned: the server has no base commit ${lost} any more, so nobody can tell what is new. Name one with the input base.`);
	return [...left, ...others];
}
/** Their commits: pushes of tags name the tag. */
async function commitsOf(repository, names) {
	const { stdout, failure } = await repository.ask(["rev-parse", ...names.map((name) => `${name}^{commit}`)]);
	const ids = stdout.toString("latin1").split("\n").filter(isId);
	if (failure === void 0 && ids.length === names.length) return ids;
	throw new require_first.UserError(`Nothing was scanned: the server no longer has ${names[0]} as a commit, for its ref has moved on. The run of the new commit looks at everything.`);
}
/**
* The range, if nothing in it is cut off: a commit whose parents are not here may have others before it. Where a base is cut
* off, the beginning of the whole history in the range says that the base was not seen to its end.
*/
async function asRange(repository, head, exclude, notes) {
	const range = {
		head,
		exclude,
		base: exclude.at(-1),
		notes
	};
	const shallow = new Set(repository.shallow());
	const { stdout, failure } = await repository.ask([
		"rev-list",
		"--parents",
		head,
		"--not",
		...exclude,
		"--"
	]);
	if (failure !== void 0) return void 0;
	if (shallow.size === 0) return range;
	const commits = stdout.toString("latin1").split("\n").filter(Boolean);
	const isCut = commits.some((line) => shallow.has(line.split(" ")[0]));
	const beginsHistory = exclude.length > 0 && commits.some((line) => !line.includes(" "));
	return isCut || beginsHistory ? void 0 : range;
}
/** What the scan will read of the range: what its commits bring and replace, and the files of both ends. */
async function fetchContents(range, repository, remote) {
	const missing = await contentsOf(repository, range);
	if (missing.length === 0) return [];
	const input = missing.map((id) => `${id}\n`).join("");
	const args = [
		"--filter=blob:none",
		"--stdin",
		"origin"
	];
	try {
		await fetchFrom(repository, remote, args, input);
	} catch (error) {
		if (!(error instanceof NotThere)) throw error;
		throw new require_first.UserError(`Nothing was scanned: the server does not give the file contents that the range needs (${error.what}). Instead, ${wholeCheckout}.`);
	}
	return [`fetched ${require_first.count(missing.length, "file version")}`];
}
// build/look/range.js
/** Looks at the commits of a range: completes it, scans it, and compares what the change excuses itself. */
/** `temp`: absolute, for what is fetched. Throws a UserError where the range cannot be had whole. */
async function lookAtRange(target, job, temp) {
	const checkout = findCheckout(job.folder);
	const resolved = job.mayFetch ? target : await resolvedHere(target, checkout);
	const repository = temporaryRepository(temp, {
		url: job.remote.url,
		checkout,
		isSha256: resolved.head.id?.length === 64
	});
	const completing = complete(resolved, {
		repository,
		checkout,
		remote: job.mayFetch ? job.remote : void 0,
		decides: job.configFrom
	});
	loadAhead();
	const range = await completing;
	const { head, exclude, base } = range;
	const tags = await messagesOf(target, repository);
	if (exclude.includes(head) && tags.length === 0) return { nothing: "Head and base are the same commit, so there is nothing new." };
	if (job.configFrom === "base" && base === void 0) throw new require_first.UserError("config-from: base needs a base commit, and this event has none. Leave it out, or name one with base.");
	const revisions = [
		head,
		"--not",
		...exclude
	];
	const request = requestFor(job, repository.dir, {
		kind: "range",
		revisions,
		tags
	});
	const decides = job.configFrom === "base" ? { configFrom: base } : { filesFrom: head };
	const none = range.hasNoConfig && job.flags.config === void 0 ? { config: false } : {};
	const found = await scanIn({
		...request,
		...none,
		...decides
	}, job, repository.dir);
	const own = job.configFrom === "base" ? {
		...request,
		filesFrom: head
	} : void 0;
	return {
		...found,
		range,
		...await excuses(found, own, repository.dir),
		steps: range.notes
	};
}
/** The tag that was pushed, if it has a message. */
async function messagesOf({ tag }, repository) {
	if (tag === void 0) return [];
	const { stdout } = await repository.ask([
		"cat-file",
		"-t",
		tag
	]);
	return stdout.toString("latin1").trim() === "tag" ? [tag] : [];
}
/** Names of branches as the checkout knows them, where nothing may be fetched. */
async function resolvedHere(target, checkout) {
	const resolveTip = async (tip) => {
		if (tip.id !== void 0 || tip.ref === void 0 || checkout === void 0) return tip;
		const store = {
			dir: checkout.top,
			leads: trusting(checkout.top)
		};
		for (const name of [tip.ref.replace(/^refs\/heads\//, "refs/remotes/origin/"), tip.ref]) {
			const { stdout } = await require_first.askGit(store, [
				"rev-parse",
				"--verify",
				"--quiet",
				`${name}^{commit}`
			]);
			const id = stdout.toString("latin1").trim();
			if (id !== "") return { id };
		}
		return tip;
	};
	return {
		...target,
		head: await resolveTip(target.head),
		exclude: await Promise.all(target.exclude.map(resolveTip)),
		instead: await Promise.all(target.instead.map(resolveTip))
	};
}
// build/look/tree.js
/** Looks at the files that are checked out. */
/** `base`: whose configuration counts, where the base decides. Throws a UserError where there are no files. */
async function lookAtTree(base, job, temp) {
	const checkout = findCheckout(job.folder);
	if ((0, node_fs.readdirSync)(job.folder, { withFileTypes: false }).length === 0) throw new require_first.UserError(notCheckedOut(job.folder));
	return withTrust(job.folder, async () => {
		const request = requestFor(job, job.folder, { kind: "disk" });
		if (job.configFrom !== "base" || base?.id === void 0) return {
			...await scanIn(request, job, job.folder),
			excused: [],
			steps: []
		};
		const own = temporaryRepository(temp, {
			url: job.remote.url,
			checkout,
			isSha256: base.id.length === 64
		});
		if ((await own.ask([
			"cat-file",
			"-e",
			`${base.id}^{tree}`
		])).failure !== void 0 || checkout?.isPartial) {
			if (!job.mayFetch) throw new require_first.UserError(`Nothing was scanned: the checkout lacks the base commit ${base.id}, whose configuration counts. Set config-from: head, or ${wholeCheckout}.`);
			await fetchCommit(own, job.remote, base.id);
		}
		const found = await scanIn({
			...request,
			configFrom: base.id,
			commitsIn: own.dir
		}, job, job.folder);
		return {
			...found,
			...await excuses(found, request, job.folder),
			steps: []
		};
	});
}
// build/look.js
/** From a target to what a scan of it found, whatever the system. */
/** Throws a UserError where it cannot be looked at. */
async function look(job) {
	const { target } = job;
	if (target.kind === "nothing") return { nothing: target.why };
	(0, node_fs.mkdirSync)(job.temp, { recursive: true });
	const temp = (0, node_fs.realpathSync)((0, node_fs.mkdtempSync)((0, node_path.join)(job.temp, "bnguard-")));
	try {
		return await lookAt(target, job, temp);
	} catch (error) {
		await checkGit(temp);
		throw error;
	} finally {
		(0, node_fs.rmSync)(temp, {
			recursive: true,
			force: true,
			maxRetries: 3
		});
	}
}
async function lookAt(target, job, temp) {
	switch (target.kind) {
		case "range": return lookAtRange(target, job, temp);
		case "history": return lookAtHistory(job, temp);
		case "tree": return lookAtTree(target.base, job, temp);
		default: return target;
	}
}
async function checkGit(folder) {
	const { stdout, failure } = await require_first.askGit({
		dir: folder,
		leads: {}
	}, ["--version"]);
	if (failure === "ENOENT") throw new require_first.UserError(noGit);
	const [, major, minor] = /^git version (\d+)\.(\d+)/.exec(stdout.toString("latin1")) ?? [];
	if (Number(major) > 2 || Number(major) === 2 && Number(minor) >= 29) return;
	const version = major === void 0 ? "of an unknown version" : `${major}.${minor}`;
	throw new require_first.UserError(`Nothing was scanned: git is ${version}, and 2.29 or newer is needed. Install a newer one.`);
}
// build/github/api.js
/** The few requests to GitHub's API that a comment takes. A fault is an answer too: no comment is worth a failed run. */
const tries = 3;
/** Longer than this nobody waits to be let in again. */
const longestWait = 5e3;
const largest = 33554432;
var Api = class {
	#options;
	constructor(options) {
		this.#options = options;
	}
	/** `path`: below the API's address, or a page's whole address there. Never throws. */
	async ask(method, path, body) {
		for (let attempt = 1;; attempt++) {
			const { answer, after } = await this.#once(method, path, body);
			const mayPass = answer.status === 429 || answer.status >= 500 || answer.status === 403 && after !== void 0;
			if (attempt === tries || !mayPass || (after ?? 0) > longestWait) return answer;
			await new Promise((resolve) => setTimeout(resolve, after ?? 500 * attempt));
		}
	}
	async #once(method, path, body) {
		const { url, token, patience = 5e3 } = this.#options;
		const address = path.startsWith(`${url}/`) ? path : `${url}${path}`;
		try {
			const response = await fetch(address, {
				method,
				headers: {
					accept: "application/vnd.github+json",
					"x-github-api-version": "2022-11-28",
					"user-agent": "bnguard",
					...token !== "" && { authorization: `Bearer ${token}` },
					...body !== void 0 && { "content-type": "application/json" }
				},
				...body !== void 0 && { body: JSON.stringify(body) },
				redirect: "manual",
				signal: AbortSignal.timeout(patience)
			});
			const seconds = response.headers.get("retry-after");
			const [, next] = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get("link") ?? "") ?? [];
			const text = await response.text();
			return {
				answer: {
					status: response.status,
					body: text.length > largest ? void 0 : parsed(text),
					...next?.startsWith(`${url}/`) && { next }
				},
				after: seconds !== null && /^\d+$/.test(seconds) ? 1e3 * Number(seconds) : void 0
			};
		} catch {
			return {
				answer: {
					status: 0,
					body: void 0
				},
				after: void 0
			};
		}
	}
};
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// build/github/comment.js
/** By which it is known again. */
const marker = "<!-- bnguard: this comment is kept up to date -->";
const mostPages$1 = 50;
/** In place of a status: an answer of something between us and GitHub. */
const notOurs = -1;
/** What went wrong, undefined where nothing did. */
async function writeComment(api, request) {
	const { repository, pullRequest, text, onlyUpdate } = request;
	const body = { body: `${marker}\n${text}` };
	const comments = `/repos/${repository}/issues/${pullRequest}/comments`;
	const found = await findOwn(api, `${comments}?per_page=100`);
	if (typeof found === "object") return problem("read", found);
	if (found !== void 0) {
		const updated = await api.ask("PATCH", `/repos/${repository}/issues/comments/${found}`, body);
		if (updated.status !== 404) return problem("updated", updated);
	}
	if (onlyUpdate) return void 0;
	return problem("written", await api.ask("POST", comments, body));
}
/** The id of our comment, undefined where there is none, or the answer that kept us from knowing. */
async function findOwn(api, first) {
	let page = first;
	for (let read = 0; page !== void 0 && read < mostPages$1; read++) {
		const answer = await api.ask("GET", page);
		if (answer.status !== 200) return answer;
		if (!Array.isArray(answer.body)) return {
			...answer,
			status: notOurs
		};
		const own = answer.body.find((comment) => comment !== null && isOwn(comment));
		if (own) return own.id;
		page = answer.next;
	}
}
/** Anybody can write the marker: a stranger's comment must not become the one that people trust. */
function isOwn({ id, body, user, author_association: role }) {
	const isOurs = user?.type === "Bot" || role === "OWNER" || role === "MEMBER" || role === "COLLABORATOR";
	return typeof id === "number" && typeof body === "string" && body.startsWith("<!-- bnguard: this comment is kept up to date -->") && isOurs;
}
function problem(what, { status }) {
	if (status >= 200 && status < 300) return void 0;
	return `The comment could not be ${what}: ${{
		[notOurs]: "the answer was not GitHub’s",
		0: "GitHub did not answer in time",
		401: "the token is not valid",
		403: "the token lacks pull-requests: write, as it always does for pull requests from forks",
		404: "the token may not see pull requests: it needs pull-requests: write",
		422: "GitHub refused its content",
		429: "GitHub wants fewer requests"
	}[status] ?? `GitHub answered ${status}`}. Everything is in the job summary.`;
}
// build/github/inputs.js
/** What a workflow gives with `with:`, read once into one typed object. The runner hands inputs over as INPUT_ variables. */
/** Names and what holds where nothing is given; action.yml has the same, with descriptions. */
const inputDefaults = {
	scan: "auto",
	base: "",
	head: "",
	"pull-request": "",
	path: ".",
	repository: "",
	"pull-refs": "true",
	shard: "",
	cache: "",
	config: "",
	"config-from": "auto",
	baseline: "",
	"fail-on": "",
	"min-severity": "",
	"min-confidence": "",
	"allow-incomplete": "false",
	"sarif-file": "",
	"json-file": "",
	annotations: "true",
	summary: "true",
	comment: "never",
	token: "",
	fetch: "auto"
};
const severities = [
	"info",
	"low",
	"medium",
	"high",
	"critical"
];
const confidences = [
	"certain",
	"likely",
	"possible"
];
/** Throws a UserError that names the input whose value is wrong. `warn` hears of inputs that there are not. */
function readInputs(env, warn) {
	const names = Object.keys(inputDefaults);
	for (const variable of Object.keys(env).filter((name) => name.startsWith("INPUT_"))) {
		const name = variable.slice(6).toLowerCase();
		if (names.includes(name)) continue;
		warn(`There is no input ${name}${require_first.didYouMean(name, names)}, so it has no effect. The inputs: ${names.join(", ")}.`);
	}
	const text = (name) => {
		const value = (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
		return value === "" ? inputDefaults[name] : value;
	};
	const choice = (name, choices) => oneOf(`input ${name}`, choices)(text(name));
	const optional = (name, choices) => text(name) === "" ? void 0 : choice(name, choices);
	const flag = (name) => choice(name, ["true", "false"]) === "true";
	const tip = (name) => text(name) === "" ? void 0 : tipOf(name, text(name));
	const [base, head, shard] = [
		tip("base"),
		tip("head"),
		text("shard")
	];
	const failOn = optional("fail-on", [...severities, "never"]);
	const minSeverity = optional("min-severity", severities);
	const minConfidence = optional("min-confidence", confidences);
	const pullRequest = text("pull-request");
	if (!/^\d{0,10}$/.test(pullRequest)) throw new require_first.UserError("input pull-request: expected a number.");
	const repository = text("repository");
	if (repository !== "" && !/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new require_first.UserError("input repository: expected owner/name.");
	return {
		scan: choice("scan", [
			"auto",
			"diff",
			"history",
			"tree"
		]),
		...base && { base },
		...head && { head },
		pullRequest,
		path: text("path"),
		repository,
		pullRefs: flag("pull-refs"),
		...shard !== "" && { shard: shardFlag("input shard")(shard) },
		cache: text("cache"),
		config: text("config"),
		configFrom: choice("config-from", [
			"auto",
			"base",
			"head"
		]),
		baseline: text("baseline"),
		...failOn && { failOn },
		...minSeverity && { minSeverity },
		...minConfidence && { minConfidence },
		allowIncomplete: flag("allow-incomplete"),
		sarifFile: text("sarif-file"),
		jsonFile: text("json-file"),
		annotations: flag("annotations"),
		summary: flag("summary"),
		comment: choice("comment", [
			"never",
			"on-findings",
			"always"
		]),
		token: text("token"),
		fetch: choice("fetch", ["auto", "never"])
	};
}
/** An id in full, `main`, or a full name such as `refs/tags/v1`. */
function tipOf(input, text) {
	const id = text.toLowerCase();
	if (isId(id)) return { id };
	if (/^[0-9a-f]{7,39}$/i.test(text)) throw new require_first.UserError(`input ${input}: expected the full id of a commit.`);
	if (!isRefName(text)) throw new require_first.UserError(`input ${input}: expected the full id of a commit, or the name of a branch.`);
	return { ref: text.startsWith("refs/") ? text : `refs/heads/${text}` };
}
// build/write-report.js
/** Writes reports where a job wants them, though what lies there may come from a stranger. */
/**
* Writes a report to a file of the job (absolute path), inside one of these folders: what lies there may come from the pull
* request, so no link is followed out of them, and one in the file's place is replaced.
*/
function writeReport(path, folders, pieces) {
	const beside = `${path}.new-${process.pid}`;
	try {
		const allowed = folders.map((folder) => (0, node_fs.realpathSync)(folder));
		let existing = (0, node_path.dirname)(path);
		while ((0, node_fs.lstatSync)(existing, { throwIfNoEntry: false }) === void 0) existing = (0, node_path.dirname)(existing);
		if (!allowed.some((folder) => require_first.isInside((0, node_fs.realpathSync)(existing), folder))) throw new require_first.UserError(`${path} lies outside of the workspace and of RUNNER_TEMP. Name a file in one of them.`);
		(0, node_fs.mkdirSync)((0, node_path.dirname)(path), { recursive: true });
		if ((0, node_fs.lstatSync)(path, { throwIfNoEntry: false })?.isDirectory()) throw new require_first.UserError(`${path} is a folder. Name a file in it.`);
		(0, node_fs.rmSync)(beside, { force: true });
		writePieces(beside, pieces);
		(0, node_fs.renameSync)(beside, (0, node_path.join)((0, node_fs.realpathSync)((0, node_path.dirname)(path)), (0, node_path.basename)(path)));
	} catch (error) {
		(0, node_fs.rmSync)(beside, { force: true });
		if (error instanceof require_first.UserError) throw error;
		const { code = "unknown error" } = error;
		throw new require_first.UserError(`${path} cannot be written (${code}). Name another file.`);
	}
}
/** Writes a file that is not there yet: a report on a million findings fits into no string. */
function writePieces(path, pieces) {
	const file = (0, node_fs.openSync)(path, "wx");
	try {
		let waiting = "";
		for (const piece of pieces) {
			waiting += piece;
			if (waiting.length < 65536) continue;
			(0, node_fs.writeSync)(file, waiting);
			waiting = "";
		}
		(0, node_fs.writeSync)(file, waiting);
	} finally {
		(0, node_fs.closeSync)(file);
	}
}
// build/github/runner.js
/** What a step hands to GitHub's runner: lines of the log, annotations, outputs, the job summary. The one place that writes. */
var Runner = class {
	/** How many annotations of each level there are: GitHub shows ten a step, and drops the rest silently. */
	taken = {
		error: 0,
		warning: 0,
		notice: 0
	};
	#env;
	#write;
	constructor(env, write) {
		this.#env = env;
		this.#write = write;
	}
	/** A line of the log. Nothing in it is taken for a command, whoever chose the words. */
	say(text) {
		for (const line of text.split("\n")) this.#write(`bnguard: ${harmless(line)}\n`);
	}
	async annotate(level, title, text) {
		this.taken[level]++;
		this.#write(await workflowCommand(level, { title }, require_first.redact(text)));
	}
	/** Annotations that are ready. */
	emit(pieces) {
		for (const piece of pieces) this.#write(piece);
	}
	output(values) {
		const entries = Object.entries(values).map(([name, value]) => {
			let end = "end-of-value";
			while (String(value).includes(end)) end += "-";
			return `${name}<<${end}\n${value}\n${end}\n`;
		});
		this.#append("GITHUB_OUTPUT", entries.join(""));
	}
	summary(text) {
		this.#append("GITHUB_STEP_SUMMARY", text);
	}
	#append(variable, text) {
		const path = this.#env[variable];
		if (path === void 0 || path === "") return;
		try {
			(0, node_fs.appendFileSync)(path, text);
		} catch (error) {
			this.say(`${variable} cannot be written (${error.code ?? "unknown error"}).`);
		}
	}
};
/** Commands of the older kind are obeyed anywhere in a line. */
const harmless = (line) => require_first.visible(require_first.redact(line)).replaceAll("##[", "## [");
// build/github/summary.js
/** What the job summary and the comment say: the report, what it is of, and what did not count. */
const mostExcuses = 20;
/** Markdown of at most `limit` characters. */
async function summaryText(found, limit) {
	const own = `\n${(await factLines(found)).join("\n")}\n`;
	return await markdown(found.report, limit - own.length) + own;
}
async function factLines(found) {
	const { report, range, notes, steps } = found;
	const lines = [...await excuseLines(found), `- ${coverageSentence(report, range)}`];
	if (steps.length > 0) lines.push(`- To get there it ${steps.join(", and ")}.`);
	for (const note of notes) lines.push(`- ${await codeSpan(note)}`);
	return lines;
}
function coverageSentence({ coverage }, range) {
	const { commits = 0, objects, refs = 0, documents } = coverage;
	if (objects !== void 0) return `Looked at ${require_first.count(objects, "object")} of ${require_first.count(refs, "ref")}.`;
	if (range === void 0) return `Looked at ${require_first.count(documents, "file")}.`;
	const against = range.exclude.map((id) => `\`${id.slice(0, 12)}\``).join(" and ");
	return `${`Looked at ${require_first.count(commits, "commit")} up to \`${range.head.slice(0, 12)}\``}${against === "" ? "" : `, without what ${against} ${range.exclude.length > 1 ? "have" : "has"}`} (${require_first.count(documents, "file version")}).`;
}
/** A change that excuses itself is worth a look of its own. */
async function excuseLines({ excused }) {
	if (excused.length === 0) return [];
	const rows = await Promise.all(excused.slice(0, mostExcuses).map(async ({ finding, suppression }) => {
		const where = await codeSpan(`${finding.path}:${finding.start.line}`);
		const reason = suppression.reason === void 0 ? "" : `: ${await codeSpan(suppression.reason)}`;
		const at = suppression.at === void 0 ? "" : ` ${await codeSpan(suppression.at)}`;
		return `  - \`${finding.rule}\` at ${where}, by ${suppression.by}${at}${reason}`;
	}));
	const more = excused.length - rows.length;
	return [
		`- **${excused.length} of these findings would be hidden by what this change itself says** (comments, configuration or baseline). That does not count until the base branch has it:`,
		...rows,
		...more > 0 ? [`  - and ${require_first.count(more, "more", "more")}`] : []
	];
}
// build/github/workflow-run.js
/**
* The pull request behind a workflow_run event, whose job has the rights that a fork's own run lacks. What the first run
* says of it is a stranger's word: only the number is taken, and GitHub is asked whether it is the commit that ran.
*/
/** Throws a UserError where the number is not that of a pull request with the commit of the run. */
async function eventOfRun(number, env, api) {
	const commit = payloadOf(env).at("workflow_run").id("head_sha");
	const answer = await api.ask("GET", `/repos/${env["GITHUB_REPOSITORY"] ?? ""}/pulls/${number}`);
	const body = answer.body;
	if (answer.status !== 200 || typeof body !== "object") throw new require_first.UserError(`Nothing was scanned: pull request ${number} cannot be read (GitHub answered ${answer.status}). The job needs pull-requests: read or write.`);
	const sha = body.head?.sha;
	if (typeof sha !== "string" || !isId(sha) || sha !== commit) throw new require_first.UserError(`Nothing was scanned: the run was of ${commit}, which is not the head of pull request ${number} any more. The run of the new head looks at everything.`);
	return eventOfPullRequest({ pull_request: body }, env);
}
// build/github/action.js
/** The Action: event and inputs in, annotations, summary, files and outputs out. Ends like the command line. */
/** GitHub takes 1 MiB of summary from a step. */
const summaryBytes = 1e6;
/** What was not read, in the log; the JSON report has all of it. */
const mostGaps = 20;
/** Never throws. `io.env` has the runner's variables. */
async function runAction(io) {
	const runner = new Runner(io.env, (text) => void io.stdout.write(text));
	try {
		return await run(io, runner);
	} catch (error) {
		return await failed(error, runner);
	}
}
async function run(io, runner) {
	const { env } = io;
	const warnings = [];
	const inputs = readInputs(env, (text) => warnings.push(text));
	for (const text of warnings) await runner.annotate("warning", "bnguard: unknown input", text);
	const { event, target } = await asked(inputs, env);
	const job = jobOf(inputs, event, target, io);
	const found = await look(job);
	if ("nothing" in found) return nothingNew(found.nothing, inputs, runner);
	if (inputs.annotations) runner.emit(await annotations(found.report, runner.taken));
	const files = await writeFiles(found.report, inputs, job);
	if (inputs.summary) runner.summary(await fitting(found));
	if (event?.pullRequest !== void 0) await comment(found, inputs, {
		runner,
		event,
		io
	});
	const { report, code } = found;
	runner.output({
		result: code === 2 ? "error" : report.findings.length > 0 ? "findings" : "clean",
		"exit-code": code,
		"findings-count": report.findings.length,
		"suppressed-count": report.suppressed.length,
		"self-excused-count": found.excused.length,
		"commits-scanned": report.coverage.commits ?? 0,
		range: found.range === void 0 ? "" : [found.range.head, ...found.range.exclude.map((id) => `^${id}`)].join(" "),
		"sarif-file": files.sarif,
		"json-file": files.json
	});
	tell(found, runner);
	return code;
}
/** What is to be looked at: what inputs name, or what happened. */
async function asked(inputs, env) {
	const { scan, base, head, pullRequest } = inputs;
	if (scan === "history") return { target: { kind: "history" } };
	const isNamed = base !== void 0 && scan !== "tree";
	let event;
	try {
		event = env["GITHUB_EVENT_NAME"] === "workflow_run" && pullRequest !== "" ? await eventOfRun(pullRequest, env, apiOf(inputs, env)) : readEvent(env);
	} catch (error) {
		if (!isNamed && scan !== "tree") throw error;
	}
	const withEvent = event ? { event } : {};
	const happened = event && targetOf(event.happened);
	if (scan === "tree") {
		const [from] = happened?.kind === "range" ? happened.exclude : [];
		return {
			...withEvent,
			target: {
				kind: "tree",
				...from && { base: from }
			}
		};
	}
	if (!isNamed) {
		if (head !== void 0) throw new require_first.UserError("input head: name base too, the commit that it is held against.");
		if (scan === "diff" && happened?.kind === "history") throw new require_first.UserError("input scan: diff needs base and head here, for this event names no commits.");
		return {
			...withEvent,
			target: happened
		};
	}
	const own = env["GITHUB_SHA"] ?? "";
	const tip = head ?? (happened?.kind === "range" ? happened.head : { id: own });
	if (tip.id === own && !isId(own)) throw new require_first.UserError("input base: name head too, for GITHUB_SHA is not set.");
	const target = {
		kind: "range",
		head: tip,
		exclude: [base],
		instead: [],
		mayBeAll: false
	};
	return {
		...withEvent,
		target
	};
}
function jobOf(inputs, event, target, io) {
	const { env, cwd } = io;
	const workspace = env["GITHUB_WORKSPACE"] || cwd;
	const server = env["GITHUB_SERVER_URL"] || "https://github.com";
	const repository = inputs.repository || env["GITHUB_REPOSITORY"] || "";
	if (repository === "" && target.kind !== "nothing" && target.kind !== "tree" && inputs.fetch === "auto") throw new require_first.UserError("Nothing was scanned: GITHUB_REPOSITORY is not set. Name a repository with the input repository.");
	const isProposal = event?.happened.kind === "proposal";
	const { failOn, minSeverity, minConfidence, allowIncomplete, config, baseline, shard, cache } = inputs;
	return {
		target,
		folder: (0, node_path.resolve)(workspace, inputs.path),
		temp: env["RUNNER_TEMP"] || (0, node_os.tmpdir)(),
		io,
		remote: remoteOf(server, repository || "none/none", "x-access-token", inputs.token),
		mayFetch: inputs.fetch === "auto",
		configFrom: inputs.configFrom === "auto" ? isProposal ? "base" : "head" : inputs.configFrom,
		flags: {
			allowIncomplete,
			...failOn && { failOn },
			...minSeverity && { minSeverity },
			...minConfidence && { minConfidence },
			...config !== "" && { config },
			...baseline !== "" && { baseline }
		},
		proposals: inputs.pullRefs ? ["refs/pull/*/head"] : [],
		shard,
		cache: cache === "" ? void 0 : (0, node_path.resolve)(workspace, cache)
	};
}
async function nothingNew(why, inputs, runner) {
	await runner.annotate("notice", "bnguard", why);
	if (inputs.summary) runner.summary(`### bnguard: nothing to look at\n\n${await codeSpan(why)}\n`);
	runner.output({
		result: "clean",
		"exit-code": 0,
		"findings-count": 0,
		"suppressed-count": 0,
		"self-excused-count": 0,
		"commits-scanned": 0,
		range: "",
		"sarif-file": "",
		"json-file": ""
	});
	return 0;
}
/** The reports in files; where no place is named, in a folder of their own that the runner tidies up. */
async function writeFiles(report, { sarifFile, jsonFile }, { temp, io }) {
	const workspace = io.env["GITHUB_WORKSPACE"] || io.cwd;
	const place = (named, usual) => named === "" ? (0, node_path.join)(temp, `bnguard-reports-${process.pid}`, usual) : (0, node_path.resolve)(workspace, named);
	const paths = {
		sarif: place(sarifFile, "bnguard.sarif"),
		json: place(jsonFile, "bnguard.json")
	};
	writeReport(paths.sarif, [workspace, temp], await sarif(report));
	writeReport(paths.json, [workspace, temp], await json(report));
	return paths;
}
/** The summary as long as GitHub takes it. */
async function fitting(found) {
	for (let limit = summaryBytes;; limit = Math.floor(limit / 2)) {
		const text = await summaryText(found, limit);
		if (Buffer.byteLength(text) <= summaryBytes) return text;
	}
}
async function comment(found, inputs, { runner, event, io }) {
	const { comment: when } = inputs;
	if (when === "never") return;
	const problem = await writeComment(apiOf(inputs, io.env), {
		repository: io.env["GITHUB_REPOSITORY"] ?? "",
		pullRequest: event.pullRequest,
		text: await summaryText(found, 65387),
		onlyUpdate: when === "on-findings" && found.report.findings.length === 0 && found.report.complete
	});
	if (problem === void 0) return;
	runner.say(problem);
	runner.summary(`\n- ${problem}\n`);
}
function apiOf({ token }, env) {
	return new Api({
		url: (env["GITHUB_API_URL"] || "https://api.github.com").replace(/\/+$/, ""),
		token
	});
}
/** The last lines of the log. */
function tell({ report, code, notes, steps }, runner) {
	for (const note of [...steps, ...notes]) runner.say(note);
	if (!report.complete) for (const { path, object, why, detail } of report.skipped.filter(isGap).slice(0, mostGaps)) runner.say([
		`Not read: ${path || (object ?? "")}`,
		why,
		detail
	].filter(Boolean).join(": "));
	const { findings, coverage } = report;
	const what = coverage.commits === void 0 ? `${coverage.documents} files` : `${coverage.commits} commits`;
	runner.say(`Looked at ${what}, found ${findings.length}: ${{
		0: "passes",
		1: "fails",
		2: "could not look at everything, so it fails"
	}[code]} (exit code ${code}).`);
}
async function failed(error, runner) {
	const text = error instanceof require_first.UserError ? error.message : require_first.crashText(error);
	await runner.annotate("error", "bnguard: nothing was checked", text);
	const lines = text.split("\n").map((line) => `    ${require_first.visible(require_first.redact(line))}`);
	runner.summary(`### bnguard: nothing was checked\n\n${lines.join("\n")}\n`);
	runner.output({
		result: "error",
		"exit-code": 2
	});
	return 2;
}
// build/own-environment.js
/** The environment of a job, and what of it no process that we start needs to know. */
/** Variables that lead git to another repository than the one that is meant. */
const leads = /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|QUARANTINE_PATH)$/;
/** All of the environment; takes the secrets of these names, and what would mislead git, out of this process's own. */
function takeEnvironment(...secrets) {
	const env = { ...process.env };
	for (const name of Object.keys(env)) if (secrets.includes(name) || leads.test(name)) delete process.env[name];
	return env;
}
// build/gitlab/variables.js
/** GitLab's pipelines as what happened, by the variables that GitLab sets. */
/** Throws a UserError where a variable is missing or not what GitLab sets. */
function readVariables(env) {
	const source = env["CI_PIPELINE_SOURCE"] ?? "";
	const after = id(env, "CI_COMMIT_SHA");
	switch (source) {
		case "merge_request_event": return mergeRequest(env, after);
		case "push":
		case "external_pull_request_event": {
			const ref = refName(env["CI_COMMIT_TAG"] ? `refs/tags/${env["CI_COMMIT_TAG"]}` : `refs/heads/${env["CI_COMMIT_BRANCH"] ?? ""}`, env["CI_COMMIT_TAG"] ? "CI_COMMIT_TAG" : "CI_COMMIT_BRANCH");
			const main = env["CI_DEFAULT_BRANCH"] ?? "";
			return {
				kind: "push",
				ref,
				after,
				before: optionalId(env, "CI_COMMIT_BEFORE_SHA") ?? "0".repeat(after.length),
				...isRefName(main) && { defaultBranch: main }
			};
		}
		case "": throw new require_first.UserError("Nothing was scanned: CI_PIPELINE_SOURCE is not set, so this is no job of GitLab CI. On the command line: bnguard scan.");
		default: return { kind: "occasion" };
	}
}
/** In a pipeline of merged results the job’s own commit is a merge that nobody made. */
function mergeRequest(env, commit) {
	const head = optionalId(env, "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") ?? commit;
	const target = optionalId(env, "CI_MERGE_REQUEST_TARGET_BRANCH_SHA");
	const branch = refName(`refs/heads/${env["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] ?? ""}`, "CI_MERGE_REQUEST_TARGET_BRANCH_NAME");
	const number = env["CI_MERGE_REQUEST_IID"] ?? "";
	const base = optionalId(env, "CI_MERGE_REQUEST_DIFF_BASE_SHA") ?? target;
	return {
		kind: "proposal",
		head: {
			id: head,
			.../^\d+$/.test(number) && { ref: `refs/merge-requests/${number}/head` }
		},
		base: base === void 0 ? { ref: branch } : { id: base },
		target: target === void 0 ? { ref: branch } : { id: target }
	};
}
function id(env, name) {
	const value = env[name] ?? "";
	if (isId(value) && !isZero(value)) return value;
	throw new require_first.UserError(`Nothing was scanned: ${name} is not the id of a commit. GitLab sets it in every job.`);
}
/** Zeros stand for none. */
function optionalId(env, name) {
	const value = env[name] ?? "";
	if (value === "" || isZero(value)) return void 0;
	return id(env, name);
}
function refName(ref, name) {
	if (isRefName(ref)) return ref;
	throw new require_first.UserError(`Nothing was scanned: ${name} is not the name of a ref. GitLab sets it in every job.`);
}
// build/sweep/list.js
/** Which repositories an organisation or a list has, with their sizes. */
const mostPages = 200;
/** Throws a UserError for a name that is none. */
function namedRepositories(text) {
	const names = [...new Set(text.split(/[\s,]+/).filter(Boolean))];
	for (const name of names) if (!/^[\w.-]+\/[\w.-]+$/.test(name)) throw new require_first.UserError(`repositories: ${name} is not owner/name.`);
	return names.map((repository) => ({
		repository,
		size: 0
	}));
}
/** All repositories of an organisation or a person that the token can see. Rejects with a UserError where it cannot tell. */
async function repositoriesOf(api, owner) {
	if (!/^[\w.-]+$/.test(owner)) throw new require_first.UserError(`organization: ${owner} is no name of an organisation.`);
	const first = await api.ask("GET", `/orgs/${owner}/repos?per_page=100&type=all`);
	const found = [];
	let answer = first.status === 404 ? await api.ask("GET", `/users/${owner}/repos?per_page=100&type=owner`) : first;
	for (let page = 1;; page++) {
		found.push(...readPage(owner, answer));
		if (answer.next === void 0) return found;
		if (page === mostPages) throw new require_first.UserError(`organization: ${owner} has more than 20000 repositories. Name them in parts.`);
		answer = await api.ask("GET", answer.next);
	}
}
/** The same of a repository that was named. What the server does not tell is found out when it is fetched. */
async function withSize(api, one) {
	const answer = await api.ask("GET", `/repos/${one.repository}`);
	return answer.status === 200 ? listedOf(answer.body) ?? one : one;
}
function readPage(owner, { status, body }) {
	if (status !== 200 || !Array.isArray(body)) {
		const why = status === 0 ? "GitHub did not answer in time" : `GitHub answered ${status}`;
		throw new require_first.UserError(`Nothing was scanned: the repositories of ${owner} cannot be listed (${why}). The token must be able to read them.`);
	}
	return body.flatMap((one) => listedOf(one) ?? []);
}
function listedOf(data) {
	if (typeof data !== "object" || data === null) return void 0;
	const { full_name: repository, size, pushed_at: pushedAt } = data;
	if (typeof repository !== "string" || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return void 0;
	return {
		repository,
		size: typeof size === "number" && size >= 0 ? size : 0,
		...typeof pushedAt === "string" && { pushedAt }
	};
}
/** What a repository costs besides its size, in kilobytes: starting, asking, writing. */
const startCost = 5e3;
/** A larger history is cut: about ten minutes of a job with two processors, by docs/action.md. */
const largestWhole = 4e6;
const mostShards = 64;
/** The largest first, each to the job that has least to do. The same list makes the same plan. */
function planJobs(listed, unchanged, { jobs, shards }) {
	const tasks = listed.flatMap((one) => tasksOf(one, shards)).sort(byCost);
	const count = Math.max(1, Math.min(jobs, 256, tasks.length));
	const bins = Array.from({ length: count }, () => ({
		cost: 0,
		tasks: []
	}));
	for (const task of tasks) {
		const idlest = bins.reduce((a, b) => b.cost < a.cost ? b : a);
		idlest.tasks.push(task);
		idlest.cost += costOf(task);
	}
	return {
		schema: 1,
		jobs: tasks.length === 0 ? [] : bins.map((bin) => bin.tasks),
		unchanged
	};
}
function tasksOf(one, shards) {
	const wanted = shards > 0 ? shards : Math.ceil(one.size / largestWhole);
	const count = Math.min(Math.max(wanted, 1), mostShards);
	if (count === 1) return [one];
	return Array.from({ length: count }, (_, i) => ({
		...one,
		shard: {
			index: i + 1,
			count
		}
	}));
}
/** Every part of a history fetches all of it, reads all commits and trees, and its share of the contents. */
const costOf = ({ size, shard }) => startCost + (shard ? size / 2 + size / (2 * shard.count) : size);
function byCost(a, b) {
	return costOf(b) - costOf(a) || (a.repository < b.repository ? -1 : a.repository > b.repository ? 1 : 0) || (a.shard?.index ?? 0) - (b.shard?.index ?? 0);
}
/** The name of a task's files. */
const fileOf = ({ repository, shard }) => `${repository.replace("/", "+")}${shard ? `.${shard.index}of${shard.count}` : ""}`;
// build/sweep/merge.js
/** The end of a sweep: all reports as one, one SARIF file for each history, and what is missing against the plan. */
/** Reads the reports in `folder` (absolute) and writes the joined ones there. What the plan has and `folder` has not, failed. */
async function mergeSweep(plan, folder, thresholds) {
	const write = (name, pieces) => {
		(0, node_fs.rmSync)((0, node_path.join)(folder, name), { force: true });
		writePieces((0, node_path.join)(folder, name), pieces);
	};
	const tasks = [...plan.jobs.flat(), ...plan.unchanged];
	const failed = /* @__PURE__ */ new Map();
	const present = [];
	for (const task of tasks) {
		const file = (0, node_path.join)(folder, fileOf(task));
		if ((0, node_fs.existsSync)(`${file}.json`)) present.push(task);
		else failed.set(fileOf(task), failureOf(file, task.repository));
	}
	const shards = present.filter(({ shard }) => shard);
	for (const repository of new Set(shards.map((task) => task.repository))) {
		const { report } = await mergedReport(shards.filter((task) => task.repository === repository).map((task) => pathOf(folder, task)), thresholds, folder);
		write(`${fileOf({
			repository,
			size: 0
		})}.sarif`, await sarif(report));
	}
	const judged = await mergedReport(present.map((task) => pathOf(folder, task)), thresholds, folder);
	const complete = judged.report.complete && failed.size === 0;
	const report = {
		...judged.report,
		complete,
		skipped: [...judged.report.skipped, ...[...failed.values()].map(({ repository, message }) => ({
			path: "",
			why: "unreadable",
			detail: `${repository}: ${message}`
		}))]
	};
	write("all.json", await json(report));
	write("all.html", await html(report));
	return {
		...judged,
		report,
		code: complete || thresholds.allowIncomplete ? judged.code : 2,
		repositories: new Set(tasks.map(({ repository }) => repository)).size,
		failed: [...failed.values()]
	};
}
const pathOf = (folder, task) => (0, node_path.join)(folder, `${fileOf(task)}.json`);
function failureOf(file, repository) {
	try {
		const { message } = JSON.parse((0, node_fs.readFileSync)(`${file}.failed`, "utf8"));
		return {
			repository,
			message: String(message)
		};
	} catch {
		return {
			repository,
			message: "there is no report of it: its job did not come to its end"
		};
	}
}
// build/sweep/scan.js
/** One job of a sweep: the histories that the plan gives it, one after the other. One that fails does not stop the others. */
async function scanTasks(tasks, job) {
	(0, node_fs.mkdirSync)(job.out, { recursive: true });
	for (const [i, task] of tasks.entries()) {
		const began = performance.now();
		const outcome = await scanTask(task, job);
		const seconds = ((performance.now() - began) / 1e3).toFixed(1);
		job.say(`${i + 1} of ${tasks.length}: ${fileOf(task)}: ${outcome}, ${seconds} s`);
	}
}
async function scanTask(task, { io, server, token, temp, out, pullRefs }) {
	const file = (0, node_path.join)(out, fileOf(task));
	for (const end of [
		"json",
		"sarif",
		"failed"
	]) (0, node_fs.rmSync)(`${file}.${end}`, { force: true });
	try {
		const found = await look({
			target: { kind: "history" },
			folder: temp,
			temp,
			io,
			mayFetch: true,
			configFrom: "head",
			remote: remoteOf(server, task.repository, "x-access-token", token),
			flags: {
				allowIncomplete: false,
				failOn: "never",
				minSeverity: "info",
				minConfidence: "possible"
			},
			proposals: pullRefs ? ["refs/pull/*/head"] : [],
			shard: task.shard
		});
		if ("nothing" in found) return found.nothing;
		const { report } = found;
		writePieces(`${file}.json`, await json(report));
		if (!task.shard) writePieces(`${file}.sarif`, await sarif(report));
		const { objects = 0, bytes } = report.coverage;
		return `${objects} objects, ${Math.round(bytes / 1048576)} MB, ${report.findings.length} findings`;
	} catch (error) {
		if (!(error instanceof require_first.UserError)) throw error;
		const failed = {
			repository: task.repository,
			message: error.message
		};
		(0, node_fs.writeFileSync)(`${file}.failed`, JSON.stringify(failed));
		return error.message;
	}
}
Object.defineProperty(exports, "Api", {
	enumerable: true,
	get: function() {
		return Api;
	}
});
Object.defineProperty(exports, "Runner", {
	enumerable: true,
	get: function() {
		return Runner;
	}
});
Object.defineProperty(exports, "codeSpan", {
	enumerable: true,
	get: function() {
		return codeSpan;
	}
});
Object.defineProperty(exports, "countFlag", {
	enumerable: true,
	get: function() {
		return countFlag;
	}
});
Object.defineProperty(exports, "dateFlag", {
	enumerable: true,
	get: function() {
		return dateFlag;
	}
});
Object.defineProperty(exports, "dayFlag", {
	enumerable: true,
	get: function() {
		return dayFlag;
	}
});
Object.defineProperty(exports, "daysFlag", {
	enumerable: true,
	get: function() {
		return daysFlag;
	}
});
Object.defineProperty(exports, "fileOf", {
	enumerable: true,
	get: function() {
		return fileOf;
	}
});
Object.defineProperty(exports, "fingerprintsFlag", {
	enumerable: true,
	get: function() {
		return fingerprintsFlag;
	}
});
Object.defineProperty(exports, "gitlab", {
	enumerable: true,
	get: function() {
		return gitlab;
	}
});
Object.defineProperty(exports, "isDay", {
	enumerable: true,
	get: function() {
		return isDay;
	}
});
Object.defineProperty(exports, "isGap", {
	enumerable: true,
	get: function() {
		return isGap;
	}
});
Object.defineProperty(exports, "json", {
	enumerable: true,
	get: function() {
		return json;
	}
});
Object.defineProperty(exports, "look", {
	enumerable: true,
	get: function() {
		return look;
	}
});
Object.defineProperty(exports, "markdown", {
	enumerable: true,
	get: function() {
		return markdown;
	}
});
Object.defineProperty(exports, "mergeSweep", {
	enumerable: true,
	get: function() {
		return mergeSweep;
	}
});
Object.defineProperty(exports, "namedRepositories", {
	enumerable: true,
	get: function() {
		return namedRepositories;
	}
});
Object.defineProperty(exports, "oneOf", {
	enumerable: true,
	get: function() {
		return oneOf;
	}
});
Object.defineProperty(exports, "parseSize", {
	enumerable: true,
	get: function() {
		return parseSize;
	}
});
Object.defineProperty(exports, "planJobs", {
	enumerable: true,
	get: function() {
		return planJobs;
	}
});
Object.defineProperty(exports, "readVariables", {
	enumerable: true,
	get: function() {
		return readVariables;
	}
});
Object.defineProperty(exports, "remoteOf", {
	enumerable: true,
	get: function() {
		return remoteOf;
	}
});
Object.defineProperty(exports, "repositoriesOf", {
	enumerable: true,
	get: function() {
		return repositoriesOf;
	}
});
Object.defineProperty(exports, "runAction", {
	enumerable: true,
	get: function() {
		return runAction;
	}
});
Object.defineProperty(exports, "scanTasks", {
	enumerable: true,
	get: function() {
		return scanTasks;
	}
});
Object.defineProperty(exports, "shardFlag", {
	enumerable: true,
	get: function() {
		return shardFlag;
	}
});
Object.defineProperty(exports, "sizeFlag", {
	enumerable: true,
	get: function() {
		return sizeFlag;
	}
});
Object.defineProperty(exports, "sizeHint", {
	enumerable: true,
	get: function() {
		return sizeHint;
	}
});
Object.defineProperty(exports, "takeEnvironment", {
	enumerable: true,
	get: function() {
		return takeEnvironment;
	}
});
Object.defineProperty(exports, "targetOf", {
	enumerable: true,
	get: function() {
		return targetOf;
	}
});
Object.defineProperty(exports, "text", {
	enumerable: true,
	get: function() {
		return text;
	}
});
Object.defineProperty(exports, "withSize", {
	enumerable: true,
	get: function() {
		return withSize;
	}
});
Object.defineProperty(exports, "writeReport", {
	enumerable: true,
	get: function() {
		return writeReport;
	}
});
