"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_dist = require("./dist4.cjs");
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
const require_first = require("./first.cjs");
// ../cli/dist/commands/rules.js
/** `bnguard rules`: the list of rules, for people and for programs. */
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_findings().require_picocolors(), 1);
async function runRules({ format, color }, { io }) {
	return {
		code: 0,
		stdout: format === "json" ? rulesJson(require_dist.rules) : rulesTable(require_dist.rules, require_first.textWidth(io), require_first.wantsColor(color, io))
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
	const [ids, severities] = [require_findings().widest(all.map(({ id }) => id)), require_findings().widest(all.map(({ severity }) => severity))];
	return [
		...all.flatMap(({ id, severity, title }) => {
			const [first = "", ...more] = require_findings().paragraph(title, width, ids + severities + 4);
			return [`${colors.bold(require_findings().pad(id, ids))}  ${require_findings().severityWord(severity, colors, severities)}  ` + first.trimStart(), ...more];
		}),
		"",
		"bnguard explain RULE says more about each.",
		""
	].join("\n");
}
exports.runRules = runRules;
