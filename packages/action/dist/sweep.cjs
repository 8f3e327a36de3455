"use strict";
const require_first = require("./chunks/first.cjs");
const require_front = require("./chunks/front.cjs");
const require_api = require("./chunks/api.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_os = require("node:os");
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
		require_front.writePieces((0, node_path.join)(folder, name), pieces);
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
		const parts = shards.filter((task) => task.repository === repository).map((task) => pathOf(folder, task));
		const { report } = await require_front.mergedReport(parts, thresholds, folder);
		write(`${fileOf({
			repository,
			size: 0
		})}.sarif`, await require_front.sarif(report));
	}
	const judged = await require_front.mergedReport(present.map((task) => pathOf(folder, task)), thresholds, folder);
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
	write("all.json", await require_front.json(report));
	write("all.html", await require_front.html(report));
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
		const found = await require_front.look({
			target: { kind: "history" },
			folder: temp,
			temp,
			io,
			mayFetch: true,
			configFrom: "head",
			remote: require_front.remoteOf(server, task.repository, "x-access-token", token),
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
		require_front.writePieces(`${file}.json`, await require_front.json(report));
		if (!task.shard) require_front.writePieces(`${file}.sarif`, await require_front.sarif(report));
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
// build/sweep.js
/**
* A sweep over many histories, in three steps that are jobs of a workflow (.github/workflows/sweep.yml): `plan` shares them
* out, `scan N` looks at the N-th share, `merge` joins everything. Told by its environment, like the Action.
*/
const io = require_first.processIo();
const env = require_front.takeEnvironment("BNGUARD_TOKEN");
const runner = new require_front.Runner(env, (text) => void process.stdout.write(text));
const setting = (name, otherwise = "") => env[`BNGUARD_${name}`]?.trim() || otherwise;
/** Where the plan and the reports are. */
const folder = (0, node_path.resolve)(setting("FOLDER", "bnguard-sweep"));
const token = setting("TOKEN");
async function plan() {
	const url = (env["GITHUB_API_URL"] || "https://api.github.com").replace(/\/+$/, "");
	const api = new require_api.Api({
		url,
		token,
		patience: 3e4
	});
	const [organization, names] = [setting("ORGANIZATION"), namedRepositories(setting("REPOSITORIES"))];
	if (organization === "" && names.length === 0) throw new require_first.UserError("Nothing was scanned: neither an organization nor repositories are named.");
	const all = organization === "" ? [] : await repositoriesOf(api, organization);
	for (const name of names) all.push(await withSize(api, name));
	const listed = [...new Map(all.map((one) => [one.repository, one])).values()];
	const unchanged = listed.filter((one) => isUnchanged(one));
	const kept = new Set(unchanged);
	const made = planJobs(listed.filter((one) => !kept.has(one)), unchanged, {
		jobs: Math.min(require_front.countFlag("jobs")(setting("JOBS", "20")), 256),
		shards: /^0?$/.test(setting("SHARDS")) ? 0 : require_front.countFlag("shards")(setting("SHARDS"))
	});
	forgetOthers(unchanged);
	(0, node_fs.writeFileSync)((0, node_path.join)(folder, "plan.json"), JSON.stringify(made));
	runner.output({
		jobs: JSON.stringify(made.jobs.map((_, i) => i + 1)),
		repositories: listed.length
	});
	runner.say(`${listed.length} repositories, ${unchanged.length} of them unchanged, in ${made.jobs.length} jobs.`);
	return 0;
}
/** Whether the last sweep's report is there and nothing was pushed since. */
function isUnchanged({ repository, size, pushedAt }) {
	if (pushedAt === void 0) return false;
	const file = (0, node_path.join)(folder, fileOf({
		repository,
		size
	}));
	try {
		return JSON.parse((0, node_fs.readFileSync)((0, node_path.join)(folder, "pushed.json"), "utf8"))[repository] === pushedAt && (0, node_fs.existsSync)(`${file}.json`);
	} catch {
		return false;
	}
}
/** An old report of what is looked at anew must not pass for the new one, should that not come. */
function forgetOthers(unchanged) {
	(0, node_fs.mkdirSync)(folder, { recursive: true });
	const kept = new Set(unchanged.flatMap((one) => ["json", "sarif"].map((end) => `${fileOf(one)}.${end}`)));
	for (const name of (0, node_fs.readdirSync)(folder)) if (!kept.has(name)) (0, node_fs.rmSync)((0, node_path.join)(folder, name), {
		recursive: true,
		force: true
	});
}
function readPlan() {
	try {
		return JSON.parse((0, node_fs.readFileSync)((0, node_path.join)(folder, "plan.json"), "utf8"));
	} catch {
		throw new require_first.UserError(`Nothing was scanned: there is no plan in ${folder}. The job that plans writes it.`);
	}
}
async function scan(index) {
	const tasks = readPlan().jobs[Number(index) - 1];
	if (tasks === void 0) throw new require_first.UserError(`Nothing was scanned: the plan has no job ${index}.`);
	await scanTasks(tasks, {
		io,
		token,
		server: env["GITHUB_SERVER_URL"] || "https://github.com",
		temp: env["RUNNER_TEMP"] || (0, node_os.tmpdir)(),
		out: (0, node_path.join)(folder, `job-${index}`),
		pullRefs: setting("PULL_REFS", "true") === "true",
		say: (text) => runner.say(text)
	});
	return 0;
}
async function merge() {
	const made = readPlan();
	const { report, code, repositories, failed } = await mergeSweep(made, folder, {
		failOn: require_front.oneOf("fail-on", [
			"info",
			"low",
			"medium",
			"high",
			"critical",
			"never"
		])(setting("FAIL_ON", "medium")),
		minSeverity: "info",
		minConfidence: "likely",
		allowIncomplete: false
	});
	const pushed = [...made.jobs.flat(), ...made.unchanged].filter(({ repository, pushedAt, shard }) => {
		return pushedAt !== void 0 && !shard && !failed.some((one) => one.repository === repository);
	});
	(0, node_fs.writeFileSync)((0, node_path.join)(folder, "pushed.json"), JSON.stringify(Object.fromEntries(pushed.map(({ repository, pushedAt }) => [repository, pushedAt]))));
	const lines = await Promise.all(failed.slice(0, 100).map(async ({ repository, message }) => `- ${await require_front.codeSpan(repository)}: ${await require_front.codeSpan(message)}`));
	runner.summary(`${await require_front.markdown(report, 5e5)}\n- ${repositories} repositories, ${failed.length} of them failed.\n${lines.join("\n")}\n`);
	runner.output({
		"exit-code": code,
		"findings-count": report.findings.length,
		failed: failed.length
	});
	runner.say(`${repositories} repositories, ${report.findings.length} findings, ${failed.length} failed: exit code ${code}.`);
	return code;
}
const steps = {
	plan,
	scan,
	merge
};
require_first.ownProcess(async () => {
	try {
		const [name = "", argument = ""] = process.argv.slice(2);
		const step = Object.hasOwn(steps, name) ? steps[name] : void 0;
		if (step === void 0) throw new require_first.UserError("sweep.cjs takes plan, scan N or merge.");
		return await step(argument);
	} catch (error) {
		await runner.annotate("error", "bnguard: the sweep failed", error instanceof require_first.UserError ? error.message : require_first.crashText(error));
		return 2;
	}
});
