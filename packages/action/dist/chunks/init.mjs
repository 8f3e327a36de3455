import { UserError, askGit, count, dependencyPrefixes, isInside, listed, openStore, planScan, remoteName, shownPart, visible } from "./first.mjs";
import { isThere, lookAt, mostToWrite, realOf, textAt } from "./look.mjs";
import { huskyOf, managerOf, manifestOf } from "./managers.mjs";
import { array, minLength, nullable, pipe, regex, safeParse, strictObject, string } from "./dist4.mjs";
import { allHooks, isKeptName } from "./hook-scripts.mjs";
import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { createHash } from "node:crypto";
// ../cli/dist/init/edit.js
/** Changes to files: shown as a diff, written only where a file still is what it was, and taken back as they were made. */
/** Throws an Error with a reason that people understand; then everything is as it was. Follows no link. */
function apply({ path, before, after, isExecutable, keptAs }) {
	const found = lookAt(path, mostToWrite);
	if (keptAs === void 0) {
		if (found.kind === "other") throw new Error(`it ${found.why}`);
		if (textOf(found) !== before) throw new Error("it has changed meanwhile");
	} else {
		const beside = lookAt(keptAs);
		if (beside.kind !== "nothing") throw new Error(`${keptAs} ${beside.kind === "other" ? beside.why : "is there"}`);
	}
	const folder = mkdirSync(dirname(path), { recursive: true }) ?? null;
	if (keptAs !== void 0) renameSync(path, keptAs);
	try {
		writeFileSync(path, after, { flag: before === void 0 ? "wx" : "w" });
		if (isExecutable) chmodSync(path, 493);
	} catch (error) {
		if (before !== void 0 && isThere(path)) restore(() => writeFileSync(path, before));
		if (keptAs !== void 0) restore(() => renameSync(keptAs, path));
		throw error;
	}
	return {
		path,
		keptAs: keptAs ?? null,
		before: before ?? null,
		after: hashOf(after),
		folder
	};
}
/** What went wrong first is told, not this. */
function restore(step) {
	try {
		step();
	} catch {}
}
/** Undefined: it is as it was before. Else why it was left alone. */
function takeBack({ path, keptAs, before, after, folder }) {
	const found = lookAt(path, mostToWrite);
	if (found.kind === "other") return `it ${found.why}`;
	if (found.kind === "nothing" && before !== null) return "it was deleted";
	if (found.kind === "text" && hashOf(found.text) !== after) return "it was changed since";
	if (keptAs !== null) {
		if (!isThere(keptAs)) return "what was kept beside it is gone";
		renameSync(keptAs, path);
	} else if (before === null) rmSync(path, { force: true });
	else writeFileSync(path, before);
	if (folder !== null) removeEmpty(dirname(path), folder);
}
/** From a folder up to the one that was made first; what somebody has put something into stays. */
function removeEmpty(from, to) {
	try {
		for (let at = from; at.length >= to.length; at = dirname(at)) rmdirSync(at);
	} catch {}
}
const textOf = (found) => found.kind === "text" ? found.text : void 0;
const hashOf = (text) => createHash("sha256").update(text).digest("hex");
/** The changed lines, each with its sign, beneath the file's name. @param name and `kept`: as people know the files */
function diffOf(edit, name, kept) {
	const old = linesOf(edit.before ?? "");
	const now = linesOf(edit.after);
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
	let end = 0;
	while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
	const state = edit.keptAs !== void 0 ? ` (new; the old one is kept as ${kept})` : " (new)";
	return [
		`${name}${edit.before === void 0 ? state : ""}`,
		...old.slice(start, old.length - end).map((line) => `  - ${line}`),
		...now.slice(start, now.length - end).map((line) => `  + ${line}`)
	];
}
const linesOf = (text) => text === "" ? [] : text.replace(/\n$/, "").split(/\r?\n/);
// ../cli/dist/init/own-address.js
/**
* Where this very program can be had from by a CI system: the public address of the clone that runs, and its commit. A
* name in a package registry is no address as long as anybody may take it.
*/
/** By BNGUARD_SOURCE (`github.com/owner/name@COMMIT`), or by the clone that `program` is part of. */
async function ownAddress(program, given) {
	const [place, commit] = given === void 0 ? await ofClone(program) : given.split("@");
	return /^[\w.-]+(?:\/[\w.-]+){2,}$/.test(place ?? "") && /^[0-9a-f]{40,64}$/.test(commit ?? "") ? {
		place,
		commit
	} : void 0;
}
async function ofClone(program) {
	try {
		const store = await openStore(dirname(realpathSync(program)), ".");
		if (!isThere(join(store.dir, "packages/action/dist/bnguard.mjs"))) return [];
		const [url, head] = await Promise.all([askGit(store, [
			"config",
			"--get",
			"remote.origin.url"
		]), askGit(store, [
			"rev-parse",
			"--verify",
			"HEAD"
		])]);
		return [remoteName(url.stdout.toString("utf8").trim()), head.stdout.toString("utf8").trim()];
	} catch {
		return [];
	}
}
// ../cli/dist/init/facts.js
/** What a repository uses, as far as setting bnguard up depends on it. Looks, and changes nothing. */
const eslintNames = [
	"js",
	"mjs",
	"cjs",
	"ts",
	"mts",
	"cts"
].map((end) => `eslint.config.${end}`);
/** Throws a UserError outside of a repository. @param program the file that runs; @param source see own-address.ts */
async function factsOf(cwd, program, source) {
	const store = await openStore(cwd);
	const top = store.dir;
	const isBare = store.gitFolder === store.dir;
	const [common, hooks, remotes] = await Promise.all([
		lineOf(store, "rev-parse", "--git-common-dir"),
		lineOf(store, "config", "--get-all", "core.hooksPath"),
		lineOf(store, "config", "--get-regexp", "^remote\\..*\\.url$")
	]);
	const commonFolder = realpathSync(resolve(top, common.trim() || ".git"));
	const chosen = hooks.split("\n").filter(Boolean).slice(0, -1).at(-1);
	const hooksFolder = realOf(chosen === void 0 ? join(commonFolder, "hooks") : resolve(top, atHome(chosen)));
	const hooksIn = isInside(hooksFolder, commonFolder) ? "git" : isInside(hooksFolder, top) ? "tree" : "outside";
	const husky = hooksIn === "tree" ? huskyOf(hooksFolder) : void 0;
	const packageJson = isBare ? { kind: "nothing" } : lookAt(join(top, "package.json"));
	const manifest = manifestOf(packageJson);
	return {
		store,
		top,
		isBare,
		commonFolder,
		hooksFolder,
		hooksIn,
		husky,
		packageJson,
		manifest,
		manager: isBare ? "git" : managerOf(top, manifest, husky),
		isInstalled: isThere(join(top, "node_modules/.bin/bnguard")),
		host: hostOf(top, remotes),
		eslintConfig: eslintNames.find((name) => isThere(join(top, name))),
		address: await ownAddress(program, source),
		uses: isBare ? [] : await usesOf(store, top)
	};
}
async function lineOf(store, ...args) {
	return (await askGit(store, args)).stdout.toString("utf8");
}
/** `~/hooks` as git takes it; of other users nothing is known. */
const atHome = (path) => path.startsWith("~/") && !isAbsolute(path) ? join(homedir(), path.slice(2)) : path;
function hostOf(top, remotes) {
	if (isThere(join(top, ".gitlab-ci.yml"))) return "gitlab";
	if (isThere(join(top, ".github"))) return "github";
	return /github\./.test(remotes) ? "github" : /gitlab\./.test(remotes) ? "gitlab" : void 0;
}
const languages = {
	TypeScript: /\.[cm]?tsx?$/,
	JavaScript: /\.[cm]?jsx?$/,
	Python: /\.(?:py|ipynb)$/,
	Go: /\.go$/,
	Java: /\.java$/,
	Kotlin: /\.kts?$/,
	"C#": /\.cs$/,
	Rust: /\.rs$/,
	PHP: /\.php$/,
	Ruby: /\.rb$/
};
const manifests = [
	"package.json",
	"requirements.txt",
	"pyproject.toml",
	"setup.py",
	"go.mod",
	"Cargo.toml"
];
const frameworks = /\b(freqtrade|hummingbot|octobot|jesse|ccxt|python-binance|binance-connector|go-binance|node-binance-api|binance-api-node)\b/gi;
async function usesOf(store, top) {
	const { stdout } = await askGit(store, [
		"ls-files",
		"-z",
		"--cached",
		"--others",
		"--exclude-standard"
	]);
	const files = stdout.toString("utf8").split("\0").filter((file) => dependencyPrefixes(file).length === 0);
	const found = Object.entries(languages).flatMap(([name, form]) => {
		const count = files.filter((file) => form.test(file)).length;
		return count > 0 ? [{
			name,
			count
		}] : [];
	});
	const told = manifests.map((name) => textAt(join(top, name)) ?? "").join("\n");
	return [...found.sort((a, b) => b.count - a.count).map(({ name }) => name), ...new Set([...told.matchAll(frameworks)].map(([name]) => name.toLowerCase()))];
}
// ../cli/dist/init/record.js
/**
* What init wrote, kept beside git's own files, so that it can be taken back. Not committed. Files of the work tree are
* in that work tree's own git folder, hooks in the one that all work trees share; paths are relative, for clones move.
*/
function booksOf({ top, commonFolder, store }) {
	const inGit = (path) => isInside(path, commonFolder);
	return [{
		file: join(store.gitFolder, "bnguard-init.json"),
		base: top,
		holds: (path) => isInside(path, top) && !inGit(path) && !relative(top, path).toLowerCase().split(sep).includes(".git")
	}, {
		file: join(commonFolder, "bnguard-init-hooks.json"),
		base: commonFolder,
		holds: (path) => inGit(path) && allHooks.some((hook) => hook === basename(path))
	}];
}
const place = pipe(string(), minLength(1));
const schema = strictObject({ done: array(strictObject({
	path: place,
	keptAs: nullable(place),
	before: nullable(string()),
	after: pipe(string(), regex(/^[0-9a-f]{64}$/)),
	folder: nullable(place)
})) });
/** In the order in which it was written. Throws a UserError where a record is damaged. @param so what that means */
function recorded(facts, so) {
	return booksOf(facts).flatMap((book) => {
		const found = lookAt(book.file, mostToWrite);
		if (found.kind === "nothing") return [];
		const done = found.kind === "text" ? read(found.text, book) : void 0;
		if (done !== void 0) return done;
		throw new UserError(`${book.file} is damaged, so ${so}. git diff shows what is committed, hooks stand in ${facts.hooksFolder}; delete it to go on.`);
	});
}
function read(text, { base, holds }) {
	let data;
	try {
		data = JSON.parse(text);
	} catch {
		return;
	}
	const result = safeParse(schema, data);
	if (!result.success) return void 0;
	const at = (path) => path === null ? null : resolve(base, path);
	const done = result.output.done.map((one) => ({
		...one,
		path: resolve(base, one.path),
		keptAs: at(one.keptAs),
		folder: at(one.folder)
	}));
	const isOurs = ({ path, keptAs, folder }) => holds(path) && (keptAs === null || dirname(keptAs) === dirname(path) && isKeptName(basename(keptAs), basename(path))) && (folder === null || isInside(dirname(path), folder) && isInside(folder, base) && folder !== base);
	return done.every(isOurs) ? done : void 0;
}
/** Adds to the record: of a file that was written twice in a row the first state counts. */
function record(facts, known, more) {
	const done = [...known];
	for (const one of more) {
		const at = done.findLastIndex(({ path }) => path === one.path);
		const earlier = done[at];
		if (earlier !== void 0 && one.before !== null && hashOf(one.before) === earlier.after) done[at] = {
			...earlier,
			after: one.after
		};
		else done.push(one);
	}
	write(facts, done);
}
/** Throws what the system says. */
function write(facts, done) {
	const [tree, hooks] = booksOf(facts);
	const isHook = ({ path }) => isInside(path, facts.commonFolder);
	writeBook(tree, done.filter((one) => !isHook(one)));
	writeBook(hooks, done.filter(isHook));
}
function writeBook({ file, base }, done) {
	const found = lookAt(file, mostToWrite);
	if (found.kind === "other") throw new Error(`${file} ${found.why}`);
	if (done.length === 0) {
		rmSync(file, { force: true });
		return;
	}
	const from = (path) => relative(base, path).split(sep).join("/");
	const relativeDone = done.map((one) => ({
		...one,
		path: from(one.path),
		keptAs: one.keptAs && from(one.keptAs),
		folder: one.folder && from(one.folder)
	}));
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify({ done: relativeDone }, null, 2)}\n`);
}
// ../cli/dist/commands/init.js
/**
* `bnguard init`: what would keep keys out of this repository, as changes to its files. Shows them; writes with --yes or
* on a person's word; takes back with --undo what it wrote.
*/
async function runInit(request, setting) {
	const facts = await factsOf(setting.cwd, program(), setting.io.env["BNGUARD_SOURCE"]);
	if (request.undo) return undo(facts);
	const all = await partsOf(facts, request, setting);
	const parts = request.only.length > 0 ? all.filter(({ name }) => request.only.includes(name)) : all;
	if (!request.yes && setting.io.isTTY.stdin === true && setting.io.isTTY.stdout && parts.some(hasEdits)) {
		const { choose } = await import("./choose.mjs");
		const chosen = await choose(parts.filter(hasEdits), (part) => partLines(part, facts), headLines(facts));
		return chosen === void 0 ? told(["Nothing was written."]) : carryOut(chosen, parts, facts);
	}
	if (request.yes) return carryOut(parts.filter((part) => part.isUsual || request.only.length > 0), parts, facts);
	return told([
		...headLines(facts),
		...parts.flatMap((part) => ["", ...partLines(part, facts)]),
		"",
		...endLines(parts)
	]);
}
/** Whatever file started this program, bundled or not. */
const program = () => resolve(process.argv[1] ?? "bnguard");
const hasEdits = ({ edits }) => edits.length > 0;
async function partsOf(facts, request, setting) {
	const own = [process.execPath, program()];
	const [{ hookPart }, { ciPart }, { eslintPart }] = await Promise.all([
		import("./hooks.mjs"),
		import("./ci.mjs"),
		import("./eslint.mjs")
	]);
	const parts = [await hookPart(facts, own)];
	if (!facts.isBare) parts.push(...await scanned(facts, request, setting));
	parts.push(...[await ciPart(facts), eslintPart(facts)].filter((part) => part !== void 0));
	return parts.filter(({ edits, byHand, afterwards = [] }) => edits.length + byHand.length + afterwards.length > 0);
}
/** What needs a look at the files. */
async function scanned(facts, request, setting) {
	const [{ missingLines }, { baselinePart, configPart, ignorePart }] = await Promise.all([import("./fix.mjs"), import("./files.mjs")]);
	const flags = {
		paths: [facts.top],
		allowIncomplete: true,
		progress: request.progress,
		color: "never"
	};
	const plan = await planScan({
		...flags,
		kind: "scan"
	}, setting.cwd);
	const { lines, keptOut, report } = await missingLines(plan, flags, {
		...setting,
		cwd: facts.top
	});
	const today = plan.settings.asOf.slice(0, 10);
	const open = shownPart(report, plan.thresholds).report.findings.filter(({ path }) => !keptOut.has(path));
	return [
		ignorePart(facts, lines),
		configPart(facts),
		await baselinePart(facts, open, plan.thresholds, today)
	].filter((part) => part !== void 0);
}
function carryOut(chosen, all, facts) {
	const known = recorded(facts, "nothing was written");
	const done = [];
	const failures = [];
	const lines = [];
	for (const edit of chosen.flatMap(({ edits }) => edits)) {
		const name = nameOf(edit.path, facts);
		try {
			done.push(apply(edit));
			const kept = edit.keptAs === void 0 ? "" : `; the old one is kept as ${nameOf(edit.keptAs, facts)}`;
			lines.push(`  ${name}${kept}`);
		} catch (error) {
			const { code, message } = error;
			failures.push(`${name} was not written: ${code ? `${code}, check the permissions of its folder` : message}.`);
		}
	}
	try {
		record(facts, known, done);
	} catch (error) {
		failures.push(`What was written cannot be recorded, so --undo will not know of it: ${error.message}`);
	}
	const blocked = all.flatMap((part) => part.byHand);
	const byHand = [...blocked, ...all.flatMap(({ afterwards = [] }) => afterwards)].map((line) => `  ${line}`);
	const left = all.filter((part) => hasEdits(part) && !chosen.includes(part)).map(({ name }) => name);
	const head = done.length > 0 ? [
		"Written:",
		...lines,
		"bnguard init --undo takes it back."
	] : failures.length > 0 ? [] : blocked.length > 0 ? ["Nothing could be written; by hand:"] : ["Everything is set up already: nothing was written."];
	return {
		...told([
			...head,
			...byHand.length > 0 && (done.length > 0 || blocked.length === 0 || failures.length > 0) ? ["", "By hand:"] : [],
			...byHand,
			...left.length > 0 ? ["", `Not written: ${listed(left)}. bnguard init --yes --only ${left.join(",")} writes it.`] : []
		]),
		code: failures.length > 0 ? 2 : 0,
		notes: failures
	};
}
function undo(facts) {
	const done = recorded(facts, "nothing was taken back");
	if (done.length === 0) return told(["There is nothing to take back: bnguard init wrote nothing into this clone."]);
	const kept = [];
	const lines = [];
	for (const one of done.toReversed()) {
		const why = takenBack(one);
		const name = nameOf(one.path, facts);
		if (why === void 0) lines.push(`  ${name}`);
		else {
			kept.unshift(one);
			lines.push(`  ${name} was left alone: ${why}`);
		}
	}
	write(facts, kept);
	return {
		...told(["Taken back:", ...lines]),
		code: kept.length > 0 ? 2 : 0
	};
}
/** One that the system refuses stops no other. */
function takenBack(one) {
	try {
		return takeBack(one);
	} catch (error) {
		return error.code ?? error.message;
	}
}
const told = (lines) => ({
	code: 0,
	stdout: lines.map((line) => `${visible(line)}\n`).join("")
});
/** From the top of the work tree; of the repository's own folder with `.git`. */
function nameOf(path, { top, commonFolder }) {
	const inTree = relative(top, path);
	return (inTree.startsWith("..") ? `.git${sep}${relative(commonFolder, path)}` : inTree).split(sep).join("/");
}
function headLines({ top, manager, host, eslintConfig, uses, isBare }) {
	const home = homedir();
	return [`${top.startsWith(home + sep) ? `~${top.slice(home.length)}` : top}: ${[
		isBare ? "a bare repository" : manager === "git" ? "git" : `git with ${manager}`,
		...host === void 0 ? [] : [host === "github" ? "GitHub" : "GitLab"],
		...eslintConfig === void 0 ? [] : ["ESLint"],
		...uses
	].join(", ")}.`];
}
/** Of a change, lines that are shown. */
const mostLines = 40;
function partLines({ name, says, edits, byHand, afterwards = [] }, facts) {
	const [, ...others] = edits.filter(({ before, after }) => before === void 0 && after.startsWith("#!"));
	const shown = edits.flatMap((edit) => {
		const kept = edit.keptAs === void 0 ? "" : nameOf(edit.keptAs, facts);
		const [head = "", ...lines] = diffOf(edit, nameOf(edit.path, facts), kept);
		if (others.includes(edit)) return [`${head}, alike`];
		const more = lines.length - mostLines;
		return [
			head,
			...lines.slice(0, mostLines),
			...more > 0 ? [`  … and ${count(more, "more line")}`] : []
		];
	});
	return [
		`${name}: ${says}`,
		...shown.map((line) => `  ${line}`),
		...[...byHand, ...afterwards].map((line) => `  By hand: ${line}`.replace(/By hand: ( {2})/, "  $1"))
	];
}
function endLines(parts) {
	const unusual = parts.filter((part) => hasEdits(part) && !part.isUsual).map(({ name }) => name);
	if (!parts.some(hasEdits)) return [parts.some(({ byHand }) => byHand.length > 0) ? "Nothing can be written: what is left is to be done by hand." : "Everything is set up already: nothing is to be written."];
	return ["Nothing was written. bnguard init --yes writes it, and bnguard init --undo takes it back.", ...unusual.length > 0 ? [`${listed(unusual)} only on word: bnguard init --yes --only ${unusual.join(",")}`] : []];
}
export { runInit };
