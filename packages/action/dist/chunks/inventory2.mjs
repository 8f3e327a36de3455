import { UserError, inventoryName, readSmallFile, redact } from "./first.mjs";
import { checkedPattern, pathPattern } from "./ignore-entries.mjs";
import { join } from "node:path";
// ../cli/dist/inventory.js
/**
* The key inventory: which keys there are, what each may do, who answers for it, in bnguard.keys.yaml at the top of the
* scanned repository. Labels and fingerprints, never values (docs/inventory.md). Reads and checks; judges nothing.
*/
/** The text of a root's inventory, undefined where it has none. Throws a UserError where it must not be read. */
async function inventoryText(root) {
	return readSmallFile(join(root, inventoryName), {
		name: inventoryName,
		mostMegabytes: 1,
		inside: root
	});
}
/** Throws a UserError that names file, line, column and key for whatever is wrong. */
async function readInventory(text) {
	const [{ readData }, { check }, { inventorySchema }] = await Promise.all([
		import("./data-file.mjs"),
		import("./check-data.mjs"),
		import("./inventory-schema.mjs")
	]);
	const file = await readData(inventoryName, text);
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
		path: inventoryName,
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
	const pattern = checkedPattern(written, (what) => new UserError(`${at}: ${what}.`));
	const matches = pathPattern(pattern);
	return {
		pattern,
		covers: (path) => {
			try {
				return matches(path);
			} catch {
				throw new UserError(`${at}: the pattern takes too long to match; use fewer wildcards.`);
			}
		}
	};
}
const looksLikeKey = (text) => /[A-Za-z0-9]{64}|PRIVATE KEY/.test(text) || redact(text) !== text;
/** Who pastes a key into a field has put it into a file that is committed. */
function refuseValues(file, value, path) {
	if (typeof value === "string") {
		if (!looksLikeKey(value)) return;
		throw new UserError(`${file.at(path)}: what stands here looks like a key. An inventory holds fingerprints, never values: take it out, and let bnguard keys add --stdin make the entry.`);
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
		if (known.has(name)) throw new UserError(`${file.at([
			"keys",
			i,
			"name"
		])}: keys[${i}].name: an entry above has this name: give each its own.`);
		known.add(name);
	});
}
export { expectedPlace, inventoryOf, inventoryText, looksLikeKey, readInventory };
