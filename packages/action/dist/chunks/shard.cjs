"use strict";
const require_inventory = require("./inventory.cjs");
let node_crypto = require("node:crypto");
// ../cli/dist/sources/history/shard.js
/**
* A part of a history as its report carries it: what was observed and what git tells of it, so that `bnguard merge` can
* conclude over all parts as one scan would. Holds no value. Which part an object belongs to follows from its id.
*/
/** Of the objects that are here, and of what leads to them. Reflogs and indexes are of one clone, and do not count. */
function shardState(table, { tips, head, stash }) {
	const { count, ids, idBytes } = table;
	const all = Buffer.alloc(idBytes);
	let objects = 0;
	for (let index = 0; index < count; index++) {
		if (!table.isPresent(index)) continue;
		objects++;
		for (let at = 0; at < idBytes; at++) all[at] ^= ids[index * idBytes + at];
	}
	const named = [
		...tips.map(({ name, id }) => `${id} ${name}`),
		`${head ?? ""} HEAD`,
		...stash
	].sort();
	const digest = (0, node_crypto.createHash)("sha256").update(all).update(named.join("\n")).digest("hex").slice(0, 32);
	return {
		objects,
		refs: tips.length,
		digest
	};
}
function headPart({ inventory, ...rest }) {
	if (!inventory) return rest;
	const keys = inventory.keys.map(({ expectedIn, ...key }, i) => ({
		...key,
		...expectedIn && { expectedIn: expectedIn.map(({ pattern }) => pattern) },
		line: inventory.placeOf(["keys", i]).line
	}));
	return {
		...rest,
		inventory: {
			path: inventory.path,
			keys
		}
	};
}
/** What `conclude` takes of it. */
function headOf({ head = {} }) {
	const { inventory, ...rest } = head;
	if (!inventory) return rest;
	const { path, keys: parts } = inventory;
	const whole = {
		path,
		origin: { kind: "history" },
		keys: parts.map(({ line: _, expectedIn, ...key }) => ({
			...key,
			...expectedIn && { expectedIn: expectedIn.map((pattern) => require_inventory.expectedPlace(pattern, `${path}: ${key.name}`)) }
		})),
		placeOf: ([, i]) => ({
			line: parts[Number(i)]?.line ?? 1,
			column: 1
		}),
		isJudged: false
	};
	return {
		...rest,
		inventory: whole
	};
}
/** Whether an object is this part's, by its id. Parts are about equally large and the same in every clone. */
function isOwn({ index, count }, ids, at) {
	const first = ids[at] * 2 ** 24 + (ids[at + 1] << 16) + (ids[at + 2] << 8) + ids[at + 3];
	return Math.floor(first * count / 2 ** 32) === index - 1;
}
function shardPart(shard, about, { observations, objects }) {
	const refs = [...new Set([...objects.values()].flatMap((history) => history.refs))].sort();
	const numbers = new Map(refs.map((name, number) => [name, number]));
	return {
		...shard,
		repository: about.repository,
		state: about.state,
		noIgnores: about.noIgnores,
		suppressions: about.suppressions.flatMap((entry) => "match" in entry ? [withoutFunction(entry)] : []),
		head: headPart(about.head),
		observations,
		refs,
		objects: Object.fromEntries([...objects].map(([id, history]) => {
			const bits = Buffer.alloc(refs.length + 7 >>> 3);
			for (const name of history.refs) bits[numbers.get(name) >>> 3] |= 1 << (numbers.get(name) & 7);
			return [id, {
				...history,
				refs: bits.toString("hex")
			}];
		}))
	};
}
function withoutFunction({ by, at, place, reason, mayBeUnused, match }) {
	return {
		by,
		at,
		place,
		...reason !== void 0 && { reason },
		...mayBeUnused && { mayBeUnused },
		match
	};
}
/** What several parts hold together. */
function joinedContent(parts) {
	const objects = /* @__PURE__ */ new Map();
	for (const { refs, objects: own } of parts) for (const [id, history] of Object.entries(own)) {
		const bits = Buffer.from(history.refs, "hex");
		objects.set(id, {
			...history,
			refs: refs.filter((_, number) => (bits[number >>> 3] & 1 << (number & 7)) !== 0)
		});
	}
	const observations = /* @__PURE__ */ new Map();
	for (const part of parts) for (const one of part.observations) observations.set(JSON.stringify(one), one);
	return {
		observations: [...observations.values()],
		objects
	};
}
exports.headOf = headOf;
exports.isOwn = isOwn;
exports.joinedContent = joinedContent;
exports.shardPart = shardPart;
exports.shardState = shardState;
