import { atLeastAsBad, configNames, count, defaultBaseline } from "./first.mjs";
import { baselineText, joined, keyOf, needsReason, readBaseline } from "./baseline2.mjs";
import { addition, present } from "./ignore-edits.mjs";
import { isThere } from "./edit.mjs";
import { join } from "node:path";
// ../cli/dist/init/files.js
/** What a scan of the repository asks for: lines of ignore files, a configuration to begin with, a baseline. */
/** @param missing of each ignore file the lines that it lacks */
function ignorePart(missing) {
	const edits = missing.flatMap((lines) => {
		const before = present(lines);
		if (typeof before === "string") return [];
		const text = before?.toString("utf8");
		return [{
			kind: "write",
			path: lines.path,
			before: text,
			after: (text ?? "") + addition(before, lines.lines)
		}];
	});
	if (edits.length === 0) return void 0;
	return {
		name: "ignore",
		says: "Ignore files: git takes no file that holds credentials.",
		edits,
		byHand: [],
		isUsual: true
	};
}
function configPart({ top, isBare }) {
	if (isBare || configNames.some((name) => isThere(join(top, name)))) return void 0;
	return {
		name: "config",
		says: "Configuration to begin with: the defaults, written down.",
		edits: [{
			kind: "write",
			path: join(top, "bnguard.config.yaml"),
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
	const failing = findings.filter(({ severity }) => failOn !== "never" && atLeastAsBad(severity, failOn));
	if (isBare || failing.length === 0) return void 0;
	const path = join(top, defaultBaseline);
	const known = await readBaseline(path, defaultBaseline, top);
	const entries = failing.map(({ rule, fingerprint, severity }) => ({
		rule,
		fingerprint,
		severity,
		state: "accepted",
		date: today,
		reason: "there when bnguard was set up"
	}));
	const open = failing.filter((_, i) => needsReason(entries[i]));
	const closed = entries.filter((entry) => !needsReason(entry));
	const after = baselineText(joined([...known.entries, ...closed]));
	const before = known.exists ? baselineText(known.entries) : void 0;
	const live = [...new Map(open.map((finding) => [keyOf(finding), finding])).values()];
	return {
		name: "baseline",
		says: `Baseline: ${count(closed.length, "finding")} of today no longer ${closed.length === 1 ? "fails" : "fail"} a scan, new ones do.`,
		edits: closed.length === 0 ? [] : [{
			kind: "write",
			path,
			before,
			after
		}],
		byHand: live.length === 0 ? [] : [
			`${count(live.length, "live key")} of critical severity ${live.length === 1 ? "is" : "are"} in no baseline. Delete ${live.length === 1 ? "it" : "them"} at Binance (bnguard explain secret-key), then`,
			...live.slice(0, 5).map(({ rule, fingerprint, masked, path: at }) => `  bnguard baseline add ${fingerprint} --state revoked --reason "…"   # ${rule} ${masked} in ${at}`),
			...live.length > 5 ? [`  … and ${count(live.length - 5, "more")}: bnguard scan --format json has their fingerprints`] : []
		],
		isUsual: false
	};
}
export { baselinePart, configPart, ignorePart };
