import { UserError, crashText, processIo } from "./chunks/first.mjs";
import { Api, Runner, codeSpan, countFlag, fileOf, markdown, mergeSweep, namedRepositories, oneOf, planJobs, repositoriesOf, scanTasks, takeEnvironment, withSize } from "./chunks/front.mjs";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
// build/sweep.js
/**
* A sweep over many histories, in three steps that are jobs of a workflow (.github/workflows/sweep.yml): `plan` shares them
* out, `scan N` looks at the N-th share, `merge` joins everything. Told by its environment, like the Action.
*/
const io = processIo();
const env = takeEnvironment("BNGUARD_TOKEN");
const runner = new Runner(env, (text) => void process.stdout.write(text));
const setting = (name, otherwise = "") => env[`BNGUARD_${name}`]?.trim() || otherwise;
/** Where the plan and the reports are. */
const folder = resolve(setting("FOLDER", "bnguard-sweep"));
const token = setting("TOKEN");
async function plan() {
	const url = (env["GITHUB_API_URL"] || "https://api.github.com").replace(/\/+$/, "");
	const api = new Api({
		url,
		token,
		patience: 3e4
	});
	const [organization, names] = [setting("ORGANIZATION"), namedRepositories(setting("REPOSITORIES"))];
	if (organization === "" && names.length === 0) throw new UserError("Nothing was scanned: neither an organization nor repositories are named.");
	const all = organization === "" ? [] : await repositoriesOf(api, organization);
	for (const name of names) all.push(await withSize(api, name));
	const listed = [...new Map(all.map((one) => [one.repository, one])).values()];
	const unchanged = listed.filter((one) => isUnchanged(one));
	const kept = new Set(unchanged);
	const made = planJobs(listed.filter((one) => !kept.has(one)), unchanged, {
		jobs: Math.min(countFlag("jobs")(setting("JOBS", "20")), 256),
		shards: /^0?$/.test(setting("SHARDS")) ? 0 : countFlag("shards")(setting("SHARDS"))
	});
	forgetOthers(unchanged);
	writeFileSync(join(folder, "plan.json"), JSON.stringify(made));
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
	const file = join(folder, fileOf({
		repository,
		size
	}));
	try {
		return JSON.parse(readFileSync(join(folder, "pushed.json"), "utf8"))[repository] === pushedAt && existsSync(`${file}.json`);
	} catch {
		return false;
	}
}
/** An old report of what is looked at anew must not pass for the new one, should that not come. */
function forgetOthers(unchanged) {
	mkdirSync(folder, { recursive: true });
	const kept = new Set(unchanged.flatMap((one) => ["json", "sarif"].map((end) => `${fileOf(one)}.${end}`)));
	for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), {
		recursive: true,
		force: true
	});
}
function readPlan() {
	try {
		return JSON.parse(readFileSync(join(folder, "plan.json"), "utf8"));
	} catch {
		throw new UserError(`Nothing was scanned: there is no plan in ${folder}. The job that plans writes it.`);
	}
}
async function scan(index) {
	const tasks = readPlan().jobs[Number(index) - 1];
	if (tasks === void 0) throw new UserError(`Nothing was scanned: the plan has no job ${index}.`);
	await scanTasks(tasks, {
		io,
		token,
		server: env["GITHUB_SERVER_URL"] || "https://github.com",
		temp: env["RUNNER_TEMP"] || tmpdir(),
		out: join(folder, `job-${index}`),
		pullRefs: setting("PULL_REFS", "true") === "true",
		say: (text) => runner.say(text)
	});
	return 0;
}
async function merge() {
	const made = readPlan();
	const { report, code, repositories, failed } = await mergeSweep(made, folder, {
		failOn: oneOf("fail-on", [
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
	writeFileSync(join(folder, "pushed.json"), JSON.stringify(Object.fromEntries(pushed.map(({ repository, pushedAt }) => [repository, pushedAt]))));
	const lines = await Promise.all(failed.slice(0, 100).map(async ({ repository, message }) => `- ${await codeSpan(repository)}: ${await codeSpan(message)}`));
	runner.summary(`${await markdown(report, 5e5)}\n- ${repositories} repositories, ${failed.length} of them failed.\n${lines.join("\n")}\n`);
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
try {
	const [name = "", argument = ""] = process.argv.slice(2);
	const step = Object.hasOwn(steps, name) ? steps[name] : void 0;
	if (step === void 0) throw new UserError("sweep.mjs takes plan, scan N or merge.");
	process.exitCode = await step(argument);
} catch (error) {
	const text = error instanceof UserError ? error.message : crashText(error);
	await runner.annotate("error", "bnguard: the sweep failed", text);
	process.exitCode = 2;
}
export {};
