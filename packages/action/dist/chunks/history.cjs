"use strict";
const require_first = require("./first.cjs");
const require_front = require("./front.cjs");
const require_mirror = require("./mirror.cjs");
let node_path = require("node:path");
// build/look/history.js
/** Looks at everything that a repository ever had: a clone of ours brought up to date, or the checkout as it is. */
/** `temp`: absolute, for what is fetched and not kept. Throws a UserError where the server cannot be asked. */
async function lookAtHistory(job, temp) {
	const { shard, cache, remote, proposals } = job;
	const source = {
		kind: "history",
		cache: cache !== void 0,
		...shard && { shard }
	};
	if (!job.mayFetch) {
		const checkout = require_front.findCheckout(job.folder);
		if (checkout === void 0) throw new require_first.UserError(require_front.notCheckedOut(job.folder));
		return require_front.withTrust(checkout.top, async () => ({
			...await require_front.scanIn(require_front.requestFor(job, checkout.top, source), job, checkout.top),
			excused: [],
			steps: ["read the checkout as it is"]
		}));
	}
	const options = {
		url: remote.url,
		isSha256: false
	};
	const repository = require_front.ownRepository((0, node_path.join)(cache ?? temp, "repository.git"), options);
	await require_mirror.mirror(repository, remote, proposals);
	const hasHead = (await repository.ask([
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	])).failure === void 0;
	const request = {
		...require_front.requestFor(job, repository.dir, source),
		...hasHead && { filesFrom: "HEAD" }
	};
	const io = cache ? {
		...job.io,
		env: {
			...job.io.env,
			XDG_CACHE_HOME: cache
		}
	} : job.io;
	return {
		...await require_front.scanIn(request, {
			...job,
			io
		}, repository.dir),
		excused: [],
		steps: [`fetched ${require_first.count(await refsOf(repository), "ref")}`]
	};
}
async function refsOf(repository) {
	const { stdout } = await repository.ask(["for-each-ref", "--format=x"]);
	return stdout.length / 2;
}
exports.lookAtHistory = lookAtHistory;
