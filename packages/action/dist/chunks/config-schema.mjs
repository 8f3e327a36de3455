import { array, boolean, check, description, exactOptional, integer, maxValue, minValue, number, picklist, pipe, regex, strictObject, string, union } from "./dist4.mjs";
import { didYouMean, isDay, parseSize, sizeHint } from "./front.mjs";
import { confidences, severities } from "./first.mjs";
// ../cli/dist/config-schema.js
/** The shape of bnguard.config.*: read by config.ts, published as schema/config.schema.json. */
/** Messages complete "<key>: …"; none repeats a value, because a value may be a key. */
function expected(what) {
	return () => `expected ${what}`;
}
/** An object whose unknown keys are answered with the nearest known one. */
function strictly(entries) {
	const known = Object.keys(entries);
	return strictObject(entries, (issue) => {
		if (issue.expected === "never") return `unknown key${didYouMean(String(issue.input), known) || `; known are ${known.join(", ")}`}`;
		return issue.expected === "Object" ? `expected keys and values (${known.join(", ")})` : "is missing and must be given";
	});
}
/** One of a few words. */
function word(choices) {
	return picklist(choices, (issue) => {
		const hint = typeof issue.input === "string" ? didYouMean(issue.input, choices) : "";
		return `expected one of ${choices.join(", ")}${hint}`;
	});
}
const fingerprintSchema = pipe(string(expected("the 32 hex digits of a fingerprint")), regex(/^[0-9a-f]{32}$/, expected("the 32 hex digits of a fingerprint, in lower case")));
const reasonSchema = pipe(string(expected("a sentence that says why")), regex(/\S/, expected("a sentence that says why, not nothing")));
const daySchema = pipe(string(expected("a day such as \"2026-11-22\"")), regex(/^\d{4}-\d\d-\d\d$/, expected("a day such as \"2026-11-22\"")), check(isDay, expected("a day that exists")));
const keyAgeHint = "a number of days, 1 to 3650";
/** @param ruleIds the ids that an entry may name. */
function configSchema(ruleIds) {
	const text = string(expected("text"));
	const list = expected("a list");
	const described = (schema, says) => pipe(schema, description(says));
	return strictly({
		$schema: exactOptional(text),
		ignore: exactOptional(described(array(strictly({
			paths: exactOptional(described(array(text, list), "picomatch patterns, relative to the top of the repository: \"tests/**\"")),
			rules: exactOptional(described(array(word(ruleIds), list), "rule ids")),
			fingerprint: exactOptional(described(fingerprintSchema, "of one value, as reports show it")),
			reason: described(reasonSchema, "why this may stay; reports repeat it"),
			expires: exactOptional(described(daySchema, "the last day on which this entry holds"))
		}), list), "findings to set aside; an entry covers a finding when all of its conditions hold")),
		failOn: exactOptional(described(word([...severities, "never"]), "exit with 1 from this severity")),
		minSeverity: exactOptional(described(word(severities), "show nothing below")),
		minConfidence: exactOptional(described(word(confidences), "show nothing below")),
		includeIgnored: exactOptional(described(boolean(expected("true or false")), "also read files that git ignores, and dependency folders")),
		maxFileSize: exactOptional(described(union([pipe(number(), integer(), minValue(1)), pipe(string(), check((size) => parseSize(size) !== void 0, expected(sizeHint)))], expected(sizeHint)), "skip larger files: 512k, 10MB, or bytes")),
		baseline: exactOptional(described(text, "the baseline, relative to the top of the repository")),
		keyAge: exactOptional(described(pipe(number(expected(keyAgeHint)), integer(expected(keyAgeHint)), minValue(1, expected(keyAgeHint)), maxValue(3650, expected(keyAgeHint))), "in how many days a key is to be renewed; 90 if absent"))
	});
}
export { configSchema, daySchema, expected, fingerprintSchema, reasonSchema, strictly, word };
