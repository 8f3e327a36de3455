import { isThere, textOf } from "./edit.mjs";
import { join } from "node:path";
// ../cli/dist/init/eslint.js
/** The rules in editors and lint runs: a line in ESLint's flat configuration, where that is plain enough to add to. */
const importLine = "import bnguard from 'eslint-plugin-bnguard';";
const entry = "...bnguard.configs.recommended,";
/** Undefined where there is no ESLint, or none that can load it. */
function eslintPart({ top, eslintConfig, isBare }) {
	if (isBare || eslintConfig === void 0) return void 0;
	const path = join(top, eslintConfig);
	const before = textOf(path) ?? "";
	const common = {
		name: "eslint",
		says: "ESLint: keys are underlined while they are typed.",
		isUsual: true
	};
	if (before.includes("eslint-plugin-bnguard")) return {
		...common,
		edits: [],
		byHand: []
	};
	const byHand = [
		"npm install --save-dev eslint-plugin-bnguard",
		`Add to ${eslintConfig}:`,
		`  ${importLine}`,
		`  export default [${entry} …];`
	];
	const after = isThere(join(top, "node_modules/eslint-plugin-bnguard")) ? added(before) : void 0;
	if (after === void 0) return {
		...common,
		edits: [],
		byHand
	};
	return {
		...common,
		edits: [{
			kind: "write",
			path,
			before,
			after
		}],
		byHand: []
	};
}
/** Undefined unless the list of configurations begins in one place that cannot be mistaken. */
function added(before) {
	const lists = [...before.matchAll(/^(?:export default|module\.exports\s*=)\s+(?:[\w.]+\()?\s*(\[?)[ \t]*(\r?\n)?/gm)];
	const [list] = lists;
	if (!list || lists.length > 1 || list[1] === "" && !list[0].includes("(")) return void 0;
	if (/^module\.exports/m.test(before) || /\brequire\(/.test(before)) return void 0;
	const at = list.index + list[0].length;
	const indent = list[2] === void 0 ? "" : /^[ \t]*/.exec(before.slice(at))?.[0] ?? "";
	const end = list[2] ?? " ";
	const inner = `${before.slice(0, at)}${indent}${entry}${end}${before.slice(at)}`;
	const head = /^(?:#!.*\n|\/\*[^]*?\*\/\s*\n|\/\/.*\n)*/.exec(inner)?.[0] ?? "";
	return `${head}${importLine}\n${inner.slice(head.length)}`;
}
export { eslintPart };
