"use strict";
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
const require_first = require("./first.cjs");
// ../cli/dist/reports/junit.js
/** A finding is a failure, a suppressed one is skipped, what could not be read is an error; a clean scan is one passed case. */
function* junitReport(report) {
	const { findings, suppressed, skipped, complete } = report;
	const half = require_first.halfFinder(findings);
	const gaps = complete ? [] : skipped.filter(require_first.isGap);
	const errors = complete ? 0 : Math.max(1, gaps.length);
	const isClean = findings.length + suppressed.length + errors === 0;
	const counts = {
		tests: findings.length + suppressed.length + errors + (isClean ? 1 : 0),
		failures: findings.length,
		errors,
		skipped: suppressed.length
	};
	yield "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
	yield `<testsuites${attributes({
		name: "bnguard",
		...counts
	})}>\n`;
	yield `  <testsuite${attributes({
		name: "bnguard",
		...counts,
		time: 0,
		timestamp: report.asOf.slice(0, 19)
	})}>\n`;
	for (const finding of findings) {
		const { severity, rule, message } = finding;
		yield `    <testcase${caseAttributes(finding)}>\n`;
		yield `      <failure${attributes({
			type: rule,
			message: `${severity}: ${message}`
		})}>${require_first.logSafe(escaped(bodyOf(finding, half(finding))))}</failure>\n`;
		yield "    </testcase>\n";
	}
	for (const finding of suppressed) {
		const { by, at, reason } = finding.suppression;
		yield `    <testcase${caseAttributes(finding)}><skipped${attributes({ message: [
			by,
			at,
			reason
		].filter(Boolean).join(": ") })}/></testcase>\n`;
	}
	for (const { path, object, why, detail } of gaps.length > 0 || complete ? gaps : [incomplete]) {
		yield `    <testcase${attributes({
			classname: path || (object ?? "scan"),
			name: "could be read",
			time: 0
		})}>`;
		yield `<error${attributes({
			type: why,
			message: detail ?? why
		})}/></testcase>\n`;
	}
	if (isClean) yield `    <testcase${attributes({
		classname: "bnguard",
		name: "no findings",
		time: 0
	})}/>\n`;
	yield "  </testsuite>\n</testsuites>\n";
}
const incomplete = {
	path: "",
	object: void 0,
	why: "unreadable",
	detail: "not everything could be read"
};
function caseAttributes(finding) {
	const { rule, masked, start } = finding;
	return attributes({
		classname: require_findings().placeName(finding),
		name: [
			rule,
			masked,
			`at line ${start.line}`
		].filter(Boolean).join(" "),
		file: finding.path || void 0,
		line: start.line,
		time: 0
	});
}
function bodyOf(finding, half) {
	const { start, message, severity, confidence, fingerprint, evidence } = finding;
	return [
		`${require_findings().placeName(finding)}:${start.line}:${start.column}`,
		`${message} (${severity}, ${confidence})`,
		...evidence.map(({ says, bits }) => `  ${require_first.signedBits(bits)} ${says}`),
		...require_findings().firstStep(finding, half),
		`fingerprint ${fingerprint}`
	].map(require_first.visible).join("\n");
}
function attributes(all) {
	return Object.entries(all).map(([name, value]) => value === void 0 ? "" : ` ${name}="${escaped(require_first.visible(String(value)))}"`).join("");
}
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;"
};
/** For text and attributes. `visible` has replaced controls and lone surrogates; two more code points are forbidden. */
const escaped = (text) => text.replace(/[&<>"']/g, (character) => entities[character]).replace(/[\ufffe\uffff]/g, "�");
exports.junitReport = junitReport;
