"use strict";
const require_dist$1 = require("./dist2.cjs");
let node_util = require("node:util");
// ../cli/dist/init/insert.js
/** Adds to YAML without touching a character of what is there; what comes out must mean what it should, or nothing is added. */
var import_dist = require_dist$1.require_dist();
/** Undefined where it is none, or more than a file that people write (aliases of aliases, nested without end). */
function readYaml(yaml) {
	if (isNestedWithoutEnd(yaml)) return void 0;
	try {
		const document = (0, import_dist.parseDocument)(yaml, { logLevel: "error" });
		return document.errors.length > 0 ? void 0 : {
			document,
			data: document.toJS({ maxAliasCount: 100 })
		};
	} catch (error) {
		if (error instanceof ReferenceError || error instanceof RangeError) return void 0;
		throw error;
	}
}
/**
* The parser calls itself for each level, and where that fills the stack while a regular expression is made, node
* ends at once. Levels by indentation are few in a file of 1 MB.
*/
function isNestedWithoutEnd(yaml) {
	let depth = 0;
	for (const [sign] of yaml.matchAll(/[[\]{}]/g)) {
		depth = Math.max(0, depth + (sign === "[" || sign === "{" ? 1 : -1));
		if (depth > mostLevels) return true;
	}
	return new RegExp(`(?:[-?:][ \\t]+){${mostLevels}}`).test(yaml);
}
/** People nest to ten or so; a bracket in a text counts too. */
const mostLevels = 100;
/** All strings in data, at any depth. */
function strings(data) {
	if (typeof data === "string") return [data];
	return typeof data === "object" && data !== null ? Object.values(data).flatMap(strings) : [];
}
/**
* An item at the end of the list at `path`, or a pair in the map there; `text` is YAML without indentation.
* Undefined where that would not give what is wanted: an odd document, a flow style that is not empty, an alias.
*/
function inserted(yaml, path, text) {
	const read = readYaml(yaml);
	const wanted = read && expected(read.data ?? {}, path, text);
	if (wanted === void 0) return void 0;
	const result = textWith(yaml, read.document, path, text);
	return result !== void 0 && (0, node_util.isDeepStrictEqual)(readYaml(result)?.data, wanted) ? result : void 0;
}
/** Changes the data that it is given. */
function expected(data, path, text) {
	const added = readYaml(text)?.data;
	if (typeof data !== "object" || data === null) return void 0;
	let at = data;
	for (const [i, key] of path.entries()) {
		const isLast = i === path.length - 1;
		at[key] ??= isLast && Array.isArray(added) ? [] : {};
		if (typeof at[key] !== "object" || at[key] === null) return void 0;
		at = at[key];
	}
	if (Array.isArray(at) !== Array.isArray(added)) return void 0;
	if (Array.isArray(at) && Array.isArray(added)) at.push(...added);
	else Object.assign(at, added);
	return data;
}
function textWith(yaml, document, path, text) {
	const end = /\r\n/.test(yaml) ? "\r\n" : "\n";
	const place = (lines, indent, at, whole = yaml) => {
		const open = at > 0 && whole[at - 1] !== "\n" ? end : "";
		const body = lines.replace(/\n$/, "").split("\n").map((line) => (line === "" ? "" : indent + line) + end).join("");
		return whole.slice(0, at) + open + body + whole.slice(at);
	};
	for (let depth = path.length; depth >= 0; depth -= 1) {
		const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
		if (node === null || node === void 0) {
			if (depth === 0) return place(wrapped(path, text), "", yaml.length);
			continue;
		}
		if (!(0, import_dist.isMap)(node) && !(0, import_dist.isSeq)(node)) return void 0;
		if (node.flow) {
			const [start = 0, close = 0] = node.range ?? [];
			if (depth === 0 || !/^(?:\[\s*\]|\{\s*\})$/.test(yaml.slice(start, close))) return void 0;
			const whole = yaml.slice(0, start).trimEnd() + yaml.slice(close);
			const next = whole.indexOf("\n", yaml.slice(0, start).trimEnd().length);
			const indent = /^ */.exec(yaml.slice(yaml.lastIndexOf("\n", start) + 1))?.[0] ?? "";
			return place(wrapped(path.slice(depth), text), `${indent}  `, next < 0 ? whole.length : next + 1, whole);
		}
		const at = endOf(node, yaml);
		const indent = columnOf(node, yaml);
		return at === void 0 || indent === void 0 ? void 0 : place(wrapped(path.slice(depth), text), indent, at);
	}
}
/** The text beneath keys that are not there yet. */
function wrapped(path, text) {
	return path.reduceRight((inner, key) => `${key}:\n${inner.replace(/^(?=.)/gm, "  ")}`, text);
}
/** Behind the last line of a collection, before comments and empty lines that follow it. */
function endOf(node, yaml) {
	const [, valueEnd] = node.range ?? [];
	if (valueEnd === void 0) return void 0;
	const text = yaml.slice(0, valueEnd).trimEnd();
	const line = yaml.indexOf("\n", text.length);
	return line < 0 ? yaml.length : line + 1;
}
/** What stands before its first item or key. */
function columnOf(node, yaml) {
	const [start] = node.range ?? [];
	if (start === void 0) return void 0;
	const before = yaml.slice(yaml.lastIndexOf("\n", start - 1) + 1, start);
	return /^ *$/.test(before) ? before : void 0;
}
exports.inserted = inserted;
exports.readYaml = readYaml;
exports.strings = strings;
