import { callsUs, gitHooks } from "./hook-scripts.mjs";
import { inserted, readYaml, strings } from "./insert.mjs";
import { howToInstall, indented } from "./install.mjs";
import { isThere, lookAt } from "./look.mjs";
import { isObject, lefthookNames } from "./managers.mjs";
import { join } from "node:path";
// ../cli/dist/init/lefthook.js
/** Hooks of lefthook: a command or a job in each of its hooks. */
function lefthook(facts) {
	const { top, packageJson } = facts;
	const name = lefthookNames.find((one) => isThere(join(top, one)));
	const path = join(top, name);
	const found = lookAt(path);
	const before = found.kind === "text" && /\.ya?ml$/.test(name) ? found.text : void 0;
	const data = before === void 0 ? void 0 : readYaml(before)?.data;
	const program = packageJson.kind === "nothing" ? "bnguard" : "node_modules/.bin/bnguard";
	const commands = {
		"pre-commit": `bnguard:\n  run: ${program} hook pre-commit\n`,
		"pre-merge-commit": `bnguard:\n  run: ${program} hook pre-merge-commit\n`,
		"commit-msg": `bnguard:\n  run: ${program} hook commit-msg {1}\n`,
		"pre-push": `bnguard:\n  run: ${program} hook pre-push {1} {2}\n  use_stdin: true\n`
	};
	const byHand = [];
	let after = before;
	for (const hook of gitHooks) {
		const own = isObject(data) ? data[hook] : void 0;
		if (strings(own).some((one) => callsUs(one, hook))) continue;
		const hasJobs = isObject(own) && "jobs" in own;
		const job = `- name: bnguard\n${commands[hook].replace(/^bnguard:\n/, "")}`;
		const [list, text] = hasJobs ? ["jobs", job] : ["commands", commands[hook]];
		const next = after === void 0 ? void 0 : inserted(after, [hook, list], text);
		if (next === void 0) byHand.push(`Add to ${hook} in ${name}:`, ...indented(commands[hook]));
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
		afterwards: [...edits.length > 0 ? ["npx lefthook install      # takes the new hooks over"] : [], ...packageJson.kind === "nothing" ? [] : howToInstall(facts)]
	};
}
export { lefthook };
