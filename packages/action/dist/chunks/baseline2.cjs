"use strict";
const require_baseline = require("./baseline.cjs");
const require_first = require("./first.cjs");
const require_ignore_entries = require("./ignore-entries.cjs");
let node_path = require("node:path");
// ../cli/dist/commands/baseline.js
/** `bnguard baseline`: records what a scan finds today, so that later scans set it aside. Shows what it accepts. */
async function runBaseline(request, setting) {
	if (request.reason?.trim() === "") throw new require_first.UserError("--reason: expected a sentence that says why, got nothing.");
	const plan = await require_first.planScan(request, setting.cwd);
	const [only, ...others] = [...plan.roots];
	if (!only || others.length > 0) throw new require_first.UserError(`These paths lie in several repositories (${[...plan.roots.keys()].join(", ")}), and each has its own baseline. Run bnguard baseline once for each.`);
	const [root, { whole, config }] = only;
	const name = request.baseline ?? (0, node_path.basename)(config.baseline);
	const before = (await require_baseline.readBaseline(config.baseline, name, request.baseline === void 0 ? root : void 0)).entries;
	const report = await require_first.scanWith(plan, request, setting);
	const findings = require_first.shownPart(report, plan.thresholds).report.findings.filter(({ rule }) => rule !== "unused-ignore");
	const here = findings.filter((finding) => request.baseline !== void 0 || plan.owns(root, finding));
	const nested = findings.length - here.length;
	const today = plan.settings.asOf.slice(0, 10);
	const onlyPrunes = request.prune && request.reason === void 0;
	const fresh = onlyPrunes ? [] : here.map((finding) => entryFor(finding, before, today, request.reason));
	const unexplained = fresh.filter((entry) => require_baseline.needsReason(entry) && !entry.reason);
	if (unexplained.length > 0) {
		const lines = here.filter((f) => unexplained.some((entry) => require_baseline.keyOf(entry) === require_baseline.keyOf(f))).map((f) => findingLine(f));
		throw new require_first.UserError([`${name} was not changed: accepting ${require_first.count(lines.length, "live critical finding")} needs --reason "…". Revoke these keys first if you can.`, ...lines].join("\n"));
	}
	const useless = uselessEntries(before, fresh, report, today);
	const scanned = [...useless.gone, ...useless.outdone];
	const tooLarge = report.skipped.filter((skip) => skip.why === "too-large").length;
	if (request.prune && scanned.length > 0 && (!whole || !report.complete || tooLarge > 0)) {
		const why = !whole ? "only a part of the repository was scanned" : report.complete ? `${require_first.count(tooLarge, "file is", "files are")} larger than what is read (maxFileSize)` : "the scan is not complete";
		throw new require_first.UserError(`${name} was not changed: --prune would drop entries although ${why}. Scan all of it, or leave out --prune.`);
	}
	const dropped = request.prune ? [...scanned, ...useless.expired] : [];
	const entries = require_baseline.joined([...before.filter((entry) => !dropped.includes(entry)), ...fresh]);
	const changed = fresh.length > 0 || dropped.length > 0;
	return {
		code: report.complete || plan.thresholds.allowIncomplete ? 0 : 2,
		stdout: summary({
			name,
			here,
			before,
			dropped,
			useless,
			whole,
			report,
			request,
			onlyPrunes
		}),
		files: changed && !request.dryRun ? [{
			path: config.baseline,
			text: require_baseline.baselineText(entries)
		}] : [],
		notes: nested > 0 ? [...plan.notes, nestedNote(nested)] : plan.notes
	};
}
/** A new entry, or the known one grown to this severity. A known reason stays unless a new one is given. */
function entryFor(finding, before, date, reason) {
	const known = before.find((entry) => require_baseline.keyOf(entry) === require_baseline.keyOf(finding));
	const why = reason ?? known?.reason;
	return {
		rule: finding.rule,
		fingerprint: finding.fingerprint,
		severity: known ? require_first.worse(known.severity, finding.severity) : finding.severity,
		state: known?.state ?? "accepted",
		...why !== void 0 && { reason: why },
		date
	};
}
/** Those of revoked keys are for what the history holds, which was not looked at. */
function uselessEntries(before, fresh, { findings, suppressed }, today) {
	const useless = {
		gone: [],
		expired: [],
		outdone: [],
		exceeded: []
	};
	const renewed = new Set(fresh.map(require_baseline.keyOf));
	for (const entry of before) {
		if (entry.state === "revoked" || renewed.has(require_baseline.keyOf(entry))) continue;
		const isOf = (finding) => require_baseline.covers({
			...entry,
			severity: "critical"
		}, finding);
		const [open, aside] = [findings.filter(isOf), suppressed.filter(isOf)];
		if (require_ignore_entries.isExpired(entry.expires, today)) useless.expired.push(entry);
		else if (open.length + aside.length === 0) useless.gone.push(entry);
		else if (aside.some((finding) => require_baseline.covers(entry, finding))) continue;
		else useless[open.length > 0 ? "exceeded" : "outdone"].push(entry);
	}
	return useless;
}
function nestedNote(nested) {
	return `${require_first.count(nested, "finding")} in nested repositories not recorded: each repository has its own baseline, run bnguard baseline in it.`;
}
function summary({ name, here, before, dropped, useless, whole, report, request, onlyPrunes }) {
	const kept = before.length - dropped.length;
	const keeps = `${request.dryRun && onlyPrunes ? "would keep" : "keeps"} ${require_first.count(kept, "entry", "entries")}`;
	const lines = onlyPrunes ? [`${name} ${keeps}.`] : [`${name} ${request.dryRun ? "would accept" : "accepts"} ${here.length > 0 ? require_first.count(here.length, "finding") : "nothing new"}${kept > 0 ? ` and ${keeps}` : ""}.`, ...here.map((finding) => `  + ${findingLine(finding)}`)];
	const { gone, expired, outdone, exceeded } = useless;
	const fate = request.prune ? request.dryRun ? "would be dropped" : "dropped" : "kept; --prune drops them";
	const tell = (entries, one, many, what) => {
		if (entries.length === 0) return;
		lines.push(`${require_first.count(entries.length, `entry ${one}`, `entries ${many}`)} (${what}):`, ...entries.map(entryLine));
	};
	if (request.prune || whole) tell(gone, "matches nothing any more", "match nothing any more", fate);
	tell(expired, "has expired", "have expired", fate);
	if (request.prune || whole) tell(outdone, "accepts less than something else sets aside", "accept less than something else sets aside", fate);
	tell(exceeded, "accepts less than what is found", "accept less than what is found", "kept");
	if (onlyPrunes) lines.push(...unaccepted(here, exceeded));
	if (!report.complete) lines.push("INCOMPLETE: not everything could be read. bnguard scan --verbose says what.");
	return lines.map((line) => `${line}\n`).join("");
}
/** What a run that accepts nothing leaves as it is. */
function unaccepted(here, exceeded) {
	const worse = here.filter((f) => exceeded.some((entry) => require_baseline.covers({
		...entry,
		severity: "critical"
	}, f))).length;
	const others = here.length - worse;
	const parts = [...others > 0 ? [`${require_first.count(others, "finding is", "findings are")} in no entry`] : [], ...worse > 0 ? [`${require_first.count(worse, "finding is worse than its entry", "findings are worse than their entries")}`] : []];
	return parts.length === 0 ? [] : [`${parts.join(", ")}. bnguard baseline without --prune accepts what it shows.`];
}
const entryLine = ({ severity, rule, fingerprint, expires }) => `  - ${[
	severity,
	rule,
	fingerprint,
	...expires === void 0 ? [] : [`until ${expires}`]
].join("  ")}`;
function findingLine({ severity, rule, masked, path, start }) {
	return require_first.visible(`${severity}  ${rule}  ${masked && `${masked}  `}${path}:${start.line}:${start.column}`);
}
exports.runBaseline = runBaseline;
