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
		case "git": return (await import("./plain-hooks.mjs")).plainHooks(facts, program);
		case "husky": return (await import("./husky.mjs")).husky(facts);
		case "husky 4": return (await import("./husky.mjs")).husky4();
		case "simple-git-hooks": return (await import("./simple-git-hooks.mjs")).simpleGitHooks(facts);
		case "lefthook": return (await import("./lefthook.mjs")).lefthook(facts);
		case "pre-commit": return (await import("./pre-commit.mjs")).preCommit(facts);
		default: return facts.manager;
	}
}
export { hookPart };
