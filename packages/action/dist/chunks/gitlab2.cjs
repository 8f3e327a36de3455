"use strict";
const require_first = require("./first.cjs");
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
let node_crypto = require("node:crypto");
// ../cli/dist/reports/gitlab.js
/** GitLab's secret detection report, schema 15.2.1. Nothing of the source is quoted: `raw_source_code_extract` is left out. */
const version = "15.2.1";
const severityNames = {
	critical: "Critical",
	high: "High",
	medium: "Medium",
	low: "Low",
	info: "Info"
};
/** What GitLab's own analyzer names where no commit is known. */
const noCommit = "0000000";
/** The schema's limits, in characters. */
const longest = {
	name: 255,
	solution: 7e3
};
function* gitlabReport(report, rules) {
	const { tool, asOf, complete, findings, skipped } = report;
	const time = asOf.slice(0, 19);
	const self = {
		id: "bnguard",
		name: "bnguard",
		version: tool.version,
		vendor: { name: "bnguard" }
	};
	const gaps = complete ? [] : skipped.filter(require_first.isGap).slice(0, 100);
	const scan = {
		analyzer: self,
		scanner: self,
		type: "secret_detection",
		start_time: time,
		end_time: time,
		status: complete ? "success" : "failure",
		messages: [...complete ? [] : [{
			level: "fatal",
			value: "Not everything could be read, so there may be more findings."
		}], ...gaps.map(({ path, object, why, detail }) => ({
			level: "warn",
			value: [
				path || object,
				why,
				detail
			].filter(Boolean).join(": ")
		}))]
	};
	const half = require_first.halfFinder(findings);
	const byId = new Map(rules.map((rule) => [rule.id, rule]));
	const head = JSON.stringify({
		version,
		scan
	}, null, 2).slice(0, -2);
	yield `${require_first.visibleJson(head)},\n  "vulnerabilities": [`;
	for (const [i, finding] of findings.entries()) yield `${i > 0 ? "," : ""}\n    ${require_first.visibleJson(JSON.stringify(vulnerability(finding, half(finding), byId.get(finding.rule))))}`;
	yield findings.length > 0 ? "\n  ]\n}\n" : "]\n}\n";
}
function vulnerability(finding, half, rule) {
	const { severity, message, confidence, evidence, origin, path, start, end, masked, fingerprint } = finding;
	const cwe = require_first.weaknessOf(finding.rule);
	const description = [
		`${message} (${confidence}${masked ? `, ${masked}` : ""}).`,
		...origin.kind === "history" ? require_findings().exposureSentences(origin, path) : [],
		...evidence.map(({ says }) => `- ${says}`),
		`Fingerprint ${fingerprint}.`
	];
	const steps = require_first.isCredential(finding) ? require_findings().wayOut(require_first.leakWith(finding, half ? [finding, half] : [finding])).map(({ title, says }, i) => `${i + 1}. ${title}. ${says.join(" ")}`) : (rule?.advice ?? []).map((step, i) => `${i + 1}. ${step}`);
	return {
		id: identity(finding),
		name: cut(rule?.title ?? finding.rule, longest.name),
		description: description.map(require_first.visible).join("\n"),
		severity: severityNames[severity],
		solution: cut(steps.map(require_first.visible).join("\n"), longest.solution),
		identifiers: [{
			type: "bnguard_rule_id",
			name: `bnguard rule ${finding.rule}`,
			value: finding.rule
		}, ...cwe === void 0 ? [] : [{
			type: "cwe",
			name: `CWE-${cwe}`,
			value: String(cwe),
			url: `https://cwe.mitre.org/data/definitions/${cwe}.html`
		}]],
		location: {
			file: require_first.visible(path || require_findings().placeName(finding)),
			start_line: start.line,
			end_line: end.line,
			commit: { sha: commitOf(finding) }
		}
	};
}
const cut = (text, length) => text.length > length ? `${text.slice(0, length - 1)}…` : text;
function commitOf({ origin }) {
	if (origin.kind === "range") return origin.commit;
	return origin.kind === "history" ? origin.firstCommit?.id ?? noCommit : noCommit;
}
/** The same for the same rule, value and place in every scan, in the form of a UUID. */
function identity({ rule, fingerprint, repository, path, start }) {
	const hex = (0, node_crypto.createHash)("sha256").update([
		rule,
		fingerprint,
		repository,
		path,
		start.line,
		start.column
	].join("\0")).digest("hex");
	const variant = (8 + parseInt(hex[16], 16) % 4).toString(16);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		variant + hex.slice(17, 20),
		hex.slice(20, 32)
	].join("-");
}
exports.gitlabReport = gitlabReport;
