"use strict";
const require_main = require("./main.cjs");
const require_data_file = require("./data-file.cjs");
// ../cli/dist/data-json.js
/** JSON with comments and trailing commas, for data-file.ts. */
function fromJson(text, build) {
	const errors = [];
	const root = require_main.parseTree(text, errors, {
		allowTrailingComma: true,
		disallowComments: false
	});
	const [first] = errors;
	if (first && !(root === void 0 && text.trim() === "")) {
		const why = /[\p{L}_'`]/u.test(text[first.offset] ?? "") ? "keys and texts stand in double quotes" : require_data_file.parserWords(require_main.printParseErrorCode(first.error));
		build.fail(first.offset, `not valid JSON (${why})`);
	}
	const convert = (node, depth) => {
		build.check(node.offset, depth);
		const start = node.offset;
		if (node.type === "array") return {
			start,
			items: (node.children ?? []).map((item) => convert(item, depth + 1))
		};
		if (node.type !== "object") return {
			start,
			scalar: node.value
		};
		const entries = /* @__PURE__ */ new Map();
		for (const { children = [] } of node.children ?? []) {
			const [key, value] = children;
			if (key && value) build.add(entries, String(key.value), {
				start: key.offset,
				value: convert(value, depth + 1)
			});
		}
		return {
			start,
			entries
		};
	};
	return root ? convert(root, 0) : {
		start: 0,
		entries: /* @__PURE__ */ new Map()
	};
}
exports.fromJson = fromJson;
