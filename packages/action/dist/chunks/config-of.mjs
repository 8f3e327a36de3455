import { rules } from "./dist5.mjs";
import { check } from "./check-data2.mjs";
import { UserError, isInside, pathFrom } from "./first.mjs";
import { configSchema } from "./config-schema.mjs";
import { parseSize } from "./front.mjs";
import { ignoreEntries } from "./ignore-entries.mjs";
import { basename, resolve } from "node:path";
// ../cli/dist/config-of.js
/** What a configuration file says, once its text was read as data: checked, with its ignore entries ready to be asked. */
/**
* @param typed the baseline that the person named, absolute; wins over the configuration
* @param today YYYY-MM-DD
* @throws UserError that names file, line, column and key for whatever is wrong in it
*/
function configOf(root, file, found, typed, today) {
	const { ignore = [], maxFileSize, baseline, ...settings } = check(file, configSchema(rules.map(({ id }) => id)));
	return {
		...settings,
		name: found.name,
		...maxFileSize !== void 0 && { maxFileSize: parseSize(String(maxFileSize)) },
		baseline: typed ?? baselineIn(root, baseline, file),
		entries: ignoreEntries(ignore, file, pathFrom(root, found.path), today)
	};
}
/** The configuration may name any file of its repository, and none outside. */
function baselineIn(root, baseline, file) {
	const path = resolve(root, baseline ?? "bnguard-baseline.json");
	if (baseline !== void 0 && (basename(path) === "" || path === root || !isInside(path, root))) throw new UserError(`${file.at(["baseline"])}: baseline: expected a file inside the repository. Use --baseline for another.`);
	return path;
}
export { configOf };
