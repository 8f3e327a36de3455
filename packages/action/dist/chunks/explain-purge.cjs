"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
const require_first = require("./first.cjs");
const require_read_report = require("./read-report.cjs");
const require_text_way_out = require("./text-way-out.cjs");
// ../cli/dist/commands/explain-purge.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_findings().require_picocolors(), 1);
async function runExplainPurge(request, { io, cwd }) {
	const { findings, suppressed } = require_first.redactAll(await require_read_report.readReport(request.report, cwd));
	const past = findings.filter(({ origin }) => origin.kind === "history");
	const aside = suppressed.filter((finding) => finding.origin.kind === "history" && require_first.isCredential(finding)).length;
	const leaks = require_first.leaksOf(past);
	const credentials = leaks.flatMap((leak) => leak.findings);
	const step = require_findings().outOfHistory(credentials);
	if (leaks.length === 0 || !step) throw new require_first.UserError(`${request.report} has no credential that git’s history holds${aside > 0 ? ` and that is not set aside (${aside} are)` : ""}. bnguard scan --history --format json --output ${request.report} looks for them.`);
	const colors = import_picocolors.default.createColors(require_first.wantsColor(request.color, io));
	const [first = "", ...rest] = step.says;
	const says = [
		first,
		...leaks.map(nameOfLeak),
		...asideNote(aside),
		...rest
	];
	const whole = {
		commands: [],
		notes: [],
		...step,
		title: `${step.title}: ${require_first.count(leaks.length, "leak")}`,
		says
	};
	const lines = require_text_way_out.stepLines(whole, require_first.textWidth(io), colors);
	return {
		code: 0,
		stdout: require_first.logSafe(lines.map((line) => `${line}\n`).join(""))
	};
}
/** What would be taken out, as people know it. */
function nameOfLeak({ halves, findings }) {
	const names = halves.map(({ rule, masked }) => [rule, masked].filter(Boolean).join(" "));
	const paths = [...new Set(findings.map(require_findings().placeName))];
	const more = paths.length - 3;
	return `- ${require_first.listed(names)}, in ${require_first.listed([...paths.slice(0, 3), ...more > 0 ? [require_first.count(more, "other file")] : []])}`;
}
const asideNote = (n) => n === 0 ? [] : [`${require_first.count(n, "finding")} that ${n === 1 ? "is" : "are"} set aside stay; a report of a scan with --no-ignores has them too.`];
exports.runExplainPurge = runExplainPurge;
