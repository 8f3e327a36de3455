"use strict";
const require_first = require("./chunks/first.cjs");
const require_front = require("./chunks/front.cjs");
let node_fs = require("node:fs");
let node_os = require("node:os");
let node_path = require("node:path");
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
	const api = new require_front.Api({
		url,
		token,
		patience: 3e4
	});
	const [organization, names] = [setting("ORGANIZATION"), require_front.namedRepositories(setting("REPOSITORIES"))];
	if (organization === "" && names.length === 0) throw new require_first.UserError("Nothing was scanned: neither an organization nor repositories are named.");
	const all = organization === "" ? [] : await require_front.repositoriesOf(api, organization);
	for (const name of names) all.push(await require_front.withSize(api, name));
	const listed = [...new Map(all.map((one) => [one.repository, one])).values()];
	const unchanged = listed.filter((one) => isUnchanged(one));
	const kept = new Set(unchanged);
	const made = require_front.planJobs(listed.filter((one) => !kept.has(one)), unchanged, {
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
	const file = (0, node_path.join)(folder, require_front.fileOf({
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
	const kept = new Set(unchanged.flatMap((one) => ["json", "sarif"].map((end) => `${require_front.fileOf(one)}.${end}`)));
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
	await require_front.scanTasks(tasks, {
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
	const { report, code, repositories, failed } = await require_front.mergeSweep(made, folder, {
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
