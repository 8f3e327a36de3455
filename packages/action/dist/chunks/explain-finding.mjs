import { __toESM } from "./rolldown-runtime.mjs";
import { columnsOf, findingLines, halfFinder, isCredential, leakWith, logSafe, paragraph, placeName, require_picocolors } from "./text.mjs";
import { rules } from "./dist5.mjs";
import { UserError, count, everyString, listed, redactAll, textWidth, visible, wantsColor } from "./first.mjs";
import { readReport } from "./read-report.mjs";
import { leakLines } from "./text-way-out.mjs";
// ../cli/dist/commands/explain-finding.js
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
/** Places that are shown with all their evidence. */
const mostShown = 5;
async function runExplainFinding(request, { io, cwd }) {
	const { findings, suppressed } = redactAll(await readReport(request.report, cwd));
	const all = [...findings, ...suppressed];
	const found = all.filter(({ fingerprint, masked }) => "mask" in request ? masked === `${request.mask}…` : fingerprint.startsWith(request.fingerprint));
	const asked = "mask" in request ? `value that begins with ${request.mask}` : `fingerprint ${request.fingerprint}`;
	const prints = [...new Set(found.map(({ fingerprint }) => fingerprint))];
	if (prints.length === 0) throw new UserError(`${request.report} has no finding with the ${asked}. It has: ${namesOf(all)}.`);
	if (prints.length > 1) throw new UserError(`${count(prints.length, "fingerprint")} have the ${asked}: ${prints.slice(0, 5).join(", ")}. Write more of one.`);
	const width = textWidth(io);
	const colors = import_picocolors.default.createColors(wantsColor(request.color, io));
	const half = halfFinder(all);
	const lines = found.slice(0, mostShown).flatMap((finding) => {
		const other = half(finding);
		const around = {
			color: false,
			width,
			verbose: true,
			rules,
			colors,
			columns: columnsOf([finding]),
			advised: new Set(isCredential(finding) ? [finding.rule] : []),
			...other && { other: everyString(other, visible) }
		};
		return [
			colors.bold(colors.underline(visible(placeName(finding)))),
			...findingLines(everyString(finding, visible), around),
			""
		];
	});
	const more = found.length - mostShown;
	if (more > 0) lines.push(`And in ${count(more, "other place")} of the report.`, "");
	const [first] = found;
	if (first && isCredential(first)) lines.push(...leakLines(leakWith(first, all), width, colors));
	else lines.push(...adviceLines(first, width));
	while (lines.at(-1) === "") lines.pop();
	return {
		code: 0,
		stdout: logSafe(lines.map((line) => `${line}\n`).join(""))
	};
}
/** The leaks by which a report can be asked, for who typed another. */
function namesOf(findings) {
	const names = [...new Set(findings.filter(isCredential).map(({ masked, fingerprint }) => `${fingerprint.slice(0, 8)}${masked ? ` (${masked})` : ""}`))];
	const shown = names.slice(0, 8);
	return names.length === 0 ? "none" : listed([...shown, ...names.length > 8 ? [`${count(names.length - 8, "other")}`] : []]);
}
function adviceLines(finding, width) {
	const rule = rules.find(({ id }) => id === finding?.rule);
	if (!rule) return [];
	return ["What to do", ...rule.advice.flatMap((step, i) => paragraph(step, width, 2, `${i + 1}. `))];
}
export { runExplainFinding };
