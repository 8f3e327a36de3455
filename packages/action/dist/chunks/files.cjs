"use strict";
const require_first = require("./first.cjs");
const require_baseline = require("./baseline.cjs");
const require_ignore_edits = require("./ignore-edits.cjs");
const require_look = require("./look.cjs");
let node_path = require("node:path");
// ../cli/dist/init/files.js
/** What a scan of the repository asks for: lines of ignore files, a configuration to begin with, a baseline. */
/** @param missing of each ignore file the lines that it lacks */
function ignorePart({ top }, missing) {
	const edits = [];
	const byHand = [];
	for (const { path, lines } of missing) {
		const bytes = require_ignore_edits.present({
			path,
			lines
		});
		const why = typeof bytes === "string" ? bytes : bytes && require_look.exact(bytes) === void 0 ? "it is not UTF-8" : void 0;
		const before = bytes === void 0 || typeof bytes === "string" ? void 0 : require_look.exact(bytes);
		if (why !== void 0) byHand.push(`Add to ${shownFrom(top, path)} (${why}):`, ...lines.map((line) => `  ${line}`));
		else {
			const added = require_ignore_edits.addition(before === void 0 ? void 0 : Buffer.from(before), lines);
			edits.push({
				path,
				before,
				after: (before ?? "") + added
			});
		}
	}
	if (edits.length + byHand.length === 0) return void 0;
	return {
		name: "ignore",
		says: "Ignore files: git takes no file that holds credentials.",
		edits,
		byHand,
		isUsual: true
	};
}
const shownFrom = (top, path) => (0, node_path.relative)(top, path).split(node_path.sep).join("/");
function configPart({ top, isBare }) {
	if (isBare || require_first.configNames.some((name) => require_first.isThere((0, node_path.join)(top, name)))) return void 0;
	return {
		name: "config",
		says: "Configuration to begin with: the defaults, written down.",
		edits: [{
			path: (0, node_path.join)(top, "bnguard.config.yaml"),
			before: void 0,
			after: `# What bnguard does in this repository; data, never code. Every key: docs/contracts.md.
# Findings from this severity on stop commits, pushes and CI.
failOn: medium
# How sure it must be to say something: certain, likely, possible.
minConfidence: likely
# ignore:
#   - paths: ["test/fixtures/**"]
#     reason: made up for tests
#     expires: 2027-12-31
`
		}],
		byHand: [],
		isUsual: true
	};
}
/** What is found today and not taken out yet, so that only what is new fails. Live critical ones are people's to decide. */
async function baselinePart({ top, isBare }, findings, { failOn }, today) {
	const failing = findings.filter(({ severity }) => failOn !== "never" && require_first.atLeastAsBad(severity, failOn));
	if (isBare || failing.length === 0) return void 0;
	const path = (0, node_path.join)(top, require_first.defaultBaseline);
	const known = await require_baseline.readBaseline(path, require_first.defaultBaseline, top);
	const entries = failing.map(({ rule, fingerprint, severity }) => ({
		rule,
		fingerprint,
		severity,
		state: "accepted",
		date: today,
		reason: "there when bnguard was set up"
	}));
	const open = failing.filter((_, i) => require_baseline.needsReason(entries[i]));
	const closed = entries.filter((entry) => !require_baseline.needsReason(entry));
	const after = require_baseline.baselineText(require_baseline.joined([...known.entries, ...closed]));
	const before = known.exists ? require_look.textAt(path, require_look.mostToWrite) : void 0;
	const live = [...new Map(open.map((finding) => [require_baseline.keyOf(finding), finding])).values()];
	return {
		name: "baseline",
		says: closed.length === 0 ? "Baseline: what a scan finds today is not for it." : `Baseline: ${require_first.count(closed.length, "finding")} of today no longer ${closed.length === 1 ? "fails" : "fail"} a scan, new ones do.`,
		edits: closed.length === 0 ? [] : [{
			path,
			before,
			after
		}],
		byHand: live.length === 0 ? [] : [
			`${require_first.count(live.length, "live key")} of critical severity ${live.length === 1 ? "is" : "are"} in no baseline. Delete ${live.length === 1 ? "it" : "them"} at Binance (bnguard explain secret-key), then`,
			...live.slice(0, 5).map(({ rule, fingerprint, masked, path: at }) => `  bnguard baseline add ${fingerprint} --state revoked --reason "…"   # ${rule} ${masked} in ${at}`),
			...live.length > 5 ? [`  … and ${require_first.count(live.length - 5, "more")}: bnguard scan --format json has their fingerprints`] : []
		],
		isUsual: false
	};
}
exports.baselinePart = baselinePart;
exports.configPart = configPart;
exports.ignorePart = ignorePart;
