"use strict";
const require_init = require("./init.cjs");
const require_install = require("./install.cjs");
const require_main = require("./main.cjs");
const require_first = require("./first.cjs");
let node_path = require("node:path");
let node_util = require("node:util");
// ../cli/dist/init/json-value.js
/** Sets a value in JSON and leaves every other line as it is. */
/** A key of an object in the top one. Undefined where that would not give what is wanted: keys that stand twice, no objects. */
function withValue(text, path, value) {
	try {
		const nice = require_main.applyEdits(text, require_main.modify(text, [...path], value, { formattingOptions: formatOf(text) }));
		const after = /\n./.test(text.trim()) && keepsLines(text, nice) ? nice : require_main.applyEdits(text, require_main.modify(text, [...path], value, {}));
		const data = JSON.parse(text);
		const wanted = {
			...data,
			[path[0]]: {
				...data[path[0]],
				[path[1]]: value
			}
		};
		return (0, node_util.isDeepStrictEqual)(JSON.parse(after), wanted) ? after : void 0;
	} catch {
		return;
	}
}
/** As the file itself is indented. */
function formatOf(text) {
	const indent = /^\s*\{\r?\n([ \t]+)/.exec(text)?.[1] ?? "  ";
	return {
		insertSpaces: !indent.startsWith("	"),
		tabSize: indent.startsWith("	") ? 4 : indent.length
	};
}
/** Whether all old lines are there still, but for a comma behind them. */
function keepsLines(before, after) {
	const old = before.split("\n");
	let at = 0;
	for (const line of after.split("\n")) {
		const next = old[at];
		if (next !== void 0 && (line === next || line === next.replace(/(\r?)$/, ",$1"))) at += 1;
	}
	return at === old.length;
}
// ../cli/dist/init/simple-git-hooks.js
/** Hooks of simple-git-hooks: commands in package.json, each a script of its own. */
/** Its hooks have the PATH of whoever calls git. */
const callOf = (hook) => `node_modules/.bin/bnguard hook ${hook} "$@"`;
function simpleGitHooks(facts) {
	const { top, packageJson, manifest } = facts;
	const file = require_init.simpleNames.find((name) => require_first.isThere((0, node_path.join)(top, name)));
	const known = manifest?.["simple-git-hooks"] ?? {};
	const text = packageJson.kind === "text" ? packageJson.text : "";
	const after = file === void 0 && require_init.isObject(known) ? withHooks(text, known) : void 0;
	if (after === void 0) return {
		edits: [],
		byHand: [`Add to ${file ?? "the configuration of simple-git-hooks"}, in front of what is there:`, ...require_init.gitHooks.map((hook) => `  ${JSON.stringify(hook)}: ${JSON.stringify(callOf(hook))}`)],
		afterwards: require_install.howToInstall(facts)
	};
	if (after === text) return {
		edits: [],
		byHand: [],
		afterwards: require_install.howToInstall(facts)
	};
	return {
		edits: [{
			path: (0, node_path.join)(top, "package.json"),
			before: text,
			after
		}],
		byHand: [],
		afterwards: ["npx simple-git-hooks      # takes the new hooks over", ...require_install.howToInstall(facts)]
	};
}
/** Undefined where package.json is too odd to be added to. */
function withHooks(text, known) {
	let after = text;
	for (const hook of require_init.gitHooks) {
		const before = known[hook];
		const old = typeof before === "string" ? before.trim() : "";
		if (require_init.callsUs(old, hook)) continue;
		if (before !== void 0 && typeof before !== "string") return void 0;
		const value = old === "" ? callOf(hook) : require_init.ahead(hook, callOf(hook)) + old;
		after = after === void 0 ? void 0 : withValue(after, ["simple-git-hooks", hook], value);
	}
	return after;
}
exports.simpleGitHooks = simpleGitHooks;
