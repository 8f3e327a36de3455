"use strict";
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
const require_first = require("./first.cjs");
// ../cli/dist/reports/csv.js
const columns = [
	...[
		"kind",
		"severity",
		"confidence",
		"rule",
		"masked",
		"environment",
		"repository",
		"path",
		"line",
		"column"
	],
	...[
		"message",
		"origin",
		"first commit",
		"first date",
		"exposed days",
		"at HEAD",
		"pushed",
		"fingerprint",
		"pair"
	],
	"suppressed by"
];
/**
* `kind` is `finding`, `suppressed`, or `incomplete` for what could not be read, so that a table without findings does not
* look like a clean one. Lines end with CRLF.
*/
function* csvReport(report) {
	yield line(columns);
	for (const finding of report.findings) yield line(cells("finding", finding, ""));
	for (const finding of report.suppressed) {
		const { by, at, reason } = finding.suppression;
		yield line(cells("suppressed", finding, [
			by,
			at,
			reason
		].filter(Boolean).join(": ")));
	}
	if (!report.complete) for (const { path, object, why, detail } of report.skipped.filter(require_first.isGap)) yield line([
		"incomplete",
		"",
		"",
		why,
		"",
		"",
		"",
		path || (object ?? ""),
		"",
		"",
		detail ?? ""
	]);
}
function cells(kind, finding, suppressed) {
	const { severity, confidence, rule, masked, environment, repository, path, start, message, origin } = finding;
	const { firstCommit, exposedDays, atHead, pushed } = origin.kind === "history" ? origin : {};
	return [
		...[
			kind,
			severity,
			confidence,
			rule,
			masked,
			environment,
			repository,
			path || require_findings().placeName(finding)
		],
		...[
			start.line,
			start.column,
			message,
			origin.kind
		],
		origin.kind === "range" ? origin.commit : firstCommit?.id,
		...[
			firstCommit?.date,
			exposedDays,
			atHead,
			pushed,
			finding.fingerprint,
			finding.pair,
			suppressed
		]
	];
}
function line(values) {
	return `${columns.map((_, i) => cell(values[i])).join(",")}\r\n`;
}
/**
* What a spreadsheet takes for a formula begins with one of these, also in full width and after blanks; a quote before it
* makes it text. (OWASP, CSV injection.)
*/
const formula = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20|%]/u;
function cell(value) {
	if (value === void 0) return "";
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	const text = require_first.visible(value);
	const safe = formula.test(text) ? `'${text}` : text;
	return /[",;'\s]/.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe;
}
exports.csvReport = csvReport;
