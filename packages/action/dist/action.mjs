import { UserError, count, crashText, processIo, redact, visible } from "./chunks/first.mjs";
import { didYouMean } from "./chunks/suggest.mjs";
import { oneOf, shardFlag } from "./chunks/flag-values.mjs";
import { annotations, codeSpan, eventOfPullRequest, isId, isRefName, json, look, markdown, payloadOf, readEvent, remoteOf, sarif, takeEnvironment, targetOf } from "./chunks/own-environment.mjs";
import { Api, Runner } from "./chunks/runner.mjs";
import { writeReport } from "./chunks/write-report.mjs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
// build/github/comment.js
/** By which it is known again. */
const marker = "<!-- bnguard: this comment is kept up to date -->";
const mostPages = 50;
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
	for (let read = 0; page !== void 0 && read < mostPages; read++) {
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
		warn(`There is no input ${name}${didYouMean(name, names)}, so it has no effect. The inputs: ${names.join(", ")}.`);
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
	if (!/^\d{0,10}$/.test(pullRequest)) throw new UserError("input pull-request: expected a number.");
	const repository = text("repository");
	if (repository !== "" && !/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new UserError("input repository: expected owner/name.");
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
	if (/^[0-9a-f]{7,39}$/i.test(text)) throw new UserError(`input ${input}: expected the full id of a commit.`);
	if (!isRefName(text)) throw new UserError(`input ${input}: expected the full id of a commit, or the name of a branch.`);
	return { ref: text.startsWith("refs/") ? text : `refs/heads/${text}` };
}
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
	if (objects !== void 0) return `Looked at ${count(objects, "object")} of ${count(refs, "ref")}.`;
	if (range === void 0) return `Looked at ${count(documents, "file")}.`;
	const against = range.exclude.map((id) => `\`${id.slice(0, 12)}\``).join(" and ");
	return `${`Looked at ${count(commits, "commit")} up to \`${range.head.slice(0, 12)}\``}${against === "" ? "" : `, without what ${against} ${range.exclude.length > 1 ? "have" : "has"}`} (${count(documents, "file version")}).`;
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
		...more > 0 ? [`  - and ${count(more, "more", "more")}`] : []
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
	if (answer.status !== 200 || typeof body !== "object") throw new UserError(`Nothing was scanned: pull request ${number} cannot be read (GitHub answered ${answer.status}). The job needs pull-requests: read or write.`);
	const sha = body.head?.sha;
	if (typeof sha !== "string" || !isId(sha) || sha !== commit) throw new UserError(`Nothing was scanned: the run was of ${commit}, which is not the head of pull request ${number} any more. The run of the new head looks at everything.`);
	return eventOfPullRequest({ pull_request: body }, env);
}
// build/github/action.js
/** The Action: event and inputs in, annotations, summary, files and outputs out. Ends like the command line. */
/** GitHub takes 1 MiB of summary from a step. */
const summaryBytes = 1e6;
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
		if (head !== void 0) throw new UserError("input head: name base too, the commit that it is held against.");
		if (scan === "diff" && happened?.kind === "history") throw new UserError("input scan: diff needs base and head here, for this event names no commits.");
		return {
			...withEvent,
			target: happened
		};
	}
	const target = {
		kind: "range",
		head: head ?? (happened?.kind === "range" ? happened.head : { id: env["GITHUB_SHA"] ?? "" }),
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
	if (repository === "" && target.kind !== "nothing" && target.kind !== "tree" && inputs.fetch === "auto") throw new UserError("Nothing was scanned: GITHUB_REPOSITORY is not set. Name a repository with the input repository.");
	const isProposal = event?.happened.kind === "proposal";
	const { failOn, minSeverity, minConfidence, allowIncomplete, config, baseline, shard, cache } = inputs;
	return {
		target,
		folder: resolve(workspace, inputs.path),
		temp: env["RUNNER_TEMP"] || tmpdir(),
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
		cache: cache === "" ? void 0 : resolve(workspace, cache)
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
	const place = (named, usual) => named === "" ? join(temp, `bnguard-reports-${process.pid}`, usual) : resolve(workspace, named);
	const paths = {
		sarif: place(sarifFile, "bnguard.sarif"),
		json: place(jsonFile, "bnguard.json")
	};
	writeReport(paths.sarif, [workspace, temp], [await sarif(report)]);
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
	const { findings, coverage } = report;
	const what = coverage.commits === void 0 ? `${coverage.documents} files` : `${coverage.commits} commits`;
	runner.say(`Looked at ${what}, found ${findings.length}: ${{
		0: "passes",
		1: "fails",
		2: "could not look at everything, so it fails"
	}[code]} (exit code ${code}).`);
}
async function failed(error, runner) {
	const text = error instanceof UserError ? error.message : crashText(error);
	await runner.annotate("error", "bnguard: nothing was checked", text);
	const lines = text.split("\n").map((line) => `    ${visible(redact(line))}`);
	runner.summary(`### bnguard: nothing was checked\n\n${lines.join("\n")}\n`);
	runner.output({
		result: "error",
		"exit-code": 2
	});
	return 2;
}
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
