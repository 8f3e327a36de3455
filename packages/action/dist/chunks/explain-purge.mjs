import { __toESM } from "./rolldown-runtime.mjs";
import { leaksOf, logSafe, require_picocolors } from "./text.mjs";
import { UserError, count, redactAll, textWidth, wantsColor } from "./first.mjs";
import { readReport } from "./read-report.mjs";
import { stepLines } from "./text-way-out.mjs";
import { outOfHistory } from "./reports.mjs";
// ../cli/dist/commands/explain-purge.js
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
async function runExplainPurge(request, { io, cwd }) {
	const { findings, suppressed } = redactAll(await readReport(request.report, cwd));
	const past = [...findings, ...suppressed].filter(({ origin }) => origin.kind === "history");
	const leaks = leaksOf(past);
	const credentials = leaks.flatMap((leak) => leak.findings);
	const step = outOfHistory(credentials);
	if (leaks.length === 0 || !step) throw new UserError(`${request.report} has no credential that git’s history holds. bnguard scan --history --format json --output ${request.report} looks for them.`);
	const colors = import_picocolors.default.createColors(wantsColor(request.color, io));
	const titled = {
		commands: [],
		notes: [],
		...step,
		title: `${step.title}: ${count(leaks.length, "leak")}`
	};
	const lines = stepLines(titled, textWidth(io), colors);
	return {
		code: 0,
		stdout: logSafe(lines.map((line) => `${line}\n`).join(""))
	};
}
export { runExplainPurge };
