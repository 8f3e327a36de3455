import { atLeastAsBad, configNames, count, defaultBaseline } from "./first.mjs";
import { baselineText, joined, keyOf, needsReason, readBaseline } from "./baseline2.mjs";
import { addition, present } from "./ignore-edits.mjs";
import { exact, isThere, mostToWrite, textAt } from "./look.mjs";
import { join, relative, sep } from "node:path";
// ../cli/dist/init/files.js
/** What a scan of the repository asks for: lines of ignore files, a configuration to begin with, a baseline. */
/** @param missing of each ignore file the lines that it lacks */
function ignorePart({ top }, missing) {
	const edits = [];
	const byHand = [];
	for (const { path, lines } of missing) {
		const bytes = present({
			path,
			lines
		});
		const why = typeof bytes === "string" ? bytes : bytes && exact(bytes) === void 0 ? "it is not UTF-8" : void 0;
		const before = bytes === void 0 || typeof bytes === "string" ? void 0 : exact(bytes);
		if (why !== void 0) byHand.push(`Add to ${shownFrom(top, path)} (${why}):`, ...lines.map((line) => `  ${line}`));
		else {
			const added = addition(before === void 0 ? void 0 : Buffer.from(before), lines);
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
const shownFrom = (top, path) => relative(top, path).split(sep).join("/");
function configPart({ top, isBare }) {
	if (isBare || configNames.some((name) => isThere(join(top, name)))) return void 0;
	return {
		name: "config",
		says: "Configuration to begin with: the defaults, written down.",
		edits: [{
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
	const before = known.exists ? textAt(path, mostToWrite) : void 0;
	const live = [...new Map(open.map((finding) => [keyOf(finding), finding])).values()];
	return {
		name: "baseline",
		says: closed.length === 0 ? "Baseline: what a scan finds today is not for it." : `Baseline: ${count(closed.length, "finding")} of today no longer ${closed.length === 1 ? "fails" : "fail"} a scan, new ones do.`,
		edits: closed.length === 0 ? [] : [{
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
