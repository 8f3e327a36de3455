"use strict";
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
const require_first = require("./first.cjs");
// ../cli/dist/reports/text-way-out.js
function leakLines(leak, width, colors) {
	const name = leak.halves.map(({ rule, masked }) => [rule, masked].filter(Boolean).join(" ")).join(" and ");
	const steps = require_findings().wayOut(leak).flatMap((step, i) => stepLines(step, width, colors, `${String(i + 1).padStart(3)}. `));
	return [colors.bold(colors.green(`The way out: ${require_first.visible(name)}`)), ...steps];
}
/** @param lead its number */
function stepLines(step, width, colors, lead = "") {
	const { title, says, commands, notes, ticket } = step;
	const indent = lead.length;
	const shown = (text, mark = "") => require_findings().paragraph(require_first.visible(text), width, indent, mark);
	const block = (text) => text.split("\n").map((line) => copied(line, indent + 2));
	return [
		`${lead}${colors.bold(require_first.visible(title))}`,
		...says.flatMap((sentence) => shown(sentence)),
		...commands.flatMap((command) => [...shown(command.says), ...block(command.text).map(colors.cyan)]),
		...notes.flatMap((note) => [...shown(note.says, "Note: "), copied(note.source, indent + 6)].map(colors.dim)),
		...ticket ? [...shown(`A draft for ${ticket.to}:`), ...block(ticket.text)] : []
	];
}
/** Never wrapped: it is there to be copied. */
const copied = (line, indent) => line === "" ? "" : " ".repeat(indent) + require_first.visible(line);
exports.leakLines = leakLines;
exports.stepLines = stepLines;
