"use strict";
const require_first = require("./first.cjs");
const require_front = require("./front.cjs");
// build/github/workflow-run.js
/**
* The pull request behind a workflow_run event, whose job has the rights that a fork's own run lacks. What the first run
* says of it is a stranger's word: only the number is taken, and GitHub is asked whether it is the commit that ran.
*/
/** Throws a UserError where the number is not that of a pull request with the commit of the run. */
async function eventOfRun(number, env, api) {
	const commit = require_front.payloadOf(env).at("workflow_run").id("head_sha");
	const answer = await api.ask("GET", `/repos/${env["GITHUB_REPOSITORY"] ?? ""}/pulls/${number}`);
	const body = answer.body;
	if (answer.status !== 200 || typeof body !== "object") throw new require_first.UserError(`Nothing was scanned: pull request ${number} cannot be read (GitHub answered ${answer.status}). The job needs pull-requests: read or write.`);
	const sha = body.head?.sha;
	if (typeof sha !== "string" || !require_front.isId(sha) || sha !== commit) throw new require_first.UserError(`Nothing was scanned: the run was of ${commit}, which is not the head of pull request ${number} any more. The run of the new head looks at everything.`);
	return require_front.eventOfPullRequest({ pull_request: body }, env);
}
exports.eventOfRun = eventOfRun;
