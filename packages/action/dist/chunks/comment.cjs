"use strict";
// build/github/comment.js
/** By which it is known again. */
const marker = "<!-- bnguard: this comment is kept up to date -->";
/** GitHub's limit for a comment, in characters. */
const commentLimit = 65536;
const mostPages = 50;
/** In place of a status: an answer of something between us and GitHub. */
const notOurs = -1;
/** What went wrong, undefined where nothing did. */
async function writeComment(api, request) {
	const { repository, pullRequest, text, onlyUpdate } = request;
	const body = { body: `${marker}\n${text}` };
	const comments = `/repos/${repository}/issues/${pullRequest}/comments`;
	const found = await findOwn(api, `${comments}?per_page=100`);
	if (typeof found === "object") return problem("read", found);
	if (found !== void 0) {
		const updated = await api.ask("PATCH", `/repos/${repository}/issues/comments/${found}`, body);
		if (updated.status !== 404) return problem("updated", updated);
	}
	if (onlyUpdate) return void 0;
	return problem("written", await api.ask("POST", comments, body));
}
/** The id of our comment, undefined where there is none, or the answer that kept us from knowing. */
async function findOwn(api, first) {
	let page = first;
	for (let read = 0; page !== void 0 && read < mostPages; read++) {
		const answer = await api.ask("GET", page);
		if (answer.status !== 200) return answer;
		if (!Array.isArray(answer.body)) return {
			...answer,
			status: notOurs
		};
		const own = answer.body.find((comment) => comment !== null && isOwn(comment));
		if (own) return own.id;
		page = answer.next;
	}
}
/** Anybody can write the marker: a stranger's comment must not become the one that people trust. */
function isOwn({ id, body, user, author_association: role }) {
	const isOurs = user?.type === "Bot" || role === "OWNER" || role === "MEMBER" || role === "COLLABORATOR";
	return typeof id === "number" && typeof body === "string" && body.startsWith("<!-- bnguard: this comment is kept up to date -->") && isOurs;
}
function problem(what, { status }) {
	if (status >= 200 && status < 300) return void 0;
	return `The comment could not be ${what}: ${{
		[notOurs]: "the answer was not GitHub’s",
		0: "GitHub did not answer in time",
		401: "the token is not valid",
		403: "the token lacks pull-requests: write, as it always does for pull requests from forks",
		404: "the token may not see pull requests: it needs pull-requests: write",
		422: "GitHub refused its content",
		429: "GitHub wants fewer requests"
	}[status] ?? `GitHub answered ${status}`}. Everything is in the job summary.`;
}
exports.commentLimit = commentLimit;
exports.marker = marker;
exports.writeComment = writeComment;
