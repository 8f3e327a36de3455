"use strict";
const require_first = require("./first.cjs");
// ../cli/dist/hooks/pushed.js
/** What a push brings: lines that git writes to its hooks → revisions to scan. Knows nothing of streams. */
const none = /^0+$/;
const id = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** `<local ref> <local id> <remote ref> <remote id>`, a line for each ref. Throws a UserError for anything else. */
function refsOfPush(lines) {
	return fieldsOf(lines, 4, "pre-push").map(([, local = "", ref = "", remote = ""]) => ({
		ref,
		old: remote,
		new: local
	}));
}
/** `<old id> <new id> <ref>`, a line for each ref. Throws a UserError for anything else. */
function refsOfReceive(lines) {
	return fieldsOf(lines, 3, "pre-receive").map(([old = "", now = "", ref = ""]) => ({
		ref,
		old,
		new: now
	}));
}
function fieldsOf(lines, count, hook) {
	return lines.split("\n").filter((line) => line.trim() !== "").map((line) => {
		const fields = line.split(" ");
		const ids = count === 4 ? [fields.at(-3), fields.at(-1)] : fields.slice(0, 2);
		if (fields.length < count || !ids.every((field) => id.test(field ?? ""))) throw new require_first.UserError(`${hook}: standard input has a line that git does not write to this hook.`);
		return count === 4 ? [
			"",
			fields.at(-3),
			fields.at(-2),
			fields.at(-1)
		] : fields;
	});
}
/** The ids that arrive; deleting a ref brings none. */
const arriving = (refs) => [...new Set(refs.map((ref) => ref.new).filter((one) => !none.test(one)))];
/** The ids that are there already. */
const replaced = (refs) => [...new Set(refs.map((ref) => ref.old).filter((one) => !none.test(one)))];
exports.arriving = arriving;
exports.refsOfPush = refsOfPush;
exports.refsOfReceive = refsOfReceive;
exports.replaced = replaced;
