import { UserError, askGit, count, exitCode, gitFolderOf, judged, ownVersion, planScan, readSmallFile, redact, redactAll, scan, scanWith, shownPart, userCacheFolder, visible } from "./first.mjs";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { lstat, readdir as readdir$1, realpath } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
// ../cli/dist/for-action.js
/**
* What the Action takes from the command line: the same scan, the same exit rules, the same reports. Reports are loaded when
* they are asked for: starting is most of what a small scan costs.
*/
/** `bnguard scan`, without its texts. Throws a UserError like the command. `cwd`: absolute. */
async function scanned(request, { io, cwd }) {
	const plan = await planScan(request, cwd);
	const whole = await scanWith(plan, request, {
		io,
		cwd,
		scan
	}, sourceOf(request, io));
	return {
		...await judged(whole, plan),
		notes: plan.notes
	};
}
function sourceOf({ source }, io) {
	if (source.kind === "stdin") throw new TypeError("the Action has no standard input");
	if (source.kind !== "history") return source;
	const { cache, ...rest } = source;
	return {
		...rest,
		...cache && { userCache: userCacheFolder(io) }
	};
}
/** Which of these findings the configuration and the baseline of another request would set aside, and its thresholds. */
async function excusedBy(findings, request, cwd) {
	const plan = await planScan(request, cwd);
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
		excused: redactAll(excused),
		thresholds: plan.thresholds
	};
}
/** Loads what a scan of a range and its reports need, so that it is there when it is asked for. */
function loadAhead() {
	const modules = [
		import("./range.mjs"),
		import("./tree-files.mjs"),
		import("./overrule.mjs"),
		import("./github.mjs"),
		import("./markdown.mjs"),
		import("./sarif.mjs"),
		import("./json.mjs")
	];
	for (const one of modules) one.catch(() => {});
}
async function annotations(report, taken) {
	return (await import("./github.mjs")).githubReport(report, taken);
}
/** A workflow command: `properties` and `message` are escaped. */
async function workflowCommand(level, properties, message) {
	return (await import("./github.mjs")).command(level, properties, message);
}
/** Text that a stranger chose, for Markdown. */
async function codeSpan(text) {
	return (await import("./markdown.mjs")).code(redact(text));
}
async function markdown(report, limit) {
	const rules = await rulesFor(report);
	return (await import("./markdown.mjs")).markdownReport(report, rules, limit);
}
async function sarif(report) {
	const rules = await rulesFor(report);
	return (await import("./sarif.mjs")).sarifReport(report, rules);
}
async function json(report) {
	return (await import("./json.mjs")).jsonReport(report);
}
async function gitlab(report) {
	return (await import("./gitlab.mjs")).gitlabReport(report, await rulesFor(report));
}
async function text(report, hidden) {
	const { textReport } = await import("./text.mjs");
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
	return (await import("./html.mjs")).htmlReport(report, await rulesFor(report));
}
/** `bnguard merge`: JSON reports (paths from `cwd`) as one, judged by these thresholds. Throws a UserError like the command. */
async function mergedReport(files, thresholds, cwd) {
	const [{ merged }, { readReport }] = await Promise.all([import("./merge.mjs"), import("./read-report2.mjs")]);
	const reports = [];
	for (const file of files) reports.push(await readReport(file, cwd));
	const whole = reports.length > 0 ? merged(reports) : emptyReport();
	const { report, hidden } = shownPart(redactAll(whole), thresholds);
	return {
		report,
		hidden,
		code: exitCode(report, thresholds)
	};
}
function emptyReport() {
	return {
		schema: 1,
		tool: {
			name: "bnguard",
			version: ownVersion()
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
	return findings.length > 0 ? (await import("./dist6.mjs")).rules : [];
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
		...commits !== void 0 && { commits }
	};
}
/** An id that stands for nothing. */
const isZero = (id) => /^0+$/.test(id);
/** Whether a text is the id of an object, in full. */
const isId = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
// build/git/checkout.js
/** What a job's checkout has already, found by its files: it may belong to another user, and git need not agree to it. */
/** The repository at `folder` (absolute), if there is one. */
async function findCheckout(folder) {
	const gitFolder = await gitFolderOf(folder);
	if (gitFolder === void 0) return void 0;
	const common = await textOf(join(gitFolder, "commondir"));
	const shared = resolve(gitFolder, common.trim() || ".");
	const objects = await realpath(join(shared, "objects")).catch(() => void 0);
	if (objects === void 0 || !(await lstat(objects)).isDirectory()) return void 0;
	const shallow = await textOf(join(shared, "shallow"));
	const packs = await readdir$1(join(objects, "pack")).catch(() => []);
	return {
		top: folder,
		objects,
		shallow: shallow.split("\n").filter((line) => /^[0-9a-f]{40,64}$/.test(line)),
		isPartial: packs.some((name) => name.endsWith(".promisor"))
	};
}
/** Empty where there is no such file. Whoever may write here could put a pipe in its place, which is not waited for. */
const textOf = async (path) => await readSmallFile(path, {
	name: path,
	mostMegabytes: 16
}) ?? "";
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
	if (failure !== void 0) throw new UserError(`Nothing was scanned: git cannot tell what the range changes (${complaints.trim().split("\n").at(-1) || failure}). Run the job again.`);
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
		await setTimeout(1e3);
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
	const said = visible(redact(complaints.trim().split("\n").at(-1) || `git ended with ${failure}`));
	const from = `Nothing was scanned: what the checkout lacks cannot be fetched from ${visible(url)}`;
	if (failure === "ENOENT") return new UserError(noGit);
	if (/could not read Username|Authentication failed|\b40[13]\b|not found/i.test(complaints)) return new UserError(`${from}: ${header === void 0 ? "no token was given" : "the token may not read it"} (${said}). ${`Give the job permissions: contents: read, or ${wholeCheckout}.`}`);
	return new UserError(`${from} (${said}). Run the job again, or ${wholeCheckout}.`);
}
const noGit = "Nothing was scanned: there is no git program here. Install git 2.29 or newer in the container of the job, before this step.";
// build/remote.js
/** The server that a repository comes from, and how to ask it: the token is only ever in git's environment. */
/**
* The server of a host: `https://github.com`, with its user and token, if there is one. Throws a UserError for an address
* that is none; a user in it is left out, for addresses are shown.
*/
function remoteOf(server, repository, user, token) {
	const address = URL.canParse(server) ? new URL(server) : void 0;
	if (address === void 0 || !/^https?:$/.test(address.protocol)) throw new UserError("Nothing was scanned: the address of the server (GITHUB_SERVER_URL) is not one of http or https.");
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
	return ownRepository(join(realpathSync(mkdtempSync(join(parent, "bnguard-"))), "repository.git"), options);
}
/** The one at `dir`: made where it is not there. Its configuration is ours in any case. */
function ownRepository(dir, { url, checkout, isSha256 }) {
	for (const folder of [
		"objects/info",
		"objects/pack",
		"refs/heads"
	]) mkdirSync(join(dir, folder), { recursive: true });
	writeFileSync(join(dir, "config"), configuration(url, isSha256));
	try {
		writeFileSync(join(dir, "HEAD"), "ref: refs/heads/main\n", { flag: "wx" });
	} catch {}
	if (checkout) {
		writeFileSync(join(dir, "objects/info/alternates"), `${quoted(checkout.objects)}\n`);
		if (checkout.shallow.length > 0) writeFileSync(join(dir, "shallow"), `${checkout.shallow.join("\n")}\n`);
	}
	const store = {
		dir,
		gitFolder: dir,
		leads: {}
	};
	return {
		...store,
		ask: (args, input) => askGit(store, args, input === void 0 ? void 0 : Buffer.from(input)),
		askServer: async (remote, args, input) => {
			const reach = {
				...store,
				leads: remoteVariables(remote)
			};
			const answer = await askGit(reach, args, input === void 0 ? void 0 : Buffer.from(input));
			writeFileSync(join(dir, "config"), configuration(url, isSha256));
			return answer;
		},
		shallow: () => {
			try {
				return readFileSync(join(dir, "shallow"), "utf8").split("\n").filter(Boolean);
			} catch {
				return [];
			}
		}
	};
}
/** Forgets what the checkout said of commits without parents: the server says it anew. */
function forgetShallow({ dir }) {
	rmSync(join(dir, "shallow"), { force: true });
}
function configuration(url, isSha256) {
	if (/[\n"\\]/.test(url)) throw new UserError(`${url} is no address of a repository.`);
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
	const known = await commitsHere(repository, [target.head, ...target.exclude], target.trial);
	const parents = target.trial === void 0 ? void 0 : known.get(target.trial);
	const trialBase = parents?.[1] === target.head.id ? parents?.[0] : void 0;
	const bases = [...target.exclude, ...trialBase !== void 0 ? [{ id: trialBase }] : []];
	const wanted = target.trial !== void 0 && trialBase === void 0 ? [...bases, ...target.instead] : bases;
	const here = (tip) => tip.id !== void 0 && known.has(tip.id);
	const range = here(target.head) && wanted.every((tip) => here(tip) || tip.id === trialBase) ? await hereAsRange(means, target.head.id, idsOf(wanted)) : void 0;
	if (range && !checkout?.isPartial) return range;
	if (remote === void 0) throw new UserError(`Nothing was scanned: the checkout lacks commits of the range, and fetch: never forbids to fetch them. Leave it out, or ${wholeCheckout}.`);
	const fetched = range ?? await fetchCommits(target, wanted, means, remote);
	const contents = await fetchContents(fetched, repository, remote);
	return {
		...fetched,
		notes: [...fetched.notes, ...contents]
	};
}
/** A checkout that is neither shallow nor partial has all that leads to its commits. */
async function hereAsRange({ repository, checkout }, head, exclude) {
	return checkout !== void 0 && checkout.shallow.length === 0 && !checkout.isPartial ? {
		head,
		exclude,
		base: exclude.at(-1),
		notes: []
	} : asRange(repository, head, exclude, []);
}
const idsOf = (tips) => [...new Set(tips.flatMap(({ id }) => id ?? []))];
/** The commits that are here, with their parents, which need not be. */
async function commitsHere(repository, tips, trial) {
	const ids = [...idsOf(tips), ...trial === void 0 ? [] : [trial]];
	const { stdout } = await repository.ask(["cat-file", "--batch"], ids.map((id) => `${id}\n`).join(""));
	const commits = /* @__PURE__ */ new Map();
	for (let at = 0; at < stdout.length;) {
		const line = stdout.indexOf(10, at);
		if (line < 0) break;
		const [id = "", type, size] = stdout.toString("latin1", at, line).split(" ");
		const end = size === void 0 ? line : line + 1 + Number(size);
		if (type === "commit" || type === "tag") {
			const header = stdout.toString("latin1", line + 1, end).split("\n\n")[0];
			commits.set(id, [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent]) => parent));
		}
		at = end + 1;
	}
	return commits;
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
	throw new UserError(`Nothing was scanned: the history of ${head} is cut off on the server itself, so nobody can tell what is new in it. Name a commit that is there with base.`);
}
/** By what else the head can be fetched. */
function otherName({ id, ref }, tried) {
	if (ref !== void 0 && ref !== tried) return ref;
	throw new UserError(`Nothing was scanned: the server has no ${id ?? tried} any more. If it was pushed over, the run of the new commit looks at everything.`);
}
/** What is left to exclude where one of it cannot be had. */
function without(wanted, lost, { instead, mayBeAll }) {
	const left = wanted.filter(({ id, ref }) => id !== lost && ref !== lost);
	if (left.length === wanted.length) throw new UserError(`Nothing was scanned: the server has no ${lost}.`);
	const others = instead.filter(({ ref }) => ref !== lost && !left.some((tip) => tip.ref === ref));
	if (left.length + others.length === 0 && !mayBeAll) throw new UserError(`Nothing was scanned: the server has no base commit ${lost} any more, so nobody can tell what is new. Name one with the input base.`);
	return [...left, ...others];
}
/** Their commits: pushes of tags name the tag. */
async function commitsOf(repository, names) {
	const { stdout, failure } = await repository.ask(["rev-parse", ...names.map((name) => `${name}^{commit}`)]);
	const ids = stdout.toString("latin1").split("\n").filter(isId);
	if (failure === void 0 && ids.length === names.length) return ids;
	throw new UserError(`Nothing was scanned: the server no longer has ${names[0]} as a commit, for its ref has moved on. The run of the new commit looks at everything.`);
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
		throw new UserError(`Nothing was scanned: the server does not give the file contents that the range needs (${error.what}). Instead, ${wholeCheckout}.`);
	}
	return [`fetched ${count(missing.length, "file version")}`];
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
		case "": throw new UserError("Nothing was scanned: GITHUB_EVENT_NAME is not set, so this is no job of GitHub Actions. On the command line: bnguard scan.");
		case "workflow_run": throw new UserError("Nothing was scanned: workflow_run tells nothing of a pull request from a fork. Give its number: pull-request.");
		default: throw new UserError(`Nothing was scanned: the event ${name} names no commits to look at. Say what to look at: scan: history, scan: tree, or base and head.`);
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
const largest = 67108864;
/** The event's payload. Throws a UserError where there is none. */
function payloadOf(env) {
	const path = env["GITHUB_EVENT_PATH"] ?? "";
	let payload;
	try {
		const text = readFileSync(path);
		payload = text.length > largest ? void 0 : JSON.parse(text.toString("utf8"));
	} catch {
		payload = void 0;
	}
	if (typeof payload !== "object" || payload === null) throw new UserError("Nothing was scanned: the event’s payload (GITHUB_EVENT_PATH) is missing or no JSON. In a container the job must mount it; GitHub’s runner does.");
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
		throw new UserError(`Nothing was scanned: ${this.#name}${key} of the event’s payload is not ${expected}. If GitHub sent it so, report it.`);
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
	if (head !== void 0) writeFileSync(join(repository.dir, "HEAD"), `${head}\n`);
}
/** A commit and the files of its tree, nothing before it. */
async function fetchCommit(repository, remote, id) {
	await fetchFrom(repository, remote, [
		"--depth=1",
		"origin",
		`+${id}:refs/bnguard/base`
	]);
}
// build/look.js
/** From a target to what a scan of it found, whatever the system: gets what is missing, scans, compares excuses. */
/** Throws a UserError where it cannot be looked at. */
async function look(job) {
	const { target } = job;
	if (target.kind === "nothing") return { nothing: target.why };
	mkdirSync(job.temp, { recursive: true });
	const temp = realpathSync(mkdtempSync(join(job.temp, "bnguard-")));
	try {
		return await lookAt(target, job, temp);
	} catch (error) {
		await checkGit(temp);
		throw error;
	} finally {
		rmSync(temp, {
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
	const { stdout, failure } = await askGit({
		dir: folder,
		leads: {}
	}, ["--version"]);
	if (failure === "ENOENT") throw new UserError(noGit);
	const [, major, minor] = /^git version (\d+)\.(\d+)/.exec(stdout.toString("latin1")) ?? [];
	if (Number(major) > 2 || Number(major) === 2 && Number(minor) >= 29) return;
	const version = major === void 0 ? "of an unknown version" : `${major}.${minor}`;
	throw new UserError(`Nothing was scanned: git is ${version}, and 2.29 or newer is needed. Install a newer one.`);
}
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
async function lookAtRange(target, job, temp) {
	const checkout = await findCheckout(job.folder);
	const resolved = job.mayFetch ? target : await resolvedHere(target, checkout);
	const repository = temporaryRepository(temp, {
		url: job.remote.url,
		checkout,
		isSha256: resolved.head.id?.length === 64
	});
	const completing = complete(resolved, {
		repository,
		checkout,
		remote: job.mayFetch ? job.remote : void 0
	});
	loadAhead();
	const range = await completing;
	const { head, exclude, base } = range;
	if (exclude.includes(head)) return { nothing: "Head and base are the same commit, so there is nothing new." };
	if (job.configFrom === "base" && base === void 0) throw new UserError("config-from: base needs a base commit, and this event has none. Leave it out, or name one with base.");
	const revisions = [
		head,
		"--not",
		...exclude
	];
	const request = requestFor(job, repository.dir, {
		kind: "range",
		revisions
	});
	const decides = job.configFrom === "base" ? { configFrom: base } : { filesFrom: head };
	const found = await scanIn({
		...request,
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
		if (!(error instanceof UserError)) throw error;
		return {
			excused: byComment,
			notes: [...notes, `Its own configuration is faulty: ${error.message}`]
		};
	}
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
			const { stdout } = await askGit(store, [
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
async function lookAtHistory(job, temp) {
	const { shard, cache, remote, proposals } = job;
	const source = {
		kind: "history",
		cache: cache !== void 0,
		...shard && { shard }
	};
	if (!job.mayFetch) {
		const checkout = await findCheckout(job.folder);
		if (checkout === void 0) throw new UserError(notCheckedOut(job.folder));
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
	const repository = cache ? ownRepository(join(cache, "repository.git"), options) : temporaryRepository(temp, options);
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
		steps: [`fetched ${count(await refsOf(repository), "ref")}`]
	};
}
async function refsOf(repository) {
	const { stdout } = await repository.ask(["for-each-ref", "--format=x"]);
	return stdout.length / 2;
}
async function lookAtTree(base, job, temp) {
	const checkout = await findCheckout(job.folder);
	if (readdirSync(job.folder, { withFileTypes: false }).length === 0) throw new UserError(notCheckedOut(job.folder));
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
			if (!job.mayFetch) throw new UserError(`Nothing was scanned: the checkout lacks the base commit ${base.id}, whose configuration counts. Set config-from: head, or ${wholeCheckout}.`);
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
/** Lets git read a folder of another user while this runs: in a container the checkout belongs to the runner. */
async function withTrust(folder, run) {
	const before = { ...process.env };
	Object.assign(process.env, trusting(resolve(folder)));
	try {
		return await run();
	} finally {
		for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
		Object.assign(process.env, before);
	}
}
const notCheckedOut = (folder) => `Nothing was scanned: ${folder} is empty, so the repository was not checked out. Put actions/checkout before this step, or leave out scan and fetch: commits need no checkout.`;
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
export { annotations, codeSpan, eventOfPullRequest, gitlab, html, isId, isRefName, isZero, json, look, markdown, mergedReport, payloadOf, readEvent, remoteOf, sarif, takeEnvironment, targetOf, text, workflowCommand };
