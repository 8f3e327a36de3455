"use strict";
const require_meanwhile = require("./meanwhile.cjs");
const require_first = require("./first.cjs");
// ../cli/dist/reports/jsonl.js
/** One JSON value a line, for programs that read as they go: what the scan was, then its findings, then the rest. */
/** Each line has a `type`: `report`, `finding`, `suppressed` or `skipped`; its other fields are those of the JSON report. */
function* jsonlReport(report) {
	const { findings, suppressed, skipped, shard: _, ...head } = report;
	const counts = {
		findings: findings.length,
		suppressed: suppressed.length,
		skipped: skipped.length
	};
	yield line({
		type: "report",
		...head,
		counts
	});
	for (const finding of findings) yield line({
		type: "finding",
		...require_meanwhile.inOrder(finding)
	});
	for (const finding of suppressed) yield line({
		type: "suppressed",
		...require_meanwhile.inOrder(finding)
	});
	for (const skip of skipped) yield line({
		type: "skipped",
		...skip
	});
}
const line = (data) => `${require_first.visibleJson(JSON.stringify(data))}\n`;
exports.jsonlReport = jsonlReport;
