"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_picomatch$1 = require("./picomatch.cjs");
const require_first = require("./first.cjs");
let node_vm = require("node:vm");
// ../cli/dist/path-pattern.js
/** picomatch patterns from a repository that may be hostile: each match ends, however the pattern was made. */
var import_picomatch = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_picomatch$1.require_picomatch(), 1);
/** Milliseconds for one path. Honest patterns take microseconds. */
const patience = 250;
/**
* Whether a path matches; remembers its answers. Throws what picomatch throws for a malformed pattern, and on a match
* that takes too long an Error with the code `ERR_SCRIPT_EXECUTION_TIMEOUT`.
*/
function pathPattern(pattern) {
	const matches = (0, import_picomatch.default)(pattern, {
		dot: true,
		strictBrackets: true
	});
	const known = /* @__PURE__ */ new Map();
	return (path) => {
		let answer = known.get(path);
		if (answer === void 0) {
			answer = isTame(pattern, path) ? matches(path) : withinTime(() => matches(path));
			known.set(path, answer);
		}
		return answer;
	};
}
/**
* picomatch makes a regular expression that backtracks: each run of stars multiplies the work by the path's length.
* Up to three runs and 300 characters were measured at 25 ms at worst (2026-11); `a*` fifteen times never ends.
*/
function isTame(pattern, path) {
	return path.length <= 300 && !/[+@?*!]\(/.test(pattern) && (pattern.match(/\*+/g) ?? []).length <= 3;
}
const room = {};
const context = (0, node_vm.createContext)(room);
const script = new node_vm.Script("match()");
/** A time limit that even a regular expression obeys needs node:vm, which costs 0.15 ms a call. */
function withinTime(match) {
	room.match = match;
	return script.runInContext(context, { timeout: patience });
}
// ../cli/dist/suppression-match.js
/**
* @param placeOf names a pattern, for the UserError of one that takes too long to match
* @throws what picomatch throws for a pattern that is none
*/
function matchEntry(entry, placeOf = () => entry.at) {
	const { paths, rules, fingerprint, severity, expired } = entry.match;
	const patterns = paths?.map((pattern, i) => {
		const matches = pathPattern(pattern);
		return (path) => {
			try {
				return matches(path);
			} catch {
				throw new require_first.UserError(`${placeOf(i)}: the pattern takes too long to match; use fewer wildcards.`);
			}
		};
	});
	const means = (finding) => !expired && (!patterns || patterns.some((matches) => matches(finding.path))) && (!rules || rules.includes(finding.rule)) && (fingerprint === void 0 || fingerprint === finding.fingerprint);
	return {
		...entry,
		...expired && { isExpired: true },
		...severity !== void 0 && { upTo: {
			severity,
			means
		} },
		covers: (finding) => means(finding) && (severity === void 0 || require_first.atLeastAsBad(severity, finding.severity))
	};
}
// ../cli/dist/ignore-entries.js
/**
* One MatchEntry for each entry, in order. `path`: the configuration's path as findings name paths.
* `today`: YYYY-MM-DD; an entry that ended before covers nothing, which `unused-ignore` then reports.
* Throws a UserError for a pattern that picomatch does not take, or that could never match.
*/
function ignoreEntries(entries, file, path, today) {
	return entries.map((entry, i) => {
		const { paths, rules, fingerprint, reason, expires } = entry;
		if (!paths && !rules && !fingerprint) throw new require_first.UserError(`${file.at(["ignore", i])}: ignore[${i}]: expected paths, rules or a fingerprint; an entry without them would cover everything.`);
		const patterns = paths?.map((pattern, j) => checkedPattern(pattern, (what) => new require_first.UserError(`${file.at([
			"ignore",
			i,
			"paths",
			j
		])}: ignore[${i}].paths[${j}]: ${what}.`)));
		const start = file.placeOf(["ignore", i]);
		const expired = isExpired(expires, today);
		return matchEntry({
			by: "config",
			at: `${path}:${start.line}${expired ? ` (expired on ${expires})` : ""}`,
			place: {
				path,
				start,
				end: start
			},
			reason,
			match: {
				...patterns && { paths: patterns },
				...rules && { rules },
				...fingerprint !== void 0 && { fingerprint },
				...expired && { expired }
			}
		}, (j) => `${file.at([
			"ignore",
			i,
			"paths",
			j
		])}: ignore[${i}].paths[${j}]`);
	});
}
/** Whether the last day on which something holds has passed. */
function isExpired(expires, today) {
	return expires !== void 0 && expires < today;
}
/** The pattern as picomatch takes it. Throws what `wrong` makes where it takes it not, or where it could never match. */
function checkedPattern(pattern, wrong) {
	if (pattern.trim() === "") throw wrong("expected a pattern, got nothing");
	if (/^!(?!\()/.test(pattern)) throw wrong("a pattern cannot be negated; name what is to be ignored");
	if (/^(?:\.?\/|[A-Za-z]:|\.\.\/)/.test(pattern)) throw wrong("a pattern is relative to the top of the repository: write \"tests/**\", not \"/tests/**\" or \"./tests/**\"");
	const whole = pattern.endsWith("/") ? `${pattern}**` : pattern;
	try {
		pathPattern(whole);
	} catch (error) {
		throw wrong(`not a picomatch pattern (${error instanceof Error ? error.message : "unknown error"})`);
	}
	return whole;
}
exports.checkedPattern = checkedPattern;
exports.ignoreEntries = ignoreEntries;
exports.isExpired = isExpired;
exports.matchEntry = matchEntry;
exports.pathPattern = pathPattern;
