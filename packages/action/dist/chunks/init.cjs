"use strict";
const require_first = require("./first.cjs");
const require_look = require("./look.cjs");
const require_dist = require("./dist3.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_os = require("node:os");
let node_crypto = require("node:crypto");
// ../cli/dist/init/edit.js
/** Changes to files: shown as a diff, written only where a file still is what it was, and taken back as they were made. */
/** Throws an Error with a reason that people understand; then everything is as it was. Follows no link. */
function apply({ path, before, after, isExecutable, keptAs }) {
	const found = require_look.lookAt(path, require_look.mostToWrite);
	if (keptAs === void 0) {
		if (found.kind === "other") throw new Error(`it ${found.why}`);
		if (textOf(found) !== before) throw new Error("it has changed meanwhile");
	} else {
		const beside = require_look.lookAt(keptAs);
		if (beside.kind !== "nothing") throw new Error(`${keptAs} ${beside.kind === "other" ? beside.why : "is there"}`);
	}
	const folder = (0, node_fs.mkdirSync)((0, node_path.dirname)(path), { recursive: true }) ?? null;
	if (keptAs !== void 0) (0, node_fs.renameSync)(path, keptAs);
	try {
		(0, node_fs.writeFileSync)(path, after, { flag: before === void 0 ? "wx" : "w" });
		if (isExecutable) (0, node_fs.chmodSync)(path, 493);
	} catch (error) {
		if (before !== void 0 && require_first.isThere(path)) restore(() => (0, node_fs.writeFileSync)(path, before));
		if (keptAs !== void 0) restore(() => (0, node_fs.renameSync)(keptAs, path));
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
	const found = require_look.lookAt(path, require_look.mostToWrite);
	if (found.kind === "other") return `it ${found.why}`;
	if (found.kind === "nothing" && before !== null) return "it was deleted";
	if (found.kind === "text" && hashOf(found.text) !== after) return "it was changed since";
	if (keptAs !== null) {
		if (!require_first.isThere(keptAs)) return "what was kept beside it is gone";
		(0, node_fs.renameSync)(keptAs, path);
	} else if (before === null) (0, node_fs.rmSync)(path, { force: true });
	else (0, node_fs.writeFileSync)(path, before);
	if (folder !== null) removeEmpty((0, node_path.dirname)(path), folder);
}
/** From a folder up to the one that was made first; what somebody has put something into stays. */
function removeEmpty(from, to) {
	try {
		for (let at = from; at.length >= to.length; at = (0, node_path.dirname)(at)) (0, node_fs.rmdirSync)(at);
	} catch {}
}
const textOf = (found) => found.kind === "text" ? found.text : void 0;
const hashOf = (text) => (0, node_crypto.createHash)("sha256").update(text).digest("hex");
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
		const store = require_first.openStore((0, node_path.dirname)((0, node_fs.realpathSync)(program)), ".");
		if (!require_first.isThere((0, node_path.join)(store.dir, "packages/action/dist/bnguard.cjs"))) return [];
		const [url, head] = await Promise.all([require_first.askGit(store, [
			"config",
			"--get",
			"remote.origin.url"
		]), require_first.askGit(store, [
			"rev-parse",
			"--verify",
			"HEAD"
		])]);
		return [require_first.remoteName(url.stdout.toString("utf8").trim()), head.stdout.toString("utf8").trim()];
	} catch {
		return [];
	}
}
/** Those of YAML can be added to. */
const lefthookNames = [
	"yml",
	"yaml",
	"toml",
	"json",
	"jsonc"
].flatMap((end) => [
	"lefthook",
	".lefthook",
	".config/lefthook"
].map((name) => `${name}.${end}`));
/** These win over package.json. */
const simpleNames = [".simple-git-hooks", "simple-git-hooks"].flatMap((name) => [
	"cjs",
	"js",
	"mjs",
	"json",
	"ts"
].map((end) => `${name}.${end}`));
const husky4Names = [
	"",
	".json",
	".js",
	".cjs",
	".yml",
	".yaml"
].map((end) => `.huskyrc${end}`);
/** Undefined where it is no JSON object. */
function manifestOf(found) {
	if (found.kind !== "text") return void 0;
	try {
		const data = JSON.parse(found.text.replace(/^\ufeff/, ""));
		return isObject(data) ? data : void 0;
	} catch {
		return;
	}
}
const isObject = (data) => typeof data === "object" && data !== null && !Array.isArray(data);
/** What a package asks for of another, such as `^9`. */
function versionOf(manifest, name) {
	const found = [
		"dependencies",
		"devDependencies",
		"optionalDependencies"
	].map((list) => manifest?.[list]).find((list) => isObject(list) && Object.hasOwn(list, name));
	return found && String(found[name]);
}
/** Husky's folder for people, where git looks into it or into the one that husky generates in it. */
function huskyOf(hooksFolder) {
	const folder = (0, node_path.basename)(hooksFolder) === "_" ? (0, node_path.dirname)(hooksFolder) : hooksFolder;
	return (0, node_path.basename)(folder) === ".husky" ? folder : void 0;
}
/** @param husky the folder that git looks into, if it is husky's */
function managerOf(top, manifest, husky) {
	const has = (names) => names.some((name) => require_first.isThere((0, node_path.join)(top, name)));
	if (husky !== void 0) return "husky";
	if (has([".pre-commit-config.yaml"])) return "pre-commit";
	if (has(lefthookNames)) return "lefthook";
	const config = manifest?.["husky"];
	if (isObject(config) && "hooks" in config || has(husky4Names)) return "husky 4";
	if (has([".husky"]) || versionOf(manifest, "husky") !== void 0) return "husky";
	if (manifest && Object.hasOwn(manifest, "simple-git-hooks")) return "simple-git-hooks";
	if (versionOf(manifest, "simple-git-hooks") !== void 0 || has(simpleNames)) return "simple-git-hooks";
	return "git";
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
	const store = require_first.findStore(cwd);
	if (!store) throw new require_first.UserError(`${cwd} is in no git repository. Go to one (cd), or make one: git init.`);
	const top = store.dir;
	const isBare = store.gitFolder === store.dir;
	const [common, hooks, remotes] = await Promise.all([
		lineOf(store, "rev-parse", "--git-common-dir"),
		lineOf(store, "config", "--get-all", "core.hooksPath"),
		lineOf(store, "config", "--get-regexp", "^remote\\..*\\.url$")
	]);
	const commonFolder = (0, node_fs.realpathSync)((0, node_path.resolve)(top, common.trim() || ".git"));
	const chosen = hooks.split("\n").filter(Boolean).slice(0, -1).at(-1);
	const hooksFolder = require_look.realOf(chosen === void 0 ? (0, node_path.join)(commonFolder, "hooks") : (0, node_path.resolve)(top, atHome(chosen)));
	const hooksIn = require_first.isInside(hooksFolder, commonFolder) ? "git" : require_first.isInside(hooksFolder, top) ? "tree" : "outside";
	const husky = hooksIn === "tree" ? huskyOf(hooksFolder) : void 0;
	const packageJson = isBare ? { kind: "nothing" } : require_look.lookAt((0, node_path.join)(top, "package.json"));
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
		isInstalled: require_first.isThere((0, node_path.join)(top, "node_modules/.bin/bnguard")),
		host: hostOf(top, remotes),
		eslintConfig: eslintNames.find((name) => require_first.isThere((0, node_path.join)(top, name))),
		address: await ownAddress(program, source),
		uses: isBare ? [] : await usesOf(store, top)
	};
}
async function lineOf(store, ...args) {
	return (await require_first.askGit(store, args)).stdout.toString("utf8");
}
/** `~/hooks` as git takes it; of other users nothing is known. */
const atHome = (path) => path.startsWith("~/") && !(0, node_path.isAbsolute)(path) ? (0, node_path.join)((0, node_os.homedir)(), path.slice(2)) : path;
function hostOf(top, remotes) {
	if (require_first.isThere((0, node_path.join)(top, ".gitlab-ci.yml"))) return "gitlab";
	if (require_first.isThere((0, node_path.join)(top, ".github"))) return "github";
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
	const { stdout } = await require_first.askGit(store, [
		"ls-files",
		"-z",
		"--cached",
		"--others",
		"--exclude-standard"
	]);
	const files = stdout.toString("utf8").split("\0").filter((file) => require_first.dependencyPrefixes(file).length === 0);
	const found = Object.entries(languages).flatMap(([name, form]) => {
		const count = files.filter((file) => form.test(file)).length;
		return count > 0 ? [{
			name,
			count
		}] : [];
	});
	const told = manifests.map((name) => require_look.textAt((0, node_path.join)(top, name)) ?? "").join("\n");
	return [...found.sort((a, b) => b.count - a.count).map(({ name }) => name), ...new Set([...told.matchAll(frameworks)].map(([name]) => name.toLowerCase()))];
}
// ../cli/dist/init/hook-scripts.js
/** The lines of hooks, POSIX shell. Standard input goes to all who want it. Knows no files. */
const gitHooks = [
	"pre-commit",
	"pre-merge-commit",
	"commit-msg",
	"pre-push"
];
const allHooks = [...gitHooks, "pre-receive"];
/** Whether a hook calls us already, however it was written; what stands in a comment calls nobody. */
function callsUs(text, hook) {
	const call = new RegExp(`bnguard\\S*\\s+hook\\s+${hook}(?![\\w-])`);
	return text.split(/\r?\n/).some((line) => call.test(line.replace(/(?:^|\s)#.*/, "")));
}
/** Under such a name a hook that was there before is kept, and called behind ours. @param n counts from 1 */
const keptName = (hook, n) => `${hook}.before-bnguard${n > 1 ? `-${n}` : ""}`;
const isKeptName = (name, hook) => name.startsWith(keptName(hook, 1)) && /^(?:-\d+)?$/.test(name.slice(keptName(hook, 1).length));
const readsInput = (hook) => hook === "pre-push" || hook === "pre-receive";
/** Whether sh, dash or bash run it, as far as its first line says. */
function isShell(text) {
	const [first = ""] = text.split("\n", 1);
	if (text.includes("\0") || first.endsWith("\r")) return false;
	return !first.startsWith("#!") || /^#!\s*(?:\S*\/)?(?:env\s+(?:-S\s+)?)?(?:\S*\/)?(?:sh|dash|bash)(?:\s|$)/.test(first);
}
/** A whole hook. @param kept the name of the one that stood in its place */
function hookScript(hook, own, kept) {
	const call = `bnguard_guard hook ${hook} "$@"\n`;
	const before = `before="$(dirname "$0")/${kept}"\nif [ -x "$before" ]; then exec "$before" "$@"; fi\n`;
	return `#!/bin/sh\n${heading(hook)}${guard(own)}${kept === void 0 ? call : ahead(hook, call) + before}`;
}
/** A hook of git itself with our lines in front of its own. */
function extended(text, hook, own) {
	const lines = `${heading(hook)}${guard(own)}${ahead(hook, `bnguard_guard hook ${hook} "$@"`)}`;
	return insertedAt(text, /^#!.*\n?/.exec(text)?.[0].length ?? 0, lines);
}
/** Lines at an offset that begins one. */
function insertedAt(text, at, lines) {
	const open = at > 0 && text[at - 1] !== "\n" ? "\n" : "";
	return text.slice(0, at) + open + lines + text.slice(at);
}
const heading = (hook) => `# Written by bnguard init: no Binance key is ${readsInput(hook) ? "pushed" : "committed"}. bnguard init --undo takes it away.\n`;
/**
* A repository can bring a node_modules of its own, and with it any program: that counts only where git tracks none of
* it, and last.
*/
function guard(own) {
	const [node, bin] = own?.map(require_first.quoted) ?? [];
	return [
		"bnguard_guard() {",
		...own === void 0 ? [] : [`  if [ -x ${node} ] && [ -f ${bin} ]; then ${node} ${bin} "$@"; return; fi`],
		"  if command -v bnguard >/dev/null 2>&1; then bnguard \"$@\"; return; fi",
		"  if [ -x node_modules/.bin/bnguard ] &&",
		"    bnguard_tracked=\"$(git --no-literal-pathspecs ls-files ':(icase)node_modules')\" && [ -z \"$bnguard_tracked\" ]; then",
		"    node_modules/.bin/bnguard \"$@\"; return",
		"  fi",
		"  echo 'bnguard is not installed (a committed node_modules does not count), so nothing was checked. Put it in the PATH, or go on with --no-verify.' >&2",
		"  return 2",
		"}",
		""
	].join("\n");
}
/** Our call in front of other commands, which run only where it finds nothing, and read what it read. */
function ahead(hook, call) {
	const check = `${call.trimEnd()} || exit $?`;
	if (!readsInput(hook)) return `${check}\n`;
	const lines = "$bnguard_input\nBNGUARD_INPUT\n";
	return [
		"bnguard_input=\"$(cat)\"\n",
		`${call.trimEnd()} <<BNGUARD_INPUT || exit $?\n${lines}`,
		`exec <<BNGUARD_INPUT\n${lines}`,
		"[ -n \"$bnguard_input\" ] || exec </dev/null\n"
	].join("");
}
// ../cli/dist/init/record.js
/**
* What init wrote, kept beside git's own files, so that it can be taken back. Not committed. Files of the work tree are
* in that work tree's own git folder, hooks in the one that all work trees share; paths are relative, for clones move.
*/
function booksOf({ top, commonFolder, store }) {
	const inGit = (path) => require_first.isInside(path, commonFolder);
	return [{
		file: (0, node_path.join)(store.gitFolder, "bnguard-init.json"),
		base: top,
		holds: (path) => require_first.isInside(path, top) && !inGit(path) && !(0, node_path.relative)(top, path).toLowerCase().split(node_path.sep).includes(".git")
	}, {
		file: (0, node_path.join)(commonFolder, "bnguard-init-hooks.json"),
		base: commonFolder,
		holds: (path) => inGit(path) && allHooks.some((hook) => hook === (0, node_path.basename)(path))
	}];
}
const place = require_dist.pipe(require_dist.string(), require_dist.minLength(1));
const schema = require_dist.strictObject({ done: require_dist.array(require_dist.strictObject({
	path: place,
	keptAs: require_dist.nullable(place),
	before: require_dist.nullable(require_dist.string()),
	after: require_dist.pipe(require_dist.string(), require_dist.regex(/^[0-9a-f]{64}$/)),
	folder: require_dist.nullable(place)
})) });
/** In the order in which it was written. Throws a UserError where a record is damaged. @param so what that means */
function recorded(facts, so) {
	return booksOf(facts).flatMap((book) => {
		const found = require_look.lookAt(book.file, require_look.mostToWrite);
		if (found.kind === "nothing") return [];
		const done = found.kind === "text" ? read(found.text, book) : void 0;
		if (done !== void 0) return done;
		throw new require_first.UserError(`${book.file} is damaged, so ${so}. git diff shows what is committed, hooks stand in ${facts.hooksFolder}; delete it to go on.`);
	});
}
function read(text, { base, holds }) {
	let data;
	try {
		data = JSON.parse(text);
	} catch {
		return;
	}
	const result = require_dist.safeParse(schema, data);
	if (!result.success) return void 0;
	const at = (path) => path === null ? null : (0, node_path.resolve)(base, path);
	const done = result.output.done.map((one) => ({
		...one,
		path: (0, node_path.resolve)(base, one.path),
		keptAs: at(one.keptAs),
		folder: at(one.folder)
	}));
	const isOurs = ({ path, keptAs, folder }) => holds(path) && (keptAs === null || (0, node_path.dirname)(keptAs) === (0, node_path.dirname)(path) && isKeptName((0, node_path.basename)(keptAs), (0, node_path.basename)(path))) && (folder === null || require_first.isInside((0, node_path.dirname)(path), folder) && require_first.isInside(folder, base) && folder !== base);
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
	const isHook = ({ path }) => require_first.isInside(path, facts.commonFolder);
	writeBook(tree, done.filter((one) => !isHook(one)));
	writeBook(hooks, done.filter(isHook));
}
function writeBook({ file, base }, done) {
	const found = require_look.lookAt(file, require_look.mostToWrite);
	if (found.kind === "other") throw new Error(`${file} ${found.why}`);
	if (done.length === 0) {
		(0, node_fs.rmSync)(file, { force: true });
		return;
	}
	const from = (path) => (0, node_path.relative)(base, path).split(node_path.sep).join("/");
	const relativeDone = done.map((one) => ({
		...one,
		path: from(one.path),
		keptAs: one.keptAs && from(one.keptAs),
		folder: one.folder && from(one.folder)
	}));
	(0, node_fs.mkdirSync)((0, node_path.dirname)(file), { recursive: true });
	(0, node_fs.writeFileSync)(file, `${JSON.stringify({ done: relativeDone }, null, 2)}\n`);
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
		const { choose } = await Promise.resolve().then(() => require("./choose.cjs"));
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
const program = () => (0, node_path.resolve)(process.argv[1] ?? "bnguard");
const hasEdits = ({ edits }) => edits.length > 0;
async function partsOf(facts, request, setting) {
	const own = [process.execPath, program()];
	const [{ hookPart }, { ciPart }, { eslintPart }] = await Promise.all([
		Promise.resolve().then(() => require("./hooks.cjs")),
		Promise.resolve().then(() => require("./ci.cjs")),
		Promise.resolve().then(() => require("./eslint.cjs"))
	]);
	const parts = [await hookPart(facts, own)];
	if (!facts.isBare) parts.push(...await scanned(facts, request, setting));
	parts.push(...[await ciPart(facts), eslintPart(facts)].filter((part) => part !== void 0));
	return parts.filter(({ edits, byHand, afterwards = [] }) => edits.length + byHand.length + afterwards.length > 0);
}
/** What needs a look at the files. */
async function scanned(facts, request, setting) {
	const [{ missingLines }, { baselinePart, configPart, ignorePart }] = await Promise.all([Promise.resolve().then(() => require("./fix.cjs")), Promise.resolve().then(() => require("./files.cjs"))]);
	const flags = {
		paths: [facts.top],
		allowIncomplete: true,
		progress: request.progress,
		color: "never"
	};
	const plan = await require_first.planScan({
		...flags,
		kind: "scan"
	}, setting.cwd);
	const { lines, keptOut, report } = await missingLines(plan, flags, {
		...setting,
		cwd: facts.top
	});
	const today = plan.settings.asOf.slice(0, 10);
	const open = require_first.shownPart(report, plan.thresholds).report.findings.filter(({ path }) => !keptOut.has(path));
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
			...left.length > 0 ? ["", `Not written: ${require_first.listed(left)}. bnguard init --yes --only ${left.join(",")} writes it.`] : []
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
	stdout: lines.map((line) => `${require_first.visible(line)}\n`).join("")
});
/** From the top of the work tree; of the repository's own folder with `.git`. */
function nameOf(path, { top, commonFolder }) {
	const inTree = (0, node_path.relative)(top, path);
	return (inTree.startsWith("..") ? `.git${node_path.sep}${(0, node_path.relative)(commonFolder, path)}` : inTree).split(node_path.sep).join("/");
}
function headLines({ top, manager, host, eslintConfig, uses, isBare }) {
	const home = (0, node_os.homedir)();
	return [`${top.startsWith(home + node_path.sep) ? `~${top.slice(home.length)}` : top}: ${[
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
			...more > 0 ? [`  … and ${require_first.count(more, "more line")}`] : []
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
	return ["Nothing was written. bnguard init --yes writes it, and bnguard init --undo takes it back.", ...unusual.length > 0 ? [`${require_first.listed(unusual)} only on word: bnguard init --yes --only ${unusual.join(",")}`] : []];
}
exports.ahead = ahead;
exports.callsUs = callsUs;
exports.extended = extended;
exports.gitHooks = gitHooks;
exports.hookScript = hookScript;
exports.insertedAt = insertedAt;
exports.isObject = isObject;
exports.isShell = isShell;
exports.keptName = keptName;
exports.lefthookNames = lefthookNames;
exports.runInit = runInit;
exports.simpleNames = simpleNames;
exports.versionOf = versionOf;
