"use strict";
const require_first = require("./first.cjs");
const require_init = require("./init.cjs");
const require_install = require("./install.cjs");
const require_small_text = require("./small-text.cjs");
const require_look = require("./look.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
// ../cli/dist/init/old-hook.js
/** What is to be done with a hook that stands where ours would. */
/** A hook that is called by another name may look at that. */
const looksAtItsName = /\$0\b|\$\{0|\$PROGRAM_NAME|BASH_SOURCE|argv\[0\]|process\.argv\[1\]|__file__|__FILE__|__filename|basename/;
/** A script that starts itself, often in another language, would start our lines too: `"exec" "python3" "$0"`. */
const startsItself = /\bexec\b["']*\s(?!.*(?:dirname|basename)).*\$\{?0\}?["'\s]/;
function oldHook(path, hook) {
	const found = require_look.lookAt(path);
	if (found.kind === "nothing") return { kind: "none" };
	if (found.kind === "other" && found.why.includes("its path")) return {
		kind: "byHand",
		why: found.why
	};
	const status = (0, node_fs.lstatSync)(path);
	if (!status.isFile() && !status.isSymbolicLink()) return {
		kind: "byHand",
		why: "is no file"
	};
	const bytes = bytesOf(path);
	if (!require_look.isExecutable(path)) return {
		kind: "kept",
		isAsleep: true
	};
	if (bytes === void 0) return {
		kind: "kept",
		isAsleep: false
	};
	const text = require_look.exact(bytes);
	if (text !== void 0 && !text.includes("\0") && require_init.callsUs(text, hook)) return { kind: "ours" };
	if (text !== void 0 && status.isFile() && require_init.isShell(text)) return startsItself.test(text) ? {
		kind: "byHand",
		why: "starts itself again"
	} : {
		kind: "shell",
		text
	};
	const script = bytes.toString("latin1");
	return (script.startsWith("#!") || text !== void 0) && looksAtItsName.test(script) ? {
		kind: "byHand",
		why: "looks at its own name or folder, so it can be called by no other"
	} : {
		kind: "kept",
		isAsleep: false
	};
}
/** Undefined where it is none that can be read, or a large one, such as a program. */
function bytesOf(path) {
	try {
		const read = require_small_text.readSmall((0, node_fs.realpathSync)(path));
		return read.kind === "text" ? read.bytes : void 0;
	} catch {
		return;
	}
}
/** The first of these names that is free. */
function freeName(nameOf) {
	for (let n = 1;; n += 1) if (!require_first.isThere(nameOf(n))) return nameOf(n);
}
// ../cli/dist/init/plain-hooks.js
/** The hooks of git itself, in its own folder or the one that core.hooksPath names. */
/** @param program this one, for hooks that are not committed */
function plainHooks(facts, program) {
	const { hooksFolder, hooksIn, isBare, commonFolder, top } = facts;
	const hooks = isBare ? ["pre-receive"] : require_init.gitHooks;
	if (hooksIn === "outside") return {
		edits: [],
		byHand: [`The hooks are in ${hooksFolder}, which may serve other repositories too, so nothing is written there. Add to them:`, ...hooks.map((hook) => `  bnguard hook ${hook} "$@"`)]
	};
	const isElsewhere = isBare || !program.some((path) => isInTrees(path, facts) || isInTrees(require_look.realOf(path), facts));
	const own = hooksIn === "git" && isElsewhere ? program : void 0;
	const edits = [];
	const byHand = [];
	const afterwards = [];
	for (const hook of hooks) {
		const path = (0, node_path.join)(hooksFolder, hook);
		const name = require_first.isInside(path, commonFolder) ? `.git/${(0, node_path.relative)(commonFolder, path).split(node_path.sep).join("/")}` : (0, node_path.relative)(top, path).split(node_path.sep).join("/");
		const old = oldHook(path, hook);
		switch (old.kind) {
			case "ours": break;
			case "none":
				edits.push({
					path,
					before: void 0,
					after: require_init.hookScript(hook, own, void 0),
					isExecutable: true
				});
				break;
			case "shell":
				edits.push({
					path,
					before: old.text,
					after: require_init.extended(old.text, hook, own)
				});
				break;
			case "kept": {
				const keptAs = freeName((n) => (0, node_path.join)(hooksFolder, require_init.keptName(hook, n)));
				const after = require_init.hookScript(hook, own, (0, node_path.basename)(keptAs));
				edits.push({
					path,
					before: void 0,
					after,
					isExecutable: true,
					keptAs
				});
				if (old.isAsleep) afterwards.push(`${name} may not be executed, so git never called it, and neither does ours.`);
				break;
			}
			case "byHand": byHand.push(`${name} ${old.why}. Call in it: bnguard hook ${hook} "$@"`);
		}
	}
	if (hooksIn === "tree") afterwards.push(...require_install.howToInstall(facts));
	return {
		edits,
		byHand,
		afterwards
	};
}
/** Whether a path is in a work tree of this repository, as far as one sees. */
const isInTrees = (path, { top, commonFolder }) => require_first.isInside(path, top) || (0, node_path.basename)(commonFolder) === ".git" && require_first.isInside(path, (0, node_path.dirname)(commonFolder));
exports.plainHooks = plainHooks;
