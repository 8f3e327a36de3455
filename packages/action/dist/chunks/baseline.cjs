"use strict";
const require_ignore_entries = require("./ignore-entries.cjs");
const require_first = require("./first.cjs");
// ../cli/dist/baseline.js
const mostMegabytes = 20;
/**
* Reads a baseline; one that does not exist is empty.
* `name`: as messages name it; `inside`: the folder that a link must not lead out of, unless the person named the file.
* Throws a UserError that names line and column where the file is not what it should be.
*/
async function readBaseline(path, name, inside) {
	return parsedBaseline(baselineFile(path, name, inside), name);
}
/** The same as a commit has it. `path`: below the top. */
async function readBaselineIn(from, path) {
	const name = `${from.ref}:${path}`;
	return parsedBaseline(withoutConflict((await from.read([path], mostMegabytes)).get(path), name), name);
}
async function parsedBaseline(text, name) {
	if (text === void 0) return noBaseline;
	const [{ readData }, { baselineOf }] = await Promise.all([Promise.resolve().then(() => require("./data-file.cjs")).then((n) => n.data_file_exports), Promise.resolve().then(() => require("./baseline-of.cjs"))]);
	return baselineOf(await readData(name, text));
}
const noBaseline = {
	exists: false,
	entries: [],
	placeOf: () => ({
		line: 1,
		column: 1
	})
};
/** The text of a baseline, undefined where there is none. Throws a UserError where it cannot be data. */
function baselineFile(path, name, inside) {
	return withoutConflict(require_first.readSmallFile(path, {
		name,
		mostMegabytes,
		...inside !== void 0 && { inside }
	}), name);
}
function withoutConflict(text, name) {
	const conflict = text === void 0 ? -1 : text.search(/^(?:<{7}|={7}|>{7})(?: |$)/m);
	if (text !== void 0 && conflict >= 0) {
		const line = text.slice(0, conflict).split("\n").length;
		throw new require_first.UserError(`${name}:${line}: the file holds a merge conflict. Keep the lines of both sides: entries that occur twice are joined.`);
	}
	return text;
}
/** What decides whether two entries are one. */
function keyOf({ rule, fingerprint }) {
	return `${rule} ${fingerprint}`;
}
/** Whether a live critical finding is accepted: that needs a reason. */
function needsReason({ severity, state }) {
	return severity === "critical" && state === "accepted";
}
/** Sorted, with entries of the same key made one: the worst severity, the rest from the latest. */
function joined(entries) {
	const byKey = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const other = byKey.get(keyOf(entry));
		const [earlier, later] = other && other.date > entry.date ? [entry, other] : [other, entry];
		byKey.set(keyOf(entry), earlier ? {
			...later,
			severity: require_first.worse(earlier.severity, later.severity)
		} : later);
	}
	return [...byKey.values()].sort((a, b) => keyOf(a) < keyOf(b) ? -1 : 1);
}
/** The file's text: one entry a line, so that version control joins what two people add. */
function baselineText(entries) {
	const lines = joined(entries).map(({ rule, fingerprint, severity, state, reason, date, expires }) => JSON.stringify({
		rule,
		fingerprint,
		severity,
		state,
		reason,
		date,
		expires
	}));
	return `{\n  "schema": 1,\n  "findings": [${lines.map((line) => `\n    ${line}`).join(",")}${lines.length > 0 ? "\n  " : ""}]\n}\n`;
}
/** Whether an entry sets this finding aside. */
function covers(entry, finding) {
	return entry.fingerprint === finding.fingerprint && (entry.rule === "*" || entry.rule === finding.rule) && require_first.atLeastAsBad(entry.severity, finding.severity);
}
/**
* The entries, ready for the engine to ask. `path`: the baseline's path as findings name paths; `today`: YYYY-MM-DD. Those of
* revoked keys are there for what the past holds, the others for what is there now: where that is not looked at they are not
* told as useless.
*/
function baselineEntries(baseline, path, today, isHistory = false) {
	return baseline.entries.map((entry) => {
		const start = baseline.placeOf(entry);
		const expired = require_ignore_entries.isExpired(entry.expires, today);
		const days = [entry.date, entry.expires && `until ${entry.expires}`].filter(Boolean).join(" ");
		const reason = `${[entry.state, entry.reason].filter(Boolean).join(": ")}${days && ` (${days})`}`;
		return require_ignore_entries.matchEntry({
			by: "baseline",
			at: `${path}:${start.line}${expired ? ` (expired on ${entry.expires})` : ""}`,
			place: {
				path,
				start,
				end: start
			},
			reason,
			...(entry.state === "revoked" || isHistory) && { mayBeUnused: true },
			match: {
				fingerprint: entry.fingerprint,
				severity: entry.severity,
				...entry.rule !== "*" && { rules: [entry.rule] },
				...expired && { expired }
			}
		});
	});
}
exports.baselineEntries = baselineEntries;
exports.baselineText = baselineText;
exports.covers = covers;
exports.joined = joined;
exports.keyOf = keyOf;
exports.needsReason = needsReason;
exports.noBaseline = noBaseline;
exports.readBaseline = readBaseline;
exports.readBaselineIn = readBaselineIn;
