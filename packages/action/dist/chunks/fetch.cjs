"use strict";
const require_first = require("./first.cjs");
const require_front = require("./front.cjs");
// build/git/fetch.js
/** Asks the server for commits and objects, and says what is wrong when it does not give them. */
/** The server does not have this one, or does not show it. */
var NotThere = class extends Error {
	what;
	constructor(what) {
		super(`the server has no ${what}`);
		this.what = what;
	}
};
const always = [
	"--no-tags",
	"--no-write-fetch-head",
	"--recurse-submodules=no",
	"--no-auto-gc",
	"--quiet"
];
/** Nothing is offered as known, so that an object that is asked for by its id comes alone. */
const alone = ["-c", "fetch.negotiationAlgorithm=noop"];
/**
* `git fetch` with these arguments. Throws NotThere for an object or ref that cannot be had, a UserError where the server
* cannot be asked. What may be a passing fault is tried once more.
*/
async function fetchFrom(repository, remote, args, input) {
	const ask = () => repository.askServer(remote, [
		...input === void 0 ? [] : alone,
		"fetch",
		...always,
		...args
	], input);
	let answer = await ask();
	if (answer.failure !== void 0 && passing.test(answer.complaints)) {
		await new Promise((resolve) => setTimeout(resolve, 1e3));
		answer = await ask();
	}
	if (answer.failure === void 0) return;
	const [, id, ref] = absent.exec(answer.complaints) ?? [];
	const what = id ?? ref;
	if (what !== void 0) throw new NotThere(what);
	throw fetchFailure(remote, answer);
}
const absent = /(?:not our ref|unadvertised object|no such remote ref:?|bad object) ([0-9a-f]{40,64})|couldn't find remote ref (\S+)/i;
const passing = /\b(?:500|502|503|504|429)\b|timed out|reset by peer|early EOF|hung up unexpectedly|too slow/i;
/** What is wrong when the server could not be asked. */
function fetchFailure({ url, header }, { complaints, failure }) {
	const said = require_first.visible(require_first.redact(complaints.trim().split("\n").at(-1) || `git ended with ${failure}`));
	const from = `Nothing was scanned: what the checkout lacks cannot be fetched from ${require_first.visible(url)}`;
	if (failure === "ENOENT") return new require_first.UserError(require_front.noGit);
	if (/could not read Username|Authentication failed|\b40[13]\b|not found/i.test(complaints)) {
		const why = header === void 0 ? "no token was given" : "the token may not read it";
		const remedy = `Give the job permissions: contents: read, or ${require_front.wholeCheckout}.`;
		return new require_first.UserError(`${from}: ${why} (${said}). ${remedy}`);
	}
	return new require_first.UserError(`${from} (${said}). Run the job again, or ${require_front.wholeCheckout}.`);
}
exports.NotThere = NotThere;
exports.fetchFailure = fetchFailure;
exports.fetchFrom = fetchFrom;
