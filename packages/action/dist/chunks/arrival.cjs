"use strict";
const require_first = require("./first.cjs");
const require_pushed = require("./pushed.cjs");
// ../cli/dist/hooks/arrival.js
/**
* The source of a scan for what a push brings: all new commits of all its refs, what its tags say, and what stands below a
* ref that is no commit. What the receiving side has already is left out, by its refs as this repository knows them.
*/
/** Undefined where nothing arrives. */
async function arrivalOf(cwd, refs, known) {
	const store = require_first.openStore(cwd);
	const objects = new require_first.ObjectReader(store);
	try {
		const commits = [];
		const tags = [];
		const trees = [];
		const blobs = [];
		const names = new Map(refs.map((one) => [one.new, one.ref]));
		for (let ids = require_pushed.arriving(refs); ids.length > 0;) {
			const next = [];
			for await (const object of objects.read(ids)) if (object.kind !== "object") commits.push(object.asked);
			else if (object.type === "tag") {
				tags.push(object.id);
				const [, target] = /^object ([0-9a-f]{40,64})\n/.exec(object.bytes.toString("latin1", 0, 100)) ?? [];
				if (target === void 0) continue;
				names.set(target, names.get(object.asked) ?? "");
				next.push(target);
			} else if (object.type === "blob") blobs.push({
				blob: object.id,
				path: names.get(object.asked) ?? ""
			});
			else if (object.type === "tree") trees.push(object.id);
			else commits.push(object.id);
			ids = next;
		}
		for (const tree of trees) blobs.push(...await blobsBelow(store, tree));
		const old = [];
		for await (const object of objects.read(require_pushed.replaced(refs))) if (object.kind === "object" && object.type !== "blob" && object.type !== "tree") old.push(`^${object.id}`);
		if (commits.length + tags.length + blobs.length === 0) return void 0;
		return {
			kind: "range",
			revisions: commits.length === 0 ? [] : [
				...commits,
				...old,
				...await knownTo(store, known)
			],
			tags,
			blobs
		};
	} finally {
		objects.close();
	}
}
async function blobsBelow(store, tree) {
	const found = [];
	for await (const entries of require_first.entriesOf(store, tree)) for (const { mode, id, name } of entries) if (mode !== "160000") found.push({
		blob: id,
		path: require_first.shownName(require_first.nameOf(name))
	});
	return found;
}
/** Arguments of git rev-list for what the other side has. */
async function knownTo(store, known) {
	if (known.kind === "all") return ["--not", "--all"];
	const { remote, address } = known;
	if (remote === void 0 || !/^\w[\w./-]*$/.test(remote)) return [];
	const remotes = (await require_first.askGit(store, ["remote"])).stdout.toString("utf8").split("\n");
	if (!remotes.includes(remote)) return [];
	const fetched = (await require_first.askGit(store, [
		"ls-remote",
		"--get-url",
		remote
	])).stdout.toString("utf8").trim();
	if (address !== void 0 && address !== fetched && placeOf(address) !== placeOf(fetched)) return [];
	return [
		"--not",
		...remotes.filter((name) => name.startsWith(`${remote}/`)).map((name) => `--exclude=${name}/*`),
		`--remotes=${remote}`
	];
}
/** The same for one repository by https and by ssh. */
const placeOf = (address) => require_first.remoteName(address) ?? address;
exports.arrivalOf = arrivalOf;
