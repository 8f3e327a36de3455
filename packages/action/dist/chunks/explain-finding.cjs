"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
const require_dist = require("./dist4.cjs");
const require_first = require("./first.cjs");
const require_read_report = require("./read-report.cjs");
const require_text_way_out = require("./text-way-out.cjs");
// ../cli/dist/commands/explain-finding.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_findings().require_picocolors(), 1);
/** Places that are shown with all their evidence. */
const mostShown = 5;
async function runExplainFinding(request, { io, cwd }) {
	const { findings, suppressed } = require_first.redactAll(await require_read_report.readReport(request.report, cwd));
	const all = [...findings, ...suppressed];
	const found = all.filter(({ fingerprint, masked }) => "mask" in request ? masked === `${request.mask}…` : fingerprint.startsWith(request.fingerprint));
	const asked = "mask" in request ? `value that begins with ${request.mask}` : `fingerprint ${request.fingerprint}`;
	const prints = [...new Set(found.map(({ fingerprint }) => fingerprint))];
	if (prints.length === 0) throw new require_first.UserError(`${request.report} has no finding with the ${asked}. It has: ${namesOf(all)}.`);
	if (prints.length > 1) throw new require_first.UserError(`${require_first.count(prints.length, "fingerprint")} have the ${asked}: ${prints.slice(0, 5).join(", ")}. Write more of one.`);
	const width = require_first.textWidth(io);
	const colors = import_picocolors.default.createColors(require_first.wantsColor(request.color, io));
	const half = require_first.halfFinder(all);
	const lines = found.slice(0, mostShown).flatMap((finding) => {
		const other = half(finding);
		const around = {
			color: false,
			width,
			verbose: true,
			rules: require_dist.rules,
			colors,
			columns: require_findings().columnsOf([finding]),
			advised: new Set(require_first.isCredential(finding) ? [finding.rule] : []),
			...other && { other: require_first.everyString(other, require_first.visible) }
		};
		return [
			colors.bold(colors.underline(require_first.visible(require_findings().placeName(finding)))),
			...require_findings().findingLines(require_first.everyString(finding, require_first.visible), around),
			""
		];
	});
	const more = found.length - mostShown;
	if (more > 0) lines.push(`And in ${require_first.count(more, "other place")} of the report.`, "");
	const [first] = found;
	if (first && require_first.isCredential(first)) lines.push(...require_text_way_out.leakLines(require_first.leakWith(first, all), width, colors));
	else lines.push(...adviceLines(first, width));
	while (lines.at(-1) === "") lines.pop();
	return {
		code: 0,
		stdout: require_first.logSafe(lines.map((line) => `${line}\n`).join(""))
	};
}
/** The leaks by which a report can be asked, for who typed another. */
function namesOf(findings) {
	const names = [...new Set(findings.filter(require_first.isCredential).map(({ masked, fingerprint }) => `${fingerprint.slice(0, 8)}${masked ? ` (${masked})` : ""}`))];
	const shown = names.slice(0, 8);
	return names.length === 0 ? "none" : require_first.listed([...shown, ...names.length > 8 ? [`${require_first.count(names.length - 8, "other")}`] : []]);
}
function adviceLines(finding, width) {
	const rule = require_dist.rules.find(({ id }) => id === finding?.rule);
	if (!rule) return [];
	return ["What to do", ...rule.advice.flatMap((step, i) => require_findings().paragraph(step, width, 2, `${i + 1}. `))];
}
exports.runExplainFinding = runExplainFinding;
