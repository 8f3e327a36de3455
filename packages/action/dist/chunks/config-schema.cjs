"use strict";
const require_dist = require("./dist3.cjs");
const require_front = require("./front.cjs");
const require_first = require("./first.cjs");
// ../cli/dist/config-schema.js
/** The shape of bnguard.config.*: read by config.ts, published as schema/config.schema.json. */
/** Messages complete "<key>: …"; none repeats a value, because a value may be a key. */
function expected(what) {
	return () => `expected ${what}`;
}
/** An object whose unknown keys are answered with the nearest known one. */
function strictly(entries) {
	const known = Object.keys(entries);
	return require_dist.strictObject(entries, (issue) => {
		if (issue.expected === "never") return `unknown key${require_first.didYouMean(String(issue.input), known) || `; known are ${known.join(", ")}`}`;
		return issue.expected === "Object" ? `expected keys and values (${known.join(", ")})` : "is missing and must be given";
	});
}
/** One of a few words. */
function word(choices) {
	return require_dist.picklist(choices, (issue) => {
		const hint = typeof issue.input === "string" ? require_first.didYouMean(issue.input, choices) : "";
		return `expected one of ${choices.join(", ")}${hint}`;
	});
}
const fingerprintSchema = require_dist.pipe(require_dist.string(expected("the 32 hex digits of a fingerprint")), require_dist.regex(/^[0-9a-f]{32}$/, expected("the 32 hex digits of a fingerprint, in lower case")));
const reasonSchema = require_dist.pipe(require_dist.string(expected("a sentence that says why")), require_dist.regex(/\S/, expected("a sentence that says why, not nothing")));
const daySchema = require_dist.pipe(require_dist.string(expected("a day such as \"2026-11-22\"")), require_dist.regex(/^\d{4}-\d\d-\d\d$/, expected("a day such as \"2026-11-22\"")), require_dist.check(require_front.isDay, expected("a day that exists")));
const keyAgeHint = "a number of days, 1 to 3650";
/** @param ruleIds the ids that an entry may name. */
function configSchema(ruleIds) {
	const text = require_dist.string(expected("text"));
	const list = expected("a list");
	const described = (schema, says) => require_dist.pipe(schema, require_dist.description(says));
	return strictly({
		$schema: require_dist.exactOptional(text),
		ignore: require_dist.exactOptional(described(require_dist.array(strictly({
			paths: require_dist.exactOptional(described(require_dist.array(text, list), "picomatch patterns, relative to the top of the repository: \"tests/**\"")),
			rules: require_dist.exactOptional(described(require_dist.array(word(ruleIds), list), "rule ids")),
			fingerprint: require_dist.exactOptional(described(fingerprintSchema, "of one value, as reports show it")),
			reason: described(reasonSchema, "why this may stay; reports repeat it"),
			expires: require_dist.exactOptional(described(daySchema, "the last day on which this entry holds"))
		}), list), "findings to set aside; an entry covers a finding when all of its conditions hold")),
		failOn: require_dist.exactOptional(described(word([...require_first.severities, "never"]), "exit with 1 from this severity")),
		minSeverity: require_dist.exactOptional(described(word(require_first.severities), "show nothing below")),
		minConfidence: require_dist.exactOptional(described(word(require_first.confidences), "show nothing below")),
		includeIgnored: require_dist.exactOptional(described(require_dist.boolean(expected("true or false")), "also read files that git ignores, and dependency folders")),
		maxFileSize: require_dist.exactOptional(described(require_dist.union([require_dist.pipe(require_dist.number(), require_dist.integer(), require_dist.minValue(1)), require_dist.pipe(require_dist.string(), require_dist.check((size) => require_front.parseSize(size) !== void 0, expected(require_front.sizeHint)))], expected(require_front.sizeHint)), "skip larger files: 512k, 10MB, or bytes")),
		baseline: require_dist.exactOptional(described(text, "the baseline, relative to the top of the repository")),
		keyAge: require_dist.exactOptional(described(require_dist.pipe(require_dist.number(expected(keyAgeHint)), require_dist.integer(expected(keyAgeHint)), require_dist.minValue(1, expected(keyAgeHint)), require_dist.maxValue(3650, expected(keyAgeHint))), "in how many days a key is to be renewed; 90 if absent"))
	});
}
exports.configSchema = configSchema;
exports.daySchema = daySchema;
exports.expected = expected;
exports.fingerprintSchema = fingerprintSchema;
exports.reasonSchema = reasonSchema;
exports.strictly = strictly;
exports.word = word;
