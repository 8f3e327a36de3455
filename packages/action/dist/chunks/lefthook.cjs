"use strict";
const require_init = require("./init.cjs");
const require_insert = require("./insert.cjs");
const require_install = require("./install.cjs");
const require_first = require("./first.cjs");
const require_look = require("./look.cjs");
let node_path = require("node:path");
// ../cli/dist/init/lefthook.js
/** Hooks of lefthook: a command or a job in each of its hooks. */
function lefthook(facts) {
	const { top, packageJson } = facts;
	const name = require_init.lefthookNames.find((one) => require_first.isThere((0, node_path.join)(top, one)));
	const path = (0, node_path.join)(top, name);
	const found = require_look.lookAt(path);
	const before = found.kind === "text" && /\.ya?ml$/.test(name) ? found.text : void 0;
	const data = before === void 0 ? void 0 : require_insert.readYaml(before)?.data;
	const program = packageJson.kind === "nothing" ? "bnguard" : "node_modules/.bin/bnguard";
	const commands = {
		"pre-commit": `bnguard:\n  run: ${program} hook pre-commit\n`,
		"pre-merge-commit": `bnguard:\n  run: ${program} hook pre-merge-commit\n`,
		"commit-msg": `bnguard:\n  run: ${program} hook commit-msg {1}\n`,
		"pre-push": `bnguard:\n  run: ${program} hook pre-push {1} {2}\n  use_stdin: true\n`
	};
	const byHand = [];
	let after = before;
	for (const hook of require_init.gitHooks) {
		const own = require_init.isObject(data) ? data[hook] : void 0;
		if (require_insert.strings(own).some((one) => require_init.callsUs(one, hook))) continue;
		const hasJobs = require_init.isObject(own) && "jobs" in own;
		const job = `- name: bnguard\n${commands[hook].replace(/^bnguard:\n/, "")}`;
		const [list, text] = hasJobs ? ["jobs", job] : ["commands", commands[hook]];
		const next = after === void 0 ? void 0 : require_insert.inserted(after, [hook, list], text);
		if (next === void 0) byHand.push(`Add to ${hook} in ${name}:`, ...require_install.indented(commands[hook]));
		else after = next;
	}
	const edits = before === void 0 || after === void 0 || after === before ? [] : [{
		path,
		before,
		after
	}];
	return {
		edits,
		byHand,
		afterwards: [...edits.length > 0 ? ["npx lefthook install      # takes the new hooks over"] : [], ...packageJson.kind === "nothing" ? [] : require_install.howToInstall(facts)]
	};
}
exports.lefthook = lefthook;
