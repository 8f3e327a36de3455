"use strict";
const require_baseline = require("./baseline.cjs");
const require_dist = require("./dist3.cjs");
const require_config_schema = require("./config-schema.cjs");
const require_first = require("./first.cjs");
const require_check_data = require("./check-data.cjs");
// ../cli/dist/baseline-schema.js
/** The shape of bnguard-baseline.json: read by baseline.ts, published as schema/baseline.schema.json. */
/** Rule ids are not checked: a baseline outlives the versions of the program. */
const baselineSchema = require_config_schema.strictly({
	$schema: require_dist.exactOptional(require_dist.string(require_config_schema.expected("text"))),
	schema: require_dist.literal(1, require_config_schema.expected("1, the only schema there is")),
	findings: require_dist.array(require_config_schema.strictly({
		rule: require_dist.string(require_config_schema.expected("the id of a rule, or *")),
		fingerprint: require_config_schema.fingerprintSchema,
		severity: require_config_schema.word(require_first.severities),
		state: require_config_schema.word(["accepted", "revoked"]),
		reason: require_dist.exactOptional(require_config_schema.reasonSchema),
		date: require_config_schema.daySchema,
		expires: require_dist.exactOptional(require_config_schema.daySchema)
	}), require_config_schema.expected("a list"))
});
// ../cli/dist/baseline-of.js
/** What a baseline says, once its text was read as data: checked, with entries of one value joined. */
/** Throws a UserError that names line and column where the file is not what it should be. */
function baselineOf(file) {
	const { findings } = require_check_data.check(file, baselineSchema);
	findings.forEach((entry, i) => {
		if (require_baseline.needsReason(entry) && !entry.reason) throw new require_first.UserError(`${file.at(["findings", i])}: findings[${i}]: a critical finding is accepted without a reason. Add one.`);
	});
	const firstPlace = new Map(findings.map((entry, i) => [require_baseline.keyOf(entry), file.placeOf(["findings", i])]).toReversed());
	return {
		exists: true,
		entries: require_baseline.joined(findings),
		placeOf: (entry) => firstPlace.get(require_baseline.keyOf(entry)) ?? {
			line: 1,
			column: 1
		}
	};
}
exports.baselineOf = baselineOf;
