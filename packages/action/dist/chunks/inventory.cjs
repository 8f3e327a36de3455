"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_first = require("./first.cjs");
const require_ignore_entries = require("./ignore-entries.cjs");
let node_path = require("node:path");
// ../cli/dist/inventory.js
/**
* The key inventory: which keys there are, what each may do, who answers for it, in bnguard.keys.yaml at the top of the
* scanned repository. Labels and fingerprints, never values (docs/inventory.md). Reads and checks; judges nothing.
*/
var inventory_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	inventoryOf: () => inventoryOf,
	inventoryText: () => inventoryText,
	readInventory: () => readInventory
});
/** The text of a root's inventory, undefined where it has none. Throws a UserError where it must not be read. */
function inventoryText(root) {
	return require_first.readSmallFile((0, node_path.join)(root, require_first.inventoryName), {
		name: require_first.inventoryName,
		mostMegabytes: 1,
		inside: root
	});
}
/** Throws a UserError that names file, line, column and key for whatever is wrong. */
async function readInventory(text) {
	const [{ readData }, { check }, { inventorySchema }] = await Promise.all([
		Promise.resolve().then(() => require("./data-file.cjs")).then((n) => n.data_file_exports),
		Promise.resolve().then(() => require("./check-data.cjs")),
		Promise.resolve().then(() => require("./inventory-schema.cjs"))
	]);
	const file = await readData(require_first.inventoryName, text);
	refuseValues(file, file.value, []);
	const { keys: entries } = check(file, inventorySchema);
	refuseTwins(file, entries);
	return {
		entries,
		keys: entries.map((entry, i) => keyOf(entry, (j) => `${file.at([
			"keys",
			i,
			"expectedIn",
			j
		])}: keys[${i}].expectedIn[${j}]`)),
		placeOf: (path) => file.placeOf(path)
	};
}
/** As the engine takes it. */
function inventoryOf({ keys, placeOf }, origin, isJudged) {
	return {
		path: require_first.inventoryName,
		origin,
		keys,
		placeOf,
		isJudged
	};
}
function keyOf(entry, patternAt) {
	const { name, state = "active", environment = "live", fingerprints = [], strategy, ips, expectedIn } = entry;
	const { purpose, permissions, account, subAccount, created, rotated, inCode } = entry;
	return {
		name,
		state,
		environment,
		fingerprints,
		strategies: strategy === void 0 ? [] : typeof strategy === "string" ? [strategy] : strategy,
		...purpose !== void 0 && { purpose },
		...permissions && { permissions },
		...ips && { ips: ips.map((one) => typeof one === "string" ? { address: one } : one) },
		...account !== void 0 && { account },
		...subAccount !== void 0 && { subAccount },
		...created !== void 0 && { created },
		...rotated !== void 0 && { rotated },
		...inCode !== void 0 && { inCode },
		...expectedIn && { expectedIn: expectedIn.map((pattern, j) => expectedPlace(pattern, patternAt(j))) }
	};
}
/** @param at names the pattern in messages */
function expectedPlace(written, at) {
	const pattern = require_ignore_entries.checkedPattern(written, (what) => new require_first.UserError(`${at}: ${what}.`));
	const matches = require_ignore_entries.pathPattern(pattern);
	return {
		pattern,
		covers: (path) => {
			try {
				return matches(path);
			} catch {
				throw new require_first.UserError(`${at}: the pattern takes too long to match; use fewer wildcards.`);
			}
		}
	};
}
const looksLikeKey = (text) => /[A-Za-z0-9]{64}|PRIVATE KEY/.test(text) || require_first.redact(text) !== text;
/** Who pastes a key into a field has put it into a file that is committed. */
function refuseValues(file, value, path) {
	if (typeof value === "string") {
		if (!looksLikeKey(value)) return;
		throw new require_first.UserError(`${file.at(path)}: what stands here looks like a key. An inventory holds fingerprints, never values: take it out, and let bnguard keys add --stdin make the entry.`);
	}
	if (typeof value !== "object" || value === null) return;
	for (const [step, below] of Object.entries(value)) if (Array.isArray(value)) refuseValues(file, below, [...path, Number(step)]);
	else {
		if (/[A-Za-z0-9]{64}/.test(step)) refuseValues(file, step, path);
		refuseValues(file, below, [...path, step]);
	}
}
function refuseTwins(file, entries) {
	const known = /* @__PURE__ */ new Set();
	entries.forEach(({ name }, i) => {
		if (known.has(name)) throw new require_first.UserError(`${file.at([
			"keys",
			i,
			"name"
		])}: keys[${i}].name: an entry above has this name: give each its own.`);
		known.add(name);
	});
}
exports.expectedPlace = expectedPlace;
exports.inventoryText = inventoryText;
exports.inventory_exports = inventory_exports;
exports.looksLikeKey = looksLikeKey;
exports.readInventory = readInventory;
