"use strict";
const require_main = require("./main.cjs");
const require_data_file = require("./data-file.cjs");
// ../cli/dist/data-json.js
/** JSON with comments and trailing commas, for data-file.ts. */
/**
* Built while the parser reads, which ends with the first mistake and with the last value that is allowed: a tree of the
* parser's own has all of a file, and 20 MB of commas are as many mistakes, which took 3 GB.
*/
function fromJson(text, build) {
	const nothing = {
		start: 0,
		entries: /* @__PURE__ */ new Map()
	};
	if (text.trim() === "") return nothing;
	let root = nothing;
	const open = [];
	const put = (tree) => {
		build.check(tree.start, open.length);
		const around = open.at(-1);
		if (around === void 0) root = tree;
		else if ("items" in around) around.items.push(tree);
		else build.add(around.entries, around.key.name, {
			start: around.key.start,
			value: tree
		});
	};
	const begin = (one) => {
		put(one);
		open.push(one);
	};
	const end = () => void open.pop();
	const mistake = (error, offset) => {
		const why = /[\p{L}_'`]/u.test(text[offset] ?? "") ? "keys and texts stand in double quotes" : require_data_file.parserWords(require_main.printParseErrorCode(error));
		build.fail(offset, `not valid JSON (${why})`);
	};
	require_main.visit(text, {
		onArrayBegin: (start) => begin({
			start,
			items: []
		}),
		onArrayEnd: end,
		onObjectBegin: (start) => begin({
			start,
			entries: /* @__PURE__ */ new Map(),
			key: {
				name: "",
				start
			}
		}),
		onObjectEnd: end,
		onObjectProperty: (name, start) => {
			const around = open.at(-1);
			if (around && "entries" in around) around.key = {
				name,
				start
			};
		},
		onLiteralValue: (value, start) => put({
			start,
			scalar: value
		}),
		onError: mistake
	}, {
		allowTrailingComma: true,
		disallowComments: false
	});
	return root;
}
exports.fromJson = fromJson;
