"use strict";
const require_first = require("./first.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_os = require("node:os");
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
// ../cli/dist/for-action.js
/**
* What the Action takes from the command line: the same scan, the same exit rules, the same reports. Reports are loaded when
* they are asked for: starting is most of what a small scan costs.
*/
/** `bnguard scan`, without its texts. Throws a UserError like the command. `cwd`: absolute; `git`: what was asked of a range. */
async function scanned(request, { io, cwd, git }) {
	const given = sourceOf(request, io, git);
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
function sourceOf({ source }, io, git) {
	if (source.kind === "stdin") throw new TypeError("the Action has no standard input");
	if (source.kind === "range") return {
		...source,
		...git && { git }
	};
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
const reports = () => Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.for_action_exports);
async function rounds(count) {
	for (let round = 0; round < count; round++) await new Promise((resolve) => setImmediate(resolve));
}
/**
* Loads what a scan of a range and its reports need, so that it is there when it is asked for. All at once: git stops when
* some 200 KB of its answers wait to be read. Never rejects.
*/
async function loadAhead() {
	try {
		await rounds(2);
		await Promise.resolve().then(() => require("./gates.cjs")).then((n) => n.gates_exports);
		await rounds(2);
		await Promise.all([
			Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.range_exports),
			Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.tree_files_exports),
			Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.overrule_exports),
			reports()
		]);
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
	const { textReport } = await Promise.resolve().then(() => require("./findings.cjs")).then((n) => n.text_exports);
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
// build/git/remedies.js
/** What to do where git cannot give what is needed: said in several places. */
/** What a checkout with all of its history makes unnecessary. */
const wholeCheckout = "check out the whole history (actions/checkout with fetch-depth: 0)";
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
// build/git/complete.js
/** Says which commits a range has, and brings what a checkout lacks of them. Most lack nothing. */
/** Throws a UserError that says what to do where the range cannot be had whole. */
async function complete(target, means) {
	const { repository, checkout, remote } = means;
	const isWhole = checkout !== void 0 && checkout.shallow.length === 0 && !checkout.isPartial;
	const trial = target.trial === void 0 ? [] : [{ id: target.trial }];
	const ends = idsOf([
		target.head,
		...target.exclude,
		...trial,
		...target.instead
	]);
	const deciding = means.decides === "head" ? target.head.id : decidingBase(target);
	const filesOf = (commit) => commit === void 0 ? [] : [...require_first.configNames, require_first.defaultBaseline].map((name) => `${commit}:${name}`);
	const [counting, proposed] = [filesOf(deciding), filesOf(target.head.id)];
	const nearOf = (name) => `${target.head.id}:${name}`;
	const near = target.head.id === void 0 ? [] : require_first.nearNames.map(nearOf);
	const names = [.../* @__PURE__ */ new Set([
		...ends,
		...counting,
		...proposed,
		...near
	])];
	const git = isWhole ? askedFor(target, repository, names) : void 0;
	const found = await (git?.named ?? require_first.objectsIn(repository, names)).catch((error) => {
		git?.close();
		throw error;
	});
	const known = commitsIn(found);
	const parents = target.trial === void 0 ? void 0 : known.get(target.trial);
	const trialBase = parents?.[1] === target.head.id ? parents?.[0] : void 0;
	const isAsItSeems = target.trial === void 0 || trialBase !== void 0;
	const bases = [...target.exclude, ...trialBase !== void 0 ? [{ id: trialBase }] : []];
	const wanted = isAsItSeems ? bases : [...bases, ...target.instead];
	const here = (tip) => tip.id !== void 0 && known.has(tip.id);
	const isHere = here(target.head) && wanted.every((tip) => here(tip) || trialBase !== void 0 && tip.id === trialBase);
	const [head, exclude] = [target.head.id, idsOf(wanted)];
	if (git && isHere && isAsItSeems) {
		const ids = new Map(found.map((object) => [object.asked, object.kind === "object" ? object.id : object.kind]));
		const hasNone = (files) => files.length > 0 && files.slice(0, require_first.configNames.length).every((name) => ids.get(name) === "missing");
		const hasNoConfig = hasNone(counting);
		const bringsConfig = hasNoConfig && hasNone(proposed) && ids.get(counting.at(-1)) === ids.get(proposed.at(-1)) ? false : void 0;
		const like = require_first.nearNames.filter((name) => ids.get(nearOf(name)) !== "missing");
		return {
			head,
			exclude,
			base: exclude.at(-1),
			hasNoConfig,
			bringsConfig,
			near: like,
			notes: [],
			git
		};
	}
	git?.close();
	const { asRange, fetchCommits, fetchContents } = await Promise.resolve().then(() => require("./fetch-range.cjs"));
	const range = isHere ? await asRange(repository, head, exclude, []) : void 0;
	if (range && !checkout?.isPartial) return range;
	if (remote === void 0) throw new require_first.UserError(`Nothing was scanned: the checkout lacks commits of the range, and fetch: never forbids to fetch them. Leave it out, or ${wholeCheckout}.`);
	const fetched = range ?? await fetchCommits(target, wanted, repository, remote);
	const contents = await fetchContents(fetched, repository, remote);
	return {
		...fetched,
		notes: [...fetched.notes, ...contents]
	};
}
/** Asks git for the range, if all is as it seems; undefined where something is known by its ref only. */
function askedFor({ head, exclude, trial }, repository, names) {
	if ([head, ...exclude].some(({ id }) => id === void 0)) return void 0;
	const bases = [...idsOf(exclude), ...trial === void 0 ? [] : [`${trial}^1`]];
	return require_first.askRange(repository, {
		kind: "range",
		revisions: [
			head.id,
			"--not",
			...bases
		]
	}, names);
}
/** The base that will decide if all is here, as git may be asked for it. */
const decidingBase = ({ trial, exclude }) => trial === void 0 ? exclude.at(-1)?.id : `${trial}^1`;
const idsOf = (tips) => [...new Set(tips.flatMap(({ id }) => id ?? []))];
/** The commits and tags among these objects, with their parents. */
function commitsIn(objects) {
	const commits = /* @__PURE__ */ new Map();
	for (const object of objects) {
		if (object.kind !== "object" || !/^(?:commit|tag)$/.test(object.type)) continue;
		const parents = require_first.headerOf(object.bytes).matchAll(/^parent ([0-9a-f]+)$/gm);
		commits.set(object.asked, Array.from(parents, ([, parent]) => parent));
	}
	return commits;
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
/** The one at `dir`, absolute and without links: made where it is not there. Its configuration is ours in any case. */
function ownRepository(dir, { url, checkout, isSha256 }) {
	for (const folder of ["objects/info", "refs"]) (0, node_fs.mkdirSync)((0, node_path.join)(dir, folder), { recursive: true });
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
/** Paths of flags are meant from the top of the repository. `git`: what was asked of a range. */
async function scanIn(request, { io }, cwd, git) {
	return scanned(request, {
		io,
		cwd,
		git
	});
}
/**
* The same where the commit `base` decides. A mistake in its files is told as the base's, with whether the change, by its
* own request, mends it.
*/
async function scanByBase({ request, own, base }, job, cwd, git) {
	try {
		return await scanIn({
			...request,
			configFrom: base
		}, job, cwd, git);
	} catch (error) {
		if (!(error instanceof require_first.UserError) || !error.message.includes(`${base}:`)) throw error;
		const said = error.message.replaceAll(`${base}:`, "");
		const hope = await excusedBy([], own, cwd).then(() => true, () => false) ? "This change mends it: merge it although this check fails, and the next one works again." : "This change does not mend it: every check fails until the base branch is mended.";
		throw new require_first.UserError(`The base's configuration, which counts here, is faulty (commit ${base}). ${hope}\n${said}`);
	}
}
/**
* What the scanned side itself would have set aside, and what is wrong with its configuration. `own`: the request by which
* it would decide. `bringsConfig`: false where its configuration is the one that counts.
*/
async function excuses({ report, notes }, own, cwd, bringsConfig = true) {
	if (own === void 0 || report.findings.length === 0 && !bringsConfig) return {
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
		const lax = thresholds.failOn === "never" && own.failOn === void 0 ? ["Its configuration would let everything pass (failOn: never)."] : [];
		return {
			excused: [...byComment, ...excused],
			notes: [...notes, ...lax]
		};
	} catch (error) {
		if (!(error instanceof require_first.UserError)) throw error;
		const said = error.message.replaceAll(`${own.filesFrom}:`, "");
		return {
			excused: byComment,
			notes: [...notes, `${faulty} ${said}`]
		};
	}
}
const faulty = "Its own configuration is faulty. It does not count yet; once it is merged, every run fails until it is mended:";
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
// build/look/range.js
/** Looks at the commits of a range: completes it, scans it, and compares what the change excuses itself. */
/** `temp`: absolute, for what is fetched. Throws a UserError where the range cannot be had whole. */
async function lookAtRange(target, job, temp) {
	const checkout = findCheckout(job.folder);
	const resolved = job.mayFetch ? target : await resolvedHere(target, checkout);
	const repository = ownRepository((0, node_path.join)(temp, "repository.git"), {
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
	const [range] = await Promise.all([completing, loadAhead()]);
	const { head, exclude, base } = range;
	let { git } = range;
	try {
		const tags = await messagesOf(target, repository);
		const source = {
			kind: "range",
			revisions: [
				head,
				"--not",
				...exclude
			],
			tags
		};
		if (exclude.includes(head) && tags.length === 0) return { nothing: "Head and base are the same commit, so there is nothing new." };
		if (job.configFrom === "base" && base === void 0) throw new require_first.UserError("config-from: base needs a base commit, and this event has none. Leave it out, or name one with base.");
		git ??= require_first.askRange(repository, source);
		const request = requestFor(job, repository.dir, source);
		const byHead = {
			...request,
			filesFrom: head
		};
		const none = range.hasNoConfig && job.flags.config === void 0 ? { config: false } : {};
		const near = range.near ?? nearIn(repository, head);
		const own = job.configFrom === "base" ? byHead : void 0;
		const found = own ? await scanByBase({
			request: {
				...request,
				...none
			},
			own,
			base
		}, job, repository.dir, git) : await scanIn({
			...byHead,
			...none
		}, job, repository.dir, git);
		const hasOwnFiles = job.flags.config !== void 0 || job.flags.baseline !== void 0;
		const told = await excuses(found, own, repository.dir, hasOwnFiles ? void 0 : range.bringsConfig);
		const notes = [...told.notes, ...job.flags.config === void 0 ? require_first.nearNotes(await near) : []];
		return {
			...found,
			range,
			...told,
			notes,
			steps: range.notes
		};
	} finally {
		git?.close();
	}
}
/** Of files in the head that look like a configuration and are none: who wrote one should hear it. */
async function nearIn(repository, head) {
	const { stdout } = await repository.ask([
		"ls-tree",
		"--name-only",
		head,
		"--",
		...require_first.nearNames
	]);
	return stdout.toString("utf8").split("\n").filter(Boolean);
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
		case "history": return (await Promise.resolve().then(() => require("./history.cjs"))).lookAtHistory(job, temp);
		case "tree": return (await Promise.resolve().then(() => require("./tree.cjs"))).lookAtTree(target.base, job, temp);
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
const largest = 67108864;
/** The event's payload. Throws a UserError where there is none. */
function payloadOf(env) {
	const path = env["GITHUB_EVENT_PATH"] ?? "";
	let payload;
	try {
		const text = (0, node_fs.readFileSync)(path);
		payload = text.length > largest ? void 0 : JSON.parse(text.toString("utf8"));
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
	checkPlace(path, folders);
	told(path, () => {
		try {
			(0, node_fs.mkdirSync)((0, node_path.dirname)(path), { recursive: true });
			(0, node_fs.rmSync)(beside, { force: true });
			writePieces(beside, pieces);
			(0, node_fs.renameSync)(beside, (0, node_path.join)((0, node_fs.realpathSync)((0, node_path.dirname)(path)), (0, node_path.basename)(path)));
		} catch (error) {
			(0, node_fs.rmSync)(beside, { force: true });
			throw error;
		}
	});
}
/** Throws a UserError where a report must not or cannot be written to. To be asked before a scan, whose findings would get lost. */
function checkPlace(path, folders) {
	told(path, () => {
		const allowed = folders.filter((folder) => (0, node_fs.existsSync)(folder)).map((folder) => (0, node_fs.realpathSync)(folder));
		if ((0, node_fs.lstatSync)(path, { throwIfNoEntry: false })?.isDirectory()) throw new require_first.UserError(`${path} is a folder. Name a file in it.`);
		let existing = (0, node_path.dirname)(path);
		while ((0, node_fs.lstatSync)(existing, { throwIfNoEntry: false }) === void 0) existing = (0, node_path.dirname)(existing);
		const folder = (0, node_fs.realpathSync)(existing);
		if (!allowed.some((one) => require_first.isInside(folder, one))) throw new require_first.UserError(`${path} lies outside of the workspace and of RUNNER_TEMP. Name a file in one of them.`);
		if (!(0, node_fs.statSync)(folder).isDirectory()) throw new require_first.UserError(`${path} cannot be written: ${existing} is no folder. Name another file.`);
	});
}
/** What the file system says against it as a UserError: a pull request may have put anything there. */
function told(path, run) {
	try {
		run();
	} catch (error) {
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
	const places = reportPlaces(inputs, job);
	const looked = await look(job);
	if ("nothing" in looked) return nothingNew(looked.nothing, inputs, runner);
	const found = {
		...looked,
		notes: looked.notes.map(asInputs)
	};
	if (inputs.annotations) runner.emit(await annotations(found.report, runner.taken));
	await writeFiles(found.report, places);
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
		"sarif-file": places.sarif,
		"json-file": places.json
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
		event = env["GITHUB_EVENT_NAME"] === "workflow_run" && pullRequest !== "" ? await (await Promise.resolve().then(() => require("./workflow-run.cjs"))).eventOfRun(pullRequest, env, await apiOf(inputs, env)) : readEvent(env);
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
/** Where the reports go; where no place is named, to a folder of their own that the runner tidies up. Throws a UserError. */
function reportPlaces({ sarifFile, jsonFile }, { temp, io }) {
	const workspace = io.env["GITHUB_WORKSPACE"] || io.cwd;
	const folders = [workspace, temp];
	const place = (named, usual) => {
		if (named === "") return (0, node_path.join)(temp, `bnguard-reports-${process.pid}`, usual);
		const path = (0, node_path.resolve)(workspace, named);
		checkPlace(path, folders);
		return path;
	};
	return {
		sarif: place(sarifFile, "bnguard.sarif"),
		json: place(jsonFile, "bnguard.json"),
		folders
	};
}
async function writeFiles(report, { sarif: forSarif, json: forJson, folders }) {
	writeReport(forSarif, folders, await sarif(report));
	writeReport(forJson, folders, await json(report));
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
	const { commentLimit, marker, writeComment } = await Promise.resolve().then(() => require("./comment.cjs"));
	const problem = await writeComment(await apiOf(inputs, io.env), {
		repository: io.env["GITHUB_REPOSITORY"] ?? "",
		pullRequest: event.pullRequest,
		text: await summaryText(found, commentLimit - marker.length - 100),
		onlyUpdate: when === "on-findings" && found.report.findings.length === 0 && found.report.complete
	});
	if (problem === void 0) return;
	runner.say(problem);
	runner.summary(`\n- ${problem}\n`);
}
async function apiOf({ token }, env) {
	const { Api } = await Promise.resolve().then(() => require("./api.cjs")).then((n) => n.api_exports);
	return new Api({
		url: (env["GITHUB_API_URL"] || "https://api.github.com").replace(/\/+$/, ""),
		token
	});
}
/** The last lines of the log. */
function tell({ report, code, notes, steps }, runner) {
	for (const note of [...steps, ...notes]) runner.say(note);
	if (!report.complete) for (const { path, object, why, detail } of report.skipped.filter(require_first.isGap).slice(0, mostGaps)) runner.say([
		`Not read: ${path || (object ?? "")}`,
		why,
		detail
	].filter(Boolean).join(": "));
	const { findings, coverage } = report;
	const what = coverage.commits === void 0 ? require_first.count(coverage.documents, "file") : require_first.count(coverage.commits, "commit");
	runner.say(`Looked at ${what}, found ${findings.length}: ${{
		0: "passes",
		1: "fails",
		2: "could not look at everything, so it fails"
	}[code]} (exit code ${code}).`);
}
/** The command line's messages name flags; here the same are inputs. Commits are told as GitHub shows them. */
const asInputs = (message) => message.replace(/^--(config|baseline) /, "input $1: ").replace(/(?<!bnguard [a-z]* ?)--(config-from|config|baseline|allow-incomplete|fail-on)\b/g, "input $1").replace(/\b([0-9a-f]{7})[0-9a-f]{33}(?:[0-9a-f]{24})?\b/g, "$1");
async function failed(error, runner) {
	const text = error instanceof require_first.UserError ? asInputs(error.message) : require_first.crashText(error);
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
exports.Runner = Runner;
exports.codeSpan = codeSpan;
exports.countFlag = countFlag;
exports.dateFlag = dateFlag;
exports.dayFlag = dayFlag;
exports.daysFlag = daysFlag;
exports.eventOfPullRequest = eventOfPullRequest;
exports.excuses = excuses;
exports.findCheckout = findCheckout;
exports.fingerprintsFlag = fingerprintsFlag;
exports.forgetShallow = forgetShallow;
exports.gitlab = gitlab;
exports.html = html;
exports.isDay = isDay;
exports.isId = isId;
exports.isRefName = isRefName;
exports.isZero = isZero;
exports.json = json;
exports.look = look;
exports.markdown = markdown;
exports.mergedReport = mergedReport;
exports.noGit = noGit;
exports.notCheckedOut = notCheckedOut;
exports.oneOf = oneOf;
exports.ownRepository = ownRepository;
exports.parseSize = parseSize;
exports.payloadOf = payloadOf;
exports.remoteOf = remoteOf;
exports.requestFor = requestFor;
exports.runAction = runAction;
exports.sarif = sarif;
exports.scanByBase = scanByBase;
exports.scanIn = scanIn;
exports.shardFlag = shardFlag;
exports.sizeFlag = sizeFlag;
exports.sizeHint = sizeHint;
exports.takeEnvironment = takeEnvironment;
exports.targetOf = targetOf;
exports.text = text;
exports.wholeCheckout = wholeCheckout;
exports.withTrust = withTrust;
exports.writePieces = writePieces;
exports.writeReport = writeReport;
