"use strict";
// ../cli/dist/init/hooks.js
/** @param program this one, for hooks that are not committed */
async function hookPart(facts, program) {
	const { manager, packageJson } = facts;
	const { edits, byHand, afterwards = [] } = await byManager(facts, program);
	const name = manager === "git" ? "git’s own hooks" : manager;
	return {
		edits,
		byHand: [...packageJson.kind === "other" ? [`package.json ${packageJson.why}, so what it says of hooks is not known.`] : [], ...byHand],
		afterwards,
		name: "hook",
		isUsual: true,
		says: facts.isBare ? "Server (git’s own hooks): no push brings a key." : `Hooks (${name}): no key gets into a commit, its message, or a push.`
	};
}
async function byManager(facts, program) {
	switch (facts.manager) {
		case "git": return (await Promise.resolve().then(() => require("./plain-hooks.cjs"))).plainHooks(facts, program);
		case "husky": return (await Promise.resolve().then(() => require("./husky.cjs"))).husky(facts);
		case "husky 4": return (await Promise.resolve().then(() => require("./husky.cjs"))).husky4();
		case "simple-git-hooks": return (await Promise.resolve().then(() => require("./simple-git-hooks.cjs"))).simpleGitHooks(facts);
		case "lefthook": return (await Promise.resolve().then(() => require("./lefthook.cjs"))).lefthook(facts);
		case "pre-commit": return (await Promise.resolve().then(() => require("./pre-commit.cjs"))).preCommit(facts);
		default: return facts.manager;
	}
}
exports.hookPart = hookPart;
