"use strict";
const require_remedy = require("./remedy.cjs");
const require_ignore_edits = require("./ignore-edits.cjs");
const require_first = require("./first.cjs");
let node_path = require("node:path");
// ../cli/dist/commands/fix.js
/**
* `bnguard fix`: the lines that .gitignore and .dockerignore lack, for what a scan finds of env-not-ignored and env-tracked.
* Writes lines at the end of these files and nothing else; looks afterwards whether they do their work.
*/
/** A line may uncover that another file decides; more often than that nobody nests them. */
const mostRounds = 4;
async function runFix(request, setting) {
	const plan = await require_first.planScan({
		...request,
		kind: "scan",
		allowIncomplete: false,
		color: "never"
	}, setting.cwd);
	const written = /* @__PURE__ */ new Map();
	const failures = [];
	const shown = [];
	let state = await look(plan, request, setting);
	const first = state;
	for (let round = 0; round < mostRounds; round++) {
		const edits = editsFor(state.wanted, written);
		if (edits.length === 0) break;
		for (const edit of edits) {
			const name = nameOf(edit.path, setting.cwd);
			const before = require_ignore_edits.present(edit);
			const known = written.get(edit.path) ?? /* @__PURE__ */ new Set();
			written.set(edit.path, known);
			for (const line of edit.lines) known.add(line);
			if (typeof before === "string") {
				failures.push(`${name} was not changed: ${before}.`);
				continue;
			}
			if (request.dryRun) {
				shown.push(require_ignore_edits.diffOf(name, before, edit.lines).trimEnd());
				continue;
			}
			try {
				await require_ignore_edits.append(edit, before);
				shown.push(`${name}${before === void 0 ? " (new)" : ""}`, ...edit.lines.map((line) => `  + ${line}`));
			} catch (error) {
				const { code, message } = error;
				failures.push(`${name} cannot be written (${code ?? message}): check its permissions and those of its folder.`);
			}
		}
		if (request.dryRun) break;
		state = await look(plan, request, setting);
	}
	const left = request.dryRun ? [] : state.wanted.filter(({ remedy }) => remedy !== void 0 && !isManual(remedy));
	for (const { root, file, remedy } of failures.length > 0 ? [] : left) failures.push(`${nameIn(root, file.path, setting.cwd)} is still not kept out, although ${nameIn(root, remedy.file, setting.cwd)} has the line ${remedy.line}: ${file.because}.`);
	const manual = first.wanted.filter(({ remedy }) => remedy !== void 0 && isManual(remedy));
	const lines = [
		...shown,
		...shown.length === 0 && failures.length === 0 && manual.length === 0 ? ["No line is missing in any ignore file."] : [],
		...manual.map(({ root, remedy }) => `By hand: add ${remedy.line} at the end of "files" in ${nameIn(root, remedy.file, setting.cwd)}.`),
		...trackedText(first.wanted, setting.cwd),
		...state.isComplete ? [] : ["INCOMPLETE: not everything could be read. bnguard scan --verbose says what."]
	];
	const isTracked = first.wanted.some(({ file }) => file.state === "tracked");
	return {
		code: failures.length > 0 || manual.length > 0 || isTracked || !state.isComplete ? 2 : 0,
		stdout: lines.map((line) => `${visibleLines(line)}\n`).join(""),
		notes: [...failures, ...plan.notes]
	};
}
const visibleLines = (text) => text.split("\n").map(require_first.visible).join("\n");
/** What the ignore files lack, the files that it keeps out (from `cwd`), and all that the scan found. */
async function missingLines(plan, request, setting) {
	const { wanted, report } = await look(plan, request, setting);
	const keptOut = wanted.flatMap(({ root, file, remedy }) => file.state !== "tracked" && remedy !== void 0 && !isManual(remedy) ? [nameIn(root, file.path, setting.cwd)] : []);
	return {
		lines: editsFor(wanted, /* @__PURE__ */ new Map()),
		keptOut: new Set(keptOut),
		report
	};
}
/** Scans, and tells what is to be kept out and is not. */
async function look(plan, request, setting) {
	const found = [];
	const onFiles = (root, files, findings) => {
		const told = findings.filter(({ rule, confidence }) => /^env-/.test(rule) && confidence !== "possible");
		const paths = new Set(told.map(({ path }) => path));
		for (const file of files) if (paths.has(file.path)) found.push({
			root,
			file
		});
	};
	const report = await require_first.scanWith({
		...plan,
		settings: {
			...plan.settings,
			onFiles
		}
	}, request, setting);
	const wanted = [];
	for (const { root, file } of found) if (file.state !== "tracked") wanted.push({
		root,
		file,
		...file.remedy && { remedy: file.remedy }
	});
	else {
		const decision = root.git ? (await require_remedy.decisions({
			dir: root.dir,
			leads: {}
		}, [file.path], "tracked")).get(file.path) : void 0;
		const isOpen = decision !== void 0 && !decision.isIgnored;
		wanted.push({
			root,
			file,
			...isOpen && { remedy: require_remedy.gitRemedy(file.path, decision) }
		});
	}
	return {
		wanted,
		isComplete: report.complete,
		report
	};
}
/** A manifest is no ignore file: people know best where its list is made. */
const isManual = ({ file }) => node_path.posix.basename(file) === "package.json";
/** What to add, by file, without what was added before. */
function editsFor(wanted, written) {
	const edits = /* @__PURE__ */ new Map();
	for (const { root, remedy } of wanted) {
		if (remedy === void 0 || isManual(remedy)) continue;
		const path = node_path.posix.join(root.dir, remedy.file);
		if (!require_first.isInside(path, root.dir)) throw new require_first.UserError(`${remedy.file} lies outside of the repository.`);
		const lines = edits.get(path) ?? [];
		edits.set(path, lines);
		if (!lines.includes(remedy.line) && !written.get(path)?.has(remedy.line)) lines.push(remedy.line);
	}
	return [...edits].flatMap(([path, lines]) => lines.length > 0 ? [{
		path,
		lines
	}] : []);
}
/** What only people can do about files that git has. */
function trackedText(wanted, cwd) {
	const tracked = wanted.filter(({ file }) => file.state === "tracked");
	if (tracked.length === 0) return [];
	const isFilled = tracked.some(({ file }) => file.filled !== false);
	const [it, them] = tracked.length === 1 ? ["this file", "it"] : ["these files", "them"];
	return [
		"",
		`git tracks ${it} whatever the ignore files say. Out of the next commit,`,
		"and left on disk:",
		...tracked.map(({ root, file }) => `  git ${inFolder(root, cwd)}rm --cached ${shellWord(file.path)}`),
		...isFilled ? [
			`If a commit has ${them} already, it keeps what was in ${them}: delete these keys in`,
			"Binance’s API Management and make new ones. bnguard scan --history says",
			"since when they have been there."
		] : []
	];
}
function inFolder({ dir }, cwd) {
	return dir === cwd ? "" : `-C ${shellWord((0, node_path.relative)(cwd, dir))} `;
}
/** As a shell takes it. */
function shellWord(path) {
	return /^[\w./+@%,:=-]+$/.test(path) && !path.startsWith("-") ? path : require_first.quoted(path);
}
const nameOf = (path, cwd) => (0, node_path.relative)(cwd, path);
const nameIn = ({ dir }, path, cwd) => nameOf(`${dir}/${path}`, cwd);
exports.missingLines = missingLines;
exports.runFix = runFix;
