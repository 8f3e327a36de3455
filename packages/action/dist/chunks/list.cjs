"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_first = require("./first.cjs");
const require_meanwhile = require("./meanwhile.cjs");
let node_fs = require("node:fs");
let node_fs_promises = require("node:fs/promises");
// ../cli/dist/git/list.js
/** Asks git what it tracks or would track in a work tree, and what its rules leave out. Does not open the files. */
const batchSize$1 = 128;
/** What helps where there is no git. */
const withoutGit = "scan a copy without .git";
/**
* Yields what git tracks or would track below `path` (`''`: everywhere) in the repository at `top`; with
* `everything` also what it ignores, and untracked dependency folders. Throws a UserError when git refuses or fails.
*/
async function* listRepository(top, path, everything, aside) {
	const leaving = everything ? void 0 : listIgnored(top);
	leaving?.catch(() => {});
	if (path !== "" && (await leaving)?.folders.some((folder) => `${path}/`.startsWith(folder))) everything = true;
	const args = [
		"ls-files",
		"-z",
		"-t",
		"--stage",
		"--cached",
		"--others"
	];
	const rules = everything ? [] : ["--exclude-standard"];
	const records = require_first.gitRecords(top, [
		...args,
		...rules,
		"--",
		path || "."
	], {}, { withoutGit });
	const tracked = [];
	const others = [];
	const trackedFolders = /* @__PURE__ */ new Set();
	const held = /* @__PURE__ */ new Map();
	let last = "";
	for (;;) {
		const { value, done } = await records.next();
		if (done) {
			for (const folder of unreadableIn(value)) aside.unreadable.push(folder);
			break;
		}
		for (const record of value) {
			const entry = parse(record);
			if (entry.kind === "other") {
				const [prefix] = everything ? [] : require_first.dependencyPrefixes(shown(entry.name));
				if (prefix !== void 0 && typeof entry.name === "string") {
					const names = held.get(prefix);
					if (names) names.push(entry.name);
					else held.set(prefix, [entry.name]);
				} else if (isFolder(entry.name)) aside.repositories.push(withoutSlash(entry.name));
				else others.push(entry.name);
			} else if (entry.kind === "submodule") aside.repositories.push(entry.name);
			else if (entry.name !== last) {
				last = entry.name;
				tracked.push(entry.name);
				if (!everything) for (const prefix of require_first.dependencyPrefixes(shown(entry.name))) trackedFolders.add(prefix);
			}
			if (others.length >= batchSize$1) yield {
				names: others.splice(0),
				tracked: false
			};
			if (tracked.length >= batchSize$1) yield {
				names: tracked.splice(0),
				tracked: true
			};
		}
	}
	const left = /* @__PURE__ */ new Set();
	for (const names of held.values()) for (const name of names) {
		const folder = require_first.dependencyPrefixes(name).find((prefix) => !trackedFolders.has(prefix));
		if (folder !== void 0) left.add(folder);
		else if (isFolder(name)) aside.repositories.push(withoutSlash(name));
		else others.push(name);
	}
	if (!everything && leaving !== void 0) {
		const within = (name) => path === "" || name.startsWith(`${path}/`);
		const { files, folders } = await leaving;
		for (const name of files) {
			const [prefix] = require_first.dependencyPrefixes(name);
			if (!within(name)) continue;
			if (prefix === void 0) {
				aside.ledger.ignored++;
				aside.onIgnored(require_first.nameOf(Buffer.from(name, "latin1")));
			} else left.add(prefix);
		}
		for (const name of folders) {
			const [prefix] = require_first.dependencyPrefixes(name);
			if (!within(name)) continue;
			if (prefix === void 0) aside.ignoredFolders.push(require_first.nameOf(Buffer.from(name.slice(0, -1), "latin1")));
			else left.add(prefix);
		}
	}
	aside.ledger.dependencyFolders += left.size;
	if (others.length > 0) yield {
		names: others,
		tracked: false
	};
	if (tracked.length > 0) yield {
		names: tracked,
		tracked: true
	};
}
/**
* What git's rules leave out: single files, and folders as a whole (with a closing slash). One character per byte.
* Always for the whole repository: asked for a folder below an ignored one, git 2.39 dies.
*/
async function listIgnored(top) {
	const files = [];
	const folders = [];
	for await (const records of require_first.gitRecords(top, [
		"ls-files",
		"-z",
		"--others",
		"--ignored",
		"--exclude-standard",
		"--directory"
	], {}, { withoutGit })) for (const record of records) {
		const name = record.toString("latin1");
		if (name.startsWith(folders.at(-1) ?? "\0")) continue;
		(name.endsWith("/") ? folders : files).push(name);
	}
	return {
		files,
		folders
	};
}
/** Reads `? path` and `H 100644 <id> <stage>\tpath`. */
function parse(record) {
	if (record[0] === 63) return {
		kind: "other",
		name: require_first.nameOf(record.subarray(2))
	};
	const name = require_first.nameOf(record.subarray(record.indexOf(9) + 1));
	return {
		kind: record.toString("latin1", 2, 8) === "160000" ? "submodule" : "file",
		name
	};
}
const shown = (name) => typeof name === "string" ? name : Buffer.from(name).toString("latin1");
const isFolder = (name) => name.at(-1) === "/" || name.at(-1) === 47;
const withoutSlash = (name) => typeof name === "string" ? name.slice(0, -1) : name.subarray(0, -1);
/** git goes on without a folder that it may not open, and says so in a warning. */
function unreadableIn(complaints) {
	return [...complaints.matchAll(/^warning: could not open directory '(.*?)\/?': /gm)].map(([, folder = ""]) => folder);
}
// ../cli/dist/sources/walk.js
/**
* Walks a folder that git does not describe: fast-glob visits the folders, and the reading of each folder decides
* what is entered. Knows .gitignore files, dependency folders and nested repositories; opens no file but .gitignore.
*/
const batchSize = 128;
const toBytes = (path) => Buffer.from(path, "latin1");
const toName = (path) => /[\x80-\xff]/.test(path) ? require_first.nameOf(toBytes(path)) : path;
/** Yields the names of the files and links below `folder` (absolute), in batches, and adds to the tally. */
async function* walk(folder, mode, tally) {
	const [{ default: fastGlob }, { default: createIgnore }] = await Promise.all([Promise.resolve().then(() => /* @__PURE__ */ require_rolldown_runtime.__toESM(require("./out.cjs").default, 1)), Promise.resolve().then(() => require("./ignore.cjs")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_ignore(), 1))]);
	const start = Buffer.from(folder).toString("latin1");
	const visits = /* @__PURE__ */ new Map([["", {
		rules: [],
		counting: mode === "count"
	}]]);
	const starts = [""];
	const found = [];
	const enter = (path, from) => {
		visits.set(path, from);
		if (!/[\n\r]/.test(path.slice(path.lastIndexOf("/") + 1))) return true;
		starts.push(path);
		return false;
	};
	/** Sorts the entries of one folder and returns the folders among them that the walk enters. */
	const sort = async (path, entries) => {
		const visit = visits.get(path) ?? {
			rules: [],
			counting: false
		};
		visits.delete(path);
		const prefix = path === "" ? "" : `${path}/`;
		if (path !== "" && entries.some((entry) => entry.name === ".git")) {
			const name = toName(path);
			if (typeof name === "string" && require_first.isRepository(`${folder}/${name}`)) {
				tally.repositories.push(name);
				return [];
			}
		}
		if (!visit.counting && [
			"HEAD",
			"objects",
			"refs"
		].every((part) => entries.some((entry) => entry.name === part))) {
			const name = toName(path);
			if (typeof name === "string" && require_first.isGitFolder(`${folder}/${name}`)) tally.bare.push(name);
		}
		let { rules } = visit;
		if (mode === "rules" && !visit.counting && entries.some((entry) => entry.name === ".gitignore" && entry.isFile())) {
			const file = toBytes(`${start}/${prefix}.gitignore`);
			const text = await (0, node_fs_promises.lstat)(file).then(({ size }) => size < 1048576 ? (0, node_fs_promises.readFile)(file, "latin1") : "").catch(() => "");
			rules = [{
				base: prefix.length,
				matcher: createIgnore({ ignorecase: false }).add(text)
			}, ...rules];
		}
		const below = [];
		for (const entry of entries) {
			if (entry.name === ".git") continue;
			const at = prefix + entry.name;
			const isFolder = entry.isDirectory();
			if (isFolder && mode !== "everything" && require_first.dependencyFolders.has(entry.name)) {
				tally.dependencyFolders++;
				continue;
			}
			const counting = visit.counting || isIgnored(rules, at, isFolder);
			if (isFolder) {
				if (enter(at, {
					rules,
					counting
				})) below.push(entry);
			} else if (counting) {
				tally.ignored++;
				tally.onIgnored(toName(at));
			} else found.push(toName(at));
		}
		return below;
	};
	for (let from = starts.shift(); from !== void 0; from = starts.shift()) {
		const cwd = from === "" ? start : `${start}/${from}`;
		const read = (path, done) => {
			const relative = path.length <= start.length ? "" : path.slice(start.length + 1);
			(0, node_fs.readdir)(toBytes(path), {
				withFileTypes: true,
				encoding: "latin1"
			}, (error, entries) => {
				if (error) {
					tally.unreadable.push({
						name: toName(relative),
						code: error.code ?? error.message
					});
					done(null, []);
				} else sort(relative, entries).then((below) => done(null, below));
			});
		};
		const folders = fastGlob.stream("**", {
			cwd,
			dot: true,
			onlyDirectories: true,
			followSymbolicLinks: false,
			unique: false,
			fs: { readdir: ((path, _, done) => read(path, done)) }
		});
		for await (const _ of folders) while (found.length >= batchSize) yield found.splice(0, batchSize);
	}
	while (found.length > 0) yield found.splice(0, batchSize);
}
/** The deepest .gitignore that says something about a path decides. */
function isIgnored(rules, path, isFolder) {
	for (const { base, matcher } of rules) {
		const { ignored, unignored } = matcher.test(path.slice(base) + (isFolder ? "/" : ""));
		if (ignored || unignored) return ignored;
	}
	return false;
}
/** An empty tally. */
const newTally = (onIgnored = () => {}) => ({
	ignored: 0,
	dependencyFolders: 0,
	unreadable: [],
	repositories: [],
	bare: [],
	onIgnored
});
// ../cli/dist/sources/list.js
/** Lists the files that a scan reads: by git's index and rules in a repository, by walking elsewhere. Opens none. */
/** Yields every file of the scopes once. Throws a UserError when a repository that was asked for cannot be listed. */
async function* listFiles(scopes, includeIgnored, ledger) {
	const entered = /* @__PURE__ */ new Set();
	const seen = scopes.length > 1 ? /* @__PURE__ */ new Map() : void 0;
	const roots = new Map(scopes.map(({ root }) => [root.dir, root]));
	const fresh = (root, names) => {
		if (seen === void 0) return names;
		const known = seen.get(root.dir) ?? /* @__PURE__ */ new Set();
		seen.set(root.dir, known);
		return names.filter((name) => {
			const key = typeof name === "string" ? name : Buffer.from(name).toString("hex") + "\0";
			return !known.has(key) && known.add(key);
		});
	};
	async function* listScope({ root, path, kind, everything }) {
		ledger.roots.add(root);
		if (kind === "file") {
			yield {
				root,
				names: fresh(root, [path]),
				tracked: false
			};
			return;
		}
		if (!root.git) {
			yield* walkFolder(root, path, everything || includeIgnored ? "everything" : "rules");
			return;
		}
		const ignoredFolders = [];
		const repositories = [];
		const shut = [];
		const onIgnored = (name) => ledger.onIgnored?.(root, name);
		const aside = {
			ignoredFolders,
			repositories,
			unreadable: shut,
			ledger,
			onIgnored
		};
		for await (const { names, tracked } of listRepository(root.dir, path, everything || includeIgnored, aside)) yield {
			root,
			names: fresh(root, names),
			tracked
		};
		for (const name of shut) ledger.gaps.push(require_meanwhile.unreadable(root, name, "the folder could not be opened"));
		for (const name of repositories) yield* enter(root, name, includeIgnored ? "everything" : "rules");
		for (const name of ignoredFolders) yield* enter(root, name, "count");
	}
	async function* walkFolder(root, path, mode) {
		const prefix = path === "" ? "" : `${path}/`;
		const below = (name) => typeof name === "string" ? prefix + name : Buffer.concat([Buffer.from(prefix), name]);
		const tally = newTally((name) => ledger.onIgnored?.(root, below(name)));
		for await (const names of walk(prefix === "" ? root.dir : `${root.dir}/${path}`, mode, tally)) yield {
			root,
			names: fresh(root, prefix === "" ? names : names.map(below)),
			tracked: false
		};
		ledger.ignored += tally.ignored;
		ledger.dependencyFolders += tally.dependencyFolders;
		for (const { name, code } of tally.unreadable) ledger.gaps.push(require_meanwhile.unreadable(root, below(name), require_meanwhile.reasonOf(code)));
		for (const name of tally.bare) ledger.gaps.push(require_meanwhile.unopened(root, prefix + name));
		for (const name of tally.repositories) yield* enter(root, below(name), mode);
	}
	/** Goes into a nested repository by its own rules; a folder that turns out to be none is walked. */
	async function* enter(from, name, mode) {
		if (typeof name !== "string") {
			ledger.gaps.push(require_meanwhile.unreadable(from, name, "a folder whose name is not UTF-8 cannot be handed to git"));
			return;
		}
		const dir = `${from.dir}/${name}`;
		if (!await (0, node_fs_promises.lstat)(dir).then((entry) => entry.isDirectory(), () => false) || await (0, node_fs_promises.realpath)(dir) !== dir) {
			yield {
				root: from,
				names: [name],
				tracked: true
			};
			return;
		}
		if (entered.has(dir)) return;
		entered.add(dir);
		if (!require_first.isRepository(dir)) {
			yield* walkFolder(from, name, mode);
			return;
		}
		const root = roots.get(dir) ?? {
			dir,
			git: true
		};
		roots.set(dir, root);
		try {
			yield* listScope({
				root,
				path: "",
				kind: "folder",
				everything: false
			});
		} catch (error) {
			if (!(error instanceof require_first.UserError)) throw error;
			ledger.gaps.push(require_meanwhile.unreadable(from, name, error.message));
		}
	}
	for (const scope of scopes) {
		if (scope.path === "" && scope.root.git) {
			if (entered.has(scope.root.dir)) continue;
			entered.add(scope.root.dir);
		}
		yield* listScope(scope);
	}
}
exports.listFiles = listFiles;
