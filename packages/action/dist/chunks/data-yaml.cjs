"use strict";
const require_dist$1 = require("./dist2.cjs");
const require_data_file = require("./data-file.cjs");
// ../cli/dist/data-yaml.js
var import_dist = require_dist$1.require_dist();
/** The parser's own messages quote the text. */
const words = {
	MISSING_CHAR: "a closing quote or bracket is missing",
	BAD_INDENT: "the indentation is not that of the lines around it, or a closing bracket is missing",
	BLOCK_AS_IMPLICIT_KEY: "a value with a colon and a space in it needs quotes",
	TAB_AS_INDENT: "a tab stands where spaces are needed"
};
/** In UTF-16 code units. What the parser takes longest for, one mistake behind the other, takes four seconds at this size. */
const longest = 262144;
function fromYaml(text, build) {
	if (text.length > longest) build.fail(longest, `YAML of more than the 256 KB that such a file may have. Make it smaller`);
	const document = (0, import_dist.parseDocument)(text, {
		schema: "core",
		logLevel: "error",
		prettyErrors: false,
		uniqueKeys: false
	});
	const [problem] = [...document.errors, ...document.warnings];
	if (problem) build.fail(placeBefore(text, problem.pos[0]), `not valid YAML (${words[problem.code] ?? require_data_file.parserWords(problem.code.toLowerCase().replaceAll("_", " "))})`);
	const startOf = (node) => node?.range?.[0] ?? 0;
	const anchors = /* @__PURE__ */ new Map();
	const convert = (node, depth, at) => {
		const start = startOf(node) || at;
		build.check(start, depth);
		if ((0, import_dist.isAlias)(node)) return convert(anchors.get(node.source), depth + 1, start);
		const { anchor } = node ?? {};
		if (anchor !== void 0) anchors.set(anchor, node);
		if ((0, import_dist.isSeq)(node)) return {
			start,
			items: node.items.map((item) => convert(item, depth + 1, start))
		};
		if ((0, import_dist.isMap)(node)) {
			const entries = /* @__PURE__ */ new Map();
			for (const { key, value } of node.items) {
				if (!(0, import_dist.isScalar)(key)) build.fail(startOf(key) || start, "a key must be a plain word");
				const place = startOf(key) || start;
				build.add(entries, String(key.value), {
					start: place,
					value: convert(value, depth + 1, place)
				});
			}
			return {
				start,
				entries
			};
		}
		return {
			start,
			scalar: (0, import_dist.isScalar)(node) ? node.value : null
		};
	};
	return document.contents === null ? {
		start: 0,
		entries: /* @__PURE__ */ new Map()
	} : convert(document.contents, 0, 0);
}
/** What is missing at the end of a line is told there, and not where the next one begins. */
function placeBefore(text, at) {
	const before = text.slice(0, at);
	const written = before.trimEnd();
	return before.includes("\n", written.length) && text.slice(at).trim() === "" ? Math.max(0, written.length - 1) : at;
}
exports.fromYaml = fromYaml;
