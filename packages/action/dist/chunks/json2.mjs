import { visibleJson } from "./first.mjs";
// ../cli/dist/reports/json.js
/**
* Indented by two spaces, with a final newline, in pieces: one for each finding. Characters that a terminal would obey are
* written as `\uXXXX`.
*/
function* jsonReport(report) {
	const { schema, tool, asOf, complete, findings, suppressed, skipped, coverage, ...more } = report;
	yield "{";
	yield* members({
		schema,
		tool,
		asOf,
		complete
	});
	yield ",\n  \"findings\": ";
	yield* list(findings, inOrder);
	yield ",\n  \"suppressed\": ";
	yield* list(suppressed, inOrder);
	yield ",\n  \"skipped\": ";
	yield* list(skipped, (skip) => skip);
	yield ",";
	yield* members({
		coverage,
		...more
	});
	yield "\n}\n";
}
/** A finding with its keys in the order of the contract. */
function inOrder(finding) {
	const { rule, role, severity, confidence, message, masked, fingerprint, environment, pair, ...rest } = finding;
	const { repository, path, start, end, origin, evidence, ...more } = rest;
	return {
		rule,
		role,
		severity,
		confidence,
		message,
		masked,
		fingerprint,
		environment,
		pair,
		repository,
		path,
		start,
		end,
		origin,
		evidence,
		...more
	};
}
function* members(data) {
	const present = Object.entries(data).filter(([, value]) => value !== void 0);
	for (const [i, [key, value]] of present.entries()) yield `${i > 0 ? "," : ""}\n  ${JSON.stringify(key)}: ${text(value, "  ")}`;
}
function* list(items, change) {
	if (items.length === 0) {
		yield "[]";
		return;
	}
	yield "[";
	for (const [i, item] of items.entries()) yield `${i > 0 ? "," : ""}\n    ${text(change(item), "    ")}`;
	yield "\n  ]";
}
/** JSON whose further lines are indented; no string in it has a line break of its own. */
const text = (value, indent) => visibleJson(JSON.stringify(value, null, 2)).replaceAll("\n", `\n${indent}`);
export { inOrder, jsonReport };
