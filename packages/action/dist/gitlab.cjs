"use strict";
const require_first = require("./chunks/first.cjs");
const require_front = require("./chunks/front.cjs");
let node_path = require("node:path");
let node_os = require("node:os");
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
				...require_front.isRefName(main) && { defaultBranch: main }
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
	if (require_front.isId(value) && !require_front.isZero(value)) return value;
	throw new require_first.UserError(`Nothing was scanned: ${name} is not the id of a commit. GitLab sets it in every job.`);
}
/** Zeros stand for none. */
function optionalId(env, name) {
	const value = env[name] ?? "";
	if (value === "" || require_front.isZero(value)) return void 0;
	return id(env, name);
}
function refName(ref, name) {
	if (require_front.isRefName(ref)) return ref;
	throw new require_first.UserError(`Nothing was scanned: ${name} is not the name of a ref. GitLab sets it in every job.`);
}
// build/gitlab.js
/**
* The same in GitLab CI (docs/gitlab.md): the variables of a job in, reports for GitLab’s widgets and the log out. Ends like
* the command line.
*/
const io = require_first.processIo();
const env = require_front.takeEnvironment("CI_JOB_TOKEN", "CI_REPOSITORY_URL", "CI_JOB_JWT", "CI_REGISTRY_PASSWORD");
const setting = (name, otherwise = "") => env[`BNGUARD_${name}`]?.trim() || otherwise;
const say = (line) => void process.stdout.write(`${line}\n`);
async function run() {
	const severities = [
		"info",
		"low",
		"medium",
		"high",
		"critical",
		"never"
	];
	const happened = readVariables(env);
	const target = setting("SCAN") === "history" ? { kind: "history" } : require_front.targetOf(happened);
	const failOn = setting("FAIL_ON");
	const folder = env["CI_PROJECT_DIR"] || io.cwd;
	const found = await require_front.look({
		target,
		folder,
		temp: (0, node_os.tmpdir)(),
		io,
		mayFetch: setting("FETCH", "auto") !== "never",
		remote: require_front.remoteOf(env["CI_SERVER_URL"] ?? "", `${env["CI_PROJECT_PATH"] ?? ""}.git`, "gitlab-ci-token", env["CI_JOB_TOKEN"] ?? ""),
		configFrom: happened.kind === "proposal" ? "base" : "head",
		flags: {
			allowIncomplete: false,
			...failOn !== "" && { failOn: require_front.oneOf("BNGUARD_FAIL_ON", severities)(failOn) }
		},
		proposals: ["refs/merge-requests/*/head"]
	});
	if ("nothing" in found) {
		say(`bnguard: ${require_first.visible(require_first.redact(found.nothing))}`);
		return 0;
	}
	const { report, hidden, code, excused, notes, steps } = found;
	const write = (name, pieces) => require_front.writeReport((0, node_path.resolve)(folder, name), [folder], pieces);
	write(setting("REPORT", "gl-secret-detection-report.json"), await require_front.gitlab(report));
	write(setting("JSON", "bnguard.json"), await require_front.json(report));
	for (const piece of await require_front.text(report, hidden)) process.stdout.write(piece);
	for (const { finding, suppression } of excused) {
		const where = `${finding.path}:${finding.start.line}`;
		say(require_first.visible(require_first.redact(`bnguard: ${where} is excused by ${suppression.by} ${suppression.at ?? ""} of this change, which does not count.`)));
	}
	for (const line of [...steps, ...notes]) say(`bnguard: ${require_first.visible(require_first.redact(line))}`);
	return code;
}
require_first.ownProcess(() => run().catch((error) => {
	say(error instanceof require_first.UserError ? `bnguard: ${require_first.visible(require_first.redact(error.message))}` : require_first.crashText(error));
	return 2;
}));
