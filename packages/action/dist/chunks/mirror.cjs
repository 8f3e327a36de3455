"use strict";
const require_front = require("./front.cjs");
const require_fetch = require("./fetch.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
// build/git/mirror.js
/** All that a server has of a repository: branches, tags, and what was proposed and perhaps never merged. */
/** Brings a repository of ours up to date. Throws a UserError where the server cannot be asked. */
async function mirror(repository, remote, proposals) {
	const kept = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];
	const more = proposals.map((refs) => `+${refs}:${refs}`);
	await require_fetch.fetchFrom(repository, remote, [
		"--prune",
		"--update-head-ok",
		"origin",
		...kept,
		...more
	]);
	const answer = await repository.askServer(remote, [
		"ls-remote",
		"--symref",
		"origin",
		"HEAD"
	]);
	if (answer.failure !== void 0) throw require_fetch.fetchFailure(remote, answer);
	const told = answer.stdout.toString("utf8");
	const [, branch] = /^ref: (refs\/heads\/\S+)\tHEAD$/m.exec(told) ?? [];
	const [, id] = /^([0-9a-f]{40,64})\tHEAD$/m.exec(told) ?? [];
	const head = branch !== void 0 && require_front.isRefName(branch) ? `ref: ${branch}` : id;
	if (head !== void 0) (0, node_fs.writeFileSync)((0, node_path.join)(repository.dir, "HEAD"), `${head}\n`);
}
/** A commit and the files of its tree, nothing before it. */
async function fetchCommit(repository, remote, id) {
	await require_fetch.fetchFrom(repository, remote, [
		"--depth=1",
		"origin",
		`+${id}:refs/bnguard/base`
	]);
}
exports.fetchCommit = fetchCommit;
exports.mirror = mirror;
