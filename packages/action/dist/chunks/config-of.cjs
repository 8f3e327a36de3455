"use strict";
const require_dist = require("./dist4.cjs");
const require_check_data = require("./check-data.cjs");
const require_first = require("./first.cjs");
const require_config_schema = require("./config-schema.cjs");
const require_front = require("./front.cjs");
const require_ignore_entries = require("./ignore-entries.cjs");
let node_path = require("node:path");
// ../cli/dist/config-of.js
/** What a configuration file says, once its text was read as data: checked, with its ignore entries ready to be asked. */
/**
* @param typed the baseline that the person named, absolute; wins over the configuration
* @param today YYYY-MM-DD
* @throws UserError that names file, line, column and key for whatever is wrong in it
*/
function configOf(root, file, found, typed, today) {
	const { ignore = [], maxFileSize, baseline, ...settings } = require_check_data.check(file, require_config_schema.configSchema(require_dist.rules.map(({ id }) => id)));
	return {
		...settings,
		name: found.name,
		...maxFileSize !== void 0 && { maxFileSize: require_front.parseSize(String(maxFileSize)) },
		baseline: typed ?? baselineIn(root, baseline, file),
		entries: require_ignore_entries.ignoreEntries(ignore, file, require_first.pathFrom(root, found.path), today)
	};
}
/** The configuration may name any file of its repository, and none outside. */
function baselineIn(root, baseline, file) {
	const path = (0, node_path.resolve)(root, baseline ?? "bnguard-baseline.json");
	if (baseline !== void 0 && ((0, node_path.basename)(path) === "" || path === root || !require_first.isInside(path, root))) throw new require_first.UserError(`${file.at(["baseline"])}: baseline: expected a file inside the repository. Use --baseline for another.`);
	return path;
}
exports.configOf = configOf;
