"use strict";
const require_first = require("./first.cjs");
const require_front = require("./front.cjs");
const require_mirror = require("./mirror.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
// build/look/tree.js
/** Looks at the files that are checked out. */
/** `base`: whose configuration counts, where the base decides. Throws a UserError where there are no files. */
async function lookAtTree(base, job, temp) {
	const checkout = require_front.findCheckout(job.folder);
	if ((0, node_fs.readdirSync)(job.folder, { withFileTypes: false }).length === 0) throw new require_first.UserError(require_front.notCheckedOut(job.folder));
	return require_front.withTrust(job.folder, async () => {
		const request = require_front.requestFor(job, job.folder, { kind: "disk" });
		if (job.configFrom !== "base" || base?.id === void 0) return {
			...await require_front.scanIn(request, job, job.folder),
			excused: [],
			steps: []
		};
		const own = require_front.ownRepository((0, node_path.join)(temp, "repository.git"), {
			url: job.remote.url,
			checkout,
			isSha256: base.id.length === 64
		});
		if ((await own.ask([
			"cat-file",
			"-e",
			`${base.id}^{tree}`
		])).failure !== void 0 || checkout?.isPartial) {
			if (!job.mayFetch) throw new require_first.UserError(`Nothing was scanned: the checkout lacks the base commit ${base.id}, whose configuration counts. Set config-from: head, or ${require_front.wholeCheckout}.`);
			await require_mirror.fetchCommit(own, job.remote, base.id);
		}
		const byBase = {
			request: {
				...request,
				commitsIn: own.dir
			},
			own: request,
			base: base.id
		};
		const found = await require_front.scanByBase(byBase, job, job.folder);
		return {
			...found,
			...await require_front.excuses(found, request, job.folder),
			steps: []
		};
	});
}
exports.lookAtTree = lookAtTree;
