import { require_dist } from "./dist2.mjs";
import { isDeepStrictEqual } from "node:util";
// ../cli/dist/init/insert.js
/** Adds to YAML without touching a character of what is there; what comes out must mean what it should, or nothing is added. */
var import_dist = require_dist();
/**
* An item at the end of the list at `path`, or a pair in the map there; `text` is YAML without indentation.
* Undefined where that would not give what is wanted: an odd document, a flow style, an alias.
*/
function inserted(yaml, path, text) {
	const document = (0, import_dist.parseDocument)(yaml);
	if (document.errors.length > 0) return void 0;
	const wanted = expected(document, path, text);
	if (wanted === void 0) return void 0;
	const result = textWith(yaml, document, path, text);
	if (result === void 0) return void 0;
	const again = (0, import_dist.parseDocument)(result);
	return again.errors.length === 0 && isDeepStrictEqual(again.toJS(), wanted) ? result : void 0;
}
function expected(document, path, text) {
	const data = document.toJS() ?? {};
	const added = (0, import_dist.parseDocument)(text).toJS();
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
	const place = (lines, indent, at) => {
		const open = at > 0 && yaml[at - 1] !== "\n" ? end : "";
		const body = lines.replace(/\n$/, "").split("\n").map((line) => (line === "" ? "" : indent + line) + end).join("");
		return yaml.slice(0, at) + open + body + yaml.slice(at);
	};
	for (let depth = path.length; depth >= 0; depth -= 1) {
		const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
		if (node === null || node === void 0) {
			if (depth === 0) return place(wrapped(path, text), "", yaml.length);
			continue;
		}
		if (!(0, import_dist.isMap)(node) && !(0, import_dist.isSeq)(node)) return void 0;
		if (node.flow) return void 0;
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
export { inserted };
