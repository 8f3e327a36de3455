"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_first = require("./first.cjs");
// ../cli/dist/data-file.js
var data_file_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	Builder: () => Builder,
	dataFile: () => dataFile,
	parserWords: () => parserWords,
	readData: () => readData,
	shownKey: () => shownKey
});
/** Far beyond any honest file of ours; YAML aliases count each time they are used. */
const limits = {
	nodes: 1e5,
	depth: 20
};
/** Throws a UserError that names file, line and column where the text is not well-formed. */
async function readData(name, text) {
	if (name.endsWith(".toml")) return dataFile(name, text, (await Promise.resolve().then(() => require("./data-toml.cjs"))).fromToml);
	if (/\.ya?ml$/.test(name)) return dataFile(name, text, (await Promise.resolve().then(() => require("./data-yaml.cjs"))).fromYaml);
	return dataFile(name, text, (await Promise.resolve().then(() => require("./data-json.cjs"))).fromJson);
}
/** The same once the syntax is loaded. */
function dataFile(name, text, syntax) {
	const body = text.startsWith("﻿") ? text.slice(1) : text;
	const placeAt = placesIn(body);
	const fail = (offset, what) => {
		const { line, column } = placeAt(offset);
		throw new require_first.UserError(`${name}:${line}:${column}: ${what}.`);
	};
	let tree;
	try {
		tree = syntax(body, new Builder(fail));
	} catch (error) {
		if (error instanceof RangeError) return fail(0, "the data is nested too deeply to be read");
		throw error;
	}
	const placeOf = (path, part = "value") => placeAt(offsetOf(tree, path, part));
	return {
		name,
		value: plain(tree),
		placeOf,
		at: (path, part) => {
			const { line, column } = placeOf(path, part);
			return `${name}:${line}:${column}`;
		}
	};
}
/** Checks what every syntax must keep: depth, number of nodes, keys that occur once. */
var Builder = class {
	fail;
	#nodes = 0;
	constructor(fail) {
		this.fail = fail;
	}
	check(start, depth) {
		if (depth > limits.depth) this.fail(start, `nested more than ${limits.depth} levels deep`);
		if (++this.#nodes > limits.nodes) this.fail(start, `more than ${limits.nodes} values`);
	}
	add(entries, key, entry) {
		if (entries.has(key)) this.fail(entry.start, `the key ${shownKey(key)} stands here a second time: keep one`);
		entries.set(key, entry);
	}
};
/** A key of a data file as messages name it: somebody may have put a value there. */
function shownKey(key) {
	return key.replace(/[A-Za-z0-9+/_=-]{20,}/g, (long) => `${long.slice(0, 4)}…`);
}
/** How a parser names a mistake, in words: `CommaExpected` → `comma expected`. */
function parserWords(code) {
	return code.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}
function plain(tree) {
	if ("scalar" in tree) return tree.scalar;
	if ("items" in tree) return tree.items.map(plain);
	return Object.fromEntries([...tree.entries].map(([key, { value }]) => [key, plain(value)]));
}
function offsetOf(tree, path, part) {
	let at = tree;
	let start = tree.start;
	for (const [i, step] of path.entries()) {
		const entry = "entries" in at ? at.entries.get(String(step)) : "items" in at && at.items[Number(step)] ? {
			start: at.items[Number(step)].start,
			value: at.items[Number(step)]
		} : void 0;
		if (!entry) return start;
		start = part === "key" && i === path.length - 1 ? entry.start : entry.value.start;
		at = entry.value;
	}
	return start;
}
/** Offset → place, by one table of where lines begin: a baseline asks for thousands. */
function placesIn(text) {
	let table;
	return (offset) => {
		const starts = table ??= lineStarts(text);
		let low = 0;
		for (let high = starts.length; high - low > 1;) {
			const middle = low + high >> 1;
			if (starts[middle] <= offset) low = middle;
			else high = middle;
		}
		return {
			line: low + 1,
			column: offset - starts[low] + 1
		};
	};
}
/** A line ends with LF, CR, or both. */
function lineStarts(text) {
	let starts = /* @__PURE__ */ new Uint32Array(1024);
	let count = 1;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code !== 10 && (code !== 13 || text.charCodeAt(at + 1) === 10)) continue;
		if (count === starts.length) {
			const more = new Uint32Array(count * 2);
			more.set(starts);
			starts = more;
		}
		starts[count++] = at + 1;
	}
	return starts.subarray(0, count);
}
exports.data_file_exports = data_file_exports;
exports.parserWords = parserWords;
exports.shownKey = shownKey;
