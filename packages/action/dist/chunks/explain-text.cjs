"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_dist = require("./dist4.cjs");
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
const require_first = require("./first.cjs");
// ../cli/dist/commands/explain-text.js
/** `bnguard explain --text`: every clue about every candidate and risk in a text, the sums, the verdict, and what is missing. */
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_findings().require_picocolors(), 1);
const questions = {
	credential: "Is it a credential?",
	risk: "Is it what it looks like?",
	binance: "Is it Binance's?",
	role: "Which role has it?"
};
const askedOf = {
	credential: [
		"credential",
		"binance",
		"role"
	],
	risk: ["risk", "binance"]
};
async function runExplainText(request, { io }) {
	const { filename: path } = request;
	const text = request.text === "-" ? Buffer.from(await require_first.readAll(io)).toString("utf8") : request.text;
	const found = require_dist.explain({
		path,
		origin: { kind: "stdin" },
		text
	});
	const colors = import_picocolors.default.createColors(require_first.wantsColor(request.color, io));
	const lines = found.flatMap((one, i) => [...i > 0 ? [""] : [], ...explanationLines(one, require_first.textWidth(io), colors)]);
	return {
		code: 0,
		stdout: `${(lines.length > 0 ? lines : require_findings().paragraph("Nothing in this text is a dangerous setting or call, or has the shape of a Binance credential: 64 mixed letters and digits, or a private key. 64 lower-case hex digits are taken for a checksum unless a name or a call says that they are a testnet key.", require_first.textWidth(io), 0)).join("\n")}\n`
	};
}
function explanationLines(explanation, width, colors) {
	const { what, clues, counted, totals, missing } = explanation;
	const sections = askedOf[what].flatMap((question) => {
		const asked = clues.filter((clue) => clue.question === question);
		const total = colors.bold(`${require_first.signedBits(totals[question]).padStart(7)}  in all`);
		return [
			"",
			colors.bold(questions[question]),
			...clueLines(asked, counted, width, colors),
			total
		];
	});
	return [
		...headLines(explanation, width, colors),
		...sections,
		...missing.length > 0 ? ["", colors.bold("What would have raised the confidence")] : [],
		...missing.flatMap((clue) => require_findings().paragraph(shown(clue), width, 2, "- "))
	];
}
function headLines({ finding, start, masked }, width, colors) {
	const place = `${start.line}:${start.column}`;
	if (!finding) return [`${place}  ${masked}  ${colors.bold("not reported")}`];
	const { severity, rule, confidence, message } = finding;
	return [[
		place,
		require_findings().severityWord(severity, colors, 0),
		rule,
		masked,
		confidence
	].filter(Boolean).join("  "), ...require_findings().paragraph(shown(message), width, 2)];
}
/** Of each group only the strongest clue counts, and has a star; the others are shown dim. */
function clueLines(clues, counted, width, colors) {
	if (clues.length === 0) return [colors.dim("         nothing speaks for or against it")];
	return clues.flatMap((clue) => {
		const counts = counted.includes(clue);
		const role = clue.role ? ` → ${clue.role}` : "";
		const lead = `${require_first.signedBits(clue.bits).padStart(5)} ${counts ? "*" : " "} `;
		const lines = require_findings().paragraph(`${shown(clue.says)}${role} (${clue.signal}, group ${clue.group})`, width, 2, lead);
		return counts ? lines : lines.map(colors.dim);
	});
}
const shown = (text) => require_first.visible(require_first.redact(text));
exports.runExplainText = runExplainText;
