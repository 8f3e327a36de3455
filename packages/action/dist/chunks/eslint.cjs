"use strict";
const require_first = require("./first.cjs");
const require_look = require("./look.cjs");
let node_path = require("node:path");
// ../cli/dist/init/eslint.js
/** The rules in editors and lint runs: a line in ESLint's flat configuration, where that is plain enough to add to. */
const importLine = "import bnguard from 'eslint-plugin-bnguard';";
const entry = "...bnguard.configs.recommended,";
/** Undefined where there is no ESLint, or none that can load it. */
function eslintPart({ top, eslintConfig, isBare }) {
	if (isBare || eslintConfig === void 0) return void 0;
	const path = (0, node_path.join)(top, eslintConfig);
	const found = require_look.lookAt(path);
	const before = found.kind === "text" ? found.text : "";
	const common = {
		name: "eslint",
		says: "ESLint: keys are underlined while they are typed.",
		isUsual: true
	};
	if (/^[^/*]*\b(?:import|from|require)\b.*['"]eslint-plugin-bnguard['"]/m.test(before)) return {
		...common,
		edits: [],
		byHand: []
	};
	const byHand = [
		"Install eslint-plugin-bnguard: docs/eslint.md says how",
		`Add to ${eslintConfig}:`,
		`  ${importLine}`,
		`  export default [${entry} …];`
	];
	const after = require_first.isThere((0, node_path.join)(top, "node_modules/eslint-plugin-bnguard")) ? withRules(before) : void 0;
	if (after === void 0) return {
		...common,
		edits: [],
		byHand
	};
	return {
		...common,
		edits: [{
			path,
			before,
			after
		}],
		byHand: []
	};
}
/** Calls that take configurations as arguments or as a list, and nothing else. */
const list = /^export default[ \t]+(?:(?:defineConfig|tseslint\.config|config)\((?:\s*\[)?|\[)[ \t]*(\r?\n)?/gm;
/** Undefined unless the list of configurations is one literal, or one call that is known, and ends the file. */
function withRules(before) {
	const code = withoutTexts(before);
	if (code.includes("`") || /^module\.exports/m.test(code) || /\brequire\(/.test(code)) return void 0;
	const [found, ...others] = code.matchAll(list);
	if (!found || others.length > 0) return void 0;
	const behind = (sign) => {
		const close = sign < 0 ? void 0 : closing(code, found.index + sign);
		return close === void 0 ? "?" : code.slice(close + 1).trim();
	};
	if (!/^;?$/.test(behind(found[0].search(/[([]/)))) return void 0;
	if (/\(\s*\[/.test(found[0]) && !/^[,)]/.test(behind(found[0].indexOf("[")))) return void 0;
	const at = found.index + found[0].length;
	const end = found[1] ?? " ";
	const indent = found[1] === void 0 ? "" : /^[ \t]*/.exec(before.slice(at))?.[0] ?? "";
	const inner = `${before.slice(0, at)}${indent}${entry}${end}${before.slice(at)}`;
	const head = /^(?:#!.*\n|\/\*[^]*?\*\/\s*\n|\/\/.*\n)*/.exec(inner)?.[0] ?? "";
	return `${head}${importLine}${before.includes("\r\n") ? "\r\n" : "\n"}${inner.slice(head.length)}`;
}
/** Comments as blanks, strings as a word, all of the same length. */
const withoutTexts = (code) => code.replace(/\/\*[^]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (text) => text.replace(/[^\r\n]/g, text.startsWith("/") ? " " : "_"));
/** Of the bracket at an offset; undefined where brackets do not match. */
function closing(code, at) {
	const open = [];
	for (let i = at; i < code.length; i += 1) {
		const sign = code[i];
		const pair = "([{".indexOf(sign);
		if (pair >= 0) open.push(")]}"[pair]);
		else if (")]}".includes(sign)) {
			if (open.pop() !== sign) return void 0;
			if (open.length === 0) return i;
		}
	}
}
exports.eslintPart = eslintPart;
exports.withRules = withRules;
