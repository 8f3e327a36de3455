"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_first = require("./first.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// ../cli/dist/sources/paths.js
/** Turns the PATHs that a person typed into scopes: which root, which part of it. Reads no file's content. */
var paths_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ resolvePaths: () => resolvePaths });
/**
* The scopes of all PATHs. A PATH may be a link: the person named it. Throws a UserError that names every PATH which
* cannot be reached, before anything is scanned: a mistyped path must not end in a clean report.
*/
async function resolvePaths(cwd, paths) {
	const targets = [];
	const lost = [];
	for (const path of paths.length > 0 ? paths : ["."]) {
		if (path === "") throw new require_first.UserError(emptyPath);
		const found = await reach((0, node_path.resolve)(cwd, path));
		if (typeof found === "string") lost.push(`${quoted(path)} (${found}${path === "-" ? "; a text: --stdin" : ""})`);
		else targets.push(found);
	}
	if (lost.length > 0) throw new require_first.UserError(`Nothing was scanned. These paths cannot be reached from ${quoted(cwd)}: ${lost.join(", ")}.`);
	const located = targets.map((target) => {
		const folder = target.isFolder ? target.path : (0, node_path.dirname)(target.path);
		return {
			target,
			folder,
			top: require_first.findTop(folder)
		};
	});
	const inGit = targets.find(({ path, isFolder }) => isFolder && path.split(node_path.sep).includes(".git"));
	if (inGit !== void 0) throw new require_first.UserError(ownFolder(inGit.path));
	const store = located.map(({ target, top }) => target.isFolder ? storeOf(target.path, top) : void 0).find(Boolean);
	if (store !== void 0) {
		if (!require_first.isBare(store)) throw new require_first.UserError(ownFolder(store));
		throw new require_first.UserError(`Nothing was scanned: ${quoted(store)} is a bare repository, in which no file is checked out. Use --history to scan what git stores.`);
	}
	const plain = located.filter(({ target, top }) => top === void 0 && target.isFolder).map(({ folder }) => folder);
	const roots = /* @__PURE__ */ new Map();
	return located.map(({ target, folder, top }) => {
		const outer = plain.filter((other) => require_first.isInside(folder, other)).sort((a, b) => a.length - b.length)[0];
		const dir = top ?? outer ?? folder;
		const root = roots.get(dir) ?? {
			dir,
			git: top !== void 0
		};
		roots.set(dir, root);
		const path = (0, node_path.relative)(dir, target.path).split(node_path.sep).join("/");
		const everything = target.isFolder && (root.git ? require_first.dependencyPrefixes(`${path}/`).length > 0 : require_first.dependencyFolders.has((0, node_path.basename)(target.path)));
		return {
			root,
			path,
			kind: target.isFolder ? "folder" : "file",
			everything
		};
	});
}
/** A variable that is not set must not lead to a clean report of whatever is here. */
const emptyPath = "Nothing was scanned: a PATH is empty. For the folder that you are in write a dot.";
const ownFolder = (path) => `${quoted(path)} is git's own folder, not a part of the work tree. Use --history to scan what git stores.`;
/** The git folder that a folder is, or whose objects it holds. Other folders in one may have files of people. */
function storeOf(folder, top) {
	if (folder !== top && require_first.isGitFolder(folder)) return folder;
	for (let at = folder; top === void 0 && at !== (0, node_path.dirname)(at); at = (0, node_path.dirname)(at)) if (/^(?:objects|refs|logs|info)$/.test((0, node_path.basename)(at)) && require_first.isGitFolder((0, node_path.dirname)(at))) return (0, node_path.dirname)(at);
}
/** What a path leads to, or the reason why it leads nowhere. */
async function reach(path) {
	try {
		const [real, found] = await Promise.all([(0, node_fs_promises.realpath)(path), (0, node_fs_promises.stat)(path)]);
		return {
			path: real,
			isFolder: found.isDirectory()
		};
	} catch (error) {
		const { code = "error" } = error;
		if (await (0, node_fs_promises.lstat)(path).then((entry) => entry.isSymbolicLink(), () => false)) return `a link that leads nowhere, ${code}`;
		return code === "ENOENT" ? "no such file or folder" : code;
	}
}
/** A path as a message may show it: control characters escaped. */
const quoted = (path) => /[\x00-\x1f\x7f-\x9f]/.test(path) ? JSON.stringify(path) : path;
exports.paths_exports = paths_exports;
exports.resolvePaths = resolvePaths;
