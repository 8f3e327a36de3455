"use strict";
const require_first = require("./first.cjs");
const require_front = require("./front.cjs");
const require_fetch = require("./fetch.cjs");
// build/git/contents.js
/** Which contents of files a scan of a range may read, and which of them are not here. Reads trees only. */
/**
* Ids of blobs that are missing: those that the commits of the range bring or replace, and all files of its head and of its
* base, where the project's manifests and the configuration are.
*/
async function contentsOf(repository, { head, exclude, base }) {
	const commits = await answer(repository, [
		"rev-list",
		head,
		"--not",
		...exclude,
		"--"
	]);
	const [changed, ...trees] = await Promise.all([answer(repository, [
		...[
			"diff-tree",
			"--stdin",
			"-c",
			"--combined-all-paths",
			"--root",
			"--raw",
			"-r",
			"-z",
			"--no-renames"
		],
		"--no-abbrev",
		"--no-commit-id"
	], commits), ...[head, ...base === void 0 ? [] : [base]].map((tree) => answer(repository, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		tree
	]))]);
	return (await answer(repository, [
		"cat-file",
		"--batch-check",
		"--buffer"
	], [.../* @__PURE__ */ new Set([...changedIn(changed), ...trees.flatMap(filesIn)])].map((id) => `${id}\n`).join(""))).split("\n").flatMap((line) => line.endsWith(" missing") ? [line.split(" ")[0]] : []);
}
async function answer(repository, args, input) {
	const { stdout, complaints, failure } = await repository.ask(args, input);
	if (failure !== void 0) throw new require_first.UserError(`Nothing was scanned: git cannot tell what the range changes (${complaints.trim().split("\n").at(-1) || failure}). Run the job again.`);
	return stdout.toString("latin1");
}
const submodule = "160000";
/** `::MODE MODE MODE ID ID ID STATUS` and paths: the ids on all sides that are files'. */
function changedIn(raw) {
	return raw.split("\0").flatMap((token) => {
		const [, colons, fields] = /^(:+)([0-7]{6} .*)$/s.exec(token) ?? [];
		if (colons === void 0 || fields === void 0) return [];
		const words = fields.split(" ");
		const sides = colons.length + 1;
		return words.slice(sides, 2 * sides).filter((id, i) => words[i] !== submodule && /^[0-9a-f]{40,64}$/.test(id) && !/^0+$/.test(id));
	});
}
function filesIn(listed) {
	return listed.split("\0").flatMap((record) => {
		const [mode = "", type, id = ""] = record.split("	")[0].split(" ");
		return type === "blob" && mode !== submodule ? [id] : [];
	});
}
// build/git/fetch-range.js
/**
* Brings what a range needs and a checkout lacks, no more than that: commits first, without the content of files, until
* nothing in the range is cut off; then, in one request, the contents that a scan of the range reads.
*/
/** Depths to fetch to, one after the other; the last one is all there is. */
const depths = (commits = 0) => {
	const first = Math.min(Math.max(2 * commits, 50), 2e3);
	return [
		first,
		10 * first,
		2 ** 31 - 1
	];
};
/** Commits of history, without contents, until the range is whole. */
async function fetchCommits(target, first, repository, remote) {
	require_front.forgetShallow(repository);
	let head = target.head.id ?? target.head.ref;
	let wanted = first;
	for (const depth of depths(target.commits)) {
		for (;;) {
			const refs = [head, ...wanted.map((tip) => tip.id ?? tip.ref)].map((spec, i) => `+${spec}:refs/bnguard/${i}`);
			try {
				await require_fetch.fetchFrom(repository, remote, [
					"--filter=blob:none",
					`--depth=${depth}`,
					"origin",
					...refs
				]);
				break;
			} catch (error) {
				if (!(error instanceof require_fetch.NotThere)) throw error;
				if (error.what === head) head = otherName(target.head, head);
				else wanted = without(wanted, error.what, target);
			}
		}
		const refs = ["refs/bnguard/0", ...wanted.map((_, i) => `refs/bnguard/${i + 1}`)];
		const [tip, ...exclude] = await idsOfRefs(repository, [target.head.id ?? refs[0], ...refs.slice(1)]);
		const range = await asRange(repository, tip, [...new Set(exclude)], ["fetched the commits that the checkout lacked"]);
		if (range) return range;
	}
	throw new require_first.UserError(`Nothing was scanned: the history of ${head} is cut off on the server itself, so nobody can tell what is new in it. Name a commit that is there with base.`);
}
/** By what else the head can be fetched. */
function otherName({ id, ref }, tried) {
	if (ref !== void 0 && ref !== tried) return ref;
	throw new require_first.UserError(`Nothing was scanned: the server has no ${id ?? tried} any more. If it was pushed over, the run of the new commit looks at everything.`);
}
/** What is left to exclude where one of it cannot be had. */
function without(wanted, lost, { instead, mayBeAll }) {
	const left = wanted.filter(({ id, ref }) => id !== lost && ref !== lost);
	if (left.length === wanted.length) throw new require_first.UserError(`Nothing was scanned: the server has no ${lost}.`);
	const others = instead.filter(({ ref }) => ref !== lost && !left.some((tip) => tip.ref === ref));
	if (left.length + others.length === 0 && !mayBeAll) throw new require_first.UserError(`Nothing was scanned: the server has no base commit ${lost} any more, so nobody can tell what is new. Name one with the input base.`);
	return [...left, ...others];
}
/** Their commits: pushes of tags name the tag. */
async function idsOfRefs(repository, names) {
	const { stdout, failure } = await repository.ask(["rev-parse", ...names.map((name) => `${name}^{commit}`)]);
	const ids = stdout.toString("latin1").split("\n").filter(require_front.isId);
	if (failure === void 0 && ids.length === names.length) return ids;
	throw new require_first.UserError(`Nothing was scanned: the server no longer has ${names[0]} as a commit, for its ref has moved on. The run of the new commit looks at everything.`);
}
/**
* The range, if nothing in it is cut off: a commit whose parents are not here may have others before it. Where a base is cut
* off, the beginning of the whole history in the range says that the base was not seen to its end.
*/
async function asRange(repository, head, exclude, notes) {
	const range = {
		head,
		exclude,
		base: exclude.at(-1),
		notes
	};
	const shallow = new Set(repository.shallow());
	const { stdout, failure } = await repository.ask([
		"rev-list",
		"--parents",
		head,
		"--not",
		...exclude,
		"--"
	]);
	if (failure !== void 0) return void 0;
	if (shallow.size === 0) return range;
	const commits = stdout.toString("latin1").split("\n").filter(Boolean);
	const isCut = commits.some((line) => shallow.has(line.split(" ")[0]));
	const beginsHistory = exclude.length > 0 && commits.some((line) => !line.includes(" "));
	return isCut || beginsHistory ? void 0 : range;
}
/** What the scan will read of the range: what its commits bring and replace, and the files of both ends. */
async function fetchContents(range, repository, remote) {
	const missing = await contentsOf(repository, range);
	if (missing.length === 0) return [];
	const input = missing.map((id) => `${id}\n`).join("");
	const args = [
		"--filter=blob:none",
		"--stdin",
		"origin"
	];
	try {
		await require_fetch.fetchFrom(repository, remote, args, input);
	} catch (error) {
		if (!(error instanceof require_fetch.NotThere)) throw error;
		throw new require_first.UserError(`Nothing was scanned: the server does not give the file contents that the range needs (${error.what}). Instead, ${require_front.wholeCheckout}.`);
	}
	return [`fetched ${require_first.count(missing.length, "file version")}`];
}
exports.asRange = asRange;
exports.fetchCommits = fetchCommits;
exports.fetchContents = fetchContents;
