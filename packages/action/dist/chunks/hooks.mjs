import { applyEdits, modify, parse } from "./main.mjs";
import { ownVersion } from "./first.mjs";
import { isThere, textOf } from "./edit.mjs";
import { lefthookNames } from "./facts.mjs";
import { lstatSync } from "node:fs";
import { join, relative } from "node:path";
// ../cli/dist/init/hook-scripts.js
/** The hooks themselves, for git without a manager and for husky: POSIX shell. Standard input goes to all who want it. */
const gitHooks = [
	"pre-commit",
	"pre-merge-commit",
	"commit-msg",
	"pre-push"
];
/** What shows that a hook calls us already, however it was written. */
const callsUs = (text, hook) => text.includes("bnguard") && text.includes(`hook ${hook}`);
/** Under this name a hook that was there before is kept, and called behind ours. */
const keptName = (hook) => `${hook}.before-bnguard`;
const readsInput = (hook) => hook === "pre-push" || hook === "pre-receive";
/**
* A whole hook.
* @param own how to start this very program where nothing else has it: two files; none for hooks that are committed
*/
function hookScript(hook, own) {
	const [node, bin] = own?.map(quoted) ?? [];
	const call = `guard hook ${hook} "$@"`;
	return [
		"#!/bin/sh",
		`# Written by bnguard init: no Binance key is ${readsInput(hook) ? "pushed" : "committed"}. bnguard init --undo takes it away.`,
		"guard() {",
		"  if [ -x node_modules/.bin/bnguard ]; then node_modules/.bin/bnguard \"$@\"",
		"  elif command -v bnguard >/dev/null 2>&1; then bnguard \"$@\"",
		...own === void 0 ? [] : [`  elif [ -x ${node} ] && [ -f ${bin} ]; then ${node} ${bin} "$@"`],
		"  else echo 'bnguard is not installed, so nothing was checked: npm install --save-dev bnguard, or go on with --no-verify.' >&2; return 2",
		"  fi",
		"}",
		`before="$(dirname "$0")/${keptName(hook)}"`,
		...readsInput(hook) ? [
			"input=\"$(cat)\"",
			"lines() { if [ -n \"$input\" ]; then printf '%s\\n' \"$input\"; fi; }",
			`lines | ${call} || exit $?`,
			"if [ -x \"$before\" ]; then lines | \"$before\" \"$@\" || exit $?; fi"
		] : [`${call} || exit $?`, "if [ -x \"$before\" ]; then exec \"$before\" \"$@\"; fi"],
		""
	].join("\n");
}
const quoted = (word) => `'${word.replaceAll("'", `'\\''`)}'`;
/** Lines for a hook of husky, which are run by `sh -e` with node_modules/.bin in the PATH. */
function huskyLines(hook, hasOthers) {
	const call = `bnguard hook ${hook} "$@"`;
	if (!readsInput(hook) || !hasOthers) return `${call}\n`;
	const again = "<<BNGUARD_INPUT\n$bnguard_input\nBNGUARD_INPUT\n";
	return `# What stands below reads the same lines of git.\nbnguard_input="$(cat)"\n${call} ${again}exec ${again}`;
}
// ../cli/dist/init/hooks.js
/** The hooks, by whatever manager the repository has; existing ones are kept and called. */
/** @param own this program, for hooks that are not committed */
async function hookPart(facts, own) {
	const { manager } = facts;
	const found = await byManager(facts, own);
	const name = manager === "git" ? "git’s own hooks" : manager;
	return {
		...found,
		name: "hook",
		isUsual: true,
		says: facts.isBare ? "Server (git’s own hooks): no push brings a key." : `Hooks (${name}): no key gets into a commit, its message, or a push.`
	};
}
function byManager(facts, own) {
	switch (facts.manager) {
		case "git": return plain(facts, own);
		case "husky": return husky(facts);
		case "simple-git-hooks": return simple(facts);
		case "lefthook": return lefthook(facts);
		case "pre-commit": return framework(facts);
		default: return facts.manager;
	}
}
function plain({ hooksFolder, hooksIn, isBare, top }, own) {
	const hooks = isBare ? ["pre-receive"] : gitHooks;
	if (hooksIn === "outside") return {
		edits: [],
		byHand: [`core.hooksPath leads to ${hooksFolder}, which may serve other repositories too, so nothing is written there. Add to its hooks:`, ...hooks.map((hook) => `  bnguard hook ${hook} "$@"`)]
	};
	return {
		edits: hooks.flatMap((hook) => {
			const path = join(hooksFolder, hook);
			const before = textOf(path);
			if (before !== void 0 && callsUs(before, hook)) return [];
			const kept = join(hooksFolder, keptName(hook));
			const move = isThere(path) ? [{
				kind: "move",
				path,
				to: kept
			}] : [];
			const after = hookScript(hook, hooksIn === "git" ? own : void 0);
			return [...move, {
				kind: "write",
				path,
				before: void 0,
				after,
				isExecutable: true
			}];
		}),
		byHand: hooks.filter((hook) => {
			const found = lstatSync(join(hooksFolder, hook), { throwIfNoEntry: false });
			return found?.isFile() === true && (found.mode & 73) === 0;
		}).map((hook) => `${relative(top, join(hooksFolder, hook))} may not be executed, so git never called it; it is kept as it is.`)
	};
}
function husky({ top, isInstalled }) {
	const folder = join(top, ".husky");
	return {
		edits: gitHooks.flatMap((hook) => {
			const path = join(folder, hook);
			const before = textOf(path);
			if (before !== void 0 && callsUs(before, hook)) return [];
			const head = /^#!.*\n/.exec(before ?? "")?.[0] ?? "";
			const rest = (before ?? "").slice(head.length);
			return [{
				kind: "write",
				path,
				before,
				after: `${head}${huskyLines(hook, rest.trim() !== "")}${rest}`,
				isExecutable: before === void 0
			}];
		}),
		byHand: [...isThere(folder) ? [] : ["husky is in package.json, but not set up: npx husky init"], ...installed(isInstalled)]
	};
}
function simple({ top, packageJson = "", isInstalled }) {
	const path = join(top, "package.json");
	const known = (parse(packageJson) ?? {})["simple-git-hooks"];
	if (typeof known === "string" || known !== void 0 && (typeof known !== "object" || known === null)) return {
		edits: [],
		byHand: ["Add to the configuration of simple-git-hooks:", ...gitHooks.map((hook) => `  "${hook}": "node_modules/.bin/bnguard hook ${hook} \\"$@\\""`)]
	};
	const hooks = known ?? {};
	let after = packageJson;
	for (const hook of gitHooks) {
		const before = hooks[hook];
		if (typeof before === "string" && callsUs(before, hook)) continue;
		const call = `node_modules/.bin/bnguard hook ${hook} "$@"`;
		const value = typeof before === "string" && before !== "" ? `${call} && ${before}` : call;
		const formattingOptions = {
			insertSpaces: true,
			tabSize: /^\{\r?\n( +)/.exec(packageJson)?.[1]?.length ?? 2
		};
		after = applyEdits(after, modify(after, ["simple-git-hooks", hook], value, { formattingOptions }));
	}
	return {
		edits: after === packageJson ? [] : [{
			kind: "write",
			path,
			before: packageJson,
			after
		}],
		byHand: [...after === packageJson ? [] : ["npx simple-git-hooks      # takes the new hooks over"], ...installed(isInstalled)]
	};
}
async function lefthook({ top, packageJson, isInstalled }) {
	const { inserted } = await import("./insert.mjs");
	const name = lefthookNames.find((one) => isThere(join(top, one)));
	const path = join(top, name);
	const before = textOf(path) ?? "";
	const program = packageJson === void 0 ? "bnguard" : "node_modules/.bin/bnguard";
	const commands = {
		"pre-commit": `bnguard:\n  run: ${program} hook pre-commit\n`,
		"pre-merge-commit": `bnguard:\n  run: ${program} hook pre-merge-commit\n`,
		"commit-msg": `bnguard:\n  run: ${program} hook commit-msg {1}\n`,
		"pre-push": `bnguard:\n  run: ${program} hook pre-push {1} {2}\n  use_stdin: true\n`
	};
	const byHand = [];
	let after = before;
	for (const hook of gitHooks) {
		if (callsUs(before, hook)) continue;
		const hasJobs = new RegExp(`^${hook}:\\s*(?:#.*)?\\n(?:[ \\t]+.*\\n|\\s*\\n)*?[ \\t]+jobs:`, "m").test(after);
		const job = `- name: bnguard\n${commands[hook].replace(/^bnguard:\n/, "")}`;
		const next = hasJobs ? inserted(after, [hook, "jobs"], job) : inserted(after, [hook, "commands"], commands[hook]);
		if (next === void 0) byHand.push(`Add to ${hook} in ${name}:`, ...commands[hook].trimEnd().split("\n").map((line) => `  ${line}`));
		else after = next;
	}
	return {
		edits: after === before ? [] : [{
			kind: "write",
			path,
			before,
			after
		}],
		byHand: [
			...byHand,
			...after === before ? [] : ["npx lefthook install      # takes the new hooks over"],
			...packageJson === void 0 ? [] : installed(isInstalled)
		]
	};
}
async function framework({ top }) {
	const { inserted } = await import("./insert.mjs");
	const path = join(top, ".pre-commit-config.yaml");
	const before = textOf(path) ?? "";
	if (before.includes("bnguard")) return {
		edits: [],
		byHand: []
	};
	const hook = (id, name, more) => [
		`    - id: ${id}`,
		`      name: ${id}`,
		`      entry: bnguard hook ${name}`,
		"      language: node",
		`      additional_dependencies: ["bnguard@${ownVersion()}"]`,
		...more.split("\n").map((line) => `      ${line}`)
	].join("\n");
	const text = [
		"- repo: local",
		"  hooks:",
		hook("bnguard", "pre-commit", "pass_filenames: false\nalways_run: true"),
		hook("bnguard-message", "commit-msg", "stages: [commit-msg]"),
		hook("bnguard-push", "pre-push", "pass_filenames: false\nalways_run: true"),
		""
	].join("\n");
	const after = inserted(before, ["repos"], text);
	const install = "pre-commit install --hook-type pre-commit --hook-type commit-msg --hook-type pre-push";
	if (after === void 0) return {
		edits: [],
		byHand: [
			"Add to repos in .pre-commit-config.yaml:",
			...text.trimEnd().split("\n").map((line) => `  ${line}`),
			install
		]
	};
	return {
		edits: [{
			kind: "write",
			path,
			before,
			after
		}],
		byHand: [install]
	};
}
const installed = (isInstalled) => isInstalled ? [] : ["npm install --save-dev bnguard"];
export { hookPart };
