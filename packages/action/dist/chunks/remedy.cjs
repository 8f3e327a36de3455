"use strict";
const require_first = require("./first.cjs");
const require_gates = require("./gates.cjs");
// ../cli/dist/git/ignored.js
/** Asks git about single paths: does it track them, and which rule of which ignore file decides? Opens no file itself. */
/** Arguments have a limit, and a hostile repository has as many files as it likes. */
const atOnce = 200;
/** Which of these paths git tracks. Throws a UserError where git cannot say. */
async function trackedAmong(place, names) {
	const tracked = /* @__PURE__ */ new Set();
	for (let at = 0; at < names.length; at += atOnce) {
		const paths = names.slice(at, at + atOnce).map(require_first.shownName);
		const answer = await require_first.askGit(place, [
			"ls-files",
			"-z",
			"--cached",
			"--",
			...paths
		]);
		for (const record of recordsOf(require_first.answered(place, answer))) tracked.add(require_first.shownName(require_first.nameOf(record)));
	}
	return tracked;
}
/**
* What git’s rules say of each path, by the path as shown; a path that need not exist. `tracked`: also of files that git
* tracks, for which no rule counts. Throws a UserError where git cannot say.
*/
async function decisions(place, names, tracked) {
	const found = /* @__PURE__ */ new Map();
	if (names.length === 0) return found;
	const args = [
		"--no-literal-pathspecs",
		"check-ignore",
		"--verbose",
		"--non-matching",
		"-z",
		"--stdin"
	];
	const input = Buffer.concat(names.flatMap((name) => [
		Buffer.from("./"),
		Buffer.from(name),
		Buffer.of(0)
	]));
	const answer = await require_first.askGit(place, [...args, ...tracked === "tracked" ? ["--no-index"] : []], input);
	const records = [...recordsOf(answer.failure === "1" ? answer.stdout : require_first.answered(place, answer))];
	for (let at = 0; at + 3 < records.length; at += 4) {
		const [source, line, pattern, path] = records.slice(at, at + 4).map((record) => require_first.shownName(require_first.nameOf(record)));
		found.set(path.slice(2), source === "" ? { isIgnored: false } : {
			isIgnored: !pattern.startsWith("!"),
			source,
			line: Number(line),
			pattern
		});
	}
	return found;
}
function* recordsOf(bytes) {
	for (let from = 0, to = bytes.indexOf(0); to >= 0; from = to + 1, to = bytes.indexOf(0, from)) yield bytes.subarray(from, to);
}
// ../cli/dist/sources/files/remedy.js
/** Which line in which ignore file keeps a file out, and what tells that none does. Writes nothing. */
/**
* The line goes to the file whose rule takes the path back in, else to the one at the top: only a rule that comes later
* or stands deeper wins.
*/
function gitRemedy(path, { isIgnored, source }) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	const file = !isIgnored && source !== void 0 && /(?:^|\/)\.gitignore$/.test(source) && !source.startsWith("/") ? source : ".gitignore";
	const isOwn = require_gates.credentialFile(path)?.kind !== "bot" || require_gates.credentialFile(name)?.isDedicated === true;
	const folder = file.slice(0, -10);
	return {
		file,
		line: isOwn ? escaped(name) : `/${escaped(path.slice(folder.length))}`
	};
}
/** As a pattern that matches just this text. */
function escaped(text) {
	return text.replace(/[\\*?[\]]/g, String.raw`\$&`).replace(/^[#!]/, String.raw`\$&`).replace(/ $/, String.raw`\ `);
}
/** Why git would add it, as a sentence fragment. `rules`: the text of the ignore file at the top, if there is one. */
function whyAddable(path, { source, line, pattern }, rules) {
	if (source !== void 0) return `${source}:${String(line)} takes it back in with ${pattern}`;
	if (rules === void 0) return "there is no .gitignore";
	const name = path.slice(path.lastIndexOf("/") + 1);
	const lines = rules.split(/\r?\n/, 1e5);
	const about = (form) => lines.findIndex((text) => text.length < 200 && form(text));
	const commented = about((text) => text.startsWith("#") && text.replace(/^#+\s*\/?/, "").trim() === name);
	if (commented >= 0) return `the rule in .gitignore:${String(commented + 1)} is commented out`;
	const folders = about((text) => text.replace(/^\//, "").trim() === `${name}/`);
	if (folders >= 0) return `the rule ${name}/ in .gitignore:${String(folders + 1)} covers folders only`;
	const anchored = about((text) => text.trim() === `/${name}`);
	if (anchored >= 0) return `the rule /${name} in .gitignore:${String(anchored + 1)} covers only the one at the top`;
	return "no rule of .gitignore covers it";
}
exports.decisions = decisions;
exports.gitRemedy = gitRemedy;
exports.trackedAmong = trackedAmong;
exports.whyAddable = whyAddable;
