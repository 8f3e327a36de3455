"use strict";
const require_first = require("./chunks/first.cjs");
const require_front = require("./chunks/front.cjs");
let node_os = require("node:os");
let node_path = require("node:path");
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
	const happened = require_front.readVariables(env);
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
