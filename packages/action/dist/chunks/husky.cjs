"use strict";
const require_first = require("./first.cjs");
const require_init = require("./init.cjs");
const require_install = require("./install.cjs");
const require_look = require("./look.cjs");
let node_path = require("node:path");
// ../cli/dist/init/husky.js
/** Hooks of husky: lines in the files that people write, never in those that husky generates. */
/** Until husky 8 each hook read this, which runs the whole hook again and ends: what stands before runs twice. */
const sourcing = /^[ \t]*(?:\.|source)[ \t].*husky\.sh.*\n?/m;
function husky(facts) {
	const { top, manifest, hooksFolder } = facts;
	const folder = facts.husky ?? (0, node_path.join)(top, ".husky");
	const isDirect = hooksFolder === folder || isOld(folder, require_init.versionOf(manifest, "husky"));
	const below = shown(top, (0, node_path.dirname)(folder));
	const program = below === "" ? "node_modules/.bin/bnguard" : shellWord(`${below}/node_modules/.bin/bnguard`);
	const edits = [];
	const byHand = [];
	const afterwards = [];
	for (const hook of require_init.gitHooks) {
		const path = (0, node_path.join)(folder, hook);
		const name = shown(top, path);
		const found = require_look.lookAt(path);
		const text = found.kind === "text" ? found.text : void 0;
		const isNew = found.kind === "nothing";
		const call = `${!isDirect && below === "" && !sourcing.test(text ?? "") ? "bnguard" : program} hook ${hook} "$@"`;
		if (text !== void 0 && !require_look.isExecutable(path) && isDirect) byHand.push(`${name} may not be executed, so git does not call it: chmod +x ${name}`);
		if (text !== void 0 && require_init.callsUs(text, hook)) continue;
		if (isNew) edits.push({
			path,
			before: void 0,
			after: fresh(call, isDirect, folder),
			isExecutable: true
		});
		else if (text !== void 0 && require_init.isShell(text)) edits.push({
			path,
			before: text,
			after: withCall(text, hook, call)
		});
		else byHand.push(`${name} ${found.kind === "other" ? found.why : "is no shell script"}. Call in it: ${call}`);
	}
	if (!require_first.isThere(folder)) afterwards.push("husky is in package.json, but not set up: npx husky init");
	else if (facts.husky === void 0) afterwards.push(`The hooks in .husky are not active until: npx husky${isDirect ? " install" : ""}`);
	const isInstalled = require_first.isThere((0, node_path.join)((0, node_path.dirname)(folder), "node_modules/.bin/bnguard"));
	const where = below === "" ? "" : `      # in ${below}`;
	afterwards.push(...require_install.howToInstall({ isInstalled }).map((line) => line + where));
	return {
		edits,
		byHand,
		afterwards
	};
}
function isOld(folder, version) {
	if (version !== void 0) return /^\D*[5-8](?:\D|$)/.test(version);
	return require_init.gitHooks.some((hook) => sourcing.test(require_look.textAt((0, node_path.join)(folder, hook)) ?? ""));
}
function fresh(call, isDirect, folder) {
	if (!isDirect) return `${call}\n`;
	return `#!/usr/bin/env sh\n${require_first.isThere((0, node_path.join)(folder, "_/husky.sh")) ? ". \"$(dirname -- \"$0\")/_/husky.sh\"\n\n" : ""}${call}\n`;
}
function withCall(text, hook, call) {
	const source = sourcing.exec(text);
	const at = source ? source.index + source[0].length : /^#!.*\n?/.exec(text)?.[0].length ?? 0;
	const hasMore = text.slice(at).trim() !== "";
	return require_init.insertedAt(text, at, hasMore ? require_init.ahead(hook, call) : `${call}\n`);
}
const shown = (top, path) => (0, node_path.relative)(top, path).split(node_path.sep).join("/");
const shellWord = (word) => /^[\w./-]+$/.test(word) ? word : require_first.quoted(word);
/** Its hooks are in package.json or a file of its own, with the arguments and the input in variables. */
function husky4() {
	const program = "node_modules/.bin/bnguard hook";
	return {
		edits: [],
		byHand: [
			"Add to the hooks of husky 4, in front of what is there:",
			`  "pre-commit": "${program} pre-commit"`,
			`  "pre-merge-commit": "${program} pre-merge-commit"`,
			`  "commit-msg": "${program} commit-msg $HUSKY_GIT_PARAMS"`,
			`  "pre-push": "printf '%s\\\\n' \\"$HUSKY_GIT_STDIN\\" | ${program} pre-push $HUSKY_GIT_PARAMS"`
		]
	};
}
exports.husky = husky;
exports.husky4 = husky4;
