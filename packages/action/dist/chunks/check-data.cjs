"use strict";
const require_dist = require("./dist3.cjs");
const require_data_file = require("./data-file.cjs");
const require_first = require("./first.cjs");
// ../cli/dist/check-data.js
/** Holds a data file against a valibot schema and turns what is wrong into lines that name the place and the key. */
/** How many mistakes are named at once. */
const most = 5;
/** The data as the schema describes it. Throws a UserError with a line for each of the first mistakes. */
function check(file, schema) {
	if (Array.isArray(file.value)) throw new require_first.UserError(`${file.at([])}: expected keys and values, got a list.`);
	const result = require_dist.safeParse(schema, file.value);
	if (result.success) return result.output;
	const lines = result.issues.map(({ path: items = [], message }) => {
		const path = items.map((item) => item.key);
		const part = items.at(-1)?.origin === "key" ? "key" : "value";
		const key = keyPath(path);
		return {
			place: file.placeOf(path, part),
			text: `${file.at(path, part)}: ${key && `${key}: `}${message}.`
		};
	}).sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column).map(({ text }) => text);
	const rest = lines.length > most ? [`… and ${lines.length - most} more`] : [];
	throw new require_first.UserError([...lines.slice(0, most), ...rest].join("\n"));
}
/** `ignore[0].reason`. */
function keyPath(path) {
	return path.map((step, i) => typeof step === "number" ? `[${step}]` : `${i > 0 ? "." : ""}${require_data_file.shownKey(String(step))}`).join("");
}
exports.check = check;
