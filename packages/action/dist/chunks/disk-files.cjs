"use strict";
const require_dist = require("./dist4.cjs");
const require_remedy = require("./remedy.cjs");
const require_first = require("./first.cjs");
const require_ignore_rules = require("./ignore-rules.cjs");
const require_main = require("./main.cjs");
const require_small_text = require("./small-text.cjs");
let node_path = require("node:path");
// ../cli/dist/sources/files/docker.js
/**
* What a Dockerfile takes from its context into the image that it makes, and what .dockerignore keeps out. Reads COPY and
* ADD of every stage, and which stages the last one is made of. Runs nothing.
*/
const mostFiles = 50;
/** One question for each Dockerfile. `makers`: paths of Dockerfiles and compose files. */
function carriedBy(makers, read) {
	const compose = makers.filter((path) => /compose[\w.-]*\.ya?ml$/i.test(path));
	const files = makers.filter((path) => !compose.includes(path)).slice(0, mostFiles);
	const named = contextsIn(compose.slice(0, mostFiles), read);
	return files.flatMap((file) => {
		const text = read(file);
		if (text === void 0) return [];
		const copies = copiesOf(text);
		if (copies.length === 0) return [];
		return (named.get(file) ?? [folderOf$1(file)]).map((context) => carrying(file, context, copies, read));
	});
}
const folderOf$1 = (path) => node_path.posix.dirname(path) === "." ? "" : node_path.posix.dirname(path);
function carrying(file, context, copies, read) {
	const inContext = (name) => context === "" ? name : `${context}/${name}`;
	const beside = `${file}.dockerignore`;
	const ignoreFile = read(beside) !== void 0 ? beside : inContext(".dockerignore");
	const rules = read(ignoreFile);
	return (path) => {
		if (context !== "" && !path.startsWith(`${context}/`)) return void 0;
		const inside = path.slice(context === "" ? 0 : context.length + 1);
		const copy = copies.find(({ sources }) => sources.some((source) => takes(source, inside)));
		if (copy === void 0 || rules !== void 0 && isKeptOut(rules, inside)) return void 0;
		const isThere = rules === void 0 ? `there is no ${node_path.posix.basename(ignoreFile)}` : `${ignoreFile} does not keep it out`;
		return {
			because: `${copy.written} in ${file}:${String(copy.line)} takes it into the image and ${isThere}`,
			remedy: {
				file: ignoreFile,
				line: `**/${node_path.posix.basename(path)}`
			}
		};
	};
}
/** Of `build: .`, `context: ./api` and `dockerfile: docker/Dockerfile`: the contexts of each Dockerfile. */
function contextsIn(compose, read) {
	const contexts = /* @__PURE__ */ new Map();
	for (const path of compose) {
		const lines = (read(path) ?? "").split(/\r?\n/, 2e4);
		const base = folderOf$1(path);
		lines.forEach((line, at) => {
			const [, indent = "", key = "", written = ""] = /^(\s*)(build|context):[ \t]*["']?([^\s"'#{]+)["']?[ \t]*(?:#.*)?$/.exec(line.slice(0, 500)) ?? [];
			if (key === "" || written.includes("$") || written.includes("://")) return;
			let dockerfile = "Dockerfile";
			if (key === "context") for (const next of [...lines.slice(Math.max(0, at - 4), at), ...lines.slice(at + 1, at + 8)]) {
				const [, other, name] = /^(\s*)dockerfile:[ \t]*["']?([^\s"'#]+)/.exec(next.slice(0, 500)) ?? [];
				if (other === indent && name !== void 0) dockerfile = name;
			}
			const context = node_path.posix.normalize(node_path.posix.join(base, written)).replace(/\/$/, "");
			const folder = context === "." ? "" : context;
			const file = node_path.posix.normalize(node_path.posix.join(folder, dockerfile));
			const known = contexts.get(file) ?? [];
			contexts.set(file, known);
			if (!known.includes(folder) && !folder.startsWith("..")) known.push(folder);
		});
	}
	return contexts;
}
/** What the last stage has from the context, itself or through the stages that it is made of. */
function copiesOf(text) {
	const stages = stagesOf(text);
	const last = stages.at(-1);
	return last === void 0 ? [] : carried(last, stages, /* @__PURE__ */ new Set()).map(({ copy }) => copy);
}
function carried(stage, stages, under) {
	if (under.has(stage)) return [];
	const above = /* @__PURE__ */ new Set([...under, stage]);
	const named = (name) => stages.find(({ names }) => names.includes(name.toLowerCase()));
	const base = named(stage.base);
	const found = base ? carried(base, stages, above) : [];
	for (const copy of stage.copies) {
		if (copy.from === void 0) {
			found.push({
				copy,
				at: copy.to
			});
			continue;
		}
		const other = named(copy.from);
		if (other === void 0) continue;
		for (const { copy: first, at } of carried(other, stages, above)) if (copy.sources.some((source) => {
			const whole = node_path.posix.normalize(`/${source}`).replace(/\/$/, "");
			return at === whole || at.startsWith(`${whole}/`);
		}) && first.sources.some((source) => isWhole(source))) found.push({
			copy: first,
			at: copy.to
		});
	}
	return found;
}
const isWhole = (source) => [
	"",
	".",
	"*"
].includes(plain(source));
function stagesOf(text) {
	const stages = [];
	let folder = "/";
	for (const { line, words, rest } of instructions(text)) {
		const [name = ""] = words;
		if (/^from$/i.test(name)) {
			const plainWords = words.slice(1).filter((word) => !word.startsWith("--"));
			const as = plainWords.findIndex((word) => /^as$/i.test(word));
			const alias = as < 0 ? void 0 : plainWords[as + 1]?.toLowerCase();
			const names = [String(stages.length), ...alias === void 0 ? [] : [alias]];
			stages.push({
				names,
				base: plainWords[0] ?? "",
				copies: []
			});
			folder = "/";
		} else if (/^workdir$/i.test(name)) folder = node_path.posix.resolve(folder, words[1] ?? ".");
		else if (/^(?:copy|add)$/i.test(name)) {
			const from = words.find((word) => /^--from=/i.test(word))?.slice(7);
			const paths = /^\s*(?:--\S+\s+)*\[/.test(rest) ? [...rest.matchAll(/"([^"]*)"/g)].map(([, path = ""]) => path) : words.slice(1).filter((word) => !word.startsWith("--"));
			const to = node_path.posix.resolve(folder, paths.at(-1) ?? ".");
			const written = `${name.toUpperCase()} ${paths.join(" ")}`.slice(0, 60);
			stages.at(-1)?.copies.push({
				sources: paths.slice(0, -1),
				written,
				line,
				from,
				to
			});
		}
	}
	return stages;
}
/** Instructions with their continuation lines; heredocs and comments are none. */
function* instructions(text) {
	const lines = text.split(/\r?\n/, 2e4);
	for (let at = 0; at < lines.length; at++) {
		const line = at + 1;
		let whole = "";
		for (; at < lines.length; at++) {
			const written = lines[at].slice(0, 5e3);
			if (/^\s*#/.test(written)) continue;
			whole += written.replace(/\\\s*$/, " ");
			if (!/\\\s*$/.test(written)) break;
		}
		const heredoc = /<<-?["']?(\w+)["']?/.exec(whole)?.[1];
		if (heredoc !== void 0) while (at + 1 < lines.length && lines[++at].trim() !== heredoc);
		const words = whole.trim().split(/\s+/);
		if (words[0]) yield {
			line,
			words,
			rest: whole.trim().slice(words[0].length)
		};
	}
}
const plain = (path) => {
	const clean = node_path.posix.normalize(path.replace(/^\/+/, "")).replace(/\/$/, "");
	return clean === "." ? "." : clean;
};
/** Whether a source of COPY takes a file: the whole context, a folder above it, itself, or a pattern. */
function takes(source, path) {
	if (source.includes("$") || source.includes("://")) return false;
	const clean = plain(source);
	return clean === "." || matches(clean, path);
}
/** The last rule of .dockerignore that matches the file or a folder above it decides. Anchored at the context’s top. */
function isKeptOut(rules, path) {
	let isOut = false;
	for (const written of rules.replace(/^\ufeff/, "").split(/\r?\n/, 1e5)) {
		const line = written.trim();
		if (line === "" || line.startsWith("#") || line.length > 500) continue;
		const isBack = line.startsWith("!");
		if (isBack !== isOut) continue;
		if (matches(plain(isBack ? line.slice(1).trim() : line), path)) isOut = !isBack;
	}
	return isOut;
}
/** Docker’s patterns, on a path or on one of the folders that it lies in. */
function matches(pattern, path) {
	const wanted = pattern.split("/");
	const steps = path.split("/");
	return steps.some((_, at) => matchSteps(wanted, steps.slice(0, at + 1)));
}
/** `**` is any number of steps. A table of what is reachable, so that no pattern takes more than its length times the path’s. */
function matchSteps(pattern, steps) {
	let reached = /* @__PURE__ */ new Set([0]);
	for (const part of pattern) {
		const next = /* @__PURE__ */ new Set();
		for (const at of reached) if (part === "**") for (let to = at; to <= steps.length; to++) next.add(to);
		else if (at < steps.length && matchStep(part, steps[at])) next.add(at + 1);
		reached = next;
	}
	return reached.has(steps.length);
}
/** One step: `*`, `?`, `[a-z]` and `\` as Go’s filepath.Match has them. */
function matchStep(pattern, text) {
	const parts = [...pattern.matchAll(/\\(.)|\[(\^?)((?:\\.|[^\]\\])+)\]|(\*+)|(\?)|([^*?])/gsu)];
	let reached = /* @__PURE__ */ new Set([0]);
	for (const [, escapedLetter, isNot, members, star, any, letter] of parts) {
		const next = /* @__PURE__ */ new Set();
		for (const at of reached) if (star !== void 0) for (let to = at; to <= text.length; to++) next.add(to);
		else if (at >= text.length) continue;
		else if (any !== void 0) next.add(at + 1);
		else if (members !== void 0) {
			if (isMember(members, text[at]) !== (isNot === "^")) next.add(at + 1);
		} else if (text[at] === (escapedLetter ?? letter)) next.add(at + 1);
		reached = next;
	}
	return reached.has(text.length);
}
function isMember(members, letter) {
	for (let at = 0; at < members.length; at++) {
		if (members[at] === "\\") at++;
		const from = members[at];
		if (members[at + 1] === "-" && at + 2 < members.length) {
			if (from <= letter && letter <= members[at + 2]) return true;
			at += 2;
		} else if (from === letter) return true;
	}
	return false;
}
// ../cli/dist/sources/files/npm.js
/** Whether `npm publish` would put a file into its package: `files` of package.json, else .npmignore, else .gitignore. */
/** Asks the package that the file lies in. Where .gitignore decides, what git ignores is not in the package. */
function packedBy(path, packages, read) {
	const manifest = packages.filter((one) => path.startsWith(folderOf(one))).sort((a, b) => b.length - a.length)[0];
	if (manifest === void 0 || path.includes("node_modules/")) return void 0;
	const folder = folderOf(manifest);
	const inside = path.slice(folder.length);
	const errors = [];
	const content = require_main.parse(read(manifest) ?? "", errors);
	if (errors.length > 0 || typeof content !== "object" || content === null) return void 0;
	const { name, version, private: isPrivate, files } = content;
	if (isPrivate === true || typeof name !== "string" || typeof version !== "string") return void 0;
	const ignoreFile = `${folder}.npmignore`;
	const rules = new require_ignore_rules.IgnoreRules((at) => read(folder + at), ".npmignore");
	const remedy = {
		file: ignoreFile,
		line: node_path.posix.basename(path)
	};
	if (Array.isArray(files)) {
		const taking = files.filter((one) => typeof one === "string").slice(0, 1e3).findLast((one) => matches(normal(one.replace(/^!/, "")), inside));
		if (taking === void 0 || taking.startsWith("!")) return void 0;
		const below = inside.includes("/") && rules.decide(inside);
		if (below && below.isIgnored && below.source !== ".npmignore") return void 0;
		return {
			because: `files in ${manifest}${/^[\w./*-]{1,40}$/.test(taking) ? ` (${taking})` : ""} takes it into the npm package`,
			remedy: {
				file: manifest,
				line: `"!${inside}"`
			}
		};
	}
	if (!rules.hasRulesFor(inside) || rules.decide(inside).isIgnored) return void 0;
	return {
		because: `npm publish takes it: ${ignoreFile} stands in for .gitignore and does not name it`,
		remedy
	};
}
const folderOf = (path) => node_path.posix.dirname(path) === "." ? "" : `${node_path.posix.dirname(path)}/`;
/** `./dist/` and `/dist` are `dist`; `.` and `*` take all. */
function normal(pattern) {
	const clean = node_path.posix.normalize(pattern.replace(/^\/+/, "")).replace(/\/$/, "");
	return clean === "." || clean === "" ? "**" : clean;
}
// ../cli/dist/sources/files/published.js
/** Asks each maker once, and only where there is a file that may be carried. */
function publishers(makers, read) {
	let images;
	const packages = makers.filter((path) => node_path.posix.basename(path) === "package.json");
	return (path) => {
		images ??= carriedBy(makers.filter((maker) => node_path.posix.basename(maker) !== "package.json"), read);
		for (const image of images) {
			const state = image(path);
			if (state) return {
				state: "published",
				...state
			};
		}
		const state = packedBy(path, packages, read);
		return state && {
			state: "published",
			...state
		};
	};
}
// ../cli/dist/sources/files/disk-files.js
/** What is on disk or expected there, of files that hold credentials by their names: what git does with each. */
const origin = { kind: "file" };
/** What an unpacked copy of a repository has at its top. */
const gitMarks = [
	".gitignore",
	".gitattributes",
	".gitmodules",
	".github",
	".gitlab-ci.yml"
];
/**
* The credential files of one root. Outside of git, what its .gitignore files would do. Throws a UserError where git
* cannot say.
*/
async function filesOnDisk(root, watched, observations) {
	const isThere = require_ignore_rules.onDisk(root.dir);
	const expected = require_ignore_rules.expectedOf(observations, isThere).filter(({ path }) => !isInOther(path, isThere));
	if (watched.candidates.length + expected.length === 0) return [];
	if (!root.git && !gitMarks.some(isThere)) return [];
	const read = /* @__PURE__ */ new Map();
	const rulesAt = (path) => {
		if (!read.has(path)) read.set(path, require_small_text.textOf(require_small_text.readSmall(`${root.dir}/${path}`)));
		return read.get(path);
	};
	const place = {
		dir: root.dir,
		leads: {}
	};
	const names = [...watched.candidates.filter(({ tracked }) => !tracked).map(({ name }) => name), ...expected.map(({ path }) => path)];
	const tracked = root.git ? await require_remedy.trackedAmong(place, names) : /* @__PURE__ */ new Set();
	const rules = new require_ignore_rules.IgnoreRules(rulesAt);
	const decided = root.git ? await require_remedy.decisions(place, names, "untracked") : void 0;
	const decide = (path) => decided?.get(path) ?? (root.git ? { isIgnored: false } : rules.decide(path));
	const ships = publishers(watched.makers, rulesAt);
	const found = [];
	for (const candidate of watched.candidates) {
		const { path } = candidate;
		const content = require_small_text.readSmall(require_first.absoluteName(root.dir, candidate.name));
		const isTracked = candidate.tracked || tracked.has(path);
		if (content.kind === "other" || content.kind === "none" && !isTracked) continue;
		const text = require_small_text.textOf(content);
		for (const state of [aboutFile(candidate, isTracked, decide(path), rulesAt(".gitignore")), ships(path)]) if (state) found.push(require_dist.observeFile({
			path,
			origin,
			exists: true,
			...state
		}, text));
	}
	for (const { path, because } of expected) {
		const decision = decide(path);
		if (decision.isIgnored || tracked.has(path)) continue;
		const state = {
			state: "addable",
			because: decision.source === void 0 ? because : `${because}, ${require_remedy.whyAddable(path, decision, void 0)}`,
			remedy: require_remedy.gitRemedy(path, decision)
		};
		found.push(require_dist.observeFile({
			path,
			origin,
			exists: false,
			...state
		}, void 0));
	}
	return found;
}
/** Undefined where git ignores it. */
function aboutFile({ path }, isTracked, decision, rules) {
	if (isTracked) return {
		state: "tracked",
		because: ""
	};
	if (decision.isIgnored) return void 0;
	return {
		state: "addable",
		because: require_remedy.whyAddable(path, decision, rules),
		remedy: require_remedy.gitRemedy(path, decision)
	};
}
/** Whether another repository begins on the way to it: that one has rules of its own. */
function isInOther(path, isThere) {
	const steps = path.split("/").slice(0, -1);
	return steps.some((_, at) => isThere(`${steps.slice(0, at + 1).join("/")}/.git`));
}
exports.filesOnDisk = filesOnDisk;
