import { joined, keyOf, needsReason } from "./baseline2.mjs";
import { array, exactOptional, literal, string } from "./dist4.mjs";
import { daySchema, expected, fingerprintSchema, reasonSchema, strictly, word } from "./config-schema.mjs";
import { UserError, severities } from "./first.mjs";
import { check } from "./check-data2.mjs";
// ../cli/dist/baseline-schema.js
/** The shape of bnguard-baseline.json: read by baseline.ts, published as schema/baseline.schema.json. */
/** Rule ids are not checked: a baseline outlives the versions of the program. */
const baselineSchema = strictly({
	$schema: exactOptional(string(expected("text"))),
	schema: literal(1, expected("1, the only schema there is")),
	findings: array(strictly({
		rule: string(expected("the id of a rule, or *")),
		fingerprint: fingerprintSchema,
		severity: word(severities),
		state: word(["accepted", "revoked"]),
		reason: exactOptional(reasonSchema),
		date: daySchema,
		expires: exactOptional(daySchema)
	}), expected("a list"))
});
// ../cli/dist/baseline-of.js
/** What a baseline says, once its text was read as data: checked, with entries of one value joined. */
/** Throws a UserError that names line and column where the file is not what it should be. */
function baselineOf(file) {
	const { findings } = check(file, baselineSchema);
	findings.forEach((entry, i) => {
		if (needsReason(entry) && !entry.reason) throw new UserError(`${file.at(["findings", i])}: findings[${i}]: a critical finding is accepted without a reason. Add one.`);
	});
	const firstPlace = new Map(findings.map((entry, i) => [keyOf(entry), file.placeOf(["findings", i])]).toReversed());
	return {
		exists: true,
		entries: joined(findings),
		placeOf: (entry) => firstPlace.get(keyOf(entry)) ?? {
			line: 1,
			column: 1
		}
	};
}
export { baselineOf };
