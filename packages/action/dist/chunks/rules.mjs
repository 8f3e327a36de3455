import { __toESM } from "./rolldown-runtime.mjs";
import { rules } from "./dist5.mjs";
import { pad, paragraph, require_picocolors, severityWord, widest } from "./text.mjs";
import { textWidth, wantsColor } from "./first.mjs";
// ../cli/dist/commands/rules.js
/** `bnguard rules`: the list of rules, for people and for programs. */
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
async function runRules({ format, color }, { io }) {
	return {
		code: 0,
		stdout: format === "json" ? rulesJson(rules) : rulesTable(rules, textWidth(io), wantsColor(color, io))
	};
}
function rulesJson(all) {
	const data = all.map(({ id, title, severity, finds, why, advice, references }) => {
		return {
			id,
			title,
			severity,
			finds,
			why,
			advice,
			references
		};
	});
	return `${JSON.stringify(data, null, 2)}\n`;
}
function rulesTable(all, width, color) {
	const colors = import_picocolors.default.createColors(color);
	const [ids, severities] = [widest(all.map(({ id }) => id)), widest(all.map(({ severity }) => severity))];
	return [
		...all.flatMap(({ id, severity, title }) => {
			const [first = "", ...more] = paragraph(title, width, ids + severities + 4);
			return [`${colors.bold(pad(id, ids))}  ${severityWord(severity, colors, severities)}  ` + first.trimStart(), ...more];
		}),
		"",
		"bnguard explain RULE says more about each.",
		""
	].join("\n");
}
export { runRules };
