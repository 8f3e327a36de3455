"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_dist = require("./dist4.cjs");
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
const require_first = require("./first.cjs");
// ../cli/dist/commands/explain-rule.js
/** `bnguard explain RULE`: what a rule finds, why it matters, what to do, and examples. */
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_findings().require_picocolors(), 1);
async function runExplainRule({ rule: id, color }, { io }) {
	const rule = require_dist.rules.find((one) => one.id === id);
	if (!rule) {
		if (/^(?:[0-9a-f]{6,64}|(?=.*[A-Z\d])[\w+/-]{4}…?)$/.test(id)) throw new require_first.UserError(`There is no rule ${id}. To explain a finding name the report that has it: bnguard scan --format json --output report.json, then bnguard explain ${id} --report report.json.`);
		const hint = require_first.didYouMean(id, require_dist.rules.map((one) => one.id));
		throw new require_first.UserError(`There is no rule ${id}${hint}. See bnguard rules for the ids.`);
	}
	return {
		code: 0,
		stdout: ruleText(rule, require_first.textWidth(io), import_picocolors.default.createColors(require_first.wantsColor(color, io)))
	};
}
function ruleText(rule, width, colors) {
	const section = (title, lines) => lines.length > 0 ? [
		"",
		colors.bold(title),
		...lines
	] : [];
	const { leaks, clean, missed } = rule.examples;
	return [
		`${colors.bold(rule.id)}  ${require_findings().severityWord(rule.severity, colors, 0)}  ${rule.title}`,
		"",
		...require_findings().paragraph(rule.finds, width, 0),
		...section("Why it matters", require_findings().paragraph(rule.why, width, 2)),
		...section("What to do", rule.advice.flatMap((step, i) => require_findings().paragraph(step, width, 2, `${i + 1}. `))),
		...section("Found", exampleLines(leaks, width, colors)),
		...section("Not found, rightly", exampleLines(clean, width, colors)),
		...section("Not found, known limits", exampleLines(missed, width, colors)),
		...section("References", rule.references.map((reference) => `  ${reference}`))
	].map((line) => `${line}\n`).join("");
}
/** Code keeps its lines; a blank line stands between examples. */
function exampleLines(examples, width, colors) {
	return examples.flatMap((example, i) => {
		const { path, text, because } = typeof example === "string" ? { text: example } : example;
		const about = [path, because].filter((part) => part !== void 0).join(": ");
		return [
			...i > 0 ? [""] : [],
			...about ? require_findings().paragraph(about, width, 2).map(colors.dim) : [],
			...readable(text).replace(/\n$/, "").split("\n").map((line) => `    ${line}`)
		];
	});
}
/** `<key64:a>` → `<key>`, `<pem-ed25519:a|base64>` → `<pem-ed25519, base64>`: what stands there, not how it is made. */
function readable(text) {
	return text.replace(/<([A-Za-z][A-Za-z0-9-]*):[a-z0-9.-]+(\[\d*,\d*\])?((?:\|[a-z0-9]+)*)>/g, (_, kind, slice, filters) => `<${[
		kind.replace(/^key64$/, "key"),
		...slice ? ["part"] : [],
		...filters.split("|").slice(1)
	].join(", ")}>`);
}
exports.runExplainRule = runExplainRule;
