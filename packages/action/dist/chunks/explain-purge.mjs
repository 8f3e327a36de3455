import { __toESM } from "./rolldown-runtime.mjs";
import { isCredential, leaksOf, logSafe, placeName, require_picocolors } from "./text.mjs";
import { UserError, count, listed, redactAll, textWidth, wantsColor } from "./first.mjs";
import { readReport } from "./read-report.mjs";
import { stepLines } from "./text-way-out.mjs";
import { outOfHistory } from "./reports.mjs";
// ../cli/dist/commands/explain-purge.js
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
async function runExplainPurge(request, { io, cwd }) {
	const { findings, suppressed } = redactAll(await readReport(request.report, cwd));
	const past = findings.filter(({ origin }) => origin.kind === "history");
	const aside = suppressed.filter((finding) => finding.origin.kind === "history" && isCredential(finding)).length;
	const leaks = leaksOf(past);
	const credentials = leaks.flatMap((leak) => leak.findings);
	const step = outOfHistory(credentials);
	if (leaks.length === 0 || !step) throw new UserError(`${request.report} has no credential that git’s history holds${aside > 0 ? ` and that is not set aside (${aside} are)` : ""}. bnguard scan --history --format json --output ${request.report} looks for them.`);
	const colors = import_picocolors.default.createColors(wantsColor(request.color, io));
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
		title: `${step.title}: ${count(leaks.length, "leak")}`,
		says
	};
	const lines = stepLines(whole, textWidth(io), colors);
	return {
		code: 0,
		stdout: logSafe(lines.map((line) => `${line}\n`).join(""))
	};
}
/** What would be taken out, as people know it. */
function nameOfLeak({ halves, findings }) {
	const names = halves.map(({ rule, masked }) => [rule, masked].filter(Boolean).join(" "));
	const paths = [...new Set(findings.map(placeName))];
	const more = paths.length - 3;
	return `- ${listed(names)}, in ${listed([...paths.slice(0, 3), ...more > 0 ? [count(more, "other file")] : []])}`;
}
const asideNote = (n) => n === 0 ? [] : [`${count(n, "finding")} that ${n === 1 ? "is" : "are"} set aside stay; a report of a scan with --no-ignores has them too.`];
export { runExplainPurge };
