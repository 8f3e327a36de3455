"use strict";
const require_gates = require("./gates.cjs");
const require_dist = require("./dist4.cjs");
const require_first = require("./first.cjs");
const require_remedy = require("./remedy.cjs");
const require_meanwhile = require("./meanwhile.cjs");
const require_ignore_rules = require("./ignore-rules.cjs");
const require_small_text = require("./small-text.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
// ../cli/dist/sources/files/changed-files.js
/**
* What a commit, or the index as the next one, does to files that hold credentials by their names: which of them it adds,
* and which its .gitignore files leave open that the parents’ covered. Both sides are told, so that what was so before is
* no news (sources/brought.ts).
*/
/** As of all that is read out of git’s store (sources/versions.ts); findings get the step’s own. */
const origin = { kind: "staged" };
const mostEntries = 2e5;
const mostFolders = 500;
/** What may be expected in any folder; looked at first, since to ask who expects it takes long. */
const expectable = [
	".env",
	"user.cfg",
	"creds.yml",
	"api-keys.json"
];
async function filesOfStep(step) {
	const fresh = [];
	const former = Array.from({ length: step.parents }, () => []);
	await addTracked(step, fresh, former);
	if ([...step.changes, ...step.gone].some(({ path }) => require_meanwhile.isRulesFile(path))) await addUncovered(step, fresh);
	return {
		fresh,
		former
	};
}
async function addTracked({ changes, objects, store, tree }, fresh, former) {
	const touched = changes.filter(({ path, isLink }) => !isLink && require_gates.credentialFile(path) !== void 0);
	const texts = await textsOf(objects, touched.flatMap((change) => [change, ...change.olds.filter((old) => old !== void 0)]));
	const observed = ({ path, blob }, more = {}) => require_dist.observeFile({
		path,
		origin,
		state: "tracked",
		exists: true,
		because: "",
		...more
	}, texts.get(blob));
	const isMade = tree !== "";
	const paths = !isMade && touched.length > 0 && store.gitFolder !== store.dir ? touched.map(({ path }) => path) : [];
	const decided = await require_remedy.decisions(store, paths, "tracked").catch(() => void 0);
	for (const change of touched) {
		const decision = decided?.get(change.path);
		const remedy = decision && !decision.isIgnored ? require_remedy.gitRemedy(change.path, decision) : void 0;
		fresh.push(observed(change, {
			...isMade && { isCommitted: true },
			...remedy && { remedy }
		}));
		for (const [parent, old] of change.olds.entries()) if (old !== void 0 && require_gates.credentialFile(old.path) !== void 0) former[parent]?.push(observed(old));
	}
}
/** Files that no commit has and that were kept out before: what is on disk, and what the project expects. */
async function addUncovered(step, fresh) {
	const { store, objects, changes, gone, parents, tree, project } = step;
	if (parents === 0) return;
	const now = await listTree(store, tree);
	const before = Array.from({ length: parents }, (_, parent) => {
		const rules = new Map(now.rules);
		for (const { path, olds = [] } of [...changes, ...gone]) {
			if (!require_meanwhile.isRulesFile(path)) continue;
			const old = olds[parent];
			if (old === void 0 || old.path !== path) rules.delete(path);
			if (old !== void 0 && require_meanwhile.isRulesFile(old.path)) rules.set(old.path, old.blob);
		}
		return rules;
	});
	const texts = await textsOf(objects, [...new Set([now.rules, ...before].flatMap((rules) => [...rules.values()]))].map((blob) => ({
		path: "",
		blob
	})));
	const rulesOf = (files) => new require_ignore_rules.IgnoreRules((path) => texts.get(files.get(path) ?? ""));
	const rules = rulesOf(now.rules);
	const oldRules = before.map(rulesOf);
	/** Open now, and kept out by every parent. */
	const isUncovered = (path) => !now.paths.has(path) && !rules.decide(path).isIgnored && oldRules.every((old) => old.decide(path).isIgnored);
	const hasWorkTree = store.gitFolder !== store.dir;
	const folders = [...now.folders].slice(0, mostFolders);
	const existing = hasWorkTree ? folders.flatMap((folder) => filesIn(store.dir, folder)).filter(isUncovered) : [];
	const isExpectable = folders.some((folder) => expectable.some((name) => isUncovered(node_path.posix.join(folder, name))));
	if (existing.length === 0 && !isExpectable) return;
	const disk = hasWorkTree ? require_ignore_rules.onDisk(store.dir) : () => false;
	const isThere = (path) => now.paths.has(path) || disk(path);
	const expecting = isExpectable ? await project.of(tree, /* @__PURE__ */ new Set(), true) : [];
	const expected = require_ignore_rules.expectedOf(expecting, isThere).filter(({ path }) => isUncovered(path));
	const elsewhere = await keptOutElsewhere(step, hasWorkTree, [...existing, ...expected.map(({ path }) => path)]);
	const add = (path, exists, because) => {
		if (elsewhere.has(path)) return;
		const text = exists ? require_small_text.textOf(require_small_text.readSmall(require_first.absoluteName(store.dir, path))) : void 0;
		const decision = rules.decide(path);
		const remedy = require_remedy.gitRemedy(path, decision);
		const why = decision.source === void 0 ? because : `${because}, ${decision.source}:${String(decision.line)} takes it back in`;
		fresh.push(require_dist.observeFile({
			path,
			origin,
			state: "addable",
			exists,
			because: why,
			remedy
		}, text));
	};
	for (const path of existing) add(path, true, "the rule that covered it is gone");
	for (const { path, because } of expected) add(path, false, `${because}, the rule that covered it is gone`);
}
/** Those that the person’s own excludes cover, whatever the repository’s files say. */
async function keptOutElsewhere({ store }, hasWorkTree, paths) {
	if (!hasWorkTree) return /* @__PURE__ */ new Set();
	const decided = await require_remedy.decisions(store, paths, "tracked");
	return new Set(paths.filter((path) => {
		const { isIgnored = false, source = "" } = decided.get(path) ?? {};
		return isIgnored && !require_meanwhile.isRulesFile(source);
	}));
}
async function listTree(store, tree) {
	const paths = /* @__PURE__ */ new Set();
	const folders = /* @__PURE__ */ new Set([""]);
	const rules = /* @__PURE__ */ new Map();
	for await (const entries of require_first.entriesOf(store, tree)) {
		for (const entry of entries) {
			const path = require_first.shownName(require_first.nameOf(entry.name));
			paths.add(path);
			for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
				if (folders.has(path.slice(0, at))) break;
				folders.add(path.slice(0, at));
			}
			if (require_first.isFile(entry) && require_meanwhile.isRulesFile(path)) rules.set(path, entry.id);
		}
		if (paths.size > mostEntries) break;
	}
	return {
		paths,
		folders,
		rules
	};
}
/** Credential files that lie right in a folder of the work tree. */
function filesIn(top, folder) {
	try {
		return (0, node_fs.readdirSync)(node_path.posix.join(top, folder), { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => folder === "" ? name : `${folder}/${name}`).filter((path) => require_gates.credentialFile(path) !== void 0);
	} catch {
		return [];
	}
}
async function textsOf(objects, versions) {
	const texts = /* @__PURE__ */ new Map();
	for await (const object of objects.read([...new Set(versions.map(({ blob }) => blob))])) {
		if (object.kind !== "object" || object.type !== "blob") continue;
		const decoded = require_gates.decode(object.bytes);
		if (decoded.kind === "text") texts.set(object.asked, decoded.text);
	}
	return texts;
}
exports.filesOfStep = filesOfStep;
